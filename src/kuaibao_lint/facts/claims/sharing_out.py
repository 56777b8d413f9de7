"""What a list gives to each of the levels before it: A、B分别增长x%、y%."""

from __future__ import annotations

from decimal import Decimal
from itertools import islice, pairwise, takewhile

from kuaibao_lint.facts import numerals
from kuaibao_lint.facts.claims import changes, complements, measures, phrasings
from kuaibao_lint.facts.claims.model import Change, Hundred, Level
from kuaibao_lint.later import later
from kuaibao_lint.light_typing import TYPE_CHECKING
from kuaibao_lint.patterns import pattern

if TYPE_CHECKING:
    from collections.abc import Sequence

    from kuaibao_lint.facts.claims.figure import Figure
    from kuaibao_lint.facts.claims.state import Reading

# 后两年分别增长: of the years of a list but the first.
_LATER_YEARS = pattern("后(?P<count>[两二三四五])年(?:同比|逐年)?(?:分别|依次)")
_FOREMOST = pattern("前(?P<count>[两二三四五六])[项类种者个家位名大]")
_ALL_OF_THEM = pattern("(?:这|上述|以上)?(?P<count>[两二三四五六七八])(?:[项类种者]|部分)")
_MOVED = frozenset(("growth", "delta"))
_RECENT = 12  # claims among which changes without a rate are looked for
_BARE_THEN = pattern("P分别[为是]")
_LATELY = 3  # sentences from levels to what they were
_NEAR_ALL = 3  # percent that shares of one whole may lack of 100, or exceed it, by a slip
_TELLING = 3  # characters of a share that says so much

_of_each = later("facts.claims.respective", "told")
_of_their_plans = later("facts.claims.respective", "of_their_plans")


def share_changes(found: Sequence[Figure]) -> None:
    """同比分别减少8起、7人，下降16.0%、20.0%: the rates are shared out as their amounts are.

    出口89.9亿元、进口17.9亿元，同比增长34.0%、38.8%; 事故57起，死亡21人，同比减少11起、4人: and as
    many as there are levels right before them.
    """
    for at, change in enumerate(found[1:-1], 1):
        if change.role not in _MOVED or not found[at + 1].listed or change.listed:
            continue
        before, told = found[at - 1], not change.name
        run = _run(found, at)
        if change.role == "delta":
            alike = told and not change.each and _are_of_units(found[:at], run)
            if not (alike or change.each) and run[1].role == "other":
                change.role = "other"  # 同比增加58件、61件: of what, is not known
        elif before.each and before.role == "delta":
            alike = told and not change.compared
        else:
            alike = change.each or (told and _are_as_many(found, at, len(run)))
        for one in run if alike else ():
            one.each, one.role = True, change.role


def _run(found: Sequence[Figure], at: int) -> Sequence[Figure]:
    """Return the list that begins at a place: of one role, or amounts of which one is told."""
    end, roles = at + 1, {found[at].role, "other" if found[at].role == "delta" else ""}
    while end < len(found) and found[end].listed and found[end].role in roles:
        end += 1
    return found[at:end]


def _are_of_units(before: Sequence[Figure], run: Sequence[Figure]) -> bool:
    """Tell whether amounts of change are of the same units as the last levels, in their order."""
    here = takewhile(lambda one: one.sentence == run[0].sentence, reversed(before))
    levels = [*islice((one for one in here if one.role == "level"), len(run))]
    alike = [one.base for one in reversed(levels)] == [one.base for one in run]
    return len(run) > 1 and alike and not any(one.mate for one in levels)


def _are_as_many(found: Sequence[Figure], at: int, count: int) -> bool:
    """Tell whether just so many levels, of a list or of one sentence, stand before a place."""
    told = found[max(0, at - count) : at]
    if len(told) < count or any(one.role != "level" or one.mate for one in told):
        return False
    more = told[0].joined and at > count and found[at - count - 1].role == "level"
    return not more and told[0].sentence == found[at].sentence


def share_out(reading: Reading) -> None:
    """A、B分别增长x%、y%: one rate for each of the last levels."""
    run, reading.each = reading.each, []
    if len(run) < 2:
        return
    if run[0].role in {"plan", "rate", "completion"}:
        reading.made += _of_each(reading, run)
    if run[0].role not in {"plan", "rate"}:
        _give_each(reading, run)


def _give_each(reading: Reading, run: Sequence[Figure]) -> None:
    """Give each of the last levels what a list says of them."""
    if changed := _changed(reading, run):
        for change, figure in zip(changed, run, strict=True):
            change.growth = figure
        return
    parts = _parts(reading, run)
    if len(parts) != len(run):
        reading.made += _shares_alone(run)
        return
    if run[0].role == "completion":
        reading.made += _of_their_plans(parts, run)
    elif run[0].role == "growth" and _are_years(parts, run):
        for before, level in pairwise(reading.here[-len(run) - 1 :]):
            reading.change(level, "").base = before.figure
    for level, figure in zip(parts, run, strict=True):
        if figure.role == "completion":
            level.completion = level.completion or figure
        elif figure.role in {"growth", "delta", "base"}:
            _give(reading, level, figure)
        else:
            _ask_share(reading, parts, level, figure)


