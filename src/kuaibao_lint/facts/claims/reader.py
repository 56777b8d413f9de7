"""Figures → claims: which level a growth rate, a share or a plan belongs to.

The reader goes through a passage once. What points backwards only (同比增长8.2%) is claimed at
once; what may look forward (占比, 办结率, 人均) is asked and answered at the end, by `answers`.
A claim is made only where the sentence leaves little doubt.
"""

from __future__ import annotations

from kuaibao_lint.facts.claims import (
    answers,
    changes,
    complements,
    levels,
    lists,
    measures,
    percentages,
    surroundings,
    terms,
    totals,
    year_end,
)
from kuaibao_lint.facts.claims.accounts import accounts
from kuaibao_lint.facts.claims.columns import columns
from kuaibao_lint.facts.claims.model import Change, Group, Level
from kuaibao_lint.facts.claims.spread import spread
from kuaibao_lint.facts.claims.state import ANCHORS, Reading
from kuaibao_lint.later import later
from kuaibao_lint.light_typing import TYPE_CHECKING
from kuaibao_lint.nearness import in_order

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Mapping, Sequence

    from kuaibao_lint.facts.claims.figure import Figure
    from kuaibao_lint.facts.claims.model import Claim

_moved = later("facts.claims.moved", "moved")
_share_changes = later("facts.claims.sharing_out", "share_changes")
_share_out = later("facts.claims.sharing_out", "share_out")
_take_from_bracket = later("facts.claims.bases", "take_from_bracket")

_OPENING = 2  # levels that a colon may open: 32个项目总投资62亿元：…
# What 分别 gives to each of the levels before it.
_SHARED_OUT = frozenset(("share", "growth", "delta", "base", "completion", "rate"))
# What a step is made of: another figure between them speaks of something else.
_STEPS = frozenset(("from", "to", "before", "points"))
_MOVED = frozenset(("growth", "delta"))
_SPELT = 4  # characters that name a level beyond doubt
_MORE_OR_LESS = frozenset(("增加", "减少"))
_EVERYONE = frozenset(("常住人口", "总人口", "常住总人口"))
_PEOPLE = frozenset(("户籍人口", "常住人口"))
_FAR_BACK = 24  # levels among which all the people are
_ALIKE = 2  # characters at an end of two names that are of one list
_FIRES = dict.fromkeys(("起火", "着火", "失火", "火因"), "火灾")
_NEAR = 3  # sentences from a whole to its parts: 收入…。税收收入…。分部门看，…
_WHOLES = 2 * ANCHORS  # levels that a view of a view may be of: they bound the work


def claims_together(passages: Iterable[Sequence[Figure]]) -> list[list[Claim]]:
    """Return what the figures of each passage claim, in the order in which it is complete.

    All are read before the first question is answered, as in `linter.lint_together`.
    """
    return [_all_told(one) for one in [_read(found) for found in passages]]


def _read(found: Sequence[Figure]) -> Reading:
    """Return what was read of a passage, its questions still open."""
    reading = Reading()
    _share_lists(found)
    for figure in found:
        goes_on = figure.listed or (figure.joined and figure.each)
        if reading.each and not (goes_on and figure.role == reading.each[0].role):
            _share_out(reading)
        if figure.sentence != reading.sentence:
            _new_sentence(reading, figure)
        if figure.clause != reading.clause:
            _new_clause(reading, figure)
        reading.among = figure.among or reading.among
        if figure.leaves:
            reading.leave()
        if figure.enters:
            reading.enter()
        some = figure.parts or figure.raw.startswith(terms.SOME)
        if figure.opens and any(c.of(figure.base) for c in _openers(reading, figure)):
            figure.parts = figure.role == "level"
        if figure.parts or (figure.view and figure.role == "level"):
            _open(reading, figure, aside=figure.opens and not some)
        elif figure.role == "level" and not figure.enters and (said := _of_what(figure)):
            _open_named(reading, figure, said)
        _take(reading, figure)
    _end(reading)
    return reading


