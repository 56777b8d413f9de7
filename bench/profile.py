"""Where a run's time goes: importing, loading what is compiled, and each stage of a bulletin.

    python -m bench.profile                   the stages, on bulletins of a made-up county
    python -m bench.profile FILE…             on your own files
    python -m bench.profile --rules           each rule as well
    python -m bench.profile --imports         the modules of a run on a new bulletin, dearest last

Processor time in milliseconds a bulletin, the least of several rounds.
"""

from __future__ import annotations

import argparse
import gc
import os
import subprocess
import sys
import tempfile
import time
from collections import defaultdict
from pathlib import Path
from typing import TYPE_CHECKING, ParamSpec, TypeVar

from bench.speed.texts import bulletin, write

from kuaibao_lint import facts, readers, suppressions
from kuaibao_lint.cli.linting import TOGETHER
from kuaibao_lint.context import Context
from kuaibao_lint.linter import lint
from kuaibao_lint.parsing import parse_together
from kuaibao_lint.prose import mask
from kuaibao_lint.reporters import FileResult, Run, reporter
from kuaibao_lint.rules import load_library

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence

    from kuaibao_lint.diagnostics import Finding
    from kuaibao_lint.rules import Library, Rule

P = ParamSpec("P")
T = TypeVar("T")


class Clock:
    """Adds up the time of each stage over a round; keeps the least of all rounds."""

    def __init__(self) -> None:
        self.least: dict[str, float] = {}
        self.now: defaultdict[str, float] = defaultdict(float)

    def time(self, stage: str, work: Callable[P, T], *args: P.args, **kwargs: P.kwargs) -> T:
        """Return what `work` returns, and count its time for the stage."""
        started = time.process_time()
        result = work(*args, **kwargs)
        self.now[stage] += time.process_time() - started
        return result

    def end_round(self) -> None:
        """Compare this round with the best so far."""
        for stage, seconds in self.now.items():
            self.least[stage] = min(seconds, self.least.get(stage, seconds))
        self.now.clear()


def findings(rule: Rule, context: Context) -> list[Finding]:
    """Return what a rule finds."""
    return list(rule.check(context))


def one_round(clock: Clock, library: Library, paths: Sequence[Path]) -> None:
    """Take every file through every stage once, so many together as a run of the program takes."""
    results: list[FileResult] = []
    for at in range(0, len(paths), TOGETHER):
        results += some_together(clock, library, paths[at : at + TOGETHER])
    clock.time("report", reporter("concise"), Run(tuple(results)))
    clock.end_round()


def some_together(clock: Clock, library: Library, paths: Sequence[Path]) -> Iterator[FileResult]:
    """Take some files through every stage; yield what is to be reported."""
    data = [clock.time("open", readers.read_bytes, path) for path in paths]
    sources = [
        clock.time("decode", readers.read, one, path.name)
        for one, path in zip(data, paths, strict=True)
    ]
    parsed = clock.time("parse", parse_together, sources)
    profiles = [clock.time("profile", library.profile_for, one) for one in parsed]
    texts = [clock.time("mask", mask, source.text) for source in sources]
    found = clock.time("facts", facts.read_together, list(zip(parsed, texts, strict=True)))
    rules = library.ruleset(profiles[0])  # files of one publication
    contexts = [
        Context(*parts, rules.vocabulary)
        for parts in zip(sources, texts, parsed, found, strict=True)
    ]
    for rule in rules.rules:
        for context in contexts:
            clock.time(f"rule {rule.id}", findings, rule, context)
    for source in sources:
        clock.time("suppressions", suppressions.read_suppressions, source.text)
        report = lint(source, library)
        yield FileResult(source.path, source, report.profile, report.diagnostics)


def print_table(least: dict[str, float], count: int, *, rules: bool) -> None:
    """Print the stages, and the rules dearest first."""
    by_rule = {name: s for name, s in least.items() if name.startswith("rule ")}
    rows = [(name, s) for name, s in least.items() if name not in by_rule]
    rows.insert(-2, ("checks", sum(by_rule.values())))
    rows.append(("all", sum(s for _, s in rows)))
    if rules:
        rows += sorted(by_rule.items(), key=lambda row: -row[1])
    for name, seconds in rows:
        print(f"{name:14} {seconds / count * 1000:7.3f} ms")


def print_imports() -> None:
    """Print what Python's own count says of the modules that a run on a new bulletin imports."""
    with tempfile.TemporaryDirectory() as folder:
        command = [sys.executable, "-X", "importtime", "-m", "kuaibao_lint", "--format", "concise"]
        for seed in (20, 21):  # the first run fills the caches; the second meets a new bulletin
            path = write(Path(folder, f"{seed}.md"), bulletin(seed))
            done = subprocess.run(
                [*command, str(path)],
                env=os.environ | {"KUAIBAO_LINT_CACHE_DIR": folder},
                capture_output=True,
                check=False,
                text=True,
            )
    rows = [line.split("|") for line in done.stderr.splitlines() if line.startswith("import time")]
    rows = [row for row in rows if row[1].strip().isdigit()]
    for row in sorted(rows, key=lambda row: int(row[1])):
        print(f"{int(row[1]) / 1000:8.2f} ms with what it imports  {row[2].strip()}")


def main() -> None:
    """Measure and print."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawTextHelpFormatter
    )
    parser.add_argument("paths", type=Path, nargs="*")
    parser.add_argument("--rules", action="store_true")
    parser.add_argument("--imports", action="store_true")
    parser.add_argument("--rounds", type=int, default=5)
    options = parser.parse_args()
    if options.imports:
        print_imports()
        return
    gc.disable()  # as in a run of the program
    clock, library = Clock(), load_library()
    with tempfile.TemporaryDirectory() as folder:
        paths = options.paths or [
            write(Path(folder, f"{seed}.md"), bulletin(seed)) for seed in range(100)
        ]
        one_round(Clock(), library, paths)
        for _ in range(options.rounds):
            one_round(clock, library, paths)
            gc.collect()
    print_table(clock.least, len(paths), rules=options.rules)


if __name__ == "__main__":
    main()
