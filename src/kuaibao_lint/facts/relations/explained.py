"""Percentages that the bracket behind them explains: 处置率75.9%（任务949亩）."""

from __future__ import annotations

from itertools import pairwise

from kuaibao_lint.facts.claims import measures
from kuaibao_lint.facts.relations import formulas, movements
from kuaibao_lint.light_typing import TYPE_CHECKING
from kuaibao_lint.patterns import pattern

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from kuaibao_lint.facts.claims.figure import Figure
    from kuaibao_lint.facts.relations.sum import Sum

    Told = tuple[int, list[Figure]]

_OF_WHAT = frozenset(("rate", "share", "completion", "other"))
_AMOUNTS = frozenset(("level", "plan", "total", "other"))
# What a percentage is of, and not what was done.
_WHOLE = pattern(
    "目标|任务|计划|指标|总|共|合计|应|预算|限额|额度|核定|基数|监测|全[部省市县区州旗]"
)
# What is told besides.
_BESIDES = pattern("[较比剩余未增减超另含差居位上去前同年月季日TPY]|其中|排名|不少|达到?$")
# Of what a rate says by how much it is more or less: 溢价率16.9%（起拍价合计10088万元）.
_MOVED_BY = pattern("溢|[增涨浮降减折节]")
_REACHES = pattern("^(?:[达升提高降增回落]*[到至为]|为|T|P)?$")
_THEN = pattern("^(?:[TPY]|[上去前]年|[两三四五六七八九十]年前|同期|年初|年?末|期?末|底|为|是)+$")
_PAIR = 2
_MEASURED = frozenset(("亩", "公斤", "公里"))  # of which there are other units: 公顷, 吨
_YIELDS = ("/公顷", "/亩")
_MU = 15  # of one 公顷
_LAND, _OF_LAND = ("平方公里", "亩"), 1500
_NEAR = 18  # characters from a percentage to what explains it
_BACK = 24  # figures before a percentage among which it is of one: they bound the work


def explained(body: Sequence[Figure], found: Sequence[Sum]) -> list[Sum]:
    """优良率95.1%（有效监测365天，优良347天）; 处置720亩，处置率75.9%（任务949亩）.

    分别完成62.0%（目标1153人）、59.9%（目标349人）: each of its own. found: the sums known by then.
    """
    sums = [*(one for run in _runs(body) for one in _of_run(body, run)), *_moved(body)]
    sums += _converted(body)
    results = {one.operands[-1].span: one for one in sums}
    for one in found:
        met = [figure.span for figure in one.operands if figure.span in results]
        if met and (one.holds or one.explained()):  # what another sum has is of that
            for span in met:
                del results[span]
    return [*results.values()]


def _converted(body: Sequence[Figure]) -> Iterator[Sum]:
    """4525公顷（6.79万亩）, 26.44万吨（5.29亿斤）, 5844公斤/公顷（390公斤/亩）: the same again."""
    for one, other in pairwise(body):
        if not other.enters or other.raw or other.base not in _MEASURED:
            continue
        if other.base != one.base:
            if (one.base, other.base) == _LAND and not (one.tail or other.tail):
                yield movements.same_measure(other, one, _OF_LAND)
        elif other.unit.lstrip("万亿") != one.unit.lstrip("万亿") and not (one.tail or other.tail):
            yield movements.same_measure(one, other)
        elif (one.tail, other.tail) == _YIELDS and one.unit == other.unit:
            yield movements.same_measure(one, other, _MU)


def _runs(body: Sequence[Figure]) -> Iterator[list[Told]]:
    """Yield the percentages that stand behind each other, each with what is in its bracket.

    A percentage is told by its place.
    """
    run: list[Told] = []
    at = 0
    while at < len(body):
        inside = _inside(body, at)
        if inside:
            run.append((at, inside))
            at += len(inside)
        elif run:
            yield run
            run = []
        at += 1
    if run:
        yield run


