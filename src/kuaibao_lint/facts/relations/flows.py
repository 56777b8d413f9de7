"""What there was, came, went, and is: 年初52亿元，新增12亿元，偿还8亿元，年末56亿元."""

from __future__ import annotations

from itertools import islice, pairwise, takewhile

from kuaibao_lint.facts import numerals
from kuaibao_lint.facts.claims import measures, terms
from kuaibao_lint.facts.relations import formulas, movements
from kuaibao_lint.light_typing import TYPE_CHECKING, NamedTuple
from kuaibao_lint.patterns import pattern

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from kuaibao_lint.facts.claims.figure import Figure
    from kuaibao_lint.facts.relations.sum import Sum

_CARRIED_IN = pattern("^T?(?:上年度?|Y度?)(?:结转|转入)")
_NEWLY = pattern("^T?(?:新(?:收|受理|接收)|收到|共收到)")
_SETTLED = pattern("^T?(?:共|累计|已|总计)?(?:办结|办理|处理|答复)(?!率)")
_MOST = 8  # amounts from what there was to what there is: they bound the work
_IN_ALL = "利润总额"
_SO_MANY = pattern("[两二三四五六七八](?=[税项类个])")
_FUND = "稳定调节基金"
_FUND_THEN = pattern(
    "(?:[年期]初|Y|上年[末底])(?:[^，；动用安调补增减]{0,6}稳定调节基金)?"
    "(?:[余结]额|余额|结余|规模|存量)?[为有是]?$"
)
_FUND_NOW = pattern("(?:[年期]末)?(?:[余结]额|结余|规模|滚存|尚余|剩余)?[为有是]?$|T(?:余额|规模)")
_DRAWN = pattern("动用|使用|调[入出]|(?<![年期]终)(?<![年期][末底])安排|[支提]取")
_PUT_IN = pattern("补充|设[立置]|转入|新增|增加|充实|[年期][终末底]安排")
_OFFSET_NET = pattern("相抵后?(?:实际)?净(?![减退流迁])[^，；]{1,4}$")
_CUT = pattern("[调核压扣]减|减少")
_LONG = 4  # digits of what was added, which a list comes one slip near by chance seldom
_FEWEST = 2  # that came or went; of a plan that was adjusted, one is enough


class _Flow(NamedTuple):
    opening: Figure
    came: Sequence[Figure]
    went: Sequence[Figure]
    closing: Figure


def flows(body: Sequence[Figure]) -> list[Sum]:
    """Return the sums of what was there and what came, without what went.

    All amounts of the unit between the first and the last must be one or the other by their words;
    a list of what came (其中) or a total among them says that the sentence tells something else.
    """
    found: list[Sum] = []
    for at, one in enumerate(body):
        if _FUND in one.raw and (of_fund := _of_fund(one, body[at + 1 : at + 1 + _MOST])):
            found.append(of_fund)
        if one.kind != "amount" or terms.CLOSING_MARKS.search(one.raw) is None:
            continue
        if not terms.CLOSING.search(one.raw):
            continue
        if flow := (
            _ending_with(one, body[:at]) or _adjusted(one, body[:at]) or _carried(one, body[:at])
        ):
            found.append(movements.flow(*flow))
    return found


def _of_fund(first: Figure, behind: Sequence[Figure]) -> Sum | None:
    """预算稳定调节基金年初余额1456万元，动用575万元，年末补充423万元，余额1304万元.

    预算稳定调节基金余额1.24亿元（年初1.96亿元，动用0.99亿元，补充0.27亿元）: what there is first.
    """
    opening = first
    if behind and behind[0].enters:
        opening, *behind = behind
    if opening.base != "元" or not _FUND_THEN.search(opening.raw):
        return None
    came: list[Figure] = []
    went: list[Figure] = []
    for one in behind:
        if opening is not first and one.leaves:
            break
        if not _goes_on(one, opening) or one.kind != "amount":
            return None
        if _DRAWN.search(one.raw):
            went.append(one)
        elif _PUT_IN.search(one.raw):
            came.append(one)
        else:
            closing = came and went and _FUND_NOW.match(one.raw)
            return movements.flow(opening, came, went, one) if closing else None
    told = opening is not first and came and went
    return movements.flow(opening, came, went, first) if told else None


