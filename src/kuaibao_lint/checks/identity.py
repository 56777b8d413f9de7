"""What tells who a person is: identity numbers and telephone numbers."""

from __future__ import annotations

import datetime as dt
from functools import cache

from kuaibao_lint.diagnostics import Edit, Finding
from kuaibao_lint.light_typing import TYPE_CHECKING
from kuaibao_lint.patterns import pattern
from kuaibao_lint.source import Span

if TYPE_CHECKING:
    import re
    from collections.abc import Iterator

    from kuaibao_lint.checks import Check
    from kuaibao_lint.context import Context

_WEIGHTS = (7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2)
_CHECK_DIGITS = "10X98765432"


@cache
def _identity() -> re.Pattern[str]:
    return pattern(r"[1-9](?<![0-9A-Za-z].)[0-9]{16}[0-9Xx](?![0-9A-Za-z])")


@cache
def _digits() -> re.Pattern[str]:
    return pattern("[0-9]{17}")


def _could_be(text: str) -> bool:
    """Tell whether there are so many digits in a row, once Chinese is taken away: a quick look."""
    return _digits().search(text.encode("ascii", "ignore").decode()) is not None


def id_number() -> Check:
    """Find citizens' identity numbers (GB 11643), by day of birth and check digit."""

    def check(context: Context) -> Iterator[Finding]:
        if not _could_be(context.text):
            return
        for match in _identity().finditer(context.text):
            number = match.group()
            if is_identity(number):
                yield _masked(Span(*match.span()), number[:3] + "*" * 11 + number[-4:])

    return check


def is_identity(number: str) -> bool:
    """Tell whether 18 characters are an identity number that could have been given."""
    try:
        born = dt.date(int(number[6:10]), int(number[10:12]), int(number[12:14]))
    except ValueError:
        return False
    if not dt.date(1850, 1, 1) <= born <= dt.date(2150, 1, 1):
        return False
    total = sum(int(digit) * weight for digit, weight in zip(number, _WEIGHTS, strict=False))
    return _CHECK_DIGITS[total % 11] == number[-1].upper()


@cache
def _mobile() -> re.Pattern[str]:
    return pattern(
        r"1(?<![0-9A-Za-z.,*]1)(?<![0-9][- ]1)"
        r"[3-9][0-9](?:[0-9]{8}|-[0-9]{4}-[0-9]{4}| [0-9]{4} [0-9]{4})"
        r"(?![0-9A-Za-z%]|[.,-][0-9]|[ ]?[元人万亿吨斤千立平公米件个])"
    )


def phone_number() -> Check:
    """Find mobile numbers of the mainland; a long figure with a unit is none."""

    def check(context: Context) -> Iterator[Finding]:
        for match in _mobile().finditer(context.text):
            number = match.group()
            yield _masked(Span(*match.span()), number[:3] + "****" + number[-4:])

    return check


def _masked(span: Span, masked: str) -> Finding:
    # The message gets the masked number only, so that a report can be passed on.
    return Finding(span, {"masked": masked}, (Edit(span, masked),), unsure=True)
