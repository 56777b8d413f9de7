"""Which relations follow from which claim: a function and a line for each."""

from __future__ import annotations

from decimal import Decimal
from itertools import accumulate, combinations, pairwise

from kuaibao_lint.facts.claims import measures, model, rate_terms, terms
from kuaibao_lint.facts.claims.figure import altogether
from kuaibao_lint.facts.relations import formulas
from kuaibao_lint.facts.relations.agreement import agreeing
from kuaibao_lint.facts.relations.mixed import mixed
from kuaibao_lint.facts.relations.parts import parts
from kuaibao_lint.facts.relations.sum import Sum, likeliest
from kuaibao_lint.intervals import Interval, exactly, is_share
from kuaibao_lint.later import later
from kuaibao_lint.light_typing import TYPE_CHECKING, Any
from kuaibao_lint.patterns import pattern

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Mapping, Sequence

    from kuaibao_lint.facts.claims.figure import Figure, Tries
    from kuaibao_lint.facts.claims.model import Claim
    from kuaibao_lint.source import Span

_EACH = 5  # characters before an amount in which 每 says that each has so much
_SHARE = 3  # operands of a share
_TELLING = 3  # digits of a rate that fits two figures hardly by chance
_LISTED = 12  # figures before a total: they bound the work
# Means of what may stand behind them.
_BEHIND = (*terms.YIELD, *terms.PRICE, *rate_terms.NAMED_MEANS)
_LESS = Decimal("0.7")  # of what all got, that a mean of one month makes where there were more
_REST, _ALL = "其余", "100"
_SPENT = "完成投资"
_COST = ("投入", "投资", "补助")
_BUILT = pattern("完成|建成|竣工|完工|投产|投用")
_NOUN = 2  # characters of a name that say what is added up
_HUNDRED, _TWICE = 100, 2
_OF_OFFENDERS = pattern("不起?诉率|适用率")  # of whom some are dealt with in a third way
_OF_SEVERAL = pattern("(?:以上|上述)?[两二三四][项类者批种]")
_PAIR = 2  # figures of a list that may be all
_RUN = 3  # shares in a sentence that tell whether a whole is theirs
_HERE = "facts.relations"
_of_plan = later(f"{_HERE}.movements", "of_plan")
_without_rounded = later(f"{_HERE}.rounded_to_all", "without_rounded")
_is_nearly = later(f"{_HERE}.house_ways", "is_nearly")


def sums_together(told: Sequence[tuple[Sequence[Claim], Tries]]) -> list[list[Sum]]:
    """Return the sums that must be right if the claims of each item are.

    told: the claims of each, and the tries of its text: until they are used up. The claims of one
    kind are taken together, as in `linter.lint_together`.
    """
    by_kind: dict[type, list[tuple[Claim, Tries, list[Sum]]]] = {}
    found: list[list[list[Sum]]] = []
    for claims, tries in told:
        sums: list[list[Sum]] = [[] for _ in claims]
        found.append(sums)
        for claim, own in zip(claims, sums, strict=True):
            by_kind.setdefault(type(claim), []).append((claim, tries, own))
    for kind, some in by_kind.items():
        follows = _FOLLOWS[kind]
        for claim, tries, own in some:
            if tries.left:
                own.extend(follows(claim))
    return [
        _with_mixed(claims, [one for own in sums for one in own])
        for (claims, _), sums in zip(told, found, strict=True)
    ]


def _with_mixed(claims: Sequence[Claim], found: list[Sum]) -> list[Sum]:
    """Return the sums that are worth looking at, with those of several claims at once."""
    return _without_untold(_without_strangers(found)) + mixed(claims, found)


