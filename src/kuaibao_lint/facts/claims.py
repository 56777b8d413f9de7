"""Facts → claims and relations (to come)."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from kuaibao_lint.document import Bulletin
    from kuaibao_lint.facts.model import Facts


def relate(bulletin: Bulletin, text: str, facts: Facts) -> Facts:  # noqa: ARG001
    """Return the facts with the relations between them."""
    return facts
