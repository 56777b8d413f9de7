"""Whose share a percentage is, and of what: 占X的p%."""

from __future__ import annotations

from functools import partial
from itertools import pairwise

from kuaibao_lint.facts.claims import joint, measures, phrasings, terms
from kuaibao_lint.facts.claims.asking import Ask, distinct, figures_of, near_by
from kuaibao_lint.facts.claims.model import Rate, Share
from kuaibao_lint.facts.claims.named_wholes import noun_of
from kuaibao_lint.facts.claims.wholes import wholes_of
from kuaibao_lint.intervals import is_share, total
from kuaibao_lint.later import later
from kuaibao_lint.light_typing import TYPE_CHECKING
from kuaibao_lint.nearness import in_order
from kuaibao_lint.patterns import pattern

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from kuaibao_lint.facts.claims.figure import Figure
    from kuaibao_lint.facts.claims.model import Claim, Level

_ALL = "100"
_PEOPLE = frozenset(("人", "人次", "名", "户"))
_OF_PEOPLE = ("幼儿", "学生", "人数", "人口", "儿童", "职工", "教师", "学位")
_FIRST = "一审"  # 占一审民商事案件的42.5%: of less than all that came in
_THAT_IS = frozenset("共 即 计 共计 为 共有 也就是 合计 达 达到 约 有".split())  # noqa: SIM905
_INVESTED = "总投资"
_MONEY_OF_IT = frozenset(("资金", "投资", "总投资", "补助资金", "投入资金", "资金规模", "投入"))
_BESIDE = 2  # levels behind one, that tell of the same thing in other measures
_TELLING = 3  # digits of a share that fits two figures hardly by chance
_NO_SLIP = 10  # times its whole, which one wrong digit hardly makes a part
_NOUN = 2  # characters that say what is counted
_MEASURED_SO = pattern("(?:用电|产值|支出|收入|投资|面积|产量|销售|贷款)[量额]?$")
_SPENT_ON = pattern("(?:主要|全部|已)?(?:[中里]|用[于在作]|投[向入到放]|安排|支持|流[向入]|来自)")
_SHORT = frozenset((2, 3))  # characters of a name that may be short for another
_FEW = 3  # levels before a share that may be its whole as well
_doubts = later("facts.claims.share_doubts", "doubts")  # most shares are right


def share(ask: Ask, near: Sequence[Level]) -> Claim | None:
    """占X的p%: of the subject or a named part, in a whole."""
    summed = "、" in ask.figure.word and ask.part and joint.of_those_named(ask, near)
    if ask.part and summed:
        return Rate([], [], ask.figure, lists=[([ask.part.figure], summed)])
    claim = _of_one_whole(ask, near)
    if isinstance(claim, Share) and (mates := _mates_of(claim, ask, near)):
        return _of_a_mate(claim, mates, near) or claim
    return claim


def _mates_of(claim: Share, ask: Ask, near: Sequence[Level]) -> Sequence[Figure]:
    """产业项目68个、资金1.12亿元，产业占比60.2%: what else was told of a part."""
    if ask.part:
        return ask.part.mates
    at = next((i for i, c in enumerate(near) if c.figure is claim.part), -1)
    behind = near[at + 1 : at + 2] if at >= 0 else []
    return [c.figure for c in behind if c.figure.joined and c.figure.raw in _MONEY_OF_IT]


def _of_one_whole(ask: Ask, near: Sequence[Level]) -> Claim | None:
    figure = ask.figure
    several = joint.several(ask, near)
    if several is not None:
        return _of_all(ask, several, near)
    part = ask.part or _named(figure, ask.here, near) or _told_behind(figure, near)
    # 至少1人就业的占100%，已就业4940人: what is told behind that is of others
    if part is None or (figure.digits == _ALL and part.figure.span > figure.span):
        return None
    part = _told_beside(part, figure, near) or part
    if _is_of_fewer(part.figure, figure, ask.here) or _is_of_another(part, ask):
        return None
    wholes = _with_plan(ask, _plans_last(wholes_of(ask, part, near), part))
    if figure.name and not figure.word:
        wholes = _with_those_before(wholes, part, figure, ask.here)
    # 零售额7.85亿元，其中农产品2.25亿元；实物型占82.3%: no part is what its whole is a share of.
    within = ask.group.parts if ask.group and part in ask.group.wholes else []
    if part is ask.part:  # 食品208件、服装138件、家电69件，占商品类投诉的57%: of none of these
        within = [*within, *joint.listed(part, ask.here)]
    inner = {id(one) for one in figures_of(within)}
    for base in _bases(part, figure.word or figure.name):
        own = part.of(base)
        fitting = distinct(
            w
            for w in wholes
            if w.base == base and w is not own and id(w) not in inner
            # 计提资金3260万元，征拆补偿7.20亿元，占62.3%: no slip makes a part so much more
            and not (own and w.value.high * _NO_SLIP < own.value.low)
        )
        if own is not None and fitting:
            if ask.group and part.group is ask.group and not ask.printed:
                part.share = part.share or figure
            sure = fitting[0] is ask.printed and not figure.name
            others = _listed_with(ask, part, fitting)
            first = _FIRST in figure.word and not any(_FIRST in w.raw for w in fitting)
            doubtful = not (ask.printed or others) and (
                first
                or _of_invested(figure, fitting)
                or _of_several(ask, part)
                or _of_all_kinds(ask, part, near)
            )
            sure = sure and not others
            return Share(
                own, fitting, figure, sure, _beside(ask, part), doubtful, others,
                doubts=partial(_doubts, ask, part, own, near, 0 if sure else figure.length),
            )
    if part.total and not wholes and _is_whole(part.total, part, near):
        return Share(part.figure, [part.total], figure, sure=False)
    return None


