"""Characters taken for others: 数局 for 数据, found by what the words around them cost.

A noisy channel over words: a stretch is split into its likeliest words, each at the price of
−ln of its frequency in official prose. Where one character is typed for another, the stretch
falls into odd single characters and is dear; with the right character it is cheap. A report needs
a great gain, and a pair of characters that official prose does not have.
"""

from __future__ import annotations

from bisect import bisect_left
from functools import lru_cache, partial
from itertools import chain, pairwise
from typing import TYPE_CHECKING, NamedTuple

from kuaibao_lint.checks.unmet import unmet
from kuaibao_lint.checks.wordlist import LONGEST, NEVER, Pairs, pairs, price
from kuaibao_lint.diagnostics import Edit, Finding
from kuaibao_lint.patterns import pattern
from kuaibao_lint.source import Span

if TYPE_CHECKING:
    from collections.abc import Iterator

    from kuaibao_lint.checks import Check
    from kuaibao_lint.context import Context

_HAN = pattern("[\u4e00-\u9fff]{2,}")
# How far the words around a slip reach.
REACH = 4
# Single characters that cost less together gain too little by being one word.
DEAR = 165
# A quotation no longer than this is a name that somebody made up.
COINED = 6
# What names of places end in.
PLACES = "镇乡村县市区屯庄寨旗州湾沟岭河湖"
# Surnames that nine in ten people have.
SURNAMES = frozenset(
    "王李张刘陈杨赵黄周吴徐孙胡朱高林何郭马罗梁宋郑谢韩唐冯于董萧肖程曹袁邓许傅沈曾彭吕苏卢蒋蔡"
    "贾丁魏薛叶阎余潘杜戴夏钟汪田任姜范方石姚谭廖邹熊金陆郝孔白崔康毛邱秦江史顾侯邵孟龙万段雷钱"
    "汤尹黎易常武乔贺赖龚文原麻付闫苗温翟柴牛庞樊兰殷施陶洪安颜倪严鲁韦申聂焦"
)
# What a name stands before.
NAMED = (
    *PLACES, "街道", "社区", "小区", "林场", "农场", "水库", "景区", "公园", "广场", "小学", "中学",
    "学校", "公司", "集团", "合作社", "大道", "大街", "同志",
)  # fmt: skip
# Prose has a mark of punctuation before so many characters.
LONGEST_RUN = 150
# How far around it is looked whether a stretch is written again: a bulletin, and no archive.
AROUND = 5_000
# How many stretches a run remembers: bulletins say the same again and again.
REMEMBERED = 1 << 14
# Of how many characters it remembers the sets of others.
ALIKE = 1 << 9


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
        return (
            (0 if alike else -self.shape) + (0 if met else self.lone) + (self.fit if fits else 0)
        )

    def word(self, word: str) -> float:
        """Return what the right word itself speaks for and against a guess."""
        return (self.long if len(word) > 2 else 0) - self.rare * max(0, price(word) - self.usual)


class _Guess(NamedTuple):
    score: float
    char: str
    at: int
    start: int
    end: int
    sure: bool = True


def confused_character(
    *,
    needed: int = 115,
    shape: int = 10,
    lone: int = 10,
    fit: int = 15,
    long: int = 10,
    usual: int = 90,
    rare: float = 0.8,
    margin: int = 20,
) -> Check:
    """Find characters that were typed for others which sound or look alike.

    needed: the score of a guess that is reported. It is by how much the right words are likelier,
    in tenths of a natural logarithm, and what follows.
    shape: how much less where the characters only look alike.
    lone: how much more where official prose has neither of the pairs around the printed one.
    fit: how much more where it has both pairs around the guessed one.
    long: how much more where the right word has three characters or more.
    usual, rare: a right word that costs more than `usual` counts so much less for each tenth.
    margin: a fix is offered as sure only where the next best guess is worse by so much.
    """
    weights = Weights(needed, shape, lone, fit, long, usual, rare, margin)
    guesses = lru_cache(maxsize=REMEMBERED)(partial(_guesses, weights))

    def check(context: Context) -> Iterator[Finding]:
        known = context.vocabulary.words
        for offset, run in _strange_runs(context.text):
            last = 0
            for best in guesses(run):
                if best.at < last or _is_apart(context, offset, offset + len(run)):
                    continue
                if _in_known(run, best.at, known) or _is_name(run, best, pairs()):
                    continue
                # A slip is seldom made twice; a name is written again and again.
                around = max(0, offset - AROUND), offset + AROUND
                if context.text.count(run[best.start : best.end], *around) > 1:
                    continue
                last = best.end
                span = Span(offset + best.start, offset + best.end)
                word = run[best.start : best.at] + best.char + run[best.at + 1 : best.end]
                place = offset + best.at
                edit = Edit(Span(place, place + 1), best.char)
                yield Finding(span, {"expected": word}, (edit,), unsure=not best.sure)

    return check


