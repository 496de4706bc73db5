"""What a paragraph and the heading above it give its sentences: company, line of business, period."""

from __future__ import annotations

import re

from generator.extraction.about import About
from generator.extraction.asked import answers_a_question
from generator.extraction.expected.listed_below import (
    comes_after_list,
    expects_below,
    goes_on,
    is_foretold,
    is_outlook,
    polled_on,
)
from generator.extraction.expected.speaks_on import points_back
from generator.extraction.expected.unsaid_en import lists_on_unsaid
from generator.extraction.frozen import replace
from generator.extraction.headings import company_headed, is_like_heading, period_headed
from generator.extraction.lines_above import LinesAbove
from generator.extraction.links.labels import is_item
from generator.extraction.marks.names import Names
from generator.extraction.one_by_one import is_parted, only_company, runs_on
from generator.extraction.reading import Reading
from generator.extraction.reported_now import ReportedNow
from generator.extraction.sentences import Sentence
from generator.extraction.whose.context import Surroundings
from generator.extraction.whose.entries import headed_entries
from generator.extraction.whose.ground import Ground
from generator.extraction.whose.pronouns import stands_for_a_figure
from generator.settings.period import Period

# A paragraph that goes on with the one before.
_ALSO = re.compile(
    r"(?:It|They|The company|[A-Z]\w+) also\b|Analysts\b|Wall Street\b|(?:Further|Moreover|In addition|Additionally), |(?:The|Its|Their) (?:[a-z-]+ ){0,3}?(?:forecasts?|guidance|outlook|midpoint|projections?)\b"
    r"|[^.;:\d$€£¥]{0,90}?\b(?:expect|project|forecast|anticipat|guid(?:e|ing)|estimat|predict|reckon|target|sees?\b|seen\b|look(?:s|ed|ing) for\b)"
)
# A paragraph that opens so is of whom the one before spoke.
_OF_WHOM = re.compile(r"(?:Its|It|They|Their) (?!(?:is|was) (?:the|a|an|not|clear|unclear|likely|possible|expected)\b)")
# A paragraph that opens so speaks on of the figure before it, and of its period: `Of those vehicles, 71,099 were NEVs`
_OF_THE_FIGURE = re.compile(
    r"同期(?!相比|比)|(?:Of|Among) (?:those|these|them|that|this|the total)\b|(?:These|Those)(?:['’]s (?:up|down|an?)| (?:includ|compris|consist|compare|was (?:up|down|an? \d)|is (?:up|down|an? \d)|represent|mark(?:s|ed) an? ))"
)
# 期内,研发费用增加: the period of the paragraph above
# 分地区看,国内收入506亿元: so are the parts of what was told there
_WITHIN_IT = re.compile(
    r"[\s•*-]{0,6}(?:(?:报告)?期内[,,]?(?!权)|(?:分|按)(?:业务|产品|部门|地区|区域|市场|渠道|板块)(?:来?看|划分)?[,:])"
)
# In a preview, what was set beside an estimate of it came a quarter before: `Revenues of $4.4 billion topped the consensus mark of $4.3 billion`
_CAME_BESIDE = re.compile(
    r"(?:[^.;]|\.(?=\d)){0,90}\b(?:lagged|topped|beat|missed|surpassed|exceeded|trailed|outpaced|outpacing|beating|topping|missing|exceeding|surpassing|lagging|(?:came|was|were) (?:in )?(?:above|below|ahead of|short of|shy of|in line with)|fell short of) (?:[\w'’]+ ){0,4}?(?:consensus|estimates?|expectations|forecasts?)\b"
)
# 当中,蔚来品牌交付18393辆: of the period above, whatever it is
_OF_WHICH = re.compile("(?:其中|当中)[,:]")
_ITEM = re.compile(
    r"\s*[•·●■◆▪*．-]\s*[一-鿿]|[一-鿿]{2,12}:\s*$"
)  # • 云智能集团收入256亿元, and the 主要业务: above it
# 营销服务:收入350亿元, below 增值服务:24Q4收入790亿元
_LABEL = re.compile(r"\s*[一-鿿A-Za-z&]{2,12}:\s*(?!$)")
_CUMULATIVE = ("half", "nine_months", "year")
_SPANS = ("quarter", *_CUMULATIVE)


