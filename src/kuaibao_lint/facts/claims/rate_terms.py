"""What rates and means are the rates and means of, by the names that they go by."""

from __future__ import annotations

from kuaibao_lint.patterns import pattern

# Rates of several grades together: 优良率 is of what is 优 and what is 良.
GRADES = {
    "优良": ("优", "良"),
    "优秀": ("优秀",),
    "满意": ("满意",),
    "好评": ("满意", "好评"),
    "合格": ("优", "良", "合格"),
    "达标": ("达标",),
}
# 调撤率: what was settled in either way, of all that was.
EITHER = {
    **dict.fromkeys(("调撤", "调解撤诉", "调解和撤诉"), ("调解", "撤诉")),
    # 普惠性幼儿园覆盖率: children of public kindergartens, and of private ones that are 普惠
    **dict.fromkeys(("普惠性幼儿园覆盖", "普惠园覆盖", "普惠覆盖", "普惠"), ("公办", "普惠")),
}
# 服判息诉率: what nobody appealed against, of what could be appealed against.
APPEALED = pattern("上诉|申诉")
CLOSED = pattern("审结|结案|办结")
APPEALABLE = ("判决", "审结", "结案")
# What is said of the last that was told, whatever that is called: 享受补贴3690人，覆盖率84.5%.
COVERING = frozenset(
    "覆盖 普及 参保 缴存 通达 通畅 惠及 受益 建档 接种 入学 "  # noqa: SIM905
    "入托 入园 资助 安装 配备 接入 联网 持证 自给 硬化 利用 "
    "参与 参训 登记 备案 办证 发证 确权 保障 救助 监测 抽检 "
    "抽查 核查 走访 验收 公示 回访 录取 升学 上线 上岗 就业 "
    "转化 达标 模化 保存 巩固 中签 成交 入驻 投产 复工 达产 履约 兑现 制发 换发 申领".split()
)
# Rates of something else than the people or things that were told.
OTHERS_OWN = pattern(
    "毛入|[利税费效频汇]$|死亡|发[病生]|失业|出生|含[水油糖]|增长|误差|负债|知晓|支持"
)
# Rates of places, whatever stands before them.
OF_VILLAGES = pattern("(?:行政|建制|自然)村|乡镇|村组")
# Rates whose name says neither part nor whole: the words that the one must have, and the words of
# which the other has one.
NAMED_RATES = {
    "存贷比": (("贷款",), ("存款",)),
    "产销": (("销售产值",), ("产值",)),
    "利润": (("利润",), ("营业收入",)),
    "审减": (("审减",), ("送审", "报审")),
    "核减": (("核减",), ("送审", "报审", "涉及")),
    "溢价": (("溢价",), ("起始", "起拍", "起叫", "底价", "评估", "保留价", "挂牌")),
    "增值": (("增值",), ("起始", "起拍", "起叫", "底价", "评估", "保留价", "挂牌", "原值")),
    "赔付": (("赔",), ("保费", "保险费", "互助金")),
    "负荷": (("日均",), ("能力",)),
    "不良": (("不良",), ("各项贷款",)),
    "逾期": (("逾期",), ("贷款余额",)),
    "个人住房贷款": (("贷款余额",), ("缴存余额", "归集余额")),
    "个贷": (("贷款余额",), ("缴存余额", "归集余额")),
    "城镇化": (("城镇", "人口"), ("人口",)),
    "基金使用": (("支出",), ("收入",)),
    "财政自给": (("预算收入",), ("预算支出",)),
    "报销": (("基金",), ("费用",)),
    "床位利用": (("入住",), ("床位",)),
    "床位使用": (("入住",), ("床位",)),
    "限额使用": (("余额",), ("限额",)),
    "恩格尔": (("食品",), ("消费支出",)),
    "水土保持": (("水土保持面积",), ("国土", "土地", "幅员")),
    "森林覆盖": (("森林面积",), ("国土", "土地", "幅员")),
}
# 余额低于限额5.97亿元: no balance, but by how much one differs.
DIFFERS = pattern("[低高少大小多]于|超[过出]")
# The same rates, and some more, of what goes by other words.
ALSO_NAMED = {
    "婴儿死亡": (("婴儿死亡",), ("活产",)),
    "新生儿死亡": (("新生儿死亡",), ("活产",)),
    "儿童死亡": (("儿童死亡",), ("活产",)),
    "上线": (("上线", "达线", "过线"), ("报名", "考生", "参考", "应考", "参加")),
    "录取": (("录取",), ("报名", "考生", "参考", "应考", "参加")),
    "意向": (("意向",), ("岗位",)),
    "意向达成": (("意向",), ("岗位",)),
    "补偿比": (("基金支付", "补偿", "报销"), ("费用",)),
    "报销比": (("报销", "支付"), ("费用",)),
    "产销": (("销",), ("产量", "生产")),
    "报销": (("报销", "支付"), ("费用",)),
    "老龄化": (("60岁", "老年", "老龄"), ("总人口", "户籍人口", "常住人口")),
    "资产负债": (("负债",), ("资产",)),
    "绿化覆盖": (("覆盖面积",), ("建成区",)),
    "绿地": (("绿地面积",), ("建成区",)),
    "自给": (("财政收入", "预算收入"), ("财政支出", "预算支出")),
    "收结比": (("执结", "审结", "结案", "办结"), ("新收", "收案")),
    "收结案比": (("执结", "审结", "结案", "办结"), ("新收", "收案")),
    "结收比": (("执结", "审结", "结案", "办结"), ("新收",)),
    "结收案比": (("执结", "审结", "结案", "办结"), ("新收",)),
    "入住": (("入住",), ("床位",)),
    "病床使用": (("占用",), ("开放",)),
    "个贷": (("个贷余额", "个人住房贷款余额"), ("归集余额", "缴存余额")),
    "财政自给": (("财政收入", "预算收入"), ("财政支出", "预算支出")),
    "漏损": (("漏损",), ("供水",)),
    "产能利用": (("产量", "生产"), ("产能", "能力")),
    "不良": (("不良",), ("贷款余额",)),
    "债务": (("债务余额",), ("综合财力", "可用财力")),
    "新增耕地": (("新增耕地",), ("建设规模", "总规模", "项目规模", "整治规模")),
}
# What candidates did: of all of them, several times over.
CANDIDATES = frozenset(("上线", "录取"))
# Units of which one of the one is in one of the other: 床位607张，入住394人.
COUNTED_ALIKE = frozenset("人张套间床个例")
# What was asked for land, and what was paid.
ASKED = pattern("起始|起拍|起叫|底价|保留价|挂牌[价总]")
SOLD_FOR = pattern("成交|拍得|竞得|出让(?:总?价|金)")
OTHERWISE = ("综合", "新增", "增量")
CUT = ("审减", "核减")  # 综合审减率 is of all that was sent in
# What a mean is called that names neither: what is divided, and by what.
NAMED_MEANS = {
    "住院日": ("床日", "出院"),
    "住院天数": ("床日", "出院"),
    "运距": ("周转量", "运量"),
    "单位建筑面积能耗": ("能源消费/综合能耗", "建筑面积"),
    "单位建筑面积综合能耗": ("能源消费/综合能耗", "建筑面积"),
    "综合能耗": ("能源消费/综合能耗", "用能人"),
    "快递单票收入": ("快递业务收入", "快递业务量"),
    "单票收入": ("快递业务收入", "快递业务量"),
}
OF_NAMED_MEANS = tuple(NAMED_MEANS)
# Units of which a rate may be, where the one that it is of is counted otherwise: 入住老人, 床位.
_KIN = "人/张 张/人 本/人 剂/人 人/个 例/人 例/人次 人/人次 台/台次 辆/辆次 辆/台次"
KIN = frozenset(tuple(pair.split("/")) for pair in _KIN.split())
# 优良天数比例: what the rate counts, and not what it is of.
COUNTED_NOUN = pattern("(?:水质)?(?:天数|断面|水体|点位)$")
# 应缴未缴的还有2714人, 结余62.7万元: with what was done, what there was.
STILL_LEFT = pattern("未[^，；]{1,3}的?(?:还有|尚有)?$|^(?:[仍还尚]余|结余)$")
NOT_BEGUN = pattern("^(?:[尚还]?未|待|暂缓)")
# What was not done, or is being done: with what was done it is all there is.
LEFT_UNDONE = pattern("^(?:[尚还]?未|正在|在[建办施审]|暂缓|待)")
