"""Indices of prices, what a bracket behind a number tells, debt that came and went, and plans."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from tests.facts.conftest import Broken, TellsSlip

# The number between braces is right; the slip behind it is found.
_SLIPS = [
    # An index of prices is so far from 100 as they moved.
    ("居民消费价格总水平上涨1.5%，即价格指数为{101.5}。",
     "105.1", "growth-delta"),
    ("食品烟酒类价格下降{1.4}%，指数98.6；交通通信类下降1.3%，指数98.7。",
     "4.1", "growth-delta"),
    ("工业生产者出厂价格同比下降{2.3}%，价格指数为97.7。",
     "3.2", "growth-delta"),
    # Levels of other windows in a bracket behind two rates.
    ("11月份售电量10311万千瓦时，环比下降2.3%，同比增长{6.9}%（10月10554万千瓦时，上年11月9645万千瓦时）。",
     "9.6", "growth-delta"),
    ("5月份受理投诉372件，环比下降4.1%（4月{388}件）。",
     "338", "growth-delta"),
    # So many for each thousand, the people or the land in a bracket behind.
    ("年末经营主体36323户，每千人拥有经营主体84.9户（常住人口{42.77}万人）。",
     "47.27", "average"),
    ("年末公路里程2683.7公里，公路密度{110.0}公里/百平方公里（全县面积2440平方公里）。",
     "101.0", "average"),
    ("接待85批次、864人次，支出5.79万元，人均67元，批均{681}元。",
     "861", "average"),
    # Debt: what there was, what came, what was paid back.
    ("年初债务余额38.38亿元，新增债券6.44亿元，再融资债券3.11亿元，还本{4.07}亿元，年末余额43.86亿元。",
     "4.70", "parts-total"),
    ("2023年初债务余额38.38亿元，新增债券6.44亿元，再融资债券{3.11}亿元，还本4.07亿元，年末余额43.86亿元。",
     "1.31", "parts-total"),
    # What came without what went, and the growth that this makes since the year began.
    ("年末经营主体36323户；新登记4975户，注销3099户，净增1876户，比上年末增长{5.4}%。",
     "4.5", "growth-delta"),
    # A list with its structure.
    ("三次产业从业人员分别为6.92万人、5.26万人和10.97万人，占比29.9:{22.7}:47.4。",
     "27.2", "percent-share"),
    ("工业、建筑业、服务业投资分别为21.5亿元、10.2亿元、18.3亿元，占比为43.0:20.4:{36.6}。",
     "33.6", "percent-share"),
    # A plan that was approved, or compared with.
    ("今年县人代会批准的收入为59586万元，实际入库44868万元，占预算的{75.3}%。",
     "73.5", "completion-rate"),
    ("地方级收入完成25305万元；与年度目标69329万元相比，进度为{36.5}%。",
     "35.6", "completion-rate"),
    ("1—5月完成收入25305万元，为年度目标69329万元的36.5%，欠进度{5.2}个百分点。",
     "2.5", "growth-delta"),
    ("支出完成227553万元，较预算234349万元节支{6796}万元。",
     "6976", "growth-delta"),
    # Compared with a value: the whole of a list, what both sides of an account came to, a budget.
    ("到位资金19.21亿元，中央14.34亿元、省级4.03亿元、市级0.84亿元；与去年的{18.03}亿元相比，增加1.18亿元。",
     "18.30", "growth-delta"),
    ("税收24614万元、专项收入2387万元、其他收入8037万元，三项共35038万元；与上年{33370}万元比，增加1668万元。",
     "33730", "growth-delta"),
    ("本部门收入总计2334.41万元、支出总计2334.41万元，与上年相比，收、支总计各增加206.80万元，增长{9.72}%。",
     "9.27", "growth-delta"),
    ("支出年初预算为1626.19万元，支出决算为1754.17万元，决算数大于预算数{127.98}万元。",
     "172.98", "growth-delta"),
    ("支出预算按154282万元安排，比上年预算数减少{2668}万元，下降1.7%。",
     "6268", "growth-delta"),
    # What a list in the next sentence says of each of the last.
    ("本月入库税收2836万元、非税646万元，合计3482万元。上月这三项分别为{2074}万元、960万元和3034万元，环比分别增加762万元、减少314万元、增加448万元。",
     "2704", "growth-delta"),
    ("本月入库税收2836万元、非税646万元，合计3482万元。上月这三项分别为2074万元、960万元和3034万元，环比分别增加762万元、减少{314}万元、增加448万元。",
     "341", "growth-delta"),
    ("完成投资111.01亿元，其中一产投资4.40亿元、二产投资55.17亿元、三产投资51.44亿元，比重依次为{4.0}%、49.7%、46.3%。",
     "4.6", "percent-share"),
    # The value a year ago in a clause of its own, with the growth behind it.
    ("1—9月实际入库44868万元；去年同期入库42854万元，增长{4.7}%。",
     "7.4", "growth-delta"),
]
_TRUE = [
    "居民消费价格同比上涨1.5%，价格指数环比为99.8。",
    "消费者信心指数上升2.3%，指数为121.5。",
    "服务价格环比上涨0.4%，价格指数为101.5。",
    "5月份受理投诉372件，同比下降8.1%（4月330件）。",
    "每千人拥有经营主体84.9户（其中企业21.2户），常住人口42.77万人。",
    "年末经营主体36323户；新登记企业975户，注销399户，净增576户，比上年末企业增长7.7%。",
    "粮食、蔬菜、烤烟面积分别为6.92万亩、5.26万亩和10.97万亩，资金投入占比50:30:20。",
    "上周（7月1日至7日）受理工单168件，办结152件。",
    "支出合计1754.17万元，与上年相比，收、支总计各增加206.80万元，其中项目支出624.44万元。",
    "到位资金19.21亿元，中央14.34亿元、省级4.03亿元；与去年的18.03亿元相比，专项增加2.18亿元。",
    "交办信访件86件，已办结73件，阶段性办结10件，办结率（含阶段性办结）96.5%。",
    "与年度目标69329万元相比，还差44024万元，完成收入25305万元。",
    "1—9月实际入库44868万元；去年同期争取资金42854万元，增长9.1%。",
]


@pytest.mark.parametrize(("text", "slip", "kind"), _SLIPS)
def test_a_slip_is_found(tells_slip: TellsSlip, text: str, slip: str, kind: str) -> None:
    tells_slip(text, slip, kind)


@pytest.mark.parametrize("text", _TRUE)
def test_nothing_is_said_of(broken: Broken, text: str) -> None:
    assert not broken(text)
