from __future__ import annotations

import datetime as dt
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kuaibao_lint.facts import Facts, before, reading, within
from kuaibao_lint.facts.reading import scan
from kuaibao_lint.source import Span

ISSUE = dt.date(2024, 5, 10)


@pytest.mark.parametrize(
    ("text", "printed", "value", "unit", "scale", "approx"),
    [
        ("走访9700 余人", "9700 余人", 9700, "人", 1, "余"),
        ("完成 6580 万元", "6580 万元", 6580, "万元", 10_000, ""),
        ("共1,234户", "1,234户", 1234, "户", 1, ""),
        ("共１２户", "１２户", 12, "户", 1, ""),
        ("供水1.5亿立方米", "1.5亿立方米", "1.5", "亿立方米", 10**8, ""),
        ("约 43 人次", "43 人次", 43, "人次", 1, "约"),
        ("30余万元", "30余万元", 30, "万元", 10_000, "余"),
        ("300人以上", "300人", 300, "人", 1, "以上"),
        ("超过300人", "300人", 300, "人", 1, "超过"),
        ("减少1109万，", "1109万", 1109, "万", 10_000, ""),
        ("装灯23盏", "23盏", 23, "盏", 1, ""),
        ("购鸡苗500羽", "500羽", 500, "羽", 1, ""),
        ("装机10千瓦", "10千瓦", 10, "千瓦", 1, ""),
        ("检修10千伏线路", "10千伏", 10, "千伏", 1, ""),
        ("修路20千米", "20千米", 20, "千米", 1, ""),
        ("投工3千人", "3千人", 3, "千人", 1000, ""),
        ("安装7罩", "7罩", 7, "罩", 1, ""),
        ("一百二十三户", "一百二十三户", 123, "户", 1, ""),
        ("三十余家", "三十余家", 30, "家", 1, "余"),
        ("增长3.5倍", "3.5倍", "3.5", "倍", 1, ""),
        ("翻了两番", "翻了两番", 2, "番", 1, ""),
    ],
)
def test_quantity(  # noqa: PLR0913, PLR0917 - one column each
    text: str, printed: str, value: int | str, unit: str, scale: int, approx: str
) -> None:
    (quantity,) = scan(text).quantities
    assert quantity.span.of(text) == printed
    assert (quantity.value, quantity.unit) == (Decimal(value), unit)
    assert quantity.scale == Decimal(scale)
    assert quantity.approx == approx


@pytest.mark.parametrize("text", ["已签约340人", "附近12户", "节约30吨"])
def test_a_word_that_ends_like_about_does_not_widen(text: str) -> None:
    assert scan(text).quantities[0].approx == ""


@pytest.mark.parametrize(
    "text",
    [
        *("一心一意", "三三两两", "千家万户", "一批", "第20期", "G107国道", "第三产业"),
        *("PM2.5", "COVID-19", "GDP"),
        *("5G", "110类警情"),
    ],
)
def test_no_quantity(text: str) -> None:
    assert scan(text).quantities == ()


@pytest.mark.parametrize(
    "text",
    ["第1.2.3条", "第3.2款", "V2.0.1版", "PM2.5浓度", "10.168.1.1元", "1．2．3户", "-1.2.3%"],
)
def test_numbers_with_points_between_them_are_no_figures(text: str) -> None:
    assert scan(text) == Facts()


def test_points_behind_figures_are_let_be() -> None:
    facts = scan("增长1.2%。3.4%的企业，2024.5.10。1.5万元.2户")
    assert [one.value for one in facts.percents] == [Decimal("1.2"), Decimal("3.4")]
    assert [one.value for one in facts.quantities] == [Decimal("1.5"), 2]
    assert len(facts.dates) == 1


