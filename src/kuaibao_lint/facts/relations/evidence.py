"""Whether a list is all of its whole, where no name says so: by digits, marks and shares."""

from __future__ import annotations

from decimal import Decimal

from kuaibao_lint.facts.claims import complements, measures, terms
from kuaibao_lint.facts.claims.figure import altogether
from kuaibao_lint.facts.claims.undecided import undecided
from kuaibao_lint.facts.relations import formulas
from kuaibao_lint.later import later
from kuaibao_lint.light_typing import TYPE_CHECKING
from kuaibao_lint.patterns import pattern

if TYPE_CHECKING:
    from collections.abc import Sequence

    from kuaibao_lint.facts.claims.figure import Figure
    from kuaibao_lint.facts.claims.model import Level
    from kuaibao_lint.facts.relations.sum import Sum

# Parts whose completeness is not known by name may still add up: where a whole of this many digits
# misses the sum of its parts by one slip, chance is out of the question (below one in a thousand);
# where the parts are one list (A、B和C), few are left out, and one digit less is enough. Parts that
# were left out are rarely a tenth of the whole or less, so that a sum as near as that needs less.
_TELLING = 5
_NEAR = Decimal("0.1")
_MANY_KINDS = Decimal("0.3")  # of what is sown, besides three kinds
_HARDLY = Decimal("0.01")
_QUARTER = Decimal("0.25")
_LITTLE = Decimal("0.05")  # of its smallest part, and of a whole of two
# So many units of the last place: of differences as large as this one in thirty is that of some
# slip, of differences half as large one in four.
_TIMES = 100
# A difference of so many is that of some slip seldom enough, though it be rounded.
_ROUND = 10000
_LONG = 4  # digits of a whole that a list of three or more comes one slip near by chance seldom
# 起诉8件11人: one person may be in several cases, so that only the cases add up.
CASES = frozenset(("件", "起", "案"))
# Who may be counted in several rows.
_HOLDERS = frozenset(("户", "家", "人"))
_PLACES = frozenset(("个", "村", "镇", "乡"))
# What parts exceed a whole by, where no chance brings them so near: no part that was not told
# makes them more, so that few digits tell.
_NEARLY = Decimal("0.0005")
_SMALL = 100  # how many times the others the largest part may be, if a slip is to tell
_MUCH = Decimal("1.5")  # so many times their whole are parts of which some are counted twice
_MUCH_UNTOLD = Decimal("0.1")  # of a whole, that no list which is meant to be all of it lacks
_SMALLER_UNTOLD = Decimal("0.05")  # if it is less than each part that was told, as rests are
_PAIR = 2  # parts that may be all
_LISTED = 4  # parts of which the list is taken for full
_IN_DETAIL = ("具体为", "具体是")
_NOUN = 2  # characters of a name that say what it is of: 支出
# Kinds of what is sown, bred, driven and lived in: those of which there is next to nothing (杂粮,
# 兔肉, 挂车) are seldom told.
_OPEN_KINDS = pattern(
    "小麦|玉米|水稻|稻谷|大豆|薯|花生|油菜|棉花|[猪牛羊禽鱼虾蟹鳖]|摩托|汽车|收割机|播种机|插秧机|[汉回满苗壮彝藏蒙侗]族"
    "|[水风火]电|光伏"
)
_FUNDS = pattern("资金|经费|补[助贴]|支出")
_OPEN_ENDS = pattern("[杂兔驴]|其[他它余]|少数|挂车|拖拉机|生物质|储能|沼气|垃圾|余热")
_exclusive = later("facts.claims.exclusives", "exclusive")