def _share_lists(found: Sequence[Figure]) -> None:
    if any(one.listed and one.role in _MOVED for one in found):
        _share_changes(found)


def _end(reading: Reading) -> None:
    """Add what only the end of a passage can tell."""
    if reading.each:
        _share_out(reading)
    reading.close()
    reading.made += lists.implied(reading.here, reading.before, reading.levels)
    reading.made += spread(reading.levels)
    reading.made += year_end.joined(reading.levels)
    reading.made += accounts(reading.levels) + columns(reading.levels)


def _all_told(reading: Reading) -> list[Claim]:
    """Return the claims of a passage that has been read, its questions answered."""
    made = reading.made + answers.claims(reading.asks, reading.levels)
    return [*made, *_moved(reading.moves, made)] if reading.moves else made


def _openers(reading: Reading, figure: Figure) -> Sequence[Level]:
    """Return the levels of which a bracket or a colon may open the parts.

    全年任务281户（危房改造128户，抗震改造153户）: or a plan, of which what is done is no part.
    """
    last = reading.levels[-1:]
    if figure.enters and last and last[0].figure.role == "plan":
        near = last[0].figure.sentence == figure.sentence
        return last if near and not terms.BEGUN_OR_DONE.search(figure.raw) else ()
    return reading.here[-_OPENING:]


def _new_sentence(reading: Reading, figure: Figure) -> None:
    reading.made += lists.implied(reading.here, reading.before, reading.levels)
    numbered = reading.numbered and reading.resume_numbered(figure)
    if not (numbered or _goes_on(reading, figure) or _is_told_apart(reading, figure)):
        reading.close()
    reading.sentence = figure.sentence
    reading.before, reading.here = reading.here or reading.before, []
    reading.subject = reading.base = reading.whole = None
    reading.start = reading.moved = reading.others = None
    reading.lead = None, None
    reading.rated = reading.rates or reading.rated
    reading.ends, reading.rates = [], []
    reading.early, reading.against, reading.deltas = [], [], []
    reading.end_aside()
    reading.among = ""
    reading.multiple = reading.far = reading.ratio = reading.was = reading.beyond = None
    reading.unplanned = reading.target = reading.paused = None
    if reading.plan and reading.plan.word:
        reading.plan = None


def _goes_on(reading: Reading, figure: Figure) -> bool:
    """税收收入…。非税收入…。: the parts of a whole in sentences of their own."""
    inner = reading.group
    while inner is not None and not _completes(inner, figure):
        inner = inner.outer
    if inner is not None:
        reading.close(inner)
    return inner is not None


def _is_told_apart(reading: Reading, figure: Figure) -> bool:
    """其中：一产3亿元。二产9亿元。其中：工业7亿元。三产8亿元。: the list may go on behind these."""
    group = reading.group
    if group is None or group.outer or group.view or not (figure.parts and group.parts):
        return False
    return complements.growing(lists.called(group.parts))


def _completes(group: Group, figure: Figure) -> bool:
    """Tell whether a level's name makes the parts of a group all that there can be.

    第一产业…。第二产业…。第三产业…。: or brings them nearer to that.
    """
    if figure.role != "level" or not group.parts:
        return False
    names = [part.figure.name for part in group.parts]
    if complements.is_rest(names[-1]):
        return False  # …其他30宗。全县发生事故15起: these were all
    names.append(figure.name)
    return complements.complete(names) or complements.growing(names)


