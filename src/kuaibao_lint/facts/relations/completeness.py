"""Whether the levels that a group lists are all its parts, by what it was told with."""

from __future__ import annotations

from kuaibao_lint.facts.claims import complements, measures, terms
from kuaibao_lint.facts.claims.lists import called
from kuaibao_lint.facts.claims.undecided import undecided
from kuaibao_lint.facts.relations import agreement, evidence, formulas, part_doubts
from kuaibao_lint.later import later
from kuaibao_lint.light_typing import TYPE_CHECKING
from kuaibao_lint.patterns import pattern

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from kuaibao_lint.facts.claims.figure import Figure
    from kuaibao_lint.facts.claims.model import Group, Level
    from kuaibao_lint.facts.relations.sum import Sum

_FOREMOST = pattern("(?:居|位居|位列|排名|排在)?前[两二三四五六十]位|以(?![上下内外工奖旧])")
_ONE_OF_MANY = pattern("[税业镇乡村县市区国]$|支出|收入|贷款|存款|类犯罪|病$|产值|增加值|投资")
_RANKS = pattern("^(?:国家|[省市县]|[1-5]A)级?$")
_BACK = 24  # levels before a list among which one of the same names may stand
_YEARS = pattern("([两三四五])(?:个年度|年)")
_PAIR = 2  # parts that may be all
_COUNTED = 3  # parts that are as many as were counted hardly by chance
_NAME = 2  # characters behind a number that are the next one's
_OF_KINDS = pattern("学校|机构|医院")
_FEW = 10  # schools and places of medicine that a list of their kinds may leave out
_are_kinds: Callable[..., bool] = later("facts.claims.rarest", "are_all")
_CLOSE = 16  # characters from it to the next


def are_all(
    group: Group,
    levels: Sequence[Level],
    names: list[str],
    largest: Figure,
    added: Sum,
    *,
    known: bool,
) -> bool:
    """Tell whether these levels of a group are all its parts, by what it was told with."""
    if not added.holds and (
        _are_some(group, levels, added) or part_doubts.is_of_others(group, levels, added)
    ):
        return False
    if not added.holds and agreement.tells_of_all(group, levels, added):
        return True
    whole = added.operands[0]
    told = (one for level in group.wholes if (one := level.of(whole.base)))
    nearest = whole is next(told, None) and _is_right_before(whole, levels)
    # 产仔52.75万头，成活51.64万头…。其中羔羊48.85万只、牛犊2.90万头，其余为马驹: of the first
    remains = levels[-1].figure.remains and evidence.parts_amount(added) <= largest.amount
    if nearest and not remains and evidence.too_many(names, added, listed=not group.guess):
        return True
    if known and not added.holds and complements.complete(names):
        return True
    if group.guess:
        return _are_guessed(levels, names, added, nearest=nearest)
    if not added.holds and (said := _are_known(group, levels, names, added)) is not None:
        return said
    if known or _so_many(group, len(levels), whole) or _are_the_years(levels, whole):
        return True
    if group.aside and _all_in(levels) and not any(map(measures.flowing, names)):
        # 县级以上企业78家（国家级1家、省级14家、市级33家）: the county's own are not told
        ranks = all(map(_RANKS.search, names))
        if added.holds or (
            evidence.tells_of_all(added)
            and not (ranks or evidence.lacks_rest(names, added) or evidence.is_open(names, added))
        ):
            return not any(map(measures.overlapping, names))
    return evidence.closed(levels, names, largest, added)


def _are_guessed(
    levels: Sequence[Level], names: list[str], added: Sum, *, nearest: bool
) -> bool:
    """Tell whether levels that no word calls parts are all parts of one before them."""
    if nearest and not added.holds and (_are_all_kinds(names, added) or _told_again(names, added)):
        return True
    if levels[0].figure.mainly and not (added.holds or complements.is_rest(names[-1])):
        return False
    whole = added.operands[0].raw
    if not added.holds and len(names) == _PAIR:
        if measures.flowing(levels[-1].figure.raw):
            return False  # 用户37198户，今年新增2498户: those are among the first
        if terms.LEFT_OVER.search(whole):
            return False  # 年末结余202.11万元。运行经费50.74万元；采购151.42万元: of what was spent
    decided = added.holds or not undecided(whole, names)
    return decided and evidence.adds_up(added)


