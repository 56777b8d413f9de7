"""What must hold between a whole and its parts, once all parts are known."""

from __future__ import annotations

from itertools import pairwise, takewhile

from kuaibao_lint.facts.claims import complements, measures, terms
from kuaibao_lint.facts.claims.figure import altogether
from kuaibao_lint.facts.claims.lists import called
from kuaibao_lint.facts.claims.model import Group
from kuaibao_lint.facts.claims.undecided import undecided
from kuaibao_lint.facts.relations import (
    completeness,
    evidence,
    formulas,
    listings,
    part_doubts,
    siblings,
    wholes_meant,
)
from kuaibao_lint.facts.relations.agreement import MIXED, agreeing
from kuaibao_lint.facts.relations.rows import (
    count_alike,
    leave_out_counts,
    rows_of,
    without_done,
)
from kuaibao_lint.later import later
from kuaibao_lint.light_typing import TYPE_CHECKING
from kuaibao_lint.patterns import pattern

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from kuaibao_lint.facts.claims.figure import Figure
    from kuaibao_lint.facts.claims.model import Level
    from kuaibao_lint.facts.relations.rows import Row
    from kuaibao_lint.facts.relations.sum import Sum

_PAIR = 2  # parts that may be all
_ENDS = pattern("受理$|收案?$|结案?$|立案$")  # of rows of what came in, and what was settled
_TAKEN_IN = pattern("(?:新?受理|新收|收案|立案)(?!后|并)")
_SETTLED = pattern("结$|办[结毕理]|处[理置]")
_BACK = 24  # levels before a list, of which one may be its sum
_SURE = 2  # digits of a whole that parts make up by chance seldom
_NESTED = 6  # levels of a list of which some parts have parts of their own behind them
_nested_lists: Callable[..., list[Sum]] = later("facts.relations.nested_lists", "nested_lists")
_flow: Callable[..., Sum] = later("facts.relations.movements", "flow")


def parts(group: Group) -> list[Sum]:
    """Return the relations between a whole and the parts that were listed for it."""
    if not group.parts or _take_turns(group):
        return []
    if _is_net(group):
        return _beside_a_net(group)
    if sums := _of_two_together(group):
        return sums
    if not group.parts[0].figure.raw:
        group = without_done(group)
    leave_out_counts(group)
    count_alike(group)
    if any(one.figure.raw[-1:] == "各" for one in group.parts):
        group = group.with_parts(part_doubts.each_of(group.parts))
    if not group.wholes[0].figure.also and (rows := _before_rest(group) or rows_of(group.parts)):
        return _of_all_rows(group, rows) or _of_rows(group, rows)
    first = group.parts[0]
    apart = len(group.parts) >= _NESTED and first.figure.clause < group.parts[-1].figure.clause
    if apart and (sums := _nested_lists(group, first.figure.base)):
        return sums
    bases = [first.figure.base, *(mate.base for mate in first.mates)]
    if (whole := group.wholes[0].figure).also and whole.base not in bases:
        bases.append(whole.base)  # 档案129.9万卷（件），其中文书63.0万件，专门54.2万卷
    complete = len(bases) > 1 and not group.guess and _are_decided(group)
    if first.figure.base in evidence.CASES and not complete:
        bases = [base for base in bases if base != "人"]
    return _of_units(group, bases, complete=complete)


def _of_units(group: Group, bases: Sequence[str], *, complete: bool) -> list[Sum]:
    """Return the relations of parts of which each is told in several units: 437户680人."""
    found = {base: _of_unit(group, base) for base in bases}
    sums = [one for some in found.values() for one in some if one.kind == "parts-total"]
    size = len(group.parts) + 1
    added = next((one for one in sums if one.holds and len(one.operands) == size), None)
    if len(found) > 1 and not added:
        added = next((one for base in bases if (one := _filling(group, base))), None)
    if len(found) > 1 and added:
        # 437户680人: parts that are all of one unit are all of the other, if each has both.
        every = {base: all(one.of(base) for one in group.parts) for base in bases}
        of = _of_one_whole(group, added)
        told = [one for base in bases for one in _of_unit(of, base, known=every[base])]
        return told if complete else evidence.not_counted_twice(told)
    told = [one for some in found.values() for one in some]
    lacking = len(found) > 1 and any(map(evidence.lacks, told))
    if lacking and all(_left(group, base) for base in bases):
        return [one for one in told if not evidence.lacks(one)]
    return [*told, *_done_of_each(group)] if group.view else told


