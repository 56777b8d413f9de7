"""A file is replaced whole or not at all, whatever happens meanwhile."""

from __future__ import annotations

import errno
import os
import random
import signal
import subprocess
import sys
import time
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest

from kuaibao_lint import replacing
from kuaibao_lint.errors import ReadError
from kuaibao_lint.replacing import replace

if TYPE_CHECKING:
    from collections.abc import Callable

    from tests.conftest import Cli

WRONG = ("人大常委会", "人大大常委会")


def names(folder: Path) -> list[str]:
    return sorted(one.name for one in folder.iterdir())


@pytest.fixture
def file(tmp_path: Path) -> Path:
    path = tmp_path / "第20期.md"
    path.write_bytes(b"old")
    return path


def test_the_new_content_takes_the_place_and_leaves_nothing_beside(file: Path) -> None:
    replace(file, b"new", b"old")
    assert file.read_bytes() == b"new"
    assert names(file.parent) == ["第20期.md"]


def test_mode_and_owner_are_kept(file: Path) -> None:
    file.chmod(0o640)
    if os.geteuid() == 0:
        os.chown(file, 12345, 23456)
    before = file.stat()
    replace(file, b"new", b"old")
    after = file.stat()
    assert (after.st_mode, after.st_uid, after.st_gid) == (
        before.st_mode, before.st_uid, before.st_gid
    )  # fmt: skip


