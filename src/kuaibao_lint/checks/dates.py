"""Days that do not exist, periods that were not yet over, ranges that drop their unit."""

from __future__ import annotations

import re

from kuaibao_lint.diagnostics import Finding, Related
from kuaibao_lint.facts import within
from kuaibao_lint.light_typing import TYPE_CHECKING
from kuaibao_lint.patterns import pattern

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Iterator

    from kuaibao_lint.checks import Check
    from kuaibao_lint.context import Context
    from kuaibao_lint.facts import Period

_SENTENCE = pattern("[。！？；\r\n]")
_WINDOW = 120
_PLAN = pattern(
    "将|拟|力争|计划|确保|预计|预期|目标|争取|前(?:完成|建成|全部|实现)|之前|以前|为期|起(?:施行|实施|执行)|有效期|"
    "要|力求|准备|打算|安排|部署|届时|明年|下一步|到期|截止(?:时间|日期)|报名|申报|征集|开展时间|时间为"
)


def period_after_issue() -> Check:
    """A report on a period that ends after the issue's date.

    Only cut-offs (截至5月20日) and months, quarters and halves of a year that carry a figure are
    looked at, and no sentence that speaks of a plan.
    """

    def check(context: Context) -> Iterator[Finding]:
        masthead = context.bulletin.masthead
        issue = masthead.date if masthead else None
        if issue is None or issue.value is None:
            return
        for item in context.bulletin.items:
            for period in within(context.facts.periods, item.span):
                if period.end is None or period.end <= issue.value:
                    continue
                text = context.text
                if _is_closing(period, issue.value, text):
                    continue
                before = _SENTENCE.split(text[max(0, period.span.start - 60) : period.span.start])
                behind = _SENTENCE.split(text[period.span.end : period.span.end + _WINDOW])[0]
                if _PLAN.search(before[-1] + behind[:40]):
                    continue
                if (period.cutoff and _tells(behind)) or _reports(context, period.span, behind):
                    yield Finding(
                        period.span,
                        {"issue": f"{issue.value:%Y年}{issue.value.month}月{issue.value.day}日"},
                        related=(Related(issue.span, "本期日期"),),
                    )

    return check


def _tells(behind: str) -> bool:
    """Tell whether a cut-off is that of a figure: 征缴期截至12月31日。 is a last day."""
    return not behind.startswith("前") and any(map(str.isdigit, behind))


def _is_closing(period: Period, issue: dt.date, text: str) -> bool:
    """Tell whether a month without a day is the issue's own, which is as good as over.

    A third of a month (截至8月中旬) may be told of from its first day on.
    截至12月底, of an issue of 30 December, too: the text was written for the days to come.
    """
    end = period.end
    exact = any(mark in period.span.of(text) for mark in "日号")
    same = end is not None and (end.year, end.month) == (issue.year, issue.month)
    for third, first in _THIRDS:
        if third in period.span.of(text):
            return same and issue.day >= first
    return same and not exact and issue.day >= _LAST_DAYS


_LAST_DAYS = 25  # of a month, whose figures may then be told
_THIRDS = (("上旬", 1), ("中旬", 11), ("下旬", 21))
_UNTIL = pattern("[到至](?:了|今年|当年)?$")  # 订单排到了10月，产能利用率达到98%
_REPORTED = pattern("[0-9][^，。；]*?月份?$|季度$|半年$|个月$")
_DONE = pattern("完成|实现|达到?|增长|下降|累计|共")


def _reports(context: Context, span: tuple[int, int], behind: str) -> bool:
    """1—6月，…完成…: a window of months that the sentence reports on with a figure."""
    printed = context.text[span[0] : span[1]]
    if _UNTIL.search(context.text, max(span[0] - 4, 0), span[0]):
        return False
    if not _REPORTED.search(printed) or not behind.startswith(("，", ",", "全", "我", "累")):
        return False
    return bool(_DONE.search(behind) and re.search("[0-9]", behind))


def impossible_date() -> Check:
    """2月30日, 13月5日."""

    def check(context: Context) -> Iterator[Finding]:
        masthead = context.bulletin.masthead
        for day in context.facts.dates:
            if masthead and masthead.span.contains(day.span):
                continue  # masthead-date speaks of that one
            known = 1 <= day.month <= 12 and 1 <= day.day <= 31
            # 2月29日 without a year can be a day; with one the calendar decides.
            if day.value is None and (day.year or not known or _never(day.month, day.day)):
                yield Finding(day.span)

    return check


def _never(month: int, day: int) -> bool:
    return day > (29 if month == 2 else 30 if month in {4, 6, 9, 11} else 31)


def range_style() -> Check:
    """4.5-5%: each end of a range of percentages has its sign."""

    def check(context: Context) -> Iterator[Finding]:
        for percent in context.facts.percents:
            if percent.bare and percent.upper is not None:
                sign = "%"
                expected = f"{percent.value}{sign}～{percent.upper}{sign}"
                if not percent.points:
                    yield Finding(percent.span, {"expected": expected})

    return check
