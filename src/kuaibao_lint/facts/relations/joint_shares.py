"""Shares that a list makes together, and what is left of 100: 合计占53.6%，其余占46.4%."""

from __future__ import annotations

from itertools import takewhile

from kuaibao_lint.facts import numerals
from kuaibao_lint.facts.claims import complements
from kuaibao_lint.facts.relations import formulas
from kuaibao_lint.light_typing import TYPE_CHECKING
from kuaibao_lint.patterns import pattern

if TYPE_CHECKING:
    from collections.abc import Sequence

    from kuaibao_lint.facts.claims.figure import Figure
    from kuaibao_lint.facts.relations.sum import Sum

_PAIR = 2
_LISTED = 8  # shares of one list: they bound the work
_TOGETHER = pattern(
    "^(?:以上|上述|这|前)?(?:(?P<count>[两二三四五六七八九])[者项类个种县家]?[^，；占]{0,4}?)?"
    "(?:合计|共计|总计|累计|共|之和|相加|总共)[^，；占]{0,4}占"
)


def of_shares(body: Sequence[Figure]) -> list[Sum]:
    """占全州比重分别为27.8%、16.5%和9.3%，合计占53.6%，其余13个县市占46.4%: what a list makes.

    Only shares of which the words, where they have some, are those of the list.
    """
    found: list[Sum] = []
    for at, one in enumerate(body):
        said = _TOGETHER.match(one.raw) if one.role == "share" and not one.listed else None
        if said is None:
            continue
        run = _listed_before(body[max(0, at - _LISTED) : at], one)
        counted = said["count"]
        if len(run) < _PAIR or (counted and numerals.single(counted) != len(run)):
            continue
        if one.word and run[0].word and not one.word.startswith(run[0].word):
            continue
        found.append(formulas.parts_of(one, run, "percent-share"))
        rest = next((c for c in body[at + 1 : at + 4] if c.role == "share"), None)
        if rest and rest.sentence == one.sentence and not rest.word and _is_rest(rest, body):
            found.append(formulas.hundred([one, rest]))
    return found


def _listed_before(before: Sequence[Figure], one: Figure) -> list[Figure]:
    """Return the shares of the list right before a figure: 分别占30%、20%."""
    run = [*takewhile(lambda c: c.role == "share" and c.sentence == one.sentence, before[::-1])]
    start = next((at for at, c in enumerate(run) if not c.listed), -1)
    return run[start::-1] if start > 0 and all(c.kind == "percent" for c in run) else []


def _is_rest(share: Figure, body: Sequence[Figure]) -> bool:
    """Tell whether a share is of what is left: 其余占46.4%, 其余13个县市占46.4%."""
    before = [one for one in body if one.span < share.span][-1]
    return complements.is_rest(share.raw) or (
        complements.is_rest(before.raw) and before.clause == share.clause
    )
