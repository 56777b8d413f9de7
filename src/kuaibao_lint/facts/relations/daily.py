"""So many a day, where the window of time says how many days there were."""

from __future__ import annotations

from decimal import Decimal

from kuaibao_lint.facts.claims import measures
from kuaibao_lint.facts.model import within
from kuaibao_lint.facts.relations import formulas
from kuaibao_lint.light_typing import TYPE_CHECKING
from kuaibao_lint.patterns import pattern

if TYPE_CHECKING:
    from collections.abc import Sequence

    from kuaibao_lint.facts.claims.figure import Figure
    from kuaibao_lint.facts.model import Facts
    from kuaibao_lint.facts.relations.sum import Sum
    from kuaibao_lint.source import Span

_DAILY = pattern("^(?:日均|平均每[天日]|每[天日]平均)(?P<of>[^，；]{0,10})$")
_FEWEST, _MOST = 28, 366  # days of a window; how long holidays are, the year decides
_WORKED = Decimal("0.6"), Decimal("0.8")  # of all days, those that an office is open
_TELLING = 3  # digits of a mean


def daily(body: Sequence[Figure], text: str, facts: Facts, passage: Span) -> list[Sum]:
    """第一季度，热线接听35640个，日均396个: the level ÷ the days of the window before it."""
    found: list[Sum] = []
    for at, mean in enumerate(body):
        said = _DAILY.match(mean.raw) if mean.role == "average" else None
        if said is None or mean.length < _TELLING or "工作日" in text[passage.start : passage.end]:
            continue
        days = _days_before(mean, facts, passage)
        whole = _whole(body[:at], mean, said["of"])
        if days and whole and not _of_workdays(whole, mean, days):
            found.append(formulas.daily(whole, mean, days))
    return found


def _days_before(mean: Figure, facts: Facts, passage: Span) -> int:
    """Return the days of the only window that is told before a mean, 0 where that is not known."""
    told = [one for one in within(facts.periods, passage) if one.span < mean.span]
    if len(told) != 1 or told[0].cutoff or told[0].start is None or told[0].end is None:
        return 0
    days = (told[0].end - told[0].start).days + 1
    return days if _FEWEST <= days <= _MOST else 0


def _whole(before: Sequence[Figure], mean: Figure, of: str) -> Figure | None:
    """Return what is divided: the level right before a mean, or the only one of its name."""
    same = [
        one
        for one in before
        if one.role == "level" and one.base == mean.base and one.sentence == mean.sentence
    ]
    if not of:
        last = same[-1] if same else None
        return last if last is not None and before[-1] is last else None
    named = [one for one in same if measures.akin(of, one.raw)]
    return named[0] if len(named) == 1 else None


def _of_workdays(whole: Figure, mean: Figure, days: int) -> bool:
    """Tell whether the mean may be one of the days that an office is open."""
    if not mean.amount:
        return True
    low, high = (share * days for share in _WORKED)
    return low <= whole.amount / mean.amount <= high
