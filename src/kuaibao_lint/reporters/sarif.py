"""SARIF 2.1.0, with what GitHub's code scanning asks for.

Sources: OASIS, Static Analysis Results Interchange Format 2.1.0; docs.github.com, “SARIF support
for code scanning”.
"""

from __future__ import annotations

from itertools import chain, islice, repeat
from pathlib import Path
from urllib.parse import quote

from kuaibao_lint import __version__
from kuaibao_lint.diagnostics import Severity, Silencing
from kuaibao_lint.light_typing import TYPE_CHECKING, Any, NamedTuple
from kuaibao_lint.reporters import About
from kuaibao_lint.reporters.json import dumps
from kuaibao_lint.reporters.places import fingerprints, relative
from kuaibao_lint.source import Lines

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from kuaibao_lint.diagnostics import Diagnostic
    from kuaibao_lint.reporters import FileResult, Run
    from kuaibao_lint.source import Span

# GitHub takes no more results of one run.
MOST = 25_000
SCHEMA = "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json"
_LEVELS = {Severity.ERROR: "error", Severity.WARNING: "warning", Severity.INFO: "note"}
_PROBLEMS = {Severity.ERROR: "error", Severity.WARNING: "warning", Severity.INFO: "recommendation"}
_PRECISION = {Severity.ERROR: "very-high", Severity.WARNING: "high", Severity.INFO: "medium"}
_COMMENT = Silencing(external=False, reason="")
_BASELINE = Silencing(external=True, reason="已在基线中")
_FIXES = {
    "safe": "可用 --fix 自动改正。",
    "unsafe": "可建议改法，由人决定（--unsafe-fixes）。",
    None: "不自动改。",
}


def render(run: Run) -> str:
    """Return one run; a file that was not checked is a notification of it."""
    rules = _rules(run)
    places = {rule: place for place, rule in enumerate(rules)}
    compared = any(file.known is not None for file in run.files)
    results = [one for file in run.files for one in _results(file, places, compared=compared)]
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
    ranked = sorted(results, key=lambda one: (bool(one["suppressions"]), order[one["level"]]))
    return ranked[:MOST]


def _rules(run: Run) -> dict[str, About]:
    """Return the rules that ran, and any that found something all the same, by id."""
    every = [one for file in run.files for one, *_ in _every(file)]
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


class _Seen(NamedTuple):
    """A finding, and what accepted it: None where nothing did. known: the baseline has it."""

    one: Diagnostic
    by: Silencing | None = None
    known: bool = False


def _every(file: FileResult) -> list[_Seen]:
    """Return what was found in a file: what is reported, what was silenced, what was there.

    In reading order, so that a finding has the same fingerprint whatever has accepted it.
    """
    silencings = islice(chain(file.silencings, repeat(_COMMENT)), len(file.silenced))
    every = [_Seen(one) for one in file.diagnostics]
    every += map(_Seen, file.silenced, silencings)
    every += [_Seen(one, _BASELINE, known=True) for one in file.known or ()]
    return sorted(every, key=lambda seen: (seen.one.span, seen.one.rule))


def _results(
    file: FileResult, places: Mapping[str, int], *, compared: bool
) -> Iterator[dict[str, Any]]:
    """Yield the results of a file.

    compared: there is a baseline. Then every result of the run has to say how it stands to it, as
    each has to say whether it is suppressed (SARIF 2.1.0, 3.27.23 and 3.27.24).
    """
    every = _every(file)
    if file.source is None or not every:
        return
    text = file.source.text
    lines = Lines(text)
    hashes = fingerprints((seen.one for seen in every), text)
    for (one, by, known), hashed in zip(every, hashes, strict=True):
        result = _result(one, lines, hashed, places[one.rule])
        result["suppressions"] = [] if by is None else [_suppression(by)]
        if compared:
            result["baselineState"] = "unchanged" if known else "new"
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


def _suppression(by: Silencing) -> dict[str, str]:
    reason = {"justification": by.reason} if by.reason else {}
    kind = "external" if by.external else "inSource"
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
