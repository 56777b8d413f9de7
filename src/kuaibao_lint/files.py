"""Which files a run is about."""

from __future__ import annotations

import glob  # its patterns may be absolute, which Path.glob refuses
import os
from pathlib import Path
from typing import TYPE_CHECKING

from kuaibao_lint.errors import ReadError
from kuaibao_lint.readers import READERS

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

STDIN = "-"


def expand(argument: str, excluded: Callable[[Path], bool]) -> list[str]:
    """Return the files that an argument names: itself, a folder's, or a pattern's.

    excluded: tells of a file found in a folder whether it is passed over; a file named outright
    never is. Raises ReadError for a folder or pattern with nothing to lint.
    """
    if argument == STDIN:
        return [STDIN]
    path = Path(argument)
    if path.is_dir():
        found = [one for one in walk(path) if not excluded(Path(one))]
        if not found:
            suffixes = "、".join(READERS)
            raise ReadError(f"文件夹中没有可检查的文件（{suffixes}）。")
        return found
    if any(mark in argument for mark in "*?[") and not path.exists():
        # The shell of Windows leaves patterns to the program.
        found = sorted(filter(os.path.isfile, glob.iglob(argument, recursive=True)))  # noqa: PTH207
        if not found:
            raise ReadError("没有符合这个通配符的文件。")
        return found
    return [argument]


def walk(folder: Path) -> Iterator[str]:
    """Yield the files below a folder that a reader knows, sorted; hidden folders are passed over.

    Links to folders are not followed, so a circle of links ends.
    """
    for where, folders, names in os.walk(folder):
        folders[:] = sorted(name for name in folders if not name.startswith("."))
        for name in sorted(names):
            if Path(name).suffix.lower() in READERS and not name.startswith("."):
                yield Path(where, name).as_posix()
