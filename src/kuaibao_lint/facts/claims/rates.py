"""What a rate is the rate of: 办结k件，办结率r%."""

from __future__ import annotations

from itertools import takewhile

from kuaibao_lint.facts.claims import (
    grades,
    measures,
    phrasings,
    rate_doubts,
    rate_terms,
    rated,
    terms,
    unsaid_rates,
)
from kuaibao_lint.facts.claims.asking import Ask, figures_of, near_by, nearest
from kuaibao_lint.facts.claims.model import Rate
from kuaibao_lint.facts.claims.named_rates import of_its_name
from kuaibao_lint.facts.claims.ratios import ratio
from kuaibao_lint.facts.claims.shared_rates import of_several
from kuaibao_lint.intervals import is_share
from kuaibao_lint.later import later
from kuaibao_lint.light_typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Sequence

    from kuaibao_lint.facts.claims.figure import Figure
    from kuaibao_lint.facts.claims.model import Claim, Level

    _Whole = tuple[Figure, tuple[Figure, Figure]]  # a part, and the two that its whole is of

_ROMAN = frozenset("ⅠⅡⅢⅣⅤ")
_VILLAGES = "个村镇乡"
_NEWLY = ("新改", "新建", "T新改", "T新建")
_BUILT_UP, _OWED = "建成区", "资产负债"
_OWING = frozenset(("负债", "债务", "漏损", "销差"))  # rates of what is owed, or was lost
_owed = later("facts.claims.owed", "owed")
_ALL = "100"
_SUCCESS = "成功"
_EMPTY = "空编"
# 2024年度3.46万亩形象进度58.4%: of what is to be built, and not of how much of it there is.
_OF_WORK = ("形象进度", "形象进度达", "形象进度为", "形象进度约")
_JOBLESS = "失业"  # of all who can work, and of none of those who were found a job
_PER_MILLE = ("逾期", "检出", "婴儿死亡", "新生儿死亡", "儿童死亡")
_OBJECTS = frozenset("案保约")  # of verbs that have more between: 破案, 参保, 签约
_BETWEEN = 4  # characters behind the first of a rate's name within which the second stands
_OF_COUNTS = ("面", "面为", "面达")  # 亏损面 is of enterprises, and of no money
_MEANT = 6  # levels that were done of which a rate may be: they bound the work
_BOTH = 2  # what was tested and what was good; characters of 水质
_LATELY = 3  # sentences from a level to the rate of what its name says


def rate(ask: Ask, near: Sequence[Level]) -> Claim | None:
    """办结k件，办结率r%: of the same unit, out of another and larger level."""
    figure = ask.figure
    if figure.each or figure.carried or _is_of_none(figure):
        return None
    if figure.kind == "times":
        return ratio(ask, near)
    close = [c for c in near if near_by(c, figure)]
    if figure.word.endswith(terms.SAVED):
        return grades.saved(figure, _told_with(figure, close))
    owed = _owed(figure, close, near) if figure.word[-_BOTH:] in _OWING else None
    if owed or _is_apart(figure, close):
        return owed
    known, answer = of_its_name(ask, near)
    if known:
        return answer
    here = _told_with(figure, close)
    if "满意度" in figure.raw:  # of those who were asked, where nothing before it was counted
        here = [c for c in here if c.figure.span < figure.span]
    if figure.word.startswith("优良") and here and here[0].figure.raw[:1] in _ROMAN:
        lists = grades.waters(here)
        return Rate([], [], figure, lists=lists) if lists else None
    if "息诉" in figure.word:
        return grades.unappealed(figure, here)
    if told := grades.in_bracket(figure, near) or grades.whole_behind(figure, here, near):
        return Rate([told[0][0]], [told[0][1]], figure)
    lists = grades.rectified(figure, here)
    answer = Rate([], [], figure, lists=lists) if lists else None
    answer = answer or grades.begun(figure, here) or unsaid_rates.due_behind(figure, here, near)
    answer = answer or unsaid_rates.by_which(figure, here) or unsaid_rates.due(figure, here)
    answer = answer or _of_its_namesake(figure, here, near)
    answer = answer or _of_what_was_done(ask, near, close, here)
    return _without_siblings(_or_of_those_behind(figure, answer, here, near), near)


