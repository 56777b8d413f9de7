"""The kinds of fact: data only."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass
from decimal import Decimal

from kuaibao_lint.source import Span


@dataclass(frozen=True, slots=True)
class Quantity:
    """A printed number with its unit: 9700 余人.

    span: number, blank, approximation and unit. value: as printed, in `unit`.
    ulp: one unit in the last printed place. approx: 约, 余, 近, 多, 超 … as printed, or "".
    """

    span: Span
    value: Decimal
    ulp: Decimal
    unit: str
    approx: str = ""


@dataclass(frozen=True, slots=True)
class Percent:
    """37.9%, 百分之五, or 2.1个百分点 (then `points`). `value` is in percent."""

    span: Span
    value: Decimal
    ulp: Decimal
    approx: str = ""
    points: bool = False


@dataclass(frozen=True, slots=True)
class Period:
    """A window of time: 1—4月, 一季度, 截至目前, “五一”假期.

    start, end: the days it covers, both inclusive; None where the text does not say.
    cutoff: it is a 截至… (also 截止… and 到目前为止), a state at one moment.
    """

    span: Span
    start: dt.date | None
    end: dt.date | None
    cutoff: bool = False


@dataclass(frozen=True, slots=True)
class DateMention:
    """A day: 2024年5月10日, 5月10日. `value` is None where no such day exists."""

    span: Span
    year: int | None
    month: int
    day: int
    value: dt.date | None


@dataclass(frozen=True, slots=True)
class Facts:
    """All facts of a bulletin, each kind in reading order."""

    quantities: tuple[Quantity, ...] = ()
    percents: tuple[Percent, ...] = ()
    periods: tuple[Period, ...] = ()
    dates: tuple[DateMention, ...] = ()
