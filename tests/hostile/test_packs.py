"""Packs and configurations from strangers: refused with their place, or harmless."""

from __future__ import annotations

import json
import re
import time
from contextlib import nullcontext
from itertools import accumulate, cycle
from math import inf
from typing import TYPE_CHECKING

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kuaibao_lint import expressions, patterns

if TYPE_CHECKING:
    from pathlib import Path

    from tests.conftest import Cli

PACK = """\
pack: mine
extends: [kuaibao]
rules:
  - id: MY001
    name: mine
    severity: error
    check: pattern
    options: {swap: {EXPRESSION: ''}}
    message: MESSAGE
    why: 如此。
    basis: {level: 本单位, source: 无}
    examples:
      bad: [{text: 甲, at: 甲}]
      good: [乙]
"""
CONTROLS = re.compile("[\x00-\x08\x0b-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069]")


def pack(expression: str = "'甲'", message: str = "如此。") -> str:
    return PACK.replace("EXPRESSION", expression).replace("MESSAGE", message)


# ---- expressions

SLOW = (
    "(a+)+$", "(a|a)*$", "(a|b?)*", "a*a*a*b", "a+b", "(?:a*)*b", "a{1,4000000000}", ".*?x",
    "(a{0,50}){0,50}b", "(?:a?){0,40}a{40}", "[^。]{0,300}甲[^。]{0,300}乙[^。]{0,300}丙",
    "(?=(a+)+b)", "(a{0,2000})\\1{0,9}", "x{3000}",
)  # fmt: skip
BAD = (
    "(", "a{2,1}", "a{99999999999999999999}", "(" * 2400 + ")" * 2400, "[[a]", "x" * 6000, "(?L)a",
)  # fmt: skip
QUICK = (
    "甲", "甲|乙|丙", "[0-9]{1,20}%", "(?<![0-9])[0-9]{1,12}(?:[.][0-9]{1,6})?(?=万元)",
    "[^，。]{0,30}甲[^，。]{0,30}乙", "(?:[一二三]{1,3}、){0,4}", "(?>a{0,2000})", "(甲|乙)\\1",
    "(甲)?(?(1)乙|丙)", "(?i)abc", "^甲$", "\\b甲", "a{0,99}+b", "",
)  # fmt: skip


@pytest.mark.parametrize("expression", SLOW + BAD, ids=lambda one: one[:24])
def test_an_expression_that_is_wrong_or_may_be_slow_is_refused(expression: str) -> None:
    with pytest.raises(ValueError, match="正则表达式"):
        expressions.check(expression)


@pytest.mark.parametrize("expression", QUICK)
def test_an_expression_with_limits_is_accepted(expression: str) -> None:
    expressions.check(expression)


def test_a_slow_expression_is_refused_by_rule_and_place(cli: Cli, clean: str) -> None:
    cli.write("issue.md", clean)
    cli.write("mine.yaml", pack("'(a+)+$'"))
    told = cli("issue.md", "--profile", "mine.yaml", code=2).err
    assert told.startswith("kuaibao-lint: mine.yaml:8：规则 MY001：“options”")
    assert "没有上限" in told


def test_what_an_override_gives_is_checked_too(cli: Cli, clean: str) -> None:
    cli.write("issue.md", clean)
    for expression, words in (("(a+)+$", "没有上限"), ("(", "正则表达式有误")):
        change = f"overrides: {{MY001: {{options: {{swap: {{'{expression}': x}}}}}}}}\n"
        cli.write("mine.yaml", pack() + change)
        told = cli("issue.md", "--profile", "mine.yaml", code=2).err
        assert "“overrides.MY001.options”" in told
        assert words in told


