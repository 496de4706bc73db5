"""The share of a market that a company is said to hold, whatever the market is called: `held a 33.1 per cent share of the Chinese EV market`."""

from __future__ import annotations

import re
from dataclasses import replace

from generator.corpus.beginnings import sought
from generator.extraction.amounts.amount import Amount
from generator.extraction.marks.mention import Mention
from generator.extraction.marks.scanning import Scan
from generator.extraction.metrics.vendors import A_SHARE
from generator.extraction.metrics.volumes import share_of_all

_MARKET = r"of (?:the |all |total )?(?P<which>(?:[\w'’-]+ ){1,5})market\b(?! (?:leader|value|cap))"
_SHARE = re.compile(rf" (?:market |unit |volume )?(?P<share>share|slice|chunk|portion) {_MARKET}")
_OF = re.compile(rf" (?P<share>{_MARKET})")
_HOLDS = sought(
    r"\b(?:account(?:s|ed|ing)? for|h[eo]ld(?:s|ing)?|command(?:s|ed|ing)?|control(?:s|led|ling)?|captur(?:es?|ed|ing)|claim(?:s|ed|ing)?|t[oa]k(?:es?|ing)|took|seiz(?:es?|ed|ing)|own(?:s|ed|ing)?|grab(?:s|bed|bing)?|secur(?:es?|ed|ing)|corner(?:s|ed|ing)?|represent(?:s|ed|ing)?|ha(?:s|d|ve|ving)|with) (?:about |around |nearly |almost |over |more than |just |only |roughly |some |an estimated |an? )*$",
    re.I,
)
# `its share of the European EV market fell to 1.8%`
_SHARE_AT = re.compile(
    rf"\b(?P<share>share) {_MARKET} (?:[a-z]+ ){{0,3}}(?:to|at|was|is|reached|hit) (?:about |around |nearly |over |just |a record )?$"
)
_OF_SHIPMENTS = re.compile(
    r" (?P<share>of (?:(?:all|the|total|global|worldwide|world|overall) )*(?:(?P<which>smartphone|phone|handset) )?shipments)\b"
)
# `shipped 42.2 million smartphones and kept third place with a 14.6% share`
_OWN_SHARE = re.compile(r" (?P<share>share)\b(?! (?:price|capital|sale|buyback|of)\b)")
_A_PHONE = re.compile(r"\b(?:smart)?phones?\b|\bhandsets?\b", re.I)
_SHIPPED = ("shipments", "smartphone_shipments")
_PHONES = re.compile(r"\b(?:smartphone|phone|handset)s? ?$")
# `Apple led the smartphone market in 2025 with a share of 20%`
_A_MARKET = sought(
    r"\b(?P<which>(?!(?:stock|share|bond|bull|bear|capital|labou?r|job|housing|property|money|debt|the|home|domestic|world|global|local|overseas|export|foreign|mass|main|key|its|a|this|that)\b)[a-z]+) market\b(?! (?:share|value|cap))",
    re.I,
)
_LEAD = 40  # characters before an amount, within which a verb says who holds it
_FAR = 110  # characters before an amount, within which its share of a market is named


def market_held(scan: Scan, amount: Amount) -> Mention | None:
    """Return the market share that a percentage is, where no name of the catalogue's says so."""
    if amount.kind != "percent":
        return None
    held = _SHARE.match(scan.text, amount.end, scan.sentence.end)
    if held is None and _HOLDS.search(scan.text, max(scan.sentence.start, amount.start - _LEAD), amount.start):
        held = _OF.match(scan.text, amount.end, scan.sentence.end)
    held = held or _SHARE_AT.search(scan.text, max(scan.sentence.start, amount.start - _FAR), amount.start)
    if held is None:
        return _beside_shipments(scan, amount)
    named = [m.start for m in scan.metrics] + [e.start for e in scan.entities]
    metric = "smartphone_market_share" if _PHONES.search(held["which"]) else "market_share"
    if any(held.start() < start < held.end() for start in named):
        return None
    return Mention(*held.span("share"), (metric,))


def of_shipments(scan: Scan, amount: Amount) -> re.Match[str] | None:
    """Return what says that a percentage is one of all that was shipped: `accounted for 18% of global shipments`."""
    low = max(scan.sentence.start, amount.start - _LEAD)
    holds = amount.kind == "percent" and _HOLDS.search(scan.text, low, amount.start)
    return _OF_SHIPMENTS.match(scan.text, amount.end, scan.sentence.end) if holds else None


def _beside_shipments(scan: Scan, amount: Amount) -> Mention | None:
    """Return the share of the makers' market that a percentage is, where what makers shipped is told or divided."""
    shipped = [m for m in scan.metrics if m.metrics[0] in _SHIPPED]
    of_phones = any(m.metrics[0] != "shipments" for m in shipped)
    of_phones = of_phones or bool(_A_PHONE.search(scan.text, scan.sentence.start, amount.start))
    low = max(scan.sentence.start, amount.start - _LEAD)
    named = _A_MARKET.search(scan.text, scan.sentence.start, amount.start)
    of_phones = of_phones or (named is not None and bool(_PHONES.match(named["which"])))
    held = A_SHARE.search(scan.text, low, amount.start) if shipped or named else None
    if held is None and shipped and (of_all := share_of_all(scan, amount)):
        return replace(of_all, metrics=("smartphone_market_share",)) if of_phones else of_all
    held = held or of_shipments(scan, amount)
    if held is None and shipped and _HOLDS.search(scan.text, low, amount.start):
        held = _OWN_SHARE.match(scan.text, amount.end, scan.sentence.end)
    if held is None or (scan.text.startswith(" of ", amount.end) and held.start() < amount.start):
        return None
    return Mention(*held.span("share"), ("smartphone_market_share" if of_phones else "market_share",))
