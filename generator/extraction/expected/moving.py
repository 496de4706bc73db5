"""Expectations and aims that lead from an amount to another: `is expected to fall from 2.8 to 2.5 billion`, `the estimate has slipped from 132 to 128 billion`."""

from __future__ import annotations

import re

from generator.corpus.beginnings import sought
from generator.extraction.amounts.amount import Amount
from generator.extraction.amounts.approximators import ABOUT
from generator.extraction.expected.market import MARKET
from generator.extraction.marks.scanning import Scan
from generator.extraction.marks.verbs import MOVED

_FROM = re.compile(rf"\bfrom {ABOUT}$")
_TO = re.compile(
    rf"(?: [a-z-]+(?: in [a-z0-9 -]{{2,20}})?| last year| a year (?:ago|earlier))?,? to {ABOUT}(?:between )?"
)
_MOVE = r"(?:rise|grow|climb|jump|increase|advance|surge|soar|expand|improve|swell|leap|rebound|widen|fall|decline|drop|decrease|slide|slip|tumble|shrink|sink|contract|plunge|slump|dip|ease|narrow|go|move|edge (?:up|down))"
# `expected to fall from`: what something moves from is none of what is expected
_TO_MOVE = re.compile(rf"\bto (?:[a-z]+ly )?{_MOVE} (?:[a-z]+ly )?from {ABOUT}$")
# `Orders are expected to rise to 22.3 billion euros from 21.8 billion`, by those who preview what comes out
_SEEN_TO_MOVE = re.compile(
    rf"\b(?:(?:is|are) (?:also |now )?(?:expected|seen|forecast|projected|predicted|estimated|anticipated|tipped)|(?:{MARKET}|[Cc]onsensus)\b[^;.\d]{{0,60}}) (?:to (?:[a-z]+ly )?{_MOVE}|[a-z]+ing) (?:[a-z]+ly )?to {ABOUT}$"
)
_BACK = re.compile(rf",? from {ABOUT}")
_PARTICIPLE = r"(?:risen|grown|climbed|jumped|increased|surged|soared|improved|fallen|declined|dropped|decreased|slid|slipped|tumbled|shrunk|sunk|come down|gone up|edged (?:up|down)|crept (?:up|down)|moved(?: up| down)?|been (?:raised|lifted|cut|lowered|trimmed|reduced|increased|revised(?: up| down)?|slashed|hiked))"
# `Expectations for its revenue have climbed from $52 billion`: what was expected before
_EXPECTATION_MOVED = sought(
    rf"\b(?:estimates?|expectations?|forecasts?|projections?|consensus|targets?|guidance|goals?|outlook)\b[^;.\d]{{0,60}}(?:20\d\d[^;.\d]{{0,40}})?\b(?:(?:has|have|had) (?:since |already |now |also )?{_PARTICIPLE}|{MOVED}|went|moved|(?:was|were) (?:raised|lifted|cut|lowered|trimmed|reduced|increased|revised(?: up| down)?|slashed|hiked))(?: [a-z]+ly)? from {ABOUT}$",
    re.I,
)
_ESTIMATE = re.compile(
    r" (?:in|for) (?:FY|CY)?(?:20)?\d\d[EF]\b"
)  # `from 53.1% in FY24E`: that year is not over either
_LEAD = 160  # characters before an amount, within which what moved is named


def origin_of(scan: Scan, amount: Amount) -> int:
    """Return where the amount begins that an English one is told to move from; its own start where there is none."""
    before = None if scan.chinese else scan.preceding(amount)
    if before is None or not _TO.fullmatch(scan.text, before.end, amount.start):
        return amount.start
    led = _FROM.search(scan.text, max(scan.sentence.start, before.start - 20), before.start)
    return before.start if led else amount.start


def is_of_an_estimate(scan: Scan, amount: Amount) -> bool:
    """Whether an amount is of a year that a broker marks as one to come, which what moves from it is not the only one of: `from 53.1% in FY24E`."""
    return _ESTIMATE.match(scan.text, amount.end) is not None


def is_moved_from(scan: Scan, amount: Amount) -> bool:
    """Whether something is expected to move from an amount: that is what it was the year before."""
    if scan.chinese or is_of_an_estimate(scan, amount):
        return False
    led = _TO_MOVE.search(scan.text, max(scan.sentence.start, amount.start - 60), amount.start)
    return led is not None or _seen_to_move_from(scan, amount) is not None


def _seen_to_move_from(scan: Scan, amount: Amount) -> Amount | None:
    """Return the amount that something is expected to move to, where it is told before the one that it moves from."""
    before = scan.preceding(amount)
    alike = before is not None and amount.kind in (before.kind, "bare")  # `to 5.4 billion euros from 5.2 billion`
    if before is None or not alike or not _BACK.fullmatch(scan.text, before.end, amount.start):
        return None
    led = _SEEN_TO_MOVE.search(scan.text, max(scan.sentence.start, before.start - _LEAD), before.start)
    return before if led else None


def moved_to(scan: Scan, amount: Amount) -> Amount:
    """Return the amount that something is expected to move to from another; that one itself where none is told."""
    if not scan.chinese and (before := _seen_to_move_from(scan, amount)):
        return before
    after = scan.following(amount)
    return after if after and is_moved_from(scan, amount) and origin_of(scan, after) == amount.start else amount


def was_expected(scan: Scan, amount: Amount) -> bool:
    """Whether an expectation itself moved from an amount, which is expected no more."""
    return not scan.chinese and bool(
        _EXPECTATION_MOVED.search(scan.text, max(scan.sentence.start, amount.start - _LEAD), amount.start)
    )
