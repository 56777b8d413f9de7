"""For people: the line, a caret under the exact words, what to do, one line of summary."""

from __future__ import annotations

from rich.cells import cell_len

from kuaibao_lint.diagnostics import Severity
from kuaibao_lint.light_typing import TYPE_CHECKING
from kuaibao_lint.reporters import inert, printable
from kuaibao_lint.source import Lines, Span

if TYPE_CHECKING:
    from kuaibao_lint.diagnostics import Diagnostic
    from kuaibao_lint.reporters import FileResult, Run

# A run of text with a rich style.
Piece = tuple[str, str]

_STYLES = {Severity.ERROR: "bold red", Severity.WARNING: "yellow", Severity.INFO: "cyan"}
_WIDTH = 96  # cells of a line of source where there is no terminal to ask
_INDENT = "  "


def render(run: Run) -> str:
    """Return the report, grouped by file; with ANSI colours where the run asks for them."""
    rows: list[list[Piece]] = []
    width = run.width or _WIDTH
    grouped = run.group_by != "file"
    for file in run.files:
        rows += _file(file._replace(diagnostics=()) if grouped else file, width)
    if grouped:
        rows += _groups(run, width)
    if run.statistics:
        from kuaibao_lint.reporters.grouping import statistics

        rows += [[(row, "")] for row in statistics(run)]
    rows.append(_summary(run))
    if run.colour:
        return _coloured(rows)
    return inert("".join("".join(text for text, _ in row).rstrip() + "\n" for row in rows))


def _coloured(rows: list[list[Piece]]) -> str:
    """Return the rows with ANSI codes, made by rich so that NO_COLOR and the like are kept."""
    from io import StringIO

    from rich.console import Console
    from rich.text import Text

    out = StringIO()
    console = Console(file=out, force_terminal=True, highlight=False, soft_wrap=True)
    for row in rows:
        console.print(Text.assemble(*row), end="\n")
    return out.getvalue()


def _file(file: FileResult, width: int) -> list[list[Piece]]:
    rows: list[list[Piece]] = []
    name = printable(file.path)
    if file.error is not None:
        why = printable(file.error)
        rows += [[(name, "bold")], [(_INDENT, ""), ("错误 ", "bold red"), (why, "")], []]
    if file.source is not None and (file.diagnostics or file.notes):
        rows.append([(name, "bold")])
        lines = Lines(file.source.text)
        for one in file.diagnostics:
            rows += _finding(one, lines, width)
        rows += [[(_INDENT + printable(note), "")] for note in file.notes]
        rows.append([])
    return rows


def _groups(run: Run, width: int) -> list[list[Piece]]:
    from kuaibao_lint.reporters.grouping import groups

    rows: list[list[Piece]] = []
    known: dict[str, Lines] = {}
    for group in groups(run):
        rows.append([(printable(group.title), "bold")])
        for entry in group.entries:
            assert entry.file.source is not None
            path = entry.file.path
            lines = known.setdefault(path, Lines(entry.file.source.text))
            rows += _finding(entry.one, lines, width, f"{printable(path)}:")
        rows.append([])
    return rows


def _finding(
    one: Diagnostic, lines: Lines, width: int, path: str = ""
) -> list[list[Piece]]:
    line, column = lines.position(one.span.start)
    style = _STYLES[one.severity]
    head: list[Piece] = [
        (f"{_INDENT}{path}{line}:{column} ", "dim"),
        (f"{one.severity.chinese} {one.rule}", style),
        (f" {printable(one.message)}", ""),
    ]
    rows = [head]
    if one.span.end > one.span.start or lines.span(line).of(lines.text).strip():
        rows += _excerpt(one, lines, line, width, style)
    for related in one.related:
        place, start = lines.position(related.span.start)
        rows.append([(f"{_INDENT}    另见 {place}:{start}：{printable(related.message)}", "dim")])
    if one.edits:
        how = "可自动改为" if one.fixable else "建议改为"
        rows.append([(f"{_INDENT}    {how}：", "green"), (_change(one, lines.text), "green")])
    return rows


def _excerpt(
    one: Diagnostic, lines: Lines, line: int, width: int, style: str
) -> list[list[Piece]]:
    """Return the part of the line round the span that fits, and the carets below it."""
    whole = lines.span(line)
    text = lines.text
    gutter = f"{_INDENT}{line:>4} │ "
    room = max(20, width - cell_len(gutter) - 4)  # an ellipsis on each side
    start, end = one.span.start, max(min(one.span.end, whole.end), one.span.start)
    left, right = start, end
    used = cell_len(printable(text[start : min(end, start + room)]))
    # Take turns left and right, so that the words stand in their surroundings.
    while used < room - 1 and (left > whole.start or right < whole.end):
        if left > whole.start:
            left -= 1
            used += cell_len(printable(text[left]))
        if right < whole.end and used < room - 1:
            used += cell_len(printable(text[right]))
            right += 1
    if right == end and end - start > room:
        right = start + room // 2
    before = ("…" if left > whole.start else "") + printable(text[left:start])
    words = printable(text[start : min(end, right)])
    after = printable(text[min(end, right) : right]) + ("…" if right < whole.end else "")
    margin = " " * (cell_len(gutter) - 2) + "│ "
    caret = "^" * max(1, cell_len(words))
    return [
        [(gutter, "dim"), (before, ""), (words, style), (after, "")],
        [(margin, "dim"), (" " * cell_len(before), ""), (caret, style)],
    ]


def _change(one: Diagnostic, text: str) -> str:
    """Return what stands in place of the finding when its edits are made; shortened."""
    spans = [edit.span for edit in one.edits]
    hull = Span(min(s.start for s in spans), max(s.end for s in spans))
    hull = Span(min(hull.start, one.span.start), max(hull.end, one.span.end))
    position, pieces = hull.start, []
    for edit in sorted(one.edits, key=lambda edit: edit.span):
        pieces += [text[position : edit.span.start], edit.text]
        position = edit.span.end
    pieces.append(text[position : hull.end])
    result = printable("".join(pieces))
    if not result.strip():
        return "（删去）" if not result else f"（{len(result)} 个空格）"
    return result if len(result) <= 60 else f"{result[:30]}…{result[-28:]}"


def _summary(run: Run) -> list[Piece]:
    counts = run.counts
    failed = sum(file.error is not None for file in run.files)
    parts = [f"{severity.chinese} {counts[severity]}" for severity in sorted(Severity)[::-1]]
    total = sum(counts.values())
    checked = len(run.files) - failed
    row = f"共检查 {checked} 个文件"
    if checked:
        row += "：" + ("，".join(parts) if total else "没有发现问题")
    if run.fixable:
        row += f"；其中 {run.fixable} 处可用 --fix 自动改正"
    for name, words in (("fixed", "已改正"), ("suppressed", "已忽略"), ("baselined", "基线内")):
        if number := run.total(name):
            row += f"；{words} {number} 处"
    if run.omitted:
        row += f"；{len(run.omitted)} 处没有列出"
    if failed:
        row += f"；{failed} 个文件未能检查"
    style = "bold red" if failed or counts[Severity.ERROR] else "bold" if total else "green"
    return [(row + "。", style)]