def adds_up(added: Sum) -> bool:
    """Tell whether numbers that no word calls parts add up, or would but for one slip.

    A difference of one slip is d × 10ⁿ, or nine times that: of five digits or more, fewer than one
    in a thousand differences are.
    """
    whole, *figures = added.operands
    largest = max(figures, key=amount)
    shortest = min(whole.length, largest.length)
    listed = all(one.joined for one in figures[1:])
    fewer = 1 if listed or len(figures) > _PAIR else 0
    telling = shortest >= _TELLING - fewer * _lacks_little(added)
    if len(figures) > _PAIR and complements.is_rest(figures[-1].raw):
        # 支出19692元，食品6026元；居住4203元，教育1935元，其余各类7528元
        # 项目84个，产业类40个，基础设施类34个，其他10个: right behind what they are of
        long = len(figures) >= _LISTED and whole.length >= _LONG
        if long or (whole.length >= _PAIR and _is_behind(figures, whole)):
            return added.holds or _differs_by_a_slip(added, exactly=True)
    if added.holds or (parts_amount(added) - largest.amount) * _SMALL < largest.amount:
        return added.holds and telling  # 农民工17805人。资助44人；互助17961人: are near by chance
    pair = not listed and len(figures) == _PAIR
    # 体检44277人，…；管理高血压32262人、糖尿病12017人: nor are two of another clause
    beside = whole.sentence == figures[0].sentence and whole.clause != figures[0].clause
    beside = beside or _stand_beside(added)
    few = pair and (beside or parts_amount(added) < whole.amount)
    if few and not complements.complete([one.raw for one in figures]):
        return False  # 林地174.0万亩，森林161.6万亩，国土绿化2.4万亩: two of many
    return (telling and not _lacks_much(added) and _is_of_a_slip(added)) or (
        whole.length >= _TELLING and _nearly(added) and added.explained()
    )


def _is_behind(figures: Sequence[Figure], whole: Figure) -> bool:
    """Tell whether parts begin right behind their whole, and none is what was done with it."""
    first = figures[0]
    near = whole.span < first.span and first.clause == whole.clause  # and so of one sentence
    states = any(complements.is_done(c.raw) or complements.is_state(c.raw) for c in figures[:-1])
    return near and not states


def _nearly(added: Sum) -> bool:
    """支出1103968万元，本级280065万元，旗级823912万元: more than the whole, by next to nothing."""
    more = parts_amount(added) - added.operands[0].amount
    return 0 < more <= _NEARLY * added.operands[0].amount


def surely(added: Sum) -> bool:
    """Tell whether three or more long numbers add up exactly, or two longer ones of one name.

    支出1102345万元。盟本级支出285100万元，旗级支出817245万元; 收入 is no sum of 支出 and 结余.
    """
    whole, *figures = added.operands
    if not added.holds or whole.length < _TELLING:
        return False
    alike = len({one.name[-_NOUN:] for one in added.operands}) == 1 and bool(whole.name)
    return len(figures) > _PAIR or (whole.length > _TELLING and alike)


def all_told(added: Sum) -> bool:
    """Tell whether parts of a whole that add up are all of it, whatever their names are.

    Three numbers of a list that happen to make up a whole of four digits are few enough, or two
    that make up one of five, or of four where all was counted.
    """
    whole, *figures = added.operands
    rounded = whole.value.low < whole.value.high
    return added.holds and whole.length >= _LONG + (len(figures) <= _PAIR and rounded)


def all_rated(added: Sum, parts: Sequence[Level]) -> bool:
    """完成56.9亿元，占计划的75.9%；甲…，占64%；乙…，占25%；丙…，占90%: how far each has come.

    A list of three or more of them needs one digit less.
    """
    enough = len(parts) > _PAIR and added.operands[0].length >= _LONG - 1
    return added.holds and enough and all(one.completion for one in parts)


def _lacks_little(added: Sum) -> int:
    """Return how many digits fewer tell enough, where the parts are nearly the whole."""
    whole = added.operands[0]
    lacking = (whole.amount - parts_amount(added)) / (whole.amount or 1)
    return 1 if 0 <= lacking <= _NEAR else 0


def tells(added: Sum) -> bool:
    """Tell whether one slip explains what a list has too much, or lacks, and chance would seldom.

    短期92.60亿元，中长期142.58亿元，票据8.32亿元, of 244.00亿元: that the last digits do not fit is
    no slip, for a small part that is not told is worth as much. 可采摘18万亩、良种17万亩、认证5万亩
    of 21万亩: what is so much more is of plots that are both, unless a slip explains it closely.
    """
    whole, *figures = added.operands
    much = len(figures) > _PAIR and parts_amount(added) > _MUCH * whole.amount
    if much and not _differs_by_a_slip(added, closely=True):
        return False
    if parts_amount(added) >= whole.amount or all(one.each for one in figures):
        return added.explained()  # 分季度分别达到9.73亿元、10.58亿元和11.35亿元: none is left out
    return _is_of_a_slip(added)


