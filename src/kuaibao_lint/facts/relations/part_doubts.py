"""Whether what was listed are parts of a whole at all, and all of one list."""

from __future__ import annotations

from kuaibao_lint.facts.claims import complements, measures
from kuaibao_lint.facts.relations import evidence, formulas
from kuaibao_lint.light_typing import TYPE_CHECKING
from kuaibao_lint.patterns import pattern

if TYPE_CHECKING:
    from collections.abc import Sequence

    from kuaibao_lint.facts.claims.figure import Figure
    from kuaibao_lint.facts.claims.model import Group, Level
    from kuaibao_lint.facts.relations.sum import Sum

_PAIR = 2  # parts that may be all
_OTHERS = (("优良", "污染"), ("存栏", "出栏"), ("出栏", "存栏"), ("销售", "待售"))
_DONE = "已"
_ONCE = "不重复"  # ground water that is not counted with the surface water already
_REFUND = pattern("退税|退库")
_REFUNDS = pattern("[退减免]|优惠")  # of which a refund is a part
_BY_POLICY = "政策性退"
_MONEY = "元"


def is_between(group: Group, added: Sum, wholes: Sequence[Figure]) -> bool:
    """发行55亿元，已支出35亿元。从发行额投向看，…: a view of the first, of which it tells some."""
    made = evidence.parts_amount(added)
    larger = any(made <= one.amount for one in wholes)
    nearest = added.operands[0]
    done = group.view and not group.guess and nearest.raw.startswith(_DONE)
    return done and nearest.amount < made and larger


def is_made_up_before(added: Sum) -> bool:
    """造林5.34万亩，其中人工2.02万亩、封育1.83万亩、修复1.49万亩；抚育4.01万亩: not the last."""
    whole, first, *more = added.operands
    own = [one for one in more if one.clause == first.clause]
    if not own or len(own) == len(more):
        return False
    return formulas.parts_of(whole, [first, *own]).holds


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


def adds_not_up(one: Figure, whole: Figure) -> bool:
    """城镇居民人均, 农村居民人均; 谷物单位面积产量: no sum has them among its parts.

    完成75.3亿元。国税13.6亿元；地税36.3亿元；财政25.9亿元；政策性退税0.5亿元: less that.
    """
    residents = one.per_head and measures.of_residents(one.raw)
    refunds = one.base == _MONEY and _REFUND.search(one.raw) is not None  # and no 退库17家
    refunds = refunds and _REFUNDS.search(whole.raw) is None
    taken = refunds or one.raw.startswith(_BY_POLICY)
    return taken or one.carried or residents or measures.is_mean(one) or measures.is_unsigned(one)
