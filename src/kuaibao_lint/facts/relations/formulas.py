"""Parts and wholes as sums: shares, rates, totals, averages, structure ratios."""

from __future__ import annotations

from decimal import Decimal

from kuaibao_lint.facts.claims.figure import altogether
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
    from kuaibao_lint.facts.model import Ratio

_EXACT = exactly(1)


def ratio_of(kind: str, part: Figure, whole: Figure, percent: Figure, *, sure: bool) -> Sum:
    """Part ÷ whole = percent."""

    def test(v: Sequence[Interval]) -> bool:
        return is_share(*v)

    def working() -> str:
        thousand = percent.unit == "‰"
        result = divide(part.amount * (1000 if thousand else 100), whole.amount, percent)
        sum_ = f"{show(part, whole)} ÷ {show(whole, part)} = {result}{'‰' if thousand else '%'}"
        return f"{sum_}，文中为 {said(percent)}"

    return Sum(kind, (part, whole, percent), test, working, 2, sure).settle()


def share_of_sum(kind: str, part: Figure, whole: tuple[Figure, Figure], percent: Figure) -> Sum:
    """Part ÷ (part + rest) = percent, or part ÷ (one + other): 开工39个，未开工11个，开工率78%."""
    others = tuple(one for one in whole if one is not part)
    within = len(others) < len(whole)

    def test(v: Sequence[Interval]) -> bool:
        added = total(list(v[1:-1]))
        return is_share(v[0], added.plus(v[0]) if within else added, v[-1])

    def working() -> str:
        added = altogether(whole)
        sum_ = f"{show(part, whole[1])} ÷ ({show(whole[0], part)} + {show(whole[1], part)})"
        return f"{sum_} = {divide(part.amount * 100, added, percent)}%，文中为 {said(percent)}"

    operands = (part, *others, percent)
    return Sum(kind, operands, test, working, len(operands) - 1, sure=False).settle()


def share_of_all(
    kind: str, parts: Sequence[Figure], wholes: Sequence[Figure], percent: Figure
) -> Sum:
    """The sum of parts ÷ the sum of wholes = percent; the parts may be among the wholes."""
    within = all(part in wholes for part in parts)
    others = tuple(one for one in wholes if one not in parts)
    size = len(parts)

    def test(v: Sequence[Interval]) -> bool:
        added = total([*v[:size]])
        return is_share(added, total([*(v[:-1] if within else v[size:-1])]), v[-1])

    def working() -> str:
        done, of = altogether(parts), altogether(wholes)
        first, second = _added(parts, wholes[0]), _added(wholes, parts[0])
        result = divide(done * 100, of, percent)
        return f"{first} ÷ {second} = {result}%，文中为 {said(percent)}"

    operands = (*parts, *others, percent)
    return Sum(kind, operands, test, working, len(operands) - 1, sure=False).settle()


def _added(figures: Sequence[Figure], beside: Figure) -> str:
    """Put a sum in words: (14 + 13), or the only number that there is."""
    terms = " + ".join(show(one, beside) for one in figures)
    return f"({terms})" if len(figures) > 1 else terms


def share_of_rest(kind: str, whole: Figure, rest: Figure, percent: Figure) -> Sum:
    """(Whole − rest) ÷ whole = percent: 抽检500批次，不合格3批次，合格率99.4%."""

    def test(v: Sequence[Interval]) -> bool:
        return v[1].low <= v[0].high and is_share(v[1], v[0], HUNDRED.minus(v[2]))

    def working() -> str:
        result = divide((whole.amount - rest.amount) * 100, whole.amount, percent)
        left = f"({show(whole, rest)} − {show(rest, whole)}) ÷ {show(whole, rest)}"
        return f"{left} = {result}%，文中为 {said(percent)}"

    return Sum(kind, (whole, rest, percent), test, working, 2, sure=False).settle()


