"""Folders, streams, caches and names that mean harm: no hang, no traceback, nothing written."""

from __future__ import annotations

import fnmatch
import json
import marshal
import os
import re
import signal
import socket
import subprocess
import sys
import time
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from kuaibao_lint import cache, files, readers

if TYPE_CHECKING:
    from collections.abc import Callable

    from tests.conftest import Cli

ROOT = Path(__file__).resolve().parents[2]
POSIX = pytest.mark.skipif(os.name == "nt", reason="Windows has no such files")
PROGRAM = [sys.executable, "-m", "kuaibao_lint"]
HANG = 120  # seconds after which a run counts as hanging
CONTROLS = re.compile("[\x00-\x08\x0b-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069]")


def shell(command: str, environment: dict[str, str], cwd: Path) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        ["bash", "-c", command.replace("PROGRAM", " ".join(PROGRAM))],
        capture_output=True, encoding="utf-8", env=environment, cwd=cwd, timeout=HANG, check=False,
    )  # fmt: skip


# ---- what is read


@POSIX
def test_what_is_no_regular_file_is_refused_and_not_waited_for(
    tmp_path: Path, environment: dict[str, str]
) -> None:
    os.mkfifo(tmp_path / "a.md")
    (tmp_path / "endless.yaml").symlink_to("/dev/zero")
    (tmp_path / "b.md").write_bytes((ROOT / "examples" / "clean.md").read_bytes())
    with socket.socket(socket.AF_UNIX) as one:
        one.bind(os.path.relpath(tmp_path / "c.md"))
    command = (
        "PROGRAM . --format concise; echo $?;"
        "PROGRAM b.md --profile a.md; echo $?; PROGRAM b.md --config a.md; echo $?;"
        "PROGRAM b.md --baseline a.md; echo $?; PROGRAM b.md --profile endless.yaml; echo $?;"
        "PROGRAM b.md --config endless.yaml; echo $?; PROGRAM parse a.md; echo $?;"
        "PROGRAM test a.md; echo $?"
    )
    done = shell(command, environment, tmp_path)
    assert done.stdout.split("\n")[:2] == [
        "a.md: 错误：不是普通文件，无法读取。",
        "c.md: 错误：无法读取：不是普通文件。",
    ]
    assert re.findall(r"^\d$", done.stdout, re.MULTILINE) == ["2"] * 8
    assert "内部错误" not in done.stderr


