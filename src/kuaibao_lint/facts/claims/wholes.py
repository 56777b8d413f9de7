"""Of what a share is: the whole that it names, or that stands before it."""

from __future__ import annotations

from functools import lru_cache

from kuaibao_lint.facts.claims import joint, measures, phrasings, terms
from kuaibao_lint.facts.claims.asking import Ask, figures_of, near_by
from kuaibao_lint.light_typing import TYPE_CHECKING
from kuaibao_lint.nearness import in_order

if TYPE_CHECKING:
    from collections.abc import Sequence

    from kuaibao_lint.facts.claims.figure import Figure
    from kuaibao_lint.facts.claims.model import Level

_DUE = ("占应", "应")  # 占应交流教师（560人）的
_BRACKET = 12  # characters from a share to the amount of the bracket behind it
_NAMED = 4  # characters that name a whole
_SPELT = 6  # characters that name it beyond doubt
_INCOME = 2  # sentences from income to a kind of it
_MEASURE = 3  # characters that name a measure
_MEASURE_ENDS = 2  # characters of a name that say what is measured
_FAR = 3  # sentences from what names a whole beyond doubt to its share


def wholes_of(ask: Ask, part: Level, near: Sequence[Level]) -> list[Figure]:
    """Return what the share may be of: printed with it, named, or the group's whole."""
    figure = ask.figure
    word = measures.name(figure.word)
    if terms.OF_INCREASE.search(figure.word) and not _told_increase(word, ask, near):
        # 占新增贷款的80%: of what came, and not of what there is
        return _of_all_new(word, part)
    if ask.printed is not None and ask.printed.role == "whole":
        return [ask.printed]
    if behind := _in_bracket(figure, part, near):
        return [behind]
    if figure.word.endswith(terms.MEAN):
        return _of_mean(part, near)
    if terms.ELSEWHERE.fullmatch(figure.word):
        return _of_scope(figure, part, near)
    if figure.word == terms.SO_FAR:
        found = [c.figure for c in ask.here if terms.SO_FAR in c.figure.raw and c is not part]
        return found if len(found) == 1 else []
    if terms.ALL_OF.match(figure.word) and noun_of(word) == part.figure.name:
        return _of_scope(figure, part, near)  # 园区规上企业106家，占全县规上企业总数的69%
    if not word or phrasings.WHOLE.fullmatch(word):
        if word and (behind := _told_behind(word, part, figure, near)):
            return [behind]
        like = _of_its_kind(part, near) + _of_that_name(word, part, near)
        like += _of_all_of_it(word, part)
        like += (
            _counted(word, part, near)
            or _called_so(word, part, figure, near)
            or _out_of(part, near)
            or _amongst(ask, part, near)
            or _begun_by(word, part, near)
            or _unnamed(ask, part, near)
        )
        due = word.startswith("应") or not noun_of(word)
        return like if due else [one for one in like if not one.raw.startswith(_DUE)]
    return _named(ask, part, near, word) or _planned_in(word, part, near)


def _of_all_of_it(word: str, part: Level) -> list[Figure]:
    """支出15亿元：…，项目支出7亿元。项目支出中含预备费0.4亿元，占支出总额的2.4%: of the 15."""
    above = part.group.wholes[0] if part.group and "总" in word else None
    outer = above.group.wholes[0] if above and above.group else None
    return [one] if outer and (one := outer.of(part.figure.base)) else []


def _of_all_new(word: str, part: Level) -> list[Figure]:
    """新增停车位3216个，其中公共停车位1842个，占新增数的57.3%: of all that came."""
    whole = part.group.wholes[0] if part.group else None
    own = whole.of(part.figure.base) if whole else None
    bare = terms.ALL_NEW.fullmatch(word) is not None
    return [own] if own and bare and terms.OF_INCREASE.search(own.raw) else []


def _in_bracket(percent: Figure, part: Level, near: Sequence[Level]) -> Figure | None:
    """占全国总投入的43.9%（全国2582.85亿元）: return what is in the bracket, if it is so called."""
    for level in near:
        one = level.figure
        if 0 < one.span.start - percent.span.end <= _BRACKET and one.enters:
            # 规上企业中有研发的66家，占45.8%（规上企业144家）
            words = percent.word or part.figure.raw
            named = len(one.raw) > 1 and (one.raw in words or words in one.raw)
            return one if named and one.base == part.figure.base else None
    return None


