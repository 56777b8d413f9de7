"""Past issues of a publication → a profile for a person to review.

Nothing is judged here: what was printed is counted, and the counts stand beside it as comments.
"""

from __future__ import annotations

import re
from collections import Counter, defaultdict

from kuaibao_lint.light_typing import TYPE_CHECKING
from kuaibao_lint.nearness import in_order as in_the_order
from kuaibao_lint.reporters import printable
from kuaibao_lint.units import bare
from kuaibao_lint.yamlfile import quoted

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from kuaibao_lint.document import Bulletin

_SHORTEST = 3  # characters of a unit's short form
_PLACE = re.compile("[\u4e00-\u9fff]{2,7}?[县市区旗州]")
_QUOTED = re.compile("“([\u4e00-\u9fff]{3,10})”")


def learn(bulletins: Sequence[Bulletin], name: str) -> str:
    """Return the YAML of a profile called `name`, learnt from issues of one publication.

    A rule on an order that the issues themselves do not keep is switched off, for the person who
    reviews the profile to decide. Raises ValueError where the issues do not have one title.
    """
    titles = Counter(
        "".join(one.masthead.title.text.split())
        for one in bulletins
        if one.masthead and one.masthead.title
    )
    if len(titles) != 1:
        found = "、".join(titles) or "没有刊名"
        raise ValueError(f"应为同一刊物的各期，而报头是：{found}")
    (title,) = titles
    shown = printable(title)
    place = _PLACE.match(title)
    lines = [
        f"# 从 {len(bulletins)} 期《{shown}》中归纳，请核对后使用；# 后是出现的期数或次数。",
        f"pack: {quoted(name)}",
        f"title: {quoted(title)}",
        "extends: [kuaibao]",
        f"applies_to: {quoted('^' + re.escape(title))}",
        "vocabulary:",
    ]
    if place:
        lines.append(f"  place: {quoted(place.group())}")
    lines += _sections(bulletins)
    lines += _units(bulletins, place.group() if place else "")
    lines += _roles(bulletins)
    lines += _circulation(bulletins)
    lines += _terms(bulletins)
    lines += _overrides(bulletins)
    return "\n".join(lines) + "\n"


def _listed(key: str, rows: Iterable[tuple[str, str]]) -> list[str]:
    """Return the lines of a list, each entry with its comment; none where it is empty."""
    lines = [f"    - {entry}  # {printable(comment)}" for entry, comment in rows]
    return [f"  {key}:", *lines] if lines else []


def in_order(runs: Iterable[Sequence[str]]) -> list[str]:
    """Return all names of some lists in their usual order: by the mean of their relative places."""
    places: dict[str, list[float]] = defaultdict(list)
    for run in runs:
        names = list(dict.fromkeys(run))
        for at, name in enumerate(names):
            places[name].append((at + 0.5) / len(names))
    return sorted(places, key=lambda name: sum(places[name]) / len(places[name]))


def _section_runs(bulletins: Sequence[Bulletin]) -> list[list[str]]:
    return [[s.heading.name.text for s in one.sections if s.heading] for one in bulletins]


def _role_runs(bulletins: Sequence[Bulletin]) -> list[list[str]]:
    return [[field.role.text for field in one.signoff.fields] for one in bulletins if one.signoff]


def _circulation_runs(bulletins: Sequence[Bulletin]) -> list[list[str]]:
    return [
        [recipient.text for recipient in entry.recipients]
        for one in bulletins
        if one.circulation
        for entry in one.circulation.entries
    ]


def _overrides(bulletins: Sequence[Bulletin]) -> list[str]:
    """Return the rules on orders that some issue does not keep, switched off."""
    orders = (
        ("KB101", _section_runs(bulletins)),
        ("KB403", _role_runs(bulletins)),
        ("KB412", _circulation_runs(bulletins)),
    )
    broken = [rule for rule, runs in orders if not _kept(runs)]
    lines = [f"  {rule}: {{enabled: false}}  # 各期次序不一" for rule in broken]
    return ["overrides:", *lines] if lines else []


def _kept(runs: list[list[str]]) -> bool:
    """Tell whether every list has its names in the usual order."""
    place = {name: at for at, name in enumerate(in_order(runs))}
    return all(run == sorted(run, key=place.__getitem__) for run in runs)


def _sections(bulletins: Sequence[Bulletin]) -> list[str]:
    runs = _section_runs(bulletins)
    counts = Counter(name for run in runs for name in set(run))
    return _listed("sections", ((quoted(name), f"{counts[name]} 期") for name in in_order(runs)))


def _units(bulletins: Sequence[Bulletin], place: str) -> list[str]:
    """Return the units that signed items, the forms of one under its commonest."""
    forms: dict[str, Counter[str]] = defaultdict(Counter)
    for one in bulletins:
        for item in one.items:
            for unit in item.attribution.units if item.attribution else ():
                printed = "".join(unit.text.split())
                forms[bare(printed.removeprefix(place) or printed)][printed] += 1
    for short in sorted(forms, key=len):
        longer = [name for name in forms if _shortens(short, name)]
        if len(longer) == 1:  # 科工局 and 科技和工业信息化局
            forms[longer[0]] += forms.pop(short)
    rows = []
    for found in sorted(forms.values(), key=lambda one: (-one.total(), min(one))):
        (name, _), *others = found.most_common()
        entry = quoted(name)
        if others:
            aliases = ", ".join(quoted(form) for form, _ in others)
            entry = f"{{name: {entry}, aliases: [{aliases}]}}"
        rows.append((entry, f"{found.total()} 次"))
    return _listed("units", rows)


def _shortens(short: str, name: str) -> bool:
    """Tell whether a unit's name may be a short form of another: its characters, in order."""
    return (
        len(short) >= _SHORTEST
        and len(name) > len(short)
        and short[-1] == name[-1]
        and in_the_order(short, name)
    )


def _roles(bulletins: Sequence[Bulletin]) -> list[str]:
    fields = [one.signoff.fields for one in bulletins if one.signoff]
    people: dict[str, Counter[str]] = defaultdict(Counter)
    for run in fields:
        for field in run:
            people[field.role.text][field.person.text if field.person else "未填"] += 1
    rows = (
        (quoted(role), "、".join(f"{who} {n}" for who, n in people[role].most_common()))
        for role in in_order(_role_runs(bulletins))
    )
    return _listed("roles", rows)


def _circulation(bulletins: Sequence[Bulletin]) -> list[str]:
    runs = _circulation_runs(bulletins)
    counts = Counter(name for run in runs for name in set(run))
    return _listed("circulation", ((quoted(name), f"{counts[name]} 期") for name in in_order(runs)))


def _terms(bulletins: Sequence[Bulletin]) -> list[str]:
    """Return what stands in quotation marks in several issues: the names of local work."""
    counts = Counter(term for one in bulletins for term in set(_QUOTED.findall(one.source.text)))
    often = [(term, n) for term, n in counts.most_common() if n >= 2]
    return _listed("terms", ((quoted(term), f"{n} 期") for term, n in often))
