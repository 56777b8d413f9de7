"""The wordings that give a number its role: a line each, and the first that fits speaks.

They are tried on the words between the last mark and the number (同比增长 before 8.2%), blanks left
out, windows of time as `T`, 上年同期 as `P`, 上年 as `Y`, and 预算 within the name of an account
(一般公共预算收入) hidden. A wording is searched for, so one that is not tied to the end with `$`
must be bounded.

Groups: `own`: whose share or change it is. `whole`: what a share is of. `plan`: what was to be
done. `stem`: what a rate is the rate of. `dir`: the word for a rise or a fall.
`per`: 人均. `count`: how many members a total has.
"""

from __future__ import annotations

from kuaibao_lint.patterns import pattern

_DONE = r"(?:了|为|高?达到?|到达|约|近|有|的)*$"
_UP = (
    "(?<!负)增长|增加|上升|提高|偏高|偏多|(?<!造)提升|上涨|扩大|增收|增支|增利|增产|调增|净增加?|增幅为?|涨幅为?|升幅为?|回升|攀升|增速为?|上调|"
    "(?<![新递])增|(?<!提)升|涨|(?:增长|上涨|提高|上升)幅度"
)
_DOWN = (
    "负增长|下降|减少|降低|回落|减收|短收|减支|减利|(?<!增收)节支|减产|调减|下滑|下跌|减幅为?|降幅为?|跌幅为?|降价(?!格)|缩减|净减少?|压减|压降|"
    "精简|压缩|缩短|下调|偏低|偏少|便宜|省了|(?<![下升])降|(?<![核递审])减|跌|(?:下降|降低|降价|减少|压减|压缩|下调)幅度"
)
FALL = frozenset("下降减短落滑跌少低缩慢简负节窄压便")
_CHANGE = pattern(rf"^(?P<own>.*?)(?P<dir>{_UP}|{_DOWN}){_DONE}")
# 多媒体受理128件, 少数民族12人, 快递5家: no more and no less.
_MORE = (
    "多(?![媒功层元云样渠式人家子户年发次方种项重彩肉头维晶边孩胎病])|少(?![数年先儿女林])|[快慢](?=[了出]?$)"
)
_PLAN = (
    "[^，；]{0,20}?(?:预算|任务|计划|目标|(?<!超)预期)"
    "(?:收入|支出|投资|任务|目标|总?数|额|数的|总投资|新?开工)?"
)
_SET = "(?:年初|年度|全年|调整后?)?(?:预算|任务|计划|目标)数?"
_SHARE = pattern(
    r"^(?P<own>.*?)(?:分别|依次|各|约|所|均)?占(?:到(?![库场岗位期会货校账]))?(?P<whole>[^，；占]*?)(?:的?(?:比重|比例|份额|比率|比))?"
    r"(?:分别|依次)?(?:约?为|达到|达|约|超过?|近|的)*$"
)
DAY_BEFORE = "昨[日天]|前一[日天]"
_AGAINST = (
    r"[比较](?:[TPY]|[常历]年P?|年[初底末]|上年[末底]|上月末?|上季度?|上[周旬]|"
    rf"{DAY_BEFORE})(?:同期|末|底)?"
)
# What an average is taken of, as in 户均.
_HEADS = (
    "人户企村日月年亩家件笔台单车校次吨头场所班栋座只羽株辆条宗床组趟套项起例案生师镇乡店桩站期批座队具"
)
_EACH = "(?:每[^，；每]{1,3})*"
_FROM = pattern(rf"[由从自][TPY]?(?:同期)?的?{_EACH}$")
_RISE_TO = pattern(
    r"(?:增加|提高|扩大|上升|增长|减少|下降|降低|压减|提升|回落|回升|攀升|下滑|缩短|压缩|延长|收窄|放缓|变|[上下]调|调[高低]|发展|调整|优化|整合|精简|合并|撤并"
    rf"|[增升降减扩涨变调])[到为至](?:[TPY]的)?{_EACH}$"
)

_OTHER = "[^，；、0-9]{0,14}$"
_TURN = "(?:同比)?(?:增长|上升|上涨|下降|下滑|下跌|减少|增加)"

