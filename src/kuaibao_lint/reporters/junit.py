"""JUnit's XML: a suite for each file, a failed case for each finding."""

from __future__ import annotations

from kuaibao_lint.light_typing import TYPE_CHECKING
from kuaibao_lint.reporters.markup import element, value
from kuaibao_lint.source import Lines

if TYPE_CHECKING:
    from kuaibao_lint.diagnostics import Diagnostic
    from kuaibao_lint.reporters import FileResult, Run


def render(run: Run) -> str:
    """Return the suites; a file without findings is one case that passed."""
    tests = failures = errors = 0
    suites: list[str] = []
    for file in run.files:
        cases = _cases(file)
        broken = int(file.error is not None)
        counts = f'tests="{len(cases)}" failures="{len(file.diagnostics)}" errors="{broken}"'
        suites += [f'<testsuite name="{value(file.path)}" {counts} skipped="0">', *cases]
        suites.append("</testsuite>")
        tests, failures = tests + len(cases), failures + len(file.diagnostics)
        errors += broken
    counts = f'tests="{tests}" failures="{failures}" errors="{errors}"'
    head = ['<?xml version="1.0" encoding="UTF-8"?>', f'<testsuites name="kuaibao-lint" {counts}>']
    return "\n".join([*head, *suites, "</testsuites>", ""])


def _cases(file: FileResult) -> list[str]:
    path = value(file.path)
    cases = []
    if file.error is not None:
        cases.append(
            f'<testcase classname="{path}" name="kuaibao-lint">'
            f'<error type="not-checked" message="{value(file.error)}"/></testcase>'
        )
    if file.source is not None and file.diagnostics:
        lines = Lines(file.source.text)
        cases += [_case(one, path, *lines.position(one.span.start)) for one in file.diagnostics]
    return cases or [f'<testcase classname="{path}" name="kuaibao-lint"/>']


def _case(one: Diagnostic, path: str, line: int, column: int) -> str:
    return (
        f'<testcase classname="{path}" name="{value(one.rule)} {value(one.name)} {line}:{column}">'
        f'<failure type="{one.severity.label}" message="{value(one.message)}">'
        f"{element(f'{line}:{column} {one.rule} {one.message}')}</failure></testcase>"
    )
