"""Changes that a list gives to the levels before it, and means and rates told a sentence later."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from tests.facts.conftest import Broken, TellsSlip

# The number between braces is right; the slip behind it is found.
_SLIPS = [
    # Amounts of change behind their rates, before them, and without 分别.
    ("全县发生道路交通事故64起，死亡18人，受伤45人，直接损失21.5万元，同比分别下降12.3%、10.0%、22.4%和15.7%，减少9起、2人、{13}人和4.0万元。",
     "31", "growth-delta"),
    ("发生火灾52起，死亡3人，受伤8人，同比减少13起、1人、4人，下降{20.0}%、25.0%、33.3%。",
     "30.0", "growth-delta"),
    ("受理案件640件、审结592件、执行到位金额3.20亿元，同比增加{58}件、61件、0.45亿元，分别增长10.0%、11.5%、16.4%。",
     "85", "growth-delta"),
    # Contributions of the sectors that were told before, and points that share their unit.
    ("全市生产总值248.60亿元，同比增长5.0%。第一产业增加值38.20亿元，第二产业增加值101.30亿元，第三产业增加值109.10亿元，对经济增长的贡献率分别为9.2%、{44.0}%和46.8%。",
     "40.0", "percent-total"),
    ("全市生产总值248.60亿元，同比增长5.0%。三次产业贡献率分别为9.2%、44.0%和46.8%，分别拉动增长0.5个、{2.2}个和2.3个百分点。",
     "2.7", "percent-share"),
    # A mean of days behind a comparison.
    ("本周（3月3日—9日），中心接听来电2695个，较上周的2510个增长7.4%，日均{385}个。",
     "358", "average"),
    ("9月份，热线受理诉求3012件，环比下降4.1%，日均{100.4}件。", "104.0", "average"),
    # What came in is called what was received.
    ("全年收到政府信息公开申请{83}件，上年结转4件；办结80件，结转下年度继续办理7件。",
     "38", "parts-total"),
    # What is built is told at current prices.
    ("全年完成建筑业总产值38.40亿元，增长6.2%。其中：建筑工程产值33.10亿元，增长{7.4}%；安装工程产值3.60亿元，下降3.0%；其他产值1.70亿元，增长4.5%。",
     "4.7", "growth-mix"),
    # Adjusted budgets, with parts of what was added in between.
    ("县人大批准的年初一般公共预算支出为186420万元，本次拟调增24560万元，其中：一般债券资金6200万元，上级补助18360万元。调整后全县一般公共预算支出为{210980}万元。",
     "220980", "parts-total"),
    # How far a balance is below its limit, with the parts of both in between.
    ("全县政府债务限额为72.40亿元，其中：一般债务限额31.15亿元，专项债务限额41.25亿元。政府债务余额为70.86亿元，其中：一般债务余额30.42亿元，专项债务余额40.44亿元。债务余额低于限额{1.54}亿元。",
     "1.45", "growth-delta"),
    # Rates and ratios of a sentence of their own, or told for each kind in turn.
    ("审结民事案件4820件，其中：调解1460件，撤诉912件，判决2348件，其他100件。调解撤诉率{49.21}%。",
     "42.91", "completion-rate"),
    ("小学在校生18640人；专任教师1210人，生师比15.40:1。初中在校生9870人；专任教师795人，生师比{12.42}:1。",
     "14.22", "growth-delta"),
    ("卫生技术人员1986人，其中：执业（助理）医师742人，注册护士905人，药师（士）、技师（士）等339人，医护比为1:{1.22}。",
     "1.52", "growth-delta"),
    # Land and income by the names of what is divided.
    ("年末公路通车里程1985.6公里，其中高速公路61.2公里。全县国土面积1760平方公里，每百平方公里公路密度为{112.8}公里。",
     "118.2", "average"),
    ("邮政业务收入2.86亿元，增长7.1%，其中快递业务收入1.62亿元。完成快递业务量2150万件，增长11.2%。平均每件快递业务收入{7.53}元。",
     "5.73", "average"),
    # By how much a mean rose.
    ("企业退休人员养老金人均每月2846元，比上年月人均增加{82}元，增长3.0%。", "28", "growth-delta"),
    # What two were told of in sentences of their own, and a share of what 合计 gave.
    ("县医院门诊32.6万人次，出院18420人次；中医院门诊14.1万人次，出院9106人次。两家医院共收治出院病人{27526}人次。",
     "27256", "parts-total"),
    ("承办代表建议68件、政协提案104件，合计172件，涉及承办单位38家。其中问题已解决的（A类）112件，占{65.1}%；正在解决的（B类）48件，占27.9%；留作参考的（C类）12件，占7.0%。",
     "61.5", "percent-share"),
    ("税收收入40118万元，占一般公共预算收入{61720}万元的65.0%；非税收入21602万元，占比35.0%。",
     "61702", "parts-total"),
    ("全市刑事案件立案612起，下降8.4%。电信网络诈骗案件立案233起，占刑事立案的{38.1}%，涉案金额1520万元。",
     "31.8", "percent-share"),
    # What is left, by its name.
    ("核定行政编制842名，实有806名，空编{36}名；事业编制2310名，实有2245名，空编65名。",
     "63", "parts-total"),
    ("累计归集住房公积金28.46亿元，累计提取17.93亿元，缴存余额{10.53}亿元。",
     "10.35", "parts-total"),
    ("居民医保基金收入15.20亿元、支出15.96亿元，当期收支缺口{0.76}亿元。", "0.67", "parts-total"),
    ("今年安排重点项目86个。截至9月底，已开工73个，完工{24}个，在建49个。", "42", "parts-total"),
    # With a list in between.
    ("新收政府信息公开申请96件，上年结转3件，办结95件，其中予以公开52件、部分公开6件、不予公开9件、其他28件，结转下年度{4}件。",
     "9", "parts-total"),
    # Rates by their names.
    ("受理案件4120件，其中新收3715件、旧存405件；审执结3260件，结案率79.13%，结收比{87.75}%。",
     "78.75", "completion-rate"),
    ("在园幼儿8460人，其中公办园4820人，占57.0%，普惠性民办园3150人，普惠性幼儿园覆盖率{94.2}%。",
     "92.4", "completion-rate"),
    # Points and contributions of one growth that is not told, and shares that are both.
    ("三次产业对经济增长的贡献率分别为11.2%、43.5%和45.3%，拉动GDP增长0.6、{2.3}和2.4个百分点。",
     "3.2", "percent-share"),
    ("第二产业法人单位1280个，第三产业法人单位{4610}个，分别占21.7%和78.3%。",
     "6410", "percent-share"),
    # What is new each day; what was settled in either way, told at once.
    ("上半年新登记经营主体3620户，其中企业905户；注销1480户，日均新设{20.0}户。",
     "22.0", "average"),
    ("全年审结民商事案件3180件，增长3.2%。以调解、撤诉方式结案1622件，调撤率{51.01}%。",
     "15.01", "completion-rate"),
    ("会议应到代表238名，实到{229}名，请假9名，列席104名。", "292", "parts-total"),
    # Names that are all.
    ("年末实有在职人员74人，其中行政人员19人、事业人员{52}人、工勤3人。", "25", "parts-total"),
    ("保费总额862万元，其中中央财政补贴388万元、省级216万元、县级86万元、农户自缴{172}万元。",
     "127", "parts-total"),
    ("已签约962户，其中货币补偿286户、房票安置431户、产权调换{245}户。",
     "254", "parts-total"),
    ("全县持证残疾人6842人，其中：肢体残疾3910人，视力残疾812人，听力言语残疾690人，智力残疾603人，精神残疾{615}人，多重残疾212人。",
     "651", "parts-total"),
    ("全年偿还到期债券本金18640万元，其中：再融资债券偿还16200万元，预算安排资金偿还{2440}万元。",
     "4240", "parts-total"),
    ("全区财政总收入完成40862万元。其中：一般公共预算收入18745万元；上划中央税收{22117}万元。",
     "21217", "parts-total"),
]  # fmt: skip

_TRUE = [
    # Changes of something else, or of fewer units than there are.
    "全县发生事故64起，死亡18人，受伤45人，同比减少9起、2人。",
    "查处案件26件，处分31人，追缴120万元，同比增加4件、6人，涉及乡镇3个、部门5个。",
    "出口26.30亿元，进口7.40亿元，利用外资1.20亿元，同比增长5.1%、3.2%，另有两家企业增长20%。",
    # Contributions to another growth, and of firms.
    "规模以上工业增加值增长6.0%，前三户企业产值12.60亿元、8.40亿元、5.10亿元，对工业增长的贡献率分别为31.2%、20.5%和9.8%。",
    # Days that are others', and workdays.
    "10月份，大厅受理事项8420件，比9月份的8100件增长4.0%，国庆后日均468件。",
    "本周（3月3日—9日），大厅受理1260件，较上周的1190件增长5.9%，日均252件（5个工作日）。",
    # An adjusted budget of another account, and one that was adjusted by something untold.
    "年初一般公共预算支出186420万元，调增24560万元，另调入资金1200万元。调整后政府性基金预算支出为96300万元。",
    "县人大批准的年初预算支出186420万元，拟调增24560万元，上解支出3100万元。调整后支出为207880万元。",
    # Schools whose pupils are told a sentence before; doctors of several kinds.
    "小学在校生18640人，其中寄宿生2310人；初中在校生9870人；专任教师2005人，生师比14.22:1。",
    "在职人员8123人，退休2604人，离休12人，抚养比3.11:1。",
    # Lists that lack a part.
    "全区财政总收入完成48230万元。其中：一般公共预算收入18745万元；上划中央税收22117万元。",
    "全县持证残疾人6842人，其中：肢体残疾3910人，视力残疾812人，听力残疾402人，智力残疾603人，精神残疾615人。",
    # What two of three were told of; shares of what was told before the total.
    "县医院出院18420人次；中医院出院9106人次；妇幼保健院出院3120人次。两家医院共收治危重病人1206人次。",
    "承办代表建议68件、政协提案104件，合计172件。代表建议中，A类46件，占67.6%；B类17件，占25.0%；C类5件，占7.4%。",
    # A part of what was begun; what is left of other books; new cases of another court.
    "今年安排重点项目86个，其中新开工31个，完工24个，在建62个。",
    "累计归集住房公积金28.46亿元，本年提取2.93亿元，缴存余额10.53亿元。",
    "项目总投资9.20亿元，到位资金6.80亿元，资金缺口2.10亿元，另需配套0.30亿元。",
    "受理案件4120件，其中新收3715件；审执结3260件。执行新收1200件，执结1010件，结收比84.2%。",
    # Shares of two wholes; what is new of another kind; years that come later.
    "小学生占21.7%，教职工占8.3%；第二产业法人单位1280个，第三产业法人单位4610个，分别占全市的2.1%和3.0%。",
    "上半年新登记经营主体3620户，其中企业905户，日均新设企业5.0户。",
    "新建高标准农田12.87万亩，其中2021年3.20万亩、2022年2.58万亩、2023年2.16万亩，后两年合计4.93万亩。",
    "全年审结民商事案件3180件、刑事案件260件。以调解、撤诉方式结案1622件，调撤率50.14%。",
    # A density of another kind of road.
    "年末公路通车里程1985.6公里。全县国土面积1760平方公里，每百平方公里等级公路密度为108.6公里。",
]  # fmt: skip


@pytest.mark.parametrize(("text", "slip", "kind"), _SLIPS)
def test_a_slip_is_found(tells_slip: TellsSlip, text: str, slip: str, kind: str) -> None:
    tells_slip(text, slip, kind)


@pytest.mark.parametrize("text", _TRUE)
def test_nothing_is_said_of(broken: Broken, text: str) -> None:
    assert broken(text) == []
