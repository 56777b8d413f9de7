"""Packs: every mistake in one is told with its place, and the project's own hold what they say."""

from __future__ import annotations

import json
from pathlib import Path
from typing import TYPE_CHECKING, Any

import jsonschema
import pytest
import yaml

from kuaibao_lint import resources, schemas
from kuaibao_lint.errors import ConfigError, PackError
from kuaibao_lint.examples import read_examples, run_examples
from kuaibao_lint.packs import check_packs
from kuaibao_lint.rules import Library, Selection, load_library

if TYPE_CHECKING:

    from tests.conftest import Cli

# A pack without a fault; the line numbers below count from its first line.
GOOD = """\
pack: mine
title: 本单位
extends: [kuaibao]
applies_to: ^某某县
vocabulary:
  place: 某某县
  sections: [民生保障]
  units:
    - {name: 财政局, aliases: [县财政局]}
overrides:
  KB006: {severity: info}
rules:
  - id: MY001
    name: my-own
    severity: warning
    check: duplicate-item
    options:
      minimum: 30
    message: 与前面的“{title}”重复。
    messages:
      body: “{title}”的正文重复。
    why: 说明。
    basis: {level: 本单位, source: 本单位}
    examples:
      bad:
        - {text: 甲, at: 甲}
      good:
        - 乙
  - id: MY002
    name: my-other
    severity: info
    check: masthead-date
    message: 缺日期。
    why: 说明。
    basis: {level: 实务, source: 本单位}
    examples:
      bad: [{text: 甲, at: 甲}]
      good: [乙]
"""
# What is changed in it, into what, and what must be said; {line} of the change is told by a number.
MISTAKES: dict[str, tuple[str, str, int, tuple[str, ...]]] = {
    "broken YAML": ("extends: [kuaibao]", "extends: [kuaibao", 4, ("YAML 语法错误",)),
    "tab": ("  place:", "\tplace:", 6, ("YAML 语法错误",)),
    "unknown key of the pack": (
        "title: 本单位",
        "titel: 本单位",
        2,
        ("“titel”不是可用的键", "title"),
    ),
    "no name": ("pack: mine\n", "", 1, ("缺少“pack”",)),
    "unknown key of a rule": (
        "    why: 说明。\n    basis: {level: 本单位",
        "    wy: 说明。\n    basis: {level: 本单位",
        22,
        ("规则 MY001", "“wy”不是可用的键", "why"),
    ),
    "a key missing": (
        "    why: 说明。\n    basis: {level: 实务",
        "    basis: {level: 实务",
        29,
        (
            "规则 MY002",
            "缺少“why”",
        ),
    ),
    "unknown option": (
        "minimum: 30",
        "minimun: 30",
        18,
        (
            "规则 MY001",
            "“options.minimun”不是检查“duplicate-item”的选项",
            "minimum",
        ),
    ),
    "option of the wrong type": (
        "minimum: 30",
        "minimum: 三十",
        18,
        (
            "规则 MY001",
            "“options.minimum”应为整数",
        ),
    ),
    "flag for a number": ("minimum: 30", "minimum: true", 18, ("“options.minimum”应为整数",)),
    "options that are no mapping": (
        "      minimum: 30",
        "      - minimum",
        17,
        (
            "规则 MY001",
            "“options”应为“键: 值”的形式",
        ),
    ),
    "text for a list": ("extends: [kuaibao]", "extends: kuaibao", 3, ("“extends”应为列表",)),
    "number for a text": ("place: 某某县", "place: 12", 6, ("“vocabulary.place”应为文字",)),
    "rules that are no list": ("rules:\n", "rules: {}\nroles:\n", 13, ("“roles”不是可用的键",)),
    "overrides that are a list": (
        "KB006: {severity: info}",
        "- KB006",
        10,
        ("“overrides”应为“键: 值”的形式",),
    ),
    "a rule that is a text": (
        "  - id: MY002\n",
        "  - 文字\n  - id: MY002\n",
        29,
        (
            "规则 第 2 条",
            "应为“键: 值”的形式",
        ),
    ),
    "bad regular expression": ("^某某县", "^某某县(", 4, ("“applies_to”正则表达式有误",)),
    "duplicate key": ("title: 本单位\n", "title: 本单位\ntitle: 又一个\n", 3, ("键“title”重复",)),
    "duplicate key in a rule": (
        "    why: 说明。\n    basis: {level: 实务",
        ("    why: 说明。\n    why: 又说。\n    basis: {level: 实务"),
        35,
        ("rules.1.why", "键“why”重复"),
    ),
    "duplicate id": ("id: MY002", "id: MY001", 29, ("规则 MY001", "“id”与前面的规则重复")),
    "duplicate name": (
        "name: my-other",
        "name: my-own",
        30,
        (
            "规则 MY002",
            "“name”与前面的规则重复：my-own",
        ),
    ),
    "badly written id": ("id: MY002", "id: my-2", 29, ("规则 my-2", "“id”的写法不对", "KB201")),
    "unknown placeholder": (
        "缺日期。",
        "缺{date}。",
        33,
        (
            "规则 MY002",
            "“message”的占位符 {date} 不存在",
            "found",
        ),
    ),
    "placeholder never closed": ("缺日期。", "'缺{found。'", 33, ("“message”的占位符写法不对",)),
    "unknown placeholder in a variant": (
        "“{title}”的正文",
        "“{titel}”的正文",
        21,
        (
            "规则 MY001",
            "“messages.body”的占位符 {titel} 不存在",
            "title",
        ),
    ),
    "anchor and alias": (
        "    why: 说明。\n    basis: {level: 本单位, source: 本单位}",
        "    why: &w 说明。\n    basis: {level: 本单位, source: *w}",
        23,
        ("不支持 YAML 的锚点和引用",),
    ),
    "unknown check": (
        "check: masthead-date",
        "check: masthead-dates",
        32,
        (
            "规则 MY002",
            "“check”不能是“masthead-dates”",
            "masthead-date",
        ),
    ),
    "unknown severity": (
        "severity: info\n    check",
        "severity: fatal\n    check",
        31,
        (
            "规则 MY002",
            "“severity”不能是“fatal”；应为 info、warning、error 之一",
        ),
    ),
    "severity that is not there": (
        "severity: info\n    check",
        "severity: #info\n    check",
        31,
        (
            "规则 MY002",
            "“severity”是空的；应为 info、warning、error 之一",
        ),
    ),
    "severity that is a list": (
        "severity: info\n    check",
        "severity: [info]\n    check",
        31,
        (
            "规则 MY002",
            "“severity”",
            "应为 info、warning、error 之一",
        ),
    ),
    "unknown level of authority": (
        "level: 实务",
        "level: 规定",
        35,
        (
            "规则 MY002",
            "“basis.level”不能是“规定”；应为 国标、条例、规范、实务、本单位 之一",
        ),
    ),
    "no bad example": (
        "      bad: [{text: 甲, at: 甲}]",
        "      bad: []",
        37,
        (
            "规则 MY002",
            "“examples.bad”至少要有一个例子",
        ),
    ),
    "no good example": ("      good: [乙]\n", "", 36, ("规则 MY002", "“examples”缺少“good”")),
    "no examples": (
        "    examples:\n      bad: [{text: 甲, at: 甲}]\n      good: [乙]\n",
        "",
        29,
        ("规则 MY002", "缺少“examples”"),
    ),
    "a bad example without its place": (
        "bad: [{text: 甲, at: 甲}]",
        "bad: [{text: 甲}]",
        37,
        (
            "规则 MY002",
            "“examples.bad.0”缺少“at”",
        ),
    ),
    "override of an unknown rule": (
        "KB006: {sev",
        "KB999: {sev",
        11,
        ("“overrides.KB999”不是已有的规则",),
    ),
    "unknown key of an override": (
        "{severity: info}",
        "{serverity: info}",
        11,
        ("“overrides.KB006.serverity”不是可用的键",),
    ),
    "extending a pack that is not there": ("[kuaibao]", "[kuaibao, 没有]", 0, ("“没有”不存在",)),
    "extending itself": ("[kuaibao]", "[kuaibao, mine]", 0, ("循环", "mine → mine")),
    "the name of another pack": ("pack: mine", "pack: kuaibao", 1, ("“pack”已被", "使用：kuaibao")),
    "the id of a rule below": ("id: MY002", "id: KB001", 0, ("KB001", "已")),
}


