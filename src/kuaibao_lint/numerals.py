"""Printed integers: Arabic, full-width and Chinese."""

from __future__ import annotations

# A character of the number of an issue, as a pattern.
NUMERAL = "[0-9０-９〇○零一二三四五六七八九十百壹贰叁肆伍陆柒捌玖拾佰]"
_DIGITS = {digit: value for value, digit in enumerate("〇一二三四五六七八九")}
_DIGITS |= {"○": 0, "零": 0, "两": 2}
_DIGITS |= {digit: value for value, digit in enumerate("壹贰叁肆伍陆柒捌玖", 1)}
_DIGITS |= {chr(ord("0") + value): value for value in range(10)}
_DIGITS |= {chr(ord("０") + value): value for value in range(10)}
_TENS = {"十": 10, "百": 100, "千": 1000, "拾": 10, "佰": 100}


def integer(text: str) -> int | None:
    """Return the value of 20, ２０, 二十, 贰拾, 二〇二四 or 三百一十二; None for anything else.

    Numbers below ten thousand; larger ones are printed in digits in a bulletin.
    """
    if not text:
        return None
    if not any(unit in text for unit in _TENS):
        value = 0
        for character in text:
            digit = _DIGITS.get(character)
            if digit is None:
                return None
            value = value * 10 + digit
        return value
    total, pending = 0, -1
    for character in text:
        if character in _TENS:
            total += (pending if pending > 0 else 1) * _TENS[character]
            pending = -1
        elif character in _DIGITS:
            pending = _DIGITS[character]
        else:
            return None
    return total + max(pending, 0)