def _new_clause(reading: Reading, figure: Figure) -> None:
    # 余额210亿元，较年初增长9.9%；较上年同期增加21亿元: goes on with the only level there is.
    goes_on = figure.role in {"growth", "delta"} and figure.compared and not figure.name
    alone = _alone(reading, figure) if goes_on and reading.here else None
    if figure.role == "base" and reading.subject and _is_mean(reading.subject.figure, figure):
        alone = reading.subject  # 均价31元，同比高2元；去年同期均价29元
    reading.clause, reading.subject, reading.basis = figure.clause, alone, ""
    if reading.paused and not reading.group and not figure.parts and _is_next(reading, figure):
        reading.resume()
    group = reading.group
    if (
        group
        and group.outer
        and group.parts
        and not figure.parts
        and (group.outer.parts[-1].figure.sentence == figure.sentence or reading.numbered)
        and _ends(group, group.outer, figure)
    ):
        reading.close(group.outer)
    elif group and _goes_on_above(group, reading.here, figure):
        reading.close()


def _goes_on_above(group: Group, here: Sequence[Level], figure: Figure) -> bool:
    """一产3亿元；二产9亿元，其中工业7亿元；三产8亿元: the list goes on of which one part is told.

    Their names say that with it they are all.
    """
    above = group.wholes[0]
    if group.outer or group.view or figure.parts or figure.role != "level" or above.group:
        return False
    told = [c for c in here if c.group is None and c.figure.base == figure.base]
    told = [c for c in told if c.order <= above.order and c.figure.clause < figure.clause]
    names = [c.figure.name for c in told[-_OPENING:]]
    return len(names) > 1 and told[-1] is above and complements.complete([*names, figure.name])


def _alone(reading: Reading, change: Figure) -> Level | None:
    """业务量344万件，其中收件55万件、派件289万件；比上年多30万件: the only one that is no part."""
    if len(reading.here) == 1:
        return reading.here[0]
    if change.kind != "amount" or change.each:
        return None
    told = [c for c in reading.here if c.group is None and c.figure.base == change.base]
    return told[0] if len(told) == 1 else None


def _is_mean(figure: Figure, base: Figure) -> bool:
    """Tell whether a value of the year before may be that of a mean."""
    return figure.role == "average" and figure.base == base.base


def _is_next(reading: Reading, figure: Figure) -> bool:
    """要求立行立改的56个，已完成53个；要求分阶段整改的20个: it is called as the last part is."""
    paused = reading.paused
    last = paused.parts[-1].figure if paused else figure
    alike = figure.raw[-_ALIKE:] == last.raw[-_ALIKE:]
    # 分类别看，产业项目63个，已开工43个；基础设施项目34个: one more of the view
    viewed = paused is not None and paused.view and len(figure.raw) > _ALIKE
    alike = alike and (viewed or figure.raw[:_ALIKE] == last.raw[:_ALIKE])
    return alike and figure.role == "level" and figure.base == last.base


def _ends(group: Group, outer: Group, figure: Figure) -> bool:
    """出国…；接待…；公务用车…，其中：公务用车购置…；公务用车运行…: not where the outer are all.

    专业机构24个，其中疾控7个、妇幼6个、监督7个；其他机构5个: none of a list that a 、 goes on.
    """
    listed = len(group.parts) > 1 and all(one.figure.joined for one in group.parts[1:])
    if listed and complements.is_rest(figure.raw):
        return True
    if _completes(group, figure) and complements.complete(lists.called(outer.parts)):
        return False
    return _is_beside(outer, figure) or not _goes_with(group, figure)


def _goes_with(group: Group, figure: Figure) -> bool:
    """Tell whether a level behind a semicolon is one more of a part's own parts.

    企业86户，其中外资企业19户；个体工商户187户: of the whole, if it completes those parts too.
    """
    outer = group.outer
    return _completes(group, figure) and not (outer and _completes(outer, figure))


def _is_beside(outer: Group, figure: Figure) -> bool:
    """新登记企业8611户，其中外资企业19户；新登记个体户17300户: of the list before 其中."""
    last = outer.parts[-1].figure.raw if outer.parts else ""
    return len(figure.raw) > _ALIKE and last[:_ALIKE] == figure.raw[:_ALIKE]


