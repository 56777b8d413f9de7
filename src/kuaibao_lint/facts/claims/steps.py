"""Percentages that move, or differ from another, by so many points."""

from __future__ import annotations

from kuaibao_lint.facts.claims import phrasings
from kuaibao_lint.facts.claims.model import Step
from kuaibao_lint.light_typing import TYPE_CHECKING

if TYPE_CHECKING:
    import re

    from kuaibao_lint.facts.claims.figure import Figure
    from kuaibao_lint.facts.claims.state import Reading


def from_of(reading: Reading, figure: Figure) -> None:
    """由35.1%…: where a step begins."""
    reading.start, reading.ends = figure, []


def beside_of(reading: Reading, figure: Figure) -> None:
    """占比57.7%，较上年的58.0%下降0.3个百分点; 为预算的83.7%，超序时进度（75%）8.7个百分点."""
    reading.start, reading.ends = figure, _own(reading, figure.raw)


def to_of(reading: Reading, figure: Figure) -> None:
    """…提高到37.2%: where it ends."""
    reading.ends = [figure]
    reading.rates.append(figure)


def points_of(reading: Reading, figure: Figure) -> None:
    """…，提高2.1个百分点."""
    start, reading.start = reading.start, None
    reading.moved = None
    if figure.each or figure.listed:
        return
    if start:
        figure.sign = figure.sign or start.sign
        if figure.sign and reading.ends:
            reading.made.append(Step(start, reading.ends, figure))
        return
    if figure.sign and (ends := _own(reading, figure.raw)):
        reading.moved = figure, ends
    if found := phrasings.BEYOND_OTHER.search(figure.raw):
        _beyond_other(reading, figure, found)


def told_of(reading: Reading, figure: Figure) -> None:
    """下降0.2个百分点（年初为1.4%）: the bracket says what the points are against."""
    moved, reading.moved = reading.moved, None
    if moved and _one_basis(moved[0].raw, figure.raw):
        reading.made.append(Step(figure, moved[1], moved[0]))


def _one_basis(moved: str, told: str) -> bool:
    """Tell whether a bracket says what the change is against: 较年初, 年初为; 高于全省, 全省."""
    found = phrasings.TOLD_BEHIND.search(told)
    if found is None:
        return False
    times = [phrasings.TIME.search(words) is not None for words in (moved, told)]
    return all(times) or (not any(times) and found["of"] in moved)


def _own(reading: Reading, words: str) -> list[Figure]:
    """Return the percentages that may have moved, the last first.

    They are of the kind that the words name, where they do: 增速较…, 占比较….
    """
    rates = reading.rates
    if phrasings.GROWTHS.search(words):
        rates = [one for one in rates if one.role == "growth"]
    elif phrasings.SHARES.search(words):
        rates = [one for one in rates if one.role == "share"]
    return rates[:-3:-1]


def _beyond_other(reading: Reading, figure: Figure, found: re.Match[str]) -> None:
    """城镇…增长3.2%；农村…增长5.2%，增速高于城镇2.0个百分点."""
    own = reading.here[-1] if reading.here else None
    others = [*reading.here[:-1], *reading.before]
    named = [c for c in others if c.growth and c.figure.name.startswith(found["other"])]
    if own is None or own.growth is None or len(named) != 1 or named[0].growth is None:
        return
    if figure.sign and own.growth.sign == named[0].growth.sign == 1:
        reading.made.append(Step(named[0].growth, [own.growth], figure))
