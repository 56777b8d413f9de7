"""Claims → relations: the sums that must hold between figures, and which of them is wrong.

`prospects` passes over what has no sums, `table` says which relations follow from which claim,
`formulas` (wholes and parts) and `movements` (from one value to the next) make each a `sum`,
`verdicts` finds the one slip behind several broken sums.
"""

from __future__ import annotations

from kuaibao_lint.facts.claims.figure import Tries
from kuaibao_lint.facts.claims.figures import figures
from kuaibao_lint.facts.claims.reader import claims
from kuaibao_lint.facts.relations import prospects, table
from kuaibao_lint.facts.relations.beside import apart
from kuaibao_lint.facts.relations.bracketed import bracketed
from kuaibao_lint.facts.relations.contributions import contributions
from kuaibao_lint.facts.relations.daily import daily, yearly
from kuaibao_lint.facts.relations.flows import balanced, flows, nets, profits
from kuaibao_lint.facts.relations.gains import gains
from kuaibao_lint.facts.relations.good_days import good_days
from kuaibao_lint.facts.relations.pairs import pairs
from kuaibao_lint.facts.relations.per_many import per_many
from kuaibao_lint.facts.relations.prices import prices
from kuaibao_lint.facts.relations.recalled import recalled
from kuaibao_lint.facts.relations.remainders import (
    left_of_rates,
    planned_behind,
    remainders,
)
from kuaibao_lint.facts.relations.repeats import repeats
from kuaibao_lint.facts.relations.shifts import shifts
from kuaibao_lint.facts.relations.standards import standards
from kuaibao_lint.facts.relations.stocks import stocks
from kuaibao_lint.facts.relations.structures import births_and_deaths, natural_growth, structures
from kuaibao_lint.facts.relations.titles import title_relations
from kuaibao_lint.facts.relations.verdicts import verdicts
from kuaibao_lint.facts.relations.windows import windows
from kuaibao_lint.facts.relations.years import mean_growths, multiples, years
from kuaibao_lint.light_typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Sequence

    from kuaibao_lint.facts.claims.figure import Figure
    from kuaibao_lint.facts.flow import Passage
    from kuaibao_lint.facts.model import Facts, Relation
    from kuaibao_lint.facts.relations.sum import Sum
    from kuaibao_lint.source import Span

_LONGEST = 100_000  # characters of one text: no item, whatever it is
# Figures of a text that are reckoned with, 50 µs each at most: 10 MB of bulletins have a seventh.
_MOST = 100_000


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
                timed = _timed(bodies[-1], text, facts, body)
                relations += _item(title, bodies[-1], text, tries, timed)
    blamed = {one.primary for one in relations if not one.holds}
    relations += [
        one._replace(reported=one.reported and blamed.isdisjoint(one.operands))
        for one in verdicts(repeats(bodies, text, facts))
    ]
    return facts._replace(relations=tuple(sorted(relations, key=_place))) if relations else facts


def _timed(body: list[Figure], text: str, facts: Facts, passage: Span) -> list[Sum]:
    """Return the sums that take a window of time, of which figures know nothing."""
    found = daily(body, text, facts, passage) + yearly(body, text, passage)
    found += windows(body, text, facts, passage) + good_days(body, text, facts, passage)
    found += standards(body, text, facts, passage)
    return found + years(body, text, facts, passage) + mean_growths(body, text, facts, passage)


def _item(
    title: list[Figure], body: list[Figure], text: str, tries: Tries, timed: Sequence[Sum]
) -> list[Relation]:
    found = [*table.sums(claims(body), tries), *timed, *multiples(body)]
    found += structures(body, text)
    found += natural_growth(body)
    found += births_and_deaths(body)
    found += shifts(body) + contributions(body) + apart(body)
    found += prices(body) + per_many(body) + pairs(body) + bracketed(body)
    found += remainders(body, found) + planned_behind(body)
    found += left_of_rates(body, found)
    found += gains(body) + flows(body) + stocks(body)
    found += nets(body) + profits(body) + balanced(body) + recalled(body)
    found += title_relations(title, body)
    return verdicts(found)


def _place(relation: Relation) -> Span:
    return relation.primary
