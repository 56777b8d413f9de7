"""Apply the edits of diagnostics, once each, and only those that are proved to do no harm.

Edits are sorted; where two overlap, the first is made and the other waits for the next pass. What
`proof` refuses is left out, alone. The result is a fixed point: fixing it again changes nothing.
"""

from __future__ import annotations

from bisect import bisect_right
from itertools import accumulate, pairwise

from kuaibao_lint.light_typing import TYPE_CHECKING, NamedTuple
from kuaibao_lint.parsing import parse
from kuaibao_lint.proof import harm
from kuaibao_lint.source import Span

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

    from kuaibao_lint.diagnostics import Diagnostic, Edit, Report
    from kuaibao_lint.proof import Harm
    from kuaibao_lint.source import Source

# A fix may make room for another one (a typo inside a bracket that is mended first).
PASSES = 10
# How often fixes are tried to find out which of them do harm: each time the text is parsed anew, so
# a text of so many characters once, and any text some times.
ENOUGH = 2_000_000
LEAST = 12
_TOO_MANY = "这里要改的太多，逐一验证太慢"


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
        barred = {place(one.diagnostic) for one in refused}
        wanted = [
            one
            for one in report.diagnostics
            if (one.fixable or (unsafe and one.edits))
            and one.rule not in idle
            and place(one) not in barred
        ]
        chosen, harmful = admitted(source, without_overlaps(wanted))
        if not chosen and not harmful:
            return Fixed(source, report, tuple(applied), tuple(refused))
        edits = [edit for one in chosen for edit in one.edits]
        refused += harmful
        there = moved((one.diagnostic for one in refused), edits)
        refused = [one._replace(diagnostic=now) for one, now in zip(refused, there, strict=True)]
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
    """Return the fixes that do no harm together, and those left out for the harm they would do.

    All are tried at once. Where that harms, those at each harmed place are tried by halves, all
    places at once, so that many culprits take hardly more trials than one.
    """
    kept: list[Diagnostic] = []  # joins each trial
    proved: list[Diagnostic] = []  # of the last trial that did no harm
    refused: list[Refusal] = []
    doubted: set[int] = set()
    before = parse(source)
    waiting = [[chosen]]  # for each harmed place the groups to try, one after the other
    for _ in range(max(LEAST, ENOUGH // max(1, len(source.text)))):
        groups = [(queue.pop(0), queue) for queue in waiting]
        trial = [*kept, *(one for group, _ in groups for one in group)]
        found = harm(before, source._replace(text=apply(source.text, trial)), trial)
        blame = _blame(found, len(kept))
        blamed = {at for _, by in blame for at in by}
        kept = [one for at, one in enumerate(trial) if at not in blamed]
        later = {id(one): queue for group, queue in groups for one in group}
        for number, (reason, by) in enumerate(blame):
            suspects = [trial[at] for at in by]
            half = len(suspects) // 2
            if half:
                queue = [suspects[:half], suspects[half:]]
            elif len(blame) == 1 or id(suspects[0]) in doubted:
                refused.append(Refusal(suspects[0], reason))
                continue
            else:
                # Its neighbour's harm may reach here: once more, now without the neighbour.
                doubted.add(id(suspects[0]))
                queue = [[], suspects] if number % 2 else [suspects]
            for one in suspects:  # what waits for the same place waits behind
                queue += later.get(id(one), [])
                later.get(id(one), []).clear()
            waiting.append(queue)
        waiting = [queue for queue in waiting if queue]
        if not found:
            proved = trial
            if not waiting:
                break
    settled = {*map(id, proved), *(id(one.diagnostic) for one in refused)}
    refused += (Refusal(one, _TOO_MANY) for one in chosen if id(one) not in settled)
    return _in_order(chosen, proved), refused


def _blame(found: list[Harm], known: int) -> list[tuple[str, list[int]]]:
    """Return for each harm its reason and which fixes of a trial to blame, none of them twice.

    known: so many at the head of the trial did no harm so far; what is tried anew is blamed first.
    """
    anew = [one for one in found if one.suspects[-1] >= known]
    taken: set[int] = set()
    blame = []
    for one in anew or found:
        by = [at for at in one.suspects if at not in taken and (at >= known or not anew)]
        taken.update(by)
        if by:
            blame.append((one.reason, by))
    return blame


def _in_order(chosen: list[Diagnostic], some: list[Diagnostic]) -> list[Diagnostic]:
    wanted = set(map(id, some))
    return [one for one in chosen if id(one) in wanted]


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


def moved(diagnostics: Iterable[Diagnostic], edits: Iterable[Edit]) -> list[Diagnostic]:
    """Return diagnostics with their spans where they stand after edits elsewhere."""
    ordered = sorted(edits, key=lambda edit: edit.span.end)
    ends = [edit.span.end for edit in ordered]
    grown = (len(edit.text) - (edit.span.end - edit.span.start) for edit in ordered)
    shifts = list(accumulate(grown, initial=0))
    result = []
    for one in diagnostics:
        start, end = one.span
        shift = shifts[bisect_right(ends, start)]
        result.append(one._replace(span=Span(start + shift, end + shift)))
    return result


def place(one: Diagnostic) -> tuple[str, int]:
    """Return by what a finding is known again: its rule, and where it begins."""
    return one.rule, one.span.start
