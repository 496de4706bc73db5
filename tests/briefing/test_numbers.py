"""How amounts are written."""

from __future__ import annotations

import re
from decimal import Decimal
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.briefing.numbers import Numbers, Scale
from generator.settings.audience import NumberStyle


def numbers(language: Any, **style: Any) -> Numbers:
    return Numbers(language, NumberStyle(**style))


AMOUNTS = [
    ("113100000000", "CNY", "1E8", "exact", "113.1 billion yuan", "1,131亿元"),
    ("29000000000", "CNY", "1E9", "exact", "29 billion yuan", "290亿元"),
    ("28300000000", "CNY", "1E8", "approx", "about 28.3 billion yuan", "约283亿元"),
    ("700000000", "CNY", "1E8", "exact", "700 million yuan", "7亿元"),
    ("-1500000000", "CNY", "1E8", "exact", "−1.5 billion yuan", "−15亿元"),
    ("-600000000", "CNY", "1E8", "at_least", "at most −600 million yuan", "至多−6亿元"),  # a loss of over 600 million
    ("-600000000", "CNY", "1E8", "at_most", "over −600 million yuan", "超−6亿元"),
    ("1062.8", "CNY", "0.1", "exact", "1,062.8 yuan", "1,062.8元"),
    ("53.45", "HKD", "0.01", "exact", "53.45 Hong Kong dollars", "53.45港元"),
    ("1300000000000", "USD", "1E11", "exact", "1.3 trillion US dollars", "1.3万亿美元"),
    ("43400000", "count", "1E5", "exact", "43.4 million", "4,340万"),
    ("108796", "count", "1", "exact", "108,796", "108,796"),
    ("250000", "count", "1E4", "at_least", "over 250,000", "超25万"),
    ("1036000000", "count", "1E6", "exact", "1,036 million", "10.36亿"),
    ("989000000", "count", "1E6", "exact", "989 million", "9.89亿"),
    ("1036400000000", "count", "1E8", "exact", "1,036.4 billion", "1.04万亿"),
    ("43300000", "count", "1E4", "exact", "43.3 million", "4,330万"),
    ("1000000000", "count", "1E8", "at_least", "over 1 billion", "超10亿"),
    ("22.9", "percent", "0.1", "exact", "22.9%", "22.9%"),
    ("25", "percent", "1", "approx", "about 25%", "约25%"),
    ("5.25", "percent", "0.01", "at_most", "at most 5.3%", "至多5.3%"),
    ("150", "speed", "1", "exact", "150 tokens per second", "150 tokens/秒"),
]


@pytest.mark.parametrize(("value", "unit", "precision", "bound", "english", "chinese"), AMOUNTS)
def test_amounts_are_written_as_each_languages_business_pages_do(
    value: str, unit: str, precision: str, bound: Any, english: str, chinese: str
) -> None:
    said = Decimal(value), unit, Decimal(precision), bound
    assert numbers("en").amount(*said) == english
    assert numbers("zh").amount(*said) == chinese


def test_decimals_are_never_more_than_the_source_states_nor_than_the_audience_wants() -> None:
    said = Decimal("113120000000"), "CNY", Decimal("1E7")
    assert numbers("en", decimals=4).amount(*said) == "113.12 billion yuan"
    assert numbers("en", decimals=0).amount(*said) == "113 billion yuan"
    assert numbers("en", decimals=4).amount(Decimal("1131E8"), "CNY", Decimal("1E8")) == "113.1 billion yuan"


def test_rounding_is_half_up_and_coarse_precision_shows_no_false_digits() -> None:
    assert numbers("en").amount(Decimal("22.25"), "percent", Decimal("0.1")) == "22.3%"
    assert numbers("en").amount(Decimal("173.42"), "percent", Decimal("10")) == "170%"


@pytest.mark.parametrize(
    ("style", "english", "chinese"),
    [
        ({"currency": "code"}, "CNY 113.1 billion", "CNY 1,131亿"),
        ({"labels": {"CNY": "RMB"}}, "RMB 113.1 billion", "RMB 1,131亿"),
        ({"labels": {"CNY": "RMB", "HKD": "HK$"}, "scale": "million"}, "RMB 113,100 million", "RMB 113,100百万"),
        ({"currency": "symbol"}, "CN¥113.1 billion", "¥1,131亿"),
        ({"scale": "million"}, "113,100 million yuan", "113,100百万元"),
        ({"scale": "plain"}, "113,100,000,000 yuan", "113,100,000,000元"),
    ],
)
def test_an_audience_chooses_currency_and_scale(style: dict[str, str], english: str, chinese: str) -> None:
    said = Decimal("113100000000"), "CNY", Decimal("1E8")
    assert numbers("en", **style).amount(*said) == english
    assert numbers("zh", **style).amount(*said) == chinese


CHANGES = [
    ("22.3", "percent", "exact", "+22.3%", "up 22.3%", "+22.3%", "增长22.3%"),
    ("-3.1", "percent", "exact", "−3.1%", "down 3.1%", "−3.1%", "下降3.1%"),
    ("2.5", "percentage_point", "exact", "+2.5 pp", "up 2.5 percentage points", "+2.5个百分点", "上升2.5个百分点"),
    ("0", "percent", "exact", "0.0%", "unchanged", "0.0%", "持平"),
    ("199.0", "percent", "at_least", "over 199.0%", "up over 199.0%", "超199.0%", "增长超199.0%"),
]