def tells_of_all(added: Sum) -> bool:
    """隐患334处（急弯91处、临崖243处）: what a bracket or a colon opens is all, but for a slip."""
    whole, *figures = added.operands
    lacking = whole.amount - parts_amount(added)
    if len(figures) == _PAIR and lacking > _LITTLE * whole.amount:
        return False  # 机动车12.6万辆（汽车9.1万辆、摩托车2.5万辆）: two of some kinds
    if tells(added):
        return True
    most = _QUARTER if len(figures) > _PAIR else _LITTLE
    told = whole.length > _PAIR and lacking <= most * whole.amount
    return told and _differs_by_a_slip(added, exactly=True)


def tells_of_view(added: Sum) -> bool:
    """Tell whether three kinds or more of a view (按类型分) lack but what a slip takes."""
    whole, *figures = added.operands
    lacking = whole.amount - parts_amount(added)
    most = 2 * _MUCH_UNTOLD if len(figures) >= _LISTED else _MUCH_UNTOLD
    if len(figures) > _PAIR and lacking < 0:
        return added.explained()  # 分行业看，道路运输81起，建筑2起，其他3起, of 23起
    if len(figures) <= _PAIR or whole.length < _LONG or not 0 < lacking <= most * whole.amount:
        return False
    # 城建238件、社保215件、交管154件、环保92件, of 769件: the smallest are left out
    return lacking > min(map(amount, figures)) and _differs_by_a_slip(added, exactly=True)


def is_by_a_slip(added: Sum) -> bool:
    """Tell whether parts that are all make up their whole, but for a slip."""
    return added.explained() if parts_amount(added) > added.operands[0].amount else (
        _differs_by_a_slip(added)
    )


def is_as_good_as_all(added: Sum) -> bool:
    """Tell whether a list is one slip away from its whole, and hardly anything of it is lacking."""
    whole = added.operands[0]
    near = abs(whole.amount - parts_amount(added)) <= _NEAR * whole.amount
    return near and _differs_by_a_slip(added, exactly=True)


def is_a_slip_away(added: Sum, *, beside: bool = False) -> bool:
    """Tell whether three or more amounts miss a whole of many digits by just one slip.

    beside: those of another unit add up, so that one digit less is enough.
    """
    whole, *figures = added.operands
    telling = len(figures) > _PAIR and whole.length + beside > _TELLING
    return telling and _differs_by_a_slip(added, exactly=True)


def lacks_no_rest(added: Sum) -> bool:
    """Tell whether what a list lacks is more than a part that nobody tells of, or less than none.

    主体2874户，其中企业621户；个体2233户: so few may be of another kind.
    """
    whole, *figures = added.operands
    lacking = whole.amount - parts_amount(added)
    little = 0 < lacking < min(_NEAR * whole.amount, *map(amount, figures))
    return not little and (abs(lacking) >= _TIMES * _last_place(added) or _differs_by_a_slip(
        added, exactly=True
    ))


def _is_of_a_slip(added: Sum) -> bool:
    """Tell whether what a list lacks or has too much is that of a slip, and hardly of chance."""
    lacking = added.operands[0].amount - parts_amount(added)
    times = abs(lacking) / _last_place(added)
    alike = len({one.fact.ulp * one.scale for one in added.operands}) == 1
    return times >= _TIMES and _differs_by_a_slip(added, exactly=alike and times < _ROUND)


def _lacks_much(added: Sum) -> bool:
    """Tell whether so much of a whole is untold that a slip which explains it is one by chance.

    贷款215.36亿元，其中甲行62.71亿元、乙行44.05亿元、丙行48.60亿元: other banks lent the 60.00.
    Who counts five kinds (锅炉94台、容器1541台、…) leaves out less than who tells of some sums.
    Who tells of the largest ones leaves out the smallest: 争取资金33.28亿元，其中一般性20.30亿元、
    专项5.99亿元、债券4.99亿元.
    """
    whole, *figures = added.operands
    lacking = whole.amount - parts_amount(added)
    many = len(figures) > _LISTED and whole.base != "元"
    most = 2 * _MUCH_UNTOLD if many else _MUCH_UNTOLD
    if not many and lacking < min(map(amount, figures)):
        most = _SMALLER_UNTOLD
    return lacking > most * whole.amount