def _without_siblings(answer: Rate | None, near: Sequence[Level]) -> Rate | None:
    """销售3.6亿元，其中汽车2.4亿元、家电1.0亿元；兑付补贴397万元，兑付率93.1%: of neither of these.

    What was told as parts before a semicolon is no whole of what a list goes on with behind it.
    """
    if answer is None or not answer.parts or len(answer.wholes) < _BOTH or _fits(answer):
        return answer
    groups = {id(c.figure): c.group for c in near if c.group and not c.group.guess}
    part = answer.parts[0]
    group = groups.get(id(part))
    if group is None:
        return answer
    wholes = [
        one
        for one in answer.wholes
        if groups.get(id(one)) is not group or one.clause == part.clause
        or measures.akin(one.raw, part.raw)  # 其中省交办50件…；省交办件化解47件
    ]
    return answer._replace(wholes=wholes) if wholes else None


def _or_of_those_behind(
    figure: Figure, answer: Rate | None, here: Sequence[Level], near: Sequence[Level]
) -> Rate | None:
    """Return what stands behind a rate, where what stands before it does not say of what it is."""
    if answer is not None and answer.wholes and not _fits(answer):
        # 残疾人12353人，…。为5131人提供服务，服务率95.7%；有需求的5361人: of these
        return unsaid_rates.of_all_behind(figure, here, near) or answer
    if answer is None and figure.digits == _ALL:
        return unsaid_rates.all_of_them(figure, here)
    if answer is None:
        answer = unsaid_rates.of_all_behind(figure, here, near)
        answer = answer or unsaid_rates.of_two_behind(figure, near)
        answer = answer or unsaid_rates.done_behind(figure, here, near)
    return answer


def _fits(rate: Rate) -> bool:
    """Tell whether a rate is that of a part in a whole of which it may be."""
    value = rate.percent.value
    return any(is_share(p.value, w.value, value) for p in rate.parts for w in rate.wholes)


def _is_of_none(figure: Figure) -> bool:
    """出生率5.42‰ is of the year's mean population, 办结率98%（撤回9件）of what is not told."""
    told = figure.word.endswith(_PER_MILLE)  # 逾期率0.29‰, 检出率5.8‰
    if figure.word.endswith(_JOBLESS):
        return True
    return (figure.unit == "‰" and not told) or figure.raw.endswith(_OF_WORK)


def _is_apart(figure: Figure, close: Sequence[Level]) -> bool:
    """Tell whether a rate is of what is not told.

    监测303天，优良293天，优良率96.7%；10月份优良率96.8%: of that month alone.
    已签约556户，其中第一批254户签约率100%: of the 254. 隐患357处，其中重大隐患9处；整改353处，
    其中重大隐患整改率100%: of the 9, and how many of these were is not told.
    """
    if figure.parts and _is_of_a_part(figure, close):
        return True
    here = [c.figure for c in close if c.figure.clause == figure.clause]
    if figure.raw[:1] == "T":
        return not any(one.span < figure.span or one.enters for one in here)
    last = next((one for one in reversed(here) if one.span < figure.span), figure)
    directly = figure.span.start - last.span.end == len(figure.raw)
    # 11个国省控断面水质优良率100%: of these, and they are no part of anything
    counted = last.parts or not last.raw
    return directly and counted and rated.stem(figure) not in last.raw


def _is_of_a_part(figure: Figure, close: Sequence[Level]) -> bool:
    own = figure.raw.removesuffix("率").removesuffix(rated.stem(figure))
    if len(own) < _BOTH:
        return False
    told = [c for c in close if c.figure.span < figure.span]
    parts = [c.figure.name for c in told if c.group]
    # 其中民事结案率96.7%: of the cases that were settled there, if these are told
    alone = figure.digits == _ALL or sum(own in c.figure.raw for c in told) == 1
    return alone and own in parts


