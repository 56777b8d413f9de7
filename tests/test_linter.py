"""The flow itself: what holds for the findings of every rule."""

from __future__ import annotations

from typing import TYPE_CHECKING

from kuaibao_lint import Selection, lint_text, linter, load_library, readers

if TYPE_CHECKING:
    from pathlib import Path

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


def test_what_is_linted_together_gives_what_each_gives_alone(corpus: Path, examples: Path) -> None:
    """Of bulletins of several profiles, and texts that are none; whatever one leaves behind."""
    paths = [path for path in sorted(corpus.iterdir()) if path.suffix in (".md", ".txt")]
    sources = [readers.read_path(path, path.name) for path in paths]
    library = load_library([examples / "yunling.yaml"])
    alone = [linter.lint(source, library) for source in sources]
    assert len({report.profile for report in alone}) > 1
    assert {report.whole for report in alone} == {True, False}
    assert linter.lint_together(sources, library) == alone
