"""What was found in files that have not changed since: the second run of an archive is quick.

An entry is found by a hash of the file's bytes and of all that its findings depend on, so nothing
has to be invalidated. The hash is a cryptographic one: a bulletin cannot be made to pass for
another. Entries lie in a few files of the cache folder, of which a run reads those it needs.
"""

from __future__ import annotations

from typing import Any

from kuaibao_lint import cache

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

    state = blake2b(bytes([len(context)]), digest_size=16)
    for part in context:
        state.update(len(part).to_bytes(8, "big"))
        state.update(part)
    state.update(data)
    found: bytes = state.digest()
    return found


class Memory:
    """Remembers plain values (what `marshal` knows) by digest, in shards that are read when needed.

    name: of the kind of entry; the shards are `name-NN`.
    """

    def __init__(self, name: str = "findings") -> None:
        self.name = name
        self._shards: dict[int, dict[bytes, Any]] = {}
        self._new: dict[int, dict[bytes, Any]] = {}

    def recall(self, key: bytes) -> Any:
        """Return what was kept under a digest, or None."""
        number = key[0] % SHARDS
        if number not in self._shards:
            self._shards[number] = self._read(number)
        return self._shards[number].get(key)

    def keep(self, key: bytes, value: Any) -> None:
        """Keep a value; it is there for later runs once `save` was called."""
        self._new.setdefault(key[0] % SHARDS, {})[key] = value

    def save(self) -> None:
        """Write what is new, beside what other runs wrote in the meantime."""
        for number, new in self._new.items():
            entries = {**self._read(number), **new}
            for key in list(entries)[: max(0, len(entries) - ROOM)]:
                del entries[key]
            cache.store(f"{self.name}-{number:02}", (), entries)
        self._new.clear()

    def _read(self, number: int) -> dict[bytes, Any]:
        found = cache.load(f"{self.name}-{number:02}", ())
        return found if isinstance(found, dict) else {}
