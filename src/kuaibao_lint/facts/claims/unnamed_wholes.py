"""Of what a share is that names no whole: what stands above it, before it, or is called alike."""

from __future__ import annotations

from itertools import takewhile

from kuaibao_lint.facts.claims import joint, measures, surroundings, terms
from kuaibao_lint.facts.claims.asking import Ask, figures_of, fits_by_a_slip, near_by
from kuaibao_lint.facts.claims.named_wholes import (
    FAR,
    MEASURE,
    NAMED,
    is_another,
    may_hold,
    noun_of,
    of_one_value,
)
from kuaibao_lint.light_typing import TYPE_CHECKING
from kuaibao_lint.nearness import in_order
from kuaibao_lint.patterns import pattern

if TYPE_CHECKING:
    from collections.abc import Sequence

    from kuaibao_lint.facts.claims.figure import Figure
    from kuaibao_lint.facts.claims.model import Level

_BUDGET = ("公共预算收入", "财政收入")  # 税收收入3.3亿元，一般公共预算收入4.6亿元，税收占比71.3%
_COMMON = frozenset(("元", "人", "个", "户", "人次"))  # units of many things
_USED = pattern("^(?:T|共|累计|已)*(?:安排|用于|投入|支持|实施)")
_INCOME = 2  # sentences from income to a kind of it
_MEASURE_ENDS = 2  # characters of a name that say what is measured


def told_earlier(part: Level, near: Sequence[Level]) -> list[Level]:
    """Return the levels before a part, of its sentence and the one before."""
    return [c for c in near if c.order < part.order and near_by(c, part.figure)]


def _is_like(level: Level, part: Level) -> bool:
    """Tell whether a level stands beside the part: its own measure again, or one of a list.

    按户籍统计，60岁及以上12万人；按常住推算，60岁及以上10万人，占23%; 甲、乙分别完成3亿元、2亿元；
    其余乡镇完成2亿元，占4%.
    """
    one, own = level.figure, part.figure
    again = bool(own.name) and one.name == own.name and own.raw.startswith(own.name)
    return again or one.each


def out_of(part: Level, near: Sequence[Level]) -> list[Figure]:
    """汽车9.68万辆、摩托车3.04万辆；汽车中新能源汽车0.76万辆，占7.9%: of the 汽车."""
    said = surroundings.OUT_OF.match(part.figure.raw)
    if said is None:
        return []
    earlier = [c.figure for c in told_earlier(part, near)]
    found = [one for one in earlier if one.name.endswith(said["whole"])]
    return found if of_one_value(found) else []


def amongst(ask: Ask, part: Level, near: Sequence[Level]) -> list[Figure]:
    """收到提案144件，立案138件。在立案的提案中，…18件，占13.04%: of the 138."""
    if not ask.among or (part.group and not part.group.view):
        return []
    said = surroundings.AMONGST_FILLING.sub("", ask.among)
    earlier = [c.figure for c in told_earlier(part, near)]
    found = [
        one
        for one in earlier
        if one.name
        and (
            ask.among.removeprefix("在").startswith(one.name + "的")
            or (len(said) >= NAMED and in_order(said, one.raw + one.tail))
        )
    ]
    return found if of_one_value(found) else []


def of_its_kind(part: Level, near: Sequence[Level]) -> list[Figure]:
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
            if len(c.figure.name) >= NAMED and c.figure.clause != own.figure.clause
            if _is_kind_of(raw, c.figure.name)
        ]
        found = [c.figure for c in like if c.figure.base == part.figure.base]
        if step:
            alike = before.figure.clause == part.figure.clause
            found = [one for one in found if alike and one.name == part.figure.name]
        if found:
            return found[:1] if of_one_value(found) else []
    return _alone_of_its_unit(part, near)


def _is_kind_of(raw: str, name: str) -> bool:
    """外地签约项目 of 签约项目, 来自沪苏浙的新签约项目 of 新签约亿元以上工业项目."""
    if raw[-_MEASURE_ENDS:] != name[-_MEASURE_ENDS:]:
        return False
    at = raw.rfind("的") + 1 or raw.find(name[:_MEASURE_ENDS], 1)
    kind = raw[at:] if at > 0 else ""
    return len(kind) >= NAMED and in_order(kind, name)


def _alone_of_its_unit(part: Level, near: Sequence[Level]) -> list[Figure]:
    """床位2059张，入住1065人。护理型床位1396张，占比67.8%: of the only 张 that were told before."""
    own = part.figure
    told = [c for c in near if c.order < part.order and near_by(c, own) and c.of(own.base)]
    name = told[0].figure.name if len(told) == 1 else ""
    alike = len(name) >= _MEASURE_ENDS and own.raw.endswith(name) and len(own.raw) > len(name)
    apart = alike and told[0].figure.sentence < own.sentence and own.base not in _COMMON
    return [told[0].figure] if apart and told[0].group is None and not own.parts else []


