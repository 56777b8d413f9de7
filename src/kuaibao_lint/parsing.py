"""Source → Bulletin: the grammar's lines become typed parts, each with its span."""

from __future__ import annotations

from itertools import islice

from kuaibao_lint import grammar
from kuaibao_lint.contents import contents, symbols_of_titles
from kuaibao_lint.document import (
    Attribution,
    Bulletin,
    Circulation,
    CirculationEntry,
    Heading,
    Item,
    Section,
    SignOff,
    SignOffField,
    Text,
    Title,
)
from kuaibao_lint.grammar import Node, Token
from kuaibao_lint.light_typing import TYPE_CHECKING
from kuaibao_lint.masthead import MOST_LINES, read_masthead
from kuaibao_lint.patterns import pattern
from kuaibao_lint.prose import layout
from kuaibao_lint.source import Span
from kuaibao_lint.units import looks_like_unit

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator

    from kuaibao_lint.source import Source

# Kinds of line that do not stand in a masthead.
_CONTENT = frozenset(("HEADING", "TITLED", "TITLED_CLOSED", "CLOSED", "LEADIN", "LEADIN_CLOSED"))
_PROSE = frozenset(("PROSE", "CLOSED", "ATTRIBUTION", "TITLED", "TITLED_CLOSED"))
# Lines of items that have a title in front, can have one, and have an attribution behind.
_TITLES = frozenset(("TITLE", "TITLED", "TITLED_CLOSED"))
_MASTHEAD = frozenset(("NAMEPLATE", "ISSUE", "ISSUER", "DATED"))
_LEADINS = frozenset(("LEADIN", "LEADIN_CLOSED"))
_CREDITED_LINES = frozenset(("CLOSED", "TITLED_CLOSED", "LEADIN_CLOSED", "ATTRIBUTION"))
_SPLIT = _TITLES | _LEADINS | _CREDITED_LINES
# What a line that looks like a title is within a quotation.
_QUOTED = {
    "TITLE": "PROSE", "TITLED": "PROSE", "LEADIN": "PROSE", "HEADING": "PROSE", "MARKED": "PROSE",
    "TITLED_CLOSED": "CLOSED", "LEADIN_CLOSED": "CLOSED",
}  # fmt: skip
BLANKS = " \t\r\n\u3000\u00a0\x0b\x0c"
_BRACKETED = pattern(r"(?m)^[ \t\u3000]*(?:#{1,6}[ \t]*)?(?:\*\*)?[【〖]")
_HASHES = pattern(r"(?m)^[ \t\u3000]*(#{2,6})[ \t]")
# A numbered line that is too long for a column.
_NUMBERED = pattern(r"[#* \t\u3000]{0,8}[一二三四五六七八九十]{1,3}、[^\r\n*#]{9}")
_CONTENTS = pattern(
    r"本期(?:要目|目录|导读|要点)$|目[ \u3000]*录$|要目$|导读$|编者按|按语$|图片(?:新闻|报道)?$"
)
# A bold title's mark, with what may stand before it: ## , 12. , ◆ .
_BOLD = pattern(r"[#0-9.．、+•·◆■★●▲ \t-]{0,8}?(\*\*|__)")
# Marks that set a line off and are no part of its words.
_MARKS = "#*_◆■★●▲※" + BLANKS
# What Text(Span(…), …) does, in half the time: a bulletin has seventy.
_new = tuple.__new__
_SENTENCE = pattern(r"[。；！？]")
_MARK = pattern(r"[。；！？，、]")
_LINE = pattern(r"[^\r\n]+")
_NAME_SEPARATOR = pattern(r"[、/；;\s\u3000]+")
_CREDIT = pattern(r"[（(]\s*(?:供稿|来源|报送|撰稿|通讯员)(?:单位|人)?[:：]\s*")
_CREDIT_LINE = pattern(r"(?:供稿|来源|报送|撰稿)(?:单位)?[:：]([^：:\r\n]{2,30})")
_CREDITED = pattern(r"[ \t\u3000]{0,4}(?:供稿|提供|报送|整理|编写|撰稿)(?=[ \t\u3000]{0,4}[）)])")
_RECIPIENT = pattern(
    r"[^，,、；;。.\r\n\t \u3000*（）()]+"
    r"(?:[（(][^（）()\r\n]*[）)][^，,、；;。.\r\n（()）]*)*"
)
_LABEL = pattern(
    r"(?<![\u4e00-\u9fff])"
    r"((?:本期[发送]{1,2}|[报送发]至|[报送发呈]|[呈报分抄主发印][ \t\u3000]*[报送]))"
    r"[*_\s\u3000]*[:：]"
)
# What may follow a name in the sign-off, and is no part of it.
_BEHIND_NAME = pattern(
    r"[ \t\u3000]+[\u4e00-\u9fff]{2,6}[:：]"
    r"|(?:联系)?电话|电子邮箱|邮箱|传真|[（(]?共?印[0-9 \u3000]{1,8}份|[（(]"
)
# Brackets that end a line of prose and name no unit.
_NO_UNIT = pattern(
    r"(?:详?见(?:附件|附表|附后|下表|图)|如?[上下]?[图表]|附后|完|全文完|待续|略|单位.*"
    r"|摘要|节选|摘编|试行|暂行|续|[上中下一二三四五]|此[件文].*|本文.*|该.*|.*[摄]|.*(?:摄影|资料图片?))$"
)


