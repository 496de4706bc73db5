"""Sections that show words: prose, quotes, ratings, events, terms, blocks of the project, method and sources."""

from __future__ import annotations

from datetime import date
from typing import Any, Literal

from pydantic import Field, model_validator

from generator.settings.model import Id, Setting, Text
from generator.settings.section import NewsSection, Section


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


class QuotesSection(NewsSection):
    """Quotes, chosen by speaker, company, kind and words they mention; newest first."""

    block: Literal["quotes"]
    speakers: tuple[Id, ...] = ()
    entity: Id | None = None
    kinds: tuple[Literal["direct", "indirect"], ...] = ("direct",)
    about: tuple[str, ...] = ()
    limit: int = Field(4, ge=1)


class RatingsSection(NewsSection):
    """Brokers' ratings and target prices."""

    block: Literal["ratings"]


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


class Term(Setting):
    """A word, and what it means here."""

    term: Text
    meaning: Text


class GlossarySection(Section):
    """What the author's terms mean, and the metrics printed that the catalogue defines."""

    block: Literal["glossary"]
    terms: tuple[Term, ...] = ()


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
