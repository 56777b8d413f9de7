"""The kinds of claim: what a passage says about its figures.

A claim says nothing of right or wrong. Which sums follow from it stands in relations/table.py.
Where a sentence can be read in several ways, the claim lists them, the likeliest first.
"""

from __future__ import annotations

from kuaibao_lint.light_typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence
    from decimal import Decimal

    from kuaibao_lint.facts.claims.figure import Figure


class Change:
    """How a level changed against one basis: its rate, its amount, the value before.

    basis: what it is compared with; "" is 同比. times: how many times the value before it is
    (是上年的2.1倍). other: a figure before the level that may have changed instead: 清运70123吨，
    日均192吨，同比减少2100吨.
    """

    __slots__ = ("level", "other", "basis", "growth", "delta", "base", "times")

    def __init__(self, level: Figure, other: Figure | None = None, basis: str = "") -> None:
        self.level = level
        self.other = other
        self.basis = basis
        self.growth: Figure | None = None
        self.delta: Figure | None = None
        self.base: Figure | None = None
        self.times: Figure | None = None


class Level:
    """A level and what is said of it.

    order: its number in the passage. mates: levels of other units right behind it (437户680人).
    changes: by what they are compared with; "" is 同比. group: of which it is a part.
    total: of a list that it belongs to (三项合计). shared: a share of it was told; rated: a rate.
    above: the whole of a list that its names complete, where no 其中 says so.
    """

    __slots__ = (
        "figure",
        "order",
        "mates",
        "changes",
        "completion",
        "plan",
        "share",
        "group",
        "total",
        "shared",
        "rated",
        "above",
        "_twins",
    )

    def __init__(self, figure: Figure, order: int) -> None:
        self.figure = figure
        self.order = order
        self.mates: list[Figure] = []
        self.changes: dict[str, Change] = {}
        self.completion: Figure | None = None
        self.plan: Figure | None = None
        self.share: Figure | None = None
        self.group: Group | None = None
        self.total: Figure | None = None
        self.shared: bool = False
        self.rated: Figure | None = None
        self.above: Level | None = None
        self._twins: dict[str, Level] = {}

    @property
    def growth(self) -> Figure | None:
        """The rate of change against the year before."""
        return self.growth_against("")

    def growth_against(self, basis: str) -> Figure | None:
        """Return the rate of change against a basis."""
        change = self.changes.get(basis)
        return change.growth if change else None

    def twin(self, base: str) -> Level | None:
        """Return the level of that unit: itself, or its mate as a level (94批948人次，同比…)."""
        figure = self.of(base)
        if figure is None or figure is self.figure:
            return self if figure else None
        twin = self._twins.setdefault(base, Level(figure, self.order))
        twin.group = self.group
        return twin

    def of(self, base: str) -> Figure | None:
        """Return the figure of that unit: of the level itself, else of a mate.

        来信53件，来访156批 are parts of 715件（批）次, as are 来访99批211人次 of 件（人）次.
        """
        if self.figure.base == base:
            return self.figure
        also = self.group.wholes[0].figure.also if self.group else ""
        if also and self.group and self.group.wholes[0].figure.base == base:
            units = {base, *also, *(unit + "次" for unit in also)}
            told = (self.figure, *self.mates)  # and 马0.6万匹（头） is one of …万头（只、峰）
            return next((one for one in told if one.base in units or base in one.also), None)
        if base == "件" and self.figure.base == "批" and "访" in self.figure.raw:
            return self.figure  # 信访443件次，其中来信68件次，来访147批302人次
        return next((mate for mate in self.mates if mate.base == base), None)


class Group:
    """A whole and its parts, as far as they were listed (其中：…).

    wholes: the levels that may be meant. outer: the group in one of whose parts this one is.
    view: 分部门看 opens it, and not 其中. guess: no word says that these are parts. aside: they
    stand in a bracket right behind the whole: 607人（甲500人，乙107人）. told: all levels of the
    passage.
    """

    __slots__ = ("wholes", "parts", "outer", "view", "guess", "aside", "told")

    def __init__(
        self,
        wholes: Sequence[Level],
        outer: Group | None = None,
        *,
        view: bool = False,
        guess: bool = False,
        aside: bool = False,
        told: Sequence[Level] = (),
    ) -> None:
        self.wholes = wholes
        self.told = told
        self.parts: list[Level] = []
        self.outer = outer
        self.view = view
        self.guess = guess
        self.aside = aside

    def with_parts(self, some: list[Level]) -> Group:
        """Return the group with other parts."""
        made = Group(
            self.wholes,
            self.outer,
            view=self.view,
            guess=self.guess,
            aside=self.aside,
            told=self.told,
        )
        made.parts = some
        return made


class Doubts(NamedTuple):
    """Of what else a share may be.

    besides: what else was told of the unit; a share of one of these is not wrong, nor is one of a
    pair of sums. before: what stands before the part in its clause; with some of it, the part may
    be what the share is of: 粮食27万亩，蔬菜9万亩，烤烟4万亩，占播种面积44万亩的89.4%.
    """

    besides: Sequence[Figure] = ()
    sums: Sequence[tuple[Figure, Figure]] = ()
    before: Sequence[Figure] = ()


