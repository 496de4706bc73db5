"""English previews that tell what one house expects: what `is forecast` there, by nobody who is named, is that house's: `The broker expects a profit of 5.6 billion yuan. Revenue is forecast to rise 17%`."""

from __future__ import annotations

import re

from generator.corpus.beginnings import sought
from generator.extraction.expected.market import MARKET
from generator.extraction.marks.scanning import Scan

_ALSO = r"(?:, (?:which|who) [^.;]{3,90},)?(?: (?:also|now|still|itself|itself also))?"
_EXPECTS = r"(?:expects?|looks? for|estimates?|forecasts?|predicts?|projects?|sees?|reckons?|anticipates?|believes?)\b"
_WHO = re.compile(
    rf"(?:(?P<house>\b(?:[Tt]he|[Tt]his) (?:[A-Za-z-]+ )?(?:broker|brokerage|investment bank|bank|house|(?:research |broker['’]s )?(?:report|note))(?:['’]s analysts)?)|\b(?:{MARKET})){_ALSO} {_EXPECTS}"
)
# `Investment Rating - The report maintains a Buy rating`: all of the note is one house's
_NOTE = sought(
    r"\bInvestment [Rr]ating\b|\b(?:[Tt]he|[Tt]his|[Oo]ur) (?:research )?(?:report|note) (?:maintain|reiterate|reaffirm|assign|give|keep|initiate|upgrade|downgrade)s\b"
    r"(?=[^.;\[]{0,48}\b(?:rating|coverage|recommendation|(?:[Bb]uy|BUY|[Hh]old|[Nn]eutral|[Oo]utperform|[Oo]verweight|[Aa]dd|[Aa]ccumulate)\b))"
)
_HEAD = 400  # characters of a text, within which a note says that it is one
_BEFORE = 900  # characters before a sentence, within which is told who expects something


def house_previews(scan: Scan) -> bool:
    """Whether who expected something last, before a sentence, is one house that the text calls by no name, or the text is a house's note."""
    if _NOTE.search(scan.text, 0, min(_HEAD, scan.sentence.end)):
        return True
    who = list(_WHO.finditer(scan.text, max(0, scan.sentence.start - _BEFORE), scan.sentence.start))
    return bool(who) and who[-1]["house"] is not None
