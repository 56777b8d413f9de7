"""Rates that are called by a name of their own, whose part and whole it tells: 存贷比, 城镇化率."""

from __future__ import annotations

from kuaibao_lint.facts.claims import grades, measures, rate_terms, rated, terms
from kuaibao_lint.facts.claims.asking import Ask, near_by, nearest
from kuaibao_lint.facts.claims.model import Rate
from kuaibao_lint.light_typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Sequence

    from kuaibao_lint.facts.claims.figure import Figure
    from kuaibao_lint.facts.claims.model import Claim, Level

_NEAR, _FAR = 2, 4  # sentences from what a rate is of to the rate


def of_its_name(ask: Ask, near: Sequence[Level]) -> tuple[bool, Claim | None]:
    """Return whether the name of a rate tells its part and its whole, and the answer."""
    figure = ask.figure
    if named := next((v for k, v in rate_terms.NAMED_RATES.items() if k in figure.word), None):
        # 综合赔付率 reckons with what is still to be paid, 新增存贷比 with what came
        otherwise = any(word in figure.raw for word in rate_terms.OTHERWISE)
        if otherwise and not figure.word.endswith(rate_terms.CUT):
            came = "存贷" in figure.word and "综合" not in figure.raw
            return True, of_increase(ask, near) if came else None
        answer = named_rate(ask, near, *named)
        if answer is None and figure.word.endswith("溢价"):
            return True, grades.premium(figure, [c for c in near if near_by(c, figure)])
        also = rate_terms.ALSO_NAMED.get(figure.word) if answer is None else None
        return True, also_named(ask, near, *also) if also else answer
    also = next((v for k, v in rate_terms.ALSO_NAMED.items() if figure.word.endswith(k)), None)
    told = also_named(ask, near, *also) if also else None
    return told is not None, told


def _reach(rate: Figure) -> int:
    """存款…。其中…。贷款…。其中…。存贷比78%: return how many sentences back both may stand."""
    return _FAR if "存贷" in rate.word else _NEAR


def named_rate(
    ask: Ask, near: Sequence[Level], part: tuple[str, ...], whole: tuple[str, ...]
) -> Claim | None:
    """存贷比68%: part and whole by the words that each must have."""
    close = [c for c in near if near_by(c, ask.figure, _reach(ask.figure))]
    # 负荷率72.0%。…生活垃圾日均清运417吨: what comes in a later sentence is of something else
    close = [c for c in close if c.figure.sentence <= ask.figure.sentence]
    levels = _with_their_wholes(close)
    # 利润总额15.70亿元，其中亏损额3.24亿元: the part of a profit is none.
    parts = [
        c
        for c in levels
        if part[0] in c.figure.raw and all(word in _context(c) for word in part)
        if not rate_terms.DIFFERS.search(c.figure.raw)
        if c.figure.role != "average" or "均" in part[0]  # 亩均赔付141元
    ]
    if part == rate_terms.NAMED_RATES["报销"][0]:  # 三重保障合计支付1.65亿元，实际报销比例67.37%
        summed = (c for c in levels if c.figure.role == "total" and "支付" in c.figure.raw)
        parts = [c for c in summed if c.figure.clause == ask.figure.clause] or parts
    kinds = [kind for kind in terms.KINDS if kind in ask.figure.word]
    # 户籍人口城镇化率, 财产保险赔付率: of that kind
    parts = [c for c in parts if all(kind in _context(c) for kind in kinds)]
    wholes = [c for c in levels if any(word in c.figure.raw for word in whole)]
    if told := _of_its_clause(ask.figure, parts, wholes):
        parts, wholes = told
    parts, wholes = _not_of_these(parts), _not_of_these(wholes)
    for kind in terms.KINDS[2:]:
        if kind in ask.figure.word:
            said = (c for c in levels if any(word in _context(c) for word in whole))
            wholes = [c for c in said if kind in c.figure.raw]
    if "城镇" in part:  # 城镇人口12.0万，乡村人口27.1万，城镇化率44.03%: of both, and of neither
        wholes = [c for c in wholes if not measures.of_residents(c.figure.raw)]
    if parts:
        own = nearest(parts, ask.figure)[0]
        # 贷款余额90亿元，其中短期贷款30亿元、中长期贷款60亿元。存贷比68%: of all of them
        own = own.group.wholes[0] if own.group and own.group.wholes[0] in parts else own
        parts = [own]
        beside = [c for c in levels if c.figure.sentence == own.figure.sentence]
        wholes = [c for c in wholes if c in beside or _of_one_kind(c, own, beside)]
        if _of_the_others(own, nearest(levels, ask.figure)[0]):
            return None
        if part[0] in ask.figure.word:  # 核减212万元，核减率6.6%。报审1.2亿元，核减率8.1%
            last = own.figure.sentence
            wholes = [c for c in wholes if c.figure.sentence <= last]
    wholes = [c for c in wholes if c not in parts] or wholes
    answer = rated.rate_of(ask, nearest(parts, ask.figure)[:1], nearest(wholes, ask.figure))
    if answer is None:
        return _of_both(ask.figure, parts[0], levels) if parts and "城镇" in part else None
    return answer._replace(
        besides=rated.told_before(ask.figure, near, {one.base for one in answer.parts})
    )


