"""The stored tables say what Lark says, for any text; and the cache never matters."""

from __future__ import annotations

import os
import subprocess
import sys
import tracemalloc
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from lark import Lark, Token, Tree, lexer

from kuaibao_lint import cache, grammar, resources
from kuaibao_lint.readers import read_path

ROOT = Path(__file__).resolve().parent.parent
BULLETINS = sorted((ROOT / "tests" / "corpus").glob("*.*[dt]")) + sorted(
    (ROOT / "examples").glob("*.*[dt]")
)
# Pieces that the grammar's terminals are made of, so that random texts are near to bulletins.
PIECES = (  # noqa: SIM905 - as a list, a column of one character each
    "**~#~## ~【~】~一、~第~20~期~〔2024〕~号~（总第3期）~增刊~2024年5月1日~县政府办公室~政务快报"
    "~（~）~(~)~财政局~，~。~、~：~本期发：~抄送：~责任编辑：~审核:~签发~林知远~截至目前~我县举办活动"
    "~\n~\n\n~\r\n~\r~ ~\u3000~\t~---~- 3 -~<!-- ~ -->~|~*~\ufeff~\x0b"
).split("~")
BULLETIN_LIKE = st.lists(st.sampled_from(PIECES), max_size=40).map("".join)
TEXTS = st.text(max_size=80) | BULLETIN_LIKE


def lark(name: str) -> Lark:
    """Return Lark's own parser, without the comparison of terminals, which takes seconds."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(lexer, "has_interegular", False)
        source = resources.read("grammar", f"{name}.lark").decode()
        return Lark(source, parser="lalr", lexer="basic")


@pytest.fixture(scope="module")
def bulletin() -> Lark:
    return lark("bulletin")


def plain(tree: Any) -> Any:
    """Return Lark's tree or ours as nested tuples."""
    if isinstance(tree, Tree):
        return str(tree.data), [plain(child) for child in tree.children]
    if isinstance(tree, Token):
        return tree.type, tree.start_pos, tree.end_pos
    if isinstance(tree, grammar.Node):
        return tree.kind, [plain(child) for child in tree.children]
    return tuple(tree)


@pytest.mark.parametrize("path", BULLETINS, ids=lambda path: path.name)
def test_bulletins_have_the_tree_that_lark_builds(bulletin: Lark, path: Path) -> None:
    text = read_path(path).text + "\n"
    assert plain(grammar.load("bulletin").parse(text)) == plain(bulletin.parse(text))


@given(TEXTS)
def test_any_text_has_the_tree_that_lark_builds(bulletin: Lark, text: str) -> None:
    assert plain(grammar.load("bulletin").parse(text + "\n")) == plain(bulletin.parse(text + "\n"))


@pytest.mark.parametrize("name", ["bulletin", "facts"])
def test_terminals_are_tried_in_the_order_of_lark(name: str) -> None:
    basic = lark(name)._build_lexer()  # noqa: SLF001 - the order is nowhere else
    assert list(grammar.scanner(name).groupindex) == [one.name for one in basic.terminals]


def test_the_bulletin_grammar_is_strict() -> None:
    """No two terminals of one priority match the same text; Lark compares them as automata."""
    code = (
        "import resource, sys, lark; "
        "resource.setrlimit(resource.RLIMIT_AS, (4 << 30, 4 << 30)); "
        "lark.Lark(open(sys.argv[1], encoding='utf-8').read(), parser='lalr', lexer='basic', "
        "strict=True)"
    )
    if sys.platform == "win32":
        code = code.replace("resource, ", "").replace("resource.setrlimit", "(lambda *a: a)")
    done = subprocess.run(
        [sys.executable, "-c", code, resources.path("grammar", "bulletin.lark")],
        capture_output=True,
        check=False,
        encoding="utf-8",
    )
    assert done.returncode == 0, done.stderr[-2000:]


@pytest.mark.parametrize("line", ["---", "- - -", "- - - - -  ", "* * *", "* * * \t", "____"])
def test_rules_are_rules(line: str) -> None:
    found = grammar.scanner("bulletin").match(line + "\n")
    assert found is not None
    assert (found.lastgroup, found[0]) == ("RULE", line + "\n")


@pytest.mark.parametrize("line", ["- -", "- - - 甲", "- - -甲", "* * 甲"])
def test_what_goes_on_is_no_rule(line: str) -> None:
    found = grammar.scanner("bulletin").match(line + "\n")
    assert found is None or found.lastgroup != "RULE"


@pytest.mark.parametrize(
    ("name", "start", "piece"),
    [
        ("bulletin", "", "- "),
        ("bulletin", "", "* "),
        ("bulletin", "", "1\n"),
        ("bulletin", "本期发：", "县委，\n"),
        ("bulletin", "本期发：", "县委\n　"),
        ("facts", "", "1."),
        ("facts", "", "1:"),
        ("facts", "", "，的"),
    ],
)
def test_what_is_matched_again_and_again_takes_no_memory(name: str, start: str, piece: str) -> None:
    # The engine keeps a hundred bytes for each repetition of a group that it may give back.
    text = start + piece * 40_000 + "\n\n"
    scanner = grammar.scanner(name)
    scanner.match(start + piece + "\n")
    tracemalloc.start()
    try:
        assert scanner.match(text)
        assert tracemalloc.get_traced_memory()[1] < len(text) / 2
    finally:
        tracemalloc.stop()


