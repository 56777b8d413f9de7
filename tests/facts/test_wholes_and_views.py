"""Of which whole a list or a share is, where a plan, a change or another view stands nearer."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from tests.facts.conftest import Broken, Slipped

# A paragraph with a number in braces, a slip for it, and the rule that tells.
_SLIPS = [
    # The parts of the last part of a view.
    ("完成财政总收入4593万元。按级次分：上划中省收入2613万元；地方收入1980万元。地方收入按构成分：税收收入{1329}万元，非税收入651万元。",
     "3129", "parts-total"),
    # A plan is no whole of a share, where a level is told.
    ("完成一般公共预算收入191.93亿元，完成年度预算的93.5%，年度预算为205.27亿元。其中税收收入165.85亿元，增长4.9%，税收占比{86.4}%；非税收入26.08亿元。",
     "82.4", "percent-share"),
    # A change that is smaller than each part is not what they are of.
    ("实有经营主体59784户，较年初净增1718户，其中企业{12572}户，占21.0%；个体工商户44959户，占75.2%；农民专业合作社2253户，占3.8%。",
     "12527", "parts-total"),
    # Schools of all kinds.
    ("专任教师2830人（学前{372}人，小学1037人，初中991人，高中346人，中职84人）。",
     "302", "parts-total"),
    ("学校503所。其中，幼儿园{246}所，小学212所，初级中学36所，完全中学2所，高级中学4所，中职学校1所，特殊教育学校1所，专门学校1所。",
     "243", "parts-total"),
    # 比增 is 同比增长.
    ("地方收入25.36亿元，比增{11.0}%，增收2.51亿元；上划收入15.63亿元，比降6.5%，减收1.08亿元。",
     "61.0", "growth-delta"),
]  # fmt: skip
_TRUE = [
    # What is left may be of what stands before, or beside it.
    "全年下达补贴资金956.97万元，使用进度94.42%，结余53.36万元。",
    "累计分配8387套，分配率96.6%，剩余297套正在组织配租。",
    # Kinds of a part, though the last of them is called 其他….
    "报告法定传染病275例，其中乙类94例，居前三位的是肺结核24例、乙肝43例、梅毒19例；丙类181例，以手足口病66例、其他感染性腹泻48例、流行性感冒64例为主。",
    "学校423所。其中，幼儿园186所，小学182所，初级中学36所，完全中学2所，九年一贯制学校16所，特殊教育学校1所。",
    "学校425所。其中，幼儿园186所，小学182所，初级中学36所。",
    "安排预算205.27亿元，完成191.93亿元，完成预算的93.5%。预算中税收收入177.35亿元，占预算的86.4%。",
    "新签约项目32个，较去年同期增加4个，其中工业项目12个，农业项目9个，三产项目7个。",
    "完成财政总收入4593万元。按级次分：上划收入2613万元；地方收入1980万元。按部门分：税务部门4149万元，财政部门444万元。",
]


@pytest.mark.parametrize(("text", "slip", "kind"), _SLIPS)
def test_a_slip_is_found_in_what_the_parts_or_the_share_are_of(
    broken: Broken, slipped: Slipped, text: str, slip: str, kind: str
) -> None:
    true, wrong = slipped(text, slip)
    assert not broken(true)
    assert [one[0] for one in broken(wrong)] == [kind]


@pytest.mark.parametrize("text", _TRUE)
def test_other_wholes_and_views_are_let_be(broken: Broken, text: str) -> None:
    assert not broken(text)
