"""Amounts: a number with its scale, unit, bound and precision, as a text writes it."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from decimal import Decimal

from generator.corpus.beginnings import sought
from generator.extraction.amounts.amount import Amount
from generator.extraction.amounts.approximators import bound_at
from generator.extraction.amounts.bracketed import bracketed
from generator.extraction.amounts.compounds import compounds
from generator.extraction.amounts.counted import counted, counts
from generator.extraction.amounts.in_words import with_words
from generator.extraction.amounts.number_forms import CURRENCIES, currency_before, number_form, unit_form
from generator.extraction.amounts.sums_en import is_sum
from generator.extraction.amounts.values import in_base_units, kind_of, scale_of, value_of

# `earnings per share of US28.6 cents`, `a dividend of HK85 cents`, as Hong Kong's companies write
_WITH_CENTS = ("US", "HK")
# `sales of W6.1tn`, `a price target of W410,000`, as brokers write of South Korea's; but `the W12`
_NEEDS = {
    # `HK85.00 cents`, and `HK480.0` where a page has lost the dollar's sign; HK700 is a code, `in the US 1.25 million cars` a place
    **dict.fromkeys(_WITH_CENTS, re.compile(r"\d[\d.,/-]* ?cents?\b|(?<! )\d{1,3}\.\d{1,3}(?![\w%]|\.\d)")),
    "W": re.compile(r"\d{1,3}(?:,\d{3})+|\d[\d.]* ?(?:tn|trn|trillion|bn|billion|mn|m|million)\b"),
}


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
    first = _currency_before(text, max(taken, run.start() - 6), run.start())
    # `EPS of RMB1.28/1.32/1.36`, `dividends of HK8.5/9.2 cents`
    if last is not None and first and not last.scaled and (last.kind == "bare" or last.in_hundredths):
        last = replace(last, kind="money", currency=CURRENCIES["before"][first["currency"]])
    if last is None or (last.kind in ("bare", "count") and not last.scaled):
        return []
    if "%/" in run.group() and last.kind == "points":
        return []  # 毛利率31.6%/-0.3pct: the first has its own unit
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


def _currency_before(text: str, floor: int, start: int) -> re.Match[str] | None:
    """Return the currency before a number; letters that are one only before some numbers count there alone."""
    before = currency_before().search(text, floor, start)
    return before if before and _is_currency(before, text, start) else None


def _is_currency(named: re.Match[str], text: str, number: int) -> bool:
    """Whether what reads like a currency is one before the number that starts at `number`: `the US 15` names none."""
    needed = _NEEDS.get(named["currency"])
    return needed is None or needed.match(text, number) is not None


def _amount(
    text: str, number: re.Match[str], floor: int, ceiling: int, taken: int, listed: bool = False
) -> Amount | None:
    """Return the amount that a number begins; what stands before `taken` belongs to the one before it.

    `listed`: it is one of a list, so that the slash before it makes it no name.
    """
    digits, at = number["digits"], number.end()
    if digits and len(digits) > _MOST_DIGITS:
        return None
    closed = bracketed(text, number, max(floor, taken))
    before = closed.currency if closed else _currency_before(text, max(taken, number.start() - 6), number.start())
    if _TOLERANCE.search(text, max(floor, number.start() - 16), before.start() if before else number.start()):
        return None
    at = closed.end if closed else at
    if digits and not (before or number["sign"] or listed) and _is_name(text, number, floor, ceiling, taken):
        return None
    spread = (_REPLACED if listed else _SPREAD).match(text, at, ceiling)
    suffix = unit_form().match(text, spread.end() if spread else at, ceiling)
    parts = suffix.groupdict() if suffix else {}
    at = suffix.end() if suffix and not (spread and listed) else at
    if parts.get("cents") == "分" and not _PER_SHARE.search(text, max(floor, number.start() - 16), number.start()):
        return None
    kind, currency = kind_of(suffix)
    start = number.start()
    apart = None if before else _currency_apart(text, max(taken, number.start() - _APART), number.start())
    if apart and (kind == "bare" or parts.get("currency") == "元"):
        currency, kind = apart, "money"
    if before and kind in ("bare", "money"):
        told = currency not in (None, "CNY") or (kind == "money" and parts.get("currency") != "元")
        told = told and before["currency"] not in _WITH_CENTS
        currency = currency if told else CURRENCIES["before"][before["currency"]]
        kind, start = "money", before.start()
    said_at, at = at, at + bool(_AND_MORE.match(text, at, ceiling))
    noun = "" if kind != "bare" else counted(text, at, ceiling)
    named = text[at : at + 1] in _QUOTES and (not parts.get("scale") or text[start - 1] in _OPENING)
    if kind == "bare" and (named or not counts(text, number, parts, at, noun)):
        return None  # `the "618" festival`; but “3月销量可以超过3.6万”
    kind = "count" if kind == "bare" and noun else kind
    if kind == "bare" and parts.get("scale") and is_sum(text, floor, start, at, scale_of(parts)):
        kind = "money"  # `Games grew 22% to 59.2 billion`: the currency was said before
    signed = _SIGNED.search(text, max(taken, start - 1), number.start()) if kind == "money" and before else None
    start = closed.start if closed else signed.start() if signed else start
    spaced = _SPACED_SIGN.search(text, max(floor, number.start() - 8), number.start())
    minus = bool(closed or signed) or "-" in (number["sign"], spaced and spaced["sign"])
    minus = minus or bool(_MINUS.search(text, max(floor, number.start() - 14), number.start()))
    value, unit = value_of(number, parts)
    amount = Amount(
        start, at, -value if minus else value, kind, currency, noun, bound_at(text, start, said_at, floor), unit,
        bool(number["sign"] or spaced), bool(parts.get("scale") or number["implied"]), scale=scale_of(parts),
    )  # fmt: skip
    return in_base_units(amount, parts)


def _is_name(text: str, number: re.Match[str], floor: int, ceiling: int, taken: int) -> bool:
    """Whether what stands before a number makes it a name: `Xiaomi 17`, `Q3`; not what ends a range, `7.95 billion-8.25 billion`."""
    ends_range = text[number.start() - 1] in "/-" and taken == number.start() - 1 > floor
    named = not ends_range and _NAME_BEFORE.search(text, max(floor, number.start() - 12), number.start())
    return bool(named) and not _NO_VERSION.match(text, number.end(), ceiling)


def _currency_apart(text: str, floor: int, at: int) -> str | None:
    """Return the currency that an approximator parts from its number at `at`: 港币约15.4亿元."""
    about = _ABOUT.search(text, floor, at)
    named = currency_before().search(text, floor, about.start()) if about else None
    return CURRENCIES["before"][named["currency"]] if named and _is_currency(named, text, at) else None


_QUOTES = ('"', "”", "’", "'")
_OPENING = ('"', "“", "‘", "'")  # right before a number that is a name
_MOST_DIGITS = 24  # signs of a number; what is longer is a serial number, or noise
_APART = 9  # characters before a number, within which a currency stands that a word parts from it
_ABOUT = re.compile(r"(?:大约|约为|约|近|逾|超过|超|达到|达|共|合共)$")
_NEAR = 32  # characters behind a number, within which the slash of a list stands
# `QoQ - 3%`, as some digests set it
_SPACED_SIGN = re.compile(r"(?:[Yy]o[Yy]|[Qq]o[Qq]|YOY|QOQ|同比|环比) ?(?P<sign>[-+]) $")
# `to -$569 million`: the sign stands before the currency, and is part of the amount.
_SIGNED = re.compile(r"(?<![\w%)\]])-(?=(?:[A-Z]{0,3}[$€£¥]|R[Mm][Bb]|[A-Z]{3}) ?$)")
_MINUS = sought(r"(?:(?<![正资])负的?|净流出额?)(?:约|人民币)?$|\b(?:minus|negative) (?:RMB|CNY|US\$|\$|€|£)? ?$", re.I)
_PER_SHARE = re.compile("每股|股息|派|中期息|末期息")
# `1,000+ supercharging stations`; but `13+ million cars`
_AND_MORE = re.compile(r"\+(?= (?!(?:thousand|million|billion|trillion|bn|mn|[kmb])\b)[A-Za-z])")
# 74.8±0.5%: how sure an amount is stands before its unit
_SPREAD = re.compile(r" ?(?:±|\+/-) ?\d+(?:\.\d+)?(?=%| ?个百分点)")
# 净利润分别为252/321/414(前值为247/309/397)亿元: brackets with what they replace stand before the unit of a list
_REPLACED = re.compile(
    r"\((?:前值|前次|原(?:值|先|来|预测|预期|预计)?|此前|之前|先前|调整前)[^()]{0,60}\)(?=万?亿|百万|万)"
)
# Numbers side by side, of which the last one's unit is that of all: 2025-2027年净利润90.9/127.2/171.2亿元.
_SLASHED = re.compile(r"[-+]?\d+(?:,\d{3})*(?:\.\d+)?%?(?:/ ?[-+]?\d+(?:,\d{3})*(?:\.\d+)?%?){1,5}(?![\d/]|[.,]\d)")
# A letter, a rank or a version before a number makes it a name; so does `10:52` or `1/2`.
_NAME_BEFORE = sought(
    r"(?:[A-Za-z_][\-.]?|(?<=[^A-Za-z]\d):|[\d.]|(?<![%万亿元辆台部倍Yyq])/|第|排名|[Nn]o\.? ?|(?<![A-Za-z])(?:Top|TOP|Group|Chapter|Phase|Level|Model|Series|Type|Page|Section|Article|Figure|Table|Mate|Galaxy|iPhone|PlayStation|Switch|Pixel|Xbox|Redmi|Mi|Note|Gen|Core|Snapdragon|iOS|Android|HyperOS|Windows|Web|Version|Windows) ?|澎湃|骁龙|麒麟|天玑|小米(?=\d\d? ?(?:[A-Z]|系列))|#)$"
)
_NO_VERSION = re.compile(
    r"\s?(?:万?亿(?:美|港|日|欧)?元|万[部台])|(?<=[A-Za-z] \d)(?:%| per ?cent| [mb]illion)|(?<=[A-Za-z] \d\d)(?:%| per ?cent| [mb]illion)"
    r"|(?:(?<=[a-z] \d,\d{3})|(?<=[a-z] \d\d,\d{3})|(?<=[a-z] \d{3},\d{3}))(?!\d)"  # Galaxy 26,200 units
)  # iPhone 490.25亿美元
# `plus or minus 2%` is how sure an amount is, no amount of its own.
_TOLERANCE = sought(r"(?:plus or minus|plus/minus|正负|加减|±|\+/-?|\+-|give or take)\s*$", re.I)
