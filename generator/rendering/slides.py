"""Slide descriptions: what a deck template gives, checked, before anything of it is measured or placed."""

from __future__ import annotations

import re
from typing import Annotated, Any, Literal

from pydantic import BeforeValidator, Field, model_validator

from generator.rendering.paragraphs import Tone
from generator.settings.model import OutputLanguage, Setting

_UNPRINTABLE = re.compile(
    "[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\ud800-\udfff\ufffe\uffff\u200b-\u200f\u2028-\u202e\u2066-\u2069\ufeff]"
)


def printable(text: str) -> str:
    """Return a text without the characters that a slide's XML cannot hold, or that steer the direction of others."""
    return _UNPRINTABLE.sub("", text)


def _clean(value: Any) -> Any:
    return printable(value) if isinstance(value, str) else value


class Given(Setting):
    """A part of what a template gives; a key under which a loop gave nothing is as good as absent."""

    @model_validator(mode="before")
    @classmethod
    def _without_blanks(cls, data: Any) -> Any:
        return {key: value for key, value in data.items() if value is not None} if isinstance(data, dict) else data


class Words(Given):
    """Words of one line. `evidence` is the id of what stands behind them, `citations` the numbers of its sources.

    `language` is theirs where their characters don't tell it, as those of quotation marks don't.
    """

    text: Annotated[str, BeforeValidator(_clean)]
    evidence: str | None = None
    citations: tuple[int, ...] = ()
    link: str | None = None
    bold: bool = False
    tone: Tone | None = None
    language: OutputLanguage | None = None


def _as_words(value: Any) -> Any:
    """A line is a text, or a list of texts and words."""
    pieces = [value] if isinstance(value, str | dict) else value
    if not isinstance(pieces, list | tuple):
        return pieces
    words = ({"text": piece} if isinstance(piece, str) else piece for piece in pieces)
    return tuple(one for one in words if not (isinstance(one, dict) and one.get("text") == ""))


Line = Annotated[tuple[Words, ...], BeforeValidator(_as_words)]


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
