"""Growth, shares and ratios whose other figures stand elsewhere: in another clause, a year ago."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from tests.facts.conftest import Broken

# A paragraph with what is right in braces, the slip, and of what kind it is.
_SLIPS = [
    # Changes of how many there are, behind levels of other units.
    ("全市发生生产安全事故61起，死亡28人，受伤13人，与去年同期相比，事故起数减少{21}起，下降25.6%。",
     "12", "growth-delta"),
    ("完成各类交易事项1028个，交易金额150.80亿元。和去年同期相比，项目交易数量减少53个，减幅为{4.90}%。",
     "9.40", "growth-delta"),
    # 较上周 and 环比 are one basis; 较多年同期平均 is another.
    ("接报警10265起，其中有效报警3490起，较上周3165起增加325起，环比上升了{10.3}%。", "13.0",
     "growth-delta"),
    ("累计平均降雨量387.6毫米，较去年同期341.1毫米偏多46.5毫米，较多年同期平均436.4毫米偏少{11.2}%。",
     "12.1", "growth-delta"),
    # What came, of what came.
    ("各项存款余额463.50亿元，比年初增加24.20亿元。各项贷款余额320.74亿元，比年初新增19.11亿元，新增存贷比{78.97}%。",
     "79.87", "completion-rate"),
    # What the sectors contribute and pull.
    ("第一产业对全县地区生产总值的贡献率为11.0%，拉动GDP增长0.6个百分点；第二产业贡献率为58.1%，拉动GDP增长{3.1}个百分点；第三产业贡献率为30.9%，拉动GDP增长1.6个百分点。全县GDP同比增长5.3%。",
     "1.3", "percent-share"),
    ("第一产业对经济增长的贡献率为11.0%，第二产业对经济增长的贡献率为{58.1}%，第三产业对经济增长的贡献率为30.9%。",
     "51.8", "percent-total"),
    ("第一、二、三产业投资占比分别为3.6%、{46.5}%、49.9%。", "64.5", "percent-total"),
    ("三次产业结构由2020年的34.06:16.86:49.09调整到33.13:18.56:48.32，一产下降{0.93}个百分点。",
     "0.39", "growth-delta"),
    ("同城、异地、国际/港澳台业务量分别占全部快递业务量的5.09%、{94.59}%和0.32%。", "49.59",
     "percent-total"),
    # So many times the other, before each grew.
    ("城镇居民人均可支配收入10066元，增长5.2%；农村居民人均可支配收入4984元，增长6.6%。城乡居民收入比由上年的{2.05}缩小至2.02。",
     "2.50", "growth-mix"),
]  # fmt: skip

_TRUE = [
    # What is told of its own, and of no level before.
    "投入资金784万元改造22户，带动172户增收290.8万元。",
    "各项存款余额463.50亿元，比年初增加24.20亿元。各项贷款余额320.74亿元，比上年同期增加29.11亿元，新增存贷比77.3%。",
    # Other growths than that of the economy; negative contributions.
    "地区生产总值增长5.3%。第一、二、三产业对税收增长的贡献率分别为1.0%、50.1%、48.9%，拉动税收增长0.1个百分点。",
    "非公有制经济增加值增长8.3%。第一产业贡献率为11.0%，拉动0.6个百分点；第二产业贡献率为58.1%，拉动3.1个百分点；第三产业贡献率为30.9%，拉动1.6个百分点。",
    # Real growth is not that of the amounts.
    "城镇居民人均可支配收入10066元，实际增长1.2%；农村居民人均可支配收入4984元，实际增长6.6%。城乡居民收入比由上年的2.05缩小至2.02。",
    "城镇居民人均可支配收入10066元，增长5.2%；农村居民人均可支配收入4984元，增长6.6%。城乡居民收入比由2015年的2.35缩小至2.02。",
]  # fmt: skip


@pytest.mark.parametrize(("text", "slip", "kind"), _SLIPS)
def test_a_slip_is_found(broken: Broken, text: str, slip: str, kind: str) -> None:
    head, _, rest = text.partition("{")
    right, _, tail = rest.partition("}")
    assert not broken(head + right + tail)
    assert kind in {one for one, _ in broken(head + slip + tail)}


@pytest.mark.parametrize("text", _TRUE)
def test_a_true_paragraph_is_left_alone(broken: Broken, text: str) -> None:
    assert not broken(text)
