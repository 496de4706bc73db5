"""What leads from a share to its price, whatever stands between: `BYD, due to report on Friday, was little changed at HK$113`."""

from __future__ import annotations

import re

from generator.extraction.marks.scanning import Scan
from generator.extraction.metrics.quoted_words import MOVES, PERCENT, PLACE, REACHED, TRADES, WORDS

MOVE = re.compile(rf"\b{MOVES}\b")
TRADE = re.compile(rf"\b{TRADES}\b")
_STANDS = re.compile(
    rf"(?:^|, | )(?:last at|was|were|is|are|stood|stands|sits|sat|cost|costs|fetched|last sold|{REACHED})\b"
)
_SIGNED = re.compile(r" [+-]\d[\d.]* ?(?:%|per ?cent|pct)")  # `BYD +1.3% to HK$403.6`
# `Target prices: Xiaomi -10% to HK$54; Tencent +6% to HK$760`: what a label, or a list before, says that the amounts are
_LABELLED = re.compile(
    r"\n\s*[•*–-] |\b(?:targets?|objectives?|estimates?|forecasts?|projections?|EPS|ASPs?|earnings|dividends?|prices|pricing|payouts?|per share|fair values?)\b",
    re.I,
)
_LABEL = 200  # characters before a share, within which such a label may stand
# `BYD, whose sales doubled to 25,662,`, `Nio – under investigation since March –`: where such an aside opens, and may close
_OPENS_ASIDE = re.compile(rf"(?: {PLACE})?(?:(?P<comma>, )| (?P<dash>[–—-]) )")
_CLOSES = {"comma": re.compile(r",(?= )"), "dash": re.compile(r" [–—-](?= )")}
_LONGEST = 170  # characters of an aside
# `lost a third of their value and traded at`, `rose 4% before trimming its advance to trade at`
# `slumped since it reported results in January, and was trading at about 165 euros`
_AND_TRADED = re.compile(
    rf"(?:(?:,? and|,? but)(?: (?:is|are|was|were))?| before|,? then|, only)?(?: (?:later|last|then))? {TRADES}\b"
)
_FREE = 90  # characters of what else a share did, before it traded at its price
_BY = re.compile(rf",? {PERCENT}")


def leads(scan: Scan, start: int, led: re.Match[str]) -> int | None:
    """Return from where on nothing but a market's words lead to a price, past what is only told aside of the share that ends at an offset."""
    if _is_told(scan, start, led):
        return start
    for at in (start, *past_asides(scan, start, led.start())):
        if at != start and (_is_told(scan, at, led, strong=True) or _BY.fullmatch(scan.text, at, led.start())):
            return at
        if (traded := _traded_then(scan, at, led)) is not None:
            return traded
    return None


def is_gapped(scan: Scan, start: int, led: re.Match[str]) -> bool:
    """Whether by how much a share moved is all that stands before its price: `JD.com dropped 4.7% to HK$118.40 and Alibaba 4.8% to HK$116.20`."""
    return bool(_BY.fullmatch(scan.text, start, led.start()))


def past_asides(scan: Scan, start: int, end: int) -> list[int]:
    """Return where an aside that opens at an offset may have ended, before any other price is told."""
    opens = _OPENS_ASIDE.match(scan.text, start, end)
    if opens is None:
        return []
    prices = (a.start for a in scan.amounts if a.start > start and a.kind == "money" and not a.scaled)
    end = min(end, start + _LONGEST, next(prices, end))
    semicolon = scan.text.find(";", start, end)
    closes = _CLOSES["comma" if opens["comma"] else "dash"]
    return [close.end() for close in closes.finditer(scan.text, opens.end(), end if semicolon < 0 else semicolon)]


def _is_told(scan: Scan, start: int, led: re.Match[str], strong: bool = False) -> bool:
    """Whether a market's words are all that stands between two offsets; `strong` are those that nothing but a share does."""
    end = led.start()
    if start > end or not WORDS.fullmatch(scan.text, start, end):
        return False
    between = (start, led.end() - 1)
    if any(form.search(scan.text, *between) for form in ((MOVE, TRADE) if strong else (MOVE, TRADE, _STANDS))):
        return True
    return not strong and moves_by_a_sign(scan, *between)


def moves_by_a_sign(scan: Scan, start: int, end: int) -> bool:
    """Whether a signed percentage says how far a share moved, and no label or metric before says what else did: `BYD +1.3% to HK$403.6`."""
    if not _SIGNED.search(scan.text, start, end):
        return False
    metrics = any(m.end <= start for m in scan.metrics)
    labelled = metrics or scan.text.find(":", scan.sentence.start, start) >= 0
    return not labelled and not _LABELLED.search(scan.text, max(0, start - _LABEL), start)


def _traded_then(scan: Scan, start: int, led: re.Match[str]) -> int | None:
    """Return where a share that moved is told to have traded at its price in the end, by a second verb."""
    did = WORDS.match(scan.text, start, led.start())
    if did is None or not (MOVE.search(did[0]) or TRADE.search(did[0])):
        return None
    for joint in _AND_TRADED.finditer(scan.text, did.end(), min(led.start() + 1, did.end() + _FREE)):
        middle = (did.end(), joint.start())
        named = [m.start for m in scan.entities] + [m.start for m in scan.metrics]
        if scan.text.find(",", *middle) >= 0 or any(middle[0] <= at < middle[1] for at in named):
            return None
        if _is_told(scan, joint.start(), led):
            return joint.start()
    return None
