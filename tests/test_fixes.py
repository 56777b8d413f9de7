"""Fixes: nothing changes but what was to change, and once is enough."""

from __future__ import annotations

import codecs
import re
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kuaibao_lint import fixes
from kuaibao_lint.diagnostics import Diagnostic, Edit, Report, Severity
from kuaibao_lint.errors import ReadError
from kuaibao_lint.fixes import apply, fix
from kuaibao_lint.linter import lint
from kuaibao_lint.parsing import parse
from kuaibao_lint.prose import mask
from kuaibao_lint.readers import read, read_path
from kuaibao_lint.rules import Library, load_library
from kuaibao_lint.source import Source, Span

if TYPE_CHECKING:
    from collections.abc import Iterable

ROOT = Path(__file__).resolve().parent.parent
BULLETINS = [
    *sorted((ROOT / "tests" / "corpus").glob("*.*[dt]")),
    *sorted((ROOT / "examples").glob("*.*[dt]")),
]
SEEDS = [read_path(path) for path in BULLETINS]
DIGITS = re.compile(r"\d+")
# What mistakes are made of: pieces that the fixable rules look for.
SLIPS = (
    "人大大",
    "截止目前",
    "累积",
    "，，",
    "。。",
    ",",
    "(",
    ")",
    " ",
    "  ",
    "\u3000",
    "切实掌掌握",
    "约",
    "余",
    "“",
    "”",
    "**",
    "\n",
    "\n\n",
    "\t\n",
    "<!-- kuaibao-lint: ignore[KB006] -->",
    "12 .5",
    "5 %",
    "！！",
)


@pytest.fixture(scope="module")
def library() -> Library:
    return load_library()


def wrong(start: int, end: int, *edits: tuple[int, int, str], safety: Any = "safe") -> Diagnostic:
    return Diagnostic(
        "a.md", "KB000", "x", Severity.ERROR, f"{start}", Span(start, end), "x",
        tuple(Edit(Span(a, b), text) for a, b, text in edits), safety,
    )  # fmt: skip


def fixing(text: str, *diagnostics: Diagnostic, unsafe: bool = False) -> tuple[str, int, int]:
    """Fix what is found once; return the text, how many were applied, and how many refused."""

    def once(source: Source) -> Report:
        return Report(source, "kuaibao", diagnostics if source.text == text else ())

    done = fix(Source("a.md", text), once, unsafe=unsafe)
    return done.source.text, len(done.applied), len(done.refused)


def test_edits_are_carried_out_in_any_order_they_come() -> None:
    some = [wrong(4, 6, (4, 6, "")), wrong(0, 1, (0, 1, "乙"), (2, 2, "丙"))]
    assert apply("甲一二三四五六", some) == "乙一丙二三六"
    assert apply("甲一二三四五六", reversed(some)) == "乙一丙二三六"
    assert apply("甲", []) == "甲"


def test_of_edits_that_overlap_the_first_is_made() -> None:
    assert fixing("甲乙丙丁", wrong(1, 3, (1, 3, "二")), wrong(2, 4, (2, 4, "三"))) == (
        "甲二丁",
        1,
        0,
    )


def test_a_fix_is_made_whole_or_not_at_all() -> None:
    first, second = wrong(1, 2, (1, 2, "二")), wrong(0, 4, (1, 2, "二"), (3, 4, "四"))
    text, applied, _ = fixing("甲乙丙丁", first, second)
    assert (text, applied) == ("甲二丙丁", 1)


def test_a_fix_that_contradicts_itself_is_not_made() -> None:
    assert fixing("甲乙丙丁", wrong(0, 3, (0, 2, "一"), (1, 3, "二"))) == ("甲乙丙丁", 0, 0)


def test_unsafe_fixes_are_made_only_when_asked_for() -> None:
    one = wrong(0, 1, (0, 1, "一"), safety="unsafe")
    assert fixing("甲乙", one) == ("甲乙", 0, 0)
    assert fixing("甲乙", one, unsafe=True) == ("一乙", 1, 0)


@pytest.mark.parametrize("text", ["21", "2 1", "甲", ""])
def test_a_fix_that_calls_itself_safe_may_not_change_a_number(text: str) -> None:
    assert fixing("共12户", wrong(1, 3, (1, 3, text))) == ("共12户", 0, 1)


BULLETIN = "【民生保障】\n\n**石桥镇走访群众** 走访了12户。（石桥镇）\n\n签发：苏伯衡\n"


