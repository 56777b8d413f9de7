"""Escapes for XML, HTML and Markdown: nothing from a bulletin is taken for markup."""

from __future__ import annotations

from kuaibao_lint.patterns import pattern
from kuaibao_lint.reporters import AGENT, UNSAFE, printable

_TEXT = UNSAFE | {
    ord("\n"): "\n", ord("\r"): "&#13;", ord("\t"): "\t",
    ord("&"): "&amp;", ord("<"): "&lt;", ord(">"): "&gt;",
}  # fmt: skip
_VALUE = _TEXT | {
    ord("\n"): "&#10;", ord("\t"): "&#9;", ord('"'): "&quot;", ord("'"): "&#39;",
}  # fmt: skip
_MARKDOWN = {ord(mark): f"\\{mark}" for mark in "\\`*_[]<>|~&$#"}
# Behind an @ a comment ends the word, so that nobody is called by it.
_MARKDOWN |= {ord("@"): "@<!-- -->"}
# What would begin a list, an underline, code or a `::command` where it stands first in a block.
_BLOCK = pattern(r"\A(?:[ +=:-]|\d(?=\d{0,8}[.)]))")
_LINK = pattern(r"(?i)(https?|ftp)(?=://)|www(?=\.)")


def element(text: str) -> str:
    """Return `text` for the content of an XML or HTML element."""
    return AGENT.sub("&#35;", text.translate(_TEXT))


def value(text: str) -> str:
    """Return `text` for an attribute's value, between either kind of quotes."""
    return AGENT.sub("&#35;", text.translate(_VALUE))


def markdown(text: str) -> str:
    """Return `text` for a Markdown line or a cell of a table; newlines become visible."""
    escaped = printable(text).translate(_MARKDOWN)
    return _LINK.sub(lambda match: match.group() + "<!-- -->", escaped)


def block(text: str) -> str:
    """Return `text` for the beginning of a paragraph, a heading or a list's item."""
    return _BLOCK.sub(lambda match: f"&#{ord(match.group())};", markdown(text))
