"""Paired marks, half-width brackets and punctuation, marks that stand twice."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from kuaibao_lint.checks.marks import halfwidth_brackets, unpaired_mark
from kuaibao_lint.checks.punctuation import halfwidth_punctuation, repeated_punctuation
from kuaibao_lint.context import Context
from kuaibao_lint.document import Bulletin
from kuaibao_lint.facts import Facts
from kuaibao_lint.source import Source
from kuaibao_lint.vocabulary import Vocabulary

if TYPE_CHECKING:
    from kuaibao_lint.checks import Check
    from kuaibao_lint.diagnostics import Finding


def found(check: Check, text: str) -> list[Finding]:
    source = Source("x.md", text)
    bulletin = Bulletin(source, None, (), None, None, ())
    return list(check(Context(source, text, bulletin, Facts(), Vocabulary())))


def fixed(check: Check, text: str) -> str:
    edits = sorted(
        (edit for finding in found(check, text) for edit in finding.edits),
        reverse=True,
        key=lambda edit: edit.span,
    )
    for edit in edits:
        text = text[: edit.span.start] + edit.text + text[edit.span.end :]
    return text


@pytest.mark.parametrize(
    ("text", "at", "variant"),
    [
        ("打好“组合拳，推动", "“", "unclosed"),
        ("打好组合拳”，推动", "”", "unopened"),
        ("《办法》》", "》", "unopened"),
        ("（一）“三会”（试行", "（", "unclosed"),
        ("资金(含贷款）到位", "(", "mixed"),
        ("资金（含贷款)到位", ")", "mixed"),
        ("“双报到“制度", "“", "direction"),
        ("”双报到”制度", "”", "direction"),
        ("《条例（修订》）", "《条例（修订》", "crossed"),
        ("（见“附件）", "“", "unclosed"),
    ],
)
def test_one_slip_is_one_finding(text: str, at: str, variant: str) -> None:
    [finding] = found(unpaired_mark(), text)
    assert (finding.span.of(text), finding.variant) == (at, variant)


def test_a_slip_does_not_reach_the_next_paragraph() -> None:
    text = "打好“组合拳。\n\n落实“双报到”制度。\n\n印发《办法》。"
    assert [finding.span for finding in found(unpaired_mark(), text)] == [(2, 3)]


@pytest.mark.parametrize("newline", ["\n", "\r\n", "\r"])
def test_a_paragraph_goes_on_over_one_newline(newline: str) -> None:
    assert found(unpaired_mark(), f"打好“组合{newline}拳”") == []
    assert len(found(unpaired_mark(), f"打好“组合{newline}{newline}拳”")) == 2


@pytest.mark.parametrize(
    "text",
    [
        "“坚持‘三会一课’制度”（见《办法（试行）》〔2024〕3号【全文】）",
        "1）走访；2）登记。\n三）整改 a) b)",
        "it’s a school",
        "“第一段。\n\n“第二段。”",
    ],
)
def test_right_marks(text: str) -> None:
    assert found(unpaired_mark(), text) == []


@pytest.mark.parametrize(
    ("text", "after"),
    [
        ("完成投资(含续建)2000元", "完成投资（含续建）2000元"),
        ("清理( 柳河段 )河道", "清理（柳河段）河道"),
        ("总值(GDP)和[链接](文件)、(1)", "总值(GDP)和[链接](文件)、(1)"),
    ],
)
def test_halfwidth_brackets(text: str, after: str) -> None:
    assert fixed(halfwidth_brackets(), text) == after


@pytest.mark.parametrize(
    ("text", "after"),
    [
        ("目前,共排查;整改", "目前，共排查；整改"),
        ("增长3.5%,高于", "增长3.5%，高于"),
        ("做法: 一是", "做法：一是"),
        ("完成春播.\n柳河", "完成春播。\n柳河"),
        ("好! ", "好！ "),
        ("10:30开会，3:1，1,200元", "10:30开会，3:1，1,200元"),
        ("附件.docx，一.概况", "附件.docx，一.概况"),
        ("图![桥](a.png)", "图![桥](a.png)"),
        ("Yunling, China: green. Yes!", "Yunling, China: green. Yes!"),
    ],
)
def test_halfwidth_punctuation(text: str, after: str) -> None:
    assert fixed(halfwidth_punctuation(), text) == after


@pytest.mark.parametrize(
    ("text", "after", "unsure"),
    [
        ("完成。。", "完成。", False),
        ("甲、、乙", "甲、乙", False),
        ("改善，。群众", "改善。群众", True),
        ("等等。。。", "等等……", True),
    ],
)
def test_repeated_punctuation(text: str, after: str, *, unsure: bool) -> None:
    [finding] = found(repeated_punctuation(), text)
    assert finding.unsure is unsure
    assert fixed(repeated_punctuation(), text) == after


@pytest.mark.parametrize("text", ["……", "——", "加油！！", "什么？！", "甲，乙。"])
def test_marks_that_may_stand_twice(text: str) -> None:
    assert found(repeated_punctuation(), text) == []
