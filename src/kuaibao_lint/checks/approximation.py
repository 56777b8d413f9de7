"""“Roughly” said twice: 约300人左右, 超过95%以上, 近500多人."""

from __future__ import annotations

from functools import cache

from kuaibao_lint.checks.grams import Pairs, keys, places
from kuaibao_lint.diagnostics import Edit, Finding
from kuaibao_lint.light_typing import TYPE_CHECKING
from kuaibao_lint.patterns import pattern
from kuaibao_lint.source import Span

if TYPE_CHECKING:
    import re
    from collections.abc import Iterator, Mapping

    from kuaibao_lint.checks import Check
    from kuaibao_lint.context import Context

# 近3年多来 counts the years and does not round them.
_TIMES = ("年", "个月", "月", "个多月", "天", "日", "周", "岁", "小时")
# 上下联动, 左右两岸 are places and not figures.
_PLACES = ("联", "游", "协", "移", "级", "一", "两", "岸", "逢", "左右", "班")
# Units of more than one character.
_UNITS = (
    "个百分点|个工作日|个小时|个月|平方公里|平方千米|平方米|立方米|千瓦时|公里|千米|厘米|毫米|公斤"
    "|千克|公顷|小时|分钟|人次|户次|辆次|车次|场次|班次|件次|家次|台次|台套"
)
_LONGEST_UNIT = 8  # the longest that stands between the two words: 300多万 平方公里 左右
_NUMERALS = "0-9一二三四五六七八九十百千万亿两"
_LAST = frozenset("0123456789 一二三四五六七八九十百千万亿两")
_NONE: Mapping[str, tuple[str, ...]] = {}


@cache
def _figure() -> re.Pattern[str]:
    return pattern(r"[ ]?(?:[0-9][0-9.]{0,11}|[一二三四五六七八九十百千两]{1,6})[万亿千百]{0,2}")


@cache
def _unit() -> re.Pattern[str]:
    """What stands between a figure and the word behind it: a unit, and nothing else.

    超过300名60岁以上老人, 超过20家省级以上企业 say two things and none of them twice.
    """
    return pattern(rf"[ ]?(?:{_UNITS}|(?![{_NUMERALS}])[\u4e00-\u9fff%％℃])?[ ]?")


def redundant_approximation(
    pairs: Mapping[str, tuple[str, ...]],
    behind: Mapping[str, tuple[str, ...]] = _NONE,
    unless_before: Mapping[str, tuple[str, ...]] = _NONE,
) -> Check:
    """Find figures with a word for “roughly” (or a limit) said twice.

    pairs: word before a figure → words behind it that say the same again (约300人左右).
    behind: word right behind a figure → words further on that say the same again (300多人左右).
    unless_before: word before a figure → what must not stand before it (签约300余家).
    """
    for head in unless_before.keys() - pairs.keys():
        raise ValueError(f"“{head}”不在 pairs 中")
    longest_first = sorted(pairs, key=len, reverse=True)
    single = [number for number, head in enumerate(longest_first) if len(head) == 1]
    by_start: dict[int, list[int]] = {}
    for number, start in enumerate(keys(head[:2] for head in longest_first)):
        by_start.setdefault(start, []).append(number)
    starts = Pairs(by_start)

    def check(context: Context) -> Iterator[Finding]:
        text = context.text
        told_of = {number for start in starts.of(context) for number in by_start[start]}
        here = [longest_first[number] for number in sorted(told_of.union(single))]
        found = dict(_heads(text, here, pairs, unless_before))
        for head, tails in behind.items():
            for start in places(text, head):
                finding = _hedged_twice(text, start, head, tails)
                if finding is not None:
                    found.setdefault(finding.span.start, finding)
        last = 0
        for start in sorted(found):
            if start >= last:
                last = found[start].span.end
                yield found[start]

    return check


def _heads(
    text: str,
    heads: list[str],
    pairs: Mapping[str, tuple[str, ...]],
    unless_before: Mapping[str, tuple[str, ...]],
) -> Iterator[tuple[int, Finding]]:
    """Yield what is found behind the words before figures, and where it begins."""
    taken: set[int] = set()
    for head in heads:
        for start in places(text, head):
            end = start + len(head)
            # 约 within 大约 was seen already.
            if end in taken or text.endswith(unless_before.get(head, ()), 0, start):
                continue
            finding = _doubled(text, start, head, pairs[head])
            if finding is not None:
                taken.add(end)
                yield start, finding


def _doubled(text: str, start: int, head: str, tails: tuple[str, ...]) -> Finding | None:
    """Return the finding of a figure behind `head`, where one of `tails` follows it."""
    figure = _figure().match(text, start + len(head))
    if figure is None:
        return None
    at = figure.end()
    behind = _behind_unit(text, at)
    for tail in tails:
        if len(tail) > 1:
            found = _before_tail(text, start, at, behind, tail)
            if found is not None:
                return found
            continue
        # 多 and 余 stand right behind the figure, and the word before it goes.
        place = at + text.startswith(" ", at)
        if not text.startswith(tail, place):
            continue
        if text[place + 1 : place + 4].lstrip(" 万亿").startswith(_TIMES):
            continue
        span = Span(start, place + 1)
        edit = Edit(Span(start, start + len(head)), "")
        return Finding(span, {"expected": text[start + len(head) : span.end].strip()}, (edit,))
    return None


def _hedged_twice(text: str, start: int, head: str, tails: tuple[str, ...]) -> Finding | None:
    """Return the finding of a figure that ends in `head` at `start`, and is followed by a tail."""
    if text[start - 1 : start] not in _LAST:
        return None
    reach = start + len(head) + _LONGEST_UNIT
    tails = tuple([tail for tail in tails if text.find(tail, start, reach + len(tail)) >= 0])
    if not tails:
        return None
    figures = list(_figure().finditer(text, max(0, start - 16), start))
    if not figures or figures[-1].end() != start:
        return None
    first = figures[-1].start() + figures[-1].group().startswith(" ")
    at = start + len(head)
    at += text.startswith(("万", "亿"), at)
    behind = _behind_unit(text, at)
    found = (_before_tail(text, first, at, behind, tail) for tail in tails)
    return next((one for one in found if one is not None), None)


def _behind_unit(text: str, at: int) -> int:
    """Return where a unit that begins at `at` ends."""
    unit = _unit().match(text, at)
    return unit.end() if unit else at


def _before_tail(text: str, start: int, at: int, behind: int, tail: str) -> Finding | None:
    """Return the finding of what begins at `start`, where `tail` follows a unit, or none, at `at`.

    behind: where the unit ends.
    """
    place = behind
    if not text.startswith(tail, place):
        place = at  # 以 and 左 are no units
        if not text.startswith(tail, place):
            return None
    end = place + len(tail)
    if tail in ("左右", "上下") and text.startswith(_PLACES, end):
        return None
    edit = Edit(Span(place, end), "")
    return Finding(Span(start, end), {"expected": text[start:place].strip()}, (edit,))