class Paragraphs:
    """Follows a document's headings and paragraphs from sentence to sentence."""

    def __init__(self, reading: Reading, document: About, names: Names) -> None:
        self._time = ReportedNow(document.reported)
        self._reading, self._document, self._names = reading, document, names
        self._paragraph, self._heading = -1, ""
        self._parted = is_parted(reading)
        on_several = document.several or not self._parted
        self._only = None if on_several else only_company(reading, document.home, names)
        self._lines = LinesAbove(reading, names, document.home)
        self._company: str | None = None  # the company that a heading names
        self._entries = headed_entries(reading, names)
        self._entry: str | None = None  # the company that the line above an entry names
        self._section: Period | None = None  # the quarter that the first sentence below a heading speaks of
        self._ahead: Period | None = None  # the period to come that a heading names, over what is expected of it
        self._outlook = False  # a heading stands over what is expected
        self._foretold = False  # the paragraph before was an item of what is expected
        self._opens = False  # nothing is read yet below a heading
        self._titled = False  # the sentence before was a title
        self._reported_told = False  # a sentence below the title names the period that the text reports on
        self._dated = False  # the line before was a heading that names the period of what stands below it
        self._tells_the_year = False  # a sentence of the paragraph names the year that the text reports on

    @property
    def reported(self) -> Period | None:
        """The period that the text is on by now."""
        return self._time.period

    def ground(self, sentence: Sentence, ground: Ground) -> Ground:
        """Return what a sentence inherits: `ground`, or what is left of it where a paragraph begins."""
        begins = sentence.paragraph != self._paragraph
        if begins and self._parted and runs_on(self._reading, sentence, ground, self._only, self._names):
            begins, self._paragraph = self._titled, sentence.paragraph
        self._entry = self._entries.get(sentence.start, self._entry)
        if begins:
            self._time.at(self._reading.text, sentence.start)
        if begins or sentence.heading != self._heading:
            ground = self._opened(sentence, ground)
        self._titled = sentence.title
        self._lines.read(sentence, begins)
        named, unknown = self._lines.named, self._lines.unknown
        if (ground.heading_segment, ground.under_unknown) == (named, unknown):
            return ground
        return replace(ground, heading_segment=named, under_unknown=unknown)

    def date(self, around: Surroundings) -> None:
        """Take the period that a heading, or the line it stands in, is of."""
        sentence = around.scan.sentence
        names_it = any(p == self.reported for _, p in around.resolved)
        self._tells_the_year |= names_it and self.reported is not None and self.reported.kind == "year"
        self._reported_told |= names_it
        if is_like_heading(around) and not sentence.is_heading:
            line = self._reading.text[sentence.start : sentence.end].strip()
            was, self._outlook = self._outlook, is_outlook(line)
            goes_on = self._outlook and line.endswith(":")  # `SAP expects:`, below `Outlook 2026`
            self._section = None if was and not goes_on else self._section
        if is_like_heading(around) and not sentence.title:
            self._time.below(around.scan)
        if headed := period_headed(around):
            ahead = (sentence.is_heading or self._outlook) and not around.calendar.is_over(headed)
            self._ahead = headed if ahead else None
            self._section = headed if ahead and self._outlook else self._section
            self._time.period = self.reported if ahead else headed
        self._dated = headed is not None and headed == self.reported

    def told(self, ground: Ground) -> Ground:
        """Take what the sentence read last spoke of, which is `ground`."""
        if self._opens and self.reported and self.reported.kind in _CUMULATIVE:
            self._section = ground.period if ground.period and ground.period.kind == "quarter" else None
        self._opens = False
        return ground

    def _opened(self, sentence: Sentence, ground: Ground) -> Ground:
        """Return the ground of a paragraph's first sentence."""
        text, document, fresh = self._reading.text, self._document, sentence.heading != self._heading
        if fresh:
            self._lines.below(sentence.heading)
            self._company = company_headed(sentence.heading, self._names)
            self._section, self._ahead = self._ahead, None
            self._outlook = is_outlook(sentence.heading)
        below = self._outlook and is_foretold(text, sentence)
        if self._outlook and self._foretold and not below and comes_after_list(text, sentence):
            self._section, self._outlook = None, False
        self._foretold = below
        item = goes_on(ground, text, sentence) or below
        of_whom = ground.entity is not None and _OF_WHOM.match(text, sentence.start)
        follows = (
            ground.told is not None
            and not self._titled
            and (_OF_THE_FIGURE.match(text, sentence.start) or stands_for_a_figure(text, sentence))
        )
        within = _OF_WHICH.match(text, sentence.start) or (
            ground.period and ground.period.kind in _SPANS and _WITHIN_IT.match(text, sentence.start)
        )
        asked = answers_a_question(text, sentence.start) or self._lists_on(ground, sentence)
        self._tells_the_year = False
        goes_on_there = follows or within or asked or self._came_before(ground, sentence) or self._led_with_all(ground)
        dated = ground.period if goes_on_there else None
        carried = ground.entity if (document.several or of_whom or follows) and not self._titled else document.home
        expects = item or expects_below(ground, self._heading, sentence)
        self._lines.open(sentence)
        self._opens = bool(sentence.heading) and fresh
        self._paragraph, self._heading = sentence.paragraph, sentence.heading
        its = ground if of_whom and not self._titled else Ground(None)
        listed_on = (
            document.awaited and ground.foresees is not None and not ground.polled and lists_on_unsaid(text, sentence)
        )
        return Ground(
            self._company or self._entry or carried, division=its.division, on_line=its.on_line, unknown_unit=its.unknown_unit, period=dated or self._section or self.reported or self._went_on(ground), quarter=ground.quarter,
            told=ground.told, level=ground.level, lost=ground.lost, earned=ground.earned, owner=document.home if self.reported else ground.owner,
            expected=self._section if below else ground.expected, listing=item, polled=polled_on(ground, text, sentence), awaited=ground.awaited if points_back(text, sentence) else None, line=ground.line, years=ground.years, foretold=ground.foretold, tallied=ground.tallied, sold=ground.sold, headed=ground.headed,
            listed=ground.listed if is_item(text, sentence) else None, asked=ground.asked, things=ground.things, earlier=ground.earlier,
            expects=expects or listed_on or (ground.expects and bool(_ALSO.match(text, sentence.start))), foresees=ground.foresees if listed_on else None,
        )  # fmt: skip

    def _went_on(self, ground: Ground) -> Period | None:
        """Return the period of a text that reports on none, or of what stands below a heading over a span without a name."""
        return None if self._time.nameless else _month_again(ground, self._document.month) or ground.period

    def _lists_on(self, ground: Ground, sentence: Sentence) -> bool:
        """Whether a Chinese item goes on with the quarter told above it, of the year that a text reports on as well, unless a heading names that."""
        quarter, year = ground.period, self.reported
        if self._dated or not (
            quarter and year and quarter.kind == "quarter" and year.kind == "year" and quarter.end == year.end
        ):
            return False
        text, (start, end) = self._reading.text, (sentence.start, sentence.end)
        labelled = not self._tells_the_year and _LABEL.match(text, start, end)
        return quarter.fiscal == year.fiscal and bool(labelled or _ITEM.match(text, start, end))

    def _led_with_all(self, ground: Ground) -> bool:
        """Whether a Chinese text told of a half, nine months or a year so far, and has not yet named the quarter that ends with it: 截至3月底止年度纯利10.1亿美元, and in its last paragraph 单计第四季."""
        quarter, longer, ended = self.reported, ground.period, self._document.calendar.ended
        if (
            self._reported_told
            or self._reading.document.language == "en"
            or not (quarter and longer)
            or longer.kind not in _CUMULATIVE
        ):
            return False
        return ground.told is not None and quarter.kind == "quarter" and ended(quarter) == ended(longer)

    def _came_before(self, ground: Ground, sentence: Sentence) -> bool:
        """Whether a paragraph of a preview goes on with the quarter before the one awaited, which the one above told."""
        if not (self._document.awaited and ground.period and self.reported and ground.period < self.reported):
            return False
        return ground.period.kind == "quarter" and bool(_CAME_BESIDE.match(self._reading.text, sentence.start))


def _month_again(ground: Ground, month: Period | None) -> Period | None:
    """Return the month that news of its sales go on with, whatever quarter or year the paragraph above ended with."""
    return None if ground.period and ground.period.kind == "month" else month
