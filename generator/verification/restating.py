"""Whether a printed text says the value that its evidence has: read back by itself, from digits, scale and sign."""

from __future__ import annotations

import re
from decimal import Decimal

from simpleeval import InvalidExpression

from generator.briefing.claims import NUMBER
from generator.corpus.cleaning import fold
from generator.extraction.amounts.in_text import amounts
from generator.extraction.amounts.spelt import numbers
from generator.selection.derived import evaluated
from generator.verification.evidence import Claim

_SCALES = {
    "trillion": 12, "billion": 9, "million": 6, "thousand": 3,
    "万亿": 12, "十亿": 9, "亿": 8, "百万": 6, "千万": 7, "万": 4, "千": 3,
}  # fmt: skip
_SCALE = re.compile("|".join(_SCALES))
_FALLING = re.compile(r"[−-]\s*\D{0,4}\d|\bdown\b|下降|减少")
_STILL = re.compile(r"unchanged|持平")
_SHARE = re.compile(r"[%％]|\bpp\b|percentage point|个百分点")
_ELSEWHERE = (0, 2, 3, 4, 6, 7, 8, 9, 12)  # powers of ten that a unit may stand for: 1.5倍 is 150%, `CNY million`
_BARE = (0, 3, 4, 6, 7, 8, 9, 12)  # powers of ten that a number may be scaled by where the scale stands elsewhere


def restates(text: str, value: Decimal, unit: str, precision: Decimal) -> bool:
    """Whether a text gives a value, rounded as it may be; its one number, its scale, its sign and its kind of unit."""
    numbers = NUMBER.findall(text)
    if not numbers:
        return value == 0 and bool(_STILL.search(text))
    if len(numbers) > 1:
        return False
    if bool(_SHARE.search(text)) and unit not in ("percent", "percentage_point"):
        return False
    falling = bool(_FALLING.search(text))
    if falling != (value < 0) and value != 0:
        return False
    return any(_near(numbers[0], power, abs(value), precision) for power in _powers(text))


def stated_in(exact: str, value: Decimal) -> bool:
    """Whether the words of a source state a value, its scale beside them or in a table's column; 翻番 states 100%."""
    text = fold(exact).text
    found = {abs(amount.value) for amount in amounts(text, 0, len(text))}
    found |= {Decimal(number.replace(",", "").rstrip(".")) for number in NUMBER.findall(text)}
    if not found:
        return bool(numbers(text))
    return any(number.scaleb(power) == abs(value) for number in found for power in _ELSEWHERE)


def follows(claim: Claim) -> bool:
    """Whether a derived figure is what its formula makes of its inputs, to its precision."""
    derivation = claim.derivation
    assert derivation is not None
    values = {name: given.value for name, given in derivation.inputs.items() if given.value is not None}
    try:
        value = evaluated(derivation.formula, values)
    except (InvalidExpression, ArithmeticError, TypeError):
        return False
    return claim.value is not None and abs(value - claim.value) <= (claim.precision or 0)


def _powers(text: str) -> tuple[int, ...]:
    scale = _SCALE.search(text)
    return (_SCALES[scale.group()],) if scale else _BARE


def _near(digits: str, power: int, value: Decimal, precision: Decimal) -> bool:
    number = Decimal(digits.replace(",", "").rstrip(".")).scaleb(power)
    places = len(digits.partition(".")[2])
    half = Decimal(5).scaleb(power - places - 1)
    return abs(number - value) <= max(half, precision / 2)
