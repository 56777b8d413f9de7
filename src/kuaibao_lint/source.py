"""Where text lives: spans, and a source that can give back the bytes it came from."""

from __future__ import annotations

from bisect import bisect_right
from itertools import accumulate

from kuaibao_lint.light_typing import NamedTuple
from kuaibao_lint.patterns import pattern

_NEWLINE = pattern(r"\r\n|\r|\n")


class Span(NamedTuple):
    """A half-open range of code points in `Source.text`; the only kind of position there is."""

    start: int
    end: int

    def of(self, text: str) -> str:
        """Return the characters of `text` that this span covers."""
        return text[self.start : self.end]

    def overlaps(self, other: Span) -> bool:
        """Tell whether the two spans share a code point."""
        return self.start < other.end and other.start < self.end

    def contains(self, other: Span) -> bool:
        """Tell whether `other` lies wholly inside this span."""
        return self.start <= other.start and other.end <= self.end


class Source(NamedTuple):
    r"""A decoded file.

    `text` keeps every newline as it stood, so that `encode(text)` gives the original bytes.

    path: as the user wrote it, with `/`.
    encoding: a codec name ("utf-8", "gb18030", "utf-16-le", "utf-16-be").
    bom: the bytes before the text (b"" where there are none).
    newline: the commonest newline of the text ("\n" in a text of one line).
    """

    path: str
    text: str
    encoding: str = "utf-8"
    bom: bytes = b""
    newline: str = "\n"

    def encode(self, text: str) -> bytes:
        """Return `text` in this file's encoding, BOM included.

        Raises UnicodeEncodeError where a character does not exist in the encoding.
        """
        return self.bom + text.encode(self.encoding)

    @property
    def is_markdown(self) -> bool:
        """Tell whether Markdown marks may be written into this file."""
        return not self.path.lower().endswith(".txt")


class Lines:
    """Line starts of a text, so that an offset becomes (line, column) in logarithmic time.

    A line ends at LF, CRLF or CR, and at nothing else (not at U+2028, VT or FF).
    """

    def __init__(self, text: str) -> None:
        self.text = text
        if "\r" in text:
            self.starts = [0, *(m.end() for m in _NEWLINE.finditer(text))]
        else:
            lengths = map((1).__add__, map(len, text.split("\n")))
            self.starts = [0, *accumulate(lengths)][:-1]

    def position(self, offset: int) -> tuple[int, int]:
        """Return the 1-based line and column (code points) of an offset."""
        line = bisect_right(self.starts, offset)
        return line, offset - self.starts[line - 1] + 1

    def span(self, line: int) -> Span:
        """Return the span of a 1-based line without its newline."""
        start = self.starts[line - 1]
        end = self.starts[line] if line < len(self.starts) else len(self.text)
        while end > start and self.text[end - 1] in "\r\n":
            end -= 1
        return Span(start, end)


def dominant_newline(text: str) -> str:
    """Return the newline that `text` uses most; LF where it has none."""
    if "\r" not in text:
        return "\n"
    crlf = text.count("\r\n")
    counts = {"\n": text.count("\n") - crlf, "\r\n": crlf, "\r": text.count("\r") - crlf}
    return max(counts, key=lambda newline: counts[newline])
