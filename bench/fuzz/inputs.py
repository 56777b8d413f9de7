"""What the fuzzer's bytes become: texts, packs, expressions, configurations and baselines."""

from __future__ import annotations

import re
from pathlib import Path

from kuaibao_lint.source import Source, dominant_newline

ROOT = Path(__file__).resolve().parent.parent.parent
SAMPLE = (ROOT / "examples" / "defects.md").read_text("utf-8")
# A pack is mended by whole lines, a bulletin by whole phrases; a byte chooses one.
PHRASES = (
    *re.findall(r"[^，。；、：（）\n ]{1,12}|[，。；、：（）\n ]", SAMPLE)[:190],
    "\n\n", "\r\n", "\r", "**", "## 【", "】", "（财政局）", "( 财政局 )", "截至目前，", "1-4月",
    "%", "％", "33400万元", "55.3%", "占", "其中：", "增长", "下降", "百分点", "“", "”", "‘", "’",
    "《", "》",
    "<!-- kuaibao-lint: ignore[KB121] x -->", "<!--", "-->", "0" * 40, "1" * 40, "\u0301",
    "\u202e", "\x1b[31m", "\ufeff", "\u3000", "\u3000\u3000", "本期发：", "责任编辑：", "审核：",
    "签发：", "第20期", "2024年5月10日",
    "一、", "二是", "分别", "大大", "`", "](", "http://", "@", "{found}", "{", "}", "\\1", "\ud800",
)  # fmt: skip


def is_chosen(data: bytes) -> bool:
    """Tell whether the bytes choose among what there is (else they are the words themselves)."""
    return data[:1] >= b"\x80"


def raw(data: bytes) -> str:
    """Return the text that the bytes behind the first are."""
    return data[1:].decode("utf-8", "replace")


def text_of(data: bytes) -> str:
    """Return a text, raw or of phrases."""
    if not is_chosen(data):
        return raw(data)
    return "".join(PHRASES[byte % len(PHRASES)] for byte in data[1:])


def source_of(data: bytes) -> Source:
    """Return a text as the source of a Markdown or plain file, in UTF-8 or GB18030."""
    text = text_of(data)
    path = "x.txt" if len(data) % 3 == 0 else "x.md"
    encoding = "gb18030" if len(data) % 5 == 0 else "utf-8"
    return Source(path, text, encoding, newline=dominant_newline(text))


SHIPPED = [path.read_text("utf-8") for path in sorted((ROOT / "rules").glob("*.yaml"))]
LINES = sorted(
    {line for text in SHIPPED for line in text.split("\n")},
    key=lambda line: (len(line), line),
)[:4000]
PACK = (ROOT / "rules" / "privacy.yaml").read_text("utf-8").split("\n")


def pack_of(data: bytes) -> str:
    """Return a pack: raw, or a good one in which the bytes replace and add lines."""
    if not is_chosen(data):
        return raw(data)
    lines = list(PACK)
    for at in range(1, len(data) - 3, 4):
        place = data[at] % len(lines)
        new = LINES[(data[at + 1] << 8 | data[at + 2]) % len(LINES)]
        if data[at + 3] % 3 == 0:
            lines[place] = new
        elif data[at + 3] % 3 == 1:
            lines.insert(place, new)
        else:  # within a line
            middle = data[at + 2] % (len(lines[place]) + 1)
            lines[place] = lines[place][:middle] + chr(data[at + 1]) + lines[place][middle:]
    return "\n".join(lines)


PIECES = (
    "a", "b", "ab", "é", "甲", "[ab]", "[^b]", ".", "\\w", "\\d", "\\s", "\\b", "^", "$", "(", "(",
    "(?:", "(?=", "(?!", "(?<=", "(?<!", "(?>", "(?P<x>", "(?P=x)", "\\1", "(?(1)a|b)", ")", ")",
    ")", "|", "?", "??", "?+", "{0,2}", "{2}", "{0,9}", "{1,30}", "{0,30}?", "{0,200}", "{0,2000}",
    "{0,2000}+", "{9,99}", "(?i)", "(?i:", "(?s:", "(?-i:", "*", "+",
)  # fmt: skip


def expression_of(data: bytes) -> str:
    """Return a regular expression, raw or of pieces."""
    if not is_chosen(data):
        return raw(data)
    return "".join(PIECES[byte % len(PIECES)] for byte in data[1:])


ENTRIES = (
    "- ", "  ", "suppressions:\n", "per-file-ignores:\n", "path: ", "rule: ", "text: ", "reason: ",
    "KB2", "KB202", "KB507", "[KB3, KB5]", "x.md", "'*.md'", "'[!a]*'", "'**/x.md'", "'[x'", "\n",
    "\n", "\n", "人大大", "县人大大", "原文", "{", "}", "[", "]", ", ", ": ", "''", '"\\ud800"',
    "#", "severity: {KB202: info}\n", "exclude: ['*.md']\n", "baseline: b.json\n",
    "packs: []\n", "profile: yanjin\n", "\r\n", "\t", "---\n", "...\n", "|\n", ">-\n", "? ",
    "\u2028", "\x85",
)  # fmt: skip


def configuration_of(data: bytes) -> bytes:
    """Return the bytes of a configuration, raw or of pieces."""
    if not is_chosen(data):
        return data[1:]
    words = "".join(ENTRIES[byte % len(ENTRIES)] for byte in data[1:])
    return words.encode("utf-8", "surrogatepass")


def baseline_of(data: bytes) -> bytes:
    """Return the bytes of a baseline, raw or a good one that the bytes have damaged."""
    if not is_chosen(data):
        return data[1:]
    good = bytearray(
        b'{"version": 2, "findings": [{"path": "x.md", "rule": "KB202", "hash": "0", "count": 1}]}'
    )
    for at in range(1, len(data) - 1, 2):
        good[data[at] % len(good)] = data[at + 1]
    return bytes(good)
