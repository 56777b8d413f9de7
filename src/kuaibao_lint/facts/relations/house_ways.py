"""What a house does otherwise than others all along: it cuts off, it reckons with another pace."""

from __future__ import annotations

from itertools import combinations

from kuaibao_lint.intervals import Interval, exactly
from kuaibao_lint.light_typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Sequence

    from kuaibao_lint.facts.relations.sum import Sum

_PACE = "进度"
_PACED = 2  # figures of a sum with the pace: a percentage, and how far it is from it
_APPLIED = "适用"
_MOST = 24  # broken sums of an item that are looked at: they bound the work


def without_ways(broken: Sequence[Sum]) -> list[Sum]:
    """Leave out those broken sums of which two that have no figure in common are broken alike.

    减少8起，下降17.77%；…减少9人，下降21.42%: 17.78 and 21.43 were cut off.
    完成54.4%，高于序时进度4.4个百分点；…29.7%，低于序时进度20.3个百分点: of 50%.
    """
    some = broken[:_MOST]
    odd = _apart([one for one in some if _is_cut_off(one)])
    paced = [one for one in some if len(one.operands) == _PACED and _is_paced(one)]
    alike = (pair for pair in combinations(paced, 2) if _one_pace(*pair))
    odd |= {id(one) for pair in alike for one in pair}
    return [one for one in broken if id(one) not in odd]


def _apart(cut: Sequence[Sum]) -> set[int]:
    """Return the sums of which another has no figure, so that no slip in one explains both."""
    spans = [{figure.span for figure in one.operands} for one in cut]
    return {
        id(cut[at])
        for one, other in combinations(range(len(cut)), 2)
        if spans[one].isdisjoint(spans[other])
        for at in (one, other)
    }


def _is_cut_off(one: Sum) -> bool:
    """Tell whether a sum would be right if its percentage had been cut off: 17.77, for 17.778."""
    result = one.operands[one.primary]
    if result.kind != "percent" or result.value.low <= 0:
        return False
    unit = result.value.high - result.value.low
    return one.with_value(result, Interval(result.number, result.number + unit))


def _is_paced(one: Sum) -> bool:
    return one.operands[1].kind == "points" and _PACE in one.operands[1].raw


def _one_pace(one: Sum, other: Sum) -> bool:
    """Tell whether two percentages are so far from the same pace."""
    (first, by), (second, beyond) = one.operands, other.operands
    if first.span == second.span:
        return False
    paces = [
        percent.number - points.sign * points.number
        for percent, points in ((first, by), (second, beyond))
    ]
    unit = by.value.high - by.value.low
    return abs(paces[0] - paces[1]) <= unit


def is_nearly(added: Sum) -> bool:
    """起诉427人，不起诉55人，不诉率11.59%: of 483, for one more was dealt with otherwise.

    审结483人，认罪认罚适用439人，适用率91.08%: and one less, whom it was no question of.
    """
    one = added.operands[_APPLIED in added.operands[-1].raw]
    return any(added.with_value(one, one.value.plus(exactly(few))) for few in (-1, 1))