@pytest.mark.parametrize("mistake", MISTAKES.values(), ids=MISTAKES)
def test_a_mistake_in_a_pack_is_told_with_its_place(
    cli: Cli, clean: str, mistake: tuple[str, str, int, tuple[str, ...]]
) -> None:
    old, new, line, told = mistake
    assert GOOD.count(old) == 1
    cli.write("mine.yaml", GOOD.replace(old, new))
    cli.write("issue.md", clean)
    result = cli("--profile", "mine.yaml", "issue.md", code=2)
    assert result.out == ""
    assert result.err.startswith(
        f"kuaibao-lint: mine.yaml:{line}：" if line else "kuaibao-lint: mine.yaml"
    )
    assert result.err.endswith(("。\n", "？\n"))
    for words in told:
        assert words in result.err


def test_the_pack_without_a_mistake_is_taken(cli: Cli, clean: str) -> None:
    cli.write("mine.yaml", GOOD)
    cli.write("issue.md", clean)
    report = json.loads(cli("--profile", "mine.yaml", "issue.md", "--format", "json").out)
    assert report["files"] == [
        {"path": "issue.md", "encoding": "utf-8", "profile": "mine", "error": None}
    ]


def test_a_bad_regular_expression_in_an_option_names_the_option(cli: Cli, clean: str) -> None:
    pack = GOOD.replace(
        "check: masthead-date", "check: pattern\n    options: {swap: {'截止(': 乙}}"
    )
    cli.write("mine.yaml", pack)
    cli.write("issue.md", clean)
    err = cli("--profile", "mine.yaml", "issue.md", code=2).err
    assert err.startswith("kuaibao-lint: mine.yaml:33：规则 MY002：“options")
    assert "正则表达式有误" in err
    assert "截止(" in err


