"""Of which line an English sentence opens with what it did: `Despite logging a loss of 500 million yuan, the segment's margin rose`."""

from __future__ import annotations

import re

from generator.extraction.marks.mention import Mention
from generator.extraction.marks.scanning import Scan

_DID = re.compile(
    r"\s*(?:(?:But|And|Still|Yet|Meanwhile),? )?(?:(?:Despite|After|While|By|Although|Though|Besides|Apart from|Even after|In addition to) (?:still |also |again )?)?"
    r"(?i:posting|recording|reporting|registering|logging|booking|generating|delivering|suffering|seeing|notching|achieving|earning|losing|making|incurring|having (?:posted|recorded|reported|lost|made|earned|booked|incurred)) "
)
_THE_UNIT = re.compile(
    r", (?P<unit>the (?:segment|division|unit|business)\b(?! (?:of|that|which)\b)(?:['’]s)?)(?! (?:sales|prices|costs)\b)"
)


def unit_that_did(scan: Scan, mention: Mention) -> re.Match[str] | None:
    """Return `, the segment` behind a metric in what a sentence opens with, where nobody is named before."""
    did = None if scan.chinese else _DID.match(scan.text, scan.sentence.start)
    if did is None or did.end() > mention.start:
        return None
    unit = _THE_UNIT.search(scan.text, mention.end, scan.sentence.end)
    named = [e.start for e in scan.entities] + [m.start for m in scan.segments]
    if unit is None or any(did.end() <= at < unit.start() for at in named):
        return None
    return unit
