"""Rows of like amounts that stand below each other, as in a table: a whole, and its parts."""

from __future__ import annotations

from itertools import takewhile

from kuaibao_lint.facts.claims import terms
from kuaibao_lint.facts.claims.figure import altogether
from kuaibao_lint.facts.claims.model import Columns, Keyed
from kuaibao_lint.light_typing import TYPE_CHECKING
from kuaibao_lint.patterns import pattern

if TYPE_CHECKING:
    from collections.abc import Sequence

    from kuaibao_lint.facts.claims.figure import Figure
    from kuaibao_lint.facts.claims.model import Claim, Level

    Row = list[Figure]

_SUMMED = pattern("(?:以上|上述|这)?[两二三四五六]项(?:合计|共计?|总计)")
_NAMED = 2  # characters at the end of a name by which an amount is known
_WIDTH = 2  # columns at least
_ROWS = 2  # parts at least
_TELLING = 3  # digits of what parts do not make up by chance
_FEWEST = _WIDTH * (_ROWS + 1)
_BEHIND = 2  # rows behind the others that may be more of them
_BEFORE = 4  # rows before them that may tell their wholes, and
_FAR = 3  # sentences from these
_WHOLES = 2  # rows that may be the whole of those behind them
_MOST = 16  # rows, and
_WIDEST = 8  # columns: they bound the work


def columns(levels: Sequence[Level]) -> list[Claim]:
    """采购项目5个、9万元，其中货物2个、3万元；工程3个、6万元: each column of its own.

    The whole stands before the rows or, where it is called so (三次产业合计), behind them. What a
    row tells beyond the columns of all (63宗，成交407万元，节约28万元；75宗，成交96万元) is let be.
    """
    if len(levels) * _WIDTH < _FEWEST or sum(1 + len(one.mates) for one in levels) < _FEWEST:
        return []
    rows = _rows(levels)
    found: list[Claim] = []
    at = 0
    while at < len(rows):
        end, units = _run(rows, at)
        told = end - at >= _ROWS and _WIDTH <= len(units) <= _WIDEST
        if told and (len({*units}) > 1 or _called_alike(rows[at:end])):
            before = rows[at - 1][:_WIDEST] if at else []
            behind = [row[:_WIDEST] for row in rows[end : end + _BEHIND]]
            found += _told_with(rows[at:end], units, before, behind)
            if at and not _fitting(before, units):
                found += _told_before(rows[at:end], units, rows[max(0, at - _BEFORE) : at])
        at = end
    return found + _keyed(rows) + _in_sentences(rows)


def _run(rows: Sequence[Row], at: int) -> tuple[int, tuple[str, ...]]:
    """Return where the rows that begin with the same units end, and these units."""
    units = _units(rows[at])
    end = at + 1
    while end < min(len(rows), at + _MOST):
        common = _common(units, _units(rows[end]))
        if len(common) < min(_WIDTH, len(units)):
            break
        units, end = common, end + 1
    return end, units


def _called_alike(run: Sequence[Row]) -> bool:
    """司法确认227件，出具调解书170件…；转立案240件，正在调解33件: are these columns of one unit?

    Only names tell them from each other: 受理刑事案件92件，审结90件；受理执行案件81件，执结77件.
    """
    columns = zip(*(row[:_WIDTH] for row in run), strict=True)
    ends = [[{*one.raw[-2 * _NAMED :]} for one in column] for column in columns]
    return any(first.intersection(*others) for first, *others in ends)


def _common(units: tuple[str, ...], others: tuple[str, ...]) -> tuple[str, ...]:
    alike = takewhile(lambda pair: pair[0] == pair[1], zip(units, others, strict=False))
    return tuple(unit for unit, _ in alike)


def _told_with(
    run: Sequence[Row], units: tuple[str, ...], before: Row, behind: Sequence[Row]
) -> list[Claim]:
    """Return the rows with what may be their whole: before them, behind them, or one of them."""
    if len(run) > _ROWS and _SUMMED.match(run[-1][0].raw):
        return [Columns(run[-1][:_WIDEST], _cut(run[:-1], len(units)), behind)]
    if width := _fitting(before, units):
        return _all_once_more(before, _outer(_cut(run, width)), behind)
    last = behind[0] if behind else []
    if last and terms.SUMMED_UP.search(last[0].raw) and (width := _fitting(last, units)):
        return [Columns(last, _cut(run, width), [before])]
    if len(run) > _ROWS and terms.SUMMED_UP.search(run[-1][0].raw):
        return [Columns(run[-1][:_WIDEST], _cut(run[:-1], len(units)), behind)]
    wholes = range(len(run) - _ROWS)[:_WHOLES]
    told = [(run[at][:_WIDEST], _cut(run[at + 1 :], len(units))) for at in wholes]
    if told and _adds_up(*told[0]):  # none of its own rows is a whole as well
        del told[1:]
    told = [(whole, outer) for whole, rows in told if len(outer := _outer(rows)) >= _ROWS]
    found = [one for whole, rows in told for one in _all_once_more(whole, rows, behind)]
    for whole, rows in told:
        one_sentence = [row for row in rows if row[0].sentence == rows[0][0].sentence]
        if _ROWS <= len(one_sentence) < len(rows):
            found.append(Columns(whole, one_sentence, []))
    return found


