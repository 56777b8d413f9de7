"""Rows of amounts that stand below each other as in a table, with their totals."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from tests.facts.conftest import Broken


@pytest.mark.parametrize(
    ("text", "place"),
    [
        # What some rows tell besides is of no column.
        (("完成交易149宗，成交总额54516万元。其中工程建设63宗，成交40737万元，节约资金2785万元；政府采购75宗，成交9641万元；"
          "产权交易11宗，成交4141万元，较评估价3884万元溢价257万元。"), "54516万元"),
        # The total tells them in another order.
        ("发放低保金286.86万元，惠及5000户8777人。城市低保336户537人，发放28.99万元；农村低保4664户8240人，发放257.91万元。",
         "286.86万元"),
        # Units take turns, without a semicolon.
        (("资助困难学生9760人次，资金590.33万元。学前1199人次44.90万元，义务教育5995人次293.02万元，普通高中1740人次189.00万元，"
          "中职826人次66.11万元。"), "590.33万元"),
        ("享受护理补贴4619人，发放46.20万元（其中居家照护4402人、42.92万元，机构托养207人、3.28万元）。",
         "4619人"),
        # So do names, where all is counted in one unit.
        ("抽检741批次，检出不合格29批次。分品类看，农产品抽检355批次、不合格16批次，加工食品抽检386批次、不合格3批次。",
         "29批次"),
        # What follows in another sentence is no row of this table.
        (("粮食面积22675公顷，总产量8.39万吨。夏粮面积8547公顷，总产量2.14万吨；秋粮面积14128公顷，总产量6.20万吨。"
          "油料面积1682公顷，总产量0.47万吨。"), "8.39万吨"),
    ],
)  # fmt: skip
def test_a_slip_in_a_column_is_found_in(broken: Broken, text: str, place: str) -> None:
    assert [where for _, where in broken(text)] == [place]


@pytest.mark.parametrize(
    "text",
    [
        # Fewer rows than there are, in each column.
        "完成交易149宗，成交总额54516万元。其中工程建设63宗，成交40737万元，节约资金2785万元；政府采购75宗，成交9641万元。",
        "资助困难学生9760人次，资金590.33万元。学前1199人次44.90万元，义务教育5995人次293.02万元，普通高中1740人次189.00万元。",
        # Rows of different things.
        "发放低保金286.86万元，惠及5000户8777人。临时救助336户537人，发放28.95万元；特困供养464户482人，发放57.91万元。",
        # Two digits that add up say nothing of the other column.
        "检查企业12家次，整改隐患31处。其中甲镇检查5家次、31处，乙镇检查7家次、26处。",
    ],
)
def test_nothing_is_said_of_the_rows_in(broken: Broken, text: str) -> None:
    assert not broken(text)
