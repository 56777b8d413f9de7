"""Fixing one file: the fixes applied, the file replaced, or the difference shown."""

from __future__ import annotations

import os
import sys
from pathlib import Path

from kuaibao_lint.cli.output import show
from kuaibao_lint.errors import ReadError
from kuaibao_lint.files import STDIN, is_named
from kuaibao_lint.light_typing import TYPE_CHECKING
from kuaibao_lint.reporters import UNSAFE, printable
from kuaibao_lint.source import Lines

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from kuaibao_lint.fixes import Refusal
    from kuaibao_lint.reporters import FileResult
    from kuaibao_lint.source import Source

_LONGEST = 4000  # characters of a line in which the differences are looked for
_CONTEXT = 1  # lines round a change; the lines of a bulletin are whole paragraphs
# A difference is to be read by `patch` too, so blanks and the CR of CRLF stay what they are.
_UNSAFE = {code: mark for code, mark in UNSAFE.items() if chr(code) not in "\t\r"}


def refusal(one: Refusal, source: Source) -> str:
    """Return in Chinese which fix was not made, and why."""
    line, column = Lines(source.text).position(one.diagnostic.span.start)
    words = printable(one.diagnostic.text[:20])
    why = printable(one.reason)
    return f"没有改 {line}:{column} {one.diagnostic.rule}“{words}”：{why}，请手工处理。"


def put_back(
    name: str, data: bytes, source: Source, text: str, arguments: Sequence[str]
) -> None:
    """Write a mended text where `data` was read from: its file, or standard output for `-`.

    arguments: of the command line; a link is not followed out of what they name.
    Raises ReadError, and leaves the file as it is, where that is not possible.
    """
    if source.encode(source.text) != data:
        # Some byte sequences decode to a character that is encoded otherwise.
        raise ReadError("文件的编码无法原样写回，没有修改。")
    if name == STDIN:
        hand_on(source.encode(text))
    elif text != source.text:
        from kuaibao_lint.replacing import replace

        path = Path(name)
        if not is_named(path, Path(os.path.realpath(path)), arguments):
            raise ReadError(
                "这是链接，指向所给文件夹之外的文件，没有修改；要改请直接写明那个文件。"
            )
        replace(path, source.encode(text), data)


def hand_on(data: bytes) -> None:
    """Write bytes to standard output, as a filter does."""
    sys.stdout.buffer.write(data)
    sys.stdout.buffer.flush()


def unified(path: str, before: str, after: str) -> Iterator[str]:
    """Yield the rows of a unified difference, each with its newline."""
    if before == after:
        return
    import difflib

    yield f"--- {printable(path)}\n"
    yield f"+++ {printable(path)}\n"
    left, right = _lines(before), _lines(after)
    rows = difflib.unified_diff(left, right, n=_CONTEXT)
    for row in list(rows)[2:]:
        if row.startswith("@@"):
            yield row
        elif row.endswith("\r\n"):
            yield row[:-2].translate(_UNSAFE) + "\r\n"
        elif row[-1] in "\r\n":
            yield row[:-1].translate(_UNSAFE) + "\n"
        else:
            yield row.translate(_UNSAFE) + "\n\\ No newline at end of file\n"


def _lines(text: str) -> list[str]:
    """Return the lines of a text with their ends; a line ends at LF, CRLF or CR only."""
    starts = Lines(text).starts
    bounds = zip(starts, [*starts[1:], len(text)], strict=True)
    return [text[start:end] for start, end in bounds if end > start]


# ---- what is told instead of a report


def tell(results: list[FileResult], *, diff: bool, on_fix: bool) -> int:
    """Print what fixing would change, or say what it did, and return the exit code."""
    for result in results:
        _tell_failure(result)
    failed = any(result.error is not None or result.notes for result in results)
    if diff:
        _show(results)
        changed = any(result.diff for result in results)
    else:
        fixed = sum(result.fixed for result in results)
        count = sum(result.fixed > 0 for result in results)
        if fixed:
            show(f"已改正 {count} 个文件中的 {fixed} 处。\n", sys.stderr, machine=False)
        elif not failed:
            show("没有可以自动改正的问题。\n", sys.stderr, machine=False)
        changed = on_fix and fixed > 0
    return 2 if failed else int(changed)


def _show(results: list[FileResult]) -> None:
    terminal = sys.stdout.isatty()
    colour = terminal and not os.environ.get("NO_COLOR") and os.environ.get("TERM") != "dumb"
    for result in results:
        if result.diff:
            shown = coloured(result.diff) if colour else result.diff
            show(shown, sys.stdout, machine=True)


def _tell_failure(result: FileResult) -> None:
    for words in (result.error, *result.notes):
        if words is not None:
            show(f"{printable(result.path)}：{words}\n", sys.stderr, machine=False)


# ---- colour


def coloured(diff: str) -> str:
    """Return a difference for a terminal: what goes in red, what comes in green.

    A paragraph is one long line, so the characters that differ are marked within it.
    """
    from io import StringIO

    from rich.console import Console
    from rich.text import Text

    out = StringIO()
    console = Console(file=out, force_terminal=True, highlight=False, soft_wrap=True)
    for row, style, marked in styled(diff.splitlines()):
        text = Text(printable(row), style=style)
        for start, end in marked:
            text.stylize("reverse", start, end)
        console.print(text)
    return out.getvalue()


_Row = tuple[str, str, list[tuple[int, int]]]


def styled(rows: Sequence[str]) -> Iterator[_Row]:
    """Yield each row with its style and the stretches that differ."""
    position = 0
    while position < len(rows):
        row = rows[position]
        if row.startswith(("---", "+++")) and position < 2:
            yield row, "bold", []
        elif row.startswith("@@"):
            yield row, "cyan", []
        elif row.startswith("-"):
            block = _block(rows, position, "-")
            new = _block(rows, position + len(block), "+")
            yield from _paired(block, new)
            position += len(block) + len(new)
            continue
        elif row.startswith("+"):
            yield row, "green", []
        else:
            yield row, "", []
        position += 1


def _block(rows: Sequence[str], start: int, mark: str) -> list[str]:
    end = start
    while end < len(rows) and rows[end].startswith(mark):
        end += 1
    return list(rows[start:end])


def _paired(old: list[str], new: list[str]) -> Iterator[_Row]:
    import difflib

    marks: list[tuple[list[tuple[int, int]], list[tuple[int, int]]]] = []
    for one, other in zip(old, new, strict=False):
        if len(one) + len(other) > 2 * _LONGEST:
            break
        codes = difflib.SequenceMatcher(None, one[1:], other[1:], autojunk=False).get_opcodes()
        changed = [code for code in codes if code[0] != "equal"]
        marks.append(
            ([(c[1] + 1, c[2] + 1) for c in changed], [(c[3] + 1, c[4] + 1) for c in changed])
        )
    for place, row in enumerate(old):
        yield row, "red", marks[place][0] if place < len(marks) else []
    for place, row in enumerate(new):
        yield row, "green", marks[place][1] if place < len(marks) else []
