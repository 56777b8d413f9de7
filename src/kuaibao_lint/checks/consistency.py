"""One name printed in two forms in one issue: “两稳一保” and “两保一稳”, 恒通公司 and 恒同公司.

Each form may be right by itself, so a finding names both, how often each is printed, and offers no
fix: which one is meant, a person knows.
"""

from __future__ import annotations

from functools import cache
from itertools import pairwise

from kuaibao_lint.checks.grams import Pairs, keys, places
from kuaibao_lint.checks.lexicon import SINGLES, is_han, look_alike, sound_alike
from kuaibao_lint.diagnostics import Finding, Related
from kuaibao_lint.light_typing import TYPE_CHECKING, NamedTuple
from kuaibao_lint.patterns import pattern
from kuaibao_lint.source import Span

if TYPE_CHECKING:
    import re
    from collections.abc import Iterable, Iterator

    from kuaibao_lint.checks import Check
    from kuaibao_lint.context import Context

# What tells two things apart: “一村一策” and “一户一策”, the second and the third plan.
_TELLING = frozenset(
    "零一二三四五六七八九十百千万两双单首末省市州县区乡镇村社组户人家国企校院门厂店园东西南北中上下"
    "前后左右内外大小老少新旧高低长短春夏秋冬年月日周季甲乙丙丁男女"
)
# Names shorter than this are many, and one character makes another word of them.
_SHORT = 4
# From how many characters up two names that differ in one are hardly two by intent.
_LONG = 8
# How much of an organisation's name is compared, before what it ends in.
_STEMS = (2, 3, 4)
# Names that are compared in one text: an issue has some dozens, an archive is no issue.
_MOST = 1000


class _Seen(NamedTuple):
    start: int
    times: int


_Names = dict[str, _Seen]


@cache
def _quoted() -> re.Pattern[str]:
    return pattern("“([\u4e00-\u9fff]{3,20})”|《([\u4e00-\u9fff]{6,40})》")


@cache
def _only_quoted() -> re.Pattern[str]:
    # One mark is looked for ten times faster than two.
    return pattern("“([\u4e00-\u9fff]{3,20})”")


def two_forms(endings: tuple[str, ...] = ()) -> Check:
    """Find a name printed in two forms that a slip tells apart.

    Names are what stands in “” or 《》, and what ends in one of the words below. A slip is two
    characters in each other's place, one that sounds or looks like another, or one left out of a
    long name.
    endings: what names of organisations and places end in (有限公司).
    """
    starts = keys(word[:2] for word in endings)
    known, pairs = list(zip(endings, starts, strict=True)), Pairs(starts)

    def check(context: Context) -> Iterator[Finding]:
        text = context.text
        names: _Names = {}
        named = _quoted() if "《" in text else _only_quoted()
        for match in named.finditer(text):
            _count(names, match[match.lastindex or 0], match.start() + 1)
        told = {}
        slips = (*_swapped(names), *_one_apart(names, 0, frozenset()), *_one_short(names))
        for one, other in slips:
            told[one, other] = _finding(names, one, other)
        had = pairs.of(context)
        for ending, pair in known:
            if pair not in had:
                continue
            stems = _named(text, ending)
            for one, other in _one_apart(stems, 1, SINGLES):
                # 恒通食品 and 通食品 are stems of one name.
                finding = _finding(stems, one, other)
                told.setdefault((str(finding.span.end), ending), finding)
        yield from sorted(told.values(), key=lambda finding: finding.span)

    return check


def _count(names: _Names, name: str, start: int) -> None:
    if name in names:
        names[name] = _Seen(names[name].start, names[name].times + 1)
    elif len(names) < _MOST:
        names[name] = _Seen(start, 1)


def _named(text: str, ending: str) -> _Names:
    """Return the last characters of names with this ending, and the ending."""
    stems: _Names = {}
    for place in places(text, ending):
        for size in _STEMS:
            start = place - size
            if start < 0 or not all(map(is_han, text[start:place])):
                break
            _count(stems, text[start:place] + ending, start)
    return stems


def _swapped(names: Iterable[str]) -> Iterator[tuple[str, str]]:
    """Yield names that are each other with two characters in each other's place."""
    alike: dict[str, list[str]] = {}
    for name in names:
        alike.setdefault("".join(sorted(name)), []).append(name)
    for some in alike.values():
        for one, other in pairwise(some):
            if sum(a != b for a, b in zip(one, other, strict=True)) == 2:
                yield one, other


def _one_apart(
    names: Iterable[str], first: int, never: frozenset[str]
) -> Iterator[tuple[str, str]]:
    """Yield names that differ in one character, from the place `first` on, by sound or shape.

    never: further characters that are not taken for others.
    """
    alike: dict[tuple[int, str], list[str]] = {}
    for name in names:
        for at in range(first, len(name) if len(name) >= _SHORT else 0):
            alike.setdefault((at, name[:at] + name[at + 1 :]), []).append(name)
    for (at, _), some in alike.items():
        for one, other in pairwise(some):
            chars = {one[at], other[at]}
            telling = chars & _TELLING
            # 一湖一策 is no slip for 一户一策; in a long title 乡材 is one for 乡村.
            if chars & never or (telling and (len(one) < _LONG or telling == chars)):
                continue
            if _mistaken(*chars):
                yield one, other


def _one_short(names: _Names) -> Iterator[tuple[str, str]]:
    """Yield long names of which one lacks a character of the other."""
    for name in names:
        for at in range(len(name) if len(name) > _LONG else 0):
            other = name[:at] + name[at + 1 :]
            if other in names and name[at] not in _TELLING:
                yield name, other
                break


def _mistaken(one: str, other: str) -> bool:
    return sound_alike(one, other) or look_alike(one, other)


def _finding(names: _Names, one: str, other: str) -> Finding:
    """Return the finding on the rarer form, or the later of two as frequent."""
    rare, usual = sorted((one, other), key=lambda name: (names[name].times, -names[name].start))
    pair = rare, usual
    spans = [Span(names[name].start, names[name].start + len(name)) for name in pair]
    return two(pair, (spans[0], spans[1]), (names[rare].times, names[usual].times))


def two(names: tuple[str, str], spans: tuple[Span, Span], counts: tuple[int, int]) -> Finding:
    """Return the finding on the first of two forms, which speaks of the second as well."""
    values = {"count": str(counts[0]), "other": names[1], "others": str(counts[1])}
    return Finding(spans[0], values, (), (Related(spans[1], f"这里写作“{names[1]}”"),))


def set_phrase(objects: str) -> Check:
    """Find a set phrase whose words come in another order, or with another word: 禁毒、拒毒、防毒.

    Its words are verbs of one object, which is what makes it a phrase and no list of things.
    objects: the characters that may be such an object.
    """
    expression = pattern(rf"[\u4e00-\u9fff](?P<it>[{objects}])(?:、[\u4e00-\u9fff](?P=it)){{2,5}}")
    seams = Pairs(keys(char + "、" for char in objects))

    def check(context: Context) -> Iterator[Finding]:
        text = context.text
        if not seams.of(context):
            return
        phrases: dict[str, _Names] = {}
        for match in expression.finditer(text):
            _count(phrases.setdefault(match["it"], {}), match.group(), match.start())
        for some in phrases.values():
            for one, other in pairwise(some):
                first, second = one.split("、"), other.split("、")
                if len(first) == len(second) and len(set(first) & set(second)) >= len(first) - 1:
                    yield _finding(some, one, other)

    return check
