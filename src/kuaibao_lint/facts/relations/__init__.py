"""Claims → relations: the sums that must hold between figures, and which of them is wrong.

`prospects` passes over what has no sums, `table` says which relations follow from which claim,
`formulas` does the sums, `verdicts` finds the one slip behind several broken sums.
"""

from __future__ import annotations

from kuaibao_lint.facts.claims.figures import figures
from kuaibao_lint.facts.claims.reader import claims
from kuaibao_lint.facts.relations import prospects, table
from kuaibao_lint.facts.relations.repeats import repeats
from kuaibao_lint.facts.relations.structures import natural_growth, structures
from kuaibao_lint.facts.relations.titles import title_relations
from kuaibao_lint.facts.relations.verdicts import verdicts
from kuaibao_lint.light_typing import TYPE_CHECKING

if TYPE_CHECKING:
    from kuaibao_lint.document import Bulletin
    from kuaibao_lint.facts.claims.figure import Figure
    from kuaibao_lint.facts.model import Facts, Relation
    from kuaibao_lint.source import Span


def relate(bulletin: Bulletin, text: str, facts: Facts) -> Facts:
    """Return the facts with the relations between the figures of each item."""
    relations: list[Relation] = []
    bodies: list[list[Figure]] = []
    for item in bulletin.items:
        title = figures(text, facts, item.title.span) if item.title else []
        body = item.body
        if title or prospects.promising(text, facts, body):
            bodies.append(figures(text, facts, body))
            if title or prospects.related(bodies[-1]):
                relations += _item(title, bodies[-1], text)
    blamed = {one.primary for one in relations if not one.holds}
    relations += [
        one._replace(reported=one.reported and blamed.isdisjoint(one.operands))
        for one in verdicts(repeats(bodies, text, facts))
    ]
    return facts._replace(relations=tuple(sorted(relations, key=_place))) if relations else facts


def _item(title: list[Figure], body: list[Figure], text: str) -> list[Relation]:
    found = table.sums(claims(body))
    found += structures(body, text)
    found += natural_growth(body)
    found += title_relations(title, body)
    return verdicts(found)


def _place(relation: Relation) -> Span:
    return relation.primary
