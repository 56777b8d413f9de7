"""What an average is the average of: 人均, 户均, 每公里."""

from __future__ import annotations

from decimal import Decimal

from kuaibao_lint.facts.claims import measures, phrasings, rate_terms, terms
from kuaibao_lint.facts.claims.asking import Ask, distinct, figures_of, near_by
from kuaibao_lint.facts.claims.beside import beside, settled
from kuaibao_lint.facts.claims.heads import (
    alike,
    counted_as,
    counts,
    days,
    is_counted,
    own_of,
    units_of,
)
from kuaibao_lint.facts.claims.mean_doubts import is_told
from kuaibao_lint.facts.claims.model import Average
from kuaibao_lint.facts.claims.unit_means import (
    and_all,
    by_unit,
    lone,
    may_be_behind,
    of_crop,
    of_run,
)
from kuaibao_lint.light_typing import TYPE_CHECKING
from kuaibao_lint.patterns import pattern

if TYPE_CHECKING:
    from collections.abc import Sequence

    from kuaibao_lint.facts.claims.figure import Figure
    from kuaibao_lint.facts.claims.model import Level

_MONEY = frozenset("元块")
_CARRIED = "客货"
_PENSIONS = pattern("养老金|待遇|津贴")
_GET_IT = ("领取", "享受", "离退休", "退休")
_MANY = ("吨", "公顷", "担", "斤")  # units of which heads are reckoned in others
_PAIR = 2
_TRADES = frozenset(("收购", "销售", "出售", "成交"))  # 收购均价: of no kind of what was sold
_SINGLE = "单个"
_HEADS = 4  # numbers of which a mean may be: 外出133批次，领导带队11批次，部门92批次
_BRACKET = 8  # characters from a mean to the number of the bracket behind it
_BESIDES = 24  # figures of which a mean may be
_PLAIN = frozenset(("投资", "收入", "支出"))  # what many measures are called
_OF_PROJECTS = ("投资规模", "投资额", "规模", "总投资", "体量")  # 平均投资规模: of each project
_SIGNED = pattern("协议|合同|总额|金额|签约|引资")  # what is to be invested
_ONES = "个名位起件场户家次项宗所座支"  # 平均每起警情, 平均每家企业
_NOUN = 6  # characters of what an average is taken of
_SPELT = 5  # characters that say of which an average is taken
_TELLING = 3  # digits of an average whose whole and heads are found by their units
_BEGINS = 3  # characters with which the names of what is divided, and by what, begin
_A_HOUSEHOLD = frozenset(("户均", "户均人口", "平均每户", "每户平均", "户均为"))
_VEHICLES = frozenset(("辆", "台"))
_LATELY = 3  # sentences from what an average is taken of to the average, where its name says so


def average(ask: Ask, near: Sequence[Level]) -> Average | None:
    """Return what an average says: the heads are known by their unit, else by their name."""
    if phrasings.PER_MANY.search(ask.figure.word) or phrasings.EACH_TIME.search(ask.figure.raw):
        return None  # 每千人, 每百元: of so many; 每人每季150元: so many times
    priced = of_crop(ask.figure, near) if ask.figure.raw.endswith(terms.PRICE) else None
    row = _of_its_row(ask.figure, near)
    answer = _named(ask.figure, near) or row or priced
    answer = answer or _by_units(ask, near) or _by_name(ask, near)
    answer = answer or of_crop(ask.figure, near)
    answer = _with_neighbours(ask.figure, answer, near)
    if answer and len(answer.wholes) > 1:  # 补助106.81万元，最高一人2.4万元，人次均补助485元
        plain = [one for one in answer.wholes if not terms.OF_ONE_DAY.search(one.raw)]
        answer = answer._replace(wholes=plain or answer.wholes)
    if answer is None or not is_told(answer, near):
        return None
    wholes = _so_named(answer.mean, near) or _of_its_measure(answer)
    wholes = wholes or _told_lately(answer.mean, near)  # 营业收入…。利润…；从业人员…，人均营业收入
    wholes = [one for one in wholes if one not in answer.heads]  # 30名教师每人辅导2名学生
    if not wholes:
        return None
    answer = answer._replace(wholes=wholes)
    heads = [one for one in answer.heads if is_counted(one, ask.figure)]
    if not (row or ask.figure.raw.endswith(rate_terms.OF_NAMED_MEANS)):
        heads = _who_get_it(answer, near) or _of_its_kind(heads, answer, near)
    if ask.figure.tail[:1] == "/":
        heads = _of_its_unit(ask.figure, heads, near)
    if not heads:
        return None
    wholes = _not_of_others(wholes, heads, near, ask.figure)
    if not wholes:
        return None
    heads = [*of_run(heads[0], ask.here), *heads]
    each = _each(ask.figure, heads[0])
    besides = _told_near(answer, near)
    return answer._replace(wholes=wholes, heads=heads, besides=besides, each=each)


