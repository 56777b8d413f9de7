"""Make rules/terms/lexicon.txt and rules/terms/sounds.txt from jieba's and pypinyin's data.

    python bench/accuracy/words_tables.py JIEBA/dict.txt PYPINYIN/pinyin_dict.json

Run by hand when the source data changes (last: jieba 0.42.1, pypinyin 0.55.0, both MIT); the
tables are kept in the repository, so that the program needs neither package.
"""

from __future__ import annotations

import json
import sys
import unicodedata
from collections import defaultdict
from pathlib import Path

TERMS = Path(__file__).parents[2] / "rules" / "terms"
# Below these counts the list holds mostly misspellings and fragments.
RARE_PAIR, RARE_WORD = 10, 30
# Names of eras and people that would hide a slip in an office's name (人大大正副主任).
LEFT_OUT = frozenset({"大正"})
# Pairs of sounds that typists mix up: 平翘舌 and 前后鼻音.
MERGED = (("zh", "z"), ("ch", "c"), ("sh", "s"), ("ng", "n"))


def is_han(text: str) -> bool:
    """Tell whether every character is a common Chinese one."""
    return all("\u4e00" <= char <= "\u9fff" for char in text)


def lexicon(dictionary: Path) -> str:
    """Return one line for each character: it, what may follow as a word, what may precede."""
    after: dict[str, set[str]] = defaultdict(set)
    before: dict[str, set[str]] = defaultdict(set)
    for line in dictionary.read_text(encoding="utf-8").splitlines():
        word, count, _ = line.split()
        if len(word) < 2 or not is_han(word) or word in LEFT_OUT:
            continue
        if int(count) >= (RARE_PAIR if len(word) == 2 else RARE_WORD):
            after[word[0]].add(word[1])
            before[word[-1]].add(word[-2])
    chars = sorted(after.keys() | before.keys())
    return "".join(f"{c}{''.join(sorted(after[c]))}|{''.join(sorted(before[c]))}\n" for c in chars)


def plain_sound(reading: str) -> str:
    """Return a reading without its tone and with the merged sounds made one."""
    letters = unicodedata.normalize("NFD", reading)
    sound = "".join(c for c in letters if c.isascii() and c.isalpha())
    for wide, narrow in MERGED:
        sound = sound.replace(wide, narrow)
    return sound


def sounds(table: Path) -> str:
    """Return one line for each sound: it, a blank, the characters of GB 2312 read so."""
    groups: dict[str, set[str]] = defaultdict(set)
    for code, readings in json.loads(table.read_text(encoding="utf-8")).items():
        char = chr(int(code))
        try:
            char.encode("gb2312")
        except UnicodeEncodeError:
            continue
        if is_han(char):
            # The first two readings are the usual ones; the rest are surnames and old texts.
            for reading in readings.split(",")[:2]:
                groups[plain_sound(reading)].add(char)
    return "".join(f"{sound} {''.join(sorted(groups[sound]))}\n" for sound in sorted(groups))


if __name__ == "__main__":
    dictionary, table = map(Path, sys.argv[1:3])
    (TERMS / "lexicon.txt").write_text(lexicon(dictionary), encoding="utf-8", newline="\n")
    (TERMS / "sounds.txt").write_text(sounds(table), encoding="utf-8", newline="\n")
