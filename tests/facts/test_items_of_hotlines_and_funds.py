"""Items of hotlines, inspections, funds and fields: what is left, of all, against what."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from tests.facts.conftest import Broken, TellsSlip

# A text with {a number}, a slip in its place, and the kind of sum that tells of it.
_SLIPS = [
    # A name that was told of people, again of money.
    (("工伤、失业保险参保人数分别为34414人、33057人。三项基金征缴41035.96万元"
      "，其中养老38453.63万元、工伤{941.21}万元、失业1641.12万元。"),
     "941.12", "parts-total"),
    # What came in, with its parts; what went, and what is left.
    (("三项基金征缴41035.96万元，其中养老38453.63万元、工伤941.21万元、失"
      "业1641.12万元；支出34470.21万元，当期结余{6565.75}万元。"),
     "6556.75", "parts-total"),
    (("全年筹资33927.48万元，其中个人缴费12616.51万元、财政补助21310.97"
      "万元；基金支出{26210.19}万元，其中住院19488.32万元、门诊统筹2225."
      "00万元，当期结余7717.29万元。"),
     "26210.91", "parts-total"),
    # Against two values of a bracket.
    ("7月份，群众到市走访98批1301人次，与上月（68批988人次）相比分别上升44.12%、{31.68}%。",
     "36.18", "growth-delta"),
    ("10月接访110批{1520}人次，与上月（88批1216人次）相比分别上升25.00%、25.00%。",
     "1250", "growth-delta"),
    # What is left of what came in.
    ("省派工单333件，已办结289件，另有{44}件在办理时限内。", "42", "parts-total"),
    ("受理投诉333件，已办结289件，另有{44}件尚未办结。", "42", "parts-total"),
    # The county's own, and those of its places; what was done is told again of each.
    ("发放补贴659户97.9万元。新开工保障房1414套，其中市本级480套、各县{934}套。",
     "334", "parts-total"),
    ("给予党纪政务处分{324}人。处分县处级干部6人，乡科级干部49人，一般干部25人，农村、企业等其他人员244人。",
     "224", "parts-total"),
    # What goes to something else is none of the list.
    (("全年救助困难群众{14851}人次，其中城镇3685人次，支出497.48万元；农村11"
      "166人次，支出971.44万元；另资助16569名特困人员参加居民医保，资助金额596"
      ".48万元。"),
     "14051", "parts-total"),
    # What money of a name went to.
    (("下达资金7934.42万元，其中中央资金4656.8万元，省级资金3277.62万元。中"
      "央资金用于产业发展{3069.8}万元、后续扶持917万元、以工代赈383万元、国有林场"
      "238万元、项目管理费49.0万元。"),
     "5069.8", "parts-total"),
    (("中央资金4656.8万元，省级资金3277.62万元。中央资金用于：（一）产业发展306"
      "9.8万元；（二）后续扶持917万元；（三）以工代赈{383}万元；（四）国有林场238"
      "万元；（五）项目管理费49.0万元。"),
     "283", "parts-total"),
    # Of what stands right before what was done.
    ("截至6月18日，全县{49.0}万亩小麦已收获42.7万亩，占应收面积的87.1%。", "49.8", "percent-share"),
    ("236个行政村已完成191个，占全部村数的{80.9}%。", "89.0", "percent-share"),
    # Cases that were handed over in batches.
    (("我市接办督察组转办举报件19批{201}件（来电118件、来信83件），按类型分，大气8"
      "2件、水58件、噪声39件、固废14件、其他8件。"),
     "210", "parts-total"),
    ("我市接办督察组转办举报件19批201件（来电118件、来信83件）。已办结114件、阶段性办结69件、未办结{18}件。",
     "81", "parts-total"),
    ("交办举报件201件。已办结114件、阶段性办结69件、未办结18件，办结率（含阶段性办结）{91.0}%。",
     "90.1", "completion-rate"),
    # A mean of what stands right before the money; a price that fell.
    ("接收投诉举报2970件。从性质看，投诉1729件、举报1241件，投诉调解成功1086件，挽回损失107.09万元，件均{986.1}元。",
     "968.1", "average"),
    ("生猪均价14.99元/公斤，比上月（15.91元/公斤）每公斤跌0.92元，跌幅{5.8}%。",
     "5.1", "growth-delta"),
    ("平均收购价格1.23元/斤，比去年同期低0.10元，跌幅{7.5}%。", "5.7", "growth-delta"),
    # What was put right stands in the bracket behind its rate.
    (("发现隐患919处，其中一般隐患903处、重大隐患16处，现场整改671处，限期整改248处，"
      "整改率{94.3}%（已整改867处）。"),
     "49.3", "completion-rate"),
    # What was lent and paid back; a list before what a bracket counts with; a task that is done.
    (("累计向12100户脱贫户发放小额信贷7.91亿元，累计还贷7224户{4.72}亿元，"
      "贷款余额3.19亿元、4876户。"),
     "4.27", "parts-total"),
    (("支出333.67万元，其中助医{82.50}万元、助学84.85万元、助困146.78万元、其他19.54万元；"
      "年末结余232.76万元（含上年结余117.48万元）。"),
     "85.20", "parts-total"),
    ("办理法律援助案件257件，全年{277}件目标任务已完成92.8%。", "217", "completion-rate"),
    # Of all beds, and of nobody who was told of before.
    (("全县9813名老人享受高龄津贴。养老机构12家，床位1615张，入住791人，入住率{49.0}%，"
      "其中护理型床位1121张，占69.4%。"),
     "40.9", "completion-rate"),
    # Of all that came in, and not of what is done by now.
    (("全县受理欠薪线索434件，已办结419件，为1803名农民工追回工资2242.93万元，"
      "人均12440元。涉工程建设领域299件，占总量的{68.9}%。"),
     "86.9", "percent-share"),
]

_CLEAN = [
    # Some are not begun; those are beside what is settled; a part that was settled.
    "新建口袋公园10个，建成5个，另有2个在建。",
    "审结37人，其中提起公诉16人，相对不起诉7人，附条件不起诉14人，另有4人正在审查。",
    # What is told first of three is no whole of the others.
    ("我市接办举报件19批201件（来电118件、来信83件）。大气82件、水58件、噪声39"
     "件、固废14件、其他8件。已办结114件、阶段性办结69件、未办结18件，办结率（含阶段"
     "性办结）91.0%。"),
    # Some of what money of a name went to.
    ("下达资金7934.42万元，其中中央资金4656.8万元，省级资金3277.62万元。中"
     "央资金主要用于产业发展3069.8万元、后续扶持917万元。"),
    "三项基金征缴41035.96万元，其中养老38453.63万元；支出34470.21万元，累计结余61565.75万元。",
    "排查隐患434处，已整改419处，其中重大隐患299处，占总数的71.4%。",
    "最大负荷23.4万千瓦，比去年最高（21.5万千瓦）增长8.8%。",
    "平均气温16.2℃，比上年高0.4℃，比常年高0.9℃。",
    "今年发放贷款7.91亿元，累计收回9.72亿元，贷款余额3.91亿元。",
    "发放“银税互动”贷款549笔、4.25亿元，户均71.0万元。",
    # A few pupils are taught apart; a price of what another sum made up.
    "在校（园）生87604人，其中高中7510人、中职2648人、初中18644人、小学43050人、学前15652人。",
    ("批复总投资1666.25万元，其中财政补助1112万元，自筹47.84万元，整合资金50"
     "6.41万元。渠道全长71.82公里，折每公里投资23.20万元。"),
    "给予党纪政务处分224人。处分县处级干部6人，乡科级干部49人，一般干部25人。",
]


@pytest.mark.parametrize(("text", "slip", "kind"), _SLIPS)
def test_a_slip_is_told(tells_slip: TellsSlip, text: str, slip: str, kind: str) -> None:
    tells_slip(text, slip, kind)


@pytest.mark.parametrize("text", _CLEAN)
def test_nothing_is_told(broken: Broken, text: str) -> None:
    assert not broken(text)
