"""The title's figures against the body's."""

from __future__ import annotations

from itertools import combinations, permutations

from kuaibao_lint.facts.numerals import slips
from kuaibao_lint.facts.relations.sum import Sum
from kuaibao_lint.intervals import Interval, is_share, last_place
from kuaibao_lint.light_typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Sequence

    from kuaibao_lint.facts.claims.figure import Figure

_FEW = 12  # figures of a body of which two may make up the title's
_SHORTEST = 2  # a figure of one digit is one slip away from every other


def title_relations(title: Sequence[Figure], body: Sequence[Figure]) -> list[Sum]:
    """Return a relation for each figure of the title that the body repeats, rightly or wrongly."""
    found = []
    for figure in title:
        rivals = [
            other
            for other in body
            if other.kind == figure.kind
            and other.base == figure.base
            and figure.kind != "ratio"
            and (figure.kind == "amount" or other.sign * figure.sign >= 0)
        ]
        if agreeing := [other for other in rivals if _agree(figure, other)]:
            found.append(_same(figure, agreeing[0]))
            continue
        if figure.weight < _SHORTEST or _adds_up(figure, rivals):
            continue
        meant = [_same(figure, other) for other in rivals if _alike(figure, other)]
        meant = [one for one in meant if _slipped(one)]
        if meant and _is_quotient(figure, body):
            continue
        if len({one.operands[1].value for one in meant}) == 1:
            found.append(meant[0])
    return found


def _adds_up(title: Figure, rivals: Sequence[Figure]) -> bool:
    """208个村完成换届: 第一批66个，第二批142个."""
    told = rivals[:_FEW]
    # 半年增收1.6亿元: 完成8.2亿元，上年同期6.6亿元; 投入86万元: 50万元，36万元
    printed = title.kind == "amount" and not title.approx
    return printed and any(
        one.value.plus(other.value).meets(title.value) or _differ_by(title, one, other)
        for one, other in combinations(told, 2)
    )


def _differ_by(title: Figure, one: Figure, other: Figure) -> bool:
    less, more = sorted((one, other), key=lambda figure: figure.amount)
    return title.value.plus(less.value).meets(more.value)


def _is_quotient(title: Figure, body: Sequence[Figure]) -> bool:
    """体检完成69.00%: 应体检34082人，已体检23517人; what a town reached is not meant."""
    if title.kind != "percent":
        return False
    amounts = [one for one in body if one.kind == "amount"][:_FEW]
    return any(
        one.base == other.base and is_share(one.value, other.value, title.value)
        for one, other in permutations(amounts, 2)
    )


def _alike(title: Figure, body: Figure) -> bool:
    """Tell whether both say the same kind of thing."""
    if title.kind == "percent":
        return title.role == body.role
    return body.role in {"level", "delta", "base", "total"}


def _agree(title: Figure, body: Figure) -> bool:
    """Tell whether both can be one figure: equal, or one a rounding of the other."""
    if title.unit == body.unit and title.approx == body.approx:
        return title.number == body.number
    return _rounded(title).meets(_rounded(body))


def _rounded(figure: Figure) -> Interval:
    """超4亿元, 突破25.94亿元: no more than one in the last place above, for a title rounds down."""
    return _down(figure.value, figure)


def _down(value: Interval, figure: Figure) -> Interval:
    if not figure.approx:
        return value
    step = last_place(figure.number) * figure.scale
    return Interval(value.low, min(value.high, value.low + 2 * step))


def _slipped(one: Sum) -> bool:
    """Tell whether one slip made one figure into the other.

    In figures of one unit every digit is compared; one that rounds the other needs three digits.
    """
    title, body = one.operands
    if title.unit == body.unit:
        return body.digits in slips(title.digits)
    return title.weight > _SHORTEST and one.explained()


def _same(title: Figure, body: Figure) -> Sum:
    holds, rounds = _agree(title, body), title.unit != body.unit

    def test(v: Sequence[Interval]) -> bool:
        if v[0] == v[1]:
            return True
        return (holds or rounds) and _down(v[0], title).meets(_down(v[1], body))

    def working() -> str:
        return f"标题为 {title.digits}{title.unit}，正文为 {body.digits}{body.unit}"

    return Sum("title-body-figure", (title, body), test, working, 0).settle()
