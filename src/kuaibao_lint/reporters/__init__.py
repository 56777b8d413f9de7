"""Results → text in one format. To add a format: one file here, and one line in `REPORTERS`.

A reporter is a function of a `Run`; it never sees a rule's options. Modules are imported when
their format is asked for.
"""

from __future__ import annotations

import sys
from types import MappingProxyType

from kuaibao_lint.diagnostics import Severity, restored_in
from kuaibao_lint.light_typing import TYPE_CHECKING, Any, NamedTuple
from kuaibao_lint.patterns import pattern

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from kuaibao_lint.acceptance import Upkeep
    from kuaibao_lint.diagnostics import Diagnostic, Safety, Silencing
    from kuaibao_lint.source import Source

# Format → module of this package; its `render(run)` returns the whole report.
REPORTERS: dict[str, str] = {
    "text": "text",
    "concise": "concise",
    "json": "json",
    "jsonl": "jsonl",
    "sarif": "sarif",
    "rdjson": "rdjson",
    "github": "github",
    "gitlab": "gitlab",
    "junit": "junit",
    "checkstyle": "checkstyle",
    "markdown": "markdown",
    "html": "html",
}
# Formats that show what a rule is about, so that `Run.rules` has to be filled for them.
EXPLAINING = ("sarif", "markdown", "html")
# Formats with a place for `--statistics`; for the others they go to standard error.
COUNTING = ("text", "markdown", "html")
# Formats that say themselves how many findings --max-findings left out; else standard error does.
TELLING = (*COUNTING, "json")
GROUPINGS = ("file", "rule", "unit")


class FileResult(NamedTuple):
    """What became of one file. source is None, and error a sentence, where it was not linted.

    profile: "" for a configuration file, which is spoken of and not linted.
    silenced: the findings that `suppressed` counts; silencings: by what each was silenced, and
    why, where that is known. known: the findings that `baselined` counts; None where there was no
    baseline to compare with.
    """

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
    silenced: tuple[Diagnostic, ...] = ()
    silencings: tuple[Silencing, ...] = ()
    known: tuple[Diagnostic, ...] | None = None

    def __reduce__(self) -> tuple[Any, ...]:
        """Pickle the findings as plain values, without what the text tells of them."""
        if self.source is None:
            return FileResult, tuple(self)
        found = [one.plain() for one in self.diagnostics]
        return _restored, (*self._replace(diagnostics=()), found)


def _restored(path: str, source: Source, *others: Any) -> FileResult:
    """Return what `FileResult.__reduce__` made plain."""
    *rest, found = others
    return FileResult(path, source, *rest)._replace(diagnostics=restored_in(source, found))


class About(NamedTuple):
    """What a report says of a rule. basis: level and source, as printed."""

    id: str
    name: str
    severity: Severity
    why: str
    basis: str
    fix: Safety | None = None


class Run(NamedTuple):
    """All files of one run. colour, width: of the terminal that the report is for.

    width: cells; 0 where the report is not for a terminal.
    group_by: one of GROUPINGS. omitted: findings that --max-findings left out of `files`.
    rules: by id, the rules that ran; empty where the format shows none (see EXPLAINING).
    """

    files: tuple[FileResult, ...]
    colour: bool = False
    width: int = 0
    statistics: bool = False
    group_by: str = "file"
    omitted: tuple[Diagnostic, ...] = ()
    rules: Mapping[str, About] = MappingProxyType({})

    @property
    def counts(self) -> dict[Severity, int]:
        """How many findings there are of each severity, those left out included."""
        counts = dict.fromkeys(Severity, 0)
        for diagnostic in self.found:
            counts[diagnostic.severity] += 1
        return counts

    @property
    def found(self) -> list[Diagnostic]:
        """All findings, those left out last."""
        return [*(one for file in self.files for one in file.diagnostics), *self.omitted]

    def total(self, name: str) -> int:
        """Return the sum of one of the counts of `FileResult`."""
        return sum(getattr(file, name) for file in self.files)

    @property
    def fixable(self) -> int:
        """How many findings `--fix` would mend."""
        return sum(one.fixable for one in self.found)


def reporter(name: str) -> Callable[[Run], str]:
    """Return the function that renders a format."""
    module = f"{__name__}.{REPORTERS[name]}"
    __import__(module)  # `importlib` would have to be imported first
    render: Callable[[Run], str] = sys.modules[module].render
    return render


# What a terminal would obey instead of show: controls, and marks that turn the direction of text.
# With them what XML has no way to write: most controls, and what is no character.
UNSAFE = dict.fromkeys(
    (*range(0x20), *range(0x7F, 0xA0), 0x061C, 0x200E, 0x200F, *range(0x202A, 0x202F),
     *range(0x2066, 0x206A), 0x2028, 0x2029, 0xFEFF, 0xFFFE, 0xFFFF,
     *range(0xD800, 0xE000)),
    "\ufffd",
)
UNSAFE |= {ord("\n"): "⏎", ord("\r"): "", ord("\t"): " "}


def printable(text: str) -> str:
    """Return `text` on one line, with nothing in it that a terminal would obey."""
    # What is unsafe is not printable in Unicode's sense either, and most text is.
    return text if text.isprintable() else text.translate(UNSAFE)


# What a build agent obeys in a log: `::command::` behind a line's blanks, `##[command]` and
# `##vso[area.command]` anywhere in a line. Sources: actions/runner, ActionCommand.cs (TryParseV2,
# TryParse); microsoft/azure-pipelines-agent, Command.cs (TryParse).
# A # first, which the engine looks for without trying to match.
AGENT = pattern(r"#(?<=##)(?=[A-Za-z]{0,20}\[)")
_FIRST = pattern(r"(?m)^([^\S\n]{0,500}):(?=:)")


def inert(report: str) -> str:
    """Return a report for people, of which a build agent obeys no line; it keeps its width."""
    if "##" in report:
        report = AGENT.sub("\ufffd", report)
    if "::" in report:
        report = _FIRST.sub("\\1\ufffd", report)
    return report
