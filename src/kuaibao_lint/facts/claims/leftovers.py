"""What is left of what had to be done: 完成9384亩，占应收面积11908亩的78.8%，剩余2524亩."""

from __future__ import annotations

from itertools import combinations, pairwise

from kuaibao_lint.facts.claims import complements, measures, terms
from kuaibao_lint.facts.claims.figure import altogether
from kuaibao_lint.facts.claims.model import Total
from kuaibao_lint.facts.numerals import slips
from kuaibao_lint.light_typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from kuaibao_lint.facts.claims.figure import Figure
    from kuaibao_lint.facts.claims.model import Level

_OWN = 4  # characters that name what was done, and not only that it was
_SPELT = 6  # characters that say what is done, and to what
_PAIR = 2  # the limit of a debt, and what is left of it
_ROOM, _LIMITED = "空间", ("限额", "余额")
_WINDOW = 24  # levels before what is left of them: they bound the work
_SOME = 3  # digits of what is left, and of what it is left of, that fit by chance seldom
_NAMED = 4  # characters that name a whole, with which the name of what was done begins
_SENTENCES = 2  # from such a whole to what is left of it
_WHOLES = 4  # levels of a sentence that may be what was done
_NOUN = 2  # characters of what is counted: 个小班
_FEW = 2  # digits of what is left, where it is told of what
_LATELY = 1  # sentences from what was done to what is left
_CASES = frozenset("件起案")  # in which one person may be several times


def leftover(
    rest: Figure, levels: Sequence[Level], before: Sequence[Level], plan: Figure | None
) -> list[Total]:
    """Return what a rest makes up with what is done: the whole that adds up, else the planned one.

    levels: those of the passage so far, the rest as the last. before: those of the last sentence.
    """
    if rest.raw.endswith(_ROOM):
        return _of_room(rest, levels)
    if _is_all_of_it(rest, levels[-1]):
        return []
    if said := _not_begun(rest, levels) or _of_named(rest, levels) or _of_limit(rest, levels):
        return said
    # 增值税19511万元，…，四项合计29168万元，…，其余税种9636万元: what is summed up is no whole
    made = [
        one
        for one in remainder(rest, levels, before, plan)
        if one.total.role != "total" or all(part.span > one.total.span for part in one.lists[0])
    ]
    if any(altogether(one) == total.total.amount for total in made for one in total.lists):
        return made
    if right := _with_what_is_right(made, rest, levels):
        return right
    if _is_of_several(rest, levels[-_WINDOW:-1]):
        return []
    if lately := _of_listed_before(rest, levels):
        return lately
    if terms.OF_THE_PLAN.search(rest.raw) is None:
        return made  # 已播29.6万亩，占任务35万亩的85%，还有8.3万亩待播: more than was planned
    near = levels[-_WINDOW:-1]
    told = {one.amount for level in near if (one := level.of(rest.base)) and one is not rest}
    if any(one - rest.amount in told for one in told):
        return made  # 完成5亿元，占计划8.2亿元的61%，到位6.2亿元，剩余1.2亿元: of what was paid in
    pairs = [*_planned(rest, near)]
    return [Total(whole, [[done, rest]]) for whole, done in pairs] if len(pairs) == 1 else made


def _of_room(rest: Figure, levels: Sequence[Level]) -> list[Total]:
    """债务限额6.12亿元，…。余额4.49亿元，其中…，尚有空间1.63亿元: of the limit, and of no part."""
    near = (c for c in levels[-_WINDOW:-1] if c.group is None or c.figure.raw.endswith(_LIMITED))
    told = [c.figure for c in near if c.figure.base == rest.base]
    limit, owed = (next((c for c in reversed(told) if w in c.raw), None) for w in _LIMITED)
    return [Total(limit, [[owed, rest]])] if limit and owed and limit is not owed else []


