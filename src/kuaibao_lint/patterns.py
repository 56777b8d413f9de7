"""Compiled regular expressions as plain data, so that a warm run does not compile them.

Compiling the two grammars' patterns takes longer than all the rest of a run, because each class of
Chinese characters becomes a bitmap. The engine's own code for a pattern is a list of integers, and
`_sre.compile` takes such a list (and validates it). Both are CPython's internals: what is stored
belongs to one Python version (see `cache.cached`), and where anything is not as expected, the
pattern is compiled in the ordinary way.
"""

from __future__ import annotations

import re
import time

from kuaibao_lint import cache
from kuaibao_lint.light_typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Iterator

# flags, code (32 bits a word), number of groups, their names, the name of each
Frozen = tuple[int, bytes, int, dict[str, int], tuple[str | None, ...]]


def freeze(pattern: str) -> Frozen | None:
    """Return the engine's code for a pattern; None where this Python does not give it."""
    try:
        from re import _compiler, _parser  # type: ignore[attr-defined]

        parsed = _parser.parse(pattern, 0)
        code = _compiler._code(parsed, 0)
        names: dict[str, int] = dict(parsed.state.groupdict)
        groups: list[str | None] = [None] * parsed.state.groups
        for name, index in names.items():
            groups[index] = name
        # Bytes, for `marshal` reads a hundred thousand numbers one by one.
        words = cache.numbers(map(int, code))
        return int(parsed.state.flags), words, parsed.state.groups - 1, names, tuple(groups)
    except (ImportError, AttributeError, TypeError, OverflowError):
        return None


def thaw(pattern: str, frozen: Frozen | None) -> re.Pattern[str]:
    """Return the compiled pattern, from its code where that is there and fits."""
    if frozen is not None:
        try:
            import _sre  # type: ignore[import-not-found]

            flags, words, groups, names, order = frozen
            code = memoryview(words).cast("I").tolist()
            made: Any = _sre.compile(pattern, flags, code, groups, names, order)
        except (ImportError, AttributeError, TypeError, ValueError, RuntimeError, OverflowError):
            pass
        else:
            return made  # type: ignore[no-any-return]
    return re.compile(pattern)


_METHODS = ("match", "search", "fullmatch", "finditer", "findall", "sub", "split")
_BANK = "patterns"


class _Lazy:
    """A pattern that is compiled when it is first used; then its methods are the engine's own."""

    __slots__ = ("pattern", *_METHODS)

    def __init__(self, pattern: str) -> None:
        self.pattern = pattern

    def __getattr__(self, name: str) -> Any:
        if name not in _METHODS:
            raise AttributeError(name)
        found = compiled(self.pattern)
        for method in _METHODS:
            setattr(self, method, getattr(found, method))
        return getattr(found, name)


def pattern(source: str) -> re.Pattern[str]:
    """Return a pattern that costs nothing until it is used, and is then taken from the bank.

    It has the methods of `re.Pattern` that search, and no others. A mistake in it shows at first
    use, as `re.error`: for patterns of packs, which are checked when they are read, use `re`.
    """
    lazy: Any = _Lazy(source)
    return lazy  # type: ignore[no-any-return]


_bank: dict[str, Frozen | None] | None = None
_grown = False


def compiled(source: str) -> re.Pattern[str]:
    """Return a compiled pattern, from the bank where it is there. Raises re.error."""
    global _bank, _grown
    if _bank is None:
        _bank = cache.load(_BANK, ()) or {}
    if source not in _bank:
        _bank[source] = freeze(source)
        _grown = True
    return thaw(source, _bank[source])


def store() -> None:
    """Keep the patterns that this run compiled for the next one."""
    if _grown and _bank is not None:
        cache.store(_BANK, (), _bank)


# The expressions of packs may take this long on one text, in seconds of CPU. The clock is read at
# every step. See `expressions`: at one place an expression takes at most 10,000 steps of the
# engine, so that a step ends within some two seconds at the worst; and it sees at most 2,000
# characters, so that a window beyond the step shows a match in it all that it may look at.
SECONDS = 5.0
STEP = 10_000
_WINDOW = 2_001


class SlowPatternError(Exception):
    """The expressions of packs took longer on a text than they may."""


class Budget:
    """The seconds of CPU that the expressions of packs have left for a text."""

    __slots__ = ("left",)

    def __init__(self, left: float) -> None:
        self.left = left


def found(pattern: re.Pattern[str], text: str, budget: Budget) -> Iterator[re.Match[str]]:
    """Yield what `finditer` yields, for an expression that `expressions.check` let pass.

    A running search cannot be stopped on every system, so a long text is searched step by step.
    What the search costs is taken from the budget, and nothing else: a text may be slow for other
    reasons, of which no expression is guilty. Raises SlowPatternError when nothing is left.
    """
    size = len(text)
    position = 0
    for stop in range(STEP, max(size, 1) + STEP, STEP):
        begin = time.process_time() if size > STEP else 0.0
        for match in pattern.finditer(text, position, min(size, stop + _WINDOW)):
            if match.start() >= stop and stop < size:
                break
            yield match
            position = match.end()
        position = max(position, stop)
        if stop < size:
            budget.left -= time.process_time() - begin
            if budget.left < 0:
                raise SlowPatternError
