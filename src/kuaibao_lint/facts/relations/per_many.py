"""So many for each thousand people, so much for each hundred yuan: 每千人口床位7.04张."""

from __future__ import annotations

from itertools import pairwise

from kuaibao_lint.facts.claims import measures
from kuaibao_lint.facts.claims.terms import SAME_MEASURE
from kuaibao_lint.facts.relations import formulas
from kuaibao_lint.light_typing import TYPE_CHECKING
from kuaibao_lint.patterns import pattern

if TYPE_CHECKING:
    import re
    from collections.abc import Sequence

    from kuaibao_lint.facts.claims.figure import Figure
    from kuaibao_lint.facts.relations.sum import Sum

_PEOPLE = pattern("每?(?P<many>十万|百万|百|千|万)(?:常住)?人口?(?P<of>[^，；均]{0,12})$")
# 每千名老年人拥有床位32.8张: of those alone.
_SOME = pattern(
    "每?(?P<many>百|千|万)名?(?P<who>老年人|老人|儿童|婴幼儿|学生|残疾人|学龄儿童)口?(?P<of>[^，；均]{0,12})$"
)
_OLD = pattern("老年|老人|6[05]岁")
_CAME = pattern("新收|受理|收案|登记立案")
_IN_UNIT = pattern("/(?P<many>十万|百|千|万)人(?![民员次])")
# 百公里载客97.9人次: of so many of another unit.
_UNITS = pattern(
    "(?P<each>每?)(?P<many>百|千|万|十万)(?P<unit>公里|户|亩|平方公里|公顷|千瓦时|件|元)(?P<of>[^，；均]{0,12})$"
)
_ANY = frozenset(("", "拥有", "有", "达", "拥有量"))  # what says nothing of what it is
_COST = pattern("每百元营业收入中?的?(?P<of>成本|费用)")
_MARKS = pattern("[百千万]")
_MANY = {"百": 100, "千": 1000, "万": 10_000, "十万": 100_000, "百万": 1_000_000}
_RESIDENTS = pattern("常住(?:总?人口)|(?:总|年末)人口|^(?:[^，；]{0,6}[县市区镇])?人口")
_KINDS = pattern("城镇|农村|乡村|户籍|老年|流动|女|男|少数")
_BARE = pattern("(?:每|平均每)[百千万](?:名|常住)?人口?(?:拥有|有)?(?:量|数)?(?:为|达到?)?")
_SAID = pattern("^按[^，；]{0,8}人口")  # 按常住人口28.65万人计算
_LAND = ("/百平方公里", "/平方公里")
_LAND_AHEAD = pattern("密度[为是达]?每百?平方公里$")
_DENSITY = pattern("(?P<of>[^，；]{2,8}?)(?:平均)?密度")
_AREA = pattern("国土|幅员|面积|辖区")
_NOUN = 2  # characters of what lies on the land
_FAR = 1  # sentences
_LATELY = 3  # sentences from what is counted to its mean, where that calls it by its name
_BRACKET = 16  # characters from a mean to what the bracket behind it tells
_TELLING = 3
_ALIKE = frozenset((("人", "人次"), ("人次", "人"), ("部", "户")))


def per_many(body: Sequence[Figure]) -> list[Sum]:
    """常住人口28.65万人，主体30524户，每千人拥有主体106.5户; 每百元营业收入中的成本84.50元."""
    found: list[Sum] = []
    last: Sum | None = None
    alone: list[tuple[Figure, Figure, str]] = []
    for mean in body:
        if mean.tail[:1] != "/" and not _MARKS.search(mean.raw):
            if last is not None and mean.joined:
                found += _listed_with(last, mean, body)
            continue  # most are no mean
        if mean.kind != "amount" or mean.length < _TELLING or mean.role == "base":
            continue
        if "百元" in mean.raw and (said := _COST.search(mean.raw)):
            found += _of_income(mean, said["of"], body)
        elif mean.tail.startswith(_LAND) or _LAND_AHEAD.search(mean.raw) or _is_density(mean):
            found += _of_land(mean, body)
        elif "每" in mean.raw and (said := _SOME.search(mean.raw)):
            found += _of_some(mean, said, body)
        elif mean.tail[:1] == "/" or "人" in mean.raw:
            of_people = _of_people(mean, body)
            last = next(iter(of_people), last)
            alone += [] if of_people else _with_its_whole(mean, body)
            found += of_people
        elif said := _UNITS.search(mean.raw):
            found += _of_units(mean, said, body)
    return found + _of_one_number(alone)


