"""True items in which many figures stand close together, few of them bound to each other."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from tests.facts.conftest import Broken

_TRUE = [
    # A rate of a month, or of one lot, is of that alone.
    "1—10月，空气有效监测303天，优良天数293天，优良率96.7%；10月份优良率96.8%，居全市第五。",
    "前三季度受理投诉412件，办结398件，办结率96.6%；9月份办结率98.6%。",
    "征收房屋669户，已签约556户，签约率83.1%。其中第一批254户签约率100%，第二批415户中已签约302户。",
    # What is stored is told twice, and what can be used is no sum of it.
    ("23座大中型水库蓄水总量10.07亿立方米；可用水量7.06亿立方米。其中大型水库蓄水5.57亿立方米；"
    "小型水库及塘坝蓄水1.84亿立方米。"),
    # Other private kindergartens are neither.
    "全县幼儿园68所，其中公办42所，占61.8%；普惠性民办24所。",
    # A total that is not told, beside what was paid in two ways.
    "医保基金支付住院费用7531万元；支付门诊慢特病1143万元，占基金总支出的12.5%。",
    # Of two budgets the rate names one.
    "年初预算收入72290万元，年中经县人大常委会批准调整为69369万元。全年实际完成69300万元，为调整预算的99.9%。",
    "基金收入年初预算5.2亿元，后调整为4.1亿元，完成4.05亿元，占年初预算的77.9%、调整预算的98.8%。",
    "教育支出年初预算6372万元，完成6741万元，为调整预算的98.1%。",
    # What stands before a share of money is no money.
    ("规上工业企业156家，其中大中型企业28家。规上工业增加值增长7.4%，其中高技术制造业增长13.8%，"
    "占规上工业增加值的比重为11.9%。"),
    # Of what was begun, and not of what was planned.
    "计划改造老旧小区55个，已开工47个，开工率85.5%，其中已完工21个、正在施工26个。",
    "计划改造城镇老旧小区44个，涉及居民7846户。截至10月底，已开工38个，其中已完工20个、正在施工18个。",
    # Lists that ended before what follows.
    "新增耕地1337亩，其中新增水田502亩；补充耕地指标交易866亩。",
    ("电话用户313.6万户，其中固定电话23.9万户、移动电话289.7万户；移动电话用户中5G用户174.7万户，占60.3%。"
    "互联网宽带接入用户125.0万户。"),
    # What each place or person has by rule.
    "笔试1165人参加，缺考80人，设考场39个，每考场3名监考员。",
    "技术合同成交额4.01亿元，选派科技特派员86名，每人工作经费2万元。",
    "前三季度发放直补870.39万元（每人每季150元），已发放19342人。",
    ("危房改造和抗震改造任务272户，其中危房改造108户、抗震改造164户，补助资金446.00万元。截至9月底，"
    "竣工236户。补助标准为C级每户1.2万元、D级每户3.2万元、抗震改造每户1.5万元。"),
    # Months beside each other, and what is compared with them.
    "10月，平均浓度28微克/立方米，9月为24微克/立方米，去年10月为34微克/立方米，环比上升16.7%，同比下降17.6%。",
    # Some of what was not begun, of what succeeded, of what may be owed.
    "重点项目86个已开工81个，5个未开工项目中3个卡在林地手续。",
    "接处警85起，其中纠纷类25起、求助类30起、其他30起。调解纠纷25起，调解成功率92.0%。",
    "债务余额38.62亿元，其中一般债务12.13亿元、专项债务26.49亿元，控制在省核定限额39.62亿元以内，余1.00亿元。",
    "发放贷款4.20亿元。累计到期回收3.81亿元，回收率99.7%。",
    # The first three are of all that came in, and not of what was settled.
    ("交办工单644件，其中乡镇232件、县直部门326件、水电气企业86件。按时办结632件，逾期12件。最多的三个单位是"
    "住建局96件、公安局70件、东坪镇54件，合计占34.2%。"),
    # A mean does not grow by more than itself.
    "一季度屠宰生猪24.68万头，日均2742头（按90天计），同比增加2.02万头，增长8.9%。",
    # What the mains are of has nothing to do with what leaks.
    "改造老旧管网27.4公里，其中DN300以上7.8公里，管网漏损率由去年底的13.8%降至11.5%。",
    # What a rule gives to each, in a list, from and to, and to some of them.
    "已竣工120户，竣工率66.7%。补助标准为C级每户0.9万元、D级每户2.6万元，目前已拨付补助资金216.4万元。",
    "罚款154.9万元，每平方米处罚100元至1000元不等，拆除建筑物9701平方米。",
    "助学资助56人，其中本科36人每人5000元、专科20人每人3000元，共24.0万元。",
    # What stands apart, and what is kept in store.
    "水产品产量3350吨，增长2.0%，另有稻渔综合种养17077亩，亩均产鱼35公斤，每公斤售价36.7元。",
    "供热期151天，日均耗煤638吨、耗水168吨，储煤1.63万吨，可用26天。",
    # A list is no whole of what follows it.
    "受理量前三的承办单位依次是住建局123件、城管局87件、水务公司64件；超期未办结的2件已移交督查室。",
    "累计雨量超100毫米的站点8个，50—100毫米的23个，其余14个站点在50毫米以下，全县共45个自动站。",
    "新开工项目21个。新开工项目中已开工15个，未开工6个，未开工的主要卡在用地（2个）、资金（1个）、环评（2个）。",
    # Rows go on behind their columns.
    ("完成交易项目247宗。其中工程建设71宗、预算62680万元、中标60173万元；政府采购148宗、预算14269万元、"
    "成交13056万元；土地出让22宗、面积280.9亩，起始价24919万元；产权交易6宗、成交2224万元。"),
    # Weather and prices.
    "10月全县平均气温16.2℃，比常年同期偏高1.8℃，其中上旬18.6℃、中旬16.2℃、下旬14.0℃。",
    "销售113.1万斤，均价每斤3.00元，销售额339.2万元。",
    # Two windows in one sentence, each with its own base.
    "用电量7821万千瓦时，比7月的7692万千瓦时增加129万千瓦时，比去年同月的7129万千瓦时增长9.7%。",
    # What was told long before has no part here.
    ("资产总额76.17亿元、负债42.15亿元、所有者权益34.02亿元。全年营业收入34041万元，增长12.0%；"
    "上缴税费2266万元。其中城投公司资产49.51亿元，占65.0%。"),
]


@pytest.mark.parametrize("text", _TRUE)
def test_true_items_are_not_called_wrong(broken: Broken, text: str) -> None:
    assert not broken(text)


@pytest.mark.parametrize(
    ("text", "kind", "place"),
    [
        ("征收房屋669户，已签约556户，签约率81.3%。", "completion-rate", "81.3%"),
        ("10月份监测31天，优良30天，10月份优良率98.6%。", "completion-rate", "98.6%"),
        ("全县幼儿园68所，其中公办42所；民办24所。", "parts-total", "68所"),
        ("收入年初预算5.2亿元，后调整为4.1亿元，完成4.05亿元，占年初预算的77.9%、调整预算的89.8%。",
         "completion-rate", "89.8%"),
        ("收入年初预算5.2亿元，后调整为4.1亿元，完成4.05亿元，占年初预算的79.7%、调整预算的98.8%。",
         "completion-rate", "79.7%"),
        ("支出由年初预算的21.20亿元调整为23.40亿元，调增2.2亿元，完成22.9亿元，完成调整预算的99.7%。",
         "completion-rate", "99.7%"),
        (("10月，平均浓度28微克，9月为24微克，去年10月为34微克，环比上升16.7%，同比下降11.7%。"),
         "growth-delta", "11.7%"),
        ("债务余额38.62亿元，控制在限额39.62亿元以内，余1.20亿元。", "parts-total", "39.62亿元"),
        ("一季度屠宰生猪24.68万头，日均2742头（按90天计），同比增加2.02万头，增长9.8%。",
         "growth-delta", "9.8%"),
        ("用电量7821万千瓦时，比7月的7692万千瓦时增加129万千瓦时，比去年同月的7129万千瓦时增长7.9%。",
         "growth-delta", "7.9%"),
        ("销售113.1万斤，均价每斤3.00元，销售额393.2万元。", "average", "393.2万元"),
        ("受理纠纷300件，调解成功276件，调解成功率97.0%。", "completion-rate", "97.0%"),
        ("计划改造老旧小区55个，其中已完工21个、正在施工26个、未开工9个。", "parts-total", "55个"),
    ],
)
def test_a_slip_is_found_in(broken: Broken, text: str, kind: str, place: str) -> None:
    assert broken(text) == [(kind, place)]
