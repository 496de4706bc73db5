"""The quote: what a person or a house said, as one document reports it; the rating a broker gave; a title."""

from __future__ import annotations

from typing import Literal

from generator.corpus.document import Span
from generator.extraction.frozen import frozen

QuoteKind = Literal["direct", "indirect"]


@frozen
class Quote:
    """Words of one speaker. `document[start:end]` is exactly what is quoted, quotation marks left out.

    `speaker` is the name as the document writes it, `speaker_id` the catalogue's person or house where known;
    `entity` the company the speaker speaks for or about; `words` a rendition for print: torn spaces closed.
    """

    document: str
    start: int
    end: int
    sentence: Span
    kind: QuoteKind
    speaker: str
    role: str | None
    words: str
    speaker_id: str | None = None
    entity: str | None = None


@frozen
class Rating:
    """A broker's rating of a company: `rating` is a catalogue id (buy, hold, sell, …)."""

    document: str
    start: int
    end: int
    sentence: Span
    house: str
    entity: str | None
    rating: str


@frozen
class Title:
    """A document's own title, as the headline of what it reports. `document[start:end]` is exactly what it says,
    `words` a rendition for print.
    """

    document: str
    start: int
    end: int
    sentence: Span
    words: str
