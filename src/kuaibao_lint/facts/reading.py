"""Text → facts: each match of the facts grammar, split and given its value."""

from __future__ import annotations

from decimal import Decimal
from functools import lru_cache
from itertools import islice

from kuaibao_lint import grammar
from kuaibao_lint.facts import numerals
from kuaibao_lint.facts.flow import flow
from kuaibao_lint.facts.model import DateMention, Facts, Number, Percent, Period, Quantity, Ratio
from kuaibao_lint.facts.periods import date_mention, period
from kuaibao_lint.facts.relations import relate_together
from kuaibao_lint.light_typing import TYPE_CHECKING, NamedTuple
from kuaibao_lint.patterns import pattern
from kuaibao_lint.source import Span

if TYPE_CHECKING:
    import datetime as dt
    import re
    from collections.abc import Iterator, Sequence
    from typing import TypeVar

    from kuaibao_lint.document import Bulletin

    _T = TypeVar("_T")

_N = r"[-－−+＋]?(?:[0-9]{1,3}(?:,[0-9]{3}){1,5}|[0-9０-９]+)(?:[.．][0-9０-９]+)?"
_LEADING = pattern(_N)
_RANGE_END = pattern(
    rf"[ \t\u3000\u00a0]*([%％‰]?|个?百分点)[ \t\u3000\u00a0]*"
    rf"(?:—{{1,2}}|[-–−－~～]|至|到)[ \t\u3000\u00a0]*({_N})"
)
_UNIT = pattern(
    r"[ \t\u3000\u00a0]*([余多来]?)[ \t\u3000\u00a0]*"
    r"((?:[百千]?万亿?|[百千]?亿|千(?![瓦伏米克])|百)?)"
    r"[ \t\u3000\u00a0]*([余多]?)[ \t\u3000\u00a0]*((?s:.*))",
)
_TIME = pattern(r"[0-2]?[0-9][:：][0-5][0-9]")
_WORDS = pattern(r"[一二两三四五六七八九十百千零〇]+")
_PART = pattern(_N)

# In front of a number; the nearest of these words within four characters widens the figure.
_FRONT = pattern(
    r"(超过|突破|接近|将近|不足|不到|不少于|至少|不低于|大约|约为|超|逾|达到?近|"
    r"(?<![签节条合预违公契履协特])约|(?<![附最临])近)[ \t\u3000\u00a0]*(?:达|到|了)?$"
)
_WIDENS = pattern("[约近超逾过破足到至低少]")
_BEHIND = pattern(
    r"[ \t\u3000\u00a0]*(以上|左右|上下|以内|以下|(?:多|余)(?![ \u4e00-\u9fff0-9０-９]))"
)
_LEADS = " \t\u3000\u00a0以左上多余"  # what any of these begins with
# An unknown counter: an ideograph that neither links words nor begins a verb or another fact.
_NO_COUNTER = (
    "的是在和与及或并而但其之于以为由从自至到将被把让使向对按据用有无不未已再又也均各共计总约"
    "近超逾达占比较同增减降升缩扩提涨跌年月日号时分秒余多来个上下前后左右中内外间第一二三四五六七八九十百千万亿"
)
_COUNTER = pattern(rf"[ \t\u3000\u00a0]{{0,2}}(?![{_NO_COUNTER}])([\u4e00-\u9fa5])")
_ONE = Decimal(1)
# What Span(…) and Quantity(…) do, in half the time: a bulletin has forty.
_new = tuple.__new__
# Facts that are read in a text: 20 MB of bulletins, the most there can be, have a third as many.
MOST = 500_000


def read(bulletin: Bulletin, text: str) -> Facts:
    """Return the facts of `text`, which is as long as the bulletin's source and masked."""
    return read_together([(bulletin, text)])[0]


def read_together(texts: Sequence[tuple[Bulletin, str]]) -> list[Facts]:
    """Return the facts of some texts: all are scanned, then the sums of each are done."""
    flows = [flow(bulletin, text) for bulletin, text in texts]
    scanned = [
        scan(one.text, _issued(bulletin))
        for one, (bulletin, _) in zip(flows, texts, strict=True)
    ]
    related = relate_together([
        (one.passages, one.text, facts) for one, facts in zip(flows, scanned, strict=True)
    ])
    return [one.back(facts) for one, facts in zip(flows, related, strict=True)]


