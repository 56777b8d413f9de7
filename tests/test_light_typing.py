"""Our named tuples, beside those of `typing`."""

from __future__ import annotations

import copy
import pickle
import typing
from typing import Any

import pytest

from kuaibao_lint import light_typing


class Ours(light_typing.NamedTuple):
    """A place."""

    name: str
    row: int
    size: int = 1

    @property
    def end(self) -> int:
        """Return where it ends."""
        return self.row + self.size


class Theirs(typing.NamedTuple):
    """A place."""

    name: str
    row: int
    size: int = 1

    @property
    def end(self) -> int:
        """Return where it ends."""
        return self.row + self.size


class Narrow(Ours):
    """A place whose constructor is its own."""

    __slots__ = ()

    def __new__(cls, row: int) -> typing.Self:
        """Make one."""
        return super().__new__(cls, "窄", row)


def outcome(make: Any) -> Any:
    """Return what comes of it: plain values, or the error."""
    try:
        made = make()
    except (TypeError, ValueError, AttributeError) as error:
        return type(error)
    return repr(made).removeprefix(type(made).__name__), tuple(made), made.end


def changed(made: Any, name: str) -> Any:
    """Return it with another value for a field, which it does not take."""
    setattr(made, name, 4)
    return made


USES: list[Any] = [
    lambda kind: kind("甲", 3),
    lambda kind: kind("甲", 3, 4),
    lambda kind: kind("甲", size=2, row=5),
    lambda kind: kind("甲"),
    lambda kind: kind("甲", 1, 2, 3),
    lambda kind: kind("甲", 1, column=3),
    lambda kind: kind("甲", 3)._replace(size=7),
    lambda kind: kind("甲", 3)._replace(column=7),
    lambda kind: kind._make(["甲", 3, 2]),
    lambda kind: kind._make(["甲", 3]),
    lambda kind: kind(**kind("甲", 3)._asdict()),
    lambda kind: copy.copy(kind("甲", 3)),
    lambda kind: changed(kind("甲", 3), "row"),
    lambda kind: changed(kind("甲", 3), "other"),
]


@pytest.mark.parametrize("use", USES)
def test_they_do_the_same(use: Any) -> None:
    assert outcome(lambda: use(Ours)) == outcome(lambda: use(Theirs))


@pytest.mark.parametrize("name", ["__doc__", "_fields", "_field_defaults", "__match_args__"])
def test_they_say_the_same_of_themselves(name: str) -> None:
    assert getattr(Ours, name) == getattr(Theirs, name)


def test_they_are_tuples() -> None:
    assert Ours("甲", 3) == ("甲", 3, 1)
    assert hash(Ours("甲", 3)) == hash(("甲", 3, 1))
    brought = pickle.loads(pickle.dumps(Ours("甲", 3)))  # noqa: S301 - our own
    assert brought == Ours("甲", 3)
    assert type(brought) is Ours


def test_a_subclass_may_have_a_constructor_of_its_own() -> None:
    assert [*Narrow(3), *Narrow(4)] == ["窄", 3, 1, "窄", 4, 1]
    assert [*Ours("宽", 3)] == ["宽", 3, 1]


def test_no_field_without_default_follows_one_with() -> None:
    with pytest.raises(TypeError, match="default"):

        class Wrong(light_typing.NamedTuple):
            one: int = 1
            two: int  # type: ignore[misc]
