"""Times that only say when something was said or decided, not what it is for: `said last month that it would spend`, `lowered its full-year goal to 4.6 million in September`."""

from __future__ import annotations

import re

from generator.extraction.marks.scanning import Scan
from generator.extraction.periods.calendar import Calendar
from generator.extraction.periods.mention import PeriodMention
from generator.extraction.unnamed.aimed import GOAL, MOVED
from generator.extraction.when.when_said_zh import is_when_given

_SAID = re.compile(
    r"\b(?:said|announced|told [a-z ]{3,30}|disclosed|pledged|promised|forecast|predicted|estimated|guided|indicated|declared|signalled|signaled) (?:in |back in |at the end of |late |early )?$"
)
_WHAT = re.compile(
    r",? that (?:it|they|he|she|sales|revenue|capital|spending|[a-z]+ [a-z]+|the [a-z]+) (?:would|will|planned|plans|wants|wanted|aimed|aims|expects|expected|intends|intended|(?:was|is|were|are) (?:still )?(?:sticking|aiming|targeting|keeping|looking|planning|expecting|hoping|seeking|on (?:course|track)))\b"
)
_GOAL_MOVED = re.compile(
    rf"\b{MOVED} (?:its|their|the) {GOAL}(?: from [\d.,]+(?: million)?(?: [a-z]+)?)? (?:to|at) [\d.,]+(?: million)?(?: (?:cars|vehicles|units|phones|smartphones))?,? (?:back )?(?:in|last|earlier in|at the end of)? ?$"
)
# `In July the company had guided for a profit of`, `as it had forecast in July`: when something was said to be expected
_FORESAW = r"(?:guided|forecast(?:ed)?|projected|predicted|estimated|warned|promised|pledged|flagged)"
_FORESAW_THEN = re.compile(
    rf",? (?:the (?:company|group|firm|[a-z]*maker|giant|bank|management)|it|they|he|she|management|executives|analysts|[A-Z][\w&.-]*(?: [A-Z][\w.-]*)?) (?:(?:had )?(?:already |still |originally |initially )?{_FORESAW}|had (?:already |still |originally |initially )?(?:expected|said|set|targeted|aimed|announced|anticipated|planned|hoped)|set a target|raised its|lowered its|cut its|lifted its)\b"
)
_FORESEEN_IN = re.compile(
    rf"\b(?:{_FORESAW}(?: (?:to|for|towards?))?|had (?:expected|said|planned|targeted|(?:hoped|aimed|budgeted) for|counted on|pencill?ed in)|guided (?:to|for|toward) [^.;]{{3,70}}) (?:back )?in (?:early |late |mid-)?$"
)  # `short of the $6.7 billion that it had guided to in May`
# `the guidance that it had given in June`, `analysts polled in July had expected`, `according to a poll in August`
_GIVEN_IN = re.compile(
    r"\b(?:given|gave|issued|provided|published|released|polled|surveyed|compiled|confirmed|reiterated|reaffirmed|affirmed|set|made|communicated|outlined|an? (?:poll|survey)|consensus)"
    r"(?: (?:out|of analysts|by [\w ]{2,20}?))?,? (?:back |earlier |late |early |only )?(?:in|last|on) $",
    re.I,
)
# `given before full figures due in late October`
_DUE_IN = re.compile(
    r"\b(?:figures|results|reports?|earnings|numbers|details|accounts)[^,;.\d]{0,24}? (?:due|expected|scheduled|slated|set for release)(?: out)? (?:in|for|on|at the end of) (?:early |late |mid-)?$"
)
# `missed its May guidance of $6.6 billion`: when that was given
_GUIDANCE_OF = re.compile(r" (?:guidance|forecasts?|outlook|projections?|prediction)\b")
_ITS = re.compile(r"\b(?:its|their|the|own|company['’]s|previous|earlier|last) $")
# `aren't due until March, but the consensus is for`, `will only report in March`, `does not publish its figures until late August`
_OUT_THEN = re.compile(
    r"(?:\b(?:figures|results|reports?|earnings|numbers|details|accounts)[^,;.\d]{0,24}? (?:(?:due|expected|scheduled|slated|out|follow|come|arrive)s?|(?:be|get) (?:published|released|reported|announced|out))(?: out)?"
    r"|\b(?:will|to|(?:do|does|did|is|are|wo|ca)(?: not|n['’]t)|not|only|next|then|also|usually|typically|it|they|company|group|[A-Z]\w+) (?:also |only |not |next |usually |typically )?(?:reports?|publish(?:es)?|releases?|announces?|presents?|discloses?)(?P<what>(?: [A-Za-z'’-]+){0,6}))"
    r" (?:again |only |next )?(?:in|until|till|before|by) (?:the end of |early |late |mid-)?$"
)
# `Its fourth-quarter results aren't due until March`: when they come out
_RESULTS_DUE = re.compile(
    r"\b(?:results|earnings|figures|numbers|accounts|report|quarter|year)\b[^,;.\d%]{0,40}?\b(?:due|out|expected|published|released|reported|follow|come|land|appear|ready|available)(?: [a-z]+)?(?: only)?(?: until| before| in| by| some time in| sometime in)(?: early| late| mid-| mid)? ?$"
    r"|\b(?:publish|report|release|present|announce|disclose)(?:es|s|ed|ing)? (?:on |only )?(?:its|their|the|all|any)?(?: [a-z-]+){0,4} (?:results|earnings|figures|numbers|accounts|quarter|year)(?: only)?(?: until| before| in| by)(?: early| late)? $"
)
_RESULTS_LEAD = 110  # characters before a month, within which its sentence says that results come out then
_SAID_WITHIN = 90  # characters before a month, within which it is said what happened in it
# `In March the company said that it delivered 326,028 vehicles last year`
_SAID_BEHIND = re.compile(
    r",? (?:the (?:company|group|firm|[a-z]*maker)|it|they|he|she|management|[A-Z]\w+(?: [A-Z]\w+)?) (?:said|announced|disclosed|confirmed|reiterated|revealed) (?:that )?"
)
_NEAR = 150


