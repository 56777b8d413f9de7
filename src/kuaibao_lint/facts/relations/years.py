"""Growth between two years that are told side by side: 2020年48份、2021年94份，同比增长95.8%."""

from __future__ import annotations

from decimal import Decimal, localcontext
from itertools import pairwise

from kuaibao_lint.facts import numerals
from kuaibao_lint.facts.claims import measures
from kuaibao_lint.facts.model import within
from kuaibao_lint.facts.relations import movements
from kuaibao_lint.light_typing import TYPE_CHECKING
from kuaibao_lint.patterns import pattern

if TYPE_CHECKING:
    from collections.abc import Sequence

    from kuaibao_lint.facts.claims.figure import Figure
    from kuaibao_lint.facts.model import Facts
    from kuaibao_lint.facts.relations.sum import Sum
    from kuaibao_lint.source import Span

_YEAR = pattern("20(?P<year>[0-9]{2})年(?P<rest>[^，；。]*)")
_NAMED_YEAR = pattern("20[0-9]{2}年")
_PLACE = pattern("全[国省市州区县镇乡]")
_NUMBER = pattern("数量?$|总数$")
_OF_LAST = pattern("(?:[是为达]|恢复[至到]|相当于)(?:了|到)?[PY](?:同期)?的$")
_MEAN = pattern("^年(?:平均|均)(?:增长|增速|递增|增幅|下降|减少|递减)(?:率|速度)?(?:为|达到?)?$")
_MEANS = ("年均", "年平均")
# 与2010年第六次全国人口普查的704878人相比: ten years before the seventh.
_CENSUS, _BETWEEN = pattern("第六次[^，；]{0,4}人口普查"), 10
_PLACES, _NEARLY = 12, Decimal("0.03")
_FALLS = pattern("下降|减")
# 五年来, “十三五”期间: how many years a passage speaks of.
_YEARS = pattern("(?<!第)([三四五六七八九十])年来|十[一二三四五]五[”’]?(?:期间|时期|以来|规划期)")
_PLAN = 5  # years of such a plan
_ENDS = 2  # the value of the first year, and that of the last
_CHANGES = frozenset(("growth", "delta"))
_YEARLY = frozenset(("", "同比"))


def years(body: Sequence[Figure], text: str, facts: Facts, passage: Span) -> list[Sum]:
    """2020年48份、2021年94份，2021年同比增长95.8%: of the only two of that unit, a year each.

    Where more was told of the unit, which is the one and which the other is not known.
    """
    moved = [one for one in body if one.role in _CHANGES and one.sign and _of_a_year(one)]
    if not moved:
        return []
    told = _told(body, text, facts, passage)
    found = []
    for one in moved:
        now, before = _pair(one, body, told)
        if now is None or before is None or not measures.nominal(now):
            continue
        if one.role == "growth":
            found.append(movements.growth(now, before, one))
        elif one.base == now.base:
            found.append(movements.difference(now, before, one))
    return found


def _of_a_year(change: Figure) -> bool:
    """Tell whether a change may be against the year before, and of no measure of its own."""
    words = change.compared
    return change.basis == "" and change.kind in {"percent", "amount"} and (
        words in _YEARLY or words.startswith(("比Y", "较Y", "同比"))
    )


def _told(
    body: Sequence[Figure], text: str, facts: Facts, passage: Span
) -> dict[Span, tuple[int, str]]:
    """Return the year in whose window each figure stands, and what stands behind that year."""
    found: dict[Span, tuple[int, str]] = {}
    periods = within(facts.periods, passage)
    at, start = 0, passage.start
    for one in body:
        while at < len(periods) and periods[at].span.start < one.span.start:
            window = periods[at].span
            said = _YEAR.match(window.of(text)) if window.start >= start else None
            if said:
                found[one.span] = int(said["year"]), said["rest"]
            at += 1
        start = one.span.end
    return found


def _pair(
    change: Figure, body: Sequence[Figure], told: dict[Span, tuple[int, str]]
) -> tuple[Figure | None, Figure | None]:
    """Return the level of a change's year, and that of the year before."""
    here = [
        one
        for one in body
        if one.role == "level" and one.sentence == change.sentence and one.span < change.span
    ]
    last = here[-1] if here else None
    own = told.get(change.span) or (told.get(last.span) if last and not change.name else None)
    if own is None or last is None:
        return None, None
    year, rest = own
    here = [one for one in here if one.base == last.base and not one.mate]
    now, before = (
        [one for one in here if told.get(one.span) == (of, rest)] for of in (year, year - 1)
    )
    if len(now) != 1 or len(before) != 1:
        return None, None
    pair = now[0], before[0]
    return pair if _alone(pair, here) and _of_one(*pair) else (None, None)


