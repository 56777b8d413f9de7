"""Facts → figures: which numbers of a passage may be reckoned with."""

from __future__ import annotations

from decimal import Decimal

from kuaibao_lint.facts import numerals
from kuaibao_lint.facts.claims import phrasings, terms
from kuaibao_lint.facts.claims.figure import (
    BASIS_POINT,
    Figure,
    figure,
    number_figure,
    ratio_figure,
)
from kuaibao_lint.facts.model import Number, Percent, Ratio, within
from kuaibao_lint.light_typing import TYPE_CHECKING
from kuaibao_lint.patterns import pattern
from kuaibao_lint.source import Span

if TYPE_CHECKING:
    import re
    from collections.abc import Iterator, Sequence

    from kuaibao_lint.facts.model import Facts, Quantity

_JOINS = frozenset("、和与及")
_DIGITS = pattern("[0-9０-９.．,]+")
_TIMES = frozenset(("倍", "番"))
_LONGEST_RATIO = 64
_MANY, _HUNDRED = 3, Decimal(100)
_NEARLY = 30  # what a slip may make the shares of a ratio lack of a hundred, or exceed it by
_LONG = 3  # digits of whole numbers of which none is in thousands and another is not
# The name of the next of a list: 、二产, and no place (、第3位).
_NAMED_NEXT = pattern("[、和与及][\u4e00-\u9fa5]{1,10}(?<![第约近超达])")
# 分别改造120、85和96户; 贡献率分别为…，拉动增长0.7、2.4和2.7个百分点.
_EACH_OR_PULLS = pattern(f"{phrasings.EACH.pattern}|拉动")
_SHARED = frozenset(("amount", "percent"))
# 价格上涨1.5%，价格指数为101.5: and no index of confidence.
_PRICE_INDEX = pattern(
    "价格[^。；]*?指数(?:[为是达]|[（(](?:上年(?:同[期月])?=100|[A-Z]{3})[）)])*$"
    "|类(?:上涨|下降|下跌)[0-9]{1,2}(?:[.][0-9]{1,2})?%，指数为?$"  # 食品类下降0.6%，指数99.4
    "|价格[^。]*?指数[^。]*类(?:为|指数)?$"  # 其中食品类103.1
)
# 景气指数110.7，比二季度回升3.4点，二季度107.3: what an index is, was, and by how much it moved.
_OF_INDEX = pattern(
    "(?:指数(?:值|得分)?(?:[（(][^（）()]{1,20}[）)])?(?:约?[为是]|[由从]|(?<!超)达到?)?|(?:提高|提升|上升|上涨|增长|增加|扩大|回升|攀升"
    "|[升涨增高低降跌]|下降|下跌|下滑|回落|降低|减少|高出|改善)[了出约]{0,2}[到至]?"
    "|(?:上年|去年|前年|年[初末底]|上[月期周季]|季度|半年|[0-9]年|月份?)(?:同期|同月|末|底|度)?[的为是]?)$"
)
_POINT = "点"
_IN_POINTS = pattern("(?:[、和与及，][^，。；、0-9]{0,12}[0-9]{1,2}[.][0-9]{1,2}个){1,3}百分点")
# 收入比2.20，比上年缩小0.10: by how much; 比上年（2.30）缩小0.10: and from what.
_RATIO_MOVED = pattern(
    "(?:收入比|倍差|收入之比|性别比|抚养比|[师生]{2}比)[^。；]{1,40}?"
    "(?:缩小|扩大|下降|提高|上升|降低|减少|回落|收窄)了?$"
)
_RATIO_WAS = pattern(
    "(?:收入比|倍差|收入之比|性别比|抚养比|[师生]{2}比)[^。；]{0,16}?[0-9][^。；]{0,12}?[比较]"
    "(?:上年|去年|20[0-9]{2}年)[^。；0-9]{0,14}[（(的]?$"
    "|(?:收入比|倍差|收入之比)[^。；0-9]{0,8}[0-9][0-9.:]{0,6}，(?:上年|去年)(?:同期)?[为是]?$"
)
# A ratio that may be printed without :1.
_RATIO = pattern(
    r"(?:收入比|收入倍差|收入之比|性别比|抚养比|普职比|[师生]{2}比|医护比|派收比)(?:（[^（）]{0,24}）)?(?:值)?(?:由[^，；。]{0,32})?"
    r"(?:上升|下降|提高|缩小|扩大)?[为是达]?[ ]?$"
)
# Before how long a thing takes, where that changes.
# 日照时数122.3小时，比常年同期少31.4小时，常年值为153.7小时: or how long the sun shone.
_LASTED = pattern(
    "(?:时[长间数]|小时数?|人均|可支付|支[付撑]能力|可支撑|可维持|去化周期|去库存周期|可供|够用)[^，；。0-9]{0,4}$"
    "|累计(?:[^，；。0-9]{0,6}服务|工作|授课|培训)[^，；。0-9]{0,2}$"
    "|(?:常年|历年)(?:同期|平均|均)?(?:值[为是]?|[偏]?[多少]|[为是])$"
)
# 举办培训班36期, 发布预警信息77期，其中橙色16期; 二期工程 and 第36期 are no amounts.
_HELD = pattern(
    "[红橙黄蓝]色(?:预警)?(?:信[号息])?$|(?:预警|预报|举办|开办|开班|开展|组织|培训|办班|训班|编[印发]|印发|刊发|[简专][报刊])[^，；。第总]{0,4}$"
)
_MOVES = pattern(r"[由从][^，；。0-9]{0,6}$|(?:缩短|压缩|压减|减少|延长|降低|[降减缩])[到为至]$")


