"""Labels of charts broken into lines: between words, and never within a unit, which alone would state an amount."""

from __future__ import annotations

import pytest

from generator.charts.layout import broken
from generator.charts.theme import look
from tests.rendering.decks import sober


@pytest.mark.parametrize(
    ("text", "lines"),
    [
        ("Foxconn's revenue, trillion New Taiwan dollars", ["Foxconn's revenue,", "trillion New Taiwan dollars"]),
        ("Adjusted net profit, RMB billion", ["Adjusted net profit,", "RMB billion"]),
        ("Smartphone gross margin", ["Smartphone", "gross margin"]),
        ("Net profit", ["Net profit"]),
    ],
)
def test_a_label_breaks_before_its_unit_and_not_within(text: str, lines: list[str]) -> None:
    seen = look(sober(), "en")
    room = max(seen.text_width(line) for line in lines) + 1
    assert broken(text, room, seen).split("\n") == lines
