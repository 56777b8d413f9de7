"""Percentages that move, or differ from another, by so many points."""

from __future__ import annotations

from kuaibao_lint.facts.claims import measures, percentages, phrasings, wordings
from kuaibao_lint.facts.claims.model import Apart, Change, Index, Pace, Step
from kuaibao_lint.later import later
from kuaibao_lint.light_typing import TYPE_CHECKING
from kuaibao_lint.nearness import in_order
from kuaibao_lint.patterns import pattern

if TYPE_CHECKING:
    import re
    from collections.abc import Callable, Sequence

    from kuaibao_lint.facts.claims.figure import Figure
    from kuaibao_lint.facts.claims.model import Level
    from kuaibao_lint.facts.claims.state import Reading

_step_then = later("facts.claims.then", "step")

_APART = ("相差", "差距为", "相差了", "相距", "极差为")
_RATE = 3  # characters of a rate's name by which it is known: 结案率
_SPELT = 4  # characters that name a level beyond doubt
# 办结率由上年的, 税收占比相应升至: what stands before what moved.
_OF_WHAT = pattern(
    "^(?P<own>[^，；]*?(?:率|占比|比重|比例))(?:[比较][TPY]|[同环]比)?(?:也|已|又|再|相应|进一步|稳步|大幅|逐步)*"
    "(?:[由从自]|[提升上增降下回][高升涨加至到降落])"
)
# 民间投资占比较上年同期（47.9%）提高…, 结案率同比提高…: what says whose share or which rate moved.
_WHOSE = pattern("^(?P<name>[^，；（(]{2,12}?)(?P<kind>占比|比重|率)(?=[比较由从同环PY])")
# 消费品价格指数: of what an index is.
_OF_INDEX = pattern("^(?P<of>[^，；即TPY]{2,}?)(?:价格)?总?指数")
_AIMED = pattern("力争|目标|计划|预计|预期|确保|争取|达标|要求|规划")
_BEYOND_GOAL = pattern(
    "(?:[比较]?(?P<above>超过?|高于|快于|高出|超出)|低于|慢于|不及|落后于?)"
    "(?:年初|年度|全年|预期|既定)*目标(?:值|任务)?$"
)
_GOAL = pattern("目标|预期|计划")
# By how much more or less one fell than the other.
_OF_FALLS = pattern("[降跌减]幅|收窄|扩大")
_TAKEN = frozenset(("share", "rate"))
_OF_A_SHARE = ("占比", "比重")
_PAIR = 2  # windows of which one is told against the other
_WINDOW = 24  # percentages and levels before, among which a step begins: they bound the work


def from_of(reading: Reading, figure: Figure) -> None:
    """由35.1%…: where a step begins."""
    reading.start, reading.ends = figure, []


def beside_of(reading: Reading, figure: Figure) -> None:
    """占比57.7%，较上年的58.0%下降0.3个百分点; 为预算的83.7%，超序时进度（75%）8.7个百分点."""
    reading.start, reading.ends = figure, _own(reading, figure.raw)


def to_of(reading: Reading, figure: Figure) -> None:
    """…提高到37.2%: where it ends; 办结率由95.2%提高到97.8%: a rate of what was told, too."""
    reading.ends = [figure]
    if take := _says_of_what(reading.start, figure):
        take(reading, figure)
    else:
        reading.rates.append(figure)


def _says_of_what(start: Figure | None, figure: Figure) -> Callable[[Reading, Figure], None] | None:
    """税收占比由上年的68.6%提高到71.3%, 办结率提高到97.8%: take the words of a share or a rate.

    Return what takes it, None where it is neither, or one that is aimed at.
    """
    words = start.raw if start is not None and start.role == "from" else figure.raw
    said = _OF_WHAT.match(words) if figure.kind == "percent" else None
    if said is None or _AIMED.search(words):
        return None
    raw, figure.raw = figure.raw, said["own"]
    wordings.fit(figure)
    if figure.role not in _TAKEN:
        figure.role, figure.raw = "to", raw
        return None
    return percentages.share_of if figure.role == "share" else percentages.rate_of


