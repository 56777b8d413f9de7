"""How strange a pair of characters is: where official prose does not have it, there slips are.

Or where it is no word, and terms of official prose have it the other way round or with a character
between.
"""

from __future__ import annotations

from operator import contains

from kuaibao_lint.checks.wordlist import BREAK, pairs

# What a strange pair can be: one that a term has in another way; or one that prose does not have.
ODD, UNMET = range(2)


class _Familiar(dict[str, str]):
    """What stands after a character in pairs that are not strange."""

    def __missing__(self, char: str) -> str:
        """Cut it from the row of all known pairs."""
        self[char] = row = pairs().known[char].partition(BREAK)[0]
        return row


_familiar = _Familiar()


def strange(run: str) -> dict[int, int]:
    """Return where in a run of Chinese characters strange pairs begin, and what each is."""
    behind = run[1:]
    if all(map(contains, map(_familiar.__getitem__, run), behind)):
        return {}
    known = pairs().known
    return {
        at: ODD if second in known[first] else UNMET
        for at, (first, second) in enumerate(zip(run, behind, strict=False))
        if second not in _familiar[first]
    }
