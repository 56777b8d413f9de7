"""Blanks, long sentences, identity numbers, telephone numbers."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from kuaibao_lint.checks.identity import id_number, is_identity, phone_number
from kuaibao_lint.checks.sentences import long_sentence
from kuaibao_lint.checks.spacing import digit_spacing, trailing_space
from kuaibao_lint.context import Context
from kuaibao_lint.document import Bulletin
from kuaibao_lint.facts import Facts
from kuaibao_lint.source import Source
from kuaibao_lint.vocabulary import Vocabulary

if TYPE_CHECKING:
    from kuaibao_lint.checks import Check
    from kuaibao_lint.diagnostics import Finding


def found(check: Check, text: str, path: str = "x.md") -> list[Finding]:
    source = Source(path, text)
    bulletin = Bulletin(source, None, (), None, None, ())
    return list(check(Context(source, text, bulletin, Facts(), Vocabulary())))


@pytest.mark.parametrize(
    ("text", "path", "spans"),
    [
        ("甲 \n乙", "x.md", [(1, 2)]),
        ("甲\t\r\n乙　", "x.md", [(1, 2), (5, 6)]),
        ("甲  \n乙", "x.md", []),
        ("甲  \n乙", "x.txt", [(1, 3)]),
        ("甲  \n\n乙", "x.md", [(1, 3)]),
        ("甲   \n乙", "x.md", [(1, 4)]),
        ("甲 乙", "x.md", []),
    ],
)
def test_trailing_space(text: str, path: str, spans: list[tuple[int, int]]) -> None:
    assert [finding.span for finding in found(trailing_space(), text, path)] == spans


def test_digit_spacing_is_one_finding_with_both_counts() -> None:
    [finding] = found(digit_spacing(), "新建 47 个，签订19份，走访20户。")
    assert (finding.values["spaced"], finding.values["tight"]) == ("2", "4")
    assert [edit.text for edit in finding.edits] == ["", ""]


@pytest.mark.parametrize("text", ["新建47个，签订19份。", "新建 47 个，签订 19 份。", "无数字"])
def test_even_spacing(text: str) -> None:
    assert found(digit_spacing(), text) == []


def test_long_sentence_counts_to_the_stop() -> None:
    sentence = "石桥镇，" * 40
    [finding] = found(long_sentence(150), f"短句。{sentence}。短句。")
    assert finding.span == (3, 163)
    assert finding.values == {"length": "160", "limit": "150"}
    assert found(long_sentence(160), f"{sentence}。") == []


@pytest.mark.parametrize(
    ("number", "valid"),
    [
        ("990000194910010070", True),
        ("990000194910010071", False),
        ("990000194913010070", False),
        ("11010519491231002X", True),
    ],
)
def test_check_digit(number: str, *, valid: bool) -> None:
    assert is_identity(number) is valid
    assert len(found(id_number(), f"号码{number}。")) == valid


def test_an_identity_number_inside_a_longer_one_is_none() -> None:
    assert found(id_number(), "9900001949100100701 A990000194910010070") == []


def test_numbers_are_masked_in_the_message_and_never_fixed_safely() -> None:
    [finding] = found(id_number(), "990000194910010070")
    assert finding.values == {"masked": "990***********0070"}
    assert finding.unsure
    [finding] = found(phone_number(), "电话13800000000，")
    assert finding.values == {"masked": "138****0000"}
    assert finding.unsure


@pytest.mark.parametrize(
    ("text", "count"),
    [
        ("138-0000-0000", 1),
        ("138 0000 0000", 1),
        ("13800000000元", 0),
        ("13800000000 万元", 0),
        ("213800000000", 0),
        ("138000000001", 0),
        ("0.13800000000", 0),
        ("12800000000", 0),
    ],
)
def test_phone_number(text: str, count: int) -> None:
    assert len(found(phone_number(), text)) == count
