"""Changes told as so much more or less than at another time: `7.6% fewer than in April`, `beats the 405,278 of the fourth quarter by 4%`."""

from __future__ import annotations

import re

from generator.extraction.amounts.amount import Amount
from generator.extraction.amounts.approximators import ABOUT
from generator.extraction.changes.comparand import Comparand, comparand_at
from generator.extraction.frozen import frozen
from generator.extraction.marks.bases import BESIDE
from generator.extraction.marks.cues import BASES
from generator.extraction.marks.scanning import Scan, once

_UP = r"(?:(?:more|higher|better|greater|larger|bigger|stronger|wider|fatter)(?: [A-Za-z-]+){0,2} than|above|ahead of|over|up (?:from|on|over)|beyond|in excess of|better(?= (?:than )?(?:a|at|the|in)\b))"
_DOWN = r"(?:(?:less|fewer|lower|worse|smaller|weaker|narrower|thinner)(?: [A-Za-z-]+){0,2} than|below|under|behind|short of|shy of|down (?:from|on))"
_MORE = re.compile(rf" (?:(?P<up>{_UP})|(?P<down>{_DOWN})) ")
# `an increase of 8% on`, `rose 8% in revenue from`, `up 8%, or 2,600 cars, from`
_MOVED = re.compile(
    r"(?:,? or (?:[A-Z]{2,3} ?)?[$€¥]?[\d.,]{1,14}(?: (?:million|billion|yuan|units|vehicles)){0,2}(?=,| ))?"
    r"(?: (?:higher|lower|growth|increase|decrease|decline|rise|drop|fall|jump|gain|surge|slump|dip|slide|plunge|climb|leap|spike|uptick|improvement|reduction)(?: in (?:[a-z]+ )?[a-z]+)?)?"
    rf",? (?:{BESIDE}|since|above|below|ahead of|short of) ",
    re.I,
)
_BEATS = re.compile(
    r"\b(?:(?P<up>beat(?:s|ing|en)?|exceed(?:s|ed|ing)?|surpass(?:es|ed|ing)?|topp?(?:s|ed|ing)?|outpac(?:es?|ed|ing)|outdid|outdo(?:es|ing|ne)?|outstripp?(?:s|ed|ing)?|bettered|eclips(?:es?|ed|ing)|above|ahead of)"
    r"|(?P<down>miss(?:es|ed|ing)?|[fF](?:ell|alls?|alling) short of|trail(?:s|ed|ing)?|lag(?:s|ged|ging)?(?: behind)?|below|behind|undersh(?:oots?|ot|ooting))) ",
    re.I,
)
_BY = re.compile(
    rf"[a-z ]{{0,16}} by (?:a |an )?(?:(?:little|bit|touch|hair|full|whopping|mere|hefty|solid|modest) )?{ABOUT}"
)
_AND = re.compile(r",? (?:and|but) (?:also )?")
# `compared with 210,295 in April, a jump of`
_SET_BESIDE = re.compile(r"\b(?:compared (?:with|to)|versus|vs\.?|against|from) ")
_SO_IT_MOVED = re.compile(
    rf", (?:(?:and|which (?:is|was)|marking|representing|meaning|or) )?(?:an? )?(?:[a-z-]+ ){{0,3}}?(?:up|down|of|by) {ABOUT}"
)
# behind an amount that is no percentage: `9 billion yuan more than`, `10 billion yuan below the figure of`
_SO_MUCH = re.compile(
    r" (?:(?:more|less|fewer|higher|lower|better|worse)(?: [a-z]+){0,1} than|(?:above|below)(?= (?:that|those|the (?:figure|level|number|total|result)) )) "
)
# `projects margins of 12.5%, 12.2% and 11.9% over the same period`: in the years of the list before
_SAME_YEARS = re.compile(r" (?:over|in|for|during) the same (?:periods?|years|time)(?=[,.;]|$)")
_LAST = re.compile(r",? and ")
_NEAR = 40
_BACK = 110  # characters before `by 4%`, within which a verb says what is beaten


