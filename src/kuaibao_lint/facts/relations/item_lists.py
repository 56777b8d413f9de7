"""Lists whose items are sentences of their own: 总财力62亿元。——本级…。——补助…. 1.…。2.…."""

from __future__ import annotations

from kuaibao_lint.facts.claims import complements
from kuaibao_lint.facts.relations import evidence, formulas
from kuaibao_lint.facts.relations.gains import is_change
from kuaibao_lint.light_typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from kuaibao_lint.facts.claims.figure import Figure
    from kuaibao_lint.facts.relations.sum import Sum

    Item = Sequence[Figure]

_ALL = frozenset(("level", "total"))
_FEWEST = 3  # items that are as good as a table; two are, if their names say that they are all
_PAIR = 2
_MOST = 16  # items of one list, and
_BEFORE = 4  # figures before it that it may be of: they bound the work
_TELLING = 4  # digits of what a list makes up by chance seldom


def item_lists(body: Sequence[Figure]) -> list[Sum]:
    """Return the sums of lists of items, of their changes as well where the items add up.

    总财力调整为62714万元，调增9440万元。——本级收入调整为13338万元，调减1500万元。——补助收入调整为38193万元，
    调增8156万元。——….
    """
    found: list[Sum] = []
    for before, items in _lists(body):
        sums = [_of_items(one, items) for one in reversed(before[-_BEFORE:])]
        told = [one for one in sums if one is not None]
        added = next((one for one in told if one.holds), None) or next(iter(told), None)
        if added is None:
            continue
        found.append(added)
        if added.holds:
            found += _of_changes(added.operands[0], before, items)
    return found


def _lists(body: Sequence[Figure]) -> Iterator[tuple[Item, list[Item]]]:
    """Yield what stands right before a list of items, and the figures of each item."""
    starts = [at for at, one in enumerate(body) if one.item[0]]
    run: list[int] = []
    for at in starts:
        style, number = body[at].item
        goes_on = bool(run) and body[run[0]].item[0] == style and number in {0, len(run) + 1}
        if not goes_on and run:
            if style != body[run[0]].item[0] and number == 1:
                continue  # a list within an item
            yield from _told(body, run, at)
            run = []
        if goes_on or number in {0, 1}:
            run.append(at)
    if run:
        yield from _told(body, run, len(body))


def _told(body: Sequence[Figure], run: list[int], end: int) -> Iterator[tuple[Item, list[Item]]]:
    first = run[0]
    if not (_PAIR <= len(run) <= _MOST and first):
        return
    sentence = body[first - 1].sentence
    before = [one for one in body[max(0, first - _MOST) : first] if one.sentence == sentence]
    yield before, [body[at:to] for at, to in zip(run, [*run[1:], end], strict=True)]


def _of_items(whole: Figure, items: Sequence[Item]) -> Sum | None:
    """Return the sum of what each item tells first, with what 、 ties to it; None where unsure."""
    if whole.role not in _ALL or whole.length < _TELLING:
        return None
    heads = [item[0] for item in items]
    if any(one.role != "level" or one.base != whole.base or one.parts for one in heads):
        return None
    tied = [one for item in items for one in _tied(item)]
    told = [formulas.parts_of(whole, heads), formulas.parts_of(whole, tied)]
    added = next((one for one in told if one.holds), None) or told[len(tied) > len(heads)]
    names = [one.raw for one in heads]
    if added.holds:
        return added
    if len(items) < _FEWEST and not complements.complete(names):
        return None
    return added if evidence.adds_up(added) else None


def _tied(item: Item) -> list[Figure]:
    """动用基金393万元、上年结转1045万元，均不作调整: two in one item."""
    found = [item[0]]
    for one in item[1:]:
        if not (one.joined and one.role == "level" and one.base == found[0].base):
            break
        found.append(one)
    return found


def _of_changes(whole: Figure, before: Item, items: Sequence[Item]) -> list[Sum]:
    """Return the sum of how much each item was changed, where that of their whole is told."""
    total = next((one for one in before if one.span > whole.span and is_change(one)), None)
    if total is None or total.base != whole.base or total.length < _TELLING:
        return []
    changes = [one for item in items if (one := _change(item))]
    if len(changes) < _PAIR or any(one.base != total.base for one in changes):
        return []
    added = formulas.changes_of(total, changes)
    return [added] if added.holds or added.explained() else []


def _change(item: Item) -> Figure | None:
    """Return by how much an item was changed: behind its amount, else the only change it tells."""
    told = [one for one in item if is_change(one)]
    first = [one for one in told if one.sentence == item[0].sentence]
    return first[0] if first else told[0] if len(told) == 1 else None
