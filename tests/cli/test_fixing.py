"""`--fix`, `--diff` and `fix`: what is written, what is shown, and how it ends."""

from __future__ import annotations

import re
import subprocess
import sys
from typing import TYPE_CHECKING, Any

import pytest

from kuaibao_lint.cli import fixing, stepping

if TYPE_CHECKING:
    from tests.conftest import Cli

WRONG = ("人大常委会正副主任", "人大大常委会正副主任")  # a safe fix
SPLIT = ("统一品牌，", "统一品\n\n牌，")  # an unsafe one
UNFIXABLE = ("签发：苏伯衡", "签发：")


@pytest.fixture
def bad(clean: str) -> str:
    return clean.replace(*WRONG)


# ---- exit codes and what is told


def test_fix_only_mends_and_is_silent_about_the_rest(cli: Cli, clean: str, bad: str) -> None:
    path = cli.write("a.md", bad.replace(*UNFIXABLE))
    result = cli("a.md", "--fix-only", code=0)
    assert (result.out, result.err) == ("", "已改正 1 个文件中的 1 处。\n")
    assert path.read_text("utf-8") == clean.replace(*UNFIXABLE)
    assert cli("a.md", "--fix-only", code=0).err == "没有可以自动改正的问题。\n"
    assert cli("b.md", "--fix-only", code=2).err == "b.md：文件不存在，请检查路径。\n"


def test_the_command_fix_is_fix_only(cli: Cli, clean: str, bad: str) -> None:
    path = cli.write("a.md", bad.replace(*UNFIXABLE).replace(*SPLIT))
    assert cli("fix", "a.md", code=0).err == "已改正 1 个文件中的 1 处。\n"
    assert path.read_text("utf-8") == clean.replace(*UNFIXABLE).replace(*SPLIT)
    assert cli("fix", "a.md", "--diff", code=0).out == ""
    assert cli("fix", "a.md", "--diff", "--unsafe-fixes", code=1).out.startswith("--- a.md\n")
    cli("fix", "a.md", "--unsafe-fixes", "--select", "KB006", code=0)
    assert path.read_text("utf-8") == clean.replace(*UNFIXABLE)
    assert "请写明" in cli("fix", code=2).err


def test_exit_non_zero_on_fix_tells_that_a_file_changed(cli: Cli, clean: str, bad: str) -> None:
    for arguments in (["--fix"], ["--fix-only"]):
        path = cli.write("a.md", bad)
        cli("a.md", *arguments, "--exit-non-zero-on-fix", code=1)
        assert path.read_text("utf-8") == clean
        cli("a.md", *arguments, "--exit-non-zero-on-fix", code=0)


def test_a_refused_fix_is_an_error_of_the_tool_and_no_other_is_lost(
    cli: Cli, clean: str
) -> None:
    comment = "<!-- kuaibao-lint: ignore[KB504] -->"
    kept = clean.replace("64 家", f"6{comment}4 家")
    assert kept != clean
    path = cli.write("a.md", kept.replace(*WRONG))
    result = cli("a.md", "--fix", code=2)
    assert re.search(r"没有改 \d+:\d+ KB901“<!-- kuai.*”：会改变数字，请手工处理", result.out)
    assert path.read_text("utf-8") == kept
    assert "会改变数字" in cli("a.md", "--fix-only", code=2).err
    assert "会改变数字" in cli("a.md", "--diff", code=2).err


# ---- standard input


@pytest.mark.parametrize("arguments", [["-", "--fix"], ["-", "--fix-only"], ["fix", "-"]])
def test_standard_input_goes_mended_to_standard_output(
    cli: Cli, clean: str, bad: str, arguments: list[str]
) -> None:
    for encoding in ("utf-8", "gb18030", "utf-16"):
        result = cli(*arguments, stdin=bad.encode(encoding), code=0)
        assert result.stdout == clean.encode(encoding)
    assert cli(*arguments, stdin=clean.encode(), code=0).stdout == clean.encode()


def test_what_cannot_be_read_goes_through_as_it_came(cli: Cli) -> None:
    for data in (b"\0\1", b"\xff\xff\xff", b"\xff\xfe\0\0"):
        assert cli("-", "--fix", stdin=data, code=2).stdout == data
        assert cli("-", stdin=data, code=2).stdout != data


# ---- the difference


def patched(cli: Cli, before: str, diff: bytes) -> bytes:
    path = cli.write("patched.md", before)
    subprocess.run(["patch", "--binary", str(path)], input=diff, check=True, capture_output=True)
    return path.read_bytes()


@pytest.mark.parametrize("newline", ["\n", "\r\n"])
@pytest.mark.parametrize("end", ["", "\n"])
def test_a_difference_can_be_applied(cli: Cli, bad: str, newline: str, end: str) -> None:
    import shutil

    if shutil.which("patch") is None:
        pytest.skip("there is no patch here")
    text = (bad.rstrip() + "（石桥镇) " + end).replace("\n", newline)
    text = text.replace("统一品牌", "统一\u2028品\t牌")
    path = cli.write("a.md", text)
    diff = cli("a.md", "--diff", code=1).stdout
    cli("a.md", "--fix-only", code=0)
    assert patched(cli, text, diff.replace("\ufffd".encode(), "\u2028".encode())) == (
        path.read_bytes()
    )


def test_a_difference_shows_nothing_that_a_terminal_would_obey(cli: Cli, bad: str) -> None:
    cli.write("a.md", bad.replace("人大大", "\x1b[31m\x9b人大大"))
    out = cli("a.md", "--diff", code=1).out
    assert "\x1b" not in out
    assert "\x9b" not in out