@pytest.mark.parametrize(
    ("old", "new"), [("（石桥镇）", ""), ("苏伯衡", "苏伯"), ("苏伯衡", "苏伯恒"), ("签发：", "")]
)
def test_a_fix_that_calls_itself_safe_may_not_change_a_name(old: str, new: str) -> None:
    start = BULLETIN.rindex(old)
    end = start + len(old)
    harmless = wrong(0, 1, (0, 0, "\n"))
    result = fixing(BULLETIN, harmless, wrong(start, end, (start, end, new)))
    assert result == ("\n" + BULLETIN, 1, 1)


def test_what_the_encoding_cannot_hold_is_not_written() -> None:
    done = fix(
        Source("a.md", "甲", "gbk"),
        lambda source: Report(
            source, "x", (wrong(0, 1, (0, 1, "😀")),) if source.text == "甲" else ()
        ),
    )
    assert done.source.text == "甲"
    assert len(done.refused) == 1


def shape(source: Source) -> list[Any]:
    """Return who signs, and how many items and units each section has."""
    bulletin = parse(source)
    return [
        [
            [len(item.attribution.units) if item.attribution else None for item in section.items]
            for section in bulletin.sections
        ],
        [
            (field.role.text, field.person and field.person.text)
            for field in (bulletin.signoff.fields if bulletin.signoff else ())
        ],
    ]


def names(source: Source) -> list[str | None]:
    """Return the names of units and people."""
    bulletin = parse(source)
    units = [unit for item in bulletin.items if item.attribution for unit in item.attribution.units]
    people = [field.person for field in bulletin.signoff.fields] if bulletin.signoff else []
    return [part and part.text for part in (*units, *people)]


def outside(text: str, diagnostics: Iterable[Diagnostic]) -> str:
    """Return the characters of a text that no edit covers."""
    kept, position = [], 0
    for edit in sorted((e for one in diagnostics for e in one.edits), key=lambda e: e.span):
        kept.append(text[position : edit.span.start])
        position = max(position, edit.span.end)
    return "".join((*kept, text[position:]))


def hold(source: Source, library: Library) -> None:
    """Hold safe fixes to what they promise for one source."""

    def linting(one: Source) -> Report:
        return lint(one, library)

    done = fix(source, linting)
    assert fix(done.source, linting).source.text == done.source.text
    assert numbers(done.source) == numbers(source)
    assert names(done.source) == names(source)
    if parse(source).recognised:
        assert shape(done.source) == shape(source)
    assert done.report == linting(done.source)
    refused = {(one.diagnostic.rule, one.diagnostic.span.start) for one in done.refused}
    left = {(one.rule, one.span.start) for one in done.report.diagnostics if one.fixable}
    assert left <= refused


def numbers(source: Source) -> list[str]:
    """Return the numbers of a text; those of comments are no figures."""
    return DIGITS.findall(mask(source.text))


@pytest.mark.parametrize("source", SEEDS, ids=[path.name for path in BULLETINS])
def test_fixing_twice_is_fixing_once(source: Source, library: Library) -> None:
    hold(source, library)


@st.composite
def slipped(draw: st.DrawFn) -> Source:
    """Draw a bulletin with mistakes put into it."""
    source = draw(st.sampled_from(SEEDS))
    text = source.text
    for _ in range(draw(st.integers(1, 6))):
        at = draw(st.integers(0, len(text)))
        text = text[:at] + draw(st.sampled_from(SLIPS)) + text[at:]
    return Source(source.path, text, source.encoding, source.bom, source.newline)


@given(source=slipped())
def test_safe_fixes_keep_numbers_and_names_and_settle(source: Source, library: Library) -> None:
    hold(source, library)


@given(source=slipped())
def test_one_fix_at_a_time_changes_only_what_it_covers(source: Source, library: Library) -> None:
    for one in lint(source, library).diagnostics:
        if not one.edits:
            continue
        after = apply(source.text, [one])
        assert after != source.text
        spans = [edit.span for edit in one.edits]
        first, last = min(span.start for span in spans), max(span.end for span in spans)
        assert after.startswith(source.text[:first])
        assert after.endswith(source.text[last:])
        rest = outside(source.text, [one])
        it = iter(after)
        assert all(character in it for character in rest)


