"""A reckoning is passed over only where it would have found nothing."""

from __future__ import annotations

import random

import pytest
from bench.accuracy.numbers.unseen import FOLDER, drawn, templates

from kuaibao_lint.facts import read
from kuaibao_lint.facts.relations.reckonings import IN_TEXT, LEFT, PLAIN
from kuaibao_lint.parsing import parse
from kuaibao_lint.source import Source

# Every figure is of one of these.
KINDS = frozenset(("amount", "percent", "points", "times", "ratio", "index"))


def _relations(text: str) -> list[tuple[object, ...]]:
    found = read(parse(Source("x.md", text)), text).relations
    return [(r.kind, r.primary, r.operands, r.holds, r.reported) for r in found]


@pytest.mark.parametrize("name", ["items", "economy", "admin", "blind5", "true"])
def test_what_is_not_asked_for_would_find_nothing(
    name: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    chance = random.Random(1)  # noqa: S311
    texts = [drawn(one, chance).text() for one in templates(FOLDER / f"{name}.txt")]
    as_asked = [_relations(text) for text in texts]
    for line in (*IN_TEXT, *PLAIN, *LEFT):
        monkeypatch.setattr(line, "asks", KINDS)
    assert [_relations(text) for text in texts] == as_asked
