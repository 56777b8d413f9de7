"""`check`: what it reads, how it ends, and that one bad file harms no other."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path
from typing import TYPE_CHECKING, Any

import jsonschema
import pytest

from kuaibao_lint import schemas
from kuaibao_lint.cli import pool
from kuaibao_lint.cli.options import FORMATS

if TYPE_CHECKING:
    from tests.conftest import Cli

WRONG = ("人大常委会正副主任", "人大大常委会正副主任")  # an error, with a safe fix
UNEVEN = ("## 【生态环境】", "【生态环境】")  # a warning


def report_of(text: str) -> Any:
    report = json.loads(text)
    jsonschema.validate(report, schemas.report())
    return report


def rules_of(text: str) -> list[str]:
    return [one["rule"] for one in report_of(text)["diagnostics"]]


# ---- exit codes


@pytest.mark.parametrize("form", FORMATS)
def test_the_exit_code_is_the_same_in_every_format(cli: Cli, clean: str, form: str) -> None:
    cli.write("clean.md", clean)
    cli.write("wrong.md", clean.replace(*WRONG))
    cli.write("binary.md", b"\0\1\2")
    assert cli("clean.md", "--format", form).code == 0
    assert cli("wrong.md", "--format", form).code == 1
    assert cli("clean.md", "wrong.md", "--format", form).code == 1
    assert cli("clean.md", "binary.md", "--format", form).code == 2
    assert cli("missing.md", "--format", form).code == 2
    assert cli("wrong.md", "--exit-zero", "--format", form).code == 0
    assert cli("missing.md", "--exit-zero", "--format", form).code == 2
    assert cli("wrong.md", "--select", "KB999", "--format", form).code == 2


@pytest.mark.parametrize(
    ("change", "level", "code"),
    [
        (WRONG, "error", 1),
        (WRONG, "info", 1),
        (UNEVEN, "error", 0),
        (UNEVEN, "warning", 1),
        (UNEVEN, "info", 1),
    ],
)
def test_fail_on_says_from_which_level_on_a_run_fails(
    cli: Cli, clean: str, change: tuple[str, str], level: str, code: int
) -> None:
    cli.write("issue.md", clean.replace(*change))
    cli("issue.md", "--fail-on", level, code=code)


def test_by_default_a_warning_fails_and_a_hint_does_not(cli: Cli, clean: str) -> None:
    cli.write("issue.md", clean.replace(*UNEVEN))
    cli("issue.md", code=1)
    hint = cli("issue.md", "--severity", "KB105=info", "--format", "json", code=0)
    assert [one["severity"] for one in report_of(hint.out)["diagnostics"]] == ["info"]


# ---- what cannot be linted


BAD: dict[str, tuple[list[str], str]] = {
    "a missing file": (["missing.md"], "文件不存在，请检查路径。"),
    "a folder with nothing to lint": (
        ["empty"],
        "文件夹中没有可检查的文件（.md、.markdown、.txt）。",
    ),
    "a binary file": (["binary.md"], "这是二进制文件（第 3 字节为空字符），不是文本。"),
    "a file in no encoding": (
        ["garbled.md"],
        "无法识别编码：第 4 字节不合 UTF-8，第 4 字节不合 GB18030。",
    ),
    "a pattern that fits nothing": (["*.docx"], "没有符合这个通配符的文件。"),
}


@pytest.mark.parametrize(("arguments", "told"), BAD.values(), ids=BAD)
def test_what_cannot_be_linted_is_told_and_the_rest_is_linted(
    cli: Cli, clean: str, arguments: list[str], told: str
) -> None:
    (cli.folder / "empty").mkdir()
    cli.write("binary.md", b"ab\0c")
    cli.write("garbled.md", b"abc\xff\xff\xff")
    cli.write("wrong.md", clean.replace(*WRONG))
    result = cli(*arguments, "wrong.md", "--format", "json", code=2)
    report = report_of(result.out)
    errors = {file["path"]: file["error"] for file in report["files"]}
    assert errors["wrong.md"] is None
    assert told in errors[arguments[0]]
    assert [one["rule"] for one in report["diagnostics"]] == ["KB202"]
    for form in ("text", "concise", "github"):
        assert told in cli(*arguments, "wrong.md", "--format", form).out.replace("%0A", "")


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="no FIFO on this system")
def test_a_fifo_is_refused_and_not_waited_for(cli: Cli) -> None:
    os.mkfifo("pipe.md")
    assert "不是普通文件" in cli("pipe.md", code=2).out


def test_an_unreadable_file_is_told(cli: Cli, clean: str, monkeypatch: pytest.MonkeyPatch) -> None:
    cli.write("locked.md", clean)
    cli.write("wrong.md", clean.replace(*WRONG))
    real = os.open

    def refuse(path: Any, *rest: Any) -> int:
        if str(path).endswith("locked.md"):
            raise PermissionError(13, "Permission denied")
        return real(path, *rest)

    monkeypatch.setattr(os, "open", refuse)  # the tests may run as root
    result = cli("locked.md", "wrong.md", "--format", "concise", code=2)
    assert "locked.md: 错误：没有读取权限。" in result.out
    assert "wrong.md:35:" in result.out


def test_an_empty_file_is_no_bulletin(cli: Cli) -> None:
    cli.write("empty.md", "")
    assert rules_of(cli("empty.md", "--format", "json", code=1).out) == ["KB001"]


def test_our_own_failure_in_one_file_does_not_stop_the_others(
    cli: Cli, clean: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    from kuaibao_lint.suppressions import read_suppressions as real

    def fragile(text: str) -> Any:
        if text == clean + "\n":
            raise ZeroDivisionError("x")
        return real(text)

    monkeypatch.setattr("kuaibao_lint.suppressions.read_suppressions", fragile)
    monkeypatch.delenv("KUAIBAO_LINT_DEBUG")
    cli.write("a.md", clean + "\n")
    cli.write("wrong.md", clean.replace(*WRONG))
    result = cli("a.md", "wrong.md", "--format", "concise", code=2)
    assert "a.md: 错误：内部错误（ZeroDivisionError：x）" in result.out
    assert "wrong.md:35:" in result.out


def test_standard_input_among_files_is_no_file_of_that_name(cli: Cli, clean: str) -> None:
    cli.write("-", clean)
    cli.write("a.md", clean)
    wrong = clean.replace(*WRONG).encode()
    result = cli("a.md", "-", "--format", "concise", stdin=wrong)
    assert result.out.startswith("stdin.md:35:")


# ---- usage


USAGE: dict[str, tuple[list[str], str]] = {
    "an unknown rule": (["a.md", "--select", "KB3O1"], "没有规则“KB3O1”，是否为 KB3"),
    "an unknown rule to ignore": (["a.md", "--ignore", "xyz"], "没有规则“xyz”"),
    "an unknown format": (
        ["a.md", "--format", "xml"],
        "没有输出格式“xml”；可用：text、concise、json、jsonl、sarif",
    ),
    "an unknown level": (["a.md", "--fail-on", "fatal"], "--fail-on 应为"),
    "a bad severity": (["a.md", "--severity", "KB201"], "不是“KB201”。"),
    "an unknown level for a rule": (["a.md", "--severity", "KB201=fatal"], "不是“KB201=fatal”。"),
    "an unknown option": (["a.md", "--colour"], "没有选项 --colour"),
    "an option nearly right": (["a.md", "--selct", "KB2"], "是否为 --select"),
    "an option without its value": (["a.md", "--select"], "选项 --select 后面缺少规则。"),
    "a number that is none": (["a.md", "--jobs", "many"], "选项 --jobs 的值“many”不是整数。"),
    "no process at all": (["a.md", "--jobs", "0"], "--jobs 应为正整数。"),
    "no path": (["check", "--fix"], "请写明要检查的文件或文件夹"),
    "an unknown profile": (["a.md", "--profile", "nobody"], "没有配置方案“nobody”"),
    "a profile that is no file": (["a.md", "--profile", "no.yaml"], "no.yaml：无法读取规则包"),
    "a configuration that is no file": (
        ["a.md", "--config", "no.yaml"],
        "no.yaml：无法读取配置文件",
    ),
    "a baseline that is no file": (["a.md", "--baseline", "no.json"], "没有基线文件 no.json"),
    "a baseline to write without a name": (
        ["a.md", "--update-baseline"],
        "请用 --baseline 指明文件",
    ),
    "a report that cannot be written": (
        ["a.md", "-o", "no/report.txt"],
        "no/report.txt：无法写入报告",
    ),
}


@pytest.mark.parametrize(("arguments", "told"), USAGE.values(), ids=USAGE)
def test_a_mistake_on_the_command_line_is_told_in_chinese(
    cli: Cli, clean: str, arguments: list[str], told: str
) -> None:
    cli.write("a.md", clean)
    result = cli(*arguments, code=2)
    assert result.out == ""
    assert result.err.startswith("kuaibao-lint: ")
    assert told in result.err
    assert result.err.count("\n") == 1


def test_help_is_in_chinese_and_shows_every_option(cli: Cli) -> None:
    from kuaibao_lint.cli.options import CHECK

    page = cli("check", "--help", code=0).out
    assert page.startswith("用法：kuaibao-lint check")
    for option in CHECK:
        for flag in option.flags:
            assert flag in page
        assert option.help in page


def test_the_program_itself_lists_its_commands(cli: Cli) -> None:
    page = cli("--help", code=0).out
    for command in ("check", "explain", "rules", "test", "schema", "parse", "init"):
        assert f"\n  {command} " in page
    assert cli("--version", code=0).out.startswith("kuaibao-lint 0.")
    nothing = cli()
    assert nothing.code == 2
    assert "用法" in nothing.out + nothing.err


# ---- paths


def test_a_folder_is_searched_for_known_suffixes(cli: Cli, clean: str) -> None:
    for name in ("b/2.txt", "b/1.MD", "b/c/3.markdown", "b/x.docx", "b/.hidden.md", "b/.git/y.md"):
        cli.write(name, clean)
    report = report_of(cli("b", "--format", "json").out)
    assert [file["path"] for file in report["files"]] == ["b/1.MD", "b/2.txt", "b/c/3.markdown"]


def test_a_file_named_outright_is_read_whatever_its_suffix(cli: Cli, clean: str) -> None:
    cli.write("issue.doc", clean.replace(*WRONG))
    assert rules_of(cli("issue.doc", "--format", "json").out) == ["KB202"]


def test_patterns_are_expanded_by_the_program(cli: Cli, clean: str) -> None:
    for name in ("1.md", "2.md", "deep/3.md", "4.txt"):
        cli.write(name, clean)

    def paths(pattern: str) -> list[str]:
        report = report_of(cli(pattern, "--format", "json").out)
        return [file["path"] for file in report["files"]]

    assert paths("*.md") == ["1.md", "2.md"]
    assert sorted(paths("**/*.md")) == ["1.md", "2.md", "deep/3.md"]


def test_a_file_that_is_named_twice_is_linted_once(cli: Cli, clean: str) -> None:
    cli.write("a.md", clean)
    assert report_of(cli("a.md", ".", "a.md", "--format", "json").out)["summary"]["files"] == 1


def test_a_name_with_marks_of_a_pattern_is_a_name_where_it_exists(cli: Cli, clean: str) -> None:
    cli.write("快报[20].md", clean.replace(*WRONG))
    assert rules_of(cli("快报[20].md", "--format", "json").out) == ["KB202"]


# ---- standard input


def test_standard_input_is_named_as_asked(cli: Cli, clean: str) -> None:
    text = clean.replace(*WRONG).encode("gb18030")
    result = cli("-", "--stdin-filename", "快报/20.txt", "--format", "json", stdin=text, code=1)
    report = report_of(result.out)
    assert report["files"][0]["path"] == "快报/20.txt"
    assert report["files"][0]["encoding"] == "gb18030"
    assert [one["path"] for one in report["diagnostics"]] == ["快报/20.txt"]
    assert report_of(cli("-", "--format", "json", stdin=text).out)["files"][0]["path"] == "stdin.md"


def test_a_fixed_standard_input_goes_to_standard_output_and_the_report_elsewhere(
    cli: Cli, clean: str
) -> None:
    text = clean.replace(*WRONG).replace("\n", "\r\n").encode("gb18030")
    result = cli("-", "--fix", stdin=text, code=0)
    assert result.stdout == clean.replace("\n", "\r\n").encode("gb18030")
    assert "已改正 1 处" in result.err


# ---- outputs


def test_several_formats_go_to_several_files(cli: Cli, clean: str) -> None:
    cli.write("a.md", clean.replace(*WRONG))
    result = cli("a.md", "--format", "text", "--format", "json:r.json", "--format", "concise:r.txt")
    assert "错误 KB202" in result.out
    assert rules_of(Path("r.json").read_text("utf-8")) == ["KB202"]
    assert Path("r.txt").read_text("utf-8").startswith("a.md:35:")


def test_output_is_written_to_the_file_that_is_asked_for(cli: Cli, clean: str) -> None:
    cli.write("a.md", clean.replace(*WRONG))
    assert cli("a.md", "-o", "r.txt", code=1).stdout == b""
    assert "KB202" in Path("r.txt").read_text("utf-8")
    assert b"\r" not in Path("r.txt").read_bytes()


def test_actions_get_annotations_unless_another_format_is_asked_for(
    cli: Cli, clean: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    cli.write("a.md", clean.replace(*WRONG))
    monkeypatch.setenv("GITHUB_ACTIONS", "true")
    assert cli("a.md").out.startswith("::error file=a.md,line=35,")
    assert cli("a.md", "--format", "concise").out.startswith("a.md:35:")
    monkeypatch.setenv("GITHUB_ACTIONS", "false")
    assert "::error" not in cli("a.md").out


def test_statistics_count_by_rule(cli: Cli, clean: str) -> None:
    cli.write("a.md", clean.replace(*WRONG).replace(*UNEVEN))
    cli.write("b.md", clean.replace(*WRONG))
    rows = [line.split() for line in cli("a.md", "b.md", "--statistics").out.splitlines()]
    assert ["2", "KB202", "repeated-character", "可自动改"] in rows
    assert ["1", "KB105", "section-heading-style"] in [row[:3] for row in rows]


def test_the_whole_json_report(cli: Cli, clean: str) -> None:
    text = clean.replace(*WRONG)
    cli.write("a.md", text)
    at = text.index("大大") - 1
    report = report_of(cli("a.md", "--format", "json").out)
    assert report["tool"]["name"] == "kuaibao-lint"
    (one,) = report["diagnostics"]
    found = text[one["offset"] : one["end_offset"]]
    assert one["text"] == found
    assert "人大大" in found
    assert at in range(one["offset"], one["end_offset"])
    assert (one["path"], one["rule"], one["name"], one["severity"]) == (
        "a.md",
        "KB202",
        "repeated-character",
        "error",
    )
    assert one["line"] == one["end_line"] == 35
    assert one["column"] == one["offset"] - text.rindex("\n", 0, at)
    assert one["end_column"] - one["column"] == len(found)
    assert one["fix"]["safety"] == "safe"
    (edit,) = one["fix"]["edits"]
    assert text[: edit["offset"]] + edit["text"] + text[edit["end_offset"] :] == clean
    assert report["summary"] == {
        "files": 1,
        "error": 1,
        "warning": 0,
        "info": 0,
        "suppressed": 0,
        "baselined": 0,
        "fixable": 1,
    }


@pytest.mark.parametrize("name", ["clean.md", "defects.md", "gb18030.txt"])
@pytest.mark.parametrize("profile", ["kuaibao", "yunling.yaml"])
def test_reports_on_the_examples_fit_the_schema(
    cli: Cli, examples: Path, name: str, profile: str
) -> None:
    chosen = profile if profile == "kuaibao" else str(examples / profile)
    report = report_of(cli(str(examples / name), "--profile", chosen, "--format", "json").out)
    assert report["files"][0]["error"] is None


# ---- many files


def test_several_processes_give_the_report_of_one(cli: Cli, corpus: Path) -> None:
    cli.write("bad.md", b"\0")
    arguments = [str(corpus), "bad.md", "missing.md", "--format", "json"]
    one = cli(*arguments, "--jobs", "1", code=2)
    two = cli(*arguments, "--jobs", "2", code=2)
    assert two.stdout == one.stdout
    assert report_of(one.out)["summary"]["files"] > 40


@pytest.mark.parametrize("option", [[], ["--no-cache"]])
def test_many_new_files_are_shared_out(
    cli: Cli, clean: str, monkeypatch: pytest.MonkeyPatch, option: list[str]
) -> None:
    shared: list[int] = []

    def share_out(names: list[str], *_: object) -> list[object]:
        shared.append(len(names))
        return []

    monkeypatch.setattr(pool, "_shared_out", share_out)
    for number in range(4):
        cli.write(f"{number}.md", clean + f"{number}\n")
    for _ in range(2):
        cli(".", "--jobs", "2", *option, code=0)
    assert shared == ([3, 3] if option else [3, 2])  # the first is linted, or was before


def test_a_mistake_in_the_settings_is_told_once_by_several_processes(cli: Cli, clean: str) -> None:
    for number in range(4):
        cli.write(f"{number}.md", clean)
    result = cli(".", "--jobs", "2", "--select", "KB999", code=2)
    assert result.err.count("没有规则") == 1


# ---- terminals and consoles


EVIL = "\x1b[31m\x1b]0;x\x07\x9b2J\u202e\u2066"


@pytest.mark.parametrize("form", ["text", "concise", "github", "diff"])
def test_what_a_terminal_would_obey_is_never_printed(cli: Cli, clean: str, form: str) -> None:
    text = clean.replace(*WRONG).replace("县人大大", f"县{EVIL}人大大{EVIL}")
    text = text.replace("（科工局）", f"（科{EVIL}工局）").replace(
        "【乡村振兴】", f"【乡村{EVIL}】"
    )
    name = "a.md" if os.name == "nt" else f"a{EVIL[:5]}.md"
    cli.write(name, text)
    how = ["--diff"] if form == "diff" else ["--format", form, "--statistics"]
    result = cli(name, *how)
    assert result.code in (1, 2)
    output = (result.stdout + result.stderr).decode()
    assert "人大" in output
    for mark in "\x1b\x07\x9b\u202e\u2066":
        assert mark not in output


@pytest.mark.parametrize("form", FORMATS)
def test_a_console_of_code_page_936_survives(
    tmp_path: Path, clean: str, environment: dict[str, str], form: str
) -> None:
    # Neither the character nor the sign of the finding exists in GBK.
    text = clean.replace(*WRONG).replace("# 云岭县", "# 𠮷岭县").replace("（科工局）", "(科工局😀)")
    (tmp_path / "a.md").write_text(text, "utf-8")
    environment |= {"PYTHONIOENCODING": "cp936", "PYTHONUTF8": "0"}
    done = subprocess.run(
        [sys.executable, "-m", "kuaibao_lint", "a.md", "--format", form],
        cwd=tmp_path,
        env=environment,
        capture_output=True,
        check=False,
    )
    assert done.returncode == 1
    assert done.stderr == b""
    output = done.stdout.decode("cp936" if form == "text" else "utf-8")
    assert "KB202" in output
    assert "人大" in output


def test_an_error_on_a_console_of_code_page_936_is_told(
    tmp_path: Path, environment: dict[str, str]
) -> None:
    environment |= {"PYTHONIOENCODING": "cp936", "PYTHONUTF8": "0"}
    done = subprocess.run(
        [sys.executable, "-m", "kuaibao_lint", "a.md", "--select", "𠮷😀"],
        cwd=tmp_path,
        env=environment,
        capture_output=True,
        check=False,
    )
    assert done.returncode == 2
    assert "没有规则" in done.stderr.decode("cp936")


def test_a_reader_that_goes_away_is_no_failure_of_ours(
    examples: Path, environment: dict[str, str]
) -> None:
    program = subprocess.Popen(
        [sys.executable, "-m", "kuaibao_lint", *[str(examples / "defects.md")]],
        env=environment,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
    )
    assert program.stdout is not None
    assert program.stderr is not None
    program.stdout.close()
    told = program.stderr.read()
    program.stderr.close()
    assert program.wait() in (1, 2)
    assert b"Traceback" not in told


@pytest.mark.skipif(sys.platform == "win32", reason="links need a privilege there")
def test_a_circle_of_links_does_not_stop_the_others(cli: Cli, clean: str) -> None:
    clean_path = cli.write("folder/clean.md", clean)
    (clean_path.parent / "loop.md").symlink_to("loop.md")
    report = report_of(cli("folder", "--format", "json", code=2).out)
    assert {one["path"]: one["error"] is None for one in report["files"]} == {
        "folder/clean.md": True,
        "folder/loop.md": False,
    }


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="no full device here")
def test_a_full_disk_is_said_and_not_called_our_error(clean: str, tmp_path: Path) -> None:
    path = tmp_path / "clean.md"
    path.write_text(clean, encoding="utf-8")
    with Path("/dev/full").open("wb") as full:
        done = subprocess.run(
            [sys.executable, "-m", "kuaibao_lint", str(path)],
            stdout=full,
            stderr=subprocess.PIPE,
            check=False,
            env={**os.environ, "PYTHONUTF8": "1"},
        )
    assert done.returncode == 2
    assert "磁盘已满" in done.stderr.decode("utf-8")
