"""The words that names of measures are made of: what was done, what is left, what a rate is of.

`phrasings` has the wordings that give a number its role; these tell what it counts, and of what.
"""

from __future__ import annotations

from kuaibao_lint.light_typing import TYPE_CHECKING
from kuaibao_lint.patterns import pattern

if TYPE_CHECKING:
    from collections.abc import Mapping

# A whole of each place's own: 甲、乙两县…，占本县工业的比重分别为.
EACH_ITS_OWN = ("本", "各", "当地", "所在")
# So much a unit of land: what was grown and the land may stand behind it.
YIELD = ("单产", "亩产")
# So much for each: how much was sold, and for how much in all, may stand behind it.
PRICE = ("均价", "单价", "售价")
# What an average may be of, besides the money that was told.
OWN_MEASURES = ("增收", "毛利", "利润", "分红", "罚款", "税收", "收益", "收入", "产值")
_PEOPLE, _HOUSEHOLDS = frozenset(("人", "人次")), frozenset(("户", "家", "户次"))
_DAYS = frozenset(("天", "个工作日"))
_SOLD = frozenset("平方米 吨 公斤 亩 件 单 票 台 辆 套 头 羽 担".split())  # noqa: SIM905
# Whom an average counts, by the word that it is taken of (户均, 平均每户, 每户): their units. What
# is not told here is a unit itself (每公里).
COUNTED = {
    "人": _PEOPLE,
    "生": _PEOPLE,
    "名": frozenset(("人",)),
    "师": frozenset(("人",)),
    "户": _HOUSEHOLDS,  # and no 笔: one household may have several loans
    "村": frozenset(("个", "村")),
    "镇": frozenset(("个",)),
    "乡": frozenset(("个",)),
    "校": frozenset(("所",)),
    "案": frozenset(("起", "件", "宗")),
    "次": frozenset(("次", "人次")),
    "日": _DAYS,
    "天": _DAYS,
    "亩": frozenset(("亩",)),
    "店": frozenset(("家", "个")),
    "车": frozenset(("辆", "台", "车次", "辆次", "台次")),
    "床": frozenset(("张",)),
    "企": frozenset(("家", "户")),
    "户次": frozenset(("户次",)),
    "人次": frozenset(("人次",)),
    "场": frozenset(("场", "场次")),
    "队": frozenset(("支", "队")),
    "班": frozenset(("期", "班", "个")),
}
# 月人均: of those who got it, counted again each month; 年人均 of people.
OFTEN = {
    "月": {"人": frozenset(("人次",)), "户": frozenset(("户次",))},
    "年": {"人": frozenset(("人",)), "户": _HOUSEHOLDS},
}
PROJECT = "项目"
# 人均办案: of officials, and not of those whom they deal with.
AT_WORK = pattern("办案|办件|办理|结案|受理|审结")
NOT_AT_WORK = pattern("处分|处理|被告|犯罪|嫌疑|受[害伤]|死亡|当事|逮捕|[公起]诉|抓获|拘留|群众")
# A mean of any money that was told before: 户均获补, 人均投入.
GOT = pattern(
    "[获得领受补]|花费|消费|增收|投[资入]|资金|金额|[贷借]款|支出|收入|成本|造价|单价|售价|均价"
)
# What may be divided although it is told behind its mean.
GROSS = pattern("产|收入|金额|[总售]额|款")
# Of these, 个 may count other things as well.
PLACES_COUNTED = frozenset("村镇乡店")
# 均价, 单产: of what is sold or sown.
COUNTED_BY = {
    "均价": _SOLD,
    "售价": _SOLD,
    "单价": _SOLD,
    "票价": frozenset(("人次", "人", "张")),
    "单产": frozenset(("亩",)),
    "亩产": frozenset(("亩",)),
}

