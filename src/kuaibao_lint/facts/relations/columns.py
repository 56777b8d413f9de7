"""What must hold between a row and those that are its parts: every column adds up, or none."""

from __future__ import annotations

from kuaibao_lint.facts.claims import complements, measures, terms
from kuaibao_lint.facts.claims.columns import unit
from kuaibao_lint.facts.claims.undecided import undecided
from kuaibao_lint.facts.relations import evidence, formulas
from kuaibao_lint.facts.relations.sum import meant
from kuaibao_lint.light_typing import TYPE_CHECKING
from kuaibao_lint.patterns import pattern

if TYPE_CHECKING:
    from collections.abc import Sequence

    from kuaibao_lint.facts.claims.figure import Figure
    from kuaibao_lint.facts.claims.model import Columns, Keyed
    from kuaibao_lint.facts.relations.sum import Sum

_CASES = evidence.CASES | {"宗"}  # of people; 宗 counts plots of land too, whose areas add up
_BUDGET = "预算"
_SOME_OF = pattern("(?:[目件户人家名]|图斑|问题|企业|案件|线索|对象)中(?![小专职学央])")
_DONE = pattern("完成|支付|拨付|到位|支出|使用")
_NAME = 2  # characters by which an amount is known in each row
_PAIR = 2  # operands of a column with one amount, which tells nothing
_TELLING = 4  # digits of the totals that add up, so that the rows are all there are


def columns(claim: Columns) -> list[Sum]:
    """Return the sums of the columns, where one that adds up tells that no row is left out."""
    taken: set[int] = set()
    found: list[Sum] = []
    told = [*enumerate(zip(*claim.rows, strict=True))]
    # 来信22件，办理22件；来信2件，办理2件；共受理84件，办理24件: first what is called as its total
    told.sort(key=lambda one: not _is_called_so(claim.whole, *one))
    for _, column in told:
        if not any(one.per_head or measures.is_mean(one) or _adds_not_up(one) for one in column):
            alike = [[one for one in row if unit(one) == unit(column[0])] for row in claim.last]
            more = [row[0] for row in alike if row]
            readings = [(*column, *more[:size]) for size in range(len(more) + 1)]
            sums = _column(claim.whole, readings, taken)
            if any(one.carried for one in column):  # 办结567件（含上月结转）: tells if it is right
                sums = [one for one in sums if one.holds]
            found += sums
    found = _without_some(found, len(claim.rows))
    if claim.loose:
        return _where_others_hold(found)
    if any(map(evidence.lacks, found)) and _are_of_some(found, claim.whole):
        found = [one for one in found if not evidence.lacks(one)]
    if undecided(claim.whole[0].raw, [row[0].raw for row in claim.rows]):
        found = [one for one in found if not evidence.lacks(one)]
    if any(one.operands[0].base in _CASES for one in found):
        found = [one for one in found if one.holds or unit(one.operands[1]) != "人" or _harmed(one)]
    counted = complements.members(claim.whole[0].raw) == len(claim.rows)  # 四个区、县受理2928件
    complete = complements.complete([row[0].raw for row in claim.rows])
    if counted or (complete and any(one.holds for one in found)):
        return [one for one in found if one.holds or one.explained()]
    return _surely(found)


def _is_called_so(whole: Sequence[Figure], place: int, column: Sequence[Figure]) -> bool:
    name = whole[place].name if place < len(whole) else ""
    return bool(name) and all(one.name == name for one in column)


def _where_others_hold(found: list[Sum]) -> list[Sum]:
    """Return the sums, where two hold and a slip explains the others."""
    held = [one for one in found if one.holds and len(one.operands) > _PAIR]
    digits = sum(one.operands[0].length for one in held)
    if len(held) < _PAIR or digits < _TELLING + 1:
        return held
    return [one for one in found if one.holds or one.explained()]


def _without_some(found: Sequence[Sum], rows: int) -> list[Sum]:
    """16项10.24亿元；15项2.57亿元；4个6.78亿元: a column that adds up further tells that more do.

    预算…: no parts of 成交金额.
    """
    longest = max((len(one.operands) for one in found if one.holds), default=0)
    return [
        one
        for one in found
        if one.holds
        or not (
            rows + 1 == len(one.operands) < longest
            or _is_budget_of(one.operands[0], one.operands[1:])
        )
    ]


def _are_of_some(found: Sequence[Sum], whole: Sequence[Figure]) -> bool:
    """重点工程33项，在建29项，总投资520亿元。在建的省级7项141亿元、…: of these."""
    made = [one.operands[0] for one in found if one.holds]
    made = [one for one in made if one.value.low == one.value.high]
    wholes = {one.operands[0].span for one in found}
    return any(
        one.base == other.base and one.amount > other.amount and one.span < other.span
        for other in made
        for one in whole
        if one.span not in wholes
    )


def _is_budget_of(whole: Figure, column: Sequence[Figure]) -> bool:
    return _BUDGET not in whole.raw and all(_BUDGET in one.raw for one in column[:_PAIR])


