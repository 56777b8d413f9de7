"""Which of the levels that were told before a list is its whole, and whether any is."""

from __future__ import annotations

from itertools import accumulate

from kuaibao_lint.facts.claims.figure import altogether
from kuaibao_lint.facts.relations import evidence, formulas
from kuaibao_lint.facts.relations.sum import meant
from kuaibao_lint.light_typing import TYPE_CHECKING
from kuaibao_lint.patterns import pattern

if TYPE_CHECKING:
    from collections.abc import Sequence

    from kuaibao_lint.facts.claims.figure import Figure
    from kuaibao_lint.facts.claims.model import Group, Level
    from kuaibao_lint.facts.relations.sum import Sum

_PAIR = 2  # parts that may be all
_NOUN = 2  # characters that say what is measured
_MEASURES = frozenset("蓄水 用电 供水 投资 收入 支出 产量 产值 面积 人口 资金".split())  # noqa: SIM905
_HARVEST = "总产"  # 粮食总产76.25亿斤，其中谷物产量…
_CAME_IN = pattern("受理|受案|收案|新收|收到")
_ARE_CASES = pattern("办结|审结|审执结|结案")
_BACK = 24  # levels before a list, of which one may be its sum
_COUNTERS = frozenset("个所家处座条片块台套")  # that may stand for each other
_SOME = 3  # digits of one in the same sentence that they do so seldom
_NEAR = 2  # sentences from a whole to what is said of it
_SPELT = 5  # digits of a figure that two make up by chance never


def so_measured(
    wholes: Sequence[tuple[Level, Figure]], parts: Sequence[Figure]
) -> Sequence[tuple[Level, Figure]]:
    """蓄水总量9.3亿方，…；可用水量7.9亿方。其中大型水库蓄水6.6亿方，…: of what is measured so."""
    if _ARE_CASES.search(wholes[0][1].raw) and all(_CAME_IN.match(one.raw) for one in parts):
        # 受案32196件，办结30834件。其中受理刑事1754件、…: of those that came in
        wholes = [one for one in wholes if _CAME_IN.search(one[1].raw)] or wholes
    noun = parts[0].raw[-_NOUN:]
    alike = noun in _MEASURES and all(one.raw.endswith(noun) for one in parts)
    if not alike or noun in wholes[0][1].raw or wholes[0][1].raw.endswith(_HARVEST):
        return wholes
    nearest = wholes[0][1]
    if nearest.sentence == parts[0].sentence and formulas.parts_of(nearest, parts).explained():
        return wholes  # 上级补助40万元，其中返还性收入…、一般性转移支付收入…、专项转移支付收入…
    return [one for one in wholes if noun in one[1].raw or _HARVEST in one[1].raw] or wholes


def is_standard(whole: Figure, nearest: Figure) -> bool:
    """占应播面积30.3万亩的88%: with what the nearest whole is compared is none, unless planned."""
    return whole.role == "whole" and nearest.role == "level"


def told_above(group: Group, base: str) -> list[Figure]:
    """立案65件，处罚38件，…，移送6件，拘留3人，其中大气类…: what else the sentence told."""
    sentence = group.parts[0].figure.sentence
    return [
        one
        for level in _before(group)
        if level.figure.sentence == sentence and (one := level.of(base))
        if is_beside(level, group.wholes[0])
    ]


def is_beside(level: Level, nearest: Level) -> bool:
    """Tell whether the parts behind a level may be of another one: of its clause, and like it.

    检查476家；处理129家，其中约谈70家、…: of the 129; 已播26.5万亩，占应播30.3万亩的88%，其中…: of
    the 26.5.
    """
    one, other = level.figure, nearest.figure
    return one.clause == other.clause and one.role == other.role


def is_of_another(group: Group, figures: Sequence[Figure]) -> bool:
    """受理2450件。交办2350件，直办100件。分类：求决类1852件、…: what was told is their sum.

    受理投诉18件、举报12件，其中消费类20件、质量类10件: or it is of several together.
    """
    total = altogether(figures)
    told = [one for level in _before(group) if (one := level.of(figures[0].base))]
    together = accumulate(one.amount for one in reversed(told))
    if total in [*together][1:]:
        return True
    # 签约812户，腾空762户；货币补偿431户、产权调换381户: three digits tell in one sentence
    here = figures[0].sentence
    return any(
        one.amount == total
        and (len(figures) > _PAIR or one.length >= (_SOME if one.sentence == here else _SPELT))
        for one in told
    )


def goes_on_otherwise(group: Group, some: Sequence[Level], added: Sum) -> bool:
    """学校115所，其中小学66所、初中19所、教学点30个: the next of the list is counted otherwise.

    场地1311个。篮球场429个、健身路径270条，足球场23个，…，其他589个: or one that stands in it.
    """
    first, last = some[0].order, some[-1].order
    within = [c.figure for c in group.told[first : last + 1] if c not in some]
    within = [one for one in within if one.base in _COUNTERS and not one.enters]
    if within and altogether([*added.operands[1:], *within]) == added.operands[0].amount:
        return True
    following = next((c.figure for c in group.parts if c.order == last + 1), None)
    if following is None or not following.joined or following.base not in _COUNTERS:
        return False
    whole, *listed = added.operands
    return altogether([*listed, following]) == whole.amount


def is_of_its_like(added: Sum, group: Group, base: str) -> bool:
    """资产总额90亿元、负债51亿元。…。其中城投公司资产60亿元: of what is so measured before."""
    whole, part = added.operands[:_PAIR]
    noun = part.raw[-_NOUN:]
    if len(noun) < _NOUN or noun in whole.raw:
        return False
    told = (one for c in _before(group) if noun in c.figure.raw and (one := c.of(base)))
    return any(one.amount >= part.amount for one in told)


def may_be_told_earlier(added: Sum, group: Group) -> bool:
    """发现问题339项…。整改277项，完善制度25项。其中财政查出35项: of the first, or the second.

    What a sentence of its own calls parts is of what was told last, unless that is too small.
    """
    whole, part = added.operands[:_PAIR]
    if whole.sentence == part.sentence or whole.raw[-_NOUN:] in part.raw:
        return False
    told = (one for c in _before(group) if (one := c.of(whole.base)) and one is not whole)
    return any(one.amount >= part.amount for one in told if part.sentence - one.sentence <= _NEAR)


def place_of(sums: Sequence[Sum], *, nearest: bool = False) -> int:
    """Return the place of the sum that is right, else of one that is a slip from it.

    nearest: the first is meant, where it is large enough: 完成3121万元；到位4128万元，其中….
    An earlier sentence tells it only where it is right: 完成投资156亿元。零售总额68亿元，其中….
    """
    first = sums[0]
    places = list(range(len(sums)))
    if nearest:
        right = next((at for at, one in enumerate(sums) if one.holds), None)
        whole, part = first.operands[:2]
        if right is not None or evidence.parts_amount(first) <= whole.amount:
            return right or 0
        if whole.sentence == part.sentence:
            likely = (at for at in places if evidence.may_be_of(sums[at].operands[0], whole))
            places = [*likely] or places
    return places[meant([sums[at] for at in places])]


def _before(group: Group) -> Sequence[Level]:
    """Return the last levels that were told before a list."""
    first = group.parts[0].order
    return group.told[max(0, first - _BACK) : first]
