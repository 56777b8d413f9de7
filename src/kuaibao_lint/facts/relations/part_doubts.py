"""Whether what was listed are parts of a whole at all, and all of one list."""

from __future__ import annotations

from itertools import accumulate, islice, pairwise

from kuaibao_lint.facts.claims import complements, measures
from kuaibao_lint.facts.claims.figure import altogether
from kuaibao_lint.facts.relations import evidence
from kuaibao_lint.light_typing import TYPE_CHECKING
from kuaibao_lint.patterns import pattern

if TYPE_CHECKING:
    from collections.abc import Sequence

    from kuaibao_lint.facts.claims.figure import Figure
    from kuaibao_lint.facts.claims.model import Group, Level
    from kuaibao_lint.facts.relations.sum import Sum

_PAIR = 2  # parts that may be all
_OTHERS = (
    ("优良", "污染"),
    ("存栏", "出栏"),
    ("出栏", "存栏"),
    ("销售", "待售"),
    ("进出口", "顺差"),
    ("进出口", "逆差"),
)
_DONE = "已"
_NAME = 2  # characters with which names of one kind begin, or end
_BACK = 24  # levels before a list among which there may be one more of it
_BEHIND = 2  # and behind it
_EACH_SO_MANY = "各"  # 书记、县长各4件: eight
_OF_THE_NAMED = pattern(
    "(?P<noun>[^，；中]{0,8}(?:案件|工单|事[项件]|问题|诉求|提案|建议|项目|线索|申请|隐患|纠纷))中"
)
_ONCE = "不重复"  # ground water that is not counted with the surface water already
_REFUND = pattern("退税|退库")
_REFUNDS = pattern("[退减免]|优惠")  # of which a refund is a part
_GIVEN = pattern("缓税|缓缴|减税|降费|减免")
_BY_POLICY = "政策性退"
_MONEY = "元"


def is_between(group: Group, added: Sum, wholes: Sequence[Figure]) -> bool:
    """发行55亿元，已支出35亿元。从发行额投向看，…: a view of the first, of which it tells some."""
    made = evidence.parts_amount(added)
    larger = any(made <= one.amount for one in wholes)
    nearest = added.operands[0]
    done = group.view and not group.guess and nearest.raw.startswith((_DONE, "形成"))
    return done and nearest.amount < made and larger


def is_of_others(group: Group, levels: Sequence[Level], added: Sum) -> bool:
    """Tell whether a list that does not make up a whole is of another, or with others.

    居民用电12.02亿度…。从工业行业看，采矿业0.41亿度、制造业31.62亿度: of another.
    """
    whole, first = added.operands[0], levels[0].figure
    names = [one.figure.raw for one in levels]
    pair = group.view and len(levels) == _PAIR and first.sentence > whole.sentence + 1
    pair = pair and not complements.complete(names)
    return (
        (pair and evidence.parts_amount(added) > 2 * whole.amount)
        or any(one.figure.raw[-1:] == _EACH_SO_MANY and levels.count(one) < _PAIR for one in levels)
        or (group.guess and _begins_list(group, levels, whole))
        or (not first.parts and _follows_another(group, levels, whole))
        or _of_the_named(whole, first)
        or _goes_on(group, levels, added)
        or _began_before(group, levels, added)
    )


def each_of(parts: Sequence[Level]) -> list[Level]:
    """社会保障类和社会管理类各8件: each level as often as its words say that it counts."""
    found: list[Level] = []
    for one in parts:
        words = one.figure.raw
        many = 1
        if words.endswith(_EACH_SO_MANY):
            named = len(measures.members(words))
            many = named if named >= _PAIR else complements.members(words)
        found += [one] * max(many, 1)
    return found


def _begins_list(group: Group, levels: Sequence[Level], whole: Figure) -> bool:
    """求助3466件，占28.6%；建议1701件，占14.0%；…；其他288件: the first is one of the list."""
    told = any(one.shared for one in group.wholes if one.of(whole.base) is whole)
    return told and levels[0].shared and whole.sentence == levels[0].figure.sentence


def _follows_another(group: Group, levels: Sequence[Level], whole: Figure) -> bool:
    """篮球场419个、乒乓球场350个、健身路径281条，…，其他213个: the 350 do not begin the list.

    Nor does what was done of another: 受理民事9324件，审结8974件；受理行政349件；受理执行7969件.
    """
    order, first = levels[0].order, levels[0].figure
    before = group.told[order - 1].figure if 0 < order <= len(group.told) else whole
    steps = {after.order - one.order for one, after in pairwise(levels)}
    rows = (len(steps) == 1 and max(steps) > 1) or _are_called_alike(levels)
    above = not group.guess and any(one.of(whole.base) is before for one in group.wholes)
    if above or before.base != whole.base or rows:
        return False  # 民商事受理2922件、审结2405件，刑事受理147件、审结131件: they stand in rows
    apart = len(levels) > 1 and len({one.figure.clause for one in levels}) == len(levels)
    return first.joined or (apart and before.clause == first.clause)


def _are_called_alike(levels: Sequence[Level]) -> bool:
    return len(levels) > 1 and len({one.figure.raw[-_NAME:] for one in levels}) == 1


def _of_the_named(whole: Figure, first: Figure) -> bool:
    """满意92件、基本满意7件。提案中集体提案25件、个人61件: of the 提案, and of nothing else."""
    said = _OF_THE_NAMED.match(first.raw) if "中" in first.raw else None
    if said is None:
        return False
    noun, words = said["noun"], whole.raw + whole.tail
    return noun[-_NAME:] not in words and noun[:_NAME] not in words  # 立案2064件。立案案件中…


