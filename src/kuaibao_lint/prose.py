"""Which characters are prose: comments, code and addresses are masked, offsets stay."""

from __future__ import annotations

from kuaibao_lint.context import MASK
from kuaibao_lint.light_typing import TYPE_CHECKING
from kuaibao_lint.numerals import NUMERAL
from kuaibao_lint.patterns import pattern

if TYPE_CHECKING:
    from collections.abc import Callable

# What no rule about Chinese prose may look into. Each alternative is bounded by the line, so that
# the time is linear.
_ADDRESS = pattern(r"(?:https?|ftp)://[!-~]+|www\.[!-~]+|[\w.+-]{1,64}@[A-Za-z0-9-]{1,63}\.[A-Za-z0-9.-]{2,63}")
_WORDS = pattern(r"[^\r\n]")
# A block of settings before the text, of at most 40 lines.
_FRONT_MATTER = pattern(
    r"---[ \t]*\r?\n(?:(?:[A-Za-z_][\w-]{0,40}:|[ \t#-][ \t])[^\r\n]{0,200}\r?\n){1,40}"
    r"---[ \t]*(?=\r?\n|\Z)"
)
_ITALICS = r"[^* \t\r\n][^*\r\n]{1,200}"
# A character without which a text has no such marks (it is looked for ten times faster than a
# word), signs of which one stands in a text that has them, and the marks: a group or the whole.
_LAYOUT = (
    ("<", ("</", "<br", "<hr", "<p", "<center", "<img"), pattern(r"</?[A-Za-z][^<>\r\n]{0,200}>")),
    ("&", ("sp;",), pattern(r"&[a-z]{1,4}sp;")),
    ("]", ("](",), pattern(r"(?<=\])\([^()\r\n]{0,300}\)")),
    ("{", ("{#", "{."), pattern(r"\{[#.][^{}\r\n]{1,100}\}(?=[ \t]*(?:\r|\n|\Z))")),
    (":", (":::",), pattern(r"(?m)^:{3,}[^\r\n]{0,100}")),
    (">", (">",), pattern(r"(?m)^[ \t]{0,3}(>[ \t>]{0,10})")),
    ("*", ("\n*", "\r*"), pattern(rf"(?m)(\*)(?<=^\*)(?={_ITALICS}\*[ \t]*(?:\r|\n|\Z))")),
    ("*", ("*\n", "*\r"), pattern(rf"(?m)^\*{_ITALICS}(\*)(?=[ \t]*(?:\r|\n|\Z))")),
    # 第 **12** 期
    ("*", ("第 **", "第**"), pattern(rf"第 ?(\*\*)(?={NUMERAL}{{1,6}}\*\*)")),
    ("*", ("** 期", "**期"), pattern(rf"第 ?\*\*{NUMERAL}{{1,6}}(\*\*)(?= ?期)")),
    ("\\", ("\\\n", "\\\r"), pattern(r"(?m)^\\(?=\r|\n)")),
)
_CODE = pattern(r"`[^`\r\n]{1,200}`|\]\([^()\s]{1,500}\)")


def mask(text: str) -> str:
    """Return `text` with everything that is no prose replaced by MASK, in the same length."""
    spans = _comments(text)
    if ("/" in text and "://" in text) or ("w" in text and "www." in text) or "@" in text:
        spans += [match.span() for match in _ADDRESS.finditer(text)]
    if "`" in text or ("]" in text and "](" in text):
        spans += [match.span() for match in _CODE.finditer(text)]
    return _covered(text, spans, lambda part: MASK * len(part))


def layout(text: str) -> str:
    """Return `text` with blanks in place of what lays it out and carries no words.

    That is comments, HTML tags and entities, the targets of links, a heading's attributes, fences
    of divs, marks of quotation, the stars of a line in italics, and front matter. The length and
    the lines stay.
    """
    spans = _comments(text)
    if text.startswith("---") and (front := _FRONT_MATTER.match(text)):
        spans.append(front.span())
    for char, signs, marks in _LAYOUT:
        if char in text and any(sign in text for sign in signs):
            spans += [match.span(match.lastindex or 0) for match in marks.finditer(text)]
    return _covered(text, spans, lambda part: _WORDS.sub(" ", part))


def _covered(text: str, spans: list[tuple[int, int]], cover: Callable[[str], str]) -> str:
    """Return `text` with what stands in its place for each span; spans may overlap."""
    if not spans:
        return text
    pieces: list[str] = []
    position = 0
    for start, end in sorted(spans):
        if end > position:
            begin = max(start, position)
            pieces += (text[position:begin], cover(text[begin:end]))
            position = end
    pieces.append(text[position:])
    return "".join(pieces)


def _comments(text: str) -> list[tuple[int, int]]:
    """Return where the closed HTML comments are."""
    spans = []
    start = text.find("<!--")
    while start >= 0:
        end = text.find("-->", start)
        if end < 0:
            break
        spans.append((start, end + 3))
        start = text.find("<!--", end)
    return spans