def _of_what_was_done(
    ask: Ask, near: Sequence[Level], close: Sequence[Level], here: Sequence[Level]
) -> Rate | None:
    """Return what a rate says of the levels of which its name says that they were done.

    close, here: the levels of the sentences next to it, and of its own, the nearest first.
    """
    figure = ask.figure
    figure.word, measured = _measured_by(figure, here)
    earlier = [c for c in reversed(close) if c not in here and c.figure.span < figure.span]
    if not _told(said := figure.word.removesuffix(rated.stem(figure)), close):
        in_time = terms.IN_TIME.search(figure.word)
        rest = _of_rest(figure, here, earlier) if in_time else None
        rest = rest or unsaid_rates.of_its_like(figure, said, here)
        return rest or unsaid_rates.with_what_is_left(figure, here, close)
    if either := grades.either(figure.word, here, earlier):
        return Rate([], [], figure, lists=either)
    if lists := grades.graded(rated.stem(figure), here):
        told = rated.told_before(figure, near, {here[0].figure.base})
        return Rate([], [], figure, lists=lists, besides=told)
    here = _counted_in(measured, here)
    done = _of_its_own_name(figure, said, here) or _done(figure, here)
    done = _of_its_measure(figure, done or (_told_with_it(figure, here, close) if measured else []))
    spent = rated.stem(figure) in terms.SPENT
    if not done:
        rest = _of_rest(figure, here, earlier) or _of_its_kind(figure, here)
        if rest or figure.digits == _ALL or figure.sum_of:
            return rest
        of_last = unsaid_rates.of_its_plan if spent else unsaid_rates.rate_of_last
        rest = of_last(figure, here)
        return rest or unsaid_rates.with_what_is_left(figure, here, close)
    parts = _parts(done)
    if several := of_several(ask, parts[0], here):
        return several
    stem = rated.stem(figure)
    own = _own_whole(parts[0], stem, near) if stem not in rated.GUESSED else None
    sums = _with_another(figure, parts[0], here, near, close)
    wholes = _wholes(figure, parts[0], here, [*here, *ask.anchors, *earlier])
    wholes = _not_besides(rated.stem(figure), parts[0].figure, wholes, sums)
    answer = rated.rate_of(ask, parts, [own] if own else wholes)
    if answer is None:
        if lists := grades.all_of_run(parts[0], here):
            return Rate([], [], figure, lists=lists)
        funds = unsaid_rates.of_funds(figure, parts[0].figure, near) if spent else None
        return funds or _told_elsewhere(ask, parts[0], close, sums)
    failed = rate_doubts.failed(figure, parts[0].figure, close)
    sums = [*sums, (parts[0].figure, (parts[0].figure, failed))] if failed else sums
    if measured:
        answer = answer._replace(parts=[one for one in answer.parts if one.base in measured])
    return answer._replace(
        doubtful=(
            not _is_named_whole(own, parts[0], figure)
            and rate_doubts.doubtful(figure, parts, done, here, answer)
        )
        or (rate_doubts.is_of_concluded(figure, close) and failed is None),
        sums=sums,
        lists=(
            grades.over_all(done, here)
            if terms.OF_ALL.search(figure.word)
            else [*grades.all_of_run(parts[0], here), *grades.of_its_list(figure, parts[0])]
        ),
        # 26个，需求27.29亿元；通过12个，需求12.88亿元，通过率47.2%: of the money, it may be
        besides=rated.told_before(
            figure, near, {one.base for one in (*answer.parts, *answer.wholes)}
        )
        + [one for one in figures_of(here) if one.base == "元" != answer.parts[0].base],
    )


def _of_its_namesake(
    figure: Figure, here: Sequence[Level], near: Sequence[Level]
) -> Rate | None:
    """债券6.3亿元，其中一般0.7亿元、…。已拨付5.1亿元，其中一般0.6亿元、拨付率92.9%: of the 0.7.

    What was done is said of the whole of the list in which the part stands.
    """
    part = here[0] if here else None
    group = part.group if part and figure.joined else None
    if part is None or group is None or group.view or figure.word != rated.stem(figure):
        return None
    own, whole = part.figure, group.wholes[0]
    if own.clause != figure.clause or len(own.name) < _BOTH or figure.digits == _ALL:
        return None
    if not rated.says(rated.stem(figure), whole.figure) or rated.says(rated.stem(figure), own):
        return None
    told = [c for c in near if c.order < whole.order and c.group and c.figure.name == own.name]
    told = [c for c in told if c.figure.base == own.base]
    return Rate([own], [told[0].figure], figure) if len(told) == 1 else None


