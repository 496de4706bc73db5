"""The line of business that `its` stands for, which an English sentence has for its subject: `The logistics arm earned 2 billion yuan. Its revenue rose 17%`."""

from __future__ import annotations

import re

from generator.extraction.figure import Figure
from generator.extraction.marks.mention import Mention
from generator.extraction.marks.names import Names
from generator.extraction.marks.scanning import Scan
from generator.extraction.marks.verbs import DID, MOVED
from generator.extraction.unnamed.subject import ADVERBS, ASIDE, UNIT
from generator.extraction.whose.context import Surroundings
from generator.extraction.whose.only_some import UNKNOWN_LINE

_WHEN = r"[\s•*-]*(?:(?:In|For|During|Over) [^,;]{2,48}, |[A-Z][a-z]+while, )?"
_WORD = r"(?!(?:at|in|of|on|for|to|from|with|by|as|and|but|said|says|that|had|has)\b)[\w.&-]+"
_OWNER = rf"(?:(?:[Tt]he|[Ii]ts|[Aa]n?|[Tt]heir) )?(?:{_WORD} ){{0,4}}?(?:{_WORD}['’]s? )?(?:{_WORD} ){{0,3}}"
_DIVISION = r"(?:division|unit|arm|segment|business|subsidiary|group)"
# `the division in which Meta works on the metaverse, Reality Labs, lost`: a name that only tells which one it is
_NAMES_IT = rf"(?:{_DIVISION}(?: (?:(?:in|for|with|through|under|by) which|that|which|where|making|selling|behind) [^,;]{{3,80}})?, )?"
# `Operating losses at`, `The net profit of`
_THE_METRIC_OF = re.compile(
    r"(?:['’]s)? (?:of|at|in|from|for) (?:the |its |[\w.&-]+['’]s? )?(?:(?!and\b|or\b)[\w-]+ ){0,3}"
)
_OPENS = re.compile(_WHEN + _OWNER + _NAMES_IT)
_METRIC_OPENS = re.compile(_WHEN + r"(?:(?:[Tt]he|[Ii]ts|[Aa]n?) )?(?:[\w-]+ ){0,3}?")
_VERB = rf"(?:{MOVED}|{DID}|is|are|was|were|has|have|came|stood|swung|turned|remained?|went|hit|slowed|widened|narrowed|doubled|tripled|quadrupled|took|brought|returned|ended)\b"
_DOES = re.compile(rf"{UNIT}{ASIDE}{ADVERBS},? {_VERB}")
_ITS_METRIC_DOES = re.compile(rf"['’]s? [^,;.\d]{{3,40}}? {_VERB}")
# `The unit that makes trains earned`, whatever it is called
_A_UNIT_THAT = re.compile(
    rf"{_WHEN}(?:The|Its|[A-Z][\w.&-]*['’]s?) (?:[\w-]+ ){{0,3}}{_DIVISION} (?:(?:in|for|with|through|under|by) which|that|which|where|making|selling|behind) "
)
_A_UNIT = re.compile(rf"{_OPENS.pattern}{_DIVISION} ")
# `The loss of Alibaba's delivery business was 10 billion yuan`
_OF_A_UNIT = re.compile(
    rf"{_WHEN}(?:The |Its )?(?:[\w-]+ ){{0,2}}(?:loss(?:es)?|profits?|earnings|income|revenue|sales|margin)(?: of| at| from) (?:the |its |[\w.&-]+['’]s? )(?:[\w-]+ ){{1,3}}{_DIVISION} {_VERB}"
)
_ITS = re.compile(
    r"\s*(?:(?:Its|Their) (?:quarterly |net )?|(?:It|They) (?:had|posted|reported|made|generated|recorded) )"
)
_ITS_OPENS = re.compile(r"\s*(?:Its|Their) ")
_AND_ITS = re.compile(r"(?:,? and|,? while|,? but|,? whereas|[;:]) (?:its|their) (?:quarterly |net )?\Z")
# `The cloud unit has thrived since Alibaba put it first, and its revenue rose 13%`: a company that only a reason or a time names
_ONLY_WHEN = re.compile(r"\b(?:since|after|as|while|because|when|although|though|before|until|once) (?:[^,; ]+ ){0,4}$")
# `Cloud services helped, and its revenue rose 15%`: what a line does to the company, whose the revenue is then
_HELPS = r"(?:help|delight|boost|lift|drive|push|pull|drag|weigh|hurt|hit|prop|fuel|power|support|cheer|pleas|surpris|impress|disappoint|carri|carry|save|rescu|buoy|benefit|offset|compensat|cushion|contribut|add|make|keep|giv|shin|stand|remain|matter|play|spur|underpin|strengthen|weaken|eas|us|win|convinc|excit|thrill|attract|account)(?:l?ed|p?ed|es|s|ies|d)?"
# `Games thrill fans, and its revenue`: no line by its bare kind, but by its name, or as a division
_A_DIVISION = re.compile(r"\b(?:[Bb]usiness|[Ss]egment|[Dd]ivision|[Uu]nit|[Gg]roup|[Aa]rm|[Ss]ubsidiary|[Bb]rand)\b")
NAMED = re.compile(r"[A-Z][\w&.-]*(?: (?:and )?[A-Z&][\w&.-]*)+")
# `Smart Infrastructure wires up data centres, and its revenue rose 5%`: whatever it does, and with what
_ACTS = re.compile(
    rf"{UNIT}{ADVERBS} (?!{_HELPS}\b)(?!(?:less|plus|across|towards|always|perhaps|as|is|was|has|profits|sales|earnings|losses|margins|revenues|shipments|deliveries|results)\b)[a-z]+(?:s|ed)\b"
)
_REACH = 40  # characters before a metric, within which `and its` joins it


