"""So many to one: 生师比16.5:1, 城乡居民收入比2.21:1, 抚养比3.12:1."""

from __future__ import annotations

from itertools import pairwise

from kuaibao_lint.facts.claims import measures, terms
from kuaibao_lint.facts.claims.asking import Ask, figures_of
from kuaibao_lint.facts.claims.model import Times, TimesBefore
from kuaibao_lint.intervals import exactly, is_share
from kuaibao_lint.light_typing import TYPE_CHECKING
from kuaibao_lint.patterns import pattern

if TYPE_CHECKING:
    from collections.abc import Sequence

    from kuaibao_lint.facts.claims.figure import Figure
    from kuaibao_lint.facts.claims.model import Level

_EITHER_WAY = frozenset(("车位比",))
_BETWEEN = pattern(
    "(?P<first>[^，；。、：与和]{2,6})[与和](?P<second>[^，；。、：与和]{2,6}?)"
    "(?:人数|人员|数量|面积|户数)?(?:之比|的?比例)"
)
_WHOSE = 6  # characters of 农村常住居民
_NAME = 2  # characters of whose ratio it is
_PAIR = 2  # levels that a bracket tells; characters of what stands before it: :1
# 城镇居民37708元，农村居民19824元: of the income that was told of before.
_RESIDENTS = frozenset(("城镇居民", "城镇常住居民"))
_COUNTRY = frozenset(("农村居民", "农村常住居民"))
_DAILY = ("日均", "月均")
_UNLIKE = frozenset("床车报求")  # 床护比: of beds and of people

# 在职退休比, 补贴资金与拉动消费之比: what stands before 比 may name both.
_NAMES = pattern("(?P<names>[^，；。、：（）0-9]{2,14}?)(?:之比|的?比例?|比值)(?:约?为|达到?|是)?$")
_AND = pattern("[与和跟同]")
_BABIES = frozenset("婴孩")
_MARKS = "，；。、：:,"
_STAGE = pattern("小学|初中|高中|幼儿园?|中职|职高")
_LATELY = 2  # sentences from what a ratio is of to the ratio, where both are parts of its kind


def ratio(ask: Ask, near: Sequence[Level]) -> Times | None:
    """生师比16.5:1, 城乡居民收入比2.21:1."""
    named = next((v for k, v in terms.NAMED_RATIOS.items() if k in ask.figure.word), None)
    if named is None:
        return None if "综合" in ask.figure.word else _ratio_of_two(ask.figure, near)
    if terms.BORN.search(ask.figure.raw):  # 男婴815人、女婴911人，出生人口性别比89.46
        near = [c for c in near if not _BABIES.isdisjoint(c.figure.raw) or _were_born(c)]
    pair = _in_bracket(named, ask.figure, near) or _alike(named, near)
    return Times(pair[0].figure, pair[1].figure, ask.figure) if pair else None


def _in_bracket(
    named: tuple[str, str], ratio: Figure, near: Sequence[Level]
) -> tuple[Level, Level] | None:
    """收入比为2.21（城镇38120元、农村17249元）: the two of the bracket behind it."""
    at = next((i for i, c in enumerate(near) if c.figure.span > ratio.span), len(near))
    pair = near[at : at + _PAIR]
    if len(pair) < _PAIR or not pair[0].figure.enters or pair[0].figure.base != pair[1].figure.base:
        return None
    if pair[0].figure.span.start - ratio.span.end > len(pair[0].figure.raw) + _PAIR:
        return None
    first, second = (c.figure.raw for c in pair)
    if named[0] in first and named[1] in second:
        return pair[0], pair[1]
    return (pair[1], pair[0]) if named[0] in second and named[1] in first else None


def _were_born(level: Level) -> bool:
    """出生1726人，其中男815人、女911人: they are parts of those who were born."""
    above = level.group.wholes[0].figure.raw if level.group else ""
    return terms.BORN.search(above) is not None


def ratio_before(ask: Ask, near: Sequence[Level]) -> TimesBefore | None:
    """城镇…10066元，增长5.2%；农村…4984元，增长6.6%。收入比由上年的2.05缩小为2.02.

    Each level before it grew; 实际增长 is not how the amounts did.
    """
    named = next((v for k, v in terms.NAMED_RATIOS.items() if k in ask.figure.word), None)
    pair = _alike(named, near) if named else None
    if pair is None:
        return None
    grown = [(one.figure, one.growth) for one in pair if one.growth]
    if len(grown) < len(pair) or any("实际" in rate.raw for _, rate in grown):
        return None
    return TimesBefore(grown, ask.figure)


