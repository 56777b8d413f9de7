"""Characters taken for others: 数局 for 数据, found by what the words around them cost.

A noisy channel over words: a stretch is split into its likeliest words, each at the price of
−ln of its frequency in official prose. Where one character is typed for another, the stretch
falls into odd single characters and is dear; with the right character it is cheap. A report needs
a great gain, and a pair of characters that official prose does not have.
"""

from __future__ import annotations

from functools import lru_cache
from itertools import chain

from kuaibao_lint.checks.strange import UNMET
from kuaibao_lint.checks.wordlist import LONGEST, NEVER, Pairs, costs, is_term, pairs, price
from kuaibao_lint.light_typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

# How far the words around a slip reach.
REACH = 4
# Single characters that cost less together gain too little by being one word.
DEAR = 165
# Of how many characters a run remembers the sets of others.
ALIKE = 1 << 9
# What a guess must spare, in tenths of a natural logarithm, where prose has the pair, where a fix
# is made unasked, and where what is guessed is what others are like.
CERTAIN = 150


class Guess(NamedTuple):
    """What a stretch of a run of characters should be.

    start, end: the stretch. word: what it should be. at, cut, put: the edit, `cut` characters from
    `at` on become `put`. sure: it is a term, and nothing else comes near.
    """

    score: float
    start: int
    end: int
    word: str
    at: int
    cut: int
    put: str
    sure: bool = True


class Weights(NamedTuple):
    """What counts for and against a guess; see `confused_character`."""

    needed: int
    shape: int
    lone: int
    fit: int
    long: int
    usual: int
    rare: float
    margin: int

    @property
    def most(self) -> int:
        """The most that can speak for a guess besides what it spares."""
        return self.lone + self.fit + self.long

    def around(self, *, alike: bool, met: bool, fits: bool) -> int:
        """Return what the pairs around speak for and against a guess, whatever word it makes."""
        return (0 if alike else -self.shape) + (0 if met else self.lone) + (self.fit if fits else 0)

    def word(self, word: str) -> float:
        """Return what the right word itself speaks for and against a guess."""
        return (self.long if len(word) > 2 else 0) - self.rare * max(0, price(word) - self.usual)


def confusions(weights: Weights, run: str, odd: Iterable[int]) -> Iterator[Guess]:
    """Yield the best guess for each odd place of a run that is good enough."""
    table = pairs()
    for at in odd:
        best = _guess(run, at, table, weights)
        if best is not None:
            yield best


def odd_places(run: str, signs: dict[int, int]) -> list[int]:
    """Return the loose characters that are worth a closer look.

    They form no word with either neighbour, one of which is as loose; the two are dear as single
    words; and one of the pairs is not known. signs: what `strange` says of its pairs.
    """
    if UNMET not in signs.values():
        return []
    table = pairs()
    unmet = [at for at, sign in signs.items() if sign == UNMET]
    odd = []
    for at in sorted({*unmet, *(at + 1 for at in unmet)}):
        if not _is_loose(run, at, table):
            continue
        loose = [by for by in (at - 1, at + 1) if _is_loose(run, by, table)]
        if loose and price(run[at]) + sum(price(run[by]) for by in loose) >= DEAR:
            odd.append(at)
    return odd


def _is_loose(run: str, at: int, table: Pairs) -> bool:
    """Tell whether there is a character that forms no usual word with a neighbour."""
    if not 0 <= at < len(run):
        return False
    joined = table.joined
    if at > 0 and run[at] in joined[run[at - 1]]:
        return False
    return at + 1 == len(run) or run[at + 1] not in joined[run[at]]


def _met(run: str, at: int, table: Pairs) -> bool:
    """Tell whether official prose has one of the pairs around the place."""
    known = table.known
    return (at > 0 and run[at] in known[run[at - 1]]) or (
        at + 1 < len(run) and run[at + 1] in known[run[at]]
    )


@lru_cache(maxsize=ALIKE)
def _taken(char: str) -> tuple[frozenset[str], frozenset[str]]:
    """Return the characters that one may be taken for, and those of them that sound like it."""
    table = pairs()
    sounds = frozenset(table.alike(char) - {char})
    return sounds.union(table.shapes[char]) - {char}, sounds


@lru_cache(maxsize=ALIKE)
def _after(char: str) -> frozenset[str]:
    return frozenset(pairs().after[char])


