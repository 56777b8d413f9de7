"""Whether a rate may be of other levels than those that seem meant."""

from __future__ import annotations

from kuaibao_lint.facts.claims import complements, measures, rated, terms
from kuaibao_lint.facts.claims.figure import altogether
from kuaibao_lint.intervals import is_share, total
from kuaibao_lint.light_typing import TYPE_CHECKING
from kuaibao_lint.patterns import pattern

if TYPE_CHECKING:
    from collections.abc import Sequence

    from kuaibao_lint.facts.claims.figure import Figure
    from kuaibao_lint.facts.claims.model import Level, Rate

_ALL = "100"
_THINGS = ("问题", "隐患", "事项", "线索")
_ENDED = 2  # what came to nothing, and what is still open
_FEW = 3  # levels before a rate of which it may be
_ROW = 3  # what there was, what was done of it, and what is left
_PAIR = 2  # levels of which one is surely the part and one the whole
_AGED, _OLD = "岁", pattern("岁|老年|老人|人口")
_DUE, _SOLD, _ALIVE = "到期", "出栏", "成活"
_BORN = pattern("[产繁生育栽植种投放引]")
_FAR = 12  # characters from a level to the rate of the next clause
# 债务率 is of income, 不良率 of all loans, 缴费率 of those who must pay, 代偿率 of what fell due.
_OF_OTHERS = frozenset(("债务", "不良", "缴费", "代偿"))


def doubtful(
    figure: Figure,
    parts: Sequence[Level],
    done: Sequence[Level],
    here: Sequence[Level],
    answer: Rate,
) -> bool:
    """Tell whether a rate that does not fit is more likely of something else than wrong.

    parts, done: the levels that it may be of, and all of which its name says that they were done.
    here: the levels of its sentence, the nearest first. answer: what it was taken for.
    """
    if _stand_alone(figure, parts[0], here, answer) or _is_of_its_row(figure, parts[0], here):
        return False
    return (
        _may_be_another(figure, parts, done, here)
        or _is_carried(answer)
        or _but_for_new(figure, parts[0].figure, here, answer.wholes)
        or _of_its_own(figure, parts[0], answer.wholes)
        or _of_those_beside(figure, parts[0], here, answer.wholes)
        or _of_no_plan(figure, parts[0], answer.wholes)
        or _is_far(figure, here[0].figure)
        or _of_no_other(figure, parts[0], here, answer.wholes)
        or _in_one_way(figure, done)
        or _is_rated_itself(figure, parts[0], here, answer.wholes)
        or _of_some_told_before(parts[0], here, answer.wholes)
        or _of_the_last(figure, parts[0], here[0])
        or _of_what_is_not_told(figure, parts[0].figure, answer.wholes)
        or is_of_some_kind(figure, parts[0].figure, answer.wholes)
        or _of_other_things(parts[0].figure, answer.wholes)
    )


def _of_other_things(part: Figure, wholes: Sequence[Figure]) -> bool:
    """对120个部门开展审计，已整改306个问题，整改率95.6%: of the problems, which were not told."""
    noun = next((word for word in _THINGS if part.tail.startswith(word)), "")
    return bool(noun) and all(
        one.tail and not one.tail.startswith(noun) and noun not in one.raw for one in wholes
    )


def _stand_alone(figure: Figure, part: Level, here: Sequence[Level], answer: Rate) -> bool:
    """89480名重点人群签约74537名，签约率83.3%: the only two of its clause, no word between.

    The part stands right before the rate, and what it was done of right before that.
    """
    own = [c for c in here if c.figure.clause == figure.clause]
    if len(own) != _PAIR or own[0] is not part or own[1].figure not in answer.wholes:
        return False
    one, whole = part.figure, own[1].figure
    if one.joined or one.carried or whole.carried or whole.value.low <= one.value.high:
        return False
    if figure.word != rated.stem(figure):
        return False
    if whole.raw.startswith(figure.word) and one.raw == f"已{figure.word}":
        return True  # 就业年龄段6128人，已就业2682人，就业率43.8%
    return not whole.raw and rated.says(figure.word, one)


