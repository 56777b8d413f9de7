"""Sums → relations: which broken ones are claimed, and one finding for one slip."""

from __future__ import annotations

from collections import Counter

from kuaibao_lint.facts.claims.figure import altogether
from kuaibao_lint.facts.model import Relation
from kuaibao_lint.intervals import Interval
from kuaibao_lint.later import later
from kuaibao_lint.light_typing import TYPE_CHECKING
from kuaibao_lint.patterns import pattern

if TYPE_CHECKING:
    from collections.abc import Container, Mapping, Sequence
    from decimal import Decimal

    from kuaibao_lint.facts.claims.figure import Figure
    from kuaibao_lint.facts.relations.sum import Sum
    from kuaibao_lint.source import Span

_without_ways = later("facts.relations.house_ways", "without_ways")

_TELLING = 3  # digits that are not 0, of a figure with 约 or 近
_SHARE = 3  # figures of a share: a part, its whole, and the percentage
# Income and outlay make the same, however wrong one of them is.
_IN_BALANCE = pattern("[收支]|[合总共]计|预算")
_IS_LEFT = pattern("剩余|空间|结余|尚余")
_PAIR = 2  # parts that may be all
_LARGEST = 24  # broken sums in one cluster
# Of several broken sums round one slip, the plainest is shown.
_PLAINEST = (
    "title-body-figure",
    "same-measure",
    "percent-share",
    "completion-rate",
    "growth-delta",
    "parts-total",
    "average",
    "percent-total",
    "growth-mix",
    "completion-mix",
)


def verdicts(found: Sequence[Sum]) -> list[Relation]:
    """Return the relations of one item; of the broken ones, those that are worth believing."""
    relations = [
        _relation(one, one.operands[one.primary], holds=True) for one in found if one.holds
    ]
    if len(relations) < len(found):
        relations += _broken(found)
    relations.sort(key=lambda relation: relation.primary)
    return relations


def _broken(found: Sequence[Sum]) -> list[Relation]:
    """Return the relations of the broken sums that are worth believing."""
    home: dict[Span, list[Sum]] = {}
    for one in found:
        if one.holds:
            for figure in one.operands:
                home.setdefault(figure.span, []).append(one)
    odd = [one for one in found if not one.holds]
    if len(odd) > 1:
        odd = _without_ways(odd)
    likely = (_likely(one, home) for one in odd)
    broken = [one for one in likely if one is not None]
    known = {(f.base, f.amount) for f in _wholes(found)}
    others = (_is_of_a_longer, _is_of_its_like, _is_of_a_part, _is_of_others, _has_one_too_many)
    broken = [c for c in broken if not any(is_other(c, home) for is_other in others)]
    broken = [c for c in broken if not _adds_to(known, c)]
    holding = Counter({span: len(sums) for span, sums in home.items()})
    return [one for cluster in _clusters(broken) for one in _blame(cluster, holding)]


def _is_of_a_longer(one: Sum, home: Mapping[Span, Sequence[Sum]]) -> bool:
    """Tell whether the parts of a broken sum are those, or some, of a sum that holds.

    建议117件、提案122件。建议中，已解决80件，正在解决32件，留作参考5件: 80 and 32 are none of 122.
    予以公开17件，部分公开13件，不予公开7件，…，共办结56件: nor of the 17, which stands beside them.
    收入7.02亿元（税收5.84亿元、非税1.98亿元），…，合计…: but what a bracket tells is of the 7.02.
    """
    whole, *parts = (figure.span for figure in one.operands)
    if one.kind != "parts-total" or whole > parts[0]:  # 甲3家、乙2家，合计6家 sums up these
        return False
    if one.operands[1].enters and one.operands[-1].joined:
        return False
    for other in home.get(parts[0], ()):
        other_whole, *others = (figure.span for figure in other.operands)
        if other.kind == one.kind and other_whole != whole and {*others} >= {*parts}:
            return True
    return False