def _are_all_kinds(names: list[str], added: Sum) -> bool:
    """在册197人，缓刑185人、假释6人、暂予监外执行6人: three or more that are all by their names."""
    if len(names) <= _PAIR or complements.is_rest(names[-1]) or not complements.complete(names):
        return False
    listed = all(one.joined for one in added.operands[2:])
    return listed and not undecided(added.operands[0].raw, names) and evidence.is_by_a_slip(added)


def _told_again(names: Sequence[str], added: Sum) -> bool:
    """处分224人。处分县处级6人、乡科级49人、…、其他人员244人: what was done is told again."""
    done = added.operands[0].raw[-_NAME:]
    if len(names) <= _PAIR or len(done) < _NAME or not complements.is_rest(names[-1]):
        return False
    return names[0].startswith(done) and evidence.is_by_a_slip(added)


def _are_some(group: Group, levels: Sequence[Level], added: Sum) -> bool:
    """Tell whether what was told says that these do not make up the whole.

    承保水稻20.72万亩、玉米11.70万亩、油菜8.02万亩: are one list of three.
    """
    whole, first = added.operands[0], levels[0].figure
    if any(one.amount == whole.amount for one in added.operands[1:]):
        names = called(levels)  # 项目71个，其中市外71个、省外60个: all of it, and some of that
        return not (complements.complete(names) or complements.named(whole.raw, names))
    if whole.sum_of and evidence.lacks(added):
        # 学校（含教学点）227所，其中高中4所、…、幼儿园114所: the places are in no part's name
        return not any(whole.sum_of[0] in one.figure.raw for one in levels)
    beside = group.guess and first.joined and whole.clause == first.clause
    some = beside or _shares_lack(levels) or _are_some_of_a_part(levels)
    return some or _lacks_what_was_kept(group, added)


def also_meant(sums: Sequence[Sum], place: int, names: Sequence[str]) -> int:
    """排查2495次，调解1881件，成功1838件。其中婚姻415件、…、其他262件: all, of one of the levels.

    Return the place of the one that a slip explains, where none explains that of the nearest.
    """
    added = sums[place]
    if len(sums) < _PAIR or not complements.complete(names) or added.explained():
        return place
    sentence = added.operands[0].sentence
    for at, one in enumerate(sums):
        whole = one.operands[0]
        listed = whole.parts or whole.joined
        if whole.sentence == sentence and not listed and one.explained():
            return at
    return place


def _are_known(
    group: Group, levels: Sequence[Level], names: Sequence[str], added: Sum
) -> bool | None:
    """Tell whether parts are all by another list of these names, or by a view; None if neither."""
    if len(levels) > 1 and _were_all(group, levels):
        return evidence.is_by_a_slip(added)
    whole = added.operands[0].raw
    if len(levels) > _COUNTED and _OF_KINDS.search(whole) and _are_kinds(whole, names):
        few = 0 < added.operands[0].amount - evidence.parts_amount(added) < _FEW
        if not few and evidence.is_by_a_slip(added):
            return True
    if group.view and evidence.tells_of_view(added) and _is_partition(levels, names):
        some = levels[0].figure.mainly or evidence.lacks_rest(names, added)
        return not (some or undecided(whole, names))
    return None


def _were_all(group: Group, levels: Sequence[Level]) -> bool:
    """信访169件，其中交办60件、自排109件。化解132件，其中交办47件、自排85件: all, again."""
    names = [one.figure.raw[:_NAME] for one in levels]
    if len({*names}) < len(names) or not all(names):
        return False
    seen: list[Group] = []
    for one in group.told[max(0, levels[0].order - _BACK) : levels[0].order]:
        other = one.group
        if other is None or other is group or other in seen or len(other.parts) != len(levels):
            continue
        seen.append(other)
        if [part.figure.raw[:_NAME] for part in other.parts] != names:
            continue
        base = other.parts[0].figure.base
        figures = [figure for part in other.parts if (figure := part.of(base))]
        wholes = [whole for level in other.wholes if (whole := level.of(base))]
        if len(figures) == len(levels) and any(
            formulas.parts_of(whole, figures).holds for whole in wholes
        ):
            return True
    return False


