"""Terms with a character too few, one too many, or two that changed places.

乡村兴振, 新质产力, 人民的政府: where a pair is strange, the stretch is written as a term would
have it, and weighed as any other guess: by how much cheaper the words become.
"""

from __future__ import annotations

from kuaibao_lint.checks.confusions import CERTAIN, REACH, Guess
from kuaibao_lint.checks.grams import places
from kuaibao_lint.checks.strange import UNMET
from kuaibao_lint.checks.wordlist import LONGEST, TERM, TERM_PRICE, Pairs, costs, pairs, price
from kuaibao_lint.light_typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Iterator

# What a guess must spare, in tenths of a natural logarithm.
DROPPED, SWAPPED, ADDED = 80, 110, 115
# A number that lacks a figure, or has two changed, is no slip of the pen.
FIGURES = frozenset("一二三四五六七八九十百千万亿零两几")


class _Change(NamedTuple):
    """An edit that makes a term: `cut` characters from `at` become `put`.

    needed: what it must spare. certain: whether a fix can be more than a proposal.
    """

    at: int
    cut: int
    put: str
    needed: int
    certain: bool


def misprints(run: str, signs: dict[int, int]) -> Iterator[Guess]:
    """Yield the best guess for each strange pair of a run that is good enough.

    signs: what `strange` says of its pairs.
    """
    table = pairs()
    for place in signs:
        found = [
            (guess.score, guess)
            for change in _changes(run, place, signs, table)
            if FIGURES.isdisjoint(run[change.at : change.at + change.cut] + change.put)
            and (guess := _guess(run, change, table)) is not None
        ]
        if found:
            best = max(found)[1]
            others = {guess.word for _, guess in found} - {best.word}
            yield best._replace(sure=best.sure and not others)


def _changes(run: str, at: int, signs: dict[int, int], table: Pairs) -> Iterator[_Change]:
    """Yield the changes at the strange pair that starts at `at` which terms suggest."""
    first, second, third = run[at], run[at + 1], run[at + 2 : at + 3]
    unmet = signs[at] == UNMET
    needed = DROPPED if unmet else CERTAIN
    for place in places(table.beyond[first], second):
        yield _Change(at + 1, 0, table.between[first][place], needed, certain=False)
    # A term is longer than the two that changed places, so it has one of their neighbours.
    if first in table.inside[second] and (
        (at and second in table.inside[run[at - 1]]) or (third and third in table.inside[first])
    ):
        yield _Change(at, 2, second + first, SWAPPED, certain=True)
    twice = second in (first, third)
    # 党组副书记 is no slip: 副 and 书 are met elsewhere.
    odd = twice or signs.get(at + 1) == UNMET
    if unmet and odd and third and third in table.inside[first]:
        yield _Change(at + 1, 1, "", ADDED, certain=twice)


def _guess(run: str, change: _Change, table: Pairs) -> Guess | None:
    """Return the guess that a change makes, where it makes a term and spares enough."""
    at, cut, put, needed, certain = change
    changed = run[:at] + put + run[at + cut :]
    # The term has what changed places, or what was put in or closed up and its neighbours.
    first, last = (at, at + 2) if len(put) == 2 else (at - 1, at + len(put) + 1)
    low, high = _reach(changed, first, last, table)
    if high - low < TERM:
        return None
    spans = [
        (end - start, -price(changed[start:end]), start, end)
        for start in range(low, first + 1)
        for end in range(max(last, start + TERM), min(high, start + LONGEST) + 1)
        if price(changed[start:end]) <= TERM_PRICE
    ]
    if not spans:
        return None
    _, cost, start, end = max(spans)
    if not cut and (_is_taken(changed, start, table) or _is_lent(changed, end, table)):
        return None
    longer = cut - len(put)
    # No more can be spared around the stretch than in it.
    if costs(run[start : end + longer])[-1] + cost < needed:
        return None
    low, high = max(0, start - REACH), end + REACH
    spared = costs(run[low : high + longer])[-1] - costs(changed[low:high])[-1]
    if spared < needed:
        return None
    sure = certain and spared >= CERTAIN
    return Guess(spared, start, end + longer, changed[start:end], at, cut, put, sure)


def _is_taken(run: str, start: int, table: Pairs) -> bool:
    """Tell whether a character belongs to the word before: 夏粮播种面积 lacks no 食.

    In 培育新质产力 育 belongs to 培育, and 新 is free.
    """
    joined = table.joined
    if not start or run[start] not in joined[run[start - 1]]:
        return False
    return start < 2 or run[start - 1] not in joined[run[start - 2]]


def _is_lent(run: str, end: int, table: Pairs) -> bool:
    """Tell whether the last character belongs to the word behind: 县纪委委托 lacks no 监."""
    joined = table.joined
    if end >= len(run) or run[end] not in joined[run[end - 1]]:
        return False
    return end + 1 == len(run) or run[end + 1] not in joined[run[end]]


def _reach(changed: str, first: int, last: int, table: Pairs) -> tuple[int, int]:
    """Return how far a term around `first` to `last` can reach: its pairs are those of terms."""
    inside = table.inside
    low, high = first, last
    while low > 0 and changed[low] in inside[changed[low - 1]]:
        low -= 1
    while high < len(changed) and changed[high] in inside[changed[high - 1]]:
        high += 1
    return low, high
