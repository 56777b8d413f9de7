"""True items in which many figures stand close together, few of them bound to each other."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from tests.facts.conftest import Broken

_TRUE = [
    # A rate of a month, or of one lot, is of that alone.
    "1—10月，空气有效监测303天，优良天数293天，优良率96.7%；10月份优良率96.8%，居全市第五。",
    "前三季度受理投诉412件，办结398件，办结率96.6%；9月份办结率98.6%。",
    "征收房屋669户，已签约556户，签约率83.1%。其中第一批254户签约率100%，第二批415户中已签约302户。",
    # What is stored is told twice, and what can be used is no sum of it.
    ("23座大中型水库蓄水总量10.07亿立方米；可用水量7.06亿立方米。其中大型水库蓄水5.57亿立方米；"
    "小型水库及塘坝蓄水1.84亿立方米。"),
    # Other private kindergartens are neither.
    "全县幼儿园68所，其中公办42所，占61.8%；普惠性民办24所。",
    # A total that is not told, beside what was paid in two ways.
    "医保基金支付住院费用7531万元；支付门诊慢特病1143万元，占基金总支出的12.5%。",
    # Of two budgets the rate names one.
    "年初预算收入72290万元，年中经县人大常委会批准调整为69369万元。全年实际完成69300万元，为调整预算的99.9%。",
    "基金收入年初预算5.2亿元，后调整为4.1亿元，完成4.05亿元，占年初预算的77.9%、调整预算的98.8%。",
    "教育支出年初预算6372万元，完成6741万元，为调整预算的98.1%。",
    # What stands before a share of money is no money.
    ("规上工业企业156家，其中大中型企业28家。规上工业增加值增长7.4%，其中高技术制造业增长13.8%，"
    "占规上工业增加值的比重为11.9%。"),
    # Of what was begun, and not of what was planned.
    "计划改造老旧小区55个，已开工47个，开工率85.5%，其中已完工21个、正在施工26个。",
    "计划改造城镇老旧小区44个，涉及居民7846户。截至10月底，已开工38个，其中已完工20个、正在施工18个。",
    # Lists that ended before what follows.
    "新增耕地1337亩，其中新增水田502亩；补充耕地指标交易866亩。",
    ("电话用户313.6万户，其中固定电话23.9万户、移动电话289.7万户；移动电话用户中5G用户174.7万户，占60.3%。"
    "互联网宽带接入用户125.0万户。"),
]


@pytest.mark.parametrize("text", _TRUE)
def test_true_items_are_not_called_wrong(broken: Broken, text: str) -> None:
    assert not broken(text)


@pytest.mark.parametrize(
    ("text", "kind", "place"),
    [
        ("征收房屋669户，已签约556户，签约率81.3%。", "completion-rate", "81.3%"),
        ("10月份监测31天，优良30天，10月份优良率98.6%。", "completion-rate", "98.6%"),
        ("全县幼儿园68所，其中公办42所；民办24所。", "parts-total", "68所"),
        ("收入年初预算5.2亿元，后调整为4.1亿元，完成4.05亿元，占年初预算的77.9%、调整预算的89.8%。",
         "completion-rate", "89.8%"),
        ("收入年初预算5.2亿元，后调整为4.1亿元，完成4.05亿元，占年初预算的79.7%、调整预算的98.8%。",
         "completion-rate", "79.7%"),
        ("支出由年初预算的21.20亿元调整为23.40亿元，调增2.2亿元，完成22.9亿元，完成调整预算的99.7%。",
         "completion-rate", "99.7%"),
        ("计划改造老旧小区55个，其中已完工21个、正在施工26个、未开工9个。", "parts-total", "55个"),
    ],
)
def test_a_slip_is_found_in(broken: Broken, text: str, kind: str, place: str) -> None:
    assert broken(text) == [(kind, place)]
