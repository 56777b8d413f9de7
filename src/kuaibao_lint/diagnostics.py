"""What is found: edits, findings (a check's word) and diagnostics (the linter's word)."""

from __future__ import annotations

from enum import IntEnum
from types import MappingProxyType

from kuaibao_lint.light_typing import TYPE_CHECKING, Any, NamedTuple
from kuaibao_lint.source import Span

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping
    from typing import Literal

    from kuaibao_lint.source import Source

    Safety = Literal["safe", "unsafe"]
    Plain = tuple[Any, ...]

class Severity(IntEnum):
    """How bad a finding is; ordered, so that `>=` compares."""

    INFO = 1
    WARNING = 2
    ERROR = 3

    @property
    def label(self) -> str:
        """The lower-case English name used in reports and configuration."""
        return self.name.lower()

    @property
    def chinese(self) -> str:
        """The word shown to people."""
        return {1: "提示", 2: "警告", 3: "错误"}[self]


SEVERITIES: Mapping[str, Severity] = {severity.label: severity for severity in Severity}
_GRADES = {int(severity): severity for severity in Severity}  # a call of the class is slow
# What Diagnostic(…) and its parts do, in half the time: an archive has thousands.
_new = tuple.__new__


class Edit(NamedTuple):
    """Replace the characters of `span` by `text`."""

    span: Span
    text: str


class Related(NamedTuple):
    """A second place that a finding speaks of."""

    span: Span
    message: str


class Finding(NamedTuple):
    """What a check yields: where, with which values for the message, and how to mend it.

    values: fill the placeholders of the rule's message; `found` is the text of `span` unless given.
    edits: together one fix; empty where the check knows none.
    unsure: this fix needs a person even where the rule's fixes are safe.
    variant: picks the rule's message of that name instead of its usual one.
    """

    span: Span
    values: Mapping[str, str] = MappingProxyType({})
    edits: tuple[Edit, ...] = ()
    related: tuple[Related, ...] = ()
    unsure: bool = False
    variant: str = ""


class Diagnostic(NamedTuple):
    """A finding with its rule, severity and message: what a reporter prints."""

    path: str
    rule: str
    name: str
    severity: Severity
    message: str
    span: Span
    text: str
    edits: tuple[Edit, ...] = ()
    safety: Safety | None = None
    related: tuple[Related, ...] = ()

    @property
    def fixable(self) -> bool:
        """Tell whether `--fix` alone would mend this."""
        return self.safety == "safe"

    def plain(self) -> Plain:
        """Return this as values that `marshal` knows, without its path and text."""
        edits = tuple([(*span, put) for span, put in self.edits]) if self.edits else ()
        related = tuple([(*span, words) for span, words in self.related]) if self.related else ()
        return (
            self.rule,
            self.name,
            int(self.severity),
            self.message,
            *self.span,
            edits,
            self.safety,
            related,
        )

    def __reduce__(self) -> tuple[Any, ...]:
        """Pickle as plain values: to tell another process of each part would take twice as long."""
        return restored, (self.plain(), self.path, self.text)


def restored(plain: Plain, path: str, text: str) -> Diagnostic:
    """Return what `Diagnostic.plain` made plain."""
    rule, name, severity, message, start, end, edits, safety, related = plain
    if edits:
        edits = tuple([_new(Edit, (_new(Span, (at, to)), put)) for at, to, put in edits])
    if related:
        related = tuple([Related(Span(at, to), words) for at, to, words in related])
    span, grade = _new(Span, (start, end)), _GRADES[severity]
    parts = (path, rule, name, grade, message, span, text, edits, safety, related)
    return _new(Diagnostic, parts)


def restored_in(source: Source, plains: Iterable[Plain]) -> tuple[Diagnostic, ...]:
    """Return the findings in a text that `Diagnostic.plain` made plain."""
    path, text = source.path, source.text
    return tuple([restored(one, path, text[one[4] : one[5]]) for one in plains])


class Silencing(NamedTuple):
    """Why a finding is not reported. external: said in the configuration, not in the bulletin."""

    external: bool
    reason: str


class Report(NamedTuple):
    """What linting one source gave.

    suppressed: findings that a comment or the configuration silenced; silencings: by what, and
    why, one for each of them. whole: it is a bulletin, so that the rules on bulletins ran.
    """

    source: Source
    profile: str
    diagnostics: tuple[Diagnostic, ...]
    suppressed: tuple[Diagnostic, ...] = ()
    silencings: tuple[Silencing, ...] = ()
    whole: bool = True