def _told_behind(
    word: str, part: Level, percent: Figure, near: Sequence[Level]
) -> Figure | None:
    """投诉类1964件、求助类1843件，分别占总量的33%、31%；总量5951件…: return what is so called."""
    found = [
        one
        for c in near
        if c.figure.span > percent.span
        and c.figure.sentence == percent.sentence
        and c.figure.name == word
        and (one := c.of(part.figure.base))
    ]
    return found[0] if len(found) == 1 else None


def _as_qualified(word: str, levels: list[Level]) -> list[Level]:
    """Return the levels that are of no more, and no less, than a whole's name says."""
    if word.startswith("应"):  # 占应蓄水量的: not of what there is
        levels = [c for c in levels if "应" in c.figure.raw]
    else:  # 占交流教师总数的: not of 应交流教师
        levels = [c for c in levels if not c.figure.raw.startswith(_DUE)]
    if word.startswith("限"):  # 占限上零售额的: not of all there is
        levels = [c for c in levels if "限" in c.figure.raw]
    if limit := phrasings.ABOVE.search(word):  # 占亿元以上签约项目的: not of all that were signed
        levels = [c for c in levels if limit[0] in c.figure.raw]
    if not terms.OF_INCREASE.search(word):  # 占各项贷款的: not of 新增贷款
        levels = [c for c in levels if not terms.OF_INCREASE.match(c.figure.raw.lstrip("T"))]
    return levels


def _named(ask: Ask, part: Level, near: Sequence[Level], word: str) -> list[Figure]:
    """占一般公共预算收入的72%: of the level that is called so, or may be meant."""
    figure = ask.figure
    bases = {part.figure.base, *(mate.base for mate in part.mates)}
    last = figure.sentence + 1
    levels = [
        c
        for c in near
        if c is not part
        and c.figure.sentence <= last
        and (c.figure.base in bases or any(mate.base in bases for mate in c.mates))
    ]
    if part.figure.per_head:  # 农村居民人均工资性收入…，占其可支配收入的44%: of theirs
        whose = part.figure.name.partition("人均")[0]
        all_of_them = ("人均",) if whose in {"居民", "全体居民"} else ()
        levels = [c for c in levels if c.figure.name.startswith((whose, *all_of_them))]
        word = word.removeprefix("其")
    levels = _as_qualified(word, levels)
    noun = noun_of(word)  # 占出口总值的: of 出口
    found = [
        c
        for c in levels
        if c.figure.name == noun
        or (noun and measures.full(c.figure.name) == measures.full(noun))  # 占进出口总值的
        or measures.same(word, c.figure.name)
        or word == c.figure.name.replace("总", "")  # 占粮食产量的: of 粮食总产量
        or word == c.figure.name + c.figure.base  # 占总诊疗人次的: of 总诊疗94.4万人次
        or (len(figure.word) >= _NAMED and c.figure.raw == figure.word + "余额")  # 占各项存款的
    ]
    found = [c for c in found if not measures.apart(c.figure.name, part.figure.name)]
    if found:
        found.sort(key=lambda c: abs(c.order - part.order))
        return figures_of(found)
    close = [c for c in levels if near_by(c, figure)]
    above = part.group.wholes if part.group else [*reversed(ask.here), *ask.anchors]
    above = [c for c in above if c in levels and c.order < part.order][: None if part.group else 2]
    if county := terms.ALL_OF.match(figure.word):  # 占全市工业总产值的: not of another zone's
        above = [c for c in above if county[0] in c.figure.raw or part.group]
    for fits, among in (
        (measures.short_for, levels),
        (measures.within, [c for c in levels if c.order < part.order]),
        (_ends_in, close),
        (_begins_with, close),
        (_counted_in, [c for c in close if c.order < part.order]),
        (measures.alludes, above),
        (measures.akin, [c for c in above if _may_hold(c, part)]),
    ):
        found = [c for c in among if c.figure.name and fits(word, c.figure.name)]
        # 占交流教师的: of those 交流 names; 占货运总量的: not of another kind's
        found = [c for c in found if word[:2] in c.figure.name] or found
        if found and word[:2] not in found[0].figure.name:  # 占粮食播种面积的: of 粮食作物
            told = [c for c in levels if c.order < part.order or c.figure.name.endswith(word[-2:])]
            found = [c for c in told if c.figure.name.startswith(word[:2])] or found
        found = [c for c in found if not _is_another(c, part) or _is_spelt(word, c)]
        found = [c for c in found if not _is_broader(word, c, part)]
        if found:
            return figures_of(found) if _of_one_value([c.figure for c in found]) else []
    return _of_a_kind(word, [c for c in close if c.order < part.order])


