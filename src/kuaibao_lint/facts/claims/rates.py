"""What a rate is the rate of: 办结k件，办结率r%."""

from __future__ import annotations

from itertools import pairwise

from kuaibao_lint.facts.claims import grades, measures, phrasings, terms
from kuaibao_lint.facts.claims.asking import Ask, distinct, figures_of, near_by, nearest
from kuaibao_lint.facts.claims.model import Rate
from kuaibao_lint.facts.claims.ratios import ratio
from kuaibao_lint.light_typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Sequence

    from kuaibao_lint.facts.claims.figure import Figure
    from kuaibao_lint.facts.claims.model import Claim, Level

    _Whole = tuple[Figure, tuple[Figure, Figure]]  # a part, and the two that its whole is of

_ALL = "100"
_OF_COUNTS = ("面", "面为", "面达")  # 亏损面 is of enterprises, and of no money
_FALLEN = ("减", "降", "减少")  # rates of what was there before, under the same name
_GUESSED = frozenset(("完成", "成功"))  # rates of what the last level was
# 债务率 is of income, 不良率 of all loans, 缴费率 of those who must pay.
_OF_OTHERS = frozenset(("债务", "不良", "缴费"))
_PAIR = 2  # levels of which one is surely the part and one the whole
_FAR = 12  # characters from a level to the rate of the next clause
_BESIDES = 12  # figures of which a rate may be
_LATELY = 3  # sentences from a level to the rate of what its name says
_NAMED = 4  # characters of a name before a rate's stem whose first two say of what it is


def rate(ask: Ask, near: Sequence[Level]) -> Claim | None:
    """办结k件，办结率r%: of the same unit, out of another and larger level."""
    figure = ask.figure
    # 出生率5.42‰ is of the year's mean population, 办结率98%（撤回9件）of what was not withdrawn.
    if figure.each or figure.carried or figure.unit == "‰":
        return None
    if figure.kind == "times":
        return ratio(ask, near)
    if figure.word.endswith(terms.SAVED):
        return grades.saved(figure, _told_with(figure, [c for c in near if near_by(c, figure)]))
    if named := next((v for k, v in terms.NAMED_RATES.items() if k in figure.word), None):
        # 综合赔付率 reckons with what is still to be paid, 新增存贷比 with what came
        other = any(word in figure.raw for word in terms.OTHERWISE)
        return None if other else _named_rate(ask, near, *named)
    close = [c for c in near if near_by(c, figure)]
    here = _told_with(figure, close)
    if told := grades.in_bracket(figure, near):
        return Rate([told[0][0]], [told[0][1]], figure)
    return _due(figure, here) or _of_what_was_done(ask, near, close, here)


def _of_what_was_done(
    ask: Ask, near: Sequence[Level], close: Sequence[Level], here: Sequence[Level]
) -> Rate | None:
    """Return what a rate says of the levels of which its name says that they were done.

    close, here: the levels of the sentences next to it, and of its own, the nearest first.
    """
    figure = ask.figure
    figure.word, measured = _measured_by(figure)
    earlier = [c for c in reversed(close) if c not in here and c.figure.span < figure.span]
    if not _told(figure.word.removesuffix(_stem(figure)), close):
        in_time = terms.IN_TIME.search(figure.word)
        return _of_rest(figure, here, earlier) if in_time else None
    if lists := grades.graded(_stem(figure), here):
        told = _told_before(figure, near, {here[0].figure.base})
        return Rate([], [], figure, lists=lists, besides=told)
    if measured:  # 整改37项，资金1.2亿元，按项数计整改率75.5%: of the 37
        here = [c for c in here if any(one.base in measured for one in (c.figure, *c.mates))]
    done = _done(figure, here)
    spent = _stem(figure) in terms.SPENT
    if spent:  # 执结2530件，实际到位率38.2%: of money, and of no cases
        done = [c for c in done if c.figure.base == "元" or _says(_stem(figure), c.figure)]
    if figure.raw.endswith(_OF_COUNTS):  # 亏损企业26户，亏损额3.83亿元，亏损面41.9%
        done = [c for c in done if c.figure.base != "元"]
    if not done:
        rest = _of_rest(figure, here, earlier)
        return rest or (None if spent or figure.digits == _ALL else _rate_of_two(figure, here))
    parts = _parts(done)
    own = _own_whole(parts[0], near) if _stem(figure) not in _GUESSED else None
    wholes = [c for c in (*here, *ask.anchors, *earlier) if not _is_strange(c, parts[0], figure)]
    answer = _rate_of(ask, parts, [own] if own else wholes)
    sums = [*_splits(figure, parts[0], here), *_kept(parts[0], near)]
    if answer is None:
        return Rate([], [], figure, sums=sums) if sums else None
    if measured:
        answer = answer._replace(parts=[one for one in answer.parts if one.base in measured])
    return answer._replace(
        doubtful=_may_be_another(figure, parts, done, here)
        or _is_carried(answer)
        or _of_its_own(figure, parts[0], answer.wholes)
        or _of_no_plan(figure, parts[0], answer.wholes)
        or _is_far(figure, here[0].figure)
        or _of_no_other(figure, parts[0], here, answer.wholes)
        or _in_one_way(figure, done),
        sums=sums,
        lists=grades.over_all(done, here) if terms.OF_ALL.search(figure.word) else (),
        besides=_told_before(figure, near, {one.base for one in answer.parts}),
    )


