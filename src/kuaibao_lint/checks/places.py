"""A city or county given to a province or city that it does not belong to."""

from __future__ import annotations

from functools import cache

from kuaibao_lint import resources
from kuaibao_lint.checks.grams import places
from kuaibao_lint.diagnostics import Finding
from kuaibao_lint.light_typing import TYPE_CHECKING, NamedTuple
from kuaibao_lint.source import Span

if TYPE_CHECKING:
    from collections.abc import Iterator

    from kuaibao_lint.checks import Check
    from kuaibao_lint.context import Context

_LONGEST = 12
_UPPER = "省市州盟区"
_LOWER = "市县区州盟旗"


class _Divisions(NamedTuple):
    """above: a division's name → all provinces and cities over places of that name."""

    provinces: frozenset[str]
    cities: frozenset[str]
    above: dict[str, set[str]]


@cache
def _divisions() -> _Divisions:
    """Return the table: a line a province, under it indented lines of a city and its counties."""
    table = resources.read("rules", "terms", "divisions.txt").decode()
    provinces, cities, above = set(), set(), dict[str, set[str]]()
    province = ""
    for line in table.splitlines():
        if not line.startswith(" "):
            province = line
            provinces.add(province)
            continue
        city, *counties = line.split()
        cities.add(city)
        above.setdefault(city, set()).add(province)
        if city.endswith("市") and len(city) >= 4:  # 张家界; shorter ones may be other words
            above.setdefault(city[:-1], set()).add(province)
        for county in counties:
            above.setdefault(county, set()).update((province, city))
    return _Divisions(frozenset(provinces), frozenset(cities), above)


@cache
def seats() -> frozenset[str]:
    """Return what provinces and cities are called in short: 山东, 南京."""
    table = _divisions()
    return frozenset(
        name.rstrip("省市") for name in table.provinces | table.cities if name[-1] in "省市"
    )


def misplaced() -> Check:
    """Find a place named right behind a province or city in which no such place lies.

    Only names in the table of divisions are judged; a name that several places share is right
    behind each of them.
    """

    def check(context: Context) -> Iterator[Finding]:
        text = context.text
        ends = sorted(at + 1 for char in _UPPER for at in places(text, char))
        for end in ends:
            rest = text[end : end + _LONGEST]
            if text[end - 1] != "省" and not any(char in rest for char in _LOWER):
                continue
            upper = _upper(text, end)
            lower = _lower(rest, in_province=upper in _divisions().provinces) if upper else ""
            if lower and upper not in _divisions().above[lower]:
                owners = _divisions().above[lower] & _divisions().provinces
                span = Span(end - len(upper), end + len(lower))
                yield Finding(span, {"owner": "、".join(sorted(owners)), "place": lower})

    return check


def _upper(text: str, end: int) -> str:
    """Return the longest province or city that ends here."""
    table = _divisions()
    for start in range(max(0, end - _LONGEST), end - 2):
        name = text[start:end]
        if name in table.provinces or name in table.cities:
            return name
    return ""


def _lower(rest: str, *, in_province: bool) -> str:
    """Return the longest place that the text goes on with; behind a city only counties count."""
    table = _divisions()
    for length in range(len(rest), 2, -1):
        name = rest[:length]
        if name in table.above and (in_province or name not in table.cities):
            whole = name[-1] in _LOWER
            if whole or in_province:
                return name
    return ""
