"""Masthead: title, issue number, issuer and date."""

from __future__ import annotations

from kuaibao_lint.diagnostics import Finding
from kuaibao_lint.light_typing import TYPE_CHECKING
from kuaibao_lint.source import Span

if TYPE_CHECKING:
    from collections.abc import Iterator

    from kuaibao_lint.checks import Check
    from kuaibao_lint.context import Context


def not_a_bulletin() -> Check:
    """A file in which no bulletin can be recognised."""

    def check(context: Context) -> Iterator[Finding]:
        if not context.bulletin.recognised:
            text = context.source.text
            if not text.strip():
                yield Finding(Span(0, 0), variant="empty")
                return
            start = len(text) - len(text.lstrip())
            end = min((e for mark in "\r\n" if (e := text.find(mark, start)) >= 0), default=start)
            yield Finding(Span(start, min(max(end, start), start + 30)))

    return check


def masthead_title() -> Check:
    """A bulletin without its nameplate."""

    def check(context: Context) -> Iterator[Finding]:
        masthead = context.bulletin.masthead
        if masthead is None or masthead.title is None:
            yield Finding(_place(context))

    return check


def masthead_issue() -> Check:
    """A masthead without an issue number."""

    def check(context: Context) -> Iterator[Finding]:
        masthead = context.bulletin.masthead
        issue = masthead.issue if masthead else None
        if issue is None:
            yield Finding(_place(context))
        elif not issue.supplement and not (issue.number or issue.total):
            yield Finding(issue.span, variant="zero")

    return check


def masthead_issuer() -> Check:
    """A masthead that does not say who issues the bulletin."""

    def check(context: Context) -> Iterator[Finding]:
        masthead = context.bulletin.masthead
        if masthead is None or masthead.issuer is None:
            yield Finding(_place(context))

    return check


def masthead_date() -> Check:
    """A masthead without a date, or with one that no calendar has."""

    def check(context: Context) -> Iterator[Finding]:
        masthead = context.bulletin.masthead
        date = masthead.date if masthead else None
        if date is None:
            yield Finding(_place(context))
        elif date.value is None:
            yield Finding(date.span, variant="impossible")

    return check


def _place(context: Context) -> Span:
    """Where a missing part is reported: the masthead's last line, or the start of the text."""
    masthead = context.bulletin.masthead
    if masthead is None:
        return Span(0, 0)
    words = masthead.span.of(context.source.text)
    line = max(words.rfind("\n"), words.rfind("\r")) + 1
    return Span(masthead.span.start + line, masthead.span.end)
