"""Count what the text-level rules report in texts that are thought to be clean.

    python bench/accuracy/false_alarms.py FILE_OR_FOLDER… [--all]

Reports at warning or error are printed with the words around them, to be read by a person; infos
are only counted unless --all is given.
"""

from __future__ import annotations

import argparse
from collections import Counter
from pathlib import Path

from kuaibao_lint.diagnostics import Severity
from kuaibao_lint.linter import lint_bulletin
from kuaibao_lint.parsing import parse
from kuaibao_lint.rules import load_library
from kuaibao_lint.source import Source

PACKS = ("wording", "typography", "privacy")
AROUND = 12


def main() -> None:
    """Print the reports and their number."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("paths", type=Path, nargs="+")
    parser.add_argument("--all", action="store_true")
    options = parser.parse_args()
    library = load_library()
    files = [
        file
        for path in options.paths
        for file in (sorted(path.glob("*.txt")) if path.is_dir() else [path])
    ]
    counts: Counter[tuple[str, str]] = Counter()
    size = 0
    for file in files:
        text = file.read_bytes().decode("utf-8-sig")
        size += len(text)
        bulletin = parse(Source(file.name, text))
        for pack in PACKS:
            for one in lint_bulletin(bulletin, library.ruleset(pack), whole=False).diagnostics:
                counts[one.severity.label, one.rule] += 1
                if options.all or one.severity >= Severity.WARNING:
                    left = text[max(0, one.span.start - AROUND) : one.span.start]
                    right = text[one.span.end : one.span.end + AROUND]
                    print(f"{file.name} {one.rule} {left!r}【{one.text[:40]}】{right!r}")
    print(f"{len(files)} files, {size} characters")
    for (severity, rule), count in sorted(counts.items()):
        print(f"{severity:8} {rule} {count}")


if __name__ == "__main__":
    main()