class Share(NamedTuple):
    """Part ÷ one of the wholes = percent. sure: the whole is printed right before it.

    beside: the level before the part, which has no share of its own: the share may be of both.
    doubtful: of several wholes together, it may be; that it does not fit says nothing.
    others: figures before the part that the share may be of as well; together: it is of all.
    peer: a level of which the part is one, with its own share: this one may be of that one's whole.
    doubts: asked for where the share is wrong, as few are.
    """

    part: Figure
    wholes: Sequence[Figure]
    percent: Figure
    sure: bool
    beside: Figure | None = None
    doubtful: bool = False
    others: Sequence[Figure] = ()
    together: bool = False
    peer: tuple[Figure, Figure] | None = None
    doubts: Callable[[], Doubts] = Doubts


class Together(NamedTuple):
    """Shares that add up to another: 甲占30%，乙占20%，两项合计占50%."""

    shares: Sequence[Figure]
    percent: Figure


class Hundred(NamedTuple):
    """Shares of one whole that are all its shares."""

    shares: Sequence[Figure]


class Alike(NamedTuple):
    """Levels with their shares of one whole, which need not be told."""

    pairs: Sequence[tuple[Figure, Figure]]


class Times(NamedTuple):
    """Level ÷ base = so many times: 生师比16.5:1."""

    level: Figure
    base: Figure
    times: Figure


class TimesBefore(NamedTuple):
    """So many times the one was of the other, each before it grew: 由上年的2.04:1."""

    grown: Sequence[tuple[Figure, Figure]]
    times: Figure


class Completion(NamedTuple):
    """Done ÷ plan = percent; beyond: instead of the plan, by how much it was passed or missed."""

    done: Figure
    plan: Figure
    percent: Figure
    beyond: bool = False


class Rate(NamedTuple):
    """One of the parts ÷ one of the wholes = percent: 办结k件，办结率r%.

    doubtful: the rate may be of something else; that it does not fit says nothing. sums: a part and
    the figures that are the whole together: 开工39个，未开工11个; 新收90件，旧存10件. lists: those
    that are the part together, and those that are the whole: 优良率. less: wholes, each with what
    is taken from it: 抽检500批次，不合格3批次，合格率99.4%. besides: what else was told; a rate of
    two of these is not wrong.
    """

    parts: Sequence[Figure]
    wholes: Sequence[Figure]
    percent: Figure
    doubtful: bool = False
    sums: Sequence[tuple[Figure, tuple[Figure, Figure]]] = ()
    lists: Sequence[tuple[Sequence[Figure], Sequence[Figure]]] = ()
    less: Sequence[tuple[Figure, Figure]] = ()
    besides: Sequence[Figure] = ()


class Total(NamedTuple):
    """One of the lists adds up to the total: A 3个、B 4个，合计7个."""

    total: Figure
    lists: Sequence[Sequence[Figure]]


class Account(NamedTuple):
    """A total that is the sum of some of the amounts before it, or of those behind it."""

    total: Level
    before: Sequence[Level]
    after: Sequence[Level]


class Columns(NamedTuple):
    """A row of amounts, and rows of like amounts that may be its parts.

    last: the rows behind them, which may be more with less in them (专项资金1.6万元，尚未支出).
    loose: the whole is no row, but what the sentences before tell.
    """

    whole: Sequence[Figure]
    rows: Sequence[Sequence[Figure]]
    last: Sequence[Sequence[Figure]]
    loose: bool = False


class Keyed(NamedTuple):
    """Amounts of a row, each with those of the rows below it that are called as it is."""

    columns: Sequence[tuple[Figure, Sequence[Figure]]]


class Mixture(NamedTuple):
    """The growth and the completion of a total agree with those of its list."""

    whole: Level
    parts: Sequence[Level]


class Altogether(NamedTuple):
    """The growth of several levels together: A增长30%，B下降19%，两类合计增长13%."""

    levels: Sequence[Level]
    growth: Figure


class Average(NamedTuple):
    """One of the wholes ÷ one of the heads = mean: 人均, 户均, 亩产.

    besides: what else was told; a mean that two of these give is not wrong. each: of how many heads
    it is the mean (每公顷, where the heads are in 亩: of 15).
    """

    wholes: Sequence[Figure]
    heads: Sequence[Figure]
    mean: Figure
    each: Decimal | int = 1
    besides: Sequence[Figure] = ()


class Step(NamedTuple):
    """A percentage that went from one value to another, by so many points.

    afters: those that may be meant, the likeliest first.
    """

    before: Figure
    afters: Sequence[Figure]
    points: Figure


class Apart(NamedTuple):
    """Two percentages that are so many points apart: 最高…51.1%，最低…，相差63.2个百分点."""

    percents: tuple[Figure, Figure]
    points: Figure


class Moved(NamedTuple):
    """A quotient that went up or down by so much while both amounts changed: 存贷比, 收入比."""

    part: Change
    whole: Change
    quotient: Figure
    by: Figure


class Index(NamedTuple):
    """An index of prices is so far from 100 as they moved: 上涨1.5%，指数为101.5."""

    growth: Figure
    level: Figure


class Pace(NamedTuple):
    """Percentages of which one is so many points from the part of the year that has gone."""

    percents: Sequence[Figure]
    points: Figure


Claim = (
    Change
    | Group
    | Share
    | Together
    | Hundred
    | Alike
    | Completion
    | Rate
    | Times
    | TimesBefore
    | Total
    | Account
    | Columns
    | Keyed
    | Mixture
    | Altogether
    | Average
    | Step
    | Moved
    | Index
    | Apart
    | Pace
)
