"""Rates by the unit they are reckoned in, of what is done and what is not; measures told again."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from tests.facts.conftest import Broken, TellsSlip

# The number between braces is right; the slip behind it is found.
_SLIPS = [
    # By the unit that a rate is reckoned in.
    ("监测对象1398户3638人，已消除风险1072户2846人，风险消除率（按户）{76.7}%。", "67.7",
     "completion-rate"),
    ("小区58个、住宅10561套，已化解45个小区7720套，按套数化解率{73.1}%。", "71.3",
     "completion-rate"),
    ("累计培训移民{781}人次，实现就业576人，就业率73.8%。", "718", "completion-rate"),
    # Of what is done, and what is being done or still to be done.
    ("改造项目完工16个，在建{12}个，完工率57.1%。", "62", "completion-rate"),
    ("共查出问题342项。已整改问题310项，正在整改32项，整改率{90.6}%。", "96.0",
     "completion-rate"),
    ("已为1194名残疾人适配辅具，尚有{23}名在排队等候，适配率98.1%。", "32", "completion-rate"),
    # So many times, and how many times it was.
    ("担保公司在保余额16.01亿元，净资产{3.08}亿元，放大倍数5.20倍。", "3.80", "growth-delta"),
    ("在保余额22.63亿元、在保户数2969户，放大倍数3.25倍（净资产{6.96}亿元）。", "9.66",
     "growth-delta"),
    ("城镇居民人均可支配收入32600元，增长4.7%；农村居民17630元，增长6.3%。城乡收入比1.85，上年同期为{1.88}。",
     "1.68", "growth-mix"),
    ("网拍成交175件11793万元，溢价率16.9%（起拍价合计{10088}万元）。", "10808", "growth-delta"),
    # More than what stands beside it, or than everybody's.
    ("批而未供土地处置率35.43%，超省定25%目标{10.43}个百分点。", "14.03", "growth-delta"),
    ("全县电商渗透率32.8%，高于全市平均水平{27.4}%5.4个百分点。", "24.7", "growth-delta"),
    ("签约居民23.84万人，签约率44.0%（常住人口54.18万人）；重点人群签约74537名，签约率83.3%，高于全人群{39.3}个百分点。",
     "33.9", "growth-delta"),
    # One measure in two units.
    ("早稻播种面积4525公顷（{6.79}万亩），单产5844公斤/公顷（390公斤/亩）。", "6.97",
     "same-measure"),
    ("早稻播种面积4525公顷（6.79万亩），单产{5844}公斤/公顷（390公斤/亩）。", "5484",
     "same-measure"),
    ("粮食总产量26.44万吨（{5.29}亿斤），比上年增长1.2%。", "5.92", "same-measure"),
    ("全县国土面积2318平方公里（{347.7}万亩），耕地62.4万亩。", "374.7", "same-measure"),
    # What was there before, what came, what there is.
    ("建成碧道9.4公里，累计107.4公里（上年末{98.0}公里）。", "89.0", "parts-total"),
    ("今年新建充电桩286个，全县累计达{1438}个（上年末1152个）。", "1483", "parts-total"),
    ("拆除违建10680平方米，比去年全年多拆{1400}平方米，去年共拆9280平方米。", "4100",
     "growth-delta"),
    # Each of its own plan.
    ("举办送戏下乡213场、公益电影2422部，完成率分别为103.9%、{84.1}%（年度任务依次为205场、2880部）。",
     "81.4", "completion-rate"),
    ("新增就业2216人、再就业715人，分别完成年度目标（3936人、{1153}人）的56.3%、62.0%。", "1135",
     "completion-rate"),
    # All that can become of a proposal.
    ("会议期间提交提案205件，经审查立案177件，立案率86.3%，并案11件，转为意见{17}件。", "71",
     "parts-total"),
    ("共收到提案159件，经审查立案141件，立案率88.7%，作为意见建议转有关部门{15}件，不予立案3件。",
     "51", "parts-total"),
]

_TRUE = [
    # Of those who were looked after by others; of what is not told; of more than is told.
    "组织招聘会27场，进场求职5120人次，达成意向1260人，高校毕业生就业率92.5%。",
    "计划培训2769人次，截至10月末已开班83期、培训2653人次，完成95.8%，其中企业职工1622人次、农村劳动力909人次、高校毕业生122人次。取得证书2290人，取证率86.3%。",
    "项目28个，完工16个，在建5个，完工率57.1%。",
    "改造项目完工16个，在建5个，另有7个未开工，完工率57.1%。",
    "已处理答复3158条，还有3条正在处理中，共收到3161条，处理答复率99.91%。",
    # A month's ratio, a goal that is met, another measure in the bracket.
    "城乡收入比1.85，上年同期为1.88。",
    "参保率97.2%，超省定95%目标，较上年提高0.4个百分点。",
    "优良率91.2%，高于去年同期88.5%的水平，比全省高1.3个百分点。",
    "造林4525公顷（2.3万亩为飞播），抚育1200公顷（3个林场）。",
    "全县公路里程1210公里（360公里为高速），国土面积2318平方公里（耕地62.4万亩）。",
    # What came is of something else than what there is.
    "全县发展党员312名，党员总数累计18642名（上年末18401名），党组织1322个。",
    "重点人群签约74537名，签约率83.3%，高于全人群。签约居民23.84万人，签约率44.0%。",
    "拆除违建10680平方米，比去年全年多拆1400平方米，去年共排查9820平方米。",
]


@pytest.mark.parametrize(("text", "slip", "kind"), _SLIPS)
def test_a_slip_is_found(tells_slip: TellsSlip, text: str, slip: str, kind: str) -> None:
    tells_slip(text, slip, kind)


@pytest.mark.parametrize("text", _TRUE)
def test_nothing_is_said_of(broken: Broken, text: str) -> None:
    assert broken(text) == []
