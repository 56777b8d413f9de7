"""Levels, plans and totals: the amounts that the rest of a passage speaks of."""

from __future__ import annotations

from kuaibao_lint.facts.claims import (
    changes,
    complements,
    measures,
    terms,
    totals,
)
from kuaibao_lint.facts.claims.figure import altogether
from kuaibao_lint.facts.claims.model import Completion, Level, Total
from kuaibao_lint.intervals import is_share
from kuaibao_lint.later import later
from kuaibao_lint.light_typing import TYPE_CHECKING
from kuaibao_lint.patterns import pattern

if TYPE_CHECKING:
    from collections.abc import Sequence

    from kuaibao_lint.facts.claims.figure import Figure
    from kuaibao_lint.facts.claims.model import Change, Group
    from kuaibao_lint.facts.claims.state import Reading

_LISTED = 32  # parts of a whole: they bound the work
_ALTOGETHER = 6  # characters of 项目共完成投资
_BARE = 4  # characters of a plan that says nothing else: 预算数
_ACCOUNT = 20  # levels of an account of which what is left may be the balance
_DONE = frozenset("办结 已办结 办理 已办理 审结 执结 化解 已化解".split())  # noqa: SIM905
_REST = "其余"
_SENTENCES = 3  # that such an account takes
_DENYING = 4  # characters within which a name denies what was done
_TAKEN_OUT = pattern("撤|停|减|注销|关|退|淘汰|取消|调出")
_AWAY = frozenset("距离较")
_OTHERS = ("其他", "其它")  # …、现有吸毒人员及其他100人: the last of a list
_COMES_TO = ("为", "是", "达", "达到")
_ADJUSTS = frozenset(("加回", "还原", "剔除", "扣除"))
_VISITS = frozenset(("批", "批次"))
_ADJUSTED = ("调整后", "变动后")
_STATES = 2  # that were told of, besides what is left
_TOLD = 12  # levels of which what is left may be the balance

_balance = later("facts.claims.balances", "balance")
_leftover = later("facts.claims.leftovers", "leftover")
_denied = later("facts.claims.leftovers", "denied")
_of_mates = later("facts.claims.leftovers", "of_mates")
_turned = later("facts.claims.leftovers", "turned")
_missing = later("facts.claims.leftovers", "missing")


def level_of(reading: Reading, figure: Figure) -> None:
    """A level: it becomes the subject of what follows."""
    if figure.joined and _TAKEN_OUT.match(figure.raw):
        changes.takes_from_what_came(reading, figure)
    if totals.is_total(reading, figure):
        totals.total_of(reading, figure)
        return
    if figure.mate and reading.subject:
        _beside(reading, reading.subject, figure)
        return
    group = reading.group
    if group and group.parts and _ends_parts(group, figure) and _fits(group, figure):
        reading.pause()
    _call_as_before(reading, figure)
    level = reading.level(figure)
    _from_base(reading, level)
    _of_last_year(reading, level)
    _put(reading, level)
    _remember(reading, level)
    if early := reading.early:
        alone = figure.raw in terms.REACHED_BARE or _is_of_its_change(figure, early[0])
        if alone and early[-1].clause == figure.clause:
            if figure.raw in terms.REACHED_BARE:  # 税收收入增长9.2%，完成30704万元: what it is of
                figure.raw, figure.name = early[0].name + figure.raw, ""
            figure.name = figure.name or early[0].name
            _reached(reading, figure)
        elif early[0].word != changes.LATE and (
            figure.raw.startswith(terms.REACHED)
            or (level.changes and early[-1].clause == figure.clause)
        ):
            _reached(reading, figure)
    reading.early = []
    if not figure.parts:
        _extend(reading, figure)
    _of_what_is_left(reading, figure)


