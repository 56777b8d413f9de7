"""What an account's total is the sum of: some of the amounts before it, or of those behind it."""

from __future__ import annotations

from itertools import takewhile

from kuaibao_lint.facts.claims import terms
from kuaibao_lint.facts.claims.figure import altogether
from kuaibao_lint.facts.relations import evidence, formulas, movements
from kuaibao_lint.intervals import exactly, total
from kuaibao_lint.light_typing import TYPE_CHECKING
from kuaibao_lint.patterns import pattern

if TYPE_CHECKING:
    from collections.abc import Sequence

    from kuaibao_lint.facts.claims.figure import Figure
    from kuaibao_lint.facts.claims.model import Account, Level
    from kuaibao_lint.facts.relations.sum import Sum

# What is added to an amount, and what is taken from it.
_TURNS, _TAKES = pattern("加上?|减[去上除]?|扣[减除]"), pattern("减[去上除]?|扣[减除]")
_FEWEST = 2  # amounts that make a sum
_LONG = 5  # digits of a total that the amounts behind it come one slip near by chance seldom
_LISTED = 3  # amounts at least, of which no word says where they begin


def account(claim: Account) -> list[Sum]:
    """Return the sum that is right, else one that would be but for a slip."""
    whole = claim.total.figure
    behind = _readings(_of_one_side(whole, claim.after))
    before = _readings(_of_one_side(whole, claim.before[::-1])[::-1])
    runs: list[Sequence[Figure]] = [
        one[start:] for one in before for start in range(len(one) - _FEWEST + 1)
    ]
    runs += [one[:end] for one in behind for end in range(len(one), _FEWEST - 1, -1)]
    told: list[Sequence[Figure]] = [run for one in before for run in _told(one, whole)]
    runs += told
    fits = [run for run in runs if total([one.value for one in run]).meets(whole.value)]
    if fits:  # the one that is right to the last digit, where there is one
        exact = (run for run in fits if altogether(run) == whole.amount)
        return [formulas.parts_of(whole, next(exact, fits[0]))]
    if less := _with_less(whole, [one.figure for one in claim.before if one.group is None]):
        return less
    if any(one.figure.remains for one in claim.before[-1:]):
        return []  # 转贷收入20386万元等，收入总计349506万元
    sums = [formulas.parts_of(whole, run) for run in told]
    # What a total is made of is seldom told in full behind it: 收入总计…，其中补助…，结转….
    listed = (formulas.parts_of(whole, run) for one in behind for run in _first(one))
    sums += [one for one in listed if _in_full(one)]
    return [one for one in sums if one.explained()][:1] or _by_two(whole, before)


def _with_less(whole: Figure, figures: Sequence[Figure]) -> list[Sum]:
    """收入3.8亿元，加补助15.2亿元，减去上解0.2亿元，可用财力18.8亿元: with what goes from it."""
    at = next((i for i, one in enumerate(figures) if _TURNS.match(one.raw)), 0)
    came = [one for one in figures[at - 1 :] if not _TAKES.match(one.raw)] if at else []
    went = [one for one in figures[at:] if _TAKES.match(one.raw)] if at else []
    return [movements.flow(came[0], came[1:], went, whole)] if came and went else []


def _of_one_side(whole: Figure, levels: Sequence[Level]) -> list[Level]:
    """收入合计9.3亿元。支出8.0亿元，结余1.3亿元: what was spent is no part of what came in.

    levels: those behind the total, or those before it, the last first.
    """
    side, other = ("收入", "支出") if "支出" not in whole.raw else ("支出", "收入")
    return [*takewhile(lambda one: other not in one.figure.raw or side in one.figure.raw, levels)]


def _in_full(added: Sum) -> bool:
    """Tell whether a list behind its total is long, or is more than the total."""
    whole = added.operands[0]
    exceeds = evidence.parts_amount(added) > whole.amount
    return whole.length >= (_LONG - 1 if exceeds else _LONG) and evidence.tells(added)


def _by_two(whole: Figure, before: Sequence[Sequence[Figure]]) -> list[Sum]:
    """收入4133万元，加补助1670万元，其中一般1409万元，专项351万元，结转62万元，…，合计….

    What the total leaves for an amount is what its own parts make: both speak against it.
    """
    figures = before[0] if before else ()
    for at, one in enumerate(figures):
        added = exactly(0)
        for count, part in enumerate(figures[at + 1 :], 1):
            added = added.plus(part.value)
            rest = [*figures[:at], one, *figures[at + 1 + count :]]
            others = total([other.value for other in rest if other is not one])
            if count < _FEWEST or len(rest) < _LISTED or one.length < _LONG - 1:
                continue
            if not added.plus(others).meets(whole.value):
                continue
            inner = formulas.parts_of(one, figures[at + 1 : at + 1 + count])
            if inner.mended(0):
                return [inner, formulas.parts_of(whole, rest)]
    return []


def _readings(levels: Sequence[Level]) -> list[list[Figure]]:
    """Return the amounts without those that are parts of another: by their sums, by 其中."""
    figures = [one.figure for one in levels]
    by_sums = _collapsed(figures)
    by_words = [one.figure for one in levels if one.group is None]
    return [by_sums, by_words] if by_words != by_sums else [by_sums]


def _collapsed(figures: Sequence[Figure]) -> list[Figure]:
    """Leave out what adds up to the amount before it: 补助9万元（返还4万元、转移5万元）."""
    kept: list[Figure] = []
    for one in reversed(figures):
        added = exactly(0)
        for count, part in enumerate(kept, 1):
            added = added.plus(part.value)
            if count >= _FEWEST and added.meets(one.value):
                del kept[:count]
                break
        kept.insert(0, one)
    return kept


def _told(figures: Sequence[Figure], whole: Figure) -> list[Sequence[Figure]]:
    """Return the lists before a total, as words tell where they begin.

    收入7.2亿元。加上结转0.2亿元、动用结余1.9亿元，收入合计…: with what 加上 adds to.
    """
    for at, one in enumerate(figures):
        if at and terms.ADDED.search(one.raw):
            # 收入5.9亿元，其中土地出让5.3亿元。加上补助0.2亿元，…: or to what was told before
            earlier = (some for some in reversed(figures[: at - 1]) if _is_side(some))
            return [figures[at - 1 :], *([some, *figures[at:]] for some in earlier)]
    if len(figures) == _FEWEST and whole.weight >= _LONG - 1 and figures[-1].clause == whole.clause:
        return [figures] if _is_account(figures) and _is_side(figures[0]) else []
    starts = range(max(0, len(figures) - _LISTED + 1))
    return [run for at in starts if _is_account(run := figures[at:])]


def _is_side(figure: Figure) -> bool:
    """支出941万元，调出资金1548万元，支出总量2489万元: with the account's own amount."""
    return "收入" in figure.raw or "支出" in figure.raw


def _first(figures: Sequence[Figure]) -> list[Sequence[Figure]]:
    """Return the lists behind a total that may be all of it: 总收入…，其中…。补助…；结转….

    They end with a clause.
    """
    ends = [
        at
        for at in range(len(figures), _LISTED - 1, -1)
        if at == len(figures) or figures[at].clause != figures[at - 1].clause
    ]
    return [run for at in ends if _is_account(run := figures[:at])]


def _is_account(figures: Sequence[Figure]) -> bool:
    """Tell whether all but one are what only accounts have: 补助, 结转, 调入."""
    listed = sum(terms.IN_ACCOUNTS.search(one.raw) is not None for one in figures)
    return listed >= len(figures) - 1