def _of_a_kind(word: str, earlier: Sequence[Level]) -> list[Figure]:
    """有效警情8960起，其中刑事类150起。…占刑事类警情的53.3%: of that kind of what was told."""
    found = [
        c.figure
        for c in earlier
        if c.group and len(c.figure.name) > 1 and word.startswith(c.figure.name)
        if word[len(c.figure.name) :] in c.group.wholes[0].figure.raw
    ]
    return found if _of_one_value(found) else []


def _is_broader(word: str, level: Level, part: Level) -> bool:
    """出让建设用地26宗。工业“标准地”14宗，占工业用地宗数的87.5%: of what was not told."""
    kind = word[:2]
    told = part.group is not None and level in part.group.wholes
    return not told and kind in part.figure.raw and kind not in level.figure.raw + level.figure.tail


def _of_one_value(found: Sequence[Figure]) -> bool:
    """Tell whether one value was found, however often it was told: there is no doubt of it."""
    return len({one.value for one in found}) == 1


def _is_spelt(word: str, level: Level) -> bool:
    """Tell whether a long name is a whole's, beyond doubt: 规上工业用电 for 规上工业企业用电."""
    return len(word) >= _SPELT and in_order(word, level.figure.name)


def _may_hold(level: Level, part: Level) -> bool:
    """Tell whether a level whose name says little is large enough to be the whole."""
    figure = part.of(level.figure.base)
    return figure is None or figure.value.low <= level.figure.value.high


def _earlier(part: Level, near: Sequence[Level]) -> list[Level]:
    """Return the levels before a part, of its sentence and the one before."""
    return [c for c in near if c.order < part.order and near_by(c, part.figure)]


def _of_mean(part: Level, near: Sequence[Level]) -> list[Figure]:
    """人均可支配收入22440元，中位数19800元，中位数是平均数的88.2%: of the mean right before it."""
    last = next((c for c in near if c.order == part.order - 1), None)
    own = last.of(part.figure.base) if last else None
    means = own is not None and ("均" in own.raw or own.role == "average")
    return [own] if own is not None and means and own.sentence == part.figure.sentence else []


def _of_scope(percent: Figure, part: Level, near: Sequence[Level]) -> list[Figure]:
    """全县社会消费品零售总额24亿元，…；限额以上零售额5亿元，占全县的21%: of the county's.

    本科上线1930人。县一中本科上线1146人，占全县的59.4%: of what is called so without a place.
    """
    scope = terms.ALL_OF.match(percent.word)
    above = part.group.wholes[0].figure if part.group else part.figure
    if scope and above.base == part.figure.base and scope[0] in above.raw and above.name:
        return [above]  # 全县原煤产量1706万吨，其中县属企业1101万吨。县属企业产量占全县的64.5%
    measure = part.figure.name.replace("总", "")[-_MEASURE:]
    if scope is None or len(measure) < _MEASURE:
        return []
    found = [
        c.figure
        for c in _earlier(part, near)
        if c.figure.base == part.figure.base
        and scope[0] in c.figure.raw
        and c.figure.name.replace("总", "").endswith(measure)
    ]
    if not found:
        own = part.figure
        found = [
            c.figure
            for c in _earlier(part, near)
            if c.figure.base == own.base and c.group is None and not c.figure.parts
            if len(c.figure.name) >= _NAMED and own.name != c.figure.name
            if own.name.endswith(c.figure.name) and c.figure.value.low > own.value.high
        ]
    return found if _of_one_value(found) else []


def _of_that_name(word: str, part: Level, near: Sequence[Level]) -> list[Figure]:
    """总投资40718万元。…完成投资10743万元。…10213万元，占总投资的25%: of what is called just so."""
    if len(word) < _MEASURE:
        return []
    told = (c.of(part.figure.base) for c in near if c.figure.name == word and c.order < part.order)
    found = [one for one in told if one]
    return found[-1:] if found and _of_one_value(found) else []


def _called_so(word: str, part: Level, percent: Figure, near: Sequence[Level]) -> list[Figure]:
    """占全县社零总额的18%；…。社零总额23亿元: of what has that very name, before or behind."""
    if len(word) < _NAMED:
        return []
    found = [
        c.figure
        for c in near
        if c is not part
        and c.figure.base == part.figure.base
        and near_by(c, percent)
        and measures.full(word) in {name := measures.full(c.figure.name), name + c.figure.base}
    ]
    return found if _of_one_value(found) else []