def _open(reading: Reading, figure: Figure, *, aside: bool) -> None:
    """其中: what follows are parts of the last level, or of the group's whole in a new view."""
    wholes = [*reversed(reading.anchors)]
    if figure.view:  # 工单分类：…: of what came in, however much was told of it meanwhile
        older = reversed(reading.levels[-2 * _WHOLES :])
        wholes += [one for one in older if one.group is None and one not in wholes]
        above = [one.above for one in reading.anchors if one.above]
        # 立案630件，集体191件、委员439件。内容上，…: of the 630
        wholes += [one for one in above[-1:] if one not in wholes]
    alone = figure.parts and not reading.here
    viewed = _with_those_of_before(reading, figure, wholes, alone=alone)
    outer = None
    if figure.parts and reading.group and reading.group.parts:
        wholes = [reading.group.parts[-1], *reading.group.wholes[: ANCHORS - 1]]
        nests = figure.sentence == reading.sentence and reading.group.outer is None
        outer = reading.group if nests else None
    elif reading.group:
        wholes = [*reading.group.parts[-1:], *reading.group.wholes][:_WHOLES]
    if outer is None:
        reading.close()
    if figure.parts:
        wholes[:0] = _right_before(reading, figure) or _that_has_these(reading, figure)
    elif figure.among:
        wholes[:0] = _caused(reading, figure)
    near = [c for c in wholes if figure.sentence - c.figure.sentence <= _NEAR or c in viewed]
    near += _told_longer_ago(reading, figure, near)
    if figure.enters:  # 居民区143名（其中书记35名，副书记7名）: of what the bracket is about
        grew = near[:1] if near and near[0].figure.role == "delta" else []
        near = [*grew, *_of_one_clause(near[len(grew) :])]
    if near and figure.role in {"level", "plan"}:
        reading.group = Group(
            near,
            outer,
            view=not figure.parts,
            guess=figure.untold or _is_of_a_share(reading, figure),
            aside=aside,
            told=reading.levels,
        )


def _told_longer_ago(
    reading: Reading, figure: Figure, wholes: Sequence[Level]
) -> list[Level]:
    """接警839起，出动1586辆次、8660人次，营救107人，疏散236人。其中，火灾扑救318起: of the 839.

    收入4亿元。税收3亿元。其中…。…。分级次看，…: or of the first of the item.
    """
    if figure.view:
        first = reading.levels[:1] if wholes and reading.levels[0] not in wholes else []
        far = (one for one in first if figure.sentence - one.figure.sentence <= 2 * _NEAR)
        return [one for one in far if one.of(figure.base)]
    if not figure.parts or any(one.of(figure.base) for one in wholes):
        return []
    older = (c for c in reversed(reading.levels[-2 * _WHOLES :]) if c.of(figure.base))
    near = (c for c in older if figure.sentence - c.figure.sentence <= 1)
    return [c for c in near if c.figure.role == "level"][:1]


def _caused(reading: Reading, figure: Figure) -> list[Level]:
    """火灾扑救347起，社会救助277起。从火灾原因看，…: of what is called as what had these causes.

    受理9353件，审执结6925件，未结2428件。收案情况：…: of what was so done.
    """
    near = [c for c in reversed(reading.levels[-2 * _WHOLES :]) if c.of(figure.base)]
    if words := terms.CALLED_ALSO.get(figure.among):
        named = [c for c in near if "未" not in c.figure.raw and not c.figure.view]
        return [c for c in named if any(w in c.figure.raw for w in (figure.among, *words))][:1]
    word = _FIRES.get(figure.among, figure.among)
    return [c for c in near if c.figure.name.startswith(word)][:1]


def _with_those_of_before(
    reading: Reading, figure: Figure, wholes: list[Level], *, alone: bool
) -> Sequence[Level]:
    """Add to what may be meant what the sentence before says; return those of the view before."""
    last = reading.before[-1] if (figure.view or alone) and reading.before else None
    if last is None or last.group is None:
        return ()
    if _is_of_all_behind(last, alone=alone):
        wholes.insert(0, last)  # 教职工99人，其中教师76人。按学段分，…: of the teachers
    elif figure.view and last not in wholes:
        viewed = _viewed_before(last, last.group)
        wholes[1:1] = [one for one in viewed if one not in wholes]
        return viewed
    return ()


