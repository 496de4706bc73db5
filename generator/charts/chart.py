"""The chart: one chart block drawn."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import cached_property

import vl_convert

from generator.charts.vector import for_pictures


@dataclass(frozen=True)
class Chart:
    """One chart block, drawn with Altair: its Vega-Lite specification, and its drawing as vector.

    `width` and `height` are in points; `foreign` are characters that the text's font lacks, and which family has them.
    """

    id: str
    spec: dict[str, object]
    svg: str
    width: float
    height: float
    description: str
    foreign: Mapping[str, str] = field(default_factory=dict)

    @cached_property
    def png(self) -> bytes:
        """The drawing as a picture at 2x, for programs that can't show vectors."""
        return vl_convert.svg_to_png(for_pictures(self.svg, self.foreign), scale=2)
