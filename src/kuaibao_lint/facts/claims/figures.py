"""Facts → figures: each number of a passage with the part it plays in its sentence."""

from __future__ import annotations

from kuaibao_lint.facts import numerals
from kuaibao_lint.facts.claims import compared, complements, measures, phrasings, terms
from kuaibao_lint.facts.claims.figure import Figure, figure, number_figure, ratio_figure
from kuaibao_lint.facts.model import Ratio, within
from kuaibao_lint.facts.periods import months_gone
from kuaibao_lint.light_typing import TYPE_CHECKING
from kuaibao_lint.patterns import pattern

if TYPE_CHECKING:
    import re
    from collections.abc import Callable, Mapping, Sequence

    from kuaibao_lint.facts.model import Facts, Number, Quantity
    from kuaibao_lint.source import Span

# No figure is without one of these; most titles are.
_DIGIT = pattern("[0-9０-９番]")
# Asides say what is meant, and not another figure: 占比（恩格尔系数）31.7%, 870台（套）.
_BLANK = pattern(r"[\s*“”‘’\u3000]+|[（(][^（）()0-9，。；：\n]{1,16}[）)]")
_STOPS = "。！？!?"
_BLANK_LINE = pattern(r"\n\s*\n")
_CLAUSE = pattern(r"[，,；;：:（(）)\n]")
_PAST = ("上年", "去年", "前年")
_BRACKETS = frozenset("（()）")
_CLOSING = pattern("^[^（(]*[）)]")
_OPENING = pattern("[（(][^）)]*$")
_OPENS = pattern("[^，。；、：:（()）]{0,10}[：:（(]")
_JOINS = frozenset("、和与及")
_REACHING = frozenset(("达", "达到", "为", "达到了"))
_DIGITS = pattern("[0-9０-９.．,]+")
_MOVES = {"to": "level", "from": "base"}
_TO = frozenset("至到—-~～－")
_TIMES = frozenset(("倍", "番"))
_TAIL = pattern(r"[^0-9，。；：、,;:（）()\r\n]*")
_LAST_YEAR = pattern(
    "20[0-9]{2}年(?:(?:执行|决算|完成|快报|实际)数)?[为是]?[0-9.]{1,12}[^0-9，；。、（）()]{1,4}[）)]"
)
_NEXT = pattern("已|现[有已]|累计|[共总合]计|完成|实现")
_RATES = ("率", "进度")
_MEETS = ("完成", "完成T", "完成全年", "完成年度", "完成市定", "完成省定", "完成县定")
_LONGEST_RATIO = 64
_LONGEST_TAIL = 12
_LONGEST_GAP = 240  # characters before a number in which its part is looked for

# Behind these, an amount may be the whole of a share; 同期 behind these begins a sentence.
_WHOLE_BEFORE = frozenset(("占", "约占", "占全部", "占全县", "占全市", "占总"))
_STARTS = frozenset("。；\n")


def figures(text: str, facts: Facts, passage: Span) -> list[Figure]:
    """Return the figures of a passage, in order, with their roles."""
    if _DIGIT.search(text, *passage) is None:
        return []
    found = _numbers(text, facts, passage)
    periods = [p.span for p in within(facts.periods, passage)]
    before = passage.start
    sentence = clause = 0
    window = 0
    previous: Figure | None = None
    for one in found:
        start = one.span.start
        raw = text[max(before, start - _LONGEST_GAP) : start]
        if begins := _last_break(raw):
            sentence += 1
            clause += 1
            raw = raw[begins:]
            previous = None
        elif "；" in raw or ";" in raw:
            clause += 1
        while window < len(periods) and periods[window].end <= start - len(raw):
            window += 1
        gap = phrasings.PER_UNIT.sub("", _plain(text, start - len(raw), start, periods, window))
        one.sentence, one.clause = sentence, clause
        one.tail = _tail(text, one.span.end)
        one.carried = phrasings.CARRIED.match(text, one.span.end) is not None
        one.remains = phrasings.REMAINS.match(text, one.span.end) is not None
        _judge(one, gap, previous)
        if one.kind == "points" and phrasings.PACE.search(one.raw):
            gone = [months_gone(p.of(text)) for p in periods[: window + 1] if p.end <= start]
            one.months = tuple(dict.fromkeys(n for n in reversed(gone) if n))
        if one.parts and previous and previous.role == "total":
            _is_whole(previous)
        if previous and previous.role == "other" and previous.parts and not one.parts:
            one.parts, previous.parts = True, False  # 其中10亿元以上项目2个: of the projects
        before = one.span.end
        previous = one
    return found


