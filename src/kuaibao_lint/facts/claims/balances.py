"""What is left of one amount when another is taken from it: 结余, 顺差, 低于限额."""

from __future__ import annotations

from itertools import pairwise

from kuaibao_lint.facts.claims import terms
from kuaibao_lint.facts.claims.figure import altogether
from kuaibao_lint.facts.claims.model import Total
from kuaibao_lint.light_typing import TYPE_CHECKING
from kuaibao_lint.patterns import pattern

if TYPE_CHECKING:
    from collections.abc import Sequence

    from kuaibao_lint.facts.claims.figure import Figure
    from kuaibao_lint.facts.claims.model import Level

_GIVEN_IN = pattern("接收|收到|筹集|募集|到位|争取|归集")
_LEFT_THEN = pattern("(?:[TY当本][期年]?|收支|年度)*(?:结余|(?P<less>缺口|收不抵支))")
_GAP = "缺口"
_PAID_IN = pattern("收入|筹资|筹集|征缴|征收|归集|缴存|缴费")
_LENT = pattern("(?!T)[^，；]{0,8}(?:发放|投放)")
_PAID_BACK = pattern("累计(?:还[贷款清]|收回|归还|偿还|回收)")
_STILL = 4  # characters of 目前在册, that speaks of those that were told just before
_OF_ANOTHER_TIME = ("P", "Y", "加", "上年")
_ASSETS = pattern("资产(?:总[额量计值]|合计)?[为达]?$")
_OF_OWNERS = pattern("归属|归母|少数|增加|新增|比")
# 一般公共预算总收入40.4亿元，其中地方收入27.4亿元；…，收入合计48.2亿元: with what is the state's.
_WITH_ABOVE = pattern("公共预算总收入|财政总收入")
_PAIR = 2  # amounts of which the second was spent of the first


def balance(left: Figure, levels: Sequence[Level], told: Sequence[Level]) -> list[Total]:
    """收入…，支出…，结余…; 当期结余…，加上年结余…，滚存结余….

    levels: those of this sentence and of the one before it. told: those of the last sentences.
    """
    if said := terms.EQUITY.search(left.raw):
        return _equity(left, levels, "own" if said["owed"] else "owed")
    return _of_what_came(left, levels, told)


def _of_what_came(
    left: Figure, levels: Sequence[Level], told: Sequence[Level]
) -> list[Total]:
    """Return of what something is left by the words for it."""
    before = _beside_parts(left, levels)
    if _is_of_all(left) or _is_what_was_and_came(left, before[-_PAIR:]):
        balances = _added_up(before)
        return [Total(left, [balances[:2]])] if len(balances) >= 2 else []
    if _is_of_then(left):
        return []
    found = _of_one_fund(left, levels) or _gap(left, told)
    among = [one.figure for one in levels if one.figure.base == left.base]
    for word, (first, second) in terms.BALANCES.items():
        if word in left.raw and (word[0] != "在" or len(left.raw) <= _STILL):
            whole, part = _last_said(first, before), _last_said(second, before)
            if word in terms.OF_PARTS and not (whole and part):
                whole, part = _largest(first, left, levels), _largest(second, left, levels)
            if first == "收入":
                whole, part = _income_and_outlay(whole, part, left, told)
            if whole and part and whole is not part and whole.amount != part.amount:
                if _is_left_already(word, whole, part, before):
                    continue  # 当年结余2亿元，…，居民基金当年结余1亿元: the second is of a part
                lists = _spent(part, left, told)
                known = Total(whole, lists) in found  # 相抵后结转下年: by two of its words
                full = len(lists) == 1 or "总" in whole.raw or not _is_some(whole, lists)
                if full and not known:
                    found.append(Total(whole, lists))
    found = found or _of_its_fund(left, levels) or _unspent(left, among)
    return found or _ungiven(left, told) or _of_budget(left, levels) or _lent(left, levels)


def _of_budget(left: Figure, levels: Sequence[Level]) -> list[Total]:
    """调整预算3.28亿元，实际支出3.18亿元，为调整预算的96.9%，结转下年0.10亿元: of the budget."""
    told = [c.figure for c in levels if c.figure.clause == left.clause and c.of(left.base)][-_PAIR:]
    if len(told) < _PAIR or left.raw[:2] != "结转" or told[0].role != "plan":
        return []
    spent = terms.PAID_OUT.search(told[1].raw) and told[1].role == "level"
    return [Total(told[0], [[told[1], left]])] if spent else []


def _equity(left: Figure, levels: Sequence[Level], other: str) -> list[Total]:
    """资产总额200亿元，负债116亿元，所有者权益84亿元: one of 其中 as well, told in its own clause.

    other: what the last amount before it is.
    """
    told = [c.figure for c in levels if c.figure.clause == left.clause and c.of(left.base)]
    told = [one for one in told if one.span < left.span][-_PAIR:]
    if len(told) < _PAIR or _OF_OWNERS.search(left.raw):
        return []
    whole, second = told
    said = terms.EQUITY.search(second.raw)
    assets = _ASSETS.search(whole.raw) and terms.EQUITY.search(whole.raw) is None
    return [Total(whole, [[second, left]])] if said and said[other] and assets else []


