"""The bulletin as laid out: blocks of parts, for a page that shows it as it is printed."""

from __future__ import annotations

from itertools import pairwise

from kuaibao_lint.light_typing import TYPE_CHECKING, NamedTuple
from kuaibao_lint.patterns import pattern
from kuaibao_lint.prose import layout as laid_out
from kuaibao_lint.reporters.markup import shown
from kuaibao_lint.source import Lines, Span

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from kuaibao_lint.document import Bulletin, Item, Masthead
    from kuaibao_lint.reporters.grouping import Entry

# Marks of Markdown and rules: what lies between the parts and is none of these is text.
_MARKUP = "#*_-=~>` \t\u3000"
_LINE = pattern(r"[^\r\n]+")


class Part(NamedTuple):
    """Words that are shown. role: says how (title, paragraph, attribution …)."""

    span: Span
    role: str


class Block(NamedTuple):
    """Parts that belong together, with the findings that are in or behind them."""

    kind: str
    parts: tuple[Part, ...]
    entries: tuple[Entry, ...] = ()


def blocks(bulletin: Bulletin, entries: Iterable[Entry]) -> list[Block]:
    """Return the blocks of a bulletin in reading order, each with its findings.

    A finding belongs to the last block that begins at it or before it.
    """
    found = _whole(list(_blocks(bulletin)), laid_out(bulletin.source.text))
    if not found:
        found = [Block("stray", (Part(Span(0, len(bulletin.source.text)), "paragraph"),))]
    members: list[list[Entry]] = [[] for _ in found]
    for entry in entries:
        start = entry.one.span.start
        place = 0
        while place + 1 < len(found) and found[place + 1].parts[0].span.start <= start:
            place += 1
        if (
            place + 1 < len(found)
            and start >= found[place].parts[-1].span.end
            and entry.one.span.end > found[place + 1].parts[0].span.start
        ):
            place += 1  # it begins in the marks before a heading or title
        members[place].append(entry)
    return [
        block._replace(entries=tuple(own)) for block, own in zip(found, members, strict=True)
    ]


def _whole(found: list[Block], text: str) -> list[Block]:
    """Return blocks, in reading order, that leave no word out.

    What no part has goes to the part on its line: the numeral and brackets of a heading, a stop
    behind an attribution. Other lines become blocks of their own.
    """
    places = sorted(
        (part.span, at, place)
        for at, block in enumerate(found)
        for place, part in enumerate(block.parts)
    )
    parts = [list(block.parts) for block in found]
    strays: list[Block] = []
    last: tuple[int, int] | None = None
    end = 0
    for span, at, place in [*places, (Span(len(text), len(text)), -1, -1)]:
        for line in _LINE.finditer(text, end, span.start):
            words = _words(line.start(), line.group())
            if words is None:
                continue
            if last is not None and line.start() == end:
                parts[last[0]][last[1]] = _widened(parts[last[0]][last[1]], words)
            elif place >= 0 and line.end() == span.start:
                parts[at][place] = _widened(parts[at][place], words)
            else:
                strays.append(Block("stray", (Part(words, "paragraph"),)))
        if span.end >= end:
            end, last = span.end, (at, place)
    whole = [block._replace(parts=tuple(own)) for block, own in zip(found, parts, strict=True)]
    return sorted(whole + strays, key=lambda block: block.parts[0].span)


def _words(start: int, line: str) -> Span | None:
    """Return what of a line's rest, which begins at `start`, is no markup; None if nothing is."""
    inner = line.strip(_MARKUP)
    if not inner.strip():
        return None
    start += line.index(inner)
    return Span(start, start + len(inner))


def _widened(part: Part, words: Span) -> Part:
    span = Span(min(part.span.start, words.start), max(part.span.end, words.end))
    return part._replace(span=span)


