"""What several amounts make together: A 3个、B 4个，合计7个."""

from __future__ import annotations

from kuaibao_lint.facts import numerals
from kuaibao_lint.facts.claims import complements, measures, phrasings, terms
from kuaibao_lint.facts.claims.figure import altogether
from kuaibao_lint.facts.claims.model import Level, Mixture, Total
from kuaibao_lint.intervals import total
from kuaibao_lint.later import later
from kuaibao_lint.light_typing import TYPE_CHECKING
from kuaibao_lint.patterns import pattern

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from kuaibao_lint.facts.claims.figure import Figure
    from kuaibao_lint.facts.claims.state import Reading

_above: Callable[..., list[Level]] = later("facts.claims.totals_above", "above")
_spelt: Callable[..., list[Level]] = later("facts.claims.totals_above", "spelt")
# 问题11起，问题19起，两类合计通报曝光5期21起: so many of them.
_DONE_TO_ALL = pattern("计[^，；]{0,4}(?:通报|曝光|约谈|问责|[0-9])")
_MONEY = "元"
_VISITS = {"人次": ("人",), "户次": ("户",)}  # that may be added up of people, each met once
_SUMMED = 3  # digits of what 共 sums up
_LONG = 5  # digits of a total that no list comes near by chance
_LAST = 4  # characters of 企业总数
_LISTS = 3  # parts at least, besides the one that stands apart
_ACCOUNT = 20  # levels of which as many as a total's words count may be called so
_NAME = 2  # characters of a name by which it is told from others
_DEALT_WITH = pattern("(?:总共|共|共计|总计)(?:办结|办理|处理)(?:完毕)?")
_RESULTS = 4  # results that are all, where their sum is told
_ALL_THESE = frozenset(("以上", "上述"))
_PUT_BACK = ("加回", "还原")
_TAKEN_OUT = pattern(
    "(?:剔除|扣除)(?P<names>[^，；]{2,24}?)(?:等?因素)?[之以]?后(?P<of>[^，；]{0,16})$"
)
_EACH = 2  # of those that are added up, one in each clause
_ADJUSTED = 3  # what there was, what is put back or taken out, and what it comes to
_ADDED = 2  # what there was, and what is added to it
# 居前三位的是, 前三类为: as many as make a list.
_FOREMOST_OF = pattern("前(?P<count>[两二三四五])[位名类种项个大家]")
_YEARS_AFTER = pattern("后[两三四]年(?:合计|共)")
# 两项基金收入合计: the words of a total that are no name.
_SO_MANY = pattern(
    "(?:以上|上述|这)?(?P<count>[两二三四五六])(?:个?[^，；、共0-9]{1,8})?共[^，；、同享]{0,4}$"
)
_GOOD = frozenset("优良")
_SUM_WORDS = pattern("^[两二三四五六七八][项者类]|[合共总]计[^，；]*$|共$")


def is_total(reading: Reading, figure: Figure) -> bool:
    """Tell whether a level is the sum of what its sentence told before it, without 合计."""
    here = reading.here
    if _repeats(here, figure) or _sums_up(here, figure) or _is_summed_too(reading, figure):
        return True
    if "共" not in figure.raw:
        if "合计" in figure.raw and (above := _above(reading, figure)):
            reading.made.append(Total(figure, [[c.figure for c in above]]))
        return False
    if here or not _of_those_before(reading, figure):
        if _is_of_all_told(here or reading.before, figure):
            return True
        if above := _above(reading, figure) or _spelt(reading, figure):
            reading.made.append(Total(figure, [[c.figure for c in above]]))
        return False
    figure.count = complements.members(figure.raw)
    return True


def _of_those_before(reading: Reading, figure: Figure) -> list[Level]:
    """…出院21003人次；…出院11611人次。两家医院共收治出院病人32614人次: by their name."""
    said = terms.SUMMING.search(figure.raw)
    count = complements.members(figure.raw) if said and said["count"] else 0
    told = [c for c in reading.before if c.figure.base == figure.base]
    named = [c for c in told if len(c.figure.name) >= _NAME]
    named = [c for c in named if c.figure.name[-_NAME:] in figure.raw]
    return named if len(named) == count > 1 else []


