"""Write the generated parts of the documentation: rule pages, tables, the picture.

    python docs/generate.py            writes them
    python docs/generate.py --check    writes nothing; exit code 1 if something is stale

Whole files: docs/rules.md, docs/rules/*.md, docs/output.svg. In the other pages, what stands
between `<!-- generated: NAME -->` and `<!-- end -->` is replaced.
"""

from __future__ import annotations

import html
import inspect
import os
import re
import sys
from io import StringIO
from itertools import groupby
from pathlib import Path
from typing import TYPE_CHECKING, Any

import yaml
from rich.cells import cell_len
from rich.console import Console
from rich.terminal_theme import MONOKAI
from rich.text import Text

from kuaibao_lint import cache, lint_path, lint_text, load_library
from kuaibao_lint.checks import CHECKS
from kuaibao_lint.cli.options import CHECK
from kuaibao_lint.examples import read_examples
from kuaibao_lint.packs import option_types
from kuaibao_lint.reporters import FileResult, Run, reporter
from kuaibao_lint.rules import Selection

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from kuaibao_lint.diagnostics import Report
    from kuaibao_lint.examples import Example
    from kuaibao_lint.rules import Library, Rule

ROOT = Path(__file__).resolve().parents[1]
RULES = ROOT / "docs" / "rules"
NOTE = "<!-- 由 docs/generate.py 从 rules/ 生成，请改规则包，不要改这里。 -->"

# What the picture shows: one command, its whole output.
SHOWN = "examples/defects.md"
SELECTED = ("KB006", "KB113", "KB202", "KB204", "KB301", "KB303", "KB306", "KB321", "KB402")
CELLS = 100
CELL, HEIGHT = 11.5, 20.0  # pixels of a cell's width, and of a character's height
_SVG_TEXT = re.compile(
    r'(<text class="kuaibao-r\d+") x="([\d.]+)" (y="[\d.]+") textLength="([\d.]+)"([^>]*>)'
    r"([^<]*)</text>"
)

_FIX = {"safe": "可自动改正", "unsafe": "建议改法，需人确认", None: "不自动改"}
_SCOPE = {"text": "任何文本", "bulletin": "认出是快报的文本", "report": "检查结果"}
_BLOCK = re.compile(r"(<!-- generated: ([a-z-]+) -->\n).*?(<!-- end -->)", re.DOTALL)

_NAMED = re.compile(r"^((?:[a-z\\_]+(?:, )?)+): ", re.MULTILINE)

# The report of docs/report.md: one finding with a fix, one with a related place.
SAMPLE = """\
# 云岭县政务快报

第 20 期

云岭县人民政府办公室

2025 年 7 月 15 日

## 【民生保障】

**石桥镇开展入户走访** 组织干部进村入户。截至目前，共走访群众 120 户。( 石桥镇 )

---

责任编辑：林知远

审核：林知远

签发：周行
"""

# As rich's own, without fonts from the network and with fonts that have Chinese. A Latin font
# comes first: it draws “ ” … on one cell, as a terminal does.
_SVG = """\
<svg class="rich-terminal" viewBox="0 0 {width} {height}" xmlns="http://www.w3.org/2000/svg">
<style>
.{unique_id}-matrix {{
  font-family: Menlo, Consolas, "DejaVu Sans Mono", "Liberation Mono", "Noto Sans Mono CJK SC",
    "PingFang SC", "Microsoft YaHei", "Noto Sans CJK SC", monospace;
  font-size: {char_height}px;
  line-height: {line_height}px;
}}
.{unique_id}-title {{ font-size: 18px; font-weight: bold; font-family: arial, sans-serif; }}
{styles}
</style>
<defs>
<clipPath id="{unique_id}-clip-terminal">
<rect x="0" y="0" width="{terminal_width}" height="{terminal_height}"/>
</clipPath>
{lines}
</defs>
{chrome}
<g transform="translate({terminal_x}, {terminal_y})" clip-path="url(#{unique_id}-clip-terminal)">
{backgrounds}
<g class="{unique_id}-matrix">
{matrix}
</g>
</g>
</svg>
"""


def main(arguments: list[str]) -> int:
    """Write or compare all files and return the exit code."""
    check = arguments == ["--check"]
    if arguments and not check:
        sys.stderr.write(f"{__doc__}\n")
        return 2
    os.chdir(ROOT)  # paths in reports are as given
    os.environ.pop("NO_COLOR", None)
    os.environ["TERM"] = "xterm-256color"
    os.environ[cache.ENV] = "-"  # what is written comes from the files as they are
    library = load_library()
    wanted = dict(pages(library)) | {ROOT / "docs" / "output.svg": picture()}
    for page in sorted({*ROOT.glob("*.md"), *ROOT.glob("docs/*.md")} - wanted.keys()):
        text = page.read_text(encoding="utf-8")
        wanted[page] = _BLOCK.sub(lambda match: _filled(match, library), text)
    stale = [path for path, text in wanted.items() if _current(path) != text]
    left_over = sorted(set(RULES.glob("*.md")) - wanted.keys())
    for path in stale + left_over:
        verb = "stale" if check else "removed" if path in left_over else "written"
        sys.stderr.write(f"{verb}: {path.relative_to(ROOT).as_posix()}\n")
        if check:
            continue
        if path in left_over:
            path.unlink()
        else:
            path.parent.mkdir(exist_ok=True)
            path.write_text(wanted[path], encoding="utf-8", newline="\n")
    return int(check and bool(stale or left_over))