@pytest.mark.parametrize("text", ["", "# 只有注释\n", "- 一\n- 二\n", "文字", "12", "pack: [甲]"])
def test_a_file_that_is_no_pack_is_told(text: str) -> None:
    with pytest.raises(PackError, match=r"^x\.yaml:\d+：.*。$"):
        check_packs([("x.yaml", text)])


def test_deep_nesting_is_told_and_not_followed() -> None:
    with pytest.raises(PackError, match=r"^x\.yaml"):
        check_packs([("x.yaml", "pack: " + "[" * 5000)])
    with pytest.raises(PackError, match=r"^x\.yaml.*嵌套过深"):
        check_packs([("x.yaml", "pack: " + "[" * 40 + "]" * 40)])


def test_a_pack_in_another_encoding_is_told(tmp_path: Path) -> None:
    path = tmp_path / "mine.yaml"
    path.write_bytes(GOOD.encode("gb18030"))
    with pytest.raises(PackError, match=r"mine\.yaml：规则包应为 UTF-8，第 \d+ 字节有误"):
        load_library([path])


def test_packs_that_extend_each_other_are_told() -> None:
    packs = check_packs(
        [("a.yaml", "pack: a\nextends: [b]\n"), ("b.yaml", "pack: b\nextends: [a]\n")]
    )
    with pytest.raises(PackError, match=r"a\.yaml：extends 形成了循环：a → b → a。"):
        Library(packs).ruleset("a")