def _without_strangers(found: list[Sum]) -> list[Sum]:
    """Leave out broken shares of a whole of which most shares of their sentence are none.

    本级受理的来信23件，占34%；来访4件，占6%；网络33件，占49%: not of all that came in.
    """
    if all(one.holds for one in found):
        return found
    if any(one.kind == "percent-share" and not one.holds for one in found):
        found = _without_rounded(found)
    runs: dict[tuple[Span, int], list[Sum]] = {}
    for one in found:
        if one.kind == "percent-share" and len(one.operands) == _SHARE:
            _, whole, percent = one.operands
            runs.setdefault((whole.span, percent.sentence), []).append(one)
    odd = [run for run in runs.values() if len(run) >= _RUN and _are_of_another(run)]
    strange = {id(one) for run in odd for one in run if not one.holds}
    return [one for one in found if id(one) not in strange] if strange else found


def _without_untold(found: list[Sum]) -> list[Sum]:
    """Leave out broken shares of a whole that was not told, as two of them say together.

    求助类1484件、…。城乡建设576件，占22.3%；公安交管323件，占12.5%；劳动社保235件，占9.1%.
    """
    odd = [one for one in found if one.kind == "percent-share" and not one.holds]
    odd = [one for one in odd if len(one.operands) == _SHARE]
    strange = {
        id(one)
        for added, other in combinations(odd[:_LISTED], 2)
        if added.operands[1] is not other.operands[1] and _are_of_one(added, other)
        for one in (added, other)
    }
    return [one for one in found if id(one) not in strange] if strange else found


def _are_of_one(added: Sum, other: Sum) -> bool:
    """Tell whether two shares of a sentence, each closely told, are of one whole."""
    (one, _, share), (part, _, percent) = added.operands, other.operands
    alike = share.sentence == percent.sentence and one.base == part.base
    telling = share.length > 1 < percent.length
    crosswise = one.value.times(percent.value), part.value.times(share.value)
    return alike and telling and crosswise[0].meets(crosswise[1])


def _are_of_another(run: Sequence[Sum]) -> bool:
    """Tell whether most shares are wrong, and no slip in the whole would explain them all."""
    if 2 * sum(one.holds for one in run) >= len(run):
        return False
    whole = run[0].operands[1]
    return not any(all(one.with_value(whole, value) for one in run) for value in whole.slips())


def _share(share: model.Share) -> list[Sum]:
    found = likeliest(_readings(share))
    if found[0].holds:
        return found
    if share.doubtful or _is_share_of_the_rest(share) or _is_of_all_in_more(share):
        return []
    besides, sums, before = share.doubts()
    pairs = sums if share.peer is None else ()  # else the peer may be what is wrong
    if _names_its_whole(share):
        pairs = ()  # 到场709人，达成意向263人，占到场人数的37.1%: of no sum of the two
    if _is_share_of_others(share, besides, pairs) or _is_share_of_more(share, before):
        return []
    if share.beside is not None:
        both = share.part.value.plus(share.beside.value)
        if any(is_share(both, one.value, share.percent.value) for one in share.wholes):
            return []
    return found


def _names_its_whole(share: model.Share) -> bool:
    word = share.percent.word
    return len(word) > _NOUN and word[:_NOUN] in share.wholes[0].raw and "总" not in word


def _is_of_all_in_more(share: model.Share) -> bool:
    """新能源87.4，其中集中式40.5、分布式17.3、风电29.6，占电源总装机的69.9%: all of it does."""
    together = altogether((*share.others, share.part))
    return bool(share.others) and any(one.amount == together for one in share.wholes)


def _is_share_of_the_rest(share: model.Share) -> bool:
    """余额低于限额15.86亿元，占限额的72.5%: the balance is, and 27.5 is no slip of that."""
    part, percent = share.part.value, share.percent.value
    return any(
        whole.amount > share.part.amount
        and is_share(whole.value.minus(part), whole.value, percent)
        for whole in share.wholes
    )


