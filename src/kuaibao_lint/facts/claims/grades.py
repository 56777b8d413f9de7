"""Rates of several levels together, or of what a level lacks: 优良率, 综合办结率, 合格率."""

from __future__ import annotations

from itertools import takewhile

from kuaibao_lint.facts.claims import complements, measures, rate_terms, terms
from kuaibao_lint.facts.claims.model import Change, Rate
from kuaibao_lint.intervals import is_share, total
from kuaibao_lint.light_typing import TYPE_CHECKING
from kuaibao_lint.patterns import pattern

if TYPE_CHECKING:
    from collections.abc import Sequence

    from kuaibao_lint.facts.claims.figure import Figure
    from kuaibao_lint.facts.claims.model import Level

    _List = tuple[Sequence[Figure], Sequence[Figure]]
    _Pair = tuple[Figure, Figure]

_PAIR = 2  # 合格, 不合格: what was not done tells enough
_RUN = 3  # what was done, what is being done, and what was not begun
_LEVEL = "持平"
# 立行立改188条，限期整改121条，已整改111条
_ATONCE, _IN_TIME = pattern("立行立改|立即整改|当场整改|现场整改"), pattern("限期|分期|分阶段")
_RECTIFIED = pattern("已整?改|整改到位|完成整改")
_MOST = 12  # levels of one list: they bound the work
# 评价等级为优, 基本满意, 不合格: one of several grades.
_GRADE = pattern(
    "(?:优秀?|良好?|中等?|较?差|合格|满意|一般|达标|[好中差]评)(?:等[次级]|档次?|的)?(?:有|为|共)?$"
)
# Classes of water, of which those up to the third are good.
_CLASS, _BAD = pattern("[ⅠⅡⅢⅣⅤ]|劣"), pattern("[ⅣⅤ]|劣")
# 办结率97.1%（剔除撤回9件）: in its bracket, no whole.
_BESIDE_RATE = pattern("含|其中|剔|扣|除|不|未|[PYT]|比|增|减|均|全[国省市]")


def graded(stem: str, here: Sequence[Level]) -> Sequence[_List]:
    """优14个、良13个、中5个、差1个，优良率81.8%: of the first two, in all or in what they are of.

    here: the levels of a rate's sentence, the nearest first.
    """
    words = rate_terms.GRADES.get(stem)
    if words is None or not here:
        return []
    last = here[0]
    run = takewhile(
        lambda c: c.figure.base == last.figure.base and _GRADE.search(c.figure.raw), here
    )
    listed = [*run][:_MOST]
    good = [c for c in listed if any(measures.said_of(word, c.figure.raw) for word in words)]
    if len(good) == len(listed) == _PAIR and stem == "满意":
        both = [c.figure for c in good]  # 满意163件、基本满意3件: of the first, or of both
        plain = [one for one in both if terms.BARELY not in one.raw]
        return [(plain, both), (both, both)] if len(plain) == 1 else []
    if not (good and len(good) < len(listed) and len(listed) > _PAIR):
        return []
    parts = [c.figure for c in good]
    # 优秀120人、合格560人、基本合格5人、不合格2人，合格率99.0%: of the first two, it may be
    plainly = [one for one in parts if terms.BARELY not in one.raw]
    above = [c for c in (last.group.wholes if last.group else ()) if c not in listed]
    of = [[one] for c in above[:1] if (one := c.of(last.figure.base))]
    wholes = [*of, [c.figure for c in listed]]
    readings = [parts, plainly] if 1 < len(plainly) < len(parts) else [parts]
    return [(some, whole) for some in readings for whole in wholes]


def waters(here: Sequence[Level]) -> Sequence[_List]:
    """7个断面中，Ⅰ—Ⅱ类4个、Ⅲ类3个，优良比例100%: of the first three classes, in all.

    here: the levels of the rate's sentence, the nearest first.
    """
    classes = [*takewhile(lambda c: _CLASS.search(c.figure.raw), here)]
    good = [c.figure for c in classes if not _BAD.search(c.figure.raw)]
    whole = here[len(classes) : len(classes) + 1]
    alike = {one.base for one in good} == {c.figure.base for c in whole}
    return [(good, [whole[0].figure])] if alike else []


