"""The title's figures against the body's."""

from __future__ import annotations

from typing import TYPE_CHECKING

from kuaibao_lint.facts.relations.formulas import Sum, slips

if TYPE_CHECKING:
    from collections.abc import Sequence

    from kuaibao_lint.facts.claims.figure import Figure
    from kuaibao_lint.intervals import Interval

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
        if len(figure.digits.replace(".", "").strip("0")) < _SHORTEST:
            continue
        near = set(slips(figure.digits))
        meant = [
            other
            for other in rivals
            if other.unit == figure.unit and other.digits in near and _alike(figure, other)
        ]
        if len({o.digits for o in meant}) == 1:
            found.append(_same(figure, meant[0]))
    return found


def _alike(title: Figure, body: Figure) -> bool:
    """Tell whether both say the same kind of thing."""
    if title.kind == "percent":
        return title.role == body.role
    return body.role in {"level", "delta", "base", "total"}


def _agree(title: Figure, body: Figure) -> bool:
    """Tell whether both can be one figure: equal, or one a rounding of the other."""
    if title.unit == body.unit and title.approx == body.approx:
        return title.number == body.number
    return title.value.meets(body.value)


def _same(title: Figure, body: Figure) -> Sum:
    holds = _agree(title, body)

    def test(v: Sequence[Interval]) -> bool:
        return v[0] == v[1] or (holds and v[0].meets(v[1]))

    working = f"标题为 {title.digits}{title.unit}，正文为 {body.digits}{body.unit}"
    return Sum("title-body-figure", (title, body), test, working, 0).settle()
