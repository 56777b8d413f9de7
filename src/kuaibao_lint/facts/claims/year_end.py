"""At the end of a year, the day a year earlier is its beginning: 年末…，比年初增加…，同比增长…."""

from __future__ import annotations

from kuaibao_lint.facts.claims import terms
from kuaibao_lint.facts.claims.model import Change
from kuaibao_lint.light_typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from kuaibao_lint.facts.claims.model import Level

_YEAR = 12  # months that have gone at its end


def joined(levels: Sequence[Level]) -> Iterator[Change]:
    """年末存款余额1050亿元，比年初增加190亿元，同比增长22.1%: amount and rate of one change."""
    for level in levels:
        if len(level.changes) < 2 or not (against := level.changes.get("")):
            continue
        for basis in terms.YEAR_BEGINS:
            since = level.changes.get(basis)
            if since is None or since.delta is None or since.growth or against.delta:
                continue
            at_end = terms.YEAR_END.search(level.figure.raw) or since.delta.months[:1] == (_YEAR,)
            if against.growth and at_end:
                one = Change(level.figure)
                one.delta, one.growth = since.delta, against.growth
                yield one
