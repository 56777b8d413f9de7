"""What the commands print: whatever stands in a file or pack, nothing that a terminal obeys."""

from __future__ import annotations

import json
import sys

from kuaibao_lint.light_typing import Any
from kuaibao_lint.reporters import UNSAFE, printable

# Inside strings JSON may escape any character.
_ESCAPES = {code: f"\\u{code:04x}" for code in UNSAFE if code >= 0x7F}


def echo(text: str) -> None:
    """Print lines as the console can show them."""
    shown = "\n".join(map(printable, text.split("\n"))) + "\n"
    encoding = sys.stdout.encoding or "utf-8"
    sys.stdout.write(shown.encode(encoding, "replace").decode(encoding))


def echo_json(value: Any) -> None:
    """Print a value as JSON."""
    text = json.dumps(value, ensure_ascii=False, indent=1).translate(_ESCAPES) + "\n"
    encoding = sys.stdout.encoding or "utf-8"
    sys.stdout.write(text.encode(encoding, "backslashreplace").decode(encoding))
