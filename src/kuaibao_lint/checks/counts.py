"""Lists that must be as long as they say."""

from __future__ import annotations

import re

from kuaibao_lint.diagnostics import Finding
from kuaibao_lint.facts import numerals
from kuaibao_lint.light_typing import TYPE_CHECKING
from kuaibao_lint.patterns import pattern
from kuaibao_lint.source import Span

if TYPE_CHECKING:
    from collections.abc import Iterator

    from kuaibao_lint.checks import Check
    from kuaibao_lint.context import Context

# “A、B、C”三大机制: the counter is followed by a noun, so that “三个一” or “两手抓”两不误 stay out.
_QUOTED = pattern(
    r"“([^“”\r\n]{2,80})”[ \t]?((?:[二两三四五六七八九十]|[2-9]|1[0-9])"
    r"(?:大|项|种|类|方面|步(?!走)|个(?=方面|环节|步骤|重点|机制|平台|体系|阶段|领域|关键)))"
)
# What is listed stands between one of these and 分别; looked for once there are figures behind it.
_ENDS = pattern("[，。；：！？,;:“”（）()]")
_LISTED = 60  # characters at most
_RESPECTIVELY = pattern(
    r"分别[^0-9，。；、\r\n]{0,12}"
    r"(?P<figures>[0-9][0-9.,]*[^0-9，。；、和\r\n]{1,6}"
    r"(?:[、和][ ]?[0-9][0-9.,]*[^0-9，。；、和\r\n]{1,6})+)(?=[，。；]|$)"
)
_JOIN = pattern("[和与及]|以及")
_NEXT_FIGURE = pattern("[、和]")
_NO_NAME = pattern("[0-9]|其中|等|以及")


def enumeration_count() -> Check:
    """“A、B、C”三大机制: the quoted list against the number behind it."""

    def check(context: Context) -> Iterator[Finding]:
        for found in _QUOTED.finditer(context.text):
            listed, printed = found[1], found[2]
            before = context.text[found.start() - 1 : found.start()]
            if before in {"”", "、", "和"} or "、" not in listed or "等" in listed[-1]:
                continue
            count = len(listed.split("、"))
            number = re.match("[0-9]+|.", printed)
            said = number[0] if number else ""
            value = int(said) if said.isdigit() else numerals.words(said)
            if value and value != count:
                yield Finding(Span(*found.span(2)), {"count": str(count)})

    return check


def respectively_count() -> Check:
    """A、B、C分别增长x%、y%和z%: as many figures as names."""

    def check(context: Context) -> Iterator[Finding]:
        text = context.text
        at = text.find("分别")
        while at >= 0:
            found = _RESPECTIVELY.match(text, at, min(len(text), at + 160))
            listed = _ENDS.split(text[max(0, at - _LISTED) : at])[-1] if found else ""
            if found and listed:
                listed = "".join(listed.split())  # a line may have ended within the list
                names, joins = listed.split("、"), len(_JOIN.findall(listed))
                figures = len(_NEXT_FIGURE.split(found["figures"]))
                low, high = len(names), len(names) + joins
                if len(names) >= 2 and not low <= figures <= high and _alike(names):
                    span = Span(*found.span("figures"))
                    yield Finding(span, {"names": str(high), "figures": str(figures)})
            at = text.find("分别", found.end() if found and listed else at + 2)

    return check


def _alike(names: list[str]) -> bool:
    """Tell whether a list is one of short names, and no sentence that happens to have a 、."""
    return all(1 < len(name) <= 14 for name in names) and not any(
        _NO_NAME.search(name) for name in names
    )
