"""What 分别 and 依次 give to each: plans, values of the year before, rates of one whole."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from tests.facts.conftest import Broken, TellsSlip

# The number between braces is right; the slip behind it is found.
_SLIPS = [
    # Plans that are told behind what was done of them.
    ("教育支出完成38114万元，为预算的92.7%；卫生支出完成21563万元，为预算的88.0%。两项预算分别为41115万元、{24503}万元。",
     "25403", "completion-rate"),
    ("城关镇完成投资{12.36}亿元，完成任务的82.4%；柳林镇完成投资8.71亿元，完成任务的96.8%。两镇全年任务分别为15.00亿元和9.00亿元。",
     "13.26", "completion-rate"),
    ("造林完成3.26万亩，占任务的81.5%，抚育完成5.47万亩，占任务的{91.2}%，两项任务分别为4.00万亩、6.00万亩。",
     "92.1", "completion-rate"),
    ("甲项支出完成55142万元，完成预算的76.5%；乙项支出完成4399万元，完成预算的62.0%。两项预算分别为72081万元、7095万元，合计{79176}万元。",
     "71976", "parts-total"),
    ("甲项支出完成55142万元，完成预算的76.5%；乙项支出完成4399万元，完成预算的62.0%。两项预算分别为72081万元、7095万元，合计79176万元，总体进度{75.2}%。",
     "72.5", "completion-rate"),
    ("四项工程年度投资计划分别为3.26亿元、{4.75}亿元、2.18亿元、1.94亿元，合计12.13亿元，已完成9.46亿元，占计划的78.0%。",
     "4.57", "parts-total"),
    # A plan that the level was compared with.
    ("收入完成48926万元，较预算52950万元短收4024万元，为预算的{92.4}%。",
     "94.2", "completion-rate"),
    ("收入完成48926万元，较预算52950万元短收4024万元；支出完成211858万元，较预算221377万元节支9519万元。收入、支出分别为预算的92.4%和{95.7}%。",
     "97.5", "completion-rate"),
    # Rates of one whole, whose names do not say what was done.
    ("机耕74.88万亩、机播{38.32}万亩、机收48.11万亩，农作物播种面积79.66万亩，机械化率依次为94.0%、48.1%、60.4%。",
     "33.82", "completion-rate"),
    ("机耕74.88万亩、机播38.32万亩、机收48.11万亩，农作物播种面积{79.66}万亩，机械化率分别为94.0%、48.1%、60.4%。",
     "76.96", "completion-rate"),
    ("应参保人数41250人，养老、医疗、失业参保分别为39188人、40879人、33420人，参保率依次为95.0%、{99.1}%、81.0%。",
     "91.9", "completion-rate"),
    # The year before of a list in which a mean stands.
    ("面积18.58万亩、单产403.1公斤、总产74896吨，去年分别为14.04万亩、{368.4}公斤、51723吨，三项分别增长32.3%、9.4%、44.8%。",
     "386.4", "growth-delta"),
    ("接待游客36.42万人次、人均消费583元、旅游收入21233万元，上年同期分别为33.15万人次、571元、18929万元，分别增长{9.9}%、2.1%、12.2%。",
     "9.5", "growth-delta"),
    # Several years in a list, each against the one before.
    ("近三年粮食产量分别为24.05万吨、24.60万吨、25.00万吨，后两年分别增长{2.3}%和1.6%。",
     "3.2", "growth-delta"),
    ("近四年增加值分别为32.15亿元、34.42亿元、{36.07}亿元、39.28亿元，后三年分别增长7.1%、4.8%、8.9%。",
     "37.06", "growth-delta"),
]  # fmt: skip

_TRUE = [
    # Plans of another year, or of something else.
    "教育支出完成38114万元，为预算的92.7%；卫生支出完成21563万元，为预算的88.0%。明年预算分别安排43500万元、25600万元。",
    "城关镇完成投资12.36亿元，完成任务的82.4%；柳林镇完成投资8.71亿元，完成任务的96.8%。全年招商任务分别为20亿元和12亿元。",
    # A plan of the year, and a rate of what was planned until then.
    "收入完成48926万元，较预算52950万元短收4024万元，完成序时任务的99.5%。",
    # Rates of wholes that are not told.
    "全年机耕74.88万亩、机播38.32万亩、机收48.11万亩，拖拉机作业面积79.66万亩，机械化率依次为96.2%、61.5%、70.3%。",
    "建成区绿地面积1286公顷、公园绿地415公顷，建成区面积3120公顷，绿地率和人均增幅分别为37.8%、3.2%。",
    "教育、卫生支出分别完成3.26亿元、2.18亿元，占比分别提高到21.5%、14.4%。",
    # What stands before the list is no value of the year before.
    "面积18.58万亩、单产403.1公斤、总产74896吨，去年面积、单产分别为14.04万亩、368.4公斤。",
    "近三年粮食产量分别为24.05万吨、24.60万吨、25.00万吨，后两年总产值分别增长5.3%和4.6%。",
]  # fmt: skip


@pytest.mark.parametrize(("text", "slip", "kind"), _SLIPS)
def test_a_slip_is_found(tells_slip: TellsSlip, text: str, slip: str, kind: str) -> None:
    tells_slip(text, slip, kind)


@pytest.mark.parametrize("text", _TRUE)
def test_a_true_paragraph_is_left_alone(broken: Broken, text: str) -> None:
    assert broken(text) == []
