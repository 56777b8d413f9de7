"""Sections: order, names, duplicates, emptiness, heading style."""

from __future__ import annotations

from collections import Counter
from operator import itemgetter

from kuaibao_lint.diagnostics import Edit, Finding, Related
from kuaibao_lint.light_typing import TYPE_CHECKING
from kuaibao_lint.nearness import nearest
from kuaibao_lint.source import Span

if TYPE_CHECKING:
    from collections.abc import Iterator

    from kuaibao_lint.checks import Check
    from kuaibao_lint.context import Context
    from kuaibao_lint.document import Heading


def section_order() -> Check:
    """Sections that stand in another order than the publication's."""

    def check(context: Context) -> Iterator[Finding]:
        order = {name: place for place, name in enumerate(context.vocabulary.sections)}
        latest: Heading | None = None
        seen: set[str] = set()
        for heading in _headings(context):
            name = heading.name.text
            if name not in order or name in seen:  # printed twice is another rule's matter
                continue
            seen.add(name)
            if latest is not None and order[name] < order[latest.name.text]:
                yield Finding(
                    heading.name.span,
                    {"name": name, "after": latest.name.text},
                    related=(Related(latest.name.span, f"【{latest.name.text}】在这里"),),
                )
            else:
                latest = heading

    return check


def section_unknown(similarity: float = 0.5) -> Check:
    """Sections that the publication does not have.

    similarity: from 0 to 1, how near a known name must be to be proposed (difflib's ratio).
    """

    def check(context: Context) -> Iterator[Finding]:
        known = context.vocabulary.sections
        if not known:
            return
        for heading in _headings(context):
            name = heading.name.text
            if not name or name in known:
                continue
            near = nearest(name, known, similarity)
            if near:
                edit = Edit(heading.name.span, near)
                yield Finding(heading.name.span, {"near": near}, (edit,), variant="near")
            else:
                yield Finding(heading.name.span, {"known": "、".join(known)})

    return check


def section_duplicate() -> Check:
    """The same section twice."""

    def check(context: Context) -> Iterator[Finding]:
        first: dict[str, Heading] = {}
        for heading in _headings(context):
            name = heading.name.text
            if name and name in first:
                related = (Related(first[name].name.span, "第一次出现在这里"),)
                yield Finding(heading.name.span, {"name": name}, related=related)
            else:
                first[name] = heading

    return check


def section_empty() -> Check:
    """A section heading without a name, or without an item under it."""

    def check(context: Context) -> Iterator[Finding]:
        sections = [one for one in context.bulletin.sections if one.heading is not None]
        ends = [*(one.span.start for one in sections[1:]), -1][: len(sections)]
        for section, end in zip(sections, ends, strict=True):
            assert section.heading is not None
            if not section.heading.name.text:
                yield Finding(section.heading.span, variant="nameless")
            elif not section.items and not _has_other_lines(section.heading, end, context):
                yield Finding(section.heading.name.span, {"name": section.heading.name.text})

    return check


def section_heading_style() -> Check:
    """Section headings that are marked up in more than one way in one issue.

    The commonest style is the issue's own; where two are equally common, the first is. The fix
    gives the others its marks, and is unsure without a clear majority.
    """

    def check(context: Context) -> Iterator[Finding]:
        text = context.source.text
        styled = [(heading, _marks(heading, text)) for heading in _headings(context)]
        bracketed = [(heading, marks) for heading, marks in styled if marks]
        if len({marks for _, marks in bracketed}) < 2:
            return
        counts = Counter(marks for _, marks in bracketed)
        usual, count = max(counts.items(), key=itemgetter(1))
        for heading, marks in bracketed:
            if marks == usual:
                continue
            edits = tuple(
                Edit(span, new)
                for span, old, new in zip(_mark_spans(heading), marks, usual, strict=True)
                if old != new
            )
            shown = usual[0] + heading.name.text + usual[1]
            unsure = count * 2 <= len(bracketed)
            yield Finding(heading.span, {"expected": shown}, edits, unsure=unsure)

    return check


def _has_other_lines(heading: Heading, end: int, context: Context) -> bool:
    """Tell whether lines of another kind (值班人员：…) stand between a heading and the next."""
    signoff = context.bulletin.signoff
    lines = [field.span for field in signoff.fields] if signoff else []
    lines += [stray.span for stray in context.bulletin.strays]
    return any(heading.span.end <= line.start < end for line in lines)


def _headings(context: Context) -> Iterator[Heading]:
    for section in context.bulletin.sections:
        if section.heading is not None:
            yield section.heading


def _mark_spans(heading: Heading) -> tuple[Span, Span]:
    """Return what stands before and behind the heading's name."""
    name, whole = heading.name.span, heading.span
    return Span(whole.start, name.start), Span(name.end, whole.end)


def _marks(heading: Heading, text: str) -> tuple[str, str] | None:
    """Return the marks around the name, or None where they hold a number (一、) or no bracket."""
    if not (heading.bracketed and heading.name.text):
        return None
    name, whole = heading.name.span, heading.span
    return text[whole.start : name.start], text[name.end : whole.end]