def _issued(bulletin: Bulletin) -> dt.date | None:
    masthead = bulletin.masthead
    return masthead.date.value if masthead and masthead.date else None


def scan(text: str, issue: dt.date | None = None) -> Facts:
    """Return the facts of `text` without any relation between them."""
    quantities: list[Quantity] = []
    percents: list[Percent] = []
    periods: list[Period] = []
    dates: list[DateMention] = []
    ratios: list[Ratio] = []
    numbers: list[Number] = []
    for kind, found in islice(_tokens(text), MOST):
        printed, start = found[0], found.start()
        if kind in _QUANTITIES:
            _put(quantities, _QUANTITIES[kind](text, printed, start))
        elif kind in _PERCENTS:
            _put(percents, _PERCENTS[kind](text, printed, start))
        elif kind in _DATED:
            _put(dates, date_mention(printed, start, issue))
            if kind != "DATE":
                periods.append(period(printed, start, issue))
        elif kind == "NUMBER":
            _number(text, printed, start, quantities, numbers)
        elif kind == "RATIO":
            _put(ratios, _ratio(printed, start))
    return Facts(
        tuple(quantities),
        tuple(percents),
        tuple(periods),
        tuple(dates),
        tuple(ratios),
        tuple(numbers),
    )


def _tokens(text: str) -> Iterator[tuple[str | None, re.Match[str]]]:
    """Return the matches that are facts, each with its kind."""
    for found in grammar.scanner("facts").finditer(text):
        # Most are prose, and to compare is faster than to look in a set.
        if (kind := found.lastgroup) != "PROSE" and kind not in _PASSED:
            yield kind, found


def _put(facts: list[_T], fact: _T | None) -> None:
    if fact is not None:
        facts.append(fact)


def _leading(printed: str) -> tuple[Decimal, Decimal, str]:
    """Split off the number: its value, its ulp, and the rest."""
    found = _LEADING.match(printed)
    assert found is not None
    number = found[0]
    value, ulp = numerals.decimal(number)
    return value, ulp, printed[len(number) :]


def _range(rest: str) -> tuple[Decimal | None, str, str]:
    """Split off what makes a number a range: its upper end, the sign before the dash, the rest."""
    through = _RANGE_END.match(rest)
    if through is None:
        return None, "", rest
    upper, _ = numerals.decimal(through[2].lstrip("-－−"))
    return upper, through[1], rest[through.end() :]


class _Unit(NamedTuple):
    """What stands behind a number: 余万元 is a word that widens it, a multiple and a base unit."""

    widens: str
    unit: str
    scale: Decimal
    base: str


@lru_cache(maxsize=1024)  # the same units come again and again
def _unit(rest: str) -> _Unit | None:
    """Return what stands behind a number, None where that is no unit."""
    split = _UNIT.match(rest)
    if split is None:
        return None
    more, multiple, more_too, base = split.groups()
    scale = numerals.MULTIPLES[multiple]
    return _Unit(more or more_too, multiple + base, scale, base)


def _quantity(text: str, printed: str, start: int) -> Quantity | None:
    if printed[0] == "翻":
        return _doubling(printed, start)
    rest = printed.lstrip("0123456789")
    if len(rest) < len(printed) and rest.isalpha():  # 437户, as most are
        value, ulp, upper = Decimal(printed[: -len(rest)]), _ONE, None
    else:
        value, ulp, rest = _leading(printed)
        upper, _, rest = _range(rest)
    unit = _unit(rest)
    if unit is None or value.adjusted() >= numerals.LONGEST:
        return None
    span = _new(Span, (start, start + len(printed)))
    approx = unit.widens or _approx(text, span)
    parts = span, value, ulp, unit.unit, approx, unit.scale, unit.base, upper, False
    return _new(Quantity, parts)


