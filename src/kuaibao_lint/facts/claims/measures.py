"""What a figure measures: the name in front of it, and whether two names mean the same."""

from __future__ import annotations

from functools import lru_cache
from itertools import pairwise

from kuaibao_lint.facts.claims.terms import LEFT_OVER, PLAN_WORDS
from kuaibao_lint.light_typing import TYPE_CHECKING
from kuaibao_lint.nearness import in_order
from kuaibao_lint.patterns import pattern

if TYPE_CHECKING:
    from collections.abc import Sequence

    from kuaibao_lint.facts.claims.figure import Figure

# `T` stands for a window of time (figures.py puts it there).
_FRONT = pattern(
    r"(?:其中|这其中|安排|预计|[TPY]|[、和及与]|以及|全[县市区省镇乡州国村]|[我该本][县市区镇乡州]|[县市区]级(?!收)|目前|现已|已经?|"
    r"共计?|合计|累计|总共|总的|实际|预计|初步核算|经核算|完成|实现|达到?|今年|各项|所有(?![者制])|有(?![效机限])|按期|当年|"
    r"新增(?=.{4}))+"
)
_BACK = pattern(
    r"(?:累计|已经?|共计?|合计|总共|实际|分别|全部|也|均|[当年]月)*"
    r"(?:完成|实现|达到|达成|达|为|是|有|入库|征收|收到|发放|安排)?(?:了|到)?(?:(?<![签预违节合契履])约|近|超|超过|突破)?$"
)


@lru_cache(maxsize=1024)  # a sentence's words are asked for again and again
def name(words: str) -> str:
    """Return the measure that words before a number name: 全县财政收入完成 → 财政收入."""
    if not words:
        return words
    front = _FRONT.match(words)
    bare = words[front.end() :] if front else words
    if not bare and words[-1] == "级":
        return words  # 省级3956万元、县级441万元
    back = _BACK.search(bare)
    bare = bare[: back.start()] if back else bare
    if bare[1:2] == "产" and bare[2:3] != "业" and bare[0] in "一二三":
        bare = f"第{bare[0]}产业{bare[2:]}"
    return bare


def same(first: str, second: str) -> bool:
    """Tell whether two names mean one measure: equal, or one the tail of the other.

    财政总收入 and 总收入 are one; 非税收入 and 税收收入 are not, nor are 收入 and 一般公共预算收入,
    for a tail of two characters says nothing.
    """
    if first == second:
        return bool(first)
    short, long = sorted((full(first), full(second)), key=len)
    if len(short) < 3 or not long.endswith(short):
        return False
    return not long[: -len(short)].endswith(_OTHERS)


# What stands before a name and makes it another's: 其他收入, 助学金及免学费.
_OTHERS = ("非", "不", "其他", "其它", "地方", "中央", "省级", "及", "和", "与", "、")
_LOOSE = pattern("规模以上|规上|全部|全[县市区省]|[县市区]|人数|户数|总数")
_COMMON = frozenset(
    "收入 支出 投资 面积 人数 天数 总数 总量 总额 总值 企业 人员 项目 资金 全部 全县 "  # noqa: SIM905
    "全市 完成 累计 同期 实现 达到 其中 群众 免费".split()
)
_FILLING = pattern("政府性|预算|一般|公共|地区|全社会|累计|实际|完成")


@lru_cache(maxsize=1024)  # likewise
def full(name: str) -> str:
    """Return a name without the short forms that everybody uses: GDP, 社零.

    进出口 is 外贸, so that 出口 is not found in it.
    """
    name = name.replace("GDP", "生产总值").replace("社零", "社会消费品零售")
    name = name.replace("刑案", "刑事案件").replace("经济总量", "生产总值")
    return name.replace("外贸进出口", "外贸").replace("进出口", "外贸")


def short_for(short: str, long: str) -> bool:
    """Tell whether a name is another without its filling: 基金收入 for 政府性基金预算收入, GDP."""
    one, other = (_FILLING.sub("", full(words)) for words in (short, long))
    return one == other and len(one) >= 3


