"""Parts of several units, taken apart by units: 甲5人，收入8元；乙3人，收入6元."""

from __future__ import annotations

from itertools import groupby

from kuaibao_lint.facts.claims import complements, measures
from kuaibao_lint.later import later
from kuaibao_lint.light_typing import TYPE_CHECKING
from kuaibao_lint.patterns import pattern

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from kuaibao_lint.facts.claims.model import Group, Level

    Row = Sequence[Level]

_WIDEST = 3  # amounts of a part: they bound the work
_FEWEST = 2  # parts
# 民事受理; 国有企业应清; and what was done of it.
_TO_BE_DONE = pattern("受理|新收|收案|收件|接收|登记|应[^，；]$")
_DONE = pattern("[审执]?结案?$|办结|已[^，；]$")
_COUNTED = frozenset("座家个所户名处项条")  # what stands before a name: 16座大型水库蓄水
_THINGS = frozenset("台架辆件个套把副部艘")  # units of things that are counted one by one
_MAIL = frozenset("件封通条")  # of what people wrote: 省长信箱工单26件、书记信箱信件45封
_COUNTED_ALIKE = _THINGS | _MAIL
_HOUSES = frozenset("个家所处")
_LEAST = 3  # kinds that are fewer than a list of all has
_are_kinds: Callable[..., bool] = later("facts.claims.rarest", "are_all")
_NAME = 2  # characters behind a number that the next one's words begin with


def rows_of(listed: Row) -> list[Row]:
    """Return the parts of each unit; nothing where they are of one, or in no order.

    They take turns, throughout or to the next semicolon (；剩余23起); or each clause has one of
    them (16项…完成投资10亿元；4个…完成筹资6亿元), or every second is of one (288个、107亿元，69宗、
    26亿元), while the others are counted in several units.
    """
    if rows := _by_names(listed) or _in_and_out(listed):
        return rows
    if len({one.figure.base for one in listed}) == 1:
        return []
    first = [*next(groupby(listed, key=clause_of))[1]]
    return (
        _in_turns(listed)
        or (_in_turns(first) if len(first) < len(listed) else [])
        or _one_a_clause(listed)
        or _every_nth(listed)
    )


def _by_names(listed: Row) -> list[Row]:
    """民事收2680件、结2447件；刑事收226件、结205件: return what came in, and what was settled."""
    base = listed[0].figure.base
    if any(one.figure.per_head or measures.is_mean(one.figure) for one in listed):
        return []
    alike = [one for one in listed if one.figure.base == base]
    clauses = [[*some] for _, some in groupby(alike, key=clause_of)]
    width = len(clauses[0])
    if len(clauses) < _FEWEST or width == 1 or {*map(len, clauses)} != {width}:
        return []
    rows: list[Row] = [[some[at] for some in clauses] for at in range(width)]
    names = [{one.figure.raw for one in row} for row in rows[1:]]
    return rows if all(len(some) == 1 and "" not in some for some in names) else []


def _in_and_out(listed: Row) -> list[Row]:
    """民事受理2680件、审结2447件，刑事受理226件、审结205件: the like, without semicolons."""
    width = _FEWEST
    if len(listed) < _FEWEST * width or not _TO_BE_DONE.search(listed[0].figure.raw):
        return []
    rows = _strides(listed, width)
    if not rows or not all(one.figure.joined for one in rows[1]):
        return []
    came, went = rows
    if any(one.figure.joined or not _TO_BE_DONE.search(one.figure.raw) for one in came):
        return []
    return rows if all(_DONE.match(one.figure.raw) for one in went) else []


def clause_of(level: Level) -> int:
    """Return the number of a level's part between semicolons."""
    return level.figure.clause


def _in_turns(listed: Row) -> list[Row]:
    kinds = len({one.figure.base for one in listed})
    rows = _strides(listed, kinds)
    return rows if kinds > 1 and rows and all(map(_is_alike, rows)) else []


def _every_nth(listed: Row) -> list[Row]:
    """Return the rows of one unit, where the others are not."""
    for width in range(_FEWEST, _WIDEST + 1):
        if rows := [row for row in _strides(listed, width) if _is_alike(row)]:
            bases = {row[0].figure.base for row in rows}
            others = {one.figure.base for one in listed if not any(one in row for row in rows)}
            return rows if bases.isdisjoint(others) else []
    return []


def _strides(listed: Row, width: int) -> list[Row]:
    if len(listed) % width or len(listed) < _FEWEST * width:
        return []
    return [listed[at::width] for at in range(width)]


