"""Rates that go by one name, or stand behind the parts of one whole, are reckoned alike."""

from __future__ import annotations

from decimal import Decimal

from kuaibao_lint.facts.claims import rated
from kuaibao_lint.facts.claims.model import Rate
from kuaibao_lint.intervals import is_share, total
from kuaibao_lint.light_typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from kuaibao_lint.facts.claims.figure import Figure
    from kuaibao_lint.facts.claims.model import Level

_SURE = 3  # digits of a rate that fits two levels hardly by chance
_FEW = 8  # levels before a rate of which it may be: they bound the work, as do
_MANY = 16  # the rates of a passage
_ROUNDED = Decimal("0.3")  # what rounding may leave of 100
_NEAR = 3  # characters between a level's words and its rate


class _Told(NamedTuple):
    """A rate, the level right before it, and the levels that it may be of, the nearest first."""

    percent: Figure
    part: Level
    own: Figure
    wholes: Sequence[Figure]

    def of(self, whole: Figure) -> bool:
        """Tell whether the rate is that of its level in a whole."""
        return is_share(self.own.value, whole.value, self.percent.value)

    def fits(self) -> bool:
        """Tell whether it is right, whatever it is of."""
        return any(self.of(whole) for whole in self.wholes)


def told(percent: Figure, near: Sequence[Level]) -> _Told | None:
    """Return what may be said of a rate right behind a level."""
    before = [c for c in near if c.figure.span < percent.span][-_FEW:]
    last = before[-1] if before else None
    if last is None or last.figure.clause != percent.clause or percent.each or percent.carried:
        return None
    if percent.span.start - last.figure.span.end > len(percent.raw) + len(last.figure.tail) + _NEAR:
        return None
    own = last.mates[-1] if last.mates else last.figure
    if "、" in own.raw:
        return None  # 一、二审以调解方式结案202件，调解率34.01%: of both together
    above = last.group.wholes if last.group else ()
    # 施肥70万亩，覆盖率94%；防控37万亩，覆盖率54%，统防36万亩，覆盖率51%: not of the 70
    stem = rated.stem(percent)
    others = [c for c in before[-2::-1] if not (c.rated and rated.stem(c.rated) == stem)]
    wholes = [one for c in (*others, *above) if (one := c.of(own.base))]
    return _Told(percent, last, own, wholes) if wholes else None


def alike(rates: Sequence[_Told]) -> Iterator[Rate]:
    """Yield what those of a passage's rates must be that fit nothing, where another is right.

    高血压3574人，规范管理2945人，管理率82.40%；糖尿病1056人，规范管理860人，管理率81.40%: of what
    stands right before. 本科上线2116人，上线率45.81%；艺术类上线564人，上线率12.21%: of one whole.
    直接答复3044件，直办率61.78%；转办1883件，转办率38.22%: parts of one whole.
    """
    rates = rates[:_MANY]
    for one in rates:
        if one.fits():
            continue
        peers = [p for p in rates if p is not one and _is_peer(one, p)] or _of_one_group(one, rates)
        peers = [p for p in peers if p.percent.length >= _SURE]
        whole = _in_its_row(one, peers) or _of_one(one, peers)
        if whole is not None:
            yield Rate([one.own], [whole], one.percent)


def _is_peer(one: _Told, other: _Told) -> bool:
    """Tell whether two rates have one name, or stand side by side: 已开工42个，…；已投产11个，…."""
    if one.own.base != other.own.base:
        return False
    stems = rated.stem(one.percent), rated.stem(other.percent)
    if stems[0] == stems[1]:
        return True
    done = all(p.own.raw == f"已{s}" for p, s in zip((one, other), stems, strict=True))
    return done and one.percent.sentence == other.percent.sentence


def _of_one_group(one: _Told, rates: Sequence[_Told]) -> list[_Told]:
    """Return the rates of the other parts of a whole, where these are all."""
    group = one.part.group
    if group is None:
        return []
    whole = group.wholes[0].of(one.own.base)
    run = [p for p in rates if p.part.group is group and p.own.base == one.own.base]
    if whole is None or len(run) < 2:
        return []
    added = sum((p.percent.number for p in run), Decimal(0))
    if abs(added - 100) > _ROUNDED and not total([p.own.value for p in run]).meets(whole.value):
        return []
    return [p for p in run if p is not one]


def _of_one(one: _Told, peers: Sequence[_Told]) -> Figure | None:
    """Return the whole of which another rate of the sentence is one, and which holds the part."""
    near = [p for p in peers if p.percent.sentence == one.percent.sentence]
    for whole in one.wholes:
        if whole.value.high < one.own.value.low:
            continue
        if any(whole in p.wholes and p.of(whole) for p in near):
            return whole
    return None


def _in_its_row(one: _Told, peers: Sequence[_Told]) -> Figure | None:
    """Return the level right before the part, where another rate is of that in its own row."""
    before = one.wholes[0]
    if before.clause != one.percent.clause or before.value.high < one.own.value.low:
        return None
    for p in peers:
        row = p.wholes[0]
        if row.clause == p.percent.clause and p.of(row) and _named_alike(one.own, p.own):
            return before
    return None


def _named_alike(one: Figure, other: Figure) -> bool:
    """Tell whether two parts are called by one name, which they end with."""
    return one.raw[-2:] == other.raw[-2:] and len(one.raw) > 1
