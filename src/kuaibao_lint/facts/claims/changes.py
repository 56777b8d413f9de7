"""How a level changed: its rate, its amount, the value before, each given to the right level."""

from __future__ import annotations

from kuaibao_lint.facts import numerals
from kuaibao_lint.facts.claims import measures, phrasings, terms
from kuaibao_lint.facts.claims.model import Altogether, Change, Level
from kuaibao_lint.later import later
from kuaibao_lint.light_typing import TYPE_CHECKING

if TYPE_CHECKING:
    from kuaibao_lint.facts.claims.figure import Figure
    from kuaibao_lint.facts.claims.state import Reading


_THAN = ("比", "较")
_THAN_WINDOW = frozenset(("比T", "较T"))
_LAST_YEAR = frozenset("YP")
_ALL_OF_IT = frozenset("总量 总额 总数 总体 绝对额 绝对值 绝对量".split())  # noqa: SIM905
_BEGINNING = "年初"
OTHER_YEAR = "T"  # what a change is against that is not the year before
LATE = "late"  # of a rate that a level which was told before it does not have
_THAN_MONTH = frozenset(("比T", "较T", "比T的", "较T的"))
_TWO, _SPELT = 2, 4  # characters of a name that is only the end of a level's
_LATELY = 6  # claims before a rate's amount, among which its own is
_ENDING = 6  # characters before a rate in which a unit stands: 走访批次上升

_of_all = later("facts.claims.far_back", "of_all")
_called_before = later("facts.claims.far_back", "called")
_since_then = later("facts.claims.far_back", "since_then")
_between_windows = later("facts.claims.far_back", "between_windows")
_of_last_year = later("facts.claims.far_back", "of_last_year")
_other_basis = later("facts.claims.multiples", "other_basis")
_told_behind = later("facts.claims.steps", "told_behind")


def growth_of(reading: Reading, figure: Figure) -> None:
    """A rate of change of the subject."""
    against = reading.base
    if against and against.word == "than" and figure.raw == against.tail and figure.name:
        figure.name = ""  # 平均2.2个工作日，比法定14.8个工作日压缩85.1%
    if figure.kind == "percent":
        reading.rates.append(figure)
        if reading.beyond:
            _told_behind(reading, figure)
    if together := phrasings.OF_ALL.match(figure.raw):
        _grow_together(reading, figure, numerals.single(together["count"]))
        return
    if reading.subject is None:
        reading.early.append(figure)
    subject = _told_before(reading, figure) or _among(reading, figure)
    subject = subject or _by_unit(reading, figure) or _changing(reading, figure)
    subject = subject or _of_all(reading, figure) or _from(reading, figure)
    if subject:
        _grow(reading, figure, subject)
        if figure.name:  # 浓度下降21.6%（去年同期为74微克）: of what has that name
            reading.subject = subject
    elif figure.name and reading.subject and all(one.word == LATE for one in reading.early):
        figure.word = LATE
        reading.early = [figure]  # 税收…，非税收入下降4.1%，完成15409万元: of what comes
    if figure.basis in terms.YEAR_BEGINS and (net := reading.lead[0]):
        _since(reading, net, figure)


def _grow(reading: Reading, figure: Figure, subject: Level) -> None:
    """Give a level its rate of change, and the value before where its words tell it."""
    basis = basis_of(reading, figure, subject)
    against = reading.base
    told = against and (against.tail == figure.raw or (against.enters and figure.leaves))
    if against and against.word == "than" and told:
        basis = _other_basis(reading, against)
        if against.base == subject.figure.base:
            reading.change(subject, basis).base = against
    change = reading.change(subject, basis)
    told, base = change.growth, change.base
    if told and base and told.span < base.span:
        # 同比增长13.6%，较2019年同期的49.30亿元增长7.5%: the value is the second's
        change.base, change = None, reading.change(subject, OTHER_YEAR)
        change.base = base
    change.growth = change.growth or figure
    change.base = change.base or _told_then(reading, figure, subject)