def _is_share_of_others(
    share: model.Share, besides: Sequence[Figure], pairs: Sequence[tuple[Figure, Figure]]
) -> bool:
    """Tell whether a share is of something else that was told, or of two figures together.

    170个村、23个社区…“一肩挑”167个，占86.5%: of both. 初次822件；重复174件，占17.5%: of both, too.
    """
    wholes = [one.value for one in besides]
    wholes += [one.value.plus(other.value) for one, other in pairs]
    wholes += [  # 受理10870件（含旧存447件）。新收案件中，民商事4655件，占44.66%: of what came in
        one.value.minus(kept.value)
        for one in (*share.wholes, *besides)
        for kept in besides
        if kept.enters and kept.base == one.base and terms.CARRIED_ON.search(kept.raw)
    ]
    if share.percent.word:
        # 摸排610.4亩，其中水田326.6亩、旱地273.8亩；复耕522.0亩，占摸排面积的86.9%: of 600.4
        meant = share.wholes[0].slips()
        wholes += [one for one in _runs(besides) if not any(map(one.meets, meant))]
    if "总" in share.percent.word:  # 学前1503人次…、义务11198人次…。脱贫户8463人次，占总人次的49.2%
        like = [one for one in besides if one.base == share.part.base]
        wholes += accumulate((one.value for one in like), Interval.plus)
    return any(is_share(share.part.value, whole, share.percent.value) for whole in wholes)


def _runs(told: Sequence[Figure]) -> Iterator[Interval]:
    """幼儿3067人、小学生9790人、初中生4670人、高中生1971人，…，占中小学生的65%: of three."""
    for start, first in enumerate(told):
        added = first.value
        for one in told[start + 1 :]:
            if not one.joined or one.base != first.base:
                break
            added = added.plus(one.value)
            yield added


def _is_share_of_more(share: model.Share, before: Sequence[Figure]) -> bool:
    """Tell whether a share is of the part and of what stands before it, taken together."""
    added = share.part.value
    for one in before:
        added = added.plus(one.value)
        if any(is_share(added, whole.value, share.percent.value) for whole in share.wholes):
            return True
    return False


def _readings(share: model.Share) -> Iterator[Sum]:
    """Yield what a share may be: of its part, of the list that ends with it."""
    for whole in share.wholes:
        if not share.together:
            yield formulas.ratio_of(
                "percent-share", share.part, whole, share.percent, sure=share.sure
            )
        if share.others:
            parts = [*share.others, share.part]
            yield formulas.share_of_all("percent-share", parts, [whole], share.percent)
    if share.peer:
        yield formulas.one_whole([share.peer, (share.part, share.percent)])


def _together(claim: model.Together) -> list[Sum]:
    return [formulas.parts_of(claim.percent, claim.shares, "percent-share")]


def _hundred(all_of_it: model.Hundred) -> list[Sum]:
    return [formulas.hundred(all_of_it.shares)]


def _alike(claim: model.Alike) -> list[Sum]:
    return [formulas.one_whole(claim.pairs)]


def _completion(done: model.Completion) -> list[Sum]:
    if done.beyond:
        return [_of_plan(done.done, done.plan, done.percent)]
    return [formulas.ratio_of("completion-rate", done.done, done.plan, done.percent, sure=False)]


def _rate(rate: model.Rate) -> list[Sum]:
    kind, percent = "completion-rate", rate.percent
    found = [formulas.share_of_sum(kind, part, whole, percent) for part, whole in rate.sums]
    found += [formulas.share_of_all(kind, *one, percent) for one in _whole_lists(rate.lists)]
    found += [formulas.share_of_rest(kind, whole, rest, percent) for whole, rest in rate.less]
    of_wholes = [
        formulas.ratio_of(kind, part, whole, percent, sure=False)
        for part in rate.parts
        for whole in rate.wholes
        if part is not whole
        and (part.base == whole.base or (part.base, whole.base) in rate_terms.KIN)
    ]
    found += [one for one in of_wholes if one.holds or not rate.doubtful]
    meant = likeliest(found)
    if not meant or meant[0].holds:
        return meant
    odd = _is_of_much_more(meant[0]) or _is_of_others(rate)
    if _OF_OFFENDERS.search(percent.raw):
        odd = odd or _is_nearly(meant[0])
    return [] if odd else meant


