"""`check`: paths → results → reports → exit code."""

from __future__ import annotations

import os
import signal
import sys
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path
from typing import Any, NamedTuple

from kuaibao_lint import baseline, cache, files, readers
from kuaibao_lint.cli.options import FORMATS, LEVELS, UsageError
from kuaibao_lint.config import Configuration, Settings, graded
from kuaibao_lint.errors import ConfigError, KuaibaoLintError, ReadError, reason
from kuaibao_lint.fixes import fix
from kuaibao_lint.linter import lint
from kuaibao_lint.reporters import FileResult, Run, printable, reporter
from kuaibao_lint.source import Source

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
    paths: tuple[str, ...] = ()


def run(values: dict[str, Any]) -> int:
    """Do what a `check` command line asks for and return the exit code.

    Raises KuaibaoLintError and UsageError for what makes the whole run impossible.
    """
    if values["no_cache"]:
        cache.disable()
    outputs = _outputs(values)
    if values["fail_on"] is not None and values["fail_on"] not in LEVELS:
        raise UsageError(f"--fail-on 应为 {'、'.join(LEVELS)} 之一，不是“{values['fail_on']}”。")
    job = Job(
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
        fix=values["fix"] or values["diff"],
        unsafe=values["unsafe_fixes"],
        write=values["fix"] and not values["diff"],
        stdin_name=values["stdin_filename"] or "stdin.md",
        paths=values["paths"],
    )
    configuration = _configuration(job)
    if values["show_settings"]:
        for path in values["paths"] or (".",):
            _show_settings(path, configuration)
        return 0
    if not values["paths"]:
        raise UsageError("请写明要检查的文件或文件夹，如 kuaibao-lint 第20期.md。")
    names, failed = _targets(values["paths"], configuration)
    reports = {os.path.realpath(path) for _, path in outputs if path}
    if reports and not reports.isdisjoint(map(os.path.realpath, names)):
        raise UsageError("报告会盖掉被检查的文件，请换一个文件名。")
    results = [*failed, *_results(names, job, configuration, values["jobs"])]
    if values["diff"]:
        return _show_diffs(results)
    results = _with_baseline(results, configuration, update=values["update_baseline"])
    _report(results, outputs, statistics=values["statistics"], to_stderr=_writes_text(job, names))
    return _exit_code(results, configuration, exit_zero=values["exit_zero"])


def lint_file(name: str, job: Job, configuration: Configuration) -> FileResult:
    """Return what became of one file; every failure is in the result."""
    shown = (job.stdin_name if name == files.STDIN else name).replace("\\", "/")
    try:
        stdin = name == files.STDIN
        library = configuration.library(configuration.settings(Path(shown)))
        data = readers.read_stdin() if stdin else readers.read_bytes(Path(name))
        source = readers.read(data, shown)
        if not job.fix:
            report = lint(source, library)
            return FileResult(
                shown, source, report.profile, report.diagnostics, len(report.suppressed)
            )
        return _fixed(name, data, source, job, lambda one: lint(one, library))
    except ReadError as error:
        return FileResult(shown, error=str(error))
    except KuaibaoLintError:
        raise
    except Exception as error:
        if os.environ.get("KUAIBAO_LINT_DEBUG"):
            raise
        kind = type(error).__name__
        return FileResult(shown, error=f"内部错误（{kind}：{error}），请报告给维护者。")


def _fixed(name: str, data: bytes, source: Source, job: Job, linting: Any) -> FileResult:
    fixed = fix(source, linting, unsafe=job.unsafe)
    notes = tuple(
        f"没有改：{one.rule}“{one.text}”的修改会影响别处，请手工处理。" for one in fixed.refused
    )
    report = fixed.report
    result = FileResult(
        source.path, fixed.source, report.profile, report.diagnostics, len(report.suppressed),
        fixed=len(fixed.applied), notes=notes,
    )
    if not job.write:
        before, after = source.text, fixed.source.text
        return result._replace(diff=_diff(source.path, before, after))
    if source.encode(source.text) != data:
        # Some byte sequences decode to a character that is encoded otherwise.
        raise ReadError("文件的编码无法原样写回，没有修改。")
    if name == files.STDIN:
        sys.stdout.buffer.write(source.encode(fixed.source.text))
    elif fixed.applied:
        files.write(Path(name), source.encode(fixed.source.text), job.paths)
    return result


def _diff(path: str, before: str, after: str) -> str:
    if before == after:
        return ""
    import difflib

    rows = difflib.unified_diff(
        before.splitlines(), after.splitlines(), path, path, lineterm="", n=1
    )
    return "".join(printable(row) + "\n" for row in rows)


def _configuration(job: Job) -> Configuration:
    return Configuration(dict(job.given), job.chosen, isolated=job.isolated)


def _targets(
    arguments: Iterable[str], configuration: Configuration
) -> tuple[list[str], list[FileResult]]:
    """Return the files to lint, each once, and results for the arguments that name none."""
    names: dict[str, None] = {}
    failed: list[FileResult] = []

    def unreadable(where: str, error: ReadError) -> None:
        failed.append(FileResult(where, error=str(error)))

    for argument in arguments:
        try:
            found = files.expand(
                argument, lambda path: configuration.settings(path).excludes(path), unreadable
            )
        except ReadError as error:
            failed.append(FileResult(argument.replace("\\", "/"), error=str(error)))
        else:
            names |= dict.fromkeys(found)
    return list(names), failed


_worker: tuple[Job, Configuration] | None = None


def _start_worker(job: Job) -> None:
    global _worker
    # Ctrl-C is the main process's business: it ends the workers, and they say nothing.
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    _worker = (job, _configuration(job))


