"""Claims → relations: the sums that must hold between figures, and which of them is wrong.

`prospects` passes over what has no sums, `table` says which relations follow from which claim,
`reckonings` which from the figures alone; `formulas` (wholes and parts) and `movements` (from one
value to the next) make each a `sum`, `verdicts` finds the one slip behind several broken sums.
"""

from __future__ import annotations

from itertools import islice

from kuaibao_lint.facts.claims.figure import Tries
from kuaibao_lint.facts.claims.figures import figures, figures_together
from kuaibao_lint.facts.claims.reader import claims_together
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

_TOGETHER = 64  # passages of a text that are read before the sums of any of them are done
_LONGEST = 100_000  # characters of one text: no item, whatever it is
# Figures of a text that are reckoned with, 50 µs each at most: 10 MB of bulletins have a seventh.
_MOST = 100_000

_title_relations = later("facts.relations.titles", "title_relations")


class _Item:
    """An item on its way from figures to relations.

    place: where its body is in the text. told: of what its figures tell (see `reckonings`).
    in_text: what was reckoned before the claims. found: what was found so far.
    """

    __slots__ = ("of", "place", "title", "body", "told", "in_text", "found")

    def __init__(self, of: _Text, place: Span, title: list[Figure], body: list[Figure]) -> None:
        self.of = of
        self.place = place
        self.title = title
        self.body = body
        self.told: set[str] = set()
        self.in_text: list[Sum] = []
        self.found: list[Sum] = []


class _Text:
    """A text whose items are read: what is left of them, and of what may be done for it."""

    __slots__ = ("text", "facts", "passages", "tries", "left", "bodies", "relations")

    def __init__(self, passages: Sequence[Passage], text: str, facts: Facts) -> None:
        self.text = text
        self.facts = facts
        self.passages = iter(passages)
        self.tries = Tries()
        self.left = _MOST
        self.bodies: list[list[Figure]] = []
        self.relations: list[Relation] = []

    def next_passages(self) -> list[tuple[list[Figure], Span]]:
        """Return the next bodies that may have a sum in them, each with its title's figures.

        None where the text's tries are used up, for hardly one of its sums is right; nor where it
        has had more figures than any archive.
        """
        text, facts = self.text, self.facts
        found: list[tuple[list[Figure], Span]] = []
        while not found and self.left > 0 and self.tries.left:
            some = [*islice(self.passages, _TOGETHER)]
            if not some:
                break
            for named, body in some:
                if body.end - body.start <= _LONGEST:
                    title = figures(text, facts, named) if named else []
                    if title or prospects.promising(text, facts, body):
                        found.append((title, body))
        return found

    def related(self) -> Facts:
        """Return the facts with all relations that were found."""
        relations = self.relations
        blamed = {one.primary for one in relations if not one.holds}
        relations += [
            one._replace(reported=one.reported and blamed.isdisjoint(one.operands))
            for one in verdicts(repeats(self.bodies, self.text, self.facts))
        ]
        if not relations:
            return self.facts
        return self.facts._replace(relations=tuple(sorted(relations, key=_place)))


def relate_together(texts: Sequence[tuple[Sequence[Passage], str, Facts]]) -> list[Facts]:
    """Return the facts of some texts with the relations between the figures of each item.

    texts: the passages of each (the items' titles, where they have one, and bodies), its words and
    its facts. Each step is taken for all items before the next, as in `linter.lint_together`.
    """
    read = [_Text(*one) for one in texts]
    while passages := [(one, *found) for one in read for found in one.next_passages()]:
        _reckon(_items(passages))
    return [one.related() for one in read]


def _items(passages: Sequence[tuple[_Text, list[Figure], Span]]) -> list[_Item]:
    """Return the items of bodies of which sums may follow."""
    items = []
    bodies = figures_together([(of.text, of.facts, place) for of, _, place in passages])
    for (of, title, place), body in zip(passages, bodies, strict=True):
        if of.left > 0:
            of.bodies.append(body)
            of.left -= len(body)
            if title or prospects.related(body):
                for one in body:
                    one.tries = of.tries
                items.append(_Item(of, place, title, body))
    return items


def _reckon(items: Sequence[_Item]) -> None:
    """Add the relations of items to those of their texts."""
    for item in items:
        item.told = reckonings.told(item.body)
    for item in items:  # before the claims, which may take a change for a level
        of = item.of
        item.in_text = _found(reckonings.IN_TEXT, item, of.text, of.facts, item.place)
    claims = claims_together(item.body for item in items)
    told = [(some, item.of.tries) for some, item in zip(claims, items, strict=True)]
    for item, sums in zip(items, table.sums_together(told), strict=True):
        item.found = sums + item.in_text
    for item in items:
        item.found += _found(reckonings.PLAIN, item)
        item.found += _found(reckonings.LEFT, item, item.found)
    for item in items:
        also = _title_relations(item.title, item.body) if item.title else []
        item.of.relations += verdicts(item.found + also)


def _found(lines: Sequence[Reckoning], item: _Item, *also: Any) -> list[Sum]:
    """Return what each line of a table finds that asks for what was told."""
    told, body = item.told, item.body
    asked = [line for line in lines if not told.isdisjoint(line.asks)]
    return [one for line in asked for one in line.find(body, *also)]


def _place(relation: Relation) -> Span:
    return relation.primary
