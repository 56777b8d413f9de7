"""Parts that are told in sentences of their own: 收入9亿元，增长4%。税收5亿元，…。非税4亿元，…."""

from __future__ import annotations

from kuaibao_lint.facts.claims import complements
from kuaibao_lint.facts.claims.lists import called
from kuaibao_lint.facts.claims.model import Group
from kuaibao_lint.light_typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Sequence

    from kuaibao_lint.facts.claims.model import Level

_MOST = 5  # a whole and its parts: they bound the work
_PAIR = 2  # parts that may be all
_NOUN = 2  # characters that say what is measured


def spread(levels: Sequence[Level]) -> list[Group]:
    """收入89499万元，增长9.9%。税收48258万元，下降4.6%。非税41241万元: a sentence for each.

    What they add up to decides (parts.py).
    """
    heads = [one for one, last in zip(levels, [None, *levels], strict=False) if _begins(one, last)]
    found: list[Group] = []
    for at, whole in enumerate(heads):
        for count in range(min(_MOST, len(heads) - at) - 1, 1, -1):
            parts = heads[at + 1 : at + 1 + count]
            if _go_on(whole, parts) and complements.complete(called(parts)):
                noun = whole.figure.name[-_NOUN:]
                alike = all(one.figure.name.endswith(noun) for one in parts)
                group = Group([whole], view=True, guess=count == _PAIR or not (noun and alike))
                group.parts = parts
                found.append(group)
                break  # 第一产业…、第二产业…、第三产业…、居民…: and not the first three
    return found


def _begins(one: Level, last: Level | None) -> bool:
    return last is None or last.figure.sentence != one.figure.sentence


def _go_on(whole: Level, parts: Sequence[Level]) -> bool:
    """Tell whether levels of one unit follow each other in sentences of their own.

    A sentence that has no level may stand between them: 第二产业用电量占全社会用电量的51.5%。
    """
    first = whole.figure
    told = [one.figure.sentence for one in (whole, *parts)]
    if told[-1] - told[0] > len(parts) + 1:
        return False
    return all(
        one.figure.base == first.base
        and one.group is None
        and not (one.figure.each or one.figure.per_head)
        for one in (whole, *parts)
    ) and not complements.is_rest(parts[-1].figure.raw)
