"""Shares of those beyond a limit, in a list of bounds: 50万元以上的村占40.8%."""

from __future__ import annotations

from decimal import Decimal

from kuaibao_lint.light_typing import TYPE_CHECKING
from kuaibao_lint.patterns import pattern

if TYPE_CHECKING:
    from collections.abc import Sequence

    from kuaibao_lint.facts.claims.model import Level

_LIMITED = pattern(
    "(?P<number>[0-9]+(?:[.][0-9]+)?)(?P<scale>[万亿千]?)[^0-9]{0,3}以(?P<way>[上下])"
)
_NUMBER_SAID = pattern("(?P<number>[0-9]+(?:[.][0-9]+)?)(?P<scale>[万亿千]?)")
_OVER = pattern("以上|超过")
_UNDER = pattern("以下|不足|未满|不满")
_SCALES = {"": 1, "千": 1000, "万": 10000, "亿": 100000000}
_BOTH = 2  # numbers of a bound from one to another


def beyond(name: str, told: Sequence[Level]) -> list[Level]:
    """10万元以下33个村，10—50万元128个，50—100万元80个，100万元以上31个，50万元以上占40.8%.

    Return those of a list of bounds on one side of a limit, where one of them ends there.
    """
    limit = _LIMITED.match(name)
    if limit is None:
        return []
    run: list[tuple[Level, Decimal, Decimal]] = []
    for c in reversed(told):
        bounds = _bounds_of(c.figure.raw)
        if bounds is None or (run and c.figure.base != run[0][0].figure.base):
            if run:
                break
            continue
        run.insert(0, (c, *bounds))
    at = _scaled(limit["number"], limit["scale"])
    up = limit["way"] == "上"
    found = [c for c, low, high in run if (low >= at if up else high <= at)]
    meets = any((low if up else high) == at for c, low, high in run if c in found)
    return found if len(found) > 1 and meets and len(run) > len(found) else []


def _bounds_of(words: str) -> tuple[Decimal, Decimal] | None:
    """Return from where to where 10—50万元 reaches; None for words that say no bounds."""
    told = [*_NUMBER_SAID.finditer(words)]
    if not told or len(told) > _BOTH:
        return None
    first, last = told[0], told[-1]
    low = _scaled(first["number"], first["scale"] or last["scale"])
    high = _scaled(last["number"], last["scale"])
    if len(told) == _BOTH:
        return (low, high) if low < high else None
    if _OVER.search(words):
        return low, Decimal("Infinity")
    return (Decimal(0), low) if _UNDER.search(words) else None


def _scaled(number: str, scale: str) -> Decimal:
    return Decimal(number) * _SCALES[scale]
