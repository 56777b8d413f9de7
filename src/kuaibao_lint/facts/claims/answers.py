"""Whose share, rate or average a figure is: answered once all levels of the passage are known."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from kuaibao_lint.facts.claims import measures, phrasings
from kuaibao_lint.facts.claims.model import Average, Hundred, Rate, Share, Times

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Mapping, Sequence

    from kuaibao_lint.facts.claims.figure import Figure
    from kuaibao_lint.facts.claims.model import Claim, Group, Level

_WINDOW = 48  # levels before and behind a share, among which its whole is looked for
_TELLING = 3  # digits of an average whose whole and heads are found by their units
_FEW = 6  # readings of one figure


class Ask(NamedTuple):
    """A figure whose part, whole or heads are to be found.

    part: whose share it is, where that is known. group: in which it was said. here: the levels of
    its sentence so far. anchors: the last levels that are no parts, the latest first.
    printed: a whole or a plan that is printed with it.
    """

    figure: Figure
    part: Level | None
    group: Group | None
    here: Sequence[Level]
    anchors: Sequence[Level]
    printed: Figure | None


def claims(asks: Sequence[Ask], levels: Sequence[Level]) -> list[Claim]:
    """Return what can be answered."""
    found: list[Claim] = []
    shares: list[tuple[Figure, str]] = []
    at = 0
    last: Share | None = None
    for ask in asks:
        while at < len(levels) and levels[at].figure.span < ask.figure.span:
            at += 1
        near = levels[max(0, at - _WINDOW) : at + _WINDOW]
        answer = _ANSWERS[ask.figure.role](ask, near)
        if ask.figure.role == "share":
            answer = answer or _as_before(ask, last)
            last = answer if isinstance(answer, Share) else last
        if answer is not None:
            found.append(answer)
        if ask.figure.kind == "percent" and not (ask.part and ask.part.group):
            name = ask.part.figure.name if ask.part else ask.figure.name or ask.figure.word
            shares.append((ask.figure, name))
    return found + _hundreds(shares)


def _share(ask: Ask, near: Sequence[Level]) -> Claim | None:
    """占X的p%: of the subject or a named part, in a whole."""
    figure = ask.figure
    part = ask.part or _named(figure, ask.here, near)
    if part is None:
        return None
    wholes = _wholes(ask, part, near)
    for base in [part.figure.base, *(mate.base for mate in part.mates)]:
        own = part.of(base)
        fitting = _distinct(w for w in wholes if w.base == base and w is not own)
        if own is not None and fitting:
            if ask.group and part.group is ask.group and not ask.printed:
                part.share = part.share or figure
            return Share(own, fitting, figure, fitting[0] is ask.printed and not figure.name)
    if part.total and not wholes and part.total.base == part.figure.base:
        return Share(part.figure, [part.total], figure, sure=False)
    return None


def _as_before(ask: Ask, last: Share | None) -> Share | None:
    """教育支出…，占总支出的18.5%；卫生支出…，占12.1%: of the same whole."""
    figure, part = ask.figure, ask.part
    if last is None or part is None or measures.name(figure.word) or ask.printed or part.group:
        return None
    if last.percent.sentence != figure.sentence or part.figure.base != last.part.base:
        return None
    return Share(part.figure, last.wholes, figure, sure=False)


def _named(figure: Figure, here: Sequence[Level], near: Sequence[Level]) -> Level | None:
    """Return the only level of that name, full or shortened (税收 for 税收收入)."""
    name = figure.name
    if name in {phrasings.LATTER, phrasings.FORMER} and len(here) >= 2:
        return here[-1 if name == phrasings.LATTER else -2]
    close = [c for c in near if _close(c, figure)]
    around = [c for c in near if c.figure.sentence <= figure.sentence + (len(name) > 2)]
    ways: tuple[tuple[Callable[[str], bool], Sequence[Level]], ...] = (
        (lambda one: measures.same(one, name), around),
        (lambda one: one.startswith(name), here),
        (lambda one: one.endswith(name) and not one.removesuffix(name).endswith("非"), here),
        (lambda one: one.startswith(name), close),
        (lambda one: measures.short_for(name, one), close),
        (lambda one: measures.within(name, one), close),
        (lambda one: len(one) >= 2 and name.startswith(one), close),
        (lambda one: len(name) >= 4 and one[:2] == name[:2], close),
    )
    for fits, among in ways:
        found = [c for c in among if c.figure.name and fits(c.figure.name)]
        if found:
            return found[0] if len({c.figure.value for c in found}) == 1 else None
    found = [c for c in close if len(c.figure.raw) >= 2 and name.startswith(c.figure.raw)]
    return found[0] if len(found) == 1 else None


def _wholes(ask: Ask, part: Level, near: Sequence[Level]) -> list[Figure]:
    """Return what the share may be of: printed with it, named, or the group's whole."""
    figure = ask.figure
    word = measures.name(figure.word)
    if ask.printed is not None and ask.printed.role == "whole":
        return [ask.printed]
    if phrasings.ELSEWHERE.fullmatch(figure.word):
        return []
    if not word or phrasings.WHOLE.fullmatch(word):
        return _unnamed(ask, part, word)
    bases = {part.figure.base, *(mate.base for mate in part.mates)}
    levels = [
        c
        for c in near
        if c is not part
        and c.figure.sentence <= figure.sentence + 1
        and any(c.of(base) for base in bases)
    ]
    close = [c for c in levels if _close(c, figure)]
    found = [c for c in levels if measures.same(word, c.figure.name)]
    if found:
        found.sort(key=lambda c: abs(c.order - part.order))
        return _figures(found)
    above = part.group.wholes if part.group else [*reversed(ask.here), *ask.anchors]
    above = [c for c in above if c in levels and c.order < part.order][: None if part.group else 2]
    if county := phrasings.ALL_OF.match(figure.word):  # 占全市工业总产值的: not of another zone's
        above = [c for c in above if county[0] in c.figure.raw or part.group]
    for fits, among in (
        (measures.short_for, levels),
        (_ends_in, close),
        (measures.alludes, above),
        (measures.akin, above),
    ):
        found = [c for c in among if c.figure.name and fits(word, c.figure.name)]
        if found:
            return _figures(found) if len({c.figure.value for c in found}) == 1 else []
    return []


