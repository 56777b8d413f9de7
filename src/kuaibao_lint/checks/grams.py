"""Which pairs of characters a text has: asked by every check that looks for many words."""

from __future__ import annotations

import sys

from kuaibao_lint.light_typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from kuaibao_lint.context import Context

# Every pair that a check of this process asks for.
_asked: set[int] = set()
_SHORT = 1 << 20  # bytes
_CODEC = "utf-16-le" if sys.byteorder == "little" else "utf-16-be"


class Pairs(frozenset[int]):
    """Pairs of characters that a check asks of every text it meets.

    A word can only stand in a text that has its pairs. All checks' pairs are looked for at once,
    so a thousand words cost one walk through a text's pairs, and a few searches.
    """

    def __init__(self, _pairs: Iterable[int]) -> None:
        """Take pairs as `keys` numbers them; from now on they are looked for in every text."""
        _asked.update(self)
        self._place = len(_asked)

    def of(self, context: Context) -> frozenset[int]:
        """Return those of the pairs that a text has."""
        looked_for, had = context.once(_met)
        # A text that some checks have seen is not looked through again for all of them.
        return self & had if self._place <= looked_for else self.intersection(context.once(_pairs))


def _met(context: Context) -> tuple[int, frozenset[int]]:
    """Return how many pairs were looked for, and those that a text has."""
    return len(_asked), frozenset(_asked.intersection(context.once(_pairs)))


def _pairs(context: Context) -> Iterable[int]:
    """Return a text's pairs of neighbours: two UTF-16 units read as one number, C's own work.

    A list is a fifth quicker to go through; of a long text it would take a hundred megabytes.
    """
    units = context.text.encode(_CODEC, "surrogatepass")
    size = len(units)
    pairs = memoryview(units[: size & ~3] + units[2 : 2 + ((size - 2) & ~3)]).cast("I")
    return pairs.tolist() if size <= _SHORT else pairs


def keys(pairs: Iterable[str]) -> list[int]:
    """Return the numbers of pairs of characters, in order.

    A pair with a character beyond U+FFFF has four or three units, of which the first two count.
    """
    pairs = list(pairs)
    units = "".join(pairs).encode(_CODEC, "surrogatepass")
    if set(map(len, pairs)) == {2} and len(units) == 4 * len(pairs):
        return memoryview(units).cast("I").tolist()
    parts = [pair.encode(_CODEC, "surrogatepass")[:4] for pair in pairs]
    return [int.from_bytes(part, sys.byteorder) for part in parts]


def places(text: str, word: str) -> Iterator[int]:
    """Yield where `word` stands in `text`, without overlaps."""
    at = text.find(word)
    while at >= 0:
        yield at
        at = text.find(word, at + len(word))
