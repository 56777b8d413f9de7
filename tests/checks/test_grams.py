"""Pairs of characters: what a text has of them, whoever asked first."""

from __future__ import annotations

from typing import TYPE_CHECKING

from hypothesis import given
from hypothesis import strategies as st

from kuaibao_lint.checks.grams import Pairs, keys
from kuaibao_lint.context import Context
from kuaibao_lint.document import Bulletin
from kuaibao_lint.facts import Facts
from kuaibao_lint.source import Source
from kuaibao_lint.vocabulary import Vocabulary

if TYPE_CHECKING:
    from collections.abc import Iterable

TEXTS = st.text(alphabet="县人大会报告。\n a", max_size=30)
WORDS = st.frozensets(st.text(alphabet="县人大会报告。\n a", min_size=2, max_size=2), max_size=8)


def context(text: str) -> Context:
    source = Source("x.md", text)
    return Context(source, text, Bulletin(source, None, (), None, None, ()), Facts(), Vocabulary())


def had(words: Iterable[str], text: str) -> set[int]:
    return {key for word, key in zip(words, keys(words), strict=True) if word in text}


@given(text=TEXTS, early=WORDS, late=WORDS)
def test_pairs_that_are_asked_for_late_are_found_as_well(
    text: str, early: frozenset[str], late: frozenset[str]
) -> None:
    first = Pairs(keys(early))
    one = context(text)
    assert first.of(one) == had(early, text)
    second = Pairs(keys(late))  # a check that is made when this text was looked through
    assert second.of(one) == had(late, text)
    assert second.of(context(text)) == had(late, text)
    assert first.of(one) == had(early, text)


def test_a_pair_no_check_has_asked_for_before_is_found_in_a_text_already_looked_through() -> None:
    one = context("城关镇鑫淼饭店")
    assert not Pairs(keys(["石桥"])).of(one)
    assert Pairs(keys(["鑫淼"])).of(one)
