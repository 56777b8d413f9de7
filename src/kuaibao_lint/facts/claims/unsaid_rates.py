"""Rates whose name does not say what was done, or whose whole stands elsewhere: 覆盖率, 分配率."""

from __future__ import annotations

from kuaibao_lint.facts.claims import measures, rate_terms, rated, terms
from kuaibao_lint.facts.claims.asking import figures_of
from kuaibao_lint.facts.claims.model import Rate
from kuaibao_lint.facts.claims.rate_doubts import is_of_some_kind
from kuaibao_lint.light_typing import TYPE_CHECKING
from kuaibao_lint.patterns import pattern

if TYPE_CHECKING:
    from collections.abc import Sequence

    from kuaibao_lint.facts.claims.figure import Figure
    from kuaibao_lint.facts.claims.model import Level

    _Whole = tuple[Figure, tuple[Figure, Figure]]  # a part, and the two that its whole is of

_FUNDS = pattern("资金|指标|额度")
_LATELY = 3  # sentences from funds to what was spent of them
# 最高日供水5.71万吨，供水普及率98.9%: of people, houses and villages.
_SERVED = frozenset("人户个村")
_SHORT = 4  # characters of what was done of a plan, that name nothing else
_NOT_YET = pattern("[T尚还仍]*(?:正在|未|待|拟|(?:开展)?前期|谋划|储备|筹备|在[建办])")
_MARK = 1  # the comma between a level and its rate
# 应检3181台，实检3165台; 应收水费1523.4万元，实收1489.2万元
_DUE = pattern(
    "应(?P<what>[收缴征发拆兑签还付](?=[^，；]{2,8}$)|[^，；当]{1,3}"
    "(?=(?:儿童|人数|人员|对象|学生|企业|户数|老人|老年人|群众|居民|人口)?$))"
)


def by_which(figure: Figure, here: Sequence[Level]) -> Rate | None:
    """参保361920人，按常住人口37.12万人计算参保率为97.50%: of what stands right before it."""
    if len(here) < 2 or here[0].figure.raw[:1] != "按" or not _RECKONED.match(figure.raw):
        return None
    whole, part = here[0].figure, here[1].of(here[0].figure.base)
    directly = figure.span.start - whole.span.end == len(figure.raw)
    return Rate([part], [whole], figure) if directly and part else None


def due_behind(figure: Figure, here: Sequence[Level], near: Sequence[Level]) -> Rate | None:
    """巡河9713人次，…，完成率97.2%，应巡9991人次: of what had to be done, right behind it."""
    whole = next((c.figure for c in near if c.figure.span > figure.span), None)
    if whole is None or whole.raw[:1] != "应" or not 1 < len(whole.raw) <= _SHORT:
        return None
    if whole.span.start - figure.span.end != len(whole.raw) + 1:
        return None
    told = [c.figure for c in here if c.figure.base == whole.base]
    done = [one for one in told if one.span < figure.span and whole.raw[1:] in one.raw]
    return Rate(done, [whole], figure) if len(done) == 1 else None


def due(figure: Figure, here: Sequence[Level]) -> Rate | None:
    """应检3181台，实检3165台，定检率99.50%: what had to be done, and what was.

    应收水费1523.4万元，实收1489.2万元，收缴率97.8%.
    """
    if len(here) < 2 or here[0].figure.span > figure.span:
        return None
    part, whole = here[0].figure, here[1].figure
    if whole.role == "whole":  # 占应收面积59.5万亩的91.9%，其中机收54.1万亩，机收率98.9%
        return None
    behind = _DUE.search(part.raw)
    if behind and not whole.raw and whole.base == part.base and behind["what"] in figure.word:
        return Rate([whole], [part], figure)  # 267.4万人参加植树，应尽责282.7万人，尽责率94.6%
    due = _DUE.search(whole.raw)
    if due is None or part.base != whole.base or here[0].order != here[1].order + 1:
        return None
    what = due["what"]
    said = part.raw.partition(what[0])[0][-rated.NAMED:]
    did = not {what[0], what[-1]}.isdisjoint(part.raw) and not {"实", "已"}.isdisjoint(said)
    fits = (part.raw.endswith(what) or did) and not set(what).isdisjoint(figure.word)
    return Rate([part], [whole], figure) if fits else None


