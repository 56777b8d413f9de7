"""What the modules on the way of a plain run need of `typing`, without importing it.

Importing `typing` takes 3 ms, and its `NamedTuple` compiles the annotations of each class, which
takes twice that: together a tenth of a run. Type checkers see the originals.
"""

from __future__ import annotations

from collections import namedtuple

__all__ = ["TYPE_CHECKING", "Any", "NamedTuple"]

TYPE_CHECKING = False  # type checkers know the name

if TYPE_CHECKING:
    from typing import Any, NamedTuple
else:
    Any = object  # only annotations name it, and those are never evaluated

    _OWN = ("__annotations__", "__module__", "__qualname__")

    class _Maker(type):
        """Makes a named tuple of a class statement, as `typing.NamedTuple` does."""

        def __new__(cls, name: str, _: tuple[type, ...], body: dict[str, object]) -> type:
            fields = body.get("__annotations__", {})
            defaults = [body[field] for field in fields if field in body]
            made = namedtuple(name, fields, defaults=defaults, module=body["__module__"])
            made.__annotations__ = fields
            made.__qualname__ = body["__qualname__"]
            for key, value in body.items():
                if key not in fields and key not in _OWN:
                    setattr(made, key, value)
            return made

    NamedTuple = type.__new__(_Maker, "NamedTuple", (), {})
