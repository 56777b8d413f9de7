"""Shares of which one was rounded the other way, so that all of them make 100."""

from __future__ import annotations

from decimal import Decimal

from kuaibao_lint.facts.claims.figure import altogether
from kuaibao_lint.facts.relations.sum import CONTEXT
from kuaibao_lint.light_typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Sequence

    from kuaibao_lint.facts.claims.figure import Figure
    from kuaibao_lint.facts.relations.sum import Sum

_SHARE = 3  # figures of a share: a part, its whole, and the percentage
_LEAST = 3  # shares that are made to make 100
_ALL = 100
_FAR = Decimal("1.5")  # percent that the one may be off


def without_rounded(found: list[Sum]) -> list[Sum]:
    """Leave out the broken shares that make up 100 with the others, where rounded ones do not.

    来信6件、占43%；来访3件、占21%；来电3件、占21%；网络2件、占15%: 14.3, but 43+21+21+14 is 99.
    """
    shares = [one for one in found if one.kind == "percent-share"]
    made = {
        id(one) for one in shares if not one.holds and _makes_all(one, _beside(one, shares))
    }
    return [one for one in found if id(one) not in made] if made else found


def _beside(one: Sum, shares: Sequence[Sum]) -> list[tuple[Figure, Figure]]:
    """Return the parts and percentages of all shares of the same whole in the sentence."""
    if len(one.operands) != _SHARE:
        return [*zip(one.operands[::2], one.operands[1::2], strict=False)]
    _, whole, percent = one.operands
    alike = [c.operands for c in shares if len(c.operands) == _SHARE]
    told = {
        of.span: (part, of)
        for part, its, of in alike
        if its.span == whole.span and of.sentence == percent.sentence
    }
    return [*told.values()]


def _makes_all(one: Sum, pairs: Sequence[tuple[Figure, Figure]]) -> bool:
    parts, percents = [part for part, _ in pairs], [percent for _, percent in pairs]
    whole = altogether(parts)
    of = one.operands[1] if len(one.operands) == _SHARE else None
    if len(pairs) < _LEAST or not whole or (of is not None and of.amount != whole):
        return False
    if any("." in one.digits or one.unit != "%" for one in percents):
        return False  # who prints tenths of a percent minds no more that they make 99.9
    if sum(one.number for one in percents) != _ALL:
        return False
    shares = [CONTEXT.divide(one.amount * _ALL, whole) for one in parts]
    rounded = [share.to_integral_value() for share in shares]
    odd = [
        abs(share - percent.number)
        for share, near, percent in zip(shares, rounded, percents, strict=True)
        if near != percent.number
    ]
    return abs(sum(rounded) - _ALL) == len(odd) and max(odd, default=_ALL) < _FAR