def unnamed(ask: Ask, part: Level, near: Sequence[Level]) -> list[Figure]:
    """占41%, 占总数的23%: of what stands above the part, or before it without a share."""
    word = measures.name(ask.figure.word)
    group = part.group or ask.group
    above = group.wholes if group else [part.above] if part.above else []
    wholes = figures_of(above)
    if any(one.base == part.figure.base for one in wholes):
        return _of_group(word, part, wholes) or _far_back(word, part, near)
    several = joint.several(ask, near) or [c for c in near if c.total is part.figure]
    if several:  # 甲3件、乙2件，共5件，占总量的40%: of none of these
        first = min(several, key=lambda c: c.order)
        above = told_earlier(first, near)
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
    before = [one for one in before if not (is_another(one, part) or _is_like(one, part))]
    before = before if word else _without_list(before, part)
    clause = part.figure.clause
    counted = ask.figure.word.partition("总")[0]  # 占受理总量的: of what came in, if that was told
    before = [one for one in before if counted and in_order(counted, one.figure.raw)] or before
    # 村医320人；卫生技术人员410人，占总数的52%: of more than these
    before = [one for one in before if one.figure.clause == clause or may_hold(one, part)]
    wholes = [*figures_of(before), *([ask.printed] if ask.printed else [])]
    found = [one for one in wholes if _whole_of(word, one)] or _far_back(word, part, near)
    if word and found and not ask.printed and (whole := _listed_whole(word, part, found, near)):
        return [whole]
    # 受理线索434件，已办结419件，…。涉工程建设299件，占总量的68.9%: of all, not of what is done
    done = len(found) == 1 and terms.HAS_DONE.search(found[0].raw) is not None
    if word and ask.figure.length >= MEASURE and (done or not found):
        found = [*found, *_first_of_all(several[0] if several else part, near)]
    return found or ([] if word or several else _of_before(ask, part, near))


def _listed_whole(
    word: str, part: Level, found: Sequence[Figure], near: Sequence[Level]
) -> Figure | None:
    """接待82.98万人次。图书馆25.67万人次，…，美术馆6.20万人次。未成年人…，占总人次的30.1%: of all.

    Where what seems meant is one of a list, and that list is all of what was told before it.
    """
    if not word.startswith("总") or part.group:
        return None
    groups = {c.figure.span: c.above for c in near if c.above and c.figure in found[:1]}
    above = groups.get(found[0].span)
    whole = above.of(part.figure.base) if above else None
    return whole if whole and whole.value.low >= part.figure.value.high else None


def _without_list(before: list[Level], part: Level) -> list[Level]:
    """小客车2719起、摩托车1043起，女性驾驶人113起，占比2.0%: of all that there were, not of a kind.

    before: the levels that were told, the nearest first.
    """
    if part.figure.joined or part.figure.parts or part.group:
        return before
    run = [*takewhile(lambda one: one.figure.joined and one.group is None, before)]
    first = before[len(run)] if run and len(run) < len(before) else None
    alike = first and first.figure.clause == run[-1].figure.clause and first.group is None
    return before[len(run) + 1 :] if alike else before


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
    if any(one.base == "元" for one in part.mates) and (paid := _paid_in(own, near)):
        return paid
    short = own.weight < MEASURE  # 干部312名，其中…。35岁以下98名，占31.4%: of all, if anything
    if ask.figure.length < MEASURE or own.weight < 2 or part not in ask.here[:1]:
        return []
    like = [c for c in told_earlier(part, near) if c.figure.base == own.base and not c.shared]
    told = [
        c
        for c in like
        if c.figure.value.high > own.value.low or fits_by_a_slip(own, c.figure, ask.figure)
    ]
    if taxed := [] if short else _of_income(own, near):
        return taxed
    due = [c.figure for c in told if terms.HAS_DONE.search(own.raw) and _is_due(c.figure)]
    if due and not short:
        return due if of_one_value(due) else []
    above = [c.group.wholes[0].figure for c in like if c.group]
    alone = [c.figure for c in told if c.group is None and not c.figure.joined]
    opened = len(alone) == 1 and any(one is alone[0] for one in above)
    return alone if opened else [] if short else _of_its_measure(own, near)


def _paid_in(own: Figure, near: Sequence[Level]) -> list[Figure]:
    """到位资金6.64亿元，…。…，支出率85.8%。安排产业项目165个、3.73亿元，占56.1%: of what came."""
    if not _USED.match(own.raw):
        return []
    told = [c.figure for c in near if c.group is None and c.figure.base == "元"]
    found = [one for one in told if one.span < own.span and terms.PAID_IN.search(one.raw)]
    found = [one for one in found if own.sentence - one.sentence <= FAR and not one.joined]
    return found if len(found) == 1 else []


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
        if c.figure.span < own.span and own.sentence - c.figure.sentence <= FAR and c.group
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
        or (c.figure.clause == own.clause and c.figure.name.endswith(_BUDGET))
        if own.sentence - c.figure.sentence <= _INCOME
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


def _whole_of(word: str, whole: Figure) -> bool:
    """Tell whether 专任教师总数 may be that figure."""
    noun = measures.full(noun_of(word))[-2:]
    words = (whole.raw, whole.tail, whole.name, whole.unit)
    if len(noun) < 2 or any(noun in measures.full(one) for one in words):
        return True
    short = noun_of(word)  # 在校生总数: of 在校学生; 监测户总数: of 监测对象…户
    counted = len(short) >= MEASURE and short[-1] == whole.base and short[:-1] in whole.raw
    return counted or (len(short) >= MEASURE and in_order(short, whole.raw))


def _touches(word: str, whole: Figure) -> bool:
    return all(char in whole.raw for char in noun_of(word))
