"""Parts told by ranges and voltages, rates of parts of a plan, means over what is far back."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from tests.facts.conftest import Broken, TellsSlip

# A paragraph with a number in braces, a slip for it, and the rule that tells.
_SLIPS = [
    # What 主要包括 names has no numbers of its own.
    ("基本支出948.48万元。基本支出中，人员经费{863.83}万元，主要包括基本工资、津贴补贴等；公用经费84.65万元，主要包括办公费、水电费等。",
     "868.33", "parts-total"),
    # A limit without a digit, a range and a voltage are names.
    ("新签约项目58个，其中亿元以上项目{20}个、亿元以下项目38个。", "70", "parts-total"),
    ("储备项目131个，其中千万元以上的67个，千万元以下的{64}个。", "94", "parts-total"),
    ("216个行政村中，其中集体收入10万元以下的村{29}个，10万元至50万元的村148个，50万元以上的村39个。",
     "92", "parts-total"),
    ("投资5306万元实施农网项目33个，其中10千伏及以下项目28个、投资3637万元，35千伏项目{5}个、投资1669万元。",
     "8", "parts-total"),
    # Visits and letters are of what is counted in 件次; veterans are of one kind each.
    ("受理信访事项1764件次，同比下降4.5%。其中：来信{73}件、来访358批次、网上信访1333件。",
     "37", "parts-total"),
    ("共为2875名优抚对象发放补助2438万元，其中残疾军人{175}人、“三属”26人、在乡复员军人17人、带病回乡退伍军人353人、60岁以上农村籍退役士兵2304人。",
     "715", "parts-total"),
    # Of several wholes, the one that is called as the parts are, or that a slip explains.
    ("发放补贴资金2541.5万元，带动销售1.76亿元。其中汽车916辆、补贴{1177.1}万元，家电15362台、补贴1004.1万元，电动自行车2733辆、补贴135.7万元，手机6071台、补贴224.6万元。",
     "1717.1", "parts-total"),
    ("排查矛盾纠纷2495次，调解各类纠纷1881件，调解成功1838件。其中婚姻家庭纠纷{415}件、邻里纠纷767件、山林土地纠纷202件、损害赔偿纠纷235件、其他纠纷262件。",
     "145", "parts-total"),
    ("受理案件7817件，其中新收7126件、旧存691件；审（执）结6957件，结案率89.00%。其中，审结刑事案件{357}件、民商事案件4506件、行政案件41件，执结案件2053件。",
     "537", "parts-total"),
    ("支出预算927.63万元，其中：人员经费{645.37}万元、公用经费72.18万元、项目支出210.08万元。",
     "465.37", "parts-total"),
    # What came in and what was settled take turns in one clause.
    ("受理各类案件5323件，审执结4313件，未结1010件。其中民商事案件受理2922件、审结{2405}件，刑事案件受理147件、审结131件，行政案件受理67件、审结45件，执行案件受理2187件、执结1732件。",
     "2045", "parts-total"),
    # An account's total by another name, and one of all that were listed.
    ("一般公共预算收入79900万元，其中税收收入47061万元，非税收入32839万元。加上级补助收入{181718}万元、调入资金13352万元、上年结转9332万元，收入预算总计284302万元。",
     "187118", "parts-total"),
    ("规上工业企业130家，较上年净增9家；限上商贸企业{96}家，规上服务业企业42家，“四上”企业总数268家。",
     "69", "parts-total"),
    # A rate of the part of the plan that is called so; a share of what was planned in that unit.
    ("承担筛查任务8400人，其中宫颈癌5000人、乳腺癌3400人。已完成宫颈癌筛查4645人，完成率{92.9}%；乳腺癌筛查3036人，完成率89.3%。",
     "99.2", "completion-rate"),
    ("计划改造小区22个、楼栋95栋、居民3636户。目前已开工20个，惠及居民{2723}户，占计划户数的74.9%。",
     "7223", "percent-share"),
    ("收获小麦47.9万亩，占应收面积59.7万亩的80.3%，其中机收47.1万亩，机收率{98.3}%。",
     "89.3", "completion-rate"),
    ("受理事项69934件，办结69514件。网上办理{52171}件，网办率74.6%。", "25171", "completion-rate"),
    ("送审金额69557万元，审定金额61848万元，审减金额7709万元，综合审减率{11.08}%。",
     "18.08", "completion-rate"),
    # The amount of a change whose rate names its level; one window against another.
    ("立案212件，其中留置10人；给予处分175人，其中乡科级24人、其他人员151人；立案数同比增长5.5%，增加{11}件。",
     "17", "growth-delta"),
    ("受理来电8614件，其中投诉214件；回访1208人。来电量同比下降3.6%，减少{322}件。",
     "232", "growth-delta"),
    ("一季度完成13.70亿元，增长2.5%；二季度完成13.51亿元，增长6.2%，二季度增幅比一季度提高{3.7}个百分点。",
     "7.3", "growth-delta"),
    # Of each of the calls that were told of long before.
    ("接处警657起，同比上升3.6%。其中火灾扑救280起、抢险救援377起。出动消防车1009辆次、指战员7320人次，平均每起出动{11.1}人次。",
     "17.1", "average"),
]  # fmt: skip
_TRUE = [
    "人员经费868.33万元，主要包括基本工资、津贴补贴等；公用经费84.65万元，主要包括办公费等。",
    "基本支出948.48万元，其中工资福利支出763.83万元，主要包括基本工资、津贴补贴等；公用经费84.65万元。",
    "新签约项目50个，其中亿元以上项目20个、5亿元以上项目8个。",
    "受理信访事项1764件次，其中来信73件、来访358批1260人次。",
    "受理各类案件5323件，审执结4313件，未结1010件。其中民商事案件受理2922件、审结2405件，刑事案件受理147件、审结131件。",
    "下达建设任务4.53万亩，其中新建3.37万亩、改造提升1.16万亩。上年结转的1.51万亩已于4月完工，本年新建部分完成1.80万亩，占新建任务的53.4%。",
    "建成110千伏变电站3座、35千伏变电站9座，线路221.0公里。",
    "受理案件7817件，其中新收7126件、旧存691件；审结6957件。其中，民商事案件5123件、行政案件64件。",
    "支出预算927.63万元，其中：人员经费645.37万元、公用经费72.18万元。",
    "新增规上工业企业13家，限上商贸企业6家，规上服务业企业4家，“四上”企业总数268家。",
    "承担筛查任务8400人，其中宫颈癌5000人、乳腺癌3400人。已完成筛查7681人，完成率91.4%。",
    "立案212件，同比增长5.5%；给予处分175人，处分人数同比增长9.4%，增加15人；立案数增加11件。",
    "一季度增长2.5%；二季度完成13.51亿元，增长6.2%，二季度增幅比全市高1.7个百分点。",
    "收获小麦47.9万亩，占应收面积59.7万亩的80.3%，其中机收47.1万亩，占应收面积的78.9%。",
    "接处警657起，其中火灾扑救280起、抢险救援377起。火灾扑救出动指战员5020人次，平均每起火灾出动17.9人次。",
]


@pytest.mark.parametrize(("text", "slip", "kind"), _SLIPS)
def test_a_slip_is_found_in_means_and_windows(
    tells_slip: TellsSlip, text: str, slip: str, kind: str
) -> None:
    tells_slip(text, slip, kind)


@pytest.mark.parametrize("text", _TRUE)
def test_what_looks_alike_is_let_be(broken: Broken, text: str) -> None:
    assert not broken(text)