def _last_break(words: str) -> int:
    """Return where the last sentence of the words begins; 0 where they are of one sentence."""
    ends = max(map(words.rfind, _STOPS)) + 1
    if "\n" in words:
        ends = max([ends, *(found.end() for found in _BLANK_LINE.finditer(words))])
    return ends


def _is_whole(total: Figure) -> None:
    """提案共计13件，其中：…: the whole of what follows, and not the sum of what went before."""
    name = measures.name(total.raw)
    if name and total.count < 2:
        total.role, total.name = "level", name


def _tail(text: str, start: int) -> str:
    """Return the words behind a number that are its own: 68个专项债项目, and not 已开工48个."""
    found = _TAIL.match(text, start, start + _LONGEST_TAIL)
    words = found[0] if found else ""
    runs_on = text[start + len(words) : start + len(words) + 1].isdigit()
    return _NEXT.split(words, maxsplit=1)[0] if runs_on else words


def _numbers(text: str, facts: Facts, passage: Span) -> list[Figure]:
    """Return what may be reckoned with: no range, no number in words, no age and no grade."""
    quantities, numbers = within(facts.quantities, passage), within(facts.numbers, passage)
    found: list[Figure] = [
        figure(text, "times" if fact.base in _TIMES else "amount", fact)
        for fact in quantities
        if (not fact.words or fact.base == "番")
        and fact.upper is None
        and (fact.base not in terms.UNMEASURED or _moves(text, fact))
    ]
    found += [
        figure(text, "points" if fact.points else "percent", fact)
        for fact in within(facts.percents, passage)
        if not fact.words and fact.upper is None
    ]
    found += [
        ratio_figure(text, ratio)
        for ratio in within(facts.ratios, passage)
        if len(ratio.parts) >= 3 or ratio.parts[1] == 1
    ]
    found += [
        number_figure(text, number, to_hundred=terms.TO_HUNDRED in ratio[0])
        for number in numbers
        if (ratio := phrasings.RATIO.search(_words_before(text, number.span.start)))
    ]
    found.sort(key=lambda one: one.span.start)
    bare: list[Number | Quantity] = [*numbers]
    bare += [one for one in quantities if not one.base and not one.approx]
    if found and bare:
        _share_units(text, bare, found)
    return found


def _share_units(text: str, bare: Sequence[Number | Quantity], found: list[Figure]) -> None:
    """三镇分别改造120、85和96户: the unit of the last is that of all."""
    units = {one.span.start: one for one in found}
    for one in sorted(bare, key=lambda one: one.span.start, reverse=True):
        last = units.get(one.span.end + 1)
        if last is None or text[one.span.end] not in _JOINS or last.approx:
            continue
        if phrasings.EACH.search(_words_before(text, one.span.start).rpartition("，")[2]) is None:
            continue
        if made := _like(text, one.span, last):
            units[one.span.start] = made
    found[:] = [units[start] for start in sorted(units)]


def _like(text: str, span: Span, last: Figure) -> Figure | None:
    """Return the figure of a number with the unit of another, None where that has none to share."""
    printed_as = _DIGITS.match(text, span.start, span.end)
    if printed_as is None:
        return None
    value, ulp = numerals.decimal(printed_as[0])
    fact = last.fact
    if isinstance(fact, Ratio) or fact.upper is not None:
        return None
    made = figure(text, last.kind, fact._replace(span=span, value=value, ulp=ulp))
    made.unit = last.unit
    return made


