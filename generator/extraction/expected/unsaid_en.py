"""English sentences that say of nothing that it came, right behind one that only expects: `Nomura expects games up 15%. Online advertising: 34.4 billion yuan. Net profit may arrive at 53.8 billion`."""

from __future__ import annotations

import re

from generator.extraction.expected.polled import OWN
from generator.extraction.figure import PRICES, Basis, Figure
from generator.extraction.marks.scanning import Scan
from generator.extraction.marks.verbs import DID, MOVED
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
_COULD = re.compile(r"\b(?:would|will|should|may|might|could|to)\b")


def foresees(
    scan: Scan, here: list[Figure], found: list[Figure], expects: bool, expected: Period | None
) -> Basis | None:
    """Return the basis of what a sentence expects of a period of which its text told nothing that came; its own, not that of what it is set beside."""
    if (
        scan.chinese
        or not expects
        or expected is None
        or _HAD.search(scan.text, scan.sentence.start, scan.sentence.end)
    ):
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
    if ground.foresees is None or scan.chinese or _names_another(around) or tells(scan):
        return None
    if scan.cues_between(scan.sentence.start, scan.sentence.end, "target"):
        return None
    own = (says.search(scan.text, scan.sentence.start, scan.sentence.end) for says in (OWN, _OF_ONE))
    if ground.foresees == "consensus" and any(own):
        return None  # `Its own guidance: 12 billion`
    return ground.foresees


def goes_on_unsaid(around: Surroundings, metric: str) -> bool:
    """Whether an amount of a metric is part of a sentence that goes on with what the one before expects."""
    if metric in PRICES or around.names.catalogue.metrics[metric].period_type == "instant":
        return False
    return foreseen_on(around) is not None


def tells(scan: Scan) -> bool:
    """Whether an English sentence tells what came, or how something is now."""
    text, (low, high) = scan.text, (scan.sentence.start, scan.sentence.end)
    if _OF_NOW.search(text, low, high):
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
    times = any(p != ground.expected for _, p in around.resolved)
    return others or times or len(scan.periods) > len(around.resolved)