def test_a_file_that_is_too_large_is_refused(
    cli: Cli, clean: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(readers, "LARGEST", 1_000_000)
    large = clean.encode() + b"x" * 1_000_000
    cli.write("issue.md", large)
    assert "文件过大" in cli("issue.md", code=2).out
    assert "文件过大" in cli("-", stdin=large, code=2).out


def test_a_file_of_too_many_lines_is_refused_and_empty_lines_do_not_count(
    cli: Cli, clean: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(readers, "MOST_LINES", 200)
    lines = sum(bool(line.strip()) for line in clean.splitlines())
    cli.write("full.md", clean + "\n" * 400 + "甲\n" * (200 - lines))
    cli.write("over.md", clean + "\n" * 400 + "甲\n" * (201 - lines))
    assert "行数过多" not in cli("full.md", "--exit-zero").out
    assert "行数过多" in cli("over.md", code=2).out


def test_a_file_that_grows_while_it_is_read_is_told(
    cli: Cli, clean: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = cli.write("issue.md", clean)
    real = os.fstat

    def grows(number: int) -> os.stat_result:
        status = real(number)
        if os.path.samestat(status, path.stat()):
            with path.open("ab", buffering=0) as file:
                monkeypatch.setattr(os, "fstat", real)
                file.write(b"more")
        return status

    monkeypatch.setattr(os, "fstat", grows)
    assert "正在改动" in cli("issue.md", code=2).out


def test_a_file_that_vanishes_is_told(
    cli: Cli, clean: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    cli.write("a.md", clean)
    cli.write("b.md", clean)
    real = files.walk

    def then_gone(*arguments: Any) -> list[str]:
        found = list(real(*arguments))
        (cli.folder / "a.md").unlink()
        return found

    monkeypatch.setattr(files, "walk", then_gone)
    result = cli(".", "--format", "concise", code=2)
    assert result.out == "a.md: 错误：文件不存在，请检查路径。\n"


def test_a_folder_that_cannot_be_looked_into_is_told(
    cli: Cli, clean: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    cli.write("all/open/issue.md", clean)
    cli.write("all/closed/issue.md", clean)
    real = os.scandir

    def scan(path: Any) -> Any:
        if str(path).endswith("closed"):
            raise PermissionError(13, "Permission denied", str(path))
        return real(path)

    monkeypatch.setattr(os, "scandir", scan)  # the tests may run as root
    result = cli("all", "--format", "concise", code=2)
    assert result.out == "all/closed: 错误：无法读取文件夹：没有权限。\n"
    result = cli("all/closed", "--format", "concise", code=2)
    assert result.out == "all/closed: 错误：无法读取文件夹：没有权限。\n"


@POSIX
def test_a_circle_of_links_ends(cli: Cli, clean: str) -> None:
    cli.write("all/issue.md", clean)
    (cli.folder / "all" / "self").symlink_to(".")
    (cli.folder / "all" / "circle.md").symlink_to("circle.md")
    out = cli("all", "--format", "concise", code=2).out
    assert out == "all/circle.md: 错误：无法读取：链接成环。\n"


@POSIX
def test_a_pattern_follows_no_links_to_folders(cli: Cli, clean: str) -> None:
    cli.write("all/deep/er/issue.md", clean)
    for name in ("up", "too.md"):  # with two, to follow them takes for ever
        (cli.folder / "all" / "deep" / name).symlink_to("..")
    for pattern, code in (("all/**/*.md", 0), ("**/er/*", 0), ("all/**/no.md", 2), ("no/**/*", 2)):
        out = cli(pattern, "--format", "json", code=code).out
        names = [one["path"] for one in json.loads(out)["files"]]
        assert names == [pattern if code else "all/deep/er/issue.md"]


@pytest.mark.parametrize(("last", "fits"), [("issue.md", True), ("other.md", False)])
def test_a_pattern_holds_each_name_against_each_part_once(
    monkeypatch: pytest.MonkeyPatch, last: str, fits: bool  # noqa: FBT001 - one column each
) -> None:
    # With many `**` there are more ways through a deep folder than anyone can try.
    looks: list[tuple[str, str]] = []

    def look(name: str, part: str) -> bool:
        looks.append((name, part))
        return matches(name, part)

    matches = fnmatch.fnmatch
    monkeypatch.setattr(fnmatch, "fnmatch", look)
    names, parts = ["a"] * 30 + ["issue.md"], ["**", "[a]"] * 15 + ["**", last]
    assert files._fits(names, parts) is fits  # noqa: SLF001 - a folder as deep is slow to make
    assert 0 < len(looks) <= len(names) * len(parts)


@settings(deadline=None)
@given(
    names=st.lists(st.sampled_from(["a", "b", ".h"]), min_size=1, max_size=5),
    parts=st.lists(st.sampled_from(["**", "a", "?", ".*"]), min_size=1, max_size=5),
)
def test_two_stars_stand_for_any_folders(names: list[str], parts: list[str]) -> None:
    # As one regular expression would say it, over names that each end in a slash.
    meant = {"**": "(?:[^/]+/)*", "a": "a/", "?": "[^./]/", ".*": r"\.[^/]*/"}
    pattern = "".join(meant[part] for part in parts)
    found = re.fullmatch(pattern, "".join(f"{name}/" for name in names))
    assert files._fits(names, parts) is (found is not None)  # noqa: SLF001 - likewise


# ---- what is written


@POSIX
@pytest.mark.parametrize("argument", ["inside", "inside/*.md", "inside/deeper/..", "inside/"])
def test_fix_writes_nothing_outside_what_was_named(cli: Cli, examples: Path, argument: str) -> None:
    defects = (examples / "defects.md").read_bytes()
    secret = cli.write("secret.md", defects)
    own = cli.write("inside/own.md", defects)
    cli.write("inside/deeper/real.md", defects)
    (cli.folder / "inside" / "evil.md").symlink_to(secret)
    (cli.folder / "inside" / "fine.md").symlink_to("deeper/real.md")
    result = cli(argument, "--fix", "--format", "json", code=2)
    wrong = {one["path"]: one["error"] for one in json.loads(result.out)["files"] if one["error"]}
    assert [Path(path).name for path in wrong] == ["evil.md"]
    assert "链接" in next(iter(wrong.values()))
    assert secret.read_bytes() == defects
    assert own.read_bytes() != defects
    assert (cli.folder / "inside" / "deeper" / "real.md").read_bytes() != defects


@POSIX
def test_a_link_that_was_named_itself_is_followed(cli: Cli, examples: Path) -> None:
    defects = (examples / "defects.md").read_bytes()
    target = cli.write("elsewhere/issue.md", defects)
    (cli.folder / "issue.md").symlink_to(target)
    cli("issue.md", "--fix")
    assert target.read_bytes() != defects
    assert (cli.folder / "issue.md").is_symlink()


# ---- names

NAMES = ("a\nb.md", "\x1b[31m\x1b]8;;http:x\x07\x9b.md", b"\xff\xfe.md", "-x.md", "C:\\x.md",
         "\u202e.md", "::error::.md")  # fmt: skip


@POSIX
@pytest.mark.parametrize("form", ["text", "concise", "json", "github"])
def test_no_name_of_a_file_reaches_the_terminal_as_it_is(
    cli: Cli, examples: Path, form: str
) -> None:
    for name in NAMES:
        path = cli.folder / os.fsdecode(name)
        path.write_bytes((examples / "defects.md").read_bytes())
    for arguments in ([".", "--format", form], [".", "--diff", "--format", form]):
        result = cli(*arguments, code=1)
        assert not CONTROLS.search(result.out + result.err)
    assert cli(".", "--format", form, "--baseline", "b.json", "--update-baseline", code=0)
    assert cli(".", "--format", form, "--baseline", "b.json", code=0)
    cli("--", "-x.md", "--format", form, code=2)  # behind -- there are only names
    assert "-x" in cli("-x.md", code=2).err


def test_arguments_are_told_without_what_a_terminal_obeys(cli: Cli) -> None:
    for arguments in (
        ["--format=\x1b[31m", "x.md"], ["\x1b[31m.md"], ["--select", "\x9b", "x.md"],
        ["explain", "\x1b[2J"], ["check", "--\x1b[31m"], ["--profile", "\u202e.yaml", "x.md"],
    ):  # fmt: skip
        result = cli(*arguments, code=2)
        assert not CONTROLS.search(result.out + result.err), arguments


# ---- the cache


@pytest.fixture
def entry(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Return the file of the one entry `thing`, which holds 1."""
    monkeypatch.setenv(cache.ENV, str(tmp_path / "cache"))
    cache.store("thing", (), 1)
    (path,) = (tmp_path / "cache").iterdir()
    assert cache.load("thing", ()) == 1
    return path


def another_name(path: Path) -> None:
    cache.store("other", (), 2)
    (other,) = set(path.parent.iterdir()) - {path}
    other.replace(path)


def a_fifo(path: Path) -> None:
    path.unlink()
    os.mkfifo(path)


DISTRUSTED: dict[str, Callable[[Path], object]] = {
    "truncated": lambda path: path.write_bytes(path.read_bytes()[:-1]),
    "empty": lambda path: path.write_bytes(b""),
    "tampered": lambda path: path.write_bytes(path.read_bytes()[:4] + marshal.dumps(2)),
    "garbage": lambda path: path.write_bytes(bytes(range(256)) * 40),
    "another entry's": another_name,
    "a FIFO": a_fifo,
    "a file that others can write": lambda path: path.chmod(0o666),
    "a folder that others can write": lambda path: path.parent.chmod(0o777),
}


@POSIX
@pytest.mark.parametrize("harm", DISTRUSTED.values(), ids=DISTRUSTED)
def test_an_entry_that_another_may_have_made_is_not_read(
    entry: Path, harm: Callable[[Path], object]
) -> None:
    harm(entry)
    assert cache.load("thing", ()) is None


@POSIX
def test_an_entry_of_somebody_else_is_not_read(
    entry: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(os, "geteuid", lambda: entry.stat().st_uid + 1)
    assert cache.load("thing", ()) is None


@pytest.mark.parametrize("where", ["cache", "~/.cache", "./x", "a/../b"])
def test_a_cache_in_the_folder_that_is_linted_is_not_used(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, where: str
) -> None:
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv(cache.ENV, where)
    cache.store("thing", (), 1)
    assert cache.load("thing", ()) is None
    assert not list(tmp_path.iterdir())


def test_without_a_home_folder_there_is_no_cache(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    for name in (cache.ENV, "XDG_CACHE_HOME", "LOCALAPPDATA"):
        monkeypatch.delenv(name, raising=False)
    monkeypatch.setattr(os.path, "expanduser", lambda path: path)  # what Python does then
    cache.store("thing", (), 1)
    assert cache.load("thing", ()) is None
    assert not list(tmp_path.iterdir())


def test_a_value_that_cannot_be_stored_is_no_matter(entry: Path) -> None:
    cache.store("odd", (), object())
    assert list(entry.parent.iterdir()) == [entry]


def test_many_writers_at_once_leave_a_cache_that_is_whole(
    tmp_path: Path, environment: dict[str, str]
) -> None:
    environment = environment | {cache.ENV: str(tmp_path / "cache")}
    command = [*PROGRAM, "defects.md", "--format", "concise"]
    running = [
        subprocess.Popen(command, cwd=ROOT / "examples", env=environment, stdout=subprocess.PIPE)
        for _ in range(6)
    ]
    outputs = {one.communicate(timeout=HANG)[0] for one in running}
    assert [one.returncode for one in running] == [1] * 6
    assert len(outputs) == 1
    left = [path.name for path in (tmp_path / "cache").iterdir()]
    assert left
    assert not [name for name in left if name.endswith(".tmp")]


# ---- streams and signals


@POSIX
@pytest.mark.parametrize(
    ("command", "code"),
    [
        ("PROGRAM - <&-", 2),
        ("PROGRAM defects.md >&-", 1),
        ("PROGRAM no.md 2>&-", 2),
        ("PROGRAM defects.md >&- 2>&-", 1),
        ("PROGRAM --no-such x 2>/dev/full", 2),
        ("PROGRAM defects.md >/dev/full", 2),
        ("PROGRAM rules >/dev/full", 2),
        ("PROGRAM --version >/dev/full", 2),
        ("PROGRAM defects.md -o /dev/full", 2),
        ("yes 政务 | PROGRAM - --format concise", 2),
        ("(PROGRAM rules; echo $? >&3) 3>&1 >/dev/null | head -c 1 >/dev/null", 0),
    ],
)
def test_streams_that_are_closed_full_or_endless(
    environment: dict[str, str], command: str, code: int
) -> None:
    if "/dev/full" in command and not Path("/dev/full").exists():
        pytest.skip("this system has no /dev/full")
    done = shell(command, environment, ROOT / "examples")
    assert done.returncode == code
    assert "Traceback" not in done.stderr
    assert "内部错误" not in done.stderr + done.stdout


@pytest.fixture
def busy(tmp_path: Path, environment: dict[str, str]) -> Any:
    """Start two further processes on files enough for a while; return the first when they work."""
    text = (ROOT / "examples" / "defects.md").read_bytes() * 20
    for number in range(360):
        # Files that no test has linted before, for what was found in those is remembered.
        (tmp_path / f"{number}.md").write_bytes(f"{time.time_ns()}\n\n".encode() + text)
    command = [*PROGRAM, ".", "--jobs", "3", "--format", "concise"]
    process = subprocess.Popen(
        command, cwd=tmp_path, env=environment, stdout=subprocess.PIPE, stderr=subprocess.PIPE,
        start_new_session=True,
        # Who runs the tests in the background of a shell has Ctrl-C ignored, and so all below.
        preexec_fn=lambda: signal.signal(signal.SIGINT, signal.SIG_DFL),  # noqa: PLW1509
    )  # fmt: skip
    until = time.monotonic() + HANG
    while len(workers(process.pid)) < 2 and time.monotonic() < until:
        time.sleep(0.02)
    time.sleep(1)  # a worker is there before it has been told to leave Ctrl-C to its parent
    yield process
    process.kill()
    process.wait()


def workers(parent: int) -> list[int]:
    try:
        words = Path(f"/proc/{parent}/task/{parent}/children").read_text("ascii")
    except OSError:
        return []
    return [int(word) for word in words.split()]


LINUX = pytest.mark.skipif(sys.platform != "linux", reason="looks into /proc")


@LINUX
def test_ctrl_c_ends_all_workers_without_a_traceback(busy: subprocess.Popen[bytes]) -> None:
    os.killpg(busy.pid, signal.SIGINT)  # as a terminal does
    _, err = busy.communicate(timeout=HANG)
    assert busy.returncode == 2
    assert err.decode() == "kuaibao-lint: 已中断。\n"


@LINUX
def test_a_worker_that_is_killed_is_told(busy: subprocess.Popen[bytes]) -> None:
    os.kill(workers(busy.pid)[0], signal.SIGKILL)
    _, err = busy.communicate(timeout=HANG)
    assert busy.returncode == 2
    assert err.decode().startswith("kuaibao-lint: 一个检查进程被系统终止")


# ---- nothing is sent anywhere


def test_no_run_opens_a_connection(tmp_path: Path, environment: dict[str, str]) -> None:
    code = (
        "import sys\n"
        "def watch(event, arguments):\n"
        "    if event.startswith(('socket.', 'urllib.', 'http.', 'ftplib.', 'smtplib.')):\n"
        "        raise SystemExit(f'{event} {arguments}')\n"
        "    if event in ('subprocess.Popen', 'os.system', 'os.exec', 'pickle.find_class'):\n"
        "        raise SystemExit(f'{event} {arguments}')\n"
        "sys.addaudithook(watch)\n"
        "from kuaibao_lint.__main__ import run\n"
        "for arguments in (['defects.md'], ['.', '--format', 'json'], ['rules'], ['test'],\n"
        "                  ['explain', 'KB301'], ['parse', 'clean.md'], ['figures', 'clean.md'],\n"
        "                  ['defects.md', '--diff']):\n"
        "    run(arguments)\n"
        "print('SILENT')\n"
    )
    environment = environment | {cache.ENV: str(tmp_path / "cache")}
    done = subprocess.run(
        [sys.executable, "-c", code], cwd=ROOT / "examples", env=environment,
        capture_output=True, encoding="utf-8", timeout=HANG, check=False,
    )  # fmt: skip
    assert done.stderr == ""
    assert done.stdout.endswith("SILENT\n")
