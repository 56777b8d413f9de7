"""Prove that fixes did what they are about, and nothing else.

The text before and the text after are both parsed. Every part of the first, with the edits that lie
in it carried out, must be found again in the second: as many sections, items, paragraphs,
attributions, recipients and sign-off fields, with these words. Beyond that a safe fix may touch
no number and no name; an unsafe one may touch those that its own edits cover.
"""

from __future__ import annotations

from bisect import bisect_left

from kuaibao_lint.light_typing import TYPE_CHECKING, NamedTuple
from kuaibao_lint.parsing import parse
from kuaibao_lint.patterns import pattern
from kuaibao_lint.prose import mask
from kuaibao_lint.source import Span

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator
    from decimal import Decimal

    from kuaibao_lint.diagnostics import Diagnostic, Edit
    from kuaibao_lint.document import Bulletin, Item, Masthead, Text
    from kuaibao_lint.facts import Facts
    from kuaibao_lint.source import Source

_DIGITS = pattern(r"\d+")
_WORDED = pattern(r"[〇零一二三四五六七八九十百千万亿两几]+")


class Part(NamedTuple):
    """One part of a document that has words. span: None for a part that is not there.

    label: what it is called in messages; name: whether its words are a name.
    """

    label: str
    text: str
    span: Span | None = None
    name: bool = False


def harm(before: Source, after: Source, applied: Iterable[Diagnostic]) -> str:
    """Return in Chinese what the fixes would change beyond their business; "" where nothing.

    after: `before` with the edits of `applied` carried out.
    """
    applied = list(applied)
    try:
        after.encode(after.text)
    except UnicodeEncodeError as error:
        return f"文件的编码 {before.encoding} 中没有“{after.text[error.start]}”字"
    edits = sorted((edit for one in applied for edit in one.edits), key=lambda edit: edit.span)
    free = sorted(
        edit.span for one in applied if not one.fixable for edit in one.edits
    )
    old, new = parse(before), parse(after)
    return _changed_parts(old, new, edits, free) or _changed_numbers(old, new, edits, free)


def carried(part: Span, text: str, edits: list[Edit]) -> str | None:
    """Return the words of a part after the edits in it; None where an edit reaches over its end.

    What is put in at the very edge belongs to what lies outside. edits: sorted, not overlapping.
    """
    pieces: list[str] = []
    position = part.start
    first = bisect_left(edits, part.start, key=lambda edit: edit.span.end)
    for edit in edits[first:]:
        start, end = edit.span
        if start >= part.end:
            break
        if end <= part.start:
            continue
        if start < part.start or end > part.end:
            return None
        pieces += (text[position:start], edit.text)
        position = end
    pieces.append(text[position : part.end])
    return "".join(pieces)


def _changed_parts(
    old: Bulletin, new: Bulletin, edits: list[Edit], free: list[Span]
) -> str:
    left, right = list(_parts(old)), list(_parts(new))
    if not old.recognised:  # what its lines are taken for is chance, but names are names
        left, right = ([part for part in side if part.name] for side in (left, right))
    if _joins(old, free):
        left, right = ([p for p in side if p.label != "段落"] for side in (left, right))
    if [part.label for part in left] != [part.label for part in right]:
        return _difference(left, right)
    for one, other in zip(left, right, strict=True):
        if one.span is None or (one.name and not _touches(free, one.span)):
            wanted: str | None = one.text
        else:
            wanted = carried(one.span, old.source.text, edits)
        if wanted is not None and _squeezed(wanted) != _squeezed(other.text):
            return f"会改变{one.label}“{one.text[:20]}”"
    return _lost_name(left, old, new, free)


def _difference(left: list[Part], right: list[Part]) -> str:
    for label in dict.fromkeys(part.label for part in [*left, *right]):
        count = sum(part.label == label for part in left)
        after = sum(part.label == label for part in right)
        if count != after:
            return f"{label}会由 {count} 处变为 {after} 处"
    return "会改变各部分的次序"


def _lost_name(parts: list[Part], old: Bulletin, new: Bulletin, free: list[Span]) -> str:
    """Return which name stands less often in the text than before, though no fix is about it."""
    for name in {"".join(part.text.split()) for part in parts if part.name}:
        count = old.source.text.count(name)
        if count > new.source.text.count(name) and not free and len(name) > 1:
            return f"会改变名称“{name[:20]}”"
    return ""


