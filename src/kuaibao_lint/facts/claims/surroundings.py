"""What stands around the numbers of a passage: titles, brackets, and what they are parts of."""

from __future__ import annotations

from kuaibao_lint.facts import numerals
from kuaibao_lint.patterns import pattern

# 空调占比最高，达43%: a clause between a share's words and its number.
HIGHEST = pattern("(?<=[占重例比])最[高大多低小]$")
# 超序时进度5.0个百分点: the pace is as much of the year as has gone by.
PACE = pattern("序时|时序进度|时间进度|均衡进度|[欠超慢快差滞后]于?进度")
# 通过率（按金额）: the same, in a bracket behind it.
MEASURED_BEHIND = pattern(
    "(?P<rate>[^，；。、：（）()0-9]{2,10}率)[（(]按?"
    "(?P<what>人数|[件户宗套栋个项亩]数|金额|资金|面积|(?<=按)[户人件宗套栋亩](?=[计）)]))"
    "(?:计算?|统计|口径)?[）)]"
)
# 按53.4万常住人口计: a number whose unit is what is counted.
PEOPLE = pattern("(?:常住|户籍|城区|总)?人口")
# Before a bracket whose amounts are of another time: 与上月（80批）相比, 两项指标同比（事故13起);
# or of something else: 均不含污水处理费（居民0.85元、非居民1.20元）.
BESIDE = pattern(
    "(?:[与和同较比](?:[TPY]|年[初底末]|上[年月周季][末底度]?|前年)[^，；]{0,8}?(?:相[比较])?"
    "|[同环]比|[PY]|(?:不[含包计]|未[含计]|剔除|扣除)[^，；]{0,10})$"
)
# Behind 同期: the name of a measure.
NAMED = pattern("[^为是，；。0-9增减]{2,12}[为是]?[0-9]")
OTHER_BASES = frozenset(("年初", "年底", "年末", "上年末", "上年底", "上月", "上季度", "上周"))
# Before the first part of a whole.
PARTS = pattern(
    "其中|主要[^，；：。]{0,4}[:：]|包括|(?:由|分为)[^，；]{1,8}(?:构成|组成)?[:：]|[，,]由(?=[^，；。的]{2,12}$)"
    "|(?:^|[，；：（(])(?:里[面头边]|当中)(?!的)"
)
PARTS_MARKS = pattern("[其主包由为里当]")
# 人员经费868万元，主要包括工资、津贴等；公用经费85万元: what such words name has no numbers.
PARTS_ENDED = pattern("；|等(?:[^，；、0-9]{0,4})[，；]")
# 138家新入库企业中，工业51家: right behind the whole.
AMONG = pattern("^[^，。；、：]{0,12}中[，,：:]")
# 在立案的提案中，…: of what the shares that follow are.
AMONGST = pattern(
    "(?:^(?:[一二三四五六七八九十]{1,2}、|[（(][一二三四五六七八九十]{1,2}[）)])?|[，；：])"
    "(?P<whole>[^，；。、：（）]{2,16}?)(?:中[，：]|(?:(?:安排|分配|投向)(?:情况)?(?:如下)?|(?<=资金)(?:用于)?"
    "|(?<=[收支][入出])的?(?:具体)?(?:完成|执行)?情况(?:如下|[是为])?)：)"
)
AMONGST_FILLING = pattern(
    "^(?:在|T|本[周月年季期]|所|全部|上述|以上|这些|[全我本][县市区镇乡])+|的"
)
# 立案提案, 办结事件, 不捕人员: to whom or what a thing was done.
DONE_TO = pattern(
    "(?:案件|工单|事[项件]|问题|诉求|提案|建议|项目|人员|对象|企业|线索|申请|隐患|纠纷|图斑|单位|村|户|党员|团员|学生|干部|人才)$"
)
# 水果18.71万亩。柑橘类占水果面积的七成以上，其中脐橙11.97万亩: of what has no number.
OF_THE_UNTOLD = pattern("^[^，；。：:看分按中]{4,24}，其中[^，；。：:]{1,12}$")
VIEW_MARKS = pattern("[看：:分按况一容据]")
VIEW = pattern(
    r"(?:类型|分类|类别|渠道|领域|行业|区域|性质|去向|方式|资金来源|经费来源)(?:看|分布|情况|构成)?(?:是|为|如下)?[：:]"
    r"|(?:^|[，。；：:、）)])一是|分[^，。；]{1,8}[看：:]|按[^，。；]{1,10}(?:分|看|统计[：:])|"
    r"按[^，。；]{0,6}(?:方式|来源|渠道|类型|类别|性质|级次|级别|层级|用途|行业|领域|对象|形式|性别|年龄|部门)"
    r"(?:分类|区分|统计|计)?[，,：:]|从[^，。；]{1,8}看|部门情况是|分[^，。；]{1,4}分别"
    r"|按[^，。；、0-9]{2,8}统计：|(?:根据|依据|从)[^，。；、0-9]{2,16}(?:分类|划分|区分)[，,：:]"
    "|(?:[收结受立]案|受理|[审办]结)情况[：:]|分[两二三四五六]批[^，。；、0-9]{1,6}，|内容上(?:看)?，"
)
# 从火灾原因看，…: a view of what these were the causes of; 收案情况：…: of what was so done.
CAUSED = pattern(
    "[从按分](?P<whole>[^，。；：、]{2,8}?)(?:的?主要)?[原成诱]因|(?P<doing>[收结受立]案|受理|[审办]结)情况[：:]"
)
# 非税收入主要项目完成情况：…: there are others.
MAINLY = pattern("主要[^，；。：由是为]{1,8}[：:][^，；。：]*$")
SOME_OF_THEM = pattern("前|居|主要|其中|较|最|重点")
_OLDER = "(?:含|包括)(?:上期|上月|上年|往年|历年|以前|去年|旧存|结转|积存)"
TAKES_IN = pattern(f"[（(]{_OLDER}")
# 提起公诉673人（含上期积存）: more than came in, and no part of it.
CARRIED = pattern(
    "[（(](?![^（）]{2,8}[0-9]{1,8}[^（）0-9]{1,2}[、，和](?:新|当年))"
    f"(?:{_OLDER}|含已|已[计纳含列]|撤回|未到期|免|扣除|剔除|含[^（）0-9]{{0,4}}补[贴助]"
    "|不含|不计|不纳|不包|不列|另计|单列|部分[^（）]{0,12}(?:多[个种项类]|同时|重复|交叉)|有重复|有交叉|可多选"
    "|同一[^（）0-9]{1,14}只计)"
)
# 支付率90.9%（按到位资金计算）: of that, and not of what stands beside it.
# 增长5.6%（同企业口径）, 增长5.6%（剔除退税因素）: of another extent than what is told.
RECKONED_BY = pattern(
    "[（(](?:按[^（）()0-9件户个人]{2,12}(?:计算?|口径|统计)|(?:[可相]比|同)[^（）()0-9]{0,6}口径"
    "|(?:[扣剔]除|还原)[^（）()0-9]{2,16})[）)]"
)
# 办结率（含阶段性办结）97.0%, 通过率（按金额）59.8%: of more, or of what is counted otherwise.
RATED_SO = pattern("[率度面][（(](?:按|含|包括|不含|不计|剔除|扣除)[^（）()]{1,12}[）)]$")
# 经审查（含上期积存）批准逮捕156人: the same, told before what was done.
CARRIED_AHEAD = pattern(
    f"(?P<of>[^，；。（）()0-9]{{1,16}})[（(]{_OLDER}[^（）()0-9]{{0,8}}[）)](?![，；])"
)
# 按类型分（一件涉及多类的分别计算），大气37件、…: what follows adds up to more than there is.
COUNTED_AGAIN = pattern(
    "[（(][^（）()。]{0,16}(?:多[个种项类]|重复|交叉|多选|分别(?:计|统计)|兼有|叠加)[^（）()。]{0,12}[）)]"
)
# 城建93件、社保83件、涉法44件，居前三位: there are more; and
# …约谈119家、暂停服务11家。部分机构同时受到两种以上处理: so does what stands before.
# All begin with one of a few characters, which the engine looks for quickest by themselves.
COUNTED_TWICE = pattern(
    "[部有个少存，](?:(?:(?<=部)分|(?<=有)的|(?<=个)别|(?<=少)数)[^，。；、0-9]{1,8}"
    "(?:同时|重复|交叉|兼|[两二多]种)|(?:(?<=有)|(?<=存)在)(?:重复|交叉)(?:计|统|情)"
    "|(?P<some>(?<=，)(?:分|位|均|排)?[居列名](?:全[县市])?前))"
)
# 批准153件，不批准36件，其余正在办理: what follows says that these are not all; nor are those
# that 居前三位.
REMAINS = pattern(
    "[^，；。、（）0-9]{0,8}[，；](?:其余|余下|另有|另外|另|还有|撤回|未评|未参评|[居位排]|分[居列]|占比[较最])"
)
# 21万元，与上年持平; 预算41.5亿元，不作调整.
UNMOVED = pattern("^，(?:与[^，；。]{1,5})?(?:持平|不作?调整|保持不变)")
# Between the members of a list, and between a level and its mate of another unit (437户680人).
LISTED = pattern(r"[、和与及以,，]{0,2}$")
# 法人单位中批发业83个，占9.16%: of what is named.
OUT_OF = pattern("^(?P<whole>[^，；]{2,12})中(?=[^，；]{2})")
# 贷款投向种植业9万元、加工业4万元: the words name what the list is of.
GONE_TO_MARKS = pattern("投|自|源|布|用于")
GONE_TO = pattern(
    "^(?P<whole>[^，；、]{2,8}?)(?:主要)?(?:投向|流向|来自|来源于|分布[在于]|(?<=..(?:资金|补助|债券|经费))用于)"
)
# 60.6立方米/万元，比上年的65.67立方米/万元下降7.72%: the rest of a unit.
PER_UNIT = pattern("^/(?:万元|元|公顷|[立平]方米|亩|人|户|吨|公斤|千克|升|小时|日|天|年|月|件|次)")
# 信访总量619件（人）次, 证书和证明合计12387本（份）: the units that are counted with the first.
ALSO_COUNTED = pattern("[（(](?P<units>[件批人户份本套只峰口头匹间部宗项个次、]{1,7})[）)]")
# 一、… 2.… （三）… 四是… ⑤…: the number of an item in a list, at the begin of its words.
_NUMBERED = pattern(
    r"\s*(?:[（(](?:[一二三四五六七八九十]{1,2}|[0-9]{1,2})[）)]|[一二三四五六七八九十]{1,2}[、.．是]"
    r"(?![二三四五六][、和与及产次审季级类])"  # 一、二、三产业; 一、二审
    r"|[0-9]{1,2}(?:、|[.．](?![0-9]))|[①-⑨])"
)
FIRST_ITEM = pattern(
    r"(?:^|[：:，。；])\s*(?=[（(]?[一1][）)、.．是][^，。；：:]*$|①[^，。；：:]*$)"
)
_NUMBERS = frozenset("一二三四五六七八九十123456789①②③④⑤⑥⑦⑧⑨")
_BEFORE_NUMBERS = _NUMBERS | frozenset("（( 　\n\r\t")


def item_of(words: str) -> tuple[str, int]:
    """Return the style and the number of an item: 1 and 2 of 一、… 二、…, in one style.

    Of ——…, which has no number, 0.
    """
    if words[:1] == "—" and words.startswith("——"):
        return "——", 0
    found = _NUMBERED.match(words) if words[:1] in _BEFORE_NUMBERS else None
    if found is None:
        return "", 0
    mark = found[0].strip()
    if len(mark) == 1:
        return "①", ord(mark) - ord("①") + 1
    printed = mark.strip("（(）)、.．是")
    number = int(printed) if printed.isdigit() else numerals.words(printed)
    return mark.replace(printed, "1" if printed.isdigit() else "一"), number or 0


def without_number(words: str) -> str:
    """Return 教育支出 of 2.教育支出, and of 二是教育支出."""
    numbered = _NUMBERED.match(words) if words[:1] in _NUMBERS else None
    return words[numbered.end() :] if numbered else words