def _ends_in(word: str, name: str) -> bool:
    """基金支出, where the level is just called 支出."""
    return len(name) == 2 and word.endswith(name)


def _unnamed(ask: Ask, part: Level, word: str) -> list[Figure]:
    if group := part.group or ask.group:
        wholes = _figures(group.wholes)
        # 供应用地…，其中…，占供地总量的: what the parts are of
        near = len({one.base for one in wholes}) == len(wholes) == 1
        return [one for one in wholes if _whole_of(word, one) or (near and _touches(word, one))]
    # What has a share itself is another part, and the whole is not told.
    before = [one for one in reversed(ask.here) if one.order < part.order and not one.shared]
    if word and not before:  # 占全部投资的: of the sentence before
        before = [one for one in ask.anchors if one is not part and one.order < part.order]
    wholes = [*_figures(before), *([ask.printed] if ask.printed else [])]
    return [one for one in wholes if _whole_of(word, one)]


def _whole_of(word: str, whole: Figure) -> bool:
    """Tell whether 专任教师总数 may be that figure."""
    found = phrasings.WHOLE_OF.search(word)
    noun = found["noun"][-2:] if found else ""
    return len(noun) < 2 or noun in whole.raw or noun in whole.tail or noun in whole.name


def _touches(word: str, whole: Figure) -> bool:
    found = phrasings.WHOLE_OF.search(word)
    return found is not None and any(char in whole.raw for char in found["noun"])


def _figures(levels: Iterable[Level]) -> list[Figure]:
    return [figure for one in levels for figure in (one.figure, *one.mates)]


def _days(figure: Figure, counted: frozenset[str]) -> bool:
    """按197个工作日计算，日均办件289件."""
    return "个工作日" in counted and figure.tail.startswith("工作日")


def _close(level: Level, figure: Figure, sentences: int = 1) -> bool:
    return abs(level.figure.sentence - figure.sentence) <= sentences


def _distinct(figures: Iterable[Figure]) -> list[Figure]:
    """Return the first few figures, each value once."""
    found: dict[object, Figure] = {}
    for figure in figures:
        found.setdefault(figure.value, figure)
    return [*found.values()][:_FEW]


