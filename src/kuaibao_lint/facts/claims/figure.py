"""A number and the part that it plays in its sentence."""

from __future__ import annotations

from decimal import Decimal

from kuaibao_lint.facts import numerals
from kuaibao_lint.facts.claims.terms import SAME_MEASURE
from kuaibao_lint.facts.model import Number, Percent, Quantity, Ratio
from kuaibao_lint.intervals import Interval, exactly, printed
from kuaibao_lint.light_typing import TYPE_CHECKING
from kuaibao_lint.patterns import pattern
from kuaibao_lint.source import Span

if TYPE_CHECKING:
    from collections.abc import Iterable

_WITHIN, _LIMIT = "以内", "限额"
_ONE, _HUNDRED, _HUNDREDTH = Decimal(1), Decimal(100), Decimal("0.01")
_NUMBER = pattern(r"[0-9０-９][0-9０-９,.．]*")
BASIS_POINT = "基点"
# What is measured is rounded; what is counted (437户) is exact.
_MEASURED = frozenset(
    "元 块 角 美元 欧元 港元 日元 公里 千米 米 里 平方公里 平方千米 平方米 立方米 公顷 亩 顷 吨 "  # noqa: SIM905
    "℃ 斤 担 公斤 千克 克 毫克 微克 升 毫升 千瓦 兆瓦 吉瓦 千瓦时 兆瓦时 万千瓦时 标准煤 "
    "厘米 毫米".split()
)

# Bulletins of nothing but figures need 6 a thousand characters, others none: so many are for 3 MB
# of such text. A try costs up to 0.2 ms and the memory of 60 intervals.
_TRIES = 20_000


class Tries:
    """How many more times the figures of a text are asked for their slips.

    A page of sums that are all wrong is no bulletin; it may neither take minutes nor gigabytes.
    """

    __slots__ = ("left",)

    def __init__(self) -> None:
        self.left = _TRIES

    def take(self) -> bool:
        """Tell whether one is left, which is then used up."""
        if not self.left:
            return False
        self.left -= 1
        return True