# Before a percentage.
PERCENT = (
    (
        "completion",
        pattern(rf"^(?:.*?)(?:为|占|完成|达到?|实现|达)了?(?P<plan>(?!滞后|逾期){_PLAN})(?:的(?:比例)?为?)?$"),
    ),
    (
        "completion",
        pattern(
            r"^(?:目前|总体|整体|累计|已|现)*(?:完成进度|完成率|完成比例|进度|完成)(?:约?为|达到?|的)?$"
            "|^[^，；]{0,8}(?:计划|任务|目标)完成(?:率|比例|进度)?(?:约?为|达到?)?$"
        ),
    ),
    ("pace", pattern(r"(?:序时|时间|均衡)进度$")),
    ("to", _RISE_TO),
    (  # 由一季度的下降2.0%转为增长1.4%
        "from",
        pattern(
            rf"[由从自](?:[TPY]|年初|上[年月][末底]?)?(?:同期|初|末|底)?的?{_EACH}(?P<turn>{_TURN})?$"
        ),
    ),
    ("to", pattern(rf"(?:转为?|转[升降正负]为?|变为|[收扩][窄大][为至到])(?P<turn>{_TURN})$")),
    ("before", pattern(rf"^{_AGAINST}的?$")),
    ("share", _SHARE),
    (
        "share",
        pattern(r"^(?P<own>)(?P<whole>)(?:所占)?(?:比重|比例|份额)(?:分别|依次)?(?:约?为|达到?|是)?$"),
    ),
    (  # 债务余额95.3亿元，为限额的94.8%; 余额为限额的94.8%
        "share",
        pattern(r"^(?P<own>[^，；占为达]{0,8})(?:为|达到?|相当于)(?P<whole>[^，；占]{0,6}限额)的?$"),
    ),
    (  # 中位数是平均数的88.2%, 相当于全省平均水平的92.1%
        "share",
        pattern(
            r"^(?P<own>[^，；占为是]{0,8})(?:相当于|是|为)(?P<whole>[^，；占为是TPY预计目任限]{2,14})的$"
        ),
    ),
    (  # 税收比重67.4%
        "share",
        pattern(
            r"^(?:实现|其中)?(?P<own>税收|非税|[一二三]产|第[一二三]产业)(?P<whole>)(?:收入|增加值)?比重"
            r"(?:约?为|达到?|是)?$"
        ),
    ),
    (
        "growth",
        pattern(
            rf"^(?P<own>(?:.*(?:{_AGAINST}|[同环]比))?)(?P<dir>(?:增长|增加|上升|下降|减少)率){_DONE}"
        ),
    ),
    ("growth", _CHANGE),
    (
        "growth",
        pattern(rf"^(?P<own>(?:.*(?:{_AGAINST}|同比))?)(?P<dir>[多少快慢])[^，；]{{0,3}}$"),
    ),
    (
        "rate",
        pattern(
            r"^(?P<own>.*?)(?P<stem>存贷比|结收案?比|收结案?比|补偿比|报销比(?!例)|[^，；、]{2,8}?(?=率|进度|面|比例|密度|度(?<=满意度)|系数|(?<=机[收播耕插])水平))"
            r"(?:率|进度|面|比例|密度|度|系数|水平)?"
            r"(?:分别|依次|各)?(?:约?为|达到|达|约|近)*$"
        ),
    ),
)

# What the sentence names without a number.
FOREMOST = pattern(
    "(?:居前|前[两二三四五六七八九十0-9]{1,2})[^，；]{0,4}是[^，；0-9]{2,40}，占|为主，占"
)

