"""What a warm run may not load: each of these takes longer than linting a bulletin."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parent.parent
CODE = """
import json, sys
from kuaibao_lint.__main__ import run
code = run(sys.argv[1:])
print(json.dumps([code, sorted(sys.modules)]), file=sys.stderr)
"""
HEAVY = (
    "yaml", "lark", "typer", "click", "rich.console", "pydantic", "asyncio", "concurrent.futures",
    "multiprocessing", "kuaibao_lint.packs", "kuaibao_lint.yamlfile",
    "kuaibao_lint.cli.app", "kuaibao_lint.cli.view", "kuaibao_lint.reporters.grouping",
    "kuaibao_lint.reporters.markup", "kuaibao_lint.reporters.places",
    "kuaibao_lint.reporters.html", "hashlib", "typing", "pathlib", "contextlib", "calendar",
    "signal", "importlib",
)  # fmt: skip


# What only a file that was not linted before needs.
NEW = (
    "kuaibao_lint.linter", "kuaibao_lint.rules", "kuaibao_lint.parsing", "kuaibao_lint.facts",
    "kuaibao_lint.checks", "decimal", "datetime", "difflib",
)  # fmt: skip


@pytest.fixture(scope="module")
def modules(tmp_path_factory: pytest.TempPathFactory) -> dict[tuple[str, str], list[str]]:
    """Return what a run loads, by the name of the bulletin and what is known of it: it is new,
    was linted before, or was but that is to be forgotten (--no-cache).
    """
    folder = tmp_path_factory.mktemp("cache")
    loaded = {}

    def run(name: str, text: str, *options: str) -> tuple[int, list[str]]:
        (folder / name).write_text(text, encoding="utf-8")
        done = subprocess.run(
            [sys.executable, "-c", CODE, name, "--format", "concise", *options],
            cwd=folder,
            env=os.environ | {"KUAIBAO_LINT_CACHE_DIR": str(folder)},
            capture_output=True,
            check=True,
            encoding="utf-8",
        )
        code, found = json.loads(done.stderr)
        return code, found

    for name, code in (("clean.md", 0), ("defects.md", 1)):
        text = (ROOT / "examples" / name).read_text(encoding="utf-8")
        run(name, text + "\n")  # fills the caches
        for state in ("new", "seen"):
            got, loaded[name, state] = run(name, text)
            assert got == code
        got, loaded[name, "forgotten"] = run(name, text, "--no-cache")
        assert got == code
    return loaded


@pytest.mark.parametrize("heavy", HEAVY)
@pytest.mark.parametrize("state", ["new", "seen", "forgotten"])
@pytest.mark.parametrize("name", ["clean.md", "defects.md"])
def test_a_warm_run_does_without(
    modules: dict[tuple[str, str], list[str]], name: str, state: str, heavy: str
) -> None:
    assert heavy not in modules[name, state]


@pytest.mark.parametrize("needed", NEW)
@pytest.mark.parametrize("name", ["clean.md", "defects.md"])
def test_a_file_that_has_not_changed_is_not_linted_again(
    modules: dict[tuple[str, str], list[str]], name: str, needed: str
) -> None:
    assert needed not in modules[name, "seen"]
    assert "kuaibao_lint.linter" in modules[name, "new"]
    assert "kuaibao_lint.linter" in modules[name, "forgotten"]
