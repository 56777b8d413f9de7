"""Relations as sums: each is tested on intervals and can show its working."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from decimal import Context, Decimal

from kuaibao_lint.intervals import Interval, exactly, is_share, total
from kuaibao_lint.light_typing import TYPE_CHECKING

if TYPE_CHECKING:
    from kuaibao_lint.facts.claims.figure import Figure
    from kuaibao_lint.facts.model import Ratio

_HUNDRED = exactly(100)
_EXACT = exactly(1)
_CONTEXT = Context(prec=30)

Test = Callable[[Sequence[Interval]], bool]
Needs = Callable[[Sequence[Interval], int], Interval]


class Sum:
    """A relation between figures.

    test: whether values of the operands' intervals can satisfy it. working: the sum in words.
    primary: the operand that is the result. sure: the words leave no doubt, so that it is reported
    even where no single slip explains the difference. needs: what an operand must be, as the others
    are, where that is quicker told than by trying.
    """

    __slots__ = ("kind", "operands", "test", "working", "primary", "sure", "holds", "needs")

    def __init__(
        self,
        kind: str,
        operands: tuple[Figure, ...],
        test: Test,
        working: str,
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


def ratio_of(kind: str, part: Figure, whole: Figure, percent: Figure, *, sure: bool) -> Sum:
    """Part ÷ whole = percent."""

    def test(v: Sequence[Interval]) -> bool:
        return is_share(*v)

    result = divide(part.amount * 100, whole.amount, percent)
    sum_ = f"{_show(part, whole)} ÷ {_show(whole, part)} = {result}%"
    working = f"{sum_}，文中为 {_said(percent)}"
    return Sum(kind, (part, whole, percent), test, working, 2, sure).settle()


def share_of_sum(kind: str, part: Figure, whole: tuple[Figure, Figure], percent: Figure) -> Sum:
    """Part ÷ (part + rest) = percent, or part ÷ (one + other): 开工39个，未开工11个，开工率78%."""
    others = tuple(one for one in whole if one is not part)
    within = len(others) < len(whole)

    def test(v: Sequence[Interval]) -> bool:
        added = total(list(v[1:-1]))
        return is_share(v[0], added.plus(v[0]) if within else added, v[-1])

    added = sum((one.amount for one in whole), Decimal(0))
    sum_ = f"{_show(part, whole[1])} ÷ ({_show(whole[0], part)} + {_show(whole[1], part)})"
    working = f"{sum_} = {divide(part.amount * 100, added, percent)}%，文中为 {_said(percent)}"
    operands = (part, *others, percent)
    return Sum(kind, operands, test, working, len(operands) - 1, sure=False).settle()


def share_of_all(parts: Sequence[Figure], whole: Figure, percent: Figure) -> Sum:
    """The sum of parts ÷ whole = percent."""

    def test(v: Sequence[Interval]) -> bool:
        return is_share(total(list(v[:-2])), v[-2], v[-1])

    added = sum((part.amount for part in parts), Decimal(0))
    terms = " + ".join(_show(part, whole) for part in parts)
    result = divide(added * 100, whole.amount, percent)
    working = f"({terms}) ÷ {_show(whole, parts[0])} = {result}%，文中为 {_said(percent)}"
    place = len(parts) + 1
    operands = (*parts, whole, percent)
    return Sum("percent-share", operands, test, working, place, sure=False).settle()


def parts_of(kind: str, whole: Figure, parts: Sequence[Figure], *, sure: bool) -> Sum:
    """The sum of parts = whole."""

    def test(v: Sequence[Interval]) -> bool:
        return total(list(v[1:])).meets(v[0])

    added = sum((p.amount for p in parts), Decimal(0)) / whole.scale
    terms = " + ".join(_show(p, whole) for p in parts)
    unit = whole.unit if any(p.unit != whole.unit for p in parts) else ""
    working = f"{terms} = {plain(added)}{unit}，文中为 {_show(whole, parts[0])}"
    all_parts = total([part.value for part in parts])

    def needed(v: Sequence[Interval], place: int) -> Interval:
        """A whole must be what its parts are, a part what the whole and the others leave."""
        if place == 0:
            return all_parts
        others = Interval(all_parts.low - v[place].low, all_parts.high - v[place].high)
        return v[0].minus(others)

    made = Sum(kind, (whole, *parts), test, working, 0, sure)
    made.needs = needed
    return made.settle()


def changes_of(whole: Figure, parts: Sequence[Figure]) -> Sum:
    """The changes of all parts make that of the whole; a fall counts as less than nothing."""
    figures = (whole, *parts)

    def test(v: Sequence[Interval]) -> bool:
        signed = [_turned(one, figure.sign) for one, figure in zip(v, figures, strict=True)]
        return total(signed[1:]).meets(signed[0])

    added = sum((p.amount * p.sign for p in parts), Decimal(0)) / whole.scale
    terms = " ".join(f"{'−+'[p.sign > 0]} {_show(p, whole)}" for p in parts).removeprefix("+ ")
    said = "" if whole.sign > 0 else "−"
    working = f"各项增减 {terms} = {plain(added)}，文中为 {said}{_show(whole, parts[0])}"
    return Sum("parts-total", figures, test, working, 0, sure=False).settle()


def _turned(value: Interval, sign: int) -> Interval:
    return value if sign > 0 else Interval(-value.high, -value.low)


def no_more(whole: Figure, part: Figure) -> Sum:
    """A part is no more than its whole."""

    def test(v: Sequence[Interval]) -> bool:
        return v[1].low <= v[0].high

    working = f"其中的 {_show(part, whole)} 大于总数 {_show(whole, part)}"
    return Sum("parts-total", (whole, part), test, working, 1, sure=False).settle()


def change(level: Figure, delta: Figure, percent: Figure) -> Sum:
    """Delta ÷ (level − delta) = percent, for a fall delta ÷ (level + delta)."""
    sign = percent.sign

    def test(v: Sequence[Interval]) -> bool:
        base = v[0].minus(v[1]) if sign > 0 else v[0].plus(v[1])
        return base.times(v[2]).meets(v[1].times(_HUNDRED))

    amount = delta.amount
    now = level.amount
    base = now - amount if sign > 0 else now + amount
    mark = "−" if sign > 0 else "+"
    working = (
        f"{_show(delta, level)} ÷ ({_show(level, delta)} {mark} {_show(delta, level)}) = "
        f"{divide(amount * 100, base, percent)}%，文中为 {_said(percent)}"
    )
    return Sum("growth-delta", (level, delta, percent), test, working, 2, sure=False).settle()


def difference(level: Figure, base: Figure, delta: Figure) -> Sum:
    """Level − base = delta."""
    sign = delta.sign

    def test(v: Sequence[Interval]) -> bool:
        gap = v[0].minus(v[1]) if sign > 0 else v[1].minus(v[0])
        return gap.meets(v[2])

    gap = (level.amount - base.amount) * sign / delta.scale
    first, second = (level, base) if sign > 0 else (base, level)
    sum_ = f"{_show(first, delta)} − {_show(second, delta)} = {plain(gap)}"
    working = f"{sum_}，文中为 {delta.digits}"
    return Sum("growth-delta", (level, base, delta), test, working, 2, sure=False).settle()


def growth(level: Figure, base: Figure, percent: Figure) -> Sum:
    """Level ÷ base − 1 = percent."""
    sign = percent.sign

    def test(v: Sequence[Interval]) -> bool:
        grown = _HUNDRED.plus(v[2]) if sign > 0 else _HUNDRED.minus(v[2])
        return v[1].times(grown).meets(v[0].times(_HUNDRED))

    rise = (level.amount - base.amount) * sign * 100
    first, second = (level, base) if sign > 0 else (base, level)
    working = (
        f"({_show(first, second)} − {_show(second, first)}) ÷ {_show(base, level)} = "
        f"{divide(rise, base.amount, percent)}%，文中为 {_said(percent)}"
    )
    return Sum("growth-delta", (level, base, percent), test, working, 2, sure=False).settle()


def hundred(percents: Sequence[Figure]) -> Sum:
    """Shares of one whole make 100."""

    def test(v: Sequence[Interval]) -> bool:
        return total(list(v)).meets(_HUNDRED)

    added = sum((p.number for p in percents), Decimal(0))
    working = f"{' + '.join(p.digits + '%' for p in percents)} = {plain(added)}%，应为 100%"
    return Sum(
        "percent-total", tuple(percents), test, working, len(percents) - 1, sure=False
    ).settle()


def one_whole(pairs: Sequence[tuple[Figure, Figure]], said: str = "占比") -> Sum:
    """Level ÷ share is one whole for all pairs; said: what such a share is called.

    The result is the share that the others speak against; of two, the second.
    """

    def test(v: Sequence[Interval]) -> bool:
        wholes = [v[at].over(v[at + 1]) for at in range(0, len(v), 2)]
        known = [one for one in wholes if one is not None]
        return max(one.low for one in known) <= min(one.high for one in known) if known else True

    operands = tuple(figure for pair in pairs for figure in pair)
    values = [figure.value for figure in operands]
    odd = next(
        (at for at in range(len(pairs)) if test(values[: 2 * at] + values[2 * at + 2 :])),
        len(pairs) - 1,
    )
    rest = [pair for at, pair in enumerate(pairs) if at != odd]
    parts = sum((level.amount for level, _ in rest), Decimal(0))
    shares = sum((percent.number for _, percent in rest), Decimal(0))
    level, percent = pairs[odd]
    whole = _CONTEXT.divide(parts * 100, shares) if shares else Decimal(0)
    of = 1000 if percent.unit == "‰" else 100
    about = plain((whole / level.scale).quantize(level.number, context=_CONTEXT))
    working = (
        f"按其余各项的{said}，总数约 {about}{level.unit}，{level.digits} ÷ {about} = "
        f"{divide(level.amount * of, whole, percent)}{percent.unit}，文中为 {_said(percent)}"
    )
    return Sum("percent-share", operands, test, working, 2 * odd + 1, sure=False).settle()


def mixture(
    kind: str, pairs: Sequence[tuple[Figure, Figure]], slack: Interval = _EXACT
) -> Sum:
    """The parts' bases add up to the whole's base; the first pair is the whole.

    The base is level ÷ (1 + growth) for kind growth-mix, level ÷ completion rate otherwise.
    slack: by what the whole's base may differ, as a factor: where last year's figures are revised.
    """
    grows = kind == "growth-mix"
    signs = [percent.sign if grows else 0 for _, percent in pairs]

    def test(v: Sequence[Interval]) -> bool:
        bases = []
        for index, sign in enumerate(signs):
            level, percent = v[2 * index], v[2 * index + 1]
            by = percent if not grows else _HUNDRED.plus(percent)
            if sign < 0:
                by = _HUNDRED.minus(percent)
            base = level.over(by)
            if base is None:
                return True
            bases.append(base)
        return total(bases[1:]).meets(bases[0].times(slack))

    bases = []
    for (level, percent), sign in zip(pairs, signs, strict=True):
        by = percent.amount if not grows else 100 + sign * percent.amount
        number = level.amount / pairs[0][0].scale * 100
        bases.append(_CONTEXT.divide(number, by).quantize(Decimal("0.1")) if by else Decimal(0))
    unit = pairs[0][0].unit
    what = "上年同期" if grows else "预算"
    rate = "增减幅度" if grows else "完成率"
    working = (
        f"按{rate}倒推{what}：分项 {' + '.join(plain(b) for b in bases[1:])} = "
        f"{plain(sum(bases[1:], Decimal(0)))}{unit}，总数 {plain(bases[0])}{unit}"
    )
    operands = tuple(figure for pair in pairs for figure in pair)
    return Sum(kind, operands, test, working, 1, sure=False).settle()


def average(whole: Figure, people: Figure, mean: Figure) -> Sum:
    """Whole ÷ people = mean."""

    def test(v: Sequence[Interval]) -> bool:
        return v[1].times(v[2]).meets(v[0])

    result = divide(whole.amount / mean.scale, people.amount, mean)
    working = (
        f"{_show(whole, mean)} ÷ {people.digits}{people.unit} = {result}{mean.unit}，"
        f"文中为 {mean.digits}{mean.unit}"
    )
    return Sum("average", (whole, people, mean), test, working, 2, sure=False).settle()


def daily(whole: Figure, mean: Figure, days: int) -> Sum:
    """Whole ÷ days = mean."""

    def test(v: Sequence[Interval]) -> bool:
        return v[1].times(exactly(days)).meets(v[0])

    result = divide(whole.amount / mean.scale, Decimal(days), mean)
    working = (
        f"{_show(whole, mean)} ÷ {days}天 = {result}{mean.unit}，文中为 {mean.digits}{mean.unit}"
    )
    return Sum("average", (whole, mean), test, working, 1, sure=False).settle()


def structure(parts: Sequence[Decimal], ulp: Decimal, ratio: Figure) -> Sum:
    """The parts of a structure ratio make 100."""
    added = sum(parts, Decimal(0))
    slack = ulp / 2 * len(parts)

    def test(_values: Sequence[Interval]) -> bool:
        return abs(added - 100) <= slack

    working = f"{' + '.join(map(str, parts))} = {plain(added)}，应为 100"
    return Sum("percent-total", (ratio,), test, working, 0).settle()


def sector(levels: Sequence[Figure], place: int, ratio: Ratio, figure: Figure) -> Sum:
    """A part of a structure ratio is the share of one of three levels in their sum.

    One unit in the last place is allowed besides: offices round such ratios so that they make 100.
    """
    share = Interval(ratio.parts[place] - ratio.ulp * 3 / 2, ratio.parts[place] + ratio.ulp * 3 / 2)

    def test(v: Sequence[Interval]) -> bool:
        return v[place].times(_HUNDRED).meets(total(list(v[:3])).times(share))

    parts = [f.amount for f in levels]
    whole = sum(parts, Decimal(0))
    result = divide(parts[place] * 100, whole, levels[place])
    working = (
        f"{levels[place].digits} ÷ ({' + '.join(f.digits for f in levels)}) = {result}%，"
        f"文中为 {ratio.parts[place]}"
    )
    return Sum("percent-share", (*levels, figure), test, working, 3, sure=False).settle()


def multiple(level: Figure, base: Figure, times: Figure) -> Sum:
    """Level ÷ base = so many times."""

    def test(v: Sequence[Interval]) -> bool:
        return v[1].times(v[2]).meets(v[0].times(_HUNDRED))

    to_hundred = times.scale == 1  # 性别比105.57
    result = divide(level.amount * (100 if to_hundred else 1), base.amount, times)
    sum_ = f"{_show(level, base)} ÷ {_show(base, level)} = {result}"
    working = f"{sum_}，文中为 {_said(times)}"
    return Sum("growth-delta", (level, base, times), test, working, 2, sure=False).settle()


def step(before: Figure, after: Figure, points: Figure, *, falls: bool = False) -> Sum:
    """The difference of two percentages = so many points; a rate that falls may be below 0."""
    sign = points.sign
    below = -1 if falls else 1

    def test(v: Sequence[Interval]) -> bool:
        rise = _turned(v[1], below).minus(v[0])
        return _turned(rise, sign).meets(v[2])

    ends = [(after, below * after.number), (before, before.number)]
    (first, more), (second, less) = ends if sign > 0 else ends[::-1]
    thousand = first.unit == "‰"
    gap = plain((more - less) * (10 if thousand else 1))
    unit = "‰" if thousand else "个百分点"
    difference = f"{_below(first, more)} − {_below(second, less)} = {gap}{unit}"
    working = f"{difference}，文中为 {_said(points)}"
    return Sum("growth-delta", (before, after, points), test, working, 2, sure=False).settle()


def shift(before: Ratio, after: Ratio, place: int, points: Figure) -> Sum:
    """A sector's part of one structure ratio and of the next differ by so many points."""
    was, now = before.parts[place], after.parts[place]
    slack = (before.ulp + after.ulp) / 2
    rise = (now - was) * points.sign
    gap = Interval(rise - slack, rise + slack)

    def test(v: Sequence[Interval]) -> bool:
        return gap.meets(v[0])

    first, second = (now, was) if points.sign > 0 else (was, now)
    working = f"{first} − {second} = {plain(rise)}个百分点，文中为 {_said(points)}"
    return Sum("growth-delta", (points,), test, working, 0, sure=False).settle()


