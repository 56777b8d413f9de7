"""So many a day, a month or a year, where the window of time says how many there were."""

from __future__ import annotations

from decimal import Decimal

from kuaibao_lint.facts import numerals, periods
from kuaibao_lint.facts.claims import measures
from kuaibao_lint.facts.model import within
from kuaibao_lint.facts.relations import formulas
from kuaibao_lint.facts.relations.sum import meant
from kuaibao_lint.light_typing import TYPE_CHECKING
from kuaibao_lint.patterns import pattern

if TYPE_CHECKING:
    from collections.abc import Sequence

    from kuaibao_lint.facts.claims.figure import Figure
    from kuaibao_lint.facts.model import Facts, Period
    from kuaibao_lint.facts.relations.sum import Sum
    from kuaibao_lint.source import Span

_DAILY = pattern(
    "^(?P<own>[^，；]{0,14}?)(?:(?P<month>月均|平均每月|每月平均)|日均|平均每[天日]|每[天日]平均)(?P<of>[^，；]{0,10})$"
)
_YEARLY = pattern("^[年月季]均(?P<of>[^，；]{0,10})$")
_FEWEST, _MOST = 28, 366  # days of a window; how long holidays are, the year decides
_SPELT = 3  # days of a window whose first and last day are printed
_ASIDE = 12  # characters from 2024年 to the days of 2024年第28周（7月8日—7月14日）
_SINCE = pattern("以来|起|开始|至今|后|[（(]?截[至止]")
_DAYS = pattern("[日号][^日号]{1,12}[日号]$")
# 五年来, 近三年; “十三五”期间, but no plan of which the years may not have gone yet.
_YEARS = pattern(
    "近?(?P<count>[二两三四五])年(?:[来间]|以来|累计)|(?:前|(?:过去|近)(?=[两三四五]年，))(?P<first>[两三四五])年"
    "|十[一二三]五”?(?:期间|时期)"
)
_ALTOGETHER = pattern("累计|共|总|合计")
# What was done in some years is added up, and not what there is: 新改建公路750公里，年均150公里.
_BUILT = pattern(
    "新(?=[建改增开辟栽植造])|[改扩续]建|建成|改造|完成|实施|投入|治理|争取|引进|培训|发放|整治|造林|绿化|兑现|化解"
)
_NEWLY = pattern("新(?:登记|设|办|开办|增)")
_AGAINST, _LAST = frozenset("较比与同和"), frozenset("上去前")
_COMPARED = frozenset(("growth", "delta", "base", "points", "share", "completion"))
# What is done to all that came: 日均办理, 平均每天新设.
_DONE = frozenset("办理 受理 办件 处理 办结 新设 新增 登记 接待 接听 服务 接件 增加".split())  # noqa: SIM905
_RUNNING = frozenset(("今年", "本年", "当年"))
_DAY = "天"
_HOLIDAYS = pattern(
    "([三四五六七八九十])天(?:小?长假|假期|假日)"
    "|(?:小?长假|假期|假日)(?:共|为期|的)?([三四五六七八九十])天"
)
_WEEKS = pattern("(?<!截至)(?<!到)第[0-9一二三四五六七八九十]{1,3}周(?!以来|累计)")
_WEEK_DAYS = 7
_YEAR, _YEAR_DAYS = 12, 365  # months and days of a year
_NEARLY = 3  # days by which so many months differ
_WORKED = Decimal("0.6"), Decimal("0.8")  # of all days, those that an office is open
_TELLING = 3  # digits of a mean
_SURE = 2  # those of a mean of days
_ALL_DAYS = pattern("^(?:T|[当本全]月)?(?:累计|[总合]?共计?|合计)(?P<of>[^，；]{0,8})$")


