"""English sentences that open with the line of the accounts that they tell: `At the operating level, it made 454 million euros, against a loss of 289 million`."""

from __future__ import annotations

import re

from generator.extraction.marks.scanning import Scan

_OPENS = re.compile(r"\s*(?:(?:And|But|Yet),? )?(?:At|On) (?:the|an) operating (?:level|basis|line),? ")


def opens_operating(scan: Scan) -> bool:
    """Whether a sentence opens so: what it says was made, or lost, was so before interest and taxes."""
    return _OPENS.match(scan.text, scan.sentence.start) is not None
