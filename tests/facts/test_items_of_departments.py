"""Constructions of the items that departments send in: slips are found, the true text is silent."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from tests.facts.conftest import Broken

# What is wrong, the kind of sum that says so, the number that is blamed.
_SLIPS = [
    # Shares alone in brackets, of what the list is of.
    ("新发展团员420名。新发展的团员中，女生213名（50.7%），农村户籍147名（53.0%）。",
     "percent-share", "53.0%"),
    ("今年已发展党员373名。已发展的党员中，女性147名（39.4%），35岁以下285名（67.4%）。",
     "percent-share", "67.4%"),
    ("受理案件373件，其中盗窃185件（49.6%）、诈骗88件（32.6%）。", "percent-share", "32.6%"),
    # Lists of changes and of earlier values in several units, each with its rate.
    ("疫点小班196个、面积11043亩、病死树11404株，较去年分别减少34个、1080亩、3307株，降幅为14.8%、9.8%、22.5%。",
     "growth-delta", "9.8%"),
    ("事故120起，死亡36人、受伤229人、财产损失50.2万元，与去年同期140起、39人、265人、54.1万元相比，分别下降14.3%、7.7%、31.6%、7.2%。",
     "growth-delta", "31.6%"),
    # Rates of what was done, and what is left behind them.
    ("居民养老保险缴费57364人，缴费率94.58%，应缴未缴的还有2714人。", "completion-rate", "94.58%"),
    ("使用补贴资金750.6万元，其中中央678.5万元、省级72.1万元，资金使用率93.2%，结余62.7万元。",
     "completion-rate", "93.2%"),
    ("持卡300000人，其中第三代卡234600人，换发进度72.80%，剩余65400人计划年底前换发。",
     "completion-rate", "72.80%"),
    ("首针接种2709人，应种2935人，首针接种率92.3%；第二针2113人，第二针接种率70.2%。",
     "completion-rate", "70.2%"),
    ("轮换储备粮7134吨，轮换计划完成48.0%（计划8493吨）。", "completion-rate", "48.0%"),
    # Rates of several together: what a bracket counts too, what was shared out.
    ("交办信访件102件，已办结90件，阶段性办结9件，办结率（含阶段性办结）79.1%。",
     "completion-rate", "79.1%"),
    ("筹集资金91.8万元，慰问职工209户、劳模36人，分别使用35.6万元、45.1万元，资金支出率78.9%，结余11.1万元。",
     "completion-rate", "78.9%"),
    # A whole that is told behind its shares; what stands behind a list, or is called 应.
    ("投诉类1964件、求助类1843件、咨询类5075件、建议类276件，依次占总量的21.45%、20.21%、55.42%和3.01%；总量9158件。",
     "percent-share", "20.21%"),
    ("57.5万亩小麦已收割34.9万亩，其中机收33.7万亩；日收割能力5.3万亩，剩余26.2万亩。",
     "parts-total", "26.2万亩"),
]  # fmt: skip


@pytest.mark.parametrize(("text", "kind", "place"), _SLIPS)
def test_a_slip_is_found_in(broken: Broken, text: str, kind: str, place: str) -> None:
    assert (kind, place) in broken(text)


@pytest.mark.parametrize(
    "text",
    [
        # The same constructions, right.
        "新发展团员420名。新发展的团员中，女生213名（50.7%），农村户籍147名（35.0%）。",
        "事故120起，死亡36人、受伤229人、财产损失50.2万元，与去年同期140起、39人、265人、54.1万元相比，分别下降14.3%、7.7%、13.6%、7.2%。",
        "交办信访件102件，已办结90件，阶段性办结9件，办结率（含阶段性办结）97.1%。",
        "筹集资金91.8万元，慰问职工209户、劳模36人，分别使用35.6万元、45.1万元，资金支出率87.9%，结余11.1万元。",
        "投诉类1964件、求助类1843件、咨询类5075件、建议类276件，依次占总量的21.45%、20.12%、55.42%和3.01%；总量9158件。",
        "57.5万亩小麦已收割34.9万亩，其中机收33.7万亩；日收割能力5.3万亩，剩余22.6万亩。",
        # What looks like it and is something else.
        "任务500户，已完成460户，其中城镇完成120户（80.0%）、农村完成340户（97.1%）。",
        "完成投资5.2亿元（83.3%），其中产业项目3.1亿元（91.2%）。",
        "签约18.44万人，其中重点人群11.06万人，重点人群签约率81.6%。",
        "新增公租房8387套，累计分配率96.1%，剩余297套。",
        "改造任务279户，已竣工208户，其中C级维修73户，D级重建135户；补助资金564.58万元，C级户均0.91万元，D级户均3.69万元。",
        "在册矫正对象305人，缓刑286人、假释14人、暂予监外执行5人，接收116人、解除180人，年初在册369人。",
        "教师交流123人，占应交流教师（560人）的22.0%，骨干教师34人，占交流教师总数27.6%。",
        "外出招商186批次，领导带队20批次，部门166批次，对接企业7810家，每批次42.0家。",
    ],
)  # fmt: skip
def test_nothing_is_wrong_in(broken: Broken, text: str) -> None:
    assert not broken(text)
