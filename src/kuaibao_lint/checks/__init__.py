"""The kinds of check. A pack names a kind; the kind's parameters are the rule's options.

A kind is a function: it takes options, prepares what can be prepared once, and returns a `Check`,
which reads a `Context` and yields findings. A kind never sees YAML, a severity or a message.

To add a kind: write the function in a file of this folder and add one line to `CHECKS`.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping

from kuaibao_lint.checks import (
    approximation,
    attribution,
    characters,
    consistency,
    counts,
    dates,
    identity,
    items,
    marks,
    masthead,
    near_miss,
    pattern,
    percents,
    places,
    punctuation,
    repeats,
    sections,
    sentences,
    signoff,
    slips,
    spacing,
    substitute,
    sums,
    trailing,
    unit_names,
)
from kuaibao_lint.light_typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from typing import Literal

    from kuaibao_lint.context import Context
    from kuaibao_lint.diagnostics import Finding

    Check = Callable[[Context], Iterable[Finding]]
    Scope = Literal["text", "bulletin", "report"]


class Kind(NamedTuple):
    """A line of the table.

    scope: "text" runs on every file, "bulletin" only where a bulletin was recognised; "report"
    looks at the findings of the others and is run by the linter itself.
    values: the placeholders that its findings fill in a message, besides {found}.
    gives_way: its findings are dropped where another rule of the same hundred (KB2) reports.
    """

    factory: Callable[..., Check]
    scope: Scope
    values: tuple[str, ...] = ()
    gives_way: bool = False


def unused_suppression() -> Check:
    """A suppression that suppresses nothing; the linter itself finds these."""
    return lambda _context: ()


CHECKS: Mapping[str, Kind] = {
    "not-a-bulletin": Kind(masthead.not_a_bulletin, "text"),
    "masthead-title": Kind(masthead.masthead_title, "bulletin"),
    "masthead-issue": Kind(masthead.masthead_issue, "bulletin"),
    "masthead-issuer": Kind(masthead.masthead_issuer, "bulletin"),
    "masthead-date": Kind(masthead.masthead_date, "bulletin"),
    "split-paragraph": Kind(items.split_paragraph, "bulletin", ("before", "after")),
    "duplicate-item": Kind(items.duplicate_item, "bulletin", ("title",)),
    "item-title-missing": Kind(items.item_title_missing, "bulletin", ("start",)),
    "item-title-style": Kind(items.item_title_style, "bulletin", ("title",)),
    "section-order": Kind(sections.section_order, "bulletin", ("name", "after")),
    "section-unknown": Kind(sections.section_unknown, "bulletin", ("near", "known")),
    "section-duplicate": Kind(sections.section_duplicate, "bulletin", ("name",)),
    "section-empty": Kind(sections.section_empty, "bulletin", ("name",)),
    "section-heading-style": Kind(sections.section_heading_style, "bulletin", ("expected",)),
    "attribution-missing": Kind(attribution.attribution_missing, "bulletin", ("unit",)),
    "attribution-unknown": Kind(attribution.attribution_unknown, "bulletin", ("near",)),
    "attribution-mismatch": Kind(attribution.attribution_mismatch, "bulletin", ("subject", "unit")),
    "attribution-style": Kind(
        attribution.attribution_style, "bulletin", ("problems", "expected")
    ),
    "trailing-figure-missing": Kind(trailing.trailing_figure_missing, "bulletin"),
    "trailing-figure-empty": Kind(trailing.trailing_figure_empty, "bulletin"),
    "trailing-figure-form": Kind(trailing.trailing_figure_form, "bulletin"),
    "signoff-missing": Kind(signoff.signoff_missing, "bulletin", ("role",)),
    "signoff-empty": Kind(signoff.signoff_empty, "bulletin", ("role",)),
    "signoff-order": Kind(signoff.signoff_order, "bulletin", ("role", "expected")),
    "signoff-duplicate-person": Kind(
        signoff.signoff_duplicate_person, "bulletin", ("person", "role")
    ),
    "circulation-missing": Kind(signoff.circulation_missing, "bulletin", ("label",)),
    "circulation-order": Kind(signoff.circulation_order, "bulletin", ("before", "order")),
    "substitute": Kind(substitute.substitute, "text", ("expected",)),
    "pattern": Kind(pattern.pattern, "text", ("expected",)),
    "repeats": Kind(repeats.repeats, "text", ("expected",)),
    "near-miss": Kind(near_miss.near_miss, "text", ("near",)),
    "misplaced": Kind(places.misplaced, "text", ("place", "owner")),
    "foreign-characters": Kind(characters.foreign_characters, "text", ("expected", "count")),
    "confused-character": Kind(
        slips.confused_character, "text", ("expected",), gives_way=True
    ),
    "two-forms": Kind(consistency.two_forms, "text", ("count", "other", "others")),
    "set-phrase": Kind(consistency.set_phrase, "text", ("count", "other", "others")),
    "two-unit-names": Kind(unit_names.two_unit_names, "text", ("count", "other", "others")),
    "redundant-approximation": Kind(approximation.redundant_approximation, "text", ("expected",)),
    "halfwidth-brackets": Kind(marks.halfwidth_brackets, "text", ("expected",)),
    "halfwidth-punctuation": Kind(punctuation.halfwidth_punctuation, "text", ("expected",)),
    "unpaired-mark": Kind(marks.unpaired_mark, "text", ("expected",)),
    "repeated-punctuation": Kind(punctuation.repeated_punctuation, "text", ("expected",)),
    "digit-spacing": Kind(spacing.digit_spacing, "text", ("spaced", "tight", "expected")),
    "trailing-space": Kind(spacing.trailing_space, "text", ("count",)),
    "long-sentence": Kind(sentences.long_sentence, "text", ("length", "limit")),
    "id-number": Kind(identity.id_number, "text", ("masked",)),
    "phone-number": Kind(identity.phone_number, "text", ("masked",)),
    "percent-share": Kind(sums.percent_share, "text", ("working",)),
    "percent-total": Kind(sums.percent_total, "text", ("working",)),
    "parts-total": Kind(sums.parts_total, "text", ("working",)),
    "growth-delta": Kind(sums.growth_delta, "text", ("working",)),
    "growth-mix": Kind(sums.growth_mix, "text", ("working",)),
    "title-body-figure": Kind(sums.title_body_figure, "text", ("working",)),
    "completion-rate": Kind(sums.completion_rate, "text", ("working",)),
    "same-measure": Kind(sums.same_measure, "text", ("working",)),
    "average": Kind(sums.average, "text", ("working",)),
    "percent-sign-missing": Kind(percents.percent_sign_missing, "text"),
    "percentage-point": Kind(percents.percentage_point, "text", ("number",)),
    "impossible-change": Kind(percents.impossible_change, "text"),
    "percent-precision": Kind(percents.percent_precision, "text", ("other",)),
    "enumeration-count": Kind(counts.enumeration_count, "text", ("count",)),
    "respectively-count": Kind(counts.respectively_count, "text", ("names", "figures")),
    "period-after-issue": Kind(dates.period_after_issue, "text", ("issue",)),
    "impossible-date": Kind(dates.impossible_date, "text"),
    "range-style": Kind(dates.range_style, "text", ("expected",)),
    "unused-suppression": Kind(unused_suppression, "report", ("rules",)),
}
