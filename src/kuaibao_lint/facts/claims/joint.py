"""Shares of several levels together: 废止和失效的占21.2%, 甲3家、乙2家，占总数的50%."""

from __future__ import annotations

from kuaibao_lint.facts.claims import complements, measures, phrasings, terms
from kuaibao_lint.facts.claims.asking import Ask, near_by
from kuaibao_lint.facts.claims.model import Together
from kuaibao_lint.later import later
from kuaibao_lint.light_typing import TYPE_CHECKING
from kuaibao_lint.patterns import pattern

if TYPE_CHECKING:
    from collections.abc import Sequence

    from kuaibao_lint.facts.claims.figure import Figure
    from kuaibao_lint.facts.claims.model import Level

_beyond = later("facts.claims.bounded", "beyond")
# 农业、牧业两项占, 县、乡、村道合计占: names, and how many they are.
_LISTS = pattern(
    "[、和与及][^、，；]{1,12}?(?P<many>(?:这|等)?[两二三四五六](?:[项类者个种县区镇乡村市州旗家]|大类|街道)|[合共]计|之和)"
)
_MOST = 12  # levels of one list: they bound the work
_FOREMOST = 3  # characters of 前两类, 其前两类
# 三项支出占: the sum of three.
_SO_MANY = pattern(
    "(?:以上|上述|这|其中)?前?[两三四五六]"
    "(?:项|类|者|个|大|种|档|[区县镇乡](?=[合共占]|$)|街道|部门|行业|家(?![企公单银医]))"
)
_SO_MANY_END = pattern("[两三四五六][项类者个](?:合计|共计)?$")
# 第一、二种形态, 第一和第二种形态占: some of a list, by their places.
_PLACES_OF_LIST = pattern("第[一二三四五](?:[、和与及]第?[一二三四五]){1,3}(?P<what>[种类档批级])")
_PLACE_OF_LIST = pattern("[一二三四五]")
# 本科及以上学历占: of that rank and of those above it.
_FROM_RANK = pattern(
    "^(?P<of>[^，；]{2,6}?)[及]?以(?P<way>[上下])(?:学历|职称|文化程度|学位)?(?:的|者|人员)?$"
)
_INITIALS = 2  # characters of 硕博, and of 硕士 and 博士
_LOW_RANK = pattern("乡镇卫生院|社区卫生|村卫生|卫生室|诊所|^卫生院")
_BEYOND = ("以上", "以下")
_RANKS_BEYOND = pattern("以[上下]")
_ALL_OF_THEM = pattern("(?:总数|总量|总额|合计|之和|[两三四][者类项](?:合计|之和|总数)?)$")
# 三类案件合计占: the sum of what was told.
_TOGETHER = pattern("合计|共计|总计|之和|一共|共同|(?<![总公])共$")


def several(ask: Ask, near: Sequence[Level]) -> list[Level] | None:
    """Return the levels of which a share says that it is theirs together.

    None where it does not say so; nothing where it does and they were not all told.
    """
    figure = ask.figure
    if figure.sum_of and (run := _so_named(figure.sum_of, ask.here)):
        return run
    said = figure.raw.partition("占")[0]
    if not said or figure.each:  # 两类人员分别占: each of them
        return None
    summed = _TOGETHER.search(said) is not None
    if placed := _in_their_places(said, ask.here):
        return placed
    if _LISTS.search(said) and (run := _each_named(figure, near)):
        return run
    if counted := complements.members(said) if summed or _SO_MANY.match(said) else 0:
        return _first(counted, figure, near) or _last(counted, figure, near)
    if known := _by_its_name(ask, near, summed=summed):
        return known
    if ask.part is None:
        own = any(c.figure.name.startswith(figure.name or " ") for c in ask.here)
        ranks = None if own else _ranked(figure.name, ask.here)  # 大专以上学历9832名，…，大专以上占
        return _named(figure, ask.here) if ranks is None else ranks
    if not summed:
        return None
    run = [*listed(ask.part, ask.here), ask.part]  # 甲3家、乙2家，合计占50%
    return run if len(run) > 1 else []


