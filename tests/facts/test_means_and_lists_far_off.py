"""What was kept, means per head far from what they are of, lists that a whole's own words name."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from tests.facts.conftest import Broken, TellsSlip

# The number between braces is right; the slip behind it is found.
_SLIPS = [
    # What was kept that year and before it.
    ("基金收入71488万元，支出53633万元，当年收支结余17855万元，加上年滚存结余{79052}万元，年末滚存结余96907万元。",
     "79062", "parts-total"),
    ("收支相抵后，当年结余3120万元，加上年结余18455万元，年末滚存结余{21575}万元。",
     "21275", "parts-total"),
    ("养老基金收入28798万元，支出22968万元，当期结余5830万元，累计结余79745万元。上年末累计结余为{73915}万元。",
     "79915", "parts-total"),
    # What visitors spent, and what was made per head.
    ("接待游客26.53万人次，实现旅游收入1.43亿元。其中过夜游客5.2万人次，A级景区接待12.7万人次。游客人均消费{539}元。",
     "593", "average"),
    ("地区生产总值417.4亿元，增长3.6%。人均地区生产总值{158888}元，按年平均常住人口26.27万人计算，增长1.7%。",
     "158988", "average"),
    ("地区生产总值71.21亿元。年末常住人口19.84万人，比上年末减少0.19万人，人均地区生产总值{35717}元。",
     "53717", "average"),
    # What is named needs not stand beside it.
    ("门急诊149287人次，其中门诊132719人次；出院{11375}人次，占用总床日94083床日，出院患者平均住院日8.27天。",
     "12375", "average"),
    ("客运量349.4万人次，下降12.3%；旅客周转量14640万人公里，平均运距{41.9}公里；货运量1543.3万吨。",
     "49.1", "average"),
    # Lists from end to end, and those whose parts the whole's own words name.
    ("待售面积{74104}平方米，其中待售1年以内44200平方米、1—3年22795平方米、3年以上7109平方米。",
     "75104", "parts-total"),
    ("贷款余额82.36亿元，其中1年以内短期贷款{31.20}亿元，1年以上中长期贷款51.16亿元。",
     "32.10", "parts-total"),
    ("纳税100万元以上企业146户，其中1000万元以上的12户，500万元至1000万元的21户，100万元至500万元的{113}户。",
     "131", "parts-total"),
    ("亿元以上项目46个，其中10亿元以上6个、5—10亿元{9}个、1—5亿元31个。", "4", "parts-total"),
    ("猪牛羊禽肉总产量8.27万吨，其中猪肉3.48万吨、牛肉1.47万吨、羊肉{1.98}万吨、禽肉1.34万吨。",
     "1.90", "parts-total"),
    ("减税降费及退税缓税18306万元，其中：新增减税7027万元，新增降费{925}万元，留抵退税9117万元，缓缴税费1237万元。",
     "295", "parts-total"),
    ("秸秆利用26.53万吨，其中肥料化16.84万吨、饲料化{6.39}万吨、能源化2.90万吨、基料化和原料化0.40万吨。",
     "6.93", "parts-total"),
    # Totals of as many as they count, or of those that their own words name.
    ("办理退税112046万元，其中小微企业68022万元。新增减税降费30834万元，缓缴税费{21635}万元，三项合计16.45亿元。",
     "91635", "parts-total"),
    ("发放养老金5913万元；发放失业金{512}万元；发放工伤待遇417万元，三项待遇共发放6842万元。",
     "521", "parts-total"),
    ("偿还债券本金18950万元；支付利息12015万元；发行费{38}万元。全年还本付息付费共31003万元。",
     "83", "parts-total"),
    ("增值税增收1250万元；契税减收{160}万元；房产税增收170万元。上述三税增减相抵后净增1260万元。",
     "260", "parts-total"),
    # Shares of the only thing that is so counted, of what was done so, of what is called so.
    ("养老机构18家，床位2059张，入住老人1065人。护理型床位1396张，占比{67.8}%。", "76.8",
     "percent-share"),
    ("播种62.93万亩；总产量25.83万吨。其中夏粮面积16.66万亩，产量4.73万吨；秋粮面积46.27万亩，产量21.10万吨。秋粮产量占全年的{81.7}%。",
     "87.1", "percent-share"),
    ("瓜菜种植16.49万亩，其中辣椒6.74万亩、瓜类5.07万亩。收获11.61万亩，占已种面积的{70.4}%。",
     "74.0", "percent-share"),
    ("春播粮食83.4万亩，其中播种玉米73.3万亩、大豆2.9万亩。沟播玉米59.3万亩，占玉米播种面积的{80.9}%。",
     "89.0", "percent-share"),
    # What a fund was drawn on for, what a budget grew by, and what was not spent.
    ("预算稳定调节基金年初余额14555万元，当年动用5747万元，年末按规定补充{4231}万元，年末余额13039万元。",
     "4213", "parts-total"),
    ("支出预算调增26328万元，其中新增债券9540万元，上级补助{19233}万元，调减本级支出2445万元。",
     "19323", "parts-total"),
    ("收到直达资金57764万元，已分配56204万元；已支出40146万元，支出进度69.5%。未支出的{17618}万元为项目资金。",
     "17648", "parts-total"),
    ("下达资金5.62亿元，已拨付4.81亿元。尚未拨付的{0.81}亿元年底前完成。", "0.18", "parts-total"),
    # Less than was planned; what was paid out more; for how long it will do; what all reckon so.
    ("“三公”经费支出710万元，比年初预算压减138万元，压减{16.3}%。", "61.3", "growth-delta"),
    ("发放低保金5588.7万元，较上年多发{218.0}万元，增长4.1%。", "281.0", "growth-delta"),
    ("基金收入14.99亿元、支出13.69亿元，当年结余1.30亿元，年末累计结余9.53亿元，可支付{8.4}个月。",
     "4.4", "average"),
    ("综合机械化率{77.0}%，其中机耕率95.6%、机播率52.3%、机收率76.9%。", "70.0", "completion-rate"),
    ("森林面积{149.68}万亩，国土面积2198平方公里，森林覆盖率45.40%。", "194.68", "completion-rate"),
    ("工业增加值70.98亿元，占地区生产总值的{31.2}%。规上工业增加值增长6.6%。地区生产总值227.51亿元。",
     "13.2", "percent-share"),
    ("床位2624张，每千人口6.04张；卫生技术人员2933人，每千人口6.75人，年末常住人口{43.44}万人。",
     "53.44", "average"),
    # Another sign between the parts of a ratio, another unit of what is in the air.
    ("三次产业结构为{6.3}︰67.0︰26.7。", "6.8", "percent-total"),
    ("PM2.5年均浓度为{61}μg/m³，同比下降8.96%，去年同期为67μg/m³。", "16", "growth-delta"),
]  # fmt: skip


@pytest.mark.parametrize(("text", "slip", "kind"), _SLIPS)
def test_a_slip_is_found(tells_slip: TellsSlip, text: str, slip: str, kind: str) -> None:
    tells_slip(text, slip, kind)


@pytest.mark.parametrize(
    "text",
    [
        # Of another fund; with what was handed up besides.
        "职工医保收入12798万元，支出10968万元，当期结余1830万元，累计结余9745万元。上年末居民医保累计结余为6915万元。",
        "当年结余566万元，其中职工医保312万元，加上年滚存结余2345万元，年末滚存结余3911万元。",
        # Of those who stay overnight alone; of people who were counted otherwise.
        "接待游客26.53万人次，旅游收入1.43亿元。其中过夜游客5.2万人次。过夜游客人均消费593元。",
        "接待游客26.53万人次，旅游收入1.43亿元。乡村旅游接待8.2万人次，旅游收入0.31亿元。乡村旅游人均消费378元。",
        "地区生产总值71.21亿元，年末常住人口19.84万人，人均地区生产总值35717元。",
        "地区生产总值71.21亿元，年末户籍人口26.31万人，人均地区生产总值35717元。",
        # More than are counted, and other than are named.
        "支出教育4.92亿元、医疗2.31亿元、住房0.78亿元、农业1.26亿元。以上三项民生支出共8.01亿元。",
        "新建公路42.6公里，改建公路18.4公里，养护公路96.2公里。两项合计61.0公里。",
        "偿还债券本金18950万元。支付利息12015万元。兑付手续费12万元。还本付息共30965万元。",
        "床位2059张，护理员312人。农村互助站床位512张，占比18.2%，城乡床位共2812张。",
        "小麦种植42.1万亩，油菜种植12.3万亩。机播38.6万亩，占已种面积的71.0%。",
        # For how long it will do, as others reckon it; what woods count as else.
        "基金收入14.99亿元、支出13.69亿元，累计结余9.53亿元，可支付8.1个月。",
        "森林面积149.68万亩，国土面积2198平方公里，森林覆盖率46.12%。",
        "支出预算调增26328万元，其中新增债券9540万元，上级补助14233万元，调减本级支出1260万元。",
        "综合机械化率77.0%，其中小麦机耕率95.6%、玉米机耕率91.2%、机播率62.3%、机收率86.9%。",
        # Of what was produced, and not of the land.
        "播种56.20万亩，总产量25.38万吨。其中夏粮面积16.55万亩，产量6.96万吨；秋粮面积39.65万亩，产量18.42万吨，秋粮产量占全年的72.6%。",
        # Some kinds of what is bounded, some of what the words name, and another order.
        "企业账款3126万元，其中账龄1年以内1420万元、3年以上601万元。",
        "亿元以上项目46个，其中10亿元以上6个、5—10亿元9个。",
        "牛羊出栏12.46万头（只），其中肉牛1.22万头、羔羊4.11万只。",
        "城乡居民医保参保32.1万人，其中城镇居民3.4万人、脱贫人口4.9万人、特困人员0.3万人。",
    ],
)
def test_true_paragraphs_are_let_be(broken: Broken, text: str) -> None:
    assert broken(text) == []
