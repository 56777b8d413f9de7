"""Means for so many people or so much land in lists, ratios of two that are named, named sums."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from tests.facts.conftest import Broken, TellsSlip

# A paragraph with a number in braces, a slip for it, and the rule that tells.
_SLIPS = [
    # Each of a list is of as many people; so is land of what lies on it.
    ("卫生技术人员2814人，其中执业（助理）医师959人、注册护士1297人。按年末常住人口38.16万人计算，每千人口拥有卫生技术人员7.37人、执业（助理）医师2.51人、注册护士{3.40}人。",
     "4.40", "average"),
    ("床位1942张，卫生技术人员2103人。按常住人口31.25万人计算，每千人口拥有床位6.21张、卫生技术人员{6.73}人。",
     "3.73", "average"),
    ("公路通车里程2568.5公里。按国土面积2308平方公里计算，公路密度为每百平方公里{111.3}公里。",
     "101.3", "average"),
    # A ratio that names what it is of.
    ("职工参保人员中，在职14819人，退休8426人，在职退休比为{1.76}∶1。",
     "1.67", "growth-delta"),
    ("核销补贴资金{1989.9}万元，拉动消费12604.0万元，补贴资金与拉动消费之比为1∶6.3。",
     "9189.9", "growth-delta"),
    # Of wheat alone; of all that was sown; by the kilogram of what is told in 担.
    ("夏粮面积48.43万亩，其中小麦46.73万亩、夏杂粮1.70万亩；夏粮总产18.80万吨，其中小麦产量18.34万吨、夏杂粮产量0.46万吨。小麦平均亩产{392.5}公斤。",
     "329.5", "average"),
    ("棉花播种面积81.53万亩，比上年减少2.25万亩，下降2.7%；皮棉总产量12.58万吨，平均亩产皮棉{154.3}公斤。",
     "145.3", "average"),
    ("收购烟叶17.28万担；烟农售烟收入{3.04}亿元，收购均价每公斤35.19元。",
     "3.40", "average"),
    # What was told in the sentence before, or with its window.
    ("70户规模以上工业企业实现营业收入106.65亿元，增长6.4%。年末亏损企业18户，亏损面{25.7}%。",
     "52.7", "completion-rate"),
    ("抽检水样272份，合格250份，水质合格率{91.9}%，维修管网18.6公里。",
     "99.1", "completion-rate"),
    ("5月份收入完成{3678}万元，增长11.0%。加上1—4月完成的14728万元，今年已累计完成18406万元，增长5.4%。",
     "3687", "parts-total"),
    ("固定电话用户{1.69}万户，移动电话用户36.53万户，电话用户总数38.22万户。",
     "1.96", "parts-total"),
    ("预算支出由年初的253359万元调整为293887万元，增加40528万元，其中：新增债券安排支出{10897}万元，上级转移支付安排支出27959万元，动用预算稳定调节基金安排支出1672万元。",
     "10497", "parts-total"),
    # Shares of two that are named, and of a place.
    ("C级、D级的分别为189栋和96栋，已采取措施整治{269}栋，占C级、D级总数的94.4%。",
     "296", "completion-rate"),
    ("摸排独居老人312人、空巢老人428人，已结对帮扶655人，占独居、空巢老人总数的{88.5}%。",
     "85.5", "completion-rate"),
    ("工业园区118户企业完成总产值69.57亿元，占全县105.57亿元的65.9%，其中规上企业52户完成产值61.39亿元，占园区的{88.2}%。",
     "82.8", "percent-share"),
    # How many fewer died is a change, too.
    ("发生事故43起、死亡42人，同比减少3起、少死亡3人，分别下降6.5%、{6.7}%。",
     "7.6", "growth-delta"),
    ("评审政府投资项目149个，其中预算评审{123}个、结算评审26个。", "132", "parts-total"),
]  # fmt: skip
_TRUE = [
    "下达建设任务4.42万亩，其中新建2.86万亩、改造提升1.56万亩。上年结转的1.21万亩已于4月完工，本年新建部分完成1.22万亩，占新建任务的42.8%。",
    "卫生技术人员2814人，其中注册护士1297人。按年末常住人口38.16万人计算，每千人口拥有卫生技术人员7.37人、全科医生0.41人。",
    "在职14819人，退休8426人，离休21人，在职离退休比为1.75∶1。",
    "企业亏损面22.5%。年末亏损企业54家，亏损额3.2亿元。全县有企业263家。",
    "夏粮面积48.43万亩，其中小麦46.73万亩；小麦产量18.34万吨。小麦示范片平均亩产492.5公斤。",
    "棉花播种面积81.53万亩；籽棉总产量32.58万吨，平均亩产皮棉154.3公斤。",
    "抽检水样272份，合格250份；出厂水水质合格率100%。",
    "5月份收入完成3678万元，增长11.0%。加上上级补助14728万元，今年可用财力累计31255万元。",
    "固定电话用户1.69万户，移动电话用户36.53万户，宽带用户总数11.60万户。",
    "预算支出由年初的253359万元调整为293887万元，增加40528万元，其中：上级转移支付安排支出27959万元。",
    "C级189栋、D级96栋，已整治2690栋，占C级、一般隐患总数的94.4%。",
    "工业园区118户企业完成总产值69.57亿元，其中规上企业52户完成产值61.39亿元，占全县园区的38.2%。",
    "发生事故43起、死亡42人，同比减少3起、少受伤8人。",
]


@pytest.mark.parametrize(("text", "slip", "kind"), _SLIPS)
def test_a_slip_is_found_in_means_ratios_and_named_sums(
    tells_slip: TellsSlip, text: str, slip: str, kind: str
) -> None:
    tells_slip(text, slip, kind)


@pytest.mark.parametrize("text", _TRUE)
def test_means_and_ratios_of_others_are_let_be(broken: Broken, text: str) -> None:
    assert not broken(text)