def _by_its_name(ask: Ask, near: Sequence[Level], *, summed: bool) -> list[Level] | None:
    """Return the levels that a share's own words tell: 50万元以上, 基层, or those in brackets."""
    figure = ask.figure
    if figure.name[:1].isdigit() and figure.name.endswith(_BEYOND):
        beyond: list[Level] = _beyond(figure.name, [c for c in near if c.figure.span < figure.span])
        return beyond
    if figure.name.startswith("基层"):
        return _of_low_rank(ask.here)
    if len(figure.name) == _INITIALS and not summed:
        return _by_initials(figure.name, ask.here)
    if len(figure.name) == 2 * _INITIALS and (run := _run_together(figure, near)):
        return run
    if "的" in figure.raw and (run := _so_far_along(figure, ask.here)):
        return run
    return _in_brackets(ask.here) if summed and figure.leaves else None


def _by_initials(name: str, here: Sequence[Level]) -> list[Level]:
    """博士8名、硕士81名、本科255名，硕博占25.9%: of those whose names begin so, in one list."""
    found = [c for c in here if c.figure.raw[:1] in name and len(c.figure.raw) == _INITIALS]
    firsts = {c.figure.raw[:1] for c in found}
    alone = not any(c.figure.name.startswith(name) for c in here)
    near = len(found) == len(firsts) == _INITIALS and found[1].order == found[0].order + 1
    alike = near and found[1].figure.joined and found[0].figure.base == found[1].figure.base
    return found if alike and alone and firsts == set(name) else []


def _run_together(figure: Figure, near: Sequence[Level]) -> list[Level]:
    """酒驾30起、醉驾8起、无证驾驶14起。酒驾醉驾占12.8%: of two that stand side by side."""
    names = figure.name[:_INITIALS], figure.name[_INITIALS:]
    told = [c for c in near if c.figure.span < figure.span and near_by(c, figure)]
    found = [[c for c in told if c.figure.raw.endswith(name)] for name in names]
    if any(len(some) != 1 for some in found):
        return []
    one, other = found[0][0], found[1][0]
    alike = other.order == one.order + 1 and other.figure.joined
    return [one, other] if alike and one.figure.base == other.figure.base else []


def _so_far_along(figure: Figure, here: Sequence[Level]) -> list[Level]:
    """已完成52项、达到序时进度47项、滞后16项，完成和达序时的占86.1%: of those that were as far."""
    said = figure.raw.partition("占")[0].rstrip("的")
    names = [one.removeprefix("已") for one in phrasings.MEMBERS.split(said)]
    found: list[Level] = []
    for name in names:
        fits = [c for c in here if c.figure.raw.replace("到", "").lstrip("T已").startswith(name)]
        if len(name) < _INITIALS or len(fits) != 1 or fits[0] in found:
            return []
        found += fits
    alike = len({(c.figure.base, c.figure.clause) for c in found}) == 1
    return found if len(found) > 1 and alike else []


def _of_low_rank(here: Sequence[Level]) -> list[Level]:
    """医院41万人次、乡镇卫生院33万人次、村卫生室23万人次，基层诊疗量占57.3%: of two of them."""
    found = [c for c in here if _LOW_RANK.search(c.figure.raw)]
    group = found[0].group if found else None
    one_list = group is not None and all(c.group is group for c in found)
    others = group is not None and len(found) < len(group.parts)
    return found if len(found) > 1 and one_list and others else []


def _in_brackets(here: Sequence[Level]) -> list[Level]:
    """甲（112件）、乙（64件）、丙（53件），合计占25.3%: return the last ones, each in a bracket."""
    run: list[Level] = []
    for one in reversed(here):
        figure = one.figure
        if not figure.enters or len(run) == _MOST or (run and figure.base != run[0].figure.base):
            break
        run.insert(0, one)
        if not figure.leaves:
            break
    return run if len(run) > 1 else []


def listed(part: Level, here: Sequence[Level]) -> list[Level]:
    """Return the levels that stand in a list before its last: A and B in A、B和C."""
    run = [part]
    for last in reversed([c for c in here if c.order < part.order]):
        first = run[0].figure
        if not first.joined or first.parts or len(run) == _MOST:
            break
        if last.figure.base != first.base or last.shared or last.order != run[0].order - 1:
            break
        run.insert(0, last)
    return run[:-1]


