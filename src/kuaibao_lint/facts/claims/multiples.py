"""So many times what a level was: 是上年同期12家的2.1倍, 是2015年的1.70倍（2015年为36056元）."""

from __future__ import annotations

from kuaibao_lint.facts.claims.model import Change
from kuaibao_lint.light_typing import TYPE_CHECKING

_OF_THEN = frozenset("PY")

if TYPE_CHECKING:
    from kuaibao_lint.facts.claims.figure import Figure
    from kuaibao_lint.facts.claims.state import Reading


def times_of(reading: Reading, figure: Figure) -> None:
    """是上年同期12家的2.1倍: of the subject, to the base printed with it."""
    if reading.subject and reading.base is None:
        change = reading.subject.changes.get("")
        if change and change.base and change.times is None and figure.raw.endswith("年前的"):
            change.times = figure  # 由6.73亿元增加到10.28亿元，…，是五年前的1.53倍
            return
        reading.multiple = reading.subject, figure
    elif reading.subject and (against := reading.base):
        # 新增514户、2.51万千瓦，新增装机是去年同期（0.97万千瓦）的2.6倍: of its own unit
        level = reading.subject.twin(against.base)
        if level is None:
            return
        basis = other_basis(reading, against) if against.word == "than" else ""
        change = reading.change(level, basis)
        reading.base = against
        if change.base in {None, reading.base}:
            change.base, change.times = reading.base, figure


def is_told(reading: Reading, base: Figure) -> bool:
    """是2015年的1.70倍（2015年为36056元）: tell whether a value is what so many times is of.

    It is taken, for what else the level is compared with is of another time.
    """
    if reading.multiple is None:
        return False
    level, times = reading.multiple
    reading.multiple = None
    if base.raw[:1] != times.raw.rstrip("的")[-1:] and not base.enters:
        return False  # 是2012年的1.2倍，去年为31.2万吨: another year
    if reading.subject is not level or base.base != level.figure.base or base.span < times.span:
        return False
    change = Change(level.figure)
    change.base, change.times = base, times
    reading.made.append(change)
    return True


def other_basis(reading: Reading, against: Figure) -> str:
    """比年初预算数65.08万元减少5.21万元，降低8.0%: a basis of its own, which the rate has too."""
    reading.base = None
    reading.basis = f"比{against.span.start}"
    if "预算" in against.raw and _OF_THEN.isdisjoint(against.raw):
        reading.basis = "预算"  # 较年初预算1483万元减少31.7%。其中接待费…，较年初预算下降43.8%
    return reading.basis
