"""Source → Bulletin: one document in many kinds of dress, and a document for any text."""

from __future__ import annotations

import datetime as dt
import itertools
import re
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from kuaibao_lint.document import Bulletin, Text
from kuaibao_lint.parsing import parse
from kuaibao_lint.readers import read_path
from kuaibao_lint.source import Source, Span

if TYPE_CHECKING:
    from collections.abc import Iterator

ROOT = Path(__file__).resolve().parent.parent
CORPUS = ROOT / "tests" / "corpus"
DRESSES = sorted(CORPUS.glob("dress-*.*[dt]"))
SEEDS = [
    read_path(path).text
    for path in (
        *DRESSES,
        *sorted(CORPUS.glob("defect-*.md")),
        *sorted((ROOT / "examples").glob("*.md")),
    )
]
_BLANKS = re.compile(r"\s+")


def document(text: str) -> Bulletin:
    return parse(Source("bulletin.md", text))


def words(text: str) -> str:
    return _BLANKS.sub("", text)


def essence(bulletin: Bulletin) -> dict[str, Any]:
    """Return what an editor would say stands in the bulletin, whatever it is dressed in."""
    masthead, signoff, circulation = bulletin.masthead, bulletin.signoff, bulletin.circulation
    return {
        "title": masthead and masthead.title and words(masthead.title.text),
        "issuer": masthead and masthead.issuer and words(masthead.issuer.text),
        "date": masthead and masthead.date and masthead.date.value,
        "sections": [
            (section.heading and section.heading.name.text, len(section.items))
            for section in bulletin.sections
        ],
        "items": [
            (
                item.title and words(item.title.text),
                words("".join(paragraph.text for paragraph in item.paragraphs)),
                item.attribution and [words(unit.text) for unit in item.attribution.units],
            )
            for item in bulletin.items
        ],
        "recipients": circulation
        and [words(one.text) for entry in circulation.entries for one in entry.recipients],
        "signoff": signoff
        and [
            (words(one.role.text), one.person and words(one.person.text)) for one in signoff.fields
        ],
        "strays": [one.text for one in bulletin.strays],
    }


# Where the issue is numbered otherwise: number, year, running total, supplement.
NUMBERS = {
    "dress-masthead-supplement": (None, None, None, True),
    "dress-masthead-supplement-number": (2, None, None, True),
    "dress-masthead-total": (20, None, 312, False),
    "dress-masthead-year-number": (20, 2025, None, False),
}
BASE = essence(parse(read_path(CORPUS / "dress-base.md")))


def test_the_base_is_what_its_reader_sees() -> None:
    assert BASE["title"] == "云岭县政务快报"
    assert BASE["issuer"] == "云岭县人民政府办公室"
    assert BASE["date"] == dt.date(2025, 6, 16)
    assert BASE["sections"] == [
        ("高质量发展", 2),
        ("乡村振兴", 1),
        ("民生保障", 1),
        ("生态环境", 1),
    ]
    assert [title for title, _, _ in BASE["items"]] == [
        "县科工局抓实企业设备更新",
        "我县财政收入增长4.1%",
        "石桥镇多措并举壮大集体经济",
        "云泉街道做细困难群众救助",
        "柳河乡持续整治人居环境",
    ]
    assert [units for _, _, units in BASE["items"]] == [
        ["科工局"],
        ["财政局"],
        ["石桥镇"],
        ["云泉街道"],
        ["柳河乡"],
    ]
    assert all(body.endswith("。") for _, body, _ in BASE["items"])
    assert BASE["recipients"] == [
        "县委常委",
        "县人大常委会正副主任",
        "副县长",
        "县政协正副主席",
        "人武部部长",
        "法院院长",
        "检察院检察长",
        "县直各单位负责人",
        "各乡镇政府",
        "街道办事处主要领导",
    ]
    assert BASE["signoff"] == [("责任编辑", "林知远"), ("审核", "秦牧之"), ("签发", "苏伯衡")]
    assert BASE["strays"] == []


@pytest.mark.parametrize("path", DRESSES, ids=lambda path: path.stem)
def test_every_dress_shows_the_same_document(path: Path) -> None:
    bulletin = parse(read_path(path))
    assert bulletin.recognised
    assert essence(bulletin) == BASE
    masthead = bulletin.masthead
    assert masthead is not None
    issue = masthead.issue
    assert issue is not None
    number = (issue.number, issue.year, issue.total, issue.supplement)
    assert number == NUMBERS.get(path.stem, (20, None, None, False))


def test_how_an_item_is_dressed_is_kept() -> None:
    """What the style rules speak of, is in the document."""
    base = parse(read_path(CORPUS / "dress-base.md")).items[0]
    assert base.title is not None
    assert base.attribution is not None
    assert (base.title.bold, base.title.own_line, base.attribution.own_line) == (True, False, False)
    own = parse(read_path(CORPUS / "dress-attribution-own-line.md")).items[0]
    assert own.attribution is not None
    assert own.attribution.own_line
    plain = parse(read_path(CORPUS / "dress-title-plain.md")).items[0]
    assert plain.title is not None
    assert not plain.title.bold
    titled = parse(read_path(CORPUS / "dress-title-own-line-bold.md")).items[0]
    assert titled.title is not None
    assert titled.title.own_line


