"""Markdown: a report to paste into a merge request, or (by unit) the rework sheet to send."""

from __future__ import annotations

from kuaibao_lint.diagnostics import Severity
from kuaibao_lint.light_typing import TYPE_CHECKING
from kuaibao_lint.reporters.grouping import groups, statistics
from kuaibao_lint.reporters.markup import block, markdown
from kuaibao_lint.reporters.places import hull, replaced
from kuaibao_lint.reporters.sheet import bold, sheets

if TYPE_CHECKING:
    from collections.abc import Iterator

    from kuaibao_lint.diagnostics import Diagnostic
    from kuaibao_lint.reporters import Run
    from kuaibao_lint.reporters.grouping import Entry
    from kuaibao_lint.reporters.sheet import Issue, Row, Sheet


def render(run: Run) -> str:
    """Return the report; with `group_by` unit, one rework sheet for each unit."""
    rows = _sheets(run) if run.group_by == "unit" else _report(run)
    return "\n".join(rows) + "\n"


def _report(run: Run) -> Iterator[str]:
    counts = run.counts
    yield "# 快报检查报告"
    yield ""
    parts = [f"{level.chinese} {counts[level]}" for level in sorted(Severity, reverse=True)]
    yield f"共检查 {sum(file.error is None for file in run.files)} 个文件：{'，'.join(parts)}。"
    yield from _failures(run)
    for group in groups(run):
        yield from ("", f"## {block(group.title)}", "")
        about = run.rules.get(group.entries[0].one.rule)
        if run.group_by == "rule" and about is not None:
            yield from (f"{markdown(about.why)}依据：{markdown(about.basis)}。", "")
        yield from ("| 位置 | 级别 | 规则 | 问题 | 改为 |", "|---|---|---|---|---|")
        yield from (_row(entry, run) for entry in group.entries)
    yield from _rest(run)
    if run.statistics:
        yield from ("", "## 统计", "", "```text", *statistics(run), "```")


def _failures(run: Run) -> Iterator[str]:
    failed = [file for file in run.files if file.error is not None]
    if failed:
        yield from ("", "## 未能检查", "")
        yield from (f"- {block(file.path)}：{markdown(file.error or '')}" for file in failed)


def _rest(run: Run) -> Iterator[str]:
    if run.omitted:
        yield from ("", f"另有 {len(run.omitted)} 处没有列出。")


def _row(entry: Entry, run: Run) -> str:
    one = entry.one
    place = f"{entry.line}:{entry.column}"
    if run.group_by != "file":
        place = f"{entry.file.path}:{place}"
    cells = (
        markdown(place), one.severity.chinese, f"{one.rule} {one.name}", markdown(one.message),
        _change(one, entry),
    )
    return f"| {' | '.join(cells)} |"


def _change(one: Diagnostic, entry: Entry) -> str:
    if not one.edits or entry.file.source is None:
        return ""
    new = replaced(hull(one.edits), one.edits, entry.file.source.text)
    sure = "" if one.fixable else "（请核对）"
    return (markdown(new.strip()) or "（删去）") + sure


def _sheets(run: Run) -> Iterator[str]:
    every = sheets(run)
    yield from _failures(run)
    if not every:
        yield "没有需要退改的问题。"
    for number, sheet in enumerate(every):
        if number:
            yield from ("", "---", "")
        yield from _sheet(sheet)
    yield from _rest(run)


def _sheet(sheet: Sheet) -> Iterator[str]:
    yield f"# 退改单：{markdown(sheet.unit)}"
    for issue in sheet.issues:
        yield from ("", *_issue(issue, sheet.unit))
    yield from ("", "修改人：＿＿＿＿＿＿　　审核人：＿＿＿＿＿＿　　日期：＿＿＿＿年＿＿月＿＿日")


def _issue(issue: Issue, unit: str) -> Iterator[str]:
    where = "" if issue.title == issue.path else f"（{markdown(issue.path)}）"
    yield f"{block(issue.title)}{where}：请{markdown(unit)}核对并修改下列 {len(issue.rows)} 处。"
    yield ""
    for number, row in enumerate(issue.rows, 1):
        yield from _thing(number, row)


def _thing(number: int, row: Row) -> Iterator[str]:
    one = row.entry.one
    wrong = _strong(row.wrong)
    quoted = f"{markdown(row.before)}{wrong}{markdown(row.after)}"
    yield f"{number}. **{markdown(one.message)}**（{one.severity.chinese}，{one.rule}）"
    yield f"   - 原文（第 {row.entry.line} 行）：{quoted}"
    if row.proposed:
        sure = "" if one.fixable else "（请核对）"
        pieces = bold(row.proposed)
        words = "".join(_strong(words) if b else markdown(words) for words, b in pieces)
        yield f"   - 建议改为{sure}：{words}"
    else:
        yield "   - 改为：＿＿＿＿＿＿＿＿＿＿＿＿"


def _strong(words: str) -> str:
    """Return words in bold; stars beside a Chinese mark and a word would stay stars."""
    if not words.strip():
        return markdown(words)
    if words[0].isalnum() and words[-1].isalnum():
        return f"**{markdown(words)}**"
    return f"<b>{markdown(words)}</b>"