def test_no_more_facts_are_read_than_a_text_can_have(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(reading, "MOST", 3)
    facts = scan("第2期，abc，9时30分，3户、4%、5，6户")
    assert [len(facts.quantities), len(facts.percents), len(facts.numbers)] == [1, 1, 1]


@pytest.mark.parametrize(
    ("text", "value", "points", "upper"),
    [
        ("37.9%", "37.9", False, None),
        ("37.9 ％", "37.9", False, None),
        ("2.1个百分点", "2.1", True, None),
        ("百分之五点二", "5.2", False, None),
        ("-15.3%", "-15.3", False, None),
        ("15%～30%", "15", False, "30"),
        ("近六成", "60", False, None),
        ("5‰", "0.5", False, None),
    ],
)
def test_percent(text: str, value: str, points: bool, upper: str | None) -> None:  # noqa: FBT001
    (percent,) = scan("增长" + text + "。").percents
    assert percent.value == Decimal(value)
    assert percent.points is points
    assert percent.upper == (Decimal(upper) if upper else None)


def test_only_a_range_whose_first_end_has_no_sign_is_bare() -> None:
    assert [p.bare for p in scan("4.5-5%，4%—5%，5%").percents] == [True, False, False]


def test_a_structure_ratio_is_no_time() -> None:
    facts = scan("三次产业结构为8.1:41.6:50.3，上午9:30开会")
    (ratio,) = facts.ratios
    assert ratio.parts == (Decimal("8.1"), Decimal("41.6"), Decimal("50.3"))


@pytest.mark.parametrize(
    ("text", "start", "end", "cutoff"),
    [
        ("截至目前", None, (2024, 5, 10), True),
        ("截至5月9日", None, (2024, 5, 9), True),
        ("截至2024年5月9日18时", None, (2024, 5, 9), True),
        ("截止4月底", None, (2024, 4, 30), True),
        ("截至去年底", None, (2023, 12, 31), True),
        ("1—4月", (2024, 1, 1), (2024, 4, 30), False),
        ("1-4 月", (2024, 1, 1), (2024, 4, 30), False),
        ("2023年1至4月份", (2023, 1, 1), (2023, 4, 30), False),
        ("一季度", (2024, 1, 1), (2024, 3, 31), False),
        ("前三季度", (2024, 1, 1), (2024, 9, 30), False),
        ("前4个月", (2024, 1, 1), (2024, 4, 30), False),
        ("上半年", (2024, 1, 1), (2024, 6, 30), False),
        ("今年以来", (2024, 1, 1), (2024, 5, 10), False),
        ("5月1日至5日", (2024, 5, 1), (2024, 5, 5), False),
        ("4月29日—5月3日", (2024, 4, 29), (2024, 5, 3), False),
        ("2019—2023年", (2019, 1, 1), (2023, 12, 31), False),
        ("“五一”假期期间", None, None, False),
    ],
)
def test_period(
    text: str,
    start: tuple[int, int, int] | None,
    end: tuple[int, int, int] | None,
    cutoff: bool,  # noqa: FBT001
) -> None:
    (period,) = scan(text + "，完成投资", ISSUE).periods
    assert period.span.of(text) == text
    assert period.start == (dt.date(*start) if start else None)
    assert period.end == (dt.date(*end) if end else None)
    assert period.cutoff is cutoff


def test_in_january_twelve_months_are_those_of_the_year_before() -> None:
    (period,) = scan("1—12月", dt.date(2024, 1, 12)).periods
    assert period.end == dt.date(2023, 12, 31)


def test_without_an_issue_date_a_month_has_no_days() -> None:
    (period,) = scan("1—4月").periods
    assert (period.start, period.end) == (None, None)


def test_a_day_that_does_not_exist_has_no_value() -> None:
    facts = scan("2月30日和2024 年 5 月 10 日", ISSUE)
    assert [d.value for d in facts.dates] == [None, ISSUE]


def test_within_and_before_find_by_offset() -> None:
    text = "3户，4户，5户"
    facts = scan(text)
    assert [q.value for q in within(facts.quantities, Span(3, 6))] == [4]
    found = before(facts.quantities, 6)
    assert found is not None
    assert found.value == 4
    assert before(facts.quantities, 0) is None


PIECES = st.sampled_from(
    [
        "截至",
        "2024年",
        "5月",
        "10日",
        "1",
        "2.5",
        "，",
        "万元",
        "%",
        "-",
        "—",
        "余",
        "占",
        "其中",
        "一百",
        "三",
        "成",
        "季度",
        ":",
        "\n",
        " ",
        "约",
        "户",
        "。",
        "翻番",
        "“五一”",
        "百分之",
        "（",
    ]
)


@given(st.lists(PIECES | st.text(max_size=3), max_size=30).map("".join))
def test_any_text_is_scanned_and_spans_lie_in_order(text: str) -> None:
    facts = scan(text, ISSUE)
    for name in Facts._fields:
        ends = 0
        for fact in getattr(facts, name):
            assert 0 <= fact.span.start < fact.span.end <= len(text)
            assert fact.span.start >= ends
            ends = fact.span.end
