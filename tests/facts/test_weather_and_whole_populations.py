"""Rain against its mean of many years, kindergartens, all the people, what has not begun."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from tests.facts.conftest import Broken, TellsSlip

# The number between braces is right; the slip behind it is found.
_SLIPS = [
    ("全市累计降雨量864.2毫米，较常年同期偏多12.4%（常年同期{768.9}毫米）。", "786.9",
     "growth-delta"),
    ("全市累计降雨量864.2毫米，较历年同期偏多{12.4}%（历年同期768.9毫米）。", "14.2",
     "growth-delta"),
    ("空气质量综合指数3.12，同比改善{6.3}%（去年同期3.33），PM2.5浓度22微克/立方米。", "3.6",
     "growth-delta"),
    ("幼儿园146所，其中公办园82所，普惠性民办园54所，普惠率{93.2}%。", "92.3",
     "completion-rate"),
    ("户籍总人口66.81万人，比上年末增加0.05万人。其中城镇户籍人口14.83万人。户籍人口中，男性人口{35.27}万人，女性人口31.54万人。",
     "35.72", "parts-total"),
    ("已开工建设42个，开工率87.5%；未开工{6}个。", "9", "completion-rate"),
    ("快递业务量1862.4万件，增长24.6%；快递业务收入1.42亿元，增长18.2%，单票收入{7.62}元。",
     "7.26", "average"),
]

_TRUE = [
    "全市累计降雨量864.2毫米，较常年同期偏多12.4%，最大点雨量（常年站）1768.9毫米。",
    "普惠性幼儿园136所，其中公办园82所，普惠性民办园54所，普惠率93.2%。",
    "户籍总人口66.81万人，常住人口62.40万人，其中城镇34.20万人。常住人口中，15岁以上男性25.27万人，15岁以上女性24.54万人。",
    "第一批已开工42个，开工率97.7%；未开工6个均为第二批，另有1个停工。",
]


@pytest.mark.parametrize(("text", "slip", "kind"), _SLIPS)
def test_a_slip_is_found(tells_slip: TellsSlip, text: str, slip: str, kind: str) -> None:
    tells_slip(text, slip, kind)


@pytest.mark.parametrize("text", _TRUE)
def test_nothing_is_said_of(broken: Broken, text: str) -> None:
    assert broken(text) == []
