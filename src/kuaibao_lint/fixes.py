"""Apply the edits of diagnostics, once each, and only those that are proved to do no harm.

Edits are sorted; where two overlap, the first is made and the other waits for the next pass. What
`proof` refuses is left out, alone. The result is a fixed point: fixing it again changes nothing.
"""

from __future__ import annotations

from itertools import pairwise

from kuaibao_lint.light_typing import TYPE_CHECKING, NamedTuple
from kuaibao_lint.proof import harm
from kuaibao_lint.source import Span

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

    from kuaibao_lint.diagnostics import Diagnostic, Edit, Report
    from kuaibao_lint.source import Source

# A fix may make room for another one (a typo inside a bracket that is mended first).
PASSES = 10


class Refusal(NamedTuple):
    """A fix that was not made, and in Chinese why not."""

    diagnostic: Diagnostic
    reason: str


class Fixed(NamedTuple):
    """A source after fixing. refused: fixes that would have changed what they must not."""

    source: Source
    report: Report
    applied: tuple[Diagnostic, ...]
    refused: tuple[Refusal, ...]


def fix(
    source: Source,
    lint: Callable[[Source], Report],
    *,
    unsafe: bool = False,
    without: tuple[Refusal, ...] = (),
) -> Fixed:
    """Apply fixes until none is left, and return the result with its own report.

    lint: gives the report of a source; called once more than there are passes.
    unsafe: apply unsafe fixes too. without: refused beforehand, with all of their rules.
    """
    original, report = source, lint(source)
    applied: list[Diagnostic] = []
    refused = list(without)
    idle = {one.diagnostic.rule for one in without}
    for _ in range(PASSES):
        wanted = [
            one
            for one in report.diagnostics
            if (one.fixable or (unsafe and one.edits))
            and one.rule not in idle
            and not any(_same(one, other.diagnostic) for other in refused)
        ]
        chosen, harmful = admitted(source, without_overlaps(wanted))
        if not chosen and not harmful:
            return Fixed(source, report, tuple(applied), tuple(refused))
        edits = [edit for one in chosen for edit in one.edits]
        refused = [
            one._replace(diagnostic=moved(one.diagnostic, edits)) for one in (*refused, *harmful)
        ]
        if chosen:
            source = source._replace(text=apply(source.text, chosen))
            applied += chosen
            report = lint(source)
    # Fixes that undo each other: begin again without them.
    reason = "改了又会再报告，几条修改互相抵触"
    circular = {one.rule: Refusal(one, reason) for one in wanted}
    return fix(original, lint, unsafe=unsafe, without=(*without, *circular.values()))


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


def admitted(
    source: Source, chosen: list[Diagnostic]
) -> tuple[list[Diagnostic], list[Refusal]]:
    """Return the fixes that do no harm together, and those left out for the harm they would do."""
    if not chosen or not harm(source, source._replace(text=apply(source.text, chosen)), chosen):
        return chosen, []
    if len(chosen) == 1:
        why = harm(source, source._replace(text=apply(source.text, chosen)), chosen)
        return [], [Refusal(chosen[0], why)]
    kept: list[Diagnostic] = []
    refused: list[Refusal] = []
    # Halves first: one culprit among many is found in few trials.
    half = len(chosen) // 2
    for part in (chosen[:half], chosen[half:]):
        good, bad = admitted(source, part)
        kept += good
        refused += bad
    together = harm(source, source._replace(text=apply(source.text, kept)), kept) if kept else ""
    if not together:
        return kept, refused
    # Each does no harm, but all do: in reading order, those that still fit.
    fitting: list[Diagnostic] = []
    for one in kept:
        trial = [*fitting, one]
        why = harm(source, source._replace(text=apply(source.text, trial)), trial)
        if why:
            refused.append(Refusal(one, why))
        else:
            fitting = trial
    return fitting, refused


def without_overlaps(diagnostics: list[Diagnostic]) -> list[Diagnostic]:
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


def moved(diagnostic: Diagnostic, edits: Iterable[Edit]) -> Diagnostic:
    """Return a diagnostic with its span where it stands after edits elsewhere."""
    start, end = diagnostic.span
    shift = sum(
        len(edit.text) - (edit.span.end - edit.span.start)
        for edit in edits
        if edit.span.end <= start
    )
    return diagnostic._replace(span=Span(start + shift, end + shift))


def _same(one: Diagnostic, other: Diagnostic) -> bool:
    return (one.rule, one.span.start) == (other.rule, other.span.start)
