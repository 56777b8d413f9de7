"""What holds for every text and every text-level check."""

from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from kuaibao_lint.checks.approximation import redundant_approximation
from kuaibao_lint.checks.identity import id_number, phone_number
from kuaibao_lint.checks.marks import halfwidth_brackets, unpaired_mark
from kuaibao_lint.checks.near_miss import near_miss
from kuaibao_lint.checks.pattern import pattern
from kuaibao_lint.checks.punctuation import halfwidth_punctuation, repeated_punctuation
from kuaibao_lint.checks.repeats import repeats
from kuaibao_lint.checks.sentences import long_sentence
from kuaibao_lint.checks.spacing import digit_spacing, trailing_space
from kuaibao_lint.checks.substitute import substitute
from kuaibao_lint.context import Context
from kuaibao_lint.document import Bulletin
from kuaibao_lint.facts import Facts
from kuaibao_lint.source import Source
from kuaibao_lint.vocabulary import Name, Vocabulary

if TYPE_CHECKING:
    from kuaibao_lint.checks import Check


CHECKS: dict[str, Check] = {
    "substitute": substitute(swap={"布署": "部署", "会报": "汇报"}),
    "pattern": pattern({"截止(?=目前)": "截至"}),
    "repeats": repeats(terms=("人大", "人居环境"), verbs=("推进",)),
    "near-miss": near_miss(),
    "approximation": redundant_approximation({"约": ("左右", "多"), "近": ("余",)}),
    "unpaired": unpaired_mark(),
    "brackets": halfwidth_brackets(),
    "halfwidth": halfwidth_punctuation(),
    "repeated": repeated_punctuation(),
    "trailing": trailing_space(),
    "digits": digit_spacing(),
    "sentence": long_sentence(),
    "id": id_number(),
    "phone": phone_number(),
}
# Fixes that make the text right for their own check; a digit's spacing and masks change more.
FIXING = {
    "substitute",
    "pattern",
    "repeats",
    "near-miss",
    "brackets",
    "halfwidth",
    "repeated",
    "trailing",
}
PIECES = [
    "布署", "会报", "人大大", "县", "大会", "报告", "人居居环境", "推进推进", "石轿镇",
    "石桥镇", "约", "近", "左右", "多", "余", "300", "3.5%", "人", "(", ")", "（", "）",
    "“", "”", "‘", "’", "《", "》", "，", ",", "。", "。。", "、", ":", "!", ".", " ",
    "  ", "\t", "　", "\n", "\r\n", "\n\n", "990000194910010070", "13800000000", "截止目前",
    "a", "\ufffc", "𠮷", "\ud800",
]  # fmt: skip
TEXTS = st.one_of(st.text(), st.lists(st.sampled_from(PIECES), max_size=40).map("".join))
VOCABULARY = Vocabulary(units=(Name("石桥镇"), Name("农业农村局")), sections=("环境整治",))


def context(text: str) -> Context:
    source = Source("x.md", text)
    return Context(source, text, Bulletin(source, None, (), None, None, ()), Facts(), VOCABULARY)


def fixed(check: Check, text: str) -> str:
    edits = [edit for finding in check(context(text)) for edit in finding.edits]
    for edit in sorted(edits, key=lambda one: one.span, reverse=True):
        text = text[: edit.span.start] + edit.text + text[edit.span.end :]
    return text


@pytest.mark.parametrize("name", CHECKS)
@given(text=TEXTS)
def test_spans_lie_in_the_text_and_edits_do_not_overlap(name: str, text: str) -> None:
    findings = list(CHECKS[name](context(text)))
    for finding in findings:
        assert 0 <= finding.span.start < finding.span.end <= len(text)
    spans = sorted(edit.span for finding in findings for edit in finding.edits)
    for before, after in pairwise(spans):
        assert before.end <= after.start
    assert all(0 <= span.start <= span.end <= len(text) for span in spans)


@pytest.mark.parametrize("name", sorted(CHECKS.keys() - {"id", "phone"}))
@given(text=TEXTS)
def test_no_fix_changes_a_digit(name: str, text: str) -> None:
    digits = [char for char in text if char.isdigit()]
    assert [char for char in fixed(CHECKS[name], text) if char.isdigit()] == digits


@pytest.mark.parametrize("name", sorted(FIXING))
@settings(max_examples=300)
@given(text=TEXTS)
def test_fixing_comes_to_an_end(name: str, text: str) -> None:
    seen = 0
    while (after := fixed(CHECKS[name], text)) != text:
        text = after
        seen += 1
        assert seen <= 60