def _is_density(mean: Figure) -> bool:
    """每百平方公里公路密度为99.6公里."""
    return "密度" in mean.raw and "平方公里" in mean.raw


def _with_its_whole(mean: Figure, body: Sequence[Figure]) -> list[tuple[Figure, Figure, str]]:
    """开放床位2619张，每千人口5.79张: return what stands right before a mean, and the mean."""
    said = _BARE.fullmatch(mean.raw)
    before = [one for one in body if one.span < mean.span][-1:]
    if said is None or not before or before[0].base != mean.base:
        return []
    near = before[0].clause == mean.clause and before[0].role == "level"
    return [(before[0], mean, said[0])] if near else []


def _of_one_number(alone: Sequence[tuple[Figure, Figure, str]]) -> list[Sum]:
    """床位2619张，每千人口5.79张；医师1438人，每千人口3.18人: both are of the same people."""
    return [
        formulas.one_number(one[:2], other[:2])
        for one, other in pairwise(alone)
        if one[2] == other[2] and one[1].sentence == other[1].sentence
    ]


def _listed_with(last: Sum, mean: Figure, body: Sequence[Figure]) -> list[Sum]:
    """每千人口拥有卫生技术人员7.37人、执业医师2.51人: the next of a list is of as many people."""
    _, people, first = last.operands
    said = _PEOPLE.search(first.raw)
    if said is None or mean.clause != first.clause:
        return []
    told = [one for one in body if one.name == mean.name and _is_near(one, mean, _LATELY)]
    if len(told) != 1 or told[0].base != mean.base or "." not in mean.digits:
        return []
    mean.rounded()
    return [formulas.average(told[0], people, mean, _MANY[said["many"]])]


def _of_income(mean: Figure, of: str, body: Sequence[Figure]) -> list[Sum]:
    """Return what is spent for each hundred yuan of income."""
    near = [one for one in body if one.base == "元" and _is_near(one, mean)]
    spent = [one for one in near if one.raw.endswith(f"营业{of}") or f"发生营业{of}" in one.raw]
    came = [one for one in near if "营业收入" in one.raw and not one.raw.startswith("每")]
    if len(spent) != 1 or len(came) != 1 or spent[0].parts != came[0].parts:
        return []
    return [formulas.average(spent[0], came[0], mean, 100)]


def _of_land(mean: Figure, body: Sequence[Figure]) -> list[Sum]:
    """公路总里程3374.1公里，国土面积2665平方公里，公路密度126.6公里/百平方公里."""
    said = _DENSITY.search(mean.raw)
    near = [one for one in body if one is not mean and _is_near(one, mean)]
    near += [one for one in body if one.base == "平方公里" and _is_behind(one, mean)]
    land = [one for one in near if one.base == "平方公里" and _AREA.search(one.raw)]
    # Of all there is, which may have been told with its kinds some sentences ago.
    before = [one for one in body if one.span < mean.span and one.role == "level"]
    like = [one for one in before if one.base == mean.base and not one.parts]
    like = [one for one in like if said and said["of"][-_NOUN:] in one.raw]
    if len(land) != 1 or not like:
        return []
    whole = max(like, key=lambda one: one.amount)
    per = mean.tail + mean.raw
    return [formulas.average(whole, land[0], mean, 100 if "百平方" in per else 1)]


def _of_units(mean: Figure, said: re.Match[str], body: Sequence[Figure]) -> list[Sum]:
    """运营里程735.6万公里，客运量719.9万人次，百公里载客97.9人次: of the only two that may be."""
    unit = said["unit"]
    if not said["each"] and unit != "公里":  # 百亩大棚35个, 千元以上12件
        return []
    base, many = SAME_MEASURE.get(unit, (unit, "1"))
    near = [one for one in body if _is_near(one, mean) and one.sentence == mean.sentence]
    heads = [one for one in near if one.base == base]
    wholes = [one for one in near if one.base == mean.base and one.base != base]
    if len(wholes) > 1:
        wholes = [one for one in wholes if measures.akin(said["of"], one.raw)]
    if len(heads) != 1 or len(wholes) != 1:
        return []
    return [formulas.average(wholes[0], heads[0], mean, _MANY[said["many"]] * int(many))]


def _is_near(one: Figure, mean: Figure, far: int = _FAR) -> bool:
    """Tell whether a figure is a level before a mean, in its sentence or the last (few)."""
    before = one.span < mean.span and one.role == "level"
    return before and mean.sentence - one.sentence <= far


def _is_behind(one: Figure, mean: Figure) -> bool:
    """公路密度110.0公里/百平方公里（面积2440平方公里）: in a bracket right behind a mean."""
    return one.enters and 0 < one.span.start - mean.span.end <= _BRACKET