def _is_of_its_row(figure: Figure, part: Level, here: Sequence[Level]) -> bool:
    """批复指标12.83亿元，已用8.71亿元，结余4.12亿元，执行率67.9%: of the three of its clause."""
    own = [c.figure for c in here if c.figure.clause == figure.clause]
    if len(own) != _ROW or part.figure not in own or len({one.base for one in own}) > 1:
        return False
    rest, done, whole = own
    return part.figure is done and whole.amount == done.amount + rest.amount


def _but_for_new(
    figure: Figure, part: Figure, here: Sequence[Level], wholes: Sequence[Figure]
) -> bool:
    """文物592处，新发现51处，复查541处，复查率100%: of those that were known before."""
    others = (c.figure for c in here if c.figure.base == part.base and c.figure is not part)
    added = [one.value.plus(part.value) for one in others] if figure.digits == _ALL else []
    return any(made.meets(whole.value) for made in added for whole in wholes)


def _of_what_is_not_told(figure: Figure, part: Figure, wholes: Sequence[Figure]) -> bool:
    """到期回收3.81亿元，回收率99.7%: nobody says how much fell due."""
    if rated.stem(figure) == _SOLD:  # 6月末存栏75.85万头，…，出栏率13.9%: of those of the new year
        return not any("年初" in one.raw or "上年" in one.raw for one in wholes)
    if rated.stem(figure) == _ALIVE:  # 牛17.59万头。仔畜成活16.54万头，成活率94.8%: of those born
        return not any(_BORN.search(one.raw) for one in wholes)
    return _DUE in part.raw and not any(_DUE in one.raw for one in wholes)


def is_of_some_kind(figure: Figure, part: Figure, wholes: Sequence[Figure]) -> bool:
    """病虫害发生14.9万亩次，防治22.3万亩次，统防统治覆盖率49.8%: of what is done so."""
    own = figure.word.removesuffix(rated.stem(figure))
    if len(own) < rated.NAMED or part.value.low <= max(one.value.high for one in wholes):
        return False
    return not any(measures.akin(own, one.raw + one.tail) for one in (part, *wholes))


def _of_the_last(figure: Figure, part: Level, last: Level) -> bool:
    """一般隐患3506条，整改3460条，重大隐患20条，整改率95%: of the 20, it may be."""
    one, own = last.figure, part.figure
    if last.order <= part.order or one.base != own.base or own.value.low <= one.value.high:
        return False
    plain = not figure.word.removesuffix(rated.stem(figure))
    return plain and one.clause == own.clause and last.group is None and "重大" in one.raw


def _may_be_another(
    figure: Figure, parts: Sequence[Level], done: Sequence[Level], here: Sequence[Level]
) -> bool:
    """Tell whether a rate may be of other levels than those that were done.

    已办结352件，其中涉企诉求40件，办结率100%: of the 40. 两级…共化解…，总化解率: of all. With what
    was kept from the year before, a rate is of more than came in.
    """
    last, first = here[0], parts[0]
    narrower = last.group is not None and first.group is not last.group and first in here
    # 已收71万亩，进度74%（种植面积96万亩），其中机收68万亩: what stands behind a rate is not meant
    narrower = narrower and last.figure.span < figure.span
    if narrower and last.group and last.group.wholes[0] is first:
        # 优良162天（优84天、良78天），优良率93.6%: of what the bracket is about
        names = [c.figure.raw for c in last.group.parts]
        all_of_it = last.group.aside or complements.complete(names)
        narrower = not (all_of_it or _make_up(last.group.parts, first.figure))
    base, stem = first.figure.base, rated.stem(figure)[-2:]
    several = first.figure.each or sum(c.figure.base == base for c in done) > 1
    over_all = terms.OVER_ALL.search(figure.word[:-2]) is not None
    guessed = stem in rated.GUESSED and not any(rated.says(stem, c.figure) for c in done)
    called = [c for c in done if rated.says(rated.stem(figure), c.figure)]
    unlike = not figure.word.removesuffix(rated.stem(figure)) and len(_kinds(called, base)) > 1
    kept = any(
        terms.CARRIED_ON.search(c.figure.raw)
        for c in here
        if c.group is None and not c.figure.raw.startswith(terms.SOME)
    )
    return (
        narrower
        or _says_more(figure, first, last)
        or (over_all and (several or len(done) > 1) and not _is_of_all_done(figure, done[0]))
        or unlike
        or kept
        or stem in _OF_OTHERS
        or (guessed and sum(c.figure.base == base for c in here) > _PAIR)
    )


