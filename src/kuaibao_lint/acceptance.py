"""What a project has accepted: its suppressions in the configuration, and its baseline."""

from __future__ import annotations

from pathlib import Path

from kuaibao_lint import baseline, ignores
from kuaibao_lint.config import fits
from kuaibao_lint.light_typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from collections import Counter

    from kuaibao_lint.config import Settings
    from kuaibao_lint.diagnostics import Diagnostic, Report
    from kuaibao_lint.rules import Ruleset


class Upkeep(NamedTuple):
    """What one file tells about the entries that speak of it.

    judged: places of the suppressions whose rules all ran here; used: those that were of use.
    known: findings that the baseline knew, None without a baseline. stale: its entries that found
    nothing.
    """

    judged: tuple[int, ...] = ()
    used: tuple[int, ...] = ()
    known: tuple[Diagnostic, ...] | None = None
    stale: tuple[tuple[baseline.Entry, int], ...] = ()


def accept(
    report: Report,
    ruleset: Ruleset,
    settings: Settings,
    known: Counter[baseline.Entry] | None,
) -> tuple[Report, Upkeep]:
    """Return a report without what the project has accepted, and what became of the entries.

    ruleset: that the report was made with. known: the baseline's entries; None where there is none.
    """
    upkeep = Upkeep()
    path = report.source.path
    inside = settings.inside(Path(path))
    entries = [one for one in enumerate(settings.ignores) if fits(inside, one[1].path)]
    if entries:
        done = ignores.apply(report.diagnostics, report.source.text, entries)
        report = report._replace(
            diagnostics=done.kept,
            suppressed=report.suppressed + done.dropped,
            silencings=report.silencings + done.silencings,
        )
        resting = ruleset.resting(whole=report.whole)
        judged = tuple(
            place
            for place, entry in entries
            if not any(entry.names(rule.id, rule.name) for rule in resting)
        )
        upkeep = upkeep._replace(judged=judged, used=done.used)
    if known is not None and settings.baseline is not None:
        name = baseline.keyed(path, settings.baseline)
        new, old, left = baseline.apply(report.diagnostics, report.source.text, known, name)
        report = report._replace(diagnostics=tuple(new))
        running = {rule.id for rule in ruleset.rules}
        stale = tuple((entry, number) for entry, number in left.items() if entry[1] in running)
        upkeep = upkeep._replace(known=tuple(old), stale=stale)
    return report, upkeep