def _with_another(
    figure: Figure, part: Level, here: Sequence[Level], near: Sequence[Level],
    close: Sequence[Level],
) -> list[_Whole]:
    """Return the pairs of levels which a rate may be of: what was done, and what was not."""
    sums = [*rated.splits(figure, part, here), *rated.kept(part, near)]
    sums += rated.decided(figure, part, near)
    sums = sums or rated.under_way(figure, part, near)
    if figure.word.startswith("回收"):  # 回收4337万元，回收率98.2%，逾期79.5万元: of both
        sums += unsaid_rates.left_behind(figure, part, close)
    return sums


def _not_besides(
    stem: str, part: Figure, wholes: list[Level], sums: list[_Whole]
) -> list[Level]:
    """盈利15户，亏损3户，亏损面16.7%: not of the 15; 在编9080人，空编387名，空编率4.1%: of both."""
    if stem == _EMPTY:
        filled = [c for c in wholes if terms.FILLED.search(c.figure.raw)]
        sums += [(part, (part, c.figure)) for c in filled[:1]]
        return [c for c in wholes if c not in filled]
    if stem in terms.LOSSES or stem in terms.ONLINE:
        others = {one.span for _, pair in sums for one in pair}
        return [c for c in wholes if c.figure.span not in others]
    return wholes


def _told_elsewhere(
    ask: Ask, part: Level, close: Sequence[Level], sums: Sequence[_Whole]
) -> Rate | None:
    """Return a rate whose whole is behind it, or is what was done and what is left together."""
    behind = unsaid_rates.told_behind(ask.figure, part, close)
    if answer := rated.rate_of(ask, [part], behind):
        return answer
    sums = sums or unsaid_rates.left_behind(ask.figure, part, close)
    return Rate([], [], ask.figure, sums=sums) if sums else None


def _of_its_own_name(figure: Figure, said: str, here: Sequence[Level]) -> list[Level]:
    """首针接种2709人，应种2935人，…；第二针2113人，第二针接种率72.0%: of what is called so.

    said: the rate's name without its stem. What was done is said of another like it. 签约18万人，
    其中重点人群11万人，重点人群签约率81.6%: is of all those of a group, and not of these.
    """
    last = here[0].figure if here else None
    if last is None or said[:1] != "第" or last.name != said or last.clause != figure.clause:
        return []
    stem = rated.stem(figure)
    others = [c.figure for c in here[1:] if c.figure.base == last.base]
    return [here[0]] if any(rated.says(stem, one) for one in others) else []


def _counted_in(measured: frozenset[str], here: Sequence[Level]) -> Sequence[Level]:
    """整改37项，资金1.2亿元，按项数计整改率75.5%: of the 37."""
    if not measured:
        return here
    return [c for c in here if any(one.base in measured for one in (c.figure, *c.mates))]


def _told_with_it(
    figure: Figure, here: Sequence[Level], close: Sequence[Level]
) -> list[Level]:
    """通过审核16个，需求12.66亿元，通过率（按金额）52.3%: of what stands behind what was done."""
    words = terms.SYNONYMS.get(rated.stem(figure), (rated.stem(figure),))
    done = {c.order + 1 for c in close if any(rated.says(word, c.figure) for word in words)}
    return [c for c in here[:1] if c.order in done and c.figure.clause == figure.clause]


