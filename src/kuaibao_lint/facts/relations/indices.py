"""Indices without a unit: 景气指数110.7，比二季度回升3.4点，二季度107.3; 食品类103.1，上涨3.1%."""

from __future__ import annotations

from kuaibao_lint.facts.claims import phrasings
from kuaibao_lint.facts.relations import movements
from kuaibao_lint.light_typing import TYPE_CHECKING, NamedTuple
from kuaibao_lint.patterns import pattern

if TYPE_CHECKING:
    import re
    from collections.abc import Sequence

    from kuaibao_lint.facts.claims.figure import Figure
    from kuaibao_lint.facts.model import Facts
    from kuaibao_lint.facts.relations.sum import Sum
    from kuaibao_lint.source import Span

_PAST = "上年(?:同期|[末底])?|去年(?:同期|[末底])?|前年|年[初末底]|上[月周期]末?|上季度?末?"
_WINDOW = (
    f"同比|环比|{_PAST}|(?:20[0-9]{{2}}年)?(?:第?[一二三四]季度|[上下]半年|[0-9]{{1,2}}月份?)"
    "|20[0-9]{2}年"
)
# What an index was: 较上年的84.73, 上季度为113.6, 上年价格总指数为101.2; and when.
_WAS = pattern(f"^[比较由从而与]{{0,2}}(?P<when>{_WINDOW})[的为是]*$")
_NAMED_WAS = pattern(f"^[由从而与]?(?P<when>{_PAST})的?(?P<name>[^，；的]+?指数)[的为是]*$")
# 价格指数由上年的98.7提高到101.3, 综合指数从3.92降至3.61: where it comes from.
_FROM = pattern(f"^[^，；]*?指数[由从](?P<when>{_WINDOW})?的?$")
# 比二季度回升, 环比提高: by how much it moved.
_MOVED = pattern(
    f"^[^，；]{{0,8}}?(?:[比较与]?(?P<when>{_WINDOW})相?比?)?(?:的|又|再|小幅|大幅|略)*"
    "(?P<dir>提高|提升|上升|上涨|增长|增加|扩大|回升|攀升|[升涨增高低降跌]"
    "|下降|下跌|下滑|回落|降低|减少|高出|改善)[了出约]*$"
)
_BEGINS = pattern("^(?:而|其中|全[年县市区省州])+")
_NAMED = pattern(
    "^(?P<name>[^，；]{0,24}?(?:指数|类|业))"
    "(?:值|得分)?(?:（[^（）]*）)?(?:为|是|达到?|约)*$"
)
_REACHED = pattern("[升降增提高落涨跌低][到至]$")
_IN_SHORT = pattern("(?<=指数)[（(][A-Z]{2,4}[）)]")  # 居民消费价格指数（CPI）101.1
_BETTER = "改善"
_MARKS = "，；。：:（(、,;"
_LONGEST = 28  # characters of a clause before a number
_SAME = {"同比": "上年", "环比": "上期", "去年": "上年"}
_SPELT = 6  # characters that name what costs so much: 居民消费价格
_YEARLY = frozenset(("", "同比", "比Y", "较Y", "比P", "较P"))
_MOST = 40  # figures of one passage that are looked at: they bound the work


class _Said(NamedTuple):
    when: str
    figure: Figure


class _Index(NamedTuple):
    """An index, and what is said of it: by how much it moved and what it was, and since when."""

    level: Figure
    name: str
    moves: list[_Said]
    was: list[_Said]


