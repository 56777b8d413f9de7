"""Claims → relations: the sums that must hold between figures, and which of them is wrong.

`table` says which relations follow from which claim, `formulas` does the sums, `verdicts` finds the
one slip behind several broken sums.
"""

from __future__ import annotations

from kuaibao_lint.facts.claims.figures import figures
from kuaibao_lint.facts.claims.reader import claims
from kuaibao_lint.facts.model import within
from kuaibao_lint.facts.relations import table
from kuaibao_lint.facts.relations.repeats import repeats
from kuaibao_lint.facts.relations.structures import natural_growth, structures
from kuaibao_lint.facts.relations.titles import title_relations
from kuaibao_lint.facts.relations.verdicts import verdicts
from kuaibao_lint.light_typing import TYPE_CHECKING
from kuaibao_lint.patterns import pattern

if TYPE_CHECKING:
    from kuaibao_lint.document import Bulletin
    from kuaibao_lint.facts.claims.figure import Figure
    from kuaibao_lint.facts.model import Facts, Relation
    from kuaibao_lint.source import Span

# Without a percentage, a sum needs so many amounts, or one of these words.
_SUMMED = 3
_SUMS = pattern(
    "其中|包括|[合共总累]计|[人户亩日]均|[单亩]产|同期|[上去]年|[0-9][:：∶][0-9]|结余|[顺逆]差"
    "|剩余|还差|相差|审定|核定|节约|分别|每|单价|"
    "[倍番]|[多少] ?[0-9]|网上|线上|[按分从][^，。；]{1,8}[看分：:]|其[他它]|尚未|超收|性别比"
)


def relate(bulletin: Bulletin, text: str, facts: Facts) -> Facts:
    """Return the facts with the relations between the figures of each item."""
    relations: list[Relation] = []
    bodies: list[list[Figure]] = []
    for item in bulletin.items:
        title = figures(text, facts, item.title.span) if item.title else []
        if (
            title
            or within(facts.percents, item.body)
            or len(within(facts.quantities, item.body)) >= _SUMMED
            or _SUMS.search(text, *item.body)
        ):
            bodies.append(figures(text, facts, item.body))
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