def _each_named(figure: Figure, near: Sequence[Level]) -> list[Level]:
    """农业84亿元、林业6亿元、牧业58亿元。农业、牧业两项占总产值的91.9%: of those of one list."""
    said = figure.raw.partition("占")[0]
    many = _LISTS.search(said)
    names = phrasings.MEMBERS.split(said[: many.start("many")]) if many else []
    told = [c for c in near if c.figure.span < figure.span and near_by(c, figure)]
    found: list[Level] = []
    for name in names:
        fits = [c for c in told if len(name) > 1 and c.figure.name.startswith(name)]
        if len(fits) != 1 or fits[0] in found:
            return []
        found += fits
    alike = {(c.figure.base, id(c.group)) for c in found}
    return sorted(found, key=lambda c: c.order) if len(found) > 1 and len(alike) == 1 else []


def of_those_named(ask: Ask, near: Sequence[Level]) -> list[Figure]:
    """C级、D级分别为189栋和96栋，整治269栋，占C级、D级总数的94.4%: of the two that it names."""
    figure, own = ask.figure, ask.part.figure if ask.part else ask.figure
    names = phrasings.MEMBERS.split(_ALL_OF_THEM.sub("", figure.word))
    told = [c.figure for c in near if c.figure.span < own.span and near_by(c, figure)]
    told = [one for one in told if one.base == own.base]
    found: list[Figure] = []
    for name in names:
        fits = [one for one in told if len(name) > 1 and name in one.raw]
        if len(fits) != 1 or fits[0] in found:
            return []
        found += fits
    return found if len(found) > 1 else []


def _named(figure: Figure, here: Sequence[Level]) -> list[Level] | None:
    """废止15件、宣布失效9件，废止和失效的占30.8%."""
    said = _SO_MANY_END.sub("", figure.name.rstrip("的"))
    names = [one for one in phrasings.MEMBERS.split(said) if one]
    if len(names) < 2 or any(measures.same(c.figure.name, figure.name) for c in here):
        return None
    found: list[Level] = []
    for name in names:
        fits = [c for c in here if c.figure.name.startswith(name) or c.figure.name.endswith(name)]
        if len(fits) != 1 or len(name) < 2 or fits[0] in found:
            return []
        found += fits
    found.sort(key=lambda c: c.order)
    return found if len({c.figure.base for c in found}) == 1 else []


def _ranked(name: str, here: Sequence[Level]) -> list[Level] | None:
    """研究生77人、本科1271人、大专196人，本科及以上占87.3%: of the first two.

    None where the words do not speak of ranks, nothing where not all of them were told.
    """
    said = _FROM_RANK.match(name)
    of = _rank(said["of"]) if said else None
    if said is None or of is None:
        return None
    run: list[Level] = []
    for c in reversed(here):
        if _rank(c.figure.raw) is None or (run and c.figure.base != run[0].figure.base):
            break
        run.insert(0, c)
    up = said["way"] == "上"
    ranks = [(c, rank) for c in run if (rank := _rank(c.figure.raw)) and rank[0] == of[0]]
    found = [c for c, rank in ranks if (rank[1] <= of[1] if up else rank[1] >= of[1])]
    whole = any(rank == of for _, rank in ranks)
    several_in_one = any(_RANKS_BEYOND.search(c.figure.raw) for c in found)
    return found if len(found) > 1 and whole and not several_in_one else []


def _rank(words: str) -> tuple[int, int] | None:
    """Return which of the rows of ranks a name belongs to, and its place there."""
    return next(
        (
            (row, place)
            for row, ranks in enumerate(terms.RANKS)
            for place, names in enumerate(ranks)
            if any(name in words for name in names)
        ),
        None,
    )


def _so_named(names: Sequence[str], here: Sequence[Level]) -> list[Level]:
    """纯电动140辆、混合动力21辆、燃油9辆，新能源车（纯电动加混合动力）占94.7%: of the first two."""
    found: list[Level] = []
    for name in names:
        fits = [c for c in here if len(name) > 1 and (name in c.figure.raw)]
        if len(fits) != 1 or fits[0] in found:
            return []
        found += fits
    alike = len({c.figure.base for c in found}) == 1
    return sorted(found, key=lambda c: c.order) if alike and len(found) > 1 else []


