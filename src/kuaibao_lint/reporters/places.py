"""Where findings are and what becomes of the text, in the terms that other programs use."""

from __future__ import annotations

import os
from collections import Counter
from hashlib import sha256
from pathlib import Path

from kuaibao_lint.light_typing import TYPE_CHECKING
from kuaibao_lint.source import Lines, Span

if TYPE_CHECKING:
    from collections.abc import Iterable

    from kuaibao_lint.diagnostics import Diagnostic, Edit
    from kuaibao_lint.source import Source

# What a file that was not checked is filed under, where a format asks for the name of a rule.
NOT_CHECKED = "not-checked"
_STOPS = "。！？；\r\n"


def relative(path: str) -> str:
    """Return a path as seen from the working folder, with `/`; one outside stays absolute."""
    inside = Path(path)
    if inside.is_absolute():
        here = Path.cwd()
        if not inside.is_relative_to(here):
            return path
        return inside.relative_to(here).as_posix()
    return os.path.normpath(path).replace("\\", "/") if path.startswith("./") else path


def fingerprints(diagnostics: Iterable[Diagnostic], text: str) -> list[str]:
    """Return a hash for each finding: of its rule, path, words and line, without the number.

    Equal findings on equal lines are told apart by counting. 32 hexadecimal digits.
    """
    lines = Lines(text)
    seen: Counter[tuple[str, ...]] = Counter()
    hashes = []
    for one in diagnostics:
        line, _ = lines.position(one.span.start)
        key = (one.rule, relative(one.path), one.text, lines.span(line).of(text).strip())
        seen[key] += 1
        words = "\0".join((*key, str(seen[key])))
        hashes.append(sha256(words.encode("utf-8", "replace")).hexdigest()[:32])
    return hashes


def hull(edits: Iterable[Edit]) -> Span:
    """Return the smallest span that holds all edits."""
    spans = [edit.span for edit in edits]
    return Span(min(span.start for span in spans), max(span.end for span in spans))


def replaced(span: Span, edits: Iterable[Edit], text: str) -> str:
    """Return the characters of `span` after the edits, which lie within it."""
    position, pieces = span.start, []
    for edit in sorted(edits, key=lambda edit: edit.span):
        pieces += [text[position : edit.span.start], edit.text]
        position = edit.span.end
    pieces.append(text[position : span.end])
    return "".join(pieces)


def sentence(one: Diagnostic, text: str, walls: Iterable[int] = ()) -> Span:
    """Return the sentence in which a finding and its edits stand, without blanks at its ends.

    walls: offsets that it does not cross where the finding does not (the end of a title).
    """
    spans = [one.span, *(edit.span for edit in one.edits)]
    first, last = min(span.start for span in spans), max(span.end for span in spans)
    start = max((wall for wall in walls if wall <= first), default=0)
    limit = min((wall for wall in walls if wall >= last), default=len(text))
    start = max(start, *(text.rfind(stop, start, first) + 1 for stop in _STOPS))
    ends = [at for stop in _STOPS if (at := text.find(stop, last, limit)) >= 0]
    end = min(ends, default=limit)
    if last > first and text[last - 1] in _STOPS:
        end = last
    elif end < limit and text[end] not in "\r\n":
        end += 1
    words = text[start:end]
    start += len(words) - len(words.lstrip())
    return Span(start, max(start, end - (len(words) - len(words.rstrip()))))


class Bytes:
    """Lines and columns of a text in UTF-8 bytes; a byte order mark counts, for it is there."""

    def __init__(self, source: Source) -> None:
        self._lines = Lines(source.text)
        self._mark = len(source.bom) if source.encoding == "utf-8" else 0

    def position(self, offset: int) -> tuple[int, int]:
        """Return the 1-based line and column (UTF-8 bytes) of an offset."""
        line, column = self._lines.position(offset)
        before = self._lines.text[offset - column + 1 : offset]
        return line, len(before.encode("utf-8", "replace")) + 1 + self._mark * (line == 1)
