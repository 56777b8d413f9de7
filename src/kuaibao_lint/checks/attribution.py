"""The unit in brackets behind each item: there, known, the right one, written right."""

from __future__ import annotations

from kuaibao_lint import units
from kuaibao_lint.checks.house import TELLING, follows, is_editors, is_news, known, unclosed
from kuaibao_lint.diagnostics import Edit, Finding, Related
from kuaibao_lint.light_typing import TYPE_CHECKING
from kuaibao_lint.nearness import nearest
from kuaibao_lint.source import Span

if TYPE_CHECKING:
    from collections.abc import Iterator

    from kuaibao_lint.checks import Check
    from kuaibao_lint.context import Context
    from kuaibao_lint.document import Attribution, Item

# Blanks before an attribution that set it to the right.
RIGHT = 4


def attribution_missing() -> Check:
    """An item that does not say which unit sent it."""

    def check(context: Context) -> Iterator[Finding]:
        news = [item for item in context.bulletin.items if is_news(item, context)]
        if not follows(context, [item.attribution is not None for item in news]):
            return
        # Among few items, one is only missed where its title says who could have sent it.
        few = not known(context) and len(news) < TELLING
        for item in news:
            if item.attribution is not None or (few and not _names_unit(item, context)):
                continue
            if is_editors(item, context):
                continue
            end = item.paragraphs[-1].span.end
            bracket = unclosed(item, context)
            if bracket is not None:
                yield Finding(bracket, variant="unclosed")
                continue
            title = item.title.text if item.title else ""
            unit = units.subject(title, context.vocabulary)
            named = "单位名称" if unit is None else units.bare(unit)
            yield Finding(Span(max(item.body.start, end - 8), end), {"unit": named})

    return check


def _names_unit(item: Item, context: Context) -> bool:
    """Tell whether an item names a unit that could have sent it, or was about to."""
    title = item.title.text if item.title else ""
    named = units.subject(title, context.vocabulary) is not None
    return named or unclosed(item, context) is not None


def attribution_unknown(similarity: float = 0.5) -> Check:
    """An attribution that names no unit of the publication, or nothing that could be a unit.

    similarity: from 0 to 1, how near a known unit must be to be proposed (difflib's ratio).
    """

    def check(context: Context) -> Iterator[Finding]:
        vocabulary = context.vocabulary
        listed = units.names(vocabulary.units)
        every = list(_attributions(context))
        fitting = [any(units.looks_like_unit(unit.text) for unit in one.units) for one in every]
        if not listed and not follows(context, fitting):
            return  # what stands in brackets there is something else
        for attribution in every:
            for unit in attribution.units:
                if units.canonical(unit.text, vocabulary) is not None:
                    continue
                if not listed:
                    if not units.looks_like_unit(unit.text):
                        yield Finding(unit.span, variant="form")
                    continue
                near = nearest(units.bare(unit.text), listed, similarity)
                if near:
                    edit = Edit(unit.span, near)
                    yield Finding(unit.span, {"near": near}, (edit,), variant="near")
                else:
                    yield Finding(unit.span)

    return check


def attribution_mismatch(exempt: tuple[str, ...] = ("我", "全", "本", "各")) -> Check:
    """An attribution to another unit than the one that the title begins with.

    exempt: a title that begins so speaks of the whole place (我县财政收入…) and may come from any.
    """

    def check(context: Context) -> Iterator[Finding]:
        vocabulary = context.vocabulary
        for item in context.bulletin.items:
            if item.title is None or item.attribution is None:
                continue
            title = item.title.text
            if title.startswith(exempt):
                continue
            subject = units.subject(title, vocabulary)
            if subject is None or any(
                units.same(unit.text, subject, vocabulary)
                or units.bare(unit.text) in title
                or units.sends_for(unit.text, subject, title)
                or not _comparable(unit.text, subject, context)
                for unit in item.attribution.units
            ):
                continue
            start = item.title.span.start
            place = Span(start, start + len(subject))
            named = "、".join(unit.text for unit in item.attribution.units)
            yield Finding(
                Span(item.attribution.units[0].span.start, item.attribution.units[-1].span.end),
                {"subject": subject, "unit": named},
                related=(Related(place, f"标题说的是{subject}"),),
            )

    return check


def _comparable(unit: str, subject: str, context: Context) -> bool:
    """Tell whether naming a unit rules the title's out: it is a bureau or town, or a slip of it."""
    if context.vocabulary.units:
        return units.canonical(unit, context.vocabulary) is not None
    if units.subject(unit, context.vocabulary) == unit:
        return True
    one, other = units.bare(unit), units.bare(subject)
    return len(one) == len(other) and sum(a != b for a, b in zip(one, other, strict=True)) == 1


def attribution_style(house_style_from: int = 3) -> Check:
    """Half-width or spaced brackets, a blank before them, or a line of their own.

    The fix writes （财政局） behind the last word of the body.
    house_style_from: an issue of at least so many attributions, all of them on lines of their own,
    or all of them set to the right by wide blanks, means it so; one without columns in brackets,
    and no profile, does whatever their number.
    """

    def check(context: Context) -> Iterator[Finding]:
        text = context.source.text
        every = list(_attributions(context))
        usual = known(context) or context.bulletin.has_columns
        telling = len(every) >= house_style_from or not usual
        meant = telling and all(one.own_line for one in every)
        right = telling and all(_is_set_right(one, text) for one in every)
        for attribution in every:
            printed = attribution.span.of(text)
            if printed[0] not in "(（":
                continue  # 供稿：石桥镇
            wanted = f"（{printed[1:-1].strip()}）"
            problems = []
            if printed[0] == "(" or printed[-1] == ")":
                problems.append("括号应为全角")
            if printed[1:-1] != printed[1:-1].strip():
                problems.append("括号内不应有空格")
            # Marks such as ** between body and bracket stay, and are no blank.
            gap = attribution.gap
            if gap.of(text).strip() or (meant and attribution.own_line) or right:
                gap = Span(attribution.span.start, attribution.span.start)
            elif gap.end > gap.start:
                own = attribution.own_line
                problems.append("应与正文同段" if own else "与正文之间不应有空格")
            if problems:
                edit = Edit(Span(gap.start, attribution.span.end), wanted)
                values = {"problems": "，".join(problems), "expected": wanted}
                yield Finding(attribution.span, values, (edit,))

    return check


def _is_set_right(attribution: Attribution, text: str) -> bool:
    """Tell whether wide blanks move an attribution to the right end of its line."""
    blanks = attribution.gap.of(text)
    wide = len(blanks) >= RIGHT or "\u3000" * 2 in blanks
    return not attribution.own_line and wide


def _attributions(context: Context) -> Iterator[Attribution]:
    for item in context.bulletin.items:
        if item.attribution is not None:
            yield item.attribution
