"""Names of places and people, told from slips: both are as odd as slips are."""

from __future__ import annotations

from kuaibao_lint.checks.confusions import CERTAIN
from kuaibao_lint.checks.places import seats
from kuaibao_lint.checks.wordlist import TERM, price
from kuaibao_lint.light_typing import TYPE_CHECKING
from kuaibao_lint.patterns import pattern

if TYPE_CHECKING:
    from kuaibao_lint.checks.confusions import Guess
    from kuaibao_lint.checks.wordlist import Pairs

# What names of places end in.
VILLAGES = "村屯庄寨湾沟岭畈县镇乡旗"
PLACES = "镇乡村县市区屯庄寨旗州湾沟岭河湖畈垸坳垭圩浜岙塬峪"
# Surnames that nine in ten people have.
SURNAMES = frozenset(
    "王李张刘陈杨赵黄周吴徐孙胡朱高林何郭马罗梁宋郑谢韩唐冯于董萧肖程曹袁邓许傅沈曾彭吕苏卢蒋蔡"
    "贾丁魏薛叶阎余潘杜戴夏钟汪田任姜范方石姚谭廖邹熊金陆郝孔白崔康毛邱秦江史顾侯邵孟龙万段雷钱"
    "汤尹黎易常武乔贺赖龚文原麻付闫苗温翟柴牛庞樊兰殷施陶洪安颜倪严鲁韦申聂焦"
)
# Further ones, that stand as often in a slip: they count beside what people are called (老人关玉珩)
# and in a list (、宫文涛、).
RARER = frozenset(
    "邰嵇祁郗亓佘闵阮仝逯禚綦晏隋蔺仉厍郤邬邝鄢庹覃岑冼敖缪邢瞿滕褚邸谌蒯訾荀郏郜郦阚阙靳宓逄臧裴"
    "茹窦詹关简鹿桂祝丰景路宁盛舒应宗单左车井花查米解党束仓树计战明支边艾鲍毕卞昌晁巢池储丛狄刁东"
    "都端费封凤伏扶符甘干戈葛耿弓宫巩辜古谷管冠国海杭和赫衡弘后扈滑怀桓宦惠霍姬吉籍纪冀蓟季嘉揭荆"
    "居鞠柯匡况来蓝郎劳冷厉利连廉练凌令柳隆楼栾伦骆茅梅门蒙糜母木牧慕牟那能年农欧区平濮朴蒲浦戚漆"
    "强钦青曲屈璩冉饶荣芮桑沙山商尚召师时司双水松宿粟索台谈檀佟童涂危卫蔚翁沃乌巫伍席习洗鲜向幸修"
    "胥禹宣羊阳仰养尧伊阴银雍尤游俞虞郁喻元云宰湛甄仲竺庄卓资祖寿凃揣佴展镡"
)
CALLED = (
    *"长员民人师生者兵警户手匠", "书记", "主任", "主席", "政委", "经理", "教授", "博士", "护士",
    "大夫", "专家", "青年", "女士", "先生", "代表", "律师", "司机", "小哥", "主播", "同学", "客商",
    "选手", "医生", "同志", "战士", "烈士", "群众", "民警",
)  # fmt: skip
# Those of two characters, behind which a rare character is a surname.
OFFICES = (
    *(one for one in CALLED if len(one) > 1),
    *(f"{one}长" for one in "县市区旗州镇乡村局部院校园行所站队会社厂场科股处组班"),
    *("学生", "村民", "居民", "市民", "农民", "渔民", "牧民", "队员", "学员", "社员", "党员"),
)
STYLED = ("委员", "代表", "同志", "先生", "女士", "老人", "夫妇", "一家", "等人", "说", "介绍")
# The price (see `price`) of a character that is rare in prose.
RARE = 125
# How many characters the name of a place has, and what tells that a list was one of places.
LISTED = 4
_PLACES_BEHIND = pattern(
    r"(?:、[\u4e00-\u9fff]{2,4}){0,8}、[\u4e00-\u9fff]{2,4}?"
    r"(?:等地|等?[0-9一二两三四五六七八九十]{1,3}个[\u4e00-\u9fff]{0,2}[村镇乡县区屯寨港])"
)
# Characters of most names.
FULL_NAME = 3
# What names of other tongues are written in (阿的尔布): two of them stand near each other.
FOREIGN = frozenset("阿尔呷嘎玛扎措吐孜旦吾甫勒萨曲莫瓦鄂噶")
# What a name stands before.
NAMED = (
    *PLACES, "街道", "社区", "小区", "林场", "农场", "水库", "景区", "公园", "广场", "小学", "中学",
    "学校", "公司", "集团", "股份", "合作社", "大道", "大街", "同志",
)  # fmt: skip
# What names of firms end in; of these only behind what is done with firms: 加强科技支撑.
FIRMS = (
    "股份", "控股", "重工", "精密", "之家", "药业", "制药", "乳业", "牧业", "纸业", "农牧", "光电",
)  # fmt: skip
TRADES = (
    "电器", "电子", "电气", "科技", "能源", "半导体", "生物", "医药", "医疗", "新材", "材料",
    "化工", "食品", "汽车", "国际", "软件", "智能",
)  # fmt: skip
MEETING = ("引进", "引入", "到", "赴", "对接", "走访", "与")
# What single places end in, that a slip hardly has before it.
SIGHTS = frozenset("岛峡峰寺庙塔洞泉渡")
COUNTRIES = ("美国", "英国", "法国", "德国", "泰国", "韩国")


