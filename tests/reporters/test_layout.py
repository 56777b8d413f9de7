"""The HTML report shows every word of a bulletin, in order, and what is unseen by its number."""

from __future__ import annotations

import importlib.util
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kuaibao_lint.linter import lint
from kuaibao_lint.prose import layout
from kuaibao_lint.readers import read_path
from kuaibao_lint.reporters import FileResult, Run, reporter
from kuaibao_lint.reporters.markup import changed
from kuaibao_lint.rules import load_library
from kuaibao_lint.source import Source

HERE = Path(__file__).resolve().parent
ROOT = HERE.parents[1]
_spec = importlib.util.spec_from_file_location("read_back_words", HERE / "read_back.py")
assert _spec is not None
assert _spec.loader is not None
_read_back = importlib.util.module_from_spec(_spec)
_spec.loader.exec_module(_read_back)

BULLETINS = [
    *sorted(path for path in (ROOT / "tests/corpus").iterdir() if path.suffix in (".md", ".txt")),
    *(ROOT / "examples" / name for name in ("clean.md", "defects.md", "gb18030.txt")),
]
LINES = (
    "# 云岭县政务快报", "第 20 期", "云岭县人民政府办公室", "2025 年 7 月 15 日", "## 【民生保障】",
    "## 一、乡村振兴", "### **【高质量发展】**", "【**要闻**】",
    "**石桥镇开展走访** 共走访 120 户。（石桥镇）。",
    "一段话，没有单位。", "（财政局）", "截止目前，共 3 场。", "---", "报送：县委",
    "责任编辑：林知远  审核：周行",
    "1. 第一条", "> 引文", "", "",
)  # fmt: skip


def words(text: str) -> str:
    """Return `text` without blanks and the marks of Markdown."""
    return "".join(char for char in text if not char.isspace() and char not in "#*_-=~>`")


def shown(source: Source, found: tuple[Any, ...] = ()) -> str:
    page = _read_back.Page()
    page.feed(reporter("html")(Run((FileResult(source.path, source, "p", found),))))
    return str(page.shown)


@pytest.mark.parametrize("path", BULLETINS, ids=lambda path: path.name)
def test_no_word_of_the_corpus_is_left_out(path: Path) -> None:
    source = read_path(path)
    report = lint(source, load_library())
    assert words(shown(source, report.diagnostics)) == words(layout(source.text))


_line = st.sampled_from(LINES) | st.text("云（）。【】一、*# \u3000", max_size=12)


@given(st.lists(_line, max_size=14))
def test_no_word_of_any_bulletin_is_left_out(lines: list[str]) -> None:
    text = "\n".join(lines)
    # A line between the parts of a masthead stands behind them, so the order is not the text's.
    assert sorted(words(shown(Source("a.md", text)))) == sorted(words(layout(text)))


@pytest.mark.parametrize(
    "char", ["\u202e", "\u2066", "\u200b", "\u00ad", "\ufeff", "\x1b", "\x00", "\ud800"]
)
def test_what_nobody_sees_is_shown_by_its_number(char: str) -> None:
    assert f"甲U+{ord(char):04X}乙" in shown(Source("a.md", f"甲{char}乙。\n"))


def test_a_fix_of_blanks_shows_them() -> None:
    assert changed(" \u3000") == "␣□"
    assert changed("甲 乙\n") == "甲 乙⏎"
    assert changed("<b>") == "&lt;b&gt;"
