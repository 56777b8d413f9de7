"""Shares, rates and averages of levels."""

from __future__ import annotations

from kuaibao_lint.facts.claims import measures, phrasings, terms
from kuaibao_lint.facts.claims.model import Completion, Rate, Share
from kuaibao_lint.later import later
from kuaibao_lint.light_typing import TYPE_CHECKING
from kuaibao_lint.nearness import in_order
from kuaibao_lint.patterns import pattern

if TYPE_CHECKING:
    from kuaibao_lint.facts.claims.figure import Figure
    from kuaibao_lint.facts.claims.model import Level
    from kuaibao_lint.facts.claims.state import Reading

_compared = later("facts.claims.respective", "compared")
_FURTHER = tuple(
    "已开工 已完工 已竣工 已建成 已验收 已交付 开工 完工 竣工 建成".split()  # noqa: SIM905
)
_ADJUSTED, _INITIAL = "调整", "年初"
_EXPECTED = ("预期", "预期为", "预期目标", "预期目标为")
_FUNDS = pattern("资金|指标|额度")
_COMPLETED = "完成"
_BACK = 12  # levels among which a plan is looked for
_WINDOWS = 4  # levels before one that are of the windows before its own
_PLANNED = 2  # characters that say that it is the same plan
_ADDED = 2  # the change of a whole, and that of a part
_SUMMED = ("合计占", "共占", "总共占", "三者占", "合占", "共计占")
_STAGE = 3  # characters of a name that says how far a thing is, and names no other: 竣工
_NAMED = 4  # characters of a plan that name it: 省计划任务


def completion_of(reading: Reading, figure: Figure) -> None:
    """A completion rate: of the subject, to the plan printed with it."""
    level, plan = reading.subject or _before_plan(reading), reading.plan
    reading.rates.append(figure)
    if level and plan and level.figure.role == "average":
        level = _before_mean(reading, level, plan)
    if level is not None and level.figure.each and not figure.each:
        _of_all(reading, figure)
        return
    if level is None and plan and terms.OF_ALL.search(figure.raw):
        _of_planned(reading, plan, figure)
        return
    if level is None or _of_others_task(reading, plan, figure):
        return
    if plan and plan.parts and level.figure.span < plan.span:
        return  # 完成109.9公里，其中提前实施明年任务13.7公里，完成年度任务的100%: not of the 13.7
    if plan is None and not figure.word and figure.raw.endswith(terms.RATES):
        figure.role, figure.word = "rate", "完成"
        rate_of(reading, figure)
        return
    told, plan = plan, _meant(reading, level, plan, figure)
    if told and plan is None:
        level.completion = level.completion or figure
        return
    plan = _in_its_unit(reading, level, _part_of_plan(reading, level, plan))
    level.completion = level.completion or figure
    if _of_its_own(level, plan, figure) or _of_several_plans(reading, figure):
        return
    _claim(reading, level, plan, figure)
    if plan and plan.word:
        reading.plan = None


def _before_mean(reading: Reading, mean: Level, plan: Figure) -> Level:
    """发放624户、2964.6万元，户均4.75万元，完成年度任务3929万元的75.5%: of what the mean is of."""
    told = (c for c in reversed(reading.here) if c.figure.role == "level")
    twins = (twin for c in told if (twin := c.twin(plan.base)))
    return next(twins, mean) if mean.figure.base == plan.base else mean


def _meant(
    reading: Reading, level: Level, plan: Figure | None, percent: Figure
) -> Figure | None:
    """Return the plan that a rate names, or that it may be of."""
    if plan is None:
        plan = _same_plan(reading, level.figure, percent)
        plan = plan or (_compared(level) if level.changes else None) or _expected(reading, level)
    else:
        plan = _so_called(reading, percent) or plan
        if _is_of_some(level.figure, plan, percent):
            return None
    if _names_a_budget(percent) and (plan is None or plan.role == "plan"):
        return _of_that_budget(reading, level.figure, plan, percent)
    return plan


