"""Means per unit that their own words name: 每公里造价, 场均, 单价5.16元/件."""

from __future__ import annotations

from collections import Counter
from decimal import Decimal

from kuaibao_lint.facts.claims import measures, terms
from kuaibao_lint.facts.claims.asking import Ask, distinct, figures_of, near_by
from kuaibao_lint.facts.claims.heads import alike, counts, own_of
from kuaibao_lint.facts.claims.model import Average
from kuaibao_lint.facts.numerals import slips
from kuaibao_lint.light_typing import TYPE_CHECKING
from kuaibao_lint.patterns import pattern

if TYPE_CHECKING:
    from collections.abc import Sequence

    from kuaibao_lint.facts.claims.figure import Figure
    from kuaibao_lint.facts.claims.model import Level

_MONEY = frozenset("元块")
_CROP = pattern("(?P<crop>[^，；总产]{2,4})(?:作物)?(?:总产量?|产量)$")
_PAIR = 2
_TELLING = 3  # digits of an average whose whole and heads are found by their units
_LATELY = 3  # sentences from what an average is taken of to the average, where its name says so


def by_unit(
    ask: Ask, near: Sequence[Level], counted: frozenset[str] = frozenset()
) -> Average | None:
    """每公里造价…, 场均…, 单价5.16元/件: the heads' unit stands in the average's own words."""
    mean = ask.figure
    brief = mean.length < _TELLING  # 平均每起出动7.4人: only of what is called so
    if brief and (mean.length < _PAIR or "." not in mean.digits):
        return None
    own = own_of(mean).replace("综合", "")
    behind = [
        c
        for c in near
        if c.figure.span > mean.span
        and c.figure.sentence == mean.sentence
        and may_be_behind(c.figure, mean)
    ]
    called = _heads_called(mean, own, near, counted) if len(own) > 1 else []
    far = _LATELY if mean.length > _TELLING or called or mean.word.startswith("平均每") else 1
    above = [c for c in ask.anchors if near_by(c, mean, far)]
    close = [c for c in (*lone(mean, near), *behind) if near_by(c, mean)]
    levels = [c for c in (*reversed(ask.here), *above, *close) if c.figure.role != "average"]
    # 甲线每公里造价: of that line alone, 成母牛头均产奶: of the cows that were told of.
    leads = bool(behind) and not any(c.figure.sentence == mean.sentence for c in ask.here)
    if mean.parts or not (leads or not own or any(own[:2] in c.figure.raw for c in levels)):
        return None
    wholes_of = {id(c.group.wholes[0]) for c in levels if c.group}
    levels.sort(
        key=lambda c: (-c.figure.sentence, c.group is not None and id(c) not in wholes_of)
    )
    heads = [f for f in figures_of(levels) if f.base in counted or counts(mean, f)]
    heads = _beside(mean, heads, levels) or _instead_of_parts(levels, heads) or heads
    heads = called or heads  # 出栏生猪头均产肉: of 生猪出栏, and not of the last 头
    wholes = [
        f
        for f in figures_of(levels)
        if alike(f, mean) and f not in heads
    ]
    heads = and_all(levels, [f for f in heads if f.sentence == heads[0].sentence][:2])
    if not (heads and wholes):
        return None
    said = mean.raw.rpartition("均")[2]
    akin = [one for one in wholes if measures.akin(said, _words_of(one, near))]
    if brief and not akin:
        return None
    of_its_own = "产" not in said and len(measures.name(said)) > 1
    if of_its_own and not akin and (mean.base not in _MONEY or not _is_got(said)):
        # 户均承包95.7亩, 次均住院费用5656元: of no land, no money of a sentence before
        wholes = [f for f in wholes if f.sentence == mean.sentence]
    wholes = [f for f in akin or wholes if f.sentence == (akin or wholes)[0].sentence]
    if not wholes:
        return None
    return Average(distinct(wholes)[:3], heads, mean)


def of_crop(mean: Figure, near: Sequence[Level]) -> Average | None:
    """面积48万亩，其中小麦46万亩；总产…，其中小麦产量18万吨。小麦平均亩产392公斤: of wheat."""
    own = own_of(mean)
    priced = mean.raw.endswith(terms.PRICE)
    if priced:  # 面积29万平方米，其中住宅27万平方米；销售额16亿元，其中住宅15亿元。住宅销售均价…
        own = own.removesuffix("销售").removesuffix("成交")
    if not (priced or mean.raw.endswith(terms.YIELD)):
        return None
    close = [c for c in near if near_by(c, mean, _LATELY)]
    if not own:  # 粮食产量82万吨，其中小春16万吨。平均亩产372公斤: of the only crop
        own = _crop(mean, close)
        close = [c for c in close if c.figure.base == "亩" or c.group is None]
    if len(own) < _PAIR:
        return None
    told = [c.figure for c in close if own in c.figure.raw]
    wholes = [one for one in told if one.base == mean.base and one is not mean]
    heads = [one for one in told if (counts(mean, one) if priced else one.base == "亩")]
    alone = len(wholes) == len(heads) == 1 and wholes[0].role == heads[0].role == "level"
    return Average(wholes, heads, mean) if alone else None


