"""What the figures of a bulletin were understood to be, and the sums done on them."""

from __future__ import annotations

from bisect import bisect_right

from kuaibao_lint.facts import before
from kuaibao_lint.facts.claims.figures import figures
from kuaibao_lint.facts.flow import flow
from kuaibao_lint.light_typing import TYPE_CHECKING, Any
from kuaibao_lint.patterns import pattern
from kuaibao_lint.source import Lines

if TYPE_CHECKING:
    from collections.abc import Iterable

    from kuaibao_lint.document import Bulletin
    from kuaibao_lint.facts import Facts, Relation
    from kuaibao_lint.source import Span

_EARLIER = pattern("上年|去年|前年|同期|年初|上月|上季")
_THAN = ("较", "比")
ROLES = {
    "level": "数值",
    "growth": "增减幅度",
    "delta": "增减数",
    "base": "上期数",
    "plan": "计划数",
    "completion": "完成率",
    "share": "占比",
    "rate": "比率",
    "whole": "总数",
    "total": "合计",
    "average": "平均数",
    "points": "百分点",
    "from": "起点",
    "to": "终点",
    "pace": "进度",
    "times": "倍数",
    "month": "数值",
}
RELATIONS = {
    "percent-share": "占比",
    "percent-total": "占比合计",
    "parts-total": "分项与合计",
    "growth-delta": "增减额与增减幅度",
    "growth-mix": "分项与总增幅",
    "completion-rate": "完成率",
    "completion-mix": "分项与总完成率",
    "title-body-figure": "标题与正文",
    "same-measure": "前后两处",
    "average": "平均数",
}


def ledger(bulletin: Bulletin, text: str, facts: Facts) -> list[dict[str, Any]]:
    """Return one entry for each item that has figures, as JSON values.

    text: as long as the bulletin's source, and masked. An entry has `title`, `line`, `figures`
    (text as it is read, measure, role, period, place) and `relations`
    (kind, holds, working, the figures that take part). Offsets are code points.
    """
    lines = Lines(bulletin.source.text)
    entries = []
    by_item = _by_item(bulletin, facts)
    read = flow(bulletin, text)
    there = read.forth(facts)
    for number, (item, passages) in enumerate(zip(bulletin.items, read.passages, strict=True)):
        rows = [
            {
                "text": figure.span.of(read.text),
                "measure": figure.name,
                "role": figure.role,
                "period": _period(read.text, there, passage, figure.span),
                **_place(read.place(figure.span), lines),
            }
            for passage in filter(None, passages)
            for figure in figures(read.text, there, passage)
        ]
        if rows:
            title = item.title.text if item.title else text[item.span.start : item.span.start + 16]
            relations = [
                {
                    "kind": relation.kind,
                    "holds": relation.holds,
                    "working": relation.working,
                    "operands": [_place(span, lines) for span in relation.operands],
                }
                for relation in _once(by_item.get(number, ()))
            ]
            line, _ = lines.position(item.span.start)
            entries.append({"title": title, "line": line, "figures": rows, "relations": relations})
    return entries


def _by_item(bulletin: Bulletin, facts: Facts) -> dict[int, list[Relation]]:
    """Return the relations of each item, by the item's number."""
    starts = [item.span.start for item in bulletin.items]
    found: dict[int, list[Relation]] = {}
    for relation in facts.relations:
        found.setdefault(bisect_right(starts, relation.primary.start) - 1, []).append(relation)
    return found


def _once(relations: Iterable[Relation]) -> Iterable[Relation]:
    """Return the relations without those that two ways of reading led to."""
    found: dict[object, Relation] = {}
    for one in relations:
        found.setdefault((one.kind, one.working, frozenset(one.operands)), one)
    return found.values()


def _period(text: str, facts: Facts, passage: Span, figure: Span) -> str | None:
    """Return the window of time that a figure is of.

    It is the last before it that it is not only compared with: 上年同期, 较一季度加快.
    """
    at = figure.start
    while (period := before(facts.periods, at)) and period.span.start >= passage.start:
        printed = period.span.of(text)
        compared = text.endswith(_THAN, passage.start, period.span.start)
        if not (compared or _EARLIER.search(printed)):
            return printed
        at = period.span.start
    return None


def _place(span: Span, lines: Lines) -> dict[str, int]:
    line, column = lines.position(span.start)
    return {"offset": span.start, "end_offset": span.end, "line": line, "column": column}
