"""Lists that names, limits and 其他 close; several lists of one whole; amounts told once more."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from tests.facts.conftest import Broken

_SLIPS = [
    # Limits are part of the name of what they count.
    "全县在库项目131个，其中5千万元以上的67个，5千万元以下的66个。",
    "48个雨量站中，超过100毫米的4个，50—100毫米的30个，50毫米以下的11个。",
    "全县共有340个村。按收入分：10万元以下12个村，10—50万元159个村，50—100万元410个村，100万元以上59个村。",
    "检查企业96家，其中营业收入不足500万元的31家、500万元以上的55家。",
    "全镇共有128户，其中养殖规模超过50头的6户、不足50头的132户。",
    # Each list of a whole is one of its own.
    "年末户籍人口110973人。其中，城镇人口53933人，乡村人口57044人；男性人口57595人，女性人口53378人；0-17岁39180人、18-59岁47016人、60岁及以上24777人。",
    "立公益诉讼案件56件，其中行政公益诉讼84件、民事公益诉讼8件；环境保护领域26件，食品药品领域14件，安全生产领域9件，其他领域7件。",
    "立公益诉讼案件56件，其中行政公益诉讼48件、民事公益诉讼8件；环境保护领域26件，食品药品领域14件，安全生产领域6件，其他领域7件。",
    # What is joined stands beside the rest, though the last happen to make up one of the first.
    "秋播面积58.6万亩，其中：玉米53.9万亩、大豆1.1万亩、花生1.6万亩、谷子0.6万亩、其他1.0万亩。",
    "全市共有医疗卫生机构1767个，其中医院74个、基层医疗卫生机构1662个、专业公共卫生机构21个、其他机构5个。",
    # Pairs and degrees.
    "全县共有3619名考生报名，其中应届2918人、往届791人。",
    "供应用地49宗，面积204.87公顷。其中工矿105.80公顷；住宅41.22公顷；商服9.54公顷；其他48.31公顷。出让31宗、划拨28宗。",
    "茶园总面积15.67万亩，其中投产茶园14.46万亩、幼龄茶园1.12万亩。",
    "受旱作物6.65万亩，其中轻旱4.45万亩、中旱1.27万亩、重旱0.48万亩。",
    "基本支出801.44万元，其中人员经费688.03万元，公用经费113.14万元。",
    "监测349天，其中优201天、良105天、轻度污染12天、中度污染1天。",
    "查处酒驾醉驾153起（饮酒驾驶142起、醉酒驾驶31起）。",
    # Counted before their names; what was done of a part stands with it.
    "全市重点项目288个。其中：183个续建项目完成投资200.26亿元；113个计划新开工项目已开工102个；62个前期项目有序推进。",
    "123个重点项目中，46个续建项目已复工；17个新开工项目已开工10个；30个前期项目正在推进。",
    # Rows: deaths are of the deaths; a long column tells though the others are short.
    "发生事故40起、死亡20人、受伤22人。其中道路事故29起、死亡61人；工矿事故3起、死亡3人；建筑及其他事故8起、死亡1人。",
    "完成交易65项，交易金额43120.27万元，节约资金993.20万元。其中：工程27项，中标金额30664.33万元，节约资金584.59万元；采购20项，成交金额6122.76万元，节约资金408.61万元；土地18项，成交金额6333.38万元，增价56.75万元。",
    "资助学生22144人次2027.17万元。按学段分，学前教育资助2608人154.63万元；义务教育补助9984人767.69万元；普通高中助学金5153人516.26万元、免学费139.32万元；中职助学金及免学费494.27万元。",
]  # fmt: skip


@pytest.mark.parametrize("text", _SLIPS)
def test_a_slip_is_found_in(broken: Broken, text: str) -> None:
    assert [kind for kind, _ in broken(text)] == ["parts-total"]


_AGAIN = [
    ("咨询2355件、投诉1109件、举报351件。举报的331件中，已立案140件。", "331件"),
    ("批准逮捕170件196人，不批准逮捕28件32人。不批准逮捕的37人中，证据不足15人。", "37人"),
    ("交办代表建议共103件，政协提案118件。113件建议已全部办复。", "113件"),
]


@pytest.mark.parametrize(("text", "place"), _AGAIN)
def test_what_is_told_again_is_what_was_told(broken: Broken, text: str, place: str) -> None:
    assert broken(text) == [("same-measure", place)]


def test_what_was_not_done_may_be_told_a_sentence_later(broken: Broken) -> None:
    text = "计划项目113个，已开工102个，开工率90.3%。未开工的21个项目中，受用地制约8个。"
    assert broken(text) == [("parts-total", "21个")]


_TRUE = [
    # More classes than two, or limits of two measures.
    "在库项目145个，其中5000万元以上57个、500万元以下48个。",
    "全县规上企业120家，其中亿元以上35家、5000万元以上62家。",
    "全镇共有340个村，集体经济收入10万元以上的212个，收入50万元以上的69个。",
    "检查企业96家，其中超过排放限值的3家、不足500万元投资的45家。",
    # These are not all.
    "全市共有医疗卫生机构1767个，其中医院74个、基层医疗卫生机构1662个、专业公共卫生机构21个。",
    "查处交通违法行为244起，其中酒驾27起、醉驾4起。",
    "本年支出1145.45万元，其中人员经费688.03万元，公用经费113.41万元。",
    "优良天数312天，优良率96.9%；其中优146天、良166天、轻度污染7天、中度污染3天。",
    "63户企业盈利17.21亿元，其中盈利企业41户，亏损企业19户。",
    # What is so called again need not be the same: of another time, or left.
    "上年举报351件，今年举报的331件中，已立案140件。",
    "举报351件，办结300件。其余的51件中，35件正在核查。",
    "本月受理1351件。上月受理的1331件中，已办结1140件。",
    "代表建议103件，其中重点建议13件。13件建议已全部办结。",
    "新建机井235眼。去年新建的253眼中，已通电180眼。",
    # The last are parts of the one before them.
    "林区热点30个，经核查为炼山造林20个，农事用火10个、其中烧荒7个、其他3个。",
    "重点项目288个。其中：113个续建项目完成投资200.26亿元；102个新开工项目已开工83个。",
]


@pytest.mark.parametrize("text", _TRUE)
def test_nothing_is_said_of(broken: Broken, text: str) -> None:
    assert broken(text) == []
