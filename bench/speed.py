"""Time kuaibao-lint beside other linters: same machine, same files, same run.

python bench/speed.py                       everything, into bench/figures.md
python bench/speed.py --only one --runs 15  one bulletin only
python bench/speed.py --doubling            does twice the text take twice the time?

See README.md in this folder for what is measured and how.
"""

from __future__ import annotations

import argparse
import itertools
import json
import os
import platform
import random
import shutil
import signal
import statistics
import subprocess
import sys
import tempfile
import threading
import time
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

ROOT = Path(__file__).resolve().parent.parent
OURS = "kuaibao-lint"
MEASURE = "autocorrect"  # the peer that the ratios compare with
MEGABYTE = 1_000_000


# --- the peers --------------------------------------------------------------------------------


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


def make_venv(venv: Path) -> None:
    """Make a virtual environment unless it is there."""
    if not venv_bin(venv).exists():
        subprocess.run([sys.executable, "-m", "venv", str(venv)], check=True)


def install_ours(folder: Path) -> tuple[str, ...]:
    """Build our wheel, install it as a user would, and return the program's command line."""
    wheels, venv = folder / "wheel", folder / "ours"
    shutil.rmtree(wheels, ignore_errors=True)
    shutil.rmtree(venv, ignore_errors=True)
    make_venv(venv)
    pip = [str(venv_bin(venv) / "python"), "-m", "pip", "--quiet", "--disable-pip-version-check"]
    subprocess.run([*pip, "wheel", "--no-deps", "-w", str(wheels), str(ROOT)], check=True)
    wheel = next(wheels.glob("kuaibao_lint-*.whl"))
    subprocess.run([*pip, "install", "--compile", str(wheel)], check=True)
    return (str(venv_bin(venv) / OURS), "--format", "concise")


# --- the texts --------------------------------------------------------------------------------

SECTIONS = ("高质量发展", "扩大消费", "乡村振兴", "民生保障", "社会治理", "生态环境")
TOWNS = ("石桥镇", "柳河乡", "云泉街道", "东岭镇", "梨园乡", "望山镇", "松涛街道", "青坪乡")
WORK = (
    "坚持问题导向和目标导向相结合，细化任务清单、责任清单、时限清单，逐项明确牵头领导和具体责任人",
    "组织党员干部、网格员、志愿者走村入户，通过院坝会、板凳会、微信群等方式宣讲政策，听取群众意见建议",
    "建立“周调度、月通报、季评比、年考核”工作机制，对进展缓慢的事项发放提醒函，推动工作落地见效",
    "聚焦重点人群和薄弱环节，全面开展拉网式排查，做到底数清、情况明、台账全，发现问题立行立改",
    "加强部门联动和信息共享，实行“一窗受理、并联办理、限时办结”，切实提高办事效率和群众满意度",
    "邀请农技专家深入田间地头开展现场指导，围绕良种选择、水肥管理、病虫害防治等答疑解惑",
    "统筹整合各类资金，完善道路、管网、照明等配套设施，着力改善生产生活条件，夯实长远发展基础",
    "落实“早发现、早报告、早处置”要求，加密巡查频次，畅通举报渠道，形成群防群治的良好局面",
)
TASKS = ("人居环境整治", "矛盾纠纷化解", "惠企政策落实", "特色产业发展", "困难群众帮扶", "河道清理")


