"""Sayings and verse, told from slips: the words of other times are as odd as slips are.

“民之所倚，政之所向”, “喜看稻菽千重浪”, “善禁者，先禁其身而后人”.
"""

from __future__ import annotations

from kuaibao_lint.light_typing import TYPE_CHECKING
from kuaibao_lint.patterns import pattern

if TYPE_CHECKING:
    from kuaibao_lint.checks.confusions import Guess

OPENING, CLOSING = "“‘「『", "”’」』"
# A quotation that is longer is prose.
LONGEST_SAYING = 60
_LINES = pattern(r"[\u4e00-\u9fff]+")
_OTHER = pattern(r"[^\u4e00-\u9fff，。；、！？：,;!?: \u3000…—·]")
# Lines of verse have so many characters.
METRES = (5, 7)
# What is said today has one of these, unless it is short.
MODERN = frozenset("的了着们这很吗把被")
# One of the first is enough for what is not said today; of the others it takes two.
ANCIENT = frozenset("矣哉兮焉曰吾汝孰岂弗毋耶欤")
OLD = frozenset("之者其而则必亦乃勿莫故彼夫非无")
FEW = 2


def is_saying(text: str, start: int, end: int) -> bool:
    """Tell whether what stands here is part of a quotation from verse or classical prose."""
    low = max(0, start - LONGEST_SAYING)
    opening = max(text.rfind(mark, low, start) for mark in OPENING)
    if opening < 0 or any(text.find(mark, opening, start) >= 0 for mark in CLOSING):
        return False
    high = opening + LONGEST_SAYING + 2
    closing = min((at for mark in CLOSING if (at := text.find(mark, end, high)) >= 0), default=-1)
    return closing >= 0 and _is_old(text[opening + 1 : closing])


def _is_old(words: str) -> bool:
    """Tell whether words are in verse, or in the language of other times."""
    if _OTHER.search(words) or not MODERN.isdisjoint(words):
        return False
    sizes = {len(line) for line in _LINES.findall(words)}
    return (
        (len(sizes) == 1 and sizes <= {*METRES})
        or not ANCIENT.isdisjoint(words)
        or sum(char in OLD for char in words) >= FEW
    )


def ends_clause(run: str, guess: Guess) -> bool:
    """Tell whether 之所 ends a clause with a verb: 民之所倚. Behind 之所以 something follows."""
    return guess.word.endswith("之所以") and guess.end == len(run)
