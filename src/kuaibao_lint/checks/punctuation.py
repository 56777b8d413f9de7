"""Half-width marks in Chinese text, and marks that stand twice."""

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

FULL = {",": "，", ";": "；", ":": "：", "!": "！", "?": "？", ".": "。"}
_BLANK = ("", " ", "\t", "\n", "\r")
_CLOSERS = tuple("”’）》】")
_OPENERS = tuple("“‘（《【")
_NUMERALS = frozenset("一二三四五六七八九十")
# Which of two unlike marks in a row was meant is clear only where one of them ends the sentence.
_STRENGTH = "、，；：。"
_DOUBLES = Pairs(keys([*(a + b for a in _STRENGTH for b in _STRENGTH), "！！", "？？"]))


@cache
def _halfwidth() -> re.Pattern[str]:
    # Not […]+: the engine looks for a class quickly, and tries a repetition at every place.
    return pattern(r"[,;:!?.][,;:!?.]*")


def halfwidth_punctuation(marks: str = ",;:!?.") -> Check:
    """Find half-width punctuation next to Chinese; figures, times and English are let be.

    marks: the half-width marks that are looked for.
    """
    wanted = frozenset(marks)

    def check(context: Context) -> Iterator[Finding]:
        text = context.text
        for match in _halfwidth().finditer(text):
            start, end = match.span()
            mark = text[start]
            if mark not in wanted or not _is_chinese(text, start):
                continue
            if end - start > 1 and match.group() not in (",,", ";;", "::"):
                continue  # ... and ?! are other habits
            # The blank behind a half-width mark goes with it, but not the end of a line.
            if text[end : end + 1] == " " and text[end + 1 : end + 2] not in _BLANK:
                end += 1
            edit = Edit(Span(start, end), FULL[mark])
            yield Finding(Span(*match.span()), {"expected": FULL[mark]}, (edit,))

    return check


def _is_chinese(text: str, at: int) -> bool:
    """Tell whether the mark at `at` punctuates Chinese."""
    mark, before, after = text[at], text[at - 1 : at] if at else "", text[at + 1 : at + 2]
    behind_han = is_han(before)
    before_han = is_han(after)
    if mark == "!" and after == "[":  # a Markdown picture
        return False
    if mark == ".":
        # 附件.docx, 一.概况: a file's name and a number of a list
        return (
            (behind_han or before in _CLOSERS)
            and before not in _NUMERALS
            and (after in _BLANK or before_han)
        )
    if mark == ":":
        return (behind_han or before in _CLOSERS) and after not in ("/", "\\")
    if behind_han or before in _CLOSERS:
        return True
    return before not in _BLANK and (before_han or after in _OPENERS)


@cache
def _repeated() -> re.Pattern[str]:
    return pattern(r"[，、；：。]{2,}|！{4,}|？{4,}")


def repeated_punctuation() -> Check:
    """Find two marks where one belongs: 。。 ，， ，。; …… —— ！！ are let be."""

    def check(context: Context) -> Iterator[Finding]:
        text = context.text
        if not _DOUBLES.of(context):
            return
        for match in _repeated().finditer(text):
            span = Span(*match.span())
            kinds = frozenset(match.group())
            if len(kinds) == 1:
                mark = match.group()[0]
                if mark == "。" and len(match.group()) > 2:
                    # 。。。 was meant as an ellipsis
                    yield Finding(span, {"expected": "……"}, (Edit(span, "……"),), unsure=True)
                    continue
                expected = mark * 3 if mark in "！？" else mark
                yield Finding(span, {"expected": expected}, (Edit(span, expected),))
            else:
                expected = max(kinds, key=_STRENGTH.index)
                yield Finding(span, {"expected": expected}, (Edit(span, expected),), unsure=True)

    return check