_ALL_THERE_IS = pattern(
    "(?:全[省市县区州旗乡镇])?(?:(?P<people>(?:户籍|常住)总?人口)|总人口|[^，；]{0,4}(?:种植|播种|在田)面积"
    "|应(?!急)[^，；]{1,6}|申请[^，；]{0,6}总额|(?:有|符合)[^，；]{0,8}(?:需求|条件)的?[^，；]{0,6})(?:共|为)?$"
)
_BOTH = 2  # what was done, and of what
_STILL = pattern("(?:仍|尚|还)?有")
_RECKONED = pattern("计|测算|统计")
_NEAR_BY = 24  # characters from a level to the rate of it: 为5131名残疾人提供基本康复服务
_HELD = frozenset((("张", "人"), ("本", "人")))  # cards, of those who are to have one


def rate_of_last(figure: Figure, here: Sequence[Level]) -> Rate | None:
    """Return what a rate says of the last level, where its name says of none that it was done."""
    told = _of_two(figure, here) or of_the_last(figure, here) or _of_its_list(figure, here)
    return told or of_its_plan(figure, here)


def of_its_plan(figure: Figure, here: Sequence[Level]) -> Rate | None:
    """计划储备化肥15798吨，到库12965吨，到位率82.1%: a character says that it is of these."""
    if len(here) < _BOTH or here[0].figure.span > figure.span:
        return None
    part, plan = here[0].figure, here[1].figure
    near = _is_right_behind(figure, part) and here[1].order + 1 == here[0].order
    alike = plan.role == "plan" and part.role == "level" and part.base == plan.base
    said = rated.stem(figure)[:1] in part.raw and len(part.raw) <= _SHORT
    plain = not (part.joined or part.parts or rate_terms.OTHERS_OWN.search(figure.word))
    return Rate([part], [plan], figure) if near and alike and said and plain else None


def _of_two(figure: Figure, here: Sequence[Level]) -> Rate | None:
    """授信6亿元，实际发放3亿元，授信使用率50%: the whole is in the name of the rate.

    here: the levels of its sentence, the nearest first.
    """
    if rated.stem(figure) in rate_terms.ALSO_NAMED:
        return None  # 改造管网27.4公里，其中主管7.8公里，管网漏损率11.5%: of neither
    before = [c.figure for c in here if c.figure.span < figure.span]
    pair = [one for one in before if one.base == before[0].base]
    if len(pair) != 2 or before[1] is not pair[1] or not measures.akin(figure.word, pair[1].raw):
        return None
    if len(pair[0].name) > 1 and pair[1].name.endswith(pair[0].name[-2:]):
        return None  # 普通高中招生2345人，中职招生2123人，高中阶段毛入学率95.6%
    if any(rated.says(word, pair[0]) for word in terms.SETTLED):
        return None  # 首次执行案件2830件，执结2530件，执行完毕率42.4%
    return Rate([pair[0]], [pair[1]], figure)


