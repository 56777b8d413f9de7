"""Rates of plans that stand behind them: 占计划的78.2%，剩余8.3万亩; 占计划的90.1%（计划为…）."""

from __future__ import annotations

from itertools import pairwise

from kuaibao_lint.facts.claims import measures, terms
from kuaibao_lint.facts.relations import formulas
from kuaibao_lint.light_typing import TYPE_CHECKING
from kuaibao_lint.patterns import pattern

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from kuaibao_lint.facts.claims.figure import Figure
    from kuaibao_lint.facts.relations.sum import Sum

_PLANNED = pattern("计划|任务|目标|[应预拟][播植种收检办建]|应[^，；]{1,6}面积")
_LEFT = pattern("^(?:目前|现|T)?(?:剩余|剩下|余下|还剩|尚余|尚剩|其余|还有|尚有)[^，；]{0,6}$")
_WORDS_LEFT = pattern("[剩余未]")
_FAR = 1  # sentences from a rate to what is left
_TELLING = 3  # digits of a rate that two amounts give hardly by chance
_RATES = ("completion-rate", "percent-share")
_NEXT = 5  # figures behind a rate in which what it leaves may be told
_RATED = frozenset(("rate", "completion"))
_TRIO = 3  # a whole, what was done of it, and what was not
_UNDONE = pattern(
    "^(?:T|目前|现|另|尚|还|仍|有)*(?:在办|正在|未|剩余|剩|余|结余|待|尚[未余]|仍[在有])"
)
_PLANS = 48  # plans that are told by themselves: they bound the work
_LATER = 4  # sentences from a rate to a plan that is told by itself
_SIDE = pattern("收入|支出")
_PLAN_FILLING = pattern("预算(?!收入|支出)|[年当全本]年?度?(?=预算|支出|收入)|[T为的]")
# A plan that is called nothing else; 年度计划投资 is of what was invested.
_BARE_PLAN = pattern(
    "(?:[TY的]|全年|年度?|年初|总|目标|任务|计划|预期|安排)*(?:目标|任务|计划)(?P<of>投资)?"
    "(?:[总数量额为是达]|面积)*"
)
_LARGE = 100  # how many times what was done that may be


def remainders(body: Sequence[Figure], found: Sequence[Sum]) -> list[Sum]:
    """已播29.6万亩，占预播面积的78.2%，…，还有8.3万亩待播: the plan is what both make together.

    found: the sums that are known; a rate in one of these is of what was told.
    """
    rates = [one for one in body if _is_of_a_plan(one)]
    if not rates:
        return []
    known = {figure.span for one in found for figure in one.operands}
    held = {figure.span for one in found if one.holds for figure in one.operands}
    made = []
    for percent in rates:
        if percent.span in known:
            continue
        done = _done(percent, body)
        left = [
            one
            for one in body
            if done is not None and one.base == done.base and one.span > percent.span
            if one.sentence - percent.sentence <= _FAR and _LEFT.search(one.raw)
            and one.span not in held
        ]
        left = [one for one in left if not _is_left_of_others(one, percent, body)]
        if done is not None and len(left) == 1:
            pair = (done, left[0])
            made.append(formulas.share_of_sum("completion-rate", done, pair, percent))
    return made


def _is_left_of_others(left: Figure, percent: Figure, body: Sequence[Figure]) -> bool:
    """改厕9.86万户，为任务的98.8%。排查43797户，整改43063户，剩余734户: of the 43797."""
    behind = [c for c in body if percent.span < c.span < left.span and c.base == left.base]
    return any(one.amount - other.amount == left.amount for one, other in pairwise(behind))


