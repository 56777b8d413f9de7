"""What a figure measures: the name in front of it, and whether two names mean the same."""

from __future__ import annotations

from itertools import pairwise

from kuaibao_lint.light_typing import TYPE_CHECKING
from kuaibao_lint.nearness import in_order
from kuaibao_lint.patterns import pattern

if TYPE_CHECKING:
    from kuaibao_lint.facts.claims.figure import Figure

# `T` stands for a window of time (figures.py puts it there).
_FRONT = pattern(
    r"(?:其中|这其中|安排|预计|[TPY]|[、和及与]|以及|全[县市区省镇乡州国村]|[我该本][县市区镇乡州]|[县市区]级(?!收)|目前|已经?|"
    r"共计?|合计|累计|总共|总的|实际|预计|初步核算|经核算|完成|实现|达到?|今年|各项|所?有|按期|当年|"
    r"新增(?=.{4}))+"
)
_BACK = pattern(
    r"(?:累计|已经?|共计?|合计|总共|实际|分别|全部|也|均|[当年]月)*"
    r"(?:完成|实现|达到|达成|达|为|是|有|入库|征收|收到|发放|安排)?(?:了|到)?(?:约|近|超|超过|突破)?$"
)


def name(words: str) -> str:
    """Return the measure that words before a number name: 全县财政收入完成 → 财政收入."""
    front = _FRONT.match(words)
    bare = words[front.end() :] if front else words
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
    short, long = sorted((first, second), key=len)
    if len(short) < 3 or not long.endswith(short):
        return False
    return not long[: -len(short)].endswith(("非", "不", "其他", "其它", "地方", "中央", "省级"))


_LOOSE = pattern("规模以上|规上|全部|全[县市区省]|[县市区]|人数|户数|总数")
_COMMON = frozenset(
    "收入 支出 投资 面积 人数 总数 总量 总额 企业 人员 项目 资金 全部 全县 "  # noqa: SIM905
    "全市 完成 累计 同期 实现 达到 其中 群众".split()
)
_AGES = pattern(
    "([0-9]{1,3})岁?(?:[—－~～至-]{1,2}([0-9]{1,3}))?周?岁(?:[及（(含]{0,2}以)?([上下])?"
)
_FILLING = pattern("政府性|预算|一般|公共|地区|全社会|累计|实际|完成")


def short_for(short: str, long: str) -> bool:
    """Tell whether a name is another without its filling: 基金收入 for 政府性基金预算收入, GDP."""
    one, other = (_FILLING.sub("", words.replace("GDP", "生产总值")) for words in (short, long))
    return one == other and len(one) >= 3