def _of_one_fund(left: Figure, levels: Sequence[Level]) -> list[Total]:
    """分险种看：居民养老保险基金收入7.5亿元、支出5.7亿元，当年结余1.8亿元: of its own two."""
    said = _LEFT_THEN.fullmatch(left.raw)
    told = [c for c in levels if c.figure.clause == left.clause and c.of(left.base)]
    pairs = [
        (one.figure, spent.figure)
        for one, spent in pairwise(told)
        if one.figure.raw.endswith("收入") and spent.figure.raw == "支出"
        if spent.figure.joined or (said and said["less"] == _GAP)  # 收不抵支 is in BALANCES
    ]
    if said is None or len(pairs) != 1 or pairs[0][0].parts:
        return []
    came, went = pairs[0]
    return [Total(went, [[came, left]]) if said["less"] else Total(came, [[went, left]])]


def _lent(left: Figure, levels: Sequence[Level]) -> list[Total]:
    """累计发放贷款7.91亿元，累计还贷7224户4.72亿元，贷款余额3.19亿元: what was not paid back."""
    if "余额" not in left.raw:
        return []
    told = [(c.figure.raw, one) for c in levels if (one := c.of(left.base)) and one is not left]
    told = [(raw, one) for raw, one in told if one.sentence == left.sentence]
    told.sort(key=lambda two: two[1].span)
    paid = [at for at, (raw, _) in enumerate(told) if _PAID_BACK.match(raw)]
    if len(paid) != 1 or not paid[0] or _LENT.match(told[paid[0] - 1][0]) is None:
        return []  # 今年发放3亿元，累计收回5亿元，余额6亿元: of more than this year's
    return [Total(told[paid[0] - 1][1], [[told[paid[0]][1], left]])]


def _of_its_fund(left: Figure, levels: Sequence[Level]) -> list[Total]:
    """三项基金征缴41036万元，其中养老…、失业…；支出34470万元，当期结余6566万元: of what came in.

    What was spent seems one of its parts, or has some itself.
    """
    told = [c for c in levels if c.figure.span < left.span and c.figure.base == left.base]
    told = [c for c in told if c.figure.sentence == left.sentence and not c.figure.parts]
    told.sort(key=lambda c: c.figure.span)
    went = [c.figure for c in told if c.figure.clause == left.clause]
    spent = next((one for one in went if one.raw.endswith("支出")), None)
    came = [c.figure for c in told if c.figure.clause < left.clause and c.group is None]
    came = [one for one in came if _PAID_IN.search(one.raw)]
    if spent is None or len(came) != 1 or _LEFT_THEN.fullmatch(left.raw) is None:
        return []
    return [Total(came[0], [[spent, left]])]


def _income_and_outlay(
    whole: Figure | None, part: Figure | None, left: Figure, told: Sequence[Level]
) -> tuple[Figure | None, Figure | None]:
    """Return of what and from what something is left: of the grand totals, if these were told.

    收入…。支出…。收支结余…: what came in may stand a sentence before. 收入总计…，本年收入合计…，
    本年支出合计…: with what was left over, unless what is left tells otherwise.
    """
    if part and whole is None:
        whole = _last_said("收入", _beside_parts(left, told))
    grand = _grand(left, told)
    if grand is None or (whole and part and whole.amount == part.amount + left.amount):
        return whole, part
    return grand, _grand(left, told, "支出") or part


def _beside_parts(left: Figure, levels: Sequence[Level]) -> list[Figure]:
    """支出7.2亿元，其中…其他支出0.2亿元。结余1.6亿元: of all that was spent.

    支出5.3亿元，主要是待遇支出5.2亿元: nor of what it was mainly.
    """
    alike = [c for c in levels if c.figure.base == left.base and c.figure.raw[:2] != "主要"]
    found = [c.figure for c in alike if not c.group]
    here = [c for c in alike if c.figure.clause == left.clause and c.figure.span < left.span]
    if len(here) >= _PAIR and all(one.group for one in here):
        found += [c.figure for c in here]  # 其中甲基金收入5亿元、支出4亿元、结余1亿元；乙基金…
    found.sort(key=lambda one: one.span)
    return found


def _is_left_already(word: str, whole: Figure, part: Figure, before: Sequence[Figure]) -> bool:
    """Tell whether what is left when a part is taken away was told of it before.

    成交9.62亿元。其中政府采购预算17668万元、…，节约1519万元: or is of a part of the one before.
    """
    if part.amount > whole.amount and part.sentence < whole.sentence:
        return True
    behind = (one for one in before if one.span > part.span and word in one.raw)
    return any(
        one.role == "level" and not _is_of_then(one) and not _is_of_all(one)
        for one in behind
    )


def _added_up(before: Sequence[Figure]) -> list[Figure]:
    """Return the balances that may be added up: those behind the last that are of all years.

    居民医保…，当期结余0.34亿元，累计结余1.57亿元；职工医保…，当期结余0.25亿元，累计结余1.82亿元.
    """
    ends = (at for at, one in enumerate(before, 1) if _is_of_all(one) and not _is_of_then(one))
    last = max(ends, default=0)
    return [one for one in before[last:] if "结余" in one.raw]