def _of_listed_before(rest: Figure, levels: Sequence[Level]) -> list[Total]:
    """接报526起，赔付499起。其中农作物433起…、家畜62起、人身4起；剩余27起: of the 526, by then.

    Where the list between them is all of what was done.
    """
    group = levels[-_PAIR].group if len(levels) > _PAIR else None
    if group is None or group.guess:
        return []
    done = next((c for c in group.wholes if c.figure.base == rest.base), group.wholes[0])
    before = levels[done.order - 1] if done.order else done
    parts = [one for c in group.parts if c is not levels[-1] and (one := c.of(rest.base))]
    if before.group or before.figure.base != rest.base or done.figure.base != rest.base:
        return []
    same = before.figure.clause == done.figure.clause and before.figure.sentence < rest.sentence
    every = len(parts) > 1 and altogether(parts) == done.figure.amount
    return [Total(before.figure, [[done.figure, rest]])] if same and every else []


def _with_what_is_right(
    made: Sequence[Total], rest: Figure, levels: Sequence[Level]
) -> list[Total]:
    """完成94.9亿元，…，甲54.9亿元；…。计划154.6亿元，尚需59.7亿元: with the 94.9, that fits."""
    told = (one for level in levels[-_WINDOW:-1] if (one := level.of(rest.base)))
    return [
        Total(total.total, [[done, rest]])
        for done in told
        for total in made
        if done is not rest and done.amount + rest.amount == total.total.amount
    ][:1]


def _of_limit(rest: Figure, levels: Sequence[Level]) -> list[Total]:
    """余额38.62亿元，控制在限额39.62亿元以内，余1.00亿元: what may still be borrowed."""
    limit = levels[-_PAIR].figure if len(levels) >= _PAIR else rest
    if "限额" not in limit.raw or limit.sentence != rest.sentence or limit.base != rest.base:
        return []
    told = (c.figure for c in reversed(levels[-_WINDOW:-_PAIR]) if c.figure.base == rest.base)
    owed = next((one for one in told if "余额" in one.raw), None)
    return [Total(limit, [[owed, rest]])] if owed else []


def _is_all_of_it(rest: Figure, level: Level) -> bool:
    """改造56个。已开工53个，其中已完工28个、正在施工25个: all of the 53, and none of the 56."""
    group = level.group
    if group is None or group.guess or group.wholes[0].figure.base != rest.base:
        return False
    parts = [one for c in group.parts if (one := c.of(rest.base))]
    parts = parts if rest in parts else [*parts, rest]
    return len(parts) > 1 and altogether(parts) == group.wholes[0].figure.amount


def _is_of_several(rest: Figure, near: Sequence[Level]) -> bool:
    """一般隐患637条、重大隐患4条，已整改636条，…，余下5条: of both that were told side by side."""
    told = [one for level in near if (one := level.of(rest.base)) and one is not rest]
    return any(
        other.joined and not (one.joined or done.joined)
        and one.amount + other.amount == done.amount + rest.amount
        for one, other, done in zip(told, told[1:], told[2:], strict=False)
    )


def _of_named(rest: Figure, levels: Sequence[Level]) -> list[Total]:
    """一般隐患1331条、重大隐患7条，…，其中重大隐患整改5条，余2条: of what the words name first."""
    told = [c for c in levels[-_WINDOW:-1] if c.of(rest.base)]
    done = told[-1].figure if told else None
    if done is None or done.clause != rest.clause or done.base != rest.base:
        return []
    wholes = [
        c.figure
        for c in told[:-1]
        if len(c.figure.name) >= _NAMED and done.name.startswith(c.figure.name)
        if len(done.name) > len(c.figure.name) and done.sentence - c.figure.sentence <= _SENTENCES
    ]
    return [Total(wholes[-1], [[done, rest]])] if wholes else []


def _not_begun(rest: Figure, levels: Sequence[Level]) -> list[Total]:
    """安排项目108个，开工101个，竣工40个，还有7个未开工: with those that were begun, these are all.

    开工65个、完工39个，还有4个正在招标: what is done may not be among those that were begun.
    """
    if terms.NOT_BEGUN.search(rest.raw + rest.tail) is None:
        return []
    told = [one for c in levels[-_WINDOW:-1] if (one := c.of(rest.base)) and one is not rest]
    told = [one for one in told if rest.sentence - one.sentence <= _LATELY]
    at = next((at for at, one in enumerate(told) if terms.BEGUN.search(one.raw)), 0)
    whole, begun, *after = told[at - 1 :] if at else (None, None)
    if whole is None or begun is None or complements.is_done(whole.raw):
        return []
    return [Total(whole, [[begun, rest], *([[begun, *after, rest]] if after else [])])]


