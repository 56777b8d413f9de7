"""A baseline: findings that were there before, and are not to be spoken of again.

An entry is a file, a rule and a hash of the found text with the words around it; it has no line
number, so it survives edits elsewhere in the file.
"""

from __future__ import annotations

import zlib
from collections import Counter
from typing import TYPE_CHECKING

from kuaibao_lint import readers
from kuaibao_lint.errors import ConfigError, ReadError, reason

if TYPE_CHECKING:
    from collections.abc import Iterable
    from pathlib import Path

    from kuaibao_lint.diagnostics import Diagnostic

# How many characters on each side tell one place from another with the same words.
_AROUND = 12
Entry = tuple[str, str, str]


def entry(diagnostic: Diagnostic, text: str) -> Entry:
    """Return what a baseline keeps of a diagnostic in the source `text`."""
    start, end = diagnostic.span
    words = "\0".join((text[max(0, start - _AROUND) : start], diagnostic.text,
                       text[end : end + _AROUND]))
    return diagnostic.path, diagnostic.rule, f"{zlib.crc32(words.encode('utf-8', 'replace')):08x}"


def read(path: Path) -> Counter[Entry]:
    """Return the entries of a baseline file and how often each stands in it. Raises ConfigError."""
    import json

    if not path.exists():
        raise ConfigError(f"没有基线文件 {path.as_posix()}；用 --update-baseline 可以建立。")
    try:
        data = json.loads(readers.read_bytes(path))
        return Counter(
            {(e["path"], e["rule"], e["hash"]): int(e["count"]) for e in data["findings"]}
        )
    except (ReadError, ValueError, KeyError, TypeError, OverflowError, RecursionError) as error:
        raise ConfigError(f"{path.as_posix()}：不是有效的基线文件（{error}）。") from None


def write(path: Path, entries: Iterable[Entry]) -> None:
    """Write a baseline file, sorted, so that its changes can be reviewed. Raises ConfigError."""
    import json

    if path.exists():
        read(path)  # what is no baseline is not written over
    counted = sorted(Counter(entries).items())
    findings = [{"path": p, "rule": r, "hash": h, "count": n} for (p, r, h), n in counted]
    body = json.dumps({"version": 1, "findings": findings}, ensure_ascii=False, indent=1)
    try:
        # A name that is no Unicode becomes an escape, which JSON reads back.
        path.write_bytes((body + "\n").encode("utf-8", "backslashreplace"))
    except OSError as error:
        raise ConfigError(f"{path.as_posix()}：无法写入基线：{reason(error)}。") from None


def apply(
    diagnostics: Iterable[Diagnostic], text: str, known: Counter[Entry]
) -> tuple[list[Diagnostic], int]:
    """Return the diagnostics that the baseline does not know, and how many it does.

    Entries are used up: a second finding of the same words in the same surroundings is new.
    """
    kept: list[Diagnostic] = []
    left = known.copy()
    baselined = 0
    for diagnostic in diagnostics:
        key = entry(diagnostic, text)
        if left[key] > 0:
            left[key] -= 1
            baselined += 1
        else:
            kept.append(diagnostic)
    return kept, baselined
