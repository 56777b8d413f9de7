"""Parts that are told in sentences of their own: 收入9亿元，增长4%。税收5亿元，…。非税4亿元，…."""

from __future__ import annotations

from kuaibao_lint.facts.claims import complements
from kuaibao_lint.facts.claims.lists import called
from kuaibao_lint.facts.claims.model import Group
from kuaibao_lint.light_typing import TYPE_CHECKING
from kuaibao_lint.patterns import pattern

if TYPE_CHECKING:
    from collections.abc import Sequence

    from kuaibao_lint.facts.claims.model import Level

_MOST = 5  # a whole and its parts: they bound the work
_PAIR = 2  # parts that may be all
_NOUN = 2  # characters that say what is measured
_NEAR = 16  # levels before the last part of a list among which the others are
_FAR = 8  # sentences from all cases to the last kind of them
_CASES = "案件"
_ALL_CASES = pattern(
    "(?:T|全年|共|我院|全院|本院)*(?P<verb>受理|新收|收|审结|办结)(?:各类|各种|诉讼)*案件$"
)


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
                sure = _are_of_its_noun(whole, parts) and (
                    count > _PAIR or _stands_alone(whole, parts, levels)
                )
                group = Group([whole], view=True, guess=not sure)
                group.parts = parts
                found.append(group)
                break  # 第一产业…、第二产业…、第三产业…、居民…: and not the first three
    return found + _ended_behind(heads, levels) + _of_cases(levels)


def _ended_behind(heads: Sequence[Level], levels: Sequence[Level]) -> list[Group]:
    """用电量61亿度。第一产业2亿度；第二产业41亿度，…；第三产业7亿度。居民生活11亿度: all four.

    The last part of a list has a sentence of its own, and their names say that it is one.
    """
    found: list[Group] = []
    for last in heads:
        base, sentence = last.figure.base, last.figure.sentence - 1
        if last.order < _PAIR or last.group or last.figure.per_head or last.figure.raw[:1] == "T":
            continue
        if levels[last.order - 1].figure.sentence != sentence:
            continue
        near = [
            c
            for c in levels[max(0, last.order - _NEAR) : last.order]
            if c.group is None and c.figure.base == base and sentence - c.figure.sentence <= 1
        ]
        for at in range(max(1, len(near) - _MOST + 1), len(near) - 1):
            parts = [*near[at:], last]
            if any(c.figure.sentence != sentence for c in near[at:]):
                continue
            if complements.complete(called(parts)):
                group = Group([near[at - 1]], view=True)
                group.parts = parts
                found.append(group)
                break
    return found


def _are_of_its_noun(whole: Level, parts: Sequence[Level]) -> bool:
    """粮食产量, 夏粮产量 and 秋粮产量."""
    noun = whole.figure.name[-_NOUN:]
    return len(noun) == _NOUN and all(one.figure.name.endswith(noun) for one in parts)


def _stands_alone(whole: Level, parts: Sequence[Level], levels: Sequence[Level]) -> bool:
    """Tell whether nothing else of its unit is told with a whole, nor with its two parts.

    The three sentences follow each other at once.
    """
    told = [one.figure.sentence for one in (whole, *parts)]
    base = whole.figure.base
    near = [c for c in levels[whole.order :] if told[0] <= c.figure.sentence <= told[-1]]
    alone = len([c for c in near if c.of(base)]) == len(told)
    return alone and told[-1] - told[0] == len(parts)


def _of_cases(levels: Sequence[Level]) -> list[Group]:
    """受理各类案件18255件，…。受理刑事案件613件，审结583件。…。受理民事案件9324件，…；受理行政案件….

    Those of which the same is said as of all; whatever else was told between them.
    """
    found: list[Group] = []
    for at, whole in enumerate(levels):
        one = whole.figure
        said = _ALL_CASES.fullmatch(one.raw) if one.raw.endswith(_CASES) else None
        if said is None or whole.group:
            continue
        like = [
            c
            for c in levels[at + 1 :]
            if c.figure.base == one.base and c.group is None and c.figure.raw != one.raw
            if c.figure.raw.startswith(said["verb"]) and c.figure.raw.endswith(_CASES)
            if c.figure.sentence - one.sentence <= _FAR
        ]
        if _PAIR < len(like) <= _MOST and complements.complete(called(like)):
            group = Group([whole], view=True, guess=True)
            group.parts = like
            found.append(group)
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
