"""Rates, means and multiples whose name does not say of what they are, or whose whole is behind."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from tests.facts.conftest import Broken

# A paragraph with what is right in braces, the slip, and of what kind it is.
_SLIPS = [
    # The name of the rate says it in other words.
    ("水泥产量321.1万吨，销量306.7万吨，产销率为{95.5}%。", "92.5", "completion-rate"),
    ("政策范围内医疗费用4589.29万元，报销3671.43万元，报销比例{80.00}%。", "70.00",
     "completion-rate"),
    ("60岁及以上老年人14.40万人，老龄化率{28.00}%，户籍总人口51.43万人。", "28.09",
     "completion-rate"),
    ("养老床位607张，入住394人，入住率{64.91}%。", "46.91", "completion-rate"),
    ("供水总量5364.84万吨，漏损水量493.57万吨，管网漏损率{9.20}%。", "9.70", "completion-rate"),
    # What nobody appealed against; what was settled in either way.
    ("一审判决1162件，上诉163件，服判息诉率{85.97}%。", "82.97", "completion-rate"),
    ("全年审结2110件，其中调解494件、撤诉308件，调解撤诉率{38.01}%。", "38.10", "completion-rate"),
    # Of the last that was told, in what it is of or what stands before it.
    ("持证残疾人4367人，其中享受“两项补贴”3690人，覆盖率{84.50}%。", "48.50", "completion-rate"),
    ("全县168个行政村，通公交148个，通达率{88.10}%。", "89.10", "completion-rate"),
    ("回收有效问卷612份，满意597份，满意度{97.55}%。", "79.55", "completion-rate"),
    # The whole stands in the bracket behind the rate.
    ("执行到位金额2.60亿元，到位率{55.67}%（申请标的4.67亿元）。", "65.67", "completion-rate"),
    ("已完成治理95个，治理率{59.0}%（行政村161个）。", "95.0", "completion-rate"),
    # By how much more was paid than was asked; how much less there is than was.
    ("成交总价34135万元，溢价率{22.20}%（起始价27934万元）。", "22.28", "growth-delta"),
    ("材料由23份精简到7份，精简率{69.6}%。", "99.6", "growth-delta"),
    # So many times what is told behind.
    ("今年春茶产量639吨，是去年的{1.27}倍，去年产量为503吨。", "1.72", "growth-delta"),
    ("人均生产总值61295元，是2015年的{1.70}倍（2015年为36056元）。", "1.07", "growth-delta"),
    # On comparable terms both; against another year than the one before.
    ("“三公”经费支出328.04万元，同口径较上年减少24.33万元，下降{6.90}%。", "6.09", "growth-delta"),
    ("用水总量4467万立方米，比上年节约112万立方米，下降{2.45}%。", "2.41", "growth-delta"),
    ("受理诉求1888件，环比上升{24.70}%，上周受理1514件。", "24.20", "growth-delta"),
    ("全县固定资产投资增长11.8%，高于全市{0.9}个百分点，全市增长10.9%。", "0.4", "growth-delta"),
    # A middle value of a mean; of what has the whole's very name, behind it.
    ("人均可支配收入23898元，中位数22440元，中位数是平均数的{93.9}%。", "39.9", "percent-share"),
    ("住户存款420.10亿元，占各项存款的{71.7}%，各项存款余额585.91亿元。", "11.7", "percent-share"),
    # Means of what is divided by what has another unit.
    ("公路总里程3374.1公里，国土面积2665平方公里，公路密度{126.6}公里/百平方公里。", "126.1",
     "average"),
    ("出院12980人次，实际占用总床日89601床日，平均住院日{6.90}天。", "6.94", "average"),
    ("测产面积1652亩，总产875.6吨，折合亩产{530.0}公斤。", "535.0", "average"),
    ("共争取项目36个、资金7352万元，平均单个项目{204.2}万元。", "304.2", "average"),
    ("本周受理诉求1888件，日均{270}件。", "207", "average"),
    ("全年清运生活垃圾73307吨，日均{200.8}吨。", "208.0", "average"),
    # What was approved, what was saved, by other words.
    ("送审金额{6700.05}万元，审定金额5969.74万元，核减730.31万元。", "6700.50", "parts-total"),
    ("采购预算{3535.86}万元，实际采购金额3005.48万元，节约资金530.38万元。", "3538.56",
     "parts-total"),
]

_TRUE = [
    "税收收入5.23亿元，扣除留抵退税因素后，同口径增加0.32亿元，增长6.10%。",
    "全年收入36212万元，剔除一次性因素，同口径减少1234万元，下降3.2%。",
    "产值75.45亿元，增长2.3%，比2015年提高1.61亿元（2015年为73.84亿元）。",
    "产值61295万元，是2015年的1.70倍，增长12.3%，上年同期54582万元。",
    "粮食产量32.14万吨，是2012年的1.2倍，去年为31.2万吨，增长3.01%。",
    "养老床位607张，其中护理型床位394张，入住率44.91%。",
    "普通高中招生2345人，中职招生2123人，高中阶段毛入学率90.8%。",
    "行政村168个，路灯1840盏，亮灯率98.20%；自来水普及率95.20%。",
    "残疾人4367人，其中重度1690人，康复服务率38.07%。",
    "审结民事案件2110件，其中判决1162件，上诉163件，服判息诉率92.27%。",
    "生产水泥321.12万吨，销售水泥290.12万吨，其中出口20.31万吨，产销率90.35%。",
    "共受理120件，已办结98件，办结率89.1%（撤回10件）。",
    "已流转土地12.34万亩，流转率45.12%（全市平均38.12%）。",
    "材料由23份精简到7份，环节精简率52.1%。",
    "挂牌出让土地3宗，起始总价23456万元，成交2宗，成交价15678万元，溢价率12.12%，评估总价26789万元。",
    "上月销售商品房123套，今年累计销售1234套，同比增长12.10%。",
    "公路总里程3374.1公里，其中高速公路126.3公里，国土面积2665平方公里，高速公路密度4.74公里/百平方公里。",
    "采购预算2000.50万元，合同金额1900.30万元，节约资金90.20万元，另有10.00万元项目废标。",
    "GDP为210.65亿元，增长5.3%，研发投入4.21亿元，占GDP比重2.00%。",
]


@pytest.mark.parametrize(("text", "slip", "kind"), _SLIPS)
def test_a_slip_in_it_is_found(broken: Broken, text: str, slip: str, kind: str) -> None:
    head, _, rest = text.partition("{")
    right, _, tail = rest.partition("}")
    assert not broken(head + right + tail)
    assert kind in {one for one, _ in broken(head + slip + tail)}


@pytest.mark.parametrize("text", _TRUE)
def test_nothing_is_said_of_what_may_be_of_others(broken: Broken, text: str) -> None:
    assert not broken(text)
