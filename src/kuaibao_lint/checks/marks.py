"""Marks that come in pairs: brackets, quotation marks, book titles."""

from __future__ import annotations

from functools import cache

from kuaibao_lint.diagnostics import Edit, Finding, Related
from kuaibao_lint.light_typing import TYPE_CHECKING, NamedTuple
from kuaibao_lint.patterns import pattern
from kuaibao_lint.source import Span

if TYPE_CHECKING:
    import re
    from collections.abc import Iterator

    from kuaibao_lint.checks import Check
    from kuaibao_lint.context import Context

CLOSERS = {"(": ")", "（": "）", "【": "】", "〔": "〕", "《": "》", "〈": "〉", "“": "”", "‘": "’"}
OPENERS = {closer: opener for opener, closer in CLOSERS.items()}
# Half-width and full-width brackets close each other (badly): one kind.
_KINDS = {"(": "（", **{opener: opener for opener in CLOSERS if opener != "("}}
# How far a bracket's inside is looked at, so that brackets within brackets cost linear time.
_FAR = 200
_DEEPEST = 4


class Marks(NamedTuple):
    """The marks of a text.

    pairs: (opener, closer). crossed: pairs that begin inside another and end outside it.
    unpaired: single marks, each with another that was probably meant to be its partner (or -1).
    """

    pairs: tuple[tuple[int, int], ...]
    crossed: tuple[tuple[int, int], ...]
    unpaired: tuple[tuple[int, int], ...]


@cache
def _listed() -> re.Pattern[str]:
    return pattern(r"(?:^|[\s。；，、：;,:*])(?:[0-9A-Za-z]{1,3}|[一二三四五六七八九十]{1,3})$")


@cache
def _tokens() -> re.Pattern[str]:
    # A paragraph ends at a line that is blank.
    return pattern(r"[()（）【】〔〕《》〈〉“”‘’]|(?>\r\n|\r|\n)[ \t\u3000]*(?=\r|\n|\Z)")


@cache
def _marks() -> re.Pattern[str]:
    # One class of characters alone, which the engine looks for without trying to match.
    return pattern(r"[()（）【】〔〕《》〈〉“”‘’\r\n]")


class _Paragraph:
    """The marks that are still open in a paragraph."""

    def __init__(self) -> None:
        self.open: list[int] = []
        self.by_kind: dict[str, list[int]] = {kind: [] for kind in _KINDS.values()}
        self.gone: set[int] = set()

    def last(self) -> int | None:
        """Return the innermost open mark."""
        while self.open and self.open[-1] in self.gone:
            self.gone.discard(self.open.pop())
        return self.open[-1] if self.open else None


def _nest(text: str) -> bool:
    """Tell whether the marks of each line all pair and nest, as they do in most texts.

    Innermost pairs are taken away until none is left; a few rounds do for any real nesting.
    """
    rest = "".join(_marks().findall(text))
    for _ in range(_DEEPEST):
        before = len(rest)
        for opener, closer in CLOSERS.items():
            rest = rest.replace(opener + closer, "")
        if len(rest) == before:
            break
    return not rest or not rest.strip()


def marks(context: Context) -> Marks:
    """Match the marks of a text, paragraph by paragraph, in one pass and linear time."""
    text = context.text
    pairs: list[tuple[int, int]] = []
    crossed: list[tuple[int, int, int]] = []
    single: list[int] = []
    paragraph = _Paragraph()
    for match in _tokens().finditer(text):
        at, char = match.start(), match.group()
        if char in CLOSERS:
            paragraph.open.append(at)
            paragraph.by_kind[_KINDS[char]].append(at)
        elif char in OPENERS:
            waiting = paragraph.by_kind[_KINDS[OPENERS[char]]]
            if not waiting:
                if not _is_no_closer(text, at):
                    single.append(at)
                continue
            opener, inner = waiting.pop(), paragraph.last()
            pairs.append((opener, at))
            if inner is not None and inner != opener:
                crossed.append((opener, at, inner))
            paragraph.gone.add(opener)
        elif paragraph.open:
            single += (one for one in paragraph.open if one not in paragraph.gone)
            paragraph = _Paragraph()
    single += (one for one in paragraph.open if one not in paragraph.gone)
    # What crosses a mark that never closes is not the slip; that mark is.
    lone = frozenset(single)
    slips = tuple((opener, at) for opener, at, inner in crossed if inner not in lone)
    return Marks(tuple(pairs), slips, tuple(_partners(text, sorted(single))))


def _is_no_closer(text: str, at: int) -> bool:
    """Tell whether a closing mark is none: 1）, the a) of a list, the apostrophe of it’s."""
    before = text[max(0, at - 5) : at]
    if text[at] == "’":
        return before[-1:].isascii() and before[-1:].isalnum()
    return text[at] in ")）" and _listed().search(before) is not None


