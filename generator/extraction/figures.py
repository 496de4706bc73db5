"""Figures out of a document: each amount with the metric, company, segment, period and basis that the text gives it."""

from __future__ import annotations

import re

from generator.corpus.beginnings import sought
from generator.corpus.document import Span
from generator.extraction.about import About, about
from generator.extraction.adjusted_lines import AdjustedLines
from generator.extraction.contradicting import consistent
from generator.extraction.expected.consensus_zh import goes_on_with_the_market, was_the_markets
from generator.extraction.expected.foretold_zh import foretold_after, spoken_of
from generator.extraction.expected.outlook import expects_on, is_earlier_outlook, looks_ahead, opens_list
from generator.extraction.expected.seen_at import is_seen_at
from generator.extraction.figure import Figure
from generator.extraction.frozen import replace
from generator.extraction.headlines import as_told_below
from generator.extraction.links.labels import list_of
from generator.extraction.links.linking import Linker
from generator.extraction.marking import marked
from generator.extraction.marks.cues import OF_WHICH
from generator.extraction.marks.names import Names
from generator.extraction.marks.scanning import Scan
from generator.extraction.marks.tallies import OF_CARS, OF_USERS
from generator.extraction.metrics.meaning import Meanings
from generator.extraction.metrics.pointed import speaks_on
from generator.extraction.paragraphs import Paragraphs
from generator.extraction.periods.begun import called_back
from generator.extraction.periods.calendar import Spoken
from generator.extraction.possible import possible
from generator.extraction.reading import Reading
from generator.extraction.said_nothing import says_nothing, still_expects, still_the_ground
from generator.extraction.statements import Statements
from generator.extraction.tables.grid import parts
from generator.extraction.tables.namer import namer_of
from generator.extraction.tables.shapes import Grid
from generator.extraction.tables.table import Tables
from generator.extraction.teasers import Teasers, in_doubt
from generator.extraction.unnamed.answers import answering, asked_for, asks_on, is_question
from generator.extraction.unnamed.headed import Headings
from generator.extraction.unnamed.stand_ins import stands_for_the_last, subject_metric
from generator.extraction.unnamed.topic import topic_of
from generator.extraction.when.counted import on_last_days
from generator.extraction.when.resolving import resolve
from generator.extraction.when.whose_years import calendar_of
from generator.extraction.whose.context import Surroundings
from generator.extraction.whose.division_spoken_of import line_of_all_told, lines_of
from generator.extraction.whose.ground import Ground
from generator.extraction.whose.line_told import as_named, line_told
from generator.extraction.whose.market_spoken_of import OF_A_MARKET, market_after, tells_of_makers
from generator.extraction.whose.onward import ground_after
from generator.extraction.whose.own_periods import OwnPeriods
from generator.extraction.whose.rivals_aside import returned
from generator.extraction.whose.told_again import had_expected, levels_of, looked_back, says_again
from generator.settings.period import Period

_HAS_AMOUNT = sought(
    r"\d|[成倍亿万%元]|翻|斩|减半|double|triple|treble|quadrupl|quintupl|sextupl|halve|doubling|tripling|per ?cent|[mb]illion|trillion",
    re.I,
)
_BACK = 3  # amounts back, among which the figure told last is looked for


def _tells_a_part(marks: Scan, told: bool) -> bool:
    """Whether a Chinese sentence only told a part of what it spoke of: 收入403亿元,其中汽车收入351亿元. 毛利率… is of the whole.

    So does one that opens with 其中 and states no figure that is understood: 其中,数据中心业务以512亿美元领涨.
    """
    part = OF_WHICH.search(marks.text, marks.sentence.start, marks.sentence.end)
    opens = part is not None and part.start() == marks.sentence.start and not told
    return part is not None and (opens or any(a.end <= part.start() for a in marks.amounts))


def _users_of_the_month(marks: Scan, ground: Ground) -> tuple[str, None] | None:
    """Return the count of users that a sentence spoke of for a month, and did not state: money after it is none of the month's."""
    if ground.period is None or ground.period.kind != "month":
        return None
    return next(((name, None) for m in marks.metrics for name in m.metrics if name in OF_USERS), None)


def _tells_of_a_market(told_here: list[Figure]) -> bool:
    """Whether all that a sentence states is of a whole market: what it is of, and of when, says nothing of the next."""
    told = [f.doubt for f in told_here if f.metric]
    return bool(told) and all(doubt and doubt.startswith(OF_A_MARKET) for doubt in told)


def _tallied(told: tuple[str, str | None] | None, marks: Scan, ground: Ground) -> str | None:
    """Return the count of cars that a text told last; what counts something else ends that."""
    if told is not None and told[0] in OF_CARS:
        return told[0]
    return None if any(a.kind == "count" for a in marks.amounts) else ground.tallied


