"""English sentences that open with the line of the accounts that they tell: `At the operating level, it made 454 million euros, against a loss of 289 million`."""

from __future__ import annotations

import re

from generator.extraction.marks.scanning import Scan

# how English says of which line of the accounts a profit is
OPERATING_LEVEL = "(?:the|an) operating (?:level|basis|line)"
_OPENS = re.compile(rf"\s*(?:(?:And|But|Yet),? )?(?:At|On) {OPERATING_LEVEL},? ")
_BELOW_IT = re.compile(r"\b(?:after tax(?:es)?|net|bottom line|pre-?tax|before tax(?:es)?)\b")
_BEHIND = re.compile(r"(?: [a-z]+){0,2}? (?:after tax(?:es)?|net of tax)\b")


def opens_operating(scan: Scan, start: int, end: int) -> bool:
    """Whether a sentence opens so: what it says was made, or lost, between two offsets was so before interest and taxes."""
    opens = _OPENS.match(scan.text, scan.sentence.start)
    # `At the operating level it made 1.3 billion euros, and after taxes it earned 1.1 billion`
    return (
        opens is not None
        and _BELOW_IT.search(scan.text, opens.end(), start) is None
        and _BEHIND.match(scan.text, end) is None
    )
