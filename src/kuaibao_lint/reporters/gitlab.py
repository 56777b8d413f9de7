"""GitLab code quality: a list of issues, as its merge request widget reads them.

Source: docs.gitlab.com, ci/testing/code_quality, “Code Quality report format”.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from kuaibao_lint.diagnostics import Severity
from kuaibao_lint.reporters.json import dumps
from kuaibao_lint.reporters.places import NOT_CHECKED, fingerprints, relative
from kuaibao_lint.source import Lines

if TYPE_CHECKING:
    from kuaibao_lint.reporters import Run

_LEVELS = {Severity.ERROR: "major", Severity.WARNING: "minor", Severity.INFO: "info"}


def render(run: Run) -> str:
    """Return the issues; the widget hides `check_name`, so that the message begins with the id."""
    issues: list[dict[str, Any]] = []
    for file in run.files:
        path = relative(file.path)
        if file.error is not None:
            issues.append(
                _issue(NOT_CHECKED, file.error, f"{NOT_CHECKED}:{path}", "blocker", path, (1, 1))
            )
        if file.source is None or not file.diagnostics:
            continue
        lines = Lines(file.source.text)
        hashes = fingerprints(file.diagnostics, file.source.text)
        for one, hashed in zip(file.diagnostics, hashes, strict=True):
            (line, _), (end, _) = map(lines.position, one.span)
            level = _LEVELS[one.severity]
            issues.append(
                _issue(one.rule, f"{one.rule} {one.message}", hashed, level, path, (line, end))
            )
    return dumps(issues)


def _issue(
    rule: str, words: str, fingerprint: str, severity: str, path: str, lines: tuple[int, int]
) -> dict[str, Any]:
    return {
        "description": words,
        "check_name": rule,
        "fingerprint": fingerprint,
        "severity": severity,
        "location": {"path": path, "lines": {"begin": lines[0], "end": lines[1]}},
    }
