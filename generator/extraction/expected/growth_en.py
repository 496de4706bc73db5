"""How fast the market had expected something to grow, behind how fast it did: `Azure grew 31%, below the 33% that analysts had expected`."""

from __future__ import annotations

import re
from dataclasses import replace

from generator.extraction.amounts.amount import Amount
from generator.extraction.expected.consensus import is_consensus
from generator.extraction.expected.market import MARKET
from generator.extraction.figure import Figure
from generator.extraction.whose.context import Surroundings

_GROWTH = ("yoy", "qoq")
_BOTH_WAYS = ("actual", "forecast")  # what came, or what the company expects
_FALL = re.compile(r"\b(?:declines?|drops?|falls?|decreases?|contraction|slumps?|down)\b")
_RISE = re.compile(r"\b(?:growth|grow|rises?|increases?|gains?|up|expansion)\b")
# `short of market expectations by 1%`: how far what came was from them
_BEAT_BY = re.compile(
    r"\b(?:expectations?|estimates?|consensus|forecasts?|projections?|predictions?)(?: (?:mark|figure|view))? by (?:about |around |roughly |nearly |almost |over |more than |just )?$"
)
_BEHIND = 24  # characters behind an amount, within which it is said which way
# what may stand behind it: `a 9% rise expected by analysts`, `the 33% that analysts`, `the 11% average estimate`; not `a 30% chance of a price war`
_GOES_ON = re.compile(
    rf"(?:[,.;:)]|$| (?:year[- ](?:on|over)[- ]year|annual|quarterly)?\s?(?:growth|grow|rise|increase|gain|expansion|jump|decline|drop|fall|decrease|contraction)\b"
    rf"| (?:that|which|had been|was|were|expected|forecast|predicted|projected|estimated|anticipated|seen|average|mean|median|consensus|estimates?|expectations?|forecasts?|projections?|and|but|while|for|in|on|by|from|as|a year|compiled|{MARKET}|[A-Z])\b)"
)


def growth_expected(around: Surroundings, amount: Amount, last: Figure | None, at_once: bool) -> Figure | None:
    """Return `last` with a percentage as what had been expected of it; `at_once` says that no other amount stands between.

    None where no words say so, or anything else is named since.
    """
    scan = around.scan
    if last is None or last.doubt or last.measure not in _GROWTH or last.basis not in _BOTH_WAYS or not at_once:
        return None
    if scan.chinese or amount.kind != "percent" or not _GOES_ON.match(scan.text, amount.end):
        return None
    if _BEAT_BY.search(scan.text, max(scan.sentence.start, amount.start - 60), amount.start):
        return None
    since = scan.amount_before(amount.start)
    others = [m.start for m in scan.metrics if last.metric not in m.metrics]  # what it leaves unsaid is marked too
    others += [m.start for marks in (scan.segments, scan.entities) for m in marks]
    if any(since <= start < amount.start for start in others) or not is_consensus(around, amount, True, False):
        return None
    value = abs(amount.value) if last.value >= 0 else -abs(amount.value)
    said = scan.text[since : amount.end + _BEHIND]
    if _FALL.search(said) or _RISE.search(said):
        value = -abs(amount.value) if _FALL.search(said) else abs(amount.value)
    return replace(last, value=value, basis="consensus", bound="exact", precision=amount.precision)