def _of_one(now: Figure, before: Figure) -> bool:
    """Tell whether two levels are of one thing: 全县收入 and 全市收入 are of two places."""
    places = [_PLACE.search(one.raw) for one in (now, before)]
    if all(places) and len({found[0] for found in places if found}) > 1:
        return False
    names = [measures.name(one.raw) for one in (now, before)]
    counted = any(_NUMBER.search(name) for name in names)  # 2023年办理的数量为7262件
    return not all(names) or counted or measures.akin(*names) or names[0] == names[1]


def _alone(pair: tuple[Figure, Figure], here: Sequence[Figure]) -> bool:
    """Tell whether what else was told of the unit is the whole of both, or stands in a bracket.

    共制发141份，其中2020年47份、2021年94份; 共11668件（热线5853件，自收93件），2023年….
    """
    first = min(pair, key=lambda one: one.span)
    inside = False
    for one in here:
        if one in pair:
            inside = False
            continue
        inside = inside or one.enters
        if not inside and not (one.span < first.span and first.parts and one is here[0]):
            return False
    return True


def multiples(
    body: Sequence[Figure], text: str, _facts: Facts, _passage: Span
) -> list[Sum]:
    """是上年的1.32倍，增长32.0%; 增长5.3%，恢复至上年同期的105.3%: two ways to say one thing."""
    found = []
    for one, other in pairwise(body):
        growth, times = (one, other) if one.role == "growth" else (other, one)
        if growth.role != "growth" or growth.kind != "percent" or times.role == "growth":
            continue
        if growth.clause != times.clause or growth.name or not _of_a_year(growth):
            continue
        if _NAMED_YEAR.search(text, one.span.end, other.span.start):
            continue  # 同比增长53.7%，恢复到2019年同期的113.7%
        if times.kind in {"times", "percent"} and _OF_LAST.search(times.raw):
            found.append(movements.as_often(times, growth))
    return found


def mean_growths(
    body: Sequence[Figure], text: str, facts: Facts, passage: Span
) -> list[Sum]:
    """由2019年的20.1万吨增加到2023年的23.4万吨，年均增长3.9%: of the years between the two."""
    means = [one for one in body if one.kind == "percent" and one.raw.startswith(_MEANS)]
    means = [one for one in means if _MEAN.search(one.raw)]
    if not means:
        return []
    told = _told(body, text, facts, passage)
    found = []
    for mean in means:
        ends = [one for one in body if one.span < mean.span and one.sentence == mean.sentence]
        if since := _since_census(mean, ends):
            found.append(since)
            continue
        ends = [one for one in ends if one.kind == "amount" and one.span in told][-_ENDS:]
        if len(ends) < _ENDS:
            found += _over_years(mean, body, text, passage)
            continue
        if ends[0].base != ends[1].base or ends[1].word != "to":
            continue
        (first, rest), (last, other) = (told[one.span] for one in ends)
        if not ends[0].amount:
            continue  # from nothing, nothing grows by so many percent
        if last - first > 1 and rest == other and measures.nominal(ends[1]):
            mean.sign = -1 if _FALLS.search(mean.raw) else 1
            found.append(movements.mean_growth(ends[0], ends[1], mean, last - first))
    return found


def _since_census(mean: Figure, before: Sequence[Figure]) -> Sum | None:
    """人口753405人，与2010年第六次全国人口普查的704878人相比，…，年平均增长率为0.67%."""
    then = next((one for one in before if one.role == "base" and _CENSUS.search(one.raw)), None)
    if then is None or not then.amount:
        return None
    now = [one for one in before if one.role == "level" and one.span < then.span]
    if len(now) != 1 or now[0].base != then.base:
        return None
    fell = _FALLS.search(mean.raw) or now[0].amount < then.amount
    mean.sign = -1 if fell else 1
    made = movements.mean_growth(then, now[0], mean, _BETWEEN)
    if made.holds:
        return made
    # Offices reckon it in several ways: what is near is let be.
    with localcontext() as context:
        context.prec = _PLACES
        yearly = abs((now[0].amount / then.amount) ** (Decimal(1) / _BETWEEN) - 1) * 100
    return made if abs(yearly - abs(mean.number)) > _NEARLY else None


def _over_years(mean: Figure, body: Sequence[Figure], text: str, passage: Span) -> list[Sum]:
    """五年来，…从143.5亿元增加到216.1亿元，年均增长7.3%: the passage says how many years went by.

    Only one such span may be told in it, and the two values stand right before the rate.
    """
    before = [one for one in body if one.span < mean.span and one.sentence == mean.sentence]
    ends = before[-_ENDS:]
    if len(ends) < _ENDS or not ends[0].amount or ends[0].base != ends[1].base:
        return []
    told = {*_YEARS.findall(text, *passage)}
    if len(told) != 1 or ends[0].role != "base" or ends[1].word != "to":
        return []
    said = told.pop()
    years = numerals.single(said) if said else _PLAN
    if years < _ENDS or (ends[1].base == "元" and measures.real(ends[0].raw)):
        return []
    mean.sign = -1 if _FALLS.search(mean.raw) else 1
    return [movements.mean_growth(ends[0], ends[1], mean, years)]
