"""English previews that tell what one house expects: what `is forecast` there, by nobody who is named, is that house's: `The broker expects a profit of 5.6 billion yuan. Revenue is forecast to rise 17%`."""

from __future__ import annotations

import re

from generator.corpus.beginnings import sought
from generator.extraction.expected.house_speaks import ASSUMES
from generator.extraction.expected.market import MARKET
from generator.extraction.whose.context import Surroundings

_ALSO = r"(?:, (?:which|who) [^.;]{3,90},)?(?: (?:also|now|still|itself|itself also))?"
_EXPECTS = r"(?:expects?|looks? for|estimates?|forecasts?|predicts?|projects?|sees?|reckons?|anticipates?|believes?)\b"
_WHO = re.compile(
    rf"(?:(?P<house>\b(?:[Tt]he|[Tt]his) (?:[A-Za-z-]+ )?(?:broker|brokerage|investment bank|bank|house|(?:research |broker['’]s )?(?:report|note))(?:['’]s analysts)?)|\b(?:{MARKET})(?! (?:at|from|of|with|led) )){_ALSO} (?:(?:is|are|has|have) )?{_EXPECTS}"
    # `Expectations are for`, `consensus: 12 billion`, `polled by LSEG`
    r"|\b(?:[Cc]onsensus (?:estimates?|calls|sees|has|is for|expects)|(?:polled|surveyed) by|[Ee]xpectations are for)\b"
)
# `Investment Rating - The report maintains a Buy rating`: all of the note is one house's
_NOTE = sought(
    r"\bInvestment [Rr]ating\b|\b(?:[Tt]he|[Tt]his|[Oo]ur) (?:research )?(?:report|note) (?:maintain|reiterate|reaffirm|assign|give|keep|initiate|upgrade|downgrade)s\b"
    r"(?=[^.;\[]{0,48}\b(?:rating|coverage|recommendation|(?:[Bb]uy|BUY|[Hh]old|[Nn]eutral|[Oo]utperform|[Oo]verweight|[Aa]dd|[Aa]ccumulate)\b))"
)
# `Analysts at UBS`, `An analyst with Citi`, `According to Nomura`, `in Barclays'`
_HOUSES = re.compile(
    r"\b(?:[Aa]nalysts?|[Tt]eam|[Aa]ccording to|[Ii]n|[Oo]n|[Bb]y|[Ss]ays|[Ff]or) (?:at |from |of |with )?$"
)
_SAYS = re.compile(
    r"(?: analysts?)?(?: [A-Z][\w-]+ [A-Z][\w-]+)?(?: (?:also|now))? (?:says?|said|wrote|writes|argues?|told|thinks?)\b"
)
_ITS = re.compile(
    r"['’]s? (?:[\w-]+ ){0,3}?(?:estimates?|forecasts?|projections?|predictions?|model|numbers?|view|reckoning|call)\b"
)
# `Net profit may reach 9 billion, Bernstein says.`
_SAYS_LAST = re.compile(
    r"(?: analysts?)?(?: [A-Z][\w-]+ [A-Z][\w-]+)? (?:says?|said|reckons?|estimates?|thinks?|believes?|wrote|writes|argues?)\b"
)
_HEAD = 400  # characters of a text, within which a note says that it is one
_BEFORE = 900  # characters before a sentence, within which is told who expects something


def house_previews(around: Surroundings, until: int) -> bool:
    """Whether who expected something last, before an offset, is one house, or the text is a house's note."""
    scan = around.scan
    if _NOTE.search(scan.text, 0, min(_HEAD, scan.sentence.end)):
        return True
    low = max(0, scan.sentence.start - _BEFORE)
    who = [(found.start(), found["house"] is not None) for found in _WHO.finditer(scan.text, low, until)]
    return _ends_with_a_house(around, until) or max(who + _named(around, low, until), default=(0, False))[1]


def _named(around: Surroundings, low: int, until: int) -> list[tuple[int, bool]]:
    """Return where a stretch names houses that expect something."""
    text, kind_of = around.scan.text[low:until], around.names.catalogue.company_kind
    named = around.names.entities(text)
    own = (around.ground.entity, around.home)
    others = [e.start for e in named if kind_of(e.entity) == "company" and e.entity not in own]
    brokers = (e for e in named if kind_of(e.entity) == "broker" and e.start > max(others, default=-1))
    return [
        (low + e.start, True)
        for e in brokers
        if any(says.match(text, e.end) for says in (ASSUMES, _SAYS, _ITS))
        or _HOUSES.search(text, max(0, e.start - 24), e.start)
    ]


def _ends_with_a_house(around: Surroundings, at: int) -> bool:
    """Whether a sentence ends with a house that says so: `may reach 9 billion yuan, Bernstein says`."""
    scan, kind_of = around.scan, around.names.catalogue.company_kind
    named = (e for e in scan.entities if e.start >= at and kind_of(e.entity) == "broker")
    return any(
        (scan.text.endswith(", ", 0, e.start) and _SAYS_LAST.match(scan.text, e.end))
        or scan.text.endswith((", says ", ", according to ", ", reckons ", ", estimates ", " by "), 0, e.start)
        for e in named
    )