class _Reading:
    """The indices of a passage. before: what one was, right before it moved: 较上年的84.73提高."""

    __slots__ = ("before", "told")

    def __init__(self) -> None:
        self.told: list[_Index] = []
        self.before: _Said | None = None

    def take(self, one: Figure, words: str) -> None:
        """Take a figure, and what stands before it in its clause."""
        before, self.before = self.before, None
        if one.kind == "index":
            self._take_number(one, words, before)
        elif one.kind == "percent" and self.told and _is_right_behind(one, self.told[-1]):
            self._take_move(one, _MOVED.match(words), before)

    def _take_number(self, one: Figure, words: str, before: _Said | None) -> None:
        """Take an index, or by how much it moved, or what it was."""
        if came := _FROM.match(words):
            self.before = _Said(_when(came["when"] or ""), one)
        elif was := _WAS.match(words) or _NAMED_WAS.match(words):
            self.before = _Said(_when(was["when"]), one)
            index = self.told[-1] if self.told else None
            if "指数" in words:
                index = _called(was["name"], self.told)
            if index and words[0] not in "由从":
                index.was.append(self.before)
        elif _REACHED.search(words):
            self.told.append(_Index(one, "", [], [before] if before else []))
        elif moved := _MOVED.match(words):
            self._take_move(one, moved, before)
        elif named := _NAMED.match(_BEGINS.sub("", words)):
            self.told.append(_Index(one, named["name"], [], []))

    def _take_move(self, one: Figure, moved: re.Match[str] | None, before: _Said | None) -> None:
        """Take by how much the last index moved."""
        if moved is None or not self.told:
            return
        better = moved["dir"] == _BETTER and one.sign < 0  # 空气质量综合指数3.12，同比改善6.3%
        one.sign = 1 if phrasings.FALL.isdisjoint(moved["dir"]) and not better else -1
        when = _when(moved["when"] or "") or (before.when if before else "")
        self.told[-1].moves.append(_Said(when, one))


def indices(body: Sequence[Figure], text: str, _facts: Facts, passage: Span) -> list[Sum]:
    """景气指数110.7，比二季度回升3.4点（二季度107.3）; 综合指数3.27，同比下降10.5%，上年同期为3.65.

    What moved and what was are of one window where their words say so, or where each is the only
    one. An index of prices is so much to a hundred of the year before: its rates are no growth.
    """
    reading = _Reading()
    start = passage.start
    for one in body[:_MOST]:
        words = text[max(start, one.span.start - _LONGEST) : one.span.start]
        if "）" in words or ")" in words:
            words = _IN_SHORT.sub("", words)
        reading.take(one, words[max(map(words.rfind, _MARKS)) + 1 :].strip())
        start = one.span.end
    return [one for index in reading.told for one in _sums(index) or _of_its_rate(index, body)]


def _when(words: str) -> str:
    """上年同期 is 去年, 环比 is against 上月 or 上季度."""
    words = words.removesuffix("同期")
    if words[:1] == "上" and words[1:2] in "月周期季":
        return "上期"
    return _SAME.get(words, words)


def _called(name: str, told: Sequence[_Index]) -> _Index | None:
    """上年居民消费价格总指数为101.2: return the only index of that name."""
    found = [one for one in told if one.name.endswith(name) or name.endswith(one.name or " ")]
    return found[0] if len(found) == 1 else None


def _is_right_behind(rate: Figure, index: _Index) -> bool:
    """Tell whether a rate may be of the index that was told last."""
    level = index.level
    return rate.clause == level.clause and rate.role == "growth" and not rate.name


def _sums(index: _Index) -> list[Sum]:
    """Return what must hold between what an index is, was, and by how much it moved."""
    found: list[Sum] = []
    level, price = index.level, index.level.role == "index"
    for when, move in index.moves:
        if price and move.kind == "percent":
            if when in {"", "上年"} and move is index.moves[0].figure:
                found.append(movements.index(move, level))
            continue
        was = [one.figure for one in index.was if one.when == when]
        if not was and len(index.was) == len(index.moves) == 1 and not when:
            was = [index.was[0].figure]
        if len(was) != 1:
            continue
        of = movements.growth if move.kind == "percent" else movements.difference
        found.append(of(level, was[0], move))
    return found


def _of_its_rate(index: _Index, body: Sequence[Figure]) -> list[Sum]:
    """居民消费价格比上年上涨1.9%。…居民消费价格总指数为101.9: return what is said of one thing."""
    stem = index.name.removesuffix("指数").removesuffix("总")
    if index.level.role != "index" or len(stem) < _SPELT:
        return []
    rates = [
        one
        for one in body
        if one.role == "growth" and one.sign and one.kind == "percent" and stem in one.raw
        if one.compared in _YEARLY and not one.basis and one.span < index.level.span
    ]
    return [movements.index(rates[0], index.level)] if len(rates) == 1 else []
