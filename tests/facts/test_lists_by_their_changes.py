"""Lists that are all by how each of them changed; what a rate was, told far behind how it moved."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from tests.facts.conftest import Broken, TellsSlip

# The number between braces is right; the slip behind it is found.
_SLIPS = [
    # What mends the sum mends that of the growth as well.
    ("商品销售总额{11.83}亿元，同比增长17.3%。其中农资类销售3.55亿元，增长10.2%；农副产品类6.07亿元，增长21.5%；日用消费品类1.62亿元，增长22.0%；再生资源类0.59亿元，增长9.6%。",
     "17.83", "parts-total"),
    ("货物周转量1239.1亿吨公里，比上年增长4.1%。其中，铁路{924.0}亿吨公里，增长2.4%；公路257.0亿吨公里，增长9.7%；水运21.1亿吨公里，增长5.3%；航空0.8亿吨公里，增长18.6%；管道36.2亿吨公里，增长9.2%。",
     "294.0", "parts-total"),
    ("查处酒驾醉驾1888起，同比上升13.05%，其中饮酒驾驶1610起，上升12.00%；醉酒驾驶199起，上升19.10%；二次饮酒{79}起，上升20.70%。",
     "97", "parts-total"),
    # How much more there is of each makes how much more there is of all.
    ("水库蓄水量28.91亿立方米，比常年同期多4.10亿立方米。其中，库区甲片蓄水{24.49}亿立方米，比常年同期多3.61亿立方米；库区乙片蓄水4.42亿立方米，比常年同期多0.49亿立方米。",
     "24.09", "parts-total"),
    ("进出口总额{514.4}亿元，其中出口415.9亿元，进口98.5亿元，贸易顺差317.4亿元。", "564.4",
     "parts-total"),
    # What a rate was, where only one of its name moved.
    ("结案率97.01%，同比上升0.79个百分点。其中民事案件5699件，结案5544件，结案率97.28%。上年结案率为{96.22}%。",
     "96.42", "growth-delta"),
    ("服务业增加值占GDP比重47.3%，比上年提高0.4个百分点。二产增加值215.4亿元。上年服务业占比{46.9}%。",
     "49.6", "growth-delta"),
    # An index by its short name, ends of a pair, prices of their kinds.
    ("居民消费价格指数（CPI）{102.3}，比上年上涨2.3%，其中食品上涨1.2%。", "103.2", "growth-delta"),
    ("首针接种2709人，应种2935人；第二针2113人，两针相差{596}人。", "956", "growth-delta"),
    ("禁牧补助4945.9万元、草畜平衡奖励1226.2万元。禁牧面积386.4万亩，每亩{12.8}元；草畜平衡面积490.5万亩，每亩2.5元。",
     "18.2", "average"),
    ("入户测温2284户，室温达18℃以上{2270}户，达标率99.4%。", "2220", "completion-rate"),
    ("惠及18632人，人均月增{96.5}元，调整后月人均养老金2986元，增幅3.3%。", "69.5", "growth-delta"),
]

_TRUE = [
    # A part that was not told, whatever it grew by.
    "商品销售总额17.83亿元，同比增长15.3%。其中农资类销售3.55亿元，增长10.2%；农副产品类6.07亿元，增长21.5%；日用消费品类1.62亿元，增长22.0%。",
    "全社会用电量15.08亿千瓦时，同比增长6.9%。其中，工业用电量8.96亿千瓦时，增长5.2%，占全社会用电量的59.4%；城乡居民生活用电量3.12亿千瓦时，增长11.4%。",
    "新登记经营主体2874户，同比下降11.5%，其中企业621户，增长6.2%；个体工商户2233户，下降15.4%。",
    "全年肉类总产量21986吨，增长2.9%。其中，猪肉产量17400吨，增长3.1%；牛肉产量1301吨，增长1.6%；羊肉产量562吨，下降2.4%；禽肉产量2651吨，增长3.2%。",
    "水库蓄水量28.91亿立方米，比常年同期多4.60亿立方米。其中，库区甲片蓄水20.49亿立方米，比常年同期多3.61亿立方米；库区乙片蓄水4.42亿立方米，比常年同期多0.49亿立方米。",
    # Last year's rate of something else; two rates of one name that moved.
    "结案率97.01%，同比上升0.79个百分点。民事案件结案率97.28%，同比上升1.35个百分点。上年结案率为96.42%。",
    "结案率97.01%，同比上升0.79个百分点。上年执行到位率为42.62%。",
    # Prices of each year, of which it is not told how many years were paid.
    "禁牧补助4945.9万元、草畜平衡奖励1226.2万元，已发至9月。禁牧面积386.4万亩，每亩每年17.1元；草畜平衡面积490.5万亩，每亩每年3.3元。",
]


@pytest.mark.parametrize(("text", "slip", "kind"), _SLIPS)
def test_a_slip_is_found(tells_slip: TellsSlip, text: str, slip: str, kind: str) -> None:
    tells_slip(text, slip, kind)


@pytest.mark.parametrize("text", _TRUE)
def test_nothing_is_said_of(broken: Broken, text: str) -> None:
    assert broken(text) == []
