"""Growth of what adds up: 受理9167件，增长9.39%；审结6901件，增长3.31%；未结2266件，增长33.2%."""

from __future__ import annotations

from kuaibao_lint.facts.claims import measures, model
from kuaibao_lint.facts.relations import formulas
from kuaibao_lint.intervals import exactly
from kuaibao_lint.later import later
from kuaibao_lint.light_typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Mapping, Sequence

    from kuaibao_lint.facts.claims.figure import Figure
    from kuaibao_lint.facts.claims.model import Claim
    from kuaibao_lint.facts.relations.sum import Sum
    from kuaibao_lint.source import Span

_FEWEST, _MOST = 3, 12  # a whole and its parts: they bound the work
_PAIR, _SHARE = 2, 3  # parts that may be all; a part, its whole and the percentage
_LONG = 4  # digits of a whole that parts make up hardly by chance
_MIXED = "growth-mix"
_MOVED = frozenset(("amount", "percent"))
_mean_before: Callable[..., Sum] = later("facts.relations.movements", "mean_before")


def mixed(claims: Sequence[Claim], found: Sequence[Sum]) -> list[Sum]:
    """Return what must hold between the growth of a whole and that of its parts.

    found: the sums that are known. Where a year before was added up as this one is, bases add up as
    levels do; growth at constant prices or of a comparable extent tells no base.
    """
    rates = {
        (one.level.span, one.basis): one.growth
        for one in claims
        if isinstance(one, model.Change) and one.growth and one.growth.kind == "percent"
    }
    means = [
        one for some in found if some.kind == "average" and (one := _of_mean(some, rates, claims))
    ]
    alike = _of_their_own(claims, found) + _by_shares(found)
    if len(rates) < _FEWEST:
        return alike + means
    found = [*found, *alike]
    known = {one.operands[0].span for one in found if one.kind == _MIXED}
    made: dict[frozenset[Span], Sum] = {}
    for added in found:
        for pairs in _grown(added, rates, known):
            spans = frozenset(rate.span for _, rate in pairs)
            if len(spans) == len(pairs) and spans not in made:
                made[spans] = formulas.mixture(_MIXED, pairs, exactly(1))
    return [*alike, *means, *made.values()]


def _of_their_own(claims: Sequence[Claim], found: Sequence[Sum]) -> list[Sum]:
    """收入51亿元，其中税收26亿元。县本级30亿元，其中税收15亿元；新区21亿元，其中税收11亿元.

    What goes by one name in a whole and in each of its parts is added up as these are.
    """
    own: dict[Span, dict[str, Figure]] = {}
    for one in claims:
        if isinstance(one, model.Group) and one.parts and not one.guess:
            named = own.setdefault(one.wholes[0].figure.span, {})
            for part in one.parts:
                named.setdefault(part.figure.raw, part.figure)
    if len(own) < _FEWEST:
        return []
    sums = []
    for added in found:
        if added.kind != "parts-total" or not added.holds or len(added.operands) < _FEWEST:
            continue
        whole, *parts = added.operands
        of_parts = [own.get(one.span, {}) for one in parts]
        for name, figure in own.get(whole.span, {}).items():
            like = [one[name] for one in of_parts if name in one and figure not in parts]
            alike = len(like) == len(parts) and figure.base == whole.base
            if alike and len(name) > 1 and all(one.base == figure.base for one in like):
                sums.append(formulas.parts_of(figure, like))
    return sums


def _by_shares(found: Sequence[Sum]) -> list[Sum]:
    """增值税8亿元，占50%；所得税4亿元，占25%；其他4亿元，占25%。税收总额16亿元: all of one whole.

    That their shares make 100, their names say.
    """
    hundreds = [one for one in found if one.kind == "percent-total" and one.holds]
    if not hundreds:
        return []
    shares = {
        one.operands[2].span: one.operands[:2]
        for one in found
        if one.kind == "percent-share" and one.holds and len(one.operands) == _SHARE
    }
    known = {frozenset(f.span for f in one.operands) for one in found if one.kind == "parts-total"}
    sums = []
    for one in hundreds:
        pairs = [shares[p.span] for p in one.operands if p.span in shares]
        wholes = {whole.span for _, whole in pairs}
        if len(pairs) < len(one.operands) or len(pairs) < _PAIR or len(wholes) != 1:
            continue
        whole = pairs[0][1]
        added = formulas.parts_of(whole, [part for part, _ in pairs])
        if frozenset(f.span for f in added.operands) not in known and (
            added.holds or (whole.length >= _LONG and added.explained())
        ):
            sums.append(added)
    return sums


def _of_mean(
    mean: Sum, rates: Mapping[tuple[Span, str], Figure], claims: Sequence[Claim]
) -> Sum | None:
    """播种面积增长0.7%，总产量增长2.5%，亩产增长1.8%: the mean grows as both do."""
    if not mean.holds or len(mean.operands) != _FEWEST:
        return None
    whole, heads, each = mean.operands
    if not (measures.tells_base(whole) and measures.tells_base(heads)):
        return None
    told = [rates.get((one.span, "")) for one in (whole, heads, each)]
    grown = [one for one in told if one]
    if len(grown) < _FEWEST:
        return _of_mean_before(whole, heads, each, claims)
    if any("T" in one.compared for one in grown):
        return None  # 较三季度增长2.4%
    return formulas.growth_of_mean(grown[0], grown[1], grown[2])


def _of_mean_before(
    whole: Figure, heads: Figure, mean: Figure, claims: Sequence[Claim]
) -> Sum | None:
    """面积34.45万亩，增加0.74万亩；亩产417.2公斤，增加14.2公斤；总产14.37万吨，增加0.79万吨."""
    moved = {
        one.level.span: one.delta or one.growth
        for one in claims
        if isinstance(one, model.Change) and not one.basis
    }
    told = [moved.get(one.span) for one in (whole, heads, mean)]
    by = [one for one in told if one and one.kind in _MOVED and "T" not in one.compared]
    if len(by) < _FEWEST or not heads.value.times(mean.value).meets(whole.value):
        return None
    return _mean_before((whole, heads, mean), by)


def _grown(
    added: Sum, rates: dict[tuple[Span, str], Figure], known: set[Span]
) -> Iterator[list[tuple[Figure, Figure]]]:
    """Yield the figures of a sum that is right, each with its growth, against one basis."""
    figures = added.operands
    whole = figures[0]
    if added.kind != "parts-total" or not added.holds or whole.span in known:
        return
    if not _FEWEST <= len(figures) <= _MOST or whole.length < _LONG:
        return
    if not all(map(measures.tells_base, figures)) or len({one.base for one in figures}) > 1:
        return
    for basis in ("", "年初", "环比"):
        told = [(one, rate) for one in figures if (rate := rates.get((one.span, basis)))]
        if len(told) == len(figures):
            yield told