def keyed(claim: Keyed) -> list[Sum]:
    """Return the sums of amounts of one name, where enough add up, so that no row is left out."""
    told = [one for one in claim.columns if not measures.is_unsigned(one[0])]
    told = [
        (whole, column)
        for whole, column in told
        if len(column) > 1 or terms.VICTIMS.search(whole.raw)
        if not any(one.carried for one in column)
    ]
    sums = [formulas.parts_of(whole, column) for whole, column in told]
    if ends := [one.operands[-1] for one in sums if one.holds]:
        # 审结322件368人。起诉260件297人。不起诉62件71人…。退回侦查30件: where the people are all
        end = max(one.sentence for one in ends)
        told = [(whole, [one for one in column if one.sentence <= end]) for whole, column in told]
        sums = [formulas.parts_of(whole, column) for whole, column in told if column]
    # 综合收入2.57亿元，其中景区…0.58亿元；乡村旅游…: what one row tells is not all; nor is what
    # some do, if more may be left of the others: 县直结余5.28亿元；乡镇结余3.41亿元；实拨用去20亿元
    rows = len(claim.columns[0][1])
    sums = [one for one in sums if one.holds or (len(one.operands) > _PAIR and _is_full(one, rows))]
    names = [one.raw or one.tail for one in claim.columns[0][1]]
    # 认定合规47个，违规31个。违规图斑中“未批先建”21个: some of one of them
    some = any(map(_SOME_OF.search, names))
    if not some and complements.complete(names) and len({len(column) for _, column in told}) == 1:
        # 388件462人，决定起诉270件378人，不起诉20件44人: of both, something is left
        left = len(sums) > 1 and all(evidence.lacks(one) for one in sums)
        # 其中一般债务25.14亿元、…。新增债券16.18亿元…；再融资债券8.67亿元: of no part before them
        left = left or (len(sums) == 1 and _is_of_a_part_before(sums[0]))
        return [one for one in sums if one.holds or (one.explained() and not left)]
    return _surely(sums)


def _is_of_a_part_before(added: Sum) -> bool:
    whole, first = added.operands[:_PAIR]
    return whole.parts and whole.sentence < first.sentence


def _is_full(added: Sum, rows: int) -> bool:
    """Tell whether as many rows tell an amount as there are, or they are more than their whole.

    消防4起、受伤2人: where nobody died, nothing is said of that.
    """
    full = len(added.operands) > rows or terms.VICTIMS.search(added.operands[0].raw) is not None
    return full or not evidence.lacks(added)


def _surely(found: list[Sum]) -> list[Sum]:
    """Return the sums of the columns, where enough of them add up.

    One digit less is enough where a slip explains all that do not.
    """
    holding = [one.operands[0] for one in found if one.holds and len(one.operands) > _PAIR]
    digits = sum(one.length for one in holding)
    if digits < _TELLING - 1:
        few = bool(holding)  # 44宗、2011.1亩。工业26宗1297.5亩，住宅13宗…，商服5宗…
        return [one for one in found if one.holds or evidence.is_a_slip_away(one, beside=few)]
    slips = all(one.explained() for one in found if not one.holds)
    return evidence.not_counted_twice(found) if digits >= _TELLING or slips else []


def _harmed(one: Sum) -> bool:
    """死亡16人, 受伤35人: in one accident, and no more."""
    return terms.VICTIMS.search(one.operands[0].raw) is not None


def _adds_not_up(one: Figure) -> bool:
    if "盈亏" in one.raw:  # 17户盈利，8户亏损，3户持平，盈亏相抵净利润3711万元: no row of the 3
        return True
    return terms.FOR_EACH.search(one.raw) is not None or measures.is_unsigned(one)


def _of_that_name(whole: Figure, column: Sequence[Figure]) -> list[Sequence[Figure]]:
    """节约资金993万元: of 节约584万元 and 节约409万元, and not of 增价57万元."""
    if len({one.raw[:_NAME] for one in column}) == 1:
        return []
    same = [one for one in column if one.raw[:_NAME] == whole.raw[:_NAME]]
    return [same] if _PAIR <= len(same) < len(column) else []


def _column(
    whole: Sequence[Figure], readings: Sequence[Sequence[Figure]], taken: set[int]
) -> list[Sum]:
    """Return the sum of a column: of the total that it adds up to, else of the next of its unit.

    readings: the column without the rows behind the others, and with them.
    """
    counted = unit(readings[0][0])
    alike = [
        (at, one) for at, one in enumerate(whole) if at not in taken and unit(one) == counted
    ]
    sums = [
        (at, formulas.parts_of(one, column))
        for at, one in alike
        for column in (*readings, *_of_that_name(one, readings[0]))
    ]
    if not sums:
        return []
    at, one = sums[meant([added for _, added in sums])]
    taken.add(at)
    total, *parts = one.operands
    # 总投资337亿元，完成35亿元。其中大项目总投资327亿元，完成31亿元；其余完成4亿元: of what is done
    done = [c for c in parts if _DONE.search(c.raw)]
    apart = not one.holds and len(alike) > 1 and 0 < len(done) < len(parts)
    return [] if apart and not _DONE.search(total.raw) else [one]
