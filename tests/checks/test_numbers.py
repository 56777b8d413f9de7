from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from kuaibao_lint.checks import counts, dates, percents, sums
from kuaibao_lint.context import Context
from kuaibao_lint.facts import read
from kuaibao_lint.parsing import parse
from kuaibao_lint.source import Source
from kuaibao_lint.vocabulary import Vocabulary

if TYPE_CHECKING:
    from kuaibao_lint.checks import Check

HEAD = (
    "# 云岭县政务快报\n\n第 20 期\n\n云岭县人民政府办公室\n\n2024 年 5 月 10 日\n\n【民生保障】\n\n"
)


def found(check: Check, text: str) -> list[str]:
    source = Source("x.md", text)
    bulletin = parse(source)
    context = Context(source, text, bulletin, read(bulletin, text), Vocabulary())
    return [finding.span.of(text) for finding in check(context)]


def test_a_sum_reports_its_other_numbers_as_related() -> None:
    text = "全县小麦24600亩，占粮食播种面积51250亩的84%。"
    source = Source("x.md", text)
    bulletin = parse(source)
    context = Context(source, text, bulletin, read(bulletin, text), Vocabulary())
    (finding,) = sums.percent_share()(context)
    assert finding.edits == ()
    assert [r.span.of(text) for r in finding.related] == ["24600亩", "51250亩"]
    assert finding.values["working"] == "24600 ÷ 51250 = 48.00%，文中为 84%"


def test_a_kind_reports_only_its_own_relations() -> None:
    text = "全县小麦24600亩，占粮食播种面积51250亩的84%。"
    assert found(sums.parts_total(), text) == []


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("零售总额同比增长8.2。", ["8.2"]),
        ("零售总额增长8.2%。", []),
        ("收入分别增长8.2、7.9和7.5%。", []),
        ("分别拉动生产总值增长0.2、2.6和0.8个百分点。", []),
        ("指数同比增长8.2。", []),
        ("全县增长3个。", []),
    ],
)
def test_percent_sign_missing(text: str, expected: list[str]) -> None:
    assert found(percents.percent_sign_missing(("指数",)), text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("税收占比提高2.1%。", ["2.1%"]),
        ("税收占比提高2.1个百分点。", []),
        ("税收占比提高到2.1%。", []),
        ("慢于均衡进度，较均衡进度慢2.94%。", ["2.94%"]),
    ],
)
def test_percentage_point(text: str, expected: list[str]) -> None:
    assert found(percents.percentage_point(("占比",), ("慢",)), text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("面积同比下降123%。", ["123%"]),
        ("利润同比下降123%。", []),
        ("收入增长-15.3%。", ["-15.3%"]),
        ("信访量减少2倍。", ["2倍"]),
        ("游客增加2倍。", []),
        ("税收占比达到155%。", ["155%"]),
    ],
)
def test_impossible_change(text: str, expected: list[str]) -> None:
    assert found(percents.impossible_change(("利润",)), text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [("分别增长3.25%和4.1%。", ["4.1%"]), ("分别为98.5%和100%。", []), ("约3.25%和4.1%。", [])],
)
def test_percent_precision(text: str, expected: list[str]) -> None:
    assert found(percents.percent_precision(), text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("建立“包片、监管、督查、考核”五大机制。", ["五大"]),
        ("建立“包片、监管、督查、考核”四大机制。", []),
        ("建立“包片、监管”“督查、考核”四大机制。", []),
        ("落实“一看、二问、三查、四算”方法。", []),
        ("坚持“产、学、研”三位一体。", []),
        ("严守“三条红线”四项要求。", []),
    ],
)
def test_enumeration_count(text: str, expected: list[str]) -> None:
    assert found(counts.enumeration_count(), text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("小麦、玉米、大豆产量分别增长3.2%和4.1%。", ["3.2%和4.1%"]),
        ("小麦、玉米、大豆产量分别增长3.2%、4.1%和2.6%。", []),
        ("小麦、玉米和大豆产量分别增长3.2%、4.1%和2.6%。", []),
        ("与去年相比，事故起数、死\n亡人数、受伤人数分别下降3.2%、4.1%和2.6%。", []),
        ("与去年相比，事故起数、死\n亡人数、受伤人数分别下降3.2%、4.1%。", ["3.2%、4.1%"]),
        ("三镇植树有成\n石桥镇、柳河乡、清溪镇分别植树120亩和85亩。", ["120亩和85亩"]),
        ("产量比上年分别增长3.2%和4.1%。", []),
    ],
)
def test_respectively_count(text: str, expected: list[str]) -> None:
    assert found(counts.respectively_count(), text) == expected


@pytest.mark.parametrize(
    ("body", "expected"),
    [
        ("截至5月20日，共走访120户。", ["截至5月20日"]),
        ("截至5月10日，共走访120户。", []),
        ("1—6月，全县收入完成33400万元。", ["1—6月"]),
        ("1—4月，全县收入完成33400万元。", []),
        ("计划6月底前完成主体工程。", []),
        ("力争上半年，完成投资3000万元。", []),
        ("2023年1—12月，收入完成33400万元。", []),
    ],
)
def test_period_after_issue(body: str, expected: list[str]) -> None:
    text = f"{HEAD}**石桥镇开展入户走访** {body}（石桥镇）\n"
    assert found(dates.period_after_issue(), text) == expected


def test_without_a_masthead_no_period_is_too_late() -> None:
    assert found(dates.period_after_issue(), "截至5月20日，共走访120户。") == []


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("2月30日召开会议。", ["2月30日"]),
        ("2023年2月29日召开会议。", ["2023年2月29日"]),
        ("2月29日召开会议。", []),
        ("13月5日召开会议。", ["13月5日"]),
    ],
)
def test_impossible_date(text: str, expected: list[str]) -> None:
    assert found(dates.impossible_date(), text) == expected


def test_the_masthead_s_own_date_is_left_to_its_rule() -> None:
    assert found(dates.impossible_date(), HEAD.replace("5 月 10 日", "2 月 30 日")) == []


@pytest.mark.parametrize(
    ("text", "expected"), [("增长4.5-5%。", ["4.5-5%"]), ("增长4.5%～5%。", []), ("1-4月。", [])]
)
def test_range_style(text: str, expected: list[str]) -> None:
    assert found(dates.range_style(), text) == expected