def _last_place(added: Sum) -> Decimal:
    """Return one unit in the last place of the figure that is told the least closely."""
    return max(one.fact.ulp * one.scale for one in added.operands)


def _differs_by_a_slip(added: Sum, *, exactly: bool = False, closely: bool = False) -> bool:
    """Tell whether a sum is wrong by a slip to one unit of the last place.

    By as much as rounding may lose, many more slips fit by chance. exactly: not even to one unit,
    for three times as many differences are as near to a slip as that. closely: to half a unit.
    """
    whole, *figures = added.operands
    lacking = whole.amount - parts_amount(added)
    last = _last_place(added)
    rounded = last > 1 or any("." in one.digits for one in added.operands)
    slack = last if rounded and not exactly else Decimal(0)
    slack = slack / 2 if closely else slack
    sides = [(whole, 1), *((one, -1) for one in figures)]
    return any(
        abs(lacking + side * (slip - one.amount)) <= slack
        for one, side in sides
        for slip in one.slipped()
    )


def not_counted_twice(found: Sequence[Sum]) -> list[Sum]:
    """水稻60万元、1500户，玉米40万元、1200户, of 2000户: leave out where some are in several rows.

    Where households add up, people do (437户680人).
    """
    if any(one.holds and one.operands[0].base in _HOLDERS for one in found):
        return [*found]
    return [one for one in found if one.holds or not _counted_twice(one)]


def _counted_twice(added: Sum) -> bool:
    whole, *figures = added.operands
    if terms.VICTIMS.search(whole.raw):
        return False  # nor is anybody killed twice
    if complements.complete([one.raw or one.name for one in figures]):
        return False  # 城市低保对象, 农村低保对象: nobody is both
    more = _exceeds(added, whole)
    places = whole.base in _PLACES and any(terms.PLACES.search(one.tail) for one in figures)
    return more and (whole.base in _HOLDERS or places)


def _is_account(whole: Figure) -> bool:
    """收入总计: what it is made of is seldom told in full."""
    return any(word in whole.raw for word in ("总计", "总收入", "总支出", "总财力"))


def _exceeds(added: Sum, whole: Figure) -> bool:
    return parts_amount(added) > whole.amount


def too_many(names: Sequence[str], added: Sum, *, listed: bool) -> bool:
    """Tell whether parts of which none is within another are more than their whole, by a slip.

    审结51件，其中判决24件、裁定11件、撤诉18件: however many were not told, these are too many.
    listed: a word calls them parts; else the whole may be one more of them (封顶4栋、在建5栋), or
    of another sentence.
    """
    whole = added.operands[0]
    if not listed and (
        whole.sentence < added.operands[1].sentence
        or added.operands[1].joined  # 造林2.25万亩、封育1.44万亩、抚育1.22万亩: it begins the list
        or complements.is_rest(names[-1])
        or complements.in_degrees(names)
        or _exclusive([whole.raw, *names])
    ):
        return False
    first, last = added.operands[1], added.operands[-1]
    if len(names) == _PAIR and first.sentence < last.sentence and not first.parts:
        return False  # 移动电话用户中5G用户174.7万户，占60.3%。宽带用户125.0万户: of something else
    return (
        not added.holds
        and _exceeds(added, whole)
        and _exclusive(names)
        and not undecided(whole.raw, names)
        and not complements.is_state(whole.raw)
        and not _stand_beside(added)
        and not _overlap(added)
        and added.explained()
    )


def may_be_of(one: Figure, nearest: Figure) -> bool:
    """Tell whether what 其中 stands behind may be that figure, and not the nearest one."""
    near = one.sentence == nearest.sentence or terms.IN_ALL.search(one.raw) is not None
    return near or measures.akin(one.raw, nearest.raw)


def amount(figure: Figure) -> Decimal:
    """Return what is measured, in the base unit."""
    return figure.amount


def parts_amount(added: Sum) -> Decimal:
    """Return what the parts of a sum make together, in the base unit."""
    return altogether(added.operands[1:])


