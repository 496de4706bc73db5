"""What stood in an expectation's place before it, as English calls it: `up from a previous 350,000`, `(was 5.0mn)`, `TP HK$52.0 (HK$60.5)`."""

from __future__ import annotations

import re

from generator.extraction.amounts.amount import Amount
from generator.extraction.amounts.approximators import ABOUT
from generator.extraction.marks.scanning import Scan

# `aims to deliver 400,000 cars this year, up from a previous 350,000`
_A_PREVIOUS = re.compile(
    r"\b(?:from|versus|vs\.?|than|compared with|against) (?:an? |the |its )?(?:previous|earlier|prior|former|original|initial)(?:ly)? (?:about |around )?$"
)
_YEAR_AHEAD = re.compile(
    r"\b(?:FY|CY)?(?:20)?\d\d(?:[-/](?:20)?\d\d)?E\b|\b(?:we|We) (?:now |continue to |still )?(?:see|model|have|look|assume|pencil|raise|nudge|lift|cut|trim|lower|slash|tweak|bump|push|move|revise|increase|reduce)\b"
)
FROM_AT_ONCE = re.compile(
    r"(?: (?:units|vehicles|cars))?(?: (?:in|for) [^,;.\d]{0,20}(?:20\d\d)?)?,? (?:(?:up |down |raised |lifted |lowered |cut |narrowed )?from|compared (?:with|to)|versus|vs\.?|against|instead of|rather than) (?:about |between |the |an? (?:[a-z]+ )?range of )?"
)
# `deliveries of 4.6mn (was 5.0mn)`, `HK$55 (from HK$62)`, `680k (prev. 700k)`: what stood there before
_BRACKETED = re.compile(
    r" ?\((?P<was>was|were|from|vs\.?|versus)?(?:prev(?:ious(?:ly)?)?\.?|prior|old|earlier|formerly)?(?: (?:estimate|forecast|target|guidance|at|of))?:? (?:c\.|about |around |~|previously )?"
)
_OUR_PRIOR = re.compile(
    r"\b(?:vs\.?|versus|from|against) (?:our|its|their) (?:prior|previous|old|earlier|former) (?:c\.|~|about )?$"
)
# `TP HK$52.0 (HK$60.5)`
_OLD_PRICE = re.compile(
    r"\b(?:TP|PT|[Tt]arget [Pp]rice|[Pp]rice [Tt]arget)[^;.()]{0,30}? [A-Z]{0,3}\$?[A-Za-z€¥£]{0,3} ?[\d.]+ \($"
)
# `1.85m in 2025 (previously 1.6m)`: in brackets, whatever stands before them
_OPENS_WITH_OLD = re.compile(rf"\((?:previously|formerly|prev\.?|old:?) {ABOUT}$")
_THINGS = r"(?: (?:units|vehicles|cars|deliveries|phones|smartphones|yuan|euros))?"
_OPENS = re.compile(rf"{_THINGS} \(")
_PRIOR_BEHIND = re.compile(
    rf"{_THINGS} (?:prior|previously|prev\.?|before|earlier|old|originally|initially|until now|so far)[);]"
)
PREVIOUSLY = re.compile(r"(?: (?:units|vehicles|cars|yuan))?,? (?:previously|earlier|before|prior)\b(?! than)")

# `The previous target was 2.71 million units`
_OLD_AIM = re.compile(
    r"\s*(?:The|Its|Their) (?:previous|prior|earlier|former|old|original|initial) (?:[a-z-]+ )?(?:target|goal|aim) (?:was|had been|stood at|called for|had stood at|was for|was set at) (?:about |around |nearly |over )?"
)


def is_a_previous(scan: Scan, amount: Amount) -> bool:
    """Whether an amount is called a previous one behind what is expected: `aims to deliver 400,000 cars, up from a previous 350,000`."""
    low = max(scan.sentence.start, amount.start - 40)
    return _A_PREVIOUS.search(scan.text, low, amount.start) is not None and expects_before(scan, amount)


def expects_before(scan: Scan, amount: Amount) -> bool:
    """Whether a sentence expects something before an amount: `now aims for 10.2 billion euros, up from the 10 billion it had named before`."""
    return bool(scan.cues_between(scan.sentence.start, amount.start, "forecast", "target"))


def was_previously(scan: Scan, amount: Amount) -> bool:
    """Whether an amount stood in an expectation's place before it: `is expected at €8.0 billion to €8.2 billion, compared with about €8.0 billion previously`."""
    before = scan.preceding(amount)
    if before is None or not PREVIOUSLY.match(scan.text, amount.end):
        return False
    return bool(FROM_AT_ONCE.fullmatch(scan.text, before.end, amount.start)) and expects_before(scan, before)


def stood_before(scan: Scan, amount: Amount) -> bool:
    """Whether an amount is called prior, or is the target price in brackets behind the new one: `vs our prior 41m`, `TP HK$52.0 (HK$60.5)`."""
    low = max(scan.sentence.start, amount.start - 64)
    alone = amount.kind == "money" and scan.text.startswith(")", amount.end)
    if _OPENS_WITH_OLD.search(scan.text, low, amount.start) or _OLD_AIM.fullmatch(
        scan.text, scan.sentence.start, amount.start
    ):
        return True
    old = alone and _OLD_PRICE.search(scan.text, low, amount.start)
    return bool(old or _OUR_PRIOR.search(scan.text, low, amount.start))


def is_bracketed(scan: Scan, amount: Amount) -> bool:
    """Whether an amount is what stood in an expectation's place before it, told in brackets right behind."""
    before = scan.amount_before(amount.start)
    if _OPENS.fullmatch(scan.text, before, amount.start):
        return before > scan.sentence.start and bool(_PRIOR_BEHIND.match(scan.text, amount.end))
    old = _BRACKETED.fullmatch(scan.text, before, amount.start)
    if old is None or not old[0].strip(" ("):
        return False
    expects = scan.cues_between(scan.sentence.start, before, "forecast", "target")
    return bool(expects) or not old["was"] or bool(_YEAR_AHEAD.search(scan.text, scan.sentence.start, before))
