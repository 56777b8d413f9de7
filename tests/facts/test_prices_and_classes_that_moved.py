"""How many rose, fell and stayed; prices against last week; what stands behind a kind."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from tests.facts.conftest import Broken, TellsSlip

# The number between braces is right; the slip behind it is found.
_SLIPS = [
    ("监测的58种民生商品中，价格上涨17种、下跌17种、持平{24}种，占比41.4%。",
     "42", "percent-share"),
    ("工业品类35个，价格上涨12个、下降{9}个、持平14个，环比下降0.3%。",
     "19", "parts-total"),
    ("猪肉均价13.47元/500克，周环比上涨{3.5}%，上周13.02元，同比下降11.3%。",
     "8.5", "growth-delta"),
    ("鸡蛋均价9.72元/公斤，月环比下降{4.2}%，上月10.15元。",
     "2.4", "growth-delta"),
    ("全县报告传染病12种283例，发病数较上月的{239}例上升18.4%，较去年同期的303例下降6.6%。",
     "293", "growth-delta"),
    ("全县报告传染病12种283例，发病数较上月的239例上升18.4%，较去年同期的303例下降{6.6}%。",
     "6.0", "growth-delta"),
    ("在册低保437户680人，同比下降2.1%。男352人、女{328}人。",
     "382", "parts-total"),
    ("公共文化场馆接待75.71万人次，环比增长15.6%。图书馆{26.98}万人次，文化馆19.59万人次，博物馆24.13万人次，美术馆5.01万人次。",
     "62.98", "parts-total"),
    ("有效监测286天，优{135}天，良126天，优良天数合计261天，优良率91.3%。",
     "139", "parts-total"),
    ("全县现有学校（含教学点）227所，其中高中4所、职业学校2所、初中23所、小学63所、特殊教育1所、幼儿园114所、教学点{20}所，入学率99.1%。",
     "22", "parts-total"),
]  # fmt: skip

_TRUE = [
    "监测的58种民生商品中，价格上涨17种、下跌17种，其余持平，占比41.4%。",
    "规上企业营业收入增长17户，同比增加3户、持平2户。",
    "收入同比增长3.5%，比上年增加17家、与上年持平24家，占12%。",
    "报告传染病12种283例，死亡数较上月的2例减少50.0%。",
    "在册低保437户680人，同比下降2.1%。男性就业352人、女性就业228人。",
    "有效监测286天，优135天，良126天，轻度污染25天，优良天数合计比上年多3天，优良率91.3%。",
    "全县现有各级各类学校（含教学点）227所，其中普通高中4所、职业学校2所、初中23所、小学63所、特殊教育1所、幼儿园114所，入学率99.1%。",
    "水利部下发我县扰动图斑88个，现场复核88个，复核率100%。认定合规59个，违规29个，违规图斑占33.0%。违规图斑中“未批先建”21个、“超出防治责任范围”6个、“未批先弃”2个，现已查处销号26个，销号率89.7%。",
    "拨付补贴涉及174户197台（套），兑付率91.2%。补贴机具中拖拉机64台、收获机24台、植保无人机40架、其他69台（套）。",
    "公务用车保有180辆，其中机要通信18辆、执法执勤162辆，占90%。全年派车6083次，燃油费237.1万元、维修费86.3万元、保险50.2万元，车均运行费2.08万元。",
]


@pytest.mark.parametrize(("text", "slip", "kind"), _SLIPS)
def test_a_slip_is_told(tells_slip: TellsSlip, text: str, slip: str, kind: str) -> None:
    tells_slip(text, slip, kind)


@pytest.mark.parametrize("text", _TRUE)
def test_what_is_true_is_let_be(broken: Broken, text: str) -> None:
    assert broken(text) == []