def _is_of_another_measure(part: Figure, percent: Figure, here: Sequence[Level]) -> bool:
    """民宿175家；床位9674张，…，民宿床位占56.3%: of the beds, of which theirs are not told.

    幼儿园139所（公办51所）。…公办园在园幼儿占比58.3%: of the children, wherever they were told.
    """
    measure = percent.name.removeprefix(part.name) if part.name else ""
    if len(measure) < _NOUN or measure == percent.name:
        return False
    if part.base not in _PEOPLE and measure.endswith(_OF_PEOPLE):
        return True
    return any(c.figure.name == measure and c.figure.base != part.base for c in here)


def _with_plan(ask: Ask, wholes: list[Figure]) -> list[Figure]:
    """年度计划投资25.73亿元，完成22.28亿元，占86.6%: or of the plan of its own clause."""
    plan = ask.printed
    if plan is None or plan.role != "plan" or plan.clause != ask.figure.clause or plan in wholes:
        return wholes
    return [*wholes, plan]


def _with_those_before(
    wholes: list[Figure], part: Level, percent: Figure, here: Sequence[Level]
) -> list[Figure]:
    """财政收入…，其中预算收入…，税收占比95%: or of what stands before it.

    讨薪810.6万元，…；挽回损失合计2302.7万元，讨薪占35.2%: of just that, where no other is known.
    """
    if wholes:
        told = [c.figure for c in reversed(here) if c is not part]
        return wholes + [one for one in told if one.role != "average"][:_FEW]
    last = here[-1].figure if here else percent
    alike = last.clause == percent.clause and last.base == part.figure.base
    return [last] if alike and last.value.low > part.figure.value.high else []


def _is_of_fewer(part: Figure, percent: Figure, here: Sequence[Level]) -> bool:
    """报名612人，其中毕业生227人；…，批准入伍107人，毕业生占68.2%: of others than these 227."""
    last = here[-1].figure if here else part
    apart = part.clause != percent.clause == last.clause and last.base == part.base
    return apart and not percent.word and last.value.high < part.value.low


def _of_a_mate(
    claim: Share, mates: Sequence[Figure], near: Sequence[Level]
) -> Share | None:
    """搬迁3563户15030人；安置点8个，城镇安置4个13527人，占90.0%: of the people, where it fits."""
    own, percent = claim.part, claim.percent
    if any(is_share(own.value, one.value, percent.value) for one in claim.wholes):
        return None
    told = [one for one in figures_of(near) if one.span < own.span]
    pairs = ((mate, one) for mate in mates for one in told if one.base == mate.base)
    fits = [two for two in pairs if _may_be_share(*two, percent)]
    mate, whole = next(iter(fits), (None, None))
    return Share(mate, [whole], percent, sure=False) if mate and whole else None


def _may_be_share(mate: Figure, whole: Figure, percent: Figure) -> bool:
    """Tell whether a share is of what stands behind a part, be it but for a slip in the share."""
    if is_share(mate.value, whole.value, percent.value):
        return True
    slips = percent.slips() if mate.raw and percent.length >= _TELLING else ()
    return any(is_share(mate.value, whole.value, one) for one in slips)


