"""Levels, plans and totals: the amounts that the rest of a passage speaks of."""

from __future__ import annotations

from kuaibao_lint.facts.claims import (
    balances,
    changes,
    complements,
    lists,
    measures,
    phrasings,
    terms,
)
from kuaibao_lint.facts.claims.figure import altogether
from kuaibao_lint.facts.claims.leftovers import leftover
from kuaibao_lint.facts.claims.model import Completion, Level, Mixture, Total
from kuaibao_lint.light_typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Sequence

    from kuaibao_lint.facts.claims.figure import Figure
    from kuaibao_lint.facts.claims.model import Group
    from kuaibao_lint.facts.claims.state import Reading

_LISTED = 32  # parts of a whole: they bound the work
_REMEMBERED = 48  # levels of a sentence: they bound the work
_SUMMED = 3  # digits of what 共 sums up
_BARE = 4  # characters of a plan that says nothing else: 预算数
_LONG = 5  # digits of a total that no list comes near by chance
_LISTS = 3  # parts at least, besides the one that stands apart
_ACCOUNT = 20  # levels of an account of which what is left may be the balance
_SENTENCES = 3  # that such an account takes
_DENYING = 4  # characters within which a name denies what was done
_NAME = 2  # characters of a name by which it is told from others
_ADDED = 2  # what there was, and what is added to it
_TOLD = 12  # levels of which what is left may be the balance


def level_of(reading: Reading, figure: Figure) -> None:
    """A level: it becomes the subject of what follows."""
    if _repeats(reading, figure) or _sums_up(reading.here, figure):
        total_of(reading, figure)
        return
    if figure.mate and reading.subject:
        reading.subject.mates.append(figure)
        if reading.subject.figure.raw.startswith(terms.LEFT):  # 剩余34笔、1437万元
            reading.made += leftover(figure, reading.levels, reading.before, None)
        return
    group = reading.group
    if group and group.parts and _ends_parts(group, figure) and _fits(group, figure):
        reading.pause()
    level = reading.level(figure)
    _from_base(reading, level)
    _of_last_year(reading, level)
    _put(reading, level)
    _remember(reading, level)
    if early := reading.early:
        if figure.raw in terms.REACHED_ALONE and early[-1].clause == figure.clause:
            figure.name = figure.name or early[0].name
            _reached(reading, figure)
        elif figure.raw.startswith(terms.REACHED) or level.changes:
            _reached(reading, figure)
    reading.early = []
    if not figure.parts:
        _extend(reading, figure)
    _of_what_is_left(reading, figure)


def _of_what_is_left(reading: Reading, figure: Figure) -> None:
    """剩余3条, 未销售9万吨, 还差4亿元, 结余2亿元: a level that gives the whole with another."""
    # 正在解决或列入计划的32件: one class of several
    rest = figure.raw.startswith(terms.REST) and not figure.raw.endswith("计划的")
    rest = rest or figure.raw == terms.BARE_REST
    if rest or terms.RESTING.search(figure.raw):
        reading.made += leftover(figure, reading.levels, reading.before, reading.plan)
    elif "未" in figure.raw[:_DENYING] and (told := lists.denied(figure, reading.levels)):
        reading.made += told
    elif figure.raw.endswith(terms.MISSING) and reading.target:
        reading.made += lists.missing(figure, reading.target, reading.here[:-1])
    elif terms.ANY_BALANCE.search(figure.raw):
        reading.made += balances.balance(
            figure, _told_here(reading, figure), _told_lately(reading, figure)
        )


def _ends_parts(group: Group, figure: Figure) -> bool:
    """审结130件，其中维持65件、…，未审结的8件: is no part of what was done, for it was not.

    收入31164万元，其中…；支出22442万元: nor is what went one of what came.
    """
    if terms.ENDS_PARTS.match(figure.raw):
        return True
    whole = group.wholes[0].figure.raw
    for one, other in terms.SIDES:
        if other in figure.raw and one not in figure.raw and one in whole and other not in whole:
            return True
    found = terms.DENIED.match(figure.raw) if "未" in figure.raw[:_DENYING] else None
    return found is not None and measures.said_of(found["done"], group.wholes[0].figure.raw)