def left_of_rates(body: Sequence[Figure], found: Sequence[Sum]) -> list[Sum]:
    """受理6109件，审结5828件，结案率95.40%，未结281件: what is left when the rate is right.

    found: the sums that are known; of a rate that holds, part and whole are told by it.
    """
    if not any(_WORDS_LEFT.search(one.raw) for one in body):
        return []
    rates = [one for one in found if one.kind in _RATES and one.holds]
    trios = {
        one.operands[2].span: one.operands for one in rates if len(one.operands) == len(_RATES) + 1
    }
    if not trios:
        return []
    made = []
    for at, percent in enumerate(body):
        if percent.span not in trios or percent.length < _TELLING:
            continue
        done, whole, _ = trios[percent.span]
        behind = [c for c in body[at + 1 : at + 1 + _NEXT] if c.base == done.base]
        # 整改率78.8%，其中分阶段类6个，持续类4个；未整改17个: behind what 其中 lists
        behind = behind[:1] + [c for c in behind[1:] if behind[0].parts and c.clause != done.clause]
        left = next((c for c in behind if _is_left(c, done, percent)), None)
        if left and done.base == whole.base:
            made.append(formulas.parts_of(whole, [done, left]))
    return made


def of_what_adds_up(body: Sequence[Figure], found: Sequence[Sum]) -> list[Sum]:
    """线索289条：…。办结271条，…；在办18条，办结率93.8%: of the 289, which both make up.

    found: the sums that are known; a rate that one of them tells is of what it is there.
    """
    rates = [one for one in body if one.kind == "percent" and one.role in _RATED]
    rates = [one for one in rates if not (one.carried or one.each) and one.length >= _TELLING]
    pairs = [
        one.operands
        for one in found
        if one.kind == "parts-total" and one.holds and len(one.operands) == _TRIO
        if one.operands[0].length >= _TELLING
    ]
    if not (rates and pairs):
        return []
    known = {figure.span for one in found if one.holds for figure in one.operands}
    made = []
    for percent in rates:
        if percent.span in known:
            continue
        fits = {done.span: (done, whole) for done, whole in _done_of(percent, pairs)}
        if len(fits) == 1:
            done, whole = fits.popitem()[1]
            made.append(
                formulas.ratio_of("completion-rate", done, whole, percent, sure=False)
            )
    return made


def _done_of(
    percent: Figure, pairs: Sequence[tuple[Figure, ...]]
) -> Iterator[tuple[Figure, Figure]]:
    """Yield what was done, by the name of a rate, and the whole that it makes with what was not."""
    word = percent.word or percent.raw.removesuffix("率")
    stem = word.removeprefix("资金").removeprefix("累计")
    for whole, one, other in pairs:
        for done, left in ((one, other), (other, one)):
            near = percent.sentence in {done.sentence, left.sentence} and done.role == "level"
            beside = percent.clause in {done.clause, left.clause} and not left.raw.endswith(stem)
            if not (near and beside and _UNDONE.match(left.raw)):
                continue
            if "收入" in whole.raw and "支出" in done.raw:
                continue  # 收入25551万元；支出23274万元，完成95.1%。结余2277万元: of its own budget
            directly = percent.span.start - done.span.end == len(percent.raw) + 1
            if measures.said_of(stem, done.raw) or (stem == "完成" and directly):
                yield done, whole


def _is_left(left: Figure, done: Figure, percent: Figure) -> bool:
    """Tell whether an amount behind a rate is what was not done, and no share of it in words."""
    if left.sentence != percent.sentence or left.role != "level" or left.parts:
        return False
    said = terms.LEFT_OF_RATE.match(left.raw)
    if said is None or left.remains or left.amount >= done.amount * _LARGE:
        return False
    denied = terms.DENIED.match(left.raw)
    return denied is None or any(char in done.raw + percent.raw for char in denied["done"])


def _is_of_a_plan(one: Figure) -> bool:
    if one.kind != "percent" or one.length < _TELLING or one.each:
        return False
    return one.role == "completion" or (
        one.role == "share" and _PLANNED.search(one.word) is not None
    )


def _done(percent: Figure, body: Sequence[Figure]) -> Figure | None:
    """Return the level right before a rate, in its clause; none where more was told of its unit."""
    before = [one for one in body if one.span < percent.span and one.clause == percent.clause]
    last = before[-1] if before else None
    if last is None or last.role != "level" or last.mate or percent.name:
        return None
    like = [one for one in body if one.base == last.base and one.span < last.span]
    told = [one for one in like if last.sentence - one.sentence <= _FAR]
    return None if any(one.amount > last.amount for one in told) else last


