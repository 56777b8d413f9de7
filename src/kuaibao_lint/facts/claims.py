"""Figures → claims: which level a growth rate, a share or a plan belongs to, and their relations.

A claim is made only where the sentence leaves little doubt. A window of the last levels bounds the
work, so that the time is linear in the length of a passage.
"""

from __future__ import annotations

from collections import deque
from typing import TYPE_CHECKING

from kuaibao_lint.facts import measures, sums
from kuaibao_lint.facts.figures import figures
from kuaibao_lint.facts.groups import Claim, Group, group_sums, structures
from kuaibao_lint.facts.model import within
from kuaibao_lint.facts.titles import title_relations
from kuaibao_lint.facts.verdicts import verdicts
from kuaibao_lint.patterns import pattern

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from kuaibao_lint.document import Bulletin, Item
    from kuaibao_lint.facts.figures import Figure
    from kuaibao_lint.facts.model import Facts, Relation
    from kuaibao_lint.facts.sums import Sum

_REMEMBERED = 48
_ENDS_PARTS = ("已", "共", "累计", "目前", "现", "按期")
# Without a percentage, a sum needs one of these words.
_SUMS = pattern("其中|[合共总累]计|[人户]均|同期|[上去]年|[0-9][:：∶][0-9]")
_NEAR = 3  # sentences from a whole to its parts: 收入…。税收收入…。分部门看，…
_SETTLED = ("办结", "化解", "调解", "调处", "整改", "办理", "销号")
_WHOLE = (
    *("全部", "总数", "总量", "总额", "总支出", "总收入"),
    *("总户数", "总人数", "总投资", "总面积", "总产值"),
)


