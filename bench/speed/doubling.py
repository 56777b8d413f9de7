"""Texts made to be hard, each twice as long as the one before: does the time more than double?"""

from __future__ import annotations

import itertools
from typing import TYPE_CHECKING

from bench.speed.measuring import environment, forget_findings, measure
from bench.speed.texts import MEGABYTE, repeated, write

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path

PATHOLOGICAL = {
    "one line of Chinese": "全面贯彻落实工作部署",
    "one long paragraph": "切实做好各项工作，推动任务落实。",
    "sections": "## 【乡村振兴】\n\n**石桥镇抓好春耕** 截至目前，共整地12亩。（石桥镇）\n\n",
    "headings only": "## 【",
    "open brackets": "（",
    "nested brackets and quotes": "（“",
    "quotes": "“",
    "straight quotes": '"',
    "digits": "1234567890",
    "decimal points": "1.",
    "figures": "18473万元，占55.3%，增长3.5%；其中：",
    "items of sums that are wrong": "合计475878万元，" * 40 + "。（财政局）\n\n",
    "items of lists that miss their wholes": "甲、乙分别为12345户、34512户，" * 40 + "。\n\n",
    "items of shares that are wrong": "受理178件。其中" + "来信23件，占34%；" * 40 + "。\n\n",
    "items of bold figures": "**建设工作** 建成" + "**12**个、" * 40 + "。（住建局）\n\n",
    "items of lines that go on": "全县上下认真贯彻落实各项部署，推进建设共1\n" * 20 + "件。\n\n",
    "lead-ins": "截至目前，",
    "lists": "一、二、三、",
    "spaces": " ",
    "wide spaces": "　",
    "blank lines": "\n",
    "bold marks": "**",
    "doubled characters": "人大大",
    "comments": "<!-- ",
    "blanks behind headings": "\n【乡村振兴】" + " " * 8000 + "。",
    "suppressions": "<!-- kuaibao-lint: ignore[KB121] -->\n",
    "addresses": "http://",
    "mail": "a@",
    "full stops": "。",
    "circulation": "本期发：县委常委，",
    "sign-off": "审核：",
    "English": "abc def ",
}


def doubling(
    command: Sequence[str], folder: Path, *, limit: float, factor: float
) -> tuple[list[str], bool]:
    """Time texts of 1.25, 2.5, 5 and 10 MB; return the table and whether every doubling held.

    limit: seconds that a run may take. factor: what a doubling may cost.
    """
    env = environment(folder.parent)
    sizes = [int(size * MEGABYTE) for size in (1.25, 2.5, 5, 10)]
    rows = ["| text | 1.25 MB | 2.5 MB | 5 MB | 10 MB | worst doubling | peak MB |"]
    rows.append("|---|---|---|---|---|---|---|")
    held = True
    for name, unit in PATHOLOGICAL.items():
        best: list[float] = []
        peak, note = 0.0, ""
        for size in sizes:
            path = write(folder / "doubling.md", repeated(unit, size, "# 云岭县政务快报\n\n"))
            try:
                tries = []
                for _ in "12":
                    forget_findings(env)
                    tries.append(measure([*command, path.name], folder, limit, env))
            except TimeoutError:
                note = f"stopped after {limit:.0f} s"
                break
            best.append(min(run.wall for run in tries))
            peak = max(run.peak for run in tries)
            if tries[0].code not in (0, 1):
                note = f"exit code {tries[0].code}"
        ratios = [b / a for a, b in itertools.pairwise(best)]
        worst = max(ratios, default=0.0)
        bad = bool(note) or worst > factor
        held = held and not bad
        cells = [f"{second:.2f}" for second in best] + [""] * (len(sizes) - len(best))
        verdict = note or f"{worst:.2f}{' **!**' if bad else ''}"
        rows.append(f"| {name} | {' | '.join(cells)} | {verdict} | {peak:.0f} |")
        print(rows[-1], flush=True)
    return rows, held
