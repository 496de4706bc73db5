"""The sheet: what stands on one slide, measured and fitted; it only has to be written."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from typing import Literal, NamedTuple

from generator.briefing.charted import ChartBlock
from generator.charts.chart import Chart
from generator.errors import TemplateFailed
from generator.rendering.fitting import Box
from generator.rendering.paragraphs import Para, Run, gathered
from generator.rendering.slide_text import Words


class Frame(NamedTuple):
    """Where something stands on the slide, in points from its top left corner."""

    left: float
    top: float
    width: float
    height: float

    @property
    def right(self) -> float:
        """Its right edge."""
        return self.left + self.width

    @property
    def bottom(self) -> float:
        """Its lower edge."""
        return self.top + self.height


Margins = tuple[float, float, float, float]  # left, top, right, bottom, in points


@dataclass(frozen=True, slots=True)
class Spot:
    """A placeholder of a layout: its index, where it stands, and the margins inside."""

    index: int
    frame: Frame
    margins: Margins

    def room(self, frame: Frame | None = None) -> Box:
        """Return the room for text inside, of the placeholder as it is or moved to another frame."""
        left, top, right, bottom = self.margins
        frame = frame or self.frame
        return Box(frame.width - left - right, frame.height - top - bottom)


class Layout(dict[str, Spot]):
    """A layout's placeholders by name; asked for one that is not there, it says which there are."""

    def __init__(self, name: str, spots: Mapping[str, Spot]) -> None:
        super().__init__(spots)
        self.name = name

    def __missing__(self, spot: str) -> Spot:
        raise TemplateFailed(
            f"The master's layout '{self.name}' has no placeholder '{spot}'; it has {', '.join(self)}.",
            "Name the placeholder in PowerPoint's selection pane, in the slide master view.",
        )


@dataclass(frozen=True, slots=True)
class TextBox:
    """Paragraphs in a placeholder, by its name; `frame` where it is moved from its place."""

    spot: str
    paras: tuple[Para, ...]
    frame: Frame | None = None


@dataclass(frozen=True, slots=True)
class Grid:
    """A table: column widths and row heights in points, a cell's paragraphs, the first row being the header.

    `hangs` is how far each cell's text keeps from the right edge beside its margin, so that figures stand under one
    another whatever source numbers follow them.
    """

    spot: str
    widths: tuple[float, ...]
    heights: tuple[float, ...]
    rows: tuple[tuple[tuple[Para, ...], ...], ...]
    hangs: tuple[tuple[float, ...], ...]
    description: str


@dataclass(frozen=True, slots=True)
class Drawing:
    """A chart in a placeholder: native where `native`, else its picture. Sizes are in points.

    `below` names the points whose labels stand below them, by series and label; `lying` bars run from the left, and
    `legend` says whether names stand at the right or on top.
    """

    spot: str
    frame: Frame
    block: ChartBlock
    chart: Chart | None
    description: str
    native: bool = True
    label_size: float = 11.0
    axis_size: float = 11.0
    below: frozenset[tuple[int, str]] = frozenset()
    lying: bool = False
    legend: Literal["top", "right"] = "top"


@dataclass(frozen=True, slots=True)
class Bar:
    """A bar, filled in part; `description` says in words what it shows, figures among them."""

    frame: Frame
    part: float
    description: tuple[Words, ...]


@dataclass(frozen=True, slots=True)
class Sheet:
    """One slide. `section` is the id of the section it belongs to, empty for cover and contents."""

    layout: str
    texts: tuple[TextBox, ...] = ()
    grid: Grid | None = None
    drawings: tuple[Drawing, ...] = ()
    bars: tuple[Bar, ...] = ()
    section: str = ""

    @property
    def runs(self) -> tuple[Run, ...]:
        """All runs on the sheet."""
        runs = tuple(run for box in self.texts for run in gathered(box.paras))
        if self.grid is None:
            return runs
        return runs + tuple(run for row in self.grid.rows for cell in row for run in gathered(cell))

    def with_texts(self, *boxes: TextBox) -> Sheet:
        """Return the sheet with further texts; boxes without paragraphs are left out."""
        return replace(self, texts=(*self.texts, *(box for box in boxes if box.paras)))
