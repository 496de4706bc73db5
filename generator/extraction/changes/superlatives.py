"""Growth that English calls the fastest or the sharpest, and says at the end how far it went: `Apple posted the fastest growth of the big vendors, 19.7%`."""

from __future__ import annotations

import re

from generator.extraction.amounts.amount import Amount
from generator.extraction.amounts.approximators import ABOUT
from generator.extraction.marks.scanning import Scan

# Behind the growth stand among whom, or since when, it was the most; `the biggest gain in margin, to 12%` is where it led to.
MOST = (
    r"(?:the|its|their) (?:second-|third-)?(?:[a-z]+est|most [a-z]+|only) (?:[a-z-]+ ){0,2}?"
    r"(?P<word>growth|increase|rise|gain|jump|surge|decline|drop|fall|decrease|contraction|slump|plunge)(?: rate)?"
    r"(?: (?:of|among|amongst|in|across|for) (?!sales\b|revenues?\b|profits?\b|margins?\b)[^,;:()\d]{3,40}| since [^,;:()%]{3,20})?"
    rf"(?:,| ?\(|:|,? at|, with) {ABOUT}"
)
_MOST = re.compile(rf"\b{MOST}$")
_BEFORE = 100  # characters before a percentage, within which such growth begins
_DOWN = ("decline", "drop", "fall", "decrease", "contraction", "slump", "plunge")


def most_grown(scan: Scan, amount: Amount) -> int:
    """Return 1 or -1 for a percentage that says how far what grew or fell the most did so, else 0."""
    if amount.kind != "percent" or scan.chinese:
        return 0
    said = _MOST.search(scan.text, max(scan.sentence.start, amount.start - _BEFORE), amount.start)
    return 0 if said is None else -1 if said["word"] in _DOWN else 1
