"""How usual words and pairs of characters are in official prose, and what is taken for what.

Compiled once from rules/terms/ into the cache, as a few long texts and arrays: they are loaded in
a millisecond, whatever their size, and cut to pieces where a run asks, for it asks for some
hundreds of the 300,000.
"""

from __future__ import annotations

import os
from array import array
from bisect import bisect_left
from functools import cache, lru_cache
from itertools import chain
from zlib import crc32

from kuaibao_lint import resources
from kuaibao_lint.cache import cached_tables
from kuaibao_lint.light_typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

    Rows = Mapping[str, str]

LONGEST = 8
# Terms are words of so many characters that are no dearer than the terms that no list counts.
TERM, TERM_PRICE = 4, 130
# Parts a row of pairs.
BREAK = "|"
# Price (ten times −ln of the frequency) of a single character that no list has.
UNKNOWN = 185
NEVER = 1 << 20
# The characters that have rows: U+4E00 to U+9FFF.
_FIRST, _COUNT = 0x4E00, 0x5200
_CODEC = "utf-16-le"


class Column(dict[str, str]):
    """A text for each character, cut from one long text when it is first asked for."""

    __slots__ = ("_starts", "_text")

    def __init__(self, text: memoryview, starts: memoryview) -> None:
        """Take a long text, and where in it the row of each character begins."""
        super().__init__()
        self._text, self._starts = text, starts.cast("I")

    def __missing__(self, char: str) -> str:
        """Return the row of a character; "" where it has none."""
        at = ord(char) - _FIRST
        if not 0 <= at < _COUNT:
            return ""
        row = self[char] = str(self._text[self._starts[at] : self._starts[at + 1]], _CODEC)
        return row


class Pairs(NamedTuple):
    """What a character stands next to, and what it is taken for.

    known: after it, anywhere in official prose; behind BREAK, what makes no usual word with it and
    stands in a term the other way round or one place further on.
    joined: after it, where the two are a usual word.
    after, before: after and before it inside usual words. shapes: what looks like it.
    inside: after it, inside a term (see `is_term`). beyond: two places after it in a term.
    between: what stands there between the two, in the same order.
    sounds: its sounds, each a character by which `sounding` has all that sound so.
    """

    known: Column
    joined: Column
    after: Column
    before: Column
    shapes: Column
    inside: Column
    beyond: Column
    between: Column
    sounds: Column
    sounding: Column

    def alike(self, char: str) -> set[str]:
        """Return the characters that sound like one, and itself."""
        return set().union(*(self.sounding[sound] for sound in self.sounds[char]))


@cache
def pairs() -> Pairs:
    """Return the pairs, from the cache where they are there."""
    stamps = _stamps("pairs.txt", "sounds.txt", "shapes.txt", "words.txt")
    tables = cached_tables("slip-pairs", stamps, _pairs)
    return Pairs(*map(Column, tables[::2], tables[1::2]))


def _stamps(*names: str) -> list[bytes]:
    """Return what changes when the tables do, without reading them."""
    states = [os.stat(resources.path("rules", "terms", name)) for name in names]
    return [f"{state.st_size}:{state.st_mtime_ns}".encode() for state in states]


def _lines(name: str) -> Iterator[str]:
    yield from resources.read("rules", "terms", name).decode().splitlines()


def _words() -> Iterator[tuple[str, int]]:
    """Yield the words that have a price, and the price."""
    for line in _lines("words.txt"):
        cost, *words = line.split()
        for word in words:
            yield word, min(int(cost), 255)


def _packed(rows: Rows) -> tuple[bytes, bytes]:
    """Return rows as one text, and where each begins and the last one ends."""
    parts = [rows.get(chr(_FIRST + at), "").encode(_CODEC) for at in range(_COUNT)]
    starts = array("I", [0])
    for part in parts:
        starts.append(starts[-1] + len(part))
    return b"".join(parts), starts.tobytes()


