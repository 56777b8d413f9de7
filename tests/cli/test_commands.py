"""`explain`, `rules`, `test`, `schema`, `parse`: commands beside `check`."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

import jsonschema
import pytest
from markdown_it import MarkdownIt

from kuaibao_lint import resources
from kuaibao_lint.rules import load_library

if TYPE_CHECKING:
    from pathlib import Path

    from tests.conftest import Cli

PACK = """\
pack: mine
extends: [kuaibao]
rules:
  - id: MY001
    name: my-own
    severity: warning
    check: substitute
    fix: safe
    options:
      swap: {落地落地: 落地}
    message: “{found}”应为“{expected}”。
    why: 本单位的说明。
    basis: {level: 本单位, source: 编辑手册, clause: 第三条}
    examples:
      bad: [{text: 推动落地落地。, at: 落地落地, fixed: 推动落地。}]
      good: [推动落地。]
"""


@pytest.mark.parametrize("word", ["KB202", "kb202", "repeated-character"])
def test_explain_says_what_why_on_what_authority_and_shows_examples(cli: Cli, word: str) -> None:
    rule = load_library().ruleset("kuaibao").named("KB202")
    assert rule is not None
    page = cli("explain", word, code=0).out
    for words in (
        "KB202 repeated-character（错误",
        rule.why,
        rule.basis["source"],
        "有问题：",
        "没问题：",
    ):
        assert words in page


def test_every_rule_can_be_explained(cli: Cli) -> None:
    for rule in load_library().all_rules():
        assert cli("explain", rule.name, code=0).out.startswith(f"{rule.id} {rule.name}（")


def test_explain_proposes_the_nearest_rule(cli: Cli) -> None:
    result = cli("explain", "repeated-charakter", code=2)
    assert result.err == "kuaibao-lint: 没有规则“repeated-charakter”，是否为 repeated-character？\n"
    assert "缺少参数 规则" in cli("explain", code=2).err


def test_explain_knows_the_rules_of_a_profile(cli: Cli) -> None:
    cli.write("mine.yaml", PACK)
    page = cli("explain", "MY001", "--profile", "mine.yaml", code=0).out
    assert "编辑手册 第三条" in page
    assert "推动落地落地。" in page


def test_rules_lists_every_rule_in_every_format(cli: Cli) -> None:
    ruleset = load_library().ruleset("kuaibao")
    every = sorted(rule.id for rule in (*ruleset.rules, *ruleset.idle))
    text = cli("rules", code=0).out
    assert [line[:5] for line in text.splitlines()] == every
    markdown = cli("rules", "--format", "markdown", code=0).out.splitlines()
    assert [line[2:7] for line in markdown[2:]] == every
    assert {line.replace("\\|", "").count("|") for line in markdown} == {6}
    listed: list[dict[str, Any]] = json.loads(cli("rules", "--format", "json", code=0).out)
    assert [rule["id"] for rule in listed] == every
    assert all(rule["why"] and rule["basis"]["source"] for rule in listed)
    assert "没有格式“xml”" in cli("rules", "--format", "xml", code=2).err


def test_a_reason_with_every_mark_stays_one_cell_of_the_list(cli: Cli) -> None:
    why = "a|b \\\\| *c* <b>d</b> `e` [f](g) # h"
    cli.write("mine.yaml", PACK.replace("本单位的说明。", json.dumps(why)))
    report = cli("rules", "--profile", "mine.yaml", "--format", "markdown", code=0).out
    tokens = MarkdownIt("commonmark").enable("table").parse(report)
    cells = [token for token in tokens if token.type == "inline"]
    (place,) = (place for place, cell in enumerate(cells) if cell.content == "MY001")
    words = cells[place + 4].children or []
    assert {word.type for word in words} <= {"text", "text_special"}
    assert "".join(word.content for word in words) == why


def test_rules_shows_what_a_profile_changes(cli: Cli) -> None:
    cli.write("mine.yaml", PACK + "overrides: {KB006: {severity: info, enabled: false}}\n")
    listed = json.loads(cli("rules", "--profile", "mine.yaml", "--format", "json", code=0).out)
    (changed,) = (rule for rule in listed if rule["id"] == "KB006")
    assert (changed["severity"], changed["enabled"]) == ("info", False)
    assert "MY001" in {rule["id"] for rule in listed}


def test_our_own_packs_pass_their_test(cli: Cli) -> None:
    assert "个例子，全部成立。" in cli("test", code=0).out


def test_anybodys_pack_is_tested_by_its_examples(cli: Cli) -> None:
    cli.write("mine.yaml", PACK)
    assert cli("test", "mine.yaml", code=0).out == "共 2 个例子，全部成立。\n"


FAILING = {
    "a bad example that reports nothing": (
        "text: 推动落地落地。", "text: 推动落地。", 15, "误例：应报告 1 处，实际 0 处",
    ),
    "a bad example that reports elsewhere": ("at: 落地落地", "at: 推动", 15, "误例：应报告在“推动"),
    "a bad example that reports twice": (
        "text: 推动落地落地。", "text: 落地落地，落地落地。", 15, "误例：应报告 1 处，实际 2",
    ),
    "a fix that gives something else": (
        "fixed: 推动落地。", "fixed: 落地。", 15, "误例：修改后应为“落地。”",
    ),
    "a safe fix that is not shown": (", fixed: 推动落地。", "", 15, "误例：规则能自动"),
    "a good example that reports": ("good: [推动落地。]", "good: [落地落地。]", 16, "正例：不应"),
}  # fmt: skip


@pytest.mark.parametrize("case", FAILING.values(), ids=FAILING)
def test_an_example_that_does_not_hold_is_told_with_its_line(
    cli: Cli, case: tuple[str, str, int, str]
) -> None:
    old, new, line, told = case
    assert PACK.count(old) == 1
    cli.write("mine.yaml", PACK.replace(old, new))
    out = cli("test", "mine.yaml", code=1).out
    assert out.startswith(f"mine.yaml:{line}：MY001 {told}")
    assert "共 2 个例子，1 个不成立。" in out


def test_a_pack_that_is_not_there_or_broken_cannot_be_tested(cli: Cli) -> None:
    assert "no.yaml：无法读取规则包" in cli("test", "no.yaml", code=2).err
    cli.write("mine.yaml", PACK.replace("check: substitute", "check: subst"))
    assert "mine.yaml:7：规则 MY001" in cli("test", "mine.yaml", code=2).err


def test_the_packs_that_come_along_can_be_tested_by_path(cli: Cli) -> None:
    path = resources.path("rules", "kuaibao.yaml")
    assert "个例子，全部成立。" in cli("test", path, code=0).out


@pytest.mark.parametrize("what", ["pack", "config", "report"])
def test_schemas_are_printed_as_json(cli: Cli, what: str) -> None:
    schema = json.loads(cli("schema", what, code=0).out)
    jsonschema.Draft202012Validator.check_schema(schema)
    assert schema["additionalProperties"] is False


def test_an_unknown_schema_is_told(cli: Cli) -> None:
    assert (
        "没有“packs”的格式说明；可用：pack、config、report。" in cli("schema", "packs", code=2).err
    )


def test_parse_shows_what_was_understood_with_places(cli: Cli, corpus: Path) -> None:
    shown = json.loads(cli("parse", str(corpus / "dress-base.md"), code=0).out)
    text = (corpus / "dress-base.md").read_text("utf-8")
    assert shown["recognised"] is True
    title = shown["masthead"]["title"]
    assert title["text"] == "云岭县政务快报"
    assert title["span"] == {"offset": 2, "end_offset": 9, "line": 1, "column": 3}
    assert shown["masthead"]["date"]["value"] == "2025-06-16"
    item = shown["sections"][0]["items"][0]
    place = item["title"]["span"]
    assert text[place["offset"] : place["end_offset"]] == item["title"]["text"]
    assert (place["line"], place["column"]) == (11, 3)
    assert [field["person"]["text"] for field in shown["signoff"]["fields"]] == [
        "林知远", "秦牧之", "苏伯衡",
    ]  # fmt: skip


def test_parse_says_that_nothing_was_recognised(cli: Cli, corpus: Path) -> None:
    shown = json.loads(cli("parse", str(corpus / "not-a-bulletin.md"), code=0).out)
    assert shown["recognised"] is False
    assert shown["signoff"] is None


def test_parse_cannot_show_what_cannot_be_read(cli: Cli) -> None:
    assert cli("parse", "no.md", code=2).err == "kuaibao-lint: 文件不存在，请检查路径。\n"
    cli.write("a.md", b"\0")
    assert "二进制文件" in cli("parse", "a.md", code=2).err


def test_clean_empties_the_cache(
    cli: Cli, clean: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("KUAIBAO_LINT_CACHE_DIR", str(tmp_path / "cache"))
    cli.write("a.md", clean)
    cli("a.md", code=0)
    kept = len(list((tmp_path / "cache").iterdir()))
    assert kept > 0
    assert f"已清除 {kept} 个缓存文件" in cli("clean", code=0).out
    assert list((tmp_path / "cache").iterdir()) == []
    cli("a.md", code=0)
