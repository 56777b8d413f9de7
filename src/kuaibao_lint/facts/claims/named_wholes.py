"""Of what a share is, where it names its whole: 占一般公共预算收入的72%."""

from __future__ import annotations

from functools import lru_cache

from kuaibao_lint.facts.claims import measures, terms
from kuaibao_lint.facts.claims.asking import Ask, figures_of, fits_by_a_slip, near_by
from kuaibao_lint.light_typing import TYPE_CHECKING
from kuaibao_lint.nearness import in_order
from kuaibao_lint.patterns import pattern

if TYPE_CHECKING:
    from collections.abc import Sequence

    from kuaibao_lint.facts.claims.figure import Figure
    from kuaibao_lint.facts.claims.model import Level

DUE = ("占应", "应")  # 占应交流教师（560人）的
FAR = 3  # sentences from what names a whole beyond doubt to its share
MEASURE = 3  # characters that name a measure
NAMED = 4  # characters that name a whole
_SIDES = frozenset(("支出", "收入"))
_PAIR = 2  # characters of what was done, or of a noun
_SPELT = 6  # characters that name it beyond doubt
# What such a whole is of: 专任教师 in 专任教师总数, 投资 in 全部投资.
_WHOLE_OF = pattern(
    r"^(?:其|全部|全月|受理|办理|接报|收到|派发|发案|总)*(?P<noun>[^，；]*?)"
    r"(?:总?(?:数量|产量|[数量额体值])|总户数|总人数|人数|总[件批起宗笔]数)?$"
)
_ALL_PLACES = pattern("全[国省市县区乡镇州]")
_DONE_SO = pattern("已(?P<done>[^，；]{1,2})(?:总?(?:面积|数量?|资金|金额|总额))")
_ABOVE = pattern("[元人户亩岁级]以[上下]")


