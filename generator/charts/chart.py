"""The chart: one chart block drawn."""

from __future__ import annotations

from dataclasses import dataclass

import vl_convert


@dataclass(frozen=True, slots=True)
class Chart:
    """One chart block, drawn with Altair: its Vega-Lite specification, and its drawing as vector.

    `width` and `height` are in points.
    """

    id: str
    spec: dict[str, object]
    svg: str
    width: float
    height: float
    description: str

    @property
    def png(self) -> bytes:
        """The drawing as a picture at 2x, for programs that can't show vectors; made anew at each asking."""
        return vl_convert.svg_to_png(self.svg, scale=2)