def _told_behind(percent: Figure, near: Sequence[Level]) -> Level | None:
    """商户114家，其中个体工商户占67.5%，共77家: return the part, which its share stands before."""
    behind = next((c for c in near if c.figure.span > percent.span), None)
    if behind is None or behind.figure.clause != percent.clause or not percent.name:
        return None
    close = behind.figure.span.start - percent.span.end <= len(behind.figure.raw) + 1
    return behind if close and behind.figure.raw in _THAT_IS else None


def _plans_last(wholes: Sequence[Figure], part: Level) -> list[Figure]:
    """完成191.93亿元，预算为205.27亿元。其中税收…，占比86.4%: of what came, and not of the plan."""
    if part.figure.role == "plan":
        return [*wholes]
    return sorted(wholes, key=lambda one: one.role == "plan")


def _is_of_another(part: Level, ask: Ask) -> bool:
    """Tell whether the part that a share names is not the one that was told."""
    if part is ask.part:
        return False
    said = ask.figure.name.removeprefix(part.figure.name)
    if said != ask.figure.name and _SPENT_ON.match(said):
        return True  # 中央资金4.47亿元…；中央资金用于产业的占61.5%: of these, what went there
    return _is_of_another_measure(part.figure, ask.figure, ask.here) or _is_of_another_window(
        part, ask
    )


def _is_of_another_window(part: Level, ask: Ask) -> bool:
    """7月16亿度，其中二产9亿度。1—7月累计93亿度，其中二产占57%: the part of July is not meant."""
    sentence = ask.figure.sentence
    if part.figure.sentence == sentence or part in ask.here:
        return False
    above = part.group.wholes[0].figure.name if part.group else ""
    if above and measures.same(above, measures.name(ask.figure.word)):
        return False  # 进出口额…，其中出口…，进口…。顺差…，出口占进出口额的76.5%
    here = [one for one in ask.here if one.figure.sentence == sentence and not one.group]
    if not ask.figure.word and any(one.figure.clause == ask.figure.clause for one in here):
        return True  # 二产10万人，三产8万人。营业收入602亿元，三产占49.9%: of the income
    return any(one.of(part.figure.base) for one in here)


def _told_beside(part: Level, percent: Figure, near: Sequence[Level]) -> Level | None:
    """秋粮面积14482公顷，产量6.06万吨，秋粮占粮食产量的76.7%: of what is measured so.

    Or 秋粮产量占全年的76.7%.
    """
    words = next((one for one in (percent.word, percent.name) if len(one) >= 2 * _NOUN), "")
    measure = words[-_NOUN:]
    if not percent.name or not measure or measure in part.figure.raw:
        return None
    beside = [c for c in near if 0 < c.order - part.order <= _BESIDE]
    found = [
        c
        for c in beside
        if c.figure.clause == part.figure.clause
        and c.figure.base != part.figure.base
        and c.figure.raw.endswith(measure)
        and c.figure.span < percent.span
    ]
    return found[0] if len(found) == 1 else None


def _bases(part: Level, word: str) -> list[str]:
    """Return the units of a part, those first that the whole's words name: 60人 in 占总人数的."""
    if not part.mates:
        return [part.figure.base]
    bases = [part.figure.base, *(mate.base for mate in part.mates)]
    said = next((units for end, units in terms.COUNTS.items() if word.endswith(end)), ())
    return sorted(bases, key=lambda base: base not in said) if said else bases


def _is_whole(total: Figure, part: Level, near: Sequence[Level]) -> bool:
    """Tell whether what a list adds up to is the whole: 甲3家，占30%；…，合计10家.

    甲…，占总数的30%；…，两镇合计97起，占总数的68%: that is a part itself.
    """
    return total.base == part.figure.base and not any(
        c.shared for c in near if c.figure is total
    )


def _of_all(ask: Ask, several: Sequence[Level], near: Sequence[Level]) -> Share | None:
    """废止15件、宣布失效9件，废止和失效的占30.8%: of both."""
    if not several:
        return None
    *others, part = (c.figure for c in several)
    found = wholes_of(ask, several[0], near)
    if not ask.figure.word:
        # 交办644件，其中…。办结632件；最多的三个单位是…，合计占34.2%: of what had parts, it may be
        groups = (c.group for c in near if c.group and c.order < several[0].order)
        found = [*found, *(c.figure for group in groups for c in group.wholes)]
    wholes = distinct(
        one
        for one in found
        if one.base == part.base and one is not part and one not in others
    )
    if not wholes:
        return None
    value = total([part.value, *(one.value for one in others)])
    if not any(is_share(value, one.value, ask.figure.value) for one in wholes):
        # 交办617件，…。按时办结614件，…。最多的是甲98件、乙77件、丙42件，合计占35.2%: of the 617
        told = (c.of(part.base) for c in near if c.order < several[0].order)
        fits = (one for one in told if one and is_share(value, one.value, ask.figure.value))
        wholes = distinct([*fits, *wholes])
    return Share(part, wholes, ask.figure, sure=False, others=others, together=True)