def is_when_said(marks: Scan, mention: PeriodMention, calendar: Calendar) -> bool:
    """Whether a month or a quarter is when something was said that is of another time."""
    if marks.chinese:
        return is_when_given(marks, mention, calendar)
    if mention.scope not in ("month", "quarter", "relative"):
        return False
    low = max(marks.sentence.start, mention.start - _NEAR)
    if mention.scope != "quarter" and _is_when_foreseen(marks, mention):
        return True
    said = _SAID.search(marks.text, low, mention.start) and _WHAT.match(marks.text, mention.end)
    if mention.scope == "month" and _is_when_out(marks, mention):
        return True
    later = any(m.start > mention.end and m.scope in ("year", "quarter", "half") for m in marks.periods)
    opens = marks.text.endswith(("In ", "in "), low, mention.start) and _SAID_BEHIND.match(marks.text, mention.end)
    if opens and later:
        return True
    return bool(said or _GOAL_MOVED.search(marks.text, low, mention.start))


def _is_when_foreseen(scan: Scan, mention: PeriodMention) -> bool:
    """Whether an English month is that in which something was said to be expected, and none in which it came."""
    if not scan.text[mention.start].isascii():
        return False
    opens = scan.text.endswith(("In ", "in ", "in early ", "in late ", "In early ", "In late "), 0, mention.start)
    opens = opens or scan.text.startswith(("Last month", "last month", "This month"), mention.start)
    if opens and _FORESAW_THEN.match(scan.text, mention.end, scan.sentence.end):
        return True
    low = max(scan.sentence.start, mention.start - _SAID_WITHIN)
    if _GUIDANCE_OF.match(scan.text, mention.end) and _ITS.search(scan.text, low, mention.start):
        return mention.scope == "month"
    if _FORESEEN_IN.search(scan.text, low, mention.start) or _DUE_IN.search(scan.text, low, mention.start):
        return True
    expects = scan.cues_between(scan.sentence.start, scan.sentence.end, "forecast", "target", "consensus")
    return bool(expects and not mention.year and _GIVEN_IN.search(scan.text, low, mention.start))


def _is_when_out(marks: Scan, mention: PeriodMention) -> bool:
    """Whether an English month is that in which results come out: nothing that the sentence tells is of it."""
    if _are_results_due(marks, mention):
        return True
    out = _OUT_THEN.search(marks.text, max(marks.sentence.start, mention.start - _SAID_WITHIN), mention.start)
    return out is not None and not (out["what"] and marks.is_marked(*out.span("what"), marks.metrics))


def _are_results_due(marks: Scan, mention: PeriodMention) -> bool:
    """Whether a month is only when results come out, which are of a time that the sentence names before."""
    low = max(marks.sentence.start, mention.start - _RESULTS_LEAD)
    of = any(m.scope in ("quarter", "year", "half") and low <= m.start < mention.start for m in marks.periods)
    return of and _RESULTS_DUE.search(marks.text, low, mention.start) is not None
