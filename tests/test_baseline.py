"""A baseline silences what was there, and nothing else."""

from __future__ import annotations

import errno
import json
from pathlib import Path
from typing import TYPE_CHECKING, Any

import jsonschema
import pytest

from kuaibao_lint import replacing

if TYPE_CHECKING:
    from tests.conftest import Cli

SARIF = Path(__file__).with_name("reporters") / "schemas" / "sarif-2.1.0.json"

WRONG = ("人大常委会正副主任", "人大大常委会正副主任")
OTHER = ("## 【生态环境】", "【生态环境】")


def summary(cli: Cli, *arguments: str) -> dict[str, int]:
    counts: dict[str, int] = json.loads(cli(*arguments, "--format", "json").out)["summary"]
    return counts


def test_known_findings_are_not_spoken_of_again(cli: Cli, clean: str) -> None:
    cli.write("a.md", clean.replace(*WRONG))
    cli("a.md", "--baseline", "b.json", "--update-baseline", code=0)
    result = cli("a.md", "--baseline", "b.json", code=0)
    assert "KB202" not in result.out
    assert "基线内 1 处" in result.out
    assert summary(cli, "a.md", "--baseline", "b.json")["baselined"] == 1
    cli("a.md", code=1)


def test_a_new_finding_is_told(cli: Cli, clean: str) -> None:
    cli.write("a.md", clean.replace(*WRONG))
    cli("a.md", "--baseline", "b.json", "--update-baseline")
    cli.write("a.md", clean.replace(*WRONG).replace(*OTHER))
    result = cli("a.md", "--baseline", "b.json", code=1)
    assert "KB105" in result.out
    assert "KB202" not in result.out


def test_edits_elsewhere_do_not_wake_a_finding(cli: Cli, clean: str) -> None:
    cli.write("a.md", clean.replace(*WRONG))
    cli("a.md", "--baseline", "b.json", "--update-baseline")
    cli.write(
        "a.md", clean.replace(*WRONG).replace("64 家", "64 家企业").replace("\n---", "\n\n---")
    )
    cli("a.md", "--baseline", "b.json", code=0)


def test_the_same_words_a_second_time_are_new(cli: Cli, clean: str) -> None:
    cli.write("a.md", clean.replace(*WRONG))
    cli("a.md", "--baseline", "b.json", "--update-baseline")
    cli.write("a.md", clean.replace(*WRONG).replace("统一品牌", "县人大大"))
    assert summary(cli, "a.md", "--baseline", "b.json")["error"] == 1


def test_a_baseline_speaks_of_its_file_only(cli: Cli, clean: str) -> None:
    cli.write("a.md", clean.replace(*WRONG))
    cli("a.md", "--baseline", "b.json", "--update-baseline")
    cli.write("other.md", clean.replace(*WRONG))
    cli("other.md", "--baseline", "b.json", code=1)


def test_the_configuration_may_name_it_from_its_own_folder(cli: Cli, clean: str) -> None:
    cli.write("sub/.kuaibao-lint.yaml", "baseline: b.json\n")
    cli.write("sub/a.md", clean.replace(*WRONG))
    cli("sub/a.md", "--update-baseline", code=0)
    assert (cli.folder / "sub" / "b.json").is_file()
    cli("sub/a.md", code=0)


def test_writing_is_repeatable_and_readable(cli: Cli, clean: str) -> None:
    for name in ("b.md", "a.md"):
        cli.write(name, clean.replace(*WRONG).replace(*OTHER))
    cli("b.md", "a.md", "--baseline", "b.json", "--update-baseline")
    first = (cli.folder / "b.json").read_bytes()
    cli("a.md", "b.md", "--baseline", "b.json", "--update-baseline")
    assert (cli.folder / "b.json").read_bytes() == first
    findings = json.loads(first)["findings"]
    assert [(one["path"], one["rule"], one["count"]) for one in findings] == [
        ("a.md", "KB105", 1), ("a.md", "KB202", 1), ("b.md", "KB105", 1), ("b.md", "KB202", 1),
    ]  # fmt: skip


@pytest.mark.parametrize(
    "text",
    ["", "{", "[]", "{}", '{"version": 2}', '{"version": 2, "findings": [{}]}',
     '{"version": 2, "findings": 1}', '"findings"', "\0"],
)
def test_a_damaged_baseline_is_told(cli: Cli, clean: str, text: str) -> None:
    cli.write("a.md", clean)
    cli.write("b.json", text)
    err = cli("a.md", "--baseline", "b.json", code=2).err
    assert err.startswith("kuaibao-lint: b.json：不是有效的基线文件")


# ---- what entries survive


def accepted(cli: Cli, text: str) -> None:
    cli.write("a.md", text)
    cli("a.md", "--baseline", "b.json", "--update-baseline", code=0)


