"""Which passages can have a sum in them: most have none, and telling so is quick."""

from __future__ import annotations

from collections import Counter

from kuaibao_lint.facts.claims.terms import MEASURES
from kuaibao_lint.facts.model import within
from kuaibao_lint.facts.relations.repeats import may_repeat
from kuaibao_lint.light_typing import TYPE_CHECKING
from kuaibao_lint.patterns import pattern

if TYPE_CHECKING:
    from collections.abc import Sequence

    from kuaibao_lint.facts.claims.figure import Figure
    from kuaibao_lint.facts.model import Facts, Quantity
    from kuaibao_lint.source import Span

# Without a percentage, a sum needs so many amounts, or one of these words.
_SUMMED = 3
_SUMS = pattern(
    "其中|包括|[合共总累]计|[人户亩日月季年]均|[单亩]产|同期|[上去]年|[0-9][:：∶︰][0-9]|结余|[顺逆]差"
    "|[元里人]/|剩余|还差|相差|审定|核定|节约|分别|每|单价|"
    "[倍番]|[多少] ?[0-9]|网上|线上|[按分从][^，。；]{1,8}[看分：:]|其[他它]|尚未|超收|[别职养收]比"
    "|指数"
)
_PLAIN = frozenset(("level", "other"))
# Without a percentage and three amounts of one unit, one of these speaks of the amounts, or no sum
# is there. The engine finds a single class quickest, so that it stands first.
_B = r"[\s*“”‘’]*"
_TOLD = pattern(
    r"[：:∶（(均每由其包倍番单亩中/]"
    rf"(?:(?<![单亩中/])|(?<=[元里人]/)|(?<=[单亩]){_B}[价产]|(?<=中){_B}(?:[，,]|(?<=\n)))"
)


def promising(text: str, facts: Facts, body: Span) -> bool:
    """Tell whether a body is read: where there is a percentage, or sums are possible and told of.

    Most items tell of a few amounts of different units, and this is much quicker than reading them.
    """
    if within(facts.percents, body):
        return True
    amounts = within(facts.quantities, body)
    if not _possible(text, facts, body, amounts):
        return False
    return len(amounts) >= _SUMMED or _SUMS.search(text, *body) is not None


def _possible(text: str, facts: Facts, body: Span, amounts: Sequence[Quantity]) -> bool:
    """Tell whether a body without percentages, with these amounts, can have a sum in it.

    A sum is of three amounts of one unit, but for averages, ratios and a part that is larger than
    its whole.
    """
    if within(facts.ratios, body) + within(facts.numbers, body):
        return True
    return len(amounts) > 0 and (
        _alike([MEASURES.get(one.base, one.base) for one in amounts])
        or _TOLD.search(text, *body) is not None
        or any(may_repeat(one, facts) for one in amounts)
    )


def related(body: Sequence[Figure]) -> bool:
    """Tell whether a sum may follow: levels alone are related where three are of one unit."""
    return any(map(_tells, body)) or _alike([one.base for one in body])


def _tells(one: Figure) -> bool:
    """Tell whether a figure is more than a level: 14.02元/亩 is a price."""
    plain = one.kind == "amount" and one.role in _PLAIN
    return not plain or one.parts or one.opens or one.tail[:1] == "/"


def _alike(units: list[str]) -> bool:
    """Tell whether three are the same."""
    repeated = len(units) - len(set(units))
    return repeated >= _SUMMED - 1 and max(Counter(units).values()) >= _SUMMED