def _since(reading: Reading, net: Figure, growth: Figure) -> None:
    """企业123户；新登记21户，注销4户，净增17户，比上年末增长16.0%: of what there is."""
    came_or_went = reading.here[-1].figure.raw if reading.here else ""
    if net.clause != growth.clause or net.compared or not terms.NET_ALONE.match(net.raw):
        return
    if not (terms.WENT.search(came_or_went) or terms.CAME.search(came_or_went)):
        return
    told = [c for c in reading.here if c.figure.base == net.base and c.group is None]
    told = [c for c in told if not _flows(c)][:1] or _first_before(reading, net)
    if told and told[0].figure.amount > net.amount and growth.sign == net.sign:
        change = Change(told[0].figure)
        change.growth, change.delta = growth, net
        reading.made.append(change)


def _flows(level: Level) -> bool:
    words = level.figure.raw
    return terms.CAME.search(words) is not None or terms.WENT.search(words) is not None


def _first_before(reading: Reading, net: Figure) -> list[Level]:
    """企业324家…。新认定42家，退出16家，净增26家，较上年末增长8.7%: of all that there are."""
    told = [c for c in reading.before if c.figure.base == net.base and c.group is None]
    return told[:1] if reading.here and not any(map(_flows, told[:1])) else []


def _grow_together(reading: Reading, growth: Figure, count: int) -> None:
    """A增长30%，B下降19%，C增长10%，三档合计增长13%: of the last levels, so many."""
    levels = reading.here[-count:]
    alike = len({one.figure.base for one in levels}) == 1
    told = len(levels) == count and all(one.growth for one in levels)
    if alike and told and not any(one.figure.role == "total" for one in levels):
        reading.made.append(Altogether(levels, growth))


def of_its_own(reading: Reading, figure: Figure) -> bool:
    """Tell whether an amount is a level for all its verb: 带动172户增收290.8万元."""
    subject = reading.subject
    last = reading.deltas[-1] if reading.deltas else None
    if last and figure.joined and last.clause == figure.clause and _has_level(reading, figure):
        return False  # 事故34起、死亡42人，同比减少3起、少死亡3人
    return bool(
        subject
        and not (figure.compared or reading.called(figure.name) or _counted(reading, figure))
        and not _by_ending(reading, figure)
        and figure.base not in {subject.figure.base, *(mate.base for mate in subject.mates)}
    )


def _has_level(reading: Reading, figure: Figure) -> bool:
    like = (c.figure for c in reading.here if c.figure.base == figure.base)
    return any(one.raw[-2:] in figure.raw for one in like)


def of_what_moved(reading: Reading, figure: Figure) -> bool:
    """馆藏由年初的17.08万册增加到18.97万册，新增1.89万册: give the difference to what moved.

    运行费用623万元，同比下降8.6%，节约58.6万元: or that of a rate, to what fell.
    """
    subject = reading.subject
    if figure.raw in terms.LESS_NOW:
        return _saved(reading, figure)
    if subject is None or figure.role != "level" or subject.figure.word != "to":
        return False
    moved = [one for one in subject.changes.values() if one.base and not one.delta]
    if not moved or figure.base != subject.figure.base:
        return False
    figure.role, figure.sign = "delta", 1
    moved[-1].delta = figure
    return True


def _saved(reading: Reading, figure: Figure) -> bool:
    """Give an amount that was saved to the level that fell by the rate right before it."""
    rate, subject = reading.rates[-1] if reading.rates else None, reading.subject
    change = subject.changes.get(reading.basis) if subject else None
    if rate is None or change is None or change.growth is not rate or change.delta:
        return False
    beside = figure.span.start - rate.span.end == len(figure.raw) + 1
    if figure.base != change.level.base or not beside or rate.sign > 0:
        return False
    if rate.clause != figure.clause:
        return False
    figure.role, figure.sign = "delta", -1
    change.delta = figure
    return True


def takes_from_what_came(reading: Reading, figure: Figure) -> None:
    """线路由32条优化为33条，新增4条、撤并3条: what came is no change, where something went, too."""
    changes = reading.subject.changes.values() if reading.subject else ()
    for one in changes:
        came = one.delta
        if came and came.raw.startswith("新") and came.base == figure.base:
            directly = figure.span.start - came.span.end == len(figure.raw) + 1
            one.delta = None if directly else came


