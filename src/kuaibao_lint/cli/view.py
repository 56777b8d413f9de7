"""What of the results is shown: how many findings, in which groups, with which explanations."""

from __future__ import annotations

from pathlib import Path

from kuaibao_lint.cli.options import UsageError
from kuaibao_lint.light_typing import TYPE_CHECKING, Any
from kuaibao_lint.reporters import EXPLAINING, GROUPINGS, About, FileResult, Run

if TYPE_CHECKING:
    from kuaibao_lint.config import Configuration
    from kuaibao_lint.diagnostics import Diagnostic


def check_view(values: dict[str, Any]) -> None:
    """Raise UsageError where the options ask for a view that does not exist."""
    if values["group_by"] not in (None, *GROUPINGS):
        raise UsageError(
            f"--group-by 应为 {'、'.join(GROUPINGS)} 之一，不是“{values['group_by']}”。"
        )
    if values["max_findings"] is not None and values["max_findings"] < 0:
        raise UsageError("--max-findings 不能小于 0。")


def view(
    run: Run, values: dict[str, Any], configuration: Configuration, formats: list[str]
) -> Run:
    """Return the run as the options want it shown, with the rules where a format shows them."""
    results = list(run.files)
    shown, omitted = _cut(results, values["max_findings"])
    explained = any(name in EXPLAINING for name in formats)
    return run._replace(
        files=tuple(shown),
        group_by=values["group_by"] or "file",
        omitted=tuple(omitted),
        rules=_rules(results, configuration) if explained else {},
    )


def _cut(
    results: list[FileResult], most: int | None
) -> tuple[list[FileResult], list[Diagnostic]]:
    """Return the results with no more findings than `most`, and the findings left out."""
    if most is None:
        return results, []
    shown: list[FileResult] = []
    omitted: list[Diagnostic] = []
    for result in results:
        shown.append(result._replace(diagnostics=result.diagnostics[:most]))
        omitted += result.diagnostics[most:]
        most -= len(shown[-1].diagnostics)
    return shown, omitted


def _rules(results: list[FileResult], configuration: Configuration) -> dict[str, About]:
    """Return what is known of the rules that ran; the files' settings say which."""
    found: dict[str, About] = {}
    seen: set[tuple[Path, str]] = set()
    for result in results:
        if not result.profile:
            continue  # it was not linted, or is a configuration file
        path = Path(result.path)
        if (path.parent, result.profile) in seen:
            continue
        seen.add((path.parent, result.profile))
        library = configuration.library(configuration.settings(path))
        for rule in library.ruleset(result.profile).rules:
            source = " ".join(
                rule.basis[key] for key in ("source", "clause") if key in rule.basis
            )
            basis = f"{rule.basis['level']}：{source}"
            found[rule.id] = About(
                rule.id, rule.name, rule.severity, rule.why, basis, rule.fix
            )
    return found
