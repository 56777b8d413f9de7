from __future__ import annotations

import re
from itertools import product
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from lark import Lark

from kuaibao_lint import grammar

SOURCE = Path(__file__).parents[2] / "grammar" / "facts.lark"
ALPHABET = "0129.,:：%％月年日一三十百千万亿元户个截至到前今上半季度成番余约—-～“”五（）A \n，。的"


@pytest.fixture(scope="module")
def lark() -> Lark:
    return Lark(SOURCE.read_text(encoding="utf-8"), parser="lalr", lexer="basic", strict=True)


def test_no_two_terminals_collide(lark: Lark) -> None:
    assert {t.name for t in lark.terminals} >= {"QUANTITY", "PERCENT", "PERIOD", "DATE", "OTHER"}


@settings(deadline=None)
@given(text=st.text(ALPHABET, max_size=40) | st.text(max_size=40))
def test_every_text_parses_and_the_scanner_gives_larks_tokens(lark: Lark, text: str) -> None:
    expected = [(token.type, str(token)) for token in lark.parse(text).children]  # type: ignore[union-attr]
    found = [(m.lastgroup, m[0]) for m in grammar.scanner("facts").finditer(text)]
    assert found == expected


# What facts begin with, what stands behind it in facts and in prose, and what they end with.
FIRST = "第截到迄目今去本年上下全同当前明入开元春端中国清“近约超逾接翻〔[（(+＋-－−－一十3"
SECOND = "为夏秋冬汛旦节午庆‘半期末初底月周过季年前至止秋明国一三五番成8-（“的，余万亿 —到分招大"
LAST = ("", "年", "度", "以来", "至今", "前为止", "三成", "成多", "个月", "2024）1号", "户", "之五")


# What is tried first for speed, and the terminal that a fact of it is as well.
SAME = {"COUNT": "QUANTITY", "RATE": "PERCENT"}
# A number, what stands behind it, and what behind that.
NUMBERS = ("3", "12", "119", "2024", "8.5", "1,234", "1.2.3", "-7", "第5", "5月3", "3—5")
BEHIND = (
    "人", "人次", "个", "个月", "个百分点", "家", "家次", "件", "件次", "名", "项", "处", "起",
    "户", "元", "亩", "亩次", "座", "栋", "吨", "只", "头", "条", "万", "万人", "万人次", "余人",
    "万余元", "余万元", "多万亿元", "百万元", " 万元", "  元", "份", "%", " %", "％", "‰", "年",
    "月", "日", "时", "点", "类", "/10万", ":2", "之一",
)  # fmt: skip
FURTHER = (
    "", "，", "次", "份", "月", "至", "—6%", "～6%", " ~ 6%", "到6个", "2", ".5", "余", "：1"
)  # fmt: skip


def _facts(pattern: re.Pattern[str], text: str) -> list[tuple[str | None, tuple[int, int]]]:
    found = [(SAME.get(m.lastgroup or "", m.lastgroup), m.span()) for m in pattern.finditer(text)]
    return [one for one in found if one[0] not in {"PROSE", "OTHER"}]


def _without(*terminals: str) -> re.Pattern[str]:
    """Return the scanner without some of its terminals."""
    slow = grammar.scanner("facts").pattern
    for terminal in terminals:
        expression, _ = grammar.load("facts").fragments[terminal]
        assert expression in slow
        slow = slow.replace(expression, "(?!)", 1)
    return re.compile(slow)


def test_what_is_passed_over_as_prose_begins_no_fact() -> None:
    quick, slow = grammar.scanner("facts"), _without("PROSE")
    for text in map("".join, product(FIRST, SECOND, LAST)):
        assert _facts(quick, text) == _facts(slow, text)


def test_what_is_tried_first_is_what_it_would_be() -> None:
    quick, slow = grammar.scanner("facts"), _without("COUNT", "RATE")
    kinds = {match.lastgroup for match in quick.finditer("437户，占53.5%")}
    assert kinds >= SAME.keys()
    for text in map("".join, product(NUMBERS, BEHIND, FURTHER)):
        assert _facts(quick, text) == _facts(slow, text)


@settings(deadline=None)
@given(text=st.text(ALPHABET, max_size=40))
def test_what_is_tried_first_is_what_it_would_be_in_any_text(text: str) -> None:
    quick, slow = grammar.scanner("facts"), _without("COUNT", "RATE")
    assert _facts(quick, text) == _facts(slow, text)


@pytest.mark.parametrize(
    "piece",
    ["1", "1.", "1:", "a1.", "1,111,", "一百", "截至2024年", "1  ", "8:1:", "“五一”"],
)
def test_time_grows_with_length_only(piece: str) -> None:
    # 200,000 characters of a repeated piece; a quadratic pattern would need minutes here.
    text = piece * (200_000 // len(piece))
    assert sum(len(m[0]) for m in grammar.scanner("facts").finditer(text)) == len(text)
