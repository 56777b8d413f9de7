"""What parts contribute to a growth, and by how many points they pull it."""

from __future__ import annotations

from bisect import bisect_right
from itertools import takewhile

from kuaibao_lint.facts.relations import formulas
from kuaibao_lint.facts.relations.structures import SECTORS
from kuaibao_lint.light_typing import TYPE_CHECKING
from kuaibao_lint.patterns import pattern

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from kuaibao_lint.facts.claims.figure import Figure
    from kuaibao_lint.facts.relations.sum import Sum

_PARTS = 3  # the sectors
_NOUN = 2  # characters that say of what growth a part is
_FAR = 4  # sentences from what a growth is contributed to, to that growth
_NEXT = 3  # figures behind a rate in which its pull is told
_PULLS, _GIVES = "拉动", "贡献"
_ECONOMY = pattern("生产总值|GDP|(?<!有制)经济(?![区开作发合])")
# 对规上工业增长的贡献率, 拉动规上工业增长: of another growth.
_TO = pattern("(?:对|拉动)(?P<of>[^，；对]{0,16}?)(?:的?(?:贡献|增长|上升|增加)|$)")
_ALL = ("三次产业", "三产")
_BACK = 48  # amounts of growth before a rate, of which one is the whole's: they bound the work


def contributions(body: Sequence[Figure]) -> list[Sum]:
    """增长5.0%。三次产业贡献率分别为20%、30%、50%，分别拉动增长1.0、1.5、2.5个百分点.

    第一产业贡献率11.4%，拉动0.6个百分点；第二产业…: each with a name of its own.
    """
    rates = [one for one in body if one.kind == "percent" and _GIVES in one.word]
    if not rates:
        return []
    grown = _grown(body)
    found: list[Sum] = [one for rate in rates for one in _by_amounts(grown, rate)]
    runs = (rates[at : at + _PARTS] for at in range(len(rates) - _PARTS + 1))
    run = next((some for some in runs if _are_sectors(some, body)), None)
    sectors, rates = run is not None, run or rates  # 民营经济对增长的贡献率60.7% stands beside them
    if sectors:
        found.append(formulas.hundred(rates))
    grew = _growth_of_all(body, rates[0], sectors=sectors)
    pairs = [*_pairs(body, rates)]
    if grew is not None:
        found += [
            formulas.ratio_of("percent-share", pull, grew, rate, sure=False)
            for rate, pull in pairs
        ]
    elif sectors and len(pairs) == _PARTS:  # of one growth, though it is not told
        found.append(formulas.one_whole([(pull, rate) for rate, pull in pairs]))
    return found


def _grown(body: Sequence[Figure]) -> list[tuple[str, Figure]]:
    """Return the amounts of growth, each with the words of the level that it stands behind."""
    grown: list[tuple[str, Figure]] = []
    named = ""
    for one in body:
        named = one.raw if one.role == "level" else named
        if one.role == "delta" and not one.name and named:
            grown.append((named, one))
    return grown


def _by_amounts(grown: Sequence[tuple[str, Figure]], rate: Figure) -> list[Sum]:
    """收入8120元，增加666元。工资5582元，增加437元，对收入增长的贡献率65.7%: of the amounts."""
    said = _TO.search(rate.raw)
    of = said["of"] if said else ""
    if len(of) < _NOUN:
        return []
    behind = bisect_right(grown, rate.span, key=lambda pair: pair[1].span)
    grown = grown[max(0, behind - _BACK) : behind]
    own = [one for _, one in grown if one.sentence == rate.sentence][-1:]
    every = [one for name, one in grown if of in name and one.sentence < rate.sentence]
    if not own or len(every) != 1 or own[0].base != every[0].base:
        return []
    return [formulas.ratio_of("percent-share", own[0], every[0], rate, sure=False)]


def _are_sectors(rates: Sequence[Figure], body: Sequence[Figure]) -> bool:
    """Tell whether rates are those of the three sectors, each named by itself or by its level."""
    if len(rates) != _PARTS:
        return False
    first, *others = rates
    if first.each and all(one.listed for one in others):
        return any(word in first.raw for word in _ALL) or _are_told_before(first, body)
    named = zip(rates, SECTORS, strict=True)
    return all(_whose(one, body).startswith(names) for one, names in named)


def _are_told_before(first: Figure, body: Sequence[Figure]) -> bool:
    """一产…，二产…，三产…，对经济增长的贡献率分别为: of the levels of its clause."""
    told = [one for one in body if one.role == "level" and one.clause == first.clause]
    told = [one for one in told if one.span < first.span]
    if len(told) != _PARTS or not first.raw.startswith((_GIVES, "对")):
        return False
    return all(one.raw.startswith(names) for one, names in zip(told, SECTORS, strict=True))


def _whose(rate: Figure, body: Sequence[Figure]) -> str:
    """Return the words of a rate, or of the level before it where they are its own alone."""
    if not rate.raw.startswith((_GIVES, "对")):
        return rate.raw
    before = [one.raw for one in body if one.role == "level" and one.span < rate.span]
    return before[-1] if before else ""


def _is_pull(one: Figure) -> bool:
    return one.kind == "points" and _PULLS in one.raw


def _pairs(
    body: Sequence[Figure], rates: Sequence[Figure]
) -> Iterator[tuple[Figure, Figure]]:
    """Yield rates, each with the points by which its part pulls the growth."""
    # 一、二、三产业贡献率分别为…: each of them has a name of its own
    if len(rates) > 1 and (rates[0].each or all(one.listed for one in rates[1:])):
        first = next((at for at, one in enumerate(body) if _is_pull(one)), len(body))
        pulls = body[first : first + len(rates)]
        listed = all(one.kind == "points" and one.listed for one in pulls[1:])
        if len(pulls) == len(rates) and listed:
            yield from zip(rates, pulls, strict=True)
        return
    for at, one in enumerate(body):
        if one not in rates:
            continue
        # 贡献率35.1%，提高7.6个百分点，拉动生产总值增长3.5个百分点
        behind = takewhile(lambda c: c.kind == "points", body[at + 1 : at + _NEXT])
        pull = next((c for c in behind if _PULLS in c.raw and c.sentence == one.sentence), None)
        if pull is not None:
            yield one, pull


def _growth_of_all(body: Sequence[Figure], rate: Figure, *, sectors: bool) -> Figure | None:
    """Return the growth of the economy, where the only one that is told nearby is known.

    sectors: the parts are those of the economy; another contribution says of what it is.
    """
    said = _TO.search(rate.raw)
    of = said["of"] if said else ""
    if not (_ECONOMY.search(of) or (not of and sectors)):
        return None
    found: list[Figure] = []
    named = ""
    for one in body:
        if one.role == "level":
            named = one.raw
        if one.role == "growth" and one.kind == "percent":
            own = one.raw if one.name else named
            if _ECONOMY.search(own) and abs(one.sentence - rate.sentence) <= _FAR:
                found.append(one)
    alone = len({one.value for one in found}) == 1 and found[0].sign > 0
    return found[0] if alone else None
