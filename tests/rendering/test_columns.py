"""Columns of slides' tables: what is worded at length gets the room, so that the table stays low."""

from __future__ import annotations

import pytest

from generator.charts.typefaces import typefaces
from generator.rendering.columns import heights_of, widths_of
from generator.rendering.fitting import measure_of
from generator.rendering.paragraphs import Para, Run
from generator.rendering.style import Style
from tests.rendering.decks import sober

WIDTH = 880.0
WHY = (
    "The value stated here stands in three independent reports, any other in one; even allowing for rounding "
    "they cannot both hold. The one that more reports bear out is stated."
)
SHORT = ("Smartphone shipments, year on year, Q3 2025", "Xiaomi Corporation, Yicai and Leiphone", "43.4 million (Sina)")


@pytest.fixture(scope="module")
def style() -> Style:
    theme = sober()
    return Style(theme, "en", {}, measure_of(typefaces(theme), "en", theme.type.minimum), {})


def row(*texts: str) -> tuple[tuple[Para, ...], ...]:
    return tuple((Para((Run(text),), 14.0),) for text in texts)


def test_columns_that_have_room_keep_their_texts_on_one_line(style: Style) -> None:
    rows = [row("Metric", "Value"), row("Revenue", "RMB 113.1 billion")]
    widths = widths_of(rows, WIDTH, style)
    assert sum(widths) == pytest.approx(WIDTH)
    assert len(set(heights_of(rows, widths, style))) == 1


def test_the_column_of_the_most_text_is_the_widest_and_the_table_lower_for_it(style: Style) -> None:
    rows = [row(*SHORT, WHY)] * 3
    widths = widths_of(rows, WIDTH, style)
    assert sum(widths) == pytest.approx(WIDTH)
    assert widths[3] > 1.5 * max(widths[:3])
    alike = heights_of(rows, [WIDTH / 4] * 4, style)
    assert sum(heights_of(rows, widths, style)) < 0.7 * sum(alike)


def test_no_column_is_narrower_than_its_longest_word(style: Style) -> None:
    rows = [row("Internationalisation", WHY * 3, WHY * 3)]
    widths = widths_of(rows, WIDTH, style)
    assert widths[0] > style.measure.word(rows[0][0][0])
