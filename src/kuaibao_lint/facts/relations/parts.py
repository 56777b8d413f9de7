"""What must hold between a whole and its parts, once all parts are known."""

from __future__ import annotations

from decimal import Decimal
from itertools import takewhile

from kuaibao_lint.facts.claims import complements, measures
from kuaibao_lint.facts.claims.model import Group
from kuaibao_lint.facts.relations import evidence, formulas
from kuaibao_lint.facts.relations.sum import Sum
from kuaibao_lint.intervals import Interval, exactly
from kuaibao_lint.light_typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Sequence

    from kuaibao_lint.facts.claims.figure import Figure
    from kuaibao_lint.facts.claims.model import Level

# Offices revise last year's samples by so much.
_REVISED = Interval(Decimal("0.997"), Decimal("1.003"))
_PAIR = 2  # parts that may be all
_BACK = 24  # levels before a list, of which one may be its sum
_MOST = 5  # parts that are known by name to be all
_MIXED = 12  # parts whose rates are reckoned back: they bound the work


def parts(group: Group) -> list[Sum]:
    """Return the relations between a whole and the parts that were listed for it."""
    if not group.parts:
        return []
    if len(rows := _rows(group.parts)) > 1:
        return _of_rows(group, rows)
    first = group.parts[0]
    bases = [first.figure.base, *(mate.base for mate in first.mates)]
    if first.figure.base in evidence.CASES:
        bases = bases[:1]
    found = {base: _of_unit(group, base) for base in bases}
    sums = [one for some in found.values() for one in some if one.kind == "parts-total"]
    size = len(group.parts) + 1
    added = any(one.holds and len(one.operands) == size for one in sums)
    if added and len(found) > 1:
        # 437户680人: parts that are all of one unit are all of the other.
        told = [one for base in bases for one in _of_unit(group, base, known=True)]
        return evidence.not_counted_twice(told)
    return [one for some in found.values() for one in some]


def _rows(listed: Sequence[Level]) -> list[list[Level]]:
    """Return the parts of each unit, where units take turns: 甲5人，收入8元；乙3人，收入6元."""
    kinds = len({one.figure.base for one in listed})
    rows = [[*listed[at::kinds]] for at in range(kinds)]
    regular = len(listed) % kinds == 0 and all(
        len({one.figure.base for one in row}) == 1 for row in rows
    )
    return rows if regular and len(listed) >= 2 * kinds else [[*listed]]


def _of_rows(group: Group, rows: Sequence[Sequence[Level]]) -> list[Sum]:
    """Return the sums of each unit; what is all of the parts in one is so in the others."""
    found: list[Sum] = []
    known = False
    if _left_out(group, rows):
        return found
    for row in rows:
        one = Group(group.wholes, view=group.view, guess=group.guess, told=group.told)
        one.parts = [*row]
        sums = _of_unit(one, row[0].figure.base, known=known)
        known = known or any(len(s.operands) == len(row) + 1 for s in sums)
        found += sums
    return evidence.not_counted_twice(found)


def _left_out(group: Group, rows: Sequence[Sequence[Level]]) -> bool:
    """Tell whether one unit's sum is so far from its whole that there are more parts."""
    for row in rows:
        figures = [one.figure for one in row]
        wholes = [one for level in group.wholes if (one := level.of(figures[0].base))]
        sums = [_added(whole, figures) for whole in wholes]
        if sums and not any(one.holds or one.explained() for one in sums):
            return not complements.complete([one.raw for one in figures])
    return False


def _of_unit(group: Group, base: str, *, known: bool = False) -> list[Sum]:
    """Return the relations between those figures of a group that count the same."""
    wholes = [(level, whole) for level in group.wholes if (whole := level.of(base))]
    listed = [(level, part) for level in group.parts if (part := level.of(base))]
    if not (wholes and listed):
        return []
    if any(
        one.carried or measures.is_mean(one) or (one.per_head and measures.of_residents(one.raw))
        for _, one in listed
    ):
        return []  # 城镇居民人均, 农村居民人均; 谷物单位面积产量
    levels, figures = [one for one, _ in listed], [one for _, one in listed]
    found = []
    beside = group.wholes[0].of(base) is not None
    if beside and not (group.view or group.guess or group.aside):
        found = _too_much(max((one for _, one in wholes), key=lambda one: one.value), figures)
    told = [one for _, one in wholes]
    largest = max(told, key=evidence.amount)
    for some, sums in _ranked(group, levels, told, base, known=known):
        place = _meant(sums)
        added = sums[place]
        names = [_called(one) for one in some]
        if not added.holds and _is_of_another(group, added):
            break
        if _are_all(group, some, names, largest, added, known=known):
            found = [added]
            sure = not group.guess or complements.complete(names) or evidence.surely(added)
            if sure and base == group.parts[0].figure.base:
                found += agreeing(wholes[place][0], some, added=added)
            break
        if added.holds:  # these are all, for all that their names do not say so
            first = group.parts[0].figure.base
            if base == first and not group.guess and evidence.all_told(added):
                found += agreeing(wholes[place][0], some, added=added)
            break
    return found


