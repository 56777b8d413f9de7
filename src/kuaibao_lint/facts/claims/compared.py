"""Percentages that another one is compared with: last year's, the province's, a target."""

from __future__ import annotations

from kuaibao_lint.facts.claims import phrasings
from kuaibao_lint.light_typing import TYPE_CHECKING

if TYPE_CHECKING:
    from kuaibao_lint.facts.claims.figure import Figure


def role_of(one: Figure, gap: str, previous: Figure | None) -> str:
    """比全国（5.0%）高0.7个百分点; 下降0.2个百分点（年初为1.4%）; 上年为93.2%，上升1.1个百分点.

    Return the role of a percentage that another one is compared with, "" where it is none.
    """
    if one.enters and not one.tail:
        if previous and previous.kind == "points" and gap[0] in "（(":
            return "told" if phrasings.TOLD_BEHIND.search(one.raw) else ""
        if phrasings.VERSUS.search(one.raw):
            return "before"
        beside = previous is not None and previous.role == "growth"
        return "others" if beside and phrasings.OTHERS_RATE.search(one.raw) else ""
    moved = one.tail and phrasings.MOVED_FROM.match(one.tail)
    if moved and phrasings.VERSUS_BARE.search(one.raw):
        return "before"
    if previous and previous.kind == "points" and _explains(one.raw, previous.raw):
        return "told"
    if previous is None or not phrasings.BEFORE_ALONE.search(one.raw):
        return ""
    if previous.kind == "points":  # 就业率95.2%，较上年提高1.3个百分点，上年为93.9%
        return "told"
    return "before" if previous.kind == "percent" else ""


def _explains(words: str, points: str) -> bool:
    """Tell whether a percentage is what the points before it are reckoned from.

    高于全市0.9个百分点，全市增长10.9%; 降幅比1—4月收窄3.4个百分点，1—4月下降12.1%; 结案率94.1%，升
    2.4个百分点，上年同期结案率91.7%.
    """
    if phrasings.PLACE_GREW.fullmatch(words) or phrasings.RATE_THEN.fullmatch(words):
        return True
    grew = phrasings.TIME_GREW.fullmatch(words)
    return grew is not None and phrasings.GROWTHS.search(points) is not None


def play(one: Figure, role: str) -> None:
    """Give a percentage its role, and the sign of what is more or less than it."""
    one.role, one.word = role, one.raw
    if not phrasings.SLOW.isdisjoint(one.raw):
        one.sign = -1
    elif not phrasings.FAST.isdisjoint(one.raw):
        one.sign = 1
