"""Growth on comparable terms: against a base that is told so, and of a list that is told so."""

from __future__ import annotations

from decimal import Decimal

from kuaibao_lint.facts.relations import formulas, movements
from kuaibao_lint.intervals import Interval
from kuaibao_lint.light_typing import TYPE_CHECKING
from kuaibao_lint.patterns import pattern

if TYPE_CHECKING:
    from collections.abc import Sequence

    from kuaibao_lint.facts.claims.figure import Figure
    from kuaibao_lint.facts.relations.sum import Sum

_GROWTH = pattern(
    "(?:同|可比)口径(?:计算|比较|相比|测算)?后?(?P<dir>增长|上升|增幅|下降|降低|减少|负增长|降幅)[为达]?$"
)
_BASE = pattern("^(?:为)?[YP](?:同期)?(?:的)?(?:同|可比)口径[^，；增降减升]{0,4}$")
_UP = frozenset("增长 上升 增幅".split())  # noqa: SIM905
_NEXT = 2  # figures behind a rate of which one may be its base
_NEARLY = Interval(Decimal("0.99"), Decimal("1.01"))  # what is left out of levels and of bases
_FEWEST = 3  # a whole and two parts


def comparable(body: Sequence[Figure], found: Sequence[Sum]) -> list[Sum]:
    """同口径增长4.1%（上年同口径数44492万元）; 同口径下降18.4%，其中…同口径下降4.1%，….

    found: the sums that are known, of which the parts may all have grown so.
    """
    grown: dict[Figure, Figure] = {}
    made: list[Sum] = []
    for at, rate in enumerate(body):
        said = _GROWTH.search(rate.raw) if rate.kind == "percent" and rate.role == "other" else None
        level = body[at - 1] if at else None
        if said is None or level is None or level.clause != rate.clause:
            continue
        if level.kind != "amount" or level.role not in {"level", "total"}:
            continue
        rate.sign = 1 if said["dir"] in _UP else -1
        grown[level] = rate
        base = next((c for c in body[at + 1 : at + 1 + _NEXT] if _BASE.match(c.raw)), None)
        if base and base.base == level.base and base.sentence == rate.sentence:
            made.append(movements.growth(level, base, rate))
    if len(grown) < _FEWEST:
        return made
    for added in found:
        if added.kind == "parts-total" and added.holds and all(c in grown for c in added.operands):
            pairs = [(one, grown[one]) for one in added.operands]
            made.append(formulas.mixture("growth-mix", pairs, _NEARLY))
    return made
