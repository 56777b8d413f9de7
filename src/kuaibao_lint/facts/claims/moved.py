"""Quotients that moved with what they are of: 存贷比76.80%，较年初提高1.63个百分点."""

from __future__ import annotations

from kuaibao_lint.facts.claims import measures, phrasings
from kuaibao_lint.facts.claims.model import Change, Moved, Rate, Share, Times
from kuaibao_lint.intervals import is_share
from kuaibao_lint.light_typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from kuaibao_lint.facts.claims.figure import Figure
    from kuaibao_lint.facts.claims.model import Claim

_MONEY = "元"
_MOST = 16  # quotients that moved: they bound the work
_LAST_DAY = frozenset(("年末", "年底"))  # of the year before: where this one began


def moved(moves: Sequence[tuple[Figure, Figure]], claims: Sequence[Claim]) -> Iterator[Moved]:
    """Yield what must hold between a quotient that moved and the two that it is of.

    moves: by how much each moved, and the quotient. claims: what was told of both amounts.
    """
    changes = {
        (one.level.span, _since(one.basis)): one
        for one in claims
        if isinstance(one, Change) and _tells_base(one)
    }
    if len(changes) < 2:
        return
    quotients = {
        one.percent.span if not isinstance(one, Times) else one.times.span: pair
        for one in claims
        if isinstance(one, (Share, Rate, Times)) and (pair := _pair(one))
    }
    for by, quotient in moves[:_MOST]:
        pair = quotients.get(quotient.span)
        other = phrasings.OTHER_BASIS.search(by.raw)
        basis = _since(other[0] if other else "")
        if pair is None or (not basis and phrasings.TIME.search(by.raw) is None):
            continue
        part, whole = (changes.get((one.span, basis)) for one in pair)
        if part and whole:
            yield Moved(part, whole, quotient, by)


def _since(basis: str) -> str:
    """上年末 is 年初; 上月 is 环比."""
    return "年初" if basis in _LAST_DAY else "环比" if basis.startswith("上") else basis


def _tells_base(change: Change) -> bool:
    """Tell whether a change says what its level was before."""
    if told := change.base or change.delta:
        return told.base == change.level.base
    # A rate of growth may be at constant prices, or of what was revised, as that of power used is.
    level, rate = change.level, change.growth
    fits = rate is not None and rate.kind == "percent" and level.base == _MONEY
    return fits and measures.tells_base(level)


def _pair(claim: Share | Rate | Times) -> tuple[Figure, Figure] | None:
    """Return part and whole of a quotient that is right."""
    if isinstance(claim, Times):
        pairs = [(claim.level, claim.base)]
        value = claim.times.value
    else:
        parts = claim.parts if isinstance(claim, Rate) else [claim.part]
        pairs = [(part, whole) for part in parts for whole in claim.wholes if part is not whole]
        value = claim.percent.value
    fits = (one for one in pairs if is_share(one[0].value, one[1].value, value))
    return next(fits, None)
