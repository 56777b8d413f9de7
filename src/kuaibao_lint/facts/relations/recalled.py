"""Amounts that are told once more, by their names: 举报351件，…。举报的351件中，已立案140件."""

from __future__ import annotations

from kuaibao_lint.facts.claims import measures
from kuaibao_lint.facts.relations.repeats import same_figure
from kuaibao_lint.light_typing import TYPE_CHECKING
from kuaibao_lint.patterns import pattern

if TYPE_CHECKING:
    from collections.abc import Sequence

    from kuaibao_lint.facts.claims.figure import Figure
    from kuaibao_lint.facts.relations.sum import Sum

_BACK = 24  # figures before in which the first is
_SENTENCES = 3  # from the first to the second
_NAME = 2  # characters of a name
_DIGITS = 2  # shorter figures are one slip away from all others
# What is left or was not named is none of what was told, nor is what has a time of its own.
_OTHERS = pattern("[TPY余剩他它新]|未")
_WINDOWS = pattern("[PY]")
_OF_THESE = pattern("(?P<noun>[^，；0-9的中]{1,6})中(?:，|$|属|有|已|未|无|正在|涉)")
# 在办理的12件信访件中，; 今年承办的149件政协提案，满意率100%.
_SO_MANY_OF = pattern("(?P<noun>[^，；0-9的中]{2,6})(?:中(?![型小心央等学专级])|，|$)")
_TAKEN_IN = pattern("(?:承办|办理|受理|收到|接收|交办)的$")
_ALL_OF_IT = pattern("(?P<noun>[^，；0-9的]{2,6}?)(?:目前|现|均|都|T)*已?(?:经)?全部")


def recalled(body: Sequence[Figure]) -> list[Sum]:
    """Return a relation for each amount that its words say was told before.

    举报的351件中; 103件建议已全部办复; 144户企业中. Only a difference of one slip is called one.
    """
    found = []
    for at, one in enumerate(body):
        if one.kind != "amount" or one.length < _DIGITS or (one.raw and one.raw[-1] != "的"):
            continue
        if one.raw:
            name = _name_before(one)
        else:
            said = _ALL_OF_IT.match(one.tail) or _OF_THESE.match(one.tail)
            name = said["noun"] if said and at else ""
        if len(name) < _NAME or _OTHERS.search(name):
            continue
        told = [
            (place, c)
            for place, c in enumerate(body[:at][-_BACK:], max(0, at - _BACK))
            if c.base == one.base and one.sentence - c.sentence <= _SENTENCES
        ]
        if any(c.value.meets(one.value) for _, c in told):
            continue
        called = [c for place, c in told if _is_called(body, place, name)]
        if called and (again := same_figure(called[-1], one)):
            found.append(again)
    return found


def _name_before(one: Figure) -> str:
    """Return what an amount was called, of which its words speak again: 举报的351件中."""
    if one.tail[:1] == "中":
        return one.raw[:-1].removeprefix("在")
    said = _SO_MANY_OF.match(one.tail)
    if said is None:
        return ""
    if said[0].endswith("中"):  # 在办理的12件信访件中: of those that were told as 正在办理12件
        return one.raw[:-1].removeprefix("在")
    return said["noun"] if _TAKEN_IN.search(one.raw) else ""


def _is_called(body: Sequence[Figure], place: int, name: str) -> bool:
    """Tell whether a level goes by a name, or the one right before it does: 不捕28件32人.

    全县15个乡镇: or what it counts stands behind it.
    """
    one = body[place]
    if one.raw.startswith("全") and one.tail.startswith(name):
        return True
    while one.mate and not one.raw and place:
        place -= 1
        one = body[place]
    words = one.raw
    if one.role != "level" or _WINDOWS.search(words):
        return False
    named = words.endswith(name) or one.name.endswith(name)
    return named and measures.said_of(name, words)
