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
