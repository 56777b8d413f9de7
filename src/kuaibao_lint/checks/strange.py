"""Where a text has pairs of characters that official prose does not have: there slips are.

Or pairs that are no word, and that terms of official prose have the other way round or with a
character between.
"""

from __future__ import annotations

import re
import sys
from functools import lru_cache
from itertools import compress

from kuaibao_lint.checks.grams import grams
from kuaibao_lint.checks.wordlist import Pairs, pairs
from kuaibao_lint.light_typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator

# Of how many pairs a run remembers whether prose has them.
REMEMBERED = 1 << 16
FEW = 48  # strange pairs: a bulletin has a dozen
_LITTLE = sys.byteorder == "little"
_CODEC = "utf-16-le" if _LITTLE else "utf-16-be"
# Pairs, as `grams` numbers them, that are strange; and that are not, or not of two Chinese
# characters.
_odd: set[int] = set()
_familiar: set[int] = set()


@lru_cache(maxsize=2)
def strange(text: str) -> list[int]:
    """Return the places of all pairs of Chinese characters that are strange, in order.

    Each different pair is looked up once. Where a few stand, searching tells; where many,
    comparing numbers.
    """
    found = _strange(text)
    if len(found) <= FEW:
        words = ("".join(_characters(pair)) for pair in found)
        return sorted(place for word in words for place in _places(text, word))
    units = memoryview(text.encode(_CODEC, "surrogatepass"))
    if len(units) != 2 * len(text):  # characters of two units: one stands for each
        units = memoryview(re.sub("[^\0-\uffff]", "\0", text).encode(_CODEC, "surrogatepass"))
    size = len(units)
    even, odd = units[: size & ~3].cast("I"), units[2 : 2 + ((size - 2) & ~3)].cast("I")
    there = [*compress(range(0, size, 2), map(found.__contains__, even.tolist()))]
    there += compress(range(1, size, 2), map(found.__contains__, odd.tolist()))
    return sorted(there)


def _strange(text: str) -> frozenset[int]:
    """Return the pairs of a text that are not known, or that a term has in another way."""
    present = grams(text)
    if len(_familiar) + len(_odd) > REMEMBERED:
        _familiar.clear()
        _odd.clear()
    table = pairs()
    for pair in present - _familiar - _odd:
        first, second = _characters(pair)
        han = "\u4e00" <= first <= "\u9fff" and "\u4e00" <= second <= "\u9fff"
        odd = han and is_strange(first, second, table)
        (_odd if odd else _familiar).add(pair)
    return present & _odd


def _places(text: str, pair: str) -> Iterator[int]:
    at = text.find(pair)
    while at >= 0:
        yield at
        at = text.find(pair, at + 1)


def _characters(pair: int) -> tuple[str, str]:
    """Return the two characters of a pair's number."""
    high, low = divmod(pair, 1 << 16)
    return (chr(low), chr(high)) if _LITTLE else (chr(high), chr(low))


def is_strange(first: str, second: str, table: Pairs) -> bool:
    """Tell whether a pair is not known, or is no word and stands in terms in another way."""
    return second not in table.known[first] or (
        (first in table.inside[second] or second in table.beyond[first])
        and second not in table.joined[first]
    )
