"""Bulletins of houses that nobody described: their habits are not reported as mistakes."""

from __future__ import annotations

import pytest

from kuaibao_lint import Severity, lint_text, load_library

LIBRARY = load_library()
HEAD = "# 云岭县信息快报\n\n第 7 期\n\n云岭县人民政府办公室\n\n2024 年 8 月 20 日\n\n"
ITEM = "**石桥镇整治河道** 清理淤泥，加固堤岸。截至目前，共清理河道12公里。（石桥镇）\n\n"
ITEMS = ITEM + ITEM.replace("石桥镇", "柳河乡").replace("12", "15") + ITEM.replace(
    "石桥镇整治河道", "青坪乡修缮水渠"
).replace("石桥镇", "青坪乡").replace("河道12", "水渠9")
BARE = (ITEMS.replace("（石桥镇）", "").replace("（柳河乡）", "").replace("（青坪乡）", ""))
SECTION = "## 【乡村振兴】\n\n"
TAIL = "本期发：县委常委，副县长，县直各单位，各乡镇。\n\n责任编辑：林远　审核：方知　签发：何山\n"

HOUSES = {
    "a weekday behind the date": HEAD.replace("日\n\n", "日 星期二\n\n") + SECTION + ITEMS + TAIL,
    "issuer and date bold on one line": HEAD.replace(
        "云岭县人民政府办公室\n\n2024 年 8 月 20 日",
        "**云岭县人民政府办公室**　**2024年8月20日（星期二）**",
    )
    + SECTION
    + ITEMS
    + TAIL,
    "other sign-off roles": HEAD
    + SECTION
    + ITEMS
    + "发：县委。\n\n编辑：林远　校对：方知　签发：何山\n",
    "signed first, edited last": HEAD
    + SECTION
    + ITEMS
    + "发：县委。\n\n签发：何山　审核：方知　责任编辑：林远\n",
    "a line to telephone": HEAD + SECTION + ITEMS + TAIL + "\n电话：0871-66213345　（共印120份）\n",
    "the officer on duty": HEAD + SECTION + ITEMS + TAIL + "\n值班员：方圆　带班领导：钱伟\n",
    "the city before the county": HEAD
    + SECTION
    + ITEMS
    + TAIL.replace("本期发：", "报：市政府办公室，市委办公室，"),
    "towns before departments": HEAD
    + SECTION
    + ITEMS
    + TAIL.replace("县直各单位，各乡镇", "各乡镇，县直各单位"),
    "no attributions": HEAD + SECTION + BARE + TAIL,
    "no list": HEAD + SECTION + ITEMS + "编辑：林远　签发：何山\n",
    "short titles below sections": HEAD
    + SECTION
    + "### 县残联助残增收\n\n开展技能培训。截至目前，共培训320人。（县残联）\n\n"
    + "### 县妇联走访慰问\n\n走访困难家庭。截至目前，共走访56户。（县妇联）\n\n"
    + TAIL,
    "bold lead-ins": HEAD
    + SECTION
    + "### 云泉街道假日旅游市场平稳有序\n\n截至目前，共接待游客3.2万人次。\n\n"
    + "**打好“文化牌”。** 举办展演28场，吸引观众9600人次。\n\n"
    + "**打好“安全牌”。** 出动2100人次，处置求助86起。（云泉街道）\n\n"
    + TAIL,
    "numbered titles": HEAD
    + SECTION
    + "（一）志愿服务进万家\n\n成立服务队9支。截至目前，共服务860人次。（石桥镇）\n\n"
    + "（二）烤烟移栽开局良好\n\n落实面积。截至目前，共移栽3200亩。（柳河乡）\n\n"
    + TAIL,
    "a table of contents": HEAD
    + "## 本期要目\n\n- 石桥镇整治河道\n- 柳河乡整治河道\n\n"
    + SECTION
    + ITEMS
    + TAIL,
    "a nil report": HEAD
    + SECTION
    + ITEMS.replace("共清理河道12公里", "全镇未发生安全事故")
    + TAIL,
    "figures of the present": HEAD + SECTION + ITEMS.replace("截至目前，共", "目前，已") + TAIL,
}


@pytest.mark.parametrize("text", HOUSES.values(), ids=HOUSES)
def test_a_house_style_is_no_mistake(text: str) -> None:
    found = lint_text(text, library=LIBRARY).diagnostics
    assert [(one.rule, one.text) for one in found if one.severity >= Severity.WARNING] == []


LOST = {
    "one attribution of three": (HEAD + SECTION + ITEMS.replace("（柳河乡）", "") + TAIL, "KB111"),
    "one closing figure of three": (
        HEAD + SECTION + ITEMS.replace("截至目前，共清理河道15公里", "效果很好") + TAIL,
        "KB121",
    ),
    "one sign-off of three": (HEAD + SECTION + ITEMS + TAIL.replace("审核：方知　", ""), "KB401"),
    "all sign-offs": (HEAD + SECTION + ITEMS + "发：县委。\n", "KB401"),
    "the list": (HEAD + SECTION + ITEMS + TAIL.partition("\n\n")[2], "KB411"),
    "a figure that says nothing": (
        HEAD + SECTION + ITEMS.replace("共清理河道15公里", "工作有序推进") + TAIL,
        "KB122",
    ),
    "two sign-offs changed about": (
        HEAD + SECTION + ITEMS + TAIL.replace("审核：方知　签发：何山", "签发：何山　审核：方知"),
        "KB403",
    ),
}


@pytest.mark.parametrize(("text", "rule"), LOST.values(), ids=LOST)
def test_what_a_house_keeps_elsewhere_is_missed_where_it_is_lost(text: str, rule: str) -> None:
    found = lint_text(text, library=LIBRARY).diagnostics
    assert [one.rule for one in found if one.severity >= Severity.WARNING] == [rule]
