"""Parts of a company that English only names as why a figure came: the revenue of `Thanks to the cloud business, revenue rose 5%` is all of it."""

from __future__ import annotations

import re
from collections.abc import Sequence

from generator.corpus.beginnings import sought
from generator.extraction.marks.mention import Mention
from generator.extraction.marks.reason_words_en import BY, DOES, HOW, OWING_TO
from generator.extraction.marks.tallies import OF_CARS, TRACKED

_SAID = r"[^,;:.!?()\d]"
# `As its cloud business grew, revenue rose`; `As for the cloud business, revenue rose` is that one's
_AS = (
    r"(?:as|because|while|although|though|even though|even as|now that) (?!(?:for|to|at|of|in|per|part|with|regards)\b)"
)
_WITH = rf"with {_SAID}{{3,70}}? (?:[a-z]+ing\b|as (?:its|the|a|one)\b|out front\b|to the fore\b|at the fore\b|back in)"
_AHEAD = sought(
    rf"(?<![\w’'])(?:{HOW}{OWING_TO}|on (?:strong|weak|solid|robust|soft|rising|falling|higher|lower|growing|brisk|better)|helped|{HOW}{BY}|reflecting|{_AS}|{_WITH})\b{_SAID}{{3,110}}, (?={_SAID})",
    re.I,
)
_OPENS = re.compile(r"(?:\A|[.!?;:\n]|, (?:and|but|while))[\s•*\"“)–—-]*(?:(?:But|And|Yet|Still|Also|Meanwhile),? )?\Z")
# `Led by cloud, which grew 30%`: what stands behind the comma goes on with the part
_GOES_ON = re.compile(
    r"(?:which|whose|where|who|with|including|such as|like|especially|particularly|notably|namely|excluding|up|down|an?|its biggest|the (?:[a-z-]+ )?(?:unit|division|segment|business|arm)|and|or|as well as|but)\b(?! (?:net|gross|operating|adjusted|group|total|overall)\b)"
)

_NOUN = (
    r"(?:demand|strength|weakness|softness|growth|sales|orders|momentum|gains?|loss(?:es)?|slump|surge|rebound|recovery|slowdown|competition|price war|costs?|spending|outlays|investments?|expansion|success|popularity"
    r"|performance|boom|improvements?|declines?|drop|fall|rise|increases?|jump|pick-?up|upturn|downturn|turnaround|headwinds|tailwinds|profits?|contributions?|results|revenues?|earnings|progress|prices|volumes|uptake|adoption|interest|traction|problems|troubles|woes|delays|write-?downs|impairments?)"
)
_DOES = re.compile(
    rf" (?:(?:has|have|had|will|would|could|may|might|also|again|once more|more than|duly|further|largely|mainly|still) ){{0,3}}{DOES}\b"
)
# whose figure is lifted: the company's by name, or nobody's that is told
_ALL_OF = r"(?:group|total|overall|company-?wide|group-?wide|consolidated|headline|top-line|bottom-line|quarterly|annual|full-year|first-half|third-quarter|[a-z]+-quarter)"
_OF_THE_COMPANY = rf"(?:[A-Z][\w.&-]*(?: [A-Z][\w.&-]*){{0,2}}['’]s?|the (?:company|group|firm|parent|[a-z]*maker|[a-z]+ giant)['’]s|its (?:parent|owner)['’]s|{_ALL_OF}) (?:(?:{_ALL_OF}|own|net|gross|operating|adjusted) )*"
_OF_NOBODY = r"(?:(?:the|its|their|net|gross|operating|adjusted|quarterly|up|down|back|on|into|to|out|off) )*"
_TOWARDS = r" (?:(?:up|down|on|into|in|to|for|out|back|about) )?"
_RISE = r"(?:an? |the )?(?:[\w.%-]+ ){0,2}?(?:rise|increase|jump|gain|growth|surge|improvement|fall|drop|decline|decrease|slump)(?: of [\w.%]+(?: percent)?)? (?:in|of|to) "
_THE_COMPANYS = re.compile(rf"{_TOWARDS}(?:{_RISE})?{_OF_THE_COMPANY}\Z")
_NOBODYS = re.compile(rf"{_TOWARDS}(?:{_RISE})?{_OF_NOBODY}\Z")
_A_RISE = re.compile(rf"{_TOWARDS}{_RISE}{_OF_NOBODY}\Z")
# `Alphabet credited the cloud unit for a 9% rise in revenue`
_BLAMED = re.compile(
    rf"\b(?:(?:blam|credit|thank|cit|nam)(?:e?d|e?s|ing)|(?:point|put down)(?:ed|s|ing)? to) {_SAID}{{1,70}}\Z", re.I
)
_FOR = re.compile(
    rf"(?: (?:business|unit|segment|division|arm))? (?:for|with|as (?:the|a) (?:[a-z]+ )?(?:reason|driver|cause)s? (?:for|of|behind)|as (?:being )?behind) (?:{_RISE})?(?:{_OF_THE_COMPANY}|{_OF_NOBODY})\Z"
)
_CAUSE = re.compile(rf"\b{_NOUN}(?: [a-z]+ly)? (?:in|of|for|at|from|by|on|across|with|within) {_SAID}{{0,60}}\Z", re.I)
_ITS_CAUSE = re.compile(
    rf"(?: (?:business|unit|segment|division|arm)(?:['’]s)?|['’]s)? (?:[a-z-]+ )?{_NOUN}(?: {_SAID}{{1,40}}?)?\Z"
)
_COUNTED = (*TRACKED, *OF_CARS, "asp", "vehicle_exports")  # strong demand for smartphones lifts shipments of them
_REACH, _BEFORE = 120, 90  # characters between a part and the metric; before a part, within which a reason is named
_STOP = re.compile(r"[;:.!?] ")


