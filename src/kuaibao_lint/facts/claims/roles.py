"""What part a figure plays in its sentence, kind by kind of number."""

from __future__ import annotations

from decimal import Decimal

from kuaibao_lint.facts.claims import compared, complements, measures, phrasings, terms, wordings
from kuaibao_lint.intervals import Interval
from kuaibao_lint.light_typing import TYPE_CHECKING
from kuaibao_lint.patterns import pattern

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping, Sequence

    from kuaibao_lint.facts.claims.figure import Figure

_HALF = Decimal("0.5")
_RATES = ("率", "进度")
_ADJUSTED = ("调整为", "调增为", "调减为", "调整到", "调增到", "调减到")
_OF_ADJUSTED = "调整预算的"
_SHORT = 5  # characters that say what is planned besides: 投资, 总面积
_MEETS = ("完成", "完成T", "完成全年", "完成年度", "完成市定", "完成省定", "完成县定")
_FROM = ("由", "从")
_OF_BOTH = "城乡居民"
_IS = frozenset(("为", "是", "有", "达", "达到"))  # what says no more than how many there are
_BOUNDS = tuple(terms.BOUNDS)
# Behind the points by which a percentage moved, before what it is now.
_COMES_TO = frozenset(("至", "到", "达", "达到"))
_OVER = {"高": 1, "高出": 1, "高了": 1, "低": -1, "低了": -1, "节省": -1, "节约": -1}
_THAN = frozenset("比较")
_THEN = frozenset("PY")
_MOVED_BY = frozenset(("delta", "times"))
_THEN_DONE = pattern("[PY](?:全年)?(?:一共|总共|共|累计)(?P<done>[^，；0-9]{1,3})")
_COMMAS = frozenset("，,")
_TWO_NAMES = pattern("[^和与及、]{2,8}[和与、][^和与及、]{2,}$")
_TOGETHER = frozenset(("合计", "共计", "总计", "相加"))
# Behind these, an amount may be the whole of a share.
_WHOLE_BEFORE = frozenset(
    "占 约占 占全部 占总".split()  # noqa: SIM905
    + [f"占{whole}{place}" for whole in "全我" for place in "国省市县区旗州镇乡村"]
)


def name_members(one: Figure) -> None:
    """国家级、省级、市级分别为8家、22家和60家: each number has a name."""
    words, _, said = one.raw.partition("分别")
    names = measures.members(words)
    if len(names) == 1 and _OF_BOTH in words and one.raw != words:
        names = [words.replace(_OF_BOTH, kind) for kind in ("城镇居民", "农村居民")]
    if one.kind == "times":
        _name_ratios(one, names)
        return
    if len(names) < 2 or (one.role == "rate" and not all(map(_is_rate, names))):
        return
    kind = phrasings.KIND_OF_PEOPLE.match(names[-1])
    if kind and phrasings.KIND_OF_PEOPLE.fullmatch(measures.name(names[0])):
        # 城镇和农村居民人均可支配收入分别为: what is measured is said of both
        names = [*(f"{name}{names[-1][kind.end() :]}" for name in names[:-1]), names[-1]]
    one.members = tuple(names)
    one.raw = names[0]
    one.per_head = one.per_head or phrasings.PER_HEAD.search(names[0]) is not None
    if one.role == "level":
        one.name = measures.name(one.raw)
        one.word = one.word or ("is" if said in _IS else "")
    if one.role == "rate":  # 履约率、开工率分别为84%、71%: each of what its own name says
        one.word, one.each = _rate_of(one.raw), False


def _name_ratios(one: Figure, names: Sequence[str]) -> None:
    """小学、初中生师比分别为15.2:1、13.0:1: a ratio for each of them."""
    ratio = next((word for word in terms.RATIOS_OF if names[-1].endswith(word)), "")
    if ratio and len(names) > 1:
        one.members = (*(name + ratio for name in names[:-1]), names[-1])
        one.word, one.each = one.members[0], False


def _is_rate(name: str) -> bool:
    return name.endswith(_RATES)


def _rate_of(name: str) -> str:
    return name.removesuffix("率").removesuffix("进度")


