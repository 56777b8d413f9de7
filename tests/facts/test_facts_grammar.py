from __future__ import annotations

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


@pytest.mark.parametrize("piece", ["1", "1,111,", "一百", "截至2024年", "1  ", "8:1:", "“五一”"])
def test_time_grows_with_length_only(piece: str) -> None:
    # 200,000 characters of a repeated piece; a quadratic pattern would need minutes here.
    text = piece * (200_000 // len(piece))
    assert sum(len(m[0]) for m in grammar.scanner("facts").finditer(text)) == len(text)