def _adjusted(closing: Figure, before: Sequence[Figure]) -> _Flow | None:
    """年初预算236408万元，拟调增31981万元，其中：…。调整后…268389万元: with parts between them.

    The two are called by one name, and nothing of their unit between them is untold of.
    """
    if "调整后" not in closing.raw:
        return None
    moved: list[Figure] = []
    parts: list[Figure] = []
    for one in reversed(before[-2 * _MOST :]):
        if one.kind != "amount" or one.base != closing.base:
            continue
        if closing.sentence - one.sentence > 1 or terms.VERSUS_MARKS.search(one.raw):
            return None
        if one.parts:
            parts = []
        elif one.role == "delta":
            if parts or not terms.ADJUSTED.search(one.raw):
                return None
            moved.insert(0, one)
        elif moved and not parts and measures.akin(one.raw, closing.raw):
            came = [c for c in moved if c.sign > 0]
            return _Flow(one, came, [c for c in moved if c.sign < 0], closing)
        else:
            parts.append(one)
    return None


def _carried(closing: Figure, before: Sequence[Figure]) -> _Flow | None:
    """新收84件，…；上年结转5件。…，共办结84件，结转下年5件: over sentences, one of each."""
    if not closing.raw.startswith(("结转下", "结转至下")):
        return None
    told = [c for c in before[-3 * _MOST :] if c.base == closing.base and c.kind == "amount"]
    told = [c for c in told if c.role in {"level", "total"} and not (c.parts or c.joined)]
    opening = [c for c in told if _CARRIED_IN.match(c.raw)]
    came = [c for c in told if _NEWLY.match(c.raw)]
    went = [c for c in told if _SETTLED.match(c.raw)]
    if len(opening) == len(came) == len(went) == 1 and closing.sentence - came[0].sentence <= 3:
        return _Flow(opening[0], came, went, closing)
    return None


def _ending_with(closing: Figure, before: Sequence[Figure]) -> _Flow | None:
    """Return what led to an amount, None where its sentence does not tell all of it."""
    came: list[Figure] = []
    went: list[Figure] = []
    told = _without_parts([*reversed(before[-2 * _MOST :])], closing)[:_MOST]
    for at, one in enumerate(told):
        kept = one.parts and terms.OPENING.search(one.raw)  # 受理…件（其中旧存…件、新收…件）
        if one.sentence != closing.sentence or (one.parts and not kept) or one.role == "total":
            return None
        if one.kind != "amount" or one.base != closing.base:
            continue
        if terms.VERSUS_MARKS.search(one.raw):
            return None
        if side := _side(one, told[at + 1 :]):
            if not came and not went and (kept_then := _kept_before(one, told[at + 1 :])):
                return _Flow(one, kept_then, [], closing)
            (came if side > 0 else went).append(one)
        elif terms.OPENING.search(one.raw) or (came and went and terms.STOCK_THEN.search(one.raw)):
            came += [] if came else _came_before(one, told[at + 1 : at + 2])
            adjusted = "预算" in one.raw and "调" in closing.raw
            few = len(came) + len(went) < (1 if adjusted else _FEWEST)
            plain = adjusted == ("调" in closing.raw)
            return None if few or not plain else _Flow(one, came[::-1], went[::-1], closing)
        elif terms.WENT.search(one.raw):
            went.append(one)
        elif terms.CAME.search(one.raw):
            came.append(one)
        else:
            return None
    return None


def _without_parts(told: list[Figure], closing: Figure) -> list[Figure]:
    """新收105件，上年结转2件，办结104件，其中公开59件、…，结转下年3件: leave out what 其中 lists.

    told: the last first. What a list tells of is neither what came nor what went by its words.
    """
    here = (at for at, one in enumerate(told) if one.parts and one.sentence == closing.sentence)
    first = next(here, 0)
    if not first or told[first].base != closing.base:
        return told
    if any(terms.OPENING.search(one.raw) for one in told[: first + 1]):
        return told  # 受理3697件，其中新收3353件、旧存344件
    listed = 0
    for one in told[first - 1 :: -1]:
        if not one.joined and (terms.WENT.search(one.raw) or terms.CAME.search(one.raw)):
            break
        listed += 1
    return [*told[: first - listed], *told[first + 1 :]] if listed else told


def _side(one: Figure, before: Sequence[Figure]) -> int:
    """加上级补助52478万元、上年结转5875万元，减去上解支出6106万元: 1, 1 and -1.

    0 where the words do not say. before: the figures before it, the last first.
    """
    head = one
    for earlier in before:
        if not head.joined:
            break
        head = earlier
    words = head.raw
    return (words[:1] == "加") - (words[:2] in terms.LESS)


