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
    from collections.abc import Iterator, Sequence

    from kuaibao_lint.document import Bulletin

    # The title of an item, where it has one, and its body.
    Passage = tuple[Span | None, Span]

_WRAPPED = 25  # characters of a line that ends where its page did, and not its sentence
# Characters of no width, and blanks that are no whole one.
_UNSEEN = pattern("[\u00ad\u2000-\u200f\u202f\u205f\u2060\ufeff]")
# Emphasis around a number: Markdown's marks and HTML's tags.
_MARKS = pattern(
    r"(?<=[0-9%％])(?:\*\*|__|</?[A-Za-z]{1,8}>)+|(?:\*\*|__|</?[A-Za-z]{1,8}>)+(?=[0-9])"
    "|[\u00ad\u2000-\u200f\u202f\u205f\u2060\ufeff]+"
)
_SIGNS = ("**", "__", "<")
_LINE_END = pattern(r"(?<=[^\s。！？!?：:…|>])[ \t]{0,4}\r?\n[ \t]{0,4}(?=[^\s|#>+*•·◆■★●▲【“])")
# What a line of its own begins with.
_BEGINS = pattern(
    r"[-—]|[（(]?[一二三四五六七八九十]{1,3}[）)、是]|[（(]?[0-9]{1,2}(?:[）)、]|[.．](?![0-9]))|[①-⑳]"
)


class Flow(NamedTuple):
    """A text without what was cut from it.

    passages: the items' titles and bodies, at their places in it. cuts: where in it something was
    cut, and lost: how many characters were, up to there.
    """

    text: str
    passages: Sequence[Passage]
    cuts: Sequence[int] = ()
    lost: Sequence[int] = ()

    def back(self, facts: Facts) -> Facts:
        """Return facts at their places in the text as it was."""
        if not self.cuts:
            return facts
        relations = tuple(
            one._replace(
                primary=self._back(one.primary), operands=tuple(map(self._back, one.operands))
            )
            for one in facts.relations
        )
        kinds: dict[str, Any] = facts._asdict()
        del kinds["relations"]
        return Facts(**{name: self._all_back(kinds[name]) for name in kinds}, relations=relations)

    def _all_back(self, facts: Sequence[Any]) -> tuple[Any, ...]:
        return tuple(one._replace(span=self._back(one.span)) for one in facts)

    def _back(self, span: Span) -> Span:
        first, last = (
            at + self.lost[bisect_right(self.cuts, at)] for at in (span.start, span.end - 1)
        )
        return Span(first, last + 1)


def flow(bulletin: Bulletin, text: str) -> Flow:
    """Return what is read of a text, which is as long as the bulletin's source and masked."""
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

    def moved(span: Span) -> Span:
        start, end = (place - lost[bisect_left(starts, place)] for place in span)
        return Span(start, end)

    kept = [(title and moved(title), moved(body)) for title, body in passages]
    return Flow("".join([*pieces, text[at:]]), kept, cuts, lost)


def _cut(text: str, passages: Sequence[Passage]) -> Iterator[Span]:
    """Yield what is no part of the words, in order."""
    marked = any(sign in text for sign in _SIGNS) or _UNSEEN.search(text) is not None
    for _, body in passages:
        found = [Span(*one.span()) for one in _MARKS.finditer(text, *body)] if marked else []
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
