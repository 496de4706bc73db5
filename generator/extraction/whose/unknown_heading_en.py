"""English headings of lines of business that the catalogue does not know: `Network Infrastructure`, and below it `Net sales decreased 11% to EUR 1.5 billion`."""

from __future__ import annotations

import re

from generator.extraction.marks.mention import Mention
from generator.extraction.marks.names import Names
from generator.extraction.sentences import Sentence
from generator.extraction.whose.context import Surroundings

_WORD = r"(?:[A-Z][\w’'-]*|&|and|of)"
_LINE = (
    r"(?:Infrastructure|Networks?|Services|Solutions|Technolog(?:y|ies)|Products|Systems|Electronics|Devices|Instruments|Licensing|Industries"
    r"|Appliances|Components|Materials|Pictures|Music|Entertainment|Insurance|Segment|Division|Group|Business|Unit)"
)
_HEADING = re.compile(
    rf"[\s#*•\d.)]*(?:{_WORD} ){{0,4}}{_LINE}(?: \([A-Z][A-Z&]{{1,5}}\))?[\s*]*|[\s#*•\d.)]*{_WORD}(?: {_WORD}){{0,4}} \([A-Z][A-Z&]{{1,5}}\)[\s*]*"
)
# `Outlook for Services`, `Business`, `The Group`: of the whole company, or of nothing that is sold
_NO_LINE = re.compile(
    r"\b(?:Outlook|Results|Highlights|Overview|Summary|Review|Guidance|Group results|Financial(?! Services)|Key|About|The|Our|Company|Consolidated|Total|Recent|New|Customers?|Partner\w*|Contact|Related|More|Top|Best|Latest|Investor|Shareholder|Corporate|Legal|Continuing|Non-GAAP|GAAP|IFRS)\b|\s*(?:Group|Business|Products|Services|Technology)\s*\Z"
)
_OPENS = re.compile(r"[\s•·●■▪*-]*(?:(?:Its|The|Segment|Total|Net|Quarterly|Comparable|Adjusted|Organic) )?")
_OWN_TOTAL = re.compile(r"['’]s? (?:(?:total|overall|group|consolidated|company-wide) ?)+(?:net )?[a-z]*")


def heads_unknown_line(line: str, known: str | None, names: Names) -> bool:
    """Whether a line of its own heads what is told of a line of business that no name of the catalogue is."""
    if known is not None or not _HEADING.fullmatch(line) or _NO_LINE.search(line):
        return False
    return not (names.entities(line) or any(m.metrics for m in names.mentions(line)))


def tells_of_the_company(text: str, sentence: Sentence, names: Names) -> bool:
    """Whether a sentence below such a heading tells a figure of the whole company, with which the next ones go on: `Tesla's total revenue rose 8%`."""
    said = text[sentence.start : sentence.end]
    metrics = [m.end for m in names.mentions(said) if m.metrics]
    return any(_OWN_TOTAL.fullmatch(said, e.end, end) for e in names.entities(said) for end in metrics if end > e.end)


def opens_below_unknown(around: Surroundings, metric: str, mention: Mention) -> bool:
    """Whether a figure opens a sentence below such a heading, or goes on with one that does."""
    scan = around.scan
    if not around.ground.under_unknown or scan.chinese or scan.segments or scan.entities:
        return False
    if around.names.catalogue.metrics[metric].unit not in ("money", "percent"):
        return False
    first = next((m for m in scan.metrics if m.metrics), None)
    return (
        first is not None
        and bool(_OPENS.fullmatch(scan.text, scan.sentence.start, first.start))
        and mention.start >= first.start
    )
