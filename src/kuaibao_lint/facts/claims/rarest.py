"""Lists that go down to the rarest kind there is, and so are all: schools, places of medicine."""

from __future__ import annotations

from kuaibao_lint.facts.claims import measures
from kuaibao_lint.light_typing import TYPE_CHECKING, NamedTuple
from kuaibao_lint.patterns import pattern

if TYPE_CHECKING:
    import re
    from collections.abc import Sequence

_FEWEST = 4  # kinds of a list that is taken for all


class _Kinds(NamedTuple):
    """Kinds of one thing: what each is called, those of which there are few, those of most.

    whole: what all of them are called. most: each is in a list of all.
    """

    whole: re.Pattern[str]
    each: re.Pattern[str]
    rare: re.Pattern[str]
    most: tuple[re.Pattern[str], ...]


_KINDS = (
    _Kinds(
        pattern("学校"),
        pattern("学校|小学|中学|初中|高中|完中|幼儿园|一贯制|职[业中高]|中专|教学点|特教"),
        pattern("特殊|特教|专门|工读|完全|完中|一贯|九年|十二年|职[业中高]|中专|教学点|进修|技工"),
        # 159所，其中幼儿园87所；小学48所；初中19所；中职1所；特教1所: without 高中 it is not all
        (
            pattern("小学"),
            pattern("初中|初级中学|普通中学"),
            pattern("高中|高级中学|普通中学|完[全中]"),
        ),
    ),
    _Kinds(
        pattern("(?:卫生|医疗)[^，；]{0,4}机构|医院"),
        pattern("医院|卫生|诊所|门诊|医务室|疾控|疾病|妇幼|保健|监督|血站|采供血|急救|康复|护理院"),
        pattern("疾控|疾病|妇幼|监督|血站|采供血|急救|专业公共|县直|[县区市]级"),
        (pattern("医院|卫生院"), pattern("村卫生|村级|卫生室|诊所")),
    ),
)
# Of which a kind may be any.
_WHOSE = pattern("公办|公立|民办|城区|农村|寄宿|普惠|示范|以[上下]|小规模|达标|标准化")


def are_all(whole: str, names: Sequence[str]) -> bool:
    """学校101所，其中小学28所，初中6所，完全中学1所，幼儿园66所: who tells of the one tells of all.

    Each is of another kind, and none is told by whose it is (民办幼儿园).
    """
    if len(names) < _FEWEST or len({*names}) < len(names) or any(map(_WHOSE.search, names)):
        return False
    kinds = next((one for one in _KINDS if one.whole.search(whole)), None)
    if kinds is None or not all(map(kinds.each.search, names)):
        return False
    if not any(map(kinds.rare.search, names)) or measures.one_in_another(names):
        return False
    small = "各级各类" not in whole or "学校" not in whole or any("幼" in name for name in names)
    return small and all(any(map(one.search, names)) for one in kinds.most)
