"""What a number and the words behind it are worth: value, unit of the last digit, kind, base units."""

from __future__ import annotations

import re
from dataclasses import replace
from decimal import Decimal
from functools import cache

from generator.corpus.numerals import chinese_number
from generator.extraction.amounts.amount import Amount, Kind
from generator.extraction.amounts.in_words import value_in_words
from generator.extraction.amounts.number_forms import CURRENCIES, SCALES

_ONE, _HALF = Decimal(1), Decimal("0.5")
_DECIMAL_COMMA = re.compile(r"\d{1,3},\d{1,2}")  # `a 24,8% share`, as South Africa's papers write it
_KINDS: dict[str, Kind] = {
    "currency": "money", "cents": "money", "percentage_point": "points", "basis_point": "points", "percent": "percent",
    "tenths": "percent", "times": "times", "tokens": "speed",
}  # fmt: skip
# Hundredths: of what currency, where the word says it; 分 is one only of what is paid or earned per share.
_CENTS = {
    "HK cents": "HKD",
    "Hong Kong cents": "HKD",
    "euro cents": "EUR",
    "Singapore cents": "SGD",
    "pence": "GBP",
    "p": "GBP",
    "港仙": "HKD",
    "美仙": "USD",
    "美分": "USD",
    "分": None,
    "仙": "HKD",
}


def in_base_units(amount: Amount, parts: dict[str, str | None]) -> Amount:
    """Return an amount in whole units: cents in their currency, basis points and 成 in percent."""
    if parts.get("cents"):
        currency = amount.currency or _CENTS.get(parts["cents"] or "", "USD")
        return replace(_in_hundredths(amount), currency=currency)
    if parts.get("basis_point"):
        return _in_hundredths(amount)
    if (times := parts.get("times") or "").endswith("半"):  # 两倍半
        return replace(amount, value=amount.value + _HALF, precision=_HALF)
    if more := chinese_number(times[1:]) if times[:1] == "倍" else None:  # 一倍七
        return replace(amount, value=amount.value + more / 10, precision=Decimal("0.1"))
    if tenth := parts.get("tenths"):
        extra = (
            Decimal(chinese_number(tenth[1:]) or 0) if tenth[1:] not in ("", "半") else Decimal(5 if tenth[1:] else 0)
        )
        return replace(amount, value=amount.value * 10 + extra, precision=Decimal(1 if tenth[1:] else 10))
    return amount


def _in_hundredths(amount: Amount) -> Amount:
    return replace(amount, value=amount.value / 100, precision=amount.precision / 100, scale=amount.scale / 100)


def value_of(number: re.Match[str], parts: dict[str, str | None]) -> tuple[Decimal, Decimal]:
    """Return the value and the unit of its last stated digit."""
    scale = scale_of(parts)
    if number["implied"]:
        return SCALES[number["implied"]], SCALES[number["implied"]]
    if number["han"]:
        if "亿" in number["han"] and scale < SCALES["亿"]:  # 九亿六千几万
            value = chinese_number(number["han"] + (parts["scale"] or "").strip(" 余多几"))
            assert value is not None, number["han"]
            return value, _last_digit(value)
        value = value_in_words(number["han"]) or chinese_number(number["han"])
        assert value is not None, number["han"]
        return value * scale, _last_digit(value) * scale
    digits = number["digits"].replace(" ", "")
    digits = digits.replace(",", "." if _DECIMAL_COMMA.fullmatch(digits) else "")
    value = Decimal(digits)
    unit = Decimal(1).scaleb(-len(digits.split(".")[1])) if "." in digits else _last_digit(value)
    return value * scale, unit * scale


def scale_of(parts: dict[str, str | None]) -> Decimal:
    """Return what the word for a scale stands for: 亿, `billion`."""
    return _worth(parts["scale"]) if parts.get("scale") else _ONE


@cache
def _worth(said: str | None) -> Decimal:
    word = (said or "").strip(" -").lstrip("余多几")  # 300余亿
    return SCALES.get(word) or SCALES.get(word.lower(), _ONE)


def _last_digit(value: Decimal) -> Decimal:
    """Return the unit of a whole number's last significant digit: trailing zeros round, but three digits are meant.

    108,800 is stated to the hundred, 1130亿 to the billion; 250,000 to the thousand, since nobody who knows it to be
    260,000 writes that.
    """
    text = str(int(value)) if value == int(value) else ""
    zeros = len(text) - len(text.rstrip("0"))
    return (
        Decimal(10) ** max(0, min(zeros, len(text) - 3)) if text else Decimal(1).scaleb(int(value.as_tuple().exponent))
    )


def kind_of(suffix: re.Match[str] | None) -> tuple[Kind, str | None]:
    """Return what kind of amount the words behind a number make it, and in which currency."""
    unit = suffix.lastgroup if suffix else None
    currency = CURRENCIES["after"].get(suffix["currency"]) if suffix and unit == "currency" else None
    return _KINDS.get(unit or "", "bare"), currency
