"""What is asked of a passage, and the levels among which the answer is looked for."""

from __future__ import annotations

from kuaibao_lint.intervals import is_share
from kuaibao_lint.light_typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from kuaibao_lint.facts.claims.figure import Figure
    from kuaibao_lint.facts.claims.model import Group, Level

_FEW = 6  # readings of one figure
_TELLING = 3  # digits of figures that one slip makes fit by chance seldom


class Ask(NamedTuple):
    """A figure whose part, whole or heads are to be found.

    part: whose share it is, where that is known. group: in which it was said. here: the levels of
    its sentence so far. anchors: the last levels that are no parts, the latest first.
    printed: a whole or a plan that is printed with it. among: the words before 中 that say of what
    the sentence speaks.
    """

    figure: Figure
    part: Level | None
    group: Group | None
    here: Sequence[Level]
    anchors: Sequence[Level]
    printed: Figure | None
    among: str = ""


def figures_of(levels: Iterable[Level]) -> list[Figure]:
    """Return the figures of levels, their mates' with them."""
    return [figure for one in levels for figure in (one.figure, *one.mates)]


def near_by(level: Level, figure: Figure, sentences: int = 1) -> bool:
    """Tell whether a level stands within so many sentences of a figure."""
    return abs(level.figure.sentence - figure.sentence) <= sentences


def distinct(figures: Iterable[Figure]) -> list[Figure]:
    """Return the first few figures, each value once."""
    found: dict[object, Figure] = {}
    for figure in figures:
        found.setdefault(figure.value, figure)
    return [*found.values()][:_FEW]


def nearest(levels: Iterable[Level], figure: Figure) -> list[Level]:
    """Return the levels before a figure, the last first, then those behind it."""
    before: list[Level] = []
    behind: list[Level] = []
    for level in levels:
        (before if level.figure.span < figure.span else behind).append(level)
    return [*reversed(before), *behind]


def fits_by_a_slip(part: Figure, whole: Figure, percent: Figure) -> bool:
    """信访195件，其中甲58件、乙137件。化解614件，化解率84.1%: of the 195, for 164 was meant."""
    if percent.length < _TELLING or min(part.length, whole.length) < _TELLING - 1:
        return False
    return any(is_share(one, whole.value, percent.value) for one in part.slips())
