"""Places that English names and the catalogue does not, and what it takes out of a region or puts together: `in the rest of Europe`."""

from __future__ import annotations

import re

from generator.corpus.months import BEGINNINGS
from generator.extraction.amounts.amount import Amount
from generator.extraction.figure import PRICES
from generator.extraction.marks.mention import Mention
from generator.extraction.marks.scanning import Scan

PLACE = "of a region that the catalogue does not know"
_IN = re.compile(
    r"(?: (?:units|vehicles|cars|smartphones|phones|devices|sets|stores|of them))?(?: (?:sold|shipped|delivered))? (?P<where>in|across|outside|outside of|beyond) (?P<name>(?:[A-Z][a-z]+(?: (?:and )?(?=[A-Z])|\b)){1,3})(?! (?:dollars|yuan|currency|terms|quarter|half|year|store|stores|cloud|business|group|segment))"
)
_IN_STATE = re.compile(
    r"(?: (?:units|vehicles|cars|smartphones|phones|devices|of them))? (?:in|across|outside|outside of|beyond) the (?P<name>US|U\.S\.|UK|U\.K\.|UAE)(?! (?:dollars?|currency|market))"
)  # which the catalogue has no region for
# `300 million monthly active users and 85 million U.S. users`
_OF_STATE = re.compile(
    r" (?P<name>U\.S\.|US|U\.K\.|UK|[A-Z][a-z]+(?:ese|ish|ian|ean|can)) (?=(?:[a-z]+ )?(?:users|subscribers|members|customers)\b)"
)
_QUARTER_OF = re.compile(r"(?:Western|Eastern|Central|Northern|Southern) [A-Z]")
# `In Central and Eastern Europe, Xiaomi's share hit 26%`
_OPENS_IN_QUARTER = re.compile(
    r"[\s•*–-]*In (?:(?:Central|Eastern|Western|Northern|Southern|Southeastern)(?: and |/|, )?)+ ?[A-Z][a-z]+, "
)
# `In the US, sales fell 3%`, `Outside Norway, it sold`, where no price is told: shares fell in New York
_OPENS_IN = re.compile(
    r"[\s•*–-]*(?:(?:But|And|Meanwhile,|By contrast,|However,|Elsewhere) )?(?:[Ii]n|[Aa]cross|[Tt]hroughout|[Oo]utside(?: of)?|[Bb]eyond) (?:the )?(?P<name>(?:U\.S\.|U\.K\.|[A-Z][A-Za-z]*)(?: (?:and )?[A-Z][a-z]+){0,2}),? (?!(?:dollars?|currency)\b)(?=[A-Za-z])"
)
# `In the rest of Europe`, `In China and Japan`: of no region that has a name
_OPENS_WITH_SOME = re.compile(
    r"[\s•*–-]*(?:(?:But|And|Meanwhile,|By contrast,|However,) )?(?:[Ii]n|[Aa]cross|[Tt]hroughout) (?:the )?(?:(?:rest|remainder|other parts|parts|most|some|much) of (?:the )?[A-Z]|other [A-Z][a-z]+ |[A-Z][a-z]+(?: [A-Z][a-z]+)?(?:, [A-Z][a-z]+)? and (?:the )?[A-Z][a-z]+,? (?=[a-zA-Z]))"
)
NO_PLACE = re.compile(
    rf"(?:[A-Z]\w+ ){{1,2}}(?:[Dd]ollars?|[Yy]uan|[Ww]on|[Yy]en|[Ee]uros?|[Rr]upees?|[Pp]ounds?)\b|(?:Fiscal|Financial|Calendar|Half|First|Second|Third|Fourth|The|Its|This|That|Each|Both|All|Today|Total|Addition|Contrast|Fact|All|Q[1-4]|H[12]|[A-Z][a-z]+day|(?:{BEGINNINGS})[a-z]*)\b"
)


def is_elsewhere(scan: Scan, mention: Mention, amount: Amount) -> bool:
    """Whether an English figure is of a place that is no region of the catalogue's."""
    if _OPENS_IN_QUARTER.match(scan.text, scan.sentence.start):
        return True
    if any(_is_place(scan, mark.end) for mark in (mention, amount)):
        return True
    return not (mention.metrics and mention.metrics[0] in PRICES) and _opens_elsewhere(scan, amount)


def _opens_elsewhere(scan: Scan, amount: Amount) -> bool:
    """Whether a sentence opens with such a place, and names no other before an amount."""
    text, start = scan.text, scan.sentence.start
    found = _OPENS_WITH_SOME.match(text, start, amount.start)
    if found and any(m.start < found.end() for m in scan.periods):
        return False  # `In January and February`
    if found is None:
        found = _OPENS_IN.match(text, start, amount.start)
        if found is None or NO_PLACE.match(scan.text, found.start("name")):
            return False
        if scan.is_marked(*found.span("name"), scan.cues, scan.metrics):
            return False
    return not any(found.end() <= m.start and m.end <= amount.start for m in scan.segments)


def _is_place(scan: Scan, at: int) -> bool:
    if (users := _OF_STATE.match(scan.text, at, scan.sentence.end)) and not scan.is_marked(*users.span("name")):
        return True
    if (state := _IN_STATE.match(scan.text, at, scan.sentence.end)) and not scan.is_marked(*state.span("name")):
        return True
    found = _IN.match(scan.text, at, scan.sentence.end)
    if found is None or NO_PLACE.match(scan.text, found.start("name")):
        return False
    start = found.start("name")
    part = _QUARTER_OF.match(found["name"])  # Western Europe is not Europe
    return bool(part) or not scan.is_marked(start, found.end("name"), scan.cues, scan.metrics)