def reckonable(text: str, facts: Facts, passage: Span) -> list[Figure]:
    """Return what may be reckoned with: no range, no number in words, no age and no grade."""
    quantities, numbers = within(facts.quantities, passage), within(facts.numbers, passage)
    found: list[Figure] = [
        figure(text, *_kind(text, fact))
        for fact in quantities
        if (not fact.words or fact.base == "番")
        and fact.upper is None
        and (fact.base not in terms.UNMEASURED or _moves(text, fact))
    ]
    found += [
        figure(text, "points" if fact.points else "percent", fact)
        for fact in within(facts.percents, passage)
        if not fact.words and fact.upper is None
    ]
    found += [
        ratio_figure(text, ratio)
        for ratio in within(facts.ratios, passage)
        if len(ratio.parts) >= _MANY or 1 in ratio.parts or _is_of_hundred(ratio.parts)
    ]
    found += [
        number_figure(text, number, to_hundred=terms.TO_HUNDRED in ratio[0])
        for number in numbers
        if (ratio := _ratio(_words_before(text, number.span.start)))
    ]
    if text.find("指数", *passage) >= 0:
        found += _indices(text, numbers)
        points = [one for one in quantities if one.base == _POINT and not one.approx]
        found += _in_points(text, points)
    found.sort(key=lambda one: one.span.start)
    if text.find("百分点", *passage) >= 0:
        _name_points(text, found)
    bare: list[Number | Quantity] = [*numbers]
    bare += [one for one in quantities if not one.base and not one.approx]
    if found and bare:
        _share_units(text, bare, found)
    return found


def _is_of_hundred(parts: Sequence[Decimal]) -> bool:
    """104.5:100, to so many women; 65:35, both of them shares: not 12:30, nor 3:2."""
    return parts[1] == _HUNDRED or abs(sum(parts, -_HUNDRED)) <= _NEARLY


def _name_points(text: str, found: list[Figure]) -> None:
    """分别拉动增长0.4个、2.4个和2.3个百分点: make of the first what the last is."""
    for at in range(len(found) - 1, 0, -1):
        last, one = found[at], found[at - 1]
        if last.kind == "points" and one.unit == "个" and "." in one.digits:
            end = one.span.end
            if end + 1 == last.span.start and text[end] in _JOINS:
                found[at - 1] = _like(text, one.span, last) or one


def _ratio(words: str) -> re.Match[str] | None:
    """收入比2.20，比上年（2.30）缩小0.10: find what ratio a number is, or was, or moved by."""
    if "比" not in words and "倍差" not in words:
        return None
    return (
        _RATIO.search(words)
        or _RATIO_MOVED.search(words)
        or _RATIO_WAS.search(words)
    )


def _indices(text: str, numbers: Sequence[Number]) -> Iterator[Figure]:
    """价格上涨1.5%，指数为101.5: yield the indices of prices, which are 100 where nothing moved."""
    for number in numbers:
        words = _words_before(text, number.span.start)
        price = _PRICE_INDEX.search(words)
        if (price or _is_of_index(words)) and not _ratio(words):
            made = number_figure(text, number, to_hundred=True)
            made.kind, made.role = "index", "index" if price else "score"
            yield made