def _doubling(printed: str, start: int) -> Quantity | None:
    """翻一番, 翻两番 (twice, four times as much): the quantity is 1 番, 2 番."""
    count = printed[-2] if printed[-2] in "一两三123" else "一"
    value = Decimal("一两三".find(count) + 1 or int(count))
    return Quantity(Span(start, start + len(printed)), value, _ONE, "番", base="番", words=True)


def _words_quantity(text: str, printed: str, start: int) -> Quantity | None:
    """三十余家; None for 一批, 三三两两 and what else is no figure."""
    found = _WORDS.match(printed)
    number = found[0] if found else ""
    rest = printed[len(number) :]
    # 三千元: the last word of the number may be the multiple; it stays with the number.
    value = numerals.words(number)
    unit = _unit(rest)
    if value is None or value <= 1 or unit is None:
        return None
    span = Span(start, start + len(printed))
    approx = unit.widens or _approx(text, span)
    return Quantity(
        span, Decimal(value), _ONE, unit.unit, approx, unit.scale, unit.base, words=True
    )


def _percent(text: str, printed: str, start: int) -> Percent | None:
    value, ulp, rest = _leading(printed)
    upper, sign, rest = _range(rest)
    span = _new(Span, (start, start + len(printed)))
    if value.adjusted() >= numerals.LONGEST:
        return None
    if rest.endswith("‰"):
        value, ulp = value / 10, ulp / 10
    points = rest.endswith("点")
    bare = upper is not None and not sign
    parts = span, value, ulp, _approx(text, span), points, upper, bare, False
    return _new(Percent, parts)


def _words_percent(_text: str, printed: str, start: int) -> Percent | None:
    span = Span(start, start + len(printed))
    if printed.startswith("百分之"):
        whole, _, places = printed[3:].partition("点")
        value = numerals.words(whole)
        if value is None:
            return None
        ulp = _ONE.scaleb(-len(places))
        return Percent(span, value + numerals.digits(places), ulp, words=True)
    index = printed.index("成")
    tenths = numerals.words(printed[index - 1]) or 0
    half = 5 if "半" in printed else 0
    approx = printed[: index - 1] or printed[index + 1 :].removeprefix("半")
    return Percent(span, Decimal(tenths * 10 + half), Decimal(10), approx, words=True)


def _ratio(printed: str, start: int) -> Ratio | None:
    parts = [numerals.decimal(found[0]) for found in _PART.finditer(printed)]
    if any(value.adjusted() >= numerals.LONGEST for value, _ in parts):
        return None
    ulp = max(ulp for _, ulp in parts)
    if len(parts) == 2 and _TIME.fullmatch(printed):
        return None
    return Ratio(Span(start, start + len(printed)), tuple(value for value, _ in parts), ulp)


def _number(
    text: str, printed: str, start: int, quantities: list[Quantity], numbers: list[Number]
) -> None:
    """Sort a number without a known unit: an ideograph behind it is taken for a counter."""
    value, ulp = numerals.decimal(printed)
    if value.adjusted() >= numerals.LONGEST:
        return
    counter = _COUNTER.match(text, start + len(printed))
    if counter and not numerals.CALLED.fullmatch(printed):
        span = Span(start, counter.end())
        unit = counter[1]
        quantities.append(Quantity(span, value, ulp, unit, _approx(text, span), base=unit))
    else:
        numbers.append(Number(Span(start, start + len(printed)), value))


def _approx(text: str, span: Span) -> str:
    """Return the word that widens the number at `span`, from before or behind it."""
    first = max(0, span.start - 5)
    if _WIDENS.search(text, first, span.start):
        found = _FRONT.search(text[first : span.start])
        if found:
            return found[1]
    if text[span.end : span.end + 1] in _LEADS and (
        found := _BEHIND.match(text, span.end, span.end + 4)
    ):
        return found[1]
    return ""


_QUANTITIES = {"COUNT": _quantity, "QUANTITY": _quantity, "WORDQUANTITY": _words_quantity}
_PERCENTS = {"RATE": _percent, "PERCENT": _percent, "WORDPERCENT": _words_percent}
_DATED = frozenset(("PERIOD", "WINDOW", "DATE"))
_PASSED = frozenset(("PROSE", "OTHER", "MARK", "CLOCK", "PERMANY"))
