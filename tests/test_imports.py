"""What a warm run may not load: each of these takes longer than linting a bulletin."""

from __future__ import annotations

import json
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
    "kuaibao_lint.reporters.html", "hashlib",
)  # fmt: skip


@pytest.fixture(scope="module")
def modules(tmp_path_factory: pytest.TempPathFactory) -> dict[str, list[str]]:
    """Return what a second run loads, by the name of the bulletin."""
    import os

    folder = tmp_path_factory.mktemp("cache")
    loaded = {}
    for name, code in (("clean.md", 0), ("defects.md", 1)):
        for _ in range(2):
            done = subprocess.run(
                [sys.executable, "-c", CODE, name, "--format", "concise"],
                cwd=ROOT / "examples",
                env=os.environ | {"KUAIBAO_LINT_CACHE_DIR": str(folder)},
                capture_output=True,
                check=True,
                encoding="utf-8",
            )
            got, loaded[name] = json.loads(done.stderr)
            assert got == code, done.stdout
    return loaded


@pytest.mark.parametrize("heavy", HEAVY)
@pytest.mark.parametrize("name", ["clean.md", "defects.md"])
def test_a_warm_run_does_without(modules: dict[str, list[str]], name: str, heavy: str) -> None:
    assert "kuaibao_lint.linter" in modules[name]
    assert heavy not in modules[name]
