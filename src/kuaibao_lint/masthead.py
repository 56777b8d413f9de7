"""Masthead lines → Masthead: which words are the title, the issue, the issuer and the date."""

from __future__ import annotations

import datetime as dt

from kuaibao_lint import grammar
from kuaibao_lint.document import IssueDate, IssueNumber, Masthead, Text
from kuaibao_lint.light_typing import TYPE_CHECKING
from kuaibao_lint.numerals import NUMERAL, integer
from kuaibao_lint.patterns import pattern
from kuaibao_lint.source import Span

if TYPE_CHECKING:
    import re
    from collections.abc import Iterator

_ISSUE = pattern(
    rf"[（(]?[ \t]{{0,8}}(?:(?P<year>{NUMERAL}{{4}})[ \t]{{0,8}}年[ \t]{{0,8}})?"
    rf"(?P<total>总)?[ \t]{{0,8}}"
    rf"第[ \t\u3000]{{0,8}}(?P<number>{NUMERAL}{{1,6}})[ \t\u3000]{{0,8}}"
    rf"(?:[、—–～~至和-]{{1,2}}[ \t\u3000]{{0,8}}{NUMERAL}{{1,6}}[ \t\u3000]{{0,8}})?"
    rf"期[ \t]{{0,8}}[）)]?"
    rf"|[〔\[（(【](?P<file_year>[0-9]{{4}})[〕\]）)】][ \t]{{0,8}}第?[ \t]{{0,8}}"
    rf"(?P<file_number>[0-9]{{1,4}})[ \t]{{0,8}}[号期]"
    rf"|(?<![0-9])(?P<plain_year>[12][0-9]{{3}})[ \t]{{0,8}}[〔\[]"
    rf"(?P<plain_number>[0-9]{{1,4}})[〕\]][号期]?"
    rf"|[（(]?(?<![A-Za-z])(?:[Nn][Oo][.．：:]?|№[.．：:]?)[ \t]{{0,8}}"
    rf"(?P<latin_number>[0-9]{{1,6}})[）)]?"
    rf"|[（(]?(?P<supplement>增[ \t\u3000]{{0,8}}刊)[）)]?"
)
_ISSUE_SIGNS = frozenset("期号刊〕]Oo№")  # no issue number is without one of these
_LONGEST = 200  # characters of a line that can belong to a masthead
MOST_LINES = 1_000  # between a masthead and the end of a text that has no item at all
_DATE_PARTS = pattern(rf"{NUMERAL}+")
_YEAR = pattern(rf"({NUMERAL}{{4}})[ \t]*(?:年|〕|\])")
_MONTH_DAY = pattern(rf"({NUMERAL}{{1,3}})[ \t]*月[ \t]*({NUMERAL}{{1,3}})[ \t]*日")
_TITLE = pattern(r"(?:报|信息|快讯|要情|要讯|要闻|动态|反映|通讯|参阅|参考|专刊|简讯|摘要|工作)$")
_ISSUER = pattern(
    r"(?:办公室|编辑部|委员会|人民政府|政府|中心|[县市区省州]委|府办|委办|[\u4e00-\u9fff]{2}办|指挥部|局|部|室|科|院|队|处"
    r"|编委会|组委会|工会|协会|联合会)"
    r"(?:编印|主办|主编|编|印)?$"
)
_DONE = pattern(r"(?<=.{4})(?:编印|主办|主编|编|印)$")
# A nameplate in no usual form (清风之声), and no notice that is printed above one.
_NAME = pattern(
    r"(?!内部|注意保存|机密|秘密|绝密|保密|密级|编号|特急|急件|仅供|本期要目|目录|要目)"
    r"[^，。；：！？、,;:!?]{2,30}"
)
_LABEL = pattern(r"(?:编发单位|编印单位|主办单位|编印|主办|编发|承办)[ \t\u3000]*[:：]")
_PIECE = pattern(r"[^ \t\u3000\u00a0#*_（）()|]+")


