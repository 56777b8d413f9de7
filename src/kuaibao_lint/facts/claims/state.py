"""How far the reading of a passage has come: what the next figure may belong to."""

from __future__ import annotations

from collections import deque

from kuaibao_lint.facts.claims import measures
from kuaibao_lint.facts.claims.asking import Ask
from kuaibao_lint.facts.claims.model import Change, Level
from kuaibao_lint.light_typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Sequence

    from kuaibao_lint.facts.claims.figure import Figure
    from kuaibao_lint.facts.claims.model import Claim, Group

ANCHORS = 4  # levels that 其中 may speak of
_VERSUS = frozenset("较比与")
_REMEMBERED = 48  # levels of a sentence: they bound the work


class Reading:
    """What has been read of a passage.

    made: the claims so far. asks: what is answered at the end. levels: all levels; here, before:
    those of this sentence and of the last that had some. anchors: levels that are no parts, the
    last one last. subject: the level that a change or a share without a name belongs to. group:
    whose parts are being listed. base, plan, whole: the last ones, without a level yet. basis:
    what the last change was compared with. target: the plan of the last completion. unplanned: a
    level and its completion whose plan has not come. early: changes told before their level.
    each: figures of a list behind 分别. start, ends: the percentage that a step begins at, and
    those that it may end at. rates, rated: the percentages of the sentence, where a step may end,
    and of the last that had some. moved: the last points whose start was not told, and where they
    may end. others: another's rate and the one that it stands behind. versus: with whom a level
    was compared, and by how much it differs. lead: the last amount of change, and by how much more
    it is than the year before's.
    sentence, clause: the numbers of those being read.
    aside: subject, group, anchors and basis before a bracket.
    paused: the group that 已 ended, which may go on behind a semicolon.
    against: the levels whose values at another time were told together (与前年的110起、22人相比).
    multiple: a level, and how many times another value it is that has not come.
    moves: by how much percentages and ratios moved, each with its own. ratio, was: the last ratio
    of the sentence, and what it was. deltas: the amounts of change in the sentence.
    beyond: the last points beyond another's growth that was not told, the own growth, and whose.
    far: what the last change was of where that was told long before (与上年相比，收入增加…).
    bare: amounts that follow a level in a list without names (16起、10起、4起). among: of what the
    sentence says that it speaks (在立案的提案中). numbered: the group whose parts are
    numbered (一是…。二是…。). then: percentages of the same time a year ago.
    mated: amounts of another unit right behind what a level came from (由885户3120人减至…).
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
        "target",
        "whole",
        "start",
        "ends",
        "rates",
        "rated",
        "moved",
        "others",
        "lead",
        "early",
        "unplanned",
        "each",
        "sentence",
        "clause",
        "aside",
        "versus",
        "among",
        "bare",
        "paused",
        "against",
        "multiple",
        "far",
        "moves",
        "deltas",
        "beyond",
        "ratio",
        "was",
        "then",
        "numbered",
        "mated",
    )

    def __init__(self) -> None:
        self.made: list[Claim] = []
        self.asks: list[Ask] = []
        self.levels: list[Level] = []
        self.here: list[Level] = []
        self.before: list[Level] = []
        self.anchors: deque[Level] = deque(maxlen=ANCHORS)
        self.subject: Level | None = None
        self.group: Group | None = None
        self.base: Figure | None = None
        self.basis: str = ""
        self.plan: Figure | None = None
        self.target: Figure | None = None
        self.whole: Figure | None = None
        self.start: Figure | None = None
        self.ends: list[Figure] = []
        self.rates: list[Figure] = []
        self.rated: list[Figure] = []
        self.moved: tuple[Figure, list[Figure]] | None = None
        self.others: tuple[Figure, Figure] | None = None
        self.lead: tuple[Figure | None, Figure | None] = None, None
        self.early: list[Figure] = []
        self.unplanned: tuple[Level, Figure] | None = None
        self.each: list[Figure] = []
        self.sentence: int = -1
        self.clause: int = -1
        self.versus: tuple[str, Level, Figure] | None = None
        self.aside: tuple[Level | None, Group | None, tuple[Level, ...], str] | None = None
        self.among: str = ""
        self.bare: list[Figure] = []
        self.paused: Group | None = None
        self.against: list[Level] = []
        self.multiple: tuple[Level, Figure] | None = None
        self.then: list[Figure] = []
        self.mated: list[Figure] = []
        self.far: Level | None = None
        self.moves: list[tuple[Figure, Figure]] = []
        self.deltas: list[Figure] = []
        self.beyond: tuple[Figure, Figure, str] | None = None
        self.ratio: Figure | None = None
        self.was: Figure | None = None
        self.numbered: Group | None = None

    def level(self, figure: Figure) -> Level:
        """Add a level; it is the subject of what follows."""
        level = Level(figure, len(self.levels))
        self.bare, self.against = [], []
        self.levels.append(level)
        last = self.here[-1].changes.values() if self.here else ()
        if any(change.base is self.base for change in last):
            self.base = None  # it is the last level's: 收案118件，比2022年的96件增加22件；审结…
        self.subject, self.basis = level, ""
        return level

    def remember(self, level: Level) -> None:
        """Keep a level with those of its sentence."""
        self.here.append(level)
        del self.here[:-_REMEMBERED]

    def change(self, level: Level, basis: str) -> Change:
        """Return the change of a level against a basis, a new one where none was told of."""
        change = level.changes.get(basis)
        if change is None:
            change = level.changes[basis] = Change(level.figure, self._other(level), basis)
            self.made.append(change)
        return change

    def _other(self, level: Level) -> Figure | None:
        """Return the figure that may have changed instead: of which a mean is, of which a list is.

        清运70123吨，日均192吨，同比减少2100吨; 其中查封9件、停产2件、移送4件，比上年增加3件.
        """
        figure = level.figure
        if figure.role == "average":
            # 接到诉求738件，已办结729件，日均105件，较上年同期减少102件: of all that came
            told = [one for level in self.here if (one := level.of(figure.base))]
            return told[0] if told else None
        if level.group and figure.joined and len(level.group.parts) > 1:
            return level.group.wholes[0].of(figure.base)
        return None

    def called(self, name: str) -> Level | None:
        """Return the only level of this sentence, else of the last, that has a name."""
        if len(name) < 2:
            return None
        for levels in (self.here, self.before):
            found = [c for c in levels if c.figure.name == name]
            found = found or [c for c in levels if c.figure.tail == name]  # 12人受伤
            found = found or [c for c in levels if c.figure.name.startswith(name)]
            found = found or [c for c in levels if name.startswith(c.figure.name or " ")]
            found = found or [c for c in levels if measures.within(name, c.figure.name)]
            if found:
                return found[0] if len(found) == 1 else None
        return None

    def ask(
        self,
        figure: Figure,
        part: Level | None,
        here: Sequence[Level],
        group: Group | None = None,
        printed: Figure | None = None,
    ) -> None:
        """Put a question about a figure, with what was told so far."""
        anchors = tuple(reversed(self.anchors))
        self.asks.append(Ask(figure, part, group, (*here,), anchors, printed, self.among))

    def close(self, outer: Group | None = None) -> None:
        """End the list of parts, and those that it stands in, as far as `outer`, which goes on."""
        while self.group is not None and self.group is not outer:
            self.made.append(self.group)
            self.group = self.group.outer

    def pause(self) -> None:
        """End the list of parts, which may go on."""
        paused = self.group
        self.close()
        self.paused = paused

    def resume(self) -> None:
        """Go on with the list of parts that was ended last."""
        if self.paused and self.paused in self.made:
            self.made.remove(self.paused)
            self.group = self.paused
        self.paused = None

    def resume_numbered(self, figure: Figure) -> bool:
        """Go on with the parts that are numbered, in the next sentence, if it has the next one.

        一是交通212处，已整改200处。二是建筑97处。…; 二、公务用车763万元。其中：…。三、接待250万元.
        """
        group, (style, number) = self.numbered, figure.item
        if group is None or not group.parts:
            return False
        first, last = group.parts[0].figure, group.parts[-1].figure
        if number:
            if first.item != (style, 1):
                return False
            # …一是吃喝类212起，处理310人。二是津补贴类97起，…: what the items tell first
            if number != 1 + sum(part.figure.item[0] == style for part in group.parts):
                self.numbered = None
                return False
        elif not figure.parts or last.sentence != self.sentence:
            return False
        self.close(group)
        if self.group is not group:
            if group not in self.made[-_REMEMBERED:]:
                return False
            self.made.remove(group)
            self.group = group
        return True

    def enter(self) -> None:
        """A bracket begins: remember of what the sentence spoke."""
        self.aside = (self.subject, self.group, (*self.anchors,), self.basis)

    def leave(self) -> None:
        """A bracket ends: the sentence goes on where it was; parts listed in it are all."""
        if self.aside is None:
            return
        self.subject, group, _, basis = self.aside
        base = self.base  # 环比下跌0.6元，较去年同期（18.4元）下跌14.9%: against the bracket's
        if base is None or not (base.enters and base.raw[:1] in _VERSUS):
            self.basis = basis or self.basis
        self.end_aside()
        self.close(group)

    def end_aside(self) -> None:
        """A bracket ends: 同比（事故13起）: what follows is not of what stands in it."""
        if self.aside is not None:
            self.anchors = deque(self.aside[2], maxlen=ANCHORS)
        self.aside = None
