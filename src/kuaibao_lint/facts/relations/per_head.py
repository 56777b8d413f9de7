"""Means per head whose whole and heads stand sentences before: 人均生产总值, 游客人均消费."""

from __future__ import annotations

from decimal import Decimal

from kuaibao_lint.facts.relations import formulas
from kuaibao_lint.facts.relations.sum import Sum
from kuaibao_lint.intervals import Interval
from kuaibao_lint.light_typing import TYPE_CHECKING
from kuaibao_lint.patterns import pattern

if TYPE_CHECKING:
    from collections.abc import Sequence

    from kuaibao_lint.facts.claims.figure import Figure

_PRODUCT = pattern("人均(?:地区|国内)?(?:生产总值|GDP)(?:T|[达到为是实现完成（）GDP(),，])*$")
_GROSS = pattern("(?:地区|国内)?(?:生产总值|GDP)(?:T|[达到为是实现完成（）GDP(),，])*$")
_RESIDENTS = pattern("(?:常住|平均)总?人口")
_SOME_OF_THEM = pattern("[城乡农男女岁]")  # 城镇常住人口, 常住人口中女性
_RECKONED = pattern("^按")  # 按年平均常住人口26.27万人计算
_NEARLY = Decimal("0.98"), Decimal("1.02")  # of those at the end of a year, its mean
_SPENT = pattern(
    "^(?:全[省市州县区旗]|假期|假日|节日|期间|春节|国庆|旅游|国内|游客|T)*"
    "人均(?:旅游)?(?:综合)?(?:总)?(?:消费|花费)(?:支出)?[为达]?到?$"
)
_TOURISM = pattern("旅游(?:[综合总直接业])*(?:收入|消费|花费|营收)")
_VISITORS = pattern("游客|旅游(?:总)?人[数次]")
_SOME = pattern("景区|乡村|门票|过夜|一日|星级|民宿|红色|团队|自驾|A级|入境|海外")
_MOST = 6  # sentences from a mean to what it is of


def per_head(body: Sequence[Figure], found: Sequence[Sum]) -> list[Sum]:
    """生产总值417.4亿元，…。人均生产总值158888元，按年平均常住人口26.27万人计算.

    接待游客15.63万人次，旅游收入6614万元。其中过夜游客…。人均消费423.2元. found: the sums that
    are known; a mean in one of these is of what was told.
    """
    made: list[Sum] = []
    for mean in body:
        if mean.base != "元" or "人均" not in mean.raw:
            continue
        near = [c for c in body if c.role == "level" and abs(c.sentence - mean.sentence) <= _MOST]
        if _PRODUCT.search(mean.raw):
            reckoned = _of_product(mean, near)
        elif mean.role == "average" and _SPENT.match(mean.raw):
            reckoned = _of_visits(mean, near)
        else:
            continue
        if reckoned and not any(mean in one.operands for one in found):
            made.append(reckoned)
    return made


def _of_product(mean: Figure, near: Sequence[Figure]) -> Sum | None:
    """Return what a product per head is of, where one product and one number of people are told.

    Of the people at the end of the year it is only nearly.
    """
    gross = [c for c in near if c.base == "元" and _GROSS.search(c.raw) and "均" not in c.raw]
    told = [c for c in near if c.base == "人" and _RESIDENTS.search(c.raw)]
    told = [c for c in told if not (c.parts or _SOME_OF_THEM.search(c.raw))]
    people = [c for c in told if _RECKONED.match(c.raw) or "平均" in c.raw] or told
    if len(gross) != 1 or len(people) != 1 or gross[0].parts:
        return None
    mean.rounded()
    if _RECKONED.match(people[0].raw) or "平均" in people[0].raw:
        return formulas.average(gross[0], people[0], mean)
    return _nearly(formulas.average(gross[0], people[0], mean))


def _nearly(mean: Sum) -> Sum:
    """Return a mean that may be of a few people more or less than were told."""
    exact = mean.test

    def test(v: Sequence[Interval]) -> bool:
        whole, people, each = v
        low, high = _NEARLY
        return exact([whole, Interval(people.low * low, people.high * high), each])

    return Sum(mean.kind, mean.operands, test, mean.working, mean.primary, mean.sure).settle()


def _of_visits(mean: Figure, near: Sequence[Figure]) -> Sum | None:
    """Return what visitors spent each, where one sum is all that they spent."""
    before = [c for c in near if c.span < mean.span]
    spent = [c for c in before if c.base == "元" and _TOURISM.search(c.raw)]
    spent = [c for c in spent if not (c.parts or _SOME.search(c.raw))]
    came = [c for c in before if c.base == "人次" and _VISITORS.search(c.raw)]
    all_of_them = [c for c in came if not (c.parts or c.joined or _SOME.search(c.raw))]
    if len(spent) != 1 or len(all_of_them) != 1:
        return None
    first = all_of_them[0]
    if first.sentence != spent[0].sentence or any(c.amount > first.amount for c in came):
        return None
    return formulas.average(spent[0], first, mean)