def by_name(ask: Ask, part: Level, near: Sequence[Level], word: str) -> list[Figure]:
    """占一般公共预算收入的72%: of the level that is called so, or may be meant."""
    figure = ask.figure
    bases = {part.figure.base, *(mate.base for mate in part.mates)}
    last = figure.sentence + 1
    levels = [
        c
        for c in near
        if c is not part
        # 夏粮…，产量4.73万吨；秋粮…，产量21.10万吨: the one is no whole of the other
        and (c.group is None or c.group is not part.group or c.figure.name != part.figure.name)
        and c.figure.sentence <= last
        and (c.figure.base in bases or any(mate.base in bases for mate in c.mates))
    ]
    if part.figure.per_head:  # 农村居民人均工资性收入…，占其可支配收入的44%: of theirs
        whose = part.figure.name.partition("人均")[0]
        all_of_them = ("人均",) if whose in {"居民", "全体居民"} else ()
        levels = [c for c in levels if c.figure.name.startswith((whose, *all_of_them))]
        word = word.removeprefix("其")
    if county := terms.ALL_OF.match(figure.word):  # 占全县工业总产值的: not of 全市工业总产值
        levels = [c for c in levels if not _is_elsewhere(c.figure, county[0])]
    levels = _as_qualified(word, levels)
    noun = noun_of(word)  # 占出口总值的: of 出口
    found = [
        c
        for c in levels
        if c.figure.name == noun
        or (noun and measures.full(c.figure.name) == measures.full(noun))  # 占进出口总值的
        or measures.same(word, c.figure.name)
        or word == c.figure.name.replace("总", "")  # 占粮食产量的: of 粮食总产量
        or word == c.figure.name + c.figure.base  # 占总诊疗人次的: of 总诊疗94.4万人次
        or (len(figure.word) >= NAMED and c.figure.raw == figure.word + "余额")  # 占各项存款的
        or (c.figure.role == "total" and _is_total_of(word, c.figure.raw))
        or _is_twin(c.figure.name, part, word)
    ]
    found = [c for c in found if not measures.apart(c.figure.name, part.figure.name)]
    if found:
        found.sort(key=lambda c: abs(c.order - part.order))
        return figures_of(found)
    close = [c for c in levels if near_by(c, figure)]
    above = part.group.wholes if part.group else [*reversed(ask.here), *ask.anchors]
    above = [c for c in above if c in levels and c.order < part.order]
    if part.group is None:  # 摸排600亩，其中水田327亩、旱地273亩；已复耕522亩，占摸排面积的87%
        above = sorted(above, key=lambda c: c.group is not None)[:2]
    if county:  # 占全市工业总产值的: not of another zone's
        above = [c for c in above if county[0] in c.figure.raw or part.group]
    for fits, among in (
        (measures.short_for, levels),
        (measures.within, [c for c in levels if c.order < part.order]),
        (_ends_in, close),
        (_begins_with, close),
        (_counted_in, [c for c in close if c.order < part.order]),
        (measures.alludes, above),
        (measures.akin, [c for c in above if may_hold(c, part) or _holds_a_slip(c, part, figure)]),
    ):
        found = [c for c in among if c.figure.name and fits(word, c.figure.name)]
        # 占交流教师的: of those 交流 names; 占货运总量的: not of another kind's
        found = [c for c in found if word[:2] in c.figure.name] or found
        if found and word[:2] not in found[0].figure.name:  # 占粮食播种面积的: of 粮食作物
            told = [c for c in levels if c.order < part.order or c.figure.name.endswith(word[-2:])]
            found = [c for c in told if c.figure.name.startswith(word[:2])] or found
        found = [c for c in found if not is_another(c, part) or _is_spelt(word, c)]
        found = [c for c in found if not _is_broader(word, c, part)]
        if found:
            return figures_of(found) if of_one_value([c.figure for c in found]) else []
    close = [c for c in close if c.order < part.order]
    if word in _SIDES:  # 支出289432万元，其中…，三项合计165333万元，占支出的57.1%
        found = [c for c in close if c.figure.name.endswith(word) and c.figure.role == "level"]
        found = [c for c in found if c.figure.value.low > part.figure.value.high]
        return figures_of(found) if len(found) == 1 else []
    return _of_a_kind(word, close) or _done_so(figure, close, part)


def _is_twin(whole: str, part: Level, word: str) -> bool:
    """专项债务限额482947万元，专项债务余额476524万元，占限额的98.7%: of the limit of the same.

    Behind a list (余额…，其中一般债务…、专项债务…，占限额的) it may be of all of it.
    """
    of, own = whole.removesuffix(word), part.figure.name
    twin = whole != of and len(of) > 1 and own != whole and own.startswith(of)
    return twin and part.group is None


def _done_so(percent: Figure, earlier: Sequence[Level], part: Level) -> list[Figure]:
    """种植16.49万亩，其中…。已收获11.61万亩，占已种面积的70.4%: of what was done so, and no part.

    Or of the part that is called by the same words: 播种玉米73.3万亩，…占玉米播种面积的.
    """
    word = percent.word
    said = _DONE_SO.fullmatch(word)
    told = [c for c in earlier if c.figure.base == part.figure.base]
    told = [c for c in told if may_hold(c, part) or _holds_a_slip(c, part, percent)]
    if said:
        found = [c.figure for c in told if c.group is None and said["done"] in c.figure.name]
        return found if len(found) == 1 else []
    found = [c.figure for c in told if len(c.figure.name) == NAMED]
    found = [c for c in found if c.name[:_PAIR] in word[_PAIR:] and c.name[_PAIR:] == word[:_PAIR]]
    return found if len(found) == 1 else []


def _is_elsewhere(one: Figure, place: str) -> bool:
    """Tell whether an amount is of another place than the one that a share names."""
    said = _ALL_PLACES.search(one.raw) if one.role == "whole" else None
    return said is not None and said[0] != place


