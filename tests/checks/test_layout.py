"""Rules of layout: what is no title, no gap and no slip of the sign-off, beside what is."""

from __future__ import annotations

import pytest

from kuaibao_lint import lint_text, load_library
from kuaibao_lint.parsing import parse
from kuaibao_lint.source import Source

LIBRARY = load_library()
HEAD = (
    "# 云岭县政务快报\n\n第 20 期\n\n云岭县人民政府办公室\n\n2024 年 8 月 15 日\n\n【民生保障】\n\n"
)
ITEMS = (
    "**石桥镇开展入户走访** 进村入户。截至目前，共走访群众120户。（石桥镇）\n\n"
    "**柳河乡抓好春耕备耕** 组织农户。截至目前，共春耕120亩。（柳河乡）\n\n"
)


def found(text: str, *rules: str, path: str = "a.md") -> list[tuple[str, str]]:
    """Return the findings of some rules, with the words that are marked."""
    every = lint_text(text, path, library=LIBRARY).diagnostics
    return [(one.rule, one.text) for one in every if one.rule in rules]


@pytest.mark.parametrize(
    "request_",
    [
        "请各责任单位于 9 月 12 日前报送。",
        "请各乡镇、各单位于 9 月 12 日前报送。",
        "请有关单位认真研究落实 9 月 12 日 18 时前反馈县政府办公室。",
        "有关要求请各单位认真贯彻落实 9 月 12 日（星期四）下班前反馈。",
        "望各单位结合实际 9 月 12 日之前报送。",
        "各责任单位务必于 9 月 12 日前报送。",
        "以上工作由各责任单位于 9 月 12 日前完成，并报送结果。",
        "县政府督查室将于 9 月 12 日对落实情况开展督查。",
        "县政府督查室将于 9 月 12 日，对落实情况开展督查。",
        "请各责任单位高度重视 抓好落实。",
        "以上情况请各乡镇认真对照 举一反三抓好整改。",
        "材料报送截止时间为 9 月 12 日。",
        "报送截止日期延长至 9 月 12 日，请各单位抓紧。",
        "联系单位县政府办公室 电话 2233445，请及时报送。",
    ],
)
def test_a_closing_request_is_no_item(request_: str) -> None:
    text = HEAD + ITEMS + request_ + "\n"
    assert found(text, "KB106", "KB107", "KB111", "KB121") == []


@pytest.mark.parametrize(
    ("title", "body"),
    [
        ("县人大召开代表会议", "5 月 10 日，县人大常委会召开会议，完成议程3项。"),
        ("石桥镇清理河道垃圾", "5月10日上午，共清理12处。"),
        ("县应急局开展安全生产月", "6 月 10 日，县应急局组织宣传，发放资料320份。"),
        ("石桥镇清收欠款 120 万元", "5 月 10 日，石桥镇收回欠款120万元。"),
        ("县文化馆举办讲座说夏至", "6 月 21 日，共吸引观众320人。"),
        ("我县城镇登记失业率低于 5%", "今年以来，全县新增就业1200人。"),
    ],
)
def test_a_plain_title_before_a_day_is_one(title: str, body: str) -> None:
    text = HEAD + ITEMS + f"{title} {body}（县政府办）\n"
    assert found(text, "KB107") == [("KB107", title)]


def closed_by(sentence: str) -> str:
    return HEAD + f"**石桥镇抢修塌方道路** 走访企业20家，连夜抢修。{sentence}（石桥镇）\n"


@pytest.mark.parametrize(
    "sentence",
    [
        "注：数据截至 7 月底。",
        "（数据截至 8 月 1 日）",
        "（数据截至 8 月 1 日，来源：县统计局）",
        "以上数据截至 2024 年 6 月 30 日。",
        "走访企业 20 家（截至 7 月底）。",
        "截至目前，无人员伤亡。",
        "截至目前，全县无重大动物疫情发生。",
        "截至目前，水库运行平稳，无险情。",
        "截至目前，群众生活秩序正常。",
        "截至目前，所有项目均已完工。",
        "截至目前，问题已整改到位。",
        "截至目前，实现行政村全覆盖。",
        "截至目前，道路已恢复通行。",
        "截至目前，火势已得到有效控制，后续工作正在开展。",
        "截至目前，主体工程已封顶。",
        "截至目前，财政收入增幅居全市首位。",
        "截至目前，过半乡镇完成任务。",
        "截至目前，被困人员已安全转移。",
        "截至目前，园区企业全面复工复产。",
        "截至目前，水质达到Ⅲ类标准。",
        "截至目前，事故原因正在进一步调查中。",
    ],
)
def test_a_closing_sentence_may_tell_its_figure_in_words(sentence: str) -> None:
    assert found(closed_by(sentence), "KB122") == []