def item(rng: random.Random, bold: bool = True) -> str:  # noqa: FBT001, FBT002 - one bit of dress
    """Return one item: title, what was done, what it came to, who reports it."""
    town, task = rng.choice(TOWNS), rng.choice(TASKS)
    work = "，".join(rng.sample(WORK, 6))
    if rng.random() < 0.3:
        total = rng.randint(2_000, 90_000)
        part = rng.randint(total // 5, total // 2)
        closing = (
            f"截至目前，共投入资金 {total} 万元，其中：财政资金 {part} 万元，"
            f"占投入资金的 {100 * part / total:.1f}%；自筹资金 {total - part} 万元，"
            f"占投入资金的 {100 * (total - part) / total:.1f}%。"
        )
    else:
        closing = (
            f"截至目前，共排查问题{rng.randint(11, 99)}处，完成整改{rng.randint(3, 10)}处，"
            f"惠及群众{rng.randint(100, 9999)}余人。"
        )
    title = f"{town}多措并举抓好{task}"
    return f"{f'**{title}**' if bold else title} {work}。{closing}（{town}）\n\n"


def bulletin(seed: int, size: int = 6_500) -> Iterator[str]:
    """Yield a bulletin of about `size` bytes, piece by piece; the same seed, the same text."""
    rng = random.Random(seed)
    yield f"# 云岭县政务快报\n\n第 {seed % 300 + 1} 期\n\n云岭县人民政府办公室\n\n"
    yield f"2024 年 {seed % 12 + 1} 月 {seed % 28 + 1} 日\n\n"
    room = (size - 600) // len(SECTIONS)
    for number, section in enumerate(SECTIONS):
        written = 0
        yield f"{'##' if number % 3 else '###'} 【{section}】\n\n"
        while written < room - 500:
            piece = item(rng, bold=rng.random() < 0.95)
            written += len(piece.encode())
            yield piece
    yield "---\n\n本期发：县委常委，县人大常委会正副主任，副县长，县政协正副主席，人武部部长，"
    yield "法院院长，检察院检察长，县直各单位负责人，各乡镇政府、街道办事处主要领导。\n\n---\n\n"
    yield "责任编辑：林知远\n\n审核：秦牧之\n\n签发：苏伯衡\n"


def repeated(unit: str, size: int, opening: str = "") -> Iterator[str]:
    """Yield `unit` over and over, up to about `size` bytes."""
    yield opening
    times = size // len(unit.encode())
    block = max(1, 100_000 // len(unit))
    for start in range(0, times, block):
        yield unit * min(block, times - start)


def write(path: Path, pieces: Iterator[str]) -> Path:
    """Write a text as it comes, so that this process stays small (see `measure`)."""
    with path.open("w", encoding="utf-8", newline="\n") as out:
        out.writelines(pieces)
    return path


def make_inputs(folder: Path, only: Sequence[str]) -> dict[str, list[str]]:
    """Write the files to be linted; return their names for each input."""
    inputs: dict[str, list[str]] = {}
    if "one" in only:
        inputs["one"] = [write(folder / "one.md", bulletin(20)).name]
    if "many" in only:
        names = [write(folder / f"m{n:04}.md", bulletin(n)).name for n in range(1000)]
        inputs["many"] = names
    if "big" in only:
        inputs["big"] = [write(folder / "big.md", bulletin(7, 10 * MEGABYTE)).name]
    return inputs


# --- measuring --------------------------------------------------------------------------------


class Run(NamedTuple):
    """What one run took: seconds by the clock, seconds of processor, peak megabytes, exit code."""

    wall: float
    cpu: float
    peak: float
    code: int


@dataclass(slots=True)
class Column:
    """All runs of one program on one input; `gone` says why there are no more."""

    runs: list[Run] = field(default_factory=list)
    gone: str = ""

    def median(self, what: str) -> float | None:
        """Return the median of one figure, None where there is none."""
        if not self.runs or self.gone:
            return None
        values: list[float] = [getattr(run, what) for run in self.runs]
        return statistics.median(values)


def measure(command: Sequence[str], folder: Path, limit: float, env: Mapping[str, str]) -> Run:
    """Run a command once. Peak memory is that of its largest process.

    Linux starts the count at the size of the process that starts the command: about 15 MB here.
    """
    null = subprocess.DEVNULL
    started = time.perf_counter()
    child = subprocess.Popen(
        command, cwd=folder, env=env, stdin=null, stdout=null, stderr=null, start_new_session=True
    )
    alarm = threading.Timer(limit, os.killpg, (child.pid, signal.SIGKILL))
    alarm.start()
    _, status, usage = os.wait4(child.pid, 0)
    wall = time.perf_counter() - started
    alarm.cancel()
    if wall >= limit:
        raise TimeoutError
    child.returncode = os.waitstatus_to_exitcode(status)
    unit = 1 if sys.platform == "darwin" else 1024
    peak = usage.ru_maxrss * unit / MEGABYTE
    return Run(wall, usage.ru_utime + usage.ru_stime, peak, child.returncode)


def environment(folder: Path) -> dict[str, str]:
    """Return the environment of every run: bytecode allowed, caches inside `folder`, no colour."""
    env = {key: value for key, value in os.environ.items() if key != "PYTHONDONTWRITEBYTECODE"}
    return env | {"XDG_CACHE_HOME": str(folder / "cache"), "NO_COLOR": "1"}


def one_pattern(name: str) -> bool:
    """Tell whether a program must be given a pattern in place of many files."""
    return name in PEERS and PEERS[name].one_pattern


def compare(
    commands: Mapping[str, Sequence[str]], files: Sequence[str], folder: Path, args: Options
) -> dict[str, Column]:
    """Run all programs in turn, `runs` times over, after one run each that is not counted."""
    env = environment(folder.parent)
    columns = {name: Column() for name in commands}
    for turn in range(args.runs + 1):
        for name, command in commands.items():
            column = columns[name]
            if column.gone:
                continue
            try:
                named = ["m*.md"] if len(files) > 1 and one_pattern(name) else files
                run = measure([*command, *named], folder, args.limit, env)
            except TimeoutError:
                column.gone = f"stopped after {args.limit:.0f} s"
                continue
            if run.code not in (PEERS[name].fine if name in PEERS else (0, 1)):
                column.gone = f"exit code {run.code}"
            elif turn:
                column.runs.append(run)
    return columns


# --- doubling ---------------------------------------------------------------------------------

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
    "lead-ins": "截至目前，",
    "lists": "一、二、三、",
    "spaces": " ",
    "wide spaces": "　",
    "blank lines": "\n",
    "bold marks": "**",
    "doubled characters": "人大大",
    "comments": "<!-- ",
    "suppressions": "<!-- kuaibao-lint: ignore[KB121] -->\n",
    "addresses": "http://",
    "mail": "a@",
    "full stops": "。",
    "circulation": "本期发：县委常委，",
    "sign-off": "审核：",
    "English": "abc def ",
}


def doubling(command: Sequence[str], folder: Path, args: Options) -> tuple[list[str], bool]:
    """Time texts of 1.25, 2.5, 5 and 10 MB; return the table and whether every doubling held."""
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
                tries = [measure([*command, path.name], folder, args.limit, env) for _ in "12"]
            except TimeoutError:
                note = f"stopped after {args.limit:.0f} s"
                break
            best.append(min(run.wall for run in tries))
            peak = max(run.peak for run in tries)
            if tries[0].code not in (0, 1):
                note = f"exit code {tries[0].code}"
        ratios = [b / a for a, b in itertools.pairwise(best)]
        worst = max(ratios, default=0.0)
        bad = bool(note) or worst > args.factor
        held = held and not bad
        cells = [f"{second:.2f}" for second in best] + [""] * (len(sizes) - len(best))
        verdict = note or f"{worst:.2f}{' **!**' if bad else ''}"
        rows.append(f"| {name} | {' | '.join(cells)} | {verdict} | {peak:.0f} |")
        print(rows[-1], flush=True)
    return rows, held


# --- the report -------------------------------------------------------------------------------

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
        label = f"**{name}**" if name == OURS else name
        rows.append(f"| {label} | {seconds:.3f} | {ratio} | {cpu:.3f} | {peak:.0f} |")
    return rows


def heading(title: str, how: str) -> list[str]:
    """Return the lines that say what was measured, of which commit, on what."""

    def git(*words: str) -> str:
        done = subprocess.run(
            ["git", "-C", str(ROOT), *words], capture_output=True, check=False, encoding="utf-8"
        )
        return done.stdout.strip()

    commit = git("rev-parse", "--short=12", "HEAD") or "unknown"
    changed = git("status", "--porcelain", "--", "src", "grammar", "rules", "pyproject.toml")
    about = (
        f"Written by `bench/speed.py`; do not edit. Commit {commit}"
        f"{' with changes not committed' if changed else ''}, {time.strftime('%Y-%m-%d')}, "
        f"Python {platform.python_version()}, {os.cpu_count()} processors, "
        f"{platform.system()} {platform.machine()}, {how}. "
        "Absolute figures differ from machine to machine: read the ratios."
    )
    return [f"# {title}", "", about, ""]


class Options(argparse.Namespace):
    """The command line."""

    only: str
    peers: str
    runs: int
    limit: float
    factor: float
    folder: Path | None
    output: str
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
    add("--output", help="where to write the figures; - for nowhere")
    args = parser.parse_args(namespace=Options())
    unknown = {*args.only.split(",")} - {*TITLES}
    unknown |= {*args.peers.split(",")} - {*PEERS, "none", ""}
    if unknown:
        parser.error(f"unknown: {', '.join(sorted(unknown))}")
    return args


def speed(ours: Sequence[str], folder: Path, files: Path, args: Options) -> list[str]:
    """Install the peers and compare on every input; return the Markdown."""
    commands: dict[str, Sequence[str]] = {OURS: ours}
    notes = []
    for peer in (PEERS[name] for name in args.peers.split(",") if name in PEERS):
        print(f"installing {peer.name} …", flush=True)
        trouble = install(peer, folder)
        if trouble:
            notes.append(f"- {peer.name} was not measured: {trouble}.")
        else:
            commands[peer.name] = peer.command(folder)
    (files / ".textlintrc.json").write_text(json.dumps({"rules": TEXTLINT_RULES}), "utf-8")
    lines = []
    for name, paths in make_inputs(files, args.only.split(",")).items():
        print(f"\n{TITLES[name]}", flush=True)
        rows = table(compare(commands, paths, files, args))
        print("\n".join(rows), flush=True)
        lines += [f"## {TITLES[name]}", "", *rows, ""]
    return lines + notes


def main() -> int:
    """Measure, print, write."""
    args = arguments()
    with tempfile.TemporaryDirectory(prefix="kuaibao-bench-") as scratch:
        folder = (args.folder or Path(scratch)).resolve()
        files = folder / "files"
        files.mkdir(parents=True, exist_ok=True)
        print(f"building and installing {OURS} …", flush=True)
        ours = install_ours(folder)
        held = True
        if args.doubling:
            lines, held = doubling(ours, files, args)
            top = heading("Twice the text, how much more time?", "seconds, best of two runs")
            default = "doubling.md"
        else:
            lines = speed(ours, folder, files, args)
            top = heading("Beside other linters", f"median of {args.runs} interleaved runs")
            default = "figures.md"
    if args.output != "-":
        path = Path(args.output) if args.output else ROOT / "bench" / default
        path.write_text("\n".join([*top, *lines]).rstrip() + "\n", encoding="utf-8")
    return 0 if held else 1


if __name__ == "__main__":
    raise SystemExit(main())
