"""The tables of phrasings put to use: the role that the words before a figure give it."""

from __future__ import annotations

from functools import lru_cache

from kuaibao_lint.facts import numerals
from kuaibao_lint.facts.claims import compared, measures, phrasings, terms
from kuaibao_lint.light_typing import TYPE_CHECKING
from kuaibao_lint.patterns import pattern

if TYPE_CHECKING:
    import re

    from kuaibao_lint.facts.claims.figure import Figure

_TABLES = {
    "amount": phrasings.AMOUNT,
    "percent": phrasings.PERCENT,
    "points": phrasings.POINTS,
    "times": phrasings.TIMES,
}
# Behind a change, what makes it say of whom, and not how much.
_OF_THOSE = ("的", "的有", "的达", "的为", "的共", "的共有", "的企业", "的企业有")
# What a figure is behind 至 and 由, where the words say that it moves.
_MOVES = {"to": "level", "from": "base"}
_COMPARES = frozenset("比较")
# What the words for a fall lack: 增幅收窄, 距目标还差.
_LESS = frozenset("缓窄差后距欠")
# What a change is compared with, at the end of what stands before its verb.
_COMPARED = pattern(
    r"(?:[、和与并且]|总体|实际|名义|分别)*(?P<basis>(?:[周月旬季]?[同环]比(?:上[月周旬期季届年]度?|[PY])?|同期比|[TPY]比|"
    r"(?:[比较与和同]|相[比较])(?:[TPY]|[常历]年P?|上年[底末]?|去年|年[初底末]|上[月周旬期届]|上季度|前年|"
    + phrasings.DAY_BEFORE
    + r"|第[一二三四五六七八九十]{1,3}[期届轮批季])(?:的?同期|同月|底|末)?"
    r"(?:春运|春节|国庆|五一|假期|黄金周|榨季|采暖季|采暖期|报告期)?(?:(?:年初)?(?:实际|预计)?(?:完成|执行|决算|预算|计划|快报|实际)数|年初(?:预算|计划)|实际[^，；]{1,8})?(?:相[比较])?|[TPY]?相[比较]|"
    r"[比较](?:年初|年度|全年|调整后?|当年)?预算数?|按[^，]{0,8}计算)?)"
    r"(?:[、和与并且]|实际|名义|分别|累计|共|净|合计|[多少])*$"
)
# 与上年相比，收入增加3976万元: in a clause of its own.
_COMPARED_BEFORE = pattern(
    "(?P<basis>(?:[与和同跟]|相)?(?:[TPY]|上年[底末]?|年[初底末]|上[月周旬期届]|上季度|前年)"
    "(?:的?同期|同月|底|末)?相[比较])"
)
# 与去年同期相比事故减少3起, 同比事故起数减少3起: what stands before the name.
_LEADING = pattern(r"^[与和同较比]?[TPY]相[比较]|^[同环]比(?=[^，；多少]{2})")
# 按同口径减少64万元: against what was comparable.
_COMPARABLE = pattern("^按?(?:同|可比)口径(?:计算|比较|相比)?")
# Changes of something else than the level named before them.
_OTHER_CHANGE = pattern(
    "(?:增幅|增速|幅度)(?!最)|(?:年均|平均)(?!浓度|水位|气温)|多增|少增|拉动|口径|可比|同比[多少]$"
)
# 收、支总计各增加206.80万元: both are one.
_BOTH_SIDES = pattern("^收入?[、和与]?支出?(?:总计|合计|总额)?(?:均|各|分别)?$")
# What moves from one value to another.
_MOVING = pattern("[增升提降减缩压扩涨跌变调延回优发整精合并]")


def hide_accounts(words: str) -> str:
    """Return the words without 一般公共预算 and its like, which name an account and no plan."""
    if "预算" not in words:
        return words
    return phrasings.ACCOUNT.sub(lambda found: "·" * len(found[0]), words)


def fit(one: Figure) -> None:
    """Give the figure the role of the first wording that fits the words before it."""
    fitting = _fitting(one.raw, one.kind)
    if fitting is not None:
        _play(one, *fitting)


@lru_cache(maxsize=2048)  # 同比增长 and 占 come again and again
def _fitting(words: str, kind: str) -> tuple[str, re.Match[str]] | None:
    """Return the first wording that fits the words before a figure, and the role it gives."""
    hidden = hide_accounts(words)
    for role, wording in _TABLES[kind]:
        if role == "delta" and hidden.endswith(_OF_THOSE):
            continue  # 产值增长的165家, 增速为正的有180家: a number of those that grew
        if found := wording.search(hidden):
            return role, found
    return None


def compare(one: Figure, earlier: str) -> None:
    """与上年相比，收入增加3976万元: the clause before says with what a change is compared."""
    if one.role in {"growth", "delta"} and not one.compared and earlier[-1:] in _COMPARES:
        found = _COMPARED_BEFORE.fullmatch(earlier)
        if found:
            one.compared = found["basis"]
            other = phrasings.OTHER_BASIS.search(one.compared)
            one.basis = _told_basis(other[0] if other else "")