def _of_no_other(
    figure: Figure, part: Level, here: Sequence[Level], wholes: Sequence[Figure]
) -> bool:
    """登记10人，县级投票9人，参选率90%；乡级投票7人，参选率95%: the 7 are of others, not told."""
    stem = _stem(figure)
    words = (stem,) if _says(stem, part.figure) else terms.SYNONYMS.get(stem, (stem,))
    rated = (c for c in here if c.rated and c.order < part.order)
    before = [c for c in rated if any(_says(word, c.figure) for word in words)]
    if not before:
        return False
    last, own = before[0].figure, part.figure
    if own.raw.endswith(last.name):
        return False  # 结案856件，结案率94%，按期结案778件，按期结案率85%: of the same
    told = (one for one in wholes if not any(_says(word, one) for word in words))
    names = (one.name.replace(stem, "")[-2:] for one in told)
    named = any(len(name) > 1 and name in own.raw for name in names)  # 自排142件，…，自排件化解90件
    return not (named or any(last.span < one.span < own.span for one in wholes))


def _in_one_way(figure: Figure, done: Sequence[Level]) -> bool:
    """在线办结6182件，转派4875件，综合办结率99.2%: of more than what was settled in one way."""
    of_all = terms.OF_ALL.search(figure.word[:-2]) is not None
    return of_all and len(done) == 1 and terms.IN_ONE_WAY.search(done[0].figure.raw) is not None


def _own_whole(part: Level, near: Sequence[Level]) -> Level | None:
    """新建项目36个，…；新建项目已开工29个，开工率80.6%: of what the part's words name first."""
    told = [
        c
        for c in near
        if c.order < part.order
        and c.figure.base == part.figure.base
        and len(c.figure.name) >= len("新建")
        and part.figure.raw.startswith(c.figure.name)
        and part.figure.sentence - c.figure.sentence <= _LATELY
    ]
    alone = len(told) == 1 and told[0].figure.value.high > part.figure.value.low
    return told[0] if alone else None


def _of_rest(figure: Figure, here: Sequence[Level], earlier: Sequence[Level]) -> Rate | None:
    """抽检500批次，不合格3批次，合格率99.4%: of what is left."""
    less = grades.lacking(figure, here, earlier)
    if not less:
        return None
    told = figures_of((*here, *earlier))
    bases = {one.base for one in less[0]}
    return Rate([], [], figure, less=less, besides=[one for one in told if one.base in bases])


def _parts(done: Sequence[Level]) -> list[Level]:
    """Return what a rate may be of, the likeliest first.

    已办结62件，阶段性办结26件，办结率70.5%: either may be meant.
    """
    first = done[0]
    above = first.group.wholes if first.group else ()
    wholes = [c for c in above if c in done and c.of(first.figure.base)]
    others = [c for c in done if c not in wholes and c.figure.base == first.figure.base]
    return [first, *wholes, *others[1:]]


def _measured_by(figure: Figure) -> tuple[str, frozenset[str]]:
    """Return a rate's name without what it is reckoned in, and the units of that.

    按人数计算适用率, 面积整改率, 按金额计整改率.
    """
    found = phrasings.MEASURED_BY.match(figure.word)
    if found is None:
        return figure.word, frozenset()
    return figure.word[found.end() :], terms.MEASURED_IN[found["what"]]


