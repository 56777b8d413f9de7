"""How a figure moved, as sums: growth, difference, multiple, percentage points, pace."""

from __future__ import annotations

from decimal import Decimal

from kuaibao_lint.facts.relations.sum import (
    CONTEXT,
    HUNDRED,
    Sum,
    divide,
    plain,
    reckoned_back,
    said,
    show,
    turned,
)
from kuaibao_lint.intervals import Interval, exactly, is_share, total
from kuaibao_lint.light_typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Sequence

    from kuaibao_lint.facts.claims.figure import Figure
    from kuaibao_lint.facts.claims.model import Change
    from kuaibao_lint.facts.model import Ratio


def change(level: Figure, delta: Figure, percent: Figure) -> Sum:
    """Delta ÷ (level − delta) = percent, for a fall delta ÷ (level + delta)."""
    sign = percent.sign

    def test(v: Sequence[Interval]) -> bool:
        base = v[0].minus(v[1]) if sign > 0 else v[0].plus(v[1])
        return base.times(v[2]).meets(v[1].times(HUNDRED))

    def working() -> str:
        amount = delta.amount
        now = level.amount
        base = now - amount if sign > 0 else now + amount
        mark = "−" if sign > 0 else "+"
        return (
            f"{show(delta, level)} ÷ ({show(level, delta)} {mark} {show(delta, level)}) = "
            f"{divide(amount * 100, base, percent)}%，文中为 {said(percent)}"
        )

    return Sum("growth-delta", (level, delta, percent), test, working, 2, sure=False).settle()


def of_plan(level: Figure, delta: Figure, percent: Figure) -> Sum:
    """Level ÷ (level − delta) = percent: 完成2696万元，超预算295万元，为预算的112.3%."""
    sign = delta.sign

    def test(v: Sequence[Interval]) -> bool:
        plan = v[0].minus(v[1]) if sign > 0 else v[0].plus(v[1])
        return plan.low <= 0 or is_share(v[0], plan, v[2])

    def working() -> str:
        plan = level.amount - sign * delta.amount
        mark = "−" if sign > 0 else "+"
        return (
            f"{show(level, delta)} ÷ ({show(level, delta)} {mark} {show(delta, level)}) = "
            f"{divide(level.amount * 100, plan, percent)}%，文中为 {said(percent)}"
        )

    return Sum("completion-rate", (level, delta, percent), test, working, 2, sure=False).settle()


def difference(level: Figure, base: Figure, delta: Figure) -> Sum:
    """Level − base = delta."""
    sign = delta.sign

    def test(v: Sequence[Interval]) -> bool:
        gap = v[0].minus(v[1]) if sign > 0 else v[1].minus(v[0])
        return gap.meets(v[2])

    def working() -> str:
        gap = (level.amount - base.amount) * sign / delta.scale
        first, second = (level, base) if sign > 0 else (base, level)
        sum_ = f"{show(first, delta)} − {show(second, delta)} = {plain(gap)}"
        return f"{sum_}，文中为 {delta.digits}"

    return Sum("growth-delta", (level, base, delta), test, working, 2, sure=False).settle()


def same_measure(one: Figure, other: Figure, by: int = 1) -> Sum:
    """22.96公顷（合344.4亩）: one measure in two units; by: 390公斤/亩 are so many 公斤/公顷."""
    many = exactly(by)

    def test(v: Sequence[Interval]) -> bool:
        return v[0].meets(v[1].times(many))

    def working() -> str:
        amount = plain((one.amount / other.scale / by).quantize(Decimal("0.0001"), context=CONTEXT))
        return f"{said(one)} 合 {amount}{other.unit}，文中为 {said(other)}"

    return Sum("same-measure", (one, other), test, working, 1, sure=False).settle()


def flow(
    opening: Figure, came: Sequence[Figure], went: Sequence[Figure], closing: Figure
) -> Sum:
    """What there was + what came − what went = what there is."""
    last = len(came) + 1

    def test(v: Sequence[Interval]) -> bool:
        return total(list(v[:last])).meets(total(list(v[last:])))

    def working() -> str:
        signed = [(1, one) for one in (opening, *came)] + [(-1, one) for one in went]
        left = sum((sign * one.amount for sign, one in signed), Decimal(0)) / closing.scale
        terms = " ".join(f"{'−+'[sign > 0]} {show(one, closing)}" for sign, one in signed)
        return f"{terms.removeprefix('+ ')} = {plain(left)}，文中为 {show(closing, opening)}"

    operands = (opening, *came, *went, closing)
    place = len(operands) - 1
    return Sum("parts-total", operands, test, working, place, sure=False).settle()


