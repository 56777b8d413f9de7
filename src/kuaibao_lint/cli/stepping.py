"""`fix -i`: show one fix after the other, and ask."""

from __future__ import annotations

import sys
from itertools import pairwise

from rich.cells import cell_len
from rich.text import Text

from kuaibao_lint.diagnostics import Edit
from kuaibao_lint.fixes import admitted, apply, moved, place, without_overlaps
from kuaibao_lint.light_typing import TYPE_CHECKING, NamedTuple
from kuaibao_lint.reporters import printable
from kuaibao_lint.source import Lines, Span

if TYPE_CHECKING:
    from collections.abc import Callable

    from rich.console import Console

    from kuaibao_lint.diagnostics import Diagnostic, Report
    from kuaibao_lint.fixes import Refusal
    from kuaibao_lint.source import Source

_QUESTION = "改吗？[y 改 / n 不改 / a 余下有把握的全改 / q 结束] "
_ROUNDS = 5  # how often the mended text is looked through for what came to light
_SHOWN = 4  # places of one fix that are shown
_NEAR = 12  # characters between two edits that are shown as one place


class Stop(Exception):  # noqa: N818 - it is no error
    """Whoever answers has had enough; what was agreed to is kept."""


class Stepped(NamedTuple):
    """What became of a source. stopped: the answer was q."""

    source: Source
    applied: int
    stopped: bool


class _Answers:
    """Asks, until one answer holds for all that are safe."""

    def __init__(self, console: Console, ask: Callable[[str], str]) -> None:
        self.console = console
        self.ask = ask
        self.all_safe = False

    def takes(self, one: Diagnostic) -> bool:
        """Tell whether a fix is made without a question."""
        return self.all_safe and one.fixable

    def tell(self, harmful: list[Refusal]) -> None:
        for refusal in harmful:
            words = f"没有改：{printable(refusal.reason)}，请手工处理。"
            self.console.print(Text(words, style="bold red"), soft_wrap=True)

    def accepts(self, one: Diagnostic) -> bool:
        while True:
            try:
                answer = self.ask(_QUESTION).strip().lower()
            except EOFError:
                raise Stop from None
            if answer == "a":
                self.all_safe = True
                return one.fixable or self.accepts(one)
            if answer == "q":
                raise Stop
            if answer in ("y", "n"):
                return answer == "y"
            self.console.print("请输入 y、n、a 或 q，然后回车。")


def step(
    source: Source,
    lint: Callable[[Source], Report],
    console: Console,
    ask: Callable[[str], str] = input,
) -> Stepped:
    """Ask about each fix of a source, safe or not, and return the source with those agreed to."""
    answers = _Answers(console, ask)
    refused: list[Diagnostic] = []
    applied = 0
    try:
        for _ in range(_ROUNDS):
            report = lint(source)
            barred = set(map(place, refused))
            offered = [
                one
                for one in sorted(report.diagnostics, key=lambda d: (d.span, d.rule))
                if one.edits and place(one) not in barred
            ]
            if not offered:
                break
            agreed, declined, stopped = _round(source, offered, answers)
            edits = [edit for one in agreed for edit in one.edits]
            refused = moved((*refused, *declined), edits)
            source = source._replace(text=apply(source.text, agreed))
            applied += len(agreed)
            if stopped:
                return Stepped(source, applied, stopped=True)
            if not agreed:
                break
    except Stop:
        return Stepped(source, applied, stopped=True)
    return Stepped(source, applied, stopped=False)


