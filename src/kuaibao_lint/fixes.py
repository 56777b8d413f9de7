"""Apply the edits of diagnostics, and prove that nothing else changed.

Everything outside the edits stays as it is by construction. What the proof adds: the result can be
written in the file's encoding, and a fix that calls itself safe changes no digit and neither adds
nor loses a section, item, attribution or sign-off field.
"""

from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING, NamedTuple

from kuaibao_lint.parsing import parse
from kuaibao_lint.patterns import pattern

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

    from kuaibao_lint.diagnostics import Diagnostic
    from kuaibao_lint.linter import Report
    from kuaibao_lint.source import Source

# A fix may make room for another one (a typo inside a bracket that is mended first).
PASSES = 5
_DIGITS = pattern(r"\d+")


class Fixed(NamedTuple):
    """A source after fixing. refused: fixes that would have changed what they must not."""

    source: Source
    report: Report
    applied: tuple[Diagnostic, ...]
    refused: tuple[Diagnostic, ...]


def fix(source: Source, lint: Callable[[Source], Report], *, unsafe: bool = False) -> Fixed:
    """Apply fixes until none is left, and return the result with its own report.

    lint: gives the report of a source; called once more than there are passes.
    unsafe: apply unsafe fixes too.
    """
    applied: list[Diagnostic] = []
    refused: dict[tuple[str, str, str], Diagnostic] = {}
    report = lint(source)
    for _ in range(PASSES):
        wanted = [
            one
            for one in report.diagnostics
            if (one.fixable or (unsafe and one.edits)) and _key(one) not in refused
        ]
        chosen = _without_overlaps(wanted)
        if not chosen:
            break
        after = source._replace(text=apply(source.text, chosen))
        if not _proved(source, after, chosen):
            # Find the culprit: each fix for itself, in reading order.
            kept: list[Diagnostic] = []
            for one in chosen:
                trial = source._replace(text=apply(source.text, [*kept, one]))
                if _proved(source, trial, [*kept, one]):
                    kept.append(one)
                else:
                    refused[_key(one)] = one
            chosen = kept
            after = source._replace(text=apply(source.text, chosen))
        applied += chosen
        source = after
        report = lint(source)
    return Fixed(source, report, tuple(applied), tuple(refused.values()))


def apply(text: str, diagnostics: Iterable[Diagnostic]) -> str:
    """Return `text` with the edits of all `diagnostics` (which must not overlap) carried out."""
    edits = sorted((edit for one in diagnostics for edit in one.edits), key=lambda edit: edit.span)
    pieces: list[str] = []
    position = 0
    for edit in edits:
        pieces += (text[position : edit.span.start], edit.text)
        position = edit.span.end
    pieces.append(text[position:])
    return "".join(pieces)


def _without_overlaps(diagnostics: list[Diagnostic]) -> list[Diagnostic]:
    """Return the first diagnostics whose edits keep clear of each other; the rest wait a pass."""
    chosen: list[Diagnostic] = []
    reached = -1
    for one in sorted(diagnostics, key=lambda one: min(edit.span for edit in one.edits)):
        spans = sorted(edit.span for edit in one.edits)
        inside = all(before.end <= after.start for before, after in pairwise(spans))
        if spans[0].start > reached and inside:
            chosen.append(one)
            reached = spans[-1].end
    return chosen


def _proved(before: Source, after: Source, applied: list[Diagnostic]) -> bool:
    try:
        after.encode(after.text)
    except UnicodeEncodeError:
        return False
    if any(not one.fixable for one in applied):
        return True
    digits = _DIGITS.findall
    return digits(before.text) == digits(after.text) and _shape(before) == _shape(after)


def _shape(source: Source) -> tuple[object, ...]:
    bulletin = parse(source)
    return (
        [len(section.items) for section in bulletin.sections],
        [len(item.attribution.units) for item in bulletin.items if item.attribution],
        bulletin.signoff
        and [(f.role.text, f.person and f.person.text) for f in bulletin.signoff.fields],
        bulletin.masthead and bulletin.masthead.issue and bulletin.masthead.issue.number,
    )


def _key(diagnostic: Diagnostic) -> tuple[str, str, str]:
    return diagnostic.rule, diagnostic.text, diagnostic.message