_TO_DO = "计划"
_AT_CONSTANT_PRICES = "增加值|生产总值|GDP"
_MEMBERS = pattern("[、和与及]")
_SECTOR = pattern("第?三(?:次?产业|产(?!业))(?P<what>[^，；]*)")
_ADDED = pattern(_AT_CONSTANT_PRICES)
_REAL = pattern(
    f"{_AT_CONSTANT_PRICES}|产业(?!(?:完成|实现|入库)?(?:固定资产)?(?:用电|投资|税收))"
    "|(?<!建筑业)(?<!建筑业总)(?<!工程)(?<!其他)产值"  # of what is built it is at current prices
)
_INDUSTRY = pattern("(?:工业|制造业|采矿业|园区|企业)(?:完成|实现)?总?产值$")
_OUTPUT = pattern("总产值|工业产值")
_REVISED = pattern("零售|固定资产投资|进出口|营业额|销售额|建筑业")
_OVERLAPPING = pattern(
    "民营|常住|高新(?![区园分开])|战略性新兴|专精特新|小巨人|独角兽|瞪羚|国有控股|龙头|重点(?=[企人对户群监场])|党员|无性系|可采|女|少数民族|过夜|岁(?!以上农村籍|及以上农村籍|以上烈士)|学历|大专|本科|以上(?!不满|有期|徒刑|农村籍|烈士)|优秀|困难|自动履行|司法确认|科技型中小|[过超][0-9十百千]|残疾(?!军人)|老年|返乡|人才|党纪|政务处分|警告|罚款"
    "|^通(?:自来水|燃气|硬化|宽带|光纤|客车)|^(?:建|设|配)有"
)
_FLOWING = pattern(
    "^(?:T|[当本今]年|年内|[上下]半年)*(?:新(?![建能材型兴城区村旧]|增(?:国债|专项债|一般债|债券))|净)|到期|复审|复核|退出|注销|撤销|摘牌|取消"
)
_RESIDENTS = pattern("城镇|农村|乡村|居民|农民|城乡")
# What a whole's name has before that of its kind: 全市货运量, 实现投资.
_VERBS = pattern("^(?:共|累计|完成|实现|受理|办理|处理|接收|接到|接报|实有|新增|全年)+")
_SCOPE = pattern("(?:[全我各本该](?:[国省市县区州乡镇]|社会)?|[国省市县区州]|总|县域|各类|地区)*")
_PLACE = pattern("[^，；。全各]{1,4}?(?:镇|乡|街道|村)")
_UNSIGNED = pattern("相差|差[值距]为?$")  # 与预算相差0.95万元
_OUTSIDE = pattern("[省市县区镇乡村]外")
_MEANS = pattern(
    "单位面积|平均|均价|单价|价格(?![补奖])|单产|亩产|标准|指数|浓度|(?:生活|保障)金水平|中位数"
)


def nominal(figure: Figure) -> bool:
    """Tell whether growth rates of this measure may be mixed: no money at constant prices."""
    return figure.base != "元" or not _REAL.search(figure.name)


def mixes(figure: Figure) -> bool:
    """Tell whether a whole's rate is a mean of its parts' rates.

    工业总产值 is told at the prices of its year, and its growth of those who reported both years.
    """
    return nominal(figure) or _REAL.search(_INDUSTRY.sub("", figure.name)) is None


def real(words: str) -> bool:
    """Tell whether what words measure grows at constant prices: 地区生产总值由…增加到."""
    return _REAL.search(words) is not None


def added_value(figure: Figure) -> bool:
    """Tell whether a measure's rate is at constant prices, and so none of the amounts printed."""
    return figure.base == "元" and _ADDED.search(figure.name) is not None


def revised(figure: Figure) -> bool:
    """Tell whether a measure's figures of the year before are revised: a sample, or customs."""
    return _REVISED.search(figure.raw) is not None or _OUTPUT.search(figure.raw) is not None


def comparable(figure: Figure) -> bool:
    """Tell whether a measure's growth is told at comparable extent: of those above a limit."""
    return "限额以上" in figure.raw or "限上" in figure.raw or "可比" in figure.raw


def tells_base(figure: Figure) -> bool:
    """Tell whether a rate of growth of a level says what it was before."""
    told = figure.role == "level" and not figure.per_head and not revised(figure)
    told = told and not LEFT_OVER.search(figure.raw)  # 结余: with what was kept from before
    return told and nominal(figure) and not comparable(figure)


def is_mean(figure: Figure) -> bool:
    """Tell whether a level is no amount but a quotient, which no sum gives: 单位面积产量."""
    if figure.tail.startswith("/"):
        return True
    words = _MEANS.search(figure.raw)
    counted = figure.value.low == figure.value.high  # 价格案件32起
    return words is not None and (not counted or words[0] == "平均")


def is_unsigned(figure: Figure) -> bool:
    """Tell whether a level is a difference of which nothing says whether it is more or less."""
    return "差" in figure.raw and _UNSIGNED.search(figure.raw) is not None