def _words_before(text: str, end: int) -> str:
    return text[max(0, end - _LONGEST_RATIO) : end]


def _moves(text: str, fact: Quantity) -> bool:
    """由15个工作日压缩至5个工作日: how long a thing takes is a measure where it changes."""
    before = text[max(0, fact.span.start - 8) : fact.span.start]
    return fact.base in terms.LASTING and phrasings.MOVES.search(before) is not None


def _plain(text: str, start: int, end: int, periods: Sequence[Span], window: int) -> str:
    """Return the words from start to end, blanks left out, windows of time as letters."""
    pieces, at = [], start
    while window < len(periods) and periods[window].start < end:
        period = periods[window]
        window += 1
        pieces.append(text[at : max(at, period.start)])
        named = text[period.start : period.end]
        before = text[period.start - 1 : period.start]
        if before in _BRACKETS and _LAST_YEAR.match(text, period.start):
            pieces.append("Y")  # 增长3.5%（2024年执行数71.7亿元）
        elif named == "同期" and before in _STARTS:
            # 同期进出口总值13亿元 is of the time that was told of; 同期为13亿元 is a year ago.
            pieces.append("T" if phrasings.NAMED.match(text, period.end) else "P")
        else:
            pieces.append(named if named in phrasings.OTHER_BASES else _letter(named))
        at = min(end, period.end)
    pieces.append(text[at:end])
    return _BLANK.sub("", "".join(pieces).replace("\n", "，"))


def _letter(window: str) -> str:
    """Return what stands for a window of time: T, of a year earlier P, for all of that year Y."""
    if "同期" in window:
        return "P"
    return "Y" if window.startswith(_PAST) else "T"


def _judge(one: Figure, gap: str, previous: Figure | None) -> None:
    """Find the figure's role from the words between the number before and this one."""
    _place(one, gap, previous)
    clauses = [c for c in _CLAUSE.split(gap) if c] if gap else []
    local = clauses[-1] if clauses and not gap.endswith(("，", ",", "；", "：")) else ""
    reaching = one.kind == "percent" and local in _REACHING and len(clauses) > 1
    if reaching and phrasings.HIGHEST.search(clauses[-2]):
        local = phrasings.HIGHEST.sub("", clauses[-2])  # 占总数的比重最高，达40%
    local = local.removeprefix("其中").lstrip("、和与及")
    one.raw = local
    one.each = phrasings.EACH.search(local) is not None
    if previous and one.kind == previous.kind and phrasings.LISTED.match(gap):
        _continue(one, gap, previous)
    elif previous and gap in _TO and one.base == previous.base and previous.role == "level":
        previous.role = "other"  # 800元至2000元
    elif judge := _JUDGES.get(one.kind):
        earlier = clauses[-2] if len(clauses) > 1 else ""
        judge(one, gap, previous, earlier)
        if one.joined and previous and previous.each and one.role == previous.role == "growth":
            one.each = True  # 分别下降1.3%、增长2.8%: each with a verb of its own
    if one.each and not one.listed and (one.kind == "amount" or one.role == "rate"):
        _name_members(one)


def _place(one: Figure, gap: str, previous: Figure | None) -> None:
    """Tell how the words join the figure to the number before: 其中, a bracket, A、B.

    Whether a wording's characters are there is looked at before the wording: most gaps have none.
    """
    like = previous is not None and previous.kind == one.kind
    if len(gap) > 1:
        if not phrasings.PARTS_MARKS.isdisjoint(gap):
            one.parts = phrasings.PARTS.search(gap) is not None
        if like and one.kind == "amount" and phrasings.AMONG.search(gap):
            one.parts = True
        if "中" in gap and (said := phrasings.AMONGST.search(gap)):
            one.among = said["whole"]
        if not phrasings.VIEW_MARKS.isdisjoint(gap):
            one.view = phrasings.VIEW.search(gap) is not None
    if not _BRACKETS.isdisjoint(gap):
        one.leaves = _CLOSING.search(gap) is not None
        one.enters = _OPENING.search(gap) is not None
    one.joined = gap[:1] in _JOINS
    one.opens = like and _OPENS.match(gap) is not None


