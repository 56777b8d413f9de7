"""A folder of compiled things (parser tables, packs): faster when it works, never needed.

Entries are `marshal` data: plain values, no code, but a reader that hostile bytes can crash; large
tables are bytes as they are, which are not copied. An
entry is read only where both its folder and its file are this user's own, so that nobody else can
have written it, and where its checksum, which covers its name too, shows it whole and in its place.
A damaged, foreign or unwritable cache is passed over without a word, for the caller can always
build the value anew. Plain `os` calls, for `pathlib` takes longer to import than
a hit takes.
"""

from __future__ import annotations

import marshal
import os
import stat
import sys
import zlib
from functools import cache
from itertools import accumulate, pairwise

from kuaibao_lint.light_typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Sequence

ENV = "KUAIBAO_LINT_CACHE_DIR"
# An entry of another version of the program that was not written for so long is removed.
_STALE = 30 * 24 * 3600
_NUMBER = 4  # bytes of how many tables there are, and of the size of each


def folder() -> str:
    """Return the cache folder of this user; it may not exist yet."""
    if chosen := os.environ.get(ENV):
        return chosen
    if sys.platform == "win32":
        base = os.environ.get("LOCALAPPDATA") or "~\\AppData\\Local"
    elif sys.platform == "darwin":
        base = "~/Library/Caches"
    else:
        base = os.environ.get("XDG_CACHE_HOME") or "~/.cache"
    return os.path.join(os.path.expanduser(base), "kuaibao-lint")


def cached(name: str, parts: Iterable[bytes], build: Callable[[], Any]) -> Any:
    """Return the entry `name` made from `parts`, building and storing it where it is not there.

    parts: all that the value depends on. The version of Python and this program itself are added.
    build: makes the value, of types that `marshal` knows; never None.
    """
    parts = tuple(parts)
    value = load(name, parts)
    if value is None:
        value = build()
        store(name, parts, value)
    return value


def cached_tables(
    name: str, parts: Iterable[bytes], build: Callable[[], Sequence[bytes]]
) -> Sequence[memoryview]:
    """Return tables as `cached` returns a value, but as views of what was read.

    `marshal` would copy them, and fresh memory costs more than reading what is in it.
    """
    path = _path(name, tuple(parts))
    body = None if path is None else _read(path)
    if body is None:
        tables = build()
        body = memoryview(b"".join([numbers(map(len, (tables, *tables))), *tables]))
        if path is not None:
            _write(path, body)
            remove_stale(name)
    first = _NUMBER * (1 + body[:_NUMBER].cast("I")[0])
    ends = accumulate(body[_NUMBER:first].cast("I"), initial=first)
    return [body[start:end] for start, end in pairwise(ends)]


def load(name: str, parts: Iterable[bytes]) -> Any:
    """Return a stored entry, or None."""
    path = _path(name, parts)
    body = None if path is None else _read(path)
    if body is None:
        return None
    try:
        return marshal.loads(body)
    except (ValueError, EOFError, TypeError, MemoryError, SystemError):
        return None


def store(name: str, parts: Iterable[bytes], value: Any) -> None:
    """Store an entry, if that is possible, in place of those of earlier versions."""
    put(name, parts, value)
    remove_stale(name)


def put(name: str, parts: Iterable[bytes], value: Any) -> None:
    """Store an entry, if that is possible, and leave those of earlier versions where they are."""
    path = _path(name, parts)
    if path is None:
        return
    try:
        body = marshal.dumps(value)
    except ValueError:  # a type that marshal does not know: then it is not kept
        return
    _write(path, body)


def clean() -> int:
    """Remove all entries and return how many there were."""
    return _remove(lambda entry: entry.name.endswith((".bin", ".tmp")))


def remove_stale(name: str) -> None:
    """Remove what earlier versions of the program left of entries whose names begin so."""
    from time import time

    oldest = time() - _STALE
    _remove(lambda entry: entry.name.startswith(f"{name}-") and entry.stat().st_mtime < oldest)


def _remove(chosen: Callable[[os.DirEntry[str]], bool]) -> int:
    """Remove entries of a folder that is the user's own; return how many."""
    count = 0
    try:
        where = folder()
        if _chosen_well(where) and _private(where):
            for entry in os.scandir(where):
                if entry.is_file(follow_symlinks=False) and chosen(entry):
                    os.unlink(entry.path)
                    count += 1
    except (OSError, RuntimeError):
        pass
    return count


