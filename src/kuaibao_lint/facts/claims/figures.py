"""Facts → figures: each number of a passage with the part it plays in its sentence."""

from __future__ import annotations

from itertools import pairwise

from kuaibao_lint.facts.claims import complements, measures, phrasings, roles, surroundings, terms
from kuaibao_lint.facts.claims.reckonable import reckonable
from kuaibao_lint.facts.model import within
from kuaibao_lint.facts.periods import months_gone
from kuaibao_lint.later import later
from kuaibao_lint.light_typing import TYPE_CHECKING
from kuaibao_lint.patterns import pattern

if TYPE_CHECKING:
    import re
    from collections.abc import Sequence

    from kuaibao_lint.facts.claims.figure import Figure
    from kuaibao_lint.facts.model import Facts
    from kuaibao_lint.source import Span

# No figure is without one of these; most titles are.
_DIGIT = pattern("[0-9０-９番]")
# Asides say what is meant, and not another figure: 占比（恩格尔系数）31.7%, 870台（套）.
_BLANK = pattern(
    r"[\s*“”‘’\u3000]+|[（(][^（）()0-9，。；：\n]{1,16}[）)]|[（(][Pp]M(?:10|2[.]5)[）)]"
)
_STOPS = "。！？!?"
_BREAK = pattern(r"[。！？!?\n]")
_BLANK_LINE = pattern(r"\n\s*\n")
_SCHOOL_YEAR = pattern("(?:上一?|前一)学年度?")
_PAST = ("上年", "去年", "前年")
_BRACKETS = frozenset("（()）")
_CLOSING = pattern("^[^（(]*[）)]")
_OPENING = pattern("[（(][^）)]*$")
_OPENS = pattern("[^，。；、：:（()）]{0,10}(?:[：:（(](?!其中|包括)|，具体[为是有])")
_JOINS = frozenset("、和与及")
_CHANGES = frozenset(("growth", "delta"))
_WITHIN = frozenset(("其中", "里面", "里头", "里边", "当中"))
# Of an amount, between it and the bracket of its parts, or the colon before them.
_TOLD_OF = frozenset(("share", "growth"))
_TOLD_BEFORE_COLON = frozenset(("share", "growth", "completion"))
_LETTERS = pattern("[TPY]")
_of_then = later("facts.claims.then", "of_then")
# 占预算（预算调整数，下同）的100%: a remark.
_SO_BELOW = pattern("[（(][^（()）0-9]{0,24}下同[)）]")
_SMALL_ONES = pattern("小[（(](?P<rank>[一二])[）)]")  # 小（一）型水库
_SMALL = str.maketrans("TPY", "tpy")
_BETTER = "改善"
_LESS_IS = pattern("浓度|(?:空气|环境|水)[^，；]{0,4}综合指数")
_REACHING = frozenset(("达", "达到", "为", "达到了"))
_MEASURED = frozenset(("level", "average"))
_TO = frozenset("至到—-~～－")
_TAIL = pattern(r"[^0-9，。；：、,;:（）()\r\n]*")
_LAST_YEAR = pattern(
    r"20[0-9]{2}[ ]?年(?:(?:执行|决算|完成|快报|实际)数)?[为是]?[ ]?[0-9.]{1,12}"
    r"[^0-9，；。、（）()]{1,6}[）)]"
)
_NEXT = pattern("已|现[有已]|累计|[共总合]计|完成|实现")
# 新能源车（纯电动加混合动力）占比, 网信占比（来信与网上投诉之和占总量比重）.
_TOGETHER = pattern(
    "[（(](?:含|包括|包含|即|指|为)?(?P<names>[^（）()0-9，。；：、和与及加+＋]{1,8}(?:[、和与及加+＋]"
    "[^（）()0-9，。；：、和与及加+＋]{1,8}?){1,3})(?:之和|合计|相加|[两三四][项类者](?:之和|合计)?)?"
    "(?:占[^（）()0-9，。；：]{0,12})?[）)]"
)
_INCLUDED = pattern("率[（(]含(?P<names>[^（）()0-9，。；：]{2,16})[）)][为达约]{0,2}$")
# 学校（含教学点）227所: what the number counts besides.
_COUNTED_WITH = pattern("[（(](?:含|包括|包含)(?P<what>[^（）()0-9，。；、]{2,8})[）)]$")
_AND = pattern("[、和与及加+＋]")
_LONGEST_TAIL = 12
_BATCH, _CASE = "批", "件"  # in which cases are handed over, and counted
# 3个批次合计, 上述3个乡镇共: how many members a total has, which is told right before it.
_ALL_OF_THESE = frozenset(("", "以上", "上述", "这", "全部"))
_SUMS_UP = pattern("[合共总累]计|共$")
_SO_MANY = "零一两三四五六七八九"
_MOST_MEMBERS = 9
_LONGEST_LIMIT = 8  # characters from a limit to the number of those that it is of
_PASSING = frozenset("过超")
_LIMITING = 2  # characters of 超过
_HAS = 2  # characters of 共有, which names nothing
_RATED = frozenset(("千伏", "伏"))  # of which kind a line or a station is, and no amount
_OF = frozenset(("", "的"))  # what may stand behind 超过100毫米
_NEAR = 9  # characters behind a number in which its clause ends, where the next says of the rest
_LONGEST_GAP = 240  # characters before a number in which its part is looked for
_LONGEST_REMARK = 120  # characters from a number to a remark on it
_LAST_ONE = pattern(
    "上一个?(?P<year>年度?(?!级))(?P<then>P)?|上(?:一个?|个)(?P<window>[月周]|季度)"
)
# 同期 behind these begins a sentence.
_STARTS = frozenset("。；\n")
_WINDOWS = 16  # windows of time before a figure that may be meant: they bound the work


