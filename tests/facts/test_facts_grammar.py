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


def test_what_is_passed_over_as_prose_begins_no_fact() -> None:
    def facts(pattern: re.Pattern[str], text: str) -> list[tuple[str | None, tuple[int, int]]]:
        found = [(m.lastgroup, m.span()) for m in pattern.finditer(text)]
        return [one for one in found if one[0] not in {"PROSE", "OTHER"}]

    quick = grammar.scanner("facts")
    prose, _ = grammar.load("facts").fragments["PROSE"]
    slow = re.compile(quick.pattern.replace(prose, "(?!)", 1))
    for text in map("".join, product(FIRST, SECOND, LAST)):
        assert facts(quick, text) == facts(slow, text)


@pytest.mark.parametrize(
    "piece",
    ["1", "1.", "1:", "a1.", "1,111,", "一百", "截至2024年", "1  ", "8:1:", "“五一”"],
)
def test_time_grows_with_length_only(piece: str) -> None:
    # 200,000 characters of a repeated piece; a quadratic pattern would need minutes here.
    text = piece * (200_000 // len(piece))
    assert sum(len(m[0]) for m in grammar.scanner("facts").finditer(text)) == len(text)