def _judge_amount(one: Figure, gap: str, previous: Figure | None, earlier: str) -> None:
    one.role = _told_by_place(one, gap, previous) or "level"
    if one.role != "level":
        return
    one.raw = _summed(earlier) + one.raw
    if phrasings.AMOUNT_MARKS.search(one.raw):
        wordings.fit(one)
    wordings.compare(one, earlier)
    if one.basis == terms.COMPARABLE and phrasings.LEFT_OUT.search(earlier + one.raw):
        one.role = "other"
    if one.role == "base" and previous is None and one.raw.startswith("上") and not one.each:
        one.role, one.basis = "level", ""  # 上周（7月1日至7日）受理工单1680件: as a text begins
    _round(one)
    if one.role == "average" and one.enters and one.raw[:1] in _THEN and previous is not None:
        one.role, one.basis, one.name = "base", "", ""  # 人均466件，同比增加54件（上年人均412件）
    if one.role == "average" and phrasings.PER_HEAD.search(one.raw):
        one.per_head = True
        told = previous is not None and previous.tail.startswith("计")
        by = previous.raw if previous is not None and told else earlier
        seldom = "平均" in by and not told  # 年平均人口 is seldom told
        if seldom or not phrasings.BY_PEOPLE.search(by):
            one.role = "level"
    if one.role == "level":
        if previous and earlier in terms.PASSED:  # 生产总值突破400亿元大关，达到427亿元
            earlier = previous.raw
        _judge_level(one, _rest(gap, previous), earlier, previous)
        _plan_as_well(one, previous)


def _round(one: Figure) -> None:
    """Take a mean for a quotient, and so many days that something will do: 存煤12.7万吨，可用27天.

    Such a number of days is rounded or cut off.
    """
    if one.role == "average":
        one.rounded()
    elif one.base == "天" and one.value.low == one.value.high and terms.WILL_LAST.match(one.raw):
        one.value = Interval(one.number - _HALF, one.number + 1)


def _told_by_place(one: Figure, gap: str, previous: Figure | None) -> str:
    """Return the role that what stands beside an amount gives it, "" where that says nothing."""
    if ("序时" in one.raw and not _is_counted_by_pace(one)) or phrasings.UP_TO.search(one.raw):
        return "other"  # 较序时进度3.07亿元超收0.08亿元, 至少1人就业, 1万至5万千瓦7座
    if one.raw.endswith("每") or one.raw == "/":
        return "other"  # 猪肉每500克12.03元，较上周的12.50元下跌3.8%
    if "人民币" in one.raw and phrasings.IN_YUAN.match(one.raw):
        return "other"  # 使用外资2080万美元，折合人民币1.49亿元，同比增长7.3%: what is told goes on
    if one.approx in terms.BOUNDS and one.tail:
        return "other"  # 50亩以上经营面积: says of what, and not how much
    if one.tail.startswith(phrasings.COMPARES) or one.tail == "比":
        found = phrasings.AGAINST.search(one.raw)
        one.name = measures.name(wordings.group(one, found, "own")) if found else ""
        return "base"
    if one.raw in _OVER and previous and (
        previous.word == "than" or one.leaves or previous.raw[:1] in _THAN
    ):
        one.sign = _OVER[one.raw]  # 比全县平均水平13584元高652元
        return "delta"
    beside = one.joined and previous is not None and previous.role == "average"
    if beside and previous and one.raw[:1] == previous.raw[:1] == "按":
        return "other"  # 按使用面积每平方米29.7元、按建筑面积23.0元收费: two prices
    if one.raw == "T" and gap[0] in "（(" and previous and previous.role == "growth":
        return "month"  # 环比下降2.3%（10月1055件）
    return _told_then(one, previous) if previous and previous.role in _MOVED_BY else ""


def _told_then(one: Figure, previous: Figure) -> str:
    """比去年全年多拆1400平方米，去年共拆9280平方米; 是上年的2.1倍（上年460件）."""
    if previous.role == "delta" and one.raw[:1] in _THEN:
        said = _THEN_DONE.fullmatch(one.raw)
        return "base" if said and said["done"] in previous.raw else ""
    if previous.role == "times" and phrasings.BEHIND.match(one.raw):
        return "base" if one.enters or one.raw[0] in previous.raw else ""
    return ""