def test_a_terminal_gets_colours_and_the_characters_that_differ(
    cli: Cli, bad: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    cli.write("a.md", bad)
    plain = cli("a.md", "--diff", code=1).out
    monkeypatch.setattr(sys.stdout, "isatty", lambda: True)
    monkeypatch.setenv("TERM", "xterm-256color")
    shown = cli("a.md", "--diff", code=1).out
    assert re.sub(r"\x1b\[[0-9;]*m", "", shown) == plain
    assert re.findall(r"\x1b\[(?:\d+;)*7(?:;\d+)*m(.*?)\x1b", shown) == ["大"]
    monkeypatch.setenv("NO_COLOR", "1")
    assert cli("a.md", "--diff", code=1).out == plain


def test_a_long_line_is_not_searched_for_what_differs() -> None:
    old, new = "-" + "甲乙" * 5000, "+" + "乙甲" * 5000
    rows = list(fixing.styled(["--- a", "+++ a", "@@ -1 +1 @@", old, new]))
    assert [row[2] for row in rows[3:]] == [[], []]


# ---- one after the other


def step(cli: Cli, patch: pytest.MonkeyPatch, answers: str, *arguments: str, code: int = 0) -> Any:
    """Run `fix -i` with answers typed in, one a line."""
    import kuaibao_lint.cli.mend as command

    typed = iter(answers)

    def ask(_question: str) -> str:
        try:
            return next(typed)
        except StopIteration:
            raise EOFError from None

    real: Any = stepping.step
    patch.setattr(stepping, "step", lambda *rest: real(*rest, ask))
    patch.setattr(command, "at_a_terminal", lambda: True)
    result = cli("fix", "-i", *arguments, code=code)
    patch.setattr(stepping, "step", real)
    return result


STEPS = {
    "y": ("yy", True, True),
    "n": ("nn", False, False),
    "one of two": ("ny", False, True),
    "an answer that is none": ("xyy", True, True),
    "all that are safe, then asked about the other": ("an", True, False),
    "all that are safe is no word on others": ("nan", False, False),
    "enough": ("q", False, False),
    "enough keeps what was agreed to": ("yq", True, False),
    "the input ends": ("y", True, False),
}


@pytest.mark.parametrize("case", STEPS.values(), ids=STEPS)
def test_each_fix_is_asked_about(
    cli: Cli, clean: str, monkeypatch: pytest.MonkeyPatch, case: tuple[str, bool, bool]
) -> None:
    answers, first, second = case
    # In reading order: a safe one, then one that needs a person.
    bad = clean.replace("统一品牌，", "统一品牌，，累积更换设备，")
    path = cli.write("a.md", bad)
    offered = cli("a.md", "--format", "json", "--select", "KB207,KB504").out
    assert offered.index("KB504") < offered.index("KB207")
    result = step(cli, monkeypatch, answers, "a.md", "--select", "KB207,KB504")
    wanted = bad
    if first:
        wanted = wanted.replace("统一品牌，，", "统一品牌，")
    if second:
        wanted = wanted.replace("累积", "累计")
    assert path.read_text("utf-8") == wanted
    assert f"已改正 {int(first or second)} 个文件中的 {first + second} 处。" in result.out


def test_what_is_shown_is_the_line_before_and_after(
    cli: Cli, bad: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    cli.write("a.md", bad.replace(*SPLIT))
    out = step(cli, monkeypatch, "nn", "a.md").out
    assert "1/2 a.md:" in out
    assert re.search(r"^- .*统一品⏎⏎牌，.*$\n^\+ .*统一品牌，", out, re.MULTILINE)
    assert re.search(r"^- .*县人大大常委会.*$\n^\+ .*县人大常委会", out, re.MULTILINE)
    assert "（需要您判断）" in out


def test_enough_ends_the_files_behind_too(
    cli: Cli, clean: str, bad: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    first, second = cli.write("a.md", bad), cli.write("b.md", bad)
    step(cli, monkeypatch, "q", "a.md", "b.md")
    assert (first.read_text("utf-8"), second.read_text("utf-8")) == (bad, bad)
    step(cli, monkeypatch, "yy", "a.md", "b.md")
    assert (first.read_text("utf-8"), second.read_text("utf-8")) == (clean, clean)


def test_a_fix_that_would_do_harm_is_refused_to_a_person_too(
    cli: Cli, clean: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    text = clean.replace("64 家", "6<!-- kuaibao-lint: ignore[KB504] -->4 家")
    path = cli.write("a.md", text)
    assert "没有改：会改变数字" in step(cli, monkeypatch, "y", "a.md").out
    assert path.read_text("utf-8") == text


def test_a_file_that_cannot_be_read_is_told_and_the_others_are_asked_about(
    cli: Cli, clean: str, bad: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = cli.write("a.md", bad)
    result = step(cli, monkeypatch, "y", "none.md", "a.md", code=2)
    assert "none.md：文件不存在" in result.out
    assert path.read_text("utf-8") == clean


def test_without_a_terminal_nobody_is_asked(cli: Cli, bad: str) -> None:
    cli.write("a.md", bad)
    assert "终端" in cli("fix", "-i", "a.md", code=2).err
    assert "终端" in cli("fix", "-i", "-", code=2).err


@pytest.mark.parametrize("width", [40, 80])
def test_rows_fit_the_terminal_in_cells(bad: str, width: int) -> None:
    from rich.cells import cell_len

    from kuaibao_lint.diagnostics import Edit
    from kuaibao_lint.source import Span

    at = bad.index("人大大")
    for start in (at, at + 20, bad.index("第"), bad.index("**"), len(bad) - 2):
        before, after = stepping.rows(bad, [Edit(Span(start, start + 1), "（改）")], width)
        assert max(cell_len(before.plain), cell_len(after.plain)) <= width
        assert before.plain.startswith("- ")
        assert "（改）" in after.plain