def test_a_profile_that_is_not_there_is_told_with_those_that_are() -> None:
    with pytest.raises(ConfigError, match=r"没有配置方案“没有”.*yanjin"):
        load_library(chosen="没有")


# ---- which rules run


def chosen(**words: Any) -> set[str]:
    return {rule.id for rule in load_library(selection=Selection(**words)).ruleset("kuaibao").rules}


def test_rules_are_chosen_by_id_prefix_and_name() -> None:
    assert chosen(select=("KB006",)) == {"KB006"}
    assert chosen(select=("split-paragraph",)) == {"KB006"}
    assert chosen(select=("KB40",)) == {"KB401", "KB402", "KB403", "KB404"}
    every = chosen()
    assert chosen(ignore=("KB006",)) == every - {"KB006"}
    assert chosen(select=("ALL",)) >= every


def test_the_longer_word_wins() -> None:
    assert chosen(select=("KB4",), ignore=("KB402",)) >= {"KB401"}
    assert "KB402" not in chosen(select=("KB4",), ignore=("KB402",))
    assert "KB402" in chosen(select=("KB402",), ignore=("KB4",))
    assert "KB401" not in chosen(select=("KB402",), ignore=("KB4",))


def test_a_rule_that_is_off_is_turned_on_by_extension() -> None:
    packs = check_packs(
        [
            (
                "a.yaml",
                GOOD.replace("extends: [kuaibao]\n", "")
                .replace("overrides:\n  KB006: {severity: info}\n", "")
                .replace(
                    "    check: masthead-date", "    enabled: false\n    check: masthead-date"
                ),
            )
        ]
    )

    def running(**words: Any) -> list[str]:
        return [rule.id for rule in Library(packs, Selection(**words)).ruleset("mine").rules]

    assert running() == ["MY001"]
    assert running(extend_select=("MY002",)) == ["MY001", "MY002"]
    assert running(select=("MY002",)) == ["MY002"]


@pytest.mark.parametrize("key", ["select", "ignore", "extend_select"])
def test_a_word_that_names_no_rule_is_told(key: str) -> None:
    with pytest.raises(ConfigError, match="没有规则“KB020”，是否为 KB"):
        chosen(**{key: ("KB020",)})


def test_a_profile_changes_severity_message_and_options_of_rules_below() -> None:
    packs = check_packs(
        [
            (
                "mine.yaml",
                GOOD.replace("extends: [kuaibao]\n", "").replace(
                    "  KB006: {severity: info}", "  MY002: {severity: error, message: 请补日期。}"
                ),
            ),
            (
                "house.yaml",
                (
                    "pack: house\nextends: [mine]\noverrides:\n"
                    "  my-own: {options: {minimum: 5}, enabled: false}\n"
                    "vocabulary: {sections: [环境整治]}\n"
                ),
            ),
        ]
    )
    ruleset = Library(packs).ruleset("house")
    changed = ruleset.named("MY002")
    assert changed is not None
    assert (changed.severity.label, changed.message) == ("error", "请补日期。")
    assert ruleset.named("MY001") is None
    assert ruleset.vocabulary.sections == ("环境整治",)
    assert ruleset.vocabulary.place == "某某县"


# ---- the project's own packs