@pytest.mark.parametrize(
    "sentence",
    [
        "截至目前，各项工作有序推进。",
        "截至目前，各项工作正在有序推进。（数据截至 8 月 1 日）",
        "截至目前，各村工作已取得明显成效。",
        "截至目前，群众满意度得到提升。",
        "截至目前，无偿献血工作有序推进。",
        "截至目前，各项任务完成情况良好。",
        "截至目前，已完成走访户。",
        "截至目前，共建成高标准农田亩。",
        "截至目前，已累计发放宣传资料余份。",
        "截至目前，共走访企业，已发放宣传资料。",
        "截至目前，走访率达。",
        "截至目前。",
    ],
)
def test_what_says_no_more_than_that_work_goes_on_lacks_its_figure(sentence: str) -> None:
    assert found(closed_by(sentence), "KB122") == [("KB122", "截至目前")]


PLAIN = "云岭县政务快报\n第20期\n云岭县人民政府办公室　　2024年8月15日\n"
LED = (
    "县住建局：老旧小区改造“改”出幸福感\n今年改造老旧小区18个，惠及居民2600户。{}\n"
    "桐坞镇：三项举措抓好防汛\n今年以来，桐坞镇强化巡查，排查隐患12处。{}\n"
    "聚焦一老一小：兜牢民生底线\n县民政局新建养老服务站6个。{}\n"
)


@pytest.mark.parametrize("units", [("", "", ""), ("（县住建局）", "（桐坞镇）", "（县民政局）")])
@pytest.mark.parametrize("gap", ["\n", "\n\n", "\n\n　　"])
@pytest.mark.parametrize("path", ["a.txt", "a.md"])
def test_a_title_with_a_colon_on_its_own_line_breaks_nothing(
    units: tuple[str, ...], gap: str, path: str
) -> None:
    text = PLAIN + LED.format(*units).replace("\n", gap)
    assert found(text, "KB006", path=path) == []
    one = PLAIN + LED.format(*units).split("桐坞镇", maxsplit=1)[0].replace("\n", gap)
    assert found(one, "KB006", path=path) == []


@pytest.mark.parametrize(
    "body",
    [
        "会议强调：要对全镇的农村低保\n\n对象逐户走访核实。共走访120户。（石桥镇）\n",
        "主要做法：对全镇的农村低保\n\n对象逐户走访核实。共走访120户。（石桥镇）\n",
        "县民政局：对全镇的农村低保\n\n对象逐户走访核实。共走访120户。（石桥镇）\n",
        "走访核实。\n\n县民政局：对全镇的农村低保\n\n对象逐户走访核实。共走访120户。（石桥镇）\n",
    ],
)
def test_a_paragraph_with_a_colon_is_broken_all_the_same(body: str) -> None:
    text = HEAD + "**石桥镇复核低保** 召开会议，逐户复核。\n\n" + body
    assert found(text, "KB006") == [("KB006", "\n\n")]


@pytest.mark.parametrize(
    "recipients",
    [
        "送：县委、县人大常委会、县政府、县政协领导，县委组织部、县委宣传部，县直各单位",
        "送：县委、县人大、县政府、县政协，县委办、县人大办、县政府办、县政协办，县委政法委，各乡镇",
        "送：县委、县人大、县政府、县政协，县委督查室、县政府督查室，各乡镇",
        "发：县委办公室、县政府办公室，县委组织部、县委宣传部，县直各单位",
    ],
)
def test_departments_and_offices_follow_the_leading_bodies(recipients: str) -> None:
    assert found(HEAD + ITEMS + recipients + "\n", "KB412") == []


@pytest.mark.parametrize(
    ("recipients", "at"),
    [
        ("报：县人大常委会、县政府、县委，县委组织部，县直各单位", "县委"),
        ("送：县政协，县委组织部，县政府，县直各单位", "县政府"),
        ("发：县政府办公室、县委办公室，县直各单位", "县委办公室"),
        ("报：县委办，县政府领导，县委领导", "县委领导"),
    ],
)
def test_bodies_and_offices_have_their_order_all_the_same(recipients: str, at: str) -> None:
    assert found(HEAD + ITEMS + recipients + "\n", "KB412") == [("KB412", at)]


