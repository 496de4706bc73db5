"""A company's own goal for what was counted before it, where its words name no metric: `It is aiming for 550,000 in 2026`, `its goal of 350,000 for the year`."""

from __future__ import annotations

import re

from generator.extraction.amounts.amount import Amount
from generator.extraction.amounts.approximators import ABOUT
from generator.extraction.marks.mention import Mention
from generator.extraction.marks.scanning import Scan
from generator.extraction.marks.tallies import CARS_SOLD

_COUNTED = (*CARS_SOLD, "smartphone_shipments")
_OWN = r"(?:(?:own|official|internal|initial|original|annual|full-year|yearly|new|overall|earlier|previous|old|stated|ambitious|current|export|sales|delivery|volume) ){0,3}"
_FOR = r"(?: (?:for|in) [^,;:$€£¥%]{3,30}?)?"
GOAL = rf"{_OWN}(?:goal|target|aim|objective|ambition)s?{_FOR}"
MOVED = r"(?:cut|lowered|reduced|slashed|trimmed|raised|lifted|hiked|upped|increased|boosted|doubled|set|put|cutting|lowering|reducing|raising|lifting|increasing|setting|cuts|lowers|raises|lifts|sets)"
_DO = r"(?:sell|deliver|ship|export|hand over|move)"
_FROM = r"(?: from [\d.,]+(?: million)?)?"
# `is aiming for`, `wants to export`, `reached its goal of`, `lifted its target for 2025 to`, `its goal for the year is`
_AIM = re.compile(
    rf"\b(?:(?:is |are |was |were |now |still )?(?:aim(?:s|ed|ing)? (?:for|at)|shoot(?:s|ing) for|targeting|targets)"
    rf"|(?:wants?|wanted|aims?|aimed|aiming|hopes?|hoped|hoping|plans?|planned|planning|intends?|intended|targeting) to {_DO}"
    rf"|(?:(?i:its|their|the|an?)|[A-Z]\w+['’]s) {GOAL} (?:of|to {_DO})(?: {_DO}ing)?"
    rf"|{MOVED} (?:its|their|the) {GOAL}{_FROM} (?:to|at)"
    rf"|(?:(?i:its|their)|[A-Z]\w+['’]s) {GOAL} (?:is|was|remains|stands at|stood at)) {ABOUT}$"
)
_THINGS = re.compile(
    r"(?: (?:million))?(?: (?:of them|units|cars|vehicles|deliveries|phones|smartphones|handsets))?(?=[,.;:]|$| (?:in|for|this|next|by|from|after|before|and|but|abroad|overseas|outside|there|over|during|with|a month|,)\b)"
)
_NEAR = 110  # characters before a count, within which it is said to be a goal
_FEWEST = 1000  # cars or phones, that a goal is of
# whose goal it is, where that is no maker: `The government has set a goal of 16 million`
_OTHERS = re.compile(
    r"\b(?:government|ministry|industry|association|country|market|officials|regulators?|plants?|factory|factories|works|suppliers?|dealers?|province|city|state|Beijing|China|Germany|Europe|rivals?|competitors?)\b(?! (?:and|,))"
)
_A_RATE = re.compile(r" (?:a|per|each) (?:day|week|month|year)\b")


def aimed(scan: Scan, amount: Amount, told: tuple[str, str | None] | None) -> Mention | None:
    """Return what a goal that names no metric is of: the cars or phones that its sentence, or else the one before, counted."""
    if amount.kind not in ("count", "bare") or amount.value < _FEWEST or amount.precision < 1:
        return None
    low = max(scan.sentence.start, amount.start - _NEAR)
    said = _AIM.search(scan.text, low, amount.start)
    if said is None or not _THINGS.match(scan.text, amount.end) or _A_RATE.match(scan.text, amount.end):
        return None
    if _OTHERS.search(scan.text, scan.clause(said.start())[0], said.start()):
        return None
    if any(said.start() < m.end and m.start < amount.start for m in scan.metrics):
        return None  # `lowered its shipment target to`: the goal says of what it is
    before = [m for m in scan.metrics if m.end <= said.start() and not m.nothing]
    metric, part = (before[-1].metrics[0], before[-1].part) if before else told or ("", None)
    if metric not in _COUNTED:
        return None
    if "export" in said[0] and metric in CARS_SOLD:
        metric, part = "vehicle_sales", "vehicle_exports"
    return Mention(amount.start - 1, amount.start, (metric,), part=part)
