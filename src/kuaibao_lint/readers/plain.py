"""Plain text and Markdown: bytes → Source, without a guess.

A byte order mark decides; else strict UTF-8; else strict GB18030, which includes GBK and GB2312.
Text that is neither is refused with the offset of the byte where decoding stopped.
"""

from __future__ import annotations

import codecs
import re

from kuaibao_lint.errors import ReadError
from kuaibao_lint.source import Source, dominant_newline

_BOMS = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
# A character of two or more bytes in UTF-8, by the form of its bytes.
_MULTIBYTE = rb"[\xc3-\xdf][\x80-\xbf]|[\xe0-\xef][\x80-\xbf]{2}|[\xf0-\xf4][\x80-\xbf]{3}"


def read(data: bytes, path: str) -> Source:
    """Decode a file. Raises ReadError where it is no text in an encoding that we know."""
    if data.startswith((codecs.BOM_UTF32_LE, codecs.BOM_UTF32_BE)):
        # Its mark begins like that of UTF-16, which would read every second character as NUL.
        raise ReadError("这是 UTF-32 编码，无法读取，请另存为 UTF-8 后再检查。")
    for bom, encoding in _BOMS:
        if data.startswith(bom):
            return _source(_decode(data[len(bom) :], encoding, len(bom)), path, encoding, bom)
    nul = data.find(b"\0")
    if nul >= 0:
        raise ReadError(f"这是二进制文件（第 {nul + 1} 字节为空字符），不是文本。")
    try:
        return _source(data.decode("utf-8"), path, "utf-8")
    except UnicodeDecodeError as utf8:
        if _is_damaged_utf8(data):
            raise ReadError(
                f"UTF-8 编码在第 {utf8.start + 1} 字节处损坏，请重新保存后再检查。"
            ) from None
        try:
            text = data.decode("gb18030")
        except UnicodeDecodeError as gb18030:
            raise ReadError(
                f"无法识别编码：第 {utf8.start + 1} 字节不合 UTF-8，"
                f"第 {gb18030.start + 1} 字节不合 GB18030。请另存为 UTF-8 后再检查。"
            ) from None
        return _source(text, path, "gb18030")


def _decode(data: bytes, encoding: str, shift: int) -> str:
    try:
        return data.decode(encoding)
    except UnicodeDecodeError as error:
        name = encoding[:6].upper()
        raise ReadError(f"{name} 编码在第 {error.start + shift + 1} 字节处损坏。") from None


def _is_damaged_utf8(data: bytes) -> bool:
    """Tell whether this is UTF-8 with some broken bytes.

    Such bytes are often valid GB18030 too, and would be read as nonsense (涓浗 for 中国). In real
    GB18030 text few byte pairs look like UTF-8; in damaged UTF-8 nearly all do.
    """
    covered = sum(len(found) for found in re.findall(_MULTIBYTE, data))
    high = len(data.translate(None, bytes(range(0x80))))
    return covered > 0.9 * high


def _source(text: str, path: str, encoding: str, bom: bytes = b"") -> Source:
    return Source(path, text, encoding, bom, dominant_newline(text))