def _of_its_unit(
    mean: Figure, heads: Sequence[Figure], near: Sequence[Level]
) -> list[Figure]:
    """销售777套、9.14万平方米；销售额5.04亿元，均价5510元/平方米: of the area, and of no houses."""
    unit = mean.tail[1:]
    if any(unit.startswith((one.unit, one.base)) for one in heads):
        return [*heads]
    told = [one for c in near for one in (c.figure, *c.mates) if one.base and one is not mean]
    return [] if any(unit.startswith(one.base) for one in told) else [*heads]


def _so_named(mean: Figure, near: Sequence[Level]) -> list[Figure]:
    """邮政业务收入…，其中快递业务收入…。…平均每件快递业务收入7.49元: of what it names."""
    named = [
        c.figure
        for c in near
        if c.figure.base == mean.base and len(c.figure.name) >= _SPELT
        if mean.raw.endswith(c.figure.name) and c.figure is not mean
    ]
    return named if len(named) == 1 else []


def _not_of_others(
    wholes: Sequence[Figure], heads: Sequence[Figure], near: Sequence[Level], mean: Figure
) -> list[Figure]:
    """租赁补贴491户124万元；危房改造187户，户均补助1.74万元: what the 491 got is not of the 187."""
    taken = {
        one.span
        for c in near
        if c.mates and c.figure.clause != mean.clause and c.figure not in heads
        if c.figure.base == heads[0].base
        for one in c.mates
    }
    wholes = [one for one in wholes if one.span not in taken]
    if not mean.raw.endswith(terms.PRICE) or heads[0].sentence != mean.sentence:
        return wholes
    # 销售面积35万平方米，销售额20亿元。二手房成交17万平方米，均价4320元: nor is what these cost
    sold = {c.figure.sentence for c in near if c.figure.base == heads[-1].base}
    return [one for one in wholes if one.sentence == mean.sentence or one.sentence not in sold]


def _of_its_measure(answer: Average) -> Sequence[Figure]:
    """产值11.6亿元、利税1.2亿元，亩均税收23万元: return what may be called 税收, if any."""
    mean = answer.mean
    measure = next((word for word in terms.OWN_MEASURES if mean.raw.endswith(word)), "")
    if not measure:
        crop = measures.name(mean.raw.partition("亩产")[2])  # 平均亩产皮棉: of no 籽棉
        return [one for one in answer.wholes if len(crop) < _PAIR or crop in one.raw]
    return [one for one in answer.wholes if measure[0] in one.raw.replace("利税", "")]


def _who_get_it(answer: Average, near: Sequence[Level]) -> list[Figure]:
    """参保19.25万人，其中领取待遇6.10万人；发放养老金1.19亿元，人均1949元: of those who get it."""
    mean = answer.mean
    if not (mean.raw.endswith("人均") and _PENSIONS.search(answer.wholes[0].raw)):
        return []
    told = [c.figure for c in near if c.figure.base == "人" and near_by(c, mean)]
    found = [one for one in told if one.span < mean.span and one.raw.startswith(_GET_IT)]
    return found if len(found) == 1 else []