def _is_of_all(one: Figure) -> bool:
    return any(word in one.raw for word in terms.ALL_BALANCES)


def _is_of_then(one: Figure) -> bool:
    """加上年滚存结余63.21亿元: what there was."""
    return one.raw.startswith(_OF_ANOTHER_TIME)


def _is_what_was_and_came(left: Figure, before: Sequence[Figure]) -> bool:
    """当年结余0.25亿元，上年结余2.31亿元，年末结余2.56亿元: of both, and of nothing else."""
    if terms.CLOSING.search(left.raw) is None or len(before) < _PAIR:
        return False
    ends = [_is_of_then(one) for one in before]
    return ends.count(True) == 1 and all("结余" in one.raw for one in before)


def _unspent(left: Figure, levels: Sequence[Figure]) -> list[Total]:
    """批复指标45.1亿元，已用指标40.0亿元，结余5.1亿元: of the only two amounts of its clause."""
    told = [one for one in levels if one.clause == left.clause]
    if len(told) != _PAIR or "结余" not in left.raw or terms.OPENING.search(told[0].raw):
        return []
    whole, spent = told
    spends = [terms.PAID_OUT.search(one.raw) is not None for one in told]
    return [Total(whole, [[spent, left]])] if spends == [False, True] else []


def _ungiven(left: Figure, told: Sequence[Level]) -> list[Total]:
    """接收款物20028万元，…。已拨付17834万元，…。结余款物2194万元: what is not given."""
    if "结余" not in left.raw:
        return []
    whole = [c.figure for c in told if c.group is None and c.figure.base == left.base]
    if len(whole) != _PAIR or not _GIVEN_IN.search(whole[0].raw):
        return []
    came, went = whole
    spent = terms.PAID_OUT.search(went.raw) and not terms.PAID_OUT.search(came.raw)
    return [Total(came, [[went, left]])] if spent and came.amount > went.amount else []


def _gap(left: Figure, told: Sequence[Level]) -> list[Total]:
    """债务限额237亿元，…。债务余额230亿元，…。余额与限额相差7亿元."""
    named = terms.GAP.search(left.raw)
    if named is None:
        return []
    ends = [
        next((c.figure for c in reversed(told) if c.group is None and word in c.figure.raw), None)
        for word in (named["one"], named["other"])
    ]
    if any(one is None or one.base != left.base for one in ends):
        return []
    less, more = sorted((one for one in ends if one), key=lambda one: one.amount)
    return [Total(more, [[less, left]])] if less is not more else []


def _is_some(whole: Figure, lists: Sequence[Sequence[Figure]]) -> bool:
    """收入11.7亿元，…。支出11.0亿元，调出资金1.0亿元，结转下年1.7亿元: some of an account.

    What was carried over, or came from above, is not told then, unless all adds up.
    """
    moved = any(terms.MOVED_OUT.search(one.raw) for one in lists[-1][1:-1])
    return moved and all(altogether(one) != whole.amount for one in lists)


def _spent(part: Figure, left: Figure, told: Sequence[Level]) -> list[list[Figure]]:
    """收入1200万元，支出1000万元，上解支出100万元，结余100万元: what came in may go two ways."""
    between = [
        one.figure
        for one in told
        if part.span < one.figure.span < left.span and one.figure.base == left.base
    ]
    return [[part, left], [part, *between, left]] if between else [[part, left]]


def _grand(left: Figure, told: Sequence[Level], side: str = "") -> Figure | None:
    """总收入245万元，…。总支出220万元，收支相抵，结余25万元: return the one or the other."""
    found: Figure | None = None
    for level in reversed(told):
        one = level.figure
        outlay = "支出" in one.raw
        if outlay == bool(side) and one.base == left.base and terms.ACCOUNT.search(one.raw):
            upper = found is not None and _WITH_ABOVE.search(one.raw)
            if "总" in one.raw and not upper:  # 收入总计…，本年收入合计…: with what was left over
                return one
            found = found or one
    return found


def _largest(word: str, left: Figure, levels: Sequence[Level]) -> Figure | None:
    """进出口16.20亿元，其中，出口13.10亿元…；进口3.10亿元。贸易顺差…: parts that are called so."""
    fits = [
        one.figure
        for one in levels
        if one.figure.base == left.base and word in one.figure.raw.replace("进出口", "")
    ]
    return max(fits, key=lambda one: one.amount, default=None)


def _last_said(word: str, figures: Sequence[Figure]) -> Figure | None:
    """Return the last figure that is called so, 收入 also 企业养老收 and 支出 also 支."""
    words = word.split("/")
    short = terms.SHORT.get(word, word)
    fits = (
        one
        for one in reversed(figures)
        if (
            any(said in one.raw.replace("进出口", "") for said in words) or one.raw.endswith(short)
        )
        and not terms.LEFT_OVER.search(one.raw)
    )
    return next(fits, None)