def shifts(points: Sequence[Figure]) -> Sum:
    """What some shares of a whole win, the others lose.

    One unit in the last place is allowed besides: some reckon with the rounded shares.
    """
    last = max(one.fact.ulp for one in points)
    nothing = Interval(-last, last)

    def test(v: Sequence[Interval]) -> bool:
        signed = [_turned(one, figure.sign) for one, figure in zip(v, points, strict=True)]
        return total(signed).meets(nothing)

    added = sum((one.number * one.sign for one in points), Decimal(0))
    terms = " ".join(f"{'−+'[one.sign > 0]} {one.digits}" for one in points).removeprefix("+ ")
    working = f"各项占比的升降 {terms} = {plain(added)}个百分点，应为 0"
    last_one = len(points) - 1
    return Sum("percent-total", tuple(points), test, working, last_one, sure=False).settle()


def pace(percent: Figure, points: Figure, months: int) -> Sum:
    """A percentage is so many points from the part of the year that has gone.

    Five months are 41.67%, 41.7% or 42%.
    """
    gone = _CONTEXT.divide(Decimal(100 * months), Decimal(12))
    roundings = [gone.quantize(Decimal(1).scaleb(-places), context=_CONTEXT) for places in range(3)]
    part = Interval(min(roundings), max(roundings))
    sign = points.sign

    def test(v: Sequence[Interval]) -> bool:
        return _turned(v[0].minus(part), sign).meets(v[1])

    at = roundings[max(1, len(percent.digits.partition(".")[2]))] if percent.digits else gone
    gap = plain(abs(percent.number - at))
    working = (
        f"{months} 个月的序时进度约为 {plain(at)}%，与 {_said(percent)} 相差 {gap} 个百分点，"
        f"文中为 {_said(points)}"
    )
    return Sum("growth-delta", (percent, points), test, working, 1, sure=False).settle()


def _below(figure: Figure, number: Decimal) -> str:
    """A percentage as printed, in a bracket where it is below 0."""
    return f"（−{_said(figure)}）" if number < 0 else _said(figure)


def _said(figure: Figure) -> str:
    """A percentage, so many points or times, as printed."""
    return f"{figure.digits}{figure.unit}"


def _show(figure: Figure, beside: Figure) -> str:
    """The number as printed, with its unit where the other's unit is not the same."""
    same = figure.unit == beside.unit or beside.kind == "percent"
    return figure.digits if same else figure.digits + figure.unit


def divide(dividend: Decimal, divisor: Decimal, like: Figure) -> str:
    """Return the quotient with one place more than `like` is printed with, at least two."""
    places = max(2, len(like.digits.partition(".")[2]) + 1)
    if not divisor:
        return "—"
    quotient = _CONTEXT.divide(dividend, divisor)
    return str(quotient.quantize(Decimal(1).scaleb(-places), context=_CONTEXT))


def plain(value: Decimal) -> str:
    """Return the value without an exponent and without zeros behind the point."""
    shown = f"{value:f}"
    return shown.rstrip("0").rstrip(".") if "." in shown else shown
