"""reviewdog's format: one DiagnosticResult, with columns in UTF-8 bytes, the end exclusive.

Source: reviewdog/reviewdog, proto/rdf (reviewdog.rdf.DiagnosticResult).
"""

from __future__ import annotations

from kuaibao_lint.diagnostics import Severity
from kuaibao_lint.light_typing import TYPE_CHECKING, Any
from kuaibao_lint.reporters.json import dumps
from kuaibao_lint.reporters.places import NOT_CHECKED, Bytes, hull, relative, replaced

if TYPE_CHECKING:
    from kuaibao_lint.diagnostics import Diagnostic
    from kuaibao_lint.reporters import Run
    from kuaibao_lint.source import Source, Span

_LEVELS = {Severity.ERROR: "ERROR", Severity.WARNING: "WARNING", Severity.INFO: "INFO"}


def render(run: Run) -> str:
    """Return the findings, and each file that was not checked as one about the whole file."""
    found: list[dict[str, Any]] = []
    for file in run.files:
        path = relative(file.path)
        if file.error is not None:
            found.append(
                {
                    "message": file.error,
                    "location": {"path": path},
                    "severity": "ERROR",
                    "code": {"value": NOT_CHECKED},
                }
            )
        if file.source is not None and file.diagnostics:
            places = Bytes(file.source)
            found += [_diagnostic(one, path, file.source, places) for one in file.diagnostics]
    return dumps({"source": {"name": "kuaibao-lint"}, "diagnostics": found})


def _diagnostic(one: Diagnostic, path: str, source: Source, places: Bytes) -> dict[str, Any]:
    plain: dict[str, Any] = {
        "message": one.message,
        "location": {"path": path, "range": _range(one.span, places)},
        "severity": _LEVELS[one.severity],
        "code": {"value": one.rule},
    }
    if one.edits:  # several suggestions would be alternatives, so that all edits are one
        span = hull(one.edits)
        text = replaced(span, one.edits, source.text)
        plain["suggestions"] = [{"range": _range(span, places), "text": text}]
    if one.related:
        plain["related_locations"] = [
            {
                "message": related.message,
                "location": {"path": path, "range": _range(related.span, places)},
            }
            for related in one.related
        ]
    return plain


def _range(span: Span, places: Bytes) -> dict[str, dict[str, int]]:
    (line, column), (end_line, end_column) = map(places.position, span)
    return {
        "start": {"line": line, "column": column},
        "end": {"line": end_line, "column": end_column},
    }
