"""The hooks, run by the real pre-commit from this checkout."""

from __future__ import annotations

import importlib.util
import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parent.parent
CLEAN = (ROOT / "examples" / "clean.md").read_text("utf-8")
BAD = CLEAN.replace("人大常委会正副主任", "人大大正副主任")

pytestmark = [
    pytest.mark.skipif(
        importlib.util.find_spec("pre_commit") is None, reason="pre-commit is not installed"
    ),
    pytest.mark.skipif(shutil.which("git") is None, reason="git is not installed"),
    pytest.mark.skipif(not (ROOT / ".git").exists(), reason="try-repo needs a git checkout"),
]


def git(repository: Path, *words: str) -> None:
    identity = ["-c", "user.name=t", "-c", "user.email=t@example.invalid"]
    subprocess.run(["git", "-C", str(repository), *identity, *words], check=True)


@pytest.fixture(scope="module")
def home(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """One home for all tests here: the hooks' environment is built once."""
    return tmp_path_factory.mktemp("pre-commit")


@pytest.fixture(scope="module")
def hooks(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Copy what is in the work tree, committed or not, to a repository of its own.

    try-repo would do the like, but leaves out files that are not yet tracked.
    """
    copy = tmp_path_factory.mktemp("hooks")
    listed = subprocess.run(
        ["git", "-C", str(ROOT), "ls-files", "-z", "-co", "--exclude-standard"],
        capture_output=True,
        check=True,
    )
    for name in filter(None, os.fsdecode(listed.stdout).split("\0")):
        if (ROOT / name).is_file():
            (copy / name).parent.mkdir(parents=True, exist_ok=True)
            shutil.copyfile(ROOT / name, copy / name)
    git(copy, "init", "-q")
    git(copy, "add", "-A")
    git(copy, "commit", "-q", "-m", "hooks")
    return copy


def run_hook(
    home: Path, hooks: Path, repository: Path, hook: str, text: str
) -> tuple[int, str, str]:
    repository.mkdir()
    issue = repository / "issue.md"
    issue.write_text(text, "utf-8")
    git(repository, "init", "-q")
    git(repository, "add", "issue.md")
    done = subprocess.run(
        [sys.executable, "-m", "pre_commit", "try-repo", str(hooks), hook, "--all-files"],
        cwd=repository,
        env=os.environ | {"PRE_COMMIT_HOME": str(home), "PYTHONUTF8": "1"},
        capture_output=True,
        check=False,
        encoding="utf-8",
    )
    return done.returncode, done.stdout + done.stderr, issue.read_text("utf-8")


def test_a_clean_bulletin_passes(home: Path, hooks: Path, tmp_path: Path) -> None:
    code, output, after = run_hook(home, hooks, tmp_path / "r", "kuaibao-lint", CLEAN)
    assert code == 0, output
    assert "Passed" in output
    assert after == CLEAN


def test_a_bad_bulletin_fails_with_our_message(home: Path, hooks: Path, tmp_path: Path) -> None:
    code, output, after = run_hook(home, hooks, tmp_path / "r", "kuaibao-lint", BAD)
    assert code == 1, output
    assert "issue.md:" in output
    assert "KB202" in output
    assert after == BAD


def test_the_fixing_hook_fixes(home: Path, hooks: Path, tmp_path: Path) -> None:
    code, output, after = run_hook(home, hooks, tmp_path / "r", "kuaibao-lint-fix", BAD)
    assert code == 1, output
    assert "files were modified by this hook" in output
    assert after == BAD.replace("人大大", "人大")