class Reader:
    """Goes through the figures of a passage once."""

    __slots__ = (
        "sums",
        "claims",
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
        self.sums: list[Sum] = []
        self.claims: deque[Claim] = deque(maxlen=_REMEMBERED)
        self.here: list[Claim] = []
        self.anchor: Claim | None = None
        self.subject: Claim | None = None
        self.group: Group | None = None
        self.base: Figure | None = None
        self.plan: Figure | None = None
        self.whole: Figure | None = None
        self.each: list[Figure] = []
        self.sentence: int = -1
        self.clause: int = -1

    def read(self, found: list[Figure]) -> list[Sum]:
        """Return the relations between the figures."""
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
        return self.sums

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
        near = whole is not None and figure.sentence - whole.level.sentence <= _NEAR
        if near and whole is not None and figure.role == "level":
            self.group = Group(whole)

    def _close(self) -> None:
        if self.group is not None:
            self.sums += group_sums(self.group)
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
        claim = Claim(figure)
        if figure.word == "to" and self.base and self.base.base == figure.base:
            claim.base = self.base
        if self.group is not None:
            self.group.parts.append(claim)
        else:
            self.anchor = claim
        self.subject = claim
        self.claims.append(claim)
        self.here.append(claim)

    def _repeats(self, figure: Figure) -> bool:
        """石桥镇出动3人，柳河乡出动4人，累计出动7人: the last is the sum."""
        return (
            figure.raw.startswith(("累计", "共", "总共"))
            and len(self.here) >= 2
            and len(figure.name) >= 2
            and all(c.level.name.endswith(figure.name) for c in self.here)
        )

    def growth_of(self, figure: Figure) -> None:
        """A rate of change of the subject."""
        claim = self.subject
        if claim is None or figure.name or claim.growth:
            return
        claim.growth = figure
        if claim.base and not figure.basis:
            self.sums.append(sums.growth(claim.level, claim.base, figure))
        self._changed(claim)

    def delta_of(self, figure: Figure) -> None:
        """An amount of change of the subject."""
        claim = self.subject
        if claim is None or figure.name or claim.delta or figure.base != claim.level.base:
            return
        claim.delta = figure
        if claim.base and not figure.basis:
            self.sums.append(sums.difference(claim.level, claim.base, figure))
        self._changed(claim)

    def _changed(self, claim: Claim) -> None:
        growth, delta = claim.growth, claim.delta
        if growth and delta and growth.sign == delta.sign and growth.basis == delta.basis:
            self.sums.append(sums.change(claim.level, delta, growth))

    def base_of(self, figure: Figure) -> None:
        """The value of the subject a year earlier."""
        self.base = figure
        if self.subject and self.subject.level.base == figure.base and figure.word != "from":
            self.subject.base = self.subject.base or figure

    def completion_of(self, figure: Figure) -> None:
        """A completion rate: of the subject, to the plan printed with it."""
        claim, plan = self.subject, self.plan
        self.plan = None
        if claim is None:
            return
        claim.completion = claim.completion or figure
        if plan and plan.base == claim.level.base and claim.level is not plan:
            claim.plan = plan
            self.sums.append(
                sums.ratio_of("completion-rate", claim.level, plan, figure, sure=False)
            )

    def share_of(self, figure: Figure) -> None:
        """A share: of the subject or a named part, in a whole."""
        part = self._named(figure.name) if figure.name else self.subject
        if part is None:
            return
        whole = self._whole(figure, part)
        if whole is None or whole is part.level or whole.base != part.level.base:
            return
        sure = not figure.name and bool(figure.word)
        self.sums.append(sums.ratio_of("percent-share", part.level, whole, figure, sure=sure))
        if self.group and whole is self.group.whole.level:
            part.share = figure

    def _named(self, name: str) -> Claim | None:
        """Return the only level of that name, full or shortened (税收 for 税收收入)."""
        found = [c for c in self.claims if c.level.name and measures.same(c.level.name, name)]
        if not found:
            found = [c for c in self.here if c.level.name.startswith(name)]
        if not found:
            found = [c for c in self.here if c.level.name.endswith(name)]
            found = [c for c in found if not c.level.name.removesuffix(name).endswith("非")]
        if not found:
            last = self.claims[-1].level.sentence if self.claims else -1
            found = [
                c
                for c in self.claims
                if c.level.name.startswith(name) and c.level.sentence >= last - 1
            ]
        return found[0] if len(found) == 1 else None

    def _whole(self, figure: Figure, part: Claim) -> Figure | None:
        """Return the whole that a share is of: printed with it, named, or the group's."""
        word = measures.name(figure.word)
        group = self.group.whole.level if self.group else None
        if self.whole is not None:
            printed, self.whole = self.whole, None
            return printed
        if not word or word.endswith(_WHOLE) or word.startswith(_WHOLE):
            if group is None and part is not self.anchor and self.anchor:
                group = self.anchor.level
            if group is None and len(self.here) == 2 and self.here[1] is part:
                group = self.here[0].level
            return group or self.plan
        found = [
            c.level
            for c in self.claims
            if c is not part
            and c.level.base == part.level.base
            and measures.same(c.level.name, word)
        ]
        if len({f.value for f in found}) == 1:
            return found[-1]
        return None

    def _share_out(self) -> None:
        """A、B分别增长x%、y%: one rate for each of the last levels."""
        run, self.each = self.each, []
        parts = self.here[-len(run) :] if run else []
        if len(run) < 2 or len(parts) != len(run) or len({c.level.base for c in parts}) != 1:
            return
        for claim, figure in zip(parts, run, strict=True):
            if figure.role == "growth":
                claim.growth = claim.growth or figure
                continue
            figure.word = run[0].word
            whole = self._whole(figure, claim)
            if whole is not None and all(whole is not c.level for c in parts):
                self.sums.append(
                    sums.ratio_of("percent-share", claim.level, whole, figure, sure=False)
                )
                claim.share = figure

    def rate_of(self, figure: Figure) -> None:
        """办结k件，办结率r%: of the same unit, out of an earlier and larger level."""
        here = [c.level for c in self.here]
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
            tried = [sums.ratio_of("completion-rate", part, f, figure, sure=False) for f in wholes]
            self.sums.append(next((one for one in tried if one.holds), tried[0]))

    def total_of(self, figure: Figure) -> None:
        """A 3个、B 4个，合计7个."""
        before = [c.level for c in self.here if c.level.base == figure.base]
        parts = [c.level for c in self.group.parts] if self.group else before
        self._close()
        tried = [
            sums.parts_of("parts-total", figure, listed, sure=False)
            for listed in (parts, before)
            if len(listed) >= 2 and all(f.base == figure.base for f in listed)
        ]
        if tried:
            self.sums.append(next((one for one in tried if one.holds), tried[0]))

    def average_of(self, figure: Figure) -> None:
        """Money ÷ people = 人均, where the sentence has one of each."""
        if not figure.word.startswith(("人均", "户均")) or figure.base != "元":
            return
        counted = {"户"} if figure.word.startswith("户均") else {"人", "名"}
        money = [c.level for c in self.here if c.level.base == "元"]
        people = [c.level for c in self.here if c.level.base in counted]
        if len(money) == 1 and len(people) == 1:
            self.sums.append(sums.average(money[0], people[0], figure))


_TAKE: Mapping[str, Callable[[Reader, Figure], None]] = {
    "level": Reader.level_of,
    "growth": Reader.growth_of,
    "delta": Reader.delta_of,
    "base": Reader.base_of,
    "plan": Reader.planned,
    "completion": Reader.completion_of,
    "share": Reader.share_of,
    "rate": Reader.rate_of,
    "whole": Reader.printed_whole,
    "total": Reader.total_of,
    "average": Reader.average_of,
}


def relate(bulletin: Bulletin, text: str, facts: Facts) -> Facts:
    """Return the facts with the relations between the figures of each item."""
    relations: list[Relation] = []
    for item in bulletin.items:
        relations += _item(item, text, facts)
    return facts._replace(relations=tuple(relations)) if relations else facts


def _item(item: Item, text: str, facts: Facts) -> list[Relation]:
    title = figures(text, facts, item.title.span) if item.title else []
    if not (title or within(facts.percents, item.body) or _SUMS.search(text, *item.body)):
        return []
    body = figures(text, facts, item.body)
    found = Reader().read(body)
    found += structures(body, text)
    found += title_relations(title, body)
    return verdicts(found)
