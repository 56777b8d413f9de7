"""Bulletin → Facts: what the text says in figures, dates and periods."""

from __future__ import annotations

from kuaibao_lint.facts.model import DateMention, Facts, Percent, Period, Quantity

__all__ = ["DateMention", "Facts", "Percent", "Period", "Quantity"]