def _is_of_some(done: Figure, plan: Figure, percent: Figure) -> bool:
    """年初预算31亿元。“三保”支出已执行12亿元，占“三保”预算的78.7%: of a budget for these alone."""
    name = terms.PLAN_WORDS.sub("", percent.word)
    named = len(name) >= _PLANNED and name != percent.word and name in done.raw
    return named and name not in plan.raw and plan.sentence < percent.sentence


def _names_a_budget(percent: Figure) -> bool:
    return _ADJUSTED in percent.raw or _INITIAL in percent.raw


def _of_that_budget(
    reading: Reading, done: Figure, plan: Figure | None, percent: Figure
) -> Figure | None:
    """年初预算5.2亿元，调整为4.1亿元，完成4.05亿元，占年初预算的77.9%: of the budget that it names.

    None where that is not told, for the other is not meant.
    """
    adjusted = _ADJUSTED in percent.raw
    if plan is not None and (_ADJUSTED in plan.raw) is adjusted:
        return plan
    near = (c.figure for c in reversed(reading.levels[-_BACK:]) if c.figure.base == done.base)
    told = [one for one in near if one.role == "plan" or one.raw.startswith(_ADJUSTED)]
    alike = (one for one in told if (_ADJUSTED in one.raw) is adjusted)
    here = [one for one in alike if percent.sentence - one.sentence <= 1]
    if not here:
        return plan if not adjusted and len(told) < _ADDED else None
    named = here[0].sentence == percent.sentence or not done.name
    return here[0] if named or measures.akin(done.raw, here[0].raw) else None


def _of_others_task(reading: Reading, plan: Figure | None, percent: Figure) -> bool:
    """计划改造1993座，完成1668座，占市下达任务的93.0%: of what the city set, which is not told."""
    said = terms.TASK_OF_OTHERS.search(percent.raw)
    if said is None:
        return False
    told = [c.figure for c in reading.levels[-_BACK:] if c.figure.role == "plan"]
    plans = told if plan is None else [plan, *told]
    return not any(said["whose"] in one.raw + one.tail for one in plans)


def _so_called(reading: Reading, percent: Figure) -> Figure | None:
    """其中新建任务3.22万亩。…完成2.08万亩，占新建任务的64.7%: of the part of that name."""
    name = terms.PLAN_WORDS.sub("", percent.word)
    if len(name) < _PLANNED or name == percent.word:
        return None
    told = [c.figure for c in reading.levels[-_BACK:-1] if c.figure.name == name and c.group]
    return told[0] if len(told) == 1 else None


def _part_of_plan(reading: Reading, done: Level, plan: Figure | None) -> Figure | None:
    """任务8400人，其中宫颈癌5000人、乳腺癌3400人。…宫颈癌筛查4645人，完成率92.9%: of the 5000."""
    if plan is None or plan.sentence == done.figure.sentence or done.group:
        return plan
    parts = [
        c.figure
        for c in reading.levels[-_BACK:]
        if c.group and c.group.wholes[0].figure is plan and c.figure.base == plan.base
    ]
    parts = [one for one in parts if len(one.name) >= _PLANNED and one.name in done.figure.raw]
    return parts[0] if len(parts) == 1 else plan


def _in_its_unit(reading: Reading, level: Level, plan: Figure | None) -> Figure | None:
    """计划新装充电桩210个、投资2381万元，已建成125个，占计划的59.5%: the plan of that unit."""
    if plan is None or level.of(plan.base) is not None:
        return plan
    plans = [c for c in reversed(reading.levels[-_BACK:]) if c.figure.role == "plan"]
    like = [one for c in plans for one in (c.figure, *c.mates)]  # 改造24个、103栋、2784户
    told = (one for one in like if one.sentence == plan.sentence and one.clause == plan.clause)
    return next((one for one in told if one.base == level.figure.base), plan)


def _claim(reading: Reading, level: Level, plan: Figure | None, figure: Figure) -> None:
    """Claim what a completion rate says of a level, to its plan or to those that may be meant."""
    reading.unplanned = None if plan else (level, figure)
    others = _plans(reading, level.figure, figure)
    if plan and plan.role == "plan" and not plan.word and others and others != [plan]:
        reading.made.append(Rate([level.figure], others, figure))
    elif plan and (own := level.of(plan.base)) and own is not plan:
        if own is level.figure:
            level.plan = plan
            _passed_by(level, plan, figure)
        reading.made.append(_completion(reading, level, plan, figure))
        reading.target = plan
    elif plan is None and (
        others := others or _whole_task(reading, level, figure) or _of_funds(reading, level, figure)
    ):
        reading.made.append(Rate([level.figure], others, figure))
    elif plan is None and (short := _short_of_plan(level, figure)):
        reading.made.append(Completion(level.figure, short, figure, beyond=True))


