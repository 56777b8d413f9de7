from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kuaibao_lint.facts import Relation, read
from kuaibao_lint.facts import relations as sums
from kuaibao_lint.facts.claims import figure
from kuaibao_lint.facts.numerals import slips
from kuaibao_lint.parsing import parse
from kuaibao_lint.source import Source

if TYPE_CHECKING:
    from tests.facts.conftest import Broken

FISCAL = (
    "**我县财政收入增长 3.6%** 1—4月，全县一般公共预算收入完成52640万元，为预算的41.8%，增长3.6%。"
    "其中：税收收入完成30915万元，下降4.2%，占一般公共预算收入的58.7%；"
    "非税收入完成21725万元，增长17.2%，占一般公共预算收入的41.3%。（财政局）"
)


def relations(text: str) -> tuple[Relation, ...]:
    return read(parse(Source("x.md", text)), text).relations


def test_a_true_paragraph_holds_in_every_relation() -> None:
    found = relations(FISCAL)
    assert {r.kind for r in found} == {
        "title-body-figure", "percent-share", "percent-total", "parts-total", "growth-mix"
    }  # fmt: skip
    assert all(r.holds for r in found)


@pytest.mark.parametrize(
    ("right", "wrong"),
    [
        ("58.7%", "57.8%"),
        ("41.3%", "41.8%"),
        ("30915万元", "30951万元"),
        ("52640万元", "52460万元"),
        ("17.2%", "71.2%"),
    ],
)
def test_one_slip_gives_one_finding_at_the_slip(broken: Broken, right: str, wrong: str) -> None:
    found = broken(FISCAL.replace(right, wrong))
    assert [place for _, place in found] == [wrong]


def test_a_broken_relation_shows_the_sum() -> None:
    (wrong,) = [
        r for r in relations(FISCAL.replace("58.7%", "57.8%")) if not r.holds and r.reported
    ]
    assert wrong.working == "30915 ÷ 52640 = 58.73%，文中为 57.8%"


@pytest.mark.parametrize(
    ("text", "kind", "place"),
    [
        ("全县用电量5160万千瓦时，上年同期4800万千瓦时，同比增长5.7%。", "growth-delta", "5.7%"),
        ("1—4月，旅游收入4160万元，同比增收960万元，增长36%。", "growth-delta", "36%"),
        ("石桥镇植树由上年的3200亩增加到4160亩，增加690亩。", "growth-delta", "690亩"),
        ("完成投资4.2亿元，占计划投资6亿元的80%。", "completion-rate", "80%"),
        ("共受理诉求345件，已办结300件，办结率87.7%。", "completion-rate", "87.7%"),
        ("全县156个重点项目开工142个，开工率93.0%。", "completion-rate", "93.0%"),
        ("三次产业结构为8.1:41.6:53.0。", "percent-total", "8.1:41.6:53.0"),
        ("为120名老人发放补助96000元，人均900元。", "average", "900元"),
        ("整改隐患：石桥镇7处，柳河乡6处，合计12处。", "parts-total", "12处"),
        ("共排查纠纷12起，其中邻里纠纷7起、土地纠纷6起。", "parts-total", "12起"),
    ],
)
def test_contradiction(broken: Broken, text: str, kind: str, place: str) -> None:
    assert broken(text) == [(kind, place)]


@pytest.mark.parametrize(
    "text",
    [
        # A balance that grew since January, and against last year.
        "存款余额96.5亿元，较年初增加4.1亿元，同比增长8.2%。",
        # Parts may be fewer than the whole.
        "共排查纠纷15起，其中邻里纠纷6起、土地纠纷4起，已化解12起。",
        # Constant prices: the parts' rates do not mix to the total's.
        (
            "生产总值56.82亿元，增长4.6%。其中，第一产业增加值5.32亿元，增长9.5%；"
            "第二产业增加值11.49亿元，增长9.9%；第三产业增加值40.01亿元，增长9.9%。"
        ),
        # A rate of a rate, an average, another measure's growth.
        "收入完成33400万元，增幅同比回落19.3%，税收增长5%。",
        # A new subject after a semicolon.
        "完成基金收入969万元，其中出让收入866万元；完成基金支出4093万元，同比下降78.5%。",
        # 由…提高到… is no pair of parts.
        "筹资标准由每人50元提高到100元，其中财政补助标准由40元提高到80元。",
        # Widened figures.
        "共走访约300户，其中已脱贫户210户，占比约68%。",
        # Another whole.
        "一季度，完成入库投资6580万元，同比增长64%，占工业投资比重11.22%。",
        # Rounded parts.
        "生产总值235.28亿元，其中第一产业29.08亿元，第二产业113.74亿元，第三产业92.47亿元。",
    ],
)
def test_no_claim_where_the_words_leave_doubt(broken: Broken, text: str) -> None:
    assert broken(text) == []


