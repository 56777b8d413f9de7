"""The kinds of check. A pack names a kind; the kind's parameters are the rule's options.

A kind is a function: it takes options (its keyword parameters), prepares what can be prepared
once, and returns a `Check`, which reads a `Context` and yields findings. A kind never sees YAML,
a severity or a message.

To add a kind: write the function in a file of this folder and add one line to `CHECKS`.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal

if TYPE_CHECKING:
    from kuaibao_lint.context import Context
    from kuaibao_lint.diagnostics import Finding

    Check = Callable[[Context], Iterable[Finding]]
