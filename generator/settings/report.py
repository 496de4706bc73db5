"""What a report states: sections of blocks, each with the metrics and quotes it asks for."""

from __future__ import annotations

from datetime import date
from typing import Annotated, Any, Literal, get_args

from pydantic import BeforeValidator, Field, ValidationInfo, field_validator, model_validator

from generator.settings import issues
from generator.settings.issues import Cadence, Window
from generator.settings.model import Id, Setting, Text
from generator.settings.period import Period


class MetricRef(Setting):
    """Which figure is meant. Whatever is left out comes from the section, the report, or is the latest stated."""

    metric: Id
    entity: Id | None = None
    segment: Id | None = None
    measure: Literal["level", "yoy", "qoq", "yoy_pp", "qoq_pp"] = "level"
    basis: Literal["actual", "target", "forecast", "consensus"] = "actual"
    period: Period | None = None
    label: Text | None = None


# `- revenue` is short for `- metric: revenue`.
MetricEntry = Annotated[
    MetricRef,
    BeforeValidator(lambda v: {"metric": v} if isinstance(v, str) else v, json_schema_input_type=str | MetricRef),
]
Metrics = Annotated[tuple[MetricEntry, ...], Field(min_length=1)]


class Section(Setting):
    """What every section has: a name to choose it by, a title, a period that its metrics share."""

    id: Id | None = None
    title: Text | None = None
    period: Period | None = None


class ScorecardSection(Section):
    """Key figures, each with its change and what it was a year earlier."""

    block: Literal["scorecard"]
    metrics: Metrics


ChartKind = Literal[
    "bar", "grouped_bar", "stacked_bar", "line", "area", "donut", "share_bar", "target", "bullet", "waterfall",
    "slope", "dumbbell", "sparkline", "timeline", "heat_table", "vega_lite",
]  # fmt: skip
# What PowerPoint draws itself, editable; every other kind stands on slides as a picture.
NATIVE_KINDS: tuple[ChartKind, ...] = ("bar", "grouped_bar", "stacked_bar", "line", "area", "donut", "share_bar")


class ChartSection(Section):
    """One chart. `headline` is a sentence, figures by reference.

    Over periods: bar, grouped_bar, stacked_bar, line, area, sparkline, heat_table. Parts of a whole: donut, share_bar,
    waterfall (the last metric is the whole; over two periods, what changed it). This year and last: slope, dumbbell.
    Against a target: target, bullet. On a calendar: timeline. `vega_lite` draws the author's own `spec`.
    """

    block: Literal["chart"] = "chart"
    kind: ChartKind = "bar"
    metrics: Metrics
    periods: Annotated[int, Field(ge=1)] | tuple[Period, ...] | None = Field(
        None, description="how many of the latest to show, or which; left out, what suits the kind"
    )
    minus: tuple[Id, ...] = Field((), description="metrics of a waterfall that take away, such as costs")
    native: bool | None = Field(None, description="on slides: PowerPoint's own chart, or a picture of the page's")
    spec: dict[str, Any] | None = Field(None, description="Vega-Lite, for kind vega_lite; its data are the metrics")
    headline: Text | None = None
    takeaway: Text | None = None


class Writer(Setting):
    """A command that writes a text: it is given figures and quotes as JSON, and answers with prose that refers to them.

    It runs in the project's folder, and only where `footnoted build --writers` allows it. What it writes is held to the
    same rules as an author's text; where it is refused, fails or takes too long, body or file stand in, or nothing.
    """

    command: tuple[str, ...] = Field(min_length=1, description="program and arguments")
    seconds: float = Field(60, gt=0, le=3600, description="how long it may take")


class TextSection(Section):
    """Prose in Markdown's paragraphs and bullets; figures only as `{{ figure("revenue") }}`, own numbers by own()."""

    block: Literal["text"]
    body: Text | None = None
    file: Text | None = Field(None, description="a Markdown file of config/prose instead of a body: outlook.md")
    writer: Writer | None = None

    @model_validator(mode="after")
    def _by_someone(self) -> TextSection:
        if self.body is None and self.file is None and self.writer is None:
            raise ValueError("a text has a body or a file, a writer, or both")
        if self.body is not None and self.file is not None:
            raise ValueError("a text has a body or a file, not both")
        return self


class NewsSection(Section):
    """A section of news: it draws on what was published in the report's window, or in one of its own."""

    window: Window | None = Field(None, description="`30 days`, `4 weeks`, or `all`")


class QuotesSection(NewsSection):
    """Quotes, chosen by speaker, company, kind and words they mention; newest first."""

    block: Literal["quotes"]
    speakers: tuple[Id, ...] = ()
    entity: Id | None = None
    kinds: tuple[Literal["direct", "indirect"], ...] = ("direct",)
    about: tuple[str, ...] = ()
    limit: int = Field(4, ge=1)


class TableSection(Section):
    """Metrics down, periods across; or, with `columns: measures`, value, change and year earlier across."""

    block: Literal["table"]
    metrics: Metrics
    columns: Literal["periods", "measures"] = "measures"
    periods: int | tuple[Period, ...] = 4


class RatingsSection(NewsSection):
    """Brokers' ratings and target prices."""

    block: Literal["ratings"]


class ConflictsSection(Section):
    """Where sources disagree on a figure that this report states."""

    block: Literal["conflicts"]


class KeyMessagesSection(Section):
    """What a reader must take away: the author's sentences, figures by reference, then one a metric."""

    block: Literal["key_messages"]
    messages: tuple[Text, ...] = ()
    metrics: tuple[MetricEntry, ...] = ()


