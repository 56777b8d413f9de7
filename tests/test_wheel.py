"""The wheel, in an environment with nothing else in it, away from the checkout."""

from __future__ import annotations

import json
import os
import shutil
import subprocess
import sys
import zipfile
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parent.parent
BIN = "Scripts" if os.name == "nt" else "bin"


@pytest.fixture(scope="module")
def wheel(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("wheel")
    command = ["pip", "wheel", "--quiet", "--no-deps", "--wheel-dir", str(folder), str(ROOT)]
    subprocess.run([sys.executable, "-m", *command], check=True)
    (built,) = folder.glob("*.whl")
    return built


@pytest.fixture(scope="module")
def program(wheel: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return the installed program; its dependencies come from the index."""
    folder = tmp_path_factory.mktemp("environment")
    subprocess.run([sys.executable, "-m", "venv", str(folder)], check=True)
    python = str(folder / BIN / "python")
    constraints = ["-c", str(ROOT / "constraints.txt")]
    command = ["pip", "install", "--quiet", "--disable-pip-version-check", *constraints, str(wheel)]
    subprocess.run([python, "-m", *command], check=True)
    return folder / BIN / "kuaibao-lint"


def run(program: Path, folder: Path, *arguments: str) -> subprocess.CompletedProcess[str]:
    environment = {name: value for name, value in os.environ.items() if name != "PYTHONPATH"}
    environment |= {"KUAIBAO_LINT_CACHE_DIR": str(folder / "cache"), "PYTHONUTF8": "1"}
    return subprocess.run(
        [str(program), *arguments],
        cwd=folder,
        env=environment,
        capture_output=True,
        check=False,
        encoding="utf-8",
    )


def test_grammar_and_rules_are_aboard(wheel: Path) -> None:
    with zipfile.ZipFile(wheel) as opened:
        aboard = set(opened.namelist())
    for folder in ("grammar", "rules"):
        for path in (ROOT / folder).rglob("*"):
            if path.is_file():
                assert f"kuaibao_lint/_shipped/{path.relative_to(ROOT).as_posix()}" in aboard
    assert "kuaibao_lint/py.typed" in aboard
    assert not [name for name in aboard if name.startswith(("tests/", "bench/"))]


def test_the_installed_program_lints_from_an_empty_folder(program: Path, tmp_path: Path) -> None:
    for name in ("clean.md", "defects.md"):
        shutil.copy(ROOT / "examples" / name, tmp_path)
    clean = run(program, tmp_path, "clean.md")
    assert (clean.returncode, clean.stderr) == (0, "")
    for attempt in ("cold", "warm"):
        defects = run(program, tmp_path, "defects.md", "--format", "json")
        assert (defects.returncode, defects.stderr) == (1, ""), attempt
        assert len(json.loads(defects.stdout)["diagnostics"]) > 20
    assert run(program, tmp_path, "test").returncode == 0


def test_the_installed_program_says_what_the_checkout_says(program: Path, tmp_path: Path) -> None:
    shutil.copy(ROOT / "examples" / "defects.md", tmp_path)
    here = subprocess.run(
        [sys.executable, "-m", "kuaibao_lint", "defects.md", "--format", "json"],
        cwd=tmp_path,
        capture_output=True,
        check=False,
        encoding="utf-8",
    )
    assert run(program, tmp_path, "defects.md", "--format", "json").stdout == here.stdout
    page = run(program, tmp_path, "defects.md", "--format", "html").stdout
    assert "default-src" in page
    assert "<style>:root" in page