def parts_of(whole: Figure, parts: Sequence[Figure], kind: str = "parts-total") -> Sum:
    """The sum of parts = whole."""

    def test(v: Sequence[Interval]) -> bool:
        return total(list(v[1:])).meets(v[0])

    def working() -> str:
        added = altogether(parts) / whole.scale
        terms = " + ".join(show(p, whole) for p in parts)
        unit = whole.unit if any(p.unit != whole.unit for p in parts) else ""
        return f"{terms} = {plain(added)}{unit}，文中为 {show(whole, parts[0])}"

    all_parts = total([part.value for part in parts])

    def needed(v: Sequence[Interval], place: int) -> Interval:
        """A whole must be what its parts are, a part what the whole and the others leave."""
        if place == 0:
            return all_parts
        others = Interval(all_parts.low - v[place].low, all_parts.high - v[place].high)
        return v[0].minus(others)

    made = Sum(kind, (whole, *parts), test, working, 0, sure=False)
    made.needs = needed
    made.holds = all_parts.meets(whole.value)
    return made


def changes_of(whole: Figure, parts: Sequence[Figure]) -> Sum:
    """The changes of all parts make that of the whole; a fall counts as less than nothing."""
    figures = (whole, *parts)

    def test(v: Sequence[Interval]) -> bool:
        signed = [turned(one, figure.sign) for one, figure in zip(v, figures, strict=True)]
        return total(signed[1:]).meets(signed[0])

    def working() -> str:
        added = sum((p.amount * p.sign for p in parts), Decimal(0)) / whole.scale
        terms = " ".join(f"{'−+'[p.sign > 0]} {show(p, whole)}" for p in parts).removeprefix("+ ")
        said = "" if whole.sign > 0 else "−"
        return f"各项增减 {terms} = {plain(added)}，文中为 {said}{show(whole, parts[0])}"

    return Sum("parts-total", figures, test, working, 0, sure=False).settle()


def no_more(whole: Figure, part: Figure) -> Sum:
    """A part is no more than its whole."""

    def test(v: Sequence[Interval]) -> bool:
        return v[1].low <= v[0].high

    def working() -> str:
        return f"其中的 {show(part, whole)} 大于总数 {show(whole, part)}"

    return Sum("parts-total", (whole, part), test, working, 1, sure=False).settle()


def hundred(percents: Sequence[Figure]) -> Sum:
    """Shares of one whole make 100."""

    def test(v: Sequence[Interval]) -> bool:
        return total(list(v)).meets(HUNDRED)

    def working() -> str:
        added = sum((p.number for p in percents), Decimal(0))
        return f"{' + '.join(p.digits + '%' for p in percents)} = {plain(added)}%，应为 100%"

    return Sum(
        "percent-total", tuple(percents), test, working, len(percents) - 1, sure=False
    ).settle()