def _crop(mean: Figure, close: Sequence[Level]) -> str:
    """Return the only crop of which the sentences before a mean tell how much there was."""
    told = [c.figure for c in close if c.figure.base == mean.base and c.group is None]
    names = [one.name for one in told if one is not mean]
    found = [said["crop"] for name in names if (said := _CROP.search(name))]
    return found[0] if len(found) == len(names) == 1 else ""


def _is_got(said: str) -> bool:
    """户均获补6704元, 人均增收: what people got may be of any money that was told."""
    return terms.GOT.search(said) is not None


def and_all(levels: Sequence[Level], heads: Sequence[Figure]) -> list[Figure]:
    """接待632万人次，收入49亿元。其中过夜游客186万人次，人均花费782元: of all, it may be."""
    inner = [c for c in levels if c.group and c.figure in heads]
    above = [one for c in inner if c.group for one in c.group.wholes]
    bases = {one.base for one in heads}
    return distinct([*heads, *(one for one in figures_of(above) if one.base in bases)])


def of_run(last: Figure, here: Sequence[Level]) -> list[Figure]:
    """外出招商186批次，领导带队60批次，部门126批次，对接781家，每批次4.2家: of what they make."""
    run = [c.figure for c in here if c.figure.base == last.base and c.figure.span <= last.span]
    added = Decimal(0)
    for count, one in enumerate(reversed(run)):
        if count > 1 and (one.amount == added or one.digits in slips(str(added))):
            return [one]
        added += one.amount
    return []


def _beside(mean: Figure, heads: Sequence[Figure], levels: Sequence[Level]) -> list[Figure]:
    """演出180场，其中县剧团80场、…；活动250场次，惠及7.15万人次，场均286人: of the 250.

    The only one of its clause, which tells of what they had in all as well.
    """
    here = [one for one in heads if one.clause == mean.clause]
    of = (one for one in figures_of(levels) if one.clause == mean.clause and one not in here)
    alone = len(here) == 1 and not here[0].joined and any(alike(one, mean) for one in of)
    return here if alone and here[0] is not heads[0] else []


def _instead_of_parts(levels: Sequence[Level], heads: Sequence[Figure]) -> list[Figure]:
    """补贴1.8万台。按品类看，空调6750台、冰箱3065台，…，台均补贴700元: of all of them."""
    first = next((c for c in levels if heads and c.figure is heads[0]), None)
    if first is None or first.group is None or len(first.group.parts) < 2:
        return []
    base = first.figure.base
    of = [one for c in first.group.wholes if c in levels and (one := c.of(base))][:1]
    # 从性质看，投诉1729件、举报1241件，调解1086件，挽回损失107.09万元，件均986元: or of the last
    return of if first.figure.joined or first.figure.parts else [first.figure, *of]


def lone(mean: Figure, near: Sequence[Level]) -> list[Level]:
    """补贴673万元，其中中央536万元，受益农户1004户。户均获补6704元: alone of its unit."""
    told = [c for c in near if c.figure.sentence == mean.sentence - 1]
    units = Counter(c.figure.base for c in told)
    return [c for c in told if units[c.figure.base] == 1]


def _heads_called(
    mean: Figure, own: str, near: Sequence[Level], counted: frozenset[str]
) -> list[Figure]:
    """播种324万亩，其中粮食220万亩。…。粮食综合亩产348公斤: what its own words say is counted."""
    told = (one for one in figures_of(reversed(near)) if {*own} <= {*one.raw})
    called = (one for one in told if one.base in counted or counts(mean, one))
    return [one for one in called if 0 <= mean.sentence - one.sentence <= _LATELY][:_PAIR]


def _words_of(one: Figure, near: Sequence[Level]) -> str:
    """出动车辆1324辆次、指战员6497人次: what the first of a list says is said of the others too."""
    if not one.joined:
        return one.raw
    before = [c.figure for c in near if c.figure.span < one.span and c.figure.clause == one.clause]
    first = next((f for f in reversed(before) if not f.joined), one)
    return f"{first.raw}，{one.raw}"


def may_be_behind(figure: Figure, mean: Figure) -> bool:
    """户均承包97.8亩；残膜回收8.07万亩: of something else, but for 平均单产…；播种…，总产…."""
    near = figure.span < mean.span or figure.clause == mean.clause
    priced = mean.raw.endswith(terms.PRICE) and counts(mean, figure)
    return near or priced or "产" in mean.raw or terms.GROSS.search(figure.raw) is not None