def overlapping(name: str) -> bool:
    """Tell whether what is counted may be counted in another part too: 高新技术企业, 女党员."""
    return _OVERLAPPING.search(name) is not None


def flowing(name: str) -> bool:
    """Tell whether a part is what came or went, of what there is: 新认定11家, 到期4家."""
    return _FLOWING.search(name) is not None


def one_in_another(names: Sequence[str]) -> bool:
    """Tell whether a part is known to be within another: 一般公共预算收入, 税收收入.

    自建房12256栋、经营性自建房1275栋: what goes by its name, and by more, is of its kind.
    """
    if any(one != other and same(one, other) for one, other in pairwise(names)):
        return True
    if any("实物" in name for name in names) and any("农产品" in name for name in names):
        return True
    if from_outside(names):
        return True
    budget = any("预算收入" in name and "税" not in name for name in names)
    return budget and any("税收" in name and "非税" not in name for name in names)


def from_outside(names: Sequence[str]) -> bool:
    """市外72个、省外60个: what comes from outside the province is from outside the city, too."""
    return sum("外" in name and _OUTSIDE.search(name) is not None for name in names) > 1


def members(words: str) -> list[str]:
    """Return the names that words list: 甲、乙和丙; 第一、二、三产业投资 are three of 产业投资."""
    names = _MEMBERS.split(words)
    if len(names) > 2 and names[0].endswith("一") and names[1] in {"二", "第二"}:
        last = _SECTOR.match(names[2])
        if last and len(names) == 3:
            front = names[0].removesuffix("一").removesuffix("第")
            return [f"{front}第{one}产业{last['what']}" for one in "一二三"]
    return names


def said_of(word: str, words: str) -> bool:
    """Tell whether words say a thing and do not deny it: 合格 is not said of 不合格."""
    place = words.find(word)
    if place < 0:
        return False
    # 不予立案 denies as 不立案 does
    before = words[place - 2 : place - 1] if words[place - 1 : place] == "予" else ""
    return word[0] in "不未非" or not {"不", "未", "非"} & {before, words[place - 1 : place]}


def of_residents(name: str) -> bool:
    """Tell whether a measure per head is one group's of the people: such do not add up."""
    return _RESIDENTS.search(name) is not None


def within(short: str, long: str) -> bool:
    """Tell whether a name's characters stand in another in this order: 土地出让收入."""
    alike = len(short) >= 4 and short[-2:] == long[-2:] and "非" not in long
    return alike and in_order(short, long)


def siblings(one: str, other: str) -> bool:
    """Tell whether two names are of two kinds of one thing: 公路货运量, 铁路货运量."""
    one, other = (_VERBS.sub("", name) for name in (one, other))
    size = 0
    while size < min(len(one), len(other)) and one[-1 - size] == other[-1 - size]:
        size += 1
    kinds = one[: len(one) - size], other[: len(other) - size]
    # 税收收入 is no sibling of 一般公共预算收入: two characters say too little.
    return size >= 3 and all(kinds) and not _SCOPE.fullmatch(kinds[0])


def apart(one: str, other: str) -> bool:
    """Tell whether two names are of two places: 甲乡可用财力, 乙乡人员支出."""
    first = _PLACE.match(one)
    second = _PLACE.match(other) if first else None
    return first is not None and second is not None and first[0] != second[0]


def alludes(word: str, name: str) -> bool:
    """Tell whether a whole may be meant, where only one can be: 占规上工业的, 占肉类总产量的."""
    bare, name = _LOOSE.sub("", full(word)), full(name)
    if len(bare) < 2:
        return False
    return (len(bare) >= 3 and name.endswith(bare[-3:])) or in_order(bare, name)


def planned_besides(plan: str, told: str) -> bool:
    """Tell whether what is to be done is not what was told: 清理可燃物2805亩，计划烧除3494亩."""
    what = plan.removeprefix(_TO_DO)
    if what == plan or len(what) < len(_TO_DO) or PLAN_WORDS.search(plan):
        return False
    return not akin(what, told)


def in_common(one: str, other: str) -> bool:
    """Tell whether two names have any two characters in common: 普及率 has none of 任务."""
    return any(one[at : at + 2] in other for at in range(len(one) - 1))


def akin(one: str, other: str) -> bool:
    """Tell whether two names share two characters that say what is measured."""
    one, other = full(one), full(other)
    return any(
        one[i : i + 2] in other and one[i : i + 2] not in _COMMON for i in range(len(one) - 1)
    )
