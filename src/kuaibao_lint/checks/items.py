"""Items: titles, split paragraphs, items printed twice."""

from __future__ import annotations

from kuaibao_lint.checks.house import is_news, is_own_column
from kuaibao_lint.diagnostics import Edit, Finding, Related
from kuaibao_lint.light_typing import TYPE_CHECKING
from kuaibao_lint.patterns import pattern
from kuaibao_lint.source import Span

if TYPE_CHECKING:
    from collections.abc import Iterator

    from kuaibao_lint.checks import Check
    from kuaibao_lint.context import Context
    from kuaibao_lint.document import Item, Section, Title
    from kuaibao_lint.source import Source

# Behind these a paragraph may end.
_CLOSING = "。！？；：…”’）)】》.!?;:|—*_>]"
_SHORTEST = 12  # characters; what is shorter and follows a paragraph is a sub-heading
_NEWLINE = pattern(r"[ \t\u3000]*(?:\r\n|\r|\n)[ \t\u3000]*")
_NUMBERED = pattern("[一二三四五六七八九十]{1,3}、")
# What stands before an entry of a list, and before a title that is none to the grammar:
# 8.爱民故事：一碗羊杂碎, 【代表风采】“板栗嫂”的履职路
_ENTRY = pattern(r"(?:[0-9]{1,2}[.．、](?![0-9])|[一二三四五六七八九十]{1,3}、)")
_TITLED_LINE = pattern(
    r"[ \t\u3000]*(?:[◆■★●▲◎○◇□△※▪▶☆·•]|【[^】\r\n]{1,12}】|(?P<number>[0-9]{1,2}[.．、]"
    r"|[一二三四五六七八九十]{1,3}、))[^\r\n。；！？]{4,24}"
)
# 县住建局：老旧小区改造“改”出幸福感; but not who speaks, nor what leads in a list.
_LED_LINE = pattern(
    r"[ \t\u3000]*(?![^\r\n：:]{0,12}(?:强调|指出|要求|认为|介绍|表示|提出|了解|统计|显示|反映|其中"
    r"|分别|包括|如下|做法|措施|方面|来看|一步|[是为即])[：:])"
    r"[^\r\n。；！？，、：:（()）*#|]{2,14}[：:][^\r\n。；！？：:]{4,34}"
)
_SHORT_LINE = pattern(r"[^\r\n。；！？]{2,30}[\r\n]")
_CHINESE = pattern(r"[\u3400-\u9fff]")


def split_paragraph() -> Check:
    """A paragraph that breaks off in the middle of a sentence and goes on behind an empty line.

    In plain text without empty lines a single newline is such a break too, unless the text is
    wrapped by hand (then most of its lines end in mid-sentence).
    """

    def check(context: Context) -> Iterator[Finding]:
        text = context.source.text
        for item in context.bulletin.items:
            pairs = zip(item.paragraphs, item.paragraphs[1:], strict=False)
            for number, (before, after) in enumerate(pairs):
                if (number and len(before.text) < _SHORTEST) or "——" in before.text[-20:]:
                    continue  # a sub-heading, or who said it
                if _is_title_line(item, text, before.span.end):
                    continue
                if _breaks_off(text, before.span.end, after.span.start):
                    yield _split(Span(before.span.end, after.span.start), text)
        if not context.source.is_markdown:
            yield from _split_lines(context)

    return check


