"""What few runs need is imported at its first call, and is the same function from then on."""

from __future__ import annotations

import re
import sys
from importlib import import_module
from pathlib import Path

import pytest

import kuaibao_lint
from kuaibao_lint.later import later


def test_the_module_comes_with_the_first_call(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delitem(sys.modules, "kuaibao_lint.numerals", raising=False)
    call = later("numerals", "integer")
    assert "kuaibao_lint.numerals" not in sys.modules
    assert [call("十二"), call("二十")] == [12, 20]
    assert "kuaibao_lint.numerals" in sys.modules


@pytest.mark.parametrize(
    ("module", "function", "error"),
    [("no_such_module", "x", ImportError), ("later", "no_such_function", AttributeError)],
)
def test_a_wrong_name_shows_at_the_first_call(
    module: str, function: str, error: type[Exception]
) -> None:
    call = later(module, function)
    with pytest.raises(error):
        call()


def test_every_function_that_comes_later_is_there() -> None:
    """Each name that is given to `later` in the package leads to a function."""
    root = Path(kuaibao_lint.__file__).parent
    named = re.compile(r'(?:later|_in)\((?:f?"(?:\{_HERE\}\.)?([\w.]+)"|_HERE), "(\w+)"\)')
    seen = 0
    for file in root.rglob("*.py"):
        text = file.read_text("utf-8")
        here = re.search(r'^_HERE = "([\w.]+)"', text, re.MULTILINE)
        for module, function in named.findall(text):
            inside = f"{here[1]}.{module}".rstrip(".") if here else module
            inside = f"facts.relations.{module}" if file.name == "reckonings.py" else inside
            assert callable(getattr(import_module(f"kuaibao_lint.{inside}"), function))
            seen += 1
    assert seen > 40
