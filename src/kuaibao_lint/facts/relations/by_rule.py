"""Rates that all offices reckon by one rule: 综合机械化率 of its kinds, 森林覆盖率 of the land."""

from __future__ import annotations

from decimal import Decimal

from kuaibao_lint.facts.relations import formulas
from kuaibao_lint.facts.relations.sum import Sum, divide, is_near, said
from kuaibao_lint.intervals import Interval, exactly, total
from kuaibao_lint.light_typing import TYPE_CHECKING
from kuaibao_lint.patterns import pattern

if TYPE_CHECKING:
    from collections.abc import Sequence

    from kuaibao_lint.facts.claims.figure import Figure

# What ploughing, sowing and harvesting count for in the rate of all three.
_KINDS = (("机耕", "机械化耕", "耕整"), ("机播", "机种", "机插"), ("机收",))
_WEIGHTS = (Decimal("0.4"), Decimal("0.3"), Decimal("0.3"))
_OF_ALL = pattern("综合机械化(?:率|水平)")
_LOSS = Decimal("0.25")  # of a percentage, by rounding and by what is reckoned crop by crop
_WOODS = pattern("森林面积|有林地面积")
_COVER = pattern("森林覆盖")
_LAND = pattern("国土|幅员|辖区|土地|总面积|区域面积")
_MU = {"平方公里": 1500, "公顷": 15}
_NEARLY = Decimal("0.85"), Decimal("1.18")  # 森林覆盖率 counts some shrubs, and some not
_FAR = 2  # sentences
_INSURANCE = pattern("保险(?:深|密)度")
_EFFORT = pattern("投入强度")
_RESEARCH = pattern("(?:研究与试验发展|R&D|研发)[^，；]{0,8}(?:经费|投入|支出)")
_PREMIUMS = pattern("保费(?:总)?收入$")
_PEOPLE = pattern("人口")


def by_rule(body: Sequence[Figure]) -> list[Sum]:
    """机械化率77.0%，其中机耕率95.6%、机播率52.3%、机收率76.9%; 国土2198平方公里，森林150万亩."""
    found: list[Sum] = []
    for one in body:
        words = one.raw + one.word
        if _INSURANCE.search(words):
            found += _of_premiums(one, _near(one, body))
        if one.kind != "percent":
            continue
        if _EFFORT.search(words):
            found += _of_research(one, _near(one, body))
        if _OF_ALL.search(words):
            found += _of_kinds(one, body)
        elif _COVER.search(words):
            found += _of_land(one, _near(one, body))
    return found


def _near(one: Figure, body: Sequence[Figure]) -> list[Figure]:
    return [c for c in body if abs(c.sentence - one.sentence) <= _FAR and c.role == "level"]


def _of_kinds(rate: Figure, body: Sequence[Figure]) -> list[Sum]:
    """Return the rate of all three, where just one of each kind is told with it."""
    near = [c for c in body if c.kind == "percent" and c.sentence == rate.sentence]
    kinds = [[c for c in near if any(word in c.raw for word in words)] for words in _KINDS]
    if any(len(some) != 1 for some in kinds) or rate.unit != "%":
        return []
    parts = [some[0] for some in kinds]

    def test(v: Sequence[Interval]) -> bool:
        added = total([one.times(exactly(by)) for one, by in zip(v[:3], _WEIGHTS, strict=True)])
        return Interval(added.low - _LOSS, added.high + _LOSS).meets(v[3])

    def working() -> str:
        terms = " + ".join(
            f"{said(one)} × {by}" for one, by in zip(parts, _WEIGHTS, strict=True)
        )
        added = sum((c.number * by for c, by in zip(parts, _WEIGHTS, strict=True)), Decimal(0))
        return f"{terms} = {added}%，文中为 {said(rate)}"

    return [Sum("completion-rate", (*parts, rate), test, working, 3, sure=False).settle()]


def _of_premiums(one: Figure, near: Sequence[Figure]) -> list[Sum]:
    """保费11.35亿元。保险深度4.73%（生产总值240.07亿元），保险密度2967元（38.25万人）."""
    paid = [c for c in near if c.base == "元" and _PREMIUMS.search(c.raw)]
    if one.kind == "percent":
        return _of_product(one, paid, near)
    of = [c for c in near if c.base == "人" and _PEOPLE.search(c.raw)]
    if len(paid) != 1 or len(of) != 1 or one.base != "元":
        return []
    one.rounded()
    return [formulas.average(paid[0], of[0], one)]


def _of_research(rate: Figure, near: Sequence[Figure]) -> list[Sum]:
    """研发经费2.79亿元，投入强度1.25%，地区生产总值223.27亿元: the share of the product."""
    spent = [c for c in near if c.base == "元" and _RESEARCH.search(c.raw) and not c.parts]
    return _of_product(rate, spent, near)


def _of_product(rate: Figure, spent: Sequence[Figure], near: Sequence[Figure]) -> list[Sum]:
    """Return the share of the only gross product told, where just one part of it may be meant."""
    of = [c for c in near if c.base == "元" and "生产总值" in c.raw and "人均" not in c.raw]
    if len(spent) != 1 or len(of) != 1:
        return []
    return [formulas.ratio_of("percent-share", spent[0], of[0], rate, sure=False)]


def _of_land(rate: Figure, near: Sequence[Figure]) -> list[Sum]:
    """Return the share of the land that is woods, where they are told in different units."""
    woods = [c for c in near if c.base == "亩" and _WOODS.search(c.raw)]
    lands = [c for c in near if c.base in _MU and _LAND.search(c.raw)]
    if len(woods) != 1 or len(lands) != 1:
        return []
    part, land = woods[0], lands[0]
    mu = exactly(_MU[land.base])

    def test(v: Sequence[Interval]) -> bool:
        return v[0].times(exactly(100)).meets(v[1].times(mu).times(v[2]))

    def working() -> str:
        whole = land.amount * _MU[land.base]
        quotient = divide(part.amount * 100, whole, rate)
        return f"{said(part)} ÷ {said(land)} = {quotient}%，文中为 {said(rate)}"

    one = Sum("completion-rate", (part, land, rate), test, working, 2, sure=False).settle()
    told = land.amount * _MU[land.base] * rate.number
    return [one] if one.holds or not is_near(part.amount * 100, told, _NEARLY) else []
