"""Accounts: 收入总计 is what came in, with what was given, lent, taken from funds and left over."""

from __future__ import annotations

from itertools import pairwise

from kuaibao_lint.facts.claims import terms
from kuaibao_lint.facts.claims.figure import altogether
from kuaibao_lint.facts.claims.model import Account, Total
from kuaibao_lint.light_typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Sequence

    from kuaibao_lint.facts.claims.figure import Figure
    from kuaibao_lint.facts.claims.model import Claim, Level

_MOST = 20  # amounts of one account: they bound the work
_ALL_ABOVE = 8  # sentences before 以上收入总计
_SENTENCES = 3  # from the total to the last of what it is made of


def accounts(levels: Sequence[Level]) -> list[Claim]:
    """收入27亿元，加上补助38亿元、结转5亿元，收入合计70亿元; 总收入70亿元，其中…。补助…；结转….

    The total stands behind its list or before it; the list ends where the next total stands.
    """
    totals = [at for at, one in enumerate(levels) if _is_total(one)]
    found: list[Claim] = []
    for at, last, following in zip(
        totals, [-1, *totals], [*totals[1:], len(levels)], strict=False
    ):
        total = levels[at]
        before = [one for one in levels[max(last + 1, at - _MOST) : at] if _near(one, total)]
        after = [one for one in levels[at + 1 : min(following, at + _MOST)] if _near(one, total)]
        found.append(Account(total, before, after))
    for at, other in pairwise(totals):
        found += _balanced(levels[at], levels[other], levels[other + 1 : other + _MOST])
    return found


def _is_total(level: Level) -> bool:
    words = level.figure.raw
    return (
        terms.ACCOUNT_MARKS.search(words) is not None and terms.ACCOUNT.search(words) is not None
    )


def _near(one: Level, total: Level) -> bool:
    apart = abs(one.figure.sentence - total.figure.sentence)
    most = _ALL_ABOVE if total.figure.raw.startswith(("以上", "上述")) else _SENTENCES
    return apart <= most and one.figure.base == total.figure.base


def _balanced(income: Level, outlay: Level, after: Sequence[Level]) -> list[Claim]:
    """收入总计159.98亿元。…支出总计159.98亿元: both are one amount, unless something is left."""
    whole, part = income.figure, outlay.figure
    if not (terms.GRAND_INCOME.search(whole.raw) and terms.GRAND_OUTLAY.search(part.raw)):
        return []
    if part.length < terms.TELLING or whole.base != part.base:
        return []
    left = [c.figure for c in after if c.figure.sentence == part.sentence]
    kept = [at for at, one in enumerate(left, 1) if _is_kept(one, part)]
    if kept and kept[0] == 1 and left[0].raw in terms.LEFT_AFTER_ALL:
        return [Total(whole, [[part, left[0]], [part]])]  # 支出总量10.0亿元，结转1.8亿元
    if kept and altogether(left[: kept[-1]]) != whole.amount:
        return []  # 支出总计3313万元，其中本级…，结转下年1592万元: unless with it they make as much
    return [Total(whole, [[part]])]


def _is_kept(one: Figure, outlay: Figure) -> bool:
    return one.clause == outlay.clause and terms.LEFT_OVER.search(one.raw) is not None
