"""Chinese numerals: 两千三百万, 一百二十, 卅四, 三点五, 一.三, 五〇五七."""

from __future__ import annotations

from decimal import Decimal

_DIGITS = {"零": 0, "〇": 0, "一": 1, "二": 2, "两": 2, "三": 3, "四": 4, "五": 5, "六": 6, "七": 7, "八": 8, "九": 9}
_TENS = {"廿": 20, "卅": 30}
_UNITS = {"十": 10, "百": 100, "千": 1000}
_GROUPS = {"万": 10_000, "亿": 100_000_000}


def chinese_number(text: str) -> Decimal | None:
    """Return the value of a Chinese numeral, None where it is none: 两千三百万 is 23000000, 三点五 is 3.5."""
    whole, _, fraction = text.replace(".", "点").partition("点")
    value = _whole(whole)
    if value is None or (fraction and not all(character in _DIGITS for character in fraction)):
        return None
    decimals = "".join(str(_DIGITS[character]) for character in fraction)
    return Decimal(f"{value}.{decimals}") if decimals else Decimal(value)


def _whole(text: str) -> int | None:
    if not text:
        return None
    if len(text) > 1 and all(character in _DIGITS for character in text):
        return int("".join(str(_DIGITS[character]) for character in text))
    total = group = digit = 0
    for character in text:
        if character in _DIGITS:
            digit = _DIGITS[character]
        elif character in _TENS:
            group += _TENS[character]
        elif character in _UNITS:
            group += (digit or 1) * _UNITS[character]
            digit = 0
        elif character in _GROUPS:
            total = (
                (total + group + digit) * _GROUPS[character]
                if character == "亿"
                else total + (group + digit) * _GROUPS[character]
            )
            group = digit = 0
        else:
            return None
    return total + group + digit
