"""Inline suppressions: a comment in the bulletin that says which findings are meant to be there.

    <!-- kuaibao-lint: ignore[KB121] 理由 -->       its own line; alone on a line, the next one
    <!-- kuaibao-lint: ignore-next[KB121] -->       the next line of text
    <!-- kuaibao-lint: ignore-start[KB507] -->      from here …
    <!-- kuaibao-lint: ignore-end[KB507] -->        … to here (or to the end of the text)
    <!-- kuaibao-lint: ignore-file[KB121] -->       the whole file

In the brackets stand ids, beginnings of ids, or names; without brackets every rule is meant.
"""

from __future__ import annotations

from kuaibao_lint.diagnostics import Edit
from kuaibao_lint.light_typing import TYPE_CHECKING, NamedTuple
from kuaibao_lint.patterns import pattern
from kuaibao_lint.source import Lines, Span

if TYPE_CHECKING:
    import re
    from collections.abc import Callable, Iterable

    from kuaibao_lint.diagnostics import Diagnostic

_MARK = "kuaibao-lint:"
_COMMENT = pattern(
    r"<!--[ \t]*kuaibao-lint:[ \t]*(?P<verb>ignore(?:-file|-next|-start|-end)?)(?![\w-])[ \t]*"
    r"(?:\[(?P<rules>[^\]\r\n]{0,500})\])?(?P<reason>[^\r\n]{0,500}?)-->"
)
_SEPARATOR = pattern(r"[,，、\s]+")
_BLANKS = " \t\u3000"


class Suppression(NamedTuple):
    """One comment, or a pair of them.

    span: the comment that begins it. rules: ids, prefixes or names; empty for all.
    reach: what it speaks for. comments: all its comments. brackets: where its rules stand.
    """

    span: Span
    rules: tuple[str, ...]
    reach: Span
    reason: str
    comments: tuple[Span, ...] = ()
    brackets: tuple[Span, ...] = ()

    def covers(self, diagnostic: Diagnostic) -> bool:
        """Tell whether this comment suppresses the diagnostic."""
        if not self.reach.start <= diagnostic.span.start <= self.reach.end:
            return False
        return self.names(diagnostic.rule, diagnostic.name)

    def names(self, rule: str, name: str) -> bool:
        """Tell whether this comment speaks of the rule."""
        return not self.rules or any(means(word, rule, name) for word in self.rules)


class Unused(NamedTuple):
    """A suppression without use, or words in its brackets without use, and how to take it away."""

    suppression: Suppression
    words: tuple[str, ...]
    edits: tuple[Edit, ...]


def means(word: str, rule: str, name: str) -> bool:
    """Tell whether a word in brackets or in the configuration names the rule."""
    return word in (name, "ALL") or rule.startswith(word)


def read_suppressions(text: str) -> list[Suppression]:
    """Return the suppressions of a text, in reading order."""
    if _MARK not in text:
        return []
    lines = Lines(text)
    found: list[Suppression] = []
    open_blocks: list[int] = []
    for match in _COMMENT.finditer(text):
        one = _read(match, lines)
        if match["verb"] == "ignore-end":
            # It closes the last block that was begun with the same words.
            fitting = (at for at in open_blocks[::-1] if one.rules in ((), found[at].rules))
            begun = next(fitting, None)
            if begun is not None:
                open_blocks.remove(begun)
                found[begun] = _closed(found[begun], one)
                continue
        elif match["verb"] == "ignore-start":
            open_blocks.append(len(found))
        found.append(one)
    return found


def _read(match: re.Match[str], lines: Lines) -> Suppression:
    text = lines.text
    words = tuple(word for word in _SEPARATOR.split(match["rules"] or "") if word)
    span = Span(*match.span())
    number, _ = lines.position(span.start)
    line = lines.span(number)
    verb = match["verb"]
    if verb == "ignore-file":
        reach = Span(0, len(text))
    elif verb == "ignore-start":
        reach = Span(span.start, len(text))
    elif verb == "ignore-end":
        reach = Span(-1, -1)  # until its beginning is found, it speaks for nothing
    elif verb == "ignore-next" or line.of(text).strip() == match.group():
        reach = _next_line(lines, number)
    else:
        reach = line
    brackets = (Span(*match.span("rules")),) if words else ()
    return Suppression(span, words, reach, match["reason"].strip(), (span,), brackets)


def _next_line(lines: Lines, number: int) -> Span:
    """Return the next line that has text; the last line where there is none."""
    reach = lines.span(number)
    while number < len(lines.starts):
        number += 1
        reach = lines.span(number)
        if reach.of(lines.text).strip():
            break
    return reach