def _partners(text: str, single: list[int]) -> Iterator[tuple[int, int]]:
    """Join “甲“ and ”甲”, which are one slip each, and drop a quotation's opening paragraphs."""
    waiting = -1
    for at in single:
        if _goes_on(text, at):
            continue
        if waiting >= 0:
            if text[waiting] == text[at] and not _has_break(text, waiting, at):
                yield (at, waiting) if text[at] in CLOSERS else (waiting, at)
                waiting = -1
                continue
            yield waiting, -1
        waiting = at
    if waiting >= 0:
        yield waiting, -1


def _goes_on(text: str, at: int) -> bool:
    """Tell whether this opens a paragraph of a quotation that the next paragraph goes on with."""
    if text[at] != "“" or text[at - 1 : at].strip():
        return False
    end = text.find("\n", at)
    return end >= 0 and text[end : end + 8].lstrip().startswith("“")


def _has_break(text: str, start: int, end: int) -> bool:
    """Tell whether the stretch is too long, or leaves the line, to be one quotation."""
    return end - start > 60 or "\n" in text[start:end] or "\r" in text[start:end]


def unpaired_mark() -> Check:
    """Find brackets, quotation and title marks that are alone, crossed or of two widths."""

    def check(context: Context) -> Iterator[Finding]:
        text = context.text
        if "(" not in text and ")" not in text and _nest(text):
            return
        found = context.once(marks)
        attributions = _attributions(context)
        for opener, closer in found.pairs:
            if "(" in text[opener] + text[closer] or ")" in text[opener] + text[closer]:
                finding = _mixed(text, opener, closer)
                if finding and opener not in attributions:
                    yield finding
        for opener, closer in found.crossed:
            yield Finding(Span(opener, closer + 1), variant="crossed")
        for at, other in found.unpaired:
            yield _single(text, at, other)

    return check


def _attributions(context: Context) -> frozenset[int]:
    """Return where the attributions begin, whose brackets are another rule's business."""
    items = context.bulletin.items
    return frozenset(item.attribution.span.start for item in items if item.attribution)


def _mixed(text: str, opener: int, closer: int) -> Finding | None:
    """Return the finding of a pair of one half-width and one full-width bracket."""
    if (text[opener] == "(") == (text[closer] == ")"):
        return None
    at, right = (opener, "（") if text[opener] == "(" else (closer, "）")
    span = Span(at, at + 1)
    other = opener + closer - at
    related = Related(Span(other, other + 1), "与它相配的括号")
    return Finding(
        span, {"expected": right}, (Edit(span, right),), related=(related,), variant="mixed"
    )


def _single(text: str, at: int, other: int) -> Finding:
    char = text[at]
    span = Span(at, at + 1)
    partner = CLOSERS.get(char) or OPENERS[char]
    if other < 0:
        variant = "unclosed" if char in CLOSERS else "unopened"
        return Finding(span, {"expected": partner}, variant=variant)
    related = Related(Span(other, other + 1), "与它相配的标点")
    return Finding(
        span,
        {"expected": partner},
        (Edit(span, partner),),
        related=(related,),
        unsure=True,
        variant="direction",
    )


def halfwidth_brackets() -> Check:
    """Find half-width brackets around Chinese text."""

    def check(context: Context) -> Iterator[Finding]:
        text = context.text
        if "(" not in text:
            return
        attributions = _attributions(context)
        chinese = _chinese()
        for opener, closer in context.once(marks).pairs:
            if text[opener] != "(" or text[closer] != ")":
                continue
            if text[opener - 1 : opener] == "]" or not chinese.search(
                text, opener, min(closer, opener + _FAR)
            ):
                continue
            if opener in attributions:
                continue
            yield _widened(text, opener, closer)

    return check


def _widened(text: str, opener: int, closer: int) -> Finding:
    """Return the finding of a half-width pair; its fix takes the blanks inside away too."""
    left = right = 0
    expected = "（……）"
    if closer - opener <= _FAR:
        inner = text[opener + 1 : closer]
        left = len(inner) - len(inner.lstrip(" \t\u3000"))
        right = len(inner) - len(inner.rstrip(" \t\u3000"))
        if closer - opener < 30:
            expected = f"（{inner.strip()}）"
    edits = (
        Edit(Span(opener, opener + 1 + left), "（"),
        Edit(Span(closer - right, closer + 1), "）"),
    )
    return Finding(Span(opener, closer + 1), {"expected": expected}, edits)


@cache
def _chinese() -> re.Pattern[str]:
    return pattern(r"[\u4e00-\u9fff]")
