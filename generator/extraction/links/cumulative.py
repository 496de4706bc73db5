"""Amounts that count all there ever was, or all since some time that has no name: of no period by themselves."""

from __future__ import annotations

import re

from generator.corpus.beginnings import sought
from generator.corpus.months import MONTHS
from generator.extraction.amounts.amount import Amount
from generator.extraction.marks.scanning import Scan

_CUMULATIVE = sought(
    r"累计|累积|cumulative|(?<!year )(?<!year-)to date|since (?:its |their |the )?(?:launch|inception|founding)|since (?:the company|it) was founded",
    re.I,
)
# `In total, revenue was 68 billion yuan` adds up the parts of a time
_CUMULATIVELY = re.compile(
    r"\s*(?:Cumulatively|In total(?!, (?:(?:its|the (?:company|group)['’]s|net|operating|gross|group) )*(?:revenues?|sales|turnover|profits?|income|earnings|R&D|spending|cash flow)\b)|To date),"
)
_UNTIL = re.compile(rf"\s*(?:As of|As at|Up to|Until|Through|Up until) (?:the end of )?(?:{MONTHS})(?! \d{{1,2}}\b)")
# `delivered 36,275 vehicles in November, bringing its total to 949,457`
BROUGHT_TO = re.compile(
    r"\b(?:bringing|brought|taking|pushing|lifting|raising) (?:the|its|their|(?:the )?year['’]s|[A-Z][\w.]*(?: [A-Z][\w.]*)?['’]s) (?:(?:overall|cumulative|global|grand|running|historical) )?"
    r"(?:total|tally|count)(?: (?:number|[a-z]+ (?:deliveries|stores)|deliveries|stores|network))?(?:,? (?:so far )?(?:this year|for the year|year-to-date|since launch))? to (?:about |around |over |more than |nearly )?$"
)
_FEWEST = 100  # of what a part of a total counts: what is less may be a model's name
_CUMULATIVE_BEHIND = re.compile(r" cumulative (?:[a-z]+ )?(?:deliveries|sales|orders|shipments)\b")
# `As of Saturday, the automaker had delivered 442,000 units`: since when, nothing says.
_SINCE_EVER = re.compile(
    r" (?:(?:units|vehicles|cars|orders) )?since (?:its|their|the|the company's|the car's) (?:launch|debut|inception|founding|release)\b",
    re.I,
)
# `over 135,000 since deliveries of the SU7 began in April`, `since it went on sale`
_SINCE_IT_BEGAN = re.compile(
    r"(?: (?:units|vehicles|cars|orders|deliveries|phones|devices))?(?: (?:in total|in all|worldwide|globally))?,? since (?:the |its |their )?(?:(?:[A-Za-z\d][\w'’-]* ){1,5}(?:began|started|commenced|launched|debuted|kicked off|went on sale|hit the market|came out|(?:was|were) (?:launched|introduced|released|founded))|(?:start|beginning|launch|debut|release|introduction) of (?!the year|this year|20)|then\b)"
)
_RECORD = re.compile(
    r"\b(?:first|only|[a-z]{2,}est|most|least|best|worst|record|not|never)\b"
)  # `the first month above 100,000 since June`
_SINCE_MONTH = re.compile(rf" (?:(?:units|vehicles|cars|orders) )?since (?:early |late |mid-)?(?:last )?(?:{MONTHS})\b")
# `From the launch of the SU7 to April 30, 88,063 orders`
_SINCE_LAUNCH = re.compile(
    r"\b(?:[Ss]ince|[Ff]rom) (?:the |its |their )?(?:[A-Z]\w*(?: [A-Z\d]\w*)?['’]s )?(?:[a-z-]+ ){0,2}(?:launch|debut|release|inception|founding|market entry|start of (?:sales|deliveries|pre-orders|orders|pre-sales))\b(?:[^;.]|\.(?=\d)){0,70}$"
)
_SO_FAR = re.compile(
    r"\s*(?:as of|by|until) (?:[a-z]+day|now|today|yesterday|last week|this week)\b,? .{2,40}?\bha(?:s|d|ve) (?:already )?(?:delivered|sold|shipped|produced)\b",
    re.I,
)

