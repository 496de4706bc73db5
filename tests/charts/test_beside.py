"""Values beside lines: never one on another while there is room."""

from __future__ import annotations

from itertools import combinations
from typing import Any

import yaml

from generator.charts.beside import Spot, _box, spots
from generator.charts.theme import Look, look
from generator.settings.builtin import folder
from generator.settings.theme import Theme

THEME = Theme.model_validate(yaml.safe_load((folder("config") / "themes" / "sober.yaml").read_text("utf-8")))
LABELS = ["Q1", "Q2", "Q3", "Q4", "Q5", "Q6", "Q7"]


def series(name: str, values: list[float]) -> list[dict[str, Any]]:
    return [
        {"series": name, "label": label, "value": value, "printed": f"{value}%", "basis": "actual"}
        for label, value in zip(LABELS, values, strict=True)
    ]


def placed(data: list[dict[str, Any]], domain: tuple[float, float], seen: Look) -> list[dict[str, Any]]:
    """Return the rows with their places in points, in a plot 150 points high."""
    slot, scale = seen.width / len(LABELS), 150.0 / (domain[1] - domain[0])
    return [
        {**row, "x": (LABELS.index(row["label"]) + 0.5) * slot, "y": (domain[1] - row["value"]) * scale} for row in data
    ]


def test_no_value_stands_on_another() -> None:
    data = [
        *series("a", [22.3, 20.7, 20.4, 20.6, 22.8, 22.5, 22.9]),
        *series("b", [19.9, 19.7, 20.8, 20.5, 25.2, 22.5, 23.9]),
        *series("c", [16.0, 15.4, 17.1, 20.4, 23.2, 26.4, 25.5]),
    ]
    seen = look(THEME, "en")
    rows = placed(data, (12.0, 29.0), seen)
    found = spots(rows, seen, range(len(rows)))
    boxes = [
        _box((row["x"], row["y"]), found[i], seen.text_width(row["printed"]), seen.size) for i, row in enumerate(rows)
    ]
    assert len(boxes) == 21
    assert not [pair for pair in combinations(boxes, 2) if pair[0].touches(pair[1])]


def test_a_lone_line_has_its_values_above_and_in_valleys_below() -> None:
    data = series("a", [5.0, 4.0, 5.0, 6.0, 6.0, 5.0, 6.0])
    seen = look(THEME, "en")
    found = spots(placed(data, (3.0, 7.0), seen), seen, range(7))
    assert found[1].side == -1
    assert found[3] == Spot(1, 5.5, 0.0)
