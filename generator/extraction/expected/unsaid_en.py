"""English sentences that say of nothing that it came, right behind one that only expects: `Nomura expects games up 15%. Online advertising: 34.4 billion yuan. Net profit may arrive at 53.8 billion`."""

from __future__ import annotations

import re

from generator.extraction.amounts.amount import Amount
from generator.extraction.expected.polled import OWN
from generator.extraction.figure import PRICES, Basis, Figure
from generator.extraction.marks.scanning import Scan
from generator.extraction.marks.verbs import DID, MOVED
from generator.extraction.sentences import Sentence
from generator.extraction.whose.context import Surroundings
from generator.settings.period import Period

# a verb that tells what came, or is: not `adjusted net profit`, nor `the figure is`, `comes out at`, which say it of an estimate
_TELLS = re.compile(
    rf"\b(?:was|were|been|has|have|had|did|is|are|said|says|stands?|stood|{MOVED}|{DID}|reached|hit|came|totall?ed|amounted|sold|became|went|got|gave|won|beat|missed|set|kept|paid|announced|narrowed|widened|swung|turned|doubled|tripled|halved|remained|stayed|topped|exceeded|surpassed|met|outdid|outsold|compare[sd]|generating|posting|reporting|delivering|recording|earning|booking)\b"
    r"|\b(?!(?:adjusted|unadjusted|expected|forecasted|estimated|projected|predicted|anticipated|implied|based|combined|diluted|attributed|blended|consolidated|guided|targeted|planned|assumed|weighted|restated|reported|recurred|continued|related|limited|united|need|exceed|proceed|indeed|speed|feed)\b)[a-z]{3,}ed\b"
)
_OF_AN_ESTIMATE = re.compile(
    r"\b(?:(?:the|its|their) (?:[a-z]+ )?(?:figure|number|estimate|forecast|projection|model|prediction|call|assumption)|[Ii]t) (?:is|has|stands at)\b|\b(?:is|are) (?:then|put|seen|modell?ed|assumed|pencill?ed in)\b"
)
# `shares trade at`, `so far this year`, `already`: of now, whoever expects something
_OF_NOW = re.compile(r"\b(?:already|so far|to date|currently|now|today|still|as of|actual|reported|GAAP actual|A:)\b")
# `Analysts had expected`: what they did is over, and what came is told next
_HAD = re.compile(
    r"\bhad (?:been |all |generally |on average )?(?:expect|forecast|look|predict|project|estimat|anticipat|pencil|model|hop|reckon|guid)"
)
# `She took her estimate to`: somebody of one's own, and not the market
_OF_ONE = re.compile(r"\s*(?:He|She|It)\b|\b(?:his|her|[Oo]ur|[Mm]y|[Ww]e|I)\b")
# `Year-ago revenue: 56 billion`, `Net profit (year ago): 5 billion`: not `up 8% from a year ago`
_OF_THEN = re.compile(
    r"(?:\A|(?<=\n))\s*(?:[•*–-] ?)?(?:[Yy]ear-ago|[Yy]ear-earlier|[Pp]rior-year|[Ll]ast (?:year|quarter)|[Pp]rior|[Pp]revious|(?:[Tt]he )?same (?:quarter|period)|A year (?:ago|earlier|before))\b"
    r"|\((?:a )?(?:year[- ](?:ago|earlier)|prior year|last year|previous quarter|previously)\)?:"
)
# `AMD itself expects revenue of`: somebody else
_EXPECTS = re.compile(
    r"\b(?:expects|sees|forecasts|projects|anticipates|predicts|puts|pegs|guides|guided|looks for|estimates(?= [a-z]+ (?:of|at|to)\b)|(?:is|are) (?:guiding|looking|aiming|planning|forecasting|targeting))\b"
)
# `, compared with $21.2 billion in the fourth quarter of 2024`: of what an amount is set beside
_BESIDE = re.compile(
    r"\b(?:compared (?:with|to)|from|than|against|versus|vs\.?|after|following|up on|down on|over|on) [^;:]{0,40}$"
)
# `is seen at 2.3 billion, against 1.9 billion in the second quarter`
_SET_BESIDE = re.compile(
    r"\b(?:against|versus|vs\.?|compared (?:with|to)|from|after|than) (?:an? |the )?(?:[a-z]+ of )?(?:about |around |nearly |over )?(?:[A-Z]{2,3} ?)?[$€£¥]?$"
)
_LISTED = re.compile(r"\s*(?:[•*–-] ?|\d{1,2}[.)] ?)?[A-Z][^\n:.]{2,60}?(?::| of| [A-Z]{0,3}[$€£¥]?\d)[^\n]{0,100}")
_BARE_BRACKET = re.compile(r"\d[^()\n]{0,16}\((?:[A-Z]{2,3} ?)?[$€£¥]?$")
_COUNTED, _ROUND = 10_000, 100  # things from which on what is counted to the last hundred is no expectation
_COULD = re.compile(r"\b(?:would|will|should|may|might|could|to)\b")


MAY_HAVE_COME = "no word says whether it came, or is part of the outlook before it"


