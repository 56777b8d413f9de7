"""The kinds of claim: what a passage says about its figures.

A claim says nothing of right or wrong. Which sums follow from it stands in relations/table.py.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Sequence

    from kuaibao_lint.facts.claims.figure import Figure


class Change:
    """How a level changed against one basis: its rate, its amount, the value before."""

    __slots__ = ("level", "growth", "delta", "base")

    def __init__(self, level: Figure) -> None:
        self.level = level
        self.growth: Figure | None = None
        self.delta: Figure | None = None
        self.base: Figure | None = None


class Level:
    """A level and what is said of it. changes: by what they are compared with; "" is 同比."""

    __slots__ = ("figure", "changes", "completion", "plan", "share")

    def __init__(self, figure: Figure) -> None:
        self.figure = figure
        self.changes: dict[str, Change] = {}
        self.completion: Figure | None = None
        self.plan: Figure | None = None
        self.share: Figure | None = None

    @property
    def growth(self) -> Figure | None:
        """The rate of change against the year before."""
        change = self.changes.get("")
        return change.growth if change else None


class Group:
    """A whole and its parts, as far as they were listed (其中：…)."""

    __slots__ = ("whole", "parts")

    def __init__(self, whole: Level) -> None:
        self.whole = whole
        self.parts: list[Level] = []


class Share(NamedTuple):
    """Part ÷ whole = percent. sure: the words name both."""

    part: Figure
    whole: Figure
    percent: Figure
    sure: bool


class Completion(NamedTuple):
    """Done ÷ plan = percent."""

    done: Figure
    plan: Figure
    percent: Figure


class Rate(NamedTuple):
    """Part ÷ one of the wholes = percent: 办结k件，办结率r%."""

    part: Figure
    wholes: Sequence[Figure]
    percent: Figure


class Total(NamedTuple):
    """One of the lists adds up to the total: A 3个、B 4个，合计7个."""

    total: Figure
    lists: Sequence[Sequence[Figure]]


class Average(NamedTuple):
    """Whole ÷ heads = mean: 人均, 户均."""

    whole: Figure
    heads: Figure
    mean: Figure


Claim = Change | Group | Share | Completion | Rate | Total | Average