def _viewed_before(last: Level, group: Group) -> Sequence[Level]:
    """Return of what a view may be that stands behind another, besides what is near.

    按级次分：上划…；地方…。地方收入按构成分：…: of the last part; 从检控情况看，受理403件，其中初次
    359件、重复44件。从方式看，…: of the only part, or of the whole of that view.
    """
    if group.view:
        return last, *group.wholes
    outer = group.outer
    return outer.parts if outer and outer.view and len(outer.parts) == 1 else ()


def _is_of_a_share(reading: Reading, figure: Figure) -> bool:
    """金融、物业两类纠纷占诉前调解的43.1%，其中物业579件、…: of what has a share, and no number."""
    if not figure.parts or not reading.rates:
        return False
    last = reading.rates[-1]
    if last.role == "growth" and len(last.name) > _ALIKE:
        # 破案197起。…；街面警情环比降5.9%，其中殴打他人111起、盗窃电动车87起: of the 警情
        behind = not any(one.figure.span > last.span for one in reading.here[-1:])
        told = any(last.name in one.figure.raw for one in reading.levels[-_WHOLES:])
        return behind and last.clause == figure.clause and not told
    return last.role == "share" and last.sentence == figure.sentence and not reading.here


def _right_before(reading: Reading, figure: Figure) -> list[Level]:
    """Return what 其中 is of, where that is a sum of what was told, or by how much it grew."""
    grew, _ = reading.lead
    found = [one] if (one := _summed_up(reading, figure)) else []
    if grew is None or grew.clause != figure.clause:
        return found
    if _is_made_up(grew, reading):
        found.insert(0, Level(grew, len(reading.levels)))  # 调增24964万元，其中…
    elif figure.enters and figure.span.start - grew.span.end == len(figure.raw) + 1:
        found.insert(0, Level(grew, len(reading.levels)))  # 增加8亿元（一般1亿元、专项7亿元）
    return found


def _that_has_these(reading: Reading, figure: Figure) -> list[Level]:
    """基本支出237万元，…；项目支出203万元。基本支出包括人员经费212万元、…: of what it names."""
    of, _, own = figure.raw.partition("包括")
    if len(of) < _ALIKE or not own or figure.role != "level":
        return []
    told = [c for c in reading.levels[-_WHOLES:] if c.figure.raw == of and c.of(figure.base)]
    if told:
        figure.raw, figure.name = own, measures.name(own)
    return told[-1:]


def _summed_up(reading: Reading, figure: Figure) -> Level | None:
    """甲1760万元，乙1393万元，合计3153万元，其中上级2245万元: return what 其中 is of."""
    last = reading.levels[-1] if reading.levels else None
    if last and last.figure.joined and not last.figure.raw and len(reading.levels) > 1:
        last = reading.levels[-2]  # 合计23279人、3198.51万元
    summed = last is not None and last.figure.role == "total"
    return last if last and summed and last.figure.clause == figure.clause else None


def _is_of_all_behind(last: Level, *, alone: bool) -> bool:
    """Tell whether what the next sentence lists may be of a level that seems a part itself.

    It is the only one, or has a clause of its own: 受理10件，其中新收8件、旧存2件；审结9件。其中…;
    总收入14亿元，其中：上划5亿元；地方9亿元。其中税收6亿元；非税3亿元.
    """
    parts = last.group.parts if last.group else []
    # 其中58家限上企业零售额11亿元。按消费形态分，…: of the only one in that unit
    if [one for one in parts if one.figure.base == last.figure.base] == [last]:
        return True
    clauses = [one.figure.clause for one in parts]
    apart = len(clauses) > _OPENING and clauses[0] == clauses[-2] < clauses[-1]
    apart = apart or len({*clauses}) == len(clauses)
    # 收入具体情况是：税收收入1804万元，涉及增值税764万元；非税收入1339万元。其中：…: of the last
    viewed = last.group is not None and last.group.view and len(clauses) > 1
    apart = apart or (viewed and clauses[-2] < clauses[-1])
    return alone and apart and parts[-1] is last