def delta_of(reading: Reading, figure: Figure) -> None:
    """An amount of change of the subject."""
    reading.deltas.append(figure)
    if _is_told(reading, figure):
        return
    if figure.mate:  # 减少8批、357人次
        if twin := reading.subject and reading.subject.twin(figure.base):
            reading.change(twin, basis_of(reading, figure, twin)).delta = figure
        return
    if reading.subject is None:
        reading.early.append(figure)
    subject = _changing(reading, figure) or _counted(reading, figure)
    subject = subject or _of_all(reading, figure)
    if subject and figure.base != subject.figure.base and not figure.name:
        # 投入7784万元改造22项，同比增加391万元: of what is measured so
        like = [c for c in reading.here if c.figure.base == figure.base]
        subject = like[-1] if like else subject.twin(figure.base) or subject  # 431笔438万元，…
    subject = _above_mean(reading, subject, figure)
    if subject and figure.base == subject.figure.base:
        reading.lead = figure, None
        reading.subject = subject  # 其中农村居民收入增加1274元，增长7.5%: also what follows
        against = reading.base if reading.base and reading.base.base == figure.base else None
        basis = basis_of(reading, figure, subject)
        if against and against.word == "than":
            basis = _other_basis(reading, against)
        change = reading.change(subject, basis)
        change.delta = change.delta or figure
        if against and not figure.basis:
            change.base = change.base or against
        else:
            change.base = change.base or _told_then(reading, figure, subject)


def _above_mean(reading: Reading, subject: Level | None, change: Figure) -> Level | None:
    """屠宰24.68万头，日均2742头，同比增加2.02万头: of all of them, for a mean grew by less."""
    mean = subject.figure if subject else None
    if mean is None or mean.role != "average" or change.amount < mean.amount:
        return subject
    then = reading.base
    near = then is not None and then.clause == change.clause and then.base == change.base
    if then and near and then.amount < mean.amount * _SPELT:
        return subject  # 户均2.83人，比2010年的3.33人减少0.50人
    told = [c for c in reading.here if c.figure.base == change.base and c is not subject]
    return told[0] if told else subject


def _told_then(reading: Reading, change: Figure, level: Level) -> Figure | None:
    """比上年完成数增加2亿元, 比年初净减6572万元: return what the level was then, if told."""
    if change.compared.endswith(terms.OF_LAST_YEAR):
        told: Figure | None = _of_last_year(reading, level)
        return told
    amount = change.kind == "amount" and reading.basis == _BEGINNING
    return _as_it_began(reading, level) if amount else None


def _is_told(reading: Reading, delta: Figure) -> bool:
    """Tell whether what stands beside an amount of change says of what it is; it is claimed."""
    if delta.leaves and _of_bracket(reading, delta):
        return True
    return _between(reading, delta) or (not delta.mate and _goes_with_rate(reading, delta))


def _as_it_began(reading: Reading, level: Level) -> Figure | None:
    """年初暂付款余额23678万元，…，年末余额17106万元，比年初净减6572万元: return the first."""
    name = level.figure.name[-_TWO:]
    told = [
        c.figure
        for c in reading.levels[: level.order]
        if c.figure.raw.startswith(_BEGINNING) and c.figure.base == level.figure.base
    ]
    told = [one for one in told if len(name) == _TWO and one.name[-_TWO:] == name]
    return told[0] if len(told) == 1 else None


def _goes_with_rate(reading: Reading, delta: Figure) -> bool:
    """立案242件，其中…；立案数同比增长5.5%，增加11件: the amount is of what the rate is of."""
    rate = reading.rates[-1] if reading.rates else None
    if rate is None or rate.clause != delta.clause or rate.role != "growth":
        return False
    if not (rate.name or (rate.compared and not reading.here and reading.subject is None)):
        return False  # 。环比下降2.2%，减少87起: of what the rate is of, sentences before
    if delta.name or delta.compared or delta.sign != rate.sign:
        return False
    for change in reversed(reading.made[-_LATELY:]):
        if isinstance(change, Change) and change.growth is rate:
            if change.delta or change.level.base != delta.base:
                return False
            change.delta = delta
            return True
    return False


def _of_bracket(reading: Reading, delta: Figure) -> bool:
    """较历史最高（2022年22.88万千瓦）高0.65万千瓦: than what the bracket tells; it is claimed."""
    other, level = reading.levels[-1].figure if reading.levels else delta, reading.subject
    if not (other.enters and other.name[:1] in _THAN and level and level.figure is not other):
        return False
    if other.base != delta.base or level.figure.base != delta.base:
        return False
    change = reading.change(level, other.name)
    change.base, change.delta = other, delta
    return True


