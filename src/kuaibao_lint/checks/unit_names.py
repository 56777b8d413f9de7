"""A unit called by two names in one item: 县工商局 beside 县市场监管局."""

from __future__ import annotations

from kuaibao_lint.checks.consistency import two
from kuaibao_lint.checks.grams import Pairs, keys
from kuaibao_lint.checks.lexicon import is_han
from kuaibao_lint.light_typing import TYPE_CHECKING, NamedTuple
from kuaibao_lint.source import Span
from kuaibao_lint.units import canonical

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from kuaibao_lint.checks import Check
    from kuaibao_lint.context import Context
    from kuaibao_lint.diagnostics import Finding
    from kuaibao_lint.document import Bulletin
    from kuaibao_lint.vocabulary import Vocabulary

# No item of a bulletin is longer than so many characters.
_STORY = 1200
# How far before a unit 原 may stand and still speak of it.
_LIST = 12
_LEVELS = tuple("省市州县区旗")
# What may stand before 县教体局 where no place is named: 由县教体局, but not 新乡县教体局.
_LEADS = "由和与及在对向从到经是为据以将把请让被于同随联会赴该我全本各至按受等了的"


class _Mention(NamedTuple):
    """level: 县 before 县工商局. place: 岭 in 云岭县工商局, or empty."""

    span: Span
    level: str
    place: str


def two_unit_names(
    renamed: Mapping[str, tuple[str, ...]],
    alike: tuple[str, ...] = (),
    apart: tuple[str, ...] = (),
    unless_in: tuple[str, ...] = (),
) -> Check:
    """Find a unit called by two names in one item, of which a county has but one unit.

    renamed: former name → names of the unit that took over.
    alike: names of which a county uses one, parted by a slash (教育局/教体局).
    apart: what stands right before or behind a name that is no unit (原工商局, 工商局家属院).
    unless_in: words of an item that tells of the change itself.
    """
    wanted = [(old, new, False) for old, news in renamed.items() for new in news]
    for group in alike:
        names = group.split("/")
        wanted += [(one, other, True) for at, one in enumerate(names) for other in names[at + 1 :]]
    by_first: dict[int, list[int]] = {}
    for number, first in enumerate(keys(one[:2] for one, _, _ in wanted)):
        by_first.setdefault(first, []).append(number)
    firsts = Pairs(by_first)

    def check(context: Context) -> Iterator[Finding]:
        text = context.text
        told_of = sorted(number for first in firsts.of(context) for number in by_first[first])
        here = [
            (one, other, strictly)
            for one, other, strictly in map(wanted.__getitem__, told_of)
            if one in text and other in text
        ]
        for span in _stories(context.bulletin) if here else ():
            if any(text.find(word, *span) >= 0 for word in unless_in):
                continue
            told: set[Span] = set()
            for one, other, strictly in here:
                first = _mention(text, one, span, apart)
                second = _mention(text, other, span, apart)
                if first is None or second is None or first.span in told:
                    continue
                if not _listed(one, other, context.vocabulary) and _one_unit(
                    first, second, strictly=strictly
                ):
                    told.add(first.span)
                    yield _in_item(text, span, first.span, second.span)

    return check


def _stories(bulletin: Bulletin) -> Iterator[Span]:
    """Yield the items; a longer text that nobody divided into items, by its paragraphs."""
    for item in bulletin.items:
        if item.span.end - item.span.start <= _STORY:
            yield item.span
        else:
            yield from (paragraph.span for paragraph in item.paragraphs)


def _mention(text: str, name: str, within: Span, apart: tuple[str, ...]) -> _Mention | None:
    """Return the first mention of a unit in a span."""
    at = text.find(name, *within)
    while at >= 0:
        end = at + len(name)
        level = text[at - 1 : at] if text.endswith(_LEVELS, 0, at) else ""
        start = at - len(level)
        if not (
            text.startswith(apart, end) or text.endswith(apart, 0, start) or _is_past(text, start)
        ):
            before = text[start - 1 : start]
            named = level and is_han(before) and before not in _LEADS
            return _Mention(Span(start, end), level, before if named else "")
        at = text.find(name, end, within.end)
    return None


def _is_past(text: str, start: int) -> bool:
    """Tell whether 原 stands before a list of units of which this is one: 原国税局、地税局."""
    lead = text[max(0, start - _LIST) : start]
    return lead.endswith("、") and "原" in lead.rpartition("，")[2].rpartition("。")[2]


def _listed(one: str, other: str, vocabulary: Vocabulary) -> bool:
    """Tell whether the publication itself calls one unit by both names."""
    known = canonical(one, vocabulary)
    return known is not None and known == canonical(other, vocabulary)


def _one_unit(first: _Mention, second: _Mention, *, strictly: bool) -> bool:
    """Tell whether two mentions are of one county's unit, as far as one can see."""
    if strictly:
        return bool(first.level) and first[1:] == second[1:] == (first.level, "")
    return not (
        (first.level and second.level and first.level != second.level)
        or (first.place and second.place and first.place != second.place)
    )


def _in_item(text: str, within: Span, first: Span, second: Span) -> Finding:
    """Return the finding on two names of one unit in an item."""
    names = first.of(text), second.of(text)
    counts = [text.count(name, *within) for name in names]
    return two(names, (first, second), (counts[0], counts[1]))
