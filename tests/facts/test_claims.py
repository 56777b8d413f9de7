"""What the words say of a number: phrasings, and whose level, share or rate a figure is."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kuaibao_lint.facts import read
from kuaibao_lint.facts.claims import complements, measures, phrasings, surroundings, terms
from kuaibao_lint.facts.claims.figures import figures
from kuaibao_lint.facts.claims.reader import claims_together
from kuaibao_lint.facts.reading import scan
from kuaibao_lint.parsing import parse
from kuaibao_lint.source import Source, Span

if TYPE_CHECKING:
    from tests.facts.conftest import Broken


def roles(text: str) -> list[tuple[str, str]]:
    found = figures(text, scan(text), Span(0, len(text)))
    return [(figure.span.of(text), figure.role) for figure in found]


def held(text: str) -> list[str]:
    return [r.kind for r in read(parse(Source("x.md", text)), text).relations if r.holds]


@pytest.mark.parametrize(
    ("text", "role"),
    [
        ("全县收入完成33400万元", "level"),
        ("同比增长8.2%", "growth"),
        ("较上年同期下降8.2%", "growth"),
        ("同比增收960万元", "delta"),
        ("比去年同期多收960万元", "delta"),
        ("比年初新增960万元", "delta"),
        ("上年同期为4800万元", "base"),
        ("上年同月为4800万元", "base"),
        ("由上年的4800万元", "base"),
        ("为年初预算的37.9%", "completion"),
        ("占年度任务的37.9%", "completion"),
        ("占财政收入的55.3%", "share"),
        ("占比55.3%", "share"),
        ("占比重达到55.3%", "share"),
        ("办结率95%", "rate"),
        ("支出进度50.7%", "rate"),
        ("两项合计120万元", "total"),
        ("收入总计120万元", "total"),
        ("户均7.1万元", "average"),
        ("平均亩产412公斤", "average"),
        ("人均可支配收入8563元", "level"),
        ("年度任务4900人", "plan"),
        ("提高2.1个百分点", "points"),
        ("同比增长2.3倍", "growth"),
        ("翻一番", "growth"),
    ],
)
def test_the_words_before_a_number_give_its_role(text: str, role: str) -> None:
    assert [found for _, found in roles(text)] == [role]


def test_an_amount_between_words_and_percentage_is_the_plan_or_the_whole() -> None:
    assert roles("为预算10065万元的43.2%") == [("10065万元", "plan"), ("43.2%", "completion")]
    assert roles("占投资9000万元的12%") == [("9000万元", "whole"), ("12%", "share")]


@pytest.mark.parametrize(
    ("text", "kind", "place"),
    [
        # Shares: the whole in the clause, before it, behind it, shortened, in brackets.
        ("税收收入占一般公共预算收入的55.3%。一般公共预算收入33400万元，其中税收收入14873万元。",
         "percent-share", "14873万元"),
        ("政府性基金预算收入84116万元，其中土地出让收入13183万元，占基金收入的17.5%。",
         "percent-share", "17.5%"),
        ("五项税收合计12460万元，占税收收入（28700万元）的45.4%。", "percent-share", "45.4%"),
        ("全县生产经营主体126家，其中企业45家，占37.5%。", "percent-share", "37.5%"),
        ("60至69岁59013人、70岁及以上55465人，共计114487人。", "parts-total", "114487人"),
        # Rates: of what was done, before or behind, and by name.
        ("应参保人数41.34万人，已参保38.69万人，参保率95.39%。", "completion-rate", "95.39%"),
        ("各项存款余额500亿元，各项贷款余额200亿元，存贷比为45%。", "completion-rate", "45%"),
        ("110家企业中，72家实现增长，增长面60.5%。", "completion-rate", "60.5%"),
        # Parts: without 其中, by their names; of two units; what is left.
        ("办理事项65252件，网上办理40476件，窗口办理24876件。", "parts-total", "65252件"),
        ("共有低保对象5325户8567人，其中城市低保965户1493人，农村低保4360户7047人。",
         "parts-total", "7047人"),
        ("排查隐患1070项，已整改873项，剩余179项。", "parts-total", "179项"),
        ("基金收入35125万元，支出27879万元，当期结余7426万元。", "parts-total", "7426万元"),
        ("全县三大景区接待游客21.35万人次，其中甲景区9.09万人次、乙景区5.45万人次、丙景区6.18万人次。",
         "parts-total", "6.18万人次"),
        # Changes: two bases, one inherited; the value a year earlier told later.
        ("存款余额342.76亿元，比年初增加29.17亿元，增长9.8%，同比增长4.1%。",
         "growth-delta", "9.8%"),
        ("发生事故51起、死亡7人，上年同期分别为73起、8人，同比分别下降31.0%和12.5%。",
         "growth-delta", "31.0%"),
        ("税收收入35369万元，比非税收入23185万元多12814万元。", "growth-delta", "12814万元"),
        ("2024年收入完成50677万元。2025年安排收入54122万元，比上年完成数增长8.6%。",
         "growth-delta", "8.6%"),
        ("企业产值由120万元增加到480万元，增长3.5倍。", "growth-delta", "3.5倍"),
        ("覆盖率由35.46%提高到37.69%，提高2.32个百分点。", "growth-delta", "2.32个百分点"),
        ("完成年初预算的83.7%，超序时进度（75%）7.8个百分点。", "growth-delta", "7.8个百分点"),
        # Averages: yield, and heads in the sentence before.
        ("播种面积40.2万亩，平均亩产443公斤，总产量18.71万吨。", "average", "18.71万吨"),
        ("为276户农户发放贷款1979万元，户均7.71万元。", "average", "7.71万元"),
        ("城镇居民人均可支配收入37405元；农村居民人均可支配收入21956元。城乡居民收入比为1.07:1。",
         "growth-delta", "1.07:1"),
        # Wordings of other houses: each by a mechanism, not by the sentence.
        ("新增就业2749人，完成全年3600人目标的75.4%。", "completion-rate", "75.4%"),
        ("收入完成54427万元，完成目标任务90700万元的60.01%，距完成任务还差36723万元。",
         "parts-total", "36723万元"),
        ("四家景区接待量分别为24807人次、13891人次、28954人次、5295人次，共79247人次。",
         "parts-total", "79247人次"),
        ("送审金额59611.28万元，审减3952.23万元，审定金额55569.05万元。",
         "parts-total", "55569.05万元"),
        ("各类补助支出46873万元，甲镇12345万元、乙镇23456万元、丙镇11672万元，增长3.2%。",
         "parts-total", "11672万元"),
        (
            "资助9371人次、607.91万元，其中甲类3205人次、160.25万元，乙类4550人次、281.56万元，丙类1661人次、166.10万元。",
            "parts-total",
            "4550人次",
        ),
        ("业务量累计1170.0万件；业务收入6041万元，平均单价5.61元/件。", "average", "5.61元"),
        ("实际完成道路222.5公里，投资8040万元，每公里实际造价31.6万元。", "average", "31.6万元"),
        ("授信6.20亿元，实际发放31009万元，授信使用率55.0%。", "completion-rate", "55.0%"),
        ("支出355477万元。教育65621万元，占总支出的18.5%；医疗43013万元，占21.1%。",
         "percent-share", "21.1%"),
        (
            "牛、羊分别为7.90万头、38.76万只，上年同期分别为7.98万头、41.53万只，同比分别减少1.0%、减少7.6%。",
            "growth-delta",
            "7.6%",
        ),
        # Of what was done and what was not.
        ("已开工39个，未开工11个，开工率为73.0%。", "completion-rate", "73.0%"),
        ("批准逮捕119人（含上期积存），不批准逮捕和决定不捕59人，不捕率为38.15%。",
         "completion-rate", "38.15%"),
        # Of what came and what was kept; of what had to be done; in what it is reckoned.
        ("收案900件（不含旧存100件）。审结950件，结案率为90.5%。", "completion-rate", "90.5%"),
        ("应检3181台，实检3165台，定检率59.50%。", "completion-rate", "59.50%"),
        ("已办结审查起诉案件120件183人，适用认罪认罚审结98件154人，按人数计算适用率为48.15%。",
         "completion-rate", "48.15%"),
        ("计划改建154.8公里。完成路基135.6公里、路面109.8公里，路面完成率79.0%。",
         "completion-rate", "79.0%"),
        ("信访202件，其中省交办57件、市自排145件。化解146件，省交办件化解49件、化解率68.0%。",
         "completion-rate", "68.0%"),
        ("报审金额1203.5万元，审定金额1104.2万元，审减率为2.85%，审减金额99.3万元。",
         "completion-rate", "2.85%"),
        ("各项贷款余额244.00亿元。不良贷款余额3.17亿元，不良率3.10%。",
         "completion-rate", "3.10%"),
        # Each rate of another figure; of a task of that name.
        ("拖欠账款126笔、3120.5万元，已化解98笔、2210.4万元，化解率分别为77.8%和10.83%。",
         "completion-rate", "10.83%"),
        ("签约项目50个，履约项目42个，开工项目36个，履约率、开工率分别为84.0%和12.0%。",
         "completion-rate", "12.0%"),
        ("新造3000亩、低改2000亩任务，分别完成2412亩、1530亩，完成率为80.4%和16.5%。",
         "completion-rate", "16.5%"),
        ("今冬需除治小班731个、枯死松树9213株。已除治小班527个，完成32.1%。",
         "completion-rate", "32.1%"),
        ("新增受理78台，已完工32台，提前超额完成全年26台的目标任务，完成率128.1%。",
         "completion-rate", "128.1%"),
        ("拆除318宗、面积21.43万平方米，其中新增91宗、6.10万平方米，完成任务20.00万平方米的167.2%。",
         "completion-rate", "167.2%"),
        # Ratios and means by the names of both.
        ("在职职工8123人，离退休人员2604人，抚养比8.12:1。", "growth-delta", "8.12:1"),
        ("总播种614287亩，其中粮食444744亩。粮食总产量161442吨；粮食平均单产863公斤。",
         "average", "863公斤"),
        ("补贴资金673.04万元，其中中央535.95万元、省级137.09万元，受益农户1004户。户均获补3704元。",
         "average", "3704元"),
        ("补贴资金87.441万元，其中中央69.441万元，省级18万元。补贴农机70台，其中动力35台，台均补贴7.25万元。",
         "average", "7.25万元"),
        ("财政总收入34200万元。与上年同期31800万元相比，多入库2400万元，增幅5.7%。",
         "growth-delta", "5.7%"),
    ],
)  # fmt: skip
def test_a_slip_is_found_in(broken: Broken, text: str, kind: str, place: str) -> None:
    assert broken(text) == [(kind, place)]


@pytest.mark.parametrize(
    "text",
    [
        # The whole is not told: a sister with a share of its own is none.
        "第一种形态170人次，占45.9%；第二种形态167人次，占45.1%。",
        "石桥镇完成植树120亩，占全县的35%；柳河乡完成植树80亩，占全县的23%。",
        "工业投资5.2亿元，房地产投资1.3亿元，占其他投资的40%。",
        # What overlaps may exceed the whole together.
        "全县高新园区有企业141家，其中高新技术企业86家、专精特新企业77家。",
        "常住人口413632人，其中60岁及以上98899人，占23.91%；80岁及以上12468人，占3.01%。",
        "居民人均可支配收入8000元，其中城镇居民人均可支配收入12034元，农村5305元。",
        # Another account of time, another thing that is done.
        "累计受理工单3041件，已办结2987件，按期办结率98.4%。",
        "改造燃气管网23.7公里、供水管网28.8公里、排水管网17.6公里，雨污分流改造率77.4%。",
        # People at the end of a year are not the people of the year.
        "生产总值155亿元。年末常住人口52.20万人。人均生产总值29637元。",
        # An average before what belongs to something else.
        "计划投入补贴921.0万元，亩均补助18元；计划播种小麦32.1万亩。",
        # Rounded by the writer.
        "全县林地面积117.44万亩，其中公益林36.83万亩，占林地面积的37%左右。",
        # Runs of like amounts that are no parts, or not all of them.
        "工业总产值123456万元，完成技改投资45678万元、设备投资23456万元、研发投入12345万元。",
        "全年发放补贴40000万元，甲镇12345万元、乙镇23456万元。",
        "接待游客30000人次，甲景区12345人次、乙景区23456人次、丙景区16021人次。",
        "收入12.3亿元，支出18.5亿元、转移支付6.1亿元。",
        "检查企业326家，发现隐患148处、整改126处、立案12起。",
        "在安全生产检查中，出动3240人次、车辆812台次，排查单位1523家。",
        "全县企业30家。在检查中，发现隐患120家次，整改98家次。",
        "今年建成道路120公里、管网85公里、绿道42公里，总长247公里以上。",
        "存款余额342.76亿元，个人存款201.35亿元、单位存款89.61亿元。",
        "补助甲镇1234人、乙镇2345人，共下拨3579万元。",
        # A list that is not the whole list.
        "甲镇投资120.5万元，增长5.2%，乙镇投资230.6万元，增长3.1%，三项合计451.1万元，增长13.8%。",
        # Averages of other things than the nearest numbers.
        "全年演出176场，其中县剧团104场；观众4.87万人次，场均277人次。",
        "改造道路222.5公里，投资8040万元；其中甲线每公里造价29.5万元。",
        "快递业务量1170万件，业务收入6041万元，省内件平均单价3.21元/件。",
        "实施项目52个，到位资金12345万元，其中重点项目平均每个投资1.35亿元。",
        "新建学校12所、可容纳学生8640人，现有在校生6543人，校均规模612人（含原有学校）。",
        "种植玉米12345亩、大豆8765亩，总产8970吨，玉米亩产612公斤。",
        "办理案件8365件，结案7764件，法官36名，人均结案215.7件。",
        "发放贷款1979万元，惠及农户276户、企业45家，企业户均23.5万元。",
        "平均每天接听热线385个，全年累计12万个，日均增长5.2%。",
        "演出131场，观众2.11万人次，每场补助10392元。",
        # Rates whose names are not of the two levels before them.
        "授信6.20亿元，实际发放31009万元，不良贷款率1.25%。",
        "收入12.35亿元，支出18.62亿元，公共服务满意率98.2%。",
        "到位资金3.25亿元，完成投资2.18亿元，项目开工率87.5%。",
        "就业困难人员320人，新增就业1200人，高校毕业生就业率92.3%。",
        "检查单位1523家，停业整顿12家，隐患整改率96.8%。",
        "种植小麦12345亩，机收9876亩，综合机械化率91.5%。",
        "参训1351人次，合格1184人，就业率62.5%。",
        "投资23.9亿元，民间投资10.3亿元，投资增长率8.6%。",
        "抽检食品1230批次，不合格12批次，快检合格率98.6%。",
        "发放贷款31009万元，收回12035万元，贷款逾期率0.85%。",
        # Shares of something else than the neighbour's.
        "支出355477万元。教育支出65621万元，占总支出的18.5%；民办教育3013万元，占教育支出的4.6%。",
        "支出355477万元。教育支出65621万元，占总支出的18.5%；卫生支出43013万元，占全市的9.7%。",
        "支出355477万元。教育支出65621万元，占总支出的18.5%；企业126家，占37.5%。",
        # A change of something else.
        "收入34200万元。与上年同期31800户相比，多增240户，增幅0.8%。",
        "产值实现增长的165家，增长5.6%。",
        "城镇居民人均可支配收入33213元，农村居民人均可支配收入18295元，两者相差14918元。",
        "牛、羊存栏分别为7.90万头、38.76万只，同比分别减少1.0%、增长2.8%。",
        "三次产业税收合计29731万元，增长9.3%，其中第二产业增长3.7%。",
        "全年目标5400人，新增就业4839人，离目标还差一步。",
        "完成投资76.28亿元，距全年目标还差5.7亿元。",
        "进出口总值57867万元，出口30049万元，进口27818万元，实现顺差2231万元。",
        # Rates of what no two figures tell, or of others than the nearest.
        "收案32175件（不含上年旧存3205件），审结33222件（含上年旧存案件），综合结案率为93.9%。",
        "问题37项，其中中央14项、省级23项，已完成整改29项；移交信访件62件全部办结，办结率100%。",
        "办结284件376人，不起诉54件72人。其中法定不起诉3人，情节轻微不起诉62人，不起诉率为19.15%。",
        "新收5368件，结案2467件；诉前调解成功3132件，诉前调解成功率73.4%。",
        "落实补贴1222.38万元。省里拨付专项资金1223万元，资金使用比例99.9%。",
        "户籍人口389596人，城镇人口115320人。常住人口27.9万人，城镇化率47.40%。",
        "核定行政编制1345名、事业编制9901名，实有10324人，空编922名，空编率8.20%。",
        "持证7232人；就业年龄段6198人，已就业3056人，就业率49.3%。",
        "盘活资金9289万元，用于重点项目2829万元。压减一般性支出2035万元，压减比例12.0%。",
        "压减2024年预算2147万元。评估项目10个，审减750万元，审减率9.2%。",
        "企业62户，利润11.52亿元，亏损企业26户，亏损额3.83亿元，亏损面41.9%。",
        # A completion whose plan is printed with it, of a whole, or of all in a list.
        "计划播种130.49万亩，其中玉米52.58万亩。完成玉米播种0.27万亩，占计划数52.58万亩的0.51%。",
        "改造26.7公里，其中一级网8.3公里、二级网18.4公里，完成计划27.6公里的96.7%。",
        "任务分别为13.4万亩、25.2万亩，分别完成10.3万亩、21.8万亩，总体完成率83.2%。",
        "完成率36.7%，距序时进度（41.7%）还差5.0个百分点。",
        # Averages of others than the nearest.
        "结案5815件。法官27人，人均结案215.37件。受理案件中，民商事3815件。",
        "总播种面积614287亩，其中粮食444744亩。粮食总产量161442吨；粮食平均单产363公斤。",
        "共完成补贴87.441万元。补贴农机70台，台均补贴1.25万元。报废补贴10台。",
        "发放津贴474100元。其中80—89周岁7420人，每人每月50元；90—99周岁926人，每人每月100元。",
        "渔民499人，其中参保439人，就业366人。落实补贴131.26万元，人均2990元。",
        "改造老果园2028亩，新建577亩，投入157万元，亩均投入603元。",
        "产值3.16亿元。茶农3.12万户，户均茶叶收入10312元。",
        "采伐1.98万立方米，完成销售1600万元，均价每立方米894元（含以前年度库存）。",
        "收割10431亩，日均收割529亩，预计还需5天完成剩余2608亩。",
        "全年发放补贴120笔、300.5万元，惠及45户，化解率分别为61.2%和50.3%。",
        "完成投资20.5亿元，完成71.2%。去年工业投资31.2亿元，房地产投资28.9亿元。",
        "营业收入249.23亿元；利润总额15.70亿元，盈利额18.94亿元，亏损额3.24亿元。营业收入利润率为6.30%。",
        "涉及资金3200万元，核减212万元，核减率6.6%。报审金额1.2亿元，核减率8.1%。",
        "在职职工8123人，退休人员2604人，离休人员12人，抚养比3.11:1。",
        "清运3.2万吨，处理3.1万吨；农村生活垃圾收集率98.0%，处理率92.3%。",
        "新建大棚2410亩，总投入4120万元（不含水电配套），亩均投入1.86万元。",
        # Comparable coverage: level and amount give another rate.
        "收入完成33400万元，同口径增长3.5%，增收2300万元。",
    ],
)
def test_nothing_is_wrong_in(broken: Broken, text: str) -> None:
    assert broken(text) == []


def test_doubling_is_checked_against_the_levels() -> None:
    assert held("产值由120万元增加到250万元，翻了一番。") == ["growth-delta"]
    assert "growth-delta" not in held("产值由120万元增加到190万元，翻了一番。")


@pytest.mark.parametrize("digits", ["69715", "69,715", "６９７１５"])
def test_full_width_digits_and_separators_are_numbers(broken: Broken, digits: str) -> None:
    text = f"收入{digits}万元，其中税收收入41000万元、非税收入28175万元。"
    assert broken(text) == [("parts-total", f"{digits}万元")]


@pytest.mark.parametrize(
    ("names", "all_of_it"),
    [
        (["税收收入", "非税收入"], True),
        (["非税收入", "税收收入"], True),
        (["税收收入", "土地收入"], False),
        (["城镇", "农村"], True),
        (["合格", "不合格"], True),
        (["工业", "其他"], True),
        (["60岁及以上", "80岁及以上"], False),
        (["60至69岁", "70岁及以上"], True),
        (["税收收入"], False),
    ],
)
def test_parts_that_make_up_a_whole_are_known_by_name(names: list[str], all_of_it: bool) -> None:  # noqa: FBT001
    assert complements.complete(names) is all_of_it


def test_short_names_of_one_measure() -> None:
    assert measures.same("总收入", "财政总收入")
    assert not measures.same("税收收入", "非税收入")
    assert measures.short_for("基金收入", "政府性基金预算收入")
    assert measures.short_for("GDP", "地区生产总值")
    assert not measures.short_for("收入", "一般公共预算收入")


@given(st.text("其中占的比增长下降由从到为率计划同期TPY年均合计、，；多少", max_size=60))
def test_every_wording_is_linear_and_ends_where_the_words_end(words: str) -> None:
    for table in (phrasings.PERCENT, phrasings.AMOUNT, phrasings.TIMES, phrasings.POINTS):
        for _role, wording in table:
            if found := wording.search(words):
                assert found.end() == len(words) or wording is not phrasings.PERCENT[0][1]


@given(
    st.text(
        "其中主要由是包括分看按从合计总收入人日均支出下上涨了同期企业计划目标任务预算可用财力额：、TPY",
        max_size=24,
    )
)
def test_what_is_looked_at_first_is_in_every_wording(words: str) -> None:
    for marks, wordings in (
        (phrasings.AMOUNT_MARKS, [wording for _, wording in phrasings.AMOUNT]),
        (surroundings.PARTS_MARKS, [surroundings.PARTS]),
        (surroundings.VIEW_MARKS, [surroundings.VIEW]),
        (phrasings.MEANT_MARKS, [phrasings.MEANT]),
        (terms.ACCOUNT_MARKS, [terms.ACCOUNT]),
    ):
        bare = marks.sub("", words)
        assert not any(wording.search(bare) for wording in wordings)


@pytest.mark.parametrize(
    "piece",
    ["其中A区3户，剩余4户，", "税收5万元，占比30%，", "合计5万元，", "办结率40%，办结3件，"],
)
def test_a_long_sentence_makes_no_more_claims_than_it_has_words(piece: str) -> None:
    def size(count: int) -> int:
        text = piece * count + "。"
        found = figures(text, scan(text), Span(0, len(text)))
        return sum(
            len(getattr(claim, field))
            for claim in claims_together([found])[0]
            for field in ("wholes", "lists", "parts", "heads")
            if isinstance(getattr(claim, field, None), (list, tuple))
        )

    assert size(400) <= 2.5 * size(200)


def test_a_level_is_no_rate_of_itself(broken: Broken) -> None:
    text = "截至11月底，全镇家庭医生签约1.26万人，其中重点人群签约4870人，签约率86.2%。"
    assert broken(text) == []


def test_of_two_levels_that_a_rate_may_mean_the_one_that_fits_is_taken(broken: Broken) -> None:
    text = "交办信访件88件，已办结62件，阶段性办结26件，办结率为70.5%。"
    assert broken(text) == []
    assert broken(text.replace("70.5", "75.0")) != []
