"""Windows of time, resolved against the issue's date.

A month without a year belongs to the issue's year. In an issue of January, February or March it
belongs to the year before where it would otherwise lie more than a month after the issue: in
January one reports on 1—12月.
"""

from __future__ import annotations

import datetime as dt
from functools import lru_cache

from kuaibao_lint.facts.model import DateMention, Period
from kuaibao_lint.facts.numerals import words
from kuaibao_lint.light_typing import TYPE_CHECKING
from kuaibao_lint.patterns import pattern
from kuaibao_lint.source import Span

if TYPE_CHECKING:
    import re

_NUM = r"[0-9０-９]{1,2}"
_YEAR = r"(?P<year>[12][0-9]{3}[ ]?年|今年|本年度?|去年|上年|明年|当年)?[ \t\u3000\u00a0]{0,2}"
_DAY = pattern(_YEAR + rf"(?P<month>{_NUM})[ ]?月[ ]?(?P<day>{_NUM})[ ]?[日号]")
_ISO = pattern(r"([12][0-9]{3})[-/.]([0-9]{1,2})[-/.]([0-9]{1,2})")
_TO = r"(?:—{1,2}|[-–−－~～]|至|到)"
_MONTHS = pattern(_YEAR + rf"(?P<first>{_NUM})[ ]?月?份?[ ]?{_TO}[ ]?(?P<last>{_NUM})[ ]?月")
_MONTH = pattern(
    _YEAR + rf"(?P<month>{_NUM}|十[一二]?|[一二三四五六七八九])[ ]?月份?(?P<part>上旬|中旬|初)?"
)
_QUARTER = pattern(
    _YEAR
    + rf"(?P<through>前)?第?(?P<first>[一二三四1-4])(?:{_TO}(?P<last>[一二三四1-4]))?个?[ ]?季"
)
_FRONT = pattern(_YEAR + r"前(?P<count>[0-9]{1,2}|[一二三四五六七八九十]{1,2})个月")
_HALF = pattern(_YEAR + r"(?P<half>[上下])半年")
_LASTDAY = pattern(_TO + r"[ \t\u3000\u00a0]{0,2}(?P<day>" + _NUM + ")[ ]?[日号]$")
_YEARS = pattern(r"(?P<first>[12][0-9]{3})[ ]?年?" + _TO + r"(?P<last>[12][0-9]{3})[ ]?年")
_ONEYEAR = pattern(r"(?P<year>[12][0-9]{3}[ ]?年|今年|本年|去年|上年|明年)(?!同期|以来|至今|初)")
_WEEK = pattern("^(?:本|上|当|该|第[0-9]{1,2})周$")
_WEEK_DAYS = 7
_NOW = ("目前", "当前", "今日", "今天", "现在", "至今", "以来", "迄今")

# What is no window of whole months, or of a year that another text tells.
_NO_MONTHS = (*"日号旬初底末截", "同期", "去年", "上年", "前年", "明年", *_NOW)
_ANY_YEAR = 2023

Days = tuple[dt.date | None, dt.date | None]


def date_mention(text: str, start: int, issue: dt.date | None) -> DateMention | None:
    """Return the first day that is printed in `text`, which begins at offset `start`."""
    if not text[-1].isdigit() and "日" not in text and "号" not in text:
        return None
    if found := _ISO.search(text):
        year, month, day = (int(group) for group in found.groups())
    elif found := _DAY.search(text):
        month, day = int(found["month"]), int(found["day"])
        year = _year(found["year"], month, issue) or 0
    else:
        return None
    span = Span(start + found.start(), start + found.end())
    return DateMention(span, year or None, month, day, _day(year, month, day))


def months_gone(window: str) -> int:
    """Return how many months of the year have gone at the end of a window; 0 where it says not.

    1—5月, 前5个月, 截至5月31日, 上半年; a day before the last of a month or 上年 says nothing.
    """
    if found := _DAY.search(window):
        month, day = int(found["month"]), int(found["day"])
        past = any(word in window for word in ("去年", "上年"))
        ends = _day(2023, month, day) and _day(2023, month, day + 1) is None
        return month if ends and not past else 0
    if any(word in window for word in ("日", "旬", "初", "同期", "去年", "上年", "前年")):
        return 0
    if found := _FRONT.search(window):
        return _number(found["count"])
    if found := _MONTHS.search(window):
        return int(found["last"]) if int(found["first"]) == 1 else 0
    if found := _MONTH.search(window):
        return _number(found["month"])
    if "半年" in window:
        return 6 if "上半年" in window else 0
    if found := _QUARTER.search(window):
        quarter = "一二三四".find(found["last"] or found["first"]) + 1
        return 3 * quarter if quarter == 1 or found["through"] or found["last"] else 0
    return 0


def lengths(window: str) -> tuple[int, ...]:
    """Return how many days a window may have: 9月份, 7月8日—7月14日, 本周; 全年 has 365 or 366."""
    if _WEEK.search(window):
        return (_WEEK_DAYS,)
    found = []
    for year in (2023, 2024):
        first, last = _days(window, dt.date(year, 12, 31))
        if first is None or last is None:
            return ()
        found.append((last - first).days + 1)
    return tuple(dict.fromkeys(found))


