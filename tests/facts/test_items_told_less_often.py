"""Slips in items of departments that are told of less often, and true ones that look alike."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from tests.facts.conftest import Broken, TellsSlip

_SLIPS = [
    # What was left over, what came to it, and what is: of all years, or of the end of one.
    (
        "当年收支结余10.79亿元，加上年滚存结余{63.21}亿元，年末滚存结余74.00亿元。",
        "93.21", "parts-total",
    ),
    (
        (
            "基金收入35049万元，支出31550万元，当期结余3499万元，上年末累计结余{24411}万元，期末"
            "累计结余27910万元。"
        ),
        "24011", "parts-total",
    ),
    (
        (
            "养老基金收入5.12亿元，支出4.87亿元，当年结余0.25亿元，上年结余2.31亿元，年末结余{2.5"
            "6}亿元。"
        ),
        "2.66", "parts-total",
    ),
    # How much less is owed than may be.
    (
        (
            "政府债务限额82.23亿元。债务余额{80.72}亿元，其中一般22.77亿元、专项57.95亿元，余额较"
            "限额低1.51亿元。"
        ),
        "80.75", "parts-total",
    ),
    (
        "政府债务余额38.26亿元，控制在限额40.11亿元以内，距限额尚有空间{1.85}亿元。",
        "1.58", "parts-total",
    ),
    # 多孩 and 快商合作 are no more and no faster; boys and girls that were born.
    (
        "出生639人，其中一孩322人，占50.4%；二孩232人，占36.3%；多孩{85}人，占13.3%。",
        "25", "percent-share",
    ),
    (
        "已设站点455个。其中邮快合作241个，快商合作{121}个，交快合作72个，其他方式21个。",
        "112", "parts-total",
    ),
    ("男孩339人，女孩300人，出生人口性别比为{113.0}。", "113.9", "growth-delta"),
    ("全年出生1726人，其中男815人、女911人，出生人口性别比为{89.46}。", "84.96", "growth-delta"),
    # Came and went, against what there was.
    (
        "目前在册146人。今年新接收81人，解除76人，比年初在册{141}人净增5人。",
        "147", "growth-delta",
    ),
    ("养老机构新开办{6}家，注销2家，较年初51家净增4家。", "8", "parts-total"),
    # So many days in the bracket behind a mean, of what was told sentences before.
    (
        (
            "接处警1055起。其中火灾289起、救援267起、救助414起、其他85起。营救被困212人。日均接警"
            "{11.5}起（92天）。"
        ),
        "15.5", "average",
    ),
    (
        (
            "新设经营主体5874户。其中，新设企业2150户；新设个体户3724户。日均新设{19.3}户（按304"
            "天计）。"
        ),
        "91.3", "average",
    ),
    # The first of a list.
    (
        (
            "优惠14.42亿元。其中科技7.30亿元，小微4.89亿元，民生1.59亿元，其他0.64亿元；前三项占"
            "比分别为50.6%、{33.9}%、11.0%。"
        ),
        "39.3", "percent-share",
    ),
    (
        (
            "投诉1240件，其中噪声512件、大气340件、固废188件、水污染120件、其他80件，前两类分别占"
            "41.3%、{27.4}%。"
        ),
        "24.7", "percent-share",
    ),
    # Rates per mille of what was looked at, and of those who were born alive.
    ("检查6523人，检出癌前病变{38}例，检出率5.8‰。", "35", "completion-rate"),
    ("屠宰生猪22.96万头，检出病害猪211头，检出率{0.92}‰。", "0.95", "completion-rate"),
    ("产检2012人，活产2108人，婴儿死亡7例，婴儿死亡率{3.32}‰。", "3.23", "completion-rate"),
    # What each gets by rule, and what all got.
    ("走访企业39家、职工1075人，人均慰问标准{624}元，合计发放慰问金67.1万元。", "264", "average"),
    ("为{1204}户困难家庭发放救助，户均标准1200元，共发放144.48万元。", "1024", "average"),
    # A whole of this county, not of the city; what is measured so; by how much a plan was passed.
    (
        (
            "总产值1551.40亿元，占全市规上工业总产值2278.12亿元的68.1%。其中石化1336.58亿元；造船"
            "90.58亿元；水产{49.77}亿元；三大行业占全县规上工业总产值的95.2%。"
        ),
        "44.77", "percent-share",
    ),
    (
        (
            "粮食面积51.63万亩，总产量23.28万吨。其中秋粮面积34.45万亩，产量16.43万吨，秋粮产量占"
            "全年的{70.6}%。"
        ),
        "74.6", "percent-share",
    ),
    ("全年新建983个，超计划{80}个，为年度任务903个的108.9%。", "20", "growth-delta"),
    # The rate of a whole whose parts were just told.
    (
        (
            "补贴资金196.57万元。已兑付188.32万元，其中购置补贴166.53万元、报废补贴21.79万元，兑"
            "付率{95.8}%。"
        ),
        "95.0", "completion-rate",
    ),
    # Units of their own; two units of one whole.
    (
        "服务面积{23.3}万亩次，其中耕4.4万亩次、种3.5万亩次、防7.5万亩次、收7.9万亩次。",
        "22.3", "parts-total",
    ),
    ("两类疫苗共接种40648剂次，其中乡镇接种点12844剂次，占{31.6}%。", "36.1", "percent-share"),
    (
        "馆藏档案{129.9}万卷（件），其中文书档案63.0万件，专门档案54.2万卷，其他12.7万卷（件）。",
        "129.4", "parts-total",
    ),
    # Part, whole and share by their names.
    ("农业保险收取保险费2345万元，赔付1876万元，赔付率{80.0}%。", "82.0", "completion-rate"),
    ("新办读者证6449个，累计有效读者证59165个，新办证占{10.9}%。", "12.9", "percent-share"),
    (
        "受援703人，讨薪810.6万元；挽回经济损失合计2302.7万元，讨薪占{35.2}%。",
        "33.2", "percent-share",
    ),
    (
        "发放补助4398.15万元，其中省级3956.64万元、县级441.51万元，县级占{10.0}%。",
        "12.0", "percent-share",
    ),
]

_TRUE = [
    # Each is of what is called as it is, though both shares have no other words.
    (
        "计划271.6公里，其中新改建88.3公里、路面改造95.6公里、安防87.7公里。新改建完成43.0公里，"
        "占48.7%；安防完成82.0公里，占93.5%。"
    ),
    # Two funds, each with what is left of it; what was brought in and went elsewhere.
    (
        "居民养老当年结余0.61亿元，年末滚存结余6.13亿元；机关养老当年结余0.01亿元，上年结余0.21亿"
        "元，年末滚存结余0.22亿元。"
    ),
    "当年结余3.20亿元，上年结余5.11亿元，调出资金2.30亿元，年末结余6.01亿元。",
    "债务余额38.26亿元，其中新增一般债务限额1.20亿元，距警戒线尚有空间。",
    "同比少2人，比计划快3天。",
    # Of another list than the nearest; fewer than were told.
    (
        "投诉1240件，其中噪声512件、大气340件。办理建议95件，其中城建41件、教育30件、交通24件，前"
        "两类分别占43.2%、31.6%。"
    ),
    # The year's birth rate is of the mean population; a further rate is of those that were found.
    "全年出生1726人，出生率5.42‰；死亡1302人，死亡率4.09‰。",
    "筛查12000人，检出疑似患者530例，检出率4.42%，确诊210例，确诊率39.6%。",
    "户均标准1200元，已发放86.40万元。",
    "全县困难家庭1204户，户均标准1200元，首批发放86.40万元。",
    # What a plan was passed by in the year before, and where what came is no plan's.
    "新建983个，比上年多80个，为年度任务950个的103.5%。",
    # Of the part that the last words tell of.
    "已办结352件，其中涉企诉求40件、信访诉求51件，办结率100%。",
    "保费收入2345万元，已决赔款1876万元，未决赔款210万元，综合赔付率88.9%。",
]


@pytest.mark.parametrize(("text", "slip", "kind"), _SLIPS)
def test_tells_a_slip(tells_slip: TellsSlip, text: str, slip: str, kind: str) -> None:
    tells_slip(text, slip, kind)


@pytest.mark.parametrize("text", _TRUE)
def test_lets_true_text_be(broken: Broken, text: str) -> None:
    assert broken(text) == []
