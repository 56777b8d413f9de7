"""Whether a mean is of what was told beside it, or a standard, or of something else."""

from __future__ import annotations

from itertools import pairwise

from kuaibao_lint.facts.claims import measures, phrasings, rate_terms, terms
from kuaibao_lint.facts.claims.heads import own_of
from kuaibao_lint.light_typing import TYPE_CHECKING
from kuaibao_lint.patterns import pattern

if TYPE_CHECKING:
    from collections.abc import Sequence

    from kuaibao_lint.facts.claims.figure import Figure
    from kuaibao_lint.facts.claims.model import Average, Level

_OF_BUYERS = "客单价"
_KINDS = ("城市", "城镇", "农村", "乡村")
_VISITS = ("门诊", "住院")
_STOCKS = frozenset("储存库余")
_GRANTED = ("年薪", "月薪", "薪酬", "经费", "补贴", "补助", "保费", "津贴", "报酬", "待遇", "工资")
_MONEY = frozenset("元块")
_OF_IT = pattern("总产|产量|面积|[收播种实]")  # what names no crop
_IN_ALL_PAID = pattern("^(?:[合共总累]计|共)(?:发放|兑付|拨付|支付|补[助贴]|落实|使用)")
_PAID_BY = pattern("基金|统筹|支付|报销")  # what was paid, and not what it cost
_FETCHED = pattern("[售销购成交付款]|产值|收入|金额|资金|投资|投入|支出")
_GIVEN = pattern("补[贴助]|救助|报销|赔付")
_PAID_IN = ("缴费", "筹资", "缴纳", "交费")
_PAID_OUT = pattern("支出|支付|拨付|发放|兑付|补[助贴偿]|报销|赔付|救助")
_EARNED = pattern("整合|产值|收入|销售|签约|[存贷]款")
_PAIR = 2
_SPELT = 5  # characters that say of which an average is taken


def is_told(answer: Average, near: Sequence[Level]) -> bool:
    """Tell whether an average is of what was told, and not of some of it or of something else.

    总投资665万元，受益852户，户均增收7500元; 出让土地71宗，工业用地亩均10.7万元; 每亩补贴50元.
    """
    mean = answer.mean
    if mean.each or mean.carried or _is_standard(mean, near):
        return False
    own = own_of(mean)
    if own and mean.parts:
        return False  # 补贴2643万元，面积26.2万亩，其中种粮大户每亩161元: of what some got
    if not _is_of_such(answer):
        return False
    said = [one.raw + one.tail for one in answer.heads]
    if len(own) >= _SPELT and not any(measures.akin(own, words) for words in said):
        return False  # 集中安置2494户，…，劳动力5827人，有劳动力家庭户均就业2.14人
    around = [c.figure for c in near if c.figure is not mean]
    if len(own) >= 2 and not any(own[:2] in one.raw + one.tail for one in around):
        return _leads(mean, answer)
    part = any(one.carried or terms.OF_ONE_DAY.search(one.raw) for one in answer.wholes)
    doubts = (_of_the_untold, _stands_apart, _adds_up_with_others)
    if part or any(doubt(answer, near) for doubt in doubts):
        return False  # 总投入4120万元（不含水电配套）
    if all(one.span > mean.span for one in (*answer.wholes, *answer.heads)):
        if mean.raw.endswith(rate_terms.OF_NAMED_MEANS):
            return True
        if mean.raw.endswith(terms.PRICE):  # 均价16.6元/斤；上市9028吨，产值3.00亿元
            return _are_beside(answer)
        # 平均单产413.6公斤，总产12.81万吨，面积30.97万亩
        alike = all(one.clause == mean.clause for one in (*answer.wholes, *answer.heads))
        return alike and mean.raw.endswith(terms.YIELD)
    return True