def _month_sold(told_here: list[Figure], beside: set[Period]) -> Period | None:
    """Return the last month of which a sentence tells how many cars were sold in it, not one that is only set `beside`: `more than double the 15,800 it sold in September 2023`."""
    months = [
        f.period
        for f in told_here
        if f.metric in OF_CARS
        and f.basis == "actual"
        and not f.doubt
        and f.period
        and f.period.kind == "month"
        and f.period not in beside
    ]
    return max(months, default=None)


def _told_last(found: list[Figure]) -> Figure | None:
    """Return the figure that a text told last."""
    return next((f for f in reversed(found[-_BACK:]) if f.metric), None)


def _day_priced(told_here: list[Figure], entity: str | None) -> Period | None:
    """Return the day of the price that a sentence quotes last, of the company that it leaves to the next."""
    prices = [f for f in told_here if f.metric == "share_price" and not f.doubt]
    return prices[-1].period if prices and prices[-1].entity == entity else None


def _still_told(ground: Ground, told_here: list[Figure]) -> tuple[str, str | None] | None:
    """Return what the sentence before told, where this one only says what the market had expected of it: the next may go on with it."""
    only = [f for f in told_here if f.metric]
    expected = ground.told and only and all(f.basis == "consensus" and f.metric == ground.told[0] for f in only)
    return ground.told if expected else None


def _level_of(last: Figure | None, found: list[Figure]) -> Figure | None:
    """Return the level that the figure told last is of, itself or one right before it: `delivered 40,397 vehicles, up 92.6%`."""
    if last is None:
        return None
    of = (last.metric, last.entity, last.segment, last.period)
    levels = (f for f in reversed(found[-_BACK:]) if f.measure == "level")
    return next((f for f in levels if (f.metric, f.entity, f.segment, f.period) == of), None)


def _whole_told(marks: Scan, told_here: list[Figure]) -> Figure | None:
    """Return the level of which a Chinese sentence goes on to tell a part: 交付49.7万辆,其中Model Y 40万辆。市场预期为44.8万辆 is of all."""
    part = OF_WHICH.search(marks.text, marks.sentence.start, marks.sentence.end)
    before = [f for f in told_here if f.metric and not f.doubt and part and f.end <= part.start()]
    return _level_of(before[-1], before) if before else None