def one_whole(pairs: Sequence[tuple[Figure, Figure]], called: str = "占比") -> Sum:
    """Level ÷ share is one whole for all pairs; called: what such a share is called.

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
    level, percent = pairs[odd]

    def working() -> str:
        parts = altogether(level for level, _ in rest)
        shares = sum((percent.number for _, percent in rest), Decimal(0))
        whole = reckoned_back(parts, shares)
        of = 1000 if percent.unit == "‰" else 100
        about = plain((whole / level.scale).quantize(level.number, context=CONTEXT))
        return (
            f"按其余各项的{called}，总数约 {about}{level.unit}，{level.digits} ÷ {about} = "
            f"{divide(level.amount * of, whole, percent)}{percent.unit}，文中为 {said(percent)}"
        )

    return Sum("percent-share", operands, test, working, 2 * odd + 1, sure=False).settle()


def mixture(kind: str, pairs: Sequence[tuple[Figure, Figure]], slack: Interval = _EXACT) -> Sum:
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
            by = percent if not grows else HUNDRED.plus(percent)
            if sign < 0:
                by = HUNDRED.minus(percent)
            base = level.over(by)
            if base is None:
                return True
            bases.append(base)
        return total(bases[1:]).meets(bases[0].times(slack))

    def working() -> str:
        bases = []
        for (level, percent), sign in zip(pairs, signs, strict=True):
            by = percent.amount if not grows else 100 + sign * percent.amount
            base = reckoned_back(level.amount / pairs[0][0].scale, by)
            bases.append(base.quantize(Decimal("0.1")))
        unit = pairs[0][0].unit
        planned = not grows or any(percent.basis == "预算" for _, percent in pairs)
        what = "预算" if planned else "上年同期"
        rate = "增减幅度" if grows else "完成率"
        return (
            f"按{rate}倒推{what}：分项 {' + '.join(plain(b) for b in bases[1:])} = "
            f"{plain(sum(bases[1:], Decimal(0)))}{unit}，总数 {plain(bases[0])}{unit}"
        )

    operands = tuple(figure for pair in pairs for figure in pair)
    return Sum(kind, operands, test, working, 1, sure=False).settle()


def growth_of_all(pairs: Sequence[tuple[Figure, Figure]], growth: Figure) -> Sum:
    """The sum of levels ÷ the sum of their bases − 1 = growth."""
    signs = [*(percent.sign for _, percent in pairs), growth.sign]
    operands = (*(one for pair in pairs for one in pair), growth)

    def test(v: Sequence[Interval]) -> bool:
        rates = [HUNDRED.plus(turned(one, sign)) for one, sign in zip(v[1::2], signs, strict=False)]
        bases = [level.over(rate) for level, rate in zip(v[0:-1:2], rates, strict=True)]
        known = [one for one in bases if one is not None]
        rate = HUNDRED.plus(turned(v[-1], signs[-1]))
        return len(known) < len(bases) or total(known).times(rate).meets(total(list(v[0:-1:2])))

    def working() -> str:
        bases = [
            reckoned_back(level.amount, 100 + percent.sign * percent.amount)
            for level, percent in pairs
        ]
        now = altogether(level for level, _ in pairs)
        before = sum(bases, Decimal(0))
        result = divide((now - before) * 100 * growth.sign, before, growth)
        return f"按各项及其增减幅度，合计的增减幅度为 {result}%，文中为 {said(growth)}"

    place = len(operands) - 1
    return Sum("growth-mix", operands, test, working, place, sure=False).settle()


def growth_of_mean(whole: Figure, heads: Figure, mean: Figure) -> Sum:
    """(1 + growth of the whole) ÷ (1 + growth of the number) = 1 + growth of the mean."""
    operands = (whole, heads, mean)

    def test(v: Sequence[Interval]) -> bool:
        signed = zip(v, operands, strict=True)
        now, many, each = (HUNDRED.plus(turned(one, rate.sign)) for one, rate in signed)
        return many.times(each).meets(now.times(HUNDRED))

    def working() -> str:
        more, many = (100 + one.sign * one.amount for one in (whole, heads))
        result = divide((more - many) * 100 * mean.sign, many, mean)
        return f"按总量和数量的增减幅度，平均数的增减幅度为 {result}%，文中为 {said(mean)}"

    return Sum("average", operands, test, working, 2, sure=False).settle()


def priced(whole: Figure, pairs: Sequence[tuple[Figure, Figure]]) -> Sum:
    """How many × how much for each, of all kinds together, = whole; 50元 is no 50.4元."""
    exact = ["." not in price.digits for _, price in pairs]

    def test(v: Sequence[Interval]) -> bool:
        prices = [_middle(one) if at else one for one, at in zip(v[2::2], exact, strict=True)]
        paid = [one.times(each) for one, each in zip(v[1::2], prices, strict=True)]
        return total(paid).meets(v[0])

    def working() -> str:
        added = sum((one.amount * each.amount for one, each in pairs), Decimal(0))
        terms = " + ".join(f"{said(one)} × {said(each)}" for one, each in pairs)
        return f"{terms} = {plain(added / whole.scale)}{whole.unit}，文中为 {said(whole)}"

    operands = (whole, *(figure for pair in pairs for figure in pair))
    return Sum("average", operands, test, working, 0, sure=False).settle()


def _middle(value: Interval) -> Interval:
    return exactly((value.low + value.high) / 2)


def average(whole: Figure, people: Figure, mean: Figure, each: Decimal | int = 1) -> Sum:
    """Whole ÷ people = mean, where that is of one of them; each: of so many."""
    many = exactly(each)

    def test(v: Sequence[Interval]) -> bool:
        return v[1].times(v[2]).meets(v[0] if each == 1 else v[0].times(many))

    def working() -> str:
        return _mean_said(whole, mean, people.amount / each, said(people))

    return Sum("average", (whole, people, mean), test, working, 2, sure=False).settle()


def one_number(first: tuple[Figure, Figure], second: tuple[Figure, Figure]) -> Sum:
    """Two wholes, each with its mean, that are divided by one number, which is not told."""
    (whole, mean), (other, others) = first, second

    def test(v: Sequence[Interval]) -> bool:
        return v[0].times(v[3]).meets(v[2].times(v[1]))

    def working() -> str:
        people = divide(whole.amount, mean.amount, mean)
        return (
            f"{said(whole)} ÷ {said(mean)} = {people}，"
            f"{said(other)} ÷ {said(others)} = {divide(other.amount, others.amount, others)}"
        )

    return Sum("average", (whole, mean, other, others), test, working, 3, sure=False).settle()


def mean_of(listed: Sequence[Figure], mean: Figure) -> Sum:
    """The sum of a list ÷ how many it has = mean."""
    many = exactly(len(listed))

    def test(v: Sequence[Interval]) -> bool:
        return total(list(v[:-1])).meets(v[-1].times(many))

    def working() -> str:
        result = divide(altogether(listed) / mean.scale, Decimal(len(listed)), mean)
        terms = " + ".join(show(one, mean) for one in listed)
        return f"({terms}) ÷ {len(listed)} = {result}{mean.unit}，文中为 {said(mean)}"

    return Sum("average", (*listed, mean), test, working, len(listed), sure=False).settle()


def yearly(whole: Figure, mean: Figure, years: int) -> Sum:
    """Whole ÷ years = mean."""
    return daily(whole, mean, years, "年")


def daily(whole: Figure, mean: Figure, days: int, unit: str = "天") -> Sum:
    """Whole ÷ days, or so many of another unit, = mean."""

    def test(v: Sequence[Interval]) -> bool:
        return v[1].times(exactly(days)).meets(v[0])

    def working() -> str:
        return _mean_said(whole, mean, Decimal(days), f"{days}{unit}")

    return Sum("average", (whole, mean), test, working, 1, sure=False).settle()


def _mean_said(whole: Figure, mean: Figure, heads: Decimal, counted: str) -> str:
    """Put a mean in words: what is divided by so many heads, and by how many as printed."""
    result = divide(whole.amount / mean.scale, heads, mean)
    return f"{show(whole, mean)} ÷ {counted} = {result}{mean.unit}，文中为 {said(mean)}"


def structure(parts: Sequence[Decimal], ulp: Decimal, ratio: Figure) -> Sum:
    """The parts of a structure ratio make 100."""
    added = sum(parts, Decimal(0))
    slack = ulp / 2 * len(parts)

    def test(_values: Sequence[Interval]) -> bool:
        return abs(added - 100) <= slack

    def working() -> str:
        return f"{' + '.join(map(str, parts))} = {plain(added)}，应为 100"

    return Sum("percent-total", (ratio,), test, working, 0).settle()


def sector(levels: Sequence[Figure], place: int, ratio: Ratio, figure: Figure) -> Sum:
    """A part of a structure ratio is the share of one of three levels in their sum.

    One unit in the last place is allowed besides: offices round such ratios so that they make 100.
    """
    share = Interval(ratio.parts[place] - ratio.ulp * 3 / 2, ratio.parts[place] + ratio.ulp * 3 / 2)

    def test(v: Sequence[Interval]) -> bool:
        return v[place].times(HUNDRED).meets(total(list(v[:-1])).times(share))

    def working() -> str:
        parts = [f.amount for f in levels]
        whole = sum(parts, Decimal(0))
        result = divide(parts[place] * 100, whole, levels[place])
        return (
            f"{levels[place].digits} ÷ ({' + '.join(f.digits for f in levels)}) = {result}%，"
            f"文中为 {ratio.parts[place]}"
        )

    return Sum(
        "percent-share", (*levels, figure), test, working, len(levels), sure=False
    ).settle()
