"""So much for each a month or a year, times how many, times the months: what is paid."""

from __future__ import annotations

from decimal import Decimal
from itertools import pairwise

from kuaibao_lint.facts.model import within
from kuaibao_lint.facts.relations.daily import months
from kuaibao_lint.facts.relations.sum import Sum, plain, said
from kuaibao_lint.intervals import exactly
from kuaibao_lint.light_typing import TYPE_CHECKING, NamedTuple
from kuaibao_lint.patterns import pattern

if TYPE_CHECKING:
    from collections.abc import Sequence

    from kuaibao_lint.facts.claims.figure import Figure
    from kuaibao_lint.facts.model import Facts, Period
    from kuaibao_lint.intervals import Interval
    from kuaibao_lint.source import Span

_MONEY = "元"
_EACH = pattern(
    "(?:每[人名户]每?[月年]|每?[月年][人户]均|[人户]均每?月|每[月年]每[人户])[^，；。]{0,8}$"
)
_MEAN = pattern("均")
_PAID = pattern("发放|补发|兑付|拨付|支付|资金|补[贴助]|津贴|[助保险老]金|共需|增加额")
_TERM = pattern("学期|半年|季度?")  # of a year's sum, a part
_IN_PART = pattern("已[发兑拨]|其中|剩余|[中省市县][央级]|配套|自筹|[比较]|新增|累计")
_RAISED = pattern("增[加发]|提高|上调|上涨")
_LATER = pattern("补发")
_A_MONTH = pattern("每?月(?:共|需|合计|总共)?(?:需)?(?:发放|支出|支付|兑付|拨付)[^，；均每]{0,6}$")
_FAR = 3  # sentences from how much is paid more to what is paid for months that have gone
_TELLING = 4  # digits of what is paid


class _Paid(NamedTuple):
    heads: Figure
    whole: Figure


def standards(body: Sequence[Figure], text: str, facts: Facts, passage: Span) -> list[Sum]:
    """6月份，城市低保537人，发放28.94万元，月人均补助539元; 按每人每年600元标准发放6654人.

    Over several months people come and go, so that only what is paid for months that have gone is
    reckoned: 惠及12061人，月人均增加103.2元。此次补发1—6月增加额746.8万元.
    """
    found: list[Sum] = []
    for price in body:
        if price.base != _MONEY or not ("月" in price.raw or "年" in price.raw):
            continue
        each = _EACH.search(price.raw)
        if each is None:
            continue
        yearly = "年" in each[0]
        late = _RAISED.search(each[0]) is not None
        paid = _for_months_gone(price, body) if late else _paid(price, body)
        if paid is None:
            continue
        a_month = _A_MONTH.match(paid.whole.raw) is not None
        if yearly and a_month:
            continue
        window = None if yearly or a_month else _window(price, paid.whole, facts, passage)
        lasts = months(window, text) if window else int(yearly or a_month)
        if lasts == 1 or (lasts and late):
            found.append(_sum(paid, price, lasts, exact=_MEAN.search(each[0]) is None))
    return found


def _unit(price: Figure) -> str:
    return "户" if "户" in price.raw else "人"


def _paid(price: Figure, body: Sequence[Figure]) -> _Paid | None:
    """Return how many get so much, and what they get: the only ones of a clause or a sentence."""
    for near in (
        [one for one in body if one.clause == price.clause],
        [one for one in body if one.sentence == price.sentence],
    ):
        told = [one for one in near if one is not price and _is_level(one)]
        counts = [one for one in told if one.base == _unit(price)]
        wholes = [one for one in told if one.base == _MONEY and not _EACH.search(one.raw)]
        if len(wholes) > 1 and wholes[-1].parts and _is_beside(wholes[-1], price, body):
            wholes = wholes[-1:]  # 扶持资金1375万元，其中直补资金399万元，按每人每年600元标准…
        if len(counts) == 1 and len(wholes) == 1:
            return _Paid(counts[0], wholes[0]) if _is_paid(wholes[0]) else None
        if len(counts) > 1 or len(wholes) > 1:
            return None
    return None


def _is_level(one: Figure) -> bool:
    """Tell whether an amount is of all: 每月共发放169.26万元 is no mean."""
    return one.role == "level" or (one.role == "average" and _A_MONTH.match(one.raw) is not None)


def _is_beside(whole: Figure, price: Figure, body: Sequence[Figure]) -> bool:
    """Tell whether an amount stands right before a price, in its clause."""
    return any(one is whole and other is price for one, other in pairwise(body))


def _is_paid(whole: Figure) -> bool:
    """Tell whether an amount may be what is paid for all, and at once."""
    telling = whole.length >= _TELLING and not whole.carried and not _TERM.search(whole.raw)
    return telling and _PAID.search(whole.raw) is not None and not _IN_PART.search(whole.raw)


def _for_months_gone(price: Figure, body: Sequence[Figure]) -> _Paid | None:
    """惠及12061人，月人均增加103.2元，…。此次补发1—6月增加额共746.8万元: of all who get it."""
    near = [one for one in body if abs(one.sentence - price.sentence) <= _FAR]
    wholes = [one for one in near if one.base == _MONEY and _LATER.search(one.raw)]
    counts = [
        one
        for one in near
        if one.base == "人" and one.role == "level" and one.sentence <= price.sentence
    ]
    counts = [one for one in counts if one.span < price.span and not one.parts][-1:]
    return _Paid(counts[0], wholes[0]) if len(wholes) == 1 and counts else None


def _window(
    price: Figure, whole: Figure, facts: Facts, passage: Span
) -> Period | None:
    """Return the window for which an amount is paid: in its own words, else the one before."""
    told = [one for one in within(facts.periods, passage) if one.span < whole.span]
    own = [one for one in told if whole.span.start - one.span.end <= len(whole.raw)]
    if _LATER.search(whole.raw):
        return own[-1] if own else None
    told = own or [one for one in told if one.span < price.span]
    return told[-1] if told and not told[-1].cutoff else None


def _sum(paid: _Paid, price: Figure, months: int, *, exact: bool) -> Sum:
    """How many × how much a month × the months = what is paid; 50元 of a standard is no 50.4元."""
    times = exactly(months)
    whole = "." not in price.digits and exact

    def test(v: Sequence[Interval]) -> bool:
        each = exactly((v[2].low + v[2].high) / 2) if whole else v[2]
        return v[1].times(each).times(times).meets(v[0])

    def working() -> str:
        added = paid.heads.amount * price.amount * months / paid.whole.scale
        terms = f"{said(paid.heads)} × {said(price)}" + (f" × {months}个月" if months > 1 else "")
        shown = plain(added.quantize(Decimal("0.0001")))
        return f"{terms} = {shown}{paid.whole.unit}，文中为 {said(paid.whole)}"

    return Sum("average", (paid.whole, paid.heads, price), test, working, 0, sure=False).settle()
