"""The JSON report, version 1: the contract with other programs."""

from __future__ import annotations

import json

from kuaibao_lint import __version__
from kuaibao_lint.diagnostics import Severity
from kuaibao_lint.light_typing import TYPE_CHECKING, Any
from kuaibao_lint.reporters import AGENT, UNSAFE
from kuaibao_lint.source import Lines

if TYPE_CHECKING:
    from kuaibao_lint.diagnostics import Diagnostic
    from kuaibao_lint.reporters import Run
    from kuaibao_lint.source import Span


# Inside strings JSON may escape any character; these would be obeyed by a terminal.
_ESCAPES = {code: f"\\u{code:04x}" for code in UNSAFE if code >= 0x7F}


def render(run: Run) -> str:
    """Return the report; offsets and columns are code points, lines and columns 1-based."""
    diagnostics: list[dict[str, Any]] = []
    for file in run.files:
        if file.source is not None and file.diagnostics:
            lines = Lines(file.source.text)
            diagnostics += [plain(one, lines) for one in file.diagnostics]
    report = {
        "version": 1,
        "tool": {"name": "kuaibao-lint", "version": __version__},
        "files": [
            {
                "path": file.path,
                "encoding": file.source.encoding if file.source else None,
                "profile": file.profile or None,
                "error": file.error,
            }
            for file in run.files
        ],
        "diagnostics": diagnostics,
        "summary": {
            "files": len(run.files),
            "error": run.counts[Severity.ERROR],
            "warning": run.counts[Severity.WARNING],
            "info": run.counts[Severity.INFO],
            "suppressed": run.total("suppressed"),
            "baselined": run.total("baselined"),
            "fixable": run.fixable,
            **({"omitted": len(run.omitted)} if run.omitted else {}),
        },
    }
    return dumps(report)


def dumps(value: Any, indent: int | None = 1) -> str:
    """Return JSON in which nothing stands that a terminal or a build agent would obey."""
    written = json.dumps(value, ensure_ascii=False, indent=indent).translate(_ESCAPES)
    # Only strings hold such marks, and there any character may be escaped.
    return AGENT.sub(r"\\u0023", written) + "\n"


def plain(one: Diagnostic, lines: Lines) -> dict[str, Any]:
    """Return a finding as the report has it."""
    end_line, end_column = lines.position(one.span.end)
    fix = None
    if one.edits:
        edits = [
            {"offset": edit.span.start, "end_offset": edit.span.end, "text": edit.text}
            for edit in one.edits
        ]
        fix = {"safety": one.safety, "edits": edits}
    return {
        "path": one.path,
        "rule": one.rule,
        "name": one.name,
        "severity": one.severity.label,
        "message": one.message,
        **_place(one.span, lines),
        "end_line": end_line,
        "end_column": end_column,
        "offset": one.span.start,
        "end_offset": one.span.end,
        "text": one.text,
        "fix": fix,
        "related": [
            {
                "offset": related.span.start,
                "end_offset": related.span.end,
                **_place(related.span, lines),
                "message": related.message,
            }
            for related in one.related
        ],
    }


def _place(span: Span, lines: Lines) -> dict[str, int]:
    line, column = lines.position(span.start)
    return {"line": line, "column": column}
