"""What a level was a year earlier, last month, before the window began."""

from __future__ import annotations

from kuaibao_lint.facts.claims import multiples, phrasings, terms
from kuaibao_lint.facts.claims.changes import OTHER_YEAR
from kuaibao_lint.facts.claims.model import Change
from kuaibao_lint.intervals import total
from kuaibao_lint.later import later
from kuaibao_lint.light_typing import TYPE_CHECKING

if TYPE_CHECKING:
    from kuaibao_lint.facts.claims.figure import Figure
    from kuaibao_lint.facts.claims.model import Level
    from kuaibao_lint.facts.claims.state import Reading

_base_then = later("facts.claims.then", "base_then")
_SAID = 2  # characters that name a measure
_SOME = 3  # digits of what there is and was, which a wrong mate fits by chance seldom
_THAN = ("较", "比")
_LIST = 2  # a whole and two parts at least
_BACK, _FAR = 24, 4  # levels, and sentences, before what was in which that is which is
_OF_OLD = frozenset(("常年", "历年", "多年"))


def base_of(reading: Reading, figure: Figure) -> None:
    """The value of the subject a year earlier."""
    if figure.mate:  # 去年同期为197件375人
        if reading.base and reading.base.word == "from" and not reading.against:
            reading.mated.append(figure)  # 由13857户49309人减至…: its level is to come
        else:
            _compare(reading, figure, _twin(reading, figure))
        return
    if figure.word == "then":
        _base_then(reading, figure)
        return
    if figure.word == "beside":
        _compare(reading, figure, _of_kind(reading, figure))
        return
    if multiples.is_told(reading, figure):
        return
    reading.base = figure
    if figure.word == "than":
        return
    if figure.tail.startswith(phrasings.COMPARES) and phrasings.MEANT.search(figure.raw):
        # 与年度目标69329万元相比，进度为36.5%: a plan
        figure.word, reading.plan = "than", figure
        reading.subject = reading.subject or _of_kind(reading, figure)
    elif figure.tail.startswith(phrasings.COMPARES) and phrasings.REPORTED.search(figure.raw):
        # 决算数44622万元…。与向人代会报告的执行数44309万元相比，增加313万元
        figure.word = "than"
        told = (c for c in reading.anchors if c.figure.base == figure.base)
        reading.subject = reading.subject or _of_kind(reading, figure) or next(told, None)
    else:
        if figure.enters and figure.name in _OF_OLD:  # 较常年同期偏多12.4%（常年同期768.9毫米）
            figure.basis, figure.name = figure.name, ""
        _told_then(reading, figure)


def _told_then(reading: Reading, figure: Figure) -> None:
    """Give the subject, or the level of its kind, what it was a year earlier."""
    if reading.early and figure.word != "from":
        reading.early.append(figure)
    if figure.name and figure.name != f"{figure.unit}数":  # 县内就业38718人，人数比年初的38100人多
        last = reading.subject
        reading.subject = reading.called(figure.name)
        if reading.subject is None and last and figure.name.endswith("数"):
            reading.subject = last.twin(figure.base)  # 12种283例，发病数较上月的239例上升: of these
    subject = reading.subject
    if subject and (other := _of_its_measure(reading, figure, subject)):
        _compare(reading, figure, other)
        return
    if subject is None and not reading.here:  # 上年同期为9户。 in a sentence of its own
        subject = next((c for c in reading.anchors if c.figure.base == figure.base), None)
        told = subject and (subject.growth or figure.tail.startswith("相比"))
        subject = subject if told else _told_first(reading, figure) or _changed(reading, figure)
        reading.subject = subject
    net = reading.made[-1] if reading.made else None
    if isinstance(net, Change) and _is_of_net(net, figure):
        net.base = figure
    elif subject and subject.figure.base == figure.base and figure.word != "from":
        _compare(reading, figure, subject)
    elif (subject or reading.here) and figure.word != "from" and not figure.name:
        level = _of_kind(reading, figure)
        _compare(reading, figure, level)
        if subject is None and figure.clause > reading.here[-1].figure.clause:
            reading.subject = level  # 入库44868万元；去年同期入库42854万元，增长4.7%


def take_from_bracket(reading: Reading, figure: Figure) -> bool:
    """Take the value before, and tell whether it is: 增加371人（2553人）, 下降16.16%（99微克）.

    Behind a rate it may be the amount of the change as well: the one is taken that it comes nearer
    to, and none where it is far from both.
    """
    change = reading.made[-1] if reading.made else None
    if not isinstance(change, Change) or change.base or figure.mate:
        return False
    level, last = change.level, change.delta or change.growth
    if last is None or figure.span.start != last.span.end + 1 or figure.base != level.base:
        return False
    if last is change.delta:
        then = level.amount - last.sign * last.amount
    else:
        then = level.amount / (1 + last.sign * last.amount / 100)
        moved = abs(level.amount - then)
        if moved and abs(figure.amount - moved) < moved / _SOME:
            figure.role, figure.sign = "delta", last.sign
            change.delta = figure
            return True
    if abs(figure.amount - then) > abs(then) / 2:
        return False
    figure.role = "base"
    change.base = figure
    return True