def lacks(added: Sum) -> bool:
    """Tell whether the parts of a sum are less than their whole."""
    return not added.holds and parts_amount(added) < added.operands[0].amount


def _stand_beside(added: Sum) -> bool:
    """光伏6.85万千瓦，其中户用1.36万千瓦；风电9.5万千瓦: the second stands beside the whole."""
    whole, *figures = added.operands
    return len(figures) == _PAIR and whole.clause == figures[0].clause != figures[1].clause


def lacks_rest(names: Sequence[str], added: Sum) -> bool:
    """农林牧渔业50.20亿元，其中农业…、林业…、牧业…、渔业…: what serves them is seldom told.

    存款383.56亿元，其中住户306.12亿元，企业47.46亿元，政府29.28亿元: nor what banks keep.
    """
    whole = added.operands[0]
    if added.holds:
        return False
    lacks = not (_exceeds(added, whole) or complements.is_rest(names[-1]))
    counted = complements.members(whole.raw) == len(names)
    if lacks and not counted and any(map(terms.OF_MANY.search, names)):
        # 教育8.21亿元，社会保障6.32亿元，…: of more than twenty kinds; 减税降费及退税缓税: of four
        return not complements.named(whole.raw, names)
    rests = [(rest, most) for words, rest, most in terms.SMALL_RESTS if words.search(whole.raw)]
    rests += [
        (rest, most)
        for word, rest, most in terms.FEW_MORE
        if any(word in name for name in names)
    ]
    untold = [Decimal(most) for rest, most in rests if not any(map(rest.search, names))]
    lacking = whole.amount - parts_amount(added)
    return bool(untold) and 0 <= lacking <= max(untold) * whole.amount


def _overlap(added: Sum) -> bool:
    """立案5起，其中警告5起、罚款2起: what is all leaves nothing to the others; 91户二者兼种."""
    whole, *figures = added.operands
    return any(
        one.amount == whole.amount or terms.BOTH.search(one.raw + one.tail) for one in figures
    )


def _of_two_units(added: Sum) -> bool:
    """举报281件次，其中检控类153件次；处置线索295件；立案133件: these are no parts of the 281.

    79场次（集市招聘48场、…) counts one thing.
    """
    return len({one.unit.endswith("次") and one.base != "场" for one in added.operands}) > 1


def _known(levels: Sequence[Level], names: list[str], whole: Figure) -> bool:
    """Tell whether names, a number of parts or shares that make 100 say that these are all."""
    if len(levels) in {complements.members(whole.raw), levels[0].figure.count}:
        return True
    if complements.complete(names) and not undecided(whole.raw, names):
        return True
    if complements.named(whole.raw, names):
        return True
    if levels[0].figure.raw.startswith(_IN_DETAIL) and not complements.is_done(whole.raw):
        return True  # 新增分配649套，具体为经适房498套、公租房151套
    if levels[-1].figure.tail.startswith(("构成", "组成")):
        return True  # 收入2382万元，由利润收入1996万元和产权转让收入386万元构成
    shares = shares_of(levels)
    return len(shares) == len(levels) and formulas.hundred(shares).holds


def closed(levels: Sequence[Level], names: list[str], largest: Figure, added: Sum) -> bool:
    """Tell whether these parts are all the parts, or so many that they exceed the whole.

    largest: of the wholes that may be meant.
    """
    whole = added.operands[0]
    last = (levels[-1].figure, *levels[-1].mates)
    mainly = levels[0].figure.mainly and not complements.is_rest(names[-1])
    remains = mainly or any(one.remains for one in last)
    if remains and not added.holds:
        return False
    lacks = not (added.holds or _exceeds(added, whole))
    if lacks_rest(names, added) or (lacks and undecided(whole.raw, names)):
        return False
    if _known(levels, names, whole):
        return not lacks or _differs_by_a_slip(added)
    if measures.one_in_another(names) or complements.are_steps(names):
        return False
    if _overlap(added) or _of_two_units(added):
        return False
    # 党员1200名（其中女党员346名、少数民族党员508名）; 企业147家，其中大型5家，…，新增10家
    flows = any(map(measures.flowing, names)) and not measures.flowing(names[0])
    spent = _FUNDS.search(whole.raw) is not None  # 战略性新兴产业1870万元: nothing is spent twice
    overlap = not spent and any(map(measures.overlapping, names))
    titled = ["职称" in name for name in names]  # 专任教师4086人，高级职称846人
    overlap = overlap or (any(titled) and not all(titled))
    if not added.holds and (flows or overlap):
        return False
    return _in_number(levels, names, largest, added)


