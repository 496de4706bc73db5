"""The extractor: figures, quotes and ratings of a document, by the catalogue's names."""

from __future__ import annotations

from collections.abc import Callable
from typing import TypeVar

from generator.corpus.document import Document, Span
from generator.extraction.asides import without_asides
from generator.extraction.figure import Figure
from generator.extraction.figures import FigureFinder
from generator.extraction.frozen import replace
from generator.extraction.marks.names import Names
from generator.extraction.openers import PlainReading
from generator.extraction.quote import Quote, Rating
from generator.extraction.quotes.finder import QuoteFinder
from generator.extraction.quotes.speakers import Speakers
from generator.extraction.quotes.uncluttered import uncluttered
from generator.extraction.ratings import RatingFinder
from generator.extraction.reading import Reading
from generator.extraction.roundups import Article, articles_in
from generator.extraction.stated import StatedFigures
from generator.settings.catalogue import Catalogue

Found = TypeVar("Found", Figure, Quote, Rating)


class Extractor:
    """Reads documents. Building one indexes the catalogue; reading is pure, and the same text gives the same result."""

    def __init__(self, catalogue: Catalogue) -> None:
        names = self._names = Names(catalogue)
        self._figures = FigureFinder(names)
        self._stated = StatedFigures(catalogue)
        self._quotes = QuoteFinder(Speakers(catalogue))
        self._ratings = RatingFinder(names)
        self._last: tuple[Document | None, list[Article]] = (None, [])

    def figures(self, document: Document) -> list[Figure]:
        """Return the amounts of a document: figures, doubtful ones (`doubt`), and those of no metric (`metric` None)."""
        if document.kind == "figures":
            return self._stated.figures(document)
        return self._found(
            document, lambda reading: self._figures.figures(PlainReading(without_asides(reading, self._names)))
        )

    def quotes(self, document: Document) -> list[Quote]:
        """Return the quotes of a document, direct and indirect, in order."""
        if document.kind == "figures":
            return []
        return self._found(document, lambda reading: self._quotes.quotes(uncluttered(reading, self._names)))

    def ratings(self, document: Document) -> list[Rating]:
        """Return the ratings that brokers give in a document."""
        return [] if document.kind == "figures" else self._found(document, self._ratings.ratings)

    def _found(self, document: Document, find: Callable[[Reading], list[Found]]) -> list[Found]:
        """Return what is found in each article of a document, where it stands in the document."""
        return [_moved(each, start) for start, reading in self._articles(document) for each in find(reading)]

    def _articles(self, document: Document) -> list[Article]:
        """Return the articles of a document, folded and cut into sentences; what is asked of one document in a row shares them."""
        if self._last[0] is not document:
            self._last = document, articles_in(Reading(document), self._names)
        return self._last[1]


def _moved(found: Found, by: int) -> Found:
    if not by:
        return found
    start, end = found.sentence
    return replace(found, start=found.start + by, end=found.end + by, sentence=Span(start + by, end + by))