def _wholes(
    figure: Figure, part: Level, here: Sequence[Level], told: Sequence[Level]
) -> list[Level]:
    """Return the levels that were told of which a rate may be."""
    found = [
        c
        for c in told
        if not (rate_doubts.is_strange(c, part, figure) or rate_doubts.is_aside(c, part))
        if c.figure.role != "average" or part.figure.role == "average"  # 每平方米27.4元
        if not (_is_kind_of_all(c, part) or _is_new(c, part))
    ]
    if part.figure.joined and _listed(figure, here):
        # 路基135.6公里、路面109.8公里，路面完成率70.9%: of a road, and not of what is done besides
        found = [
            c
            for c in found
            if c.figure.sentence < figure.sentence or c not in here or c.figure.role == "plan"
        ]
    own = part.figure
    if any(c.figure.sentence < own.sentence for c in found):
        # 产业类36个、基础类29个、民生类10个。新开工35个，开工率83.3%: of no one of several kinds
        kinds = rate_doubts.one_of_several(told)
        found = [
            c
            for c in found
            if c.order not in kinds or c.figure.sentence == own.sentence
            or measures.akin(c.figure.raw, own.raw)
        ]
    # 使用751万元，其中中央679万元，…，使用率92.3%: of none of its own parts
    found = [
        c
        for c in found
        if not (c.group and c.group.wholes[0] is part and c.figure.value.high < own.value.low)
    ]
    if rated.stem(figure) == rated.FOUND:  # 任务6093人。婚检880对，检出243人，检出率13.8%
        found = [c for c in found if c.figure.sentence == own.sentence and c.figure.role != "plan"]
    if figure.raw.endswith(_OF_COUNTS):  # 47户产值增长，18户下降，增长面69.1%: not of the 18
        found = [c for c in found if c.figure.value.high >= own.value.low]
    if rated.stem(figure) in rated.GUESSED:
        # 就业3771人，完成任务的108%；再就业1001人，完成87%: of a task of its own
        found = [c for c in found if not c.completion or phrasings.MEANT.search(c.figure.raw)]
    return found


def _is_kind_of_all(one: Level, part: Level) -> bool:
    """按类型分，产业类39个、基础设施类30个。新开工35个，开工率83.3%: of none of these kinds."""
    view = one.group if one.group and one.group.view else None
    listed = view is not None and len(view.parts) > 1 and one in view.parts
    return listed and one.figure.sentence < part.figure.sentence


def _is_new(one: Level, part: Level) -> bool:
    """今年新改户厕1064户，问题厕所整改621户，整改完成率98.4%: of none of these."""
    return one.figure.raw.startswith(_NEWLY) and part.figure.raw.endswith("整改")


def _of_its_measure(figure: Figure, done: list[Level]) -> list[Level]:
    """执结2530件，到位率38.2%: of money; 亏损企业26户，亏损额3.83亿元，亏损面41.9%: of none."""
    stem = rated.stem(figure)
    if stem in terms.SPENT:
        done = [c for c in done if c.figure.base == "元" or rated.says(stem, c.figure)]
    if figure.raw.endswith(_OF_COUNTS):
        done = [c for c in done if c.figure.base != "元"]
    return done


def _of_its_kind(figure: Figure, here: Sequence[Level]) -> Rate | None:
    """累计办件14177件，线上11046件、线下3131件，线上办理率77.9%: of the kind that it names.

    That all were treated so is said of the whole: 办件, 办理; 线上办结率 is of those online.
    """
    stem = rated.stem(figure)
    kind = figure.word.removesuffix(stem)
    fits = [c for c in here if len(kind) > 1 and c.figure.name == kind and c.group]
    group = fits[0].group if len(fits) == 1 and figure.digits != _ALL else None
    if group is None:
        return None
    part = fits[0].figure
    if stem in terms.SETTLED and stem != "办理":
        return None
    words = terms.TREATED.get(stem, (stem,))
    told = [c for c in group.wholes if any(word in c.figure.raw for word in words)]
    wholes = [one for c in told if (one := c.of(part.base))]
    return Rate([part], wholes[:1], figure) if wholes else None


def _own_whole(part: Level, done: str, near: Sequence[Level]) -> Level | None:
    """新建项目36个，…；新建项目已开工29个，开工率80.6%: of what the part's words name first.

    投诉1109件。…已办结投诉987件，办结率89.0%: or of what they name behind what was done.
    """
    words = part.figure.raw
    told = [
        c
        for c in near
        if c.order < part.order
        and c.figure.base == part.figure.base
        and len(name := c.figure.name) >= len("新建")
        and name != part.figure.name  # 高血压…，规范管理58人；糖尿病…，规范管理20人
        and (words.startswith(name) or words.endswith(done + name))
        and part.figure.sentence - c.figure.sentence <= _LATELY
    ]
    alone = len(told) == 1 and told[0].figure.value.high > part.figure.value.low
    return told[0] if alone else None