def _told_increase(word: str, ask: Ask, near: Sequence[Level]) -> bool:
    """新增债券4.9亿元，…专项债券占新增债券的78%: what came was told of itself."""
    words = (word, noun_of(word))  # 占全部新增贷款的
    return any(
        one.name.endswith(words) and terms.OF_INCREASE.search(one.raw) and one is not ask.printed
        for one in (c.figure for c in near)
    )


def _is_another(level: Level, part: Level) -> bool:
    """Tell whether a level is of another kind of what the part is one kind of."""
    told = part.group is not None and level in part.group.wholes
    one, own = level.figure.name, part.figure.name
    return not told and (measures.siblings(one, own) or measures.apart(one, own))


def _is_like(level: Level, part: Level) -> bool:
    """Tell whether a level stands beside the part: its own measure again, or one of a list.

    按户籍统计，60岁及以上12万人；按常住推算，60岁及以上10万人，占23%; 甲、乙分别完成3亿元、2亿元；
    其余乡镇完成2亿元，占4%.
    """
    one, own = level.figure, part.figure
    again = bool(own.name) and one.name == own.name and own.raw.startswith(own.name)
    return again or one.each


def _ends_in(word: str, name: str) -> bool:
    """基金支出, where the level is just called 支出."""
    return len(name) == 2 and word.endswith(name)


def _begins_with(word: str, name: str) -> bool:
    """占对公贷款的, where the level is called 对公贷款余额; 占概算的, where it is 概算总投资."""
    return name.startswith(word if len(word) >= _NAMED else word + "总")


def _counted_in(word: str, name: str) -> bool:
    """大学生报名人数, where the level is just called 大学生."""
    return len(name) >= 2 and word.startswith(name) and word.endswith(terms.NUMBERS)


def _counted(word: str, part: Level, near: Sequence[Level]) -> list[Figure]:
    """投诉396件、举报98件、咨询255件。…三类227件，占投诉总量的57.3%: of what is called so."""
    noun = noun_of(word)
    if len(noun) < 2:
        return []
    found = [
        one
        for c in near
        if c.order < part.order and c.figure.name == noun and (one := c.of(part.figure.base))
        if part.figure.sentence - one.sentence <= _FAR
    ]
    return found if _of_one_value(found) else []


def _planned_in(word: str, part: Level, near: Sequence[Level]) -> list[Figure]:
    """计划改造12个小区、5600户，…惠及2307户，占计划户数的41.2%: of what was planned."""
    kind = next((kind for kind in terms.PLANNED_KINDS if word.startswith(kind)), "")
    units = terms.COUNTS.get(word.removeprefix(kind).removeprefix("总"), ()) if kind else ()
    found = [
        one
        for c in near
        if c.order < part.order and kind in c.figure.raw
        if part.figure.sentence - c.figure.sentence <= _FAR
        for one in (c.of(part.figure.base),)
        if one and one.base in units
    ]
    return found if _of_one_value(found) else []


def _out_of(part: Level, near: Sequence[Level]) -> list[Figure]:
    """汽车9.68万辆、摩托车3.04万辆；汽车中新能源汽车0.76万辆，占7.9%: of the 汽车."""
    said = phrasings.OUT_OF.match(part.figure.raw)
    if said is None:
        return []
    earlier = [c.figure for c in _earlier(part, near)]
    found = [one for one in earlier if one.name.endswith(said["whole"])]
    return found if _of_one_value(found) else []


def _amongst(ask: Ask, part: Level, near: Sequence[Level]) -> list[Figure]:
    """收到提案144件，立案138件。在立案的提案中，…18件，占13.04%: of the 138."""
    if not ask.among or (part.group and not part.group.view):
        return []
    said = phrasings.AMONGST_FILLING.sub("", ask.among)
    earlier = [c.figure for c in _earlier(part, near)]
    found = [
        one
        for one in earlier
        if one.name
        and (
            ask.among.removeprefix("在").startswith(one.name + "的")
            or (len(said) >= _NAMED and in_order(said, one.raw + one.tail))
        )
    ]
    return found if _of_one_value(found) else []


