"""What stands behind words that set a change beside something: a time before, or what was achieved in it."""

from __future__ import annotations

import re

from generator.extraction.amounts.amount import Amount
from generator.extraction.amounts.approximators import ABOUT
from generator.extraction.frozen import frozen
from generator.extraction.marks.bases import MONTH_BEFORE, QUARTER_BEFORE, YEAR_BEFORE
from generator.extraction.marks.cues import Against
from generator.extraction.marks.scanning import Scan
from generator.extraction.marks.verbs import DID
from generator.extraction.periods.mention import PeriodMention


def _who(group: str) -> str:
    """Return who may have done something: nobody else than who is spoken of, unless a name says so."""
    return rf"(?:it|they|the (?:company|group|firm|brand|start-?up|bank|[a-z]{{0,12}}maker)|(?P<{group}>[A-Z][\w.&-]{{0,20}}(?: [A-Z][\w.&-]{{0,20}}){{0,2}}))"


_NAMED = ("who", "whom", "whose")  # the groups of a name, one a way of telling
_UNIT = "yuan|RMB|CNY|won|yen|euros?|dollars|units|vehicles|cars|EVs|NEVs|SUVs|phones|smartphones|devices|users|people|deliveries|sales|shipments|registrations|orders|loss|profit|outflow|inflow|income|revenue"
_OF_WHAT = r"(?: (?:of|in) (?:[A-Za-z-]+ ){0,2}(?:revenues?|sales|profits?|income|deliveries|shipments|earnings))?"
UNITS = rf"(?: (?:{_UNIT})){{0,2}}{_OF_WHAT}"
NUMBER = (
    r"(?:[A-Z]{1,3} ?)?[$€£¥]?-?\d[\d.,]{0,14}(?: ?(?:%|per ?cent|pct|thousand|[mb]illion|trillion|bn|m)(?![a-z]))?"
)
_THAT = r"(?:(?:that|those)(?= )|(?:the |its |their )?(?:figure|level|number|total|result|amount|mark|tally|volume|value|sum|count)s?(?= ))"
_SEEN = rf"(?:seen|reached|{DID})"
# `than it made in April`, `from what Tesla reported in the fourth quarter`, `above the figure of a year before`, `from about $4 billion in Q2`
LEAD = (
    rf"(?:{_THAT} |what (?:{_who('who')} (?:had |has )?{DID}|was {_SEEN}) |{_who('whom')} (?:had |has )?{DID} "
    rf"|(?:the |its |their |an? )?(?:(?:then-)?record (?:of )?)?(?:loss |profit |gain )?(?:of )?{ABOUT}(?P<level>{NUMBER}){UNITS}(?: (?:that |which )?{_who('whose')} (?:had )?{DID}| {_SEEN})? )?"
    r"(?:(?:back )?(?:in|for|during|over|of|from|at) )?(?:the )?"
)
_LEAD = re.compile(LEAD)
_WORDS = re.compile(rf"{LEAD}(?:(?P<yoy>{YEAR_BEFORE})|(?P<qoq>{QUARTER_BEFORE})|(?P<mom>{MONTH_BEFORE}))(?![a-z])")
_ITS_GROWTH = re.compile(
    r"['’]s (?:[a-z]+ )?-?[\d.]+ ?(?:%|per ?cent|pct)"
)  # what that time grew by is nothing to grow from
_FAR = 100  # characters between the words that compare and the time they compare with


@frozen
class Comparand:
    """A time that something is set beside, up to `end`: a period that is named, else so long before as `against` says.

    `level` is where the amount stands that was achieved then, where it is told, `rate` says that this is a percentage.
    """

    end: int
    against: Against
    period: PeriodMention | None
    level: tuple[int, int] | None
    rate: bool

    def tells(self, amount: Amount) -> bool:
        """Whether an amount is what was achieved then."""
        return self.level is not None and self.level[0] <= amount.start < self.level[1]


def comparand_at(scan: Scan, at: int) -> Comparand | None:
    """Return the time that words ending at an offset compare with: `than in April`, `above that of a year ago`, `from $4 billion in Q2`."""
    for period in scan.periods:
        # `fell 6% over the year`, `rose 53% over the half-year` name no time to compare with
        bare = (period.scope == "year" and not (period.year or period.number)) or (
            scan.text.startswith("half", period.start) and not period.says_its_year
        )
        now = (
            period.shift == 0 and period.start == at and scan.text.endswith("than ", 0, at)
        )  # `50% more than this year`
        relative = period.scope == "relative" or (bare and not now)
        if relative or not at <= period.start <= at + _FAR:
            continue
        if (lead := _LEAD.fullmatch(scan.text, at, period.start)) and _is_own(scan, lead):
            return _of(scan, lead, period.end, "yoy", period)
    words = _WORDS.match(scan.text, at, min(at + _FAR, scan.sentence.end))
    if words is None or not _is_own(scan, words):
        return None
    against: Against = "yoy" if words["yoy"] else "qoq" if words["qoq"] else "mom"
    return _of(scan, words, words.end(), against, None)


def _of(scan: Scan, lead: re.Match[str], end: int, against: Against, period: PeriodMention | None) -> Comparand | None:
    if _ITS_GROWTH.match(scan.text, end):
        return None
    level = lead.span("level") if lead["level"] else None
    return Comparand(end, against, period, level, level is not None and ("%" in lead["level"] or "c" in lead["level"]))


def _is_own(scan: Scan, lead: re.Match[str]) -> bool:
    """Whether what is compared with is no other company's: `from what Tesla reported`, where the sentence speaks of Tesla alone."""
    group = next((name for name in _NAMED if lead[name]), None)
    if group is None:
        return True
    named = {e.entity for e in scan.entities}
    at = lead.start(group)
    before = {e.entity for e in scan.entities if e.end <= at}
    # `First-half deliveries of 197,000 have passed the 190,100 that Xpeng delivered in 2024`, of whom the text goes on
    if not before and len(named) == 1:
        return True
    return len(named) == 1 and any(e.start == lead.start(group) for e in scan.entities)
