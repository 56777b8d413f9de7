"""What there is, told before what there was: 累计132万元（上年末120万元）; 在册995户，年初958户."""

from __future__ import annotations

from itertools import takewhile

from kuaibao_lint.facts.claims import measures, terms
from kuaibao_lint.facts.relations import movements
from kuaibao_lint.facts.relations.sum import meant
from kuaibao_lint.light_typing import TYPE_CHECKING, NamedTuple
from kuaibao_lint.patterns import pattern

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from kuaibao_lint.facts.claims.figure import Figure
    from kuaibao_lint.facts.relations.sum import Sum

_IN_ALL = "累计"
_ADDED = pattern("新[增建改]|建成|增加")
_MOST = 12  # amounts before and behind what there was: they bound the work
_BARE = 7  # characters that say when, and hardly of what
_OF_ALL = pattern("(?:上[年期]|Y|[年期]初)[末底]?(?:累计|滚存)?结余[为有是]?$")  # of no other fund
_ROLES = frozenset(("level", "average", "total"))
_FAR = 4  # sentences from what moved to what it was
# 年初总数为1300个, 上周同期蓄水9403万立方米: at the time with which something was compared.
_THEN = pattern(
    "(?P<when>年[初底]|上年[末底]|上[周月旬]|上季度)末?[P的]?(?![^，；]*[增减升降新])[^，；]{0,6}$"
)
_LATELY = 2  # sentences from what there is to what was added to it


class _Told(NamedTuple):
    """What came and went, on both sides of what there was, and what stands before these."""

    flowing: Sequence[Figure]
    above: Sequence[Figure]
    closed: bool


def stocks(body: Sequence[Figure]) -> list[Sum]:
    """在册995户，年初为958户，新纳入97户，清退60户; 累计16441剂。本周新增1266剂，上周末15175剂.

    What is counted up (累计, 结余) only grows, so that what came is enough; else both must be told.
    """
    found: list[Sum] = []
    for at, one in enumerate(body):
        if one.kind != "amount" or terms.OPENING_MARKS.search(one.raw) is None:
            continue
        if terms.OPENED.match(one.raw) and (sums := [*_readings(one, _told(body, at))]):
            found.append(sums[meant(sums)])
        elif one.role == "level" and (said := _THEN.match(one.raw)):
            found += _moved_since(said["when"], one, body[:at])
    return found


def _moved_since(when: str, then: Figure, told: Sequence[Figure]) -> list[Sum]:
    """党组织1322个，较年初增加22个。…。年初总数为1300个: of the only one that moved since then."""
    moved = [c for c in told if c.role == "delta" and c.base == then.base and when in c.compared]
    if len(moved) != 1 or not 0 < then.sentence - moved[0].sentence <= _FAR:
        return []
    by = moved[0]
    before = [c for c in told if c.base == by.base and c.role in _ROLES and c.span < by.span]
    before = [c for c in before if c.sentence == by.sentence]
    whole = [c for c in before if not (c.parts or c.joined)][-1:]
    sums = [movements.difference(c, then, by) for c in (*whole, *before[-1:])]
    return [sums[meant(sums)]] if sums else []


def _told(body: Sequence[Figure], at: int) -> _Told:
    """Return what is told round what there was; closed: flows.py knows what there is."""
    one = body[at]
    like = [c for c in body[max(0, at - _MOST) : at] if c.base == one.base and c.kind == "amount"]
    here = [c for c in _apart(like) if c.sentence == one.sentence and c.role != "delta"]
    before = [*takewhile(_flows, reversed(here))][::-1]
    after = body[at + 1 : at + 1 + _MOST]
    if one.enters:  # 累计结余4.4亿元（上年末4.0亿元）；居民医保收入…: what the bracket tells
        after = [*takewhile(lambda c: not c.leaves, after)]
    after = [c for c in after if c.kind == "amount"]
    after = [c for c in after if c.base == one.base and c.sentence == one.sentence]
    behind = [*takewhile(_flows, after)]
    above = here[: len(here) - len(before)][::-1]
    if above and above[0].clause != one.clause and len(one.raw) > _BARE:
        return _Told((), (), closed=False)  # …；上年末职工医保累计结余: of another account
    if not above:
        told = [c for c in like if 0 < one.sentence - c.sentence <= _LATELY]
        above = _of_the_same(one, told)
    closed = any(terms.CLOSING.search(c.raw) for c in after[len(behind) :][:1])
    return _Told([*before, *behind], above, closed)


def _apart(figures: Sequence[Figure]) -> Iterator[Figure]:
    """新登记3000户（企业712户、农户2288户），注销1245户: yield what no bracket tells."""
    inside = False
    for one in figures:
        inside = one.enters or (inside and not one.leaves)
        if not inside:
            yield one


def _before_list(above: Sequence[Figure]) -> Figure:
    """在册305人，缓刑286人、假释14人、暂予监外执行5人，…: what a list stands behind.

    above: what was told before what came, the last first.
    """
    at = next((at for at, one in enumerate(above) if not one.joined), 0)
    return above[at + 1] if 0 < at < len(above) - 1 else above[0]


def _of_the_same(opening: Figure, told: Sequence[Figure]) -> list[Figure]:
    """债务余额31亿元。…年初余额为29亿元: what is called so; 上周末累计15175剂: the largest."""
    akin = [one for one in told if measures.akin(opening.raw, one.raw)]
    kept = [at for at, one in enumerate(told) if terms.KEPT_THEN.match(one.raw)]
    if kept and akin and _OF_ALL.match(opening.raw) and told[kept[-1] + 1 :]:
        # 当期结余5830万元，累计结余79745万元。上年末累计结余为73915万元
        now = told[kept[-1] + 1]
        return [now, told[kept[-1]]] if "结余" in now.raw else akin[:1]
    if akin or not terms.GROWING.search(opening.raw):
        return akin[:1]
    return [max(told, key=lambda one: one.amount)] if told else []


def _flows(one: Figure) -> bool:
    return terms.CAME.search(one.raw) is not None or terms.WENT.search(one.raw) is not None


def _readings(opening: Figure, told: _Told) -> Iterator[Sum]:
    """Yield what the words may mean: with all that came and went, or without the last."""
    if told.closed or not told.above:
        return
    closing = _before_list(told.above)
    grows = any(terms.GROWING.search(c.raw) for c in (opening, closing))
    kept = [c for c in told.above[1:2] if grows and terms.KEPT_THEN.search(c.raw)]
    if not kept and opening.enters and _IN_ALL in closing.raw:
        # 建成碧道9.4公里，累计107.4公里（上年末98.0公里）
        kept = [c for c in told.above[1:2] if _ADDED.search(c.raw) and not c.parts]
    flowing = told.flowing
    for some in ([*kept, *flowing], flowing, flowing[:-1]):
        went = [c for c in some if terms.WENT.search(c.raw)]
        came = [c for c in some if c not in went]
        if came and (went or grows):
            yield movements.flow(opening, came, went, closing)
    lacked = told.above[1] if len(told.above) > 1 else closing
    if opening.enters and grows and terms.LACKED.search(lacked.raw):
        yield movements.flow(opening, [], [lacked], closing)