# Behind what something came to: 由23份精简到7份，精简率69.6%.
MOVED_RATE = pattern(
    "^(?:精简|压缩|压减|缩减|缩短|削减|降低|下降|减少|提速|降|减|(?P<rise>提升|提高|增长|扩大))(?:率|比例)"
    "(?:为|达到?)?$"
)
# Before 2.1个百分点.
POINTS = (
    (  # 低于全县平均增幅0.9个百分点: the last word says what is less, and not that it rises
        "points",
        pattern("(?P<dir>[高快低慢]于|高出)[^，；、0-9]{0,10}(?:[增涨升降跌减]幅|增速)$"),
    ),
    ("points", _CHANGE),
    ("points", pattern(rf"(?P<dir>加快|放缓|减缓|趋缓|收窄|[多高快低慢少差]){_DONE}")),
    ("points", pattern(rf"(?P<dir>高于|高出|快于|快过|超过?|领先|优于|好于){_OTHER}")),
    ("points", pattern(rf"(?P<dir>低于|慢于|落后于?|少于|滞后于?|距离?|差于|欠){_OTHER}")),
)
A_YEAR = pattern("[年月季]均|年平均|平均每[年月季]")
# 下降0.2个百分点（年初为1.4%）: the value before stands behind the change.
TOLD_BEHIND = pattern(
    "^(?P<of>[^，；]{1,14}?)"
    "(?:平均(?:水平|数)?|水平|增长|下降|上涨|下跌|增速|增幅|涨幅|降幅|进度)?[为是]?$"
)
RATE_THEN = pattern(
    "(?:[PY](?:同期)?|年初|上年[末底]|上月末?|上季度?末?)[的该]?"
    "(?P<rate>[^，；、占]{0,12}(?:率|占比|比重))[为是]?"
)
# 增长7.4%（全市7.0%），高于全市0.4个百分点: another's rate, right behind one's own.
OTHERS_RATE = pattern("^(?P<of>全[国省市州区县]|[省市县区])(?:平均(?:水平|数)?|增长)?[为是]?$")
# 高于全市1.9个百分点: a place, and no measure.
PLACES = pattern("全[国省市州区县]")
# 项目交易数量减少53个: of how many there are.
IN_NUMBER = pattern("(?P<of>[^，；]{2,8})(?:数量?|总数|总量)(?:减|增|下降|上升)")
# 二季度增幅比一季度提高: between two windows that were told of.
WINDOWS_APART = pattern(
    "T(?:的?(?:增幅|增速|涨幅|同比))?[比较]T(?:的?(?:增幅|增速))?[提加回上高快下放][^，；]{0,3}$"
)
DURATION = pattern("[一二三四五六七八九十两]{1,3}年[间来]?共?")
# What names the percentage that moved: its growth, its share.
GROWTHS = pattern("增速|增幅|涨幅|降幅|跌幅|减幅")
SHARES = pattern("比重|占比|份额")
OF_GROWTH = pattern("(?:(?:的|平均|总体)*(?:增速|增幅|涨幅|水平)|平均)$")
TIME = pattern("[PTY]|年[初末底]|上[年月周]|同比|环比|同期")
# 增速高于城镇居民收入2.0个百分点, 比城镇快2.0个百分点: against another's rate.
BEYOND_OTHER = pattern(
    r"(?:(?P<over>高于|快于|高出|快过)|(?P<under>低于|慢于)|比(?![重例])|较)(?P<other>[^，；]{2,20}?)"
    r"(?P<dir>高|快|低|慢)?(?:了|约|近)*$"
)

# Before 2.1倍.
TIMES = (
    ("growth", _CHANGE),
    (  # 杠杆率7.4倍
        "rate",
        pattern(
            "^(?P<own>[^，；]{0,6}?)(?P<stem>(?:撬动|杠杆|拉动|带动|放大)(?:倍数|比例?|率))"
            "(?:约?为|达到?|是)*$"
        ),
    ),
    (
        "times",
        pattern(
            r"^(?:.*?[是为达])?[PY]的?$|^[^，；]{0,4}[是为达](?:T|[两三四五六七八九十]年前)的$|^的$"
        ),
    ),
)

