"""The plain parser and Typer read every command line alike."""

from __future__ import annotations

from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from kuaibao_lint.cli import app
from kuaibao_lint.cli.options import CHECK, Option, UsageError, parse

SAMPLES = {"text": "值", "texts": "KB1,KB2，KB3", "int": "4"}


def by_typer(arguments: list[str], patch: pytest.MonkeyPatch) -> dict[str, Any]:
    """Return the values that `check` gets when Typer reads the command line."""
    seen: list[dict[str, Any]] = []

    def record(values: dict[str, Any]) -> int:
        seen.append(dict(values))
        return 0

    patch.setattr(app, "run_check", record)
    assert app.run(["check", *arguments]) == 0
    (values,) = seen
    return values


def lines_of(option: Option) -> list[list[str]]:
    """Return command lines that give this option in each of its forms."""
    lines: list[list[str]] = []
    for flag in option.flags:
        if option.kind == "flag":
            lines += [["a.md", flag], [flag, "a.md"], [flag, flag]]
            continue
        value = SAMPLES[option.kind]
        lines += [["a.md", flag, value], [flag, value, "a.md", "b.md"], [flag, value, flag, value]]
        lines.append([flag, "-"] if option.kind != "int" else [flag, "-3"])
        if flag.startswith("--"):
            lines.append([f"{flag}={value}", "a.md"])
            if option.kind == "text":
                lines += [[f"{flag}=", "a.md"], [f"{flag}=a=b"]]
    return lines


LINES = [line for option in CHECK for line in lines_of(option)] + [
    [],
    ["a.md"],
    ["-"],
    ["a.md", "-", "b.md"],
    ["--", "--fix", "-x"],
    ["--fix", "--", "a.md"],
    ["快报 20.md", "--profile", "yanjin"],
]


@pytest.mark.parametrize("line", LINES, ids=" ".join)
def test_both_parsers_agree(line: list[str], monkeypatch: pytest.MonkeyPatch) -> None:
    plain = parse(line)
    assert plain is not None
    assert plain == by_typer(line, monkeypatch)


WORDS = [flag for option in CHECK for flag in option.flags]


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow])
@given(
    line=st.lists(
        st.sampled_from([*WORDS, "a.md", "KB1", "7", "-", "--select=KB2,KB3"]), max_size=6
    )
)
def test_what_the_plain_parser_takes_typer_takes_alike(
    line: list[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    try:
        plain = parse(line)
    except UsageError:
        with pytest.raises(UsageError):
            by_typer(line, monkeypatch)
        return
    assert plain is not None
    assert plain == by_typer(line, monkeypatch)


@pytest.mark.parametrize(
    "line", [["--help"], ["-h"], ["--nothing"], ["--fix=1"], ["-x"], ["-otext"]]
)
def test_what_the_plain_parser_does_not_know_is_left_to_typer(line: list[str]) -> None:
    assert parse(line) is None


def test_the_table_names_each_option_once() -> None:
    names = [option.name for option in CHECK]
    flags = [flag for option in CHECK for flag in option.flags]
    assert len(set(names)) == len(names)
    assert len(set(flags)) == len(flags)


CONTRACT = [
    "--format",
    "-o",
    "--fix",
    "--unsafe-fixes",
    "--diff",
    "--select",
    "--ignore",
    "--extend-select",
    "--severity",
    "--fail-on",
    "--exit-zero",
    "--profile",
    "--config",
    "--isolated",
    "--baseline",
    "--update-baseline",
    "--statistics",
    "--show-settings",
    "--no-cache",
    "--jobs",
    "--stdin-filename",
]


@pytest.mark.parametrize("flag", CONTRACT)
def test_every_option_of_the_contract_is_there(flag: str) -> None:
    assert flag in WORDS
