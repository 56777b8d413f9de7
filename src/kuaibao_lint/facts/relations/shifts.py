"""Shares of one whole that shift, births and deaths."""

from __future__ import annotations

from decimal import Decimal
from itertools import groupby

from kuaibao_lint.facts.claims import complements, phrasings
from kuaibao_lint.facts.model import Ratio
from kuaibao_lint.facts.relations import formulas, movements
from kuaibao_lint.facts.relations.structures import SECTORS
from kuaibao_lint.light_typing import TYPE_CHECKING
from kuaibao_lint.patterns import pattern

if TYPE_CHECKING:
    from collections.abc import Sequence

    from kuaibao_lint.facts.claims.figure import Figure
    from kuaibao_lint.facts.relations.sum import Sum

_PARTS = 3  # the sectors
_FEW, _MANY = 2, 6  # shares whose shifts are added up
_NEAR = 2  # sentences from a structure ratio to what is said of its parts
_BEYOND = ("over", "under", "dir")
_BASIS = pattern("环比|上[月周]|年[初底末]|同比|同期|[PYT]")
_LISTED = pattern("(?:第?[一二三](?:次?产业|产(?!业))?[、和与及]){1,2}第?[一二三]")
_SECTORS = pattern("第?[一二三](?=次?产业|产(?!业)|[、和与及]第?[一二三](?:次?产业|产))")
_SHARE = pattern("比重|占比|比例|份额")
_PULLS = "拉动"
_GREW = pattern("净增|净减|自然增|自然减")
_MOVED = ("迁入", "迁出", "转入", "转出")


def shifts(body: Sequence[Figure]) -> list[Sum]:
    """Return the relations between points, and between what comes and goes."""
    points = [one for one in body if one.kind == "points" and one.sign]
    found = _natural_change(body)
    if points:
        found += _sectors_shift(body, points)
        found += _shares_shift(body, points)
    return found


def _sectors_shift(body: Sequence[Figure], points: Sequence[Figure]) -> list[Sum]:
    """三次产业结构由14.1:32.0:53.9调整为14.5:30.2:55.3，一产比重上升0.4个百分点."""
    ratios = [one for one in body if one.kind == "ratio" and one.structure]
    if len(ratios) != 2:
        return []
    before, after = (one.fact for one in ratios)
    if not (isinstance(before, Ratio) and isinstance(after, Ratio)):
        return []
    if any(len(one.parts) != _PARTS or not _is_hundred(one) for one in (before, after)):
        return []
    near = [
        one
        for one in points
        if 0 <= one.sentence - ratios[1].sentence <= _NEAR and one.span > ratios[1].span
    ]
    found = []
    for at, one in enumerate(near):
        if _PULLS in one.raw:
            continue
        if said := _LISTED.match(one.raw):  # 第二、第三产业比重分别回落2.16和1.66个百分点
            places = ["一二三".find(c) for c in said[0] if c in "一二三"]
            run = near[at : at + len(places)]
            if all(c.joined for c in run[1:]) and len(run) == len(places):
                found += [
                    movements.shift(before, after, place, c)
                    for place, c in zip(places, run, strict=True)
                ]
            continue
        found += [
            movements.shift(before, after, place, one)
            for place, names in enumerate(SECTORS)
            if one.raw.startswith(names)
        ]
    return found


def _is_hundred(ratio: Ratio) -> bool:
    """34.06:16.86:49.09 make 100 but for what rounding leaves."""
    return abs(sum(ratio.parts, Decimal(0)) - 100) <= ratio.ulp * 3 / 2


def _shares_shift(body: Sequence[Figure], points: Sequence[Figure]) -> list[Sum]:
    """甲占57.2%，提高2.1个百分点；乙占42.8%，下降2.1个百分点: what some lose others have won."""
    found = []
    shares: dict[int, list[Figure]] = {}
    for one in body:
        if one.role == "share":
            shares.setdefault(one.sentence, []).append(one)
    for sentence, alike in groupby(points, key=lambda one: one.sentence):
        run = [*alike]
        said = (_SHARE.search(one.raw) or (one.joined and one.each) for one in run)
        if not (_FEW <= len(run) <= _MANY and all(said)):
            continue
        if _of_two_bases(run):
            continue
        near = [*shares.get(sentence - 1, ()), *shares.get(sentence, ())]
        if _hundred_among(near, len(run)) or _are_all(run):
            found.append(movements.shifts(run))
    return found


def _are_all(run: Sequence[Figure]) -> bool:
    """一产比重上升3.83个百分点，第二、第三产业比重分别回落2.24和1.59个百分点: by their names."""
    if complements.complete([one.raw for one in run]):
        return True
    told = {char for one in run for said in _SECTORS.findall(one.raw) for char in said}
    return len(run) == _PARTS and told >= {*"一二三"}


def _of_two_bases(run: Sequence[Figure]) -> bool:
    """占比较上年提高2个百分点…，占比低于全省3个百分点: what is won is not what the other lost."""
    bases = {found[0] if (found := _BASIS.search(one.raw)) else "" for one in run} - {""}
    beyond = [phrasings.BEYOND_OTHER.search(one.raw) for one in run]
    return len(bases) > 1 or any(found and any(found.group(*_BEYOND)) for found in beyond)


def _hundred_among(shares: Sequence[Figure], count: int) -> bool:
    """Tell whether so many shares on end make 100."""
    runs = (shares[at : at + count] for at in range(len(shares) - count + 1))
    return any(formulas.hundred(run).holds for run in runs)


def _natural_change(body: Sequence[Figure]) -> list[Sum]:
    """出生2300人，死亡3700人，自然减少1400人; where people moved too, it is not the difference."""
    born = [one for one in body if one.base == "人" and "出生" in one.raw]
    if len(born) != 1:
        return []
    died = [one for one in body if one.base == "人" and "死亡" in one.raw]
    grew = [one for one in body if one.base == "人" and _GREW.search(one.raw)]
    moved = any(word in one.raw for one in body for word in _MOVED)
    if len(died) != 1 or len(grew) != 1 or (moved and "自然" not in grew[0].raw):
        return []
    if grew[0].sentence - born[0].sentence not in {0, 1}:
        return []
    grew[0].sign = -1 if "减" in grew[0].raw else 1
    return [movements.difference(born[0], died[0], grew[0])]
