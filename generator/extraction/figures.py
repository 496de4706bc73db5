"""Figures out of a document: each amount with the metric, company, segment, period and basis that the text gives it."""

from __future__ import annotations

import re
from collections import Counter
from itertools import pairwise

from generator.extraction.calendar import Calendar
from generator.extraction.context import Ground, Surroundings
from generator.extraction.figure import Figure
from generator.extraction.linking import Linker
from generator.extraction.names import Names
from generator.extraction.periods import PeriodMention
from generator.extraction.reading import Reading, Sentence
from generator.extraction.scanning import Scan, scan
from generator.extraction.statements import Statements
from generator.settings.period import Period

_HAS_AMOUNT = re.compile(r"\d|[成倍亿万]|翻|double|triple|quadruple|halve|doubling|tripling", re.I)
_OPENING = 20  # characters from a sentence's start, within which what it speaks of is its subject
_UNTIL = re.compile(r"\s*(?:至|到|-|~|to|through|and)\s*")


class FigureFinder:
    """Finds the figures of documents; one finder serves any number of them."""

    def __init__(self, names: Names) -> None:
        self.names = names

    def figures(self, reading: Reading) -> list[Figure]:
        """Return every amount of a document as a figure, in order: claimed, in doubt, or of no metric."""
        document = reading.document
        home = self._home(reading)
        calendar = Calendar(document.published.date() if document.published else None, self._year_end(home))
        ground = Ground(home, period=None)
        currency = _currency(reading, home, self.names)
        found: list[Figure] = []
        paragraph = -1
        for sentence in reading.sentences:
            if sentence.paragraph != paragraph:
                ground, paragraph = Ground(home, None, ground.period), sentence.paragraph
            ground = self._ground(ground, reading, sentence)
            if sentence.is_heading:
                continue
            ground = self._read(reading, sentence, calendar, ground, currency, home, found)
        return found

    def _read(
        self,
        reading: Reading,
        sentence: Sentence,
        calendar: Calendar,
        ground: Ground,
        currency: str,
        home: str | None,
        found: list[Figure],
    ) -> Ground:
        marks = scan(reading, sentence, self.names)
        resolved = _resolve(marks, calendar, ground.period)
        around = Surroundings(marks, self.names, calendar, ground, resolved, home)
        if not _HAS_AMOUNT.search(reading.text, sentence.start, sentence.end):
            return around.after(None, self._segment_of(marks))
        maker = Statements(reading, marks, around, Linker(marks, self.names.catalogue), currency, calendar.published)
        found += maker.figures()
        carried = maker.segment if reading.document.language != "en" else None
        return around.after(None, self._segment_of(marks) or carried)

    def _segment_of(self, marks: Scan) -> str | None:
        """Return the segment that a sentence is about: the only one it names, and at its beginning."""
        kinds = self.names.catalogue.segments
        businesses = [m for m in marks.segments if kinds[m.segment or ""].kind == "business"]
        if len({m.segment for m in businesses}) != 1 or businesses[0].start - marks.sentence.start > _OPENING:
            return None
        return businesses[0].segment

    def _ground(self, ground: Ground, reading: Reading, sentence: Sentence) -> Ground:
        named = {m.segment for m in self.names.mentions(sentence.heading) if m.segment} if sentence.heading else set()
        business = [s for s in named if self.names.catalogue.segments[s].kind == "business"]
        return Ground(ground.entity, ground.segment, ground.period, business[0] if len(business) == 1 else None)

    def _year_end(self, entity: str | None) -> int:
        return self.names.catalogue.companies[entity].fiscal_year_end if entity else 12

    def _home(self, reading: Reading) -> str | None:
        """Return the company a document is about: of those in its title, the one it names most often."""
        companies = self.names.catalogue.companies
        counts = Counter(e.entity for e in self.names.entities(reading.text) if companies[e.entity].kind == "company")
        in_title = [
            e.entity for e in self.names.entities(reading.document.title) if companies[e.entity].kind == "company"
        ]
        candidates = [e for e in dict.fromkeys(in_title) if e in counts] or list(counts)
        return max(candidates, key=lambda e: counts[e]) if candidates else None


def _resolve(marks: Scan, calendar: Calendar, current: Period | None) -> list[tuple[PeriodMention, Period]]:
    """Return a sentence's period mentions with the periods they mean; spans of several years mean none of them."""
    resolved: list[tuple[PeriodMention, Period]] = []
    spans = {
        m for one, other in pairwise(marks.periods) for m in (one, other)
        if one.scope == other.scope == "year" and _UNTIL.fullmatch(marks.text, one.end, other.start)
    }  # fmt: skip
    for mention in (m for m in marks.periods if m not in spans):
        start, end = marks.clause(mention.start)
        ahead = bool(marks.cues_between(start, end, "forecast", "target"))
        period = calendar.resolve(mention, current, ahead)
        if period is not None:
            resolved.append((mention, period))
            current = period if period.kind != "instant" else current
    return resolved


def _currency(reading: Reading, home: str | None, names: Names) -> str:
    """Return the currency of amounts that name none: what the text declares, the company's, the language's."""
    declared = re.search(
        r"\((?:in |单位:?|以)?(?:人民币|RMB|yuan|CNY)[^)]{0,6}(?:,?下同|)\)|人民币,?下同", reading.text
    )
    if declared:
        return "CNY"
    own = names.catalogue.companies[home].currency if home else None
    if own and own != "CNY" and reading.document.language == "en":
        return own
    return own or ("USD" if reading.document.language == "en" else "CNY")
