"""Parts for which `that`, `those` and `ones` repeat a metric: `sales of cars rose 20%, while those of trucks fell 5%`, `while the PHEV ones quadrupled`."""

from __future__ import annotations

import re

from generator.extraction.amounts.amount import Amount
from generator.extraction.marks.mention import Mention
from generator.extraction.marks.scanning import Scan, once

_STANDS = re.compile(
    r"(?:[,;]|\b(?:and|while|but|whereas|with|as))\s(?:that|those)"
    r"(?: (?:coming|derived|generated|sold|made|shipped|delivered))? (?:of|from|in|at|for|to|by) (?:the |its |their )?"
)
# `while the PHEV ones more than quadrupled to 25,640`: the part stands before the word for what it repeats
_ONES = re.compile(
    r"(?:[,;]|\b(?:and|while|but|whereas|with|as))\s(?:the |its |their )?(?P<part>[\w-]+(?: [\w-]+){0,2}?) (?:ones?|counterparts?)(?![\w-])"
)
_LED_TO = re.compile(
    r",?(?: (?:year[- ]o[nv]e?r?[- ]year|YoY|from a year (?:earlier|ago|before)|on the (?:year|quarter))\b,?)? (?:to|or|and reached|reaching) (?:[a-z]+ ){0,2}"
)
_LEAD = re.compile(r"(?:[a-z-]+ ){0,2}")  # `those of pure battery cars`


@once
def repeated(scan: Scan, amount: Amount) -> re.Match[str] | None:
    """Return the words by which an amount's clause repeats the metric before it for another part."""
    if scan.chinese:
        return None
    before = scan.preceding(amount)
    if before is not None and _LED_TO.fullmatch(scan.text, before.end, amount.start):
        return repeated(scan, before)
    between = (scan.amount_before(amount.start), amount.start)
    return next(_STANDS.finditer(scan.text, *between), None) or next(_ONES.finditer(scan.text, *between), None)


def stood_for(scan: Scan, amount: Amount) -> str | None:
    """Return the segment for which a metric is repeated at an amount; None where it is not, or the catalogue has no such."""
    words = repeated(scan, amount)
    if words is None:
        return None
    if words.re is _ONES:
        low, high = words.span("part")
        return next((m.segment for m in scan.segments if low <= m.start and m.end <= high), None)
    named = (m for m in scan.segments if words.end() <= m.start and m.end <= amount.start)
    named = (m for m in named if not scan.text.startswith(("'s ", "’s "), m.end))  # `those of China's BYD`
    return next((m.segment for m in named if _LEAD.fullmatch(scan.text, words.end(), m.start)), None)


def is_for_unknown(scan: Scan, amount: Amount, mention: Mention) -> bool:
    """Whether a metric is repeated for a part that no name of the catalogue is."""
    words = repeated(scan, amount)
    if words is None or mention.end > words.start():
        return False
    return not scan.is_marked(*(words.span("part") if words.re is _ONES else (words.end(), amount.start)))
