"""Changes of what was told elsewhere: in another sentence, of another window, as the year began."""

from __future__ import annotations

from kuaibao_lint.facts.claims import measures, terms
from kuaibao_lint.facts.claims.changes import OTHER_YEAR
from kuaibao_lint.light_typing import TYPE_CHECKING
from kuaibao_lint.patterns import pattern

if TYPE_CHECKING:
    from kuaibao_lint.facts.claims.figure import Figure
    from kuaibao_lint.facts.claims.model import Level
    from kuaibao_lint.facts.claims.state import Reading

_BY_TURNS = pattern("T[比较]T")
_TWO = 2  # levels of which one is compared with the other; characters of a name that say what it is
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


def since_then(reading: Reading, growth: Figure, then: Level) -> Level | None:
    """接待游客405万人次，…。上年接待369.8万人次，今年增长9.5%: of what was told of this year."""
    if then.changes or growth.name:
        return None
    name, base = then.figure.name, then.figure.base
    told = [
        c
        for c in (*reading.before, *reading.here)
        if c is not then and c.group is None and c.figure.base == base and not c.changes
        if measures.akin(name, c.figure.name)
    ]
    if len(told) != 1:
        return None
    reading.change(told[0], "").base = then.figure
    return told[0]


def between_windows(reading: Reading, delta: Figure) -> bool:
    """上半年收入2.57亿元，下半年收入2.94亿元，下半年比上半年多0.37亿元: of these two; it is told.

    一季度27693万元，4月、5月、6月分别…，二季度合计36884万元，较一季度多9191万元: or of the last.
    """
    told = [c for c in reading.here if c.figure.raw.startswith("T") and not c.figure.each]
    told = [c for c in told if c.figure.base == delta.base]
    last = reading.subject
    if delta.raw.startswith("T"):
        told = [c for c in told if "共" not in c.figure.raw and "计" not in c.figure.raw]
        last = told[-1] if told else None
    # 其中今年6.09亿元，8月当月1.33亿元、比7月多0.23亿元: of a month that is not told
    alike = len({c.figure.raw.count("T") for c in told}) == 1
    if len(told) > _TWO and _BY_TURNS.match(delta.raw):
        told = told[-_TWO:]  # 一季度6.3亿元、二季度5.1亿元、三季度4.4亿元，三季度比二季度少0.7亿元
    if len(told) == _TWO and alike and last is told[1] and not last.changes:
        change = reading.change(last, OTHER_YEAR)
        change.base, change.delta = told[0].figure, delta
        reading.subject, reading.basis = last, OTHER_YEAR
        return True
    return delta.raw.startswith("T")


def of_last_year(reading: Reading, level: Level) -> Figure | None:
    """2024年收入…。2025年安排收入…，比上年完成数增长…: return the level of the year before."""
    name = level.figure.name.removesuffix("计划").removesuffix("预期")
    alike = [c for c in reading.levels[: level.order] if c.figure.base == level.figure.base]
    if len(name) > 1:
        alike = [c for c in alike if c.figure.name.endswith(name)]
    else:  # 预计全年收入22.24亿元…；2024年计划安排23.33亿元，比…: of the only one of its sentence
        alike = [c for c in alike if c.figure.sentence == level.figure.sentence]
        alike = alike if len(alike) == 1 else []
    return alike[-1].figure if alike else None