def points_of(reading: Reading, figure: Figure) -> None:
    """…，提高2.1个百分点."""
    start, reading.start = reading.start, None
    reading.moved = None
    paced = "进度" in figure.raw  # 与序时进度相差2.5个百分点
    if figure.raw.endswith(_APART) and len(reading.rates) > 1 and not paced:
        reading.made.append(Apart((reading.rates[-2], reading.rates[-1]), figure))
        return
    if figure.each or figure.listed or _is_told_otherwise(reading, figure):
        return
    if start and start.role == "from" and phrasings.PLACES.search(figure.raw):
        return  # 由46.4%提高到68.2%，较全省平均水平高3.7个百分点
    start = start or _other_window(reading, figure)
    if start:
        figure.sign = figure.sign or start.sign
        if figure.sign and reading.ends:
            reading.made.append(Step(start, reading.ends, figure))
        return
    ends = _own(reading, figure.raw)
    if figure.sign and ends:
        reading.moved = figure, ends
        reading.moves.append((figure, ends[0]))
        if figure.months:
            ends.sort(key=lambda one: one.role != "completion")
            reading.made.append(Pace(ends, figure))
        elif beside := _another_rate(reading, figure):
            reading.made.append(Step(beside[1], [beside[0]], figure))
            return
    if found := phrasings.BEYOND_OTHER.search(figure.raw):
        _beyond(reading, figure, found, ends)


def _beyond_before(reading: Reading, points: Figure, other: str) -> None:
    """收入19017元，增长3.9%。增幅比全市低1.5个百分点（全市为5.4%）: of the last sentence's rate."""
    grown = [one for one in reading.rated if one.role == "growth"]
    more = reading.moves and reading.moves[-1][0].clause == points.clause
    said = phrasings.GROWTHS.match(points.raw) or more
    if said and len(grown) == 1 and phrasings.PLACES.match(other):
        reading.moved = points, [grown[0]]
        reading.moves.append((points, grown[0]))


def _is_told_otherwise(reading: Reading, points: Figure) -> bool:
    """Tell whether points are against what was told of a year ago, or against a goal."""
    if reading.then and _step_then(reading, points):
        return True
    return "标" in points.raw and _beyond_goal(reading, points)


def _beyond_goal(reading: Reading, points: Figure) -> bool:
    """投资目标增长5.7%，实际增长6.9%，超目标1.2个百分点: of the two before it, one is the goal."""
    said = _BEYOND_GOAL.match(points.raw)
    told = [c for c in reading.rates[-_PAIR:] if c.clause == points.clause and c.role == "growth"]
    goals = [one for one in told if _GOAL.search(one.raw)]
    if said is None or len(told) < _PAIR or len(goals) != 1 or {one.sign for one in told} != {1}:
        return False
    points.sign = 1 if said["above"] else -1
    own = next(one for one in told if one is not goals[0])
    reading.made.append(Step(goals[0], [own], points))
    return True


def _other_window(reading: Reading, points: Figure) -> Figure | None:
    """一季度…，增长2.5%；二季度…，增长6.2%，二季度增幅比一季度提高3.7个百分点: of the first."""
    if points.raw[:1] != "T" or phrasings.WINDOWS_APART.match(points.raw) is None:
        return None
    told = [c.growth for c in reading.here[-_WINDOW:] if c.figure.raw[:1] == "T" and c.growth]
    if len(told) != _PAIR or told[1] is not reading.rates[-1]:
        return None
    reading.ends = [told[1]]
    return told[0]


def _beyond(
    reading: Reading, figure: Figure, found: re.Match[str], ends: Sequence[Figure]
) -> None:
    """So many points beyond another's rate, which was told, or is still to come."""
    made = len(reading.made)
    if figure.sign and not reading.rates:
        _beyond_before(reading, figure, found["other"])
    _beyond_other(reading, figure, found)
    ends = [one for one in ends if not one.enters]  # 降幅较上月（下降5.0%）收窄…，低于全市…
    if len(reading.made) == made and figure.sign and ends and ends[0].role == "growth":
        reading.beyond = figure, ends[0], phrasings.OF_GROWTH.sub("", found["other"])


def told_behind(reading: Reading, growth: Figure) -> None:
    """民间投资增长11.3%，快于全部投资4.9个百分点，全部投资增长6.4%: the other's rate comes last."""
    points, own, other = reading.beyond or (growth, growth, "")
    told = growth if growth.name else None
    if told is None and reading.subject:
        told = reading.subject.figure  # …高于全市5.6个百分点；全市97.48亿元，增长3.1%
    if other and told and told.raw.startswith(other) and growth is not own:
        reading.made.append(Step(growth, [own], points))
    reading.beyond = None