def _is_made_up(grew: Figure, reading: Reading) -> bool:
    """Tell whether a change is told with its parts: 由253万元调整为293万元，增加40万元，其中：…."""
    moved = reading.subject.figure if reading.subject else grew
    adjusted = moved.word == "to" and moved.raw.startswith("调整")
    return grew.raw.endswith(terms.MADE_UP) or (adjusted and grew.raw in _MORE_OR_LESS)


def _of_one_clause(wholes: Sequence[Level]) -> list[Level]:
    """护理补贴4745人，发放341万元（居家安养4448人，227万元；…）: the last level of each unit."""
    found: list[Level] = []
    for one in wholes:
        last = found[-1].figure if found else one.figure
        if one.figure.clause != last.clause or any(c.of(one.figure.base) for c in found):
            break
        found.append(one)
    return found


def _of_what(figure: Figure) -> str:
    """Return what the words say that a level is of: 民生支出中，教育…; 问题图斑中乱占17个."""
    if figure.among:
        return figure.among
    found = surroundings.OUT_OF.match(figure.raw) if "中" in figure.raw else None
    if found is None and surroundings.GONE_TO_MARKS.search(figure.raw):
        found = surroundings.GONE_TO.match(figure.raw)
    return found["whole"] if found else ""


def _open_named(reading: Reading, figure: Figure, among: str) -> None:
    """民生支出9亿元，占80%。民生支出中，教育4亿元，…: parts of the level that is called so."""
    said = surroundings.AMONGST_FILLING.sub("", among)
    everyone = [c for c in reading.levels if c.figure.name in _EVERYONE] if said == "人口" else []
    if said in _PEOPLE:  # 户籍总人口66.81万人，…。其中城镇户籍人口14.83万人。户籍人口中，…: of all
        names = (said, said.replace("人口", "总人口"))
        told = (c for c in reading.levels[-_FAR_BACK:] if c.group is None)
        everyone = [c for c in told if c.figure.name.endswith(names)]
    if len(everyone) == 1 and everyone[0].of(figure.base):  # 集体户人口…。全市人口中，汉族…
        _open_view(reading, everyone)
        return
    for level in reversed(reading.levels[-_WHOLES:]):
        name = level.figure.name
        ends = not said or (name.endswith(said) and measures.said_of(said, name))  # no 非问题图斑
        named = len(name) > 1 and (said.startswith(name) or ends)
        # 大小畜中, of 大小畜存栏; 税收中, of 税收收入
        begins = len(said) > _ALIKE or len(name) == len(said) + _ALIKE > _ALIKE + 1
        named = named or (begins and name.startswith(said))
        spelt = len(name) >= _SPELT and in_order(name, said)  # 中央财政衔接资金安排：…
        spelt = spelt or measures.within(said.removesuffix("人员"), name)  # 职工参保人员中
        spelt = spelt or _is_done_to(said, name) or _is_so_counted(said, level.figure)
        if named or spelt or (len(said) >= _SPELT and measures.said_of(said, level.figure.raw)):
            if level.of(figure.base) or figure.base in level.figure.also:
                _open_view(reading, [level])
            return
    far = reading.levels[-3 * _WHOLES : -_WHOLES] if len(said) > 1 else []
    called = [c for c in far if c.figure.name.endswith(said) and c.of(figure.base)]
    if len(called) == 1:  # 议案3件、提案99件，…（多于八个数）。提案中集体提案25件、个人74件
        _open_view(reading, called)
        return
    if said[:2] in terms.BY_WHICH and (grew := _adjusted(reading, said[:2], figure.base)):
        _open_view(reading, [Level(grew, len(reading.levels))])


