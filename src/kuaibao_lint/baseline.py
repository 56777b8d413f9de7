"""A baseline: findings that were there before, and are not to be spoken of again.

An entry is a file, a rule and a hash of the found words with those around them on the same line. It
has no line number, so it survives edits elsewhere in the file and the move of an item; marks and
blanks do not count, so it survives `--fix` nearby. Paths count from the baseline's own folder.
"""

from __future__ import annotations

import os
import zlib
from collections import Counter

from kuaibao_lint import readers
from kuaibao_lint.errors import ConfigError, ReadError
from kuaibao_lint.light_typing import TYPE_CHECKING, Any
from kuaibao_lint.source import Lines

if TYPE_CHECKING:
    from collections.abc import Iterable
    from pathlib import Path

    from kuaibao_lint.diagnostics import Diagnostic

# How many letters and digits on each side tell one place from another with the same words.
_AROUND = 12
_VERSION = 2
Entry = tuple[str, str, str]


def entries(diagnostics: Iterable[Diagnostic], text: str, path: str) -> list[Entry]:
    """Return what a baseline keeps of a file's findings. path: as `keyed` gives it."""
    lines = Lines(text)
    return [(path, one.rule, _hash(one, lines)) for one in diagnostics]


def _hash(one: Diagnostic, lines: Lines) -> str:
    start, end = one.span
    if start == end:  # something is missing: there are no words, and what is beside it changes
        words = one.message
    else:
        first, last = (lines.span(lines.position(at)[0]) for at in (start, end))
        before = _letters(lines.text[max(first.start, start - 4 * _AROUND) : start])[-_AROUND:]
        after = _letters(lines.text[end : min(last.end, end + 4 * _AROUND)])[:_AROUND]
        words = "\0".join((before, "".join(one.text.split()), after))
    return f"{zlib.crc32(words.encode('utf-8', 'replace')):08x}"


def _letters(text: str) -> str:
    return "".join(char for char in text if char.isalnum())


def keyed(path: str, baseline: Path) -> str:
    """Return how a baseline names a file: from the baseline's folder, with `/` on every system."""
    folder = os.path.abspath(baseline.parent)  # noqa: PTH100 - resolve() would follow links
    try:
        name = os.path.relpath(os.path.abspath(path), folder)  # noqa: PTH100
    except ValueError:  # another drive
        name = os.path.abspath(path)  # noqa: PTH100
    return name.replace("\\", "/")


def read(path: Path, *, any_version: bool = False) -> Counter[Entry]:
    """Return the entries of a baseline file and how often each stands in it.

    any_version: accept one that an earlier version of this program wrote. Raises ConfigError.
    """
    import json

    if not os.path.lexists(path):
        raise ConfigError(f"没有基线文件 {path.as_posix()}；用 --update-baseline 可以建立。")
    try:
        data = json.loads(readers.read_bytes(path))
        if not any_version and data["version"] != _VERSION:
            raise ConfigError(
                f"{path.as_posix()}：这份基线是另一版本写的，请用 --update-baseline 重建。"
            )
        return Counter({_entry(one): int(one["count"]) for one in data["findings"]})
    except (ReadError, ValueError, KeyError, TypeError, OverflowError, RecursionError) as error:
        raise ConfigError(f"{path.as_posix()}：不是有效的基线文件（{error}）。") from None


def _entry(plain: Any) -> Entry:
    """Return an entry as it was read. Raises KeyError, TypeError and ValueError."""
    entry = (plain["path"], plain["rule"], plain["hash"])
    if not all(isinstance(one, str) for one in entry):
        raise ValueError("path、rule、hash 应为文字")
    return entry


def write(path: Path, kept: Counter[Entry]) -> None:
    """Write a baseline file, sorted, so that its changes can be reviewed. Raises ConfigError."""
    import json
    from pathlib import Path

    from kuaibao_lint.replacing import create, replace

    path = Path(os.path.realpath(path))
    if os.path.lexists(path):
        read(path, any_version=True)  # what is no baseline is not written over
    findings = [
        {"path": p, "rule": r, "hash": h, "count": n}
        for (p, r, h), n in sorted(kept.items())
        if n > 0
    ]
    # One entry a line: merges and reviews go by lines.
    rows = ",\n  ".join(json.dumps(one, ensure_ascii=False) for one in findings)
    body = f'{{\n "version": {_VERSION},\n "findings": [\n  {rows}\n ]\n}}\n'
    # A name that is no Unicode becomes an escape, which JSON reads back.
    data = body.encode("utf-8", "backslashreplace")
    try:
        if os.path.lexists(path):
            replace(path, data, readers.read_bytes(path))
        else:
            create(path, data)
    except ReadError as error:
        raise ConfigError(f"{path.as_posix()}：无法写入基线：{error}") from None


def apply(
    diagnostics: Iterable[Diagnostic], text: str, known: Counter[Entry], path: str
) -> tuple[list[Diagnostic], list[Diagnostic], Counter[Entry]]:
    """Return the diagnostics that the baseline does not know, those it knows, and what is left.

    Entries are used up: a second finding of the same words in the same surroundings is new.
    """
    diagnostics = list(diagnostics)
    left = Counter({one: count for one, count in known.items() if one[0] == path})
    new: list[Diagnostic] = []
    old: list[Diagnostic] = []
    for diagnostic, key in zip(diagnostics, entries(diagnostics, text, path), strict=True):
        if left[key] > 0:
            left[key] -= 1
            old.append(diagnostic)
        else:
            new.append(diagnostic)
    return new, old, +left
