"""The parts of a bulletin in one list, so that two bulletins can be compared part by part."""

from __future__ import annotations

from kuaibao_lint.light_typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Iterator

    from kuaibao_lint.document import Bulletin, Item, Masthead, Text
    from kuaibao_lint.source import Span


class Part(NamedTuple):
    """One part of a document that has words. at: where it stands.

    label: what it is called in messages; name: whether its words are a name. span: of the words,
    None where they are not compared as they are printed.
    """

    label: str
    text: str
    at: int
    span: Span | None = None
    name: bool = False


def parts(bulletin: Bulletin) -> Iterator[Part]:
    """Yield the parts of a bulletin."""
    if bulletin.masthead is not None:
        yield from _masthead(bulletin.masthead)
    for section in bulletin.sections:
        yield Part("栏目", "", section.span.start)
        if section.heading:
            yield from _text("栏目名称", section.heading.name, name=True)
        for item in section.items:
            yield from _item(item)
    for entry in bulletin.circulation.entries if bulletin.circulation else ():
        yield from _text("报送范围", entry.label)
        for recipient in entry.recipients:
            yield from _text("报送对象", recipient)
    for field in bulletin.signoff.fields if bulletin.signoff else ():
        yield from _text("签署", field.role, name=True)
        yield from _text("签署人", field.person, name=True)
    for stray in bulletin.strays:
        yield from _text("其他文字", stray)


def _masthead(masthead: Masthead) -> Iterator[Part]:
    issue, date = masthead.issue, masthead.date
    yield from _text("刊名", masthead.title, name=True)
    yield from _text("编发单位", masthead.issuer, name=True)
    if issue:
        words = f"{issue.year} {issue.number} {issue.total} {issue.supplement}"
        yield Part("期号", words, issue.span.start)
    if date:
        yield Part("日期", str(date.value), date.span.start)


def _item(item: Item) -> Iterator[Part]:
    yield Part("条目", "", item.span.start)
    if item.title:
        yield Part("标题", item.title.text, item.title.span.start, item.title.span)
    for paragraph in item.paragraphs:
        yield from _text("段落", paragraph)
    if item.attribution:
        yield Part("署名", "", item.attribution.span.start)
        for unit in item.attribution.units:
            yield from _text("报送单位", unit, name=True)


def _text(label: str, text: Text | None, *, name: bool = False) -> Iterator[Part]:
    if text is not None:
        yield Part(label, text.text, text.span.start, text.span, name)


def blocks(bulletin: Bulletin) -> Iterator[int]:
    """Yield where the blocks of a bulletin begin, in no order."""
    for section in bulletin.sections:
        yield section.span.start
        for item in section.items:
            yield item.span.start
    for part in (bulletin.circulation, bulletin.signoff, *bulletin.strays):
        if part is not None:
            yield part.span.start
