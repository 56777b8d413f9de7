"""Whose share a percentage is, and of what: 占X的p%."""

from __future__ import annotations

from kuaibao_lint.facts.claims import measures, phrasings, terms
from kuaibao_lint.facts.claims.asking import Ask, distinct, figures_of, near_by
from kuaibao_lint.facts.claims.model import Share
from kuaibao_lint.light_typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from kuaibao_lint.facts.claims.figure import Figure
    from kuaibao_lint.facts.claims.model import Claim, Level


def share(ask: Ask, near: Sequence[Level]) -> Claim | None:
    """占X的p%: of the subject or a named part, in a whole."""
    figure = ask.figure
    part = ask.part or _named(figure, ask.here, near)
    if part is None:
        return None
    wholes = _wholes(ask, part, near)
    for base in [part.figure.base, *(mate.base for mate in part.mates)]:
        own = part.of(base)
        fitting = distinct(w for w in wholes if w.base == base and w is not own)
        if own is not None and fitting:
            if ask.group and part.group is ask.group and not ask.printed:
                part.share = part.share or figure
            sure = fitting[0] is ask.printed and not figure.name
            doubtful = not ask.printed and _of_several(ask, part)
            return Share(own, fitting, figure, sure, _beside(ask, part), doubtful)
    if part.total and not wholes and part.total.base == part.figure.base:
        return Share(part.figure, [part.total], figure, sure=False)
    return None


def _of_several(ask: Ask, part: Level) -> bool:
    """建议238件，提案830件，重点督办88件，占总数的8.2%: of both together."""
    if part.group is not None or phrasings.WHOLE.fullmatch(ask.figure.word) is None:
        return False
    told = [c for c in ask.here if c.order < part.order and c.figure.base == part.figure.base]
    return len(told) > 1 and not any(c.shared or c.group for c in told)


def _beside(ask: Ask, part: Level) -> Figure | None:
    """吸烟引发7起，小孩玩火2起，占60%: the share may be of both."""
    before = next((c for c in ask.here if c.order == part.order - 1), None)
    return before.of(part.figure.base) if before and not before.shared else None


def as_before(ask: Ask, last: Share | None, answer: Claim | None) -> Claim | None:
    """教育支出…，占总支出的18.5%；卫生支出…，占12.1%: of the same whole as the share before."""
    figure = ask.figure
    own = ask.part.figure if ask.part else None
    part = answer.part if isinstance(answer, Share) else own
    if last is None or part is None or measures.name(figure.word) or ask.printed:
        return answer
    goes_on = last.percent.sentence == figure.sentence or (
        figure.word == last.percent.word and figure.sentence - last.percent.sentence == 1
    )
    if not goes_on or part.base != last.part.base:
        return answer
    if isinstance(answer, Share):
        return answer._replace(wholes=distinct((*answer.wholes, *last.wholes)))
    return answer if ask.part and ask.part.group else Share(part, last.wholes, figure, sure=False)


def _named(figure: Figure, here: Sequence[Level], near: Sequence[Level]) -> Level | None:
    """Return the only level of that name, full or shortened (税收 for 税收收入)."""
    name = figure.name
    if name in {terms.LATTER, terms.FORMER} and len(here) >= 2:
        return here[-1 if name == terms.LATTER else -2]
    close = [c for c in near if near_by(c, figure)]
    around = [c for c in near if c.figure.sentence <= figure.sentence + (len(name) > 2)]
    ways: tuple[tuple[Callable[[str], bool], Sequence[Level]], ...] = (
        (lambda one: measures.same(one, name), around),
        (lambda one: one.startswith(name), here),
        (lambda one: one.endswith(name) and not one.removesuffix(name).endswith("非"), here),
        (lambda one: one.startswith(name), close),
        (lambda one: measures.short_for(name, one), close),
        (lambda one: measures.within(name, one), close),
        (lambda one: len(one) >= 2 and name.startswith(one), close),
        (lambda one: len(name) >= 4 and one[:2] == name[:2], close),
    )
    for fits, among in ways:
        found = [c for c in among if c.figure.name and fits(c.figure.name)]
        if found:
            return found[0] if len({c.figure.value for c in found}) == 1 else None
    found = [c for c in close if len(c.figure.raw) >= 2 and name.startswith(c.figure.raw)]
    return found[0] if len(found) == 1 else None


