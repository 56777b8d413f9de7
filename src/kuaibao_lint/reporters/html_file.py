"""One file of the HTML report: its sheet, the notes beside it, and its figures."""

from __future__ import annotations

from kuaibao_lint import facts
from kuaibao_lint.ledger import RELATIONS, ROLES, ledger
from kuaibao_lint.light_typing import TYPE_CHECKING, Any
from kuaibao_lint.parsing import parse
from kuaibao_lint.prose import mask
from kuaibao_lint.reporters import printable
from kuaibao_lint.reporters.layout import Painter, blocks
from kuaibao_lint.reporters.markup import changed, element, value
from kuaibao_lint.reporters.places import hull, replaced
from kuaibao_lint.source import Lines

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from kuaibao_lint.facts import Facts
    from kuaibao_lint.reporters import About, FileResult
    from kuaibao_lint.reporters.grouping import Entry
    from kuaibao_lint.reporters.layout import Block

# Which element shows a part of a bulletin; what is not named here is a paragraph.
_TAGS = {
    "masthead-title": "h3", "masthead-issue": "p", "masthead-issuer": "span",
    "masthead-date": "span", "heading": "h4", "title": "strong", "attribution": "span",
}  # fmt: skip


def article(
    number: int, file: FileResult, entries: list[Entry], rules: Mapping[str, About]
) -> Iterator[str]:
    """Yield the HTML of a file; one that was not checked says why."""
    yield f'<article class="file" id="file{number}" aria-labelledby="name{number}">'
    path = element(printable(file.path))
    yield f'<header class="name"><h2 id="name{number}">{path}</h2>'
    if file.source is None:
        why = element(printable(file.error or ""))
        yield f'</header><p class="failed" role="alert">未能检查：{why}</p>'
        yield "</article>"
        return
    kind = f"配置方案 {file.profile}" if file.profile else "配置文件"
    about = f"{kind} · {file.source.encoding}"
    verdict = f"{len(entries)} 处" if entries else "没有发现问题"
    yield f"<p>{element(about)} · {verdict}</p></header>"
    yield from (f'<p class="failed">{element(printable(note))}</p>' for note in file.notes)
    bulletin = parse(file.source)
    text = mask(file.source.text)
    known = facts.read(bulletin, text)
    yield '<div class="sheet">'
    for block in blocks(bulletin, entries):
        yield from _row(block, file.source.text, known, rules)
    yield "</div>"
    yield from _figures(ledger(bulletin, text, known))
    yield "</article>"


def _row(
    block: Block, text: str, known: Facts, rules: Mapping[str, About]
) -> Iterator[str]:
    """Yield one block and, beside it, the notes on it."""
    painter = Painter(text, block)
    yield f'<div class="row {block.kind}"><div class="text">'
    lead = ""
    for place, part in enumerate(block.parts):
        tag = _TAGS.get(part.role, "p")
        words = painter.part(place)
        shown = f'<{tag} class="{part.role}">{words}</{tag}>'
        # Title and attribution are printed in the paragraphs that they begin and end.
        if part.role == "title":
            lead = shown + "\u3000"
            continue
        nextly = block.parts[place + 1].role if place + 1 < len(block.parts) else ""
        if part.role == "paragraph" and nextly == "attribution":
            lead += words
            continue
        if part.role == "attribution":
            shown = f'<p class="paragraph">{lead}{shown}</p>'
            lead = ""
        elif lead:
            shown = f'<p class="paragraph">{lead}{words}</p>'
            lead = ""
        yield shown
    if lead:
        yield f'<p class="paragraph">{lead}</p>'
    yield "</div>"
    yield '<div class="notes">'
    lines = Lines(text)
    for entry in block.entries:
        yield from _note(entry, lines, known, rules.get(entry.one.rule))
    yield "</div></div>"


def _note(entry: Entry, lines: Lines, known: Facts, about: About | None) -> Iterator[str]:
    one, number = entry.one, entry.number
    yield (
        f'<section class="note {one.severity.label}" id="f{number}" data-number="{number}" '
        f'data-level="{one.severity.label}" data-rule="{value(one.rule)}" '
        f'data-unit="{value(entry.unit)}" aria-labelledby="m{number}">'
    )
    yield (
        f'<p class="tag"><a class="number" href="#p{number}">{number}</a>{one.severity.chinese} '
        f"<code>{one.rule}</code><span>{entry.line}:{entry.column}</span></p>"
    )
    yield f'<p class="message" id="m{number}">{element(printable(one.message))}</p>'
    if one.edits:
        span = hull(one.edits)
        old, new = span.of(lines.text), replaced(span, one.edits, lines.text)
        sure = "可自动改正" if one.fixable else "请核对"
        before = f"<del>{changed(old)}</del> " if old else ""
        after = f"<ins>{changed(new)}</ins>" if new else "（删去）"
        yield f'<p class="change">{before}→ {after} <small>{sure}</small></p>'
    more = list(_why(entry, lines, known, about))
    if more:
        yield (
            f'<button type="button" class="more" aria-expanded="false" '
            f'aria-controls="w{number}">为什么</button>'
        )
        yield f'<div class="why" id="w{number}">{"".join(more)}</div>'
    yield "</section>"


def _why(entry: Entry, lines: Lines, known: Facts, about: About | None) -> Iterator[str]:
    one = entry.one
    if about is not None:
        yield f"<p>{element(about.why)}</p>"
    for relation in known.relations:
        if not relation.holds and relation.primary == one.span:
            kind = RELATIONS.get(relation.kind, relation.kind)
            yield f'<p class="working">{kind}：{element(printable(relation.working))}</p>'
    for related in one.related:
        line, column = lines.position(related.span.start)
        words = element(printable(related.message))
        yield f'<p class="also">另见 {line}:{column}　{words}</p>'
    if about is not None:
        yield f'<p class="basis">依据：{element(about.basis)}（{element(one.name)}）</p>'


def _figures(entries: list[dict[str, Any]]) -> Iterator[str]:
    """Yield the figures that were understood and the sums done on them."""
    if not entries:
        return
    sums = [one for entry in entries for one in entry["relations"]]
    broken = sum(not one["holds"] for one in sums)
    verdict = f"核对 {len(sums)} 个算式，" + (f"{broken} 个不符" if broken else "全部相符")
    yield '<details class="figures" open><summary>数据核对'
    yield f"<span>{verdict if sums else '没有可核对的算式'}</span></summary>"
    head = "".join(
        f'<th scope="col">{name}</th>' for name in ("指标", "时段", "类别", "数值", "位置")
    )
    yield f'<div class="scroll"><table><thead><tr>{head}</tr></thead>'
    for entry in entries:
        yield f'<tbody><tr><th colspan="5" scope="rowgroup">{element(entry["title"])}</th></tr>'
        for one in entry["figures"]:
            cells = (one["measure"], one["period"] or "", ROLES.get(one["role"], ""))
            yield "<tr>" + "".join(f"<td>{element(printable(cell))}</td>" for cell in cells)
            yield (
                f'<td class="figure">{element(printable(one["text"]))}</td>'
                f'<td class="place">{one["line"]}:{one["column"]}</td></tr>'
            )
        for one in entry["relations"]:
            mark, name = ("✓", "相符") if one["holds"] else ("✗", "不符")
            kind = RELATIONS.get(one["kind"], one["kind"])
            yield (
                f'<tr class="sum {"holds" if one["holds"] else "broken"}"><td colspan="5">'
                f'<b role="img" aria-label="{name}">{mark}</b> {kind}：'
                f"{element(printable(one['working']))}</td></tr>"
            )
        yield "</tbody>"
    yield "</table></div></details>"