def _is_of_its_like(one: Sum, home: Mapping[Span, Sequence[Sum]]) -> bool:
    """Tell whether a share is reckoned of another part of the same whole, which was not named.

    零售额92.55亿元。…商品零售额77.83亿元；餐饮收入14.72亿元，占15.9%: of 92.55, and not of 77.83.
    """
    if one.kind != "percent-share" or one.sure or len(one.operands) != _SHARE:
        return False
    part, whole, _ = (figure.span for figure in one.operands)
    return any(
        other.kind == "parts-total" and {part, whole} <= {f.span for f in other.operands[1:]}
        for other in home.get(part, ())
    )


def _is_of_others(one: Sum, home: Mapping[Span, Sequence[Sum]]) -> bool:
    """Tell whether a rate, or so many points, are right of other figures.

    优10天、良16天，优良率83.9%（监测31天）.
    """
    rate = one.operands[-1]
    if rate.kind == "points":  # 快于全部投资2.5个百分点: of the one that it is so far beyond
        return any(c.operands[-1] is rate for c in home.get(rate.span, ()) if c.kind == one.kind)
    if one.kind != "completion-rate" or one.sure or rate.length < _SHARE:
        return False
    held = home.get(rate.span, ())
    return any(other.kind == one.kind and other.operands[-1] is rate for other in held)


def _is_of_a_part(one: Sum, home: Mapping[Span, Sequence[Sum]]) -> bool:
    """Tell whether a list is all of one part of its whole, whose parts were told before.

    总收入4773万元，上划3000万元，地方1773万元。税收收入1133万元，非税收入640万元: of 1773.
    """
    whole, *listed = one.operands
    if one.kind != "parts-total" or len(listed) < _PAIR:
        return False
    told = [
        figure
        for other in home.get(whole.span, ())
        if other.kind == one.kind and other.operands[0].span == whole.span
        for figure in other.operands[1:]
        if figure not in listed
    ]
    added = altogether(listed) if told else 0
    return any(figure.amount == added for figure in told)


def _has_one_too_many(one: Sum, _: Mapping[Span, Sequence[Sum]]) -> bool:
    """Tell whether all parts but one make up the whole, which is counted otherwise or apart.

    Of what was left (剩余空间) nothing that is more is a part.
    学校150所，其中普通高中5所、…、教学点40个、…; 审结324件。起诉252件。不起诉72件…。退回30件.
    """
    whole, *parts = one.operands
    over = altogether(parts) - whole.amount if one.kind == "parts-total" else 0
    if over > 0 and _IS_LEFT.search(whole.raw) and parts[0].sentence > whole.sentence:
        return all(part.amount > whole.amount for part in parts)  # 剩余空间1亿元。新增债券4亿元
    if over <= 0 or len(parts) <= _PAIR:
        return False
    *rest, last = parts
    if last.amount == over and last.sentence > rest[-1].sentence:
        return True
    odd = [part for part in parts if part.unit != whole.unit]
    return len(odd) == 1 and odd[0].amount == over


def _wholes(found: Sequence[Sum]) -> list[Figure]:
    """Return the wholes that their parts make up."""
    return [one.operands[0] for one in found if one.holds and one.kind == "parts-total"]


def _adds_to(known: Container[tuple[str, Decimal]], one: Sum) -> bool:
    """Tell whether parts that do not make up their whole are all of another, which others make up.

    项目99个，其中续建31个、…。69个项目已开工。按产业分，农业14个，工业33个，…: of the 99.
    """
    whole, *listed = one.operands
    if one.kind != "parts-total" or len(listed) < _PAIR or _IN_BALANCE.search(whole.raw):
        return False
    return (whole.base, altogether(listed)) in known


def _clusters(broken: Sequence[Sum]) -> list[list[Sum]]:
    """Gather the sums that share a number, so that each slip is looked for among few."""
    home: dict[Span, list[Sum]] = {}
    for one in broken:
        near = [home[f.span] for f in one.operands if f.span in home]
        cluster = max(near, key=len, default=[])
        if len(cluster) >= _LARGEST:
            cluster = []
        cluster.append(one)
        for figure in one.operands:
            home[figure.span] = cluster
    seen: dict[int, list[Sum]] = {}
    for cluster in home.values():
        seen[id(cluster)] = cluster
    return [*seen.values()]


