"""Sentences that are no more than who expects and how much, of what the sentence before told: `Consensus $0.69.`, `Street was at $6.1bn.`, `Analysts: $32 billion`."""

from __future__ import annotations

import re

from generator.extraction.amounts.amount import Amount
from generator.extraction.amounts.approximators import ABOUT
from generator.extraction.marks.scanning import Scan

_POLLED = r"(?:LSEG|FactSet|Refinitiv|Bloomberg|Visible Alpha|StreetAccount|Zacks|Reuters|analyst|market|sell-side|[Tt]he Street)(?:['’]s)?"
_WHO = rf"(?:(?:[Tt]he |[Tt]heir )?(?:{_POLLED} )?(?:(?:mean|median|average|latest) )?[Cc]onsensus(?: (?:call|view|number|figure|estimate|forecast|mean|median))?|(?:[Tt]he |Wall )?Street|[Tt]he market|(?:[Mm]ost )?[Aa]nalysts)"
_ASIDE = r"(?:, (?:per|according to|as compiled by|compiled by|on) [^,;\d]{2,30},| \([A-Z][\w ]{2,20}\))?"
# `stood at`, `had been looking for`, or nothing at all
_IS = r"(?: (?:was|is|were|are|had been|has been|stood|stands|had stood|sat|sits|came out))?(?: (?:at|for|looking for|calling for))?"
_SHORT = re.compile(
    rf"[^\w\n]{{0,4}}(?:(?:But|And|Versus|Vs\.?|Compare:) )?{_WHO}{_ASIDE}{_IS}:? {ABOUT}(?:[A-Z]{{2,3}} ?)?"
)
# `Jefferies expects revenue of $15.1 billion (Street: $14.9 billion)`
_BRACKETED = re.compile(
    rf"\((?:vs\.? |versus )?(?:{_WHO}|{_POLLED}|(?:[Mm]arket|[Ss]treet|[Cc]ons\.?|[Ee]st\.))(?: (?:est\.?|estimates?|expectations?|average|mean))?(?: (?:at|of|is|for))?:? {ABOUT}(?:[A-Z]{{2,3}} ?)?$"
)
_ENDS = re.compile(r"(?: (?:units|vehicles|cars|deliveries))?(?: ?[.;,)]|$)")


def market_in_short(scan: Scan, amount: Amount) -> bool:
    """Whether a sentence opens with who expects an amount, and says nothing else of it."""
    said = _SHORT.fullmatch(scan.text, scan.sentence.start, amount.start)
    said = said or _BRACKETED.search(scan.text, max(scan.sentence.start, amount.start - 60), amount.start)
    return said is not None and bool(_ENDS.match(scan.text, amount.end))