def _changed_numbers(
    old: Bulletin, new: Bulletin, edits: list[Edit], free: list[Span]
) -> str:
    before, after = mask(old.source.text), mask(new.source.text)
    if _DIGITS.findall(before) != _DIGITS.findall(after):
        allowed = [e for e in edits if _touches(free, e.span) and _has_digits(e, before)]
        if not allowed or not _same_elsewhere(before, after, edits, allowed):
            return "会改变数字"
    if not free and any(_rewords(edit, before) for edit in edits):
        from kuaibao_lint import facts

        if _worded(facts.read(old, before)) != _worded(facts.read(new, after)):
            return "会改变数字"
    return ""


def _worded(read: Facts) -> list[Decimal]:
    """Return the figures that are printed in words."""
    return [
        *(fact.value for fact in read.quantities if fact.words),
        *(fact.value for fact in read.percents if fact.words),
    ]


def _has_digits(edit: Edit, text: str) -> bool:
    return bool(_DIGITS.search(edit.span.of(text)) or _DIGITS.search(edit.text))


def _rewords(edit: Edit, text: str) -> bool:
    """Tell whether an edit changes a numeral in words (三, 十二)."""
    return _WORDED.findall(edit.span.of(text)) != _WORDED.findall(edit.text)


def _same_elsewhere(before: str, after: str, edits: list[Edit], allowed: list[Edit]) -> bool:
    """Tell whether the numbers that no allowed edit touches are the same in both texts."""
    here, there = [], []
    shift = 0
    for edit in edits:
        if edit in allowed:
            here.append((edit.span.start, edit.span.end))
            start = edit.span.start + shift
            there.append((start, start + len(edit.text)))
        shift += len(edit.text) - (edit.span.end - edit.span.start)
    return _numbers_outside(before, here) == _numbers_outside(after, there)


def _numbers_outside(text: str, places: list[tuple[int, int]]) -> list[str]:
    """Return the numbers of a text that touch none of the places (sorted)."""
    kept = []
    for match in _DIGITS.finditer(text):
        at = bisect_left(places, match.start(), key=lambda place: place[1])
        if at == len(places) or places[at][0] > match.end():
            kept.append(match.group())
    return kept


def _joins(old: Bulletin, free: list[Span]) -> bool:
    """Tell whether an unsafe fix is about the gap between two paragraphs of an item."""
    return any(
        _touches(free, Span(before.span.end, after.span.start))
        for item in old.items
        for before, after in zip(item.paragraphs, item.paragraphs[1:], strict=False)
    )


def _touches(spans: list[Span], span: Span) -> bool:
    """Tell whether one of the spans (sorted, apart) overlaps or adjoins another."""
    at = bisect_left(spans, span.start, key=lambda one: one.end)
    return at < len(spans) and spans[at].start <= span.end


def _squeezed(text: str) -> str:
    return "".join(text.split())


# ---- the parts of a document, in reading order


def _parts(bulletin: Bulletin) -> Iterator[Part]:
    if bulletin.masthead is not None:
        yield from _masthead(bulletin.masthead)
    for section in bulletin.sections:
        yield Part("栏目", "")
        if section.heading:
            yield from _text("栏目名称", section.heading.name, name=True)
        for item in section.items:
            yield from _item(item)
    for entry in bulletin.circulation.entries if bulletin.circulation else ():
        yield from _text("报送范围", entry.label)
        for recipient in entry.recipients:
            yield from _text("报送对象", recipient)
    for field in bulletin.signoff.fields if bulletin.signoff else ():
        yield from _text("签署", field.role, name=True)
        yield from _text("签署人", field.person, name=True)
    for stray in bulletin.strays:
        yield from _text("其他文字", stray)


def _masthead(masthead: Masthead) -> Iterator[Part]:
    issue, date = masthead.issue, masthead.date
    yield from _text("刊名", masthead.title, name=True)
    yield from _text("编发单位", masthead.issuer, name=True)
    if issue:
        yield Part("期号", f"{issue.year} {issue.number} {issue.total} {issue.supplement}")
    if date:
        yield Part("日期", str(date.value))


def _item(item: Item) -> Iterator[Part]:
    yield Part("条目", "")
    if item.title:
        yield Part("标题", item.title.text, item.title.span)
    for paragraph in item.paragraphs:
        yield from _text("段落", paragraph)
    if item.attribution:
        yield Part("署名", "")
        for unit in item.attribution.units:
            yield from _text("报送单位", unit, name=True)


def _text(label: str, text: Text | None, *, name: bool = False) -> Iterator[Part]:
    if text is not None:
        yield Part(label, text.text, text.span, name)
