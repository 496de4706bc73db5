"""A document read from its first sentence to its last: the figures of each, and the ground that it leaves to the next."""

from __future__ import annotations

import re

from generator.corpus.beginnings import sought
from generator.corpus.document import Span
from generator.extraction.about import About
from generator.extraction.adjusted_lines import AdjustedLines
from generator.extraction.expected.consensus_zh import follows_the_companys, goes_on_with_the_market, was_the_markets
from generator.extraction.expected.outlook import opens_list
from generator.extraction.expected.seen_at import is_seen_at
from generator.extraction.expected.speaks_on import points_back
from generator.extraction.figure import Figure
from generator.extraction.frozen import replace
from generator.extraction.links.linking import Linker
from generator.extraction.marking import marked
from generator.extraction.marks.names import Names
from generator.extraction.marks.tallies import OF_CARS
from generator.extraction.metrics.meaning import Meanings
from generator.extraction.next_ground import AfterFigures, after_words
from generator.extraction.paragraphs import Paragraphs
from generator.extraction.periods.spoken import Spoken
from generator.extraction.reading import Reading
from generator.extraction.sentences import Sentence
from generator.extraction.statements.sentence import Statements
from generator.extraction.teasers import Teasers, in_doubt
from generator.extraction.told_last import level_of, told_last
from generator.extraction.unmarked_teasers import heads_nothing
from generator.extraction.unnamed.answers import answering, asked_for, asks_on, is_question
from generator.extraction.unnamed.headed import Headings
from generator.extraction.when.before_the_awaited_zh import tells_the_quarter_before
from generator.extraction.when.like_its_comparand import as_its_comparand
from generator.extraction.when.parts_of_the_reported_zh import by_parts
from generator.extraction.when.resolving import resolve
from generator.extraction.when.whose_years import calendar_of
from generator.extraction.when.year_told_last import back_in_the_year
from generator.extraction.whose.context import Surroundings
from generator.extraction.whose.ground import Ground
from generator.extraction.whose.groups_again_en import of_the_group
from generator.extraction.whose.market_spoken_of import tells_of_makers
from generator.extraction.whose.own_periods import OwnPeriods
from generator.extraction.whose.pronouns import still_expected
from generator.extraction.whose.rivals_aside import returned
from generator.settings.period import Period

_HAS_AMOUNT = sought(
    r"\d|[成倍亿万%元]|翻|斩|减半|double|triple|treble|quadrupl|quintupl|sextupl|halve|doubling|tripling|per ?cent|[mb]illion|trillion",
    re.I,
)


class Course:
    """The course of one document: `found` are its figures so far, `titles` the spans of its titles."""

    def __init__(self, reading: Reading, document: About, names: Names) -> None:
        self._reading, self._document, self._names = reading, document, names
        self._ground = Ground(document.home, period=document.reported or document.month, owner=document.home)
        self._paragraphs, self._teasers = Paragraphs(reading, document, names), Teasers(reading)
        self._adjusted_lines, self._headings, self._own_periods = AdjustedLines(), Headings(names), OwnPeriods()
        self.found: list[Figure] = []
        self.titles = set[Span]()

    @property
    def reported(self) -> Period | None:
        """The period that the document is on by now."""
        return self._paragraphs.reported

    def take(self, sentence: Sentence) -> None:
        """Read the next sentence."""
        above = self._ground
        ground = returned(self._paragraphs.ground(sentence, above), self._reading.text, sentence)
        ground = of_the_group(ground, self._document.home, self._reading.text, sentence, self.found)
        asks = is_question(self._reading, sentence)
        around, market = self._around(sentence, ground if asks else answering(ground))
        if self._teasers.holds(sentence):
            self.found += in_doubt(self._figures(around, [])[0])
            return
        if heads_nothing(self._reading, around):
            self.found += self._figures(around, [])[0]
            return
        ground = around.ground
        if sentence.title:
            self.titles.add(self._reading.whole(sentence))
        else:
            self._paragraphs.date(around)
        if not sentence.is_heading:
            ground = self._read(around, market)
        asked = asked_for(around) if asks else asks_on(around.scan, ground)
        self._ground = above if sentence.title else replace(ground, asked=asked)

    def _around(self, sentence: Sentence, ground: Ground) -> tuple[Surroundings, bool]:
        """Return a sentence's surroundings on the ground that it stands on, and whether it goes on with what the market expects."""
        reading, document, names, reported = self._reading, self._document, self._names, self.reported
        line, alone = reading.text[sentence.start : sentence.end], reading.is_line(sentence)
        ground = replace(ground, headed=self._headings.at(line, alone))
        marks = marked(reading, sentence, names, document, ground, self._adjusted_lines.at(line, alone))
        ground = by_parts(self._own_periods.returned(ground, marks, reported), marks, reported, self.found)
        calendar = calendar_of(marks, document.calendar, document.home, ground.entity, names)
        told = told_last(self.found)
        market = was_the_markets(self.found, told) and goes_on_with_the_market(marks, names)
        market = market and not follows_the_companys(self.found, told)
        foreseen = document.foreseen or document.awaited
        looks_back = tells_the_quarter_before(marks, self.found, told, names, foreseen)
        since = ground.published.since if ground.published else None
        awaited = document.to_come or market or looks_back
        spoken = Spoken(
            since or ground.period,
            ground.quarter,
            reported,
            awaited,
            ground.expected,
            since,
            ground.month,
            ground.earlier,
        )
        spoken = back_in_the_year(marks, spoken, ground.level, calendar)
        resolved = resolve(marks, calendar, spoken)
        around = Surroundings(
            marks, names, calendar, as_its_comparand(marks, ground, resolved), resolved, document.home,
            document.tracked, document.region, document.awaited, document.foreseen, reported, document.month,
        )  # fmt: skip
        return around, market

    def _read(self, around: Surroundings, market: bool) -> Ground:
        """Add the figures of one sentence; return the ground of the next."""
        last = told_last(self.found)
        told_here, statements = self._figures(around, self.found, market)
        self.found += told_here
        if statements is None:
            ground = after_words(around, self._names)
        else:
            ground = AfterFigures(around, statements, told_here, self.found, last).ground()
        ground = self._paragraphs.told(opens_list(around, ground))
        self._own_periods.told(told_here, ground.period)
        return ground

    def _figures(
        self, around: Surroundings, before: list[Figure], market: bool = False
    ) -> tuple[list[Figure], Statements | None]:
        """Return the figures of one sentence that goes on with those before, and its statements; none of one without an amount."""
        marks, document, ground = around.scan, self._document, around.ground
        if not _HAS_AMOUNT.search(self._reading.text, marks.sentence.start, marks.sentence.end):
            return [], None
        counting = document.counts or (ground.told is not None and ground.told[0] in OF_CARS)
        last, tracked = told_last(before), bool(document.tracked)
        meanings = Meanings(
            marks, self._names.catalogue, document.cars, tracked, counting, tracked or tells_of_makers(around), ground.things
        )  # fmt: skip
        linker = Linker(marks, meanings, carried=last, whole=level_of(last, before))
        statements = Statements(self._reading, around, linker, document.currencies, last)
        told_here = statements.figures()
        awaited = ground.awaited
        market = market or (was_the_markets(before, last) and is_seen_at(marks))
        if market or (awaited and awaited.basis == "consensus" and points_back(marks.text, marks.sentence)):
            told_here = [replace(f, basis="consensus") if f.basis == "forecast" else f for f in told_here]
        if ground.level and still_expected(marks, ground.level):
            told_here = [replace(f, basis=ground.level.basis) if f.basis == "forecast" else f for f in told_here]
        return told_here, statements
