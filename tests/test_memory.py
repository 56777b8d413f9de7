"""What is remembered of files that have not changed."""

from __future__ import annotations

import os
from typing import TYPE_CHECKING

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kuaibao_lint import cache, memory
from kuaibao_lint.memory import Memory, digest

if TYPE_CHECKING:
    from pathlib import Path


@pytest.fixture(autouse=True)
def _own_folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv(cache.ENV, str(tmp_path / "cache"))


def test_a_later_run_recalls_what_was_saved() -> None:
    first = Memory()
    first.keep(digest(b"one"), ("found", 3))
    first.save()
    assert Memory().recall(digest(b"one")) == ("found", 3)
    assert Memory().recall(digest(b"two")) is None


def test_a_memory_that_does_not_last_neither_recalls_nor_saves(tmp_path: Path) -> None:
    key = digest(b"one")
    lasting = Memory()
    lasting.keep(key, 1)
    lasting.save()
    kept = sorted((tmp_path / "cache").iterdir())
    passing = Memory(lasting=False)
    assert passing.recall(key) is None
    passing.keep(digest(b"two"), 2)
    assert not passing.grown
    passing.save()
    assert sorted((tmp_path / "cache").iterdir()) == kept


def test_two_runs_at_once_both_leave_what_they_found() -> None:
    one, two = Memory(), Memory()
    keys = [digest(str(number).encode()) for number in range(200)]
    for key in keys:
        assert one.recall(key) is None
        assert two.recall(key) is None
    for key in keys[:100]:
        one.keep(key, 1)
    for key in keys[100:]:
        two.keep(key, 2)
    one.save()
    two.save()
    assert [Memory().recall(key) for key in keys] == [1] * 100 + [2] * 100


def test_the_oldest_are_forgotten_first(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(memory, "ROOM", 2)
    keys = [bytes([0, number]) for number in range(3)]
    for number, key in enumerate(keys):
        store = Memory()
        store.keep(key, number)
        store.save()
    assert [Memory().recall(key) for key in keys] == [None, 1, 2]


def test_a_damaged_shard_is_as_good_as_none(tmp_path: Path) -> None:
    key = digest(b"one")
    store = Memory()
    store.keep(key, 1)
    store.save()
    for file in (tmp_path / "cache").iterdir():
        file.write_bytes(file.read_bytes()[:-1] + b"?")
    assert Memory().recall(key) is None


@given(st.lists(st.binary(), max_size=4), st.lists(st.binary(), max_size=4), st.binary())
def test_a_digest_tells_its_parts_apart(one: list[bytes], two: list[bytes], data: bytes) -> None:
    assert (digest(data, *one) == digest(data, *two)) == (one == two)


def test_cleaning_removes_the_entries_and_nothing_else(tmp_path: Path) -> None:
    store = Memory()
    store.keep(digest(b"one"), 1)
    store.save()
    (tmp_path / "cache" / "letter.txt").write_text("mine", encoding="utf-8")
    assert cache.clean() == 1
    assert [file.name for file in (tmp_path / "cache").iterdir()] == ["letter.txt"]


def test_what_another_version_left_long_ago_is_removed(tmp_path: Path) -> None:
    folder = tmp_path / "cache"
    folder.mkdir(mode=0o700)
    old, recent, other = (folder / f"{name}.bin" for name in ("packs-1", "packs-2", "else-1"))
    for file in (old, recent, other):
        file.write_bytes(b"")
    for file in (old, other):
        os.utime(file, (0, 0))
    cache.store("packs", (), 1)
    assert not old.exists()
    assert recent.exists()
    assert other.exists()