def _named(mean: Figure, near: Sequence[Level]) -> Average | None:
    """出院11332人次，占用84163床日，平均住院日7.43天: by the words that each must have."""
    words = next((v for k, v in rate_terms.NAMED_MEANS.items() if mean.raw.endswith(k)), None)
    if words is None:
        return None
    told = [c.figure for c in near if near_by(c, mean) and c.figure is not mean]
    wholes, heads = (
        [one for one in told if any(w in one.raw + one.unit + one.tail for w in word.split("/"))]
        for word in words
    )
    wholes = [one for one in wholes if one.role != "average"]
    heads = [one for one in heads if one not in wholes]
    # 客运量133万人次，周转量5622万人公里，平均运距42.3公里；货运量493万吨
    wholes, many = (_in_clause(some, mean) if len(some) > 1 else some for some in (wholes, heads))
    if len(wholes) == 1 and not many:  # 客运量349万人次；旅客周转量14640万人公里，平均运距41.9公里
        kind = next((one for one in _CARRIED if one in wholes[0].raw), "")
        many = [one for one in heads if kind and kind in one.raw]
    heads = many
    return Average(wholes, heads, mean) if len(wholes) == len(heads) == 1 else None


def _of_its_row(mean: Figure, near: Sequence[Level]) -> Average | None:
    """退税9399人599.5万元、补税2266人458.9万元。退税人均638元，…: of the row of that name alone."""
    own, counted = own_of(mean), units_of(mean)
    if len(own) < _PAIR or not counted or mean.tail.startswith("/"):
        return None
    rows = [c for c in near if c.mates and c.figure.span < mean.span and near_by(c, mean)]
    rows = [c for c in rows if c.figure.raw.endswith(own)]
    told = [rows[0].figure, *rows[0].mates] if len(rows) == 1 else []
    wholes = [one for one in told if one.base == mean.base]
    heads = [one for one in told if one.base in counted]
    return Average(wholes, heads, mean) if len(wholes) == len(heads) == 1 else None


def _in_clause(figures: Sequence[Figure], mean: Figure) -> list[Figure]:
    return [one for one in figures if one.clause == mean.clause and one.span < mean.span]


def _with_neighbours(
    mean: Figure, answer: Average | None, near: Sequence[Level]
) -> Average | None:
    """Add those that may be meant because they stand side by side, and say so."""
    if phrasings.PER_TIME.search(mean.raw):
        return answer
    counted = units_of(mean)
    own = mean.raw.rpartition("每")[2] if "每" in mean.raw else ""
    noun, of = "", mean.raw.rpartition("均")[2]
    if own:
        noun = own.lstrip(_ONES)[:_PAIR]
        of = own.lstrip(_ONES)[len(noun) :]

    def fits(one: Figure) -> bool:
        return one.base in counted or counts(mean, one) or counted_as(noun, one)

    pairs = beside(mean, near, fits, measures.name(of))
    if not pairs:
        return answer
    wholes, heads = ([pair[at] for pair in pairs] for at in range(_PAIR))
    if answer is None:
        return Average(distinct(wholes)[:_PAIR], distinct(heads)[:_PAIR], mean)
    return answer._replace(
        wholes=distinct([*answer.wholes, *wholes]), heads=distinct([*answer.heads, *heads])
    )


def _each(mean: Figure, heads: Figure) -> Decimal | int:
    """平均每公顷产量, 元/吨: of so many 亩, of so many 公斤, in which the heads are reckoned."""
    unit = (mean.unit + mean.tail).partition("/")[2]
    said = next((one for one in _MANY if unit.startswith(one) or f"每{one}" in mean.raw), "")
    said = said or (mean.raw[:1] if mean.raw[:1] in _MANY else "")  # 吨均价格
    base, many = terms.SAME_MEASURE[said] if said else ("", "1")
    return Decimal(many) if base == heads.base else 1


