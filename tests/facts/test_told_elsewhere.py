"""Changes of what was told before, of windows of time, and rates of what is called otherwise."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from tests.facts.conftest import Broken, Slipped

# The number between braces is right; the slip behind it is found.
_SLIPS = [
    # Behind a semicolon, of the only level of that unit that is no part.
    ("邮政业务总量1.24亿元，快递业务量3441.0万件，其中收件555.0万件、派件2886.0万件；比上年多{295.7}万件，增长9.4%。",
     "259.7", "growth-delta"),
    ("全县有定点药店186家，比年初多14家，增长{8.1}%；定点医院23家，与年初持平。",
     "1.8", "growth-delta"),
    ("年末从业人员21.26万人，三次产业从业人员分别为6.33万人、6.76万人和8.17万人；与上年末相比，从业人员减少0.26万人，下降{1.2}%。",
     "2.1", "growth-delta"),
    ("转移就业100411人，其中省外38832人、省内县外22861人、县内38718人，县内就业占38.6%，人数比年初的38100人多{618}人。",
     "681", "growth-delta"),
    # What it was as the year began, and last year in a sentence of its own.
    ("年初暂付款余额23678万元，当年消化7861万元，当年新增1289万元，年末余额17106万元，比年初净减{6572}万元。",
     "6752", "growth-delta"),
    ("全年接待游客404.97万人次，旅游收入25.39亿元。上年接待369.84万人次，今年增长{9.5}%。",
     "5.9", "growth-delta"),
    # Of two windows of time.
    ("上半年收入25671万元，下半年收入29388万元，全年共55059万元，下半年比上半年多{3717}万元。",
     "3771", "growth-delta"),
    ("一季度办件12463件，二季度办件14782件，二季度比一季度增加2319件，增长{18.6}%。",
     "16.8", "growth-delta"),
    ("一季度完成27693万元，4月、5月、6月分别完成11657万元、10433万元、14794万元，二季度合计36884万元，较一季度多{9191}万元。",
     "9911", "growth-delta"),
    ("上半年收入25671万元，下半年收入29388万元，全年共55059万元；与上年（51553万元）比增长{6.8}%。",
     "8.6", "growth-delta"),
    # Points against a place, whose own rate stands behind; against a planned share.
    ("固定资产投资增长5.9%，低于全市平均水平{2.2}个百分点，全市为8.1%。",
     "2.4", "growth-delta"),
    ("税收24614万元、非税10424万元，共35038万元，税收占比70.2%，比年初计划占比72.2%低{2.0}个百分点。",
     "3.0", "growth-delta"),
    # Shares of what the sentence before is of, in spite of another level in this one.
    ("进出口总额22.20亿元，其中出口16.98亿元，进口5.22亿元。贸易顺差11.76亿元，出口占进出口总额的{76.5}%。",
     "75.6", "percent-share"),
    # Rates by what they are reckoned in, of what is called otherwise, or of what is not begun.
    ("申报专项债券项目40个，资金需求24.21亿元；通过审核16个，需求12.66亿元，通过率（按金额）{52.3}%。",
     "53.2", "completion-rate"),
    ("识别监测对象1870户7358人，已消除风险1272户4901人，未消除风险598户2457人，风险消除率（按户计）{68.0}%。",
     "60.8", "completion-rate"),
    ("全县政府债务限额50.11亿元，债务余额44.14亿元。余额低于限额5.97亿元，限额使用率{88.1}%。",
     "81.8", "completion-rate"),
    ("年末政府债务余额41.08亿元，综合财力47.44亿元，债务率{86.6}%。",
     "68.6", "completion-rate"),
    ("安排项目89个，已完工63个、在建20个、未开工6个，开工率{93.3}%，完工率70.8%。",
     "93.8", "completion-rate"),
    ("下达我县专项债券7.55亿元，支持项目12个。截至10月末已拨付项目单位6.83亿元，拨付率{90.4}%。",
     "94.0", "completion-rate"),
    ("文旅消费券核销23524张，核销率{81.9}%，发放总量28723张。",
     "89.1", "completion-rate"),
]  # fmt: skip

_TRUE = [
    "全县有药店186家、诊所241家；比年初多14家。",
    "上年接待369.84万人次，今年一季度接待112.30万人次，增长9.5%。",
    "2月份接待游客36.52万人次。上年接待369.84万人次，今年增长9.5%。",
    "一季度收入12563万元，二季度收入14827万元，三季度收入13391万元，三季度比二季度少1436万元。",
    "1—5月完成投资3.62亿元，占全年的36.2%，比1—4月增加0.74亿元。",
    "固定资产投资增长5.9%，低于全市平均水平2.2个百分点，全省为6.7%。",
    "年初存栏生猪12.36万头，年末存栏牛3.25万头，比年初增加0.41万头。",
    "年末政府债务余额41.08亿元，一般公共预算收入17.44亿元，债务率86.6%。",
    "化解隐性债务3.26亿元，年末债务余额41.08亿元，综合财力47.44亿元，债务化解率102.3%。",
    "安排项目89个，已完工63个、在建20个、未开工6个，按时开工率88.8%。",
    "7月出口3.26亿元。1—7月进出口总额22.20亿元，出口占进出口总额的76.5%。",
    "受理事项1870件，其中涉企1272件，未办结598件，满意率（按户计）96.2%。",
]  # fmt: skip


@pytest.mark.parametrize(("text", "slip", "kind"), _SLIPS)
def test_a_slip_is_found(
    broken: Broken, slipped: Slipped, text: str, slip: str, kind: str
) -> None:
    right, wrong = slipped(text, slip)
    assert broken(right) == []
    assert kind in [found for found, _ in broken(wrong)]


@pytest.mark.parametrize("text", _TRUE)
def test_a_true_paragraph_is_left_alone(broken: Broken, text: str) -> None:
    assert broken(text) == []