def _is_of_net(net: Change, base: Figure) -> bool:
    """新认定51家，未通过16家，净增35家，较上年末增长12.0%，上年末为292家: of what there is."""
    rate, since = net.growth, base.basis in terms.YEAR_BEGINS
    if rate is None or net.delta is None or net.base or not since:
        return False
    return rate.clause == base.clause and net.level.base == base.base and not base.name


def _told_first(reading: Reading, base: Figure) -> Level | None:
    """转移就业73355人，省外28130人、省内45225人。较去年年底的72112人净增1243人: of the first.

    It is the largest of the sentence before, or the whole of all that this told: 支出22万元。其中
    接待19万元，用车3万元。比上年24万元减少2万元.
    """
    told = [c for c in reading.before if c.figure.base == base.base]
    if not told or base.raw[:1] not in _THAN or base.sentence - told[0].figure.sentence != 1:
        return None
    group = told[0].group
    if group and not group.guess and all(c.group is group for c in reading.before):
        above = next((c for c in group.wholes if c.figure.base == base.base), None)
        near = above and told[0].figure.sentence - above.figure.sentence <= 1
        return above if above and near and not above.changes else None
    first = told[0].figure
    largest = all(c.figure.value.high <= first.value.low for c in told[1:])
    alone = largest and first.length >= _SOME and told[0].group is None
    return told[0] if alone and not (first.per_head or told[0].changes) else None


def _changed(reading: Reading, base: Figure) -> Level | None:
    """登记1253件次，下降7.0%。来信…；按期办结…。上年同期1348件次: of the only one that changed so.

    Of those that are no parts, if there is one.
    """
    told = [
        c
        for c in reading.levels[-_BACK:]
        if c.figure.base == base.base and base.sentence - c.figure.sentence <= _FAR
        if (change := c.changes.get(base.basis)) and not change.base
        if change.growth or change.delta
    ]
    if len(told) > 1:
        told = [c for c in told if c.group is None]
    return told[0] if len(told) == 1 and not base.parts else None


def _of_its_measure(reading: Reading, base: Figure, subject: Level) -> Level | None:
    """收入合计58665万元，增长4.1%，…，结余10453万元，上年同期收入为56354万元: of the income."""
    said = base.raw.lstrip("PYT").rstrip("为是")
    if len(said) < _SAID or said in subject.figure.raw:
        return None
    told = [c for c in reading.here if c.figure.base == base.base and said in c.figure.raw]
    told = [c for c in told if c.growth and c.changes[""].base is None]
    return told[0] if len(told) == 1 else None


def _compare(reading: Reading, base: Figure, level: Level | None) -> None:
    """Give a level its value at another time."""
    if level is None:
        return
    basis = base.basis
    if reading.basis == OTHER_YEAR and (base.enters or "T" in base.raw):
        basis = OTHER_YEAR
    change = reading.change(level, basis)
    if change.base and change.delta and base.raw[:1] in _THAN:
        # 比7月的7692万度增加129万度，比去年同月的7129万度增长9.7%: the two are apart
        basis = OTHER_YEAR
        change = reading.change(level, basis)
    change.base = change.base or base
    reading.basis = basis
    reading.against.append(level)


def _twin(reading: Reading, base: Figure) -> Level | None:
    """Return the level of a unit: a mate of what was compared last, else of the subject.

    事故120起，死亡36人、受伤229人，与140起、39人、265人相比: or what stands behind what was.
    """
    last = reading.against[-1] if reading.against else None
    if last is not None and not last.mates:
        after = next((c for c in reading.here if c.order == last.order + 1), None)
        if after is not None and after.figure.base == base.base:
            return after
    for level in (*reading.against[-1:], reading.subject):
        if level and (twin := level.twin(base.base)):
            return twin
    return _of_kind(reading, base)


def _of_kind(reading: Reading, base: Figure) -> Level | None:
    """发生事故92起，死亡15人，与前年的110起、22人相比: return the only level of that unit.

    Of several, the one that has the name.
    """
    same = [one for one in reading.here if one.figure.base == base.base and one.group is None]
    if len(same) > 1:  # 缴费328354人，距任务还差31764人；较上年同期的333003人少4649人: of no rest
        same = [c for c in same if not terms.LACKING.search(c.figure.raw)] or same
    if len(same) > 1 and base.name:
        same = [one for one in same if one.figure.name.endswith(base.name)]
    if len(same) > _LIST and same[-1].figure.role == "total":
        return same[-1]
    if len(same) > _LIST and total([one.figure.value for one in same[:-1]]).meets(
        same[-1].figure.value
    ):
        return same[-1]  # 上半年25671万元，下半年29388万元，全年共55059万元；与上年（51553万元）比
    if len(same) > _LIST:  # 资金19.21亿元，中央14.34亿元、省级4.03亿元、市级0.84亿元；与去年的…相比
        parts = total([one.figure.value for one in same[1:]])
        return same[0] if parts.meets(same[0].figure.value) else None
    return same[0] if len(same) == 1 else None
