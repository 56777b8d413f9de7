"""Of what else a share may be than of what it seems to be: asked for where it is wrong."""

from __future__ import annotations

from itertools import pairwise

from kuaibao_lint.facts.claims.asking import Ask, near_by
from kuaibao_lint.facts.claims.model import Doubts
from kuaibao_lint.intervals import is_share
from kuaibao_lint.light_typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Sequence

    from kuaibao_lint.facts.claims.figure import Figure
    from kuaibao_lint.facts.claims.model import Level

_TELLING = 3  # digits of a share that fits two figures hardly by chance
_BESIDES = 12  # figures of which a share may be
_LATELY = 2  # sentences from what a share may be of to the share
_FEW = 3  # levels before a share that may be its whole as well


def doubts(
    ask: Ask, part: Level, own: Figure, near: Sequence[Level], digits: int
) -> Doubts:
    """Return of what else a share may be.

    digits: of the share; with many it may be of any that it fits. 0: it is sure to be of no other.
    """
    before = _before(ask, part, own.base)
    if not digits:
        return Doubts(before=before)
    if digits < _TELLING:
        alone = [*_told_alone(part, own, near), *_of_its_list(part, own, near)]
        return Doubts(alone, before=before)
    told = [*_told_before(ask.figure, own, near), *_of_its_list(part, own, near)]
    return Doubts(told, _told_side_by_side(part, own.base, near), before)


def _of_its_list(part: Level, own: Figure, near: Sequence[Level]) -> list[Figure]:
    """举报551件，其中检举控告402件…。来信295件占73%，来访24件占6%，来电8件占2%: of what all fit."""
    listed = [
        (one, c.share)
        for c in (part.group.parts if part.group else ())
        if c.share and (one := c.of(own.base))
    ]
    if len(listed) < _FEW:
        return []
    told = (one for c in near if c.order < part.order and (one := c.of(own.base)))
    return [
        whole
        for whole in told
        if all(is_share(one.value, whole.value, share.value) for one, share in listed)
    ]


def _told_before(percent: Figure, part: Figure, near: Sequence[Level]) -> list[Figure]:
    """专利授权334件；有效发明341件，高价值发明110件，占32.3%: return what it may be of as well.

    174个村选举1117人，“一肩挑”的165人，占94.8%: of the villages, for each has one.
    """
    told = (one for c in near if near_by(c, percent, _LATELY) for one in (c.figure, *c.mates))
    counted = _is_counted(part)
    found = [
        one
        for one in told
        if one.span < percent.span and (one.base == part.base or (counted and _is_counted(one)))
    ]
    return [one for one in found if one is not part][-_BESIDES:]


def _is_counted(one: Figure) -> bool:
    return one.value.low == one.value.high


def _before(ask: Ask, part: Level, base: str) -> list[Figure]:
    """粮食27万亩（…），蔬菜9万亩，烤烟4万亩，占…: return what stands before, the last first."""
    own = part.figure
    told = [c for c in reversed(ask.here) if c.order < part.order and c.group is part.group]
    near = (one for c in told if c.figure.clause == own.clause and (one := c.of(base)))
    return [*near][:_FEW]


def _told_side_by_side(
    part: Level, base: str, near: Sequence[Level]
) -> list[tuple[Figure, Figure]]:
    """170个村、23个社区，…; 初次信访822件，…；重复信访174件: return what may be meant together."""
    levels = [c for c in near if c.order <= part.order and near_by(c, part.figure, _LATELY)]
    told = [one for c in levels if c.group is None and (one := c.of(base))]
    return [*pairwise(told[-_BESIDES:])]


def _told_alone(level: Level, part: Figure, near: Sequence[Level]) -> list[Figure]:
    """收到104件，交办108件。…4件，占3.7%: return the last levels without a share of their own.

    A share of two digits fits more than that by chance. 签约29个，其中合同27个、协议2个。投产9个，
    占31.0%；在建17个，占58.6%；拟开工1个，占3.4%；…: or of what its list may be of.
    """
    told = [c for c in near if c.figure.span < part.span and near_by(c, part) and not c.shared]
    above = [*level.group.wholes] if level.group else []
    found, of = ([one for c in some if (one := c.of(part.base))] for some in (told, above))
    return [*found[-_FEW:], *of]