def _rate(ask: Ask, near: Sequence[Level]) -> Claim | None:
    """办结k件，办结率r%: of the same unit, out of another and larger level."""
    figure = ask.figure
    if figure.each:
        return None
    if figure.kind == "times":
        return _ratio(ask, near)
    if named := next((v for k, v in phrasings.NAMED_RATES.items() if k in figure.word), None):
        parts, wholes = (
            [
                c
                for c in near
                if all(word in c.figure.raw for word in words) and _close(c, figure, 2)
            ]
            for words in named
        )
        wholes = [c for c in wholes if c not in parts] or wholes
        return _rate_of(ask, _nearest(parts, figure)[:1], _nearest(wholes, figure))
    close = [c for c in near if _close(c, figure)]
    here = _nearest([c for c in close if c.figure.sentence == figure.sentence], figure)
    stem = figure.word[-2:]
    words = phrasings.SYNONYMS.get(stem, (stem,))
    done = [
        c
        for c in here
        if any(_says(word, c.figure) for word in words) and "应" not in c.figure.raw[:2]
    ]
    if not _told(figure.word[:-2], close):
        return None
    if not done and stem in {"完成", "成功"}:
        done = here[:1]
    parts = done[:1]
    if parts and parts[0].group:
        parts += [c for c in parts[0].group.wholes if c in done]
    # 已办结62件，阶段性办结26件，办结率70.5%: either may be meant.
    parts += [c for c in done if c not in parts and c.figure.base == parts[0].figure.base]
    if not parts:
        return _rate_of_two(figure, here)
    wholes = [*here, *ask.anchors, *(c for c in reversed(close) if c not in here)]
    return _rate_of(ask, parts, wholes)


def _rate_of_two(figure: Figure, here: Sequence[Level]) -> Claim | None:
    """授信6亿元，实际发放3亿元，授信使用率50%: the whole is in the name of the rate.

    here: the levels of its sentence, the nearest first.
    """
    before = [c.figure for c in here if c.figure.span < figure.span]
    pair = [one for one in before if one.base == before[0].base]
    if len(pair) != 2 or before[1] is not pair[1] or not measures.akin(figure.word, pair[1].raw):
        return None
    return Rate([pair[0]], [pair[1]], figure)


def _told(qualifier: str, levels: Sequence[Level]) -> bool:
    """雨污分流改造率: only where the levels tell of 雨污分流; 按期办结率: in any case."""
    if qualifier.endswith(phrasings.MANNERS) or len(qualifier) < 2:
        return True
    pairs = [qualifier[i : i + 2] for i in range(len(qualifier) - 1)]
    return any(_says(pair, level.figure) for level in levels for pair in pairs)


def _says(word: str, figure: Figure) -> bool:
    """Tell whether the words round a figure say something of it: 已办结98件, 98件已办结."""
    return measures.said_of(word, figure.raw) or measures.said_of(word, figure.tail)


def _rate_of(ask: Ask, parts: Sequence[Level], wholes: Sequence[Level]) -> Claim | None:
    if not parts:
        return None
    base = parts[0].figure.base
    own = [part.figure for part in parts]
    figures = ([ask.printed] if ask.printed else []) + _figures(wholes)
    taken = {one.span for one in own}  # a level is no rate of itself
    fitting = _distinct(w for w in figures if w.base == base and w.span not in taken)
    # What is done is less than what there was, unless it is the slip.
    fitting.sort(key=lambda w: w.value.high < own[0].value.low)
    return Rate(own, fitting, ask.figure) if fitting else None


def _nearest(levels: Iterable[Level], figure: Figure) -> list[Level]:
    """Return the levels before a figure, the last first, then those behind it."""
    before: list[Level] = []
    behind: list[Level] = []
    for level in levels:
        (before if level.figure.span < figure.span else behind).append(level)
    return [*reversed(before), *behind]


def _ratio(ask: Ask, near: Sequence[Level]) -> Claim | None:
    """生师比16.5:1, 城乡居民收入比2.21:1."""
    named = next((v for k, v in phrasings.NAMED_RATIOS.items() if k in ask.figure.word), None)
    if named is None:
        return None
    first, second = named
    for level in near:
        # The same measure of both: 城镇居民人均可支配收入, 农村居民人均可支配收入.
        other = level.figure.name.replace(first, second)
        if level.figure.per_head and other != level.figure.name:
            for one in near:
                if one.figure.per_head and one.figure.name == other:
                    return Times(level.figure, one.figure, ask.figure)
    return None