def _in_number(
    levels: Sequence[Level], names: Sequence[str], largest: Figure, added: Sum
) -> bool:
    """Tell whether the digits say that these are all, where the names do not."""
    whole = added.operands[0]
    clauses = len({one.clause for one in added.operands[1:]})
    apart = _stand_beside(added) and not measures.akin(added.operands[1].raw, added.operands[2].raw)
    if not added.holds and apart:
        return False  # 低保对象11196人，其中农村9964人；特困供养1832人: is beside it
    if clauses not in {1, len({one.order for one in levels})}:
        # 小学…、初中…；专任教师…: the last is of something else
        return len(levels) >= _LISTED and (added.holds or is_a_slip_away(added))
    if _lacks_next_to_nothing(names, added):
        return True
    # 牲畜84.43万头，其中牛7.59万头、羊73.83万只: of two, more is left out than of a longer list
    listed = all(one.joined for one in added.operands[2:])
    close = listed and (len(levels) > _PAIR or added.holds or _exceeds(added, largest))
    telling = whole.length + close
    if added.holds and telling >= _TELLING - 1:
        return True
    # Shares of all or of none speak for a list of parts; of a long one, the largest may have them.
    alike = len(levels) > _LISTED or len(shares_of(levels)) in {0, len(levels)}
    if alike or listed:
        if _exceeds(added, largest) and not _stand_beside(added):
            telling += 2
        elif whole.length >= _LONG and len(levels) > _PAIR and not _is_account(whole):
            telling += 1
    if telling >= _TELLING and not (added.holds or _lacks_much(added)) and tells(added):
        return len(names) >= _LISTED or not is_open(names, added, _MANY_KINDS)
    # Parts of no known completeness may be fewer than the whole, but not more.
    figures = added.operands[1:]
    return (
        not added.holds
        and len({one.clause for one in figures}) == 1
        and all(one.word != "to" for one in figures)
        and all(one.joined for one in figures[1:])
        and sum(one.value.low for one in figures) > max(largest.value.high, whole.value.high)
    )


def _lacks_next_to_nothing(names: Sequence[str], added: Sum) -> bool:
    """公共泊位1301个、小区584个、路内443个、单位443个, of 2775个: a part of 4个 nobody leaves out.

    What is left out of a list is a hundredth of its whole or more, or not much smaller than what
    was told, but where the rest is small by its nature (SMALL_RESTS, _OPEN_KINDS). Who tells of
    many parts, or of one smaller than what is lacking, leaves none of that out.
    """
    whole, *figures = added.operands
    lacking = whole.amount - parts_amount(added)
    if whole.length < _LONG or not 0 < lacking <= _HARDLY * whole.amount:
        return False
    if _stand_beside(added):  # 移动41.25万户，其中5G 23.92万户；固定宽带17.27万户: is none of these
        return False
    smallest = min(map(amount, figures))
    if _LITTLE * smallest < lacking < smallest and len(figures) < _LISTED:
        return False
    if is_open(names, added):
        return False
    return _differs_by_a_slip(added, exactly=True)


def is_open(names: Sequence[str], added: Sum, most: Decimal = _NEAR) -> bool:
    """收购43889吨，其中小麦20318吨、玉米15491吨、稻谷7630吨: there may be others."""
    lacking = added.operands[0].amount - parts_amount(added)
    if not 0 < lacking <= most * added.operands[0].amount:
        return False
    kinds = [*filter(_OPEN_KINDS.search, names)]
    if len(kinds) < _PAIR:
        return False
    return kinds[0].endswith("机") or not any(map(_OPEN_ENDS.search, names))


def shares_of(levels: Sequence[Level]) -> list[Figure]:
    """Return the levels' shares; none where they are of two wholes: 占出口总值的, 占进口总值的."""
    shares = [one.share for one in levels if one.share]
    words = {one.word for one in shares} - {""}
    return shares if len(words) < 2 else []
