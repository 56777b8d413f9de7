"""Comments that say which findings are meant to be there."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kuaibao_lint import Diagnostic, Report, lint_text, suppressions
from kuaibao_lint.diagnostics import Severity
from kuaibao_lint.source import Span

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


# ---- the next line, and blocks


def test_ignore_next_speaks_for_the_line_behind_it() -> None:
    line = "**柳河乡代表走访选民** 县人大大代表入户。截至目前，走访 3 户。（柳河乡）"
    above = f"{line}{comment('ignore-next[KB202]')}\n\n{ITEM}"
    found, silenced = rules(bulletin(above))
    assert (found.count("KB202"), silenced) == (1, ["KB202"])


# Three items with the same mistake and different words.
THREE = (
    ITEM,
    "**柳河乡宣讲惠农政策** 县人大大代表宣讲政策，，到村。截至目前，宣讲 5 场。（柳河乡）",
    "**云泉街道整治背街小巷** 县人大大代表查看现场。截至目前，整治 7 处。（云泉街道）",
)


def test_a_block_silences_from_its_start_to_its_end() -> None:
    start, end = comment("ignore-start[KB202,KB504] 引文"), comment("ignore-end[KB202,KB504]")
    text = bulletin("\n\n".join((start, *THREE[:2], end, THREE[2])))
    assert rules(text) == (["KB202"], ["KB202", "KB202", "KB504"])
    assert [one.reason for one in lint_text(text).silencings] == ["引文"] * 3
    assert rules(text.replace(end, comment("ignore-end")))[0] == ["KB202"]
    assert rules(text.replace(end, ""))[0] == []


def test_blocks_may_overlap_and_each_end_closes_its_own() -> None:
    text = bulletin(
        "\n\n".join(
            (
                comment("ignore-start[KB202]"),
                THREE[0],
                comment("ignore-start[KB504]"),
                comment("ignore-end[KB202]"),
                THREE[1],
                comment("ignore-end[KB504]"),
            )
        )
    )
    assert rules(text) == (["KB202"], ["KB202", "KB504"])


@pytest.mark.parametrize("words", ["ignore-end", "ignore-end[KB202]"])
def test_an_end_without_a_start_is_told(words: str) -> None:
    assert rules(bulletin(f"{ITEM}\n\n{comment(words)}"))[0] == ["KB202", "KB901"]


def test_words_that_only_begin_like_ours_are_no_suppression() -> None:
    assert rules(bulletin(comment("ignored[KB202]") + "\n\n" + ITEM)) == (["KB202"], [])


# ---- what is of no use, and what its fix leaves


def mended(text: str) -> str:
    from kuaibao_lint import load_library
    from kuaibao_lint.fixes import fix
    from kuaibao_lint.linter import lint
    from kuaibao_lint.source import Source

    library = load_library()
    done = fix(Source("a.md", text), lambda source: lint(source, library))
    assert done.refused == ()
    return done.source.text


RIGHT = ITEM.replace("人大大", "人大")
LEFT_OVER = {
    "on the line before": (f"{comment('ignore[KB202]')}\n{RIGHT}", RIGHT),
    "between empty lines": (f"{comment('ignore[KB202]')}\n\n{RIGHT}", RIGHT),
    "behind the line": (f"{RIGHT}  {comment('ignore[KB202] 原文')}", RIGHT),
    "in the line": (RIGHT.replace("截至", comment("ignore[KB202]") + "截至"), RIGHT),
    "for the next": (f"{comment('ignore-next[KB202]')}\n\n{RIGHT}", RIGHT),
    "a block": (
        f"{comment('ignore-start[KB202]')}\n\n{RIGHT}\n\n{comment('ignore-end[KB202]')}",
        RIGHT,
    ),
    "for the file": (f"{comment('ignore-file[KB202]')}\n\n{RIGHT}", RIGHT),
}


@pytest.mark.parametrize(("before", "after"), LEFT_OVER.values(), ids=LEFT_OVER)
def test_the_fix_takes_a_comment_away_without_a_trace(before: str, after: str) -> None:
    text = bulletin(before)
    assert rules(text)[0] == ["KB901"]
    assert mended(text) == bulletin(after)


def test_of_several_rules_only_those_without_use_go() -> None:
    text = bulletin(f"{comment('ignore[KB202, KB504，trailing-space] 原文')}\n\n{ITEM}")
    report = lint_text(text)
    (unused,) = report.diagnostics
    assert (unused.rule, [one.rule for one in report.suppressed]) == ("KB901", ["KB202"])
    assert "KB504、trailing-space" in unused.message
    assert mended(text) == bulletin(f"{comment('ignore[KB202] 原文')}\n\n{ITEM}")


def test_a_comment_for_every_rule_is_told_too() -> None:
    assert rules(bulletin(comment("ignore") + "\n\n" + RIGHT))[0] == ["KB901"]


SPANS = st.tuples(st.integers(0, 9), st.integers(0, 9)).map(lambda ends: Span(*sorted(ends)))
COMMENTS = st.builds(
    lambda reach, words: suppressions.Suppression(reach, tuple(words), reach, "", (reach,), ()),
    SPANS,
    st.lists(st.sampled_from(["KB2", "KB202", "KB30", "typo", "ALL", "x"]), max_size=2),
)
FINDINGS = st.builds(
    lambda span, rule: Diagnostic(
        "a.md", rule[0], rule[1], Severity.ERROR, "", span, "", (), None, ()
    ),
    SPANS,
    st.sampled_from([("KB201", "typo"), ("KB202", "twice"), ("KB301", "share")]),
)


@given(st.lists(FINDINGS, max_size=6), st.lists(COMMENTS, max_size=6))
def test_the_sweep_gives_what_asking_every_comment_gives(
    findings: list[Diagnostic], comments: list[suppressions.Suppression]
) -> None:
    kept, dropped, used = suppressions.apply(findings, comments)
    by_hand = [
        (one, [place for place, comment in enumerate(comments) if comment.covers(one)])
        for one in sorted(findings, key=lambda one: one.span.start)
    ]
    assert kept == [one for one, by in by_hand if not by]
    assert dropped == [(one, comments[by[0]]) for one, by in by_hand if by]
    assert used == {
        (place, word)
        for one, by in by_hand
        for place in by
        for word in comments[place].rules or ("",)
        if not word or suppressions.means(word, one.rule, one.name)
    }