def _current(path: Path) -> str | None:
    return path.read_text(encoding="utf-8") if path.exists() else None


def _filled(match: re.Match[str], library: Library) -> str:
    return f"{match[1]}{BLOCKS[match[2]](library)}\n{match[3]}"


# ---- the rule pages


def pages(library: Library) -> Iterator[tuple[Path, str]]:
    """Yield the index and one page for each pack that has rules."""
    yield RULES.with_suffix(".md"), _index(library)
    for name, pack in library.packs.items():
        rules = [rule for rule in library.all_rules() if rule.pack == name]
        if rules:
            examples = read_examples(Path(pack["path"]))
            parts = [f"# {pack['title']}（{name}）", NOTE]
            parts += [_rule(rule, examples) for rule in sorted(rules, key=lambda rule: rule.id)]
            yield RULES / f"{name}.md", "\n\n".join(parts) + "\n"


def _index(library: Library) -> str:
    rules = sorted(library.all_rules(), key=lambda rule: rule.id)
    rows = [
        (f"[{rule.id}](rules/{rule.pack}.md#{_anchor(rule)})", rule.name, rule.severity.chinese,
         _FIX[rule.fix], _why(rule))
        for rule in rules
    ]
    packs = [
        (name, pack["title"], "、".join(pack["extends"]) or "—", str(len(pack["rules"])),
         f"`{pack['applies_to']}`" if pack["applies_to"] else "—")
        for name, pack in library.packs.items()
    ]
    return "\n\n".join(
        [
            "# 规则一览",
            NOTE,
            (
                f"共 {len(rules)} 条规则。“错误”和“警告”会使检查不通过（退出码 1），“提示”不会，"
                "除非用 `--fail-on info`。终端里用 `kuaibao-lint explain KB301` 可看同样的说明。"
            ),
            _table(("编号", "名称", "级别", "改正", "为什么"), rows),
            "## 规则包",
            _table(("规则包", "内容", "包含", "规则数", "按报头自动选用"), packs),
        ]
    ) + "\n"


def _anchor(rule: Rule) -> str:
    return f"{rule.id.lower()}-{rule.name}"


def _why(rule: Rule) -> str:
    return rule.why + ("" if rule.enabled else "（默认不启用）")


def _rule(rule: Rule, examples: list[Example]) -> str:
    basis = rule.basis
    source = basis["source"] + (f" {basis['clause']}" if "clause" in basis else "")
    messages = (rule.message, *rule.messages.values())
    parts = [
        f"## {rule.id} {rule.name}",
        f"**{rule.severity.chinese}** · {_FIX[rule.fix]} · 用于{_SCOPE[rule.scope]} · "
        f"检查 `{rule.kind}`" + ("" if rule.enabled else " · **默认不启用**"),
        "\n>\n".join(f"> {_quoted(text)}" for text in messages),
        f"为什么：{_quoted(rule.why)}",
        f"依据：{basis['level']}，{_quoted(source)}。",
    ]
    own = [example for example in examples if example.rule == rule.id]
    parts.append("有问题：")
    parts += [_bad(example) for example in own if not example.good]
    parts.append("没问题：")
    parts += [_fenced(example.text) for example in own if example.good]
    if rule.options:
        options = yaml.safe_dump(_plain(dict(rule.options)), allow_unicode=True, width=100,
                                 sort_keys=False, default_flow_style=None)
        summary = "<details><summary>选项</summary>"
        parts.append(f"{summary}\n\n{_fenced(options, 'yaml')}\n\n</details>")
    return "\n\n".join(parts)


def _bad(example: Example) -> str:
    shown = f"“{example.at.strip()}”".replace("\n", "⏎") if example.at.strip() else "断开处"
    text = f"{_fenced(example.text)}\n\n报告在{_quoted(shown)}"
    if example.fixed is None:
        return text + "。"
    return f"{text}，改为：\n\n{_fenced(example.fixed)}"


def _fenced(text: str, language: str = "text") -> str:
    fence = "```"
    while fence in text:
        fence += "`"
    text = text.replace("\r\n", "\n").replace("\r", "\n").rstrip("\n")
    return f"{fence}{language}\n{text}\n{fence}"


def _quoted(text: str) -> str:
    """Return text in which nothing is taken for Markdown or HTML."""
    return re.sub(r"([\\`*_|<>\[\]])", r"\\\1", text)


