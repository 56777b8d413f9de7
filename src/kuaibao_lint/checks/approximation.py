"""“Roughly” said twice: 约300人左右, 超过95%以上, 近500多人."""

from __future__ import annotations

from functools import cache

from kuaibao_lint.checks.grams import places
from kuaibao_lint.diagnostics import Edit, Finding
from kuaibao_lint.light_typing import TYPE_CHECKING
from kuaibao_lint.patterns import pattern
from kuaibao_lint.source import Span

if TYPE_CHECKING:
    import re
    from collections.abc import Iterator, Mapping

    from kuaibao_lint.checks import Check
    from kuaibao_lint.context import Context

# The longest unit between a figure and the word behind it: 个百分点.
_UNIT = 4
# 近3年多来 counts the years and does not round them.
_TIMES = ("年", "个月", "月", "个多月", "天", "日", "周", "岁", "小时")
# 上下联动, 左右两岸 are places and not figures.
_PLACES = ("联", "游", "协", "移", "级", "一", "两", "岸", "逢", "左右", "班")
_STOPS = frozenset("，。；：、！？（）“” \t\r\n\ufffc")


@cache
def _figure() -> re.Pattern[str]:
    return pattern(r"[ ]?(?:[0-9][0-9.]{0,11}|[一二三四五六七八九十百千两]{1,6})[万亿千百]{0,2}")


def redundant_approximation(pairs: Mapping[str, tuple[str, ...]]) -> Check:
    """Find figures with a word for “roughly” (or a limit) on both sides.

    pairs: word before a figure → words behind it that say the same again.
    """
    heads = sorted(pairs, key=len, reverse=True)

    def check(context: Context) -> Iterator[Finding]:
        text = context.text
        found: dict[int, Finding] = {}
        taken: set[int] = set()
        for head in heads:
            for start in places(text, head):
                end = start + len(head)
                finding = None if end in taken else _doubled(text, start, head, pairs[head])
                if finding is not None:
                    taken.add(end)  # 约 within 大约
                    found[start] = finding
        for start in sorted(found):
            yield found[start]

    return check


def _doubled(text: str, start: int, head: str, tails: tuple[str, ...]) -> Finding | None:
    """Return the finding of a figure behind `head`, where one of `tails` follows it."""
    figure = _figure().match(text, start + len(head))
    if figure is None:
        return None
    at = figure.end()
    rest = text[at : at + _UNIT + 4]
    for tail in tails:
        place = rest.find(tail)
        if len(tail) == 1:
            # 多 and 余 stand right behind the figure, and the word before it goes.
            place = place if rest[:place] in ("", " ") else -1
            behind = text[at + place + 1 : at + place + 4].lstrip(" 万亿")
            if place < 0 or behind.startswith(_TIMES):
                continue
            span = Span(start, at + place + 1)
            edit = Edit(Span(start, start + len(head)), "")
            expected = text[start + len(head) : span.end]
        else:
            if not 0 <= place <= _UNIT or not _STOPS.isdisjoint(rest[:place].strip(" ")):
                continue
            span = Span(start, at + place + len(tail))
            if tail in ("左右", "上下") and text.startswith(_PLACES, span.end):
                continue
            edit = Edit(Span(at + place, span.end), "")
            expected = text[start : at + place]
        return Finding(span, {"expected": expected.strip()}, (edit,))
    return None
