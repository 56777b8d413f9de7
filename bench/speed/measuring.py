"""Running a command and measuring it: wall, processor, memory."""

from __future__ import annotations

import os
import signal
import statistics
import subprocess
import sys
import threading
import time
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from bench.speed.peers import OURS, PEERS
from bench.speed.texts import MEGABYTE

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence


class Run(NamedTuple):
    """What one run took: seconds by the clock, seconds of processor, peak megabytes, exit code."""

    wall: float
    cpu: float
    peak: float
    code: int


@dataclass(slots=True)
class Column:
    """All runs of one program on one input; `gone` says why there are no more."""

    runs: list[Run] = field(default_factory=list)
    gone: str = ""

    def median(self, what: str) -> float | None:
        """Return the median of one figure, None where there is none."""
        if not self.runs or self.gone:
            return None
        values: list[float] = [getattr(run, what) for run in self.runs]
        return statistics.median(values)


def measure(command: Sequence[str], folder: Path, limit: float, env: Mapping[str, str]) -> Run:
    """Run a command once. Peak memory is that of its largest process.

    Linux starts the count at the size of the process that starts the command: about 15 MB here.
    """
    null = subprocess.DEVNULL
    started = time.perf_counter()
    child = subprocess.Popen(
        command, cwd=folder, env=env, stdin=null, stdout=null, stderr=null, start_new_session=True
    )
    alarm = threading.Timer(limit, os.killpg, (child.pid, signal.SIGKILL))
    alarm.start()
    _, status, usage = os.wait4(child.pid, 0)
    wall = time.perf_counter() - started
    alarm.cancel()
    if wall >= limit:
        raise TimeoutError
    child.returncode = os.waitstatus_to_exitcode(status)
    unit = 1 if sys.platform == "darwin" else 1024
    peak = usage.ru_maxrss * unit / MEGABYTE
    return Run(wall, usage.ru_utime + usage.ru_stime, peak, child.returncode)


def environment(folder: Path) -> dict[str, str]:
    """Return the environment of every run: bytecode allowed, caches inside `folder`, no colour."""
    env = {key: value for key, value in os.environ.items() if key != "PYTHONDONTWRITEBYTECODE"}
    return env | {"XDG_CACHE_HOME": str(folder / "cache"), "NO_COLOR": "1"}


def one_pattern(name: str) -> bool:
    """Tell whether a program must be given a pattern in place of many files."""
    return name in PEERS and PEERS[name].one_pattern


def forget_findings(env: Mapping[str, str]) -> None:
    """Remove what we remember of files, so that they are new to us; grammar and packs stay."""
    for entry in Path(env["XDG_CACHE_HOME"], OURS).glob("findings*"):
        entry.unlink()


def compare(
    commands: Mapping[str, Sequence[str]],
    files: Sequence[str],
    folder: Path,
    *,
    runs: int,
    limit: float,
) -> dict[str, Column]:
    """Run all programs in turn, `runs` times over, after one run each that is not counted."""
    env = environment(folder.parent)
    columns = {name: Column() for name in commands}
    for turn in range(runs + 1):
        for name, command in commands.items():
            column = columns[name]
            if column.gone:
                continue
            if name == OURS:
                forget_findings(env)
            try:
                named = ["m*.md"] if len(files) > 1 and one_pattern(name) else files
                run = measure([*command, *named], folder, limit, env)
            except TimeoutError:
                column.gone = f"stopped after {limit:.0f} s"
                continue
            if run.code not in (PEERS[name].fine if name in PEERS else (0, 1)):
                column.gone = f"exit code {run.code}"
            elif turn:
                column.runs.append(run)
    return columns
