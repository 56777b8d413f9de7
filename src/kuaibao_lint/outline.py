"""The typed document as plain data, for `parse` and for people who want to see it."""

from __future__ import annotations

import datetime as dt

from kuaibao_lint.light_typing import TYPE_CHECKING, Any
from kuaibao_lint.source import Lines, Source, Span

if TYPE_CHECKING:
    from kuaibao_lint.document import Bulletin


def outline(bulletin: Bulletin) -> dict[str, Any]:
    """Return the bulletin as JSON values.

    A span is {offset, end_offset, line, column}: code points, lines and columns 1-based.
    """
    lines = Lines(bulletin.source.text)
    return {
        "recognised": bulletin.recognised,
        **_fields(bulletin, lines),
    }


def _plain(value: Any, lines: Lines) -> Any:
    if isinstance(value, Span):
        line, column = lines.position(value.start)
        return {
            "offset": value.start, "end_offset": value.end, "line": line, "column": column
        }
    if isinstance(value, Source):
        return {"path": value.path, "encoding": value.encoding, "newline": value.newline}
    if isinstance(value, dt.date):
        return value.isoformat()
    if hasattr(value, "_fields"):
        return _fields(value, lines)
    if isinstance(value, tuple):
        return [_plain(one, lines) for one in value]
    return value


def _fields(record: Any, lines: Lines) -> dict[str, Any]:
    return {name: _plain(getattr(record, name), lines) for name in record._fields}
