"""Of what a share is, where its words do not name it or something near tells it."""

from __future__ import annotations

from kuaibao_lint.facts.claims import measures, phrasings, terms
from kuaibao_lint.facts.claims.asking import Ask, near_by
from kuaibao_lint.facts.claims.named_wholes import (
    DUE,
    FAR,
    MEASURE,
    NAMED,
    begun_by,
    by_count,
    by_name,
    called_so,
    noun_of,
    of_one_value,
    of_that_name,
    planned_in,
)
from kuaibao_lint.facts.claims.unnamed_wholes import (
    amongst,
    of_its_kind,
    out_of,
    told_earlier,
    unnamed,
)
from kuaibao_lint.light_typing import TYPE_CHECKING
from kuaibao_lint.patterns import pattern

if TYPE_CHECKING:
    from collections.abc import Sequence

    from kuaibao_lint.facts.claims.figure import Figure
    from kuaibao_lint.facts.claims.model import Level

_PLACE = pattern("[^，；]{0,4}(?:园区|开发区|高新区|示范区|景区|灌区|流域|集团|系统)")
_SOME_OUT_OF = pattern("(?P<whole>[^，；]{3,14}?)中(?:有(?!效|[色机])|[^，；]{2,12}的$)")
_SO_COUNTED = pattern("(?:人数|户数|件数|起数|总?数量?|总?量|面积|金额|总额)$")
_BRACKET = 12  # characters from a share to the amount of the bracket behind it
_ALL = frozenset(("全部", "全部为", "合计", "总计", "共计"))
_INCOME = 2  # sentences from income to a kind of it
_OF_ALL = frozenset("应总全需计待")
_EXPECTED = "预计"
_MEASURE_ENDS = 2  # characters of a name that say what is measured


def wholes_of(ask: Ask, part: Level, near: Sequence[Level]) -> list[Figure]:
    """Return what the share may be of: printed with it, named, or the group's whole.

    科技型企业147家，规上工业企业中有研发活动的63家，占36%: of none but what the part is out of.
    """
    if ask.figure.word.startswith(_EXPECTED) and not any(_EXPECTED in c.figure.raw for c in near):
        return []  # 腾茬168.3万亩，已播小麦73.3万亩，占预计的23.6%: of what nobody tells
    found = _wholes_of(ask, part, near)
    if "支出" in ask.figure.word or "收入" in ask.figure.word:
        found = [one for one in found if not _is_other_side(ask.figure.word, one.raw)]
    said = _SOME_OUT_OF.match(part.figure.raw) if "中" in part.figure.raw else None
    if said is None or ask.figure.word:
        return found
    whole = said["whole"]  # 58个自动站中有13个
    return [
        one
        for one in found
        if one is ask.printed or measures.within(whole, one.name) or one.tail.startswith(whole)
    ]


def _is_other_side(word: str, told: str) -> bool:
    """占一般公共预算支出的63.2% is of no 一般公共预算收入."""
    return any(
        own in word and other not in word and other in told and own not in told
        for own, other in terms.SIDES[:2]
    )


def _wholes_of(ask: Ask, part: Level, near: Sequence[Level]) -> list[Figure]:
    figure = ask.figure
    word = measures.name(figure.word)
    if terms.OF_INCREASE.search(figure.word) and not _told_increase(word, ask, near):
        # 占新增贷款的80%: of what came, and not of what there is
        return _of_all_new(word, part)
    if ask.printed is not None and ask.printed.role == "whole":
        return [ask.printed]
    if behind := _in_bracket(figure, part, near):
        return [behind]
    if figure.word.endswith(terms.MEAN):
        return _of_mean(part, near)
    if terms.ELSEWHERE.fullmatch(figure.word):
        return _of_scope(figure, part, near)
    if figure.word == terms.SO_FAR:
        told = ask.here or [c for c in near if c.figure.sentence == figure.sentence - 1]
        found = [c.figure for c in told if terms.SO_FAR in c.figure.raw and c is not part]
        return found if len(found) == 1 else [] if found else _of_all_months(part, near)
    if terms.ALL_OF.match(figure.word) and noun_of(word) == part.figure.name:
        return _of_scope(figure, part, near)  # 园区规上企业106家，占全县规上企业总数的69%
    if not word or phrasings.WHOLE.fullmatch(word):
        return _of_no_name(ask, part, near, word)
    if part.figure.base != "元" and word.endswith(terms.IN_MONEY):
        return []  # 大中型企业28家，…，占规上工业增加值的比重为11.9%: no share of firms
    return (
        by_name(ask, part, near, word)
        or planned_in(word, part, near)
        or _of_its_place(figure, part, near)
        or _of_all_there_is(figure, part, near)
        or _told_at_last(word, part, figure, near)
        or _begun_so(word, part, near)
        or _so_measured(figure.name, word, part, near)
        or _of_which_it_is(word, part, near)
    )