def _name_members(one: Figure) -> None:
    """国家级、省级、市级分别为8家、22家和60家: each number has a name."""
    names = phrasings.MEMBERS.split(one.raw.partition("分别")[0])
    if len(names) < 2 or (one.role == "rate" and not all(map(_is_rate, names))):
        return
    one.members = tuple(names)
    one.raw = names[0]
    if one.role == "rate":  # 履约率、开工率分别为84%、71%: each of what its own name says
        one.word, one.each = _rate_of(one.raw), False


def _is_rate(name: str) -> bool:
    return name.endswith(_RATES)


def _rate_of(name: str) -> str:
    return name.removesuffix("率").removesuffix("进度")


def _judge_amount(one: Figure, gap: str, previous: Figure | None, earlier: str) -> None:
    one.role = "level"
    if "序时" in one.raw:
        one.role = "other"  # 较序时进度3.07亿元超收0.08亿元
        return
    if one.approx in terms.BOUNDS and one.tail:
        one.role = "other"  # 50亩以上经营面积: says of what, and not how much
        return
    if one.tail.startswith(phrasings.COMPARES):
        found = phrasings.AGAINST.search(one.raw)
        one.role, one.name = "base", measures.name(_group(one, found, "own")) if found else ""
        return
    if not phrasings.AMOUNT_MARKS.isdisjoint(one.raw):
        _fit(one, phrasings.AMOUNT)
    if one.role == "average":
        one.rounded()
    if one.role == "average" and phrasings.PER_HEAD.search(one.raw):
        one.per_head = True
        by = previous.raw if previous and previous.tail.startswith("计") else earlier
        if not phrasings.BY_PEOPLE.search(by):
            one.role = "level"
    if one.role == "level":
        _judge_level(one, _rest(gap, previous), earlier)


def _judge_level(one: Figure, rest: str, earlier: str) -> None:
    """An amount that no wording gives another role: a level, a plan, or what it is more than."""
    if phrasings.THAN.search(one.raw) and phrasings.THAN_MOVED.match(one.tail):
        one.role, one.word = "base", "than"
        return
    one.name = rest + (measures.name(one.raw) or measures.name(earlier))
    meant = phrasings.MEANT.search(_hide_accounts(one.raw)) is not None
    meant = meant or (one.raw.endswith(_MEETS) and phrasings.TASK.match(one.tail) is not None)
    if meant and not one.raw.endswith(terms.MISSING):
        one.role = "plan"


def _rest(gap: str, previous: Figure | None) -> str:
    """其余7个乡镇完成8.69亿元: what 其余 is said of the second number too."""
    if previous is None or not complements.is_rest(previous.raw) or _CLAUSE.search(gap):
        return ""
    return previous.raw[:2] if gap else ""


