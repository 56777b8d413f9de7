"""Suppressions in the configuration: a printed bulletin should carry no comments.

    suppressions:
      - {path: 第20期.md, rule: KB207, text: 累积更换破损垃圾桶, reason: 原文如此}
    per-file-ignores:
      归档/*: [KB5, KB121]

An entry speaks for the findings of its rules that touch its quoted text, in the files that its
pattern fits; without `text`, for all findings of these rules. Blanks and newlines do not count in
a quotation, so that it survives another layout.
"""

from __future__ import annotations

from bisect import bisect_left

from kuaibao_lint.diagnostics import Silencing
from kuaibao_lint.light_typing import TYPE_CHECKING, Any, NamedTuple
from kuaibao_lint.suppressions import means

if TYPE_CHECKING:
    from collections.abc import Iterable

    from kuaibao_lint.diagnostics import Diagnostic
    from kuaibao_lint.yamlfile import Located

SUPPRESSIONS, PER_FILE = "suppressions", "per-file-ignores"
ENTRY_KEYS = ("path", "rule", "text", "reason")
# Each file is held against each pattern, and each finding against each entry of its rule.
MOST = 1_000
_WILD = frozenset("*?[")


class Ignore(NamedTuple):
    """One entry. path: a pattern, "" for every file; rules: ids, prefixes or names.

    text: the quotation, "" for the whole file. line: in the configuration file, 1-based.
    standing: a policy for files to come, of which nobody expects that it is used.
    """

    path: str
    rules: tuple[str, ...]
    text: str
    reason: str
    line: int
    standing: bool

    def names(self, rule: str, name: str) -> bool:
        """Tell whether the entry speaks of the rule."""
        return any(means(word, rule, name) for word in self.rules)


class Applied(NamedTuple):
    """What entries did to a file's findings. used: the places of the entries that were of use."""

    kept: tuple[Diagnostic, ...]
    dropped: tuple[Diagnostic, ...]
    silencings: tuple[Silencing, ...]
    used: tuple[int, ...]


def apply(
    diagnostics: Iterable[Diagnostic], text: str, entries: list[tuple[int, Ignore]]
) -> Applied:
    """Return which findings stay. entries: those that speak of this file, with their places."""
    quotations = _Quotations(text)
    naming: dict[str, list[tuple[int, Ignore]]] = {}  # rule → the entries that speak of it
    kept: list[Diagnostic] = []
    dropped: list[Diagnostic] = []
    silencings: list[Silencing] = []
    used: set[int] = set()
    for one in diagnostics:
        if one.rule not in naming:
            naming[one.rule] = [pair for pair in entries if pair[1].names(one.rule, one.name)]
        by = [pair for pair in naming[one.rule] if quotations.touch(pair[1].text, one)]
        if by:
            dropped.append(one)
            silencings.append(Silencing(external=True, reason=by[0][1].reason))
            used.update(place for place, _ in by)
        else:
            kept.append(one)
    return Applied(tuple(kept), tuple(dropped), tuple(silencings), tuple(sorted(used)))


class _Quotations:
    """Finds quoted passages in a text, blanks aside."""

    def __init__(self, text: str) -> None:
        self.text = text
        self._bare: str | None = None
        self._places: list[int] = []
        self._found: dict[str, list[tuple[int, int]]] = {}

    def touch(self, quotation: str, one: Diagnostic) -> bool:
        """Tell whether the passage stands where the finding is."""
        if not quotation:
            return True
        start, end = one.span
        passages = self.passages(quotation)
        # Passages do not overlap, so both their ends are sorted.
        at = bisect_left(passages, start, key=lambda passage: passage[1])
        return any(
            begin < max(end, start + 1) and start < stop for begin, stop in passages[at : at + 2]
        ) or any(begin <= start == end <= stop for begin, stop in passages[at : at + 2])

    def passages(self, quotation: str) -> list[tuple[int, int]]:
        """Return where a quotation stands: (start, end) in the text, in order."""
        if quotation not in self._found:
            self._found[quotation] = list(self._search("".join(quotation.split())))
        return self._found[quotation]

    def _search(self, bare: str) -> Iterable[tuple[int, int]]:
        if self._bare is None:
            self._places = [at for at, char in enumerate(self.text) if not char.isspace()]
            self._bare = "".join(self.text.split())
        at = self._bare.find(bare) if bare else -1
        while at >= 0:
            yield self._places[at], self._places[at + len(bare) - 1] + 1
            at = self._bare.find(bare, at + len(bare))


def is_pattern(path: str) -> bool:
    """Tell whether a path has wildcards, and so may mean more than one file."""
    return not path or not _WILD.isdisjoint(path)


# ---- from the configuration file


class EntryError(ValueError):
    """An entry is not as it must be. line: 1-based."""

    def __init__(self, message: str, line: int) -> None:
        super().__init__(message)
        self.message = message
        self.line = line


def checked(key: str, given: Any, located: Located) -> tuple[tuple[Any, ...], ...]:
    """Return the entries under a key as plain tuples, in the order of `Ignore`.

    Raises EntryError.
    """
    if key == PER_FILE:
        return _per_file(given, located)
    if given is None:
        return ()
    if not isinstance(given, list):
        raise EntryError(f"“{key}”应为列表。", located.line((key,)))
    if len(given) > 10 * MOST:
        raise EntryError(f"“{key}”最多写 {10 * MOST} 条；再多请用基线。", located.line((key,)))
    return tuple(_entry(one, located, number) for number, one in enumerate(given))


def _per_file(given: Any, located: Located) -> tuple[tuple[Any, ...], ...]:
    if given is None:
        return ()
    if not isinstance(given, dict):
        raise EntryError(f"“{PER_FILE}”应为“路径: [规则]”的形式。", located.line((PER_FILE,)))
    if len(given) > MOST:
        raise EntryError(f"“{PER_FILE}”最多写 {MOST} 项。", located.line((PER_FILE,)))
    found = []
    for path, rules in given.items():
        line = located.line((PER_FILE, path))
        words = _words(rules)
        if not words:
            raise EntryError(f"“{path}”后面应为规则的列表。", line)
        found.append((path, words, "", "", line, is_pattern(path)))
    return tuple(found)


def _entry(given: Any, located: Located, number: int) -> tuple[Any, ...]:
    line = located.line((SUPPRESSIONS, number))
    if not isinstance(given, dict):
        raise EntryError("每一条应写 rule（规则），以及 path、text、reason。", line)
    for key, value in given.items():
        here = located.line((SUPPRESSIONS, number, key))
        if key not in ENTRY_KEYS:
            raise EntryError(f"没有“{key}”这一项；可用：{'、'.join(ENTRY_KEYS)}。", here)
        if key != "rule" and not isinstance(value, str):
            raise EntryError(f"“{key}”应为文字（数字请加引号）。", here)
    words = _words(given.get("rule"))
    if not words:
        raise EntryError("缺少 rule：请写明忽略哪条规则（编号、前缀、名称，或列表）。", line)
    text = given.get("text", "")
    if "text" in given and not text.strip():
        raise EntryError("text 不能为空；要忽略整个文件请删去这一项。", line)
    return (given.get("path", ""), words, text, given.get("reason", ""), line, False)


def _words(given: Any) -> tuple[str, ...]:
    """Return the rules that a value names; () where it is none."""
    words = [given] if isinstance(given, str) else given
    if not isinstance(words, list) or not all(isinstance(one, str) and one for one in words):
        return ()
    return tuple(words)
