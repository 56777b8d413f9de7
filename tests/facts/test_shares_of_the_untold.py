"""Shares of a whole that is told later or nowhere, and what else several figures share."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from tests.facts.conftest import Broken, TellsSlip

_SHARES = "percent-share"


@pytest.mark.parametrize(
    ("text", "slip", "kind"),
    [
        # What has a share itself is a part, and not the whole of the next.
        (
            "工资支出915.94万元，占总支出的68.01%；商品和服务支出205.32万元，占总支出的{15.25}%；补助76.78万元，占总支出的5.70%；资本性支出148.67万元，占总支出的11.04%。",
            "15.52",
            _SHARES,
        ),
        (
            "群众诉求主要集中在农林水利1676件，占诉求量的14.71%；社会保障{1302}件，占诉求量的11.43%；生活公用986件，占诉求量的8.65%。",
            "1320",
            _SHARES,
        ),
        (
            "小学生2.31万人，占在校生总数的45.2%；初中生1.26万人，占在校生总数的24.7%；幼儿0.87万人，占在校生总数的{17.0}%。",
            "71.0",
            _SHARES,
        ),
        (
            "税务部门完成2947万元，占地方收入的{62.1}%；财政部门完成1798万元，占地方收入的37.9%。",
            "26.1",
            _SHARES,
        ),
        # The whole comes in the next sentence, or is counted in its unit.
        (
            "道路交通事故5323起，占全市事故总起数的{78.11}%，死亡509人。全市各类安全生产事故6815起，死亡548人。",
            "87.11",
            _SHARES,
        ),
        (
            "全市各类安全生产事故6815起，死亡548人。其中道路交通事故5323起，占事故总起数的{78.11}%。",
            "87.11",
            _SHARES,
        ),
        (
            "民事案件3210件，占收案总数的{58.2}%，同比增长3.1%。全院共收案5516件，结案5100件。",
            "52.8",
            _SHARES,
        ),
        # Shares, as many as were counted; two taxes are two.
        (
            "教育支出占19.8%，社保支出占15.6%，卫生支出占8.3%，三项合计占{43.7}%。",
            "47.3",
            _SHARES,
        ),
        (
            "增值税3.83亿元，占税收收入的47.6%；企业所得税1.63亿元，占税收收入的20.3%；两税合计占比{67.9}%。",
            "69.7",
            _SHARES,
        ),
        (
            "税收收入8.04亿元。增值税3.83亿元，企业所得税1.63亿元，两税合计占{67.9}%。",
            "69.7",
            _SHARES,
        ),
        # Rates of a plan that is printed with them.
        (
            "农村危房改造已开工5857户、竣工4113户，分别占年度任务5626户的104.11%和{73.11}%。",
            "63.11",
            "completion-rate",
        ),
        (
            "城镇新增就业5857人、失业再就业4113人，分别达到年度目标{5626}人的104.11%、73.11%。",
            "6526",
            "completion-rate",
        ),
        # Means of each project.
        (
            "新开工亿元以上项目118个，总投资280.8亿元，平均投资规模{2.38}亿元。",
            "2.31",
            "average",
        ),
        (
            "新签约项目42个，协议总额168.4亿元，项目平均投资额{4.01}亿元。",
            "4.10",
            "average",
        ),
        # What is planned for the next year, with what was done in this.
        (
            "预计全年收入22.24亿元，增长5.5%；2024年计划安排23.33亿元，比2023年预计完成数增长{4.9}%，增加1.09亿元。",
            "9.4",
            "growth-delta",
        ),
        (
            "2024年一般公共预算收入完成22.24亿元。2025年一般公共预算收入计划23.33亿元，比上年预计完成数增加{1.09}亿元。",
            "1.90",
            "growth-delta",
        ),
        (
            "发生安全事故66起、死亡16人，同比事故起数减少{22}起、下降25.0%。",
            "72",
            "growth-delta",
        ),
        # Who was killed in an accident was so in no other.
        (
            "共发生事故66起、死亡16人、受伤35人。道路交通31起、死亡{13}人、受伤30人；工矿商贸2起、死亡2人、受伤2人；消防33起、死亡1人、受伤3人。",
            "31",
            "parts-total",
        ),
    ],
)
def test_a_slip_is_found(tells_slip: TellsSlip, text: str, slip: str, kind: str) -> None:
    tells_slip(text, slip, kind)


@pytest.mark.parametrize(
    "text",
    [
        # A part of a part; a share of what the other's name says.
        "工资支出915.94万元，占总支出的68.01%，其中绩效205.32万元，占工资支出的22.4%。",
        "教育支出占19.8%，其中义务教育占教育支出的60.0%，社保支出占15.6%，两项合计占35.4%。",
        # Of another place; of what is not called so.
        "道路交通事故53起，占全市事故总起数的7.8%。全县各类安全生产事故68起，死亡5人。",
        "重复信访213件，占信访总量的36.5%。全年办理工单853件，办结率98.1%。",
        # Each of its own: one share of what the town has, one of what the county has.
        "甲镇种植1.2万亩，占其耕地的41.0%；乙镇种植2.3万亩，占其耕地的30.2%；丙镇种植0.8万亩，占其耕地的55.1%。",
        # Some of the people of a case may be let go.
        "受理审查逮捕案件184件238人，批准逮捕146件188人，不批准逮捕38件55人。",
        "总投资280.8亿元，其中亿元以上项目58个，工业项目平均投资规模3.12亿元。",
        "2024年一般公共预算收入完成22.24亿元，增长5.5%。2025年收入预期增长4.0%，财力安排23.61亿元，增长2.1%。",
    ],
)
def test_what_looks_alike_is_let_be(broken: Broken, text: str) -> None:
    assert broken(text) == []