def figures(text: str, facts: Facts, passage: Span) -> list[Figure]:
    """Return the figures of a passage, in order, with their roles."""
    return figures_together([(text, facts, passage)])[0]


def figures_together(passages: Sequence[tuple[str, Facts, Span]]) -> list[list[Figure]]:
    """Return the figures of passages; all are gathered before the first role is asked for."""
    gathered = [
        reckonable(text, facts, passage) if _DIGIT.search(text, *passage) else []
        for text, facts, passage in passages
    ]
    for found, passage in zip(gathered, passages, strict=True):
        if found:
            _give_roles(found, *passage)
    return gathered


def _give_roles(found: Sequence[Figure], text: str, facts: Facts, passage: Span) -> None:
    """Tell what the words of a passage say of its figures."""
    periods = [p.span for p in within(facts.periods, passage)]
    before = passage.start
    sentence = clause = 0
    window = 0
    previous: Figure | None = None
    aside = False
    for one in found:
        start = one.span.start
        raw = text[max(before, start - _LONGEST_GAP) : start]
        if begins := _last_break(raw):
            sentence += 1
            clause += 1
            raw = raw[begins:]
            previous, aside = None, False
            one.item = surroundings.item_of(raw)
        elif "；" in raw or ";" in raw:
            clause += 1
        while window < len(periods) and periods[window].end <= start - len(raw):
            window += 1
        gap = _plain(text, start - len(raw), start, periods, window)
        one.sentence, one.clause = sentence, clause
        _look_around(one, text, raw, gap, previous)
        if (one.kind == "points" and surroundings.PACE.search(one.raw)) or (
            one.role == "delta" and one.basis in terms.YEAR_BEGINS
        ):
            one.months = _months(text, start, periods[max(0, window - _WINDOWS) : window + 1])
        if aside or one.leaves or one.enters:
            aside = _told_beside(one, gap, aside)
        if previous:
            if one.mate and previous.base == _BATCH:
                _of_batches(one, previous)
            _look_back(one, previous)
        before = one.span.end
        previous = one
    _take_remarks(found, text, passage)


