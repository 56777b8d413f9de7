"""Blanks: at the end of lines, and between figures and Chinese."""

from __future__ import annotations

from functools import cache

from kuaibao_lint.checks.grams import Pairs, keys
from kuaibao_lint.checks.lexicon import is_han
from kuaibao_lint.diagnostics import Edit, Finding
from kuaibao_lint.light_typing import TYPE_CHECKING
from kuaibao_lint.patterns import pattern
from kuaibao_lint.source import Span

if TYPE_CHECKING:
    import re
    from collections.abc import Iterator

    from kuaibao_lint.checks import Check
    from kuaibao_lint.context import Context

_BLANKS = (" ", "\t", "\u3000")
_ENDS = Pairs(keys(blank + newline for blank in _BLANKS for newline in "\r\n"))


@cache
def _trailing() -> re.Pattern[str]:
    # The lookbehind lets a run of blanks be tried once only: linear on a line of blanks.
    return pattern(r"(?<![ \t\u3000])[ \t\u3000]++(?=[\r\n]|\Z)")


def trailing_space() -> Check:
    """Find blanks at the end of a line; Markdown's two blanks for a line break are let be."""

    def check(context: Context) -> Iterator[Finding]:
        text = context.text
        if not text.endswith(_BLANKS) and not _ENDS.of(context):
            return
        markdown = context.source.is_markdown
        for match in _trailing().finditer(text):
            span = Span(*match.span())
            if markdown and match.group() == "  " and _breaks_line(text, span):
                continue
            yield Finding(span, {"count": str(len(match.group()))}, (Edit(span, ""),))

    return check


def _breaks_line(text: str, span: Span) -> bool:
    """Tell whether words stand before the blanks and on the next line."""
    if text[span.start - 1 : span.start] in ("", "\n", "\r"):
        return False
    after = span.end + (2 if text.startswith("\r\n", span.end) else 1)
    return text[after : after + 1] not in ("", "\n", "\r")


_MARKS = 12  # characters before the number of a list


@cache
def _figures() -> re.Pattern[str]:
    """A figure; group 1 is the blank, or nothing, before the Chinese character behind it."""
    return pattern(r"[0-9][0-9.]*+%?+(?:(?=( ?)[\u4e00-\u9fff])|)")


def digit_spacing(minimum: int = 1) -> Check:
    """Find “47 个” beside “19份”: one finding for a document, at the first of the rarer form.

    minimum: how often the rarer form must stand before the document counts as mixed.
    """

    def check(context: Context) -> Iterator[Finding]:
        text = context.text
        masthead = context.bulletin.masthead
        # 第 20 期 in a masthead is spaced for looks.
        spaced, tight = _gaps(text, masthead.span.end if masthead else 0)
        rarer, blank = (spaced, "") if len(spaced) <= len(tight) else (tight, " ")
        if len(rarer) < max(minimum, 1):
            return
        start, end = rarer[0]
        values = {
            "spaced": str(len(spaced)),
            "tight": str(len(tight)),
            "expected": "加空格" if blank else "不加空格",
        }
        edits = tuple(Edit(Span(*place), blank) for place in rarer)
        yield Finding(Span(start - 1, end + 1), values, edits)

    return check


def _gaps(text: str, start: int) -> tuple[list[tuple[int, int]], list[tuple[int, int]]]:
    """Return the places between a figure and a Chinese character: with a blank, and without."""
    spaced, tight = [], []
    for match in _figures().finditer(text, start):
        begin, end = match.span()
        before = text[begin - 1 : begin]
        follows = True
        if is_han(before):
            tight.append((begin, begin))
        elif before == " " and is_han(text[begin - 2 : begin - 1]):
            spaced.append((begin - 1, begin))
        else:
            follows = False
        blank = match[1]
        # 1. 加强领导, ## 2 工作进展
        if blank is None or (not follows and _begins_line(text, begin)):
            continue
        if blank:
            spaced.append((end, end + 1))
        else:
            tight.append((end, end))
    return spaced, tight


def _begins_line(text: str, at: int) -> bool:
    """Tell whether only marks and blanks, few of them, stand before a place in its line."""
    before = text[max(0, at - _MARKS) : at].rstrip("#*->_ \t\u3000")
    return before.endswith(("\n", "\r")) if before else at < _MARKS
