"""Wholes and parts that are told without 其中: by their names, and by what they add up to."""

from __future__ import annotations

from itertools import takewhile

from kuaibao_lint.facts.claims import complements, terms
from kuaibao_lint.facts.claims.figure import altogether
from kuaibao_lint.facts.claims.model import Group, Level
from kuaibao_lint.facts.claims.undecided import undecided
from kuaibao_lint.intervals import total
from kuaibao_lint.light_typing import TYPE_CHECKING
from kuaibao_lint.patterns import pattern

if TYPE_CHECKING:
    from collections.abc import Sequence

    from kuaibao_lint.facts.claims.figure import Figure

_EACH = pattern("分别(?:[为是])(?![上去]年|[TPY]|全|同)[^，；的]+$")
_WHOLES = 4  # levels of the sentence before that may be the whole
_BASIC = "基本支出"
_KEPT = pattern("结转|上年")
_PEOPLE = frozenset(("人", "人次"))
_LETTERS = frozenset(("件", "批", "件次", "批次"))  # in which petitions are counted
_MOST = 5  # parts that are known to make up a whole
_PAIR = 2  # items on each side of one
_NOUN = 2  # characters that say what is counted
_SOME = 3  # digits of what is left, and of what it is left of, that fit by chance seldom
_VIEWS = 3  # sentences from a whole to the last view of it


def implied(
    here: Sequence[Level], before: Sequence[Level], passage: Sequence[Level] = ()
) -> list[Group]:
    """办理事项9件，网上办理6件，窗口办理3件: parts by their names.

    here: the levels of the sentence. before: those of the one before it, which may tell the whole.
    passage: all levels so far, with plans.
    """
    levels = [one for one in here if one.group is None]
    if not levels:
        return []
    _count_letters(levels, before)
    found = _runs(levels) + _following(levels, before)
    for base in {one.figure.base for one in levels}:
        told = [one for one in here if one.figure.base == base]
        same = [one for one in told if one.group is None]
        earlier = _with_wholes(before, base)
        listed: dict[int, list[Level]] = {}  # the wholes of a list, by the number of what follows
        for at in range(len(same) - 1):
            wholes = _before(same[at], told, listed.get(at, []), earlier)
            wholes += _planned(same[at], passage) + _of_its_plan(same[at])
            for count in range(2, min(_MOST, len(same) - at) + 1):
                parts = same[at : at + count]
                fits = [one for one in wholes if _makes_up(parts, one) and not _apart(parts, one)]
                fits = [c for c in fits if _is_sum(c, parts) or not _is_item(c, before, parts)]
                fits.sort(key=lambda one: (not _is_sum(one, parts), _BASIC not in one.figure.raw))
                if fits and not _is_sum(fits[0], parts):
                    # 签约812户，腾空762户；货币补偿431户、产权调换381户: of the 812
                    before_it = told[: next(n for n, c in enumerate(told) if c is parts[0])]
                    fits[:0] = [one for one in before_it if _is_sum(one, parts)][-1:]
                if fits and _begins_list(fits[0], parts, passage):
                    continue
                if fits and _is_made_up_later(fits[0], parts, same[at + count :]):
                    continue
                if fits and not _are_listed_with(wholes, parts):
                    longer = fits[0] in told and _may_be_longer(parts)
                    longer = longer or _is_beside(fits[0], parts)
                    fits += _beside_whole(fits[0], parts, [*before, *here])
                    guess = longer or _goes_on(parts, same[at + count :])
                    group = Group(fits, guess=guess, told=passage)
                    group.parts = parts
                    found.append(group)
                    listed[at + count] = fits
                    for one in parts:
                        one.above = one.above or fits[0]
    return found


def _count_letters(levels: Sequence[Level], before: Sequence[Level]) -> None:
    """登记1221件次。来信93件、来访200批508人次、网上信访743件、来电185件: count these as it is."""
    if "来" not in levels[0].figure.raw or not before:
        return
    run = [levels[0], *takewhile(lambda c: c.figure.joined, levels[1:])]
    bases = {one.figure.base for one in run}
    whole = before[-1].figure
    alike = len(bases) > 1 and "批" in bases and bases <= _LETTERS
    if alike and whole.base in _LETTERS and complements.complete(called(run)):
        for one in run:
            one.figure.base = whole.base


def _begins_list(whole: Level, parts: Sequence[Level], passage: Sequence[Level]) -> bool:
    """热线12887件。咨询6441件；求助3573件；…: what seems the whole is the first part."""
    if whole.order + 1 != parts[0].order or whole.figure.clause == parts[0].figure.clause:
        return False
    base = parts[0].figure.base
    made = altogether([whole.figure, *(c.figure for c in parts)])
    before = passage[max(0, whole.order - _WHOLES) : whole.order]
    return any(one.amount == made for c in before if (one := c.of(base)))