def _wholes(ask: Ask, part: Level, near: Sequence[Level]) -> list[Figure]:
    """Return what the share may be of: printed with it, named, or the group's whole."""
    figure = ask.figure
    word = measures.name(figure.word)
    if terms.OF_INCREASE.search(figure.word) and not _told_increase(word, ask, near):
        return []  # 占新增贷款的80%: of what came, and not of what there is
    if ask.printed is not None and ask.printed.role == "whole":
        return [ask.printed]
    if terms.ELSEWHERE.fullmatch(figure.word):
        return []
    if not word or phrasings.WHOLE.fullmatch(word):
        return _out_of(part, near) or _unnamed(ask, part, word)
    bases = {part.figure.base, *(mate.base for mate in part.mates)}
    levels = [
        c
        for c in near
        if c is not part
        and c.figure.sentence <= figure.sentence + 1
        and any(c.of(base) for base in bases)
    ]
    close = [c for c in levels if near_by(c, figure)]
    noun = _noun(word)  # 占出口总值的: of 出口
    found = [c for c in levels if c.figure.name == noun or measures.same(word, c.figure.name)]
    if found:
        found.sort(key=lambda c: abs(c.order - part.order))
        return figures_of(found)
    above = part.group.wholes if part.group else [*reversed(ask.here), *ask.anchors]
    above = [c for c in above if c in levels and c.order < part.order][: None if part.group else 2]
    if county := terms.ALL_OF.match(figure.word):  # 占全市工业总产值的: not of another zone's
        above = [c for c in above if county[0] in c.figure.raw or part.group]
    for fits, among in (
        (measures.short_for, levels),
        (_ends_in, close),
        (measures.alludes, above),
        (measures.akin, above),
    ):
        found = [c for c in among if c.figure.name and fits(word, c.figure.name)]
        # 占交流教师的: of those 交流 names; 占货运总量的: not of another kind's
        found = [c for c in found if word[:2] in c.figure.name] or found
        found = [c for c in found if not _is_another(c, part)]
        if found:
            return figures_of(found) if len({c.figure.value for c in found}) == 1 else []
    return []


def _told_increase(word: str, ask: Ask, near: Sequence[Level]) -> bool:
    """新增债券4.9亿元，…专项债券占新增债券的78%: what came was told of itself."""
    return any(
        one.name == word and terms.OF_INCREASE.search(one.raw) and one is not ask.printed
        for one in (c.figure for c in near)
    )


def _is_another(level: Level, part: Level) -> bool:
    """Tell whether a level is of another kind of what the part is one kind of."""
    told = part.group is not None and level in part.group.wholes
    return not told and measures.siblings(level.figure.name, part.figure.name)


def _ends_in(word: str, name: str) -> bool:
    """基金支出, where the level is just called 支出."""
    return len(name) == 2 and word.endswith(name)


def _out_of(part: Level, near: Sequence[Level]) -> list[Figure]:
    """Return what the part's own words say that it is taken from, if that was told."""
    said = phrasings.OUT_OF.match(part.figure.raw)
    earlier = [c.figure for c in near if said and c.order < part.order and near_by(c, part.figure)]
    found = [one for one in earlier if said and one.name.endswith(said["whole"])]
    return found if len({one.value for one in found}) == 1 else []


def _unnamed(ask: Ask, part: Level, word: str) -> list[Figure]:
    if group := part.group or ask.group:
        wholes = figures_of(group.wholes)
        # 供应用地…，其中…，占供地总量的: what the parts are of
        near = len({one.base for one in wholes}) == len(wholes) == 1
        return [one for one in wholes if _whole_of(word, one) or (near and _touches(word, one))]
    # What has a share itself is another part, and the whole is not told.
    told = [[*reversed(ask.here)], [one for one in ask.anchors if one not in ask.here]]
    before, earlier = (
        [one for one in some if one.order < part.order and not one.shared] for some in told
    )
    if word and not before:  # 占全部投资的: of the sentence before
        before = earlier
    before = [one for one in before if not _is_another(one, part)]
    wholes = [*figures_of(before), *([ask.printed] if ask.printed else [])]
    return [one for one in wholes if _whole_of(word, one)]


def _noun(word: str) -> str:
    """Return what a whole is of: 专任教师 in 专任教师总数, "" where its words do not say."""
    found = phrasings.WHOLE_OF.search(word)
    return found["noun"] if found else ""


def _whole_of(word: str, whole: Figure) -> bool:
    """Tell whether 专任教师总数 may be that figure."""
    noun = measures.full(_noun(word))[-2:]
    words = (whole.raw, whole.tail, whole.name)
    return len(noun) < 2 or any(noun in measures.full(one) for one in words)


def _touches(word: str, whole: Figure) -> bool:
    return all(char in whole.raw for char in _noun(word))
