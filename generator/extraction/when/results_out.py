"""Whether an English title or sentence tells results that are out: `had a record quarter, with revenue of $143 billion`, `profit misses estimates`."""

from __future__ import annotations

import re

from generator.corpus.beginnings import sought
from generator.extraction.marks.verbs import MOVED, TOOK
from generator.extraction.periods.calendar import Calendar
from generator.extraction.periods.in_text import period_mentions
from generator.extraction.periods.mention import REPORTED
from generator.extraction.periods.spoken import Spoken
from generator.extraction.reading import Reading
from generator.extraction.when.came import is_of_the_compared
from generator.extraction.when.opening import opening

_WHAT = r"(?:revenues?|sales|turnover|profits?|income|earnings|EPS|loss|results|margins?|EBITD?A?)"
_AMOUNT = r"(?:[$€£¥] ?\d|\d[\d.,]* ?(?:%|per ?cent|pct|(?:[mb]illion|trillion)\b))"
_CAME = rf"(?:{MOVED}|{TOOK}|was|were|came|reached|hit|totall?ed|beat|topped|missed|exceeded|surpassed|stood)"
# `Net profit fell 33 percent to 7.8 billion yuan`, `posted revenue of $68 billion`, `EPS, $2.84, surpassed estimates`
_TOLD = sought(
    rf"\b{_WHAT}\b[^.;]{{0,70}}?\b{_CAME}\b[^.;]{{0,70}}?{_AMOUNT}"
    rf"|\b{_CAME}\b[^;]{{0,90}}?\b{_WHAT}\b[^;]{{0,40}}?{_AMOUNT}"
    rf"|\b{_CAME}\b[^;]{{0,50}}?{_AMOUNT}[\w ,()$.%-]{{0,30}} (?:in|of) [^;]{{0,24}}?\b{_WHAT}\b"
    rf"|\bquarter\b[^.;]{{0,24}}\bwith [^.;]{{0,24}}\b{_WHAT} (?:of|at) (?:[a-z]+ ){{0,2}}{_AMOUNT}"
)
# `Profit misses estimates`, `posts record profit`, `beats expectations`: as titles say it
_HEADED = sought(
    r"\b(?:beats?|tops?|topped|miss(?:es|ed)|exceed(?:s|ed)|surpass(?:es|ed)|smash(?:es|ed)|crush(?:es|ed)|trounce[sd]?)\b[^.;]{0,40}\b(?:estimates|expectations|forecasts|consensus|views)\b"
    r"|\b(?:posts|posted|reports|reported|books|booked|logs|logged|notches|notched|delivers|delivered|swings to|swung to|records|recorded|earns|earned)\b[^.;]{0,50}\b(?:profits?|revenues?|loss|sales|quarter|earnings|results)\b(?! (?:on|after|before|this|next|tomorrow|today|later|due)\b)"
    r"|\b(?:profits?|revenues?|sales|earnings|income|margins?)\b[^.;]{0,30}\b(?:falls|fell|drops|dropped|slides|slid|slumps|slumped|tumbles|tumbled|plunges|plunged|shrinks|sinks|sank|rises|rose|jumps|jumped|climbs|climbed|soars|soared|surges|surged|grows|grew|doubles|doubled|triples|tripled|leaps|leapt)\b",
    re.I,
)
_NOT_YET = re.compile(
    r"\b(?:will|to|may|might|could|would|should|likely|expects?|expected|seen|set to|estimates? (?:for|of|call)|analysts?|forecasts?|ahead of|before|preview|previews|awaits?|eyed|what|when|how|if|can|does|is|are)\b",
    re.I,
)
_BACK_THEN = re.compile(
    r"\b(?:last quarter|(?:the|its) (?:previous|prior|preceding) (?:three-month )?(?:quarter|period)|(?:the|a) year[- ]ago (?:quarter|period)|in the same (?:quarter|period)|a year (?:ago|earlier), (?:it|the)|last time|three months ago)\b",
    re.I,
)

_A_QUARTER = re.compile(r"\b(?:an?|another|its|the) (?:[a-z-]+ ){1,4}quarter\b")
_FIRST = 4  # sentences, within which a text says that its results are of a quarter
# `- EPS: $3.21 vs. $2.86 per share`: a list of what came, and beside it what was expected
_LISTED_AGAINST = re.compile(
    rf"[^\w\n]{{0,6}}(?:[A-Z][\w&-]* ){{0,3}}(?i:{_WHAT})(?: per share)?: ?{_AMOUNT}[^:;\n]{{0,24}}? (?:vs\.?|versus|against) (?:the |an? )?(?:expected |estimated )?{_AMOUNT}"
)
_LISTS = 10  # sentences, within which such a list begins


def tells_results(text: str, start: int, end: int, calendar: Calendar, title: bool) -> bool:
    """Whether a stretch tells what a company earned or took in in the quarter that ended last; a `title` may leave out how much."""
    told = _TOLD.search(text, start, end)
    headed = _HEADED.search(text, start, end) if title else None
    if headed and not _NOT_YET.search(text, start, headed.end()):
        return True
    if told is None or _NOT_YET.search(text, start, told.end()) or _BACK_THEN.search(text, start, end):
        return False
    return not _looks_back(text, start, end, calendar)


def tells_a_quarter(reading: Reading, calendar: Calendar) -> bool:
    """Whether a text that opens with results calls what they are of a quarter, and not which: `has had a record-breaking quarter, with revenue of`."""
    first = ((s.start, s.end) for s in opening(reading, _FIRST))
    told = (span for span in first if _A_QUARTER.search(reading.text, *span))
    if any(tells_results(reading.text, start, end, calendar, False) for start, end in told):
        return True
    listed = (s for s in opening(reading, _LISTS) if _LISTED_AGAINST.match(reading.text, s.start, s.end))
    return any(not _looks_back(reading.text, s.start, s.end, calendar) for s in listed)


def _looks_back(text: str, start: int, end: int, calendar: Calendar) -> bool:
    """Whether all the periods that a stretch names were over before the quarter that ended last."""
    own = calendar.own_quarter()
    named = [m for m in period_mentions(text, start, end) if m.scope in (*REPORTED, "year")]
    named = [
        m for m in named if not is_of_the_compared(text, start, m)
    ]  # `far above the 4.7 trillion won of the second quarter`
    periods = [p for m in named if (p := calendar.resolve(m, Spoken()))]
    return own is not None and bool(periods) and all(p.end < own.end for p in periods)
