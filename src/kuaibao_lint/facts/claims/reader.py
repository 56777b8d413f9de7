"""Figures → claims: which level a growth rate, a share or a plan belongs to.

A claim is made only where the sentence leaves little doubt. A window of the last levels bounds the
work, so that the time is linear in the length of a passage.
"""

from __future__ import annotations

from collections import deque
from typing import TYPE_CHECKING

from kuaibao_lint.facts.claims import measures
from kuaibao_lint.facts.claims.model import (
    Average,
    Change,
    Completion,
    Group,
    Level,
    Rate,
    Share,
    Total,
)

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping, Sequence

    from kuaibao_lint.facts.claims.figure import Figure
    from kuaibao_lint.facts.claims.model import Claim

_REMEMBERED = 48
_ENDS_PARTS = ("已", "共", "累计", "目前", "现", "按期")
_NEAR = 3  # sentences from a whole to its parts: 收入…。税收收入…。分部门看，…
_SETTLED = ("办结", "化解", "调解", "调处", "整改", "办理", "销号")
_WHOLE = (
    *("全部", "总数", "总量", "总额", "总支出", "总收入"),
    *("总户数", "总人数", "总投资", "总面积", "总产值"),
)


def claims(found: Sequence[Figure]) -> list[Claim]:
    """Return what the figures of one passage claim."""
    return _Reader().read(found)


