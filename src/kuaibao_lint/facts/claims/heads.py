"""Whom a mean counts: the units of its heads, and their names."""

from __future__ import annotations

from kuaibao_lint.facts.claims import measures, phrasings, terms
from kuaibao_lint.light_typing import TYPE_CHECKING
from kuaibao_lint.patterns import pattern

if TYPE_CHECKING:
    from kuaibao_lint.facts.claims.figure import Figure

_MANY = ("吨", "公顷", "担")  # units of which heads are reckoned in smaller ones
_ALIKE = ({"人", "人次"}, {"次", "人次"})
_NONE: frozenset[str] = frozenset()
# Of what was sown, some: of no yield.
_SOME_LAND = pattern("机[收播耕插]|收割|统防|托管|订单|流转")
_OF_PEOPLE = pattern(
    "人均(?:拥有|占有)?(?:公共|图书|体育|公园)*(?:藏书|藏量|绿地|道路|场地|住房|水资源|耕地)"
)
_PEOPLE = pattern("人口|居民|常住|学生|师生|在校|生")


def is_counted(heads: Figure, mean: Figure) -> bool:
    """阵地121个，“法律明白人”867名，村均4.7名: of villages, and 121 are no villages."""
    noun = mean.word.removeprefix("平均").removeprefix("每")[:1]
    words = heads.raw + heads.tail
    if terms.OF_ONE_DAY.search(heads.raw):
        return False  # 日最高收割5.1万亩。…亩产434.7公斤
    if heads.base == "亩" and mean.raw.endswith(terms.YIELD) and _SOME_LAND.search(words):
        return False  # 机收46.8万亩。夏粮总产21.45万吨，亩产434.7公斤: more was sown
    if heads.parts and heads.span > mean.span:
        return False  # 村均28.4万元，其中20万元以上的12个: some of them
    if terms.AT_WORK.search(mean.raw) and terms.NOT_AT_WORK.search(words):
        return False  # 处分198人，人均办案2.3件: of those who work on them
    if noun == "人" and _OF_PEOPLE.search(mean.raw) and not _PEOPLE.search(words):
        return False  # 持证读者14636人，人均藏书0.80册: of all people
    if heads.unit.endswith("亩次") and "亩次" not in mean.raw:
        return False  # 防治22.3万亩次…。补贴3122.5万元按每亩66元发放: of the land
    if heads.base == "个" and noun in terms.PLACES_COUNTED:
        return noun in words
    # 1949年耕地54.4万亩，粮食总产3774万公斤，单产73.0公斤: land may be sown twice.
    return not ("耕地" in words and mean.raw.endswith(("单产", "亩产")))


def alike(whole: Figure, mean: Figure) -> bool:
    """培训23期2345人次，平均每期102人: who came twice is counted twice."""
    bases = {whole.base, mean.base}
    return whole.base == mean.base or bases in _ALIKE  # 巡林6667人次，人均10.6次


def counted_as(noun: str, heads: Figure) -> bool:
    """Tell whether a figure counts what a noun says: 家庭户126113户, 62名员额法官, 61个县."""
    if not noun or heads.unit.lstrip("万亿") == noun:
        return len(noun) > 1
    if heads.value.low != heads.value.high:
        return False
    name = heads.raw.rstrip("有为共达")
    if len(noun) == 1:
        return heads.tail.startswith(noun) or noun in name[-2:]
    return name.endswith(noun) or heads.tail.startswith(noun)


def own_of(mean: Figure) -> str:
    """Return whose average it is, where its own words say so: 小学 in 小学平均每班42人."""
    words = phrasings.SINGLE.sub("", mean.raw.partition(mean.word)[0])
    words = words.removeprefix("折合").removeprefix("折算")
    return measures.name(words[1:] if words[:1] in _MANY else words)  # 吨蔗均价


def units_of(mean: Figure) -> frozenset[str]:
    """Return the units of what an average is taken of, as its own words have it."""
    word = mean.word.removeprefix("平均")
    if word[:1] in terms.OFTEN and word[-1:] == "均" and len(word) == len("月人均"):
        return terms.OFTEN[word[0]].get(word[1], _NONE)
    noun = word.removeprefix("每")[:1] if "每" in word else word[:-1]
    noun = noun if noun in terms.COUNTED else noun[:1]
    if noun in terms.COUNTED:
        return terms.COUNTED[noun]
    if "亩产" in mean.raw:  # 平均亩产皮棉154.3公斤
        return terms.COUNTED_BY["亩产"]
    return next((u for end, u in terms.COUNTED_BY.items() if mean.raw.endswith(end)), _NONE)


def counts(mean: Figure, heads: Figure) -> bool:
    """Tell whether an average is per unit of that figure: 每公里 and 公里, 元/件 and 件."""
    unit = heads.unit.removeprefix("万").removeprefix("亿")
    if not unit:
        return False
    tail = (mean.unit + mean.tail).partition("/")[2]
    word = mean.word.removeprefix("平均")
    per = mean.raw.rpartition("每")[2] if "每" in mean.raw else word.rpartition("均")[0]
    base = terms.SAME_MEASURE.get(per, ("",))[0]
    return tail.startswith((unit, heads.base)) or per.startswith(unit) or heads.base in {base, per}


def days(figure: Figure, counted: frozenset[str]) -> bool:
    """按197个工作日计算，日均办件289件."""
    return "个工作日" in counted and figure.tail.startswith("工作日")
