"""Amounts of windows of time that follow each other make up that of all of them."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from kuaibao_lint.facts import periods

if TYPE_CHECKING:
    from tests.facts.conftest import Broken

_SLIPS = (
    ("11月当月完成3.92万件，前10个月完成117.90万件，累计121.84万件。", "121.84万件"),
    (
        "一季度发放1236.6万元，二季度1280.1万元，三季度1221.7万元，前三季度累计3747.4万元。",
        "1280.1万元",
    ),
    (
        "5月份组织收入29473万元。1—4月累计组织收入117838万元，1—5月累计组织收入147356万元。",
        "117838万元",
    ),
    ("2022年争取资金12.35亿元，2023年争取资金14.17亿元，两年共争取资金26.25亿元。", "26.25亿元"),
    ("上半年接待游客312.5万人次，三季度接待186.2万人次，前三季度接待498.1万人次。", "498.1万人次"),
    ("上半年申报项目23个，下半年申报35个，全年共申报项目85个。", "85个"),
    ("前11个月入库13.25亿元，12月份入库1.87亿元，全年入库15.21亿元。", "15.21亿元"),
)

_CLEAN = (
    # They do not follow each other, or not all are told.
    "1—3月入库3.21亿元，5—6月入库2.87亿元，上半年入库8.08亿元。",
    "2022年争取资金12.35亿元，2023年争取资金14.17亿元，三年共争取资金36.52亿元。",
    "4月份办结35件，5月份办结42件，累计办结577件。",
    # What there is at one time; what is counted anew; what another measure is.
    "上半年存栏生猪23万头，下半年存栏24万头，全年存栏28万头。",
    "1—4月完成产值41.2亿元，5月份完成产值11.3亿元，1—5月完成产值53.5亿元。",
    "上半年受理案件312件，下半年审结案件356件，全年受理案件768件。",
    # What was planned for the year.
    "上半年销售312辆，下半年销售356辆，全年计划销售768辆。",
    # They do make it up.
    "11月当月完成3.94万件，前10个月完成117.90万件，累计121.84万件。",
)


@pytest.mark.parametrize(("text", "place"), _SLIPS)
def test_a_slip_among_windows_is_found_in(broken: Broken, text: str, place: str) -> None:
    assert [what for kind, what in broken(text) if kind == "parts-total"] == [place]


@pytest.mark.parametrize("text", _CLEAN)
def test_windows_are_right_in(broken: Broken, text: str) -> None:
    assert broken(text) == []


@pytest.mark.parametrize(
    ("window", "months"),
    [
        ("1—5月", (0, 4)),
        ("二季度", (3, 5)),
        ("下半年", (6, 11)),
        ("前10个月", (0, 9)),
        ("全年", (0, 11)),
        ("2023年", (24276, 24287)),
        ("2023年5月", (24280, 24280)),
        ("截至5月底", None),
        ("上年同期", None),
        ("5月上旬", None),
        ("去年5月", None),
    ],
)
def test_the_months_of_a_window(window: str, months: tuple[int, int] | None) -> None:
    assert periods.months(window) == months
