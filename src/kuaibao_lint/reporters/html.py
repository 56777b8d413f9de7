"""One self-contained page: the bulletin as laid out, findings marked in place, filters, figures.

Nothing is fetched: style and script stand in the page, and its Content-Security-Policy allows
those two, by their hashes, and nothing else.
"""

from __future__ import annotations

from base64 import b64encode
from collections import Counter
from hashlib import sha256
from pathlib import Path

from kuaibao_lint import __version__
from kuaibao_lint.diagnostics import Severity
from kuaibao_lint.light_typing import TYPE_CHECKING
from kuaibao_lint.reporters import printable
from kuaibao_lint.reporters.grouping import entries
from kuaibao_lint.reporters.html_file import article
from kuaibao_lint.reporters.html_sheet import page as sheet_page
from kuaibao_lint.reporters.markup import element, value

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from kuaibao_lint.reporters import Run
    from kuaibao_lint.reporters.grouping import Entry

_LEVELS = tuple(sorted(Severity, reverse=True))


def render(run: Run) -> str:
    """Return the page; with `group_by` unit, the rework sheets."""
    if run.group_by == "unit":
        return _page("退改单", sheet_page(run), "sheets", run)
    return _page("快报检查报告", _report(run), "report", run)


def _page(title: str, body: Iterable[str], kind: str, run: Run) -> str:
    folder = Path(__file__).with_name("assets")
    style = (folder / "report.css").read_text(encoding="utf-8")
    script = (folder / "report.js").read_text(encoding="utf-8")
    policy = (
        f"default-src 'none'; style-src {_hash(style)}; script-src {_hash(script)}; "
        "base-uri 'none'; form-action 'none'"
    )
    name = next((file.path for file in run.files), "") if len(run.files) == 1 else ""
    full = f"{title} · {name}" if name else title
    return "\n".join(
        [
            "<!DOCTYPE html>",
            '<html lang="zh-CN">',
            "<head>",
            '<meta charset="utf-8">',
            f'<meta http-equiv="Content-Security-Policy" content="{value(policy)}">',
            '<meta name="viewport" content="width=device-width, initial-scale=1">',
            '<meta name="color-scheme" content="light dark">',
            f'<meta name="generator" content="kuaibao-lint {__version__}">',
            f"<title>{element(printable(full))}</title>",
            f"<style>{style}</style>",
            "</head>",
            f'<body class="{kind}">',
            *body,
            f"<script>{script}</script>",
            "</body>",
            "</html>",
            "",
        ]
    )


def _hash(text: str) -> str:
    return f"'sha256-{b64encode(sha256(text.encode()).digest()).decode()}'"


def _report(run: Run) -> Iterator[str]:
    found = list(entries(run))
    yield '<a class="skip" href="#bulletins">跳到快报</a>'
    yield from _head(run, len(found))
    yield '<div class="page">'
    yield from _side(run, found)
    yield '<main id="bulletins">'
    for number, file in enumerate(run.files, 1):
        own = [entry for entry in found if entry.file is file]
        yield from article(number, file, own, run.rules)
    yield "</main></div>"
    yield '<p class="status" role="status" aria-live="polite"></p>'


def _head(run: Run, shown: int) -> Iterator[str]:
    counts = run.counts
    total = sum(counts.values())
    checked = sum(file.error is None for file in run.files)
    yield '<header class="bar"><div class="brand"><h1>快报检查报告</h1>'
    words = f"{checked} 个文件，{total} 处问题" if total else f"{checked} 个文件，没有发现问题"
    if run.fixable:
        words += f"，{run.fixable} 处可自动改正"
    if silent := run.total("suppressed") + run.total("baselined"):
        words += f"，{silent} 处不再报告"
    if run.omitted:
        words += f"，{len(run.omitted)} 处没有列出"
    yield f"<p>{words}</p></div>"
    yield '<div class="tools" role="group" aria-label="按级别筛选">'
    for level in _LEVELS:
        yield (
            f'<button type="button" class="level {level.label}" data-level="{level.label}" '
            f'aria-pressed="true">{level.chinese}<b>{counts[level]}</b></button>'
        )
    yield "</div>"
    yield '<div class="tools steps" role="group" aria-label="逐处查看">'
    yield _step(-1, "上一处（k）", "↑")
    yield f'<span class="where"><b class="at">–</b> / <b class="of">{shown}</b></span>'
    yield _step(1, "下一处（j）", "↓")
    yield '<button type="button" class="theme" aria-label="切换明暗" title="切换明暗">◐</button>'
    yield "</div></header>"


def _step(by: int, name: str, sign: str) -> str:
    names = f'aria-label="{name}" title="{name}"'
    return f'<button type="button" data-step="{by}" {names}>{sign}</button>'


def _side(run: Run, found: list[Entry]) -> Iterator[str]:
    yield '<aside class="side" aria-label="概要与筛选">'
    if len(run.files) > 1:
        yield '<section><h2>文件</h2><ul class="files">'
        for number, file in enumerate(run.files, 1):
            path = element(printable(file.path))
            count = "!" if file.error is not None else str(len(file.diagnostics))
            yield f'<li><a href="#file{number}">{path}</a><span>{count}</span></li>'
        yield "</ul></section>"
    named = {entry.one.rule: entry.one.name for entry in found}
    rules = Counter(entry.one.rule for entry in found)
    units = Counter(entry.unit for entry in found)
    if found:
        yield (
            '<input type="search" class="find" placeholder="按文字筛选" aria-label="按文字筛选" '
            'aria-keyshortcuts="/" autocomplete="off" spellcheck="false">'
        )
    rows = sorted(rules.items(), key=lambda row: (-row[1], row[0]))
    yield from _filter("规则", "rule", [(rule, named[rule], n) for rule, n in rows], run)
    yield from _filter("单位", "unit", [(unit, "", n) for unit, n in units.most_common()], run)
    if found:
        yield '<button type="button" class="reset" disabled>显示全部</button>'
        yield (
            '<p class="keys"><kbd>j</kbd><kbd>k</kbd> 上下一处　<kbd>Enter</kbd> 为什么　'
            "<kbd>/</kbd> 筛选　<kbd>Esc</kbd> 取消</p>"
        )
    yield "</aside>"


def _filter(
    title: str, kind: str, rows: list[tuple[str, str, int]], run: Run
) -> Iterator[str]:
    """Yield a table of counts whose rows are switches."""
    if not rows:
        return
    most = max(count for _, _, count in rows)
    yield f'<section><h2>{title}</h2><ul class="filter">'
    for key, name, count in rows:
        label = f"<b>{element(key)}</b>" + (f" <span>{element(name)}</span>" if name else "")
        about = run.rules.get(key)
        tip = f' title="{value(about.why)}"' if about is not None else ""
        yield (
            f'<li><button type="button" data-{kind}="{value(key)}" aria-pressed="false"{tip}>'
            f'{label}<meter min="0" max="{most}" value="{count}" aria-hidden="true"></meter>'
            f"<i>{count}</i></button></li>"
        )
    yield "</ul></section>"