def either(word: str, here: Sequence[Level], earlier: Sequence[Level]) -> Sequence[_List]:
    """审结2955件，其中调解1154件，撤诉531件，调撤率57.02%: of both, in all that was settled."""
    words = next((v for k, v in rate_terms.EITHER.items() if word.endswith(k)), None)
    if words is None:
        return []
    if not here and earlier:  # 审结7134件，其中调解…，撤诉…，判决…。调解撤诉率53.5%
        last = earlier[0].figure.sentence
        here = [c for c in earlier if c.figure.sentence == last]
    parts = [[c for c in here if word in c.figure.raw] for word in words]
    if any(len(some) != 1 for some in parts):
        return []
    if parts[0] == parts[1]:
        return _settled_either_way(parts[0][0], here, earlier)
    listed = [some[0] for some in parts]
    groups = [c.group for c in listed]
    group = groups[0]
    if group is not groups[1] or len({c.figure.base for c in listed}) > 1:
        return []
    base = listed[0].figure.base
    # 审结2037件，其中…。调解601件，撤诉291件，…，调撤率43.79%: of all that was settled
    closed = [c for c in earlier if rate_terms.CLOSED.search(c.figure.raw)]
    wholes = group.wholes if group else closed
    if listed[0].figure.enters:  # 结案438件，结案率47%（调解结案207件，撤诉96件，调撤率69%）
        before = [c for c in here if c.order == listed[0].order - 1]
        wholes = [c for c in before if rate_terms.CLOSED.search(c.figure.raw)] or wholes
    whole = next((one for c in wholes if (one := c.of(base))), None)
    return [([c.figure for c in listed], [whole])] if whole else []


def _settled_either_way(
    part: Level, here: Sequence[Level], earlier: Sequence[Level]
) -> Sequence[_List]:
    """审结3412件，…。以调解、撤诉方式结案1713件，调撤率50.21%: of all that was settled.

    Or of what stands right before it: 民商事4491件，审结3975件，调解、撤诉2107件，调撤率53.01%.
    """
    before = [c.figure for c in here if c.order == part.order - 1]
    if before and before[0].base == part.figure.base and rate_terms.CLOSED.search(before[0].raw):
        return [([part.figure], before)]
    closed = [
        c.figure
        for c in earlier
        if c.figure.base == part.figure.base and rate_terms.CLOSED.search(c.figure.raw)
        if c.group is None
    ]
    return [([part.figure], [closed[0]])] if len(closed) == 1 else []


def begun(figure: Figure, here: Sequence[Level]) -> Rate | None:
    """已完工24个、正在施工25个、未进场2个，开工率96.1%: of all but the last, in all.

    here: the levels of the rate's sentence, the nearest first.
    """
    if not figure.word.endswith("开工"):
        return None
    told = [c.figure for c in here if c.figure.span < figure.span]
    run = told[:_RUN][::-1]
    listed = len(run) == _RUN and len({(one.base, one.clause) for one in run}) == 1
    if not listed or run[0].joined or not rate_terms.NOT_BEGUN.match(run[-1].raw):
        return None
    *on, _ = run
    known = complements.is_done(on[0].raw) and complements.is_state(on[1].raw)
    plain = not any("开工" in one.raw or rate_terms.NOT_BEGUN.match(one.raw) for one in on)
    return Rate([], [], figure, lists=[(on, run)]) if known and plain else None


def over_all(done: Sequence[Level], here: Sequence[Level]) -> Sequence[_List]:
    """建议335件，办结283件；提案43件，办结40件，综合办结率85.4%: of both, in both.

    done: those of which the rate's name says that they were; here: the levels of its sentence.
    """
    by_order = {c.order: c for c in here}
    if any(terms.CARRIED_ON.search(c.figure.raw) for c in here):
        return []
    pairs = [
        (c.figure, came.figure)
        for c in done
        if (came := by_order.get(c.order - 1)) and came not in done
        if came.figure.base == c.figure.base and c.figure.value.low <= came.figure.value.high
    ]
    if len(pairs) < 2 or len(pairs) != len(done) or len({one.base for one, _ in pairs}) > 1:
        return []
    return [([one for one, _ in pairs], [other for _, other in pairs])]


def all_of_run(part: Level, here: Sequence[Level]) -> Sequence[_List]:
    """已完工6个，在建14个，未开工1个，完工率28.6%: of all three, where what is left is told.

    here: the levels of the rate's sentence.
    """
    own = part.figure
    told = sorted(here, key=lambda c: c.order)
    run = [c.figure for c in told if c.figure.base == own.base and c.figure.clause == own.clause]
    run = [one for one in run if one.role == "level" and not (one.parts or one.enters)]
    if len(run) != _RUN or own not in run or own.joined:
        return []
    # 47户企业产值增长，18户下降，3户持平，增长面69.1%: nor did the rest
    left = [one for one in run if one is not own and rate_terms.LEFT_UNDONE.search(one.raw)]
    left += [one for one in run if _LEVEL in one.raw or one.tail.startswith(_LEVEL)]
    return [([own], run)] if left and not any(one.approx for one in run) else []


