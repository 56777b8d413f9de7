"""How one paragraph is printed by several houses: the words are the same, and so must the sums be.

Blanks round the numbers (全年立案 288 起) or characters of no width, emphasis, lines that end where
the page did, marks of half width, thousands apart.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

_HALF_WIDTH = str.maketrans("，；：（）", ",;:()")
_WIDE = str.maketrans("0123456789%", "０１２３４５６７８９％")
_WIDTH = 40  # characters of a line
_BESIDE_NUMBER = re.compile(r"(?<=[\u4e00-\u9fff])(?=[0-9])|(?<=[0-9%])(?=[\u4e00-\u9fff])")
_NUMBER = re.compile(r"[0-9]+(?:\.[0-9]+)?%?")
_LONG = re.compile(r"(?<![0-9.])(?!20[0-9]{2}年)[0-9]{4,}(?![0-9])")


def _wrapped(text: str) -> str:
    return "\n".join(text[at : at + _WIDTH] for at in range(0, len(text), _WIDTH))


DRESSES: Mapping[str, Callable[[str], str]] = {
    "plain": lambda text: text,
    "blanks": lambda text: _BESIDE_NUMBER.sub(" ", text),
    "no width": lambda text: _BESIDE_NUMBER.sub("\u200b", text),
    "bold": lambda text: _NUMBER.sub(r"**\g<0>**", text),
    "wrapped": _wrapped,
    "half-width": lambda text: text.translate(_HALF_WIDTH),
    "full-width": lambda text: text.translate(_WIDE),
    "thousands": lambda text: _LONG.sub(lambda found: f"{int(found[0]):,}", text),
    "item": lambda text: f"**县财政局多措并举保增收** {text}（财政局）",
}