def _told_near(answer: Average, near: Sequence[Level]) -> list[Figure]:
    """Return the figures of which a mean may be, besides those that it seems to be of."""
    mean = answer.mean
    far = max(mean.sentence - one.sentence for one in (*answer.wholes, *answer.heads))
    told = [c for c in near if near_by(c, mean, max(1, far) + 1) and c.figure is not mean]
    return [one for one in figures_of(told) if one.span < mean.span or _is_said(one, mean)][
        -_BESIDES:
    ]


def _is_said(one: Figure, mean: Figure) -> bool:
    """亩均蓄积4.7立方米（乔木林144万亩）: tell whether the bracket behind says of what it is."""
    return one.enters and one.span.start - mean.span.end <= _BRACKET


def _of_its_kind(heads: list[Figure], answer: Average, near: Sequence[Level]) -> list[Figure]:
    """销售30.09万平方米，其中住宅26.99万平方米；销售额14.56亿元，住宅均价4700元: of 住宅.

    And of what was paid for 住宅, which was not told.
    """
    mean = answer.mean
    own = own_of(mean)[:2]
    bases = {one.base for one in heads}
    first = min((one.sentence for one in heads), default=mean.sentence)
    beside = (c for c in near if near_by(c, mean) or c.figure.sentence == first)
    around = figures_of(c for c in beside if c.figure is not mean)
    if len(own) < 2 or own in _TRADES:
        return heads
    if not any(own in one.raw and one.base in bases for one in around):
        return heads
    apart = any(one.base in bases and own not in one.raw for one in around)
    # 其中C级73户，D级135户；补助565万元，D级户均3.69万元: each part has a mean of its own
    inner = [c.figure for c in near if c.group and own in c.figure.raw]
    some = "价" in mean.raw or any(
        one in inner or (one.parts and own in one.raw) for one in heads
    )
    if apart and some and not any(own in one.raw for one in answer.wholes):
        return []
    return [one for one in heads if own in one.raw + one.tail]


def _by_units(ask: Ask, near: Sequence[Level]) -> Average | None:
    """Money or weight ÷ people, households or land, where the sentence has one of each."""
    mean = ask.figure
    counted = units_of(mean)
    if not counted:
        return by_unit(ask, near)
    own = own_of(mean)
    if phrasings.PER_TIME.search(mean.raw.replace(mean.word, "")) or (own and "天" in counted):
        return _of_that_time(mean, counted, near)  # 摊主日均营业额: of each of them
    if mean.per_head:  # 按年末常住人口计算，人均生产总值
        wholes = distinct(c.figure for c in near if "生产总值" in c.figure.name)
        told = [c.figure for c in near if "人口" in c.figure.name]
        # 人均…52447元；年末…，常住人口37.17万人: of what was there on average
        # or in the bracket behind it
        heads = distinct(
            one for one in told if one.span < mean.span or "平均" in one.raw or _is_said(one, mean)
        )
        return Average(wholes, heads, mean) if wholes and heads else None
    if mean.base not in _MONEY:
        counted -= {"人次"}  # 人均藏书: of people; 人均消费: of visits
    levels = [
        c
        for c in near
        if c.figure.role != "average" and not phrasings.TO_COME.search(c.figure.raw)
    ]
    weighed = mean.base not in _MONEY  # 平均单产…；播种面积…，总产…
    here = figures_of(
        c
        for c in levels
        if c.figure.clause == mean.clause
        or (weighed and c.figure.sentence == mean.sentence and may_be_behind(c.figure, mean))
    )
    wholes = distinct(f for f in here if f.base == mean.base)
    if not wholes:
        wholes = distinct(f for f in figures_of(reversed(ask.here)) if f.base == mean.base)
    if not wholes and "天" in counted:  # 查处7530起，…。日均查处327起，行动历时23天
        said = mean.raw.rpartition("均")[2]
        wholes = [c.figure for c in ask.anchors if c.figure.base == mean.base and near_by(c, mean)]
        wholes = [one for one in wholes if measures.akin(said, one.raw)] or _of_days(ask, near)
    if "天" in counted:
        told = [*wholes, *_so_called(mean, levels)]
        wholes = and_all(levels, told) or _of_bracketed_days(mean, levels)
    if not wholes and mean.length >= _TELLING:
        wholes = _told_lately(mean, levels) or _all_people(mean, levels)
    heads = _heads_here(mean, here, counted)
    heads = heads or _heads_above(ask, near, wholes, counted)
    heads = _vehicles(mean, wholes, near) + heads if mean.word[:1] == "车" else heads
    heads = and_all(levels, heads)
    if not (wholes and heads) and mean.word[0] not in "年月日周季":
        return by_unit(ask, near, counted)
    return Average(wholes, heads, mean) if wholes and heads else None


