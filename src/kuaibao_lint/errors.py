"""Errors that end in exit code 2, each with a message for people."""

from __future__ import annotations

import errno

_REASONS = {
    errno.ENOENT: "路径不存在",
    errno.EACCES: "没有权限",
    errno.EPERM: "没有权限",
    errno.EISDIR: "这是文件夹",
    errno.ENOTDIR: "路径中有一段不是文件夹",
    errno.ELOOP: "链接成环",
    errno.ENOSPC: "磁盘已满",
    errno.EROFS: "磁盘只读",
    errno.ENAMETOOLONG: "文件名过长",
    errno.ENXIO: "不是普通文件",
    errno.EIO: "读写出错",
}


def reason(error: OSError) -> str:
    """Return in Chinese why the system refused."""
    return _REASONS.get(error.errno or 0, f"系统错误 {error.errno}")


class KuaibaoLintError(Exception):
    """Something outside the bulletin's text is wrong; `str()` is a Chinese sentence."""


class ReadError(KuaibaoLintError):
    """A file is missing, unreadable or in no encoding that we know."""


class LimitError(ReadError):
    """A file would take more time or memory than one file may."""


class PackError(KuaibaoLintError):
    """A rule pack is not as it must be."""


class ConfigError(KuaibaoLintError):
    """The configuration or the command line asks for something that does not exist."""
