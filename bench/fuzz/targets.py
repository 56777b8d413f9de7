"""What is fuzzed: each target takes bytes, and raises where a promise is broken.

Run by fuzz.py in an environment that has atheris; a finding is written down with its traceback and
the input that made it, and the run goes on. A hang or a crash of the interpreter ends the run: then
libFuzzer keeps the input, and fuzz.py counts it as a finding too.
"""

from __future__ import annotations

import hashlib
import marshal
import re
import sys
import traceback
from importlib import import_module
from pathlib import Path
from typing import TYPE_CHECKING, Any

atheris: Any = import_module("atheris")  # installed by fuzz.py

with atheris.instrument_imports(include=["kuaibao_lint"]):
    from kuaibao_lint import cache, facts, readers
    from kuaibao_lint.config import check as check_configuration
    from kuaibao_lint.document import Text
    from kuaibao_lint.errors import KuaibaoLintError
    from kuaibao_lint.fixes import fix
    from kuaibao_lint.ledger import ledger
    from kuaibao_lint.linter import lint
    from kuaibao_lint.packs import check_packs
    from kuaibao_lint.parsing import parse
    from kuaibao_lint.prose import mask
    from kuaibao_lint.reporters import REPORTERS, FileResult, Run, reporter
    from kuaibao_lint.rules import Library, load_library
    from kuaibao_lint.source import Source, dominant_newline

if TYPE_CHECKING:
    from collections.abc import Callable

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


def text_of(data: bytes) -> str:
    """Return a text: even first byte, the bytes themselves; odd, phrases that they choose."""
    if data[:1] < b"\x80":
        return data[1:].decode("utf-8", "replace")
    return "".join(PHRASES[byte % len(PHRASES)] for byte in data[1:])


def source_of(data: bytes) -> Source:
    """Return a text as the source of a Markdown or plain file, in UTF-8 or GB18030."""
    text = text_of(data)
    path = "x.txt" if len(data) % 3 == 0 else "x.md"
    encoding = "gb18030" if len(data) % 5 == 0 else "utf-8"
    return Source(path, text, encoding, newline=dominant_newline(text))


def read(data: bytes) -> None:
    """Bytes that are read are written back as they were, or known not to be."""
    try:
        source = readers.read(data, "x.md")
    except KuaibaoLintError:
        return
    back = source.encode(source.text)
    if source.encoding != "gb18030" and back != data:
        raise AssertionError("the bytes do not come back")


def parsing(data: bytes) -> None:
    """Every text parses, and every span slices back to its words."""
    source = source_of(data)
    stack: list[object] = [parse(source)]
    while stack:
        part = stack.pop()
        if isinstance(part, Text) and part.span.of(source.text) != part.text:
            raise AssertionError(f"span {part.span} is not {part.text!r}")
        if isinstance(part, tuple) and not isinstance(part, Source):
            stack.extend(part)


def figures(data: bytes) -> None:
    """Facts and the ledger of any text can be read, and lie in the text."""
    source = source_of(data)
    bulletin = parse(source)
    masked = mask(source.text)
    if len(masked) != len(source.text):
        raise AssertionError("masking changed the length")
    found = facts.read(bulletin, masked)
    ledger(bulletin, masked, found)


LIBRARY = load_library()


def linting(data: bytes) -> None:
    """Every text is linted, its findings lie in it, and every format can show them."""
    source = source_of(data)
    report = lint(source, LIBRARY)
    for one in report.diagnostics:
        if not 0 <= one.span.start <= one.span.end <= len(source.text):
            raise AssertionError(f"{one.rule} reports outside the text: {one.span}")
        if one.span.of(source.text) != one.text:
            raise AssertionError(f"{one.rule} shows other words than it reports")
    files = (FileResult(source.path, source, report.profile, report.diagnostics),)
    for name in REPORTERS:
        shown = reporter(name)(Run(files))
        if re.search("[\x00-\x08\x0b-\x1f\x7f-\x9f\u202a-\u202e]", shown):
            raise AssertionError(f"{name} lets a control character through")


