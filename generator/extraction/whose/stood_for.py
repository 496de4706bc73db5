"""Parts for which `that` and `those` repeat a metric: `sales of cars rose 20%, while those of trucks fell 5%`."""

from __future__ import annotations

import re

from generator.extraction.amounts.amount import Amount
from generator.extraction.marks.mention import Mention
from generator.extraction.marks.scanning import Scan, once

_STANDS = re.compile(
    r"(?:[,;]|\b(?:and|while|but|whereas|with|as))\s(?:that|those)"
    r"(?: (?:coming|derived|generated|sold|made|shipped|delivered))? (?:of|from|in|at|for|to|by) (?:the |its |their )?"
)
_LED_TO = re.compile(r" (?:year[- ]o[nv]e?r?[- ]year |YoY )?(?:to|or|and reached|reaching) (?:[a-z]+ ){0,2}")
_LEAD = re.compile(r"(?:[a-z-]+ ){0,2}")  # `those of pure battery cars`


@once
def repeated(scan: Scan, amount: Amount) -> re.Match[str] | None:
    """Return the words by which an amount's clause repeats the metric before it for another part."""
    if scan.chinese:
        return None
    before = scan.preceding(amount)
    if before is not None and _LED_TO.fullmatch(scan.text, before.end, amount.start):
        return repeated(scan, before)
    return next(_STANDS.finditer(scan.text, scan.amount_before(amount.start), amount.start), None)


def stood_for(scan: Scan, amount: Amount) -> str | None:
    """Return the segment for which a metric is repeated at an amount; None where it is not, or the catalogue has no such."""
    words = repeated(scan, amount)
    if words is None:
        return None
    named = (m for m in scan.segments if words.end() <= m.start and m.end <= amount.start)
    return next((m.segment for m in named if _LEAD.fullmatch(scan.text, words.end(), m.start)), None)


def is_for_unknown(scan: Scan, amount: Amount, mention: Mention) -> bool:
    """Whether a metric is repeated for a part that no name of the catalogue is."""
    words = repeated(scan, amount)
    return words is not None and mention.end <= words.start() and not scan.is_marked(words.end(), amount.start)
