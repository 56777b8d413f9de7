"""`check`: paths → results → reports → exit code."""

from __future__ import annotations

import os
from collections.abc import Iterable

from kuaibao_lint import files
from kuaibao_lint.cli import output, pool
from kuaibao_lint.cli.linting import Job, configure
from kuaibao_lint.cli.options import LEVELS, UsageError
from kuaibao_lint.config import Configuration, graded
from kuaibao_lint.errors import ReadError
from kuaibao_lint.light_typing import Any
from kuaibao_lint.reporters import EXPLAINING, FileResult, Run


def run(values: dict[str, Any]) -> int:
    """Do what a `check` command line asks for and return the exit code.

    Raises KuaibaoLintError and UsageError for what makes the whole run impossible.
    """
    if values["watch"]:
        from kuaibao_lint.cli.watching import watch

        return watch(values, run)
    outputs = output.wanted(values)
    _check_level(values["fail_on"])
    special = _is_special(values)
    settled = settle(values)
    configuration = configure(settled)
    if values["show_settings"]:
        for path in values["paths"] or (".",):
            output.show_settings(path, configuration)
        return 0
    if not values["paths"]:
        raise UsageError("请写明要检查的文件或文件夹，如 kuaibao-lint 第20期.md。")
    names, failed = targets(values["paths"], configuration)
    reports = _identities(path for _, path in outputs if path)
    if reports and not reports.isdisjoint(_identities(names)):
        raise UsageError("报告会盖掉被检查的文件，请换一个文件名。")
    results = [*failed, *pool.lint_files(names, settled, configuration, values["jobs"])]
    if values["diff"] or values["fix_only"]:
        results += _unused(results, configuration, settled)
        from kuaibao_lint.cli.fixing import tell

        return tell(results, diff=values["diff"], on_fix=values["exit_non_zero_on_fix"])
    results = _kept_up(results, configuration, settled, values)
    if values["add_ignore"]:
        from kuaibao_lint.cli.ignoring import add

        return add(results, configuration, values["reason"] or "")
    shown = Run(tuple(results), statistics=values["statistics"])
    if special or any(name in EXPLAINING for name, _ in outputs):
        from kuaibao_lint.cli.view import view

        shown = view(shown, values, configuration, [name for name, _ in outputs])
    # With --fix, what stands on standard input is mended, and standard output is the text's.
    to_stderr = settled.write and files.STDIN in names
    output.report(shown, outputs, to_stderr=to_stderr)
    code = _exit_code(results, configuration, exit_zero=values["exit_zero"])
    return code or int(values["exit_non_zero_on_fix"] and any(one.fixed for one in results))


def _check_level(fail_on: str | None) -> None:
    """Raise UsageError for a --fail-on that is no severity."""
    if fail_on is not None and fail_on not in LEVELS:
        raise UsageError(f"--fail-on 应为 {'、'.join(LEVELS)} 之一，不是“{fail_on}”。")


def _identities(paths: Iterable[str]) -> set[tuple[int, int]]:
    """Return what tells files apart, whatever links lead to them, for those that are there."""
    found = set()
    for path in paths:
        try:
            status = os.stat(path)  # noqa: PTH116 - pathlib is not loaded for a plain run
        except (OSError, ValueError):
            continue
        found.add((status.st_dev, status.st_ino))
    return found


def _is_special(values: dict[str, Any]) -> bool:
    """Tell whether the findings are grouped or cut for the report. Raises UsageError."""
    if values["group_by"] is None and values["max_findings"] is None:
        return False
    from kuaibao_lint.cli.view import check_view

    check_view(values)
    return True


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
        paths=values["paths"],
        baseline=not renews,
        remembers=not values["no_cache"],
    )


def targets(
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


def _kept_up(
    results: list[FileResult], configuration: Configuration, job: Job, values: dict[str, Any]
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
    return [*results, *_unused(results, configuration, job)]


def _unused(
    results: list[FileResult], configuration: Configuration, job: Job
) -> list[FileResult]:
    """Return what is told of configuration files: entries without use, or that they are gone."""
    if all(one.upkeep is None for one in results):
        return []
    from kuaibao_lint.cli.upkeep import unused_ignores

    found = list(unused_ignores(results, configuration))
    # What comes in at standard input is mended on its way; no file changes under it.
    if found and job.fix and files.STDIN not in job.paths:
        from kuaibao_lint.cli.pruning import mended

        return [mended(one, job) for one in found]
    return found


def _exit_code(
    results: list[FileResult], configuration: Configuration, *, exit_zero: bool
) -> int:
    if any(result.error is not None or result.notes for result in results):
        return 2
    failing = any(
        one.severity >= configuration.settings(result.path).fail_on
        for result in results
        for one in result.diagnostics
    )
    return int(failing and not exit_zero)
