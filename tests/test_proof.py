"""The proof lets through what a fix is about, and nothing else."""

from __future__ import annotations

from typing import Any

import pytest

from kuaibao_lint.diagnostics import Diagnostic, Edit, Severity
from kuaibao_lint.fixes import apply
from kuaibao_lint.parsing import parse
from kuaibao_lint.proof import Harm, carried, harm
from kuaibao_lint.source import Source, Span

BULLETIN = (
    "# 云岭县政务快报\n\n第 3 期\n\n云岭县人民政府办公室\n\n2025 年 6 月 12 日\n\n"
    "## 【民生保障】\n\n"
    "**石桥镇走访群众** 石桥镇走访了12户三十余家，\n\n发放物资。（石桥镇）\n\n"
    "**柳河乡抓好春耕** 共春耕120亩。（柳河乡）\n\n"
    "本期发：县委常委，副县长。\n\n责任编辑：林知远\n\n签发：苏伯衡\n"
)


def judged(old: str, new: str, *, safety: Any = "safe", text: str = BULLETIN) -> str:
    """Return what the proof says of putting `new` for the last `old`."""
    at = text.rindex(old)
    span = Span(at, at + len(old))
    one = Diagnostic(
        "a.md", "KB000", "x", Severity.ERROR, "x", span, old, (Edit(span, new),), safety
    )
    source = Source("a.md", text)
    found = harm(parse(source), source._replace(text=apply(text, [one])), [one])
    assert {one.suspects for one in found} <= {(0,)}
    return found[0].reason if found else ""


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("发放物资", "发放物品"),
        ("，\n\n发放", "，\n\n已发放"),
        ("**柳河乡抓好春耕**", "柳河乡抓好春耕"),
        ("（石桥镇）", "  （石桥镇）"),
        ("## 【民生保障】", "### **【民生保障】**"),
        ("共春耕120亩。", "共春耕120亩"),
        ("柳河乡抓好春耕", "柳河乡抓牢春耕"),
        ("副县长", "县长"),
    ],
)
def test_what_a_safe_fix_may_do(old: str, new: str) -> None:
    assert judged(old, new) == ""


HARM = {
    "a number": ("120", "102", "会改变数字"),
    "a number split": ("120", "1 20", "会改变数字"),
    "a number in words": ("三十余家", "二十余家", "会改变数字"),
    "a unit": ("（柳河乡）", "（柳河镇）", "会改变报送单位“柳河乡”"),
    "an attribution": ("（柳河乡）", "", "署名会由 2 处变为 1 处"),
    "a section": ("【民生保障】", "【民生保证】", "会改变栏目名称“民生保障”"),
    "a heading": ("## 【民生保障】\n\n", "", "栏目名称会由 1 处变为 0 处"),
    "an item": ("。（石桥镇）\n\n**柳河乡抓好春耕** ", "，", "条目会由 2 处变为 1 处"),
    "a paragraph": ("，\n\n发放", "，发放", "段落会由 3 处变为 2 处"),
    "a person": ("苏伯衡", "苏伯恒", "会改变签署人“苏伯衡”"),
    "a role": ("签发", "审核", "会改变签署“签发”"),
    "a title": ("# 云岭县政务快报", "# 云岭政务快报", "会改变刊名“云岭县政务快报”"),
    "the issue": ("第 3 期", "第三期", "会改变数字"),
    "the date": ("2025 年 6 月 12 日", "2025 年 6 月12 号", "日期会由 1 处变为 0 处"),
    "a recipient": ("县委常委，副县长", "县委常委副县长", "报送对象会由 2 处变为 1 处"),
    "a name in the body": ("石桥镇走访了", "石桥乡走访了", "会改变名称“石桥镇”"),
}


@pytest.mark.parametrize(("old", "new", "why"), HARM.values(), ids=HARM)
def test_what_no_safe_fix_may_do(old: str, new: str, why: str) -> None:
    assert judged(old, new).startswith(why)


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("120", "102"),
        ("（柳河乡）", "（柳河镇）"),
        ("【民生保障】", "【民生保证】"),
        ("，\n\n发放", "，发放"),
        ("苏伯衡", "苏伯恒"),
    ],
)
def test_an_unsafe_fix_may_change_what_its_own_edits_cover(old: str, new: str) -> None:
    assert judged(old, new, safety="unsafe") == ""


@pytest.mark.parametrize(
    ("old", "new", "why"),
    [
        ("（柳河乡）", "", "署名会"),
        ("签发：苏", "苏", "条目会"),
        ("12户三十余家，\n\n发", "12户三十余家\n\n## 【新】\n\n发", "栏目会"),
    ],
)
def test_an_unsafe_fix_may_not_tear_the_document(old: str, new: str, why: str) -> None:
    assert judged(old, new, safety="unsafe").startswith(why)


def test_a_fix_of_a_gap_may_not_join_two_figures() -> None:
    text = BULLETIN.replace("，\n\n发放物资", "，发放12\n\n34份物资")
    at = text.index("\n\n34")
    span = Span(at, at + 2)
    one = Diagnostic(
        "a.md", "KB006", "x", Severity.ERROR, "x", span, "\n\n", (Edit(span, ""),), "unsafe"
    )
    source = Source("a.md", text)
    assert harm(parse(source), source._replace(text=apply(text, [one])), [one]) == [
        Harm("会改变数字", (0,))
    ]


def test_what_the_encoding_cannot_hold_is_named() -> None:
    span = Span(0, 1)
    one = Diagnostic(
        "a.md", "KB000", "x", Severity.ERROR, "x", span, "甲", (Edit(span, "😀"),), "safe"
    )
    source = Source("a.md", "甲", "gbk")
    assert harm(parse(source), source._replace(text="😀"), [one]) == [
        Harm("文件的编码 gbk 中没有“😀”字", (0,))
    ]


def test_edits_are_carried_into_the_part_in_which_they_lie() -> None:
    text = "甲乙丙丁戊"
    part = Span(1, 4)
    assert carried(part, text, []) == "乙丙丁"
    assert carried(part, text, [Edit(Span(2, 3), "三")]) == "乙三丁"
    assert carried(part, text, [Edit(Span(0, 1), ""), Edit(Span(4, 5), "")]) == "乙丙丁"
    assert carried(part, text, [Edit(Span(1, 1), "*"), Edit(Span(4, 4), "*")]) == "乙丙丁"
    assert carried(part, text, [Edit(Span(0, 2), "")]) is None
    assert carried(part, text, [Edit(Span(3, 5), "")]) is None
