"""Printed numerals → exact decimals."""

from __future__ import annotations

from decimal import Decimal
from itertools import pairwise

from kuaibao_lint.patterns import pattern

_ONE = Decimal(1)
_FULL = str.maketrans("０１２３４５６７８９．＋－−–", "0123456789.+---", ",  \t\u3000\u00a0")
_DIGITS = {c: n for n, c in enumerate("零一二三四五六七八九")} | {"〇": 0, "两": 2}
_TENS = {"十": 10, "百": 100, "千": 1000}

MULTIPLES = {
    "": Decimal(1),
    "百": Decimal(100),
    "千": Decimal(1000),
    "万": Decimal(10_000),
    "百万": Decimal(1_000_000),
    "千万": Decimal(10_000_000),
    "亿": Decimal(100_000_000),
    "百亿": Decimal(10_000_000_000),
    "千亿": Decimal(100_000_000_000),
    "万亿": Decimal(1_000_000_000_000),
    "百万亿": Decimal(100_000_000_000_000),
    "千万亿": Decimal(1_000_000_000_000_000),
}
# 12315系统, 110接处警: what one calls, and no amount of anything.
CALLED = pattern("12[0-9]{3}|11[09]|12[02]")
# A number of more digits is an account or a telephone, and no figure to reckon with.
LONGEST = 13


def decimal(text: str) -> tuple[Decimal, Decimal]:
    """Return the value of "１2,345.60" and one unit in its last printed place (0.01)."""
    if text.isascii() and text.isdigit():  # most are
        return Decimal(text), _ONE
    plain = text.translate(_FULL)
    _, _, places = plain.partition(".")
    return Decimal(plain), _ONE.scaleb(-len(places))


def words(text: str) -> int | None:
    """Return the value of 一百二十三 or 两千零五; None where it is no whole number (三四十)."""
    total, digit, highest = 0, None, 10_000
    for char in text:
        if char in _TENS:
            ten = _TENS[char]
            if ten >= highest or (digit is None and (ten != 10 or total)):
                return None
            total += (1 if digit is None else digit) * ten
            highest, digit = ten, None
        elif char in "零〇":
            if digit is not None or not total:
                return None
        elif digit is not None:
            return None
        else:
            digit = _DIGITS[char]
    return total + (digit or 0)


def single(word: str) -> int:
    """Return the value of one numeral that stands alone: 2 for 两, 10 for 十."""
    return _TENS.get(word) or _DIGITS[word]


def digits(text: str) -> Decimal:
    """Return 二五 as 0.25: the digits behind 点."""
    return Decimal("0." + "".join(str(_DIGITS[c]) for c in text)) if text else Decimal(0)


def slips(digits: str) -> list[str]:
    """Return every number that one slip of the finger makes into `digits`."""
    places = [index for index, char in enumerate(digits) if char.isdigit()]
    if len(places) > 13:
        return []
    made = [
        digits[:place] + digit + digits[place + 1 :]
        for place in places
        for digit in "0123456789"
        if digit != digits[place]
    ]
    for first, second in pairwise(places):
        swapped = list(digits)
        swapped[first], swapped[second] = swapped[second], swapped[first]
        made.append("".join(swapped))
    # 045 and 0.0 are no numbers that anyone meant.
    return [one for one in made if one[:1] != "0" or (one[1:2] == "." and one.strip("0."))]
