"""What an average is the average of: 人均, 户均, 每公里."""

from __future__ import annotations

from typing import TYPE_CHECKING

from kuaibao_lint.facts.claims import measures, phrasings
from kuaibao_lint.facts.claims.asking import Ask, distinct, figures_of, near_by
from kuaibao_lint.facts.claims.model import Average

if TYPE_CHECKING:
    from collections.abc import Sequence

    from kuaibao_lint.facts.claims.figure import Figure
    from kuaibao_lint.facts.claims.model import Claim, Level

_TELLING = 3  # digits of an average whose whole and heads are found by their units


def average(ask: Ask, near: Sequence[Level]) -> Claim | None:
    """Money or weight ÷ people, households or land, where the sentence has one of each."""
    mean = ask.figure
    counted = next((u for w, u in phrasings.COUNTED.items() if mean.word.startswith(w)), None)
    if counted is None:
        return _average_by_unit(ask)
    if phrasings.PER_TIME.search(mean.raw):
        return None
    if mean.per_head:  # 按年末常住人口计算，人均生产总值
        wholes = distinct(c.figure for c in near if "生产总值" in c.figure.name)
        heads = distinct(c.figure for c in near if "人口" in c.figure.name)
        return Average(wholes, heads, mean) if wholes and heads else None
    levels = [c for c in near if c.figure.role != "average"]
    weighed = mean.base not in {"元", "块"}  # 平均单产…；播种面积…，总产…
    here = figures_of(
        c
        for c in levels
        if c.figure.clause == mean.clause or (weighed and c.figure.sentence == mean.sentence)
    )
    wholes = distinct(f for f in here if f.base == mean.base)
    if not wholes:
        wholes = distinct(f for f in figures_of(reversed(ask.here)) if f.base == mean.base)
    heads = distinct(f for f in here if f.base in counted or _days(f, counted))
    if not heads:
        above = [*reversed(ask.here), *(c for c in ask.anchors if near_by(c, mean))]
        heads = distinct(f for f in figures_of(above) if f.base in counted)
    if not (wholes and heads) and not phrasings.PER_TIME.search(mean.word[:1]):
        return _average_by_unit(ask, counted)
    return Average(wholes, heads, mean) if wholes and heads else None


def _average_by_unit(ask: Ask, counted: frozenset[str] = frozenset()) -> Claim | None:
    """每公里造价…, 场均…, 单价5.16元/件: the heads' unit stands in the average's own words."""
    mean = ask.figure
    if len(mean.digits.replace(".", "").replace(",", "")) < _TELLING:
        return None
    levels = [
        c
        for c in (*reversed(ask.here), *ask.anchors)
        if c.figure.role != "average" and near_by(c, mean)
    ]
    # 甲线每公里造价: of that line alone, 成母牛头均产奶: of the cows that were told of.
    own = measures.name(mean.raw.partition(mean.word)[0])
    if mean.parts or not (not own or any(own[:2] in c.figure.raw for c in levels)):
        return None
    levels.sort(key=lambda c: (-c.figure.sentence, c.group is not None))
    heads = [f for f in figures_of(levels) if f.base in counted or _counts(mean, f)]
    wholes = [f for f in figures_of(levels) if f.base == mean.base and f not in heads]
    heads = [f for f in heads if f.sentence == heads[0].sentence]
    wholes = [f for f in wholes if f.sentence == wholes[0].sentence]
    if not (heads and wholes):
        return None
    return Average(distinct(wholes)[:3], distinct(heads)[:2], mean)


def _counts(mean: Figure, heads: Figure) -> bool:
    """Tell whether an average is per unit of that figure: 每公里 and 公里, 元/件 and 件."""
    unit = heads.unit.removeprefix("万").removeprefix("亿")
    if not unit:
        return False
    tail = (mean.unit + mean.tail).partition("/")[2]
    own = mean.word.removeprefix("平均").removeprefix("每")
    per = mean.word.rpartition("均")[0] or (own if "每" in mean.word else "")
    return tail.startswith(unit) or (len(per) > 0 and per.startswith(unit))


def _days(figure: Figure, counted: frozenset[str]) -> bool:
    """按197个工作日计算，日均办件289件."""
    return "个工作日" in counted and figure.tail.startswith("工作日")
