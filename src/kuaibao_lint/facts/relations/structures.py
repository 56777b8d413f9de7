"""Structure ratios of the three sectors: 三次产业结构为8.1:41.6:50.3."""

from __future__ import annotations

from decimal import Decimal
from itertools import pairwise

from kuaibao_lint.facts.model import Ratio
from kuaibao_lint.facts.numerals import slips
from kuaibao_lint.facts.relations import formulas, movements
from kuaibao_lint.intervals import Interval
from kuaibao_lint.light_typing import TYPE_CHECKING
from kuaibao_lint.patterns import pattern

if TYPE_CHECKING:
    from collections.abc import Sequence

    from kuaibao_lint.facts.claims.figure import Figure
    from kuaibao_lint.facts.model import Facts
    from kuaibao_lint.facts.relations.sum import Sum
    from kuaibao_lint.source import Span

_BEFORE = 16  # characters before a ratio that say what it is
_SHARED = pattern("比例|比重|占比|构成|粮经|轻重|普职|养捕|公私")
_THEN = pattern("(?<![比较与和同])(?:Y|上年)")  # 上年全县生产总值
# A year of which is told, and not one with which another is compared.
_YEAR = pattern("(?<![比较与和同按以由从])(20[0-9]{2})年(?!不?变?价|可比|的[0-9])")
_CHECKED = pattern("最终核[实算定]|核实数|修订数|终核数")
_PAIR = 2
_WHOLE = Decimal(100)
_STRUCTURE = pattern("三次产业|三产|产业结构")
_SECTORS = 3
_NEARLY = Decimal("0.5")  # what rounding may leave
_NATURAL = ("出生", "死亡", "自然增长")
_PEOPLE = {"出生": ("出生", "出生人口", "出生人数"), "死亡": ("死亡", "死亡人口", "死亡人数")}
_TELLING = 3  # digits of a number of people, and of a rate, that tell enough
# 第一、二、三产业增加值分别为…: names of one list are not repeated.
SECTORS = (("第一产业", "一产", "第一"), ("第二产业", "二产", "二"), ("第三产业", "三产"))


def structures(
    body: Sequence[Figure], text: str, _facts: Facts, passage: Span
) -> list[Sum]:
    """三次产业结构为8.1:41.6:50.3: the parts make 100 and agree with the sectors' levels."""
    found = []
    shares: list[Figure] = []  # ratios of two that are of a hundred
    for index, figure in enumerate(body):
        if not isinstance(figure.fact, Ratio):
            if figure.role == "from" and _STRUCTURE.search(figure.raw):
                found += _in_percent(body[index : index + 2 * _SECTORS])
            continue
        ratio = figure.fact
        earlier = body[index - 1] if index else None
        shifted = earlier is not None and earlier.kind == "ratio" and earlier.structure
        sectors = figure.structure or shifted
        if len(ratio.parts) == _PAIR and not sectors:
            follows = bool(shares) and earlier is shares[-1]
            if _of_hundred(ratio) and (follows or _tells_shares(figure, text)):
                shares.append(figure)  # 养捕比例由74.4∶25.6调整为79.1∶20.9
                found.append(formulas.structure(ratio.parts, ratio.ulp, figure))
            continue
        if len(ratio.parts) < 3 or (sectors and len(ratio.parts) > 3):
            continue
        figure.structure = sectors
        if not (sectors or _tells_shares(figure, text)) or not _of_hundred(ratio):
            continue
        found.append(formulas.structure(ratio.parts, ratio.ulp, figure))
        if not sectors:
            found += _listed(body[:index], figure, ratio)
            continue
        before = text[max(0, figure.span.start - 8) : figure.span.start]
        told_then = "由" in before or "上年" in before or _is_of_last_year(body[:index], figure)
        if sectors and not told_then:
            found += _sectors(body[:index], figure, ratio, text[passage.start : figure.span.start])
    return found


def _is_of_last_year(before: Sequence[Figure], ratio: Figure) -> bool:
    """经核实，上年生产总值90亿元，增长7.4%，三次产业结构为…: of that year."""
    first = next((one for one in before if one.sentence == ratio.sentence), None)
    return first is not None and _THEN.search(first.raw) is not None


def _in_percent(run: Sequence[Figure]) -> list[Sum]:
    """三次产业结构由上年的22.3%、28.6%和49.1%调整为20.2%、27.3%和52.5%: each three make 100."""
    roles = [one.role for one in run]
    told = roles == ["from"] * _SECTORS + ["to"] * _SECTORS
    if not told or any(one.kind != "percent" or one.sentence != run[0].sentence for one in run):
        return []
    return [formulas.hundred(run[:_SECTORS]), formulas.hundred(run[_SECTORS:])]


def _tells_shares(figure: Figure, text: str) -> bool:
    """占申请总量的比例为41:45:14: the words before a ratio say that it is one of shares."""
    words = text[max(0, figure.span.start - _BEFORE) : figure.span.start]
    return _SHARED.search(words) is not None


