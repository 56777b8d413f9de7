"""Configuration files: which one counts, what it may say, and what is told of a mistake in it."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

import jsonschema
import pytest
import yaml

from kuaibao_lint import schemas

if TYPE_CHECKING:
    from tests.conftest import Cli

WRONG = ("人大常委会正副主任", "人大大常委会正副主任")
NAME = ".kuaibao-lint.yaml"


def rules(cli: Cli, *arguments: str) -> dict[str, list[str]]:
    """Return the rules that report, by file."""
    report = json.loads(cli(*arguments, "--format", "json").out)
    found: dict[str, list[str]] = {file["path"]: [] for file in report["files"]}
    for one in report["diagnostics"]:
        found[one["path"]].append(one["rule"])
    return found


def test_the_nearest_file_upward_counts_for_each_bulletin(cli: Cli, clean: str) -> None:
    cli.write(NAME, "severity: {KB202: info}\n")
    cli.write(f"old/{NAME}", "ignore: [KB202]\n")
    for name in ("new/deep/a.md", "old/a.md", "old/deep/a.md"):
        cli.write(name, clean.replace(*WRONG))
    assert rules(cli, ".") == {"new/deep/a.md": ["KB202"], "old/a.md": [], "old/deep/a.md": []}
    cli("new", code=0)
    cli("new", "--isolated", code=1)


def test_isolated_reads_no_file_at_all(cli: Cli, clean: str) -> None:
    cli.write(NAME, "nonsense: [")
    cli.write("a.md", clean.replace(*WRONG))
    assert rules(cli, "a.md", "--isolated") == {"a.md": ["KB202"]}


def test_config_replaces_the_nearest_file(cli: Cli, clean: str) -> None:
    cli.write(NAME, "select: [KB006]\n")
    cli.write("other.yaml", "select: [KB202]\n")
    cli.write("a.md", clean.replace(*WRONG))
    assert rules(cli, "a.md") == {"a.md": []}
    assert rules(cli, "a.md", "--config", "other.yaml") == {"a.md": ["KB202"]}


def test_the_command_line_stands_above_the_file(cli: Cli, clean: str) -> None:
    cli.write(NAME, "fail-on: info\nignore: [KB202]\nprofile: kuaibao\n")
    cli.write("a.md", clean.replace(*WRONG))
    cli("a.md", code=0)
    cli("a.md", "--ignore", "KB006", code=1)
    cli("a.md", "--ignore", "KB006", "--severity", "KB202=warning", "--fail-on", "error", code=0)


def test_paths_in_a_file_count_from_its_folder(cli: Cli, clean: str) -> None:
    pack = "pack: mine\nextends: [kuaibao]\noverrides: {KB202: {message: 本单位的话。}}\n"
    cli.write("sub/packs/mine.yaml", pack)
    cli.write(f"sub/{NAME}", "profile: packs/mine.yaml\n")
    cli.write("sub/a.md", clean.replace(*WRONG))
    result = cli("sub/a.md", "--format", "json")
    report = json.loads(result.out)
    assert report["files"][0]["profile"] == "mine"
    assert [one["message"] for one in report["diagnostics"]] == ["本单位的话。"]


def test_further_packs_bring_profiles_that_fit_by_masthead(cli: Cli, clean: str) -> None:
    cli.write("mine.yaml", "pack: mine\nextends: [kuaibao]\napplies_to: ^云岭县\n")
    cli.write(NAME, "packs: [mine.yaml]\n")
    cli.write("a.md", clean)
    cli.write("b.md", clean.replace("云岭县", "某某县"))
    files = json.loads(cli(".", "--format", "json").out)["files"]
    assert {file["path"]: file["profile"] for file in files} == {"a.md": "mine", "b.md": "kuaibao"}


def test_excluded_files_are_passed_over_unless_named(cli: Cli, clean: str) -> None:
    cli.write(NAME, "exclude: [归档/*, 草稿*.md]\n")
    for name in ("a.md", "归档/b.md", "归档/旧/c.md", "草稿1.md"):
        cli.write(name, clean)
    assert sorted(rules(cli, ".")) == ["a.md"]
    assert sorted(rules(cli, ".", "草稿1.md")) == ["a.md", "草稿1.md"]


def test_the_settings_in_force_are_shown_with_their_origins(cli: Cli) -> None:
    cli.write(NAME, "fail-on: error\nignore: [KB202, KB006]\n")
    page = cli("--show-settings", "a.md", "--ignore", "KB105", code=0).out
    lines = {line.split(" = ")[0].strip(): line for line in page.splitlines() if " = " in line}
    assert "error" in lines["fail-on"]
    assert lines["fail-on"].endswith(NAME)
    assert "KB105" in lines["ignore"]
    assert "KB202" not in lines["ignore"]
    assert lines["ignore"].endswith("来自命令行")
    assert lines["baseline"].endswith("来自默认")
    assert set(lines) == {
        "profile",
        "suppressions",
        "per-file-ignores",
        "packs",
        "select",
        "extend-select",
        "ignore",
        "severity",
        "exclude",
        "fail-on",
        "baseline",
    }
    assert cli("--show-settings", "a.md", "--isolated", code=0).out.count("来自默认") == 11


MISTAKES: dict[str, tuple[str, int, str]] = {
    "broken YAML": ("select: [KB1\nignore: []\n", 2, "YAML 语法错误"),
    "unknown key": ("selct: [KB1]\n", 1, "没有配置项“selct”，是否为“select”？"),
    "key like no other": ("\nfoo: 1\n", 2, "没有配置项“foo”，可用："),
    "text for a list": ("ignore: KB1\n", 1, "“ignore”应为文字的列表。"),
    "number in a list": ("ignore: [1]\n", 1, "“ignore”应为文字的列表。"),
    "list for a text": ("profile: [yanjin]\n", 1, "“profile”应为文字。"),
    "flag for a text": ("fail-on: no\n", 1, "“fail-on”应为文字。"),
    "list for a mapping": ("severity: [KB1]\n", 1, "“severity”应为"),
    "unknown level": ("severity:\n  KB201: fatal\n", 2, "规则 KB201 的级别应为"),
    "duplicate key": ("ignore: []\nignore: [KB1]\n", 2, "键“ignore”重复"),
    "alias": ("ignore: &a [KB1]\nselect: *a\n", 0, "不支持 YAML 的锚点和引用"),
    "no mapping": ("- KB1\n", 1, "配置文件应为“键: 值”的形式。"),
    "unknown rule": ("select: [KB9999]\n", 0, "没有规则“KB9999”"),
    "unknown rule to grade": ("severity: {KB9999: info}\n", 0, "没有规则“KB9999”"),
    "unknown profile": ("profile: nobody\n", 0, "没有配置方案“nobody”"),
    "missing pack": ("packs: [no.yaml]\n", 0, "no.yaml：无法读取规则包"),
}


@pytest.mark.parametrize("mistake", MISTAKES.values(), ids=MISTAKES)
def test_a_mistake_in_a_configuration_is_told_with_its_place(
    cli: Cli, clean: str, mistake: tuple[str, int, str]
) -> None:
    text, line, told = mistake
    path = cli.write(NAME, text)
    cli.write("a.md", clean)
    result = cli("a.md", code=2)
    assert result.out == ""
    assert told in result.err
    if line:
        assert result.err.startswith(f"kuaibao-lint: {path.as_posix()}:{line}：")
    assert cli("--show-settings", "a.md").code == 2


def test_an_unknown_level_to_fail_on_is_told(cli: Cli, clean: str) -> None:
    cli.write(NAME, "fail-on: fatal\n")
    cli.write("a.md", clean)
    assert "fail-on 应为 error、warning 或 info，不是“fatal”" in cli("a.md", code=2).err


def test_a_configuration_in_another_encoding_is_told(cli: Cli, clean: str) -> None:
    cli.write(NAME, "# 配置\nselect: [KB1]\n".encode("gb18030"))
    cli.write("a.md", clean)
    assert "配置文件应为 UTF-8，第 3 字节有误" in cli("a.md", code=2).err


def test_a_mark_and_windows_newlines_do_no_harm(cli: Cli, clean: str) -> None:
    cli.write(NAME, b"\xef\xbb\xbfignore: [KB202]\r\n")
    cli.write("a.md", clean.replace(*WRONG))
    cli("a.md", code=0)


@pytest.mark.parametrize("text", ["", "# nothing\n"])
def test_an_empty_configuration_says_nothing(cli: Cli, clean: str, text: str) -> None:
    cli.write(NAME, text)
    cli.write("a.md", clean)
    cli("a.md", code=0)


# ---- init and its schema


def test_init_writes_a_file_that_changes_nothing_until_it_is_edited(cli: Cli, clean: str) -> None:
    assert NAME in cli("init", code=0).out
    text = (cli.folder / NAME).read_text("utf-8")
    assert yaml.safe_load(text) is None
    cli.write("a.md", clean)
    cli("a.md", code=0)


def test_every_line_that_init_proposes_is_a_setting(cli: Cli) -> None:
    cli("init")
    text = (cli.folder / NAME).read_text("utf-8")
    proposed = "".join(
        line[2:] + "\n" for line in text.splitlines() if line[2:3].isascii() and ": " in line
    )
    settings: dict[str, Any] = yaml.safe_load(proposed)
    jsonschema.validate(settings, schemas.config())
    assert set(settings) == set(schemas.config()["properties"])


def test_init_overwrites_only_when_asked(cli: Cli) -> None:
    cli.write(NAME, "ignore: [KB202]\n")
    assert "已存在" in cli("init", code=2).err
    assert (cli.folder / NAME).read_text("utf-8") == "ignore: [KB202]\n"
    cli("init", "--force", code=0)
    assert (cli.folder / NAME).read_text("utf-8") != "ignore: [KB202]\n"