def daily(body: Sequence[Figure], text: str, facts: Facts, passage: Span) -> list[Sum]:
    """第一季度，热线接听35640个，日均396个: the level ÷ the days of the window before it.

    1—8月，新登记3264户，月均408户: ÷ its months.
    """
    found: list[Sum] = []
    for at, mean in enumerate(body):
        said = _DAILY.match(mean.raw) if mean.role == "average" else None
        if said is None or mean.length < _SURE:
            continue
        monthly = said["month"] is not None
        if not monthly and _are_told(mean, body[:at], text, passage):
            continue
        whole = _of_all_days(body[at + 1 : at + 2], mean)
        if whole is None and not said["own"]:
            whole = _whole(body[:at], mean, said["of"])
        lengths = days_before(mean, whole, text, facts, passage) if whole else ()
        if whole is not None and not lengths and not monthly:
            lengths = _in_words(text[passage.start : mean.span.start])
        if whole is None or not lengths:
            continue
        if monthly:
            if (number := _in_months(lengths)) > 1:
                found.append(formulas.daily(whole, mean, number, "个月"))
        elif not _of_workdays(whole, mean, lengths[0]):
            readings = [formulas.daily(whole, mean, days) for days in lengths]
            found.append(readings[meant(readings)])
    return found


def _are_told(mean: Figure, before: Sequence[Figure], text: str, passage: Span) -> bool:
    """2024年春运40天, 按197个工作日计算: tell whether it is told how many days there were."""
    if text.find("工作日", *passage) >= 0:
        return True
    return any(one.base == _DAY and one.sentence == mean.sentence for one in before)


def _in_words(words: str) -> tuple[int, ...]:
    """国庆中秋八天假期, 春节假期八天: return how many days the words before a mean tell, if one.

    第28周: or those of a week, if it is the only one.
    """
    if "周" in words and len(_WEEKS.findall(words)) == 1:
        return (_WEEK_DAYS,)
    told = {one or other for one, other in _HOLIDAYS.findall(words)} if "天" in words else set()
    return (numerals.single(told.pop()),) if len(told) == 1 else ()


def _of_all_days(behind: Sequence[Figure], mean: Figure) -> Figure | None:
    """4月份，日均处理污水4.51万吨，当月共处理135.3万吨: return what is told of all days."""
    whole = behind[0] if behind else None
    said = _ALL_DAYS.match(whole.raw) if whole and whole.sentence == mean.sentence else None
    if whole is None or said is None or whole.base != mean.base:
        return None
    return whole if measures.akin(said["of"], mean.raw) else None


def yearly(body: Sequence[Figure], text: str, _facts: Facts, passage: Span) -> list[Sum]:
    """五年来，累计投入37.5亿元，年均7.5亿元: the level ÷ the years of the window before it."""
    found: list[Sum] = []
    for at, mean in enumerate(body):
        said = _YEARLY.match(mean.raw) if mean.role == "average" else None
        if said is None or mean.length < _SURE:
            continue
        if listed := _listed(body[:at], mean):
            found.append(formulas.mean_of(listed, mean))
            continue
        words = text[passage.start : mean.span.start]
        years = _years_before(words) if mean.raw[:1] == "年" else 0
        whole = _whole(body[:at], mean, said["of"])
        telling = mean.length >= _TELLING or (whole is not None and "累计" in whole.raw + words)
        added = whole and (_ALTOGETHER.search(whole.raw) or _BUILT.match(whole.raw))
        if years and telling and whole and (added or "年累计" in words):
            found.append(formulas.yearly(whole, mean, years))
    return found


def _listed(before: Sequence[Figure], mean: Figure) -> list[Figure]:
    """2019年至2023年分别受理11件、17件、25件、26件、37件，年均23.2件: return the list before it."""
    run: list[Figure] = []
    for one in reversed(before):
        if not one.each or one.base != mean.base or one.kind != "amount":
            break
        run.insert(0, one)
        if not one.listed:
            break
    return run if len(run) >= _SPELT and not run[0].listed else []


def _years_before(words: str) -> int:
    """Return the years of the windows that words tell, 0 where they are not of one length."""
    counts = (one["count"] or one["first"] or "五" for one in _YEARS.finditer(words))
    told = {numerals.single(one) for one in counts}
    return told.pop() if len(told) == 1 else 0