class _Reader:
    """Goes through the figures of a passage once."""

    __slots__ = (
        "made",
        "levels",
        "here",
        "anchor",
        "subject",
        "group",
        "base",
        "plan",
        "whole",
        "each",
        "sentence",
        "clause",
    )

    def __init__(self) -> None:
        self.made: list[Claim] = []
        self.levels: deque[Level] = deque(maxlen=_REMEMBERED)
        self.here: list[Level] = []
        self.anchor: Level | None = None
        self.subject: Level | None = None
        self.group: Group | None = None
        self.base: Figure | None = None
        self.plan: Figure | None = None
        self.whole: Figure | None = None
        self.each: list[Figure] = []
        self.sentence: int = -1
        self.clause: int = -1

    def read(self, found: Sequence[Figure]) -> list[Claim]:
        """Return the claims, in the order in which they are complete."""
        for figure in found:
            if self.each and not (figure.listed and figure.kind == "percent"):
                self._share_out()
            if figure.sentence != self.sentence:
                self._new_sentence(figure)
            if figure.clause != self.clause:
                self.clause, self.subject = figure.clause, None
            if figure.parts or (figure.view and figure.role == "level"):
                self._open(figure)
            self._take(figure)
        self._share_out()
        self._close()
        return self.made

    def _new_sentence(self, figure: Figure) -> None:
        self._close()
        self.sentence = figure.sentence
        self.here, self.subject = [], None
        self.base = self.plan = self.whole = None

    def _open(self, figure: Figure) -> None:
        """其中: what follows are parts of the last level, or of the group's whole in a new view."""
        whole = self.anchor
        if figure.parts and self.group and self.group.parts:
            whole = self.group.parts[-1]
        self._close()
        near = whole is not None and figure.sentence - whole.figure.sentence <= _NEAR
        if near and whole is not None and figure.role == "level":
            self.group = Group(whole)

    def _close(self) -> None:
        if self.group is not None:
            self.made.append(self.group)
            self.group = None

    def _take(self, figure: Figure) -> None:
        if figure.kind == "percent" and figure.each and figure.role in {"share", "growth"}:
            self.each.append(figure)
        elif take := _TAKE.get(figure.role):
            take(self, figure)

    def planned(self, figure: Figure) -> None:
        """A plan, with which a completion rate may follow."""
        self.plan = figure
        if not figure.word:  # an amount that was planned, and no level: what follows may be its
            self.anchor = self.subject = None

    def printed_whole(self, figure: Figure) -> None:
        """A whole that is printed right before its share."""
        self.whole = figure

    def level_of(self, figure: Figure) -> None:
        """A level: it becomes the subject of what follows."""
        if self._repeats(figure):
            self.total_of(figure)
            return
        if self.group and self.group.parts and figure.raw.startswith(_ENDS_PARTS):
            self._close()
        level = Level(figure)
        if figure.word == "to" and self.base and self.base.base == figure.base:
            self._change(level, "").base = self.base
        if self.group is not None:
            self.group.parts.append(level)
        else:
            self.anchor = level
        self.subject = level
        self.levels.append(level)
        self.here.append(level)

    def _repeats(self, figure: Figure) -> bool:
        """石桥镇出动3人，柳河乡出动4人，累计出动7人: the last is the sum."""
        return (
            figure.raw.startswith(("累计", "共", "总共"))
            and len(self.here) >= 2
            and len(figure.name) >= 2
            and all(c.figure.name.endswith(figure.name) for c in self.here)
        )

    def growth_of(self, figure: Figure) -> None:
        """A rate of change of the subject."""
        if self.subject is None or figure.name:
            return
        change = self._change(self.subject, figure.basis)
        change.growth = change.growth or figure

    def delta_of(self, figure: Figure) -> None:
        """An amount of change of the subject."""
        if self.subject is None or figure.name or figure.base != self.subject.figure.base:
            return
        change = self._change(self.subject, figure.basis)
        change.delta = change.delta or figure

    def base_of(self, figure: Figure) -> None:
        """The value of the subject a year earlier."""
        self.base = figure
        if self.subject and self.subject.figure.base == figure.base and figure.word != "from":
            change = self._change(self.subject, "")
            change.base = change.base or figure

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
        self.plan = None
        if level is None:
            return
        level.completion = level.completion or figure
        if plan and plan.base == level.figure.base and level.figure is not plan:
            level.plan = plan
            self.made.append(Completion(level.figure, plan, figure))

    def share_of(self, figure: Figure) -> None:
        """A share: of the subject or a named part, in a whole."""
        part = self._named(figure.name) if figure.name else self.subject
        if part is None:
            return
        whole = self._whole(figure, part)
        if whole is None or whole is part.figure or whole.base != part.figure.base:
            return
        sure = not figure.name and bool(figure.word)
        self.made.append(Share(part.figure, whole, figure, sure))
        if self.group and whole is self.group.whole.figure:
            part.share = figure

    def _named(self, name: str) -> Level | None:
        """Return the only level of that name, full or shortened (税收 for 税收收入)."""
        found = [c for c in self.levels if c.figure.name and measures.same(c.figure.name, name)]
        if not found:
            found = [c for c in self.here if c.figure.name.startswith(name)]
        if not found:
            found = [c for c in self.here if c.figure.name.endswith(name)]
            found = [c for c in found if not c.figure.name.removesuffix(name).endswith("非")]
        if not found:
            last = self.levels[-1].figure.sentence if self.levels else -1
            found = [
                c
                for c in self.levels
                if c.figure.name.startswith(name) and c.figure.sentence >= last - 1
            ]
        return found[0] if len(found) == 1 else None

    def _whole(self, figure: Figure, part: Level) -> Figure | None:
        """Return the whole that a share is of: printed with it, named, or the group's."""
        word = measures.name(figure.word)
        group = self.group.whole.figure if self.group else None
        if self.whole is not None:
            printed, self.whole = self.whole, None
            return printed
        if not word or word.endswith(_WHOLE) or word.startswith(_WHOLE):
            if group is None and part is not self.anchor and self.anchor:
                group = self.anchor.figure
            if group is None and len(self.here) == 2 and self.here[1] is part:
                group = self.here[0].figure
            return group or self.plan
        found = [
            c.figure
            for c in self.levels
            if c is not part
            and c.figure.base == part.figure.base
            and measures.same(c.figure.name, word)
        ]
        if len({f.value for f in found}) == 1:
            return found[-1]
        return None

    def _share_out(self) -> None:
        """A、B分别增长x%、y%: one rate for each of the last levels."""
        run, self.each = self.each, []
        parts = self.here[-len(run) :] if run else []
        if len(run) < 2 or len(parts) != len(run) or len({c.figure.base for c in parts}) != 1:
            return
        for level, figure in zip(parts, run, strict=True):
            if figure.role == "growth":
                change = self._change(level, figure.basis)
                change.growth = change.growth or figure
                continue
            figure.word = run[0].word
            whole = self._whole(figure, level)
            if whole is not None and all(whole is not c.figure for c in parts):
                self.made.append(Share(level.figure, whole, figure, sure=False))
                level.share = figure

    def rate_of(self, figure: Figure) -> None:
        """办结k件，办结率r%: of the same unit, out of an earlier and larger level."""
        here = [c.figure for c in self.here]
        if self.plan is not None:
            here.insert(0, self.plan)
        if len(here) < 2:
            return
        part = here[-1]
        stem = figure.word[-2:]
        settled = stem in _SETTLED and any(word in part.raw for word in _SETTLED)
        if stem not in part.raw and not settled and stem not in {"完成", "成功"}:
            return
        wholes = [f for f in here[:-1] if f.base == part.base]
        if wholes:
            self.made.append(Rate(part, wholes, figure))

    def total_of(self, figure: Figure) -> None:
        """A 3个、B 4个，合计7个."""
        before = [c.figure for c in self.here if c.figure.base == figure.base]
        parts = [c.figure for c in self.group.parts] if self.group else before
        self._close()
        lists = [
            listed
            for listed in (parts, before)
            if len(listed) >= 2 and all(f.base == figure.base for f in listed)
        ]
        if lists:
            self.made.append(Total(figure, lists))

    def average_of(self, figure: Figure) -> None:
        """Money ÷ people = 人均, where the sentence has one of each."""
        if not figure.word.startswith(("人均", "户均")) or figure.base != "元":
            return
        counted = {"户"} if figure.word.startswith("户均") else {"人", "名"}
        money = [c.figure for c in self.here if c.figure.base == "元"]
        people = [c.figure for c in self.here if c.figure.base in counted]
        if len(money) == 1 and len(people) == 1:
            self.made.append(Average(money[0], people[0], figure))


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
}