def _take_remarks(found: Sequence[Figure], text: str, passage: Span) -> None:
    """Take what the passage says of how amounts were counted, apart from them."""
    for remark in surroundings.COUNTED_TWICE.finditer(text, *passage):
        _remarked(found, remark.start(), some=remark["some"] is not None)
    if text.find("含", *passage) >= 0:
        _carry_older(found, text)
    if text.find("同期", *passage) >= 0:
        _of_then(found)
    if text.find("持平", *passage) >= 0:
        _count_those_that_moved(found)


def _count_those_that_moved(found: Sequence[Figure]) -> None:
    """58种商品中，价格上涨17种、下跌17种、持平24种: so many did, and nothing rose by 17."""
    for at, one in enumerate(found):
        if not (one.joined and one.raw.startswith("持平") and one.value.low == one.value.high):
            continue
        last = one
        for before in reversed(found[:at]):
            if not last.joined or before.base != one.base:
                break
            if before.role == "delta" and not before.compared:
                before.role, before.name = "level", before.raw
            last = before


def _remarked(found: Sequence[Figure], remark: int, *, some: bool) -> None:
    """Note of the amounts before a remark that what they count may be counted twice.

    some: of a list right before it, that it is not all.
    """
    for one in found:
        if some and one.span.end == remark:
            one.remains = True
        elif not some and one.kind == "amount" and 0 <= remark - one.span.end < _LONGEST_REMARK:
            one.carried = True


def _carry_older(found: Sequence[Figure], text: str) -> None:
    """经审查（含上期积存）批准逮捕110人，不批准逮捕40人: more was dealt with than came in.

    受理案件（含旧存）1804件 is all that there was.
    """
    older = came = -1  # the sentence of which a bracket says so, and one of what came in
    for previous, one in pairwise(found):
        words = text[max(previous.span.end, one.span.start - _LONGEST_GAP) : one.span.start]
        if one.view and terms.CAME_IN.search(one.among):
            came = one.sentence  # 收案情况：刑事324件；民商事（含旧存）6480件: all that there was
        doubtful = "含" in words and one.sentence != came
        if doubtful and (said := surroundings.CARRIED_AHEAD.search(words)):
            older = older if terms.CAME_IN.search(said["of"]) else one.sentence
        one.carried |= one.sentence == older and one.kind == "amount"


def _look_back(one: Figure, previous: Figure) -> None:
    """Take what a figure says of the one before it."""
    if one.parts and previous.role == "total":
        _is_whole(previous)
    elif previous.parts and previous.role == "growth" and one.raw in terms.REACHED_BARE:
        one.parts |= one.role == "level"  # 其中税收收入增长9.2%，完成30704万元
    if one.enters and previous.per_head and previous.word and "人口" in one.raw:
        previous.role, previous.name = "average", ""  # 人均GDP为78828元（常住人口40.63万人）
    if previous.kind == one.kind == "amount" and _is_limit(previous, one):
        _take_limit(one, previous)
    elif previous.raw in _ALL_OF_THESE and previous.tail and one.raw.startswith(previous.tail):
        _count_members(one, previous)
    elif previous.role == "other" and previous.parts and not one.parts:
        one.parts, previous.parts = True, False  # 其中10亿元以上项目2个: of the projects
    elif one.raw in terms.LIMITING and one.span.start - previous.span.end == len(one.raw):
        one.role = "other"  # 31个站点中有7个超过100毫米
    if one.raw[-1:] == "、" and one.raw[:-1] == previous.tail and one.base == previous.base:
        _name_behind(one, previous)
    if one.joined and previous.raw.startswith("用于") and not previous.joined:
        # 已使用4574万元，用于民生2693万元、项目1270万元: what money went to is all of it.
        previous.parts |= one.base == previous.base


