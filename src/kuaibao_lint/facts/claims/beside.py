"""Means of two amounts that stand side by side: 授信企业375户、4.99亿元。…户均授信133万元."""

from __future__ import annotations

from itertools import pairwise

from kuaibao_lint.facts.claims import measures, terms
from kuaibao_lint.facts.claims.asking import figures_of
from kuaibao_lint.light_typing import TYPE_CHECKING
from kuaibao_lint.patterns import pattern

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from kuaibao_lint.facts.claims.figure import Figure
    from kuaibao_lint.facts.claims.model import Level

    _Fits = Callable[[Figure], bool]

_NEAR = 16  # characters from one of two to the other
_LATELY = 3  # sentences from the two to their mean
_MOST = 24  # levels before a mean, among which they are looked for: they bound the work
# What there is of a thing, and what is told of those who come says nothing of it.
_KEPT = pattern("藏|面积|床位|绿地|拥有|占有|耕地|住房|道路|存款|余额|储备|资产")
# What is done for all, whatever it is called: 平均每个团队服务1883人.
_ALL = frozenset(("", "服务", "拥有", "有", "覆盖", "承担", "管理", "负责", "达"))
_VISITS = "人次"


def beside(
    mean: Figure, near: Sequence[Level], fits: _Fits, of: str
) -> list[tuple[Figure, Figure]]:
    """Return whole and heads where they stand side by side, and words tie the mean to them.

    植树36.89万株，参加11.40万人次，人均3.2株; 授信企业375户、4.99亿元。…户均授信133万元.
    fits: whether a figure may be what is counted. of: what the mean's own words say that it is.
    """
    before = [c for c in near if c.figure.span < mean.span and c.figure.role != "average"]
    told = sorted(figures_of(before[-_MOST:]), key=_place)
    own = measures.name(mean.raw.partition(mean.word)[0])
    found = []
    for pair in pairwise(told):
        if mean.sentence - pair[0].sentence > _LATELY or not _are_tied(*pair):
            continue
        beside_it = pair[1] is told[-1] and pair[1].clause == mean.clause
        for whole, heads in (pair, pair[::-1]):
            # 外出133批次，领导带队11批次，部门92批次，对接企业293家，每批次2.2家: not of the last
            last = beside_it and not any(
                one.base == heads.base and one.sentence == heads.sentence
                for one in told
                if one is not heads
            )
            alike = whole.base == mean.base and whole.base != heads.base
            if alike and fits(heads) and _is_said(of, own, whole, heads, last=last):
                found.append((whole, heads))
    return found


def _place(one: Figure) -> int:
    return one.span.start


def _are_tied(one: Figure, other: Figure) -> bool:
    """Tell whether two figures follow each other in one clause."""
    return one.clause == other.clause and other.span.start - one.span.end <= _NEAR


def _is_said(of: str, own: str, whole: Figure, heads: Figure, *, last: bool) -> bool:
    """Tell whether the words of a mean are those of its whole or of its heads.

    接待5万人次，藏书12万册，人均藏书2.1册: what is kept is not of those who come.
    last: the two stand right before the mean.
    """
    words = (whole.raw, heads.raw + heads.tail)
    if own and not any(own[:2] in one for one in words):
        return False
    if heads.base == _VISITS and (_KEPT.search(whole.raw) or not last):
        return False
    if any(word in of and word not in whole.raw for word in terms.OWN_MEASURES):
        return False
    if of in _ALL:
        return last or own != "" or of != ""
    return any(measures.akin(of, one) or settled(of, one) for one in words)


def settled(of: str, words: str) -> bool:
    """审结5967件。…法官人均结案135.6件: one thing that goes by several names."""
    group = next((terms.SYNONYMS[word] for word in terms.SETTLED if word in of), ())
    return any(measures.said_of(word, words) for word in group)
