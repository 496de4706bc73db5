"""The extractor: figures, quotes and ratings of a document, by the catalogue's names."""

from __future__ import annotations

from generator.corpus.document import Document
from generator.extraction.asides import without_asides
from generator.extraction.figure import Figure
from generator.extraction.figures import FigureFinder
from generator.extraction.marks.names import Names
from generator.extraction.openers import PlainReading
from generator.extraction.quote import Quote, Rating
from generator.extraction.quotes.finder import QuoteFinder
from generator.extraction.quotes.speakers import Speakers
from generator.extraction.quotes.uncluttered import uncluttered
from generator.extraction.ratings import RatingFinder
from generator.extraction.reading import Reading
from generator.extraction.stated import StatedFigures
from generator.settings.catalogue import Catalogue


class Extractor:
    """Reads documents. Building one indexes the catalogue; reading is pure, and the same text gives the same result."""

    def __init__(self, catalogue: Catalogue) -> None:
        names = self._names = Names(catalogue)
        self._figures = FigureFinder(names)
        self._stated = StatedFigures(catalogue)
        self._quotes = QuoteFinder(Speakers(catalogue))
        self._ratings = RatingFinder(names)
        self._last = Reading(Document("", "", None, None, "en", "", ()))

    def figures(self, document: Document) -> list[Figure]:
        """Return the amounts of a document: figures, doubtful ones (`doubt`), and those of no metric (`metric` None)."""
        if document.kind == "figures":
            return self._stated.figures(document)
        return self._figures.figures(PlainReading(without_asides(self._reading(document), self._names)))

    def quotes(self, document: Document) -> list[Quote]:
        """Return the quotes of a document, direct and indirect, in order."""
        if document.kind == "figures":
            return []
        return self._quotes.quotes(uncluttered(self._reading(document), self._names))

    def ratings(self, document: Document) -> list[Rating]:
        """Return the ratings that brokers give in a document."""
        return [] if document.kind == "figures" else self._ratings.ratings(self._reading(document))

    def _reading(self, document: Document) -> Reading:
        """Return the document folded and cut into sentences; what is asked of one document in a row shares it."""
        reading = self._last
        if reading.document is not document:
            reading = self._last = Reading(document)
        return reading