def _is_of_all_done(figure: Figure, done: Level) -> bool:
    """在线办结5944件，…；已办结10406件，综合办结率99.30%: of what was done in all."""
    one = done.figure
    directly = figure.span.start - one.span.end == len(figure.raw) + 1
    return directly and one.raw in {f"已{rated.stem(figure)}", rated.stem(figure)}


def _make_up(parts: Sequence[Level], whole: Figure) -> bool:
    """兑付188万元，其中购置补贴166万元、报废补贴22万元，兑付率96%: of both, and not of the last."""
    figures = [one for c in parts if (one := c.of(whole.base))]
    return len(figures) >= _PAIR and total([one.value for one in figures]).meets(whole.value)


def _of_no_other(
    figure: Figure, part: Level, here: Sequence[Level], wholes: Sequence[Figure]
) -> bool:
    """登记10人，县级投票9人，参选率90%；乡级投票7人，参选率95%: the 7 are of others, not told."""
    stem = rated.stem(figure)
    words = (stem,) if rated.says(stem, part.figure) else terms.SYNONYMS.get(stem, (stem,))
    earlier = (c for c in here if c.rated and c.order < part.order)
    before = [c for c in earlier if any(rated.says(word, c.figure) for word in words)]
    if not before:
        return False
    last, own = before[0].figure, part.figure
    if own.raw.endswith(last.name):
        return False  # 结案856件，结案率94%，按期结案778件，按期结案率85%: of the same
    told = (one for one in wholes if not any(rated.says(word, one) for word in words))
    names = (one.name.replace(stem, "")[-2:] for one in told)
    named = any(len(name) > 1 and name in own.raw for name in names)  # 自排142件，…，自排件化解90件
    return not (named or any(last.span < one.span < own.span for one in wholes))


def _is_rated_itself(
    figure: Figure, part: Level, here: Sequence[Level], wholes: Sequence[Figure]
) -> bool:
    """小麦机收65.9万亩，机收率99%；玉米机播65.1万亩，机播率97%: each of its own, not told."""
    before = [c for c in here if c.order < part.order and c.figure.base == part.figure.base]
    if not before or not before[0].rated:
        return False
    last, own = before[0].figure, part.figure
    if own.base == "元" and terms.PAID_IN.search(last.raw) and terms.PAID_OF_IT.match(own.raw):
        return False  # 资金指标5.3亿元，分配率100%；支出3.6亿元，支出进度67.3%: of what came
    if part.group is None or part.group.guess:
        # 施肥70万亩，覆盖率94%；防控37万亩，覆盖率54%，统防统治36万亩，覆盖率51%: not of the 70
        stem = rated.stem(figure)
        like = {c.figure.span for c in before if c.rated and rated.stem(c.rated) == stem}
        if like and all(one.span in like for one in wholes):
            return True
    if _is_of_the_untold(before, wholes):
        return True
    # 签约20万人，签约率56%，其中重点9万人，签约率87%；健康管理4万人，管理率74%: nor of those
    of_others = {c.figure.span for c in before if c.rated}
    others = [c for c in wholes if c.span not in of_others]
    return last.clause < own.clause and all(one.sentence < own.sentence for one in others)


def _is_of_the_untold(before: Sequence[Level], wholes: Sequence[Figure]) -> bool:
    """渔民924人；已落实社保696人，参保率95.7%，转产就业658人，就业率98.9%: of others, both.

    before: the levels before the part, the nearest first, which has a rate itself.
    """
    last = before[0].figure
    rate = before[0].rated
    if rate is None or rate.digits == _ALL:
        return False
    told = [last, *(c.figure for c in before[1:]), *wholes]
    return not any(  # 属实90件，不属实22件，属实率80.4%；已办结53件，…: is of those told
        one is not other and is_share(one.value, other.value, rate.value)
        for one in told[:_FEW]
        for other in told
    )


