"""two_forms, set_phrase, two_unit_names."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from kuaibao_lint.checks.consistency import set_phrase, two_forms
from kuaibao_lint.checks.unit_names import two_unit_names
from kuaibao_lint.context import Context
from kuaibao_lint.facts import Facts
from kuaibao_lint.parsing import parse
from kuaibao_lint.source import Source
from kuaibao_lint.vocabulary import Name, Vocabulary

if TYPE_CHECKING:
    from kuaibao_lint.checks import Check
    from kuaibao_lint.diagnostics import Finding

FORMS = two_forms(("有限公司", "社区", "小学"))
PHRASES = set_phrase("毒法")
UNITS = two_unit_names(
    {"工商局": ("市场监管局",), "农业局": ("农业农村局",)},
    alike=("教育局/教体局",),
    apart=("原", "家属"),
    unless_in=("更名",),
)


def found(
    check: Check, text: str, vocabulary: Vocabulary | None = None
) -> list[tuple[str, Finding]]:
    bulletin = parse(Source("x.md", text))
    context = Context(bulletin.source, text, bulletin, Facts(), vocabulary or Vocabulary())
    return [(one.span.of(text), one) for one in check(context)]


def pairs(check: Check, text: str, vocabulary: Vocabulary | None = None) -> list[tuple[str, str]]:
    """Return the two forms of each finding, the second as the related span has it."""
    result = []
    for word, finding in found(check, text, vocabulary):
        [related] = finding.related
        other = related.span.of(text)
        assert finding.values["other"] == other
        result.append((word, other))
    return result


class TestTwoForms:
    @pytest.mark.parametrize(
        ("text", "rare", "usual"),
        [
            ("做到“两稳一保”，“两保一稳”见效", "两保一稳", "两稳一保"),
            ("宣传“双减行动”“双简行动”和“双减行动”", "双简行动", "双减行动"),
            ("《云岭县乡镇建社方案》《云岭县乡镇建设方案》《云岭县乡镇建设方案》",
             "云岭县乡镇建社方案", "云岭县乡镇建设方案"),
            ("走访恒同食品有限公司，帮助恒通食品有限公司，恒通食品有限公司投产",
             "恒同食品有限公司", "恒通食品有限公司"),
            ("“放管服”改革，“管放服”改革", "管放服", "放管服"),
            ("《云岭县安全生产条例》《云岭县安全生条例》",
             "云岭县安全生条例", "云岭县安全生产条例"),
            ("云岭县恒通有限公司、恒同有限公司", "恒同有限公司", "恒通有限公司"),
        ],
    )  # fmt: skip
    def test_a_slip_apart(self, text: str, rare: str, usual: str) -> None:
        assert pairs(FORMS, text) == [(rare, usual)]

    def test_counts_are_told(self) -> None:
        text = "“双减行动”“双减行动”“双简行动”"
        [(_, finding)] = found(FORMS, text)
        assert (finding.values["count"], finding.values["others"]) == ("1", "2")

    @pytest.mark.parametrize(
        "text",
        [
            "“一村一策”“一户一策”",
            "“云服务”“云福务”",
            "《云岭县安全生产条例》《云岭县新安全生产条例》",
            "“一湖一策”“一户一策”",
            "“清廉机关”“清廉学校”",
            "“线上办理”“线下办理”",
            "《云岭县乡村建设方案》《云岭市乡村建设方案》",
            "《云岭县乡村建设方案》《云岭县乡村建设方略》",
            "第四小学、第十小学",
            "恒通食品有限公司、恒昌食品有限公司",
            "“双减行动”又一次“双减行动”",
        ],
    )
    def test_two_things(self, text: str) -> None:
        assert found(FORMS, text) == []


class TestSetPhrase:
    @pytest.mark.parametrize(
        ("text", "at", "other"),
        [
            ("增强大家禁毒、拒毒、防毒的意识，筑牢反毒、防毒、拒毒防线",
             "反毒、防毒、拒毒", "禁毒、拒毒、防毒"),
            ("学法、守法、用法，学法、用法、守法", "学法、用法、守法", "学法、守法、用法"),
        ],
    )  # fmt: skip
    def test_another_order_or_word(self, text: str, at: str, other: str) -> None:
        assert pairs(PHRASES, text) == [(at, other)]

    @pytest.mark.parametrize(
        "text",
        [
            "禁毒、拒毒、防毒，禁毒、拒毒、防毒",
            "省级、市级、县级，市级、县级、乡级",
            "禁毒、拒毒、防毒，识毒、缉毒、吸毒",
            "学法、守法、用法，学法、知法、守法、用法",
        ],
    )
    def test_one_form(self, text: str) -> None:
        assert found(PHRASES, text) == []


class TestTwoUnitNames:
    @pytest.mark.parametrize(
        ("text", "at", "other"),
        [
            ("县市场监管局开展检查，县工商局出动30人。", "县工商局", "县市场监管局"),
            ("云岭县市场监管局开展检查，工商局出动30人。", "工商局", "县市场监管局"),
            ("县教体局开展检查，由县教育局督导。", "县教育局", "县教体局"),
        ],
    )
    def test_in_one_item(self, text: str, at: str, other: str) -> None:
        assert pairs(UNITS, text) == [(at, other)]

    @pytest.mark.parametrize(
        "text",
        [
            "县市场监管局检查原工商局院内商户。",
            "县市场监管局检查工商局家属院。",
            "县市场监管局接收原质监局、工商局档案。",
            "市市场监管局通报县工商局。",
            "县工商局更名为县市场监管局。",
            "县农业农村局、县财政局开展检查。",
            "县教体局到新乡县教育局交流，县教体局组织。",
            "县教体局参加市教育局培训。",
            "云岭县市场监管局到石桥县工商局考察。",
        ],
    )
    def test_two_units_or_none(self, text: str) -> None:
        assert found(UNITS, text) == []

    def test_names_that_the_publication_lists(self) -> None:
        units = (Name("农业农村局", ("农业局",)),)
        text = "县农业农村局培训农户，县农业局发放资料。"
        assert pairs(UNITS, text) == [("县农业局", "县农业农村局")]
        assert pairs(UNITS, text, Vocabulary(units=units)) == []

    def test_each_item_by_itself(self) -> None:
        text = (
            "## 【民生保障】\n\n**县市场监管局开展检查** 检查商户30家。（市场监管局）\n\n"
            "**县工商局旧档案移交** 移交档案300份。（档案馆）\n"
        )
        assert found(UNITS, text) == []

    def test_a_long_text_is_read_by_its_paragraphs(self) -> None:
        filling = "全县上下扎实推进各项工作。" * 60
        assert found(UNITS, f"县市场监管局检查。{filling}\n\n县工商局检查。{filling}\n") == []
        assert pairs(UNITS, f"{filling}\n\n{filling}县市场监管局、县工商局检查。\n") != []
