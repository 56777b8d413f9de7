"""The command `fix`: mend files, all at once or one fix after the other."""

from __future__ import annotations

import sys
from pathlib import Path

from kuaibao_lint import files, readers
from kuaibao_lint.cli import check, fixing
from kuaibao_lint.cli.linting import Job, configure, judge
from kuaibao_lint.cli.options import CHECK, Option, UsageError
from kuaibao_lint.errors import ReadError
from kuaibao_lint.light_typing import TYPE_CHECKING, Any
from kuaibao_lint.reporters import printable

if TYPE_CHECKING:
    from kuaibao_lint.config import Configuration
    from kuaibao_lint.diagnostics import Report
    from kuaibao_lint.source import Source

_SHARED = (
    "unsafe_fixes", "diff", "exit_non_zero_on_fix", "select", "ignore", "extend_select", "profile",
    "config", "isolated", "baseline", "no_cache", "jobs", "stdin_filename",
)  # fmt: skip
FIX: tuple[Option, ...] = (
    Option("interactive", ("--interactive", "-i"), "flag", "逐处询问，改与不改由您定。"),
    *(option for option in CHECK if option.name in _SHARED),
)


def run(values: dict[str, Any]) -> int:
    """Do what a `fix` command line asks for and return the exit code."""
    given = {option.name: option.default for option in CHECK} | values | {"fix_only": True}
    if given.pop("interactive"):
        return _step_through(given)
    return check.run(given)


def _step_through(values: dict[str, Any]) -> int:
    """Go through the fixes of all files at a terminal; return 0, or 2 where a file failed."""
    if files.STDIN in values["paths"] or not at_a_terminal():
        raise UsageError("fix -i 要在终端里逐处回答，不能用标准输入。")
    if values["diff"]:
        raise UsageError("fix -i 与 --diff 不能同用。")
    from kuaibao_lint.cli.stepping import console_for_people

    console = console_for_people()
    job = check.settle(values)
    configuration = configure(job)
    names, failed = check.targets(values["paths"], configuration)
    problems = [f"{one.path}：{one.error}" for one in failed]
    applied = changed = 0
    for name in names:
        try:
            count, stopped = _file(name, job, configuration, console)
        except ReadError as error:
            problems.append(f"{name}：{error}")
            continue
        applied += count
        changed += count > 0
        if stopped:
            break
    for problem in problems:
        console.print(printable(problem), style="bold red", markup=False, soft_wrap=True)
    console.print(f"已改正 {changed} 个文件中的 {applied} 处。")
    return 2 if problems else 0


def at_a_terminal() -> bool:
    """Tell whether somebody is there to answer."""
    return sys.stdin.isatty()


def _file(
    name: str, job: Job, configuration: Configuration, console: Any
) -> tuple[int, bool]:
    """Return how many fixes of a file were made, and whether that was to be the end."""
    from kuaibao_lint.cli.stepping import step

    data = readers.read_bytes(Path(name))
    source = readers.read(data, name.replace("\\", "/"))
    judged = judge(source.path, job, configuration)

    def linting(one: Source) -> Report:
        return judged(one)[0]

    done = step(source, linting, console)
    fixing.put_back(name, data, source, done.source.text, job.paths)
    return done.applied, done.stopped
