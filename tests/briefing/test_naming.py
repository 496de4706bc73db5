"""What periods, metrics and people are called."""

from __future__ import annotations

from datetime import datetime
from typing import Any

import pytest

from generator.briefing.dates import moment_name, period_name, period_short
from generator.briefing.naming import Naming
from generator.briefing.words import load_words
from generator.selection.fact import Aspects
from generator.settings.period import Period
from tests.briefing.composing import CATALOGUE


@pytest.mark.parametrize(
    ("label", "english", "chinese"),
    [
        ("2025-Q3", "Q3 2025", "2025年第三季度"),
        ("2025-H1", "H1 2025", "2025年上半年"),
        ("2025-9M", "9M 2025", "2025年前三季度"),
        ("2025", "2025", "2025年"),
        ("2025-09", "Sep 2025", "2025年9月"),
        ("2023-12-31", "as of 31 December 2023", "截至2023年12月31日"),
        ("FY2025-Q3", "Q3 FY2025", "2025财年第三季度"),
        ("FY2025", "FY2025", "2025财年"),
    ],
)
def test_periods_are_named_in_both_languages(label: str, english: str, chinese: str) -> None:
    assert period_name(Period(label), "en") == english
    assert period_name(Period(label), "zh") == chinese


def test_an_axis_has_short_names() -> None:
    assert [period_short(Period(label), "zh") for label in ("2025-Q3", "2025-9M", "2024")] == [
        "2025Q3",
        "2025年前三季度",
        "2024年",
    ]


def test_the_time_of_day_is_named_where_the_source_gives_one() -> None:
    assert moment_name(datetime(2026, 1, 7, 10, 52), "en") == "7 January 2026, 10:52"
    assert moment_name(datetime(2026, 1, 7), "zh") == "2026年1月7日"


def naming(language: Any, plain: bool = False) -> Naming:
    return Naming(CATALOGUE, load_words(language), "xiaomi", plain)


@pytest.mark.parametrize(
    ("changes", "english", "chinese"),
    [
        ({}, "Revenue", "营收"),
        ({"segment": "overseas"}, "Revenue, overseas", "海外营收"),
        ({"entity": "byd"}, "BYD's revenue", "比亚迪的营收"),
        ({"measure": "yoy"}, "Revenue, year on year", "营收同比"),
        ({"measure": "qoq"}, "Revenue, quarter on quarter", "营收环比"),
        ({"measure": "qoq", "period": Period("2025-10")}, "Revenue, month on month", "营收环比"),
        ({"metric": "ev_deliveries", "basis": "target"}, "Car deliveries (target)", "汽车交付量（目标）"),
        ({"metric": "target_price", "basis": "target"}, "Target price", "目标价"),
        ({"metric": "target_price", "basis": "actual"}, "Target price", "目标价"),  # how far it has come, in progress
    ],
)
def test_a_figure_is_named_by_what_tells_it_from_others(changes: dict[str, Any], english: str, chinese: str) -> None:
    aspects = Aspects("revenue", "xiaomi", None, "level", Period("2025-Q3"), "actual")._replace(**changes)
    assert naming("en").figure(aspects) == english
    assert naming("zh").figure(aspects) == chinese


def test_plain_words_stand_for_terms_of_the_trade() -> None:
    assert naming("en", plain=True).metric("ev_deliveries") == "Cars delivered"


def test_known_speakers_are_named_and_described_in_the_readers_language() -> None:
    assert naming("en").speaker("lei_jun", "雷军") == "Lei Jun"
    assert "chairman" in naming("en").role("lei_jun", "小米创始人")
    assert naming("en").speaker(None, "詹军豪") == "詹军豪"