def _is_of_much_more(added: Sum) -> bool:
    """返乡人员79700人，…；员工到岗21972人，到岗率90.3%: of none whom another clause tells.

    A slip that would make so much more of the one, or less of the other, is chance.
    """
    part, whole, *rate = added.operands
    apart = whole.clause != part.clause and whole.sentence == part.sentence
    if len(rate) != 1 or not apart or whole.role == "plan":
        return False
    return part.amount * _HUNDRED * _TWICE < whole.amount * rate[0].amount


def _whole_lists(
    lists: Sequence[tuple[Sequence[Figure], Sequence[Figure]]],
) -> list[tuple[Sequence[Figure], Sequence[Figure]]]:
    """县级21项、部门120项、乡镇175项, all of 316项，完成率97.4%: of no two of these."""
    every = [one for one, of in lists if len(of) == 1 and altogether(one) == of[0].amount]
    if not every:
        return [*lists]
    spans = [{figure.span for figure in one} for one in every]
    return [one for one in lists if not any({f.span for f in one[0]} < all_ for all_ in spans)]


def _is_of_others(rate: model.Rate) -> bool:
    """Tell whether a rate is of two other figures, or of two wholes together.

    拨付1223万元，使用比例99.9%: of what was used in what came. 行政编制…名、事业编制…名，空编率…%.
    """
    percent, told = rate.percent, rate.besides
    if percent.digits == _ALL and any(one.joined for one in rate.parts):
        return True  # Ⅰ—Ⅱ类4个、Ⅲ类3个，优良比例100%: of all of the list
    # 61% is of two figures in three; 机收率7.4%, of 机收3.27万亩 in land that was told long before.
    parts = [*told, *rate.parts] if percent.length >= _TELLING else rate.parts
    left = [(whole, rest) for whole in told for _, rest in rate.less[:1]]
    if any(is_share(one.value.minus(rest.value), one.value, percent.value) for one, rest in left):
        return True
    pairs = [(part, last, last.value) for part in parts for last in told]
    pairs += [
        (part, second, first.value.plus(second.value))
        for first, second in pairwise(told)
        if second.joined and first.base == second.base
        for part in told
        # 11.0万亩（新建6.3万亩、改造4.7万亩），完成率99.1%: of the whole in its own parts is none
        if not part.value.meets(first.value.plus(second.value))
    ]
    pairs += [  # 一审结案544件；二审结案50件；…调解202件，调解率34.01%: of both
        (part, second, first.value.plus(second.value))
        for first, second in combinations(told, 2)
        if first.raw and first.raw == second.raw and first.base == second.base
        for part in parts
        if part is not first
    ]
    pairs += [  # 受理8859件（含旧存330件），结案率98.8%: of those that came in
        (part, whole, whole.value.minus(kept.value))
        for whole, kept in pairwise(told)
        if kept.enters and whole.base == kept.base and whole.value.low > kept.value.high
        if terms.CARRIED_ON.search(kept.raw)
        for part in parts
    ]
    return any(
        part is not last and part.base == last.base and is_share(part.value, whole, percent.value)
        for part, last, whole in pairs
    )


def _total(claim: model.Total) -> list[Sum]:
    whole = claim.total
    # 3家企业，每家投资200万元，加上基金400万元，总投资1000万元: what each gives is no part
    lists = [some for some in claim.lists if not any(map(_is_for_each, some))]
    # 对446处开展排查，发现隐患73处，已整改66处，其余7处: these are the 73, which is no part besides
    lists = [some for some in lists if len(some) == _PAIR or not _is_first_of_all(some)]
    found = likeliest(formulas.parts_of(whole, listed) for listed in lists)
    if whole.role == "total" and whole.length >= _TELLING and found and not found[0].holds:
        runs = [formulas.parts_of(whole, run) for run in (*_outside(claim), *_within(claim))]
        return runs or ([] if _of_each(found[0]) else _so_called(claim, found))
    if not found or _is_one_of_them(claim, found[0]):
        return []
    return found