class Event(Setting):
    """One dated event in the author's words, figures by reference."""

    date: date
    text: Text


class TimelineSection(NewsSection):
    """What happened when: the author's events, and the titles of the latest `stories` on the company."""

    block: Literal["timeline"]
    events: tuple[Event, ...] = ()
    stories: int = Field(0, ge=0, le=20)
    since: date | None = None


class TargetProgressSection(Section):
    """How far each metric has come towards its targets."""

    block: Literal["target_progress"]
    metrics: Metrics


class WhatChangedSection(Section):
    """What is new, set anew or newly disputed since the last issue, or since a day; by default of every metric that
    the report names.
    """

    block: Literal["what_changed"]
    metrics: tuple[MetricEntry, ...] = ()
    since: date | None = None


class Term(Setting):
    """A word, and what it means here."""

    term: Text
    meaning: Text


class GlossarySection(Section):
    """What the author's terms mean, and the metrics printed that the catalogue defines."""

    block: Literal["glossary"]
    terms: tuple[Term, ...] = ()


class ChartPairSection(Section):
    """Two charts side by side."""

    block: Literal["chart_pair"]
    charts: tuple[ChartSection, ChartSection]
    headline: Text | None = None


class OwnSection(Section):
    """A block of the project's own: `block` is any name for which it has a template for pages and one for slides.

    Texts in `data` may be given in both languages, and figures in them by reference.
    """

    block: Literal["own"]
    name: Id
    headline: Text | None = None
    data: Any = None


class MethodSection(Section):
    """How figures were found, chosen and checked."""

    block: Literal["method"]


class SourcesSection(Section):
    """Every document cited, numbered."""

    block: Literal["sources"]


def _own(section: Any) -> Any:
    """Read a block with `data` as one of the project's own, under the name it has."""
    if not isinstance(section, dict) or "data" not in section or "name" in section:
        return section
    return {**section, "block": "own", "name": section.get("block")}


AnySection = Annotated[
    ScorecardSection
    | ChartSection
    | TextSection
    | QuotesSection
    | TableSection
    | RatingsSection
    | KeyMessagesSection
    | TimelineSection
    | TargetProgressSection
    | WhatChangedSection
    | GlossarySection
    | ChartPairSection
    | OwnSection
    | ConflictsSection
    | MethodSection
    | SourcesSection,
    Field(discriminator="block"),
    BeforeValidator(_own),
]

BLOCKS = tuple(section.model_fields["block"].annotation.__args__[0] for section in get_args(get_args(AnySection)[0]))


class Matrix(Setting):
    """One report for many companies and audiences: a briefing each, in a folder of the company's."""

    entities: tuple[Id, ...] = Field(min_length=1)
    audiences: tuple[Id, ...] = Field((), description="the report's own audiences where none are named")


class Report(Setting):
    """A report: config/reports/<name>.yaml.

    `extends` names a report whose keys this one takes over; sections of the same id are replaced in place, new ones
    go to the end (before method and sources), `without` leaves sections out.
    """

    extends: str | None = None
    title: Text
    subtitle: Text | None = None
    entity: Id
    period: Period | None = None
    cadence: Cadence | None = None
    first_issue: str | None = Field(None, description="2025-W47 or 2025-Q3: the issue that bears number 1")
    window: Window | None = Field(
        None, description="`7 days`, `2 weeks` or `all`: how far back an issue's news goes; what is older is standing"
    )
    quiet: Annotated[
        tuple[Id, ...],
        BeforeValidator(lambda v: (v,) if isinstance(v, str) else v, json_schema_input_type=str | tuple[Id, ...]),
    ] = Field(
        ("scorecard", "conflicts"), description="sections or blocks of an issue without news; `all` for every one"
    )
    audiences: tuple[Id, ...] = Field(("board",), min_length=1)
    sections: tuple[AnySection, ...] = Field(min_length=1)
    without: tuple[Id, ...] = ()
    matrix: Matrix | None = None
    names: dict[str, Any] = Field(default_factory=dict, description="author's own values, for templates")

    @model_validator(mode="before")
    @classmethod
    def _with_an_entity(cls, data: Any) -> Any:
        """A report with a matrix need not name a company beside."""
        if isinstance(data, dict) and "entity" not in data and isinstance(data.get("matrix"), dict):
            first = data["matrix"].get("entities")
            return {**data, "entity": first[0]} if isinstance(first, list) and first else data
        return data

    @field_validator("first_issue")
    @classmethod
    def _of_the_cadence(cls, value: str | None, info: ValidationInfo) -> str | None:
        return value if value is None else issues.checked_first(value, info.data.get("cadence"))

    def spread(self, name: str) -> dict[str, Report]:
        """Return the reports that a matrix makes of this one, `<name>-<company>` each; without one, itself."""
        if self.matrix is None:
            return {name: self}
        audiences = self.matrix.audiences or self.audiences
        return {
            f"{name}-{entity}": self.model_copy(update={"entity": entity, "audiences": audiences, "matrix": None})
            for entity in dict.fromkeys(self.matrix.entities)
        }

    def issue(self, day: date) -> str:
        """Return the name of the issue as of a day: its week, the report's period, or the day itself."""
        if self.cadence == "weekly":
            return issues.week_name(day)
        return str(self.period) if self.period else day.isoformat()

    def number(self, issue: str) -> int | None:
        """Return the number of an issue; None where issues are not counted, or before the first."""
        return issues.number(self.first_issue, issue) if self.first_issue else None
