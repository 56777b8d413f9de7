"""Which characters are prose: comments, code and addresses are masked, offsets stay."""

from __future__ import annotations

from kuaibao_lint.context import MASK
from kuaibao_lint.patterns import pattern

# What no rule about Chinese prose may look into. Each alternative is bounded by the line, so that
# the time is linear.
_ADDRESS = pattern(r"(?:https?|ftp)://[!-~]+|www\.[!-~]+|[\w.+-]{1,64}@[A-Za-z0-9-]{1,63}\.[A-Za-z0-9.-]{2,63}")
_WORDS = pattern(r"[^\r\n]")
_CODE = pattern(r"`[^`\r\n]{1,200}`|\]\([^()\s]{1,500}\)")


def mask(text: str) -> str:
    """Return `text` with everything that is no prose replaced by MASK, in the same length."""
    spans = _comments(text)
    if "://" in text or "www." in text or "@" in text:
        spans += [match.span() for match in _ADDRESS.finditer(text)]
    if "`" in text or "](" in text:
        spans += [match.span() for match in _CODE.finditer(text)]
    if not spans:
        return text
    pieces: list[str] = []
    position = 0
    for start, end in sorted(spans):
        if end <= position:
            continue
        begin = max(start, position)
        pieces += (text[position:begin], MASK * (end - begin))
        position = end
    pieces.append(text[position:])
    return "".join(pieces)


def without_comments(text: str) -> str:
    """Return `text` with blanks in place of comments, in the same length and the same lines."""
    pieces: list[str] = []
    position = 0
    for start, end in _comments(text):
        pieces += (text[position:start], _WORDS.sub(" ", text[start:end]))
        position = end
    if not pieces:
        return text
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