def _of_batches(one: Figure, batches: Figure) -> None:
    """转办举报件19批201件（来电118件、…）: what the words tell of is the cases."""
    told = batches.role == "level" and one.base == _CASE
    if not told or batches.joined or batches.each or batches.enters:
        return
    one.raw, one.name, one.mate = batches.raw, batches.name, False
    one.parts, one.view, one.among, one.opens = (
        batches.parts, batches.view, batches.among, batches.opens
    )
    batches.role, batches.parts, batches.view = "other", False, False


def _count_members(total: Figure, count: Figure) -> None:
    """签约10个，开工15个，投产11个，3个批次合计36个: how many there are is no more of them."""
    many = int(count.amount) if count.value.low == count.value.high else 0
    if not 1 < many <= _MOST_MEMBERS or _SUMS_UP.search(total.raw) is None:
        return
    count.role, count.mate = "other", False
    total.raw = f"{_SO_MANY[many]}{count.unit}{total.raw}"
    if total.role == "total":
        total.count = many


def _name_behind(one: Figure, previous: Figure) -> None:
    """其中783个续建项目、528个新开工项目: each goes by what stands behind its number."""
    if one.role != "level" or not one.tail:
        return
    one.raw, one.joined = one.tail, True
    one.name = measures.name(one.raw)
    if previous.role == "level" and (len(previous.raw) <= _HAS or previous.raw[-1] in "有共"):
        previous.raw = previous.tail
        previous.name = measures.name(previous.raw)


def _is_limit(limit: Figure, one: Figure) -> bool:
    """30万元以上的村5个, 超过100毫米的7个: tell whether an amount only says which are counted.

    10万元至30万元的村108个, 35千伏项目5个.
    """
    words = one.raw
    if limit.base == one.base or len(words) > _LONGEST_LIMIT:
        return False
    if words[:2] in terms.BOUNDS:
        # 丙乡9名，以上3个乡镇: a mark between them, which ends what 9 is of
        return bool(limit.tail) or one.span.start - limit.span.end != len(words) + 1
    if words in _OF and limit.raw.endswith(terms.LIMITING):
        return True
    if words[:1] == "的" and limit.raw[-1:] in _PASSING:
        return True  # 年收入过10万元的村达到47个
    ranging = limit.role == "other" and limit.raw[-1:] in _TO and limit.raw[:1].isdigit()
    return (ranging or limit.base in _RATED) and limit.tail == words


def _take_limit(one: Figure, limit: Figure) -> None:
    """Make a limit part of the name of what is counted, which stands where the limit does."""
    beyond = limit.raw if limit.raw[-1:] in _TO else limit.raw[-_LIMITING:]
    if one.raw[:2] in terms.BOUNDS or limit.base in _RATED:
        beyond = ""
    if not one.raw and one.role == "other":
        one.role = "level"  # 10万至50万元89个
    one.raw = f"{beyond}{limit.digits}{limit.unit}{one.raw}"
    one.name = one.raw if one.role == "level" else one.name
    one.parts |= limit.parts
    one.view |= limit.view
    one.enters |= limit.enters
    one.opens |= limit.opens
    one.joined |= limit.joined
    one.count = one.count or limit.count
    limit.role, limit.parts, limit.view = "other", False, False
    limit.enters = limit.opens = limit.joined = False


def _taken_together(words: str) -> tuple[str, ...]:
    """新能源车（纯电动加混合动力）占: return the names in a bracket of a share's clause."""
    if "）" not in words and ")" not in words:
        return ()
    found = _TOGETHER.search(words.rpartition("，")[2])
    return tuple(_AND.split(found["names"])) if found else ()


def _is_bare_share(one: Figure, text: str, previous: Figure) -> bool:
    """女性147名（39.4%）: a percentage alone in a bracket may be the share of a part."""
    end = one.span.end
    bare = one.kind == "percent" and one.role == "other" and text[end : end + 1] in _BRACKETS
    return bare and previous.role == "level"


