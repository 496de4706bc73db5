"""Amounts: a number with its scale, unit, bound and precision, as a text writes it."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from decimal import Decimal
from functools import cache

from generator.corpus.beginnings import sought
from generator.corpus.numerals import chinese_number
from generator.extraction.amounts.amount import Amount, Kind
from generator.extraction.amounts.approximators import bound_at
from generator.extraction.amounts.compounds import compounds
from generator.extraction.amounts.counted import counted, counts
from generator.extraction.amounts.in_words import value_in_words, with_words
from generator.extraction.amounts.number_forms import CURRENCIES, SCALES, currency_before, number_form, unit_form


def amounts(text: str, start: int, end: int) -> Iterator[Amount]:
    """Yield the amounts of a stretch of folded text, from left to right; dates, ranks and model names are none."""
    return compounds(_each(text, start, end))


def _each(text: str, start: int, end: int) -> Iterator[Amount]:
    at = start
    for number in with_words(number_form(), text, start, end):
        if number.start() < at:
            continue
        run = _SLASHED.match(text, number.start(), end) if text.find("/", at, number.end() + _NEAR) >= 0 else None
        if run and (several := _slashed(text, run, start, end, at)):
            at = several[-1].end
            yield from several
            continue
        amount = _amount(text, number, start, end, at)
        if amount is not None:
            at = amount.end
            yield amount


def _slashed(text: str, run: re.Match[str], floor: int, ceiling: int, taken: int) -> list[Amount]:
    """Return the amounts of `90.9/127.2/171.2亿元`, which share the unit of the last; none where they have no unit."""
    slashes = [i for i, character in enumerate(run.group()) if character == "/"]
    starts, stops = [0, *(i + 1 for i in slashes)], [*slashes, len(run.group())]
    last_at = run.start() + starts[-1] + (run.group()[starts[-1]] == " ")
    number = number_form().match(text, last_at, ceiling)
    last = _amount(text, number, floor, ceiling, taken, listed=True) if number else None
    first = currency_before().search(text, max(taken, run.start() - 6), run.start())
    if last is not None and first and last.kind == "bare" and not last.scaled:  # `EPS of RMB1.28/1.32/1.36`
        last = replace(last, kind="money", currency=CURRENCIES["before"][first["currency"]])
    if last is None or (last.kind in ("bare", "count") and not last.scaled):
        return []
    found: list[Amount] = []
    for start, stop in zip(starts, stops, strict=True):
        start += run.group()[start] == " "
        digits = run.group()[start:stop].rstrip("%").replace(",", "")
        value = Decimal(digits)
        unit = Decimal(1).scaleb(int(value.as_tuple().exponent))
        found.append(
            replace(
                last,
                start=first.start() if first and not found else run.start() + start,
                end=run.start() + stop,
                value=value * last.scale,
                precision=unit * last.scale,
                signed=digits[0] in "+-",
            )
        )
    return [*found[:-1], last]


def _amount(
    text: str, number: re.Match[str], floor: int, ceiling: int, taken: int, listed: bool = False
) -> Amount | None:
    """Return the amount that a number begins; what stands before `taken` belongs to the one before it.

    `listed`: it is one of a list, so that the slash before it makes it no name.
    """
    digits, at = number["digits"], number.end()
    if digits and len(digits) > _MOST_DIGITS:
        return None
    before = currency_before().search(text, max(taken, number.start() - 6), number.start())
    if _TOLERANCE.search(text, max(floor, number.start() - 16), before.start() if before else number.start()):
        return None
    if (
        digits
        and not (before or number["sign"] or listed)
        and not (
            text[number.start() - 1] in "/-" and taken == number.start() - 1 > floor
        )  # `7.95 billion-8.25 billion`
        and _NAME_BEFORE.search(text, max(floor, number.start() - 9), number.start())
        and not _NO_VERSION.match(text, at, ceiling)
    ):
        return None
    spread = _SPREAD.match(text, at, ceiling)
    suffix = unit_form().match(text, spread.end() if spread else at, ceiling)
    parts = suffix.groupdict() if suffix else {}
    at = suffix.end() if suffix else at
    if parts.get("cents") == "分" and not _PER_SHARE.search(text, max(floor, number.start() - 16), number.start()):
        return None
    value, unit = _value(number, parts)
    kind, currency = _kind(suffix)
    start = number.start()
    apart = None if before else _currency_apart(text, max(taken, number.start() - _APART), number.start())
    if apart and (kind == "bare" or parts.get("currency") == "元"):
        currency, kind = apart, "money"
    if before and kind in ("bare", "money"):
        currency = (
            currency
            if currency not in (None, "CNY") or (kind == "money" and parts.get("currency") != "元")
            else CURRENCIES["before"][before["currency"]]
        )
        kind, start = "money", before.start()
    noun = "" if kind != "bare" else counted(text, at, ceiling)
    if kind == "bare" and (text[at : at + 1] in _QUOTES or not counts(text, number, parts, at, noun)):
        return None  # `the "618" festival`
    if kind == "bare" and noun:
        kind = "count"
    signed = _SIGNED.search(text, max(taken, start - 1), number.start()) if kind == "money" and before else None
    start = signed.start() if signed else start
    spaced = _SPACED_SIGN.search(text, max(floor, number.start() - 8), number.start())
    minus = (
        signed
        or number["sign"] == "-"
        or (spaced and spaced["sign"] == "-")
        or _MINUS.search(text, max(floor, number.start() - 14), number.start())
    )
    sign = -1 if minus else 1
    amount = Amount(
        start,
        at,
        sign * value,
        kind,
        currency,
        noun,
        bound_at(text, start, at, floor),
        unit,
        bool(number["sign"] or spaced),
        bool(parts.get("scale") or number["implied"]),
        scale=_scale(parts),
    )
    return _in_base_units(amount, parts)


def _currency_apart(text: str, floor: int, at: int) -> str | None:
    """Return the currency that an approximator parts from its number at `at`: 港币约15.4亿元."""
    about = _ABOUT.search(text, floor, at)
    named = currency_before().search(text, floor, about.start()) if about else None
    return CURRENCIES["before"][named["currency"]] if named else None


def _in_base_units(amount: Amount, parts: dict[str, str | None]) -> Amount:
    if parts.get("cents"):
        currency = amount.currency or _CENTS.get(parts["cents"] or "", "USD")
        return replace(amount, value=amount.value / 100, precision=amount.precision / 100, currency=currency)
    if parts.get("basis_point"):
        return replace(amount, value=amount.value / 100, precision=amount.precision / 100)
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


def _value(number: re.Match[str], parts: dict[str, str | None]) -> tuple[Decimal, Decimal]:
    """Return the value and the unit of its last stated digit."""
    scale = _scale(parts)
    if number["implied"]:
        return SCALES[number["implied"]], SCALES[number["implied"]]
    if number["han"]:
        if "亿" in number["han"] and scale < SCALES["亿"]:  # 九亿六千几万
            value = chinese_number(number["han"] + (parts["scale"] or "").strip(" 余多几"))
            assert value is not None, number["han"]
            return value, last_digit(value)
        value = value_in_words(number["han"]) or chinese_number(number["han"])
        assert value is not None, number["han"]
        return value * scale, last_digit(value) * scale
    digits = number["digits"].replace(",", "").replace(" ", "")
    value = Decimal(digits)
    unit = Decimal(1).scaleb(-len(digits.split(".")[1])) if "." in digits else last_digit(value)
    return value * scale, unit * scale


def _scale(parts: dict[str, str | None]) -> Decimal:
    return _scale_of(parts["scale"]) if parts.get("scale") else _ONE


@cache
def _scale_of(said: str | None) -> Decimal:
    word = (said or "").strip(" -").lstrip("余多几")  # 300余亿
    return SCALES.get(word) or SCALES.get(word.lower(), _ONE)


def last_digit(value: Decimal) -> Decimal:
    """Return the unit of a whole number's last significant digit: trailing zeros round, but three digits are meant.

    108,800 is stated to the hundred, 1130亿 to the billion; 250,000 to the thousand, since nobody who knows it to be
    260,000 writes that.
    """
    text = str(int(value)) if value == int(value) else ""
    zeros = len(text) - len(text.rstrip("0"))
    return (
        Decimal(10) ** max(0, min(zeros, len(text) - 3)) if text else Decimal(1).scaleb(int(value.as_tuple().exponent))
    )


def _kind(suffix: re.Match[str] | None) -> tuple[Kind, str | None]:
    unit = suffix.lastgroup if suffix else None
    currency = CURRENCIES["after"].get(suffix["currency"]) if suffix and unit == "currency" else None
    return _KINDS.get(unit or "", "bare"), currency


_QUOTES = ('"', "”", "’", "'")
_MOST_DIGITS = 24  # signs of a number; what is longer is a serial number, or noise
_APART = 9  # characters before a number, within which a currency stands that a word parts from it
_ABOUT = re.compile(r"(?:大约|约为|约|近|逾|超过|超|达到|达|共|合共)$")
_NEAR = 32  # characters behind a number, within which the slash of a list stands
_ONE, _HALF = Decimal(1), Decimal("0.5")
_KINDS: dict[str, Kind] = {
    "currency": "money", "cents": "money", "percentage_point": "points", "basis_point": "points", "percent": "percent",
    "tenths": "percent", "times": "times", "tokens": "speed",
}  # fmt: skip
# `QoQ - 3%`, as some digests set it
_SPACED_SIGN = re.compile(r"(?:[Yy]o[Yy]|[Qq]o[Qq]|YOY|QOQ|同比|环比) ?(?P<sign>[-+]) $")
# `to -$569 million`: the sign stands before the currency, and is part of the amount.
_SIGNED = re.compile(r"(?<![\w%)\]])-(?=(?:[A-Z]{0,3}[$€£¥]|R[Mm][Bb]|[A-Z]{3}) ?$)")
_MINUS = sought(r"(?:(?<![正资])负|净流出额?)(?:约|人民币)?$|\b(?:minus|negative) (?:RMB|CNY|US\$|\$|€|£)? ?$", re.I)
# Hundredths: of what currency, where the word says it; 分 is one only of what is paid or earned per share.
_CENTS = {
    "HK cents": "HKD",
    "Hong Kong cents": "HKD",
    "euro cents": "EUR",
    "Singapore cents": "SGD",
    "港仙": "HKD",
    "美仙": "USD",
    "美分": "USD",
    "分": None,
    "仙": "HKD",
}
_PER_SHARE = re.compile("每股|股息|派|中期息|末期息")
# 74.8±0.5%: how sure an amount is stands before its unit
_SPREAD = re.compile(r" ?(?:±|\+/-) ?\d+(?:\.\d+)?(?=%| ?个百分点)")
# Numbers side by side, of which the last one's unit is that of all: 2025-2027年净利润90.9/127.2/171.2亿元.
_SLASHED = re.compile(r"[-+]?\d+(?:,\d{3})*(?:\.\d+)?%?(?:/ ?[-+]?\d+(?:,\d{3})*(?:\.\d+)?%?){1,5}(?![\d/]|[.,]\d)")
# A letter, a rank or a version before a number makes it a name; so does `10:52` or `1/2`.
_NAME_BEFORE = sought(
    r"(?:[A-Za-z_][\-.]?|(?<=[^A-Za-z]\d):|[\d.]|(?<![%万亿元辆台部倍Yyq])/|第|排名|[Nn]o\.? ?|(?<![A-Za-z])(?:Top|TOP|Group|Chapter|Phase|Level|Model|Series|Type|Page|Section|Article|Figure|Table|Mate|Galaxy|iPhone|Redmi|Mi|Note|Gen|Core|Snapdragon|iOS|Android|HyperOS|Windows|Web|Version|Windows) ?|澎湃|骁龙|麒麟|天玑|小米(?=\d\d? ?(?:[A-Z]|系列))|#)$"
)
_NO_VERSION = re.compile(r"\s?(?:万?亿(?:美|港|日|欧)?元|万[部台])")  # iPhone 490.25亿美元
# `plus or minus 2%` is how sure an amount is, no amount of its own.
_TOLERANCE = sought(r"(?:plus or minus|plus/minus|正负|加减|±|\+/-?|\+-|give or take)\s*$", re.I)
