"""Which companies a document names, and how often each stretch of it does."""

from __future__ import annotations

from bisect import bisect_left
from collections import defaultdict

from generator.corpus.document import Span
from generator.extraction.marks.names import Names
from generator.extraction.reading import Reading


class Named:
    """Which companies a document names, and where."""

    def __init__(self, reading: Reading, names: Names) -> None:
        self._listed = names.catalogue.companies
        self._places: defaultdict[str, list[int]] = defaultdict(list)
        for mention in names.entities_in(reading, 0, len(reading.text)):
            if self.is_company(mention.entity):
                self._places[mention.entity].append(mention.start)

    def is_company(self, entity: str) -> bool:
        """Whether a name is a company's, and not an index's or a house's."""
        return self._listed[entity].kind == "company"

    def count(self, entity: str, within: Span) -> int:
        """Return how often a stretch names a company."""
        places = self._places[entity]
        return bisect_left(places, within.end) - bisect_left(places, within.start)

    def all(self, within: Span) -> set[str]:
        """Return the companies that a stretch names."""
        return {entity for entity in list(self._places) if self.count(entity, within)}

    def first(self, within: Span) -> str | None:
        """Return the company that a stretch names first."""
        return min(
            self.all(within), key=lambda e: self._places[e][bisect_left(self._places[e], within.start)], default=None
        )

    def most(self, within: Span) -> str | None:
        """Return the company that a stretch names most often."""
        return max(self.all(within), key=lambda entity: self.count(entity, within), default=None)
