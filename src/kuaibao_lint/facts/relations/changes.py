"""The relations of claims that something changed, or differs: see `table`."""

from __future__ import annotations

from kuaibao_lint.facts.claims import measures
from kuaibao_lint.facts.relations import movements
from kuaibao_lint.facts.relations.sum import Sum, likeliest
from kuaibao_lint.light_typing import TYPE_CHECKING

if TYPE_CHECKING:
    from kuaibao_lint.facts.claims import model
    from kuaibao_lint.facts.claims.figure import Figure


def change(claim: model.Change) -> list[Sum]:
    """Level, amount, rate and the value before: each two give the third."""
    found = _changed(claim, claim.level)
    if claim.other and not all(one.holds for one in found):
        of_other = _changed(claim, claim.other)
        if all(one.holds for one in of_other) or not any(map(Sum.explained, found)):
            return of_other
    return found


def _changed(change: model.Change, level: Figure) -> list[Sum]:
    base, delta, growth = change.base, change.delta, change.growth
    if growth and growth.carried:
        growth = None  # 增长5.6%（同企业口径）
    found = []
    if base and growth and not measures.added_value(level):
        found.append(movements.growth(level, base, growth))
    if base and delta:
        found.append(movements.difference(level, base, delta))
    if base and change.times:
        found.append(movements.multiple(level, base, change.times))
    if delta and growth and delta.sign == growth.sign:
        one = movements.change(level, delta, growth)
        # 生产总值427.1亿元，净增98.3亿元，增长9.9%: at constant prices, which the amount is not
        if one.holds or not measures.added_value(level):
            found.append(one)
    return found


def times(claim: model.Times) -> list[Sum]:
    """是上年的1.5倍."""
    return [movements.multiple(claim.level, claim.base, claim.times)]


def times_before(claim: model.TimesBefore) -> list[Sum]:
    """增长8.2%，是上年的1.08倍: of what was before, whose value is not told."""
    return [movements.multiple_before(claim.grown, claim.times)]


def step(claim: model.Step) -> list[Sum]:
    """比上年（2.1%）回落1.1个百分点: of the last percentage, if no other one that was told fits.

    下降3.2%，降幅收窄1.9个百分点 reckons with 3.2, 下降2.1%，增速回落3.6个百分点 with −2.1.
    """
    if claim.before.role == "from" and claim.before.sign and claim.afters[0].sign:
        return [movements.step(claim.before, claim.afters[0], claim.points, turned_to=True)]
    readings = [
        [
            movements.step(claim.before, after, claim.points, falls=falls)
            for falls in ((False, True) if after.role == "growth" and after.sign < 0 else (False,))
        ]
        for after in claim.afters
    ]
    for one in (one for some in readings for one in some):
        if one.holds:
            return [one]
    return likeliest(readings[0])


def apart(claim: model.Apart) -> list[Sum]:
    """分别为45.2%、40.1%，相差5.1个百分点."""
    return [movements.apart(*claim.percents, claim.points)]


def moved(claim: model.Moved) -> list[Sum]:
    """占比35.2%，提高1.2个百分点: what it was before, by the values before."""
    return [movements.moved(claim.part, claim.whole, claim.quotient, claim.by)]


def index(claim: model.Index) -> list[Sum]:
    """上涨1.5%，指数为101.5."""
    return [movements.index(claim.growth, claim.level)]


def pace(claim: model.Pace) -> list[Sum]:
    """1—5月，…，完成36.7%，落后序时进度5.0个百分点: of the window before, if no other one fits."""
    readings = [
        movements.pace(percent, claim.points, months)
        for percent in claim.percents
        for months in claim.points.months
    ]
    return [next((one for one in readings if one.holds), readings[0])]
