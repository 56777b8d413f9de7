"""Members counted before a total, lists that leave some out, wholes that nothing before tells."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from tests.facts.conftest import Broken, TellsSlip

# A paragraph with a number in braces, a slip for it, and the rule that tells.
_SLIPS = [
    # How many there are is no more of them.
    ("签约项目12个、总投资38.4亿元，开工项目17个、总投资46.1亿元，投产项目9个、总投资20.7亿元，3个批次合计{38}个、105.2亿元。",
     "33", "parts-total"),
    ("柳河镇清退人员14名，石桥镇21名，云岭乡9名，以上3个乡镇共计清退{44}名。", "49", "parts-total"),
    ("上半年建成泵站25座，下半年建成32座，2个批次共计{57}座。", "67", "parts-total"),
    # Of the sea alone; of those who have left the county.
    ("海水产品产量27.23万吨，其中海洋捕捞16.87万吨、海水养殖{10.36}万吨。", "11.36", "parts-total"),
    ("县外务工16413人，其中县外省内5213人、省外{1.12}万人。", "1.22", "parts-total"),
    # The items of a list, and not what one of them has in it.
    ("共发生事故301起、死亡74人。1.工矿商贸事故23起、死亡19人，其中制造业12起、11人。2.道路运输事故133起、死亡50人。3.火灾{141}起、死亡2人。4.其他事故4起、死亡3人。",
     "114", "parts-total"),
    # A goal in the bracket behind its rate.
    ("全县计划新建厕所3200座。已开工2890座，占计划的90.3%；已完工1210座，完成年度任务的{80.7}%（任务1500座）。",
     "87.0", "completion-rate"),
    # Of the pupils of that stage.
    ("在校学生42170人，其中小学19434人，初中13217人，高中9519人。小学专任教师1559人，生师比{12.5}∶1。",
     "15.2", "growth-delta"),
    ("小学在校生19434人，专任教师1559人，生师比{12.5}∶1。", "15.2", "growth-delta"),
    # The same year's structure.
    ("2023年实现生产总值92.97亿元。其中，第一产业增加值5.42亿元；第二产业增加值44.46亿元；第三产业增加值43.09亿元。2023年三次产业结构为{5.8}∶47.8∶46.4。",
     "5.3", "percent-share"),
    # So many days that it will do, cut off or rounded.
    ("电厂存煤85.3万吨，可维持31天，日均耗煤{2.75}万吨。", "2.57", "average"),
    # By the names of the whole; what came from outside is all of it; of what is so called.
    ("水产品总产量11532吨，其中淡水捕捞1320吨，淡水养殖{10212}吨。", "10221", "parts-total"),
    ("招商引资到位资金59.48亿元，其中省外到位资金41.50亿元、市外省内到位资金{17.98}亿元。",
     "71.98", "parts-total"),
    ("交办建议104件，其中财政经济26件，占承办总数的25.0%；农业农村29件，占承办总数的27.9%；城建环资{16}件，占15.4%。",
     "61", "percent-share"),
    ("新建厂房42万平方米，其中标准厂房18万平方米，占42.9%；高层厂房9万平方米，占{21.4}%。",
     "24.1", "percent-share"),
]  # fmt: skip
_TRUE = [
    "签约项目12个、总投资38.4亿元，开工项目17个、总投资46.1亿元，投产项目9个、总投资20.7亿元，3个批次合计38个、105.2亿元。",
    "柳河镇清退人员14名，石桥镇21名，云岭乡9名，以上3个乡镇共计清退44名。",
    "去年建成泵站5座，今年建成7座，2个年度合计12座。",
    "城区新建学校4所、投资1.2亿元，石桥镇新建3所、投资0.8亿元，2个片区累计新建7所、投资2.0亿元。",
    # Cooperatives; the county itself; lakes and ponds.
    "本月新登记经营户2606户，其中企业663户、个体工商户1938户。",
    "前三季度新设立3122户，同比增长4.0%，其中个体户2401户、企业719户，注销866户。",
    "新增登记1872户，其中个体工商户1514户、各类企业351户。",
    "水产品产量37.23万吨，其中海洋捕捞16.87万吨，海水养殖10.36万吨。",
    "脱贫劳动力务工16513人，其中县外省内5213人、省外1.12万人。",
    "转移就业26413人，其中市外省内8213人、省外1.72万人。",
    # What one item has in it.
    "共发生事故289起、死亡71人。1.工矿商贸事故21起、死亡18人，其中建筑业10起、12人。2.道路运输事故127起、死亡48人。3.火灾138起、死亡2人。4.其他事故3起、死亡3人。",
    "查处案件212件、326人。一是行政处罚94件、151人，其中罚款60件、98人。二是移送36件、41人。三是其他82件、134人。",
    # Of what was planned, of what each holds, of what went there: none of these is told.
    "按类型分，产业类39个、基础设施类26个、民生类8个。新开工36个，开工率94.3%；竣工10个。",
    "续建类17个、新建类23个、储备类9个。已开工21个，开工率91.3%。",
    "3座水库蓄水11398万立方米，分别为：青山水库9181万立方米，占正常库容的75%；坪头水库1607万立方米，占41%；龙门水库610万立方米，占59%。",
    "衔接资金8.69亿元，其中中央资金4.47亿元、省级2.36亿元、市县1.86亿元；用于产业发展5.29亿元，占60.9%；中央资金用于产业的占61.5%。",
    "债券资金12.40亿元，其中专项债券9.10亿元、一般债券3.30亿元；专项债券投向园区的占58.3%。",
    # A goal in the bracket behind its rate.
    "计划开工改造棚户区1253套。截至7月底，开工1041套，占目标任务的83.08%；基本建成595套，为年度目标的67.5%（目标882套）。",
    # Of pupils of one stage, told or not.
    "在校学生42170人，其中小学19434人，初中13217人，高中9519人。小学专任教师1559人，生师比12.5∶1。",
    "中小学在校学生34945人。初中专任教师931人，生师比12.8∶1。",
    # Another year's structure.
    "2022年实现生产总值929679万元。其中，第一产业增加值54190万元；第二产业增加值444567万元；第三产业增加值430922万元。根据统一核算制度，2021年生产总值最终核实数为943624万元，三次产业结构为5.5∶50.6∶43.9。",
    "2022年实现生产总值92.97亿元。其中，第一产业增加值5.42亿元；第二产业增加值44.46亿元；第三产业增加值43.09亿元。2021年，全县三次产业结构为5.5∶48.1∶46.4。",
    # There are more kinds of calls than these.
    "热线受理21.54万件。按类型，咨询类占46.03%，投诉举报类占22.41%，求助类占12.00%，意见建议类占1.57%。",
    "热企存煤12.7万吨，可用27天（日均耗煤4621吨）。",
]  # fmt: skip


@pytest.mark.parametrize(("text", "slip", "kind"), _SLIPS)
def test_a_slip_is_found(tells_slip: TellsSlip, text: str, slip: str, kind: str) -> None:
    tells_slip(text, slip, kind)


@pytest.mark.parametrize("text", _TRUE)
def test_a_true_text_is_silent(broken: Broken, text: str) -> None:
    assert broken(text) == []
