"""Which of the levels that were told are one list: where it ends, and what stands within it."""

from __future__ import annotations

from itertools import groupby

from kuaibao_lint.facts.claims import complements
from kuaibao_lint.facts.claims.lists import called
from kuaibao_lint.facts.relations import evidence, formulas
from kuaibao_lint.facts.relations.rows import clause_of
from kuaibao_lint.intervals import exactly
from kuaibao_lint.later import later
from kuaibao_lint.light_typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Sequence

    from kuaibao_lint.facts.claims.figure import Figure
    from kuaibao_lint.facts.claims.model import Level
    from kuaibao_lint.facts.relations.sum import Sum

_PAIR = 2  # parts that may be all
_MOST = 5  # parts that are known by name to be all
_LONG = 5  # digits of a whole that parts come one slip near by chance seldom
_exclusive = later("facts.claims.exclusives", "exclusive")


def outside(parts: Sequence[Level], base: str) -> list[Level]:
    """运转经费164万元（13个村，…），项目支出291万元: without what a bracket counts."""
    found: list[Level] = []
    inside = False
    for one in parts:
        inside = one.figure.enters or (inside and not one.figure.leaves)
        if not inside or one.of(base):
            found.append(one)
    return found


def listings(parts: Sequence[Level], levels: Sequence[Level]) -> list[Sequence[Level]]:
    """Return the lists of levels that may be all the parts, the likeliest first.

    They end where the sentence does or may have gone on; or they are those of the levels that are
    parts of no other (住宿业，限上住宿业，餐饮业); or those whose names say so.
    """
    found = [levels[:count] for count in _ends(parts, levels)]
    if len(levels) > _PAIR:
        apart = [one for at, one in enumerate(levels) if not _within(one, levels[:at])]
        if _PAIR <= len(apart) < len(levels):
            found.append(apart)
        found += complete_among(levels)
        found += _first_of_each(levels)
    return found


def _first_of_each(levels: Sequence[Level]) -> list[Sequence[Level]]:
    """刑事219件；民商事3130件，调撤1587件；行政37件；执行1586件: the first of each clause."""
    first, last = levels[0].figure.clause, levels[-1].figure.clause
    if last - first < _PAIR - 1 or last - first >= len(levels) - 1:
        return []
    heads = [next(some) for _, some in groupby(levels, key=clause_of)]
    return [heads] if complements.complete(called(heads)) else []


def apart(levels: Sequence[Level]) -> list[Sequence[Level]]:
    """调解1154件，撤诉531件；判决1270件，上诉的140件: the first of which none is within another."""
    names = called(levels)
    ends = (
        count
        for count in range(_PAIR, len(levels))
        if not _exclusive(names[: count + 1]) and _exclusive(names[:count])
    )
    return [levels[:count] for count in ends]


def filling(
    levels: Sequence[Level], figures: Sequence[Figure], wholes: Sequence[Figure]
) -> list[Sequence[Level]]:
    """补助1987万元，其中一般1530万元，专项457万元，上年结余80万元: the first two are all of it.

    A、B、C、D end with D: three that happen to make up the whole, as far as rounding lets them, are
    no list.
    """
    found: list[Sequence[Level]] = []
    added = exactly(0)
    for count, one in enumerate(figures, 1):
        added = added.plus(one.value)
        if count < _PAIR or not any(added.meets(whole.value) for whole in wholes):
            continue
        goes_on = any(after.joined for after in figures[count : count + 1])
        if not (goes_on and figures[1].joined):
            found.append(levels[:count])
    return found


def nested(figures: Sequence[Figure]) -> int | None:
    """Return the place of a part that is what follows taken together, None where none is.

    林区热点20个，经核查为农事用火10个、炼山造林7个、其他3个: of the first; but in 花生1.6万亩、
    谷子0.6万亩、其他1.0万亩 each stands beside the others.
    """
    if len(figures) <= _PAIR:
        return None
    added = exactly(0)
    for at in range(len(figures) - 2, -1, -1):
        added = added.plus(figures[at + 1].value)
        if (
            at < len(figures) - 2
            and not figures[at + 1].joined
            and (figures[at].length > 1 or figures[-1].joined)  # 职高2所，特教1所，进修1所
            and added.meets(figures[at].value)
        ):
            return at
    return None


def within_clauses(levels: Sequence[Level], base: str) -> list[Level]:
    """刑事142件，审查逮捕44件、审查起诉97件、其他1件；行政60件，…: return what is of the 142.

    A list behind a comma that adds up to what stands before it, one semicolon from another.
    """
    if len(levels) <= _MOST or levels[0].figure.clause == levels[-1].figure.clause:
        return []
    found: list[Level] = []
    for _, some in groupby(levels, key=clause_of):
        head, *rest = some
        whole = head.of(base)
        if len(rest) < _PAIR or whole is None or whole.length < _PAIR:
            continue
        listed = not rest[0].figure.joined and all(one.figure.joined for one in rest[1:])
        if listed and _make_up(rest, head):
            found += rest
    return found


def collapsed(
    listings: Sequence[Sequence[Level]], levels: Sequence[Level], at: int
) -> list[Sequence[Level]]:
    """Return the lists in which a part does not stand beside its own parts, which follow it."""
    one, other = levels[at : at + 2]
    apart = [some for some in listings if not (one in some and other in some)]
    apart = [some for some in apart if some[0] not in levels[at + 1 :]]
    return [levels[: at + 1], *apart] if at else apart


