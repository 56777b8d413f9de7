"""Percentages beside those of others, each of which is told in a bracket."""

from __future__ import annotations

from itertools import takewhile

from kuaibao_lint.facts.relations import movements
from kuaibao_lint.light_typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Sequence

    from kuaibao_lint.facts.claims.figure import Figure
    from kuaibao_lint.facts.relations.sum import Sum

_MOST = 4  # others that a percentage is compared with at once
_PAIR = 2


def apart(body: Sequence[Figure]) -> list[Sum]:
    """增长8.4%，比全省（7.7%）和全国（7.0%）分别高0.7、1.4个百分点: so much above each of them."""
    found: list[Sum] = []
    for at, first in enumerate(body):
        if first.kind != "points" or not first.each or first.listed or not first.sign:
            continue
        behind = body[at + 1 : at + _MOST]
        gaps = [first, *takewhile(lambda one: one.kind == "points" and one.listed, behind)]
        start = at - len(gaps)
        others = body[max(0, start) : at]
        if start < 1 or len(gaps) < _PAIR or not all(map(_is_told_apart, others)):
            continue
        own = next((one for one in reversed(body[:start]) if one.kind == "percent"), None)
        if own is not None and own.sentence == first.sentence and own.sign >= 0:
            pairs = zip(others, gaps, strict=True)
            found += [movements.step(other, own, gap) for other, gap in pairs]
    return found


def _is_told_apart(one: Figure) -> bool:
    return one.kind == "percent" and one.enters