def _is_total_of(word: str, raw: str) -> bool:
    """八项支出合计183418万元，其中…，三项合计143407万元，占八项支出的78.2%: of the first."""
    return len(word) >= NAMED and raw.removesuffix("为").removesuffix("合计") == word


def planned_in(word: str, part: Level, near: Sequence[Level]) -> list[Figure]:
    """计划改造12个小区、5600户，…惠及2307户，占计划户数的41.2%: of what was planned."""
    kind = next((kind for kind in terms.PLANNED_KINDS if word.startswith(kind)), "")
    units = terms.COUNTS.get(word.removeprefix(kind).removeprefix("总"), ()) if kind else ()
    if word == kind:  # 计划改造25个、110栋、2934户，…，惠及2441户，户数占计划的83.2%
        units = (part.figure.base,)
    found = [
        one
        for c in near
        if c.order < part.order and (kind in c.figure.raw or c.figure.role == "plan")
        if part.figure.sentence - c.figure.sentence <= FAR
        for one in (c.of(part.figure.base),)
        if one and one.base in units
    ]
    return found if of_one_value(found) else []


def _as_qualified(word: str, levels: list[Level]) -> list[Level]:
    """Return the levels that are of no more, and no less, than a whole's name says."""
    noun = noun_of(word)
    if len(noun) > 1:  # 占起诉人数的: of no 不起诉
        levels = [c for c in levels if noun not in (r := c.figure.raw) or measures.said_of(noun, r)]
    if word.startswith("应"):  # 占应蓄水量的: not of what there is
        levels = [c for c in levels if "应" in c.figure.raw]
    else:  # 占交流教师总数的: not of 应交流教师
        levels = [c for c in levels if not c.figure.raw.startswith(DUE)]
    if word.startswith("限"):  # 占限上零售额的: not of all there is
        levels = [c for c in levels if "限" in c.figure.raw]
    if limit := _ABOVE.search(word):  # 占亿元以上签约项目的: not of all that were signed
        levels = [c for c in levels if limit[0] in c.figure.raw]
    if not terms.OF_INCREASE.search(word):  # 占各项贷款的: not of 新增贷款
        levels = [c for c in levels if not terms.OF_INCREASE.match(c.figure.raw.lstrip("T"))]
    return levels


def _of_a_kind(word: str, earlier: Sequence[Level]) -> list[Figure]:
    """有效警情8960起，其中刑事类150起。…占刑事类警情的53.3%: of that kind of what was told."""
    found = [
        c.figure
        for c in earlier
        if c.group and len(c.figure.name) > 1 and word.startswith(c.figure.name)
        if word[len(c.figure.name) :] in c.group.wholes[0].figure.raw
    ]
    return found if of_one_value(found) else []


def _is_broader(word: str, level: Level, part: Level) -> bool:
    """出让建设用地26宗。工业“标准地”14宗，占工业用地宗数的87.5%: of what was not told."""
    kind = word[:2]
    told = part.group is not None and level in part.group.wholes
    if _is_beside(word, level.figure, part.figure):
        return True
    return not told and kind in part.figure.raw and kind not in level.figure.raw + level.figure.tail


def _is_beside(word: str, one: Figure, part: Figure) -> bool:
    """支付住院费用7531万元；支付门诊1143万元，占基金总支出的12.5%: of all, and not of the 7531.

    Both were done alike, and what is called a total has another noun than the one before.
    """
    noun = word.partition("总")[2]
    alike = len(part.raw) > _PAIR and part.raw[:_PAIR] in one.raw and part.clause != one.clause
    return alike and len(noun) == _PAIR and noun not in one.raw


def _is_spelt(word: str, level: Level) -> bool:
    """Tell whether a long name is a whole's, beyond doubt: 规上工业用电 for 规上工业企业用电."""
    name = level.figure.name
    if len(word) >= _SPELT:
        return in_order(word, name)
    # 刑事案件立案…；诈骗案件立案…，占刑事立案的: its first characters tell the one from the other
    return len(word) >= NAMED and name.startswith(word[:2]) and in_order(word, name)


