"""One line a finding: `path:line:col: KB101 message`."""

from __future__ import annotations

from kuaibao_lint.light_typing import TYPE_CHECKING
from kuaibao_lint.reporters import inert, printable
from kuaibao_lint.source import Lines

if TYPE_CHECKING:
    from kuaibao_lint.reporters import Run


def render(run: Run) -> str:
    """Return the findings and errors of a run, and a closing line of counts for people."""
    rows: list[str] = []
    for file in run.files:
        path = printable(file.path)
        if file.error is not None:
            rows.append(f"{path}: 错误：{printable(file.error)}")
        if file.source is None or not file.diagnostics:
            continue
        lines = Lines(file.source.text)
        for one in file.diagnostics:
            line, column = lines.position(one.span.start)
            mark = " [*]" if one.fixable else ""
            rows.append(f"{path}:{line}:{column}: {one.rule}{mark} {printable(one.message)}")
    return inert("\n".join(rows) + "\n") if rows else ""