def mean_before(now: Sequence[Figure], by: Sequence[Figure]) -> Sum:
    """The whole before ÷ how many there were = the mean before; each as it was before it moved.

    now: the whole, the number and the mean. by: the amount or the rate by which each moved.
    """
    size = len(now)

    def before(value: Interval, moved: Interval, change: Figure) -> tuple[Interval, Interval]:
        more = turned(moved, change.sign)
        if change.kind == "percent":
            return value.times(HUNDRED), HUNDRED.plus(more)
        return value.minus(more), exactly(1)

    def test(v: Sequence[Interval]) -> bool:
        whole, many, each = map(before, v[:size], v[size:], by)
        grown = many[0].times(each[0]).times(whole[1])
        return grown.meets(whole[0].times(many[1]).times(each[1]))

    def working() -> str:
        were = [
            CONTEXT.divide(one.amount * 100, 100 + moved.sign * moved.amount)
            if moved.kind == "percent"
            else one.amount - moved.sign * moved.amount
            for one, moved in zip(now, by, strict=True)
        ]
        whole, many, mean = (one / level.scale for one, level in zip(were, now, strict=True))
        result = divide(were[0], were[1] * now[2].scale, now[2])
        said_ = f"{plain(round(whole, 4))}{now[0].unit} ÷ {plain(round(many, 4))}{now[1].unit}"
        return f"按增减量倒推：{said_} = {result}，平均数为 {plain(round(mean, 4))}{now[2].unit}"

    return Sum("average", (*now, *by), test, working, size, sure=False).settle()


def growth(level: Figure, base: Figure, percent: Figure) -> Sum:
    """Level ÷ base − 1 = percent."""
    sign = percent.sign

    def test(v: Sequence[Interval]) -> bool:
        grown = HUNDRED.plus(v[2]) if sign > 0 else HUNDRED.minus(v[2])
        return v[1].times(grown).meets(v[0].times(HUNDRED))

    def working() -> str:
        rise = (level.amount - base.amount) * sign * 100
        first, second = (level, base) if sign > 0 else (base, level)
        return (
            f"({show(first, second)} − {show(second, first)}) ÷ {show(base, level)} = "
            f"{divide(rise, base.amount, percent)}%，文中为 {said(percent)}"
        )

    return Sum("growth-delta", (level, base, percent), test, working, 2, sure=False).settle()


def multiple(level: Figure, base: Figure, times: Figure) -> Sum:
    """Level ÷ base = so many times; so many to one may be cut off, or rounded up: 11.92:1."""
    cut = times.fact.ulp * times.scale / 2 if times.unit[:1] in {":", "："} else Decimal(0)

    def test(v: Sequence[Interval]) -> bool:
        return v[1].times(Interval(v[2].low - cut, v[2].high + cut)).meets(v[0].times(HUNDRED))

    def working() -> str:
        to_hundred = times.scale == 1  # 性别比105.57
        result = divide(level.amount * (100 if to_hundred else 1), base.amount, times)
        sum_ = f"{show(level, base)} ÷ {show(base, level)} = {result}"
        return f"{sum_}，文中为 {said(times)}"

    return Sum("growth-delta", (level, base, times), test, working, 2, sure=False).settle()


def as_often(times: Figure, percent: Figure) -> Sum:
    """So many times, or so many percent, of what was = so much more: 1.32倍，增长32.0%."""

    def test(v: Sequence[Interval]) -> bool:
        return HUNDRED.plus(turned(v[1], percent.sign)).meets(v[0])

    def working() -> str:
        more = (times.amount - 100) * percent.sign
        return f"{said(times)} 即增减 {plain(more)}%，文中为 {said(percent)}"

    return Sum("growth-delta", (times, percent), test, working, 1, sure=False).settle()


