"""Entries without use, taken out of the configuration file that has them.

Only stretches of its text are taken away, so all else stays byte for byte, comments and layout
too. It is offered only where reading the file again shows that exactly these entries are gone.
"""

from __future__ import annotations

from itertools import pairwise
from pathlib import Path

from kuaibao_lint import config, fixes, readers, yamlfile
from kuaibao_lint.cli import fixing
from kuaibao_lint.cli.upkeep import say
from kuaibao_lint.diagnostics import Diagnostic, Edit
from kuaibao_lint.errors import ConfigError, ReadError
from kuaibao_lint.ignores import Ignore
from kuaibao_lint.light_typing import TYPE_CHECKING, Any
from kuaibao_lint.reporters import FileResult
from kuaibao_lint.source import Lines, Source, Span

if TYPE_CHECKING:
    from collections.abc import Collection, Iterator, Mapping, Sequence

    from kuaibao_lint.cli.linting import Job
    from kuaibao_lint.rules import Rule

Place = tuple[str, int]  # the key in the configuration, and the number of the entry under it


def told(
    source: Source, ignores: Sequence[Ignore], unused: Collection[int], rule: Rule
) -> FileResult:
    """Return the result for a configuration file: its entries without use, each with its removal.

    source: of that file. ignores: its entries; unused: the places of those without use.
    """
    lines = Lines(source.text)
    removable = removals(source, ignores, unused)
    found = []
    for place in sorted(unused):
        entry = ignores[place]
        line = lines.span(entry.line)
        text = line.of(source.text)
        span = Span(line.start + len(text) - len(text.lstrip(" -\t")), line.end)
        words = span.of(source.text)
        message = rule.message.format(found=words, rules="、".join(entry.rules))
        edits = (Edit(removable[place], ""),) if place in removable else ()
        safety = (rule.fix or "unsafe") if edits else None
        found.append(
            Diagnostic(source.path, rule.id, rule.name, rule.severity, message, span, words,
                       edits, safety)
        )
    return FileResult(source.path, source, diagnostics=tuple(found))


def mended(result: FileResult, job: Job) -> FileResult:
    """Return what became of a configuration file whose entries without use are taken out.

    The file is written, or the difference is in the result, as the job says.
    """
    chosen = [one for one in result.diagnostics if one.fixable or (job.unsafe and one.edits)]
    if not chosen or result.source is None:
        return result
    before = result.source
    after = before._replace(text=fixes.apply(before.text, chosen))
    diff = ""
    if job.write:
        path = Path(result.path)
        # A link is followed where the user named it, or where it stays beside the bulletins.
        allowed = result.path if job.chosen else str(path.parent)
        try:
            fixing.put_back(result.path, readers.read_bytes(path), before, after.text, (allowed,))
        except ReadError as error:
            return FileResult(result.path, error=str(error))
        say(f"已从 {result.path} 删去 {len(chosen)} 条没有用到的忽略。")
    else:
        diff = "".join(fixing.unified(result.path, before.text, after.text))
    edits = [edit for one in chosen for edit in one.edits]
    left = tuple(fixes.moved((one for one in result.diagnostics if one not in chosen), edits))
    return result._replace(source=after, diagnostics=left, fixed=len(chosen), diff=diff)


def removals(
    source: Source, ignores: Sequence[Ignore], unused: Collection[int]
) -> Mapping[int, Span]:
    """Return the stretch of text of each entry that can be taken out, by its place.

    Stretches do not overlap, and each may be taken away without the others. There are none where
    the text, read again, would say anything else than the file without these entries.
    """
    path = Path(source.path)
    try:
        old = config.check(path, source.text.encode())
    except (ConfigError, UnicodeEncodeError):
        return {}
    places = [(key, n) for key in config.ENTRIES for n in range(len(old.get(key, ())))]
    if [Ignore(*old[key][n]) for key, n in places] != list(ignores):
        return {}  # the file was changed meanwhile
    found = _stretches(source.text, {places[one] for one in unused})
    spans = {one: found[places[one]] for one in unused if places[one] in found}
    stretches = sorted(spans.values())
    if any(before.overlaps(after) for before, after in pairwise(stretches)):
        return {}  # two entries on one line, divided by a newline of YAML alone (U+2028)
    text = source.text
    for span in reversed(stretches):
        text = text[: span.start] + text[span.end :]
    gone = {places[one] for one in spans}
    try:
        new = config.check(path, text.encode())
    except ConfigError:
        return {}
    return spans if _content(new, set()) == _content(old, gone) else {}


def _content(values: Mapping[str, Any], without: set[Place]) -> dict[str, Any]:
    """Return what a configuration says, whatever the line, without some of its entries."""
    content = dict(values)
    for key in config.ENTRIES:
        content[key] = [
            Ignore(*one)._replace(line=0)
            for number, one in enumerate(values.get(key, ()))
            if (key, number) not in without
        ]
    return content


def _stretches(text: str, unused: set[Place]) -> dict[Place, Span]:
    """Return what to take away of a text for each entry, as far as that is sure."""
    import yaml

    try:
        root = yamlfile.nodes(text)
    except yamlfile.YamlError:
        return {}
    dashes = [
        token.start_mark.index
        for token in yaml.scan(text, Loader=yaml.SafeLoader)
        if isinstance(token, yaml.BlockEntryToken)
    ]
    found: dict[Place, Span] = {}
    for key, value in root.value:
        numbers = {number for name, number in unused if name == key.value}
        if not numbers:
            continue
        entries = list(_entries(value))
        if value.flow_style:
            spans = _in_brackets(text, entries, numbers)
        else:
            listed = value.id == "sequence"
            spans = {
                number: _rows(text, entries[number], dashes if listed else ())
                for number in numbers
            }
        found |= {(key.value, number): span for number, span in spans.items()}
    return found


def _entries(value: Any) -> Iterator[Span]:
    """Yield where the entries of a list, or the pairs of a mapping, stand."""
    for one in value.value:
        first, last = one if isinstance(one, tuple) else (one, one)
        yield Span(first.start_mark.index, yamlfile.content_end(last))


def _rows(text: str, entry: Span, dashes: Sequence[int]) -> Span:
    """Return the whole lines of an entry that has lines to itself, from its dash if it has one."""
    begin = max((dash for dash in dashes if dash < entry.start), default=entry.start)
    end = entry.start + len(entry.of(text).rstrip())
    lines = Lines(text)
    first, last = (lines.position(at)[0] for at in (begin, max(begin, end - 1)))
    starts = [*lines.starts, len(text)]
    return Span(starts[first - 1], starts[last])


def _in_brackets(text: str, entries: list[Span], unused: set[int]) -> dict[int, Span]:
    """Return the entries of a list in brackets, each with one comma.

    With the comma behind it, or for those behind the last that stays, with the one before it. An
    entry is left out where a comment stands beside that comma.
    """
    stays = max(set(range(len(entries))) - unused, default=-1)
    spans = {}
    for number in unused:
        entry = entries[number]
        if number > stays >= 0:
            span = Span(entries[number - 1].end, entry.end)
        elif number + 1 < len(entries):
            span = Span(entry.start, entries[number + 1].start)
        else:
            rest = text[entry.end :]
            blanks = len(rest) - len(rest.lstrip())
            comma = rest[blanks : blanks + 1] == ","
            span = Span(entry.start, entry.end + blanks + 1) if comma else entry
        beside = text[span.start : entry.start] + text[entry.end : span.end]
        if "#" not in beside:
            spans[number] = span
    return spans