def _is_named_whole(own: Level | None, part: Level, figure: Figure) -> bool:
    """一般隐患11744项、重大隐患122项。…；重大隐患已整改115项，整改率94.3%: of the 122, by name."""
    if own is None or figure.word != rated.stem(figure):
        return False
    one, whole = part.figure, own.figure
    named = one.raw == f"{whole.name}已{figure.word}"
    return named and not (one.carried or whole.carried) and one.clause == figure.clause


def _of_rest(figure: Figure, here: Sequence[Level], earlier: Sequence[Level]) -> Rate | None:
    """抽检500批次，不合格3批次，合格率99.4%: of what is left."""
    less = grades.lacking(figure, here, earlier)
    if not less:
        return None
    told = figures_of((*here, *earlier))
    bases = {one.base for one in less[0]}
    return Rate([], [], figure, less=less, besides=[one for one in told if one.base in bases])


def _parts(done: Sequence[Level]) -> list[Level]:
    """Return what a rate may be of, the likeliest first.

    已办结62件，阶段性办结26件，办结率70.5%: either may be meant.
    """
    first = done[0]
    above = first.group.wholes if first.group else ()
    wholes = [c for c in above if c in done and c.of(first.figure.base)]
    others = [c for c in done if c not in wholes and c.figure.base == first.figure.base]
    return [first, *wholes, *others[1:]][:_MEANT]


def _measured_by(figure: Figure, here: Sequence[Level]) -> tuple[str, frozenset[str]]:
    """Return a rate's name without what it is reckoned in, and the units of that.

    按人数计算适用率, 面积整改率, 按金额计整改率; 抽检水样272份，合格250份，水质合格率91.9%.
    """
    if figure.word.startswith("水质") and any("水样" in c.figure.raw for c in here[:_BOTH]):
        return figure.word[_BOTH:], frozenset()
    if figure.word.endswith(_OWED):
        return _OWED, frozenset()  # 平均资产负债率: of all that was told before it
    found = phrasings.MEASURED_BY.match(figure.word)
    if found is None:  # 雨污分流改造5.1公里；建成区绿化覆盖率42.86%: nothing was 建成
        return figure.word.removeprefix(_BUILT_UP), frozenset()
    return figure.word[found.end() :], terms.MEASURED_IN[found["what"]]


def _counts_villages(level: Level) -> bool:
    """200个村, 通车村186个; not 基站700个."""
    one = level.figure
    if one.base == "个":
        return any(word in one.raw + one.tail for word in _VILLAGES[1:])
    return one.base in _VILLAGES


def _told_with(figure: Figure, close: Sequence[Level]) -> list[Level]:
    """Return the levels of a rate's sentence before it, or in its bracket; the nearest first.

    流转13万亩，流转率41%，托管20万亩: what follows is of something else.
    """
    here = nearest([c for c in close if c.figure.sentence == figure.sentence], figure)
    if rate_terms.OF_VILLAGES.match(figure.word) and not any(map(_counts_villages, here)):
        return []  # 基站822座，其中新建113座，行政村5G通达率92.6%
    before = [c for c in here if c.figure.span < figure.span]
    behind = here[len(before) :]
    if not before and behind and behind[0].figure.parts:
        return []  # 开工率92.3%，其中省重点12个，开工11个: of all, and not of these
    if not before:
        return here
    if not (behind and behind[0].figure.enters):
        return before
    # 进度74%（种植面积96万亩），其中机收68万亩: what is behind the bracket is of something else
    inside = takewhile(lambda c: not (c.figure.leaves or c.figure.parts), behind[1:])
    return [*before, behind[0], *inside]


