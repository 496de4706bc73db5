"""Amounts: what is written out is read back, in every way that people write amounts."""

from __future__ import annotations

from decimal import Decimal

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from generator.corpus.cleaning import fold
from generator.extraction.amounts.amount import Amount
from generator.extraction.amounts.in_text import amounts

WIDE = {code: code + 0xFEE0 for code in range(ord("!"), ord("~") + 1)}
SCALES_EN = {"": 0, " thousand": 3, " million": 6, " mn": 6, "m": 6, " billion": 9, " bn": 9, "bn": 9, " trillion": 12}
SCALES_ZH = {"": 0, "万": 4, "百万": 6, "千万": 7, "亿": 8, "千亿": 11, "万亿": 12}
BEFORE = {"RMB ": "CNY", "RMB": "CNY", "US$": "USD", "HK$": "HKD", "€": "EUR", "£": "GBP", "CNY ": "CNY", "¥": "CNY"}
AFTER_EN = {
    " yuan": "CNY",
    " dollars": "USD",
    " euros": "EUR",
    " yen": "JPY",
    " Hong Kong dollars": "HKD",
    " won": "KRW",
}
AFTER_ZH = {"元": "CNY", "元人民币": "CNY", "美元": "USD", "港元": "HKD", "欧元": "EUR", "日元": "JPY"}
numbers = st.decimals(min_value="0.01", max_value=9999, places=2).map(lambda d: f"{d.normalize():f}")
by_rule = settings(deadline=None, derandomize=True, max_examples=200)


def read(text: str) -> tuple[Amount, str]:
    """The one amount of a text, and the words of the text that it stands on."""
    folded = fold(text)
    (amount,) = amounts(folded.text, 0, len(folded.text))
    start, end = folded.original(amount.start, amount.end)
    return amount, text[start:end]


def choice(forms: dict[str, object]) -> st.SearchStrategy[str]:
    return st.sampled_from(sorted(forms))


@by_rule
@given(numbers, choice(SCALES_EN), choice(BEFORE))
def test_money_with_its_currency_before_it(number: str, scale: str, currency: str) -> None:
    amount, words = read(f"It came to {currency}{number}{scale} for the period.")
    assert (amount.value, amount.currency, amount.kind) == (
        Decimal(number).scaleb(SCALES_EN[scale]), BEFORE[currency], "money",
    )  # fmt: skip
    assert words == f"{currency}{number}{scale}"


@by_rule
@given(numbers, choice({k: v for k, v in SCALES_EN.items() if k[:1] in ("", " ")}), choice(AFTER_EN))
def test_money_with_its_currency_after_it(number: str, scale: str, currency: str) -> None:
    amount, words = read(f"It came to {number}{scale}{currency} for the period.")
    assert (amount.value, amount.currency) == (Decimal(number).scaleb(SCALES_EN[scale]), AFTER_EN[currency])
    assert words == f"{number}{scale}{currency}"


@by_rule
@given(numbers, choice(SCALES_ZH), choice(AFTER_ZH))
def test_chinese_money(number: str, scale: str, currency: str) -> None:
    amount, words = read(f"合计{number}{scale}{currency}，创下新高。")
    assert (amount.value, amount.currency) == (Decimal(number).scaleb(SCALES_ZH[scale]), AFTER_ZH[currency])
    assert words == f"{number}{scale}{currency}"


@by_rule
@given(st.integers(min_value=1000, max_value=10**12))
def test_thousands_separators(number: int) -> None:
    amount, words = read(f"It came to RMB {number:,} for the period.")
    assert (amount.value, words) == (number, f"RMB {number:,}")


@by_rule
@given(numbers, choice(SCALES_ZH))
def test_full_width_is_read_as_ascii_and_shown_as_it_stands(number: str, scale: str) -> None:
    wide = number.translate(WIDE)
    amount, words = read(f"合计{wide}{scale}元。")
    assert amount.value == Decimal(number).scaleb(SCALES_ZH[scale])
    assert words == f"{wide}{scale}元"


@by_rule
@given(numbers, st.sampled_from(["%", " percent", " per cent", " %", "％"]))
def test_percent(number: str, sign: str) -> None:
    amount, _ = read(f"It came to {number}{sign} for the period.")
    assert (amount.value, amount.kind) == (Decimal(number), "percent")