def _included(words: str) -> tuple[str, ...]:
    """办结率（含阶段性办结）97%: return what a bracket right before a rate says is counted too."""
    found = _INCLUDED.search(words)
    return tuple(_AND.split(found["names"])) if found else ()


def _told_beside(one: Figure, gap: str, aside: bool) -> bool:
    """同比（事故13起、死亡2人）: what such a bracket tells is of another time.

    aside: the figure before is in such a bracket. Return whether this one is.
    """
    if one.leaves or one.enters:
        before = gap[: max(gap.rfind("（"), gap.rfind("("))] if one.enters else ""
        aside = surroundings.BESIDE.search(before) is not None
    if aside and one.role == "level" and not one.parts and not one.raw.startswith(terms.SOME_OF):
        one.role, one.word = "base", "beside"
    return aside


def _months(text: str, end: int, windows: Sequence[Span]) -> tuple[int, ...]:
    """Return how many months had gone at the end of the windows before a place, the last first."""
    gone = [months_gone(one.of(text)) for one in reversed(windows) if one.end <= end]
    return tuple(dict.fromkeys(number for number in gone if number))


def _last_break(words: str) -> int:
    """Return where the last sentence of the words begins; 0 where they are of one sentence."""
    if _BREAK.search(words) is None:
        return 0
    ends = max(map(words.rfind, _STOPS)) + 1
    if "\n" in words:
        ends = max([ends, *(found.end() for found in _BLANK_LINE.finditer(words))])
    return ends


def _is_whole(total: Figure) -> None:
    """提案共计13件，其中：…: the whole of what follows, and not the sum of what went before."""
    name = measures.name(total.raw)
    if name and total.count < 2:
        total.role, total.name = "level", name


def _look_around(
    one: Figure, text: str, words: str, gap: str, previous: Figure | None
) -> None:
    """Take what the words before and behind a figure say of it.

    words: those before it. gap: the same without blanks.
    """
    _look_behind(one, text)
    if gap[:1] == "/":
        gap = surroundings.PER_UNIT.sub("", gap)
    _judge(one, gap, previous)
    if one.role == "share":
        one.sum_of = _taken_together(words)
    elif gap in _BRACKETS and previous and _is_bare_share(one, text, previous):
        one.role = "share"
    elif one.kind == "amount" and words[-1:] in _BRACKETS:
        with_these = _COUNTED_WITH.search(words)
        one.sum_of = (with_these["what"],) if with_these else ()
    elif one.role == "rate" and words[-1:] in _BRACKETS:
        one.sum_of = _included(words)
        if not one.sum_of and surroundings.RATED_SO.search(words):
            one.carried |= surroundings.MEASURED_BEHIND.search(words) is None
    if one.parts or one.view:
        # 按类型分（一件涉及多类的分别计算），大气37件
        start = one.span.start
        again = surroundings.COUNTED_AGAIN.search(text, start - len(words), start)
        one.carried |= again is not None
        first = surroundings.FIRST_ITEM.search(words)
        one.item = surroundings.item_of(words[first.end() :]) if first else one.item
    if one.carried and (terms.CAME_IN.search(one.raw) or terms.FUNDS_IN_ALL.search(one.raw)):
        # 受理8859件（含旧存330件）: all that there was to be dealt with
        one.carried = surroundings.TAKES_IN.match(text, one.span.end) is None


def _look_behind(one: Figure, text: str) -> None:
    """Take what the words behind a figure say of it."""
    end = one.span.end
    one.tail = _tail(text, end)
    if text[end : end + 1] in _BRACKETS:
        said = surroundings.RECKONED_BY if one.kind == "percent" else surroundings.CARRIED
        one.carried = (surroundings.CARRIED.match(text, end) or said.match(text, end)) is not None
        also = surroundings.ALSO_COUNTED.match(text, end)
        one.also = also["units"] if also else ""
    one.remains = one.tail == "等"  # 转贷收入20386万元等，收入总计…
    near = text[end : end + _NEAR]
    if "平" in near or "不" in near:
        one.unmoved = not one.amount or surroundings.UNMOVED.search(near) is not None
    if "，" in near or "；" in near:
        one.remains = one.remains or surroundings.REMAINS.match(text, end) is not None


