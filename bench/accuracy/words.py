"""Precision and recall of the wording rules on sentences with known slips.

    python bench/accuracy/words.py FILE.tsv [--missed N] [--false N]

Each line: number of errors, TAB, the sentence as found, TAB, the sentence as it should be. The
rules are those of the wording pack at warning or error, without a profile. A sentence counts as
flagged where they report anything; as mended where a report covers a wrong character and proposes
the right words. The even lines are the half on which thresholds may be tuned; the odd ones are only
reported. Never add a word because a sentence of a measured set has it wrong.
"""

from __future__ import annotations

import argparse
from dataclasses import astuple, dataclass
from pathlib import Path

from kuaibao_lint.diagnostics import Diagnostic, Severity
from kuaibao_lint.linter import lint_bulletin
from kuaibao_lint.parsing import parse
from kuaibao_lint.rules import Ruleset, load_library
from kuaibao_lint.source import Source


@dataclass
class Score:
    """Counts over all sentences."""

    wrong: int = 0
    flagged_right: int = 0
    flagged_wrong: int = 0
    mended: int = 0

    def __add__(self, other: Score) -> Score:
        """Return the counts of both."""
        return Score(*(one + two for one, two in zip(astuple(self), astuple(other), strict=True)))

    def lines(self) -> list[str]:
        """Return what is printed."""
        flagged = self.flagged_right + self.flagged_wrong
        precision = self.flagged_wrong / max(flagged, 1)
        recall = self.flagged_wrong / max(self.wrong, 1)
        return [
            f"flagged {flagged}, of them wrong {self.flagged_wrong} → precision {precision:.3f}",
            f"wrong {self.wrong}, flagged {self.flagged_wrong} → recall {recall:.3f}",
            f"mended {self.mended} → {self.mended / max(self.wrong, 1):.3f} of the wrong ones",
        ]


def wording() -> Ruleset:
    """Return the rules that are measured: KB2… at warning or error."""
    ruleset = load_library().ruleset("wording")
    rules = tuple(
        rule
        for rule in ruleset.rules
        if rule.id.startswith("KB2") and rule.severity >= Severity.WARNING
    )
    return ruleset._replace(rules=rules)


def findings(sentence: str, ruleset: Ruleset) -> tuple[Diagnostic, ...]:
    """Return what the rules say of a sentence."""
    bulletin = parse(Source("sentence.txt", sentence))
    return lint_bulletin(bulletin, ruleset, whole=False).diagnostics


def mends(found: Diagnostic, wrong: str, right: str) -> bool:
    """Tell whether the fix turns a wrong stretch into the right one (of equal length)."""
    if len(wrong) != len(right):
        return False
    fixed = wrong
    for edit in sorted(found.edits, key=lambda edit: edit.span, reverse=True):
        fixed = fixed[: edit.span.start] + edit.text + fixed[edit.span.end :]
    start, end = found.span
    return fixed != wrong and fixed[start:end] == right[start:end]


def main() -> None:
    """Print the score."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("file", type=Path)
    parser.add_argument("--missed", type=int, default=0, help="show so many missed sentences")
    parser.add_argument("--false", type=int, default=0, help="show so many false reports")
    options = parser.parse_args()
    ruleset, halves = wording(), (Score(), Score())
    for number, line in enumerate(options.file.read_text(encoding="utf-8").splitlines()):
        score = halves[number % 2]
        count, wrong, right = line.split("\t")
        found = findings(wrong, ruleset)
        is_wrong = count != "0"
        score.wrong += is_wrong
        score.flagged_wrong += bool(found) and is_wrong
        score.flagged_right += bool(found) and not is_wrong
        score.mended += is_wrong and any(mends(one, wrong, right) for one in found)
        if found and not is_wrong and options.false > 0:
            options.false -= 1
            print("false:", "；".join(one.message for one in found), "|", wrong)
        if is_wrong and not found and options.missed > 0:
            options.missed -= 1
            print("missed:", wrong)
    scores = (*halves, halves[0] + halves[1])
    for name, score in zip(("tuned on", "kept apart", "both"), scores, strict=True):
        print(f"{name}:", *score.lines(), sep="\n  ")


if __name__ == "__main__":
    main()