def test_the_move_of_an_item_does_not_wake_its_findings(cli: Cli, clean: str) -> None:
    bad = clean.replace("统一品牌，", "统一品牌，，")
    items = [part for part in bad.split("\n\n") if part.startswith("**")]
    (moved,) = (part for part in items if "，，" in part)
    accepted(cli, bad)
    other = items[0] if items[0] != moved else items[1]
    swapped = bad.replace(moved, "§").replace(other, moved).replace("§", other)
    cli.write("a.md", swapped)
    assert "KB504" not in cli("a.md", "--baseline", "b.json").out


@pytest.mark.parametrize("newline", ["\r\n", "\r"])
def test_another_newline_and_encoding_does_not_wake_a_finding(
    cli: Cli, clean: str, newline: str
) -> None:
    bad = clean.replace(*WRONG).replace("统一品牌，", "统一品\n\n牌，")
    accepted(cli, bad)
    cli.write("a.md", bad.replace("\n", newline).encode("gb18030"))
    cli("a.md", "--baseline", "b.json", code=0)


def test_a_fix_nearby_does_not_wake_a_finding(cli: Cli, clean: str) -> None:
    bad = clean.replace("统一品牌，", "累积更换12处,,统一品牌，")
    accepted(cli, bad)
    cli.write("a.md", bad.replace(",,", "，"))
    assert "KB207" in cli("a.md", "--select", "KB207", code=1).out
    cli("a.md", "--baseline", "b.json", "--select", "KB207", code=0)


def test_what_has_no_words_is_known_by_its_message() -> None:
    from kuaibao_lint.baseline import entries
    from kuaibao_lint.diagnostics import Diagnostic, Severity
    from kuaibao_lint.source import Span

    one = Diagnostic("a.md", "KB411", "x", Severity.ERROR, "缺少发送范围", Span(2, 2), "")
    other = one._replace(message="缺少签发")
    assert entries([one], "甲乙丙", "a.md") == entries([one], "丁戊己庚", "a.md")
    assert entries([one], "甲乙丙", "a.md") != entries([other], "甲乙丙", "a.md")


