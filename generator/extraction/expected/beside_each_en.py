"""An amount that what was expected of it stands beside came, whatever was expected of the one before: `$7.01 EPS versus $5.88 expected and revenue of $47.1 billion versus $44.6 billion expected`."""

from __future__ import annotations

import re

from generator.extraction.amounts.amount import Amount
from generator.extraction.amounts.approximators import ABOUT
from generator.extraction.expected.beaten import stands_against
from generator.extraction.expected.beside_alone import ends_beside
from generator.extraction.marks.cues import Cue
from generator.extraction.marks.scanning import Scan
from generator.extraction.marks.verbs import MOVED, MOVING

_EXPECTED = r"(?:expected|estimated|anticipated|projected|forecast|predicted|consensus|(?:analysts?['’]? )?(?:estimates?|expectations?|forecasts?))"
_AGAINST = re.compile(
    rf"(?: (?:a|per) share)?,? \(?(?:versus|vs\.?|against|compared (?:with|to)|above|below|topping|beating|missing) (?:the |an? )?(?P<said>(?:[a-z]+ )?{_EXPECTED} (?:of )?)?{ABOUT}"
)
_BEHIND = re.compile(
    rf"(?: (?:a|per) share)? (?:(?:was |were |is |had been |that (?:was|were) )?{_EXPECTED}|(?:that )?(?:analysts|Wall Street)\b)"
)
_AT_ONCE = re.compile(
    r"(?: (?:a|per) share)?(?: (?:was|were|is|had been|that was))? (?:(?:average|mean|median|consensus|analysts?['’]?) )?"
)
# `surpassing the $2.27 consensus estimate and revenue climbing 16% to $102.35 billion`: what moved has come
_AND_MOVING = re.compile(rf",? and (?:[a-z-]+ ){{1,4}}(?:{MOVED}|{MOVING})(?: by)? {ABOUT}$")

_LED_TO = re.compile(rf" to {ABOUT}")
_BEAT = re.compile(
    r"\b(?:surpass|beat|topp?|exceed|miss|edg|trounc|crush)(?:ed|ing|s)?(?: past)? (?:the |an? )?$|\b(?:above|below|past|ahead of|short of|against|versus|vs\.?|than) (?:the |an? )?$"
)


def was_of_the_last(scan: Scan, cue: Cue, amount: Amount) -> bool:
    """Whether a word of expecting only says what the amount right before it is, beside another: `versus $5.88 expected and revenue of $47.1 billion versus $44.6 billion`."""
    last = scan.preceding(amount)
    if last and last.kind == "percent" and _LED_TO.fullmatch(scan.text, last.end, amount.start):
        return was_of_the_last(scan, cue, last)
    if last is None or not _AT_ONCE.fullmatch(scan.text, last.end, cue.start):
        return False
    return _is_moved_next(scan, cue, last, amount) or (stands_against(scan, last) and _has_its_own_beside(scan, amount))


def _is_moved_next(scan: Scan, cue: Cue, last: Amount, amount: Amount) -> bool:
    """Whether `and` leads from what something beat to something else that moved by a percentage."""
    beat = _BEAT.search(scan.text, max(scan.sentence.start, last.start - 24), last.start)
    return (
        beat is not None
        and amount.kind == "percent"
        and _AND_MOVING.search(scan.text, cue.end, amount.start) is not None
    )


def ends_what_was_expected(scan: Scan, amount: Amount) -> bool:
    """Whether an amount is no more of what was expected, though it goes on with an amount that was."""
    return ends_beside(scan, amount) or _has_its_own_beside(scan, amount)


def _has_its_own_beside(scan: Scan, amount: Amount) -> bool:
    """Whether what was expected of an English amount is set beside it, which therefore came."""
    after = None if scan.chinese or amount.range_end else scan.following(amount)
    against = after and _AGAINST.fullmatch(scan.text, amount.end, after.start)
    return bool(against and after and (against["said"] or _BEHIND.match(scan.text, after.end)))
