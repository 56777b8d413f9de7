"""How many slips in figures are found, and how many true figures are called wrong.

    PYTHONPATH=src:. python -m bench.accuracy.numbers.run [texts] [seed]

Each text comes from a form of forms.py with drawn values. One digit of one number is
changed, or two neighbouring digits are transposed. A slip counts as detectable where no values
within half a unit of the last printed place satisfy the model's relations.
"""

from __future__ import annotations

import random
import re
import sys
from collections import Counter
from fractions import Fraction
from typing import TYPE_CHECKING, NamedTuple

from bench.accuracy.numbers import equations
from bench.accuracy.numbers import forms as templates
from bench.accuracy.numbers.paragraphs import PARAGRAPHS

from kuaibao_lint.facts import read
from kuaibao_lint.parsing import parse
from kuaibao_lint.source import Source

if TYPE_CHECKING:
    from collections.abc import Iterator

_SLOT = re.compile(r"\{([a-z0-9]+)([+]?)\}")
# Words for a rise and for a fall; v: of revenue, e: of expenditure, r: of anything.
DIRECTION = {
    "w": ("增长", "下降"),
    "v": ("增收", "减收"),
    "e": ("增支", "减支"),
    "r": ("增加", "减少"),
}

Values = dict[str, Fraction]
Check = tuple[str, tuple[str, ...]]


class Model:
    """Drawn values by name, how many places each is printed with, and what holds between them."""

    def __init__(self, draw: random.Random) -> None:
        self.draw = draw
        self.values: Values = {}
        self.places: dict[str, int] = {}
        self.rises: dict[str, bool] = {}

    def put(self, name: str, value: Fraction, places: int = 0) -> Fraction:
        """Keep a value; return it as it will be printed."""
        self.values[name] = value
        self.places[name] = places
        return value

    def grow(self, prefix: str, now: Fraction, rate: Fraction, places: int, unit: int) -> Fraction:
        """Put growth rate and amount behind a level; return the value a year earlier."""
        base = now / (1 + rate)
        for key in (f"{prefix}g", f"{prefix}0"):
            self.rises[key] = rate >= 0
        self.put(f"{prefix}g", abs(rate) * 100, places)
        self.put(f"{prefix}d", abs(now - base), unit)
        self.put(f"{prefix}z", base, unit)
        self.rises[prefix] = rate >= 0
        return base

    def rate(self) -> Fraction:
        """Draw a growth rate between −40% and +60%."""
        return Fraction(self.draw.randint(-400, 600), 1000) + Fraction(
            self.draw.randint(1, 99), 100000
        )


def _split(model: Model, names: str, low: int, high: int, places: int) -> Fraction:
    scale = 10**places
    total = Fraction(0)
    for name in names:
        total += model.put(
            name, Fraction(model.draw.randint(low * scale, high * scale), scale), places
        )
    return total