def _is_of_all_told(told: Sequence[Level], figure: Figure) -> bool:
    """甲镇投入312万元，乙镇投入289万元，丙镇投入176万元。三镇共投入777万元: of all three."""
    said = _SO_MANY.match(figure.raw)
    run = [c.figure for c in told if c.figure.base == figure.base and c.group is None]
    if said is None or len(run) != numerals.single(said["count"]):
        return False
    alike = len({one.raw[-_NAME:] for one in run}) == 1 and len(run[0].raw) > _NAME
    apart = len({one.raw for one in run}) == len(run) and not any(one.parts for one in run)
    figure.count = len(run) if alike and apart else figure.count
    return alike and apart


def _is_summed_too(reading: Reading, figure: Figure) -> bool:
    """两项合计，在校生33235人，校舍面积56万平方米: the area is that of the two, too."""
    totals = (c.figure for c in reversed(reading.here) if c.figure.role == "total")
    last = next(totals, figure)
    if last.role != "total" or last.count < _NAME or last.clause != figure.clause:
        return False
    told = (one.figure for one in reading.levels[-_ACCOUNT:])
    alike = [one for one in told if one.raw == figure.raw and one.base == figure.base]
    if len(alike) != last.count or not figure.raw:
        return False
    figure.role, figure.count = "total", last.count
    return True


def _repeats(here: Sequence[Level], figure: Figure) -> bool:
    """石桥镇出动3人，柳河乡出动4人，累计出动7人: the last is the sum."""
    last = here[-1].figure if here else figure
    if last.raw.startswith(terms.ADDED_TO) and last.base == figure.base:
        return terms.ALL_IN_ALL.search(figure.raw) is not None
    if figure.raw in terms.ALTOGETHER:
        units = (figure.base, *figure.also)  # 证书1161本、证明916份，共2077本（份）
        same = [c.figure for c in here if c.figure.base in units]
        return len(same) >= 2 and any(one.each or one.joined for one in same)
    if figure.raw.startswith("累计") and any(c.group for c in here):
        return False  # 收购3.60万吨，其中国企收购2.30万吨，累计收购11.90万吨: since the year began
    return (
        figure.raw.startswith(("累计", "共", "总共"))
        and len(here) >= 2
        and len(figure.name) >= 2
        and all(
            c.figure.name.endswith(figure.name) or (c.figure.each and c.figure.listed)
            for c in here  # 分别实现产值11亿元、5亿元，共实现产值16亿元
        )
    )


def _sums_up(here: Sequence[Level], figure: Figure) -> bool:
    """绿色食品318个、有机农产品33个、地理标志19个，“三品一标”产品共370个: of the list before it.

    共 says so, behind a list, where nothing else is counted (共发现隐患12个): it ends the words, or
    what was done is called as in the list (查处涉牌90起、超载36起，共查处…).
    """
    if figure.raw[:2] == "累计" and figure.length >= _LONG - 1:
        # 演出308场、电影3842场、戏剧214场，累计4474场: one digit less tells of a list
        listed = all(c.figure.joined for c in here[1:])
        return (listed or figure.length >= _LONG) and _added_up(here, figure)
    if figure.raw[:1] == "共" and figure.length >= _LONG and _added_up(here, figure):
        return True  # 上缴610.7万元，归还原渠道1337.1万元，调账8818.9万元，共纠正金额10766.7万元
    if figure.raw.endswith("总数") and figure.length >= _SUMMED and len(here) >= _ADDED:
        # 规上工业企业130家；限上商贸企业96家，规上服务业企业42家，“四上”企业总数268家
        noun = figure.raw[-_LAST:-2]
        if len(here) < _LISTS:  # 固定电话用户1.26万户，移动电话用户37.94万户，电话用户总数39.20万户
            noun = figure.raw[:-2]
            told = len(noun) >= _LAST and all(c.figure.raw.endswith(noun) for c in here)
            return told and all(c.figure.base == figure.base for c in here)
        alike = all(c.figure.raw.rstrip("达到为").endswith(noun) for c in here)
        return alike and _added_up(here, figure, clause=False)
    if _DEALT_WITH.fullmatch(figure.raw) and len(here) >= _RESULTS:
        # 予以公开51件，部分公开9件，…，其他处理4件，共办结84件
        results = [c for c in here[-_ACCOUNT:] if c.figure.clause == figure.clause]
        plain = len(results) >= _RESULTS and not any(c.group or c.changes for c in results)
        return plain and _added_up(here, figure)
    said = terms.SUMMING.search(figure.raw) if "共" in figure.raw else None
    if said is None or len(here) < _ADDED or figure.length < _SUMMED:
        return False
    if said["count"]:  # 分别发放350万元和381万元，两项补贴共发放731万元
        return _are_counted(here, figure, complements.members(figure.raw))
    run = [one.figure for one in here[-_LISTS:]]
    if len(run) < _LISTS or not run[-2].joined:
        return run[-1].joined and _are_two(run[-_ADDED:], figure)
    listed = all(one.joined for one in run[1:]) and run[0].clause == figure.clause
    alike = listed and {one.base for one in run} == {figure.base} and not figure.joined
    done = said["done"]
    return alike and (not done or any(done in one.figure.raw for one in here))


