"""A canvas measured in points: for charts whose every mark and word has its place reckoned, so that none meets another.

Rows of data say how they look (`fill`, `tone`, `size`): one layer draws all marks of a sort, which keeps drawing fast.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

import altair as alt

from generator.charts.hatching import AHEAD, PALE
from generator.charts.layout import Rows, broken, legend_columns, over, plot
from generator.charts.theme import Look

_PADDING = 4.0  # of the whole chart, left and right, top and bottom together
Spot = tuple[float, float]


class Canvas:
    """Gathers marks; fills lie lowest, words uppermost. x runs from the left, y from the top.

    `title` is what stands above the chart. Marks that show what is `ahead` are pale, and hatched in the end.
    """

    def __init__(self, look: Look, height: float, title: str = "") -> None:
        self.look = look
        self.width = look.width - _PADDING
        self.height = height - _PADDING - (look.size + 8 if title else 0)
        self._rows: dict[str, Rows] = {}

    def box(
        self, x: float, y: float, x2: float, y2: float, fill: str, *, ahead: bool = False, stroke: str = "transparent",
        dash: Sequence[int] = (),
    ) -> None:  # fmt: skip
        """Draw a rectangle, at will with an outline."""
        look = {"fill": fill, "opacity": PALE if ahead else 1, "stroke": fill if ahead else stroke, "dash": list(dash)}
        self._add(_named("boxes", ahead), {"x": x, "y": y, "x2": x2, "y2": y2, **look})

    def rule(self, x: float, y: float, x2: float, y2: float, stroke: str, thick: float = 1) -> None:
        """Draw a straight line."""
        self._add("rules", {"x": x, "y": y, "x2": x2, "y2": y2, "stroke": stroke, "thick": thick})

    def line(self, series: str, spots: Sequence[Spot], stroke: str, thick: float = 2, dash: Sequence[int] = ()) -> None:
        """Draw a line from spot to spot."""
        look = {"series": series, "stroke": stroke, "thick": thick, "dash": list(dash)}
        for x, y in spots:
            self._add("lines", {"x": x, "y": y, **look})

    def area(
        self, series: str, tops: Sequence[Spot], bottoms: Sequence[float], fill: str, opacity: float, *,
        ahead: bool = False,
    ) -> None:  # fmt: skip
        """Fill between spots and the heights beneath them."""
        look = {"series": series, "fill": fill, "opacity": PALE if ahead else opacity}
        for (x, y), bottom in zip(tops, bottoms, strict=True):
            self._add(_named("areas", ahead), {"x": x, "y": y, "y2": bottom, **look})

    def slice(self, x: float, y: float, angles: Spot, radii: Spot, fill: str, *, ahead: bool = False) -> None:
        """Draw a slice of a ring round a spot, between two angles: clockwise from the top, in radians."""
        (start, end), (inner, outer) = angles, radii
        place = {"x": x, "y": y, "start": start, "end": end, "inner": inner, "outer": outer}
        self._add(_named("slices", ahead), {**place, "fill": fill, "opacity": PALE if ahead else 1})

    def dot(self, x: float, y: float, fill: str, stroke: str, size: float = 42, shape: str = "circle") -> None:
        """Draw a mark of an area in square points."""
        self._add("dots", {"x": x, "y": y, "fill": fill, "stroke": stroke, "size": size, "shape": shape})

    def word(
        self, x: float, y: float, text: str, *, align: str = "center", base: str = "middle", tone: str | None = None,
        size: float | None = None, bold: bool = False, told: str = "",
    ) -> None:  # fmt: skip
        """Write a text of one line or several, which stand as a whole above (`bottom`), about or beneath (`top`) y.

        `told` says which point a value is of: to who reads aloud, and to the imprint that looks for its evidence.
        """
        y -= text.count("\n") * self.look.line * {"bottom": 1.0, "middle": 0.5, "top": 0.0}[base]
        look = {"tone": tone or self.look.theme.colours.ink, "size": size or self.look.size}
        weight = "bold" if bold else "normal"
        place = {"x": x, "y": y, "align": align, "base": base}
        self._add("words", {**place, "text": text, "told": told or text, "weight": weight, **look})

    def key(self, names: Sequence[str]) -> float:
        """Write which colour is which name, in as many columns as there is room for; return the height that takes."""
        columns, y = legend_columns(names, self.look), 0.0
        written = [broken(name, self.width - 18, self.look) for name in names]
        widths = [max(self.look.text_width(name) for name in names[i::columns]) + 34 for i in range(columns)]
        for first in range(0, len(names), columns):
            row = written[first : first + columns]
            for column, name in enumerate(row):
                x, colour = sum(widths[:column]), self.look.colour(first + column)
                self.dot(x + 4, y + 0.5 * (self.look.line + 2), colour, colour, size=70, shape="square")
                self.word(x + 14, y + 0.5 * self.look.line - 0.4 * self.look.size + 1, name, align="left", base="top")
            y += max(name.count("\n") + 1 for name in row) * self.look.line + 2
        return y + 4

    def chart(self, height: float) -> alt.LayerChart:
        """Return what was drawn, as a chart of a height."""
        fills = {"boxes": self._boxes, "areas": self._areas, "slices": self._slices}
        marks = {"rules": self._rules, "lines": self._lines, "dots": self._dots, "words": self._words}
        layers = {**fills, **{_named(sort, True): made for sort, made in fills.items()}, **marks}
        drawn = over(
            *(made(plot(self._rows[sort])).properties(name=sort) for sort, made in layers.items() if sort in self._rows)
        )
        drawn.height = height
        return drawn

    def _add(self, sort: str, row: dict[str, Any]) -> None:
        self._rows.setdefault(sort, []).append(row)

    def _boxes(self, rows: Any) -> Any:
        mark = rows.mark_rect(aria=False, **_each("fill", "stroke"), fillOpacity=_of("opacity"), strokeDash=_of("dash"))
        return mark.encode(**self._at("x", "y", "x2", "y2"))

    def _areas(self, rows: Any) -> Any:
        mark = rows.mark_area(aria=False, **_each("fill"), fillOpacity=_of("opacity"), line=False)
        return mark.encode(**self._at("x", "y", "y2"), detail=alt.Detail("series", type="nominal"))

    def _slices(self, rows: Any) -> Any:
        radii = {"outerRadius": _of("outer"), "innerRadius": _of("inner")}
        rim = {"stroke": self.look.theme.colours.ground, "strokeWidth": 1.2}
        mark = rows.mark_arc(aria=False, **_each("fill"), **radii, **rim, fillOpacity=_of("opacity"))
        theta = alt.Theta("start", type="quantitative", scale=None, stack=None)
        return mark.encode(**self._at("x", "y"), theta=theta, theta2=alt.Theta2("end"))

    def _rules(self, rows: Any) -> Any:
        mark = rows.mark_rule(aria=False, **_each("stroke"), strokeWidth=_of("thick"))
        return mark.encode(**self._at("x", "y", "x2", "y2"))

    def _lines(self, rows: Any) -> Any:
        mark = rows.mark_line(aria=False, **_each("stroke"), strokeWidth=_of("thick"), strokeDash=_of("dash"))
        order = alt.Order("x", type="quantitative")
        return mark.encode(**self._at("x", "y"), detail=alt.Detail("series", type="nominal"), order=order)

    def _dots(self, rows: Any) -> Any:
        mark = rows.mark_point(aria=False, **_each("fill", "stroke", "size", "shape"), strokeWidth=1.5, opacity=1)
        return mark.encode(**self._at("x", "y"))

    def _words(self, rows: Any) -> Any:
        look = {"align": _of("align"), "baseline": _of("base"), "fontSize": _of("size"), "fontWeight": _of("weight")}
        mark = rows.mark_text(**look, color=_of("tone"), lineBreak="\n", lineHeight=self.look.line)
        told = alt.Description("told", type="nominal")
        return mark.encode(**self._at("x", "y"), text=alt.Text("text", type="nominal"), description=told)

    def _at(self, *fields: str) -> dict[str, Any]:
        scales = {"x": [0, self.width], "y": [self.height, 0]}
        made: dict[str, Any] = {}
        for field in fields:
            if field in scales:
                scale = alt.Scale(domain=scales[field], nice=False, zero=False)
                channel = alt.X if field == "x" else alt.Y
                made[field] = channel(field, type="quantitative", axis=None, scale=scale, stack=None)
            else:
                made[field] = (alt.X2 if field == "x2" else alt.Y2)(field)
        return made


def _named(sort: str, ahead: bool) -> str:
    return f"{AHEAD}_{sort}" if ahead else sort


def _of(field: str) -> Any:
    return alt.ExprRef(expr=f"datum.{field}")


def _each(*fields: str) -> dict[str, Any]:
    return {field: _of(field) for field in fields}