def _of_some(mean: Figure, said: re.Match[str], body: Sequence[Figure]) -> list[Sum]:
    """60岁及以上老年人口8.17万人，床位2680张，每千名老年人拥有床位32.8张: of the only ones."""
    who, of = said["who"], measures.name(said["of"]).removeprefix("拥有")
    people = [c for c in body if c.base == "人" and abs(mean.sentence - c.sentence) <= _FAR]
    if who[0] == "老":
        people = [one for one in people if _OLD.search(one.raw)]
    else:
        people = [one for one in people if who in one.raw]
    wholes = [one for one in body if one.base == mean.base and _is_near(one, mean)]
    if len(wholes) > 1:
        wholes = [one for one in wholes if len(of) > 1 and measures.akin(of, one.raw)]
    if len(people) != 1 or len(wholes) != 1:
        return []
    return [formulas.average(wholes[0], people[0], mean, _MANY[said["many"]])]


def _of_people(mean: Figure, body: Sequence[Figure]) -> list[Sum]:
    """Return what there is for so many people.

    Of which people, the text seldom says: a quotient that is near is of others, or of another year.
    """
    said = _PEOPLE.search(mean.raw)
    said = said if said and (said.start() == 0 or "每" in said[0]) else _IN_UNIT.match(mean.tail)
    if said is None:
        return []
    people = [
        one
        for one in body
        if one.base == "人" and one.span < mean.span and _is_of_all(one)
        if mean.sentence - one.sentence <= _FAR
    ] or [
        one  # 每万人拥有企业231户（常住人口92.5万人）
        for one in body
        if one.base == "人" and one.enters and one.sentence == mean.sentence
        if _is_of_all(one) or (one.raw == "按" and one.tail.startswith("计"))
    ]
    if not people:  # 每千人口床位6.04张；卫生技术人员2933人，每千人口6.75人，常住人口43.44万人
        behind = [c for c in body if c.base == "人" and c.span > mean.span and _is_of_all(c)]
        far = _LATELY - 1
        people = [c for c in behind if c.sentence - mean.sentence <= far and c.role == "level"]
    of = measures.name(said["of"] if "of" in said.groupdict() else mean.raw)
    of = of.replace("病床", "床位")
    of = of.removesuffix("普及率")  # 移动电话普及率为110.8部/百人
    like = {mean.base, *(other for one, other in _ALIKE if one == mean.base)}
    wholes = [
        one
        for one in body
        if one.base in like and one not in people and _is_near(one, mean)
        if len(of) > 1 and (measures.akin(of, one.raw) or one.name == of.removeprefix("拥有"))
    ] or [
        one
        for one in body
        if one.base in like and len(of) > 1 and _is_near(one, mean, _LATELY)
        if one.raw.endswith(of.removeprefix("拥有"))
    ]
    if "of" in said.groupdict() and said["of"] in _ANY:  # 足球场地50块，每万人拥有0.94块
        # 专利3695件，按常住人口299.3万人计，每万人拥有12.35件
        near = [one for one in body if one.span < mean.span and one not in people][-1:]
        wholes = [one for one in near if one.base in like and one.clause == mean.clause]
    if len(wholes) > 1:  # 卫生技术人员2814人，其中…其他卫生技术人员225人
        bare = of.removeprefix("拥有")
        called = [one for one in wholes if one.name == bare]
        wholes = called or [one for one in wholes if one.name == f"{bare}用户"] or wholes
    if "成讼" in mean.raw:  # 新收3195件，万人成讼率106.86件
        wholes = [one for one in body if one.base == "件" and _is_near(one, mean)]
        wholes = [one for one in wholes if _CAME.search(one.raw)]
    if len(people) != 1 or len(wholes) != 1:
        return []
    added = formulas.average(wholes[0], people[0], mean, _MANY[said["many"]])
    sure = people[0].span > mean.span or _SAID.search(people[0].raw) is not None
    far = _is_far(wholes[0], people[0], mean, said["many"])
    return [added] if added.holds or sure or far else []


def _is_of_all(one: Figure) -> bool:
    return _RESIDENTS.search(one.raw) is not None and _KINDS.search(one.raw) is None


def _is_far(whole: Figure, people: Figure, mean: Figure, many: str) -> bool:
    """Tell whether a quotient is so wrong that no other number of people explains it."""
    needed = whole.amount * _MANY[many]
    told = mean.amount * people.amount
    return not told * 8 <= needed * 10 <= told * 12
