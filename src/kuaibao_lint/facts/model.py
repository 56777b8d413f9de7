"""The kinds of fact: data only."""

from __future__ import annotations

import datetime as dt  # noqa: TC003 - data classes name it
from bisect import bisect_left
from decimal import Decimal

from kuaibao_lint.light_typing import TYPE_CHECKING, Any, NamedTuple
from kuaibao_lint.source import Span  # noqa: TC001 - likewise

if TYPE_CHECKING:
    from collections.abc import Callable
    from typing import Protocol, TypeVar

    class _Spanned(Protocol):
        @property
        def span(self) -> Span: ...

    _F = TypeVar("_F", bound=_Spanned)

_ONE = Decimal(1)


class Quantity(NamedTuple):
    """A printed number with its unit: 9700 余人.

    span: number, blank, approximation and unit. value: as printed, in `unit`.
    ulp: one unit in the last printed place. approx: 约, 余, 近, 多, 超 … as printed, or "".
    scale, base: `unit` is `scale` times `base` (万元 is 10000 元); quantities are comparable where
    their bases are equal. upper: the higher end of a range (5～8家), else None.
    words: the number is printed in words (三十余家).
    """

    span: Span
    value: Decimal
    ulp: Decimal
    unit: str
    approx: str = ""
    scale: Decimal = _ONE
    base: str = ""
    upper: Decimal | None = None
    words: bool = False


class Percent(NamedTuple):
    """37.9%, 百分之五, or 2.1个百分点 (then `points`). `value` is in percent.

    upper: the higher end of a range (15%～30%), else None. bare: the lower end of a range has no
    sign of its own (4.5-5%). words: printed in words (百分之五, 六成左右).
    """

    span: Span
    value: Decimal
    ulp: Decimal
    approx: str = ""
    points: bool = False
    upper: Decimal | None = None
    bare: bool = False
    words: bool = False


class Ratio(NamedTuple):
    """8.1:41.6:50.3. `ulp` is one unit in the last place of the coarsest part."""

    span: Span
    parts: tuple[Decimal, ...]
    ulp: Decimal


class Number(NamedTuple):
    """A number without a unit (增长8.2)."""

    span: Span
    value: Decimal


class Period(NamedTuple):
    """A window of time: 1—4月, 一季度, 截至目前, “五一”假期.

    start, end: the days it covers, both inclusive; None where the text does not say.
    cutoff: it is a 截至… (also 截止… and 到目前为止), a state at one moment.
    """

    span: Span
    start: dt.date | None
    end: dt.date | None
    cutoff: bool = False


class DateMention(NamedTuple):
    """A day: 2024年5月10日, 5月10日. `value` is None where no such day exists."""

    span: Span
    year: int | None
    month: int
    day: int
    value: dt.date | None


class Relation(NamedTuple):
    """A sum that was done on the figures of one item.

    kind: the name of the rule that speaks of it (percent-share, parts-total …).
    primary: the number that is likeliest wrong; operands: every number that takes part.
    holds: the printed numbers can be true at once. told: puts the sum in words.
    reported: of several broken relations round one slip, this one is the one to report.
    """

    kind: str
    primary: Span
    operands: tuple[Span, ...]
    holds: bool
    told: Callable[[], str]
    reported: bool = True

    @property
    def working(self) -> str:
        """The sum, as shown to the reader."""
        return self.told()


def within(facts: tuple[_F, ...], span: Span) -> tuple[_F, ...]:
    """Return those facts (in reading order) that begin inside `span`."""
    if not facts:
        return facts
    # A fact is a tuple that begins with its span, so two tuples compare as their places do.
    start: Any = ((span.start,),)
    end: Any = ((span.end,),)
    first = bisect_left(facts, start)
    return facts[first : bisect_left(facts, end, first)]


def before(facts: tuple[_F, ...], offset: int) -> _F | None:
    """Return the last fact that begins before `offset`."""
    start: Any = ((offset,),)
    index = bisect_left(facts, start)
    return facts[index - 1] if index else None


class Facts(NamedTuple):
    """All facts of a bulletin, each kind in reading order."""

    quantities: tuple[Quantity, ...] = ()
    percents: tuple[Percent, ...] = ()
    periods: tuple[Period, ...] = ()
    dates: tuple[DateMention, ...] = ()
    ratios: tuple[Ratio, ...] = ()
    numbers: tuple[Number, ...] = ()
    relations: tuple[Relation, ...] = ()
