"""Checkstyle's XML, which Jenkins, Gitee and many editors read."""

from __future__ import annotations

from kuaibao_lint.light_typing import TYPE_CHECKING
from kuaibao_lint.reporters.markup import value
from kuaibao_lint.reporters.places import NOT_CHECKED
from kuaibao_lint.source import Lines

if TYPE_CHECKING:
    from kuaibao_lint.reporters import Run


def render(run: Run) -> str:
    """Return one `file` element for each file, also for those without findings."""
    rows = ['<?xml version="1.0" encoding="UTF-8"?>', '<checkstyle version="4.3">']
    for file in run.files:
        rows.append(f'<file name="{value(file.path)}">')
        if file.error is not None:
            rows.append(_error(1, 1, "error", file.error, NOT_CHECKED))
        if file.source is not None and file.diagnostics:
            lines = Lines(file.source.text)
            rows += [
                _error(*lines.position(one.span.start), one.severity.label, one.message, one.rule)
                for one in file.diagnostics
            ]
        rows.append("</file>")
    return "\n".join([*rows, "</checkstyle>", ""])


def _error(line: int, column: int, severity: str, message: str, rule: str) -> str:
    return (
        f'<error line="{line}" column="{column}" severity="{severity}" '
        f'message="{value(message)}" source="kuaibao-lint.{value(rule)}"/>'
    )
