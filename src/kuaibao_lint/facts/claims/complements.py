"""Which parts make up a whole, as far as their names say so: 税收 and 非税, 男 and 女, all ages."""

from __future__ import annotations

from decimal import Decimal
from functools import cache, lru_cache
from itertools import pairwise

from kuaibao_lint.facts import numerals
from kuaibao_lint.facts.claims import terms
from kuaibao_lint.facts.claims.complement_names import COMPLETE, OF_WHOLES
from kuaibao_lint.light_typing import TYPE_CHECKING
from kuaibao_lint.patterns import pattern

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    Group = tuple[tuple[str, ...], ...]

_ABOVE = pattern("以上|超过?(?=[0-9十百千万亿])|超过|大于|高于")
_BELOW = pattern("以[下内]|不足|低于|小于|不满|未满|少于|不超过")
_NOUN = 3  # characters of a denied noun
_LONGEST = 5  # characters of a word above
_PAIR = 2  # parts that may be all
_MONEY = pattern("([0-9][0-9.]*|(?=[万亿]))([万亿])?元?(?=[以及（(—－~～至的之-]|$)")
_AGES = pattern(
    "([0-9]{1,3})岁?(?:[—－~～至-]{1,2}([0-9]{1,3}))?周?岁(?:[及（(含]{0,2}以)?([上下])?"
)
_JOINT = pattern("[、和与及]")
_BOUND = pattern(
    "以[上下内]|超过?(?=[0-9十百千万亿])|超过|[大小高低少]于|不足|[不未]满|之间|[0-9][^0-9，]{0,3}[—－~～至-]{1,2}[0-9]"
)
_RANK_UP = pattern("([省市县区])级?(?:及|（含）)?以上")
_RANKS = (("国家", "中央", "部级"), ("省", "自治区"), ("市", "州", "盟"), ("县", "区", "旗"))
_OUT_OF = pattern(
    "[^，；]{2,8}(?:图斑|问题|隐患|案件|事项|项目|企业|单位|点位|线索|人员|对象)中(?=[^，；]{2})"
)
_LIMIT = pattern("[0-9][0-9.]*[^0-9]?|(?<![0-9.十百千万])[十百千万亿]+元?(?=以)")  # 亿元以上
# One is what the other is not: 省内到位, 省外到位; 首贷户, 续贷; 有劳动能力, 无劳动能力.
_TURNS = ("内外", "新续", "首续", "本外", "专兼", "有无", "已待")
# How far a thing has come: done, under way, not begun.
_DONE = pattern(
    "办[结完毕]|完成|完工|竣工|整改|化解|审结|结案|销号|投产|建成|交付|验收|解决|封顶|投用|投入使用"
    "|答复|回复|处[理置]|执结|开工"
)
_UNDER_WAY = pattern(
    "^(?:T|目前|现)*正在|在[建办施]|(?:施工|推进|办理|整改|调查|审理|处理)中|限期|施工$"
)
_NOT_BEGUN = pattern(
    "未[^，；]{1,6}|待[^，；]{1,6}|前期|筹备|谋划|储备|暂缓|缓建|停工|缓慢|拟[^，；]{1,8}|公示|审批"
)
_HANDED_ON = pattern("上报|移[交送]|转[交办派送]|[提报]请|正在|在办")
_RETURNED = pattern("退[回件办单]|不予受理$")
_CASES = pattern("办|审|处[理置]|[答回]复|化解|调[解处]|整改|执结|结案")
_OTHERS = pattern(  # 其他感染性腹泻 is one disease
    "^其[他它余](?!感染性腹泻)|[及和与等]其[他它]|其[他它](?:行业|领域|方面|地区|形式)?$"
)
_TAKEN_IN = pattern("^(?:T|[已共予])*(?:受理|立案)$")
_CAME_OF = pattern("[结成]$|成功|到位|完毕|销号|整改$")
_OTHER = frozenset(("其他", "其它"))
_MANY = 5  # parts of which 其他 need not be the last
_COUNTED = pattern(
    "([两二三四五六七八九])(?:大|批(?=下|交|安|实|推|组|发|拨|办|共|合)|个|家|类|项|者|部分|种|方面|次产业|个季度|[区县镇乡税](?=[合共占]|$)|税种|部门|街道|行业)"
)
# 新增耕地1337亩，其中新增水田502亩: what a whole's words begin with, and names none of its parts.
_DONE_TO_ALL = frozenset(
    "新增 新建 新开 完成 实现 建设 实施 累计 组织 开展 发放 培训 补充 引进 办理".split()  # noqa: SIM905
)
_NARROWER = ("普惠", "宽带")
_DENIALS = frozenset("不未非")
_IN_PART = ("部分", "基本", "比较")


