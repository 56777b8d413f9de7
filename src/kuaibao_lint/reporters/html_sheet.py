"""The rework sheets (退改单) as pages to print and sign."""

from __future__ import annotations

from kuaibao_lint.light_typing import TYPE_CHECKING
from kuaibao_lint.reporters import printable
from kuaibao_lint.reporters.markup import element
from kuaibao_lint.reporters.sheet import bold, sheets

if TYPE_CHECKING:
    from collections.abc import Iterator

    from kuaibao_lint.reporters import Run
    from kuaibao_lint.reporters.sheet import Issue, Row, Sheet


def page(run: Run) -> Iterator[str]:
    """Yield one sheet for each unit; printed, each begins a page."""
    yield "<main>"
    for file in run.files:
        if file.error is not None:
            path, error = element(file.path), element(file.error)
            yield f'<p class="failed" role="alert">{path}：未能检查：{error}</p>'
    every = sheets(run)
    if not every:
        yield '<p class="none">没有需要退改的问题。</p>'
    for sheet in every:
        yield from _sheet(sheet)
    if run.omitted:
        yield f'<p class="none">另有 {len(run.omitted)} 处没有列出。</p>'
    yield "</main>"


def _sheet(sheet: Sheet) -> Iterator[str]:
    unit = element(printable(sheet.unit))
    yield f'<article class="rework"><h2>退改单</h2><p class="unit">{unit}：</p>'
    for issue in sheet.issues:
        yield from _issue(issue)
    yield '<p class="sign"><span>修改人</span><span>审核人</span><span>日期</span></p></article>'


def _issue(issue: Issue) -> Iterator[str]:
    path = "" if issue.title == issue.path else f" <small>{element(issue.path)}</small>"
    yield f"<h3>{element(printable(issue.title))}{path}</h3>"
    yield f"<p>经检查，下列 {len(issue.rows)} 处请核对并修改后送回。</p>"
    yield '<table><thead><tr><th scope="col">序号</th><th scope="col">问题</th>'
    yield '<th scope="col">原文</th><th scope="col">改为</th></tr></thead><tbody>'
    yield from (_thing(number, row) for number, row in enumerate(issue.rows, 1))
    yield "</tbody></table>"


def _thing(number: int, row: Row) -> str:
    one = row.entry.one
    level = one.severity
    before, wrong, after = (element(printable(s)) for s in (row.before, row.wrong, row.after))
    proposed = "".join(
        f"<strong>{element(words)}</strong>" if strong else element(words)
        for words, strong in bold(printable(row.proposed))
    )
    if proposed and not one.fixable:
        proposed += "<small>请核对</small>"
    return (
        f"<tr><td>{number}</td>"
        f"<td>{element(printable(one.message))}<small>{level.chinese} {one.rule}</small></td>"
        f'<td>{before}<mark class="words {level.label}">{wrong}</mark>{after}'
        f"<small>第 {row.entry.line} 行</small></td><td>{proposed}</td></tr>"
    )