def _pairs() -> list[bytes]:
    """Return the tables of the columns of `Pairs`, two for each."""
    known, after, before, joined = {}, {}, dict[str, str](), dict[str, str]()
    terms = [word for word, cost in _words() if len(word) >= TERM and cost <= TERM_PRICE]
    for line in _lines("pairs.txt"):
        trusted, _, met = line[1:].partition(BREAK)
        known[line[0]], after[line[0]] = trusted + met, trusted
        for char in trusted:
            before[char] = before.get(char, "") + line[0]
    for word, _ in _words():
        if len(word) == 2 and word[1] in after.get(word[0], ""):
            joined[word[0]] = joined.get(word[0], "") + word[1]
    shapes = {line[0]: line[1:] for line in _lines("shapes.txt")}
    inside = _rows({term[at : at + 2]: 0 for term in terms for at in range(len(term) - 1)})
    threes = {term[at : at + 3] for term in terms for at in range(len(term) - 2)}
    beyond = _rows(three[0] + three[2] for three in sorted(threes))
    between = _rows(three[:2] for three in sorted(threes))
    for char, row in known.items():
        odd = {
            other
            for other in set(row).difference(joined.get(char, ""))
            if char in inside.get(other, "") or other in beyond.get(char, "")
        }
        parts = (other for other in row if other not in odd), (BREAK,), sorted(odd)
        known[char] = "".join(chain(*parts))
    columns = (known, joined, after, before, shapes, inside, beyond, between, *_sounds())
    return [*chain(*map(_packed, columns))]


def _rows(entries: Iterable[str]) -> Rows:
    """Return for each first character what follows it in the entries."""
    rows = dict[str, str]()
    for entry in entries:
        rows[entry[0]] = rows.get(entry[0], "") + entry[1:]
    return rows


def _sounds() -> tuple[Rows, Rows]:
    """Return the sounds of each character, and the characters of each sound."""
    by_sound = dict(line.split(" ") for line in _lines("sounds.txt"))
    sounds, sounding = dict[str, str](), {}
    for number, (sound, chars) in enumerate(by_sound.items()):
        key = chr(_FIRST + number)
        # n and l are one sound in half the country.
        other = {"n": "l", "l": "n"}.get(sound[0], "") + sound[1:]
        sounding[key] = chars + by_sound.get(other, "")
        for char in chars:
            sounds[char] = sounds.get(char, "") + key
    return sounds, sounding


class _Prices(NamedTuple):
    """The words by their first characters.

    singles: the price of each character as a word by itself. starts: where in `keys` the words
    begin that begin with a character; those of each are sorted. prices: one for each key.
    """

    singles: memoryview
    starts: memoryview
    keys: memoryview
    prices: memoryview


def _key(rest: str) -> int:
    """Return 32 bits for what follows a word's first character.

    Of the words that begin alike hardly two fall together.
    """
    return crc32(rest.encode("utf-8", "surrogatepass"))


@cache
def _prices() -> _Prices:
    tables = cached_tables("slip-words", _stamps("words.txt"), _read_words)
    singles, starts, keys, prices = tables
    return _Prices(singles, starts.cast("I"), keys.cast("I"), prices)


def _read_words() -> tuple[bytes, bytes, bytes, bytes]:
    singles = bytearray([UNKNOWN] * _COUNT)
    found: list[dict[int, int]] = [{} for _ in range(_COUNT)]
    for word, cost in _words():
        at = ord(word[0]) - _FIRST
        if len(word) == 1:
            singles[at] = cost
        else:
            found[at][_key(word[1:])] = cost
    starts, keys, prices = array("I", [0]), array("I"), bytearray()
    for words in found:
        for key in sorted(words):
            keys.append(key)
            prices.append(words[key])
        starts.append(len(keys))
    return bytes(singles), starts.tobytes(), keys.tobytes(), bytes(prices)


@lru_cache(maxsize=1 << 15)
def price(word: str) -> int:
    """Return ten times −ln of a word's frequency; NEVER where it is no word."""
    table, at = _prices(), ord(word[0]) - _FIRST
    if not 0 <= at < _COUNT:
        return UNKNOWN if len(word) == 1 else NEVER
    if len(word) == 1:
        return table.singles[at]
    key, end = _key(word[1:]), table.starts[at + 1]
    place = bisect_left(table.keys, key, table.starts[at], end)
    return table.prices[place] if place < end and table.keys[place] == key else NEVER


def costs(stretch: str) -> list[int]:
    """Return the least price of words that make the stretch, for each of its beginnings."""
    best = [0]
    for end in range(1, len(stretch) + 1):
        starts = range(max(0, end - LONGEST), end)
        best.append(min(best[at] + price(stretch[at:end]) for at in starts))
    return best


def is_term(word: str) -> bool:
    """Tell whether a word is a usual one of four characters or more."""
    return len(word) >= TERM and price(word) <= TERM_PRICE