# Parts that make up a whole. Each group is complete; a name belongs to the part whose word it has.
_COMPLEMENTS = (
    (("税收",), ("非税",)),
    (("税务部门",), ("财政部门",)),
    (("国税",), ("地税",), ("财政",)),
    (("城镇", "城市", "市民"), ("农村", "乡村", "农民")),
    (("第一产业", "一产"), ("第二产业", "二产"), ("第三产业", "三产")),
    (("省内", "县内"), ("省外", "县外")),
    (("男",), ("女",)),
    (("新开工", "新建", "新开"), ("续建",)),
    (("规模以上", "规上"), ("规模以下", "规下")),
    (("中央",), ("地方",)),
    (("上划",), ("地方", "县级", "区级", "市级")),
    (("出口",), ("进口",)),
    (("夏粮",), ("秋粮",)),
    (("商品零售",), ("餐饮",)),
    (("企业",), ("个体",), ("合作社",)),
    (("小学",), ("初中",), ("高中",)),
    (("党委",), ("总支",), ("支部",)),
    (("一般",), ("重大",)),
    (("新建",), ("改造", "提升", "改建")),
    (("中央",), ("省",), ("县", "区", "市")),
    (("中央",), ("省",), ("市",), ("县", "区")),
    (("农业",), ("林业",), ("牧业",), ("渔业",)),
    (("农业",), ("林业",), ("牧业",), ("渔业",), ("服务", "辅助")),
    (("专项转移",), ("一般性转移", "一般转移")),
    (("专项",), ("一般性", "一般转移"), ("债券",)),
    (("一般债",), ("专项债",)),
    (("采矿",), ("制造",), ("电力", "燃气")),
    (("第一产业", "一产"), ("第二产业", "二产"), ("第三产业", "三产"), ("居民",)),
    (("国家",), ("省",), ("市",)),
    (("国家",), ("省",), ("市",), ("县",)),
    (("网上", "线上"), ("窗口", "线下")),
    (("立行立改", "立即整改", "当场"), ("限期",)),
    (("村",), ("镇", "乡")),
    (("在职",), ("退休",)),
    (("缴费",), ("领取", "待遇")),
    (("公办",), ("民办",)),
    (("线上",), ("线下",)),
    (("县内",), ("省内",), ("省外",)),
    (("省",), ("市",), ("县", "区")),
    (("民事", "民商"), ("刑事",), ("行政",)),
    (("民事", "民商"), ("刑事",), ("执行",)),
    (("民事", "民商"), ("刑事",), ("行政",), ("执行",)),
    (("水田",), ("旱地",)),
    (("水田",), ("旱地",), ("水浇地",)),
    (("党政",), ("企业",), ("专业",), ("技能",), ("农村实用",)),
    (("幼儿",), ("小学",), ("初中",), ("高中",)),
    (("上级", "中央", "省", "财政"), ("自筹", "配套", "自有")),
    (("来信",), ("来访",), ("网",), ("来电", "电话")),
    (("来信",), ("来访",), ("网",)),
    (("来信",), ("来访",)),
    (("优",), ("良",)),
    (("幼儿",), ("小学",), ("中学", "初中", "高中")),
    (("幼儿",), ("小学",), ("初中",), ("高中",), ("特殊", "特教", "职")),
    (("新开工", "新建", "新开"), ("续建", "在建"), ("前期", "预备", "储备")),
    (("新开工", "新建", "新开"), ("续建", "在建"), ("竣工", "投产", "建成")),
    (("增长", "上升"), ("下降", "减少", "负增长")),
    (("增长", "上升"), ("下降", "减少", "负增长"), ("持平",)),
    (("工业",), ("建筑业",)),
    (("过夜",), ("一日游",)),
    (("直办", "直接"), ("转办", "交办", "派单", "转派")),
    (("农业", "种植业"), ("林业",), ("牧业",), ("渔业",)),
    (("农业", "种植业"), ("林业",), ("牧业",), ("渔业",), ("服务", "辅助")),
    (("批发",), ("零售",), ("住宿",), ("餐饮",)),
    (("东部",), ("中部",), ("西部",), ("东北",)),
    (("东部",), ("中部",), ("西部",)),
    (("轻工",), ("重工",)),
    (("国税",), ("地税",)),
    (("归中央",), ("留县", "留市", "归县", "地方")),
    (("来电", "电话"), ("来信", "书信")),
    (("主办",), ("协办", "会办")),
    (("正式",), ("招聘", "聘用", "临时", "编外")),
    (("铁路",), ("公路", "道路"), ("水路",)),
    (("铁路",), ("公路", "道路"), ("水路",), ("民航", "航空")),
    (("公路", "道路"), ("水路",), ("民航", "航空")),
    (("公路", "道路"), ("水路",)),
    (("工矿",), ("交通", "道路"), ("火灾",)),
    (("住户",), ("企业", "机关团体")),
    (("住户",), ("企业",), ("机关团体", "政府")),
    (("养老金",), ("丧葬", "抚恤"), ("转移",)),
    (("用人单位", "企业"), ("个体", "灵活就业")),
    (("在职",), ("退休", "离退休")),
    (("家庭户",), ("集体户",)),
    (("A类",), ("B类",), ("C类",)),
    (("A类",), ("B类",), ("C类",), ("D类",)),
    (("采纳", "解决"), ("计划", "正在"), ("留作参考", "条件", "不能")),
    (("县本级", "区本级", "市本级"), ("开发区", "高新区", "园区", "县级", "县区", "乡镇")),
    (("县属", "区属"), ("园区", "开发区")),
    (("税务局",), ("财政局",)),
    (("归中央", "中央级"), ("归地方", "地方级")),
    (("上划中央",), ("上划省",), ("地方",)),
    (("上划中央",), ("上划省",), ("上划市",), ("地方", "县级")),
    (("城镇",), ("乡村", "农村"), ("国外",)),
    (("在建", "续建"), ("新开工", "新建"), ("预备", "前期", "储备")),
    (("集体",), ("个人", "个体", "联名")),
    (("代表建议",), ("政协提案",)),
    (("集中",), ("分散",)),
    (("职工",), ("居民",)),
    (("居民",), ("非居民",)),
    (("县级", "县直"), ("乡镇", "卫生院"), ("村卫生", "村级")),
    (("医院",), ("卫生院",), ("村卫生", "村级")),
)


def complete(names: list[str]) -> bool:
    """Tell whether parts of these names are known to make up their whole."""
    if len(names) >= 2 and is_rest(names[-1]):
        return True
    if len(names) >= 2 and all("岁" in name for name in names):
        return _all_ages(names)
    if len(names) == 2 and _opposites(*names):
        return True
    if len(names) >= 3 and all(_BOUND.search(name) for name in names):
        ends = {_BOUND.findall(names[0])[-1], _BOUND.findall(names[-1])[-1]}
        return len(ends) == 2  # 10亿元以上, 1亿元以上10亿元以下, 1亿元以下
    return any(len(group) == len(names) and _each_has_one(names, group) for group in _COMPLEMENTS)