# Before an amount that is followed by 的p%: role of the amount, role of the percentage.
PAIRED = (
    (
        "plan",
        "completion",
        pattern(rf"^(?:.*?)(?:为|占|完成|较|超|是|达到?|相当于|不足)了?(?P<plan>{_PLAN})(?:为|的)?$"),
    ),
    ("plan", "completion", pattern("^[^，；]*?完成了?(?P<plan>应[收播种割采栽][^，；]{0,4})$")),
    ("whole", "share", pattern(r"^(?P<own>)(?:为|达到?|相当于)(?P<whole>[^，；占]{0,6}限额)$")),
    # 能繁母猪2.91万头，为正常保有量3.03万头的96.2%
    (
        "whole",
        "share",
        pattern(r"^(?P<own>)[仅只]?(?:为|是|相当于)(?P<whole>[^，；占比TPY]{2,12})$"),
    ),
    (
        "base",
        "times",
        pattern(
            "^[^，；占]*?(?:[是为达]|相当于|(?:恢复|达|回升|下降|降)[到至])[TPY](?:同期)?的?"
            "(?:[^，；占任目计预]{1,8})?$"
        ),
    ),
    ("whole", "share", _SHARE),
    # 再融资债券32215万元，用于偿还到期本金38110万元的84.5%
    (
        "whole",
        "share",
        pattern("^(?P<own>)(?:可|已|用于)?(?:偿还|归还|覆盖|满足|置换)(?P<whole>[^，；占比]{2,12})$"),
    ),
    # 收割43786亩，完成应收面积189289亩的23.1%
    ("plan", "completion", pattern("^[已共累计]*完成(?P<plan>[^，；]{2,10})$")),
)
# 比年初预算数65.08万元减少…: any amount with 比 before it and a word for the change behind it.
THAN = pattern("^[比较](?![例重])[^，；]{1,16}$")
THAN_MOVED = pattern(
    "^(?:的[^，；]{0,8}?)?[还又再共净]{0,2}(?:节省|节约|增加|增长|减少|提高|提升|上升|下降|降低|回落|上涨|下跌|扩大|缩小|调[增减]"
    "|增收|减收|增利|减利|节支|[超短]收|[高低多少增减](?![一二三四五六七八九十]))"
)
IN_YUAN = pattern("(?:约?折?合计?|按[^，；]{0,8}折合?)(?:为|成)?人民币约?$")
# 是去年的1.27倍，去年产量为503吨: behind a change, the value that it was from.
BEHIND = pattern("^(?:而)?[PYT](?:同期)?[^，；增降减升多少扩缩快慢涨跌]{0,6}[为是]$")
# 常住人口与2010年普查的334020人相比: an amount that the level is compared with.
AGAINST = pattern(r"^(?P<own>[^，；]*?)[与和同跟](?!比)[^，；]{1,24}$")
COMPARES = ("相比", "相较", "比较")
# What was told of a level before it was known: 与年初报告的执行数…相比.
REPORTED = pattern("(?:执行|快报|测算|预计|初步|初核)数$|报告的|报告数")
# 完成全年3600人目标的75.4%: the word for the plan stands behind its amount.
PLANNED = pattern(r"^(?:的?(?:年度|全年|年)?(?:目标|任务|计划|指标|预算)(?:任务|目标|数|总量)?)的$")
TASK_DONE = pattern("的?(?:目标任务|目标|任务|计划)数?已?完成了?")
PAIRING = pattern(r"(?:[）)]?的(?:比[重例率]|份额)?|[）)](?:比[重例]|份额))(?:约?为|达到?|是)?$")
# 超额完成全年26台的目标任务: a plan, and no level.
TASK = pattern("^的?(?:年度|全年)?(?:目标任务|计划任务|任务|目标)(?:数|量)?$")
# 占66万起火灾的31.4%: what is behind the amount says what it is the whole of.
OF_WHOLE = pattern(r"^[^，；。、（）的占]{1,10}的$")
# Behind an amount of change stands its rate: 多13.91亿元、29.01%, 增加120人（3.8%）.
RATED = frozenset("、（(")

