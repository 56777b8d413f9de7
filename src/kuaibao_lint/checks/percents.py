"""Percentages that are misprinted or cannot be."""

from __future__ import annotations

import re

from kuaibao_lint.diagnostics import Finding, Related
from kuaibao_lint.light_typing import TYPE_CHECKING
from kuaibao_lint.patterns import pattern

if TYPE_CHECKING:
    from collections.abc import Iterator

    from kuaibao_lint.checks import Check
    from kuaibao_lint.context import Context
    from kuaibao_lint.facts import Percent
    from kuaibao_lint.source import Span

_REACH = 24  # characters before a figure in which its clause is read
_STOPS = pattern(r"[，。；！？,;!?：:\n（）()]")
_CHANGE = pattern(r"(?:增长|下降|上涨|增幅|降幅|涨幅|增速)(?:了|为|达到?|约)?\s*$")
_FALL = pattern(r"(?:下降|减少|降低|回落|下滑|下跌|缩减|压减|降幅|减幅)(?:了|为|达到?|约)?\s*$")
_COMPARED = pattern(r"同比|环比|[比较](?:上|去|前)年|同期|年均")
_VERBS = "提高|提升|上升|增加|增长|下降|降低|回落|减少"
_RISES = pattern(rf" ?(?:{_VERBS})[到至为] ?")
_BY = pattern(rf"[，,]?(?:{_VERBS})了? ?")
_BARE = pattern(r"[0-9]\.[0-9]+ ?(?=[，,]|相比)")
# 增长8.2、3.1和5%, 拉动增长0.2、2.6和0.8个百分点: what stands behind the last one is enough.
_LISTED = pattern(r"、[-0-9０-９.．、和及与]{1,30} ?[^-0-9０-９.．、\s，。；）]")
_AFTER = pattern(r"[ \t\u3000]*(?:[，。；、）)]|$)")


def percent_sign_missing(subjects: tuple[str, ...] = ()) -> Check:
    """增长8.2。: a rate of change without % (or 倍, or a unit).

    subjects: what is counted without a unit (指数, 分值), so that its change has none either.
    """
    exempt = pattern("|".join(map(re.escape, subjects))) if subjects else None

    def check(context: Context) -> Iterator[Finding]:
        text = context.text
        for number in context.facts.numbers:
            clause = _clause(text, number.span.start)
            if not _CHANGE.search(clause) or not _AFTER.match(text, number.span.end):
                continue
            if not _COMPARED.search(clause) and "." not in number.span.of(text):
                continue
            around = _sentence(text, number.span)
            if exempt and exempt.search(around):
                continue
            if _BARE.search(around):
                continue  # 性别比112.57，与114.13相比，下降了1.56: what has no unit itself
            if _LISTED.match(text, number.span.end):
                continue
            yield Finding(number.span)

    return check


def percentage_point(subjects: tuple[str, ...], gauges: tuple[str, ...]) -> Check:
    """占比提高2.1%: the change of a share or a rate is in 个百分点.

    subjects: what is itself a percentage and whose change is never given in percent.
    gauges: words that compare two rates (慢, 高于).
    """
    share = "|".join(map(re.escape, subjects))
    gauge = "|".join(map(re.escape, gauges))
    changed = pattern(
        rf"(?:{share})(?:同比|环比|[比较](?:上|去)?年?(?:同期)?|分别|又|再)*"
        rf"(?:提高|提升|上升|下降|降低|回落|增加|减少)了?\s*$"
        rf"|(?:均衡进度|序时进度|时间进度|全[国省市县]平均(?:水平)?)(?:{gauge})了?\s*$"
    )

    def check(context: Context) -> Iterator[Finding]:
        for place, percent in enumerate(context.facts.percents):
            if percent.points or percent.upper is not None or percent.words:
                continue
            if changed.search(_clause(context.text, percent.span.start)) or _is_step(
                context.facts.percents[max(0, place - 2) : place + 1], context.text
            ):
                number = percent.span.of(context.text).rstrip("%％ ")
                yield Finding(percent.span, {"number": number})

    return check


def _is_step(three: tuple[Percent, ...], text: str) -> bool:
    """Tell whether the last of three is the difference of the others: 由90%提高到95%，提高5%."""
    if len(three) < 3 or any(one.points or one.words for one in three):
        return False
    first, second, step = three
    return (
        abs(second.value - first.value) == step.value
        and _RISES.fullmatch(text, first.span.end, second.span.start) is not None
        and _BY.fullmatch(text, second.span.end, step.span.start) is not None
    )


def impossible_change(below_zero: tuple[str, ...] = ()) -> Check:
    """下降120%, 增长-15%, 减少2倍, 占比达到130%.

    below_zero: what can fall by more than all of it, because it can be negative (利润).
    """
    exempt = pattern("|".join(map(re.escape, below_zero))) if below_zero else None

    def check(context: Context) -> Iterator[Finding]:
        text = context.text
        percents = [one for one in context.facts.percents if not one.points]
        negative = [one for one in percents if _negative_growth(one, text)]
        if len(negative) == 1:  # an issue that writes 增长-3.1% throughout means to
            yield Finding(negative[0].span, variant="negative")
        for percent in percents:
            if percent.value <= 100:
                continue
            clause = _clause(text, percent.span.start)
            if _FALL.search(clause):
                if not (exempt and exempt.search(_sentence(text, percent.span))):
                    yield Finding(percent.span, variant="fall")
            elif re.search(r"占比(?:为|达到?)?\s*$", clause):
                yield Finding(percent.span, variant="share")
        for quantity in context.facts.quantities:
            if quantity.base == "倍" and _FALL.search(_clause(text, quantity.span.start)):
                yield Finding(quantity.span, variant="times")

    return check


def _negative_growth(percent: Percent, text: str) -> bool:
    clause = _clause(text, percent.span.start)
    return (
        percent.value < 0
        and _CHANGE.search(clause) is not None
        and not clause.rstrip().endswith("增速")
    )


def percent_precision() -> Check:
    """Shares or rates of one sentence, side by side, with different numbers of places."""

    def check(context: Context) -> Iterator[Finding]:
        text = context.text
        previous: Percent | None = None
        for percent in context.facts.percents:
            if previous and _side_by_side(text, previous, percent):
                yield Finding(
                    percent.span,
                    {"other": previous.span.of(text)},
                    related=(Related(previous.span, "小数位数与此处不同"),),
                )
            previous = percent

    return check


def _side_by_side(text: str, first: Percent, second: Percent) -> bool:
    """55.3%和44%: joined by a mark or 和, both exact, with other numbers of places."""
    between = text[first.span.end : second.span.start]
    return (
        between.strip() in {"、", "和", "与", "及", "，"}
        and first.points == second.points
        and first.ulp != second.ulp
        and not (first.approx or second.approx or first.words or second.words)
        and first.upper is None is second.upper
        and second.value not in {0, 100}
        and first.value not in {0, 100}
    )


def _clause(text: str, end: int) -> str:
    """Return what stands before `end` in its clause."""
    before = text[max(0, end - _REACH) : end]
    return _STOPS.split(before)[-1]


def _sentence(text: str, span: Span) -> str:
    """Return the sentence around a span, as far as 60 characters to the left."""
    before = re.split("[。；！？\n]", text[max(0, span.start - 60) : span.start])[-1]
    return before + span.of(text)