def _judge_percent(one: Figure, gap: str, previous: Figure | None, _earlier: str) -> None:
    if previous and previous.kind == "amount" and phrasings.PAIRING.match(gap):
        _pair(previous, one)
    elif previous and previous.kind == "amount" and phrasings.PLANNED.search(gap):
        previous.role = "plan"
        previous.word, one.role = "目标", "completion"
    elif previous and previous.raw in _WHOLE_BEFORE and phrasings.OF_WHOLE.match(gap):
        previous.role, one.role = "whole", "share"  # 占66万起火灾的31.4%
        previous.name = one.word = gap.removesuffix("的")
    elif previous and previous.role == "share" and complements.is_rest(one.raw):
        one.role, one.name, one.word = "share", one.raw, previous.word  # 其他类0.01%
    elif previous and previous.role == "delta" and gap in phrasings.RATED:
        one.role, one.sign, one.basis = "growth", previous.sign, previous.basis
    elif role := compared.role_of(one, gap, previous):
        compared.play(one, role)
    elif gap.startswith(tuple(terms.BOUNDS)):
        one.role = "other"  # 50万元以上村占比51%: the number before is part of the name
    else:
        _fit(one, phrasings.PERCENT)
        if one.role == "share" and phrasings.FOREMOST.search(gap):
            one.role = "other"  # 居前三位的是乙肝、梅毒和痢疾，占82%: of what was not told
        goes_on = one.role == "growth" and not (one.compared or one.name)
        if goes_on and previous and _is_of_other(previous):
            one.role = "other"  # 按同口径减少64万元，下降5.2%: both are comparable, not nominal


def _is_of_other(change: Figure) -> bool:
    """Tell whether a change is not of the level named before it: 同比多增, 按同口径减少."""
    return change.role in {"more", "lately"} or (change.role == "other" and change.compared != "")


def _judge_points(one: Figure, _gap: str, _previous: Figure | None, _earlier: str) -> None:
    one.role = "points"
    _fit(one, phrasings.POINTS)


def _judge_times(one: Figure, gap: str, previous: Figure | None, _earlier: str) -> None:
    if one.base == "番":
        one.role, one.sign = "growth", 1
        return
    if one.unit in {":1", ""}:
        _judge_ratio_to_one(one, gap, previous)
        return
    _fit(one, phrasings.TIMES)
    if previous and gap == "的" and previous.kind == "amount":
        previous.role, previous.name = "base", ""


def _judge_ratio_to_one(one: Figure, gap: str, previous: Figure | None) -> None:
    """城乡收入比由上年同期的1.99:1下降为1.96:1: the first was, the second is."""
    one.word = gap
    if phrasings.RATIO_BEFORE.search(one.raw):
        return
    one.role = "rate"
    if previous and previous.kind == "times" and previous.role == "other":
        one.word = previous.word


def _judge_ratio(one: Figure, gap: str, _previous: Figure | None, _earlier: str) -> None:
    one.structure = phrasings.STRUCTURE.search(gap) is not None


_JUDGES: Mapping[str, Callable[[Figure, str, Figure | None, str], None]] = {
    "amount": _judge_amount,
    "percent": _judge_percent,
    "points": _judge_points,
    "times": _judge_times,
    "ratio": _judge_ratio,
}


def _continue(one: Figure, gap: str, previous: Figure) -> None:
    """A number that continues a list plays the part of the one before it."""
    one.listed = True
    one.role, one.word, one.sign = previous.role, previous.word, previous.sign
    if one.role == "share":
        previous.each = True  # 分别种植9万亩、6万亩，占总面积的30%、20%
    one.basis, one.each = previous.basis, previous.each
    if one.role in {"rate", "completion"} and one.kind == "percent":
        _continue_rates(one, previous)
    if one.kind == "amount":
        repeated = previous.each and previous.role in {"level", "base", "delta"}
        repeated = repeated or (previous.role in {"base", "delta"} and one.base != previous.base)
        one.role = previous.role if repeated else "other"
        if previous.members[1:]:
            one.members = previous.members[1:]
            one.raw = one.members[0]
        mates = one.base != previous.base and gap in phrasings.MATED and not previous.each
        if previous.role == "level" and mates:
            one.role, one.mate = "level", True
        elif one.role in {"base", "delta"} and one.base != previous.base:
            one.mate = True


def _continue_rates(one: Figure, previous: Figure) -> None:
    """完成率为63.6%和90.9%: of two things; 履约率、开工率分别为84%、71%: two rates."""
    if not previous.members:
        previous.each = one.each = True
    elif previous.members[1:]:
        one.members = previous.members[1:]
        one.raw = one.members[0]
        one.word = _rate_of(one.raw)


