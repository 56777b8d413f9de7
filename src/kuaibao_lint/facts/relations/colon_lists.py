"""Lists that a colon opens, parted by semicolons: 发放2268.6万元：低保376.3万元，…；特困84.0万."""

from __future__ import annotations

from decimal import Decimal
from itertools import pairwise

from kuaibao_lint.facts.claims import measures
from kuaibao_lint.facts.relations import evidence, formulas
from kuaibao_lint.light_typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from kuaibao_lint.facts.claims.figure import Figure
    from kuaibao_lint.facts.relations.sum import Sum

_LEVELS = frozenset(("level", "total"))
_FEWEST = 3  # parts between semicolons that are as good as a table
_TELLING = 4  # digits of what a list makes up by chance seldom
_MUCH = Decimal("0.3")  # of a whole, which a slip in its largest part may take away
_MOST = 32  # figures of a list: they bound the work


def colon_lists(body: Sequence[Figure], found: Sequence[Sum]) -> list[Sum]:
    """Return the sums of what semicolons part, where no other list makes up their whole.

    Of each part the amount that it begins with, or all that it tells and no bracket does:
    集中供养84.0万元，散养166.2万元.
    """
    known = {one.operands[0].span for one in found if one.holds and one.kind == "parts-total"}
    sums: list[Sum] = []
    for at, (whole, after) in enumerate(pairwise(body)):
        if not after.opens or after.enters or whole.span in known:
            continue
        if whole.role in _LEVELS and whole.kind == "amount" and whole.length >= _TELLING:
            told = [*_of_its_unit(whole, body[at + 1 : at + 1 + _MOST])]
            sums += _of_list(whole, told)
    return sums


def _of_its_unit(whole: Figure, behind: Sequence[Figure]) -> Iterator[Figure]:
    """Yield the amounts behind a whole that may be parts of it: what 其中 tells is of a part."""
    inside = False
    among = -1
    for one in behind:
        if one.sentence != whole.sentence:
            return
        inside = one.enters or (inside and not one.leaves)
        among = one.clause if one.parts and not one.opens else among
        alike = one.kind == "amount" and one.base == whole.base
        if alike and not inside and one.clause != among and one.role in _LEVELS:
            yield one


def _of_list(whole: Figure, told: Sequence[Figure]) -> list[Sum]:
    heads = [*{one.clause: one for one in reversed(told)}.values()][::-1]
    if len(heads) < _FEWEST or heads[0].mainly or any(one.role == "total" for one in told):
        return []
    if any(measures.overlapping(one.raw) or measures.flowing(one.raw) for one in told):
        return []
    sums = [formulas.parts_of(whole, parts) for parts in (told, heads)]
    holding = [one for one in sums if one.holds]
    return holding[:1] or [one for one in sums if _is_by_a_slip(one)][:1]


def _is_by_a_slip(added: Sum) -> bool:
    lacking = added.operands[0].amount - evidence.parts_amount(added)
    return lacking <= _MUCH * added.operands[0].amount and evidence.is_by_a_slip(added)