def _call_as_before(reading: Reading, figure: Figure) -> None:
    """5月份，财政收入5403万元。1—5月累计完成26693万元，其中…: as the month's amount is."""
    if figure.name or figure.raw not in terms.SO_FAR_BARE:
        return
    last = next((c.figure for c in reversed(reading.levels[-_TOLD:]) if c.group is None), None)
    if last and last.base == figure.base and figure.sentence - last.sentence <= 1:
        figure.name = last.name


def _beside(reading: Reading, level: Level, mate: Figure) -> None:
    """剩余34笔、1437万元: an amount of another unit right behind a level."""
    level.mates.append(mate)
    if reading.mated and level.figure.word == "to":  # 由885户3120人减至212户704人
        was = (one for one in reading.mated if one.base == mate.base)
        twin = level.twin(mate.base)
        if twin and (base := next(was, None)) and base.clause == mate.clause:
            reading.change(twin, base.basis).base = base
    if level.figure.raw.startswith(terms.LEFT):
        reading.made += _leftover(mate, reading.levels, reading.before, None)
    elif (last := _told_last(reading)) and last.lists[-1][-1] is level.figure:
        reading.made += _of_mates(mate, last, reading.levels)
    elif level.figure.role == "total":
        reading.made += totals.of_mates(reading, level.figure, mate)


def _told_last(reading: Reading) -> Total | None:
    """Return the last claim if it is a total."""
    last = reading.made[-1] if reading.made else None
    return last if isinstance(last, Total) else None


def _remember(reading: Reading, level: Level) -> None:
    """Keep a level; 126个项目共完成66亿元 may be what those before it make."""
    reading.remember(level)
    if "共" in level.figure.raw[:_ALTOGETHER]:
        reading.made += totals.of_so_many(reading.here)


def _goes_on_rest(figure: Figure) -> bool:
    """其余47家企业27290万元: what 其余 says is said of the second number, too."""
    return figure.name.startswith(_REST) and not figure.raw.startswith(_REST)


def _of_what_is_left(reading: Reading, figure: Figure) -> None:
    """剩余3条, 未销售9万吨, 还差4亿元, 结余2亿元: a level that gives the whole with another."""
    # 正在解决或列入计划的32件: one class of several
    rest = figure.raw.startswith(terms.REST) and not figure.raw.endswith("计划的")
    rest = rest or figure.raw in terms.BARE_REST or _goes_on_rest(figure)
    rest = rest or (figure.raw in terms.BESIDES and _is_pending(reading.levels, figure))
    if terms.AMONG.search(figure.raw):
        return  # 5个未开工项目中3个卡在林地手续
    if rest or terms.RESTING.search(figure.raw):
        reading.made += _left(reading, figure)
    elif "未" in figure.raw[:_DENYING] and (told := _denied(figure, reading.levels)):
        reading.made += told
    elif figure.raw.endswith(terms.MISSING) and (plan := reading.target or reading.plan):
        done = reading.here[:-1]
        if plan is reading.target:
            reading.made += _missing(figure, plan, done)
        elif plan.raw[:1] in _AWAY and plan.clause == figure.clause:
            reading.made += _missing(figure, plan, done[-1:])  # 53万元，距目标59万元还差6万元
    elif figure.raw.endswith(_COMES_TO) and (reading.levels[-2:][0].figure.raw[:2] in _ADJUSTS):
        reading.made += totals.adjusted(reading.levels, figure)
    elif "后" in figure.raw and figure.raw[:2] in _ADJUSTS:
        reading.made += totals.without(reading.levels, figure)
    elif terms.ANY_BALANCE.search(figure.raw):
        reading.made += _balance(
            figure, _told_here(reading, figure), _told_lately(reading, figure)
        )


def _is_pending(levels: Sequence[Level], figure: Figure) -> bool:
    """工单333件，已办结289件，另有44件在办理; no 审结37人，…，另有4人正在审查.

    Nor 建成5个，另有2个在建: others are not begun.
    """
    if len(levels) <= _STATES or not figure.tail:
        return False
    whole, done = levels[-3], levels[-2]
    came = not (complements.is_done(whole.figure.raw) or whole.group or done.group)
    near = done.figure.clause == figure.clause and whole.figure.base == figure.base
    return came and near and complements.complete([done.figure.raw, figure.tail])