def _listed_with(ask: Ask, part: Level, wholes: Sequence[Figure]) -> list[Figure]:
    """甲3家、乙2家，占总数的50%: what stands in a list with the part."""
    if part is not ask.part or part.group is not ask.group:
        return []
    return [c.figure for c in joint.listed(part, ask.here) if c.figure not in wholes]


def _of_several(ask: Ask, part: Level) -> bool:
    """建议238件，提案830件，重点督办88件，占总数的8.2%: of both together."""
    if part.group is not None or phrasings.WHOLE.fullmatch(ask.figure.word) is None:
        return False
    told = [c for c in ask.here if c.order < part.order and c.figure.base == part.figure.base]
    told = [c for c in told if c.total is not part.figure]
    return len(told) > 1 and not any(c.shared or c.group for c in told)


def _of_all_kinds(ask: Ask, part: Level, near: Sequence[Level]) -> bool:
    """行政编制944名、事业编制3033名、教师编制4628名。乡镇编制1162名，占编制总数的13.5%."""
    noun = noun_of(measures.name(ask.figure.word))
    if len(noun) < _NOUN or part.group is not None:
        return False
    told = [
        c.figure for c in near if c.order < part.order and c.group is None and not c.shared
    ]
    told = [one for one in told if one.base == part.figure.base]
    if len(told) > _NOUN and told[0].amount > sum(one.amount for one in told[1:]):
        return False  # 基层党组织1097个；非公企业党组织195个、社会组织党组织50个: of the first
    names = {one.name for one in told}
    if measures.name(ask.figure.word) in names:
        return False  # 总投资36.92亿元，年度计划投资16.73亿元。…，占总投资的34.8%: of the first
    return noun not in names and sum(name.endswith(noun) for name in names) > 1


def _of_invested(percent: Figure, wholes: Sequence[Figure]) -> bool:
    """完成投资14282万元。争取资金10219万元，占总投资的31.6%: of more than what is done by now."""
    done = ("完成" in one.raw and "固定资产" not in one.raw for one in wholes)
    return _INVESTED in percent.word and all(done)


def _beside(ask: Ask, part: Level) -> Figure | None:
    """吸烟引发7起，小孩玩火2起，占60%: the share may be of both."""
    before = next((c for c in ask.here if c.order == part.order - 1), None)
    if before is None or before.shared or before.total is part.figure:
        return None
    return before.of(part.figure.base)


def as_before(ask: Ask, last: Share | None, answer: Claim | None) -> Claim | None:
    """教育支出…，占总支出的18.5%；卫生支出…，占12.1%: of the same whole as the share before.

    人员支出…，占可用财力的60%，“三保”支出…，占可用财力的78%: or of one that is called the same.
    """
    figure = ask.figure
    own = ask.part.figure if ask.part else None
    part = answer.part if isinstance(answer, Share) else own
    elsewhere = answer is None and terms.ELSEWHERE.fullmatch(figure.word)
    if last is None or part is None or ask.printed or elsewhere:
        return answer
    # 甲乡财力5亿元，人员…，占财力的60%；乙乡…，占财力的70%: of another's
    far = last.wholes[0].clause != last.percent.clause or last.percent.clause == figure.clause
    again = answer is None and figure.word == last.percent.word and far
    if measures.name(figure.word) and not again:
        return answer
    goes_on = last.percent.sentence == figure.sentence or (
        figure.word == last.percent.word and figure.sentence - last.percent.sentence == 1
    )
    other = ask.part.of(last.part.base) if ask.part and not figure.word else None
    counted = other is not None and part.base != last.part.base
    if goes_on and counted and other and (last.percent.word or again):
        # 综合队1支60人，占总人数的5%；专业队8支320人，占26%: of the people again
        return Share(other, last.wholes, figure, sure=False, doubts=last.doubts)
    if not goes_on or part.base != last.part.base:
        return answer
    if isinstance(answer, Share):
        return answer._replace(wholes=distinct((*answer.wholes, *last.wholes)))
    if ask.part and ask.part.group and not again:
        return answer
    return Share(part, last.wholes, figure, sure=False, doubts=last.doubts)


