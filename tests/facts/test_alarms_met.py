"""True sentences like those that were once called wrong, and slips that must be found in them."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from tests.facts.conftest import Broken

_TRUE = [
    # What was lost is taken from what was gained.
    "实现利润总额17.09亿元，其中盈利企业34户，盈利额19.09亿元，亏损企业25户，亏损额2.00亿元。",
    "规上工业利润总额31520万元，其中盈利企业盈利额34150万元，亏损企业亏损额2630万元。",
    "盈利企业盈利额41500万元，亏损企业亏损额6300万元，盈亏相抵后实现利润35200万元。",
    # A total of some of what was listed before it.
    "发电装机容量149.37万千瓦，其中风电43.11万千瓦、光伏59.60万千瓦、生物质3.44万千瓦、火电43.22万千瓦，新能源和可再生能源装机合计106.15万千瓦。",
    "公路客运131.2万人次、铁路客运135.1万人次、水路客运3.2万人次，公路和铁路客运合计266.3万人次。",
    # What was done in full stands beside what was done in part, and what was not.
    "办理结果：予以公开17件，部分公开13件，不予公开7件，无法提供9件，不予处理2件，其他处理8件。",
    "共回访群众，满意13件，基本满意8件，不满意3件。",
    # What a bracket tells by the way is no whole of what follows.
    "起诉283件325人。共不起诉62件65人，其中法定不起诉2人，情节轻微不起诉60人（含和解后不起诉14人），证据不足不起诉3人，不起诉率（按人数）为16.67%。",
    # Lists of damage and of assets seldom have all their kinds.
    "洪涝造成直接经济损失10308万元，其中农业损失2933万元、基础设施损失6776万元、家庭财产损失399万元。",
    "行政事业性资产67.98亿元，其中固定资产38.61亿元、无形资产0.36亿元、在建工程11.98亿元、公共基础设施14.33亿元。",
    # Some plots are of several kinds, so that together they are far more than all.
    "茶园总面积21.23万亩，其中可采摘面积17.57万亩、无性系良种茶园17.05万亩，通过绿色、有机认证的茶园分别为4.82万亩和1.77万亩。",
    # What 其中 stands behind is not what another sentence tells of something else.
    "完成固定资产投资额156.3亿元，增长5.7%。社会消费品零售总额67.6亿元，其中，限额以上零售额4.0亿元；批发业销售额103.8亿元；零售业销售额43.9亿元；住宿业营业额0.4亿元；餐饮业营业额17.3亿元。",
]  # fmt: skip


@pytest.mark.parametrize("text", _TRUE)
def test_nothing_is_said_of(broken: Broken, text: str) -> None:
    assert broken(text) == []


@pytest.mark.parametrize(
    ("text", "kind", "place"),
    [
        ("实现利润总额17.09亿元，其中盈利企业34户，盈利额19.90亿元，亏损企业25户，亏损额2.00亿元。",
         "parts-total", "17.09亿元"),
        ("规上工业利润总额31520万元，其中盈利企业盈利额34150万元，亏损企业亏损额2360万元。",
         "parts-total", "2360万元"),
        ("盈利企业盈利额41500万元，亏损企业亏损额6300万元，盈亏相抵后实现利润32500万元。",
         "parts-total", "32500万元"),
        ("公路客运131.2万人次、铁路客运135.1万人次，公路和铁路客运合计266.8万人次。",
         "parts-total", "266.8万人次"),
        ("共回访24件，其中满意15件，基本满意6件，不满意5件。", "parts-total", "24件"),
        ("固定资产总额68.95亿元，其中房屋38.61亿元、设备19.36亿元，其他资产11.98亿元。",
         "parts-total", "68.95亿元"),
        ("完成固定资产投资额156.3亿元。社会消费品零售总额165.4亿元，其中批发业售出103.8亿元；零售业43.9亿元；住宿业0.4亿元；餐饮业77.3亿元。",
         "parts-total", "77.3亿元"),
    ],
)  # fmt: skip
def test_a_slip_is_still_found_in(broken: Broken, text: str, kind: str, place: str) -> None:
    assert broken(text) == [(kind, place)]
