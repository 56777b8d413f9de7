"""Prices shared out, rates of parts by their names, what is beside the parts behind a semicolon."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from tests.facts.conftest import Broken, TellsSlip

# A paragraph with a number in braces, a slip for it, and the rule that tells.
_SLIPS = [
    ("10月份发放生活补贴2678人、21.42万元，护理补贴4338人、47.28万元，标准分别为每人每月{80}元、109元。",
     "60", "average"),
    ("本月发放低保金312户、18.72万元，特困供养金{86}户、7.31万元，标准分别为每户600元、850元。",
     "68", "average"),
    ("争取债券资金8.61亿元，其中一般债券1.41亿元、专项债券7.20亿元。已支出6.23亿元，其中一般债券支出1.01亿元、专项债券支出5.22亿元，支出进度分别为{71.6}%和72.5%。",
     "61.6", "completion-rate"),
    ("评审项目149个，其中预算评审123个、结算评审26个；送审金额{10.45}亿元，审定金额9.34亿元，审减金额1.11亿元。",
     "10.54", "parts-total"),
    ("总投资10023万元，其中中央资金6556万元、市县配套3467万元。已完工13个，完成投资7758万元，投资完成率{77.4}%。",
     "73.4", "completion-rate"),
    ("查出问题金额30510万元，其中违规金额1725万元、管理不规范金额{28785}万元。",
     "28875", "parts-total"),
]  # fmt: skip
_TRUE = [
    "搬迁3563户15030人；建成安置点8个，城镇安置4个13527人，占90.0%。",
    "1—10月发放生活补贴2678人、200.42万元，护理补贴4338人、447.28万元，标准分别为每人每月80元、109元。",
    "争取债券资金8.61亿元，其中一般债券1.41亿元、专项债券7.20亿元。一般债券项目支出1.01亿元、专项债券项目支出5.22亿元，占支出的比重分别为16.2%和83.8%。",
    "项目10个，其中续建3个；总投资50亿元，其中续建项目20亿元，新建项目30亿元；新建7个。",
    "完成投资7758万元，占年度计划的77.4%；投资完成率居全市第3位。",
]


@pytest.mark.parametrize(("text", "slip", "kind"), _SLIPS)
def test_a_slip_is_found_in_what_is_told_in_order(
    tells_slip: TellsSlip, text: str, slip: str, kind: str
) -> None:
    tells_slip(text, slip, kind)


@pytest.mark.parametrize("text", _TRUE)
def test_what_is_told_in_no_order_is_let_be(broken: Broken, text: str) -> None:
    assert not broken(text)