def _came_before(opening: Figure, before: Sequence[Figure]) -> list[Figure]:
    """新收3020件，旧存453件，审结3219件，未结254件: what came may stand before what there was."""
    return [
        one
        for one in before
        if one.sentence == opening.sentence
        and one.base == opening.base
        and terms.CAME.search(one.raw)
        and not terms.OPENING.search(one.raw)
    ]


def _kept_before(opening: Figure, before: Sequence[Figure]) -> list[Figure]:
    """当年结余1785万元，加上年滚存结余7952万元，年末滚存结余9737万元: return what was kept then."""
    last = next((one for one in before if one.kind == "amount"), opening)
    told = last.sentence == opening.sentence and last.base == opening.base and not last.parts
    kept = told and terms.KEPT_THEN.match(last.raw)
    return [last] if kept and terms.OPENED.match(opening.raw) else []


def nets(body: Sequence[Figure]) -> list[Sum]:
    """净增11家，其中新增入规17家，退规6家: what came without what went; told before it, too."""
    found: list[Sum] = []
    for at, net in enumerate(body):
        if net.kind != "amount":
            continue
        if net.role == "delta" and (added := _of_its_list(net, body[at + 1 : at + 1 + _MOST])):
            found.append(added)
        if "相抵" in net.raw and (two := _two_before(net, body[:at])):
            found.append(movements.flow(two[0], [], two[1:], net))
            found += _of_their_mates(found[-1], body)
            continue
        if not _is_net(net, body[at + 1 : at + 2]):
            continue
        behind = (one for one in body[at + 1 : at + 1 + 2 * _MOST] if one.kind == "amount")
        if came_and_went := _behind(net, [*islice(behind, _MOST)]):
            found += _told_behind(net, *came_and_went, body[at - 1 : at])
        elif terms.NET_ALONE.match(net.raw):
            near = body[max(0, at - _MOST) : at]
            led = _led_to(net, [one for one in near if one.sentence == net.sentence])
            found += led
            if led:
                found += _of_their_mates(led[0], body)
                found += _since_opening(net, body[max(0, at - _MOST) : at])
            if led and not net.compared:
                found += _grown_by(net, led[0].operands[0], body[at + 1 : at + 1 + _FEWEST])
    return found


def _of_their_mates(net: Sum, body: Sequence[Figure]) -> list[Sum]:
    """新纳入334户700人，清退484户1045人，净退出150户345人: what stands behind each goes as well."""
    if len(net.operands) != _FEWEST + 1:
        return []
    spans = {one.span for one in net.operands}
    mates = {one.span: mate for one, mate in pairwise(body) if one.span in spans and mate.mate}
    told = [mates[one.span] for one in net.operands if one.span in mates]
    if len(told) < len(net.operands) or len({one.base for one in told}) > 1:
        return []
    more, less, left = told
    return [movements.flow(more, [], [less], left)]


def _since_opening(net: Figure, before: Sequence[Figure]) -> list[Sum]:
    """在册146人，…，新接收81人，解除76人，比年初在册141人净增5人: what there is, and was."""
    then = before[-1]
    name = terms.SINCE_BEGINNING.sub("", then.raw)
    if then.role != "base" or then.clause != net.clause or len(name) < _FEWEST:
        return []
    now = [one for one in before if one.role == "level" and one.raw.endswith(name)]
    return [movements.difference(now[-1], then, net)] if now and then.base == net.base else []


def _two_before(net: Figure, before: Sequence[Figure]) -> Sequence[Figure]:
    """补税6012万元、退税920万元，补退相抵净入库5092万元: return the two that stand before it."""
    if not _OFFSET_NET.search(net.raw):
        return []
    here = [c for c in before if c.kind == "amount" and _goes_on(c, net)]
    levels = len(here) == _FEWEST and all(c.role == "level" for c in here)
    return here if levels and here[0].clause == net.clause else []


def _of_its_list(net: Figure, behind: Sequence[Figure]) -> Sum | None:
    """调增2632万元，其中新增债券954万元，补助1923万元，调减支出245万元: with what was cut."""
    if not behind or not behind[0].parts or net.length < _LONG or net.sign < 0:
        return None
    listed = [*takewhile(lambda one: _goes_on(one, net), behind)]
    went = [one for one in listed if _CUT.search(one.raw)]
    came = [one for one in listed if one not in went]
    return movements.flow(came[0], came[1:], went, net) if came and went else None


