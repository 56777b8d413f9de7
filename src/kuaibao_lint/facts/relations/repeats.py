"""The same measure of the same window, printed twice in an issue."""

from __future__ import annotations

from kuaibao_lint.facts.model import before
from kuaibao_lint.facts.numerals import slips
from kuaibao_lint.facts.relations.sum import Sum
from kuaibao_lint.light_typing import TYPE_CHECKING, NamedTuple
from kuaibao_lint.patterns import pattern

if TYPE_CHECKING:
    from collections.abc import Sequence

    from kuaibao_lint.facts.claims.figure import Figure
    from kuaibao_lint.facts.model import Facts, Quantity
    from kuaibao_lint.intervals import Interval

_NEAR = 40  # characters from a window of time to the level that is of it
_LONG = 5  # characters of a name that means one measure only: 财政收入 may be two
_SHORT = 4  # characters of a name that means one measure with the rate at which it grew
_MANY = 5  # digits that come again by chance never
_THEN = frozenset("PY")  # begin what was told of another time
_DIGITS = 3  # shorter figures are one slip away from too many others
_SCOPE = pattern(r"[全我本该]([县市区省镇乡州])")
_ONE = frozenset("县市区省州")  # of which an issue tells of one
_EARLIER = pattern("上年|去年|同期|年[初底末]|前年")


class _Key(NamedTuple):
    window: str
    scope: str
    item: int
    name: str
    base: str


def repeats(items: Sequence[Sequence[Figure]], text: str, facts: Facts) -> list[Sum]:
    """Return a relation for each level that repeats one of an earlier item or sentence.

    全镇 and what names no place is another's in another item; 全县 is not. Only a difference of one
    slip is called one: where more differs, the words mean other things.
    """
    first: dict[_Key, Figure] = {}
    found: list[Sum] = []
    for number, figures in enumerate(items):
        told: dict[tuple[str, ...], Figure] = {}
        for at, figure in enumerate(figures):
            if figure.role != "level" or len(figure.name) < _SHORT or figure.length < _DIGITS:
                continue
            key = _key(figure, text, facts, number)
            earlier = first.setdefault(key, figure) if key else figure
            one = same_figure(earlier, figure) if earlier is not figure else None
            one = one or _again(figure, figures[at + 1 : at + 2], told)
            found += [one] if one else []
    return found


def _again(
    figure: Figure, after: Sequence[Figure], told: dict[tuple[str, ...], Figure]
) -> Sum | None:
    """第三产业增加值20.20亿元，增长6.3%。…。第三产业增加值完成29.20亿元，增长6.3%: both are one.

    By name and growth, or by a long name and many digits. told: the levels of the item so far.
    """
    if figure.kind != "amount" or figure.approx or figure.raw[:1] in _THEN:
        return None
    long = figure.length >= _MANY and len(figure.name) > _LONG
    # 收入4.7亿元，其中养老保险1.8亿元；支出3.9亿元，其中养老保险1.2亿元: a kind of two things
    keys = [("", "", figure.name)] if long and not (figure.parts or figure.joined) else []
    keys += [
        (one.digits, str(one.sign), figure.name)
        for one in after
        if one.role == "growth" and one.kind == "percent" and one.clause == figure.clause
    ]
    for key in keys:
        earlier = told.setdefault((figure.unit, *key), figure)
        if earlier.sentence < figure.sentence and earlier.raw[:1] == figure.raw[:1]:
            again = same_figure(earlier, figure)
            if again and not again.holds:
                return again
    return None


def may_repeat(fact: Quantity, facts: Facts) -> bool:
    """Tell, before its words are read, whether an amount can be one that `repeats` compares."""
    if fact.approx or fact.span.end - fact.span.start <= _DIGITS:
        return False
    period = before(facts.periods, fact.span.start)
    return period is not None and fact.span.start - period.span.end <= _NEAR


def _key(figure: Figure, text: str, facts: Facts, item: int) -> _Key | None:
    """Return what a level measures, where its words say it without a doubt."""
    if figure.role != "level" or figure.kind != "amount" or len(figure.name) < _LONG:
        return None
    if figure.length < _DIGITS or figure.approx:
        return None
    period = before(facts.periods, figure.span.start)
    if period is None or figure.span.start - period.span.end > _NEAR:
        return None
    window = period.span.of(text).replace(" ", "")
    between = text[period.span.end : figure.span.start]
    if _EARLIER.search(window) or "。" in between or figure.name not in between.replace(" ", ""):
        return None
    found = _SCOPE.search(between)
    scope = found[1] if found else ""
    return _Key(window, scope, -1 if scope in _ONE else item, figure.name, figure.base)


def same_figure(first: Figure, second: Figure) -> Sum | None:
    """Return the relation of two figures for one thing, None where they are for two."""
    if not first.value.meets(second.value) and (
        first.unit != second.unit or second.digits not in slips(first.digits)
    ):
        return None

    def test(v: Sequence[Interval]) -> bool:
        return v[0].meets(v[1])

    def working() -> str:
        return f"前面为 {first.digits}{first.unit}，这里为 {second.digits}{second.unit}"

    return Sum("same-measure", (first, second), test, working, 1).settle()
