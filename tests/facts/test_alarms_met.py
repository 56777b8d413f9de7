"""True sentences like those that were once called wrong, and slips that must be found in them."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from tests.facts.conftest import Broken

_TRUE = [
    # What was lost is taken from what was gained.
    "实现利润总额17.09亿元，其中盈利企业34户，盈利额19.09亿元，亏损企业25户，亏损额2.00亿元。",
    "规上工业利润总额31520万元，其中盈利企业盈利额34150万元，亏损企业亏损额2630万元。",
    "盈利企业盈利额41500万元，亏损企业亏损额6300万元，盈亏相抵后实现利润35200万元。",
    # A total of some of what was listed before it.
    "发电装机容量149.37万千瓦，其中风电43.11万千瓦、光伏59.60万千瓦、生物质3.44万千瓦、火电43.22万千瓦，新能源和可再生能源装机合计106.15万千瓦。",
    "公路客运131.2万人次、铁路客运135.1万人次、水路客运3.2万人次，公路和铁路客运合计266.3万人次。",
    # What was done in full stands beside what was done in part, and what was not.
    "办理结果：予以公开17件，部分公开13件，不予公开7件，无法提供9件，不予处理2件，其他处理8件。",
    "共回访群众，满意13件，基本满意8件，不满意3件。",
    # What a bracket tells by the way is no whole of what follows.
    "起诉283件325人。共不起诉62件65人，其中法定不起诉2人，情节轻微不起诉60人（含和解后不起诉14人），证据不足不起诉3人，不起诉率（按人数）为16.67%。",
    # Lists of damage and of assets seldom have all their kinds.
    "洪涝造成直接经济损失10308万元，其中农业损失2933万元、基础设施损失6776万元、家庭财产损失399万元。",
    "强降雨造成直接经济损失4155万元，其中农业损失917万元、基础设施损失2162万元、家庭财产损失376万元。",
    "行政事业性资产67.98亿元，其中固定资产38.61亿元、无形资产0.36亿元、在建工程11.98亿元、公共基础设施14.33亿元。",
    # Some plots are of several kinds, so that together they are far more than all.
    "茶园总面积21.23万亩，其中可采摘面积17.57万亩、无性系良种茶园17.05万亩，通过绿色、有机认证的茶园分别为4.82万亩和1.77万亩。",
    # What the part itself is called: of what was told so, and its amount of the other's amount.
    "新签约工业项目219个，总投资1115.2亿元。新落地工业项目159个，总投资614.9亿元。新建省外项目222个。其中来自外省的新签约工业项目58个、占比26.5%，总投资355.1亿元、占比31.8%；来自外省的新落地工业项目41个、占比25.8%。",
    # Differences of which nothing says whether they are more or less make no sum.
    "三公经费支出2.05万元，年初预算为2.95万元，差值为0.9万元。其中：出国支出0万元，年初预算为0万元，差值为0万元；车辆运行维护费支出0万元，年初预算为0.95万元，差值为0.95万元；公务接待费支出2.05万元，年初预算为2万元，差值为0.05万元。",
    # A post is one for each village; whom police met, they met several times.
    "全县174个村共选举产生“两委”成员1117人，其中书记、主任“一肩挑”的有165人，占94.8%；女性324人，占29.0%。",
    "抓获犯罪嫌疑人34名；查处吸毒人员33人次，其中新发现7人，复吸26人，新发现占21.2%。",
    # The whole of a list is told before that list, and not with its last parts.
    "收到提案361件。其中，委员个人或联名提出311件，各民主党派提出15件，专门委员会提出8件，界别小组提出27件。经审查，立案307件，转为意见和建议54件。",
    # All three shares are of one figure before them, though another is one slip from it.
    "在线解答2000件，向各单位转派1886件，受理总量3886件。转派工单中，乡镇1571件，占83.30%；县直单位255件，占13.52%；流转中60件，占3.18%。",
    # What came in and what was settled take turns.
    "受理案件5496件，审执结5122件，未结374件。其中民商事案件收2680件、结2447件；刑事案件收226件、结205件，涉及被告人260人。",
    # Of two columns, each figure belongs to what it is called as.
    "受理执行案件3987件，执结3837件，执行到位金额4.19亿元。其中首次执行案件3119件，执结2518件，执行完毕率38.68%。",
    # Funds have more income than that of land.
    "政府性基金收入完成26317万元，其中国有土地使用权出让收入24441万元，城市基础设施配套费收入1376万元。",
    # Each of several others is told in a bracket; a bracket behind a share tells its whole.
    "生产总值440.26亿元，增长8.4%，比全省（7.7%）和全国平均水平（7.0%）分别高0.7、1.4个百分点。",
    "规上工业增加值增长5.2%，较全省（6.1%）、全市（5.9%）分别低0.9、0.7个百分点。",
    "衔接资金安排11331万元，占全市总投入的43.9%（全市25828万元）。",
    # A list of changes, of which one is on comparable terms, or stands beside its amount.
    "三公经费支出比上年减少0.28万元，其中：出国费减少0万元；公务用车购置及运行维护费减少0.29万元；公务接待费增加0.01万元。",
    "三公经费比上年减少768万元。其中：因公出国费同口径比上年减少7万元；公务接待费减少40万元；公务用车购置及运行费减少721万元。",
    # Medians are no amounts.
    "居民人均可支配收入15142元，中位数13204元。其中，城镇居民人均可支配收入21393元，中位数19639元；农村居民人均可支配收入8169元，中位数6788元。",
    # What is not charged, of what was decided either way.
    "共起诉285件339人。共不起诉69件71人，其中法定不起诉1人，情节轻微不起诉62人（含和解后不起诉11人），证据不足不起诉8人，不起诉率为17.32%。",
    # The balance of trade is of this sentence, and not of the total before it.
    "进出口总值38.14亿元，增长11.4%。出口31.14亿元，进口7.00亿元，贸易顺差24.14亿元。",
    # Not all who sit an examination are taken.
    "中考4178人，录入普通高中2582人、中职1496人，普职比1.73。",
    # Rice is not all grain.
    "粮食播种面积79.57万亩，其中，早稻、中稻、晚稻分别为20.85万亩、36.45万亩、17.27万亩。",
    "辖17个村，户籍11665户36651人，其中农业人口30164人，常住人口2.76万人，镇区常住0.88万人。",
    # What 其中 stands behind is not what another sentence tells of something else.
    "完成固定资产投资额156.3亿元，增长5.7%。社会消费品零售总额67.6亿元，其中，限额以上零售额4.0亿元；批发业销售额103.8亿元；零售业销售额43.9亿元；住宿业营业额0.4亿元；餐饮业营业额17.3亿元。",
]  # fmt: skip


@pytest.mark.parametrize("text", _TRUE)
def test_nothing_is_said_of(broken: Broken, text: str) -> None:
    assert broken(text) == []


@pytest.mark.parametrize(
    ("text", "kind", "place"),
    [
        ("实现利润总额17.09亿元，其中盈利企业34户，盈利额19.90亿元，亏损企业25户，亏损额2.00亿元。",
         "parts-total", "17.09亿元"),
        ("规上工业利润总额31520万元，其中盈利企业盈利额34150万元，亏损企业亏损额2360万元。",
         "parts-total", "2360万元"),
        ("盈利企业盈利额41500万元，亏损企业亏损额6300万元，盈亏相抵后实现利润32500万元。",
         "parts-total", "32500万元"),
        ("公路客运131.2万人次、铁路客运135.1万人次，公路和铁路客运合计266.8万人次。",
         "parts-total", "266.8万人次"),
        ("共回访24件，其中满意15件，基本满意6件，不满意5件。", "parts-total", "24件"),
        ("固定资产总额68.95亿元，其中房屋38.61亿元、设备19.36亿元，其他资产11.98亿元。",
         "parts-total", "68.95亿元"),
        ("新签约工业项目219个，总投资1115.2亿元。新落地工业项目159个，总投资614.9亿元。其中来自外省的新签约工业项目58个、占比26.5%，总投资355.1亿元、占比38.1%。",
         "percent-share", "38.1%"),
        ("全县174个村共选举产生“两委”成员1117人，其中书记、主任“一肩挑”的有165人；女性324人，占39.0%。",
         "percent-share", "39.0%"),
        ("受理案件5496件，审执结5222件。其中民商事案件收2680件、结2447件；刑事案件收226件、结205件；行政案件收90件、结70件；执行案件收2500件、结2400件。",
         "parts-total", "5222件"),
        ("生产总值440.26亿元，增长8.4%，比全省（7.7%）和全国平均水平（7.0%）分别高0.7、4.1个百分点。",
         "growth-delta", "4.1个百分点"),
        ("规上工业增加值增长5.2%，较全省（6.1%）、全市（5.9%）分别低0.4、0.7个百分点。",
         "growth-delta", "0.4"),
        ("衔接资金安排11331万元，占全市总投入的49.3%（全市25828万元）。", "percent-share", "49.3%"),
        ("三公经费支出比上年减少28万元，其中：出国费减少0万元；公车购置及运行费减少92万元；公务接待费增加1万元。",
         "parts-total", "92万元"),
        ("预算收入比上年减少32万元，其中税收收入减少52万元，非税收入增加10万元。",
         "parts-total", "32万元"),
        ("高中阶段招生4178人，其中普通高中2582人、中职1496人。", "parts-total", "4178人"),
        ("提起公诉300人，不起诉60人，不起诉率17.6%。", "completion-rate", "17.6%"),
        ("进出口总值38.14亿元，增长11.4%。出口31.14亿元，进口7.00亿元，贸易顺差21.14亿元。",
         "parts-total", "21.14亿元"),
        ("稻谷播种面积79.57万亩，其中，早稻、中稻、晚稻分别为20.85万亩、36.45万亩、17.27万亩。",
         "parts-total", "79.57万亩"),
        ("完成固定资产投资额156.3亿元。社会消费品零售总额165.4亿元，其中批发业售出103.8亿元；零售业43.9亿元；住宿业0.4亿元；餐饮业77.3亿元。",
         "parts-total", "77.3亿元"),
    ],
)  # fmt: skip
def test_a_slip_is_still_found_in(broken: Broken, text: str, kind: str, place: str) -> None:
    assert broken(text) == [(kind, place)]
