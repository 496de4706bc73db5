"""The extractor: figures, quotes and ratings of a document, by the catalogue's names."""

from __future__ import annotations

from generator.corpus.document import Document
from generator.extraction.figure import Figure
from generator.extraction.figures import FigureFinder
from generator.extraction.names import Names
from generator.extraction.reading import Reading
from generator.settings.catalogue import Catalogue


class Extractor:
    """Reads documents. Building one indexes the catalogue; reading is pure, and the same text gives the same result."""

    def __init__(self, catalogue: Catalogue) -> None:
        names = Names(catalogue)
        self._figures = FigureFinder(names)

    def figures(self, document: Document) -> list[Figure]:
        """Return the amounts of a document: figures, doubtful ones (`doubt`), and those of no metric (`metric` None)."""
        return self._figures.figures(Reading(document))