def planned_behind(body: Sequence[Figure]) -> list[Sum]:
    """完成土方361万方、投资7350万元，占计划的105.9%、102.7%（计划分别为341万方、7157万元）."""
    runs = [*_runs(body)]
    found = []
    for (at, rates), (_, plans) in pairwise(runs):
        first = rates[0]
        told = first.role == "completion" or (first.role == "rate" and "完成" in first.raw)
        near = first.sentence == plans[0].sentence and len(rates) == len(plans)
        if not (told and near and plans[0].role == "plan"):
            continue
        done = [one for one in body[:at] if one.role == "level" and one.sentence == first.sentence]
        done = done[-len(rates) :]
        if [one.base for one in done] == [one.base for one in plans]:
            trios = zip(done, plans, rates, strict=True)
            found += [formulas.ratio_of("completion-rate", *trio, sure=False) for trio in trios]
    for at, plans in runs:
        found += _planned_between(body, at, plans)
    return found


def _planned_between(body: Sequence[Figure], at: int, plans: Sequence[Figure]) -> list[Sum]:
    """就业216人、再就业71人，分别完成目标（393人、115人）的54.9%、61.7%: each of its own plan."""
    count = len(plans)
    if plans[0].role != "plan" or not plans[0].enters:
        return []
    rates = body[at + count : at + 2 * count]
    of_them = [one for one in rates if one.kind == "percent" and (one.joined or one.raw == "的")]
    done = body[max(0, at - count) : at]
    alike = [one.base for one in done] == [one.base for one in plans]
    if len(of_them) < count or not (alike and rates[0].leaves):
        return []
    trios = zip(done, plans, rates, strict=True)
    return [formulas.ratio_of("completion-rate", *trio, sure=False) for trio in trios]


def told_at_last(body: Sequence[Figure], found: Sequence[Sum]) -> list[Sum]:
    """支出完成87214万元，完成年度预算的52.6%，…。年度支出预算为165800万元: the only plan behind it.

    found: the sums that are known; a rate or a plan of these is of something else.
    """
    plans = [one for one in body if one.role == "plan"][-_PLANS:]
    if not plans:
        return []
    known = {figure.span for one in found for figure in one.operands}
    made = []
    done: Figure | None = None
    for percent in body:
        if percent.role == "level":
            done = percent
        if percent.role != "completion" or percent.each or percent.length < _TELLING:
            continue
        if done is None or percent.span in known or done.sentence != percent.sentence:
            continue
        own = [
            one
            for one in plans
            if one.span > percent.span and one.base == done.base and one.span not in known
            if one.sentence - percent.sentence <= _LATER and _is_its_plan(one, done)
        ]
        if len(own) == 1:
            made.append(formulas.ratio_of("completion-rate", done, own[0], percent, sure=False))
    return made


def _is_its_plan(plan: Figure, done: Figure) -> bool:
    """年度支出预算, 调整全县一般公共预算收入: called as what was done, or just 支出 or 收入."""
    if bare := _BARE_PLAN.fullmatch(plan.raw):  # 完成8.54万亩，为计划的96.6%，…。计划任务8.84万亩
        return not bare["of"] or bare["of"] in done.raw
    side = _SIDE.search(done.raw)
    if side is None or side[0] not in plan.raw:
        return False
    named = _PLAN_FILLING.sub("", plan.raw)
    return named in done.raw or (len(done.name) > len(side[0]) and done.name in plan.raw)


def _runs(body: Sequence[Figure]) -> Iterator[tuple[int, list[Figure]]]:
    """Yield the lists of figures of which each is of another, and their places: 分别为8家、22家."""
    run: list[Figure] = []
    start = 0
    for at, one in enumerate(body):
        if run and not (one.listed and one.role == run[0].role):
            if len(run) > 1:
                yield start, run
            run = []
        if one.each:
            start = start if run else at
            run.append(one)
    if len(run) > 1:
        yield start, run
