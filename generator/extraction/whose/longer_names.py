"""Lines of business of a longer name than the catalogue's: its own is a word of theirs, as in `the energy storage battery business`."""

from __future__ import annotations

import re

from generator.extraction.marks.mention import Mention
from generator.extraction.marks.scanning import Scan

# Words that a line of business may be called by as well: the cloud computing unit is the cloud.
_SAME = r"(?:computing|services?|infrastructure|products?|solutions?|software|technology|platforms?|operations|sales|hardware|devices?|intelligence|chips?|manufacturing|making|delivery|group|reporting|core|main|own|growth|consumer|commercial|enterprise|retail|commerce|shopping|generation|related|cars?|vehicles?|makers?|initiatives|segments?|units?|divisions?|business(?:es)?|arm)"
_LONGER = re.compile(
    rf" (?!{_SAME} )(?!(?:and|or|as|in|of|for|at|from|to|with|was|were|is|are|had|has|also|its|the|which|that|while|but|more|most|now)\b)(?![a-z-]+(?:ed|ly|ing) )(?P<word>[a-z][a-z-]*) (?:{_SAME} )?(?:business|unit|segment|division|arm)\b"
)
_ABROAD = re.compile(r"(?:[Ii]nternational|[Oo]verseas|[Ff]oreign|[Dd]omestic)$")
_OF_A_REGION = re.compile(r" (?P<word>(?!core|main|own)[a-z][a-z-]*) (?:business|unit|segment|division|arm)\b")
_NEAR = 60  # characters behind a metric, within which the line stands that it is from


def is_of_a_longer_name(scan: Scan, mention: Mention) -> bool:
    """Whether an English metric's line of business only begins with a name of the catalogue."""
    low = scan.clause(mention.start)[0]
    near = (m for m in scan.segments if low <= m.start and m.end <= mention.end + _NEAR)
    found = (
        (_OF_A_REGION if _ABROAD.match(scan.text, m.start, m.end) else _LONGER).match(
            scan.text, m.end, scan.sentence.end
        )
        for m in near
    )  # `its international retail business`
    return any(longer and not scan.is_marked(*longer.span("word"), scan.metrics) for longer in found)