def _are_two(pair: Sequence[Figure], total: Figure) -> bool:
    """偿还本金4.20亿元、利息1.42亿元，还本付息共5.62亿元: the sum of the two, but for a slip."""
    if {one.base for one in pair} != {total.base} or pair[0].clause != total.clause:
        return False
    lacking = total.amount - altogether(pair)
    sides = [(total, -1), *((one, 1) for one in pair)]
    return not lacking or any(
        side * (slip - one.amount) == lacking for one, side in sides for slip in one.slipped()
    )


def _are_counted(here: Sequence[Level], figure: Figure, count: int) -> bool:
    """Tell whether as many amounts stand before a total as its words count, in one list."""
    run = [one.figure for one in here[-count:]] if count else []
    alike = len(run) == count > 1 and {one.base for one in run} == {figure.base}
    figure.count = count if alike else 0
    return alike and all(one.joined or one.each for one in run[1:])


def _added_up(here: Sequence[Level], figure: Figure, *, clause: bool = True) -> bool:
    """上缴290.35万元，归还281.35万元，调账6047.01万元，累计整改金额6618.71万元: by its digits."""
    run = [c.figure for c in here if c.figure.clause == figure.clause or not clause]
    if len(run) < _LISTS or {one.base for one in run} != {figure.base}:
        return False
    lacking = figure.amount - altogether(run)
    sides = [(figure, -1), *((one, 1) for one in run)]
    return not lacking or any(
        side * (slip - one.amount) == lacking for one, side in sides for slip in one.slipped()
    )


def total_of(reading: Reading, figure: Figure) -> None:
    """A 3个、B 4个，合计7个."""
    if plans := _plans(reading, figure):
        _plan_of(reading, figure, plans)
        return
    named = _of_named(reading, figure)
    counted = _so_called(reading, figure)
    parts = [*reading.group.parts] if reading.group else []
    reading.close()
    clause = [one for one in reading.here if one.figure.clause == figure.clause]
    lists = [one for one in (parts, clause, reading.here or reading.before) if one]
    lists = [_without_brackets(one) for one in lists]
    lists += [one[-figure.count :] for one in lists if 2 <= figure.count < len(one)]
    run = _last_list(clause)
    lists += [run] if run else []
    if figure.length >= _LONG:  # 总收入…，其中地方收入…，补助…，合计…: without what stands apart
        lists += [one[1:] for one in lists if len(one) > _LISTS]
        lists += [[c for c in one if c.group is None] for one in lists]
    # （酒驾122起、醉驾31起）…，连同酒驾在内共查处299起
    if "连同" in figure.raw or figure.raw[:2] in _ALL_THESE:
        lists.append([c for c in reading.here or reading.before if c.group is None])
    units = (figure.base, *figure.also)  # 证书6417本、证明5970份，合计12387本（份）
    lists = [_counted_so(one, units) for one in lists]
    if figure.base in _VISITS:  # 拘留68人、罚款22人，合计采取措施90人次
        listed = run or ([] if any(not c.figure.joined for c in clause[1:]) else clause)
        lists.append(_counted_so(listed, _VISITS[figure.base]))
    lists = [one for one in lists if len(one) >= max(2, figure.count)]
    lists = [*{(one[0].order, len(one)): one for one in lists}.values()]
    lists = [counted] if counted else lists
    if added := _with_what_was_told(reading, figure) or _above(reading, figure):
        lists.append(added)
    level = reading.level(figure)
    reading.remember(level)
    later = _YEARS_AFTER.match(figure.raw)  # 2021年3.20万亩、…、2023年2.16万亩，后两年合计4.93万亩
    if lists and (later or lists[0][-1].figure.tail == "等" or _is_for_each(lists, figure)):
        lists = []
    # 三本账合计支出41287万元，…，分别支出…: a level, for all that. 共150余人: no sum of all
    if (
        named
        or figure.approx
        or not lists
        or _DONE_TO_ALL.search(figure.raw)
        or _in_account(figure, lists)
        or _is_of_the_rest(reading, figure)
    ):
        reading.anchors.append(level)
        return
    reading.made.append(Total(figure, [[c.figure for c in one] for one in lists]))
    reading.made.append(Mixture(level, lists[0]))
    for part in lists[0]:
        part.total = part.total or figure
    reading.anchors.append(level)


