"""Names of government units: are two of them the same, and which form has a unit's name.

Offices print a unit in many forms: 延津县科技和工业信息化局, 县科工局, 科工局. A profile lists
aliases; without one, a short form is known by taking its characters, in order, from the long one.
"""

from __future__ import annotations

from functools import lru_cache

from kuaibao_lint.light_typing import TYPE_CHECKING
from kuaibao_lint.nearness import in_order
from kuaibao_lint.patterns import pattern

if TYPE_CHECKING:
    from kuaibao_lint.vocabulary import Name, Vocabulary

# What a unit's name ends in. Bodies that send news to a bulletin, not every organisation.
SUFFIXES = (
    "局|股|室|乡|镇|街道|街道办|街道办事处|办事处|委员会|委|办公室|办|部|院|厅|署|处|科|中心|大队|支队"
    "|中队|总队|队|所|站|公司|银行|支行|分行|集团|学校|小学|中学|高中|一中|二中|三中|职中|党校"
    "|医院|卫生院|协会|商会|联合会|总会|学会|妇联|残联|工商联|文联|科协|社科联|侨联|团县委|团市委"
    "|团区委|总工会|工会|红十字会|红会|供销社|联社|信用社|农信社|管委会|指挥部|专班|法院|检察院"
    "|开发区|高新区|经开区|示范区|集聚区|园区|聚集区|新区|林场|农场|渔场|水库|景区|县委|市委|区委"
    "|人大|政协|政府|纪委监委|监委|武装部|人武部|档案馆|图书馆|文化馆|博物馆|气象台|融媒|电视台"
    "|邮政|移动|联通|电信|烟草|供电|石油|公积金|事务|苏木|嘎查|村|社区|旗|县|市|区|省|州|盟"
    "|报社|超市|组|会|社|馆|台|厂|库|场|店|行|校|园"
)
_ENDINGS = tuple(SUFFIXES.split("|"))
_PLACE_HEAD = pattern(
    r"[\u4e00-\u9fff]{2,6}?(?:自治县|自治州|[省市县区旗州])(?=[\u4e00-\u9fff]{2})"
)
_LEVEL_HEAD = pattern(r"(?:中共|国家|我|全)?[省市县区旗州](?=[\u4e00-\u9fff]{2})")
# A unit at the very start of a title. Without a profile only bureaus with a usual name count
# (开局, 布局 and 格局 end in 局 too), and towns whose name is no common word (城乡, 返乡, 古镇).
_BUREAUS = (
    "财政|教育|教体|教育体育|公安|民政|司法|人社|人力资源和?社会保障|自然资源(?:和规划)?|生态环境|环保"
    "|住建|住房和?城乡建设|交通(?:运输)?|水利|水务|农业农村|农业|商务|文旅|文广旅|文化和?旅游"
    "|文化广电(?:和|体育)?旅游|文体广旅|体育|卫健|卫生健康|应急(?:管理)?|审计|市场监管|市监"
    "|市场监督管理|统计|医保|医疗保障|林业(?:和草原)?|信访|城管|城市管理|综合执法|发展和?改革|发改"
    "|科工|科工信|工信|科技|工业和?信息化|科技和工业信息化|经信|税务|气象|退役军人(?:事务)?"
    "|行政审批|行政审批服务|政务服务|大数据|机关事务|乡村振兴|粮食|金融|国资|供电|邮政|烟草|园林|住房保障"
)
_NO_TOWN = "城各全本下家返离回思老同故异他入进重古小制强心点村集丽化市县区惠助兴色水名"
_SUBJECT = pattern(
    rf"(?:[\u4e00-\u9fff]{{0,5}}?[省市县区旗州])?(?:(?:{_BUREAUS})局|(?:发展和?改革|发改|卫健|卫生健康)委)"
    rf"|(?:[\u4e00-\u9fff]{{1,5}}?[市县区旗])?[\u4e00-\u9fff]{{1,3}}[^{_NO_TOWN}](?:街道|乡|镇)(?![村级域企区容风])"
)
_TOWN = pattern(r"([\u4e00-\u9fff]{2,6}?)(?:街道|乡|镇)(?:办事处|党工委|党委|政府)?$")
# A village or a community of the town that a title begins with: 石桥镇红光村, not 石桥镇扮靓乡村
_VILLAGE = pattern(r"[\u4e00-\u9fff]{1,4}(?:(?<![乡农全各驻进入下美新])村|社区)")
# Bureaus of which many a county has one for both, or has renamed the one as the other.
_KIN = (
    pattern("城管|城市管理|综合(?:行政)?执法"),
    pattern("教育|教体"),
    pattern("环保|生态环境"),
    pattern("水利|水务"),
    pattern("工信|科工|经信|工业和?信息化"),
    pattern("行政审批|政务服务|大数据"),
    pattern("文旅|文广|文体|文化"),
)


def looks_like_unit(name: str) -> bool:
    """Tell whether a name has the form of a unit that sends items."""
    return 2 <= len(name) <= 30 and name.endswith(_ENDINGS)


@lru_cache(maxsize=4096)
def bare(name: str) -> str:
    """Return the name without the place or level before it: 延津县财政局, 县财政局 → 财政局."""
    match = _LEVEL_HEAD.match(name)
    if match is None:
        match = _PLACE_HEAD.match(name)
    rest = name[match.end() :] if match else name
    # 县委, 区委 and 市政府 have nothing else to be called by.
    return rest if len(rest) >= 2 and rest not in ("政府", "委会") else name


def canonical(name: str, vocabulary: Vocabulary) -> str | None:
    """Return the vocabulary's name for a unit, or None where it is not listed."""
    known = vocabulary.unit_of
    if not known:
        return None
    return known.get(name) or known.get(bare(name)) or known.get("县" + bare(name))


def same(one: str, other: str, vocabulary: Vocabulary) -> bool:
    """Tell whether two printed names can mean the same unit; in doubt, yes."""
    first, second = canonical(one, vocabulary), canonical(other, vocabulary)
    if first is not None and second is not None:
        return first == second
    short, long = sorted((bare(one), bare(other)), key=len)
    return in_order(short, long)


def sends_for(unit: str, subject: str, title: str) -> bool:
    """Tell whether a unit may send what a title says of another: of a part of it, or its kin's.

    A bureau of a town's village (石桥镇红光村：…), a town of a bureau's branch there
    (县公安局石桥派出所…), and the bureau that many counties have in that one's stead (城管局,
    综合执法局).
    """
    town = _TOWN.search(bare(unit))
    if town is not None:
        return town[1] in title and _TOWN.search(subject) is None
    if _TOWN.search(subject) and _VILLAGE.match(title, len(subject)):
        return True
    return any(kin.search(unit) and kin.search(subject) for kin in _KIN)


def subject(title: str, vocabulary: Vocabulary) -> str | None:
    """Return the unit that a title begins with, as printed; None where it names none."""
    for lead in (vocabulary.place, "县", "市", "区", ""):
        if not title.startswith(lead):
            continue
        for length in vocabulary.unit_lengths:
            form = title[len(lead) : len(lead) + length]
            if form in vocabulary.unit_of:
                return lead + form
    match = _SUBJECT.match(title)
    return match.group() if match else None


def names(units: tuple[Name, ...]) -> list[str]:
    """Return all forms of all units."""
    return [form for unit in units for form in unit.forms]
