"""Findings in groups: by file, by rule, or by the unit that has to mend them."""

from __future__ import annotations

from bisect import bisect_right
from collections import Counter

from kuaibao_lint.diagnostics import Severity
from kuaibao_lint.light_typing import TYPE_CHECKING, NamedTuple
from kuaibao_lint.parsing import parse
from kuaibao_lint.source import Lines
from kuaibao_lint.units import bare

if TYPE_CHECKING:
    from collections.abc import Iterator

    from kuaibao_lint.diagnostics import Diagnostic
    from kuaibao_lint.document import Bulletin, Item
    from kuaibao_lint.reporters import FileResult, Run

# Who mends what no unit has sent.
EDITOR = "编辑"


class Entry(NamedTuple):
    """A finding with the place and the unit that it belongs to; `number` counts through the run."""

    number: int
    file: FileResult
    one: Diagnostic
    line: int
    column: int
    unit: str


class Group(NamedTuple):
    """Findings under one title, in reading order."""

    title: str
    entries: tuple[Entry, ...]


def groups(run: Run, bulletins: dict[str, Bulletin] | None = None) -> list[Group]:
    """Return the findings in the groups that the run asks for; none of them is empty.

    Files stand in their order, rules in that of their ids; units by their first finding, and the
    editor last.
    """
    titled: dict[str, list[Entry]] = {}
    for entry in entries(run, bulletins):
        key = {"rule": f"{entry.one.rule} {entry.one.name}", "unit": entry.unit}.get(
            run.group_by, entry.file.path
        )
        titled.setdefault(key, []).append(entry)
    found = [Group(title, tuple(members)) for title, members in titled.items()]
    if run.group_by == "rule":
        found.sort(key=lambda group: group.title)
    elif run.group_by == "unit":
        found.sort(key=lambda group: group.title == EDITOR)
    return found


def entries(run: Run, bulletins: dict[str, Bulletin] | None = None) -> Iterator[Entry]:
    """Yield every finding of a run. bulletins: by path, those that are parsed already."""
    number = 0
    for file in run.files:
        if file.source is None or not file.diagnostics:
            continue
        lines = Lines(file.source.text)
        bulletin = (bulletins or {}).get(file.path) or parse(file.source)
        owners = Owners(bulletin, file.diagnostics)
        for one in file.diagnostics:
            number += 1
            place = lines.position(one.span.start)
            yield Entry(number, file, one, *place, owners.of(one.span.start))


class Owners:
    """Which unit has sent the item at an offset."""

    def __init__(self, bulletin: Bulletin, diagnostics: tuple[Diagnostic, ...]) -> None:
        self._items = bulletin.items
        self._starts = [item.span.start for item in self._items]
        self._doubted = [
            one.span for one in diagnostics if one.severity is Severity.ERROR
        ]

    def of(self, offset: int) -> str:
        """Return the unit, without the place before its name; EDITOR where no unit is known."""
        place = bisect_right(self._starts, offset) - 1
        if place < 0 or offset > self._items[place].span.end:
            return EDITOR
        return self._unit(self._items[place])

    def _unit(self, item: Item) -> str:
        if item.attribution is None:
            return EDITOR
        # A name that is wrong itself is no address: the editor finds out whose item it is.
        if any(
            doubt.overlaps(unit.span) for unit in item.attribution.units for doubt in self._doubted
        ):
            return EDITOR
        return "、".join(bare(unit.text) for unit in item.attribution.units) or EDITOR


def statistics(run: Run) -> list[str]:
    """Return one line for each rule that found something, the most frequent first."""
    counts = Counter((one.rule, one.name) for one in run.found)
    fixable = Counter(one.rule for one in run.found if one.fixable)
    rows = []
    for (rule, name), count in sorted(counts.items(), key=lambda row: (-row[1], row[0])):
        some = "" if fixable[rule] == count else f" {fixable[rule]} 处"
        mended = f"  可自动改{some}" if fixable[rule] else ""
        rows.append(f"{count:>6}  {rule}  {name}{mended}")
    return rows
