"""A sum that must hold between figures: tested on intervals, and with its working in words."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from decimal import Context, Decimal

from kuaibao_lint.intervals import Interval, exactly
from kuaibao_lint.light_typing import TYPE_CHECKING

if TYPE_CHECKING:
    from kuaibao_lint.facts.claims.figure import Figure

HUNDRED = exactly(100)
CONTEXT = Context(prec=30)

Test = Callable[[Sequence[Interval]], bool]
Working = Callable[[], str]
Needs = Callable[[Sequence[Interval], int], Interval]


class Sum:
    """A relation between figures.

    test: whether values of the operands' intervals can satisfy it. working: puts the sum in words,
    which are asked for where it is shown. primary: the operand that is the result. sure: the words
    leave no doubt, so that it is reported even where no single slip explains the difference.
    needs: what an operand must be, as the others are, where that is quicker told than by trying.
    instead: the other sums that may have been meant, where none of them is right.
    """

    __slots__ = (
        "kind",
        "operands",
        "test",
        "working",
        "primary",
        "sure",
        "holds",
        "needs",
        "instead",
    )

    def __init__(
        self,
        kind: str,
        operands: tuple[Figure, ...],
        test: Test,
        working: Working,
        primary: int,
        sure: bool = True,
    ) -> None:
        self.kind = kind
        self.operands = operands
        self.test = test
        self.working = working
        self.primary = primary
        self.sure = sure
        self.holds: bool = True
        self.needs: Needs | None = None
        self.instead: Sequence[Sum] = ()

    def settle(self) -> Sum:
        """Do the sum."""
        self.holds = self.test([figure.value for figure in self.operands])
        return self

    def explained(self) -> bool:
        """Tell whether one slip (a digit changed, or two transposed) explains the difference."""
        return any(self.mended(index) for index in range(len(self.operands)))

    def mended(self, index: int) -> bool:
        """Tell whether one slip in that operand accounts for the difference."""
        return self.operands[index].kind == "ratio" or next(self.mends(index), None) is not None

    def mends(self, index: int) -> Iterator[Interval]:
        """Yield what that operand may have been before a slip that broke the sum."""
        figure = self.operands[index]
        if figure.value.low < figure.value.high and len(figure.digits) < 2:
            return  # 4万亿元 is one slip away from every other figure
        values = [other.value for other in self.operands]
        if self.needs is not None:
            needed = self.needs(values, index)
            yield from (one for one in figure.slips() if one.meets(needed))
            return
        for one in figure.slips():
            values[index] = one
            if self.test(values):
                yield one

    def with_value(self, figure: Figure, value: Interval) -> bool:
        """Tell whether the sum is right with another value in a figure's place."""
        return self.test([value if one.span == figure.span else one.value for one in self.operands])


def turned(value: Interval, sign: int) -> Interval:
    """Return a fall as less than nothing."""
    return value if sign > 0 else Interval(-value.high, -value.low)


def said(figure: Figure) -> str:
    """A percentage, so many points or times, as printed."""
    return f"{figure.digits}{figure.unit}"


def show(figure: Figure, beside: Figure) -> str:
    """The number as printed, with its unit where the other's unit is not the same."""
    same = figure.unit == beside.unit or beside.kind == "percent"
    return figure.digits if same else figure.digits + figure.unit


def divide(dividend: Decimal, divisor: Decimal, like: Figure) -> str:
    """Return the quotient with one place more than `like` is printed with, at least two."""
    places = max(2, len(like.digits.partition(".")[2]) + 1)
    if not divisor:
        return "—"
    quotient = CONTEXT.divide(dividend, divisor)
    return str(quotient.quantize(Decimal(1).scaleb(-places), context=CONTEXT))


def reckoned_back(amount: Decimal, percent: Decimal) -> Decimal:
    """Return that of which an amount is so many percent; 0 where it is none of it."""
    return CONTEXT.divide(amount * 100, percent) if percent else Decimal(0)


def is_near(amount: Decimal, told: Decimal, bounds: tuple[Decimal, Decimal]) -> bool:
    """Tell whether an amount is between so many and so many times another."""
    low, high = bounds
    return low * told <= amount <= high * told


def plain(value: Decimal) -> str:
    """Return the value without an exponent and without zeros behind the point."""
    shown = f"{value:f}"
    return shown.rstrip("0").rstrip(".") if "." in shown else shown


def meant(sums: Sequence[Sum]) -> int:
    """Return the place of the sum that is right, else of one that is a slip from it, else 0."""
    right = next((at for at, one in enumerate(sums) if one.holds), None)
    if right is not None or len(sums) < 2:
        return right or 0
    return next((at for at, one in enumerate(sums) if one.explained()), 0)


def likeliest(readings: Iterable[Sum]) -> list[Sum]:
    """Of several ways to read a sentence, the one that adds up is meant; else one slip decides."""
    tried = []
    for reading in readings:
        if reading.holds:
            return [reading]
        tried.append(reading)
    if not tried:
        return []
    chosen = tried[meant(tried)]
    chosen.instead = [one for one in tried if one is not chosen] if tried[1:] else ()
    return [chosen]
