"""Positions, and text that goes back to the bytes it came from."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kuaibao_lint.source import Lines, Source, Span, dominant_newline

LINES = st.text(alphabet="a中𠮷\t\x0b\x0c\x85\u2028\r\n", max_size=60)


def test_a_span_is_half_open() -> None:
    assert Span(1, 3).of("快报第一期") == "报第"
    assert Span(2, 2).of("快报第一期") == ""


@pytest.mark.parametrize(
    ("one", "other", "overlap", "inside"),
    [
        (Span(0, 4), Span(1, 2), True, True),
        (Span(0, 4), Span(0, 4), True, True),
        (Span(0, 4), Span(3, 6), True, False),
        (Span(0, 4), Span(4, 6), False, False),
        (Span(4, 6), Span(0, 4), False, False),
    ],
)
def test_spans_compare(one: Span, other: Span, *, overlap: bool, inside: bool) -> None:
    assert one.overlaps(other) is overlap
    assert other.overlaps(one) is overlap
    assert one.contains(other) is inside


@pytest.mark.parametrize("newline", ["\n", "\r\n", "\r"])
def test_lines_and_columns_count_from_one_in_code_points(newline: str) -> None:
    text = newline.join(["第20期", "", "𠮷安县。", ""])
    lines = Lines(text)
    assert lines.position(0) == (1, 1)
    assert lines.position(text.index("期")) == (1, 4)
    assert lines.position(text.index("安")) == (3, 2)
    assert lines.position(len(text)) == (4, 1)


@pytest.mark.parametrize("mark", ["\x0b", "\x0c", "\x1c", "\x85", "\u2028", "\u2029"])
def test_only_lf_crlf_and_cr_end_a_line(mark: str) -> None:
    lines = Lines(f"上{mark}下\n末")
    assert lines.position(2) == (1, 3)
    assert lines.span(1) == Span(0, 3)


def test_a_newline_belongs_to_the_line_it_ends() -> None:
    lines = Lines("ab\r\ncd")
    assert lines.position(2) == (1, 3)
    assert lines.position(3) == (1, 4)
    assert lines.position(4) == (2, 1)
    assert lines.span(1).of("ab\r\ncd") == "ab"
    assert lines.span(2).of("ab\r\ncd") == "cd"


@given(LINES)
def test_every_offset_has_a_position_that_leads_back_to_it(text: str) -> None:
    lines = Lines(text)
    for offset in range(len(text) + 1):
        line, column = lines.position(offset)
        assert line >= 1
        assert column >= 1
        assert lines.starts[line - 1] + column - 1 == offset


@pytest.mark.parametrize(
    ("text", "newline"),
    [
        ("", "\n"),
        ("一行", "\n"),
        ("甲\n乙\r\n丙\n", "\n"),
        ("甲\r\n乙\n丙\r\n", "\r\n"),
        ("甲\r乙\r", "\r"),
    ],
)
def test_the_commonest_newline_wins(text: str, newline: str) -> None:
    assert dominant_newline(text) == newline


def test_encoding_brings_the_mark_back() -> None:
    source = Source("a.md", "快报", "utf-16-le", b"\xff\xfe")
    assert source.encode(source.text) == "\ufeff快报".encode("utf-16-le")


def test_what_an_encoding_cannot_hold_is_refused() -> None:
    with pytest.raises(UnicodeEncodeError):
        Source("a.md", "").encode("\ud800")


@pytest.mark.parametrize(
    ("path", "markdown"), [("a.md", True), ("a.markdown", True), ("a.TXT", False), ("stdin", True)]
)
def test_no_markdown_is_written_into_plain_text(path: str, *, markdown: bool) -> None:
    assert Source(path, "").is_markdown is markdown
