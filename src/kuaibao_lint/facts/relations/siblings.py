"""What stands beside a whole of which 其中 tells some: 夏粮…，其中小麦…；秋粮…, 油料…；蔬菜…."""

from __future__ import annotations

from kuaibao_lint.facts.claims import complements
from kuaibao_lint.facts.relations import evidence, formulas
from kuaibao_lint.light_typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Sequence

    from kuaibao_lint.facts.claims.figure import Figure
    from kuaibao_lint.facts.claims.model import Group, Level
    from kuaibao_lint.facts.relations.sum import Sum

    Told = Sequence[tuple[Level, Figure]]

_PAIR = 2


def made_up(group: Group, told: Told, wholes: Told) -> list[Sum]:
    """总产21.65万吨。夏粮6.63万吨，其中小麦6.60万吨；秋粮15.02万吨: 夏粮 and 秋粮 are all.

    told: the parts and their figures; wholes: likewise, the nearest first.
    """
    first, nearest = told[0][1], wholes[0][1]
    later = [one for _, one in told if one.clause != first.clause]
    if group.guess or len(later) != 1 or len(wholes) < _PAIR or nearest.clause != first.clause:
        return []
    if nearest.span > first.span or not complements.complete([nearest.raw, later[0].raw]):
        return []
    above = wholes[1][1]
    added = formulas.parts_of(above, [nearest, later[0]])
    near = nearest.sentence - above.sentence <= 1 and above.span < nearest.span
    return [added] if near and (added.holds or evidence.is_by_a_slip(added)) else []


def left_out(listed: Told, wholes: Told) -> Told:
    """油料2.53万吨，其中油菜籽1.54万吨；蔬菜20.29万吨；水果9.26万吨: leave out what is beside it.

    More than one amount behind semicolons that is larger than what 其中 stands behind; or those
    that make up a whole with it.
    """
    first, nearest = listed[0][1], wholes[0][1]
    if nearest.clause != first.clause or nearest.span > first.span:
        return listed
    if first.value.low > nearest.value.high:
        return listed  # 59784户，较年初净增1718户，其中企业12527户；…: not of the change
    later = [one for _, one in listed if one.clause != first.clause]
    larger = [one for one in later if one.value.low > nearest.value.high]
    if not larger:
        return listed
    beside = [nearest, *later]
    whole = any(formulas.parts_of(one, beside).holds for _, one in wholes[1:])
    if len(larger) < _PAIR and not (whole or complements.complete([one.raw for one in beside])):
        return listed
    return [(level, one) for level, one in listed if one.clause < larger[0].clause]