def complete(names: Sequence[str]) -> bool:
    """Tell whether parts of these names are known to make up their whole."""
    return _complete(tuple(names))


@lru_cache(maxsize=4096)  # a list is asked of many times, as it grows and for each of its wholes
def _complete(names: tuple[str, ...]) -> bool:
    if len(names) >= 2 and is_rest(names[-1]):
        return True
    if names and terms.AMONG.search(names[-1]):
        return False  # 已开工81个，5个未开工项目中3个…
    if names and "中" in names[-1] and _OUT_OF.match(names[-1]):
        return False  # 合规59个，违规29个。违规图斑中未批先建21个: some of the 29
    if any(sum(word in name for name in names) not in {0, len(names)} for word in _NARROWER):
        return False  # 公办园, 普惠性民办园: there are others; 移动电话用户, 互联网宽带用户
    if len(names) >= _MANY and not _OTHER.isdisjoint(names):
        return True  # 咨询类…、其它…、投诉类…
    if len(names) >= 2 and all("岁" in name for name in names):
        return _all_ages(names)
    if len(names) == 2 and (_opposites(*names) or _turned(*names)):
        return True
    if len(names) >= 2 and _BOUND.search(names[0]) and _are_bounded(names):
        return True
    if _all_states(names):
        return True
    return any(_each_has_one(names, group) for group in _groups_of(names[0], len(names)))


def growing(names: Sequence[str]) -> bool:
    """Tell whether parts of these names are some of those that are known to make up a whole.

    出国费…。接待费…。: of three; words of one character say too little.
    """
    return any(
        _each_has_one(names, group, some=True)
        for size in range(len(names) + 1, _MANY + 1)
        for group in _groups_of(names[0], size, shortest=2)
    )


def _are_bounded(names: Sequence[str]) -> bool:
    """10亿元以上, 1亿元以上10亿元以下, 1亿元以下; 5千万以上, 5千万以下: from end to end."""
    first, last = names[0], names[-1]
    if not all(map(_BOUND.search, names)) or _AGES.search(first):
        return False
    for one, other in ((first, last), (last, first)):
        if _ABOVE.search(one) and _BELOW.search(other):
            limits = [*map(_LIMIT.findall, (one, other))]
            return len(names) > _PAIR or (len(limits[0]) == 1 and limits[0] == limits[1])
    return False


def _all_states(names: Sequence[str]) -> bool:
    """Tell whether these are all that a thing can have come to: 已完工, 在建, 未开工.

    What is taken in is either done or dealt with: 已办结, 正在办理; a project may not have begun.
    """
    if not 2 <= len(names) <= _MANY or not _DONE.search(names[0]) or _NOT_BEGUN.search(names[0]):
        return False
    if len(names) > 2 and _RETURNED.search(names[-1]) and all(map(_HANDED_ON.search, names[1:-1])):
        return True  # 办结246件，上报16件，退回5件
    under_way = [_UNDER_WAY.search(name) is not None for name in names]
    not_begun = [_NOT_BEGUN.search(name) is not None for name in names]
    if len(names) == 2:
        return under_way[1] and all(map(_CASES.search, names))
    known = all(
        way or no or _DONE.search(name)
        for name, way, no in zip(names, under_way, not_begun, strict=True)
    )
    return known and any(under_way[1:-1]) and not_begun[-1]


def done_and_under_way(names: Sequence[str]) -> bool:
    """完工16个，在建12个: of things that were begun, or of all; never more than these."""
    return len(names) == _PAIR and is_done(names[0]) and _UNDER_WAY.search(names[1]) is not None


def complete_with(whole: str, names: Sequence[str]) -> bool:
    """Tell whether what seems a whole is one more of its parts: 幼儿园, 小学, 初中 and 高中."""
    every = [whole, *names]
    return any(_each_has_one(every, group) for group in _groups_of(names[0], len(every)))


def are_steps(names: Sequence[str]) -> bool:
    """投诉1827件，受理1378件，调解成功849件: what came in, and what came of some of that."""
    return _TAKEN_IN.search(names[0]) is not None and _CAME_OF.search(names[-1]) is not None


def is_state(name: str) -> bool:
    """Tell whether a name says how far a thing has come, short of its end: 在建, 未开工."""
    return _UNDER_WAY.search(name) is not None or _NOT_BEGUN.search(name) is not None


def is_done(name: str) -> bool:
    """Tell whether a name says that a thing has come to its end: 已完工."""
    return _DONE.search(name) is not None and "开工" not in name


