"""Bulletin → Facts: what the figures, windows of time and days of a text are."""

from kuaibao_lint.facts.model import (
    DateMention,
    Facts,
    Number,
    Percent,
    Period,
    Quantity,
    Ratio,
    Relation,
    before,
    within,
)
from kuaibao_lint.facts.reading import read, read_together

__all__ = [
    "DateMention",
    "Facts",
    "Number",
    "Percent",
    "Period",
    "Quantity",
    "Ratio",
    "Relation",
    "before",
    "read",
    "read_together",
    "within",
]
