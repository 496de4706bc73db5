"""What a whole company is said to have taken: `All together, the company took 243 billion yuan`, `Apple turned over $97 billion`."""

from __future__ import annotations

import re

from generator.extraction.amounts.amount import Amount
from generator.extraction.amounts.approximators import ABOUT
from generator.extraction.marks.mention import Mention
from generator.extraction.marks.scanning import Scan

_TOOK = re.compile(
    r"(?P<who>\b(?:[Ii]t|[Tt]hey|[Tt]he (?:company|group|firm|business|retailer|[a-z]*maker|[A-Za-z-]+ (?:giant|maker|group|company))))?"
    rf"(?: (?:alone|overall|altogether|all told|in all|in total|also|again|still|together))* (?P<took>took|takes|turned over|turns over|rang up) {ABOUT}$"
)
# `took $2 billion in cash`, `took 3 billion from the state`: no takings
_NOT_SO = re.compile(
    r"(?: \([^()]{1,24}\))? (?:from (?!(?:january|february|march|april|may|june|july|august|september|october|november|december)\b)|out of|off|in (?!the\b|its\b|fiscal|[a-z]+ quarter|Q\d|\d|revenue|sales|[A-Z])|of (?!its\b)|for|to|as|hit|charge|loss|write|loan|stake|goodwill)",
    re.I,
)
_LEAD = 60  # characters before an amount, within which who took it is named


def took_in_all(scan: Scan, amount: Amount) -> Mention | None:
    """Return the revenue that a company, or who stands for it, is said to have taken."""
    if amount.kind != "money" or not amount.scaled or _NOT_SO.match(scan.text, amount.end):
        return None
    low = max(scan.sentence.start, amount.start - _LEAD, scan.amount_before(amount.start))
    said = _TOOK.search(scan.text, low, amount.start)
    if said is None or not (said["who"] or any(e.end == said.start() for e in scan.entities)):
        return None
    return Mention(*said.span("took"), ("revenue",))
