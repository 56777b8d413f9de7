"""Prove that fixes did what they are about, and nothing else.

The text before and the text after are both parsed. Every part of the first, with the edits that lie
in it carried out, must be found again in the second: as many sections, items, paragraphs,
attributions, recipients and sign-off fields, with these words. Beyond that a safe fix may touch
no number and no name; an unsafe one may touch those that its own edits cover.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections import Counter
from functools import cached_property
from itertools import pairwise

from kuaibao_lint.light_typing import TYPE_CHECKING, NamedTuple
from kuaibao_lint.parsing import parse
from kuaibao_lint.parts import blocks, parts
from kuaibao_lint.patterns import pattern
from kuaibao_lint.prose import mask
from kuaibao_lint.source import Span

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence
    from decimal import Decimal

    from kuaibao_lint.diagnostics import Diagnostic, Edit
    from kuaibao_lint.document import Bulletin
    from kuaibao_lint.parts import Part
    from kuaibao_lint.source import Source

_DIGITS = pattern(r"\d+")
_WORDED = pattern(r"[〇零一二三四五六七八九十百千万亿两几]+")
# Characters of a name that is looked for elsewhere in the text too.
_LONGEST_NAME = 40


class Harm(NamedTuple):
    """What fixes would change beyond their business, in Chinese, and which of them may do it.

    suspects: their places in the list of fixes; one of them at least does it, or all together.
    """

    reason: str
    suspects: tuple[int, ...]


def harm(before: Bulletin, after: Source, applied: Iterable[Diagnostic]) -> list[Harm]:
    """Return what fixes would harm, place by place; nothing where all is well.

    after: the source of `before`, with the edits of `applied` carried out.
    """
    applied = list(applied)
    try:
        after.encode(after.text)
    except UnicodeEncodeError as error:
        strange = after.text[error.start]
        by = [n for n, one in enumerate(applied) if any(strange in e.text for e in one.edits)]
        reason = f"文件的编码 {after.encoding} 中没有“{strange}”字"
        return [Harm(reason, tuple(by or range(len(applied))))]
    trial = _Trial(before, parse(after), applied)
    reason = trial.reason(Span(0, len(before.source.text)), Span(0, len(after.text)))
    if not reason:
        return []
    if len(applied) == 1:
        return [Harm(reason, (0,))]
    by_place = [
        Harm(why, trial.suspects(old))
        for old, new in trial.stretches()
        if (why := trial.reason(old, new))
    ]
    return by_place or [Harm(reason, tuple(range(len(applied))))]


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


class _Side:
    """A bulletin with its parts in order of their places."""

    def __init__(self, bulletin: Bulletin, *, names_only: bool, joined: bool) -> None:
        self.bulletin = bulletin
        self.text = bulletin.source.text
        self.masked = mask(self.text)
        self.parts = sorted(
            (
                part
                for part in parts(bulletin)
                if (part.name or not names_only) and not (joined and part.label == "段落")
            ),
            key=lambda part: part.at,
        )

    def within(self, span: Span) -> list[Part]:
        first, last = (bisect_left(self.parts, at, key=lambda part: part.at) for at in span)
        return self.parts[first : last if span.end < len(self.text) else None]

    @cached_property
    def worded(self) -> list[tuple[int, Decimal]]:
        """The figures that are printed in words, with their places."""
        from kuaibao_lint import facts

        read = facts.read(self.bulletin, self.masked)
        found = (fact for kind in (read.quantities, read.percents) for fact in kind if fact.words)
        return sorted((fact.span.start, fact.value) for fact in found)


class _Trial:
    """A bulletin before and after some fixes, to be compared as a whole or stretch by stretch."""

    def __init__(self, old: Bulletin, new: Bulletin, applied: list[Diagnostic]) -> None:
        owned = sorted(
            ((edit, number) for number, one in enumerate(applied) for edit in one.edits),
            key=lambda pair: pair[0].span,
        )
        self.edits = [edit for edit, _ in owned]
        self.owners = [number for _, number in owned]
        self.free = sorted(e.span for one in applied if not one.fixable for e in one.edits)
        # Where no bulletin is recognised, what lines are taken for is chance, but names are names.
        names_only, joined = not old.recognised, _joins(old, self.free)
        self.old = _Side(old, names_only=names_only, joined=joined)
        self.new = _Side(new, names_only=names_only, joined=joined)
        self.moved: list[Span] = []  # where the edits lie in the new text
        shift = 0
        for edit in self.edits:
            start = edit.span.start + shift
            self.moved.append(Span(start, start + len(edit.text)))
            shift += len(edit.text) - (edit.span.end - edit.span.start)

    def stretches(self) -> Iterator[tuple[Span, Span]]:
        """Yield the stretches of both texts that belong together: each begins with a block."""
        starts = sorted({0, *blocks(self.old.bulletin)})
        places = [*map(self._place, starts), len(self.new.text)]
        ends = [*starts[1:], len(self.old.text)]
        for number, (start, end) in enumerate(zip(starts, ends, strict=True)):
            yield Span(start, end), Span(places[number], places[number + 1])

    def _place(self, at: int) -> int:
        """Return where a place of the old text is in the new one; before what is put in there."""
        last = bisect_left(self.edits, at, key=lambda edit: edit.span.start) - 1
        if last < 0:
            return at
        return self.moved[last].end + max(0, at - self.edits[last].span.end)

    def _among(self, span: Span) -> slice:
        """Return which edits touch a stretch."""
        first = bisect_left(self.edits, span.start, key=lambda edit: edit.span.end)
        return slice(first, bisect_right(self.edits, span.end, key=lambda edit: edit.span.start))

    def suspects(self, span: Span) -> tuple[int, ...]:
        """Return the fixes that touch a stretch; where none does, the nearest."""
        among = self._among(span)
        found = self.owners[among] or self.owners[max(0, among.start - 1) : among.start + 1]
        return tuple(sorted(set(found)))

    def reason(self, old: Span, new: Span) -> str:
        """Return in Chinese what differs in a stretch and should not; "" where nothing does."""
        left, right = self.old.within(old), self.new.within(new)
        return (
            self._changed_parts(left, right)
            or self._lost_name(self._among(old))
            or self._changed_numbers(old, new)
        )

    def _changed_parts(self, left: list[Part], right: list[Part]) -> str:
        if [part.label for part in left] != [part.label for part in right]:
            return _difference(left, right)
        for one, other in zip(left, right, strict=True):
            if one.span is None or (one.name and not _touches(self.free, one.span)):
                wanted: str | None = one.text
            else:
                wanted = carried(one.span, self.old.text, self.edits)
            if wanted is not None and _squeezed(wanted) != _squeezed(other.text):
                return f"会改变{one.label}“{one.text[:20]}”"
        return ""

    @cached_property
    def _names(self) -> dict[int, set[str]]:
        """The names of the old bulletin, by their length."""
        found: dict[int, set[str]] = {}
        for part in self.old.parts:
            name = "".join(part.text.split())
            if part.name and 1 < len(name) <= _LONGEST_NAME:
                found.setdefault(len(name), set()).add(name)
        return found

    def _lost_name(self, among: slice) -> str:
        """Return which name that an edit touches stands less often there than before."""
        if self.free:
            return ""
        for edit, moved in zip(self.edits[among], self.moved[among], strict=True):
            for size, names in self._names.items():
                before = self.old.text[max(0, edit.span.start - size) : edit.span.end + size]
                for at in range(len(before) - size + 1):
                    name = before[at : at + size]
                    if name in names:
                        after = self.new.text[max(0, moved.start - size) : moved.end + size]
                        if before.count(name) > after.count(name):
                            return f"会改变名称“{name[:20]}”"
        return ""

    def _changed_numbers(self, old: Span, new: Span) -> str:
        among = self._among(old)
        edits = self.edits[among]
        if _numbers(self.old.masked, old) != _numbers(self.new.masked, new):
            allowed = [
                (edit.span, moved)
                for edit, moved in zip(edits, self.moved[among], strict=True)
                if _touches(self.free, edit.span) and _has_digits(edit, self.old.masked)
            ]
            here = _numbers(self.old.masked, old, [span for span, _ in allowed])
            there = _numbers(self.new.masked, new, [span for _, span in allowed])
            if not allowed or here != there:
                return "会改变数字"
        if not self.free and any(_rewords(edit, self.old.masked) for edit in edits):
            sides = (
                [value for at, value in side.worded if span.start <= at < span.end]
                for side, span in ((self.old, old), (self.new, new))
            )
            if next(sides) != next(sides):
                return "会改变数字"
        return ""


def _difference(left: list[Part], right: list[Part]) -> str:
    before, after = (Counter(part.label for part in side) for side in (left, right))
    for label in dict.fromkeys(part.label for part in [*left, *right]):
        if before[label] != after[label]:
            return f"{label}会由 {before[label]} 处变为 {after[label]} 处"
    return "会改变各部分的次序"


def _numbers(text: str, span: Span, without: Sequence[Span] = ()) -> list[str]:
    """Return the numbers in a stretch that touch none of the spans (sorted)."""
    return [
        match.group()
        for match in _DIGITS.finditer(text, span.start, span.end)
        if not _touches(without, Span(*match.span()))
    ]


def _has_digits(edit: Edit, text: str) -> bool:
    return bool(_DIGITS.search(edit.span.of(text)) or _DIGITS.search(edit.text))


def _rewords(edit: Edit, text: str) -> bool:
    """Tell whether an edit changes a numeral in words (三, 十二)."""
    return _WORDED.findall(edit.span.of(text)) != _WORDED.findall(edit.text)


def _joins(old: Bulletin, free: list[Span]) -> bool:
    """Tell whether an unsafe fix is about the gap between two paragraphs of an item."""
    return any(
        _touches(free, Span(before.span.end, after.span.start))
        for item in old.items
        for before, after in pairwise(item.paragraphs)
    )


def _touches(spans: Sequence[Span], span: Span) -> bool:
    """Tell whether one of the spans (sorted, apart) overlaps or adjoins another."""
    at = bisect_left(spans, span.start, key=lambda one: one.end)
    return at < len(spans) and spans[at].start <= span.end


def _squeezed(text: str) -> str:
    return "".join(text.split())
