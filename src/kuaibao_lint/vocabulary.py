"""What a publication calls things: sections, units, sign-off roles, circulation order."""

from __future__ import annotations

from functools import cached_property

from kuaibao_lint.light_typing import NamedTuple

# No name has more characters.
LONGEST_NAME = 60


class Name(NamedTuple):
    """A name and the other forms in which it may be printed."""

    name: str
    aliases: tuple[str, ...] = ()

    @property
    def forms(self) -> tuple[str, ...]:
        """The name and its aliases."""
        return (self.name, *self.aliases)


class _Words(NamedTuple):
    place: str = ""
    sections: tuple[str, ...] = ()
    units: tuple[Name, ...] = ()
    roles: tuple[Name, ...] = ()
    circulation: tuple[Name, ...] = ()
    terms: tuple[str, ...] = ()


class Vocabulary(_Words):  # no slots: what is made from the words is kept
    """The words of one publication; an empty tuple means "not known", never "none allowed".

    place: the county or city itself ("延津县"); its last character is its level.
    sections: in their order. units: departments, towns and other bodies that send items.
    roles: sign-off roles in their order. circulation: groups of recipients in their order.
    terms: further words in which a slip is looked for.
    """

    @cached_property
    def unit_of(self) -> dict[str, str]:
        """Every form of every unit → the unit's name."""
        return {form: unit.name for unit in reversed(self.units) for form in unit.forms}

    @cached_property
    def words(self) -> frozenset[str]:
        """All words that the publication calls things by: in them nothing is a slip."""
        return frozenset(self.listed) - {""}

    @property
    def listed(self) -> tuple[str, ...]:
        """The same as they are listed, some twice: a set of 20,000 costs more than their text."""
        forms = (form for unit in self.units for form in unit.forms)
        return (self.place, *self.sections, *self.terms, *forms)

    @cached_property
    def _sizes(self) -> tuple[int, ...]:
        """The lengths that the words have, as far as names go."""
        return tuple(sorted({len(word) for word in self.words if len(word) <= LONGEST_NAME}))

    def covers(self, text: str, start: int, end: int) -> bool:
        """Tell whether a stretch of a text is one of the words there, or part of one."""
        return any(
            text[first : first + size] in self.words
            for size in self._sizes
            for first in range(max(0, end - size), start + 1)
        )

    @cached_property
    def unit_lengths(self) -> tuple[int, ...]:
        """The lengths that forms of units have, longest first."""
        return tuple(sorted({len(form) for form in self.unit_of}, reverse=True))