def _heads_here(mean: Figure, here: Sequence[Figure], counted: frozenset[str]) -> list[Figure]:
    """结对村105个；实施项目109个，投入4710万元，村均投入44.9万元: of no projects."""
    heads = distinct(f for f in here if f.base in counted or days(f, counted))
    return [one for one in heads if is_counted(one, mean)] if "个" in counted else heads


def _vehicles(mean: Figure, wholes: Sequence[Figure], near: Sequence[Level]) -> list[Figure]:
    """在册车辆348辆，…。派车10726台次，费用546万元，车均15677元: of the vehicles, it may be."""
    told = [c for c in near if c.figure.span < mean.span and near_by(c, mean)]
    found = [c.figure for c in told if c.group is None and c.figure.base in _VEHICLES]
    said = mean.raw.rpartition("均")[2]  # 燃油费237万元、维修费86万元，车均运行费2.08万元: of both
    return found[:1] if any(measures.akin(said, one.raw) for one in wholes) else []


def _of_that_time(
    mean: Figure, counted: frozenset[str], near: Sequence[Level]
) -> Average | None:
    """干部1680人，人均年报酬3.6万元，年报酬总额6048万元: of what all get in that time."""
    said = mean.raw.partition(mean.word)[2]
    often = said[:1]
    if not often or "天" in counted or phrasings.PER_TIME.match(often) is None:
        return None
    here = [c.figure for c in near if c.figure.clause == mean.clause and c.figure is not mean]
    wholes = [c for c in here if c.base == mean.base and c.raw.removeprefix("每").startswith(often)]
    wholes = [c for c in wholes if measures.akin(said, c.raw)]
    heads = [c for c in here if c.base in counted and c.span < mean.span]
    return Average(wholes, heads, mean) if len(wholes) == len(heads) == 1 else None


def _of_days(ask: Ask, near: Sequence[Level]) -> list[Figure]:
    """办理事项20634件，其中…。日均办件（按23个工作日计）897件: of the only whole that was told."""
    mean = ask.figure
    if not any(c.figure.enters and c.figure.span < mean.span for c in ask.here):
        return []
    told = [c for c in near if c.figure.span < mean.span and near_by(c, mean) and not c.group]
    alone = [c.figure for c in told if c.figure.base == mean.base]
    return alone if len(alone) == 1 else []


def _of_bracketed_days(mean: Figure, levels: Sequence[Level]) -> list[Figure]:
    """接处警1055起，…。其中…。…。日均接警11.5起（92天）: of the only whole that was told lately."""
    if not any(c.figure.base == "天" and _is_said(c.figure, mean) for c in levels):
        return []
    told = [c for c in levels if c.figure.span < mean.span and near_by(c, mean, _LATELY)]
    told = [c for c in told if c.figure.base == mean.base and not c.group]
    return [told[0].figure] if len(told) == 1 else []