def _hide_accounts(words: str) -> str:
    if "预算" not in words:
        return words
    return phrasings.ACCOUNT.sub(lambda found: "·" * len(found[0]), words)


def _fit(one: Figure, table: tuple[tuple[str, re.Pattern[str]], ...]) -> None:
    """Give the figure the role of the first wording that fits the words before it."""
    hidden = _hide_accounts(one.raw)
    for role, wording in table:
        if role == "delta" and hidden.endswith("的"):
            continue  # 产值增长的165家: a number of those that grew
        if found := wording.search(hidden):
            _play(one, role, found)
            return


def _pair(amount: Figure, percent: Figure) -> None:
    """占年初预算10065万元的43.2%, 占固定资产投资9000万元的12%: the amount is plan or whole."""
    hidden = _hide_accounts(amount.raw)
    for role, result, wording in phrasings.PAIRED:
        if found := wording.search(hidden):
            own = measures.name(_group(amount, found, "own"))
            amount.role, amount.word = role, _group(amount, found, "plan")
            percent.role = result
            if role == "base":  # 为2019年230.1万人次的93.6%
                amount.word, amount.name = "than", ""
            if role == "whole":
                amount.name = percent.word = _group(amount, found, "whole")
                percent.name = own
            return


def _play(one: Figure, role: str, found: re.Match[str]) -> None:
    """Give the figure a role, and what the wording says besides."""
    one.role = role
    if role in {"growth", "delta", "beyond"}:
        _change(one, _group(one, found, "own"), found["dir"])
    elif role in _MOVES and one.kind == "amount":
        moves = role == "to" or not one.tail or phrasings.MOVING.search(one.tail)
        one.role, one.word = (_MOVES[role], role) if moves else ("level", "")
    elif role == "share":
        one.word = _group(one, found, "whole").removeprefix("比").rstrip("的")
        one.name = measures.name(_group(one, found, "own"))
    elif role == "average":
        one.word = found["per"]
    elif role == "total":
        counted = found["count"] or found["sum"] or "一"
        one.count = "一二三四五六七八".find(counted.replace("两", "二")) + 1
    elif role == "than":
        one.role, one.word = "base", "than"
    elif role == "pace":
        compared.play(one, "before")
        one.sign = one.sign or 1
    elif role in {"points", "versus", "more", "lately"}:
        falls = phrasings.FALL | phrasings.LESS
        one.sign = 1 if falls.isdisjoint(found["dir"]) else -1
        one.word = _group(one, found, "other")
    else:
        one.word = _group(one, found, "plan") or _group(one, found, "stem")
        if role == "base":
            own = _group(one, found, "own")
            one.name = "" if own in {"同", "环", "对"} else measures.name(own)
            other = phrasings.OTHER_BASIS.search(one.raw)
            one.basis = other[0] if other else ""


def _group(one: Figure, found: re.Match[str], name: str) -> str:
    """Return what a group covers, in the words as they are printed."""
    if name not in found.re.groupindex:
        return ""
    return one.raw[found.start(name) : found.end(name)]


def _change(one: Figure, before: str, direction: str) -> None:
    """A rise or fall; of the measure named before it, or of one that the clause names itself."""
    compared = phrasings.COMPARED.search(before)
    own = before[: compared.start()] if compared else before
    leading = phrasings.LEADING.match(own)
    own = phrasings.COUNTS.sub("", own[leading.end() :] if leading else own)
    one.name = measures.name(own)
    one.sign = 1 if phrasings.FALL.isdisjoint(direction) else -1
    basis = (compared["basis"] if compared else "") or (leading[0] if leading else "")
    one.compared = basis
    other = phrasings.OTHER_BASIS.search(basis)
    one.basis = other[0] if other else ""
    if one.basis.startswith("上"):
        one.basis = "环比"  # 相比上月增加2件，环比增长8.4%
    if phrasings.OTHER_CHANGE.search(before) or "按" in basis:
        one.role = "other"
