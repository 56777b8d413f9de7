"""Shares whose parts stand in brackets behind them: 支出的67.6%用于住院（21618万元），13.0%…."""

from __future__ import annotations

from itertools import groupby, pairwise

from kuaibao_lint.facts.relations import formulas
from kuaibao_lint.light_typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from kuaibao_lint.facts.claims.figure import Figure
    from kuaibao_lint.facts.relations.sum import Sum

_FAR = 16  # characters from a share to its part
_TELLING = 3  # digits of a share that fits two amounts hardly by chance
_BACK = 12  # figures before the first share among which the whole is
_LATELY = 1  # sentences from the whole to the first share


def bracketed(body: Sequence[Figure]) -> list[Sum]:
    """支出31968万元，67.6%用于住院（21618万元），13.0%用于门诊（4153万元）: each is of the whole.

    The whole is the level that the first share names, or the one of which most of them are shares.
    """
    pairs = [*_pairs(body)]
    found: list[Sum] = []
    for _, run in groupby(pairs, key=lambda pair: pair[0].sentence):
        told = [*run]
        sums = _of_one_whole(told, body)
        right = sum(one.holds for one in sums)
        if right and right >= len(sums) - 1:
            found += sums
    return found


def _pairs(body: Sequence[Figure]) -> Iterator[tuple[Figure, Figure]]:
    """Yield the shares behind which a bracket tells their amount, with that."""
    for percent, part in pairwise(body):
        if (
            percent.kind == "percent"
            and percent.role == "other"
            and percent.length >= _TELLING
            and part.enters
            and part.kind == "amount"
            and part.role == "level"
            and part.sentence == percent.sentence
            and part.span.start - percent.span.end <= _FAR
        ):
            yield percent, part


def _of_one_whole(pairs: Sequence[tuple[Figure, Figure]], body: Sequence[Figure]) -> list[Sum]:
    """Return the shares of the whole that fits most of them; of a single one, of what it names."""
    first, part = pairs[0]
    before = [one for one in body if one.span < first.span and one.base == part.base][-_BACK:]
    before = [one for one in before if first.sentence - one.sentence <= _LATELY]
    named = first.raw.removesuffix("的")
    called = [one for one in before if len(named) > 1 and one.raw.endswith(named)]
    wholes = [one for one in called or before if one.role == "level" and not one.enters]
    readings = [
        [
            formulas.ratio_of("percent-share", amount, whole, percent, sure=False)
            for percent, amount in pairs
        ]
        for whole in reversed(wholes)
    ]
    return max(readings, key=lambda sums: sum(one.holds for one in sums), default=[])