def of_its_list(figure: Figure, part: Level) -> Sequence[_List]:
    """在园12600人，其中公办7560人、普惠性民办4284人，普惠率94%: of both, it may be."""
    group = part.group
    if group is None or group.guess or not part.figure.joined:
        return []
    own = part.figure
    listed = [one for c in group.parts if (one := c.of(own.base)) and one.span < figure.span]
    wholes = [one for c in group.wholes if (one := c.of(own.base))]
    near = len(listed) > 1 and listed[-1] is own and own.clause == figure.clause
    if not (near and wholes) or total([one.value for one in listed]).meets(wholes[0].value):
        return []  # 314项，其中县级31项、部门137项、乡镇146项，完成率92.1%: no progress
    return [(listed[-size:], wholes[:1]) for size in range(2, len(listed) + 1)]


def rectified(figure: Figure, here: Sequence[Level]) -> Sequence[_List]:
    """问题309条，其中立行立改188条，限期整改121条已整改111条，综合整改率96.8%: of all that was."""
    if len(here) <= _RUN or not figure.word.endswith(("整改", "整改到位")):
        return []
    done, due, atonce, whole = (c.figure for c in here[: _RUN + 1])
    alike = len({done.base, due.base, atonce.base, whole.base}) == 1 and done.span < figure.span
    said = _ATONCE.search(atonce.raw) and _IN_TIME.match(due.raw) and _RECTIFIED.search(done.raw)
    if not (alike and said) or done.amount > due.amount:
        return []
    return [([atonce, done], [whole])]


def lacking(figure: Figure, here: Sequence[Level], earlier: Sequence[Level]) -> list[_Pair]:
    """抽检500批次，不合格3批次，合格率99.4%; 派单708件，超期9件，按时办结率98.7%: of the others.

    Return wholes, each with what is to be taken from it.
    """
    own = figure.word[-2:]
    late = terms.IN_TIME.search(figure.word) is not None
    rest = here[0].figure if here else None
    if rest is None or here[0].mates or len(own) < 2:
        return []
    if rest.joined and f"未{own}" not in rest.raw:
        return []
    denied = any(no + own in rest.raw for no in ("未", "不"))
    if not (denied or (late and terms.LATE.search(rest.raw))):
        return []
    aside = [rest]
    for c in here[1:]:  # 完工63个、在建20个、未开工6个，开工率93.3%: of none of the list
        if not aside[-1].joined:
            break
        aside.append(c.figure)
    before = here[len(aside) : len(aside) + 1]
    own_row = [c.figure for c in before if c.group and c.figure.clause == rest.clause]
    if own_row and own_row[0].base == rest.base and own_row[0].value.low > rest.value.high:
        return [(own_row[0], rest)]  # 其中，农产品抽检421批次，不合格14批次，合格率96.67%；…
    above = [c.group.wholes[0] for c in earlier if c.group and c.group.wholes[0] not in earlier]
    wholes = [
        c.figure
        for c in (*here[len(aside) :], *earlier, *above[:1])
        if c.group is None
        and c.total is None
        and not c.figure.raw.endswith("类")  # 劳动保障类194件。…；不满意82件: of all who were asked
        and not (c.figure.joined and c.figure.sentence < rest.sentence)  # 住建局553件、石桥镇166件
        and c.figure.base == rest.base
        and c.figure.value.low > rest.value.high
    ]
    return [(one, rest) for one in wholes[:2]]


def saved(figure: Figure, here: Sequence[Level]) -> Rate | None:
    """预算1.23亿元，节约667万元，节约率5.4%: of the budget.

    中标12.34亿元，节约0.89亿元，节约率6.7%: of both together, which were the budget.
    """
    told = [c.figure for c in here if c.figure.span < figure.span]
    part = next((one for one in told if terms.SAVING.search(one.raw)), None)
    if part is None:
        paid = [one for one in told if terms.PAID.search(one.raw)]
        due = [one for one in told if terms.TO_PAY.search(one.raw) and one not in paid]
        less = [(due[0], paid[0])] if len(paid) == len(due) == 1 else []
        return Rate([], [], figure, less=less) if less and due[0].base == paid[0].base else None
    like = [one for one in told if one.base == part.base and one is not part]
    like = [one for one in like if not terms.SAVING.search(one.raw)]
    paid = [one for one in like[:1] if terms.PAID.search(one.raw)]
    due = [one for one in like if terms.TO_PAY.search(one.raw)][:1]
    sums = [(part, (one, part)) for one in paid]
    return Rate([part], due or paid, figure, doubtful=not due, sums=sums) if due or paid else None