def _is_first_of_all(listed: Sequence[Figure]) -> bool:
    return listed[0].amount == altogether(listed[1:])


def _is_for_each(part: Figure) -> bool:
    return part.raw[:1] in {"每", "各"} or "每" in part.raw[-_EACH:]


def _is_one_of_them(claim: model.Total, added: Sum) -> bool:
    """生活用火33起，电气23起，放火4起，其余34起: what is left is none of the 33."""
    rest = added.operands[-1]
    if added.holds or len(claim.lists) == 1 or rest.value.low <= claim.total.value.high:
        return False
    return rest.raw.startswith(_REST) and len(added.operands) <= max(map(len, claim.lists))


def _outside(claim: model.Total) -> Iterator[Sequence[Figure]]:
    """农业20个；工业234个（其中新签约121个）；三产180个（其中…），合计434个: without the asides."""
    listed = max(claim.lists, key=len)
    plain = [one for one in listed if not (one.enters and one.parts)]
    if 1 < len(plain) < len(listed) and formulas.parts_of(claim.total, plain).holds:
        yield plain


def _of_each(added: Sum) -> bool:
    """二等功奖励2万元、三等功奖励0.3万元，共计发放32.2万元: what each gets is no part of it."""
    whole, *listed = added.operands
    return whole.base == "元" and sum(one.weight == 1 for one in listed) > 1


def _so_called(claim: model.Total, found: list[Sum]) -> list[Sum]:
    """福彩销量21万元，公益金7万元；体彩销量47万元，…；两彩销量合计68万元: of what is called so."""
    noun = terms.SUMMED_UP.sub("", claim.total.raw)[-_NOUN:]
    listed = [one for one in max(claim.lists, key=len) if one.span < claim.total.span]
    named = [one for one in listed if one.raw.endswith(noun)]
    if len(noun) < _NOUN or not 1 < len(named) < len(listed):
        return found
    of_these = formulas.parts_of(claim.total, named)
    # 甲县受理839件，办结785件；…，四地合计办结2821件: of every second
    column = named == listed[1::2] and len(named) > 2 and of_these.explained()
    return [of_these] if of_these.holds or column else found


def _within(claim: model.Total) -> Iterator[Sequence[Figure]]:
    """Yield the list that a total is of, where it stands among what was listed before it.

    风电43.11万千瓦、光伏59.60万千瓦、火电43.22万千瓦，新能源合计102.71万千瓦: of the first two.
    """
    listed = [one for one in max(claim.lists, key=len) if one.span < claim.total.span][-_LISTED:]
    for start, first in enumerate(listed):
        added = first.value
        for end, one in enumerate(listed[start + 1 :], start + 2):
            added = added.plus(one.value)
            if added.meets(claim.total.value):
                yield listed[start:end]
                return


def _mixture(mixed: model.Mixture) -> list[Sum]:
    # Only where these are surely the parts: they add up.
    whole, figures = mixed.whole.figure, [one.figure for one in mixed.parts]
    added = formulas.parts_of(whole, figures)
    return agreeing(mixed.whole, mixed.parts, added) if added.holds else []


def _altogether(claim: model.Altogether) -> list[Sum]:
    figures = [one.figure for one in claim.levels]
    if not all(map(measures.nominal, figures)) or any(map(measures.comparable, figures)):
        return []
    pairs = [(one.figure, one.growth) for one in claim.levels if one.growth]
    return [formulas.growth_of_all(pairs, claim.growth)]