def of_the_last(figure: Figure, here: Sequence[Level]) -> Rate | None:
    """残疾人4367人，其中享受补贴3690人，覆盖率84.50%: the name does not say what was done.

    It stands right behind the part, and the whole right before that, or the part is the first of
    its list. here: the levels of its sentence, the nearest first.
    """
    last = here[0] if here else None
    own = last.figure if last else figure
    if last is None or own.span > figure.span or own.joined or last.mates:
        return None
    if _NOT_YET.match(own.raw):
        return None  # 完工6个，在建9个，开展前期工作3个，开复工率83.3%
    if not _is_right_behind(figure, own) or rated.stem(figure) not in rate_terms.COVERING:
        return None
    if last.group:
        first = last.group.parts[:1] == [last] and not last.group.view
        whole = last.group.wholes[0].of(own.base) if first else None
    else:
        before = here[1] if len(here) > 1 else None
        whole = before.of(own.base) if before and _is_alone(before, own) else None
        if before and (own.base, before.figure.base) in _HELD and _is_alone(before, own):
            whole = before.figure  # 优抚对象9035人，发放优待证8764张，办证率97.0%
    if whole is None or whole.value.high * 10 < own.value.low or rated.is_less(whole, own):
        return None
    served = figure.word.endswith("普及") and own.base not in _SERVED and "厕" not in own.raw
    if served or rate_terms.OTHERS_OWN.search(figure.word):
        return None
    if is_of_some_kind(figure, own, [whole]):
        return None
    told = [one for one in figures_of(here) if one.base == own.base]
    return Rate([own], [whole], figure, besides=told)


def _is_right_behind(rate: Figure, own: Figure) -> bool:
    """Tell whether only their own words stand between a level and a rate."""
    return rate.span.start - own.span.end <= len(rate.raw) + len(own.tail) + _MARK


def of_its_like(figure: Figure, said: str, here: Sequence[Level]) -> Rate | None:
    """户厕6.84万户，累计改造5.93万户，卫生厕所普及率86.7%: a character says that it is of these.

    said: the rate's name without its stem.
    """
    akin = len(here) > 1 and not {*said}.isdisjoint(here[0].figure.raw + here[1].figure.raw)
    return of_the_last(figure, here) if akin else None


def _of_its_list(figure: Figure, here: Sequence[Level]) -> Rate | None:
    """诉求4927件。其中直接解答3044件，直办率61.8%；转单位办理1883件，转办率38.2%: of the 4927."""
    last = here[0] if here else None
    group = last.group if last else None
    if last is None or group is None or group.guess or last.figure.span > figure.span:
        return None
    own, stem = last.figure, rated.stem(figure)
    beside = figure.span.start - own.span.end <= len(figure.raw) + _MARK
    if not beside or own.joined or stem[0] not in own.raw or rate_terms.OTHERS_OWN.search(stem):
        return None
    whole = group.wholes[0].of(own.base)
    if whole is None or whole.value.high < own.value.low:
        return None
    told = [one for one in figures_of(here) if one.base == own.base]
    return Rate([own], [whole], figure, besides=told)


def _is_alone(before: Level, own: Figure) -> bool:
    """普通高中招生2345人，中职招生2123人，高中阶段入学率90.8%: not of what is of the same kind."""
    if before.group or before.rated or before.completion or before.figure.joined:
        return False
    return len(own.name) < 2 or not before.figure.name.endswith(own.name[-2:])


def told_behind(figure: Figure, part: Level, close: Sequence[Level]) -> list[Level]:
    """亏损企业216家，亏损面22.9%；规上企业共945家: return the whole that is told behind a rate."""
    stem = rated.stem(figure)
    due, name = f"应{stem}", part.figure.name.removesuffix(stem)
    found = [
        c
        for c in close
        if c.figure.span > figure.span
        and c.figure.sentence == figure.sentence
        and c.figure.base == part.figure.base
        and (
            c.figure.raw.endswith(terms.ALL_TOLD)
            or c.figure.raw.startswith(due)
            or c.figure.role == "plan"
            or (len(name) > 1 and c.figure.name == name)
        )
    ]
    return found if len(found) == 1 else []


