"""The shell completes commands, options and the words behind them."""

from __future__ import annotations

import subprocess
import sys

import pytest


def offered(line: str, environment: dict[str, str]) -> list[str]:
    """Return what bash is offered for the last word of a line."""
    words = line.split(" ")
    done = subprocess.run(
        [sys.executable, "-c", "from kuaibao_lint.__main__ import main; main()"],
        env=environment
        | {
            "_KUAIBAO_LINT_COMPLETE": "complete_bash",
            "COMP_WORDS": line,
            "COMP_CWORD": str(len(words) - 1),
        },
        capture_output=True,
        encoding="utf-8",
        check=True,
    )
    return done.stdout.split()


@pytest.mark.parametrize(
    ("line", "word"),
    [
        ("kuaibao-lint che", "check"),
        ("kuaibao-lint check --max", "--max-findings"),
        ("kuaibao-lint check --format sa", "sarif"),
        ("kuaibao-lint check --group-by u", "unit"),
        ("kuaibao-lint rules --fo", "--format"),
    ],
)
def test_bash_is_offered_the_word(line: str, word: str, environment: dict[str, str]) -> None:
    assert offered(line, environment) == [word]
