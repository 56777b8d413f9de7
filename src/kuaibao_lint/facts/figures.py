"""Facts → figures: each number of a passage with the part it plays in its sentence."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from kuaibao_lint.facts import measures, numerals
from kuaibao_lint.facts.model import Percent, Quantity, Ratio, within
from kuaibao_lint.intervals import Interval, exactly, printed
from kuaibao_lint.patterns import pattern

if TYPE_CHECKING:
    from collections.abc import Sequence
    from decimal import Decimal

    from kuaibao_lint.facts.model import Facts
    from kuaibao_lint.source import Span

_BLANK = pattern(r"[\s*“”‘’\u3000]+")
_NUMBER = pattern(r"[0-9０-９][0-9０-９,.．]*")
_BREAK = pattern(r"[。！？!?]|\n\s*\n")
_CLAUSE = pattern(r"[，,；;：:（(）)\n]")
_LONGEST_GAP = 240  # characters before a number in which its part is looked for

_OTHER_BASES = frozenset(("年初", "年底", "年末", "上年末", "上年底", "上月", "上季度", "上周"))
_TIMES = frozenset(
    "年 天 日 周 岁 小时 分钟 秒 个月 倍 番 度 分 届 期 点 步".split()  # noqa: SIM905
)
# What is measured is rounded; what is counted (437户) is exact.
_MEASURED = frozenset(
    "元 块 角 美元 欧元 港元 日元 公里 千米 米 里 平方公里 平方千米 平方米 立方米 公顷 亩 顷 吨 "  # noqa: SIM905
    "斤 公斤 千克 克 升 千瓦 兆瓦 吉瓦 千瓦时 兆瓦时 万千瓦时 标准煤 厘米 毫米".split()
)
_DONE = r"(?:了|为|达到?|到达|约|近|有|的)*$"
_UP = "增长|增加|上升|提高|上涨|扩大|增收|增支|净增加?|增幅|涨幅"
_DOWN = "下降|减少|降低|回落|减收|减支|下滑|下跌|减幅|降幅|跌幅|缩减|净减少?"
_GROWTH = pattern(rf"(?P<own>.*?)(?P<dir>{_UP}|{_DOWN}){_DONE}")
_COMPARED = pattern(
    r"(?:[、和与并且]|总体|实际|名义|分别)*(?P<basis>(?:同比|环比|同期比|T比|"
    r"[比较与](?:T|上年[底末]?|去年|年[初底末]|上月|上周|上季度|前年)(?:的?同期|同月|底|末)?(?:相比)?|"
    r"按[^，]{0,8}计算)?)"
    r"(?:[、和与并且]|实际|名义|分别|累计|共|净|合计)*$"
)
_OTHER = pattern("年[初底末]|环比|上[月周季]")
_PLAN = r"[^，；]{0,12}?(?:预算|任务|计划|目标)(?:收入|支出|投资|任务|目标|总?数|额)?"
_COMPLETION = pattern(
    rf"(?:.*?)(?:为|占|完成|达到?|实现)了?(?P<plan>{_PLAN})(?:的(?:比例)?为?)?$"
)
_PLANNED = pattern(rf"(?:.*?)(?:为|占|完成|较|超)了?(?P<plan>{_PLAN})(?:为|的)?$")
_SHARE = pattern(
    r"(?P<own>.*?)(?:分别|各|约)?占到?(?P<whole>[^，；占]*?)(?:的?(?:比重|比例|份额|比率|比))?"
    r"(?:分别)?(?:约?为|达到|达|约|超过?|近|的)*$"
)
_RATE = pattern(r"(?P<own>.*?)(?P<stem>[^，；、]{2,6})率(?:分别)?(?:约?为|达到|达|约|近)*$")
# 预算 in the name of an account is no plan.
_NO_PLAN = pattern("公共预算|基金预算|经营预算|财政预算(?=收入|支出)|预算(?=收入|支出|外|内)")
_MEANT = pattern("计划|目标|任务|预算数?")
_SUM = pattern(r"(?:以上|[两二三四五六]项|[两三]?部门|总的)?(?:合计|共计|总计)[^，；]{0,8}$")
_BASE = pattern(
    r"(?:.*?)(?:[比较由从自为]?)(?:T|上年|去年|上年同期|去年同期|同期)的?(?:同期)?的?(?:为|是)?$"
)
_PER = pattern(r"(?:人均|户均|日均|月均|年均|平均|每[^，；]{1,6})[^，；]{0,6}$")
_RISE_TO = pattern(r"(?:增加|提高|扩大|上升|增长|减少|下降|降低|压减|变|发展)[到为至]$")
_FROM = pattern(r"[由从自](?:T|上年|去年)?的?$")
_PARTS = pattern(r"其中")
_VIEW = pattern(
    r"分[^，。；]{1,6}[看：:]|按[^，。；]{1,8}(?:分|看)|从[^，。；]{1,8}看|部门情况是"
)
_RELATED = pattern(r"[、和与及以,，]{0,2}$")


class Figure:
    """A number and its part.

    kind: "amount", "percent" or "ratio". role: what it says (level, growth, delta, share …).
    value: in base units (元, not 万元). name: the measure, or whose share or growth it is; "" where
    the sentence does not repeat it. word: the whole of a share, the stem of a rate.
    sign: +1 for a rise, −1 for a fall. basis: what a change is compared with, as printed.
    sentence: number of its sentence. clause: number of its part between semicolons.
    parts: 其中 stands before it. view: 分部门看 stands before it. listed: it continues a list.
    """

    __slots__ = (
        "span",
        "fact",
        "kind",
        "value",
        "digits",
        "role",
        "name",
        "raw",
        "word",
        "sign",
        "basis",
        "sentence",
        "clause",
        "parts",
        "view",
        "listed",
        "each",
        "structure",
        "group",
    )

    def __init__(
        self,
        span: Span,
        fact: Quantity | Percent | Ratio,
        kind: str,
        value: Interval,
        digits: str,
        role: str = "other",
    ) -> None:
        self.span = span
        self.fact = fact
        self.kind = kind
        self.value = value
        self.digits = digits
        self.role = role
        self.name: str = ""
        self.raw: str = ""
        self.word: str = ""
        self.sign: int = 0
        self.basis: str = ""
        self.sentence: int = 0
        self.clause: int = 0
        self.parts: bool = False
        self.view: bool = False
        self.listed: bool = False
        self.each: bool = False
        self.structure: bool = False
        self.group: int = -1

    @property
    def base(self) -> str:
        """The unit without its multiple: 元 for 万元."""
        return self.fact.base if isinstance(self.fact, Quantity) else ""

    @property
    def scale(self) -> Decimal | int:
        """How many base units the printed unit is."""
        return self.fact.scale if isinstance(self.fact, Quantity) else 1

    @property
    def number(self) -> Decimal:
        """The number as printed."""
        return self.fact.parts[0] if isinstance(self.fact, Ratio) else self.fact.value

    @property
    def unit(self) -> str:
        """The unit as printed."""
        return self.fact.unit if isinstance(self.fact, Quantity) else "%"

    @property
    def approx(self) -> str:
        """The word that widens the number, or ""."""
        return "" if isinstance(self.fact, Ratio) else self.fact.approx

    def reading(self, digits: str) -> Interval:
        """Return the interval of other digits in this figure's place."""
        value, ulp = numerals.decimal(digits)
        if self.value.low == self.value.high:
            return exactly(value)
        interval = printed(value, ulp, self.approx)
        return interval if self.scale == 1 else interval.times(exactly(self.scale))