def _with_their_wholes(levels: list[Level]) -> list[Level]:
    """存款1859亿元。其中：住户…。贷款1428亿元。存贷比76.8%: add what the parts are of."""
    wholes = dict.fromkeys(c.group.wholes[0] for c in levels if c.group)
    return [*(c for c in wholes if c not in levels), *levels]


def _of_its_clause(
    percent: Figure, parts: Sequence[Level], wholes: Sequence[Level]
) -> tuple[list[Level], list[Level]] | None:
    """预算评审送审70062万元，审减5745万元，审减率8.20%；…: both stand with it, and are parts.

    Only one of each, which has the same unit and is of the same list.
    """
    part, whole = (
        [c for c in some if c.figure.clause == percent.clause] for some in (parts, wholes)
    )
    if len(part) != 1 or len(whole) != 1 or part == whole:
        return None
    one, other = part[0], whole[0]
    alike = one.figure.base == other.figure.base and one.group is other.group is not None
    return (part, whole) if alike and other.figure.span < percent.span else None


def _of_both(percent: Figure, urban: Level, levels: Sequence[Level]) -> Rate | None:
    """城镇人口15.70万人，乡村人口26.60万人，城镇化率37.12%: of both, where no whole is told."""
    own = urban.figure
    rural = [
        c.figure
        for c in levels
        if abs(c.order - urban.order) == 1
        and c.figure.base == own.base
        and ("乡村" in c.figure.raw or "农村" in c.figure.raw)
    ]
    return Rate([], [], percent, sums=[(own, (own, rural[0]))]) if len(rural) == 1 else None


def also_named(
    ask: Ask, near: Sequence[Level], part: tuple[str, ...], whole: tuple[str, ...]
) -> Rate | None:
    """产量321万吨，销量307万吨，产销率95.5%; 床位607张，入住394人，入住率64.91%.

    Where one level only has a word of the one, and one of the other.
    """
    figure = ask.figure
    close = [c for c in near if near_by(c, figure) and c.figure.sentence <= figure.sentence]
    close = [c for c in close if c.figure.role != "average"]
    if part[0] in rate_terms.CANDIDATES:
        return _of_candidates(figure, close, part, whole)
    parts = [c for c in close if _says(c, part) and not c.figure.parts]
    wholes = [c for c in close if c not in parts and _says(c, whole)]
    parts, wholes = _not_of_these(parts), _not_of_these(wholes)
    if len(wholes) > 1:  # 床位1615张，入住791人，入住率49.0%，其中护理型床位1121张: of all beds
        wholes = [c for c in wholes if not c.figure.parts or c.figure.span < figure.span]
    if len(parts) > 1 and len(wholes) == 1:  # 报销11796人次，费用8389万元，基金支付5210万元
        parts = [c for c in parts if c.figure.base == wholes[0].figure.base]
    if len(parts) != 1 or len(wholes) != 1:
        return None
    own, other = parts[0].figure, wholes[0].figure
    told = rated.told_before(figure, near, {own.base, other.base})
    if own.base == other.base:
        return Rate([own], [other], figure, besides=told)
    if {own.base, other.base} <= rate_terms.COUNTED_ALIKE:
        return Rate([], [], figure, lists=[([own], [other])], besides=told)
    return None


