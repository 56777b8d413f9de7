"""Characters of another script or width: traditional forms, full-width digits and letters."""

from __future__ import annotations

from functools import cache, partial
from itertools import groupby

from kuaibao_lint import resources
from kuaibao_lint.diagnostics import Edit, Finding
from kuaibao_lint.light_typing import TYPE_CHECKING
from kuaibao_lint.patterns import pattern
from kuaibao_lint.source import Span

if TYPE_CHECKING:
    import re
    from collections.abc import Iterator, Mapping
    from typing import Literal

    from kuaibao_lint.checks import Check
    from kuaibao_lint.context import Context

# Where the full-width forms of ASCII stand, and by how much they are moved.
_WIDE = {code: code - 0xFEE0 for code in range(0xFF10, 0xFF5B) if chr(code - 0xFEE0).isalnum()}
_WIDE[ord("．")] = ord(".")  # between digits
_WIDE_RUN = pattern("[０-９Ａ-Ｚａ-ｚ][０-９Ａ-Ｚａ-ｚ]*(?:(?<=[０-９])．[０-９]+)*")


@cache
def _traditional() -> dict[int, int]:
    """Return each traditional character that has one simplified form, and that form."""
    old, new = _pairs()
    return {ord(one): ord(other) for one, other in zip(old, new, strict=True)}


def _pairs() -> list[str]:
    """Return all traditional characters, and their simplified forms in the same order."""
    return resources.read("rules", "terms", "traditional.txt").decode().split()


@cache
def _class() -> re.Pattern[str]:
    return pattern(f"[{_pairs()[0]}]")


def foreign_characters(
    script: Literal["traditional", "full-width"],
    known: tuple[str, ...] = (),
    words: tuple[str, ...] = (),
    habit: int = 10,
) -> Check:
    """Find runs of characters that the text should write in another form.

    script: traditional characters, or digits and letters of full width.
    known: characters that are let be, as those in people's names are.
    words: words that have such characters by rule (癥瘕), and are let be.
    habit: a text with so many runs of full width is written so throughout: one finding tells of all
    of them, at the first.
    """
    if script == "full-width":
        return partial(_full_width, max(habit, 1))

    def check(context: Context) -> Iterator[Finding]:
        text = context.text
        # A class of characters is looked for in C, and its bitmap is kept from run to run.
        places = (
            match.start()
            for match in _class().finditer(text)
            if match[0] not in known and not (words and _within(words, text, match.start()))
        )
        for _, run in groupby(enumerate(places), lambda pair: pair[1] - pair[0]):
            inside = [at for _, at in run]
            yield _written(Span(inside[0], inside[-1] + 1), text, _traditional())

    return check


def _within(words: tuple[str, ...], text: str, at: int) -> bool:
    """Tell whether the character at `at` is of one of the words where it stands."""
    return any(
        text.startswith(word, at - place)
        for word in words
        for place, char in enumerate(word)
        if char == text[at] and place <= at
    )


def _full_width(habit: int, context: Context) -> Iterator[Finding]:
    runs = (Span(*match.span()) for match in _WIDE_RUN.finditer(context.text))
    found = [_written(span, context.text, _WIDE) for span in runs]
    if len(found) < habit:
        yield from found
        return
    first = found[0]
    every = tuple(edit for one in found for edit in one.edits)
    values = {**first.values, "count": str(len(found))}
    yield Finding(first.span, values, every, variant="habit")


def _written(span: Span, text: str, table: Mapping[int, int]) -> Finding:
    expected = span.of(text).translate(table)
    return Finding(span, {"expected": expected, "count": "1"}, (Edit(span, expected),))
