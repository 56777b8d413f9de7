"""What is left of what had to be done: 完成9384亩，占应收面积11908亩的78.8%，剩余2524亩."""

from __future__ import annotations

from kuaibao_lint.facts.claims import complements, lists, terms
from kuaibao_lint.facts.claims.figure import altogether
from kuaibao_lint.facts.claims.model import Total
from kuaibao_lint.light_typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from kuaibao_lint.facts.claims.figure import Figure
    from kuaibao_lint.facts.claims.model import Level

_WINDOW = 24  # levels before what is left of them: they bound the work
_SOME = 3  # digits of what had to be done
_NAMED = 4  # characters that name a whole, with which the name of what was done begins
_SENTENCES = 2  # from such a whole to what is left of it
_LATELY = 1  # sentences from what was done to what is left


def leftover(
    rest: Figure, levels: Sequence[Level], before: Sequence[Level], plan: Figure | None
) -> list[Total]:
    """Return what a rest makes up with what is done: the whole that adds up, else the planned one.

    levels: those of the passage so far, the rest as the last. before: those of the last sentence.
    """
    if begun := _not_begun(rest, levels):
        return begun
    if named := _of_named(rest, levels):
        return named
    made = lists.remainder(rest, levels, before, plan)
    if any(altogether(one) == total.total.amount for total in made for one in total.lists):
        return made
    if _is_of_several(rest, levels[-_WINDOW:-1]):
        return []
    if terms.OF_THE_PLAN.search(rest.raw) is None:
        return made  # 已播29.6万亩，占任务35万亩的85%，还有8.3万亩待播: more than was planned
    near = levels[-_WINDOW:-1]
    told = {one.amount for level in near if (one := level.of(rest.base)) and one is not rest}
    if any(one - rest.amount in told for one in told):
        return made  # 完成5亿元，占计划8.2亿元的61%，到位6.2亿元，剩余1.2亿元: of what was paid in
    pairs = [*_planned(rest, near)]
    return [Total(whole, [[done, rest]]) for whole, done in pairs] if len(pairs) == 1 else made


def _is_of_several(rest: Figure, near: Sequence[Level]) -> bool:
    """一般隐患637条、重大隐患4条，已整改636条，…，余下5条: of both that were told side by side."""
    told = [one for level in near if (one := level.of(rest.base)) and one is not rest]
    return any(
        other.joined and not (one.joined or done.joined)
        and one.amount + other.amount == done.amount + rest.amount
        for one, other, done in zip(told, told[1:], told[2:], strict=False)
    )


def _of_named(rest: Figure, levels: Sequence[Level]) -> list[Total]:
    """一般隐患1331条、重大隐患7条，…，其中重大隐患整改5条，余2条: of what the words name first."""
    told = [c for c in levels[-_WINDOW:-1] if c.of(rest.base)]
    done = told[-1].figure if told else None
    if done is None or done.clause != rest.clause or done.base != rest.base:
        return []
    wholes = [
        c.figure
        for c in told[:-1]
        if len(c.figure.name) >= _NAMED and done.name.startswith(c.figure.name)
        if len(done.name) > len(c.figure.name) and done.sentence - c.figure.sentence <= _SENTENCES
    ]
    return [Total(wholes[-1], [[done, rest]])] if wholes else []


def _not_begun(rest: Figure, levels: Sequence[Level]) -> list[Total]:
    """安排项目108个，开工101个，竣工40个，还有7个未开工: with those that were begun, these are all.

    开工65个、完工39个，还有4个正在招标: what is done may not be among those that were begun.
    """
    if terms.NOT_BEGUN.search(rest.raw + rest.tail) is None:
        return []
    told = [one for c in levels[-_WINDOW:-1] if (one := c.of(rest.base)) and one is not rest]
    told = [one for one in told if rest.sentence - one.sentence <= _LATELY]
    at = next((at for at, one in enumerate(told) if terms.BEGUN.search(one.raw)), 0)
    whole, begun, *after = told[at - 1 :] if at else (None, None)
    if whole is None or begun is None or complements.is_done(whole.raw):
        return []
    return [Total(whole, [[begun, rest], *([[begun, *after, rest]] if after else [])])]


def _planned(rest: Figure, levels: Sequence[Level]) -> Iterator[tuple[Figure, Figure]]:
    """Yield what had to be done, and what was done of it, where the one is told with the other."""
    for level, after in zip(levels, [*levels[1:], None], strict=False):
        whole = level.plan
        if whole is None and after and after.figure.role == "whole":
            whole = after.figure
        done = level.figure
        alike = whole is not None and whole.base == done.base == rest.base
        if (
            whole
            and alike
            and done.role == "level"
            and rest.sentence - done.sentence <= _LATELY
            and whole.length >= _SOME
            and whole.amount > done.amount
            and not terms.KEPT.search(done.raw)
        ):
            yield whole, done