def _blame(broken: list[Sum], holding: Counter[Span]) -> list[Relation]:
    """Return the relations of a cluster; one is reported for each number that is to blame."""
    relations: list[Relation] = []
    while broken:
        suspect = _suspect(broken, holding)
        mine = [one for one in broken if _has(one, suspect)]
        mine.sort(key=lambda one: _PLAINEST.index(one.kind))
        relations += [_relation(one, suspect, holds=False, reported=one is mine[0]) for one in mine]
        broken = [one for one in broken if not _has(one, suspect)]
    return relations


def _likely(one: Sum, home: Mapping[Span, Sequence[Sum]]) -> Sum | None:
    """Return a broken sum, or another of those that may have been meant, that is worth believing.

    受理23451件，办结23382件，提前办结22349件，占95.6%；网办17223件，网办率75.4%: 22849 would do,
    but the share before says that it is 22349; the rate is of the first, and 73.4.
    """
    return next((may for may in (one, *one.instead) if _believable(may, home)), None)


def _believable(one: Sum, home: Mapping[Span, Sequence[Sum]]) -> bool:
    """Tell whether a broken sum is a slip, and not a sentence that was misread.

    home: the sums that hold, by the figures in them. A figure that was mistyped breaks all its sums
    at once; where others hold with it, what mends this sum must leave them right.
    """
    # 约8亿元 is printed to be read and not to be reckoned with; 约13.9万元 is.
    if one.kind != "title-body-figure" and any(map(_is_loose, one.operands)):
        return False
    slipped = one.sure or any(
        figure.kind == "ratio"
        or all(other.with_value(figure, value) for other in home.get(figure.span, ()))
        for index, figure in enumerate(one.operands)
        for value in (one.mends(index) if figure.kind != "ratio" else [figure.value])
    )
    return slipped or any(_is_alone(figure, one, home) for figure in one.operands)


def _is_alone(figure: Figure, one: Sum, home: Mapping[Span, Sequence[Sum]]) -> bool:
    """来信235件、来访56件、来电38件，共430件；来电38件，占4%: one digit is a slip from all others.

    It is believed where all else in the sum is right in another one, and it is far from right.
    """
    if len(figure.digits) > 1 or figure.value.low == figure.value.high or figure.span in home:
        return False
    first, *others = (c.span for c in one.operands if c is not figure)
    unit = figure.value.high - figure.value.low
    near = Interval(figure.value.low - unit, figure.value.high + unit)
    return bool(others) and not one.with_value(figure, near) and any(
        {first, *others} <= {c.span for c in other.operands} for other in home.get(first, ())
    )


def _is_loose(figure: Figure) -> bool:
    """Tell whether a word widens a figure so far that nothing follows from it."""
    return bool(figure.approx) and figure.weight < _TELLING


def _has(one: Sum, figure: Figure) -> bool:
    return any(operand.span == figure.span for operand in one.operands)


def _suspect(broken: Sequence[Sum], holding: Counter[Span]) -> Figure:
    """Return the number that is likeliest wrong.

    It takes part in most broken sums, one slip in it mends them all, and few sums hold with it;
    where nothing else decides it is the result of the plainest sum.
    """

    def score(figure: Figure) -> tuple[int, bool, int, bool]:
        mine = [one for one in broken if _has(one, figure)]
        mended = all(one.mended(_place(one, figure)) for one in mine)
        result = any(one.operands[one.primary].span == figure.span for one in mine)
        return len(mine), mended, -holding[figure.span], result

    candidates = {figure.span: figure for one in broken for figure in one.operands}
    return max(candidates.values(), key=score)


def _place(one: Sum, figure: Figure) -> int:
    return next(i for i, operand in enumerate(one.operands) if operand.span == figure.span)


def _relation(one: Sum, primary: Figure, *, holds: bool, reported: bool = True) -> Relation:
    operands = tuple(figure.span for figure in one.operands)
    return Relation(one.kind, primary.span, operands, holds, one.working, reported)