@frozen
class Compared:
    """How something is set beside another time: `sign` is 1 where it is more, -1 where less, 0 where a word of growth says so."""

    sign: int
    than: Comparand


@once
def compared(scan: Scan, amount: Amount) -> Compared | None:
    """Return what a change is set beside, told behind it or, with `by`, before it."""
    if amount.kind not in ("percent", "points", "times") or scan.chinese:
        return None
    return _behind(scan, amount) or _beaten_by(scan, amount) or _behind_level(scan, amount)


def _behind(scan: Scan, amount: Amount) -> Compared | None:
    """Return what stands behind an amount: `25.9% short of May 2022`, `67% above that of a year ago`, `up 9% from Q2`."""
    end = scan.end_of_range(amount)  # `7.6% to 11.4% from the second quarter`
    if _SAME_YEARS.match(scan.text, end) and is_last_of_list(scan, amount):
        return None
    for form in (_MORE, _MOVED):
        if (said := form.match(scan.text, end)) and (than := comparand_at(scan, said.end())):
            if than.rate and amount.kind == "percent":
                return None  # `growth slowed to 12% from 18% in the previous quarter` sets one rate beside another
            sign = 0 if form is _MOVED else 1 if said["up"] else -1
            return Compared(sign, than)
    return None


def _beaten_by(scan: Scan, amount: Amount) -> Compared | None:
    """Return what stands between a verb and `by` so much: `surpassing those of April by 2.8% and those of May 2024 by 13.1%`."""
    low = max(scan.sentence.start, amount.start - _BACK)
    if scan.text.find(" by ", low, amount.start) < 0:
        return None
    for verb in _BEATS.finditer(scan.text, low, amount.start):
        than = comparand_at(scan, verb.end())
        if than and not than.rate and than.end <= amount.start and _BY.fullmatch(scan.text, than.end, amount.start):
            return Compared(1 if verb["up"] else -1, than)
    last = scan.preceding(amount)
    on = _AND.match(scan.text, last.end, amount.start) if last and last.kind == amount.kind else None
    than = comparand_at(scan, on.end()) if on else None
    if last and than and than.end <= amount.start and _BY.fullmatch(scan.text, than.end, amount.start):
        return Compared(before.sign, than) if (before := _beaten_by(scan, last)) else None
    return None


def _behind_level(scan: Scan, amount: Amount) -> Compared | None:
    """Return what a level is compared with right before a change: `compared with 210,295 in April, a jump of 14.2%`."""
    last = scan.preceding(amount)
    if last is None or last.kind == amount.kind or scan.cues_between(amount.end, amount.end + _NEAR, *BASES):
        return None
    for words in _SET_BESIDE.finditer(scan.text, max(scan.sentence.start, last.start - _NEAR), last.start):
        than = comparand_at(scan, words.end())
        if than and than.tells(last) and _SO_IT_MOVED.fullmatch(scan.text, than.end, amount.start):
            return Compared(0, than)
    return None


def is_last_of_list(scan: Scan, amount: Amount) -> bool:
    """Whether a percentage ends an English list of them: `12.5%, 12.2% and 11.9%`."""
    before = scan.preceding(amount)
    return (
        before is not None and before.kind == amount.kind and bool(_LAST.fullmatch(scan.text, before.end, amount.start))
    )


def set_so_much_apart(scan: Scan, amount: Amount) -> bool:
    """Whether an amount is only how far something is above or below another time: `9 billion yuan more than in the same quarter of 2023`."""
    apart = None if scan.chinese else _SO_MUCH.match(scan.text, amount.end)
    than = comparand_at(scan, apart.end()) if apart else None
    return than is not None and than.level is None


def set_above_or_below(scan: Scan, amount: Amount) -> int:
    """Return 1 where a percentage is so much more than at another time, -1 where less, 0 where neither is said."""
    found = compared(scan, amount)
    return found.sign if found else 0
