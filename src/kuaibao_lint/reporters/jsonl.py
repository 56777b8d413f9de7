"""One JSON object a line: each finding as in the JSON report, each file that was not checked."""

from __future__ import annotations

from kuaibao_lint.light_typing import TYPE_CHECKING
from kuaibao_lint.reporters.json import dumps, plain
from kuaibao_lint.source import Lines

if TYPE_CHECKING:
    from kuaibao_lint.reporters import Run


def render(run: Run) -> str:
    """Return the lines; one with `error` is a file that was not checked."""
    rows: list[str] = []
    for file in run.files:
        if file.error is not None:
            rows.append(dumps({"path": file.path, "error": file.error}, None))
        if file.source is not None and file.diagnostics:
            lines = Lines(file.source.text)
            rows += [dumps(plain(one, lines), None) for one in file.diagnostics]
    return "".join(rows)
