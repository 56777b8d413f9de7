"""Functions that few runs need, whose modules are imported when they are first called.

A module takes 0.1 ms of every run that imports it, whether the run needs it or not.
"""

from __future__ import annotations

import sys

from kuaibao_lint.light_typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Callable


def later(module: str, function: str) -> Callable[..., Any]:
    """Return what calls a function of a module of this package: "facts.claims.rates", "rate".

    What is wrong with the names shows at the first call, as ImportError or AttributeError.
    """
    found: Callable[..., Any] | None = None

    def call(*given: Any) -> Any:
        nonlocal found
        if found is None:
            name = f"{__package__}.{module}"
            __import__(name)  # `importlib` would have to be imported first
            found = getattr(sys.modules[name], function)
        return found(*given)

    return call