def _of_some_told_before(part: Level, here: Sequence[Level], wholes: Sequence[Figure]) -> bool:
    """社会组织273家。新成立14家、注销8家，年检248家，年检率95.8%: of older ones."""
    own = part.figure
    beside = [c for c in here if c.order < part.order and c.figure.base == own.base]
    others = [c for c in beside if c.figure.clause == own.clause and not (c.rated or c.group)]
    smaller = all(c.figure.value.high < own.value.low for c in others)
    larger = [one for one in wholes if one.value.high >= own.value.low]
    before = bool(larger) and all(one.sentence < own.sentence for one in larger)
    return len(others) >= _PAIR and smaller and before


def _in_one_way(figure: Figure, done: Sequence[Level]) -> bool:
    """在线办结6182件，转派4875件，综合办结率99.2%: of more than what was settled in one way."""
    of_all = terms.OF_ALL.search(figure.word[:-2]) is not None
    return of_all and len(done) == 1 and terms.IN_ONE_WAY.search(done[0].figure.raw) is not None


def _is_carried(rate: Rate) -> bool:
    """受理170人，批准逮捕119人（含上期积存）: more was done than came in."""
    return any(one.carried for one in (*rate.parts, *rate.wholes))


def _is_far(figure: Figure, last: Figure) -> bool:
    """处理3.1万吨；农村生活垃圾收集率98.0%，处理率92.3%: the clause has a subject of its own.

    结案6113件，同比增长23.62%；综合结案率91.99%: is of all that was told.
    """
    if terms.OF_ALL.match(figure.word) and rated.says(rated.stem(figure), last):
        return False
    return last.clause != figure.clause and figure.span.start - last.span.end > _FAR


def _of_its_own(figure: Figure, part: Level, wholes: Sequence[Figure]) -> bool:
    """结案2467件，…；诉前调解成功3132件，诉前调解成功率73.4%: of what no figure before tells."""
    own = figure.word.removesuffix(rated.stem(figure))
    if len(own) < rated.NAMED or own[:2] not in part.figure.raw:
        return False
    # 受理民事案件2536件，诉前调解成功1381件，诉前调解成功率69.8%: of those that came before
    before = own.startswith(("诉前", "委派"))
    near = () if before else (one for one in wholes if one.clause == part.figure.clause)
    return not (any(near) or any(own[:2] in one.raw for one in wholes))


def is_of_concluded(figure: Figure, close: Sequence[Level]) -> bool:
    """接收1008件，成功739件，成功率76.3%；不成功215件，正在调解39件: not of what is still open."""
    behind = (c.figure for c in close if c.figure.span > figure.span)
    told = [one.raw for one in behind if one.sentence == figure.sentence]
    return rated.stem(figure) == "成功" and any("正在" in one or "不成" in one for one in told)


def failed(figure: Figure, part: Figure, close: Sequence[Level]) -> Figure | None:
    """成功739件，成功率…；调解不成215件，正在调解39件: of both together, or of all that came in."""
    if rated.stem(figure) != "成功":
        return None
    behind = [c.figure for c in close if c.figure.span > figure.span]
    told = [one for one in behind if one.base == part.base and one.sentence == figure.sentence]
    told = [one for one in told if one.clause == told[-1].clause]
    lost = [one for one in told if "不成" in one.raw]
    if len(lost) != 1:
        return None
    # 接收1008件，成功739件；不成功215件，正在调解39件，退回15件: or of all that was concluded
    added = part.amount + altogether(one for one in told[:_ENDED] if one.span >= lost[0].span)
    return lost[0] if any(c.figure.amount == added for c in close) else None


