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
        import glob  # its patterns may be absolute, which Path.glob refuses

        # The shell of Windows leaves patterns to the program.
        found = sorted(filter(os.path.isfile, glob.iglob(argument, recursive=True)))
        if not found:
            raise ReadError("没有符合这个通配符的文件。")
        return found
    return [argument]


def walk(folder: Path, unreadable: Callable[[str, ReadError], None]) -> Iterator[str]:
    """Yield the files below a folder that a reader knows, sorted; hidden folders are passed over.

    Links to folders are not followed, so a circle of links ends.
    unreadable: told of each folder that cannot be looked into; what lies in it was not checked.
    """
    from pathlib import Path

    def failed(error: OSError) -> None:
        where = Path(os.fsdecode(error.filename)).as_posix()
        unreadable(where, ReadError(f"无法读取文件夹：{reason(error)}。"))

    for where, folders, names in os.walk(folder, onerror=failed):
        folders[:] = sorted(name for name in folders if not name.startswith("."))
        for name in sorted(names):
            if Path(name).suffix.lower() in READERS and not name.startswith("."):
                yield Path(where, name).as_posix()


def is_named(path: Path, target: Path, arguments: Iterable[str]) -> bool:
    """Tell whether a file was named outright, or really lies in a folder that was.

    target: where `path` leads. arguments: of the command line; a pattern names the folder before
    its first wildcard.
    """
    from pathlib import Path

    for argument in arguments:
        if path == Path(argument):
            return True
        folder = re.split(r"[^/\\]*[*?\[]", argument, maxsplit=1)[0] or "."
        if target.is_relative_to(os.path.realpath(folder)):
            return True
    return False
