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
from kuaibao_lint.checks.lexicon import is_han
from kuaibao_lint.checks.wordlist import Pairs, pairs

# Of how many pairs a run remembers whether prose has them.
REMEMBERED = 1 << 16
_LITTLE = sys.byteorder == "little"
_CODEC = "utf-16-le" if _LITTLE else "utf-16-be"
# Pairs, as `grams` numbers them, that are strange; and that are not, or not of two Chinese
# characters.
_odd: set[int] = set()
_familiar: set[int] = set()


@lru_cache(maxsize=2)
def strange(text: str) -> list[int]:
    """Return the places of all pairs of Chinese characters that are strange, in order.

    Each different pair is looked up once; where they stand, comparing numbers tells.
    """
    found = _strange(text)
    if not found:
        return []
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
        high, low = map(chr, divmod(pair, 1 << 16))
        first, second = (low, high) if _LITTLE else (high, low)
        odd = is_han(first) and is_han(second) and is_strange(first, second, table)
        (_odd if odd else _familiar).add(pair)
    return present & _odd


def is_strange(first: str, second: str, table: Pairs) -> bool:
    """Tell whether a pair is not known, or is no word and stands in terms in another way."""
    return second not in table.known[first] or (
        (first in table.inside[second] or second in table.beyond[first])
        and second not in table.joined[first]
    )
