"""For how many months what was kept will do: 累计结余9.53亿元，可支付8.4个月."""

from __future__ import annotations

from decimal import Decimal

from kuaibao_lint.facts.model import within
from kuaibao_lint.facts.periods import months_gone
from kuaibao_lint.facts.relations.sum import Sum, divide, is_near, meant, said
from kuaibao_lint.intervals import Interval, exactly
from kuaibao_lint.light_typing import TYPE_CHECKING
from kuaibao_lint.patterns import pattern
from kuaibao_lint.source import Span

if TYPE_CHECKING:
    from collections.abc import Sequence

    from kuaibao_lint.facts.claims.figure import Figure
    from kuaibao_lint.facts.model import Facts

_WILL_DO = pattern("(?:可|能|够)(?:支付|支撑|维持|发放|保障)|支[付撑](?:能力|月数)")
_KEPT = pattern("(?:累计|滚存)[^，；]{0,4}结[余存]")
_SPENT = pattern("支出(?:为|达|共|合计)?$")
_FAR = 2  # sentences from what was spent to what is left
_YEAR = 12
_NEARLY = Decimal("0.6"), Decimal("1.6")  # what else may be meant by what is spent in a month


def reserves(body: Sequence[Figure], text: str, facts: Facts, passage: Span) -> list[Sum]:
    """支出28213万元，累计结余12066万元，可支付5.1个月: what was kept ÷ what is spent in a month.

    What offices leave out of that is seldom told, so that a quotient that is near is let be.
    """
    found: list[Sum] = []
    for at, mean in enumerate(body):
        if mean.base != "个月" or "." not in mean.digits or not _WILL_DO.search(mean.raw):
            continue
        before = [c for c in body[:at] if c.base == "元" and mean.sentence - c.sentence <= _FAR]
        kept = [c for c in before if _KEPT.search(c.raw) and c.clause == mean.clause]
        spent = [c for c in before if _SPENT.search(c.raw) and c.role == "level" and not c.parts]
        if len(kept) != 1 or len(spent) != 1 or kept[0].span < spent[0].span:
            continue  # 职工医保…支出18.56亿元；居民医保…支出28.40亿元。两项累计结余38.81亿元
        mean.rounded()
        told = within(facts.periods, Span(passage.start, mean.span.start))
        gone = [number for one in told if (number := months_gone(one.span.of(text)))]
        months = dict.fromkeys([*gone[-1:], _YEAR])
        sums = [_reserve(kept[0], spent[0], mean, number) for number in months]
        one = sums[meant(sums)]
        lasts = spent[0].amount * mean.number
        near = any(is_near(kept[0].amount * some, lasts, _NEARLY) for some in months)
        if one.holds or not near:
            found.append(one)
    return found


def _reserve(kept: Figure, spent: Figure, mean: Figure, months: int) -> Sum:
    def test(v: Sequence[Interval]) -> bool:
        return v[1].times(v[2]).meets(v[0].times(exactly(months)))

    def working() -> str:
        quotient = divide(kept.amount * months, spent.amount, mean)
        return (
            f"{said(kept)} ÷ （{said(spent)} ÷ {months}） = {quotient}个月，文中为 {said(mean)}"
        )

    return Sum("average", (kept, spent, mean), test, working, 2, sure=False).settle()