def _closed(begin: Suppression, end: Suppression) -> Suppression:
    return begin._replace(
        reach=Span(begin.span.start, end.span.end),
        comments=begin.comments + end.comments,
        brackets=begin.brackets + end.brackets,
    )


def apply(
    diagnostics: Iterable[Diagnostic], suppressions: list[Suppression]
) -> tuple[list[Diagnostic], list[tuple[Diagnostic, Suppression]], set[tuple[int, str]]]:
    """Return the diagnostics that stay, those suppressed with what suppressed them, and the use.

    The use: (place of a suppression, word in its brackets or ""), for each that was of use.
    """
    diagnostics = sorted(diagnostics, key=lambda one: one.span.start)
    if not suppressions:
        return diagnostics, [], set()
    kept: list[Diagnostic] = []
    dropped: list[tuple[Diagnostic, Suppression]] = []
    used: set[tuple[int, str]] = set()
    alike = _alike(suppressions)
    # A sweep through the text, so that many comments and many findings do not multiply.
    waiting = sorted((reach.start, places[0]) for (reach, _), places in alike.items())[::-1]
    active: dict[str, list[int]] = {}
    for diagnostic in diagnostics:
        start = diagnostic.span.start
        while waiting and waiting[-1][0] <= start:
            place = waiting.pop()[1]
            for word in suppressions[place].rules or ("",):
                active.setdefault(word, []).append(place)
        by: set[int] = set()
        for word in _words_for(diagnostic) & active.keys():
            active[word] = [one for one in active[word] if suppressions[one].reach.end >= start]
            used.update((place, word) for place in active[word])
            by.update(active[word])
        if by:
            dropped.append((diagnostic, suppressions[min(by)]))
        else:
            kept.append(diagnostic)
    for places in alike.values():
        for word in suppressions[places[0]].rules or ("",):
            if (places[0], word) in used:
                used.update((place, word) for place in places)
    return kept, dropped, used


def _alike(suppressions: list[Suppression]) -> dict[tuple[Span, tuple[str, ...]], list[int]]:
    """Return the places of comments that say the same of the same place.

    They are of use together; the first speaks for them.
    """
    alike: dict[tuple[Span, tuple[str, ...]], list[int]] = {}
    for place, one in enumerate(suppressions):
        alike.setdefault((one.reach, one.rules), []).append(place)
    return alike


def _words_for(diagnostic: Diagnostic) -> set[str]:
    """Return all words in brackets that name a finding's rule: see `means`; "" is no bracket."""
    rule = diagnostic.rule
    return {diagnostic.name, "ALL", *(rule[:end] for end in range(len(rule) + 1))}


def unused(
    text: str,
    suppressions: list[Suppression],
    used: set[tuple[int, str]],
    idle: Callable[[str], bool],
) -> list[Unused]:
    """Return what could go, with the edits that take it away.

    idle: tells of a word in brackets ("" for every rule) whether it speaks of a rule that did not
    run, so that nothing is known of its use.
    """
    found = []
    lines = Lines(text)
    for place, one in enumerate(suppressions):
        words = one.rules or ("",)
        useless = tuple(w for w in words if (place, w) not in used and not idle(w))
        if len(useless) == len(words):
            edits = tuple(Edit(_whole(lines, comment), "") for comment in one.comments)
            found.append(Unused(one, one.rules, edits))
        elif useless:
            left = ", ".join(word for word in words if word not in useless)
            edits = tuple(Edit(bracket, left) for bracket in one.brackets)
            found.append(Unused(one, useless, edits))
    return found


def _whole(lines: Lines, comment: Span) -> Span:
    """Return what to take away with a comment: its line, or the blanks that set it off."""
    text = lines.text
    number, _ = lines.position(comment.start)
    line = lines.span(number)
    before = text[line.start : comment.start].strip(_BLANKS)
    after = text[comment.end : line.end].strip(_BLANKS)
    if before or after:
        start = comment.start
        while not after and text[start - 1] in _BLANKS:
            start -= 1
        return Span(start, comment.end)
    last = number
    empty_above = number == 1 or not lines.span(number - 1).of(text).strip()
    if empty_above and last < len(lines.starts) and not lines.span(last + 1).of(text).strip():
        last += 1  # one of the two empty lines that would be left
    end = lines.starts[last] if last < len(lines.starts) else len(text)
    return Span(line.start, end)
