"""Parts with parts of their own behind them: 刑事144件，批捕40件、起诉104件；行政59件，…."""

from __future__ import annotations

from itertools import groupby

from kuaibao_lint.facts.relations import formulas
from kuaibao_lint.facts.relations.rows import clause_of
from kuaibao_lint.light_typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Sequence

    from kuaibao_lint.facts.claims.figure import Figure
    from kuaibao_lint.facts.claims.model import Group, Level
    from kuaibao_lint.facts.relations.sum import Sum

_CLAUSES = 3  # parts at least
_PAIR = 2
_TELLING = 3  # digits of a whole that the first of each clause make up by chance seldom


def nested_lists(group: Group, base: str) -> list[Sum]:
    """Return the sums of parts, one a clause, and of the lists behind them that make these up.

    One of them may be wrong: all the others say what it is. Nothing where more are.
    """
    clauses = [[*some] for _, some in groupby(group.parts, key=clause_of)]
    heads = [some[0].figure for some in clauses]
    lists = [[one.figure for one in some] for some in clauses if _is_list(some)]
    if len(clauses) < _CLAUSES or not lists:
        return []
    if any(one.base != base or one.carried for some in clauses for one in _figures(some)):
        return []
    firsts = [some[1].raw for some in lists]
    if len({*firsts}) < len(firsts):  # 甲镇42件，办结31件、在办11件；乙镇…: columns
        return []
    inner = [formulas.parts_of(head, rest) for head, *rest in lists]
    told = (one for level in group.wholes if (one := level.of(base)))
    wholes = [one for one in told if one.length >= _TELLING]
    outer = [formulas.parts_of(one, heads) for one in wholes]
    of_all = next((one for one in outer if one.holds), None)
    wrong = [one for one in inner if not one.holds]
    if of_all is not None:
        sure = not wrong or (len(wrong) == 1 < len(inner) and wrong[0].explained())
        return [of_all, *inner] if sure else []
    likely = next((one for one in outer if one.explained()), None)
    if likely is None or len(wrong) > 1 or (wrong and len(inner) == 1):
        return []
    return [likely, *inner] if len(inner) > 1 or len(clauses[-1]) == 1 else []


def _is_list(some: Sequence[Level]) -> bool:
    """Tell whether a clause has a part and, behind a comma, a list: no more than that."""
    _, *rest = _figures(some)
    return len(rest) >= _PAIR and not rest[0].joined and all(one.joined for one in rest[1:])


def _figures(some: Sequence[Level]) -> list[Figure]:
    return [one.figure for one in some]