def of_all_behind(figure: Figure, here: Sequence[Level], near: Sequence[Level]) -> Rate | None:
    """承保81.59万亩，承保覆盖率93.0%，种植面积87.73万亩: what is called all there is, behind it.

    签约26.95万人，签约率61.4%。其中…。全区常住人口43.89万人: the people who live there, later.
    """
    last = here[0].figure if here else None
    if last is None or last.span > figure.span or last.joined or last.clause != figure.clause:
        return None
    if figure.span.start - last.span.end > _NEAR_BY or rate_terms.OTHERS_OWN.search(figure.word):
        return None
    found = [
        c.figure
        for c in near
        if c.figure.span > figure.span and c.figure.base == last.base
        if c.figure.value.high >= last.value.low and c.group is None
        if (said := _ALL_THERE_IS.match(c.figure.raw))
        if c.figure.sentence - figure.sentence <= (_LATELY if said["people"] else 0)
    ]
    told = [one for one in figures_of(near) if one.base == last.base]
    return Rate([last], found, figure, besides=told) if len(found) == 1 else None


def all_of_them(figure: Figure, here: Sequence[Level]) -> Rate | None:
    """抽查经营主体945户，公示结果945户，公示率100%: of the only two of its clause."""
    own = [c for c in here if c.figure.clause == figure.clause and c.figure.span < figure.span]
    if figure.word != rated.stem(figure):
        return None  # 受理23359件，办结23241件，按时办结率100%: of those that were due
    if len(own) != _BOTH or any(c.mates or c.group or c.figure.carried for c in own):
        return None
    part, whole = own[0].figure, own[1].figure
    directly = figure.span.start - part.span.end == len(figure.raw) + _MARK
    alike = part.base == whole.base and not part.joined and part.role == whole.role == "level"
    if not (directly and alike) or not measures.said_of(rated.stem(figure), part.raw):
        return None
    return Rate([part], [whole], figure)


def _of_rest_behind(figure: Figure, rest: Figure, near: Sequence[Level]) -> Rate | None:
    """使用补贴资金430.72万元。…。资金使用进度为88.5%，尚余56.06万元: what was used, of both."""
    if not (rest.raw.startswith(terms.REST) or rate_terms.STILL_LEFT.search(rest.raw)):
        return None
    stem = rated.stem(figure)
    told = [c for c in near if c.figure.span < figure.span and c.figure.base == rest.base]
    done = [c.figure for c in told if rated.says(stem, c.figure) and c.group is None][-1:]
    if not done or figure.sentence - done[0].sentence > _LATELY:
        return None
    besides = [c.figure for c in told]
    # 下达资金956万元，使用进度94.4%，结余53万元: or what is left is of what was told
    less = [(one, rest) for one in besides if one.value.low > rest.value.high]
    return Rate([], [], figure, sums=[(done[0], (done[0], rest))], less=less, besides=besides)


def _of_some_behind(figure: Figure, whole: Figure, some: Figure) -> Rate | None:
    """进村率97.8%，223个村中还有5个未通; 衔接率95.8%，毕业生2943名中已转接2819名: of those."""
    near_by = whole.span.start - figure.span.end == len(whole.raw) + _MARK
    directly = some.span.start - whole.span.end == len(some.raw) and "中" in some.raw
    if not (near_by and directly) or whole.base != some.base:
        return None
    said = some.raw.partition("中")[2]
    if _STILL.fullmatch(said) and some.tail[:1] in {"未", "没"}:
        return Rate([], [], figure, less=[(whole, some)])
    return Rate([some], [whole], figure) if said[:1] == "已" else None