BY_WHICH = frozenset(("调增", "调减", "追加"))
SET_ASIDE = ("安排", "计划", "预期", "目标", "预期为", "计划为", "拟安排")
# Changes against the whole of the year before: 比上年完成数增长6.8%.
OF_LAST_YEAR = ("完成数", "执行数", "决算数", "快报数", "实际数")
# A completion rate that names no plan: of what was told before.
RATES = ("率", "率为", "率达", "进度", "进度为", "进度达")
# A bracket that begins so names some of the parts only.
SOME = ("含", "其中", "包括", "另")
# An amount that begins so is not all of what was there before: 上年同期（含一次性收入3亿元）.
SOME_OF = (*SOME, "不含", "扣", "剔", "除")
# 425户种早稻、157户种烤烟，91户二者兼种: some are counted in several parts.
BOTH = pattern("兼(?!职)|[二两]者|同时|既[^，；]{1,8}又")
# Behind these words a level is no part of the whole any more; 共同财政事权, 现代农业 are names.
ENDS_PARTS = pattern(
    "^(?:已|共(?![同享青])|另(?![一类])|累计|目前|现(?![代场金役浇])|按(?!摩)|T?可用|剩余[^，；]{0,4}空间|以上[合共]|应(?!急|届|用)|办理出口退)"
)
CARRIED_IN = pattern("(?:年初|Y|上年)(?:财政拨款)?结[转余]|使用非财政|用事业基金")
# A level that is itself an increase: 新增贷款.
NEW = pattern("新增|净增")
# What a level begins with that the change before it led to.
REACHED = ("达", "增至", "降至", "升至", "总量", "总数", "总额", "累计达", "至")
# 固定资产投资增长7.6%，完成79.64亿元: of what grew.
REACHED_BARE = frozenset(
    "完成 实现 累计完成 累计实现 总量为 总额为 达 达到 达到了 为 "  # noqa: SIM905
    "降至 降为 降到 增至 升至 增加到".split()
)
# 5月份，财政收入5403万元。1—5月累计完成26693万元: of what the month's amount is.
SO_FAR_BARE = frozenset("T累计完成 T累计实现 T累计 累计完成 T累计达 T累计为 T完成 T实现".split())  # noqa: SIM905
# Behind an amount that was passed: the next one, which was reached, is of the same.
PASSED = frozenset(("大关", "关口", "以上", "左右"))
# What is told of one of these is no part of the other.
SIDES = (("收入", "支出"), ("支出", "收入"), ("财力", "支出"), ("存款", "贷款"))
# What was not done: 未销售9万吨.
DENIED = pattern("(?:T|目前|尚|仍|还)*未(?P<done>[^，；]{2})")
# What is left, in a sentence of its own: of what the sentence before tells.
LEFT = (
    *("剩余", "剩下", "余下", "尚余", "尚有"),
    *("未结", "未化解", "未完成", "未整改", "未办结", "未解决"),
)
# A plan that says of nothing else what it is.
BARE_PLAN = frozenset(
    "任务数 任务数为 任务为 计划为 目标为 任务 计划 目标 任务数是 计划数 计划数为 "  # noqa: SIM905
    "年度任务 年度任务为 全年任务 全年任务为 总任务 总任务为".split()
)
# What is lacking to a plan, or left.
LACKING = pattern("[还尚仍]差|[还尚仍]缺|[还尚仍]余|[还尚仍]有|剩余|余下|未完成|缺口")
# What is left of a whole once a part is done.
REST = (*LEFT, "还有", "正在", "其余", "未结", "未办", "尚未", "仍有")
BARE_REST = ("余", "剩", "还剩", "尚剩")  # 其中重大隐患整改5条，余2条挂牌督办
# 已办结289件，另有44件正在办理: may be what is left.
BESIDES = ("另有", "另外", "另")
# A rest that is one of what had to be done.
OF_THE_PLAN = pattern("剩余|剩下|余下|尚余|未完成|[尚还]可|[尚还仍]需")
# What is done, or can be done, in a day is no part of what has been done.
PER_DAY = pattern("能力|[日月]均|单日|每[日天]")
# 处于办结时限内正在办理568件.
RESTING = pattern(
    "(?:正在[办整处][理改结]?|未办结|未整改|未完成|未结案)(?:的)?$|剩余$|^T?[尚还]可(?:支出|使用|安排|拨付)"
    "|^T?[尚还仍]需(?:完成|保障|支付|拨付|投入|支出|建设|改造|整改)$"
)
_STOCK = "旧存|积存|结存|存量|上期"
STOCK_OR_OLD = pattern("(?:上年|Y|上期)?(?:旧存|积存|结存|结转)")
# 收案355件，旧存30件，结案288件，未结97件: not all came in.
KEPT = pattern(f"{_STOCK}|^Y结转|年初(?!.{{0,4}}(?:下达|安排|确定|计划|分解))|新识别|新纳入")
# What there is at one time is no part of what came in over a year: 生产30吨，销售29吨，年末库存8吨.
STOCK = pattern("成本|利润|亏损|最[高低大小多]|单日|库存|[年期月季]末|结存|待售")
# What there was, what came, what went, what there is: 年初存量50亩，新增7亩，消化30亩，剩余27亩.
OPENING = pattern("[年期月季]初|上[年月周][末底]|^Y(?:结余|结转|滚存|余额)|上期|旧存|原有")
# What this begins was told of first: （上年末12044万元）, 年初为958户; and no 比年初.
OPENED = pattern(
    "(?:T|而|其中|加上?)?(?:[年期月季旬周]初|[年期]内?初|上[年月季旬周期](?:[末底]|[^，；增减升降比较与]{0,3}(?:累计|结余|结转|结存))"
    "|Y(?:[末底]|结余|结转|滚存(?:结余|余额)?|累计|余额|实有|在册)?[为有是]?$|原有|期初)[^，；增减升降比较]{0,10}$"
)
STOCK_THEN = pattern("^T[^，；]{0,12}(?:余额|结余|结存|存量|库存)$")  # 2023年初债务余额
OPENING_MARKS = pattern("[上初原Y]")
# What only grows, and what came to it in the same account: 累计, 累计结余; 当期结余.
GROWING = pattern("累计|滚存|结余")
KEPT_THEN = pattern("(?:[当本][期年月季旬周]|T|期内|年内)(?:收支)?(?:净?结余|新增)")
LACKED = pattern("缺口|收不抵支|赤字|亏空")
# What came in or is there, so that an amount is all that was to be dealt with.
FUNDS_IN_ALL = pattern("资金(?:总?规模|总量|总额)|可用资金|总规模")
CAME_IN = pattern("受理|新收|收案|收件|接收|登记|[共实现]有")
# 受案增加410件, of 受理案件1804件: what a change calls a level otherwise.
CALLED_ALSO = {
    "受案": ("受理", "收案", "新收"),
    "收案": ("受理", "受案", "新收"),
    "受理": ("收案", "受案"),
    "结案": ("审结", "审执结", "办结"),
    "审结": ("结案",),
    "警情": ("接警出动", "接处警", "接警"),
}
# What was done goes by these words as well: 占起诉人数的, of 提起公诉509人.
ALSO_DONE = {"起诉": ("公诉", "起诉"), "逮捕": ("批捕", "逮捕"), "批捕": ("逮捕",)}
DOINGS = frozenset("受理 受案 收案 新收 结案 审结 审执结 办结".split())  # noqa: SIM905
CAME = pattern(
    "收入$|新增|新收|收案|购进|入[库规院住职编矫]|增加|调增|追加|举借|发行|再融资|新(?:[设立开登纳认购建录聘识签发进]|受理)"
    "|接收|收到|受理|转入|[迁流]入|引进|纳入|认定|招录|升规|升限"
)
WENT = pattern(
    "支出$|偿还|还本|兑付|销售|出库|办结|答复|办复|[审执]结|结案|消化|退[出规库役]|[注吊撤]销|减少|调减|核[减销]|化解|处置|收回"
    "|停[发保缴]|取消|竣工|完工|解除|转出|迁出|流出|清退|报废|淘汰|未通过|到期|摘牌|离[院职岗]|移交|拆除|调出|除名|解聘|归还"
)
ADJUSTED = pattern("^[^，；]{0,6}(?:调增|调减|追加|核[增减]|增加|减少)$")  # 本次拟调增
LESS = frozenset(("减去", "减上", "减除", "扣除", "扣减", "减："))
GONE = pattern("出|退|销|减|还|回|亡")
CLOSING = pattern("[年期月季]末|滚存|结转下|未[结办]|剩余|结存|调整(?:后|[预概]算)?[^，；]{0,14}$")
CLOSING_MARKS = pattern("[末滚结未剩调]")
# What came without what went: not against the same time of another year.
NET = pattern("^[^P同环]*净(?:[增减]|引进|[流转迁]入|退出|流出)")
BEGUN_OR_DONE = pattern("已|开工|完工|竣工|完成|验收|在建|实际|[应未]|其中")
MORE_NOW = frozenset(("新增", "净增", "净增加", "新增加", "增加了"))
LESS_NOW = frozenset(
    ("节约", "节省", "节支", "节约资金", "节省资金", "压减", "减支", "少支出", "净减少", "共节约")
)
MORE_OR_LESS_NOW = MORE_NOW | LESS_NOW
NET_ALONE = pattern(
    "^(?:[较比](?:Y|[年季月]初)|实际|实现|(?:增减|进出)?相抵后?|共|人数|户数)?净(?:[增减]|退出|流出)"
)
THERE_IS = pattern("^(?:T|累计)?(?:实有|现有|在册|总数|总量|达到?)")
SINCE_BEGINNING = pattern("^[比较](?:Y(?:[年末底]|$)?|[年]初|Y[末底])")
# What was gained without what was lost.
PROFIT = pattern("利润(?!.*亏)|盈亏")
GAINED = pattern("盈利(?!.*亏)")
# A change that is what the changes before it make together.
OFFSET = pattern("相抵|品迭|增减抵")
NET_OF_ALL = pattern(
    "^(?:(?:以上|上述)?[两二三四][项类个段级种者])?(?:总|合计|共计?|整体)[^，；]{0,8}净[增减]"
)
# With what the last day of a year is compared, and the words for that day.
YEAR_BEGINS = ("年初", "年末", "年底")
YEAR_END = pattern("(?<!上)年[末底]")
# Amounts that are compared are no flow, nor does all come and go in a herd.
VERSUS_MARKS = pattern("[比较栏]")
# With these, what was settled is not of what came in alone.
CARRIED_ON = pattern(f"{_STOCK}|结转|期初")
# A rate of several levels together, or of another window than theirs.
OVER_ALL = pattern("总|综合|平均|累计|合计|当月|本月|全年|面积|金额|人数|个数")
# What schools and offices count down, the highest first: 本科及以上.
RANKS = tuple(
    tuple(tuple(names.split("/")) for names in row.split())
    for row in (
        "博士 硕士 研究生 本科 大专/专科 高中/中专 初中 小学",
        "正高 副高 高级 中级 初级/助理级 员级",
    )
)
# What the whole of shares may be called that name none.
IN_ALL = pattern("[全总][长线程]|总[^，；]{1,6}$|[共总合]计?$|计划|任务|规模")
# 线上办理率: of what was so treated, in these words.
TREATED = {"办理": ("办理", "办件", "受理"), "受理": ("受理", "办件", "接收")}
ALL_TOLD = tuple("共 共有 总数 总数为 总量 合计 共计 参考人数 报考人数 总人数".split())  # noqa: SIM905
BARELY = "基本"
# A rate of what was done in time, and what was not.
IN_TIME = pattern("按时|按期|及时|限时|时限")
LATE = pattern("超期|逾期|超时")
# What had to be done: 应发补贴, and no 应急.
DUE = pattern(
    "[^，；]{0,4}(?:应[发补享兑付拨收缴检核办签改建测培训]|(?:需|计划)[^，；]{0,2}(?:发放|兑付|拨付))"
)
# In a bracket behind a rate: what was to be done, and what was.
TO_DO = pattern("应|总|底册|计划|任务|目标|全部|共|需")
HAS_DONE = pattern("实[际查检有到]|已|完成")
# A rate of all that was told: 综合办结率.
OF_ALL = pattern("总|综合|合计")
IN_ONE_WAY = pattern("[在线]线|网上|当场|直接|即时|现场|窗口|电话")
PLANNED_NEW = ("计划新", "计划开工", "计划竣工", "计划投产", "计划实施")
# What a plan still lacks.
MISSING = ("欠", "欠任务", "差任务", "差", "还缺", "缺口", "差额", "缺口为", "差额为")
# An amount of an account that was reached, and not planned.
CARRIED_OUT = pattern("完成|实现|执行|决算|累计|入库|达|已")
# 产品共370个, 共查处299起: what a list before it makes.
SUMMING = pattern(
    "(?P<count>[两三四五][项类者种家个所][^，；]{0,6})?(?<![公总])共"
    "(?:[计有]|(?P<done>[^计有同享产识建，；、]{2})[^，；、]{0,6})?$"
)
# A total that says nothing else.
ALTOGETHER = frozenset(("共", "合共", "总共", "共有", "累计", "累计达", "共达", "总数为"))
BOUNDS = frozenset(("以上", "以下", "以内"))
# What stands before the limit that makes a class: 超过100毫米的7个.
LIMITING = ("超过", "大于", "高于", "不足", "低于", "小于", "不满", "未满")