def _alike(named: tuple[str, str], near: Sequence[Level]) -> tuple[Level, Level] | None:
    """Return the same measure of both: 城镇居民人均可支配收入, 农村居民人均可支配收入."""
    first, second = named
    for level in near:
        other = level.figure.name.replace(first, second)
        told = level.figure.per_head or first == "男" or level.figure.name in _RESIDENTS
        if told and other != level.figure.name:
            for one in near:
                if one.figure.per_head == level.figure.per_head and one.figure.name == other:
                    return level, one
    return _in_short(named, near) if first != "男" else None


def _in_short(named: tuple[str, str], near: Sequence[Level]) -> tuple[Level, Level] | None:
    """城镇居民人均可支配收入42348元、农村居民18195元: the second goes by whose it is.

    Behind a semicolon, too, where nothing else is said of it.
    """
    first, second = named
    pairs = [
        (one, other)
        for one, other in pairwise(near)
        if one.figure.per_head and first in one.figure.name
        if other.figure.joined or other.figure.raw in _COUNTRY
        if other.figure.name.startswith(second) and len(other.figure.name) <= _WHOSE
        if other.figure.base == one.figure.base
    ]
    return pairs[0] if len(pairs) == 1 else None


def _ratio_of_two(figure: Figure, near: Sequence[Level]) -> Times | None:
    """在职职工8123人，离退休人员2604人，抚养比3.12:1: where only one level has each name.

    Of 在校生34945人，其中小学生23039人，初中生11906人 it is that of all.
    """
    told = [c for c in near if 0 <= figure.sentence - c.figure.sentence <= _LATELY]
    if terms.LEVERAGE.search(figure.word) and not _is_of_guarantees(figure, told):
        return _leverage(figure, told)
    if said := _BETWEEN.search(figure.word):
        return _of_the_named(figure, told, (said["first"], said["second"]))
    word, named = next(((k, v) for k, v in terms.RATIOS_OF.items() if k in figure.word), ("", None))
    if named is None:
        return _of_those_named(figure, told)
    before, _, behind = figure.word.partition(word)
    if not _is_of_those(before, told) or not _is_of_those(behind.removeprefix("比"), told):
        return None  # 全县执业医师1377人、注册护士1881人，县医院医护比1:1.40; 生师比：小学14.3:1
    named = named[::-1] if figure.sign < 0 else named
    if pair := _of_one_kind(figure.word.partition(word)[0].lstrip(_MARKS), named, told):
        return Times(*pair, figure)
    told = [c for c in told if figure.sentence - c.figure.sentence <= 1]
    # 小学…，生师比15.4:1。初中在校生11720人，…；教师931人，生师比12.6:1: of its own sentence
    here = [c for c in told if c.figure.sentence == figure.sentence and c.group is None]
    own = [c for c in here if c.figure.clause == figure.clause]
    pairs = (tuple(_so_called(words, some) for words in named) for some in (own, here, told))
    first, second = next((pair for pair in pairs if all(pair)), (None, None))
    if first is None or second is None or (first.base != second.base and word[0] not in _UNLIKE):
        return None
    others = _others_between(first, second, figure, told)
    if others or _is_of_a_kind((before, behind), (first, second), told):
        return None  # 退休2604人，离休12人，抚养比3.11:1: of both together
    of_kind = _of_its_kind(first, second, told) if "师" in word else None
    if of_kind is not None:
        return Times(*of_kind, figure) if of_kind else None
    first, second = _of_either(first, second, figure, told)
    if word in _EITHER_WAY:  # 车位比1:1.62, 1:0.62: cars to places, or places to cars
        less, more = sorted((first, second), key=lambda one: one.amount)
        first, second = (more, less) if figure.number > 1 else (less, more)
    return Times(first, second, figure)


def _is_of_guarantees(times: Figure, told: Sequence[Level]) -> bool:
    """在保余额16.01亿元，净资产3.08亿元，放大倍数5.20倍: of what was guaranteed, and not moved."""
    return "放大倍数" in times.word and any("净资产" in c.figure.raw for c in told)


