"""So much for each, times how many there are: 面积58.79万亩，每亩102.82元，资金6003.66万元."""

from __future__ import annotations

from itertools import pairwise, takewhile

from kuaibao_lint.facts.claims import complements, measures
from kuaibao_lint.facts.claims.figure import altogether
from kuaibao_lint.facts.relations import formulas
from kuaibao_lint.light_typing import TYPE_CHECKING
from kuaibao_lint.patterns import pattern

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from kuaibao_lint.facts.claims.figure import Figure
    from kuaibao_lint.facts.relations.sum import Sum

    _Pair = tuple[Figure, Figure]

_MONEY = "元"
_EACH = pattern(
    "每(?P<unit>[人名户亩头只台辆件吨个座套所处场份株张间栋支村]|立方米|平方米|公里)"
    "(?:每?[月年天日季])?(?:补[贴助偿]|奖[补励]|发放|投[资入]|单价)?$"
)
# 计558万元, 合计补助558万元, 共: what a number and a price make.
_MAKES = pattern("^(?:小计|[共合总]?计|共|总[价额计]|总?金额|需)[^，；每均已其比占增减]{0,6}$")
_PER = pattern("/(?P<unit>[人名户亩头只台辆件吨]|立方米|平方米|公里)")
# 每人每月50元: over how many months, the sentence does not say; a list of such says it by its sum.
_OFTEN = pattern("[月年天日季]$")
_PAID = pattern("补[贴助偿]|津贴|奖[补励]|资金|发放|兑付|保险金|救助金")
_SO_FAR = pattern("^(?:T|[截目]|已)|已[发兑拨]|其中|剩余|中央|省级|市级|县级|配套|自筹")
_SAME = {"名": "人", "村": "个", "只": "头"}
_FAR = 1  # sentences from a price to what is paid
_TELLING = 4  # digits of what is paid that a product comes near by chance seldom
_COUNTED = 3  # digits of a number that is paid for
_MOST = 8  # prices of one list: they bound the work
_PAIR = 2  # prices of which a list is made
_KIND = 2  # characters of a kind's name


def prices(body: Sequence[Figure]) -> list[Sum]:
    """80—89周岁9291人，每人每月50元；…: what is paid for all is what is paid for each kind.

    Of one price alone: what is to be paid, and not what has been.
    """
    told = [(at, one) for at, one in enumerate(body) if one.base == _MONEY and _unit(one)]
    if not told or len(told) > _MOST:
        return []
    if len(told) == 1 and told[0][1].each:
        return _shared_out(told[0][0], body)
    own = [made for at, one in told if (made := _with_its_own(at, one, body))]
    if len(own) == len(told):
        return own
    pairs = [pair for at, one in told if (pair := _priced(at, one, body))]
    if len(pairs) < len(told) or len({count.span for count, _ in pairs}) < len(pairs):
        return []
    if len(pairs) > 1 and (own := _of_their_kinds(pairs, body)):
        return own
    if not (_is_plain(*pairs[0]) if len(pairs) == 1 else _are_all(pairs, body)):
        return []
    sums = [formulas.priced(whole, pairs) for whole in _paid(body, pairs)]
    right = [one for one in sums if one.holds]
    if right or len(sums) != 1:
        return right[:1]
    # 总投资1666.25万元，…，整合资金506.41万元。…，每公里投资23.20万元: of the first
    paid = (one for one in body if one.base == _MONEY and one.length >= _TELLING)
    return [] if any(formulas.priced(one, pairs).holds for one in paid) else sums


def _shared_out(at: int, body: Sequence[Figure]) -> list[Sum]:
    """生活补贴2678人、21.42万元，护理补贴4338人、47.28万元，标准分别为每人每月80元、109元.

    Each is of its own; at least one of them says that it is for one month only.
    """
    first = body[at]
    run = [*takewhile(lambda one: one.each and one.base == _MONEY, body[at:])]
    before = body[max(0, at - 2 * len(run)) : at]
    if len(run) < _PAIR or len(before) < 2 * len(run):
        return []
    trios = list(zip(before[::2], before[1::2], run, strict=True))
    unit = _unit(first)
    if any(count.base != unit or whole.base != _MONEY for count, whole, _ in trios):
        return []
    if any(one.role != "level" or one.sentence != first.sentence for one in before):
        return []
    sums = [formulas.priced(whole, [(count, price)]) for count, whole, price in trios]
    telling = any(one.holds and one.operands[0].length >= _TELLING for one in sums)
    return sums if telling else []