def _tail(text: str, start: int) -> str:
    """Return the words behind a number that are its own: 68个专项债项目, and not 已开工48个."""
    found = _TAIL.match(text, start, start + _LONGEST_TAIL)
    words = found[0] if found else ""
    runs_on = text[start + len(words) : start + len(words) + 1].isdigit()
    return _NEXT.split(words, maxsplit=1)[0] if runs_on else words


def _plain(text: str, start: int, end: int, periods: Sequence[Span], window: int) -> str:
    """Return the words from start to end, blanks left out, windows of time as letters."""
    pieces, at = [], start
    while window < len(periods) and periods[window].start < end:
        period = periods[window]
        window += 1
        pieces.append(_latin(text[at : max(at, period.start)]))
        named = text[period.start : period.end]
        before = text[period.start - 1 : period.start]
        if before in _BRACKETS and _LAST_YEAR.match(text, period.start):
            pieces.append("Y")  # 增长3.5%（2024年执行数71.7亿元）
        elif named == "同期" and before in _STARTS:
            # 同期进出口总值13亿元 is of the time that was told of; 同期为13亿元 is a year ago.
            pieces.append("T" if surroundings.NAMED.match(text, period.end) else "P")
        else:
            pieces.append(named if named in surroundings.OTHER_BASES else _letter(named))
        at = min(end, period.end)
    pieces.append(_latin(text[at:end]))
    words = "".join(pieces).replace("\n", "，")
    if "下同" in words:
        words = _SO_BELOW.sub("", words)
    if "小（" in words or "小(" in words:
        words = _SMALL_ONES.sub(r"小\g<rank>", words)
    if "率（" in words or "率(" in words:
        words = surroundings.MEASURED_BEHIND.sub(r"按\g<what>计\g<rate>", words)
    words = _BLANK.sub("", words)
    if "上一" in words or "上个" in words:
        words = _LAST_ONE.sub(_last_one, words)
    if "Y同月" in words:
        words = words.replace("Y同月", "P")  # 比去年同月的7357万千瓦时增长7.6%
    return _SCHOOL_YEAR.sub("Y", words) if "学年" in words else words


def _last_one(found: re.Match[str]) -> str:
    """上一年同期, 上一年度; 上个月, 上一季度: what is said in a character less as well."""
    if found["year"]:
        return "P" if found["then"] else "Y"
    return f"上{found['window']}"


def _latin(words: str) -> str:
    """PM2.5, PPP项目: no letter of a text stands for a window of time."""
    if _LETTERS.search(words) is None:
        return words
    return words.replace("GDP", "生产总值").translate(_SMALL)


def _letter(window: str) -> str:
    """Return what stands for a window of time: T, of a year earlier P, for all of that year Y."""
    if "同期" in window:
        return "P"
    return "Y" if window.startswith(_PAST) else "T"


