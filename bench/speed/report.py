"""What was measured, as Markdown and as a picture."""

from __future__ import annotations

import os
import platform
import subprocess
import time
from typing import TYPE_CHECKING

from bench.speed.peers import AGAIN, MEASURE, OURS, ROOT

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence
    from pathlib import Path

    from bench.speed.measuring import Column

TITLES = {
    "one": "One bulletin (6.5 KB)",
    "many": "1,000 different bulletins (6.5 MB)",
    "big": "One bulletin of 10 MB",
}


def table(columns: Mapping[str, Column]) -> list[str]:
    """Return the rows of one input, fastest first, with ratios to AutoCorrect."""
    base = columns[MEASURE].median("wall") if MEASURE in columns else None
    rows = [f"| program | wall s | ×{MEASURE} | CPU s | peak MB |", "|---|---|---|---|---|"]

    def wall(name: str) -> float:
        return columns[name].median("wall") or float("inf")

    for name in sorted(columns, key=wall):
        column = columns[name]
        seconds = column.median("wall")
        if seconds is None:
            rows.append(f"| {name} | {column.gone} | – | – | – |")
            continue
        ratio = f"{seconds / base:.2f}" if base else "–"
        cpu, peak = column.median("cpu") or 0.0, column.median("peak") or 0.0
        label = f"**{name}**" if name in (OURS, AGAIN) else name
        rows.append(f"| {label} | {seconds:.3f} | {ratio} | {cpu:.3f} | {peak:.0f} |")
    return rows


def about(how: str, python: str) -> str:
    """Return a sentence on what was measured: of which commit, on what, by which interpreter."""

    def said(*command: str) -> str:
        done = subprocess.run(command, capture_output=True, check=False, encoding="utf-8")
        return done.stdout.strip()

    git = ("git", "-C", str(ROOT))
    commit = said(*git, "rev-parse", "--short=12", "HEAD") or "unknown"
    version = said(python, "-c", "import platform; print(platform.python_version())")
    changed = said(*git, "status", "--porcelain", "--", "src", "grammar", "rules", "pyproject.toml")
    return (
        f"Written by `python -m bench.speed`; do not edit. Commit {commit}"
        f"{' with changes not committed' if changed else ''}, {time.strftime('%Y-%m-%d')}, "
        f"Python {version}, {os.cpu_count()} processors, "
        f"{platform.system()} {platform.machine()}, {how}. "
        "Absolute figures differ from machine to machine: read the ratios."
    )


def put(path: Path, name: str, lines: Sequence[str]) -> None:
    """Replace what stands between the marks of `name` in a Markdown file."""
    text = path.read_text(encoding="utf-8")
    before, opening, rest = text.partition(f"<!-- measured: {name} -->\n")
    _, closing, after = rest.partition("<!-- end -->")
    if not closing:
        raise SystemExit(f"{path} has no place marked “measured: {name}”")
    body = "\n".join(lines).strip()
    path.write_text(f"{before}{opening}\n{body}\n\n{closing}{after}", encoding="utf-8")


def plot(inputs: Mapping[str, Mapping[str, Column]], path: Path) -> str:
    """Draw the medians as bars, one panel an input; return what was in the way, or nothing."""
    try:
        import matplotlib as mpl
        from matplotlib.figure import Figure
    except ImportError:
        return "no picture: matplotlib is not installed (pip install matplotlib)"
    mpl.rcParams |= {"svg.fonttype": "none", "svg.hashsalt": "kuaibao-lint", "font.size": 9}
    figure = Figure(figsize=(8, 0.9 + 0.24 * sum(len(columns) for columns in inputs.values())))
    panels = figure.subplots(
        len(inputs), 1, squeeze=False, height_ratios=[len(columns) for columns in inputs.values()]
    )
    for panel, (name, columns) in zip(panels[:, 0], inputs.items(), strict=True):
        walls = {label: column.median("wall") for label, column in columns.items()}
        bars = sorted(((w, label) for label, w in walls.items() if w is not None), reverse=True)
        colours = ["#c8102e" if label in (OURS, AGAIN) else "#8a949e" for _, label in bars]
        drawn = panel.barh([label for _, label in bars], [w for w, _ in bars], color=colours)
        panel.bar_label(drawn, labels=[f"{w:.3g} s" for w, _ in bars], padding=3, color="#6b7480")
        panel.set_title(TITLES[name], loc="left", fontsize=10, color="#6b7480")
        panel.set_xlim(0, bars[0][0] * 1.12)
        panel.tick_params(colors="#6b7480", length=0)
        panel.xaxis.set_visible(False)
        for side in panel.spines.values():
            side.set_visible(False)
    figure.tight_layout()
    figure.savefig(path, transparent=True, metadata={"Date": None})
    return ""