def _done_of_each(group: Group) -> list[Sum]:
    """项目122个，已开工91个。分类别看，产业63个，已开工43个；…: of all as well.

    What was done stands right behind each of the parts and their whole, in the same words.
    """
    told, whole = group.told, group.wholes[0]
    if group.parts[-1].order + 1 >= len(told):
        return []
    of_all, *done = (told[one.order + 1].figure for one in (whole, *group.parts))
    alike = all(one.raw == of_all.raw and one.base == whole.figure.base for one in (of_all, *done))
    if not (alike and of_all.raw) or of_all is done[0] or len(done) < _PAIR:
        return []
    every = _added(whole.figure, [one.figure for one in group.parts]).holds
    return [_added(of_all, done)] if every else []


def _left(group: Group, base: str) -> bool:
    """939万元、13947人次，其中学前75万元1396人次、…: something is left of both, by no slip."""
    figures = [one for level in group.parts if (one := level.of(base))]
    wholes = [one for level in group.wholes if (one := level.of(base))]
    if len(figures) < len(group.parts) or not wholes:
        return False
    return evidence.lacks(_added(wholes[0], figures))


def _of_two_together(group: Group) -> list[Sum]:
    """城市特困126人、农村特困2384人，其中集中供养312人、分散供养2198人: the lists make up the same.

    Where the names of both say that they are all, and no whole of theirs was told.
    """
    last, figures = group.wholes[0], [one.figure for one in group.parts]
    if group.view or group.guess or not last.figure.joined or last.group or last.mates:
        return []
    first = group.told[last.order - 1] if 0 < last.order <= len(group.told) else last
    base = first.figure.base
    told = (first.figure, last.figure)
    if any(one.base != base or one.clause != told[0].clause for one in (*told, *figures)):
        return []
    if first.group or altogether(figures) <= last.figure.amount or first.figure.joined:
        return []
    if not all(complements.complete(called(some)) for some in ([first, last], group.parts)):
        return []
    before = [c for c in group.told[max(0, first.order - _BACK) : first.order] if c.of(base)]
    if any(c.figure.sentence == told[0].sentence for c in before):
        return []
    return [_flow(told[0], told[1:], figures[:-1], figures[-1])]


def _before_rest(group: Group) -> list[Row]:
    """续建34宗、44亿元；新开工44宗、32亿元。其余34宗未开工: rows, without what is left of one."""
    *listed, last = group.parts
    rest = last.figure
    if len(listed) < 2 * _PAIR or not complements.is_rest(rest.raw):
        return []
    if rest.clause == listed[-1].figure.clause:
        return []
    rows = rows_of(listed)
    if len(rows) < _PAIR:
        return []
    figures = [one.figure for row in rows if row[0].figure.base == rest.base for one in row]
    wholes = [one for level in group.wholes if (one := level.of(rest.base))]
    return [] if any(_added(one, [*figures, rest]).holds for one in wholes) else rows


def _are_decided(group: Group) -> bool:
    """审结327件373人，其中起诉258件303人，不起诉69件70人: each of the people was met once."""
    names = called(group.parts)
    return complements.complete(names) and not undecided(
        group.wholes[0].figure.raw, names
    )


def _of_all_rows(group: Group, rows: Sequence[Sequence[Level]]) -> list[Sum]:
    """改造2855户，其中五保户修缮169户、新建177户；低保户修缮272户、…: all of the rows."""
    figures = [one.figure for one in group.parts]
    whole = group.wholes[0].figure
    if whole.length <= _PAIR or {one.base for one in figures} != {whole.base}:
        return []
    if sum(map(len, rows)) < len(figures) or group.guess:
        return []
    added = _added(whole, figures)
    if added.holds:
        return [added]
    told = [(level.figure, [one.figure for one in row]) for level in group.wholes for row in rows]
    made = (_added(*one) for one in told)
    likely = not any(one.holds or one.explained() for one in made)
    return [added] if likely and added.explained() else []


def _take_turns(group: Group) -> bool:
    """受理3987件，执结3837件。其中首次案件3119件，执结2518件: each is of what is so called."""
    first = group.parts[:_PAIR]
    base = first[0].figure.base  # 工伤保险35920人…。征缴41036万元，其中养老…、工伤…: of money
    told = (one.figure for one in group.wholes)
    wholes = {one.raw for one in told if len(one.raw) > 1 and one.base == base}
    again = [one.figure.raw in wholes for one in first]
    return again == [False, True] and base == first[1].figure.base


