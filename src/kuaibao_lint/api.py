"""The Python API: lint a text or a file with the rules that come with the program."""

from __future__ import annotations

from pathlib import Path

from kuaibao_lint import readers
from kuaibao_lint.light_typing import TYPE_CHECKING
from kuaibao_lint.linter import lint
from kuaibao_lint.rules import Library, load_library
from kuaibao_lint.source import Source, dominant_newline

if TYPE_CHECKING:
    import os

    from kuaibao_lint.diagnostics import Report


def lint_text(text: str, path: str = "bulletin.md", library: Library | None = None) -> Report:
    """Return the report on a bulletin's text.

    path: names the text in diagnostics; its suffix says whether Markdown may be written into it.
    library: the rules; those that come with the program unless given (see `load_library`).
    """
    source = Source(path, text, newline=dominant_newline(text))
    return lint(source, library or load_library())


def lint_path(path: str | os.PathLike[str], library: Library | None = None) -> Report:
    """Return the report on a file.

    Raises ReadError (in `kuaibao_lint.errors`) for a file that is missing, unreadable or in no
    encoding that is known.
    """
    return lint(readers.read_path(Path(path)), library or load_library())
