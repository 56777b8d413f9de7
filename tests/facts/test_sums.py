"""Wholes and their parts: what is a slip, and what is none."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from tests.facts.conftest import Broken

_SLIPS = (
    # An account: what was spent is no part of what came in; a part that its own parts deny, too.
    (
        (
            "收入71754万元，加上补助收入128197万元、债券收入11225万元，收入合计211203万元。"
            "支出200117万元，加上上解支出2558万元、结转下年8528万元，支出合计211203万元。"
        ),
        "11225万元",
    ),
    (
        (
            "收入4133万元，加上级补助收入1670万元，其中：一般转移支付收入1409万元，"
            "专项转移支付收入351万元，上年结转62万元，基金调入95万元，收入合计为6050万元。"
        ),
        "1670万元",
    ),
    ("收入总量为3701万元。支出971万元，调出资金1548万元，支出总量为2489万元。", "971万元"),
    # Plans are parts of a plan; what was done of them is not.
    (
        (
            "采购预算规模为220012万元，其中：货物类预算金额95012万元，已执行80210万元；"
            "服务类预算金额125100万元，已执行90210万元。"
        ),
        "220012万元",
    ),
    (
        (
            "一般公共预算收入总计调整为105.89亿元，其中：本级收入预算40.81亿元，不作调整；"
            "转移性收入预算调整为56.08亿元，调增2.90亿元。"
        ),
        "40.81亿元",
    ),
    # What is left, in a sentence of its own.
    ("下达改厕任务3600户，现已开工2900户，其中完工1700户。剩余900户将于9月底前开工。", "3600户"),
    # One column that adds up tells that the rows are all.
    (
        (
            "共采购项目454个，计划金额91500.20万元，实际金额75250.10万元，其中货物类项目230个，"
            "计划金额46500.10万元，实际金额38250.10万元；工程类项目94个，计划金额28000.10万元，"
            "实际金额22000.00万元；服务类项目140个，计划金额17000.00万元，实际金额15000.00万元。"
        ),
        "454个",
    ),
    (
        (
            "农业项目20个，到位资金32000万元；工业项目220个，到位资金651000万元；"
            "第三产业项目170个，到位资金310000万元。三次产业合计项目401个，到位资金993000万元。"
        ),
        "401个",
    ),
    # The list of an account stands before its total, or behind it in sentences of their own.
    (
        (
            "区本级国有资本经营收入7.2亿元，增长8.6%。加上上年结转收入0.2亿元、动用历年结余1.9亿元，"
            "收入合计9.8亿元。"
        ),
        "9.8亿元",
    ),
    (
        (
            "镇一般公共预算收入4299万元，加上级转移支付收入1987万元，其中：一般转移支付收入1530万元，"
            "专项转移支付收入457万元，上年结转结余80万元，基金调入120万元，收入合计为6846万元。"
        ),
        "6846万元",
    ),
    (
        (
            "一般公共预算总收入完成254000万元，其中：一般公共预算收入完成30000万元，其中：税收收入11500万元，"
            "非税收入18500万元。上级补助收入140000万元，一般债券转贷收入40000万元；调入资金650万元；"
            "上年结余收入34350万元。"
        ),
        "254000万元",
    ),
    # What is left is of the totals, and not of 结余收入.
    (
        (
            "总收入完成245000万元，其中上年结余收入34350万元。总支出完成220500万元，收支相抵，结余结转25400万元。"
        ),
        "245000万元",
    ),
    # What is left goes on behind 正在施工; one unit by two names; the whole is not in the bracket.
    (
        (
            "共排查隐患346处：急弯陡坡82处、临水临崖123处、平交路口76处、标志标线缺失65处。"
            "已整治322处、正在施工18处、列入下年计划9处；安装波形护栏50.3公里。"
        ),
        "18处",
    ),
    (
        (
            "全县在册特种设备5467台（套），其中锅炉94台、压力容器1541台、电梯2213台、起重机械882台、"
            "场（厂）内专用机动车辆132台、大型游乐设施5台套。"
        ),
        "2213台",
    ),
    (
        (
            "10月份，全区共发生各类事故33起、死亡9人，两项指标同比（事故13起、死亡2人）均上升。"
            "其中道路交通事故7起，火灾事故13起，工矿商贸事故3起，均为一般事故。"
        ),
        "33起",
    ),
)

_MORE_THAN_ALL = (
    # Few digits are enough where no part is within another, and a slip makes them too many.
    ("审结51件，其中判决22件、裁定11件、撤诉28件，败诉率5.88%。", "51件"),
    ("受理加梯申请197台，已投入使用129台，在建38台，处于公示阶段39台，惠及1368户。", "129台"),
    (
        "累计抢收小麦30万亩；抢种秋作物26.5万亩，其中玉米21.8万亩、大豆0.7万亩、棉花4.4万亩。",
        "26.5万亩",
    ),
    # So near that no chance is left, and no part that was not told makes parts more.
    (
        "全盟支出1103968万元，下降2.2%。盟本级280065万元，下降26.4%；旗级823912万元，增长10%。",
        "1103968万元",
    ),
)
_NOT_MORE = (
    # Of several wholes together; the first of a list; counted in several parts.
    "受理投诉18件、举报12件，其中消费类20件、质量类10件。",
    "建设厂房14栋，目前已封顶4栋、主体施工5栋、基础施工5栋；完成投资2.96亿元。",
    "全县企业60家，其中规上企业43家、国有企业27家、科技型企业12家。",
    "技能人才50人，其中本科以上30人、大专以上45人。",
    # What had begun before is done, too.
    "今年新开工20个，已完工15个，在建30个。",
)

_CLEAN = (
    "下达改厕任务3600户，现已开工2900户，其中完工1700户。剩余700户将于9月底前开工。",
    "下达改厕任务3600户，现已开工2900户，其中完工1700户。剩余1200户已备料。剩余户中有120户条件困难。",
    # One column that adds up: the others have to, but for those who are counted twice.
    "发放补贴1000万元、2000户，其中水稻600万元、1500户；玉米400万元、1200户。",
    "受理案件1200件1500人，其中起诉700件900人；不起诉500件800人。",
    "完成投资1200万元，覆盖12个村，其中道路700万元，覆盖8个村；供水500万元，覆盖9个村。",
    # The last row has less in it.
    (
        "接收资金指标107760.12万元，支出10979.18万元。接收共同事权资金14534.52万元，支出7063.78万元；"
        "接收减税降费资金93224万元，支出3915.40万元；接收专项资金1.6万元，尚未支出。"
    ),
    # What an account's total is made of is not always told in full; more than one thing is spent.
    (
        "收入总计完成245000万元，其中：一般公共预算收入30000万元，上级补助收入140000万元，"
        "债券转贷收入40000万元；上年结余收入34350万元。"
    ),
    (
        "收入总计1200万元，支出1000万元，上解支出100万元，年终结余100万元。收入总量2137万元，支出总量1700万元，"
        "收支相抵，年终结转437万元。"
    ),
    # A small part that is not told: each difference as small as that is some slip's.
    (
        "各项贷款余额244.00亿元。分期限看，短期贷款余额92.60亿元，中长期贷款余额142.58亿元，"
        "票据融资余额8.32亿元。"
    ),
    (
        "全系统实现销售总额25.63亿元，其中农资类3.89亿元、农产品类11.76亿元、消费品类8.33亿元、"
        "再生资源类1.17亿元；实现利润1065万元。"
    ),
    # What goes on behind the parts that fill the whole is none of them.
    (
        "全镇一般公共预算收入4299万元，加上级转移支付收入1987万元，其中：一般转移支付收入1530万元，"
        "专项转移支付收入457万元，上年结转结余80万元，基金调入120万元，收入合计为6486万元。"
    ),
    # One part is what follows taken together.
    "全县接收卫星热点35个，其中林区热点20个，经核查为农事用火10个、炼山造林7个、其他3个。",
    # One within another, one beside another.
    "全镇完成全口径财政收入13.60亿元，其中一般公共预算收入7.48亿元，税收收入6.81亿元。",
    "立案5起，其中警告5起、罚款2起、罚款金额3.7万元（警告可并处罚款）。",
    # The total is of those that it names.
    (
        "共接火警143起。其中，建构筑物火灾42起；户外植被火灾48起；交通工具火灾15起。"
        "望海、金滩、西渡三个乡镇火灾起数共计97起。"
    ),
    # What is said of a bracket's figures ends with the bracket.
    (
        "10月份，全区共发生各类事故23起、死亡9人，两项指标同比（事故13起、死亡2人）均上升。"
        "其中道路交通事故7起，火灾事故13起，工矿商贸事故3起。"
    ),
    # 其中 of something that was told before, of another unit.
    (
        "列入计划的17座水库，已完工7座、主体完工8座、在建2座；累计完成土石方30.89万立方米；完成投资5135万元，"
        "其中7座完工水库已通过下闸蓄水验收。"
    ),
)


@pytest.mark.parametrize(("text", "place"), [*_SLIPS, *_MORE_THAN_ALL])
def test_a_slip_in_parts_or_total_is_found_in(broken: Broken, text: str, place: str) -> None:
    assert [place] == [where for kind, where in broken(text) if kind == "parts-total"]


@pytest.mark.parametrize("text", [*_CLEAN, *_NOT_MORE])
def test_parts_and_total_are_right_in(broken: Broken, text: str) -> None:
    assert not broken(text)
