"""`--add-ignore`: write the findings of a run into the configuration, each by a quotation.

Into the configuration and not into the bulletin, for what is printed should carry no comments.
"""

from __future__ import annotations

from pathlib import Path

from kuaibao_lint import config, ignores, readers, yamlfile
from kuaibao_lint.cli.upkeep import say
from kuaibao_lint.errors import ConfigError, ReadError
from kuaibao_lint.light_typing import TYPE_CHECKING, Any, NamedTuple
from kuaibao_lint.linter import UNUSED_SUPPRESSION
from kuaibao_lint.replacing import create, replace
from kuaibao_lint.source import Lines, Span, dominant_newline

if TYPE_CHECKING:
    from kuaibao_lint.config import Configuration
    from kuaibao_lint.diagnostics import Diagnostic
    from kuaibao_lint.reporters import FileResult

_KEY = "suppressions"
_SHORT, _LONG = 6, 40  # characters of a quotation: at least, and of the found words at most
_MARKS = "，。；：、！？,;:!?（）()“”《》*#"


class Entry(NamedTuple):
    """What is written: see `ignores`."""

    path: str
    rule: str
    text: str
    reason: str


def add(results: list[FileResult], configuration: Configuration, why: str) -> int:
    """Write an entry for each finding, and return the exit code. Raises ConfigError."""
    failed = False
    wanted: dict[Path, dict[Entry, None]] = {}
    for result in results:
        if result.error is not None or result.notes:
            failed = True
            for words in (result.error, *result.notes):
                say(f"{result.path}：{words}" if words else "")
        if result.source is None:
            continue
        where = _home(Path(result.path), configuration)
        path = _relative(Path(result.path), where.parent)
        found = [one for one in result.diagnostics if one.name != UNUSED_SUPPRESSION]
        entries = (
            Entry(path, one.rule, quotation(result.source.text, one), why) for one in found
        )
        wanted.setdefault(where, {}).update(dict.fromkeys(entries))
    count = 0
    for where, entries_of in wanted.items():
        if entries_of:
            _write(where, list(entries_of))
            count += len(entries_of)
            say(f"已在 {where.as_posix()} 的 {_KEY} 中写入 {len(entries_of)} 条，请补上理由。"
                if not why else
                f"已在 {where.as_posix()} 的 {_KEY} 中写入 {len(entries_of)} 条。")
    if not count:
        say("没有需要写入的问题。")
    return 2 if failed else 0


def quotation(text: str, one: Diagnostic) -> str:
    """Return words by which the place of a finding is known again; "" for the whole file.

    The found words, with as many of the same line round them as make them unique.
    """
    lines = Lines(text)
    start, end = one.span
    if end - start > _LONG:
        end = start + _LONG
    first, last = (lines.span(lines.position(at)[0]) for at in (start, end))
    bare = "".join(text.split())
    clause = _clause(text, Span(start, end), Span(first.start, last.end))
    rooms = (Span(max(first.start, start - n), min(last.end, end + n)) for n in range(0, _LONG, 4))
    for span in (clause, *rooms):
        words = " ".join(span.of(text).split())
        alone = "".join(words.split())
        if _SHORT <= len(alone) <= 2 * _LONG and bare.count(alone) == 1:
            break
    entry = ignores.Ignore("", (one.rule,), words, "", 0, standing=False)
    covered = words and not ignores.apply([one], text, [(0, entry)]).kept
    return words if covered else ""


def _clause(text: str, span: Span, room: Span) -> Span:
    """Return the words round a span up to the next marks of punctuation."""
    start, end = span
    while start > room.start and text[start - 1] not in _MARKS:
        start -= 1
    while end < room.end and text[end] not in _MARKS:
        end += 1
    return Span(start, end)


def _home(path: Path, configuration: Configuration) -> Path:
    """Return the configuration file that speaks for a file, or the one to make."""
    if configuration.isolated:
        raise ConfigError("--isolated 不读配置文件，不能与 --add-ignore 同用。")
    found = configuration.file(path)
    if found is not None:
        # It comes with the files, maybe from a stranger: it may not choose what to write.
        if configuration.chosen is None and found.resolve().parent != found.parent.resolve():
            raise ConfigError(
                f"{found.as_posix()} 是链接，指向别的文件夹，没有修改；要写入请用 --config 指明。"
            )
        return found
    here = Path.cwd()
    return (here if here in path.absolute().parents else path.absolute().parent) / config.FILENAME