def figures(text: str, facts: Facts, passage: Span) -> list[Figure]:
    """Return the figures of a passage, in order, with their roles."""
    found = _numbers(text, facts, passage)
    if not found:
        return found
    periods = [p.span for p in within(facts.periods, passage)]
    before = passage.start
    sentence = clause = 0
    window = 0
    previous: Figure | None = None
    for figure in found:
        start = figure.span.start
        raw = text[max(before, start - _LONGEST_GAP) : start]
        if _BREAK.search(raw):
            sentence += 1
            clause += 1
            raw = raw[[m.end() for m in _BREAK.finditer(raw)][-1] :]
            previous = None
        elif "；" in raw or ";" in raw:
            clause += 1
        while window < len(periods) and periods[window].end <= start - len(raw):
            window += 1
        gap = _plain(text, start - len(raw), start, periods, window)
        figure.sentence, figure.clause = sentence, clause
        _judge(figure, gap, previous)
        before = figure.span.end
        previous = figure
    return found


def _numbers(text: str, facts: Facts, passage: Span) -> list[Figure]:
    found = [
        _figure(text, "amount", fact)
        for fact in within(facts.quantities, passage)
        if not fact.words and fact.upper is None and fact.base not in _TIMES
    ]
    found += [
        _figure(text, "percent", fact)
        for fact in within(facts.percents, passage)
        if not fact.words and fact.upper is None and not fact.points
    ]
    for ratio in within(facts.ratios, passage):
        if len(ratio.parts) >= 3:
            found.append(
                Figure(ratio.span, ratio, "ratio", exactly(0), ratio.span.of(text), "ratio")
            )
    found.sort(key=lambda figure: figure.span.start)
    return found