def mean_growth(base: Figure, level: Figure, percent: Figure, years: int) -> Sum:
    """Base × (1 + percent) for so many years = level."""

    def test(v: Sequence[Interval]) -> bool:
        factor = HUNDRED.plus(turned(v[2], percent.sign))
        if factor.low <= 0:
            return True
        grown = v[0]
        for _ in range(years):
            grown = grown.times(factor)
        return grown.meets(v[1].times(exactly(Decimal(100) ** years)))

    def working() -> str:
        rate = CONTEXT.power(CONTEXT.divide(level.amount, base.amount), Decimal(1) / years)
        mean = ((rate - 1) * 100 * percent.sign).quantize(Decimal("0.01"), context=CONTEXT)
        ends = f"{show(base, level)} 到 {show(level, base)}"
        return f"{ends}，{years} 年平均每年增减 {plain(mean)}%，文中为 {said(percent)}"

    return Sum("growth-delta", (base, level, percent), test, working, 2, sure=False).settle()


def multiple_before(grown: Sequence[tuple[Figure, Figure]], times: Figure) -> Sum:
    """Level ÷ base = so many times, each as it was before it grew."""
    (level, first), (base, second) = grown
    signs = first.sign, second.sign

    def test(v: Sequence[Interval]) -> bool:
        one, other = (
            HUNDRED.plus(turned(rate, sign)) for rate, sign in zip(v[1:4:2], signs, strict=True)
        )
        return v[2].times(one).times(v[4]).meets(v[0].times(other).times(HUNDRED))

    def working() -> str:
        was = [reckoned_back(one.amount, 100 + rate.sign * rate.amount) for one, rate in grown]
        terms = " ÷ ".join(plain(one.quantize(Decimal(1), context=CONTEXT)) for one in was)
        result = divide(was[0], was[1], times)
        return f"按增长率倒推上年：{terms} = {result}，文中为 {said(times)}"

    operands = (level, first, base, second, times)
    return Sum("growth-mix", operands, test, working, 4, sure=False).settle()


def step(
    before: Figure, after: Figure, points: Figure, *, falls: bool = False, turned_to: bool = False
) -> Sum:
    """The difference of two percentages = so many points; a rate that falls may be below 0.

    turned_to: both say for themselves whether they fell (由下降2.0%转为增长1.4%).
    """
    sign = points.sign
    below = after.sign if turned_to else (-1 if falls else 1)
    was = before.sign if turned_to else 1

    def test(v: Sequence[Interval]) -> bool:
        rise = turned(v[1], below).minus(turned(v[0], was))
        return turned(rise, sign).meets(v[2])

    def working() -> str:
        ends = [(after, below * after.number), (before, was * before.number)]
        (first, more), (second, less) = ends if sign > 0 else ends[::-1]
        thousand = first.unit == "‰"
        gap = plain((more - less) * (10 if thousand else 1))
        unit = "‰" if thousand else "个百分点"
        difference = f"{_below(first, more)} − {_below(second, less)} = {gap}{unit}"
        return f"{difference}，文中为 {said(points)}"

    return Sum("growth-delta", (before, after, points), test, working, 2, sure=False).settle()


def index(growth: Figure, level: Figure) -> Sum:
    """An index = 100 + the rate: 上涨1.5%，指数为101.5."""

    def test(v: Sequence[Interval]) -> bool:
        return HUNDRED.plus(turned(v[0], growth.sign)).meets(v[1])

    def working() -> str:
        mark = "+" if growth.sign > 0 else "−"
        needed = plain(100 + growth.sign * growth.number)
        return f"100 {mark} {growth.digits} = {needed}，文中为 {level.digits}"

    return Sum("growth-delta", (growth, level), test, working, 1, sure=False).settle()


def apart(first: Figure, second: Figure, points: Figure) -> Sum:
    """Two percentages differ by so many points, whichever is more; a fall is less than nothing."""
    signs = [-1 if one.role == "growth" and one.sign < 0 else 1 for one in (first, second)]

    def test(v: Sequence[Interval]) -> bool:
        gap = turned(v[0], signs[0]).minus(turned(v[1], signs[1]))
        return gap.meets(v[2]) or turned(gap, -1).meets(v[2])

    def working() -> str:
        more, less = sorted((signs[0] * first.number, signs[1] * second.number), reverse=True)
        signed = f"（{plain(less)}%）" if less < 0 else f"{plain(less)}%"
        return f"{plain(more)}% − {signed} = {plain(more - less)}个百分点，文中为 {said(points)}"

    return Sum("growth-delta", (first, second, points), test, working, 2, sure=False).settle()


