"""Wholes that names make up, wherever their parts were told: 义务教育 is 小学 and 初中."""

from __future__ import annotations

from decimal import Decimal

from kuaibao_lint.facts.relations import formulas
from kuaibao_lint.light_typing import TYPE_CHECKING
from kuaibao_lint.patterns import pattern

if TYPE_CHECKING:
    from collections.abc import Sequence

    from kuaibao_lint.facts.claims.figure import Figure
    from kuaibao_lint.facts.relations.sum import Sum

_FAR = 8  # sentences from a part to its whole
_LONG = 4  # digits of a whole that tells
_NEARLY = Decimal("0.01")  # what special schools may have besides, of which nothing is told
_COMPULSORY, _STAGES = "义务教育", ("小学", "初中")
_PUPILS = pattern("在校[学]?生|招[收]?生|毕业生")
_OF_OTHERS = pattern("其中|[男女]|寄宿|随迁|留守|残疾|公办|民办|城区|农村|乡镇|新[增招]|专任")
# 家庭户人口127956人，集体户人口8179人, of 常住人口136135人.
_RESIDENTS = pattern("常住(?:总)?人口(?:为|有|共)*$")
_IN_HOMES = (pattern("家庭户(?:的)?(?:总)?人口"), pattern("集体户(?:的)?(?:总)?人口"))
_PEOPLE = "人"


def unions(body: Sequence[Figure]) -> list[Sum]:
    """小学在校生6201人，初中在校生2449人。…义务教育在校生8650人; 家庭户人口, 集体户人口."""
    told = [one for one in body if one.base == _PEOPLE and one.role == "level"]
    found = []
    for whole in told:
        if whole.length < _LONG:
            continue
        if _RESIDENTS.search(whole.raw):
            parts = [_only([c for c in told if name.search(c.raw)], whole) for name in _IN_HOMES]
        elif _COMPULSORY in whole.raw and (measure := _PUPILS.search(whole.raw)):
            parts = [_stage(name, measure[0], told, whole) for name in _STAGES]
        else:
            continue
        if (added := _made_up(whole, parts)) is not None:
            found.append(added)
            found += _moved(whole, parts, body)
    return found


def _made_up(whole: Figure, parts: Sequence[Figure | None]) -> Sum | None:
    """Return the sum of the parts, if all were told."""
    figures = [one for one in parts if one is not None]
    if len(figures) < len(parts):
        return None
    added = formulas.parts_of(whole, figures)
    lacking = whole.amount - sum((one.amount for one in figures), Decimal(0))
    beside = _COMPULSORY in whole.raw and 0 < lacking <= _NEARLY * whole.amount
    return added if added.holds or (added.explained() and not beside) else None


def _only(told: Sequence[Figure], whole: Figure) -> Figure | None:
    near = [one for one in told if abs(one.sentence - whole.sentence) <= _FAR]
    return near[0] if len(near) == 1 and near[0].length > 1 else None


def _stage(name: str, measure: str, told: Sequence[Figure], whole: Figure) -> Figure | None:
    """Return the only level of a stage that counts what the whole counts."""
    short = measure[:2]
    like = [one for one in told if name in one.raw and short in one.raw and one is not whole]
    return _only([one for one in like if not _OF_OTHERS.search(one.raw)], whole)


def _moved(
    whole: Figure, parts: Sequence[Figure | None], body: Sequence[Figure]
) -> list[Sum]:
    """比去年增加22962人, and each stage by so many: these add up as well."""
    places = {one.span: at for at, one in enumerate(body)}
    moved = []
    for one in (whole, *parts):
        at = places[one.span] + 1 if one else len(body)
        if at >= len(body) or body[at].role != "delta" or body[at].base != whole.base:
            return []
        moved.append(body[at])
    alike = len({one.compared for one in moved}) == 1
    return [formulas.changes_of(moved[0], moved[1:])] if alike else []