def _left(reading: Reading, figure: Figure) -> list[Total]:
    """剩余3条; 尚未拨付的0.81亿元: of what the last sentence told."""
    told: list[Total] = _leftover(figure, reading.levels, reading.before, reading.plan)
    if not told and figure.raw[-1:] == "的":
        told = _denied(figure, reading.levels)
    return [_with_states(one, figure, reading.here) for one in told] if told else told


def _with_states(total: Total, rest: Figure, here: Sequence[Level]) -> Total:
    """已完工6个，在建16个，正在开展前期工作2个: all of these, it may be, and not the last two."""
    run: list[Figure] = []
    for one in reversed([c.figure for c in here if c.figure is not rest]):
        state = complements.is_done(one.raw) or complements.is_state(one.raw)
        if not state or (one.base, one.clause) != (rest.base, rest.clause):
            break
        run.insert(0, one)
    return total if len(run) < _STATES else Total(total.total, [[*run, rest], *total.lists])


def _ends_parts(group: Group, figure: Figure) -> bool:
    """审结130件，其中维持65件、…，未审结的8件: is no part of what was done, for it was not.

    收入31164万元，其中…；支出22442万元: nor is what went one of what came. Behind a bracket a list
    goes on: 小学65所（另有教学点46个）、初中23所.
    """
    if figure.enters:
        return False
    if terms.ENDS_PARTS.match(figure.raw) and not (figure.joined and figure.raw.endswith(_OTHERS)):
        last = group.parts[-1].figure.raw
        return not (figure.joined and last[-2:] == f"应{figure.raw[1:]}")  # 机关应清9元、已清7元
    if _is_of_other_units(group, figure) or _is_what_was_done(group, figure):
        return True
    if figure.clause != group.parts[-1].figure.clause and _is_beyond(group, figure):
        return True
    whole = group.wholes[0].figure.raw
    if terms.CARRIED_IN.match(figure.raw) and whole.endswith("收入合计"):
        return True  # 本年收入合计2240万元，其中…；年初结转和结余93万元
    for one, other in terms.SIDES:
        if other in figure.raw and one not in figure.raw and one in whole and other not in whole:
            return True
    found = terms.DENIED.match(figure.raw) if "未" in figure.raw[:_DENYING] else None
    return found is not None and measures.said_of(found["done"], group.wholes[0].figure.raw)


def _is_what_was_done(group: Group, figure: Figure) -> bool:
    """受理221件，其中来信92件、来访70件、网上43件，办结216件: of all that came."""
    last = group.parts[-1].figure
    if figure.raw not in _DONE or figure.joined or not last.joined or last.base != figure.base:
        return False
    return terms.CAME_IN.search(group.wholes[0].figure.raw) is not None


def _is_beyond(group: Group, figure: Figure) -> bool:
    """信息2060条，其中许可1670条、处罚390条；申请247件: nothing of that unit, and all was told."""
    base = group.parts[0].figure.base
    if any(one.of(figure.base) for one in (*group.wholes, *group.parts)):
        return False
    told = [one for level in group.parts if (one := level.of(base))]
    whole = group.wholes[0].of(base)
    return whole is not None and len(told) > 1 and whole.amount == altogether(told)


def _is_of_other_units(group: Group, figure: Figure) -> bool:
    """项目149个，其中预算评审123个、结算评审26个；送审10.45亿元，审定9.34亿元: of no project."""
    if figure.base != "元" or figure.clause == group.parts[-1].figure.clause or figure.parts:
        return False
    told = (one for c in (*group.wholes, *group.parts) for one in (c.figure, *c.mates))
    return all(one.base != figure.base for one in told)


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
        told = Total(last.total, [*longer, *lists])
        above = last.total.sentence == figure.sentence
        reading.made[-1] = _turned(told) if above else told
        # What was taken for all of something else is not: 已办结12件、正在办理14件、列入计划14件.
        while isinstance(one := reading.made[-2:][0], Total) and one is not reading.made[-1]:
            if not any(some[-1] is before for some in one.lists):
                break
            del reading.made[-2]
    elif longer and (figure.clause == before.clause or _goes_on_apart(last, figure)):
        reading.made[-1] = Total(last.total, [*last.lists, *longer])
        if any(_is_told_of(reading, some, last.total) for some in longer):
            del reading.made[-1]


