"""Slide descriptions: what a deck template gives, checked, before anything of it is measured or placed."""

from __future__ import annotations

from typing import Annotated, Literal

from pydantic import Field

from generator.rendering.paragraphs import Tone
from generator.rendering.slide_text import Given, Line
from generator.settings.model import Setting


class Slide(Given):
    """What every slide has. `kicker` stands small above the headline; `layout` is the master's layout by name."""

    kicker: Line = ()
    headline: Line
    layout: str


class Fact(Given):
    """One line at the foot of the cover: a small label and what it says."""

    label: Line
    line: Line


class CoverSlide(Given):
    """The first slide."""

    kind: Literal["cover"]
    layout: str = "Cover"
    title: Line
    subtitle: Line = ()
    entity: Line = ()
    facts: tuple[Fact, ...] = ()


class Entry(Given):
    """A line of the contents: a section's id, its title and what it says."""

    section: str
    title: Line
    line: Line = ()


class ContentsSlide(Slide):
    """The sections, each with the slide it begins on."""

    kind: Literal["contents"]
    layout: str = "Contents"
    header: tuple[Line, Line, Line]
    description: str
    entries: tuple[Entry, ...] = ()


class CardText(Given):
    """A key figure: label and period, the value, its change, and small lines beneath."""

    label: Line
    period: Line = ()
    value: Line
    change: Line = ()
    tone: Tone = "ink"
    small: tuple[Line, ...] = ()
    stated: bool = True


class ScorecardSlide(Slide):
    """Key figures as a grid of cards, at most `most` a slide."""

    kind: Literal["scorecard"]
    layout: str = "Scorecard"
    most: int = Field(8, ge=1, le=8)
    cards: tuple[CardText, ...] = ()


class ChartSlide(Slide):
    """A chart, by id, and what it tells."""

    kind: Literal["chart"]
    layout: str = "Chart"
    picture_layout: str = "Picture"
    chart: str
    unit: Line = ()
    takeaway: Line = ()
    description: str


class PairedText(Given):
    """One chart of a pair, by id, under its title."""

    title: Line
    chart: str
    unit: Line = ()
    description: str


class ChartPairSlide(Slide):
    """Two charts side by side."""

    kind: Literal["chart_pair"]
    layout: str = "Chart pair"
    charts: tuple[PairedText, PairedText]


class BarText(Given):
    """How far something has come: `part` of the bar is filled, from 0 to 1."""

    label: Line
    period: Line = ()
    reached: Line = ()
    share: Line = ()
    before: Line = ()
    target: Line = ()
    part: float = Field(ge=0, le=1)


class ProgressSlide(Slide):
    """Bars of progress, at most `most` a slide."""

    kind: Literal["progress"]
    layout: str = "Progress"
    most: int = Field(4, ge=1, le=4)
    bars: tuple[BarText, ...] = ()


class ParagraphText(Given):
    """A paragraph, a bullet of a list, or a numbered point."""

    line: Line
    bullet: bool = False
    number: int | None = Field(None, ge=1)


class TextSlide(Slide):
    """Paragraphs."""

    kind: Literal["text"]
    layout: str = "Text"
    small: bool = False
    paragraphs: tuple[ParagraphText, ...] = ()


class QuoteText(Given):
    """A quote, the lines beneath it (what it says in the reader's language), and who said it and where."""

    line: Line
    speaker: Line
    origin: Line = ()
    small: tuple[Line, ...] = ()


class QuotesSlide(Slide):
    """Quotes, at most `most` a slide."""

    kind: Literal["quotes"]
    layout: str = "Quotes"
    most: int = Field(3, ge=1, le=3)
    cards: tuple[QuoteText, ...] = ()


class CellText(Given):
    """A cell: its line, and a small note beneath."""

    line: Line = ()
    note: Line = ()
    numeric: bool = False
    tone: Tone = "ink"
    bold: bool = False
    cited: bool = True


class TableSlide(Slide):
    """A table: a header over rows of cells. `small` sets it in small text."""

    kind: Literal["table"]
    layout: str = "Table"
    header: tuple[Line, ...] = Field(min_length=1)
    rows: tuple[tuple[CellText, ...], ...] = ()
    caption: Line = ()
    description: str
    small: bool = False


AnySlide = Annotated[
    CoverSlide
    | ContentsSlide
    | ScorecardSlide
    | ChartSlide
    | ChartPairSlide
    | ProgressSlide
    | TextSlide
    | QuotesSlide
    | TableSlide,
    Field(discriminator="kind"),
]


class Slides(Setting):
    """What one template gives: one slide, or a list of them."""

    slides: tuple[AnySlide, ...]