def _relative(path: Path, folder: Path) -> str:
    """Return the pattern that fits one file, with the marks of patterns made harmless."""
    try:
        inside = path.resolve().relative_to(folder.resolve())
    except ValueError:
        inside = Path(path.name)
    return "".join(f"[{char}]" if char in "*?[" else char for char in inside.as_posix())


def _write(where: Path, entries: list[Entry]) -> None:
    """Put the entries behind those that are there; every other byte of the file stays."""
    try:
        data = readers.read_bytes(where) if where.exists() else b""
        old = config.check(where, data)
        text = data.decode("utf-8-sig")
        after = inserted(text, entries)
        mark = data[: len(data) - len(text.encode())]
        new = mark + after.encode()
        _prove(old, new, entries, where)
        if where.exists():
            replace(where, new, data)
        else:
            create(where, new)
    except ReadError as error:
        raise ConfigError(f"{where.as_posix()}：{error}") from None


def _prove(
    old: dict[str, Any], data: bytes, entries: list[Entry], where: Path
) -> None:
    """Raise ConfigError where a configuration's new bytes do more than add the entries."""
    try:
        new = config.check(where, data)
    except ConfigError:  # the old one was good, so that its layout is to blame
        new = {}

    def plain(values: Any) -> list[Any]:
        return [(path, rules, text, why) for path, rules, text, why, *_ in values]

    added = [(one.path, (one.rule,), one.text, one.reason) for one in entries]
    before = {key: value for key, value in old.items() if key not in config.ENTRIES}
    after = {key: value for key, value in new.items() if key not in config.ENTRIES}
    if before != after or plain(new.get(_KEY, ())) != plain(old.get(_KEY, ())) + added:
        raise ConfigError(
            f"{where.as_posix()}：无法在其中添加 {_KEY}，没有修改；请写成逐行的“键: 值”。"
        )


def inserted(text: str, entries: list[Entry]) -> str:
    """Return a configuration's text with the entries at the end of its list of suppressions.

    Raises ConfigError for a list in brackets, and for a layout that is too odd.
    """
    newline = dominant_newline(text)
    try:
        node = yamlfile.nodes(text)
    except yamlfile.YamlError:
        raise ConfigError("请把配置文件写成逐行的“键: 值”，再用 --add-ignore。") from None
    pairs = node.value if node is not None and node.id == "mapping" else ()
    key, value = next(((k, v) for k, v in pairs if k.value == _KEY), (None, None))
    if key is None or value is None:
        lines = _lines(text)
        rows = [f"{_KEY}:", *_rows(entries, 2)]
        at = len(lines)
    else:
        lines = _lines(text)
        if value.id == "sequence" and value.value and value.flow_style:
            raise ConfigError(f"请把配置文件中的 {_KEY} 写成逐行的列表，再用 --add-ignore。")
        if value.id == "sequence" and value.value:
            rows = _rows(entries, value.start_mark.column)
            at = Lines(text).position(yamlfile.content_end(value))[0]
        else:  # "suppressions:" or "suppressions: []"
            at = key.start_mark.line + 1
            start, end = value.start_mark.index, value.end_mark.index
            if value.id == "sequence" and not value.value:
                lines = _lines(text[:start].rstrip(" ") + text[end:])
            rows = _rows(entries, 2)
    if at and at <= len(lines) and not lines[at - 1].endswith(("\n", "\r")):
        lines[at - 1] += newline
    return "".join([*lines[:at], *(row + newline for row in rows), *lines[at:]])


def _lines(text: str) -> list[str]:
    starts = Lines(text).starts
    bounds = zip(starts, [*starts[1:], len(text)], strict=True)
    return [text[start:end] for start, end in bounds if end > start]


def _rows(entries: list[Entry], indent: int) -> list[str]:
    rows = []
    for one in entries:
        given = {"path": one.path, "rule": one.rule, "text": one.text, "reason": one.reason}
        fields = [f"{key}: {_scalar(value)}" for key, value in given.items() if value]
        rows.append(" " * indent + "- " + fields[0])
        rows += [" " * (indent + 2) + field for field in fields[1:]]
    return rows


def _scalar(text: str) -> str:
    if text.isascii() and text.isalnum() and not text.isdigit():
        return text
    return yamlfile.quoted(text)
