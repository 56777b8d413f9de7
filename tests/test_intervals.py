from __future__ import annotations

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kuaibao_lint.intervals import Interval, exactly, printed, total

NUMBERS = st.decimals(-(10**9), 10**9, places=3)
INTERVALS = st.tuples(NUMBERS, NUMBERS).map(lambda pair: Interval(min(pair), max(pair)))


@given(INTERVALS, INTERVALS, st.integers(0, 4), st.integers(0, 4))
def test_an_operation_holds_what_it_gives_for_values_inside(
    first: Interval, second: Interval, i: int, j: int
) -> None:
    x = first.low + (first.high - first.low) * i / 4
    y = second.low + (second.high - second.low) * j / 4
    for result, value in (
        (first.plus(second), x + y),
        (first.minus(second), x - y),
        (first.times(second), x * y),
    ):
        assert result.low <= value <= result.high
    quotient = first.over(second)
    if quotient is None:
        assert second.low <= 0 <= second.high
    else:
        assert quotient.low * y <= x <= quotient.high * y or y < 0


def test_printed_is_half_a_unit_to_each_side() -> None:
    assert printed(Decimal("55.3"), Decimal("0.1")) == (Decimal("55.25"), Decimal("55.35"))


@pytest.mark.parametrize(
    ("value", "approx", "inside", "outside"),
    [
        (9700, "余", 9799, 9801),
        (200, "多", 299, 301),
        (4000, "近", 3001, 2999),
        (100, "约", 109, 111),
        (300, "超", 10**6, 299),
        (300, "不足", 1, 301),
    ],
)
def test_words_widen(value: int, approx: str, inside: int, outside: int) -> None:
    interval = printed(Decimal(value), Decimal(1), approx)
    assert interval.meets(exactly(value))
    assert interval.meets(exactly(inside))
    assert not interval.meets(exactly(outside))


def test_total_of_nothing_is_nothing() -> None:
    assert total([]) == exactly(0)
