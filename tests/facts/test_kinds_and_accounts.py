"""Shares of kinds, two sides of accounts, and lists whose numbers have names of their own."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from tests.facts.conftest import Broken, TellsSlip

# The number between braces is right; the slip behind it is found.
_SLIPS = [
    # A kind of what was told with more words, and what is told of it besides.
    ("全市新签约亿元以上工业项目212个，总投资1149.5亿元。新落地亿元以上工业项目150个，总投资599.0亿元。来自沪苏浙的新签约项目60个、占比{28.3}%。",
     "23.8", "percent-share"),
    ("全市新签约亿元以上工业项目212个，总投资1149.5亿元。来自沪苏浙的新签约项目60个、占比28.3%，总投资{346.2}亿元、占比30.1%。",
     "364.2", "percent-share"),
    ("全县引进5000万元以上招商项目56个，到位资金38.6亿元。来自粤港澳大湾区的招商项目21个，占比{37.5}%，到位资金15.8亿元，占比40.9%。",
     "35.7", "percent-share"),
    ("全区开工重点产业项目84个，计划总投资236.5亿元；竣工投产项目51个。民营企业开工项目38个，占{45.2}%。",
     "42.5", "percent-share"),
    # What there is, what is owed of it, and what is one's own.
    ("全县国有企业资产总额200.60亿元，负债总额115.86亿元，所有者权益{84.74}亿元，资产负债率57.76%。",
     "84.54", "parts-total"),
    ("行政事业性国有资产总额{104.65}亿元、负债17.69亿元、净资产86.96亿元。",
     "104.05", "parts-total"),
    ("全县国有资产总额305.25亿元，负债总额133.55亿元，净资产171.70亿元。其中，国有企业资产总额200.60亿元，负债115.86亿元，所有者权益{84.74}亿元；行政事业单位资产总额104.65亿元，负债17.69亿元，净资产86.96亿元。",
     "84.47", "parts-total"),
    # What is left of each of several funds.
    ("社会保险基金收入共计9.54亿元。其中：机关养老保险基金收入5.63亿元，支出4.41亿元，当年结余1.22亿元；居民养老保险基金收入3.91亿元，支出3.17亿元，当年结余{0.74}亿元。",
     "0.47", "parts-total"),
    # The first two letters of what the list is of; the third of three sectors.
    ("组织税费收入19.25亿元，其中税收收入10.53亿元，社保费8.72亿元。税收中，增值税4.80亿元、企业所得税1.80亿元、个人所得税0.56亿元、其他{3.37}亿元。",
     "2.37", "parts-total"),
    ("全市地区生产总值完成1000.5亿元，同比增长3.2%。第一产业{90.3}亿元、第二产业426.6亿元、服务业483.6亿元。",
     "90.6", "parts-total"),
    # Two names and two numbers, without 分别; all four trades.
    ("全市实现社会消费品零售总额413.29亿元。批发业和零售业分别实现零售额{9.48}亿元和366.27亿元；住宿业和餐饮业实现零售额4.26亿元和33.28亿元。",
     "8.48", "parts-total"),
    ("全县社会消费品零售总额41.33亿元，增长5.2%。批发业、零售业零售额3.95亿元、32.63亿元，住宿业、餐饮业零售额0.43亿元、{4.32}亿元。",
     "4.23", "parts-total"),
    # Several kinds together, of all that were charged; two that are all by their whole's name.
    ("提起公诉509人，不起诉96人。起诉故意伤害等犯罪48人、电信网络诈骗犯罪87人、危险驾驶犯罪109人，三类占起诉人数的{47.9}%。",
     "49.7", "percent-share"),
    ("全年批准逮捕205人，不批捕98人。其中未成年人16人，占逮捕人数的{7.8}%。",
     "8.7", "percent-share"),
    ("办理公益诉讼64件，行政{58}件、民事6件。", "50", "parts-total"),
    # So many times, where the one goes by whose it is, or both by one name.
    ("城镇居民人均可支配收入42348元、农村居民18195元，收入比为{2.33}:1。", "3.23", "growth-delta"),
    ("全县城镇、农村居民人均可支配收入分别达42348元和18195元，城乡收入比{2.33}。",
     "2.23", "growth-delta"),
    ("城乡居民人均可支配收入分别为{42348}元、18195元，收入比为2.33∶1。", "43248", "growth-delta"),
    # Two shares of what was told once.
    ("收到政协提案{142}件，交由31个单位承办。已落实的有123件，占87%；计划落实的有19件，占13%。",
     "192", "percent-share"),
    ("收到政协提案142件，交由31个单位承办。已落实的有123件，占{87}%；计划落实的有19件，占13%。",
     "78", "percent-share"),
    # What was done in so many years; than last year, in a sentence behind the parts.
    ("五年来，粮食产量由35.2万吨增加到37.5万吨；新改建农村公路{750}公里，年均150公里。",
     "705", "average"),
    ("过去五年，完成造林53.6万亩，年均{10.72}万亩。", "10.52", "average"),
    ("“三公”经费支出21.99万元。其中公务接待费19.35万元，公务用车运行维护费2.64万元。比上年23.52万元减少{1.53}万元，下降6.51%。",
     "5.13", "growth-delta"),
    # So much of it by machine; of what the bracket tells, whatever is behind it.
    ("小麦已收70.7万亩，其中机收68.3万亩，机收水平{96.6}%。", "69.6", "completion-rate"),
    ("小麦已收70.7万亩，进度74.0%（种植面积{95.6}万亩），其中机收68.3万亩。",
     "59.6", "completion-rate"),
    # What came in a week, in all months, and of the only crop of which so much was told.
    ("第28周，热线受理市民诉求70525件，日均{10075}件，较上周71089件下降0.79%。",
     "10057", "average"),
    ("1—7月累计111.5亿元，占全年任务的55.2%，月均{15.9}亿元。", "19.5", "average"),
    ("1—8月，全县用电量110289万千瓦时，同比增长4.8%。8月当月17815万千瓦时，占累计的{16.2}%。",
     "12.6", "percent-share"),
    ("粮食作物播种面积221.6万亩，油料66.4万亩。粮食产量82.5万吨，其中小春16.1万吨、大春66.4万吨。平均亩产{372}公斤。",
     "382", "average"),
    # Income per head, whose heads stand in the bracket behind; of all that was earned.
    ("全县地区生产总值320.28亿元，增长8.0%。人均GDP为{78828}元（年均常住人口40.63万人）。",
     "78288", "average"),
    ("全县生产总值369.88亿元，增长6.4%。民营经济增加值264.49亿元，占全县经济总量的{71.5}%。",
     "71.7", "percent-share"),
    # Of what was paid in, sentences before; and the next of that list.
    ("累计到位衔接资金66365万元，其中中央43733万元、省级22632万元。已支出56941万元，支出率85.8%。安排产业项目165个、{37251}万元，占56.1%。",
     "37451", "percent-share"),
    ("下达衔接资金6636万元，已支出5694万元。安排产业类项目16个、3725万元，占56.1%；基础设施类12个、2891万元，占{43.6}%。",
     "46.3", "percent-share"),
    ("固定资产投资完成235.48亿元，其中工业投资74.08亿元，占总投资的{31.5}%。",
     "13.5", "percent-share"),
    # All of four ways; all in a bracket, to the last rank; views by what was counted.
    ("运用“四种形态”1026人次，第一种676人次，占65.9%；第二种266人次，占25.9%；第三种{37}人次；第四种47人次。",
     "30", "parts-total"),
    ("重点工程33项，其中建设项目29项（省级{6}项、市级8项、县级15项），前期项目4项。",
     "3", "parts-total"),
    ("重点项目314个，已开工279个。按隶属统计：州直项目{57}个，完成投资120.0亿元；县市区项目257个，完成投资360.7亿元。",
     "75", "parts-total"),
    ("损坏房屋{34}间（严重10间、一般24间）。", "38", "parts-total"),
    # Several doctors together; visits of people; what was answered.
    ("执业医师687人、执业助理医师178人，合计865人；注册护士1257人，医护比1:{1.45}。",
     "2.45", "growth-delta"),
    ("失信名单1234人次，限高2498人次，司法拘留68人、罚款{22}人，合计采取强制措施90人次。",
     "25", "parts-total"),
    ("受理依申请公开{76}件，上年结转2件，答复76件，结转下年2件。", "79", "parts-total"),
    # Names behind their numbers; two that are told of each; a sentence for each.
    ("全县共有1934个重点项目，其中783个续建项目、{528}个新开工项目、623个前期项目。",
     "588", "parts-total"),
    ("全县共有2074名党员，其中1783名男党员、{291}名女党员。", "219", "parts-total"),
    ("一般公共预算收入11.50亿元，同比增长3.3%。税收收入和非税收入分别为{8.16}亿元和3.34亿元。",
     "8.61", "parts-total"),
    ("全年粮食产量27.19万吨，增长0.9%。夏粮产量{23.47}万吨，增长2.1%。秋粮产量3.72万吨，下降5.8%。",
     "24.37", "parts-total"),
    ("各级各类在校学生51213人，其中学前6275人、小学{23662}人、初中11258人、普通高中7044人、中职2841人、特教133人。",
     "26362", "parts-total"),
    # What was then, in the bracket behind a rate; what was done, behind its rate; by how much.
    ("群众满意率95.2%（上年92.1%），提高{3.1}个百分点。", "1.3", "growth-delta"),
    ("优良天数比例{95.2}%（上年同期92.1%），同比提高3.1个百分点。", "92.5", "growth-delta"),
    ("排查隐患1213处，整改率{79.2}%，已整改961处。", "72.9", "completion-rate"),
    ("一般公共预算收入36.12亿元，同比增长19.9%，绝对额增加{6.00}亿元。", "6.60", "growth-delta"),
    ("PM2.5平均浓度32.6微克/立方米，同比改善{9.9}%（上年同期36.2微克/立方米）。",
     "6.9", "growth-delta"),
    ("登记失业人员2134人，女性占比{37.0}%，达789人。", "73.0", "percent-share"),
    ("登记失业人员共2134人，789人为女性，占{37.0}%。", "73.0", "percent-share"),
    # Who was there of those who should be; what may still be borrowed.
    ("应参会234人，实到201人，请假33人，出席率{85.9}%。", "95.9", "completion-rate"),
    ("政府债务余额52.31亿元，控制在限额56.12亿元以内，结余限额{3.81}亿元。", "3.18", "parts-total"),
    ("处分139人，其中党纪处分97人、政务处分{30}人、双重处分12人。", "36", "parts-total"),
]


@pytest.mark.parametrize(("text", "slip", "kind"), _SLIPS)
def test_a_slip_is_told(tells_slip: TellsSlip, text: str, slip: str, kind: str) -> None:
    tells_slip(text, slip, kind)


@pytest.mark.parametrize(
    "text",
    [
        # Of another kind, of which no whole was told.
        "全市新签约亿元以上工业项目212个。来自沪苏浙的新开工项目60个，占比41.3%。",
        # What belongs to the owners of the parent is not all.
        "资产总额200.60亿元，负债总额115.86亿元，归属于母公司所有者权益80.12亿元。",
        "资产总额比年初增加12.3亿元，负债增加4.1亿元，净资产增加8.9亿元。",
        "国有资产总额305.25亿元，其中国有企业资产200.60亿元，负债115.86亿元。",
        # Sales are more than what is sold to those who use it.
        "社会消费品零售总额41.33亿元。批发业、零售业销售额78.95亿元、56.63亿元，住宿业、餐饮业营业额0.43亿元、4.32亿元。",
        # Of what came from taxes, some was not told.
        "全县共收到政协提案142件。采纳落实的有80件，占80%；列入计划的有20件，占20%。",
        # What there is in a year is not added up; who was not charged.
        "五年来，一般公共预算收入达到8.41亿元，年均7.62亿元。",
        "五年来，粮食产量稳定在36.4万吨以上，年均37.1万吨。",
        "不起诉96人。起诉诈骗犯罪48人、盗窃犯罪87人，两类占起诉人数的47.9%。",
        "立案公益诉讼64件，其中行政58件。",
        "招商引资签约83个项目、12个企业落户，总投资5.6亿元。",
        "全县一般公共预算收入26.81亿元。税收和非税分别增收1.31亿元和0.51亿元。",
        "户籍人口30.12万人。常住城镇人口12.31万人。常住乡村人口14.22万人。",
        "满意率95.2%（上年92.1%），合格率97.3%，提高1.3个百分点。",
        "排查隐患1213处，整改率79.2%，已整改重大隐患13处。",
        "债务余额92.86亿元，其中：一般债务25.14亿元，专项债务67.72亿元，控制在债务限额95.70亿元以内。当年新增政府债券16.18亿元，其中一般债券0.86亿元、专项债券15.32亿元；再融资债券8.67亿元。全年偿还债券本金7.08亿元，支付利息3.05亿元，还本付息合计10.13亿元。",
        "截至第28周，累计受理70525件，日均361件。",
        "完成投资14282万元。争取资金10219万元，占总投资的31.6%。",
        "粮食播种面积221.6万亩。小麦产量8.5万吨，玉米产量12.3万吨。平均亩产372公斤。",
        "下达衔接资金6636万元，到位5694万元。安排项目16个、3745万元，占65.8%。",
        "全县第二产业用电1.2亿千瓦时，第三产业用电0.8亿千瓦时，全社会用电2.9亿千瓦时。",
        "三公经费支出21.99万元。其中公务接待费19.35万元。比上年21.02万元减少1.67万元。",
        "税收收入10.53亿元，非税收入8.72亿元。税收中，增值税4.80亿元、企业所得税1.80亿元、个人所得税0.56亿元。",
    ],
)
def test_nothing_is_said_of(broken: Broken, text: str) -> None:
    assert broken(text) == []
