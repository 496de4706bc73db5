"""The line of business that an English sentence is about and tells no figure of: the next may go on with it as `it`, or `there`."""

from __future__ import annotations

import re

from generator.extraction.marks.mention import Mention
from generator.extraction.marks.names import Names
from generator.extraction.marks.scanning import Scan
from generator.extraction.unnamed.subject import is_subject

# `Still, it grew 66 per cent`; `Subscriptions there brought 5 billion euros`
_POINTS_BACK = re.compile(
    r"[^\w\n]{0,4}(?:(?:Still|But|Yet|However|Even so|Nevertheless|And|Meanwhile|In fact|Now|Then|Here),? )?(?:(?P<it>[Ii]t|[Tt]hey|(?:[Tt]he|[Tt]his|[Tt]hat) (?:business|unit|division|segment|line|arm))|[A-Z][a-z]+ (?P<there>there))(?= )"
)

# `Our second pillar is IoT and lifestyle products`, `What impressed it was advertising`: what a sentence says that something is
_IS_LINE = re.compile(
    r"[^\w\n]{0,6}(?:[A-Z][\w’'-]*)(?: (?!not\b|no\b|and\b|but\b)[\w’'-]+){0,7} (?:is|are|was|were|remains?|remained|comes?|came|be) (?:(?:still|again|once more|also|now|then|next) )?(?:(?:the|its|our|their) )?(?:[a-z]+(?:-[a-z]+)? ){0,1}"
)
_ENDS = re.compile(
    r"(?: (?:business(?:es)?|segment|division|unit|brand|category|line|sales|cars|models|products))*(?:,[^,;.\d]{3,90})?[.!:]?\s*\Z"
)


def topic_of(scan: Scan, names: Names) -> str | None:
    """Return the line of business that a sentence without a figure opens with, where it names no other, and no company but as its owner."""
    kinds = names.catalogue.segments
    lines = [m for m in scan.segments if kinds[m.segment or ""].kind == "business"]
    if (
        scan.chinese
        or len({m.segment for m in lines}) != 1
        or scan.amounts
        or any(e.start > lines[0].start for e in scan.entities)
    ):
        return None
    return lines[0].segment if is_subject(scan, lines[0]) or said_to_be(scan, lines[0]) else None


def said_to_be(scan: Scan, line: Mention) -> bool:
    """Whether a sentence ends by saying that something is a line of business: `The slowest part was IoT`."""
    is_it = _IS_LINE.fullmatch(scan.text, scan.sentence.start, line.start)
    return is_it is not None and _ENDS.fullmatch(scan.text, line.end, scan.sentence.end) is not None


def pointed_back(scan: Scan, topic: str | None) -> Mention | None:
    """Return the words that a sentence opens with which stand for the line of business that the one before was about."""
    back = _POINTS_BACK.match(scan.text, scan.sentence.start, scan.sentence.end) if topic else None
    if back is None:
        return None
    start, end = back.span("it" if back["it"] else "there")
    if any(m.start < end and "revenue" in m.metrics for m in scan.metrics):
        return None  # `Revenue there rose 26%` names it
    return Mention(start, end, segment=topic)
