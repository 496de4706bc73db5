"""English sentences without a verb, an amount and when it was so, of what the one before was about: `Vehicle margin holds. 13.0% in Q4, after 13.2% in Q3`, `Revenue was 192.9 billion yuan. Up 15%`."""

from __future__ import annotations

import re

from generator.extraction.amounts.amount import Amount
from generator.extraction.amounts.approximators import ABOUT
from generator.extraction.marks.bases import FROM_THEN
from generator.extraction.marks.mention import Mention
from generator.extraction.marks.names import Names
from generator.extraction.marks.scanning import Scan
from generator.extraction.marks.verbs import MOVED
from generator.extraction.metrics.measured_in import is_measured_in
from generator.extraction.unnamed.understood import is_near
from generator.extraction.whose.ground import Ground

_OPENS = re.compile(
    rf"[^\w\n$€£¥]{{0,4}}(?:(?:And|But|Still|A (?:cool|mere|whopping|hefty|solid)) )?(?i:{ABOUT})(?:[A-Z]{{2,3}} ?)?"
)
# `13.0% in Q4, after`, `RMB42.2 billion at the end of September.`
_WHEN = re.compile(r" (?:units |vehicles |cars )?(?:(?:in|for|at|by|as of|during) )?(?:the )?(?:end of )?")
_ENDS = re.compile(r"\s*(?:[.,;)]|$|(?:and|after|against|from|compared|versus|vs\.?)\b)")
_STATED = re.compile(r"\d(?>(?:[^.!?\n]|[.](?=\d))*)[.!?][\s\"”’)]*\Z")  # the sentence before has an amount
_BACK = 240  # characters
# `Nio fell after it delivered 40,397 vehicles. Down 4.5%`: a share's move may be meant
_SHARES = re.compile(
    rf"\b(?:[Ss]hares?|[Ss]tocks?|ADRs?|ADSs?|[Ii]nvestors?|[Tt]raders?|[Tt]rading|[Cc]los(?:ed|ing)|hit)\b|\b{MOVED}\b[^.]{{0,40}}?\b(?:after|as|even|despite|although|though|when|because)\b"
)
_THEN = ("yoy", "qoq", "prior", "year_before", "quarter_before")  # cues that say when
_MOVED = re.compile(rf"[^\w\n]{{0,4}}(?:(?:Or|And|That is|So),? )?(?:[Uu]p|[Dd]own) {ABOUT}")
_MOVED_ENDS = re.compile(rf"(?: {FROM_THEN}| YoY| y/y| year[- ]on[- ]year| year[- ]over[- ]year)?\s*(?:[.;,]|$)")


def verbless(scan: Scan, ground: Ground, names: Names) -> Mention | None:
    """Return the metric that the sentence before stated or was about as a mention before the amount that a verbless one opens with."""
    if not scan.amounts or scan.chinese or scan.amounts[0].range_end:
        return None
    first = scan.amounts[0]
    others = [m.start for m in (*scan.metrics, *scan.segments)] + [e.start for e in scan.entities]
    if any(start < first.end for start in others):
        return None
    if told := _moved(scan, first, ground, names):
        return told
    if not _OPENS.fullmatch(scan.text, scan.sentence.start, first.start) or not _is_dated(scan, first):
        return None
    named = ground.named or ((ground.told[0],) if ground.told else ())
    known = tuple(n for n in named if n in names.catalogue.metrics and is_measured_in(names.catalogue, n, first))
    level = ground.level if ground.told else None
    if not known or (level is not None and level.metric == known[0] and not is_near(level, first)):
        return None
    part = ground.named_part if ground.named else ground.told[1] if ground.told else None
    return Mention(first.start - 1, first.start, known, part=part)


def _moved(scan: Scan, first: Amount, ground: Ground, names: Names) -> Mention | None:
    """Return the figure that the sentence before stated last, where this one opens with how far it moved: `Up 15%`."""
    level = ground.level
    if (
        first.kind != "percent"
        or level is None
        or ground.told != (level.metric, level.segment)
        or level.basis != "actual"
    ):
        return None
    before = scan.text[max(0, scan.sentence.start - _BACK) : scan.sentence.start]
    if not _STATED.search(before) or _SHARES.search(re.split(r"(?<=[.!?])\s+|\n", before.rstrip())[-1]):
        return None  # `Revenue was 5 billion yuan. The shares had a fine day. Up 3%`
    flows = names.catalogue.metrics[level.metric or ""]
    if flows.unit == "percent" or flows.period_type == "instant":
        return None
    if not _MOVED.fullmatch(scan.text, scan.sentence.start, first.start) or not _MOVED_ENDS.match(scan.text, first.end):
        return None
    return Mention(first.start - 1, first.start, (level.metric or "",), part=level.segment)


def _is_dated(scan: Scan, amount: Amount) -> bool:
    """Whether no more than when it was so stands behind an amount."""
    said = [(m.start, m.end) for m in scan.periods] + [(c.start, c.end) for c in scan.cues if c.kind in _THEN]
    return any(_WHEN.fullmatch(scan.text, amount.end, start) and _ENDS.match(scan.text, end) for start, end in said)
