"""What a list says of the figures of another, each of its own: 化解率分别为60%和50%."""

from __future__ import annotations

from kuaibao_lint.facts.claims import measures, phrasings, terms, wordings
from kuaibao_lint.facts.claims.asking import distinct, figures_of
from kuaibao_lint.facts.claims.model import Completion, Rate
from kuaibao_lint.intervals import is_share
from kuaibao_lint.light_typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from kuaibao_lint.facts.claims.figure import Figure
    from kuaibao_lint.facts.claims.model import Level
    from kuaibao_lint.facts.claims.state import Reading


_MOST = 48  # levels of a sentence: they bound the work
_TELLING = 3  # digits of a rate, and of what it is of, that fit by no chance
_JOINED = 2  # characters between two rates of a list
_OF = 1  # characters from a plan to the first of its rates: 任务56户的103.6%
_OWED = 12  # levels among which those are looked for whose plans come later


def told(reading: Reading, run: Sequence[Figure]) -> Sequence[Rate | Completion]:
    """Return what a list of plans, of rates or of completion rates says."""
    if run[0].role == "plan":
        return [*plans(reading, run)]
    if run[0].role == "rate" and run[1].span.start - run[0].span.end > _JOINED:
        return []  # 整改率80.0%（按项）、85.4%（按金额）: of what each bracket says
    return _of_plan_before(reading, run) or rates(reading, run)


def _of_plan_before(reading: Reading, run: Sequence[Figure]) -> list[Completion]:
    """开工58户、竣工41户，分别占任务56户的103.6%和73.2%: of the plan that is printed with them."""
    plan = reading.plan
    if plan is None or not plan.each or plan.span.end + _OF < run[0].span.start:
        return []
    done = [c.of(plan.base) for c in reading.here[-len(run) :]]
    pairs = zip(done, run, strict=False)
    found = [Completion(one, plan, percent) for one, percent in pairs if one]
    return found if len(found) == len(run) else []


def rates(reading: Reading, run: Sequence[Figure]) -> list[Rate]:
    """Return what the rates of a list say of the last figures told, in their order.

    Those are of units of their own (12笔、300万元), else what stands before them is in the same
    order too: 新造3000亩、低改2000亩任务，分别完成2400亩、1500亩，完成率为80%和75%.
    """
    told = figures_of(c for c in reading.levels[-_MOST:] if c.figure.sentence == run[0].sentence)
    done, before = told[-len(run) :], told[: -len(run)]
    if len(done) < len(run):
        return []
    if not _is_said(run[0], done[0]):
        return _of_one_whole(told, run)
    bases = [one.base for one in done]
    if len(set(bases)) == len(bases):
        above = [*reversed(before), *figures_of(reversed(reading.before))]
        wholes = [distinct(one for one in above if one.base == base) for base in bases]
    elif named := _of_their_names(before, done) or _of_named_parts(reading, done):
        wholes = [[one] for one in named]
    elif [one.base for one in before[-len(run) :]] == bases:
        last = before[-len(run) :]
        # 签约23.4万人，其中重点9.7万人；高血压36058人、糖尿病10262人，管理率分别为…: of others
        if not any(map(_is_rate_of, done, last, run)):
            return _of_one_whole(told, run)
        wholes = [[one] for one in last]
    elif _of_one_plan(before, done, run):
        wholes = [before[-1:] for _ in run]
    else:
        return _of_one_whole(told, run)
    return [
        Rate([part], some, percent)
        for part, some, percent in zip(done, wholes, run, strict=True)
        if some
    ]


def _of_one_whole(told: Sequence[Figure], run: Sequence[Figure]) -> list[Rate]:
    """机耕74.9万亩、机收48.1万亩，播种面积79.7万亩，机械化率依次为94.0%、60.4%: of what they fit.

    The whole stands behind the list or before it; all rates but one fit, or would but for a slip
    in the whole.
    """
    count = len(run)
    for parts, above in (
        (told[-count - 1 : -1], told[-1:]),
        (told[-count:], told[-count - 1 : -count]),
    ):
        if len(parts) < count or not above or {one.base for one in parts} != {above[0].base}:
            continue
        trios = [(one, above[0], rate) for one, rate in zip(parts, run, strict=True)]
        if _fit(trios):
            return [Rate([part], [whole], percent) for part, whole, percent in trios]
    return []