def _days_told(mean: Figure, near: Sequence[Level]) -> list[Figure]:
    """“五一”假期5天，…。云岭景区接待12.88万人次，日均2.58万人次: the only days that were told."""
    told = [one for one in figures_of(near) if one.base == "天" and one.span < mean.span]
    return told if len(told) == 1 and phrasings.OF_DAYS.search(told[0].raw) else []


def _so_called(mean: Figure, levels: Sequence[Level]) -> list[Figure]:
    """接待读者129010人次。其中少儿…、成人…；开放323天，日均接待399人次: of what is called so."""
    said = mean.raw.rpartition("均")[2]
    told = figures_of(c for c in levels if c.figure.span < mean.span and near_by(c, mean))
    return [one for one in told if one.base == mean.base and measures.akin(said, one.raw)][:_PAIR]


def _told_lately(mean: Figure, levels: Sequence[Level]) -> list[Figure]:
    """上报事件769件。…。网格员65名，人均上报11.8件: of the only one of which the same is said."""
    said = mean.raw.rpartition("均")[2]
    told = [c for c in levels if c.figure.span < mean.span and near_by(c, mean, _LATELY)]
    akin = [c.figure for c in told if _is_of(said, c.figure) and not _is_listed(c)]
    akin = [one for one in akin if one.base == mean.base]
    return akin if len(akin) == 1 else []


def _is_listed(level: Level) -> bool:
    """受理7641件，其中旧存222件、新收7419件；审结7320件: the last has a clause of its own."""
    return level.group is not None and level.group.parts[0].figure.clause == level.figure.clause


def _all_people(mean: Figure, levels: Sequence[Level]) -> list[Figure]:
    """户籍人口38.76万人，其中男性…。总户数11.50万户，户均3.37人: of those who are no part."""
    if mean.base != "人" or mean.raw not in _A_HOUSEHOLD:
        return []
    told = [c for c in levels if c.figure.span < mean.span and near_by(c, mean, _LATELY)]
    told = [c for c in told if "人口" in c.figure.raw and c.group is None and not c.shared]
    return [told[0].figure] if len(told) == 1 else []


def _is_of(said: str, whole: Figure) -> bool:
    """Tell whether a mean is of a whole: 结案 of what was 审结, 收入 of 售烟收入."""
    ends = len(said) > 1 and measures.name(whole.raw).endswith(said)
    return ends or measures.akin(said, whole.raw) or settled(said, whole.raw)


def _heads_above(
    ask: Ask, near: Sequence[Level], wholes: Sequence[Figure], counted: frozenset[str]
) -> list[Figure]:
    """Return those whom an average counts, where its clause does not tell of any."""
    mean = ask.figure
    heads = _of_its_name(mean, wholes[0], near, counted) if wholes else []
    if heads:
        return heads
    close = [c for c in ask.anchors if near_by(c, mean)]
    above = [*reversed(ask.here), *close, *lone(mean, near)]
    heads = distinct(f for f in figures_of(above) if f.base in counted)
    if not heads and "天" in counted:
        return _days_told(mean, near)
    return heads or (_of_all(mean, near, counted) if wholes else [])


def _of_its_name(
    mean: Figure, whole: Figure, near: Sequence[Level], counted: frozenset[str]
) -> list[Figure]:
    """总播种…亩，其中粮食444744亩。粮食总产量…，粮食平均单产363公斤: of its land."""
    own = own_of(mean)
    told = [one for one in figures_of(near) if one.base in counted and one.span < mean.span]
    told = [one for one in told if mean.sentence - one.sentence <= 1]
    akin = [
        one
        for one in reversed(told)
        if (own[:2] in one.raw if len(own) > 1 else measures.akin(whole.raw, one.raw))
    ]
    # 商品房销售额…，销售均价…: of 商品房销售面积 sooner than of 住宅销售面积
    akin.sort(key=lambda one: one.raw[:_BEGINS] != whole.raw[:_BEGINS])
    return distinct(akin)[:2]


