"""Rows of like amounts that stand below each other, as in a table: a whole, and its parts."""

from __future__ import annotations

from itertools import groupby, takewhile

from kuaibao_lint.facts.claims import terms
from kuaibao_lint.facts.claims.model import Columns, Keyed
from kuaibao_lint.light_typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Sequence

    from kuaibao_lint.facts.claims.figure import Figure
    from kuaibao_lint.facts.claims.model import Claim, Level

    Row = list[Figure]

_NAMED = 2  # characters at the end of a name by which an amount is known
_WIDTH = 2  # columns at least
_ROWS = 2  # parts at least
_FEWEST = _WIDTH * (_ROWS + 1)
_MOST = 16  # rows, and
_WIDEST = 8  # columns: they bound the work


def columns(levels: Sequence[Level]) -> list[Claim]:
    """采购项目5个、9万元，其中货物2个、3万元；工程3个、6万元: each column of its own.

    The whole stands before the rows or, where it is called so (三次产业合计), behind them.
    """
    if len(levels) < _FEWEST:
        return []
    rows = _rows(levels)
    found: list[Claim] = []
    at = 0
    for units, alike in groupby(rows, key=_units):
        run = [*alike]
        end = at + len(run)
        if _ROWS <= len(run) <= _MOST and _WIDTH <= len(units) <= _WIDEST:
            before = rows[at - 1][:_WIDEST] if at else []
            behind = rows[end][:_WIDEST] if end < len(rows) else []
            if _fits(before, units):
                found.append(Columns(before, run, behind))
            elif behind and terms.SUMMED_UP.search(behind[0].raw) and _fits(behind, units):
                found.append(Columns(behind, run, before))
            elif len(run) > _ROWS and terms.SUMMED_UP.search(run[-1][0].raw):
                found.append(Columns(run[-1], run[:-1], behind))
            elif len(run) > _ROWS:
                found.append(Columns(run[0], run[1:], behind))
        at = end
    return found + _keyed(rows)


def _keyed(rows: Sequence[Row]) -> list[Claim]:
    """事故24起、死亡6人、受伤14人。道路17起、死亡6人、受伤10人；消防7起、受伤4人: by their names.

    Rows of one width are told above.
    """
    found: list[Claim] = []
    for at, whole in enumerate(rows[:-_ROWS]):
        if not _WIDTH <= len(whole) <= _WIDEST:
            continue
        keys = [_key(one, place) for place, one in enumerate(whole)]
        run = _below(rows[at + 1 : at + 1 + _MOST], keys)
        if len(run) < _ROWS or len({len(row) for row in run}) == 1 or len({*keys}) < len(keys):
            continue
        told = [{_key(one, place): one for place, one in enumerate(row)} for row in run]
        columns = [[row[key] for row in told if key in row] for key in keys]
        named = zip(whole, columns, strict=True)
        found.append(Keyed([(one, column) for one, column in named if column]))
    return found


def _below(rows: Sequence[Row], keys: Sequence[str]) -> list[Row]:
    """Return the rows, one after the other, that have amounts of these names only."""
    return [*takewhile(lambda row: _is_below(row, keys), rows)]


def _key(one: Figure, place: int) -> str:
    """Return by what an amount is known in each row: the first by its unit, the others by names."""
    return one.base + (one.raw[-_NAMED:] if place else "")


def _is_below(row: Row, keys: Sequence[str]) -> bool:
    """Tell whether a row has some of the amounts, in their order and from the first on."""
    own = [_key(one, place) for place, one in enumerate(row)]
    told = iter(keys)
    return own[:1] == [*keys[:1]] and all(key in told for key in own)


def _rows(levels: Sequence[Level]) -> list[Row]:
    """Return the amounts of each part of a sentence: from 其中 or a semicolon to the next."""
    rows: list[Row] = []
    clause = -1
    for level in levels:
        one = level.figure
        if one.clause != clause or (one.parts and not one.enters):
            rows.append([])
        clause = one.clause
        rows[-1] += [one, *level.mates]
    return rows


def _units(row: Row) -> tuple[str, ...]:
    return tuple(unit(one) for one in row)


def unit(one: Figure) -> str:
    """Return what a figure counts; 人次 may stand below 人 in one column."""
    return "人" if one.base == "人次" else one.base


def _fits(whole: Row, units: tuple[str, ...]) -> bool:
    """Tell whether a row has all the units of its parts, in their order."""
    told = iter(_units(whole))
    return all(unit in told for unit in units)