def _is_net(group: Group) -> bool:
    """净增5亿元，其中新增6亿元、偿还1亿元: what went is no part of it; nor 亏损 of a profit."""
    whole = group.wholes[0].figure
    if terms.PROFIT.search(whole.raw):
        return any("亏损" in one.figure.raw for one in group.parts if one.of(whole.base))
    return "净" in whole.raw and any(terms.GONE.search(one.figure.raw) for one in group.parts)


def _beside_a_net(group: Group) -> list[Sum]:
    """61户企业利润18亿元，其中盈利企业34户、22亿元，亏损企业27户、4亿元: the households add up."""
    base = group.wholes[0].figure.base
    rows = [row for row in rows_of(group.parts) if row[0].figure.base != base]
    return [one for row in rows for one in _of_row(group, row, known=False)]


def _of_rows(group: Group, rows: Sequence[Sequence[Level]]) -> list[Sum]:
    """Return the sums of each unit; what is all of the parts in one is so in the others."""
    if _left_out(group, rows):
        return []
    rows = [rows[0], *(row for row in rows[1:] if not _has_no_whole(group, rows[0], row))]
    found: list[list[Sum]] = []
    known = False
    of = group
    for row in rows:
        found.append(_of_row(of, row, known=known))
        full = [s for s in found[-1] if len(s.operands) == len(row) + 1]
        if full and not known and len(rows) > 1:
            of = _of_one_whole(group, full[0])
        if full and not known:  # what is all in this unit is so in those before it
            found[:-1] = [
                some or _of_row(group, before, known=True)
                for some, before in zip(found[:-1], rows, strict=False)
            ]
        known = known or bool(full)
    fills = (_filling(group, row[0].figure.base, row) for row in rows)
    if not known and len(rows) > 1 and any(fills):
        # 问题44起，处理108人；问题56起，处理88人: the people add up, and so must what they did
        found = [_of_row(group, row, known=True) for row in rows]
    told = evidence.not_counted_twice([one for some in found for one in some])
    if complements.complete(called(rows[0])) or not any(map(_is_of_victims, rows)):
        return told
    return [one for one in told if not evidence.lacks(one)]


def _has_no_whole(group: Group, first: Sequence[Level], row: Sequence[Level]) -> bool:
    """四县共受理2940件，其中：甲县受理839件，办结785件；…: what all of them settled is not told."""
    name = row[0].figure.raw
    alike = len(name) > 1 and row[0].figure.base == first[0].figure.base
    if not alike or any(one.figure.raw != name for one in row):
        return False
    return not any(name in one.figure.raw for one in group.wholes)


def _of_one_whole(group: Group, added: Sum) -> Group:
    """拆除131处、1.99万平方米；累计17.91万平方米。其中新增9处、…，存量122处、…: of the first."""
    whole = added.operands[0]
    same = [one for one in group.wholes if one.mates and one.of(whole.base) is whole]
    if not (same and added.holds and whole.length > _PAIR):
        return group
    bases = {one.base for one in same[0].mates} | {same[0].figure.base}
    others = [one for one in group.wholes if one.figure.base not in bases]
    made = Group([*same, *others], view=group.view, guess=group.guess, told=group.told)
    made.parts = group.parts
    return made


def _is_of_victims(row: Sequence[Level]) -> bool:
    """事故26起、死亡10人，其中道路23起、死亡9人，工矿2起、死亡1人: others may have hurt nobody."""
    return any(terms.VICTIMS.search(one.figure.raw) for one in row)


def _filling(group: Group, base: str, row: Sequence[Level] = ()) -> Sum | None:
    """Return a whole of some digits with the parts that make it up, as they do by chance seldom."""
    figures = [one for level in row or group.parts if (one := level.of(base))]
    wholes = [one for level in group.wholes if (one := level.of(base))]
    enough = len(figures) == len(row or group.parts) >= _PAIR
    sums = (_added(one, figures) for one in wholes if enough and one.length >= _SURE)
    return next((one for one in sums if one.holds), None)