def _of_candidates(
    percent: Figure, close: Sequence[Level], part: tuple[str, ...], whole: tuple[str, ...]
) -> Rate | None:
    """报名4619人，…。本科上线2116人，上线率45.81%；特控线上线564人，上线率12.21%: each of all.

    Of those who came, or of those who had wanted to.
    """
    own = nearest([c for c in close if _says(c, part)], percent)[:1]
    if not own or own[0].figure.clause != percent.clause or own[0].figure.joined:
        return None
    one = own[0].figure
    told = [c for c in close if c.figure.base == one.base and c.figure.span < one.span]
    of = [c for c in told if any(w in c.figure.raw + c.figure.tail for w in whole)]
    of = _not_of_these([c for c in of if not _says(c, part)])
    if not of:
        return None
    besides = [c.figure for c in told]
    # 特控上线1211人，上线率29.2%，本科…，上线率63.1%（按实考4146人计算）: the bracket is of both
    besides += [c.figure for c in close if c.figure.enters and c.figure.raw[:1] == "按"]
    return Rate([one], [c.figure for c in reversed(of)], percent, besides=besides)


def _says(level: Level, words: tuple[str, ...]) -> bool:
    return any(word in level.figure.raw for word in words)


def of_increase(ask: Ask, near: Sequence[Level]) -> Rate | None:
    """存款…，比年初增加24.2亿元；贷款…，比年初增加19.1亿元，新增存贷比78.9%: of what came.

    Both came since the same day, and only one of each is told that is no part of another.
    """
    reach = _reach(ask.figure)
    close = [c for c in near if near_by(c, ask.figure, reach) and c.figure.span < ask.figure.span]
    told = []
    for word in ("贷款", "存款"):
        found = _not_of_these([c for c in close if word in c.figure.raw and c.changes])
        if len(found) != 1:
            return None
        told.append(found[0].changes)
    loans, deposits = told
    pairs = [
        (one.delta, deposits[basis].delta)
        for basis, one in loans.items()
        if basis in deposits and one.delta and one.delta.sign > 0
    ]
    lent, kept = pairs[0] if len(pairs) == 1 else (None, None)
    if lent is None or kept is None or kept.sign < 0 or lent.base != kept.base:
        return None
    return Rate([lent], [kept], ask.figure)


def _not_of_these(levels: Sequence[Level]) -> list[Level]:
    """Return the levels that are no parts of others: 贷款114亿元，其中中长期贷款72亿元, 存贷比."""
    return [c for c in levels if c.group is None or c.group.wholes[0] not in levels]


def _of_the_others(part: Level, last: Level) -> bool:
    """户籍人口…，其中城镇人口…。常住人口…，城镇化率41.7%: of the residents, and not of these."""
    return _of_another_kind(last.figure.raw, _context(part))


def _of_one_kind(whole: Level, part: Level, beside: Sequence[Level]) -> bool:
    """户籍人口…，城镇人口…。常住人口…，城镇化率…: of the residents, and not of these."""
    above = part.group.wholes if part.group else ()
    said = part.figure.raw + "".join(c.figure.raw for c in (*above, *beside))
    return not _of_another_kind(whole.figure.raw, said)


def _of_another_kind(words: str, own: str) -> bool:
    """Tell whether words name the one kind of people, and one's own only the other."""
    return any(
        kind in words and kind not in own and other in own
        for kind, other in (("常住", "户籍"), ("户籍", "常住"))
    )


def _context(level: Level) -> str:
    """户籍总人口66985人，其中城镇35780人: what a level and its whole are called."""
    above = level.group.wholes[0].figure.raw if level.group else ""
    return above + level.figure.raw