def parse(source: Source) -> Bulletin:
    """Return the typed bulletin of any text; what is not there is None or empty."""
    return parse_together([source])[0]


def parse_together(sources: Iterable[Source]) -> list[Bulletin]:
    """Return the bulletins of some texts: all are cut into lines, then the lines are gathered.

    Each step is taken for all of them before the next, as in `linter.lint_together`.
    """
    read = [_Assembly(source) for source in sources]
    trees = [one.tree() for one in read]
    sections = [one.gathered(tree) for one, tree in zip(read, trees, strict=True)]
    return [one.bulletin(some) for one, some in zip(read, sections, strict=True)]


class _Assembly:
    """Walks the tree of one source and gathers the parts."""

    def __init__(self, source: Source) -> None:
        self.source = source
        self.original = source.text
        # What is matched and trimmed has blanks in place of layout; what is kept is the source.
        self.text = layout(source.text)
        self.strays: list[Text] = []
        self.masthead: list[Text] = []
        self.entries: list[CirculationEntry] = []
        self.fields: list[SignOffField] = []
        self.items = 0
        self.tells = self.context_tells()

    def tree(self) -> Node:
        """Return the lines as the grammar gathers them."""
        return grammar.load("bulletin").parse(self.text + "\n", self.tells)

    def gathered(self, tree: Node) -> tuple[Section, ...]:
        """Return the sections, and keep what else the lines are."""
        sections = [
            section
            for node in tree.children
            if isinstance(node, Node) and (section := self.section(node))
        ]
        return tuple(sections)

    def bulletin(self, sections: tuple[Section, ...]) -> Bulletin:
        """Return all parts together."""
        masthead = read_masthead(self.masthead)
        if masthead is None:
            self.strays += (self.word(*line.span) for line in self.masthead)
        return Bulletin(
            self.source,
            masthead,
            sections,
            Circulation(_hull(self.entries), tuple(self.entries)) if self.entries else None,
            SignOff(_hull(self.fields), tuple(self.fields)) if self.fields else None,
            tuple(sorted(self.strays)),
        )

    def context_tells(self) -> Callable[[str, int], str]:
        """Return what tells two kinds of line that look alike apart.

        A plain heading (### 县政协开展专题视察) is a title where sections have brackets, and so is
        a long numbered one (四、县招商局精准发力招大引强); else the shallowest headings are the
        sections. An issue number behind the masthead is the head of a
        printed page, which no item ends at. A symbol before short and long lines is that of titles.
        """
        text = self.text
        bracketed = _BRACKETED.search(text) is not None
        hashes = () if bracketed else _HASHES.finditer(text)
        shallowest = min((len(m[1]) for m in hashes), default=0)
        symbols, listed = symbols_of_titles(text), contents(text)
        quotes = ">" in self.original
        begun = prose = False
        plates: list[str] = []

        def rename(kind: str, at: int) -> str:
            nonlocal begun, prose
            in_contents = listed.start <= at < listed.end and kind not in _MASTHEAD
            if in_contents or (kind == "ISSUE" and begun):
                self.strays.append(self.line_at(at))
                return ""
            if kind == "NAMEPLATE":
                plates.append(self.line_at(at).text)
                inside = begun or (prose and len(plates) > 1)
                if inside and text[at] in "*_" and plates[-1] != plates[0]:
                    return "TITLE"  # **大会提案动态**
            plain = kind == "TITLED" and not begun and text[at] not in "*_"
            if plain and not _MARK.search(self.line_at(at).text):
                return "ISSUER"  # 景区党政办 二〇二三年国庆专刊（10月6日）: nothing has begun
            begun, prose = begun or kind in _CONTENT, prose or kind in _PROSE
            if quotes and prose and kind in _QUOTED and self.is_quoted(at):
                return _QUOTED[kind]
            if kind == "HEADING" and (
                text[at] in symbols or (bracketed and _NUMBERED.match(text, at))
            ):
                return "TITLE"
            if kind != "MARKED" or (shallowest and not text.startswith("#" * (shallowest + 1), at)):
                return kind
            return "TITLE"

        return rename

    def line_at(self, start: int) -> Text:
        """Return the words from an offset to the end of its line."""
        match = _LINE.match(self.text, start)
        return self.trimmed(*match.span()) or self.word(start, start) if match else self.word(0, 0)

    def is_quoted(self, start: int) -> bool:
        """Tell whether a line begins with Markdown's mark of a quotation."""
        return self.original[max(start - 3, 0) : start].rstrip(" \t").endswith(">")

    def section(self, node: Node) -> Section | None:
        """Return a section, or None for a lead that holds no item."""
        heading = None
        items: list[Item] = []
        parts = node.children
        if node.kind == "section":
            heading = self.heading(parts[0])
            parts = [one for part in parts[1:] if isinstance(part, Node) for one in part.children]
        for child in parts:
            if isinstance(child, Token):  # a part holds rules only
                continue
            if child.kind not in ("circulation", "signoff", "masthead"):
                if item := self.item(child, heading):
                    items.append(item)
                    self.items += 1
                continue
            line = self.stripped(child.children[0])
            if child.kind == "circulation":
                self.entries.extend(self.circulation(line))
            elif child.kind == "masthead":
                self.front(line, heading)
            elif not self.credits(line, items):
                self.fields.extend(self.signoff(line))
        if not items and (heading is None or _CONTENTS.match(heading.name.text)):
            return None
        start = heading.span.start if heading else items[0].span.start
        end = items[-1].span.end if items else heading.span.end if heading else start
        return Section(Span(start, end), heading, tuple(items))

    def front(self, line: Text, heading: Heading | None) -> None:
        """Keep a masthead line where the masthead can be: before all items and headings.

        It may name who signs, too (市防汛办　　签发：高建军).
        """
        self.fields.extend(self.signoff(line))
        if heading is None and not self.items:
            self.masthead.append(Text(line.span, line.span.of(self.text)))
        else:
            self.strays.append(line)

    def stripped(self, token: Node | Token) -> Text:
        """Return the line of a token without the blanks at its ends."""
        return self.word(*self.ends(token))

    def ends(self, token: Node | Token) -> tuple[int, int]:
        """Return where the line of a token begins and ends, without the blanks there."""
        assert isinstance(token, Token)
        end = min(token.end, len(self.text))
        first, last = self.edges(token.start, end)
        return (first, last) if first < last else (end, end)

    def word(self, start: int, end: int) -> Text:
        """Return the words between two offsets."""
        return _new(Text, (_new(Span, (start, end)), self.original[start:end]))

    def trimmed(self, start: int, end: int, marks: str = BLANKS) -> Text | None:
        """Return the words between two offsets without `marks` at the ends; None if nothing."""
        start, end = self.edges(start, end, marks)
        return self.word(start, end) if start < end else None

    def edges(self, start: int, end: int, marks: str = BLANKS) -> tuple[int, int]:
        """Return where the words between two offsets begin and end, without `marks` around them."""
        words = self.text[start:end].rstrip(marks)
        end = start + len(words)
        return end - len(words.lstrip(marks)), end

    def heading(self, token: Node | Token) -> Heading:
        line = self.stripped(token)
        for marks in ("【】", "〖〗"):
            start, end = line.text.find(marks[0]), line.text.find(marks[1])
            if 0 <= start < end:
                break
        else:
            start, end = line.text.find("、"), len(line.text.rstrip(_MARKS))
            if start < 0:
                start = len(line.text) - len(line.text.lstrip(_MARKS)) - 1
        begin = line.span.start + start + 1
        name = self.trimmed(begin, line.span.start + end) or self.word(begin, begin)
        return Heading(line.span, name, self.text[line.span.start : name.span.start])

    def item(self, node: Node, heading: Heading | None) -> Item | None:
        """Return an item; None (and a stray or masthead line) for lines that make none."""
        lines = node.children
        places = list(map(self.ends, lines))
        span = _new(Span, (places[0][0], places[-1][1]))
        title, attribution = None, None
        bodies: list[Span] = []
        for token, place in zip(lines, places, strict=True):
            start, end = place
            kind = token.kind
            if kind in _SPLIT:
                line = self.word(start, end)
                if kind in _TITLES or (kind in _LEADINS and token is lines[0]):
                    title, start = self.title(line, whole=kind == "TITLE")
                if kind in _CREDITED_LINES:
                    before = bodies[-1].end if bodies else start
                    attribution = self.attribution(line, before, own=kind == "ATTRIBUTION")
                    if attribution:
                        end = attribution.gap.start
                start, end = self.edges(start, end)
            if start < end:
                self.add(bodies, start, end)
        item = Item(span, title, tuple(self.word(*body) for body in bodies), attribution)
        if heading and _CONTENTS.match(heading.name.text):
            self.strays.append(self.word(*item.span))
            return None
        return None if self.is_stray(item, in_lead=heading is None) else item

    def is_stray(self, item: Item, *, in_lead: bool) -> bool:
        """Tell whether what looked like an item is none, and keep its words.

        Lines without a sentence before all items and sections belong to the masthead (清风之声;
        云台山景区党政办 二〇二三年国庆专刊); later ones, and a lone attribution, are strays.
        """
        if item.attribution is not None and (item.title or item.paragraphs):
            return False
        words = self.word(*item.span)
        if item.title is not None and _CONTENTS.match(item.title.text):
            self.strays.append(words)
            return True
        if in_lead and not self.items and not _SENTENCE.search(words.text) and not item.attribution:
            self.masthead.extend(islice(self.lines(item.span), MOST_LINES))
            return True
        if item.title is not None and item.paragraphs:
            return False
        if (item.title is None and not item.paragraphs) or (in_lead and "。" not in words.text):
            self.strays.append(words)
            return True
        return False

    def lines(self, span: Span) -> Iterator[Text]:
        """Yield the lines of a stretch that hold words."""
        for match in _LINE.finditer(self.text, *span):
            if line := self.trimmed(*match.span()):
                yield Text(line.span, line.span.of(self.text))

    def add(self, paragraphs: list[Span], start: int, end: int) -> None:
        """Add a line, to the last paragraph where no empty line stands between them."""
        if paragraphs:
            gap = self.text[paragraphs[-1].end : start]
            if len(gap) < 2 or gap.count("\n") + gap.count("\r") - gap.count("\r\n") <= 1:
                paragraphs[-1] = Span(paragraphs[-1].start, end)
                return
        paragraphs.append(_new(Span, (start, end)))

    def title(self, line: Text, *, whole: bool) -> tuple[Title, int]:
        """Return the title at the start of a line, and the offset where the body begins."""
        start, text = line.span.start, line.text
        bold_mark = _BOLD.match(text)
        close = text.find(bold_mark[1], bold_mark.end()) if bold_mark else -1
        if bold_mark and close >= 0:
            opening = bold_mark.start(1)
            inner = (start + opening + 2, start + close)
            words = self.trimmed(*inner, BLANKS + "：:。") or self.word(*inner)
            end = start + close + 2
            full, bold = _new(Span, (start + opening, end)), True
        elif whole:
            words = self.trimmed(*line.span, marks=_MARKS) or line
            full, bold, end = line.span, False, line.span.end
        else:
            match = grammar.fragment("bulletin", "PLAIN_TITLE").match(text)
            end = start + (match.end() if match else 0)
            words = self.trimmed(start, end) or self.word(start, end)
            full, bold = words.span, False
        title = Title(words.span, words.text, full, bold, whole)
        behind = self.text[end : line.span.end]
        return title, end + len(behind) - len(behind.lstrip(BLANKS + "：:"))

    def attribution(self, line: Text, before: int, *, own: bool) -> Attribution | None:
        """Return the bracketed unit that ends a line; None where the bracket holds something else.

        before: where the body that an attribution on its own line belongs to ends.
        """
        text = self.text
        first, last = line.span
        start = max(text.rfind("（", first, last), text.rfind("(", first, last))
        end = max(text.rfind("）", start, last), text.rfind(")", start, last))
        if not first <= start < end:
            return None
        credit = _CREDIT.match(text, start, end)
        credited = _CREDITED.search(text, start + 3, end + 1)
        inner = self.trimmed(
            credit.end() if credit else start + 1, credited.start() if credited else end
        )
        if inner is None or _NO_UNIT.match(inner.text):
            return None
        units = self.split_units(inner)
        body = text[first:start].rstrip(BLANKS + "*_")
        gap = _new(Span, (before if own else first + len(body), start))
        return Attribution(_new(Span, (start, end + 1)), units, own, gap)

    def credits(self, line: Text, items: list[Item]) -> bool:
        """Tell whether a line credits the last of the items (供稿：石桥镇司法所).

        Then it is noted there, as the item's attribution.
        """
        if not items or items[-1].attribution is not None:
            return False
        match = _CREDIT_LINE.fullmatch(self.text, *line.span)
        inner = self.trimmed(*match.span(1)) if match else None
        if inner is None or not looks_like_unit(inner.text):
            return False
        gap = Span(line.span.start, line.span.start)
        credit = Attribution(line.span, self.split_units(inner), own_line=True, gap=gap)
        span = Span(items[-1].span.start, line.span.end)
        items[-1] = items[-1]._replace(attribution=credit, span=span)
        return True

    def split_units(self, inner: Text) -> tuple[Text, ...]:
        """Return the names in one pair of brackets; 财 政 局 is one name printed wide."""
        pieces = [piece for piece in _NAME_SEPARATOR.split(inner.text) if piece]
        if pieces == [inner.text] or max(map(len, pieces), default=1) == 1:
            return (inner,)
        # （财政局 王晓）: behind the unit may stand who wrote the item.
        named = [piece for piece in pieces if looks_like_unit(piece)] or pieces
        units, at = [], inner.span.start
        for piece in named:
            at = self.text.index(piece, at)
            units.append(self.word(at, at + len(piece)))
            at += len(piece)
        return tuple(units)

    def circulation(self, line: Text) -> list[CirculationEntry]:
        """Return the entries of one line; 报：… 送：… 发：… may share it."""
        found = list(_LABEL.finditer(self.text, *line.span))
        entries = []
        for position, match in enumerate(found):
            after = found[position + 1].start() if position + 1 < len(found) else line.span.end
            recipients = tuple(
                self.word(*piece.span())
                for piece in _RECIPIENT.finditer(self.text, match.end(), after)
            )
            span = Span(match.start(1), recipients[-1].span.end if recipients else match.end())
            entries.append(CirculationEntry(span, self.word(*match.span(1)), recipients))
        return entries

    def signoff(self, line: Text) -> list[SignOffField]:
        """Return the fields of one line; several may share it, with wide blanks between."""
        pattern = grammar.fragment("bulletin", "SIGNOFF_FIELD")
        found = list(pattern.finditer(self.text, line.span.start, line.span.end))
        if not found:
            return list(self.unmarked(line))
        fields = []
        for position, match in enumerate(found):
            after = found[position + 1].start() if position + 1 < len(found) else line.span.end
            role = self.trimmed(match.start(), match.end(), BLANKS + "*_：:")
            behind = _BEHIND_NAME.search(self.text, match.end(), after)
            after = behind.start() if behind else after
            person = self.trimmed(match.end(), after, BLANKS + "*_，,；;。／/|（）()")
            end = person.span.end if person else match.end()
            if role:
                fields.append(SignOffField(Span(role.span.start, end), role, person))
        return fields

    def unmarked(self, line: Text) -> Iterator[SignOffField]:
        """Yield the fields of a line without colons: 编辑　林远　　审核　方知."""
        field = grammar.fragment("bulletin", "UNMARKED_FIELD")
        role = grammar.fragment("bulletin", "SIGNOFF_ROLE")
        fields = list(field.finditer(self.text, *line.span))
        for match in fields if len(fields) > 1 else ():
            name = role.search(self.text, *match.span())
            person = self.trimmed(name.end(), match.end(), BLANKS + "*_") if name else None
            if name and person:
                span = Span(name.start(), person.span.end)
                yield SignOffField(span, self.word(*name.span()), person)


def _hull(parts: list[CirculationEntry] | list[SignOffField]) -> Span:
    return Span(min(part.span.start for part in parts), max(part.span.end for part in parts))