def _told_before(figure: Figure, near: Sequence[Level], bases: set[str]) -> list[Figure]:
    """Return the last figures before a rate in which its part and its whole may be."""
    told = [one for one in figures_of(near) if one.span < figure.span and one.base in bases]
    return told[-_BESIDES:]


def _is_carried(rate: Rate) -> bool:
    """受理170人，批准逮捕119人（含上期积存）: more was done than came in."""
    return any(one.carried for one in (*rate.parts, *rate.wholes))


def _is_far(figure: Figure, last: Figure) -> bool:
    """处理3.1万吨；农村生活垃圾收集率98.0%，处理率92.3%: the clause has a subject of its own."""
    return last.clause != figure.clause and figure.span.start - last.span.end > _FAR


def _of_its_own(figure: Figure, part: Level, wholes: Sequence[Figure]) -> bool:
    """结案2467件，…；诉前调解成功3132件，诉前调解成功率73.4%: of what no figure before tells."""
    own = figure.word.removesuffix(_stem(figure))
    if len(own) < _NAMED or own[:2] not in part.figure.raw:
        return False
    return not any(own[:2] in one.raw or one.clause == part.figure.clause for one in wholes)


def _of_no_plan(figure: Figure, part: Level, wholes: Sequence[Figure]) -> bool:
    """产前筛查完成1170人，任务完成率60.2%: of a task that nothing before tells.

    已收获69.9万亩，其中玉米43.8万亩，进度91.1%: of the maize, and not of all.
    """
    if _stem(figure) not in _GUESSED or any(one.role == "plan" for one in wholes):
        return False
    told = [one for one in wholes if one.sentence == figure.sentence]
    akin = any(measures.akin(part.figure.raw, one.raw) for one in wholes)
    of_part = part.group is not None and not _says(_stem(figure), part.figure)
    return of_part or not (told or akin)


def _kept(part: Level, near: Sequence[Level]) -> list[_Whole]:
    """新收90件，旧存10件，结案95件，结案率95%: of both; 90件（含旧存10件） of the 90."""
    found: list[_Whole] = []
    for came, kept in pairwise(near):
        one, other = came.figure, kept.figure
        if not terms.CARRIED_ON.search(other.raw) or terms.CARRIED_ON.search(one.raw):
            continue
        if other.raw.startswith(terms.SOME) or one.base != other.base:
            continue
        own = part.of(one.base)
        if own is not None and 0 <= own.sentence - other.sentence <= 2 and own.span > other.span:
            found.append((own, (one, other)))
    return found[-1:]


def _splits(figure: Figure, part: Level, here: Sequence[Level]) -> list[_Whole]:
    """开工39个，未开工11个，开工率78.0%: what was done and what was not are the whole.

    They stand side by side: 满意144件，基本满意2件，不满意1件 are more than two kinds.
    """
    stem = _stem(figure)
    words: tuple[str, ...] = (f"未{stem}", f"不{stem}")
    if stem[0] in "不未":
        words = terms.OPPOSITES.get(stem, (stem[1:],))
    rest = [
        c
        for c in here
        if abs(c.order - part.order) == 1 and any(_says(word, c.figure) for word in words)
    ]
    if len(rest) != 1:
        return []
    pairs = [(one, rest[0].of(one.base)) for one in (part.figure, *part.mates)]
    return [(one, (one, other)) for one, other in pairs if other is not None]


def _told_with(figure: Figure, close: Sequence[Level]) -> list[Level]:
    """Return the levels of a rate's sentence before it, or in its bracket; the nearest first.

    流转13万亩，流转率41%，托管20万亩: what follows is of something else.
    """
    here = nearest([c for c in close if c.figure.sentence == figure.sentence], figure)
    before = [c for c in here if c.figure.span < figure.span]
    behind = here[len(before) :]
    if not before and behind and behind[0].figure.parts:
        return []  # 开工率92.3%，其中省重点12个，开工11个: of all, and not of these
    return here if not before or (behind and behind[0].figure.enters) else before


