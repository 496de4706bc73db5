"""Banks whose own results a title tells; elsewhere a bank speaks of others."""

from __future__ import annotations

import re

from generator.extraction.marks.names import Names
from generator.extraction.reading import Reading

# A bank's own results in a title, and what it says of others there.
_OWN_RESULTS = re.compile(
    r"(?:['’]s|\([^()]*\)| Group| Chase| Bank| Holdings|控股|集团|银行)*[ ,:]*(?:[\w'-]+ ){0,4}?(?:[A-Za-z-]*profits?|earnings|revenues?|net income|results|loss)\b"
    r"|(?:控股|集团|银行)?(?:\([^()]*\))?[^,:。]{0,14}(?:业绩|净利|纯利|利润|盈利|溢利|税前|营收|收入|多赚|少赚|赚)",
    re.I,
)
# `HSBC third quarter`, `HSBC reports Q3`: a period alone is that of its results.
_OWN_PERIOD = re.compile(
    r"(?:['’]s|\([^()]*\)| Group| Chase| Bank| Holdings)*[ ,:]*(?:(?:reports?|posts?|reported|in|for|the|its|fiscal|20\d\d) )*(?:(?:first|second|third|fourth|final)[ -](?:quarter|half)|Q[1-4]|[1-4]Q|H[12]|[12]H|full[ -]year|half[ -]year|interim)(?: (?:results|report|figures|numbers|update|of|20\d\d))*[.:]?",
    re.I,
)
_SPEAKS = re.compile(
    r"\b(?:says?|sees|expects?|forecasts?|raises|cuts|lowers|lifts|upgrades?|downgrades?|targets?|rating|estimates?|analysts?)\b"
    r"|[:：]|看好|目标价|评级|上调|下调|研报|预计|料|维持|予|称",
    re.I,
)
_FIRST = 2  # characters before the bank that a title opens with


def bank_titled(reading: Reading, names: Names) -> str | None:
    """Return the bank whose own results a title tells: `HSBC third-quarter profit falls 14%`; elsewhere it speaks of others."""
    kinds = names.catalogue.companies
    first = next((e for e in names.entities(reading.title) if kinds[e.entity].kind in ("broker", "institution")), None)
    if first is None or first.start > _FIRST:
        return None
    rest = reading.title[first.end :]
    own = _OWN_RESULTS.match(rest) or _OWN_PERIOD.fullmatch(rest)
    return first.entity if own and not _SPEAKS.search(rest) else None
