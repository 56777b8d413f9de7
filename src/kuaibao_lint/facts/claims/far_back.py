"""Changes of what was told in another sentence: 与上年相比，收入增加3976万元，增长7.3%."""

from __future__ import annotations

from kuaibao_lint.facts.claims import measures, terms
from kuaibao_lint.light_typing import TYPE_CHECKING

if TYPE_CHECKING:
    from kuaibao_lint.facts.claims.figure import Figure
    from kuaibao_lint.facts.claims.model import Level
    from kuaibao_lint.facts.claims.state import Reading

_FAR, _LATELY = 24, 5  # levels, and sentences, among which what changed is looked for


def of_all(reading: Reading, figure: Figure) -> Level | None:
    """支出27.85万元。其中购车23.22万元，接待4.63万元。与上年相比减少3.52万元: of the whole.

    Or of the last part; where the sentence before tells of one level only, of that.
    """
    if figure.name or not figure.compared or reading.subject or reading.here:
        return None
    last = reading.before[-1] if reading.before else None
    if last is None or figure.sentence - last.figure.sentence > 1:
        return None
    whole = last.group.wholes[0] if last.group else last
    if last.group is None and len(reading.before) > 1:
        return None
    if figure.kind == "amount" and whole.figure.base != figure.base:
        return None
    if whole is not last:
        reading.change(whole, figure.basis).other = last.of(whole.figure.base)
    return whole


def called(reading: Reading, figure: Figure) -> Level | None:
    """收入58789万元。支出…。…与上年相比，收入增加3976万元，增长7.3%: of what was told long before.

    Where one level only has the name, or ends with it and is no part; and where the clause before
    says with what all that follows is compared.
    """
    if "相" in figure.compared:
        reading.far = reading.levels[0] if reading.levels else None
    if reading.far is None or (figure.kind == "amount" and figure.parts):
        return None
    names = [figure.name]
    for one, other in terms.SIDES[:2]:
        if figure.name == other and reading.far.figure.name.endswith(one):
            names = [reading.far.figure.name.removesuffix(one) + other]
    short = figure.name.removesuffix("总额").removesuffix("总量")
    told = [
        c
        for c in reading.levels[-_FAR:]
        if figure.sentence - c.figure.sentence <= _LATELY
        and c.figure.role in {"level", "total", "average"}
        and (figure.kind == "percent" or c.of(figure.base))
    ]
    found = [c for c in told if (c.figure.name or c.figure.raw) in names]
    found = found or [c for c in told if c.figure.name.endswith(names[0]) and c.group is None]
    found = found or [c for c in told if c.figure.raw.endswith(short) and c.group is None]
    if len(found) != 1 or not measures.said_of(short, found[0].figure.raw):
        return None
    reading.far = found[0]
    return found[0] if figure.kind == "percent" else found[0].twin(figure.base)