def _average(ask: Ask, near: Sequence[Level]) -> Claim | None:
    """Money or weight ÷ people, households or land, where the sentence has one of each."""
    mean = ask.figure
    counted = next((u for w, u in phrasings.COUNTED.items() if mean.word.startswith(w)), None)
    if counted is None:
        return _average_by_unit(ask)
    if phrasings.PER_TIME.search(mean.raw):
        return None
    if mean.per_head:  # 按年末常住人口计算，人均生产总值
        wholes = _distinct(c.figure for c in near if "生产总值" in c.figure.name)
        heads = _distinct(c.figure for c in near if "人口" in c.figure.name)
        return Average(wholes, heads, mean) if wholes and heads else None
    levels = [c for c in near if c.figure.role != "average"]
    weighed = mean.base not in {"元", "块"}  # 平均单产…；播种面积…，总产…
    here = _figures(
        c
        for c in levels
        if c.figure.clause == mean.clause or (weighed and c.figure.sentence == mean.sentence)
    )
    wholes = _distinct(f for f in here if f.base == mean.base)
    if not wholes:
        wholes = _distinct(f for f in _figures(reversed(ask.here)) if f.base == mean.base)
    heads = _distinct(f for f in here if f.base in counted or _days(f, counted))
    if not heads:
        above = [*reversed(ask.here), *(c for c in ask.anchors if _close(c, mean))]
        heads = _distinct(f for f in _figures(above) if f.base in counted)
    if not (wholes and heads) and not phrasings.PER_TIME.search(mean.word[:1]):
        return _average_by_unit(ask, counted)
    return Average(wholes, heads, mean) if wholes and heads else None


def _average_by_unit(ask: Ask, counted: frozenset[str] = frozenset()) -> Claim | None:
    """每公里造价…, 场均…, 单价5.16元/件: the heads' unit stands in the average's own words."""
    mean = ask.figure
    if len(mean.digits.replace(".", "").replace(",", "")) < _TELLING:
        return None
    levels = [
        c
        for c in (*reversed(ask.here), *ask.anchors)
        if c.figure.role != "average" and _close(c, mean)
    ]
    # 甲线每公里造价: of that line alone, 成母牛头均产奶: of the cows that were told of.
    own = measures.name(mean.raw.partition(mean.word)[0])
    if mean.parts or not (not own or any(own[:2] in c.figure.raw for c in levels)):
        return None
    levels.sort(key=lambda c: (-c.figure.sentence, c.group is not None))
    heads = [f for f in _figures(levels) if f.base in counted or _counts(mean, f)]
    wholes = [f for f in _figures(levels) if f.base == mean.base and f not in heads]
    heads = [f for f in heads if f.sentence == heads[0].sentence]
    wholes = [f for f in wholes if f.sentence == wholes[0].sentence]
    if not (heads and wholes):
        return None
    return Average(_distinct(wholes)[:3], _distinct(heads)[:2], mean)


def _counts(mean: Figure, heads: Figure) -> bool:
    """Tell whether an average is per unit of that figure: 每公里 and 公里, 元/件 and 件."""
    unit = heads.unit.removeprefix("万").removeprefix("亿")
    if not unit:
        return False
    tail = (mean.unit + mean.tail).partition("/")[2]
    own = mean.word.removeprefix("平均").removeprefix("每")
    per = mean.word.rpartition("均")[0] or (own if "每" in mean.word else "")
    return tail.startswith(unit) or (len(per) > 0 and per.startswith(unit))


_ANSWERS: Mapping[str, Callable[[Ask, Sequence[Level]], Claim | None]] = {
    "share": _share,
    "rate": _rate,
    "average": _average,
}


def _hundreds(shares: Sequence[tuple[Figure, str]]) -> list[Claim]:
    """税收占72%，非税占28%: shares of one whole whose names are known to make it up."""
    found: list[Claim] = []
    run: list[tuple[Figure, str]] = []
    for share, name in shares:
        last = run[-1][0] if run else None
        if last and (
            share.sentence != last.sentence
            or share.role != last.role
            or (share.role == "share" and share.word != last.word)
        ):
            run = []
        run.append((share, name))
        if len(run) >= 2 and measures.complete([one for _, one in run]):
            found.append(Hundred([one for one, _ in run]))
            run = []
    return found
