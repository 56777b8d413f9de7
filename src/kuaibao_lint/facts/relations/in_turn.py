"""One window's growth against several before it: 增速比一季度、上半年分别提高1.9、1.5个百分点."""

from __future__ import annotations

from itertools import takewhile

from kuaibao_lint.facts.relations import movements
from kuaibao_lint.light_typing import TYPE_CHECKING
from kuaibao_lint.patterns import pattern

if TYPE_CHECKING:
    from collections.abc import Sequence

    from kuaibao_lint.facts.claims.figure import Figure
    from kuaibao_lint.facts.relations.sum import Sum

_AGAINST = pattern("[比较](?P<windows>T(?:[、和与及]T)+)")
_FASTER = pattern("(?:提高|加快|上升|回升|提升|高|快)(?:了)?$")
_SLOWER = pattern("(?:回落|放缓|下降|降低|低|慢)(?:了)?$")


def in_turn(body: Sequence[Figure]) -> list[Sum]:
    """一季度增长4.0%，上半年4.4%，全年5.9%，全年增速比一季度、上半年分别提高1.9、1.5个百分点.

    Where each window's growth was told once, in that order, and the last one's is compared.
    """
    found: list[Sum] = []
    for at, first in enumerate(body):
        said = _AGAINST.search(first.raw) if first.kind == "points" and first.each else None
        faster, slower = _FASTER.search(first.raw), _SLOWER.search(first.raw)
        if said is None or not (faster or slower):
            continue
        run = [first, *takewhile(lambda one: one.kind == "points" and one.each, body[at + 1 :])]
        told = [c for c in body[:at] if c.sentence == first.sentence and c.role == "growth"]
        told = [c for c in told if c.kind == "percent" and c.raw[:1] == "T" and c.sign > 0]
        if len(run) != said["windows"].count("T") or len(told) != len(run) + 1:
            continue
        *before, own = told
        for then, points in zip(before, run, strict=True):
            points.sign = 1 if faster else -1
            found.append(movements.step(then, own, points))
    return found