def _figure(text: str, kind: str, fact: Quantity | Percent) -> Figure:
    number = _NUMBER.search(text, fact.span.start)
    digits = number[0] if number else ""
    value = printed(fact.value, fact.ulp, fact.approx)
    if isinstance(fact, Quantity):
        if not fact.approx and fact.scale == fact.ulp == 1 and fact.base not in _MEASURED:
            value = exactly(fact.value)
        elif fact.scale != 1:
            value = value.times(exactly(fact.scale))
    return Figure(fact.span, fact, kind, value, digits)


def _plain(text: str, start: int, end: int, periods: Sequence[Span], window: int) -> str:
    """Return the words from start to end, blanks left out, windows of time as T."""
    pieces, at = [], start
    for period in periods[window:]:
        if period.start >= end:
            break
        pieces.append(text[at : max(at, period.start)])
        named = text[period.start : period.end]
        pieces.append(named if named in _OTHER_BASES else "T")
        at = min(end, period.end)
    pieces.append(text[at:end])
    return _BLANK.sub("", "".join(pieces).replace("\n", "，"))


def _judge(figure: Figure, gap: str, previous: Figure | None) -> None:
    """Find the figure's role from the words between the number before and this one."""
    figure.parts = "其中" in gap
    figure.view = _VIEW.search(gap) is not None
    clauses = [c for c in _CLAUSE.split(gap) if c] if gap else []
    local = clauses[-1] if clauses and not gap.endswith(("，", ",", "；", "：")) else ""
    local = local.removeprefix("其中").lstrip("、和与及")
    figure.raw = local
    figure.each = "分别" in local
    earlier = clauses[-2] if len(clauses) > 1 else ""
    if previous and figure.kind == previous.kind and _RELATED.match(gap):
        figure.listed = True
        figure.role, figure.word, figure.sign = previous.role, previous.word, previous.sign
        figure.basis, figure.each = previous.basis, previous.each
        if previous.kind == "amount":
            figure.role = "other"
        return
    if figure.kind == "percent":
        _judge_percent(figure, gap, local, previous)
    elif figure.kind == "amount":
        _judge_amount(figure, local, earlier)
    else:
        figure.structure = "产业" in gap or "三产" in gap


def _judge_percent(figure: Figure, gap: str, local: str, previous: Figure | None) -> None:
    if previous and gap in {"的", "的比例为"} and previous.kind == "amount":
        _amount_before(figure, previous)
    elif found := _COMPLETION.match(_NO_PLAN.sub("", local)):
        figure.role, figure.word = "completion", found["plan"]
    elif found := _SHARE.match(local):
        figure.role, figure.word = "share", found["whole"].removeprefix("比").rstrip("的")
        figure.name = measures.name(found["own"])
    elif found := _GROWTH.match(local):
        _change(figure, found, "growth")
    elif found := _RATE.match(local):
        figure.role, figure.word = "rate", found["stem"]


def _amount_before(figure: Figure, amount: Figure) -> None:
    """占年初预算10065万元的43.2%, 占固定资产投资9000万元的12%: the amount is plan or whole."""
    if found := _PLANNED.match(_NO_PLAN.sub("", amount.raw)):
        amount.role, amount.word = "plan", found["plan"]
        figure.role = "completion"
    elif found := _SHARE.match(amount.raw):
        amount.role, amount.name = "whole", found["whole"]
        figure.role, figure.name = "share", measures.name(found["own"])
        figure.word = found["whole"]


def _judge_amount(figure: Figure, local: str, earlier: str) -> None:
    if _SUM.match(local) or _SUM.match(local.rpartition("、")[2]):
        figure.role = "total"
    elif found := _PER.search(local):
        figure.role, figure.word = "average", found[0]
    elif _RISE_TO.search(local):
        figure.role, figure.word = "level", "to"
    elif _FROM.search(local):
        figure.role, figure.word = "base", "from"
    elif _BASE.match(local):
        figure.role = "base"
    elif found := _GROWTH.match(local):
        _change(figure, found, "delta")
    else:
        figure.role = "level"
    if figure.role == "level":
        figure.name = measures.name(local) or measures.name(earlier)
        if _MEANT.search(_NO_PLAN.sub("", local)):
            figure.role = "plan"


def _change(figure: Figure, found: re.Match[str], role: str) -> None:
    """A rise or fall; of the measure named before it, or of one that the clause names itself."""
    compared = _COMPARED.search(found["own"])
    own = found["own"][: compared.start()] if compared else found["own"]
    figure.role, figure.name = role, measures.name(own)
    figure.sign = 1 if re.fullmatch(_UP, found["dir"]) else -1
    basis = compared["basis"] if compared else ""
    other = _OTHER.search(basis)
    figure.basis = other[0] if other else ""
    if re.search("增幅|增速|幅度|年均|平均|多增|少增|拉动", found["own"]) or "按" in basis:
        figure.role = "other"
