"""Percentages beside those of others: each told in a bracket, or behind them all."""

from __future__ import annotations

from itertools import pairwise, takewhile

from kuaibao_lint.facts.claims import measures
from kuaibao_lint.facts.relations import movements
from kuaibao_lint.light_typing import TYPE_CHECKING
from kuaibao_lint.patterns import pattern

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from kuaibao_lint.facts.claims.figure import Figure
    from kuaibao_lint.facts.relations.sum import Sum

_MOST = 4  # others that a percentage is compared with at once
_PAIR = 2
_NOUN = 2  # characters that say what is counted
_BEFORE = ("Y", "P")  # the last year, the same time of it
_BACK = 3  # sentences from what there is to how it changed
_PLACE = "(?:全[国省市州盟区县旗]|[省市县州]里?)"
# 高于全省2.4个百分点, 低于全县平均增幅0.6个百分点
_BEYOND = pattern(
    f"(?:[高快低慢优差]于|高出|快过|超过|领先|落后于?|[比较])(?P<of>{_PLACE})"
    "(?:[平总][均体](?:水平|增[速幅长])?|水平|增[速幅长])?[高快低慢少多]?出?$"
)
# 全省增长6.2%, 全省、全市分别增长6.2%和3.8%: of what was told before, and of nothing else.
_OF_PLACE = pattern(
    f"^(?:T|P|同期|而)?(?P<of>{_PLACE}(?:[、和与及]{_PLACE})*)T?[平总]?[均体]?(?:水平|增[速幅])?"
    "(?:分别|依次)?(?:增长|下降|上涨|为|是|达)*$"
)
_RATED = frozenset(("rate", "share"))
_RATE_THEN = pattern("[YP](?:同期)?(?P<name>[^，；TYP]{2,10}?(?:率|占比|比重))[为是]?$")
_SHARE_OF = pattern("(?:占比|比重)$")
_SINCE_THEN = pattern("[比较][YP]|同比")
_MOVE = "growth-delta"
_FAR_BACK = 3  # sentences from how a rate moved to what it was
_LATELY = 1  # sentences from how much more it is to what the place's is


def apart(body: Sequence[Figure]) -> list[Sum]:
    """增长8.4%，比全省（7.7%）和全国（7.0%）分别高0.7、1.4个百分点: so much above each of them."""
    found: list[Sum] = []
    for at, first in enumerate(body):
        if first.kind != "points" or not first.each or first.listed or not first.sign:
            continue
        behind = body[at + 1 : at + _MOST]
        gaps = [first, *takewhile(lambda one: one.kind == "points" and one.listed, behind)]
        start = at - len(gaps)
        others = body[max(0, start) : at]
        if start < 1 or len(gaps) < _PAIR or not all(map(_is_told_apart, others)):
            continue
        before = (one for one in reversed(body[:start]) if one.kind == "percent")
        # 增长8.3%，提高0.5个百分点（去年同期7.8%），比全省（7.8%）…: of the 8.3
        own = next((one for one in before if not one.enters), None)
        if own is not None and own.sentence == first.sentence and own.sign >= 0:
            pairs = zip(others, gaps, strict=True)
            found += [movements.step(other, own, gap) for other, gap in pairs]
    return found


def _is_told_apart(one: Figure) -> bool:
    return one.kind == "percent" and one.enters


def of_places(body: Sequence[Figure]) -> list[Sum]:
    """增长8.6%，高于全省2.4个百分点、高于全市1.3个百分点，全省、全市分别增长6.2%和7.3%.

    What a place's is stands behind the points; of several told beyond one place, it is of the last,
    or of all where it is a mean.
    """
    beyond = [
        (at, place)
        for at, one in enumerate(body)
        if (place := _beyond(one)) and not _begins_list(body, at)
    ]
    if not beyond:
        return []
    found: list[Sum] = []
    for name, other in _of_their_own(body):
        told = [
            at
            for at, place in beyond
            if place == name
            and body[at].span < other.span
            and other.sentence - body[at].sentence <= _LATELY
        ]
        if "均" not in other.raw:
            del told[:-1]
        for at in told:
            own = _own(body, at)
            if own is not None and own is not other:
                found.append(_step(other, own, body[at]))
    return found or _far_off(body, beyond)


def _step(other: Figure, own: Figure, points: Figure) -> Sum:
    return movements.step(other, own, points, turned_to=bool(own.sign and other.sign))


def _far_off(body: Sequence[Figure], beyond: Sequence[tuple[int, str]]) -> list[Sum]:
    """增长10.1%，高于全国2.8个、高于全省1.6个百分点，…。全国、全省分别增长7.3%和8.5%: far behind.

    Where each place is named once, and one of them is right; a slip may be in the others.
    """
    once = {place: at for at, place in beyond}
    told = [(once[name], other) for name, other in _of_their_own(body) if name in once]
    if len(once) < len(beyond) or len(told) < _PAIR or len(told) > len(once):
        return []
    steps = [
        _step(other, own, body[at])
        for at, other in told
        if (own := _own(body, at)) is not None and own.span < other.span
    ]
    return steps if any(one.holds for one in steps) else []


