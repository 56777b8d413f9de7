"""Suppressions in the configuration, by file, rule and quotation."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

import jsonschema
import pytest
import yaml

from kuaibao_lint import schemas

if TYPE_CHECKING:
    from tests.conftest import Cli

NAME = ".kuaibao-lint.yaml"
WRONG = ("人大常委会正副主任", "人大大常委会正副主任")


@pytest.fixture
def bad(clean: str) -> str:
    return clean.replace(*WRONG)


def found(cli: Cli, *arguments: str) -> list[tuple[str, str, int]]:
    """Return (file, rule, line) of what is reported."""
    report = json.loads(cli(*(arguments or (".",)), "--format", "json").out)
    return [(one["path"], one["rule"], one["line"]) for one in report["diagnostics"]]


def settings(cli: Cli, *entries: dict[str, Any], **more: Any) -> None:
    values = {"suppressions": list(entries)} | more
    jsonschema.validate(values, schemas.config())
    cli.write(NAME, yaml.safe_dump(values, allow_unicode=True))


FITTING: list[dict[str, Any]] = [
    {"rule": "KB202"},
    {"rule": "KB2"},
    {"rule": "repeated-character"},
    {"rule": ["KB504", "KB202"]},
    {"rule": "KB202", "path": "a.md"},
    {"rule": "KB202", "path": "./a.md"},
    {"rule": "KB202", "path": "*.md"},
    {"rule": "KB202", "text": "县人大大常委会", "reason": "原文如此"},
    {"rule": "KB202", "text": "县人 大大\n常委会"},
    {"rule": "KB202", "text": "大大常委"},
]


@pytest.mark.parametrize("entry", FITTING, ids=str)
def test_an_entry_silences_what_it_speaks_of(cli: Cli, bad: str, entry: dict[str, Any]) -> None:
    cli.write("a.md", bad)
    settings(cli, entry)
    assert found(cli) == []
    result = cli("a.md", code=0)
    assert "已忽略 1 处" in result.out
    assert found(cli, "a.md", "--isolated") == [("a.md", "KB202", 35)]


@pytest.mark.parametrize(
    "entry",
    [
        {"rule": "KB504"},
        {"rule": "KB202", "path": "b.md"},
        {"rule": "KB202", "path": "旧/*"},
        {"rule": "KB202", "text": "县政协正副主席"},
        {"rule": "KB202", "text": "没有这句话"},
    ],
    ids=str,
)
def test_other_files_rules_and_passages_are_not_silenced(
    cli: Cli, bad: str, entry: dict[str, Any]
) -> None:
    cli.write("a.md", bad)
    settings(cli, entry)
    assert ("a.md", "KB202", 35) in found(cli)


def test_patterns_count_from_the_configuration_wherever_the_run_is(
    cli: Cli, bad: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    cli.write("2024/a.md", bad)
    cli.write("2025/a.md", bad)
    settings(cli, {"rule": "KB202", "path": "2024/*.md"})
    assert found(cli) == [("2025/a.md", "KB202", 35)]
    monkeypatch.chdir(cli.folder / "2024")
    assert found(cli, "a.md", "../2025/a.md") == [("../2025/a.md", "KB202", 35)]


def test_files_of_a_pattern_may_do_without_rules(cli: Cli, bad: str) -> None:
    cli.write("归档/a.md", bad)
    cli.write("b.md", bad)
    cli.write(NAME, "per-file-ignores:\n  归档/*: [KB2]\n")
    assert found(cli) == [("b.md", "KB202", 35)]
    cli.write(NAME, "per-file-ignores: {归档: KB202, b.md: [ALL]}\n")
    assert found(cli) == []


def test_what_is_silenced_is_not_fixed(cli: Cli, bad: str) -> None:
    path = cli.write("a.md", bad)
    settings(cli, {"rule": "KB202", "text": "县人大大常委会"})
    cli("a.md", "--fix", code=0)
    assert path.read_text("utf-8") == bad


# ---- entries without use


def test_an_entry_without_use_is_told_at_its_line(cli: Cli, clean: str) -> None:
    cli.write("a.md", clean)
    cli.write(
        NAME,
        "suppressions:\n- path: a.md\n  rule: KB202\n  text: 人大大\n"
        "- {rule: KB504, path: '*.md'}\n",
    )
    assert found(cli) == [(NAME, "KB901", 2), (NAME, "KB901", 5)]
    result = cli("a.md", code=1)
    assert "这条忽略说明（KB202）没有用到，请删去" in result.out
    assert found(cli, "a.md", "--ignore", "KB901") == []


def test_nothing_is_said_of_files_and_rules_that_did_not_run(cli: Cli, clean: str) -> None:
    cli.write("a.md", clean)
    cli.write("b.md", clean)
    cli.write("c.md", b"\0")
    cli.write("归档/d.md", clean)
    settings(
        cli,
        {"rule": "KB202", "path": "b.md"},
        {"rule": "KB504", "path": "*.md"},
        {"rule": "KB504"},
        {"rule": "KB202", "path": "c.md"},
    )
    assert found(cli, "a.md") == []
    assert found(cli, "b.md", "--select", "KB1,KB901") == []
    assert [line for _, _, line in found(cli, "b.md")] == [2]
    cli("a.md", "b.md", "c.md", code=2)


def test_an_entry_for_a_file_that_is_gone_is_told(cli: Cli, clean: str) -> None:
    cli.write("a.md", clean)
    settings(cli, {"rule": "KB202", "path": "gone.md"})
    assert [rule for _, rule, _ in found(cli, "a.md")] == ["KB901"]


def test_a_policy_for_many_files_need_not_be_used(cli: Cli, clean: str) -> None:
    cli.write("a.md", clean)
    cli.write(NAME, "per-file-ignores: {'*.md': [KB202]}\n")
    assert found(cli) == []
    cli.write(NAME, "per-file-ignores:\n  a.md: [KB202]\n")
    assert found(cli) == [(NAME, "KB901", 2)]


# ---- mistakes in the file

MISTAKES = {
    "suppressions: 1": (1, "应为列表"),
    "suppressions:\n- KB202": (2, "每一条应写 rule"),
    "suppressions:\n- path: a.md": (2, "缺少 rule"),
    "suppressions:\n- rule: KB202\n  txt: 字": (3, "没有“txt”这一项"),
    "suppressions:\n- rule: KB202\n  text: 12": (3, "“text”应为文字"),
    "suppressions:\n- rule: KB202\n  text: ' '": (2, "text 不能为空"),
    "suppressions:\n- rule: []": (2, "缺少 rule"),
    "per-file-ignores: [a.md]": (1, "路径: [规则]"),
    "per-file-ignores:\n  a.md:": (2, "规则的列表"),
    "per-file-ignores:\n  a.md: [1]": (2, "规则的列表"),
}


@pytest.mark.parametrize("text", MISTAKES)
def test_a_mistake_is_told_with_its_line(cli: Cli, clean: str, text: str) -> None:
    cli.write("a.md", clean)
    cli.write(NAME, text + "\n")
    line, words = MISTAKES[text]
    err = cli("a.md", code=2).err
    assert f"{NAME}:{line}：" in err
    assert words in err
    with pytest.raises(jsonschema.ValidationError):
        jsonschema.validate(yaml.safe_load(text), schemas.config())


@pytest.mark.parametrize(
    "key", ["suppressions: [{rule: KB999}]", "per-file-ignores: {a.md: KB999}"]
)
def test_a_rule_that_is_not_there_is_told(cli: Cli, clean: str, key: str) -> None:
    cli.write("a.md", clean)
    cli.write(NAME, key + "\n")
    assert "没有规则“KB999”" in cli("a.md", code=2).err


# ---- --add-ignore


@pytest.fixture
def worse(bad: str) -> str:
    """Return a bulletin with findings of many kinds, some without words of their own."""
    text = bad.replace("## 【生态环境】", "【生态环境】").replace("统一品牌，", "统一品\n\n牌，")
    return text.replace("签发：苏伯衡", "签发：").replace("（科工局）", "").replace("。", "。。", 1)


OLD = {
    "no file": None,
    "an empty file": "",
    "other keys": "# 说明\nfail-on: info   # 从严\nignore: [KB507]",
    "a list": "suppressions:\n  - rule: KB504\n    path: b.md # 旧\n\n# 末尾\nfail-on: info\n",
    "a flat list": "fail-on: info\nsuppressions:\n- {rule: KB504, path: b.md}\n",
    "an empty list": "suppressions: []\nfail-on: info\n",
    "an empty key": "suppressions:\nfail-on: info\n",
    "CRLF": "suppressions:\r\n- rule: KB504\r\n  path: b.md\r\nfail-on: info\r\n",
    "a byte order mark": "\ufefffail-on: info\n",
    "a block of text": "suppressions:\n- rule: KB504\n  path: b.md\n  reason: |\n    一\n    二\n",
}


@pytest.mark.parametrize("old", OLD.values(), ids=OLD)
def test_all_findings_are_written_and_nothing_else_changes(
    cli: Cli, worse: str, old: str | None
) -> None:
    path = cli.write("a.md", worse)
    before: dict[str, Any] = {}
    if old is not None:
        cli.write(NAME, old.encode())
        before = yaml.safe_load(old.removeprefix("\ufeff")) or {}
    everything = cli("a.md", "--fail-on", "info", code=1).out
    for rule in ("KB006", "KB105", "KB111", "KB202", "KB402", "KB504"):
        assert rule in everything
    cli("a.md", "--add-ignore", "--reason", "原文：“如此”", code=0)
    text = (cli.folder / NAME).read_bytes().decode()
    after = yaml.safe_load(text.removeprefix("\ufeff"))
    jsonschema.validate(after, schemas.config())
    assert text.count("\r") == text.count("\n") * (old is not None and "\r" in old)
    old_entries = before.pop("suppressions", None) or []
    new_entries = after.pop("suppressions")
    assert after == before
    assert new_entries[: len(old_entries)] == old_entries
    assert {one["path"] for one in new_entries[len(old_entries) :]} == {"a.md"}
    assert {one["reason"] for one in new_entries[len(old_entries) :]} == {"原文：“如此”"}
    for line in (old or "").removeprefix("\ufeff").replace(" []", "").splitlines():
        assert line in text
    assert path.read_text("utf-8") == worse
    assert [rule for name, rule, _ in found(cli, "a.md") if name == "a.md"] == []
    written = (cli.folder / NAME).read_bytes()
    cli("a.md", "--add-ignore", code=0)
    assert (cli.folder / NAME).read_bytes() == written


def test_a_quotation_holds_through_edits_elsewhere_and_no_further(cli: Cli, bad: str) -> None:
    path = cli.write("a.md", bad)
    cli("a.md", "--add-ignore")
    path.write_text(bad.replace("\n---\n", "\n\n---\n").replace("64 家", "65 家"), "utf-8")
    assert [rule for _, rule, _ in found(cli, "a.md")] == []
    path.write_text(bad.replace("统一品牌", "县人大大"), "utf-8")
    assert [rule for _, rule, _ in found(cli, "a.md")] == ["KB202"]


def test_names_with_marks_of_patterns_are_meant_as_they_are(cli: Cli, bad: str) -> None:
    cli.write("快报[1]*.md", bad)
    cli.write("快报1.md", bad)
    cli("快报[1]*.md", "--add-ignore", code=0)
    assert [name for name, _, _ in found(cli)] == ["快报1.md"]


@pytest.mark.parametrize(
    "text", ["suppressions: [{rule: KB504, path: b.md}]\n", "{fail-on: info}\n", "~", "null\n",
             "suppressions:\n- rule: KB504\n  reason: x\n    ? - \t"]
)
def test_what_cannot_be_added_to_is_told_and_left(cli: Cli, bad: str, text: str) -> None:
    cli.write("a.md", bad)
    path = cli.write(NAME, text)
    told = cli("a.md", "--add-ignore", code=2).err
    assert "请" in told
    assert "逐行的" in told
    assert path.read_text("utf-8") == text


def test_without_findings_no_file_is_made(cli: Cli, clean: str) -> None:
    cli.write("a.md", clean)
    cli("a.md", "--add-ignore", code=0)
    assert not (cli.folder / NAME).exists()
    assert "--isolated" in cli("a.md", "--add-ignore", "--isolated", code=2).err
