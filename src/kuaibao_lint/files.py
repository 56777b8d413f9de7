"""Which files a run is about."""

from __future__ import annotations

import os
import re

from kuaibao_lint.errors import ReadError, reason
from kuaibao_lint.light_typing import TYPE_CHECKING
from kuaibao_lint.readers import READERS

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator
    from pathlib import Path

STDIN = "-"
_SLASHES = re.compile(r"[/\\]" if os.name == "nt" else "/")


def expand(
    argument: str,
    excluded: Callable[[Path], bool],
    unreadable: Callable[[str, ReadError], None],
) -> list[str]:
    """Return the files that an argument names: itself, a folder's, or a pattern's.

    excluded: tells of a file found in a folder whether it is passed over; a file named outright
    never is. unreadable: told of each folder below that cannot be looked into.
    Raises ReadError for a folder or pattern with nothing to lint.
    """
    if argument == STDIN:
        return [STDIN]
    if os.path.isdir(argument):
        from pathlib import Path

        hidden: list[str] = []

        def closed(where: str, error: ReadError) -> None:
            hidden.append(where)
            unreadable(where, error)

        found = [one for one in walk(Path(argument), closed) if not excluded(Path(one))]
        if not found and not hidden:
            suffixes = "、".join(READERS)
            raise ReadError(f"文件夹中没有可检查的文件（{suffixes}）。")
        return found
    if any(mark in argument for mark in "*?[") and not os.path.exists(argument):
        # The shell of Windows leaves patterns to the program.
        found = sorted(filter(os.path.isfile, _fitting(argument, unreadable)))
        if not found:
            raise ReadError("没有符合这个通配符的文件。")
        return found
    return [argument]


def walk(folder: Path, unreadable: Callable[[str, ReadError], None]) -> Iterator[str]:
    """Yield the files below a folder that a reader knows, sorted; hidden folders are passed over.

    unreadable: told of each folder that cannot be looked into; what lies in it was not checked.
    """
    from pathlib import Path

    for name in _below(folder, unreadable):
        if Path(name).suffix.lower() in READERS and not Path(name).name.startswith("."):
            yield Path(name).as_posix()


def _below(
    folder: str | Path, unreadable: Callable[[str, ReadError], None]
) -> Iterator[str]:
    """Yield all files below a folder, sorted; hidden folders are passed over.

    Links to folders are not followed, so a circle of links ends.
    """
    from pathlib import Path

    def failed(error: OSError) -> None:
        where = Path(os.fsdecode(error.filename)).as_posix()
        unreadable(where, ReadError(f"无法读取文件夹：{reason(error)}。"))

    for where, folders, names in os.walk(folder, onerror=failed):
        folders[:] = sorted(name for name in folders if not name.startswith("."))
        yield from (os.path.join(where, name) for name in sorted(names))


def _fitting(pattern: str, unreadable: Callable[[str, ReadError], None]) -> Iterator[str]:
    """Yield what fits a pattern of the shell.

    `glob` follows links below `**`: two that lead upwards keep it for ever.
    """
    import glob  # its patterns may be absolute, which Path.glob refuses
    from pathlib import Path

    head = _literal(pattern)
    parts = _SLASHES.split(pattern[len(head) :])
    if "**" not in parts:
        yield from glob.iglob(pattern)
        return
    for name in _below(head or ".", unreadable) if Path(head).is_dir() else ():
        inside = os.path.relpath(name, head or ".")
        if _fits(list(Path(inside).parts), parts):
            yield head + inside


def _fits(names: list[str], parts: list[str]) -> bool:
    """Tell whether a path fits a pattern, both in parts; `**` stands for any folders.

    A name is held against each part once, however many `**` there are.
    """
    import fnmatch

    def fits(name: str, part: str) -> bool:
        hidden = name.startswith(".") and not part.startswith(".")
        return not hidden and fnmatch.fnmatch(name, part)

    fitting = [True]  # whether the names so far fit the first 0, 1, 2 … parts
    for part in parts:
        fitting.append(fitting[-1] and part == "**")
    for name in names:
        shorter, fitting = fitting, [False]
        for place, part in enumerate(parts):
            if part == "**":
                fitting.append(fitting[place] or shorter[place + 1])
            else:
                fitting.append(shorter[place] and fits(name, part))
    return fitting[-1]


def _literal(pattern: str) -> str:
    """Return the folder that a pattern names before its first wildcard, with its slash."""
    return re.split(r"[^/\\]*[*?\[]", pattern, maxsplit=1)[0]


def is_named(path: Path, target: Path, arguments: Iterable[str]) -> bool:
    """Tell whether a file was named outright, or really lies in a folder that was.

    target: where `path` leads. arguments: of the command line; a pattern names the folder before
    its first wildcard.
    """
    from pathlib import Path

    for argument in arguments:
        if path == Path(argument):
            return True
        folder = _literal(argument) or "."
        if target.is_relative_to(os.path.realpath(folder)):
            return True
    return False
