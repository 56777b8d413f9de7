"""Sentences that are too long to be read in one breath."""

from __future__ import annotations

from kuaibao_lint.diagnostics import Finding
from kuaibao_lint.light_typing import TYPE_CHECKING
from kuaibao_lint.source import Span

if TYPE_CHECKING:
    from collections.abc import Iterator

    from kuaibao_lint.checks import Check
    from kuaibao_lint.context import Context


# What ends a sentence, besides 。.
_ENDS = "！？…\r\n"


def long_sentence(limit: int = 150) -> Check:
    """Find sentences of more than `limit` characters; a title before one does not count.

    limit: how many characters a sentence may have.
    """

    def check(context: Context) -> Iterator[Finding]:
        text = context.text
        if len(text) <= limit:
            return
        skipped = _skipped(context)
        start = 0
        for sentence in _sentences(text):
            end = start + len(sentence)
            if end - start > limit:
                yield from _long(text, _without(start, end, skipped), limit)
            start = end + 1

    return check


def _sentences(text: str) -> list[str]:
    """Return the sentences without what ends them; a pattern would take four times as long."""
    for mark in _ENDS:
        text = text.replace(mark, "。")
    return text.split("。")


def _skipped(context: Context) -> dict[int, int]:
    """Return where a title or an attribution begins, with where it ends."""
    titles = [item.title.full for item in context.bulletin.items if item.title]
    return {span.start: span.end for span in titles}


def _without(start: int, end: int, skipped: dict[int, int]) -> Span:
    """Return the sentence without a title in front of it."""
    return Span(min(skipped.get(start, start), end), end)


def _long(text: str, span: Span, limit: int) -> Iterator[Finding]:
    sentence = span.of(text)
    # A table row or a distribution list is no sentence.
    if sentence.count("|") > 4 or "，" not in sentence:
        return
    blanks = sentence.count(" ") + sentence.count("\t") + sentence.count("\u3000")
    length = len(sentence) - blanks
    if length > limit:
        begin = span.start + len(sentence) - len(sentence.lstrip())
        yield Finding(Span(begin, span.end), {"length": str(length), "limit": str(limit)})