def _extend(reading: Reading, figure: Figure) -> None:
    """已整治322处、正在施工18处、列入计划6处: the list goes on behind what is left.

    已办结210件，正在办理43件，退回7件: or may go on, where no 、 says so.
    """
    last = reading.made[-1] if reading.made else None
    before = reading.levels[-2].figure if len(reading.levels) > 1 else None
    if not (isinstance(last, Total) and before and before.base == figure.base):
        return
    longer = [[*one, figure] for one in last.lists if one[-1] is before]
    if figure.joined:
        lists = [one for one in last.lists if one[-1] is not before]
        reading.made[-1] = Total(last.total, [*longer, *lists])
        # What was taken for all of something else is not: 已办结12件、正在办理14件、列入计划14件.
        while isinstance(one := reading.made[-2:][0], Total) and one is not reading.made[-1]:
            if not any(some[-1] is before for some in one.lists):
                break
            del reading.made[-2]
    elif longer and figure.clause == before.clause:
        reading.made[-1] = Total(last.total, [*last.lists, *longer])


def _remember(reading: Reading, level: Level) -> None:
    reading.here.append(level)
    del reading.here[:-_REMEMBERED]


def _is_planned(figure: Figure) -> bool:
    """Tell whether an amount is a plan, or an account's that no word says was reached."""
    words = figure.raw
    return figure.role == "plan" or ("预算" in words and terms.CARRIED_OUT.search(words) is None)


def _put(reading: Reading, level: Level) -> None:
    """Put a level among the parts that are listed, or among the levels that parts may be of."""
    if reading.group is not None and len(reading.group.parts) == _LISTED:
        reading.close()
    if reading.group is not None and _fits(reading.group, level.figure):
        whole = reading.group.wholes[0]
        if level.figure.base == "人" and whole.figure.base == "人次" and whole.of("人") is None:
            level.figure.base = "人次"  # 查处吸毒人员37人次，其中新发现8人，复吸29人
        reading.group.parts.append(level)
        level.group = reading.group
    else:
        reading.anchors.append(level)


def _fits(group: Group, figure: Figure) -> bool:
    """其中货物预算12万元，已支出5万元；服务预算8万元: what is done is no part of a plan.

    省级8项，计划投资17亿元，完成20亿元；市级5项，…: how many there are is one of another unit.
    """
    last = group.parts[-1].figure if group.parts else None
    if last is None or last.role != "plan" or figure.role == "plan" or figure.joined:
        return True
    return figure.base != last.base and group.parts[0].figure.base == figure.base


def _told_here(reading: Reading, figure: Figure) -> list[Level]:
    """Return the last levels and plans of this sentence, and the levels of the one before."""
    near = reading.levels[-_TOLD:-1]
    return [*(c for c in near if c.figure.sentence == figure.sentence), *reading.before]


def _told_lately(reading: Reading, figure: Figure) -> list[Level]:
    """Return the levels of the last sentences, as many as an account takes."""
    first = figure.sentence - _SENTENCES
    return [one for one in reading.levels[-_ACCOUNT:-1] if one.figure.sentence >= first]


def _repeats(reading: Reading, figure: Figure) -> bool:
    """石桥镇出动3人，柳河乡出动4人，累计出动7人: the last is the sum."""
    last = reading.here[-1].figure if reading.here else figure
    if last.raw.startswith(terms.ADDED_TO) and last.base == figure.base:
        return terms.ALL_IN_ALL.match(figure.raw) is not None
    if figure.raw in terms.ALTOGETHER:
        same = [c.figure for c in reading.here if c.figure.base == figure.base]
        return len(same) >= 2 and any(one.each or one.joined for one in same)
    if figure.raw.startswith("累计") and any(c.group for c in reading.here):
        return False  # 收购3.60万吨，其中国企收购2.30万吨，累计收购11.90万吨: since the year began
    return (
        figure.raw.startswith(("累计", "共", "总共"))
        and len(reading.here) >= 2
        and len(figure.name) >= 2
        and all(
            c.figure.name.endswith(figure.name) or (c.figure.each and c.figure.listed)
            for c in reading.here  # 分别实现产值11亿元、5亿元，共实现产值16亿元
        )
    )