def _work(name: str) -> FileResult:
    assert _worker is not None
    return lint_file(name, *_worker)


def _results(
    names: list[str], job: Job, configuration: Configuration, jobs: int | None
) -> list[FileResult]:
    cores = len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count()
    workers = jobs if jobs is not None else (cores or 1) if len(names) >= POOL_FROM else 1
    if workers < 1:
        raise UsageError("--jobs 应为正整数。")
    if workers == 1 or len(names) < 2:
        return list(_progress((lint_file(name, job, configuration) for name in names), len(names)))
    for name in names[:1]:  # a mistake in the settings is met here, and the caches are filled
        configuration.library(configuration.settings(Path(name)))
    from concurrent.futures import ProcessPoolExecutor
    from concurrent.futures.process import BrokenProcessPool

    chunk = max(1, min(32, len(names) // (workers * 4)))
    with ProcessPoolExecutor(workers, initializer=_start_worker, initargs=(job,)) as pool:
        try:
            return list(_progress(pool.map(_work, names, chunksize=chunk), len(names)))
        except BrokenProcessPool:
            raise ReadError(
                "一个检查进程被系统终止（可能是内存不足）；用 --jobs 1 可以看出是哪个文件。"
            ) from None
        except KeyboardInterrupt:
            pool.shutdown(wait=False, cancel_futures=True)
            raise


def _progress(results: Iterable[FileResult], total: int) -> Iterator[FileResult]:
    """Pass results on, with a bar on a terminal when there are many."""
    if total < PROGRESS_FROM or not sys.stderr.isatty():
        yield from results
        return
    from rich.console import Console
    from rich.progress import track

    console = Console(stderr=True)
    yield from track(results, "正在检查", total, console=console, transient=True)


def _with_baseline(
    results: list[FileResult], configuration: Configuration, *, update: bool
) -> list[FileResult]:
    """Write or apply the baselines; each file's settings say which is its own."""
    known: dict[Path, Counter[baseline.Entry]] = {}
    new: dict[Path, list[baseline.Entry]] = {}
    kept = []
    for result in results:
        path = _baseline_path(configuration.settings(Path(result.path)))
        if path is None and update:
            raise ConfigError("要写入基线，请用 --baseline 指明文件。")
        if path is None or result.source is None:
            kept.append(result)
        elif update:
            text = result.source.text
            entries = [baseline.entry(one, text) for one in result.diagnostics]
            new.setdefault(path, []).extend(entries)
            kept.append(result._replace(diagnostics=(), baselined=len(entries)))
        else:
            if path not in known:
                known[path] = baseline.read(path)
            left, count = baseline.apply(result.diagnostics, result.source.text, known[path])
            kept.append(result._replace(diagnostics=tuple(left), baselined=count))
    for path, entries in new.items():
        baseline.write(path, entries)
    return kept


def _baseline_path(settings: Settings) -> Path | None:
    name = settings.values["baseline"]
    if name is None:
        return None
    if settings.origins["baseline"] == "命令行":
        return Path(name)
    # A configuration comes with the files, maybe from a stranger: it may not choose what to write.
    path: Path = settings.folder / name
    try:
        inside = path.resolve().is_relative_to(settings.folder.resolve())
    except (OSError, ValueError, RuntimeError):  # a NUL, or a circle of links
        inside = False
    if not inside:
        raise ConfigError(
            f"{settings.origins['baseline']}：baseline 应在配置文件所在的文件夹内；"
            "别处的基线请用 --baseline 指明。"
        )
    return path


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


def _report(
    results: list[FileResult],
    outputs: list[tuple[str, str | None]],
    *,
    statistics: bool,
    to_stderr: bool,
) -> None:
    stream = sys.stderr if to_stderr else sys.stdout
    for name, path in outputs:
        terminal = path is None and stream.isatty()
        colour = terminal and not os.environ.get("NO_COLOR") and os.environ.get("TERM") != "dumb"
        width = _columns() if terminal else 0
        run = Run(tuple(results), colour, width, statistics)
        text = reporter(name)(run)
        if path is None:
            try:
                _print(text, stream, machine=name != "text")
            except BrokenPipeError:
                raise
            except OSError as error:
                raise ConfigError(f"无法写出报告：{reason(error)}。") from None
            continue
        try:
            Path(path).write_text(text, encoding="utf-8", newline="\n")
        except OSError as error:
            raise ConfigError(f"{path}：无法写入报告：{reason(error)}。") from None


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


def _show_diffs(results: list[FileResult]) -> int:
    changed = False
    for result in results:
        if result.error is not None:
            row = printable(f"{result.path}：{result.error}")
            _print(row + "\n", sys.stderr, machine=False)
        elif result.diff:
            changed = True
            _print(result.diff, sys.stdout, machine=True)
    return 2 if any(result.error is not None for result in results) else int(changed)


def _show_settings(path: str, configuration: Configuration) -> None:
    target = Path(path)
    settings = configuration.settings(target / "x.md" if target.is_dir() else target)
    library = configuration.library(settings)
    rows = [f"{path} 的设置："]
    for key, value in settings.values.items():
        if key == "severity":
            value = tuple(f"{rule}={level}" for rule, level in value)  # noqa: PLW2901
        shown = "、".join(value) if isinstance(value, tuple) else value
        rows.append(f"  {key} = {shown or '（无）'}    来自{settings.origins[key]}")
    rows.append(f"  可用的配置方案：{'、'.join(library.profiles())}")
    _print("\n".join(map(printable, rows)) + "\n", sys.stdout, machine=False)


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
