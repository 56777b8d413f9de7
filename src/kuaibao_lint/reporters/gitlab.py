"""GitLab code quality: a list of issues, as its merge request widget reads them.

Source: docs.gitlab.com, ci/testing/code_quality, “Code Quality report format”.
"""

from __future__ import annotations

from kuaibao_lint.diagnostics import Severity
from kuaibao_lint.light_typing import TYPE_CHECKING, Any
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
                {
                    "description": f"未能检查：{file.error}",
                    "check_name": NOT_CHECKED,
                    "fingerprint": f"{NOT_CHECKED}:{path}",
                    "severity": "blocker",
                    "location": {"path": path, "lines": {"begin": 1, "end": 1}},
                }
            )
        if file.source is None or not file.diagnostics:
            continue
        lines = Lines(file.source.text)
        hashes = fingerprints(file.diagnostics, file.source.text)
        for one, hashed in zip(file.diagnostics, hashes, strict=True):
            (line, _), (end, _) = map(lines.position, one.span)
            issues.append(
                {
                    "description": f"{one.rule} {one.message}",
                    "check_name": one.rule,
                    "fingerprint": hashed,
                    "severity": _LEVELS[one.severity],
                    "location": {"path": path, "lines": {"begin": line, "end": end}},
                }
            )
    return dumps(issues)
