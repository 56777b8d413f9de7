"""SARIF 2.1.0, with what GitHub's code scanning asks for.

Sources: OASIS, Static Analysis Results Interchange Format 2.1.0; docs.github.com, “SARIF support
for code scanning”.
"""

from __future__ import annotations

from pathlib import Path
from urllib.parse import quote

from kuaibao_lint import __version__
from kuaibao_lint.diagnostics import Severity
from kuaibao_lint.light_typing import TYPE_CHECKING, Any
from kuaibao_lint.reporters import About
from kuaibao_lint.reporters.json import dumps
from kuaibao_lint.reporters.places import fingerprints, relative
from kuaibao_lint.source import Lines

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from kuaibao_lint.diagnostics import Diagnostic, Silencing
    from kuaibao_lint.reporters import FileResult, Run
    from kuaibao_lint.source import Span

# GitHub takes no more results of one run.
MOST = 25_000
SCHEMA = "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json"
_LEVELS = {Severity.ERROR: "error", Severity.WARNING: "warning", Severity.INFO: "note"}
_PROBLEMS = {Severity.ERROR: "error", Severity.WARNING: "warning", Severity.INFO: "recommendation"}
_PRECISION = {Severity.ERROR: "very-high", Severity.WARNING: "high", Severity.INFO: "medium"}
_FIXES = {
    "safe": "可用 --fix 自动改正。",
    "unsafe": "可建议改法，由人决定（--unsafe-fixes）。",
    None: "不自动改。",
}


def render(run: Run) -> str:
    """Return one run; a file that was not checked is a notification of it."""
    rules = _rules(run)
    places = {rule: place for place, rule in enumerate(rules)}
    results = [one for file in run.files for one in _results(file, places)]
    notes = [
        {
            "level": "error",
            "message": {"text": file.error},
            "locations": [{"physicalLocation": {"artifactLocation": _artifact(file.path)}}],
        }
        for file in run.files
        if file.error is not None
    ]
    complete = not notes
    if len(results) > MOST:
        words = f"共 {len(results)} 处，只列出最要紧的 {MOST} 处。"
        notes.append({"level": "warning", "message": {"text": words}})
        results = _worst(results)
    return dumps(
        {
            "$schema": SCHEMA,
            "version": "2.1.0",
            "runs": [
                {
                    "tool": {
                        "driver": {
                            "name": "kuaibao-lint",
                            "semanticVersion": __version__,
                            "rules": [_rule(rule) for rule in rules.values()],
                        }
                    },
                    "columnKind": "unicodeCodePoints",
                    "newlineSequences": ["\r\n", "\r", "\n"],
                    "artifacts": [
                        {
                            "location": _artifact(file.path),
                            **({"encoding": file.source.encoding} if file.source else {}),
                        }
                        for file in run.files
                    ],
                    "invocations": [
                        {
                            "executionSuccessful": complete,
                            "toolExecutionNotifications": notes,
                        }
                    ],
                    "results": results,
                }
            ],
        }
    )


def _worst(results: list[dict[str, Any]]) -> list[dict[str, Any]]:
    """Return the results that there is room for: first what nobody silenced, errors first."""
    order = {"error": 0, "warning": 1, "note": 2}
    ranked = sorted(results, key=lambda one: ("suppressions" in one, order[one["level"]]))
    return ranked[:MOST]


def _rules(run: Run) -> dict[str, About]:
    """Return the rules that ran, and any that found something all the same, by id."""
    every = [one for file in run.files for one in (*file.diagnostics, *file.silenced)]
    met = {one.rule: About(one.rule, one.name, one.severity, one.name, "") for one in every}
    return dict(sorted((met | dict(run.rules)).items()))


def _rule(rule: About) -> dict[str, Any]:
    help_text = f"{rule.why}依据：{rule.basis}。{_FIXES[rule.fix]}"
    return {
        "id": rule.id,
        "name": rule.name,
        "shortDescription": {"text": f"{rule.id} {rule.name}"},
        "fullDescription": {"text": rule.why},
        "help": {
            "text": help_text,
            "markdown": f"**{rule.id} {rule.name}**（{rule.severity.chinese}）\n\n{rule.why}\n\n"
            f"依据：{rule.basis}。{_FIXES[rule.fix]}",
        },
        "defaultConfiguration": {"level": _LEVELS[rule.severity]},
        "properties": {
            "problem.severity": _PROBLEMS[rule.severity],
            "precision": _PRECISION[rule.severity],
        },
    }


def _results(file: FileResult, places: Mapping[str, int]) -> Iterator[dict[str, Any]]:
    if file.source is None or not (file.diagnostics or file.silenced):
        return
    text = file.source.text
    lines = Lines(text)
    every = (*file.diagnostics, *file.silenced)
    # By whom each was silenced, as far as that is known.
    by = {len(file.diagnostics) + place: one for place, one in enumerate(file.silencings)}
    for number, (one, hashed) in enumerate(zip(every, fingerprints(every, text), strict=True)):
        result = _result(one, lines, hashed, places[one.rule])
        if number >= len(file.diagnostics):
            result["suppressions"] = [_suppression(by.get(number))]
        yield result


def _result(one: Diagnostic, lines: Lines, hashed: str, rule: int) -> dict[str, Any]:
    result: dict[str, Any] = {
        "ruleId": one.rule,
        "ruleIndex": rule,
        "level": _LEVELS[one.severity],
        "message": {"text": one.message},
        "locations": [_location(one.path, one.span, lines)],
        "partialFingerprints": {"primaryLocationLineHash": f"{hashed}:1"},
    }
    if one.related:
        result["relatedLocations"] = [
            {
                "id": number,
                "message": {"text": related.message},
                **_location(one.path, related.span, lines),
            }
            for number, related in enumerate(one.related)
        ]
    if one.edits:
        edits = [
            {
                "deletedRegion": _region(edit.span, lines, snippet=False),
                "insertedContent": {"text": edit.text},
            }
            for edit in one.edits
        ]
        words = "可自动改正" if one.fixable else "建议改法，请人确认"
        change = {"artifactLocation": _artifact(one.path), "replacements": edits}
        result["fixes"] = [{"description": {"text": words}, "artifactChanges": [change]}]
    return result


def _suppression(by: Silencing | None) -> dict[str, str]:
    kind = "external" if by is not None and by.external else "inSource"
    reason = {"justification": by.reason} if by is not None and by.reason else {}
    return {"kind": kind, "status": "accepted", **reason}


def _location(path: str, span: Span, lines: Lines) -> dict[str, Any]:
    return {
        "physicalLocation": {
            "artifactLocation": _artifact(path),
            "region": _region(span, lines, snippet=True),
        }
    }


def _region(span: Span, lines: Lines, *, snippet: bool) -> dict[str, Any]:
    (line, column), (end_line, end_column) = map(lines.position, span)
    return {
        "startLine": line,
        "startColumn": column,
        "endLine": end_line,
        "endColumn": end_column,
        "charOffset": span.start,
        "charLength": span.end - span.start,
        **({"snippet": {"text": span.of(lines.text)}} if snippet else {}),
    }


def _artifact(path: str) -> dict[str, str]:
    """Return a location: relative to the working folder where the file is in it."""
    seen = relative(path)
    if Path(seen).is_absolute():
        return {"uri": Path(seen).as_uri()}
    return {"uri": quote(seen, safe="/", errors="surrogateescape"), "uriBaseId": "%SRCROOT%"}
