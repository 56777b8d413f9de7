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
    "[未没]有?[再新]?(?:发生|发现|出现|接到|收到|接报|造成|引发)|零(?:事故|上访|发生|感染|伤亡|投诉)"
    "|无一|全部|全面完成|全覆盖"
    "|无(?!偿|害|人机|障碍|线|缝|论|数|形|纸|废)[^，。；]{0,8}?(?:发生|出现|报告|伤亡|死亡|失联|[险灾疫火警舆]情"
    "|事故|病例|异常|纠纷|案件|投诉|[信上]访|隐患|缺口|积压|拖欠|滞留|损失|中断|返贫|辍学|溺水)"
)
# What was done to its end, most of a whole, and the place in a list need no figure either.
_TO_THE_END = pattern(
    "完成(?!情况|进度|率|比例)|到位|完毕|结束|均已|[完竣]工|封顶|投[产用]|通车|建成|贯通|合龙|扑灭|办结|清零|销号"
    "|尾声|达标|达到[^，。；]{0,8}(?:标准|要求)|复[工产课]|移交|[归到]案"
    "|正在[^，。；]{0,4}(?:调查|侦办|核[查实]|勘查|救治|搜救|鉴定|抢修|统计)"
    "|过半|[大多]半|多数|大部分|[居列][^，。；]{0,8}(?:位|第[一二三四五六七八九十]|前列|榜首)"
)
# A state that has been reached is told in words (道路已恢复通行), but not how work goes on, nor
# what is counted: behind 共 a figure was to come.
_REACHED = pattern(
    "已|得到|恢复|进入|所有|[均都]|实现(?!.{0,8}(?:产值|收入|营收|利润|销售|税收|增加值|投资|进出口))"
    "|(?:正常|平稳|稳定|可控|充足|畅通)[。！]?$"
)
_GOES_ON = pattern(
    "推进|开展|展开|推开|进行|正在|进展|反响|成[效果]|[效实][果效]|提[升高]|[增加]强|改善|优化|好转"
    "|走访|慰问|发放|组织|排查|[巡检]查|培训|收集|宣[传讲]|接待|服务|帮助|张贴|悬挂|签[订约]|举办|召开|投入|整治"
    "|清理|种植|栽|播|收[割购]|销售|[拨兑]付|争取|引进|新增|吸纳|带动|解决|化解|[办受]理|查处|处[理置]"
)
_COUNTED = pattern(
    "共(?![同享建有识治商产])|累计|总计|合计|[余多][户份件个场次家人名亩]|率[为达]?到?$|达到?$"
    "|(?:(?<![住用农商租客业散大困])户|(?<![月年身股省备])份|(?<![案事条文部邮稿信证零配构物快附])件"
    "|(?<![首再批层档名])次|亩|万元|公里|平方米)$"
)
_CLAUSES = pattern("[，；：、,;:]")
_SENTENCE = pattern(r"[^。！？!?\r\n]*")
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
    """A 截至… with no figure behind it.

    A figure may be told in words (无人员伤亡, 道路已恢复通行); a note (数据截至7月底) needs none.
    """

    def check(context: Context) -> Iterator[Finding]:
        for item, periods in context.once(_closings):
            cutoffs = [one for one in periods if one.cutoff and not _is_note(one, item, context)]
            if not cutoffs:
                continue
            behind = Span(cutoffs[0].span.end, item.body.end)
            if _has_figure(context, behind) or _ALL_OR_NONE.search(context.text, *behind):
                continue
            sentence = _SENTENCE.match(context.text, *behind)
            if sentence is None or not any(map(_tells_state, _CLAUSES.split(sentence.group()))):
                yield Finding(cutoffs[0].span)

    return check


def _is_note(period: Period, item: Item, context: Context) -> bool:
    """Tell whether a cut-off ends its sentence or bracket, and dates what stands before it.

    以上数据截至7月底。 and 走访企业20家（截至7月底）。, not a lone 截至目前。
    """
    text, (start, end) = context.text, period.span
    if text[max(start - 2, 0) : start] == "数据":
        return True  # （数据截至8月1日，来源：县统计局）
    if end < item.body.end and text[end] not in "。；）)]】\r\n":
        return False
    before = text[item.body.start : start].rstrip()[-1:]
    if before in tuple("（([【"):
        return _has_figure(context, Span(item.body.start, start))
    return before not in tuple("。！？；，、!?;,") and before != ""


def _tells_state(clause: str) -> bool:
    """Tell whether a clause says in words what had been reached."""
    if _COUNTED.search(clause):
        return False
    if _TO_THE_END.search(clause):
        return True
    return _REACHED.search(clause) is not None and _GOES_ON.search(clause) is None


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
