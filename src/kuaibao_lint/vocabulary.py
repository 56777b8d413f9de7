"""What a publication calls things: sections, units, sign-off roles, circulation order."""

from __future__ import annotations

from functools import cached_property

from kuaibao_lint.light_typing import NamedTuple


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
        forms = (form for unit in self.units for form in unit.forms)
        return frozenset((self.place, *self.sections, *self.terms, *forms)) - {""}

    @cached_property
    def unit_lengths(self) -> tuple[int, ...]:
        """The lengths that forms of units have, longest first."""
        return tuple(sorted({len(form) for form in self.unit_of}, reverse=True))
