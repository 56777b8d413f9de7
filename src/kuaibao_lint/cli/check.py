"""`check`: paths → results → reports → exit code."""

from __future__ import annotations

import os
import sys
from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path
from typing import TYPE_CHECKING, Any, NamedTuple, TypeVar

from kuaibao_lint import cache, files, memory, readers
from kuaibao_lint.cli.options import FORMATS, LEVELS, UsageError
from kuaibao_lint.config import ENTRIES, Configuration, Settings, graded
from kuaibao_lint.errors import ConfigError, KuaibaoLintError, ReadError, reason
from kuaibao_lint.reporters import COUNTING, EXPLAINING, FileResult, Run, reporter
from kuaibao_lint.source import Source

if TYPE_CHECKING:
    from collections.abc import Callable

    from kuaibao_lint.acceptance import Upkeep
    from kuaibao_lint.diagnostics import Report
    from kuaibao_lint.memory import Entries

T = TypeVar("T")

# From how many files up a pool of processes pays for its start.
POOL_FROM = 50
PROGRESS_FROM = 20


class Job(NamedTuple):
    """How each file is treated; plain values, so that a worker process can be told."""

    given: Mapping[str, Any]
    chosen: str | None
    isolated: bool
    fix: bool
    unsafe: bool
    write: bool
    stdin_name: str
    baseline: bool = True  # whether known findings are left out already here
    cached: bool = True


def run(values: dict[str, Any]) -> int:
    """Do what a `check` command line asks for and return the exit code.

    Raises KuaibaoLintError and UsageError for what makes the whole run impossible.
    """
    if values["watch"]:
        from kuaibao_lint.cli.watching import watch

        return watch(values, run)
    outputs = _outputs(values)
    special = values["group_by"] is not None or values["max_findings"] is not None
    if special:
        from kuaibao_lint.cli.view import check_view

        check_view(values)
    if values["fail_on"] is not None and values["fail_on"] not in LEVELS:
        raise UsageError(f"--fail-on 应为 {'、'.join(LEVELS)} 之一，不是“{values['fail_on']}”。")
    settled = settle(values)
    configuration = configure(settled)
    if values["show_settings"]:
        for path in values["paths"] or (".",):
            _show_settings(path, configuration)
        return 0
    if not values["paths"]:
        raise UsageError("请写明要检查的文件或文件夹，如 kuaibao-lint 第20期.md。")
    names, failed = targets(values["paths"], configuration)
    results = [*failed, *_results(names, settled, configuration, values["jobs"])]
    if values["diff"] or values["fix_only"]:
        from kuaibao_lint.cli.fixing import tell

        return tell(results, diff=values["diff"], on_fix=values["exit_non_zero_on_fix"])
    results = _kept_up(results, configuration, values)
    if values["add_ignore"]:
        from kuaibao_lint.cli.ignoring import add

        return add(results, configuration, values["reason"] or "")
    shown = Run(tuple(results), statistics=values["statistics"])
    if special or any(name in EXPLAINING for name, _ in outputs):
        from kuaibao_lint.cli.view import view

        shown = view(shown, values, configuration, [name for name, _ in outputs])
    _report(shown, outputs, to_stderr=_writes_text(settled, names))
    code = _exit_code(results, configuration, exit_zero=values["exit_zero"])
    return code or int(values["exit_non_zero_on_fix"] and any(one.fixed for one in results))


def settle(values: dict[str, Any]) -> Job:
    """Return how a command line wants each file treated. Raises ConfigError."""
    mends = values["fix"] or values["fix_only"]
    renews = values["update_baseline"] or values["prune_baseline"]
    return Job(
        {
            "profile": values["profile"],
            "select": values["select"],
            "extend-select": values["extend_select"],
            "ignore": values["ignore"],
            "severity": graded(values["severity"]),
            "fail-on": values["fail_on"],
            "baseline": values["baseline"],
        },
        values["config"],
        values["isolated"],
        fix=mends or values["diff"],
        unsafe=values["unsafe_fixes"],
        write=mends and not values["diff"],
        stdin_name=values["stdin_filename"] or "stdin.md",
        baseline=not renews,
        cached=not values["no_cache"],
    )


