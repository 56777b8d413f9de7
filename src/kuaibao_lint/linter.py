"""The whole flow: Source → Bulletin → Facts → findings → diagnostics."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from kuaibao_lint import facts, suppressions
from kuaibao_lint.context import Context
from kuaibao_lint.diagnostics import Diagnostic, Edit, Finding
from kuaibao_lint.parsing import parse
from kuaibao_lint.prose import mask

if TYPE_CHECKING:
    from kuaibao_lint.document import Bulletin
    from kuaibao_lint.rules import Library, Rule, Ruleset
    from kuaibao_lint.source import Source
    from kuaibao_lint.suppressions import Suppression

UNUSED_SUPPRESSION = "unused-suppression"


class Report(NamedTuple):
    """What linting one source gave; `suppressed` are findings that a comment silenced."""

    source: Source
    profile: str
    diagnostics: tuple[Diagnostic, ...]
    suppressed: tuple[Diagnostic, ...] = ()


def lint(source: Source, library: Library) -> Report:
    """Return the report on a source, checked by the profile that fits its masthead."""
    bulletin = parse(source)
    ruleset = library.ruleset(library.profile_for(bulletin))
    return lint_bulletin(bulletin, ruleset, whole=bulletin.recognised)


def lint_bulletin(bulletin: Bulletin, ruleset: Ruleset, *, whole: bool) -> Report:
    """Return the report on a parsed bulletin; without `whole`, only by rules on any text."""
    source = bulletin.source
    text = mask(source.text)
    context = Context(source, text, bulletin, facts.read(bulletin, text), ruleset.vocabulary)
    found = [
        _diagnostic(rule, finding, source)
        for rule in ruleset.rules
        if rule.scope == "text" or (whole and rule.scope == "bulletin")
        for finding in rule.check(context)
    ]
    found.sort(key=_place)
    silencers = suppressions.read_suppressions(source.text)
    kept, dropped, unused = suppressions.apply(found, silencers)
    rule = ruleset.named(UNUSED_SUPPRESSION)
    if unused and rule is not None:
        kept += [
            _diagnostic(rule, _unused(one), source)
            for one in unused
            if not any(one.names(other.id, other.name) for other in ruleset.idle)
        ]
        kept.sort(key=_place)
    return Report(source, ruleset.profile, tuple(kept), tuple(dropped))


def _place(diagnostic: Diagnostic) -> tuple[int, int, str]:
    return diagnostic.span.start, diagnostic.span.end, diagnostic.rule


def _diagnostic(rule: Rule, finding: Finding, source: Source) -> Diagnostic:
    text = finding.span.of(source.text)
    wording = rule.messages.get(finding.variant, rule.message)
    safety = None
    if finding.edits:
        safety = "unsafe" if finding.unsure or rule.fix is None else rule.fix
    return Diagnostic(
        source.path,
        rule.id,
        rule.name,
        rule.severity,
        wording.format_map({"found": text, **finding.values}),
        finding.span,
        text,
        finding.edits,
        safety,
        finding.related,
    )


def _unused(suppression: Suppression) -> Finding:
    words = "、".join(suppression.rules) or "任何规则"
    return Finding(suppression.span, {"rules": words}, (Edit(suppression.span, ""),))
