"""Chinese numerals: whatever is written out is read back."""

from __future__ import annotations

from decimal import Decimal

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from generator.corpus.cleaning import fold
from generator.corpus.numerals import chinese_number
from generator.extraction.amounts.in_text import amounts

DIGITS = "零一二三四五六七八九"
by_rule = settings(deadline=None, derandomize=True, max_examples=300)


def written(number: int) -> str:
    """A whole number as people write it: 10 is 十, 105 一百零五, 20,030,000 二千零三万."""
    groups, unit = [], 0
    while number:
        number, group = divmod(number, 10_000)
        if group:
            groups.append((group, "万" * (unit % 2) + "亿" * (unit // 2)))
        unit += 1
    words = ""
    for group, name in reversed(groups):
        words += ("零" if words and group < 1000 else "") + _group(group) + name
    return words.removeprefix("一") if words.startswith("一十") else words


def _group(number: int) -> str:
    words, gap = "", False
    for place, name in ((1000, "千"), (100, "百"), (10, "十"), (1, "")):
        digit = number // place % 10
        if digit:
            words += ("零" if gap and words else "") + DIGITS[digit] + name
        gap = digit == 0
    return words


@pytest.mark.parametrize(
    ("words", "number"),
    [
        ("十", 10), ("十五", 15), ("两千三百万", 23_000_000), ("一百二十", 120), ("三点五", "3.5"), ("一百零五", 105),
        ("二〇二五", 2025), ("一亿零三百万", 103_000_000), ("两万亿", 2 * 10**12), ("零点八", "0.8"),
    ],
)  # fmt: skip
def test_numerals(words: str, number: int | str) -> None:
    assert chinese_number(words) == Decimal(number)


@pytest.mark.parametrize("words", ["营收", "三元", "点五", ""])
def test_what_is_no_numeral(words: str) -> None:
    assert chinese_number(words) is None


@by_rule
@given(st.integers(min_value=1, max_value=10**12 - 1))
def test_written_out_and_read_back(number: int) -> None:
    assert chinese_number(written(number)) == number


@by_rule
@given(st.integers(min_value=1, max_value=999_999_999))
def test_two_may_be_written_as_a_pair(number: int) -> None:
    words = written(number)
    for unit in "千万亿":
        words = words.replace(f"二{unit}", f"两{unit}")
    assert chinese_number(words) == number


@by_rule
@given(st.integers(min_value=1, max_value=9999), st.sampled_from(["万", "亿", "万亿"]))
def test_in_a_sentence_with_scale_and_currency(number: int, scale: str) -> None:
    power = {"万": 4, "亿": 8, "万亿": 12}[scale]
    words = f"{written(number)}{scale}元"
    text = fold(f"投入{words}，创下新高。").text
    (amount,) = amounts(text, 0, len(text))
    assert (amount.value, amount.currency) == (number * 10**power, "CNY")
    assert text[amount.start : amount.end] == words


@by_rule
@given(st.integers(min_value=1, max_value=9999), st.text("一二三四五六七八九", min_size=1, max_size=2))
def test_decimals(whole: int, decimals: str) -> None:
    digits = "".join(str(DIGITS.index(character)) for character in decimals)
    assert chinese_number(f"{written(whole)}点{decimals}") == Decimal(f"{whole}.{digits}")
