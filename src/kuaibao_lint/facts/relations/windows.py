"""Amounts of windows of time that follow each other: 1—4月…，5月…，1—5月累计…."""

from __future__ import annotations

from itertools import pairwise

from kuaibao_lint.facts import periods
from kuaibao_lint.facts.claims import measures
from kuaibao_lint.facts.model import within
from kuaibao_lint.facts.relations import formulas
from kuaibao_lint.light_typing import TYPE_CHECKING, NamedTuple
from kuaibao_lint.patterns import pattern

if TYPE_CHECKING:
    from collections.abc import Sequence

    from kuaibao_lint.facts.claims.figure import Figure
    from kuaibao_lint.facts.model import Facts
    from kuaibao_lint.facts.relations.sum import Sum
    from kuaibao_lint.source import Span

_FEWEST = 2  # windows that make up another
_MOST = 24  # amounts of one passage that have windows: they bound the work
_NEAR = 32  # characters from a window to its amount
_LATELY = 2  # sentences from the first of the windows to the last
_TELLING = 2  # digits of a whole
_LEVELS = frozenset(("level", "total", "month"))
# What is counted anew later on: the months of these do not make up the year.
_REVISED = pattern(
    "产值|增加值|零售|投资|进出口|利润|营业|产量|用电|均|率|余额|存[量栏款]|在[库册岗]|人口"
)
_SO_FAR = pattern("^T?(?:(?P<count>[两二三四五])年)?(?:累计|[合共总]计|共)")
_NOW = frozenset(("当月", "本月"))
_WORDS = pattern("T|累计|新增|净增|[合共总]计|当月|本月|共|[两二三四五]年|全县|全市|全区")
_CORRECTED = pattern("核[减定]|扣除|剔除|冲[减销]|抵[减扣]|清算|调[整减]|重复|不含|去重")
_NAME = 2  # characters that name a measure
_YEAR = 12  # months


class _Told(NamedTuple):
    """An amount with its window: its first and last month. now: of the month that is being told."""

    figure: Figure
    first: int
    last: int
    now: bool = False


def windows(body: Sequence[Figure], text: str, facts: Facts, passage: Span) -> list[Sum]:
    """一季度12万元，二季度13万元，三季度11万元，前三季度36万元: the last is the sum.

    11月当月3件，前10个月90件，累计93件; 2022年5件，2023年7件，两年共12件.
    """
    if len(within(facts.periods, passage)) < _FEWEST:
        return []
    told = _told(body, text, facts, passage)
    if len(told) < _FEWEST:
        return []
    found: list[Sum] = []
    for one in told:
        others = [c for c in told if c is not one and _alike(one.figure, c.figure)]
        chain = _chain(one.first, one.last, others)
        if len(chain) < _FEWEST or _is_corrected(one.figure, chain, text):
            continue
        if _of_one_measure([one.figure, *chain]):
            found.append(formulas.parts_of(one.figure, chain))
    return found + _so_far(body, text, told)


def _is_corrected(whole: Figure, parts: Sequence[Figure], text: str) -> bool:
    """一季度4995万元，二季度2375万元；经清算核减后，上半年7271万元: it is not the sum of these."""
    last = parts[-1].span.end
    words = text[last : whole.span.start] if last < whole.span.start else whole.raw
    return _CORRECTED.search(words) is not None


def _told(body: Sequence[Figure], text: str, facts: Facts, passage: Span) -> list[_Told]:
    """Return the amounts that have a window of their own, right before their names."""
    spans = [one.span for one in within(facts.periods, passage)]
    found: list[_Told] = []
    at, start = 0, passage.start
    for one in body:
        own = []
        while at < len(spans) and spans[at].start < one.span.start:
            if spans[at].start >= start:
                own.append(spans[at])
            at += 1
        start = one.span.end
        if one.kind != "amount" or one.role not in _LEVELS or not own:
            continue
        if one.span.start - own[-1].end > _NEAR or len(found) == _MOST:
            continue
        said = [months for span in own[-2:] if (months := periods.months(span.of(text)))]
        if said:
            found.append(_Told(one, *said[-1]))
        elif own[-1].of(text) in _NOW:
            found.append(_Told(one, 0, 0, now=True))
    return found


def _alike(one: Figure, other: Figure) -> bool:
    return one.base == other.base and abs(one.sentence - other.sentence) <= _LATELY


def _chain(first: int, last: int, told: Sequence[_Told]) -> list[Figure]:
    """Return amounts whose windows follow each other from one month to another, each once."""
    chain: list[Figure] = []
    while first <= last:
        fits = [c for c in told if c.first == first and c.last <= last and not c.now]
        if len(fits) != 1:
            return []
        chain.append(fits[0].figure)
        first = fits[0].last + 1
    return chain


def _so_far(body: Sequence[Figure], text: str, told: Sequence[_Told]) -> list[Sum]:
    """当月3件，前10个月90件，累计93件: of the windows of the sentence, which follow each other."""
    found: list[Sum] = []
    own = {one.figure.span for one in told}
    for figure in body:
        said = _SO_FAR.match(figure.raw) if figure.role in _LEVELS else None
        if said is None or figure.span in own:
            continue
        before = [c for c in told if c.figure.sentence == figure.sentence]
        before = [c for c in before if c.figure.span < figure.span and c.figure.base == figure.base]
        if len(before) < _FEWEST or not _follow(before, said["count"]):
            continue
        parts = [c.figure for c in before]
        if _of_one_measure([figure, *parts]) and not _is_corrected(figure, parts, text):
            found.append(formulas.parts_of(figure, parts))
    return found


def _follow(told: Sequence[_Told], count: str | None) -> bool:
    """Tell whether windows are all there are: from January on, or as many years as were counted."""
    rest = sorted((c.first, c.last) for c in told if not c.now)
    if not rest or len(told) - len(rest) > 1:
        return False
    if any(after[0] != before[1] + 1 for before, after in pairwise(rest)):
        return False
    if count:
        years = all(last - first == _YEAR - 1 for first, last in rest)
        return years and len(rest) == max("两二三四五".find(count), 1) + 1
    return rest[0][0] % _YEAR == 0


def _of_one_measure(figures: Sequence[Figure]) -> bool:
    """Tell whether amounts are of one measure, as their names say or leave unsaid."""
    whole = figures[0]
    if whole.length < _TELLING or any(_REVISED.search(one.raw) for one in figures):
        return False
    if any(one.per_head or measures.is_mean(one) for one in figures):
        return False
    names = {_WORDS.sub("", one.name) for one in figures} - {""}
    shortest = min(names, key=len, default="")
    same = len(shortest) >= _NAME and all(shortest in name for name in names)
    return not names or (same and len({"非" in name for name in names}) == 1)