def _passed_by(level: Level, plan: Figure, percent: Figure) -> None:
    """新建983个，超计划80个，为年度任务903个的108.9%: by how much the plan was passed."""
    for change in level.changes.values():
        if change.base is None and _beyond_plan(change.delta, percent):
            change.base = plan


def _beyond_plan(one: Figure | None, percent: Figure) -> bool:
    """Tell whether an amount right before a rate is by how much a plan was passed or missed."""
    told = one is not None and not one.compared and one.clause == percent.clause
    return told and one is not None and terms.OF_PLAN.search(one.raw) is not None


def _short_of_plan(level: Level, percent: Figure) -> Figure | None:
    """完成2696万元，超预算295万元，为预算数的112.3%: return by how much the plan was passed."""
    for change in level.changes.values():
        one = change.delta
        if one and not (change.base or change.growth or one.compared):
            told = one.clause == percent.clause and terms.OF_PLAN.search(one.raw)
            return one if told and one.base == level.figure.base else None
    return None


def _of_its_own(level: Level, plan: Figure | None, percent: Figure) -> bool:
    """已播15.47万亩，占计划的76.4%。其中水稻6.22万亩，占计划的76.0%: of a plan for rice.

    What is printed with it (占年初预算6372万元的40.8%) is its own.
    """
    if plan is None or plan.sentence == percent.sentence:
        return False
    whole = level.group.wholes[0] if level.group else None
    told = whole.completion if whole else None
    return told is not None and percent.sentence > told.sentence


def _of_several_plans(reading: Reading, percent: Figure) -> bool:
    """计划整治123公里，完成98公里；计划清淤56座，完成45座，总体完成率79.9%: of both."""
    if terms.OF_ALL.search(percent.raw) is None:
        return False
    here = (c for c in reading.levels[-_BACK:] if c.figure.sentence == percent.sentence)
    plans = [c for c in here if c.figure.role == "plan" and not c.figure.each]
    return len(plans) > 1 and len({c.figure.base for c in plans}) > 1


def _of_all(reading: Reading, percent: Figure) -> None:
    """任务36万亩，…。分别完成10.3万亩、21.8万亩、3.8万亩，总体完成率99.7%: of all of them."""
    done = [c.figure for c in reading.here if c.figure.each]
    if len(done) < 2:
        return
    plans = [c.figure for c in reading.levels[-_BACK:] if c.figure.role == "plan"]
    plans = [one for one in plans if one.base == done[-1].base and not one.each]
    alike = len({one.base for one in done}) == 1
    if alike and len(plans) == 1 and terms.OF_ALL.search(percent.raw):
        reading.made.append(Rate([], [], percent, lists=[(done, plans)]))


def _expected(reading: Reading, level: Level) -> Figure | None:
    """新增就业预期2885人，实际3254人，完成112.8%: return what was expected, right before."""
    before = reading.levels[level.order - 1].figure if level.order else level.figure
    told = before.base == level.figure.base and before.sentence == level.figure.sentence
    said = level.figure.raw[:2] == "实际" and before.raw.endswith(_EXPECTED)
    return before if told and said else None


def _of_planned(reading: Reading, plan: Figure, percent: Figure) -> None:
    """三项预算分别为…，合计12.3亿元，总体进度78.2%: of what was done of each."""
    done = [c.figure for c in reading.levels[-_BACK:] if c.plan and c.plan.clause == plan.clause]
    if len(done) > 1 and {one.base for one in done} == {plan.base}:
        reading.made.append(Rate([], [], percent, lists=[(done, [plan])]))


