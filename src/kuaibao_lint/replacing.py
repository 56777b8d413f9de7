"""Put new content in the place of a file, whole or not at all.

The new content is written to a hidden file in the same folder, flushed to the disk, and renamed
over the old one: whoever looks, and whenever the process is killed, sees the old file or the new
one. Mode, owner and extended attributes are kept, symbolic links followed.
"""

from __future__ import annotations

import contextlib
import os
import time
from functools import cache
from pathlib import Path

from kuaibao_lint.errors import ReadError, reason
from kuaibao_lint.light_typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator

# A killed process leaves its hidden file; one so old (seconds) belongs to no living process.
_ABANDONED = 600.0
_MARK = ".kuaibao-lint-"


def create(path: Path, data: bytes) -> None:
    """Write a file that is not there yet; nothing is written through a link to nowhere.

    Raises ReadError, and leaves nothing behind.
    """
    try:
        with path.open("xb") as file:
            try:
                file.write(data)
                file.flush()
            except OSError:
                path.unlink(missing_ok=True)
                raise
    except FileExistsError:
        raise ReadError("已有这个文件或链接，没有写入。") from None
    except OSError as error:
        raise ReadError(f"无法写入：{reason(error)}。") from None


def replace(path: Path, data: bytes, expected: bytes) -> None:
    """Write `data` where `expected` was read from.

    Raises ReadError, and leaves the file as it is: where it is read-only, gone, changed by someone
    else, known under a second name (a hard link, which a rename would cut off), where its owner
    cannot be kept, and where the disk is full.
    """
    target = Path(os.path.realpath(path))
    try:
        status = target.stat()
        if not status.st_mode & 0o222 or not os.access(target, os.W_OK):
            raise ReadError("文件是只读的，没有修改。")
        if status.st_nlink > 1:
            raise ReadError(
                f"这个文件有 {status.st_nlink} 个名字（硬链接），改写会使它们分开，没有修改。"
            )
        with _beside(target) as beside:
            write(beside, data, target, status)
            if target.read_bytes() != expected:
                raise ReadError("检查期间文件被别的程序改过，没有修改，请再运行一次。")
            beside.replace(target)
        _flush_folder(target.parent)
    except FileNotFoundError:
        raise ReadError("检查期间文件被移走或删除，没有修改。") from None
    except OSError as error:
        raise ReadError(f"无法写入：{reason(error)}。文件保持原样。") from None


@contextlib.contextmanager
def _beside(target: Path) -> Iterator[Path]:
    """Give a path for the new content, and take care that nothing stays there.

    Its name begins with a dot and ends in `.tmp`, so that no run ever lints it, and is short
    however long the target's is.
    """
    _sweep(target.parent)
    path = target.with_name(f"{_MARK}{os.urandom(6).hex()}.tmp")
    try:
        yield path
    finally:
        with contextlib.suppress(OSError):
            path.unlink(missing_ok=True)


@cache
def _sweep(folder: Path) -> None:
    """Take away what killed processes left in a folder; once in a run."""
    for old in folder.glob(f"{_MARK}*.tmp"):
        with contextlib.suppress(OSError):
            if time.time() - old.stat().st_mtime > _ABANDONED:
                old.unlink()


def write(path: Path, data: bytes, target: Path, status: os.stat_result) -> None:
    """Write the new file, with what the system knows of the old one."""
    import shutil

    with path.open("xb") as file:
        file.write(data)
        file.flush()
        os.fsync(file.fileno())
    if hasattr(os, "chown"):
        own = path.stat()
        if (own.st_uid, own.st_gid) != (status.st_uid, status.st_gid):
            os.chown(path, status.st_uid, status.st_gid)
    shutil.copystat(target, path)
    os.utime(path)  # it is new, and editors look at that


def _flush_folder(folder: Path) -> None:
    """Make the new name last through a power cut, where the system can."""
    with contextlib.suppress(OSError):
        handle = os.open(folder, os.O_RDONLY)
        try:
            os.fsync(handle)
        finally:
            os.close(handle)
