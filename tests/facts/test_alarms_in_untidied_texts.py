"""True sentences of texts as they come, which were called wrong, and the slips next to them."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from tests.facts.conftest import Broken

_TRUE = [
    # What 其中 stands behind is not what was told last, where that is smaller than its part.
    "巡察发现问题212个，移交线索15件。已立行立改138个，整改完成率65.1%，建章立制31个。其中党建方面发现问题52个，已整改40个；财务方面发现问题61个，已整改39个。",
    "开展执法检查28次，发现问题516项，下发文书95份。已整改430项，上缴财政88.5万元，完善制度19项。其中危化领域查出47项，已整改40项。",
    # An item of a list is no whole of what another sentence tells.
    "承办最多的是公安局(295宗)、忠和镇(220宗)、人社局(156宗)、市监局(151宗)、城管局(137宗)。平均办理时长4.1天；合格101宗，不合格70宗。",
    "抽检食品1200批次，其中蔬菜310批次、肉类171批次、水产121批次。合格94批次，不合格27批次。",
    # Nor are those all that there are, to whom a thing was done, and those for whom it came out.
    "回访办件3162宗，办理时长缩短1.1天；不满意件重办101宗，重办满意50宗。",
    "不合格食品复检92批次，复检合格79批次。",
    # 里面, 当中 say what 其中 does.
    "已种粮豆1.17万亩，比上年同期快0.10万亩：豆类1.02万亩，快0.15万亩，里面蚕豆0.96万亩，快0.12万亩；杂粮0.07万亩，快0.02万亩；小麦0.08万亩，慢0.07万亩。",
    "粮食播种面积32.6万亩，比上年增0.3万亩：玉米18.1万亩，里头制种玉米2.3万亩；小麦11.2万亩；豆类3.3万亩，当中大豆2.9万亩。",
    # A row that does not tell what is left of it may have something left.
    "下达指标69.78亿元，用去60.90亿元，结余8.88亿元，执行率87%。分块看：县直部门下达38.25亿元、用去32.97亿元、结余5.28亿元，执行率86%；乡镇下达11.02亿元、用去7.61亿元、结余3.41亿元，执行率只有69%；实拨资金下达20.51亿元、用去20.32亿元，执行率99%。",
    "争取项目56个、资金8.91亿元、到位5.62亿元。分领域看：水利20个、资金3.20亿元、到位2.41亿元；交通15个、资金2.98亿元、到位2.91亿元；农业21个、资金2.73亿元。",
    # Letters stand before what is counted.
    "电话以外的渠道另收275件：县长信箱142件、省热线66件、省长信箱24件、政务APP20件、政协云14件、国务院网站8件、省监管平台1件，办结269件。",
]  # fmt: skip


@pytest.mark.parametrize("text", _TRUE)
def test_nothing_is_said_of(broken: Broken, text: str) -> None:
    assert broken(text) == []


@pytest.mark.parametrize(
    ("text", "kind", "place"),
    [
        ("全年完成技改投资25.4亿元。其中装备制造业35.4亿元，食品工业2.1亿元。",
         "parts-total", "35.4亿元"),
        ("回访151宗。满意101宗，不满意70宗。", "parts-total", "151宗"),
        ("全县养羊109.69万只、牛5.81万头、马0.66万匹。绵羊43.53万只，山羊66.26万只，山羊占60.32%。",
         "percent-share", "66.26万只"),
        ("粮食播种面积32.6万亩，比上年增0.3万亩：玉米18.1万亩，里头制种玉米2.3万亩；小麦11.2万亩；豆类3.8万亩，里面大豆2.9万亩。",
         "parts-total", "32.6万亩"),
        ("下达指标69.78亿元，用去60.90亿元，结余8.88亿元。分块看：县直部门下达38.25亿元、用去32.97亿元、结余5.28亿元；乡镇下达31.53亿元、用去27.93亿元、结余3.50亿元。",
         "parts-total", "8.88亿元"),
        ("电话以外的渠道另收275件：县长信箱142件、省热线66件、省长信箱24件、政务APP20件、政协云14件、国务院网站8件、省监管平台4件，办结269件。",
         "parts-total", "275件"),
    ],
)  # fmt: skip
def test_a_slip_is_still_found_in(broken: Broken, text: str, kind: str, place: str) -> None:
    assert (kind, place) in broken(text)