def _within(level: Level, others: Sequence[Level]) -> bool:
    name = level.figure.name
    return any(len(c.figure.name) >= _PAIR and name.endswith(c.figure.name) for c in others)


def complete_among(levels: Sequence[Level]) -> list[Sequence[Level]]:
    """其中女性5104人，35岁及以下1718人，36至54岁7491人，55岁及以上3424人: the ages are all."""
    names = called(levels)
    return [
        levels[start:end]
        for start in range(len(levels) - 1)
        for end in range(start + _PAIR, min(start + _MOST, len(levels)) + 1)
        if end - start < len(levels) and not complements.is_rest(names[end - 1])
        if not (start and "岁" in names[start - 1] and "岁" in names[start])
        if not levels[start].figure.joined
        if not (start and _make_up(levels[start:end], levels[start - 1]))
        if not _in_one_clause(levels[end - 1 : end + 1])
        if complements.complete(names[start:end])
    ]


def ended_by_rest(levels: Sequence[Level]) -> list[Sequence[Level]]:
    """行政48件、民事8件；环境26件，食品14件，其他7件: a list between semicolons that 其他 ends."""
    if levels[0].figure.clause == levels[-1].figure.clause:
        return []
    clauses = [[*some] for _, some in groupby(levels, key=clause_of)][1:]
    return [
        some for some in clauses if len(some) > _PAIR and complements.is_rest(some[-1].figure.raw)
    ]


def views(
    levels: Sequence[Level], wholes: Sequence[Figure], base: str, known: Sequence[Sum]
) -> list[Sum]:
    """人员571人，其中本科92人，大专249人，中专230人；高级19人，中级126人，初级426人: all, twice.

    One list between semicolons adds up to the whole; so must one of three or more kinds beside it,
    of which no two have anything in common.
    """
    if len(levels) <= 2 * _PAIR or levels[0].figure.clause == levels[-1].figure.clause:
        return []
    clauses = [[*some] for _, some in groupby(levels, key=clause_of)]
    whole = wholes[0]
    if whole.length <= _PAIR or any(len(some) < _PAIR for some in clauses):
        return []
    sums = [formulas.parts_of(whole, [f for c in some if (f := c.of(base))]) for some in clauses]
    if not any(one.holds for one in sums):
        return []
    told = [one.operands for one in known]
    return [
        one
        for one, some in zip(sums, clauses, strict=True)
        if one.operands not in told
        if one.holds
        or (len(some) > _PAIR and _exclusive(called(some)) and evidence.is_as_good_as_all(one))
    ]


def are_two(some: Sequence[Level]) -> bool:
    """Tell whether 其他 ends what semicolons take apart: it may be of the last list alone."""
    apart = some[0].figure.clause != some[-1].figure.clause
    return apart and complements.is_rest(some[-1].figure.raw)


def is_cut(some: Sequence[Level], levels: Sequence[Level], added: Sum) -> bool:
    """幼儿园87所；小学48所；初中19所；职业学校1所；特教1所: all semicolons are of one list.

    Not so where what follows is another list that is complete: 城镇9万；乡村6万；男8万；女7万; nor
    where nothing goes with names that are all: 国税9万元；地税8万元；财政1万元；地方收入9万元.
    """
    last = some[-1]
    behind = [one for one in levels if one.order > last.order]
    apart = len({one.figure.clause for one in levels}) == len(levels)
    if not (apart and behind) or complements.complete(called(behind)):
        return False
    names = called([*some, behind[0]])
    alone = complements.complete(names[:-1]) and not (
        complements.complete(names) or complements.growing(names)
    )
    return not (alone and added.operands[0].length >= _LONG and evidence.is_by_a_slip(added))


def _make_up(levels: Sequence[Level], whole: Level) -> bool:
    """其中市本级41.02亿元，已分配40.65亿元，未分配0.37亿元: of what stands before them."""
    same = [one for level in levels if (one := level.of(whole.figure.base))]
    return len(same) == len(levels) and formulas.parts_of(whole.figure, same).holds


def _in_one_clause(levels: Sequence[Level]) -> bool:
    return len(levels) > 1 and len({one.figure.clause for one in levels}) == 1


def _ends(parts: Sequence[Level], levels: Sequence[Level]) -> list[int]:
    """Return how many of the parts may be all of them, the most first.

    Behind a semicolon, behind 其他 and where A、B、C ends, the sentence may have gone on to
    something else.
    """
    pairs = zip(parts, levels, strict=False)
    whole = next((i for i, (one, other) in enumerate(pairs) if one is not other), len(levels))
    figures = [one.figure for one in parts]
    whole = min(whole, _rest_ends(figures))

    def ends(n: int) -> bool:
        last, after = figures[n - 1], figures[n] if n < len(figures) else None
        if after is None or n == len(levels):
            return True
        listed = all(one.joined for one in figures[1:n])
        return (
            after.clause != last.clause
            or (listed and not after.joined)
            or complements.is_rest(last.raw)
        )

    return [n for n in range(whole, 1, -1) if ends(n)]


def _rest_ends(figures: Sequence[Figure]) -> int:
    """Return how many parts there are where 其他 ends a list: 其他1.48万亩；采挖6.2万亩."""
    for count in range(_PAIR, len(figures)):
        last, after = figures[count - 1], figures[count]
        if after.clause != last.clause and complements.is_rest(last.raw):
            apart = len({one.clause for one in figures[:count]}) == count
            return len(figures) if apart else count
    return len(figures)
