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
import time
import traceback
from importlib import import_module
from io import StringIO
from itertools import chain, repeat
from math import inf
from pathlib import Path
from typing import TYPE_CHECKING, Any

atheris: Any = import_module("atheris")  # installed by fuzz.py

with atheris.instrument_imports(include=["kuaibao_lint"]):
    from bench.fuzz import inputs
    from rich.console import Console

    from kuaibao_lint import (
        baseline,
        cache,
        expressions,
        facts,
        learning,
        patterns,
        readers,
        yamlfile,
    )  # fmt: skip
    from kuaibao_lint.acceptance import accept
    from kuaibao_lint.cli import ignoring, project
    from kuaibao_lint.cli.fixing import unified
    from kuaibao_lint.cli.stepping import step
    from kuaibao_lint.config import DEFAULTS, Settings
    from kuaibao_lint.config import check as check_configuration
    from kuaibao_lint.document import Text
    from kuaibao_lint.errors import ConfigError, KuaibaoLintError
    from kuaibao_lint.fixes import fix
    from kuaibao_lint.ledger import ledger
    from kuaibao_lint.linter import lint
    from kuaibao_lint.outline import outline
    from kuaibao_lint.packs import check_packs
    from kuaibao_lint.parsing import parse
    from kuaibao_lint.prose import mask
    from kuaibao_lint.reporters import REPORTERS, FileResult, Run, reporter
    from kuaibao_lint.rules import Library, load_library
    from kuaibao_lint.source import Source

if TYPE_CHECKING:
    from collections.abc import Callable

CONTROLS = re.compile("[\x00-\x08\x0b-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069]")
LIBRARY = load_library()
SAMPLE = Source("x.md", inputs.SAMPLE)
REPORT = lint(SAMPLE, LIBRARY)


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
    """Every text parses, every span slices back to its words, and all of it can be shown."""
    source = inputs.source_of(data)
    bulletin = parse(source)
    outline(bulletin)
    stack: list[object] = [bulletin]
    while stack:
        part = stack.pop()
        if isinstance(part, Text) and part.span.of(source.text) != part.text:
            raise AssertionError(f"span {part.span} is not {part.text!r}")
        if isinstance(part, tuple) and not isinstance(part, Source):
            stack.extend(part)


def figures(data: bytes) -> None:
    """Facts and the ledger of any text can be read, and lie in the text."""
    source = inputs.source_of(data)
    bulletin = parse(source)
    masked = mask(source.text)
    if len(masked) != len(source.text):
        raise AssertionError("masking changed the length")
    found = facts.read(bulletin, masked)
    list(project._table(ledger(bulletin, masked, found)))  # noqa: SLF001


def linting(data: bytes) -> None:
    """Every text is linted, its findings lie in it, and every format can show them."""
    source = inputs.source_of(data)
    report = lint(source, LIBRARY)
    for one in report.diagnostics:
        if not 0 <= one.span.start <= one.span.end <= len(source.text):
            raise AssertionError(f"{one.rule} reports outside the text: {one.span}")
        if one.span.of(source.text) != one.text:
            raise AssertionError(f"{one.rule} shows other words than it reports")
    files = (FileResult(source.path, source, report.profile, report.diagnostics),)
    for name in REPORTERS:
        shown = reporter(name)(Run(files))
        if CONTROLS.search(shown):
            raise AssertionError(f"{name} lets a control character through")


def fixing(data: bytes) -> None:
    """Mending ends: what has been mended is not mended again, and can be written."""
    source = inputs.source_of(data)
    for unsafe in (False, True):
        try:
            source.encode(source.text)
        except UnicodeEncodeError:
            return
        fixed = fix(source, lambda one: lint(one, LIBRARY), unsafe=unsafe)
        after = fixed.source
        after.encode(after.text)
        shown = "".join(unified("x.md", source.text, after.text))
        if CONTROLS.search(shown.replace("\r", "")):
            raise AssertionError("the difference lets a control character through")
        before, now = (re.findall(r"\d+", mask(one.text)) for one in (source, after))
        if not unsafe and before != now:
            raise AssertionError("a safe fix changed a digit")
        if any("太慢" in one.reason for one in fixed.refused):
            raise AssertionError("what does harm is not found out")
        if fixed.refused:
            continue  # told to the user; what was refused may be possible in the mended text
        again = fix(after, lambda one: lint(one, LIBRARY), unsafe=unsafe)
        if again.source.text != after.text:
            rules = sorted({one.rule for one in again.applied})
            raise AssertionError(f"mended twice ({'unsafe' if unsafe else 'safe'}): {rules}")


def packs(data: bytes) -> None:
    """A pack is refused with its place, or works; what was checked can be cached."""
    try:
        checked = check_packs([("p.yaml", inputs.pack_of(data))])
        marshal.loads(marshal.dumps(checked))  # noqa: S302 - our own bytes
        library = Library(dict(checked) | {"kuaibao": LIBRARY.packs["kuaibao"]})
        library.chosen = next(iter(checked))
        lint(SAMPLE, library)
    except KuaibaoLintError as error:
        if "None" in str(error) or "object at" in str(error):
            raise AssertionError(f"a message for nobody: {error}") from None