def _without_brackets(levels: list[Level]) -> list[Level]:
    """申请100件（自然人87件、企业13件），加上年结转4件，共104件: without what one is made up of."""
    brackets = {id(c.group) for c in levels if c.group and c.group.aside}
    if not brackets:
        return levels
    of = {id(c) for one in levels if one.group for c in one.group.wholes if one.group.aside}
    if not any(id(one) in of for one in levels):
        return levels  # 查处（酒驾122起、醉驾31起），合计153起
    return [c for c in levels if id(c.group) not in brackets]


def _last_list(levels: Sequence[Level]) -> list[Level]:
    """任务（造林4.25万亩、…），完成造林1.87万亩、封育1.53万亩，合计3.40万亩: the second list."""
    start = next((at for at in range(len(levels) - 1, -1, -1) if not levels[at].figure.joined), 0)
    return [*levels[start:]] if 0 < start < len(levels) - 1 else []


def of_mates(reading: Reading, total: Figure, mate: Figure) -> list[Total]:
    """甲8746人次，支付4732.5万元；乙29180人次，支付10528.1万元，两项合计37926人次、15260.6万元."""
    made = next((c for c in reversed(reading.made) if isinstance(c, Total)), None)
    if made is None or made.total is not total or len(made.lists) != 1:
        return []
    ends = [*(one.span for one in made.lists[0][1:]), total.span]
    told = [one for c in reading.levels[-_ACCOUNT:] for one in (c.figure, *c.mates)]
    told = [one for one in told if one.base == mate.base]
    found = [
        [one for one in told if first.span < one.span < end]
        for first, end in zip(made.lists[0], ends, strict=True)
    ]
    return [Total(mate, [[some[0] for some in found]])] if all(found) else []


def _counted_so(told: Sequence[Level], units: Sequence[str]) -> list[Level]:
    """慰问职工900名、金额82.2万元，慰问劳模42名、6.9万元，合计89.1万元: those of the unit."""
    found = [c if c.figure.base in units else c.mates and c.twin(units[0]) for c in told]
    return [c for c in found if c]


def _is_for_each(lists: Sequence[Sequence[Level]], total: Figure) -> bool:
    """向二等功臣家庭发放2万元，三等功臣家庭5000元，共计9.5万元: what each of several gets."""
    if total.base != _MONEY or not terms.RECIPIENTS.search(lists[0][-1].figure.raw):
        return False
    return all(altogether([c.figure for c in one]) != total.amount for one in lists)


def _with_what_was_told(reading: Reading, figure: Figure) -> list[Level]:
    """5月份完成3336万元，增长10.6%。加上1—4月完成的14646万元，已累计完成17982万元: of both."""
    told = [c for c in reading.levels[-_ACCOUNT:] if c.figure.base == figure.base][-_ADDED:]
    if len(told) < _ADDED or not told[1].figure.raw.startswith(terms.ADDED_TO):
        return []
    near = figure.sentence - told[0].figure.sentence <= 1 and told[0].group is None
    return told if near and told[1].figure.sentence == figure.sentence else []


