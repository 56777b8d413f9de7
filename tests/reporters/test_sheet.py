"""The rework sheet, the other groupings, and how much is shown."""

from __future__ import annotations

import json
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from kuaibao_lint.diagnostics import Diagnostic, Severity
from kuaibao_lint.reporters import REPORTERS, TELLING, FileResult, Run, reporter
from kuaibao_lint.reporters.grouping import groups
from kuaibao_lint.reporters.places import relative, sentence
from kuaibao_lint.source import Source, Span

if TYPE_CHECKING:
    from tests.conftest import Cli

HERE = Path(__file__).resolve().parent
DEFECTS = (HERE.parents[1] / "examples" / "defects.md").as_posix()
TEXT = """\
# 云岭县政务快报

第 20 期

云岭县人民政府办公室

2025 年 7 月 15 日

## 【民生保障】

**石桥镇开展入户走访** 组织干部切实掌掌握情况。截止目前，共走访群众 120 户。（石桥镇）

**县财政局兑现补贴** 精简流程。累积兑付 300 万元。截至目前，共兑付 300 万元。（县财政局）

**县商务局办展** 精心组织办好好展会。截至目前，共 20 家参展。（商物局）

---

责任编辑：林知远

审核：周行

签发：周行
"""


@pytest.mark.parametrize("form", ["markdown", "html"])
def test_the_whole_sheet(form: str, cli: Cli, pytestconfig: pytest.Config) -> None:
    import re

    cli.write("issue.md", TEXT)
    arguments = ("issue.md", "--isolated", "--format", form, "--group-by", "unit")
    report = cli(*arguments, code=1).out
    report = re.sub(r"(?s)<(style|script)>.*?</\1>", r"<\1></\1>", report)
    report = re.sub(r"sha256-[A-Za-z0-9+/=]+", "HASH", report)
    report = re.sub(r"kuaibao-lint \d[\d.]*", "kuaibao-lint VERSION", report)
    kept = HERE / f"sheet-{form}.expected.txt"
    if pytestconfig.getoption("update_corpus"):
        kept.write_text(report, encoding="utf-8", newline="\n")
    assert report == kept.read_text("utf-8")


def found(text: str, words: str, severity: Severity = Severity.WARNING) -> Diagnostic:
    start = text.index(words)
    span = Span(start, start + len(words))
    return Diagnostic("a.md", "KB201", "typo", severity, "改。", span, words)


def test_findings_go_to_the_unit_of_their_item_and_the_rest_to_the_editor() -> None:
    diagnostics = (
        found(TEXT, "云岭县政务快报"), found(TEXT, "掌掌握"), found(TEXT, "累积"),
        found(TEXT, "（石桥镇）"), found(TEXT, "林知远"),
    )  # fmt: skip
    run = Run((FileResult("a.md", Source("a.md", TEXT), "", diagnostics),), group_by="unit")
    assert [(group.title, [e.one.text for e in group.entries]) for group in groups(run)] == [
        ("石桥镇", ["掌掌握", "（石桥镇）"]),
        ("财政局", ["累积"]),
        ("编辑", ["云岭县政务快报", "林知远"]),
    ]


def test_a_unit_whose_name_is_wrong_is_no_address() -> None:
    diagnostics = (found(TEXT, "办好好展"), found(TEXT, "商物局", Severity.ERROR))
    run = Run((FileResult("a.md", Source("a.md", TEXT), "", diagnostics),), group_by="unit")
    assert [group.title for group in groups(run)] == ["编辑"]


@pytest.mark.parametrize("blank", ["", "  \n", "\r\n\r\n"])
def test_a_fix_that_takes_a_blank_before_the_sentence_is_proposed(cli: Cli, blank: str) -> None:
    cli.write(
        "a.md",
        f"【民生保障】\n\n**石桥镇走访困难群众** 走访120户。{blank}( 石桥镇 )\n\n发：县委。\n",
    )
    sheet = cli("a.md", "--format", "markdown", "--group-by", "unit", "--select", "KB114").out
    assert "建议改为：（石桥镇）" in sheet


