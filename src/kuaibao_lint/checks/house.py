"""Which conventions apply to an issue: its profile's, or those that the issue itself shows.

Without a profile nobody has said that items are attributed or close with a dated figure. An issue
that does so in most of its items follows the convention, and the others are slips; one that does
not has another house style, and nothing is reported.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from kuaibao_lint.source import Span

if TYPE_CHECKING:
    from collections.abc import Sequence

    from kuaibao_lint.context import Context
    from kuaibao_lint.document import Item

# From how many items up an issue can show a style of its own.
TELLING = 3


def known(context: Context) -> bool:
    """Tell whether a profile of the place speaks for this issue."""
    return bool(context.vocabulary.place)


def follows(context: Context, keeps: Sequence[bool]) -> bool:
    """Tell whether a convention applies, given which items keep it."""
    return known(context) or len(keeps) < TELLING or 2 * sum(keeps) >= len(keeps)


def is_news(item: Item, context: Context) -> bool:
    """Tell whether an item is surely one, and not a paragraph of another kind (值班信息).

    With neither title nor attribution only a profile's house is taken to have lost both.
    """
    return bool(item.paragraphs) and (
        known(context)
        or item.title is not None
        or item.attribution is not None
        or unclosed(item, context) is not None
    )


def unclosed(item: Item, context: Context) -> Span | None:
    """Return the bracket that an item ends in and that nobody closed: （财政局."""
    text, end = context.source.text, item.body.end
    opened = max(text.rfind("（", end - 20, end), text.rfind("(", end - 20, end))
    if opened < item.body.start or set(text[opened:end]) & set("）)。"):
        return None
    return Span(opened, end)