def _named(figure: Figure, here: Sequence[Level], near: Sequence[Level]) -> Level | None:
    """Return the only level of that name, full or shortened (税收 for 税收收入)."""
    name = figure.name
    if name in {terms.LATTER, terms.FORMER} and len(here) >= 2:
        return here[-1 if name == terms.LATTER else -2]
    if len(name) >= 2 * _NOUN and (second := _of_second_measure(figure, here)):
        return second
    close = [c for c in near if near_by(c, figure)]
    last = here[-1] if here else None
    if last and last.figure.clause == figure.clause and name[:-_NOUN] == last.figure.name != "":
        return last  # 违规34个，违规图斑占31.2%
    around = [c for c in near if c.figure.sentence <= figure.sentence + (len(name) > 2)]
    bare = _MEASURED_SO.sub("", name)
    ways: tuple[tuple[Callable[[str], bool], Sequence[Level]], ...] = (
        (lambda one: measures.same(one, name), around),
        (lambda one: one.startswith(name), here),
        (lambda one: one.endswith(name) and not one.removesuffix(name).endswith("非"), here),
        (lambda one: one.startswith(name), close),
        (lambda one: measures.short_for(name, one), close),
        (lambda one: measures.within(name, one), close),
        # 网办占比: of 网上办理
        (lambda one: len(name) in _SHORT and name[0] == one[0] and in_order(name, one), here),
        (lambda one: len(one) >= 2 and name.startswith(one), close),
        # 城乡居民生活7512万千瓦时，居民生活用电占28.2%
        (lambda one: bare != name and len(bare) > _NOUN and one.endswith(bare), here),
        # 医疗服务收入 is a kind of 医疗收入, which is the whole
        (lambda one: len(name) >= 4 and one[:2] == name[:2] and not in_order(one, name), close),
    )
    for fits, among in ways:
        found = [c for c in among if c.figure.name and fits(c.figure.name)]
        if len(found) > 1:  # 11月业务量9亿元，1—11月累计完成79亿元: of what is called so itself
            found = [c for c in found if c.figure.raw not in terms.SO_FAR_BARE] or found
        if len({c.figure.value for c in found}) > 1:  # 死亡5人，死亡人数占: of its own clause
            found = [c for c in found if c.figure.clause == figure.clause]
            return found[0] if len(found) == 1 else None
        if found:
            return found[0]
    if len(name) > _NOUN and last and last.figure.role == "total":
        # 限额以上批发业完成销售额36亿元、…，四个行业合计58亿元，批发业占62.6%
        found = [c for c in here if name in c.figure.raw and c is not last]
        if len(found) == 1:
            return found[0]
    found = [c for c in close if len(c.figure.raw) >= 2 and name.startswith(c.figure.raw)]
    found = found or [
        c  # 产业发展项目12个、资金2342万元，…。产业发展项目资金占
        for last, c in pairwise(close)
        if c.figure.joined and len(c.figure.raw) > 1 and name == last.figure.name + c.figure.raw
    ]
    found = found or [c for c in near if _in_bracket(c.figure, figure)]
    return found[0] if len(found) == 1 else _measured_alike(figure, near)


def _measured_alike(figure: Figure, near: Sequence[Level]) -> Level | None:
    """工业用电量9亿度，…。第二产业用电量12亿度。…工业占第二产业的75%: of what is measured so.

    肉类总产量20.15万吨，…。猪肉产量14.97万吨，…。猪肉占肉类总产量的74.3%: as its whole is.
    """
    name, word = figure.name, measures.name(figure.word)
    if min(len(name), len(word)) < _NOUN:
        return None
    names = {c.figure.name for c in near if c.figure.span < figure.span}
    told = [c for c in near if c.figure.name.startswith(name) and c.figure.span < figure.span]
    own = len(name)
    found = [c for c in told if word + c.figure.name[own:] in names]
    if not found and word in names:
        found = [c for c in told if len(c.figure.name) > own and word.endswith(c.figure.name[own:])]
    return found[0] if len(found) == 1 and found[0].figure.name != name else None


def _of_second_measure(percent: Figure, here: Sequence[Level]) -> Level | None:
    """秋粮面积34.45万亩，产量16.43万吨，秋粮产量占全年的70.6%: of what is measured so."""
    name = percent.name
    for first, second in pairwise(here[-_FEW:]):
        measure = second.figure.raw
        whose = name.removesuffix(measure)
        told = first.figure.clause == second.figure.clause == percent.clause
        named = min(len(whose), len(measure)) >= _NOUN and whose != name
        if told and named and first.figure.name.startswith(whose):
            return second
    return None


def _in_bracket(level: Figure, percent: Figure) -> bool:
    """复员军人占12%（640人）: the part stands behind its share."""
    return level.enters and not level.raw and level.span.start == percent.span.end + 1
