"""Phrases: names found in one pass, whole words only, capitals respected, the longest first."""

from __future__ import annotations

import pytest

from generator.extraction.phrases import Phrases

PHRASES = Phrases(
    {
        "revenue": ("revenue",),
        "IoT revenue": ("iot_revenue",),
        "ASP": ("asp",),
        "Apple": ("apple",),
        "营收": ("revenue",),
        "汽车营收": ("ev_revenue",),
        "sales": ("revenue", "deliveries"),
    }
)


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("Revenue rose", [("Revenue", ("revenue",))]),
        ("IoT revenue rose", [("IoT revenue", ("iot_revenue",))]),
        ("revenues rose", []),
        ("The ASP rose as an asp would", [("ASP", ("asp",))]),
        ("Apple and apple juice, pineapple", [("Apple", ("apple",))]),
        ("小米汽车营收和营收", [("汽车营收", ("ev_revenue",)), ("营收", ("revenue",))]),
        ("sales", [("sales", ("revenue", "deliveries"))]),
        ("小米revenue增长", [("revenue", ("revenue",))]),
        ("", []),
    ],
)
def test_what_is_found(text: str, found: list[tuple[str, tuple[str, ...]]]) -> None:
    assert [(text[f.start : f.end], f.meaning) for f in PHRASES.find(text)] == found


def test_no_phrases_find_nothing() -> None:
    assert list(Phrases({}).find("revenue")) == []


def test_a_phrase_is_found_where_a_longer_one_only_begins() -> None:
    phrases = Phrases({"SAP": ("sap",), "SAP SE": ("sap",), "Apple": ("apple",), "Apple Inc": ("apple",)})
    found = [(f.start, f.end, f.meaning) for f in phrases.find("SAP set a date as Apple increased its own")]
    assert found == [(0, 3, ("sap",)), (18, 23, ("apple",))]