def _judge(one: Figure, gap: str, previous: Figure | None) -> None:
    """Find the figure's role from the words between the number before and this one."""
    _place(one, gap, previous)
    clauses = [c for c in phrasings.CLAUSE.split(gap) if c] if gap else []
    local = clauses[-1] if clauses and not gap.endswith(("，", ",", "；", "：")) else ""
    reaching = one.kind == "percent" and local in _REACHING and len(clauses) > 1
    if reaching and surroundings.HIGHEST.search(clauses[-2]):
        local = surroundings.HIGHEST.sub("", clauses[-2])  # 占总数的比重最高，达40%
    local = local[2:] if local[:2] in _WITHIN else local
    local = surroundings.without_number(_as_fall(local.lstrip("、和与及—"), previous))
    if one.leaves and previous and previous.outside and gap.endswith(("）", ")")):
        local = previous.outside  # 日均办件（按23个工作日计）897件
    one.raw = local
    if one.enters and len(clauses) > 1 and local.startswith("按"):
        one.outside = clauses[-2]
    if one.kind == "amount" and not one.base and (said := surroundings.PEOPLE.match(one.tail)):
        one.base, one.raw = "人", one.raw + said[0]  # 按53.4万常住人口计
        one.tail = one.tail[said.end() :]
    one.each = phrasings.EACH.search(local) is not None
    if previous and one.kind == previous.kind and surroundings.LISTED.match(gap):
        roles.continue_list(one, gap, previous)
    elif previous and gap in _TO and previous.base in {one.base, ""} and _is_end(previous):
        previous.role = "other"  # 800元至2000元, 1万至5万千瓦
        one.raw = f"{previous.digits}{previous.unit}{gap}"
    elif judge := roles.JUDGES.get(one.kind):
        earlier = clauses[-2] if len(clauses) > 1 else ""
        judge(one, gap, previous, earlier)
        if one.joined and previous and previous.each and one.role == previous.role in _CHANGES:
            one.each = True  # 分别下降1.3%、增长2.8%: each with a verb of its own
    if one.each and not one.listed and (one.kind == "amount" or one.role == "rate"):
        roles.name_members(one)


def _as_fall(words: str, previous: Figure | None) -> str:
    """PM2.5平均浓度31微克，同比改善9.9%: what is better is less."""
    better = words[-2:] == _BETTER and previous is not None and _LESS_IS.search(previous.raw)
    return f"{words[:-2]}下降" if better else words


def _is_end(one: Figure) -> bool:
    """Tell whether an amount may be the lower end of a range: …89个，50万至100万元34个."""
    return one.role in _MEASURED or (one.role == "other" and one.listed and not one.base)


def _place(one: Figure, gap: str, previous: Figure | None) -> None:
    """Tell how the words join the figure to the number before: 其中, a bracket, A、B.

    Whether a wording's characters are there is looked at before the wording: most gaps have none.
    """
    like = previous is not None and previous.kind == one.kind
    if len(gap) > 1:
        if surroundings.PARTS_MARKS.search(gap):
            said = surroundings.PARTS.search(gap)
            ended = said is not None and surroundings.PARTS_ENDED.search(gap, said.end())
            one.parts = said is not None and not ended
            one.untold = previous is None and surroundings.OF_THE_UNTOLD.search(gap) is not None
        if "中" in gap and like and one.kind == "amount" and surroundings.AMONG.search(gap):
            one.parts = True
        if ("中" in gap or "：" in gap) and (said := surroundings.AMONGST.search(gap)):
            one.among = said["whole"]
        if surroundings.VIEW_MARKS.search(gap):
            one.view = surroundings.VIEW.search(gap) is not None
            one.mainly = "主" in gap and surroundings.MAINLY.search(gap) is not None
            if one.view and ("因" in gap or "情" in gap):
                said = surroundings.CAUSED.search(gap)
                one.among = (said["whole"] or said["doing"]) if said else one.among
            if one.view and not surroundings.SOME_OF_THEM.search(gap):
                one.count = complements.members(gap)  # 分属三个行业：…
    if "（" in gap or "）" in gap or "(" in gap or ")" in gap:
        one.leaves = _CLOSING.search(gap) is not None
        one.enters = _OPENING.search(gap) is not None
    one.joined = gap[:1] in _JOINS
    # 人员支出1049万元，占65.8%（在职938万元、退休111万元）
    mark, between = ("（(", _TOLD_OF) if one.enters else ("：:", _TOLD_BEFORE_COLON)
    told = previous is not None and previous.role in between
    behind = like or (told and one.kind == "amount" and gap[:1] in mark)
    one.opens = behind and _OPENS.match(gap) is not None