def moved(part: Change, whole: Change, quotient: Figure, by: Figure) -> Sum:
    """The quotient of what both were before = the quotient, less by how much it rose."""
    told = [(one, one.base or one.delta or one.growth) for one in (part, whole)]
    ends = [(one.level, figure, one.base is None) for one, figure in told if figure]

    def before(at: int, v: Sequence[Interval]) -> Interval:
        """Return what an amount was."""
        _, figure, moves = ends[at]
        was = v[2 * at + 1]
        if figure.kind == "percent":
            grown = HUNDRED.plus(turned(was, figure.sign))
            return v[2 * at].times(HUNDRED).over(grown) or v[2 * at]
        return v[2 * at].minus(turned(was, figure.sign)) if moves else was

    def test(v: Sequence[Interval]) -> bool:
        was = v[4].minus(turned(v[5], by.sign))
        return before(0, v).times(HUNDRED).meets(before(1, v).times(was))

    def working() -> str:
        first, second = before(0, middle).low, before(1, middle).low
        was = quotient.number - by.sign * by.number
        result = divide(first * (100 if quotient.unit == "%" else 1), second, quotient)
        back = f"按增减倒推，原为 {result}{quotient.unit}"
        return f"{back}；按 {said(quotient)} 和 {said(by)} 则为 {plain(was)}{quotient.unit}"

    operands = (ends[0][0], ends[0][1], ends[1][0], ends[1][1], quotient, by)
    middle = [exactly(one.amount) for one in operands]
    return Sum("growth-delta", operands, test, working, 5, sure=False).settle()


def _below(figure: Figure, number: Decimal) -> str:
    """A percentage as printed, in a bracket where it is below 0."""
    return f"（−{said(figure)}）" if number < 0 else said(figure)


def shift(before: Ratio, after: Ratio, place: int, points: Figure) -> Sum:
    """A sector's part of one structure ratio and of the next differ by so many points."""
    was, now = before.parts[place], after.parts[place]
    slack = (before.ulp + after.ulp) / 2
    rise = (now - was) * points.sign
    gap = Interval(rise - slack, rise + slack)

    def test(v: Sequence[Interval]) -> bool:
        return gap.meets(v[0])

    def working() -> str:
        first, second = (now, was) if points.sign > 0 else (was, now)
        return f"{first} − {second} = {plain(rise)}个百分点，文中为 {said(points)}"

    return Sum("growth-delta", (points,), test, working, 0, sure=False).settle()


def shifts(points: Sequence[Figure]) -> Sum:
    """What some shares of a whole win, the others lose.

    One unit in the last place is allowed besides: some reckon with the rounded shares.
    """
    last = max(one.fact.ulp for one in points)
    nothing = Interval(-last, last)

    def test(v: Sequence[Interval]) -> bool:
        signed = [turned(one, figure.sign) for one, figure in zip(v, points, strict=True)]
        return total(signed).meets(nothing)

    def working() -> str:
        added = sum((one.number * one.sign for one in points), Decimal(0))
        terms = " ".join(f"{'−+'[one.sign > 0]} {one.digits}" for one in points).removeprefix("+ ")
        return f"各项占比的升降 {terms} = {plain(added)}个百分点，应为 0"

    last_one = len(points) - 1
    return Sum("percent-total", tuple(points), test, working, last_one, sure=False).settle()


def pace(percent: Figure, points: Figure, months: int) -> Sum:
    """A percentage is so many points from the part of the year that has gone.

    Five months are 41.67%, 41.7% or 42%.
    """
    gone = CONTEXT.divide(Decimal(100 * months), Decimal(12))
    roundings = [gone.quantize(Decimal(1).scaleb(-places), context=CONTEXT) for places in range(3)]
    part = Interval(min(roundings), max(roundings))
    sign = points.sign

    def test(v: Sequence[Interval]) -> bool:
        return turned(v[0].minus(part), sign).meets(v[1])

    def working() -> str:
        at = roundings[max(1, len(percent.digits.partition(".")[2]))] if percent.digits else gone
        gap = plain(abs(percent.number - at))
        return (
            f"{months} 个月的序时进度约为 {plain(at)}%，与 {said(percent)} 相差 {gap} 个百分点，"
            f"文中为 {said(points)}"
        )

    return Sum("growth-delta", (percent, points), test, working, 1, sure=False).settle()
