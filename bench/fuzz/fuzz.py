"""Fuzz kuaibao-lint with atheris, guided by coverage; see README.md in this folder.

python bench/fuzz/fuzz.py                          every target for a minute
python bench/fuzz/fuzz.py --seconds 600 lint fix   two targets, ten minutes each
"""

from __future__ import annotations

import argparse
import os
import re
import subprocess
import sys
import tempfile
import time
import venv
from pathlib import Path

HERE = Path(__file__).resolve().parent
ROOT = HERE.parent.parent
ATHERIS = "atheris>=3.0,<4"
NAMES = (
    "read", "parse", "facts", "lint", "fix", "step", "learn", "packs", "expressions", "config",
    "baseline", "cache",
)  # fmt: skip
# Bytes that a target may take; beyond it an input only repeats itself.
LONGEST = {"read": 2048, "cache": 2048, "config": 1024, "expressions": 64, "baseline": 512}
HANG = 20  # seconds for one input


def python(folder: Path) -> Path:
    """Return a Python that has atheris and a copy of this checkout, made where it is not there."""
    place = folder / "venv"
    program = place / ("Scripts" if os.name == "nt" else "bin") / "python"
    if not program.exists():
        venv.create(place, with_pip=True)
    install = [str(program), "-m", "pip", "install", "--quiet", "--disable-pip-version-check"]
    subprocess.run([*install, ATHERIS], check=True)
    # Not editable: what runs for an hour must not change under it.
    subprocess.run([*install, "--force-reinstall", "--no-deps", str(ROOT)], check=True)
    subprocess.run([*install, "-c", str(ROOT / "constraints.txt"), str(ROOT)], check=True)
    return program


def seed(folder: Path, name: str) -> None:
    """Fill a target's corpus with the examples, the corpus of the tests, and the packs."""
    folder.mkdir(parents=True, exist_ok=True)
    bulletins = [*(ROOT / "examples").glob("*.*"), *(ROOT / "tests" / "corpus").glob("*.[mt][dx]*")]
    packs = [*(ROOT / "rules").glob("*.yaml")]
    for path in packs if name == "packs" else bulletins:
        prefix = b"" if name in ("read", "cache") else b" "
        (folder / path.name).write_bytes(prefix + path.read_bytes()[:6000])
    for number in range(40):
        step = number % 11 + 1
        chosen = bytes((number * 37 + step * place) % 256 for place in range(60 + number))
        (folder / f"phrases-{number}").write_bytes(b"\xff" + chosen)


def run(program: Path, folder: Path, name: str, seconds: int) -> tuple[int, int]:
    """Fuzz one target; return its executions, and how often a hang or crash ended the process."""
    corpus, findings = folder / "corpus" / name, folder / "findings"
    findings.mkdir(parents=True, exist_ok=True)
    seed(corpus, name)
    executions = ended = 0
    until = time.monotonic() + seconds
    while (left := int(until - time.monotonic())) > 0:
        command = [
            str(program), "-m", "bench.fuzz.targets", name, str(findings),
            f"-max_total_time={left}", f"-timeout={HANG}", "-rss_limit_mb=2048",
            f"-max_len={LONGEST.get(name, 4096)}", f"-artifact_prefix={findings}/{name}-",
            "-print_final_stats=1", "-verbosity=1", str(corpus),
        ]  # fmt: skip
        environment = os.environ | {"KUAIBAO_LINT_CACHE_DIR": str(folder / "cache" / name)}
        with (folder / f"{name}.log").open("wb") as log:
            done = subprocess.run(
                command, stderr=log, stdout=log, env=environment, cwd=ROOT, check=False
            )
        words = (folder / f"{name}.log").read_text("utf-8", "replace")
        counted = re.findall(r"number_of_executed_units:\s*(\d+)|^#(\d+)\t", words, re.MULTILINE)
        executions += max((int(a or b) for a, b in counted), default=0)
        if done.returncode == 0:
            break
        ended += 1
        (folder / f"{name}-{ended}.log").write_text(words[-20_000:], "utf-8")
    return executions, ended


def main() -> int:
    """Fuzz the targets that the command line names; exit code 1 where anything was found."""
    parser = argparse.ArgumentParser(description=__doc__.split("\n")[0] if __doc__ else None)
    parser.add_argument("targets", nargs="*", choices=[*NAMES, []], metavar="TARGET")
    parser.add_argument("--seconds", type=int, default=60, help="for each target")
    parser.add_argument("--folder", type=Path, help="keep corpus and findings here")
    given = parser.parse_args()
    with tempfile.TemporaryDirectory() as temporary:
        folder = (given.folder or Path(temporary)).resolve()
        program = python(folder)
        for name in given.targets or NAMES:
            executions, ended = run(program, folder, name, given.seconds)
            print(f"{name}: {executions} executions, {ended} hangs or crashes", flush=True)
        found = sorted((folder / "findings").glob("*.txt"))
        for path in found:
            print(path.read_text("utf-8"))
        kept = [path.name for path in (folder / "findings").iterdir()]
        broken = [name for name in kept if re.search("-(crash|timeout|oom)-", name)]
        print(f"{len(found)} findings, {len(broken)} hangs or crashes", flush=True)
    return int(bool(found or broken))


if __name__ == "__main__":
    sys.exit(main())
