"""What a pack's regular expression may cost, found out before it ever meets a text.

Python's engine backtracks: `(a+)+$` takes exponential time, `a+b` quadratic time, and nothing
stops it from another thread, for it keeps the interpreter's lock. So an expression is accepted only
where Python's own parser shows an upper bound of the steps that one starting place can take. That
needs every repetition to have an upper limit; how the bound is reckoned:

- alternatives that can be told apart only by trying (`a|b`, `{2,5}`, `?`) are ways; ways multiply
  along a sequence, and each part costs its steps once for every way that leads to it;
- a possessive repetition, an atomic group and a lookaround are one way: they are not gone back
  into;
- a part that is not known here is refused.

The bound is coarse and errs to the safe side. This runs when a pack is checked; a checked pack is
cached.
"""

from __future__ import annotations

import re
import warnings

from kuaibao_lint.light_typing import Any, NamedTuple

# Of one expression: characters, steps at one starting place, characters that one match may see
# (patterns.found counts on the last).
LONGEST = 5_000
STEPS = 10_000
REACH = 2_000


class _Cost(NamedTuple):
    """ways: in which it can match. steps: to try them all. reach: characters that it may see."""

    ways: int
    steps: int
    reach: int


_NOTHING = _Cost(1, 0, 0)


def check(expression: str) -> None:
    """Raise ValueError, with a Chinese sentence, for an expression that is wrong or may be slow."""
    from re import _parser

    if len(expression) > LONGEST:
        raise ValueError(f"正则表达式过长，上限为 {LONGEST} 字符")
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("error")  # what may mean something else in a later Python
            parsed = _parser.parse(expression)
            re.compile(expression)
    except (re.error, Warning, OverflowError, RecursionError, ValueError) as error:
        raise ValueError(f"正则表达式有误：{error}（{expression[:60]}）") from None
    cost = _sequence(parsed, {})
    if cost.steps > STEPS or cost.reach > REACH:
        raise ValueError(
            f"正则表达式“{expression[:60]}”遇到长文会极慢：重复相套或相连，"
            "可能的走法太多；请减小 {m,n} 的上限，或少用重复"
        )


def _sequence(parts: Any, groups: dict[int, int]) -> _Cost:
    """Return the cost of one part after the other. groups: number → how much it may have taken."""
    ways, steps, reach = _NOTHING
    for operator, argument in parts:
        cost = _part(str(operator), argument, groups)
        steps = _capped(steps + ways * cost.steps)
        ways = _capped(ways * cost.ways)
        reach = _capped(reach + cost.reach)
    return _Cost(ways, steps, reach)


def _part(
    operator: str, argument: Any, groups: dict[int, int]
) -> _Cost:
    match operator:
        case "LITERAL" | "NOT_LITERAL" | "ANY" | "IN" | "AT":
            return _Cost(1, 1, 1)
        case "SUBPATTERN":
            number, _, _, inner = argument
            cost = _sequence(inner, groups)
            if number is not None:
                groups[number] = cost.reach
            return cost
        case "BRANCH":
            return _either(argument[1], groups)
        case "ATOMIC_GROUP" | "ASSERT" | "ASSERT_NOT":
            inner = argument if operator == "ATOMIC_GROUP" else argument[1]
            return _sequence(inner, groups)._replace(ways=1)
        case "MAX_REPEAT" | "MIN_REPEAT":
            return _repeated(argument, groups)
        case "POSSESSIVE_REPEAT":
            return _repeated(argument, groups)._replace(ways=1)
        case "GROUPREF":
            size = groups.get(argument, REACH)
            return _Cost(1, size + 1, size)
        case "GROUPREF_EXISTS":
            return _either([part for part in argument[1:] if part is not None], groups)
        case _:
            raise ValueError(f"正则表达式中有不支持的写法（{operator.lower()}）")


def _either(branches: list[Any], groups: dict[int, int]) -> _Cost:
    costs = [_sequence(branch, groups) for branch in branches]
    return _Cost(
        _capped(sum(cost.ways for cost in costs) + 1),
        _capped(sum(cost.steps + 1 for cost in costs)),
        max(cost.reach for cost in costs),
    )


def _repeated(argument: tuple[int, int, Any], groups: dict[int, int]) -> _Cost:
    least, most, inner = argument
    cost = _sequence(inner, groups)
    if int(most) > REACH:
        raise ValueError(
            f"正则表达式中的重复没有上限，或上限超过 {REACH}，遇到长文会极慢；"
            "请把 *、+、{n,} 改为有上限的写法，如 {0,20}"
        )
    ways = steps = 0
    paths = 1
    for times in range(most + 1):
        if times >= least:
            ways = _capped(ways + paths)
        if times < most:
            steps = _capped(steps + paths * (cost.steps + 1))
        paths = _capped(paths * cost.ways)
    return _Cost(ways, steps, _capped(cost.reach * most))


def _capped(number: int) -> int:
    """Return the number, or what is surely too much; so that no number here grows large."""
    return min(number, 10 * max(STEPS, REACH))