def _told_before(
    run: Sequence[Row], units: tuple[str, ...], before: Sequence[Row]
) -> list[Claim]:
    """项目28项…。总投资469亿元，计划投资65亿元。完成投资76亿元。其中：省级5项，概算投资140亿元，…。市级…."""
    first = run[0][0].sentence
    told = [one for row in before for one in row if first - one.sentence <= _FAR]
    fits = sum(any(unit(one) == counted for one in told) for counted in units)
    return [Columns(told, _cut(run, len(units)), [], loose=True)] if fits >= _WIDTH else []


def _all_once_more(whole: Row, rows: list[Row], behind: Sequence[Row]) -> list[Claim]:
    """947户2655人：382户1182人，…；已消除797户2236人，未消除150户419人: twice all of it."""
    ended = _ended(whole, rows)
    if not ended:
        return [Columns(whole, rows, behind)]
    more = rows[ended:]
    again = [Columns(whole, more, behind)] if len(more) >= _ROWS else []
    return [Columns(whole, rows[:ended], []), *again]


def _ended(whole: Row, rows: Sequence[Row]) -> int:
    """Return how many of the first rows make up the whole in a column, 0 where they all may."""
    for place in range(len(rows[0])):
        base = rows[0][place].base
        own = next((one for one in whole if one.base == base and one.length >= _TELLING), None)
        added = rows[0][place].amount
        for count, row in enumerate(rows[1:-1], _ROWS):
            added += row[place].amount
            if own is not None and added == own.amount:
                return count
    return 0


def _adds_up(whole: Row, rows: Sequence[Row]) -> bool:
    """Tell whether the first column of some rows makes up the whole."""
    first = [row[0] for row in rows]
    return {one.base for one in first} == {whole[0].base} and altogether(first) == whole[0].amount


def _outer(rows: list[Row]) -> list[Row]:
    """1.工矿21起、死亡18人，其中建筑业10起、12人。2.道路127起、死亡48人: leave out parts of a row.

    They stand behind 其中, and behind a row of the same whole, or in an item that another begins.
    """
    if not any(row[0].parts for row in rows[1:]):
        return rows
    numbered = [row for row in rows if row[0].item[1]]
    if len(numbered) >= _ROWS and numbered[0] is rows[0]:
        return numbered
    return [*rows[:1], *(row for row in rows[1:] if not row[0].parts)]


def _fitting(whole: Row, units: tuple[str, ...]) -> int:
    """Return how many columns of these units a whole has, from the first on; 0 where too few."""
    return next((n for n in range(len(units), _WIDTH - 1, -1) if _fits(whole, units[:n])), 0)


def _cut(run: Sequence[Row], width: int) -> list[Row]:
    return [row[:width] for row in run]


def _keyed(rows: Sequence[Row]) -> list[Claim]:
    """事故24起、死亡6人、受伤14人。道路17起、死亡6人、受伤10人；消防7起、受伤4人: by their names.

    Rows of one width are told above.
    """
    found: list[Claim] = []
    for at, whole in enumerate(rows[:-_ROWS]):
        if not _WIDTH <= len(whole) <= _WIDEST:
            continue
        keys = [_key(one, place) for place, one in enumerate(whole)]
        run = _outer(_below(rows[at + 1 : at + 1 + _MOST], keys))
        if len(run) < _ROWS or len({len(row) for row in run}) == 1 or len({*keys}) < len(keys):
            continue
        if whole[0].parts and run[0][0].sentence == whole[0].sentence and not run[0][0].parts:
            continue  # 基层机构1753个，其中社区中心66个、…；专业机构24个，…: stands beside it
        here = [row for row in run if row[0].sentence == run[0][0].sentence]
        runs = [run, here] if _ROWS <= len(here) < len(run) else [run]
        found += [_by_keys(whole, some, keys) for some in runs]
    return found


def _in_sentences(rows: Sequence[Row]) -> list[Claim]:
    """学校6所；招生3133人；在校生8637人。普高5所；招生2500人；…。职高1所；…: rows of sentences."""
    told: dict[int, Row] = {}
    for row in rows:
        if len(row) == 1:
            told.setdefault(row[0].sentence, []).extend(row)
    told = {at: row for at, row in told.items() if _WIDTH <= len(row) <= _WIDEST}
    found: list[Claim] = []
    for at, whole in told.items():
        keys = [_key(one, place, one.name) for place, one in enumerate(whole)]
        if len({*keys}) < len(keys):
            continue
        run: list[dict[str, Figure]] = []
        while (below := told.get(at + 1 + len(run))) and below[0].base == whole[0].base:
            run.append({_key(one, place, one.name): one for place, one in enumerate(below)})
            if len(run) == _MOST:
                break
        named = zip(whole, keys, strict=True)
        columns = ((one, [row[key] for row in run if key in row]) for one, key in named)
        full = [one for one in columns if len(one[1]) == len(run)]
        if len(run) >= _ROWS and len(full) >= _WIDTH:
            found.append(Keyed(full))
    return found