class FigureFinder:
    """Finds the figures of documents; one finder serves any number of them."""

    def __init__(self, names: Names) -> None:
        self.names = names
        self._namer = namer_of(names)

    def figures(self, reading: Reading) -> list[Figure]:
        """Return every amount of a document as a figure, in order: claimed, in doubt, or of no metric."""
        document = about(reading, self.names)
        ground = Ground(document.home, period=document.reported or document.month, owner=document.home)
        paragraphs = Paragraphs(reading, document, self.names)
        found: list[Figure] = []
        titles = set[Span]()
        adjusted_lines, headings, own_periods = AdjustedLines(), Headings(self.names), OwnPeriods()
        teasers = Teasers(reading)
        for sentence in parts(reading, self._namer):
            if isinstance(sentence, Grid):
                found += Tables(reading, self.names, document, paragraphs.reported).figures(sentence)
                continue
            above = ground
            ground = returned(paragraphs.ground(sentence, ground), reading.text, sentence)
            asks = is_question(reading, sentence)
            ground = ground if asks else answering(ground)
            if sentence.title:
                titles.add(reading.whole(sentence))
            line, alone = reading.text[sentence.start : sentence.end], reading.is_line(sentence)
            adjusted = adjusted_lines.at(line, alone)
            ground = replace(ground, headed=headings.at(line, alone))
            marks = marked(reading, sentence, self.names, document, ground, adjusted)
            ground = own_periods.returned(ground, marks)
            calendar = calendar_of(marks, document.calendar, document.home, ground.entity, self.names)
            last = _told_last(found)
            market = was_the_markets(found, last) and goes_on_with_the_market(marks, self.names)
            awaited = document.to_come or market
            spoken = Spoken(ground.period, ground.quarter, paragraphs.reported, awaited, ground.expected)
            around = Surroundings(
                marks, self.names, calendar, ground, resolve(marks, calendar, spoken), document.home,
                document.tracked, document.region, document.awaited, document.foreseen, paragraphs.reported, document.month,
            )  # fmt: skip
            if teasers.holds(sentence):
                aside: list[Figure] = []
                self._read(reading, around, document, aside)
                found, ground = found + in_doubt(aside), above
                continue
            if not sentence.title:
                paragraphs.date(around)
            if not sentence.is_heading:
                before = len(found)
                ground = paragraphs.told(opens_list(around, self._read(reading, around, document, found, market)))
                own_periods.told(found[before:], ground.period)
            asked = asked_for(around) if asks else asks_on(marks, ground)
            ground = above if sentence.title else ground if asked == ground.asked else replace(ground, asked=asked)
        text = reading.document.text
        told = on_last_days(as_told_below(text, found, titles), self.names.catalogue, document.calendar.published)
        found = consistent(possible(told, text, document.calendar.published, self.names.catalogue), text)
        return called_back(found, document.home) if document.calendar.begun else found

    def _read(
        self, reading: Reading, around: Surroundings, document: About, found: list[Figure], market: bool = False
    ) -> Ground:
        """Add the figures of one sentence; return the ground of the next. `market`: it goes on with what the market expects."""
        marks = around.scan
        if not _HAS_AMOUNT.search(reading.text, marks.sentence.start, marks.sentence.end):
            if says_nothing(marks):
                return still_the_ground(marks, around.ground, self.names)
            after = ground_after(around, None, line_told(marks, self.names))
            still = still_expects(marks, around.ground, self.names)
            expects = still or expects_on(around)
            return replace(
                after, awaited=after.awaited if still else None, told=_users_of_the_month(marks, after) or (after.told if stands_for_the_last(marks) else None), expects=expects, expected=after.expected if expects else None,
                listed=list_of(marks, self.names), topic=topic_of(marks, self.names), named=subject_metric(marks), market_in=market_after(around, []), on_line=None,
            )  # fmt: skip
        counting = document.counts or (around.ground.told is not None and around.ground.told[0] in OF_CARS)
        last = _told_last(found)
        vendors = bool(document.tracked) or tells_of_makers(around)
        meanings = Meanings(
            marks, self.names.catalogue, document.cars, bool(document.tracked), counting, vendors, around.ground.things
        )
        linker = Linker(marks, meanings, carried=last, whole=_level_of(last, found))
        statements = Statements(reading, around, linker, document.currencies, last)
        told_here = statements.figures()
        if market or (was_the_markets(found, last) and is_seen_at(marks)):
            told_here = [replace(f, basis="consensus") if f.basis == "forecast" else f for f in told_here]
        found += told_here
        dating = statements.dating
        chinese = reading.document.language != "en"
        carried = line_told(marks, self.names) or (as_named(marks, statements.segment, self.names) if chinese else None)
        carried = carried or (around.ground.segment if speaks_on(marks) else None)
        whole = _whole_told(marks, told_here) if chinese else None
        part = _tells_a_part(marks, statements.told is not None)
        ground = ground_after(around, dating.told.spoken, self._line_of(whole) if part else carried)
        expected = (dating.expects, dating.expected if dating.expects else None)
        if is_earlier_outlook(marks):
            expected = (ground.expects or dating.expects, ground.expected)
        elif not (dating.told.levels or dating.expects) and looks_ahead(marks):
            expected = (ground.expects, ground.expected)  # what is expected of the same period, though not how much
        foretold = foretold_after(around, told_here, found)
        level = whole or _level_of(_told_last(found), found) or ground.level
        if says_again(marks, last, told_here, self.names):
            if looked_back(told_here, around.ground):
                ground = replace(ground, period=around.ground.period, quarter=around.ground.quarter)
                expected = around.ground.expects, around.ground.expected
            if had_expected(told_here, around.ground.level):
                expected, foretold = (around.ground.expects, ground.expected), around.ground.foretold
                level = around.ground.level
        told = statements.told or _users_of_the_month(marks, ground) or _still_told(around.ground, told_here)
        of_companies = marks.chinese and (around.reported or not document.tracked)
        if of_companies and _tells_of_a_market(told_here) and not self._opens_a_ranking(marks, told_here):
            before, lines = around.ground, ground if document.tracked else around.ground
            ground = replace(
                ground, period=before.period, quarter=before.quarter, segment=lines.segment, line=lines.line
            )
            expected = (False, None)
        earned = statements.earned or (ground.earned if ground.entity == around.ground.entity else None)
        return replace(
            ground,
            told=told,
            level=level,
            levels=levels_of(told_here),
            lost=statements.lost,
            earned=earned,
            expects=expected[0],
            expected=expected[1],
            years=statements.years,
            awaited=statements.awaited,
            foretold=foretold,
            period=spoken_of(ground.period, foretold, found),
            tallied=_tallied(told, marks, ground),
            sold=_month_sold(told_here, dating.told.beside) or ground.sold,
            priced=_day_priced(told_here, ground.entity),
            topic=None,
            named=(),
            market_in=market_after(around, told_here),
            on_line=line_of_all_told(around, told_here),
            lines_told=ground.lines_told | lines_of(told_here, self.names.catalogue),
        )

    def _line_of(self, whole: Figure | None) -> str | None:
        """Return the line of business of a whole, which the next sentence goes on with: 汽车等创新业务收入213亿元,其中汽车206亿元;毛利率26.4%."""
        if whole is None:
            return None
        kinds, entry = self.names.catalogue.segments, self.names.catalogue.metrics[whole.metric or ""]
        line = entry.segment if entry.base else whole.segment
        return line if line and kinds[line].kind == "business" else None

    def _opens_a_ranking(self, marks: Scan, told_here: list[Figure]) -> bool:
        """Whether a researcher counted a market: whose parts of it are told next, of the same time: Canalys统计,2024年全球出货12.2亿台."""
        kinds = self.names.catalogue.companies
        return any(kinds[e.entity].kind == "researcher" for e in marks.entities) and told_here[0].basis == "actual"