def draw_values(kind: str, draw: random.Random, form: str) -> Model:
    """Draw the true values of a form."""
    model = Model(draw)
    places = draw.choice((1, 1, 1, 2))
    if kind in {"fiscal", "departments"}:
        unit = 2 if "亿元" in form else 0
        low, high = (2, 90) if unit else (900, 90000)
        total = _split(model, "ab", low, high, unit)
        model.put("t", total, unit)
        base = plan = Fraction(0)
        for name in "ab":
            base += model.grow(name, model.values[name], model.rate(), places, unit)
            goal = Fraction(round(model.values[name] / Fraction(draw.randint(300, 900), 1000)))
            plan += model.put(f"{name}p", goal, unit)
            model.put(f"{name}q", model.values[name] / goal * 100, places)
            model.put(f"{name}s", model.values[name] / total * 100, places)
        model.grow("t", total, total / base - 1, places, unit)
        model.put("tp", plan, unit)
        model.put("tq", total / plan * 100, places)
    elif kind in {"growth", "titles"}:
        rate = model.rate()
        rate = abs(rate) if "+}" in form or kind == "titles" else rate
        base = Fraction(draw.randint(800, 90000))
        now = Fraction(round(base * (1 + rate)))
        model.put("c", now)
        model.grow("", now, now / base - 1, places, 0)
    elif kind == "sectors":
        total = model.put("t", _split(model, "abc", 4, 150, 2), 2)
        for name in "abc":
            model.put(f"{name}s", model.values[name] / total * 100, 1)
        for name in "xyzu":
            model.put(name, Fraction(draw.randint(11, 140), 10), 1)
    else:
        names = "abc" if "{c}" in form else "ab"
        big = any(word in form for word in ("万元", "亩", "{n}元"))
        total = model.put("n", _split(model, names, 400 if big else 12, 60000 if big else 400, 0))
        part = model.put("k", Fraction(draw.randint(int(total) // 3, int(total) - 1)))
        model.put("r", part / total * 100, places)
        model.put("bs", model.values["b"] / total * 100, places)
        whole = model.put("h", total + draw.randint(500, 90000))
        model.put("m", total / whole * 100, places)
        if kind == "averages":
            model.put("k", Fraction(draw.randint(12, 900)))
            model.put("r", Fraction(draw.randint(300, 9000)))
            model.put("n", model.values["k"] * model.values["r"])
    return model


def relations(kind: str, form: str) -> list[Check]:
    """Return the relations between the numbers that `form` prints."""
    here = {name for name, _ in _SLOT.findall(form)}
    checks: list[Check] = []

    def add(what: str, *names: str) -> None:
        if here.issuperset(names):
            checks.append((what, names))

    for p in ("", "t", "a", "b"):
        level = p or "c"
        add("delta", level, f"{p}d", f"{p}g")
        add("times", level, f"{p}z", f"{p}g")
        add("share", p, f"{p}p", f"{p}q") if p else None
    for p in "abc":
        add("share", p, "t", f"{p}s")
    if kind in {"fiscal", "departments"}:
        add("sum", "t", "a", "b")
        add("hundred", "as", "bs")
        add("mix", "t", "tg", "a", "ag", "b", "bg")
        if {"tq", "aq", "bq"} <= here:
            add("plans", "t", "tq", "a", "aq", "b", "bq")
        add("sum", "tp", "ap", "bp")
    if kind == "sectors":
        add("sum", "t", "a", "b", "c")
        add("hundred", "as", "bs", "cs")
    if kind in {"counts", "shares", "plans"}:
        add("sum", *(("n", "a", "b", "c") if "c" in here else ("n", "a", "b")))
        add("share", "k", "n", "r")
        add("share", "b", "n", "bs")
        add("share", "n", "h", "m")
    if kind == "averages":
        add("product", "n", "k", "r")
    repeated = Counter(name for name, _ in _SLOT.findall(form))
    checks += [("same", (name,)) for name, count in repeated.items() if count > 1]
    return checks


Printed = list[tuple[str, str]]  # for each slot: name, digits


def render(form: str, model: Model) -> tuple[list[str], Printed]:
    """Return the text's pieces around the numbers, and the numbers as printed."""
    pieces, printed, at = [], [], 0
    text = ""
    for slot in _SLOT.finditer(form):
        name, rising = slot[1], slot[2]
        text += form[at : slot.start()]
        at = slot.end()
        if name[-1] in DIRECTION and name not in model.values:
            up, down = DIRECTION[name[-1]]
            text += up if rising or model.rises.get(name[:-1], True) else down
            continue
        places = model.places[name]
        pieces.append(text)
        text = ""
        printed.append((name, f"{float(model.values[name]):.{places}f}"))
    pieces.append(text + form[at:])
    return pieces, printed


def interval(digits: str) -> tuple[Fraction, Fraction]:
    """Half a unit of the last printed place to each side."""
    half = Fraction(1, 2 * 10 ** len(digits.partition(".")[2]))
    return Fraction(digits) - half, Fraction(digits) + half


def possible(check: Check, printed: Printed, rises: dict[str, bool]) -> bool:
    """Tell whether values within the printed intervals can satisfy a relation."""
    what, names = check
    if what == "same":
        return len({digits for name, digits in printed if name == names[0]}) == 1
    known = {name: interval(digits) for name, digits in printed}
    v = [known[name] for name in names]
    if what in {"share", "product"}:
        x, y, z = v if what == "share" else (v[0], v[1], v[2])
        scale = 100 if what == "share" else 1
        return y[0] * max(z[0], Fraction(0)) <= scale * x[1] and scale * x[0] <= y[1] * z[1]
    if what == "sum":
        return sum(x[0] for x in v[1:]) <= v[0][1] and v[0][0] <= sum(x[1] for x in v[1:])
    if what == "hundred":
        return sum(x[0] for x in v) <= 100 <= sum(x[1] for x in v)
    if what in {"delta", "times"}:
        sign = 1 if rises[names[2][:-1]] else -1
        now, other, rate = v
        if what == "delta":
            base = (now[0] - sign * other[sign > 0], now[1] - sign * other[sign < 0])
            return base[0] * rate[0] <= 100 * other[1] and 100 * other[0] <= base[1] * rate[1]
        low, high = min(100 + sign * r for r in rate), max(100 + sign * r for r in rate)
        return other[0] * low <= 100 * now[1] and 100 * now[0] <= other[1] * high
    pairs = [(v[i], v[i + 1], names[i]) for i in range(0, len(v), 2)]
    bases = []
    for level, rate, name in pairs:
        sign = (1 if rises[name] else -1) if what == "mix" else 0
        ends = [100 + sign * rate[sign < 0], 100 + sign * rate[sign > 0]] if sign else list(rate)
        if ends[0] <= 0:
            return True
        bases.append((level[0] / ends[1], level[1] / ends[0]))
    whole, *parts = bases
    return sum(p[0] for p in parts) <= whole[1] and whole[0] <= sum(p[1] for p in parts)


def slip(digits: str, draw: random.Random) -> str:
    """Change one digit, or transpose two neighbours; never a leading zero, never the same."""
    places = [i for i, c in enumerate(digits) if c.isdigit()]
    while True:
        i = draw.choice(places)
        if draw.random() < 0.5:
            changed = digits[:i] + draw.choice("0123456789") + digits[i + 1 :]
        else:
            j = next((k for k in places if k > i), i)
            swapped = list(digits)
            swapped[i], swapped[j] = swapped[j], swapped[i]
            changed = "".join(swapped)
        if changed != digits and (changed[0] != "0" or changed.startswith("0.")):
            return changed
        if len(places) == 1 and draw.random() < 0.01:
            return str((int(digits) + 1) % 10 or 1)


def broken(text: str) -> list[str]:
    """Return the working of every relation that the engine calls broken."""
    source = Source("bench.md", text)
    return [r.kind + " " + r.working for r in read(parse(source), text).relations if not r.holds]


class Case(NamedTuple):
    """A true text, the same with one slip, and whether the slip can be detected."""

    kind: str
    text: str
    wrong: str
    detectable: bool
    what: str


def form_case(kind: str, form: str, draw: random.Random) -> Case:
    """Return a case made from a form."""
    model = draw_values(kind, draw, form)
    pieces, printed = render(form, model)
    wrong, what = _slipped(printed, draw)
    checks = relations(kind, form)
    detectable = not all(possible(check, wrong, model.rises) for check in checks)
    return Case(kind, _text(pieces, printed), _text(pieces, wrong), detectable, what)


def paragraph_case(kind: str, template: str, given: str, draw: random.Random) -> Case:
    """Return a case made from a paragraph with equations."""
    made = equations.draw(template, given, draw)
    wrong, what = _slipped(made.printed, draw)
    if not made.possible(made.printed):
        raise ValueError(made.text())
    return Case(kind, made.text(), made.text(wrong), not made.possible(wrong), what)


def _slipped(printed: Printed, draw: random.Random) -> tuple[Printed, str]:
    index = draw.randrange(len(printed))
    name, digits = printed[index]
    wrong = [*printed[:index], (name, slip(digits, draw)), *printed[index + 1 :]]
    return wrong, f"{name}: {digits} → {wrong[index][1]}"


def cases(count: int, draw: random.Random) -> Iterator[Case]:
    """Yield half of the cases from forms and half from paragraphs, every kind as often."""
    forms = templates.forms()
    weights = [1 / sum(m == kind for m, _ in forms) for kind, _ in forms]
    kinds = [*PARAGRAPHS]
    for number in range(count):
        if number % 2:
            kind, form = draw.choices(forms, weights)[0]
            yield form_case(kind, form, draw)
        else:
            kind = draw.choice(kinds)
            yield paragraph_case(kind, *draw.choice(PARAGRAPHS[kind]), draw)


def main(count: int = 10_000, seed: int = 1) -> None:
    """Print detection and false alarms, by kind of text; with -v also what was missed."""
    detectable: Counter[str] = Counter()
    found: Counter[str] = Counter()
    alarms: Counter[str] = Counter()
    missed: dict[str, list[str]] = {}
    for case in cases(count, random.Random(seed)):
        if alarm := broken(case.text):
            alarms[case.kind] += 1
            missed.setdefault("FALSE " + case.kind, []).append(f"{case.text}\n    {alarm}")
        if not case.detectable:
            continue
        detectable[case.kind] += 1
        if broken(case.wrong):
            found[case.kind] += 1
        else:
            missed.setdefault(case.kind, []).append(f"{case.wrong}    ({case.what})")
    paragraphs = sum(map(len, PARAGRAPHS.values()))
    print(f"{len(templates.forms())} forms, {paragraphs} paragraphs, {count} texts, seed {seed}")
    for kind in (*templates.MODELS, *PARAGRAPHS):
        if detectable[kind]:
            share = found[kind] / detectable[kind]
            row = f"{kind:12} {found[kind]:5} of {detectable[kind]:5} = {share:.1%}"
            print(f"{row}, false alarms {alarms[kind]}")
    total = sum(detectable.values())
    hits, false = sum(found.values()), sum(alarms.values())
    print(f"{'all':12} {hits:5} of {total:5} = {hits / total:.1%}, false alarms {false}")
    if "-v" in sys.argv:
        for kind, texts in missed.items():
            print(f"\n== {kind} {len(texts)}", *texts[:40], sep="\n")


def _text(pieces: list[str], printed: Printed) -> str:
    return "".join(p + d for p, (_, d) in zip(pieces, printed, strict=False)) + pieces[-1]


if __name__ == "__main__":
    main(*(int(argument) for argument in sys.argv[1:] if argument.isdigit()))