def lists_on_unsaid(text: str, sentence: Sentence) -> bool:
    """Whether a line of a preview is an item of a list right below what is expected: `- Gross profit: $59 billion`."""
    return text.endswith("\n", 0, sentence.start) and _LISTED.match(text, sentence.start, sentence.end) is not None


def foresees(
    scan: Scan, here: list[Figure], found: list[Figure], expects: bool, expected: Period | None, awaits: bool
) -> Basis | None:
    """Return the basis of what a sentence expects of a period of which its text told nothing that came; its own, not that of what it is set beside."""
    if scan.chinese or not expects or expected is None:
        return None
    if not awaits and _HAD.search(scan.text, scan.sentence.start, scan.sentence.end):
        return None
    ahead = [f for f in here if f.metric and f.metric not in PRICES and f.period == expected]
    if not ahead or ahead[0].basis not in ("forecast", "consensus"):
        return None
    company = ahead[0].entity
    came = any(
        f.basis == "actual" and f.entity == company and f.period == expected and f.metric not in PRICES
        for f in (*found, *here)
    )
    return None if came else ahead[0].basis


def foreseen_on(around: Surroundings) -> Basis | None:
    """Return the basis of what the sentence before expects, where this one goes on with it: it names no other time and nobody else, and tells nothing that came."""
    scan, ground = around.scan, around.ground
    if ground.foresees is None or scan.chinese or _names_another(around) or tells(scan) or _counts_exactly(scan):
        return None
    if scan.cues_between(scan.sentence.start, scan.sentence.end, "target"):
        return None
    own = (says.search(scan.text, scan.sentence.start, scan.sentence.end) for says in (OWN, _OF_ONE, _EXPECTS))
    if ground.foresees == "consensus" and any(own):
        return None  # `Its own guidance: 12 billion`
    return ground.foresees


def is_only_beside(around: Surroundings, amount: Amount) -> bool:
    """Whether an amount is only set beside another: `is seen at 2.3 billion, against 1.9 billion in the second quarter`, `Revenue: 20.7 billion (21.4 billion)`."""
    if amount.kind == "money" and _BARE_BRACKET.search(around.scan.text, max(0, amount.start - 24), amount.start):
        return True
    low = max(around.scan.sentence.start, amount.start - 40)
    return _SET_BESIDE.search(around.scan.text, low, amount.start) is not None


def goes_on_unsaid(around: Surroundings, metric: str, amount: Amount) -> bool:
    """Whether an amount of a metric is part of a sentence that goes on with what the one before expects."""
    if metric in PRICES or around.names.catalogue.metrics[metric].period_type == "instant":
        return False
    return foreseen_on(around) is not None and not is_only_beside(around, amount)


def tells(scan: Scan) -> bool:
    """Whether an English sentence tells what came, or how something is now."""
    text, (low, high) = scan.text, (scan.sentence.start, scan.sentence.end)
    if _OF_NOW.search(text, low, high) or _OF_THEN.search(text[low:high]):
        return True
    estimates = [m.span() for m in _OF_AN_ESTIMATE.finditer(text, low, high)]
    return any(not _is_foretold(text, m, estimates) for m in _TELLS.finditer(text, low, high))


def _is_foretold(text: str, verb: re.Match[str], estimates: list[tuple[int, int]]) -> bool:
    """Whether a verb says something of an estimate, or stands behind one that says it may come: `would have reached`."""
    if any(low <= verb.start() < high for low, high in estimates):
        return True
    return _COULD.search(text, max(0, verb.start() - 14), verb.start()) is not None


def _names_another(around: Surroundings) -> bool:
    """Whether a sentence names another company than the one spoken of, or another time than the one of which something is expected."""
    scan, ground = around.scan, around.ground
    own = {ground.entity, around.home}
    others = any(e.entity not in own for e in scan.entities)
    beside = {
        m.start for m in scan.periods if _BESIDE.search(scan.text, max(scan.sentence.start, m.start - 48), m.start)
    }
    times = any(p != ground.expected and m.start not in beside for m, p in around.resolved)
    known = {m for m, _ in around.resolved}
    return others or times or any(m.start not in beside for m in scan.periods if m not in known)


def _counts_exactly(scan: Scan) -> bool:
    """Whether a sentence counts things one by one, as nobody expects them: `Deliveries in the quarter: 418,227`."""
    return any(a.kind in ("count", "bare") and a.value > _COUNTED and a.value % _ROUND for a in scan.amounts)


def may_have_come(around: Surroundings, amount: Amount, basis: Basis) -> bool:
    """Whether an exact amount behind a company's guidance in ranges, which no word calls expected, may as well have come: `Nio guided for 120,000 to 125,000 deliveries. Vehicle margin: 14.7%`."""
    scan, level = around.scan, around.ground.level
    if basis != "forecast" or around.awaited or around.ground.listing or foreseen_on(around) != "forecast":
        return False
    if level is None or level.bound not in ("at_least", "at_most") or amount.bound != "exact" or amount.range_end:
        return False
    upper = scan.following(amount)
    if upper is not None and upper.range_end:
        return False
    said = scan.cues_between(scan.sentence.start, scan.sentence.end, "forecast", "target", "consensus")
    return not (said or _COULD.search(scan.text, scan.sentence.start, scan.sentence.end))
