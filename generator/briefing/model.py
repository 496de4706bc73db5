"""The briefing: one frozen object with everything that is printed, already worded, for every output to read."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date, datetime
from decimal import Decimal
from typing import Literal

from generator.briefing.own import Own
from generator.briefing.printed import Direction as Direction
from generator.briefing.printed import Line as Line
from generator.briefing.printed import Printed as Printed
from generator.briefing.story import Glossary, KeyMessages, TargetProgress, Timeline, WhatChanged
from generator.corpus.document import Document
from generator.extraction.quote import Quote, Rating, Title
from generator.selection.fact import Fact
from generator.settings.audience import Audience
from generator.settings.figure_sections import ChartKind
from generator.settings.model import OutputLanguage


@dataclass(frozen=True, slots=True)
class Evidence:
    """What stands behind one printed thing, under an id of its own: a fact, a quote, or a rating."""

    id: str
    claim: Fact | Quote | Rating | Title


@dataclass(frozen=True, slots=True)
class Source:
    """One cited document under its number."""

    number: int
    document: Document
    publisher: str
    published: str
    evidence: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Card:
    """One key figure. `value` is None where the corpus does not state it; `note` then says so.

    `favourable` says whether the change is a good one, None where that is no matter of direction.
    """

    label: str
    period: str
    value: Printed | None
    change: Printed | None = None
    direction: Direction | None = None
    favourable: bool | None = None
    earlier: Line = ()
    note: str = ""
    disputed: bool = False


@dataclass(frozen=True, slots=True)
class Scorecard:
    """Key figures, most important first."""

    cards: tuple[Card, ...]
    kind: Literal["scorecard"] = "scorecard"


@dataclass(frozen=True, slots=True)
class Point:
    """One value of a chart: `value` is scaled to the chart's unit, `printed` is its label as the text writes it.

    `day` is when it holds, or the last day of its period; `whole` tells the totals of a waterfall from its steps.
    """

    label: str
    value: Decimal
    printed: Printed
    basis: Literal["actual", "target", "forecast", "consensus"] = "actual"
    day: date | None = None
    whole: bool = False


@dataclass(frozen=True, slots=True)
class Series:
    """The points of one metric, in order of time. `labels` of all series of a chart come from one common axis.

    `unit` is the unit that this series' values share, where the chart's series have a unit each.
    """

    name: str
    points: tuple[Point, ...]
    unit: str = ""


@dataclass(frozen=True, slots=True)
class ChartBlock:
    """A chart before it is drawn. `unit` is written above the axis; `description` is its alternative text.

    `native` asks for PowerPoint's own chart (or, False, for the picture) on slides; `spec` is an author's Vega-Lite.
    """

    id: str
    chart: ChartKind
    headline: Line
    takeaway: Line
    unit: str
    decimals: int
    labels: tuple[str, ...]
    series: tuple[Series, ...]
    description: str
    citations: tuple[int, ...]
    native: bool | None = None
    spec: Mapping[str, object] | None = None
    kind: Literal["chart"] = "chart"


@dataclass(frozen=True, slots=True)
class Paragraph:
    """One paragraph, or one bullet of a list."""

    line: Line
    bullet: bool = False


@dataclass(frozen=True, slots=True)
class Prose:
    """The author's words, figures filled in."""

    paragraphs: tuple[Paragraph, ...]
    kind: Literal["text"] = "text"


@dataclass(frozen=True, slots=True)
class QuoteCard:
    """One quote as printed, in its own language; `translation` beneath where the reader's differs and one exists."""

    words: Printed
    language: OutputLanguage
    direct: bool
    speaker: str
    role: str
    outlet: str
    published: str
    translation: str | None = None
    untranslated: bool = False


@dataclass(frozen=True, slots=True)
class Quotes:
    """What people and houses said."""

    cards: tuple[QuoteCard, ...]
    kind: Literal["quotes"] = "quotes"


@dataclass(frozen=True, slots=True)
class Cell:
    """One cell of a table. An empty line prints as a dash; `note` explains a gap."""

    line: Line = ()
    numeric: bool = True
    direction: Direction | None = None
    favourable: bool | None = None
    note: str = ""


@dataclass(frozen=True, slots=True)
class Row:
    """A labelled row of a table."""

    label: str
    cells: tuple[Cell, ...]


