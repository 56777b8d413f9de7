"""Lists that other sentences interrupt, go down to the rarest kind, or are all two times."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from tests.facts.conftest import Broken, TellsSlip

# The number between braces is right; the slip behind it is found.
_SLIPS = [
    # 其中 of a part stands in a sentence of its own; then the list goes on.
    ("前三季度实现地区生产总值201.35亿元。其中：第一产业增加值23.64亿元。第二产业增加值90.53亿元。其中，工业增加值71.22亿元；建筑业增加值19.31亿元。第三产业增加值{87.18}亿元。",
     "78.18", "parts-total"),
    ("全年一般公共预算收入完成12.40亿元。其中：税收收入8.30亿元。其中：增值税3.12亿元，企业所得税1.24亿元。非税收入{4.10}亿元。",
     "4.70", "parts-total"),
    ("完成固定资产投资86.40亿元。其中：第一产业投资{5.15}亿元。第二产业投资41.25亿元。其中：装备制造业投资12.30亿元；食品加工业投资8.15亿元。第三产业投资40.00亿元。",
     "3.15", "parts-total"),
    # Of one whole, between semicolons.
    ("养护人员571人。其中本科学历{92}人，大专学历249人，中专学历及以下230人；副高级职称以上19人，中级职称126人，初级426人。",
     "62", "parts-total"),
    ("专任教师3412人。其中，男1216人，女2196人；研究生118人，本科2470人，专科824人；高级教师811人，中级教师1426人，初级教师{1175}人。",
     "1275", "parts-total"),
    ("干部职工412人，其中男268人，女144人；硕士31人，本科{256}人，大专104人，高中21人；35岁以下98人，36至45岁142人，46岁以上172人。",
     "236", "parts-total"),
    # Down to the rarest kind, in whatever units.
    ("全县有学校{168}所，其中幼儿园70所、小学72所、初中18所、普通高中5所、中等职业学校2所、特殊教育学校1所。",
     "188", "parts-total"),
    ("各级各类学校474所。其中，幼儿园230所，小学{196}所，初级中学37所，九年一贯制学校1所，完全中学2所，高级中学5所，中职学校1所，特殊教育学校1所，专门学校1所。",
     "126", "parts-total"),
    ("全县各类医疗卫生机构{135}个，其中：县直卫生机构4个，民营医院1家，乡镇卫生院9家，村卫生室86个，个体诊所35个。",
     "153", "parts-total"),
    # Of what the item is of.
    ("财政收入41824万元，增长30.3%。税收收入31894万元，占76.3%。其中增值税14329万元，契税3631万元。个人所得税增长43.2%。分级次看，市本级收入{36410}万元，乡镇级收入5414万元。",
     "36710", "parts-total"),
    # A year ago in more characters.
    ("全县共接收信访件25件，上一年同期{14}件，同比增长78.57%。", "11", "growth-delta"),
    ("本月受理诉求250件，上个月受理{200}件，环比增长25%。", "300", "growth-delta"),
    ("完成投资25.6亿元，比上一年度增加{5.1}亿元，增长24.9%。", "6.1", "growth-delta"),
    ("出动警力320人次，较上一周增加{20}人次，上升6.7%。", "40", "growth-delta"),
    # So many are summed up; what 其中 tells of one row is of that row.
    ("签约项目12个、总投资55.0亿元，开工项目14个、总投资38.3亿元，投产项目10个、总投资24.2亿元，3个批次合计{36}个、117.5亿元。",
     "86", "parts-total"),
    ("发生事故276起、死亡83人。1.工矿事故21起、死亡20人，其中建筑业9起、11人。2.道路交通事故{131}起、死亡58人。3.火灾121起、死亡2人。4.其他事故3起、死亡3人。",
     "181", "parts-total"),
    # Two lists of one whole have a part in common; one of them may be wrong.
    ("收入总计431192万元，减支出总计407212万元，财政滚存结余23980万元，减结转下年支出{23980}万元，净结余为零。",
     "53980", "parts-total"),
    # Of those whom the teachers teach; what is so many to one may be cut off.
    ("在校学生50882人，其中小学19772人，初中14817人，高中8408人，职业中专1530人，幼儿6355人。小学专任教师1549人，生师比{12.8}∶1。",
     "17.8", "growth-delta"),
    ("初中在校生12605人，专任教师1057人，生师比{11.92}∶1。", "11.82", "growth-delta"),
    # What was told before is told again.
    ("共接收信访件25件。从处理情况看，{25}件信访件中属业务范围外的11件。", "75", "same-measure"),
    ("正在办理12件。从反映对象看，在办理的{12}件信访件中，反映单位的3件，反映群众的5件，反映干部的4件。",
     "21", "same-measure"),
    ("收到政协提案149件，交由31个单位承办。今年承办的{149}件政协提案，满意率达100%。",
     "419", "same-measure"),
]  # fmt: skip

_TRUE = [
    # What stands behind 其中 is of something else, and nothing goes on.
    "实现地区生产总值201.35亿元。其中：第一产业增加值23.64亿元。第二产业增加值90.53亿元。其中：规上工业产值171.22亿元。第三产业从业人员12.5万人。",
    "第一产业投资3.15亿元。第二产业投资41.25亿元。其中：装备制造业投资12.30亿元；食品加工业投资8.15亿元；技改投资9.02亿元。",
    # Some have no title; some kinds have something in common.
    "干部职工412人，其中男268人，女144人；党员231人，团员42人，民主党派16人；高级职称31人，中级职称92人，初级职称45人。",
    "专任教师412人，其中男268人，女144人；本科以上学历256人，研究生以上学历31人，大专以上学历382人。",
    # Without 高中 or the least of the others; with what a bracket tells; by whose they are.
    "各级各类学校159所。其中：幼儿园87所；小学48所；初中19所；中等职业学校1所；特殊教育学校1所。",
    "医疗卫生机构802个，其中医院21个，卫生院34个，村卫生室598个，诊所139个，疾控中心1个，妇幼保健院1个。",
    "各级各类学校174所，其中幼儿园109所（民办27所）、小学44所（含教学点20个）、初中13所、九年一贯制2所、普通高中4所、职业学校1所、特殊教育学校1所。",
    "各级各类学校231所，其中小学120所，初中31所，普通高中5所，中职1所，公办幼儿园22所，民办幼儿园40所。",
    # Of what was dealt with, and not of all.
    "受理信访件125件，办结的115件信访件中，属实的42件，部分属实的31件，不属实的42件。",
    # 可用29天 is 29.3 days; 合作社 are few; the structure is of the year that was reckoned again.
    "热企存煤13.5万吨，可用29天（日均耗煤4606吨）。",
    "上半年新登记2778户，同比增长8.5%，其中企业642户、个体工商户2132户。",
    "2022年全县实现生产总值941718万元，下降4.2%。其中，第一产业增加值53686万元；第二产业增加值456323万元；第三产业增加值431709万元。2021年全县生产总值最终核实数为960552万元，增长9.6%，三次产业结构为5.5∶50.6∶43.9。",
    # What stands beside a whole is none of its rows; kinds of a view are no whole of what follows.
    "卫生机构1841个。其中，医院59个；基层医疗卫生机构1753个，其中社区中心66个、乡镇卫生院73个、村卫生室1315个、诊所295个；专业公共卫生机构24个，其中疾控中心7个、妇幼保健院6个、卫生监督机构7个；其他卫生机构5个。",
    "重点项目94个。按类型分，主要有产业类39个、基础设施类30个、民生类8个。新开工35个，开工率83.3%；竣工17个。",
    # What one day took, what others cost; beyond a task is no task; 建成区 is not built.
    "小麦机收46.8万亩，日最高收割5.1万亩，用时13天。夏粮总产21.45万吨，平均亩产434.7公斤；全县收购6.24万吨。",
    "商品房销售面积35.45万平方米；销售额20.11亿元。二手房成交1864套、16.57万平方米，均价4320元/平方米。",
    "耕地61.81万亩，基本农田52.02万亩，分别超出上级下达任务0.49万亩和0.17万亩。批而未供土地处置1164.6亩，完成率79.2%。",
    "新建管网13.3公里，雨污分流改造5.1公里；建成区绿化覆盖率42.86%。",
    # Of what fell, whose number is not told; kinds of calls leave out others; rounded up.
    "抓获919名，其中刑拘255名、行拘461名，破案197起。日均投入警力288人；街面警情环比降5.9%，其中殴打他人111起、盗窃电动车87起。",
    "有效警情2326起，同比下降2.4%。有效警情中，刑事警情68起、治安警情312起、交通警情913起、纠纷373起、求助590起。",
    "初中在校生11464人，专任教师963人，生师比11.91∶1。",
    # What is new was not to be put right.
    "卫生户厕11.81万户，普及率91.0%；今年新改户厕1064户，问题厕所整改621户，整改完成率98.4%。",
    # What came cheaper is of its own two.
    "完成交易233宗，成交金额9.62亿元。其中政府采购124宗、预算17668万元、成交16149万元，节约1519万元；土地出让19宗，成交价25967万元。",
]  # fmt: skip


@pytest.mark.parametrize(("text", "slip", "kind"), _SLIPS)
def test_a_slip_in_a_list_in_pieces_is_found(
    tells_slip: TellsSlip, text: str, slip: str, kind: str
) -> None:
    tells_slip(text, slip, kind)


@pytest.mark.parametrize("text", _TRUE)
def test_lists_that_are_not_all_are_let_be(broken: Broken, text: str) -> None:
    assert broken(text) == []
