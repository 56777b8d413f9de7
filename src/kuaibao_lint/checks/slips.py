"""Characters taken for others: 数局 for 数据, found by what the words around them cost.

A noisy channel over words: a stretch is split into its likeliest words, each at the price of
−ln of its frequency in official prose. Where one character is typed for another, the stretch
falls into odd single characters and is dear; with the right character it is cheap. A report needs
a great gain, and a pair of characters that official prose does not have.
"""

from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING, NamedTuple

from kuaibao_lint.checks.wordlist import LONGEST, NEVER, UNKNOWN, Pairs, pairs, price
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
PLACES = "镇乡村县屯庄寨旗州湾沟岭河湖"
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
# No word of two or more characters is cheaper; what is dearer by less can be passed over.
CHEAPEST = 45


class _Guess(NamedTuple):
    gain: int
    char: str
    start: int
    end: int


def confused_character(
    *, gain: int = 95, shape: int = 10, lone: int = 10, margin: int = 20
) -> Check:
    """Find characters that were typed for others which sound or look alike.

    gain: by how much the right words must be likelier, in tenths of a natural logarithm.
    shape: how much more it takes where the characters only look alike.
    lone: how much less it takes where official prose has neither of the pairs around.
    margin: a fix is offered as sure only where the next best guess is worse by so much.
    """

    def check(context: Context) -> Iterator[Finding]:
        table = pairs()
        known = known_words(context)
        for match in _HAN.finditer(context.text):
            run, offset, last = match.group(), match.start(), 0
            if _is_apart(context, match.start(), match.end()):
                continue
            for at in _odd_places(run, table):
                if at < last:
                    continue
                best, second = _guesses(run, at, table, shape, gain - lone)
                if best is None:
                    continue
                bonus = 0 if _met(run, at, table) else lone
                if best.gain + bonus < gain or _in_known(run, at, known):
                    continue
                if _is_name(context.text, run, at, best, table):
                    continue
                last = best.end
                span = Span(offset + best.start, offset + best.end)
                word = run[best.start : at] + best.char + run[at + 1 : best.end]
                place = offset + at
                sure = second is None or best.gain - second.gain >= margin
                edit = Edit(Span(place, place + 1), best.char)
                yield Finding(span, {"expected": word}, (edit,), unsure=not sure)

    return check


def _is_apart(context: Context, start: int, end: int) -> bool:
    """Tell whether a run is of the sign-off, or all that stands in quotation marks.

    The first has names of people; the second is a slogan, a pun or a brand.
    """
    signoff, text = context.bulletin.signoff, context.text
    if signoff and signoff.span.start <= start < signoff.span.end:
        return True
    around = text[max(0, start - 1) : start] + text[end : end + 1]
    return end - start <= COINED and around in ("“”", "‘’", "「」")


def known_words(context: Context) -> tuple[str, ...]:
    """Return the words of the publication, in which nothing is a slip."""
    words = context.vocabulary
    names = [form for unit in words.units for form in unit.forms]
    return (words.place, *words.sections, *words.terms, *names)


def _in_known(run: str, at: int, known: tuple[str, ...]) -> bool:
    """Tell whether the character at `at` stands in one of the publication's own words."""
    for word in known:
        start = run.find(word) if word else -1
        while start >= 0:
            if start <= at < start + len(word):
                return True
            start = run.find(word, start + 1)
    return False


def _is_name(text: str, run: str, at: int, guess: _Guess, table: Pairs) -> bool:
    """Tell whether the stretch is part of a name: 东屯镇 is no slip for 东山镇.

    A slip is seldom made twice; a name is written again and again.
    """
    return (
        run[guess.end - 1] in PLACES
        or run.startswith(NAMED, guess.end)
        or _is_person(run, at, table)
        or text.count(run[guess.start : guess.end]) > 1
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
    return run[at : at + 1] in table.joined.get(run[at - 1 : at], "") or (
        at + 1 < len(run) and run[at + 1] in table.joined.get(run[at], "")
    )


def _odd_places(run: str, table: Pairs) -> list[int]:
    """Return the loose characters that are worth a closer look.

    They form no word with either neighbour, one of which is as loose; the two are dear as single
    words; and one of the pairs is not known.
    """
    joined, known, single = table.joined, table.known, table.single
    tied = [False]
    tied += [second in joined.get(first, "") for first, second in pairwise(run)]
    tied.append(False)
    loose = [at for at in range(len(run)) if not (tied[at] or tied[at + 1])]
    odd = []
    for index, at in enumerate(loose):
        left = index > 0 and loose[index - 1] == at - 1
        right = loose[index + 1 : index + 2] == [at + 1]
        if not left and not right:
            continue
        cost = single.get(run[at], UNKNOWN)
        cost += single.get(run[at - 1], UNKNOWN) if left else 0
        cost += single.get(run[at + 1], UNKNOWN) if right else 0
        if cost >= DEAR and (
            (at > 0 and run[at] not in known.get(run[at - 1], ""))
            or (at + 1 < len(run) and run[at + 1] not in known.get(run[at], ""))
        ):
            odd.append(at)
    return odd


def _met(run: str, at: int, table: Pairs) -> bool:
    """Tell whether official prose has one of the pairs around the place."""
    return (at > 0 and run[at] in table.known.get(run[at - 1], "")) or (
        at + 1 < len(run) and run[at + 1] in table.known.get(run[at], "")
    )


def _guesses(
    run: str, at: int, table: Pairs, shape: int, needed: int
) -> tuple[_Guess | None, _Guess | None]:
    """Return the best and the second best character for a place, by what they gain."""
    char = run[at]
    near: set[str] = set()
    if at > 0:
        near.update(table.around(run[at - 1])[0])
    if at + 1 < len(run):
        near.update(table.around(run[at + 1])[1])
    sounds, shapes = table.around(char)[2:]
    by_sound, by_shape = near.intersection(sounds), near.intersection(shapes)
    if not by_sound and not by_shape:
        return None, None
    low = max(0, at - REACH)
    window = run[low : at + REACH + 1]
    place = at - low
    before, behind = _prices(window, place)
    own = _best(window, place, before, behind)[0]
    if own - min(before) - min(behind) - CHEAPEST < needed:
        return None, None
    found = []
    for guesses, more in ((by_sound, 0), (by_shape, shape)):
        for guess in guesses:
            changed = window[:place] + guess + window[place + 1 :]
            cost, start, end = _best(changed, place, before, behind)
            if end - start > 1 and own - cost - more >= needed - 20:
                found.append(_Guess(own - cost - more, guess, low + start, low + end))
    found.sort(key=lambda one: (-one.gain, one.char))
    best = found[0] if found else None
    return best, found[1] if len(found) > 1 else None


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


def _best(window: str, place: int, before: list[int], behind: list[int]) -> tuple[int, int, int]:
    """Return the least price of the window, and the word that then covers the place."""
    best = (NEVER * 2, place, place + 1)
    for start in range(place, -1, -1):
        for end in range(place + 1, min(len(window), start + LONGEST) + 1):
            around = before[start] + behind[end]
            if around < best[0]:
                cost = around + price(window[start:end])
                if cost < best[0]:
                    best = (cost, start, end)
    return best