def _in_their_places(said: str, here: Sequence[Level]) -> list[Level]:
    """第一种形态126人次，…，第一、二种形态合计占93.2%: of those that are named so."""
    named = _PLACES_OF_LIST.search(said)
    if named is None:
        return []
    found = []
    for place in _PLACE_OF_LIST.findall(named[0]):
        fits = [c for c in here if f"第{place}{named['what']}" in c.figure.raw]
        if len(fits) != 1:
            return []
        found += fits
    return found if len({c.figure.base for c in found}) == 1 else []


def _first(count: int, figure: Figure, near: Sequence[Level]) -> list[Level]:
    """其中谈话函询130件、初核69件、暂存22件、了结25件，前两类占80.9%: the first of the list."""
    if "前" not in figure.raw[:_FOREMOST]:
        return []
    before = [c for c in near if c.figure.span < figure.span and near_by(c, figure)]
    group = before[-1].group if before else None
    parts = group.parts if group else []
    run = parts[:count]
    listed = len(parts) >= count == len(run) and len({c.figure.base for c in parts}) == 1
    return [*run] if listed else []


def _last(count: int, figure: Figure, near: Sequence[Level]) -> list[Level]:
    """甲类80宗、乙类26宗、丙类30宗，三类案件合计占发案总数的61%: as many as were counted."""
    before = [c for c in near if c.figure.span < figure.span and near_by(c, figure)]
    run = before[-count:]
    if len(run) < count:
        return []
    alike = len({(c.figure.base, c.figure.sentence) for c in run}) == 1
    apart = not any(c.figure.per_head or c.figure.role == "total" for c in run)
    # A、B、C…，前两项合计占: a list is taken from where it begins
    begins = not any(c.figure.joined for c in run[:1]) and (
        "前" not in figure.raw[:2] or all(c.figure.joined for c in run[1:])
    )
    whole = not _goes_before(before[: -len(run)], run)
    return run if alike and apart and begins and whole else []


def _goes_before(before: Sequence[Level], run: Sequence[Level]) -> bool:
    """Tell whether a list has more members before these: one that is less than they together."""
    last = before[-1].figure if before else None
    first = run[0].figure
    if last is None or last.base != first.base or last.sentence != first.sentence:
        return False
    return last.amount < sum(c.figure.amount for c in run)


def together(run: Sequence[Level], percent: Figure, told: Sequence[Figure]) -> Together | None:
    """甲占30%，乙占20%，两项合计占50%: the sum of the shares that were told of each.

    told: the shares before it.
    """
    shares = [*told[-len(run) :]]
    ends = [*(c.figure.span for c in run[1:]), percent.span]
    each = len(shares) == len(run) > 1 and all(
        c.figure.span < one.span < end for c, one, end in zip(run, shares, ends, strict=True)
    )
    return Together(shares, percent) if each and _are_of_one(shares, percent) else None


def counted(percent: Figure, told: Sequence[Figure], here: Sequence[Level]) -> Together | None:
    """教育支出占19.8%，社保支出占15.6%，两项合计占35.4%: of shares, as many as were counted.

    told: the shares before it. here: the levels of its sentence.
    """
    said = percent.raw.partition("占")[0]
    many = complements.members(said) if told and _TOGETHER.search(said) else 0
    shares = [*told[-many:]]
    if len(shares) != many or not many or percent.sentence - shares[0].sentence > 1:
        return None
    apart = any(one.parts or one.enters or one.leaves for one in shares)
    last = shares[-1].span
    behind = any(last < c.figure.span < percent.span for c in here)
    if apart or behind or not _are_of_one(shares, percent):
        return None
    return Together(shares, percent)


def _are_of_one(shares: Sequence[Figure], percent: Figure) -> bool:
    """占全区比重, 占全区规上服务业收入比重: of one whole."""
    words = sorted({one.word for one in (*shares, percent)} - {""})
    return all(word.startswith(words[0]) for word in words)