def test_figures_of_two_items_are_not_mixed(broken: Broken) -> None:
    text = "**甲** 收入100万元。（财政局）\n\n**乙** 其中税收300万元，占比为30%。（税务局）"
    assert broken(text) == []


@pytest.mark.parametrize(
    "told",
    [
        "企业17户，其中甲村26户，",
        "企业17户，主要是甲村：26户，",
        "企业17户，“包 括”甲村26户，",
        "企业17户，由甲村26户，",
        "企业17户（含甲村26户），",
        "17户企业“中”，甲村26户，",
        "上年同期12户，现有24户，翻一番，",
        "现有24户，是上年同期12户的2倍，",
        "学校5所，投入20万元，校均4万元，",
        "种植200亩，亩产5公斤，总产1000公斤，",
        "购苗200株，付款25000元，“单 价”125元/株，",
        "购苗200株，付款25000元，每株125元，",
        "三次产业结构为8.1:41.6:50.3，",
        "城镇居民人均可支配收入20000元，农村居民人均可支配收入10000元，收入比为2.0，",
    ],
)
def test_a_sum_without_percentages_and_three_alike_is_seen(told: str) -> None:
    assert relations(f"**县财政局通报有关情况** {told}到场5名，发放8份。（财政局）")


@given(st.integers(10, 10**9).map(str))
def test_every_slip_can_be_undone_by_one_slip(digits: str) -> None:
    for wrong in slips(digits):
        assert digits in slips(wrong) or wrong == digits


@given(
    st.lists(
        st.sampled_from(
            [
                "其中",
                "占",
                "的",
                "增长",
                "万元",
                "%",
                "3",
                "12.5",
                "，",
                "；",
                "。",
                "分别",
                "合计",
                "率",
                "计划",
                "由",
                "到",
                "上年同期",
                "人均",
                "、",
                "和",
                "收入",
                "户",
                "1:2:3",
                "产业",
                "（局）",
            ]
        ),
        max_size=40,
    ).map("".join)
)
def test_any_order_of_words_is_read(text: str) -> None:
    for relation in relations(text):
        assert all(
            0 <= s.start < s.end <= len(text) for s in (relation.primary, *relation.operands)
        )


@pytest.mark.parametrize(
    "text",
    [
        "城镇人均可支配收入0元，下降100%；农村人均可支配收入0元，下降100%。城乡收入比由上年的2.05缩小至2.02。",
        "甲案件0起，下降100%，乙案件5起，增长25%，丙案件6起，增长20%，三类案件合计增长10%。",
        "产值由2020年的0亿元增加到2024年的94亿元，年均增长95.8%。",
        "收入100万元，增长5%，其中税收收入0万元，下降100%；非税收入100万元，增长25%。",
    ],
)
def test_what_fell_to_nothing_is_reckoned_back_without_an_error(text: str) -> None:
    assert all(relation.working for relation in relations(text))


WRONG = "**整治** 共排查178处，其中已整改61处，占34.8%。（应急局）\n\n" * 30


def test_a_text_of_many_wrong_sums_is_told_of_each(broken: Broken) -> None:
    assert len(broken(WRONG)) == 30


def test_a_page_of_nothing_but_wrong_sums_is_given_up(
    broken: Broken, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(figure, "_TRIES", 20)
    assert 0 < len(broken(WRONG)) < 20


def test_a_page_of_more_figures_than_any_archive_is_given_up(
    broken: Broken, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(sums, "_MOST", 30)
    assert len(broken(WRONG)) == 10  # three figures an item


def test_what_is_longer_than_any_item_is_not_reckoned(broken: Broken) -> None:
    long = "一是抓好落实。" * 15_000
    assert broken(WRONG + "**落实** " + long + WRONG[:40]) == broken(WRONG)
