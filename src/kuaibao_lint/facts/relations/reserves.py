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
# 按月均支出可支付16.5个月: what is spent in a month the words say themselves.
_BY_MONTH = pattern("月均(?:支出|支付)")
# 库存1193.1单位，按日均用量113.1单位可用10.5天; 去化周期16.9个月.
_USED = pattern(
    "(?P<per>[日月]|每[日天月])均?[^，；]{0,4}(?:用量|消[耗费]量?|去化量?|销[售量]{1,2}|支出|需求量?|供应量?|供水量?|用水量?)(?:约|为|达)?$"
)
_STOCK = pattern("库存|储备|存[量栏煤粮油]|可售|待售|在库|结[余存]|蓄水|可供")
_LASTS = pattern("[可能够][用供支维满保]|去化周期|周转|够用")
_UNITS = {"天": "日天", "日": "日天", "个月": "月"}
_FAR = 2  # sentences from what was spent to what is left
_YEAR = 12
_BEFORE = _PAIR = 2  # what there is, and what is used of it
_SHORT = 4  # characters that say no more than that it was reckoned so
_NEARLY = Decimal("0.6"), Decimal("1.6")  # what else may be meant by what is spent in a month


def reserves(body: Sequence[Figure], text: str, facts: Facts, passage: Span) -> list[Sum]:
    """支出28213万元，累计结余12066万元，可支付5.1个月: what was kept ÷ what is spent in a month.

    What offices leave out of that is seldom told, so that a quotient that is near is let be.
    """
    found = [one for at, mean in enumerate(body) if (one := _lasting(mean, body[:at][-_BEFORE:]))]
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
        near = near and not _BY_MONTH.search(mean.raw)
        if one.holds or not near:
            found.append(one)
    return found


def _lasting(time: Figure, before: Sequence[Figure]) -> Sum | None:
    """库存183.54万平方米，按月均去化10.87万平方米计，去化周期16.9个月: the one ÷ the other."""
    units = _UNITS.get(time.base, "")
    if len(before) < _PAIR or not units or not _LASTS.search(time.raw) or "." not in time.digits:
        return None
    kept, used = before
    found = _USED.search(used.raw)
    alike = kept.base == used.base and kept.sentence == used.sentence == time.sentence
    beside = time.span.start - used.span.end <= len(time.raw) + _SHORT  # 计，, 测算，
    if found is None or found["per"][-1] not in units or not (alike and beside):
        return None
    if not _STOCK.search(kept.raw):
        return None
    time.rounded()

    def test(v: Sequence[Interval]) -> bool:
        return v[1].times(v[2]).meets(v[0])

    def working() -> str:
        quotient = divide(kept.amount, used.amount, time)
        return f"{said(kept)} ÷ {said(used)} = {quotient}{time.unit}，文中为 {said(time)}"

    return Sum("average", (kept, used, time), test, working, 2, sure=False).settle()


def _reserve(kept: Figure, spent: Figure, mean: Figure, months: int) -> Sum:
    def test(v: Sequence[Interval]) -> bool:
        return v[1].times(v[2]).meets(v[0].times(exactly(months)))

    def working() -> str:
        quotient = divide(kept.amount * months, spent.amount, mean)
        return (
            f"{said(kept)} ÷ （{said(spent)} ÷ {months}） = {quotient}个月，文中为 {said(mean)}"
        )

    return Sum("average", (kept, spent, mean), test, working, 2, sure=False).settle()
