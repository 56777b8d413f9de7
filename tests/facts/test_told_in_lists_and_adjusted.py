"""Shares and shifts of lists, budgets that are adjusted, what is taken out, and days in words."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from tests.facts.conftest import Broken, TellsSlip

# The number between braces is right; the slip behind it is found.
_SLIPS = [
    # What is still being done is all that is left.
    ("共受理信访事项86件，办结80件，其余正在办理中{6}件。", "7", "parts-total"),
    # Shifts of the sectors, one behind another.
    ("三次产业结构由上年的17.0:35.5:47.5调整为16.3:35.0:48.7，第一、二、三产业比重较上年分别下降0.7个、下降{0.5}个、提高1.2个百分点。",
     "0.9", "growth-delta"),
    ("三次产业结构由上年的12.3:35.4:52.3调整为12.9:35.1:52.0，第一产业比重上升0.6个百分点，第二、第三产业比重分别回落0.3和{0.3}个百分点。",
     "0.8", "growth-delta"),
    # The shares of a list together, and what is left.
    ("规模以上服务业营业收入占全州比重分别为27.8%、16.5%和9.3%，合计占{53.6}%，其余13个县市占46.4%。",
     "56.3", "percent-share"),
    ("规模以上服务业营业收入占全州比重分别为27.8%、16.5%和9.3%，合计占53.6%，其余13个县市占{46.4}%。",
     "64.4", "percent-total"),
    ("对欧盟、东盟、美国分别出口10.85亿元、7.20亿元和8.61亿元，占出口总值的19.0%、12.6%和15.1%，三者合计占{46.7}%。",
     "76.7", "percent-share"),
    # The last day of the year before is the first of this one.
    ("各项存款余额432.14亿元，同比增长4.66%，比年初增加19.24亿元，上年末为{412.90}亿元。",
     "421.90", "growth-delta"),
    # A budget that was adjusted, and by what.
    ("县人代会批准的一般公共预算收入预算为62774万元，根据实际收入情况调整为61502万元，较年初预算减收{1272}万元。",
     "1722", "growth-delta"),
    ("本级财政一般公共预算总收入由228240万元调整为268738万元，调增40498万元。其中，一般债券转贷收入调增3374万元，上级补助收入调增{37124}万元。",
     "31724", "parts-total"),
    ("一般公共预算收入总计调整为108.57亿元，调增3.05亿元，其中：区本级收入预算{41.50}亿元，不作调整；转移性收入预算调整为67.07亿元，调增3.05亿元。",
     "45.10", "parts-total"),
    ("“三公”经费支出1247万元，比上年减少91万元。其中公务接待费213万元，减少60万元；公务用车费1013万元，减少{31}万元；因公出国（境）费21万元，与上年持平。",
     "13", "parts-total"),
    # What is taken out of a whole, by their names.
    ("一般公共预算支出298316万元，其中当年省专项支出29279万元，上年结转支出6943万元。剔除省专项和上年结转后支出{262094}万元。",
     "260294", "parts-total"),
    # What goes by one name in a whole and in each part.
    ("一般公共预算收入514371万元，其中税收收入265575万元，占51.6%。分区域看，县本级302924万元，其中税收收入148433万元；新区211447万元，其中税收收入{117142}万元。",
     "171142", "parts-total"),
    # Against what stands in the bracket.
    ("生猪均价为15.64元/公斤，较上旬下跌0.62元，跌幅3.80%，较去年同期（18.38元/公斤）下跌{14.90}%。",
     "19.40", "growth-delta"),
    # Industry's output, of those who reported.
    ("规模以上工业总产值实现37.35亿元，同比增长7.8%。其中，轻工业完成9.97亿元，增长{1.1}%；重工业完成27.38亿元，增长10.4%。",
     "7.1", "growth-mix"),
    # Numbers and amounts, each in a clause, and so many together.
    ("新开工项目54个，完成投资28.21亿元，增长21.4%；续建项目72个，完成投资37.96亿元，下降2.5%；126个项目共完成投资{66.17}亿元，增长6.4%。",
     "66.71", "parts-total"),
    ("新开工项目54个，完成投资28.21亿元，增长21.4%；续建项目72个，完成投资37.96亿元，下降2.5%；126个项目共完成投资66.17亿元，增长{6.4}%。",
     "4.6", "growth-mix"),
    # Shares that are all tell that their amounts are.
    ("增值税13514万元，占税收总额的49.8%，增长4.4%；企业所得税4045万元，占14.9%，下降3.5%；其他税种9590万元，占35.3%，增长4.8%。税收总额27149万元，增长{3.3}%。",
     "9.3", "growth-mix"),
    ("增值税13514万元，占税收总额的49.8%；企业所得税4045万元，占14.9%；个人所得税{833}万元，占3.1%；其他税种8757万元，占32.3%。税收总额27149万元。",
     "838", "parts-total"),
    # Windows of which only the first says what was new.
    ("一季度新增减税降费2355万元，二季度新增4595万元，上半年累计新增{6950}万元。",
     "6590", "parts-total"),
    ("增幅最高的石桥镇增长15.9%，最低的柘塘镇下降8.8%，相差{24.7}个百分点。",
     "27.4", "growth-delta"),
    # Holidays of so many days.
    ("国庆中秋八天假期，全县A级景区接待52.6万人次，日均{6.58}万人次。", "5.68", "average"),
    ("春节假期八天，全县接待游客52.6万人次，日均{6.58}万人次。", "5.68", "average"),
]  # fmt: skip

_TRUE = [
    # Shares of something else together; a rest that is not of the same.
    "占全州比重分别为27.8%、16.5%和9.3%，利润合计占61.0%。其他县占44.0%。",
    "甲、乙、丙分别占27.8%、16.5%和9.3%，前两项合计占44.3%。",
    # Half a thing is none, and half a point is.
    "平均每村有服务点1.5个、商店2.5个，覆盖率提高3个百分点。",
    # 其中 says of some only.
    "总收入由228240万元调整为268738万元，调增40498万元。其中，债券收入调增3374万元，补助收入调增31000万元。",
    # Farming is told at constant prices.
    "农林牧渔业总产值82.10亿元，增长3.9%。其中农业45.36亿元，增长1.3%；牧业26.47亿元，增长1.2%；林业10.27亿元，增长2.1%。",
    # Some of those that were told are not among the many.
    "新开工项目54个，完成投资28.21亿元；续建项目72个，完成投资37.96亿元；98个项目共完成投资51.30亿元。",
    # What is taken out was not told.
    "一般公共预算支出298316万元，其中教育支出29279万元。剔除债务还本因素后支出262094万元。",
    "一般公共预算支出298316万元，其中省专项支出29279万元。剔除省专项和不可比因素后支出252094万元。",
    # More was dealt with than came in.
    "全年共收各类案件4154件（不含上年旧存400件）。审结4351件（含上年旧存案件），尚有各类未结案件203件。",
    # Another year's days.
    "国庆假期接待52.6万人次，上年八天假期日均5.91万人次，今年日均7.51万人次。",
]  # fmt: skip


@pytest.mark.parametrize(("text", "slip", "kind"), _SLIPS)
def test_a_slip_is_found_and_the_true_text_is_let_be(
    tells_slip: TellsSlip, text: str, slip: str, kind: str
) -> None:
    tells_slip(text, slip, kind)


@pytest.mark.parametrize("text", _TRUE)
def test_nothing_is_said_of(broken: Broken, text: str) -> None:
    assert broken(text) == []