def _may_be_another(
    figure: Figure, parts: Sequence[Level], done: Sequence[Level], here: Sequence[Level]
) -> bool:
    """Tell whether a rate may be of other levels than those that were done.

    已办结352件，其中涉企诉求40件，办结率100%: of the 40. 两级…共化解…，总化解率: of all. With what
    was kept from the year before, a rate is of more than came in.
    """
    last, first = here[0], parts[0]
    narrower = last.group is not None and first.group is not last.group and first in here
    base, stem = first.figure.base, figure.word[-2:]
    several = first.figure.each or sum(c.figure.base == base for c in done) > 1
    over_all = terms.OVER_ALL.search(figure.word[:-2]) is not None
    guessed = stem in _GUESSED and not any(_says(stem, c.figure) for c in done)
    called = [c for c in done if _says(_stem(figure), c.figure)]
    unlike = not figure.word.removesuffix(_stem(figure)) and len(_kinds(called, base)) > 1
    kept = any(
        terms.CARRIED_ON.search(c.figure.raw)
        for c in here
        if c.group is None and not c.figure.raw.startswith(terms.SOME)
    )
    return (
        narrower
        or _says_more(figure, first, last)
        or (over_all and (several or len(done) > 1))
        or unlike
        or kept
        or stem in _OF_OTHERS
        or (guessed and sum(c.figure.base == base for c in here) > _PAIR)
    )


def _is_strange(whole: Level, part: Level, figure: Figure) -> bool:
    """流入1745亩（其中恢复1014亩）。处置批而未供土地460亩，处置率28.5%: of no land told before."""
    one, own = whole.figure, part.figure
    thing = own.name.replace(_stem(figure), "")
    return (
        one.sentence < own.sentence
        and len(thing) >= _NAMED
        and not measures.akin(thing, one.raw + one.tail)
    )


def _says_more(figure: Figure, done: Level, last: Level) -> bool:
    """处置未供土地402亩，处置率39.3%；闲置土地142亩，处置率51.6%: of the 142."""
    one, other = done.figure, last.figure
    return one.clause != other.clause == figure.clause and one.base == other.base


def _kinds(done: Sequence[Level], base: str) -> set[str]:
    """法定不起诉3人，情节轻微不起诉62人，不起诉率19.15%: what was done, in several kinds."""
    return {c.figure.name for c in done if c.figure.base == base and c.group is None}


def _stem(figure: Figure) -> str:
    """Return what a rate says was done: 办结, 不合格."""
    denied = figure.word[-3:-2] in {"不", "未"}
    return figure.word[-3:] if denied else figure.word[-2:]


def _done(figure: Figure, here: Sequence[Level]) -> list[Level]:
    """Return the levels of which a rate's name says that they were done, the nearest first.

    156个项目开工142个: what stands between two figures is said of the second.
    """
    stem = _stem(figure)
    words = terms.SYNONYMS.get(stem, (stem,))
    if listed := _listed(figure, here):
        return listed
    done = [
        c
        for c in here
        if any(_says(word, c.figure) for word in words)
        and "应" not in c.figure.raw[:2]
        and "/" not in c.figure.raw  # 出栏率49.50%（出栏数/年初存栏66.24万头）
        and not (c.figure.tail and any(one.figure.raw == c.figure.tail for one in here))
        and c.figure.role != "plan"
        and not terms.RESTING.search(c.figure.raw)
    ]
    if figure.joined and not figure.listed and done and done[0] is here[0]:
        return done[:1]  # 省交办件化解49件、化解率86.0%
    barely = terms.BARELY + stem
    if any(barely in (raw := c.figure.raw) and stem not in raw.replace(barely, "") for c in here):
        return []  # 满意144件，基本满意2件，满意率100%
    if figure.digits == _ALL:  # 按时结案597件，超时4件，结案率100%: of what is just called so
        # 已整改29项；移交信访件62件全部办结，办结率100%: of the last of which it is said.
        return [
            c for c in done[:1] if c.figure.name in words or c.figure.tail.startswith(words)
        ]
    if not done:
        return [*here[:1]] if stem in _GUESSED or _half_said(stem, here) else []
    # 机械化清扫234.5万平方米，清扫总面积256.7万平方米，机械化清扫率91.4%
    full = [c for c in done if figure.word[:-2] and figure.word in c.figure.raw]
    plain = [c for c in done if c.figure.name.startswith(words)]
    if plain and done[0].figure.clause == figure.clause != plain[0].figure.clause:
        return full or done  # 化解137件，化解率71.4%；自排件化解90件，化解率63.4%
    return full or (plain if plain and not figure.word[:-2] else done)


