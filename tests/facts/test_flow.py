"""Marks and ends of lines within a sentence cut no figure in two."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kuaibao_lint import lint_text
from kuaibao_lint.facts import Facts, read
from kuaibao_lint.parsing import parse
from kuaibao_lint.source import Source

if TYPE_CHECKING:
    from collections.abc import Iterator

PARAGRAPH = (
    "今年以来，全县一般公共预算收入完成118267.45万元，比上年同期的109303.56万元增加8963.89万元，增长8.2%，其中税收收入"
    "70267.25万元，占59.4%；非税收入48000.20万元，占40.6%，一般公共预算支出完成320410.52万元，占年度预算的81.6%。"
)
SLIPS = (("8.2%", "2.8%"), ("70267.25", "72067.25"), ("40.6%", "46.0%"))


def facts_of(text: str) -> Facts:
    return read(parse(Source("paragraph.txt", text)), text)


def spans(facts: Facts) -> Iterator[tuple[int, int]]:
    for kind in facts[:-1]:
        for one in kind:
            yield one.span
    for relation in facts.relations:
        yield relation.primary
        yield from relation.operands


def words(text: str) -> list[str]:
    """Return the figures of a text in order, and of its sums, as they are read."""
    facts = facts_of(text)
    told = [re.sub(r"\*\*|\s", "", text[start:end]) for start, end in spans(facts)]
    return told + [f"{one.holds} {one.working}" for one in facts.relations]


def broken(text: str) -> list[tuple[str, str]]:
    found = lint_text(text, "paragraph.txt").diagnostics
    return [(one.rule, one.message) for one in found if one.rule.startswith("KB3")]


@pytest.mark.parametrize("width", range(26, 60))
def test_a_line_that_ends_within_a_sentence_ends_no_figure(width: int) -> None:
    wrapped = "\n".join(PARAGRAPH[at : at + width] for at in range(0, len(PARAGRAPH), width))
    assert words(wrapped) == words(PARAGRAPH)
    assert not broken(wrapped)
    for right, wrong in SLIPS:
        slip = PARAGRAPH.replace(right, wrong)
        assert broken(slip)
        again = "\r\n".join(slip[at : at + width] for at in range(0, len(slip), width))
        assert broken(again) == broken(slip)


@pytest.mark.parametrize("mark", ["**{}**", "__{}__", "<b>{}</b>", "<strong>{}</strong>"])
@pytest.mark.parametrize("figure", ["[0-9.]+", "[0-9.]+%?", "[0-9.]+(?:%|万元)"])
def test_emphasis_is_none_of_a_figure(mark: str, figure: str) -> None:
    for text in (PARAGRAPH, *(PARAGRAPH.replace(*slip) for slip in SLIPS)):
        marked = re.sub(figure, lambda found: mark.format(found[0]), text)
        assert broken(marked) == broken(text)


@pytest.mark.parametrize("blank", " \t\u3000\u00a0\u200b\u200d\ufeff\u2009\u2002\u202f\u00ad")
def test_a_blank_or_a_character_of_no_width_is_none_of_a_figure(blank: str) -> None:
    for text in (PARAGRAPH, *(PARAGRAPH.replace(*slip) for slip in SLIPS)):
        spaced = re.sub(r"(?<=[0-9%])(?=[^0-9.%])|(?<=[^0-9.])(?=[0-9])", blank, text)
        assert broken(spaced) == broken(text)


@pytest.mark.parametrize(
    "width", [("，；：（）", ",;:()"), ("0123456789%", "０１２３４５６７８９％"), (".", "．")]
)
def test_a_text_is_read_alike_in_every_width(width: tuple[str, str]) -> None:
    table = str.maketrans(*width)
    for text in (PARAGRAPH, *(PARAGRAPH.replace(*slip) for slip in SLIPS)):
        assert [kind for kind, _ in broken(text.translate(table))] == [
            kind for kind, _ in broken(text)
        ]
    share = "收入9.25亿元，税收4.64亿元。税收中，增值税1.74亿元，占37.5%；个税0.28亿元，占6.0%。"
    plan = (
        "预期76.55亿元，增长5.5%（2024年执行数72.56亿元）。加上补助17.63亿元、调入22.65亿元，"
        "收入合计116.83亿元。"
    )
    assert not broken(share.translate(table)) + broken(plan.translate(table))


@pytest.mark.parametrize("text", ["1,234人", "8.1:41.6:50.3"])
def test_marks_within_numbers_stay(text: str) -> None:
    assert [text[start:end] for start, end in spans(facts_of(text))] == [text]


@pytest.mark.parametrize(
    "text",
    [
        "全县共有学校：\n小学12所\n30名教师\n",  # short lines are lines
        "今年以来，县委办围绕中心工作，认真抓好督查，共督查12\n\n30次到现场。",  # another paragraph
        "今年以来，县委办围绕中心工作，认真抓好督查和调研12\n1.督查30次。",  # an entry of a list
        "今年以来，县委办围绕中心工作，认真抓好督查和调研12。\n30次到现场。",  # another sentence
    ],
)
def test_what_is_apart_stays_so(text: str) -> None:
    assert not any("\n" in text[start:end] for start, end in spans(facts_of(text)))


@given(st.text("甲乙，。；：**<b>\n\r 　0123456789.%件人元万亿（）其中占共、1234", max_size=160))
def test_facts_lie_in_the_text_in_order(text: str) -> None:
    facts = facts_of(text)
    for start, end in spans(facts):
        assert 0 <= start < end <= len(text)
        assert text[start:end].strip("*_") == text[start:end]
    for kind in facts[:-1]:
        assert [one.span for one in kind] == sorted(one.span for one in kind)
