"""What pages of counties have: growths against one told before, shares made to make 100."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from tests.facts.conftest import Broken, TellsSlip

# The number between braces is right; the slip behind it is found.
_SLIPS = [
    # Beyond another's growth that was told sentences before, by its name or a short one.
    ("全县地区生产总值87.4亿元，同比增长5.2%。第二产业增长6.8%。其中，工业增加值29.3亿元，增长7.5%，高于GDP增速{2.3}个百分点。",
     "3.2", "growth-delta"),
    ("全市地区生产总值364.2亿元，增长4.7%。第三产业增长6.1%，高于全市经济增速{1.4}个百分点。",
     "4.1", "growth-delta"),
    ("全县规模以上工业增加值增长8.2%。装备制造业增长11.5%，快于规上工业3.3个百分点。高技术制造业增加值增长{13.0}%，高于规上工业4.8个百分点。",
     "18.0", "growth-delta"),
    ("全县固定资产投资增长6.3%。民生领域投资增长9.9%。工业技改投资增长12.4%，增速高于全部投资{6.1}个百分点。",
     "1.6", "growth-delta"),
    ("全县固定资产投资增长6.3%。其中工业投资增长12.4%，增速高于全部投资6.1个百分点；民间投资增长8.8%，快于全部投资{2.5}个百分点。",
     "5.2", "growth-delta"),
    # Lower than a place whose own number stands in the bracket, in a sentence of its own.
    ("上半年，青河县城镇居民人均可支配收入19017元，同比增长3.9%。人均可支配收入比全市低{2568}元（全市为21585元），比全省低5121元（全省为24138元）。",
     "2658", "growth-delta"),
    ("上半年，青河县城镇居民人均可支配收入19017元，同比增长3.9%。收入水平比全市低2568元（全市21585元）；增幅比全市低1.5个百分点（全市为5.4%），比全省低{1.7}个百分点（全省为5.6%）。",
     "1.2", "growth-delta"),
    ("上半年，全县规模以上工业增加值增长8.1%。增速比全市高{0.9}个百分点（全市为7.2%）。",
     "0.4", "growth-delta"),
    # Rows of two kinds each, of which all are parts; rates of parts of a plan that add up.
    ("改造农村危房2855户，其中五保户修缮169户、新建177户；低保户修缮{272}户、新建116户；贫困残疾人修缮31户、新建10户；其他贫困户修缮1349户、新建731户。",
     "227", "parts-total"),
    ("完成投资56.9亿元，占年度计划的{75.9}%。其中：产业项目完成19.2亿元，占年度计划的64%；民生项目完成12.5亿元，占年度计划的83.5%；基础设施项目完成25.2亿元，占年度计划的84.0%。",
     "45.9", "completion-mix"),
    # Each kind of school has a sentence; a remark in the words of a percentage.
    ("全县高中段教育共有学校6所；招生3133人，比上年增加321人；在校生为8637人。普通高中5所；毕业生2158人；招生2500人；在校生{6747}人。中等职业学校1所；毕业生582人；招生633人；在校生1890人。",
     "6477", "parts-total"),
    ("地方一般公共预算收入完成109489万元，占预算（预算调整数，下同）的100%，其中税收收入77864万元，占预算的{101.6}%，非税收入31625万元，占预算的96.3%。",
     "110.6", "completion-mix"),
    # Two shares of a whole that has a name and is not told.
    ("对东盟进出口835.9亿元，增长6%，占全市外贸总值的18.1%；民营企业进出口{1671.1}亿元，增长27.2%，占全市外贸总值的36.2%。",
     "1617.1", "percent-share"),
    # What the sectors win and lose, said to have risen (提高).
    ("三次产业结构为7.1:41.2:51.7，与上年相比，第一产业比重提高0.3个百分点，第二产业比重下降3.1个百分点，第三产业比重提高{2.8}个百分点。",
     "8.2", "percent-total"),
    # One digit, where the rest of the sum is right in another one.
    ("受理群众来访430件。来信235件、占55%；来访56件、占13%；来电38件、占{9}%；网络100件、占23%；其他1件。",
     "4", "percent-share"),
    ("公务接待费431万元，比上年433万元减少{2}万元，下降0.46%。", "7", "growth-delta"),
]  # fmt: skip


@pytest.mark.parametrize(("text", "slip", "kind"), _SLIPS)
def test_a_slip_is_found(tells_slip: TellsSlip, text: str, slip: str, kind: str) -> None:
    tells_slip(text, slip, kind)


@pytest.mark.parametrize(
    "text",
    [
        # The place's own growth was not told; two may be meant; another measure; another window.
        "全县规模以上工业增加值增长8.2%。装备制造业增长11.5%，高于全市规上工业1.3个百分点。",
        "全县工业投资增长8.2%。高技术制造业增加值增长13.0%，高于规上工业2.8个百分点。",
        "全县规模以上工业增加值增长8.2%。6月份，装备制造业增加值增长11.5%，高于规上工业1.3个百分点。",
        "上半年全县规模以上工业增加值增长8.2%。7月，装备制造业增加值增长11.5%，高于规上工业1.3个百分点。",
        "一季度规上工业增加值增长8.2%，上半年规上工业增加值增长7.4%。全年装备制造业增长11.5%，高于规上工业2.3个百分点。",
        "全县工业投资增长12.4%。民间投资增长8.8%，快于全部投资1.5个百分点。",
        # One was rounded up or down, so that they make 100.
        "从举报方式看，来信6件、占43%；来访3件、占21%；来电3件、占21%；网络2件、占15%。",
        "受理68件。其中检举控告类50件，占74%；业务范围外6件，占8%；无实质内容12件，占18%。",
        # One digit that may be of something else, or was cut off.
        "受理430件。来信235件、占55%；来访56件、占13%；来电38件、占8%；网络100件、占23%；其他1件。",
        "受理430件，其中来信235件、来访195件；重复来访12件，占6%。",
        # All percentages are cut off; the pace is another one; one more was dealt with otherwise.
        "事故起数减少8起、为37起，下降17.77%；死亡33人，减少9人，下降21.42%；受伤14人，减少17人，下降54.83%。",
        "1—5月，市级项目完成投资69.9亿元，完成年度计划的54.4%，高于序时进度4.4个百分点；县级项目完成投资18.5亿元，完成年度计划的29.7%，低于序时进度20.3个百分点。",
        "经审查后决定起诉348件427人，决定不起诉48件55人，不诉率为11.59%。",
        "已办结审查起诉397件483人，适用认罪认罚审结374件439人，认罪认罚适用率91.08%。",
        # Sentences that are no rows of the first: another measure, some of it only.
        "全县医院12所；床位1862张；卫生技术人员2307人。县人民医院1所；床位844张；医师318人。县中医院1所；床位318张；医师189人。",
        "全县学校56所；在校生28637人；教师2133人。小学31所；在校生12500人；教师947人。初中12所；在校生6890人；教师633人。",
        # Of wholes that are not called alike, or of none by a name.
        "机电产品出口635.9亿元，占全市出口总值的31.5%；民营企业进出口1671.1亿元，占全市外贸总值的36.2%。",
        "进出口835.9亿元，占全省的18.1%；出口571.1亿元，占全省的16.2%。",
        # Of another income; of which of two; what is left is no whole of what comes.
        "青河县城镇居民人均可支配收入19017元，同比增长3.9%。农村居民人均可支配收入比全市低2227元（全市为12905元）。",
        "全县工业增加值增长8.1%，固定资产投资增长5.1%。增速比全市高1.9个百分点（全市为7.2%）。",
        "债务余额40.21亿元，剩余空间1.17亿元。新增债券4.21亿元，用于11个项目；发行再融资债券1.97亿元，用于偿还本金。",
        # A part that is counted otherwise, or apart, and exceeds the whole by itself.
        "全县共有学校150所，其中高中8所、初中16所、小学37所、教学点40个、幼儿园88所、特教1所。",
        "审结审查起诉案件324件。共起诉252件。共不起诉72件。退回补充侦查30件。",
    ],
)
def test_nothing_is_said_of(broken: Broken, text: str) -> None:
    assert broken(text) == []


@pytest.mark.parametrize(
    ("text", "kind", "place"),
    [
        ("死亡33人，减少9人，下降21.42%；受伤14人，减少17人，下降54.84%。",
         "growth-delta", "21.42%"),
        ("1—5月，市级项目完成年度计划的46.1%，高于序时进度4.4个百分点；县级项目完成年度计划的29.7%，低于序时进度20.0个百分点。",
         "growth-delta", "29.7%"),
        ("经审查后决定起诉348件427人，决定不起诉48件55人，不诉率为14.41%。",
         "completion-rate", "14.41%"),
    ],
)  # fmt: skip
def test_one_alone_is_a_slip(broken: Broken, text: str, kind: str, place: str) -> None:
    assert broken(text) == [(kind, place)]


def test_parts_that_exceed_their_whole_are_told(broken: Broken) -> None:
    text = "全县共有学校150所，其中高中8所、初中46所、小学37所、幼儿园88所、特教1所。"
    assert broken(text) == [("parts-total", "150所")]
