"""Inline suppressions: a comment in the bulletin that says which findings are meant to be there.

`<!-- kuaibao-lint: ignore[KB121] 理由 -->` speaks for its own line, or for the next line of text
where it stands on a line of its own; `ignore-file[KB121]` for the whole file. Without brackets
every rule is meant.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from kuaibao_lint.patterns import pattern
from kuaibao_lint.source import Lines, Span

if TYPE_CHECKING:
    from collections.abc import Iterable

    from kuaibao_lint.diagnostics import Diagnostic

_MARK = "kuaibao-lint:"
_COMMENT = pattern(
    r"<!--[ \t]*kuaibao-lint:[ \t]*(?P<verb>ignore-file|ignore)[ \t]*"
    r"(?:\[(?P<rules>[^\]\r\n]{0,500})\])?(?P<reason>[^\r\n]{0,500}?)-->"
)
_SEPARATOR = pattern(r"[,，、\s]+")


class Suppression(NamedTuple):
    """One comment. rules: ids, prefixes or names; empty for all. reach: what it speaks for."""

    span: Span
    rules: tuple[str, ...]
    reach: Span
    reason: str

    def covers(self, diagnostic: Diagnostic) -> bool:
        """Tell whether this comment suppresses the diagnostic."""
        if not self.reach.start <= diagnostic.span.start <= self.reach.end:
            return False
        return self.names(diagnostic.rule, diagnostic.name)

    def names(self, rule: str, name: str) -> bool:
        """Tell whether this comment speaks of the rule."""
        return not self.rules or any(word == name or rule.startswith(word) for word in self.rules)


def read_suppressions(text: str) -> list[Suppression]:
    """Return the suppressions of a text, in reading order."""
    if _MARK not in text:
        return []
    lines = Lines(text)
    found = []
    for match in _COMMENT.finditer(text):
        words = tuple(word for word in _SEPARATOR.split(match["rules"] or "") if word)
        span = Span(*match.span())
        if match["verb"] == "ignore-file":
            reach = Span(0, len(text))
        else:
            number, _ = lines.position(span.start)
            reach = lines.span(number)
            if reach.of(text).strip() == match.group():
                while number < len(lines.starts):
                    number += 1
                    reach = lines.span(number)
                    if reach.of(text).strip():
                        break
        found.append(Suppression(span, words, reach, match["reason"].strip()))
    return found


def apply(
    diagnostics: Iterable[Diagnostic], suppressions: list[Suppression]
) -> tuple[list[Diagnostic], list[Diagnostic], list[Suppression]]:
    """Return the diagnostics that stay, those suppressed, and the suppressions without use."""
    kept: list[Diagnostic] = []
    dropped: list[Diagnostic] = []
    used: set[int] = set()
    for diagnostic in diagnostics:
        by = [place for place, one in enumerate(suppressions) if one.covers(diagnostic)]
        used.update(by)
        (dropped if by else kept).append(diagnostic)
    unused = [one for place, one in enumerate(suppressions) if place not in used]
    return kept, dropped, unused
