"""What an account's total is the sum of: some of the amounts before it, or of those behind it."""

from __future__ import annotations

from kuaibao_lint.facts.claims import terms
from kuaibao_lint.facts.relations import evidence, formulas
from kuaibao_lint.intervals import exactly, total
from kuaibao_lint.light_typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Sequence

    from kuaibao_lint.facts.claims.figure import Figure
    from kuaibao_lint.facts.claims.model import Account, Level
    from kuaibao_lint.facts.relations.sum import Sum

_FEWEST = 2  # amounts that make a sum
_LONG = 5  # digits of a total that the amounts behind it come one slip near by chance seldom
_LISTED = 3  # amounts at least, of which no word says where they begin


def account(claim: Account) -> list[Sum]:
    """Return the sum that is right, else one that would be but for a slip."""
    whole = claim.total.figure
    behind = _readings(claim.after)
    before = _readings(claim.before)
    runs: list[Sequence[Figure]] = [
        one[start:] for one in before for start in range(len(one) - _FEWEST + 1)
    ]
    runs += [one[:end] for one in behind for end in range(len(one), _FEWEST - 1, -1)]
    for run in runs:
        if total([one.value for one in run]).meets(whole.value):
            return [formulas.parts_of(whole, run)]
    if any(one.figure.remains for one in claim.before[-1:]):
        return []  # 转贷收入20386万元等，收入总计349506万元
    told: list[Sequence[Figure]] = [run for one in before for run in _told(one)]
    sums = [formulas.parts_of(whole, run) for run in told]
    # What a total is made of is seldom told in full behind it: 收入总计…，其中补助…，结转….
    listed = (formulas.parts_of(whole, run) for one in behind for run in _first(one))
    sums += [one for one in listed if whole.length >= _LONG and evidence.tells(one)]
    return [one for one in sums if one.explained()][:1]


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


def _told(figures: Sequence[Figure]) -> list[Sequence[Figure]]:
    """Return the lists before a total, as words tell where they begin.

    收入7.2亿元。加上结转0.2亿元、动用结余1.9亿元，收入合计…: with what 加上 adds to.
    """
    for at, one in enumerate(figures):
        if at and terms.ADDED.search(one.raw):
            return [figures[at - 1 :]]
    starts = range(max(0, len(figures) - _LISTED + 1))
    return [run for at in starts if _is_account(run := figures[at:])]


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
