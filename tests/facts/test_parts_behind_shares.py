"""Parts behind their shares, means of one number that is not told, plans ahead of their rates."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from tests.facts.conftest import Broken, TellsSlip

# A paragraph with a number in braces, a slip for it, and the rule that tells.
_SLIPS = [
    # The part stands behind its share; the whole is called as all that there is.
    ("参与活动的商户114家，其中个体工商户占67.5%，共{77}家。", "47", "percent-share"),
    ("驻村工作队102支、队员247名；45岁以下队员占{63.2}%，即156名。",
     "62.2", "percent-share"),
    ("生猪存栏38.39万头，同比下降4.5%；能繁母猪存栏3.80万头，占存栏量的{9.9}%。",
     "2.9", "percent-share"),
    ("组建教育集团31个，覆盖学校{70}所，占全区94所中小学的74.5%。",
     "30", "percent-share"),
    # Both are of as many people, who are not told; they stand in a bracket.
    ("开放床位2619张，每千人口{5.79}张；执业（助理）医师1438人，每千人口3.18人。",
     "7.59", "average"),
    ("累计建成5G基站2024个，每万人拥有5G基站{39.3}个（按51.5万人计）。",
     "37.3", "average"),
    # The most for one is no whole of a mean; with what a number is compared that names its round.
    ("为2202人次补助106.81万元，最高一人2.4万元，人次均补助{485}元。",
     "458", "average"),
    ("第六期参加职工14128人，参保单位200个，收取互助金141.28万元，比第五期增加1571人，增长{12.5}%。",
     "15.2", "growth-delta"),
    ("采购金额2383.6万元，较集采前的5675.3万元节省{3291.7}万元，平均降价58.0%。",
     "3219.7", "growth-delta"),
    ("最高负荷50.49万千瓦，比去年最高46.17万千瓦高出{4.32}万千瓦，增幅9.36%。",
     "4.23", "growth-delta"),
    # A plan in a clause of its own before its rate; cards, of those who are to have one.
    ("拆除违建79处、8203平方米，其中沿街4172平方米、庭院4031平方米；年度任务{9238}平方米，完成88.8%。",
     "9328", "completion-rate"),
    ("优抚对象{9035}人，发放优待证8764张，办证率97.0%。", "3035", "completion-rate"),
    ("农村户厕91966座，卫生厕所70446座，普及率{76.6}%。", "67.6", "completion-rate"),
    # What was due and what was paid take turns; three kinds together; what is left.
    ("拖欠账款11562.7万元，涉及115家企业，已清偿7554.6万元。其中机关事业单位应清{3190.9}万元、已清2405.9万元，国有企业应清8371.8万元、已清5148.7万元。",
     "3490.9", "parts-total"),
    ("免疫猪32.24万头、牛5.52万头、羊5.72万只，三种家畜共{43.48}万头（只）。",
     "34.48", "parts-total"),
    ("排查问题39处（乱占7处、乱采1处、乱堆26处、乱建5处），整治{37}处，剩2处。",
     "31", "parts-total"),
    ("适配辅助器具618件，其中轮椅{161}辆、助行器213件、坐便椅及其他244件。", "116", "parts-total"),
    ("补贴159户196台（套），其中拖拉机66台、收获机15台、植保无人机{36}架、其他79台（套）。",
     "63", "parts-total"),
    ("“两癌”检查10287人次，其中宫颈癌{6252}人次，乳腺癌4035人次。",
     "2652", "parts-total"),
]  # fmt: skip
_TRUE = [
    "参与活动的商户114家，其中个体工商户占67.5%，共发放消费券470万元。",
    "队员247名；45岁以下队员占63.2%，为近年最高。队员中党员156名。",
    "生猪存栏38.39万头，出栏21.20万头；能繁母猪存栏3.80万头，占全市存栏量的3.9%。",
    "床位2619张，每千人口5.79张；养老床位1438张，每千名老年人32.8张。",
    "医师1438人，每千人口3.18人。去年床位2519张，每千人口5.61张。",
    "采购金额2383.6万元，较预算5675.3万元少花3291.7万元。",
    "拆除违建79处、8203平方米；年度任务300处，完成26.3%。",
    "优抚对象9035人，发放优待证8764张，其中新办764张，办证率98.2%。",
    "最高负荷50.49万千瓦，比去年最高46.17万千瓦高出近一成。",
    "机关事业单位应清3190.9万元、已清2405.9万元，国有企业应清8371.8万元、已清5148.7万元。",
    "适配辅助器具618件，其中轮椅161辆、助行器213件、坐便椅44件。",
    "排查问题39处，整治37处，剩余资金2.6万元。",
]


@pytest.mark.parametrize(("text", "slip", "kind"), _SLIPS)
def test_a_slip_is_found_in_parts_behind_their_shares(
    tells_slip: TellsSlip, text: str, slip: str, kind: str
) -> None:
    tells_slip(text, slip, kind)


@pytest.mark.parametrize("text", _TRUE)
def test_other_shares_and_means_are_let_be(broken: Broken, text: str) -> None:
    assert not broken(text)