def _is_told_of(reading: Reading, some: Sequence[Figure], total: Figure) -> bool:
    """提案630件，立案621件。解决480件；正在解决105件；暂难解决36件: of the 621, and of no more."""
    made = altogether(some)
    told = (one for c in reading.levels if (one := c.of(total.base)) and one is not total)
    return made != total.amount and any(one.amount == made for one in told)


def _goes_on_apart(last: Total, figure: Figure) -> bool:
    """已解决的64件；正在解决的29件；列入规划的23件；留作参考的7件: each in a clause of its own."""
    *_, one, other = max(last.lists, key=len)
    goes_on = figure.sentence == other.sentence and figure.clause == other.clause + 1
    return goes_on and one.clause != other.clause


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
        elif level.figure.unit in _VISITS and level.figure.joined and whole.figure.unit == "件次":
            level.figure.base = whole.figure.base  # 1764件次，其中来信73件、来访358批次、网上1333件
        reading.group.parts.append(level)
        level.group = reading.group
        if level.figure.item[1] == 1:
            reading.numbered = reading.group
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


def _from_base(reading: Reading, level: Level) -> None:
    """由上年的49万吨提高到51万吨; 上年同期48件，今年52件; 23个窗口整合为6个."""
    figure, base = level.figure, reading.base
    if figure.raw.startswith(_ADJUSTED) and _is_adjusted(reading, level):
        return
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


def _is_adjusted(reading: Reading, level: Level) -> bool:
    """年初批准231502万元，拟调增26324万元，调整后为257844万元: tell whether all three are told."""
    before = reading.levels[level.order - 1].figure if level.order else level.figure
    grew = reading.deltas[-1] if reading.deltas else None
    if grew is None or not before.span < grew.span or before.sentence != grew.sentence:
        return False
    if not grew.base == before.base == level.figure.base or grew.compared:
        return False
    change = reading.change(level, "")
    change.base, change.delta = before, grew
    return True


def _of_last_year(reading: Reading, level: Level) -> None:
    """去年新增规上企业24家，今年新增31家，增长29.2%: the first is what the second was."""
    before, figure = reading.here[-1:], level.figure
    if not before or not figure.raw.startswith("T") or not before[0].figure.raw.startswith("Y"):
        return
    one = before[0].figure
    named = figure.raw[1:] in one.raw or one.raw[1:] in figure.raw
    if one.base == figure.base and named and not before[0].changes and not level.changes:
        reading.change(level, "").base = one


