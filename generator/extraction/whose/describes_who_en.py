"""Lines of business that English names only to describe who tells a figure: `Apple, which gets half of its sales from the iPhone, reported revenue of $102.5 billion`."""

from __future__ import annotations

import re

from generator.extraction.marks.mention import Mention
from generator.extraction.marks.scanning import Scan

_WHICH = re.compile(r", (?:which|whose|who)\b[^,;.]*$")
_SAYS = re.compile(
    r"[^,;.]{0,90}, (?:(?:also|on [A-Z][a-z]+day|yesterday|today|earlier) ?)*(?:said|says|reported|reports|posted|posts|booked|recorded|announced|earned|made|saw|had|generated|expects|forecast|logged|unveiled|disclosed)\b"
)
_REACH = 160  # characters before a line, within which the clause that describes opens


def only_describes_who(scan: Scan, line: Mention, at: int) -> bool:
    """Whether a line stands in a clause on the company itself, behind which that one tells what stands at `at`."""
    low = max(scan.sentence.start, line.start - _REACH)
    opens = None if scan.chinese or line.end > at else _WHICH.search(scan.text, low, line.start)
    named = opens is not None and any(e.end == opens.start() for e in scan.entities)
    return named and _SAYS.match(scan.text, line.end, at) is not None