def _of_row(group: Group, row: Sequence[Level], *, known: bool) -> list[Sum]:
    """Return the relations of the parts of one unit; 死亡…人 are of 死亡20人, not of 受伤22人."""
    names = {level.figure.raw for level in row}
    wholes: list[Level] = []
    if len(names) == 1:
        wholes = [c for c in group.wholes if c.figure.raw.endswith(row[0].figure.raw)]
        name = row[0].figure.name  # 核销补贴资金2571.5万元，带动消费1.76亿元。其中汽车916辆、补贴…
        if not wholes and len(name) > 1:
            wholes = [c for c in group.wholes if name in c.figure.raw]
    elif (said := _ENDS.search(row[0].figure.raw)) and all(n.endswith(said[0]) for n in names):
        told = (c for c in group.wholes if "未" not in c.figure.raw)
        wholes = [c for c in told if said[0] in c.figure.raw]  # 民商事受理, 刑事受理; 审结, 执结
    elif all(_TAKEN_IN.match(n) for n in names):  # 受案9件，办结8件。其中受理刑事3件；…
        wholes = [c for c in group.wholes if not _SETTLED.search(c.figure.raw)]
    one = Group(wholes or group.wholes, view=group.view, guess=group.guess, told=group.told)
    one.parts = [*row]
    return _of_unit(one, row[0].figure.base, known=known)


def _left_out(group: Group, rows: Sequence[Sequence[Level]]) -> bool:
    """Tell whether one unit's sum is so far from its whole that there are more parts."""
    for row in rows:
        figures = [one.figure for one in row]
        if row is not rows[0] and _has_no_whole(group, rows[0], row):
            continue
        wholes = [one for level in group.wholes if (one := level.of(figures[0].base))]
        sums = [_added(whole, figures) for whole in wholes]
        if sums and not any(one.holds or one.explained() for one in sums):
            # 大中型水库蓄水28.91亿方，其中大型…；中型…；平原洼淀…: the first two are all of it
            first = called(row[:_PAIR])
            named = any(complements.named(one.raw, first) for one in wholes)
            return not (named or any(map(complements.complete, map(called, (row, rows[0])))))
    return False


def _of_unit(group: Group, base: str, *, known: bool = False) -> list[Sum]:
    """Return the relations between those figures of a group that count the same."""
    wholes = [(level, whole) for level in group.wholes if (whole := level.of(base))]
    wholes = [
        one
        for one in wholes
        if not (wholes_meant.is_standard(one[1], wholes[0][1]) or one[1].tail.startswith("/"))
    ]  # 鸡蛋4.79元/斤；蔬菜均价2.89元/斤，其中黄瓜2.10元、…: no price is a sum
    told = [(level, part) for level in group.parts if (part := level.of(base))]
    if len(wholes) > 1 and len(told) > 1:
        wholes = [*wholes_meant.so_measured(wholes, [part for _, part in told])]
    if wholes:
        told = [one for one in told if not part_doubts.is_of_other(one[1], wholes[0][1], told)]
    while len(told) > _PAIR and told[-1][1].tail.startswith("/"):
        told.pop()  # 普通食品10160批次，农产品5787批次，抽检量5.28批次/千人
    if not (wholes and told):
        return []
    told = [*part_doubts.up_to_a_mean(told)]
    told = part_doubts.without_parts_of_the_first(told)
    if any(part_doubts.adds_not_up(one, wholes[0][1], told) for _, one in told):
        return []
    listed = siblings.left_out(told, wholes)
    levels, figures = [one for one, _ in listed], [one for _, one in listed]
    of = [one for _, one in wholes]
    found = siblings.made_up(group, told, wholes)
    beside = group.wholes[0].of(base) is not None
    if beside and not (group.view or group.guess or group.aside):
        much = _too_much(max(of, key=lambda one: one.value), figures)
        if much and not wholes_meant.is_of_another(group, figures):
            much = [one for one in much if not wholes_meant.is_of_its_like(one, group, base)]
            found += [one for one in much if not wholes_meant.may_be_told_earlier(one, group)]
    taken, sums = _all_parts(group, levels, wholes, base, known=known)
    if sums is not None:
        found = sums
    if len(taken) < len(levels) - 1 and not group.guess:
        found += (
            _beside(levels, taken, of, base)
            or _behind(levels, taken, sums, base)
            or _ahead(group, levels, taken, wholes, base)
        )
    return found + listings.views(levels, of, base, found)


