"""Sums of as many as were told, of mates, and of what is owed and owned."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from tests.facts.conftest import Broken, TellsSlip


@pytest.mark.parametrize(
    ("text", "slip", "kind"),
    [
        (
            "小学一年级招生4679人，较去年少招196人，减幅4.0%；初中七年级招生4847人，增加165人，增幅3.5%；普通高中招生2382人。三个学段起始年级共{11908}人。",
            "11980",
            "parts-total",
        ),
        (
            "甲镇投入312万元，乙镇投入{289}万元，丙镇投入176万元。三镇共投入777万元。",
            "298",
            "parts-total",
        ),
        (
            "慰问困难职工900名、金额82.2万元，慰问劳模42名、6.9万元，合计{89.1}万元。",
            "98.1",
            "parts-total",
        ),
        (
            "年日照时数2375.3小时，比历年日照时数平均值2467.7小时偏少{92.4}小时。",
            "94.2",
            "growth-delta",
        ),
        (
            "资产总额232.62亿元，较年初增长8.7%；负债总额137.48亿元，资产负债率59.10%；所有者权益{95.14}亿元。",
            "91.54",
            "parts-total",
        ),
        (
            "全年活产1726人，其中男婴815人、女婴911人，出生人口性别比为{89.46}:100。",
            "98.46",
            "growth-delta",
        ),
        (
            "职工医保住院8746人次，基金支付4732.5万元，次均5411元；居民医保住院29180人次，支付10528.1万元，两项合计37926人次、{15260.6}万元。",
            "15206.6",
            "parts-total",
        ),
    ],
)
def test_a_slip_is_found(tells_slip: TellsSlip, text: str, slip: str, kind: str) -> None:
    tells_slip(text, slip, kind)


@pytest.mark.parametrize(
    "text",
    [
        "甲镇投入312万元，乙镇投入289万元。三镇共投入817万元，其中丙镇216万元。",
        "甲镇投入312万元，乙镇到位289万元，丙镇拨付176万元。三镇共投入817万元。",
        "慰问困难职工900名、金额82.2万元，慰问劳模42名、6.9万元，物资2.1万元，合计91.2万元。",
        "男性19.4万人，女性18.2万人，性别比106.6；出生人口性别比108.3。",
        "资产总额232.62亿元，负债总额137.48亿元，归属母公司所有者权益81.54亿元。",
    ],
)
def test_what_looks_alike_is_let_be(broken: Broken, text: str) -> None:
    assert broken(text) == []
