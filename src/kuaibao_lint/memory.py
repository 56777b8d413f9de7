"""What was found in files that have not changed since: the second run of an archive is quick.

An entry is found by a hash of the file's bytes and of all that its findings depend on, so nothing
has to be invalidated. The hash is a cryptographic one: a bulletin cannot be made to pass for
another. Entries lie in a few files of the cache folder, of which a run reads those it needs.
"""

from __future__ import annotations

import marshal

from kuaibao_lint import cache
from kuaibao_lint.diagnostics import Diagnostic, Report, Silencing, restored_in
from kuaibao_lint.light_typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from kuaibao_lint.source import Source

# Digest → plain value as `marshal` writes it, of one shard or of several: who reads a shard wants
# one value of hundreds, and the process that found a value has written it.
Entries = dict[bytes, bytes]

SHARDS = 64
# How many files one shard remembers; the oldest are forgotten first.
ROOM = 1_000


def digest(data: bytes, *context: bytes) -> bytes:
    """Return 16 bytes that stand for a file's content and what else matters, in this order."""
    try:
        # `hashlib` would import OpenSSL, which takes longer than reading the entry.
        from _blake2 import blake2b
    except ImportError:
        from hashlib import blake2b

    state = blake2b(len(context).to_bytes(8, "big"), digest_size=16)
    for part in context:
        state.update(len(part).to_bytes(8, "big"))
        state.update(part)
    state.update(data)
    found: bytes = state.digest()
    return found


class Memory:
    """Remembers plain values (what `marshal` knows) by digest, in shards that are read when needed.

    name: of the kind of entry; the shards are `name-NN`. lasting: whether anything is remembered
    from one run to the next.
    """

    def __init__(self, name: str = "findings", *, lasting: bool = True) -> None:
        self.name = name
        self.lasting = lasting
        self._shards: dict[int, Entries] = {}
        self._new: Entries = {}

    def recall(self, key: bytes) -> Any:
        """Return what was kept under a digest, or None."""
        value = self._new.get(key)
        if value is None:
            number = key[0] % SHARDS
            if number not in self._shards:
                self._shards[number] = self._read(number)
            value = self._shards[number].get(key)
        return None if value is None else marshal.loads(value)  # noqa: S302 - `cache` let it pass

    def keep(self, key: bytes, value: Any) -> None:
        """Keep a value; it is there for later runs once `save` was called."""
        if self.lasting:
            self._new[key] = marshal.dumps(value)

    @property
    def grown(self) -> bool:
        """Tell whether there is something that `save` has not written yet."""
        return bool(self._new)

    def taken(self) -> Entries:
        """Return what is new, to be given to the memory of another process; here it is gone."""
        taken, self._new = self._new, {}
        return taken

    def give(self, entries: Entries) -> None:
        """Keep what another memory found."""
        self._new.update(entries)

    def save(self) -> None:
        """Write what is new, beside what other runs wrote in the meantime."""
        by_shard: dict[int, Entries] = {}
        for key, value in self.taken().items():
            by_shard.setdefault(key[0] % SHARDS, {})[key] = value
        for number, new in by_shard.items():
            entries = {**self._read(number), **new}
            for key in list(entries)[: max(0, len(entries) - ROOM)]:
                del entries[key]
            cache.put(f"{self.name}-{number:02}", (), entries)
        if by_shard:  # the folder is looked through once, not once a shard
            cache.remove_stale(self.name)

    def _read(self, number: int) -> Entries:
        if not self.lasting:
            return {}
        found = cache.load(f"{self.name}-{number:02}", ())
        return found if isinstance(found, dict) else {}


def key(source: Source, stamp: bytes) -> bytes:
    """Return the digest of a report: of the text, of whether it is Markdown, and of the rules.

    stamp: stands for the rules (`config.Configuration.stamp`). A report depends on nothing else.
    """
    kind = b"markdown" if source.is_markdown else b"plain"
    return digest(source.text.encode("utf-8", "surrogatepass"), stamp, kind)


def plain(report: Report) -> Any:
    """Return a report as plain values, without its source and path."""
    return (
        report.profile,
        tuple(map(Diagnostic.plain, report.diagnostics)),
        tuple(map(Diagnostic.plain, report.suppressed)),
        tuple(map(tuple, report.silencings)),
        report.whole,
    )


def report(kept: Any, source: Source) -> Report:
    """Return the report that plain values stand for."""
    profile, diagnostics, suppressed, silencings, whole = kept
    return Report(
        source,
        profile,
        restored_in(source, diagnostics),
        restored_in(source, suppressed),
        tuple(Silencing(*one) for one in silencings),
        whole,
    )
