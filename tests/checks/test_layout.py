"""Rules of layout: what is no title, no gap and no slip of the sign-off, beside what is."""

from __future__ import annotations

import pytest

from kuaibao_lint import lint_text, load_library

LIBRARY = load_library()
HEAD = (
    "# 云岭县政务快报\n\n第 20 期\n\n云岭县人民政府办公室\n\n2024 年 8 月 15 日\n\n【民生保障】\n\n"
)
ITEMS = (
    "**石桥镇开展入户走访** 进村入户。截至目前，共走访群众120户。（石桥镇）\n\n"
    "**柳河乡抓好春耕备耕** 组织农户。截至目前，共春耕120亩。（柳河乡）\n\n"
)


def found(text: str, *rules: str, path: str = "a.md") -> list[tuple[str, str]]:
    """Return the findings of some rules, with the words that are marked."""
    every = lint_text(text, path, library=LIBRARY).diagnostics
    return [(one.rule, one.text) for one in every if one.rule in rules]


@pytest.mark.parametrize(
    "request_",
    [
        "请各责任单位于 9 月 12 日前报送。",
        "请各乡镇、各单位于 9 月 12 日前报送。",
        "请有关单位认真研究落实 9 月 12 日 18 时前反馈县政府办公室。",
        "有关要求请各单位认真贯彻落实 9 月 12 日（星期四）下班前反馈。",
        "望各单位结合实际 9 月 12 日之前报送。",
        "各责任单位务必于 9 月 12 日前报送。",
        "以上工作由各责任单位于 9 月 12 日前完成，并报送结果。",
        "县政府督查室将于 9 月 12 日对落实情况开展督查。",
        "县政府督查室将于 9 月 12 日，对落实情况开展督查。",
        "请各责任单位高度重视 抓好落实。",
    ],
)
def test_a_closing_request_is_no_item(request_: str) -> None:
    text = HEAD + ITEMS + request_ + "\n"
    assert found(text, "KB106", "KB107", "KB111", "KB121") == []


@pytest.mark.parametrize(
    ("title", "body"),
    [
        ("县人大召开代表会议", "5 月 10 日，县人大常委会召开会议，完成议程3项。"),
        ("石桥镇清理河道垃圾", "5月10日上午，共清理12处。"),
        ("县应急局开展安全生产月", "6 月 10 日，县应急局组织宣传，发放资料320份。"),
        ("石桥镇清收欠款 120 万元", "5 月 10 日，石桥镇收回欠款120万元。"),
        ("我县城镇登记失业率低于 5%", "今年以来，全县新增就业1200人。"),
    ],
)
def test_a_plain_title_before_a_day_is_one(title: str, body: str) -> None:
    text = HEAD + ITEMS + f"{title} {body}（县政府办）\n"
    assert found(text, "KB107") == [("KB107", title)]