def lint_file(name: str, job: Job, configuration: Configuration) -> FileResult:
    """Return what became of one file; every failure is in the result."""
    shown = (job.stdin_name if name == files.STDIN else name).replace("\\", "/")
    data = b""
    try:
        judged = judge(shown, job, configuration)
        data = sys.stdin.buffer.read() if name == files.STDIN else readers.read_bytes(Path(name))
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
) -> Callable[[Source], tuple[Report, Upkeep | None]]:
    """Return what gives the report on a file's text, without what the project has accepted."""
    settings = configuration.settings(Path(shown))
    configuration.verify(settings)
    known = settings.baseline if job.baseline else None
    accepts = known is not None or bool(settings.ignores)

    def judged(source: Source) -> tuple[Report, Upkeep | None]:
        report = reported(source, settings, configuration)
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
    except OSError:
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
        upkeep.baselined if upkeep else 0,
        upkeep=upkeep,
        silenced=report.suppressed,
        silencings=report.silencings,
    )


def _fixed(
    name: str,
    data: bytes,
    source: Source,
    job: Job,
    judged: Callable[[Source], tuple[Report, Upkeep | None]],
) -> FileResult:
    from kuaibao_lint.cli import fixing
    from kuaibao_lint.fixes import fix

    fixed = fix(source, lambda one: judged(one)[0], unsafe=job.unsafe)
    after = fixed.source
    if job.write:
        fixing.put_back(name, data, source, after.text)
    return _result(*judged(after))._replace(
        fixed=len(fixed.applied),
        notes=tuple(fixing.refusal(one, after) for one in fixed.refused),
        diff="" if job.write else "".join(fixing.unified(source.path, source.text, after.text)),
    )


def configure(job: Job) -> Configuration:
    """Return the settings of a run, here or in a worker process."""
    if not job.cached:
        cache.disable()
    return Configuration(dict(job.given), job.chosen, isolated=job.isolated)


def targets(
    arguments: Iterable[str], configuration: Configuration
) -> tuple[list[str], list[FileResult]]:
    """Return the files to lint, each once, and results for the arguments that name none."""
    names: dict[str, None] = {}
    failed: list[FileResult] = []
    for argument in arguments:
        try:
            found = files.expand(
                argument, lambda path: configuration.settings(path).excludes(path)
            )
        except ReadError as error:
            failed.append(FileResult(argument.replace("\\", "/"), error=str(error)))
        else:
            names |= dict.fromkeys(found)
    return list(names), failed


_worker: tuple[Job, Configuration] | None = None


def _start_worker(job: Job) -> None:
    global _worker
    _worker = (job, configure(job))


def _work(name: str) -> tuple[FileResult, Entries]:
    """Return what became of a file, and what is to be remembered of it."""
    assert _worker is not None
    job, configuration = _worker
    return lint_file(name, job, configuration), configuration.memory.taken()