def is_name(run: str, guess: Guess, table: Pairs) -> bool:
    """Tell whether the stretch is part of a name: 东屯镇 is no slip for 东山镇."""
    return (
        run[guess.end - 1] in PLACES
        or run.startswith(NAMED, guess.end)
        or _is_firm(run, guess)
        or _is_sight(run, guess)
        or _is_village(run, guess.end, table)
        or _is_person(run, guess.at, table)
    )


def _is_firm(run: str, guess: Guess) -> bool:
    """Tell whether a firm is named: 沃格光电, 到良信电器."""
    met = run.endswith(MEETING, 0, guess.start)
    named = FIRMS + TRADES if met else FIRMS
    return (met or not guess.start) and len(guess.word) < TERM and run.startswith(named, guess.end)


def _is_sight(run: str, guess: Guess) -> bool:
    """Tell whether an unknown place is named that a known one is guessed for: 海澜, 南屿岛."""
    word, last = guess.word, run[guess.end - 1]
    if last in SIGHTS and len(word) == FULL_NAME and word[-1] == last:
        return True
    # brands and smaller places look like a place that is guessed
    return guess.score < CERTAIN and (word.removesuffix("站") in seats() or word in COUNTRIES)


def _is_village(run: str, end: int, table: Pairs) -> bool:
    """Tell whether a village's name goes on behind the stretch: 上碾 in 西上碾头村."""
    last = run[end + 1 : end + 2]
    return last != "" and last in VILLAGES and last not in table.joined[run[end]]


def _is_person(run: str, at: int, table: Pairs) -> bool:
    """Tell whether the character may belong to a person's name.

    It is, or stands one or two behind, a surname that is part of no usual word. Names are as odd
    as slips are: without this, one in seven was reported.
    """
    if (run[at] in SURNAMES or run[at] in RARER) and run[at + 1 : at + 2] == "氏":
        return True
    if run[at] in FOREIGN and len(FOREIGN.intersection(run[max(0, at - 3) : at + 4])) > 1:
        return True
    return any(
        not _joined(run, start, table)
        and (run[start] in SURNAMES or _is_called(run, start))
        for start in range(max(0, at - 2), at + 1)
    )


def _is_called(run: str, start: int) -> bool:
    """Tell whether a rarer name is all of a run, or stands beside what people are called.

    A character that is rare in prose is hardly typed for another there: 站长缑长福.
    """
    char = run[start]
    if char not in RARER:
        return price(char) >= RARE and run.endswith(OFFICES, 0, start)
    return (
        (not start and len(run) == FULL_NAME)
        or run.endswith(CALLED, 0, start)
        or run.startswith(STYLED, start + 2)
        or run.startswith(STYLED, start + 3)
    )


def are_places(text: str, start: int, end: int) -> bool:
    """Tell whether a run is one of the places of a list: 沙埕、螺屿、磨盘洲三个渔村."""
    return end - start <= LISTED and _PLACES_BEHIND.match(text, end) is not None


def _joined(run: str, at: int, table: Pairs) -> bool:
    """Tell whether a usual word of two characters has the one at `at`."""
    joined = table.joined
    return (at > 0 and run[at] in joined[run[at - 1]]) or (
        at + 1 < len(run) and run[at + 1] in joined[run[at]]
    )
