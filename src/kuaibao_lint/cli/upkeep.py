"""Upkeep of what a project has accepted: baselines written, and entries without use told."""

from __future__ import annotations

import os
import sys
from collections import Counter
from functools import cached_property
from pathlib import Path

from kuaibao_lint import baseline, files, ignores, readers
from kuaibao_lint.config import fits
from kuaibao_lint.errors import ConfigError
from kuaibao_lint.light_typing import TYPE_CHECKING
from kuaibao_lint.linter import UNUSED_SUPPRESSION
from kuaibao_lint.reporters import FileResult, printable

if TYPE_CHECKING:
    from collections.abc import Iterator

    from kuaibao_lint.config import Configuration, Settings
    from kuaibao_lint.errors import ReadError
    from kuaibao_lint.ignores import Ignore
    from kuaibao_lint.rules import Rule, Ruleset


def say(message: str) -> None:
    """Tell a person something that belongs to no report."""
    encoding = sys.stderr.encoding or "utf-8"
    message = printable(message)
    sys.stderr.write(f"{message}\n".encode(encoding, "replace").decode(encoding))


# ---- baselines


def write_baselines(
    results: list[FileResult], configuration: Configuration, *, prune: bool
) -> list[FileResult]:
    """Bring the baselines up to date and return the results without what they know now.

    Entries of files and rules that this run did not look at stay; those of files that are gone
    do not. prune: only take entries away, add none. Raises ConfigError.
    """
    current: dict[Path, Counter[baseline.Entry]] = {}
    looked: dict[Path, set[tuple[str, str]]] = {}
    for result in results:
        settings = configuration.settings(Path(result.path))
        path = settings.baseline
        if path is None:
            raise ConfigError("要写入基线，请用 --baseline 指明文件。")
        current.setdefault(path, Counter())
        if result.source is None:
            continue
        name = baseline.keyed(result.path, path)
        current[path].update(baseline.entries(result.diagnostics, result.source.text, name))
        ruleset = configuration.library(settings).ruleset(result.profile)
        looked.setdefault(path, set()).update((name, rule.id) for rule in ruleset.rules)
    kept = dict(current)
    for path, entries in current.items():
        old = configuration.baseline(path) if os.path.lexists(path) or prune else Counter()
        kept[path] = _merged(old, entries, looked.get(path, set()), path.parent, prune=prune)
        added, gone = (kept[path] - old).total(), (old - kept[path]).total()
        baseline.write(path, kept[path])
        say(f"基线 {path.as_posix()}：{kept[path].total()} 条（新增 {added}，删去 {gone}）。")
    return [_without_known(result, configuration, kept) for result in results]


def _merged(
    old: Counter[baseline.Entry],
    new: Counter[baseline.Entry],
    looked: set[tuple[str, str]],
    folder: Path,
    *,
    prune: bool,
) -> Counter[baseline.Entry]:
    seen = {name for name, _ in looked}
    merged = old & new if prune else new.copy()
    for entry, count in old.items():
        name, rule, _ = entry
        if (name, rule) not in looked and (name in seen or (folder / name).exists()):
            merged[entry] = count
    return merged


def _without_known(
    result: FileResult, configuration: Configuration, kept: dict[Path, Counter[baseline.Entry]]
) -> FileResult:
    path = configuration.settings(Path(result.path)).baseline
    if result.source is None or path is None:
        return result
    name = baseline.keyed(result.path, path)
    new, old, _ = baseline.apply(result.diagnostics, result.source.text, kept[path], name)
    return result._replace(diagnostics=tuple(new), baselined=len(old), known=tuple(old))


def tell_stale(results: list[FileResult], configuration: Configuration) -> None:
    """Say how many entries of the baselines find nothing any more."""
    stale: Counter[Path] = Counter()
    names: dict[Path, set[str]] = {}
    for result in results:
        path = configuration.settings(Path(result.path)).baseline
        if path is not None and result.upkeep is not None:
            stale[path] += sum(count for _, count in result.upkeep.stale)
            names.setdefault(path, set()).add(baseline.keyed(result.path, path))
    for path, seen in names.items():
        for (name, _, _), count in configuration.baseline(path).items():
            if name not in seen and not (path.parent / name).exists():
                stale[path] += count
        if stale[path]:
            say(
                f"基线 {path.as_posix()} 中有 {stale[path]} 条已经没有对应的问题，"
                "可用 --prune-baseline 删去。"
            )


# ---- suppressions in the configuration


def unused_ignores(
    results: list[FileResult], configuration: Configuration
) -> Iterator[FileResult]:
    """Yield a result for each configuration file with suppressions that suppress nothing.

    Told only where the run looked at every file that an entry speaks of, by every rule of it.
    """
    groups: dict[int, tuple[Settings, list[FileResult]]] = {}
    for result in results:
        settings = configuration.settings(Path(result.path))
        if settings.ignores:
            groups.setdefault(id(settings), (settings, []))[1].append(result)
    for settings, group in groups.values():
        where = configuration.file(Path(group[0].path))
        known = [one for one in group if one.source is not None]
        rule = _rule(known, settings, configuration)
        if where is None or rule is None:
            continue
        used = {place for one in known if one.upkeep for place in one.upkeep.used}
        run = _Covered(group, settings, configuration)
        unused = [
            place
            for place, entry in enumerate(settings.ignores)
            if place not in used and not entry.standing and run.covers(place, entry)
        ]
        if unused:
            from kuaibao_lint.cli.pruning import told

            yield told(readers.read_path(where, _shown(where)), settings.ignores, unused, rule)


def _rule(
    results: list[FileResult], settings: Settings, configuration: Configuration
) -> Rule | None:
    if not results:
        return None
    ruleset: Ruleset = configuration.library(settings).ruleset(results[0].profile)
    return ruleset.named(UNUSED_SUPPRESSION)


def _shown(where: Path) -> str:
    try:
        return os.path.relpath(where)
    except ValueError:  # another drive
        return str(where)


class _Covered:
    """What a run looked at, of all that one configuration file speaks of."""

    def __init__(
        self, results: list[FileResult], settings: Settings, configuration: Configuration
    ) -> None:
        self.results = {settings.inside(Path(one.path)): one for one in results}
        self.settings = settings
        self.configuration = configuration
        self.closed = False  # whether there are folders that cannot be looked into

    def covers(self, place: int, entry: Ignore) -> bool:
        """Tell whether it looked at every file that an entry speaks of, by every rule of it."""
        fitting = [one for name, one in self.results.items() if fits(name, entry.path)]
        if any(one.upkeep is None or place not in one.upkeep.judged for one in fitting):
            return False
        pattern = ignores.is_pattern(entry.path)
        if not fitting and (pattern or (self.settings.folder / entry.path).exists()):
            return False  # it was not looked at; or files of a pattern are still to come
        seen = all(
            name in self.results or (excluded and pattern)
            for name, excluded in self.there.items()
            if fits(name, entry.path)
        )
        return seen and not self.closed

    @cached_property
    def there(self) -> dict[str, bool]:
        """The files that the configuration speaks for, and whether a run over all excludes them."""
        found = (Path(name) for name in files.walk(self.settings.folder, self._passed_over))
        return {
            self.settings.inside(path): self.settings.excludes(path)
            for path in found
            if self.configuration.settings(path) is self.settings
        }

    def _passed_over(self, _where: str, _error: ReadError) -> None:
        self.closed = True