def _ranked(
    group: Group, levels: Sequence[Level], wholes: Sequence[Figure], base: str, *, known: bool
) -> list[tuple[Sequence[Level], list[Sum]]]:
    """Return the lists that may be all parts, with their sums, the likeliest first."""
    figures = [figure for one in levels if (figure := one.of(base))]
    listings = _listings(group.parts, levels)
    listings += [some for some in _filling(levels, figures, wholes) if some not in listings]
    ranked = _by_sums(listings, wholes, base)
    adds_up = bool(ranked) and any(map(_holds, ranked[0][1]))
    inner = None if known or adds_up else _nested(figures)
    if inner is None:
        return ranked
    return _by_sums(_collapsed(listings, levels, inner), wholes, base)


def _is_of_another(group: Group, added: Sum) -> bool:
    """受理2450件。交办2350件，直办100件。分类：求决类1852件、…: what was told is their sum."""
    figures = added.operands[1:]
    total = evidence.parts_amount(added)
    before = group.told[max(0, group.parts[0].order - _BACK) : group.parts[0].order]
    return len(figures) > _PAIR and any(
        one.amount == total for level in before if (one := level.of(figures[0].base))
    )


def _are_all(
    group: Group,
    levels: Sequence[Level],
    names: list[str],
    largest: Figure,
    added: Sum,
    *,
    known: bool,
) -> bool:
    """Tell whether these levels of a group are all its parts, by what it was told with."""
    if not added.holds and _shares_lack(levels):
        return False
    if group.guess:
        return evidence.adds_up(added)
    if known:
        return True
    if group.aside and not any(map(measures.overlapping, names)):
        return True
    return evidence.closed(levels, names, largest, added)


def _shares_lack(levels: Sequence[Level]) -> bool:
    """Tell whether the shares of all parts say that more were not told: 42.3% and 25.2%."""
    shares = [one.share for one in levels if one.share]
    return len(shares) == len(levels) and not formulas.hundred(shares).holds


def _called(level: Level) -> str:
    return level.figure.raw or level.figure.name


def _by_sums(
    listings: Sequence[Sequence[Level]], wholes: Sequence[Figure], base: str
) -> list[tuple[Sequence[Level], list[Sum]]]:
    """Return the lists that may be all parts, with their sums, first those that add up."""
    added = []
    for some in listings:
        figures = [figure for one in some if (figure := one.of(base))]
        added.append((some, [_added(whole, figures) for whole in wholes]))
    return sorted(added, key=lambda one: not any(map(_holds, one[1])))


def _listings(parts: Sequence[Level], levels: Sequence[Level]) -> list[Sequence[Level]]:
    """Return the lists of levels that may be all the parts, the likeliest first.

    They end where the sentence does or may have gone on; or they are those of the levels that are
    parts of no other (住宿业，限上住宿业，餐饮业); or those whose names say so.
    """
    found = [levels[:count] for count in _ends(parts, levels)]
    if len(levels) > _PAIR:
        apart = [one for at, one in enumerate(levels) if not _within(one, levels[:at])]
        if _PAIR <= len(apart) < len(levels):
            found.append(apart)
        found += _complete_among(levels)
    return found


def _filling(
    levels: Sequence[Level], figures: Sequence[Figure], wholes: Sequence[Figure]
) -> list[Sequence[Level]]:
    """补助1987万元，其中一般1530万元，专项457万元，上年结余80万元: the first two are all of it."""
    found: list[Sequence[Level]] = []
    added = exactly(0)
    for count, one in enumerate(figures, 1):
        added = added.plus(one.value)
        if count >= _PAIR and any(added.meets(whole.value) for whole in wholes):
            found.append(levels[:count])
    return found


def _nested(figures: Sequence[Figure]) -> int | None:
    """Return the place of a part that is what follows taken together, None where none is.

    林区热点20个，经核查为农事用火10个、炼山造林7个、其他3个: of the first.
    """
    if len(figures) <= _PAIR:
        return None
    added = exactly(0)
    for at in range(len(figures) - 2, -1, -1):
        added = added.plus(figures[at + 1].value)
        if at < len(figures) - 2 and added.meets(figures[at].value):
            return at
    return None


