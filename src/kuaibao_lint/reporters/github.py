"""Annotations for GitHub Actions: workflow commands, escaped as the runner unescapes them.

Source: actions/toolkit, packages/core/src/command.ts (escapeData, escapeProperty).
"""

from __future__ import annotations

from kuaibao_lint.diagnostics import Severity
from kuaibao_lint.light_typing import TYPE_CHECKING
from kuaibao_lint.reporters import printable
from kuaibao_lint.reporters.places import relative
from kuaibao_lint.source import Lines

if TYPE_CHECKING:
    from kuaibao_lint.reporters import Run

_COMMANDS = {Severity.ERROR: "error", Severity.WARNING: "warning", Severity.INFO: "notice"}


def render(run: Run) -> str:
    """Return one annotation for each finding and each file that could not be linted."""
    rows: list[str] = []
    for file in run.files:
        if file.error is not None:
            rows.append(f"::error file={_property(relative(file.path))}::{_data(file.error)}")
        if file.source is None or not file.diagnostics:
            continue
        lines = Lines(file.source.text)
        for one in file.diagnostics:
            line, column = lines.position(one.span.start)
            end_line, end_column = lines.position(one.span.end)
            place = f"file={_property(relative(one.path))},line={line},endLine={end_line}"
            if end_line == line:  # the runner takes columns only within one line
                place += f",col={column},endColumn={end_column}"
            title = _property(f"{one.rule} {one.name}")
            rows.append(f"::{_COMMANDS[one.severity]} {place},title={title}::{_data(one.message)}")
    return "\n".join(rows) + "\n" if rows else ""


def _data(text: str) -> str:
    """Escape a message; controls other than newlines are shown as replacement characters."""
    escaped = text.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A")
    return printable(escaped)


def _property(text: str) -> str:
    return _data(text).replace(":", "%3A").replace(",", "%2C")
