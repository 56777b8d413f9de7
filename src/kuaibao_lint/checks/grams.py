"""Which pairs of characters a text has: asked by every check that looks for many words."""

from __future__ import annotations

import sys

from kuaibao_lint.light_typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from kuaibao_lint.context import Context

_CODEC = "utf-16-le" if sys.byteorder == "little" else "utf-16-be"


def grams(context: Context) -> frozenset[int]:
    """Return all pairs of neighbouring characters of a text; checks ask for them by `once`.

    A word can only stand in a text that has its pairs, so a thousand words cost one intersection
    of sets and a few searches; a text that repeats itself has few pairs however long it is.
    A pair is two UTF-16 units read as one number, because C can do that without making strings.
    """
    units = context.text.encode(_CODEC, "surrogatepass")
    size = len(units)
    pairs = units[: size & ~3] + units[2 : 2 + ((size - 2) & ~3)]
    return frozenset(memoryview(pairs).cast("I"))


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
