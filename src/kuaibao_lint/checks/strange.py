"""How strange a pair of characters is: where official prose does not have it, there slips are.

Or where it is no word, and terms of official prose have it the other way round or with a character
between.
"""

from __future__ import annotations

from operator import add

from kuaibao_lint.checks.wordlist import pairs

# What a pair can be: one of official prose; one that a term has in another way; or none at all.
FAMILIAR, ODD, UNMET = range(3)
# Of how many pairs the program remembers what they are.
REMEMBERED = 1 << 16


class _Judged(dict[str, int]):
    """What each pair is, looked up in the tables when it is first met."""

    def __missing__(self, pair: str) -> int:
        """Judge a pair."""
        if len(self) >= REMEMBERED:
            self.clear()
        self[pair] = judged = _judge(*pair)
        return judged


_judged = _Judged()


def strangeness(run: str) -> list[int]:
    """Return what each pair of neighbours in a run of Chinese characters is, in order."""
    return [*map(_judged.__getitem__, map(add, run, run[1:]))]


def _judge(first: str, second: str) -> int:
    table = pairs()
    if second not in table.known[first]:
        return UNMET
    elsewhere = first in table.inside[second] or second in table.beyond[first]
    return ODD if elsewhere and second not in table.joined[first] else FAMILIAR