@pytest.mark.parametrize(("value", "unit", "bound", "en", "en_prose", "zh", "zh_prose"), CHANGES)
def test_changes_carry_a_sign_in_tables_and_a_verb_in_prose(
    value: str, unit: str, bound: Any, en: str, en_prose: str, zh: str, zh_prose: str
) -> None:
    said = Decimal(value), unit, Decimal("0.1"), bound
    assert (numbers("en").signed(*said), numbers("en").moved(*said)) == (en, en_prose)
    assert (numbers("zh").signed(*said), numbers("zh").moved(*said)) == (zh, zh_prose)


def sizes(*values: str, precision: str = "1E8") -> list[tuple[Decimal, Decimal]]:
    return [(Decimal(value), Decimal(precision)) for value in values]


def test_values_of_one_chart_share_a_scale() -> None:
    values = sizes("9.1E9", "113.1E9")
    assert numbers("en").common(values, counted=False) == Scale(10**9, "billion")
    assert numbers("zh").common(values, counted=False) == Scale(10**8, "亿")
    assert numbers("en").common(sizes("108796", precision="1"), counted=True) == Scale()
    assert numbers("zh").unit("count", Scale(10**4, "万"), "台") == "万台"
    million = Scale(10**6, "million")
    assert numbers("en", decimals=2).bare(Decimal("43.3E6"), Decimal("1E4"), million, unit="count") == "43.3"
    assert numbers("en").bare(Decimal("28.3E9"), Decimal("1E8"), Scale(10**9, "billion"), "approx") == "≈28.3"


def test_charts_and_tables_keep_the_digits_that_text_keeps() -> None:
    devices = sizes("989E6", "1036E6", precision="1E6")
    million, yi = numbers("en").common(devices, counted=True), numbers("zh").common(devices, counted=True)
    assert (million.word, yi.word) == ("million", "亿")
    assert [numbers("en").bare(*one, million, unit="count") for one in devices] == ["989", "1,036"]
    assert [numbers("zh").bare(*one, yi, unit="count") for one in devices] == ["9.89", "10.36"]
    assert numbers("en").bare(Decimal("53.45"), Decimal("0.01"), Scale(), unit="HKD") == "53.45"


@pytest.mark.parametrize(
    ("currency", "english", "chinese"),
    [("name", "billion yuan", "亿元"), ("code", "CNY billion", "CNY 亿"), ("symbol", "CN¥ billion", "¥亿")],
)
def test_an_axis_names_its_unit_in_the_order_in_which_amounts_do(currency: str, english: str, chinese: str) -> None:
    assert numbers("en", currency=currency).unit("CNY", Scale(10**9, "billion"), "") == english
    assert numbers("zh", currency=currency).unit("CNY", Scale(10**8, "亿"), "") == chinese


def test_a_sign_stands_before_the_currency_as_before_the_number() -> None:
    loss = Decimal("-1500000000"), "CNY", Decimal("1E8")
    assert numbers("en", currency="code").amount(*loss) == "−CNY 1.5 billion"
    assert numbers("en", currency="symbol").signed(*loss) == "−CN¥1.5 billion"
    assert numbers("zh", currency="symbol").amount(*loss) == "−¥15亿"


SCALES = {"": 1, "million": 10**6, "billion": 10**9, "trillion": 10**12, "万": 10**4, "亿": 10**8, "万亿": 10**12}


@given(
    st.integers(1, 10**6),
    st.integers(-1, 9),
    st.sampled_from(["en", "zh"]),
    st.sampled_from(["CNY", "count"]),
    st.integers(0, 3),
)
def test_what_is_printed_is_the_value_to_its_last_digit_and_has_no_digit_that_is_not_stated(
    digits: int, exponent: int, language: Any, unit: str, decimals: int
) -> None:
    value, precision = Decimal(digits).scaleb(exponent), Decimal(1).scaleb(exponent)
    printed = numbers(language, decimals=decimals).amount(value, unit, precision)
    found = re.fullmatch(r"([\d,]+(?:\.(\d+))?) ?(trillion|billion|million|万亿|亿|万)?(?: ?yuan|元)?", printed)
    assert found, printed
    scale = SCALES[found[3] or ""]
    shown = Decimal(found[1].replace(",", "")) * scale
    last = Decimal(1).scaleb(-len(found[2] or "")) * scale
    assert abs(shown - value) <= last / 2
    assert last >= min(precision, Decimal(scale)), printed


def test_a_currency_is_called_what_the_audience_calls_it() -> None:
    renminbi = numbers("zh", labels={"CNY": "人民币"})
    assert renminbi.amount(Decimal("113100000000"), "CNY", Decimal("1E8")) == "人民币1,131亿元"
    assert renminbi.unit("CNY", Scale(10**8, "亿"), "") == "人民币亿元"
    assert numbers("en", labels={"CNY": "RMB"}).unit("CNY", Scale(10**9, "billion"), "") == "RMB billion"
    others = numbers("en", labels={"CNY": "RMB"}).amount(Decimal("53.5"), "HKD", Decimal("0.1"))
    assert others == "53.5 Hong Kong dollars"
