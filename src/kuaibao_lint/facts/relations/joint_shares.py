"""Shares that a list makes together, and what is left of 100: 合计占53.6%，其余占46.4%."""

from __future__ import annotations

from decimal import Decimal
from itertools import pairwise, takewhile

from kuaibao_lint.facts import numerals
from kuaibao_lint.facts.claims import complements, measures
from kuaibao_lint.facts.claims.figure import altogether
from kuaibao_lint.facts.relations import formulas
from kuaibao_lint.facts.relations.structures import SECTORS
from kuaibao_lint.light_typing import TYPE_CHECKING
from kuaibao_lint.patterns import pattern

if TYPE_CHECKING:
    from collections.abc import Sequence

    from kuaibao_lint.facts.claims.figure import Figure
    from kuaibao_lint.facts.relations.sum import Sum

_PAIR, _FEWEST = 2, 3
_BACK = 16  # figures before such a part among which its whole is
_LATELY = 2  # sentences from a whole to a part that names none
_ROUNDED = Decimal("0.05")  # what rounding may leave of 100
_ECONOMY = pattern("生产总值|GDP|经济总量")
_OF_ALL = pattern("总[值额量数产收]|增加值$")  # of what there is but one
_LISTED = 8  # shares of one list: they bound the work
_TOGETHER = pattern(
    "^(?:以上|上述|这|前)?(?:(?P<count>[两二三四五六七八九])[者项类个种县家]?[^，；占]{0,4}?)?"
    "(?:合计|共计|总计|累计|共|之和|相加|总共)[^，；占]{0,4}占"
)


def of_shares(body: Sequence[Figure]) -> list[Sum]:
    """占全州比重分别为27.8%、16.5%和9.3%，合计占53.6%，其余13个县市占46.4%: what a list makes.

    Only shares of which the words, where they have some, are those of the list.
    """
    found = _of_sectors([one for one in body if one.role == "share" and one.name])
    for at, one in enumerate(body):
        said = _TOGETHER.match(one.raw) if one.role == "share" and not one.listed else None
        if said is None:
            continue
        run = _listed_before(body[max(0, at - _LISTED) : at], one)
        counted = said["count"]
        if len(run) < _PAIR or (counted and numerals.single(counted) != len(run)):
            continue
        if one.word and run[0].word and not one.word.startswith(run[0].word):
            continue
        found.append(formulas.parts_of(one, run, "percent-share"))
        rest = next((c for c in body[at + 1 : at + 4] if c.role == "share"), None)
        if rest and rest.sentence == one.sentence and not rest.word and _is_rest(rest, body):
            found.append(formulas.hundred([one, rest]))
    return found


def _of_sectors(named: Sequence[Figure]) -> list[Sum]:
    """第一产业占生产总值的8.6%，贡献率4.7%；第二产业占48.2%，…；第三产业占43.2%，…: all of them."""
    found = []
    for at, first in enumerate(named[: 1 - _FEWEST]):
        run = named[at : at + _FEWEST]
        sectors = all(one.name.startswith(of) for one, of in zip(run, SECTORS, strict=True))
        alike = run[-1].sentence == first.sentence and not any(one.word for one in run[1:])
        if sectors and alike and _ECONOMY.search(first.word):
            found.append(formulas.hundred(run))
    return found