def months(window: str) -> tuple[int, int] | None:
    """Return the first and the last month of a window, counted from a January on.

    1—5月: 0, 4; 二季度: 3, 5; 2023年: 24276, 24287. None where it is of no whole months, or of
    another year that is not printed.
    """
    if any(word in window for word in _NO_MONTHS):
        return None
    if window == "全年":
        return 0, 11
    first, last = _days(window, None)
    if first and last:
        return first.year * 12 + first.month - 1, last.year * 12 + last.month - 1
    first, last = _days(window, dt.date(_ANY_YEAR, 12, 31))
    if first and last and first.year == last.year == _ANY_YEAR:
        return first.month - 1, last.month - 1
    return None


def _number(printed: str) -> int:
    return int(printed) if printed.isdigit() else words(printed) or 0


def period(text: str, start: int, issue: dt.date | None) -> Period:
    """Return the window of time that is printed as `text`, at offset `start`."""
    cutoff = text.startswith(("截至", "截止")) or text.endswith("为止")
    first, last = _days(text, issue)
    if cutoff and not text.startswith(("截至", "截止")):
        first, last = None, issue
    return Period(Span(start, start + len(text)), None if cutoff else first, last, cutoff)


@lru_cache(maxsize=256)  # 截至目前 and 1—4月 come again and again
def _days(text: str, issue: dt.date | None) -> Days:
    """Return the first and the last day of the window; None where the text does not say."""
    if _DAY.search(text):
        return _day_range(text, issue)
    for window, resolve in _WINDOWS:
        if found := window.search(text):
            return resolve(found, issue)
    if issue and any(word in text for word in _NOW):
        since = issue.year - 1 if "去年" in text else issue.year
        known = "年" in text
        return (dt.date(since, 1, 1) if known else None), issue
    if issue and text.startswith("全年"):
        year = issue.year - 1 if issue.month <= 3 else issue.year
        return dt.date(year, 1, 1), dt.date(year, 12, 31)
    return None, None


def _day_range(text: str, issue: dt.date | None) -> Days:
    """Return the ends of 5月1日至5日, 5月1日—6月2日 or a single day."""
    days = list(_DAY.finditer(text))
    month, year = int(days[0]["month"]), _year(days[0]["year"], int(days[0]["month"]), issue)
    first = _day(year or 0, month, int(days[0]["day"]))
    if len(days) > 1:
        month = int(days[-1]["month"])
        if days[-1]["year"]:
            year = _year(days[-1]["year"], month, issue)
        return first, _day(year or 0, month, int(days[-1]["day"]))
    if found := _LASTDAY.search(text):
        return first, _day(year or 0, month, int(found["day"]))
    return first, first


def _months(found: re.Match[str], issue: dt.date | None) -> Days:
    return _span_of_months(found["year"], int(found["first"]), int(found["last"]), issue)


def _month(found: re.Match[str], issue: dt.date | None) -> Days:
    printed = found["month"]
    month = int(printed) if printed[0] not in "一二三四五六七八九十" else words(printed) or 0
    first, last = _span_of_months(found["year"], month, month, issue)
    if first and last and found["part"]:
        last = first.replace(day=20 if found["part"] == "中旬" else 10)
    return first, last


def _quarter(found: re.Match[str], issue: dt.date | None) -> Days:
    first = "一二三四".find(found["first"]) + 1 or int(found["first"])
    last = first
    if found["last"]:
        last = "一二三四".find(found["last"]) + 1 or int(found["last"])
    if found["through"]:
        first = 1
    return _span_of_months(found["year"], first * 3 - 2, last * 3, issue)


def _front(found: re.Match[str], issue: dt.date | None) -> Days:
    printed = found["count"]
    count = int(printed) if printed.isdigit() else words(printed) or 0
    return _span_of_months(found["year"], 1, count, issue)


def _half(found: re.Match[str], issue: dt.date | None) -> Days:
    first = 1 if found["half"] == "上" else 7
    return _span_of_months(found["year"], first, first + 5, issue)


def _years(found: re.Match[str], _issue: dt.date | None) -> Days:
    return dt.date(int(found["first"]), 1, 1), dt.date(int(found["last"]), 12, 31)


def _one_year(found: re.Match[str], issue: dt.date | None) -> Days:
    year = _year(found["year"], 12, issue)
    return (dt.date(year, 1, 1), dt.date(year, 12, 31)) if year else (None, None)


# The first that is found speaks: 2024年4月 is a month before it is a year.
_WINDOWS = (
    (_YEARS, _years),
    (_FRONT, _front),
    (_MONTHS, _months),
    (_QUARTER, _quarter),
    (_HALF, _half),
    (_MONTH, _month),
    (_ONEYEAR, _one_year),
)


def _span_of_months(printed: str | None, first: int, last: int, issue: dt.date | None) -> Days:
    year = _year(printed, last, issue)
    if year is None or not 1 <= first <= last <= 12:
        return None, None
    return dt.date(year, first, 1), dt.date(year, last, _last_day(year, last))


def _last_day(year: int, month: int) -> int:
    """Return how many days a month has; `calendar` would import `locale` to tell."""
    if month == 2:
        return 29 if year % 4 == 0 and (year % 100 or year % 400 == 0) else 28
    return 30 if month in {4, 6, 9, 11} else 31


def _year(printed: str | None, month: int, issue: dt.date | None) -> int | None:
    """Return the year of a month that may be printed without one."""
    if printed and printed[0].isdigit():
        return int(printed[:4])
    if issue is None:
        return None
    if printed in {"去年", "上年"}:
        return issue.year - 1
    if printed == "明年":
        return issue.year + 1
    if not printed and issue.month <= 3 and month > issue.month + 1:
        return issue.year - 1
    return issue.year


def _day(year: int, month: int, day: int) -> dt.date | None:
    try:
        return dt.date(year, month, day)
    except ValueError:
        return None