def _of_which_it_is(word: str, part: Level, near: Sequence[Level]) -> list[Figure]:
    """49.0万亩小麦已收获42.7万亩，占应收面积的87.1%: of what the words of the part begin with."""
    if word[:1] not in _OF_ALL or not _SO_COUNTED.search(word):
        return []
    last = next((c.figure for c in near if c.order == part.order - 1), None)
    own = part.figure
    if last is None or last.base != own.base or own.span.start - last.span.end != len(own.raw):
        return []
    return [last] if own.raw else []


def _of_all_months(part: Level, near: Sequence[Level]) -> list[Figure]:
    """1—8月，用电110289万度，…。8月当月17815万度，占累计的16.2%: of the first, and largest."""
    if "T" not in part.figure.raw or part.group:
        return []
    told = [c.figure for c in near if c.order < part.order and c.figure.base == part.figure.base]
    first = max(told, key=lambda one: one.value.low, default=None)
    return [first] if first and first is told[0] and not first.parts else []


def _so_measured(name: str, word: str, part: Level, near: Sequence[Level]) -> list[Figure]:
    """工业占第二产业的97.3%, of 第二产业用电量, where the part is 工业用电量."""
    measure = part.figure.name.removeprefix(name) if name else ""
    if len(measure) < _MEASURE_ENDS or measure == part.figure.name:
        return []
    found = [
        c.figure
        for c in near
        if c.figure.name == word + measure and c.figure.base == part.figure.base
    ]
    return found if of_one_value(found) else []


def _begun_so(word: str, part: Level, near: Sequence[Level]) -> list[Figure]:
    """首针接种2630人…；第二针1730人，占首针人数的65.8%; 到库…，占到库量的: of what begins so.

    提起公诉509人…。四类356人，占起诉人数的69.9%: or was done so, in other words.
    """
    bare = _SO_COUNTED.sub("", word)
    if bare == word or len(bare) < _MEASURE_ENDS:
        return []
    found = [
        c.figure
        for c in near
        if c.order < part.order and c.figure.base == part.figure.base
        if part.figure.sentence - c.figure.sentence <= 1
        if c.figure.name.startswith(bare)
        or any(measures.said_of(word, c.figure.raw) for word in terms.ALSO_DONE.get(bare, ()))
    ]
    return found if len(found) == 1 and part.figure.value.low <= found[0].value.high else []


def _told_at_last(
    word: str, part: Level, percent: Figure, near: Sequence[Level]
) -> list[Figure]:
    """道路交通事故53起，占事故总起数的78.1%。全市各类事故68起: of what comes in the next sentence.

    Nothing of that unit was told before the part that is larger, and only one behind is no part.
    """
    noun, own = noun_of(word), part.figure
    if len(noun) < _MEASURE_ENDS:
        return []
    alike = [c for c in near if c.figure.base == own.base and near_by(c, percent, _INCOME)]
    if any(c.figure.span < own.span and c.figure.value.high > own.value.low for c in alike):
        return []
    behind = [c for c in alike if c.figure.span > percent.span and c.group is None and not c.shared]
    found = [c.figure for c in behind if c.figure.name.endswith((noun, word.removeprefix("全部")))]
    scope = terms.ALL_OF.match(percent.word)
    if len(found) != 1 or (scope and scope[0] not in found[0].raw):
        return []
    return found if own.value.low <= found[0].value.high else []