def _is_made_up_later(
    whole: Level, parts: Sequence[Level], after: Sequence[Level]
) -> bool:
    """收案8229件：刑事260件；行政32件；执行2048件；民商事5789件；非诉98件；再审2件: of all six."""
    made, due = altogether([c.figure for c in parts]), whole.figure.amount
    for one in after[:_MOST]:
        if made >= due:
            break
        made += one.figure.amount
        if made == due:
            return True
    return False


def _planned(first: Level, passage: Sequence[Level]) -> list[Level]:
    """任务5.08万亩，新建3.54万亩，改造1.54万亩: what is planned may be the whole of a list, too."""
    near = passage[max(0, first.order - _WHOLES) : first.order]
    # 计划征收968户。已签约908户，腾空812户；货币补偿473户、产权调换435户: not where more was told
    last = [c for c in near if c.figure.base == first.figure.base][-1:]
    plans = (c for c in last if c.figure.role == "plan")
    return [c for c in plans if first.figure.sentence - c.figure.sentence <= 1]


def _of_its_plan(first: Level) -> list[Level]:
    """完工236公里，为年度目标397公里的59.4%；在建115公里，未开工46公里: of all that was planned."""
    plan = first.plan
    return [Level(plan, first.order)] if plan and plan.base == first.figure.base else []


def _apart(parts: Sequence[Level], whole: Level) -> bool:
    """选聘护林员553名。设县级林长12名、乡级林长206名、村级林长329名: they are no 护林员."""
    first = parts[0].figure
    noun = first.raw[-_NOUN:]
    if first.base != "人" or not all(one.figure.raw.endswith(noun) for one in parts):
        return False
    one = whole.figure
    return len(noun) == _NOUN and one.sentence < first.sentence and noun not in one.raw + one.tail


def _is_item(whole: Level, before: Sequence[Level], parts: Sequence[Level]) -> bool:
    """公安局（295宗）、忠和镇（220宗）、人社局（156宗）。…: none is the whole of what follows.

    Items of a list of three or more, of the sentence before.
    """
    one = whole.figure
    if one.sentence == parts[0].figure.sentence or whole not in before:
        return False
    if (noun := one.name[-1:]) and all(noun in c.figure.raw for c in parts):
        return False  # 羊109万只、牛5万头、马1万匹。绵羊43万只，山羊66万只
    place = before.index(whole)
    near = [c.figure for c in before[max(0, place - _PAIR) : place + _PAIR + 1]]
    items = [c for c in near if c.clause == one.clause]
    listed = [c.joined or (c.enters and not c.parts) for c in items]
    return sum(listed) > 1 and (one.joined or one.enters or (one is items[0] and listed[1]))


def _beside_whole(
    whole: Level, parts: Sequence[Level], levels: Sequence[Level]
) -> list[Level]:
    """图斑683个、面积2543亩，核减92个、547亩，需整改591个、1996亩: the areas are of the area."""
    after = whole.order + 1
    bases = {one.base for one in parts[0].mates}
    return [c for c in levels if c.order == after < parts[0].order and c.figure.base in bases]


def _before(
    first: Level, told: Sequence[Level], listed: Sequence[Level], earlier: Sequence[Level]
) -> list[Level]:
    """Return what a list may be of, that begins with a level: the one before it, or its whole.

    市本级40亿元，已分配30亿元，未分配10亿元; 交办2293件，直办87件；按期回复2295件，逾期回复85件.
    """
    place = next(at for at, one in enumerate(told) if one is first)
    if not place:
        return [*earlier]
    last = told[place - 1]
    return [last, *(one for one in (*listed, *_whole_above(last)) if one is not last)]


def _with_wholes(levels: Sequence[Level], base: str) -> list[Level]:
    """Return the last levels of a unit and, before each list, its whole.

    游客6万人次。其中，国内5万人次，入境1万人次。男3万人次，女3万人次: of the 6.
    """
    found: list[Level] = []
    for one in levels:
        # 公安局（293宗）、忠和镇（221宗）: each in a bracket of its own, none is a whole
        alone = one.figure.enters and one.figure.leaves
        if one.figure.base == base and not alone:
            found += [c for c in (*_whole_above(one), one) if c not in found]
    if not found:  # 供地49宗、205公顷。其中住宅41公顷，…。出让31宗、划拨18宗: of the 49
        groups = {id(c.group): c.group for c in levels if c.group and not c.group.view}
        found = [c for one in groups.values() for c in one.wholes if c.figure.base == base]
    if not found and base in _PEOPLE:  # 低保437户680人。男352人、女328人: of these
        found = [twin for c in levels if c.mates and (twin := c.twin(base))]
    last = found[-_WHOLES:]
    told = (one for one in last if one.group)
    above = [c for one in told for c in _whole_above(one) if c not in last]
    return [*above[:1], *last]