def _with_its_own(at: int, price: Figure, body: Sequence[Figure]) -> Sum | None:
    """新建圈舍186个，每个补助3万元，计558万元: number, price, and behind these what they make."""
    if at == 0 or at + 1 >= len(body) or _OFTEN.search(price.raw):
        return None
    count, whole = body[at - 1], body[at + 1]
    here = count.clause == price.clause == whole.clause and count.role == "level"
    if not here or count.base != _unit(price) or whole.base != _MONEY or whole.joined:
        return None
    if _MAKES.match(whole.raw) is None or _unit(whole) or count.approx or price.approx:
        return None
    if (count.parts and not count.name) or _is_of_more(count, body):
        return None
    return formulas.priced(whole, [(count, price)])


def _is_of_more(count: Figure, body: Sequence[Figure]) -> bool:
    """8家企业，每家补助10万元；3个平台，每个20万元，合计140万元: of both kinds together."""
    before = [c for c in body if c.sentence == count.sentence and c.span <= count.span]
    return any(
        c.role == "average" and c.clause < count.clause and after.base != _MONEY
        for c, after in pairwise(before)
    )


def _unit(one: Figure) -> str:
    """Return for what one pays so much: 每亩102.82元, 14.02元/亩; "" where it is no price."""
    if one.tail[:1] != "/" and "每" not in one.raw:
        return ""
    found = _PER.match(one.tail) or _EACH.search(one.raw)
    return _SAME.get(found["unit"], found["unit"]) if found else ""


def _priced(at: int, price: Figure, body: Sequence[Figure]) -> _Pair | None:
    """Return how many a price is paid for: the number right before it, or that of its kind."""
    unit = _unit(price)
    counts = [
        one
        for one in body[:at]
        if one.role == "level" and one.base == unit and price.sentence - one.sentence <= _FAR
    ]
    behind = body[at + 1] if at + 1 < len(body) else None
    if not counts and behind and "标准" in price.tail and behind.sentence == price.sentence:
        # 按每亩83.06元的标准发放，补贴面积34.87万亩
        return (behind, price) if behind.role == "level" and behind.base == unit else None
    last = counts[-1] if counts else None
    if last is not None and body[at - 1] is last and last.clause == price.clause:
        return last, price
    kind = measures.name(price.raw).removeprefix("按")[:_KIND]
    named = [one for one in counts if one.raw.startswith(kind)] if len(kind) == _KIND else []
    if len(named) == 1 and "标准" not in price.raw:
        return named[0], price
    alone = [one for one in counts if one.sentence == price.sentence]
    return (alone[0], price) if len(alone) == 1 and _EACH.search(price.raw) is not None else None


def _of_their_kinds(pairs: Sequence[_Pair], body: Sequence[Figure]) -> list[Sum]:
    """禁牧补助4946万元、草畜平衡奖励1226万元。禁牧386.4万亩，每亩12.8元；草畜平衡490.5万亩，每亩2.5元."""
    found: list[Sum] = []
    for count, price in pairs:
        kind = count.name[:_KIND]
        named = [
            one
            for one in body
            if one.base == _MONEY and one.role == "level" and not _unit(one)
            if len(kind) == _KIND and one.raw.startswith(kind) and _PAID.search(one.raw)
            if abs(one.sentence - price.sentence) <= _FAR
        ]
        if len(named) != 1 or _OFTEN.search(price.raw):
            return []
        found.append(formulas.priced(named[0], [(count, price)]))
    return found


def _is_plain(count: Figure, price: Figure) -> bool:
    """Tell whether one price is told once for all, and digits enough speak for it."""
    often = _OFTEN.search(price.raw) is not None and "每" in price.raw[-2:-1]
    return not often and count.weight >= _COUNTED <= price.weight and not count.approx


def _are_all(pairs: Sequence[_Pair], body: Sequence[Figure]) -> bool:
    """Tell whether all who are paid for were counted: their number was told, or names say so."""
    counts = [count for count, _ in pairs]
    added = altogether(counts)
    whole = any(one.base == counts[0].base and one.amount == added for one in body)
    return whole or complements.complete([one.name for one in counts])


def _paid(body: Sequence[Figure], pairs: Sequence[_Pair]) -> Iterator[Figure]:
    """Yield what may be paid for all that was counted."""
    price = pairs[-1][1]
    for one in body:
        near = abs(one.sentence - price.sentence) <= _FAR
        if one.role != "level" or one.base != _MONEY or not near or _unit(one) or one.parts:
            continue
        if one.length < _TELLING or not _PAID.search(one.raw) or _SO_FAR.search(one.raw):
            continue
        yield one