# What bulletins are made of, right and wrong.
PIECES = (
    "# 云岭县政务快报", "第 3 期", "（增刊）", "云岭县人民政府办公室", "2025 年 6 月 12 日",
    "## 【民生保障】", "### **【社会稳定】**", "【环境整治】", "一、高质量发展", "## 乡村振兴",
    "**石桥镇走访群众** ", "柳河乡抓好春耕 ", "**县财政局收入增长3.5%**", "### 县政协视察",
    "截至目前，走访12户三十余家，", "增长3.5%,高于全市.", "县人大大代表", "累积更换", "切实掌掌握",
    "投资(含续建 )2000万元", "打好“组合拳“，", "1-4 月", "47 个、19份", "《办法》》", "。。",
    "，，", "（石桥镇）", "( 财政局 )", "  \n( 商务局 )", "（县委办、县政府办）",
    "本期发：县委常委，副县长,", "责任编辑：林知远　　审核:秦牧之", "签发：苏伯衡", "签发：", "---",
    "\n", "\n\n", "\n\n", "\n\n", " ", "\u3000", "\t\n", "**", "#", "| 甲 | 乙 |",
    "<!-- kuaibao-lint: ignore[KB202] -->", "<!-- kuaibao-lint: ignore-start -->",
    "<!-- kuaibao-lint: ignore-end[KB504] -->", "<!-- kuaibao-lint: ignore-file[KB5,KB9] -->",
)  # fmt: skip
ANY = st.text(st.characters(codec="utf-8"), max_size=3)
ENCODINGS = (
    ("utf-8", b""), ("utf-8", codecs.BOM_UTF8), ("gb18030", b""),
    ("utf-16-le", codecs.BOM_UTF16_LE), ("utf-16-be", codecs.BOM_UTF16_BE),
)  # fmt: skip


@st.composite
def arbitrary(draw: st.DrawFn) -> Source:
    """Draw a text of such pieces and of any characters, in any encoding, with any newlines."""
    piece = st.one_of(*[st.sampled_from(PIECES)] * 9, ANY)
    text = "".join(draw(st.lists(piece, min_size=5, max_size=40)))
    newlines = draw(st.sampled_from((("\n",), ("\r\n",), ("\r",), ("\n", "\r\n", "\r"))))
    lines = text.split("\n")
    pieces = [lines[0]]
    for line in lines[1:]:
        pieces += (draw(st.sampled_from(newlines)), line)
    encoding, bom = draw(st.sampled_from(ENCODINGS))
    name = draw(st.sampled_from(("a.md", "a.txt")))
    data = bom + "".join(pieces).encode(encoding)
    try:
        return read(data, name)
    except ReadError:  # a NUL, or GB18030 that could be UTF-8
        return Source(name, "")


@given(source=arbitrary())
def test_safe_fixes_of_any_text_keep_what_they_promise(source: Source, library: Library) -> None:
    hold(source, library)


@given(source=arbitrary(), unsafe=st.booleans())
def test_the_bytes_outside_the_edits_of_any_text_stay(
    source: Source, library: Library, unsafe: bool  # noqa: FBT001
) -> None:
    data = source.encode(source.text)
    seen: list[Source] = []

    def linting(one: Source) -> Report:
        seen.append(one)
        return lint(one, library)

    done = fix(source, linting, unsafe=unsafe)
    assert done.source.encode(done.source.text).startswith(source.bom)
    assert done.source._replace(text="") == source._replace(text="")
    if len(seen) != 2:  # one pass, so that its edits are those of the report on the source
        return
    edits = sorted(edit for one in done.applied for edit in one.edits)
    after = done.source.encode(done.source.text)
    position = place = len(source.bom)
    offset = 0
    for edit in edits:
        kept = len(source.text[offset : edit.span.start].encode(source.encoding))
        assert after[place : place + kept] == data[position : position + kept]
        position += kept + len(edit.span.of(source.text).encode(source.encoding))
        place += kept + len(edit.text.encode(source.encoding))
        offset = edit.span.end
    assert after[place:] == data[position:]


@given(source=arbitrary())
def test_unsafe_fixes_of_any_text_settle_too(source: Source, library: Library) -> None:
    def linting(one: Source) -> Report:
        return lint(one, library)

    done = fix(source, linting, unsafe=True)
    assert not [one for one in done.refused if "太慢" in one.reason]
    assert fix(done.source, linting, unsafe=True).source.text == done.source.text