def _open_view(reading: Reading, wholes: list[Level]) -> None:
    """What follows are parts of other levels than the last."""
    reading.close()
    reading.group = Group(wholes, view=True, told=reading.levels)


def _adjusted(reading: Reading, verb: str, base: str) -> Figure | None:
    """拟调增26324万元，调整后为…。调增支出中，…: return the amount of which these are parts."""
    told = [c.delta for c in reading.made[-_WHOLES:] if isinstance(c, Change) and c.delta]
    told = [one for one in told if one.raw.endswith(verb) and one.base == base]
    return told[0] if len(told) == 1 else None


def _is_done_to(said: str, name: str) -> bool:
    """经审查立案143件…。立案提案中，…; 镇级办结246件；办结事件中…: of that to which it was done."""
    found = surroundings.DONE_TO.search(said)
    done = said[: found.start()].lstrip("已经") if found else ""
    told = name.endswith((done, f"{done}交办的"))  # 经审查立案交办的630件
    return len(done) > 1 and told and measures.said_of(done, name)


def _is_so_counted(said: str, level: Figure) -> bool:
    """检出不合格食品55批次。不合格批次中…: of what is called so and counted in that unit."""
    kind = said.removesuffix(level.unit)
    return 1 < len(kind) < len(said) and measures.said_of(kind, level.name)


def _is_of_what_is_before(reading: Reading, figure: Figure) -> bool:
    """Tell whether a bracket begins with another value of the level before it; it is taken."""
    if changes.told_versus(reading, figure):
        return True
    bare = figure.enters and not figure.raw and figure.role == "level"
    return bare and bool(_take_from_bracket(reading, figure))


def _take(reading: Reading, figure: Figure) -> None:
    if (figure.enters or reading.versus) and _is_of_what_is_before(reading, figure):
        return
    if figure.role == "delta" and not figure.each and changes.of_its_own(reading, figure):
        figure.role = "level"
    elif figure.raw in terms.MORE_OR_LESS_NOW and changes.of_what_moved(reading, figure):
        return
    if figure.role not in _STEPS and figure.kind != "points":
        reading.start = None
    if figure.role != "base":
        reading.multiple = None
    if figure.each and figure.role in _SHARED_OUT:
        reading.rates = []
        reading.each.append(figure)
    elif take := _TAKE.get(figure.role):
        take(reading, figure)
    elif figure.mate and reading.levels and reading.levels[-1].figure.role == "plan":
        reading.levels[-1].mates.append(figure)  # 计划改造22个、193栋、6706户
    elif figure.listed and figure.kind == "amount":
        reading.bare.append(figure)


_TAKE: Mapping[str, Callable[[Reading, Figure], None]] = {
    "level": levels.level_of,
    "growth": changes.growth_of,
    "delta": changes.delta_of,
    "base": later("facts.claims.bases", "base_of"),
    "plan": levels.planned,
    "completion": percentages.completion_of,
    "share": percentages.share_of,
    "rate": percentages.rate_of,
    "was": percentages.ratio_before,
    "whole": levels.printed_whole,
    "total": totals.total_of,
    "average": percentages.average_of,
    "beyond": later("facts.claims.changes_beyond", "beyond_of"),
    "versus": later("facts.claims.changes_beyond", "versus_of"),
    "times": later("facts.claims.multiples", "times_of"),
    "month": levels.month_of,
    "from": later("facts.claims.steps", "from_of"),
    "before": later("facts.claims.steps", "beside_of"),
    "told": later("facts.claims.steps", "told_of"),
    "then": later("facts.claims.then", "rate_then"),
    "narrowed": later("facts.claims.steps", "narrowed_of"),
    "others": later("facts.claims.steps", "others_of"),
    "more": later("facts.claims.changes_beyond", "more_of"),
    "lately": later("facts.claims.changes_beyond", "lately_of"),
    "to": later("facts.claims.steps", "to_of"),
    "points": later("facts.claims.steps", "points_of"),
    "index": later("facts.claims.steps", "index_of"),
}
