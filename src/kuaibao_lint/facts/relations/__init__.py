"""Claims → relations: the sums that must hold between figures, and which of them is wrong.

`table` says which relations follow from which claim, `formulas` does the sums, `verdicts` finds the
one slip behind several broken sums.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from kuaibao_lint.facts.claims.figures import figures
from kuaibao_lint.facts.claims.reader import claims
from kuaibao_lint.facts.model import within
from kuaibao_lint.facts.relations import table
from kuaibao_lint.facts.relations.structures import structures
from kuaibao_lint.facts.relations.titles import title_relations
from kuaibao_lint.facts.relations.verdicts import verdicts
from kuaibao_lint.patterns import pattern

if TYPE_CHECKING:
    from kuaibao_lint.document import Bulletin, Item
    from kuaibao_lint.facts.model import Facts, Relation

# Without a percentage, a sum needs one of these words.
_SUMS = pattern("其中|[合共总累]计|[人户]均|同期|[上去]年|[0-9][:：∶][0-9]")


def relate(bulletin: Bulletin, text: str, facts: Facts) -> Facts:
    """Return the facts with the relations between the figures of each item."""
    relations: list[Relation] = []
    for item in bulletin.items:
        relations += _item(item, text, facts)
    return facts._replace(relations=tuple(relations)) if relations else facts


def _item(item: Item, text: str, facts: Facts) -> list[Relation]:
    title = figures(text, facts, item.title.span) if item.title else []
    if not (title or within(facts.percents, item.body) or _SUMS.search(text, *item.body)):
        return []
    body = figures(text, facts, item.body)
    found = table.sums(claims(body))
    found += structures(body, text)
    found += title_relations(title, body)
    return verdicts(found)
