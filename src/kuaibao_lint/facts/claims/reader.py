"""Figures → claims: which level a growth rate, a share or a plan belongs to.

The reader goes through a passage once. What points backwards only (同比增长8.2%) is claimed at
once; what may look forward (占比, 办结率, 人均) is asked and answered at the end, by `answers`.
A claim is made only where the sentence leaves little doubt.
"""

from __future__ import annotations

from collections import deque
from typing import TYPE_CHECKING

from kuaibao_lint.facts.claims import answers, lists, measures, phrasings
from kuaibao_lint.facts.claims.answers import Ask
from kuaibao_lint.facts.claims.model import Change, Completion, Group, Level, Step, Total

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping, Sequence

    from kuaibao_lint.facts.claims.figure import Figure
    from kuaibao_lint.facts.claims.model import Claim

_NEAR = 3  # sentences from a whole to its parts: 收入…。税收收入…。分部门看，…
_REMEMBERED = 48  # levels of a sentence: they bound the work
_ANCHORS = 4  # levels that 其中 may speak of


def claims(found: Sequence[Figure]) -> list[Claim]:
    """Return what the figures of one passage claim."""
    return _Reader().read(found)


class _Reader:
    """Goes through the figures of a passage once.

    here: the levels of this sentence. anchors: levels that are no parts, the last one last.
    subject: the level that a change or a share without a name belongs to. base, plan: the last
    ones, without a level yet. start: the percentage that a step begins at.
    """

    __slots__ = (
        "made",
        "asks",
        "levels",
        "here",
        "before",
        "anchors",
        "subject",
        "group",
        "base",
        "basis",
        "plan",
        "whole",
        "start",
        "step",
        "done",
        "early",
        "unplanned",
        "each",
        "sentence",
        "clause",
    )

    def __init__(self) -> None:
        self.made: list[Claim] = []
        self.asks: list[Ask] = []
        self.levels: list[Level] = []
        self.here: list[Level] = []
        self.before: list[Level] = []
        self.anchors: deque[Level] = deque(maxlen=_ANCHORS)
        self.subject: Level | None = None
        self.group: Group | None = None
        self.base: Figure | None = None
        self.basis: str = ""
        self.plan: Figure | None = None
        self.whole: Figure | None = None
        self.start: Figure | None = None
        self.step: Figure | None = None
        self.done: Figure | None = None
        self.early: list[Figure] = []
        self.unplanned: tuple[Level, Figure] | None = None
        self.each: list[Figure] = []
        self.sentence: int = -1
        self.clause: int = -1

    def read(self, found: Sequence[Figure]) -> list[Claim]:
        """Return the claims, in the order in which they are complete."""
        for figure in found:
            if self.each and not (figure.listed and figure.role == self.each[0].role):
                self._share_out()
            if figure.sentence != self.sentence:
                self._new_sentence(figure)
            if figure.clause != self.clause:
                self._new_clause(figure)
            if figure.opens and self.subject and self.subject.figure.base == figure.base:
                figure.parts = figure.role == "level"
            if figure.parts or (figure.view and figure.role == "level"):
                self._open(figure)
            self._take(figure)
        self._share_out()
        self._close()
        self.made += lists.implied(self.here, self.before)
        return self.made + answers.claims(self.asks, self.levels)

    def _new_sentence(self, figure: Figure) -> None:
        self.made += lists.implied(self.here, self.before)
        if not self._goes_on(figure):
            self._close()
        self.sentence = figure.sentence
        self.before, self.here = self.here or self.before, []
        self.subject = self.base = self.whole = self.start = self.step = self.done = None
        self.early = []
        self.unplanned = None
        if self.plan and self.plan.word:
            self.plan = None

    def _goes_on(self, figure: Figure) -> bool:
        """税收收入…。非税收入…。: the parts of a whole in sentences of their own."""
        if self.group is None or figure.role != "level" or not self.group.parts:
            return False
        names = [part.figure.name for part in self.group.parts]
        return measures.complete([*names, figure.name])

    def _new_clause(self, figure: Figure) -> None:
        self.clause, self.subject, self.basis = figure.clause, None, ""
        group = self.group
        if group and group.outer and group.parts and not figure.parts:
            self.made.append(group)
            self.group = group.outer

    def _open(self, figure: Figure) -> None:
        """其中: what follows are parts of the last level, or of the group's whole in a new view."""
        wholes = [*reversed(self.anchors)]
        outer = None
        if figure.parts and self.group and self.group.parts:
            wholes = [self.group.parts[-1], *self.group.wholes[: _ANCHORS - 1]]
            nests = figure.sentence == self.sentence and self.group.outer is None
            outer = self.group if nests else None
        elif self.group:
            wholes = [*self.group.wholes]
        if outer is None:
            self._close()
        near = [one for one in wholes if figure.sentence - one.figure.sentence <= _NEAR]
        if near and figure.role in {"level", "plan"}:
            self.group = Group(near, outer, view=not figure.parts)

    def _close(self) -> None:
        while self.group is not None:
            self.made.append(self.group)
            self.group = self.group.outer

    def _take(self, figure: Figure) -> None:
        if figure.each and figure.role in {"share", "growth", "base"}:
            self.each.append(figure)
        elif take := _TAKE.get(figure.role):
            take(self, figure)

    # ---- levels ------------------------------------------------------------------------------

    def level_of(self, figure: Figure) -> None:
        """A level: it becomes the subject of what follows."""
        if self._repeats(figure):
            self.total_of(figure)
            return
        if figure.mate and self.subject:
            self.subject.mates.append(figure)
            return
        if self.group and self.group.parts and figure.raw.startswith(phrasings.ENDS_PARTS):
            self._close()
        level = self._level(figure)
        self._from_base(level)
        if self.group is not None:
            self.group.parts.append(level)
            level.group = self.group
        else:
            self.anchors.append(level)
        self.here.append(level)
        del self.here[:-_REMEMBERED]
        if self.early and figure.raw.startswith(phrasings.REACHED):
            self._reached(figure)
        self.early = []
        if figure.raw.startswith(phrasings.REST):
            self.made += lists.remainder(figure, self.levels, self.before, self.plan)
        elif "结余" in figure.raw or "差" in figure.raw:
            self.made += lists.balance(figure, [*self.here[:-1], *self.before])

    def _level(self, figure: Figure) -> Level:
        level = Level(figure, len(self.levels))
        self.levels.append(level)
        self.subject, self.basis = level, ""
        return level

    def _repeats(self, figure: Figure) -> bool:
        """石桥镇出动3人，柳河乡出动4人，累计出动7人: the last is the sum."""
        return (
            figure.raw.startswith(("累计", "共", "总共"))
            and len(self.here) >= 2
            and len(figure.name) >= 2
            and all(c.figure.name.endswith(figure.name) for c in self.here)
        )

    def _from_base(self, level: Level) -> None:
        """由上年的49万吨提高到51万吨; 上年同期48件，今年52件."""
        figure, base = level.figure, self.base
        if base is None or base.base != figure.base:
            return
        if figure.word == "to":
            self._change(level, "").base = base
            figure.name = measures.name(base.raw.rpartition("由")[0]) or figure.name
        elif not self.here and base.word not in {"from", "than"}:
            self._change(level, "").base = base

    def _reached(self, level: Figure) -> None:
        """同比增加120人，增长3.8%，达到3250人: the change before the level."""
        for change in self.early:
            take = self.growth_of if change.role == "growth" else self.delta_of
            change.name = ""
            if change.role == "growth" or change.base == level.base:
                take(change)

    def planned(self, figure: Figure) -> None:
        """A plan, with which a completion rate may follow."""
        self.plan = figure
        level, rate = self.unplanned or (None, None)
        if level and rate and level.figure.base == figure.base and not figure.word:
            self.made.append(Completion(level.figure, figure, rate))
            self.unplanned = None
        if not figure.word:  # an amount that was planned, and no level: what follows may be its
            level = Level(figure, len(self.levels))
            self.levels.append(level)
            self.anchors.append(level)
            self.subject = None

    def printed_whole(self, figure: Figure) -> None:
        """A whole that is printed right before its share."""
        self.whole = figure
        self.levels.append(Level(figure, len(self.levels)))

    def total_of(self, figure: Figure) -> None:
        """A 3个、B 4个，合计7个."""
        parts = [*self.group.parts] if self.group else []
        self._close()
        clause = [one for one in self.here if one.figure.clause == figure.clause]
        lists = [one for one in (parts, clause, self.here or self.before) if one]
        lists += [one[-figure.count :] for one in lists if 2 <= figure.count < len(one)]
        lists = [[c for c in one if c.figure.base == figure.base] for one in lists]
        lists = [one for one in lists if len(one) >= 2]
        if lists:
            self.made.append(Total(figure, [[c.figure for c in one] for one in lists]))
            for part in lists[0]:
                part.total = part.total or figure
        level = self._level(figure)
        if not self.here:
            self.anchors.append(level)

    def average_of(self, figure: Figure) -> None:
        """An average: asked, and the subject of what follows."""
        self._ask(figure, None, self.here)
        self._level(figure)

    # ---- what is said of a level ---------------------------------------------------------------

    def growth_of(self, figure: Figure) -> None:
        """A rate of change of the subject."""
        if self.subject is None:
            self.early.append(figure)
        if subject := self._changing(figure):
            change = self._change(subject, self._basis(figure))
            change.growth = change.growth or figure
            if change.base is None and figure.compared.endswith(phrasings.OF_LAST_YEAR):
                change.base = self._last_year(subject)

    def delta_of(self, figure: Figure) -> None:
        """An amount of change of the subject."""
        if self.subject is None:
            self.early.append(figure)
        subject = self._changing(figure)
        if subject and figure.base == subject.figure.base:
            against = self.base if self.base and self.base.base == figure.base else None
            basis = self._basis(figure)
            if against and against.word == "than":
                basis, self.base = f"比{against.span.start}", None
            change = self._change(subject, basis)
            change.delta = change.delta or figure
            if against and not figure.basis:
                change.base = change.base or against

    def _changing(self, figure: Figure) -> Level | None:
        """Return the subject, if the change is not of what the clause names itself."""
        subject, name = self.subject, figure.name
        if not name:
            return subject
        if subject and len(name) >= 2 and subject.figure.name.startswith(name):
            return subject
        return self._called(name)

    def _called(self, name: str) -> Level | None:
        """Return the only level of this sentence, else of the last, that has a name."""
        if len(name) < 2:
            return None
        for levels in (self.here, self.before):
            found = [c for c in levels if c.figure.name == name]
            found = found or [c for c in levels if c.figure.name.startswith(name)]
            found = found or [c for c in levels if name.startswith(c.figure.name or " ")]
            if found:
                return found[0] if len(found) == 1 else None
        return None

    def _basis(self, figure: Figure) -> str:
        """较年初增加3亿元，增长5%: the rate is against the same day."""
        if figure.compared:
            self.basis = figure.basis
        return self.basis

    def times_of(self, figure: Figure) -> None:
        """是上年同期12家的2.1倍: of the subject, to the base printed with it."""
        if self.subject and self.base and self.base.base == self.subject.figure.base:
            change = self._change(self.subject, "")
            if change.base in {None, self.base}:
                change.base, change.times = self.base, figure

    def _last_year(self, level: Level) -> Figure | None:
        """2024年收入…。2025年安排收入…，比上年完成数增长…: return the level of the year before."""
        name = level.figure.name
        for one in reversed(self.levels[: level.order]):
            if one.figure.base == level.figure.base and one.figure.name.endswith(name):
                return one.figure
        return None

    def base_of(self, figure: Figure) -> None:
        """The value of the subject a year earlier."""
        self.base = figure
        if figure.word == "than":
            return
        if figure.name:
            self.subject = self._called(figure.name)
        subject = self.subject
        if subject is None and not self.here:  # 上年同期为9户。 in a sentence of its own
            subject = next((c for c in self.anchors if c.figure.base == figure.base), None)
            subject = subject if subject and subject.growth else None
        if subject and subject.figure.base == figure.base and figure.word != "from":
            change = self._change(subject, figure.basis)
            change.base = change.base or figure
            self.basis = figure.basis

    def month_of(self, figure: Figure) -> None:
        """环比下降8%，10月份为12件: the month before, else a level."""
        changes = [*self.subject.changes.values()] if self.subject else []
        for change in reversed(changes):
            if change.growth and not change.base and change.level.base == figure.base:
                change.base = figure
                return
        self.level_of(figure)

    def _change(self, level: Level, basis: str) -> Change:
        """Return the change of a level against a basis, a new one where none was told of."""
        change = level.changes.get(basis)
        if change is None:
            change = level.changes[basis] = Change(level.figure)
            self.made.append(change)
        return change

    def completion_of(self, figure: Figure) -> None:
        """A completion rate: of the subject, to the plan printed with it."""
        level, plan = self.subject, self.plan
        self.done = figure
        if level is None:
            return
        level.completion = level.completion or figure
        self.unplanned = None if plan else (level, figure)
        if plan and plan.base == level.figure.base and level.figure is not plan:
            level.plan = plan
            self.made.append(Completion(level.figure, plan, figure))
        if plan and plan.word:
            self.plan = None

    def share_of(self, figure: Figure) -> None:
        """A share: of the subject or a named part, in a whole."""
        printed, self.whole = self.whole, None
        if printed is None and not figure.name and self.subject is None:
            return
        part = None if figure.name else self.subject
        if part:
            part.shared = True
        if figure.name:
            self.subject = self._called(figure.name) or self.subject
        self._ask(figure, part, self.here, self.group, printed or self.plan)

    def _ask(
        self,
        figure: Figure,
        part: Level | None,
        here: Sequence[Level],
        group: Group | None = None,
        printed: Figure | None = None,
    ) -> None:
        anchors = tuple(reversed(self.anchors))
        self.asks.append(Ask(figure, part, group, (*here,), anchors, printed))

    def _share_out(self) -> None:
        """A、B分别增长x%、y%: one rate for each of the last levels."""
        run, self.each = self.each, []
        parts = self.here[-len(run) :] if run else []
        if len(run) < 2 or len(parts) != len(run):
            return
        for level, figure in zip(parts, run, strict=True):
            change = self._change(level, figure.basis)
            if figure.role == "growth":
                change.growth = change.growth or figure
            elif figure.role == "base":
                if level.figure.base == figure.base:
                    change.base = change.base or figure
            elif len({c.figure.base for c in parts}) == 1:
                figure.word, figure.name = run[0].word, ""
                here = [one for one in self.here if one not in parts]
                self._ask(figure, level, here, level.group)

    def rate_of(self, figure: Figure) -> None:
        """办结k件，办结率r%."""
        self._ask(figure, None, self.here, printed=self.plan)

    # ---- percentages that move -----------------------------------------------------------------

    def from_of(self, figure: Figure) -> None:
        """由35.1%…: where a step begins."""
        self.start, self.step = figure, None

    def pace_of(self, figure: Figure) -> None:
        """为预算的83.7%，超序时进度（75%）8.7个百分点."""
        self.start, self.step = figure, self.done

    def to_of(self, figure: Figure) -> None:
        """…提高到37.2%: where it ends."""
        self.step = figure

    def points_of(self, figure: Figure) -> None:
        """…，提高2.1个百分点."""
        if self.start and self.step:
            figure.sign = figure.sign or self.start.sign
            if figure.sign:
                self.made.append(Step(self.start, self.step, figure))
        self.start = self.step = None


_TAKE: Mapping[str, Callable[[_Reader, Figure], None]] = {
    "level": _Reader.level_of,
    "growth": _Reader.growth_of,
    "delta": _Reader.delta_of,
    "base": _Reader.base_of,
    "plan": _Reader.planned,
    "completion": _Reader.completion_of,
    "share": _Reader.share_of,
    "rate": _Reader.rate_of,
    "whole": _Reader.printed_whole,
    "total": _Reader.total_of,
    "average": _Reader.average_of,
    "times": _Reader.times_of,
    "month": _Reader.month_of,
    "from": _Reader.from_of,
    "pace": _Reader.pace_of,
    "to": _Reader.to_of,
    "points": _Reader.points_of,
}
