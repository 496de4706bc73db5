"""The briefing: one frozen object with everything that is printed, already worded, for every output to read."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date, datetime
from typing import Literal

from generator.briefing.backing import Evidence, Proof, Source
from generator.briefing.charted import ChartBlock, ChartPair
from generator.briefing.own import Own
from generator.briefing.printed import Line
from generator.briefing.story import Glossary, KeyMessages, TargetProgress, Timeline, WhatChanged
from generator.briefing.tabled import Conflicts, Scorecard, Table
from generator.briefing.worded import Method, Prose, Quotes
from generator.corpus.document import Document
from generator.settings.audience import Audience
from generator.settings.model import OutputLanguage


@dataclass(frozen=True, slots=True)
class Sources:
    """Every document cited."""

    sources: tuple[Source, ...]
    kind: Literal["sources"] = "sources"


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