@lru_cache(maxsize=ALIKE)
def _before(char: str) -> frozenset[str]:
    return frozenset(pairs().before[char])


def _guess(run: str, at: int, table: Pairs, weights: Weights) -> Guess | None:
    """Return the best character for a place, where it is good enough."""
    left, right = run[at - 1 : at] if at else "", run[at + 1 : at + 2]
    taken, sounds = _taken(run[at])
    by_left = taken & _after(left) if left else frozenset[str]()
    by_right = taken & _before(right) if right else frozenset[str]()
    near = by_left | by_right
    if not near:
        return None
    low = max(0, at - REACH)
    window, place = run[low : at + REACH + 1], at - low
    words = list(_words(window, place, by_left, by_right))
    if not _worthwhile(window, words, weights):
        return None
    before, behind = _prices(window, place)
    own = _best(window, place, before, behind)
    alone = before[place] + behind[place + 1]
    best = {char: (alone + price(char), place, place + 1) for char in near}
    for char, first, last, cost in words:
        best[char] = min(best[char], (before[first] + cost + behind[last], first, last))
    met = _met(run, at, table)
    found = []
    for char, (cost, first, last) in best.items():
        if last - first > 1:
            fits = _fits(left, char, right, table)
            word = window[first:place] + char + window[place + 1 : last]
            bonus = weights.around(alike=char in sounds, met=met, fits=fits)
            score = own - cost + bonus + weights.word(word)
            found.append(Guess(score, low + first, low + last, word, at, 1, char))
    found.sort(key=lambda one: (-one.score, one.put))
    if not found or found[0].score < weights.needed:
        return None
    second = found[1].score if len(found) > 1 else -NEVER
    sure = found[0].score - second >= weights.margin and is_term(found[0].word)
    return found[0]._replace(sure=sure)


def _fits(left: str, char: str, right: str, table: Pairs) -> bool:
    """Tell whether official prose has both pairs around a guess; at an end there is none."""
    known = table.known
    return (not left or char in known[left]) and (not right or right in known[char])


def _prices(window: str, place: int) -> tuple[list[int], list[int]]:
    """Return what the words cost before each place up to `place`, and behind each after it."""
    size = len(window)
    behind = [0] * (size + 1)
    for start in range(size - 1, place, -1):
        behind[start] = min(
            price(window[start:end]) + behind[end]
            for end in range(start + 1, min(size, start + LONGEST) + 1)
        )
    return costs(window[:place]), behind


def _best(window: str, place: int, before: list[int], behind: list[int]) -> int:
    """Return the least price of the window."""
    return min(
        before[start] + price(window[start:end]) + behind[end]
        for start in range(place + 1)
        for end in range(place + 1, min(len(window), start + LONGEST) + 1)
    )


def _words(
    window: str, place: int, by_left: frozenset[str], by_right: frozenset[str]
) -> Iterator[tuple[str, int, int, int]]:
    """Yield the words that a character makes at the place: it, their start, end and price.

    by_left, by_right: the characters that follow the one before the place, and precede the one
    behind it, in usual words. A word on both sides of the place has known pairs only, so that a
    run of odd characters has few.
    """
    known = pairs().known
    start, end = place - 1, place + 2
    while start > 0 and window[start] in known[window[start - 1]]:
        start -= 1
    while end < len(window) and window[end] in known[window[end - 1]]:
        end += 1
    left = [(first, place + 1) for first in range(place)]
    right = [(place, last) for last in range(place + 2, len(window) + 1)]
    both = [
        (first, last)
        for first in range(max(start, 0), place)
        for last in range(place + 2, min(end, len(window), first + LONGEST) + 1)
    ]
    for char in by_left | by_right:
        changed = window[:place] + char + window[place + 1 :]
        for first, last in chain(
            left if char in by_left else (), right if char in by_right else (), both
        ):
            cost = price(changed[first:last])
            if cost < NEVER:
                yield char, first, last, cost


def _worthwhile(window: str, words: list[tuple[str, int, int, int]], weights: Weights) -> bool:
    """Tell whether one of the words may gain enough: it spares no more than its characters cost."""
    least = weights.needed - weights.most
    return any(
        sum(map(price, window[first:last])) - cost >= least for _, first, last, cost in words
    )
