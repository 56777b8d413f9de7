"""The whole flow: Source → Bulletin → Facts → findings → diagnostics."""

from __future__ import annotations

from bisect import bisect_left
from typing import TYPE_CHECKING, NamedTuple

from kuaibao_lint import facts, suppressions
from kuaibao_lint.context import Context
from kuaibao_lint.diagnostics import Diagnostic, Edit, Finding
from kuaibao_lint.parsing import parse
from kuaibao_lint.prose import mask
from kuaibao_lint.source import Span

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
    names = _names(bulletin)
    found = [
        _diagnostic(rule, _careful(finding, names) if rule.scope == "text" else finding, source)
        for rule in ruleset.rules
        if rule.scope == "text" or (whole and rule.scope == "bulletin")
        for finding in rule.check(context)
    ]
    found = _without_guesses(found, ruleset)
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


def _without_guesses(found: list[Diagnostic], ruleset: Ruleset) -> list[Diagnostic]:
    """Return the diagnostics without guesses at what a rule of the same hundred knows better."""
    weak = {rule.id for rule in ruleset.rules if rule.gives_way}
    guesses = [one for one in found if one.rule in weak]
    if not guesses:
        return found
    hundreds = {one.rule[:3] for one in guesses}
    better = [one for one in found if one.rule not in weak and one.rule[:3] in hundreds]
    return [
        one
        for one in found
        if one.rule not in weak
        or not any(one.rule[:3] == o.rule[:3] and one.span.overlaps(o.span) for o in better)
    ]


def _names(bulletin: Bulletin) -> list[Span]:
    """Return where names stand: of the bulletin, its issuer, sections, units and people."""
    masthead = bulletin.masthead
    parts = [masthead.title, masthead.issuer] if masthead else []
    parts += [section.heading.name for section in bulletin.sections if section.heading]
    parts += [unit for i in bulletin.items if i.attribution for unit in i.attribution.units]
    parts += [field.person for field in bulletin.signoff.fields] if bulletin.signoff else []
    return sorted(part.span for part in parts if part is not None)


def _careful(finding: Finding, names: list[Span]) -> Finding:
    """Return the finding, its fix unsure where a rule on words would change a name."""
    for edit in finding.edits:
        place = bisect_left(names, Span(edit.span.end, 0))
        if place and names[place - 1].overlaps(edit.span):
            return finding._replace(unsure=True)
    return finding


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