def test_paths_count_from_the_baseline_wherever_the_run_is(
    cli: Cli, clean: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    cli.write("sub/deep/a.md", clean.replace(*WRONG))
    cli("sub/deep/a.md", "--baseline", "sub/b.json", "--update-baseline", code=0)
    assert '"path": "deep/a.md"' in (cli.folder / "sub" / "b.json").read_text("utf-8")
    monkeypatch.chdir(cli.folder / "sub" / "deep")
    cli("a.md", "--baseline", "../b.json", code=0)
    monkeypatch.chdir(cli.folder)
    cli(str(cli.folder / "sub" / "deep" / "a.md"), "--baseline", "sub/b.json", code=0)


def test_what_is_known_is_not_fixed(cli: Cli, clean: str) -> None:
    bad = clean.replace(*WRONG)
    accepted(cli, bad)
    cli("a.md", "--baseline", "b.json", "--fix", code=0)
    assert (cli.folder / "a.md").read_text("utf-8") == bad


# ---- stale entries


def rows(cli: Cli) -> list[tuple[str, str]]:
    data = json.loads((cli.folder / "b.json").read_text("utf-8"))
    return [(one["path"], one["rule"]) for one in data["findings"]]


def both(cli: Cli, clean: str) -> None:
    for name in ("a.md", "b.md"):
        cli.write(name, clean.replace(*WRONG).replace(*OTHER))
    cli("a.md", "b.md", "--baseline", "b.json", "--update-baseline", code=0)


def test_stale_entries_are_told_and_pruned(cli: Cli, clean: str) -> None:
    both(cli, clean)
    cli.write("a.md", clean.replace(*OTHER))
    result = cli("a.md", "b.md", "--baseline", "b.json", code=0)
    assert "1 条已经没有对应的问题" in result.err
    assert len(rows(cli)) == 4
    result = cli("a.md", "b.md", "--baseline", "b.json", "--prune-baseline", code=0)
    assert "3 条（新增 0，删去 1）" in result.err
    assert rows(cli) == [("a.md", "KB105"), ("b.md", "KB105"), ("b.md", "KB202")]
    assert "没有对应" not in cli("a.md", "b.md", "--baseline", "b.json", code=0).err


def test_pruning_adds_nothing(cli: Cli, clean: str) -> None:
    both(cli, clean)
    cli.write("a.md", clean.replace("统一品牌，", "统一品牌，，"))
    result = cli("a.md", "b.md", "--baseline", "b.json", "--prune-baseline", code=1)
    assert "KB504" in result.out
    assert rows(cli) == [("b.md", "KB105"), ("b.md", "KB202")]


def test_files_and_rules_that_did_not_run_keep_their_entries(cli: Cli, clean: str) -> None:
    both(cli, clean)
    cli.write("a.md", clean)
    assert cli("b.md", "--baseline", "b.json", code=0).err == ""
    assert cli("a.md", "--select", "KB3", "--baseline", "b.json", code=0).err == ""
    cli("a.md", "--select", "KB105", "--baseline", "b.json", "--update-baseline", code=0)
    assert rows(cli) == [("a.md", "KB202"), ("b.md", "KB105"), ("b.md", "KB202")]
    cli.write("a.md", b"\0")
    cli("a.md", "--baseline", "b.json", "--update-baseline", code=2)
    assert len(rows(cli)) == 3


def test_the_entries_of_a_file_that_is_gone_are_stale(cli: Cli, clean: str) -> None:
    both(cli, clean)
    (cli.folder / "b.md").unlink()
    assert "2 条" in cli("a.md", "--baseline", "b.json", code=0).err
    cli("a.md", "--baseline", "b.json", "--prune-baseline", code=0)
    assert rows(cli) == [("a.md", "KB105"), ("a.md", "KB202")]


def test_a_baseline_of_another_version_is_told(cli: Cli, clean: str) -> None:
    cli.write("a.md", clean)
    cli.write("b.json", '{"version": 1, "findings": []}')
    assert "--update-baseline" in cli("a.md", "--baseline", "b.json", code=2).err


def test_a_baseline_is_replaced_whole_or_not_at_all(
    cli: Cli, clean: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    def full(*_: object) -> None:
        raise OSError(errno.ENOSPC, "")

    cli.write("a.md", clean.replace(*WRONG))
    cli("a.md", "--baseline", "b.json", "--update-baseline", code=0)
    path = cli.folder / "b.json"
    before = path.read_bytes()
    cli.write("a.md", clean)
    with monkeypatch.context() as patch:
        patch.setattr(replacing, "write", full)
        assert "磁盘已满" in cli("a.md", "--baseline", "b.json", "--prune-baseline", code=2).err
    assert path.read_bytes() == before
    assert sorted(one.name for one in cli.folder.iterdir()) == ["a.md", "b.json"]


# ---- in SARIF


def results(cli: Cli, *arguments: str) -> list[dict[str, Any]]:
    """Return the results of a run in SARIF, each with how it stands to the baseline."""
    report = json.loads(cli(*arguments, "--format", "sarif").out)
    jsonschema.validate(report, json.loads(SARIF.read_text("utf-8")))
    found: list[dict[str, Any]] = report["runs"][0]["results"]
    return found


def test_sarif_tells_what_was_there_from_what_is_new(cli: Cli, clean: str) -> None:
    cli.write("a.md", clean.replace(*WRONG))
    cli("a.md", "--baseline", "b.json", "--update-baseline")
    (before,) = results(cli, "a.md")
    assert before["suppressions"] == []
    assert "baselineState" not in before
    cli.write("a.md", clean.replace(*WRONG).replace(*OTHER))
    cli.write("b.md", clean.replace(*WRONG))
    cli.write(".kuaibao-lint.yaml", "suppressions: [{rule: KB202, path: b.md, reason: 原文}]\n")
    by_state = {
        (one["ruleId"], one["locations"][0]["physicalLocation"]["artifactLocation"]["uri"]): (
            one["baselineState"],
            [(other["kind"], other["status"], other["justification"])
             for other in one["suppressions"]],
        )
        for one in results(cli, "a.md", "b.md", "--baseline", "b.json")
    }  # fmt: skip
    assert by_state == {
        ("KB105", "a.md"): ("new", []),
        ("KB202", "a.md"): ("unchanged", [("external", "accepted", "已在基线中")]),
        ("KB202", "b.md"): ("new", [("external", "accepted", "原文")]),
    }
    updated = results(cli, "a.md", "--baseline", "b.json", "--update-baseline")
    assert {one["baselineState"] for one in updated} == {"unchanged"}


def test_a_finding_has_the_same_fingerprint_in_the_baseline_and_out_of_it(
    cli: Cli, clean: str
) -> None:
    def prints(*arguments: str) -> dict[int, dict[str, str]]:
        return {
            one["locations"][0]["physicalLocation"]["region"]["charOffset"]:
            one["partialFingerprints"]
            for one in results(cli, "a.md", *arguments)
        }  # fmt: skip

    cli.write("a.md", clean.replace(*WRONG))
    cli("a.md", "--baseline", "b.json", "--update-baseline")
    line = next(line for line in clean.splitlines() if WRONG[0] in line).replace(*WRONG)
    cli.write("a.md", clean.replace(*WRONG) + f"\n{line}\n")
    assert len(prints()) > 1
    assert prints("--baseline", "b.json") == prints()