@pytest.mark.parametrize(
    ("title", "unit", "wrong"),
    [
        ("石桥镇红光村：党建引领促振兴", "县农业农村局", False),
        ("石桥镇红光社区建成助餐点", "县民政局", False),
        ("县公安局石桥派出所化解纠纷", "石桥镇", False),
        ("县城管局整治占道经营", "县综合执法局", False),
        ("石桥镇红光村：党建引领促振兴", "柳河乡", True),
        ("石桥镇扮靓乡村迎新春", "县农业农村局", True),
        ("石桥镇开展入户走访", "县民政局", True),
        ("县公安局石桥派出所化解纠纷", "柳河乡", True),
        ("县公安局石桥派出所化解纠纷", "县司法局", True),
        ("县公安局开展夜间巡逻", "石桥镇", True),
        ("县城管局整治占道经营", "县财政局", True),
    ],
)
def test_who_may_send_what_another_is_named_in(title: str, unit: str, *, wrong: bool) -> None:
    text = HEAD + f"**{title}** 截至目前，共完成12处。（{unit}）\n"
    assert found(text, "KB113") == ([("KB113", unit)] if wrong else [])


@pytest.mark.parametrize(
    ("printed", "number"),
    [
        ("2025〔4〕", 4),
        ("云政快2025〔14〕号", 14),
        ("第4—5期合刊", 4),
        ("（2025年第4、5期）", 4),
        ("第4-5期（合刊）", 4),
        ("第肆期", 4),
        ("第贰拾壹期", 21),
        ("NO.4", 4),
        ("（No：4）", 4),
        ("№ 4", 4),
    ],
)
@pytest.mark.parametrize("title", ["# 云岭县政务快报\n\n", "云岭县政务快报\n"])
def test_an_issue_number_has_many_forms(title: str, printed: str, number: int) -> None:
    text = title + printed + "\n\n云岭县人民政府办公室　　2024年8月15日\n\n【民生保障】\n\n" + ITEMS
    rules = ("KB001", "KB002", "KB003", "KB004", "KB005", "KB106")
    assert found(text, *rules) == []
    masthead = parse(Source("a.md", text)).masthead
    assert masthead is not None
    assert masthead.issue is not None
    assert masthead.issue.number == number


@pytest.mark.parametrize("printed", ["第零期", "NO.0", "2025〔0〕"])
def test_an_issue_number_of_nought_is_none(printed: str) -> None:
    text = HEAD.replace("第 20 期", printed) + ITEMS
    assert found(text, "KB003") == [("KB003", printed)]


@pytest.mark.parametrize("printed", ["总 NOTE 4", "2025 [图]", "2025年", "第4—季期"])
def test_what_is_no_issue_number_is_missed(printed: str) -> None:
    text = HEAD.replace("第 20 期", printed) + ITEMS
    assert [rule for rule, _ in found(text, "KB003")] == ["KB003"]


@pytest.mark.parametrize(
    ("signed", "missing"),
    [
        ("核稿：林远　审核：方知　签发：何山", []),
        ("主编：林远　审核：方知　签发：何山", []),
        ("责任编辑：林远　审核：方知　终审：何山", []),
        ("审核：方知　签发：何山", ["签发：何山"]),
        ("责任编辑：林远　签发：何山", ["签发：何山"]),
        ("责任编辑：林远　审核：方知", ["审核：方知"]),
    ],
)
def test_one_role_under_two_names_is_a_house_style(signed: str, missing: list[str]) -> None:
    text = HEAD + ITEMS + "发：县委。\n\n" + signed + "\n"
    assert [at for _, at in found(text, "KB401")] == missing


@pytest.mark.parametrize(
    ("day", "sentence", "late"),
    [
        (15, "订单排到了10月，产能利用率达到98%。", []),
        (15, "订单已排至第四季度，产值达到98万元。", []),
        (15, "截至 8 月中旬，完成 80 户。", []),
        (19, "截至8月中旬，完成80户。", []),
        (9, "截至8月上旬，完成80户。", []),
        (9, "截至8月中旬，完成80户。", ["截至8月中旬"]),
        (15, "截至8月下旬，完成80户。", ["截至8月下旬"]),
        (15, "截至9月上旬，完成80户。", ["截至9月上旬"]),
        (15, "截至10月，完成80户。", ["截至10月"]),
        (15, "1—9月，完成投资120万元。", ["1—9月"]),
    ],
)
def test_a_third_of_a_month_may_be_told_of_in_its_course(
    day: int, sentence: str, late: list[str]
) -> None:
    head = HEAD.replace("8 月 15 日", f"8 月 {day} 日")
    text = head + f"**石桥镇开展入户走访** 进村入户。{sentence}（石桥镇）\n"
    assert [at for _, at in found(text, "KB321")] == late
