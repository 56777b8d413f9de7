"""Many files → their results: in this process, or shared out among several."""

from __future__ import annotations

import os
import sys
from collections.abc import Callable, Iterable, Iterator

from kuaibao_lint.cli import linting
from kuaibao_lint.cli.linting import TOGETHER, Job, configure
from kuaibao_lint.cli.options import UsageError
from kuaibao_lint.errors import ReadError
from kuaibao_lint.light_typing import TYPE_CHECKING

if TYPE_CHECKING:
    from typing import TypeVar

    from kuaibao_lint.config import Configuration
    from kuaibao_lint.memory import Entries
    from kuaibao_lint.reporters import FileResult

    T = TypeVar("T")
    # What became of some files, and what is to be remembered of them.
    Found = tuple[list[FileResult], Entries]

# From how many files up a pool of processes pays for its start.
POOL_FROM = 50
# How many files a process is handed at once: many, for each handing over costs; few towards the
# end, so that no process is done long before the others.
MOST, LEAST = TOGETHER, TOGETHER // 4
# How many processes are of use at most; Windows waits for 63 at once.
PROCESSES = 60
PROGRESS_FROM = 20

# What a forked process begins with.
_loaded: Configuration | None = None


def _begin(names: list[str], job: Job) -> Callable[[tuple[int, int]], Found]:
    """Return what a process does: from where to where in `names` → what it found there."""
    configuration = _loaded or configure(job)

    def work(portion: tuple[int, int]) -> Found:
        results = list(linting.lint_files(names[slice(*portion)], job, configuration))
        return results, configuration.memory.taken()

    return work


def _received(done: Iterable[Found], configuration: Configuration) -> Iterator[FileResult]:
    """Pass on what workers return, and keep what is to be remembered."""
    for results, found in done:
        configuration.memory.give(found)
        yield from results


def _portions(files: int, workers: int) -> Iterator[tuple[int, int]]:
    """Yield from where to where each portion goes; they grow smaller."""
    at = 0
    while at < files:
        end = at + max(LEAST, min(MOST, (files - at) // (workers * 3)))
        yield at, end
        at = end


def lint_files(
    names: list[str], job: Job, configuration: Configuration, jobs: int | None
) -> list[FileResult]:
    """Return what became of each file, in their order; many are shared out among processes.

    jobs: how many processes; None for one where the files are few, else one for each core.
    Raises UsageError, and ReadError where the system ends a process.
    """
    cores = len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count()
    workers = jobs if jobs is not None else (cores or 1) if len(names) >= POOL_FROM else 1
    if workers < 1:
        raise UsageError("--jobs 应为正整数。")
    workers = min(workers, PROCESSES)
    results: list[FileResult] = []
    if workers > 1:
        # Files that have not changed since an earlier run are quicker read here than handed out.
        # At the first new one a mistake in the settings is met, and the caches are filled.
        for name in names:
            results.append(linting.lint_file(name, job, configuration))
            if configuration.memory.grown or not job.remembers:
                break
    rest = names[len(results) :]
    if workers == 1 or len(rest) < (POOL_FROM if jobs is None else 2):
        results += _progress(linting.lint_files(rest, job, configuration), len(rest))
    else:
        results += _shared_out(rest, job, configuration, workers)
    configuration.memory.save()
    return results


def _shared_out(
    names: list[str], job: Job, configuration: Configuration, workers: int
) -> list[FileResult]:
    """Return what became of each file, as some processes found it. Raises ReadError."""
    global _loaded
    from kuaibao_lint.cli.workers import WorkerLostError, Workers

    _loaded = configuration
    try:
        with Workers(workers, _begin, names, job) as processes:
            done = processes.map(_portions(len(names), workers))
            return list(_progress(_received(done, configuration), len(names)))
    except WorkerLostError:
        raise ReadError(
            "一个检查进程被系统终止（可能是内存不足）；用 --jobs 1 可以看出是哪个文件。"
        ) from None


def _progress(results: Iterable[T], total: int) -> Iterator[T]:
    """Pass results on, with a bar on a terminal when there are many."""
    if total < PROGRESS_FROM or not sys.stderr.isatty():
        yield from results
        return
    from rich.console import Console
    from rich.progress import track

    console = Console(stderr=True)
    yield from track(results, "正在检查", total, console=console, transient=True)