def _all_ages(names: list[str]) -> bool:
    """Tell whether ages follow each other to the last: 0—14岁, 15—59岁, 60岁及以上."""
    spans = [_AGES.search(name) for name in names]
    bounds = [(int(s[1]), int(s[2] or s[1]), s[3]) for s in spans if s]
    if len(bounds) < len(names) or bounds[-1][2] != "上":
        return False
    return all(after[0] - before[1] in {0, 1} for before, after in pairwise(bounds))


def _opposites(one: str, other: str) -> bool:
    """Tell whether one name denies the other: 合格, 不合格; 风险消除的, 未消除."""
    one, other = one.rstrip("的"), other.rstrip("的")
    ways = [(a, b, word) for a, b in ((one, other), (other, one)) for word in (a[:2], a[-2:])]
    return any(
        no + word in denied and no not in said
        for no in "不未非"
        for said, denied, word in ways
        if word
    )


def _each_has_one(names: list[str], group: tuple[tuple[str, ...], ...]) -> bool:
    """Tell whether every name has a word of another part; 非税收入 has 税收 in it and is 非税."""
    parts = set()
    for name in names:
        fits = [place for place, words in enumerate(group) if any(word in name for word in words)]
        if not fits:
            return False
        parts.add(fits[-1])
    return len(parts) == len(group)


_REAL = pattern("增加值|生产总值|GDP|产业(?!用电|投资|税收)|产值")
_OVERLAPPING = pattern(
    "高新|专精特新|小巨人|独角兽|瞪羚|龙头|重点|党员|女|少数民族|岁|学历|大专|本科|以上|优秀|困难|残疾|老年|返乡|人才"
)
_RESIDENTS = pattern("城镇|农村|乡村|居民|农民|城乡")
_BOUND = pattern("以[上下]")
_OTHERS = pattern("^其[他它余]|[及和与等]其[他它]")
_MEANS = pattern("单位面积|平均|均价|单价|价格|单产|亩产|标准|指数|浓度|(?:生活|保障)金水平")
_COUNTED = pattern("([两二三四五六七八九])(?:大|个|家|类|项|部分|种|方面)")
_MEMBERS = "两二三四五六七八九"


def nominal(name: str) -> bool:
    """Tell whether growth rates of this measure may be mixed (not at constant prices)."""
    return not _REAL.search(name)


def is_rest(name: str) -> bool:
    """Tell whether a part is all that was not named: 其他, 纠纷求助及其他."""
    return _OTHERS.search(name) is not None


def is_mean(figure: Figure) -> bool:
    """Tell whether a level is no amount but a quotient, which no sum gives: 单位面积产量."""
    return figure.tail.startswith("/") or _MEANS.search(figure.raw) is not None


def members(words: str) -> int:
    """Return how many parts the words say there are: 3 for 三大景区接待游客, else 0."""
    found = _COUNTED.search(words)
    return max(2, _MEMBERS.index(found[1]) + 1) if found else 0


def overlapping(name: str) -> bool:
    """Tell whether what is counted may be counted in another part too: 高新技术企业, 女党员."""
    return _OVERLAPPING.search(name) is not None


def said_of(word: str, words: str) -> bool:
    """Tell whether words say a thing and do not deny it: 合格 is not said of 不合格."""
    place = words.find(word)
    return place >= 0 and (
        word[0] in "不未非" or words[place - 1 : place] not in {"不", "未", "非"}
    )


def of_residents(name: str) -> bool:
    """Tell whether a measure per head is one group's of the people: such do not add up."""
    return _RESIDENTS.search(name) is not None


def within(short: str, long: str) -> bool:
    """Tell whether a name's characters stand in another in this order: 土地出让收入."""
    alike = len(short) >= 4 and short[-2:] == long[-2:] and "非" not in long
    return alike and in_order(short, long)


def alludes(word: str, name: str) -> bool:
    """Tell whether a whole may be meant, where only one can be: 占规上工业的, 占肉类总产量的."""
    bare = _LOOSE.sub("", word)
    if len(bare) < 2:
        return False
    return (len(bare) >= 3 and name.endswith(bare[-3:])) or in_order(bare, name)


def akin(one: str, other: str) -> bool:
    """Tell whether two names share two characters that say what is measured."""
    return any(
        one[i : i + 2] in other and one[i : i + 2] not in _COMMON for i in range(len(one) - 1)
    )
