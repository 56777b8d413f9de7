"""The tables of phrasings put to use: the role that the words before a figure give it."""

from __future__ import annotations

from functools import lru_cache

from kuaibao_lint.facts.claims import compared, measures, phrasings, terms
from kuaibao_lint.light_typing import TYPE_CHECKING

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
        found = phrasings.COMPARED_BEFORE.fullmatch(earlier)
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
        counted = found["count"] or found["sum"] or "一"
        one.count = "一二三四五六七八".find(counted.replace("两", "二")) + 1
    elif role == "than":
        one.role, one.word = "base", "than"
    elif role == "pace":
        compared.play(one, "before")
        one.sign = one.sign or 1
    elif role in {"points", "versus", "more", "lately"}:
        falls = phrasings.FALL | phrasings.LESS
        one.sign = 1 if falls.isdisjoint(found["dir"]) else -1
        one.word = group(one, found, "other")
    else:
        one.word = group(one, found, "plan") or group(one, found, "stem")
        if role == "base":
            _base(one, group(one, found, "own"))


def _move(one: Figure, role: str, found: re.Match[str]) -> None:
    """由上年的49万吨提高到51万吨; 由下降2.0%转为增长1.4%: one end of what moved."""
    if one.kind == "amount":
        moves = role == "to" or not one.tail or phrasings.MOVING.search(one.tail)
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
    return "环比" if words.startswith("上") else words


def group(one: Figure, found: re.Match[str], name: str) -> str:
    """Return what a group covers, in the words as they are printed."""
    if name not in found.re.groupindex:
        return ""
    return one.raw[found.start(name) : found.end(name)]


def _change(one: Figure, before: str, direction: str) -> None:
    """A rise or fall; of the measure named before it, or of one that the clause names itself."""
    before = "同比" if before == "比" else before  # 比增11.0%，增收2.51亿元
    compared = phrasings.COMPARED.search(before)
    own = before[: compared.start()] if compared else before
    leading = phrasings.LEADING.match(own)
    own = phrasings.COUNTS.sub("", own[leading.end() :] if leading else own)
    comparable = phrasings.COMPARABLE.match(own) if one.kind == "amount" else None
    if comparable:  # 同口径减少64万元，下降5.2%: a basis of its own, which the rate has too
        own = own[comparable.end() :]
        before = before[comparable.end() :]
    one.name = "" if phrasings.BOTH_SIDES.match(own) else measures.name(own)
    one.sign = 1 if phrasings.FALL.isdisjoint(direction) else -1
    basis = (compared["basis"] if compared else "") or (leading[0] if leading else "")
    one.compared = basis
    other = phrasings.OTHER_BASIS.search(basis)
    one.basis = terms.COMPARABLE if comparable else _told_basis(other[0] if other else "")
    if phrasings.OTHER_CHANGE.search(before) or "按" in basis:
        one.role = "other"