# ---- the cache


@pytest.fixture
def cache_folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    folder = tmp_path / "cache"
    monkeypatch.setenv(cache.ENV, str(folder))
    return folder


def remember(value: object, parts: tuple[bytes, ...] = (b"x",)) -> tuple[object, bool]:
    """Return what the cache answers, and whether it had to be built."""
    built = []

    def build() -> object:
        built.append(value)
        return value

    return cache.cached("thing", parts, build), bool(built)


@pytest.mark.usefixtures("cache_folder")
def test_a_value_is_built_once() -> None:
    assert remember({"a": (1, "中")}) == ({"a": (1, "中")}, True)
    assert remember("another") == ({"a": (1, "中")}, False)


@pytest.mark.usefixtures("cache_folder")
def test_other_parts_make_another_value() -> None:
    remember("old", (b"ab", b"c"))
    assert remember("new", (b"a", b"bc")) == ("new", True)


@pytest.mark.parametrize(
    "damage",
    [
        lambda _: b"",
        lambda data: data[:3],
        lambda data: data[:-1],
        lambda data: data[:6] + bytes([data[6] ^ 1]) + data[7:],
        lambda data: b"\0" * len(data),
        lambda _: b"#!/bin/sh\nexit 1\n",
    ],
    ids=["empty", "headless", "truncated", "one bit", "zeros", "foreign"],
)
def test_a_damaged_entry_is_built_anew_without_a_word(
    cache_folder: Path, damage: Any, capsys: pytest.CaptureFixture[str]
) -> None:
    remember("value")
    (entry,) = cache_folder.iterdir()
    whole = entry.read_bytes()
    entry.write_bytes(damage(whole))
    assert remember("value") == ("value", True)
    assert entry.read_bytes() == whole
    assert capsys.readouterr() == ("", "")


def test_a_folder_in_the_place_of_an_entry_is_passed_over(cache_folder: Path) -> None:
    remember("value")
    (entry,) = cache_folder.iterdir()
    entry.unlink()
    entry.mkdir()
    assert remember("value") == ("value", True)
    assert [one.name for one in cache_folder.iterdir()] == [entry.name]


def test_a_file_in_the_place_of_the_folder_is_passed_over(cache_folder: Path) -> None:
    cache_folder.write_bytes(b"")
    assert remember("value") == ("value", True)
    assert remember("value") == ("value", True)


@pytest.mark.parametrize("tables", [[], [b""], [b"a"], [b"", b"abc", b"", bytes(range(256)) * 99]])
def test_tables_come_back_as_they_were_built(cache_folder: Path, tables: list[bytes]) -> None:
    built = []

    def build() -> list[bytes]:
        built.append(1)
        return tables

    for times in (1, 1):
        assert [*map(bytes, cache.cached_tables("table", (b"x",), build))] == tables
        assert len(built) == times
    (entry,) = cache_folder.iterdir()
    entry.write_bytes(entry.read_bytes()[:-1])
    assert [*map(bytes, cache.cached_tables("table", (b"x",), build))] == tables
    assert len(built) == 2


@pytest.mark.skipif(sys.platform == "win32", reason="modes are POSIX's")
def test_a_folder_that_others_can_write_is_not_trusted(cache_folder: Path) -> None:
    remember("value")
    cache_folder.chmod(0o777)
    assert remember("value") == ("value", True)
    cache_folder.chmod(0o700)
    assert remember("value") == ("value", False)


@pytest.mark.skipif(not Path("/proc/self").is_dir(), reason="root can write anywhere else")
def test_an_unwritable_folder_does_no_harm(monkeypatch: pytest.MonkeyPatch) -> None:
    for folder in ("/proc/self", "/proc/self/none"):
        monkeypatch.setenv(cache.ENV, folder)
        assert remember("value") == ("value", True)
        assert remember("value") == ("value", True)


def test_the_program_says_the_same_with_a_damaged_cache(
    tmp_path: Path, environment: dict[str, str]
) -> None:
    folder = tmp_path / "cache"

    def lint() -> tuple[int, bytes, bytes]:
        done = subprocess.run(
            [sys.executable, "-m", "kuaibao_lint", "defects.md", "--format", "json"],
            cwd=ROOT / "examples",
            env=environment | {cache.ENV: str(folder)},
            capture_output=True,
            check=False,
        )
        return done.returncode, done.stdout, done.stderr

    cold = lint()
    assert cold[0] == 1
    assert cold[2] == b""
    entries = sorted(folder.iterdir())
    assert {one.name.partition("-")[0] for one in entries} >= {"grammar", "packs"}
    assert lint() == cold
    for entry in entries:
        entry.write_bytes(os.urandom(64))
    assert lint() == cold
    for entry in entries:
        entry.unlink()
    folder.rmdir()
    folder.write_bytes(b"")
    assert lint() == cold
