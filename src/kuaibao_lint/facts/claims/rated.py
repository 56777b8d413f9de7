"""What a rate's name says was done, and the levels that it may be of."""

from __future__ import annotations

from itertools import pairwise

from kuaibao_lint.facts.claims import measures, rate_terms, terms
from kuaibao_lint.facts.claims.asking import Ask, distinct, figures_of, fits_by_a_slip, near_by
from kuaibao_lint.facts.claims.model import Rate
from kuaibao_lint.light_typing import TYPE_CHECKING
from kuaibao_lint.patterns import pattern

if TYPE_CHECKING:
    from collections.abc import Sequence

    from kuaibao_lint.facts.claims.figure import Figure
    from kuaibao_lint.facts.claims.model import Level

    _Whole = tuple[Figure, tuple[Figure, Figure]]  # a part, and the two that its whole is of

_FALLEN = ("减", "降", "减少")  # rates of what was there before, under the same name
_MUCH = 2  # how many times the whole of another clause a part is surely not of
_MANY = 5  # how many times a whole the part is not, for all that one slip may do
_BESIDES = 12  # figures of which a rate may be
# Rates of what the last level was.
FOUND = "检出"  # of those who were examined, however many it was planned to examine
GUESSED = frozenset(("完成", "成功"))
_POSTED = frozenset(("到岗", "上岗"))
_TELLING = 3  # digits of a rate that tell enough
_STILL = pattern("(?:尚|还|仍|另)有")
_NOT_YET = pattern("[正仍]?在|未|待|没")
_LATELY = 3  # sentences from a level to the rate of what its name says
NAMED = 4  # characters of a name before a rate's stem whose first two say of what it is


def stem(figure: Figure) -> str:
    """Return what a rate says was done: 办结, 不合格."""
    word = rate_terms.COUNTED_NOUN.sub("", figure.word)
    word = word if len(word) > 1 else figure.word
    denied = word[-3:-2] in {"不", "未"}
    return word[-3:] if denied else word[-2:]


def says(word: str, figure: Figure) -> bool:
    """Tell whether the words round a figure say something of it: 已办结98件, 98件已办结."""
    return measures.said_of(word, figure.raw) or measures.said_of(word, figure.tail)


def told_before(figure: Figure, near: Sequence[Level], bases: set[str]) -> list[Figure]:
    """Return the last figures before a rate in which its part and its whole may be."""
    told = [one for one in figures_of(near) if one.base in bases]
    before = [one for one in told if one.span < figure.span]
    # 服务率94.3%；有需求的5141人: or behind it
    behind = [one for one in told if one.span > figure.span and one.sentence == figure.sentence]
    return before[-_BESIDES:] + behind[:1]


def rate_of(ask: Ask, parts: Sequence[Level], wholes: Sequence[Level]) -> Rate | None:
    """Return a rate of the first of the parts, or its mates, in one of the wholes of its unit."""
    if not parts:
        return None
    own = [part.figure for part in parts]
    own += parts[0].mates  # 图斑12个30亩，整改6个20亩，整改率67%: of either
    bases = {one.base for one in own}
    named = any(word in ask.figure.word for word in rate_terms.NAMED_RATES)
    planned = ask.printed is not None and stem(ask.figure) != FOUND
    figures = [ask.printed] if ask.printed and planned and not named else []
    figures += figures_of(sorted(wholes, key=lambda c: c.group is not None))
    # 就业年龄段6198人，已就业3056人: what is said of either is the whole of the other.
    fallen = ask.figure.word.endswith(_FALLEN) and "面" not in ask.figure.raw  # 下降面34.3%
    if fallen and not named:  # 压减一般性支出2035万元，压减比例12.0%
        name = own[0].name[len(ask.figure.word) :]
        figures = [one for one in figures if measures.akin(name, one.raw)]
    taken = {one.span for one in own} if len(parts) == 1 else {parts[0].figure.span}
    like = [w for w in figures if w.base in bases and w.span not in taken]
    word = ask.figure.word
    if word.removeprefix("岗位") == stem(ask.figure) in _POSTED:
        # 岗位292个，报名550人，上岗276人，到岗率94.5%: of the posts
        like = [w for w in figures if "岗位" in w.raw] or like
    if not like:  # 床位1689张，入住老人892人，入住率52.8%
        like = [
            w
            for w in figures
            if (own[0].base, w.base) in rate_terms.KIN
            if w.base != "个" or ("岗" in w.raw and word.removeprefix("岗位") == stem(ask.figure))
            # 计划2769人次，培训2653人次，…。取证2290人，取证率86.3%: of those who came, and no plan
            if w.role != "plan" or (own[0].base, w.base) != ("人", "人次")
        ]
    # 补贴26.94万元。租金收缴88.31万元，收缴率91.1%: of less than that only if it is called alike
    figures = [
        w
        for w in like
        if not is_less(w, own[0])
        or (w.role == "plan" and stem(ask.figure) in GUESSED)  # 投资完成率112.09%
        or measures.akin(w.raw, own[0].raw)
        or fits_by_a_slip(own[0], w, ask.figure)
    ]
    # 日最高机收面积10.75万亩。小麦机收80.06万亩，机收率99.2%: nor of an eighth of it
    near, low = own[0].sentence, own[0].value.low
    figures = [w for w in figures if w.sentence == near or w.value.high * _MANY > low]
    # 分别占年度任务（各8796人）的…: of each of those, and of nothing else.
    figures = [w for w in figures if w.raw != "各"]
    bases = {one.base for one in figures}
    own = [one for one in own if one.base in bases] or own[:1]
    # What is done is less than what there was, unless it is the slip; 收获48万亩，占应收60万亩的
    # 80%，其中机收47万亩，机收率98%: of what it is a part of, sooner than of others.
    above = parts[0].group.wholes[0].figure if parts[0].group else None
    figures.sort(key=lambda w: (w.value.high < own[0].value.low, w is not above))
    fitting = distinct(figures)
    return Rate(own, fitting, ask.figure) if fitting else None