def _round(
    source: Source, offered: list[Diagnostic], answers: _Answers
) -> tuple[list[Diagnostic], list[Diagnostic], bool]:
    """Return what was agreed to, what was declined, and whether that was the end."""
    agreed: list[Diagnostic] = []
    declined: list[Diagnostic] = []
    stopped = False
    for number, one in enumerate(offered, 1):
        if answers.takes(one) or any(_overlap(one, other) for other in agreed):
            continue  # with all that are safe; in the next round, if it is still there
        show(source, one, answers.console, f"{number}/{len(offered)}")
        try:
            yes = answers.accepts(one)
        except Stop:
            stopped = True
            break
        if not answers.takes(one):
            harmful = admitted(source, [*agreed, one])[1] if yes else []
            answers.tell(harmful)
            (agreed if yes and not harmful else declined).append(one)
    rest = [
        one
        for one in offered
        if answers.takes(one)
        and not any(one is other for other in declined)
        and not any(one is other or _overlap(one, other) for other in agreed)
    ]
    if rest:
        agreed, harmful = admitted(source, [*agreed, *without_overlaps(rest)])
        answers.tell(harmful)
        declined += (refusal.diagnostic for refusal in harmful)
    return agreed, declined, stopped


def _overlap(one: Diagnostic, other: Diagnostic) -> bool:
    return any(
        a.span.start <= b.span.end and b.span.start <= a.span.end
        for a in one.edits
        for b in other.edits
    )


# ---- what is shown


def show(source: Source, one: Diagnostic, console: Console, number: str) -> None:
    """Print a fix: what is wrong, and the places that change, before and after."""
    lines = Lines(source.text)
    line, column = lines.position(one.span.start)
    head = Text.assemble(
        (f"\n{number} ", "dim"), (f"{printable(source.path)}:{line}:{column} ", "bold"),
        (one.rule, "bold red" if one.severity.label == "error" else "yellow"),
        f" {printable(one.message)}",
        ("" if one.fixable else "（需要您判断）", "magenta"),
    )
    console.print(head, soft_wrap=True)
    places = clusters(one.edits)
    for edits in places[:_SHOWN]:
        for text in rows(source.text, edits, max(console.width - 2, 30)):
            console.print(text, soft_wrap=True)
    if len(places) > _SHOWN:
        console.print(f"  …… 共 {len(places)} 处")


def clusters(edits: tuple[Edit, ...]) -> list[list[Edit]]:
    """Return edits in order, those that stand close together in one group."""
    ordered = sorted(edits, key=lambda edit: edit.span)
    groups = [[ordered[0]]]
    for before, after in pairwise(ordered):
        if after.span.start - before.span.end <= _NEAR:
            groups[-1].append(after)
        else:
            groups.append([after])
    return groups


def rows(text: str, edits: list[Edit], width: int) -> tuple[Text, Text]:
    """Return the words before and after, in their surroundings; each fits into `width` cells."""
    hull = Span(edits[0].span.start, edits[-1].span.end)
    old: list[tuple[str, str]] = []
    new: list[tuple[str, str]] = []
    position = hull.start
    for edit in edits:
        same = printable(text[position : edit.span.start])
        old += [(same, ""), (printable(edit.span.of(text)), "reverse")]
        new += [(same, ""), (printable(edit.text), "reverse")]
        position = edit.span.end
    longest = max(sum(cell_len(words) for words, _ in side) for side in (old, new))
    room = max(width - 4 - longest, 12)  # "- " before the row, an ellipsis at each end
    before = _left(text, hull.start, room // 2)
    after = _right(text, hull.end, room - cell_len(before))
    before = _left(text, hull.start, room - cell_len(after))
    return (
        Text.assemble("- ", before, *old, after, style="red"),
        Text.assemble("+ ", before, *new, after, style="green"),
    )


def _left(text: str, end: int, room: int) -> str:
    start, used = end, 0
    while start > 0 and text[start - 1] not in "\r\n":
        used += cell_len(printable(text[start - 1]))
        if used > room:
            return "…" + printable(text[start:end])
        start -= 1
    return printable(text[start:end])


def _right(text: str, start: int, room: int) -> str:
    end, used = start, 0
    while end < len(text) and text[end] not in "\r\n":
        used += cell_len(printable(text[end]))
        if used > room:
            return printable(text[start:end]) + "…"
        end += 1
    return printable(text[start:end])


def console_for_people() -> Console:
    """Return a console on standard output; without colour where there should be none."""
    from rich.console import Console

    return Console(file=sys.stdout, highlight=False)
