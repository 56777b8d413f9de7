"""What the tests of facts ask of a text."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from kuaibao_lint.facts import read
from kuaibao_lint.parsing import parse
from kuaibao_lint.source import Source

Broken = Callable[[str], list[tuple[str, str]]]
Slipped = Callable[[str, str], tuple[str, str]]


@pytest.fixture(scope="session")
def broken() -> Broken:
    """Return what gives the broken sums that a text is told of: kind, and the number blamed."""

    def found(text: str) -> list[tuple[str, str]]:
        relations = read(parse(Source("x.md", text)), text).relations
        return [(r.kind, r.primary.of(text)) for r in relations if not r.holds and r.reported]

    return found


@pytest.fixture(scope="session")
def slipped() -> Slipped:
    """Return what makes of a text with {a number} the text, and the text with a slip instead."""

    def both(text: str, slip: str) -> tuple[str, str]:
        head, _, rest = text.partition("{")
        right, _, tail = rest.partition("}")
        return head + right + tail, head + slip + tail

    return both
