"""The line of business that English words point back to, which the sentence before was about: `Their sales dropped 25.6%`, `Here we generated 79.8 billion`."""

from __future__ import annotations

import re

from generator.extraction.marks.mention import Mention
from generator.extraction.marks.tallies import OF_CARS
from generator.extraction.whose.context import Surroundings

_ITS = re.compile(
    r"[^\w\n]{0,6}(?:(?:And|But|Yet|Still|So|Meanwhile),? )?(?:(?:[Tt]heir|(?P<one>[Ii]ts))|(?:[Tt]hat|[Tt]his) (?:category|kind|group|class|type|brand|marque|label|line|segment|division|business|unit|arm)(?:['’]s)?) "
)
# `Here we generated`, `There, revenue rose`
_HERE = re.compile(
    r"[^\w\n]{0,6}(?:(?:And|But|Yet|Still),? )?(?:[Hh]ere|[Tt]here),? (?!(?:is|are|was|were|has|have|had|will|would|may|might|could|can)\b)(?:(?:we|it|they|the (?:company|group|firm|[a-z]*maker)) )?[a-z]"
)
_METRIC_NEXT = re.compile(r"(?:(?!and\b|but\b|of\b)[\w-]+ ){0,4}")
# `Their operating loss narrowed to 2.3 billion, on revenue of 22.2 billion`
_BESIDE = re.compile(r"(?: [a-z]+)?,? (?:on|with|at) (?:an? |its |their )?(?:[a-z-]+ ){0,2}")
_OTHERS = re.compile(r"\b(?:total|overall|group|company-wide|net profit|altogether)\b|;", re.I)


def line_pointed_to(around: Surroundings, mention: Mention, told: int) -> str | None:
    """Return the line that the sentence before was about and told nothing of, where a sentence goes on with it."""
    scan, topic = around.scan, around.ground.topic
    start = scan.sentence.start
    if topic is None or scan.chinese or any(start <= e.start < told for e in scan.entities):
        return None
    if any(start <= m.start and m.end <= told for m in scan.segments if m.segment != topic):
        return None
    if _OTHERS.search(scan.text, start, told):
        return None
    brand = around.names.catalogue.segments[topic].entity
    its, before = _ITS.match(scan.text, start, told), scan.amount_before(told)
    if before > start and not (its and _BESIDE.fullmatch(scan.text, before, told)):
        return None
    if its and before <= start and not _METRIC_NEXT.fullmatch(scan.text, its.end(), told):
        its = None
    if its and its["one"] and not (brand and set(mention.metrics) & set(OF_CARS)):
        return None  # `Amazon's cloud unit had an outage. Its revenue rose`, `Battery cars did well. Its sales fell`: of the company
    return topic if its or _HERE.match(scan.text, start) else None