def _planned(rest: Figure, levels: Sequence[Level]) -> Iterator[tuple[Figure, Figure]]:
    """Yield what had to be done, and what was done of it, where the one is told with the other."""
    for level, after in zip(levels, [*levels[1:], None], strict=False):
        whole = level.plan
        if whole is None and after and after.figure.role == "whole":
            whole = after.figure
        done = level.figure
        alike = whole is not None and whole.base == done.base == rest.base
        if (
            whole
            and alike
            and done.role == "level"
            and rest.sentence - done.sentence <= _LATELY
            and whole.length >= _SOME
            and whole.amount > done.amount
            and not terms.KEPT.search(done.raw)
        ):
            yield whole, done


def remainder(
    rest: Figure, levels: Sequence[Level], before: Sequence[Level], plan: Figure | None
) -> list[Total]:
    """排查12条，已整改9条，剩余3条: what is done and what is left make the whole.

    levels: those of the passage so far, the rest as the last. before: those of the last sentence.
    """
    near = levels[-_WINDOW:-1]
    told = _from_total(near, rest)
    said = same = [one for one in told if one.sentence == rest.sentence]
    own = [one for one in same if one.clause == rest.clause]
    if same and len(own) < len(same):  # 按类型分，…；已办结80件，正在办理20件: of this clause
        others = [one for one in told if one not in own]
        done = [own] if own else [[one] for one in same[:_WHOLES]]
        apart = [c.figure for c in near if c.group is None and c.figure in others]
        if found := _made_of([[*some, rest] for some in done], others, apart):
            return found
        same = own if len(own) > 1 else same
    if not same and rest.raw.startswith(terms.LEFT):
        return _left_of(rest, levels)
    same = _with_whole(same, rest, levels, before)
    if plan and plan.base == rest.base and plan not in same:
        same.append(plan)
    if len(same) < 2 or any(one.carried or terms.KEPT.search(one.raw) for one in same):
        return []  # 收案6154件（不含旧存），审结6351件，未结203件: more was dealt with than came in
    added = altogether([*same, rest])
    if any(figure.amount == added for one in near if (figure := one.of(rest.base))):
        return []  # 交办161件。已办结80件、阶段性办结30件，其余51件: all of these are the 161
    whole = _largest(same, rest)
    if "正在" in rest.raw and "已" in whole.raw and complements.is_done(whole.raw):
        return []  # 议案2件；已经解决的28件；正在解决的19件: not of what has been solved
    if _is_in_a_list(whole, same, rest):
        return _of_a_list([*said, rest], near)
    listed = _with_rest(whole, same, rest, near)
    made = [Total(whole, listed)]
    if not any(altogether(one) == whole.amount for one in listed):
        made += _of_a_list([*said, rest], near)
    return made


def _with_rest(
    whole: Figure, same: Sequence[Figure], rest: Figure, near: Sequence[Level]
) -> list[list[Figure]]:
    """Return what may make up the whole with the rest: the last, what is above it, or all."""
    others = [one for one in same if one is not whole]
    listed = [[others[-1], rest]]
    listed += [[one, rest] for one in _above(others, near)]
    if same[-1] is not whole:  # 咨询1402件、求助1907件；已办结3259件，正在办理50件
        listed.append([*others, rest])
    return listed