def _blocks(bulletin: Bulletin) -> Iterator[Block]:
    if not bulletin.recognised:
        yield from _plain(bulletin.source.text)
        return
    if bulletin.masthead is not None and (parts := _masthead(bulletin.masthead)):
        yield Block("masthead", parts)
    for section in bulletin.sections:
        if section.heading is not None:
            yield Block("heading", (Part(section.heading.name.span, "heading"),))
        yield from (Block("item", own) for item in section.items if (own := _item(item)))
    if bulletin.circulation is not None:
        entries = tuple(Part(one.span, "entry") for one in bulletin.circulation.entries)
        if entries:
            yield Block("circulation", entries)
    if bulletin.signoff is not None and bulletin.signoff.fields:
        fields = tuple(Part(one.span, "field") for one in bulletin.signoff.fields)
        yield Block("signoff", fields)
    yield from (Block("stray", (Part(one.span, "paragraph"),)) for one in bulletin.strays)


def _plain(text: str) -> Iterator[Block]:
    """Yield the lines of a text that is no bulletin."""
    lines = Lines(text)
    for number in range(1, len(lines.starts) + 1):
        span = lines.span(number)
        if span.of(text).strip():
            yield Block("stray", (Part(span, "paragraph"),))


def _masthead(masthead: Masthead) -> tuple[Part, ...]:
    named = {
        "title": masthead.title, "issue": masthead.issue, "issuer": masthead.issuer,
        "date": masthead.date,
    }  # fmt: skip
    parts = (Part(part.span, f"masthead-{name}") for name, part in named.items() if part)
    return tuple(sorted(parts))


def _item(item: Item) -> tuple[Part, ...]:
    parts = [Part(item.title.span, "title")] if item.title is not None else []
    parts += [Part(one.span, "paragraph") for one in item.paragraphs]
    if item.attribution is not None:
        parts.append(Part(item.attribution.span, "attribution"))
    return tuple(parts)


class Painter:
    """Writes the parts of one block, with its findings marked in them."""

    def __init__(self, text: str, block: Block) -> None:
        self._text = laid_out(text)
        self._block = block
        self._met: set[int] = set()
        visible = [part.span for part in block.parts]
        # Findings on what is not shown (marks of Markdown, blanks between parts): a sign there.
        self._hidden = [
            entry for entry in block.entries
            if not any(entry.one.span.overlaps(span) for span in visible)
        ]  # fmt: skip

    def part(self, number: int) -> str:
        """Return the part with this number as HTML."""
        part = self._block.parts[number]
        last = number + 1 == len(self._block.parts)
        spans = [(entry, entry.one.span) for entry in self._block.entries]
        related = [
            (entry, one.span) for entry in self._block.entries for one in entry.one.related
        ]
        edges = {part.span.start, part.span.end}
        for _, span in (*spans, *related):
            edges |= {edge for edge in span if part.span.start < edge < part.span.end}
        cuts = sorted(edges)
        pieces = [
            self._piece(Span(start, end), spans, related)
            for start, end in pairwise(cuts)
        ]
        after = self._block.parts[number + 1].span.start if not last else len(self._text) + 1
        signs = [one for one in self._hidden if one.number not in self._met]
        pieces += [
            self._mark((one,), "", "sign") for one in signs if one.one.span.start < after
        ]
        return "".join(pieces)

    def _piece(
        self, span: Span, found: list[tuple[Entry, Span]], related: list[tuple[Entry, Span]]
    ) -> str:
        words = shown(span.of(self._text))
        others = [str(entry.number) for entry, other in related if other.overlaps(span)]
        if others:
            words = f'<span class="related" data-related="{" ".join(others)}">{words}</span>'
        over = tuple(entry for entry, other in found if other.overlaps(span))
        return self._mark(over, words) if over else words

    def _mark(self, entries: tuple[Entry, ...], words: str, kind: str = "words") -> str:
        """Return words marked by their findings; the worst gives the colour."""
        worst = max(entries, key=lambda entry: entry.one.severity)
        numbers = " ".join(str(entry.number) for entry in entries)
        new = [entry.number for entry in entries if entry.number not in self._met]
        self._met.update(new)
        signs = "".join(
            f'<sup class="number"><a id="p{number}" href="#f{number}">{number}</a></sup>'
            for number in new
        )
        level = worst.one.severity.label
        opening = f'<mark class="{kind} {level}" data-findings="{numbers}">'
        return f"{opening}{words}{signs}</mark>"
