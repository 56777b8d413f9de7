"""What a check may read."""

from __future__ import annotations

from functools import cached_property
from math import inf

from kuaibao_lint.light_typing import TYPE_CHECKING, Any, NamedTuple
from kuaibao_lint.patterns import Budget

if TYPE_CHECKING:
    from collections.abc import Callable
    from typing import TypeVar

    from kuaibao_lint.document import Bulletin
    from kuaibao_lint.facts import Facts
    from kuaibao_lint.source import Source
    from kuaibao_lint.vocabulary import Vocabulary

    T = TypeVar("T")

# Stands in `Context.text` for characters that are no prose. It is no letter, digit, blank or mark,
# so no pattern for Chinese text matches it, and offsets stay what they are.
MASK = "\ufffc"


class _ContextFields(NamedTuple):
    source: Source
    text: str
    bulletin: Bulletin
    facts: Facts
    vocabulary: Vocabulary
    budget: Budget = Budget(inf)


class Context(_ContextFields):  # no slots: what checks share is kept
    """One bulletin, ready to be checked.

    text: as long as `source.text`, with comments, code and addresses (URL, mail) replaced by MASK.
    budget: what the search for packs' expressions may take.
    """

    @cached_property
    def _shared(self) -> dict[Any, Any]:
        return {}

    def once(self, work: Callable[[Context], T]) -> T:
        """Return what `work` makes of this bulletin; it is done once, however many checks ask."""
        shared = self._shared
        if work not in shared:
            shared[work] = work(self)
        found: T = shared[work]
        return found