SHIPPED = [Path(path) for path in resources.packs()]
# DESIGN section 6; ids and names are fixed.
TABLE = """
KB001 not-a-bulletin E
KB002 masthead-title E
KB003 masthead-issue E
KB004 masthead-issuer E
KB005 masthead-date E
KB006 split-paragraph W
KB007 duplicate-item E
KB101 section-order E
KB102 section-unknown W
KB103 section-duplicate E
KB104 section-empty W
KB105 section-heading-style W
KB106 item-title-missing W
KB107 item-title-style W
KB111 attribution-missing E
KB112 attribution-unknown E
KB113 attribution-mismatch E
KB114 attribution-style W
KB121 trailing-figure-missing W
KB122 trailing-figure-empty E
KB123 trailing-figure-form I
KB201 typo E
KB202 repeated-character E
KB203 near-miss-term W
KB204 jiezhi-usage E
KB205 office-title W
KB206 redundant-approximation W
KB207 wrong-word W
KB301 percent-share E
KB302 percent-total E
KB303 parts-total E
KB304 growth-delta E
KB305 growth-mix W
KB306 title-body-figure E
KB307 percent-sign-missing E
KB308 percentage-point W
KB309 impossible-change E
KB310 completion-rate E
KB311 enumeration-count W
KB312 respectively-count W
KB313 percent-precision I
KB321 period-after-issue E
KB322 impossible-date E
KB323 range-style I
KB401 signoff-missing E
KB402 signoff-empty E
KB403 signoff-order W
KB404 signoff-duplicate-person W
KB411 circulation-missing W
KB412 circulation-order W
KB501 halfwidth-brackets W
KB502 halfwidth-punctuation W
KB503 unpaired-mark E
KB504 repeated-punctuation W
KB505 digit-spacing I
KB506 trailing-space I
KB507 long-sentence I
KB601 id-number E
KB602 phone-number W
KB901 unused-suppression W
"""
LEVELS = {"E": "error", "W": "warning", "I": "info"}
CONTRACT = [line.split() for line in TABLE.split("\n") if line]


@pytest.mark.parametrize(("number", "name", "level"), CONTRACT, ids=lambda word: word)
def test_every_rule_of_the_contract_is_there(number: str, name: str, level: str) -> None:
    rules = load_library().ruleset("kuaibao")
    found = {rule.id: rule for rule in (*rules.rules, *rules.idle)}
    assert number in found
    assert (found[number].name, found[number].severity.label) == (name, LEVELS[level])


@pytest.mark.parametrize("path", SHIPPED, ids=lambda path: path.stem)
def test_our_examples_hold(path: Path) -> None:
    examples = read_examples(path)
    selection = Selection(select=("ALL",))  # a rule that is off must hold what it says, too
    assert list(run_examples(examples, load_library(selection=selection), path.stem)) == []


@pytest.mark.parametrize("path", SHIPPED, ids=lambda path: path.stem)
def test_our_packs_fit_the_schema_that_editors_use(path: Path) -> None:
    data = yaml.safe_load(path.read_text("utf-8"))
    jsonschema.validate(data, schemas.pack())


@pytest.mark.parametrize("kind", schemas.SCHEMAS)
def test_our_schemas_are_schemas(kind: str) -> None:
    jsonschema.Draft202012Validator.check_schema(schemas.SCHEMAS[kind]())


@pytest.mark.parametrize(
    "name",
    [
        "unknown key of the pack",
        "unknown key of a rule",
        "a key missing",
        "unknown option",
        "option of the wrong type",
        "unknown check",
        "unknown severity",
        "no bad example",
        "badly written id",
    ],
)
def test_the_schema_refuses_what_the_program_refuses(name: str) -> None:
    old, new, _, _ = MISTAKES[name]
    jsonschema.validate(yaml.safe_load(GOOD), schemas.pack())
    with pytest.raises(jsonschema.ValidationError):
        jsonschema.validate(yaml.safe_load(GOOD.replace(old, new)), schemas.pack())


@pytest.mark.parametrize("path", SHIPPED, ids=lambda path: path.stem)
def test_only_standards_and_regulations_are_called_binding(path: Path) -> None:
    for rule in yaml.safe_load(path.read_text("utf-8")).get("rules") or ():
        if rule["basis"]["level"] not in ("国标", "条例"):
            assert "规定" not in rule["message"], rule["id"]


def test_our_profile_fits_its_masthead_without_being_asked(cli: Cli, clean: str) -> None:
    cli.write("issue.md", clean.replace("云岭县", "延津县"))
    report = json.loads(cli("issue.md", "--format", "json").out)
    assert report["files"][0]["profile"] == "yanjin"