def _of_no_name(ask: Ask, part: Level, near: Sequence[Level], word: str) -> list[Figure]:
    """占总数的23%, 占41%: of what the words do not name."""
    figure = ask.figure
    if word and (behind := _told_behind(word, part, figure, near)):
        return [behind]
    like = of_its_kind(part, near) + of_that_name(word, part, near)
    like += _of_all_of_it(word, part)
    like += (
        by_count(word, part, near)
        or called_so(word, part, figure, near)
        or out_of(part, near)
        or amongst(ask, part, near)
        or begun_by(word, part, near)
        or _begun_so(word, part, near)
        or unnamed(ask, part, near)
        or _all_behind(ask, part, near)
        or _told_at_last(word, part, figure, near)
    )
    noun = noun_of(word)
    if len(noun) > 1 and noun in part.figure.raw and part.group is None:
        # 新增就业3796人。…高校毕业生留县就业620人，占毕业生总数的34.5%: of none but 毕业生
        begins = noun[:_MEASURE_ENDS]
        like = [c for c in like if begins in c.raw + c.tail or measures.same(word, c.name)]
    due = word.startswith("应") or not noun
    return like if due else [one for one in like if not one.raw.startswith(DUE)]


def _of_its_place(percent: Figure, part: Level, near: Sequence[Level]) -> list[Figure]:
    """工业园区118户企业产值69.5亿元，其中规上企业52户产值61.3亿元，占园区的88.2%: of the 69.5."""
    word, own = measures.name(percent.word), part.figure
    if terms.ALL_OF.match(percent.word):
        return []
    above = next((c for c in part.group.wholes if c.of(own.base)), None) if part.group else None
    if above is None or not _PLACE.fullmatch(word):
        return []
    said = any(word in c.figure.raw and near_by(c, above.figure, 0) for c in near)
    whole = above.of(own.base)
    return [whole] if said and whole and own.value.low <= whole.value.high else []


def _of_all_there_is(percent: Figure, part: Level, near: Sequence[Level]) -> list[Figure]:
    """生猪存栏38万头；能繁母猪存栏3.8万头，占存栏量的9.9%: of the only other that is called so."""
    word = percent.word
    noun = word.removesuffix("量").removesuffix("总")
    own = part.figure
    if len(noun) < _MEASURE_ENDS or noun == word or not own.name.endswith(noun):
        return []
    told = [c for c in told_earlier(part, near) if c.group is None and c.figure.name.endswith(noun)]
    found = [one for c in told if (one := c.of(own.base))]
    return found if len(found) == 1 and own.value.low <= found[0].value.high else []


def _all_behind(ask: Ask, part: Level, near: Sequence[Level]) -> list[Figure]:
    """总产值中，食品占43.2%，建材占22.3%；食品58.6亿元，建材30.3亿元，全部135.8亿元: of all."""
    own = part.figure
    if not ask.among or own.span < ask.figure.span:
        return []
    told = [c.figure for c in near if c.figure.raw in _ALL and c.figure.base == own.base]
    told = [one for one in told if one.span > own.span and one.sentence == own.sentence]
    return told if len(told) == 1 else []


def _of_all_of_it(word: str, part: Level) -> list[Figure]:
    """支出15亿元：…，项目支出7亿元。项目支出中含预备费0.4亿元，占支出总额的2.4%: of the 15."""
    above = part.group.wholes[0] if part.group and "总" in word else None
    outer = above.group.wholes[0] if above and above.group else None
    return [one] if outer and (one := outer.of(part.figure.base)) else []


def _of_all_new(word: str, part: Level) -> list[Figure]:
    """新增停车位3216个，其中公共停车位1842个，占新增数的57.3%: of all that came."""
    whole = part.group.wholes[0] if part.group else None
    own = whole.of(part.figure.base) if whole else None
    bare = terms.ALL_NEW.fullmatch(word) is not None
    return [own] if own and bare and terms.OF_INCREASE.search(own.raw) else []


