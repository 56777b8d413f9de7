"""Totals of what stands in the sentences before them: 三项合计, 还本付息付费共."""

from __future__ import annotations

from kuaibao_lint.facts import numerals
from kuaibao_lint.facts.claims import complements
from kuaibao_lint.light_typing import TYPE_CHECKING
from kuaibao_lint.patterns import pattern

if TYPE_CHECKING:
    from kuaibao_lint.facts.claims.figure import Figure
    from kuaibao_lint.facts.claims.model import Level
    from kuaibao_lint.facts.claims.state import Reading

_COUNTED = pattern("(?P<count>[两二三四五六])[项类][^，；、共0-9]{0,6}(?:合计|共)")
_PAIR = 2  # of which there may be a total
_SHORT, _LONG = 3, 4  # digits of a total of so many as are counted, and of what it names
_MOST = 20  # levels before a total among which its parts are
_FAR = 3  # sentences from these to it, and the most that a total names


def above(reading: Reading, figure: Figure) -> list[Level]:
    """退税112046万元，其中…。减税30834万元，缓缴21635万元，三项合计…: as many as it counts."""
    said = _COUNTED.search(figure.raw)
    count = numerals.single(said["count"]) if said else 0
    told = _no_parts(reading, figure)
    if count < _PAIR or len(told) < count or figure.length < _SHORT:
        return []
    return told[-count:] if told[-count].figure.sentence < figure.sentence or count > _PAIR else []


def spelt(reading: Reading, figure: Figure) -> list[Level]:
    """本金1895万元；利息1201万元；发行费38万元。还本付息付费共3134万元: of those that it names."""
    told = _no_parts(reading, figure) if figure.length >= _LONG else []
    for count in range(min(len(told), _FAR + 1), _PAIR - 1, -1):
        if complements.spelt(figure.raw, [c.figure.raw for c in told[-count:]]):
            return told[-count:]
    return []


def _no_parts(reading: Reading, figure: Figure) -> list[Level]:
    """Return the levels of a unit before a total that no list tells of."""
    told = [c.twin(figure.base) for c in reading.levels[-_MOST:]]
    return [
        c
        for c in told
        if c and figure.sentence - c.figure.sentence < _FAR and c.figure.role == "level"
        if c.group is None or c.group.guess
    ]
