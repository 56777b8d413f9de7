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
    "one topic, nobody attributed, nobody signs": "# 工作简报\n\n**第6期**\n\n"
    "中共云岭县委改革办公室　　2024年4月8日\n\n---\n\n**编者按：** 现予刊发，供学习借鉴。\n\n"
    "## 一枚印章管到底\n\n近年来，云岭县深化改革，取得阶段性成效。\n\n"
    "**一、聚焦减环节。** 精简材料47份。\n\n**二、聚焦提效率。** 设立专窗6个。\n\n---\n\n"
    "报送：市委改革办，县委常委。\n\n发送：各乡镇党委，县直各单位党组。\n",
    "credits in brackets, and a city above": "# 云岭市信息快报\n\n（2024年第117期）\n\n"
    "云岭市人民政府办公室信息科编　2024年6月21日 星期五\n\n### 1．市住建局推进老旧小区改造\n\n"
    "　　截至6月20日，共改造小区12个。（市住建局供稿）\n\n### 2．石桥镇推行村民说事\n\n"
    "　　今年以来，共议定事项86件。（供稿：石桥镇　林远）\n\n---\n\n"
    "报：衡江市政府办公室信息处，市委、市人大、市政府、市政协领导\n\n发：各乡镇，市直各部门\n\n"
    "编辑：郭蕊　　电话：0319-8922117\n",
    "plain text, wrapped by hand, head and number on every page": "        经 济 运 行 分 析\n"
    "            第 10 期\n云岭区发展和改革委员会            2024年11月6日\n\n"
    "    1—10月全区经济运行情况分析\n    1—10月，全区经济运行呈现稳中有进、稳\n"
    "中向好态势。\n    一、主要指标完成情况\n    工业：规上工业增加值同比增长7.2%，较\n"
    "上半年提高0.8个百分点。\n                  - 1 -\n"
    "经济运行分析                  第10期\n\n    投资：固定资产投资同比增长5.6%，其中工\n"
    "业投资增长11.3%。\n\n主送：区委、区政府领导\n抄送：区委办、区政府办\n",
    "a masthead in HTML, one in a quotation": "<center><font size=7>招 商 快 讯</font></center>\n\n"
    "<center>2024年第15期（总第203期）</center>\n\n"
    "<center>云岭县投资促进局编印&emsp;&emsp;2024年9月30日</center>\n\n<hr>\n\n## 【招商动态】\n\n"
    "#### ☆ 县党政代表团赴深圳考察\n\n9月24日至26日，代表团走访3家企业。\n\n"
    "#### ☆ 电子信息产业园签约\n\n项目总投资8.6亿元。\n\n#### ☆ 智能穿戴项目投产\n\n"
    "该项目于2023年11月开工。\n\n----\n\n**编审**：周浩&emsp;**责任编辑**：欧阳倩\n",
    "a picture, links, attributes of headings": "云岭法治\n\n**2024年 第3期 总第35期**\n\n"
    "云岭县委依法治县办 编\n\n2024年9月30日\n\n目录\n\n[【要闻】](#要闻)\n\n"
    "# 【要闻】 {#要闻}\n\n## 县委依法治县委员会召开会议 {#a}\n\n会议审议文件3件。\n\n"
    "![会议现场](images/huichang.jpg)\n\n图为会议现场。（林远 摄）\n\n"
    "## 石桥镇“法律明白人”送法忙 {#b}\n\n共开展宣讲18场。\n\n供稿：石桥镇司法所\n\n---\n\n"
    "**本期编辑：**方知　**审稿：**何山\n",
    "a duty column, a number behind the date": "# 每日要情\n\n2024年11月8日（第312期）\n\n"
    "云岭市政府总值班室\n\n## 一、天气情况\n\n今天白天晴间多云。\n\n## 二、值班情况\n\n"
    "**带班领导**：钱伟\n**值班人员**：方圆、林远\n\n## 三、要情信息\n\n凌晨处置一起火情。\n",
    "a proposal, with a hint who wrote it": "社 情 民 意 信 息\n\n第7期（总第88期）\n\n"
    "政协云岭县委员会办公室                  2024年4月17日\n\n关于加强农村老年人助餐的建议\n\n"
    "方知委员反映：\n1、覆盖率低。全县168个村，仅有31个建有助餐点。\n2、经费无保障。\n"
    "为此建议：加大财政支持。\n（此件由县政协委员方知提供）\n\n报：市政协信息中心\n",
    "a picture and who took it": HEAD
    + SECTION
    + ITEMS
    + "**图片新闻**\n\n![](a.png)\n\n图为农机手抢收小麦。（林远 摄）\n\n"
    + TAIL,
    "settings above the text, numbers of headings": "---\ntitle: 简报\nissue: 第8期\n---\n\n"
    "# 政务公开工作简报\n\n第8期\n\n云岭县政府政务公开办公室 | 2024年8月15日\n\n## 1 网站运行\n\n"
    "7月份，共发布信息1286条。\n\n## 2 依申请公开\n\n共收到15件，办结13件。\n\n## 3 下一步\n\n"
    "1. **加强监测**。每周检查；\n2. **强化培训**。9月举办培训班。\n\n---\n\n"
    "*主送：县政府领导；抄送：各乡镇人民政府，县政府各部门。*\n",
    "the list in brackets, the townships' offices in it": HEAD
    + SECTION
    + ITEMS
    + "（本期送：县四大班子领导；发：各乡镇党委、政府，县直各部门）\n\n"
    + TAIL.partition("\n\n")[2],
    "numbered titles, of which only one is long": HEAD
    + "一、夏粮喜获丰收\n\n今年，全县夏粮总产13.9万吨。\n（农业农村局供稿）\n\n"
    "二、县医院开展义诊活动\n\n共义诊群众3260人次。\n（卫健委供稿）\n\n"
    "三、城乡居民医保参保率稳步提高\n\n截至6月15日，参保率达97.8%。\n（医保局供稿）\n\n"
    + TAIL,
    "numbered titles below columns in brackets": HEAD
    + "【防汛备汛】\n\n**一、水利局筑牢防汛“安全堤”**\n\n截至目前，整改隐患63处。（水利局）\n\n"
    "【招商引资】\n\n**二、县招商局精准发力招大引强**\n\n截至目前，签约项目42个。（招商局）\n\n"
    "**三、气象局加密监测优化服务**\n\n截至目前，发布预警78条。（气象局）\n\n"
    + TAIL,
    "quoted law below an item, attributed on its own line": "清风之声\n\n（双月刊）2023年第4期\n\n"
    "主办：云岭县监察委员会宣传部\n\n出刊日期：2023-08-31\n\n## ◎ 要闻速递\n\n"
    "**云岭：室组地联动护航民生资金**\n\n抽查资金1.2亿元。\n\n（县纪委监委监督室）\n\n"
    "## ◎ 以案说纪\n\n**“帮忙”的代价**\n\n2022年6月，张某收受好处费2万元。\n\n> **纪法链接**\n>\n"
    "> 党员干部必须清正廉洁。\n\n（县纪委监委审理室）\n\n编辑部地址：县政府大院\n",
    "a bold number": HEAD.replace("第 7 期", "第 **7** 期") + SECTION + ITEMS + TAIL,
    "a secretariat issues": HEAD.replace("云岭县人民政府办公室", "大会秘书处")
    + SECTION
    + ITEMS
    + TAIL,
    "heads before bodies": HEAD
    + SECTION
    + ITEMS
    + TAIL.replace("本期发：", "报：县委书记、县长，县人大常委会主任，县委、县政府领导\n\n发："),
    "offices of streets beside those of towns": HEAD
    + SECTION
    + ITEMS
    + TAIL.replace(
        "各乡镇。",
        "各乡镇党委、政府，街道党工委、办事处，县开发区党工委，县委各部门，县直各党组（党委），"
        "县委工作小组成员单位",
    ),
    "labels in bold": HEAD
    + SECTION
    + ITEMS
    + TAIL.replace("本期发：", "**抄报**：市政府　**发至**："),
    "attributions set to the right": HEAD
    + SECTION
    + ITEMS.replace("。（", "。            （")
    + TAIL,
    "no colons in the sign-off": HEAD
    + SECTION
    + ITEMS
    + "发：县委。\n\n**主编**　何　山　**责任编辑**　林远　**校对**　方知\n",
    "a symbol before all titles, a short one too": "教育简报\n\n第5期\n\n"
    "云岭县教育局  2024年6月10日\n\n"
    "▲全县2024年高考平稳结束\n　　6月7日至9日，2573名考生完成考试。\n\n"
    "▲“名师工作室”送教下乡\n　　送课24节，听课教师510人次。\n\n"
    "▲校园足球捷报频传\n　　县第二中学女足小组出线。\n\n▲简讯\n　　1.5月20日，开展主题党日活动。\n",
    "columns between stars, numbered sentences for titles": "检察简报\n\n第5期\n\n"
    "云岭县人民检察院办公室  2024年6月10日\n\n★ 检察动态 ★\n\n"
    "1.我院举办检察开放日活动。邀请代表28人走进检察机关。（办公室）\n\n"
    "2.公益诉讼守护“舌尖上的安全”。立案15件。（公益诉讼检察部门）\n\n★ 办案之窗 ★\n\n"
    "3.司法救助“救急解困”。5日内发放救助金5万元。（控告申诉检察部门）\n",
    "titles that are none to the grammar": "卫健快讯\n\n第7期\n\n"
    "云岭县卫生健康局  2024年7月3日\n\n"
    "县域医共体管理全面落地\n　　开展远程诊断18.6万例。（医共体管理办公室）\n\n"
    "家庭医生“签而有约”入户来\n　　签约居民31.6万人。（基层卫生中心）\n\n"
    "疾控提示\n　　夏季请广大市民洗净手。（疾控中心）\n\n"
    "8.爱民故事：一碗羊杂碎\n7月2日，民警送老人回家。（派出所）\n",
    "lists within an item": "督查专报\n\n第7期\n\n云岭县政府督查室  2024年7月3日\n\n"
    "关于民生实事进展情况的通报\n\n　　按照要求开展督查。\n　　附：项目责任清单\n"
    "　　1. 雨污分流项目——完成时限：12月20日\n　　2. 停车楼项目——完成时限：12月20日\n"
    "　　【代表风采】“板栗嫂”的履职路\n\n　　代表范金娣种植锥栗。\n■ 传承红色基因，守护烈士英名\n"
    "　　陵园安葬烈士289名。\n",
    "a table of contents in plain text": "营商环境简报\n\n第7期\n\n"
    "云岭县政府办公室  2024年7月3日\n\n目　录\n一、主题服务上线37个\n二、他山之石\n\n"
    "一、主题服务上线37个\n　　累计办件18万件。（数据局）\n\n"
    "二、他山之石\n　　外地设立服务体系。（研究室）\n",
    "news of leaders first": HEAD
    + "## 【要闻】\n\n**县委常委会召开会议研究造林工作** 会议强调，要统筹治理。（县委办）\n\n"
    + "**县长调研重点项目** 现场协调解决问题5个。（县政府办）\n\n"
    + SECTION
    + ITEMS
    + TAIL,
    "a hint of the editors' own": HEAD
    + SECTION
    + ITEMS
    + "## 【小贴士】\n\n目前正值高发期，就诊86人次，发热应尽早就医。（县疾控中心）\n\n"
    + TAIL,
    "books that are recommended": HEAD
    + ITEMS.replace("** ", "**\n\n").replace("12公里", "13公里")
    + "**理论荐读**\n\n《知之深　爱之切》《干在实处　走在前列》等著作。\n\n"
    + "**大会提案动态**\n\n截至目前，共收到提案176件。（秘书处）\n\n"
    + TAIL,
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


@pytest.mark.parametrize("brackets", ["【{}】", "【 {} 】", "## 【{}】", "**〖　{}　〗**"])
def test_any_brackets_make_a_column(brackets: str) -> None:
    """An item without its closing figure is told below every kind of bracketed heading."""
    text = f"{brackets.format('乡村振兴')}\n\n{ITEM.replace('截至目前，', '')}发：县委。\n"
    assert "KB121" in [one.rule for one in lint_text(text, library=LIBRARY).diagnostics]
