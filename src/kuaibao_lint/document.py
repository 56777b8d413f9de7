"""The typed bulletin: data only. Every part has its span; a missing part is None."""

from __future__ import annotations

from functools import cached_property

from kuaibao_lint.light_typing import TYPE_CHECKING, NamedTuple
from kuaibao_lint.source import Source, Span

if TYPE_CHECKING:
    import datetime as dt


class Text(NamedTuple):
    """Words of the source: `text` is exactly what `span` covers."""

    span: Span
    text: str


class IssueNumber(NamedTuple):
    """第20期, （总第312期）, 〔2024〕20号 or 增刊; what is not printed is None."""

    span: Span
    number: int | None
    year: int | None = None
    total: int | None = None
    supplement: bool = False


class IssueDate(NamedTuple):
    """The date of the masthead; `value` is None where no such day exists (2月30日)."""

    span: Span
    value: dt.date | None


class Masthead(NamedTuple):
    """刊名、期号、编发单位、日期."""

    span: Span
    title: Text | None
    issue: IssueNumber | None
    issuer: Text | None
    date: IssueDate | None


class Heading(NamedTuple):
    """A section heading.

    name: the words between the brackets, or behind the number or the hashes.
    style: what stands before the name ("### **【", "【", "一、"), so that headings can be compared.
    """

    span: Span
    name: Text
    style: str

    @property
    def bracketed(self) -> bool:
        """Tell whether the name stands in the brackets of a column: 【民生保障】."""
        return self.style.rstrip().endswith(("【", "〖"))


class Title(NamedTuple):
    """An item's title, without the marks that make it bold.

    span: the words. full: with the `**` or hashes around them.
    """

    span: Span
    text: str
    full: Span
    bold: bool
    own_line: bool


class Attribution(NamedTuple):
    """The unit in brackets that ends an item.

    span: brackets included. units: the names inside, one for each unit.
    own_line: it stands on a line of its own. gap: the blank or newline between it and the body.
    """

    span: Span
    units: tuple[Text, ...]
    own_line: bool
    gap: Span


class Item(NamedTuple):
    """One piece of news. `paragraphs` exclude the title and the attribution."""

    span: Span
    title: Title | None
    paragraphs: tuple[Text, ...]
    attribution: Attribution | None

    @property
    def body(self) -> Span:
        """From the first paragraph to the last; empty at the item's end where there is none."""
        paragraphs = self.paragraphs
        if not paragraphs:
            return Span(self.span.end, self.span.end)
        if len(paragraphs) == 1:
            return paragraphs[0].span
        return Span(paragraphs[0].span.start, paragraphs[-1].span.end)


class Section(NamedTuple):
    """A column (栏目) and its items; `heading` is None for items before the first heading."""

    span: Span
    heading: Heading | None
    items: tuple[Item, ...]


class CirculationEntry(NamedTuple):
    """One line of the distribution list: 本期发：县委常委，… (label and recipients)."""

    span: Span
    label: Text
    recipients: tuple[Text, ...]


class Circulation(NamedTuple):
    """报送范围: all lines of the distribution list."""

    span: Span
    entries: tuple[CirculationEntry, ...]


class SignOffField(NamedTuple):
    """责任编辑：李某某. `person` is None where nothing is filled in."""

    span: Span
    role: Text
    person: Text | None


class SignOff(NamedTuple):
    """签署栏: the fields in the order in which they are printed."""

    span: Span
    fields: tuple[SignOffField, ...]


class _BulletinFields(NamedTuple):
    source: Source
    masthead: Masthead | None
    sections: tuple[Section, ...]
    circulation: Circulation | None
    signoff: SignOff | None
    strays: tuple[Text, ...]


class Bulletin(_BulletinFields):  # no slots: the items are kept
    """A whole issue, as far as it could be recognised. `strays` belong to no part."""

    @cached_property
    def items(self) -> tuple[Item, ...]:
        """All items, in reading order."""
        return tuple(item for section in self.sections for item in section.items)

    @property
    def has_columns(self) -> bool:
        """Tell whether there are section headings in brackets: 【民生保障】."""
        return any(section.heading and section.heading.bracketed for section in self.sections)

    @property
    def recognised(self) -> bool:
        """Tell whether this is a bulletin at all: it shows two or more of a bulletin's parts.

        A masthead's number and what else stands in a masthead, a bracketed section heading, an
        attribution, a distribution list, a sign-off. One alone stands in many other texts.
        """
        masthead = self.masthead
        front = [masthead.title, masthead.issuer, masthead.date] if masthead else []
        parts = (
            bool(masthead and masthead.issue and (masthead.title or masthead.issuer)),
            bool(masthead and masthead.issue and all(front)),
            self.has_columns,
            any(item.attribution for item in self.items),
            self.circulation is not None,
            self.signoff is not None,
        )
        return sum(parts) >= 2