def _all_parts(
    group: Group,
    levels: Sequence[Level],
    wholes: Sequence[tuple[Level, Figure]],
    base: str,
    *,
    known: bool,
) -> tuple[Sequence[Level], list[Sum] | None]:
    """Return the list that is all the parts, and its sums; None where it is not known to be."""
    told = [one for _, one in wholes]
    rivals = [one for level, one in wholes if wholes_meant.is_beside(level, group.wholes[0])]
    largest = max([*rivals, told[0], *wholes_meant.told_above(group, base)], key=evidence.amount)
    first = group.parts[0].figure.base
    for some, sums in _ranked(group, levels, told, base, known=known):
        names = called(some)
        place, added = _meant(group, sums, names)
        if part_doubts.overlaps(group, names) or _may_be_of_more(group, sums, place, names):
            continue
        # with more parts, what is more than its whole would only be more
        cut = evidence.lacks(added) and listings.is_cut(some, levels, added)
        if cut or (not added.holds and part_doubts.is_made_up_before(added)):
            continue
        if not added.holds and (
            (part_doubts.is_between(group, added, told) and not complements.complete(names))
            or wholes_meant.is_of_another(group, added.operands[1:])
            or wholes_meant.goes_on_otherwise(group, some, added)
        ):
            return some, None
        if completeness.are_all(group, some, names, largest, added, known=known):
            if not added.holds and listings.are_two(some) and not added.explained():
                continue  # 行政84件、民事8件；环境26件，食品14件，其他7件: another list may say why
            sure = not group.guess or complements.complete(names) or evidence.surely(added)
            agree = agreeing(wholes[place][0], some, added=added) if sure and base == first else []
            return some, [added, *agree]
        if added.holds:  # these are all, for all that their names do not say so
            full = evidence.all_told(added) or evidence.all_rated(added, some)
            if base == first and not group.guess and full:
                return some, agreeing(wholes[place][0], some, added=added) or None
            return some, None
    return levels, None


def _meant(group: Group, sums: Sequence[Sum], names: list[str]) -> tuple[int, Sum]:
    """Return which of some wholes parts of these names are meant to make up, and the sum."""
    place = wholes_meant.place_of(sums, nearest=not (group.view or group.guess))
    added = sums[place]
    if not added.holds and not group.guess:
        place = completeness.also_meant(sums, place, names)
        added = sums[place]
    if not added.holds and complements.complete(names):
        added = completeness.with_what_was_kept(group, sums) or added
    return place, added


def _may_be_of_more(group: Group, sums: Sequence[Sum], place: int, names: list[str]) -> bool:
    """收到34306万元；支出21853万元。参照资金1918万元。按用途看，…: 25854 may be of the first.

    That a slip explains the one or the other of many is chance.
    """
    added = sums[place]
    if added.holds or not (group.view and place) or complements.complete(names):
        return False
    made = evidence.parts_amount(added)
    return any(one.operands[0].amount > made > added.operands[0].amount for one in sums)


def _beside(
    levels: Sequence[Level], taken: Sequence[Level], wholes: Sequence[Figure], base: str
) -> list[Sum]:
    """城镇9万人，乡村6万人；男8万人，女7万人: return the sums of the lists beside another.

    First those that add up; of two that have a part in common, the first is meant.
    """
    others = listings.complete_among(levels) + listings.ended_by_rest(levels)
    if not others:
        return []
    told = {one.order for one in taken}
    found: list[Sum] = []
    for some, sums in _by_sums(others, wholes, base):
        orders = {one.order for one in some}
        added = sums[wholes_meant.place_of(sums)]
        if told.isdisjoint(orders) and (
            added.holds or not undecided(added.operands[0].raw, called(some))
        ):
            told |= orders
            found.append(added)
    return found


def _behind(
    levels: Sequence[Level], taken: Sequence[Level], sums: Sequence[Sum] | None, base: str
) -> list[Sum]:
    """委员提案125件，集体提案18件；经济建设40件、城乡建设42件、…: another list of the same whole.

    What the first makes up is so sure that one slip in the second tells, if it is as good as all.
    """
    if not sums or not sums[0].holds or sums[0].kind != "parts-total":
        return []
    rest = [one for one in levels if one.order > taken[-1].order]
    figures = [one for level in rest if (one := level.of(base))]
    whole = sums[0].operands[0]
    if (
        len(figures) <= _PAIR
        or whole.length <= _SURE
        or figures[0].clause == taken[-1].figure.clause
        or not all(one.joined for one in figures[1:])
        or any(map(measures.flowing, called(rest)))
    ):
        return []
    added = _added(whole, figures)
    return [added] if added.holds or evidence.is_as_good_as_all(added) else []


