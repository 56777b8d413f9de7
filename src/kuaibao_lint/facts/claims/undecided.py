"""Lists whose names seem to be all there can be, of a whole that has more in it."""

from __future__ import annotations

from kuaibao_lint.facts.claims.complements import is_rest
from kuaibao_lint.light_typing import TYPE_CHECKING, NamedTuple
from kuaibao_lint.patterns import pattern

if TYPE_CHECKING:
    import re
    from collections.abc import Sequence

_CAME_IN = pattern("受理|接收|收到|收案|新收|移送|提请")
_DECIDED = pattern("起诉|逮捕|批捕|不捕|立案|批准|同意|准予|退补|退查|退回")
_PAID_BACK = pattern("[还偿息付兑]|支出|成本|欠|债务|逾期|垫")
_BEYOND_BANKS = pattern("非银|其[他它余]")
_AT_WORK = pattern("^[^外]*(?:务工|就业|转移|劳动力|输出)[^外]*$")
_AWAY = pattern("[县市区旗州省境国]外")
_AGE = pattern("([0-9]{2,3})(?:[周至—~-]|岁)")


class _Open(NamedTuple):
    """Parts of which there are more where the whole has a word, or has not.

    every: all parts are called so, and not just one. rest: 其他 closes them. unless: so does one
    that is called this.
    """

    whole: str
    has: bool
    names: re.Pattern[str]
    every: bool = False
    rest: bool = False
    unless: str = ""


_OPEN = (
    # 中考4178人，录入普通高中2582人、中职1496人: some go to no school
    _Open("考", True, pattern("高中")),
    # 粮食面积80万亩，其中早稻21万亩、中稻36万亩、晚稻17万亩
    _Open("稻", False, pattern("稻"), every=True),
    # 残疾人12684人…。生活补贴4441人、护理补贴6243人: some have both, some none
    _Open("补贴", False, pattern("护理补贴")),
    # loans to households and firms are not all
    _Open("贷款", True, pattern("住户"), rest=True),
    # 医疗卫生机构315个，其中医院10个、卫生院20个、村卫生室245个
    _Open("机构", True, pattern("卫生"), rest=True),
    # 床位2713张，其中医院2013张、卫生院680张
    _Open("床位", True, pattern("卫生院"), rest=True),
    # 优良天数312天，优良率96.9%，其中优146天、良166天、轻度污染7天
    _Open("优良", True, pattern("轻度")),
    # 监测200天，其中优60天、良120天
    _Open("优良", False, pattern("^[优良]"), every=True),
    # 教师4738人，其中在编4500人、备案制232人; 债务96亿元，其中银行贷款64亿元、非标9亿元
    _Open("教师", True, pattern("备案制"), rest=True),
    _Open("债务", True, pattern("非标"), rest=True),
    # 社保基金收入15330万元，其中个人缴费4688万元、财政补贴10342万元: there is interest, too
    _Open("收入", True, pattern("缴费|缴纳"), rest=True, unless="利息"),
    # 查处交通违法244起，其中酒驾27起、醉驾4起
    _Open("酒", False, pattern("[酒醉]"), every=True),
    # 支出800万元，人员经费…、公用经费…: besides those for projects
    _Open("基本", False, pattern("公用经费"), unless="项目"),
    # 信访总量241批648人次，其中来县访200批、去市访21批、赴省访4批: besides letters
    _Open("", True, pattern("[县市省上]访"), every=True),
    # 隐患房屋254栋，已整治234栋。C级170栋、D级63栋: A and B are no danger
    _Open("危", False, pattern("^[CD]级"), every=True),
    # 企业147家，其中大型5家、中型20家、小型111家: there are tiny ones; 水库 are not
    _Open("水", False, pattern("^小型"), unless="微"),
    # 幼儿园71所，其中公办42所，普惠性民办25所: the others cost more
    _Open("普惠", False, pattern("(?<!非)普惠"), unless="非普惠"),
    # 预警98期，其中暴雨红色1期、橙色7期、黄色20期、蓝色30期，雷电35期: of one kind of warning
    _Open("暴雨", False, pattern("^(?:暴雨|暴雪|雷|大雾|台风|高温|寒潮|大风)")),
    # 水产品37.23万吨，其中海洋捕捞16.87万吨，海水养殖10.36万吨: there are lakes and ponds, too
    _Open("海", False, pattern("海水|海洋|近海"), every=True, rest=True),
    # 统筹基金支出2.65亿元，其中住院1.87亿元、门诊0.28亿元、慢特病0.43亿元: and for births
    _Open("基金", True, pattern("慢特病|慢性病|慢病|特殊(?:疾)?病"), rest=True),
    # 装机123.84万千瓦，其中水电11.35万千瓦、风电57.28万千瓦、光伏50.21万千瓦: there is coal, too
    _Open("能源", False, pattern("[水风]电|光伏|太阳能|水力|风力"), every=True, rest=True),
    # 编制91名，在职87人，退休54人: who has retired has no post
    _Open("编", True, pattern("退休")),
)
# Names that have none of these are told of by no line above.
_NAMED = pattern("|".join(one.names.pattern for one in _OPEN))


def undecided(whole: str, names: Sequence[str]) -> bool:
    """受理442件，决定起诉348件，不起诉49件: of what came in, some may not be decided yet.

    住户存款、企业存款、政府存款: without those of other banks, these are never all.
    小区94个、…。党工委下设党委5个、党总支9个、党支部87个: nor are these of the 94.
    """
    closed = is_rest(names[-1])
    for one in _OPEN if any(map(_NAMED.search, names)) else ():
        if (one.whole in whole) != one.has or (closed and one.rest):
            continue
        if (all if one.every else any)(map(one.names.search, names)):
            return not (one.unless and any(one.unless in name for name in names))
    if "岁" in whole and (ages := _AGE.search(whole)) and (first := _AGE.search(names[0])):
        return ages[1] != first[1]  # 60周岁以上72435人，其中80至89周岁10568人、…: of older ones
    if "存款" in whole and not any(map(_BEYOND_BANKS.search, names)):
        return True
    if "外" in names[0] and _AT_WORK.match(whole) and all(map(_AWAY.search, names)):
        return not closed  # 务工16413人，其中县外省内5213人、省外1.12万人: some stay in the county
    if "本金" in names[0] and not _PAID_BACK.search(whole):
        return True  # 再融资债券2.90亿元。偿还本金2.82亿元，支付利息2.07亿元: of none of it
    if "各级各类" in whole and not any("幼" in name or "学前" in name for name in names):
        return True  # 各级各类学校140所。普通高中3所；初中18所；小学69所
    if "党" not in whole and "组织" not in whole and any("支部" in name for name in names):
        return True
    return _CAME_IN.search(whole) is not None and all(map(_DECIDED.search, names))