def _ask_share(
    reading: Reading, parts: Sequence[Level], level: Level, share: Figure
) -> None:
    """事故27起、死亡20人，分别占总量的44.3%、69.0%; 分别占走访批次、人次的…: of a unit each."""
    bases = {c.figure.base for c in parts}
    if len(bases) not in {1, len(parts)}:
        return
    if len(bases) > 1:
        share.word = phrasings.COUNTS.sub("", share.word)
    share.name = ""
    reading.ask(share, level, [one for one in reading.here if one not in parts], level.group)


def _parts(reading: Reading, run: Sequence[Figure]) -> Sequence[Level]:
    """Return the levels of which a list speaks, as many as it has figures."""
    if run[0].raw[:1] == "前" and (said := _FOREMOST.match(run[0].raw)):
        return _foremost(reading, run, numerals.single(said["count"]))
    for told in (_all_of_them, _by_names, _bare, _then):
        if parts := told(reading, run):
            return parts
    if len(reading.against) == len(run) and run[0].role in _MOVED:
        return reading.against
    return _shared_by(reading, run)


def _all_of_them(reading: Reading, run: Sequence[Figure]) -> Sequence[Level]:
    """其中工资性收入6716元、…、转移净收入2699元。四项收入占比分别为40.1%、…: of the list before."""
    said = _ALL_OF_THEM.match(run[0].raw) if run[0].role == "share" else None
    last = reading.levels[-1] if reading.levels else None
    group = last.group if last else None
    if said is None or group is None or numerals.single(said["count"]) != len(run):
        return []
    near = run[0].sentence - group.parts[0].figure.sentence <= 1
    return group.parts if near and len(group.parts) == len(run) else []


def _foremost(reading: Reading, run: Sequence[Figure], count: int) -> Sequence[Level]:
    """科技7.30亿元，小微4.89亿元，民生1.59亿元，其他0.64亿元；前三项占比分别为: of the first."""
    last = reading.here[-1] if reading.here else None
    group = last.group if last else None
    if group is None or count != len(run) or len(group.parts) < count:
        return []
    parts = group.parts[:count]
    return parts if parts[0].figure.sentence == run[0].sentence else []


def _give(reading: Reading, level: Level, figure: Figure) -> None:
    """Give a level its rate, its amount of change or its value before."""
    if figure.role == "base":
        reading.basis = figure.basis
    basis = changes.basis_of(reading, figure, level)
    if figure.role == "growth" and not figure.basis and level in reading.against:
        # 走访98批1301人次，与上月（68批988人次）相比分别上升44.1%、31.7%: against these
        told = (key for key, one in level.changes.items() if one.base and not one.growth)
        basis = next(told, basis)
    change = reading.change(level, basis)
    if figure.role == "growth":
        change.growth = change.growth or figure
    elif level.figure.base == figure.base:
        if figure.role == "delta":
            change.delta = change.delta or figure
        else:
            change.base = change.base or figure
            reading.against.append(level)


def _are_years(parts: Sequence[Level], run: Sequence[Figure]) -> bool:
    """近三年产量分别为24.1万吨、24.6万吨、25.0万吨，后两年分别增长2.1%、1.6%: against the last."""
    said = _LATER_YEARS.match(run[0].raw)
    count = numerals.single(said["count"]) if said else 0
    return count == len(run) and all(one.figure.each for one in parts)


def _then(reading: Reading, run: Sequence[Figure]) -> list[Level]:
    """出口26.97亿元，进口7.30亿元。去年同期出口、进口分别为22.99亿元、7.63亿元: of those before."""
    if run[0].role != "base" or reading.here or not run[0].members:
        return []
    names = (one.raw.lstrip("PYT") for one in run)
    return [one for name in names if (one := reading.called(name))]


def _shared_by(reading: Reading, run: Sequence[Figure]) -> list[Level]:
    """Return the last levels, so many; the last one and its mates, if they are so many.

    事故38起、死亡20人、受伤19人，起数、死亡人数分别减少7起和2人: of their units and names.
    """
    count = len(run)
    last = reading.here[-1] if reading.here else None
    if last and len(last.mates) + 1 == count:
        twins = [last.twin(figure.base) for figure in (last.figure, *last.mates)]
        return [one for one in twins if one]
    here = reading.here
    if not here and run[0].role == "base":
        if bare := _of_their_units(reading, run):
            return bare
        if len(reading.before) == count:
            return reading.before  # 税收…、非税…，合计…。上月这三项分别为…
    if run[0].role == "base" and (with_means := _with_means(reading, run)):
        return with_means
    if len(here) > count:  # 春粮…，早稻…，合计…，分别增长: of those that were added up
        here = [one for one in here if one.figure.role != "total"]
    found = here[-count:]
    if run[0].role in {"delta", "base"} and any(
        level.of(one.base) is None for level, one in zip(found, run, strict=False)
    ):
        of_units = [_of_unit_and_name(here, one) for one in run]
        return [one for one in of_units if one]
    return found


