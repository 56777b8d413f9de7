"""The whole flow: Source → Bulletin → Facts → findings → diagnostics."""

from __future__ import annotations

from bisect import bisect_left
from functools import partial
from itertools import islice

from kuaibao_lint import facts, patterns, suppressions
from kuaibao_lint.context import Context
from kuaibao_lint.diagnostics import Diagnostic, Finding, Report, Silencing
from kuaibao_lint.errors import LimitError
from kuaibao_lint.light_typing import TYPE_CHECKING
from kuaibao_lint.parsing import parse_together
from kuaibao_lint.prose import mask

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from kuaibao_lint.document import Bulletin
    from kuaibao_lint.rules import Library, Rule, Ruleset
    from kuaibao_lint.source import Source, Span
    from kuaibao_lint.suppressions import Unused

# Findings of one rule in one file.
MOST = 10_000
UNUSED_SUPPRESSION = "unused-suppression"


def lint(source: Source, library: Library) -> Report:
    """Return the report on a source, checked by the profile that fits its masthead."""
    return lint_together([source], library)[0]


def lint_together(sources: Sequence[Source], library: Library) -> list[Report]:
    """Return the reports on some sources, in their order.

    Each step is taken for all of them before the next: its code and tables then lie in the
    processor's own memory, which is a tenth faster. What fails for one fails for all.
    """
    bulletins = parse_together(sources)
    by_profile: dict[str, list[int]] = {}
    for number, bulletin in enumerate(bulletins):
        by_profile.setdefault(library.profile_for(bulletin), []).append(number)
    reports: dict[int, Report] = {}
    for profile, numbers in by_profile.items():
        some = [(bulletins[number], bulletins[number].recognised) for number in numbers]
        reports |= zip(numbers, _reports(some, library.ruleset(profile)), strict=True)
    return [reports[number] for number in range(len(bulletins))]


def lint_bulletin(bulletin: Bulletin, ruleset: Ruleset, *, whole: bool) -> Report:
    """Return the report on a parsed bulletin; without `whole`, only by rules on any text."""
    return _reports([(bulletin, whole)], ruleset)[0]


def _reports(bulletins: Sequence[tuple[Bulletin, bool]], ruleset: Ruleset) -> list[Report]:
    """Return the reports on bulletins, each with whether the rules on bulletins run."""
    texts = [(bulletin, mask(bulletin.source.text)) for bulletin, _ in bulletins]
    read = facts.read_together(texts)
    contexts = [
        Context(
            bulletin.source, text, bulletin, some, ruleset.vocabulary,
            patterns.Budget(patterns.SECONDS),
        )
        for (bulletin, text), some in zip(texts, read, strict=True)
    ]
    whole = [whole for _, whole in bulletins]
    weak = frozenset(rule.id for rule in ruleset.rules if rule.gives_way)
    found = [_without_guesses(one, weak) for one in _found(ruleset, contexts, whole)]
    return [_report(*one, ruleset) for one in zip(contexts, whole, found, strict=True)]


def _report(
    context: Context, whole: bool, found: list[Diagnostic], ruleset: Ruleset  # noqa: FBT001 - one of a row
) -> Report:
    """Return the report that the findings in a text make."""
    source = context.source
    found.sort(key=_place)
    silencers = suppressions.read_suppressions(source.text)
    kept, dropped, used = suppressions.apply(found, silencers)
    if silencers and (telling := ruleset.named(UNUSED_SUPPRESSION)) is not None:
        idle = partial(_speaks_of, ruleset.resting(whole=whole))
        kept += [
            _diagnostic(telling, _unused(one), source)
            for one in suppressions.unused(source.text, silencers, used, idle)
        ]
        kept.sort(key=_place)
    silenced = tuple(one for one, _ in dropped)
    silencings = tuple(Silencing(external=False, reason=by.reason) for _, by in dropped)
    return Report(source, ruleset.profile, tuple(kept), silenced, silencings, whole)


def _speaks_of(rules: Iterable[Rule], word: str) -> bool:
    """Tell whether a word of a suppression speaks of one of these rules."""
    return any(not word or suppressions.means(word, one.id, one.name) for one in rules)


def _found(
    ruleset: Ruleset, contexts: Sequence[Context], whole: Sequence[bool]
) -> list[list[Diagnostic]]:
    """Return what the rules say of each text.

    Raises LimitError, which names the rule, where one takes too long.
    """
    every = [(one, _names(one.bulletin), list[Diagnostic]()) for one in contexts]
    bulletins = [one for one, is_whole in zip(every, whole, strict=True) if is_whole]
    by_scope = {"text": every, "bulletin": bulletins}
    # All are made before the first is asked: what they look for is looked for in one walk.
    checks = [(rule, rule.check) for rule in ruleset.rules if by_scope.get(rule.scope)]
    for rule, check in checks:
        try:
            for context, names, found in by_scope[rule.scope]:
                findings = iter(check(context))
                if (first := next(findings, None)) is not None:  # mostly there is none
                    every_one = [first, *islice(findings, MOST)]
                    found.extend(_diagnostics(rule, every_one, context.source, names))
        except patterns.SlowPatternError:
            raise LimitError(
                f"规则 {rule.id}（{rule.pack}）的正则表达式在这个文件上用时过长，已停止检查。"
                f"请改写表达式，或用 --ignore {rule.id} 停用。"
            ) from None
    return [found for _, _, found in every]


def _diagnostics(
    rule: Rule, findings: list[Finding], source: Source, names: list[Span]
) -> list[Diagnostic]:
    """Return what a rule says of its findings, `MOST` at most; the last says that it is so.

    Nobody reads more, and a text made to be hard (a million open brackets) must not fill memory.
    """
    careful = rule.scope == "text"
    found = [
        _diagnostic(rule, _careful(one, names) if careful else one, source) for one in findings
    ]
    if len(found) > MOST:
        last = found[MOST - 1]
        more = f"（这条规则的问题超过 {MOST} 处，其余没有列出。）"
        found[MOST - 1 :] = [last._replace(message=last.message + more)]
    return found


def _without_guesses(found: list[Diagnostic], weak: frozenset[str]) -> list[Diagnostic]:
    """Return the diagnostics without guesses at what a rule of the same hundred knows better.

    weak: the rules that guess.
    """
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
        place = bisect_left(names, (edit.span.end, 0))
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


def _unused(one: Unused) -> Finding:
    words = "、".join(one.words) or "任何规则"
    return Finding(one.suppression.span, {"rules": words}, one.edits)
