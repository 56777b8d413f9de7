"""What must hold between a whole and its parts, once all parts are known."""

from __future__ import annotations

from typing import TYPE_CHECKING

from kuaibao_lint.facts.claims import measures
from kuaibao_lint.facts.relations import formulas

if TYPE_CHECKING:
    from collections.abc import Sequence

    from kuaibao_lint.facts.claims.model import Group, Level
    from kuaibao_lint.facts.relations.formulas import Sum

# Parts whose completeness is not known by name may still add up: where a whole of this many digits
# misses the sum of its parts by one slip, chance is out of the question (below one in a thousand).
_TELLING = 5


def parts(group: Group) -> list[Sum]:
    """Return the relations between a whole and the parts that were listed for it."""
    whole = group.whole.figure
    listed = [c for c in group.parts if c.figure.base == whole.base]
    if not listed:
        return []
    levels = [c.figure for c in listed]
    # Behind a semicolon the sentence may have gone on to something else. That a part is smaller
    # than its whole is nothing to tell anyone.
    first = group.parts[0].figure.clause
    too_much = [f for f in levels if f.clause == first and f.value.low > whole.value.high]
    found = [formulas.no_more(whole, level) for level in too_much]
    if len(listed) < 2 or len(listed) != len(group.parts):
        return found
    added = formulas.parts_of("parts-total", whole, levels, sure=False)
    known = measures.complete([level.name or level.raw for level in levels])
    telling = len(whole.digits.replace(".", "").replace(",", "")) >= _TELLING
    # Parts of no known completeness may be fewer than the whole, but not more.
    together = len({f.clause for f in levels}) == 1 and all(f.word != "to" for f in levels)
    excess = together and not added.holds and sum(f.value.low for f in levels) > whole.value.high
    if known or excess or (telling and (added.holds or added.explained())):
        found = [added]
        found += _rates(group.whole, listed)
    return found


def _rates(whole: Level, parts: Sequence[Level]) -> list[Sum]:
    """Shares that make 100, growth and completion rates that agree with the whole's."""
    found = []
    shares = [c.share for c in parts if c.share]
    if len(shares) == len(parts):
        found.append(formulas.hundred(shares))
    claims = (whole, *parts)
    growth = [(c.figure, c.growth) for c in claims if c.growth]
    if len(growth) == len(claims) and all(measures.nominal(c.figure.name) for c in claims):
        found.append(formulas.mixture("growth-mix", growth))
    done = [(c.figure, c.completion) for c in claims if c.completion]
    if len(done) == len(claims):
        found.append(formulas.mixture("completion-mix", done))
    plans = [c.plan for c in claims if c.plan]
    if len(plans) == len(claims) and len({p.base for p in plans}) == 1:
        found.append(formulas.parts_of("parts-total", plans[0], plans[1:], sure=False))
    return found