# 11月当月8955万元，1—11月累计81406万元，当月占累计的11%.
SO_FAR = "累计"
# 户数占比97%，金额占比64%: of the level before, in these units.
COUNTS = {
    "户数": ("户", "户次", "家"),
    "家数": ("家", "户"),
    "件数": ("件", "件次"),
    "人数": ("人", "人次"),
    "人次": ("人次", "人"),
    "起数": ("起",),
    "笔数": ("笔",),
    "项目数": ("个",),
    "面积": ("亩", "平方米"),
    "金额": ("元",),
    "资金": ("元",),
    "资金量": ("元",),
    "投资额": ("元",),
}
# 占计划户数的: of what was planned, in that unit.
PLANNED_KINDS = ("计划", "任务", "目标", "设计", "规划", "应")
# What a number of people or things ends with.
NUMBERS = ("人数", "户数", "件数", "起数", "家数", "个数", "总数", "数量", "面积")
# A share of what came, and not of what there is.
OF_INCREASE = pattern("新增|净增|增量|增收|增支|减收|减少|增加额")
ALL_NEW = pattern("(?:新增|净增|增加)(?:总?[数量额]|数量|总数)|增量")
INCREASE = pattern("(?:增量|增[收加]额|增长额|新增额|^(?:全部|总)增收)(?:总[量额])?$")
# A whole that is elsewhere: 占全县的35%.
ALL_OF = pattern("^全[国省市县区乡镇州]")
ELSEWHERE = pattern("(?:全[国省市县区乡镇州]|[国省市县区])(?:的|同类|同期)*|同[级类].*")