def _is_in_a_list(whole: Figure, same: Sequence[Figure], rest: Figure) -> bool:
    """住建局123件、城管局87件；未办结2件; 超100毫米8个，不足的23个，其余14个: no whole of these."""
    at = next(at for at, one in enumerate(same) if one is whole)
    if not at and rest.joined and complements.complete([*(one.raw for one in same), rest.raw]):
        return True  # 已办结114件、阶段性办结69件、未办结18件
    if rest.raw.startswith("其余") and at:
        return True
    following = same[at + 1] if at + 1 < len(same) else rest
    directly = following.span.start - whole.span.end == len(following.raw) + 1
    if not (whole.joined or rest.joined) and following.joined and directly:
        return True
    # 隐性债务化解1.25亿元；拖欠企业账款清偿4793万元，剩余1660万元: of what is called otherwise
    own = [one for one in same if one.clause == rest.clause]
    if len(own) != 1 or len(own[0].raw) < _SPELT:
        return False
    others = [whole] if whole is not own[0] else [one for one in same if one is not whole]
    return not any(one.role == "plan" or measures.akin(one.raw, own[0].raw) for one in others)


def _largest(same: Sequence[Figure], rest: Figure) -> Figure:
    """Return the largest of a sentence's amounts, but for a slip in what was done.

    发现问题255处。已整改289处，正在整改26处: of the 255, for 229 was meant. But 恢复供电4077户，
    尚有379户停电 is not of 受灾1456户.
    """
    whole = max(same, key=lambda one: one.value.high)
    if whole is not same[-1]:
        return whole
    like = [one for one in same[:-1] if _is_left_by_a_slip(one, whole, rest)]
    if len(whole.name) >= _OWN:
        like = [one for one in like if measures.akin(one.raw, whole.raw)]
    return like[0] if like else whole


def _with_whole(
    same: list[Figure], rest: Figure, levels: Sequence[Level], before: Sequence[Level]
) -> list[Figure]:
    """Return what a sentence tells of a unit, with the whole of it where it tells only a part."""
    whole = _whole_of([*same, rest], levels, before) if len(same) <= 1 else None
    return [whole, *same] if whole else same


def _from_total(near: Sequence[Level], rest: Figure) -> list[Figure]:
    """新收…，旧存…，共计…；审结…；未结…: leave out what a total took together."""
    told = [figure for one in near if (figure := one.of(rest.base)) and figure is not rest]
    told = [one for one in told if not terms.PER_DAY.search(one.raw)]  # 日收割能力5.3万亩
    totals = [at for at, one in enumerate(told) if one.role == "total"]
    if not totals or told[totals[-1]].sentence != rest.sentence:
        return told
    return told[totals[-1] :]


def _above(others: Sequence[Figure], near: Sequence[Level]) -> list[Figure]:
    """小麦57.5万亩，已收34.9万亩，其中机收33.7万亩，…剩余22.6万亩: what the last is a part of."""
    last = next((c for c in reversed(near) if c.figure is others[-1]), None)
    above = [last.group.wholes[0].figure] if last and last.group else []
    return [one for one in above if one in others[:-1]]


def _of_a_list(parts: Sequence[Figure], levels: Sequence[Level]) -> list[Total]:
    """交办172件。按类型分，…。已办结75件、阶段性办结28件，其余69件: of what the list is of."""
    listed = {id(c) for one in levels if one.group for c in one.group.wholes if c.group is None}
    base = parts[0].base
    told = (one for one in levels if id(one) in listed)
    wholes = [figure for one in told if (figure := one.of(base))]  # 举报件19批201件（来电118件、…）
    fits = len(parts) > 2 and wholes and wholes[-1] not in parts
    return [Total(wholes[-1], [[*parts]])] if fits else []


