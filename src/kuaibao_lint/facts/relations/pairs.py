"""Two figures that were told, set against each other by name: 来信是来访的2.6倍, 相差118.2毫米."""

from __future__ import annotations

from kuaibao_lint.facts.claims import measures, terms
from kuaibao_lint.later import later
from kuaibao_lint.light_typing import TYPE_CHECKING, NamedTuple
from kuaibao_lint.patterns import pattern

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from kuaibao_lint.facts.claims.figure import Figure
    from kuaibao_lint.facts.relations.sum import Sum

_HERE = "facts.relations.movements"
_apart_by: Callable[..., Sum] = later(_HERE, "difference")
_multiple: Callable[..., Sum] = later(_HERE, "multiple")
_change: Callable[..., Sum] = later(_HERE, "change")
_step: Callable[..., Sum] = later(_HERE, "step")
_same: Callable[..., Sum] = later(_HERE, "same_measure")
_DONE = "(?:约|近|了|达到?|为|有)*$"
_TIMES = pattern(
    r"^(?P<one>[^，；]{0,12}?)(?:数|量|额)?(?:约|大约)?(?:[是为]|相当于|达到?)(?P<other>[^，；TPY]{2,12}?)"
    "(?:数|量|额)?的$"
)
_MORE, _LESS = "[多高快重长]出?|贵|大", "少|低|慢|轻|短|便宜|小"
_BEYOND = pattern(
    r"^(?P<one>[^，；]{0,12}?)(?:"
    rf"(?<!占)比(?![重例率])(?P<other>[^，；TPY]{{2,12}}?)(?:要|仍|还)?(?:(?P<more>{_MORE})|(?P<less>{_LESS}))"
    r"|(?:(?P<over>[高多快大][于出过]|超[出过])|(?P<under>[低少慢小]于|落后于?))(?P<than>[^，；TPY]{2,12}?)"
    rf"){_DONE}"
)
_APART = pattern(
    "^(?:[两二]者|[两二][地项类个站点种针季年县区市镇村组期校]|前后|彼此|极[值端]|最[高大多](?:值)?[与和]最[低小少](?:值)?|高低|首尾)?"
    f"(?:之间)?的?(?:相差|差距|价差|温差|落差|极差|差值|级差){_DONE}"
)
_ENDS = pattern("最[高大多强快]"), pattern("最[低小少弱慢]")
_TWO = frozenset("两二")
_SAME = pattern("约?(?:折合|合|折|计)(?:约|为|计)?")
_BEYOND_LIMIT = pattern("(?P<over>高于|高出|多于|超过|超出|大于)|低于|少于|小于")
_BEYOND_GOAL = pattern(
    "^(?:(?P<over>超过?|高[于出]|优于|快于|好于)|低于|慢于)[^，；同去上]{0,8}$"
)
_GOAL = pattern("的?(?:(?:年度)?(?:目标|要求|标准|任务|平均水平|水平)值?)?(?:的?要求)?共?约?")
_EVERYBODY = frozenset(("全人群", "全部人群", "全体人群", "全体居民", "普通人群", "一般人群"))
_RATES = frozenset(("rate", "share"))
_THEN = pattern("(?:调整|提高|提标|上调|调标|增加|下调|降低|压减|扩容)后")
_RAISED = pattern("(?:增加|提高|上调|上涨|增长|减少|降低|下调|压减|月增)[了约]?$")
# Without one of these in its words, a multiple or a share compares no two, nor does an amount.
_OF_TWO, _AGAINST = pattern("[是为当达]"), pattern("[比于差出过]")
_KINDS = {"times": "amount", "percent": "amount", "amount": "amount", "points": "percent"}
_LEVELS = frozenset(("level", "average", "total"))
_TOLD = frozenset(("level", "average", "total", "share", "rate", "completion", "growth", "other"))
_PASSED = frozenset(("base", "plan", "before", "completion", "growth"))
_OF_LEVELS = frozenset(("growth", "share"))  # percentages that go by the name of their level
_KIND_OF_RATE = pattern("的?(?:增速|增幅|涨幅|占比|比重|比例|完成率|进度)$")
_FAR = 1  # sentences from what is compared to what is said of it
_MOST = 24  # figures before, among which the two are looked for: they bound the work
_NAME = 2  # characters that name one of two
_TELLING = 2  # digits of a multiple or of a difference