BEFORE = "**石桥镇开展入户走访** 逐户走访。截至目前，走访120户。（石桥镇）"
AFTER = "**柳河乡整治人居环境** 清理垃圾。截至目前，清理340吨。（柳河乡）"
MALFORMED = {
    "no attribution": "**云泉街道救助困难群众** 截至目前，救助21人。",
    "no title": "截至目前，云泉街道救助困难群众21人。（云泉街道）",
    "no body": "**云泉街道救助困难群众**",
    "only a title and an attribution": "**云泉街道救助困难群众**（云泉街道）",
    "bold never closed": "**云泉街道救助困难群众 截至目前，救助21人。（云泉街道）",
    "bold never opened": "云泉街道救助困难群众** 截至目前，救助21人。（云泉街道）",
    "bracket never closed": "**云泉街道救助困难群众** 截至目前，救助21人。（云泉街道",
    "bracket never opened": "**云泉街道救助困难群众** 截至目前，救助21人。云泉街道）",
    "empty bracket": "**云泉街道救助困难群众** 截至目前，救助21人。（）",
    "heading bracket never closed": "## 【民生保障\n\n**云泉街道救助群众** 救助21人。（云泉街道）",
    "a lone attribution": "（云泉街道）",
    "a table row": "| 项目 | 数量 |\n|---|---|\n| 走访 | 21 |",
    "a comment never closed": "<!-- 待核",
    "marks only": "**** （） ## 【",
    "a lone mark in a title": "云**泉街道救助困难群众",
    "a form feed": "云泉街道\x0c救助困难群众。",
}


@pytest.mark.parametrize("malformed", MALFORMED.values(), ids=MALFORMED)
def test_one_malformed_item_never_hides_the_next(malformed: str) -> None:
    text = f"【民生保障】\n\n{BEFORE}\n\n{malformed}\n\n{AFTER}\n"
    hold(text)
    bulletin = document(text)
    got = {
        item.title.text: [unit.text for unit in item.attribution.units]
        for item in bulletin.items
        if item.title and item.attribution
    }
    assert got.get("石桥镇开展入户走访") == ["石桥镇"]
    assert got.get("柳河乡整治人居环境") == ["柳河乡"]


def test_what_is_missing_is_none_and_not_made_up() -> None:
    bulletin = document("【民生保障】\n\n截至目前，走访120户。\n")
    assert bulletin.masthead is None
    assert bulletin.circulation is None
    assert bulletin.signoff is None
    assert bulletin.items[0].title is None
    assert bulletin.items[0].attribution is None


@pytest.mark.parametrize("apart", "、；/ ")
def test_a_bracket_names_several_units(apart: str) -> None:
    text = f"【民生保障】\n\n清淤12公里。截至目前，共清淤12公里。（水务局{apart}住建局）\n"
    hold(text)
    credit = document(text).items[0].attribution
    assert credit is not None
    assert [unit.text for unit in credit.units] == ["水务局", "住建局"]


@pytest.mark.parametrize("inner", ["详见附件；另行通知", "县级承担；镇级配合", "；财政局"])
def test_a_bracket_of_clauses_names_no_unit(inner: str) -> None:
    text = f"【民生保障】\n\n清淤12公里。截至目前，共清淤12公里（{inner}）\n"
    hold(text)
    assert document(text).items[0].attribution is None


def test_a_day_that_no_calendar_has_keeps_its_place() -> None:
    masthead = parse(read_path(CORPUS / "defect-masthead.md")).masthead
    assert masthead is not None
    assert masthead.issue is None
    assert masthead.date is not None
    assert masthead.date.value is None


def test_an_empty_signoff_has_its_role_and_no_person() -> None:
    signoff = parse(read_path(CORPUS / "defect-empty-signoff.md")).signoff
    assert signoff is not None
    assert [one.person and one.person.text for one in signoff.fields] == ["林知远", "林知远", None]


@pytest.mark.parametrize(
    "text", ["", "\n", "买牛奶两盒。", (CORPUS / "not-a-bulletin.md").read_text("utf-8")]
)
def test_what_is_no_bulletin_is_not_taken_for_one(text: str) -> None:
    assert not document(text).recognised


# ---- any text


def parts(value: Any) -> Iterator[Any]:
    """Yield what has a place in the text, from the whole bulletin's parts down."""
    if isinstance(value, Source | Span) or not isinstance(value, tuple):
        return
    if hasattr(value, "span"):
        yield value
    for one in value:
        yield from parts(one)


def hold(text: str) -> None:
    """Hold a document to its text: spans inside, in order, and slicing back."""
    bulletin = document(text)
    for part in parts(tuple(bulletin)):
        assert 0 <= part.span.start <= part.span.end <= len(text), part
        if isinstance(part, Text):
            assert part.span.of(text) == part.text
        for inner in parts(tuple(part)):
            assert part.span.contains(inner.span), (part, inner)
    in_order([item.span for item in bulletin.items])
    in_order([section.heading.span for section in bulletin.sections if section.heading])
    in_order([one.span for one in bulletin.strays])
    for item in bulletin.items:
        pieces = [paragraph.span for paragraph in item.paragraphs]
        if item.title:
            assert item.title.full.contains(item.title.span)
            assert item.title.span.of(text) == item.title.text
            pieces.insert(0, item.title.full)
        if item.attribution:
            assert item.attribution.units
            in_order([unit.span for unit in item.attribution.units])
            pieces.append(item.attribution.span)
        in_order(pieces)