def _of_its_kind(part: Level, near: Sequence[Level]) -> list[Figure]:
    """签约项目219个，投资112亿元…外地签约项目58个，占26%，投资36亿元，占32%: of what is called so.

    What is told of it besides is of what is told of the other.
    """
    at = next((i for i, c in enumerate(near) if c is part), 0)
    before = near[at - 1] if at else part
    for own, step in ((part, 0), (before, 1)):
        raw = own.figure.raw
        like = [
            near[i + step]
            for i, c in enumerate(near[: at - step])
            if len(c.figure.name) >= _NAMED and len(c.figure.name) < len(raw)
            if raw.endswith(c.figure.name) and c.figure.clause != own.figure.clause
        ]
        found = [c.figure for c in like if c.figure.base == part.figure.base]
        if step:
            alike = before.figure.clause == part.figure.clause
            found = [one for one in found if alike and one.name == part.figure.name]
        if found:
            return found[:1] if _of_one_value(found) else []
    return []


def _begun_by(word: str, part: Level, near: Sequence[Level]) -> list[Figure]:
    """饮酒驾驶2168起，…。三地873起，占饮酒驾驶查处总量的40.3%: of what the words begin with."""
    noun = noun_of(word)
    if len(noun) < _NAMED:
        return []
    earlier = [c.figure for c in near if c.order < part.order and c.figure.base == part.figure.base]
    found = [one for one in earlier if len(one.name) >= _MEASURE and noun.startswith(one.name)]
    return found if _of_one_value(found) else []


def _unnamed(ask: Ask, part: Level, near: Sequence[Level]) -> list[Figure]:
    word = measures.name(ask.figure.word)
    group = part.group or ask.group
    above = group.wholes if group else [part.above] if part.above else []
    wholes = figures_of(above)
    if any(one.base == part.figure.base for one in wholes):
        return _of_group(word, part, wholes) or _far_back(word, part, near)
    several = joint.several(ask, near) or [c for c in near if c.total is part.figure]
    if several:  # 甲3件、乙2件，共5件，占总量的40%: of none of these
        first = min(several, key=lambda c: c.order)
        above = _earlier(first, near)
        here = [c for c in ask.here if c in above]
        ask = ask._replace(here=here, anchors=[c for c in reversed(above) if c.group is None])
    # What has a share itself is another part, and the whole is not told.
    told = [[*reversed(ask.here)], [one for one in ask.anchors if one not in ask.here]]
    bases = [part.figure.base, *(mate.base for mate in part.mates)]
    before, earlier = (
        [
            one
            for one in some
            if one.order < part.order and not one.shared and any(map(one.of, bases))
        ]
        for some in told
    )
    if (word or several) and not before:  # 占全部投资的, 三项合计占: of the sentence before
        before = earlier
    before = [one for one in before if not (_is_another(one, part) or _is_like(one, part))]
    clause = part.figure.clause
    counted = ask.figure.word.partition("总")[0]  # 占受理总量的: of what came in, if that was told
    before = [one for one in before if counted and in_order(counted, one.figure.raw)] or before
    # 村医320人；卫生技术人员410人，占总数的52%: of more than these
    before = [one for one in before if one.figure.clause == clause or _may_hold(one, part)]
    wholes = [*figures_of(before), *([ask.printed] if ask.printed else [])]
    found = [one for one in wholes if _whole_of(word, one)] or _far_back(word, part, near)
    if not found and word and ask.figure.length >= _MEASURE:
        found = _first_of_all(several[0] if several else part, near)
    return found or ([] if word or several else _of_before(ask, part, near))


def _first_of_all(part: Level, near: Sequence[Level]) -> list[Figure]:
    """工单595件，其中…。已办结456件…。投诉368件，占总诉求量的61.85%: of the first and most."""
    base = part.figure.base
    told = [one for c in near if c.order < part.order and (one := c.of(base))]
    alone = len(told) > 1 and told[0].role == "level" and not told[0].parts
    return told[:1] if alone and all(one.value.high < told[0].value.low for one in told[1:]) else []


def _of_before(ask: Ask, part: Level, near: Sequence[Level]) -> list[Figure]:
    """应发补贴5866.27万元。…，已发放5819.34万元，占99.20%: of what had to be done.

    存栏89.10万头，其中大畜11.62万头、小畜77.48万头。能繁母畜58.81万头，占66.0%: of what the parts
    of the sentence before are of.
    """
    own = part.figure
    if ask.figure.length < _MEASURE or own.weight < _MEASURE or part not in ask.here[:1]:
        return []
    like = [c for c in _earlier(part, near) if c.figure.base == own.base and not c.shared]
    told = [c for c in like if c.figure.value.high > own.value.low]
    if taxed := _of_income(own, near):
        return taxed
    due = [c.figure for c in told if terms.HAS_DONE.search(own.raw) and _is_due(c.figure)]
    if due:
        return due if _of_one_value(due) else []
    above = [c.group.wholes[0].figure for c in like if c.group]
    alone = [c.figure for c in told if c.group is None and not c.figure.joined]
    opened = len(alone) == 1 and any(one is alone[0] for one in above)
    return alone if opened else _of_its_measure(own, near)


