"""How near two names are: the nearest of several, and a short form within a long one."""

from __future__ import annotations

from kuaibao_lint.light_typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Sequence


def nearest(name: str, known: Sequence[str], similarity: float) -> str | None:
    """Return the known name most like `name`; None where none reaches `similarity` (0 to 1).

    Likeness is difflib's ratio: twice the matching characters over all characters.
    """
    import difflib

    found = difflib.get_close_matches(name, known, 1, similarity)
    return found[0] if found else None


def in_order(short: str, long: str) -> bool:
    """Tell whether the characters of `short` stand in `long` in this order (科工局, 科技工业局)."""
    position = -1
    for character in short:
        position = long.find(character, position + 1)
        if position < 0:
            return False
    return True