def test_a_sentence_ends_at_its_marks_and_at_the_walls() -> None:
    text = "标题 第一句。第二句有错字，还有。第三句。"
    one = found(text, "错字")
    assert sentence(one, text).of(text) == "第二句有错字，还有。"
    assert sentence(found(text, "第一"), text, [3]).of(text) == "第一句。"
    assert sentence(found(text, "标题"), text, [3]).of(text) == "标题"
    assert sentence(found(text, "第三句。"), text).of(text) == "第三句。"


def test_groups_by_rule_in_text(cli: Cli) -> None:
    cli.write("issue.md", TEXT)
    rows = cli("issue.md", "--isolated", "--group-by", "rule", code=1).out.splitlines()
    titles = [row for row in rows if row.startswith("KB")]
    assert titles == sorted(titles)
    assert any(row.startswith("  issue.md:11:") for row in rows)
    assert "--group-by 应为" in cli("issue.md", "--group-by", "year", code=2).err


def test_max_findings_shows_some_and_counts_all(cli: Cli) -> None:
    every = json.loads(cli(DEFECTS, "--format", "json", code=1).out)
    some = json.loads(cli(DEFECTS, "--format", "json", "--max-findings", "3", code=1).out)
    assert some["diagnostics"] == every["diagnostics"][:3]
    assert some["summary"].pop("omitted") == len(every["diagnostics"]) - 3
    assert some["summary"] == every["summary"]
    assert "处没有列出" in cli(DEFECTS, "--max-findings", "3", code=1).out
    assert "处没有列出" not in cli(DEFECTS, "--max-findings", "999", code=1).out
    assert "不能小于" in cli(DEFECTS, "--max-findings", "-1", code=2).err


@pytest.mark.parametrize("form", REPORTERS)
def test_what_max_findings_left_out_is_told_in_every_format(form: str, cli: Cli) -> None:
    every = len(json.loads(cli(DEFECTS, "--format", "json", code=1).out)["diagnostics"])
    result = cli(DEFECTS, "--format", form, "--max-findings", "2", code=1)
    aside = f"另有 {every - 2} 处没有列出" in result.err
    assert aside is (form not in TELLING)
    told = f'"omitted": {every - 2}' if form == "json" else f"{every - 2} 处没有列出"
    assert (told in result.out) is not aside
    assert cli(DEFECTS, "--format", form, "--max-findings", "999", code=1).err == ""


@pytest.mark.parametrize("form", ["json", "concise", "sarif"])
def test_statistics_never_mix_with_what_a_program_reads(form: str, cli: Cli) -> None:
    plain = cli(DEFECTS, "--format", form, code=1)
    counted = cli(DEFECTS, "--format", form, "--statistics", code=1)
    assert counted.stdout == plain.stdout
    assert "  KB202  repeated-character" in counted.err
    assert counted.err.count("KB202") == 1


@pytest.mark.parametrize("form", ["text", "markdown"])
def test_statistics_are_part_of_reports_for_people(form: str, cli: Cli) -> None:
    result = cli(DEFECTS, "--format", form, "--statistics", code=1)
    assert "KB202  repeated-character" in result.out
    assert result.err == ""


def test_paths_are_seen_from_the_working_folder(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    assert relative("./a/../b.md") == "b.md"
    assert relative("2024/a.md") == "2024/a.md"
    assert relative((tmp_path / "2024" / "a.md").as_posix()) == "2024/a.md"
    outside = (tmp_path.parent / "x.md").as_posix()
    assert relative(outside) == outside
    report = reporter("sarif")(Run((FileResult(outside, Source(outside, "x")),)))
    (artifact,) = json.loads(report)["runs"][0]["artifacts"]
    assert artifact["location"]["uri"].startswith("file:///")
