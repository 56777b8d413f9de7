"""Items that are sentences of their own, changes in brackets, gaps, plans behind, programs."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from tests.facts.conftest import Broken, TellsSlip

# The number between braces is right; the slip behind it is found.
_SLIPS = [
    # Items behind dashes and numbers, what they tell first and how much that was changed.
    ("总财力拟调整为627148万元，比调整预算532747万元调增94401万元。——本级收入拟调整为133381万元，下降5.0%。其中：税收收入83550万元，调减15000万元；非税收入49831万元。——上级补助收入拟调整为381931万元，调增81560万元。——债务转贷收入拟调整为37514万元，调增12000万元。——调入资金拟调整为{59934}万元，调增15841万元。——动用基金3934万元、上年结转10454万元，均不作调整。",
     "95934", "parts-total"),
    ("总财力拟调整为627148万元，比调整预算532747万元调增94401万元。——本级收入拟调整为133381万元，下降5.0%。其中：税收收入83550万元，调减15000万元；非税收入49831万元。——上级补助收入拟调整为381931万元，调增81560万元。——债务转贷收入拟调整为37514万元，调增12000万元。——调入资金拟调整为59934万元，调增{15841}万元。——动用基金3934万元、上年结转10454万元，均不作调整。",
     "15814", "parts-total"),
    ("全县一般公共预算总财力62714万元，比上年增长5.0%。1.本级财政收入13338万元，下降5.0%。其中税收收入8000万元，非税收入5338万元。2.上级补助收入38193万元。3.债务转贷收入{11183}万元。",
     "17183", "parts-total"),
    ("共查处违规问题412起，其中：一是吃喝类212起，处理310人。二是津补贴类97起，处理104人。三是公车类{103}起，处理122人。",
     "153", "parts-total"),
    # Changes within a bracket, behind 分别是, and of a list of which the digits say that it is all.
    ("与执行数相比，收入增加3565万元，其中：本级收入增加332万元（税收增加{132}万元、非税增加200万元）、上级补助收入增加3233万元。",
     "732", "parts-total"),
    ("与执行数相比，收入增加{3565}万元，其中：本级收入增加332万元（税收增加132万元、非税增加200万元）、上级补助收入增加3233万元。",
     "3655", "parts-total"),
    ("上级补助收入拟调整为381931万元，调增81560万元，分别是一般性转移支付收入调增{53516}万元、专项转移支付收入调增28044万元。",
     "53316", "parts-total"),
    # What a fund lacked, and what was left of two in the column of that name.
    ("工伤保险基金收入1204万元、支出1437万元，收不抵支{233}万元。", "323", "parts-total"),
    ("居民养老保险基金收入72100万元、支出53269万元，当年结余18831万元，年末滚存结余139033万元；机关养老保险基金收入51044万元、支出52064万元，当年缺口1020万元，年末滚存结余8229万元。两项合计支出105333万元，当年结余17811万元，年末滚存结余{147262}万元。",
     "147662", "parts-total"),
    # A plan that only its words make one; and one that is told by itself, behind all else.
    ("经县人民代表大会批准全县一般公共预算收入12.62亿元，增长4.0%。上半年，一般公共预算收入完成6.82亿元，同比增长9.1%，完成年初目标任务的{54.0}%。",
     "45.0", "completion-rate"),
    ("上半年，一般公共预算支出完成87214万元，同比增长3.87%，完成年度预算的{52.60}%，民生支出达70120万元，占80.40%。年度支出预算为165800万元。",
     "56.20", "completion-rate"),
    # 营养改善计划 is a program, and no plan.
    ("落实三包经费2866万元、营养改善计划资金{461}万元、学前补助408万元，三项合计3735万元。",
     "641", "parts-total"),
]

# Nothing is said of these, though they look alike.
_TRUE = [
    "收入增加3565万元，主要是本级收入增加332万元、上级补助收入增加2100万元。",
    "三公经费比上年减少768万元。其中：因公出国费同口径比上年减少7万元；公务接待费减少40万元；公务用车费减少721万元。",
    "总财力62714万元，比上年增长5.0%。1.本级财政收入13338万元，下降5.0%。2.上级补助收入38193万元。3.债务转贷收入6421万元。",
    "全年投入62714万元，建成项目18个。——交通项目投入13338万元。——水利项目投入28193万元，建成水库2座。",
    "养老保险基金收入7210万元、支出7532万元，当年缺口由上级补助解决；资金缺口500万元。",
    "甲镇有农户2103户，低保412户；乙镇有农户1804户，低保300户。两镇合计农户3907户，脱贫户312户，低保712户。",
    "年度计划投资12.6亿元、计划资金3.2亿元，1—6月完成投资6.8亿元。",
    "一般公共预算收入完成8.72亿元，完成预算的52.6%。一般公共预算支出预算为21.3亿元。",
    "一般公共预算收入完成32.6亿元，完成年初预算的52.6%。其中市本级收入预算为21.3亿元。",
]


@pytest.mark.parametrize(("text", "slip", "kind"), _SLIPS)
def test_a_slip_is_told(tells_slip: TellsSlip, text: str, slip: str, kind: str) -> None:
    tells_slip(text, slip, kind)


@pytest.mark.parametrize("text", _TRUE)
def test_what_is_true_is_let_be(broken: Broken, text: str) -> None:
    assert broken(text) == []
