"""Shares and rates that moved and are told of amounts, too; prices of so much; indices."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from tests.facts.conftest import Broken, TellsSlip

# The number between braces is right; the slip behind it is found.
_SLIPS = [
    # What a share or a rate was raised to is one of what was told.
    ("受理案件{1024}件，办结1001件，办结率由上年的95.2%提高到97.8%，提高2.6个百分点。",
     "1042", "completion-rate"),
    ("应检1536家，已检{1487}家，检查率从一季度的62.3%提升至96.8%。",
     "1478", "completion-rate"),
    ("应检1536家，已检1487家，检查率进一步提升至{96.8}%。",
     "69.8", "completion-rate"),
    ("全县一般公共预算收入45895万元，税收收入完成{32731}万元，占一般公共预算收入的比重由上年的68.6%提高到71.3%。",
     "37231", "percent-share"),
    ("新建商品房销售36.42万平方米，其中住宅32.85万平方米，住宅占比由上年的88.6%升至{90.2}%。",
     "92.0", "percent-share"),
    ("非税收入占一般公共预算收入的比重由上年的31.4%降至28.7%：当年非税收入{13164}万元，一般公共预算收入45895万元。",
     "16164", "percent-share"),
    ("一般公共预算收入45895万元，其中税收收入32731万元，占比相应升至{71.3}%。",
     "73.1", "percent-share"),
    ("税收收入完成32731万元，一般公共预算收入完成45895万元，税收占比{71.3}%。",
     "73.1", "percent-share"),
    # Shares before the amounts that they are of, and the whole behind these.
    ("规上工业总产值中，食品占43.2%，建材占22.3%，其余占34.5%；食品58.64亿元，建材{30.31}亿元，全部135.82亿元。",
     "33.31", "percent-share"),
    ("新增贷款中，涉农贷款占56.2%，小微贷款占31.4%；涉农贷款{7.26}亿元，小微贷款4.06亿元，合计12.92亿元。",
     "7.62", "percent-share"),
    # The price of so much; an index behind the rate of its class; of which measure a value was.
    ("猪肉每500克{12.03}元，较上周的12.50元下跌3.8%；鸡蛋每500克4.00元，较上周涨0.12元，涨幅3.1%。",
     "12.30", "growth-delta"),
    ("食品烟酒类价格下降1.0%，指数99.0；交通通信类下降{0.6}%，指数99.4。",
     "0.9", "growth-delta"),
    ("基金收入合计58665万元，增长{4.1}%，支出合计48212万元，当期结余10453万元，上年同期收入为56354万元。",
     "1.4", "growth-delta"),
    # Air and water: a bracket in the name, a value before behind each rate, classes that are good.
    ("可吸入颗粒物（PM10）月平均浓度为58微克/立方米，细颗粒物（PM2.5）月平均浓度为43微克/立方米。与去年同期相比，可吸入颗粒物月平均浓度下降21.6%（去年同期为74微克/立方米），细颗粒物月平均浓度下降{12.2}%（去年同期为49微克/立方米）。",
     "21.2", "growth-delta"),
    ("全县12个断面中，Ⅱ类5个、Ⅲ类4个、Ⅳ类3个，优良比例{75.0}%。",
     "57.0", "completion-rate"),
    # So many to one of two that are named, and of residents whose income was told of before.
    ("参保40832人，其中在职职工23165人，离退休17667人，在职与离退休人数之比为{1.31}∶1。",
     "1.13", "growth-delta"),
    ("居民人均可支配收入29180元，增长5.4%。城镇居民37708元，增长4.2%；农村居民19824元，增长7.2%。城乡收入比{1.90}。",
     "1.09", "growth-delta"),
    # Of all that was compared.
    ("税收24614万元、非税10424万元，两项共35038万元；与上年33370万元比，总量增加{1668}万元，增长5.0%。",
     "1686", "growth-delta"),
]  # fmt: skip

_TRUE = [
    "1—6月，全县7个国省控断面中，Ⅰ—Ⅱ类4个、Ⅲ类3个，优良比例100%，同比持平；4个县级以上饮用水源达标率100%。",
    "参保40832人，其中在职职工23165人，离退休17667人，城镇在职与离退休人数之比为1.46∶1。",
    "男生1263人，女生1187人，教师286人，教师与学生之比为1:8.6。",
    "全县日最高机收面积10.75万亩。小麦机收80.06万亩，机收率99.2%；夏玉米机播80.93万亩，机播率98.6%。",
    "PM2.5平均浓度32微克/立方米，最高月平均浓度下降8.6%（去年同期为58微克/立方米）。",

    # Aimed at, of another window, of others, or counted otherwise.
    "受理案件1024件，办结1001件。力争到年底办结率由95.2%提高到99.5%。",
    "住宅占比由上年的88.6%升至91.5%，销售36.42万平方米，其中住宅32.85万平方米（不含保障房）。",
    "城镇化率由2015年的41.2%提高到2020年的48.6%，城镇人口21.36万人，总人口46.58万人。",
    "高等教育毛入学率由48.6%提高到57.8%，在校生12463人，其中女生6214人。",
    "检查企业1536家，发现问题312家，问题占比由上年的24.6%下降到18.5%（按检查次数计）。",
    "全县规上工业企业136家，亏损24家，亏损面由一季度的22.1%收窄到17.6%。",
    "税收收入32731万元，占全市税收的比重由8.6%提高到9.1%，一般公共预算收入45895万元。",
    "规上工业总产值中，食品占43.2%，建材占22.3%；食品利润8.64亿元，建材利润3.31亿元，利润总额15.82亿元。",
    "猪肉每500克12.03元，鸡蛋每500克4.00元，较上周涨0.12元。",
    "食品类下降0.6%，指数99.4；信心指数上升1.9%，指数116.5。",
    "收入合计58665万元，支出合计48212万元，增长4.1%，上年同期收入为55354万元。",
]  # fmt: skip


@pytest.mark.parametrize(("text", "slip", "kind"), _SLIPS)
def test_a_slip_is_found(tells_slip: TellsSlip, text: str, slip: str, kind: str) -> None:
    tells_slip(text, slip, kind)


@pytest.mark.parametrize("text", _TRUE)
def test_a_true_paragraph_is_left_alone(broken: Broken, text: str) -> None:
    assert broken(text) == []