def _sums_up(here: Sequence[Level], figure: Figure) -> bool:
    """绿色食品318个、有机农产品33个、地理标志19个，“三品一标”产品共370个: of the list before it.

    共 says so, behind a list, where nothing else is counted (共发现隐患12个): it ends the words, or
    what was done is called as in the list (查处涉牌90起、超载36起，共查处…).
    """
    if figure.raw[:2] == "累计" and figure.length >= _LONG:
        return _added_up(here, figure)
    said = terms.SUMMING.search(figure.raw) if "共" in figure.raw else None
    if said is None or len(here) < _ADDED or figure.length < _SUMMED:
        return False
    if said["count"]:  # 分别发放350万元和381万元，两项补贴共发放731万元
        return _are_counted(here, figure, complements.members(figure.raw))
    run = [one.figure for one in here[-_LISTS:]]
    if len(run) < _LISTS:
        return False
    listed = all(one.joined for one in run[1:]) and run[0].clause == figure.clause
    alike = listed and {one.base for one in run} == {figure.base} and not figure.joined
    done = said["done"]
    return alike and (not done or any(done in one.figure.raw for one in here))


def _are_counted(here: Sequence[Level], figure: Figure, count: int) -> bool:
    """Tell whether as many amounts stand before a total as its words count, in one list."""
    run = [one.figure for one in here[-count:]] if count else []
    alike = len(run) == count > 1 and {one.base for one in run} == {figure.base}
    figure.count = count if alike else 0
    return alike and all(one.joined or one.each for one in run)


def _added_up(here: Sequence[Level], figure: Figure) -> bool:
    """上缴290.35万元，归还281.35万元，调账6047.01万元，累计整改金额6618.71万元: by its digits."""
    run = [one.figure for one in here if one.figure.clause == figure.clause]
    if len(run) < _LISTS or {one.base for one in run} != {figure.base}:
        return False
    lacking = figure.amount - altogether(run)
    sides = [(figure, -1), *((one, 1) for one in run)]
    return not lacking or any(
        side * (slip - one.amount) == lacking for one, side in sides for slip in one.slipped()
    )


def _from_base(reading: Reading, level: Level) -> None:
    """由上年的49万吨提高到51万吨; 上年同期48件，今年52件; 23个窗口整合为6个."""
    figure, base = level.figure, reading.base
    last = reading.here[-1].figure if reading.here else None
    if base is None and figure.word == "to" and last and last.tail == figure.raw:
        base = last
    if base is None or base.base != figure.base:
        return
    if figure.word == "to":
        reading.change(level, base.basis).base = base
        reading.basis = base.basis
        figure.name = measures.name(base.raw.rpartition("由")[0]) or figure.name
    elif not reading.here and base.word not in {"from", "than", "beside"}:
        reading.change(level, "").base = base


def _of_last_year(reading: Reading, level: Level) -> None:
    """去年新增规上企业24家，今年新增31家，增长29.2%: the first is what the second was."""
    before, figure = reading.here[-1:], level.figure
    if not before or not figure.raw.startswith("T") or not before[0].figure.raw.startswith("Y"):
        return
    one = before[0].figure
    named = figure.raw[1:] in one.raw or one.raw[1:] in figure.raw
    if one.base == figure.base and named and not before[0].changes and not level.changes:
        reading.change(level, "").base = one