def _grown_by(net: Figure, came: Figure, after: Sequence[Figure]) -> list[Sum]:
    """净增2888户，实有43215户，比年初增长7.2%: the rate is that of the net."""
    if len(after) < _FEWEST:
        return []
    level, rate = after
    said = terms.THERE_IS.match(level.raw) if level.role == "level" else None
    now = said is not None and level.base == net.base and level.raw[said.end() :] in came.raw
    grown = rate.role == "growth" and rate.kind == "percent" and rate.sign == net.sign
    since = grown and terms.SINCE_BEGINNING.match(rate.raw) and rate.clause == level.clause
    return [movements.change(level, net, rate)] if now and since else []


def _led_to(net: Figure, before: Sequence[Figure]) -> list[Sum]:
    """新登记2436户（企业609户、…），注销978户，净增1458户: what came and went may stand before.

    Each amount of the unit is one or the other, but for what a bracket tells of it. Where several
    came, one of them may not be new: 新认定11家，重新认定10家，未通过1家，净增10家.
    """
    came: list[Figure] = []
    went: list[Figure] = []
    for words, one in reversed([*_of_this_clause(before, net)]):
        if one.role == "total" or one.parts:
            break
        if one.kind != "amount" or one.base != net.base or one.role == "base":
            continue  # 新接收81人，解除76人，比年初在册141人净增5人
        leaves = terms.WENT.search(words) is not None
        if not leaves and not terms.CAME.search(words):
            if one.clause == net.clause and not (one.joined and came and went):
                return []  # 出生2300人，死亡1700人，迁入310人，迁出500人，净增410人
            break
        (went if leaves else came).insert(0, one)
    if not came or not went:
        return []
    sides = (went, came) if _falls(net) else (came, went)
    more, less = sides
    sums = [movements.flow(some[0], some[1:], less, net) for some in (more, more[:1], more[-1:])]
    if any(one.holds for one in sums):
        return [next(one for one in sums if one.holds)]
    return sums[:1] if len(came) == len(went) == 1 or sums[0].explained() else []


def _of_this_clause(before: Sequence[Figure], net: Figure) -> Iterator[tuple[str, Figure]]:
    """新登记4862户，其中企业1126户、农户3736户；注销1974户，净增2888户: leave out the parts."""
    inside = False
    for words, one in _outside(before):
        inside = one.clause < net.clause and (one.parts or (inside and _is_kind(one)))
        if not inside:
            yield words, one


def _is_kind(one: Figure) -> bool:
    """Tell whether an amount goes on with a list of kinds: 个体工商户3037户, and no 注销1222户."""
    return one.joined or not (terms.CAME.search(one.raw) or terms.WENT.search(one.raw))


def _outside(figures: Sequence[Figure]) -> Iterator[tuple[str, Figure]]:
    """Yield what no bracket tells, with its words; a second unit (300户518人) has those before."""
    words = ""
    inside = False
    for one in figures:
        inside = one.enters or (inside and not one.leaves)
        if not inside:
            words = words if one.mate else one.raw
            yield words, one


def profits(body: Sequence[Figure]) -> list[Sum]:
    """利润总额17亿元，其中盈利额19亿元，亏损额2亿元: what was gained without what was lost."""
    found: list[Sum] = []
    for at, lost in enumerate(body):
        if "亏" not in lost.raw or lost.role != "level" or terms.PROFIT.search(lost.raw):
            continue  # 盈亏相抵后实现利润总额 is what is left
        near = [c for c in body[max(0, at - _MOST) : at + _MOST] if _is_beside(c, lost)]
        place = next(i for i, one in enumerate(near) if one is lost)
        told = near[max(0, place - _FEWEST) : place + 2]
        gains = [c for c in told if terms.GAINED.search(c.raw)]
        # 盈利企业实现利润5955万元，亏损企业亏损919万元，盈亏相抵后净利润5036万元
        wholes = [c for c in told if c not in gains and terms.PROFIT.search(c.raw)]
        if len(gains) == len(wholes) == 1:
            found.append(movements.flow(gains[0], [], [lost], wholes[0]))
    return found


