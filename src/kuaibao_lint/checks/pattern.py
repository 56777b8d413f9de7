"""Regular expressions, for what literal words cannot say."""

from __future__ import annotations

from itertools import chain, islice, pairwise

from kuaibao_lint.checks.grams import Pairs, keys
from kuaibao_lint.diagnostics import Edit, Finding
from kuaibao_lint.light_typing import TYPE_CHECKING
from kuaibao_lint.patterns import compiled, found
from kuaibao_lint.source import Span

if TYPE_CHECKING:
    import re
    from collections.abc import Iterator, Mapping

    from kuaibao_lint.context import Context


class Pattern:
    """The check of `pattern`. Patterns are compiled when a text first needs them."""

    __slots__ = ("by_pair", "compiled", "needs", "pairs", "short", "swap")

    def __init__(self, swap: Mapping[str, str], needs: tuple[str, ...]) -> None:
        self.swap = swap
        self.needs = needs
        # By its first pair each word, with the pairs behind that.
        self.by_pair: dict[int, list[tuple[list[int], str]]] = {}
        long = [word for word in needs if len(word) > 1]
        numbers = keys(a + b for word in long for a, b in pairwise(word))
        self.pairs = Pairs(numbers)
        pairs = iter(numbers)
        for word in long:
            first, *others = islice(pairs, len(word) - 1)
            self.by_pair.setdefault(first, []).append((others, word))
        self.short = [word for word in needs if len(word) < 2]
        self.compiled: list[tuple[re.Pattern[str], str]] | None = None

    def verify(self) -> None:
        """Meet every mistake now. Raises ValueError, also for an expression that may be slow."""
        from kuaibao_lint import expressions

        for expression in self.swap:
            expressions.check(expression)
        self.prepare()

    def prepare(self) -> list[tuple[re.Pattern[str], str]]:
        """Compile all patterns and templates now. Raises re.error or ValueError for a bad one."""
        prepared: list[tuple[re.Pattern[str], str]] = []
        for expression, template in self.swap.items():
            pattern = compiled(expression)
            try:
                pattern.sub(template, "")  # a template with an unknown group is met here
            except IndexError:
                raise ValueError(f"“{template}”用了表达式中没有的组") from None
            prepared.append((pattern, template))
        self.compiled = prepared
        return prepared

    def needed(self, context: Context) -> bool:
        """Tell whether a text has one of the words without which it is not searched."""
        text, had = context.text, self.pairs.of(context)
        words = (
            word
            for pair in had
            for others, word in self.by_pair.get(pair, ())
            if had.issuperset(others)
        )
        return any(word in text for word in chain(self.short, words))

    def __call__(self, context: Context) -> Iterator[Finding]:
        """Yield what the patterns match."""
        text = context.text
        if self.needs and not self.needed(context):
            return
        last = 0
        matches = [
            (match.start(), -match.end(), match, template)
            for pattern, template in self.compiled or self.prepare()
            for match in found(pattern, text, context.budget)
        ]
        for start, _, match, template in sorted(matches, key=lambda one: one[:2]):
            if start < last or match.end() == start:
                continue
            last = match.end()
            span = Span(start, last)
            if template:
                expected = match.expand(template)
                yield Finding(span, {"expected": expected}, (Edit(span, expected),))
            else:
                yield Finding(span, {"expected": ""})


def pattern(swap: Mapping[str, str], needs: tuple[str, ...] = ()) -> Pattern:
    r"""Find what a regular expression matches, and say what it should be.

    swap: expression → replacement (with \1 or \g<name>); an empty one gives no fix. Use
    lookarounds for what must stand around, and keep runs bounded ({0,8}), so that time is linear.
    needs: words of which a text must have one, or it is not searched at all; this keeps most texts
    from ever compiling the expressions.
    """
    return Pattern(swap, needs)