def _half_said(stem: str, here: Sequence[Level]) -> bool:
    """Tell whether the last level says it in other words: 已通221个，通达率; 收回1456份，回收率."""
    if not here:
        return False
    words = (stem[::-1], f"已{stem[0]}", *(("参加", "到会") if stem[0] == "参" else ()))
    return any(_says(word, here[0].figure) for word in words)


def _listed(figure: Figure, here: Sequence[Level]) -> list[Level]:
    """完成路基135.6公里、路面109.8公里，路面完成率70.9%: the first says what is done."""
    own, last = figure.word.removesuffix(_stem(figure)), here[0] if here else None
    if last is None or not last.figure.joined or len(own) < 2 or last.figure.name != own:
        return []
    first = next((c for c in here if not c.figure.joined), None)
    return [last] if first is not None and _says(_stem(figure), first.figure) else []


def _due(figure: Figure, here: Sequence[Level]) -> Rate | None:
    """应检3181台，实检3165台，定检率99.50%: what had to be done, and what was.

    应收水费1523.4万元，实收1489.2万元，收缴率97.8%.
    """
    if len(here) < 2 or here[0].figure.span > figure.span:
        return None
    part, whole = here[0].figure, here[1].figure
    due = phrasings.DUE.search(whole.raw)
    if due is None or part.base != whole.base or here[0].order != here[1].order + 1:
        return None
    what = due["what"]
    said = part.raw.partition(what[0])[0][-_NAMED:]
    did = what[0] in part.raw and not {"实", "已"}.isdisjoint(said)
    fits = (part.raw.endswith(what) or did) and not set(what).isdisjoint(figure.word)
    return Rate([part], [whole], figure) if fits else None


def _named_rate(
    ask: Ask, near: Sequence[Level], part: tuple[str, ...], whole: tuple[str, ...]
) -> Claim | None:
    """存贷比68%: part and whole by the words that each must have."""
    levels = [c for c in near if near_by(c, ask.figure, 2)]
    # 利润总额15.70亿元，其中亏损额3.24亿元: the part of a profit is none.
    parts = [
        c
        for c in levels
        if part[0] in c.figure.raw and all(word in _context(c) for word in part)
    ]
    for kind in terms.KINDS:  # 户籍人口城镇化率, 财产保险赔付率: of that kind
        if kind in ask.figure.word:
            parts = [c for c in parts if kind in _context(c)]
    wholes = [c for c in levels if any(word in c.figure.raw for word in whole)]
    parts, wholes = _not_of_these(parts), _not_of_these(wholes)
    for kind in terms.KINDS[2:]:
        if kind in ask.figure.word:
            told = (c for c in levels if any(word in _context(c) for word in whole))
            wholes = [c for c in told if kind in c.figure.raw]
    if "城镇" in part:  # 城镇人口12.0万，乡村人口27.1万，城镇化率44.03%: of both, and of neither
        wholes = [c for c in wholes if not measures.of_residents(c.figure.raw)]
    if parts:
        own = nearest(parts, ask.figure)[0]
        # 贷款余额90亿元，其中短期贷款30亿元、中长期贷款60亿元。存贷比68%: of all of them
        own = own.group.wholes[0] if own.group and own.group.wholes[0] in parts else own
        parts = [own]
        beside = [c for c in levels if c.figure.sentence == own.figure.sentence]
        wholes = [c for c in wholes if c in beside or _of_one_kind(c, own, beside)]
        if _of_the_others(own, nearest(levels, ask.figure)[0]):
            return None
        if part[0] in ask.figure.word:  # 核减212万元，核减率6.6%。报审1.2亿元，核减率8.1%
            last = own.figure.sentence
            wholes = [c for c in wholes if c.figure.sentence <= last]
    wholes = [c for c in wholes if c not in parts] or wholes
    answer = _rate_of(ask, nearest(parts, ask.figure)[:1], nearest(wholes, ask.figure))
    if answer is None:
        return None
    return answer._replace(
        besides=_told_before(ask.figure, near, {one.base for one in answer.parts})
    )


def _not_of_these(levels: Sequence[Level]) -> list[Level]:
    """Return the levels that are no parts of others: 贷款114亿元，其中中长期贷款72亿元, 存贷比."""
    return [c for c in levels if c.group is None or c.group.wholes[0] not in levels]


