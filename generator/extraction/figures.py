"""Figures out of a document: each amount with the metric, company, segment, period and basis that the text gives it."""

from __future__ import annotations

from operator import attrgetter

from generator.extraction.about import about
from generator.extraction.add_up import in_time_of_their_sum
from generator.extraction.contradicting import consistent
from generator.extraction.course import Course
from generator.extraction.figure import Figure
from generator.extraction.headlines import as_told_below
from generator.extraction.in_dollars import beside_own_currency
from generator.extraction.loosely import told_exactly
from generator.extraction.market_sized import of_markets
from generator.extraction.marks.names import Names
from generator.extraction.outgrown import of_the_longer
from generator.extraction.outnumbered import of_one_maker
from generator.extraction.periods.begun import called_back
from generator.extraction.possible import possible
from generator.extraction.ranges_told import ranges_told
from generator.extraction.reading import Reading
from generator.extraction.tables.grid import parts
from generator.extraction.tables.namer import knower_of, namer_of
from generator.extraction.tables.shapes import Grid
from generator.extraction.tables.table import Tables
from generator.extraction.when.counted import on_last_days


class FigureFinder:
    """Finds the figures of documents; one finder serves any number of them."""

    def __init__(self, names: Names) -> None:
        self.names = names
        self._namer = namer_of(names)

    def figures(self, reading: Reading) -> list[Figure]:
        """Return every amount of a document as a figure, in order: claimed, in doubt, or of no metric."""
        document, text = about(reading, self.names), reading.document.text
        course = Course(reading, document, self.names)
        for part in parts(reading, self._namer, knower_of(self.names, document.home)):
            if isinstance(part, Grid):
                course.found += Tables(reading, self.names, document, course.reported).figures(part)
            else:
                course.take(part)
        course.found.sort(key=attrgetter("start", "end"))  # of a table in prose, the words behind it come first
        catalogue, published = self.names.catalogue, document.calendar.published
        found = on_last_days(as_told_below(text, course.found, course.titles), catalogue, published)
        found = beside_own_currency(of_one_maker(in_time_of_their_sum(told_exactly(found, text))), text)
        found = of_the_longer(
            consistent(of_markets(possible(found, text, published, catalogue)), text), text, catalogue
        )
        found = ranges_told(found, text)
        return called_back(found, document.home) if document.calendar.begun else found