def _completion(
    reading: Reading, level: Level, plan: Figure, percent: Figure
) -> Completion | Rate:
    """新建26.7公里，其中一级网8.3公里、二级网18.4公里，完成计划27.6公里的96.9%: of all.

    存款62.1亿元，比年初净增5.1亿元，增长9.0%，完成全年任务5.0亿元的102%: of what came.
    """
    levels = [level, *(level.group.wholes[:1] if level.group else ())]
    apart = levels[-1].completion or plan.sentence < level.figure.sentence
    of_part = bool(apart) and levels[-1] is not level
    if of_part and plan.span < level.figure.span and not _is_further(level, levels[-1]):
        # 占年计划78%；其中省级完成28亿元，占年计划的77%: of a plan of its own, it may be
        return Rate([level.figure], [plan], percent, doubtful=True)
    done = [own for one in levels if (own := one.of(plan.base))]
    came = [one.delta for one in level.changes.values() if one.delta and one.delta.sign > 0]
    came = [one for one in came if not _beyond_plan(one, percent)]
    done += [one for one in came if one.base == plan.base]
    before = _windows_before(reading, level, plan.base)
    if before:
        return Rate(done, [plan], percent, lists=[([*before, done[0]], [plan])])
    return Rate(done, [plan], percent) if len(done) > 1 else Completion(done[0], plan, percent)


def _is_further(level: Level, whole: Level) -> bool:
    """已开工的小区233个，占任务数的54.69%，其中已完工的73个，占任务数的17.14%: of the same task."""
    return level.figure.raw.startswith(_FURTHER) and whole.figure.raw.startswith(_FURTHER)


def _windows_before(reading: Reading, level: Level, base: str) -> list[Figure]:
    """一季度新建40个，二季度新建57个，完成年度计划251个的38.6%: return what came before."""
    if not level.figure.raw.startswith("T"):
        return []
    here = (c.figure for c in reading.here[-_WINDOWS:] if c is not level and not c.completion)
    return [one for one in here if one.base == base and one.raw.startswith("T")]


def _whole_task(reading: Reading, done: Level, percent: Figure) -> list[Figure]:
    """今冬需除治小班73个。已除治小班52个，完成71.2%: of the only level of that name before.

    就业3771人，完成任务的108%；再就业1001人，完成87%: of a task of its own; nor is what has been
    done a task (秋粮已收37万亩，中稻已收22万亩，完成81%).
    """
    last = done.figure
    if percent.sentence != last.sentence or percent.word:
        return []
    found = [
        one
        for level in reading.levels[-_BACK:]
        if level is not done and not level.completion and (one := level.of(last.base))
        and last.sentence - one.sentence <= 1
        and one.value.high > last.value.low
        and measures.akin(last.name, one.raw)
        and not ("已" in last.raw and "已" in one.raw)
    ]
    return found if len(found) == 1 else []


def _of_funds(reading: Reading, done: Level, percent: Figure) -> list[Figure]:
    """直达资金共60859万元，…。累计支付51730万元，完成85.0%: of the only funds told before."""
    own = done.figure
    spent = own.base == "元" and not percent.word and own.sentence == percent.sentence
    if not spent or not any(word in own.raw for word in terms.SPENT):
        return []
    told = [
        c.figure
        for c in reading.levels[-_BACK:]
        if c is not done and c.group is None and c.figure.base == own.base
        if own.sentence - c.figure.sentence <= 1
    ]
    funds = [one for one in told if _FUNDS.search(one.raw) and one.value.high > own.value.low]
    return funds if len(funds) == 1 and funds[0] is told[0] else []


def _plans(reading: Reading, done: Figure, percent: Figure) -> list[Figure]:
    """省上计划下达…任务6300户，…。已完成4000户，占省计划任务的63.5%.

    Return the plans that may be meant, the last first.
    """
    plans = [c.figure for c in reversed(reading.levels[-_BACK:]) if c.figure.role == "plan"]
    return [
        one
        for one in plans
        if one.base == done.base and percent.sentence - one.sentence <= 1 and one is not done
        if measures.akin(done.raw, one.raw)
        or (len(percent.word) >= _NAMED and in_order(percent.word, one.raw))
    ]


