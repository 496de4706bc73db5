"""The lines of business that a sentence names and may be on: no line only named by one of its things, as in `It opened a second data centre`."""

from __future__ import annotations

import re

from generator.corpus.beginnings import sought
from generator.extraction.marks.mention import Mention
from generator.extraction.marks.scanning import Scan
from generator.extraction.metrics.whole_again import lines_of_metrics
from generator.extraction.whose.context import Surroundings
from generator.extraction.whose.reasons_en import is_a_reason

_SEGMENT = re.compile(
    r"(?<=segment|ivision)|(?<=\bunit)| (?:segment|division|unit)\b"
)  # `into a core local commerce segment, which comprises food delivery`
# `The segment of EVs and AI`, `a division called value-added services`
_SEGMENT_OF = re.compile(
    r"\b(?:[Ss]egment|[Dd]ivision|[Uu]nit),? (?:of|for|comprising|that comprises|covering|named|called|known as|made up of) (?:the |its )?[\"“]?$"
)
# `a second data centre`, `two new games`: things, but `a cloud business` is a line
_ONE = re.compile(r"\b(?:an?|another|one|two|three|four|several|\d+)(?: [a-z-]+){0,2} \Z")
_A_LINE = re.compile(r"(?:['’]s)? (?:segment|division|unit|business|arm|group|operation|revenue|sales)")
_NEW_THING = sought("(?:新|[新一两几三四五首这该]款|新一代|下一代|旗舰|折叠屏?|[一两几三四五]部)$")
_OPENING = 12  # characters from a sentence's start, within which a line is what it is on
_WHICH = re.compile(r"\s*(?:which|who) ")


def lines_named(around: Surroundings) -> list[Mention]:
    """Return the lines of business that a sentence names and may be on: in English neither one of their things, nor what only says what a company does."""
    scan, kinds = around.scan, around.names.catalogue.segments
    named = [m for m in scan.segments if kinds[m.segment or ""].kind == "business"]
    if scan.chinese:
        return [m for m in named if not is_a_thing(scan, m)]
    reasons = [m for m in named if is_a_reason(scan, m)]
    named = [m for m in named if m not in reasons] or named  # `Digital Industries suffered, since software was weak`
    named = [m for m in named if not (is_a_thing(scan, m) or _WHICH.match(scan.text, scan.clause(m.start)[0]))]
    named = [m for m in named if not _is_a_rivals(around, m)]
    if not scan.amounts and len({m.segment for m in named}) > 1:
        return []  # `Xiaomi makes phones, home appliances and cars`
    return sorted([*named, *lines_of_metrics(scan, around.names.catalogue)], key=lambda m: m.start)


def _is_a_rivals(around: Surroundings, line: Mention) -> bool:
    """Whether a line is another company's, which a sentence on this one only sets beside its own: `The YU7 outsold the Model Y`."""
    scan, owner = around.scan, around.names.catalogue.segments[line.segment or ""].entity
    if owner is None or around.ground.entity in (None, owner):
        return False
    opens = line.start - scan.sentence.start < _OPENING
    return not opens and not any(e.entity == owner and around.is_subject(e) for e in scan.entities)


def is_a_thing(scan: Scan, mention: Mention) -> bool:
    """Whether a line of business only names one of its things: `It opened a second data centre`, 华为准备发布新手机."""
    if scan.chinese:
        return not scan.amounts and _NEW_THING.search(scan.text, scan.sentence.start, mention.start) is not None
    lead = scan.text[max(scan.sentence.start, mention.start - 32) : mention.start]
    return bool(_ONE.search(lead)) and not _A_LINE.match(scan.text, mention.end)


def is_called_segment(scan: Scan, mention: Mention) -> bool:
    """Whether English calls a line of business a segment: `the segment` of the next sentence is that one."""
    before = _SEGMENT_OF.search(scan.text, max(scan.sentence.start, mention.start - 32), mention.start)
    return bool(before or _SEGMENT.match(scan.text, mention.end))