def read_masthead(lines: list[Text]) -> Masthead | None:
    """Return the masthead that the lines before the first item make; None where they make none.

    The first match of each part counts; a date that no calendar has keeps its span and no value.
    """
    lines = [line for line in lines[:MOST_LINES] if len(line.text) <= _LONGEST]
    if not lines:
        return None
    pieces: list[tuple[Text, Text, bool]] = []
    date: IssueDate | None = None
    issues: list[tuple[int, re.Match[str]]] = []
    for line in lines:
        taken: list[Span] = []
        found = grammar.fragment("bulletin", "DATE").search(line.text)
        if found and date is None:
            span = Span(line.span.start + found.start(), line.span.start + found.end())
            date = IssueDate(span, _day(found.group()))
        if found:
            taken.append(Span(*found.span()))
        for match in () if _ISSUE_SIGNS.isdisjoint(line.text) else _ISSUE.finditer(line.text):
            if not (found and match.start() < found.end() and found.start() < match.end()):
                taken.append(Span(*match.span()))
                issues.append((line.span.start, match))
        pieces += [(piece, line, labelled) for piece, labelled in _pieces(line, taken)]
    date = date or _short_date(lines)
    units, free = [], []
    for piece, line, labelled in pieces:
        if labelled or _ISSUER.search(piece.text):
            units.append(piece)
        else:
            free.append((piece, line))
    issuer = _unit(units[0]) if units else None
    certain = bool(issues or issuer or date)  # whatever its form, this is a masthead
    title = (
        next((p for p, _ in free if _TITLE.search(p.text)), None)
        or next((p for p, line in free if line.text.startswith("#")), None)
        or next((p for p, _ in free if certain and _NAME.fullmatch(p.text)), None)
    )
    if title is None and not certain:
        return None
    span = Span(lines[0].span.start, lines[-1].span.end)
    return Masthead(span, title, _issue(issues), issuer, date)


def _short_date(lines: list[Text]) -> IssueDate | None:
    """Return 11月13日 with the year that stands elsewhere in the masthead (2023年第21期)."""
    years = [match for line in lines if (match := _YEAR.search(line.text))]
    for line in lines if years else ():
        if found := _MONTH_DAY.search(line.text):
            span = Span(line.span.start + found.start(), line.span.start + found.end())
            return IssueDate(span, _day(f"{years[0][1]}/{found[1]}/{found[2]}"))
    return None


def _unit(piece: Text) -> Text:
    """Return the issuer without the word that says what it did: 县政府办公室编."""
    words = _DONE.sub("", piece.text)
    return Text(Span(piece.span.start, piece.span.start + len(words)), words)


def _pieces(line: Text, taken: list[Span]) -> Iterator[tuple[Text, bool]]:
    """Yield the words of a line outside `taken`, and whether a label (主办：) stood before them."""
    rest = line.text
    for span in taken:
        rest = rest[: span.start] + " " * (span.end - span.start) + rest[span.end :]
    labelled = False
    if label := _LABEL.search(rest):
        labelled = True
        rest = rest[: label.start()] + " " * (label.end() - label.start()) + rest[label.end() :]
    found = list(_PIECE.finditer(rest))
    if len(found) > 2 and all(len(match.group()) == 1 for match in found):
        # 政 务 快 报, printed wide, is one piece.
        found_span = Span(found[0].start(), found[-1].end())
        yield _text(line, found_span), labelled
        return
    for match in found:
        yield _text(line, Span(*match.span())), labelled


def _text(line: Text, span: Span) -> Text:
    start = line.span.start
    return Text(Span(start + span.start, start + span.end), line.text[span.start : span.end])


def _issue(matches: list[tuple[int, re.Match[str]]]) -> IssueNumber | None:
    """Gather 第20期 and （总第312期）, which may stand on two lines, into one number.

    matches: the start of the line, and the match in that line.
    """
    if not matches:
        return None
    number = year = total = None
    supplement = False
    for _, match in matches:
        parts = match.groupdict()
        supplement = supplement or parts["supplement"] is not None
        numbers = ("number", "file_number", "plain_number", "latin_number")
        value = integer(next((parts[name] for name in numbers if parts[name]), ""))
        if parts["total"]:
            total = total or value
        else:
            number = number or value
            year = year or integer(
                parts["year"] or parts["file_year"] or parts["plain_year"] or ""
            )
    (first_line, first), (last_line, last) = matches[0], matches[-1]
    span = Span(first_line + first.start(), last_line + last.end())
    return IssueNumber(span, number, year, total, supplement)


def _day(text: str) -> dt.date | None:
    values = [integer(match.group()) for match in _DATE_PARTS.finditer(text)]
    try:
        year, month, day = values
        return dt.date(year or 0, month or 0, day or 0)
    except ValueError:
        return None
