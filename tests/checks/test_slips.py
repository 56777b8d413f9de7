"""confused_character, foreign_characters."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kuaibao_lint.checks import slips
from kuaibao_lint.checks.characters import foreign_characters
from kuaibao_lint.checks.slips import confused_character
from kuaibao_lint.checks.strange import ODD, UNMET, strange
from kuaibao_lint.checks.wordlist import NEVER, UNKNOWN, is_term, pairs, price
from kuaibao_lint.context import Context
from kuaibao_lint.document import Bulletin
from kuaibao_lint.facts import Facts
from kuaibao_lint.source import Source
from kuaibao_lint.vocabulary import Name, Vocabulary

if TYPE_CHECKING:
    from kuaibao_lint.checks import Check
    from kuaibao_lint.diagnostics import Finding


NOTHING = Vocabulary()


def found(check: Check, text: str, vocabulary: Vocabulary = NOTHING) -> list[Finding]:
    source = Source("x.md", text)
    bulletin = Bulletin(source, None, (), None, None, ())
    return list(check(Context(source, text, bulletin, Facts(), vocabulary)))


@pytest.mark.parametrize(
    ("text", "at", "expected"),
    [
        ("加快建射产业园区。", "建射", "建设"),  # sounds alike
        ("落实网格化菅理。", "网格化菅理", "网格化管理"),  # looks alike
        ("县里召开安全生产会意。", "会意", None),  # a word of its own: let be
    ],
)
def test_a_character_taken_for_another_is_found(text: str, at: str, expected: str | None) -> None:
    check = confused_character()
    reports = [(one.span.of(text), one.values["expected"]) for one in found(check, text)]
    assert reports == ([] if expected is None else [(at, expected)])


def test_a_text_that_is_odd_throughout_is_given_up(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(slips, "ODD_PLACES", 10)
    odd = "魃黐鼐彳亍饕餮鼍"  # no two of them make a word
    prose = (
        "会议听取各单位工作情况汇报，研究部署下一阶段重点工作，细化任务清单和责任清单，明确具体责任人，"
        "推动各项政策落地见效，切实提高群众满意度，加强部门联动和信息共享，统筹整合各类资金，"
        "完善配套设施，着力改善生产生活条件"
    )
    slip = "加快建射产业园区。"

    def reported(*parts: str) -> bool:
        text = "，".join(parts)
        return "建射" in {one.span.of(text) for one in found(confused_character(), text)}

    assert reported(slip, odd, odd[::-1])
    assert not reported(odd, odd[::-1], slip)
    assert reported(odd, prose, odd[::-1], slip)


def test_only_the_character_itself_is_edited() -> None:
    text = "加快建射产业园区。"
    (one,) = found(confused_character(), text)
    (edit,) = one.edits
    assert (edit.span.of(text), edit.text) == ("射", "设")


def test_a_name_that_the_publication_knows_is_let_be() -> None:
    known = Vocabulary(units=(Name("建射办"),))
    assert found(confused_character(), "县建射办召开会议。", known) == []


@pytest.mark.parametrize(
    "text", ["部件17组次。", "鱼苗3万尾次。", "12万册次。", "用地258亩计。", "先试烤两炕，再推广。"]
)
def test_any_measure_word_may_stand_behind_a_number(text: str) -> None:
    assert found(confused_character(), text) == []


def test_names_of_places_are_let_be() -> None:
    text = "王楼镇、东屯镇、僧固乡开展宣传。"
    assert found(confused_character(), text) == []


@pytest.mark.parametrize("name", ["汤峰涛", "廖静春", "江艳", "韩海"])
def test_names_of_people_are_let_be(name: str) -> None:
    assert found(confused_character(), f"县委书记{name}主持，村民{name}介绍经验。") == []
    assert found(confused_character(), f"由{name}负责。") == []


@pytest.mark.parametrize(
    "text",
    [
        "县委副书记、副组长邰国梁主持召开推进会。",
        "嵇汉卿委员：滩涂风电、光伏都是好文章。",
        "满族老人关玉珩把祖传的“八大碗”改成“四菜一汤”。",
        "台湾青年简士杰把工作室落户街区。",
        "社区党委书记鹿呈祥挨门逐户做工作。",
        "搬迁户阿的尔布把老家的坡地流转给合作社。",
        "水利站站长缑长福卷着裤腿蹲在渠底。",
        "六年级学生乜子涵在留言簿上写道。",
    ],
)
def test_rarer_names_of_people_are_let_be(text: str) -> None:
    assert found(confused_character(), text) == []


def test_what_is_quoted_or_written_twice_is_a_name() -> None:
    check = confused_character()
    assert found(check, "打造“建射”品牌。") == []
    assert found(check, "加快建射进度，推动建射工作。") == []


@pytest.mark.parametrize(
    "text",
    [
        "手术中用氰草胺和吡草酮封闭，检测出对替加环素耐药的菌株。",
        "推广使用草甘膦替代品，飞防作业使用氰烯菌酯。",
        "给患者注射唑来膦酸，疼痛明显减轻。",
        "检查阿兹夫定储备，县医院开展体外膜肺氧合技术。",
    ],
)
def test_names_of_chemicals_and_medicines_are_let_be(text: str) -> None:
    assert found(confused_character(), text) == []


def test_a_term_beside_a_chemical_is_still_looked_at() -> None:
    text = "查处氯气泄漏，落实网格化菅理。"
    (one,) = found(confused_character(), text)
    assert (one.span.of(text), one.values["expected"]) == ("网格化菅理", "网格化管理")


@pytest.mark.parametrize(
    "text",
    [
        "坚持“民之所倚，政之所向”，办好实事。",
        "宣讲“千磨万击还坚劲，任尔东西南北风”的精神。",
        "会议指出，“欲速则不达，难矣”。",
        "“将教天下，必定其家，必正其身”“善禁者，先禁其身而后人”。",
        "“积土成山，风雨兴焉；积水成渊，蛟龙生焉”，要久久为功。",
        "“昼出耘田夜绩麻，村庄儿女各当家”成为写照。",
        "坚持民之所倚、政之所向。",
    ],
)
def test_sayings_and_verse_are_let_be(text: str) -> None:
    assert found(confused_character(), text) == []


@pytest.mark.parametrize(
    "text",
    [
        "会议强调，“加快建射产业园区，推动高质量发展”。",  # lines of unlike length
        "会议强调，“要加快建射产业的园区，推动经济的发展”。",
        "“出自《论语》，加快建射产业园区”。",
        "加快建射产业园区，“民为邦本”。",
    ],
)
def test_a_slip_in_what_is_said_today_is_found(text: str) -> None:
    (one,) = found(confused_character(), text)
    assert (one.span.of(text), one.values["expected"]) == ("建射", "建设")


@pytest.mark.parametrize("slogan", ["三措并举", "九措并举", "四域协同", "五链融合", "六治并进"])
def test_what_a_slogan_counts_is_let_be(slogan: str) -> None:
    assert found(confused_character(), f"坚持{slogan}推动工作落实。") == []


@pytest.mark.parametrize(
    "text",
    [
        "举办蹴球比赛，营造檫木林。",
        "种植泗稻18号、垦粳3号两个品种。",
        "益生股份建成祖代鸡场三个。",
        "修缮冼氏祠堂，莫力达瓦旗大豆种植面积扩大。",
        "县纪委委托党校举办培训班，联合县黄河河务局清理河道。",
    ],
)
def test_rare_characters_numbered_names_and_firms_are_let_be(text: str) -> None:
    assert found(confused_character(), text) == []


@pytest.mark.parametrize(
    "text",
    ["到佳信电器考察，赛力控股建厂。", "轮船出现在南屿岛。", "海澜店招整治，美团平台签订协议。"],
)
def test_brands_and_small_places_that_known_ones_are_guessed_for_are_let_be(text: str) -> None:
    assert found(confused_character(), text) == []


@pytest.mark.parametrize(
    ("text", "at", "expected"),
    [("茄强科技创新，加大投入。", "茄强", "加强"), ("前往垃萨市考察。", "垃萨市", None)],
)
def test_what_is_done_to_trades_is_looked_at_and_towns_are_not(
    text: str, at: str, expected: str | None
) -> None:
    reports = [
        (one.span.of(text), one.values["expected"]) for one in found(confused_character(), text)
    ]
    assert reports == ([] if expected is None else [(at, expected)])


@pytest.mark.parametrize(
    "text",
    [
        "全部更换统信操作系统，中芯国际、美团、赛力斯、蔚来落户。",
        "检查表箱，采取削坡减载措施，水质嗅味合格。",
        "单种水稻的停养户自行制作母种，检测出糙率。",
        "搭建私域流量平台，通过公域推广，宁可十防九空，不可失防万一。",
        "传承呼麦艺术，南粳9108长势良好。",
    ],
)
def test_words_of_special_fields_are_let_be(text: str) -> None:
    assert found(confused_character(), text) == []


def test_terms_that_lack_a_character_are_found_where_the_last_is_not_of_the_word_behind() -> None:
    text = "县纪委委托党校，推进乡振兴工作。"
    (one,) = found(confused_character(), text)
    assert (one.span.of(text), one.values["expected"]) == ("乡振兴", "乡村振兴")


def test_a_traditional_character_is_let_be_in_a_word_that_has_it_by_rule() -> None:
    text = "治疗癥瘕，查找癥结，癥瘕、癥"
    check = foreign_characters("traditional", words=("癥瘕",))
    assert [one.span.start for one in found(check, text)] == [text.index("癥结"), len(text) - 1]


@given(st.text(st.sampled_from("建设射产业园区的发展县镇乡，。a1㐀😀"), max_size=30))
def test_reports_lie_in_the_text_in_order_and_change_it(text: str) -> None:
    last = 0
    for one in found(confused_character(), text):
        assert last <= one.span.start < one.span.end <= len(text)
        assert one.values["expected"] != one.span.of(text)
        last = one.span.end


def test_usual_words_are_cheaper_than_rare_ones_and_others_are_none() -> None:
    assert price("发展") < price("佐证") < NEVER
    assert price("射建") == NEVER
    assert price("实事求是地") == NEVER


def test_what_is_beyond_the_tables_is_no_word_and_stands_next_to_nothing() -> None:
    assert price("㐀") == price("😀") == UNKNOWN
    assert price("a设") == price("设a") == NEVER
    assert pairs().known["😀"] == pairs().joined["a"] == ""


def test_sounds_are_shared_by_those_that_differ_in_tone_only_and_by_n_and_l() -> None:
    assert "设" in pairs().alike("射")
    assert pairs().alike("南") >= {"南", "难", "兰"}


def test_a_run_of_traditional_characters_is_one_report() -> None:
    text = "召开會議，以后皇后。"
    (one,) = found(foreign_characters("traditional"), text)
    assert (one.span.of(text), one.edits[0].text) == ("會議", "会议")


def test_traditional_characters_of_names_can_be_let_be() -> None:
    assert found(foreign_characters("traditional", ("會",)), "會") == []


def test_full_width_digits_and_letters_are_found_and_marks_are_not() -> None:
    text = "完成２５％，５Ｇ基站。"
    reports = [one.edits[0].text for one in found(foreign_characters("full-width"), text)]
    assert reports == ["25", "5G"]


def test_a_page_in_full_width_is_told_once() -> None:
    text = "、".join("１２" for _ in range(10))
    (one,) = found(foreign_characters("full-width"), text)
    assert (one.span.of(text), one.values["count"], len(one.edits)) == ("１２", "10", 10)
    assert len(found(foreign_characters("full-width", habit=11), text)) == 10


@pytest.mark.parametrize(
    ("text", "at", "expected"),
    [
        ("推进乡村兴振。", "乡村兴振", "乡村振兴"),  # two changed places
        ("推进乡振兴。", "乡振兴", "乡村振兴"),  # one is missing
        ("培育新质产力。", "新质产力", "新质生产力"),
        ("发展新质在生产力。", "新质在生产力", "新质生产力"),  # one too many
        ("党组副书记主持，各行业各领域稳提质。", "", None),  # right as it is
        ("全省夏粮播种面积120万亩，扩大秋粮播种面积。", "", None),
    ],
)
def test_other_slips_in_terms_are_found(text: str, at: str, expected: str | None) -> None:
    reports = found(confused_character(), text)
    assert [(one.span.of(text), one.values["expected"]) for one in reports] == (
        [] if expected is None else [(at, expected)]
    )
    for one in reports:
        assert applied(text, one) == text.replace(at, one.values["expected"])


def applied(text: str, one: Finding) -> str:
    (edit,) = one.edits
    return text[: edit.span.start] + edit.text + text[edit.span.end :]


@pytest.mark.parametrize(
    ("text", "sure"),
    [
        ("推进乡村兴振。", True),
        ("落实网格化菅理。", True),
        ("加快建射产业园区。", False),  # a word of two characters
        ("推进乡振兴。", False),  # what is missing is only proposed
        ("建设专工项债券项目。", False),  # a character would stand twice
    ],
)
def test_only_what_leaves_no_doubt_is_mended_unasked(text: str, *, sure: bool) -> None:
    (one,) = found(confused_character(), text)
    assert one.unsure is not sure


def test_figures_are_never_added_dropped_or_swapped() -> None:
    assert found(confused_character(), "实施十四五规划，贯彻八中央项规定，二四年。") == []


def test_a_village_whose_name_goes_on_is_let_be() -> None:
    assert found(confused_character(), "先后来到陈家湾村、西上碾头村。") == []
    assert found(confused_character(), "沙埕、螺屿、磨盘洲三个渔村开设夜校。") == []
    assert found(confused_character(), "中共桐坪县委农村工作领导小组办公室") == []


@given(st.text(st.sampled_from("乡村振兴新质生产力人居环境，。a㐀😀"), max_size=40))
def test_fixes_of_any_slip_lie_in_the_text_and_give_the_word(text: str) -> None:
    for one in found(confused_character(), text):
        changed = applied(text, one)
        longer = len(changed) - len(text)
        start, end = one.span
        assert changed[start : end + longer] == one.values["expected"] != text[start:end]


def test_a_pair_is_strange_where_prose_lacks_it_or_terms_have_it_another_way() -> None:
    assert strange("乡村") == {}
    assert strange("村乡镇") == {0: UNMET}
    assert strange("产力") == {0: ODD}  # 生产力
    assert strange("乡") == {}
    assert strange("乡㐀") == {0: UNMET}


@given(st.text(st.sampled_from("乡村振兴质产力的"), max_size=20))
def test_how_strange_a_pair_is_does_not_depend_on_what_stands_around(run: str) -> None:
    alone = {
        at: strange(run[at : at + 2])[0]
        for at in range(len(run) - 1)
        if strange(run[at : at + 2])
    }
    assert strange(run) == alone


def test_a_term_is_a_usual_word_of_four_characters() -> None:
    assert is_term("乡村振兴")
    assert not is_term("乡村")
    assert not is_term("村振兴乡")
