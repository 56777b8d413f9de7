"""How many slips are found in paragraphs that were written without sight of the engine.

    PYTHONPATH=src:. python -m bench.accuracy.numbers.unseen [FILE…] [--draws N] [--seed N]
        [--dress NAME] [--check] [-v]

A file of unseen/ holds paragraphs in the form of paragraphs.py: a line with the template, a line
of `= ` and its equations; `#` begins a comment, `##` a paragraph's name. Each paragraph is drawn
several times; in each text every printed number gets a slip, one of the ways by chance. A slip
counts as detectable where the equations cannot hold, and as found where a warning or error of the
rules on figures appears that the true text does not have. What the true text itself is told is a
false alarm.

--dress prints the paragraphs as another house would (dresses.py): what is found must not depend on
it. --check only draws and proves the equations, without the engine. -v prints what was missed.
"""

from __future__ import annotations

import argparse
import random
from collections import Counter
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from bench.accuracy.numbers import equations
from bench.accuracy.numbers.dresses import DRESSES
from bench.accuracy.numbers.run import slip

from kuaibao_lint import Severity, lint_text

if TYPE_CHECKING:
    from collections.abc import Iterator

FOLDER = Path(__file__).parent / "unseen"
TRIES = 200


class Template(NamedTuple):
    """A paragraph as it is written down; `where` is its file and line."""

    where: str
    text: str
    equations: str


def templates(file: Path) -> Iterator[Template]:
    """Yield the paragraphs of a file; ValueError where one has no equations."""
    text, line = "", 0
    for number, row in enumerate(file.read_text("utf-8").splitlines(), 1):
        if row.startswith("="):
            if not text:
                raise ValueError(f"{file.name}:{number}: equations without a paragraph")
            yield Template(f"{file.stem}:{line}", text, row[1:].strip())
            text = ""
        elif row.strip() and not row.startswith("#"):
            if text:
                raise ValueError(f"{file.name}:{line}: a paragraph without equations")
            text, line = row.strip(), number
    if text:
        raise ValueError(f"{file.name}:{line}: a paragraph without equations")


def drawn(template: Template, chance: random.Random) -> equations.Paragraph:
    """Return a paragraph whose printed numbers satisfy its equations.

    Raises ValueError where none is found.
    """
    for _ in range(TRIES):
        made = equations.draw(template.text, template.equations, chance)
        if made.possible(made.printed):
            return made
    raise ValueError(f"{template.where}: the equations do not hold for what is printed")


def slipped(made: equations.Paragraph, chance: random.Random) -> Iterator[tuple[str, str]]:
    """Yield texts with one detectable slip, and what was changed in them."""
    for index, (name, digits) in enumerate(made.printed):
        wrong = slip(digits, chance)
        printed = [*made.printed[:index], (name, wrong), *made.printed[index + 1 :]]
        if not made.possible(printed):
            yield made.text(printed), f"{name}: {digits} → {wrong}"


def told(text: str) -> set[tuple[str, str]]:
    """Return rule and message of what is reported on figures, at warning or error."""
    return {
        (one.rule, one.message)
        for one in lint_text(text, "paragraph.txt").diagnostics
        if one.rule.startswith("KB3") and one.severity >= Severity.WARNING
    }


class Tally:
    """The slips, the finds and the false alarms of a set."""

    def __init__(self, dress: str) -> None:
        self.dress = DRESSES[dress]
        self.texts = self.slips = self.found = 0
        self.alarms: Counter[str] = Counter()
        self.lines: list[str] = []

    def take(self, template: Template, made: equations.Paragraph, chance: random.Random) -> None:
        """Count one drawn paragraph."""
        self.texts += 1
        plain = self.dress(made.text())
        true = told(plain)
        if true:
            self.alarms[template.where] += 1
            self.lines.append(f"FALSE {template.where} {plain}\n      {sorted(true)}")
        for text, what in slipped(made, chance):
            self.slips += 1
            if told(self.dress(text)) - true:
                self.found += 1
            else:
                self.lines.append(f"MISS  {template.where} ({what}) {text}")


def main() -> None:
    """Print, for each file, what was found and the false alarms."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("files", type=Path, nargs="*", default=sorted(FOLDER.glob("*.txt")))
    parser.add_argument("--draws", type=int, default=3)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--dress", choices=DRESSES, default="plain")
    parser.add_argument("--check", action="store_true")
    parser.add_argument("-v", action="store_true", dest="verbose")
    options = parser.parse_args()
    for file in options.files:
        chance, tally, wrong, count = random.Random(options.seed), Tally(options.dress), 0, 0
        for template in templates(file):
            count += 1
            try:
                for _ in range(options.draws):
                    made = drawn(template, chance)
                    if options.check:
                        if not any(True for _ in slipped(made, chance)):
                            print(f"{template.where}: no slip can be detected")
                    else:
                        tally.take(template, made, chance)
            except (ValueError, ArithmeticError, KeyError, NameError, SyntaxError) as error:
                wrong += 1
                print(f"{template.where}: {type(error).__name__}: {error}")
        if options.check:
            print(f"{file.name}: {count} paragraphs, {wrong} of them wrong")
            continue
        if options.verbose:
            print(*tally.lines, sep="\n")
        share = tally.found / tally.slips if tally.slips else 1
        print(
            f"{file.stem:12} {count} paragraphs, {tally.texts} texts, "
            f"{tally.found} of {tally.slips} = {share:.1%}, "
            f"false alarms {tally.alarms.total()} in {len(tally.alarms)} paragraphs"
        )


if __name__ == "__main__":
    main()