def _is_counted_by_pace(one: Figure) -> bool:
    """达到序时进度47项、滞后序时进度16项: so many things, and no distance from the pace."""
    return one.value.low == one.value.high and phrasings.AT_PACE.fullmatch(one.raw) is not None


def _plan_as_well(one: Figure, previous: Figure | None) -> None:
    """计划新装充电桩210个、投资2381万元; 年初预算21亿元，调整为23亿元: both are planned."""
    if previous is None or previous.role != "plan" or one.role != "level":
        return
    if one.base == previous.base and one.raw.endswith(_ADJUSTED):
        one.role = "plan"
    if not one.joined:
        return
    other = one.base != previous.base and len(one.raw) <= _SHORT
    if other and terms.CARRIED_OUT.search(one.raw) is None:
        one.role = "plan"


def _summed(earlier: str) -> str:
    """四项合计，人均可支配收入14657元: return the clause that says how many make it together."""
    if earlier[-2:] in _TOGETHER and phrasings.SO_MANY_TOGETHER.fullmatch(earlier):
        return earlier
    return ""


def _judge_level(one: Figure, rest: str, earlier: str, previous: Figure | None) -> None:
    """An amount that no wording gives another role: a level, a plan, or what it is more than."""
    if one.tail and phrasings.THAN.match(one.raw) and phrasings.THAN_MOVED.match(one.tail):
        one.role, one.word = "base", "than"
        return
    one.name = rest + (measures.name(one.raw) or measures.name(earlier))
    meant = False
    if not one.raw.startswith("支持") and phrasings.MEANT_MARKS.search(one.raw):
        meant = phrasings.MEANT.search(wordings.hide_accounts(one.raw)) is not None
    meant = meant or (one.raw.endswith(_MEETS) and phrasings.TASK.match(one.tail) is not None)
    if meant and one.joined and one.raw.startswith(terms.PLANNED_NEW):
        meant = False  # 其中续建22个、计划新开工19个、前期8个: one of a list
    if meant and (one.joined or one.parts) and previous and _is_of_program(one, previous):
        meant = False
    if meant and not one.raw.endswith(terms.MISSING):
        one.role, one.word = "plan", ""


def _is_of_program(one: Figure, previous: Figure) -> bool:
    """三包经费2866万元、营养改善计划资金461万元: called 计划 in a list of what was spent."""
    alike = previous.role == "level" and previous.base == one.base
    return alike and phrasings.PROGRAM.match(one.raw) is not None


def _rest(gap: str, previous: Figure | None) -> str:
    """其余7个乡镇完成8.69亿元: what 其余 is said of the second number too."""
    if not gap or previous is None or not complements.is_rest(previous.raw):
        return ""
    return "" if phrasings.CLAUSE.search(gap) else previous.raw[:2]


def _is_planned(amount: Figure, gap: str) -> bool:
    """完成全年3600人目标的75.4%; 办理案件257件，全年277件目标任务已完成92.8%."""
    if phrasings.PLANNED.search(gap):
        return True
    return amount.raw == "T" and phrasings.TASK_DONE.fullmatch(gap) is not None


def _judge_percent(one: Figure, gap: str, previous: Figure | None, earlier: str) -> None:
    if previous and previous.kind == "amount" and _pairs(previous, gap):
        wordings.pair(previous, one)
    elif previous and previous.kind == "amount" and _is_planned(previous, gap):
        previous.role = "plan"
        previous.word, one.role = "目标", "completion"
    elif previous and previous.raw in _WHOLE_BEFORE and phrasings.OF_WHOLE.match(gap):
        previous.role, one.role = "whole", "share"  # 占66万起火灾的31.4%
        previous.name = one.word = gap.removesuffix("的")
    elif previous and previous.role == "completion" and one.joined and one.raw == _OF_ADJUSTED:
        one.role = "completion"  # 占年初预算的77.9%、调整预算的98.8%
    elif previous and previous.role == "share" and complements.is_rest(one.raw):
        one.role, one.name, one.word = "share", one.raw, previous.word  # 其他类0.01%
    elif previous and previous.role == "delta" and gap in phrasings.RATED:
        one.role, one.sign, one.basis = "growth", previous.sign, previous.basis
    elif role := compared.role_of(one, gap, previous):
        compared.play(one, role)
    elif gap.startswith(_BOUNDS) and phrasings.CLAUSE.search(gap) is None:
        _judge_beyond(one, gap, previous)
    else:
        if previous and previous.kind == "points" and gap.lstrip("，") in _COMES_TO:
            one.raw = f"{previous.raw}至"  # 占比较上年提高2.1个百分点至42.0%
        _judge_by_words(one, gap, previous)
        wordings.compare(one, earlier)


