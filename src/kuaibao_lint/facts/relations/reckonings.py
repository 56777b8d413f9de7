"""What is reckoned beside the claims, each from the figures of an item alone.

Each says what it asks for, and is imported when an item tells of that: most items do not.
"""

from __future__ import annotations

from kuaibao_lint.later import later
from kuaibao_lint.light_typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from kuaibao_lint.facts.claims.figure import Figure
    from kuaibao_lint.facts.relations.sum import Sum


class Reckoning:
    """A line of the tables below: what finds sums, and what it asks for.

    words: characters of which one stands in the words of a number, or right behind it.
    tells: kinds and roles of figures (see `Figure`) of which one is there. Either is enough, so
    that `asks` has both.
    """

    __slots__ = ("asks", "find")

    def __init__(
        self, find: Callable[..., list[Sum]], words: str = "", tells: tuple[str, ...] = ()
    ) -> None:
        self.find = find
        self.asks = frozenset((*words, *tells))


def _in(module: str, function: str) -> Callable[..., list[Sum]]:
    return later(f"facts.relations.{module}", function)


_GROWTHS = "growths"  # several in a list: 上升6.4%、11.1%

# Of an item's figures, the text, all facts and the item's place in the text.
IN_TEXT = (
    Reckoning(_in("daily", "daily"), tells=("average",)),
    Reckoning(_in("daily", "yearly"), tells=("average",)),
    Reckoning(_in("windows", "windows"), tells=("amount",)),
    Reckoning(_in("good_days", "good_days"), words="优"),
    Reckoning(_in("reserves", "reserves"), words="付撑周可够"),
    Reckoning(_in("monthly", "monthly"), words="月"),
    Reckoning(_in("standards", "standards"), words="每均"),
    Reckoning(_in("years", "years"), tells=("growth", "delta")),
    Reckoning(_in("years", "mean_growths"), words="均"),
    Reckoning(_in("years", "multiples"), tells=("growth",)),
    Reckoning(_in("structures", "structures"), tells=("ratio", "from")),
    Reckoning(_in("indices", "indices"), tells=("index",)),
    Reckoning(_in("beyond_told", "beyond_told"), tells=("points",)),
)

# Styles of items that are sentences of their own (see `surroundings.item_of`).
_ITEMS = tuple("—— 一、 （一） (一) 一是 1. 1． 1、 （1） (1) ①".split())  # noqa: SIM905
# Of an item's figures.
PLAIN = (
    Reckoning(_in("structures", "natural_growth"), words="亡"),
    Reckoning(_in("structures", "births_and_deaths"), words="亡"),
    Reckoning(_in("shifts", "shifts"), words="亡", tells=("points",)),
    Reckoning(_in("contributions", "contributions"), words="献"),
    Reckoning(_in("beside", "apart"), tells=("points",)),
    Reckoning(_in("beside", "of_places"), tells=("points",)),
    Reckoning(_in("joint_shares", "of_shares"), tells=("share",)),
    Reckoning(_in("prices", "prices"), words="/每"),
    Reckoning(_in("per_many", "per_many"), words="/百千万"),
    Reckoning(_in("pairs", "pairs"), words="是为当达比于差出过折合计超", tells=("growth",)),
    Reckoning(_in("bracketed", "bracketed"), tells=("other",)),
    Reckoning(_in("remainders", "planned_behind"), tells=("completion", "plan")),
    Reckoning(_in("gains", "gains"), tells=("delta",)),
    Reckoning(_in("flows", "flows"), words="末滚结未剩调"),
    Reckoning(_in("stocks", "stocks"), words="上初原Y"),
    Reckoning(_in("flows", "nets"), words="净", tells=("delta", "versus")),
    Reckoning(_in("flows", "profits"), words="亏"),
    Reckoning(_in("flows", "balanced"), tells=("delta",)),
    Reckoning(_in("in_turn", "in_turn"), words="别"),
    Reckoning(_in("by_rule", "by_rule"), words="械林险强"),
    Reckoning(_in("recalled", "recalled"), tells=("amount",)),
    Reckoning(_in("unions", "unions"), words="集义"),
    Reckoning(_in("item_lists", "item_lists"), tells=_ITEMS),
)

# Of an item's figures, and the sums that are known by then.
LEFT = (
    Reckoning(_in("joint_shares", "of_the_untold"), tells=("share",)),
    Reckoning(_in("joint_shares", "of_what_was_told"), tells=("share",)),
    Reckoning(_in("remainders", "remainders"), tells=("completion", "share")),
    Reckoning(_in("remainders", "told_at_last"), tells=("completion",)),
    Reckoning(_in("remainders", "left_of_rates"), words="剩余未"),
    Reckoning(_in("remainders", "of_what_adds_up"), words="剩余未在待", tells=()),
    Reckoning(_in("per_head", "per_head"), words="均"),
    Reckoning(_in("beside", "told_then"), tells=("base",)),
    Reckoning(_in("beside", "of_last_year"), words="YP"),
    Reckoning(_in("comparable", "comparable"), words="口"),
    Reckoning(_in("explained", "explained"), words="（"),
    Reckoning(_in("listed_bases", "listed_bases"), tells=(_GROWTHS,)),
    Reckoning(_in("colon_lists", "colon_lists"), words="："),
)


def told(figures: Sequence[Figure]) -> set[str]:
    """Return the characters before the numbers and the one behind each; kinds, roles and styles.

    （ where a bracket begins before a number, ： where a colon opens a list with it, _GROWTHS where
    it is one more rate of growth.
    """
    found: set[str] = set()
    for one in figures:
        found.update(one.raw, one.word, one.tail[:1], (one.kind, one.role, one.item[0]))
        if one.enters:
            found.add("（")
        elif one.opens:
            found.add("：")
        elif one.joined and one.role == "growth":
            found.add(_GROWTHS)
    return found