def _in_bracket(percent: Figure, part: Level, near: Sequence[Level]) -> Figure | None:
    """占全国总投入的43.9%（全国2582.85亿元）: return what is in the bracket, if it is so called."""
    for level in near:
        one = level.figure
        if 0 < one.span.start - percent.span.end <= _BRACKET and one.enters:
            # 规上企业中有研发的66家，占45.8%（规上企业144家）
            words = percent.word or part.figure.raw
            named = len(one.raw) > 1 and (one.raw in words or words in one.raw)
            return one if named and one.base == part.figure.base else None
    return None


def _told_behind(
    word: str, part: Level, percent: Figure, near: Sequence[Level]
) -> Figure | None:
    """投诉类1964件、求助类1843件，分别占总量的33%、31%；总量5951件…: return what is so called."""
    found = [
        one
        for c in near
        if c.figure.span > percent.span
        and c.figure.sentence == percent.sentence
        and c.figure.name == word
        and (one := c.of(part.figure.base))
    ]
    return found[0] if len(found) == 1 else None


def _of_mean(part: Level, near: Sequence[Level]) -> list[Figure]:
    """人均可支配收入22440元，中位数19800元，中位数是平均数的88.2%: of the mean right before it."""
    last = next((c for c in near if c.order == part.order - 1), None)
    own = last.of(part.figure.base) if last else None
    means = own is not None and ("均" in own.raw or own.role == "average")
    return [own] if own is not None and means and own.sentence == part.figure.sentence else []


def _of_scope(percent: Figure, part: Level, near: Sequence[Level]) -> list[Figure]:
    """全县社会消费品零售总额24亿元，…；限额以上零售额5亿元，占全县的21%: of the county's.

    本科上线1930人。县一中本科上线1146人，占全县的59.4%: of what is called so without a place.
    """
    scope = terms.ALL_OF.match(percent.word)
    above = part.group.wholes[0].figure if part.group else part.figure
    if scope and above.base == part.figure.base and scope[0] in above.raw and above.name:
        return [above]  # 全县原煤产量1706万吨，其中县属企业1101万吨。县属企业产量占全县的64.5%
    measure = part.figure.name.replace("总", "")[-MEASURE:]
    if scope is None or len(measure) < MEASURE:
        return []
    found = [
        c.figure
        for c in told_earlier(part, near)
        if c.figure.base == part.figure.base
        and scope[0] in c.figure.raw
        and c.figure.name.replace("总", "").endswith(measure)
    ]
    if not found:
        own = part.figure
        found = [
            c.figure
            for c in near
            if c.order < part.order and near_by(c, own, FAR)
            if c.figure.base == own.base and c.group is None and not c.figure.parts
            if len(c.figure.name) >= NAMED and own.name != c.figure.name
            if own.name.endswith(c.figure.name) and c.figure.value.low > own.value.high
        ]
    return found if of_one_value(found) else _of_what_all_did(scope[0], part, near)


def _of_what_all_did(scope: str, part: Level, near: Sequence[Level]) -> list[Figure]:
    """全县累计接待游客69.13万人次，…。三大景区接待34.22万人次，占全县的49.5%: of what all did."""
    own = part.figure
    doing = own.raw[-_MEASURE_ENDS:]
    found = [
        c.figure
        for c in near
        if c.order < part.order and near_by(c, own, FAR) and c.group is None
        if c.figure.base == own.base and c.figure.raw.startswith(scope) and doing in c.figure.raw
        if not c.figure.parts and c.figure.value.high > own.value.low
    ]
    return found if len(doing) == _MEASURE_ENDS and len(found) == 1 else []


def _told_increase(word: str, ask: Ask, near: Sequence[Level]) -> bool:
    """新增债券4.9亿元，…专项债券占新增债券的78%: what came was told of itself."""
    words = (word, noun_of(word))  # 占全部新增贷款的
    return any(
        one.name.endswith(words) and terms.OF_INCREASE.search(one.raw) and one is not ask.printed
        for one in (c.figure for c in near)
    )


