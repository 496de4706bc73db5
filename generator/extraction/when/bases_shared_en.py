"""The period behind the last of several English amounts that what came is compared with: `compared with basic EPS of RMB9.30 and diluted EPS of RMB9.12 in the same quarter of 2024`."""

from __future__ import annotations

import re
from itertools import pairwise

from generator.extraction.amounts.amount import Amount
from generator.extraction.amounts.approximators import ABOUT
from generator.extraction.frozen import replace
from generator.extraction.marks.scanning import Scan
from generator.extraction.when.nearest import is_its_own
from generator.extraction.whose.context import Surroundings
from generator.settings.period import Period

_LED_BY = re.compile(
    rf"\b(?:compared (?:with|to)|versus|vs\.?|as against|against|(?:up|down) from) (?:an? )?(?:[A-Za-z&-]+ ){{0,6}}?(?:of )?{ABOUT}$"
)
# a metric of its own, and no verb, stands before the next one
_AND = re.compile(
    rf"(?: \([^()]{{1,40}}\))?(?:,| and|, and| as well as) (?!(?:up|down|from|compared|as|against|versus|vs|while|but|with|it|the)\b)(?:[A-Za-z&-]+ ){{1,6}}?(?:of )?{ABOUT}"
)
_BARE_AND = re.compile(rf"(?: \([^()]{{1,40}}\))?,? and {ABOUT}")
_COMPARED = re.compile(r"\b(?:compared|versus|vs|against|from)\b")
_RESPECTIVELY = re.compile(r",? respectively,?")
_AND_WHEN = re.compile(
    r",? and (?:(?:in|for|during) )?(?:the )?"
)  # `in the first quarter and the same quarter of 2023`
_CONVERTED = re.compile(r" \([^()]{1,40}\)")
_REACH = 3  # amounts of a list


def base_shared(around: Surroundings, amount: Amount) -> Period | None:
    """Return the period right behind the last of the amounts of such a list that one stands in, but for that last one."""
    scan = around.scan
    if scan.chinese or len(scan.amounts) < 2 or not _COMPARED.search(scan.text, scan.sentence.start, amount.start):
        return None
    amounts = [a for a in scan.amounts if scan.brackets_around(a.start) is None]
    at = next((i for i, a in enumerate(amounts) if a.start == amount.start), None)
    if at is None:
        return None
    first = at
    while first and at - first < _REACH and _joined(scan, amounts[first - 1], amounts[first]):
        first -= 1
    floor = max(scan.sentence.start, scan.amount_before(amounts[first].start))
    led = _LED_BY.search(scan.text, floor, amounts[first].start)
    if led is None or (at > first and _begins_anew(scan, led.start(), amounts[first], amounts[first + 1])):
        return None
    if at == first and at + 1 < len(amounts) and _begins_anew(scan, led.start(), amounts[at], amounts[at + 1]):
        return None
    for one, other in pairwise(amounts[at : at + _REACH]):
        if not _joined(scan, one, other):
            return None
        if then := _behind(around, other):
            return then
    return _behind(around, amount) if at > first else None


def _joined(scan: Scan, one: Amount, other: Amount) -> bool:
    """Whether no more than the name of another metric, or `and`, stands between two amounts."""
    named = any(one.end <= m.start and m.end <= other.start for m in scan.metrics)
    return (_AND if named else _BARE_AND).fullmatch(scan.text, one.end, other.start) is not None


def _begins_anew(scan: Scan, led: int, base: Amount, after: Amount) -> bool:
    """Whether a metric behind a base that names none of its own is what the next clause is about: `up from 27.9 billion yuan, and net profit of 3.9 billion`."""
    own = any(led <= m.start and m.end <= base.start for m in scan.metrics)
    return not own and any(base.end <= m.start and m.end <= after.start for m in scan.metrics)


def _behind(around: Surroundings, amount: Amount) -> Period | None:
    """Return the period right behind an amount, of all the list: `, respectively, in the same quarter of 2024`."""
    text = around.scan.text
    converted = _CONVERTED.match(text, amount.end)
    whole = replace(amount, end=converted.end()) if converted else amount
    said = _RESPECTIVELY.match(text, whole.end)
    whole = replace(amount, end=said.end()) if said else whole
    behind = [(m, p) for m, p in around.resolved if m.start >= whole.end]
    several = len(behind) > 1 and _AND_WHEN.fullmatch(text, behind[0][0].end, behind[1][0].start)
    return behind[0][1] if behind and not several and is_its_own(text, whole, behind[0][0]) else None
