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
# What nobody sees and no printer prints: controls, marks of direction and joining, surrogates.
_UNSEEN = pattern(
    r"([\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\xad\u061c\u200b-\u200f\u2028-\u202e\u2060"
    r"\u2066-\u2069\ud800-\udfff\ufeff\ufffe\uffff])"
)
# Blanks, where they are all that a fix takes or gives.
_BLANKS = {ord("\n"): "⏎", ord("\r"): None, ord("\t"): "⇥", ord(" "): "␣", 0x3000: "□", 0xA0: "␣"}
_LINK = pattern(r"(?i)(https?|ftp)(?=://)|www(?=\.)")


def element(text: str) -> str:
    """Return `text` for the content of an XML or HTML element."""
    return AGENT.sub("&#35;", text.translate(_TEXT))


def shown(text: str) -> str:
    """Return `text` for the content of an HTML element, where what is unseen has its number."""
    pieces = _UNSEEN.split(text)
    return "".join(
        f'<span class="control">U+{ord(piece):04X}</span>' if place % 2 else element(piece)
        for place, piece in enumerate(pieces)
    )


def changed(text: str) -> str:
    """Return one side of a fix for the content of an HTML element; blanks alone become visible."""
    if not text.strip():
        return shown(text.translate(_BLANKS))
    return shown(text.replace("\r", "").replace("\n", "⏎"))


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