def stepped(data: bytes) -> None:
    """`fix -i` ends whatever is answered, shows no control characters, and obeys a no."""
    source = inputs.source_of(data)
    try:
        source.encode(source.text)
    except UnicodeEncodeError:
        return
    said = "n" if data[-1:] < b"\x40" else "yynaq"
    answers = chain((said[byte % len(said)] for byte in data[-40:]), repeat("q"))
    shown = StringIO()
    done = step(
        source, lambda one: lint(one, LIBRARY), Console(file=shown), lambda _: next(answers)
    )
    done.source.encode(done.source.text)
    if CONTROLS.search(shown.getvalue()):
        raise AssertionError("a control character reaches the terminal")
    if said == "n" and (done.applied or done.source != source):
        raise AssertionError("changed against a no")


HEAD = inputs.SAMPLE.partition("##")[0]


def learnt(data: bytes) -> None:
    """What is learnt of any issues is a profile, and says what stood in them, nothing more."""
    text = inputs.text_of(data).encode("utf-8", "replace").decode()
    issues = [parse(Source("x.md", HEAD + one)) for one in (text, text[: len(text) // 2], text)]
    try:
        profile = learning.learn(issues, "learnt")
    except ValueError as error:
        if not str(error).startswith("应为同一刊物"):
            raise
        return
    value = yamlfile.load(profile).value
    if list(value) not in (keys := [*PROFILE_KEYS], keys[:-1]):
        raise AssertionError(f"other keys: {list(value)}")
    expressions.check(value["applies_to"])
    words = value["vocabulary"] or {}
    sections = {s.heading.name.text for one in issues for s in one.sections if s.heading}
    if set(words.get("sections", ())) != sections:
        raise AssertionError("other sections than there are")


PROFILE_KEYS = ("pack", "title", "extends", "applies_to", "vocabulary", "overrides")
# On these an expression that is slow would show it.
STRAIGHT = ("a" * 3000, "ab" * 1500, "甲乙" * 1500, "aé1 " * 700, ("a" * 60 + "b") * 50)


def expression(data: bytes) -> None:
    """An expression is refused, or quick on any text; its stored code finds the same."""
    words = inputs.expression_of(data)
    try:
        expressions.check(words)
    except ValueError as error:
        if not str(error).startswith("正则表达式"):
            raise
        return
    compiled = patterns.thaw(words, patterns.freeze(words))
    for text in STRAIGHT:
        start = time.process_time()
        got = [one.span() for one in patterns.found(compiled, text, patterns.Budget(inf))]
        used = time.process_time() - start
        if used > 3:
            raise AssertionError(f"{used:.0f} s for {len(text)} characters")
        if got != [one.span() for one in re.compile(words).finditer(text)]:
            raise AssertionError("the stored code finds something else")


def configuration(data: bytes) -> None:
    """A configuration is refused with its place, or can be used and added to."""
    given = inputs.configuration_of(data)
    try:
        values = check_configuration(Path("c.yaml"), given)
    except KuaibaoLintError:
        return
    marshal.dumps(values)
    settings = Settings(DEFAULTS | values, dict.fromkeys(DEFAULTS, "c.yaml"), "/nowhere")
    settings.excludes(Path("/nowhere/x.md"))
    report, _ = accept(REPORT, LIBRARY.ruleset(REPORT.profile), settings, None)
    if len(report.diagnostics) + len(report.suppressed) != len(REPORT.diagnostics) + len(
        REPORT.suppressed
    ):
        raise AssertionError("a finding is lost")
    entries = [ignoring.Entry("x.md", "KB202", "县人大大", "原文")]
    try:
        after = ignoring.inserted(given.decode("utf-8-sig"), entries).encode()
        ignoring._prove(values, after, entries, Path("c.yaml"))  # noqa: SLF001
    except ConfigError:
        return  # told: it cannot be added, the file stays


def known(data: bytes) -> None:
    """A baseline is refused, or leaves out no more than it names, and can be written again."""
    path = Path(cache.folder()) / "baseline.json"
    path.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
    path.write_bytes(inputs.baseline_of(data))
    try:
        entries = baseline.read(path)
    except ConfigError:
        return
    new, old, _ = baseline.apply(REPORT.diagnostics, SAMPLE.text, entries, "x.md")
    left_out = sum(count for count in entries.values() if count > 0)
    if len(new) + len(old) != len(REPORT.diagnostics) or len(old) > left_out:
        raise AssertionError("a finding is lost")
    baseline.write(path, entries)
    if baseline.read(path) != +entries:
        raise AssertionError("what was written is not what is read")


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
    "step": stepped, "learn": learnt, "packs": packs, "expressions": expression,
    "config": configuration, "baseline": known, "cache": stored,
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
