"""Lark grammars, compiled once and run without Lark.

Lark builds the LALR tables and orders the terminals; both are stored as plain data. Importing Lark
takes longer than linting a bulletin, so a warm run uses the stored tables and the small driver
below. A test holds the driver's trees equal to Lark's own.
"""

from __future__ import annotations

from functools import cache

from kuaibao_lint import resources
from kuaibao_lint.cache import cached
from kuaibao_lint.light_typing import TYPE_CHECKING, Any, NamedTuple
from kuaibao_lint.patterns import Frozen, freeze, thaw

if TYPE_CHECKING:
    from collections.abc import Callable

if TYPE_CHECKING:
    import re


# What Token(…) and Node(…) do, in half the time.
_new = tuple.__new__


class Token(NamedTuple):
    """A terminal and the code points that it covers."""

    kind: str
    start: int
    end: int


class Node(NamedTuple):
    """A rule and what it was made of."""

    kind: str
    children: list[Node | Token]


class Grammar(NamedTuple):
    """A compiled grammar.

    scanner: matches one token, with a group named after each terminal, in the lexer's order.
    states: for each parser state, symbol → (0, next state) or (1, number of a rule).
    rules: for each rule (name, number of symbols, whether its children go to its parent).
    fragments: the patterns of all terminals, also of those that are only parts of others, with
        the engine's code for them.
    """

    scanner: re.Pattern[str]
    ignored: frozenset[str]
    states: list[dict[str, tuple[int, int]]]
    rules: list[tuple[str, int, bool]]
    start: int
    end: int
    fragments: dict[str, tuple[str, Frozen | None]]

    def parse(self, text: str, rename: Callable[[str, int], str] | None = None) -> Node:
        """Return the tree of `text` (which ends in a newline).

        rename: given a token's kind and offset, returns the kind to parse it as, or "" to pass it
        over; for what one line cannot tell and the whole text can.
        Raises ValueError where the grammar does not accept the text; the project's own grammars
        accept every text, and tests hold them to it.
        """
        states, rules, ignored = self.states, self.rules, self.ignored
        match = self.scanner.match
        stack: list[int] = [self.start]
        values: list[Any] = []
        position, size = 0, len(text)
        while True:
            begin = position
            if position < size:
                found = match(text, position)
                if found is None or found.lastgroup is None:
                    raise ValueError(f"no token at offset {position}")
                kind, position = found.lastgroup, found.end()
                if kind in ignored or (rename is not None and not (kind := rename(kind, begin))):
                    continue
            else:
                kind = "$END"
            while True:
                try:
                    action, argument = states[stack[-1]][kind]
                except KeyError:
                    raise ValueError(f"unexpected {kind} at offset {begin}") from None
                if action == 0:
                    break
                name, length, inline = rules[argument]
                if length == 1:  # as most are
                    stack.pop()
                    made = values[-1] if type(values[-1]) is list else [values[-1]]
                    values[-1] = made if inline else _new(Node, (name, made))
                else:
                    first = len(values) - length
                    made = _gather(values[first:])
                    del values[first:], stack[first + 1 :]
                    values.append(made if inline else _new(Node, (name, made)))
                state = states[stack[-1]][name][1]
                stack.append(state)
                if state == self.end and kind == "$END":
                    node: Node = values[0]
                    return node
            stack.append(argument)
            values.append(_new(Token, (kind, begin, position)))


def _gather(values: list[Any]) -> list[Node | Token]:
    """Return the children that some symbols stand for: of an inlined rule, its own.

    A leading inlined list is continued instead of copied: a list rule of n members costs n.
    """
    gathered: list[Node | Token] = []
    for value in values:
        if type(value) is not list:
            gathered.append(value)
        elif gathered:
            gathered += value
        else:
            gathered = value
    return gathered


@cache
def load(name: str) -> Grammar:
    """Return the shipped grammar `name`, from the cache where it is there."""
    source = resources.read("grammar", f"{name}.lark")
    pattern, code, ignored, *tables = cached(
        f"grammar-{name}", [source], lambda: _compile(source.decode("utf-8"))
    )
    return Grammar(thaw(pattern, code), frozenset(ignored), *tables)


def scanner(name: str) -> re.Pattern[str]:
    """Return the token pattern of the shipped grammar `name`."""
    return load(name).scanner


@cache
def fragment(grammar: str, name: str) -> re.Pattern[str]:
    """Return the pattern of one named piece, so that Python splits a token as the grammar does."""
    pattern, code = load(grammar).fragments[name]
    return thaw(pattern, code)


def _compile(source: str) -> tuple[Any, ...]:
    """Let Lark build the grammar, and keep what the driver needs as plain data."""
    from lark import Lark, lexer
    from lark.grammar import Rule
    from lark.lexer import TerminalDef

    # Where interegular is installed Lark compares all terminals, for seconds. Tests do that.
    compares, lexer.has_interegular = lexer.has_interegular, False
    try:
        lark = Lark(source, parser="lalr", lexer="basic")
    finally:
        lexer.has_interegular = compares
    data, memo = lark.memo_serialize([TerminalDef, Rule])
    table = data["parser"]["parser"]
    terminals = [entry for entry in memo.values() if entry["__type__"] == "TerminalDef"]
    # The order of lark.lexer.BasicLexer.
    terminals.sort(
        key=lambda t: (
            -t["priority"],
            -t["pattern"]["_width"][1],
            -len(t["pattern"]["value"]),
            t["name"],
        )
    )
    pattern = "|".join(f"(?P<{t['name']}>{t['pattern']['value']})" for t in terminals)
    numbers: dict[int, int] = {}
    rules: list[tuple[str, int, bool]] = []
    for key, entry in memo.items():
        if entry["__type__"] == "Rule":
            numbers[key] = len(rules)
            origin = entry["origin"]["name"]
            rules.append((origin, len(entry["expansion"]), origin.startswith("_")))
    names = table["tokens"]
    states = [
        {
            names[symbol]: (action, argument if action == 0 else numbers[argument["@"]])
            for symbol, (action, argument) in table["states"][state].items()
        }
        for state in range(len(table["states"]))
    ]
    ignored = data["parser"]["lexer_conf"]["ignore"]
    fragments = {t.name: t.pattern.to_regexp() for t in lark.grammar.compile(["start"], "*")[0]}
    return (
        pattern,
        freeze(pattern),
        list(ignored),
        states,
        rules,
        table["start_states"]["start"],
        table["end_states"]["start"],
        {name: (one, freeze(one)) for name, one in fragments.items()},
    )
