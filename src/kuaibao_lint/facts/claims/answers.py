"""Whose share, rate or average a figure is: answered once all levels of the passage are known."""

from __future__ import annotations

from kuaibao_lint.facts.claims import complements
from kuaibao_lint.facts.claims.averages import average
from kuaibao_lint.facts.claims.model import Hundred, Share
from kuaibao_lint.facts.claims.rates import rate
from kuaibao_lint.facts.claims.shares import as_before, share
from kuaibao_lint.light_typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping, Sequence

    from kuaibao_lint.facts.claims.asking import Ask
    from kuaibao_lint.facts.claims.figure import Figure
    from kuaibao_lint.facts.claims.model import Claim, Level

_WINDOW = 48  # levels before and behind a share, among which its whole is looked for


def claims(asks: Sequence[Ask], levels: Sequence[Level]) -> list[Claim]:
    """Return what can be answered."""
    found: list[Claim] = []
    shares: list[tuple[Figure, str]] = []
    at = 0
    last: Share | None = None
    for ask in asks:
        while at < len(levels) and levels[at].figure.span < ask.figure.span:
            at += 1
        near = levels[max(0, at - _WINDOW) : at + _WINDOW]
        answer = _ANSWERS[ask.figure.role](ask, near)
        if ask.figure.role == "share":
            answer = answer or as_before(ask, last)
            last = answer if isinstance(answer, Share) else last
        if answer is not None:
            found.append(answer)
        if ask.figure.kind == "percent" and not (ask.part and ask.part.group):
            name = ask.part.figure.name if ask.part else ask.figure.name or ask.figure.word
            shares.append((ask.figure, name))
    return found + _hundreds(shares)


_ANSWERS: Mapping[str, Callable[[Ask, Sequence[Level]], Claim | None]] = {
    "share": share,
    "rate": rate,
    "average": average,
}


def _hundreds(shares: Sequence[tuple[Figure, str]]) -> list[Claim]:
    """税收占72%，非税占28%: shares of one whole whose names are known to make it up."""
    found: list[Claim] = []
    run: list[tuple[Figure, str]] = []
    for percent, name in shares:
        last = run[-1][0] if run else None
        if last and (
            percent.sentence != last.sentence
            or percent.role != last.role
            or (percent.role == "share" and percent.word != last.word)
        ):
            run = []
        run.append((percent, name))
        if len(run) >= 2 and complements.complete([one for _, one in run]):
            found.append(Hundred([one for one, _ in run]))
            run = []
    return found