def _from(reading: Reading, growth: Figure) -> Level | None:
    """浓度52微克。与上年相比，浓度由67微克下降22.4%: the level was told before its value then."""
    base = reading.base
    if base is None or base.word != "from" or base.clause != growth.clause or reading.here:
        return None
    level = reading.called(measures.name(base.raw.rpartition("由")[0]))
    if level is None or level.figure.base != base.base or level.changes:
        return None
    reading.change(level, "").base = base
    return level


def _among(reading: Reading, figure: Figure) -> Level | None:
    """与上月（80批1200人次）相比，走访批次上升25%、人次上升33%: of what was compared.

    与上年（51553万元）比增长6.8%: of the only one.
    """
    if figure.leaves and len(reading.against) == 1 and not (figure.name or reading.subject):
        return reading.against[0]
    named = [
        level
        for level in reading.against
        if f"{level.figure.unit}数" in figure.raw
        or level.figure.unit in figure.raw[-_ENDING:]
        or (figure.name and level.figure.name.endswith(figure.name))
    ]
    return named[0] if len(named) == 1 else None


def _by_unit(reading: Reading, figure: Figure) -> Level | None:
    """走访100批1500人次，…，走访批次上升9%、人次上升8%: each of the level in its unit."""
    level = reading.subject or (reading.here[-1] if reading.here else None)
    if level is None or not level.mates:
        return None
    counted = (level.figure, *level.mates)
    named = [c for c in counted if f"{c.unit}数" in figure.raw or c.unit in figure.raw[-6:]]
    return level.twin(named[0].base) if len(named) == 1 else None


def _changing(reading: Reading, figure: Figure) -> Level | None:
    """Return the subject, if the change is not of what the clause names itself."""
    subject, name = reading.subject, figure.name
    if not name or (subject and name in _ALL_OF_IT):  # 与上年33370万元比，总量增加1668万元
        return _in_unit_said(reading, figure) if subject else None
    if subject and phrasings.DURATION.fullmatch(name):  # 与2010年的334020人相比，十年减少19035人
        against = subject.changes.get("")
        return subject if against and against.base and not against.delta else None
    if name[0] == "每":  # 亩产930斤，每亩比上年增加20斤
        return subject if subject and subject.figure.role == "average" else None
    if subject and len(name) >= 2 and subject.figure.name.startswith(name):
        return subject
    bare = name.rstrip("量数")  # 各类有效报警共6555起，有效报警量下降
    if subject and 2 <= len(bare) < len(name) and subject.figure.name.endswith(bare):
        return subject
    return reading.called(name) or _by_ending(reading, figure) or _called_before(reading, figure)


def _told_before(reading: Reading, figure: Figure) -> Level | None:
    """上年接待369.8万人次，今年增长9.5%: of what was told of this year."""
    last = reading.subject
    if last is None or figure.raw[:1] != "T" or last.figure.raw[:1] not in _LAST_YEAR:
        return None
    then: Level | None = _since_then(reading, figure, last)
    return then


def _between(reading: Reading, figure: Figure) -> bool:
    """下半年比上半年多3717万元: tell whether it is of two windows of time; it is claimed."""
    return figure.compared[:2] in _THAN_WINDOW and _between_windows(reading, figure)


def _in_unit_said(reading: Reading, figure: Figure) -> Level | None:
    """游客218万人次，收入11亿元，人数增长8.2%: of what is counted so, and not of the last level."""
    said = phrasings.COUNTED_IN.match(figure.raw) if figure.kind == "percent" else None
    subject = reading.subject
    if said is None or subject is None or subject.of(said["unit"]):
        return subject
    units = {said["unit"], f"{said['unit']}次"}
    told = [c for c in (*reading.before, *reading.here) if c.figure.base in units]
    return told[0] if len(told) == 1 else None


