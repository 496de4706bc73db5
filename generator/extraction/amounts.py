"""Amounts: a number with its scale, unit, bound and precision, as a text writes it."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import replace
from decimal import Decimal
from functools import cache
from typing import Literal

from generator.corpus.beginnings import sought
from generator.corpus.numerals import chinese_number
from generator.extraction.compounds import compounds
from generator.extraction.figure import Bound
from generator.extraction.frozen import frozen
from generator.extraction.vocabulary import words

Kind = Literal["money", "percent", "points", "times", "speed", "count", "bare", "measure"]


@frozen
class Amount:
    """An amount at `start` to `end`. `value` and `precision` are in base units; `noun` is what is counted."""

    start: int
    end: int
    value: Decimal
    kind: Kind
    currency: str | None
    noun: str
    bound: Bound
    precision: Decimal
    signed: bool = False
    scaled: bool = False
    range_end: bool = False
    scale: Decimal = Decimal(1)


def amounts(text: str, start: int, end: int) -> Iterator[Amount]:
    """Yield the amounts of a stretch of folded text, from left to right; dates, ranks and model names are none."""
    return compounds(_each(text, start, end))


def _each(text: str, start: int, end: int) -> Iterator[Amount]:
    at = start
    for number in _number().finditer(text, start, end):
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
    number = _number().match(text, last_at, ceiling)
    last = _amount(text, number, floor, ceiling, taken, listed=True) if number else None
    if last is None or (last.kind in ("bare", "count") and not last.scaled):
        return []
    found = []
    for start, stop in zip(starts, stops, strict=True):
        start += run.group()[start] == " "
        digits = run.group()[start:stop].rstrip("%").replace(",", "")
        value = Decimal(digits)
        unit = Decimal(1).scaleb(int(value.as_tuple().exponent))
        found.append(
            replace(
                last,
                start=run.start() + start,
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
    before = _currency_before().search(text, max(taken, number.start() - 6), number.start())
    if _TOLERANCE.search(text, max(floor, number.start() - 16), before.start() if before else number.start()):
        return None
    if (
        digits
        and not (before or number["sign"] or listed)
        and not (text[number.start() - 1] == "/" and taken == number.start() - 1 > floor)
        and _NAME_BEFORE.search(text, max(floor, number.start() - 9), number.start())
    ):
        return None
    suffix = _suffix().match(text, at, ceiling)
    parts = suffix.groupdict() if suffix else {}
    at = suffix.end() if suffix else at
    if parts.get("cents") == "分" and not _PER_SHARE.search(text, max(floor, number.start() - 16), number.start()):
        return None
    value, unit = _value(number, parts)
    kind, currency = _kind(suffix)
    start = number.start()
    if before and kind in ("bare", "money"):
        currency = (
            currency
            if currency not in (None, "CNY") or (kind == "money" and parts.get("currency") != "元")
            else _CURRENCY["before"][before["currency"]]
        )
        kind, start = "money", before.start()
    noun = "" if kind != "bare" else _noun(text, at, ceiling)
    if kind == "bare" and (text[at : at + 1] in _QUOTES or not _is_amount(text, number, parts, at, noun)):
        return None  # `the "618" festival`
    if kind == "bare" and noun:
        kind = "count"
    bound, start = _bound(text, start, at, floor)
    minus = number["sign"] == "-" or bool(_MINUS.search(text, max(floor, number.start() - 14), number.start()))
    sign = -1 if minus else 1
    amount = Amount(
        start,
        at,
        sign * value,
        kind,
        currency,
        noun,
        bound,
        unit,
        bool(number["sign"]),
        bool(parts.get("scale") or number["implied"]),
        scale=_scale(parts),
    )
    return _in_base_units(amount, parts)


def _in_base_units(amount: Amount, parts: dict[str, str | None]) -> Amount:
    if parts.get("cents"):
        currency = amount.currency or _CENTS.get(parts["cents"] or "", "USD")
        return replace(amount, value=amount.value / 100, precision=amount.precision / 100, currency=currency)
    if parts.get("basis_point"):
        return replace(amount, value=amount.value / 100, precision=amount.precision / 100)
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
        return _SCALES[number["implied"]], _SCALES[number["implied"]]
    if number["han"]:
        value = chinese_number(number["han"])
        assert value is not None, number["han"]
        return value * scale, last_digit(value) * scale
    digits = number["digits"].replace(",", "").replace(" ", "")
    value = Decimal(digits)
    whole = "." in digits
    unit = Decimal(1).scaleb(-len(digits.split(".")[1])) if whole else (Decimal(1) if scale > 1 else last_digit(value))
    return value * scale, unit * scale


def _scale(parts: dict[str, str | None]) -> Decimal:
    return _scale_of(parts["scale"]) if parts.get("scale") else _ONE


@cache
def _scale_of(said: str | None) -> Decimal:
    word = (said or "").strip(" -").lstrip("余多几")  # 300余亿
    return _SCALES.get(word) or _SCALES.get(word.lower(), _ONE)


def last_digit(value: Decimal) -> Decimal:
    """Return the unit of a whole number's last significant digit: trailing zeros round, but three digits are meant.

    108,800 is stated to the hundred; 250,000 to the thousand, since nobody who knows it to be 260,000 writes that.
    """
    text = str(int(value)) if value == int(value) else ""
    zeros = len(text) - len(text.rstrip("0"))
    return (
        Decimal(10) ** max(0, min(zeros, len(text) - 3)) if text else Decimal(1).scaleb(int(value.as_tuple().exponent))
    )


def _kind(suffix: re.Match[str] | None) -> tuple[Kind, str | None]:
    unit = suffix.lastgroup if suffix else None
    currency = _CURRENCY["after"].get(suffix["currency"]) if suffix and unit == "currency" else None
    return _KINDS.get(unit or "", "bare"), currency


_QUOTES = ('"', "”", "’", "'")
_MOST_DIGITS = 24  # signs of a number; what is longer is a serial number, or noise
_YEAR = re.compile(r"(?:19|20)\d\d")
_NEAR = 32  # characters behind a number, within which the slash of a list stands
_ONE = Decimal(1)
_KINDS: dict[str, Kind] = {
    "currency": "money", "cents": "money", "percentage_point": "points", "basis_point": "points", "percent": "percent",
    "tenths": "percent", "times": "times", "tokens": "speed",
}  # fmt: skip
_MINUS = sought(r"(?:(?<![正资])负|净流出额?)(?:约|人民币)?$|\b(?:minus|negative) (?:RMB|CNY|US\$|\$|€)? ?$", re.I)
# Hundredths: of what currency, where the word says it; 分 is one only of what is paid or earned per share.
_CENTS = {"港仙": "HKD", "美仙": "USD", "美分": "USD", "分": None, "仙": None}
_PER_SHARE = re.compile("每股|股息|派|中期息|末期息")
# Numbers side by side, of which the last one's unit is that of all: 2025-2027年净利润90.9/127.2/171.2亿元.
_SLASHED = re.compile(r"[-+]?\d+(?:,\d{3})*(?:\.\d+)?%?(?:/ ?[-+]?\d+(?:,\d{3})*(?:\.\d+)?%?){1,5}(?![\d/]|[.,]\d)")
# A letter, a rank or a version before a number makes it a name; so does `10:52` or `1/2`.
_NAME_BEFORE = sought(
    r"(?:[A-Za-z_][\-.]?|[:\d.]|(?<![%万亿元辆台部倍])/|第|排名|[Nn]o\.? ?|(?<![A-Za-z])(?:Top|TOP|Group|Chapter|Phase|Level|Model|Series|Type|Page|Section|Article|Figure|Table|Mate|Galaxy|iPhone|Redmi|Mi|Note|Gen|Core|Snapdragon|iOS|Android|HyperOS|Windows|Web|Version|Windows) ?|澎湃|骁龙|麒麟|天玑|小米(?=\d\d? ?(?:[A-Z]|系列))|#)$"
)
# `plus or minus 2%` is how sure an amount is, no amount of its own.
_TOLERANCE = sought(r"(?:plus or minus|plus/minus|正负|±|\+/-?|\+-|give or take)\s*$", re.I)
_NAME_AFTER = re.compile(
    r"[/:]\d|-?[A-Za-z](?!\w*(?:million|billion))|[ ]?(?:Ultra|Pro|Max|Plus|Mini|Lite|系列|Series|Edition|号线)|°|:\d|[.]\d"
)
_CURRENCY = {
    where: {form: code for code, forms in words("numbers")["currencies"][where].items() for form in forms}
    for where in ("before", "after")
}
_SCALES = {word: Decimal(value) for scales in words("numbers")["scales"].values() for word, value in scales.items()}


def _alternatives(forms: Iterable[str]) -> str:
    return "|".join(
        re.escape(form) + (r"(?![A-Za-z])" if form[-1:].isascii() and form[-1:].isalpha() else "")
        for form in sorted(forms, key=len, reverse=True)
    )


@cache
def _number() -> re.Pattern[str]:
    scales = _alternatives(words("numbers")["scales"]["zh"])
    symbols = r"(?<![\w.])|(?<=[^\x00-\x7f])|(?<=RMB)|(?<=Rmb)|(?<=CNY)|(?<=USD)|(?<=HKD)|(?<=EUR)|(?<=TWD)|(?<=JPY)|(?<=KRW)|(?<=GBP)|(?<=INR)|(?<=\$)"
    return re.compile(
        rf"(?=[-+\d一二三四五六七八九十廿卅两百千万亿])(?P<sign>(?<![\w%)\]])[-+]|(?<=[比年季为是约率流额润利长减降幅速])[-+]|(?<=[Yy]o[Yy])[-+]|(?<=[Qq]o[Qq])[-+])?(?:(?:{symbols})(?P<digits>\d{{1,3}}(?:,\d{{3}})+(?:\.\d+)?(?!\d)|\d+(?:\.\d+)?)"
        rf"|(?P<han>(?:[一二三四五六七八九十廿卅两][零〇一二两三四五六七八九十百千万]*|百[零一二三四五六七八九十])(?:点[零〇一二三四五六七八九]+)?)"
        rf"(?=(?:兆|亿|万|千|百|成|倍|个百分点|元|美元|港元|台|辆|家|部|人|名))"
        rf"|(?<=[逾超近约破过达砸上入])(?P<implied>{scales})(?![\d一-鿿]{{0,1}}[富科])(?=[元美港人台辆家部,。;、熬级 ]|$))"
    )


@cache
def _suffix() -> re.Pattern[str]:
    forms = words("numbers")
    scales = forms["scales"]
    after = [form for listed in forms["currencies"]["after"].values() for form in listed]
    return re.compile(
        rf"(?:(?P<scale>[ ]?(?:[余多几](?=[万亿]))?(?:{_alternatives(scales['zh'])})|[ -]?(?i:{_alternatives(scales['en'])})|(?:{_alternatives(scales['letters'])})))?"
        r"(?:[余多几来]?)"
        rf"(?:[ -]?(?:(?P<percentage_point>(?<=\d)pcts?(?=[一-鿿,。;、)/ \x1f]|$)|(?i:{_alternatives(forms['percentage_point'])}))"
        rf"|(?P<basis_point>(?i:{_alternatives(forms['basis_point'])}))|(?P<percent>(?i:{_alternatives(forms['percent'])}))"
        rf"|(?P<tenths>成(?:[一二三四五六七八九]|半)?(?![立功长为交本员都人]))|(?P<tokens>(?i:{_alternatives(forms['tokens'])}))"
        rf"|(?P<cents>美分|港仙|美仙|仙(?=[,。;、)股元人港]|$)|分(?=[,。;、)人]|$)|cents?(?![A-Za-z]))|(?P<times>{_alternatives(forms['times'])})|(?:多|余|个)?(?P<currency>{_alternatives(after)})(?!(?<=[A-Za-z$])\d)))?"  # the second RMB of `RMB113.1bn RMB92.5bn` is the next one's
    )  # fmt: skip


@cache
def _currency_before() -> re.Pattern[str]:
    forms = [form for listed in words("numbers")["currencies"]["before"].values() for form in listed]
    return re.compile(
        rf"(?<![A-Za-z])(?P<currency>{'|'.join(re.escape(f) for f in sorted(forms, key=len, reverse=True))})[ ]?$"
    )


@cache
def _measure() -> re.Pattern[str]:
    measures = words("numbers")["measures"]
    return re.compile(
        rf"[ -]?(?:{'|'.join(sorted(map(re.escape, measures['zh']), key=len, reverse=True))}|(?:{'|'.join(sorted(map(re.escape, measures['en']), key=len, reverse=True))})(?![A-Za-z]))"
    )


_STOP = r"(?:in|of|by|as|on|at|and|for|from|with|to|was|were|is|are|a|an|the|year|years|compared|or|per|while|than|up|down|during|which|that|this|last|after|before|over|under|but|since|sequentially|yoy|worth|yuan|total|overall|respectively|will|has|had|have|when|against|versus|vs|its|it|including|amid|due|through|across|because|marking|representing|reflecting|driven|exceeding|compared|yesterday|today|so|expected|forecast|forecasted|estimated|projected|predicted|anticipated|analysts)"
_NOUN_EN = re.compile(rf"[ ]((?!{_STOP}\b)[A-Za-z&][\w&'/-]*(?:[ ](?!{_STOP}\b)[A-Za-z&][\w&'/-]*){{0,2}})", re.I)
_NOUN_ZH = re.compile(
    r"[余多]?((?:个|台|部|辆|家|人|名|位|件|间|座|颗|只|支|套|户|张|项|款|款|架)[一-鿿A-Za-z]{0,6}|(?![至到和与及比较为同的左以增减上下将超约是在而且并或占环按用让使就成])[一-鿿]{1,6})"
)


def _noun(text: str, at: int, ceiling: int) -> str:
    """Return the words that say what is counted."""
    if at >= ceiling:
        return ""
    found = (_NOUN_EN if text[at] == " " else _NOUN_ZH).match(text, at, ceiling)
    return found[1].strip() if found else ""


def _is_amount(text: str, number: re.Match[str], parts: dict[str, str | None], at: int, noun: str) -> bool:
    """Tell a number without a unit that counts something from a date, a size or a name."""
    if parts.get("scale"):
        return not _measure().match(text, at) or noun[:1] in "项条款座处张"
    if number["digits"] and _NAME_AFTER.match(text, number.end()):
        return False
    digits = number["digits"] or ""
    if len(digits) > 1 and digits[0] == "0" and "." not in digits:
        return False
    if _YEAR.fullmatch(digits) and noun[:1] not in ("辆", "台", "家", "人", "名"):
        return False
    return not _measure().match(text, at)


_BOUNDS: tuple[tuple[Bound, re.Pattern[str]], ...] = (
    ("at_least", sought(r"(?:\b(?:over|more than|exceed(?:s|ed|ing)?|above|at least|surpass(?:es|ed|ing)?|topped|topping|north of|upwards of|in excess of|passed|greater than|no less than|not less than|crossed|beyond|a minimum of)(?: a)?(?:(?<!over)(?<!above)(?<!than)(?<!topping)(?<!surpassing)(?<!exceeding) the)? |超过了?|超出|(?<=[望将料])超越|超|逾|突破了?|不低于|不少于|不小于|至少|大于|高达逾|跨过|破|多于|起码)$", re.I)),
    ("at_most", sought(r"(?:\b(?:nearly|almost|less than|under|below|up to|close to|fewer than|as much as|as many as|just under|no more than|at most|not exceeding|approaching)(?: a)? |接近|将近|近|不到|不足|低于|少于|不超过|至多|最多|最高达?|逼近)$", re.I)),
    ("approx", sought(r"(?:\b(?:about|around|approximately|roughly|some|approx\.?|circa|an estimated|or so) (?:a )?|~|大约|大概|约为|约|左右|超约|大致|差不多)$", re.I)),
)  # fmt: skip
_AT_LEAST_AFTER = re.compile(
    r"[余多几](?=[元个台辆家人名美港欧])|(?:以上|之上|起)|[ ](?:or more|or above|plus(?! or minus))|\+"
)
_APPROX_AFTER = re.compile(r"左右|上下|[ ](?:or so)")


def _bound(text: str, start: int, end: int, floor: int) -> tuple[Bound, int]:
    """Return the bound that words beside the amount set, and where the amount starts (the words are no part of it)."""
    lead = text[max(floor, start - 16) : start]
    for bound, pattern in _BOUNDS:
        if pattern.search(lead):
            return bound, start
    if _AT_LEAST_AFTER.match(text, end) or "余" in (said := text[start:end]) or "多" in said:
        return "at_least", start
    if _APPROX_AFTER.match(text, end):
        return "approx", start
    return "exact", start