def days_before(
    mean: Figure, whole: Figure | None, text: str, facts: Facts, passage: Span
) -> tuple[int, ...]:
    """Return the days of the only window that is told before a mean, as many as it may have.

    Of several, of the one that stands right before what is divided: 上半年新设4189户，日均23.1户.
    """
    told = [one for one in within(facts.periods, passage) if one.span < mean.span]
    if len(told) > 1 and whole is not None:
        told = [
            one for one in told if one.span < whole.span or not _is_compared(text, one.span.start)
        ]
    near = len(told) == 2 and 0 <= told[1].span.start - told[0].span.end <= _ASIDE
    if near and (whole is None or told[1].span < whole.span):
        told = told[1:]  # but of 累计11亿元，占全年的55% the second is no window of its own
    if len(told) > 1 and whole is not None and whole.raw.startswith("T"):
        own = [one for one in told if one.span < whole.span][-1:]
        close = own and whole.span.start - own[0].span.end <= len(whole.raw) + _ASIDE
        told = own if close else told
    if len(told) != 1 or told[0].cutoff:
        return ()
    if _SINCE.match(text, told[0].span.end):
        return ()  # 9月份以来, 9月份（截至25日）: to a day that is not told
    window = told[0].span.of(text)
    if window in _RUNNING:
        return ()  # 今年累计撮合成交17642人次，日均58人次: so far
    days = lengths(told[0], window)
    fewest = _SPELT if _DAYS.search(window) or "周" in window else _FEWEST
    return days if days and fewest <= days[0] <= _MOST else ()


def _is_compared(text: str, start: int) -> bool:
    """受理4042件，较上周的4167件下降3%，日均577件: tell whether a window is another's."""
    return text[start - 1 : start] in _AGAINST or text[start] in _LAST


def lengths(period: Period, window: str) -> tuple[int, ...]:
    """Return how many days a window of these words may have; nothing where that is not known."""
    if period.start and period.end:
        return ((period.end - period.start).days + 1,)
    return periods.lengths(window)


def months(window: Period | None, text: str) -> int:
    """Return how many months a window has, 0 where that is not known."""
    if window is None:
        return 0
    words = window.span.of(text)
    if words in {"当月", "本月", "上月"}:
        return 1
    return _in_months(lengths(window, words))


def _in_months(lasts: Sequence[int]) -> int:
    """Return how many months so many days are, 0 where they are none."""
    counted = {round(days * _YEAR / _YEAR_DAYS) for days in lasts}
    number = counted.pop() if len(counted) == 1 else 0
    near = all(abs(days - number * _YEAR_DAYS / _YEAR) <= _NEARLY for days in lasts)
    return number if near else 0


def _whole(before: Sequence[Figure], mean: Figure, of: str) -> Figure | None:
    """Return what is divided: the level right before a mean, or the only one of its name."""
    same = [
        one
        for one in before
        if one.role == "level" and one.base == mean.base and one.sentence == mean.sentence
    ]
    if not of:
        last = same[-1] if same else None
        # 其中进港1824万件、出港931万件，日均9.06万件: of all of the list
        if last is None or last.joined:
            return None
        between = before[before.index(last) + 1 :]
        return last if all(one.role in _COMPARED for one in between) else None
    if _NEWLY.match(of):  # 新登记4189户，日均新设23.1户
        named = [one for one in same if _NEWLY.search(one.raw)]
    else:
        named = [one for one in same if measures.akin(of, one.raw)]
    if not named and of in _DONE and not any(one.parts or one.joined for one in same):
        named = same  # 受理事项126804件，日均办理464件: the only one of its unit
    return named[0] if len(named) == 1 else None


def _of_workdays(whole: Figure, mean: Figure, days: int) -> bool:
    """Tell whether the mean may be one of the days that an office is open."""
    if not mean.amount:
        return True
    low, high = (share * days for share in _WORKED)
    return low <= whole.amount / mean.amount <= high
