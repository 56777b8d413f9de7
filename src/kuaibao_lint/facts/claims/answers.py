"""Whose share, rate or average a figure is: answered once all levels of the passage are known."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from kuaibao_lint.facts.claims import measures, phrasings
from kuaibao_lint.facts.claims.model import Average, Hundred, Rate, Share

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Mapping, Sequence

    from kuaibao_lint.facts.claims.figure import Figure
    from kuaibao_lint.facts.claims.model import Claim, Group, Level

_WINDOW = 48  # levels before and behind a share, among which its whole is looked for
_FEW = 6  # readings of one figure


class Ask(NamedTuple):
    """A figure whose part, whole or heads are to be found.

    part: whose share it is, where that is known. group: in which it was said. here: the levels of
    its sentence so far. printed: a whole or a plan that is printed with it.
    """

    figure: Figure
    part: Level | None
    group: Group | None
    here: Sequence[Level]
    printed: Figure | None


def claims(asks: Sequence[Ask], levels: Sequence[Level]) -> list[Claim]:
    """Return what can be answered."""
    found: list[Claim] = []
    at = 0
    for ask in asks:
        while at < len(levels) and levels[at].figure.span < ask.figure.span:
            at += 1
        near = levels[max(0, at - _WINDOW) : at + _WINDOW]
        answer = _ANSWERS[ask.figure.role](ask, near)
        if answer is not None:
            found.append(answer)
    return found + _hundreds([ask.figure for ask in asks if ask.figure.role == "share"])


def _share(ask: Ask, near: Sequence[Level]) -> Claim | None:
    """占X的p%: of the subject or a named part, in a whole."""
    figure = ask.figure
    part = ask.part or _named(figure, ask.here, near)
    if part is None:
        return None
    wholes = _wholes(ask, part, near)
    for base in [part.figure.base, *(mate.base for mate in part.mates)]:
        own = part.of(base)
        fitting = _distinct(w for w in wholes if w.base == base and w is not own)
        if own is not None and fitting:
            if ask.group and part.group is ask.group and not ask.printed:
                part.share = part.share or figure
            sure = bool(figure.word) and not figure.name and len(fitting) == 1
            return Share(own, fitting, figure, sure)
    if part.total and not wholes and part.total.base == part.figure.base:
        return Share(part.figure, [part.total], figure, sure=False)
    return None


def _named(figure: Figure, here: Sequence[Level], near: Sequence[Level]) -> Level | None:
    """Return the only level of that name, full or shortened (税收 for 税收收入)."""
    name = figure.name
    close = [c for c in near if abs(c.figure.sentence - figure.sentence) <= 1]
    ways: tuple[tuple[Callable[[str], bool], Sequence[Level]], ...] = (
        (lambda one: measures.same(one, name), near),
        (lambda one: one.startswith(name), here),
        (lambda one: one.endswith(name) and not one.removesuffix(name).endswith("非"), here),
        (lambda one: one.startswith(name), close),
        (lambda one: measures.short_for(name, one), close),
    )
    for fits, among in ways:
        found = [c for c in among if c.figure.name and fits(c.figure.name)]
        if found:
            return found[0] if len({c.figure.value for c in found}) == 1 else None
    return None


def _wholes(ask: Ask, part: Level, near: Sequence[Level]) -> list[Figure]:
    """Return what the share may be of: printed with it, named, or the group's whole."""
    figure = ask.figure
    word = measures.name(figure.word)
    if ask.printed is not None and ask.printed.role == "whole":
        return [ask.printed]
    if phrasings.ELSEWHERE.fullmatch(figure.word):
        return []
    if not word or phrasings.WHOLE.fullmatch(word):
        return _unnamed(ask, part)
    bases = {part.figure.base, *(mate.base for mate in part.mates)}
    levels = [c for c in near if c is not part and c.figure.base in bases]
    for fits in (measures.same, measures.short_for):
        found = [c for c in levels if c.figure.name and fits(word, c.figure.name)]
        if found:
            found.sort(key=lambda c: abs(c.order - part.order))
            if fits is measures.same or len({c.figure.value for c in found}) == 1:
                return [c.figure for c in found]
            return []
    return []