def _judge_beyond(one: Figure, gap: str, previous: Figure | None) -> None:
    """50万元以上的村占比51%: the number before is part of the name."""
    said = phrasings.BEYOND_SHARE.fullmatch(gap)
    if said is None or previous is None or previous.role not in {"level", "other"}:
        one.role = "other"
        return
    previous.role = "other"
    one.role, one.word = "share", said["whole"] or ""
    one.name = one.raw = f"{previous.digits}{previous.unit}{gap[:2]}"


def _judge_by_words(one: Figure, gap: str, previous: Figure | None) -> None:
    """A percentage of which its own words tell the role."""
    if previous and (moved := _moved(one, previous)):
        one.role, one.sign, one.basis = "growth", moved, previous.basis
        return
    wordings.fit(one)
    if one.role == "share" and ("前" in gap or "主" in gap) and phrasings.FOREMOST.search(gap):
        one.role = "other"  # 居前三位的是乙肝、梅毒和痢疾，占82%: of what was not told
    goes_on = one.role == "growth" and not (one.compared or one.name)
    if goes_on and previous and _is_of_other(previous):
        one.role = "other"  # 比年初增加9亿元，同比多增2亿元，增长5.2%: since when?


def _moved(one: Figure, previous: Figure) -> int:
    """由23份精简到7份，精简率69.6%; 较年初压减0.79亿元，压减率6.77%: return the sign, or 0."""
    told = previous.word == "to" or (previous.role == "delta" and previous.compared != "")
    moved = phrasings.MOVED_RATE.match(one.raw) if told else None
    if moved is None:
        return 0
    return 1 if moved["rise"] else -1


def _pairs(amount: Figure, gap: str) -> bool:
    """占预算10065万元的43.2%; 占规上收入（164.6亿元）比重84.4%: of the amount before it."""
    if phrasings.PAIRING.match(gap) is None:
        return False
    return "的" in gap or "占" in amount.raw


def _is_of_other(change: Figure) -> bool:
    """Tell whether a change is not of the level named before it: 同比多增, 按同口径减少."""
    return change.role in {"more", "lately"} or (change.role == "other" and change.compared != "")


def _judge_points(one: Figure, _gap: str, _previous: Figure | None, _earlier: str) -> None:
    one.role = "points"
    wordings.fit(one)
    if phrasings.A_YEAR.search(one.raw):
        one.role = "other"  # 由41.88%提高到46.43%，年均提高0.91个百分点


def _judge_times(one: Figure, gap: str, previous: Figure | None, _earlier: str) -> None:
    if one.base == "番":
        one.role, one.sign = "growth", 1
        return
    if one.unit in {":1", ":100", ""}:
        _judge_ratio_to_one(one, gap, previous)
        return
    wordings.fit(one)
    if previous and gap == "的" and previous.kind == "amount":
        previous.role, previous.name = "base", ""


def _judge_ratio_to_one(one: Figure, gap: str, previous: Figure | None) -> None:
    """城乡收入比由上年同期的1.99:1下降为1.96:1: the first was, the second is."""
    one.word = gap
    moved = phrasings.NARROWED.search(one.raw) if not one.unit else None
    if moved and previous and previous.kind == "times":
        one.role, one.sign = "narrowed", 1 if phrasings.FALL.isdisjoint(moved["dir"]) else -1
        return
    if one.raw.endswith(_FROM):  # 城乡收入比由2.14缩小至1.98
        one.role = "was"
        return
    after = previous is not None and previous.kind == "times" and previous.role == "rate"
    if phrasings.RATIO_BEFORE.search(one.raw) or (after and phrasings.RATIO_THEN.match(one.raw)):
        if previous and after:
            one.word = previous.word  # 城乡收入比2.02，比上年的2.04缩小
        one.role = "was"
        return
    one.role = "rate"
    if previous and previous.kind == "times" and previous.role == "was":
        one.word = previous.word