def test_an_expression_that_is_slow_after_all_is_cut_off_and_named(
    cli: Cli, clean: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(patterns, "SECONDS", -1.0)
    cli.write("long.md", clean + "好。" * 20_000)
    cli.write("short.md", clean + "甲\n")
    cli.write("mine.yaml", pack())
    result = cli(
        "long.md", "short.md", "--profile", "mine.yaml", "--select", "MY001", "--format", "json",
        code=2,
    )  # fmt: skip
    report = json.loads(result.out)
    assert "规则 MY001（mine）" in report["files"][0]["error"]
    assert "用时过长" in report["files"][0]["error"]
    assert {one["path"] for one in report["diagnostics"]} == {"short.md"}


@given(
    st.sampled_from(
        ["a", "ab?", "a{1,3}", "(?<=a)b", "a(?=b)", "a{0,3}", "^a", "b$", "(?<!a)b{2,5}"]
    ),
    st.text("ab\n", max_size=60),
    st.integers(1, 9),
)
def test_searching_step_by_step_finds_what_one_search_finds(
    expression: str, text: str, step: int
) -> None:
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(patterns, "STEP", step)
        patch.setattr(patterns, "_WINDOW", 7)  # more than any of these may see
        compiled = re.compile(expression)
        got = [one.span() for one in patterns.found(compiled, text, patterns.Budget(inf))]
        assert got == [one.span() for one in compiled.finditer(text)]


@pytest.mark.parametrize(("seconds", "enough"), [(9.0, True), (8.0, False)])
def test_only_the_search_takes_from_what_it_may_take(
    monkeypatch: pytest.MonkeyPatch, seconds: float, enough: bool  # noqa: FBT001 - one column each
) -> None:
    # By this clock each of ten steps takes a second, and what happens in between a minute.
    clock = accumulate(cycle((60.0, 1.0)))
    monkeypatch.setattr(time, "process_time", lambda: next(clock))
    search = patterns.found(re.compile("甲"), "甲" * 10 * patterns.STEP, patterns.Budget(seconds))
    with nullcontext() if enough else pytest.raises(patterns.SlowPatternError):
        assert len(list(search)) == 10 * patterns.STEP


# ---- YAML

BOMB = "a: &a [x, x]\n" + "".join(
    f"{chr(98 + n)}: &{chr(98 + n)} [*{chr(97 + n)}, *{chr(97 + n)}]\n" for n in range(20)
)
YAML = {
    "bomb": BOMB,
    "an anchor in itself": "&a [*a]",
    "deep lists": "[" * 100_000,
    "deep maps": "{a: " * 100_000,
    "deep lines": "".join(" " * depth + "a:\n" for depth in range(500)),
    "a Python object": "pack: !!python/object/apply:os.mkdir [harm]\n",
    "a number of a million digits": "pack: " + "9" * 1_000_000 + "\n",
    "a list": "- pack\n",
    "a date": "pack: 2024-01-01\nrules: 2024-01-01\n",
    "NUL": "pack: a\0b\n",
    "an escape": "pack: a\x1bb\n",
    "GBK": "pack: 延津\n".encode("gbk"),
    "UTF-16": "pack: mine\n".encode("utf-16"),
    "two documents": "---\npack: a\n---\npack: b\n",
    "a marked key": '"\\e[31m\\x9b": x\n',
    "a key that is a list": "? [a]\n: b\n",
    "rules that are null": "pack: mine\nrules: [null]\n",
    "words that are numbers": "pack: mine\nvocabulary: {units: [{name: 1}]}\n",
}


@pytest.mark.parametrize("text", YAML.values(), ids=YAML)
def test_a_broken_pack_is_refused(cli: Cli, clean: str, text: str | bytes) -> None:
    cli.write("issue.md", clean)
    cli.write("mine.yaml", text)
    result = cli("issue.md", "--profile", "mine.yaml", code=2)
    assert result.err.startswith("kuaibao-lint: mine.yaml")
    assert result.err.count("\n") == 1
    assert not CONTROLS.search(result.err)
    assert "内部错误" not in result.err
    assert not (cli.folder / "harm").exists()


@pytest.mark.parametrize("text", YAML.values(), ids=YAML)
def test_a_broken_configuration_is_refused(cli: Cli, clean: str, text: str | bytes) -> None:
    cli.write("issue.md", clean)
    cli.write(".kuaibao-lint.yaml", text)
    result = cli("issue.md", code=2)
    assert ".kuaibao-lint.yaml" in result.err
    assert not CONTROLS.search(result.err)
    assert "内部错误" not in result.err


@pytest.mark.parametrize(
    "message",
    ["{found.__class__}", "{found!r}", "{found:>1000000000}", "{found:{expected}}", "{found[0]}",
     "{0}", "{}", "{"],
)  # fmt: skip
def test_a_placeholder_is_a_name_and_nothing_more(cli: Cli, clean: str, message: str) -> None:
    cli.write("issue.md", clean)
    cli.write("mine.yaml", pack(message=f"'{message}'"))
    told = cli("issue.md", "--profile", "mine.yaml", code=2).err
    assert told.startswith("kuaibao-lint: mine.yaml:9：规则 MY001：“message”的占位符")


def test_packs_that_name_each_other_twice_cost_no_more(cli: Cli, clean: str) -> None:
    cli.write("issue.md", clean)
    for number in range(40):
        cli.write(f"p{number}.yaml", f"pack: p{number}\nextends: [p{number + 1}, p{number + 1}]\n")
    cli.write("p40.yaml", "pack: p40\nextends: [kuaibao]\n")
    names = ", ".join(f"p{number}.yaml" for number in range(41))
    cli.write(".kuaibao-lint.yaml", f"packs: [{names}]\nprofile: p0\n")
    cli("issue.md", code=0)


def test_overrides_that_do_not_go_together_are_told(cli: Cli, clean: str) -> None:
    cli.write("issue.md", clean)
    rule = pack().replace("check: pattern", "check: substitute").replace("'甲': ''", "甲乙: 丙")
    cli.write("a.yaml", rule.replace("text: 甲, at: 甲", "text: 甲乙, at: 甲乙"))
    options = "{options: {swap: {丁戊: 丙}, unless_before: {丁戊: [x]}}}"
    cli.write("b.yaml", f"pack: b\nextends: [mine]\noverrides: {{MY001: {options}}}\n")
    options = "{options: {swap: {己庚: 丙}}}"
    cli.write("c.yaml", f"pack: c\nextends: [b]\noverrides: {{MY001: {options}}}\n")
    cli.write(".kuaibao-lint.yaml", "packs: [a.yaml, b.yaml, c.yaml]\nprofile: c\n")
    told = cli("issue.md", code=2).err
    assert "规则 MY001" in told
    assert "合起来不可用" in told


# ---- what a configuration may not do


@pytest.mark.parametrize("name", ["../outside.json", "link.json", '"\\0"'])
def test_a_configuration_writes_no_baseline_outside_its_folder(
    cli: Cli, clean: str, name: str
) -> None:
    cli.write("folder/issue.md", clean)
    cli.write("folder/.kuaibao-lint.yaml", f"baseline: {name}\n")
    outside = cli.folder / "outside.json"
    (cli.folder / "folder" / "link.json").symlink_to(outside)
    told = cli("folder", "--update-baseline", code=2).err
    assert "应在配置文件所在的文件夹内" in told
    assert not outside.exists()


@pytest.mark.parametrize("old", [b"fail-on: info\n", None], ids=["a file", "nothing"])
def test_a_configuration_that_is_a_link_lets_nothing_be_written_elsewhere(
    cli: Cli, clean: str, old: bytes | None
) -> None:
    outside = cli.folder / "outside.yaml"
    if old is not None:
        outside.write_bytes(old)
    cli.write("folder/issue.md", clean.replace("。", "。。"))
    for name in (".kuaibao-lint.yaml", "kuaibao-profile.yaml"):
        (cli.folder / "folder" / name).symlink_to(outside)
    for arguments in (
        ["issue.md", "--add-ignore"], ["init"], ["init", "--force"],
        ["init", "--force", "--from", "issue.md"],
    ):  # fmt: skip
        with pytest.MonkeyPatch.context() as patch:
            patch.chdir(cli.folder / "folder")
            told = cli(*arguments, code=2).err
            assert "链接" in told or "文件不存在" in told
    assert (outside.read_bytes() if outside.exists() else None) == old


MANY = {
    "exclude": "exclude: [" + ", ".join(f"'*{n}'" for n in range(1001)) + "]\n",
    "packs": "packs: [" + "a, " * 1001 + "]\n",
    "per-file-ignores": "per-file-ignores:\n" + "".join(f"  '*{n}': [KB5]\n" for n in range(1001)),
    "suppressions": "suppressions:\n" + "- {rule: KB5}\n" * 10_001,
    "过大": "# " + "x" * 2_000_000,
}


@pytest.mark.parametrize("word", MANY)
def test_a_configuration_that_would_take_long_is_refused(cli: Cli, clean: str, word: str) -> None:
    cli.write("issue.md", clean)
    cli.write(".kuaibao-lint.yaml", MANY[word])
    assert word in cli("issue.md", code=2).err


def test_a_pack_that_would_take_long_is_refused(cli: Cli, clean: str) -> None:
    cli.write("issue.md", clean)
    cli.write("mine.yaml", pack() + "# " + "x" * 2_000_000)
    for arguments in (["issue.md", "--profile", "mine.yaml"], ["test", "mine.yaml"]):
        assert "文件过大" in cli(*arguments, code=2).err


def test_a_pack_that_is_named_very_often_is_told(cli: Cli, clean: str) -> None:
    cli.write("issue.md", clean)
    cli.write("mine.yaml", pack())
    cli.write(".kuaibao-lint.yaml", "packs: [" + "mine.yaml, " * 300 + "]\n")
    assert "已被" in cli("issue.md", code=2).err


def test_a_configuration_that_is_no_file_is_told(cli: Cli, clean: str) -> None:
    cli.write("folder/issue.md", clean)
    path = cli.folder / "folder" / ".kuaibao-lint.yaml"
    path.mkdir()
    assert "这是文件夹" in cli("folder", code=2).err
    path.rmdir()
    path.symlink_to("nowhere")
    assert "文件不存在" in cli("folder", code=2).err


def test_a_baseline_overwrites_nothing_else(cli: Cli, clean: str) -> None:
    cli.write("issue.md", clean)
    cli.write(".kuaibao-lint.yaml", "baseline: issue.md\n")
    cli("issue.md", "--update-baseline", code=2)
    assert (cli.folder / "issue.md").read_text("utf-8") == clean


def test_a_report_overwrites_no_bulletin(cli: Cli, clean: str) -> None:
    cli.write("issue.md", clean)
    (cli.folder / "second.json").hardlink_to(cli.folder / "issue.md")
    (cli.folder / "third.json").symlink_to("issue.md")
    for name in ("./issue.md", "second.json", "third.json"):
        assert "盖掉" in cli("issue.md", "--format", f"json:{name}", code=2).err
    assert (cli.folder / "issue.md").read_text("utf-8") == clean


@pytest.mark.parametrize("pattern", ["", ".", "/", "[", "**/" * 9 + "*a" * 30 + "b"])
def test_an_odd_pattern_of_what_is_excluded_excludes_nothing(
    cli: Cli, clean: str, pattern: str
) -> None:
    cli.write("issue.md", clean)
    cli.write(".kuaibao-lint.yaml", f"exclude: [{json.dumps(pattern)}]\n")
    assert "共检查 1 个文件" in cli(".", code=0).out


@pytest.mark.parametrize(
    "text",
    [
        "[" * 200_000,
        "[]",
        '{"findings": [{"path": [], "rule": 1, "hash": 2, "count": 1}]}',
        '{"version": 2, "findings": [{"path": 1, "rule": "b", "hash": "c", "count": 1}]}',
        '{"version": 2, "findings": [{"path": "a", "rule": "b", "hash": "c", "count": 1e999}]}',
    ],
    ids=["deep", "a list", "types", "a number for a path", "endless"],
)
def test_a_broken_baseline_is_told(cli: Cli, clean: str, text: str) -> None:
    cli.write("issue.md", clean)
    cli.write("base.json", text)
    for more in ([], ["--update-baseline"], ["--prune-baseline"]):
        told = cli("issue.md", "--baseline", "base.json", *more, code=2).err
        assert "不是有效的基线文件" in told
    assert (cli.folder / "base.json").read_text("utf-8") == text


def test_names_and_words_of_a_pack_do_not_reach_the_terminal(cli: Cli, examples: Path) -> None:
    mark = '"{}\\e]8;;http://x\\a\\x9b31m\\u202e"'
    text = pack("'县'", mark.format("{found}")).replace("如此。\n    basis", "WHY\n    basis")
    text = text.replace("why: WHY", "why: " + mark.format("因"))
    cli.write("mine.yaml", text.replace("source: 无", "source: " + mark.format("无")))
    cli.write("issue.md", (examples / "clean.md").read_bytes())
    for arguments in (
        ["issue.md", "--profile", "mine.yaml"],
        ["issue.md", "--profile", "mine.yaml", "--format", "json"],
        ["explain", "MY001", "--profile", "mine.yaml"],
        ["rules", "--profile", "mine.yaml"],
        ["rules", "--profile", "mine.yaml", "--format", "json"],
        ["test", "mine.yaml"],
    ):
        result = cli(*arguments)
        assert "MY001" in result.out
        assert not CONTROLS.search(result.out + result.err), arguments
