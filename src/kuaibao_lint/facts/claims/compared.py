"""Percentages that another one is compared with: last year's, the province's, a target."""

from __future__ import annotations

from kuaibao_lint.facts.claims import phrasings
from kuaibao_lint.light_typing import TYPE_CHECKING
from kuaibao_lint.patterns import pattern

if TYPE_CHECKING:
    from kuaibao_lint.facts.claims.figure import Figure

# 比全国（5.0%）高0.7个百分点, 增速高于全市平均水平（1.2%）: with what a percentage is compared. The
# number stands in a bracket; without one, a word for the change must stand behind it.
_VERSUS = pattern(
    "^[^，；]{0,12}?(?:(?<![占同环])比(?![重例率])|[较超距]|高于|高出|快于|快过|低于|慢于|领先|落后|滞后"
    "|优于|好于)[^，；比较]{1,14}$"
)
_VERSUS_BARE = pattern(
    "^(?:[^，；]{0,8}?(?:[率面]|进度|比重|占比|份额|[增涨降跌]幅|增速))?(?:比(?![重例率])|较|距离?)"
    "[^，；比较]{1,14}(?:占比|比重)?$"
)
_MOVED_FROM = pattern(
    "^(?:的[^，；]{0,8}?)?[还尚又再净]?(?:增加|增长|减少|提高|提升|上升|下降|降低|回落|上涨|下跌|扩大|缩小|收窄"
    "|加快|放缓|[高低多少差快慢])"
)
_TIME_GREW = pattern("[TPY](?:同期)?(?:累计|同比)*(?:增长|下降|上涨|下跌|增速|增幅|降幅)[为是]?")
_PLACE_GREW = pattern("全[国省市州区](?:平均(?:水平)?|总体)?(?:增长|增速|增幅)[为是]?")
_PLACE_IS = pattern("(?P<of>全[国省市州区])(?:平均(?:水平)?|总体)?[为是]")
# 优良率94.3%，上年为93.2%，同比上升1.1个百分点.
_BEFORE_ALONE = pattern(
    "^而?(?:[PY]|年初|上年[末底]|上月末?|上季度?末?)(?:同期)?(?:[^，；增减升降]{0,6})[为是]$|^[PY]$"
)
# 满意率95.2%（上年92.1%），提高3.1个百分点.
_THEN_ASIDE = pattern("(?:[PY]|年初|上年[末底]|上月末?|上季度?末?)(?:同期)?[为是]?")
_MOVING = frozenset(("增长", "下降", "上升", "上涨", "下跌"))
_THEN = frozenset("PY年上")
# 慢于序时进度（75%）, 高于全省（64.3%）: behind it, before it.
_SLOW = frozenset("慢低欠后差距")
_FAST = frozenset("超高快先优好")


def role_of(one: Figure, gap: str, previous: Figure | None) -> str:
    """比全国（5.0%）高0.7个百分点; 下降0.2个百分点（年初为1.4%）; 上年为93.2%，上升1.1个百分点.

    Return the role of a percentage that another one is compared with, "" where it is none.
    """
    if one.enters and not one.tail:
        return _aside(one, gap, previous)
    moved = one.tail and _MOVED_FROM.match(one.tail)
    if moved and _VERSUS_BARE.search(one.raw):
        return "before"
    if previous and previous.kind == "points" and _explains(one.raw, previous.raw):
        return "told"
    if previous is None:
        return ""
    if one.raw[:1] in _THEN and phrasings.RATE_THEN.fullmatch(one.raw):
        # 提高0.9个百分点，年末常住人口44万人，…，上年末城镇化率为61.2%
        return "before" if previous.kind == "percent" else "told"
    if not _BEFORE_ALONE.search(one.raw):
        return ""
    if previous.kind == "points":  # 就业率95.2%，较上年提高1.3个百分点，上年为93.9%
        return "told"
    return "before" if previous.kind == "percent" else ""


def _aside(one: Figure, gap: str, previous: Figure | None) -> str:
    """Return the role of a percentage that is all that its bracket tells."""
    if previous and previous.kind == "points" and gap[0] in "（(":
        return "told" if phrasings.TOLD_BEHIND.search(one.raw) else ""
    if _VERSUS.search(_ahead(gap) if one.raw in _MOVING else one.raw):
        return "before"
    if previous and previous.kind == "percent" and _THEN_ASIDE.fullmatch(one.raw):
        return "before"
    beside = previous is not None and previous.role == "growth"
    return "others" if beside and phrasings.OTHERS_RATE.search(one.raw) else ""


def _ahead(gap: str) -> str:
    """降幅较1—7月（下降4.3%）: return the words of the clause before the bracket."""
    return phrasings.CLAUSE.split(gap[: max(gap.rfind("（"), gap.rfind("("))])[-1]


def _explains(words: str, points: str) -> bool:
    """Tell whether a percentage is what the points before it are reckoned from.

    高于全市0.9个百分点，全市增长10.9%; 降幅比1—4月收窄3.4个百分点，1—4月下降12.1%.
    """
    if _PLACE_GREW.fullmatch(words):
        return True
    place = _PLACE_IS.fullmatch(words)
    if place is not None and place["of"] in points:
        return True  # 低于全市平均水平2.2个百分点，全市为8.1%
    grew = _TIME_GREW.fullmatch(words)
    return grew is not None and phrasings.GROWTHS.search(points) is not None


def play(one: Figure, role: str) -> None:
    """Give a percentage its role, and the sign of what is more or less than it."""
    one.role, one.word = role, one.raw
    if not _SLOW.isdisjoint(one.raw):
        one.sign = -1
    elif not _FAST.isdisjoint(one.raw):
        one.sign = 1
