"""Cash that a company generated a time before, by no more than the verb: `It burned through 2 billion yuan of free cash, whereas a year earlier it had generated 1 billion`."""

from __future__ import annotations

import re

from generator.extraction.amounts.amount import Amount
from generator.extraction.amounts.approximators import ABOUT
from generator.extraction.links.flows import FLOWS
from generator.extraction.marks.bases import YEAR_BEFORE
from generator.extraction.marks.mention import Mention
from generator.extraction.marks.scanning import Scan
from generator.extraction.unnamed.earning import spoken_of

_GENERATED = re.compile(
    rf"\b(?:[Ii]t|[Tt]hey|[Tt]he (?:company|group|firm|[a-z]*maker)|[A-Z][\w.]+) (?P<had>had )?(?:still |also |only |even )?(?P<verb>generated|thrown off|threw off|produced|brought in|taken in) {ABOUT}$"
)
_THEN = re.compile(rf"\b{YEAR_BEFORE}\b", re.I)
# `had generated 3 billion yuan in sales`: that is said
_OF_ELSE = re.compile(r"(?: \([^()]{1,24}\))? (?:of|in|from) (?!the |that |[a-z]+ quarter|Q\d|\d|[A-Z])[a-z]")
_LEAD = 60  # characters before an amount, within which who generated it is named


def generated_before(scan: Scan, amount: Amount, told: str | None) -> Mention | None:
    """Return the cash flow spoken of, as a mention, where an amount is what was generated at a time before."""
    if amount.kind != "money" or not amount.scaled or _OF_ELSE.match(scan.text, amount.end):
        return None
    spoken = spoken_of(scan, amount.start, told)[:1]
    if not spoken or spoken[0] not in FLOWS:
        return None
    low = max(scan.sentence.start, scan.amount_before(amount.start), amount.start - _LEAD)
    said = _GENERATED.search(scan.text, low, amount.start)
    start, end = scan.clause(amount.start)
    if said is None or not (said["had"] or _THEN.search(scan.text, start, end)):
        return None
    return Mention(*said.span("verb"), spoken)
