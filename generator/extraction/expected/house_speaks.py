"""Sentences whose subject is a house: what it assumes or has is its own forecast, `Morgan Stanley now assumes RMB33.2 billion for 2025`."""

from __future__ import annotations

import re

from generator.extraction.amounts.amount import Amount
from generator.extraction.figure import PRICES
from generator.extraction.whose.context import Surroundings

ASSUMES = re.compile(
    r"(?:(?:['’]s?)? (?:analysts?|team|economists))?(?:, [^,;$€£¥%]{3,60},)?(?: (?:now|still|also|currently|itself|only|already|even))*"
    r" (?:(?:is|are|has|had|have|been) ){0,2}(?:(?:assum|look|expect|model|forecast|predict|project|estimat|pencil|reckon|think|believ|see|anticipat|count(?:s|ing|ed)? on|bank(?:s|ing|ed)? on|bet(?:s|ting)? on|brac(?:es|ed|ing) for|pegg?(?:s|ing|ed)|puts?|calculat|foresee|envisag|envision|tip(?:s|ped|ping)|guess|figur|continu(?:es|ed) to expect|goes for|going for|wants)[a-z]*\b|(?:has|had|is at|stays at|remains at|goes to) )"
    # `Jefferies' number for revenue is`, `CICC's call is for`, `Nomura keeps its estimate of`
    r"|: [^,;$€£¥\d]{2,60} (?:to|seen|likely|may|should) "
    r"|['’]s? (?:[\w-]+ ){0,3}?(?:numbers?|models?|calls?|estimates?|forecasts?|projections?|predictions?|assumptions?|expectations?)\b"
    r"|(?:['’]s? (?:analysts?|team))? (?:(?:has|have|also|now) ){0,2}(?:keep|kept|rais|lift|cut|trim|lower|hik|leav|left|nudg|boost|bump|revis|maintain)[a-z]* (?:its|the|their) (?:[\w–-]+ ){0,5}?(?:estimates?|forecasts?|projections?|predictions?|numbers?)\b"
)
# `For the fourth quarter, Citi has net profit of`
# `Jefferies nudged its target price down to HK$104, seeing 3Q25 revenue at RMB97.6 billion`
_SEEING = re.compile(r", (?:and |while )?(?:seeing|putting|modell?ing|pegging|pencill?ing in|tipping) [^;]{3,160}$")
_FOR_WHEN = re.compile(
    r"\s*(?:(?:Elsewhere|Separately|Meanwhile|Similarly|Likewise|Also), |(?:For|In|On|At|As for|Looking ahead to) [^,;$€£¥%]{2,50}, )"
)
_OPENING = 8  # characters from a sentence's start, within which its subject begins


def house_speaks(around: Surroundings, metric: str, amount: Amount) -> bool:
    """Whether an amount stands in an English sentence whose subject is a house, behind what says that it expects it."""
    scan = around.scan
    first = scan.entities[0] if scan.entities else None
    if scan.chinese or metric in PRICES or first is None:
        return False
    opens = _FOR_WHEN.match(scan.text, scan.sentence.start, first.start)
    if first.start - (opens.end() if opens else scan.sentence.start) > _OPENING:
        return False
    if around.names.catalogue.company_kind(first.entity) != "broker":
        return False
    if scan.cues_between(first.end, amount.start, "actual"):
        return False  # `CICC pencils in a margin of 41.5%; the company reported 43.5% for 4Q21`
    sees = ASSUMES.match(scan.text, first.end, amount.start) or _SEEING.search(scan.text, first.end, amount.start)
    return sees is not None
