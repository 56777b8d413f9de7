"""Claims → relations: the sums that must hold between figures, and which of them is wrong.

`prospects` passes over what has no sums, `table` says which relations follow from which claim,
`reckonings` which from the figures alone; `formulas` (wholes and parts) and `movements` (from one
value to the next) make each a `sum`, `verdicts` finds the one slip behind several broken sums.
"""

from __future__ import annotations

from kuaibao_lint.facts.claims.figure import Tries
from kuaibao_lint.facts.claims.figures import figures
from kuaibao_lint.facts.claims.reader import claims
from kuaibao_lint.facts.relations import prospects, reckonings, table
from kuaibao_lint.facts.relations.repeats import repeats
from kuaibao_lint.facts.relations.verdicts import verdicts
from kuaibao_lint.later import later
from kuaibao_lint.light_typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Sequence

    from kuaibao_lint.facts.claims.figure import Figure
    from kuaibao_lint.facts.flow import Passage
    from kuaibao_lint.facts.model import Facts, Relation
    from kuaibao_lint.facts.relations.reckonings import Reckoning
    from kuaibao_lint.facts.relations.sum import Sum
    from kuaibao_lint.source import Span

_LONGEST = 100_000  # characters of one text: no item, whatever it is
# Figures of a text that are reckoned with, 50 µs each at most: 10 MB of bulletins have a seventh.
_MOST = 100_000

_title_relations = later("facts.relations.titles", "title_relations")


def relate(passages: Sequence[Passage], text: str, facts: Facts) -> Facts:
    """Return the facts with the relations between the figures of each item.

    passages: the items' titles, where they have one, and bodies.
    No more is reckoned where the text's tries are used up: hardly one of its sums is right; nor
    where it has had more figures than any archive.
    """
    relations: list[Relation] = []
    bodies: list[list[Figure]] = []
    tries = Tries()
    left = _MOST
    for named, body in passages:
        if body.end - body.start > _LONGEST:
            continue
        if not tries.left or left <= 0:
            break
        title = figures(text, facts, named) if named else []
        if title or prospects.promising(text, facts, body):
            bodies.append(figures(text, facts, body))
            left -= len(bodies[-1])
            if title or prospects.related(bodies[-1]):
                for one in bodies[-1]:
                    one.tries = tries
                relations += _item(title, bodies[-1], tries, text, facts, body)
    blamed = {one.primary for one in relations if not one.holds}
    relations += [
        one._replace(reported=one.reported and blamed.isdisjoint(one.operands))
        for one in verdicts(repeats(bodies, text, facts))
    ]
    return facts._replace(relations=tuple(sorted(relations, key=_place))) if relations else facts


def _item(
    title: list[Figure], body: list[Figure], tries: Tries, text: str, facts: Facts, passage: Span
) -> list[Relation]:
    told = reckonings.told(body)
    # Before the claims, which may take a change for a level.
    in_text = _found(reckonings.IN_TEXT, told, body, text, facts, passage)
    found = table.sums(claims(body), tries) + in_text
    found += _found(reckonings.PLAIN, told, body)
    found += _found(reckonings.LEFT, told, body, found)
    return verdicts(found + _title_relations(title, body) if title else found)


def _found(lines: Sequence[Reckoning], told: set[str], body: list[Figure], *also: Any) -> list[Sum]:
    """Return what each line of a table finds that asks for what was told."""
    return [one for line in lines if line.is_told(told) for one in line.find(body, *also)]


def _place(relation: Relation) -> Span:
    return relation.primary