class _Told(NamedTuple):
    """A figure, and the words that say of what it is: a rate of change has those of its level."""

    figure: Figure
    words: str


class _Two(NamedTuple):
    one: Figure
    other: Figure


def pairs(body: Sequence[Figure]) -> list[Sum]:
    """来信3031件，来访1159件，来信是来访的2.62倍; 稻谷比玉米多8218吨; 相差118.2毫米."""
    found: list[Sum] = []
    for at, said in enumerate(body):
        last = body[at - 1] if at else None
        if last is not None and (made := _to_the_last(said, last, body[max(0, at - 2) : at - 1])):
            found.append(made)
            continue
        if said.role in _PASSED or said.kind not in _KINDS:
            continue
        of_two = said.kind in {"times", "percent"}
        if not (_OF_TWO if of_two else _AGAINST).search(said.raw):
            continue
        if said.length >= _TELLING and (made := _sum(said, body[max(0, at - _MOST) : at])):
            found.append(made)
    return found


def _to_the_last(said: Figure, last: Figure, before: Sequence[Figure]) -> Sum | None:
    """Return what must hold of a figure and the one right before it, and the one before that."""
    if said.kind != "amount":
        if said.kind == "points":
            return _beyond_goal(said, last, before)
        return _raised(said, last, before)
    if said.base != last.base or last.kind != "amount":
        return None
    if _SAME.fullmatch(said.raw) and said.unit.lstrip("万亿") != last.unit.lstrip("万亿"):
        return _same(last, said)
    if said.leaves and not said.raw and last.enters and before and before[0].base == said.base:
        named = _BEYOND_LIMIT.search(last.raw)  # 26.0微克，低于控制目标（33.6微克）7.6微克
        if named and before[0].clause == said.clause and before[0].role in _TOLD:
            said.sign = 1 if named["over"] else -1
            return _apart_by(before[0], last, said)
    return None


def _beyond_goal(said: Figure, goal: Figure, before: Sequence[Figure]) -> Sum | None:
    """处置率35.43%，超省定25%目标10.43个百分点: so much more than what stands right before it."""
    own = before[0] if before else None
    if own is None or goal.kind != "percent" or own.kind != "percent" or goal.role != "other":
        return None
    named = _BEYOND_GOAL.search(goal.raw)
    directly = said.span.start - goal.span.end == len(said.raw) and _GOAL.fullmatch(said.raw)
    if not (named and directly) or own.clause != said.clause or own.role not in _RATES:
        return None
    said.sign = 1 if named["over"] else -1
    return _step(goal, own, said)


def _raised(rate: Figure, level: Figure, before: Sequence[Figure]) -> Sum | None:
    """月人均增加91.8元，调整后月人均3516.5元，增幅2.68%: by so much, to so much."""
    plainly = rate.role == "growth" and rate.sign and not (rate.compared or rate.name)
    if not plainly or not before or level.kind != "amount" or not _THEN.search(level.raw):
        return None
    more = before[0]
    if more.base != level.base or more.clause != rate.clause or not _RAISED.search(more.raw):
        return None
    return _change(level, more, rate)


def _sum(said: Figure, before: Sequence[Figure]) -> Sum | None:
    """Return what must hold if a figure sets two that stand before it against each other."""
    if said.kind in {"times", "percent"}:
        named = _TIMES.search(said.raw) if said.raw[-1:] == "的" else None
        two = _named(said, before, named["one"], named["other"]) if named else None
        return _multiple(two.one, two.other, said) if two and two.other.amount else None
    if _APART.search(said.raw):
        return _apart(said, before)
    named = _BEYOND.search(said.raw)
    if named is None:
        return None
    than = named["other"] or named["than"]
    if than in _EVERYBODY and said.kind == "points":
        return _beyond_all(said, before, over=bool(named["more"] or named["over"]))
    two = _named(said, before, named["one"], than)
    if two is None:
        return None
    said.sign = 1 if named["more"] or named["over"] else -1
    return _difference(two.one, two.other, said)