def _is_partition(levels: Sequence[Level], names: Sequence[str]) -> bool:
    """按类型分，不规范309万元、浪费104万元、违规89万元: kinds in one place, each of its own."""
    first, *others = (one.figure for one in levels)
    last = levels[-1].figure
    if first.per_head or last.remains or any(one.clause != first.clause for one in others):
        return False
    if any(map(_ONE_OF_MANY.search, names)):
        return False  # 分税种看，增值税5.21亿元、契税1.05亿元、…; 分行业、分乡镇: there are more
    return not (measures.one_in_another(names) or any(map(measures.overlapping, names)))


def _lacks_what_was_kept(group: Group, added: Sum) -> bool:
    """资金13638万元（含往年结转301万元），其中中央8120万元、…: all but what the bracket tells."""
    whole, *figures = added.operands
    aside = _in_bracket(group, whole)
    return aside is not None and formulas.parts_of(whole, [*figures, aside]).holds


def with_what_was_kept(group: Group, sums: Sequence[Sum]) -> Sum | None:
    """受理5835件（含旧存271件）。刑事收案194件；民商事3135件；…: with what the bracket tells.

    Only where no slip explains that the parts alone make up none of the wholes.
    """
    for added in sums:
        whole, *figures = added.operands
        kept = _in_bracket(group, whole)
        if kept and terms.CARRIED_ON.search(kept.raw) and not any(c.explained() for c in sums):
            other = formulas.parts_of(whole, [*figures, kept])
            return other if other.holds or other.explained() else None
    return None


def _in_bracket(group: Group, whole: Figure) -> Figure | None:
    """Return what a bracket right behind a whole tells in its unit."""
    levels = (one for one in group.wholes if one.of(whole.base) is whole)
    place = next((one.order + 1 for one in levels), len(group.told))
    behind = [c.figure for c in group.told[place : place + 1]]
    inside = behind and behind[0].enters and behind[0].base == whole.base
    own = inside and any(one.figure is behind[0] for one in group.parts)
    return behind[0] if inside and not own else None


def _are_some_of_a_part(levels: Sequence[Level]) -> bool:
    """乙类94例，居前三位的是肺结核24例、…；丙类181例，以手足口病66例、…为主: kinds of the parts."""
    return any(_FOREMOST.match(one.figure.raw) for one in levels[1:])


def _is_right_before(whole: Figure, levels: Sequence[Level]) -> bool:
    """Tell whether parts stand behind their whole, in its sentence or the next, in one place.

    423件605人，批准272件363人，不批准154件220人: of several people in one case, each is dealt with.
    """
    first = levels[0].figure
    clauses = len({one.figure.clause for one in levels})
    near = 0 <= first.sentence - whole.sentence <= 1 and whole.span < first.span
    alone = whole.base not in evidence.CASES or not any(one.mates for one in levels)
    return near and alone and clauses in {1, len(levels)}


def _so_many(group: Group, count: int, whole: Figure) -> bool:
    """5个乡镇清理垃圾305吨，其中…: tell whether as many parts are told as were counted."""
    place = next((one.order for one in group.wholes if one.of(whole.base) is whole), 0)
    if count < _COUNTED or not 0 < place < len(group.told):
        return False
    before = group.told[place - 1].figure
    named = before.tail and whole.raw.startswith(before.tail[:_NAME])
    return bool(named) and before.amount == count and whole.span.start - before.span.end < _CLOSE


def _are_the_years(levels: Sequence[Level], whole: Figure) -> bool:
    """近三年共建成86个，其中2022年26个、2023年28个、2024年32个: tell whether each year is told."""
    count = _YEARS.search(whole.raw)
    years = all(one.figure.raw.rstrip("完成实现建投入") == "T" for one in levels)
    return count is not None and years and len(levels) == "  两三四五".find(count[1])


def _all_in(levels: Sequence[Level]) -> bool:
    """Tell whether a bracket or a colon opens a list of all: 隐患346处：急弯82处、临崖123处、…."""
    first, *others = (one.figure for one in levels)
    return first.enters or (len(others) > 0 and all(one.joined for one in others))


def _shares_lack(levels: Sequence[Level]) -> bool:
    """Tell whether the shares of all parts say that more were not told: 42.3% and 25.2%."""
    shares = [one.share for one in levels if one.share]
    return len(shares) == len(levels) and not formulas.hundred(shares).holds
