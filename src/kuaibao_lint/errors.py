"""Errors that end in exit code 2, each with a message for people."""

from __future__ import annotations


class KuaibaoLintError(Exception):
    """Something outside the bulletin's text is wrong; `str()` is a Chinese sentence."""


class ReadError(KuaibaoLintError):
    """A file is missing, unreadable or in no encoding that we know."""


class PackError(KuaibaoLintError):
    """A rule pack is not as it must be."""


class ConfigError(KuaibaoLintError):
    """The configuration or the command line asks for something that does not exist."""