def _made_of(
    lists: Sequence[list[Figure]], others: Sequence[Figure], apart: Sequence[Figure]
) -> list[Total]:
    """Return what one of the lists makes up: a figure told before that is its sum.

    Else, of a list alone, one that would be its sum but for a slip, or the last that is no part.
    others: what was told before. apart: those of them that are no parts.
    """
    if any(terms.KEPT.search(one.raw) for some in lists for one in some):
        return []
    # 调解成功862件，…；调解不成323件，正在调解39件: of what came in
    others = [one for one in others if "成功" not in one.raw]
    apart = [one for one in apart if "成功" not in one.raw]
    sums = [(some, altogether(some)) for some in lists]
    for some, added in sums:
        wholes = [one for one in others if one not in some and one.amount == added]
        if wholes:
            return [Total(wholes[-1], [some])]
    if len(lists) > 1:
        return []
    some, added = sums[0]
    near = slips(str(added)) if added == added.to_integral_value() else ()
    wholes = [
        one
        for one in others
        # 成功678件，其中司法确认113件；不成功111件，正在调解22件: no part of another
        if one.digits in near and one.length >= _SOME and one in apart
        if one.amount > max(c.amount for c in some)
    ]
    before = (one for one in apart if one.span < some[0].span and one.length >= _SOME)
    # 隐性债务化解1.25亿元；拖欠账款清偿4793万元，剩余1660万元: of what is called alike
    wholes = wholes or [one for one in before if measures.akin(one.raw, some[0].raw)]
    return [Total(wholes[-1], [some])] if wholes else []


def denied(rest: Figure, levels: Sequence[Level]) -> list[Total]:
    """苹果总产量22万吨，已销售13万吨，其中…；未销售9万吨: what is done and what is not.

    levels: those of the passage so far, the rest as the last. 未开工的11个项目中, in a sentence of
    its own, speaks of what the sentences before told.
    """
    found = terms.DENIED.match(rest.raw)
    if found is None:
        return []
    near = [one for one in levels[-_WINDOW:-1] if one.figure.base == rest.base]
    back = _SENTENCES if rest.raw[-1] == "的" else _LATELY
    near = [one for one in near if rest.sentence - one.figure.sentence <= back]
    told = [*pairwise(one.figure for one in near)]
    # 监测对象690户，其中甲270户、乙420户。已消除414户，未消除276户: of the 690, that is no part
    apart = [*pairwise(one.figure for one in near if one.group is None)]
    # 收到57764万元，已分配56204万元；已支出40146万元。未支出的17618万元: or of what was told first
    apart += [(near[0].figure, one.figure) for one in near[2:]] if back > _LATELY else ()
    pairs = [
        (whole, done)
        for whole, done in dict.fromkeys((*told, *apart))
        if measures.said_of(found["done"], done.raw)
        if whole.value.high >= done.value.low or _is_left_by_a_slip(whole, done, rest)
        if back > _LATELY or done.sentence == rest.sentence
        if not any(terms.KEPT.search(one.raw) for one in (whole, done))
    ]
    for whole, done in pairs:
        if done.value.plus(rest.value).meets(whole.value):
            return [Total(whole, [[done, rest]])]
    pairs.sort(key=lambda pair: not _is_left_by_a_slip(pair[0], pair[1], rest))
    return [Total(whole, [[done, rest]]) for whole, done in pairs[:1]]


def of_mates(mate: Figure, last: Total, levels: Sequence[Level]) -> list[Total]:
    """识别1436户4201人，已消除1257户3683人，未消除179户518人: what is left of the people, too.

    mate: what stands behind what is left. last: what was told of that. One person may be in several
    cases.
    """
    *done, rest = last.lists[-1]
    if len(done) != 1 or (mate.base == "人" and rest.base in _CASES):
        return []
    mates = {id(c.figure): one for c in levels[-_WINDOW:] if (one := c.of(mate.base))}
    whole, some = mates.get(id(last.total)), mates.get(id(done[0]))
    return [Total(whole, [[some, mate]])] if whole and some else []


