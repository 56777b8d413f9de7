"""`--watch`: lint again on every save, until Ctrl-C."""

from __future__ import annotations

import os
from typing import TYPE_CHECKING, Any

import pytest

from kuaibao_lint.cli import watching

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from pathlib import Path

    from tests.conftest import Cli

WRONG = ("人大常委会正副主任", "人大大常委会正副主任")


class Clock:
    """Stands for time: each sleep does the next thing, and the last one is Ctrl-C."""

    def __init__(self, things: Iterator[Callable[[], Any]]) -> None:
        self.things = things

    def __call__(self, _seconds: float) -> None:
        thing = next(self.things, None)
        if thing is None:
            raise KeyboardInterrupt
        thing()


def nothing() -> None:
    pass


def watched(
    cli: Cli, patch: pytest.MonkeyPatch, things: list[Callable[[], Any]], *arguments: str
) -> list[str]:
    """Run with these things happening, and return what each check printed."""
    patch.setattr("time.sleep", Clock(iter(things)))
    result = cli(*arguments, "--watch", "--format", "concise", code=0)
    assert result.err.count("等待文件改动") == result.err.count("\n")
    outputs = result.out.split("§\n")
    assert outputs[0] == ""
    return outputs[1:]


@pytest.fixture(autouse=True)
def _marks(monkeypatch: pytest.MonkeyPatch) -> None:
    """Print a mark where the screen would be cleared."""
    monkeypatch.setattr(watching, "_clear", lambda: print("§"))  # noqa: T201


def save(path: Path, text: str) -> Callable[[], None]:
    return lambda: _save(path, text)


def _save(path: Path, text: str) -> None:
    path.write_text(text, "utf-8")
    later = path.stat().st_mtime_ns + 10**9  # the clock of the disk may be coarse
    os.utime(path, ns=(later, later))


def replaced(path: Path, text: str) -> Callable[[], None]:
    def do() -> None:
        beside = path.with_suffix(".new")
        beside.write_text(text, "utf-8")
        beside.replace(path)

    return do


def test_every_save_is_linted_and_nothing_else(
    cli: Cli, clean: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = cli.write("a.md", clean)
    bad = clean.replace(*WRONG)
    things = [nothing, nothing, save(path, bad), nothing, nothing, replaced(path, clean), nothing]
    outputs = watched(cli, monkeypatch, things, "a.md")
    assert ["KB202" in one for one in outputs] == [False, True, False]


def test_a_file_that_vanishes_for_a_moment_is_waited_for(
    cli: Cli, clean: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = cli.write("a.md", clean)
    bad = clean.replace(*WRONG)
    things = [path.unlink, nothing, nothing, save(path, bad), nothing, nothing]
    outputs = watched(cli, monkeypatch, things, "a.md")
    assert ["文件不存在" in one for one in outputs] == [False, False]
    assert "KB202" in outputs[1]


def test_a_file_that_stays_away_is_told_and_waited_for(
    cli: Cli, clean: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = cli.write("a.md", clean)
    away = [nothing] * (watching.PATIENCE + 2)
    things = [path.unlink, *away, save(path, clean), nothing, nothing]
    outputs = watched(cli, monkeypatch, things, "a.md")
    assert ["文件不存在" in one for one in outputs] == [False, True, False]


def test_a_file_that_is_still_being_written_is_waited_for(
    cli: Cli, clean: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = cli.write("a.md", clean)
    bad = clean.replace(*WRONG)
    things = [save(path, bad[:300]), save(path, bad[:900]), save(path, bad), nothing, nothing]
    outputs = watched(cli, monkeypatch, things, "a.md")
    assert len(outputs) == 2
    assert "KB202" in outputs[1]


def test_new_files_in_a_folder_and_new_settings_count_too(
    cli: Cli, clean: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    cli.write("a.md", clean)
    bad = clean.replace(*WRONG)
    settings = cli.folder / ".kuaibao-lint.yaml"
    things = [
        save(cli.folder / "b.md", bad), nothing, nothing,
        save(settings, "ignore: [KB202]\n"), nothing, nothing,
        save(settings, "ignore: [KB999]\n"), nothing, nothing,
        save(settings, "ignore: [KB202]\n"), nothing, nothing,
    ]  # fmt: skip
    monkeypatch.setattr("time.sleep", Clock(iter(things)))
    result = cli(".", "--watch", "--format", "concise", code=0)
    assert ["KB202" in one for one in result.out.split("§\n")[1:]] == [
        False, True, False, False, False
    ]  # fmt: skip
    assert "没有规则“KB999”" in result.err


def test_fixing_while_watching_settles(
    cli: Cli, clean: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = cli.write("a.md", clean)
    things = [save(path, clean.replace(*WRONG)), *[nothing] * 8]
    monkeypatch.setattr("time.sleep", Clock(iter(things)))
    cli("a.md", "--watch", "--fix", code=0)
    assert path.read_text("utf-8") == clean


def test_standard_input_cannot_be_watched(cli: Cli) -> None:
    assert "标准输入" in cli("-", "--watch", code=2).err
