"""An author's own Vega-Lite: over the figures asked for, in the theme's look, and printing nothing else."""

from __future__ import annotations

from dataclasses import replace
from decimal import Decimal
from typing import Any

import pytest

from generator.briefing.charted import ChartBlock, Point, Series
from generator.briefing.printed import Printed
from generator.charts.draw import draw
from generator.errors import ChartFailed
from tests.charts.test_kinds import THEME

_POINTS = tuple(
    Point(label, Decimal(value), Printed(f"{value} billion yuan", f"e{value}", (1,), drawn=True))
    for label, value in (("Q2 2025", "116.0"), ("Q3 2025", "113.1"))
)


def block(spec: dict[str, Any]) -> ChartBlock:
    series = (Series("Revenue", _POINTS, "billion yuan"),)
    return ChartBlock("own", "vega_lite", (), (), "", 1, ("Q2 2025", "Q3 2025"), series, "Revenue", (1,), spec=spec)


def lollipops(text: str) -> dict[str, Any]:
    place = {"x": {"field": "period", "type": "nominal"}, "y": {"field": "value", "type": "quantitative"}}
    words = {**place, "text": {"field": text, "type": "nominal"}}
    return {"layer": [{"mark": "rule", "encoding": place}, {"mark": {"type": "text", "dy": -6}, "encoding": words}]}


def test_its_data_are_the_figures() -> None:
    drawn = draw(block(lollipops("printed")), THEME, "en")
    rows: Any = drawn.spec["data"]
    assert [(row["period"], row["value"], row["printed"]) for row in rows["values"]] == [
        ("Q2 2025", 116.0, "116.0 billion yuan"), ("Q3 2025", 113.1, "113.1 billion yuan"),
    ]  # fmt: skip
    assert "113.1 billion yuan" in drawn.svg
    assert (drawn.width, drawn.height) == (482, 216)
    assert "Noto Sans" in drawn.svg


def test_a_number_that_is_no_figure_is_refused() -> None:
    spec = lollipops("half")
    spec["transform"] = [{"calculate": "datum.value / 2", "as": "half"}]
    with pytest.raises(ChartFailed, match=r"The chart 'own' writes '58', which is no figure that it asks for"):
        draw(block(spec), THEME, "en")


def test_axes_may_have_numbers() -> None:
    spec = {"mark": "bar", "encoding": lollipops("printed")["layer"][0]["encoding"]}
    assert draw(block(spec), THEME, "en").svg.count("role-axis-label") > 1


def test_what_can_not_be_drawn_is_told() -> None:
    spec = {"mark": "bar", "transform": [{"calculate": "datum.(", "as": "x"}]}
    with pytest.raises(ChartFailed, match="The chart 'own' can't be drawn"):
        draw(block(spec), THEME, "en")


def test_several_plots_have_their_own_sizes() -> None:
    one = {"mark": "bar", "height": 80, "encoding": lollipops("printed")["layer"][0]["encoding"]}
    drawn = draw(replace(block({"vconcat": [one, one]})), THEME, "en")
    assert drawn.height > 200