# Before an amount; one that fits none is a level. `to` is a level that a change leads to, `from`
# the one that it comes from.
AMOUNT = (
    (
        "total",
        pattern(
            r"(?:^|、)(?!其[他它余])(?:以上|(?P<count>[两二三四五六七八])[项者类])?[^，；、]{0,24}"
            r"(?:合计|共计|总计)(?:新增|净增)?[^，；、增减降升]{0,8}$"
            r"|^(?:以上|上述)[^，；、项类者]{2,12}共计?$"
            r"|^后?(?P<sum>[两二三四五六七八])(?:[项者类级税]|个?(?:部门|税种|险种|板块|级次))(?:合计共?[^，；、增降减升比]{0,16}"
            r"|[^，；、增降减升比]{0,8}(?:共(?:完成|入库|实现|征收)?|相加[为是共]?|之和[为是]?))$"
        ),
    ),
    ("to", _RISE_TO),
    ("from", _FROM),
    ("from", pattern(r"[由从自]T?(?:年初|原)(?:的)?(?:预算)?(?:安排)?数?的?$")),
    ("base", pattern(r"^[比较][TPY](?:同期)?的?[^，；增降减升多少]{0,4}(?:均|[亩单]产)$")),
    ("base", pattern(r"^(?:常年|历年)(?:P|平均|均)?值?[为是]$")),
    (
        "base",
        pattern(
            r"^而?[比较]?[PY](?:同[月期])?的?[^，；增降减升多少高低每]{0,6}(?:平均|均价|单价)"
            r"[^，；增降减升多少高低每]{0,4}$"
        ),
    ),
    (
        "than",
        pattern(
            r"^[比较](?:(?:历年|常年|多年)(?![^，；]*[多少])|全[国省市州区县][^，；]{0,4}?平均)[^，；]{0,10}$"
        ),
    ),
    (  # 亩产减少20.2公斤, and no 人均增收
        "delta",
        pattern(
            "^(?P<own>[^，；比较]{0,8}(?:均价|[单售]价|[亩单]产))"
            "(?P<dir>增加|减少|提高|下降|降低|上涨|下跌|回落)了?$"
        ),
    ),
    (  # 比上年月人均增加78元, of a mean that was told
        "delta",
        pattern(
            rf"^(?P<own>.*(?:{_AGAINST}|同比))(?:(?:每?[年月日户人亩]){{1,2}}均|每(?:[平立]方米|公斤|[吨斤亩]))"
            "(?P<dir>增加|增长|提高|上涨|减少|下降|降低|下跌|[涨跌降])了?$"
        ),
    ),
    (  # 次均费用5162元，…，每例减少345元; 每500克便宜0.34元
        "delta",
        pattern(
            "^(?P<own>每[^，；比较TPY户人]{1,5}?)(?P<dir>减少|下降|降低|回落|便宜|上涨|下跌|[涨跌降])了?$"
        ),
    ),
    (
        "average",
        pattern(
            r"(?P<per>[年月日周]?(?:平均每[^，；]{1,6}|平均(?!常住|人口|户籍|温度|气温|浓度)|每[^，；比较]{1,6}"
            rf"|(?:[户人]次|公里|[{_HEADS}]|(?<![一二两三四五六七八九十各每几整数])个)均(?:(?<!年均)|(?!常住|人口|户籍))(?:每[年月季周天日])?"
            "|单位建筑面积|(?<=快递)单票|^单票|均价|单价|(?:亩|单)产))[^，；比较]{0,8}"
            r"(?:为?每[^，；比较]{1,5})?$"
        ),
    ),
    (
        "base",
        pattern(
            r"^(?P<own>.*?)(?:[比较]T|[比较由从自为与同和]?(?:[PY]|上年[末底]|年初|上月末?|上季度|上[周旬期届]|前年|"
            rf"{DAY_BEFORE}))"
            r"(?:同月|同期)?(?:(?:执行|决算|完成|快报|实际)数)?的?(?:同期)?的?"
            r"(?:分别)?(?:为|是)?$"
        ),
    ),
    (
        "base",
        pattern(
            r"^(?:而)?(?:[比较]?P|[比较]?Y同[月期]|[比较]Y)(?![^，；]{0,4}(?:提高|回落|高出|压[缩降]))"
            r"[^，；增降减升多少扩缩快慢涨跌节省]{0,8}(?<!(?<!最)[高低贵])$"
        ),
    ),
    (  # 环比上升24.7%，上周受理1514件
        "base",
        pattern(
            rf"^(?:而)?(?:上(?:月|周|旬|季度)|{DAY_BEFORE})" "[^，；增降减升多少扩缩快慢涨跌]{0,8}$"
        ),
    ),
    (
        "versus",
        pattern(
            r"(?<![同环])比(?!上[月周旬季]|年[初底末])(?P<other>[^，；TPY增减降升]{2,8})(?P<dir>[高低多少])$"
        ),
    ),
    ("than", pattern(r"^比(?!年[初底末]|上[月周季])[^，；TPY增减降升多少节]{2,14}$")),
    ("month", pattern(r"^(?:而)?T(?:份)?(?:为|是)$")),
    ("more", pattern("^(?:同比|[比较]P)(?P<dir>[多少])[增减][加少长]?$")),
    ("lately", pattern("^P(?:净|新)?(?P<dir>[增减])[加少长]?[了为]?$")),
    ("beyond", pattern(r"^(?P<own>[^比较]*?)(?P<dir>超收|超支|短收|超额(?:完成)?)$")),
    (  # 决算数大于预算数128万元
        "beyond",
        pattern(r"^(?P<own>)决算数?(?P<dir>[大多高少低])于(?:年初|调整)?预算数?$"),
    ),
    (  # 超预算434万元, 比预算少支300万元
        "beyond",
        pattern(
            rf"^(?P<own>)(?:[比较]{_SET}(?P<dir>[多少超短欠增减压节]|调[增减])(?:[收支征缴加少减缩约省]|完成)?"
            rf"|(?:分别)?(?:超[出过]?|多出|高[于出])(?:[^，；]{{0,3}}下达的?)?{_SET})$"
        ),
    ),
    ("delta", _CHANGE),
    ("delta", pattern(r"^(?P<own>)(?P<dir>高出|多于|超出|低于|少于)[TPY][^，；]{0,4}$")),
    ("delta", pattern(rf"^(?P<own>(?:.*(?:{_AGAINST}|同比))?)(?P<dir>{_MORE})[^，；]{{0,4}}$")),
    ("delta", pattern(rf"^(?P<own>.*(?:{_AGAINST}|[同环]比))(?P<dir>[高低贵])(?:了|出|约)*$")),
    (
        "delta",
        pattern(rf"^(?P<own>.*{_AGAINST}[^，；]{{0,4}})(?P<dir>新增|净增|多增|节约|节省|[多少]发)$"),
    ),
)

