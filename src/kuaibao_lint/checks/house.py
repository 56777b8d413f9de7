"""Which conventions apply to an issue: its profile's, or those that the issue itself shows.

Without a profile nobody has said that items are attributed or close with a dated figure. An issue
that does so in all but a few of its items follows the convention, and those few are slips; one that
does not has another house style, and nothing is reported. Of one item or two, in which no habit can
be seen, columns in brackets (【民生保障】) tell that this is an issue of the usual kind.
"""

from __future__ import annotations

from kuaibao_lint.light_typing import TYPE_CHECKING
from kuaibao_lint.patterns import pattern
from kuaibao_lint.source import Span

if TYPE_CHECKING:
    from collections.abc import Sequence

    from kuaibao_lint.context import Context
    from kuaibao_lint.document import Item

_EDITORS = pattern(
    "荐读|导读|预告|提示|议程|速递|速览|一览|预报|谚语|问答|编后|寄语|贴士|数据|看台"
)
# From how many items up an issue can show a style of its own.
TELLING = 3


def known(context: Context) -> bool:
    """Tell whether a profile of the place speaks for this issue."""
    return bool(context.vocabulary.place)


def follows(context: Context, keeps: Sequence[bool]) -> bool:
    """Tell whether a convention applies, given which items keep it: all but one or a third."""
    kept = sum(keeps)
    few = kept > 1 and len(keeps) - kept <= max(1, len(keeps) // 3)
    return known(context) or few or (len(keeps) < TELLING and context.bulletin.has_columns)


def is_usual(context: Context) -> bool:
    """Tell whether an issue has all of the usual form: masthead, columns, attributed items."""
    bulletin = context.bulletin
    masthead, items = bulletin.masthead, bulletin.items
    front = [masthead.title, masthead.issue, masthead.date] if masthead else []
    attributed = sum(item.attribution is not None for item in items)
    return all(front) and bool(front) and bulletin.has_columns and 2 * attributed > len(items)


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


def is_editors(item: Item, context: Context) -> bool:
    """Tell whether an item is the editors' own (理论荐读, 明日议程).

    Nobody sent it, and it has no result.
    """
    return is_own_column(item.title.text if item.title else "", context)


def is_own_column(title: str, context: Context) -> bool:
    """Tell whether a column, or an item, is the editors' own by its title."""
    return not known(context) and _EDITORS.search(title) is not None


def unclosed(item: Item, context: Context) -> Span | None:
    """Return the bracket that an item ends in and that nobody closed: （财政局."""
    text, end = context.source.text, item.body.end
    opened = max(text.rfind("（", end - 20, end), text.rfind("(", end - 20, end))
    if opened < item.body.start or set(text[opened:end]) & set("）)。"):
        return None
    return Span(opened, end)