def test_fixes_that_undo_each_other_are_left_out_and_told() -> None:
    def linting(source: Source) -> Report:
        at = source.text.index("乙") if "乙" in source.text else source.text.index("丙")
        new = "丙" if "乙" in source.text else "乙"
        circle = wrong(at, at + 1, (at, at + 1, new))._replace(rule="KB001")
        found = [circle]
        if "，，" in source.text:
            found.append(wrong(0, 2, (0, 2, "，")))
        return Report(source, "x", tuple(found))

    done = fix(Source("a.md", "，，乙"), linting)
    assert done.source.text == "，乙"
    assert [one.diagnostic.rule for one in done.refused] == ["KB001"]
    assert "抵触" in done.refused[0].reason
    assert fix(done.source, linting).source.text == done.source.text


def test_a_refusal_stops_that_fix_alone_and_no_other_of_the_same_rule() -> None:
    bad = wrong(1, 3, (1, 3, "21"))
    good = wrong(4, 6, (4, 6, "甲"))._replace(text=bad.text, message=bad.message)
    assert fixing("共12户，，", bad, good)[0] == "共12户甲"


def test_many_refusals_are_found_among_many_fixes() -> None:
    text = "甲，12。" * 40
    found = [
        wrong(at * 5 + 2, at * 5 + 4, (at * 5 + 2, at * 5 + 4, "21"))
        if at % 7 == 0
        else wrong(at * 5, at * 5 + 1, (at * 5, at * 5 + 1, "乙"))
        for at in range(40)
    ]
    result, applied, refused = fixing(text, *found)
    assert (applied, refused) == (34, 6)
    assert result == "".join(("甲" if at % 7 == 0 else "乙") + "，12。" for at in range(40))


# ---- on disk

CASES = {
    "UTF-8": ("utf-8", b"", "\n"),
    "UTF-8 with mark, CRLF": ("utf-8", codecs.BOM_UTF8, "\r\n"),
    "GB18030, CRLF": ("gb18030", b"", "\r\n"),
    "UTF-16 LE, CR": ("utf-16-le", codecs.BOM_UTF16_LE, "\r"),
    "UTF-16 BE": ("utf-16-be", codecs.BOM_UTF16_BE, "\n"),
}


@pytest.mark.parametrize("case", CASES.values(), ids=CASES)
def test_bytes_outside_the_edits_stay(cli: Any, clean: str, case: tuple[str, bytes, str]) -> None:
    encoding, bom, newline = case

    def written(text: str) -> bytes:
        return bom + text.replace("\n", newline).encode(encoding)

    # Two spots: a doubled character, and a mixed newline and odd blanks that must stay.
    right = clean.replace("县直各单位", "县直各\u00a0单位").replace("审核：", "审核：\u3000")
    bad = right.replace("人大常委会", "人大大常委会")
    path = cli.write("a.md", written(bad))
    result = cli("a.md", "--fix")
    assert path.read_bytes() == written(right)
    assert "已改正 1 处" in result.out
    assert cli("a.md", "--fix").code == result.code
    assert path.read_bytes() == written(right)


def test_a_diff_shows_and_writes_nothing(cli: Any, clean: str) -> None:
    path = cli.write("a.md", clean.replace("人大常委会", "人大大常委会"))
    before = path.read_bytes()
    result = cli("a.md", "--diff", code=1)
    assert path.read_bytes() == before
    assert result.out.startswith("--- a.md\n+++ a.md\n@@ ")
    (minus,) = (row for row in result.out.splitlines() if re.match("-[^-]", row))
    (plus,) = (row for row in result.out.splitlines() if re.match(r"\+[^+]", row))
    assert plus[1:] == minus[1:].replace("人大大", "人大")
    assert cli("a.md", "--fix", "--diff", code=1).out == result.out
    assert path.read_bytes() == before
    cli("a.md", "--fix", code=0)
    assert cli("a.md", "--diff", code=0).out == ""


def test_unsafe_fixes_need_their_own_word(cli: Any, clean: str) -> None:
    broken = clean.replace("统一品牌，", "统一品\n\n牌，")
    path = cli.write("a.md", broken)
    cli("a.md", "--fix", code=1)
    assert path.read_bytes().decode() == broken
    cli("a.md", "--fix", "--unsafe-fixes", code=0)
    assert path.read_bytes().decode() == clean