def of_two_behind(figure: Figure, near: Sequence[Level]) -> Rate | None:
    """认罪认罚从宽适用率93.7%，适用549人，审结586人: both stand behind it, side by side.

    解决率86.1%，已解决984件，未解决159件: or what was done, and what was not.
    """
    behind = [c.figure for c in near if c.figure.span > figure.span][:_BOTH]
    here = [one for one in behind if one.clause == figure.clause]
    if here and (left := _of_rest_behind(figure, here[0], near)):
        return left
    if len(here) == _BOTH and (some := _of_some_behind(figure, *here)):
        return some
    if len(here) < _BOTH or here[0].base != here[1].base or here[1].joined:
        return None
    done, other = here
    stem = rated.stem(figure)
    if done.span.start - figure.span.end != len(done.raw) + _MARK or not rated.says(stem, done):
        return None
    told = [one for one in figures_of(near) if one.base == done.base]
    if other.raw.startswith(terms.REST) or other.raw[:1] in {"未", "不"}:
        return Rate([], [], figure, sums=[(done, (done, other))], besides=told)
    larger = other.value.low >= done.value.high and not rated.says(stem, other)
    return Rate([done], [other], figure, besides=told) if larger else None


def done_behind(figure: Figure, here: Sequence[Level], near: Sequence[Level]) -> Rate | None:
    """排查隐患1213处，整改率79.2%，已整改961处: what was done stands behind its rate at once.

    The whole stands right before the rate, and is not itself called done.
    """
    stem = rated.stem(figure)
    whole = here[0].figure if here else None
    done = next((c.figure for c in near if c.figure.span > figure.span), None)
    if whole is None or done is None or figure.word != stem or done.base != whole.base:
        return None
    alike = whole.clause == figure.clause == done.clause and not (whole.joined or whole.parts)
    directly = done.span.start - figure.span.end == len(done.raw) + _MARK
    before = figure.span.start - whole.span.end == len(figure.raw) + _MARK
    said = done.raw in {stem, f"已{stem}", f"完成{stem}", f"共{stem}"}
    if not (alike and directly and before and said) or rated.says(stem, whole):
        return None
    return Rate([done], [whole], figure)


def left_behind(figure: Figure, part: Level, close: Sequence[Level]) -> list[_Whole]:
    """累计分配8387套，分配率96.6%，剩余297套: of both, where no whole is told."""
    own = part.figure
    behind = (c.figure for c in close if c.figure.span > figure.span)
    rest = min(behind, key=lambda one: one.span, default=None)
    if rest is None or rest.base != own.base:
        return []
    undone = f"未{rated.stem(figure)}"  # 已开工建设42个，开工率87.5%；未开工6个
    if rest.clause != own.clause and (rest.tail or rest.raw not in {undone, f"尚{undone}"}):
        return []
    left = rest.raw.startswith((*terms.REST, "逾期")) or rate_terms.STILL_LEFT.search(rest.raw)
    return [(own, (own, rest))] if left and not rest.tail.startswith("中") else []


def with_what_is_left(figure: Figure, here: Sequence[Level], close: Sequence[Level]) -> Rate | None:
    """其中第三代卡23万人，换发进度78%，剩余7万人: of what stands before it, and of what is left."""
    last = here[0].figure if here else None
    if last is None or last.span > figure.span or last.joined or last.clause != figure.clause:
        return None
    if not _is_right_behind(figure, last) or terms.OVER_ALL.search(figure.word):
        return None  # 新增8387套，累计分配率96.1%，剩余297套
    sums = left_behind(figure, here[0], close)
    # 下达资金956.97万元，使用进度94.42%，结余53.36万元: or what is left is of what stands before.
    less = [(part, rest) for part, (_, rest) in sums]
    return Rate([], [], figure, sums=sums, less=less) if sums else None


def of_funds(figure: Figure, part: Figure, near: Sequence[Level]) -> Rate | None:
    """到位资金1.55亿元，其中：…。安排项目140个，…。支出1.14亿元，支出进度73.40%: of all of it."""
    told = [
        c.figure
        for c in near
        if c.figure.span < part.span
        and c.figure.base == part.base == "元"
        and c.group is None
        and figure.sentence - c.figure.sentence <= _LATELY
    ]
    funds = [one for one in told if _FUNDS.search(one.raw)]
    alone = len(funds) == 1 and funds[0] is told[0] and part.clause == figure.clause
    return Rate([part], funds, figure, besides=told) if alone else None