def fixing(data: bytes) -> None:
    """Mending ends: what has been mended is not mended again, and can be written."""
    source = source_of(data)
    for unsafe in (False, True):
        try:
            source.encode(source.text)
        except UnicodeEncodeError:
            return
        fixed = fix(source, lambda one: lint(one, LIBRARY), unsafe=unsafe)
        after = fixed.source
        after.encode(after.text)
        if not unsafe and re.findall(r"\d+", source.text) != re.findall(r"\d+", after.text):
            raise AssertionError("a safe fix changed a digit")
        if fixed.refused:
            continue  # told to the user; what was refused may be possible in the mended text
        again = fix(after, lambda one: lint(one, LIBRARY), unsafe=unsafe)
        if again.source.text != after.text:
            rules = sorted({one.rule for one in again.applied})
            raise AssertionError(f"mended twice ({'unsafe' if unsafe else 'safe'}): {rules}")


SHIPPED = [path.read_text("utf-8") for path in (ROOT / "rules").glob("*.yaml")]
LINES = sorted(
    {line for text in SHIPPED for line in text.split("\n")},
    key=lambda line: (len(line), line),
)[:4000]
PACK = (ROOT / "rules" / "privacy.yaml").read_text("utf-8").split("\n")


def pack_of(data: bytes) -> str:
    """Return a pack: raw, or a good one in which the bytes replace and add lines."""
    if data[:1] < b"\x80":
        return data[1:].decode("utf-8", "replace")
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


TARGET_TEXT = Source("x.md", SAMPLE)


def packs(data: bytes) -> None:
    """A pack is refused with its place, or works; what was checked can be cached."""
    try:
        checked = check_packs([("p.yaml", pack_of(data))])
        marshal.loads(marshal.dumps(checked))  # noqa: S302 - our own bytes
        library = Library(dict(checked) | {"kuaibao": LIBRARY.packs["kuaibao"]})
        library.chosen = next(iter(checked))
        lint(TARGET_TEXT, library)
    except KuaibaoLintError as error:
        if "None" in str(error) or "object at" in str(error):
            raise AssertionError(f"a message for nobody: {error}") from None


def configuration(data: bytes) -> None:
    """A configuration is refused with its place, or holds values of the right types."""
    try:
        values = check_configuration(Path("c.yaml"), data)
    except KuaibaoLintError:
        return
    marshal.dumps(values)


def stored(data: bytes) -> None:
    """Whatever bytes lie in the cache, they are passed over.

    Not with a checksum forged to fit: `marshal` then crashes, as Python's manual warns. Only the
    user can write there; see docs/security.md.
    """
    path = Path(cache.folder()) / "fuzzed.bin"
    path.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
    path.write_bytes(data)
    if cache._read(str(path)) is not None:  # noqa: SLF001
        raise AssertionError("bytes that nobody stored were read")


TARGETS: dict[str, Callable[[bytes], None]] = {
    "read": read, "parse": parsing, "facts": figures, "lint": linting, "fix": fixing,
    "packs": packs, "config": configuration, "cache": stored,
}  # fmt: skip
_seen: dict[str, int] = {}


def main() -> None:
    """`targets.py TARGET FINDINGS [libFuzzer's options] CORPUS`."""
    name, findings = sys.argv[1], Path(sys.argv[2])
    target = TARGETS[name]

    def one(data: bytes) -> None:
        try:
            target(data)
        except Exception as error:  # noqa: BLE001 - whatever it is, it is a finding
            frames = traceback.extract_tb(error.__traceback__)
            place = f"{Path(frames[-1].filename).name}:{frames[-1].lineno}"
            words = str(error) if isinstance(error, AssertionError) else type(error).__name__
            key = f"{name} {place} {words[:90]}"
            _seen[key] = _seen.get(key, 0) + 1
            if _seen[key] == 1:
                mark = hashlib.sha256(key.encode("utf-8", "replace")).hexdigest()[:10]
                (findings / f"{name}-{mark}.bin").write_bytes(data)
                (findings / f"{name}-{mark}.txt").write_text(
                    f"{key}\n{traceback.format_exc()}", "utf-8", "backslashreplace"
                )

    atheris.Setup([sys.argv[0], *sys.argv[3:]], one)
    atheris.Fuzz()


if __name__ == "__main__":
    main()