def without_causes_en(mentions: list[Mention], text: str, start: int, end: int) -> list[Mention]:
    """Leave out the parts that only stand in the reason of a whole company's figure: `Strength in cloud lifted Alphabet's revenue`."""
    parts = [m for m in mentions if m.segment and not m.metrics and text[m.start].isascii()]
    named = [m for m in mentions if m.metrics]
    if not parts or not named:
        return mentions
    causes = [(a, b, next((m for m in named if m.start >= b), None)) for a, b in _ahead(text, start, end)]
    for part in parts:
        metric = next((m for m in named if m.start >= part.end), None)
        if metric and is_cause_of(text, start, part.start, part.end, metric.start):
            causes.append((part.start, part.end, metric))
    spans = [(a, b) for a, b, metric in causes if metric and not metric.metrics[0].endswith(_COUNTED)]
    return [m for m in mentions if not (m in parts and any(a <= m.start and m.end <= b for a, b in spans))]


def is_cause_of(text: str, start: int, opens: int, closes: int, metric: int) -> bool:
    """Whether a part of a company stands in a subject that did something to a metric behind it, which is the whole company's."""
    if metric - closes > _REACH or _STOP.search(text, closes, metric):
        return False
    if _FOR.fullmatch(text, closes, metric) and _BLAMED.search(text, max(start, opens - _BEFORE), closes):
        return True
    for does in _DOES.finditer(text, closes, metric):
        done = text[does.end() : metric]
        if _THE_COMPANYS.match(done) or _A_RISE.match(done):
            return True
        if _NOBODYS.match(done):
            before = _CAUSE.search(text, max(start, opens - _BEFORE), opens)
            return bool("help" in does[0] or before or _ITS_CAUSE.fullmatch(text, closes, does.start()))
    return False


def part_is_cause(text: str, start: int, part: re.Match[str], metrics: Sequence[Mention]) -> bool:
    """Whether a part that words describe did something to the first metric behind it: `Its robotics division helped lift revenue 12%`."""
    metric = next((m.start for m in metrics if m.start >= part.end()), None)
    return metric is not None and is_cause_of(text, start, *part.span(), metric)


def _ahead(text: str, start: int, end: int) -> list[tuple[int, int]]:
    """Return where reasons stand that are told before the figure."""
    found = (m.span() for m in _AHEAD.finditer(text, start, end))
    return [(a, b) for a, b in found if _OPENS.search(text[max(start, a - 24) : a]) and not _GOES_ON.match(text, b)]