@by_rule
@given(numbers, st.sampled_from([" percentage points", "个百分点", " ppts", " pp"]))
def test_percentage_points(number: str, unit: str) -> None:
    amount, _ = read(f"提升{number}{unit}。")
    assert (amount.value, amount.kind) == (Decimal(number), "points")


@by_rule
@given(st.integers(min_value=1, max_value=9999), st.sampled_from([" basis points", "bps", "个基点"]))
def test_basis_points_are_hundredths_of_a_percentage_point(number: int, unit: str) -> None:
    amount, _ = read(f"提升{number}{unit}。")
    assert (amount.value, amount.kind) == (Decimal(number) / 100, "points")


@by_rule
@given(numbers, choice(SCALES_EN))
def test_precision_is_one_unit_of_the_last_digit_of_a_decimal(number: str, scale: str) -> None:
    amount, _ = read(f"It came to RMB {number}{scale} for the period.")
    places = len(number.partition(".")[2])
    if places:
        assert amount.precision == Decimal(1).scaleb(SCALES_EN[scale] - places)
    assert amount.value % amount.precision == 0


@pytest.mark.parametrize(
    ("text", "bound"),
    [
        ("It came to over RMB 30 billion.", "at_least"),
        ("It came to nearly RMB 30 billion.", "at_most"),
        ("It came to about RMB 30 billion.", "approx"),
        ("It came to RMB 30 billion.", "exact"),
        ("合计超过300亿元。", "at_least"),
        ("合计逾300亿元。", "at_least"),
        ("合计300余亿元。", "at_least"),
        ("合计近300亿元。", "at_most"),
        ("合计不到300亿元。", "at_most"),
        ("合计约300亿元。", "approx"),
        ("合计300亿元左右。", "approx"),
    ],
)
def test_words_beside_an_amount_bound_it(text: str, bound: str) -> None:
    amount, _ = read(text)
    assert (amount.bound, amount.value) == (bound, 30_000_000_000)


@pytest.mark.parametrize(
    "text",
    [
        "The iPhone 17 and the Mate 80 went on sale.",
        "The office is on 5th Street, at number 10:52 past noon.",
        "小米17 Ultra搭载骁龙8系列。",
        "他在第3排第12座。",
        "The car runs 800 km on 101 kWh.",
        "会议持续了3个小时。",
        "In 2025, it was so.",
    ],
)
def test_names_ranks_dates_and_sizes_are_no_amounts(text: str) -> None:
    folded = fold(text).text
    assert [folded[a.start : a.end] for a in amounts(folded, 0, len(folded)) if a.kind != "measure"] == []


def test_a_currency_between_two_numbers_belongs_to_the_first() -> None:
    text = "It made 5 RMB 3 times."
    first, second = amounts(text, 0, len(text))
    assert (text[first.start : first.end], first.currency) == ("5 RMB", "CNY")
    assert second.start >= first.end and second.currency is None


@pytest.mark.parametrize(
    "text",
    [
        "It reported sales in the US 90/100/110, as planned.",
        "在US约15亿的销售",
        "Rivals of the W 12/13 cut prices.",
    ],
)
def test_letters_that_are_a_currency_before_some_numbers_are_none_before_others(text: str) -> None:
    folded = fold(text).text
    assert [a for a in amounts(folded, 0, len(folded)) if a.kind == "money"] == []


def test_letters_that_are_a_currency_before_some_numbers_hold_for_a_list_of_them() -> None:
    text = "It has targets of W410,000/500,000."
    assert {(a.kind, a.currency) for a in amounts(text, 0, len(text))} == {("money", "KRW")}


@pytest.mark.parametrize(
    ("text", "currency", "values"),
    [
        ("It pays HK8.5/9.2 cents a share.", "HKD", ("0.085", "0.092")),
        ("It earned US28.6/30.1/31 cents.", "USD", ("0.286", "0.301", "0.31")),
        ("每股派息5.5/6.2港仙。", "HKD", ("0.055", "0.062")),
        ("The margin rose 20/30bps.", None, ("0.2", "0.3")),
    ],
)
def test_a_list_in_hundredths_is_one_in_all_its_numbers(
    text: str, currency: str | None, values: tuple[str, ...]
) -> None:
    found = list(amounts(text, 0, len(text)))
    assert [(a.value, a.currency) for a in found] == [(Decimal(value), currency) for value in values]