def _plain(value: Any) -> Any:
    if isinstance(value, dict):
        return {key: _plain(one) for key, one in value.items()}
    if isinstance(value, tuple | list):
        return [_plain(one) for one in value]
    return value


def _table(head: tuple[str, ...], rows: Iterable[tuple[str, ...]]) -> str:
    lines = ["| " + " | ".join(head) + " |", "|" + "---|" * len(head)]
    lines += ["| " + " | ".join(cell.replace("|", "\\|") for cell in row) + " |" for row in rows]
    return "\n".join(lines)


# ---- the picture


def picture() -> str:
    """Return the terminal's view of the example, as SVG."""
    report = lint_path(SHOWN, load_library(selection=Selection(select=SELECTED)))
    run = Run((_result(report, SHOWN),), colour=True, width=CELLS)
    command = f"kuaibao-lint {SHOWN} --select {','.join(SELECTED)}"
    console = Console(record=True, width=CELLS + 2, file=StringIO())
    console.print(Text.assemble(("$ ", "green"), command))
    console.print(Text.from_ansi(reporter("text")(run)))
    svg = console.export_svg(title="kuaibao-lint", theme=MONOKAI, code_format=_SVG,
                             font_aspect_ratio=CELL / HEIGHT, unique_id="kuaibao")
    svg = _SVG_TEXT.sub(_aligned, svg)
    return "\n".join(line.rstrip() for line in svg.splitlines() if line.strip()) + "\n"


def _aligned(match: re.Match[str]) -> str:
    """Return a run of text as runs of one width each, so that wide characters keep their cells.

    rich counts a Chinese character as one cell when it says how long a run is.
    """
    x = float(match[2])
    runs = []
    for _, group in groupby(html.unescape(match[6]), cell_len):
        words = "".join(group)
        length = cell_len(words) * CELL
        if words.strip("\u00a0 "):
            runs.append(f'{match[1]} x="{x:g}" {match[3]} textLength="{length:g}"{match[5]}'
                        f"{html.escape(words)}</text>")
        x += length
    return "".join(runs)


def _result(report: Report, path: str) -> FileResult:
    return FileResult(path, report.source, report.profile, report.diagnostics,
                      len(report.suppressed))


# ---- blocks inside other pages


def _options(_library: Library) -> str:
    rows = (
        ("、".join(f"`{flag}{' ' + o.metavar if o.metavar else ''}`" for flag in o.flags), o.help)
        for o in CHECK
    )
    return _table(("选项", "作用"), rows)


def _kinds(_library: Library) -> str:
    parts = []
    for name, kind in CHECKS.items():
        options = [
            f"`{option}`: {_annotation(wanted)}{_default(name, option)}"
            for option, wanted in option_types(name).items()
        ]
        parts += [
            f"### `{name}`",
            _docstring(inspect.getdoc(kind.factory) or ""),
            "Runs on: " + {"text": "any text", "bulletin": "bulletins", "report": "findings"}[
                kind.scope
            ] + ". Placeholders: "
            + ", ".join(f"`{{{value}}}`" for value in ("found", *kind.values))
            + ". Options: " + (", ".join(options) or "none") + ".",
        ]
    return "\n\n".join(parts)


def _docstring(text: str) -> str:
    """Return a docstring as Markdown; a line that begins with names and a colon is a list item."""
    return _NAMED.sub(lambda found: "- `" + found[1].replace("\\", "") + "`: ", _quoted(text))


def _annotation(wanted: Any) -> str:
    name = wanted.__name__ if isinstance(wanted, type) and not hasattr(wanted, "__args__") else (
        str(wanted)
    )
    return re.sub(r"\b(?:collections\.abc|typing)\.", "", name)


def _default(kind: str, option: str) -> str:
    default = inspect.signature(CHECKS[kind].factory).parameters[option].default
    if default is inspect.Parameter.empty:
        return " (required)"
    shown = yaml.safe_dump(_plain(default), allow_unicode=True, default_flow_style=True, width=9999)
    return f" = `{shown.strip().removesuffix('...').strip()}`"


def _report(_library: Library) -> str:
    library = load_library(selection=Selection(select=("KB114", "KB404")))
    run = Run((_result(lint_text(SAMPLE, "issue.md", library), "issue.md"),))
    return _fenced(reporter("json")(run), "json")


def _bulletin(_library: Library) -> str:
    return _fenced(SAMPLE, "markdown")


def _packs(library: Library) -> str:
    rows = []
    for name, pack in library.packs.items():
        ids = sorted(rule["id"] for rule in pack["rules"])
        if ids:
            groups = ", ".join(f"{group}xx" for group in sorted({one[:3] for one in ids}))
            rows.append((f"[{name}](docs/rules/{name}.md)", pack["title"], str(len(ids)), groups))
    return _table(("pack", "what", "rules", "ids"), rows)


BLOCKS = {
    "options": _options,
    "kinds": _kinds,
    "report": _report,
    "bulletin": _bulletin,
    "packs": _packs,
}


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
