"""How many days had good air, of those of a window: 10月份，优良天数27天，优良率87.1%."""

from __future__ import annotations

from decimal import Decimal

from kuaibao_lint.facts.relations import formulas
from kuaibao_lint.facts.relations.daily import days_before
from kuaibao_lint.facts.relations.sum import Sum, divide, said
from kuaibao_lint.intervals import exactly, is_share
from kuaibao_lint.light_typing import TYPE_CHECKING
from kuaibao_lint.patterns import pattern

if TYPE_CHECKING:
    from collections.abc import Sequence

    from kuaibao_lint.facts.claims.figure import Figure
    from kuaibao_lint.facts.model import Facts
    from kuaibao_lint.intervals import Interval
    from kuaibao_lint.source import Span

_GOOD = "优良"
_DAY = "天"
_RATE = pattern("优良(?:天数)?(?:率|比例|比率|占比|达标率)(?:约?为|达到?|是)?$")
_DAYS = pattern("优良|良(?:及|或)?以上|二级(?:（良）)?(?:及|或|和)?(?:以上|好于)|达标")
# Of how many days the air was measured: in a bracket or before, 有效监测31天.
_WATCHED = pattern("有效|监测|总天数|^(?:T|全年)共?$|^共$")
# 县城所在地优良率, 扣除沙尘影响后优良率: of days of its own.
_ELSEWHERE = pattern("[扣剔]除|所在地|城区|城关|县城|[镇乡]|站点?")
# Where those of the other grades are told, how many there were is known otherwise.
_BAD = pattern("[轻中重]度|严重")
# 优112天、良145天, and what comes behind these.
_FIRST = pattern("(?:^|[^，；良])优(?:级|秀|的)?(?:天数)?[为是]?$")
_SECOND = pattern("良(?:级|好|的)?(?:天数)?[为是]?$")
_THEN = frozenset("PY")
_PAIR = 2
_TOLD = frozenset(("level", "total"))
_WORST, _NO_WORSE = pattern("重度|严重"), pattern("[无未没][^，。；]{0,4}重度")
_NEAR = 12  # characters behind a number in which the text says that there was nothing worse
_LEAST = Decimal("0.8")  # of all days: on the others nothing was measured, or sand was blown in


def good_days(body: Sequence[Figure], text: str, facts: Facts, passage: Span) -> list[Sum]:
    """优良天数27天，优良率87.1%（有效监测31天）: of those days, else of all that the window has.

    Where it is not told how many days were measured it may be a few less than there were.
    """
    found = _of_all_grades(body, text)
    for at, rate in enumerate(body):
        if rate.kind != "percent" or _GOOD not in rate.raw or not _RATE.search(rate.raw):
            continue
        if _ELSEWHERE.search(rate.raw) or rate.raw[:1] in _THEN:
            continue  # 优良天数314天，优良率85.8%；上年优良率为85.0%
        days = [one for one in body[:at] if one.base == _DAY and rate.sentence == one.sentence]
        good = [one for one in days if one.role == "level" and _DAYS.search(one.raw)]
        if graded := _graded(days, good):
            found.append(formulas.share_of_all("completion-rate", *graded, rate))
            continue
        if good and good[-1].length >= len("27"):
            behind = [one for one in body[at + 1 : at + 2] if one.enters and one.base == _DAY]
            watched = [one for one in (*days, *behind) if _WATCHED.search(one.raw)]
            bad = any(one.base == _DAY and _BAD.search(one.raw) for one in body)
            if rate.raw[:1] == "T" and rate.clause != good[-1].clause:
                continue  # 优良天数293天，优良率96.7%；10月份优良率96.8%: of that month alone
            if len(watched) == 1:
                found.append(
                    formulas.ratio_of("completion-rate", good[-1], watched[0], rate, sure=False)
                )
            elif not (watched or bad) and (
                lengths := days_before(good[-1], good[-1], text, facts, passage)
            ):
                found.append(_of_window(good[-1], rate, lengths))
    return found


def _of_all_grades(body: Sequence[Figure], text: str) -> list[Sum]:
    """有效监测273天，…，优良天数合计255天；轻度污染16天，中度污染2天，无重度污染: all of the days.

    Only where the worst grade is told, or that there was none.
    """
    days = [one for one in body if one.base == _DAY and one.role in _TOLD]
    bad = [one for one in days if _BAD.search(one.raw)]
    watched = [one for one in days if _WATCHED.search(one.raw) and not _DAYS.search(one.raw)]
    good = [one for one in days if _GOOD in one.raw and one.span < bad[0].span] if bad else []
    if len(watched) != 1 or len(good) != 1 or len(bad) < _PAIR:
        return []
    end = bad[-1].span.end
    worst = _WORST.search(bad[-1].raw) or _NO_WORSE.search(text, end, end + _NEAR)
    apart = bad[-1].sentence - watched[0].sentence
    added = formulas.parts_of(watched[0], [*good, *bad])
    return [added] if worst and not apart and (added.holds or added.explained()) else []


def _graded(
    days: Sequence[Figure], good: Sequence[Figure]
) -> tuple[list[Figure], list[Figure]] | None:
    """优112天、良145天、轻度污染20天，优良率92.8%: return the good days, and all that were told."""
    first = next((at for at, one in enumerate(days) if _FIRST.search(one.raw)), None)
    run = [*days[first:]] if first is not None else []
    bad = [one for one in run[_PAIR:] if _BAD.search(one.raw)]
    if len(run) <= _PAIR or not _SECOND.search(run[1].raw) or len(bad) < len(run) - _PAIR:
        return None
    watched = [one for one in days[:first] if _WATCHED.search(one.raw)]
    if len(watched) > 1 or len(good) > 1:
        return None
    return run[:_PAIR], watched or run


def _of_window(good: Figure, rate: Figure, lengths: Sequence[int]) -> Sum:
    """So many good days ÷ the days of a window, or a few less, = the rate."""
    most = max(lengths)
    possible = [exactly(Decimal(n)) for n in range(int(min(lengths) * _LEAST), most + 1)]

    def test(v: Sequence[Interval]) -> bool:
        return any(is_share(v[0], days, v[1]) for days in possible)

    def working() -> str:
        result = divide(good.amount * 100, Decimal(most), rate)
        return f"{good.digits} ÷ {most}天 = {result}%，文中为 {said(rate)}"

    return Sum("completion-rate", (good, rate), test, working, 1, sure=False).settle()
