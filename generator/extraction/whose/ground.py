"""What a sentence inherits from those before it."""

from __future__ import annotations

from typing import Literal

from generator.extraction.expected.speaks_on import Awaited
from generator.extraction.figure import Basis, Figure
from generator.extraction.frozen import frozen
from generator.extraction.marks.cues import Against
from generator.extraction.marks.mention import Mention
from generator.extraction.periods.mention import PeriodMention
from generator.extraction.whose.counts_published_zh import Published
from generator.extraction.whose.latter_en import Two
from generator.extraction.whose.told_by_place import Lately
from generator.settings.period import Period

# Of a list that a line introduces: what the market expects, or what came and beside it what the market had expected; or what its brackets hold.
Polled = Literal["alone", "beside", "expected in brackets", "year before in brackets"]


@frozen
class Asked:
    """What a question asks for: the metrics of its word, a line of business, of when, whether it came or is expected, and of whom, where it only asks that."""

    metrics: tuple[str, ...]
    segment: str | None
    period: Period | None
    basis: Basis
    entity: str | None = None


@frozen
class Foretold:
    """The period of whose results a text told only what is expected, whether a house expects it or the market, and of which company."""

    period: Period
    basis: Basis
    entity: str | None


@frozen
class Ground:
    """What a sentence inherits: the company and segment last spoken of, and the period.

    `line` is the line of business named last, `region` the region; `division` is the line of business that the sentence
    before spoke of without a figure. `joined` says that a semicolon joins the sentence to the one before, `expects` that
    this one speaks of what is expected, `expected` for which period. `owner` is the company whose period it is. `told` is
    the metric, and its segment, of the figure that the sentence before stated last, `level` the level that the text told last, `levels` those that came in the sentence before, of one thing each, `lost` says that it was a loss. `listing` says that what stands here
    is a list of what is expected, below the line that introduced it, `polled` whether the market expects it; `listed` is the metric that a list is of. `years` are
    those of the list that the sentence before ended with. `earned` is the profit or loss told last, and its segment.
    `awaited` is what the sentence before expects last. `headed` is the metric that the heading above names, and nothing more.
    `foretold` is what the text told of results of which it told only what is expected.
    `sold` is the month that the text told last of how many cars were sold.
    `two` are the lines of business, or the companies, that `the former` and `the latter` stand for.
    `shares` is the company whose shares an English text spoke of last, and of no other since.
    `priced` is the day of the price that the sentence before quoted: what all shares are worth next is of the same.
    `as_of` is the day until which the sentence before counted, in Chinese.
    `tallied` is the count of cars that the text told last, `topic` the line of business that the sentence before was about and told nothing of, `named` the metrics of the word that it was about, `named_part` of which part.
    `asked` is what the question before asks for.
    `things` are those that the text named last of what makers ship: the line that counts them, and where.
    `on_line` is the line that all figures of the sentence before were of, which spoke of nobody else, `lines_told` are those that the paragraph told of so far,
    `unknown_unit` says that it was on one that the catalogue does not know, `under_unknown` that a heading names such a one.
    `market_in` is the region whose market the sentences before told of.
    `published` is since when and of what the sentence before says that sales are published, in Chinese.
    `lately` are the companies that the last sentences named.
    `of_market` is what the sentence before told, where all of it was of a whole market.
    `earlier` is the quarter that a sentence set beside a later one last.
    `outlook` is the period of what was expected before a sentence that only told what came the time before.
    `place` is where the paragraph turned to in a Chinese report on how makers stand.
    `foresees` is whether the sentence before only expects, and who does so: one house or the company, or the market; in English.
    `based` is against which times the paragraph set beside what it told, in Chinese.
    """

    entity: str | None
    segment: str | None = None
    period: Period | None = None
    heading_segment: str | None = None
    told: tuple[str, str | None] | None = None
    level: Figure | None = None
    levels: tuple[Figure, ...] = ()
    lost: bool = False
    quarter: Period | None = None
    line: str | None = None
    joined: bool = False
    expects: bool = False
    expected: Period | None = None
    owner: str | None = None
    listing: bool = False
    polled: Polled | None = None
    listed: str | None = None
    division: str | None = None
    years: tuple[PeriodMention, ...] = ()
    region: str | None = None
    earned: tuple[str, str | None] | None = None
    awaited: Awaited | None = None
    returns: str | None = None
    month: Period | None = None
    headed: Mention | None = None
    foretold: Foretold | None = None
    tallied: str | None = None
    sold: Period | None = None
    topic: str | None = None
    named: tuple[str, ...] = ()
    named_part: str | None = None
    as_of: Period | None = None
    two: Two | None = None
    asked: Asked | None = None
    priced: Period | None = None
    shares: str | None = None
    things: tuple[str, int] | None = None
    market_in: str | None = None
    on_line: str | None = None
    unknown_unit: bool = False
    under_unknown: bool = False
    lines_told: frozenset[str] = frozenset()
    based: tuple[Against, ...] = ()
    of_market: str | None = None
    lately: Lately = ()
    published: Published | None = None
    earlier: Period | None = None
    outlook: Period | None = None
    place: str | None = None
    foresees: Basis | None = None
