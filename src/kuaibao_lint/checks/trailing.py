"""The dated figure that closes an item: 截至目前，共签订责任书19份。"""

from __future__ import annotations

from kuaibao_lint.checks.house import TELLING, follows, is_editors, is_news, known
from kuaibao_lint.diagnostics import Finding
from kuaibao_lint.facts.model import within
from kuaibao_lint.light_typing import TYPE_CHECKING
from kuaibao_lint.patterns import pattern
from kuaibao_lint.source import Span

if TYPE_CHECKING:
    from collections.abc import Iterator

    from kuaibao_lint.checks import Check
    from kuaibao_lint.context import Context
    from kuaibao_lint.document import Item
    from kuaibao_lint.facts import Period

# How many sentences from the item's end the dated figure may stand; a closing word on what comes
# next (下一步，…) may follow it, and a figure's parts (其中：…) may be sentences of their own.
CLOSING_SENTENCES = 3
# A value in words: none, or all.
_ALL_OR_NONE = pattern(
    "[未没]有?(?:发生|发现|出现|接到|收到)|零(?:事故|上访|发生|感染)|无一|全部|全面完成"
)
# 目前，… and 行动开展以来，… date a figure too, if less sharply than 截至.
_NOW = pattern("(?:目前|现已|至今|以来)[，,]?")
# Of what leaders said and where they went nobody counts results.
_WORDS_OF_LEADERS = pattern("会议|全会|常委会|座谈|调研|视察|督导|督查|讲话|批示|接访")
# What ends a sentence, besides 。.
_STOPS = "！？!?"


def trailing_figure_missing() -> Check:
    """An item whose closing sentences have no date or window of time.

    Without a profile, meetings and visits of leaders are let be.
    """

    def check(context: Context) -> Iterator[Finding]:
        text = context.source.text
        missing, sharply = [], 0
        for item, dated in context.once(_closings):
            if not is_news(item, context):
                continue
            if any(period.cutoff for period in dated) or (dated and known(context)):
                sharply += 1
            elif not dated and not _loosely_dated(item, context):
                missing.append(item)
        keeps = [True] * sharply + [False] * len(missing)
        if follows(context, keeps) and (sharply or all(item.attribution for item in missing)):
            for item in missing:
                if not (_is_of_leaders(item, context) or is_editors(item, context)):
                    yield Finding(_last_words(item, text))

    return check


def trailing_figure_empty() -> Check:
    """A 截至… with no figure behind it."""

    def check(context: Context) -> Iterator[Finding]:
        for item, periods in context.once(_closings):
            cutoffs = [period for period in periods if period.cutoff]
            if not cutoffs:
                continue
            behind = Span(cutoffs[0].span.end, item.body.end)
            if not _has_figure(context, behind) and not _ALL_OR_NONE.search(context.text, *behind):
                yield Finding(cutoffs[0].span)

    return check


def trailing_figure_form() -> Check:
    """An item closed by the figure of another window than 截至…, which most of the others have."""

    def check(context: Context) -> Iterator[Finding]:
        every = [periods for _, periods in context.once(_closings)]
        closings = [periods for periods in every if periods]
        sharp = [any(one.cutoff for one in periods) for periods in closings]
        # Most of those that have a date, and most of all.
        if not follows(context, sharp):
            return
        if not known(context) and len(every) >= TELLING and 2 * sum(sharp) <= len(every):
            return
        for periods in closings:
            if periods and not any(period.cutoff for period in periods):
                yield Finding(periods[0].span)

    return check


def _is_of_leaders(item: Item, context: Context) -> bool:
    title = item.title.text if item.title else ""
    return not known(context) and _WORDS_OF_LEADERS.search(title) is not None


def _closings(context: Context) -> list[tuple[Item, list[Period]]]:
    """Return the items of a bulletin, each with the dated lead-ins that close it."""
    return [(item, _closing_periods(item, context)) for item in context.bulletin.items]


def _closing_periods(item: Item, context: Context) -> list[Period]:
    """Return the dated lead-ins of the closing sentences: a 截至…, or a window with a figure."""
    body = item.body
    periods = within(context.facts.periods, body)
    if not periods:
        return []
    closing = Span(_closing_start(body, context.source.text), body.end)
    return [
        period
        for period in within(periods, closing)
        if period.cutoff
        or (
            # 较去年同期 names what a figure is compared with, not its own window.
            context.text[period.span.start - 1] not in "较比与同"
            and _has_figure(context, Span(period.span.end, closing.end))
        )
    ]


def _loosely_dated(item: Item, context: Context) -> bool:
    """Tell whether the figures are dated in a looser way than a closing 截至….

    By 目前 or …以来 in the closing sentences; or, where no profile asks for a closing sentence, by
    a window of time earlier in the item (1—7月，… and then one figure after the other).
    """
    body = item.body
    earlier = () if known(context) else within(context.facts.periods, body)
    if earlier and _has_figure(context, Span(earlier[0].span.end, body.end)):
        return True
    closing = Span(_closing_start(body, context.source.text), body.end)
    found = _NOW.search(context.text, *closing)
    return found is not None and _has_figure(context, Span(found.end(), closing.end))


def _closing_start(body: Span, text: str) -> int:
    """Return where the last few sentences of an item's body begin."""
    start = body.start
    before = text[start : max(body.end - 1, start)]
    for stop in _STOPS:
        before = before.replace(stop, "。")
    sentences = before.rsplit("。", CLOSING_SENTENCES)
    return start + len(sentences[0]) + 1 if len(sentences) > CLOSING_SENTENCES else start


def _has_figure(context: Context, span: Span) -> bool:
    facts = context.facts
    return bool(within(facts.quantities, span) or within(facts.percents, span))


def _last_words(item: Item, text: str) -> Span:
    """Return the last clause of an item: what an editor would look at."""
    end = item.body.end
    start = max(text.rfind(mark, item.body.start, end - 1) for mark in "，。；！？,\n")
    return Span(max(start + 1, item.body.start, end - 30), end)