def _others_between(
    first: Figure, second: Figure, ratio: Figure, told: Sequence[Level]
) -> bool:
    """Tell whether others that are called alike stand between the two and a ratio."""
    bases, place = {first.base, second.base}, max(first.span, second.span)
    groups = [c.group for c in told if c.figure in (first, second)]
    listed = groups[0] if len(groups) == _NAME and groups[0] is groups[1] else None
    # 其中医师4143人，护士4860人，药师412人，医护比: what the list of both goes on with is let be
    apart = [c for c in told if listed is None or c.group is not listed]
    between = (one for one in figures_of(apart) if place < one.span < ratio.span)
    ends = {first.name[-1:], second.name[-1:]}
    return any(one.base in bases and one.name[-1:] in ends for one in between)


def _of_its_kind(
    first: Figure, second: Figure, told: Sequence[Level]
) -> tuple[Figure, Figure] | tuple[()] | None:
    """在校学生5.07万人，其中小学1.94万人。小学专任教师1559人，生师比12.5:1: of the pupils there.

    None where both are of one stage, nothing where no pupils of the teachers' stage are told.
    """
    stages = [_STAGE.search(one.raw) for one in (first, second)]
    said = [one[0] if one else "" for one in stages]
    early, late = said if first.span < second.span else said[::-1]
    if not late or early == late:
        return None  # 小学在校生19434人，专任教师1559人: and so are these
    if early:
        return ()
    whole, stage = (second, said[0]) if said[0] else (first, said[1])
    parts = [c.figure for c in told if c.group and c.group.wholes[0].of(whole.base) is whole]
    named = [one for one in parts if one.raw.startswith(stage)]
    if len(named) != 1:
        return ()
    return (named[0], second) if whole is first else (first, named[0])


def _of_either(
    first: Figure, second: Figure, ratio: Figure, told: Sequence[Level]
) -> tuple[Figure, Figure]:
    """编制床位600张、开放672张，…护士403人，床护比1:0.60: of the second beds, as they fit."""
    if first.base == second.base or is_share(first.value, second.value, ratio.value):
        return first, second
    told_so = figures_of(told)
    pairs = [(one, second) for one in told_so if one.base == first.base]
    pairs += [(first, one) for one in told_so if one.base == second.base]
    fits = (pair for pair in pairs if is_share(pair[0].value, pair[1].value, ratio.value))
    return next(fits, (first, second))


def _of_those_named(figure: Figure, told: Sequence[Level]) -> Times | None:
    """在职15819人，退休8426人，在职退休比1.88:1; 补贴资金与拉动消费之比为1:6.3: of what it names.

    Each of the two names stands in the words of one level only, and these are of one unit.
    """
    said = _NAMES.search(figure.raw or figure.word)
    if said is None:
        return None
    words = said["names"]
    before = [c.figure for c in told if c.figure.span < figure.span]
    splits = [tuple(_AND.split(words, maxsplit=1))] if _AND.search(words) else []
    splits = splits or [(words[:at], words[at:]) for at in range(1, len(words))]
    found: list[tuple[Figure, Figure]] = []
    for pair in splits:
        fits = [[one for one in before if measures.said_of(w, one.raw)] for w in pair]
        if all(len(one) == 1 for one in fits) and fits[0][0] is not fits[1][0]:
            found.append((fits[0][0], fits[1][0]))
    pairs = {(one.span, other.span): (one, other) for one, other in found}
    if len(pairs) != 1:
        return None
    first, second = next(iter(pairs.values()))
    if figure.sign < 0:
        first, second = second, first
    return Times(first, second, figure) if first.base == second.base else None


def _of_the_named(
    times: Figure, told: Sequence[Level], names: tuple[str, str]
) -> Times | None:
    """在职职工23165人，离退休17667人，在职与离退休人数之比为1.31:1: of the only ones called so."""
    pair = [
        [c.figure for c in told if name in c.figure.raw and c.figure.span < times.span]
        for name in names
    ]
    if any(len(found) != 1 for found in pair) or pair[0][0].base != pair[1][0].base:
        return None
    one, other = (found[0] for found in pair)
    near = times.sentence == one.sentence == other.sentence
    return Times(*((one, other) if times.sign >= 0 else (other, one)), times) if near else None