def _unnamed(ask: Ask, part: Level) -> list[Figure]:
    if part.group is not None:
        return _figures(part.group.wholes)
    if ask.group is not None:
        return _figures(ask.group.wholes)
    before = [one for one in ask.here if one.order < part.order]
    return [*_figures(reversed(before)), *([ask.printed] if ask.printed else [])]


def _figures(levels: Iterable[Level]) -> list[Figure]:
    return [figure for one in levels for figure in (one.figure, *one.mates)]


def _distinct(figures: Iterable[Figure]) -> list[Figure]:
    """Return the first few figures, each value once."""
    found: dict[object, Figure] = {}
    for figure in figures:
        found.setdefault(figure.value, figure)
    return [*found.values()][:_FEW]


def _rate(ask: Ask, near: Sequence[Level]) -> Claim | None:
    """办结k件，办结率r%: of the same unit, out of another and larger level."""
    figure = ask.figure
    close = [c for c in near if abs(c.figure.sentence - figure.sentence) <= 1]
    here = [c for c in close if c.figure.sentence == figure.sentence]
    if named := next((v for k, v in phrasings.NAMED_RATES.items() if k in figure.word), None):
        parts, wholes = ([c.figure for c in close if word in c.figure.raw] for word in named)
        parts = [part for part in parts if part not in wholes or len(wholes) > 1]
        return (
            Rate(parts[:1], _distinct(w for w in wholes if w is not parts[0]), figure)
            if (parts and wholes)
            else None
        )
    stem = figure.word[-2:]
    words = phrasings.SYNONYMS.get(stem, (stem,))
    done = [
        c
        for c in reversed(here)
        if any(word in c.figure.raw for word in words) and not c.figure.raw.startswith("应")
    ]
    if not done and stem in {"完成", "成功"} and ask.here:
        done = [ask.here[-1]]
    if not done:
        return None
    part = done[0]
    levels = [c for c in ask.here if c is not part]
    levels += [c for c in here if c.order > part.order]
    levels += [c for c in reversed(close) if c.figure.sentence < figure.sentence]
    wholes = [c.figure for c in levels]
    if ask.printed is not None:
        wholes.insert(0, ask.printed)
    fitting = _distinct(w for w in wholes if w.base == part.figure.base)
    larger = [w for w in fitting if w.value.high >= part.figure.value.low]
    fitting = larger or fitting[:1]
    return Rate([part.figure], fitting, figure) if fitting else None


def _average(ask: Ask, near: Sequence[Level]) -> Claim | None:
    """Money or weight ÷ people, households or land, where the sentence has one of each."""
    mean = ask.figure
    counted = next((u for w, u in phrasings.COUNTED.items() if mean.word.startswith(w)), None)
    if counted is None:
        return None
    here = [
        f
        for c in near
        if c.figure.sentence == mean.sentence and c.figure.role != "average"
        for f in (c.figure, *c.mates)
    ]
    wholes = _distinct(f for f in here if f.base == mean.base)
    heads = _distinct(f for f in here if f.base in counted)
    return Average(wholes, heads, mean) if wholes and heads else None


_ANSWERS: Mapping[str, Callable[[Ask, Sequence[Level]], Claim | None]] = {
    "share": _share,
    "rate": _rate,
    "average": _average,
}


def _hundreds(shares: Sequence[Figure]) -> list[Claim]:
    """税收占72%，非税占28%: shares of one whole whose names are known to make it up."""
    found: list[Claim] = []
    run: list[Figure] = []
    for share in shares:
        last = run[-1] if run else None
        if last and not (share.sentence == last.sentence and share.name and last.name):
            run = []
        run.append(share)
        if len(run) >= 2 and measures.complete([one.name for one in run]):
            found.append(Hundred([*run]))
            run = []
    return found
