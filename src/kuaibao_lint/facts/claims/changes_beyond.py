"""Changes of what is no level, or against no value before: 超收, 同比多增, 比全市低227元."""

from __future__ import annotations

from kuaibao_lint.facts.claims import measures, terms
from kuaibao_lint.facts.claims.changes import delta_of
from kuaibao_lint.facts.claims.model import Change, Completion
from kuaibao_lint.intervals import is_share
from kuaibao_lint.later import later
from kuaibao_lint.light_typing import TYPE_CHECKING
from kuaibao_lint.patterns import pattern

if TYPE_CHECKING:
    from collections.abc import Callable

    from kuaibao_lint.facts.claims.figure import Figure
    from kuaibao_lint.facts.claims.model import Level
    from kuaibao_lint.facts.claims.state import Reading
    from kuaibao_lint.intervals import Interval

_SHORT = "短收"
_MISSED = frozenset((_SHORT, "超收"))
_AGAINST = pattern("[比较低高]")
_LEVEL_OF = "水平"  # 收入水平比全市低2568元: of the income that was told
_level_of = later("facts.claims.levels", "level_of")


def beyond_of(reading: Reading, figure: Figure) -> None:
    """预算数99748万元，完成104300万元，超收4552万元: against the plan, and not the year before."""
    level = reading.subject or (reading.here[-1] if reading.here else None)
    plan = level.plan if level else None
    if plan is None and (figure.raw.startswith("决算") or _is_right_before(reading, figure)):
        plan = reading.plan  # 决算数大于预算数128万元
    if plan is None and level and (missed := _by_rate(level, figure)):
        reading.made.append(missed)
    elif figure.raw.endswith(_SHORT) and not _lacks(level, plan, figure):
        delta_of(reading, figure)  # 比上年短收, it may be
    elif plan is None and (adjusted := _adjusted(reading, figure)):
        reading.made.append(adjusted)
    elif level and plan and plan.base == figure.base:
        change = reading.change(level, "plan")
        change.base, change.delta = plan, figure
    elif terms.SAVING.search(figure.raw):  # 采购金额9063万元，比预算节约1369万元，节约率13.1%
        figure.role = "level"
        _level_of(reading, figure)
    else:
        delta_of(reading, figure)


def _by_rate(level: Level, lacking: Figure) -> Completion | None:
    """收入2696万元，为调整预算的92.5%，短收220万元: what it lacks of the plan that is not told."""
    percent, done = level.completion, level.figure
    if percent is None or percent.clause != lacking.clause or lacking.base != done.base:
        return None
    if lacking.raw not in _MISSED or lacking.span.start - percent.span.end != 1 + len(lacking.raw):
        return None

    def is_rate(done: Interval, by: Interval, percent: Interval) -> bool:
        plan = done.plus(by) if lacking.raw == _SHORT else done.minus(by)
        return is_share(done, plan, percent)

    fits = _but_for_a_slip(is_rate, done, lacking, percent)
    return Completion(done, lacking, percent, beyond=True) if fits else None


def _lacks(level: Level | None, plan: Figure | None, lacking: Figure) -> bool:
    """Tell whether so much is what a level lacks of its plan, or would be but for a slip."""
    if level is None or plan is None or not level.figure.base == plan.base == lacking.base:
        return False
    return _but_for_a_slip(
        lambda plan, done, gap: plan.minus(done).meets(gap), plan, level.figure, lacking
    )


def _but_for_a_slip(fits: Callable[..., bool], *figures: Figure) -> bool:
    """Tell whether the values of some figures fit, or would with a slip in one of them."""
    told = [one.value for one in figures]
    return fits(*told) or any(
        fits(*told[:at], slip, *told[at + 1 :])
        for at, one in enumerate(figures)
        for slip in one.slips()
    )


def _is_right_before(reading: Reading, beyond: Figure) -> bool:
    """保护目标131.53万亩，实有133.90万亩，多出目标2.37万亩: plan and level, side by side."""
    told = [c.figure for c in reading.levels[-2:]]
    if len(told) != 2 or told[0] is not reading.plan or told[1].role != "level":
        return False
    return all(one.base == beyond.base and one.clause == beyond.clause for one in told)


def _adjusted(reading: Reading, delta: Figure) -> Change | None:
    """预算为62774万元，调整为61502万元，较年初预算减收1272万元: return the change."""
    now, last = reading.plan, reading.levels[-1].figure if reading.levels else None
    if now is None or last is None or "调整" not in now.raw or "算" not in delta.raw:
        return None
    if last.role != "plan" or last.base != now.base or last.sentence != delta.sentence:
        return None
    change = Change(now)
    change.base, change.delta = last, delta
    return change if now is not last else None


def more_of(reading: Reading, figure: Figure) -> None:
    """比年初增加21.28亿元，同比多增8.41亿元: by how much more it grew than the year before."""
    grew, _ = reading.lead
    if grew is None and reading.subject and terms.NEW.search(reading.subject.figure.raw):
        grew = reading.subject.figure  # 新增贷款32.1亿元，同比多增5.2亿元
        grew.sign = 1
    if grew and grew.base == figure.base:
        reading.lead = grew, figure


def lately_of(reading: Reading, figure: Figure) -> None:
    """同比多增8.41亿元（上年同期增加12.87亿元）: by how much it grew the year before."""
    grew, more = reading.lead
    reading.lead = None, None
    if grew and more and grew.base == figure.base and grew.sign == figure.sign:
        change = Change(grew)
        change.base, change.delta = figure, more
        reading.made.append(change)


def versus_of(reading: Reading, figure: Figure) -> None:
    """比全市低227元（全市为12905元）: the other's level stands in the bracket behind."""
    level = reading.subject or _said_before(reading, figure)
    if level and level.figure.base == figure.base:
        reading.versus = (figure.word, level, figure)


def _said_before(reading: Reading, figure: Figure) -> Level | None:
    """人均可支配收入19017元，增长3.9%。人均可支配收入比全市低2568元: of the last sentence's."""
    name = measures.name(_AGAINST.split(figure.raw.lstrip("T"))[0])
    told = [c for c in reading.before if c.figure.base == figure.base and c.group is None]
    if len(told) != 1 or (name and not measures.akin(name, told[0].figure.raw + _LEVEL_OF)):
        return None
    return told[0]
