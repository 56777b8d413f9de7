"""Rates of which each is of another figure: 已化解12笔、300万元，化解率分别为60%和50%."""

from __future__ import annotations

from kuaibao_lint.facts.claims import measures, terms
from kuaibao_lint.facts.claims.asking import distinct, figures_of
from kuaibao_lint.facts.claims.model import Rate
from kuaibao_lint.intervals import is_share
from kuaibao_lint.light_typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Sequence

    from kuaibao_lint.facts.claims.figure import Figure
    from kuaibao_lint.facts.claims.state import Reading


_MOST = 48  # levels of a sentence: they bound the work


def rates(reading: Reading, run: Sequence[Figure]) -> list[Rate]:
    """Return what the rates of a list say of the last figures told, in their order.

    Those are of units of their own (12笔、300万元), else what stands before them is in the same
    order too: 新造3000亩、低改2000亩任务，分别完成2400亩、1500亩，完成率为80%和75%.
    """
    told = figures_of(c for c in reading.levels[-_MOST:] if c.figure.sentence == run[0].sentence)
    done, before = told[-len(run) :], told[: -len(run)]
    if len(done) < len(run) or not _is_said(run[0], done[0]):
        return []
    bases = [one.base for one in done]
    if len(set(bases)) == len(bases):
        above = [*reversed(before), *figures_of(reversed(reading.before))]
        wholes = [distinct(one for one in above if one.base == base) for base in bases]
    elif named := _of_their_names(before, done):
        wholes = [[one] for one in named]
    elif [one.base for one in before[-len(run) :]] == bases:
        wholes = [[one] for one in before[-len(run) :]]
    elif _of_one_plan(before, done, run):
        wholes = [before[-1:] for _ in run]
    else:
        return []
    return [
        Rate([part], some, percent)
        for part, some, percent in zip(done, wholes, run, strict=True)
        if some
    ]


def _of_their_names(before: Sequence[Figure], done: Sequence[Figure]) -> list[Figure]:
    """新建120座、改建80座，合计200座，新建完成96座、改建完成72座，完成率分别为: each by name."""
    if before and before[-1].role != "total":
        return []
    found = []
    for one in done:
        like = [c for c in before if c.base == one.base and c.role != "total"]
        like = [c for c in like if len(one.name) > 1 and one.name[:2] in c.raw]
        if len(like) != 1 or like[0] in found:
            return []
        found += like
    return found


def _of_one_plan(before: Sequence[Figure], done: Sequence[Figure], run: Sequence[Figure]) -> bool:
    """任务5017人，完成甲项5047人、乙项4233人，分别完成任务的100.6%、84.4%: one fits it."""
    plan = before[-1] if before else None
    if plan is None or plan.role != "plan" or any(one.base != plan.base for one in done):
        return False
    pairs = zip(done, run, strict=True)
    return any(is_share(one.value, plan.value, percent.value) for one, percent in pairs)


def _is_said(percent: Figure, done: Figure) -> bool:
    """Tell whether what a rate says was done is said of a figure."""
    stem = percent.word[-2:] if percent.role == "rate" else "完成"
    words = terms.SYNONYMS.get(stem, (stem,))
    return any(measures.said_of(word, done.raw) for word in words)
