"""Which pairs of characters a text has: asked by every check that looks for many words."""

from __future__ import annotations

import sys
from functools import lru_cache

from kuaibao_lint.light_typing import TYPE_CHECKING
from kuaibao_lint.patterns import pattern

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

_TWICE = pattern(r"(?s)(.)\1++")  # a run once, however long
_CODEC = "utf-16-le" if sys.byteorder == "little" else "utf-16-be"


@lru_cache(maxsize=2)
def grams(text: str) -> frozenset[int]:
    """Return all pairs of neighbouring characters, found once for all checks of one text.

    A word can only stand in a text that has its pairs, so a thousand words cost one intersection
    of sets and a few searches; a text that repeats itself has few pairs however long it is.
    A pair is two UTF-16 units read as one number, because C can do that without making strings.
    """
    units = memoryview(text.encode(_CODEC, "surrogatepass"))
    size = len(units)
    pairs = set(units[: size & ~3].cast("I"))
    if size > 2:
        pairs.update(units[2 : 2 + ((size - 2) & ~3)].cast("I"))
    return frozenset(pairs)


def keys(pairs: Iterable[str]) -> list[int]:
    """Return the numbers of pairs of characters, in order.

    A pair with a character beyond U+FFFF has four or three units, of which the first two count.
    """
    pairs = list(pairs)
    units = "".join(pairs).encode(_CODEC, "surrogatepass")
    if len(units) == 4 * len(pairs):  # no pair has more than two units, so none has less
        return memoryview(units).cast("I").tolist()
    return [
        int.from_bytes(pair.encode(_CODEC, "surrogatepass")[:4], sys.byteorder) for pair in pairs
    ]


@lru_cache(maxsize=2)
def doubled(text: str) -> tuple[str, ...]:
    """Return the characters that stand somewhere twice in a row, each once."""
    return tuple(dict.fromkeys(_TWICE.findall(text)))


def places(text: str, word: str) -> Iterator[int]:
    """Yield where `word` stands in `text`, without overlaps."""
    at = text.find(word)
    while at >= 0:
        yield at
        at = text.find(word, at + len(word))
