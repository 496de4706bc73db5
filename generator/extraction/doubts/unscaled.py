"""Money whose scale its writer forgot, and its conversion has: `RMB23,888 (USD3,904 million)`."""

from __future__ import annotations

import re

from generator.extraction.amounts.amount import Amount
from generator.extraction.marks.scanning import Scan

UNSCALED = "of a scale that it does not say, though its conversion does"
_CONVERTED = re.compile(
    r"\s?\((?:or |about |around |approximately |approx\. |roughly |equivalent to |equal to )*(?:[A-Z]{2,3} ?)?[$€£¥]?\s?[\d.,]+ ?(?:million|billion|trillion|mn|bn|m|b)\b"
)


def lacks_scale(scan: Scan, amount: Amount) -> bool:
    """Whether what money is in another currency is told in millions, and the money itself is not."""
    return amount.kind == "money" and not amount.scaled and bool(_CONVERTED.match(scan.text, amount.end))
