"""Growth, shares and ratios whose other figures stand elsewhere: in another clause, a year ago."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from tests.facts.conftest import Broken, Slipped

# A paragraph with what is right in braces, the slip, and of what kind it is.
_SLIPS = [
    # Changes of how many there are, behind levels of other units.
    ("全市发生生产安全事故61起，死亡28人，受伤13人，与去年同期相比，事故起数减少{21}起，下降25.6%。",
     "12", "growth-delta"),
    ("完成各类交易事项1028个，交易金额150.80亿元。和去年同期相比，项目交易数量减少53个，减幅为{4.90}%。",
     "9.40", "growth-delta"),
    # 较上周 and 环比 are one basis; 较多年同期平均 is another.
    ("接报警10265起，其中有效报警3490起，较上周3165起增加325起，环比上升了{10.3}%。", "13.0",
     "growth-delta"),
    ("累计平均降雨量387.6毫米，较去年同期341.1毫米偏多46.5毫米，较多年同期平均436.4毫米偏少{11.2}%。",
     "12.1", "growth-delta"),
    # What came, of what came.
    ("各项存款余额463.50亿元，比年初增加24.20亿元。各项贷款余额320.74亿元，比年初新增19.11亿元，新增存贷比{78.97}%。",
     "79.87", "completion-rate"),
    # What the sectors contribute and pull.
    ("第一产业对全县地区生产总值的贡献率为11.0%，拉动GDP增长0.6个百分点；第二产业贡献率为58.1%，拉动GDP增长{3.1}个百分点；第三产业贡献率为30.9%，拉动GDP增长1.6个百分点。全县GDP同比增长5.3%。",
     "1.3", "percent-share"),
    ("第一产业对经济增长的贡献率为11.0%，第二产业对经济增长的贡献率为{58.1}%，第三产业对经济增长的贡献率为30.9%。",
     "51.8", "percent-total"),
    ("第一、二、三产业投资占比分别为3.6%、{46.5}%、49.9%。", "64.5", "percent-total"),
    ("三次产业结构由2020年的34.06:16.86:49.09调整到33.13:18.56:48.32，一产下降{0.93}个百分点。",
     "0.39", "growth-delta"),
    ("同城、异地、国际/港澳台业务量分别占全部快递业务量的5.09%、{94.59}%和0.32%。", "49.59",
     "percent-total"),
    # So many times the other, before each grew.
    ("城镇居民人均可支配收入10066元，增长5.2%；农村居民人均可支配收入4984元，增长6.6%。城乡居民收入比由上年的{2.05}缩小至2.02。",
     "2.50", "growth-mix"),
    # A year each; the first may be told in kinds.
    ("检察建议141份，其中2020年47份、2021年94份，2021年同比增长{100.0}%。",
     "110.0", "growth-delta"),
    ("2024年，受理投诉举报共11668件（热线收件5853件，自收93件，平台收件5722件），2023年办理的数量为8262件，2024年同比增加{41.2}%。",
     "14.2", "growth-delta"),
    # Two ways to say one thing; over the years between two.
    ("接待游客123.4万人次，是上年的1.32倍，增长{32.0}%。", "23.0", "growth-delta"),
    ("旅游收入12.34亿元，同比增长{32.4}%，恢复至上年同期的132.4%。", "23.4", "growth-delta"),
    ("粮食总产量由2019年的20.1万吨增加到2023年的23.4万吨，年均增长{3.9}%。", "9.3", "growth-delta"),
    # So much for each, however many kinds there are.
    ("补贴面积58.39万亩，补贴标准为每亩102.82元，应发补贴资金{6003.66}万元，涉及85327户。",
     "6030.66", "average"),
    ("为10300名老年人发放高龄津贴{569050}元。其中80—89周岁9291人，每人每月50元；90—99周岁1000人，每人每月100元；100周岁及以上9人，每人每月500元。",
     "579050", "average"),
    ("发放补贴资金共{453.77}万元，补贴水稻、玉米面积411765.01亩，补贴标准为11.02元/亩。", "435.77",
     "average"),
    # For so many people, in a hundred yuan of income; vehicles, activities.
    ("实有经营主体30524户。按常住人口28.65万人计算，每千人拥有经营主体{106.5}户。",
     "160.5", "average"),
    ("实现营业收入1105.5亿元，发生营业成本934.1亿元，每百元营业收入中的成本为{84.50}元。", "48.50",
     "average"),
    ("公务用车保有量350辆，车均运行维护费{1.96}万元，运行维护费共支出686.89万元。",
     "1.69", "average"),
    # So many of the other to one.
    ("执业医师1080人、注册护士1314人，医护比1:{1.22}。", "1.27", "growth-delta"),
    ("在校学生15672人，专任教师1234人，师生比1:{12.7}。", "17.2", "growth-delta"),
    # A plan that is what was done and what is left; in either way; in another's name.
    ("已播冬小麦29.6万亩，占预播面积的{78.1}%，还有8.3万亩待播。", "87.1", "completion-rate"),
    ("审结案件2955件，其中调解1154件，撤诉531件，判决1270件，调撤率{57.02}%。", "75.02",
     "completion-rate"),
    ("入厂糖料蔗118.87万吨，产混合糖15.81万吨，产糖率{13.30}%。", "31.30", "completion-rate"),
    ("贷款余额13.57亿元，逾期贷款38.88万元，逾期率{0.29}‰。", "0.92", "completion-rate"),
    # Of what stands behind, in a bracket, or two sentences before; of the kind that it names.
    ("完成土石方361万方，投资7350万元，占计划的{105.9}%、102.7%（计划分别为341万方、7157万元）。",
     "150.9", "completion-rate"),
    ("检查任务5017人，已完成宫颈癌检查5042人、乳腺癌检查4229人，分别完成任务的100.5%、{84.3}%。",
     "83.4", "completion-rate"),
    ("亏损企业216家，亏损面{22.9}%，比上年收窄1.2个百分点；规上企业共945家。", "22.6",
     "completion-rate"),
    ("检察建议141份。从对象看，行政机关94份，企业18份，其他29份。逾期未回复5份，回复率{96.5}%。",
     "69.5", "completion-rate"),
    ("办件14177件，其中线上11046件、线下3131件，线上办理率{77.9}%。", "79.7", "completion-rate"),
    ("工程全长{14.33}公里。路基完成11.94公里，占83.3%；水稳层完成8.68公里，占60.6%。", "13.43",
     "percent-share"),
    # What adds up without a word that says so.
    ("受理各类案件9167件，同比上升9.39%；审执结案件6901件，同比上升3.31%；尚有未结案2266件，同比上升{33.28}%。",
     "38.28", "growth-mix"),
    # Two that are surely all.
    ("有效报警共6555起，有效报警量比上月下降{18.6}%。其中110类报警5397起，比上月下降19.6%；122类报警1158起，比上月下降13.6%。",
     "16.8", "growth-mix"),
]  # fmt: skip

_TRUE = [
    # What is told of its own, and of no level before.
    "投入资金784万元改造22户，带动172户增收290.8万元。",
    "各项存款余额463.50亿元，比年初增加24.20亿元。各项贷款余额320.74亿元，比上年同期增加29.11亿元，新增存贷比77.3%。",
    # Other growths than that of the economy; negative contributions.
    "地区生产总值增长5.3%。第一、二、三产业对税收增长的贡献率分别为1.0%、50.1%、48.9%，拉动税收增长0.1个百分点。",
    "非公有制经济增加值增长8.3%。第一产业贡献率为11.0%，拉动0.6个百分点；第二产业贡献率为58.1%，拉动3.1个百分点；第三产业贡献率为30.9%，拉动1.6个百分点。",
    # Real growth is not that of the amounts.
    "城镇居民人均可支配收入10066元，实际增长1.2%；农村居民人均可支配收入4984元，实际增长6.6%。城乡居民收入比由上年的2.05缩小至2.02。",
    # Of more than two levels, which is of a year is not known; two places, constant prices.
    "2024年受理50件，办结40件；2023年受理42件，办结30件，2024年同比增长33.3%。",
    "2023年生产总值12.3亿元，2022年生产总值10.1亿元，2023年同比增长12.8%。",
    "2023年全县收入12.3亿元，2022年全市收入10.1亿元，2023年同比增长12.8%。",
    "生产总值由2019年的120.1亿元增加到2023年的163.4亿元，年均增长5.1%。",
    "投资增长23.4%，是上年同期增速的1.4倍。",
    "利润12.3亿元，是上年同期的2.1倍，增长110%。",
    # What has been paid, and not what is to be; a list that is not told to its end; by the year.
    "补贴面积58.39万亩，补贴标准为每亩102.82元，已发放补贴资金6000.66万元，涉及85327户。",
    "发放津贴474600元。其中80—89周岁7420人，每人每月50元；90—99周岁926人，每人每月100元。",
    "为1030名残疾人发放补贴123600元，每人每月80元，惠及1030户。",
    # Of the people of another year, or of which is not told.
    "常住人口38.96万人。实有床位2743张，每千人口床位7.10张。",
    "户籍人口48.96万人。实有床位2743张，每千人口床位7.40张。",
    "累计办件14177件，其中线上11046件、线下3131件，线上办结率79.7%。",
    "造林任务12.00万亩，已完成人工造林5.04万亩、封山育林4.23万亩，分别完成任务的98.5%、97.6%。",
    "桥梁全长13.43公里。路基完成11.94公里，占82.9%；水稳层完成8.68公里，占60.6%。",
    "受理案件9167件，同比上升9.39%；审执结案件6901件，较年初上升3.31%；尚有未结案2266件，同比上升38.28%。",
    # What is left of something else; what is counted in another way.
    "已播冬小麦29.6万亩，占任务35.0万亩的84.6%，还有8.3万亩待播。",
    "新增贷款12.1亿元，占计划的78.1%，贷款余额剩余8.3亿元。",
    "收到建议104件，闭会期间11件，交办108件。已解决的（A类）72件，占66.7%；列入计划的（B类）32件，占29.6%；暂难解决的（C类）4件，占3.7%。",
    "城镇居民人均可支配收入10066元，增长5.2%；农村居民人均可支配收入4984元，增长6.6%。城乡居民收入比由2015年的2.35缩小至2.02。",
]  # fmt: skip


@pytest.mark.parametrize(("text", "slip", "kind"), _SLIPS)
def test_a_slip_is_found(broken: Broken, slipped: Slipped, text: str, slip: str, kind: str) -> None:
    true, wrong = slipped(text, slip)
    assert not broken(true)
    assert kind in {one for one, _ in broken(wrong)}


@pytest.mark.parametrize("text", _TRUE)
def test_a_true_paragraph_is_left_alone(broken: Broken, text: str) -> None:
    assert not broken(text)