def _by_keys(whole: Row, run: Sequence[Row], keys: Sequence[str]) -> Keyed:
    told = [{_key(one, place): one for place, one in enumerate(row)} for row in run]
    columns = [[row[key] for row in told if key in row] for key in keys]
    named = zip(whole, columns, strict=True)
    return Keyed([(one, column) for one, column in named if column])


def _below(rows: Sequence[Row], keys: Sequence[str]) -> list[Row]:
    """Return the rows, one after the other, that have amounts of these names only."""
    return [*takewhile(lambda row: _is_below(row, keys), rows)]


def _key(one: Figure, place: int, name: str = "") -> str:
    """Return by what an amount is known in each row: the first by its unit, the others by names.

    name: that of a measure, where its words are not meant (在校生, 在校学生人数).
    """
    return one.base + ((name or one.raw)[-_NAMED:] if place else "")


def _is_below(row: Row, keys: Sequence[str]) -> bool:
    """Tell whether a row has some of the amounts, in their order and from the first on."""
    own = [_key(one, place) for place, one in enumerate(row)]
    if own[:1] != [*keys[:1]]:
        return False
    told = iter(keys)
    # 新开工项目52个，已开工46个，完成投资76亿元: what was done of the first is told beside it
    done = row[0].base
    return all(key in told for key in own if key in keys or not key.startswith(done))


def _rows(levels: Sequence[Level]) -> list[Row]:
    """Return the amounts of each part of a sentence: from 其中 or a semicolon to the next.

    Amounts that take turns (学前119人、4万元，小学599人、29万元) are rows, too.
    """
    rows: list[Row] = []
    clause = -1
    for level in levels:
        one = level.figure
        if one.clause != clause or (one.parts and not one.enters):
            rows.append([])
        clause = one.clause
        rows[-1] += [one, *level.mates]
    rows = [some for row in rows for some in _turns(row)]
    inner = {at for at in range(1, len(rows) - 1) if _is_inner(*rows[at - 1 : at + 2])}
    return [row for at, row in enumerate(rows) if at not in inner] if inner else rows


def _is_inner(before: Row, row: Row, behind: Row) -> bool:
    """受理刑事338件，审结322件，判处412人，其中重刑46人、…。受理民商事4491件: of the last."""
    base = row[0].base
    inner = row[0].parts and before[-1].base == base == row[-1].base
    return inner and before[0].base == behind[0].base != base


def _turns(row: Row) -> list[Row]:
    """Return the rows that a row is made of, where units or names take turns in it; else itself."""
    if len(row) < _WIDTH * _ROWS or len(row) > _WIDEST * _MOST:
        return [row]
    if len(row) % _WIDTH and row[-1].base not in {one.base for one in row[:-1]}:
        row = row[:-1]  # 投亲680户1725人，集中224户484人，开设安置点22个: of no column
    for known in (_units(row), tuple(unit(one) + one.raw[-_NAMED:] for one in row)):
        for width in range(_WIDTH, min(_WIDEST, len(row) // _ROWS) + 1):
            if len({*known[:width]}) == 1 or len(row) % width:
                continue
            if known == known[:width] * (len(row) // width):
                return [row[at : at + width] for at in range(0, len(row), width)]
    return _and_done(row)


def _and_done(row: Row) -> list[Row]:
    """公租房2173套、已分配2114套，保租房488套、已分配425套: what was done is called alike."""
    of, done = row[::_WIDTH], row[1::_WIDTH]
    alike = len(of) == len(done) and len({one.raw for one in done}) == 1
    paired = alike and done[0].raw and len({one.base for one in row}) == 1
    if not paired or not all(one.joined for one in done) or any(one.joined for one in of):
        return [row]
    return [row[at : at + _WIDTH] for at in range(0, len(row), _WIDTH)]


def _units(row: Row) -> tuple[str, ...]:
    return tuple(unit(one) for one in row)


def unit(one: Figure) -> str:
    """Return what a figure counts; 人次 may stand below 人 in one column."""
    return "人" if one.base == "人次" else one.base


def _fits(whole: Row, units: tuple[str, ...]) -> bool:
    """Tell whether a row has all the units of its parts, in whatever order."""
    told = [*_units(whole)]
    for one in units:
        if one not in told:
            return False
        told.remove(one)
    return True
