"""The programs to compare with, and how they and we are installed."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from dataclasses import dataclass
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
OURS = "kuaibao-lint"
AGAIN = "kuaibao-lint, again"  # files that it has seen and that have not changed
MEASURE = "autocorrect"  # the peer that the ratios compare with


@dataclass(frozen=True, slots=True)
class Peer:
    """A program to compare with: how it is installed and how it is called."""

    name: str
    client: str  # "npm" or "pip"
    packages: tuple[str, ...]
    arguments: tuple[str, ...] = ()
    fine: tuple[int, ...] = (0, 1)  # exit codes of a run that did its work
    one_pattern: bool = False  # reads its first argument only, but expands patterns itself

    def command(self, folder: Path) -> tuple[str, ...]:
        """Return the command line up to the files."""
        npm = self.client == "npm"
        bins = folder / "node_modules" / ".bin" if npm else venv_bin(folder / "pip")
        return (str(bins / self.name), *self.arguments)


TEXTLINT_RULES = {
    "zh-half-and-full-width-bracket": True,
    "@textlint-rule/no-unmatched-pair": True,
    "@textlint-rule/no-invalid-control-character": True,
    "sentence-length": {"max": 200},
    "@textlint-rule/pattern": {"patterns": [{"pattern": "/截止目前/", "message": "截至目前"}]},
}
PEERS = {
    peer.name: peer
    for peer in (
        Peer(MEASURE, "npm", ("autocorrect-node@2.14.0",), ("--lint", "--format", "json")),
        Peer("zhlint", "npm", ("zhlint@0.8.2",), one_pattern=True),
        Peer(
            "textlint",
            "npm",
            (
                "textlint@15.8.0",
                "textlint-rule-zh-half-and-full-width-bracket",
                "@textlint-rule/textlint-rule-no-unmatched-pair",
                "@textlint-rule/textlint-rule-no-invalid-control-character",
                "textlint-rule-sentence-length",
                "@textlint-rule/textlint-rule-pattern",
            ),
        ),
        Peer("markdownlint-cli2", "npm", ("markdownlint-cli2@0.22.1",), ("--no-globs",)),
        Peer("typos", "pip", ("typos==1.52.0",), fine=(0, 2)),
        Peer("codespell", "pip", ("codespell==2.4.3",), fine=(0, 65)),
        Peer("proselint", "pip", ("proselint==0.16.0",), ("check",)),
    )
}


def venv_bin(venv: Path) -> Path:
    """Return the folder of a virtual environment's programs."""
    return venv / ("Scripts" if os.name == "nt" else "bin")


def install(peer: Peer, folder: Path) -> str:
    """Install a peer unless it is there; return what went wrong, or nothing."""
    program = Path(peer.command(folder)[0])
    if program.exists():
        return ""
    if peer.client == "npm":
        npm = shutil.which("npm")
        if npm is None:
            return "npm is not installed"
        command = [npm, "install", "--no-audit", "--no-fund", "--prefix", str(folder)]
    else:
        make_venv(folder / "pip")
        command = [str(venv_bin(folder / "pip") / "python"), "-m", "pip", "install", "--quiet"]
    done = subprocess.run(
        [*command, *peer.packages], capture_output=True, check=False, text=True, encoding="utf-8"
    )
    if done.returncode == 0 and program.exists():
        return ""
    return f"{peer.client} install failed with exit code {done.returncode}"


def make_venv(venv: Path, python: str = sys.executable) -> None:
    """Make a virtual environment unless it is there."""
    if not venv_bin(venv).exists():
        subprocess.run([python, "-m", "venv", str(venv)], check=True)


def install_ours(folder: Path, python: str) -> tuple[str, ...]:
    """Build our wheel, install it as a user would, and return the program's command line.

    python: the interpreter that runs it.
    """
    wheels, venv = folder / "wheel", folder / "ours"
    shutil.rmtree(wheels, ignore_errors=True)
    shutil.rmtree(venv, ignore_errors=True)
    make_venv(venv, python)
    pip = [str(venv_bin(venv) / "python"), "-m", "pip", "--quiet", "--disable-pip-version-check"]
    subprocess.run([*pip, "wheel", "--no-deps", "-w", str(wheels), str(ROOT)], check=True)
    wheel = next(wheels.glob("kuaibao_lint-*.whl"))
    subprocess.run([*pip, "install", "--compile", str(wheel)], check=True)
    return (str(venv_bin(venv) / OURS), "--format", "concise")
