"""What `figures` and the HTML report show of the figures of an item."""

from __future__ import annotations

from typing import Any

from kuaibao_lint.facts import read
from kuaibao_lint.ledger import ledger
from kuaibao_lint.parsing import parse
from kuaibao_lint.source import Source


def of_item(body: str) -> dict[str, Any]:
    text = f"【民生保障】\n\n**云岭县推进工作** {body}（财政局）\n"
    bulletin = parse(Source("x.md", text))
    (entry,) = ledger(bulletin, text, read(bulletin, text))
    return entry


def test_a_window_that_a_figure_is_compared_with_is_not_that_of_the_next() -> None:
    entry = of_item("1—6月，产值增长7.2%，较一季度加快0.8个百分点。完成工业投资48.6亿元。")
    assert [row["period"] for row in entry["figures"]] == ["1—6月"] * 3


def test_a_sum_that_two_ways_of_reading_lead_to_is_shown_once() -> None:
    entry = of_item("共排查隐患412处，已整改389处，整改率94.4%，其余23处正在整改。")
    workings = [relation["working"] for relation in entry["relations"]]
    assert len(set(workings)) == len(workings) == 2


def test_figures_are_shown_as_they_are_read_and_placed_as_they_are_printed() -> None:
    text = (
        "今年以来，全县一般公共预算收入完成**11826**万元，其中税收\n"
        "收入7026万元，与上年同期相比，有所增长；非税收入48\n00万元。"
    )
    bulletin = parse(Source("x.md", text))
    (entry,) = ledger(bulletin, text, read(bulletin, text))
    printed = [text[row["offset"] : row["end_offset"]] for row in entry["figures"]]
    assert [row["text"] for row in entry["figures"]] == ["11826万元", "7026万元", "4800万元"]
    assert printed == ["11826**万元", "7026万元", "48\n00万元"]
    assert [row["measure"] for row in entry["figures"]][1:] == ["税收收入", "非税收入"]
    assert [relation["holds"] for relation in entry["relations"]] == [True]
