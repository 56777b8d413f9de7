"""Units told once for a list, plans told by what passed them, rates that turned."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from tests.facts.conftest import Broken, TellsSlip

# The number between braces is right; the slip behind it is found.
_SLIPS = [
    # The unit of the last is that of the whole list.
    ("全年完成投资182.5亿元，其中第一产业12.3、第二产业{80.1}、第三产业90.1亿元。",
     "81.1", "parts-total"),
    ("全社会用电量15.02亿千瓦时，其中一产0.31、二产{7.49}、三产3.40、居民生活3.82亿千瓦时。",
     "7.59", "parts-total"),
    ("全社会用电量15.02亿千瓦时。一产0.31、二产7.49、三产3.40、居民生活3.82亿千瓦时，占比分别为2.1%、{49.9}%、22.6%、25.4%。",
     "94.9", "percent-share"),
    ("财政供养人员支出10364万元，其中行政4520、事业{3814}、离退休2030万元。",
     "3841", "parts-total"),
    ("全县3个乡镇改造户厕1147户，其中石桥镇442、柳河镇{355}和青山乡350户。",
     "365", "parts-total"),
    # 转为, 收窄至: a rate that changes its sign, a fall that becomes less.
    ("用电量由一季度的下降2.0%转为增长{1.4}%，增速回升3.4个百分点。",
     "4.1", "growth-delta"),
    ("货运量由上年同期的增长2.9%转为下降1.8%，增速回落{4.7}个百分点。",
     "7.4", "growth-delta"),
    ("工业投资由上月下降{6.2}%转为增长0.5%，回升6.7个百分点。",
     "2.6", "growth-delta"),
    ("进出口总额由下降7.6%收窄至下降4.1%，回升{3.5}个百分点。",
     "5.3", "growth-delta"),
    ("工业投资降幅由9.8%收窄至{5.0}%，收窄4.8个百分点。",
     "5.9", "growth-delta"),
    # By how much a plan was passed or missed, and how much of it was reached.
    ("国有资本经营收入完成2696万元，超预算295万元，为预算数的{112.3}%。",
     "121.3", "completion-rate"),
    ("支出2096万元，比预算少支{417}万元，为预算数的83.4%。",
     "471", "completion-rate"),
    ("税务部门完成{28406}万元，短收2878万元，为任务的90.8%。",
     "28806", "completion-rate"),
    ("财政部门完成13190万元，超收{568}万元，为任务的104.5%。",
     "658", "completion-rate"),
    ("全年入库8520万元，较任务多完成{320}万元，完成任务的103.9%。",
     "230", "completion-rate"),
    ("税务部门完成{28406}万元；财政部门完成13190万元。两部门共完成41596万元。",
     "28460", "parts-total"),
    # 其中 of a change that is told before it.
    ("支出由238207万元调整为261338万元，调增23131万元，其中新增债券8506万元，上级专款{10727}万元，动用基金3898万元。",
     "10277", "parts-total"),
    ("收入由年初的57166万元调整为53164万元，调减4002万元，下调{7.0}%。",
     "7.6", "growth-delta"),
    # The parts of an amount in a bracket behind its share.
    ("支出合计1595.31万元，其中：基本支出1049.01万元，占65.76%（人员经费938.73万元、公用经费{110.28}万元）；项目支出546.30万元，占34.24%。",
     "101.28", "parts-total"),
    ("工业增加值58.42亿元，增长6.1%（规上工业{43.18}亿元、规下工业15.24亿元）。",
     "41.38", "parts-total"),
    # A growth rate before what was reached.
    ("全县固定资产投资同比增长{7.6}%，完成79.64亿元，比去年同期多完成5.63亿元。",
     "6.7", "growth-delta"),
    ("社会消费品零售总额增长{5.2}%，实现63.12亿元，增加3.12亿元。",
     "2.5", "growth-delta"),
    # What is left of the whole is of the whole, and a rate of money is of the money.
    ("支出按154282万元安排。按性质分：人员支出78146万元，运转支出7419万元，项目支出68717万元。项目支出中含预备费3703万元，占支出总额的{2.4}%。",
     "4.2", "percent-share"),
]
_TRUE = [
    "热线12345、报警110、急救120件次。",
    "石桥镇第3、柳河镇第5位。",
    "全县有乡镇8、街道2个，行政村1.2万个。",
    "涉及村民800、乡镇1万人。",
    "用电量由一季度的下降2.0%转为增长1.4%，为今年以来首次转正。",
    "国有资本经营收入完成2696万元，同比短收295万元，为预算数的91.3%。",
    "完成2696万元，短收295万元，下降9.9%，为预算数的91.3%。",
    "三家银行发放贷款：农行320万元，建行410万元。两部门共完成审批75件。",
    "支出由238207万元调整为261338万元，调增23131万元，其中新增债券8506万元，上级专款10727万元。",
    "基本支出1049.01万元，占65.76%（上年962.31万元），项目支出546.30万元。",
    "累计发放小额信贷3246户，户均贷款4.87万元，贷款覆盖率46.3%（建档立卡户7011户）。",
    "工业增加值增长7.6%，完成投资79.64亿元，增加2.63亿元。",
    "申报项目40个，资金需求21.34亿元；通过审核16个，需求12.66亿元，通过率（按金额）59.3%。",
    "申报项目40个，资金需求21.34亿元；通过审核16个，需求12.66亿元，通过率（按个数）40%。",
    "支出按154282万元安排。按性质分：人员支出78146万元，运转支出7419万元，项目支出68717万元。项目支出中含预备费3703万元，占支出总额的2.4%。",
]


@pytest.mark.parametrize(("text", "slip", "kind"), _SLIPS)
def test_a_slip_is_found(tells_slip: TellsSlip, text: str, slip: str, kind: str) -> None:
    tells_slip(text, slip, kind)


@pytest.mark.parametrize("text", _TRUE)
def test_nothing_is_said_of(broken: Broken, text: str) -> None:
    assert not broken(text)
