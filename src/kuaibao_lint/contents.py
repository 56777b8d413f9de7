"""What only the whole text tells of its lines: a table of contents, and symbols before titles."""

from __future__ import annotations

from collections import Counter

from kuaibao_lint.patterns import pattern
from kuaibao_lint.source import Span

# A line that begins with a symbol, and has no sentence: ★ 检察动态, ▲全区高考平稳结束
_SYMBOLS = pattern("[◆■★●▲※]")  # found at once, where the whole expression takes long
_SYMBOL = pattern(r"(?<![^\r\n])[ \t\u3000]*([◆■★●▲※])[ \t]*([^\r\n。；]{2,48})(?![^\r\n])")
_LONG = 9  # characters; no column has so many behind a symbol
_CALLED = pattern(r"目[ \u3000]{0,20}录|要目|导读|本期要点")
_WORDS = ("录", "要目", "导读", "本期要点")  # of which one stands in any of these
# The line above a table of contents, and what stands around a title in one.
_HEAD = pattern(
    r"(?<![^\r\n])[* \t\u3000]{0,80}(?:本期(?:要目|目录|导读|要点)|目[ \u3000]{0,20}录|要目|导读)"
    r"[:：* \t\u3000]{0,80}(?![^\r\n])"
)
_ENTRY = pattern(
    r"[ \t\r\n\u3000◆■★●▲※·•*-]*(?:[0-9一二三四五六七八九十]{1,3}[.．、])?[ \t\u3000]*"
    r"([^\r\n…]{4,60})"
)
_LONGEST = 3_000  # characters of a table
_TRAILING = "*_◆■★●▲※ \t\u3000"


def symbols_of_titles(text: str) -> frozenset[str]:
    """Return the symbols that more long lines begin with than short ones.

    Before short lines only, a symbol is that of columns.
    """
    more = Counter[str]()
    for match in _SYMBOL.finditer(text) if _SYMBOLS.search(text) else ():
        more[match[1]] += 1 if len(match[2].rstrip(_TRAILING)) >= _LONG else -1
    return frozenset(symbol for symbol, size in more.items() if size > 0)


def contents(text: str) -> Span:
    """Return the stretch of a table of contents: to the line where its first title stands again."""
    called = any(word in text for word in _WORDS) and _CALLED.search(text)
    line = _HEAD.search(text) if called else None
    entry = _ENTRY.match(text, line.end()) if line else None
    if not line or not entry:
        return Span(0, 0)
    again = text.find(entry[1].rstrip(_TRAILING), entry.end(), entry.end() + _LONGEST)
    if again < 0:
        return Span(0, 0)
    return Span(line.start(), max(text.rfind("\n", 0, again), text.rfind("\r", 0, again)) + 1)