def _goes_on(group: Group, levels: Sequence[Level], added: Sum) -> bool:
    """受理8166件。刑事262件；行政38件；执行2149件；民商事5617件；非诉98件；申诉2件: with both."""
    made, whole = evidence.parts_amount(added), added.operands[0]
    if group.aside or whole.length <= _PAIR:
        return False
    for one in group.told[levels[-1].order + 1 :][:_BEHIND]:
        made += figure.amount if (figure := one.of(whole.base)) else 0
        if made == whole.amount:
            return True
    return False


def _began_before(group: Group, levels: Sequence[Level], added: Sum) -> bool:
    """受理18310件，办结17872件。受理刑事638件，审结583件。受理民事9276件；行政352件；执行8044件.

    With one before them that is called alike they make up another whole.
    """
    told = group.told[max(0, levels[0].order - _BACK) : levels[0].order]
    before = [figure for one in told if (figure := one.of(added.operands[0].base))]
    made, own = evidence.parts_amount(added), levels[0].figure.raw
    return any(
        made + one.amount == whole.amount
        for at, one in enumerate(before)
        if one.length > _PAIR and (one.raw[:_NAME], one.raw[-_NAME:]) == (own[:_NAME], own[-_NAME:])
        for whole in before[:at]
    )


def is_made_up_before(added: Sum) -> bool:
    """造林5.34万亩，其中人工2.02万亩、封育1.83万亩、修复1.49万亩；抚育4.01万亩: not the last.

    项目100个，其中新开工51个、续建49个，竣工投产30个: those are of the 100 that were told already.
    """
    whole, *figures = added.operands
    sums = accumulate(one.amount for one in figures[:-1])
    for last, made in islice(enumerate(sums), 1, None):
        if made == whole.amount and (
            figures[last].clause != figures[last + 1].clause
            or complements.complete([one.raw for one in figures[: last + 1]])
        ):
            return True
    return False


def is_of_other(one: Figure, whole: Figure, told: Sequence[tuple[Level, Figure]]) -> bool:
    """Tell whether what seems a part is of something else, by its name.

    优良天数312天，其中优146天、良166天、轻度污染7天. 存栏215万头，其中能繁母猪19万头；出栏202万头.
    水资源37.93亿立方米，地表水37.29亿立方米，地下水6.02亿立方米，不重复量0.64亿立方米.
    """
    if any(word in whole.raw and other in one.raw for word, other in _OTHERS):
        return True
    again = "地下水" in one.raw and _ONCE not in one.raw
    return again and any(_ONCE in other.raw for _, other in told)


def overlaps(group: Group, names: Sequence[str]) -> bool:
    """国有控股2.30亿元，股份制9.69亿元，外商0.66亿元, of 11.98亿元: two make it by chance."""
    if len(names) == len(group.parts) or complements.complete(names):
        return False
    return len(names) == _PAIR and any(map(measures.overlapping, names))


def without_parts_of_the_first(
    told: list[tuple[Level, Figure]],
) -> list[tuple[Level, Figure]]:
    """刑检154件，审查逮捕44件，审查起诉110件；民检5件，…: leave out what the first is made up of.

    All of its clause, where other clauses follow.
    """
    first = told[0][1]
    own = [one for one in told[1:] if one[1].clause == first.clause]
    others = told[1 + len(own) :]
    made = len(own) > 1 and others and altogether([one for _, one in own]) == first.amount
    return [told[0], *others] if made else told


def up_to_a_mean(
    told: Sequence[tuple[Level, Figure]],
) -> Sequence[tuple[Level, Figure]]:
    """一产4.7亿元；二产15.8亿元；三产36.3亿元。居民人均可支配收入7318元: leave out the last.

    So what was left at the end, with what had been carried over.
    """
    last = told[-1][1]
    if len(told) > _PAIR and last.carried and last.clause > told[-2][1].clause:
        told = told[:-1]  # 支出334万元，其中助医83万元、…；年末结余233万元（含上年结余117万元）
    means = (at for at, (_, one) in enumerate(told) if _is_mean(one))
    first = next(means, len(told))
    apart = _PAIR <= first < len(told) and told[first][1].clause != told[first - 1][1].clause
    return told[:first] if apart else told


def _is_mean(one: Figure) -> bool:
    return measures.is_mean(one) or (one.per_head and measures.of_residents(one.raw))


def adds_not_up(one: Figure, whole: Figure, told: Sequence[tuple[Level, Figure]]) -> bool:
    """城镇居民人均, 农村居民人均; 谷物单位面积产量: no sum has them among its parts.

    完成75.3亿元。国税13.6亿元；地税36.3亿元；财政25.9亿元；政策性退税0.5亿元: less that; but
    兑现18.3亿元，其中退税14.4亿元，缓税2.2亿元，其他减免1.7亿元 is what was given back.
    """
    refunds = one.base == _MONEY and _REFUND.search(one.raw) is not None  # and no 退库17家
    refunds = refunds and _REFUNDS.search(whole.raw) is None
    refunds = refunds and not any(_GIVEN.search(other.raw) for _, other in told)
    taken = refunds or one.raw.startswith(_BY_POLICY)
    return taken or one.carried or _is_mean(one) or measures.is_unsigned(one)
