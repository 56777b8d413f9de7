"""Which parts cannot be counted in each other: 判决 and 撤诉, 玉米 and 大豆, be they all or not.

`complements` knows which parts make up a whole. These need not: however many more there are, they
are no more than their whole.
"""

from __future__ import annotations

from functools import cache, lru_cache

from kuaibao_lint.facts.claims import complements, measures
from kuaibao_lint.light_typing import TYPE_CHECKING
from kuaibao_lint.patterns import pattern

if TYPE_CHECKING:
    from collections.abc import Sequence

# Of a row, each part goes by one of its words.
_ROWS = """
判决 裁定 裁决 调解 撤诉 驳回起诉 移送 终结
维持 驳回 撤销/确认违法/纠正 责令履行 终止/调解/和解
判决 驳回 不予受理 撤回 准予
博士 硕士 研究生 本科 大专/专科 高中 中专 初中 小学
高级 中级 初级/助理 管理岗/管理人员/管理及 工勤 员级
正高 副高 中级 初级/助理 管理岗/管理人员/管理及 工勤 员级
缓刑 假释 管制 监外执行
有期徒刑 拘役 管制 缓刑 免予 罚金
国家级 省级 市级 县级/区级 乡级/镇级 村级
国控 省控 市控 县控
中央 省 市/州 县/区 镇/乡
一级 二级 三级 四级 五级
特级 一级 二级 三级
玉米 小麦 水稻/稻谷 大豆/豆类 薯 花生 棉花 蔬菜 瓜 油菜 油料 杂粮 高粱 谷子 甘蔗 烟叶 茶 水果 药材
粮食 油料/油菜/花生 蔬菜 水果/瓜果 茶 药材 甘蔗/糖料 烟叶/烤烟 棉花 肉类
猪 牛 羊 禽 兔 驴 马 骆驼
企业 个体 合作社 农场
直流 交流
2G 3G 4G 5G
火电/火力 水电/水力 风电/风力 光伏/太阳能 核电 生物质
低保 特困/五保 临时救助 孤儿
视力 听力 肢体 智力 精神 多重 孤独症
工业/工矿 商服/商业/商住 住宅 基础设施 公共/公用 仓储
公路/道路 铁路 水路 航空/民航
来信 来访 来电/电话 网上/网络/网站
咨询 投诉 求助 求决 举报 建议 表扬 检举/揭发 批评
经济建设 政治建设 文化建设 社会建设 生态文明 党的建设
国有 集体 民营/私营 外资/外商 港澳台
小学 初中 高中 幼儿园 特殊教育 中职
医院 卫生院 社区卫生 村卫生室/诊所 疾控 妇幼
水库 塘坝/山塘 水闸 泵站
总承包 专业承包 劳务
货物 工程 服务
动力 种植 耕整地 收获 植保 运输
新建 改建 扩建 续建 改造
住宅 商铺/商业 办公 车位
刑事 民事 行政 执行 赔偿
交通 火灾 工矿 建筑施工
地震 滑坡 崩塌 泥石流 塌陷
提起公诉 法定 情节轻微/相对不起诉 证据不足/存疑 附条件
任中 离任
划拨 出让/挂牌/拍卖 租赁 协议
自愿 强制
盈利 亏损 持平
办结/办毕/满足/通过 驳回/不予受理 退回/退件/退办 撤回 正在/在办/尚在/待办
了结 立案 核查/初核 移送
首次登记 转移登记 抵押登记 注销登记 变更登记 查封登记 预告登记
人工造林/新造 封山/封育 退化林 抚育 飞播/飞机播种
婚姻/家庭 邻里/相邻 损害赔偿 山林/土地/林地 合同 劳动/工资 物业 借贷 继承
优 良 轻度 中度 重度 严重
一居室 两居室/二居室 三居室
"""
_LONGEST = 5  # characters of a word above
_KINDS = frozenset(("类", "型"))
_BEYOND = pattern("以[上下内外]")
_ENDS = 2  # names that need not have anything between them


def exclusive(names: Sequence[str]) -> bool:
    """Tell whether nothing is counted in two parts of these names.

    咨询类, 投诉类; 已完工, 在建; 判决, 撤诉. 本科以上 and 大专以上 are none.
    """
    if len({*names}) < len(names) or not all(names):
        return False
    if measures.from_outside(names):
        return False
    if complements.complete(names) or {name[-1:] for name in names} <= _KINDS:
        return True
    states = [complements.is_state(name) for name in names]
    if all(states[1:]) and (states[0] or complements.is_done(names[0])):
        return True
    # 本科及以上, 大专, 中专及以下: from end to end
    if any(map(_BEYOND.search, names[1:-1])):
        return False
    up, down = "以上" in names[0], "以下" in names[-1]
    if not (up or down):
        return not any(map(_BEYOND.search, names)) and _each_has_its_own(names)
    return len(names) > _ENDS and _each_has_its_own(names, up=up, down=down)


@cache
def _words() -> dict[str, list[tuple[int, int]]]:
    """Return the rows and the parts in them, by each of their words."""
    found: dict[str, list[tuple[int, int]]] = {}
    for at, row in enumerate(_ROWS.split("\n")[1:-1]):
        for place, part in enumerate(row.split()):
            for word in part.split("/"):
                found.setdefault(word, []).append((at, place))
    return found


@lru_cache(maxsize=4096)  # a name is asked for with each list that it stands in
def _places(name: str) -> dict[int, int]:
    """Return the rows of which a name has a word, and the part: of one part only."""
    words = _words()
    found: dict[int, set[int]] = {}
    for start in range(len(name)):
        for end in range(start + 1, min(start + _LONGEST, len(name)) + 1):
            for row, place in words.get(name[start:end], ()):
                found.setdefault(row, set()).add(place)
    return {row: places.pop() for row, places in found.items() if len(places) == 1}


def _each_has_its_own(names: Sequence[str], *, up: bool = False, down: bool = False) -> bool:
    """Tell whether each name has a word of a part of its own, and of no other, in one row.

    up: the first is that part and all above it, so that it must be the first in the row; down: the
    last is that part and all below.
    """
    first, *others = names
    for row, place in _places(first).items():
        last = _places(names[-1]).get(row, -1)
        places = {place, *(_places(name).get(row, -1) for name in others)}
        if len(places) == len(names) and -1 not in places:
            return not (up and place > min(places)) and not (down and last < max(places))
    return False