def _left_of(rest: Figure, levels: Sequence[Level]) -> list[Total]:
    """任务3600户，已开工2900户，其中完工1700户。剩余700户…: of what the last sentences told first.

    One of the others is done; 剩余1200户 is of those begun. Small numbers would fit by chance.
    """
    told = [
        one.figure
        for one in levels[-_WINDOW:-1]
        if one.figure.base == rest.base and 0 < rest.sentence - one.figure.sentence <= _SENTENCES
        if one.figure.role != "average"
    ]
    alike = [one for one in told if rest.tail and rest.tail[:_NOUN] in one.raw + one.tail]
    told = alike if len(alike) > 1 else told
    denied_ = terms.DENIED.match(rest.raw)
    if denied_:  # 化解127件，…。未化解的57件: the rest of what was not 化解
        done_, others = denied_["done"], told[1:]
        by_name = [c for c in others if measures.said_of(done_, c.raw)]
        # 未结案件: of 审结
        told = [*told[:1], *(by_name or [c for c in others if measures.said_of(done_[0], c.raw)])]
    shortest = _FEW if denied_ or len(alike) > 1 else _SOME
    if len(told) < 2 or rest.length < shortest or told[0].length < _SOME:
        return []
    for whole, one in combinations(told, 2):
        if whole.amount == one.amount + rest.amount:
            return [Total(whole, [[one, rest]])]
    whole = told[0]
    done = [one for one in told[1:] if one.value.high < whole.value.low][:_WHOLES]
    if len(done) > 2 and done[-1].joined:
        return []  # 投苗19.30万亩，其中池塘6.96万亩、底播9.35万亩、筏式2.99万亩: none is done
    if not done or any(terms.KEPT.search(one.raw) for one in told):
        return []
    return [Total(whole, [[one, rest] for one in done])]


def _whole_of(
    parts: Sequence[Figure], levels: Sequence[Level], before: Sequence[Level]
) -> Figure | None:
    """Return the whole of what is done and what is left: a level told before that is their sum.

    Else the first of the sentence before.
    """
    rest = parts[-1]
    added = altogether(parts)
    levels = [
        one
        for one in (*reversed(levels[-_WINDOW:-1]), *before)
        if one.figure.base == rest.base and one.figure.sentence < rest.sentence
    ]
    told = [one.figure for one in levels]
    # 一级1854名、二级3624名、…。已适配1107名，…；尚有47名: a part of a list is no whole by a slip
    sure = [one.figure for one in levels if one.group is None]
    near = slips(str(added))
    done = parts[0] if len(parts) == 2 else rest
    return (
        next((one for one in told if one.amount == added), None)
        or next((one for one in sure if one.digits in near), None)
        or next((one for one in sure if _is_left_by_a_slip(one, done, rest)), None)
        or next((one for one in sure if _leaves_a_slip(one, done, rest)), None)
        or next((c.figure for c in before if c.figure.base == rest.base), None)
    )


def _is_left_by_a_slip(whole: Figure, done: Figure, rest: Figure) -> bool:
    """需整改591个。…已整改510个，其余81个: of the 591, though a slip makes 590 of what was done."""
    if done is rest or min(whole.length, done.length) < _SOME:
        return False
    return whole.amount - rest.amount in done.slipped()


def _leaves_a_slip(whole: Figure, done: Figure, rest: Figure) -> bool:
    """需整改509个。…已整改341个，其余618个: of the 509, for 168 are left."""
    if done is rest or min(whole.length, rest.length) < _SOME:
        return False
    return whole.amount - done.amount in rest.slipped()


def turned(claim: Total) -> Total:
    """隐患329处。已整治601处、正在施工13处、列入计划15处: of the 329, for 301 was meant.

    Return the total of what was told before, where a slip made more of what was done than of it.
    """
    done = claim.total
    for listed in claim.lists:
        whole, *rest = listed
        if len(rest) < _NOUN or whole.sentence >= done.sentence or whole.length < _SOME:
            continue
        if whole.amount - altogether(rest) in done.slipped():
            return Total(whole, [[done, *rest]])
    return claim


def missing(rest: Figure, plan: Figure, levels: Sequence[Level]) -> list[Total]:
    """完成5.4亿元，为任务9亿元的60%，距目标还差3.6亿元."""
    told = [one for one in levels if one.plan is plan] or levels
    done = next((one.figure for one in told if one.figure.base == rest.base), None)
    if done is None or plan.base != rest.base:
        return []
    # 浓度38微克，距目标36微克差2微克: less is better
    beyond = done.amount == plan.amount + rest.amount
    return [] if beyond else [Total(plan, [[done, rest]])]
