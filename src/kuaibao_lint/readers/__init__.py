"""Files → Source. To add an input format: one file here, and one line in `READERS`."""

from __future__ import annotations

import stat
from collections.abc import Callable, Mapping
from pathlib import Path

from kuaibao_lint.errors import ReadError, reason
from kuaibao_lint.readers import plain
from kuaibao_lint.source import Source

Reader = Callable[[bytes, str], Source]

# Suffix (lower case) → reader of the bytes; a path with no suffix here is read as plain text.
READERS: Mapping[str, Reader] = {
    ".md": plain.read,
    ".markdown": plain.read,
    ".txt": plain.read,
}


def read(data: bytes, path: str) -> Source:
    """Return the source that `data` holds; `path` chooses the reader and names the source.

    Raises ReadError.
    """
    return READERS.get(Path(path).suffix.lower(), plain.read)(data, path)


def read_path(path: Path, shown: str | None = None) -> Source:
    """Return the source in a file; `shown` is the path as the user gave it.

    Raises ReadError for a file that is missing, no regular file, unreadable or undecodable.
    """
    return read(read_bytes(path), (shown or str(path)).replace("\\", "/"))


def read_bytes(path: Path) -> bytes:
    """Return the content of a regular file. Raises ReadError, with the reason in Chinese."""
    try:
        if not stat.S_ISREG(path.stat().st_mode):
            # Opening a FIFO would wait for ever, a device might never end.
            raise ReadError("不是普通文件，无法读取。")
        return path.read_bytes()
    except FileNotFoundError:
        raise ReadError("文件不存在，请检查路径。") from None
    except PermissionError:
        raise ReadError("没有读取权限。") from None
    except (OSError, ValueError) as error:
        why = reason(error) if isinstance(error, OSError) else "路径中有空字符"
        raise ReadError(f"无法读取：{why}。") from None
