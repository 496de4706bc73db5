"""What stands behind a colon tells how an expectation was met or missed: `fell short of market expectations: net profit plunged 20%`."""

from __future__ import annotations

import re

# not `a miss by analysts' expectations: $3.2 billion`, which states what was expected
_EXPECTED = r"(?:expectations?|estimates?|forecasts?|consensus|projections?|predictions?)"
_MET = (
    r"\b(?:beat(?:s|ing|en)?|topp?(?:s|ed|ing)?|miss(?:es|ed|ing)?|exceed\w*|surpass\w*|outpac\w*|short of|shy of|ahead of|above|below"
    r"|(?:better|worse|stronger|weaker|higher|lower|softer) than|in line with|met|trailed|smashed|crushed|disappointed)"
)
_OF_WHOM = r"\s+(?:(?!\d)[\w.'’&]+ ){0,4}"
_SO = r"(?: (?:on (?:the )?[\w ]{3,12}|across the board|by a wide margin))?: ?(?!(?:of |for |about )?[A-Z]{0,3}[$€£¥]?\d|analysts|they\b)"
_MET_BEFORE = re.compile(_MET + _OF_WHOM + "$", re.I)
_TELLS = re.compile(rf"(?: {_EXPECTED})?{_SO}")
_MET_SO = re.compile(rf"{_MET}{_OF_WHOM}{_EXPECTED}{_SO}", re.I)
_LEAD = 50  # characters before an expectation, within which a verb says that it was met


def tells_how_met(kind: str, text: str, low: int, start: int, end: int, high: int) -> bool:
    """Whether the market's expectation is only what was met, and a colon behind it opens how."""
    if kind != "consensus" or not _TELLS.match(text, end, high):
        return False
    return _MET_BEFORE.search(text, max(low, start - _LEAD), start) is not None


def opens_how_met(text: str, start: int, end: int) -> bool:
    """Whether a sentence's colon opens how an expectation was met, and no list of what is expected."""
    return _MET_SO.search(text, start, end) is not None
