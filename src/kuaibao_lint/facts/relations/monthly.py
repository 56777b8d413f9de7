"""What each got a month, of what all got over some: 全年发放6492.4万元，人均月养老金247元."""

from __future__ import annotations

from decimal import Decimal

from kuaibao_lint.facts import numerals
from kuaibao_lint.facts.relations.sum import Sum, divide, is_near, said
from kuaibao_lint.intervals import Interval, exactly
from kuaibao_lint.light_typing import TYPE_CHECKING
from kuaibao_lint.patterns import pattern

if TYPE_CHECKING:
    from collections.abc import Sequence

    from kuaibao_lint.facts.claims.figure import Figure
    from kuaibao_lint.facts.model import Facts
    from kuaibao_lint.source import Span

_MONTHLY = pattern("^[^，；]{0,6}(?:月人均|人均每?月|每人每月平均|每人月均)[^，；]{0,8}$")
_GRANTED = pattern("发放|支付|养老金|低保金|补助|补贴|津贴|待遇")
_STANDARD = pattern("标准|最低|提高|增加")
_WINDOWS = pattern("([上下])半年|前([二三])季度|[一二三四]季度|(1?[0-9])月")
_ALL_YEAR = pattern("年")
_HALF, _QUARTER, _YEAR = 6, 3, 12
_FAR = 2  # sentences from those who got it to what each got
_NEARLY = Decimal("0.85"), Decimal("1.18")  # as many as got it in the mean of these months


def monthly(body: Sequence[Figure], text: str, _facts: Facts, passage: Span) -> list[Sum]:
    """低保对象14940人，上半年发放低保金3357.21万元，月人均补差375元: ÷ those who got it, ÷ 6.

    How many they were in each month is seldom told, so that a quotient that is near is let be.
    """
    found: list[Sum] = []
    for at, mean in enumerate(body):
        if mean.role != "average" or mean.base != "元" or not _MONTHLY.match(mean.raw):
            continue
        if _STANDARD.search(mean.raw):
            continue
        before = [c for c in body[:at] if mean.sentence - c.sentence <= _FAR]
        granted = [c for c in before if c.base == "元" and c.clause == mean.clause]
        people = [c for c in before if c.base == "人" and c.value.low == c.value.high]
        if not granted or not people or not _GRANTED.search(granted[-1].raw):
            continue
        whole = granted[-1]
        words = text[passage.start : whole.span.start]
        months = _months_told(words)
        if months == [_YEAR] and _ALL_YEAR.search(words) is None:
            continue  # 累计发放养老金2954.62万元，人均月领取125元: over how many months?
        told = [one.amount * mean.amount * some for one in people for some in months]
        if any(is_near(whole.amount, one, _NEARLY) for one in told):
            continue
        mean.rounded()
        heads = [c for c in people if c.clause == whole.clause] or people
        first = max(heads, key=lambda one: one.amount)
        found.append(_of_all_months(whole, first, mean, months[0]))
    return found


def _months_told(words: str) -> list[int]:
    """Return how many months may have gone by the windows in words, the last told first.

    A year where none is told; 截至9月底 and 1—9月 are nine, and so is 前三季度.
    """
    told = [_YEAR]
    for half, quarters, month in (one.groups() for one in _WINDOWS.finditer(words)):
        if half:
            told.insert(0, _HALF)
        elif quarters:
            told.insert(0, _QUARTER * numerals.single(quarters))
        elif month:
            told.insert(0, int(month))
        else:
            told.insert(0, _QUARTER)
    return [*dict.fromkeys(told)]


def _of_all_months(whole: Figure, people: Figure, mean: Figure, months: int) -> Sum:
    def test(v: Sequence[Interval]) -> bool:
        return v[1].times(v[2]).times(exactly(months)).meets(v[0])

    def working() -> str:
        quotient = divide(whole.amount, people.amount * months * mean.scale, mean)
        shown = f"{said(whole)} ÷ {said(people)} ÷ {months}个月 = {quotient}{mean.unit}"
        return f"{shown}，文中为 {said(mean)}"

    return Sum("average", (whole, people, mean), test, working, 2, sure=False).settle()
