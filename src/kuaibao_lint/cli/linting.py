"""Files → their results: linted, or mended; every failure is in the result."""

from __future__ import annotations

import os
import sys
from collections.abc import Mapping

from kuaibao_lint import files, memory, patterns, readers
from kuaibao_lint.config import Configuration, Settings
from kuaibao_lint.errors import KuaibaoLintError, ReadError
from kuaibao_lint.light_typing import TYPE_CHECKING, Any, NamedTuple
from kuaibao_lint.reporters import FileResult
from kuaibao_lint.source import Source

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from kuaibao_lint.acceptance import Upkeep
    from kuaibao_lint.diagnostics import Report

    # A text, and the report on it where that is known → the report, and what it keeps up.
    Judge = Callable[..., tuple[Report, Upkeep | None]]

# How many files are linted together (see `linter.lint_together`): with more, their own data would
# push out what they share.
TOGETHER = 16


class Job(NamedTuple):
    """How each file is treated; plain values, so that a worker process can be told."""

    given: Mapping[str, Any]
    chosen: str | None
    isolated: bool
    fix: bool
    unsafe: bool
    write: bool
    stdin_name: str
    paths: tuple[str, ...] = ()
    baseline: bool = True  # whether known findings are left out already here
    remembers: bool = True  # the findings in files that have not changed since


def configure(job: Job) -> Configuration:
    """Return the settings of a run, here or in a worker process."""
    return Configuration(
        dict(job.given), job.chosen, isolated=job.isolated, remembers=job.remembers
    )


def lint_files(names: list[str], job: Job, configuration: Configuration) -> Iterator[FileResult]:
    """Yield what became of each file, in their order; some are linted together."""
    for at in range(0, len(names), TOGETHER):
        some = names[at : at + TOGETHER]
        reports = {} if job.fix or len(some) == 1 else _reports(some, configuration)
        for name in some:
            yield lint_file(name, job, configuration, reports.get(name))


def _reports(names: list[str], configuration: Configuration) -> dict[str, Report]:
    """Return the reports on those files that are small, or were linted before.

    Nothing that fails is told here: it fails again, and is told, when that file is linted alone.
    """
    reports: dict[str, Report] = {}
    new: dict[int, tuple[Settings, list[tuple[str, bytes, Source]]]] = {}
    for name in names:
        if name == files.STDIN:
            continue
        try:
            source = readers.read(readers.read_bytes(name), name.replace("\\", "/"))
            settings = configuration.settings(source.path)
            key = memory.key(source, configuration.stamp(settings))
        except KuaibaoLintError:
            continue
        if (kept := configuration.memory.recall(key)) is not None:
            reports[name] = memory.report(kept, source)
        elif len(source.text) <= patterns.STEP:  # no rule may take long on it
            new.setdefault(id(settings), (settings, []))[1].append((name, key, source))
    for settings, some in new.values():
        found = _together([source for _, _, source in some], settings, configuration)
        for (name, key, _), report in zip(some, found, strict=False):
            configuration.memory.keep(key, memory.plain(report))
            reports[name] = report
    return reports


def _together(
    sources: list[Source], settings: Settings, configuration: Configuration
) -> list[Report]:
    """Return the reports on some texts; none where one of them fails."""
    from kuaibao_lint.linter import lint_together

    try:
        return lint_together(sources, configuration.library(settings))
    except Exception:
        return []


def lint_file(
    name: str, job: Job, configuration: Configuration, report: Report | None = None
) -> FileResult:
    """Return what became of one file; every failure is in the result.

    report: on that file, where it is there already.
    """
    shown = (job.stdin_name if name == files.STDIN else name).replace("\\", "/")
    data = b""
    try:
        judged = judge(shown, job, configuration)
        if report is not None:
            return _result(*judged(report.source, report))
        data = readers.read_stdin() if name == files.STDIN else readers.read_bytes(name)
        source = readers.read(data, shown)
        if job.fix:
            return _fixed(name, data, source, job, judged)
        return _result(*judged(source))
    except ReadError as error:
        failed = FileResult(shown, error=str(error))
    except KuaibaoLintError:
        raise
    except Exception as error:
        if os.environ.get("KUAIBAO_LINT_DEBUG"):
            raise
        kind = type(error).__name__
        failed = FileResult(shown, error=f"内部错误（{kind}：{error}），请报告给维护者。")
    if name == files.STDIN and job.write:
        # Whoever writes what we hand on into the file must not lose it.
        sys.stdout.buffer.write(data)
    return failed


def judge(
    shown: str, job: Job, configuration: Configuration
) -> Judge:
    """Return what gives the report on a file's text, without what the project has accepted."""
    settings = configuration.settings(shown)
    configuration.verify(settings)
    known = settings.baseline if job.baseline else None
    accepts = known is not None or bool(settings.ignores)

    def judged(source: Source, report: Report | None = None) -> tuple[Report, Upkeep | None]:
        report = report or reported(source, settings, configuration)
        if not accepts:
            return report, None
        from kuaibao_lint.acceptance import accept

        library = configuration.library(settings)

        entries = None if known is None else configuration.baseline(known)
        return accept(report, library.ruleset(report.profile), settings, entries)

    return judged


def reported(source: Source, settings: Settings, configuration: Configuration) -> Report:
    """Return the report on a text: the one remembered, if it was linted so before."""
    key = b""
    try:
        key = memory.key(source, configuration.stamp(settings))
    except ReadError:
        pass  # a pack cannot be read: the library says so
    else:
        if (kept := configuration.memory.recall(key)) is not None:
            return memory.report(kept, source)
    from kuaibao_lint.linter import lint

    report = lint(source, configuration.library(settings))
    if key:
        configuration.memory.keep(key, memory.plain(report))
    return report


def _result(report: Report, upkeep: Upkeep | None) -> FileResult:
    return FileResult(
        report.source.path,
        report.source,
        report.profile,
        report.diagnostics,
        len(report.suppressed),
        len(upkeep.known or ()) if upkeep else 0,
        upkeep=upkeep,
        known=upkeep.known if upkeep else None,
        silenced=report.suppressed,
        silencings=report.silencings,
    )


def _fixed(
    name: str,
    data: bytes,
    source: Source,
    job: Job,
    judged: Judge,
) -> FileResult:
    from kuaibao_lint.cli import fixing
    from kuaibao_lint.fixes import fix

    fixed = fix(source, lambda one: judged(one)[0], unsafe=job.unsafe)
    after = fixed.source
    if job.write:
        fixing.put_back(name, data, source, after.text, job.paths)
    return _result(*judged(after))._replace(
        fixed=len(fixed.applied),
        notes=tuple(fixing.refusal(one, after) for one in fixed.refused),
        diff="" if job.write else "".join(fixing.unified(source.path, source.text, after.text)),
    )
