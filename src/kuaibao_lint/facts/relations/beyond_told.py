"""Growths beyond another's that was told sentences before: 增长13.0%，高于规上工业4.8个百分点."""

from __future__ import annotations

from kuaibao_lint.facts.claims import measures, phrasings
from kuaibao_lint.facts.model import within
from kuaibao_lint.facts.relations import movements
from kuaibao_lint.light_typing import TYPE_CHECKING
from kuaibao_lint.patterns import pattern

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from kuaibao_lint.facts.claims.figure import Figure
    from kuaibao_lint.facts.model import Facts
    from kuaibao_lint.facts.relations.sum import Sum
    from kuaibao_lint.source import Span

_BACK = 48  # figures before in which the other's growth is
_NEAR = 2  # figures from a growth back to its level: 完成12亿元，增收1亿元，增长8.1%
_NAME = 2  # characters of a name
_TWO = 2  # windows of time
_THAN = frozenset("比较与")
_PLACE = pattern("全[国省市州区县旗盟域]")
_OF_ALL = pattern("^(?:全部|整体|总体|全社会)")
_WHOLE = pattern("^(?:固定资产|规上|社会消费品|一般公共)")
_ECONOMY = pattern("^(?:地区)?(?:经济|生产总值)$")
_GREW = pattern("(?:的?(?:同比)?(?:增长|平均|增速|增幅|水平))+$")
_NOT_TOLD = pattern("[TPY]|上[年月周季]|同期|年[初末底]|目标|计划|预期|预算|进度|平均|[、和与及]")
_TAILS = ("增加值", "总产值", "产值", "投资额", "投资", "零售额", "收入", "总额")


def beyond_told(body: Sequence[Figure], text: str, facts: Facts, place: Span) -> list[Sum]:
    """Return the differences of two growths of which the other was told with its name.

    规上工业增加值增长8.2%。…。高技术制造业增长13.0%，高于规上工业4.8个百分点.
    """
    found = []
    windows: list[Span] | None = None  # of time, looked for where they are asked for
    for at, points in enumerate(body):
        if points.kind != "points" or not points.sign or not at:
            continue
        own, said = body[at - 1], phrasings.BEYOND_OTHER.search(points.raw)
        if said is None or not any(said.group("over", "under", "dir")):
            continue
        if points.joined or points.each or not _grew(own) or own.clause != points.clause:
            continue
        if phrasings.OF_GROWTH.sub("", points.raw[: said.start()]):
            continue  # …；民间投资增速快于全部投资2.5个百分点: of that, and of no other
        others = [*_called(body, at - 1, said["other"])]
        if len(others) != 1:
            continue
        if windows is None:
            told = (one.span for one in within(facts.periods, place))
            windows = [one for one in told if text[one.start - 1 : one.start] not in _THAN]
        if _of_windows(text, windows, others[0], own) < _TWO:
            found.append(movements.step(others[0], own, points))
    return found


def _of_windows(text: str, windows: Sequence[Span], told: Figure, own: Figure) -> int:
    """Return of how many windows of time two growths are: 上半年…增长8.2%。6月份，…增长11.5%."""
    before = [one for one in windows if one < told.span][-1:]
    behind = [one for one in windows if told.span < one < own.span]
    return len({one.of(text) for one in (*before, *behind)}) + (bool(behind) and not before)


def _grew(one: Figure) -> bool:
    return one.kind == "percent" and one.role == "growth" and one.sign == 1 and not one.basis


def _called(body: Sequence[Figure], at: int, other: str) -> Iterator[Figure]:
    """Yield the growths told before one of what goes by a name, of the place that it says."""
    place = _PLACE.match(other)
    name = _plain(_GREW.sub("", other[place.end() :] if place else other))
    own, words = _measure(body, at)
    if len(name) < _NAME or _NOT_TOLD.search(name) or "T" in words:
        return
    for before in range(max(0, at - _BACK), at):
        if not _grew(body[before]) or body[before].enters:
            continue
        told, words = _measure(body, before)
        if (place is None or place[0] in words) and _is_meant(name, told, own):
            yield body[before]


def _measure(body: Sequence[Figure], at: int) -> tuple[str, str]:
    """Return what grew, by its own words or by its level's, and all the words before it."""
    one = body[at]
    if one.name:
        return _plain(one.name), one.raw
    for before in body[max(0, at - _NEAR) : at][::-1]:
        if before.clause == one.clause and before.role == "level":
            return _plain(before.name), before.raw + one.raw
    return "", one.raw


def _plain(name: str) -> str:
    return measures.full(name).replace("规模以上", "规上")


def _is_meant(name: str, told: str, own: str) -> bool:
    """Tell whether a name says what was told, and of a measure that the own growth may be of."""
    if not told or told == own:
        return False
    if _ECONOMY.match(name):
        return told.endswith("生产总值")
    if (of_all := _OF_ALL.match(name)) is not None:
        name = name[of_all.end() :]
        if not _WHOLE.match(told) or name not in told:
            return False
        return told.endswith(name) or _tail(told, name) is not None
    tail = _tail(told, name)
    if tail is None:
        return False
    return not tail or own.endswith(tail) or not own.endswith(_TAILS)


def _tail(told: str, name: str) -> str | None:
    """规上工业增加值, called 规上工业: return the measure behind it, None for another name."""
    _, said, tail = told.partition(name)
    if not said or told.index(name) not in {0, told.find("规上")}:
        return None
    return tail if not tail or tail in _TAILS else None