def _of_the_others(part: Level, last: Level) -> bool:
    """户籍人口…，其中城镇人口…。常住人口…，城镇化率41.7%: of the residents, and not of these."""
    own = _context(part)
    return any(
        kind in last.figure.raw and kind not in own and other in own
        for kind, other in (("常住", "户籍"), ("户籍", "常住"))
    )


def _of_one_kind(whole: Level, part: Level, beside: Sequence[Level]) -> bool:
    """户籍人口…，城镇人口…。常住人口…，城镇化率…: of the residents, and not of these."""
    above = part.group.wholes if part.group else ()
    said = part.figure.raw + "".join(c.figure.raw for c in (*above, *beside))
    return not any(
        kind in whole.figure.raw and kind not in said and other in said
        for kind, other in (("常住", "户籍"), ("户籍", "常住"))
    )


def _context(level: Level) -> str:
    """户籍总人口66985人，其中城镇35780人: what a level and its whole are called."""
    above = level.group.wholes[0].figure.raw if level.group else ""
    return above + level.figure.raw


def _rate_of_two(figure: Figure, here: Sequence[Level]) -> Rate | None:
    """授信6亿元，实际发放3亿元，授信使用率50%: the whole is in the name of the rate.

    here: the levels of its sentence, the nearest first.
    """
    before = [c.figure for c in here if c.figure.span < figure.span]
    pair = [one for one in before if one.base == before[0].base]
    if len(pair) != 2 or before[1] is not pair[1] or not measures.akin(figure.word, pair[1].raw):
        return None
    if len(pair[0].name) > 1 and pair[1].name.endswith(pair[0].name[-2:]):
        return None  # 普通高中招生2345人，中职招生2123人，高中阶段毛入学率95.6%
    if any(_says(word, pair[0]) for word in terms.SETTLED):
        return None  # 首次执行案件2830件，执结2530件，执行完毕率42.4%
    return Rate([pair[0]], [pair[1]], figure)


def _told(qualifier: str, levels: Sequence[Level]) -> bool:
    """雨污分流改造率: only where the levels tell of 雨污分流; 按期办结率: in any case."""
    if qualifier.endswith(terms.MANNERS) or len(qualifier) < 2:
        return True
    pairs = [qualifier[i : i + 2] for i in range(len(qualifier) - 1)]
    if len(qualifier) >= _NAMED:  # 重大隐患整改率: of the great ones
        pairs = pairs[:1]
    return any(_says(pair, level.figure) for level in levels for pair in pairs)


def _says(word: str, figure: Figure) -> bool:
    """Tell whether the words round a figure say something of it: 已办结98件, 98件已办结."""
    return measures.said_of(word, figure.raw) or measures.said_of(word, figure.tail)


def _rate_of(ask: Ask, parts: Sequence[Level], wholes: Sequence[Level]) -> Rate | None:
    if not parts:
        return None
    own = [part.figure for part in parts]
    own += parts[0].mates  # 图斑12个30亩，整改6个20亩，整改率67%: of either
    bases = {one.base for one in own}
    named = any(word in ask.figure.word for word in terms.NAMED_RATES)
    figures = [ask.printed] if ask.printed and not named else []
    figures += figures_of(sorted(wholes, key=lambda c: c.group is not None))
    # 就业年龄段6198人，已就业3056人: what is said of either is the whole of the other.
    if not named and ask.figure.word.endswith(_FALLEN):  # 压减一般性支出2035万元，压减比例12.0%
        name = own[0].name[len(ask.figure.word) :]
        figures = [one for one in figures if measures.akin(name, one.raw)]
    taken = {one.span for one in own} if len(parts) == 1 else {parts[0].figure.span}
    figures = [w for w in figures if w.base in bases and w.span not in taken]
    # 分别占年度任务（各8796人）的…: of each of those, and of nothing else.
    figures = [w for w in figures if w.raw != "各"]
    bases = {one.base for one in figures}
    own = [one for one in own if one.base in bases]
    # What is done is less than what there was, unless it is the slip.
    figures.sort(key=lambda w: w.value.high < own[0].value.low)
    fitting = distinct(figures)
    return Rate(own, fitting, ask.figure) if fitting else None
