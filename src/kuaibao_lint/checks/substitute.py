"""Words that should be other words."""

from __future__ import annotations

from kuaibao_lint.checks.grams import Pairs, keys, places
from kuaibao_lint.checks.lexicon import straddles
from kuaibao_lint.diagnostics import Edit, Finding
from kuaibao_lint.light_typing import TYPE_CHECKING, NamedTuple
from kuaibao_lint.source import Span

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from kuaibao_lint.checks import Check
    from kuaibao_lint.context import Context

    Words = tuple[str, ...]

_NONE: Mapping[str, tuple[str, ...]] = {}


class _Guards(NamedTuple):
    unless_before: Mapping[str, Words]
    unless_after: Mapping[str, Words]
    only_before: Mapping[str, Words]
    only_after: Mapping[str, Words]
    unless_in: Mapping[str, Words]
    whole_words: bool

    def allow(self, text: str, wrong: str, start: int) -> bool:
        """Tell whether the wrong word at `start` is really that word, and is wrong there."""
        end = start + len(wrong)
        before, after = self.only_before.get(wrong), self.only_after.get(wrong)
        return not (
            text.endswith(self.unless_before.get(wrong, ()), 0, start)
            or text.startswith(self.unless_after.get(wrong, ()), end)
            or (before is not None and not text.endswith(before, 0, start))
            or (after is not None and not text.startswith(after, end))
            or any(_covered(text, start, wrong, word) for word in self.unless_in.get(wrong, ()))
            or (self.whole_words and len(wrong) == 2 and straddles(text, start))
        )


def substitute(
    *,
    swap: Mapping[str, str],
    unless_before: Mapping[str, tuple[str, ...]] = _NONE,
    unless_after: Mapping[str, tuple[str, ...]] = _NONE,
    only_before: Mapping[str, tuple[str, ...]] = _NONE,
    only_after: Mapping[str, tuple[str, ...]] = _NONE,
    unless_in: Mapping[str, tuple[str, ...]] = _NONE,
    whole_words: bool = True,
) -> Check:
    """Find phrases that should be other phrases.

    swap: wrong → right. “甲/乙” as the right one names two choices and gives no fix.
    unless_before, only_before: wrong → what must not (or must) stand right before it.
    unless_after, only_after: wrong → what must not (or must) stand right behind it.
    unless_in: wrong → longer words that contain it and are right.
    whole_words: let a wrong word of two characters be, where it is the end of one common word and
    the beginning of the next (大会报告 has no 会报).
    """
    for guard in (unless_before, unless_after, only_before, only_after, unless_in):
        for wrong in guard.keys() - swap.keys():
            raise ValueError(f"“{wrong}”不在 swap 中")
    for wrong, right in swap.items():
        if len(wrong) < 2 or wrong == right:
            raise ValueError(f"swap 中的“{wrong}”应为两个字以上，且与改法不同")
    by_pair, others = _by_pair(swap)
    pairs = Pairs(by_pair)
    guards = _Guards(unless_before, unless_after, only_before, only_after, unless_in, whole_words)

    def check(context: Context) -> Iterator[Finding]:
        text = context.text
        hits = [
            (start, -len(wrong), wrong)
            for pair in pairs.of(context)
            for wrong in (by_pair[pair], *others.get(pair, ()))
            for start in places(text, wrong)
            if guards.allow(text, wrong, start)
        ]
        last = 0
        for start, _, wrong in sorted(hits):
            if start >= last:
                last = start + len(wrong)
                yield _finding(Span(start, last), swap[wrong])

    return check


def _by_pair(swap: Mapping[str, str]) -> tuple[dict[int, str], dict[int, list[str]]]:
    """Return a wrong word for each pair that tells of one, and what else the pair tells of.

    A pack may have 20,000: what is done for each of them is little.
    """
    rare = keys(
        [
            w[:2] if w[:2] not in r else w[-2:] if w[-2:] not in r else _rare_pair(w, r)
            for w, r in swap.items()
        ]
    )
    by_pair = dict(zip(rare, swap, strict=True))
    others: dict[int, list[str]] = {}
    if len(by_pair) < len(swap):
        for pair, wrong in zip(rare, swap, strict=True):
            if by_pair[pair] is not wrong:
                others.setdefault(pair, []).append(wrong)
    return by_pair, others


def _rare_pair(wrong: str, right: str) -> str:
    """Return the pair of `wrong` that is least likely in a right text."""
    if wrong[:2] not in right:
        return wrong[:2]
    for at in range(1, len(wrong) - 1):
        if wrong[at : at + 2] not in right:
            return wrong[at : at + 2]
    return wrong[:2]


def _covered(text: str, start: int, wrong: str, word: str) -> bool:
    """Tell whether `wrong` at `start` is a part of the longer `word`."""
    at = word.find(wrong)
    while at >= 0:
        if start >= at and text.startswith(word, start - at):
            return True
        at = word.find(wrong, at + 1)
    return False


def _finding(span: Span, right: str) -> Finding:
    if "/" in right:
        return Finding(span, {"expected": "”或“".join(right.split("/"))})
    return Finding(span, {"expected": right}, (Edit(span, right),))
