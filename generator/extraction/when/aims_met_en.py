"""Months that only say when an aim for a year was met or moved: `met its full-year target of 500,000 in November`, `cut its 2025 goal to 4.6 million in September`."""

from __future__ import annotations

from generator.corpus.beginnings import sought
from generator.extraction.marks.scanning import Scan
from generator.extraction.periods.mention import PeriodMention

_DID = r"(?:met|reached|achieved|attained|fulfilled|completed|hit|passed|surpassed|exceeded|beat|topped|missed|cut|raised|lifted|lowered|trimmed|slashed|revised|reduced|increased|set|announced|reiterated|confirmed)"
_AIM = r"(?:targets?|goals?|aims?|objectives?|guidance|forecasts?|outlook)"
_YEARS = r"(?:annual|full-year|whole-year|yearly|year['’]s|20\d\d|FY\d{2,4})"
# the verb, the aim for a year, and in front of the month no other clause
_MET = sought(
    rf"\b{_DID} (?:[\w'’-]+ ){{0,4}}?{_YEARS} (?:[\w'’-]+ ){{0,4}}?{_AIM}\b(?:[^;.,]|[.,](?=\d)){{0,80}}? (?:back )?in (?:early |late |mid-?|the middle of )?$"
)
_REACH = 170  # characters before a month, within which the aim is named


def is_when_an_aim_was_met(scan: Scan, mention: PeriodMention) -> bool:
    """Whether an English month says when an aim for a year was met or moved, and is not what the aim is of."""
    low = max(scan.sentence.start, mention.start - _REACH)
    return mention.scope == "month" and _MET.search(scan.text, low, mention.start) is not None