def subject_line(scan: Scan, names: Names) -> str | None:
    """Return the line of business that is the subject of an English sentence, or whose figure is."""
    first = next((m for m in scan.segments if names.catalogue.segments[m.segment or ""].kind == "business"), None)
    if first is None or scan.chinese or any(a.start < first.start for a in scan.amounts):
        return None
    start, text = scan.sentence.start, scan.text
    if _OPENS.fullmatch(text, start, first.start):
        does = _DOES.match(text, first.end) or _ITS_METRIC_DOES.match(text, first.end)
        return first.segment if does else None
    of = next((m for m in scan.metrics if _METRIC_OPENS.fullmatch(text, start, m.start)), None)
    owned = of is not None and _THE_METRIC_OF.fullmatch(text, of.end, first.start)
    return first.segment if owned and _DOES.match(text, first.end) else None


def line_of_the_subject(around: Surroundings, told: list[Figure]) -> str | None:
    """Return the line that a sentence has for its subject, where all it tells is that line's: `Its revenue` of the next is, too."""
    line = subject_line(around.scan, around.names)
    entries = around.names.catalogue.metrics
    of = {f.segment or entries[f.metric].segment for f in told if f.metric}
    return line if line and of <= {line} else None


def is_of_an_unknown_unit(around: Surroundings, told: list[Figure]) -> bool:
    """Whether an English sentence tells of nothing but a unit that the catalogue does not know: `Its revenue` of the next is no company's."""
    scan = around.scan
    if scan.chinese or not scan.amounts or any(f.metric and not f.doubt for f in told):
        return False
    doubted = any(f.doubt == UNKNOWN_LINE for f in told)
    forms = (_A_UNIT_THAT, _OF_A_UNIT, *((_A_UNIT,) if doubted else ()))
    return any(form.match(scan.text, scan.sentence.start) for form in forms)


def goes_on_with_it(scan: Scan, mention: Mention) -> bool:
    """Whether an English sentence opens with `Its` or `It had` and a metric."""
    return not scan.chinese and _ITS.fullmatch(scan.text, scan.sentence.start, mention.start) is not None


def and_its(around: Surroundings, mention: Mention) -> str | None:
    """Return the subject's line, where a later clause tells its revenue: `Net profit of Baidu Core soared to CNY7.6 billion, and its revenue rose 7%`."""
    scan = around.scan
    if (
        scan.chinese
        or "revenue" not in mention.metrics
        or not _AND_ITS.search(scan.text, max(scan.sentence.start, mention.start - _REACH), mention.start)
    ):
        return None
    before = [m for m in scan.metrics if m.end <= mention.start]
    if len(before) < 2 and (line := line_that_acts(scan, around.names, mention.start)):
        return line  # `sells`, which may be a metric's, is what it does
    if not before and _is_only_when(scan, mention):
        return subject_line(scan, around.names)
    if any(m.metrics[0].endswith("revenue") for m in before) or not any(a.end <= mention.start for a in scan.amounts):
        return None
    lines = {m.segment for m in scan.segments if m.end <= mention.start}
    if not (lines or scan.entities) and _ITS_OPENS.match(scan.text, scan.sentence.start):
        return around.ground.division or around.ground.on_line
    return subject_line(scan, around.names) if len(lines) == 1 else None


def line_that_acts(scan: Scan, names: Names, until: int) -> str | None:
    """Return the line of business that an English sentence opens with and says something of, before it tells an amount or names a company."""
    kinds = names.catalogue.segments
    first = next((m for m in scan.segments if kinds[m.segment or ""].kind == "business"), None)
    if first is None or scan.chinese or any(a.start < until for a in scan.amounts):
        return None
    others = (e for e in scan.entities if first.start < e.start < until)
    opens = _OPENS.fullmatch(scan.text, scan.sentence.start, first.start)
    acts = _ACTS.match(scan.text, first.end)
    if not (opens and acts) or next(others, None):
        return None
    called = NAMED.fullmatch(scan.text, first.start, first.end) or _A_DIVISION.search(
        scan.text, first.start, acts.end()
    )
    return first.segment if called else None


def _is_only_when(scan: Scan, mention: Mention) -> bool:
    """Whether all companies named before a metric, none of whose figures was told, only stand in a reason or a time."""
    named = [e for e in scan.entities if e.end <= mention.start]
    told = any(a.end <= mention.start for a in scan.amounts)
    first = min((m.start for m in scan.segments), default=scan.sentence.end)
    within = (_ONLY_WHEN.search(scan.text, max(scan.sentence.start, e.start - _REACH), e.start) for e in named)
    return bool(named) and not told and named[0].start > first and all(within)
