"""What is left, what went beside what came, and what several make together."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from tests.facts.conftest import Broken

_SLIPS = (
    # What went is no part of what came: what is left is the difference.
    (
        (
            "可用财力34645万元，其中分成22263万元、返还9149万元、补助3233万元；支出33294万元，"
            "收支结余1531万元。"
        ),
        "1531万元",
    ),
    (
        (
            "养老保险基金收入31164万元，其中：缴费收入7117万元，补贴收入24047万元；支出22442万元，"
            "其中：基础养老金支出20353万元，丧葬抚恤支出2089万元。本年收支结余8272万元。"
        ),
        "8272万元",
    ),
    # Of what had to be done, which is printed with what was.
    (
        "水稻收割9384亩，占应收面积11908亩的78.8%，其中机收8887亩、人工收割497亩；预计还需5天完成剩余2254亩。",
        "2254亩",
    ),
    ("三季度累计3815.9万元，完成全年预算4992万元的76.4%，四季度尚可支出1716.1万元。", "1716.1万元"),
    ("完成造林20.25万亩，占省下达任务15.47万亩的130.9%，超额4.98万亩。", "4.98万亩"),
    # Named as all that there is.
    (
        "总保费38.84万元，其中茶叶19.49万元、烟叶19.35万元；财政补贴26.92万元，农户承担11.98万元。",
        "11.98万元",
    ),
    ("收到提案339件。经审查，立案305件，转为意见建议39件，立案率90.0%。", "39件"),
    (
        (
            "人均工资性收入8370元，增长8.7%；人均经营净收入2316元；人均财产净收入1041元；"
            "人均转移净收入2935元。四项合计，人均可支配收入14657元。"
        ),
        "2316元",
    ),
)
_CLEAN = (
    # Of what was paid in, and not of the plan.
    "完成投资5.1亿元，占计划8.2亿元的62.2%，到位资金6.3亿元，剩余1.2亿元。",
    # An outlay within a transfer; an income and an outlay of other years.
    "转移支付收入2040万元，其中教育支出520万元，卫生支出310万元。",
    # Nothing was told before it.
    "正在办理的32件月底前办结。",
)


@pytest.mark.parametrize(("text", "place"), _SLIPS)
def test_what_is_left_is_wrong_in(broken: Broken, text: str, place: str) -> None:
    assert place in [where for _, where in broken(text)]


@pytest.mark.parametrize("text", _CLEAN)
def test_what_is_left_is_right_in(broken: Broken, text: str) -> None:
    assert not broken(text)
