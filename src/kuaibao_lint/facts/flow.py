"""The words of a text as they are read: without the marks of typesetting that cut a figure in two.

完成**18473**万元 and a line that ends within a sentence (处分3↵20人) are one figure each, of which
the grammar of facts, that knows one line and no marks, would see half. So are numbers beside the
characters of no width and the narrow blanks that come along from web pages.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right

from kuaibao_lint.facts.model import Facts
from kuaibao_lint.light_typing import TYPE_CHECKING, Any, NamedTuple
from kuaibao_lint.patterns import pattern
from kuaibao_lint.source import Span

if TYPE_CHECKING:
    import re
    from collections.abc import Callable, Iterator, Sequence

    from kuaibao_lint.document import Bulletin

    # The title of an item, where it has one, and its body.
    Passage = tuple[Span | None, Span]

_WRAPPED = 25  # characters of a line that ends where its page did, and not its sentence
# Characters of no width, and blanks that are no whole one.
_THIN = "[\u00ad\u2000-\u200f\u202f\u205f\u2060\ufeff]"
_UNSEEN = pattern(_THIN)
# Emphasis around a number: Markdown's marks and HTML's tags.
_MARKS = pattern(
    r"(?<=[0-9%％])(?:\*\*|__|</?[A-Za-z]{1,8}>){1,4}"
    r"|(?:\*\*|__|</?[A-Za-z]{1,8}>){1,4}(?=[0-9])"
    rf"|{_THIN}+"
)
_SIGNS = ("**", "__", "<")
_LINE_END = pattern(r"(?<=[^\s。！？!?：:…|>])[ \t]{0,4}\r?\n[ \t]{0,4}(?=[^\s|#>+*•·◆■★●▲【“])")
# What a line of its own begins with.
_BEGINS = pattern(
    r"[-—]|[（(]?[一二三四五六七八九十]{1,3}[）)、是]|[（(]?[0-9]{1,2}(?:[）)、]|[.．](?![0-9]))|[①-⑳]"
)


# Marks of half width, and digits of full width: one wording, whichever were typed. Not the marks
# that stand within a number: 1,234; 8.1:41.6; 12:30.
_TYPED, _READ = "０１２３４５６７８９％．,;:()", "0123456789%.，；：（）"
_WIDTHS = str.maketrans(_TYPED, _READ)
_OTHER_WIDTH = pattern(
    "[０-９％;()]+|(?<![0-9０-９])[,:]|[,:](?![0-9０-９])|(?<=[0-9０-９])．(?=[0-9０-９])"
)


class Flow(NamedTuple):
    """A text without what was cut from it.

    passages: the items' titles and bodies, at their places in it. starts: where in the text as it
    was each cut begins; cuts: where in this one it was; lost: how many characters were cut before
    each, and after the last.
    """

    text: str
    passages: Sequence[Passage]
    starts: Sequence[int] = ()
    cuts: Sequence[int] = ()
    lost: Sequence[int] = (0,)

    def back(self, facts: Facts) -> Facts:
        """Return facts of this text at their places in the text as it was."""
        return _moved(facts, self.place) if self.starts else facts

    def forth(self, facts: Facts) -> Facts:
        """Return facts of the text as it was at their places in this one."""
        return _moved(facts, self.within) if self.starts else facts

    def place(self, span: Span) -> Span:
        """Return where a stretch of this text was."""
        ends = (span.start, span.end - 1)
        first, last = (at + self.lost[bisect_right(self.cuts, at)] for at in ends)
        return Span(first, last + 1)

    def within(self, span: Span) -> Span:
        """Return where a stretch of the text as it was is in this one."""
        start, end = (at - self.lost[bisect_left(self.starts, at)] for at in span)
        return Span(start, end)


def _moved(facts: Facts, move: Callable[[Span], Span]) -> Facts:
    relations = tuple(
        one._replace(primary=move(one.primary), operands=tuple(map(move, one.operands)))
        for one in facts.relations
    )
    kinds: dict[str, Any] = facts._asdict()
    del kinds["relations"]
    moved = {
        name: tuple(one._replace(span=move(one.span)) for one in kind)
        for name, kind in kinds.items()
    }
    return Facts(**moved, relations=relations)


def flow(bulletin: Bulletin, text: str) -> Flow:
    """Return what is read of a text, which is as long as the bulletin's source and masked."""
    text = _of_one_width(text)
    passages = [(item.title.span if item.title else None, item.body) for item in bulletin.items]
    cut = [*_cut(text, passages)]
    if not cut:
        return Flow(text, passages)
    pieces, at, lost = [], 0, [0]
    for start, end in cut:
        pieces.append(text[at:start])
        lost.append(lost[-1] + end - start)
        at = end
    starts = [start for start, _ in cut]
    cuts = [start - before for start, before in zip(starts, lost, strict=False)]
    read = Flow("".join([*pieces, text[at:]]), passages, starts, cuts, lost)
    there = [(title and read.within(title), read.within(body)) for title, body in passages]
    return read._replace(passages=there)


def _of_one_width(text: str) -> str:
    """Return the text, as long as it is, with marks of full width and digits of half width."""
    if not any(char in text for char in _TYPED):
        return text
    return _OTHER_WIDTH.sub(_turned, text)


def _turned(found: re.Match[str]) -> str:
    return found[0].translate(_WIDTHS)


def words(printed: str) -> str:
    """Return a figure that is printed so as it is read."""
    return _LINE_END.sub("", _MARKS.sub("", printed))


def _cut(text: str, passages: Sequence[Passage]) -> Iterator[Span]:
    """Yield what is no part of the words, in order."""
    unseen = _UNSEEN.search(text) is not None
    signs = [sign for sign in _SIGNS if sign in text]
    for _, body in passages:
        found: list[Span] = []
        if unseen or any(text.find(sign, *body) >= 0 for sign in signs):  # most are in titles
            found += (Span(*one.span()) for one in _MARKS.finditer(text, *body))
        if text.find("\n", *body) >= 0:
            found += _ends(text, body)
        yield from sorted(found)


def _ends(text: str, body: Span) -> Iterator[Span]:
    """Yield the ends of lines within sentences."""
    line = body.start
    for one in _LINE_END.finditer(text, *body):
        start, end = one.span()
        line = max(line, text.rfind("\n", line, start) + 1)
        if start - line >= _WRAPPED and not _BEGINS.match(text, end):
            yield Span(start, end)
        line = end
