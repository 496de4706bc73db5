"""What stands behind what is printed: evidence, sources, and the passages that a reader opens."""

from __future__ import annotations

from dataclasses import dataclass

from generator.corpus.document import Document
from generator.extraction.quote import Quote, Rating, Title
from generator.selection.fact import Fact


@dataclass(frozen=True, slots=True)
class Evidence:
    """What stands behind one printed thing, under an id of its own: a fact, a quote, or a rating."""

    id: str
    claim: Fact | Quote | Rating | Title


@dataclass(frozen=True, slots=True)
class Source:
    """One cited document under its number; `title` is as it is printed."""

    number: int
    document: Document
    title: str
    publisher: str
    published: str
    evidence: tuple[str, ...]


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