# Each wording above has one of these, so that most levels are told from the rest at a glance.
AMOUNT_MARKS = pattern(
    "[类者项计共到至为由从自大均每产价PYT年月季周比较超增升提涨扩回降减节落短滑跌缩净压精幅多少高低快慢便位票昨]"
)

# 人均可支配收入: a measure of its own, which no sum of a bulletin gives.
PER_HEAD = pattern(
    "人均(?:可支配|纯收入|生活消费|消费支出|地区|生产总值|住房|公园|预期|受教育|现金|工资性|经营|财产|转移|食品"
    "|衣着|居住|交通|教育|医疗|其他)"
)
# 至少1人就业, 1万至5万千瓦7座: of what is counted, and not how much.
UP_TO = pattern("至少$|[0-9][万亿]?[至到~～—-]$")
# 达到序时进度47项: how things stand, and how many do.
AT_PACE = pattern(
    "(?:已|基本)?(?:达到?|超过?|快于|符合|按|落?后于?|滞后于?|慢于|未达到?|低于|高于|欠)?序时(?:进度)?"
    "(?:推进|完成|要求)?的?(?:有|为)?"
)
# “五一”假期5天, 为期40天的春运: how long all lasted of which the text speaks.
OF_DAYS = pattern("^T?$|假期?|期间|为期|春运|黄金周|[双两]节")
# So much is paid for each, however many there are.
STANDARD = pattern(
    "(?<!平均)每[^，；]{0,6}(?:补贴|补助|奖补|奖励|发放|标准|收取)|标准|(?<!平均)每[人户名亩头](?:每[月年天日季]|保额|保费)"
)
# 平均单体投资, 单个项目平均投资: of each of the projects.
SINGLE = pattern("单体|单个项目|单项|单个")
# 按人数计算适用率, 面积整改率
MEASURED_BY = pattern(
    "^按?(?P<what>人数|[件户宗套栋个项亩]数|金额|资金|面积|(?<=按)[户人件卷宗套栋亩](?=计))(?:计算?|统计|算)?(?=[^，；]{2})"
)
# 预计还需5天完成剩余2608亩: what is still to come.
TO_COME = pattern("还需|尚需|还要|剩余|预计|余下")
PER_MANY = pattern("每[十百千万]")
# 按年末常住人口计算，人均生产总值: only so is it clear which people are meant.
BY_PEOPLE = pattern("按[^，；]{0,8}人口(?:[^，；]{0,4}(?:计算|测算|计))?$")
# 每人每月50元: so much is paid each time, and the sentence does not say how often.
EACH_TIME = pattern("每[人户生名][^，；]{0,2}每[季月天日]|每[季月天日]每[人户生名]")
# 人均每月补助: how often, the sentence does not say.
PER_TIME = pattern("[年月日周季]")