def _done(figure: Figure, here: Sequence[Level]) -> list[Level]:
    """Return the levels of which a rate's name says that they were done, the nearest first.

    156个项目开工142个: what stands between two figures is said of the second.
    """
    stem = rated.stem(figure)
    words = terms.SYNONYMS.get(stem, (stem,))
    if listed := _listed(figure, here):
        return listed
    done = [
        c
        for c in here
        if any(rated.says(word, c.figure) for word in words)
        and "应" not in c.figure.raw[:2]
        and "/" not in c.figure.raw  # 出栏率49.50%（出栏数/年初存栏66.24万头）
        and not (c.figure.tail and any(one.figure.raw == c.figure.tail for one in here))
        and c.figure.role != "plan"
        # 结案率85.77%，法官人均结案183.4件: no mean is what was done in all
        and (c.figure.role != "average" or c.figure.span < figure.span)
        and not (c.figure.enters and c.figure.raw.startswith(terms.SOME))  # （含和解后不起诉11人）
        and not terms.RESTING.search(c.figure.raw)
    ]
    if figure.joined and not figure.listed and done and done[0] is here[0]:
        return done[:1]  # 省交办件化解49件、化解率86.0%
    barely = terms.BARELY + stem
    if stem not in terms.DONE and any(
        barely in (raw := c.figure.raw) and stem not in raw.replace(barely, "") for c in here
    ):
        return []  # 满意144件，基本满意2件，满意率100%
    if figure.digits == _ALL:  # 按时结案597件，超时4件，结案率100%: of what is just called so
        # 已整改29项；移交信访件62件全部办结，办结率100%: of the last of which it is said.
        return [
            c
            for c in done[:1]
            if c.figure.name in words
            or (c is here[0] and c.figure.tail.startswith(words) and c.figure.tail != figure.raw)
        ]
    if not done:
        if stem == _SUCCESS and here and here[0].figure.raw.startswith(figure.word[:-2] or "T"):
            return []  # 调解纠纷31起，调解成功率96.8%: of the 31
        return [*here[:1]] if stem in rated.GUESSED or _half_said(stem, here) else []
    # 机械化清扫234.5万平方米，清扫总面积256.7万平方米，机械化清扫率91.4%
    full = [c for c in done if figure.word[:-2] and figure.word in c.figure.raw]
    plain = [c for c in done if c.figure.name.startswith(words)]
    if plain and done[0].figure.clause == figure.clause != plain[0].figure.clause:
        return full or done  # 化解137件，化解率71.4%；自排件化解90件，化解率63.4%
    return full or (plain if plain and not figure.word[:-2] else done)


def _half_said(stem: str, here: Sequence[Level]) -> bool:
    """Tell whether the last level says it in other words: 已通221个，通达率; 收回1456份，回收率."""
    if not here:
        return False
    between = here[0].figure.raw.partition(stem[0])[2][1:_BETWEEN]  # 产混合糖, 产糖率
    if stem[1:] and stem[1:] in between and here[0].figure.base != "元":
        return True
    said = here[0].figure.raw.lstrip("T已共累计")
    if stem[1:] in _OBJECTS and said[:1] == stem[0]:  # 破各类刑事案件, 破87起, 破案率
        return said == stem[0] or stem[1:] in said[1:]
    words = (stem[::-1], f"已{stem[0]}", *(("参加", "到会") if stem[0] == "参" else ()))
    return any(rated.says(word, here[0].figure) for word in words)


def _listed(figure: Figure, here: Sequence[Level]) -> list[Level]:
    """完成路基135.6公里、路面109.8公里，路面完成率70.9%: the first says what is done."""
    own, last = figure.word.removesuffix(rated.stem(figure)), here[0] if here else None
    if last is None or not last.figure.joined or len(own) < 2 or last.figure.name != own:
        return []
    first = next((c for c in here if not c.figure.joined), None)
    return [last] if first is not None and rated.says(rated.stem(figure), first.figure) else []


def _told(qualifier: str, levels: Sequence[Level]) -> bool:
    """雨污分流改造率: only where the levels tell of 雨污分流; 按期办结率: in any case."""
    if qualifier.endswith(terms.MANNERS) or len(qualifier) < 2:
        return True
    if terms.IN_TIME.fullmatch(qualifier):  # 按期办结3352件，按时办结率99.29%
        return any(terms.IN_TIME.search(level.figure.raw) for level in levels)
    pairs = [qualifier[i : i + 2] for i in range(len(qualifier) - 1)]
    if len(qualifier) >= rated.NAMED:  # 重大隐患整改率: of the great ones
        pairs = pairs[:1]
    return any(rated.says(pair, level.figure) for level in levels for pair in pairs)