def _of_its_measure(own: Figure, near: Sequence[Level]) -> list[Figure]:
    """投资82.54亿元，…。分产业看，…。民间投资39.88亿元，占比48.3%: of what was told by its parts.

    It is the only one that is called by the measure with which the part's name ends.
    """
    measure = own.name[-_MEASURE_ENDS:]
    if len(own.name) <= _MEASURE_ENDS or own.parts:
        return []
    wholes = {
        id(whole): whole
        for c in near
        if c.figure.span < own.span and own.sentence - c.figure.sentence <= _FAR and c.group
        if (whole := c.group.wholes[0].of(own.base)) and whole.name.endswith(measure)
    }
    found = [one for one in wholes.values() if one.value.low > own.value.high]
    return found if len(found) == 1 else []


def _of_income(own: Figure, near: Sequence[Level]) -> list[Figure]:
    """收入86000万元。税收收入49000万元，…，税收占比57.0%。非税收入…: of the only income told of."""
    if not own.name.startswith(("税收", "非税")):
        return []
    told = [
        c.figure
        for c in near
        if c.figure.span < own.span
        and own.sentence - c.figure.sentence <= _INCOME
        and c.figure.base == own.base
        and c.figure.name.endswith("收入")
    ]
    found = [one for one in told if "税" not in one.name]
    largest = max((one.value.high for one in told), default=None)
    return found if len(found) == 1 and found[0].value.high == largest else []


def _is_due(figure: Figure) -> bool:
    """应发补贴, 计划检查, 任务: what had to be done, and not what was."""
    return figure.role == "plan" or terms.DUE.match(figure.raw) is not None


def _of_group(word: str, part: Level, wholes: Sequence[Figure]) -> list[Figure]:
    """供应用地…，其中…，占供地总量的: what the parts are of."""
    alone = sum(one.base == part.figure.base for one in wholes) == 1
    if word:  # 村医320人，其中…；卫生技术人员410人，占总数的52%: of more than these
        own = part.figure
        wholes = [c for c in wholes if c.clause == own.clause or own.value.low <= c.value.high]
    # 死亡20人，占总量的69%: of 死亡29人, and not of 受伤21人
    like = [one for one in wholes if one.name and one.name == part.figure.name]
    return [
        one for one in like or wholes if _whole_of(word, one) or (alone and _touches(word, one))
    ]


def _far_back(word: str, part: Level, near: Sequence[Level]) -> list[Figure]:
    """办理热线工单2472件。…工单分类：…。位居前三的…，占工单总量的74%: the largest of that name."""
    noun = noun_of(word)
    if len(noun) < 2:
        return []
    earlier = [c.figure for c in near if c.order < part.order and c.figure.base == part.figure.base]
    named = [one for one in earlier if one.name.endswith(noun) or one.name.startswith(noun)]
    largest = max((one.value for one in earlier), default=None)
    return named if len(named) == 1 and named[0].value == largest else []


@lru_cache(maxsize=1024)  # each whole that may be meant asks for it
def noun_of(word: str) -> str:
    """Return what a whole is of: 专任教师 in 专任教师总数, "" where its words do not say."""
    found = phrasings.WHOLE_OF.search(word)
    return found["noun"] if found else ""


def _whole_of(word: str, whole: Figure) -> bool:
    """Tell whether 专任教师总数 may be that figure."""
    noun = measures.full(noun_of(word))[-2:]
    words = (whole.raw, whole.tail, whole.name, whole.unit)
    if len(noun) < 2 or any(noun in measures.full(one) for one in words):
        return True
    short = noun_of(word)  # 在校生总数: of 在校学生; 监测户总数: of 监测对象…户
    counted = len(short) >= _MEASURE and short[-1] == whole.base and short[:-1] in whole.raw
    return counted or (len(short) >= _MEASURE and in_order(short, whole.raw))


def _touches(word: str, whole: Figure) -> bool:
    return all(char in whole.raw for char in noun_of(word))
