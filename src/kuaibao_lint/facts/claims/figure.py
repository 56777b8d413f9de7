"""A number and the part that it plays in its sentence."""

from __future__ import annotations

from typing import TYPE_CHECKING

from kuaibao_lint.facts import numerals
from kuaibao_lint.facts.model import Percent, Quantity, Ratio
from kuaibao_lint.intervals import exactly, printed
from kuaibao_lint.patterns import pattern

if TYPE_CHECKING:
    from decimal import Decimal

    from kuaibao_lint.intervals import Interval
    from kuaibao_lint.source import Span

_NUMBER = pattern(r"[0-9０-９][0-9０-９,.．]*")
# What is measured is rounded; what is counted (437户) is exact.
_MEASURED = frozenset(
    "元 块 角 美元 欧元 港元 日元 公里 千米 米 里 平方公里 平方千米 平方米 立方米 公顷 亩 顷 吨 "  # noqa: SIM905
    "斤 公斤 千克 克 升 千瓦 兆瓦 吉瓦 千瓦时 兆瓦时 万千瓦时 标准煤 厘米 毫米".split()
)


class Figure:
    """A number and its part.

    kind: "amount", "percent" or "ratio". role: what it says (level, growth, delta, share …).
    value: in base units (元, not 万元). name: the measure, or whose share or growth it is; "" where
    the sentence does not repeat it. raw: the words before it, back to the last mark.
    word: the whole of a share, the stem of a rate. sign: +1 for a rise, −1 for a fall.
    basis: what a change is compared with, as printed. sentence: number of its sentence.
    clause: number of its part between semicolons. parts: 其中 stands before it.
    view: 分部门看 stands before it. listed: it continues a list. each: 分别 stands before its list.
    structure: it is a ratio of the three sectors.
    """

    __slots__ = (
        "span",
        "fact",
        "kind",
        "value",
        "digits",
        "role",
        "name",
        "raw",
        "word",
        "sign",
        "basis",
        "sentence",
        "clause",
        "parts",
        "view",
        "listed",
        "each",
        "structure",
    )

    def __init__(
        self,
        span: Span,
        fact: Quantity | Percent | Ratio,
        kind: str,
        value: Interval,
        digits: str,
        role: str = "other",
    ) -> None:
        self.span = span
        self.fact = fact
        self.kind = kind
        self.value = value
        self.digits = digits
        self.role = role
        self.name: str = ""
        self.raw: str = ""
        self.word: str = ""
        self.sign: int = 0
        self.basis: str = ""
        self.sentence: int = 0
        self.clause: int = 0
        self.parts: bool = False
        self.view: bool = False
        self.listed: bool = False
        self.each: bool = False
        self.structure: bool = False

    @property
    def base(self) -> str:
        """The unit without its multiple: 元 for 万元."""
        return self.fact.base if isinstance(self.fact, Quantity) else ""

    @property
    def scale(self) -> Decimal | int:
        """How many base units the printed unit is."""
        return self.fact.scale if isinstance(self.fact, Quantity) else 1

    @property
    def number(self) -> Decimal:
        """The number as printed."""
        return self.fact.parts[0] if isinstance(self.fact, Ratio) else self.fact.value

    @property
    def unit(self) -> str:
        """The unit as printed."""
        return self.fact.unit if isinstance(self.fact, Quantity) else "%"

    @property
    def approx(self) -> str:
        """The word that widens the number, or ""."""
        return "" if isinstance(self.fact, Ratio) else self.fact.approx

    def reading(self, digits: str) -> Interval:
        """Return the interval of other digits in this figure's place."""
        value, ulp = numerals.decimal(digits)
        if self.value.low == self.value.high:
            return exactly(value)
        interval = printed(value, ulp, self.approx)
        return interval if self.scale == 1 else interval.times(exactly(self.scale))


def figure(text: str, kind: str, fact: Quantity | Percent) -> Figure:
    """Return the figure of a fact, its role not yet known."""
    number = _NUMBER.search(text, fact.span.start)
    digits = number[0] if number else ""
    value = printed(fact.value, fact.ulp, fact.approx)
    if isinstance(fact, Quantity):
        if not fact.approx and fact.scale == fact.ulp == 1 and fact.base not in _MEASURED:
            value = exactly(fact.value)
        elif fact.scale != 1:
            value = value.times(exactly(fact.scale))
    return Figure(fact.span, fact, kind, value, digits)