def _same_plan(reading: Reading, done: Figure, percent: Figure) -> Figure | None:
    """占今年88641户任务数的80.3%，已竣工13498户，占今年任务数的15.2%: of the plan before."""
    plan = reading.target
    if plan is None or plan.sentence != percent.sentence or len(percent.word) < _PLANNED:
        return None
    if len(done.name) > _STAGE:
        return None  # 新造8355亩，占任务7980亩的104.7%，低产林改造12033亩，占任务的100.8%
    last = reading.made[-1] if reading.made else None
    if isinstance(last, Completion) and last.done is done and last.plan is plan:
        return _told_first(reading, done, plan)
    return plan if percent.word[-_PLANNED:] in plan.raw + plan.tail else None


def _told_first(reading: Reading, done: Figure, last: Figure) -> Figure | None:
    """全年计划99.8亿元，已完成21.0亿元，完成4月计划15.7亿元的134%，占年度计划的21%: of this."""
    told = (c.figure for c in reading.levels[-_BACK:] if c.figure.role == "plan")
    found = [one for one in told if one.base == last.base and one.span < done.span]
    return found[0] if len(found) == 1 and last.sentence - found[0].sentence <= 1 else None


def _before_plan(reading: Reading) -> Level | None:
    """产值17.78亿元，年任务75亿元，完成23.7%: the level stands before its plan."""
    plan = reading.plan
    last = reading.here[-1] if reading.here else None
    if plan is None or last is None:
        return None
    if last.figure.clause != plan.clause:
        return _of_last_clause(reading, plan)
    if last.figure.base != plan.base or plan.word:
        return None
    return None if measures.planned_besides(plan.raw, last.figure.raw) else last


def _of_last_clause(reading: Reading, plan: Figure) -> Level | None:
    """拆除违建8203平方米，其中…；年度任务9238平方米，完成88.8%: of all that was told before."""
    told = [c for c in reading.here if c.group is None and c.of(plan.base)]
    return told[0].twin(plan.base) if len(told) == 1 and not plan.word else None


def share_of(reading: Reading, figure: Figure) -> None:
    """A share: of the subject or a named part, in a whole."""
    printed, reading.whole = reading.whole, None
    if figure.enters and not figure.raw:
        _in_bracket(reading, figure)
        return
    reading.rates.append(figure)
    if reading.bare and not figure.name and figure.raw.startswith(_SUMMED):
        return  # 三个园区113.3亿元、64.5亿元和35.3亿元，合计占28.1%: of all three
    if share := _of_increase(reading, figure, printed):
        reading.made.append(share)
        return
    planned = _planned_before(reading, figure)
    if planned is not None:  # 计划发放劳务报酬118.64万元，占中央资金的30.5%
        planned.shared = True
        reading.ask(figure, planned, reading.here, reading.group, printed)
        return
    if figure.leaves and not figure.name and _is_of_brackets(reading, figure):
        reading.ask(figure, None, reading.here, None, printed)
        return
    if printed is None and not figure.name and reading.subject is None:
        said = reading.early[-1] if reading.early else None
        if said is None or said.clause != figure.clause or not said.name:
            return
        figure.name = said.name  # 二产增长5.0%，占72.3%
    part = _in_unit(reading, figure) or (None if figure.name else reading.subject)
    part = _no_mean(reading, part, printed)
    if part:
        part.shared = True
    if figure.name:
        reading.subject = reading.called(figure.name) or reading.subject
    plan = reading.plan
    # 年度计划新开工257项（其中1—10月204项），…，占年度计划的77.0%: not of what the bracket tells
    plan = plan if plan and plan.sentence == figure.sentence and not plan.parts else None
    reading.ask(figure, part, reading.here, reading.group, printed or plan)


def _in_bracket(reading: Reading, share: Figure) -> None:
    """女性147名（39.4%）: a share alone in its bracket.

    居前的是日用品69件（占商品类的18.6%）、家电59件（15.9%）: or one that goes on with the last.
    """
    last = reading.levels[-1]
    told = reading.asks[-1] if reading.asks else None
    goes_on = (
        told is not None
        and told.part is not None
        and told.figure.role == "share"
        and told.figure.enters
        and told.figure.sentence == share.sentence
        and told.part.order == last.order - 1
        and told.part.figure.base == last.figure.base
    )
    if goes_on and told is not None:
        share.word = told.figure.word
    if goes_on or (last.group and not last.group.guess):
        last.shared = True
        reading.ask(share, last, reading.here, last.group)


