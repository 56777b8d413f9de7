"""How many slips planted in terms the wording rules find, and how often they propose the right one.

    python bench/accuracy/planted.py FILE… [--each N] [--seed N] [--wrong N]

FILE: clean prose. In it, terms (see `wordlist.is_term`) are looked for; one slip is planted in a
term at a time: a character taken for one that sounds or looks like it, one dropped, one added, one
doubled, two that change places. Nothing is planted in a term that occurs in the same sentence
twice. Printed for each kind: planted, found, mended (the fix restores the sentence), and the same
for the fixes that are made unasked.
"""

from __future__ import annotations

import argparse
import random
import re
from collections import defaultdict
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from bench.accuracy.words import findings, wording

from kuaibao_lint.checks.wordlist import LONGEST, TERM, is_term, pairs

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from kuaibao_lint.rules import Ruleset

SENTENCE = re.compile("[^\n。；！？]{8,200}")


class Place(NamedTuple):
    """A term in a sentence."""

    sentence: str
    start: int
    end: int


def terms(texts: list[str]) -> Iterator[Place]:
    """Yield the longest term at each place of each sentence that has it once."""
    for text in texts:
        for sentence in SENTENCE.findall(text):
            end = 0
            for start in range(len(sentence)):
                if start < end:
                    continue
                for size in range(LONGEST, TERM - 1, -1):
                    word = sentence[start : start + size]
                    if len(word) == size and is_term(word) and sentence.count(word) == 1:
                        end = start + size
                        yield Place(sentence, start, end)
                        break


def taken(term: str, chance: random.Random) -> str:
    """Take one character for another."""
    at = chance.randrange(len(term))
    alike = pairs().alike(term[at]) | set(pairs().shapes[term[at]])
    choice = chance.choice(sorted(alike - {term[at]}) or [term[at]])
    return term[:at] + choice + term[at + 1 :]


def dropped(term: str, chance: random.Random) -> str:
    """Leave out a character inside."""
    at = chance.randrange(1, len(term) - 1)
    return term[:at] + term[at + 1 :]


def added(term: str, chance: random.Random) -> str:
    """Put a common character inside."""
    at = chance.randrange(1, len(term))
    return term[:at] + chance.choice("的了在和有为是不人工大地中上国会作业要行发分年生") + term[at:]


def doubled(term: str, chance: random.Random) -> str:
    """Type one character twice."""
    at = chance.randrange(len(term))
    return term[:at] + term[at] + term[at:]


def swapped(term: str, chance: random.Random) -> str:
    """Let two neighbours change places."""
    at = chance.randrange(len(term) - 1)
    return term[:at] + term[at + 1] + term[at] + term[at + 2 :]


SLIPS: dict[str, Callable[[str, random.Random], str]] = {
    "taken": taken,
    "dropped": dropped,
    "added": added,
    "doubled": doubled,
    "swapped": swapped,
}


def plant(place: Place, kind: str, chance: random.Random, ruleset: Ruleset) -> dict[str, bool]:
    """Return what became of a planted slip."""
    right, start, end = place
    term = right[start:end]
    slip = SLIPS[kind](term, chance)
    if slip == term:
        return {}
    wrong = right[:start] + slip + right[end:]
    before = {one.text for one in findings(right, ruleset)}
    outcome = dict.fromkeys(("found", "mended", "unasked", "unasked, right"), False)
    for one in findings(wrong, ruleset):
        if one.text in before:
            continue
        mended = wrong
        for edit in sorted(one.edits, key=lambda edit: edit.span, reverse=True):
            mended = mended[: edit.span.start] + edit.text + mended[edit.span.end :]
        outcome["found"] = True
        outcome["mended"] |= mended == right
        if one.fixable:
            outcome["unasked"] = True
            outcome["unasked, right"] = mended == right
            if mended != right:
                print("harmed:", one.rule, kind, repr(term), one.text, one.message, mended)
    return outcome | {"planted": True}


def main() -> None:
    """Print a line for each kind of slip."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("files", type=Path, nargs="+")
    parser.add_argument("--each", type=int, default=500, help="how many of a kind are planted")
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--wrong", type=int, default=0, help="show so many wrong proposals")
    options = parser.parse_args()
    places = list(terms([path.read_bytes().decode("utf-8-sig") for path in options.files]))
    ruleset = wording()
    for kind in SLIPS:
        chance = random.Random(options.seed)  # no secret
        counts: defaultdict[str, int] = defaultdict(int)
        for place in chance.sample(places, min(options.each, len(places))):
            outcome = plant(place, kind, chance, ruleset)
            for name, yes in outcome.items():
                counts[name] += yes
            if outcome.get("found") and not outcome["mended"] and options.wrong > 0:
                options.wrong -= 1
                print("wrong:", kind, place.sentence[place.start : place.end], place.sentence)
        print(kind, *(f"{name} {counts[name]}" for name in sorted(counts, reverse=True)), sep="  ")


if __name__ == "__main__":
    main()