def _results(
    names: list[str], job: Job, configuration: Configuration, jobs: int | None
) -> list[FileResult]:
    cores = len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count()
    workers = jobs if jobs is not None else (cores or 1) if len(names) >= POOL_FROM else 1
    if workers < 1:
        raise UsageError("--jobs 应为正整数。")
    if workers == 1 or len(names) < 2:
        results = list(
            _progress((lint_file(name, job, configuration) for name in names), len(names))
        )
        configuration.memory.save()
        return results
    for name in names[:1]:  # a mistake in the settings is met here, and the caches are filled
        configuration.verify(configuration.settings(Path(name)))
    from concurrent.futures import ProcessPoolExecutor

    with ProcessPoolExecutor(workers, initializer=_start_worker, initargs=(job,)) as pool:
        chunk = max(1, min(32, len(names) // (workers * 4)))
        results = []
        for result, found in _progress(pool.map(_work, names, chunksize=chunk), len(names)):
            results.append(result)
            configuration.memory.give(found)
    configuration.memory.save()
    return results


def _progress(results: Iterable[T], total: int) -> Iterator[T]:
    """Pass results on, with a bar on a terminal when there are many."""
    if total < PROGRESS_FROM or not sys.stderr.isatty():
        yield from results
        return
    from rich.console import Console
    from rich.progress import track

    console = Console(stderr=True)
    yield from track(results, "正在检查", total, console=console, transient=True)


def _kept_up(
    results: list[FileResult], configuration: Configuration, values: dict[str, Any]
) -> list[FileResult]:
    """Bring baselines up to date where that is asked for, and tell what is of no use any more."""
    renews = values["update_baseline"] or values["prune_baseline"]
    if not renews and all(one.upkeep is None for one in results):
        return results
    from kuaibao_lint.cli import upkeep

    if renews:
        prune = not values["update_baseline"]
        results = upkeep.write_baselines(results, configuration, prune=prune)
    else:
        upkeep.tell_stale(results, configuration)
    return [*results, *upkeep.unused_ignores(results, configuration)]


def _outputs(values: dict[str, Any]) -> list[tuple[str, str | None]]:
    """Return (format, file) pairs; a file of None is the screen."""
    default = "github" if os.environ.get("GITHUB_ACTIONS") == "true" else "text"
    outputs: list[tuple[str, str | None]] = []
    for one in values["formats"] or (default,):
        name, _, path = one.partition(":")
        if name not in FORMATS:
            raise UsageError(f"没有输出格式“{name}”；可用：{'、'.join(FORMATS)}。")
        outputs.append((name, path or values["output"]))
    return outputs


def _writes_text(job: Job, names: list[str]) -> bool:
    """Tell whether standard output belongs to the mended text."""
    return job.write and files.STDIN in names


def _report(shown: Run, outputs: list[tuple[str, str | None]], *, to_stderr: bool) -> None:
    stream = sys.stderr if to_stderr else sys.stdout
    for name, path in outputs:
        terminal = path is None and stream.isatty()
        colour = terminal and not os.environ.get("NO_COLOR") and os.environ.get("TERM") != "dumb"
        width = _columns() if terminal else 0
        text = reporter(name)(shown._replace(colour=colour, width=width))
        if path is None:
            try:
                _print(text, stream, machine=name != "text")
            except BrokenPipeError:
                raise
            except OSError as error:
                raise ConfigError(f"无法写出报告：{reason(error)}。") from None
            continue
        try:
            Path(path).write_bytes(text.encode("utf-8", "replace"))
        except OSError as error:
            raise ConfigError(f"{path}：无法写入报告：{reason(error)}。") from None
    if shown.statistics and not any(name in COUNTING for name, _ in outputs):
        from kuaibao_lint.reporters.grouping import statistics

        rows = "".join(f"{row}\n" for row in statistics(shown))
        _print(rows, sys.stderr, machine=False)


def _columns() -> int:
    try:
        return os.get_terminal_size().columns
    except OSError:
        return 0


def _print(text: str, stream: Any, *, machine: bool) -> None:
    """Write a report: to a program in UTF-8 always, to a person as the console can show it."""
    if machine and not stream.isatty():
        stream.flush()
        stream.buffer.write(text.encode("utf-8", "replace"))
        stream.buffer.flush()
    else:
        encoding = stream.encoding or "utf-8"
        stream.write(text.encode(encoding, "replace").decode(encoding))
        stream.flush()


def _show_settings(path: str, configuration: Configuration) -> None:
    target = Path(path)
    settings = configuration.settings(target / "x.md" if target.is_dir() else target)
    library = configuration.library(settings)
    rows = [f"{path} 的设置："]
    for key, value in settings.values.items():
        if key in ENTRIES:
            value = f"{len(value)} 条" if value else ""  # noqa: PLW2901
        if key == "severity":
            value = tuple(f"{rule}={level}" for rule, level in value)  # noqa: PLW2901
        shown = "、".join(value) if isinstance(value, tuple) else value
        rows.append(f"  {key} = {shown or '（无）'}    来自{settings.origins[key]}")
    rows.append(f"  可用的配置方案：{'、'.join(library.profiles())}")
    _print("\n".join(rows) + "\n", sys.stdout, machine=False)


def _exit_code(
    results: list[FileResult], configuration: Configuration, *, exit_zero: bool
) -> int:
    if any(result.error is not None or result.notes for result in results):
        return 2
    failing = any(
        one.severity >= configuration.settings(Path(result.path)).fail_on
        for result in results
        for one in result.diagnostics
    )
    return int(failing and not exit_zero)
