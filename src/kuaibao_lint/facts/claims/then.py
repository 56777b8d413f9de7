"""What a clause tells of the same time a year ago: 去年同期共收案360件，结案79件，结案率21.94%."""

from __future__ import annotations

from kuaibao_lint.facts.claims.model import Rate, Step
from kuaibao_lint.light_typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Sequence

    from kuaibao_lint.facts.claims.figure import Figure
    from kuaibao_lint.facts.claims.model import Level
    from kuaibao_lint.facts.claims.state import Reading

_BACK = 12  # figures, and levels, before one that may be of this year
_LATELY, _LISTED = 1, 3  # sentences from what is to what was, alone and in a list
_ROLES = frozenset(("level", "rate"))
_TOLD = ("为", "是", "达到", "达")


def of_then(found: Sequence[Figure]) -> None:
    """Give the figures of a clause that 去年同期 begins the roles of what was."""
    clause, last = -1, -1
    for at, one in enumerate(found):
        if one.role == "base" and one.raw[:1] == "P" and last < one.clause:
            clause = one.clause
        elif clause == one.clause and one.role in _ROLES:
            _give(one, found[:at])
        last = one.clause


def _give(one: Figure, told: Sequence[Figure]) -> None:
    """Give a figure such a role, if what is goes by its very name."""
    name = _name(one)
    alike = [c for c in told[-_BACK:] if c.kind == one.kind and c.base == one.base]
    alike = [c for c in alike if c.role == one.role and c.clause < one.clause and _name(c) == name]
    listed = one.joined and one.role == "level"  # 上年同期进出口117亿元、出口84亿元、进口33亿元
    near = alike and one.sentence - alike[-1].sentence <= (_LISTED if listed else _LATELY)
    if (near or listed) and len(name) > 1 and not (one.parts or one.each or one.enters):
        one.role, one.word = ("base", "then") if one.role == "level" else ("then", name)


def _name(one: Figure) -> str:
    raw = one.raw.lstrip("TPY")
    return next((raw.removesuffix(end) for end in _TOLD if raw.endswith(end)), raw)


def base_then(reading: Reading, figure: Figure) -> None:
    """去年同期收案360件，结案79件: of 结案63件, and the first of what stands before that."""
    told = [c for c in reading.levels[-_BACK:] if c.figure.clause < figure.clause]
    name = _name(figure)
    own = [c for c in told if c.figure.base == figure.base and _name(c.figure) == name][-1:]
    if not own:
        return
    _compare(reading, own[0], figure)
    first = reading.base
    before = [c for c in told if c.figure.clause == own[0].figure.clause and c.order < own[0].order]
    if first is None or first.clause != figure.clause or any(_was(c) for c in before):
        return
    before = [c for c in before if c.figure.base == first.base and c.group is None]
    if len(before) == 1:
        _compare(reading, before[0], first)


def _compare(reading: Reading, level: Level, base: Figure) -> None:
    change = reading.change(level, base.basis)
    change.base = change.base or base


def _was(level: Level) -> Figure | None:
    change = level.changes.get("")
    return change.base if change else None


def rate_then(reading: Reading, figure: Figure) -> None:
    """去年同期收案360件，结案79件，结案率21.94%: of what was then."""
    reading.then.append(figure)
    told = [one for c in reading.levels[-_BACK:] if (one := _was(c))]
    told = [one for one in told if one.clause == figure.clause]
    parts = [one for one in told if one.raw and _name(one)[:1] == figure.word[:1]]
    wholes = [one for one in told if one not in parts]
    if len(parts) == len(wholes) == 1 and parts[0].base == wholes[0].base:
        reading.made.append(Rate(parts, wholes, figure))


def step(reading: Reading, points: Figure) -> bool:
    """结案率18.9%；去年同期结案率21.9%；结案率下降3.0个百分点: tell whether it is of these two."""
    fits = [c for c in reading.then if points.raw.startswith(c.word)]
    bare = len(reading.then) == 1 and points.clause == reading.then[0].clause
    then = fits[0] if len(fits) == 1 else reading.then[0] if bare and not fits else None
    if then is None or not points.sign or points.sentence - then.sentence > _LATELY:
        return False
    told = [one.figure for one in reading.asks[-_BACK:] if one.figure.role == "rate"]
    now = [one for one in told if _name(one) == then.word and one.clause < then.clause]
    if len(now) != 1:
        return False
    reading.made.append(Step(then, now, points))
    return True