_IN_ALL = r"\s*(?:In total|In all|All told|All in all|Altogether|Overall|So far|To date|Until now|Up to now|By now),? "
_DONE = r"(?:delivered|sold|shipped|produced|built|made|handed over|exported|registered|assembled)"
_HAVE = r"ha(?:ve|s) (?:(?:now|already|since|so far|thus far|by now) )?"
# `In total more than 300,000 have been built`, `All told, it has now delivered 713,000`: the perfect tells of all until now
_PERFECT_BEFORE = re.compile(rf"{_IN_ALL}[^;\d]{{2,60}}?\b{_HAVE}(?:been )?{_DONE}\b")
_PERFECT_BEHIND = re.compile(
    rf"(?: [a-z]+){{0,3}} {_HAVE}(?:been {_DONE}|left (?:its|the|their) [a-z]+|rolled off|found (?:a )?buyers?|gone to)\b"
)
_OPENS_IN_ALL = re.compile(
    rf"{_IN_ALL}(?:(?:about|around|nearly|almost|over|more than|well over|some|roughly|at least|just) )*"
)


def in_all(scan: Scan, amount: Amount, start: int, instant: bool) -> re.Match[str] | None:
    """Return the word that says an amount counts all there ever was: `with cumulative sales of 258,000`, `1 million cumulative deliveries`."""
    text, sentence = scan.text, scan.sentence.start
    opens = _CUMULATIVELY.match(text, sentence, amount.start)
    opens = opens or (None if instant else _UNTIL.match(text, sentence, amount.start))
    opens = opens or (None if instant or adds_up(scan, amount) else BROUGHT_TO.search(text, start, amount.start))
    return _CUMULATIVE.search(text, start, amount.start) or opens or _CUMULATIVE_BEHIND.match(text, amount.end)


def adds_up(scan: Scan, amount: Amount) -> bool:
    """Whether a total is mostly of the parts told before it: `sold 222,000 BEVs and 214,000 PHEVs in October, taking its total to 441,000`."""
    parts = [a for a in scan.amounts if a.end <= amount.start and a.kind in ("count", "bare") and a.value >= _FEWEST]
    return len(parts) > 1 and 2 * sum(a.value for a in parts) >= amount.value >= max(a.value for a in parts)


def is_brought_to_a_whole(scan: Scan, amount: Amount) -> bool:
    """Whether an amount is what parts bring a company's total to: `Firefly delivered 6,000, taking NIO's total to 40,000`."""
    brought = BROUGHT_TO.search(scan.text, max(scan.sentence.start, scan.amount_before(amount.start)), amount.start)
    named = brought is not None and any(brought.start() <= e.start < brought.end() for e in scan.entities)
    return brought is not None and (named or adds_up(scan, amount))


def is_since_ever(scan: Scan, amount: Amount) -> bool:
    """Whether an amount counts since something began: `delivered 300,000 vehicles since its launch`."""
    if _SINCE_EVER.match(scan.text, amount.end):
        return True
    if amount.kind in ("count", "bare", "money") and _SINCE_IT_BEGAN.match(scan.text, amount.end, scan.sentence.end):
        return True
    if amount.kind in ("count", "bare") and (month := _SINCE_MONTH.match(scan.text, amount.end)):
        return not _RECORD.search(scan.text, max(scan.sentence.start, amount.start - 60), month.end())
    launched = amount.kind in ("count", "bare") and _SINCE_LAUNCH.search(scan.text, scan.sentence.start, amount.start)
    end = scan.clause(amount.end)[1]
    return bool(launched) and not any(amount.end <= p.start < end for p in scan.periods)


def is_so_far(scan: Scan, amount: Amount) -> bool:
    """Whether a sentence tells what has been done until a day or until now: `As of Saturday, the automaker had delivered 442,000 units`."""
    text, start = scan.text, scan.sentence.start
    if _SO_FAR.match(text, start, amount.start) or _PERFECT_BEFORE.match(text, start, amount.start):
        return True
    behind = _PERFECT_BEHIND.match(text, amount.end) and _OPENS_IN_ALL.fullmatch(text, start, amount.start)
    return bool(behind) and amount.kind in ("count", "bare")