def _of_those_beside(
    figure: Figure, part: Level, here: Sequence[Level], wholes: Sequence[Figure]
) -> bool:
    """公办9家、床位918张；入住老人659人，公办机构入住率71.7%: not of all who live there.

    小学22262人、初中11841人。寄宿生5759人，初中寄宿率45.3%: nor of all who board.
    """
    own = figure.word.removesuffix(rated.stem(figure))[:_PAIR]
    if len(own) < _PAIR or own in part.figure.raw:
        return False
    if named := [one for one in wholes if own in one.raw]:
        start, clause = part.figure.span.start, part.figure.clause
        near = (one for one in named if start - one.span.end <= _FAR and not one.joined)
        return not any(near) and all(one.clause != clause for one in named)
    return any(own in c.figure.raw for c in here)


def _of_no_plan(figure: Figure, part: Level, wholes: Sequence[Figure]) -> bool:
    """产前筛查完成1170人，任务完成率60.2%: of a task that nothing before tells.

    已收获69.9万亩，其中玉米43.8万亩，进度91.1%: of the maize, and not of all.
    """
    if rated.stem(figure) not in rated.GUESSED or any(one.role == "plan" for one in wholes):
        return False
    told = [one for one in wholes if one.sentence == figure.sentence]
    akin = any(measures.akin(part.figure.raw, one.raw) for one in wholes)
    akin |= figure.word.startswith("投资") and any(one.raw.endswith("总投资") for one in wholes)
    of_part = part.group is not None and not rated.says(rated.stem(figure), part.figure)
    return of_part or not (told or akin)


def is_strange(whole: Level, part: Level, figure: Figure) -> bool:
    """流入1745亩（其中恢复1014亩）。处置批而未供土地460亩，处置率28.5%: of no land told before."""
    one, own = whole.figure, part.figure
    stem = rated.stem(figure)
    if _AGED in own.raw and one.role != "plan" and not _OLD.search(one.raw + one.tail):
        return True  # 管理高血压34673人，65岁以上体检46797人，体检率72.4%
    # 已拨付项目单位6.83亿元: to whom, and not of what
    thing = own.name.partition(stem)[0] if stem in terms.SPENT else own.name.replace(stem, "")
    if stem in terms.ONLINE:
        thing = thing.replace(terms.ONLINE[-1], "")  # 网上办理52171件，网办率74.6%
    thing = thing.removeprefix("年末").removeprefix("年底")
    # 安置帮教835人，安置率96.5%、帮教率98.4%: of none of the people who were told of before
    called = own.base == "人" and (own.name.startswith(stem) or own.name.endswith(stem))
    spelt = len(thing) >= (len("帮教") if called else rated.NAMED)
    before = called and own.name.startswith(stem) and one.clause < own.clause
    apart = one.sentence < own.sentence or before
    return apart and spelt and not measures.akin(thing, one.raw + one.tail)


def one_of_several(told: Sequence[Level]) -> set[int]:
    """产业类36个、基础类29个、民生类10个: the orders of the levels in a list of three or more."""
    listed = {c.order: c.figure for c in told if c.figure.joined and c.figure.role == "level"}
    found: set[int] = set()
    for order, one in listed.items():
        before = listed.get(order - 1)
        if before and (before.base, before.clause) == (one.base, one.clause):
            found |= {order - 2, order - 1, order}
    return found


def is_aside(whole: Level, part: Level) -> bool:
    """情节轻微60人（含和解14人），证据不足3人，不起诉率16.7%: nothing behind it is of the 14."""
    one, behind = whole.figure, part.order - whole.order
    aside = behind > 0 and one.enters and one.raw.startswith(terms.SOME)
    return aside and (part.figure.leaves or behind > 1)


def _says_more(figure: Figure, done: Level, last: Level) -> bool:
    """处置未供土地402亩，处置率39.3%；闲置土地142亩，处置率51.6%: of the 142."""
    one, other = done.figure, last.figure
    return one.clause != other.clause == figure.clause and one.base == other.base


def _kinds(done: Sequence[Level], base: str) -> set[str]:
    """法定不起诉3人，情节轻微不起诉62人，不起诉率19.15%: what was done, in several kinds."""
    return {c.figure.name for c in done if c.figure.base == base and c.group is None}