def _ahead(
    group: Group,
    levels: Sequence[Level],
    taken: Sequence[Level],
    wholes: Sequence[tuple[Level, Figure]],
    base: str,
) -> list[Sum]:
    """茶叶19万元、蔬菜11万元、烟叶9万元；财政补贴28万元，农户承担12万元: of the list before."""
    before = [one for one in levels if one.order < taken[0].order]
    if len(before) < _PAIR:
        return []
    return _all_parts(group, before, wholes, base, known=False)[1] or []


def _ranked(
    group: Group, levels: Sequence[Level], wholes: Sequence[Figure], base: str, *, known: bool
) -> list[tuple[Sequence[Level], list[Sum]]]:
    """Return the lists that may be all parts, with their sums, the likeliest first."""
    inner = listings.within_clauses(levels, base)
    levels = [one for one in levels if one not in inner]
    parts = [one for one in listings.outside(group.parts, base) if one not in inner]
    names = called(levels)
    rests = any(map(complements.is_rest, names))
    if len(levels) > _PAIR and not rests and complements.complete(names):
        # 转移支付16.7亿元，其中一般性15.1亿元、专项1.6亿元；提前下达债券2.0亿元: of the first two
        first = [one for one in levels if one.figure.clause == levels[0].figure.clause]
        some = _PAIR <= len(first) < len(levels) and complements.complete(called(first))
        return _by_sums([first, levels] if some else [levels], wholes, base)
    figures = [figure for one in levels if (figure := one.of(base))]
    lists = listings.listings(parts, levels)
    lists += [some for some in listings.filling(levels, figures, wholes) if some not in lists]
    ranked = _by_sums(lists, wholes, base)
    adds_up = bool(ranked) and any(one.holds for one in ranked[0][1])
    if len(levels) <= MIXED and not adds_up and altogether(figures) > wholes[0].amount:
        lists += [some for some in listings.apart(levels) if some not in lists]
        ranked = _by_sums(lists, wholes, base)
    place = None if known or adds_up else listings.nested(figures)
    if place is None:
        return ranked
    return _by_sums(listings.collapsed(lists, levels, place), wholes, base)


def _by_sums(
    listings: Sequence[Sequence[Level]], wholes: Sequence[Figure], base: str
) -> list[tuple[Sequence[Level], list[Sum]]]:
    """Return the lists that may be all parts, with their sums, first those that add up."""
    added = []
    for some in listings:
        figures = [figure for one in some if (figure := one.of(base))]
        added.append((some, [_added(whole, figures) for whole in wholes]))
    return sorted(added, key=lambda one: not any(added.holds for added in one[1]))


def _added(whole: Figure, figures: Sequence[Figure]) -> Sum:
    return formulas.parts_of(whole, figures)


def _stands_behind(last: Figure, one: Figure) -> bool:
    """Tell whether no other figure stands between two."""
    return one.span.start - last.span.end <= len(one.raw) + 2


def _too_much(whole: Figure, figures: Sequence[Figure]) -> list[Sum]:
    """Return the parts that are larger than their whole.

    Behind a comma the sentence may have gone on to something else. That a part is smaller than its
    whole is nothing to tell anyone.
    """
    if measures.is_mean(whole) or figures[0].sentence - whole.sentence > 1:
        return []  # 平均气温16.2℃，其中上旬18.6℃; of what was told long before nothing is a part
    # 其中提档79公里，改造危桥9座、安防工程119公里: the last is joined to the bridges
    run = takewhile(lambda two: two[1].joined and _stands_behind(*two), pairwise(figures))
    listed = [figures[0], *(one for _, one in run)]
    # 其中送审2571万元的水利项目核减176万元: of what is called so, and no part
    listed = [one for one in listed if not one.tail.startswith("的")]
    larger = [one for one in listed if one.value.low > whole.value.high]
    if len(larger) > 1 and whole.sentence < larger[0].sentence:
        return []  # 检查单位1379家，…，查封17家。其中九小场所1056家、养老机构20家: of the 1379
    return [formulas.no_more(whole, one) for one in larger]
