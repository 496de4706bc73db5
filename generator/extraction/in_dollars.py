"""Growth that a sentence tells in dollars, beside that in a company's own currency: `revenue rose 38%. In US dollars, it rose 30%`."""

from __future__ import annotations

import re
from collections.abc import Sequence

from generator.extraction.figure import Figure
from generator.extraction.frozen import replace

_IN_DOLLARS = re.compile(
    r"[\s•*-]*(?:(?:When )?(?:[Mm]easured |[Ee]xpressed )?[Ii]n (?:US|U\.S\.|United States)[ -][Dd]ollars?(?: terms)?\b)"
)
_BESIDE = "growth in dollars, beside that in the currency of the company"


def beside_own_currency(found: Sequence[Figure], text: str) -> list[Figure]:
    """Return figures, with a doubt on growth in dollars of what is told to have grown otherwise as well."""
    apart = {f.start for f in found if f.measure != "level" and f.sentence and _IN_DOLLARS.match(text, *f.sentence)}
    if not apart:
        return list(found)
    own = {f.slot for f in found if f.metric and f.start not in apart and not f.doubt}
    return [replace(f, doubt=f.doubt or _BESIDE) if f.start in apart and f.slot in own else f for f in found]
