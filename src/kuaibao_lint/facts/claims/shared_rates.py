"""Rates of several levels together: of what a bracket counts too, of what was shared out."""

from __future__ import annotations

from kuaibao_lint.facts.claims.asking import Ask, distinct
from kuaibao_lint.facts.claims.model import Rate
from kuaibao_lint.light_typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Sequence

    from kuaibao_lint.facts.claims.model import Level


def of_several(ask: Ask, part: Level, here: Sequence[Level]) -> Rate | None:
    """Return what a rate says of several levels together, None where it is of one."""
    if ask.figure.sum_of:
        return _with_more(ask, part, here)
    return _of_all_each(ask, part, here) if part.figure.each else None


def _with_more(ask: Ask, part: Level, here: Sequence[Level]) -> Rate:
    """已办结90件，阶段性办结9件，办结率（含阶段性办结）97.1%: of both."""
    own, figure = part.figure, ask.figure
    told = [c.figure for c in here if c.figure.base == own.base]
    more = [one for one in told if one is not own and one.raw.endswith(figure.sum_of)]
    wholes = [one for one in told if one not in more and one.value.high > own.value.high]
    if not wholes:  # 举报件201件。已办结114件、阶段性办结69件，…
        above = (one for c in ask.anchors if c.group is None and (one := c.of(own.base)))
        wholes = [one for one in above if one.sentence < own.sentence and one.amount > own.amount]
    if len(more) != len(figure.sum_of):
        wholes = []
    return Rate([], [], figure, lists=[([own, *more], [one]) for one in wholes])


def _of_all_each(ask: Ask, part: Level, here: Sequence[Level]) -> Rate | None:
    """筹集92万元，…，分别使用36万元、45万元，支出率88%: of both, in what was told."""
    base = part.figure.base
    told = [c.figure for c in sorted(here, key=lambda c: c.order) if c.figure.base == base]
    run = [one for one in told if one.each and one.clause == part.figure.clause]
    wholes = [one for one in told if not one.each and one.span < run[0].span]
    wholes += [one for c in ask.anchors if (one := c.of(base)) and one.span < run[0].span]
    wholes = [one for one in distinct(wholes) if one.value.high > part.figure.value.low]
    return Rate([], [], ask.figure, lists=[(run, [one]) for one in wholes])