def told_then(body: Sequence[Figure], found: Sequence[Sum]) -> list[Sum]:
    """优良天数29天，…。与上年相比，优良天数增加6天（去年同期23天）: of what was told long before.

    It is the only one of that unit and name. found: the sums that are known.
    """
    pairs = [
        (by, then)
        for by, then in pairwise(body)
        if by.role == "delta" and by.name and then.role == "base" and then.enters
        if by.base == then.base and not then.name
    ]
    if not pairs:
        return []
    known = {figure.span for one in found for figure in one.operands}
    made = []
    for by, then in pairs:
        told = [c for c in body if c.base == by.base and c.role == "level" and c.span < by.span]
        like = [c for c in told if by.name[-_NOUN:] in c.raw and by.sentence - c.sentence <= _BACK]
        if by.span not in known and then.span not in known and len(like) == len(told) == 1:
            made.append(movements.difference(like[0], then, by))
    return made


def of_last_year(body: Sequence[Figure], found: Sequence[Sum]) -> list[Sum]:
    """粮食产量306.7万吨，增长1.9%，…，上年粮食产量为301.0万吨: from what is called so.

    So do rates: 结案率97.01%，同比上升0.79个百分点。…。上年结案率为96.22%.
    found: the sums that are known.
    """
    made = _rates_of_last_year(body, found)
    then: dict[tuple[str, str], list[Figure]] = {}
    for one in body:
        if one.raw[:1] in _BEFORE and one.role == "level" and len(one.name) > _NOUN:
            then.setdefault((one.base, one.name), []).append(one)
    if not then:
        return made
    known = {figure.span for one in found for figure in one.operands}
    for level, growth in pairwise(body):
        bases = then.get((level.base, level.name), ())
        if len(bases) != 1 or growth.role != "growth" or growth.kind != "percent":
            continue
        near = 0 <= bases[0].sentence - growth.sentence <= _LATELY and bases[0].span > growth.span
        told = growth.sign and level.clause == growth.clause and measures.tells_base(level)
        if near and told and growth.span not in known:
            made.append(movements.growth(level, bases[0], growth))
    return made


def _rates_of_last_year(body: Sequence[Figure], found: Sequence[Sum]) -> list[Sum]:
    """Return the steps to the only rate of a name that moved, from what it was a year before."""
    then = [
        (one, said["name"])
        for one in body
        if one.kind == "percent" and one.role in _RATED and not one.enters
        if (said := _RATE_THEN.match(one.raw))
    ]
    if not then:
        return []
    known = {figure.span for one in found for figure in one.operands if one.kind == _MOVE}
    moves: dict[int, list[tuple[Figure, Figure]]] = {}  # by the number of their sentence
    for own, points in pairwise(body):
        if points.kind != "points" or not points.sign or points.each or points.listed:
            continue
        if own.kind == "percent" and _SINCE_THEN.search(points.raw):
            moves.setdefault(points.sentence, []).append((own, points))
    made = []
    for before, name in then:
        near = range(before.sentence - _FAR_BACK, before.sentence + 1)
        moved = [
            (own, points)
            for sentence in near
            for own, points in moves.get(sentence, ())
            if points.span < before.span
            if own.role == before.role and _is_so_called(own, name)
        ]
        if len(moved) == 1 and not {before.span, moved[0][1].span} & known:
            own, points = moved[0]
            made.append(movements.step(before, own, points))
    return made


def _is_so_called(own: Figure, name: str) -> bool:
    """结案率 (民事结案率 may be meant as well), 服务业占比: 服务业增加值占生产总值比重."""
    if own.role == "rate":
        return own.raw.endswith(name)
    short = _SHARE_OF.sub("", name)
    return len(short) > 1 and own.raw.startswith(short)


def _begins_list(body: Sequence[Figure], at: int) -> bool:
    """低于全市0.5个和4.0个百分点: the second is of another."""
    return at + 1 < len(body) and body[at + 1].listed


def _beyond(one: Figure) -> str:
    """Return the place beyond which a figure says that another one is, "" where it says none."""
    if one.kind != "points" or not one.sign or one.each or one.listed:
        return ""
    said = _BEYOND.search(one.raw)
    return said["of"] if said else ""


def _of_their_own(body: Sequence[Figure]) -> Iterator[tuple[str, Figure]]:
    """Yield the percentages that are places', which no points right before them were told of."""
    for at, one in enumerate(body):
        said = _OF_PLACE.match(one.raw) if one.kind == "percent" and not one.listed else None
        if said is None or one.role == "told" or one.enters:
            continue
        places = measures.members(said["of"])
        run = [one, *takewhile(lambda c: c.listed and c.kind == "percent", body[at + 1 :])]
        if len(run) == len(places):
            yield from zip(places, run, strict=True)


def _own(body: Sequence[Figure], at: int) -> Figure | None:
    """Return the percentage that points right behind it are told of.

    下降3.4%，降幅较1—7月（下降4.3%）收窄0.9个百分点，低于全市1.0个百分点: of the 3.4.
    """
    before = (body[i] for i in range(at - 1, max(-1, at - 1 - _MOST), -1))
    own = next((one for one in before if one.kind == "percent" and one.role != "before"), None)
    if own is None or own.sentence != body[at].sentence or _OF_PLACE.match(own.raw):
        return None
    return own
