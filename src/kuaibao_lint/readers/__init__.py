"""Files → Source. To add an input format: one file here, and one line in `READERS`."""

from __future__ import annotations

import os
import re
import stat
import sys
from collections.abc import Callable, Mapping
from itertools import islice

from kuaibao_lint.errors import ReadError, reason
from kuaibao_lint.light_typing import TYPE_CHECKING
from kuaibao_lint.readers import plain
from kuaibao_lint.source import Source

if TYPE_CHECKING:
    from pathlib import Path

# Bytes of a file. A bulletin has some ten thousand; checking takes some hundred times the memory.
LARGEST = 20_000_000
# Bytes of a configuration or a pack: YAML takes some three seconds for each million.
LARGEST_YAML = 2_000_000
# Lines with words on them. 20 MB of bulletins have 150,000; each line costs some 10 µs and 500
# bytes however short it is, so that millions of them would cost a minute and a gigabyte.
MOST_LINES = 300_000
Reader = Callable[[bytes, str], Source]

# Suffix (lower case) → reader of the bytes; a path with no suffix here is read as plain text.
READERS: Mapping[str, Reader] = {
    ".md": plain.read,
    ".markdown": plain.read,
    ".txt": plain.read,
}


def read(data: bytes, path: str) -> Source:
    """Return the source that `data` holds; `path` chooses the reader and names the source.

    Raises ReadError, for text of too many lines as well.
    """
    source = READERS.get(os.path.splitext(path)[1].lower(), plain.read)(data, path)
    if len(data) > MOST_LINES and _has_too_many_lines(source.text):
        raise ReadError(f"行数过多，上限为 {MOST_LINES // 10_000} 万行，请拆分后再检查。")
    return source


def read_path(path: Path, shown: str | None = None) -> Source:
    """Return the source in a file; `shown` is the path as the user gave it.

    Raises ReadError for a file that is missing, no regular file, unreadable or undecodable.
    """
    return read(read_bytes(path), (shown or str(path)).replace("\\", "/"))


def read_bytes(path: str | Path, most: int | None = None) -> bytes:
    """Return the content of a regular file. Raises ReadError, with the reason in Chinese.

    most: bytes that it may have, LARGEST if not given.

    What is opened is what is looked at, so nothing can be put in its place in between; and no more
    is read than the file held then, so a file that grows does not keep us.
    """
    try:
        with open(path, "rb", opener=_opener) as file:
            status = os.fstat(file.fileno())
            if not stat.S_ISREG(status.st_mode):
                raise ReadError("不是普通文件，无法读取。")
            if status.st_size > (limit := most or LARGEST):
                raise _too_large(limit)
            data = file.read(status.st_size + 1)
    except FileNotFoundError:
        raise ReadError("文件不存在，请检查路径。") from None
    except PermissionError:
        raise ReadError("没有读取权限。") from None
    except (OSError, ValueError) as error:
        why = reason(error) if isinstance(error, OSError) else "路径中有空字符"
        raise ReadError(f"无法读取：{why}。") from None
    if len(data) != status.st_size:
        raise ReadError("读取时文件正在改动，请稍后再检查。")
    return data


def read_stdin() -> bytes:
    """Return what standard input holds. Raises ReadError where it is closed or has no end."""
    if sys.stdin is None:
        raise ReadError("标准输入已关闭，无法读取。")
    try:
        data = sys.stdin.buffer.read(LARGEST + 1)
    except OSError as error:
        raise ReadError(f"无法读取标准输入：{reason(error)}。") from None
    if len(data) > LARGEST:
        raise _too_large(LARGEST)
    return data


def _has_too_many_lines(text: str) -> bool:
    lines = re.finditer(r"\S[^\r\n]*", text)
    return next(islice(lines, MOST_LINES, None), None) is not None


def _too_large(limit: int) -> ReadError:
    return ReadError(f"文件过大，上限为 {limit // 1_000_000} MB，请拆分后再检查。")


def _opener(path: str, flags: int) -> int:
    """Open without waiting: a FIFO that nobody writes to would keep us for ever."""
    return os.open(path, flags | getattr(os, "O_NONBLOCK", 0))
