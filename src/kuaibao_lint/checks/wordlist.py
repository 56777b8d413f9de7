"""How usual words and pairs of characters are in official prose, and what is taken for what.

Compiled once from rules/terms/ into the cache: arrays that are read without making an object a
word, for a run looks up some hundreds of the 300,000.
"""

from __future__ import annotations

from array import array
from bisect import bisect_left
from functools import cache, lru_cache
from typing import TYPE_CHECKING, Any, NamedTuple

from kuaibao_lint import resources
from kuaibao_lint.cache import cached

if TYPE_CHECKING:
    from collections.abc import Iterator

LONGEST = 8
# Price (ten times −ln of the frequency) of a single character that no list has.
UNKNOWN = 185
NEVER = 1 << 20
_MASK = (1 << 64) - 1
_CODEC = "utf-16-le"
_NOTHING = "|||".encode(_CODEC)


class Pairs(NamedTuple):
    """What a character stands next to.

    known: after it, anywhere in official prose. joined: after it, where the two are a usual word.
    single: its price as a word by itself. rest: what `around` tells, in one value, for thousands
    of small ones take longer to load.
    """

    known: dict[str, str]
    joined: dict[str, str]
    single: dict[str, int]
    rest: dict[str, bytes]

    def around(self, char: str) -> list[str]:
        """Return what stands after and before a character in usual words, and what it is taken for.

        The third text has the characters that sound like it, the fourth those that only look so.
        """
        return self.rest.get(char, _NOTHING).decode(_CODEC).split("|")


def _key(word: str) -> int:
    """Return 64 bits for a word: itself up to four characters, beyond that mixed."""
    units = word.encode(_CODEC, "surrogatepass")
    head, tail = int.from_bytes(units[:8], "little"), int.from_bytes(units[8:], "little")
    return (head ^ tail * 0x9E3779B97F4A7C15) & _MASK


@cache
def pairs() -> Pairs:
    """Return the pairs, from the cache where they are there."""
    stamps = _stamps("pairs.txt", "sounds.txt", "shapes.txt", "words.txt")
    return Pairs(*cached("slip-pairs", stamps, _pairs))


def _stamps(*names: str) -> list[bytes]:
    """Return what changes when the tables do, without reading them."""
    states = [(resources.rules() / "terms" / name).stat() for name in names]
    return [f"{state.st_size}:{state.st_mtime_ns}".encode() for state in states]


def _lines(name: str) -> Iterator[str]:
    yield from (resources.rules() / "terms" / name).read_text(encoding="utf-8").splitlines()


def _pairs() -> tuple[dict[str, Any], ...]:
    known, after, before = {}, {}, dict[str, str]()
    for line in _lines("pairs.txt"):
        trusted, _, met = line[1:].partition("|")
        known[line[0]], after[line[0]] = trusted + met, trusted
        for char in trusted:
            before[char] = before.get(char, "") + line[0]
    by_sound = {
        sound: chars for sound, _, chars in (line.partition(" ") for line in _lines("sounds.txt"))
    }
    sounds: dict[str, str] = {}
    for sound, chars in by_sound.items():
        # n and l are one sound in half the country.
        other = {"n": "l", "l": "n"}.get(sound[0], "") + sound[1:]
        for char in chars:
            sounds[char] = sounds.get(char, "") + chars + by_sound.get(other, "")
    shapes = {
        line[0]: "".join(sorted(set(line[1:]) - set(sounds.get(line[0], ""))))
        for line in _lines("shapes.txt")
    }
    for char, alike in sounds.items():
        sounds[char] = "".join(sorted(set(alike) - {char}))
    joined: dict[str, str] = {}
    single: dict[str, int] = {}
    for line in _lines("words.txt"):
        cost, *words = line.split()
        for word in words:
            if len(word) == 1:
                single[word] = int(cost)
            elif len(word) == 2 and word[1] in after.get(word[0], ""):
                joined[word[0]] = joined.get(word[0], "") + word[1]
    rest = {
        char: "|".join(t.get(char, "") for t in (after, before, sounds, shapes)).encode(_CODEC)
        for char in after.keys() | before.keys() | sounds.keys() | shapes.keys()
    }
    return known, joined, single, rest


@cache
def _words() -> tuple[memoryview, bytes]:
    """Return the keys of all words, sorted, and the price of each."""
    keys, prices = cached("slip-words", _stamps("words.txt"), _read_words)
    return memoryview(keys).cast("Q"), prices


def _read_words() -> tuple[bytes, bytes]:
    found = {}
    for line in _lines("words.txt"):
        price, *words = line.split()
        for word in words:
            found[_key(word)] = min(int(price), 255)
    keys = sorted(found)
    return array("Q", keys).tobytes(), bytes(found[key] for key in keys)


@lru_cache(maxsize=1 << 15)
def price(word: str) -> int:
    """Return ten times −ln of a word's frequency; NEVER where it is no word."""
    keys, prices = _words()
    key = _key(word)
    at = bisect_left(keys, key)
    if at < len(keys) and keys[at] == key:
        return prices[at]
    return UNKNOWN if len(word) == 1 else NEVER

