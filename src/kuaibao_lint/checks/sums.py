"""Figures that contradict each other: each kind reports the broken relations of its name.

The sums are done once, when the facts are read (facts/claims.py); one slip gives one finding.
"""

from __future__ import annotations

from kuaibao_lint.diagnostics import Finding, Related
from kuaibao_lint.facts.flow import words
from kuaibao_lint.light_typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator

    from kuaibao_lint.checks import Check
    from kuaibao_lint.context import Context
    from kuaibao_lint.facts.model import Relation


def percent_share() -> Check:
    """占X的p%: part ÷ whole. Intervals of half a unit in the last printed place."""
    return _broken("percent-share")


def percent_total() -> Check:
    """Shares of one whole, or the parts of a structure ratio, that do not make 100."""
    return _broken("percent-total")


def parts_total() -> Check:
    """其中A、B, or A、B合计: parts that do not add up to their total, or exceed it."""
    return _broken("parts-total")


def growth_delta() -> Check:
    """Level, change and rate: 增收额 ÷ (本期 − 增收额) = 增幅; 本期 ÷ 上年同期 − 1 = 增幅."""
    return _broken("growth-delta")


def growth_mix() -> Check:
    """The parts' values a year earlier (level ÷ (1 + rate)) against the total's."""
    return _broken("growth-mix")


def completion_rate() -> Check:
    """完成数 ÷ 计划数 = 完成率, and the parts' budgets against the total's."""
    return _broken("completion-rate", "completion-mix")


def title_body_figure() -> Check:
    """A figure of the title that the body prints otherwise."""
    return _broken("title-body-figure")


def same_measure() -> Check:
    """One measure of one window, printed twice in an issue with one slip between the two."""
    return _broken("same-measure")


def average() -> Check:
    """总额 ÷ 人数 = 人均."""
    return _broken("average")


def _broken(*kinds: str) -> Check:
    def check(context: Context) -> Iterator[Finding]:
        for relation in context.once(_to_report):
            if relation.kind not in kinds:
                continue
            related = tuple(
                Related(span, f"参与计算：{words(span.of(context.text))}")
                for span in relation.operands
                if span != relation.primary
            )
            yield Finding(relation.primary, {"working": relation.working}, related=related)

    return check


def _to_report(context: Context) -> list[Relation]:
    """Return the relations that a slip broke, of all kinds."""
    return [one for one in context.facts.relations if not one.holds and one.reported]