def in_bracket(figure: Figure, near: Sequence[Level]) -> list[_Pair]:
    """登记率97.8%（底册8716个，实际核查8524个）: return part and whole."""
    behind = [c.figure for c in near if c.figure.span > figure.span][:3]
    if len(behind) < 2 or not behind[0].enters or behind[1].enters or behind[1].leaves:
        return []
    first, second, *more = behind
    near_by = first.span.start - figure.span.end <= len(first.raw) + 2
    closed = all(one.leaves or one.sentence != figure.sentence for one in more)
    if not (near_by and closed) or first.base != second.base or first.sentence != figure.sentence:
        return []
    by_size = sorted((first, second), key=lambda one: one.amount)
    for part, whole in (by_size, by_size[::-1]):
        says = terms.TO_DO.search(whole.raw) and terms.HAS_DONE.search(part.raw)
        if says and not measures.siblings(part.name, whole.name):
            return [(part, whole)]
    return []


def whole_behind(figure: Figure, here: Sequence[Level], near: Sequence[Level]) -> list[_Pair]:
    """流转土地13.3万亩，流转率38.2%（家庭承包地34.8万亩）: the bracket says of what it is.

    Return the level right before a rate and that whole; here: the levels of its sentence.
    """
    behind = [c.figure for c in near if c.figure.span > figure.span][:2]
    before = [c for c in here if c.figure.span < figure.span and c.figure.role != "average"]
    if not (behind and before) or not behind[0].enters or behind[0].parts:
        return []
    whole = behind[0]
    told = whole.span.start - figure.span.end <= len(whole.raw) + 2
    alone = behind[-1] is whole or behind[-1].leaves or behind[-1].clause != whole.clause
    if not (told and alone):
        return []
    part = before[0].of(whole.base)
    above = before[0].group.wholes[0].of(whole.base) if before[0].group else None
    if whole.raw.startswith("已"):
        # 隐患919处，其中…，现场整改671处，限期整改248处，整改率94.3%（已整改867处）: of the first
        return [(whole, above)] if above and above.value.high >= whole.value.low else []
    if part and above and above.sentence == part.sentence:
        # 参保48.6万人，其中职工5.1万人、居民43.5万人，参保率96.0%（应参保50.7万人）: of all of them
        own, named = (measures.in_common(one.raw, figure.raw) for one in (part, above))
        fits = [is_share(one.value, whole.value, figure.value) for one in (part, above)]
        part = above if (named and not own) or fits == [False, True] else part
    if part is None or part.value.low > whole.value.high:
        return []
    return [(part, whole)] if not _BESIDE_RATE.search(whole.raw) else []


def unappealed(figure: Figure, here: Sequence[Level]) -> Rate | None:
    """一审判决1162件，上诉163件，服判息诉率85.97%: of what was judged, or of all that was settled.

    here: the levels of its sentence, the nearest first.
    """
    appeals = [c.figure for c in here if rate_terms.APPEALED.search(c.figure.raw)]
    if len(appeals) != 1:
        return None
    less = [
        (c.figure, appeals[0])
        for words in rate_terms.APPEALABLE
        for c in here
        if words in c.figure.raw and c.figure.base == appeals[0].base and c.figure is not appeals[0]
    ]
    return Rate([], [], figure, less=less[:3]) if less else None


def premium(figure: Figure, near: Sequence[Level]) -> Change | None:
    """起始价27934万元，成交价34135万元，溢价率22.20%: by how much more was paid than was asked."""
    asked = [c.figure for c in near if rate_terms.ASKED.search(c.figure.raw)]
    if len(asked) != 1:
        return None
    sold = [c for c in near if rate_terms.SOLD_FOR.search(c.figure.raw)]
    paid = [one for c in sold if (one := c.of(asked[0].base))]  # 成交175件11793万元
    if len(paid) != 1 or len(sold) != 1:
        return None
    change = Change(paid[0])
    figure.sign = 1
    change.base, change.growth = asked[0], figure
    return change
