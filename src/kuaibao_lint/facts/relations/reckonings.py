"""What is reckoned beside the claims, each from the figures of an item alone.

Each says what it asks for, and is imported when an item tells of that: most items do not.
"""

from __future__ import annotations

import sys

from kuaibao_lint.light_typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from kuaibao_lint.facts.claims.figure import Figure
    from kuaibao_lint.facts.relations.sum import Sum


class Reckoning(NamedTuple):
    """A line of the tables below.

    module, function: where it stands in this package; the function returns sums.
    words: characters of which one stands in the words of a number, or right behind it.
    tells: kinds and roles of figures (see `Figure`) of which one is there. Either is enough.
    """

    module: str
    function: str
    words: str = ""
    tells: tuple[str, ...] = ()

    def of(self, told: set[str]) -> Callable[..., list[Sum]] | None:
        """Return the function, None where nothing that it asks for was told."""
        if told.isdisjoint(self.words) and told.isdisjoint(self.tells):
            return None
        name = f"{_PACKAGE}.{self.module}"
        if name not in sys.modules:
            __import__(name)  # `importlib` would have to be imported first
        found: Callable[..., list[Sum]] = getattr(sys.modules[name], self.function)
        return found


_PACKAGE = __name__.rpartition(".")[0]

# Of an item's figures, the text, all facts and the item's place in the text.
IN_TEXT = (
    Reckoning("daily", "daily", tells=("average",)),
    Reckoning("daily", "yearly", tells=("average",)),
    Reckoning("windows", "windows", tells=("amount",)),
    Reckoning("good_days", "good_days", words="优"),
    Reckoning("standards", "standards", words="每均"),
    Reckoning("years", "years", tells=("growth", "delta")),
    Reckoning("years", "mean_growths", words="均"),
    Reckoning("structures", "structures", tells=("ratio", "from")),
)

# Of an item's figures.
PLAIN = (
    Reckoning("years", "multiples", tells=("growth",)),
    Reckoning("structures", "natural_growth", words="亡"),
    Reckoning("structures", "births_and_deaths", words="亡"),
    Reckoning("shifts", "shifts", words="亡", tells=("points",)),
    Reckoning("contributions", "contributions", words="献"),
    Reckoning("beside", "apart", tells=("points",)),
    Reckoning("prices", "prices", words="/每"),
    Reckoning("per_many", "per_many", words="/百千万"),
    Reckoning("pairs", "pairs", tells=("amount", "points")),
    Reckoning("bracketed", "bracketed", tells=("other",)),
    Reckoning("remainders", "planned_behind", tells=("completion",)),
    Reckoning("gains", "gains", tells=("delta",)),
    Reckoning("flows", "flows", words="末滚结未剩调"),
    Reckoning("stocks", "stocks", words="上初原Y"),
    Reckoning("flows", "nets", words="净", tells=("delta", "versus")),
    Reckoning("flows", "profits", words="亏"),
    Reckoning("flows", "balanced", tells=("delta",)),
    Reckoning("recalled", "recalled", tells=("amount",)),
)

# Of an item's figures, and the sums that are known by then.
LEFT = (
    Reckoning("remainders", "remainders", tells=("completion", "share")),
    Reckoning("remainders", "left_of_rates", words="剩余未"),
)


def told(figures: Sequence[Figure]) -> set[str]:
    """Return the characters before the numbers and the one behind each; kinds and roles as well."""
    found: set[str] = set()
    for one in figures:
        found.update(one.raw, one.word, one.tail[:1], (one.kind, one.role))
    return found
