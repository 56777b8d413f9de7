"""Comments that say which findings are meant to be there."""

from __future__ import annotations

import pytest

from kuaibao_lint import Report, lint_text

BEFORE = (
    "# 云岭县政务快报\n\n第 3 期\n\n云岭县人民政府办公室\n\n2025 年 6 月 12 日\n\n"
    "## 【民生保障】\n\n"
)
ITEM = "**石桥镇开展入户走访** 县人大大代表入户。截至目前，走访 12 户。（石桥镇）"
AFTER = (
    "\n\n本期发：县委常委，县人大常委会正副主任，副县长，县政协正副主席，人武部部长，法院院长，"
    "检察院检察长，县直各单位负责人，各乡镇政府。\n\n责任编辑：林知远\n\n审核：秦牧之\n\n签发：苏伯衡\n"
)


def rules(text: str) -> tuple[list[str], list[str]]:
    """Return what is reported, and what is suppressed."""
    report: Report = lint_text(text)
    return [one.rule for one in report.diagnostics], [one.rule for one in report.suppressed]


def bulletin(item: str) -> str:
    return BEFORE + item + AFTER


def comment(words: str) -> str:
    return f"<!-- kuaibao-lint: {words} -->"


def test_the_bulletin_without_comments_has_one_finding() -> None:
    assert rules(bulletin(ITEM)) == (["KB202"], [])


@pytest.mark.parametrize(
    "words",
    [
        "ignore",
        "ignore[KB202]",
        "ignore[repeated-character]",
        "ignore[KB2]",
        "ignore[KB202] 原文如此",
        "ignore[KB006, KB202]",
        "ignore[KB202，KB006]",
    ],
)
def test_a_comment_on_the_line_or_the_line_before_silences(words: str) -> None:
    assert rules(bulletin(comment(words) + "\n\n" + ITEM))[1] == ["KB202"]
    assert rules(bulletin(comment(words) + "\n" + ITEM))[1] == ["KB202"]
    assert rules(bulletin(ITEM.replace("截至", comment(words) + "截至")))[1] == ["KB202"]


def test_a_comment_for_the_file_silences_wherever_it_stands() -> None:
    words = comment("ignore-file[KB202]")
    assert rules(words + "\n" + bulletin(ITEM)) == ([], ["KB202"])
    assert rules(bulletin(ITEM) + words + "\n") == ([], ["KB202"])


def test_other_rules_and_other_lines_are_not_silenced() -> None:
    assert "KB202" in rules(bulletin(comment("ignore[KB504]") + "\n\n" + ITEM))[0]
    second = ITEM.replace("石桥镇开展入户走访", "柳河乡代表走访选民").replace("石桥镇", "柳河乡")
    found, silenced = rules(bulletin(f"{ITEM}\n\n{comment('ignore[KB202]')}\n\n{second}"))
    assert (found.count("KB202"), silenced) == (1, ["KB202"])


def test_a_suppression_without_use_is_told_and_taken_away_by_its_fix() -> None:
    text = bulletin(comment("ignore[KB504]") + "\n\n" + ITEM)
    report = lint_text(text)
    (unused,) = (one for one in report.diagnostics if one.rule == "KB901")
    assert unused.text == comment("ignore[KB504]")
    assert "KB504" in unused.message


def test_a_comment_that_breaks_off_is_text() -> None:
    assert rules(bulletin("<!-- kuaibao-lint: ignore[KB202]\n\n" + ITEM))[1] == []


def test_comments_are_no_prose() -> None:
    item = ITEM.replace("人大大", "人大").replace("截至", "<!-- 县人大大，，( -->截至")
    assert rules(bulletin(item)) == ([], [])