class Figure:
    """A number and its part.

    kind: "amount", "percent", "points", "times" or "ratio".
    role: what it says (level, growth, delta, share …).
    value: in base units (元, not 万元). length: how many digits are printed. name: the measure, or
    whose share or growth it is; "" where the sentence does not repeat it.
    raw, tail: the words before and behind it, to the next mark.
    word: the whole of a share, the stem of a rate. sign: +1 for a rise, −1 for a fall.
    basis: what a change is compared with, as printed. sentence: number of its sentence.
    clause: number of its part between semicolons. parts: 其中 stands before it.
    view: 分部门看 stands before it. listed: it continues a list. each: 分别 stands before its list.
    structure: it is a ratio of the three sectors. base, scale: the measure's unit, and how many of
    it the printed unit is (亿元: 元, 100000000). mate: it stands right behind an amount of another
    unit. compared: what its own words say that the change is against. count: 三项合计 has 3.
    joined: 、 or 和 ties it to the number before. per_head: a measure per head, as 人均可支配收入.
    members: the names in A、B分别为, from its own on. opens: a colon or a bracket ties it to the
    amount before. enters, leaves: a bracket begins before it, or ends. carried: the bracket behind
    it says that more or less is counted than was told (含上期积存, 撤回9件). remains: what follows
    says that some are left (其余正在办理), or that more was not told (等). unmoved: it is 0, as it
    was (与上年持平). months: of points that
    are told against the pace, and of changes since the year began, how many months had gone in the
    windows of time before, the nearest first. among: 在立案的提案中 stands before it. untold: 其中
    is of what its sentence names without a number. mainly: a colon before it opens a list of 主要
    项目, besides which there are others. outside: the words before the bracket that it
    stands in alone (日均办件（按23个工作日计）). also: other units of its count, 批 of 件（批）次.
    sum_of: the names in a bracket before a percentage that say of what it is the share together:
    （纯电动加混合动力）占; of a rate, what else it counts: 办结率（含阶段性办结）. item: the
    style and the number of the item that begins before it (二、…, （2）…, 二是…). tries: what
    bounds how often its slips are asked for; None for no bound.
    """

    __slots__ = (
        "span",
        "fact",
        "kind",
        "value",
        "digits",
        "length",
        "role",
        "name",
        "raw",
        "tail",
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
        "base",
        "scale",
        "unit",
        "mate",
        "compared",
        "count",
        "per_head",
        "joined",
        "members",
        "opens",
        "enters",
        "leaves",
        "carried",
        "remains",
        "unmoved",
        "months",
        "among",
        "untold",
        "mainly",
        "outside",
        "also",
        "sum_of",
        "item",
        "tries",
        "_slips",
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
        self.length = len(digits) - digits.count(".") - digits.count(",")
        self.role = role
        self.name: str = ""
        self.raw: str = ""
        self.tail: str = ""
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
        self.base: str = ""
        self.scale: Decimal = _ONE
        self.unit: str = "%"
        self.mate: bool = False
        self.compared: str = ""
        self.count: int = 0
        self.per_head: bool = False
        self.joined: bool = False
        self.members: tuple[str, ...] = ()
        self.opens: bool = False
        self.enters: bool = False
        self.leaves: bool = False
        self.carried: bool = False
        self.remains: bool = False
        self.unmoved: bool = False
        self.months: tuple[int, ...] = ()
        self.among: str = ""
        self.untold: bool = False
        self.mainly: bool = False
        self.outside: str = ""
        self.also: str = ""
        self.sum_of: tuple[str, ...] = ()
        self.item: tuple[str, int] = "", 0
        self.tries: Tries | None = None
        self._slips: tuple[Interval, ...] | None = None

    @property
    def number(self) -> Decimal:
        """The number as printed."""
        return self.fact.parts[0] if isinstance(self.fact, Ratio) else self.fact.value

    @property
    def amount(self) -> Decimal:
        """The number in base units; of a percentage, percent."""
        return self.number * self.scale

    @property
    def weight(self) -> int:
        """How many are printed from the first digit that is not 0 to the last."""
        return len(self.digits.replace(".", "").strip("0"))

    @property
    def approx(self) -> str:
        """The word that widens the number, or ""."""
        return "" if isinstance(self.fact, Ratio) else self.fact.approx

    def rounded(self) -> None:
        """Take a counted figure for a rounded one: 场均277人次 is a quotient."""
        if self.value.low == self.value.high and not isinstance(self.fact, Ratio):
            self.value = printed(self.fact.value, self.fact.ulp, self.approx)

    def slips(self) -> tuple[Interval, ...]:
        """Return the values of all numbers that one slip of the finger makes into this one.

        Nothing where the text's tries are used up.
        """
        if self.tries is not None and not self.tries.take():
            return ()
        if self._slips is None:
            # 翻2番 is a word, for all its digit
            others = numerals.slips(self.digits) if self.base != "番" else ()
            self._slips = tuple(map(self.reading, others))
        return self._slips

    def slipped(self) -> list[Decimal]:
        """Return the amounts that one slip of the finger makes into this one, as printed."""
        if self.tries is not None and not self.tries.take():
            return []
        return [numerals.decimal(one)[0] * self.scale for one in numerals.slips(self.digits)]

    def reading(self, digits: str) -> Interval:
        """Return the interval of other digits in this figure's place."""
        value, ulp = numerals.decimal(digits)
        if self.value.low == self.value.high:
            return exactly(value)
        if self.unit == "‰":
            value, ulp = value / 10, ulp / 10
        interval = printed(value, ulp, self.approx)
        if self.value.high < 0:  # -2.1%: the digits are those of 2.1
            interval = Interval(-interval.high, -interval.low)
        return interval if self.scale == 1 else interval.times(exactly(self.scale))


def altogether(figures: Iterable[Figure]) -> Decimal:
    """Return what figures make together, in base units."""
    return sum((one.amount for one in figures), Decimal(0))


def figure(text: str, kind: str, fact: Quantity | Percent) -> Figure:
    """Return the figure of a fact, its role not yet known."""
    fact = _limit(text, fact) if fact.approx == _WITHIN else fact
    number = _NUMBER.search(text, fact.span.start, fact.span.end)
    digits = number[0] if number else ""
    made = Figure(fact.span, fact, kind, printed(fact.value, fact.ulp, fact.approx), digits)
    if isinstance(fact, Percent):
        made.unit = "个百分点" if fact.points else fact.span.of(text)[-1:].replace("％", "%")
        return made
    made.unit, made.base, made.scale = fact.unit, fact.base, fact.scale
    if kind == "points":  # 50个基点
        made.unit, made.base, made.scale = f"个{BASIS_POINT}", "", _HUNDREDTH
        made.span = Span(fact.span.start, fact.span.end + len(BASIS_POINT))
        made.value = made.value.times(exactly(_HUNDREDTH))
        return made
    if fact.base == "番":
        made.digits, made.unit = fact.span.of(text), ""
        made.length = len(made.digits)
        doubled = 2 ** int(fact.value)
        made.value = Interval(Decimal(doubled * 95 - 100), Decimal(doubled * 200 - 100))
    elif fact.base == "倍":
        made.scale = _HUNDRED
    elif fact.base in SAME_MEASURE:
        made.base, scale = SAME_MEASURE[fact.base]
        made.scale = fact.scale * Decimal(scale)
    if made.kind == "amount" and fact.scale == fact.ulp == 1 and fact.base not in _MEASURED:
        if not fact.approx:
            made.value = exactly(fact.value)
    elif fact.value == 0 and fact.ulp == 1 and made.kind == "amount":
        made.value = exactly(fact.value)  # 因公出国费0万元: nothing, and not less than half
    elif made.scale != 1 and fact.base != "番":
        made.value = made.value.times(exactly(made.scale))
    return made


def _limit(text: str, fact: Quantity | Percent) -> Quantity | Percent:
    """控制在限额645428万元以内: what is within it is not told; the limit itself is exact."""
    limit = _LIMIT in text[max(0, fact.span.start - len("限额为 ")) : fact.span.start]
    return fact._replace(approx="") if limit else fact


def ratio_figure(text: str, fact: Ratio) -> Figure:
    """Return the figure of a ratio: of parts that may make a hundred, or so many to one."""
    printed_as = fact.span.of(text)
    if len(fact.parts) != 2 or not ({1, _HUNDRED} & {*fact.parts}):
        return Figure(fact.span, fact, "ratio", exactly(0), printed_as, "ratio")
    first, second = _NUMBER.findall(printed_as)[:2]
    if fact.parts[1] == 1:
        return _so_many_times(fact.span, first, ":1")
    if fact.parts[1] == _HUNDRED:  # 性别比105.57:100
        return _so_many_times(fact.span, first, ":100", _ONE)
    made = _so_many_times(fact.span, second, "")  # 医护比1:1.22: of the other to the one
    made.sign = -1
    return made


def number_figure(text: str, fact: Number, *, to_hundred: bool = False) -> Figure:
    """Return the figure of a ratio that is printed as one number: 城乡居民收入比为2.21.

    to_hundred: so many to a hundred, as 性别比105.57.
    """
    digits = fact.span.of(text).lstrip("+-－−＋")
    return _so_many_times(fact.span, digits, "", _ONE if to_hundred else _HUNDRED)


def _so_many_times(span: Span, digits: str, unit: str, scale: Decimal = _HUNDRED) -> Figure:
    value, ulp = numerals.decimal(digits)
    interval = printed(value, ulp).times(exactly(scale))
    made = Figure(span, Ratio(span, (value, _ONE), ulp), "times", interval, digits)
    made.scale, made.unit = scale, unit
    return made