def _is_alike(row: Row) -> bool:
    return len({one.figure.base for one in row}) == 1


def _one_a_clause(listed: Row) -> list[Row]:
    """Return the rows of the units of which each clause has one amount."""
    clauses = [[*some] for _, some in groupby(listed, key=clause_of)]
    if len(clauses) < _FEWEST:
        return []
    found: list[Row] = []
    for base in dict.fromkeys(one.figure.base for one in clauses[0]):
        row = [[one for one in some if one.figure.base == base] for some in clauses]
        if all(len(some) == 1 for some in row):
            found.append([some[0] for some in row])
    first = clauses[0][0].figure.base
    if found and first not in {row[0].figure.base for row in found}:
        # 工程239处，其中大型6处、小型233处，覆盖33.12万人；剩余2.01万人: a list stands before these
        head = [one for one in listed if one.figure.base == first]
        if len(head) >= _FEWEST and head[-1] in clauses[0]:
            found.insert(0, head)
    return found


def count_alike(group: Group) -> None:
    """器具681件，其中轮椅161辆、助行器213件、坐便椅及其他244件: count a list in its whole's unit.

    Only where 其他 closes it, so that there is nothing else. 55个监测站中，100毫米以上6站、…: or
    where the words behind the whole's number are the parts' unit, or all kinds are told.
    """
    last = group.parts[-1].figure
    of_all = group.wholes[0].figure
    if of_all.base in _COUNTED and last.base and of_all.base != last.base:
        said = of_all.tail.rstrip("中内里").endswith(last.base)
        if said and all(one.figure.base == last.base for one in group.parts):
            for part in group.parts:
                part.figure.base = of_all.base
            return
    if of_all.base in _HOUSES and len(group.parts) > _LEAST and _of_houses(group):
        for part in group.parts:
            part.figure.base = of_all.base
        return
    if last.base not in _COUNTED_ALIKE or not complements.is_rest(last.raw):
        return
    figures = [one.figure for one in group.parts]
    bases = {one.base for one in figures}
    kinds = next((some for some in (_THINGS, _MAIL) if bases <= some), frozenset())
    listed = all(one.joined for one in figures[1:])
    listed = listed or (kinds is _MAIL and figures[0].clause == last.clause)
    if len(bases) == 1 or not kinds or not listed:
        return
    told = (one for level in group.wholes for one in (level.figure, *level.mates))
    if whole := next((one for one in told if one.base in kinds), None):
        for one in figures:
            one.base = whole.base


def _of_houses(group: Group) -> bool:
    """卫生机构98个，其中医院1家，卫生院9所，村卫生室86个，疾控机构2个: all, however counted."""
    bases = {one.figure.base for one in group.parts}
    if len(bases) == 1 or not bases <= _HOUSES or any(one.figure.enters for one in group.parts):
        return False  # 小学44所（含教学点20个）
    if any("教学点" in one.figure.raw for one in group.parts):
        return False  # belongs to a school, and is none
    return _are_kinds(group.wholes[0].figure.raw, [one.figure.raw for one in group.parts])


def leave_out_counts(told: Group) -> None:
    """湖淀蓄水0.85亿方，其余6座水库蓄水0.13亿方: what the last is counted by is no part of it."""
    if len(told.parts) <= _FEWEST + 1:
        return
    count, last = (one.figure for one in told.parts[-2:])
    beside = last.span.start - count.span.end == len(last.raw)
    counted = count.base in _COUNTED and beside and count.base != last.base != ""
    of_it = any(one.of(count.base) for one in told.wholes)
    if counted and not of_it and complements.is_rest(count.raw):
        del told.parts[-2]
        last.raw = last.name = count.raw + last.raw


def without_done(group: Group) -> Group:
    """Return a group without what was done of its parts, which are told by their numbers.

    113个计划新开工项目已开工102个，…；62个前期项目: the 102 are of the 113, which is the part.
    """
    told = group.with_parts([])
    named = base = ""
    for one in group.parts:
        figure = one.figure
        again = named and figure.base == base and figure.raw.startswith(named)
        if not again or figure.raw.endswith("、"):  # 15种上涨、6种下跌: what stands before the 、
            told.parts.append(one)
        if not figure.raw:
            named, base = figure.tail[:_NAME], figure.base
    first = told.parts[0].figure
    alone = first.base in _COUNTED and not any(one.of(first.base) for one in told.wholes)
    if alone and len(told.parts) > _FEWEST:
        del told.parts[0]  # 蓄水40亿方，其中16座大型水库蓄水35亿方，…: of no 座
    return told
