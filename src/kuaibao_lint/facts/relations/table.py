"""Which relations follow from which claim: a function and a line for each."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from kuaibao_lint.facts.claims import model
from kuaibao_lint.facts.relations import formulas
from kuaibao_lint.facts.relations.parts import parts

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Mapping, Sequence

    from kuaibao_lint.facts.claims.model import Claim
    from kuaibao_lint.facts.relations.formulas import Sum


def sums(claims: Sequence[Claim]) -> list[Sum]:
    """Return the sums that must be right if the claims are."""
    return [one for claim in claims for one in _FOLLOWS[type(claim)](claim)]


def _change(change: model.Change) -> list[Sum]:
    """Level, amount, rate and the value before: each two give the third."""
    level, base, delta, growth = change.level, change.base, change.delta, change.growth
    found = []
    if base and growth:
        found.append(formulas.growth(level, base, growth))
    if base and delta:
        found.append(formulas.difference(level, base, delta))
    if delta and growth and delta.sign == growth.sign:
        found.append(formulas.change(level, delta, growth))
    return found


def _share(share: model.Share) -> list[Sum]:
    return [
        formulas.ratio_of("percent-share", share.part, share.whole, share.percent, sure=share.sure)
    ]


def _completion(done: model.Completion) -> list[Sum]:
    return [formulas.ratio_of("completion-rate", done.done, done.plan, done.percent, sure=False)]


def _rate(rate: model.Rate) -> list[Sum]:
    return _first_that_holds(
        formulas.ratio_of("completion-rate", rate.part, whole, rate.percent, sure=False)
        for whole in rate.wholes
    )


def _total(total: model.Total) -> list[Sum]:
    return _first_that_holds(
        formulas.parts_of("parts-total", total.total, listed, sure=False) for listed in total.lists
    )


def _average(average: model.Average) -> list[Sum]:
    return [formulas.average(average.whole, average.heads, average.mean)]


_FOLLOWS: Mapping[type, Callable[[Any], list[Sum]]] = {
    model.Change: _change,
    model.Group: parts,
    model.Share: _share,
    model.Completion: _completion,
    model.Rate: _rate,
    model.Total: _total,
    model.Average: _average,
}


def _first_that_holds(tried: Iterable[Sum]) -> list[Sum]:
    """Of several ways to read a sentence, the one that adds up is meant; else the first."""
    every = list(tried)
    return [next((one for one in every if one.holds), every[0])]