def adjusted(levels: Sequence[Level], figure: Figure) -> list[Total]:
    """税收27万元，加回留抵退税8万元，为35万元; 收入47万元，剔除补助15万元后为32万元."""
    told = [c.figure for c in levels[-_ADJUSTED:]]
    if len(told) < _ADJUSTED or len({one.base for one in told}) > 1:
        return []
    before, taken, _ = told
    if before.sentence != figure.sentence or before.role != "level" or taken.joined:
        return []
    if taken.raw[:2] in _PUT_BACK:
        return [Total(figure, [[before, taken]])]
    return [Total(before, [[taken, figure]])]


def of_so_many(here: Sequence[Level]) -> list[Total]:
    """新开工54个，完成28亿元；续建72个，完成38亿元；126个项目共完成66亿元: numbers, and amounts.

    Only where one of both is what those before make; here: the levels of the sentence.
    """
    if len(here) < 2 * _EACH:
        return []
    *before, count, whole = (c.figure for c in here)
    if count.raw or count.clause != whole.clause or count.base == whole.base:
        return []
    made = []
    adds_up = False
    for of in (count, whole):
        listed = [one for one in before if one.base == of.base]
        if len(listed) < _EACH or any(one.parts or one.joined for one in listed):
            return []
        made.append(Total(of, [listed]))
        adds_up |= of.value.meets(total([one.value for one in listed]))
    return made if adds_up else []


def without(levels: Sequence[Level], figure: Figure) -> list[Total]:
    """支出298万元，其中省专项29万元，上年结转7万元。剔除省专项和上年结转后支出262万元.

    What is taken out is called as one level each that was told, and so is what it is taken from.
    """
    said = _TAKEN_OUT.match(figure.raw)
    told = [c for c in levels[-_ACCOUNT:-1] if c.figure.base == figure.base]
    if said is None or not told:
        return []
    parts = []
    for name in phrasings.MEMBERS.split(said["names"]):
        found = [c for c in told if len(name) > 1 and name in c.figure.raw]
        if len(found) != 1 or found[0].figure in parts:
            return []
        parts.append(found[0].figure)
    called = measures.name(said["of"])
    wholes = [c for c in told if c.figure not in parts and c.group is None]
    named = [c for c in wholes if called and c.figure.name.endswith(called)] or wholes[-1:]
    near = len(named) == 1 and figure.sentence - named[0].figure.sentence <= 1
    return [Total(named[0].figure, [[*parts, figure]])] if near else []


def _plans(reading: Reading, figure: Figure) -> list[Figure]:
    """Return the plans of a list right before a total: 预算分别为3万元、4万元，合计7万元."""
    run: list[Figure] = []
    for level in reversed(reading.levels[-_ACCOUNT:]):
        one = level.figure
        if one.role != "plan" or not one.each or one.clause != figure.clause:
            break
        run.insert(0, one)
    return run if len(run) > 1 and {one.base for one in run} == {figure.base} else []


def _plan_of(reading: Reading, figure: Figure, plans: Sequence[Figure]) -> None:
    """A total of plans is one itself."""
    figure.role, figure.each = "plan", False
    reading.made.append(Total(figure, [plans]))
    reading.plan, reading.subject = figure, None
    level = Level(figure, len(reading.levels))
    reading.levels.append(level)
    reading.anchors.append(level)


def _is_of_the_rest(reading: Reading, figure: Figure) -> bool:
    """城关镇18亿元；其余11个乡镇合计16亿元: one more of what was told, and not its sum."""
    counted = next((c.figure for c in reversed(reading.here) if c.figure is not figure), None)
    return (
        counted is not None
        and counted.clause == figure.clause
        and complements.is_rest(counted.raw)
        and bool(counted.tail)
        and figure.raw.startswith(counted.tail[:_NAME])
    )


