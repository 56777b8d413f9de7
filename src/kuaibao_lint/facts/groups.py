"""Wholes and their parts, and what must hold once all parts are known."""

from __future__ import annotations

from typing import TYPE_CHECKING

from kuaibao_lint.facts import measures, sums
from kuaibao_lint.facts.model import Ratio

if TYPE_CHECKING:
    from collections.abc import Sequence

    from kuaibao_lint.facts.figures import Figure
    from kuaibao_lint.facts.sums import Sum

_SECTORS = ("第一产业", "第二产业", "第三产业")
# Parts whose completeness is not known by name may still add up: where a whole of this many digits
# misses the sum of its parts by one slip, chance is out of the question (below one in a thousand).
_TELLING = 5


class Claim:
    """A level and what is said of it: Level, Growth, Delta, Completion in one."""

    __slots__ = ("level", "growth", "delta", "base", "completion", "plan", "share")

    def __init__(self, level: Figure) -> None:
        self.level = level
        self.growth: Figure | None = None
        self.delta: Figure | None = None
        self.base: Figure | None = None
        self.completion: Figure | None = None
        self.plan: Figure | None = None
        self.share: Figure | None = None


class Group:
    """A whole and its parts, as far as they were listed (其中：…)."""

    __slots__ = ("whole", "parts")

    def __init__(self, whole: Claim) -> None:
        self.whole = whole
        self.parts: list[Claim] = []


def group_sums(group: Group) -> list[Sum]:
    """Return the relations between a whole and the parts that were listed for it."""
    whole = group.whole.level
    parts = [c for c in group.parts if c.level.base == whole.base]
    if not parts:
        return []
    levels = [c.level for c in parts]
    # Behind a semicolon the sentence may have gone on to something else. That a part is smaller
    # than its whole is nothing to tell anyone.
    first = group.parts[0].level.clause
    too_much = [f for f in levels if f.clause == first and f.value.low > whole.value.high]
    found = [sums.no_more(whole, level) for level in too_much]
    if len(parts) < 2 or len(parts) != len(group.parts):
        return found
    added = sums.parts_of("parts-total", whole, levels, sure=False)
    known = measures.complete([level.name or level.raw for level in levels])
    telling = len(whole.digits.replace(".", "").replace(",", "")) >= _TELLING
    # Parts of no known completeness may be fewer than the whole, but not more.
    together = len({f.clause for f in levels}) == 1 and all(f.word != "to" for f in levels)
    excess = together and not added.holds and sum(f.value.low for f in levels) > whole.value.high
    if known or excess or (telling and (added.holds or added.explained())):
        found = [added]
        found += _rates(group.whole, parts)
    return found


def _rates(whole: Claim, parts: Sequence[Claim]) -> list[Sum]:
    """Shares that make 100, growth and completion rates that agree with the whole's."""
    found = []
    shares = [c.share for c in parts if c.share]
    if len(shares) == len(parts):
        found.append(sums.hundred(shares))
    claims = (whole, *parts)
    growth = [(c.level, c.growth) for c in claims if c.growth and not c.growth.basis]
    if len(growth) == len(claims) and all(measures.nominal(c.level.name) for c in claims):
        found.append(sums.mixture("growth-mix", growth))
    done = [(c.level, c.completion) for c in claims if c.completion]
    if len(done) == len(claims):
        found.append(sums.mixture("completion-mix", done))
    plans = [c.plan for c in claims if c.plan]
    if len(plans) == len(claims) and len({p.base for p in plans}) == 1:
        found.append(sums.parts_of("parts-total", plans[0], plans[1:], sure=False))
    return found


def structures(body: Sequence[Figure], text: str) -> list[Sum]:
    """三次产业结构为8.1:41.6:50.3: the parts make 100 and agree with the sectors' levels."""
    found = []
    for index, figure in enumerate(body):
        if not isinstance(figure.fact, Ratio):
            continue
        ratio = figure.fact
        earlier = body[index - 1] if index else None
        shifted = earlier is not None and earlier.kind == "ratio" and earlier.structure
        if len(ratio.parts) != 3 or not (figure.structure or shifted):
            continue
        figure.structure = True
        found.append(sums.structure(ratio.parts, ratio.ulp, figure))
        before = text[max(0, figure.span.start - 8) : figure.span.start]
        if "由" not in before and "上年" not in before:
            found += _sectors(body[:index], figure, ratio)
    return found


def _sectors(body: Sequence[Figure], figure: Figure, ratio: Ratio) -> list[Sum]:
    """Each part of the ratio is a sector's share of their sum."""
    levels = []
    for name in _SECTORS:
        named = [f for f in body if f.role == "level" and f.name.startswith(name)]
        if len(named) != 1:
            return []
        levels.append(named[0])
    if len({f.base for f in levels}) != 1:
        return []
    return [sums.sector(levels, place, ratio, figure) for place in range(3)]
