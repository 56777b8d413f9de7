"""What workers send back of a file is what they found."""

from __future__ import annotations

import pickle

from kuaibao_lint import lint_text
from kuaibao_lint.reporters import FileResult

_TEXT = "一般公共预算收入51.8亿元。其中税收收入38.2亿元，非税收入12.6亿元，，占比24.3%。\n"


def _sent(result: FileResult) -> FileResult:
    brought: FileResult = pickle.loads(pickle.dumps(result))  # noqa: S301 - our own
    return brought


def test_a_result_arrives_as_it_was_sent() -> None:
    report = lint_text(_TEXT, "县/快报.md")
    result = FileResult(
        report.source.path,
        report.source,
        report.profile,
        report.diagnostics,
        suppressed=1,
        notes=("甲",),
        silenced=report.diagnostics[:1],
    )
    assert result.diagnostics
    assert _sent(result) == result


def test_an_error_arrives_as_it_was_sent() -> None:
    result = FileResult("快报.md", error="无法读取。")
    assert _sent(result) == result