def _is_of_index(words: str) -> bool:
    """Tell whether what stands before a number speaks of an index in its sentence."""
    return "指数" in words[words.rfind("。") + 1 :] and _OF_INDEX.search(words) is not None


def _in_points(text: str, points: Sequence[Quantity]) -> Iterator[Figure]:
    """指数110.7，比二季度回升3.4点: yield by how much it moved, or what it is."""
    for one in points:
        if _is_of_index(_words_before(text, one.span.start)):
            digits = Span(one.span.start, one.span.end - len(_POINT))
            made = number_figure(text, Number(digits, one.value), to_hundred=True)
            made.kind, made.role, made.unit = "index", "score", _POINT
            yield made


def _kind(text: str, fact: Quantity) -> tuple[str, Quantity | Percent]:
    """下降50个基点: half a point, and no fifty of anything.

    分别下降0.7个、提高1.2个百分点: no seven tenths of anything either.
    """
    if fact.base == "个":
        if text.startswith(BASIS_POINT, fact.span.end):
            return "points", fact
        if fact.ulp < 1 and _IN_POINTS.match(text, fact.span.end):
            value, ulp = fact.value * fact.scale, fact.ulp * fact.scale
            return "points", Percent(fact.span, value, ulp, points=True)
    return ("times" if fact.base in _TIMES else "amount"), fact


def _share_units(text: str, bare: Sequence[Number | Quantity], found: list[Figure]) -> None:
    """分别改造120、85和96户; 一产2.2、二产9.3、三产2.9亿元: the unit of the last is of all."""
    units = {one.span.start: one for one in found}
    for one in sorted(bare, key=lambda one: one.span.start, reverse=True):
        end = one.span.end
        if text[end : end + 1] not in _JOINS or not end:
            continue
        last = units.get(end + 1)
        if last is None:
            named = _NAMED_NEXT.match(text, end)
            last = units.get(named.end()) if named else None
            if last is None or not _is_alike(text, one, last):
                continue
        elif last.approx or (
            _EACH_OR_PULLS.search(_words_before(text, one.span.start).rpartition("，")[2]) is None
        ):
            continue
        if made := _like(text, one.span, last):
            units[one.span.start] = made
    found[:] = [units[start] for start in sorted(units)]


def _is_alike(text: str, one: Number | Quantity, last: Figure) -> bool:
    """一产2.25、二产9.33亿元: tell whether a number has a name of its own, and as many places.

    800、乡镇1万人 is not 800万: whole numbers have about as many digits.
    """
    start, printed_as = one.span.start, _DIGITS.match(text, *one.span)
    before = text[start - 1 : start]
    if last.approx or last.kind not in _SHARED or not "\u4e00" <= before <= "\u9fa5":
        return False
    if printed_as is None or before == "第" or numerals.CALLED.fullmatch(printed_as[0]):
        return False  # 第3, 热线12345
    whole, _, places = printed_as[0].partition(".")
    least = min(len(whole), last.length)
    if len(places) != len(last.digits.partition(".")[2]):
        return False
    return places != "" or least >= _LONG or (last.scale == 1 and least == len(whole) > 1)


def _like(text: str, span: Span, last: Figure) -> Figure | None:
    """Return the figure of a number with the unit of another, None where that has none to share."""
    printed_as = _DIGITS.match(text, span.start, span.end)
    if printed_as is None:
        return None
    value, ulp = numerals.decimal(printed_as[0])
    fact = last.fact
    if isinstance(fact, Ratio) or fact.upper is not None:
        return None
    made = figure(text, last.kind, fact._replace(span=span, value=value, ulp=ulp))
    made.unit = last.unit
    return made


def _words_before(text: str, end: int) -> str:
    return text[max(0, end - _LONGEST_RATIO) : end]


def _moves(text: str, fact: Quantity) -> bool:
    """由15个工作日压缩至5个工作日: how long a thing takes is a measure where it changes.

    服务时长85.79万小时，人均8.9小时: and where it is added up.
    """
    before = text[max(0, fact.span.start - 8) : fact.span.start]
    if fact.base == "期":
        return _HELD.search(before) is not None
    if fact.base not in terms.LASTING:
        return False
    return _MOVES.search(before) is not None or _LASTED.search(before) is not None
