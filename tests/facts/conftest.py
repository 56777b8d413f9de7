"""What the tests of facts ask of a text."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from kuaibao_lint.facts import read
from kuaibao_lint.parsing import parse
from kuaibao_lint.source import Source

Broken = Callable[[str], list[tuple[str, str]]]
Slipped = Callable[[str, str], tuple[str, str]]
TellsSlip = Callable[[str, str, str], None]


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


@pytest.fixture(scope="session")
def tells_slip(broken: Broken, slipped: Slipped) -> TellsSlip:
    """Return what asserts that a text with {a number} is let be, and told of with a slip instead.

    Of which kind of sum is the last that it takes; other kinds may be told beside it.
    """

    def check(text: str, slip: str, kind: str) -> None:
        true, wrong = slipped(text, slip)
        assert broken(true) == []
        assert kind in [one for one, _ in broken(wrong)]

    return check