def _fit(trios: Sequence[tuple[Figure, Figure, Figure]]) -> bool:
    """Tell whether all parts but one are so many percent of their wholes, beyond all chance."""
    wrong = [one for one in trios if not _is_rate_of(*one)]
    right = [one for one in trios if one not in wrong]
    if any(min(part.length, rate.length) >= _TELLING for part, _, rate in right):
        return len(wrong) <= 1
    whole = trios[0][1]
    if right or any(one[1] is not whole for one in trios):
        return False
    telling = all(min(part.length, rate.length) >= _TELLING for part, _, rate in trios)
    return telling and any(
        all(is_share(part.value, value, rate.value) for part, _, rate in trios)
        for value in whole.slips()
    )


def _is_rate_of(part: Figure, whole: Figure, rate: Figure) -> bool:
    return is_share(part.value, whole.value, rate.value)


def plans(reading: Reading, run: Sequence[Figure]) -> Iterator[Completion]:
    """教育支出…，完成预算的76.5%；卫生支出…，完成62.0%。两项预算分别为…: of plans told later."""
    owed = [c for c in reading.levels[-_OWED:] if c.completion and not c.plan]
    owed = [c for c in owed if c.figure.base == run[0].base][-len(run) :]
    told = [one.completion for one in owed if one.completion]
    if len(told) == len(run) and run[0].sentence - told[0].sentence <= 1:
        trios = list(zip((c.figure for c in owed), run, told, strict=True))
        if _fit(trios):
            for level, plan in zip(owed, run, strict=True):
                level.plan = plan
            yield from (Completion(*trio) for trio in trios)


def of_their_plans(levels: Sequence[Level], run: Sequence[Figure]) -> Iterator[Completion]:
    """收入9万元，较预算10万元短收1万元；支出…。收入、支出分别为预算的90%和95%: of those plans."""
    for level, percent in zip(levels, run, strict=True):
        if plan := level.plan or compared(level):
            yield Completion(level.figure, plan, percent)


def compared(level: Level) -> Figure | None:
    """Return the plan that a level was compared with: 较预算52950万元短收4024万元."""
    for change in level.changes.values():
        one = change.base
        if one and phrasings.MEANT.search(wordings.hide_accounts(one.raw)):
            return one
    return None


def _of_their_names(before: Sequence[Figure], done: Sequence[Figure]) -> list[Figure]:
    """新建120座、改建80座，合计200座，新建完成96座、改建完成72座，完成率分别为: each by name."""
    if before and before[-1].role != "total":
        return []
    found = []
    for one in done:
        like = [c for c in before if c.base == one.base and c.role != "total"]
        like = [c for c in like if len(one.name) > 1 and one.name[:2] in c.raw]
        if len(like) != 1 or like[0] in found:
            return []
        found += like
    return found


def _of_named_parts(reading: Reading, done: Sequence[Figure]) -> list[Figure]:
    """债券8.6亿元，其中一般债券1.4亿元、专项债券7.2亿元。一般债券支出1.0亿元、专项债券支出5.2亿元."""
    parts = [c.figure for c in reading.levels[-_OWED:] if c.group]
    parts = [one for one in parts if one.sentence < done[0].sentence and len(one.name) > 1]
    found = []
    for one in done:
        like = [c for c in parts if c.base == one.base and one.raw.startswith(c.name)]
        if len(like) != 1 or like[0] in found:
            return []
        found += like
    return found


def _of_one_plan(before: Sequence[Figure], done: Sequence[Figure], run: Sequence[Figure]) -> bool:
    """任务5017人，完成甲项5047人、乙项4233人，分别完成任务的100.6%、84.4%: one fits it."""
    plan = before[-1] if before else None
    if plan is None or plan.role != "plan" or any(one.base != plan.base for one in done):
        return False
    pairs = zip(done, run, strict=True)
    return any(is_share(one.value, plan.value, percent.value) for one, percent in pairs)


def _is_said(percent: Figure, done: Figure) -> bool:
    """Tell whether what a rate says was done is said of a figure."""
    stem = percent.word[-2:] if percent.role == "rate" else "完成"
    words = terms.SYNONYMS.get(stem, (stem,))
    return any(measures.said_of(word, done.raw) for word in words)
