"""What the modules on the way of a plain run need of `typing`, without importing it.

Importing `typing` takes 3 ms, and its `NamedTuple` takes 0.2 ms a class, that of `collections` 0.1:
with the eighty classes of a run, a tenth of it and more. Here a class takes 0.01 ms, and its
constructor is compiled when it was called some times, which most never are in a short run. Type
checkers see the originals.
"""

from __future__ import annotations

try:
    from _collections import (  # type: ignore[import-not-found]
        _tuplegetter as field_getter,
    )
except ImportError:  # another Python than CPython
    from operator import itemgetter

    def field_getter(index: int, doc: str) -> property:
        """Return what reads one field."""
        return property(itemgetter(index), doc=doc)


__all__ = ["TYPE_CHECKING", "Any", "NamedTuple"]

TYPE_CHECKING = False  # type checkers know the name

if TYPE_CHECKING:
    from typing import Any, NamedTuple
else:
    Any = object  # only annotations name it, and those are never evaluated

    _FEW = 8  # calls that cost less than the compiler
    _calls: dict[type, int] = {}

    def _construct(cls: type, *values: object, **named: object) -> object:
        """Make one of a class's first instances; then compile its constructor, in our place."""
        calls = _calls[cls] = _calls.get(cls, 0) + 1
        if calls <= _FEW:
            given = {**cls._field_defaults, **named} if named else cls._field_defaults
            missing = cls._fields[len(values) :]
            if len(values) + len(missing) == len(cls._fields) and named.keys() <= {*missing}:
                try:
                    return tuple.__new__(cls, (*values, *[given[name] for name in missing]))
                except KeyError:
                    pass  # the compiled one says what is wrong
        owner = next(one for one in cls.__mro__ if "_fields" in vars(one))
        names = ", ".join(owner._fields)
        tail = f"{names}, " if names else ""
        code = f"lambda _cls, {tail}: _new(_cls, ({tail}))"
        new = eval(code, {"_new": tuple.__new__})  # noqa: S307 - the names of our own fields
        new.__name__ = "__new__"
        new.__defaults__ = tuple(owner._field_defaults.values())
        owner.__new__ = staticmethod(new)
        return new(cls, *values, **named)

    class _Named(tuple):
        """What all named tuples can do; as in `collections.namedtuple`."""

        __slots__ = ()

        @classmethod
        def _make(cls, values: object) -> _Named:
            made = tuple.__new__(cls, values)
            if len(made) != len(cls._fields):
                raise TypeError(f"Expected {len(cls._fields)} arguments, got {len(made)}")
            return made

        def _replace(self, /, **given: object) -> _Named:
            made = self._make(map(given.pop, self._fields, self))
            if given:
                raise ValueError(f"Got unexpected field names: {list(given)!r}")
            return made

        def _asdict(self) -> dict[str, object]:
            return dict(zip(self._fields, self, strict=True))

        def __repr__(self) -> str:
            fields = zip(self._fields, self, strict=True)
            return f"{type(self).__name__}({', '.join(f'{k}={v!r}' for k, v in fields)})"

        def __getnewargs__(self) -> tuple[object, ...]:
            return tuple(self)

    class _Maker(type):
        """Makes a named tuple of a class statement, as `typing.NamedTuple` does."""

        def __new__(cls, name: str, _: tuple[type, ...], body: dict[str, object]) -> type:
            fields = tuple(body.get("__annotations__", ()))
            defaults = {field: body[field] for field in fields if field in body}
            if tuple(defaults) != fields[len(fields) - len(defaults) :]:
                raise TypeError(f"{name}: a field without default follows one with default")
            body |= {field: field_getter(at, "") for at, field in enumerate(fields)}
            body |= {
                "__slots__": (),
                "__match_args__": fields,
                "_fields": fields,
                "_field_defaults": defaults,
            }
            body.setdefault("__new__", _construct)
            return type(name, (_Named,), body)

    NamedTuple = type.__new__(_Maker, "NamedTuple", (), {})
