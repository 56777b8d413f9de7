"""What else agrees where parts make up a whole: shares, growth, completion, changes, plans."""

from __future__ import annotations

from decimal import Decimal

from kuaibao_lint.facts.claims import measures
from kuaibao_lint.facts.relations import evidence, formulas
from kuaibao_lint.intervals import Interval, exactly
from kuaibao_lint.light_typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Sequence

    from kuaibao_lint.facts.claims.model import Group, Level
    from kuaibao_lint.facts.relations.sum import Sum

MIXED = 12  # parts whose rates are reckoned back: they bound the work
_PLANS = ("预算", "任务")
_TELLING = 2  # digits of a change that others make up seldom by chance
_MEANT_ALL = 3  # a whole and two of its parts, which may be some: 工业用电, 居民用电
_PAIR = 2  # the changes of a whole and of one part
# Offices revise last year's samples by so much.
_REVISED = Interval(Decimal("0.997"), Decimal("1.003"))


def agreeing(whole: Level, listed: Sequence[Level], added: Sum) -> list[Sum]:
    """Shares that make 100, growth and completion rates that agree with the whole's.

    added: the sum of the parts; where it is wrong and no slip explains it, a part was left out.
    """
    if len(listed) > MIXED or not (added.holds or added.explained()):
        return []
    found = []
    shares = evidence.shares_of(listed)
    if len(shares) == len(listed):
        found.append(formulas.hundred(shares))
    claims = (whole, *listed)
    found += _changes(whole, claims)
    done = [(c.figure, c.completion) for c in claims if c.completion]
    if len(done) == len(claims) and _of_like_plans(claims):
        found.append(formulas.mixture("completion-mix", done))
    plans = [c.plan for c in claims if c.plan]
    if len(plans) == len(claims) and len({p.base for p in plans}) == 1:
        found.append(formulas.parts_of(plans[0], plans[1:]))
    return found


def tells_of_all(group: Group, listed: Sequence[Level], added: Sum) -> bool:
    """Tell whether the changes of a list say that it is all of its whole, but for a slip.

    存量28.9亿方，多4.1亿方。其中大型24.5亿方，多3.6亿方；中型4.4亿方，多0.5亿方: these add up.
    Or what mends the sum mends that of the growth as well: 出口416亿元，增长8%，进口99亿元，下降6%.
    """
    of = added.operands[0]
    whole = next((one for one in group.wholes if one.figure is of), None)
    if whole is None or not whole.changes or len(listed) > MIXED:
        return False
    claims = (whole, *listed)
    return any(_tell_of_all(claims, basis, added) for basis in whole.changes)


def _tell_of_all(claims: Sequence[Level], basis: str, added: Sum) -> bool:
    changes = [change for c in claims if (change := c.changes.get(basis))]
    if len(changes) < len(claims):
        return False
    moved = [one.delta for one in changes if one.delta and one.delta.sign]
    if len(moved) == len(claims) and len({one.base for one in moved}) == 1:
        made = formulas.changes_of(moved[0], moved[1:])
        if made.holds and moved[0].weight >= _TELLING:
            return evidence.is_by_a_slip(added)
    growth = [(one.level, one.growth) for one in changes if one.growth]
    if len(growth) < max(len(claims), _MEANT_ALL + 1):
        return False
    if any(measures.comparable(one) for one, _ in growth):
        return False
    if not all(measures.mixes(one) for one, _ in growth) or not evidence.lacks_no_rest(added):
        return False
    mixed = formulas.mixture("growth-mix", growth)
    return not mixed.holds and any(
        mixed.with_value(figure, value)
        for at, figure in enumerate(added.operands)
        for value in added.mends(at)
    )


def _of_like_plans(claims: Sequence[Level]) -> bool:
    """占年初预算数的56.8%，其中税务占任务数的56.5%: tasks are set apart from the budget."""
    said = [c.completion.raw + (c.plan.raw if c.plan else "") for c in claims if c.completion]
    kinds = [{word for word in _PLANS if word in words} for words in said]
    return not kinds[0] or any(not one or one & kinds[0] for one in kinds[1:])


def _changes(whole: Level, claims: Sequence[Level]) -> list[Sum]:
    """Return what must hold between the changes of a whole and those of its parts.

    claims: the whole and its parts.
    """
    found: list[Sum] = []
    if any(measures.comparable(c.figure) for c in claims):
        return found
    nominal = all(measures.mixes(c.figure) for c in claims)
    for basis in whole.changes:
        growth = [(c.figure, rate) for c in claims if (rate := c.growth_against(basis))]
        if nominal and len(growth) == len(claims):
            slack = _REVISED if measures.revised(whole.figure) else exactly(1)
            found.append(formulas.mixture("growth-mix", growth, slack))
        some = [c for c in claims if not c.figure.unmoved]
        moved = [one.delta for c in some if (one := c.changes.get(basis)) and one.delta]
        if len(moved) == len(some) > _PAIR and len({one.base for one in moved}) == 1:
            found.append(formulas.changes_of(moved[0], moved[1:]))
    return found