@cache
def _rows() -> Mapping[str, list[str]]:
    """Return the rows of COMPLETE by each of their words; most of them are never looked at."""
    found: dict[str, list[str]] = {}
    for row in COMPLETE.split("\n")[1:-1]:
        if row[0] != "#":
            for word in row.replace("/", " ").split():
                if word in found:
                    found[word].append(row)
                else:
                    found[word] = [row]
    return found


@cache
def _groups(word: str, size: int) -> Sequence[Group]:
    """Return the groups of so many parts of which one has this word."""
    return [_parts_of(row) for row in _rows()[word] if row.count(" ") == size - 1]


@cache
def _of_wholes() -> Sequence[tuple[str, Group]]:
    """Return the words of wholes, and the parts that make up what is called so."""
    rows = (row.partition(" ") for row in OF_WHOLES.split("\n")[1:-1])
    return [(word, _parts_of(parts)) for word, _, parts in rows]


def _parts_of(row: str) -> Group:
    return tuple(tuple(part.split("/")) for part in row.split())


def _groups_of(name: str, size: int, shortest: int = 1) -> Iterator[Group]:
    """Yield the groups of so many parts of which one has a word that stands in a name."""
    rows = _rows()
    for start in range(len(name)):
        for end in range(start + shortest, min(start + _LONGEST, len(name)) + 1):
            if (word := name[start:end]) in rows:
                yield from _groups(word, size)


def _each_has_one(names: Sequence[str], group: Group, *, some: bool = False) -> bool:
    """Tell whether every name has a word of another part; 非税收入 has 税收 in it and is 非税.

    some: not all parts need a name, and words of one character do not tell.
    """
    parts = set()
    for name in names:
        fits = [
            place
            for place, words in enumerate(group)
            if any(word in name for word in words if not some or len(word) > 1)
        ]
        if not fits:
            return False
        parts.add(fits[-1])
    return len(parts) == (len(names) if some else len(group))


def _all_ages(names: Sequence[str]) -> bool:
    """Tell whether ages follow each other to the last: 0—14岁, 15—59岁, 60岁及以上."""
    spans = [_AGES.search(name.replace("百岁", "100岁")) for name in names]
    bounds = [(int(s[1]), int(s[2] or s[1]), s[3]) for s in spans if s]
    if len(bounds) < len(names):
        return False
    first, last = bounds[0], bounds[-1]
    # 0-17岁、18-59岁、60岁及以上分别为…: of the last, 分别 leaves its beginning alone
    alone = last[0] == last[1] and not last[2] and not first[0] and len(bounds) > 2
    if last[2] != "上" and not alone:
        return False
    return all(after[0] - before[1] in {0, 1} for before, after in pairwise(bounds))


def _turned(one: str, other: str) -> bool:
    """Tell whether one name has a character's opposite where the other has it: 新派, 续派."""
    return any(
        here in first and there in second and _is_turned(first, here, second, there)
        for here, there in map(tuple, _TURNS)
        for first, second in ((one, other), (other, one))
    )


def _is_turned(first: str, here: str, second: str, there: str) -> bool:
    first, second = first.replace("县域", "县"), second.replace("县域", "县")
    place = first.find(here)
    pairs = (first[place : place + 2], first[max(0, place - 1) : place + 1])
    for pair in pairs:
        turned = pair.replace(here, there)
        if len(pair) > 1 and turned in second:
            one, other = first.replace(pair, ""), second.replace(turned, "")
            return one.endswith(other) or other.endswith(one)  # no 县内流动, 调出县外
    return False


def _opposites(one: str, other: str) -> bool:
    """Tell whether one name denies the other: 合格, 不合格; 风险消除的, 未消除; 受理, 不予受理."""
    one, other = (name.replace("不予", "不").replace("未予", "未") for name in (one, other))
    one, other = one.removeprefix("已"), other.removeprefix("已")  # 已完成处置97件，未完成的17件
    if _DENIALS.isdisjoint(one) and _DENIALS.isdisjoint(other):
        return False
    one, other = one.rstrip("的"), other.rstrip("的")
    for no, yes in ((one, other), (other, one)):  # 非煤工业, 煤炭工业
        kind, noun = no[1:2], no[2:4]
        if no[:1] in _DENIALS and yes[:1] == kind and len(noun) > 1 and noun in yes[1:]:
            return True
        if no[:1] in _DENIALS and len(no) > _NOUN and yes.endswith(no[1:]):
            return True  # 认定问题图斑, 非问题图斑
    ways = [(a, b, word) for a, b in ((one, other), (other, one)) for word in (a[:2], a[-2:])]
    return any(
        no + word in denied and no not in said and not _leads_to(denied, no + word, said)
        for no in _DENIALS
        for said, denied, word in ways
        if word
    )


