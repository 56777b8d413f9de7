"""Exact interval arithmetic on printed numbers.

A printed number stands for every value that is printed so: 55.3 for 55.25 to 55.35. Sums and
products are exact; quotients are rounded outward, so that a true relation is never lost.
"""

from __future__ import annotations

from decimal import ROUND_CEILING, ROUND_FLOOR, Context, Decimal

from kuaibao_lint.light_typing import NamedTuple

# Figures have at most 13 digits before the point and their products stay below this precision.
_EXACT = Context(prec=120)
_DOWN = Context(prec=40, rounding=ROUND_FLOOR)
_UP = Context(prec=40, rounding=ROUND_CEILING)
_NOTHING = Decimal(0)
_HALF = Decimal("0.5")
_ENDLESS = Decimal("1e30")
# What Interval(…) does, in half the time: a bulletin has fifty.
_new = tuple.__new__

_ABOUT = frozenset({"约", "大约", "约为", "左右", "上下"})
_MORE = frozenset({"余", "多", "来"})
_NEARLY = frozenset({"近", "接近", "将近", "达近", "达到近"})
_OVER = frozenset({"超", "逾", "超过", "突破", "以上", "至少", "不少于", "不低于"})


class Interval(NamedTuple):
    """The closed interval from `low` to `high`."""

    low: Decimal
    high: Decimal

    def plus(self, other: Interval) -> Interval:
        """Return the sums."""
        ends = _EXACT.add(self.low, other.low), _EXACT.add(self.high, other.high)
        return _new(Interval, ends)

    def minus(self, other: Interval) -> Interval:
        """Return the differences."""
        return Interval(
            _EXACT.subtract(self.low, other.high), _EXACT.subtract(self.high, other.low)
        )

    def times(self, other: Interval) -> Interval:
        """Return the products."""
        if self.low >= 0 and other.low >= 0:  # nearly always: half the work
            low = _EXACT.multiply(self.low, other.low)
            return _new(Interval, (low, _EXACT.multiply(self.high, other.high)))
        ends = [_EXACT.multiply(a, b) for a in self for b in other]
        return Interval(min(ends), max(ends))

    def over(self, other: Interval) -> Interval | None:
        """Return the quotients, rounded outward; None where the divisor may be 0."""
        if other.low <= 0 <= other.high:
            return None
        pairs = [(a, b) for a in self for b in other]
        return Interval(
            min(_DOWN.divide(a, b) for a, b in pairs), max(_UP.divide(a, b) for a, b in pairs)
        )

    def meets(self, other: Interval) -> bool:
        """Tell whether some value lies in both."""
        return self.low <= other.high and other.low <= self.high


def is_share(part: Interval, whole: Interval, percent: Interval) -> bool:
    """Tell whether part ÷ whole can be so many percent."""
    return part.times(_HUNDRED).meets(whole.times(percent))


def exactly(value: Decimal | int) -> Interval:
    """Return the interval of one value."""
    value = Decimal(value)
    return _new(Interval, (value, value))


_HUNDRED = exactly(100)


def total(terms: list[Interval]) -> Interval:
    """Return the sums of one value from each."""
    low = high = _NOTHING
    for term in terms:
        low, high = _EXACT.add(low, term.low), _EXACT.add(high, term.high)
    return _new(Interval, (low, high))


def printed(value: Decimal, ulp: Decimal, approx: str = "") -> Interval:
    """Return the values that are printed as `value`, one unit in the last place being `ulp`.

    约, 左右: a tenth to each side. 余, 多: up to one more in the last place that is not 0
    (9700余 is 9700 to 9800). 近: down to one less there. 超, 以上: no upper end. 不足, 以内: down
    to 0.
    """
    half = _EXACT.multiply(ulp, _HALF)
    low, high = _EXACT.subtract(value, half), _EXACT.add(value, half)
    if not approx:
        return _new(Interval, (low, high))
    if approx in _ABOUT:
        tenth = max(abs(value) / 10, ulp)
        return Interval(min(low, value - tenth), max(high, value + tenth))
    place = last_place(value)
    if approx in _MORE:
        return Interval(low, max(high, value + place))
    if approx in _NEARLY:
        return Interval(min(low, value - place), high)
    if approx in _OVER:
        return Interval(low, _ENDLESS)
    return Interval(min(Decimal(0), low), high)


def last_place(value: Decimal) -> Decimal:
    """Return the unit of the last digit that is not 0: 100 for 9700, 0.1 for 63.9."""
    if not value:
        return Decimal(1)
    return Decimal(1).scaleb(_as_exponent(value.normalize()))


def _as_exponent(value: Decimal) -> int:
    exponent = value.as_tuple().exponent
    return exponent if isinstance(exponent, int) else 0