def _collapsed(
    listings: Sequence[Sequence[Level]], levels: Sequence[Level], at: int
) -> list[Sequence[Level]]:
    """Return the lists in which a part does not stand beside its own parts, which follow it."""
    one, other = levels[at : at + 2]
    apart = [some for some in listings if not (one in some and other in some)]
    return [levels[: at + 1], *apart] if at else apart


def _within(level: Level, others: Sequence[Level]) -> bool:
    name = level.figure.name
    return any(len(c.figure.name) >= _PAIR and name.endswith(c.figure.name) for c in others)


def _complete_among(levels: Sequence[Level]) -> list[Sequence[Level]]:
    """其中女性5104人，35岁及以下1718人，36至54岁7491人，55岁及以上3424人: the ages are all."""
    names = [*map(_called, levels)]
    return [
        levels[start:end]
        for start in range(len(levels) - 1)
        for end in range(start + _PAIR, min(start + _MOST, len(levels)) + 1)
        if end - start < len(levels) and not complements.is_rest(names[end - 1])
        if not (start and "岁" in names[start - 1] and "岁" in names[start])
        if not levels[start].figure.joined
        if not _in_one_clause(levels[end - 1 : end + 1])
        if complements.complete(names[start:end])
    ]


def _in_one_clause(levels: Sequence[Level]) -> bool:
    return len(levels) > 1 and len({one.figure.clause for one in levels}) == 1


def _meant(sums: Sequence[Sum]) -> int:
    """Return the place of the sum that is right, else of one that is a slip from it."""
    if len(sums) == 1:
        return 0
    for fits in (_holds, Sum.explained):
        if (place := next((i for i, one in enumerate(sums) if fits(one)), None)) is not None:
            return place
    return 0


def _holds(one: Sum) -> bool:
    return one.holds


def _ends(parts: Sequence[Level], levels: Sequence[Level]) -> list[int]:
    """Return how many of the parts may be all of them, the most first.

    Behind a semicolon, behind 其他 and where A、B、C ends, the sentence may have gone on to
    something else.
    """
    pairs = zip(parts, levels, strict=False)
    whole = next((i for i, (one, other) in enumerate(pairs) if one is not other), len(levels))
    figures = [one.figure for one in parts]

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


def _added(whole: Figure, figures: Sequence[Figure]) -> Sum:
    return formulas.parts_of(whole, figures)


def _too_much(whole: Figure, figures: Sequence[Figure]) -> list[Sum]:
    """Return the parts that are larger than their whole.

    Behind a comma the sentence may have gone on to something else. That a part is smaller than its
    whole is nothing to tell anyone.
    """
    listed = [figures[0], *takewhile(lambda one: one.joined, figures[1:])]
    return [formulas.no_more(whole, one) for one in listed if one.value.low > whole.value.high]


def agreeing(whole: Level, listed: Sequence[Level], added: Sum) -> list[Sum]:
    """Shares that make 100, growth and completion rates that agree with the whole's.

    added: the sum of the parts; where it is wrong and no slip explains it, a part was left out.
    """
    if len(listed) > _MIXED or not (added.holds or added.explained()):
        return []
    found = []
    shares = evidence.shares_of(listed)
    if len(shares) == len(listed):
        found.append(formulas.hundred(shares))
    claims = (whole, *listed)
    found += _changes(whole, claims)
    done = [(c.figure, c.completion) for c in claims if c.completion]
    if len(done) == len(claims):
        found.append(formulas.mixture("completion-mix", done))
    plans = [c.plan for c in claims if c.plan]
    if len(plans) == len(claims) and len({p.base for p in plans}) == 1:
        found.append(formulas.parts_of(plans[0], plans[1:]))
    return found


def _changes(whole: Level, claims: Sequence[Level]) -> list[Sum]:
    """Return what must hold between the changes of a whole and those of its parts.

    claims: the whole and its parts.
    """
    found: list[Sum] = []
    if any(measures.comparable(c.figure) for c in claims):
        return found
    nominal = all(measures.nominal(c.figure) for c in claims)
    for basis in whole.changes:
        growth = [(c.figure, rate) for c in claims if (rate := c.growth_against(basis))]
        if nominal and len(growth) == len(claims):
            slack = _REVISED if measures.revised(whole.figure) else exactly(1)
            found.append(formulas.mixture("growth-mix", growth, slack))
        moved = [one.delta for c in claims if (one := c.changes.get(basis)) and one.delta]
        if len(moved) == len(claims) and len({one.base for one in moved}) == 1:
            found.append(formulas.changes_of(moved[0], moved[1:]))
    return found
