"""The rework sheet (退改单): what one unit has to mend, in the words of the bulletin."""

from __future__ import annotations

from kuaibao_lint.light_typing import TYPE_CHECKING, NamedTuple
from kuaibao_lint.parsing import parse
from kuaibao_lint.reporters.grouping import Entry, groups
from kuaibao_lint.reporters.places import hull, replaced, sentence
from kuaibao_lint.source import Span

if TYPE_CHECKING:
    from kuaibao_lint.document import Bulletin
    from kuaibao_lint.reporters import Run


class Row(NamedTuple):
    """One thing to mend. before, wrong, after: the sentence round the words that are meant.

    proposed: the sentence as it would read, or "" where a person must find the words.
    """

    entry: Entry
    before: str
    wrong: str
    after: str
    proposed: str


class Issue(NamedTuple):
    """The rows of one bulletin. title: 云岭县政务快报 第20期 2025年7月15日, or its path."""

    title: str
    path: str
    rows: tuple[Row, ...]


class Sheet(NamedTuple):
    """What is sent to one unit."""

    unit: str
    issues: tuple[Issue, ...]


def sheets(run: Run) -> list[Sheet]:
    """Return a sheet for each unit that has something to mend, the editor's last."""
    bulletins = {
        file.path: parse(file.source)
        for file in run.files
        if file.source is not None and file.diagnostics
    }
    found = []
    for group in groups(run._replace(group_by="unit"), bulletins):
        by_file: dict[str, list[Row]] = {}
        for entry in group.entries:
            path = entry.file.path
            by_file.setdefault(path, []).append(row(entry, walls(bulletins[path])))
        issues = tuple(
            Issue(title(bulletins[path]), path, tuple(rows)) for path, rows in by_file.items()
        )
        found.append(Sheet(group.title, issues))
    return found


def walls(bulletin: Bulletin) -> list[int]:
    """Return where titles, bodies and attributions meet, which no sentence crosses."""
    found: list[int] = []
    for item in bulletin.items:
        if item.title is not None:
            found += (*item.title.full, *item.title.span)
        if item.attribution is not None:
            found += item.attribution.span
    return found


def row(entry: Entry, edges: list[int]) -> Row:
    """Return the sentence of a finding, taken apart; it crosses none of `edges`."""
    assert entry.file.source is not None
    text, one = entry.file.source.text, entry.one
    around = sentence(one, text, edges)
    wrong = Span(max(one.span.start, around.start), min(one.span.end, around.end))
    if wrong.end < wrong.start:  # blanks at the sentence's edge
        wrong = Span(around.end, around.end)
    proposed = ""
    if one.edits:
        start, end = hull(one.edits)
        whole = Span(min(start, around.start), max(end, around.end))
        # A fix may begin or end in the blanks round the sentence: （财政局） on a line of its own.
        if not (text[whole.start : around.start] + text[around.end : whole.end]).strip():
            proposed = replaced(whole, one.edits, text).strip()
    return Row(
        entry,
        text[around.start : wrong.start],
        wrong.of(text),
        text[wrong.end : around.end],
        proposed,
    )


def title(bulletin: Bulletin) -> str:
    """Return what an issue calls itself: its title, number and date as printed, else its path."""
    masthead = bulletin.masthead
    if masthead is None:
        return bulletin.source.path
    parts = [part.text for part in (masthead.title,) if part is not None]
    printed = (part for part in (masthead.issue, masthead.date) if part is not None)
    parts += ["".join(part.span.of(bulletin.source.text).split()) for part in printed]
    return " ".join(parts) or bulletin.source.path


def bold(words: str) -> list[tuple[str, bool]]:
    """Return words cut at the stars that make some of them bold, and whether each piece is."""
    pieces = words.split("**")
    if len(pieces) % 2 == 0:
        return [(words, False)]
    return [(piece, number % 2 == 1) for number, piece in enumerate(pieces) if piece]