def test_a_file_whose_owner_cannot_be_kept_is_left_alone(
    file: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refuse(*_: object) -> None:
        raise PermissionError(errno.EPERM, "")

    monkeypatch.setattr(os, "chown", refuse)
    if os.geteuid() != 0:
        pytest.skip("only root can make a file of somebody else")
    real = Path.stat

    def someone(path: Path, **kwargs: Any) -> os.stat_result:
        status = list(real(path, **kwargs))
        if path.name == file.name:
            status[4] = 12345
        return os.stat_result(status)

    monkeypatch.setattr(Path, "stat", someone)
    with pytest.raises(ReadError, match="没有权限"):
        replace(file, b"new", b"old")
    assert file.read_bytes() == b"old"
    assert names(file.parent) == ["第20期.md"]


def test_a_link_is_followed_and_stays_a_link(file: Path) -> None:
    link = file.with_name("link.md")
    link.symlink_to(file.name)
    replace(link, b"new", b"old")
    assert link.is_symlink()
    assert file.read_bytes() == b"new"


def test_a_file_with_a_second_name_is_left_alone(file: Path) -> None:
    os.link(file, file.with_name("second.md"))
    with pytest.raises(ReadError, match="2 个名字（硬链接）"):
        replace(file, b"new", b"old")
    assert file.read_bytes() == b"old"


def test_a_read_only_file_is_left_alone_even_by_root(file: Path) -> None:
    file.chmod(0o444)
    with pytest.raises(ReadError, match="只读"):
        replace(file, b"new", b"old")
    assert file.read_bytes() == b"old"


def test_a_file_that_somebody_changed_meanwhile_is_left_alone(file: Path) -> None:
    with pytest.raises(ReadError, match="被别的程序改过"):
        replace(file, b"new", b"older")
    assert file.read_bytes() == b"old"
    assert names(file.parent) == ["第20期.md"]


def test_a_file_that_went_away_does_not_come_back(file: Path) -> None:
    file.unlink()
    with pytest.raises(ReadError, match="被移走或删除"):
        replace(file, b"new", b"old")
    assert names(file.parent) == []


def test_a_file_that_goes_away_while_it_is_written_does_not_come_back(
    file: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    real = replacing.write

    def lose(path: Path, data: bytes, target: Path, status: os.stat_result) -> None:
        real(path, data, target, status)
        target.unlink()

    monkeypatch.setattr(replacing, "write", lose)
    with pytest.raises(ReadError, match="被移走或删除"):
        replace(file, b"new", b"old")
    assert names(file.parent) == []


FAILURES: dict[str, tuple[int, str]] = {
    "disk full": (errno.ENOSPC, "磁盘已满"),
    "permission denied": (errno.EACCES, "没有权限"),
    "read-only disk": (errno.EROFS, "磁盘只读"),
    "input or output": (errno.EIO, "读写出错"),
}


@pytest.mark.parametrize("step", ["open", "fsync", "replace"])
@pytest.mark.parametrize(("number", "words"), FAILURES.values(), ids=FAILURES)
def test_a_failure_at_any_step_leaves_the_file_and_no_litter(
    file: Path, monkeypatch: pytest.MonkeyPatch, step: str, number: int, words: str
) -> None:
    def fail(*_: object, **__: object) -> None:
        raise OSError(number, "")

    monkeypatch.setattr(os if step == "fsync" else Path, step, fail)
    with monkeypatch.context(), pytest.raises(ReadError, match=words):
        replace(file, b"new", b"old")
    monkeypatch.undo()
    assert file.read_bytes() == b"old"
    assert names(file.parent) == ["第20期.md"]


def test_an_interruption_leaves_the_file_and_no_litter(
    file: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def interrupt(*_: object) -> None:
        raise KeyboardInterrupt

    monkeypatch.setattr(os, "fsync", interrupt)
    with pytest.raises(KeyboardInterrupt):
        replace(file, b"new", b"old")
    assert file.read_bytes() == b"old"
    assert names(file.parent) == ["第20期.md"]


def test_a_name_as_long_as_the_system_allows_can_be_replaced(tmp_path: Path) -> None:
    path = tmp_path / ("快" * 84 + ".md")  # 255 bytes
    path.write_bytes(b"old")
    replace(path, b"new", b"old")
    assert path.read_bytes() == b"new"


def test_what_a_killed_process_left_is_swept_after_a_while(file: Path) -> None:
    old = file.with_name(".kuaibao-lint-0123.tmp")
    young = file.with_name(".kuaibao-lint-4567.tmp")
    for one in (old, young):
        one.write_bytes(b"half")
    hour = time.time() - 3600
    os.utime(old, (hour, hour))
    replace(file, b"new", b"old")
    assert names(file.parent) == [young.name, file.name]


# ---- the program itself


def test_a_full_disk_loses_no_file(cli: Cli, clean: str, environment: dict[str, str]) -> None:
    """A limit on the size of files stops the write half-way, for root too."""
    bad = clean.replace(*WRONG).encode()
    path = cli.write("a.md", bad)
    resource: Any = pytest.importorskip("resource", reason="this system has no such limit")

    def limit() -> None:
        signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
        resource.setrlimit(resource.RLIMIT_FSIZE, (1000, 1000))

    done = subprocess.run(
        [sys.executable, "-m", "kuaibao_lint", "a.md", "--fix", "--isolated", "--no-cache"],
        cwd=cli.folder, env=environment, capture_output=True, check=False, preexec_fn=limit,
        encoding="utf-8",
    )  # fmt: skip
    assert done.returncode == 2
    assert "无法写入" in done.stdout
    assert path.read_bytes() == bad
    assert names(cli.folder) == ["a.md"]


KILLED = 200


def _fix(folder: Path, environment: dict[str, str]) -> subprocess.Popen[bytes]:
    return subprocess.Popen(
        [sys.executable, "-m", "kuaibao_lint", "fix", str(folder), "--jobs", "1"],
        env=environment, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL,
    )  # fmt: skip


def _bulletins(folder: Path) -> tuple[dict[str, bytes], dict[str, bytes]]:
    """Write bulletins with a mistake; return their content before and after fixing."""
    folder.mkdir()
    bad: dict[str, bytes] = {}
    good: dict[str, bytes] = {}
    for number in range(KILLED):
        name = f"{number:03}.md"
        text = (
            f"# 云岭县政务快报\n\n第 {number + 1} 期\n\n## 【民生保障】\n\n"
            f"**石桥镇走访** 走访{number}户。( 石桥镇 )\n\n签发：苏伯衡\n"
        )
        encoding = ("utf-8", "gb18030", "utf-16")[number % 3]
        bad[name] = text.encode(encoding)
        good[name] = text.replace("( 石桥镇 )", "（石桥镇）").encode(encoding)
        (folder / name).write_bytes(bad[name])
    return bad, good


@pytest.mark.skipif(not hasattr(signal, "SIGKILL"), reason="this system has no SIGKILL")
def test_a_process_killed_at_any_moment_loses_and_mixes_no_file(
    tmp_path: Path, environment: dict[str, str]
) -> None:
    folder = tmp_path / "issues"
    bad, good = _bulletins(folder)
    chance = random.Random(20)  # noqa: S311 - the same moments in every run
    killed = 0
    for number in (1, *sorted(chance.sample(range(2, KILLED - 20), 4))):
        last = folder / f"{number:03}.md"
        with _fix(folder, environment) as process:
            while last.read_bytes() == bad[last.name] and process.poll() is None:
                pass
            time.sleep(chance.random() / 200)  # somewhere in the next file or the one after it
            process.send_signal(signal.SIGKILL)
            killed += process.wait() == -signal.SIGKILL
        left = {name: (folder / name).read_bytes() for name in bad}
        assert [name for name in bad if left[name] not in (bad[name], good[name])] == []
        assert left[last.name] == good[last.name]
        litter = set(names(folder)) - bad.keys()
        assert all(one.startswith(".kuaibao-lint-") and one.endswith(".tmp") for one in litter)
    assert killed
    # The next run sees only the bulletins, and ends what was begun.
    with _fix(folder, environment) as process:
        assert process.wait() == 0
    assert {name: (folder / name).read_bytes() for name in bad} == good


def test_a_file_changed_while_it_is_checked_is_told(
    cli: Cli, clean: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    from kuaibao_lint.cli import fixing

    path = cli.write("a.md", clean.replace(*WRONG))
    other = cli.write("b.md", clean.replace(*WRONG))
    real: Callable[..., None] = fixing.put_back

    def meddle(name: str, *rest: Any) -> None:
        if name == "a.md":
            path.write_bytes(b"mine")
        real(name, *rest)

    monkeypatch.setattr(fixing, "put_back", meddle)
    result = cli("a.md", "b.md", "--fix", code=2)
    assert "被别的程序改过" in result.out
    assert path.read_bytes() == b"mine"
    assert other.read_text("utf-8") == clean