def _by_ending(reading: Reading, figure: Figure) -> Level | None:
    """小麦实收面积43.12万亩，…。与2022年相比，面积增加0.46万亩: of the only one called so.

    受案增加410件, of 受理案件1804件. It is of this sentence or the last.
    """
    name = figure.name
    if not _TWO <= len(name) <= _SPELT or (figure.kind == "amount" and figure.parts):
        return None
    bare = name.removesuffix("总额").removesuffix("总量").rstrip("量数")
    words = (name, *terms.CALLED_ALSO.get(name, ()), *([bare] if len(bare) > 1 else ()))
    told = [
        c
        for c in (*reading.before, *reading.here)
        if any(_is_called(word, c.figure) for word in words)
        if figure.kind == "percent" or c.figure.base == figure.base
    ]
    if len(told) > 1:  # 从业人员21万人，三次产业从业人员分别为…；从业人员减少: of all
        told = [c for c in told if c.group is None and not c.figure.each]
    return told[0] if len(told) == 1 else None


def _is_called(word: str, one: Figure) -> bool:
    """Tell whether a level's name ends with a word, or begins with it where it is a verb."""
    name = one.name or one.raw  # 平均亩产461.8公斤，…，亩产减少20.2公斤
    said = name.endswith(word) or (word in terms.DOINGS and word in name)
    return said and measures.said_of(word, name)


def _counted(reading: Reading, figure: Figure) -> Level | None:
    """发生事故221起…。事故起数减少59起: of the only level that is counted so.

    完成交易1098个，…，交易数量减少53个: that it is a number of these, its name says too.
    """
    counts = f"{figure.unit}数" in figure.raw or f"{figure.base}数" in figure.raw
    if figure.parts and not counts:
        return None
    if not counts:
        return _in_number(reading, figure)
    for levels in (reading.here, reading.before):
        if found := [c for c in levels if c.figure.base == figure.base]:
            sure = len(found) == 1 and found[0].figure.raw.endswith(figure.name)
            return found[0] if sure else None
    return None


def _in_number(reading: Reading, figure: Figure) -> Level | None:
    """Return the only level of the sentence, or of the last, of whose number a change is told."""
    said = phrasings.IN_NUMBER.search(figure.raw)
    if said is None:
        return None
    found = [c for c in (*reading.before, *reading.here) if c.of(figure.base)]
    if len(found) != 1:
        return None
    own = found[0].figure
    counted = own.base == figure.base and not own.parts
    return found[0] if counted and measures.akin(said["of"], own.raw) else None


def basis_of(reading: Reading, figure: Figure, level: Level) -> str:
    """较年初增加3亿元，增长5%: the rate is against the same day.

    增长2.3%，比2015年增加1.6亿元: against another year than the one before.
    """
    if figure.compared:
        reading.basis = figure.basis
        told = level.changes.get("")
        if figure.basis == "环比" and _is_since_then(reading, figure, level):
            reading.basis = OTHER_YEAR
        elif figure.basis == "环比" and told and _is_against_month(told, figure):
            reading.basis = ""  # 比7月份6579万元减少706万元，环比下降10.7%
        if not figure.basis and "T" in figure.compared and told and (told.growth or told.delta):
            reading.basis = OTHER_YEAR
    return reading.basis


def _is_against_month(told: Change, rate: Figure) -> bool:
    """Tell whether a change was told against another month, with the value that was then."""
    then, delta = told.base, told.delta
    if then is None or delta is None or told.growth or rate.kind != "percent":
        return False
    near = then.clause == delta.clause == rate.clause and rate.sign == delta.sign
    return near and then.raw in _THAN_MONTH


def _is_since_then(reading: Reading, rate: Figure, level: Level) -> bool:
    """比二季度末增加1.39万头，环比增长3.4%: against the same day, just told."""
    last = reading.deltas[-1] if reading.deltas else None
    change = level.changes.get(OTHER_YEAR)
    if last is None or change is None or change.delta is not last or change.growth:
        return False
    near = rate.clause == last.clause and last.sign == rate.sign
    return near and rate.kind == "percent" and last.compared.endswith(("末", "底"))


def told_versus(reading: Reading, figure: Figure) -> bool:
    """Tell whether a figure is the level that the one before was compared with; it is taken."""
    if reading.versus is None:
        return False
    other, level, delta = reading.versus
    reading.versus = None
    if not (figure.enters and figure.raw.startswith(other) and figure.base == delta.base):
        return False
    change = reading.change(level, f"比{other}")
    change.base, change.delta = figure, delta
    return True