def _no_mean(reading: Reading, part: Level | None, whole: Figure | None) -> Level | None:
    """投递快件42.57万件，站均2747件，占全县130.39万件的32.7%: of the first, and of no mean."""
    of_all = whole is not None and "均" not in whole.raw
    if part is None or part.figure.role != "average" or not of_all:
        return part
    told = [c for c in reading.here if c.of(part.figure.base) and c.figure.role != "average"]
    return told[-1] if told else None


def _is_of_brackets(reading: Reading, share: Figure) -> bool:
    """甲（112件）、乙（64件），合计占25.3%: of what stands in the brackets, and not before them."""
    told = reading.here[-_ADDED:]
    summed = "计" in share.raw.partition("占")[0]
    return summed and len(told) == _ADDED and all(c.figure.enters for c in told)


def _of_increase(reading: Reading, figure: Figure, printed: Figure | None) -> Share | None:
    """收入增加3.86亿元，其中税收增加2.91亿元，占增量的75.4%: of the change before it."""
    if terms.INCREASE.search(figure.word) is None:
        return None
    told = [one for one in reading.deltas if one.sign > 0]
    own = told[-1] if told else None
    wholes = [printed] if printed else told[-_ADDED:-1]
    if own is None or not wholes or any(one.base != own.base for one in wholes):
        return None
    return Share(own, wholes, figure, sure=False)


def _planned_before(reading: Reading, figure: Figure) -> Level | None:
    """Return the plan right before a share of something that is named, in its clause."""
    last = reading.levels[-1] if reading.levels else None
    if last is None or last.figure.role != "plan" or reading.subject or figure.name:
        return None
    named = len(figure.word) >= _NAMED and phrasings.MEANT.search(figure.word) is None
    return last if named and last.figure.clause == figure.clause else None


def _in_unit(reading: Reading, figure: Figure) -> Level | None:
    """办理2601户次、109439万元，其中小微企业2524户次、69931万元，户数占比97%，金额占比64%."""
    units = terms.COUNTS.get(figure.name)
    before = next((one.name for one in reversed(reading.rates) if one is not figure), "")
    kind = next((kind for kind in terms.COUNTS if units and before.endswith(kind)), "")
    if kind and before != kind:  # A类户数占比25%、人数占比21%: of A too
        figure.name = before.removesuffix(kind) + figure.name
        return None
    last = reading.here[-1] if reading.here else None
    if not units or last is None or last.figure.clause != figure.clause:
        return None
    part = next((one for unit in units if (one := last.twin(unit))), None)
    if part is not None:
        figure.name = ""
    return part


def rate_of(reading: Reading, figure: Figure) -> None:
    """办结k件，办结率r%."""
    reading.rates.append(figure)
    if figure.word[-4:-2] in terms.SETTLED and figure.word.endswith(_COMPLETED):
        figure.word = figure.word.removesuffix(_COMPLETED)  # 整改完成率
    if figure.kind == "times":
        reading.ratio = figure
    if reading.here and reading.here[-1].figure.clause == figure.clause:
        reading.here[-1].rated = figure
        if figure.word.endswith(_COMPLETED):  # 完成7.66亿元，投资完成率76.3%（年度计划10.04亿元）
            reading.unplanned = reading.here[-1], figure
    plan = reading.plan
    near = plan is not None and figure.sentence - plan.sentence <= 1
    reading.ask(figure, None, reading.here, printed=plan if near else None)


def ratio_before(reading: Reading, figure: Figure) -> None:
    """由上年的2.04:1: a ratio that was; 由2020年的 is not of the year before."""
    reading.was = figure
    if phrasings.YEAR_BEFORE.search(figure.raw) or phrasings.RATIO_THEN.match(figure.raw):
        reading.ask(figure, None, reading.here)


def average_of(reading: Reading, figure: Figure) -> None:
    """An average: asked, and the subject of what follows."""
    reading.ask(figure, None, reading.here)
    reading.level(figure)