@dataclass(frozen=True, slots=True)
class Table:
    """A table: a header over label and cells."""

    header: tuple[str, ...]
    rows: tuple[Row, ...]
    caption: str = ""
    kind: Literal["table", "ratings"] = "table"


@dataclass(frozen=True, slots=True)
class Conflict:
    """One disagreement: what this briefing states, and what each dissenting source says instead."""

    label: str
    stated: Printed
    stated_by: str
    others: tuple[tuple[Printed, str], ...]
    explanation: str


@dataclass(frozen=True, slots=True)
class Conflicts:
    """Where sources disagree; `none` is the sentence that is printed when they don't."""

    conflicts: tuple[Conflict, ...]
    none: str = ""
    kind: Literal["conflicts"] = "conflicts"


@dataclass(frozen=True, slots=True)
class Method:
    """How the figures were found, chosen and checked."""

    paragraphs: tuple[Paragraph, ...]
    kind: Literal["method"] = "method"


@dataclass(frozen=True, slots=True)
class Sources:
    """Every document cited."""

    sources: tuple[Source, ...]
    kind: Literal["sources"] = "sources"


@dataclass(frozen=True, slots=True)
class ChartPair:
    """Two charts side by side, each under a title of its own."""

    titles: tuple[str, str]
    charts: tuple[ChartBlock, ChartBlock]
    kind: Literal["chart_pair"] = "chart_pair"


Figures = Scorecard | ChartBlock | ChartPair | Table | TargetProgress | WhatChanged
Block = Figures | Prose | KeyMessages | Quotes | Timeline | Conflicts | Glossary | Method | Sources | Own


@dataclass(frozen=True, slots=True)
class BriefingSection:
    """One block under its title. `headline` is a full sentence that says what the block shows, for slides."""

    id: str
    title: str
    headline: Line
    block: Block


@dataclass(frozen=True, slots=True)
class Passage:
    """Where one document says it, as it stands there: the sentence in three parts, the middle one what is meant.

    `said` is that as this briefing writes it; `around` what stands before and after the sentence; `number` that of the
    document among the sources, where it is one.
    """

    said: str
    document: Document
    number: int | None
    publisher: str
    published: str
    around: tuple[str, str]
    sentence: tuple[str, str, str]


@dataclass(frozen=True, slots=True)
class Proof:
    """One piece of evidence as a reader opens it: what it is of, the passages for it and against it.

    A derived figure has a `formula` and its inputs by name in place of passages.
    """

    label: str
    text: str
    supporting: tuple[Passage, ...]
    dissenting: tuple[Passage, ...] = ()
    superseded: tuple[Passage, ...] = ()
    converted: tuple[Passage, ...] = ()
    formula: str = ""
    inputs: tuple[tuple[str, Proof], ...] = ()


@dataclass(frozen=True, slots=True)
class Cover:
    """The first page and slide. `issue` is the issue's name, `numbered` that with its number, where it has one."""

    title: str
    subtitle: str
    entity: str
    audience: str
    as_of: str
    issue: str
    numbered: str


@dataclass(frozen=True, slots=True)
class Notice:
    """Something the maker of the briefing should know, and where it comes from."""

    message: str
    section: str


@dataclass(frozen=True, slots=True)
class Briefing:
    """Everything one report says to one audience.

    `labels` holds the fixed words of the outputs in its language (templates/labels.yaml), `proofs` what a reader opens
    behind each piece of evidence, `documents` every document that any evidence leads to, dissent and inputs included.
    """

    report: str
    issue: str
    audience_id: str
    audience: Audience
    language: OutputLanguage
    as_of: date
    cover: Cover
    sections: tuple[BriefingSection, ...]
    sources: tuple[Source, ...]
    evidence: Mapping[str, Evidence]
    documents: Mapping[str, Document]
    disclaimer: str
    labels: Mapping[str, str]
    proofs: Mapping[str, Proof] = field(default_factory=dict)
    notices: tuple[Notice, ...] = ()
    generated: datetime | None = None
    keywords: tuple[str, ...] = field(default=())

    @property
    def charts(self) -> tuple[tuple[ChartBlock, bool], ...]:
        """Every chart, and whether it has only half of the width."""
        found: list[tuple[ChartBlock, bool]] = []
        for section in self.sections:
            if isinstance(section.block, ChartBlock):
                found.append((section.block, False))
            elif isinstance(section.block, ChartPair):
                found += [(chart, True) for chart in section.block.charts]
        return tuple(found)