def index_of(reading: Reading, figure: Figure) -> None:
    """上涨1.5%，即价格指数为101.5: the rate right before it.

    居住类上涨0.4%，交通类价格指数103.9: not where it names something else.
    """
    last = reading.rates[-1] if reading.rates else None
    if last is None or last.role != "growth" or last.clause != figure.clause or last.basis:
        return
    own = _OF_INDEX.match(figure.raw)
    told = (own is None or own["of"] in last.raw) and not figure.parts
    if told and "比" not in figure.raw:
        reading.made.append(Index(last, figure))


def others_of(reading: Reading, figure: Figure) -> None:
    """增长7.4%（全市7.0%）: what the one before may be compared with."""
    if reading.rates:
        reading.others = figure, reading.rates[-1]


def _another_rate(reading: Reading, points: Figure) -> tuple[Figure, Figure] | None:
    """增长7.4%（全市7.0%），高于全市0.4个百分点: return the rate and the other's."""
    if reading.others is None:
        return None
    other, own = reading.others
    found = phrasings.OTHERS_RATE.search(other.raw)
    return (own, other) if found and found["of"] in points.raw else None


def narrowed_of(reading: Reading, figure: Figure) -> None:
    """城乡收入比2.20，比上年（2.30）缩小0.10: by how much a ratio moved."""
    now, was = reading.ratio, reading.was
    if now is None or not figure.sign:
        return
    if was is not None:
        change = Change(now)
        change.base, change.delta = was, figure
        reading.made.append(change)
    else:
        reading.moves.append((figure, now))


def told_of(reading: Reading, figure: Figure) -> None:
    """下降0.2个百分点（年初为1.4%）: the bracket says what the points are against.

    结案率94.1%，升2.4个百分点，…，上年同期结案率91.7%: of the rate that is called so.
    """
    moved, reading.moved = reading.moved, None
    if said := phrasings.RATE_THEN.fullmatch(figure.raw):
        told = [(points, [end]) for points, end in reading.moves[-_WINDOW:]]
        of_it = [one for one in told if _is_called(one[1][0], said["rate"])]
        moved = of_it[-1] if of_it and of_it[-1][0].sentence == figure.sentence else None
    if moved and _one_basis(moved[0].raw, figure.raw):
        reading.made.append(Step(figure, moved[1], moved[0]))


def _is_called(rate: Figure, name: str) -> bool:
    """占比42.1%, 上年占比; 城镇化率为62.3%, 上年末城镇化率; 非税占比 is not 税收占比."""
    if name in _OF_A_SHARE:
        return rate.role == "share"
    kind = next((word for word in _OF_A_SHARE if name.endswith(word)), "")
    words = rate.raw + rate.name
    if kind:
        return measures.said_of(name.removesuffix(kind)[-_RATE:], words)
    return name[-_RATE:] in words


def _one_basis(moved: str, told: str) -> bool:
    """Tell whether a bracket says what the change is against: 较年初, 年初为; 高于全省, 全省."""
    found = phrasings.TOLD_BEHIND.search(told)
    if found is None:
        return False
    times = [phrasings.TIME.search(words) is not None for words in (moved, told)]
    return all(times) or (not any(times) and found["of"] in moved)


def _own(reading: Reading, words: str) -> list[Figure]:
    """Return the percentages that may have moved, the last first.

    They are of the kind that the words name, where they do: 增速较…, 占比较….
    """
    rates = reading.rates[-_WINDOW:]
    if named := _called_so(rates, words):
        return named
    if phrasings.GROWTHS.search(words):
        rates = [one for one in rates if one.role == "growth"]
    elif phrasings.SHARES.search(words):
        rates = [one for one in rates if one.role == "share"]
    return rates[:-3:-1]


def _called_so(rates: Sequence[Figure], words: str) -> list[Figure]:
    """民间投资占51.7%，外商占0.7%，民间投资占比较上年提高…: return the one that the words name."""
    said = _WHOSE.match(words)
    if said is None:
        return []
    name = said["name"] + said["kind"] if said["kind"] == "率" else said["name"]
    told = [one for one in rates if one.sentence == rates[-1].sentence]
    if said["kind"] == "率":
        found = [one for one in told if one.role == "rate" and one.raw.endswith(name)]
    else:
        found = [one for one in told if one.role == "share" and one.name == name]
    return found if len(found) == 1 else []


