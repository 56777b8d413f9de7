"""Paragraphs with equations: drawing values, printing them, and what a slip breaks."""

from __future__ import annotations

import re
from fractions import Fraction
from typing import TYPE_CHECKING, Any, NamedTuple

if TYPE_CHECKING:
    import random

_CHOICE = re.compile(r"\[([^\[\]]*)\]")
_SLOT = re.compile(r"\{([a-z])\}")
_NAME = re.compile(r"[a-z]")
_GIVEN = re.compile(r"([a-z])(?:\.([0-9]))?=(?:([0-9.]+)\.\.([0-9.]+)|(.+))")


class Interval(NamedTuple):
    """All values from low to high; operations are exact and as wide as can be."""

    low: Fraction
    high: Fraction

    def __add__(self, other: Any) -> Interval:
        """Return the sums."""
        other = _interval(other)
        return Interval(self.low + other.low, self.high + other.high)

    def __sub__(self, other: Any) -> Interval:
        """Return the differences."""
        other = _interval(other)
        return Interval(self.low - other.high, self.high - other.low)

    def __mul__(self, other: Any) -> Interval:
        """Return the products."""
        ends = [a * b for a in self for b in _interval(other)]
        return Interval(min(ends), max(ends))

    def __truediv__(self, other: Any) -> Interval:
        """Return the quotients; ZeroDivisionError where the divisor may be 0."""
        low, high = _interval(other)
        if low <= 0 <= high:
            raise ZeroDivisionError
        ends = [a / b for a in self for b in (low, high)]
        return Interval(min(ends), max(ends))

    def __radd__(self, other: Any) -> Interval:
        """Return the sums."""
        low, high = _interval(other)
        return Interval(self.low + low, self.high + high)

    def __rsub__(self, other: Any) -> Interval:
        """Return the differences."""
        low, high = _interval(other)
        return Interval(low - self.high, high - self.low)

    def __rmul__(self, other: Any) -> Interval:
        """Return the products."""
        ends = [a * b for a in self for b in _interval(other)]
        return Interval(min(ends), max(ends))


def _interval(value: Any) -> Interval:
    return value if isinstance(value, Interval) else Interval(Fraction(value), Fraction(value))


Printed = list[tuple[str, str]]


class Paragraph(NamedTuple):
    """A paragraph with drawn values: pieces of text round the numbers, and the numbers."""

    pieces: list[str]
    printed: Printed
    relations: list[tuple[str, str]]

    def text(self, printed: Printed | None = None) -> str:
        """Return the paragraph, with its own numbers or with others in their place."""
        numbers = [digits for _, digits in printed or self.printed]
        return "".join(a + b for a, b in zip(self.pieces, [*numbers, ""], strict=True))

    def possible(self, printed: Printed) -> bool:
        """Tell whether values within the printed intervals can satisfy all relations."""
        names = {name for name, _ in printed}
        if len({*printed}) != len(names):  # one measure, printed twice in two ways
            return False
        values = {name: _printed(digits) for name, digits in printed}
        for left, right in self.relations:
            try:
                one, other = (_interval(_value(side, values)) for side in (left, right))
            except ZeroDivisionError:
                continue
            if one.low > other.high or other.low > one.high:
                return False
        return True


def _printed(digits: str) -> Interval:
    half = Fraction(1, 2 * 10 ** len(digits.partition(".")[2]))
    return Interval(Fraction(digits) - half, Fraction(digits) + half)


def _value(expression: str, values: dict[str, Any]) -> Any:
    return eval(expression, {"__builtins__": {}}, values)  # noqa: S307 - the bench's own text


def draw(template: str, equations: str, chance: random.Random) -> Paragraph:
    """Return a paragraph with values drawn for it."""
    text = _CHOICE.sub(lambda m: chance.choice(m[1].split("|")), template)
    names = [m[1] for m in _SLOT.finditer(text)]
    values: dict[str, Fraction] = {}
    places: dict[str, int] = {}
    relations: list[tuple[str, str]] = []
    for part in equations.split(";"):
        if "~" in part:
            left, _, right = part.strip().partition("~")
            relations.append((left, right))
            continue
        found = _GIVEN.fullmatch(part.strip())
        if found is None:
            raise ValueError(part)
        name, place, low, high, expression = found.groups()
        if low is not None:
            scale = 10 ** int(place or 3)
            drawn = chance.randint(round(float(low) * scale), round(float(high) * scale))
            values[name] = Fraction(drawn, scale)
        else:
            values[name] = Fraction(_value(expression, values))
            if _NAME.search(expression):
                relations.append((name, expression))
        if place is not None:
            places[name] = int(place)
            if place == "0":  # later equations go on with what is printed
                values[name] = Fraction(round(values[name]))
    kept = [pair for pair in relations if set(_NAME.findall("".join(pair))) <= set(names)]
    printed = [(name, f"{float(values[name]):.{places[name]}f}") for name in names]
    return Paragraph(_SLOT.split(text)[::2], printed, kept)
