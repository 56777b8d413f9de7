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


class _Page:
    """A text by lines; what many comments ask of one line is found out once."""

    def __init__(self, text: str) -> None:
        self.text = text
        self.lines = Lines(text)
        self._words: dict[int, Span] = {}
        self._below: dict[int, Span] = {}

    def words(self, number: int) -> Span:
        """Return the span of a 1-based line without the blanks at its ends."""
        if number not in self._words:
            start, end = self.lines.span(number)
            line = self.text[start:end]
            start += len(line) - len(line.lstrip())
            self._words[number] = Span(start, max(start, end - len(line) + len(line.rstrip())))
        return self._words[number]

    def below(self, number: int) -> Span:
        """Return the next line that has text; the last line where there is none."""
        if number not in self._below:
            at = number
            while at < len(self.lines.starts):
                at += 1
                if self.lines.span(at).of(self.text).strip():
                    break
            self._below[number] = self.lines.span(at)
        return self._below[number]


def read_suppressions(text: str) -> list[Suppression]:
    """Return the suppressions of a text, in reading order."""
    if _MARK not in text:
        return []
    page = _Page(text)
    found: list[Suppression] = []
    begun: list[int] = []  # places in `found`, some of them closed by now
    alike: dict[tuple[str, ...], list[int]] = {}  # the same, by their words
    closed: set[int] = set()
    for match in _COMMENT.finditer(text):
        one = _read(match, page)
        if match["verb"] == "ignore-end":
            # It closes the last block that was begun with the same words.
            waiting = alike.get(one.rules, []) if one.rules else begun
            while waiting and waiting[-1] in closed:
                waiting.pop()
            if waiting:
                place = waiting.pop()
                closed.add(place)
                found[place] = _closed(found[place], one)
                continue
        elif match["verb"] == "ignore-start":
            begun.append(len(found))
            alike.setdefault(one.rules, []).append(len(found))
        found.append(one)
    return found


def _read(match: re.Match[str], page: _Page) -> Suppression:
    words = tuple(word for word in _SEPARATOR.split(match["rules"] or "") if word)
    span = Span(*match.span())
    number, _ = page.lines.position(span.start)
    verb = match["verb"]
    if verb == "ignore-file":
        reach = Span(0, len(page.text))
    elif verb == "ignore-start":
        reach = Span(span.start, len(page.text))
    elif verb == "ignore-end":
        reach = Span(-1, -1)  # until its beginning is found, it speaks for nothing
    elif verb == "ignore-next" or page.words(number) == span:
        reach = page.below(number)
    else:
        reach = page.lines.span(number)
    brackets = (Span(*match.span("rules")),) if words else ()
    return Suppression(span, words, reach, match["reason"].strip(), (span,), brackets)


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
    # Comments that say the same of the same place are of use together; the first speaks for them.
    alike: dict[tuple[Span, tuple[str, ...]], list[int]] = {}
    for place, one in enumerate(suppressions):
        alike.setdefault((one.reach, one.rules), []).append(place)
    sweep = _Sweep(suppressions, [places[0] for places in alike.values()])
    for diagnostic in diagnostics:
        by = sweep.silencer(diagnostic)
        if by is None:
            kept.append(diagnostic)
        else:
            dropped.append((diagnostic, suppressions[by]))
    used = sweep.used
    for places in alike.values():
        for word in suppressions[places[0]].rules or ("",):
            if (places[0], word) in used:
                used.update((place, word) for place in places)
    return kept, dropped, used


class _Sweep:
    """What is in force where a finding begins; findings come in the order of the text.

    Each suppression is taken up once, marked as used once for each of its words, and laid down
    once, so that many comments and many findings do not multiply.
    """

    def __init__(self, suppressions: list[Suppression], chosen: list[int]) -> None:
        self.suppressions = suppressions
        self.used: set[tuple[int, str]] = set()
        self._to_come = sorted(chosen, key=lambda at: (suppressions[at].reach.start, at))[::-1]
        self._begun: dict[str, list[int]] = {}  # word → heap of places
        self._fresh: dict[str, list[int]] = {}  # word → begun since the last finding of this word

    def silencer(self, diagnostic: Diagnostic) -> int | None:
        """Return the place of the first suppression that speaks of a finding."""
        from heapq import heappop, heappush  # a run without suppressions does without

        start = diagnostic.span.start
        while self._to_come and self.suppressions[self._to_come[-1]].reach.start <= start:
            place = self._to_come.pop()
            for word in self.suppressions[place].rules or ("",):
                heappush(self._begun.setdefault(word, []), place)
                self._fresh.setdefault(word, []).append(place)
        by: list[int] = []
        for word in _words_for(diagnostic) & self._begun.keys():
            heap = self._begun[word]
            while heap and self._ends(heap[0]) < start:
                heappop(heap)
            by += heap[:1]
            fresh = self._fresh.pop(word, ())
            self.used.update((place, word) for place in fresh if self._ends(place) >= start)
        return min(by, default=None)

    def _ends(self, place: int) -> int:
        return self.suppressions[place].reach.end


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
    page = _Page(text)
    for place, one in enumerate(suppressions):
        words = one.rules or ("",)
        useless = tuple(w for w in words if (place, w) not in used and not idle(w))
        if len(useless) == len(words):
            edits = tuple(Edit(_whole(page, comment), "") for comment in one.comments)
            found.append(Unused(one, one.rules, edits))
        elif useless:
            left = ", ".join(word for word in words if word not in useless)
            edits = tuple(Edit(bracket, left) for bracket in one.brackets)
            found.append(Unused(one, useless, edits))
    return found


def _whole(page: _Page, comment: Span) -> Span:
    """Return what to take away with a comment: its line, or the blanks that set it off."""
    text, lines = page.text, page.lines
    number, _ = lines.position(comment.start)
    words = page.words(number)
    if words != comment:
        start = comment.start
        while words.end == comment.end and text[start - 1] in _BLANKS:
            start -= 1
        return Span(start, comment.end)
    last = number
    empty_above = number == 1 or not lines.span(number - 1).of(text).strip()
    if empty_above and last < len(lines.starts) and not lines.span(last + 1).of(text).strip():
        last += 1  # one of the two empty lines that would be left
    end = lines.starts[last] if last < len(lines.starts) else len(text)
    return Span(lines.span(number).start, end)