def _is_beside(one: Figure, other: Figure) -> bool:
    level = one.role == other.role and one.base == other.base
    # 利润总额5.75亿元。亏损额1.39亿元；盈利企业盈利额7.14亿元: or told in the sentence before
    before = other.sentence - one.sentence == 1 and one.raw.endswith(_IN_ALL)
    return level and (before or one.sentence == other.sentence)


def _is_net(net: Figure, after: Sequence[Figure]) -> bool:
    """净增11家; 比上年末多20辆（新购42辆、报废22辆）: what a bracket behind a change tells."""
    if "净" in net.raw:
        return terms.NET.search(net.raw) is not None
    changed = net.role in {"delta", "versus"}
    return changed and any(one.enters and one.base == net.base for one in after)


def _falls(net: Figure) -> bool:
    """净减5户, 净退出143户: more went than came."""
    return net.sign < 0 or "减" in net.raw or "出" in net.raw


def _readings(net: Figure, came: Sequence[Figure], went: Sequence[Figure]) -> Iterator[Sum]:
    """注销3080户，吊销215户: what goes on may be of something else."""
    for count in range(1, len(went) + 1):
        if _falls(net):
            yield movements.flow(went[0], went[1:count], came, net)
        else:
            yield movements.flow(came[0], came[1:], went[:count], net)


def _told_behind(
    net: Figure, came: list[Figure], went: list[Figure], before: Sequence[Figure]
) -> list[Sum]:
    """净增2888户，…。新登记4862户、注销1974户: the net is right, or else the first reading of it.

    Not 同比增长5.1%，净增2232户。…。上半年新设3074户、注销1472户: that is more than a year ago.
    """
    readings = [*_readings(net, came, went)]
    right = next((one for one in readings if one.holds), None)
    grown = [one for one in before if one.role == "growth" and one.clause == net.clause]
    then = bool(grown) and "同比" in grown[0].raw and came[0].raw[:1] == "T"
    return [right or readings[0]] if right or not then else []


def _behind(net: Figure, behind: Sequence[Figure]) -> tuple[list[Figure], list[Figure]] | None:
    """Return what came and what went, where just these follow, in this sentence or the next.

    净增27户，其中新建入规12户、小升规28户、退库13户: several may have come, in one list.
    """
    came: list[Figure] = []
    went: list[Figure] = []
    for one in behind:
        if one.kind != "amount" or one.base != net.base:
            continue
        told = one.sentence - net.sentence <= 2 and not terms.VERSUS_MARKS.search(one.raw)
        leaves = terms.WENT.search(one.raw) is not None
        if (one.parts or one.joined) and not (leaves or came or terms.CAME.search(one.raw)):
            continue  # 净增1989户。其中企业14015户、个体28157户、…。新登记5235户，注销3246户
        more = not came or (one.joined and not went)
        if not told or not (leaves or (more and terms.CAME.search(one.raw))):
            break
        (went if leaves else came).append(one)
    return (came, went) if came and went else None


def balanced(body: Sequence[Figure]) -> list[Sum]:
    """税收收入减少32万元，非税收入增加12万元，相抵后净减收20万元: they make up the last."""
    found: list[Sum] = []
    for at, one in enumerate(body):
        if one.role != "delta":
            continue
        if not terms.OFFSET.search(one.raw):
            found += _net_of_all(one, body[max(0, at - _MOST) : at])
            continue
        told = [c for c in body[max(0, at - _MOST) : at] if c.role == "delta"]
        run = [c for c in told if _goes_on(c, one)]
        said = None if run else _SO_MANY.search(one.raw)
        if said and numerals.single(said[0]) == len(told):
            # 增值税增收1250万元；契税减收160万元。上述两税增减相抵后净增1090万元
            run = [c for c in told if c.base == one.base and one.sentence - c.sentence == 1]
        if len(run) > 1:
            found.append(formulas.changes_of(one, run))
    return found


def _net_of_all(net: Figure, before: Sequence[Figure]) -> list[Sum]:
    """居民医保减少4216人，…；职工医保增加1403人，…。总参保人数净减少2813人: of the only two."""
    if not terms.NET_OF_ALL.search(net.raw):
        return []
    run = [one for one in before if one.role == "delta" and one.base == net.base]
    run = [one for one in run if net.sentence - one.sentence <= 1]
    if len(run) != _FEWEST or run[0].sign == run[1].sign:
        return []
    return [formulas.changes_of(net, run)]


def _goes_on(last: Figure, one: Figure) -> bool:
    return one.sentence == last.sentence and one.base == last.base