def _path(name: str, parts: Iterable[bytes]) -> str | None:
    """Return where an entry is; None where there is no cache."""
    where = folder()
    if not _chosen_well(where):
        return None
    key = fingerprint([sys.version.encode(), program(), *parts])
    return os.path.join(where, f"{name}-{key:016x}.bin")


def _chosen_well(where: str) -> bool:
    """Tell whether a folder can be a cache at all.

    Where there is no home folder, `~` stays as it is, and would mean a folder in the one that is
    being linted, which may be a stranger's. Windows has no owner that is quickly asked for: there
    the folder must lie in the user's own.
    """
    if not os.path.isabs(where):
        return False
    if sys.platform != "win32":
        return True
    home = os.path.normcase(os.path.abspath(os.path.expanduser("~")))
    return os.path.normcase(os.path.abspath(where)).startswith(home + os.sep)


@cache
def program() -> bytes:
    """Return what changes when this program does: size and time of each of its files.

    A version number would not do: two builds of one version may differ, and a checkout always may.
    """
    return stamp([os.path.dirname(__file__)], ".py")


def stamp(folders: Iterable[str], ending: str = "") -> bytes:
    """Return what changes when a file below the folders does: the size and time of each."""
    found: list[str] = []
    folders = list(folders)
    for where in folders:
        for entry in os.scandir(where):
            if entry.is_dir():
                if not entry.name.startswith("_"):
                    folders.append(entry.path)
            elif entry.name.endswith(ending):
                status = entry.stat()
                found.append(f"{entry.path}:{status.st_size}:{status.st_mtime_ns}")
    return "\n".join(sorted(found)).encode("utf-8", "surrogateescape")


def fingerprint(parts: Iterable[bytes]) -> int:
    """Return 64 bits that differ where the parts differ; for telling versions apart, not for trust.

    CRC-32 and Adler-32 side by side: `hashlib` alone costs more to import than a whole hit.
    """
    crc, adler = 0, 1
    for part in parts:
        mark = len(part).to_bytes(8, "big")
        crc = zlib.crc32(part, zlib.crc32(mark, crc))
        adler = zlib.adler32(part, zlib.adler32(mark, adler))
    return crc << 32 | adler


def numbers(values: Iterable[int]) -> bytes:
    """Return what `memoryview.cast("I")` reads. Raises OverflowError beyond 32 bits."""
    return b"".join(value.to_bytes(_NUMBER, sys.byteorder) for value in values)


def _read(path: str) -> memoryview | None:
    """Return what an entry's file holds; None where it is not there, damaged or not ours."""
    try:
        if not _private(os.path.dirname(path)):
            return None
        with open(path, "rb", opener=_opener) as file:
            if not _ours(os.fstat(file.fileno())):
                return None
            data = file.read()
        body = memoryview(data)[4:]
        if int.from_bytes(data[:4], "big") != _checksum(path, body):
            return None
    except (OSError, MemoryError):
        return None
    return body


def _write(path: str, body: bytes | memoryview) -> None:
    """Store by writing beside and renaming, so that a reader sees all or nothing."""
    beside = f"{path}.{os.getpid()}.tmp"
    where = os.path.dirname(path)
    try:
        os.makedirs(where, mode=0o700, exist_ok=True)
        if not _private(where):
            return
        with open(beside, "wb") as file:
            file.write(_checksum(path, body).to_bytes(4, "big"))
            file.write(body)
        os.replace(beside, path)
    except OSError:
        try:
            os.unlink(beside)
        except OSError:
            pass


def _private(where: str) -> bool:
    """Tell whether only this user can write to the folder (Windows keeps that by itself)."""
    if sys.platform == "win32":
        return True
    status = os.stat(where)
    return status.st_uid == os.geteuid() and not status.st_mode & 0o022


def _ours(status: os.stat_result) -> bool:
    """Tell whether an open file is a regular one that only this user can have written."""
    if not stat.S_ISREG(status.st_mode):
        return False
    if sys.platform == "win32":
        return True
    return status.st_uid == os.geteuid() and not status.st_mode & 0o022


def _checksum(path: str, body: bytes | memoryview) -> int:
    """Return what an entry begins with: its body's CRC-32, begun with its name."""
    return zlib.crc32(body, zlib.crc32(os.fsencode(os.path.basename(path))))


def _opener(path: str, flags: int) -> int:
    """Open without waiting for the other end of a FIFO."""
    return os.open(path, flags | getattr(os, "O_NONBLOCK", 0))