def _is_of_its_change(level: Figure, change: Figure) -> bool:
    """各项贷款余额较年初增加8.6亿元，增长7.6%，余额达121.8亿元: called by the end of its name."""
    return len(level.name) > 1 and level.name != change.name and change.name.endswith(level.name)


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
    if figure.each:
        reading.each.append(figure)  # 三项预算分别为…: each of what was done, it may be
    if figure.enters and not figure.each:
        _in_bracket_behind(reading, figure)
    level, rate = reading.unplanned or (None, None)
    alone = not figure.word and not figure.each  # 完成…；…，完成任务的102%；任务分别为3万亩、5万亩
    if rate and rate.role == "rate":  # of its own bracket alone
        directly = figure.span.start - rate.span.end == len(figure.raw) + 1
        near = figure.enters or (directly and figure.raw in terms.BARE_PLAN)  # ，任务数为12129株
        alone = alone and near and figure.clause == rate.clause
    if level and rate and level.figure.base == figure.base and alone:
        reading.made.append(Completion(level.figure, figure, rate))
        reading.unplanned = None
    subject, bare = reading.subject, len(figure.raw) <= _BARE and not (figure.each or figure.joined)
    told = subject and figure.base == subject.figure.base and subject.figure.role != "plan"
    if subject and told and bare and not measures.planned_besides(figure.raw, subject.figure.raw):
        return  # 完成84221万元（预算92531万元），…: what follows is of what was done
    if not figure.word:  # an amount that was planned, and no level: what follows may be its
        level = Level(figure, len(reading.levels))
        reading.levels.append(level)
        if _is_part(reading, figure):
            _put(reading, level)
        else:
            reading.anchors.append(level)
        # 三公经费预算77.37万元，比上年预算84.95万元减少7.58万元: a budget is compared with the last
        # 2024年计划安排23.33亿元，比上年预计完成数增长4.9%: and what is planned, with what was done
        next_year = figure.raw[:1] == "T" and figure.raw.endswith(terms.SET_ASIDE)
        reading.subject = level if next_year or "预算" in figure.raw else None


def _in_bracket_behind(reading: Reading, plan: Figure) -> None:
    """基本建成595套，为年度目标的67.5%（目标882套）: its own, and not the plan told long before."""
    told = reading.made[-_SENTENCES:]
    before = plan.span.start - len(plan.raw) - 1
    for one in told:
        if not isinstance(one, Completion) or one.beyond or one.percent.span.end != before:
            continue
        done, percent = one.done, one.percent
        own = done.base == plan.base and one.plan.span.end < done.span.start
        if own and not is_share(done.value, one.plan.value, percent.value):
            reading.made[reading.made.index(one)] = Completion(done, plan, percent)


def _is_part(reading: Reading, plan: Figure) -> bool:
    """预算规模20万元，其中货物预算12万元、服务预算8万元: plans are parts of a plan."""
    group = reading.group
    if group is None:
        return False
    if plan.joined and group.parts and group.parts[-1].figure.base == plan.base:
        return True  # 其中续建19个、计划新开工17个、前期6个
    of = group.wholes[1:] if group.wholes[0].figure.role == "delta" else group.wholes
    if of and _is_planned(of[0].figure):  # 收入调整为9亿元，调增3亿元，其中：本级收入预算4亿元
        return group.parts[-1].figure.role == "plan" if group.parts else plan.parts
    return any(one.figure.role == "plan" for one in group.wholes)


def printed_whole(reading: Reading, figure: Figure) -> None:
    """A whole that is printed right before its share."""
    reading.whole = figure
    reading.levels.append(Level(figure, len(reading.levels)))


def month_of(reading: Reading, figure: Figure) -> None:
    """环比下降8%，10月份为12件: the month before, else a level."""
    told = [*reading.subject.changes.values()] if reading.subject else []
    told.sort(key=lambda one: one.basis == "环比")  # 环比下降2.3%，同比增长6.9%（10月1055件，…）
    for change in reversed(told):
        if change.growth and not change.base and change.level.base == figure.base:
            change.base = figure
            return
    last = reading.subject.figure if reading.subject and not told else None
    if last and last.base == figure.base and last.clause == figure.clause:
        figure.role = "other"  # 28微克，9月为22微克，去年10月为32微克，环比上升…，同比下降12.5%
        return
    since = None if reading.subject or reading.here else _since_window(reading, figure)
    if since:
        since.base = figure
        return
    figure.role = "level"
    level_of(reading, figure)


def _since_window(reading: Reading, base: Figure) -> Change | None:
    """招商42批次，较二季度增加9批次；…。二季度为33批次: the only change since another window."""
    told = [
        change
        for c in reading.levels[-_ACCOUNT:]
        if c.figure.base == base.base and base.sentence - c.figure.sentence <= _SENTENCES
        for change in c.changes.values()
        if (by := change.delta or change.growth) and "T" in by.compared
    ]
    return told[0] if len(told) == 1 and not told[0].base else None