def _inside(body: Sequence[Figure], at: int) -> list[Figure]:
    """Return the amounts in the bracket right behind a percentage, none if it is not of them."""
    percent = body[at]
    if percent.kind != "percent" or percent.role not in _OF_WHAT or percent.tail:
        return []
    if _MOVED_BY.search(percent.raw):
        return []
    inside: list[Figure] = []
    for one in body[at + 1 : at + 2 + _PAIR]:
        if one.leaves or one.sentence != percent.sentence or one.enters != (not inside):
            break
        inside.append(one)
    first = inside[0] if inside else percent
    near = 0 < first.span.start - percent.span.end <= _NEAR and len(inside) <= _PAIR
    alike = all(c.kind == "amount" and c.base == first.base for c in inside)
    plain = all(c.role in _AMOUNTS and not _BESIDES.search(c.raw) for c in inside)
    some = first.parts and not _WHOLE.search(first.raw)  # 占45%（其中乡镇3个）
    return inside if near and alike and plain and not some else []


def _of_run(body: Sequence[Figure], run: Sequence[Told]) -> list[Sum]:
    place, inside = run[0]
    if len(inside) == _PAIR:
        return [_of_both(body[at], both) for at, both in run if len(both) == _PAIR]
    told = [
        one
        for one in body[max(0, place - _BACK - len(run)) : place]
        if one.sentence == body[place].sentence and one.base == inside[0].base
        if one.role in _AMOUNTS and not (one.enters and not one.leaves)
    ]
    if len(run) == 1:
        return _of_any(told, body[place], inside[0])
    told = told[-len(run) :]
    each = body[place].each and all(len(some) == 1 for _, some in run)
    if len(told) < len(run) or not each or told[0].clause != body[place].clause:
        return []
    pairs = zip(told, run, strict=True)
    return [one for level, (at, some) in pairs if (one := _of_one(level, body[at], some[0]))]


def _of_any(told: Sequence[Figure], percent: Figure, inside: Figure) -> list[Sum]:
    """开工149个，其中续建31个、新建118个，开工率86.6%（计划172个）: of the last that fits."""
    here = [one for one in reversed(told) if one.clause == percent.clause]
    sums = [one for level in here if (one := _of_one(level, percent, inside))]
    return [one for one in sums if one.holds][:1] or sums[:1]


def _of_both(percent: Figure, inside: Sequence[Figure]) -> Sum:
    """有效监测365天，优良347天: the one is named as a whole, else it is the larger."""
    named = [one for one in inside if _WHOLE.search(one.raw)]
    whole = named[0] if len(named) == 1 else max(inside, key=lambda one: one.amount)
    part = next(one for one in inside if one is not whole)
    return formulas.ratio_of("completion-rate", part, whole, percent, sure=False)


def _of_one(level: Figure, percent: Figure, told: Figure) -> Sum | None:
    """处置720亩，处置率75.9%（任务949亩）; 41.84万人，自来水普及率93.7%（通自来水39.20万人）."""
    kind = "percent-share" if percent.role == "share" else "completion-rate"
    if _WHOLE.search(told.raw):
        return formulas.ratio_of(kind, level, told, percent, sure=False)
    if measures.in_common(told.raw, percent.raw):
        return formulas.ratio_of(kind, told, level, percent, sure=False)
    return None


def _moved(body: Sequence[Figure]) -> Iterator[Sum]:
    """Yield what three figures in a row say of how far two percentages are from each other."""
    for three in zip(body, body[1:], body[2:], strict=False):
        if _is_beyond(*three):
            yield movements.apart(*three)
        elif _reaches(*three):
            points, level, before = three
            yield movements.step(before, level, points)


def _is_beyond(level: Figure, other: Figure, points: Figure) -> bool:
    """增长8.4%，高于全市（增长4.9%）3.5个百分点."""
    told = points.kind == "points" and points.leaves and not points.raw
    aside = other.enters and other.role == "before"
    return told and aside and level.kind == "percent" and level.sentence == points.sentence


def _reaches(points: Figure, level: Figure, before: Figure) -> bool:
    """城镇化率提高3.5个百分点，达到52.0%（上年48.5%）."""
    if not (points.kind == "points" and points.sign and level.kind == before.kind == "percent"):
        return False
    aside = before.enters and not level.tail and points.sentence == before.sentence
    of_these = level.raw != "" and points.raw.startswith(level.raw.removesuffix("至"))
    reaches = of_these or _REACHES.search(level.raw) is not None
    return aside and reaches and _THEN.search(before.raw) is not None
