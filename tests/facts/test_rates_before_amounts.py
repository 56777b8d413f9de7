"""Rates before their amounts, beside other places' and other years', and indices without a unit."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from tests.facts.conftest import Broken, TellsSlip

# The number between braces is right; the slip behind it is found.
_SLIPS = [
    # Each part's rate before its amount.
    ("1—9月增长{4.4}%，完成46113万元；其中税收收入增长9.2%，完成30704万元，占比66.6%，非税收入下降4.1%，完成15409万元。",
     "7.4", "growth-mix"),
    ("一般公共预算收入46113万元，增长4.4%，其中税收收入增长{9.2}%，达30704万元，非税收入下降4.1%，降至15409万元。",
     "6.2", "growth-mix"),
    ("全县粮食增长1.5%，达到23.18万吨；油料增长{2.5}%，达到1.24万吨，上年为1.21万吨。",
     "5.2", "growth-delta"),
    # What a rate was, told long after it moved.
    ("城镇化率为62.26%，比上年末提高{0.78}个百分点，年末常住人口44.22万人，其中城镇人口27.53万人，乡村人口16.69万人，上年末城镇化率为61.48%。",
     "0.87", "growth-delta"),
    ("研发经费投入4.70亿元，占GDP的1.92%，比上年提高0.20个百分点，GDP为244.66亿元，上年占比为{1.72}%。",
     "1.27", "growth-delta"),
    ("占比58.8%，比重同比提高{0.6}个百分点，上年同期比重58.2%。", "0.9", "growth-delta"),
    # What the rate of a place is, told behind all that is set against it.
    ("规模以上工业增加值增长8.6%，增速高于全省2.4个百分点、高于全市{4.7}个百分点，全省、全市分别增长6.2%和3.9%。",
     "7.4", "growth-delta"),
    ("本级收入增长5.9%，高于全县平均增幅1.9个百分点；乡镇收入增长3.1%，低于全县平均增幅{0.9}个百分点；全县平均增幅为4.0%。",
     "0.6", "growth-delta"),
    ("农村居民收入增长6.5%，高于全省0.3个百分点，居全市第3位。全省增长{6.2}%。",
     "2.6", "growth-delta"),
    # Indices: by how much they moved, and what they were.
    ("企业景气指数110.7，比二季度回升{3.4}点，比上年同期回落5.0点（二季度107.3，上年同期115.7）。",
     "4.3", "growth-delta"),
    ("企业景气指数110.7，比二季度回升3.4点，比上年同期回落5.0点（二季度107.3，上年同期{115.7}）。",
     "117.5", "growth-delta"),
    ("企业家信心指数116.7，环比提高3.1点，上季度为{113.6}。", "116.3", "growth-delta"),
    ("营商环境综合指数为88.53，较上年的84.73提高{3.80}；其中政务服务指数86.92，提高2.93，上年为83.99。",
     "3.08", "growth-delta"),
    ("环境空气质量综合指数为3.27，同比下降{10.4}%，上年同期为3.65。", "14.0", "growth-delta"),
    ("城市空气质量综合指数从3.92降至3.61，下降{7.9}%。", "9.7", "growth-delta"),
    ("居民消费价格总指数100.8，比上年下降{0.4}点；其中食品烟酒类103.1，上涨3.1%。上年居民消费价格总指数为101.2。",
     "0.7", "growth-delta"),
    ("居民消费价格总指数100.8；其中食品烟酒类{103.1}，上涨3.1%。", "101.3", "growth-delta"),
    ("居民消费价格累计上涨0.9%，涨幅回落1.3个百分点。居民消费价格总指数为{100.9}。",
     "109.0", "growth-delta"),
]  # fmt: skip

_TRUE = [
    # What grows at constant prices does not grow as its amounts do, before them either.
    "规模以上工业增加值同比增长8.2%，达到61.53亿元，较上年净增9.66亿元。",
    # Of what was named last, and not of the one before.
    "财政收入10.2亿元，其中契税增长5.0%，车船税增长8.0%，达到0.54亿元，上年为0.50亿元。",
    # Another year's rate of a name, and what it is reckoned from, which are not told.
    "年末城镇人口27.53万人，常住人口44.22万人，上年末城镇化率为61.28%。",
    "税收占比62.5%，提高1.2个百分点，非税收入占比37.5%，上年非税占比为38.7%。",
    # The place's rate is of the last that was set against it; or it is of something else.
    "GDP增长6.0%，高于全市1.4个百分点；工业增加值增长8.2%，高于全市2.3个百分点，居第二位，全市增长5.9%。",
    "工业增加值增长8.2%，高于全省2.3个百分点，居第二位。全省固定资产投资增长4.4%。",
    # An index of prices is reckoned to a hundred of the year before.
    "居民消费价格指数为101.5，比上年上涨1.5%，上年为102.3。",
    "12月居民消费价格指数为100.8，环比上涨0.3%。",
    "综合指数为2.92，比上月上升0.11，同比下降5.0%，上年同期为3.07。",
    "指数由98.2上升到99.1，全省排名上升3位。",
]  # fmt: skip


@pytest.mark.parametrize(("text", "slip", "kind"), _SLIPS)
def test_a_slip_is_found_and_the_true_text_is_let_be(
    tells_slip: TellsSlip, text: str, slip: str, kind: str
) -> None:
    tells_slip(text, slip, kind)


@pytest.mark.parametrize("text", _TRUE)
def test_nothing_is_said_of(broken: Broken, text: str) -> None:
    assert broken(text) == []