def _is_standard(mean: Figure, near: Sequence[Level]) -> bool:
    """补助标准为C级每户0.9万元、D级每户2.6万元: what each gets by rule, as the rest of a list."""
    if mean.raw.endswith(_OF_BUYERS):
        return True  # 客单价55.4元: of buyers, who are not counted
    if mean.raw.endswith("标准") and "均" in mean.word and _is_paid_to_all(mean, near):
        return False
    one = mean
    for last in reversed([c.figure for c in near if c.figure.span < mean.span]):
        if phrasings.STANDARD.search(one.raw):
            return True
        if not one.joined or last.role != "average":
            return False
        one = last
    return phrasings.STANDARD.search(one.raw) is not None


def _is_paid_to_all(mean: Figure, near: Sequence[Level]) -> bool:
    """户均标准1200元，共发放144.48万元: what all of them got is told right behind it."""
    behind = next((c.figure for c in near if c.figure.span > mean.span), mean)
    here = behind.clause == mean.clause and behind.base in _MONEY
    return here and _IN_ALL_PAID.match(behind.raw) is not None


def _adds_up_with_others(answer: Average, near: Sequence[Level]) -> bool:
    """Tell whether what each has is part of a sum with something else.

    8个村每村出资25万元，加上帮扶资金100万元，共300万元. 奖励先进村3个，每个5万元，先进个人60名，
    每名0.2万元，共27万元: of several groups together.
    """
    mean = answer.mean
    told = [c.figure for c in near if c.figure.sentence == mean.sentence]
    told = [one for one in told if one.base == mean.base and one is not mean]
    behind = [one for one in told if one.span > mean.span and one not in answer.heads]
    each = [one for one in told if one.role == "average" and "每" in one.raw]
    if each and "每" in mean.raw:
        last = max(mean.span, *(one.span for one in each))
        return bool(behind) and all(one.span > last for one in answer.wholes)
    products = [mean.value.times(one.value) for one in answer.heads]
    return len(behind) > 1 and any(
        product.plus(one.value).meets(other.value)
        for product in products
        for one, other in pairwise(behind)
    )


def _of_the_untold(answer: Average, near: Sequence[Level]) -> bool:
    """Tell whether a mean is of a cost or a price of which the text tells no sum.

    第二位14.41亿元。用电4.17亿千瓦时，均价0.679元，蒸汽52.1万吨: of no money of a sentence before.
    统筹基金支出24529万元，其中住院16235万元；住院51417人次，次均费用5143元: a fund pays some of it.
    """
    mean = answer.mean
    what = measures.name(mean.raw.rpartition("均")[2])
    if what and all(_is_paid_otherwise(one, what, mean, near) for one in answer.wholes):
        return True
    if mean.joined and mean.raw[:1] == "每":
        # 林票408.4万元，碳汇成交13072吨、每吨55.9元: of what these fetched
        heads = [one for one in answer.heads if one.span < mean.span]
        before = [one for one in answer.wholes if heads and one.span < heads[0].span]
        return len(before) > 0 and not any(_is_of(one, heads[0]) for one in before)
    if mean.raw.endswith(terms.PRICE):
        # 发放补贴389.8万元。配售型保障房首批550套，均价6961元: of none of what was given
        if all(_GIVEN.search(one.raw) for one in answer.wholes):
            return True
        earlier = all(one.sentence < mean.sentence for one in answer.wholes)
        return earlier and all(one.span > mean.span and not one.enters for one in answer.heads)
    if not mean.raw.endswith("费用"):
        return False
    lists = (c.group for c in near if c.figure in answer.wholes and c.group)
    return any(_PAID_BY.search(one.wholes[0].figure.raw) for one in lists)


def _is_of(whole: Figure, heads: Figure) -> bool:
    """Tell whether money may be that of what is counted: 蔗款, 销售额, 产值."""
    return _FETCHED.search(whole.raw) is not None or measures.akin(whole.raw, heads.raw)


