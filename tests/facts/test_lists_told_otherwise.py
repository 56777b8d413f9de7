"""Lists that are all by what opens them, by their whole's words, or by the words of their total."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from tests.facts.conftest import Broken, Slipped

# A paragraph with a number in braces, a slip for it, and the rule that tells.
_SLIPS = [
    # What a bracket, a colon or 具体为 opens is all.
    ("排查道路隐患346处：弯道{93}处、临崖105处、路口57处、标线91处。", "39", "parts-total"),
    ("筹集资金764万元（省级289万元、县里配套157万元、果农出资{318}万元）。", "308", "parts-total"),
    ("全年任务400户（危房改建123户，抗震加固{277}户），已开工371户，开工率92.8%。",
     "267", "parts-total"),
    ("今年新增分配住房592套，具体为经济适用房482套、公租房{110}套。", "117", "parts-total"),
    ("整合资金9720万元，具体为：产业{5630}万元、基础设施3940万元、管护150万元。",
     "5360", "parts-total"),
    # The words of the whole name the parts, one behind the other.
    ("平整菜园果园花园839个，其中小菜园{461}个、小果园204个、小花园174个。", "416", "parts-total"),
    ("慰问干部群众186人，其中干部42人、群众{144}人。", "134", "parts-total"),
    # Ages go on to a hundred.
    ("高龄津贴发放9383人，其中80—89周岁{8080}人、90—99周岁1287人、百岁以上16人。",
     "8060", "parts-total"),
    # The first of a list that 分别 shares out is the whole of the others.
    ("进出口、出口、进口分别完成107.8亿元、{89.9}亿元、17.9亿元。", "88.9", "parts-total"),
    ("一般公共预算收入、税收收入、非税收入分别为8.61亿元、{5.37}亿元、3.24亿元。",
     "3.57", "parts-total"),
    # Rates are shared out among as many levels without 分别.
    ("出口89.9亿元、进口17.9亿元，增长34.0%、{38.8}%，合计107.8亿元，增长34.8%。",
     "83.8", "growth-mix"),
    # Names that are all speak of the whole that a slip explains, and not of the nearest.
    ("县级收入35454万元，加上上划收入28377万元，财政总收入63831万元。其中：税收收入{21662}万元；非税收入13792万元。",
     "11662", "parts-total"),
    ("完成收入{191.93}亿元，年度预算为205.27亿元。其中税收收入165.85亿元；非税收入26.08亿元。",
     "191.99", "parts-total"),
    # What is told again is what was told last.
    ("立案415件，处分351人。处分县处级干部6人，乡科级干部51人，一般干部14人，农村、企业等其他人员{280}人。",
     "480", "parts-total"),
    # Rows end before what is left of one of them.
    ("重点项目96宗，1至4月完成投资93.3亿元。其中续建项目34宗，完成投资{44.4}亿元；计划投产项目18宗，完成投资16.1亿元；新开工项目44宗，完成投资32.8亿元。其余34宗尚未开工。",
     "44.8", "parts-total"),
    # No part is what small ones behind it happen to make.
    ("学校532所，其中幼儿园189所，义务教育学校{333}所，普通高中6所，职业高中2所，特教学校1所，进修学校1所。",
     "633", "parts-total"),
    # A total of so many, and what else is told of these.
    ("小学。在校生21985人；校舍面积{25.69}万平方米。初中。在校生11250人；校舍面积30.33万平方米。两项合计，在校生33235人，校舍面积56.02万平方米。",
     "52.69", "parts-total"),
    ("组织文艺演出308场、电影放映3842场、小戏小剧{214}场、其他活动110场，累计4474场。",
     "241", "parts-total"),
    # What is done and what is left, of what a slip leads back to.
    ("核减图斑92个，需整改591个。截至9月底，已整改{510}个，其余81个图斑正在整改。",
     "590", "parts-total"),
    ("需除治小班196个。已除治小班170个；清理松树12860株。剩余{26}个小班3月底前清零。",
     "62", "parts-total"),
    # Behind a semicolon and a list that is full, another unit begins anew.
    ("归集信息20607条，其中行政许可16706条、行政处罚3901条；受理申请247件，办结{240}件，驳回7件。",
     "248", "parts-total"),
    # The names stand behind the numbers.
    ("监测的{23}种蔬菜均价4.38元，其中15种上涨、6种下跌、2种持平。", "32", "parts-total"),
    ("办理采集证4888本，其中本乡4102本、跨乡{786}本。", "746", "parts-total"),
    # As many parts stand behind 分别 as the words count.
    ("年末从业人员{21.26}万人，三次产业从业人员分别为6.33万人、6.76万人和8.17万人。",
     "21.62", "parts-total"),
    ("对前三大市场出口11.94亿元，占全部出口17.28亿元的69.1%，分别为东盟5.57亿元、欧盟{3.60}亿元、美国2.77亿元。",
     "3.80", "parts-total"),
    # 其余 ends a long list, though semicolons take it apart.
    ("人均消费支出19692元，即食品支出6026元；居住{4203}元，教育文化1935元，其余各类7528元。",
     "4303", "parts-total"),
    # A plan in a bracket of parts is one of them.
    ("偿还本金32567万元（再融资28131万元、预算安排{4436}万元），利息12912万元。",
     "4346", "parts-total"),
    # What is still needed, and two that are told together.
    ("年度计划投资127.6亿元，累计完成投资92.4亿元、占年度计划的72.4%，尚需完成{35.2}亿元。",
     "35.9", "parts-total"),
    ("全年偿还本金{4.20}亿元、利息1.42亿元，还本付息共5.62亿元。", "4.02", "parts-total"),
    # What was left from the year before is no part of what came in.
    ("收入总计2334.41万元。本年收入合计{2240.50}万元，其中财政拨款收入2125.52万元，占94.87%；其他收入114.98万元，占5.13%；年初结转和结余93.91万元。",
     "2240.52", "parts-total"),
    # A view has all kinds.
    ("审计查出问题金额4093万元；按类型分，管理不规范{3099}万元，损失浪费104万元，违规890万元。",
     "3049", "parts-total"),
    ("受理诉求4169件。按类型分，咨询类1552件、求助类1790件、举报类{765}件、建议类62件；已办结3944件。",
     "265", "parts-total"),
    ("资金来源2382万元，由利润收入{1996}万元和产权转让收入386万元构成。", "1969", "parts-total"),
    # What was all once is all again.
    ("信访事项169件，其中省交办60件、市自排109件。目前已化解132件，其中省交办47件、市自排{85}件。",
     "58", "parts-total"),
    ("造林任务8.42万亩，其中北片4.32万亩、中片1.44万亩、南片2.66万亩。完成5.33万亩，其中北片3.25万亩、中片1.44万亩、南片{0.64}万亩。",
     "0.46", "parts-total"),
    # Of two accounts that rounding lets fit, the one that is right to the last digit is meant.
    ("基金收入81205万元，其中土地收入77178万元，配套费收入2110万元，污水处理费1602万元，其他收入{315}万元。加上上级补助收入7411万元、债券转贷收入55067万元、上年结余13152万元，收入总量156835万元。",
     "311", "parts-total"),
    ("重点项目{96}宗，完成投资93.3亿元。其中续建项目34宗，完成投资44.4亿元；计划投产项目18宗，完成投资16.1亿元；新开工项目44宗，完成投资32.8亿元。其余34宗新开工项目尚未开工。",
     "69", "parts-total"),
    # Rates that are compared are shared out, too; of 支出 is the only one that is called so.
    ("进出口、出口、进口分别完成107.8亿元、89.9亿元、17.9亿元，同比增长{34.8}%、34.0%、38.8%。",
     "43.8", "growth-mix"),
    ("财政支出289432万元，其中教育56617万元、社保41529万元、农林水67187万元，三项合计165333万元，占支出的{57.1}%。",
     "77.1", "percent-share"),
    ("本次招聘共设岗位126个，分别是教育类{56}个、卫生类38个、综合类32个。", "46", "parts-total"),
    # What is done may be more than all by a slip.
    ("抽查行政村56个，发现问题255处。截至目前，已整改{229}处，正在整改26处。",
     "289", "parts-total"),
    ("职工医保参保23883人，居民医保参保321050人。职工参保人员中，在职{16652}人，退休7231人。",
     "16625", "parts-total"),
    ("医疗收入14814万元，其中门诊收入5620万元、住院收入{9194}万元；药品收入3748万元。",
     "1994", "parts-total"),
    ("议定事项184项，已办结133项，正在推进41项，进展缓慢{10}项。", "90", "parts-total"),
]  # fmt: skip
_TRUE = [
    "县级以上龙头企业78家（国家级1家、省级14家、市级33家）。",
    "全县机动车12.6万辆（汽车9.1万辆，摩托车2.5万辆）。",
    "贷款余额215.4亿元（涉农贷款85.2亿元、小微贷款110.2亿元）。",
    "全市A级景区321家：5A级11家、4A级89家、3A级151家。",
    "全县高新技术企业68家（其中年内新认定13家、复审通过45家）。",
    "社零总额、出口、进口分别完成20.4亿元、8.3亿元、3.1亿元。",
    "出口89.9亿元、进口17.9亿元，同比增长34.8%。",
    "立案415件，处分351人。处分县处级干部6人，乡科级干部51人，一般干部14人。",
    "全县游客38.52万人次，收入2.57亿元；其中，景区接待13.27万人次，收入0.58亿元；乡村接待15.37万人次。西关景区接待突破10万人次。",
    "福彩销量2830万元，筹集公益金818万元，其中县级留成209万元；体彩销量4550万元，筹集公益金974万元；两彩销量合计7380万元。",
    "65岁及以上老人体检44277人，规范管理率71.7%；管理高血压患者32262人、糖尿病患者12017人。",
    "林区热点20个，经核查为农事用火10个、炼山造林7个、其他3个。",
    "今年新增分配住房592套，具体为经济适用房482套、公租房110套。",
    "开工96个，其中A类12个、B类84个；涉及资金8亿元，其中中央3亿元、省级5亿元；培训7场。",
    "有效警情2587起，其中刑事警情50起、治安警情308起、交通警情1034起、纠纷329起、求助794起。",
    "受理诉求4169件。按类型分，居前三位的是咨询类1552件、求助类1790件、举报类265件。",
    "按学历分，本科以上1246人、大专以上1902人、高中以上2236人，共有干部2436人。",
    "完成植树造林2.25万亩、封山育林1.44万亩、营林抚育1.22万亩，合计4.91万亩。",
    "入库税收12.46亿元。分税种看，增值税7.21亿元、企业所得税3.36亿元、契税1.05亿元、房产税0.64亿元。",
    "总投资12.6亿元，已完成5.4亿元，尚需资金3.2亿元。",
    "甲村出动18人、乙村出动20人，全县共出动138人。",
    "前三季度全县三次产业用电分别为0.33亿度、6.76亿度和2.17亿度，全社会用电12.62亿度。",
    "信访事项169件，其中省交办60件、市自排109件。重点督办105件，其中省交办40件、市自排51件。",
    "全县生产总值126.4亿元，分别是上年的1.1倍、前年的1.2倍。",
    "全年降雨126.4毫米，分别为全市、全省平均的0.9倍、1.1倍。",
    "发现问题255处。已整改289处，其中本次229处，正在整改26处。",
    "已整改510个，其余81个正在整改，共涉及592个点位。",
]


@pytest.mark.parametrize(("text", "slip", "kind"), _SLIPS)
def test_a_slip_is_found_in_a_list_that_is_all(
    broken: Broken, slipped: Slipped, text: str, slip: str, kind: str
) -> None:
    true, wrong = slipped(text, slip)
    assert not broken(true)
    assert kind in [one[0] for one in broken(wrong)]


@pytest.mark.parametrize("text", _TRUE)
def test_lists_that_look_alike_are_let_be(broken: Broken, text: str) -> None:
    assert not broken(text)