def _reached(reading: Reading, level: Figure) -> None:
    """同比增加120人，增长3.8%，达到3250人: the change before the level.

    立案下降25.7%（去年同期183起），损失由1121万元降至826万元: a change of something else.
    """
    if any(one.role == "base" and one.base != level.base for one in reading.early):
        return
    for change in reading.early:
        if change.role == "base":
            continue
        take = changes.growth_of if change.role == "growth" else changes.delta_of
        change.name = ""
        if change.role == "growth" or change.base == level.base:
            take(reading, change)


def planned(reading: Reading, figure: Figure) -> None:
    """A plan, with which a completion rate may follow."""
    reading.plan = figure
    level, rate = reading.unplanned or (None, None)
    alone = not figure.word and not figure.each  # 完成…；…，完成任务的102%；任务分别为3万亩、5万亩
    if level and rate and level.figure.base == figure.base and alone:
        reading.made.append(Completion(level.figure, figure, rate))
        reading.unplanned = None
    if reading.subject and len(figure.raw) <= _BARE and figure.base == reading.subject.figure.base:
        return  # 完成84221万元（预算92531万元），…: what follows is of what was done
    if not figure.word:  # an amount that was planned, and no level: what follows may be its
        level = Level(figure, len(reading.levels))
        reading.levels.append(level)
        if _is_part(reading, figure):
            _put(reading, level)
        else:
            reading.anchors.append(level)
        # 三公经费预算77.37万元，比上年预算84.95万元减少7.58万元: a budget is compared with the last
        reading.subject = level if "预算" in figure.raw else None


def _is_part(reading: Reading, plan: Figure) -> bool:
    """预算规模20万元，其中货物预算12万元、服务预算8万元: plans are parts of a plan."""
    group = reading.group
    if group is None:
        return False
    if plan.joined and group.parts and group.parts[-1].figure.base == plan.base:
        return True  # 其中续建19个、计划新开工17个、前期6个
    if _is_planned(group.wholes[0].figure):
        return group.parts[-1].figure.role == "plan" if group.parts else plan.parts
    return any(one.figure.role == "plan" for one in group.wholes)


def printed_whole(reading: Reading, figure: Figure) -> None:
    """A whole that is printed right before its share."""
    reading.whole = figure
    reading.levels.append(Level(figure, len(reading.levels)))


def total_of(reading: Reading, figure: Figure) -> None:
    """A 3个、B 4个，合计7个."""
    named = _of_named(reading, figure)
    counted = _so_called(reading, figure)
    parts = [*reading.group.parts] if reading.group else []
    reading.close()
    clause = [one for one in reading.here if one.figure.clause == figure.clause]
    lists = [one for one in (parts, clause, reading.here or reading.before) if one]
    lists += [one[-figure.count :] for one in lists if 2 <= figure.count < len(one)]
    if figure.length >= _LONG:  # 总收入…，其中地方收入…，补助…，合计…: without what stands apart
        lists += [one[1:] for one in lists if len(one) > _LISTS]
        lists += [[c for c in one if c.group is None] for one in lists]
    if "连同" in figure.raw:  # （酒驾122起、醉驾31起）…，连同酒驾在内共查处299起
        lists.append([c for c in reading.here if c.group is None])
    units = (figure.base, *figure.also)  # 证书6417本、证明5970份，合计12387本（份）
    lists = [[c for c in one if c.figure.base in units] for one in lists]
    lists = [one for one in lists if len(one) >= max(2, figure.count)]
    lists = [*{(one[0].order, len(one)): one for one in lists}.values()]
    lists = [counted] if counted else lists
    level = reading.level(figure)
    _remember(reading, level)
    if lists and lists[0][-1].figure.tail == "等":
        lists = []
    # 三本账合计支出41287万元，…，分别支出…: a level, for all that. 共150余人: no sum of all
    if (
        named
        or figure.approx
        or not lists
        or _in_account(figure, lists)
        or _is_of_the_rest(reading, figure)
    ):
        reading.anchors.append(level)
        return
    reading.made.append(Total(figure, [[c.figure for c in one] for one in lists]))
    reading.made.append(Mixture(level, lists[0]))
    for part in lists[0]:
        part.total = part.total or figure
    if reading.here == [level]:
        reading.anchors.append(level)


