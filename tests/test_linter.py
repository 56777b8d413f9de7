"""The flow itself: what holds for the findings of every rule."""

from __future__ import annotations

from typing import TYPE_CHECKING

from kuaibao_lint import Selection, lint_text, linter, load_library

if TYPE_CHECKING:
    import pytest


def test_a_rule_lists_so_many_findings_and_says_that_there_are_more(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(linter, "MOST", 3)
    library = load_library(selection=Selection(select=("KB204",)))
    line = "截止目前，共整改3处。\n"
    exact = lint_text(line * 3, library=library).diagnostics
    assert [one.message[-1] for one in exact] == ["。", "。", "。"]
    more = lint_text(line * 5, library=library).diagnostics
    assert len(more) == 3
    assert more[-1].message.endswith("（这条规则的问题超过 3 处，其余没有列出。）")
    assert "其余" not in more[0].message