def _ends_in(word: str, name: str) -> bool:
    """基金支出, where the level is just called 支出."""
    return len(name) == 2 and word.endswith(name)


def _begins_with(word: str, name: str) -> bool:
    """占对公贷款的, where the level is called 对公贷款余额; 占概算的, where it is 概算总投资."""
    return name.startswith(word if len(word) >= NAMED else word + "总")


def _counted_in(word: str, name: str) -> bool:
    """大学生报名人数, where the level is just called 大学生."""
    return len(name) >= 2 and word.startswith(name) and word.endswith(terms.NUMBERS)


def is_another(level: Level, part: Level) -> bool:
    """Tell whether a level is of another kind of what the part is one kind of."""
    told = part.group is not None and level in part.group.wholes
    one, own = level.figure.name, part.figure.name
    return not told and (measures.siblings(one, own) or measures.apart(one, own))


def may_hold(level: Level, part: Level) -> bool:
    """Tell whether a level whose name says little is large enough to be the whole."""
    figure = part.of(level.figure.base)
    return figure is None or figure.value.low <= level.figure.value.high


def _holds_a_slip(level: Level, part: Level, percent: Figure) -> bool:
    """受理6286件，网上办理8204件，占受理量的44.61%: one that is smaller, but for a slip."""
    own, whole = part.figure, level.of(part.figure.base)
    return whole is not None and fits_by_a_slip(own, whole, percent)


def of_one_value(found: Sequence[Figure]) -> bool:
    """Tell whether one value was found, however often it was told: there is no doubt of it."""
    return len({one.value for one in found}) == 1


def of_that_name(word: str, part: Level, near: Sequence[Level]) -> list[Figure]:
    """总投资40718万元。…完成投资10743万元。…10213万元，占总投资的25%: of what is called just so."""
    if len(word) < MEASURE:
        return []
    told = (c.of(part.figure.base) for c in near if c.figure.name == word and c.order < part.order)
    found = [one for one in told if one]
    return found[-1:] if found and of_one_value(found) else []


def called_so(word: str, part: Level, percent: Figure, near: Sequence[Level]) -> list[Figure]:
    """占全县社零总额的18%；…。社零总额23亿元: of what has that very name, before or behind."""
    if len(word) < NAMED:
        return []
    found = [
        c.figure
        for c in near
        if c is not part
        and c.figure.base == part.figure.base
        and near_by(c, percent)
        and measures.full(word) in {name := measures.full(c.figure.name), name + c.figure.base}
    ]
    return found if of_one_value(found) else []


def by_count(word: str, part: Level, near: Sequence[Level]) -> list[Figure]:
    """投诉396件、举报98件、咨询255件。…三类227件，占投诉总量的57.3%: of what is called so."""
    noun = noun_of(word)
    if len(noun) < 2:
        return []
    found = [
        one
        for c in near
        if c.order < part.order and c.figure.name in {noun, f"{noun}收入"}  # 占全部税收的
        if (one := c.of(part.figure.base))
        if part.figure.sentence - one.sentence <= FAR
    ]
    return found if of_one_value(found) else []


def begun_by(word: str, part: Level, near: Sequence[Level]) -> list[Figure]:
    """饮酒驾驶2168起，…。三地873起，占饮酒驾驶查处总量的40.3%: of what the words begin with."""
    noun = noun_of(word)
    if len(noun) < NAMED:
        return []
    earlier = [c.figure for c in near if c.order < part.order and c.figure.base == part.figure.base]
    found = [one for one in earlier if len(one.name) >= MEASURE and noun.startswith(one.name)]
    return found if of_one_value(found) else []


@lru_cache(maxsize=1024)  # each whole that may be meant asks for it
def noun_of(word: str) -> str:
    """Return what a whole is of: 专任教师 in 专任教师总数, "" where its words do not say."""
    found = _WHOLE_OF.search(word)
    return found["noun"] if found else ""
