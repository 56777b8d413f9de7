"""What a figure measures: the name in front of it, and whether two names mean the same."""

from __future__ import annotations

from kuaibao_lint.patterns import pattern

# `T` stands for a window of time (figures.py puts it there).
_FRONT = pattern(
    r"(?:其中|这其中|T|[、和及与]|以及|全[县市区省镇乡州国村]|[我该本][县市区镇乡州]|[县市区]级(?!收)|目前|已经?|"
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
    return bare[: back.start()] if back else bare


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
    (("企业",), ("个体",)),
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
)


def complete(names: list[str]) -> bool:
    """Tell whether parts of these names are known to make up their whole."""
    if len(names) >= 2 and names[-1].startswith(("其他", "其它", "其余")):
        return True
    if len(names) >= 2 and all("岁" in name for name in names):
        return True
    return any(len(group) == len(names) and _each_has_one(names, group) for group in _COMPLEMENTS)


def _each_has_one(names: list[str], group: tuple[tuple[str, ...], ...]) -> bool:
    """Tell whether every name has a word of another part; 非税收入 has 税收 in it and is 非税."""
    parts = set()
    for name in names:
        fits = [place for place, words in enumerate(group) if any(word in name for word in words)]
        if not fits:
            return False
        parts.add(fits[-1])
    return len(parts) == len(group)


_REAL = pattern("增加值|生产总值|GDP|产业|产值")


def nominal(name: str) -> bool:
    """Tell whether growth rates of this measure may be mixed (not at constant prices)."""
    return not _REAL.search(name)