def _whole_above(part: Level) -> list[Level]:
    """Return the whole of the group in which a level is told."""
    wholes = part.group.wholes if part.group else [part.above] if part.above else []
    return [one for one in wholes if one.figure.base == part.figure.base][:1]


def called(levels: Sequence[Level]) -> list[str]:
    """Return what levels are called before their numbers, or behind them all: 145户产值下降."""
    names = [one.figure.raw or one.figure.name for one in levels]
    if all(names):
        return names
    behind = [one.figure.tail for one in levels]
    return behind if all(behind) else names


def _following(levels: Sequence[Level], before: Sequence[Level]) -> list[Group]:
    """收入234267万元。市本级54065万元，县区180202万元: what they add up to decides (parts.py)."""
    last = before[-1:]
    found = []
    for base in {one.figure.base for one in levels}:
        same = [one for one in (*last, *levels) if one.figure.base == base]
        listed = all(one.figure.joined for one in same[2:])  # _runs has those
        per_head = any(one.figure.per_head for one in same)
        if listed or per_head or len(same) <= 2 or _in_clauses_of_their_own(same):
            continue
        if len(same) <= _MOST + 1 and not _stocks_in_flow(same):
            group = Group(same[:1], guess=True)
            group.parts = same[1:]
            found.append(group)
    return found


def _in_clauses_of_their_own(levels: Sequence[Level]) -> bool:
    """老人41648人；高血压28660人；糖尿病9339人；障碍2383人，管理2266人: none is a whole."""
    first, *parts = (one.figure for one in levels)
    clauses = len({one.clause for one in parts})
    if clauses not in {1, len(parts)}:
        return True
    return clauses > 1 and first.sentence == parts[0].sentence and first.clause != parts[0].clause


def _stocks_in_flow(levels: Sequence[Level]) -> bool:
    """生产原煤3257吨，销售3237吨，年末库存80吨: what is in stock is no part of it.

    营业收入12亿元，营业成本10亿元，利润1亿元; 发送旅客119万人次，单日最高5457人次: nor are these.
    """
    whole, *parts = (terms.STOCK.search(one.figure.raw) is not None for one in levels)
    return not whole and any(parts)


def _makes_up(parts: Sequence[Level], whole: Level) -> bool:
    """Tell whether the names say that these parts are all of something told just before."""
    return (
        parts[0].figure.sentence - whole.figure.sentence <= _VIEWS
        and not any(one.figure.per_head for one in parts)
        and (
            (_heads(whole, parts) or _are_each_of(whole, parts))
            if parts[0].figure.each
            else not (any(one.figure.each for one in parts) or _is_one_of(whole, parts))
        )
        and _is_large_enough(whole.figure, [one.figure for one in parts])
        and not ("岁" in whole.figure.raw and "岁" in parts[0].figure.raw)
        and (
            complements.complete(names := called(parts))
            or complements.named(whole.figure.raw, names)
            or (
                complements.done_and_under_way(names)
                and altogether([c.figure for c in parts]) > whole.figure.amount
            )
        )
        and not undecided(whole.figure.raw, names)
        # 在建71项，到位17亿元。新开工的到位3亿元；续建的开工以来到位32亿元: of more than this year
        and ("以来" in whole.figure.raw or not any("以来" in name for name in names))
        # 任务2.86万亩。上年结转的1.21万亩已完工，本年新建完成1.22万亩: neither is of what is due
        and not ("完成" in parts[-1].figure.raw and _KEPT.search(parts[0].figure.raw))
    )


def _are_listed_with(wholes: Sequence[Level], parts: Sequence[Level]) -> bool:
    """幼儿园63所（公办50所），小学43所，初中12所，高中3所: 63 are no whole of these."""
    names = called(parts)
    if any(_BASIC in one.figure.raw for one in wholes):
        return False  # 基本支出9万元，项目支出2万元。人员经费7万元，公用经费2万元: of the first
    return any(complements.complete_with(one.figure.raw, names) for one in wholes)


def _is_sum(whole: Level, parts: Sequence[Level]) -> bool:
    """建议129件，闭会期间6件，交办126件。A类76件，…: of the 126, if the parts make so many."""
    return total([one.figure.value for one in parts]).meets(whole.figure.value)


def _goes_on(parts: Sequence[Level], after: Sequence[Level]) -> bool:
    """Tell whether a list goes on: 问题94个，立行立改30个，限期整改58个，移交6个."""
    last = parts[-1].figure
    apart = len({one.figure.clause for one in parts}) == len(parts)
    return last.remains or any(
        (apart or one.figure.clause == last.clause)
        and not terms.ENDS_PARTS.match(one.figure.raw)
        for one in after[:1]
    )