def _average(average: model.Average) -> list[Sum]:
    mean = average.mean
    # 上岗护林员985人，人均管护面积812亩；…，治安处罚6人: what is behind it has a tie before it.
    found = likeliest(
        formulas.average(whole, heads, mean, average.each)
        for whole in average.wholes
        for heads in average.heads
        if whole.span < mean.span or heads.span < mean.span or mean.raw.endswith(_BEHIND)
    )
    if not found or found[0].holds:
        return found
    return [] if _is_of_another_extent(found[0]) or _is_mean_of_others(average) else found


def _is_of_another_extent(found: Sum) -> bool:
    """惠及7.47万人，发放养老金1.16亿元，人均每月215.9元: of some months, and not of one.

    新建8.2万亩，…；完成投资1.53亿元，亩均投入2110元: of what it will have cost.
    """
    whole, heads, mean = found.operands
    if heads.word == "to":
        return True  # 由4.83万亩增加到6.99万亩，亩均增产62公斤，新增产能134万公斤: of what came
    built = _BUILT.search(heads.raw + heads.tail) is not None
    if _SPENT in whole.raw and mean.raw.endswith(_COST) and not built:
        return True
    monthly = "月" in mean.raw and "月" not in whole.raw
    return monthly and whole.amount * _LESS > heads.amount * mean.amount


def _is_mean_of_others(average: model.Average) -> bool:
    """Tell whether a mean is of two other figures, or over two numbers of heads together.

    符合参保条件439人，有就业能力366人。落实养老保险补贴131.26万元，人均2990元: of the 439 who are
    insured. 改造老果园2028亩，新建矮化园577亩，亩均投入3720元: of both.
    """
    mean, told = average.mean, average.besides
    bases = {one.base for one in average.heads}
    if "人" in bases:  # 无偿献血3797人次、1197684毫升，人均315毫升
        bases.add("人次")
    heads = [one for one in told if one.base in bases]
    values = [one.value for one in heads]
    # 已竣工73户…；任务176户，已竣工163户。两项共拨付补助161万元，户均6843元: of any two
    summed = any(_OF_SEVERAL.match(one.raw) for one in average.wholes)
    two = combinations(heads, 2) if summed else pairwise(heads)
    values += [first.value.plus(second.value) for first, second in two]
    each = exactly(average.each)
    # 4.4家 is of two figures in ten: only of other heads
    others = told if mean.length >= _TELLING else ()
    wholes = [one.value.times(each) for one in (*others, *average.wholes) if one.base == mean.base]
    # 中央奖补资金6960万元，市县配套4422万元，户均奖补1105元: of both
    paid = [one for one in others if one.base == mean.base and one.span < mean.span]
    pairs = (two for two in pairwise(paid) if not (two[0].parts or two[1].parts))
    wholes += [first.value.plus(second.value).times(each) for first, second in pairs]
    return any(whole.meets(head.times(mean.value)) for whole in wholes for head in values)


_FOLLOWS: Mapping[type, Callable[[Any], list[Sum]]] = {
    model.Change: later(f"{_HERE}.changes", "change"),
    model.Group: parts,
    model.Share: _share,
    model.Together: _together,
    model.Hundred: _hundred,
    model.Alike: _alike,
    model.Completion: _completion,
    model.Rate: _rate,
    model.Total: _total,
    model.Account: later(f"{_HERE}.accounts", "account"),
    model.Columns: later(f"{_HERE}.columns", "columns"),
    model.Keyed: later(f"{_HERE}.columns", "keyed"),
    model.Mixture: _mixture,
    model.Altogether: _altogether,
    model.Average: _average,
    model.Step: later(f"{_HERE}.changes", "step"),
    model.Pace: later(f"{_HERE}.changes", "pace"),
    model.Moved: later(f"{_HERE}.changes", "moved"),
    model.Index: later(f"{_HERE}.changes", "index"),
    model.Apart: later(f"{_HERE}.changes", "apart"),
    model.Times: later(f"{_HERE}.changes", "times"),
    model.TimesBefore: later(f"{_HERE}.changes", "times_before"),
}