def _judge_ratio(one: Figure, gap: str, _previous: Figure | None, _earlier: str) -> None:
    one.structure = phrasings.STRUCTURE.search(gap) is not None


def _says_itself(one: Figure, previous: Figure) -> bool:
    """Tell whether an amount is one more level, whose own words stand behind it."""
    alike = one.kind == previous.kind == "amount" and one.base == previous.base
    return alike and not previous.each and phrasings.BEHAVES.search(one.tail) is not None


def _are_out_of(one: Figure, previous: Figure) -> bool:
    """平均降雨87.4毫米，31个站点中有7个超过100毫米: of these, and not so much more rain."""
    return one.base != previous.base and one.tail.endswith(("中", "中有"))


def _is_no_more(one: Figure, gap: str, previous: Figure) -> bool:
    """Tell whether an amount that seems to continue a list does not; it has its part."""
    if not gap and previous.raw[-1:] == "每":  # 猪肉每500克12.03元
        one.raw, one.role = previous.raw[:-1], "level"
        one.name = measures.name(one.raw)
        return True
    if gap in _COMMAS and (_says_itself(one, previous) or _are_out_of(one, previous)):
        one.role = "level"  # 规上企业181家，115家产值增长，增长面63.5%
        return True
    return False


def continue_list(one: Figure, gap: str, previous: Figure) -> None:
    """A number that continues a list plays the part of the one before it."""
    if _is_no_more(one, gap, previous):
        return
    one.listed = True
    _name_two(one, previous)
    one.role, one.word, one.sign = previous.role, previous.word, previous.sign
    if one.role == "share" or (one.role == "average" and one.base == previous.base):
        # 分别种植9万亩、6万亩，占总面积的30%、20%; 农户1705户、小微602户，户均11.4万元和55.9万元
        previous.each = True
    one.basis, one.each = previous.basis, previous.each
    if one.role in {"rate", "completion"} and one.kind == "percent":
        _continue_rates(one, previous)
    if one.kind == "times" and previous.members[1:]:
        one.members = previous.members[1:]
        one.word, one.each = one.members[0], False
    if one.kind == "amount":
        repeated = previous.each and previous.role in {"level", "base", "delta", "plan"}
        moved = previous.role in {"base", "delta"}
        # 减少11起、4人、10人; 与140起、39人、265人相比
        repeated = repeated or (moved and (one.base != previous.base or previous.mate))
        one.role = previous.role if repeated else "other"
        if previous.members[1:]:
            one.members = previous.members[1:]
            one.raw = one.members[0]
            one.name = measures.name(one.raw) if one.role == "level" else ""
            one.per_head = previous.per_head
        mates = one.base != previous.base and gap in phrasings.MATED and not previous.each
        if previous.role in {"level", "total"} and mates:
            one.role, one.mate = "level", True  # 合计6080户11758人
        elif (previous.role == "plan" or previous.mate) and mates:
            one.mate = True  # 计划改造22个、193栋、6706户
        elif one.role in {"base", "delta"} and (one.base != previous.base or previous.mate):
            one.mate = not one.each or one.base != previous.base


def _name_two(one: Figure, previous: Figure) -> None:
    """住宿业和餐饮业实现零售额4.3亿元和33.3亿元: without 分别, too, each has a name of its own."""
    if previous.role != "level" or previous.listed or previous.each or previous.mate:
        return
    if one.kind == "amount" and one.base == previous.base and _TWO_NAMES.match(previous.raw):
        previous.each = True
        name_members(previous)


def _continue_rates(one: Figure, previous: Figure) -> None:
    """完成率为63.6%和90.9%: of two things; 履约率、开工率分别为84%、71%: two rates."""
    if not previous.members:
        previous.each = one.each = True
    elif previous.members[1:]:
        one.members = previous.members[1:]
        one.raw = one.members[0]
        one.word = _rate_of(one.raw)


JUDGES: Mapping[str, Callable[[Figure, str, Figure | None, str], None]] = {
    "amount": _judge_amount,
    "percent": _judge_percent,
    "points": _judge_points,
    "times": _judge_times,
    "ratio": _judge_ratio,
}
