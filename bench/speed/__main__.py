"""Time kuaibao-lint beside other linters: same machine, same files, same run.

python -m bench.speed                       everything, into docs/performance.md
python -m bench.speed --only one --runs 15  one bulletin only
python -m bench.speed --doubling            does twice the text take twice the time?

See bench/README.md for what is measured and how.
"""

from __future__ import annotations

import argparse
import json
import sys
import tempfile
from pathlib import Path
from typing import TYPE_CHECKING

from bench.speed import report
from bench.speed.doubling import doubling
from bench.speed.measuring import compare
from bench.speed.peers import AGAIN, OURS, PEERS, ROOT, TEXTLINT_RULES, install, install_ours
from bench.speed.texts import make_inputs

if TYPE_CHECKING:
    from collections.abc import Sequence

    from bench.speed.measuring import Column

DOCUMENT = ROOT / "docs" / "performance.md"
PICTURE = ROOT / "docs" / "performance.svg"


class Options(argparse.Namespace):
    """The command line."""

    only: str
    peers: str
    runs: int
    limit: float
    factor: float
    folder: Path | None
    python: str
    dry: bool
    doubling: bool


def arguments() -> Options:
    """Read the command line."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawTextHelpFormatter
    )
    add = parser.add_argument
    add("--only", default="one,many,big", help="inputs: one,many,big")
    add("--peers", default=",".join(PEERS), help="peers, or none")
    add("--runs", type=int, default=5, help="runs of each program on each input")
    add("--limit", type=float, default=60, help="seconds that a run may take")
    add("--doubling", action="store_true", help="only check that time grows as the text does")
    add("--factor", type=float, default=2.3, help="what a doubling may cost")
    add("--folder", type=Path, help="where to install; kept, so that a second run is quick")
    add("--python", default=sys.executable, help="the interpreter that runs ours")
    add("--dry", action="store_true", help="print only; write nothing into docs/")
    args = parser.parse_args(namespace=Options())
    unknown = {*args.only.split(",")} - {*report.TITLES}
    unknown |= {*args.peers.split(",")} - {*PEERS, "none", ""}
    if unknown:
        parser.error(f"unknown: {', '.join(sorted(unknown))}")
    return args


def speed(
    ours: Sequence[str], folder: Path, files: Path, args: Options
) -> tuple[dict[str, dict[str, Column]], list[str]]:
    """Install the peers and compare on every input; return the columns of each, and Markdown."""
    commands: dict[str, Sequence[str]] = {OURS: ours, AGAIN: ours}
    notes = []
    for peer in (PEERS[name] for name in args.peers.split(",") if name in PEERS):
        print(f"installing {peer.name} …", flush=True)
        trouble = install(peer, folder)
        if trouble:
            notes.append(f"- {peer.name} was not measured: {trouble}.")
        else:
            commands[peer.name] = peer.command(folder)
    (files / ".textlintrc.json").write_text(json.dumps({"rules": TEXTLINT_RULES}), "utf-8")
    inputs, lines = {}, []
    for name, paths in make_inputs(files, args.only.split(",")).items():
        print(f"\n{report.TITLES[name]}", flush=True)
        inputs[name] = compare(commands, paths, files, runs=args.runs, limit=args.limit)
        rows = report.table(inputs[name])
        print("\n".join(rows), flush=True)
        lines += [f"### {report.TITLES[name]}", "", *rows, ""]
    return inputs, lines + notes


def main() -> int:
    """Measure, print, write."""
    args = arguments()
    with tempfile.TemporaryDirectory(prefix="kuaibao-bench-") as scratch:
        folder = (args.folder or Path(scratch)).resolve()
        files = folder / "files"
        files.mkdir(parents=True, exist_ok=True)
        print(f"building and installing {OURS} …", flush=True)
        ours = install_ours(folder, args.python)
        if args.doubling:
            rows, held = doubling(ours, files, limit=args.limit, factor=args.factor)
            if not args.dry:
                lines = [report.about("seconds, best of two runs", args.python), "", *rows]
                report.put(DOCUMENT, "doubling", lines)
            return 0 if held else 1
        inputs, lines = speed(ours, folder, files, args)
    if not args.dry:
        how = f"median of {args.runs} interleaved runs"
        report.put(DOCUMENT, "speed", [report.about(how, args.python), "", *lines])
        if trouble := report.plot(inputs, PICTURE):
            print(trouble)
    return 0


if __name__ == "__main__":
    raise SystemExit(main())