def _split_lines(context: Context) -> Iterator[Finding]:
    text = context.source.text
    gaps = [
        Span(*match.span())
        for item in context.bulletin.items
        for paragraph in item.paragraphs
        for match in _NEWLINE.finditer(text, *paragraph.span)
        if not _is_title_line(item, text, match.start())
    ]
    broken = [
        gap
        for gap in gaps
        if "\n" not in text[max(gap.start - _SHORTEST, 0) : gap.start]
        and _breaks_off(text, gap.start, gap.end)
    ]
    if len(broken) <= max(2, len(context.bulletin.items) // 3):
        for gap in broken:
            yield _split(gap, text)


def _is_title_line(item: Item, text: str, end: int) -> bool:
    """Tell whether the line before `end` looks like a title, by what it begins with.

    A number begins as many points of a list, so it tells only where the item has no other title.
    Words before a colon tell at the start of an item, and behind the end of a sentence of one that
    may go on with the next, since nothing closed it.
    """
    start = max(text.rfind("\n", 0, end), text.rfind("\r", 0, end), item.span.start - 1) + 1
    match = _TITLED_LINE.fullmatch(text, start, end)
    if match is not None:
        return item.title is None or match["number"] is None
    if text[end - 1] in "，、," or not _LED_LINE.fullmatch(text, start, end):
        return False
    before = text[item.span.start : start].rstrip()
    return not before or (
        before[-1] in "。！？）)" and (item.title is None or item.attribution is None)
    )


def _breaks_off(text: str, end: int, start: int) -> bool:
    """Tell whether a sentence runs over the gap: Chinese (or a comma) before, Chinese behind."""
    last, first = text[end - 1 : end], text[start : start + 1]
    if _ENTRY.match(text, start):
        return False
    if last in _CLOSING or not (_CHINESE.match(last) or last in "，、,0123456789%％"):
        return False
    return bool(_CHINESE.match(first) or first in "，。、；：“0123456789")


def _split(gap: Span, text: str) -> Finding:
    before, after = text[gap.start - 6 : gap.start], text[gap.end : gap.end + 6]
    # Between two figures nobody can tell whether they are one.
    edits = () if before[-1:].isdigit() and after[:1].isdigit() else (Edit(gap, ""),)
    return Finding(gap, {"before": before, "after": after}, edits)


def duplicate_item(minimum: int = 20) -> Check:
    """The same item, or the same title, twice in one issue.

    minimum: how many characters a body must have to be compared.
    """

    def check(context: Context) -> Iterator[Finding]:
        seen: dict[str, Span] = {}
        for item in context.bulletin.items:
            title = item.title
            parts = [(title.text, title.span, "title")] if title else []
            body = "".join(paragraph.text for paragraph in item.paragraphs)
            if len(body) >= minimum:
                parts.append((body, item.body, "body"))
            keys = ["".join(words.split()) for words, _, _ in parts]
            for key, (words, span, variant) in zip(keys, parts, strict=True):
                if key and key in seen:
                    shown = title.text if title else words[:12]
                    related = (Related(seen[key], "第一次出现在这里"),)
                    place = title.span if title else Span(span.start, span.start + 12)
                    yield Finding(place, {"title": shown}, related=related, variant=variant)
                    break
            for key, (_, span, _) in zip(keys, parts, strict=True):
                if key:
                    seen.setdefault(key, span)

    return check


def item_title_missing() -> Check:
    """An item without a title, in an issue whose items have titles.

    Where titles are numbered like columns (三、…), what looks like a column may be a title too; one
    item of the editors' own (小贴士) needs none.
    """

    def check(context: Context) -> Iterator[Finding]:
        items = context.bulletin.items
        titles = [item.title.text for item in items if item.title is not None]
        if len(titles) * 2 < len(items):
            return
        headed: set[Item] = set()
        if any(map(_NUMBERED.match, titles)):
            headed = {one.items[0] for one in context.bulletin.sections if _is_numbered(one)}
        headed.update(
            one.items[0]
            for one in context.bulletin.sections
            if len(one.items) == 1 and one.heading and is_own_column(one.heading.name.text, context)
        )
        for item in items:
            if item.title is None and item not in headed and is_news(item, context):
                start = item.body.start
                if _SHORT_LINE.match(context.source.text, start):
                    continue  # 疾控提示 on a line of its own
                end = min(start + 12, item.paragraphs[0].span.end)
                yield Finding(Span(start, end), {"start": context.source.text[start:end]})

    return check


def _is_numbered(section: Section) -> bool:
    """Tell whether a section has items, and a heading like 一、夏粮喜获丰收."""
    heading = section.heading
    return bool(section.items) and heading is not None and heading.style.endswith("、")


def item_title_style() -> Check:
    """Item titles that are not all bold, or not all on the same line as the body."""

    def check(context: Context) -> Iterator[Finding]:
        titled = [(item, item.title) for item in context.bulletin.items if item.title is not None]
        if len(titled) < 3:
            return
        bold = sum(_is_marked(title, context.source.text) for _, title in titled)
        plain = len(titled) - bold
        if bold > plain > 0:
            for _, title in titled:
                if not _is_marked(title, context.source.text):
                    edits = _embolden(title, context.source)
                    yield Finding(title.span, {"title": title.text}, edits)
        elif plain > bold > 0:
            for _, title in titled:
                if _is_marked(title, context.source.text):
                    yield Finding(title.span, {"title": title.text}, variant="plain")
        yield from _uneven_lines([title for _, title in titled])

    return check


def _uneven_lines(titles: list[Title]) -> Iterator[Finding]:
    own = sum(title.own_line for title in titles)
    other = len(titles) - own
    if not own or not other or own == other:
        return
    usual = own > other
    variant = "own-line" if usual else "same-line"
    for title in titles:
        if title.own_line != usual:
            yield Finding(title.span, {"title": title.text}, variant=variant)


def _is_marked(title: Title, text: str) -> bool:
    """Tell whether a title is set off: bold, or a Markdown heading."""
    return title.bold or text.startswith("#", title.full.start)


def _embolden(title: Title, source: Source) -> tuple[Edit, ...]:
    """Return the edits that make a title bold; none beside marks that are there and broken."""
    start, end = title.span
    beside = source.text[start - 1 : start] + source.text[end : end + 1]
    if not source.is_markdown or "*" in beside:
        return ()
    return Edit(Span(start, start), "**"), Edit(Span(end, end), "**")


def body_text(item: Item) -> str:
    """Return the paragraphs of an item, one after the other."""
    return "".join(paragraph.text for paragraph in item.paragraphs)
