"""substitute, pattern, repeats, near_miss, redundant_approximation."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any

import pytest

from kuaibao_lint import resources
from kuaibao_lint.checks.approximation import redundant_approximation
from kuaibao_lint.checks.near_miss import near_miss
from kuaibao_lint.checks.pattern import pattern
from kuaibao_lint.checks.repeats import repeats
from kuaibao_lint.checks.substitute import substitute
from kuaibao_lint.context import Context
from kuaibao_lint.document import Bulletin
from kuaibao_lint.facts import Facts
from kuaibao_lint.source import Source
from kuaibao_lint.vocabulary import Name, Vocabulary

if TYPE_CHECKING:
    from kuaibao_lint.checks import Check
    from kuaibao_lint.diagnostics import Finding


def test_the_table_of_words_is_sorted_for_it_is_searched_by_halves() -> None:
    lines = resources.read("rules", "terms", "lexicon.txt").splitlines()
    assert lines == sorted(lines)


YUNLING = Vocabulary(
    place="云岭县",
    sections=("环境整治",),
    units=(Name("石桥镇"), Name("柳河乡"), Name("农业农村局"), Name("市场监督管理局")),
)


def found(check: Check, text: str, vocabulary: Vocabulary = YUNLING) -> list[tuple[str, Finding]]:
    source = Source("x.md", text)
    bulletin = Bulletin(source, None, (), None, None, ())
    context = Context(source, text, bulletin, Facts(), vocabulary)
    return [(one.span.of(text), one) for one in check(context)]


def words(check: Check, text: str, vocabulary: Vocabulary = YUNLING) -> list[str]:
    return [word for word, _ in found(check, text, vocabulary)]


class TestSubstitute:
    def test_reports_each_place_with_its_edit(self) -> None:
        [(_, first), (word, second)] = found(substitute(swap={"布署": "部署"}), "布署后再布署")
        assert word == "布署"
        assert (first.span, second.span) == ((0, 2), (4, 6))
        assert second.edits[0].text == "部署"
        assert second.values["expected"] == "部署"

    def test_longest_phrase_wins(self) -> None:
        check = substitute(swap={"洛实": "落实", "贯彻洛实": "贯彻落实"})
        assert words(check, "贯彻洛实") == ["贯彻洛实"]

    @pytest.mark.parametrize(
        ("text", "wrong", "right"),
        [
            ("大会报告", "会报", "汇报"),
            ("推动正规化", "规化", "规划"),
            ("公布署名信件", "布署", "部署"),
            ("积极配合做好", "合做", "合作"),
        ],
    )
    def test_two_words_that_meet_are_no_wrong_word(self, text: str, wrong: str, right: str) -> None:
        assert words(substitute(swap={wrong: right}), text) == []
        assert words(substitute(swap={wrong: right}, whole_words=False), text) == [wrong]

    @pytest.mark.parametrize(
        ("guard", "reported", "silent"),
        [
            ({"unless_before": {"近一步": ("走",)}}, "近一步落实", "走近一步"),
            ({"unless_after": {"近一步": ("步",)}}, "近一步落实", "近一步步来"),
            ({"only_before": {"近一步": ("要",)}}, "要近一步", "近一步"),
            ({"only_after": {"近一步": ("落", "抓")}}, "近一步抓", "近一步"),
            ({"unless_in": {"近一步": ("远近一步路",)}}, "近一步", "远近一步路"),
        ],
    )
    def test_guards(self, guard: dict[str, Any], reported: str, silent: str) -> None:
        check = substitute(swap={"近一步": "进一步"}, **guard)
        assert words(check, reported) == ["近一步"]
        assert words(check, silent) == []

    def test_two_right_words_give_no_fix(self) -> None:
        [(_, finding)] = found(substitute(swap={"近一步": "进一步/近一些"}), "近一步")
        assert finding.edits == ()
        assert finding.values["expected"] == "进一步”或“近一些"

    @pytest.mark.parametrize(
        "options",
        [
            {"swap": {"错": "对"}},
            {"swap": {"甲乙": "甲乙"}},
            {"swap": {}, "unless_in": {"甲乙": ("甲乙丙",)}},
        ],
    )
    def test_bad_options_are_refused(self, options: dict[str, Any]) -> None:
        with pytest.raises(ValueError, match="swap"):
            substitute(**options)


class TestPattern:
    def test_replacement_with_groups(self) -> None:
        check = pattern({r"检察院(副?)院长": r"检察院\1检察长"})
        [(word, finding)] = found(check, "县检察院副院长")
        assert word == "检察院副院长"
        assert finding.edits[0].text == "检察院副检察长"

    @pytest.mark.parametrize("needed", ["丙", "丙丁", "丙丁戊", "好😀", "😀好", "\ufffd"])
    def test_needs_decide_whether_to_look(self, needed: str) -> None:
        check = pattern({"甲.": "乙"}, needs=("无此", needed))
        assert words(check, "甲一") == []
        assert words(check, f"甲一{needed[:-1]}") == []
        assert words(check, f"甲一{needed}") == ["甲一"]
        assert words(check, f"甲一，{needed}。") == ["甲一"]

    @pytest.mark.parametrize(
        ("swap", "error"),
        [({"(": ""}, re.error), ({"甲": r"\2"}, re.error), ({"甲": r"\g<x>"}, ValueError)],
    )
    def test_prepare_meets_bad_patterns_and_templates(
        self, swap: dict[str, str], error: type[Exception]
    ) -> None:
        with pytest.raises(error):
            pattern(swap).prepare()


class TestRepeats:
    @pytest.mark.parametrize(
        ("text", "at", "fixed"),
        [
            ("本期发：县人大大正副主任", "人大大", "人大"),
            ("切实掌掌握情况", "掌掌握", "掌握"),
            ("云岭县农业农村村局", "农业农村村局", "农业农村局"),
            ("财政政局落实资金", "财政政局", "财政局"),
        ],
    )
    def test_a_doubled_character(self, text: str, at: str, fixed: str) -> None:
        [(word, finding)] = found(repeats(terms=("人大", "财政局")), text)
        assert word == at
        assert finding.values["expected"] == fixed
        [edit] = finding.edits
        assert text[: edit.span.start] + text[edit.span.end :] == text.replace(at, fixed)
        assert not finding.unsure

    @pytest.mark.parametrize(
        ("text", "unsure"),
        [
            ("规上工业业企运行平稳", True),  # 工业企业, two of its characters swapped
            ("规上工业业企业运行平稳", False),
            ("助力展发发电产业", True),
        ],
    )
    def test_one_that_may_have_been_swapped_is_not_mended_unasked(
        self, text: str, *, unsure: bool
    ) -> None:
        [(_, finding)] = found(repeats(), text)
        assert finding.unsure is unsure

    @pytest.mark.parametrize(
        "text",
        [
            "县人大大力推进",
            "财政政策和农民工工资",
            "归侨侨眷",
            "全县县委换届",
            "干干净净、红红火火",
            "一座座新居",
            "哈哈哈",
            "推进进企服务",
            "开展展评活动",
            # of units and their members, things and their parts, and people
            "县改革委委员、国安委委员到会",
            "县公安局局机关、税务局局领导",
            "县财政局局属单位",
            "法院院庭长办案",
            "3号楼楼道、青山坝坝顶、路灯灯杆",
            "政协委员刘建建议增设，代表李志志愿服务",
        ],
    )
    def test_two_words_that_meet_are_no_slip(self, text: str) -> None:
        assert words(repeats(terms=("人大", "县委", "财政局")), text) == []

    @pytest.mark.parametrize(
        ("text", "unsure"),
        [
            ("切实掌掌握情况", False),
            ("石桥坊建建设完成", True),  # 坊建, it may be, is a name
        ],
    )
    def test_one_that_may_end_a_name_is_not_mended_unasked(
        self, text: str, *, unsure: bool
    ) -> None:
        [(_, finding)] = found(repeats(), text)
        assert finding.unsure is unsure

    def test_characters_that_double_by_right(self) -> None:
        assert words(repeats(), "掌掌握") == ["掌掌握"]
        assert words(repeats(doubles="掌"), "掌掌握") == []

    def test_a_verb_twice_is_unsure(self) -> None:
        [(word, finding)] = found(repeats(verbs=("推进",)), "全面推进推进工作")
        assert (word, finding.unsure) == ("推进推进", True)


class TestNearMiss:
    @pytest.mark.parametrize(
        ("text", "at", "near"),
        [
            ("石轿镇开展", "石轿镇", "石桥镇"),
            ("县农业农村举开展", "农业农村举", "农业农村局"),
            ("县市场监督管里局", "市场监督管里局", "市场监督管理局"),
            ("县市场监管督理局", "市场监管督理局", "市场监督管理局"),
            ("县市场监督理局", "市场监督理局", "市场监督管理局"),
        ],
    )
    def test_one_slip(self, text: str, at: str, near: str) -> None:
        [(word, finding)] = found(near_miss(), text)
        assert (word, finding.values["near"], finding.unsure) == (at, near, True)

    @pytest.mark.parametrize(
        "text",
        ["石桥镇、柳河乡", "石桥真美", "柳河向东", "石桥村", "下桥镇", "农业农村部门", "石桥"],
    )
    def test_no_slip(self, text: str) -> None:
        assert words(near_miss(), text) == []

    def test_another_right_name(self) -> None:
        assert words(near_miss(), "石轿镇") == ["石轿镇"]
        assert words(near_miss(known=("石轿镇",)), "石轿镇") == []

    def test_a_new_vocabulary_is_seen(self) -> None:
        check = near_miss()
        assert words(check, "石轿镇") == ["石轿镇"]
        assert words(check, "石轿镇", Vocabulary()) == []
        assert words(check, "双庙香到会", Vocabulary(units=(Name("双庙乡"),))) == ["双庙香"]


class TestApproximation:
    CHECK = staticmethod(
        redundant_approximation(
            {"约": ("左右", "多"), "大约": ("余",), "近": ("多",), "超过": ("以上",)},
            behind={"多": ("左右", "以上")},
            unless_before={"约": ("签",), "近": ("附",)},
        )
    )

    @pytest.mark.parametrize(
        ("text", "at", "expected"),
        [
            ("吸引约300人左右参观", "约300人左右", "约300人"),
            ("超过95.5%以上", "超过95.5%以上", "超过95.5%"),
            ("近500多人", "近500多", "500多"),
            ("大约2000余亩", "大约2000余", "2000余"),
            ("超过3个百分点以上", "超过3个百分点以上", "超过3个百分点"),
            ("投入30多万元以上", "30多万元以上", "30多万元"),
            ("发放三百多份左右", "三百多份左右", "三百多份"),
        ],
    )
    def test_said_twice(self, text: str, at: str, expected: str) -> None:
        [(word, finding)] = found(self.CHECK, text)
        assert (word, finding.values["expected"]) == (at, expected)

    @pytest.mark.parametrize(
        "text",
        [
            "约300人",
            "300人左右",
            "近3年多来",
            "约30人上下联动",
            "约300人，左右协调",
            "附近多处",
            "签约50多家",
            "附近50多户",
            "超过300名60岁以上老人",
            "超过20家省级以上企业",
            "300多名60岁以上老人",
            "众多人以上",
        ],
    )
    def test_said_once(self, text: str) -> None:
        assert words(self.CHECK, text) == []

    def test_a_guard_of_no_word_is_refused(self) -> None:
        with pytest.raises(ValueError, match="不在 pairs 中"):
            redundant_approximation({"约": ("左右",)}, unless_before={"近": ("附",)})
