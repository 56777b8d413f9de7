"""Lists of changes that make up another: 八项支出增加…。教育增加…，公安减少…."""

from __future__ import annotations

from itertools import dropwhile, groupby, islice, pairwise, takewhile

from kuaibao_lint.facts.claims import complements
from kuaibao_lint.facts.relations import evidence, formulas
from kuaibao_lint.light_typing import TYPE_CHECKING
from kuaibao_lint.patterns import pattern

if TYPE_CHECKING:
    from collections.abc import Sequence

    from kuaibao_lint.facts.claims.figure import Figure
    from kuaibao_lint.facts.relations.sum import Sum

_FEWEST = 3  # changes: their sum, and two of which it is
_MOST = 16  # changes of one list: they bound the work
_NEAR = 2  # levels before a change that its list may be of
_SAME_VERB = frozenset("增减")  # 调增, 调减: of budgets that are adjusted
_EACH_IS = pattern("分别[是为]")
_TELLING = 4  # digits of a sum that a list comes near by chance seldom


def gains(body: Sequence[Figure]) -> list[Sum]:
    """八项支出增加260万元。教育支出增加300万元，…，公安支出减少40万元: the list makes up the first.

    Their names say that these are all, or they are as many as were counted.
    """
    told = [*filter(is_change, body)]
    made_up = [one for at in range(len(body)) if (one := _made_up(at, body))]
    if len(told) < _FEWEST:
        return made_up
    found: list[Sum] = made_up
    total: Figure | None = None
    before = ""
    for sentence, run in groupby(told, key=_sentence):
        parts = [*run]
        if total and total.sentence == sentence - 1 and _are_all(total, before, parts):
            found.append(formulas.changes_of(total, parts))
        total = parts[0]
        before = _level_before(body, total)
    return found + _opened(told, body) + _counted(told)


def _counted(told: Sequence[Figure]) -> list[Sum]:
    """增值税减收6083万元；契税减收3563万元；…减收1484万元，三税合计减收11130万元: of these."""
    found: list[Sum] = []
    for at, total in enumerate(told):
        count = complements.members(total.raw) if "计" in total.raw or "共" in total.raw else 0
        parts = told[at - count : at] if 1 < count <= at else ()
        near = all(total.sentence - one.sentence <= 1 for one in parts)
        alike = len({one.base for one in (total, *parts)}) == 1 and total.length >= _TELLING
        # 三项合计增加…，两项合计增加…: no sum is a part of another
        plain = not any(complements.members(one.raw) for one in parts)
        if parts and near and alike and plain and not total.compared:
            found.append(formulas.changes_of(total, parts))
    return found


def _opened(told: Sequence[Figure], body: Sequence[Figure]) -> list[Sum]:
    """支出减少28万元，其中车辆费减少29万元，接待费增加1万元: what 其中 opens, where names say all.

    Amounts of which these are the changes would tell it by themselves. So does 分别是 (调增8万元，
    分别是甲调增5万元、乙调增3万元), a bracket: 本级增加33万元（税收增加13万元、非税增加20万元）.
    """
    found: list[Sum] = []
    for total, first in pairwise(told):
        begins = first.parts or first.opens or _EACH_IS.match(first.raw)
        if not begins or first.sentence - total.sentence > 1:
            continue
        if total.parts and first.clause == total.clause and not first.opens:
            continue
        between = (one for one in body if total.span < one.span < first.span)
        if any(one.kind == "amount" for one in between):
            continue
        behind = _of_one_bracket(first, body)
        parts = [one for one in behind if is_change(one)]
        plain = not any(one.kind == "amount" and one not in parts for one in behind)
        named = all(one.name for one in parts) and len({one.base for one in (total, *parts)}) == 1
        if named and plain and 1 < len(parts) <= _MOST and _tells(total, parts):
            found.append(formulas.changes_of(total, parts))
    return found


def _of_one_bracket(first: Figure, body: Sequence[Figure]) -> list[Figure]:
    """Return what stands from a change to the last of its sentence, or to the end of its bracket.

    Without what brackets tell that are within.
    """
    found: list[Figure] = []
    within = False
    for one in body:
        if one.span < first.span:
            continue
        if one.sentence > first.sentence or (one.leaves and first.enters):
            break
        within = (within or one.enters) and not one.leaves
        if not within or first.enters:
            found.append(one)
    last = next((at for at in range(len(found), 0, -1) if is_change(found[at - 1])), 0)
    return found[:last]


def _tells(total: Figure, parts: Sequence[Figure]) -> bool:
    """Tell whether changes are all that make up another, by their names or by their digits.

    收入调增4050万元。其中，债券调增337万元，补助调增3713万元.
    """
    if complements.complete([one.name for one in parts]):
        return True
    if total.length > _TELLING and {one.raw[-1:] for one in parts} <= _SAME_VERB:
        made = formulas.changes_of(total, parts)
        return made.holds or made.explained()
    if {one.sign for one in parts} != {total.sign}:
        return False
    return evidence.adds_up(formulas.parts_of(total, parts))


def _made_up(at: int, body: Sequence[Figure]) -> Sum | None:
    """增加41507万元，其中：债券9490万元，专项30157万元，基金1860万元: what a change is made up of.

    That these are all only the digits say; they may as well be of the level that changed.
    """
    change = body[at]
    if not is_change(change) or change.length < _TELLING:
        return None
    behind = body[at + 1 : at + 1 + _MOST]
    behind = [*dropwhile(lambda one: one.kind == "percent" and one.clause == change.clause, behind)]
    if not behind or not behind[0].parts:
        return None
    like = takewhile(lambda one: one.role == "level" and one.sentence == change.sentence, behind)
    parts = [one for one in like if one.base == change.base]
    if len(parts) < _FEWEST - 1:
        return None
    added = formulas.parts_of(change, parts)
    told = (body[i] for i in range(at - 1, -1, -1))
    before = (one for one in told if one.base == change.base and one.role == "level")
    of_levels = (formulas.parts_of(one, parts) for one in islice(before, _NEAR))
    if any(one.holds or one.explained() for one in of_levels):
        return None
    enough = change.length > _TELLING and len(parts) >= _FEWEST
    return added if added.holds or (enough and added.explained()) else None


def is_change(one: Figure) -> bool:
    """Tell whether a figure is the amount by which something was changed."""
    return one.role == "delta" and one.kind == "amount" and one.sign != 0


def _sentence(one: Figure) -> int:
    return one.sentence


def _level_before(body: Sequence[Figure], change: Figure) -> str:
    """Return the words of the level before a change: 八项支出完成9亿元，增加…."""
    told = (one.raw for one in body if one.role == "level" and one.sentence == change.sentence)
    return next(told, "")


def _are_all(total: Figure, before: str, parts: Sequence[Figure]) -> bool:
    """Tell whether changes, each with a name of its own, are all that make up another."""
    names = [one.name for one in parts]
    alike = len({one.base for one in (total, *parts)}) == 1
    if not alike or len(set(names)) < len(names) > _MOST or total.length < _TELLING:
        return False
    return all(names) and (
        complements.members(before + total.raw) == len(parts) or complements.complete(names)
    )
