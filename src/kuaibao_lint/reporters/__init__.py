"""Results → text in one format. To add a format: one file here, and one line in `REPORTERS`.

A reporter is a function of a `Run`; it never sees a rule's options. Modules are imported when
their format is asked for.
"""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING, NamedTuple

from kuaibao_lint.diagnostics import Severity

if TYPE_CHECKING:
    from collections.abc import Callable

    from kuaibao_lint.acceptance import Upkeep
    from kuaibao_lint.diagnostics import Diagnostic
    from kuaibao_lint.source import Source

# Format → module of this package; its `render(run)` returns the whole report.
REPORTERS: dict[str, str] = {
    "text": "text",
    "concise": "concise",
    "json": "json",
    "github": "github",
}


class FileResult(NamedTuple):
    """What became of one file. source is None, and error a sentence, where it was not linted."""

    path: str
    source: Source | None = None
    profile: str = ""
    diagnostics: tuple[Diagnostic, ...] = ()
    suppressed: int = 0
    baselined: int = 0
    fixed: int = 0
    error: str | None = None
    diff: str = ""
    notes: tuple[str, ...] = ()
    upkeep: Upkeep | None = None


class Run(NamedTuple):
    """All files of one run. colour, width: of the terminal that the report is for.

    width: cells; 0 where the report is not for a terminal.
    """

    files: tuple[FileResult, ...]
    colour: bool = False
    width: int = 0
    statistics: bool = False

    @property
    def counts(self) -> dict[Severity, int]:
        """How many findings there are of each severity."""
        counts = dict.fromkeys(Severity, 0)
        for file in self.files:
            for diagnostic in file.diagnostics:
                counts[diagnostic.severity] += 1
        return counts

    def total(self, name: str) -> int:
        """Return the sum of one of the counts of `FileResult`."""
        return sum(getattr(file, name) for file in self.files)

    @property
    def fixable(self) -> int:
        """How many findings `--fix` would mend."""
        return sum(one.fixable for file in self.files for one in file.diagnostics)


def reporter(name: str) -> Callable[[Run], str]:
    """Return the function that renders a format."""
    module = import_module(f"{__name__}.{REPORTERS[name]}")
    render: Callable[[Run], str] = module.render
    return render


# What a terminal would obey instead of show: controls, and marks that turn the direction of text.
UNSAFE = dict.fromkeys(
    (*range(0x20), *range(0x7F, 0xA0), 0x200E, 0x200F, *range(0x202A, 0x202F),
     *range(0x2066, 0x206A), 0x2028, 0x2029, 0xFEFF, *range(0xD800, 0xE000)),
    "\ufffd",
)
UNSAFE |= {ord("\n"): "⏎", ord("\r"): "", ord("\t"): " "}


def printable(text: str) -> str:
    """Return `text` on one line, with nothing in it that a terminal would obey."""
    return text.translate(UNSAFE)