def _of_one_kind(
    own: str, named: Sequence[Sequence[str]], told: Sequence[Level]
) -> tuple[Figure, Figure] | None:
    """学生13万人（小学59087人、…），教师9366人（小学3898人、…）。小学生师比15.2:1: of these two.

    Or of 小学专任教师3898人, which say themselves whose they are.
    """
    if not own:
        return None
    kinds = [c for c in told if c.group and c.figure.name == own]
    pair = [
        [c.figure for c in kinds if c.group and _is_said(words, c.group.wholes[0].figure)]
        or [one for c in told if (one := c.figure).raw.startswith(own) and _is_said(words, one)]
        for words in named
    ]
    return (pair[0][0], pair[1][0]) if len(pair[0]) == len(pair[1]) == 1 else None


def _is_said(words: Sequence[str], one: Figure) -> bool:
    return any(word in one.raw for word in words)


def _is_of_those(own: str, told: Sequence[Level]) -> bool:
    """Tell whether a ratio's own words are those of what was told, or say nothing: 全县, 平均."""
    own = measures.name(own.lstrip(_MARKS))
    if len(own) < _NAME or terms.ALL_SCHOOLS.search(own):
        return True
    return any(own[:_NAME] in one.raw for one in figures_of(told))


def _is_of_a_kind(
    words: Sequence[str], pair: Sequence[Figure], told: Sequence[Level]
) -> bool:
    """学生47372人，其中小学21641人，…，教师3065人，生师比：小学15.0:1: not of all of them."""
    said = "".join(one.raw for one in pair)
    names = [measures.name(one.lstrip(_MARKS)) for one in words]
    own = [one[:_NAME] for one in names if len(one) > 1 and not terms.ALL_SCHOOLS.search(one)]
    return any(one not in said and any(one in c.raw for c in figures_of(told)) for one in own)


def _so_called(words: Sequence[str], told: Sequence[Level]) -> Figure | None:
    """Return the only figure that has one of the names, or the only one that is no part."""
    found = [
        (one, c.group)
        for c in told
        if c.figure.role != "average" or c.figure.raw.startswith(_DAILY)  # 每千人口执业医师3.28人
        for one in (c.figure, *c.mates)
        if any(word in one.raw for word in words)
    ]
    if len(found) > 1 and (made := _added_up(words, told)):
        return made
    if len(found) > 1:
        found = [(one, group) for one, group in found if group is None]
    return found[0][0] if len(found) == 1 else None


def _added_up(words: Sequence[str], told: Sequence[Level]) -> Figure | None:
    """医师687人、助理医师178人，合计865人；护士1257人，医护比: return what both make, if told."""
    totals = [c.total for c in told if any(word in c.figure.raw for word in words)]
    first = totals[0] if totals else None
    return first if first and all(one is first for one in totals) else None


def _leverage(times: Figure, levels: Sequence[Level]) -> Times | None:
    """发放补贴530万元，拉动消费3711万元，撬动比1:7.0: what was moved, and the money before it.

    兑付3556万元，其中家电1419万元、家装141万元，拉动…: of which the parts are but parts, unless the
    last of them gives what was told.
    """
    found = [c for c in levels if c.figure.span < times.span and terms.MOVED.search(c.figure.raw)]
    if len(found) != 1:
        return None
    moved = found[0].figure
    before = [c for c in levels if c.figure.span < moved.span and c.of(moved.base)]
    last = before[-1].figure if before else None
    if last and before[-1].group and not (last.base == moved.base and _fits(moved, last, times)):
        before = [c for c in before if c.group is None]
    if any(moved.span < c.figure.span < times.span and c.figure.base == moved.base for c in levels):
        return None  # 核销780万元，带动消费5670万元；其中汽车券321万元，拉动比1:11.8: of the cars
    spent = [one for c in before[-1:] if (one := c.of(moved.base))]
    own = terms.LEVERAGE.split(times.raw)[0][:_NAME]
    named = len(own) == _NAME and any(own in c.figure.raw for c in levels)
    if named and not any(own in one.raw for one in (moved, *spent)):
        return None  # 餐饮券57万元、零售券100万元，合计157万元，带动1181万元，零售带动比1:8.8
    if not spent or not spent[0].amount:
        return None
    if moved.base != spent[0].base or moved.sentence != spent[0].sentence:
        return None
    return Times(moved, spent[0], times)


def _fits(one: Figure, other: Figure, times: Figure) -> bool:
    """Tell whether an amount is so many times another: 核销173万元，拉动消费1033万元，1:5.98."""
    return other.value.times(times.value).meets(one.value.times(exactly(100)))