def is_less(whole: Figure, part: Figure) -> bool:
    """Tell whether a whole of another sentence is less than the part, or one before much less.

    社区矫正对象219人；安置帮教703人，安置率97.8%: of none of the 219.
    """
    if whole.sentence == part.sentence:
        return whole.clause < part.clause and whole.value.high * _MUCH < part.value.low
    return whole.sentence < part.sentence and whole.value.high < part.value.low


def kept(part: Level, near: Sequence[Level]) -> list[_Whole]:
    """新收90件，旧存10件，结案95件，结案率95%: of both; 90件（含旧存10件） of the 90."""
    found: list[_Whole] = []
    for first, second in pairwise(near):
        one, other = first.figure, second.figure
        if terms.STOCK_OR_OLD.match(one.raw) and terms.CAME_IN.search(other.raw):
            one, other = other, one  # 旧存10件，新收90件
        if not terms.CARRIED_ON.search(other.raw) or terms.CARRIED_ON.search(one.raw):
            continue
        if any(word in one.raw for word in terms.SETTLED):
            continue  # 去年化解26件，结转今年9件: nothing of the 26 is left
        within = other.parts and not other.raw.startswith("不含")
        if other.raw.startswith(terms.SOME) or within or one.base != other.base:
            continue
        own = part.of(one.base)
        behind = own is not None and own.span > max(one.span, other.span)
        if own is not None and behind and own.sentence - other.sentence <= _LATELY - 1:
            found.append((own, (one, other)))
    return found[-1:]


def splits(figure: Figure, part: Level, here: Sequence[Level]) -> list[_Whole]:
    """开工39个，未开工11个，开工率78.0%: what was done and what was not are the whole.

    They stand side by side: 满意144件，基本满意2件，不满意1件 are more than two kinds.
    """
    done = stem(figure)
    words: tuple[str, ...] = (f"未{done}", f"不{done}")
    if done[0] in "不未" or done in terms.OPPOSITES:
        words = terms.OPPOSITES.get(done, (done[1:],))
    alike = done in terms.LOSSES  # 盈利15户，盈利5149万元，亏损3户
    rest = [
        c
        for c in here
        if (c.figure.base == part.figure.base if alike else abs(c.order - part.order) == 1)
        and any(says(word, c.figure) for word in words)
    ]
    if len(rest) != 1:
        return []
    pairs = [(one, rest[0].of(one.base)) for one in (part.figure, *part.mates)]
    return [(one, (one, other)) for one, other in pairs if other is not None]


def under_way(figure: Figure, part: Level, near: Sequence[Level]) -> list[_Whole]:
    """已整改310项，正在整改32项，整改率90.6%: of both, where no whole is told, or just that.

    Where more was told of the unit, what was not begun may be no part of what stands beside it.
    """
    own = part.figure
    if figure.length < _TELLING or own.joined or own.approx:
        return []
    beside = [c.figure for c in near if c.order == part.order + 1 and c.figure.span < figure.span]
    other = beside[0] if beside else None
    if other is None or other.base != own.base or other.clause != own.clause or other.parts:
        return []
    still = _STILL.fullmatch(other.raw) and _NOT_YET.match(other.tail)
    if not (still or rate_terms.LEFT_UNDONE.search(other.raw)):
        return []
    made = own.amount + other.amount
    told = (one for one in figures_of(near) if one.base == own.base and one.amount * 2 > made)
    besides = [one.amount for one in told if one not in (own, other)]
    if besides and made not in besides:
        return []
    return [(own, (own, other))]


def decided(figure: Figure, part: Level, near: Sequence[Level]) -> list[_Whole]:
    """起诉285件339人。不起诉69件71人，其中…，不起诉率17.32%: of both, for all is either."""
    words = terms.OPPOSITES.get(stem(figure))
    above = part.group.wholes[0] if part.group else part
    if words is None or "不" not in above.figure.raw:
        return []
    told = [
        c
        for c in near
        if c.order < above.order and near_by(c, above.figure)
        if "不" not in c.figure.raw and any(says(word, c.figure) for word in words)
    ]
    pairs = [(one, told[-1].of(one.base)) for one in (above.figure, *above.mates) if told]
    return [(one, (one, other)) for one, other in pairs if other is not None]