def in_order(spans: list[Span]) -> None:
    for before, after in itertools.pairwise(spans):
        assert before.end <= after.start, (before, after)


MARKS = (
    "*#【】（）()：:。，、；!|<>-_〔〕“”\n\r\t \u3000\xa0\x0b\x0c\x85\u2028\ufeff\0"
    "第期年月日一2０报送发财政局"
)
TEXTS = st.text(max_size=200) | st.text(alphabet=MARKS, max_size=200)


@st.composite
def mutated(draw: st.DrawFn) -> str:
    """Draw a bulletin with characters or lines deleted, inserted, doubled and exchanged."""
    text = draw(st.sampled_from(SEEDS))
    for _ in range(draw(st.integers(1, 8))):
        kind = draw(st.sampled_from(("delete", "insert", "double", "line", "swap")))
        at = draw(st.integers(0, len(text)))
        if kind == "delete":
            text = text[:at] + text[at + draw(st.integers(1, 30)) :]
        elif kind == "insert":
            text = text[:at] + draw(st.text(alphabet=MARKS, min_size=1, max_size=4)) + text[at:]
        elif kind == "double":
            text = text[:at] + text[at : at + draw(st.integers(1, 80))] + text[at:]
        else:
            lines = text.splitlines(keepends=True)
            if len(lines) > 1:
                first = draw(st.integers(0, len(lines) - 1))
                other = draw(st.integers(0, len(lines) - 1))
                if kind == "line":
                    lines.insert(other, lines[first])
                else:
                    lines[first], lines[other] = lines[other], lines[first]
                text = "".join(lines)
    return text


@given(TEXTS)
def test_any_text_is_a_document(text: str) -> None:
    hold(text)


@given(mutated())
def test_a_mutated_bulletin_is_a_document(text: str) -> None:
    hold(text)


@pytest.mark.long
@settings(max_examples=10_000, derandomize=False)
@given(TEXTS | mutated())
def test_ten_thousand_texts_are_documents(text: str) -> None:
    hold(text)


@pytest.mark.parametrize("path", DRESSES, ids=lambda path: path.stem)
def test_the_corpus_is_held_to_its_text(path: Path) -> None:
    hold(read_path(path).text)


def test_what_follows_a_name_in_a_sign_off_is_no_part_of_it() -> None:
    signoff = document("编辑：林远　电话：2251187\n\n核稿：方　知　（共印65份）\n").signoff
    assert signoff is not None
    assert [field.person and field.person.text for field in signoff.fields] == ["林远", "方　知"]


def test_a_role_that_is_not_known_ends_the_name_before_it() -> None:
    signoff = document("编辑：林远　值班主任：方知　签发：何山\n").signoff
    assert signoff is not None
    assert [field.person and field.person.text for field in signoff.fields] == ["林远", "何山"]


def test_a_sign_off_without_colons_has_two_fields_at_least() -> None:
    signoff = document("责编  林远  审核  方　知  签发 何山\n").signoff
    assert signoff is not None
    assert [(field.role.text, field.person and field.person.text) for field in signoff.fields] == [
        ("责编", "林远"),
        ("审核", "方　知"),
        ("签发", "何山"),
    ]
    assert document("审核 材料\n").signoff is None


def test_a_list_may_be_labelled_by_one_character_or_end_in_zhi() -> None:
    circulation = document("呈：县委、县政府\n发至：各乡镇\n").circulation
    assert circulation is not None
    assert [entry.label.text for entry in circulation.entries] == ["呈", "发至"]


@pytest.mark.parametrize("newline", ["\n", "\r\n", "\r"])
def test_a_table_of_contents_holds_no_item(newline: str) -> None:
    text = "政务简报\n\n第3期\n\n目　录\n1.县里抓好春耕\n2.简讯\n\n1.县里抓好春耕\n已播种3万亩。\n"
    bulletin = document(text.replace("\n", newline))
    assert ["".join(one.text for one in item.paragraphs) for item in bulletin.items] == [
        "已播种3万亩。"
    ]
    assert [one.text for one in bulletin.strays] == ["目　录", "1.县里抓好春耕", "2.简讯"]


def test_a_bold_line_that_reads_like_a_nameplate_is_a_title_once_an_item_has_begun() -> None:
    item = "**县里抓好春耕**\n\n已播种3万亩。\n\n"
    head = "**工作动态**\n\n第3期\n\n"
    text = head + item + "**大会提案动态**\n\n共收到提案176件。\n\n" + head + item
    bulletin = document(text)
    titles = [item.title and item.title.text for item in bulletin.items]
    assert titles == ["县里抓好春耕", "大会提案动态", "县里抓好春耕"]
