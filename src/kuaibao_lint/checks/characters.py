"""Characters of another script or width: traditional forms, full-width digits and letters."""

from __future__ import annotations

from functools import cache
from itertools import groupby
from typing import TYPE_CHECKING

from kuaibao_lint import resources
from kuaibao_lint.diagnostics import Edit, Finding
from kuaibao_lint.source import Span

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping
    from typing import Literal

    from kuaibao_lint.checks import Check
    from kuaibao_lint.context import Context

# Where the full-width forms of ASCII stand, and by how much they are moved.
_WIDE = {code: code - 0xFEE0 for code in range(0xFF10, 0xFF5B) if chr(code - 0xFEE0).isalnum()}


@cache
def _traditional() -> dict[int, int]:
    """Return each traditional character that has one simplified form, and that form."""
    path = resources.rules() / "terms" / "traditional.txt"
    old, new = path.read_text(encoding="utf-8").split()
    return {ord(one): ord(other) for one, other in zip(old, new, strict=True)}


def foreign_characters(
    script: Literal["traditional", "full-width"], known: tuple[str, ...] = ()
) -> Check:
    """Find runs of characters that the text should write in another form.

    script: traditional characters, or digits and letters of full width.
    known: characters that are let be, as those in people's names are.
    """

    def check(context: Context) -> Iterator[Finding]:
        table: Mapping[int, int] = _traditional() if script == "traditional" else _WIDE
        text = context.text
        odd = {char for char in frozenset(text) if ord(char) in table and char not in known}
        if not odd:
            return
        places = (at for at, char in enumerate(text) if char in odd)
        for _, run in groupby(enumerate(places), lambda pair: pair[1] - pair[0]):
            inside = [at for _, at in run]
            span = Span(inside[0], inside[-1] + 1)
            expected = span.of(text).translate(table)
            yield Finding(span, {"expected": expected}, (Edit(span, expected),))

    return check