def test_a_file_without_a_fixable_mistake_is_not_written(
    cli: Any, clean: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    from kuaibao_lint import replacing

    def never(*_: object) -> None:
        raise AssertionError

    monkeypatch.setattr(replacing, "replace", never)
    cli.write("a.md", clean)
    cli("a.md", "--fix", code=0)


def test_a_file_that_cannot_be_written_stays_as_it_is(
    cli: Any, clean: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = cli.write("a.md", clean.replace("人大常委会", "人大大常委会"))
    before = path.read_bytes()

    def full(*_: object) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(Path, "replace", full)
    result = cli("a.md", "--fix", code=2)
    assert "无法写入" in result.out
    assert path.read_bytes() == before
    assert [one.name for one in path.parent.iterdir()] == ["a.md"]


def test_a_fixed_file_keeps_its_mode_and_its_link(cli: Any, clean: str) -> None:
    path = cli.write("real/a.md", clean.replace("人大常委会", "人大大常委会"))
    path.chmod(0o640)
    link = cli.folder / "a.md"
    link.symlink_to(path)
    cli("a.md", "--fix", code=0)
    assert link.is_symlink()
    assert path.read_text("utf-8") == clean
    assert path.stat().st_mode & 0o777 == 0o640


ISSUE = "# 云岭政务快报\n\n第 3 期\n\n云岭县人民政府办公室\n\n2025 年 6 月 12 日\n\n## 【民生】\n\n"


def crowd(items: int) -> tuple[str, list[Diagnostic], list[Diagnostic]]:
    """Return a bulletin, a good fix in each item, and in each but the first a harmful one."""
    text = ISSUE
    good, bad = [], []
    for number in range(items):
        start = len(text)
        text += f"**题目{number}** 完成了，，任务。（石桥镇）\n\n"
        at = text.index("，，", start)
        good.append(wrong(at, at + 2, (at, at + 2, "，")))
        at = text.index("（", start)
        if number:
            bad.append(wrong(at, at + 5, (at, at + 5, "")))
    return text, good, bad


def test_as_many_refusals_as_items_take_few_trials(monkeypatch: pytest.MonkeyPatch) -> None:
    text, good, bad = crowd(60)
    monkeypatch.setattr(fixes, "ENOUGH", 0)
    done = fixes.admitted(Source("a.md", text), [*good, *bad])
    assert done[0] == good
    assert sorted(one.diagnostic.span for one in done[1]) == [one.span for one in bad]
    assert {one.reason for one in done[1]} == {"署名会由 1 处变为 0 处"}


def test_what_takes_too_long_to_prove_is_left_out_and_told(monkeypatch: pytest.MonkeyPatch) -> None:
    text, good, bad = crowd(4)
    monkeypatch.setattr(fixes, "ENOUGH", 0)
    monkeypatch.setattr(fixes, "LEAST", 1)
    kept, refused = fixes.admitted(Source("a.md", text), [*good, *bad])
    assert kept == []
    assert {one.reason for one in refused} == {"这里要改的太多，逐一验证太慢"}
    assert len(refused) == len(good) + len(bad)


def test_a_good_fix_beside_a_harmful_one_is_made() -> None:
    # Without its mark the second item becomes a part of the first.
    text = ISSUE + "**甲** 完成任务。（石桥镇）\n\n**乙** 完成了，，任务。（柳河乡）\n"
    at, next_at = text.index("。（石桥镇）\n\n**乙**"), text.index("，，")
    bad = wrong(at, at + 12, (at, at + 12, "，"))
    good = wrong(next_at, next_at + 2, (next_at, next_at + 2, "，"))
    kept, refused = fixes.admitted(Source("a.md", text), [bad, good])
    assert kept == [good]
    assert [one.diagnostic for one in refused] == [bad]


def test_of_fixes_that_harm_only_together_the_first_are_made() -> None:
    text = ISSUE + "**甲** 完成任务，好，好，好。（石桥镇）\n\n**乙** 完成。（柳河乡）\n"
    # Each takes a part of the mark that tells where the second item begins.
    at = text.index("。（石桥镇）\n\n**乙**")
    pieces = [(at + 5, at + 6), (at + 6, at + 7), (at + 7, at + 8), (at + 8, at + 10)]
    found = [wrong(a, b, (a, b, "")) for a, b in pieces]
    kept, refused = fixes.admitted(Source("a.md", text), found)
    assert sorted([*kept, *(one.diagnostic for one in refused)]) == found
    assert not [one for one in refused if "太慢" in one.reason]
    after = Source("a.md", apply(text, kept))
    assert len(parse(after).items) == 2