def of_the_untold(body: Sequence[Figure], found: Sequence[Sum]) -> list[Sum]:
    """县处级10件，占1.70%；乡科级91件，占15.50%；以下486件，占82.79%: of one whole, told or not.

    Three or more that make 100, or whose parts make the whole of which all others are the shares;
    the one that does not fit is wrong. Two are enough whose whole has a name:
    占外贸总值的18.1%；…，占外贸总值的36.2%. found: the sums that are known.
    """
    shares = [one for one in body if one.role == "share" and one.length > _PAIR]
    if len(shares) < _PAIR:
        return []
    known = {figure.span for one in found if one.holds for figure in one.operands}
    runs: dict[tuple[int, str], list[tuple[Figure, Figure]]] = {}
    for at, (before, one) in enumerate(pairwise(body)):
        if one.role != "share" or one.span in known or one.name or one.each:
            continue
        beside = one.span.start - before.span.end <= len(one.raw) + 1
        grown = before.role == "growth" and at and _OF_ALL.search(one.word)
        part = body[at - 1] if grown else before  # 进出口836亿元，增长6%，占外贸总值的18.1%
        if part.role == "level" and beside and part.clause == one.clause:
            runs.setdefault((one.sentence, one.word), []).append((part, one))
    lists = [run for run in runs.values() if _FEWEST <= len(run) <= _LISTED and _are_of_one(run)]
    lists += [run for run in runs.values() if len(run) == _PAIR and _are_of_named(run)]
    return [formulas.one_whole(run) for run in lists]


def _are_of_named(run: Sequence[tuple[Figure, Figure]]) -> bool:
    """Tell whether two shares are of what there is but one of, as their words say."""
    (part, share), (other, _) = run
    telling = all(one.length > _PAIR for _, one in run)
    return _OF_ALL.search(share.word) is not None and telling and part.base == other.base


def of_what_was_told(body: Sequence[Figure], found: Sequence[Sum]) -> list[Sum]:
    """接待68.48万人次。…。9家A级景区接待18.15万人次，占比26.5%: of the only more that is called so.

    found: the sums that are known.
    """
    known = {figure.span for one in found for figure in one.operands}
    made = []
    for at, (part, one) in enumerate(pairwise(body)):
        if one.role != "share" or one.word or one.each or one.length <= _PAIR or one.span in known:
            continue
        beside = one.span.start - part.span.end <= len(one.raw) + 1 and part.clause == one.clause
        if not (beside and part.role == "level" and part.raw) or part.parts:
            continue
        if one.name not in part.raw:
            continue  # 全社会用电量11.13亿千瓦时，工业用电占67.8%: of these
        more = [
            c
            for c in body[max(0, at - _BACK) : at]
            if c.base == part.base and c.value.low > part.value.high and c.role == "level"
        ]
        near = [c for c in more if 0 < part.sentence - c.sentence <= _LATELY and not c.enters]
        if len(near) == len(more) == 1 and measures.in_common(part.raw, near[0].raw):
            made.append(formulas.ratio_of("percent-share", part, near[0], one, sure=False))
    return made


def _are_of_one(run: Sequence[tuple[Figure, Figure]]) -> bool:
    """Tell whether all of some shares but one are of one whole, and all of them make it up."""
    if len({part.base for part, _ in run}) > 1:
        return False
    wholes = [one for part, percent in run if (one := part.value.over(percent.value))]
    if len(wholes) < len(run):
        return False
    fits = [sum(one.meets(other) for other in wholes) for one in wholes]
    if max(fits) < len(run) - 1:
        return False
    meant = wholes[fits.index(max(fits))]
    made = altogether(part for part, _ in run)
    shares = sum((percent.number for _, percent in run), Decimal(0))
    all_of_it = meant.low * 100 <= made <= meant.high * 100
    return all_of_it or abs(shares - 100) <= _ROUNDED


def _listed_before(before: Sequence[Figure], one: Figure) -> list[Figure]:
    """Return the shares of the list right before a figure: 分别占30%、20%."""
    run = [*takewhile(lambda c: c.role == "share" and c.sentence == one.sentence, before[::-1])]
    start = next((at for at, c in enumerate(run) if not c.listed), -1)
    return run[start::-1] if start > 0 and all(c.kind == "percent" for c in run) else []


def _is_rest(share: Figure, body: Sequence[Figure]) -> bool:
    """Tell whether a share is of what is left: 其余占46.4%, 其余13个县市占46.4%."""
    before = [one for one in body if one.span < share.span][-1]
    return complements.is_rest(share.raw) or (
        complements.is_rest(before.raw) and before.clause == share.clause
    )