def _strange_runs(text: str) -> Iterator[tuple[int, str]]:
    """Yield the runs of Chinese characters that have a pair which is not known."""
    places = unmet(text)
    if not places:
        return
    index = 0
    for match in _HAN.finditer(text):
        start, end = match.span()
        if places[index] < end:
            if end - start <= LONGEST_RUN:
                yield start, match.group()
            index = bisect_left(places, end, index)
            if index == len(places):
                return


def _is_apart(context: Context, start: int, end: int) -> bool:
    """Tell whether a run is of the sign-off, or all that stands in quotation marks.

    The first has names of people; the second is a slogan, a pun or a brand.
    """
    signoff, text = context.bulletin.signoff, context.text
    if signoff and signoff.span.start <= start < signoff.span.end:
        return True
    around = text[max(0, start - 1) : start] + text[end : end + 1]
    return end - start <= COINED and around in ("“”", "‘’", "「」")


def _in_known(run: str, at: int, known: frozenset[str]) -> bool:
    """Tell whether the character at `at` stands in one of the publication's own words."""
    for word in known:
        start = run.find(word)
        while start >= 0:
            if start <= at < start + len(word):
                return True
            start = run.find(word, start + 1)
    return False


def _is_name(run: str, guess: _Guess, table: Pairs) -> bool:
    """Tell whether the stretch is part of a name: 东屯镇 is no slip for 东山镇."""
    return (
        run[guess.end - 1] in PLACES
        or run.startswith(NAMED, guess.end)
        or _is_person(run, guess.at, table)
    )


def _is_person(run: str, at: int, table: Pairs) -> bool:
    """Tell whether the character may belong to a person's name.

    It is, or stands one or two behind, a surname that is part of no usual word. Names are as odd
    as slips are: without this, one in seven was reported.
    """
    for start in range(max(0, at - 2), at + 1):
        if run[start] in SURNAMES and not _joined(run, start, table):
            return True
    return False


def _joined(run: str, at: int, table: Pairs) -> bool:
    """Tell whether a usual word of two characters has the one at `at`."""
    joined = table.joined
    return (at > 0 and run[at] in joined[run[at - 1]]) or (
        at + 1 < len(run) and run[at + 1] in joined[run[at]]
    )


def _odd_places(run: str, table: Pairs) -> list[int]:
    """Return the loose characters that are worth a closer look.

    They form no word with either neighbour, one of which is as loose; the two are dear as single
    words; and one of the pairs is not known.
    """
    joined, known = table.joined, table.known
    tied = [False]
    tied += [second in joined[first] for first, second in pairwise(run)]
    tied.append(False)
    loose = [at for at in range(len(run)) if not (tied[at] or tied[at + 1])]
    odd = []
    for index, at in enumerate(loose):
        left = index > 0 and loose[index - 1] == at - 1
        right = loose[index + 1 : index + 2] == [at + 1]
        if not left and not right:
            continue
        cost = price(run[at])
        cost += price(run[at - 1]) if left else 0
        cost += price(run[at + 1]) if right else 0
        if cost >= DEAR and (
            (at > 0 and run[at] not in known[run[at - 1]])
            or (at + 1 < len(run) and run[at + 1] not in known[run[at]])
        ):
            odd.append(at)
    return odd


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


def _guesses(weights: Weights, run: str) -> tuple[_Guess, ...]:
    """Return the best guess for each odd place of a run that is good enough."""
    table = pairs()
    return tuple(
        best
        for at in _odd_places(run, table)
        if (best := _guess(run, at, table, weights)) is not None
    )


def _guess(run: str, at: int, table: Pairs, weights: Weights) -> _Guess | None:
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
            found.append(_Guess(score, char, at, low + first, low + last))
    found.sort(key=lambda one: (-one.score, one.char))
    if not found or found[0].score < weights.needed:
        return None
    second = found[1].score if len(found) > 1 else -NEVER
    return found[0]._replace(sure=found[0].score - second >= weights.margin)


def _fits(left: str, char: str, right: str, table: Pairs) -> bool:
    """Tell whether official prose has both pairs around a guess; at an end there is none."""
    known = table.known
    return (not left or char in known[left]) and (not right or right in known[char])


def _prices(window: str, place: int) -> tuple[list[int], list[int]]:
    """Return what the words cost before each place up to `place`, and behind each after it."""
    size = len(window)
    before = [0] * (place + 1)
    for end in range(1, place + 1):
        before[end] = min(
            before[start] + price(window[start:end]) for start in range(max(0, end - LONGEST), end)
        )
    behind = [0] * (size + 1)
    for start in range(size - 1, place, -1):
        behind[start] = min(
            price(window[start:end]) + behind[end]
            for end in range(start + 1, min(size, start + LONGEST) + 1)
        )
    return before, behind


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