def _may_be_longer(parts: Sequence[Level]) -> bool:
    """行政许可57件，行政处罚34件，其他17件: what 其他 closes may have begun before these."""
    listed = all(one.figure.joined for one in parts[1:])
    return complements.is_rest(parts[-1].figure.raw) and not listed


def _heads(whole: Level, parts: Sequence[Level]) -> bool:
    """进出口、出口、进口分别为42亿元、31亿元、11亿元: the first of such a list is the whole."""
    first = whole.figure
    if first.joined or not first.each or not all(one.figure.each for one in parts):
        return False
    return "总" in first.name or len({one.figure.name[-1:] for one in (whole, *parts)}) == 1


def _are_each_of(whole: Level, parts: Sequence[Level]) -> bool:
    """批发业和零售业分别实现8亿元和366亿元；住宿业和餐饮业实现4亿元和33亿元: four that are all.

    税收和非税收入分别为6亿元和3亿元: or two, where no verb says what else these are.
    """
    each = all(one.figure.each for one in parts) and not whole.figure.each
    apart = len(parts) > _PAIR and whole.figure.sentence < parts[0].figure.sentence
    return each and (apart or parts[0].figure.word == "is")


def _is_one_of(whole: Level, parts: Sequence[Level]) -> bool:
    """城市6.5万起；县城6.9万起；农村7万起；其他1.1万起: all between semicolons, none is a whole.

    公共收入93132万元；地方收入63862万元；上划29270万元: unless no part is just called the rest.
    """
    if whole.figure.sentence != parts[0].figure.sentence:
        return False
    if parts[0].figure.joined:
        return True  # 酒驾27起、超员11起、其他10起
    if complements.in_degrees(called(parts)):
        return True
    return _is_beside(whole, parts) and complements.is_rest(parts[-1].figure.raw)


def _is_beside(whole: Level, parts: Sequence[Level]) -> bool:
    """Tell whether a whole and its parts have each a place of their own between semicolons."""
    here = whole.figure.sentence == parts[0].figure.sentence
    return here and len({one.figure.clause for one in (whole, *parts)}) == len(parts) + 1


def _is_large_enough(whole: Figure, parts: Sequence[Figure]) -> bool:
    """Tell whether a whole is as large as its parts, or would be but for a slip in it or in one.

    申请8075件，受理8554件，不予受理151件: numbers of so many digits are one slip away seldom.
    """
    largest = max(parts, key=lambda one: one.value.low)
    if largest.value.low <= whole.value.high:
        return True
    # 处分351人。处分县处级6人、乡科级51人、…: what is told again is what was told last
    again = len(whole.raw) > 1 and parts[0].raw.startswith(whole.raw)
    apart = whole.sentence < largest.sentence and not again
    if min(largest.length, whole.length) < _SOME + apart:
        return False
    added = total([one.value for one in parts])
    needed = whole.value.minus(total([one.value for one in parts if one is not largest]))
    return any(one.meets(added) for one in whole.slips()) or any(
        one.meets(needed) for one in largest.slips()
    )


def _are_so_many(whole: Level, parts: Sequence[Level]) -> bool:
    """从业人员21万人，三次产业从业人员分别为6万人、7万人和8万人: as many as the words say."""
    first = parts[0].figure
    if not first.each or first.per_head or not all(one.figure.joined for one in parts[1:]):
        return False
    named = whole.figure.raw if first.raw.startswith("分别") else first.raw
    return complements.members(named) == len(parts)


def _runs(levels: Sequence[Level]) -> list[Group]:
    """Return lists of like amounts behind a larger one: what they add up to decides (parts.py)."""
    found: list[Group] = []
    at = 0
    while at < len(levels):
        end = at + 1
        while (
            end < len(levels)
            and levels[end].figure.base == levels[at].figure.base
            and (levels[end].figure.joined or levels[end].figure.clause == levels[at].figure.clause)
        ):
            end += 1
        run = [*levels[at:end]]
        apart = (place for place in range(len(run) - 1, 0, -1) if not run[place].figure.joined)
        start = next(apart, 1)  # where the list that ends the run begins
        if start < len(run) - 1 and not _stocks_in_flow(run[start - 1 :]):
            parts = run[start:]
            # 岗位126个，分别是教育类46个、卫生类48个、…: what is told each is all
            each = parts[0].figure.each and _EACH.match(parts[0].figure.raw) is not None
            guess = not (each or _are_so_many(run[start - 1], parts))
            group = Group([run[start - 1]], guess=guess, aside=each)
            group.parts = parts
            found.append(group)
        at = end
    return found