# A level in whose clause one of these stands was planned, not reached.
# 列入计划逐步解决的32件, 列入计划的32件, 列入下年计划6处: a class of things, and no plan; nor is
# 纳入预算管理的债务余额, 预算结余.
MEANT = pattern(
    "(?:人大|大会|常委会|会议)[^，；]{0,10}批准[^，；]{0,24}(?:收入|支出)(?:调整)?为?$"
    "|人代?[会大][^，；]{0,4}(?:批准|通过)的|(?:(?<!列入)(?<!列入下年)(?<!列入明年)(?<!列入年度)计划(?!生育|(?:逐步|分步|近期)?(?:解决|落实|采纳)|(?:投产|竣工|完工|建成)项目|的$)"
    "|目标(?!价格)|(?<!重点)任务(?!较|最)|预算数?(?!管理|安排资金|结余|结转|执行|单位|资金|部门|绩效|评审|审[核减定查]|送审|核减|编制|公开|一体化))(?![^，；]{0,12}(?:实现|已))"
)
# 营养改善计划资金, 特岗计划教师, 春蕾计划: the names of programs.
PROGRAM = pattern(
    "(?!.*(?:年度|全年|当年|投资))[^，；计]{2,8}计划(?:[^，；划]{0,6}(?:资金|经费|补[助贴])|教师|学生|项目)?$"
)
MEANT_MARKS = pattern("[划标务算准过]")
# Where a clause ends: the words behind the last of these are the figure's own.
CLAUSE = pattern(r"[，,；;：:（(）)\n]")
# 预算 in the name of an account is no plan.
ACCOUNT = pattern(
    "公共预算|基金预算|经营预算|财政预算(?=收入|支出)|(?<!年[度初])(?<!全年)预算(?=收入|支出|外|内|稳定|周转)"
)

# Bases other than the same window a year earlier.
OTHER_BASIS = pattern(
    "(?<=[比较])(?:年初|年度|全年|调整后?|当年)?预算|年[初底末]|[常历]年|环比|前年|上[月周季旬期届]|"
    + DAY_BEFORE
)
# 扣除留抵退税因素后，同口径增长: of less than was told.
LEFT_OUT = pattern("扣除|剔除|还原|因素|不含")

# 115家产值同比增长: what the counted did.
BEHAVES = pattern("(?:增长|增产|下降|减产|停产|亏损|盈利|开工|竣工|完工|投产|达标)$|^[为是]")
# Each number of a list is of another: 分别为8家、22家, 完成各自预算的63.6%、90.9%.
EACH = pattern("分别|依次|各自|各[为占达投]")
# 批次、人次同比分别减少: names the units of a level and no other measure.
COUNTS = pattern("(?:批次|人次|件数|人数|件次|户数|起数|宗数)[、和与及]?")
# 人数增长8.2%, 件数同比下降3.1%: of what is counted in that unit.
COUNTED_IN = pattern("(?P<unit>[人件户起宗])数(?![、和与及])")
# 四项合计，: a clause before what they make together.
SO_MANY_TOGETHER = pattern("(?:以上|上述|这)?[两二三四五六七八][项类者](?:合计|共计|总计|相加)")
MEMBERS = pattern("[、和与及]")
KIND_OF_PEOPLE = pattern("城镇|城市|农村|乡村|全体|男性?|女性?")
# 三档合计同比增长: of the last three.
OF_ALL = pattern(
    "(?:以上|上述|这)?(?P<count>[两二三四五六])[项类者档个家大种镇县](?:企业|行业|产业)?合计"
    "(?![^，；]{0,8}拉动)"
)
MATED = frozenset(("", "、", "，", "和", "共", "、共"))

# A whole that is not named: 占总数的, 占全部支出的.
WHOLE = pattern(
    r"其|其?(?:全部|总)(?:[^，；]{0,6})|(?:[^，；]{0,6})(?:总数量?|总量|总额|总户数|总人[数次]|总[件批起宗笔]数|总体|总产量)"
)

# 50万元以上的村占比: the share of all that are so large, or so small.
BEYOND_SHARE = pattern(
    "以[上下](?:的)?[^，；占]{0,6}(?:合计)?占(?:比|(?P<whole>[^，；]{2,8})的?(?:比重|比例)?|总?数?的)?[为达]?"
)
# 三次产业结构, and not 产业基金按2:3:5的比例.
STRUCTURE = pattern("(?:产业|三产)(?:增加值|产值)?的?(?:结构|比重|占比|构成|比例|比|之比)")
# 由上年同期的1.99:1, 比上年的1.99:1: a ratio that was.
RATIO_BEFORE = pattern("(?:[由从自]|(?:[由从自较]|(?<!入)比)[^，；为是]{1,8}|[PY])的?$")
# 收入比1.85，上年同期为1.88.
RATIO_THEN = pattern("[PY](?:同期)?[为是]$")
NARROWED = pattern(
    "(?:^|[TPY比较]|同期)(?P<dir>缩小|扩大|下降|提高|上升|降低|减少|回落|收窄)了?$"
)
YEAR_BEFORE = pattern("[由从自较比]?[PY]的?$")

