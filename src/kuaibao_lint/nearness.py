"""The known name that a printed one is nearest to."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Sequence


def nearest(name: str, known: Sequence[str], similarity: float) -> str | None:
    """Return the known name most like `name`; None where none reaches `similarity` (0 to 1).

    Likeness is difflib's ratio: twice the matching characters over all characters.
    """
    import difflib

    found = difflib.get_close_matches(name, known, 1, similarity)
    return found[0] if found else None
