"""What the tests of facts ask of a text."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from kuaibao_lint.facts import read
from kuaibao_lint.parsing import parse
from kuaibao_lint.source import Source

Broken = Callable[[str], list[tuple[str, str]]]


@pytest.fixture(scope="session")
def broken() -> Broken:
    """Return what gives the broken sums that a text is told of: kind, and the number blamed."""

    def found(text: str) -> list[tuple[str, str]]:
        relations = read(parse(Source("x.md", text)), text).relations
        return [(r.kind, r.primary.of(text)) for r in relations if not r.holds and r.reported]

    return found