def _is_paid_otherwise(
    whole: Figure, what: str, mean: Figure, near: Sequence[Level]
) -> bool:
    """Tell whether money is of another kind than the mean, and does not stand right before it.

    参保85707人，人均缴费66元，补助12479人次、558.6万元: what is paid in is not what is paid out.
    整合资金5.27亿元，新修道路86公里；改造危房3259户，户均补助1.34万元: nor is it of another clause.
    """
    if whole.base not in _MONEY or mean.base not in _MONEY:
        return False
    level = next((c for c in near if whole in c.mates), None)
    words = level.figure.raw if level else whole.raw
    if whole.span > mean.span:
        return what.endswith(_PAID_IN) and _PAID_OUT.search(words) is not None
    apart = what.endswith(_GRANTED) and whole.clause != mean.clause
    return apart and _EARNED.search(words) is not None


def _stands_apart(answer: Average, near: Sequence[Level]) -> bool:
    """Tell whether what a mean is of is not told.

    水产品3350吨，另有稻渔17077亩，亩均产鱼35公斤. 供热151天，日均耗煤638吨，储煤1.63万吨.
    资助56人，其中本科36人每人5000元、专科20人每人3000元: nor is what some got a mean of all.
    """
    mean = answer.mean
    apart = [one for one in answer.heads if one.raw.startswith("另有")]
    if apart and all(one.span < apart[0].span for one in answer.wholes):
        return True
    kind = next((one for one in _KINDS if one in mean.raw), "")
    others = (one for one in _KINDS if kind and one != kind)
    told = [c.figure.raw for c in near if c.figure in answer.heads or c.mates]
    beside = any(other in words for other in others for words in told)
    if beside and not any(kind in one.raw for one in answer.wholes):
        return True  # 城市822人、农村11944人，发放低保金370.4万元，人均补差城市510元、农村275元
    visit = next((one for one in _VISITS if one in mean.raw), "")
    said = "".join(one.raw for one in (*answer.wholes, *answer.heads))
    if visit and mean.base in _MONEY and visit not in said:
        return True  # 总诊疗86.85万人次，医疗收入1.65亿元，次均门诊费用167.0元
    wholes = (one for one in answer.wholes if not (one.joined and one.span > mean.span))
    if mean.word[:1] == "日" and all(one.raw[:1] in _STOCKS for one in wholes):
        return True
    if "均" not in mean.raw and answer.wholes[0].span > mean.span:
        # 参保4.99万人，每人73元，补助3230人次381.4万元: what is told meanwhile is of others
        whole = answer.wholes[0].span
        if any(mean.span < c.figure.span < whole for c in near):
            return True
    return any(
        one.parts or one.joined
        for one in answer.heads
        if "均" not in mean.raw and mean.span.start - one.span.end == len(mean.raw)
    )


def _is_of_such(answer: Average) -> bool:
    """每考场3名监考员, 每人工作经费2万元: what each has is no mean of what goes by another name."""
    mean = answer.mean
    if "均" in mean.raw or "每" not in mean.raw:
        return True
    what, _, each = mean.raw.rpartition("每")
    said = measures.name(each[1:]) + mean.tail
    if len(each) == 1 and len(what := measures.name(what)) >= _PAIR:  # 保费每人111元
        return any(measures.akin(what, one.raw + one.tail) for one in answer.wholes)
    if mean.base in _MONEY and not said.endswith(_GRANTED):
        return True
    told = [one.raw + one.tail for one in answer.wholes]
    return len(said) < _PAIR or any(measures.akin(said, words) for words in told)


def _are_beside(answer: Average) -> bool:
    """Tell whether one amount only may be divided, by one other, and they stand side by side."""
    told = sorted((*answer.wholes, *answer.heads), key=lambda one: one.span)
    one, other = (told[0], told[-1])
    plain = terms.GROSS.search(answer.wholes[0].raw) is not None and not one.parts
    return len(told) == _PAIR and one.clause == other.clause and plain


def _leads(mean: Figure, answer: Average) -> bool:
    """小麦平均亩产412.6公斤，收获面积38.64万亩，总产15.94万吨: what is behind is of it alone."""
    told = (*answer.wholes, *answer.heads)
    plain = all(
        one.clause == mean.clause and one.span > mean.span and _OF_IT.match(one.raw) for one in told
    )
    return plain and len(told) == _PAIR and mean.raw.endswith(terms.YIELD)