def _of_hundred(ratio: Ratio) -> bool:
    """Tell whether the parts make some 100, or would but for one slip: 1:3.2:2.6 are no shares."""
    added = sum(ratio.parts, Decimal(0))
    slipped = (added - part + Decimal(slip) for part in ratio.parts for slip in slips(str(part)))
    return abs(added - _WHOLE) <= _NEARLY or any(abs(one - _WHOLE) <= _NEARLY for one in slipped)


def natural_growth(body: Sequence[Figure]) -> list[Sum]:
    """出生率7.85‰，死亡率2.91‰，自然增长率4.94‰: the last is the difference of the others."""
    told = [one for one in body if one.kind == "percent" and one.word.endswith(_NATURAL)]
    if len(told) < len(_NATURAL):
        return []
    rates = {name: [one for one in told if one.word.endswith(name)] for name in _NATURAL}
    if any(len(found) != 1 for found in rates.values()):
        return []
    birth, death, growth = (found[0] for found in rates.values())
    growth.sign = 1
    if growth.number < 0:  # 自然增长率-4.08‰: more died, by so many
        growth.value = Interval(-growth.value.high, -growth.value.low)
        death, birth = birth, death
    return [movements.step(death, birth, growth)]


def births_and_deaths(body: Sequence[Figure]) -> list[Sum]:
    """出生人口1150人，出生率7.42‰；死亡人口1900人，死亡率12.26‰: both are of one population."""
    told = [
        (level, rate)
        for level, rate in pairwise(body)
        if rate.unit == "‰" and rate.kind == "percent" and rate.word.endswith(_NATURAL)
    ]
    pairs = []
    for name in _NATURAL[:2]:
        found = [
            (level, rate)
            for level, rate in told
            if rate.word.endswith(name)
            if level.role == "level" and level.raw.endswith(_PEOPLE[name])
            if level.sentence == rate.sentence and level.weight >= _TELLING <= rate.length
        ]
        if len(found) != 1:
            return []
        pairs += found
    same = pairs[0][0].base == pairs[1][0].base == "人"
    near = pairs[0][0].sentence == pairs[1][0].sentence
    return [formulas.one_whole(pairs, "比率")] if same and near else []


def _sectors(
    body: Sequence[Figure], figure: Figure, ratio: Ratio, words: str
) -> list[Sum]:
    """Each part of the ratio is a sector's share of their sum; words: of the text before it."""
    levels = []
    for names in SECTORS:
        named = [f for f in body if f.role == "level" and _called(f).startswith(names)]
        if len(named) != 1:
            return []
        levels.append(named[0])
    if len({f.base for f in levels}) != 1:
        return []
    behind = levels[-1].span.end - figure.span.start  # what follows the sectors
    if levels[-1].sentence != figure.sentence and _is_of_another_year(words, behind):
        return []
    sums = [formulas.sector(levels, place, ratio, figure) for place in range(3)]
    broken = [one for one in sums if not one.holds]
    return sums if len(broken) < 2 or _one_slip(sums, levels) else []


def _is_of_another_year(words: str, behind: int) -> bool:
    """2022年…第三产业43亿元。2021年生产总值最终核实数为94亿元，三次产业结构为…: of 2021.

    behind: where the words begin that stand between the sectors and the ratio.
    """
    sentence = words[behind:].partition("。")[2]
    if _CHECKED.search(sentence):
        return True
    told, before = _YEAR.findall(sentence), _YEAR.findall(words[:behind])
    return bool(told and before) and told[-1] != before[-1]


def _listed(body: Sequence[Figure], figure: Figure, ratio: Ratio) -> list[Sum]:
    """分别为6.92万人、5.26万人和10.97万人，占比29.9:22.7:47.4: of the list right before it."""
    size = len(ratio.parts)
    levels = body[-size:]
    one_list = all(one.joined and one.role == "level" for one in levels[1:])
    first = levels[0] if len(levels) == size else None
    if first is None or first.role != "level" or first.joined or not one_list:
        return []
    if first.sentence != figure.sentence or len({one.base for one in levels}) != 1:
        return []
    sums = [formulas.sector(levels, place, ratio, figure) for place in range(size)]
    broken = [one for one in sums if not one.holds]
    return sums if len(broken) < 2 or _one_slip(sums, levels) else []


def _called(figure: Figure) -> str:
    return figure.name or figure.raw


def _one_slip(sums: Sequence[Sum], levels: Sequence[Figure]) -> bool:
    """Tell whether one slip in a level explains why its ratio fits in no place.

    非公有制经济…，第一产业…，第二产业…。全市三次产业结构…: levels and ratio of two things.
    """
    return any(
        all(one.with_value(level, value) for one in sums)
        for level in levels
        for value in level.slips()
    )
