"""Months that English only calls an event by, whatever was sold over the quarter: `production of 446,300 on a late-September rush`."""

from __future__ import annotations

import re

from generator.extraction.marks.scanning import Scan
from generator.extraction.periods.mention import PeriodMention

_EVENT = re.compile(
    r"(?: \d{1,2})?[ -](?:(?:tax[ -]credit|tariff|product|model|price|share|investor|safety|media|iPhone|emissions|subsidy|end-of-quarter) )?"
    r"(?:rush|scramble|deadlines?|expir(?:y|ation)|cut-?off|launch(?:es)?|event|keynote|debut|unveiling|refresh|meetings?|conference|summit|announcement|strike|walkout|shutdown|outage|fire|flood|earthquake|recall|ruling|hearing|vote|election|IPO|listing|spin-?off|acquisition|takeover|lay-?offs?|price (?:cuts?|hikes?|increases?)|stock split)\b"
)


def is_of_an_event(scan: Scan, mention: PeriodMention) -> bool:
    """Whether a month stands right before what happened in it, behind an amount."""
    if scan.chinese or mention.scope != "month":
        return False
    behind = any(a.end <= mention.start for a in scan.amounts)
    return behind and _EVENT.match(scan.text, mention.end) is not None
