"""Rates of what is owed, or was lost on its way: 资产负债率, 债务率, 漏损率."""

from __future__ import annotations

from kuaibao_lint.facts.claims import terms
from kuaibao_lint.facts.claims.model import Rate
from kuaibao_lint.light_typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Sequence

    from kuaibao_lint.facts.claims.figure import Figure
    from kuaibao_lint.facts.claims.model import Level

_ASSETS, _DEBT = "资产负债", "债务"
_SUPPLIED = 5  # characters of 供水总量为


def owed(figure: Figure, close: Sequence[Level], near: Sequence[Level]) -> Rate | None:
    """Return what such a rate is of, where the words of what was told say so.

    close: the levels of the sentences next to it. near: those of a longer passage.
    """
    if figure.word.endswith(_ASSETS):
        return _of_assets(figure, close)
    if figure.word.endswith(_DEBT):
        return _of_means(figure, near) if figure.word == _DEBT else None
    return _lost(figure, close)


def _of_assets(figure: Figure, close: Sequence[Level]) -> Rate | None:
    """资产总额654亿元，净资产361亿元，资产负债率44.80%: of what is owed, told or not."""
    told = [c.figure for c in close if c.figure.base == "元" and c.figure.span < figure.span]
    told = [one for one in reversed(told) if one.sentence == figure.sentence]
    sides = [terms.EQUITY.search(one.raw) for one in told]
    assets = (at for at, one in enumerate(told) if sides[at] is None and "资产" in one.raw)
    place = next(assets, 0)
    owes = [at for at in range(place) if (side := sides[at]) and side["owed"]]
    owns = [at for at in range(place) if (side := sides[at]) and side["own"]]
    if owes:
        return Rate([told[owes[0]]], [told[place]], figure)
    return Rate([], [], figure, less=[(told[place], told[owns[0]])]) if owns else None


def _of_means(figure: Figure, near: Sequence[Level]) -> Rate | None:
    """债务余额76亿元，…。综合财力71亿元，债务率106.7%: what is owed stands sentences before."""
    told = [c.figure for c in near if c.figure.span < figure.span and c.figure.base == "元"]
    means = [one for one in told if "财力" in one.raw and one.clause == figure.clause]
    debts = [one for one in told if one.raw.endswith(("债务余额", "债务余额为")) and not one.parts]
    return Rate(debts, means, figure) if len(means) == len(debts) == 1 else None


def _lost(figure: Figure, close: Sequence[Level]) -> Rate | None:
    """供水量1306万立方米，售水量1123万立方米，漏损率14.0%: of what was not sold."""
    told = [c.figure for c in close if c.figure.sentence == figure.sentence]
    came, sold = ([one for one in told if w in one.raw[-_SUPPLIED:]] for w in ("供水", "售水"))
    if len(came) != 1 or len(sold) != 1 or came[0].base != sold[0].base:
        return None
    return Rate([], [], figure, less=[(came[0], sold[0])])