def _of_their_units(reading: Reading, run: Sequence[Figure]) -> list[Level]:
    """接待41万人次，…；收入2.94亿元，…。其中…。去年同期分别为39万人次和2.55亿元: of those units.

    The only ones told lately that are no parts; the words name none.
    """
    if not _BARE_THEN.fullmatch(run[0].raw) or len({one.base for one in run}) < len(run):
        return []
    told = [c for c in reading.levels[-_RECENT:] if c.group is None and c.figure.role == "level"]
    told = [c for c in told if run[0].sentence - c.figure.sentence <= _LATELY]
    fits = [[c for c in told if c.figure.base == one.base] for one in run]
    return [some[0] for some in fits] if all(len(some) == 1 for some in fits) else []


def _with_means(reading: Reading, run: Sequence[Figure]) -> list[Level]:
    """面积18.6万亩、单产403公斤、总产7.5万吨，去年分别为14.0万亩、368公斤、5.2万吨: a mean, too."""
    last = reading.levels[-len(run) :]
    if not any(one.figure.role == "average" for one in last):
        return []
    alike = [one.figure.base for one in last] == [one.base for one in run]
    return last if alike and last[0].figure.clause == run[0].clause else []


def _of_unit_and_name(levels: Sequence[Level], amount: Figure) -> Level | None:
    """Return the only level of an amount's unit, or of those the only one that it names."""
    alike = [one for one in levels if one.of(amount.base)]
    if len(alike) > 1:
        alike = [one for one in alike if one.figure.name and one.figure.name[:2] in amount.raw]
    return alike[0] if len(alike) == 1 else None


def _bare(reading: Reading, run: Sequence[Figure]) -> list[Level]:
    """吃喝、收礼、津贴3类问题22起、13起、6起，分别占总数的30%、18%、8%: amounts without names."""
    last = reading.here[-1] if reading.here else None
    bare = reading.bare
    if last is None or not bare or run[0].role != "share" or len(bare) + 1 != len(run):
        return []
    if any(one.base != last.figure.base for one in bare):
        return []
    levels = [last, *(Level(one, last.order) for one in bare)]
    for level in levels[1:]:
        level.group = last.group
    return levels


def _by_names(reading: Reading, run: Sequence[Figure]) -> list[Level]:
    """发明、实用新型和外观设计3种专利分别占31.2%、39.2%和29.6%: of levels that were told before."""
    words = run[0].raw.partition("分别")[0]
    if run[0].role == "share":  # 夏、秋粮占全年总产的比重分别为
        words = words.partition("占")[0]
    names = phrasings.MEMBERS.split(words)
    told = reading.here
    if told and len(names) != len(run) and told[-1].figure.number == len(run):
        names, told = phrasings.MEMBERS.split(told[-1].figure.raw), told[:-1]
    if len(names) != len(run):
        return []
    found = [
        next((c for c in (*told, *reading.before) if c.figure.name.startswith(name)), None)
        for name in map(measures.name, names)
        if name
    ]
    levels = [one for one in found if one is not None]
    return levels if len({id(one) for one in levels}) == len(run) else []


def _shares_alone(run: Sequence[Figure]) -> list[Hundred]:
    """东、中、西部所占比重分别为85.3%、8.2%和6.5%: shares without levels, that make 100.

    Where no name says that they are all, three of them come near to 100 by chance very seldom.
    """
    if any(figure.role != "share" for figure in run):
        return []
    names = measures.members(run[0].name)
    if len(names) == len(run) and complements.complete(names):
        return [Hundred(run)]
    added = sum((figure.number for figure in run), Decimal(0))
    near = abs(added - 100) <= _NEAR_ALL and len(run) > 2
    telling = min(len(figure.digits) for figure in run) >= _TELLING
    return [Hundred(run)] if near and telling else []


def _changed(reading: Reading, run: Sequence[Figure]) -> list[Change]:
    """事故减少3起，死亡减少6人，分别下降6.7%、11.8%: the changes told before their rates."""
    last = reading.here[-1].figure.span if reading.here else run[0].span
    changes = [
        one
        for one in reading.made[-_RECENT:]
        if isinstance(one, Change) and one.delta and one.delta.sentence == run[0].sentence
        if one.delta.span > last and one.growth is None
    ]
    return changes if len(changes) == len(run) and run[0].role == "growth" else []