def _beyond_all(said: Figure, before: Sequence[Figure], *, over: bool) -> Sum | None:
    """签约率44.0%；重点人群…，签约率83.3%，高于全人群39.3个百分点: than the other so called."""
    rates = [one for one in before if one.kind == "percent" and one.role == "rate"]
    own = rates[-1] if rates else None
    if own is None or own.clause != said.clause:
        return None
    called = [one for one in rates[:-1] if one.raw == own.raw]
    near = [one for one in called if said.sentence - one.sentence <= _FAR]
    if len(called) != 1 or not near:
        return None
    said.sign = 1 if over else -1
    return _step(near[0], own, said)


def _difference(one: Figure, other: Figure, said: Figure) -> Sum:
    if said.kind == "points":
        return _step(other, one, said)
    return _apart_by(one, other, said)


def _apart(said: Figure, before: Sequence[Figure]) -> Sum | None:
    """最大152毫米，最小33.6毫米，相差118.2毫米: of the two before, or of the two ends of a list."""
    told = [one for one, _ in _alike(said, before) if one.sentence == said.sentence]
    if len(told) > len(_ENDS) and said.raw[:1] in _TWO:  # 两针相差596人: of the 针
        told = [one for one in told if said.raw[1:2] in one.raw]
    if len(told) > len(_ENDS):
        ends = [[one for one in told if end.search(one.raw + one.name)] for end in _ENDS]
        told = [*ends[0], *ends[1]]
    if len(told) != len(_ENDS):
        return None
    less, more = sorted(told, key=lambda one: one.amount)
    said.sign = 1
    return _difference(more, less, said)


def _alike(said: Figure, before: Sequence[Figure]) -> list[_Told]:
    """Return what a figure may compare: amounts of its unit, or of any where it is a multiple."""
    kind = _KINDS[said.kind]
    found: list[_Told] = []
    level: Figure | None = None
    far = _FAR + ("限额" in said.raw)  # 限额…，其中…。余额…，其中…。余额低于限额…
    for one in before:
        if one.kind == "amount" and one.role in _LEVELS:
            level = one
        if one.kind != kind or one.role not in _TOLD or said.sentence - one.sentence > far:
            continue
        if said.kind == "amount" and one.base != said.base:
            continue
        if one.role == "growth" and one.sign < 0:
            continue
        own = one.kind == "amount" or one.name or one.role not in _OF_LEVELS
        of_it = not own and level is not None and level.clause == one.clause
        found.append(_Told(one, level.raw if level is not None and of_it else one.raw))
    return found


def _named(said: Figure, before: Sequence[Figure], one: str, other: str) -> _Two | None:
    """Return the two that are set against each other: by their names, or 前者 and 后者."""
    told = _alike(said, before)
    first, second = (measures.name(words) for words in (one, other))
    if {first[-2:], second[-2:]} == {terms.LATTER, terms.FORMER}:
        return _last_two(said, told, latter=first.endswith(terms.LATTER))
    base = _called(second, told)
    own = _called(first, told) if first else [one for one, _ in told[-1:]]
    if len(base) != 1 or len(own) != 1 or base[0] is own[0] or base[0].base != own[0].base:
        return None
    if not first and own[0].clause != said.clause:
        return None
    return _Two(own[0], base[0])


def _last_two(said: Figure, told: Sequence[_Told], *, latter: bool) -> _Two | None:
    """甲9吨，乙21吨，后者比前者多: the last two of one unit, of which no third one is told."""
    here = [one for one, _ in told if one.sentence == said.sentence]
    if len(here) < len(_ENDS) or here[-1].base != here[-2].base:
        return None
    former, last = here[-2:]
    third = here[-3] if len(here) > len(_ENDS) else None
    if third and third.base == last.base and third.clause == last.clause and not former.parts:
        added = former.amount + last.amount
        if third.amount != added:
            return None
    return _Two(last, former) if latter else _Two(former, last)


def _called(words: str, told: Sequence[_Told]) -> list[Figure]:
    """Return the figures that words name, or the one that has no other name."""
    words = _KIND_OF_RATE.sub("", words)
    if len(words) < _NAME:
        return []
    named = [one for one in told if measures.said_of(words, one.words)]
    so_called = [one for one, _ in named if one.name == words] or [one for one, _ in named]
    if len(so_called) > _NAME and so_called[1].parts and not so_called[0].parts:
        # 债务余额59亿元，其中一般债务余额…，专项债务余额…: of what these are parts of
        listed = {one.sentence for one in so_called} == {so_called[0].sentence}
        return so_called[:1] if listed else so_called
    return so_called