def _leads_to(denied: str, word: str, said: str) -> bool:
    """不满意件重办, 重办满意; 不合格批次复检, 复检合格: what was done to those, and came of it."""
    done = denied.rpartition(word)[2][-_PAIR:]
    return len(done) == _PAIR and done not in word and said.startswith(done)


def in_degrees(names: Sequence[str]) -> bool:
    """予以公开17件，部分公开13件，不予公开7件: what was done in full stands before these."""
    return names[0].startswith(_IN_PART) and not _DENIALS.isdisjoint(names[-1][:1])


def named(whole: str, names: Sequence[str]) -> bool:
    """Tell whether a whole's words name its parts: 书记信箱、区长信箱来信, of the two boxes.

    Each part shares two characters with its own name there that the others do not have.
    """
    if "以上" in whole and (from_rank := _RANK_UP.search(whole)):
        # 市级以上荣誉25项，其中国家级2项、省级5项、市级18项
        ranks = _RANKS[: 1 + next(at for at, one in enumerate(_RANKS) if from_rank[1] in one)]
        return len(names) == len(ranks) > 1 and _each_has_one(names, ranks)
    if len(names) < _PAIR:
        return False
    if "以上" in whole and _ABOVE.search(names[0]) and _are_graded(whole, names):
        return True
    if len(names) > _PAIR and spelt(whole, names):
        return True
    if any(word in whole and _each_has_one(names, group) for word, group in _of_wholes()):
        return True
    whole = whole.replace("大中型", "大型、中型").replace("中小型", "中型、小型")
    said = _JOINT.split(whole)
    if len(said) == 1 and len(whole) >= 2 * len(names):
        # 干部群众186人，其中干部42人、群众144人: two characters of each, one behind the other
        said = [whole[at : at + 2] for at in range(len(whole) % 2, len(whole), 2)]
        said = [] if said[-len(names)] in _DONE_TO_ALL else said[-len(names) :]
        pairs = zip(names, said, strict=False)
        if not all(name.startswith(own) or len(name) <= _NOUN for name, own in pairs):
            return False  # 接待游客84万人次，其中云岭景区接待16万人次；过夜游客23万人次
    if len(said) != len(names):
        return False
    # 大、中型水库: 大 is short for 大型
    said = [one if len(one) > 1 else one + said[-1][1:2] for one in said]
    return all(
        any(
            pair in names[at] and sum(pair in name for name in names) == 1
            for pair in (one[i : i + 2] for i in range(len(one) - 1))
        )
        for at, one in enumerate(said)
    )


def spelt(whole: str, names: Sequence[str]) -> bool:
    """猪牛羊禽肉总产量, 减税降费及退税缓税: tell whether a character or two stand for each part.

    In their order, and among these nothing that no part has; 税 and 费 are of several.
    """
    owners = [[at for at, name in enumerate(names) if sign in name] for sign in whole]
    own = [place for place, some in enumerate(owners) if len(some) == 1]
    if len(own) < len(names):
        return False
    for first in own:
        met = 0
        for place in range(first, len(whole)):
            some = owners[place]
            if some == [met]:
                met += 1
            elif some != [met - 1] and len(some) < _PAIR and not _JOINT.match(whole[place]):
                break
            if met == len(names):
                return True
    return False


def _are_graded(whole: str, names: Sequence[str]) -> bool:
    """亿元以上项目46个，其中10亿元以上6个、5—10亿元9个、1—5亿元31个: down to the whole's bound."""
    told = [_limits(name) for name in names]
    bound = _limits(whole)
    if len(bound) != 1 or len(told[0]) != 1 or any(len(one) != _PAIR for one in told[1:]):
        return False
    floors = [one[0] for one in told]
    return floors[-1] == bound[0] and all(
        one[1] == above for above, one in zip(floors, told[1:], strict=False)
    )


def _limits(words: str) -> list[Decimal]:
    """Return the amounts of money in words, the smallest first: 5—10亿元, 亿元以上."""
    found: list[Decimal] = []
    scale = ""
    for number, unit in reversed(_MONEY.findall(words)):
        scale = unit or scale
        found.insert(0, Decimal(number or 1) * (10**8 if scale == "亿" else 10**4))
    return sorted(found) if scale else []


def is_rest(name: str) -> bool:
    """Tell whether a part is all that was not named: 其他, 纠纷求助及其他."""
    return "其" in name and _OTHERS.search(name) is not None


def members(words: str) -> int:
    """Return how many parts the words say there are: 3 for 三大景区接待游客, else 0."""
    found = _COUNTED.search(words)
    return numerals.single(found[1]) if found else 0