def _so_called(reading: Reading, figure: Figure) -> list[Level]:
    """两项基金收入合计9亿元、支出合计8亿元: of the last amounts of that name, if so many are."""
    before = reading.here[-1].figure if reading.here else None
    if before and before.raw.startswith(terms.ADDED_TO):  # 拨付…，加上首批…，全年累计…
        told = [c for c in reading.here if c.figure.base == figure.base]
        return told[-_ADDED:] if len(told) >= _ADDED else []
    if found := _foremost(reading.here, figure):
        return found
    if "优良" in figure.raw:  # 监测286天，优135天，良126天，优良天数合计261天
        told = [c for c in reading.here if c.figure.base == figure.base]
        return [c for c in told if c.figure.raw[:1] in _GOOD and "优良" not in c.figure.raw]
    count = figure.count if figure.count > 1 else 0
    if count and not reading.here and (found := _of_those_before(reading, figure)):
        return found
    if not count and before and before.role == "total" and before.clause == figure.clause:
        count = figure.count = before.count
    words = _SUM_WORDS.sub("", figure.raw) or figure.raw.rpartition("计")[2]
    if "、" in words and not count:
        return _members(words, [*reading.before, *reading.here])
    noun = words[-_NAME:]
    if len(noun) < _NAME:
        return []
    told = [c for c in reading.levels[-_ACCOUNT:] if c.figure.base == figure.base]
    found = _ending_in(noun, told, figure, count)
    if count < _NAME:  # 福彩销量…，体彩销量…，两彩销量合计…
        count = len(found)
        exact = altogether([c.figure for c in found]) == figure.amount
        if count < _NAME or not (exact or _are_one_column(found, words)):
            return []
    return found if len(found) == count else []


def _ending_in(noun: str, told: Sequence[Level], figure: Figure, count: int) -> list[Level]:
    """Return the levels whose name ends so; of more than are summed up, those just so called.

    当年结余1亿元，年末滚存结余5亿元；当年结余2亿元，年末滚存结余7亿元。两项合计…，年末滚存结余12亿元.
    """
    found = [c for c in told if c.figure.raw.endswith(noun) and c.figure.role == "level"]
    if len(found) > count > 1:
        return [c for c in found if c.figure.raw == figure.raw]
    return found


def _are_one_column(found: Sequence[Level], words: str) -> bool:
    """小学64所，在校生2.8万人；初中19所，在校生1.3万人。在校生合计4.1万人: so called in each."""
    raw = found[0].figure.raw
    alike = all(c.figure.raw == raw and c.group is found[0].group for c in found)
    apart = len({c.figure.clause for c in found}) == len(found) > _NAME
    return alike and apart and len(raw) > _NAME and words.endswith(raw)


def _foremost(here: Sequence[Level], total: Figure) -> list[Level]:
    """投诉339件，居前三位的是预付卡93件、家电67件、服装52件，合计212件: of the three."""
    told = [c for c in here if c.figure.base == total.base]
    for at, level in enumerate(told):
        said = _FOREMOST_OF.search(level.figure.raw)
        if said and len(told) - at == numerals.single(said["count"]):
            return told[at:]
    return []


def _members(words: str, told: Sequence[Level]) -> list[Level]:
    """判决435件，调解341件，撤诉233件，调解、撤诉结案合计574件: of the two that it names."""
    found: list[Level] = []
    for name in phrasings.MEMBERS.split(words):
        fits = [
            c
            for c in told
            if c.figure.raw and (c.figure.raw.startswith(name) or name.startswith(c.figure.raw))
        ]
        if len(fits) != 1 or len(name) < _NAME:
            return []
        found += fits
    return found if len({c.figure.base for c in found}) == 1 else []


def _in_account(figure: Figure, lists: Sequence[Sequence[Level]]) -> bool:
    """加上结转0.2亿元、动用结余1.9亿元，收入合计9.3亿元: accounts.py knows of what."""
    listed = any(terms.IN_ACCOUNTS.search(one.figure.raw) for one in lists[0])
    return listed and terms.ACCOUNT.search(figure.raw) is not None


def _of_named(reading: Reading, figure: Figure) -> bool:
    """望海、金滩、西渡三个乡镇共计97起: of those that it names, not of what was listed."""
    first = figure.raw.partition("、")[0][-_NAME:]
    told = (c.figure.raw for c in (*reading.here, *reading.before))
    return "、" in figure.raw[1:] and not any(first in one for one in told)