def _of_all(mean: Figure, near: Sequence[Level], counted: frozenset[str]) -> list[Figure]:
    """主体3.2万户，其中企业1.1万户、个体2.1万户。注册资本32亿元，户均10万元: of all of them."""
    if mean.length < _TELLING + ("人" not in counted):
        return []
    told = [c for c in reversed(near) if c.figure.span < mean.span and c.figure.base in counted]
    told = [c for c in told if near_by(c, mean, _LATELY)][:_BESIDES]
    above = [one for c in told if c.group for one in c.group.wholes if one in told]
    alone = [c for c in told if c.group is None and not c.figure.joined]
    if not above:
        return [alone[0].figure] if len(alone) == 1 else []
    return distinct(c.figure for c in above)[:2]


def _invested_in(mean: Figure, single: str) -> str:
    """协议总投资138.7亿元，平均单体规模4.20亿元: return what is said of each."""
    said = mean.raw.replace(single, "").rpartition("均")[2]
    return "投资" if said in _OF_PROJECTS and mean.base in _MONEY else said


def _by_name(ask: Ask, near: Sequence[Level]) -> Average | None:
    """平均每个家庭户的人口为2.79人, 平均每班46人, 62名员额法官人均结案100.7件."""
    mean = ask.figure
    noun = mean.raw.partition(mean.word)[0] if "每" not in mean.raw else ""
    said = mean.raw.rpartition("均" if noun else "每")[2]
    own = own_of(mean) if not noun else ""
    if single := phrasings.SINGLE.search(mean.raw):  # 平均单体投资, 单个项目平均投资
        noun, said, own = terms.PROJECT, _invested_in(mean, single[0]), ""
        if single[0] == _SINGLE and (named := mean.raw.partition(mean.word)[0]) != single[0]:
            noun = named.removeprefix(_SINGLE)  # 7个标段总投资3.26亿元，单个标段平均4657万元
    elif mean.raw.endswith(_OF_PROJECTS) and not noun and mean.base in _MONEY:
        noun, said = terms.PROJECT, "投资"  # 项目118个，总投资…，平均投资规模2.38亿元
    told = [c for c in near if c.figure.role != "average" and near_by(c, mean, _LATELY)]
    lately = figures_of(told)
    around = [one for one in lately if abs(one.sentence - mean.sentence) <= 1]
    if len(own) >= 2 and not any(own[:2] in one.raw for one in around):
        return None  # 教学班51个，…，小学平均每班42人: of those alone
    heads: list[Figure] = []
    for end in range(min(max(1, len(said)), _NOUN), 0, -1):
        counted = noun if len(noun) >= 2 else "" if noun else said[:end].lstrip(_ONES)
        heads = [one for one in reversed(around) if counted_as(counted, one)]
        if not heads and len(counted) > 1:
            heads = [one for one in lately if one.span < mean.span and counted_as(counted, one)]
        if heads or noun:
            said = said if noun else said[end:]
            break
    wholes = [one for one in around if alike(one, mean) and one not in heads]
    akin = [one for one in wholes if measures.akin(said, one.raw + one.tail)]
    if not akin and len(heads) == 1:
        like = [one for one in lately if one.base == mean.base and one.span < mean.span]
        akin = [one for one in like if measures.akin(said, one.raw + one.tail)]
        akin = akin if len(akin) == 1 else []
    if not akin and (len(measures.name(said)) < 2 or said[:2] in _PLAIN):
        akin = [one for one in wholes if one.clause == mean.clause and one.span < mean.span]
        akin = [one for one in akin if said[:2] not in _PLAIN or _is_called(said[:2], one)][-1:]
    return Average(distinct(akin)[:2], distinct(heads)[:_HEADS], mean) if akin and heads else None


def _is_called(measure: str, whole: Figure) -> bool:
    """投资, of 总投资 and of 协议总额."""
    signed = measure == "投资" and _SIGNED.search(whole.raw) is not None
    return signed or measure in whole.raw
