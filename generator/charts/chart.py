"""The chart: one chart block drawn."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Chart:
    """One chart block, drawn with Altair: its Vega-Lite specification, as vector and as picture.

    `svg` is for pages, `png` (at 2x) for slides; `width` and `height` are in points.
    """

    id: str
    spec: dict[str, object]
    svg: str
    png: bytes
    width: float
    height: float
    description: str
