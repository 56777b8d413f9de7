"""Levels, their growth and what they were, each in a list: 受理94件，结案80件，同比上升6%、11%."""

from __future__ import annotations

from itertools import takewhile

from kuaibao_lint.facts.relations import movements
from kuaibao_lint.light_typing import TYPE_CHECKING
from kuaibao_lint.patterns import pattern

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from kuaibao_lint.facts.claims.figure import Figure
    from kuaibao_lint.facts.relations.sum import Sum

_FEWEST = 2
_MOST = 6  # rates of one list
_BACK = 12  # figures before it among which its levels are
_LEVELS = frozenset(("level", "total"))
# 较上一个五年的59183件、49921件分别上升: what the first of the values before stands behind.
_THAN = pattern("(?:分别|依次)?[较比与同][^，；增减升降]{0,12}$")
_THEN = pattern("^(?:[YPT]|上)")


def listed_bases(body: Sequence[Figure], found: Sequence[Sum]) -> list[Sum]:
    """Return the growth of each, where all but one at most are right: so they belong together.

    受理9941件，结案8997件，同比上升6.40%、11.10%（上年受理9343件、结案8098件）;
    …，较上一个五年的59183件、49921件分别上升38.11%、62.64%.
    """
    known = {one.operands[-1].span for one in found if one.holds}
    sums: list[Sum] = []
    for at, run in _runs(body):
        for start, bases in _bases(body, at, run):
            levels = [one for one in body[max(0, start - _BACK) : start] if one.role in _LEVELS]
            levels = [one for one in levels if one.sentence == run[0].sentence][-len(run) :]
            if [one.base for one in levels] != [one.base for one in bases]:
                continue
            rows = zip(levels, bases, run, strict=True)
            told = [movements.growth(*row) for row in rows]
            if sum(one.holds for one in told) >= len(told) - 1:
                sums += [one for one in told if one.operands[-1].span not in known]
    return sums


def _runs(body: Sequence[Figure]) -> Iterator[tuple[int, Sequence[Figure]]]:
    """Yield the lists of rates, each with its place."""
    for at, one in enumerate(body):
        if not _is_rate(one) or one.joined:
            continue
        behind = takewhile(lambda c: c.joined and _is_rate(c), body[at + 1 : at + _MOST])
        run = [one, *behind]
        if len(run) >= _FEWEST:
            yield at, run


def _is_rate(one: Figure) -> bool:
    return one.role == "growth" and one.kind == "percent" and one.sign != 0


def _bases(
    body: Sequence[Figure], at: int, run: Sequence[Figure]
) -> Iterator[tuple[int, Sequence[Figure]]]:
    """Yield as many values as there are rates, right before them or in the bracket behind them.

    Each with the place before which the levels are.
    """
    size = len(run)
    before = body[max(0, at - size) : at]
    if len(before) == size and _are_listed(before) and _THAN.search(before[0].raw):
        yield at - size, before
    behind = body[at + size : at + 2 * size]
    closed = at + 2 * size >= len(body) or body[at + 2 * size].leaves
    closed = closed or body[at + 2 * size].sentence != run[0].sentence
    bracket = len(behind) == size and behind[0].enters and _THEN.match(behind[0].raw)
    if bracket and closed and all(one.kind == "amount" for one in behind):
        yield at, behind


def _are_listed(bases: Sequence[Figure]) -> bool:
    first, *others = bases
    listed = all(one.joined and not one.raw for one in others)
    return first.kind == "amount" and listed and not first.joined
