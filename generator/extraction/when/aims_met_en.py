"""Months that only say when an aim for a year was met or moved: `met its full-year target of 500,000 in November`, `cut its 2025 goal to 4.6 million in September`."""

from __future__ import annotations

from generator.corpus.beginnings import sought
from generator.extraction.marks.scanning import Scan
from generator.extraction.periods.mention import PeriodMention
from generator.settings.period import Period

_DID = r"(?:met|reached|achieved|attained|fulfilled|completed|hit|passed|surpassed|exceeded|beat|topped|missed|cut|raised|lifted|lowered|trimmed|slashed|revised|reduced|increased|set|announced|reiterated|confirmed)"
_AIM = r"(?:targets?|goals?|aims?|objectives?|guidance|forecasts?|outlook)"
_YEARS = r"(?:annual|full-year|whole-year|yearly|year['’]s|(?P<named>20\d\d|FY\d{2,4}))"
_THINGS = r"(?: (?:units|vehicles|cars|deliveries|sales|phones|yuan|dollars|euros))?"
_AMOUNT = rf"(?:about |around |more than |over |at least )?[A-Z]{{0,4}}[$€¥£]? ?\d[\d.,]*(?:%|(?: ?(?:thousand|million|billion|trillion|mn|bn|m|k))?\b){_THINGS}"
# the aim's own amount, and the one it moved to: nothing else is told between the aim and the month
_ITS_OWN = rf"(?: (?:of|from|by|to) {_AMOUNT}){{0,2}}"
_EARLY = r"(?>(?: (?:already|early|again|back|ahead of (?:schedule|time|plan)|for the (?:full )?year|for 20\d\d))*)"
_MET = sought(
    rf"\b{_DID} (?:[\w'’-]+ ){{0,4}}?{_YEARS} (?:[\w'’-]+ ){{0,4}}?{_AIM}{_ITS_OWN}{_EARLY} in (?:early |late |mid-?|the middle of )?$"
)
_FROM = sought(r"\bfrom $")
_REACH = 170  # characters before a month, within which the aim is named


def is_when_an_aim_was_met(scan: Scan, mention: PeriodMention, month: Period, this_year: int | None) -> bool:
    """Whether an English month says when an aim for a year was met or moved, and is not what the aim is of.

    An aim for the year, which no number names, is for the one that runs: the month is of it as well.
    """
    low = max(scan.sentence.start, mention.start - _REACH)
    met = _MET.search(scan.text, low, mention.start) if mention.scope == "month" else None
    if met is None or _tells_more(scan, mention):
        return False
    return met["named"] is not None or month.year == this_year


def _tells_more(scan: Scan, mention: PeriodMention) -> bool:
    """Whether something is told of the month behind it: `met its 2025 target of 380,000 in October, delivering 42,013`."""
    after = next((a for a in scan.amounts if a.start >= mention.end and a.kind in ("count", "bare", "money")), None)
    return after is not None and _FROM.search(scan.text, mention.end, after.start) is None