# 占新建任务的: of what is called 新建.
PLAN_WORDS = pattern("(?:目标|计划|建设)?(?:任务|计划|目标|预算)(?:总?数|量|额|面积|投资)?$")
# 占省定任务的, 完成市下达目标的: of no plan of the county's own.
TASK_OF_OTHERS = pattern("(?P<whose>[国省市州])[级里委]?(?:政府)?(?:下达|核定|定|考核|民生|给)")
# What a change is that is told with its parts: 支出由21亿元调整为23亿元，调增2亿元，其中….
MADE_UP = ("调增", "调减", "净增", "净减")
# By how much a plan was passed, or missed.
OF_PLAN = pattern(
    "^(?:[比较超][^，；]*(?:预算|任务|计划|目标).*|[超短欠][收支征缴]|超额(?:完成)?)$"
)
# Totals of accounts, and what only such lists have among their parts.
GRAND_INCOME = pattern("收入总[计量]为?$")
GRAND_OUTLAY = pattern("支出总[计量]为?$")
IN_ACCOUNTS = pattern(
    "补助|结转|结余|上解|调[入出]|转贷|还本|稳定调节|转移(?:性|支付(?!资金))|债[券务]|上级"
)
ACCOUNT = pattern("(?:收入|支出|财力)(?:预算)?(?:总[计量额]|合计)|总(?:收入|支出|财力)|可用财力")
ACCOUNT_MARKS = pattern("[总合用]")  # no name of a total is without one of these; most names are
# 三次产业合计履约项目405个: what stands before it, taken together.
SUMMED_UP = pattern("[合共总]计|^共|累计|总共|[两三四五六七八]个")
VICTIMS = pattern("死亡|受伤|伤亡|致[死伤]|遇难")
# 覆盖12个村: counted again for each thing that is done there.
PLACES = pattern("[乡镇村县市]|街道|社区")
# 每人每月50元: no sum is of such.
FOR_EACH = pattern("每|均|标准")
# 加上补助38亿元: what stands before it belongs to the total too.
ADDED = pattern("^加|加上|再加")
ADDED_TO = ("加上", "再加", "连同", "加之")
ALL_IN_ALL = pattern(
    "T?(?:[累合共总]计|[总共]|全年累计)|^T已?(?:到位|完成|入库|实现|下达|拨付|发放|投入|落实)"
)
# 收支相抵，年终结余: of an account that is not balanced.
LEFT_OVER = pattern("结余|结转")
LEFT_AFTER_ALL = frozenset(
    "结转 结余 结转结余 结余结转 年终结余 年终结转 年终结转结余 收支结余".split()  # noqa: SIM905
)
TELLING = 4  # digits of a total that another is compared with
# 未开工项目中3个, 未开工的主要卡在用地（2个）: some of those; 正在办理中3件 are all.
AMONG = pattern("[目件户人家名]中$|[不未非][^，；]{1,12}中$|未[^，；]{1,6}的主要")
# What is counted in money only.
IN_MONEY = ("增加值", "总产值", "生产总值", "税收", "营业收入", "零售额", "投资额", "贷款", "存款")
# What a rate may be reckoned in: 按人数计算适用率.
_MONEY, _AREA = frozenset(("元",)), frozenset(("亩", "平方米", "平方公里"))
_CASES = frozenset(("件", "起", "宗", "案", "个", "项", "条"))
MEASURED_IN = {
    "人数": _PEOPLE,
    "人": _PEOPLE,
    "户": _HOUSEHOLDS,
    "件": _CASES,
    "卷": frozenset(("卷",)),
    "宗": frozenset(("宗",)),
    "栋": frozenset(("栋",)),
    "栋数": frozenset(("栋",)),
    "套": frozenset(("套",)),
    "套数": frozenset(("套",)),
    "亩数": frozenset(("亩",)),
    "亩": frozenset(("亩",)),
    "件数": _CASES,
    "宗数": _CASES,
    "个数": _CASES,
    "项数": _CASES,
    "户数": _HOUSEHOLDS,
    "金额": _MONEY,
    "资金": _MONEY,
    "面积": _AREA,
}
# What was done where this was not, in other words.
OPPOSITES: Mapping[str, tuple[str, ...]] = {
    "不捕": ("逮捕", "批捕"),
    "不起诉": ("起诉", "公诉"),
    "亏损": ("盈利", "盈余"),
    "盈利": ("亏损",),
    "网办": ("窗口", "线下"),
}
LOSSES = ("亏损", "盈利")
# What was done, in groups that say the same: 办结k件，化解率r%.
_SETTLED = (
    "办结",
    "化解",
    "调解",
    "调处",
    "整改",
    "办理",
    "销号",
    "处置",
    "结案",
    "审结",
    "执结",
    "审执结",
    "办复",
    "答复",
)
# What came in, of which something is spent.
PAID_IN = pattern("指标|到位|下达|收到|争取|安排")
PAID_OF_IT = pattern(
    "^(?:T|[已共]|累计|形成|实际|实现|完成)*(?:支出|拨付|支付|使用|兑付)[^，；]{0,2}$"
)
_SPENT = ("支出", "执行", "拨付", "使用", "兑付", "到位", "支付", "已用")
SETTLED = frozenset(_SETTLED)
SPENT = frozenset(_SPENT) - {"执行", "使用"}
_DID = ("完成", "建成", "竣工", "开工", "达到")
DONE = frozenset(_DID)
_JOINED = ("参保", "参加")
ONLINE = ("网办", "网上")
_VOTED = ("参选", "投票")
_CLEARED = ("破案", "破获", "侦破")
_NO_ARREST = ("不捕", "不批准逮捕", "不批捕", "不予批捕")
_DONE_WORDS = (_SETTLED, _SPENT, _DID, _JOINED, ONLINE, _VOTED, _CLEARED, _NO_ARREST)
SYNONYMS = {word: group for group in _DONE_WORDS for word in group}
# 仲裁结案292件，调解率68.6%: what was settled was not always settled so.
SYNONYMS |= dict.fromkeys(("调解", "调处"), ("调解", "调处", "化解", "调成"))
SYNONYMS |= {
    "到岗": ("到岗", "上岗", "在岗"),
    "出席": ("出席", "实到", "到会"),
    "到会": ("到会", "实到", "出席"),
    "参会": ("参会", "实到", "到会"),
    "出勤": ("出勤", "实到", "到岗"),
    "用信": ("用信", "放款", "提款", "实际发放"),
    "去化": ("去化", "售出", "销售"),
    "配备": ("配备", "配齐", "配有", "配强"),
    "覆盖": ("覆盖", "已建成", "已设立", "已开通", "设有"),
}
# What a middle value is compared with: the mean that was told before it.
MEAN = ("平均数", "均值", "平均值")
# What a change is against where it is of what was comparable.
COMPARABLE = "同口径"
# The last of two that were named, and the one before it.
LATTER, FORMER = "后者", "前者"
# Posts that are not empty.
FILLED = pattern("在编|实有|在岗|在职")
# What was saved, of what was to be paid; where only what was paid is told, of both.
SAVED = ("节约", "节资", "节支")
SAVING = pattern("|".join(SAVED))
TO_PAY = pattern("预算|限价|控制价|概算|计划|评审|送审")
PAID = pattern("中标|成交|合同|实际|采购金额|交易|签约")
# Of what kind such a rate is.
KINDS = ("常住", "户籍", "财产保险", "财产险", "人身保险", "人身险", "人寿保险", "寿险")
# Words before a rate that say nothing of what it is the rate of.
MANNERS = (
    "综合",
    "总体",
    "平均",
    "累计",
    "群众",
    "成功",
    "一次性",
    "总",
    "资金",
    "项目",
    "任务",
    "履约",
)
# 生师比16.5:1: words of the one and of the other.
NAMED_RATIOS = {
    "收入比": ("城镇", "农村"),
    "收入倍差": ("城镇", "农村"),
    "收入之比": ("城镇", "农村"),
    "性别比": ("男", "女"),
}
# 抚养比3.12:1, 猪粮比6.4:1: what the one is called and what the other.
RATIOS_OF = {
    "抚养比": (("在职",), ("退休",)),
    "猪粮比": (("生猪",), ("玉米",)),
    "派收比": (("派件",), ("收件",)),
    "收派比": (("收件", "揽收"), ("派件", "派送")),
    "医护比": (("医师", "医生"), ("护士",)),
    "师生比": (("教师",), ("学生", "在校生")),
    "生师比": (("学生", "在校生"), ("教师",)),
    "师幼比": (("教师", "教职工"), ("幼儿",)),
    "床护比": (("床位",), ("护士",)),
    "床医比": (("床位",), ("医师", "医生")),
    "报录比": (("报名",), ("岗位", "计划招", "招聘", "录用", "录取")),
    "求人倍率": (("岗位", "需求"), ("求职",)),
    "揽投比": (("揽收", "揽件"), ("投递", "派送", "派件")),
    "车位比": (("机动车", "汽车", "车辆"), ("泊位", "停车位")),
    "车桩比": (("汽车", "车辆"), ("充电桩",)),
    "放大倍数": (("在保余额", "担保余额", "责任余额"), ("净资产",)),
    "普职比": (("普通高中", "普高"), ("中职", "职高")),
}
# Words before such a ratio that say nothing: 全县中小学生师比, 平均抚养比.
ALL_SCHOOLS = pattern("^(?:全|平均|总体|综合|整体|城乡|中小|义务|学校|T|同比|为|其)")
# 日均1.14万人次，单日最高2.08万人次: of one day, of which no mean is taken.
OF_ONE_DAY = pattern("单日|最[高低多少大小]|峰值|首日|当天")
# 撬动比1:7.0: of what was moved to the money that moved it.
LEVERAGE = pattern("(?:撬动|杠杆|拉动|带动|放大)(?:倍数|比|率)")
MOVED = pattern("(?:拉动|带动|撬动|吸引|放大)[^，；]{0,8}$")
# 出生人口性别比109: of no residents.
BORN = pattern("出生|婴儿|新生")
# A ratio that is printed as so many to a hundred.
TO_HUNDRED = "性别比"
# 当期结余: what remains of one when the other is taken from it, by whichever word it goes.
BALANCES = {
    "结余": ("收入", "支出"),
    "赤字": ("支出", "收入"),
    "结转下年": ("收入", "支出"),
    "年终结转": ("收入", "支出"),
    "滚存结转": ("收入", "支出"),
    "相抵后结转": ("收入", "支出"),
    "相抵结转": ("收入", "支出"),
    "顺差": ("出口", "进口"),
    "在册": ("接收", "解除"),
    "在矫": ("接收", "解除"),
    "审定": ("送审", "审减/核减"),
    "审减": ("送审", "审定/核定"),
    "核定": ("送审", "核减/审减"),
    "核减": ("送审", "核定/审定"),
    "节约": ("预算", "成交/中标/实际采购/采购金额/合同"),
    "节支": ("预算", "成交/中标/实际采购/采购金额/合同"),
    "相差": ("城镇", "农村"),
    "差距": ("城镇", "农村"),
    "差额": ("城镇", "农村"),
    "逆差": ("进口", "出口"),
    "缴存余额": ("缴存总额/累计归集/累计缴存/归集总额", "提取总额/累计提取"),
    "归集余额": ("缴存总额/累计归集/累计缴存/归集总额", "提取总额/累计提取"),
    "收支缺口": ("支出", "收入"),
    "收不抵支": ("支出", "收入"),
    "空编": ("编制", "实有/在编"),
    "请假": ("应到", "实到"),
    "在建": ("已开工/累计开工", "完工/竣工/建成"),
    "低于限额": ("限额", "余额"),
    "限额低": ("限额", "余额"),
    "限额少": ("限额", "余额"),
    "距限额": ("限额", "余额"),
    "结余限额": ("限额", "债务余额"),
    "剩余限额": ("限额", "债务余额"),
}
# 资产, 负债 and 净资产 make two sides of one account.
EQUITY = pattern("(?P<owed>负债)|(?P<own>所有者权益|净资产)")
ANY_BALANCE = pattern(
    "|".join((*BALANCES, "贷款余额", "负债", "权益", "净资产", "缺口", "收不抵支"))
)
# What is left of two parts of a whole, and not of two wholes.
OF_PARTS = frozenset("顺差 逆差 低于限额 限额低 限额少 距限额 结余限额 剩余限额".split())  # noqa: SIM905
MOVED_OUT = pattern("调出|上解|还本|补充")
PAID_OUT = pattern("支出|支付|拨付|使用|已用|发放|兑付|执行")
# 余额与限额相差: what stands between two amounts that it names.
GAP = pattern("(?P<one>[^，；与和]{2,4})[与和](?P<other>[^，；]{2,4})相差")
SHORT = {"收入": "收", "支出": "支"}
ALL_BALANCES = ("滚存结余", "累计结余")
# 还有7个未开工, 还有5个正在招标: with those that were begun, these are all.
BEGUN = pattern("(?<!未)(?:开工|动工)(?!手续|许可|准备|率)")
NOT_BEGUN = pattern("未(?:开工|动工|启动)|招投?标|前期|施工许可|开工(?:手续|许可|准备)|筹备")
# What a rate leaves: 支出进度78.2%，结余指标2661万元.
LEFT_OF_RATE = pattern(
    "^(?:T|目前|现|还|尚|逾期(?=未))*(?:剩余|剩下|余下|余|其余|结余|未[^，；]{1,4})"
)
# Wholes whose parts are told without a small rest, the words that such a rest has, and how much of
# the whole it may be.
SMALL = "0.1"  # of a whole
SMALL_RESTS = (
    (pattern("农林牧渔|农业总?产值|农业增加值"), pattern("服务|辅助|其[他它余]"), SMALL),
    (pattern("存款"), pattern("非银行|非存款类|境外|其[他它余]"), SMALL),
    (pattern("(?<!不良)贷款"), pattern("境外|租赁|垫款|其[他它余]"), SMALL),
    (pattern("经济损失|灾害?损失"), pattern("工矿|工业|企业|公益|公共|其[他它余]"), SMALL),
    (pattern("售电"), pattern("趸售|非居|其[他它余]"), "0.02"),
    (pattern("肉类"), pattern("兔|其[他它余]"), "0.02"),  # besides 猪肉、牛肉、羊肉、禽肉
    (pattern("资产(?:总[额量值])?为?$"), pattern("流动|货币|投资|负债|其[他它余]"), SMALL),
    (pattern("[市经][场营]主体|纳税人"), pattern("合作社|其[他它余]"), SMALL),
    # 在校生87604人，其中高中…、中职…、初中…、小学…、学前…: a hundred are taught apart
    (pattern("在校|在园|在读|学生"), pattern("特殊|特教|其[他它余]"), "0.0013"),
)
# Some of very many kinds: outlays, taxes, damage, goods.
OF_MANY = pattern(
    "社会保障|农林水|公共安全|卫生健康|增值税|企业所得税|个人所得税|财产损失|(?:烟酒|日用品|药品|制品)类"
)
# The same of parts: 民事、刑事、执行; 249户增长、121户下降.
FEW_MORE = (
    ("刑事", pattern("行政|赔偿|其[他它余]"), SMALL),
    ("咨询", pattern("建议|意见|表扬|举报|检举|反映|感谢|其[他它余]"), "0.05"),
    ("社会救助", pattern("公务|执勤|虚假|其[他它余]"), "0.05"),
    ("个体", pattern("合作社|农场|其[他它余]"), SMALL),
    ("警情", pattern("其[他它余]|骚扰|无效|咨询"), SMALL),
    ("下降", pattern("持平|停产|不变|新|其[他它余]"), SMALL),
    # 学校135所，其中幼儿园64所、小学43所、初中21所、高中3所: some have all grades, some are special
    ("高中", pattern("九年|一贯|完全|完中|职|中专|技|特|专门|其[他它余]"), "0.05"),
    # 新登记2606户，其中企业663户、个体工商户1938户: a few are cooperatives
    ("个体工商", pattern("合作社|其[他它余]"), SMALL),
    ("个体户", pattern("合作社|其[他它余]"), SMALL),
    (
        "土地使用权出让",
        pattern("污水|彩票|农业|收益|其[他它余]|补助|结[转余]|调入|债|保险"),
        SMALL,
    ),
)
# Who gets an amount, which may be what each of them gets.
RECIPIENTS = pattern(
    "(?:家庭|[农住]户|人员|学生|学员|职工|[村农]民|干部|教师|党员|老人|儿童|孤儿|对象)$"
)
# Units of what is no measure of a bulletin: time, grades.
UNMEASURED = frozenset(
    "年 日 周 岁 小时 分钟 秒 个月 度 分 届 期 点 步".split()  # noqa: SIM905
)
WILL_LAST = pattern("(?:预计|大?约|还|尚|一般)?[可能够](?:使?用|供|维持|支撑|满足|保障)")
LASTING = frozenset("小时 分钟 秒 天 日 个月 个工作日".split())  # noqa: SIM905
# Units of one measure: how many of the first is one of the second.
SAME_MEASURE = {
    "名": ("人", "1"),
    "位": ("人", "1"),
    "吨": ("公斤", "1000"),
    "担": ("公斤", "50"),
    "kg": ("公斤", "1"),
    "km": ("公里", "1"),
    "斤": ("公斤", "0.5"),
    "千克": ("公斤", "1"),
    "公顷": ("亩", "15"),
    "千米": ("公里", "1"),
    "万千瓦时": ("千瓦时", "10000"),
    "场次": ("场", "1"),
    "批次": ("批", "1"),
    "件次": ("件", "1"),
    "家次": ("家", "1"),
    "亩次": ("亩", "1"),
    "剂次": ("剂", "1"),
    "卷次": ("卷", "1"),
    "册次": ("册", "1"),
    "只": ("头", "1"),
    "口": ("头", "1"),
    "匹": ("头", "1"),
    "峰": ("头", "1"),
    "台套": ("台", "1"),
}
# In which unit such amounts are compared.
MEASURES = {unit: base for unit, (base, _) in SAME_MEASURE.items()}