def pair(amount: Figure, percent: Figure) -> None:
    """占年初预算10065万元的43.2%, 占固定资产投资9000万元的12%: the amount is plan or whole."""
    hidden = hide_accounts(amount.raw)
    for role, result, wording in phrasings.PAIRED:
        if found := wording.search(hidden):
            own = measures.name(group(amount, found, "own"))
            amount.role, amount.word = role, group(amount, found, "plan")
            percent.role = result
            if role == "base":  # 为2019年230.1万人次的93.6%
                amount.word, amount.name = "than", ""
            if role == "whole":
                amount.name = percent.word = group(amount, found, "whole")
                percent.name = own
            return


def _play(one: Figure, role: str, found: re.Match[str]) -> None:
    """Give the figure a role, and what the wording says besides."""
    one.role = role
    if role in {"growth", "delta", "beyond"}:
        _change(one, group(one, found, "own"), found["dir"] or "")
    elif role in _MOVES:
        _move(one, role, found)
    elif role == "share":
        one.word = group(one, found, "whole").removeprefix("比").rstrip("的")
        one.name = measures.name(group(one, found, "own"))
    elif role == "average":
        one.word = found["per"]
    elif role == "total":
        _sum_up(one, found["count"] or found["sum"] or "一")
    elif role == "than":
        one.role, one.word = "base", "than"
    elif role == "pace":
        compared.play(one, "before")
        one.sign = one.sign or 1
    elif role in {"points", "versus", "more", "lately"}:
        falls = phrasings.FALL | _LESS
        one.sign = 1 if falls.isdisjoint(found["dir"]) else -1
        one.word = group(one, found, "other")
    else:
        one.word = group(one, found, "plan") or group(one, found, "stem")
        if role == "base":
            _base(one, group(one, found, "own"))


def _sum_up(one: Figure, counted: str) -> None:
    """收入总计445万元，其中：本年收入合计438万元: what 其中 begins with is a part, and no sum."""
    one.count = numerals.single(counted)
    if one.parts and one.count == 1:
        one.role = "level"


def _move(one: Figure, role: str, found: re.Match[str]) -> None:
    """由上年的49万吨提高到51万吨; 由下降2.0%转为增长1.4%: one end of what moved."""
    if one.kind == "amount":
        moves = role == "to" or not one.tail or _MOVING.search(one.tail)
        other = phrasings.OTHER_BASIS.search(one.raw) if role == "from" else None
        one.basis = other[0] if other else ""
        one.role, one.word = (_MOVES[role], role) if moves else ("level", "")
    elif turn := group(one, found, "turn"):
        one.sign = 1 if phrasings.FALL.isdisjoint(turn) else -1


def _base(one: Figure, own: str) -> None:
    """与去年同期的35起相比, 环比上周的40起: whose value it was, and when."""
    one.name = "" if own in {"同", "环", "对"} else measures.name(own)
    other = phrasings.OTHER_BASIS.search(one.raw)
    one.basis = _told_basis(other[0] if other else "")


def _told_basis(words: str) -> str:
    """相比上月增加2件，环比增长8.4%; 较上周3165起增加325起，环比上升10.3%: one basis."""
    if words in {"年末", "年底"}:
        return "年初"  # 比年初增加19亿元，上年末为413亿元
    if words.endswith("预算"):
        return "预算"  # 较年初预算减少26.5%, 比预算数减少31.7%
    return "环比" if words.startswith(("上", "昨", "前一")) else words


def group(one: Figure, found: re.Match[str], name: str) -> str:
    """Return what a group covers, in the words as they are printed."""
    if name not in found.re.groupindex:
        return ""
    return one.raw[found.start(name) : found.end(name)]


def _change(one: Figure, before: str, direction: str) -> None:
    """A rise or fall; of the measure named before it, or of one that the clause names itself."""
    before = "同比" if before == "比" else before  # 比增11.0%，增收2.51亿元
    compared = _COMPARED.search(before)
    own = before[: compared.start()] if compared else before
    leading = _LEADING.match(own)
    own = phrasings.COUNTS.sub("", own[leading.end() :] if leading else own)
    comparable = _COMPARABLE.match(own) if one.kind == "amount" else None
    if comparable:  # 同口径减少64万元，下降5.2%: a basis of its own, which the rate has too
        own = own[comparable.end() :]
        before = before[comparable.end() :]
    one.name = "" if _BOTH_SIDES.match(own) else measures.name(own)
    one.sign = 1 if phrasings.FALL.isdisjoint(direction) else -1
    basis = (compared["basis"] if compared else "") or (leading[0] if leading else "")
    one.compared = basis
    other = phrasings.OTHER_BASIS.search(basis)
    one.basis = terms.COMPARABLE if comparable else _told_basis(other[0] if other else "")
    if _OTHER_CHANGE.search(before) or "按" in basis:
        one.role = "other"