def _is_of_the_rest(reading: Reading, figure: Figure) -> bool:
    """城关镇18亿元；其余11个乡镇合计16亿元: one more of what was told, and not its sum."""
    counted = next((c.figure for c in reversed(reading.here) if c.figure is not figure), None)
    return (
        counted is not None
        and counted.clause == figure.clause
        and complements.is_rest(counted.raw)
        and figure.raw.startswith(counted.tail[:_NAME])
    )


def _so_called(reading: Reading, figure: Figure) -> list[Level]:
    """两项基金收入合计9亿元、支出合计8亿元: of the last amounts of that name, if so many are."""
    before = reading.here[-1].figure if reading.here else None
    if before and before.raw.startswith(terms.ADDED_TO):  # 拨付…，加上首批…，全年累计…
        told = [c for c in reading.here if c.figure.base == figure.base]
        return told[-_ADDED:] if len(told) >= _ADDED else []
    if found := _foremost(reading.here, figure):
        return found
    count = figure.count if figure.count > 1 else 0
    if not count and before and before.role == "total" and before.clause == figure.clause:
        count = figure.count = before.count
    words = phrasings.SUMMED.sub("", figure.raw)
    if "、" in words and not count:
        return _members(words, [*reading.before, *reading.here])
    noun = words[-_NAME:]
    if count < _NAME or len(noun) < _NAME:
        return []
    told = [c for c in reading.levels[-_ACCOUNT:] if c.figure.base == figure.base]
    found = [c for c in told if c.figure.raw.endswith(noun) and c.figure.role == "level"]
    return found if len(found) == count else []


def _foremost(here: Sequence[Level], total: Figure) -> list[Level]:
    """投诉339件，居前三位的是预付卡93件、家电67件、服装52件，合计212件: of the three."""
    told = [c for c in here if c.figure.base == total.base]
    for at, level in enumerate(told):
        said = phrasings.FOREMOST_OF.search(level.figure.raw)
        if said and len(told) - at == "一二三四五".index(said["count"].replace("两", "二")) + 1:
            return told[at:]
    return []


def _members(words: str, told: Sequence[Level]) -> list[Level]:
    """判决435件，调解341件，撤诉233件，调解、撤诉结案合计574件: of the two that it names."""
    found: list[Level] = []
    for name in phrasings.MEMBERS.split(words):
        fits = [
            c
            for c in told
            if c.figure.raw and (c.figure.raw.startswith(name) or name.startswith(c.figure.raw))
        ]
        if len(fits) != 1 or len(name) < _NAME:
            return []
        found += fits
    return found if len({c.figure.base for c in found}) == 1 else []


def _in_account(figure: Figure, lists: Sequence[Sequence[Level]]) -> bool:
    """加上结转0.2亿元、动用结余1.9亿元，收入合计9.3亿元: accounts.py knows of what."""
    listed = any(terms.IN_ACCOUNTS.search(one.figure.raw) for one in lists[0])
    return listed and terms.ACCOUNT.search(figure.raw) is not None


def _of_named(reading: Reading, figure: Figure) -> bool:
    """望海、金滩、西渡三个乡镇共计97起: of those that it names, not of what was listed."""
    first = figure.raw.partition("、")[0][-_NAME:]
    told = (c.figure.raw for c in (*reading.here, *reading.before))
    return "、" in figure.raw[1:] and not any(first in one for one in told)


def month_of(reading: Reading, figure: Figure) -> None:
    """环比下降8%，10月份为12件: the month before, else a level."""
    told = [*reading.subject.changes.values()] if reading.subject else []
    told.sort(key=lambda one: one.basis == "环比")  # 环比下降2.3%，同比增长6.9%（10月1055件，…）
    for change in reversed(told):
        if change.growth and not change.base and change.level.base == figure.base:
            change.base = figure
            return
    figure.role = "level"
    level_of(reading, figure)
