"""Whole reports of one small run, in every format, each beside this file.

`pytest tests/reporters --update-corpus` writes them anew; then read the diff.
"""

from __future__ import annotations

import json
import re
from itertools import pairwise
from pathlib import Path
from typing import Any

import jsonschema
import pytest
from rich.cells import cell_len

from kuaibao_lint import __version__, schemas
from kuaibao_lint.diagnostics import Diagnostic, Edit, Related, Severity, Silencing
from kuaibao_lint.reporters import REPORTERS, UNSAFE, FileResult, Run, printable, reporter
from kuaibao_lint.source import Source, Span

HERE = Path(__file__).resolve().parent
TEXT = (
    "# 云岭县政务快报\r\n\r\n**我县财政收入增长6.8%**\t1—5月，县人大大代表视察，增长8.6%，"
    "占计划的56%：“其中，😀𠮷祥村”。\r\n\r\n（财政局）\r\n"
)


def diagnostic(text: str, severity: Severity, rule: str, message: str, **more: Any) -> Diagnostic:
    start = TEXT.index(text)
    span = Span(start, start + len(text))
    return Diagnostic("2024/快报.md", rule, "name-of-rule", severity, message, span, text, **more)


def edit(text: str, new: str) -> tuple[Edit, ...]:
    start = TEXT.index(text)
    return (Edit(Span(start, start + len(text)), new),)


def related(text: str) -> tuple[Related, ...]:
    start = TEXT.index(text)
    return (Related(Span(start, start + len(text)), "标题中的数"),)


FOUND = (
    diagnostic(
        "人大大", Severity.ERROR, "KB202", "应为“人大”。",
        edits=edit("人大大", "人大"), safety="safe",
    ),
    diagnostic("8.6%", Severity.ERROR, "KB306", "100%, 两处不一致：a=b", related=related("6.8%")),
    diagnostic("“其中，😀𠮷祥村”", Severity.WARNING, "KB503", "第一行\n第二行\x1b[31m"),
    diagnostic(
        "\r\n\r\n（财政局）", Severity.INFO, "KB114", "应与正文同段。",
        edits=edit("\r\n\r\n（财政局）", "（财政局）"), safety="unsafe",
    ),
)  # fmt: skip
SILENCED = (diagnostic("增长8.6%", Severity.WARNING, "KB313", "位数不一。"),)
KNOWN = (diagnostic("6.8%", Severity.INFO, "KB313", "位数不一。"),)
RUN = (
    FileResult(
        "2024/快报.md", Source("2024/快报.md", TEXT), "kuaibao", FOUND, 1, 1, 1,
        silenced=SILENCED, silencings=(Silencing(external=False, reason="与上级口径一致"),),
        known=KNOWN,
    ),
    FileResult("clean.md", Source("clean.md", "x", "gb18030"), "yunling"),
    FileResult("a:b,c%\n.md", error="文件不存在，请检查路径。"),
)


@pytest.mark.parametrize("form", REPORTERS)
def test_the_whole_report(form: str, pytestconfig: pytest.Config) -> None:
    kept = HERE / f"{form}.expected.txt"
    report = reporter(form)(Run(RUN, statistics=form == "text"))
    report = report.replace(__version__, "VERSION")
    # The page's style and script have files of their own.
    report = re.sub(r"(?s)<(style|script)>.*?</\1>", r"<\1></\1>", report)
    report = re.sub(r"sha256-[A-Za-z0-9+/=]+", "HASH", report)
    if pytestconfig.getoption("update_corpus"):
        kept.write_text(report, encoding="utf-8", newline="\n")
    assert report == kept.read_text("utf-8")


QUIET = {"text": "共检查 1 个文件：没有发现问题。\n", "concise": "", "github": "", "jsonl": ""}


@pytest.mark.parametrize("form", REPORTERS)
def test_a_run_without_findings_says_little(form: str) -> None:
    report = reporter(form)(Run((FileResult("a.md", Source("a.md", "x"), "kuaibao"),)))
    assert QUIET.get(form, report) == report
    assert "KB" not in report


def test_json_has_every_field_of_the_contract() -> None:
    report = json.loads(reporter("json")(Run(RUN)))
    jsonschema.validate(report, schemas.report())
    assert report["summary"] == {
        "files": 3, "error": 2, "warning": 1, "info": 1,
        "suppressed": 1, "baselined": 1, "fixable": 1,
    }  # fmt: skip
    for one in report["diagnostics"]:
        assert TEXT[one["offset"] : one["end_offset"]] == one["text"]
        lines = re.split(r"\r\n|\r|\n", TEXT)
        first = lines[one["line"] - 1][one["column"] - 1 :]
        assert (first + "\r\n").startswith(one["text"][:2])


def test_carets_stand_under_the_exact_words_in_cells() -> None:
    rows = reporter("text")(Run(RUN)).splitlines()
    carets = [(above, row) for above, row in pairwise(rows) if "^" in row]
    assert len(carets) == 4
    for (above, row), words in zip(carets, ("人大大", "8.6%", "“其中，😀𠮷祥村”"), strict=False):
        before = above.partition(words)[0]
        assert words in above
        assert cell_len(row) - row.count("^") == cell_len(before)
        assert row.count("^") == cell_len(words)


@pytest.mark.parametrize("width", [40, 60, 80])
def test_a_long_line_is_cut_to_the_width_round_the_words(width: int) -> None:
    text = "前" * 200 + "错处" + "后" * 200
    span = Span(200, 202)
    one = Diagnostic("a.md", "KB201", "typo", Severity.ERROR, "改。", span, "错处")
    run = Run((FileResult("a.md", Source("a.md", text), "kuaibao", (one,)),), width=width)
    (line,) = (row for row in reporter("text")(run).splitlines() if "│" in row and "^" not in row)
    assert "错处" in line
    assert line.count("…") == 2


def test_colour_changes_no_word(monkeypatch: pytest.MonkeyPatch) -> None:
    for name in ("NO_COLOR", "TERM"):
        monkeypatch.delenv(name, raising=False)
    coloured = reporter("text")(Run(RUN, colour=True))
    plain = re.sub(r"\x1b\[[0-9;]*m", "", coloured)
    assert "\x1b[" in coloured
    assert [row.rstrip() for row in plain.splitlines()] == reporter("text")(Run(RUN)).splitlines()


@pytest.mark.parametrize(
    "mark", ["\x00", "\x07", "\x1b", "\x7f", "\x85", "\x9b", "\u200f", "\u202e"]
)
def test_what_a_terminal_would_obey_is_shown_and_not_sent(mark: str) -> None:
    assert printable(f"甲{mark}乙\r\n丙\t丁") == "甲\ufffd乙⏎丙 丁"


def test_no_unsafe_character_passes_alone() -> None:
    assert [code for code in UNSAFE if printable(f"甲{chr(code)}乙") != f"甲{UNSAFE[code]}乙"] == []