def _beyond_other(reading: Reading, figure: Figure, found: re.Match[str]) -> None:
    """城镇…增长3.2%；农村…增长5.2%，增速高于城镇2.0个百分点."""
    own = reading.here[-1] if reading.here else None
    others = [*reading.here[-_WINDOW:-1], *reading.before[-_WINDOW:]]
    named = [c for c in others if c.growth and c.figure.name.startswith(found["other"])]
    if not named and figure.sign:
        named = _told_before(reading, found["other"])
    if not named:
        _beyond_rate(reading, figure, phrasings.OF_GROWTH.sub("", found["other"]))
        return
    said = _own_words(figure)
    if own is not None and said and not _is_of(said, own.figure):
        return
    if own is None or own.growth is None or len(named) != 1 or named[0].growth is None:
        return
    _differ(reading, named[0].growth, own.growth, figure)


def _differ(reading: Reading, other: Figure, own: Figure, points: Figure) -> None:
    """One grew so many points more than the other, or less: 下降2.1%，低于全县（增长7.8%）9.9个."""
    if own.sign == other.sign == 1:
        if points.sign:
            reading.made.append(Step(other, [own], points))
    elif points.sign and _OF_FALLS.search(points.raw) is None:
        reading.made.append(Apart((other, own), points))


def _is_of(said: str, own: Figure) -> bool:
    """Tell whether words name a level, or say more of it: 农村居民消费, of 农村居民6565元."""
    spelt = len(own.name) >= _SPELT and in_order(own.name, said)
    return spelt or in_order(said, own.raw)


def _told_before(reading: Reading, other: str) -> list[Level]:
    """各项贷款余额1428亿元，增长10.6%。…制造业贷款增长22.8%，高于各项贷款增速12.2个百分点.

    Return the levels that are called so and that grew, of those told before.
    """
    name = measures.name(phrasings.OF_GROWTH.sub("", other))
    if len(name) < 2:
        return []
    return [
        c
        for c in reading.levels[-_WINDOW:-1]
        if c.growth and c.figure.name.startswith(name) and c.group is None
    ]


def _own_words(points: Figure) -> str:
    """Return of what a rate is that is so many points beyond another, where its words say so."""
    found = phrasings.BEYOND_OTHER.search(points.raw)
    return measures.name(phrasings.OF_GROWTH.sub("", points.raw[: found.start()])) if found else ""


def _beyond_rate(reading: Reading, figure: Figure, other: str) -> None:
    """规上工业增加值增长8.1%，其中制造业增长10.1%，高于规上工业2.0个百分点.

    全州服务业增长6.1%，其中商务服务业增长8.3%，较全州增速高2.2个百分点.
    """
    growths = [one for one in reading.rates[-_WINDOW:] if one.role == "growth"]
    if beside := _of_place(other, growths):
        _differ(reading, beside[1], beside[0], figure)
        return
    growths = [one for one in growths if one.name]
    if len(growths) < 2 or len(other) < 2:
        return
    *rest, own = growths
    if (own_words := _own_words(figure)) and not in_order(own_words, own.raw + own.name):
        return  # 农村居民收入增长6.7%，农村工资性收入增速高于城镇0.8个百分点
    named = [c for c in rest if c.name.startswith(other) or measures.alludes(other, c.name)]
    if other.startswith("全部"):  # 工业投资增长12.4%；民间投资增长8.8%，快于全部投资: of no part
        named = [c for c in named if not c.parts]
    if own.parts:
        named = named or [c for c in rest if c.raw.startswith(other)]
    if len(named) == 1:
        _differ(reading, named[0], own, figure)


def _of_place(place: str, growths: Sequence[Figure]) -> tuple[Figure, Figure] | None:
    """全市增长5.2%，我县增长7.1%，高于全市1.9个百分点: return the own rate and the other's.

    Only where the place's rate names no measure, and the other does not either or stands right
    before it.
    """
    if len(growths) < 2 or not phrasings.PLACES.fullmatch(place):
        return None
    one, last = growths[-2:]
    own, other = (one, last) if last.raw.startswith(place) else (last, one)
    told = other.raw.startswith(place) and not own.raw.startswith(place)
    bare = not other.name and (not own.name or own is one)
    return (own, other) if told and bare else None
