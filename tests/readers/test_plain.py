"""Bytes → text without a guess, and back without a loss."""

from __future__ import annotations

import codecs
import os
from typing import TYPE_CHECKING

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kuaibao_lint import readers
from kuaibao_lint.errors import ReadError

if TYPE_CHECKING:
    from pathlib import Path

TEXT = "# 云岭县政务快报{n}{n}第 20 期{n}金额 3.5 万元，𠮷祥村。{n}"
ENCODINGS = {
    "utf-8": b"",
    "utf-8 with mark": codecs.BOM_UTF8,
    "gb18030": b"",
    "utf-16-le": codecs.BOM_UTF16_LE,
    "utf-16-be": codecs.BOM_UTF16_BE,
}


@pytest.mark.parametrize("newline", ["\n", "\r\n", "\r"])
@pytest.mark.parametrize("name", ENCODINGS)
def test_every_encoding_and_newline_is_read_and_written_back(name: str, newline: str) -> None:
    text, bom = TEXT.format(n=newline), ENCODINGS[name]
    encoding = name.partition(" ")[0]
    data = bom + text.encode(encoding)
    source = readers.read(data, "a.md")
    assert source.text == text
    assert (source.encoding, source.bom, source.newline) == (encoding, bom, newline)
    assert source.encode(source.text) == data


@given(
    st.binary(max_size=200)
    | st.text(max_size=80).map(lambda text: text.encode("gb18030", "replace"))
)
def test_any_bytes_are_read_or_refused_in_words(data: bytes) -> None:
    try:
        source = readers.read(data, "a.txt")
    except ReadError:
        with pytest.raises(ReadError, match=r"第 \d+ 字节"):
            readers.read(data, "a.txt")
    else:
        again = readers.read(source.encode(source.text), "a.txt")
        assert again.text == source.text
        if source.encoding != "gb18030":  # there a character may have two encodings
            assert source.encode(source.text) == data


@given(
    st.text(max_size=200).filter(lambda text: not text.startswith("\ufeff") and "\0" not in text)
)
def test_any_utf8_is_read_as_itself(text: str) -> None:
    assert readers.read(text.encode(), "a.md").text == text


def test_mixed_newlines_stay_as_they_are() -> None:
    data = "甲\r\n乙\n丙\r丁".encode()
    source = readers.read(data, "a.md")
    assert source.encode(source.text) == data


def test_an_empty_file_is_an_empty_text() -> None:
    assert readers.read(b"", "a.md").text == ""
    assert readers.read(codecs.BOM_UTF8, "a.md").text == ""


@pytest.mark.parametrize("cut", [1, 2])
def test_damaged_utf8_is_not_read_as_gb18030(cut: int) -> None:
    whole = "云岭县人民政府办公室编发的政务快报，请各单位认真学习。".encode()
    damaged = whole[:9] + whole[9 + cut :]
    with pytest.raises(ReadError, match="UTF-8 编码在第 10 字节处损坏"):
        readers.read(damaged, "a.md")


def test_a_binary_file_is_named_as_such() -> None:
    with pytest.raises(ReadError, match="二进制文件（第 4 字节"):
        readers.read(b"abc\0def", "a.md")


def test_bytes_in_no_encoding_are_named_by_their_offset() -> None:
    with pytest.raises(ReadError, match="第 4 字节不合 UTF-8，第 4 字节不合 GB18030"):
        readers.read(b"abc\xff\xff\xff", "a.md")


@pytest.mark.parametrize(
    ("data", "offset"),
    [
        (codecs.BOM_UTF8 + b"abc\xff", 7),
        (codecs.BOM_UTF16_LE + "快".encode("utf-16-le") + b"\x01", 5),
        (codecs.BOM_UTF16_BE + b"\xd8\x00\x00\x41", 3),
    ],
)
def test_a_mark_decides_and_damage_behind_it_is_named(data: bytes, offset: int) -> None:
    with pytest.raises(ReadError, match=f"第 {offset} 字节处损坏"):
        readers.read(data, "a.md")


def test_paths_are_shown_with_slashes(tmp_path: Path) -> None:
    file = tmp_path / "a.md"
    file.write_bytes(b"x")
    assert readers.read_path(file, "folder\\a.md").path == "folder/a.md"


def test_a_missing_file_is_told(tmp_path: Path) -> None:
    with pytest.raises(ReadError, match="文件不存在"):
        readers.read_path(tmp_path / "no.md")


def test_a_folder_is_no_file(tmp_path: Path) -> None:
    with pytest.raises(ReadError, match="这是文件夹"):
        readers.read_path(tmp_path)


def test_a_file_without_permission_is_told(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    file = tmp_path / "a.md"
    file.write_bytes(b"x")

    def refuse(*_: object) -> int:
        raise PermissionError(13, "Permission denied")

    monkeypatch.setattr(os, "open", refuse)  # the tests may run as root
    with pytest.raises(ReadError, match="没有读取权限"):
        readers.read_path(file)


@pytest.mark.parametrize("codec", ["utf-32-le", "utf-32-be"])
def test_utf_32_is_refused_and_not_read_as_utf_16(codec: str) -> None:
    mark = codecs.BOM_UTF32_LE if codec.endswith("le") else codecs.BOM_UTF32_BE
    with pytest.raises(ReadError, match="UTF-32"):
        readers.read(mark + "云岭县".encode(codec), "issue.md")
